//! A step: what the customer does first, next and last within a stage, the second level of a map.

use super::{Rank, StageId};
use serde::{Deserialize, Serialize};

/// A part of a stage, over the cards that belong to it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Step {
    pub stage: StageId,
    /// Its place among the stage's steps.
    pub rank: Rank,
    pub name: String,
}

impl Step {
    pub fn new(stage: StageId, rank: Rank, name: impl Into<String>) -> Self {
        Self { stage, rank, name: name.into() }
    }
}
