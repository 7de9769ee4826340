//! Rows with more fields than their header: which of the names stand where.
//!
//! `write.table` of R leaves the row numbers without a name; a decimal comma or a comma in a text that nobody quoted makes two
//! fields of one. Where one of these explains the rows, and the names fit their columns by it, the names are moved; what else
//! it may be is told, and the names stay where they are.

use touchline_words::say;

use crate::names::trimmed;
use crate::records::Record;
use crate::roles::{names_event, names_time};
use crate::times::TimeFormat;

/// What makes rows wider than their header.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Wider {
    /// The first column holds row numbers or row names.
    Index,
    /// A field of numbers with a comma, of which this is the second half.
    Decimals(usize),
    /// A field of text with a comma, of which this is the second half.
    Text(usize),
    /// Nothing that is known.
    Unknown,
}

/// The name of a column of row numbers.
const INDEX: &str = "index";

/// Rows by which it is judged.
const LOOKED_AT: usize = 500;

/// What makes the rows wider than the header, if most are.
pub(super) fn wider(header: &Record, rows: &[Record], width: usize) -> Option<Wider> {
    let rows: Vec<&Record> = rows.iter().filter(|row| row.width() == width).take(LOOKED_AT).collect();
    let filled = |at: usize| rows.iter().filter(|row| !cell(row, at).is_empty()).count();
    let most_filled = (0..width).all(|at| at + 1 < header.width() || filled(at) * 2 > rows.len());
    if header.width() >= width || rows.is_empty() || !most_filled {
        return None;
    }
    if header.width() + 1 != width {
        return Some(Wider::Unknown);
    }
    let as_it_stands = fit(header, &rows, header.width());
    let explained = (0..header.width()).filter_map(|at| Some((fit(header, &rows, at), explanation(&rows, at)?)));
    // Among equals the first explanation.
    let best = explained.fold(None, |best: Option<(i64, Wider)>, found| match best {
        Some(best) if best.0 >= found.0 => Some(best),
        _ => Some(found),
    });
    Some(match best {
        Some((fits, Wider::Index)) if fits >= as_it_stands => Wider::Index,
        Some((fits, why)) if fits > as_it_stands => why,
        _ => Wider::Unknown,
    })
}

impl Wider {
    /// The names of all columns, where they are known.
    pub(super) fn names(self, header: &Record) -> Vec<String> {
        let mut names: Vec<String> =
            header.fields().map(|field| String::from_utf8_lossy(trimmed(field)).into_owned()).collect();
        match self {
            Wider::Index => names.insert(0, INDEX.to_owned()),
            Wider::Decimals(at) | Wider::Text(at) => {
                let first = names.get(at.saturating_sub(1)).cloned().unwrap_or_default();
                names.insert(at.min(names.len()), first);
            }
            Wider::Unknown => {}
        }
        names
    }

    /// What a person has to know.
    pub(super) fn told(self, header: &Record, width: usize) -> String {
        let name = |at: usize| String::from_utf8_lossy(trimmed(header.field(at - 1).unwrap_or_default())).into_owned();
        match self {
            Wider::Index => say!(log_told_index, name = INDEX),
            Wider::Decimals(at) => say!(log_told_decimals, name = name(at)),
            Wider::Text(at) => say!(log_told_comma_in_text, name = name(at)),
            Wider::Unknown => say!(log_told_wider, width, header = header.width()),
        }
    }
}

fn cell(row: &Record, at: usize) -> &[u8] {
    trimmed(row.field(at).unwrap_or_default())
}

/// How well the names fit their columns if there is one without a name at this place.
fn fit(header: &Record, rows: &[&Record], unnamed: usize) -> i64 {
    let score = |(nth, name): (usize, &[u8])| {
        let at = if nth < unnamed { nth } else { nth + 1 };
        let name = String::from_utf8_lossy(trimmed(name)).into_owned();
        let share =
            |test: &dyn Fn(&[u8]) -> bool| rows.iter().filter(|row| test(cell(row, at))).count() * 10 >= rows.len() * 9;
        match (names_time(&name), names_event(&name)) {
            (true, _) => {
                if share(&is_time) {
                    4
                } else {
                    -4
                }
            }
            (_, true) => {
                if share(&is_number) || share(&is_time) {
                    -1
                } else {
                    1
                }
            }
            _ => 0,
        }
    };
    header.fields().enumerate().map(score).sum()
}

/// What would make a column without a name at this place.
fn explanation(rows: &[&Record], at: usize) -> Option<Wider> {
    let all = |test: &dyn Fn(&Record) -> bool| rows.iter().filter(|row| test(row)).count() * 10 >= rows.len() * 9;
    let Some(before) = at.checked_sub(1) else {
        let mut seen = std::collections::HashSet::new();
        return rows.iter().all(|row| seen.insert(cell(row, 0))).then_some(Wider::Index);
    };
    let is_short = |text: &[u8]| (1..=3).contains(&text.len()) && is_whole(text);
    if all(&|row| {
        is_whole(cell(row, before).strip_prefix(b"-").unwrap_or(cell(row, before))) && is_short(cell(row, at))
    }) {
        return Some(Wider::Decimals(at));
    }
    let begins_with_blank =
        |row: &Record| row.field(at).and_then(<[u8]>::first) == Some(&b' ') && !cell(row, at).is_empty();
    all(&begins_with_blank).then_some(Wider::Text(at))
}

fn is_whole(text: &[u8]) -> bool {
    !text.is_empty() && text.iter().all(u8::is_ascii_digit)
}

fn is_number(text: &[u8]) -> bool {
    !text.is_empty() && text.iter().all(|byte| byte.is_ascii_digit() || b".,-".contains(byte))
}

fn is_time(text: &[u8]) -> bool {
    let formats = TimeFormat::ALL.into_iter().filter(|format| *format != TimeFormat::Count);
    formats.into_iter().any(|format| format.parse(text).is_some() && (text.len() >= 8))
}
