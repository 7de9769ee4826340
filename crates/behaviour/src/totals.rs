//! Rows of totals at the foot of an export, which look like rows of a customer called Total, or of one more stage.
//!
//! A word for a total where the id stands is not enough, since a customer may have that name. The row must also lack what an
//! event has: a name that is no number, and a time that reads.

/// Words for a total in the languages of common exports, in small letters.
const WORDS: [&str; 68] = [
    "total",
    "totals",
    "grand total",
    "subtotal",
    "sub-total",
    "sum",
    "summe",
    "gesamt",
    "gesamtsumme",
    "gesamtergebnis",
    "teilergebnis",
    "endsumme",
    "insgesamt",
    "zwischensumme",
    "totaal",
    "eindtotaal",
    "subtotaal",
    "totale",
    "totale complessivo",
    "totale generale",
    "subtotale",
    "somme",
    "totaux",
    "total général",
    "sous-total",
    "suma",
    "total general",
    "subtotal general",
    "total geral",
    "suma końcowa",
    "razem",
    "łącznie",
    "ogółem",
    "totalsumma",
    "summa",
    "totalt",
    "i alt",
    "yhteensä",
    "celkem",
    "celkový součet",
    "összesen",
    "végösszeg",
    "toplam",
    "genel toplam",
    "ara toplam",
    "итого",
    "итог",
    "общий итог",
    "всего",
    "разом",
    "усього",
    "σύνολο",
    "γενικό σύνολο",
    "المجموع",
    "الإجمالي",
    "סך הכל",
    "合計",
    "総計",
    "小計",
    "合计",
    "总计",
    "小计",
    "總計",
    "합계",
    "총합계",
    "ผลรวม",
    "ผลรวมทั้งหมด",
    "tổng cộng",
];

/// The longest of them with a colon behind, in bytes: of those that begin with a letter of ASCII, and of all.
const LONGEST_ASCII: usize = 20;
const LONGEST: usize = 37;

/// Whether an id without blanks around it is a word for a total.
#[inline]
pub fn is_total_word(id: &[u8]) -> bool {
    let [first, .., last] = id else { return false };
    // Most ids begin otherwise, end with a digit or are longer.
    let (may_begin, longest) = match first | 0x20 {
        b'a' | b'c' | b'e' | b'g' | b'i' | b'o' | b'r' | b's' | b't' | b'v' | b'y' | b'z' => (true, LONGEST_ASCII),
        128.. => (true, LONGEST),
        _ => (false, 0),
    };
    may_begin && !last.is_ascii_digit() && id.len() <= longest && is_listed(id)
}

#[cold]
fn is_listed(id: &[u8]) -> bool {
    let bare = id.strip_suffix(b":").unwrap_or(id).trim_ascii_end();
    let is_lower = |word: &str| {
        std::str::from_utf8(bare).is_ok_and(|bare| word.chars().eq(bare.chars().flat_map(char::to_lowercase)))
    };
    WORDS.iter().any(|word| bare.eq_ignore_ascii_case(word.as_bytes()) || (!bare.is_ascii() && is_lower(word)))
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
        for word in [
            "Total",
            "TOTAL:",
            "Grand total",
            "Summe",
            "Gesamtergebnis:",
            "Subtotal",
            "Total général",
            "Suma końcowa",
            "ИТОГО:",
            "総計",
        ] {
            assert!(is_total_word(word.as_bytes()), "{word}");
        }
        for word in ["Totally", "total wine", "t1001", "summer", "", "Gesamt GmbH", "総", "ИТОГ 1"] {
            assert!(!is_total_word(word.as_bytes()), "{word}");
        }
        for word in WORDS {
            assert!(is_total_word(format!("{word}:").as_bytes()) && word.to_lowercase() == word, "{word}");
        }
        assert!(is_sum(b"1,204") && is_sum(b"") && !is_sum(b"home"));
    }
}
