//! What a person says about files before they are read.

use std::path::PathBuf;

use crate::recognise::Overrides;

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
    /// How the text of each file is cut, as far as a person has said it: files that are read as one are cut before they are
    /// recognised as a whole.
    pub cut_by: CutBy,
    /// A second file that belongs to the log by an id.
    pub join: Option<Join>,
}

/// What a person has said of how a text is cut.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct CutBy {
    encoding: Option<String>,
    delimiter: Option<u8>,
    quote: Option<Option<u8>>,
    preamble_lines: Option<u64>,
    header: Option<bool>,
}

/// A second file whose columns are added to each row that has the same id.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Join {
    pub file: PathBuf,
    /// The column with the id, in both files; without, the one of one name in both whose values meet most often.
    pub on: Option<String>,
}

impl CutBy {
    pub fn of(fixed: &Overrides) -> CutBy {
        CutBy {
            encoding: fixed.encoding.clone(),
            delimiter: fixed.delimiter,
            quote: fixed.quote,
            preamble_lines: fixed.preamble_lines,
            header: fixed.header,
        }
    }

    /// The same as it is said to whoever recognises a file.
    pub(super) fn overrides(&self, column_names: Vec<String>) -> Overrides {
        let CutBy { encoding, delimiter, quote, preamble_lines, header } = self.clone();
        Overrides { encoding, delimiter, quote, preamble_lines, header, column_names, ..Overrides::default() }
    }
}
