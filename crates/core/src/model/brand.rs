//! Whose look a map has: a client's colours, and what stands at the foot of its pages.

use super::is_default;
use serde::{Deserialize, Deserializer, Serialize, Serializer, de};
use std::fmt;

/// So many colours of stages come one after the other, as the program's own do.
pub const STAGE_TINTS: usize = 6;

/// A colour, written as `#1F6FEB`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Tint {
    pub r: u8,
    pub g: u8,
    pub b: u8,
}

impl Tint {
    /// From `#1F6FEB`, `1f6feb` or `#16e`; `None` for anything else.
    pub fn parse(text: &str) -> Option<Self> {
        let text = text.trim();
        let digits: Option<Vec<u8>> = text
            .strip_prefix('#')
            .unwrap_or(text)
            .chars()
            .map(|letter| letter.to_digit(16).and_then(|digit| u8::try_from(digit).ok()))
            .collect();
        match digits?.as_slice() {
            [r, g, b] => Some(Self { r: r * 17, g: g * 17, b: b * 17 }),
            [r, s, g, h, b, c] => Some(Self { r: r * 16 + s, g: g * 16 + h, b: b * 16 + c }),
            _ => None,
        }
    }
}

impl fmt::Display for Tint {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "#{:02X}{:02X}{:02X}", self.r, self.g, self.b)
    }
}

impl Serialize for Tint {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Tint {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        Self::parse(&text)
            .ok_or_else(|| de::Error::invalid_value(de::Unexpected::Str(&text), &"a colour such as #1F6FEB"))
    }
}

/// A client's look. What is not said is as the program has it.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Brand {
    /// Of what stands out: chosen things, actions, links.
    #[serde(default, skip_serializing_if = "is_default")]
    pub accent: Option<Tint>,
    /// Of the first stages, six at most; the others follow in the program's own.
    #[serde(default, skip_serializing_if = "is_default")]
    pub stages: Vec<Tint>,
    /// The band on the cover of a deck.
    #[serde(default, skip_serializing_if = "is_default")]
    pub cover: Option<Tint>,
    /// What stands at the foot of pages, in the place of whom they are prepared for.
    #[serde(default, skip_serializing_if = "is_default")]
    pub footer: String,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_colour_is_read_as_people_write_it_and_written_in_one_way() {
        for (text, written) in
            [("#1F6FEB", "#1F6FEB"), (" 1f6feb ", "#1F6FEB"), ("#16e", "#1166EE"), ("000", "#000000")]
        {
            assert_eq!(Tint::parse(text).unwrap().to_string(), written);
        }
        for text in ["", "#", "blue", "#12345", "#1F6FEB80", "#ＦＦＦ"] {
            assert_eq!(Tint::parse(text), None, "{text}");
        }
    }
}
