//! What the cells of each column of a sample are.

use std::collections::HashSet;

use super::column::{Column, ColumnKind, Distinct};
use super::numbers::NumberKind;
use super::overrides::Overrides;
use crate::names::trimmed;
use crate::nothing::is_no_value;
use crate::numbers::pick_all;
use crate::personal;
use crate::records::Record;
use crate::roles::{names_moment, names_time};
use crate::times::pick::{TimePick, pick};
use crate::times::{ColumnTime, DayCache, DayOrder, TimeFormat, TimeRules};

/// Different values kept of a column.
const SAMPLES: usize = 6;
/// Values by which times and personal things are recognised.
const LOOKED_AT: usize = 2000;
/// A sample value is shown in a list: more than this of it helps nobody.
const LONGEST_SAMPLE: usize = 80;

/// Describes every column of a sample.
pub(super) fn describe(names: &[String], rows: &[Record], overrides: &Overrides, rules: TimeRules) -> Vec<Column> {
    let cells_of =
        |at: usize| -> Vec<&[u8]> { rows.iter().map(|row| trimmed(row.field(at).unwrap_or_default())).collect() };
    let column = |(at, name): (usize, &String)| {
        let is_nothing = |cell: &[u8]| cell.is_empty() || (!overrides.keep_null_words && is_no_value(cell));
        let (all, mut cells) = (rows.len(), cells_of(at));
        cells.retain(|cell| !is_nothing(cell));
        let looked_at = spread(&cells, LOOKED_AT);
        let fixed = overrides.time_formats.get(&at).copied();
        let time = match fixed {
            Some(format) => fixed_format(&looked_at, format, rules),
            None => pick(&looked_at, &TimeFormat::ALL, rules).map(|pick| in_order(pick, overrides.date_order)),
        };
        describe_one(name, (&cells, &looked_at), all - cells.len(), (time, fixed.is_some()))
    };
    let mut columns: Vec<Column> = names.iter().enumerate().map(column).collect();
    let is_number = |column: &Column| matches!(column.kind, ColumnKind::Integer | ColumnKind::Decimal);
    let numbers: Vec<usize> = (0..columns.len()).filter(|at| columns.get(*at).is_some_and(is_number)).collect();
    let values: Vec<Vec<&[u8]>> = numbers.iter().map(|at| spread(&cells_of(*at), LOOKED_AT)).collect();
    for (at, pick) in numbers.into_iter().zip(pick_all(&values)) {
        if let Some(column) = columns.get_mut(at) {
            column.number = pick;
        }
    }
    columns
}

fn describe_one(
    name: &str,
    (filled, looked_at): (&[&[u8]], &[&[u8]]),
    blank: usize,
    (time, is_fixed): (Option<TimePick>, bool),
) -> Column {
    let kind = match time {
        Some(_) if is_fixed => ColumnKind::Time,
        Some(pick) if is_time(name, &pick) => ColumnKind::Time,
        _ => NumberKind::of(filled),
    };
    let different: HashSet<&[u8]> = filled.iter().copied().collect();
    let samples = first_different(filled);
    let texts: Vec<&str> = looked_at.iter().filter_map(|cell| std::str::from_utf8(cell).ok()).collect();
    Column {
        name: name.to_owned(),
        kind,
        time,
        blank: blank as u64,
        filled: filled.len() as u64,
        distinct: Distinct { count: different.len(), capped: false },
        first_last: time.filter(|_| kind == ColumnKind::Time).and_then(|pick| first_last(filled, pick.time)),
        number: None,
        samples,
        called: None,
        personal: personal::recognise(name, &texts),
    }
}

/// At most so many of the values, evenly from the first to the last.
fn spread<'a>(values: &[&'a [u8]], most: usize) -> Vec<&'a [u8]> {
    values.iter().copied().step_by(values.len().div_ceil(most).max(1)).collect()
}

/// Times that are read in two orders, in the one that a person has named.
fn in_order(pick: TimePick, order: Option<DayOrder>) -> TimePick {
    let named = order.map(TimeFormat::Numbers);
    match pick.other {
        Some(_) if named == Some(pick.time.format()) => TimePick { other: None, ..pick },
        Some(other) if named == Some(other.format()) => TimePick { time: other, other: None, ..pick },
        Some(_) | None => pick,
    }
}

fn fixed_format(values: &[&[u8]], format: TimeFormat, rules: TimeRules) -> Option<TimePick> {
    let example = values.iter().find(|value| format.parse(value).is_some()).copied().unwrap_or_default();
    let filled = values.iter().filter(|value| !is_no_value(value)).count();
    let readable = values.iter().filter(|value| format.parse(value).is_some()).count();
    Some(TimePick { time: ColumnTime::new(format, example, rules).judged_by(values), other: None, filled, readable })
}

/// Whether a column is one of times: calendar times are by their looks, but a number is one only if its name says so or
/// nothing else is as long.
fn is_time(name: &str, pick: &TimePick) -> bool {
    // A name that says so makes up for some values that do not read.
    let enough = pick.is_convincing() || (names_time(name) && pick.readable * 2 >= pick.filled);
    match pick.time.format() {
        TimeFormat::Count => false,
        TimeFormat::Iso | TimeFormat::Numbers(_) | TimeFormat::MonthName => enough,
        TimeFormat::Epoch(_) => enough && (names_time(name) || names_moment(name)),
        TimeFormat::ExcelSerial | TimeFormat::Compact => enough && names_time(name),
    }
}

fn first_different(filled: &[&[u8]]) -> Vec<String> {
    let mut samples: Vec<String> = Vec::new();
    for cell in filled.iter().take(LOOKED_AT) {
        let text: String = String::from_utf8_lossy(cell).chars().take(LONGEST_SAMPLE).collect();
        if !samples.contains(&text) {
            samples.push(text);
        }
        if samples.len() == SAMPLES {
            break;
        }
    }
    samples
}

fn first_last(filled: &[&[u8]], time: ColumnTime) -> Option<(i64, i64)> {
    let mut cache = DayCache::default();
    let times = filled.iter().filter_map(|cell| time.read(cell, &mut cache).ok());
    times.fold(None, |range, micros| {
        let (first, last) = range.unwrap_or((micros, micros));
        Some((micros.min(first), micros.max(last)))
    })
}
