//! The cells of a row.

use std::borrow::Cow;

use crate::names::{one_writing, trimmed};
use crate::records::Record;

/// The text of a cell in the one writing of its name; empty where the row is too short.
pub fn text(row: &Record, at: usize) -> Cow<'_, str> {
    match one_writing(row.field(at).unwrap_or_default()) {
        Cow::Borrowed(same) => String::from_utf8_lossy(same),
        Cow::Owned(other) => Cow::Owned(String::from_utf8_lossy(&other).into_owned()),
    }
}

/// The bytes of a cell without blanks around it.
pub fn bytes(row: &Record, at: usize) -> &[u8] {
    trimmed(row.field(at).unwrap_or_default())
}
