//! Times as logs write them, read as microseconds since 1970 in UTC.
//!
//! A column has one [`TimeFormat`], chosen by elimination over a sample ([`pick`]) and never guessed per value. A value
//! that the format cannot read is tried in the shapes that no other shape can be taken for (year first, month by name,
//! Excel's day number with a fraction), since a system's upgrade may change the format in the middle of a file; what is
//! then still unread is a [`TimeProblem`] of that row. A time without a zone is UTC, unless the [`TimeRules`] name a [`Zone`].
//!
//! Dates in other dress ([`plainer`]) are read by the format that they have in plain one. Years of the Buddhist calendar are
//! those from 2400 to 2700.
//!
//! # Limits
//! Years 1000 to 9999. What is finer than a microsecond is cut off. Leap seconds count as the first second of the next minute.

mod calendar;
mod clock;
mod day_cache;
mod number;
pub mod pick;
mod plain;
mod plainer;
mod spoken;
mod units;
mod years;
pub mod zone;

use std::time::{Duration, SystemTime, UNIX_EPOCH};

pub use day_cache::DayCache;
use touchline_words::say;
use units::Written;
pub use units::{DAY, DayOrder, EpochUnit};
pub use years::{Otherwise, counted_otherwise};
use zone::{Stretch, Zone};

use crate::names::trimmed;
use crate::nothing::is_no_value;

/// How the times of one column are written. Clock, fraction and zone are read in every calendar format.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum TimeFormat {
    /// Year first: `2026-11-03 14:05:22`, `2026-11-03T14:05:22.5+02:00`, `2026/11/3`.
    Iso,
    /// Year first without separators: `20261103`, `20261103T140522Z`, `20261103140522`.
    Compact,
    /// Three numbers with the year last, or a year of two digits first: `3.11.2026 14:05`, `11/3/2026 2:05:22 PM`, `26-11-03`.
    Numbers(DayOrder),
    /// The month by its English name: `3 Nov 2026 14:05`, `Nov 3, 2026, 2:05 PM`.
    MonthName,
    /// A count since the start of 1970.
    Epoch(EpochUnit),
    /// Days since 1899-12-30 with a fraction, as Excel stores a time: `46329.5870601852`.
    ExcelSerial,
    /// Plain numbers that are no calendar time; each is read as seconds.
    Count,
}

/// The details of how a column writes its times: for showing the format, not for reading.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Look {
    separator: char,
    joiner: char,
    clock: Clock,
    fraction: bool,
    zone: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Clock {
    None,
    Minutes,
    Seconds,
    Minutes12,
    Seconds12,
}

/// The reader of one column of times.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ColumnTime {
    format: TimeFormat,
    look: Look,
    /// There are times of day without a zone among its values.
    is_zoneless: bool,
    /// Whether values are looked at for what [`plainer`] knows.
    is_dressed: bool,
    /// The column in which the times of day stand, where this one has the dates alone.
    clock: Option<usize>,
    rules: TimeRules,
}

/// So many values of a column are looked at for another dress.
pub(crate) const DRESS_SHOWS_IN: usize = 60;

/// Which readable times are believed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub struct TimeRules {
    /// Microseconds since 1970; a later time is refused.
    latest: Option<i64>,
    /// The zone of times that carry none; UTC without it.
    zone: Option<Zone>,
}

/// Why a cell gives no time.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum TimeProblem {
    Blank,
    Unreadable,
    Year1,
    ExcelZero,
    UnixZero,
    EndOfTime,
    Ahead,
}

impl std::fmt::Display for TimeProblem {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(match self {
            Self::Blank => say!(reason_time_empty),
            Self::Unreadable => say!(reason_time_unreadable),
            Self::Year1 => say!(reason_time_year_1),
            Self::ExcelZero => say!(reason_time_excel_zero),
            Self::UnixZero => say!(reason_time_unix_zero),
            Self::EndOfTime => say!(reason_time_end_of_time),
            Self::Ahead => say!(reason_time_ahead),
        })
    }
}

impl std::error::Error for TimeProblem {}

impl TimeRules {
    /// The rules of a day on which the clock shows `now`: nothing later than two days after, since a time without a zone may
    /// be of any. When the file was written decides nothing, as copies and archives keep no such time.
    pub fn by_the_clock(now: SystemTime) -> TimeRules {
        let since_1970 = now.duration_since(UNIX_EPOCH).unwrap_or(Duration::ZERO);
        let micros = i64::try_from(since_1970.as_micros()).unwrap_or(i64::MAX);
        TimeRules { latest: Some(micros.saturating_add(2 * DAY)), ..TimeRules::default() }
    }

    /// The same rules with a zone for times that carry none.
    pub fn in_zone(self, zone: Option<Zone>) -> TimeRules {
        TimeRules { zone, ..self }
    }

    #[inline]
    fn check(&self, micros: i64) -> Result<i64, TimeProblem> {
        // Nearly every time of a log lies here, where nothing is a placeholder.
        let is_plain = micros > 0 && micros < calendar::END_OF_TIME * DAY;
        if is_plain && self.latest.is_none_or(|latest| micros <= latest) {
            return Ok(micros);
        }
        self.check_closely(micros)
    }

    #[cold]
    fn check_closely(&self, micros: i64) -> Result<i64, TimeProblem> {
        match placeholder(micros) {
            Some(problem) => Err(problem),
            None if self.latest.is_some_and(|latest| micros > latest) => Err(TimeProblem::Ahead),
            None => Ok(micros),
        }
    }

    /// The moment of a time on the clock of a zone. Placeholders are known by what is written; midnight of 1970 by the moment
    /// as well, since a system may have written it by its own clock.
    #[inline(never)]
    fn check_in(&self, zone: Zone, clock: i64, cache: &mut DayCache) -> Result<i64, TimeProblem> {
        let is_plain = clock > 2 * DAY && clock < calendar::END_OF_TIME * DAY;
        if let Some(problem) = if is_plain { None } else { placeholder(clock) } {
            return Err(problem);
        }
        let micros = zone.moment(clock, &mut cache.stretch);
        if micros == 0 {
            return Err(TimeProblem::UnixZero);
        }
        if self.latest.is_some_and(|latest| micros > latest) { Err(TimeProblem::Ahead) } else { Ok(micros) }
    }
}

/// What stands for "no date" in a system that has to write one.
fn placeholder(micros: i64) -> Option<TimeProblem> {
    match micros.div_euclid(DAY) {
        calendar::YEAR_1 => Some(TimeProblem::Year1),
        calendar::EXCEL_ZERO => Some(TimeProblem::ExcelZero),
        calendar::END_OF_TIME => Some(TimeProblem::EndOfTime),
        _ => (micros == 0).then_some(TimeProblem::UnixZero),
    }
}

impl TimeFormat {
    /// Every format, in the order in which it is preferred when several read a sample equally well.
    pub const ALL: [TimeFormat; 12] = [
        TimeFormat::Iso,
        TimeFormat::Compact,
        TimeFormat::Numbers(DayOrder::MonthFirst),
        TimeFormat::Numbers(DayOrder::DayFirst),
        TimeFormat::Numbers(DayOrder::YearFirst),
        TimeFormat::MonthName,
        TimeFormat::Epoch(EpochUnit::Seconds),
        TimeFormat::Epoch(EpochUnit::Millis),
        TimeFormat::Epoch(EpochUnit::Micros),
        TimeFormat::Epoch(EpochUnit::Nanos),
        TimeFormat::ExcelSerial,
        TimeFormat::Count,
    ];

    /// A word of its own for each format, to be kept between two starts.
    pub fn word(self) -> &'static str {
        match self {
            TimeFormat::Iso => "year-first",
            TimeFormat::Compact => "compact",
            TimeFormat::Numbers(DayOrder::DayFirst) => "day-first",
            TimeFormat::Numbers(DayOrder::MonthFirst) => "month-first",
            TimeFormat::Numbers(DayOrder::YearFirst) => "short-year-first",
            TimeFormat::MonthName => "month-name",
            TimeFormat::Epoch(EpochUnit::Seconds) => "epoch-s",
            TimeFormat::Epoch(EpochUnit::Millis) => "epoch-ms",
            TimeFormat::Epoch(EpochUnit::Micros) => "epoch-us",
            TimeFormat::Epoch(EpochUnit::Nanos) => "epoch-ns",
            TimeFormat::ExcelSerial => "excel",
            TimeFormat::Count => "count",
        }
    }

    /// The format that a word stands for.
    pub fn of_word(word: &str) -> Option<TimeFormat> {
        TimeFormat::ALL.into_iter().find(|format| format.word() == word)
    }

    /// Microseconds since 1970 in UTC, or nothing if the text is not in this format. A time without a zone is UTC. Blanks
    /// around it do not matter.
    pub fn parse(&self, text: &[u8]) -> Option<i64> {
        self.parse_cached(text, &mut DayCache::default())
    }

    /// The same without looking behind another dress.
    pub(crate) fn parse_plainly(&self, text: &[u8]) -> Option<i64> {
        self.written_plainly(trimmed(text), &mut DayCache::default()).map(|written| written.micros)
    }

    /// The same, and whether the text says its zone.
    pub fn parse_with_zone(&self, text: &[u8]) -> Option<(i64, bool)> {
        self.written(text, &mut DayCache::default()).map(|written| (written.micros, written.has_zone))
    }

    /// The same with the last day remembered: for loops over many rows.
    #[inline]
    pub fn parse_cached(&self, text: &[u8], cache: &mut DayCache) -> Option<i64> {
        self.written(text, cache).map(|written| written.micros)
    }

    #[inline]
    fn written(&self, text: &[u8], cache: &mut DayCache) -> Option<Written> {
        let text = trimmed(text);
        self.written_plainly(text, cache).or_else(|| self.written_in_other_dress(text))
    }

    #[cold]
    fn written_in_other_dress(&self, text: &[u8]) -> Option<Written> {
        match self {
            TimeFormat::Epoch(unit) => number::epoch(&plainer::ungrouped(text)?, *unit).map(Written::moment),
            TimeFormat::ExcelSerial | TimeFormat::Count => None,
            TimeFormat::Iso | TimeFormat::Compact | TimeFormat::Numbers(_) | TimeFormat::MonthName => {
                let plain = plainer::plainer(text)?;
                let written = self.written_plainly(plain.text.as_bytes(), &mut DayCache::default())?;
                match plain.zone {
                    None => Some(written),
                    Some(name) => Some(Written::moment(Zone::named(&name).ok()?.moment_of(written.micros))),
                }
            }
        }
    }

    #[inline]
    fn written_plainly(&self, text: &[u8], cache: &mut DayCache) -> Option<Written> {
        match self {
            TimeFormat::Iso => calendar::iso(text, cache),
            TimeFormat::Compact => calendar::compact(text),
            TimeFormat::Numbers(order) => calendar::numbers(text, *order, cache),
            TimeFormat::MonthName => calendar::month_name(text),
            TimeFormat::Epoch(unit) => number::epoch(text, *unit).map(Written::moment),
            TimeFormat::ExcelSerial => number::excel_serial(text).map(Written::on_the_wall),
            TimeFormat::Count => number::count(text).map(Written::moment),
        }
    }
}

impl ColumnTime {
    /// A reader for a format that a person chose; `example` is any value of the column, for its look.
    pub fn new(format: TimeFormat, example: &[u8], rules: TimeRules) -> ColumnTime {
        let look = Look::of(trimmed(example));
        let column = ColumnTime { format, look, is_zoneless: false, is_dressed: false, clock: None, rules };
        column.judged_by(&[example])
    }

    /// The same, having seen these values: whether there are times of day without a zone, and whether the column wears
    /// another dress, as one value in ten shows. A single one that does is no date of it.
    pub(crate) fn judged_by(self, values: &[&[u8]]) -> ColumnTime {
        let few = || values.iter().step_by(values.len().div_ceil(DRESS_SHOWS_IN).max(1));
        let dressed = few().filter(|value| pick::is_dressed(trimmed(value), self.format)).count();
        let is_dressed = dressed * 10 >= few().count().max(1);
        let has_clock = |text: &[u8]| match self.format {
            TimeFormat::Compact => text.len() > "20261103".len(),
            TimeFormat::ExcelSerial => text.contains(&b'.') || text.contains(&b','),
            _ => text.contains(&b':') || plainer::plainer(text).is_some_and(|plain| plain.text.contains(':')),
        };
        let is_zoneless = |text: &&[u8]| {
            let written = self.format.written(text, &mut DayCache::default());
            written.is_some_and(|written| !written.has_zone) && has_clock(trimmed(text))
        };
        ColumnTime { is_zoneless: values.iter().any(is_zoneless), is_dressed, ..self }
    }

    /// Whether there are times of day without a zone among the values by which the column is known.
    pub fn is_zoneless(&self) -> bool {
        self.is_zoneless
    }

    /// The zone in which those are read, where one was named.
    pub fn zone(&self) -> Option<Zone> {
        self.rules.zone
    }

    /// The zone in which times without one are read, where there are such: UTC unless another was named. `None` where every
    /// time tells its own.
    pub fn assumed_zone(&self) -> Option<Zone> {
        match self.rules.zone {
            Some(zone) => Some(zone),
            None => self.is_zoneless.then(|| Zone::named("UTC").ok()).flatten(),
        }
    }

    /// A reader that takes every time as it is written, for days of the calendar.
    pub fn as_written(self) -> ColumnTime {
        ColumnTime { rules: self.rules.in_zone(None), ..self }
    }

    /// A reader that believes times of any day to come: for questions that name their own last moment.
    pub fn of_any_day(self) -> ColumnTime {
        ColumnTime { rules: TimeRules { latest: None, ..self.rules }, ..self }
    }

    /// A reader of dates whose times of day stand in another column.
    pub fn with_clock_in(self, column: usize) -> ColumnTime {
        ColumnTime { clock: Some(column), is_zoneless: true, ..self }
    }

    /// The column in which the times of day stand, where they stand apart from the dates.
    pub fn clock_column(&self) -> Option<usize> {
        self.clock
    }

    /// Whether these are dates of the calendar without times of day.
    pub fn is_dates_alone(&self) -> bool {
        let is_calendar = match self.format {
            TimeFormat::Iso | TimeFormat::Compact | TimeFormat::Numbers(_) | TimeFormat::MonthName => true,
            TimeFormat::Epoch(_) | TimeFormat::ExcelSerial | TimeFormat::Count => false,
        };
        is_calendar && self.look.clock == Clock::None
    }

    /// How the times are written.
    pub fn format(&self) -> TimeFormat {
        self.format
    }

    /// The format shown by the same moment always, the afternoon of 3 November 2026: `2026-11-03 14:05:22`.
    pub fn name(&self) -> String {
        let Look { separator, joiner, clock, fraction, zone } = self.look;
        let date = match self.format {
            TimeFormat::Iso => format!("2026{separator}11{separator}03"),
            TimeFormat::Compact => "20261103".to_owned(),
            TimeFormat::Numbers(DayOrder::DayFirst) => format!("03{separator}11{separator}2026"),
            TimeFormat::Numbers(DayOrder::MonthFirst) => format!("11{separator}03{separator}2026"),
            TimeFormat::Numbers(DayOrder::YearFirst) => format!("26{separator}11{separator}03"),
            TimeFormat::MonthName => "3 Nov 2026".to_owned(),
            TimeFormat::Epoch(EpochUnit::Seconds) => return say!(log_time_epoch_s).to_owned(),
            TimeFormat::Epoch(EpochUnit::Millis) => return say!(log_time_epoch_ms).to_owned(),
            TimeFormat::Epoch(EpochUnit::Micros) => return say!(log_time_epoch_us).to_owned(),
            TimeFormat::Epoch(EpochUnit::Nanos) => return say!(log_time_epoch_ns).to_owned(),
            TimeFormat::ExcelSerial => return say!(log_time_excel).to_owned(),
            TimeFormat::Count => return say!(log_time_count).to_owned(),
        };
        let (time, half) = match clock {
            Clock::None => return date,
            Clock::Minutes => ("14:05", ""),
            Clock::Seconds => ("14:05:22", ""),
            Clock::Minutes12 => ("2:05", " PM"),
            Clock::Seconds12 => ("2:05:22", " PM"),
        };
        let fraction = if fraction { ".5" } else { "" };
        let zone = if zone { "+01:00" } else { "" };
        format!("{date}{joiner}{time}{fraction}{half}{zone}")
    }

    /// The time of a cell, or why there is none.
    #[inline(always)]
    pub fn read(&self, cell: &[u8], cache: &mut DayCache) -> Result<i64, TimeProblem> {
        if self.format == TimeFormat::Iso
            && let Some(micros) = plain::iso(cell)
        {
            return match self.rules.zone {
                None => self.rules.check(micros),
                Some(zone) => self.rules.check_in(zone, micros, cache),
            };
        }
        self.read_patiently(cell, cache)
    }

    /// The same as the clock of the zone that was named shows it, UTC's without one: for days and months of the calendar.
    pub fn read_on_clock(&self, cell: &[u8], cache: &mut DayCache) -> Result<i64, TimeProblem> {
        let moment = self.read(cell, cache)?;
        // Plain numbers are on no clock.
        let zone = self.rules.zone.filter(|_| self.format != TimeFormat::Count);
        Ok(zone.map_or(moment, |zone| zone.clock(moment)))
    }

    #[inline(never)]
    fn read_patiently(&self, cell: &[u8], cache: &mut DayCache) -> Result<i64, TimeProblem> {
        let found = match self.is_dressed {
            true => self.format.written(cell, cache),
            false => self.format.written_plainly(trimmed(cell), cache),
        };
        let found = found.or_else(|| self.second_format(cell));
        match (found, self.rules.zone) {
            // Plain numbers are no dates: nothing in them stands for "no date".
            (Some(written), _) if self.format == TimeFormat::Count => Ok(written.micros),
            (Some(Written { micros, has_zone: false }), Some(zone)) => self.rules.check_in(zone, micros, cache),
            (Some(written), _) => {
                cache.stretch = Stretch::default();
                self.rules.check(written.micros)
            }
            (None, _) if is_no_value(trimmed(cell)) => Err(TimeProblem::Blank),
            (None, _) => Err(TimeProblem::Unreadable),
        }
    }

    /// Another format inside the column, if its shape leaves no doubt.
    #[cold]
    fn second_format(&self, cell: &[u8]) -> Option<Written> {
        if self.format == TimeFormat::Count {
            return None;
        }
        let cell = trimmed(cell);
        let is_serial = || number::looks_like_serial(cell);
        let serial = || number::excel_serial(cell).filter(|_| is_serial()).map(Written::on_the_wall);
        calendar::iso(cell, &mut DayCache::default()).or_else(|| calendar::month_name(cell)).or_else(serial)
    }
}

impl Look {
    fn of(example: &[u8]) -> Look {
        let text = String::from_utf8_lossy(example);
        let separator = text.chars().find(|c| matches!(c, '-' | '/' | '.')).unwrap_or('-');
        let joiner = if text.chars().nth(10) == Some('T') { 'T' } else { ' ' };
        let colons = text.split('+').next().unwrap_or_default().matches(':').count();
        let half_day =
            text.to_ascii_lowercase().contains(['a', 'p']) && text.to_ascii_lowercase().ends_with(['m', '.']);
        let clock = match (colons, half_day) {
            (0, _) => Clock::None,
            (1, false) => Clock::Minutes,
            (1, true) => Clock::Minutes12,
            (_, false) => Clock::Seconds,
            (_, true) => Clock::Seconds12,
        };
        let after_clock = text.rsplit(':').next().unwrap_or_default();
        let zone = colons > 0 && (text.ends_with(['Z', 'z']) || text.contains('+') || after_clock.contains('-'));
        Look { separator, joiner, clock, fraction: colons > 1 && after_clock.contains(['.', ',']) && !half_day, zone }
    }
}

#[cfg(test)]
mod tests;
