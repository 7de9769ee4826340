//! What is odd in a row that counts all the same: one list, by which `inspect` names such rows and every reader of rows
//! counts them, so that nobody counts on a guess without being told.

use std::borrow::Cow;
use std::fmt;

use serde::{Serialize, Serializer};
use touchline_words::{Language, in_language, say};

use super::damaged::is_damaged_id;
use super::names::trimmed;
use super::records::{Flaw, Record};

/// A kind of oddity, in the order in which they are listed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Odd {
    /// A quote that belongs to the text, or to nothing, was taken for a letter.
    StrayQuote,
    FewerFields,
    /// There is something in fields that the table does not have.
    MoreFields,
    /// Bytes that are no text in the encoding that was taken.
    InvalidBytes,
    NulByte,
    /// An id as a spreadsheet rounds it.
    RoundedId,
}

impl Odd {
    /// What is odd in a record of a table that is so wide, but for its ids.
    pub fn in_record(record: &Record, width: usize, is_utf8: bool) -> impl Iterator<Item = Odd> {
        let stray = (record.flaw == Some(Flaw::StrayQuote)).then_some(Odd::StrayQuote);
        let fields = Odd::in_width(width, record.width(), |at| record.field(at));
        stray.into_iter().chain(fields).chain(Odd::in_text(record.text(), is_utf8))
    }

    /// What is odd in the number of fields of a record that has so many.
    pub fn in_width<'a>(width: usize, fields: usize, field: impl Fn(usize) -> Option<&'a [u8]>) -> Option<Odd> {
        let is_filled = |at: usize| field(at).is_some_and(|cell| !trimmed(cell).is_empty());
        match fields.cmp(&width) {
            std::cmp::Ordering::Equal => None,
            std::cmp::Ordering::Less => Some(Odd::FewerFields),
            std::cmp::Ordering::Greater => (width..fields).any(is_filled).then_some(Odd::MoreFields),
        }
    }

    /// What is odd in the text of a record.
    pub fn in_text(text: &[u8], is_utf8: bool) -> impl Iterator<Item = Odd> {
        let has_nul = memchr::memchr(0, text).is_some();
        let is_no_text = is_no_text(text, is_utf8).then_some(Odd::InvalidBytes);
        is_no_text.into_iter().chain(has_nul.then_some(Odd::NulByte))
    }

    /// Whether an id is odd.
    #[inline]
    pub fn in_id(id: &[u8]) -> bool {
        // Such a number ends in `E+17`: nearly every id shows at once that it is none.
        let behind = |from_end: usize| id.len().checked_sub(from_end).and_then(|at| id.get(at));
        [2, 3, 4].into_iter().any(|from_end| behind(from_end) == Some(&b'+')) && is_damaged_id(id)
    }

    /// As machine output has it, whoever reads along.
    pub fn english(self) -> String {
        in_language(Language::English, || self.to_string())
    }

    fn words(self) -> Cow<'static, str> {
        match self {
            Odd::StrayQuote => say!(log_stray_quote),
            Odd::FewerFields => say!(log_fewer_fields),
            Odd::MoreFields => say!(log_more_fields),
            Odd::InvalidBytes => say!(reason_invalid_bytes),
            Odd::NulByte => say!(log_nul_byte),
            Odd::RoundedId => return say!(log_damaged_id_merged, damaged = say!(log_damaged_id)).into(),
        }
        .into()
    }
}

/// Whether a text has bytes that mean nothing. Decoders write U+FFFD, and no other character, where there are some.
pub fn is_no_text(text: &[u8], is_utf8: bool) -> bool {
    match is_utf8 {
        true => !text.is_ascii() && std::str::from_utf8(text).is_err(),
        false => !text.is_ascii() && memchr::memmem::find(text, "\u{FFFD}".as_bytes()).is_some(),
    }
}

impl fmt::Display for Odd {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.words())
    }
}

/// A report is written for machines, in English.
impl Serialize for Odd {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&self.english())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::records::Records;

    #[test]
    fn what_is_odd_in_a_row_is_named_by_one_list() {
        for (row, expected) in [
            ("a,b,c\n", &[][..]),
            ("a,\"b\" c,c\n", &[Odd::StrayQuote]),
            ("a,b\n", &[Odd::FewerFields]),
            ("a,b,c,\n", &[]),
            ("a,b,c, ,d\n", &[Odd::MoreFields]),
            ("a,b\0,\"c\" x,y\n", &[Odd::StrayQuote, Odd::MoreFields, Odd::NulByte]),
        ] {
            let mut record = Record::default();
            assert!(Records::new(row.as_bytes(), b',', Some(b'"')).read(&mut record).unwrap());
            assert_eq!(Odd::in_record(&record, 3, true).collect::<Vec<_>>(), expected, "{row:?}");
        }
        assert_eq!(Odd::in_text(b"caf\xE9\0", true).collect::<Vec<_>>(), [Odd::InvalidBytes, Odd::NulByte]);
        assert_eq!(Odd::in_text("café \u{FFFD}".as_bytes(), false).collect::<Vec<_>>(), [Odd::InvalidBytes]);
        assert_eq!(Odd::in_text("café \u{FFFD}".as_bytes(), true).count(), 0);
    }

    #[test]
    fn an_id_that_is_seen_to_be_rounded_at_a_glance_is_one_that_is_rounded() {
        for id in ["1.23457E+17", "1,23457e+8", "1E+9", "1.2E+100"] {
            assert!(Odd::in_id(id.as_bytes()) && is_damaged_id(id.as_bytes()), "{id}");
        }
        for id in ["", "k1", "+49", "12e+x1", "123457", "a@b+17"] {
            assert!(!Odd::in_id(id.as_bytes()), "{id}");
        }
    }
}
