//! What a part says to those who hear it: words that are finished, or words with holes that are filled when they are read,
//! so that a long list says new numbers without anything in it being made again.

use std::borrow::Cow;
use std::fmt;
use std::sync::Arc;

/// A part's words.
#[derive(Clone, Debug, PartialEq)]
pub enum Label {
    Words(Arc<str>),
    /// Words with [`Label::PLACE`] and [`Label::COUNT`] for the part's place in a list and the list's length.
    Numbered {
        words: Arc<str>,
        /// Counts from 0 among the parts of the nearest group that says which list it belongs to.
        nth: u32,
    },
    /// Words with [`Label::PLACE`] where the others stand, divided by commas.
    Listing {
        words: Arc<str>,
        parts: Arc<[Arc<str>]>,
    },
}

/// Which parts of a list a group holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Listed {
    /// How many stand before the group's first.
    pub before: u32,
    /// How long the whole list is.
    pub of: u32,
}

impl Label {
    /// Stands in words for a place in a list; no character of a text.
    pub const PLACE: char = '\u{fdd0}';
    /// Stands in words for the length of a list; no character of a text.
    pub const COUNT: char = '\u{fdd1}';

    /// The same for a part at another place of its list; other words stay as they are.
    pub fn at(&self, nth: u32) -> Self {
        match self {
            Self::Numbered { words, .. } => Self::Numbered { words: Arc::clone(words), nth },
            Self::Words(_) | Self::Listing { .. } => self.clone(),
        }
    }

    /// The words, for a part of a group of this list.
    pub fn said(&self, list: Option<Listed>) -> Cow<'_, str> {
        match self {
            Self::Words(words) => Cow::Borrowed(words),
            Self::Numbered { words, nth } => {
                let Listed { before, of } = list.unwrap_or(Listed { before: 0, of: nth + 1 });
                let place = (before + nth + 1).to_string();
                Cow::Owned(words.replace(Self::PLACE, &place).replace(Self::COUNT, &of.to_string()))
            }
            Self::Listing { words, parts } => Cow::Owned(words.replace(Self::PLACE, &parts.join(", "))),
        }
    }
}

impl From<&str> for Label {
    fn from(words: &str) -> Self {
        Self::Words(words.into())
    }
}

impl From<String> for Label {
    fn from(words: String) -> Self {
        Self::Words(words.into())
    }
}

/// The words by themselves, as of a list that ends with the part.
impl fmt::Display for Label {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.said(None))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_label_says_its_place_in_the_list_that_it_is_read_in() {
        let words: Arc<str> = format!("Card, {} of {}, e-mail", Label::PLACE, Label::COUNT).into();
        let label = Label::Numbered { words, nth: 2 };
        assert_eq!(label.said(Some(Listed { before: 64, of: 900 })), "Card, 67 of 900, e-mail");
        assert_eq!(label.to_string(), "Card, 3 of 3, e-mail");
        let parts = ["Trailer +1.0".into(), "Checkout −2.0".into()];
        let words: Arc<str> = format!("Curve: {}", Label::PLACE).into();
        assert_eq!(Label::Listing { words, parts: parts.into() }.to_string(), "Curve: Trailer +1.0, Checkout −2.0");
        assert_eq!(Label::from("Legend").to_string(), "Legend");
    }
}
