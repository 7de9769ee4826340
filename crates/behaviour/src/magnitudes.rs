//! Words behind a number that make it so many times as much: `1,2 Mio.`, `3.4K`, `15 lakh`, `1.2万`.
//!
//! Left out is what means another thing elsewhere, so that its number stays unread and is told as that: `mil` and `mi` (thousand,
//! million, miles), `MM`, `T` (thousand, trillion), `Billion` with a decimal comma (a thousand times as much in German).

/// Words in small letters without a point at their end, and what they stand for.
const WORDS: [(&str, f64); 62] = [
    ("k", 1e3),
    ("thousand", 1e3),
    ("tsd", 1e3),
    ("tausend", 1e3),
    ("mille", 1e3),
    ("mila", 1e3),
    ("dzd", 1e3),
    ("duizend", 1e3),
    ("tusen", 1e3),
    ("tys", 1e3),
    ("тыс", 1e3),
    ("ألف", 1e3),
    ("千", 1e3),
    ("천", 1e3),
    ("万", 1e4),
    ("萬", 1e4),
    ("만", 1e4),
    ("lakh", 1e5),
    ("lakhs", 1e5),
    ("lac", 1e5),
    ("lacs", 1e5),
    ("लाख", 1e5),
    ("mio", 1e6),
    ("million", 1e6),
    ("millions", 1e6),
    ("millionen", 1e6),
    ("mln", 1e6),
    ("mn", 1e6),
    ("millones", 1e6),
    ("millón", 1e6),
    ("milioni", 1e6),
    ("milione", 1e6),
    ("milhões", 1e6),
    ("milhão", 1e6),
    ("miljoen", 1e6),
    ("miljoner", 1e6),
    ("millioner", 1e6),
    ("млн", 1e6),
    ("مليون", 1e6),
    ("crore", 1e7),
    ("crores", 1e7),
    ("cr", 1e7),
    ("करोड़", 1e7),
    ("亿", 1e8),
    ("億", 1e8),
    ("억", 1e8),
    ("mrd", 1e9),
    ("milliarde", 1e9),
    ("milliarden", 1e9),
    ("milliard", 1e9),
    ("milliards", 1e9),
    ("mds", 1e9),
    ("mld", 1e9),
    ("mdr", 1e9),
    ("miliardi", 1e9),
    ("miliardo", 1e9),
    ("miljard", 1e9),
    ("miljarder", 1e9),
    ("bn", 1e9),
    ("billion", 1e9),
    ("billions", 1e9),
    ("млрд", 1e9),
];

/// Letters that mean this where they are written so, and something else in small ones.
const CAPITALS: [(&str, f64); 2] = [("M", 1e6), ("B", 1e9)];

/// Splits a number from the word behind it, and says what that stands for; nothing where there is none.
pub fn split(text: &str) -> Option<(&str, f64)> {
    let at = text.char_indices().rev().take_while(|(_, c)| c.is_alphabetic() || is_sign(*c) || *c == '.').last()?.0;
    let (number, word) = text.split_at_checked(at)?;
    let word = word.strip_suffix('.').unwrap_or(word);
    // A point before a word is one of the number, which lacks its end.
    let number = number.trim_end_matches([' ', '\u{a0}', '\u{202f}', '\u{2009}']);
    if !number.ends_with(|c: char| c.is_ascii_digit()) {
        return None;
    }
    let capital = CAPITALS.iter().find(|(known, _)| *known == word);
    let small = word.to_lowercase();
    let (known, times) = capital.or_else(|| WORDS.iter().find(|(known, _)| *known == small))?;
    let is_long_scale = known.starts_with("billion") && number.contains(',') && !number.contains('.');
    (!is_long_scale).then_some((number, *times))
}

/// Marks that belong to letters of Hindi.
fn is_sign(c: char) -> bool {
    ('\u{900}'..='\u{97F}').contains(&c)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_behind_a_number_says_how_much_it_is() {
        for (text, expected) in [
            ("1,2 Mio.", ("1,2", 1e6)),
            ("3,4 Tsd.", ("3,4", 1e3)),
            ("1.2M", ("1.2", 1e6)),
            ("15 lakh", ("15", 1e5)),
            ("2 crore", ("2", 1e7)),
            ("5k", ("5", 1e3)),
            ("1.2万", ("1.2", 1e4)),
            ("1,5 Mrd", ("1,5", 1e9)),
            ("1.5 billion", ("1.5", 1e9)),
            ("२ करोड़", ("", 0.0)),
            ("2 करोड़", ("2", 1e7)),
        ] {
            match expected.0 {
                "" => assert_eq!(split(text), None, "{text}"),
                _ => assert_eq!(split(text), Some(expected), "{text}"),
            }
        }
        for text in [
            "12",
            "5m",
            "1.2 mil",
            "3 mi",
            "12 MM",
            "5 T",
            "1,5 Billion",
            "k",
            "12a",
            "Mio.",
            "1.M",
            "E5",
            "1.5E3",
            "10 kg",
            "2 Mio Euro",
        ] {
            assert_eq!(split(text), None, "{text}");
        }
    }

    #[test]
    fn each_word_stands_once_in_small_letters() {
        for (at, (word, _)) in WORDS.iter().enumerate() {
            assert_eq!(word.to_lowercase(), *word);
            assert!(WORDS.iter().skip(at + 1).all(|(other, _)| other != word), "{word}");
        }
    }
}
