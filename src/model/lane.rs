//! A lane: a row of the map.

use super::{Rank, is_default};
use serde::{Deserialize, Serialize};
use touchline_words::say;

/// A row, with what its kind gathers from the records.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Lane {
    pub rank: Rank,
    pub kind: LaneKind,
    /// Shown instead of the kind's own name when not empty.
    #[serde(default, skip_serializing_if = "is_default")]
    pub name: String,
    #[serde(default, skip_serializing_if = "is_default")]
    pub hidden: bool,
}

/// What a lane shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum LaneKind {
    Touchpoints,
    Thinking,
    Feeling,
    PainPoints,
    DropOff,
    Compliance,
    Actions,
    Metrics,
}

impl LaneKind {
    /// Every kind.
    pub const ALL: [Self; 8] = [
        Self::Touchpoints,
        Self::Thinking,
        Self::Feeling,
        Self::PainPoints,
        Self::DropOff,
        Self::Compliance,
        Self::Actions,
        Self::Metrics,
    ];

    /// What a new map has, from top to bottom; metrics come with the first of them.
    pub const USUAL: [Self; 7] = [
        Self::Touchpoints,
        Self::Thinking,
        Self::Feeling,
        Self::PainPoints,
        Self::DropOff,
        Self::Compliance,
        Self::Actions,
    ];

    pub fn name(self) -> &'static str {
        match self {
            Self::Touchpoints => say!(lane_touchpoints),
            Self::Thinking => say!(lane_thinking),
            Self::Feeling => say!(lane_feeling),
            Self::PainPoints => say!(lane_pain_points),
            Self::DropOff => say!(lane_drop_off),
            Self::Compliance => say!(lane_compliance),
            Self::Actions => say!(lane_actions),
            Self::Metrics => say!(lane_metrics),
        }
    }
}

impl Lane {
    pub fn new(rank: Rank, kind: LaneKind) -> Self {
        Self { rank, kind, name: String::new(), hidden: false }
    }

    /// The name on the board.
    pub fn title(&self) -> &str {
        if self.name.is_empty() { self.kind.name() } else { &self.name }
    }
}
