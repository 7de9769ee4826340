//! A table on its way into a file: a row of heads, and cells that know what they are.

use crate::model::Date;

/// Rows under heads, which a sheet of a workbook or a file of text holds.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Table {
    /// What its sheet is called.
    pub name: &'static str,
    pub heads: Vec<&'static str>,
    /// Each as long as the heads.
    pub rows: Vec<Vec<Cell>>,
}

/// What stands in a cell.
#[derive(Clone, Debug, PartialEq)]
pub enum Cell {
    Empty,
    Text(String),
    Count(u64),
    Number(f64),
    /// A fraction, which is read in per cent.
    Share(f64),
    /// So many seconds.
    Duration(f64),
    Day(Date),
}

impl Cell {
    /// A text, or nothing.
    pub fn text(text: impl Into<String>) -> Self {
        let text = text.into();
        if text.is_empty() { Self::Empty } else { Self::Text(text) }
    }

    /// What there may be.
    pub fn of<T>(value: Option<T>, cell: impl FnOnce(T) -> Self) -> Self {
        value.map_or(Self::Empty, cell)
    }
}

/// `55:12:00`, as spreadsheets read how long something takes.
pub(super) fn clock(secs: f64) -> String {
    // The clamp keeps it inside a u64, and what is no number becomes nothing.
    let secs = secs.round().clamp(0.0, 1e15) as u64;
    format!("{}:{:02}:{:02}", secs / 3600, secs / 60 % 60, secs % 60)
}
