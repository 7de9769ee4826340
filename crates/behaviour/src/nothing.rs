//! Words by which systems say that a cell has nothing in it: one list for every column.

use crate::names::trimmed;

/// The words, in small letters; capitals do not matter.
pub const WORDS: [&str; 27] = [
    "",
    "null",
    "nil",
    "none",
    "nan",
    "na",
    "n/a",
    "n.a.",
    "nat",
    "undefined",
    "\\n",
    "(not set)",
    "(none)",
    "(null)",
    "(blank)",
    "(empty)",
    "<null>",
    "<na>",
    "#n/a",
    "#null!",
    "#value!",
    "#ref!",
    "-",
    "--",
    "---",
    "–",
    "—",
];

/// Bytes of the longest.
const LONGEST: usize = 9;

/// Whether a cell says in one of the usual ways that there is nothing in it.
#[inline]
pub fn is_no_value(cell: &[u8]) -> bool {
    // Nearly every cell begins with a letter or digit that none of the words begins with.
    if cell.first().is_some_and(|first| first.is_ascii_alphanumeric() && !matches!(first | 0x20, b'n' | b'u')) {
        return false;
    }
    let cell = trimmed(cell);
    let Some(first) = cell.first() else { return true };
    // Most cells begin with another letter or are longer.
    let may_be = matches!(first | 0x20, b'n' | b'u' | b'|' | b'(' | b'<' | b'#' | b'-' | 0xE2);
    may_be && cell.len() <= LONGEST && is_listed(cell)
}

#[cold]
fn is_listed(cell: &[u8]) -> bool {
    WORDS.iter().any(|word| cell.eq_ignore_ascii_case(word.as_bytes()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_word_is_nothing_in_any_case() {
        for word in WORDS {
            let forms = [word.to_owned(), word.to_uppercase(), format!(" {word}\u{a0}")];
            forms.iter().for_each(|form| assert!(is_no_value(form.as_bytes()), "{form:?}"));
            assert!(word.len() <= LONGEST);
        }
        for word in ["Nan Goldin", "nobody", "0", "-1", "x", "(not set yet)", "Nil's", "unknown", "#1", "—x"] {
            assert!(!is_no_value(word.as_bytes()), "{word}");
        }
    }
}
