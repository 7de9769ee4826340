//! A text of a library: in one language, or in English and German.

use serde::Deserialize;
use serde::de::{Deserializer, Error, SeqAccess, Visitor};
use std::borrow::Cow;
use std::fmt;
use touchline_words::spoken;

/// `"in one language"`, or `("in English", "auf Deutsch")`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Words {
    english: String,
    /// Empty where there is one language only.
    german: String,
}

impl Words {
    /// In the language of the moment, where it is there in both.
    pub fn here(&self) -> Cow<'_, str> {
        if self.german.is_empty() { Cow::Borrowed(&self.english) } else { spoken(&self.english, &self.german) }
    }

    /// In each language that it has.
    pub fn each(&self) -> impl Iterator<Item = &str> {
        [self.english.as_str(), self.german.as_str()].into_iter().filter(|text| !text.is_empty())
    }

    pub fn is_empty(&self) -> bool {
        self.english.is_empty()
    }

    /// Whether it is there in every language of the program.
    pub fn is_in_all(&self) -> bool {
        !self.english.is_empty() && !self.german.is_empty()
    }
}

impl<'de> Deserialize<'de> for Words {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct OneOrBoth;
        impl<'de> Visitor<'de> for OneOrBoth {
            type Value = Words;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a text, or (\"the text in English\", \"the same in German\")")
            }

            fn visit_str<E: Error>(self, text: &str) -> Result<Words, E> {
                Ok(Words { english: text.trim().to_owned(), german: String::new() })
            }

            fn visit_seq<A: SeqAccess<'de>>(self, mut texts: A) -> Result<Words, A::Error> {
                let (english, german) = (texts.next_element::<String>()?, texts.next_element::<String>()?);
                let words = |text: Option<String>| text.map(|text| text.trim().to_owned()).unwrap_or_default();
                let words = Words { english: words(english), german: words(german) };
                if words.is_in_all() { Ok(words) } else { Err(A::Error::invalid_length(1, &self)) }
            }
        }
        deserializer.deserialize_any(OneOrBoth)
    }
}
