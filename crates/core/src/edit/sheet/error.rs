//! What a sheet holds that cannot be put back, all of it at once, each by the place that a spreadsheet shows.

use touchline_words::say;

use super::FIRST_CELL;

/// One thing that is not understood. Rows and columns count from 1, as a spreadsheet shows them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SheetError {
    /// The first row is not that of a sheet.
    NoSheet,
    /// Its rows are columns.
    Transposed,
    /// None of its stages is one of this map.
    OtherMap,
    /// A row that says neither a lane and a field of it nor its key.
    Row { row: usize, found: String, nearest: Option<String> },
    /// A column that is none of the map's stages, and does not say that it is a new one.
    Column { column: usize, found: String },
    /// A column without a name in which something stands.
    NoName { row: usize, column: usize },
    /// The row of numbers of a block is gone; the block by its first title, or the stages.
    NumbersGone { row: usize, block: String },
    /// A title without a number that does not say that it is new.
    NoNumber { row: usize, column: usize, found: String },
    /// A cell holds what it cannot.
    Cell { row: usize, column: usize, found: String, expected: String },
    /// Two rows have the same key.
    RowTwice { row: usize, other: usize },
    /// A record stands in two cells.
    RecordTwice { row: usize, column: usize },
    /// The map would break a rule.
    Refused(String),
}

impl SheetError {
    /// Row and column, by which several are told in the order of the sheet.
    pub fn place(&self) -> (usize, usize) {
        match self {
            Self::NoSheet | Self::Transposed | Self::OtherMap | Self::Refused(_) => (0, 0),
            Self::Column { column, .. } => (1, *column),
            Self::Row { row, .. } | Self::NumbersGone { row, .. } | Self::RowTwice { row, .. } => (*row, 0),
            Self::NoName { row, column }
            | Self::NoNumber { row, column, .. }
            | Self::Cell { row, column, .. }
            | Self::RecordTwice { row, column } => (*row, *column),
        }
    }
}

impl std::fmt::Display for SheetError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let said = match self {
            Self::NoSheet => say!(sheet_no_sheet, first = FIRST_CELL),
            Self::Transposed => say!(sheet_transposed).to_owned(),
            Self::OtherMap => say!(sheet_other_map).to_owned(),
            Self::Row { row, found, nearest: None } => say!(sheet_strange_row, row, found),
            Self::Row { row, found, nearest: Some(nearest) } => say!(sheet_strange_row_near, row, found, nearest),
            Self::Column { column, found } => say!(sheet_strange_column, column = letters(*column), found),
            Self::NoName { row, column } => say!(sheet_no_name, row, column = letters(*column)),
            Self::NumbersGone { row, block } => say!(sheet_numbers_gone, row, block),
            Self::NoNumber { row, column, found } => say!(sheet_no_number, row, column = letters(*column), found),
            Self::Cell { row, column, found, expected } => {
                say!(sheet_wrong_cell, row, column = letters(*column), found, expected)
            }
            Self::RowTwice { row, other } => say!(sheet_row_twice, other, row),
            Self::RecordTwice { row, column } => say!(sheet_record_twice, row, column = letters(*column)),
            Self::Refused(why) => why.clone(),
        };
        f.write_str(&said)
    }
}

impl std::error::Error for SheetError {}

/// All that is not understood, in the order of the sheet; never empty.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SheetErrors(pub Vec<SheetError>);

impl From<SheetError> for SheetErrors {
    fn from(error: SheetError) -> Self {
        Self(vec![error])
    }
}

/// A line each.
impl std::fmt::Display for SheetErrors {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let lines: Vec<String> = self.0.iter().map(SheetError::to_string).collect();
        f.write_str(&lines.join("\n"))
    }
}

impl std::error::Error for SheetErrors {}

/// A column as a spreadsheet calls it: `A`, `Z`, `AA`.
fn letters(column: usize) -> String {
    let mut rest = column;
    let mut letters = Vec::new();
    while rest > 0 {
        // Below 26, so within a byte.
        letters.push(char::from(b'A' + ((rest - 1) % 26) as u8));
        rest = (rest - 1) / 26;
    }
    letters.into_iter().rev().collect()
}
