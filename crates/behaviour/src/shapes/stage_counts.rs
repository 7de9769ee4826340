//! Reads tables of stage counts: a plain one, and the funnel exports of GA4, Mixpanel, Amplitude and PostHog.
//!
//! All of them have one row for each stage, or for each stage and part of a breakdown. They differ in their headers, in how
//! they number stages, and in what their times mean: GA4 writes the mean time to the next stage in microseconds, PostHog and
//! Mixpanel times from the stage before in seconds.

use std::collections::HashSet;

use touchline_words::say;

use super::arms::Arms;
use super::audiences::Audiences;
use super::cells::{bytes, text};
use super::funnel::{Counted, Funnel, StepTable, TableMeaning, Whose};
use super::header::{ARM, COMPLETED, DROPPED, Header, PEOPLE, PERIOD, SEGMENT, STAGE, is_total, short};
use super::number::{Cell, Numbers, seconds};
use super::rows::{RowTaken, each_row};
use super::shape::{Shape, missing};
use super::wide_counts::{self, WideColumns};
use crate::error::BehaviourError;
use crate::progress::Progress;
use crate::reason::Reason;
use crate::recognise::{Column, ColumnKind, Recognition};
use crate::records::Record;
use crate::report::RowCounts;
use crate::source::Source;

/// A column of times, and how many seconds one of its plain numbers is; `None` where nobody says.
#[derive(Clone, Copy, Debug)]
struct Times {
    at: usize,
    unit: Option<f64>,
}

/// Where things stand in the table.
#[derive(Debug)]
struct Columns {
    stage: usize,
    people: usize,
    completed: Option<usize>,
    dropped: Option<usize>,
    /// What parts the people; several columns are several parts of one name.
    segments: Vec<usize>,
    period: Option<usize>,
    median: Option<Times>,
    mean: Option<Times>,
}

const MEDIAN: &[&str] =
    &["median conversion time*", "median time*", "median trans times*", "median secs to next", "median"];
const MEAN: &[&str] = &[
    "elapsed time*",
    "average conversion time*",
    "avg time*",
    "average time*",
    "avg conversion time*",
    "mean time*",
    "verstrichene zeit*",
    "temps écoulé*",
    "tiempo transcurrido*",
];
/// Columns of a product's export that are no part of a breakdown.
const NOT_A_PART: &[&str] = &["action id", "step number", "step index", "order", "type", "custom name", "url"];

/// Reads the file.
///
/// # Errors
/// The stage or the count has no column, or none of the rows can be used.
pub fn read(
    source: &Source,
    recognition: &Recognition,
    shape: Shape,
    progress: &Progress,
) -> Result<(RowCounts, Funnel), BehaviourError> {
    let header = Header::of(recognition);
    let arms = Arms::of(source);
    let Some(columns) = columns(&header, shape) else {
        let wide = Some(shape).filter(|shape| *shape == Shape::StageCounts);
        let wide = wide.and_then(|_| WideColumns::of(&header, recognition));
        let wide = wide.ok_or_else(|| missing(shape, recognition, say!(shape_needs_stage_counts)))?;
        return wide_counts::read(source, recognition, &wide, arms.as_ref(), progress);
    };
    let mut reader = Reader::new(columns, source, recognition)?;
    let rows = each_row(source, recognition, progress, &mut |row| {
        let arm = arms.as_ref().and_then(|arms| arms.of_line(source, row.line));
        let period = arms.as_ref().filter(|arms| arms.are_periods).and_then(|_| source.place(row.line).file);
        reader.take(row, &header, arm, period)
    })?;
    let meaning = TableMeaning {
        times_from_before: matches!(shape, Shape::PosthogFunnel | Shape::MixpanelFunnel | Shape::AmplitudeFunnel),
        last_stage: shape == Shape::StageCounts,
    };
    let column = header.quoted(&reader.columns.segments);
    let told = arms.map(|arms| arms.words(reader.table.named_by(), &column));
    let funnel = reader.table.funnel(meaning);
    Ok((rows, Funnel { told: told.into_iter().chain(funnel.told).collect(), ..funnel }))
}

/// Whether the table has what stage counts need: the columns of stages and people.
pub fn stage_and_people(header: &Header) -> Option<(usize, usize)> {
    let stage =
        header.find_where(STAGE, |column| column.kind == ColumnKind::Text || column.kind == ColumnKind::Empty)?;
    let count = |column: &Column| matches!(column.kind, ColumnKind::Integer | ColumnKind::Decimal | ColumnKind::Text);
    let people = header.number(PEOPLE).or_else(|| header.find_where(PEOPLE, count)).filter(|at| *at != stage)?;
    Some((stage, people))
}

fn columns(header: &Header, shape: Shape) -> Option<Columns> {
    let (stage, people) = stage_and_people(header)?;
    let other = |at: &usize| *at != stage && *at != people;
    let completed = header.number(COMPLETED).filter(other);
    let dropped = header.number(DROPPED).filter(other);
    let period = header.find(PERIOD).filter(other);
    let unit = |at: usize| {
        let words = header.words(at);
        let said = |parts: &[&str]| words.split(' ').any(|word| parts.contains(&word));
        match shape {
            _ if said(&["seconds", "secs", "sec", "s"]) => Some(1.0),
            _ if said(&["minutes", "min", "mins"]) => Some(60.0),
            _ if said(&["hours", "hrs", "h"]) => Some(3_600.0),
            _ if said(&["days", "d"]) => Some(86_400.0),
            Shape::Ga4Funnel => Some(1e-6),
            Shape::MixpanelFunnel | Shape::PosthogFunnel => Some(1.0),
            _ => None,
        }
    };
    let times = |known: &[&str]| header.find(known).filter(other).map(|at| Times { at, unit: unit(at) });
    let (median, mean) = (times(MEDIAN), times(MEAN));
    let taken: Vec<usize> = [Some(stage), Some(people), completed, dropped, median.map(|t| t.at), mean.map(|t| t.at)]
        .into_iter()
        .flatten()
        .collect();
    let segments: Vec<usize> = match shape {
        Shape::StageCounts => {
            header.find(SEGMENT).or_else(|| header.find(ARM)).filter(|at| !taken.contains(at)).into_iter().collect()
        }
        // A breakdown is called after what it breaks down by.
        _ => (0..header.width())
            .filter(|at| !taken.contains(at) && Some(*at) != period && !NOT_A_PART.contains(&header.words(*at)))
            .filter(|at| {
                header.column(*at).is_some_and(|column| column.kind == ColumnKind::Text && column.personal.is_none())
            })
            .collect(),
    };
    let period = period.filter(|at| !segments.contains(at));
    Some(Columns { stage, people, completed, dropped, segments, period, median, mean })
}

struct Reader {
    columns: Columns,
    numbers: Vec<Numbers>,
    table: StepTable,
    /// The file of the last row, where files are periods, and what it has said of already.
    period: Option<String>,
    said: HashSet<(String, Option<String>)>,
    /// The last stage that was named: GA4 names it once above its parts.
    stage: String,
    ended: bool,
    /// What the parts of a breakdown are called, column by column.
    audiences: Vec<Audiences>,
}

impl Reader {
    fn new(columns: Columns, source: &Source, recognition: &Recognition) -> Result<Reader, BehaviourError> {
        let cells =
            |at: usize| recognition.preview.iter().filter_map(move |row| row.cells.get(at)).map(|cell| cell.as_bytes());
        let whole = Numbers::learn((0..recognition.columns.len()).flat_map(cells));
        let numbers: Vec<Numbers> =
            (0..recognition.columns.len()).map(|at| Numbers::learn(cells(at)).or(whole)).collect();
        let counts = numbers.get(columns.people).copied().unwrap_or_default();
        let people = |row: &Record| counts.count(without_share(bytes(row, columns.people))).unwrap_or(0);
        let audiences = columns.segments.iter().map(|at| Audiences::of(source, recognition, *at, people));
        let audiences = audiences.collect::<Result<_, _>>()?;
        Ok(Reader {
            columns,
            numbers,
            table: StepTable::default(),
            period: None,
            said: HashSet::new(),
            stage: String::new(),
            ended: false,
            audiences,
        })
    }

    /// Takes a row of an arm, or of a file that is a period.
    fn take(&mut self, row: &Record, header: &Header, arm: Option<&str>, period: Option<String>) -> RowTaken {
        if self.period != period {
            self.period = period;
            (self.stage, self.ended) = (String::new(), false);
            self.said.clear();
        }
        let named = text(row, self.columns.stage);
        // GA4 writes further tables below the first, each with its own header.
        let is_header = header.name(self.columns.people) == text(row, self.columns.people);
        self.ended |= is_header || named.starts_with('#');
        if self.ended {
            return Err(Reason::OtherTable);
        }
        if !named.is_empty() {
            self.stage = without_number(&named).to_owned();
        }
        if self.stage.is_empty() {
            return Err(Reason::NoStage);
        }
        if is_total(&self.stage) {
            return Err(Reason::TotalOfPeople);
        }
        let parts = self.audiences.iter().map(|audiences| audiences.part(row));
        let parts: Vec<String> = parts.filter(|part| !part.is_empty() && !is_total(part)).collect();
        let are_several = self.audiences.iter().any(|audiences| audiences.is_kind(row));
        let segment = (!parts.is_empty()).then(|| parts.join(" · "));
        let whose = Whose { part: segment.as_deref(), arm };
        match self.counted(row, header) {
            Ok(counted) => {
                // A file of a period adds to the others, but says of each stage once.
                let is_first = self.period.is_some() && self.said.insert((self.stage.clone(), segment.clone()));
                self.table.add(&self.stage, whose, counted, is_first || are_several || self.columns.period.is_some())
            }
            Err(reason) => {
                self.table.not_measured(&self.stage, whose);
                Err(reason)
            }
        }
    }

    fn counted(&self, row: &Record, header: &Header) -> Result<Counted, Reason> {
        let numbers = |at: usize| self.numbers.get(at).copied().unwrap_or_default();
        let count = |at: usize| {
            let cell = without_share(bytes(row, at));
            numbers(at).count(cell).map_err(|problem| problem.in_column(short(header.name(at))))
        };
        let optional = |at: Option<usize>| match at {
            Some(at) if matches!(numbers(at).read(bytes(row, at), true), Cell::Blank) => Ok(None),
            Some(at) => count(at).map(Some),
            None => Ok(None),
        };
        let reached = count(self.columns.people)?;
        let completed = optional(self.columns.completed)?;
        if completed.is_some_and(|completed| completed > reached) {
            return Err(Reason::MoreCompleted);
        }
        let dropped = optional(self.columns.dropped)?.or(completed.map(|completed| reached - completed));
        if dropped.is_some_and(|dropped| dropped > reached) {
            return Err(Reason::MoreDropped);
        }
        let time = |times: Option<Times>| {
            let times = times?;
            let cell = bytes(row, times.at);
            let plain = numbers(times.at).number(cell).is_some();
            let unit = times.unit.or(if plain { None } else { Some(1.0) })?;
            seconds(cell, numbers(times.at), unit).filter(|secs| *secs > 0.0)
        };
        Ok(Counted {
            reached,
            dropped,
            median_secs: time(self.columns.median),
            mean_secs: time(self.columns.mean),
            ..Counted::default()
        })
    }
}

/// `1. First visit` without its number.
fn without_number(stage: &str) -> &str {
    let rest = stage.trim_start_matches(|c: char| c.is_ascii_digit());
    let numbered = rest.len() < stage.len() && stage.len() - rest.len() <= 3;
    match rest.strip_prefix(". ").or_else(|| rest.strip_prefix(") ")) {
        Some(name) if numbered && !name.trim().is_empty() => name.trim(),
        _ => stage,
    }
}

/// `1,234 (56 %)` without its share.
fn without_share(cell: &[u8]) -> &[u8] {
    let bracket = cell.iter().position(|byte| *byte == b'(').filter(|at| *at > 0 && cell.contains(&b'%'));
    bracket.and_then(|at| cell.get(..at)).unwrap_or(cell)
}

#[cfg(test)]
#[path = "stage_counts_tests.rs"]
mod tests;
