//! What a person says about files before they are read.

/// What a person says about the files before they are read.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Opening {
    /// The sheet of a workbook, or one of several tables by its name or number; without, the one that looks most like a table.
    pub sheet: Option<String>,
    /// Days and months that a spreadsheet has swapped go back to their places.
    pub swap_days: bool,
    /// Of rows that are the same in every field, the first alone is read.
    pub drop_duplicates: bool,
    /// Names that the header is known to have, to find it where its looks do not.
    pub column_names: Vec<String>,
}
