//! A compliance flag: a rule that a touchpoint or a stage has to meet, and how far that is.

use super::{Date, StageId, TouchpointId, is_default};
use serde::{Deserialize, Serialize};
use touchline_words::say;

/// One rule on one card or stage.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Flag {
    pub on: FlagTarget,
    pub regime: Regime,
    /// The rule's own name when the regime is custom.
    #[serde(default, skip_serializing_if = "is_default")]
    pub custom: String,
    #[serde(default, skip_serializing_if = "is_default")]
    pub status: FlagStatus,
    #[serde(default, skip_serializing_if = "is_default")]
    pub owner: String,
    #[serde(default, skip_serializing_if = "is_default")]
    pub due: Option<Date>,
    /// What shows that the rule is met.
    #[serde(default, skip_serializing_if = "is_default")]
    pub evidence: String,
    /// What the rule asks for here.
    #[serde(default, skip_serializing_if = "is_default")]
    pub note: String,
}

/// What a flag hangs on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum FlagTarget {
    Touchpoint(TouchpointId),
    Stage(StageId),
}

/// A body of rules.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Regime {
    Coppa,
    Ftc,
    Gdpr,
    EPrivacy,
    Wcag,
    SagAftra,
    MusicSync,
    Custom,
}

impl Regime {
    pub const ALL: [Self; 8] =
        [Self::Coppa, Self::Ftc, Self::Gdpr, Self::EPrivacy, Self::Wcag, Self::SagAftra, Self::MusicSync, Self::Custom];

    /// The code on the pennant.
    pub fn code(self) -> &'static str {
        match self {
            Self::Coppa => say!(regime_code_coppa),
            Self::Ftc => say!(regime_code_ftc),
            Self::Gdpr => say!(regime_code_gdpr),
            Self::EPrivacy => say!(regime_code_eprivacy),
            Self::Wcag => say!(regime_code_wcag),
            Self::SagAftra => say!(regime_code_sag_aftra),
            Self::MusicSync => say!(regime_code_music_sync),
            Self::Custom => say!(regime_code_custom),
        }
    }

    pub fn name(self) -> &'static str {
        match self {
            Self::Coppa => say!(regime_coppa),
            Self::Ftc => say!(regime_ftc),
            Self::Gdpr => say!(regime_gdpr),
            Self::EPrivacy => say!(regime_eprivacy),
            Self::Wcag => say!(regime_wcag),
            Self::SagAftra => say!(regime_sag_aftra),
            Self::MusicSync => say!(regime_music_sync),
            Self::Custom => say!(regime_custom),
        }
    }
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum FlagStatus {
    #[default]
    Open,
    InReview,
    Cleared,
    NotApplicable,
}

impl FlagStatus {
    pub const ALL: [Self; 4] = [Self::Open, Self::InReview, Self::Cleared, Self::NotApplicable];

    pub fn name(self) -> &'static str {
        match self {
            Self::Open => say!(flag_status_open),
            Self::InReview => say!(flag_status_in_review),
            Self::Cleared => say!(flag_status_cleared),
            Self::NotApplicable => say!(flag_status_not_applicable),
        }
    }

    /// The sign that stands beside the colour.
    pub fn sign(self) -> &'static str {
        match self {
            Self::Open => "!",
            Self::InReview => "?",
            Self::Cleared => "✓",
            Self::NotApplicable => "–",
        }
    }
}

impl Flag {
    pub fn new(on: FlagTarget, regime: Regime) -> Self {
        Self {
            on,
            regime,
            custom: String::new(),
            status: FlagStatus::Open,
            owner: String::new(),
            due: None,
            evidence: String::new(),
            note: String::new(),
        }
    }

    /// The word on the pennant.
    pub fn code(&self) -> &str {
        match self.regime {
            Regime::Custom if !self.custom.is_empty() => &self.custom,
            regime => regime.code(),
        }
    }
}
