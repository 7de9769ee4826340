//! Reading a library from its text, and what it has to keep to.

use super::{Item, Library, Words};
use std::collections::BTreeSet;
use touchline_words::say;

/// Most items of a library, and most tags of an item.
pub const ITEMS_MAX: usize = 1_000;
pub const TAGS_MAX: usize = 24;
/// Longest texts, in letters: ids, titles and tags; and sentences and notes.
const SHORT_MAX: usize = 200;
const LONG_MAX: usize = 2_000;

/// Why a text is no library.
#[derive(Clone, Debug, PartialEq)]
pub enum LibraryError {
    /// It is not written as a library is.
    Syntax(ron::error::SpannedError),
    /// It breaks a rule.
    Rule {
        /// Where, in bytes from the text's beginning.
        offset: usize,
        what: String,
    },
}

impl Library {
    /// Reads a library. An unknown word is refused, so that none is lost by a slip.
    ///
    /// # Errors
    /// Where and why it is none.
    pub fn read(text: &str) -> Result<Self, LibraryError> {
        let options = ron::Options::default().with_default_extension(ron::extensions::Extensions::IMPLICIT_SOME);
        let library: Self = options.from_str(text).map_err(LibraryError::Syntax)?;
        let wrong = |offset: usize, what: String| Err(LibraryError::Rule { offset, what });
        if library.title.is_empty() || is_long(&library.title, SHORT_MAX) {
            return wrong(0, say!(library_title, most = SHORT_MAX));
        }
        if library.items.len() > ITEMS_MAX {
            return wrong(0, say!(library_many, most = ITEMS_MAX));
        }
        let mut ids = BTreeSet::new();
        // Ids follow each other in the text as in the list.
        let mut from = 0;
        for item in &library.items {
            let id = format!("\"{}\"", item.id);
            let at = text.get(from..).and_then(|rest| rest.find(&id)).map_or(from, |at| from + at);
            if !ids.insert(item.id.as_str()) {
                return wrong(at, say!(library_twice, id = item.id));
            }
            if let Some(what) = problem(item) {
                return wrong(at, what);
            }
            from = at + id.len();
        }
        Ok(library)
    }
}

fn is_long(words: &Words, most: usize) -> bool {
    words.each().any(|text| text.chars().count() > most)
}

fn problem(item: &Item) -> Option<String> {
    let id = item.id.as_str();
    if id.trim().is_empty() || id.chars().count() > SHORT_MAX || id.chars().any(char::is_control) {
        return Some(say!(library_id, most = SHORT_MAX));
    }
    if item.title.is_empty() || is_long(&item.title, SHORT_MAX) {
        return Some(say!(library_item_title, id, most = SHORT_MAX));
    }
    let long = [&item.about, &item.detail, &item.note].into_iter().any(|words| is_long(words, LONG_MAX));
    if long || item.codes.chars().count() > SHORT_MAX {
        return Some(say!(library_long, id, most = LONG_MAX));
    }
    let is_wrong = |tag: &Words| tag.is_empty() || is_long(tag, SHORT_MAX);
    let tags = item.tags.len() > TAGS_MAX || item.tags.iter().any(is_wrong);
    tags.then(|| say!(library_tags, id, most = TAGS_MAX))
}
