//! The fields that are written as text: which record's, and which of its.
//!
//! A field is named, not pointed at, so that a text that was being typed can still be put into the map after the
//! selection has moved on.

use crate::model::{RecordRef, SegmentId};

/// A field of one record, or of several at once.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct FieldKey {
    pub records: Vec<RecordRef>,
    pub field: Field,
}

impl FieldKey {
    pub fn one(record: RecordRef, field: Field) -> Self {
        Self { records: vec![record], field }
    }
}

/// What a field says of its record.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Field {
    /// The name that the board shows: a title, or the text of a question, pain point or sticky note.
    Title,
    /// The text of a sticky note, in several lines.
    StickyText,
    Finding,
    Client,
    /// The day of the map.
    Date,
    Language,
    Note,
    Goal,
    /// Width of a stage in map units.
    Width,
    PeriodFrom,
    PeriodTo,
    /// Events of a log, one a line.
    Events,
    /// Estimated drop-off, 0 … 100.
    EstimatePercent,
    EstimateReason,
    Detail,
    Doing,
    Owner,
    /// One word for the feeling of all audiences, or of one.
    EmotionWord(Option<SegmentId>),
    EmotionReason(Option<SegmentId>),
    /// The name of the evidence at this place of the list.
    EvidenceName(usize),
    EvidenceAmount(usize),
    Due,
    Effort,
    Effect,
    /// A custom rule's own name.
    Custom,
    /// What shows that a rule is met.
    FlagEvidence,
    /// Customers in a segment.
    Size,
    Regions,
    /// What logs call a segment, one a line.
    Values,
    /// What a customer is worth, in the map's currency.
    ValueLow,
    ValueLikely,
    ValueHigh,
    Currency,
    /// What a metric counts.
    Definition,
    Target,
    Benchmark,
    Threshold,
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
