//! What is nothing: words for it, and the blanks around a value.

use super::written::{identifier, literal};

/// The words for "nothing", as in `times::is_no_value`.
pub(super) const NOTHING: [&str; 6] = ["", "null", "NULL", "N/A", "(not set)", "-"];

/// Blanks of `times::trimmed`, as a class of a regular expression.
pub(super) const BLANKS: &str = "[\\t\\n\\f\\r \u{A0}\u{202F}\u{2009}]";

/// A text without the blanks around it.
pub(super) fn trimmed(text: &str) -> String {
    let strip = |inner: &str, pattern: String| format!("replaceRegexpOne({inner}, {}, '')", literal(&pattern));
    strip(&strip(text, format!("^{BLANKS}+")), format!("{BLANKS}+$"))
}

pub(super) fn text(column: &str) -> String {
    format!("CAST(ifNull(toString({}), ''), 'String')", identifier(column))
}
