//! What was guessed about a file as a whole, in sentences for a person who is about to count on it.

use std::collections::HashSet;

use touchline_words::direction::Listed;
use touchline_words::say;

use super::column::{Column, ColumnKind};
use super::wider::Wider;
use crate::encoding::TextEncoding;
use crate::names::{one_name, trimmed};
use crate::numbers::{Allowed, allowed, has_word};
use crate::records::Record;
use crate::roles::Roles;
use crate::source::Source;
use crate::times::{Otherwise, TimeFormat, counted_otherwise};

/// So many repeated names, or columns of one kind, are told.
const MOST_TOLD: usize = 5;

/// The sentences, in the order in which the file is read.
pub(super) fn told(
    has_rows_below: bool,
    encoding: &TextEncoding,
    header: Option<&Record>,
    names: &[String],
    wider: Option<Wider>,
) -> Vec<String> {
    let mut told = Vec::new();
    told.extend(encoding.doubt_words());
    let mend = encoding.mend();
    if mend.whole_lines {
        told.push(say!(log_told_whole_lines).to_owned());
    }
    if mend.typographic {
        told.push(say!(log_told_typographic).to_owned());
    }
    if mend.escaped.is_some() {
        told.push(say!(log_told_escaped).to_owned());
    }
    if let Some(sign) = mend.doubled {
        told.push(say!(log_told_doubled, sign = format!("{0}{0}", char::from(sign))));
    }
    if let (Some(header), Some(wider)) = (header, wider) {
        told.push(wider.told(header, names.len()));
    }
    if has_rows_below {
        told.push(say!(log_told_header_rows).to_owned());
    } else if wider.is_none() {
        told.extend(header.into_iter().flat_map(|header| repeated(header, names)));
    }
    told
}

/// Columns that do not show in the sheet.
pub(super) fn hidden(source: &Source, names: &[String]) -> Option<String> {
    let hidden: Vec<&String> =
        names.iter().enumerate().filter(|(at, _)| source.is_hidden_column(*at)).map(|(_, name)| name).collect();
    let named: Vec<String> = hidden.iter().take(MOST_TOLD).map(|name| say!(log_quoted, name)).collect();
    let (names, more) = (named.listed(", "), hidden.len().saturating_sub(MOST_TOLD));
    match (hidden.len(), more) {
        (0, _) => None,
        (1, _) => Some(say!(log_told_hidden_column, names)),
        (_, 0) => Some(say!(log_told_hidden_columns, names)),
        _ => Some(say!(log_told_hidden_columns, names = say!(log_names_and_more, names, more))),
    }
}

/// Numbers that a word makes larger: `1,2 Mio.`
pub(super) fn numbers_in_words(columns: &[Column], rows: &[Record]) -> Vec<String> {
    /// Values that are shown of a column.
    const SHOWN: usize = 2;
    let of_column = |(at, column): (usize, &Column)| {
        let pick = column.number.as_ref()?;
        let (number, is_open) = (pick.number, pick.other.is_some());
        let mut shown: Vec<String> = Vec::new();
        for cell in rows.iter().filter_map(|row| row.field(at)).map(trimmed).filter(|cell| has_word(cell)) {
            // What nothing settles is not read, and its rows say so.
            let is_left_out = is_open && matches!(allowed(cell), Allowed::Open(_));
            let Some(value) = number.read(cell).ok().filter(|_| !is_left_out) else { continue };
            let value = (value * 1e6).round() / 1e6;
            let words = say!(log_told_number, text = String::from_utf8_lossy(cell), value = value.to_string());
            if !shown.contains(&words) {
                shown.push(words);
            }
            if shown.len() == SHOWN {
                break;
            }
        }
        (!shown.is_empty()).then(|| say!(log_told_numbers_in_words, column = column.name, numbers = shown.listed(", ")))
    };
    columns.iter().enumerate().filter_map(of_column).take(MOST_TOLD).collect()
}

/// Times that are plain numbers, which are no dates of any calendar.
pub(super) fn plain_times(columns: &[Column], roles: Roles) -> Option<String> {
    let column = columns.get(roles.time?)?;
    let is_plain = column.time.is_some_and(|pick| pick.time.format() == TimeFormat::Count);
    is_plain.then(|| say!(log_told_plain_times, column = column.name))
}

/// Weeks of the year, and years of an era that a letter stands for: what was made of them.
pub(super) fn other_calendars(columns: &[Column]) -> Vec<String> {
    let of_column = |column: &Column| {
        let found = column.samples.iter().find_map(|value| Some((value, counted_otherwise(value)?)));
        match found? {
            (text, Otherwise::Week(date)) => Some(say!(log_told_weeks, column = column.name, text, date)),
            (text, Otherwise::LetteredEra(date)) => Some(say!(log_told_era, column = column.name, text, date)),
        }
    };
    let of_times = columns.iter().filter(|column| column.kind == ColumnKind::Time);
    of_times.filter_map(of_column).take(MOST_TOLD).collect()
}

/// Dates of a year in which nobody kept logs, as those of another calendar seem to be.
pub(super) fn old_dates(columns: &[Column], roles: Roles) -> Option<String> {
    /// The first moment of 1900, and a year, in microseconds.
    const FIRST: i64 = -2_208_988_800_000_000;
    const YEAR: i64 = 31_556_952_000_000;
    let column = columns.get(roles.time?)?;
    let is_count = column.time.is_some_and(|pick| pick.time.format() == TimeFormat::Count);
    let (_, last) = column.first_last.filter(|(_, last)| !is_count && *last < FIRST)?;
    Some(say!(log_told_old_dates, column = column.name, year = (1970 + last.div_euclid(YEAR)).to_string()))
}

/// Names that the header has twice, and what the later column is called.
fn repeated(header: &Record, names: &[String]) -> Vec<String> {
    let mut seen = HashSet::new();
    let again = |(cell, called): (&[u8], &String)| {
        let name = one_name(&String::from_utf8_lossy(cell)).into_owned();
        let is_again = !name.is_empty() && !seen.insert(name.clone());
        // The first of them has another name where it does not show.
        (is_again && one_name(called) != name).then(|| say!(log_told_twice, name, called))
    };
    header.fields().zip(names).filter_map(again).take(MOST_TOLD).collect()
}
