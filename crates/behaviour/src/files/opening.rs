//! What a person says about files before they are read.

/// What a person says about the files before they are read.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Opening {
    /// The sheet of a workbook; without, the one that looks most like a table.
    pub sheet: Option<String>,
    /// Of rows that are the same in every field, the first alone is read.
    pub drop_duplicates: bool,
    /// Names that the header is known to have, to find it where its looks do not.
    pub column_names: Vec<String>,
}
