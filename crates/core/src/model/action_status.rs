//! How far something that is to be done has come.

use serde::{Deserialize, Serialize};
use touchline_words::say;

/// How far an action has come.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum ActionStatus {
    #[default]
    Planned,
    UnderWay,
    Done,
    /// It will not be done.
    Dropped,
}

impl ActionStatus {
    pub const ALL: [Self; 4] = [Self::Planned, Self::UnderWay, Self::Done, Self::Dropped];

    pub fn name(self) -> &'static str {
        match self {
            Self::Planned => say!(action_status_planned),
            Self::UnderWay => say!(action_status_under_way),
            Self::Done => say!(action_status_done),
            Self::Dropped => say!(action_status_dropped),
        }
    }

    /// Whether nothing is left to be done.
    pub fn is_over(self) -> bool {
        match self {
            Self::Planned | Self::UnderWay => false,
            Self::Done | Self::Dropped => true,
        }
    }
}
