//! Names as they are compared: what looks the same is the same.
//!
//! Systems write an é as one character or as an e and an accent, put blanks of other scripts and marks of no width around a
//! value, and one log may come from several. Two such writings are one name here: in Unicode's normal form C, without marks
//! of no width, with plain blanks inside and none around. Capitals count.

use std::borrow::Cow;
use std::sync::OnceLock;

use icu_normalizer::{ComposingNormalizer, ComposingNormalizerBorrowed};

/// Blanks and marks of no width beyond ASCII, as UTF-8 writes them.
const WIDE: [&[u8]; 31] = [
    b"\xC2\x85",
    b"\xC2\xA0",
    b"\xC2\xAD",
    b"\xE1\x9A\x80",
    b"\xE1\xA0\x8E",
    b"\xE2\x80\x80",
    b"\xE2\x80\x81",
    b"\xE2\x80\x82",
    b"\xE2\x80\x83",
    b"\xE2\x80\x84",
    b"\xE2\x80\x85",
    b"\xE2\x80\x86",
    b"\xE2\x80\x87",
    b"\xE2\x80\x88",
    b"\xE2\x80\x89",
    b"\xE2\x80\x8A",
    b"\xE2\x80\x8B",
    b"\xE2\x80\x8C",
    b"\xE2\x80\x8D",
    b"\xE2\x80\x8E",
    b"\xE2\x80\x8F",
    b"\xE2\x80\xA8",
    b"\xE2\x80\xA9",
    b"\xE2\x80\xAA",
    b"\xE2\x80\xAC",
    b"\xE2\x80\xAF",
    b"\xE2\x81\x9F",
    b"\xE2\x81\xA0",
    b"\xE2\x81\xA9",
    b"\xE3\x80\x80",
    b"\xEF\xBB\xBF",
];

/// Without blanks at both ends, those of all scripts and marks of no width included.
pub fn trimmed(mut text: &[u8]) -> &[u8] {
    loop {
        text = text.trim_ascii();
        let wide_at_end = |byte: Option<&u8>| byte.is_some_and(|byte| !byte.is_ascii());
        if !wide_at_end(text.first()) && !wide_at_end(text.last()) {
            return text;
        }
        let before = text.len();
        for blank in WIDE {
            text = text.strip_prefix(blank).unwrap_or(text);
            text = text.strip_suffix(blank).unwrap_or(text);
        }
        if text.len() == before {
            return text;
        }
    }
}

/// The one writing of a name for all that look the same, without blanks around it. Bytes that are no text stay as they are.
#[inline]
pub fn one_writing(name: &[u8]) -> Cow<'_, [u8]> {
    let name = trimmed(name);
    if name.is_ascii() {
        return Cow::Borrowed(name);
    }
    match std::str::from_utf8(name) {
        Ok(text) => match composed(text) {
            Cow::Borrowed(same) => Cow::Borrowed(same.as_bytes()),
            Cow::Owned(other) => Cow::Owned(other.into_bytes()),
        },
        Err(_) => Cow::Borrowed(name),
    }
}

/// The same for text.
pub fn one_name(name: &str) -> Cow<'_, str> {
    match one_writing(name.as_bytes()) {
        Cow::Borrowed(same) => String::from_utf8_lossy(same),
        Cow::Owned(other) => Cow::Owned(String::from_utf8_lossy(&other).into_owned()),
    }
}

#[cold]
fn composed(text: &str) -> Cow<'_, str> {
    static NFC: OnceLock<ComposingNormalizerBorrowed<'static>> = OnceLock::new();
    let nfc = NFC.get_or_init(ComposingNormalizer::new_nfc);
    let is_odd = |c: char| is_invisible(c) || (c.is_whitespace() && c != ' ');
    if !text.contains(is_odd) {
        return nfc.normalize(text);
    }
    let plain: String =
        text.chars().filter(|c| !is_invisible(*c)).map(|c| if c.is_whitespace() { ' ' } else { c }).collect();
    Cow::Owned(nfc.normalize(&plain).into_owned())
}

/// The id that a number cell and its text have in common: `1234.0` is 1234.
#[inline]
pub fn one_id(id: &[u8]) -> &[u8] {
    match id.strip_suffix(b".0") {
        Some(whole) if !whole.is_empty() && whole.iter().all(u8::is_ascii_digit) => whole,
        _ => id,
    }
}

/// Marks that show nothing and change no letter beside them.
fn is_invisible(c: char) -> bool {
    matches!(c, '\u{AD}' | '\u{200B}' | '\u{200E}' | '\u{200F}' | '\u{2060}' | '\u{FEFF}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_looks_the_same_is_one_name() {
        for (one, other) in [
            ("Québec", "Que\u{301}bec"),
            ("Québec", "\u{3000}Québec\u{200b}"),
            ("Ångström", "A\u{30a}ngstro\u{308}m"),
            ("한글", "\u{1112}\u{1161}\u{11ab}\u{1100}\u{1173}\u{11af}"),
            ("sign up", "sign\u{a0}up"),
            ("view", "\u{feff}view\u{2009}"),
            ("view", "vi\u{200b}ew\t"),
            ("“é”", "“e\u{301}”"),
        ] {
            assert_eq!(one_name(one), one_name(other), "{other:?}");
        }
        for (one, other) in [("Québec", "québec"), ("Québec", "Quebec"), ("ﬁ", "fi"), ("a b", "ab")] {
            assert_ne!(one_name(one), one_name(other), "{other:?}");
        }
    }

    #[test]
    fn a_number_and_its_text_are_one_id() {
        for (id, one) in
            [("1234.0", "1234"), ("0.0", "0"), ("1.2.0", "1.2.0"), (".0", ".0"), ("a.0", "a.0"), ("12.00", "12.00")]
        {
            assert_eq!(one_id(id.as_bytes()), one.as_bytes());
        }
    }

    #[test]
    fn bytes_that_are_no_text_are_left_alone() {
        assert_eq!(&*one_writing(b" caf\xE9 "), b"caf\xE9");
        assert_eq!(trimmed(b"\xE2\x80\x8B\xC2\xA0 \xE2\x80\x8B"), b"");
    }
}
