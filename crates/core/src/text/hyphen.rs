//! Words that are wider than the column they stand in, taken apart where their language allows it and marked by a hyphen.
//!
//! German and English are known, by the patterns that TeX uses for them. Where a language is another, or nothing of a word fits
//! as far as its first syllable, the word is left as it is and breaks between two letters as seen.

use parley::fontique::Language;
use std::borrow::Cow;

/// The hyphen that is put in, not the one that people type: what is broken can be told from what was written so.
pub const HYPHEN: char = '‐';

/// What has more letters is no word, and breaks anywhere.
const LONGEST_WORD: usize = 120;
/// Of a text no more words are taken apart: no column shows the further ones.
const MOST_WORDS: usize = 64;
/// As wide as no letter is, as a share of the font size. Most are far less wide.
const WIDEST_LETTER: f32 = 1.1;

fn known(language: Option<Language>) -> Option<hypher::Lang> {
    match language?.language() {
        "de" => Some(hypher::Lang::German),
        "en" => Some(hypher::Lang::English),
        _ => None,
    }
}

/// Whether words of the language of a tag, such as `de-AT`, can be taken apart.
pub fn hyphenates(tag: &str) -> bool {
    known(Language::parse(tag.trim()).ok()).is_some()
}

/// The pieces of a text that lines are not broken in, but for scripts without spaces.
pub fn unbroken(text: &str) -> impl Iterator<Item = &str> {
    text.split_inclusive(|c: char| c.is_whitespace() || matches!(c, '-' | '–' | '—' | '/' | '\u{200b}'))
        .map(str::trim_end)
        .filter(|piece| !piece.is_empty())
}

/// Whether a piece has letters of a script in which words stand side by side without a space: Thai, Lao, Burmese, Khmer, and
/// those of China and Japan.
pub fn may_break_inside(piece: &str) -> bool {
    let is_one = |c: char| {
        matches!(c, '\u{e00}'..='\u{eff}' | '\u{1000}'..='\u{109f}' | '\u{1780}'..='\u{17ff}' | '\u{3000}'..='\u{30ff}'
            | '\u{3400}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{ff00}'..='\u{ffef}' | '\u{20000}'..='\u{3ffff}')
    };
    piece.chars().any(is_one)
}

/// Whether a piece of so many bytes can be wider than a column; a letter has one byte or more.
pub fn is_wider_in_bytes(bytes: usize, size: f32, width: f32) -> bool {
    bytes as f32 * size * WIDEST_LETTER > width
}

/// Whether a piece can be wider than a column at all: what cannot is not measured.
pub fn may_be_wider(piece: &str, size: f32, width: f32) -> bool {
    let at_most = |letter: char| match letter {
        'm' | 'w' => 1.0,
        'a'..='z' | 'ä' | 'ö' | 'ü' | 'ß' => 0.72,
        _ => WIDEST_LETTER,
    };
    is_wider_in_bytes(piece.len(), size, width) && piece.chars().map(at_most).sum::<f32>() * size > width
}

/// A text in which each word that is too wide has a hyphen and a line break where a line ends in it.
pub(super) fn taken_apart<'t>(
    text: &'t str,
    language: Option<Language>,
    size: f32,
    max_width: f32,
    mut width_of: impl FnMut(&str) -> f32,
) -> Cow<'t, str> {
    let Some(language) = known(language).filter(|_| max_width < f32::MAX) else { return Cow::Borrowed(text) };
    let mut apart = String::new();
    let (mut kept, mut left) = (0, MOST_WORDS + 1);
    for word in unbroken(text) {
        if word.len() > LONGEST_WORD || !may_be_wider(word, size, max_width) || width_of(word) <= max_width {
            continue;
        }
        left -= 1;
        if left == 0 {
            break;
        }
        let broken = broken(word, language, max_width, &mut width_of);
        // A piece of the text lies within it.
        let start = word.as_ptr() as usize - text.as_ptr() as usize;
        apart.push_str(text.get(kept..start).unwrap_or_default());
        apart.push_str(&broken);
        kept = start + word.len();
    }
    if kept == 0 {
        return Cow::Borrowed(text);
    }
    apart.push_str(text.get(kept..).unwrap_or_default());
    Cow::Owned(apart)
}

/// One word with as many syllables to a line as fit.
fn broken(word: &str, language: hypher::Lang, max_width: f32, width_of: &mut impl FnMut(&str) -> f32) -> String {
    let mut lines = String::new();
    let mut line = String::new();
    for part in word.split_inclusive(|c: char| !c.is_alphabetic()) {
        // What stands behind a word goes with its last syllable.
        let letters = part.trim_end_matches(|c: char| !c.is_alphabetic());
        let behind = part.get(letters.len()..).unwrap_or_default();
        let mut syllables: Vec<String> = hypher::hyphenate(letters, language).map(str::to_owned).collect();
        match syllables.last_mut() {
            Some(last) => last.push_str(behind),
            None => syllables.push(behind.to_owned()),
        }
        for syllable in syllables {
            let longer = format!("{line}{syllable}");
            if !line.is_empty() && width_of(&format!("{longer}{HYPHEN}")) > max_width {
                lines.push_str(&line);
                if line.ends_with(char::is_alphabetic) {
                    lines.push(HYPHEN);
                }
                lines.push('\n');
                line = syllable;
            } else {
                line = longer;
            }
        }
    }
    // The last syllable needs no hyphen after it, so that it may still fit where it was put on a line of its own.
    lines.push_str(&line);
    lines
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scene::FaceStyle;
    use crate::text::TextStyle;

    const STYLE: TextStyle = TextStyle::new(12.0, FaceStyle::Regular, crate::scene::Color::hex(0x1B2430));

    /// Where every letter is as wide as every other.
    fn apart(text: &str, tag: &str, letters: usize) -> String {
        let width_of = |piece: &str| piece.chars().count() as f32 * 0.7;
        taken_apart(text, Language::parse(tag).ok(), 1.0, letters as f32 * 0.7 + 0.01, width_of).into_owned()
    }

    #[test]
    fn german_and_english_words_break_between_their_syllables() {
        for (word, tag, letters, lines) in [
            ("Datenschutzgrundverordnung", "de", 14, "Datenschutz‐\ngrundverord‐\nnung"),
            ("Bestätigungsmail", "de-AT", 12, "Bestätigungs‐\nmail"),
            ("Die Bestätigungsmail kommt", "de", 13, "Die Bestätigungs‐\nmail kommt"),
            ("Rechtsschutzversicherungsgesellschaft", "de", 20, "Rechtsschutzversi‐\ncherungsgesell‐\nschaft"),
            ("misunderstanding", "en-GB", 10, "misunder‐\nstanding"),
            ("recommendations", "en", 9, "recommen‐\ndations"),
        ] {
            let found = apart(word, tag, letters);
            assert!(
                found.lines().flat_map(|line| line.split(' ')).all(|line| line.chars().count() <= letters),
                "{found}"
            );
            assert_eq!(found.replace("‐\n", ""), word, "{found}");
            assert_eq!(found.lines().count(), lines.lines().count(), "{found}");
        }
    }

    #[test]
    fn what_fits_and_what_is_of_another_language_stays() {
        for (text, tag) in [("Bestätigungsmail", "de"), ("two words", "en"), ("Vergleichs-Portal", "de")] {
            assert!(matches!(
                taken_apart(text, Language::parse(tag).ok(), 1.0, 18.0, |t| t.len() as f32),
                Cow::Borrowed(_)
            ));
        }
        assert_eq!(apart("vahvistussähköposti", "fi", 8), "vahvistussähköposti");
        let long = "wort".repeat(40);
        assert_eq!(apart(&long, "de", 9), long);
        let many = "Bestätigungsmail ".repeat(100);
        assert_eq!(apart(&many, "de", 12).matches(HYPHEN).count(), MOST_WORDS);
        assert_eq!(apart("Ungetüm", "de", 1).replace("‐\n", ""), "Ungetüm");
        assert!(hyphenates("de-CH") && hyphenates(" en ") && !hyphenates("fr") && !hyphenates(""));
    }

    #[test]
    fn no_word_is_wider_than_it_may_be() {
        let shaper = crate::text::Shaper::bundled();
        let style = |face| TextStyle { face, ..STYLE };
        for word in
            ["mmm", "www", "WWWW", "MMM@", "Datenschutzgrundverordnung", "aaaa", "ööüäß", "oooo", "ffffk", "@@@@"]
        {
            for face in [FaceStyle::Bold, FaceStyle::Regular] {
                let width = shaper.width(word, style(face));
                assert!(may_be_wider(word, 12.0, width - 0.01), "{word}");
            }
        }
    }

    #[test]
    fn lines_are_not_broken_within_these() {
        let pieces: Vec<&str> = unbroken("Win-back, day 9/10\nnow").collect();
        assert_eq!(pieces, ["Win-", "back,", "day", "9/", "10", "now"]);
    }

    #[test]
    fn of_a_hundred_kilobytes_the_first_lines_are_laid_out() {
        let (shaper, style) = (crate::text::Shaper::bundled(), STYLE);
        let huge = "lorem ipsum ".repeat(9_000);
        let words = "Datenschutzgrundverordnung ".repeat(4_000);
        assert!(shaper.line_within(&huge, style, 300.0).text.ends_with('…'));
        assert_eq!(shaper.paragraph(&huge, style, 300.0, Some(3)).lines.len(), 3);
        let apart = || shaper.paragraph(&words, style, 60.0, Some(3));
        assert_eq!(crate::text::in_language("de", apart).lines.len(), 3);
    }
}
