//! Rows of totals at the foot of an export, which look like rows of a customer called Total.
//!
//! A word for a total where the id stands is not enough, since a customer may have that name. The row must also lack what an
//! event has: a name that is no number, and a time that reads.

/// Words for a total in the languages of common exports, in small letters.
const WORDS: [&str; 17] = [
    "total",
    "totals",
    "grand total",
    "subtotal",
    "sub-total",
    "sum",
    "summe",
    "gesamt",
    "gesamtsumme",
    "insgesamt",
    "zwischensumme",
    "totaal",
    "totale",
    "somme",
    "suma",
    "total general",
    "totaux",
];

/// The longest of them with a colon behind.
const LONGEST: usize = 14;

/// Whether an id without blanks around it is a word for a total.
#[inline]
pub fn is_total_word(id: &[u8]) -> bool {
    // Most ids begin with another letter.
    let may_be = id.first().is_some_and(|first| matches!(first | 0x20, b't' | b's' | b'g' | b'i' | b'z'));
    may_be && id.len() <= LONGEST && is_listed(id)
}

#[cold]
fn is_listed(id: &[u8]) -> bool {
    let bare = id.strip_suffix(b":").unwrap_or(id).trim_ascii_end();
    WORDS.iter().any(|word| bare.eq_ignore_ascii_case(word.as_bytes()))
}

/// Whether what stands where the event does is a number or nothing, as in a row of totals.
pub fn is_sum(event: &[u8]) -> bool {
    event.iter().all(|byte| byte.is_ascii_digit() || b"., -+%()".contains(byte))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn totals_are_known_by_their_word() {
        for word in ["Total", "TOTAL:", "Grand total", "Summe", "Gesamtsumme:", "Subtotal"] {
            assert!(is_total_word(word.as_bytes()), "{word}");
        }
        for word in ["Totally", "total wine", "t1001", "summer", "", "Gesamt GmbH"] {
            assert!(!is_total_word(word.as_bytes()), "{word}");
        }
        assert!(WORDS.iter().all(|word| word.len() < LONGEST));
        assert!(is_sum(b"1,204") && is_sum(b"") && !is_sum(b"home"));
    }
}
