//! What a person says about files before they are read.

use std::path::PathBuf;

use crate::alike::normalised;
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
    /// The columns with the id; without, those whose values meet most often.
    pub on: Option<On>,
}

/// The columns by which a second file belongs to a log: the log's, and its own.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct On {
    pub left: String,
    pub right: String,
}

impl On {
    /// `LEFT=RIGHT`, or the name of both; `\=` stands for itself.
    pub fn of_text(text: &str) -> On {
        let parts = text.char_indices().filter(|(_, c)| *c == '=').map(|(at, _)| text.split_at(at));
        let parted = parts.map(|(left, right)| (left, right.get(1..).unwrap_or_default()));
        let parted = parted.filter(|(left, right)| !left.trim().is_empty() && !right.trim().is_empty());
        let name = |name: &str| name.trim().replace("\\=", "=");
        match parted.into_iter().find(|(left, _)| !left.ends_with('\\')) {
            Some((left, right)) => On { left: name(left), right: name(right) },
            None => On { left: name(text), right: name(text) },
        }
    }

    /// What a person reads: the one name, or both.
    pub fn words(&self) -> String {
        let is_one = normalised(&self.left) == normalised(&self.right);
        if is_one { self.left.clone() } else { format!("{} = {}", self.left, self.right) }
    }
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_are_named_together_or_each() {
        for (text, left, right) in [
            ("Deal ID", "Deal ID", "Deal ID"),
            ("deal=Record ID", "deal", "Record ID"),
            (" deal = id ", "deal", "id"),
            (r"a\=b=c", "a=b", "c"),
            (r"a\=b", "a=b", "a=b"),
            ("=x", "=x", "=x"),
        ] {
            assert_eq!(On::of_text(text), On { left: left.to_owned(), right: right.to_owned() }, "{text}");
        }
        assert_eq!(
            [On::of_text("a").words(), On::of_text("a=b").words(), On::of_text("Id=ID").words()],
            ["a", "a = b", "Id"]
        );
    }
}
