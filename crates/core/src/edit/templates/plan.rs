//! How a template is written down: stage by stage, with what a workshop would put there, in both languages. An unknown word
//! is refused, so that none is lost by a slip.

use std::fmt;

use serde::Deserialize;
use serde::de::{Deserializer, Error, SeqAccess, Visitor};
use touchline_words::spoken;

use crate::model::{
    Basis, Channel, ConnectorKind, FlagStatus, Horizon, LaneKind, MetricKind, NoteColor, Regime, Score, Zone,
};

/// A whole template.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Plan {
    /// What the map is called.
    pub title: Text,
    pub segments: Vec<Audience>,
    pub stages: Vec<PlannedStage>,
    #[serde(default)]
    pub connectors: Vec<Way>,
    /// What lies in the parking lot.
    #[serde(default)]
    pub parked: Vec<Parked>,
    #[serde(default)]
    pub agenda: Vec<Block>,
}

/// `("in English", "auf Deutsch")`.
#[derive(Default)]
pub(super) struct Text {
    pub english: String,
    pub german: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Audience {
    pub name: Text,
    pub basis: Basis,
    /// Holds children under 13.
    #[serde(default)]
    pub children: bool,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct PlannedStage {
    pub name: Text,
    pub goal: Text,
    #[serde(default)]
    pub zone: Zone,
    #[serde(default)]
    pub pending: bool,
    pub cards: Vec<Card>,
    #[serde(default)]
    pub questions: Vec<Text>,
    #[serde(default)]
    pub pains: Vec<Text>,
    #[serde(default)]
    pub actions: Vec<Task>,
    #[serde(default)]
    pub metrics: Vec<MetricKind>,
    #[serde(default)]
    pub backstage: Vec<Behind>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Card {
    pub title: Text,
    #[serde(default)]
    pub detail: Text,
    pub channel: Channel,
    /// None when nobody can guess it.
    #[serde(default)]
    pub feels: Option<Felt>,
    #[serde(default)]
    pub flags: Vec<Rule>,
    /// By what connectors and what is behind find it.
    #[serde(default)]
    pub key: String,
    /// The audiences that meet it, by their English names; none means all.
    #[serde(default)]
    pub only: Vec<String>,
}

/// `(1.5, ("curious", "neugierig"))`.
#[derive(Deserialize)]
pub(super) struct Felt(pub Score, pub Text);

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Rule {
    pub rule: Regime,
    pub status: FlagStatus,
    /// What is to be found out.
    pub ask: Text,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Task {
    pub title: Text,
    /// A role.
    pub owner: Text,
    pub horizon: Horizon,
}

/// What goes on behind the line of visibility.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Behind {
    pub title: Text,
    pub owner: Text,
    #[serde(default)]
    pub system: Text,
    /// The key of the card that rests on it.
    #[serde(default)]
    pub under: String,
}

/// A connector, by the keys of its cards.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Way {
    pub from: String,
    pub to: String,
    pub kind: ConnectorKind,
    #[serde(default)]
    pub label: Text,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Parked {
    pub text: Text,
    pub color: NoteColor,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Block {
    pub title: Text,
    pub minutes: u16,
    /// The lane that is looked at meanwhile.
    #[serde(default)]
    pub lane: Option<LaneKind>,
    /// What is voted on.
    #[serde(default)]
    pub vote: Text,
}

impl Plan {
    /// Reads what stands in a file of templates.
    pub fn read(text: &str) -> Result<Self, ron::error::SpannedError> {
        ron::Options::default().with_default_extension(ron::extensions::Extensions::IMPLICIT_SOME).from_str(text)
    }
}

impl Text {
    /// In the language of the moment.
    pub fn here(&self) -> String {
        spoken(&self.english, &self.german).into_owned()
    }
}

impl<'de> Deserialize<'de> for Text {
    /// Both languages or none: half a text would be a hole in a map.
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Both;
        impl<'de> Visitor<'de> for Both {
            type Value = Text;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a text in English and the same in German")
            }

            fn visit_seq<A: SeqAccess<'de>>(self, mut texts: A) -> Result<Text, A::Error> {
                let mut next = || texts.next_element::<String>().transpose().unwrap_or_else(|| Ok(String::new()));
                let text = Text { english: next()?, german: next()? };
                let is_whole = !text.english.trim().is_empty() && !text.german.trim().is_empty();
                if is_whole { Ok(text) } else { Err(A::Error::custom("a text is in one language only")) }
            }
        }
        deserializer.deserialize_tuple(2, Both)
    }
}
