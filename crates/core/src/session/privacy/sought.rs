//! Words that are to stand in no file, looked for in what was written.
//!
//! Letters and figures alone are compared, without capitals: a word is found that is broken over two lines, parted by a hyphen or written
//! with other blanks. One of fewer than [`PART_OF_A_WORD`] letters is found only where it is a word by itself.

use crate::behaviour::alike::normalised;
use crate::model::{Field, Map, RecordRef};
use std::collections::BTreeSet;

/// Shorter words are not looked for in other words.
const PART_OF_A_WORD: usize = 5;
/// Nothing can be said of fewer letters: any text has them.
const LEAST_LETTERS: usize = 2;
/// As much of a word is told.
const TOLD_CHARS: usize = 60;

/// The words, each once.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Sought {
    words: Vec<Word>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
struct Word {
    told: String,
    bare: Bare,
}

/// A word that stands in a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Found {
    pub word: String,
    /// Which file.
    pub file: String,
}

impl Sought {
    pub fn new(words: impl IntoIterator<Item = String>) -> Self {
        let mut seen = BTreeSet::new();
        let word = |text: String| {
            let bare = bare(&text);
            let told: String = text.trim().chars().take(TOLD_CHARS).collect();
            let is_word = bare.letters.chars().count() >= LEAST_LETTERS && seen.insert(bare.letters.clone());
            is_word.then_some(Word { told, bare })
        };
        Self { words: words.into_iter().filter_map(word).collect() }
    }

    pub fn len(&self) -> usize {
        self.words.len()
    }

    pub fn is_empty(&self) -> bool {
        self.words.is_empty()
    }

    /// Where each still stands in a map.
    pub fn in_map(&self, map: &Map) -> Vec<(String, RecordRef, Field)> {
        let mut places = Vec::new();
        map.to_tables().each_text(&mut |at, field, text| {
            let found = self.in_texts("", std::slice::from_ref(text));
            places.extend(found.into_iter().map(|found| (found.word, at, field)));
        });
        places
    }

    /// Those that stand in texts of a file.
    pub fn in_texts(&self, file: &str, texts: &[String]) -> Vec<Found> {
        let texts: Vec<Bare> = texts.iter().map(|text| bare(text)).filter(|text| !text.letters.is_empty()).collect();
        let stands = |word: &&Word| texts.iter().any(|text| text.has(&word.bare));
        let found = |word: &Word| Found { word: word.told.clone(), file: file.to_owned() };
        self.words.iter().filter(stands).map(found).collect()
    }
}

/// The letters of a text one behind the other.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
struct Bare {
    letters: String,
    /// Of each byte whether a word begins with it.
    begins: Vec<bool>,
}

fn bare(text: &str) -> Bare {
    let mut bare = Bare::default();
    let mut is_within = false;
    for letter in normalised(text).chars() {
        if letter.is_alphanumeric() {
            bare.letters.push(letter);
            bare.begins.push(!is_within);
            bare.begins.resize(bare.letters.len(), false);
        }
        is_within = letter.is_alphanumeric();
    }
    bare
}

impl Bare {
    fn has(&self, word: &Self) -> bool {
        let is_long = word.letters.chars().count() >= PART_OF_A_WORD;
        let is_itself = |at: usize| {
            let end = at + word.letters.len();
            let ends = end == self.letters.len() || self.begins.get(end) == Some(&true);
            ends && self.begins.get(at..end) == Some(word.begins.as_slice())
        };
        self.letters.match_indices(&word.letters).any(|(at, _)| is_long || is_itself(at))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_is_found_however_it_is_broken_and_a_short_one_only_by_itself() {
        let sought = Sought::new(["Lumen Kids+", "Ann", "Größe", "lumen kids", "+", ""].map(str::to_owned));
        assert_eq!(sought.len(), 3);
        for (text, expected) in [
            ("the LUMEN-\nKids map", vec!["Lumen Kids+"]),
            ("Lumenkidsplan", vec!["Lumen Kids+"]),
            ("Ann’s, planned", vec!["Ann"]),
            ("planned annex", vec![]),
            ("Gro\u{308}\u{df}enordnung", vec!["Größe"]),
            ("an n", vec![]),
        ] {
            let found = sought.in_texts("a.pdf", &[text.to_owned()]);
            let words: Vec<&str> = found.iter().map(|found| found.word.as_str()).collect();
            assert_eq!(words, expected, "{text}");
        }
    }
}
