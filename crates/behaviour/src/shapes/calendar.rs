//! Release calendars: which milestone of which title falls on which day, and where.
//!
//! `title, milestone, date[, territory]`. Days may lie ahead: the rule by which a log's times cannot be later than its file
//! does not hold here.

use std::collections::BTreeMap;

use serde::Serialize;
use touchline_words::say;

use super::cells::{bytes, text};
use super::header::Header;
use super::rows::{RowTaken, each_row};
use super::shape::{Shape, missing};
use crate::error::BehaviourError;
use crate::nothing::is_no_value;
use crate::progress::Progress;
use crate::reason::{Many, Reason};
use crate::recognise::{Column, ColumnKind, Recognition};
use crate::report::RowCounts;
use crate::source::Source;
use crate::times::{ColumnTime, DAY, DayCache, TimeFormat, TimeProblem, TimeRules};

/// Milestones of titles that are told apart.
const MOST: usize = 10_000;

const TITLE: &[&str] = &["title", "film", "series", "show", "game", "event", "product", "release", "work", "titel"];
const MILESTONE: &[&str] =
    &["milestone", "phase", "stage", "release type", "window", "activity", "step", "meilenstein"];
const DATE: &[&str] = &["date", "release date", "day", "on", "due", "start", "start date", "datum", "fecha", "data"];
const TERRITORY: &[&str] = &["territory", "country", "market", "region", "land", "pays"];

/// What a calendar says.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Calendar {
    pub titles: u64,
    pub territories: u64,
    /// Every milestone of every title, by day.
    pub milestones: Vec<Milestone>,
}

/// A milestone of a title over all territories.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Milestone {
    pub title: String,
    pub milestone: String,
    /// Days since 1970, of the first and the last territory.
    pub first_day: i64,
    pub last_day: i64,
    pub territories: u64,
}

/// The columns of titles, milestones and dates.
pub fn columns(header: &Header) -> Option<(usize, usize, usize)> {
    let title = header.find(TITLE)?;
    let milestone = header.find(MILESTONE).filter(|at| *at != title)?;
    let is_day = |column: &Column| column.kind == ColumnKind::Time || column.time.is_some();
    Some((title, milestone, header.find_where(DATE, is_day)?))
}

/// Reads the file.
///
/// # Errors
/// A column is missing, or none of the rows can be used.
pub fn read(
    source: &Source,
    recognition: &Recognition,
    progress: &Progress,
) -> Result<(RowCounts, Calendar), BehaviourError> {
    let header = Header::of(recognition);
    let (title, milestone, date) =
        columns(&header).ok_or_else(|| missing(Shape::Calendar, recognition, say!(shape_needs_calendar)))?;
    let territory = header.find(TERRITORY);
    let format = header.column(date).and_then(|column| column.time).map_or(TimeFormat::Iso, |pick| pick.time.format());
    let time = ColumnTime::new(format, b"", TimeRules::default());
    let mut cache = DayCache::default();
    let mut found: BTreeMap<(String, String), (i64, i64, std::collections::BTreeSet<String>)> = BTreeMap::new();
    let rows = each_row(source, recognition, progress, &mut |row| -> RowTaken {
        let (name, what) = (text(row, title), text(row, milestone));
        if is_no_value(name.as_bytes()) || is_no_value(what.as_bytes()) {
            return Err(Reason::NoTitleOrMilestone);
        }
        let day = match time.read(bytes(row, date), &mut cache) {
            Ok(micros) => micros.div_euclid(DAY),
            Err(TimeProblem::Blank) => return Err(Reason::NoDate),
            Err(problem) => return Err(Reason::Time(problem)),
        };
        let key = (name.into_owned(), what.into_owned());
        if found.len() >= MOST && !found.contains_key(&key) {
            return Err(Reason::Many { what: Many::Milestones, most: MOST });
        }
        let (first, last, territories) = found.entry(key).or_insert_with(|| (day, day, Default::default()));
        *first = (*first).min(day);
        *last = (*last).max(day);
        if let Some(name) = territory.map(|at| text(row, at)).filter(|name| !is_no_value(name.as_bytes()))
            && territories.len() < MOST
        {
            territories.insert(name.into_owned());
        }
        Ok(())
    })?;
    let all: std::collections::BTreeSet<&String> = found.values().flat_map(|(_, _, places)| places).collect();
    let titles: std::collections::BTreeSet<&String> = found.keys().map(|(title, _)| title).collect();
    let (titles, territories) = (titles.len() as u64, all.len() as u64);
    let milestones = found.into_iter().map(|((title, milestone), (first_day, last_day, places))| Milestone {
        title,
        milestone,
        first_day,
        last_day,
        territories: places.len() as u64,
    });
    let mut milestones: Vec<Milestone> = milestones.collect();
    milestones.sort_by_key(|milestone| (milestone.first_day, milestone.last_day));
    Ok((rows, Calendar { titles, territories, milestones }))
}
