//! What can be added to a map and where, as it is when nobody has said more: once, for keys, menus, the palette, tables
//! and drags.

use touchline_words::say;

use crate::edit::library::Item;
use crate::edit::{Cell, next_metric};
use crate::fields::{self, FieldKey};
use crate::model::{
    Channel, Edit, Field, LaneId, LaneKind, ListKind, Map, MetricKind, NoteTie, Regime, Score, Segment, SegmentId,
    StageId, StepId, TouchpointId,
};
use std::sync::Arc;

/// How much people are taken to lose at a stage until somebody says better, in percent.
const FIRST_ESTIMATE: &str = "20";

/// A record to add.
#[derive(Clone, Debug, PartialEq)]
pub enum New {
    Stage {
        name: String,
    },
    Touchpoint {
        channel: Channel,
        title: String,
    },
    Step {
        name: String,
    },
    /// A record of a kind that is a list in a stage, with what it says.
    Listed {
        kind: ListKind,
        text: String,
    },
    /// A metric goes by its kind.
    Metric {
        kind: MetricKind,
    },
    /// What an item of a library becomes.
    Item(Arc<Item>),
    Flag {
        regime: Regime,
    },
    Segment {
        name: String,
    },
    Sticky {
        text: String,
    },
    /// At the end of the agenda.
    AgendaBlock {
        title: String,
    },
    /// Before another lane; at the bottom for `None`.
    Lane {
        kind: LaneKind,
        before: Option<LaneId>,
    },
}

/// Where to add it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Place {
    /// Behind what is selected, else at the end of the map.
    AtSelection,
    /// A stage before another, or at the right end.
    BeforeStage(Option<StageId>),
    /// A step of a stage before another, or at its end.
    BeforeStep(StageId, Option<StepId>),
    /// A card in a cell before another, or at its end; a record of a list at the end of a cell.
    InCell { cell: Cell, before: Option<TouchpointId> },
    /// An annotation in a stage; a flag on it.
    InStage(StageId),
    /// An annotation for a card; a flag on it.
    OnCard(TouchpointId),
    /// A sticky note at what it is tied to.
    Tied(NoteTie),
    /// A sticky note in map units.
    AtPoint { x: f32, y: f32 },
}

impl New {
    pub fn stage() -> Self {
        Self::Stage { name: say!(kind_stage_new).to_owned() }
    }

    pub fn step() -> Self {
        Self::Step { name: say!(kind_step_new).to_owned() }
    }

    pub fn touchpoint() -> Self {
        Self::Touchpoint { channel: Channel::Website, title: say!(kind_touchpoint_new).to_owned() }
    }

    /// A record of a kind that is a list in a stage, as it is when nobody has said more; a metric is of the kind that the map
    /// lacks first.
    pub fn listed(map: &Map, kind: ListKind) -> Self {
        if kind == ListKind::Metric {
            return Self::Metric { kind: next_metric(map) };
        }
        Self::Listed { kind, text: kind.new_text().to_owned() }
    }

    pub fn sticky() -> Self {
        Self::Sticky { text: say!(kind_sticky_new).to_owned() }
    }

    pub fn agenda_block() -> Self {
        Self::AgendaBlock { title: say!(kind_agenda_block_new).to_owned() }
    }

    pub fn segment(map: &Map) -> Self {
        Self::Segment { name: Self::segment_name(map) }
    }

    /// A name that no segment has.
    pub fn segment_name(map: &Map) -> String {
        let is_free = |name: &String| !map.segments.values().any(|segment: &Segment| segment.name == *name);
        let numbered = (2..=map.segments.len() + 1).map(|nth| say!(kind_segment_new_nth, nth));
        let mut names = std::iter::once(say!(kind_segment_new).to_owned()).chain(numbered);
        // Of so many names one is free: there is one more than segments.
        names.find(is_free).unwrap_or_default()
    }
}

/// The edit that gives a card a first feeling, to be moved.
pub(super) fn first_feeling(map: &Map, card: TouchpointId, segment: Option<SegmentId>, score: Score) -> Option<Edit> {
    let key = FieldKey::one(card.into(), Field::Emotion(segment));
    fields::write(map, &key, &score.text()).ok().flatten()
}

/// The edit that gives a stage an estimate of who leaves, to be corrected.
pub fn first_estimate(map: &Map, stage: StageId) -> Option<Edit> {
    let key = FieldKey::one(stage.into(), Field::EstimatePercent);
    fields::write(map, &key, FIRST_ESTIMATE).ok().flatten()
}
