//! The pages of the deck as a person keeps them: which are shown, in which order, what each says first, and what is said beside it.

use super::{Rank, StageId, is_default};
use serde::{Deserialize, Serialize};
use touchline_words::say;

/// What a page of the deck is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Topic {
    /// What the map found and decides.
    Cover,
    /// From what to what, and what to change first.
    Answer,
    /// All of the map at once.
    Whole,
    Stage(StageId),
    /// Each audience against all others.
    Audiences,
    /// What the loss costs.
    Money,
    /// The flags, for sign-off.
    Register,
    /// What will be done, by when.
    Roadmap,
    /// How it was counted, and what nobody knows.
    Method,
}

impl Topic {
    /// What it is called without the map.
    pub fn name(self) -> &'static str {
        match self {
            Self::Cover => say!(deck_cover),
            Self::Answer => say!(deck_answer),
            Self::Whole => say!(deck_whole),
            Self::Stage(_) => say!(kind_stage_title),
            Self::Audiences => say!(deck_audiences),
            Self::Money => say!(deck_money),
            Self::Register => say!(deck_register),
            Self::Roadmap => say!(deck_roadmap),
            Self::Method => say!(deck_method),
        }
    }
}

/// A page of the deck as it is kept. A map without any has the pages that it has something for, in their usual order.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct DeckPage {
    pub rank: Rank,
    pub of: Topic,
    /// It is in no deck that is made.
    #[serde(default, skip_serializing_if = "is_default")]
    pub left_out: bool,
    /// What stands over its headline; as usual where empty.
    #[serde(default, skip_serializing_if = "is_default")]
    pub name: String,
    /// What it says first; what the figures find where empty.
    #[serde(default, skip_serializing_if = "is_default")]
    pub headline: String,
    /// What is said while it is shown.
    #[serde(default, skip_serializing_if = "is_default")]
    pub notes: String,
}

impl DeckPage {
    pub fn new(rank: Rank, of: Topic) -> Self {
        Self { rank, of, left_out: false, name: String::new(), headline: String::new(), notes: String::new() }
    }
}
