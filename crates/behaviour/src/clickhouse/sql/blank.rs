//! What is nothing: words for it, and the blanks around a value.

use super::written::{identifier, literal, literals};
use crate::nothing::WORDS;

/// Whether an expression is a word for "nothing"; with `words` false, whether it is empty.
pub(super) fn is_nothing(text: &str, words: bool) -> String {
    if words { format!("lower({text}) IN ({})", literals(&WORDS)) } else { format!("{text} = ''") }
}

/// Blanks around a value, as a class of a regular expression.
pub(super) const BLANKS: &str = "[\\t\\n\\f\\r \u{A0}\u{202F}\u{2009}]";

/// A text without the blanks around it.
pub(super) fn trimmed(text: &str) -> String {
    let strip = |inner: &str, pattern: String| format!("replaceRegexpOne({inner}, {}, '')", literal(&pattern));
    strip(&strip(text, format!("^{BLANKS}+")), format!("{BLANKS}+$"))
}

/// The id that a number and its text have in common, as a file's rows have it: `1234.0` is 1234.
pub(super) fn one_id(text: &str) -> String {
    format!("replaceRegexpOne({text}, '^([0-9]+)\\\\.0$', '\\\\1')")
}

/// A column as text.
pub(super) fn text(column: &str) -> String {
    format!("CAST(ifNull(toString({}), ''), 'String')", identifier(column))
}
