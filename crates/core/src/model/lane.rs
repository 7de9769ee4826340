//! A lane: a row of the map.

use super::{ListKind, Rank, is_default};
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
    /// Shown as a strip of one line, with one value for each stage.
    #[serde(default, skip_serializing_if = "is_default")]
    pub folded: bool,
    /// A second or later lane of its kind: it holds the records that name it, and the first those that name none.
    #[serde(default, skip_serializing_if = "is_default")]
    pub further: bool,
    /// Least height in map units when a person set one; a lane is never lower than what it holds.
    #[serde(default, skip_serializing_if = "is_default")]
    pub height: Option<u16>,
}

/// Lowest and highest a person can make a lane, in map units.
pub const LANE_HEIGHT: std::ops::RangeInclusive<u16> = 40..=1_200;

/// What a kind of lane gathers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Holds {
    Cards,
    /// What cards and audiences feel.
    Feelings,
    /// Who leaves at each stage.
    Losses,
    Flags,
    /// The channels of the cards, stage by stage.
    Channels,
    /// The records of a kind, stage by stage.
    List(ListKind),
}

macro_rules! lanes {
    ($($kind:ident, $name:ident, $usual:literal, $holds:expr;)*) => {
        /// What a lane shows.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        pub enum LaneKind {
            $($kind,)*
        }

        impl LaneKind {
            /// Every kind, in the order in which a new map has those that are usual.
            pub const ALL: [Self; [$(stringify!($kind)),*].len()] = [$(Self::$kind),*];

            pub fn name(self) -> &'static str {
                match self {
                    $(Self::$kind => say!($name),)*
                }
            }

            /// Whether a new map has it; the others come with the first that they hold.
            pub fn is_usual(self) -> bool {
                match self {
                    $(Self::$kind => $usual,)*
                }
            }

            pub fn holds(self) -> Holds {
                match self {
                    $(Self::$kind => $holds,)*
                }
            }
        }
    };
}

impl LaneKind {
    /// What a new map has, from top to bottom.
    pub fn usual() -> Vec<Self> {
        Self::ALL.into_iter().filter(|kind| kind.is_usual()).collect()
    }
}

lanes! {
    Touchpoints, lane_touchpoints, true, Holds::Cards;
    Thinking, lane_thinking, true, Holds::List(ListKind::Question);
    Feeling, lane_feeling, true, Holds::Feelings;
    PainPoints, lane_pain_points, true, Holds::List(ListKind::PainPoint);
    DropOff, lane_drop_off, true, Holds::Losses;
    Compliance, lane_compliance, true, Holds::Flags;
    Actions, lane_actions, true, Holds::List(ListKind::Action);
    Metrics, lane_metrics, false, Holds::List(ListKind::Metric);
    Channels, lane_channels, false, Holds::Channels;
    Backstage, lane_backstage, false, Holds::List(ListKind::Backstage);
    FreeText, lane_free_text, false, Holds::List(ListKind::Remark);
    Storyboard, lane_storyboard, false, Holds::List(ListKind::Picture);
}

impl Lane {
    pub fn new(rank: Rank, kind: LaneKind) -> Self {
        Self { rank, kind, name: String::new(), hidden: false, folded: false, further: false, height: None }
    }

    /// The name on the board.
    pub fn title(&self) -> &str {
        if self.name.is_empty() { self.kind.name() } else { &self.name }
    }
}
