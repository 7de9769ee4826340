//! One column, as its first rows show it.

use touchline_words::say;

use crate::masking::shape::shapes;
use crate::masking::{Kept, called};
use crate::numbers::NumberPick;
use crate::personal::Personal;
use crate::times::pick::TimePick;

/// One column as its first rows show it.
#[derive(Clone, Debug)]
pub struct Column {
    pub name: String,
    pub kind: ColumnKind,
    /// How its values read as times, if any does; the kind says whether they are.
    pub time: Option<TimePick>,
    /// Cells with nothing in them.
    pub blank: u64,
    /// Cells with something in them.
    pub filled: u64,
    pub distinct: Distinct,
    /// The earliest and latest time, in microseconds since 1970, for a column of times.
    pub first_last: Option<(i64, i64)>,
    /// How its values read as numbers, for a column of integers or decimals.
    pub number: Option<NumberPick>,
    /// A few different values.
    pub samples: Vec<String>,
    /// The same as figures call them, for a column of events or segments.
    pub called: Option<Vec<String>>,
    /// What personal thing it seems to hold.
    pub personal: Option<Personal>,
}

/// What the values of a column are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ColumnKind {
    Text,
    Integer,
    Decimal,
    Time,
    Empty,
}

impl Column {
    /// The sample values as they may be shown to anybody: ids, particulars of persons and what is nearly always another by
    /// their shape, others with marks in the place of what tells of a person.
    pub fn shown_samples(&self, is_id: bool) -> Vec<String> {
        let filled = self.filled;
        let is_number = matches!(self.kind, ColumnKind::Decimal | ColumnKind::Time);
        let is_nearly_always_another =
            self.distinct.count > 20 && self.distinct.count as u64 * 2 > filled && !is_number;
        if is_id || self.personal.is_some() || is_nearly_always_another {
            return shapes(self.samples.iter().map(String::as_str));
        }
        if let Some(called) = &self.called {
            return called.clone();
        }
        let mut shown: Vec<String> = Vec::new();
        for sample in self.samples.iter().map(|sample| called(sample, Kept::NONE).into_owned()) {
            if !shown.contains(&sample) {
                shown.push(sample);
            }
        }
        shown
    }
}

impl ColumnKind {
    /// The word of the command line's JSON.
    pub fn word(self) -> &'static str {
        match self {
            ColumnKind::Text => "text",
            ColumnKind::Integer => "integer",
            ColumnKind::Decimal => "decimal",
            ColumnKind::Time => "time",
            ColumnKind::Empty => "empty",
        }
    }

    /// What people read.
    pub fn shown(self) -> &'static str {
        match self {
            ColumnKind::Text => say!(log_column_text),
            ColumnKind::Integer => say!(log_column_integer),
            ColumnKind::Decimal => say!(log_column_decimal),
            ColumnKind::Time => say!(log_column_time),
            ColumnKind::Empty => say!(log_column_empty),
        }
    }
}

/// A number of different values; `capped` means at least so many.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Distinct {
    pub count: usize,
    pub capped: bool,
}
