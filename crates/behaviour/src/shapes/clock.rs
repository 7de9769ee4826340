//! The times of one column, read row by row.

use super::cells::bytes;
use super::header::short;
use crate::reason::Reason;
use crate::recognise::Recognition;
use crate::records::Record;
use crate::source::Source;
use crate::times::{ColumnTime, DayCache, TimeProblem};

/// Reads one column of times, and says why it cannot.
pub struct Clock {
    at: usize,
    name: String,
    time: ColumnTime,
    cache: DayCache,
}

impl Clock {
    pub fn of(source: &Source, recognition: &Recognition, at: usize) -> Clock {
        let name = recognition.columns.get(at).map_or(String::new(), |column| short(&column.name));
        // Days of the calendar, whatever the zone: between two midnights there are whole days.
        Clock { at, name, time: recognition.time_reader(source, at).as_written(), cache: DayCache::default() }
    }

    /// The same for the days of the zone that was named.
    pub fn in_zone(source: &Source, recognition: &Recognition, at: usize) -> Clock {
        Clock { time: recognition.time_reader(source, at), ..Clock::of(source, recognition, at) }
    }

    /// The time of a row by the clock, or nothing where none is written.
    ///
    /// # Errors
    /// Something is written that is no time.
    pub fn read(&mut self, row: &Record) -> Result<Option<i64>, Reason> {
        self.read_unless(row, |problem| problem == TimeProblem::Blank)
    }

    /// The same, where a day that is still to come is one that people expect: nothing has happened on it.
    ///
    /// # Errors
    /// Something is written that is no time.
    pub fn read_so_far(&mut self, row: &Record) -> Result<Option<i64>, Reason> {
        self.read_unless(row, |problem| matches!(problem, TimeProblem::Blank | TimeProblem::Ahead))
    }

    fn read_unless(&mut self, row: &Record, is_nothing: impl Fn(TimeProblem) -> bool) -> Result<Option<i64>, Reason> {
        match self.time.read_on_clock(bytes(row, self.at), &mut self.cache) {
            Ok(micros) => Ok(Some(micros)),
            Err(problem) if is_nothing(problem) => Ok(None),
            Err(problem) => Err(Reason::ColumnTime { column: self.name.clone(), problem }),
        }
    }
}
