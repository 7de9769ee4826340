//! How much sense the letters beyond ASCII make in a reading of a text: whether they stand in words as letters do.
//!
//! An encoding that is taken for another leaves marks inside of words (`K”ln`), capitals behind small letters (`GŠste`), opening quotes
//! behind letters (`Caf‚`), frames of tables, letters of two scripts in one word, or characters that are none. All languages of
//! Europe write words without these.
//!
//! # Limits
//! What is a letter either way (`Gäste`, `Gèste`) shows only by the other words of the text.

/// Letters that words of European languages have often.
const OFTEN: &str = "äöüßéèàçêñóáíúâîôûåæøõãëïìòùÄÖÜÉÅÆØışğİ";

/// What was found in a text.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Sense {
    /// Characters beyond ASCII.
    pub wide: usize,
    /// Those that no word has in this place.
    pub odd: usize,
    /// Dashes and apostrophes inside of words, which are seldom so many.
    pub inside: usize,
    /// Those that words have often.
    pub often: usize,
}

impl Sense {
    pub fn of(text: &str) -> Sense {
        let mut sense = Sense::default();
        let letters: Vec<char> = text.chars().collect();
        let mut in_a_row = 0;
        for (at, letter) in letters.iter().enumerate() {
            let around = |at: Option<usize>| at.and_then(|at| letters.get(at)).copied().unwrap_or(' ');
            let (before, after) = (around(at.checked_sub(1)), around(at.checked_add(1)));
            let behind = around(at.checked_add(2));
            let is_latin_wide = !letter.is_ascii() && is_latin(*letter);
            in_a_row = if is_latin_wide { in_a_row + 1 } else { 0 };
            if letter.is_ascii() {
                continue;
            }
            sense.wide += 1;
            // No word has four letters with accents one behind the other.
            if is_odd(before, *letter, after) || in_a_row > 3 {
                sense.odd += 1;
            } else if matches!(letter, '’' | '‘' | '–' | '—') && is_latin(before) && is_latin(after) {
                sense.inside += 1;
            } else if (OFTEN.contains(*letter)
                && !is_closed(*letter, after, behind)
                && (before.is_ascii_alphabetic() || after.is_ascii_alphabetic()))
                || (is_cyrillic(*letter) && (is_cyrillic(before) || is_cyrillic(after)))
                || (is_greek(*letter) && (is_greek(before) || is_greek(after)))
            {
                sense.often += 1;
            }
        }
        sense
    }

    /// More for a reading that makes more sense.
    pub fn score(&self) -> i64 {
        let count = |n: usize| i64::try_from(n).unwrap_or(i64::MAX / 8);
        count(self.often) - 3 * count(self.odd)
    }

    /// Whether a good part of the letters stands where none can, and another encoding may be tried.
    pub fn is_doubtful(&self) -> bool {
        self.is_senseless() || (self.odd > 0 && (self.odd + self.inside) * 2 >= self.wide)
    }

    /// Whether it is more than a slip of whoever wrote it.
    pub fn is_senseless(&self) -> bool {
        self.odd * 4 >= self.wide.max(1) || (self.odd > 1 && self.odd * 20 >= self.wide)
    }
}

/// Whether two consonants close the syllable of an è: only a vowel is behind the one that follows it in words of French and Italian
/// (`père`), or an l or r (`siècle`). An ä stands so in German (`Gäste`).
fn is_closed(letter: char, after: char, behind: char) -> bool {
    let is_consonant = |c: char| c.is_ascii_alphabetic() && !"aeiouyAEIOUY".contains(c);
    // `qu`, `gn`, `ch`, `ph` and `th` are one sound.
    let is_one_sound =
        matches!((after, behind), ('g', 'n') | ('c' | 'p' | 't' | 's', 'h')) || matches!(behind, 'l' | 'r');
    matches!(letter, 'è' | 'È') && is_consonant(after) && is_consonant(behind) && (after == behind || !is_one_sound)
}

/// Letters of the Latin script, with accents or without.
fn is_latin(letter: char) -> bool {
    letter.is_ascii_alphabetic()
        || (letter.is_alphabetic() && matches!(letter, '\u{C0}'..='\u{24F}' | '\u{1E00}'..='\u{1EFF}'))
}

/// Letters that Russian, Ukrainian and their neighbours have.
fn is_cyrillic(letter: char) -> bool {
    matches!(letter, 'А'..='я' | 'Ё' | 'ё' | 'І' | 'і' | 'Ї' | 'ї' | 'Є' | 'є' | 'Ґ' | 'ґ' | 'Ў' | 'ў')
}

/// Letters of Greek as it is written today.
fn is_greek(letter: char) -> bool {
    matches!(letter, 'Ά' | 'Έ'..='ώ')
}

/// Letters of a script that has small ones and capitals.
fn is_cased(letter: char) -> bool {
    letter.is_lowercase() || letter.is_uppercase()
}

/// Letters of a script that has words as Latin has: no word is written in both.
fn is_other_alphabet(letter: char) -> bool {
    letter.is_alphabetic() && matches!(letter, '\u{370}'..='\u{7FF}' | '\u{E00}'..='\u{E7F}' | '\u{FF61}'..='\u{FF9F}')
}

/// Whether no word has this character between these two.
fn is_odd(before: char, letter: char, after: char) -> bool {
    match letter {
        '\u{80}'..='\u{9F}' | char::REPLACEMENT_CHARACTER | '\u{E000}'..='\u{F8FF}' => true,
        // Frames and areas of tables, and signs that no text has.
        '\u{2320}'..='\u{2321}' | '\u{2500}'..='\u{259F}' | '⌐' | 'ƒ' | 'ˆ' | '˜' | '¬' | '‗' => true,
        // What opens does not stand behind a letter.
        '‚' | '„' | '¡' | '¿' | '‹' => is_latin(before),
        // An apostrophe, hyphens, dots and marks over letters stand in words.
        '’'
        | '‘'
        | '\u{AD}'
        | '‐'
        | '‑'
        | '–'
        | '—'
        | '·'
        | '…'
        | 'ª'
        | 'º'
        | '\u{A0}'
        | '\u{202F}'
        | '\u{200B}'..='\u{200F}'
        | '\u{300}'..='\u{36F}' => false,
        letter if is_other_alphabet(letter) && (before.is_ascii_alphabetic() || after.is_ascii_alphabetic()) => true,
        letter if letter.is_uppercase() => before.is_lowercase() || (before.is_uppercase() && after.is_lowercase()),
        letter if letter.is_lowercase() => letter != 'ß' && before.is_uppercase() && after.is_uppercase(),
        letter if letter.is_alphabetic() => false,
        '‡' | '†' | '‰' | '¤' | '¦' | '¨' | '¸' | '´' | '¯' | '¶' | '™' => is_latin(after),
        // Any other sign parts words.
        _ => is_cased(before) && is_cased(after),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_of_europe_have_nothing_odd_and_misread_ones_have() {
        for text in [
            "Gäste aus MÜNCHEN und Köln, Straße, STRAßE, Österreich, Ärzte",
            "Señor ¿qué? ¡olé! l’été, cœur, «voilà», 10 €, 20 % · 5 °C",
            "Łódź, Příbram, Škoda, İstanbul, ŽIVOT",
            "Москва и Київ, Ελλάδα, 東京とiPhone手机",
            "Smörgåsbord – “fine” … co‑op, 1ª, ©2026, a\u{A0}b",
        ] {
            assert_eq!(Sense::of(text).odd, 0, "{text}");
        }
        for text in
            ["GŠste", "K”ln", "M\u{81}nchen", "Caf‚", "M³nchen", "b÷l", "MšLLER", "Gдste", "\u{FFFD}", "ÓßÔÒõÕ", "┤bc"]
        {
            assert!(Sense::of(text).odd > 0, "{text}");
        }
        assert!(Sense::of("K”ln").is_doubtful() && !Sense::of("Köln").is_doubtful());
        assert!(Sense::of("Köln").score() > Sense::of("Kšln").score());
        assert!(Sense::of("Gäste").score() > Sense::of("Gèste").score());
        assert_eq!(Sense::of("père siècle règne fièvre caffè première très bibliothèque").often, 8);
        assert_eq!(Sense::of("plain"), Sense::default());
    }
}
