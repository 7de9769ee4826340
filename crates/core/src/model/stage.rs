//! A stage: a column of the map, in the customer's order.

use super::{Date, Rank, TouchpointId, is_default};
use serde::{Deserialize, Serialize};
use touchline_words::say;

/// What the customer is at, between two decisions.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Stage {
    pub rank: Rank,
    pub name: String,
    /// What the customer wants here.
    #[serde(default, skip_serializing_if = "is_default")]
    pub goal: String,
    /// Place in the theme's row of stage colours; counted from the stage's position when absent.
    #[serde(default, skip_serializing_if = "is_default")]
    pub color: Option<u8>,
    /// Width in map units when a person set one.
    #[serde(default, skip_serializing_if = "is_default")]
    pub width: Option<u16>,
    /// When the stage is planned to run.
    #[serde(default, skip_serializing_if = "is_default")]
    pub period: Option<Period>,
    /// Whom or what the customer deals with here.
    #[serde(default, skip_serializing_if = "is_default")]
    pub zone: Zone,
    /// Whether it is not decided yet, or not there yet.
    #[serde(default, skip_serializing_if = "is_default")]
    pub pending: bool,
    /// Whether it is a narrow strip that tells how much it holds.
    #[serde(default, skip_serializing_if = "is_default")]
    pub folded: bool,
    /// Events of a log that count as reaching the stage, beside those of its touchpoints.
    #[serde(default, skip_serializing_if = "is_default")]
    pub events: Vec<String>,
    /// What people think leaves between this stage and the next.
    #[serde(default, skip_serializing_if = "is_default")]
    pub estimate: Option<Estimate>,
    #[serde(default, skip_serializing_if = "is_default")]
    pub note: String,
}

/// Whom or what a customer deals with in a stage.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Zone {
    /// Nobody has said.
    #[default]
    Unsaid,
    /// No person of ours takes part.
    SelfService,
    /// A person of ours takes part.
    WithPerson,
}

impl Zone {
    pub const ALL: [Self; 3] = [Self::Unsaid, Self::SelfService, Self::WithPerson];

    pub fn name(self) -> &'static str {
        match self {
            Self::Unsaid => say!(zone_unsaid),
            Self::SelfService => say!(zone_self_service),
            Self::WithPerson => say!(zone_with_person),
        }
    }
}

/// From a day to a day, both included.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Period {
    pub from: Date,
    pub to: Date,
}

/// A drop-off that people estimated.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Estimate {
    /// 0 … 100.
    pub percent: f64,
    #[serde(default, skip_serializing_if = "is_default")]
    pub reason: String,
    /// The card that causes it.
    #[serde(default, skip_serializing_if = "is_default")]
    pub cause: Option<TouchpointId>,
}

/// Narrowest and widest a person can make a stage, in map units.
pub const STAGE_WIDTH: std::ops::RangeInclusive<u16> = 140..=640;

impl Stage {
    pub fn new(rank: Rank, name: impl Into<String>) -> Self {
        Self {
            rank,
            name: name.into(),
            goal: String::new(),
            color: None,
            width: None,
            period: None,
            zone: Zone::default(),
            pending: false,
            folded: false,
            events: Vec::new(),
            estimate: None,
            note: String::new(),
        }
    }
}
