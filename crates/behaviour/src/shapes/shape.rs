//! The kinds of table that are told apart.

use touchline_words::say;

use crate::error::BehaviourError;
use crate::recognise::Recognition;

/// What a table holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Shape {
    EventLog,
    StageCounts,
    Ga4Funnel,
    MixpanelFunnel,
    AmplitudeFunnel,
    PosthogFunnel,
    /// A row for each stage of each record.
    StageHistory,
    HubspotDeals,
    /// A row for each record, and a column for each stage.
    StageDates,
    CapsuleOpportunities,
    /// A row for each record, with the stage where it is now.
    Pipeline,
    Survey,
    Completion,
    ChurnSignals,
    Themes,
    Calendar,
}

impl Shape {
    pub const ALL: [Shape; 16] = [
        Shape::EventLog,
        Shape::StageCounts,
        Shape::Ga4Funnel,
        Shape::MixpanelFunnel,
        Shape::AmplitudeFunnel,
        Shape::PosthogFunnel,
        Shape::StageHistory,
        Shape::HubspotDeals,
        Shape::StageDates,
        Shape::CapsuleOpportunities,
        Shape::Pipeline,
        Shape::Survey,
        Shape::Completion,
        Shape::ChurnSignals,
        Shape::Themes,
        Shape::Calendar,
    ];

    /// The word of the command line and its JSON.
    pub fn word(self) -> &'static str {
        match self {
            Shape::EventLog => "event-log",
            Shape::StageCounts => "stage-counts",
            Shape::Ga4Funnel => "ga4-funnel",
            Shape::MixpanelFunnel => "mixpanel-funnel",
            Shape::AmplitudeFunnel => "amplitude-funnel",
            Shape::PosthogFunnel => "posthog-funnel",
            Shape::StageHistory => "stage-history",
            Shape::HubspotDeals => "hubspot-deals",
            Shape::StageDates => "stage-dates",
            Shape::CapsuleOpportunities => "capsule-opportunities",
            Shape::Pipeline => "pipeline",
            Shape::Survey => "survey",
            Shape::Completion => "completion",
            Shape::ChurnSignals => "churn-signals",
            Shape::Themes => "support-themes",
            Shape::Calendar => "release-calendar",
        }
    }

    /// With its article, for a sentence: `a GA4 funnel export`.
    pub fn name(self) -> &'static str {
        match self {
            Shape::EventLog => say!(shape_event_log),
            Shape::StageCounts => say!(shape_stage_counts),
            Shape::Ga4Funnel => say!(shape_ga4),
            Shape::MixpanelFunnel => say!(shape_mixpanel),
            Shape::AmplitudeFunnel => say!(shape_amplitude),
            Shape::PosthogFunnel => say!(shape_posthog),
            Shape::StageHistory => say!(shape_history),
            Shape::HubspotDeals => say!(shape_hubspot),
            Shape::StageDates => say!(shape_dates),
            Shape::CapsuleOpportunities => say!(shape_capsule),
            Shape::Pipeline => say!(shape_pipeline),
            Shape::Survey => say!(shape_survey),
            Shape::Completion => say!(shape_completion),
            Shape::ChurnSignals => say!(shape_churn),
            Shape::Themes => say!(shape_themes),
            Shape::Calendar => say!(shape_calendar),
        }
    }

    /// The shape of a word.
    ///
    /// # Errors
    /// The word is none; the error lists those that are.
    pub fn of_word(word: &str) -> Result<Shape, BehaviourError> {
        let known = || Shape::ALL.into_iter().map(Shape::word).collect();
        let found = Shape::ALL.into_iter().find(|shape| shape.word() == word);
        found.ok_or_else(|| BehaviourError::UnknownShape { word: word.to_owned(), known: known() })
    }

    /// Whether it holds single records with their stages, which can be counted by the stages of a map.
    pub fn has_records(self) -> bool {
        use Shape::*;
        matches!(self, StageHistory | HubspotDeals | StageDates | CapsuleOpportunities | Pipeline)
    }
}

/// The error of a shape whose columns are not there.
pub(super) fn missing(shape: Shape, recognition: &Recognition, needed: &'static str) -> BehaviourError {
    BehaviourError::ShapeNotFound { shape: shape.name(), needed, header: recognition.names() }
}
