//! As it is, and as it shall be: the two states of one map, and in which of them something is to be found.

use serde::{Deserialize, Serialize};
use touchline_words::say;

/// Whether the map shows what is, or what shall be.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum MapState {
    #[default]
    AsIs,
    ToBe,
}

impl MapState {
    pub const ALL: [Self; 2] = [Self::AsIs, Self::ToBe];

    pub fn name(self) -> &'static str {
        match self {
            Self::AsIs => say!(state_as_is),
            Self::ToBe => say!(state_to_be),
        }
    }
}

/// In which state of the map something is to be found.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Belongs {
    /// As it is, and as it shall be.
    #[default]
    Both,
    /// It goes.
    AsIs,
    /// It comes.
    ToBe,
}

impl Belongs {
    pub const ALL: [Self; 3] = [Self::Both, Self::AsIs, Self::ToBe];

    pub fn name(self) -> &'static str {
        match self {
            Self::Both => say!(belongs_both),
            Self::AsIs => say!(belongs_as_is),
            Self::ToBe => say!(belongs_to_be),
        }
    }

    /// Whether it is found in a state.
    pub fn is_in(self, state: MapState) -> bool {
        match self {
            Self::Both => true,
            Self::AsIs => state == MapState::AsIs,
            Self::ToBe => state == MapState::ToBe,
        }
    }
}

impl From<MapState> for Belongs {
    fn from(state: MapState) -> Self {
        match state {
            MapState::AsIs => Self::AsIs,
            MapState::ToBe => Self::ToBe,
        }
    }
}
