//! The one format of a column of times, by elimination over a sample of its values.
//!
//! Every format reads the whole sample and the one that reads most wins. Counts since 1970 must lie between 1990 and two
//! years after the file was written, since any number can be read as one. Day first and month first read some columns
//! equally well: then both readings are handed out, the likelier one first.

use super::number::in_serial_range;
use super::{ColumnTime, DAY, DayCache, DayOrder, EpochUnit, TimeFormat, TimeRules, is_no_value, trimmed};

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

/// 1990-01-01 in microseconds.
const FROM_1990: i64 = 7305 * DAY;

/// Picks the format that reads most of the values; nothing if none reads any. `formats` are those that may be picked.
pub fn pick(values: &[&[u8]], formats: &[TimeFormat], rules: TimeRules) -> Option<TimePick> {
    let filled: Vec<&[u8]> = values.iter().map(|value| trimmed(value)).filter(|value| !is_no_value(value)).collect();
    let mut best: Option<(TimeFormat, usize)> = None;
    for &format in formats {
        // Every number is a plain one: only where most of the column is nothing else.
        if format == TimeFormat::Count && best.is_some_and(|(_, most)| most * 2 >= filled.len()) {
            continue;
        }
        let readable = filled.iter().filter(|value| is_plausible(value, format, rules)).count();
        if readable > best.map_or(0, |(_, most)| most) {
            best = Some((format, readable));
        }
    }
    let (format, _) = best?;
    let example = filled.iter().find(|value| format.parse(value).is_some())?;
    let reader = |format| ColumnTime::new(format, example, rules).judged_by(&filled);
    let chosen = reader(format);
    let reads = |value: &&&[u8]| is_plausible(value, format, rules) || chosen.second_format(value).is_some();
    let readable = filled.iter().filter(reads).count();
    let pick = TimePick { time: chosen, other: None, filled: filled.len(), readable };
    let TimeFormat::Numbers(_) = format else { return Some(pick) };

    let [month, day] = [DayOrder::MonthFirst, DayOrder::DayFirst].map(TimeFormat::Numbers);
    let allowed = |format| formats.contains(&format);
    let score = |format| filled.iter().filter(|value| is_plausible(value, format, rules)).count();
    if !allowed(month) || !allowed(day) || score(month) != score(day) {
        return Some(pick);
    }
    let same_either_way = filled.iter().all(|value| month.parse(value) == day.parse(value));
    if same_either_way {
        return Some(pick);
    }
    let (likelier, other) =
        if day_first_is_likelier(&filled, example, rules.day_order) { (day, month) } else { (month, day) };
    // Points between the numbers are written by nobody who puts the month first.
    let in_doubt = !example.contains(&b'.') || example.contains(&b'/');
    Some(TimePick { time: reader(likelier), other: in_doubt.then(|| reader(other)), ..pick })
}

/// Whether a value is in the format, and believable in it where a mere number would pass for a time.
fn is_plausible(value: &[u8], format: TimeFormat, rules: TimeRules) -> bool {
    let Some(micros) = format.parse(value) else { return false };
    match format {
        TimeFormat::Epoch(unit) => {
            let latest = rules.latest.map_or(i64::MAX, |latest| latest.saturating_add(2 * 365 * DAY));
            let whole_units = unit == EpochUnit::Seconds || !value.contains(&b',');
            whole_units && (FROM_1990..=latest).contains(&micros)
        }
        TimeFormat::ExcelSerial => in_serial_range(value),
        TimeFormat::Numbers(_) => rules.latest.is_none_or(|latest| micros <= latest),
        TimeFormat::Compact => micros >= -36_524 * DAY && rules.latest.is_none_or(|latest| micros <= latest),
        TimeFormat::Iso | TimeFormat::MonthName | TimeFormat::Count => true,
    }
}

/// Logs are mostly in order of time: the reading under which fewer neighbours step back is the likelier. Failing that, what
/// is usual where the user lives; failing that, slashes are American and anything else is not.
fn day_first_is_likelier(values: &[&[u8]], example: &[u8], usual: Option<DayOrder>) -> bool {
    let steps_back = |order| {
        let mut cache = DayCache::default();
        let times: Vec<i64> =
            values.iter().filter_map(|v| TimeFormat::Numbers(order).parse_cached(v, &mut cache)).collect();
        times.iter().zip(times.iter().skip(1)).filter(|(a, b)| b < a).count()
    };
    match steps_back(DayOrder::DayFirst).cmp(&steps_back(DayOrder::MonthFirst)) {
        std::cmp::Ordering::Less => true,
        std::cmp::Ordering::Greater => false,
        std::cmp::Ordering::Equal => match usual {
            Some(order) => order == DayOrder::DayFirst,
            None => !example.contains(&b'/'),
        },
    }
}
