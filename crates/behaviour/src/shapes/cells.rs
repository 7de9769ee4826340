//! The cells of a row.

use std::borrow::Cow;

use crate::records::Record;
use crate::times::trimmed;

/// The text of a cell without blanks around it; empty where the row is too short.
pub fn text(row: &Record, at: usize) -> Cow<'_, str> {
    String::from_utf8_lossy(bytes(row, at))
}

/// The bytes of a cell without blanks around it.
pub fn bytes(row: &Record, at: usize) -> &[u8] {
    trimmed(row.field(at).unwrap_or_default())
}
