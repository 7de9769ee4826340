//! Of which period a row of a table is.

use jiff::civil::Date;
use jiff::tz::TimeZone;

use super::clock::Clock;
use super::header::is_time;
use crate::names::trimmed;
use crate::nothing::is_no_value;
use crate::recognise::{PeriodIs, Recognition};
use crate::records::Record;
use crate::source::Source;

/// Says of which period a row is.
pub struct PeriodOf {
    column: usize,
    clock: Option<Clock>,
}

impl PeriodOf {
    pub fn new(source: &Source, recognition: &Recognition, column: usize) -> PeriodOf {
        let is_time = recognition.columns.get(column).is_some_and(is_time);
        PeriodOf { column, clock: is_time.then(|| Clock::in_zone(source, recognition, column)) }
    }

    /// `None` where the row says nothing that can be read.
    pub fn read(&mut self, row: &Record) -> Option<PeriodIs> {
        match &mut self.clock {
            Some(clock) => clock.read(row).ok().flatten().map(|micros| PeriodIs::Month(month_of(micros))),
            None => {
                let cell = trimmed(row.field(self.column).unwrap_or_default());
                (!is_no_value(cell)).then(|| PeriodIs::Text(String::from_utf8_lossy(cell).into_owned()))
            }
        }
    }
}

/// The month of a moment, counted from January of the year 0.
pub fn month_of(micros: i64) -> i32 {
    let day = day_of(micros);
    i32::from(day.year()) * 12 + i32::from(day.month()) - 1
}

pub fn day_of(micros: i64) -> Date {
    jiff::Timestamp::from_microsecond(micros).unwrap_or_default().to_zoned(TimeZone::UTC).date()
}
