//! What an edit does, as a code: the words for it are made where they are read.

use super::*;
use serde::{Deserialize, Serialize};

/// What was done to the records that an edit is about.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Verb {
    Add,
    Delete,
    Move,
    Duplicate,
    Paste,
    /// A field was given another value.
    Set(Field),
    /// An action or a pain point is about a card from now on, or about none.
    Tie(Option<TouchpointId>),
    /// Cards rest on evidence from now on.
    MarkEvidence,
    /// Cards are openly assumptions from now on.
    MarkAssumption,
    /// A lane is shown.
    Show,
    /// A lane is hidden.
    Hide,
    /// The metrics of the scorecard that the map lacked.
    AddScorecard,
    /// A metric's counts go on with the next period.
    BeginPeriod,
    /// Counts came into metrics from a file of this name.
    Fill(String),
    /// Figures came over the map from a file of this name.
    Lay(String),
    /// What a file of this name was bound to, and its figures.
    Import(String),
    /// Stages were made of what a file of this name holds.
    MakeStages(String),
    /// An edited sheet was taken over.
    TakeOver,
    /// A plan for the customers at risk.
    Intervene,
    /// A new map.
    Begin,
}

/// A field of a record, or of the map as a whole.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Field {
    /// The name that the board shows: a title, or the text of a question, pain point or sticky note.
    Title,
    /// The text of a sticky note, in several lines.
    StickyText,
    Finding,
    Client,
    /// Whether the map shows what is or what shall be.
    State,
    /// The day of the map.
    Date,
    Language,
    Note,
    /// When a group is too small for a figure of its own.
    LeastGroup,
    Goal,
    Color,
    /// Width of a stage in map units.
    Width,
    PeriodFrom,
    PeriodTo,
    /// Events of a log, one a line.
    Events,
    /// Estimated drop-off, 0 … 100, with its reason and cause.
    Estimate,
    EstimatePercent,
    EstimateReason,
    /// The card that causes an estimated drop-off.
    EstimateCause,
    Detail,
    Doing,
    Channel,
    Ownership,
    /// The audiences that a record is for.
    Audiences,
    Owner,
    /// How all audiences feel, or one of them.
    Emotion(Option<SegmentId>),
    /// One word for the feeling of all audiences, or of one.
    EmotionWord(Option<SegmentId>),
    EmotionReason(Option<SegmentId>),
    Evidence,
    /// Where the evidence at this place of the list comes from.
    EvidenceKind(usize),
    /// The name of the evidence at this place of the list.
    EvidenceName(usize),
    EvidenceAmount(usize),
    Severity,
    Horizon,
    Due,
    Effort,
    Effect,
    /// Which rule a flag stands for.
    Regime,
    FlagStatus,
    /// A custom rule's own name.
    Custom,
    /// What shows that a rule is met.
    FlagEvidence,
    Basis,
    /// Whether a segment holds children.
    Children,
    /// Customers in a segment.
    Size,
    Regions,
    /// What logs call a segment, one a line.
    Values,
    /// What a customer is worth, in the map's currency.
    Value,
    ValueLow,
    ValueLikely,
    ValueHigh,
    Currency,
    MetricKind,
    /// What a metric counts.
    Definition,
    Target,
    Benchmark,
    Threshold,
    /// The counts of a metric's periods.
    Readings,
    /// The present period of a metric, and its counts.
    ReadingPeriod,
    ReadingDays,
    ReadingCount,
    ReadingOf,
    ReadingAlso,
    /// The periods before it, one a line.
    EarlierPeriods,
    Source,
}

impl Field {
    /// Whether Enter begins a new line instead of ending the typing.
    pub fn is_multiline(self) -> bool {
        matches!(
            self,
            Self::Note
                | Self::StickyText
                | Self::Events
                | Self::Audiences
                | Self::Values
                | Self::EstimateReason
                | Self::Finding
                | Self::Goal
                | Self::Definition
                | Self::Benchmark
                | Self::EarlierPeriods
        )
    }
}
