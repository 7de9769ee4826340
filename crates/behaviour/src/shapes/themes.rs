//! Themes of support tickets: how often people wrote about what, at which touchpoint.
//!
//! `theme[, touchpoint][, count][, date]`. Without a count every row is one ticket.

use std::collections::BTreeMap;

use serde::Serialize;
use touchline_words::say;

use super::cells::{bytes, text};
use super::clock::Clock;
use super::header::{Header, is_total};
use super::number::Numbers;
use super::rows::{RowTaken, each_row};
use super::shape::{Shape, missing};
use crate::error::BehaviourError;
use crate::masking::masked_but;
use crate::nothing::is_no_value;
use crate::progress::Progress;
use crate::reason::{Many, Numbered, Reason};
use crate::recognise::{ColumnKind, Recognition};
use crate::report::RowCounts;
use crate::source::Source;

/// Themes that are told apart.
const MOST: usize = 5_000;

const THEME: &[&str] =
    &["theme", "topic", "issue", "category", "reason", "contact reason", "ticket theme", "thema", "thème", "tema"];
const TOUCHPOINT: &[&str] = &["touchpoint", "stage", "step", "page", "feature", "product area", "area", "where"];
const COUNT: &[&str] = &["count", "tickets", "ticket count", "n", "number", "volume", "contacts", "anzahl"];
const DATE: &[&str] = &["date", "week", "month", "created", "created at", "day", "period", "datum"];

/// What the file says.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Themes {
    pub tickets: u64,
    /// The most frequent first.
    pub themes: Vec<Theme>,
    /// Microseconds since 1970, of the first and the last day; `None` without readable dates.
    pub first_last: Option<(i64, i64)>,
}

/// What people wrote about.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Theme {
    pub theme: String,
    /// Empty where the file does not say.
    pub touchpoint: String,
    pub tickets: u64,
}

/// The column of themes, and that of touchpoints or of counts, at least one of which makes it such a file.
pub fn columns(header: &Header) -> Option<(usize, Option<usize>, Option<usize>)> {
    let theme = header.find_where(THEME, |column| column.kind == ColumnKind::Text)?;
    let touchpoint = header.find(TOUCHPOINT).filter(|at| *at != theme);
    let count = header.number(COUNT);
    (touchpoint.is_some() || count.is_some()).then_some((theme, touchpoint, count))
}

/// Reads the file.
///
/// # Errors
/// A column is missing, or none of the rows can be used.
pub fn read(
    source: &Source,
    recognition: &Recognition,
    progress: &Progress,
) -> Result<(RowCounts, Themes), BehaviourError> {
    let header = Header::of(recognition);
    let (theme, touchpoint, count) =
        columns(&header).ok_or_else(|| missing(Shape::Themes, recognition, say!(shape_needs_themes)))?;
    let mut date = header.time(DATE).map(|at| Clock::of(source, recognition, at));
    let cells = recognition.preview.iter().filter_map(|row| row.cells.get(count?));
    let numbers = Numbers::learn(cells.map(|cell| cell.as_bytes()));
    let mut found: BTreeMap<(String, String), u64> = BTreeMap::new();
    let mut first_last: Option<(i64, i64)> = None;
    let rows = each_row(source, recognition, progress, &mut |row| -> RowTaken {
        let name = text(row, theme);
        if is_no_value(name.as_bytes()) {
            return Err(Reason::NoTheme);
        }
        if is_total(&name) {
            return Err(Reason::TotalOfTickets);
        }
        let tickets = match count {
            Some(at) => {
                let counted = numbers.count(bytes(row, at));
                counted.map_err(|problem| Reason::Number { of: Numbered::Tickets, problem })?
            }
            None => 1,
        };
        let day = match &mut date {
            Some(clock) => clock.read(row)?,
            None => None,
        };
        let key = (
            masked_but(&name, recognition.dialect.keep_names).into_owned(),
            touchpoint.map_or(String::new(), |at| text(row, at).into_owned()),
        );
        if found.len() >= MOST && !found.contains_key(&key) {
            return Err(Reason::Many { what: Many::Themes, most: MOST });
        }
        let sum = found.entry(key).or_default();
        *sum = sum.saturating_add(tickets);
        if let Some(day) = day {
            let (first, last) = first_last.unwrap_or((day, day));
            first_last = Some((first.min(day), last.max(day)));
        }
        Ok(())
    })?;
    let themes = found.into_iter().map(|((theme, touchpoint), tickets)| Theme { theme, touchpoint, tickets });
    let mut themes: Vec<Theme> = themes.collect();
    themes.sort_by_key(|theme| std::cmp::Reverse(theme.tickets));
    let tickets = themes.iter().fold(0_u64, |sum, theme| sum.saturating_add(theme.tickets));
    Ok((rows, Themes { tickets, themes, first_last }))
}
