//! What times are counted in and how their numbers stand in a cell.

/// Microseconds in a day.
pub const DAY: i64 = 86_400_000_000;

/// Which comes first in dates of three numbers of which no other is a year of four digits.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum DayOrder {
    DayFirst,
    MonthFirst,
    /// A year of two digits, then the month.
    YearFirst,
}

/// What the number in a column of times since 1970 counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum EpochUnit {
    Seconds,
    Millis,
    Micros,
    Nanos,
}

/// A time as it stands in a cell.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Written {
    /// Microseconds since 1970: of the moment where it says its zone, else as if the clock on the wall were UTC's.
    pub micros: i64,
    pub has_zone: bool,
}

impl Written {
    pub fn on_the_wall(micros: i64) -> Written {
        Written { micros, has_zone: false }
    }

    pub fn moment(micros: i64) -> Written {
        Written { micros, has_zone: true }
    }

    /// So many microseconds later.
    #[inline]
    pub fn after(self, start: i64) -> Written {
        Written { micros: start + self.micros, ..self }
    }
}
