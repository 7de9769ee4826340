//! Which stage a room looks at, and how.

use crate::model::{LaneId, RecordRef, SegmentId, StageId};

/// Which stage is shown, and how.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Stand {
    pub stage: StageId,
    /// As whose; all audiences for `None`.
    pub segment: Option<SegmentId>,
    /// Shows what this lane holds in the place of the cards, where it holds records.
    pub lane: Option<LaneId>,
    /// The one that all look at; the others step back.
    pub spotlight: Option<RecordRef>,
    /// It stands beside one in whose spotlight something is.
    pub aside: bool,
    /// Whether the upper corner is left to the timer.
    pub timed: bool,
}

impl Stand {
    pub fn at(stage: StageId) -> Self {
        Self { stage, segment: None, lane: None, spotlight: None, aside: false, timed: false }
    }
}
