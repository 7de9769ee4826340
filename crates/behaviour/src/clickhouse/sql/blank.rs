//! What is nothing: words for it, and the blanks around a value.

use super::written::{identifier, literal, literals};
use crate::nothing::WORDS;

/// Whether an expression is a word for "nothing"; with `words` false, whether it is empty.
pub(super) fn is_nothing(text: &str, words: bool) -> String {
    if words { format!("lower({text}) IN ({})", literals(&WORDS)) } else { format!("{text} = ''") }
}

/// Blanks and marks of no width around a value, as a class of a regular expression: those that a file's rows are without.
pub(super) const BLANKS: &str = "[\\t\\n\\f\\r \\x{85}\\x{A0}\\x{AD}\\x{1680}\\x{180E}\\x{2000}-\\x{200F}\\x{2028}-\\x{202A}\\x{202C}\\x{202F}\\x{205F}\\x{2060}\\x{2069}\\x{3000}\\x{FEFF}]";

/// What has another writing that looks the same: marks apart from their letters, marks of no width, blanks of other kinds, letters
/// that stand twice in Unicode. A file has each such name in one writing, by Unicode's normal form C, which old servers have no
/// function for.
const SEVERAL: &str = "[\\x{300}-\\x{36F}\\x{3099}\\x{309A}\\x{1100}-\\x{11FF}\\x{2126}\\x{212A}\\x{212B}\\x{F900}-\\x{FAFF}\\x{AD}\\x{85}\\x{A0}\\x{1680}\\x{2000}-\\x{200B}\\x{200E}\\x{200F}\\x{2028}\\x{2029}\\x{202F}\\x{205F}\\x{2060}\\x{3000}\\x{FEFF}]";

/// Whether one of these texts may be written in several ways that look the same.
pub(super) fn has_several_writings(texts: &[String]) -> String {
    format!("match(concat({}), {})", texts.join(", "), literal(SEVERAL))
}

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
