//! An item of a library, and the record that it becomes.

use super::Words;
use crate::model::*;
use serde::Deserialize;

/// A file of items.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Library {
    /// What stands above its items.
    pub title: Words,
    pub items: Vec<Item>,
}

/// Something that can be put on a map.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Item {
    /// No other item of the library has it; it stays when the title changes.
    pub id: String,
    pub makes: Makes,
    pub title: Words,
    /// Why and when, in a sentence.
    #[serde(default)]
    pub about: Words,
    /// Other words that it is found by.
    #[serde(default)]
    pub tags: Vec<Words>,
    /// The codes of the frictions that it is about, by commas.
    #[serde(default)]
    pub codes: String,
    /// The second line of a card.
    #[serde(default)]
    pub detail: Words,
    /// What else stands in the note of the record, such as a list to go through.
    #[serde(default)]
    pub note: Words,
}

/// The record that an item becomes.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub enum Makes {
    Touchpoint {
        channel: Channel,
        /// The usual one of the channel when absent.
        #[serde(default)]
        ownership: Option<Ownership>,
    },
    /// What the customer asks.
    Question,
    /// Free text about a stage.
    Insight,
    PainPoint {
        #[serde(default)]
        severity: Severity,
    },
    Action {
        #[serde(default)]
        horizon: Horizon,
        /// A role.
        #[serde(default)]
        owner: Words,
        /// What it is expected to change.
        #[serde(default)]
        effect: Words,
    },
    Metric {
        kind: MetricKind,
    },
}

/// Where the record of an item stands in its stage.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stands {
    /// As a card of this channel.
    Card(Channel),
    /// In the list of its kind.
    List(ListKind),
}

impl Makes {
    pub fn stands(&self) -> Stands {
        match self {
            Self::Touchpoint { channel, .. } => Stands::Card(*channel),
            Self::Question => Stands::List(ListKind::Question),
            Self::Insight => Stands::List(ListKind::Remark),
            Self::PainPoint { .. } => Stands::List(ListKind::PainPoint),
            Self::Action { .. } => Stands::List(ListKind::Action),
            Self::Metric { .. } => Stands::List(ListKind::Metric),
        }
    }
}

impl Item {
    /// What its record is called, in the language of the moment: an insight is told whole.
    pub fn text(&self) -> String {
        let title = self.title.here();
        match self.makes {
            Makes::Insight if !self.about.is_empty() => format!("{title} {}", self.about.here()),
            Makes::Insight
            | Makes::Touchpoint { .. }
            | Makes::Question
            | Makes::PainPoint { .. }
            | Makes::Action { .. }
            | Makes::Metric { .. } => title.into_owned(),
        }
    }

    /// Gives the record that an edit adds what the item says beside its title.
    pub fn fill(&self, edit: &mut Edit, record: RecordRef) {
        for change in edit.changes.iter_mut().filter(|change| change.at() == record) {
            self.fill_change(change);
        }
    }

    fn fill_change(&self, change: &mut Change) {
        let note = || {
            let parts = [self.about.here(), self.note.here()];
            parts.iter().filter(|part| !part.is_empty()).map(AsRef::as_ref).collect::<Vec<&str>>().join("\n")
        };
        match &self.makes {
            Makes::Touchpoint { ownership, .. } => {
                let Change::Touchpoint(_, Some(card)) = change else { return };
                (card.detail, card.note) = (self.detail.here().into_owned(), note());
                card.ownership = ownership.unwrap_or(card.ownership);
            }
            Makes::Question => {}
            Makes::Insight => {
                let Change::Remark(_, Some(remark)) = change else { return };
                remark.codes.clone_from(&self.codes);
            }
            Makes::PainPoint { severity } => {
                let Change::PainPoint(_, Some(pain)) = change else { return };
                (pain.severity, pain.codes) = (*severity, self.codes.clone());
            }
            Makes::Action { horizon, owner, effect } => {
                let Change::Action(_, Some(action)) = change else { return };
                (action.owner, action.effect) = (owner.here().into_owned(), effect.here().into_owned());
                (action.horizon, action.codes, action.note) = (*horizon, self.codes.clone(), note());
            }
            Makes::Metric { kind } => {
                let Change::Metric(_, Some(metric)) = change else { return };
                // The kind's own name is shown in every language.
                let title = self.title.here();
                metric.name = if title == kind.name() { String::new() } else { title.into_owned() };
                metric.note = note();
            }
        }
    }
}
