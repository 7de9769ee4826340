//! The one format of a column of times, by elimination over a sample of its values.
//!
//! Every format reads the whole sample and the one that reads most wins. Counts since 1970 must lie between 1990 and
//! 2100, since any number can be read as one. Nothing but the values decides: neither the day nor the machine. Day first and month first read some columns
//! equally well: then both readings are handed out, the likelier one first.

use super::number::in_serial_range;
use super::{ColumnTime, DAY, DRESS_SHOWS_IN, DayCache, DayOrder, EpochUnit, TimeFormat, TimeRules};
use crate::names::trimmed;
use crate::nothing::is_no_value;

/// What a sample says about the format of its column.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TimePick {
    /// The format to take.
    pub time: ColumnTime,
    /// The other order of day and month, if the sample cannot tell them apart.
    pub other: Option<ColumnTime>,
    /// Values with something in them.
    pub filled: usize,
    /// How many of those are read, by the format or in a second one that leaves no doubt.
    pub readable: usize,
}

impl TimePick {
    /// Whether nine of ten values are times.
    pub fn is_convincing(&self) -> bool {
        self.filled > 0 && self.readable * 10 >= self.filled * 9
    }
}

/// 1990-01-01 and 2100-01-01 in microseconds.
const FROM_1990: i64 = 7305 * DAY;
const TO_2100: i64 = 47_482 * DAY;
/// 2004-01-01 and 2046-01-01: years of two digits are mostly of these.
const FROM_2004: i64 = 12_418 * DAY;
const TO_2046: i64 = 27_759 * DAY;

const YEAR_FIRST: TimeFormat = TimeFormat::Numbers(DayOrder::YearFirst);

/// Picks the format that reads most of the values; nothing if none reads any. `formats` are those that may be picked.
pub fn pick(values: &[&[u8]], formats: &[TimeFormat], rules: TimeRules) -> Option<TimePick> {
    let filled: Vec<&[u8]> = values.iter().map(|value| trimmed(value)).filter(|value| !is_no_value(value)).collect();
    // Whether a column wears another dress, a few of its values show; in all others it is not looked for.
    let few = filled.iter().step_by(filled.len().div_ceil(DRESS_SHOWS_IN).max(1));
    let dressed = few.clone().any(|value| formats.iter().any(|format| is_dressed(value, *format)));
    let reads = |value: &[u8], format: TimeFormat| {
        let is_read = dressed || format.parse_plainly(value).is_some();
        is_read && is_plausible(value, format)
    };
    let mut best: Option<(TimeFormat, usize)> = None;
    for &format in formats {
        // Every number is a plain one: only where most of the column is nothing else.
        if format == TimeFormat::Count && best.is_some_and(|(_, most)| most * 2 >= filled.len()) {
            continue;
        }
        let readable = filled.iter().filter(|value| reads(value, format)).count();
        if readable > best.map_or(0, |(_, most)| most) {
            best = Some((format, readable));
        }
    }
    let (format, _) = best?;
    let example = filled.iter().find(|value| format.parse(value).is_some())?;
    let reader = |format| ColumnTime::new(format, example, rules).judged_by(&filled);
    let chosen = reader(format);
    let as_chosen = |value: &[u8]| match chosen.is_dressed {
        true => reads(value, format),
        false => format.parse_plainly(value).is_some() && is_plausible(value, format),
    };
    let is_read = |value: &&&[u8]| as_chosen(value) || chosen.second_format(value).is_some();
    let readable = filled.iter().filter(is_read).count();
    let pick = TimePick { time: chosen, other: None, filled: filled.len(), readable };
    let TimeFormat::Numbers(_) = format else { return Some(pick) };

    let (likelier, other) = weighed(&filled, example, formats);
    Some(TimePick { time: reader(likelier), other: other.map(reader), ..pick })
}

/// What speaks for one reading of dates of three numbers; less is better.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Doubts {
    /// Values that are no dates so.
    unread: usize,
    /// Dates of years of which nobody keeps logs.
    implausible: usize,
    /// Neighbours of which the later is before the earlier, since logs are mostly in order of time.
    steps_back: usize,
    /// Days from the first to the last, where years of two digits leave open which number they are: the day changes fastest.
    days: i64,
    /// Slashes are American, anything else is not.
    unusual: bool,
}

/// Of the orders in which the numbers may stand the likeliest, and another that is as good by the values.
fn weighed(values: &[&[u8]], example: &[u8], formats: &[TimeFormat]) -> (TimeFormat, Option<TimeFormat>) {
    let orders = [DayOrder::MonthFirst, DayOrder::DayFirst, DayOrder::YearFirst].map(TimeFormat::Numbers);
    let may_be_year =
        orders.iter().any(|format| *format == YEAR_FIRST && values.iter().all(|v| format.parse(v).is_some()));
    let times_of = |format: TimeFormat| -> Vec<i64> {
        let mut cache = DayCache::default();
        values.iter().filter_map(|value| format.parse_cached(value, &mut cache)).collect()
    };
    let mut found: Vec<(Doubts, TimeFormat, Vec<i64>)> = Vec::new();
    for format in orders.into_iter().filter(|format| formats.contains(format)) {
        let times = times_of(format);
        let days = times.iter().max().zip(times.iter().min()).map_or(0, |(last, first)| (last - first) / DAY);
        let slashes = example.contains(&b'/');
        let doubts = Doubts {
            unread: values.len() - times.len(),
            implausible: times.iter().filter(|time| !(FROM_2004..TO_2046).contains(*time)).count(),
            steps_back: times.iter().zip(times.iter().skip(1)).filter(|(a, b)| b < a).count(),
            days: if may_be_year { days } else { 0 },
            unusual: slashes != (format == orders[0]),
        };
        found.push((doubts, format, times));
    }
    found.sort_by_key(|(doubts, ..)| *doubts);
    let mut found = found.into_iter();
    let Some((best, likelier, times)) = found.next() else { return (orders[0], None) };
    // Points between the numbers are written by nobody who puts the month first.
    let dotted = example.contains(&b'.') && !example.contains(&b'/');
    let month_by_points = |format: TimeFormat| dotted && format == orders[0];
    let as_good = |doubts: &Doubts| {
        let is_close = doubts.days <= best.days.max(1).saturating_mul(20);
        doubts.unread == best.unread && doubts.implausible <= best.implausible + values.len() / 10 && is_close
    };
    let other = found.find(|(doubts, format, other)| as_good(doubts) && !month_by_points(*format) && *other != times);
    (likelier, other.map(|(_, format, _)| format))
}

/// Whether a value is in the format only once its dress is put off.
pub(super) fn is_dressed(value: &[u8], format: TimeFormat) -> bool {
    format.parse_plainly(value).is_none() && is_plausible(value, format)
}

/// Whether a value is in the format, and believable in it where a mere number would pass for a time.
fn is_plausible(value: &[u8], format: TimeFormat) -> bool {
    let Some(micros) = format.parse(value) else { return false };
    match format {
        TimeFormat::Epoch(unit) => {
            // One comma alone is a decimal mark; several part groups of digits.
            let commas = value.iter().filter(|byte| **byte == b',').count();
            let whole_units = unit == EpochUnit::Seconds || commas != 1;
            whole_units && (FROM_1990..TO_2100).contains(&micros)
        }
        TimeFormat::ExcelSerial => in_serial_range(value),
        TimeFormat::Compact => (-36_524 * DAY..TO_2100).contains(&micros),
        TimeFormat::Numbers(_) | TimeFormat::Iso | TimeFormat::MonthName | TimeFormat::Count => true,
    }
}
