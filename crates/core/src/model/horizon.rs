//! How soon something is to be done.

use serde::{Deserialize, Serialize};
use touchline_words::say;

/// How soon an action is to be done.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Horizon {
    #[default]
    QuickWin,
    Medium,
    LongTerm,
}

impl Horizon {
    pub const ALL: [Self; 3] = [Self::QuickWin, Self::Medium, Self::LongTerm];

    pub fn name(self) -> &'static str {
        match self {
            Self::QuickWin => say!(horizon_quick_win),
            Self::Medium => say!(horizon_medium),
            Self::LongTerm => say!(horizon_long_term),
        }
    }
}
