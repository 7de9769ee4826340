//! The agenda of a workshop: blocks of time, each with what is looked at meanwhile.

use super::{LaneId, Rank, StageId, is_default};
use serde::{Deserialize, Serialize};

/// How long a block may be, in minutes.
pub const BLOCK_MINUTES: std::ops::RangeInclusive<u16> = 1..=600;

/// A stretch of the day.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct AgendaBlock {
    pub rank: Rank,
    pub title: String,
    /// How long it is.
    pub minutes: u16,
    /// The stage that is shown when it begins; the one that is looked at where there is none.
    #[serde(default, skip_serializing_if = "is_default")]
    pub stage: Option<StageId>,
    /// The lane whose records are shown in the place of the cards.
    #[serde(default, skip_serializing_if = "is_default")]
    pub lane: Option<LaneId>,
    /// What is voted on; empty where nothing is.
    #[serde(default, skip_serializing_if = "is_default")]
    pub vote: String,
}

impl AgendaBlock {
    pub fn new(rank: Rank, title: impl Into<String>, minutes: u16) -> Self {
        Self { rank, title: title.into(), minutes, stage: None, lane: None, vote: String::new() }
    }
}
