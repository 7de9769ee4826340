//! The tables of a map: what stands in each, row by row.

mod cards;
mod figures;
mod plans;

use super::Asked;
use crate::export::Table;
use crate::model::{Map, StageId};
use touchline_words::say;

/// Which table.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum TableKind {
    #[default]
    Touchpoints,
    DropOff,
    Segments,
    Register,
    Actions,
    Scorecard,
    Evidence,
    /// The sticky notes.
    Notes,
}

impl TableKind {
    /// In the order of a workbook's sheets.
    pub const ALL: [Self; 8] = [
        Self::Touchpoints,
        Self::DropOff,
        Self::Segments,
        Self::Register,
        Self::Actions,
        Self::Scorecard,
        Self::Evidence,
        Self::Notes,
    ];

    /// As on the command line.
    pub fn id(self) -> &'static str {
        match self {
            Self::Touchpoints => "touchpoints",
            Self::DropOff => "drop-off",
            Self::Segments => "segments",
            Self::Register => "register",
            Self::Actions => "actions",
            Self::Scorecard => "scorecard",
            Self::Evidence => "evidence",
            Self::Notes => "notes",
        }
    }

    pub fn name(self) -> &'static str {
        match self {
            Self::Touchpoints => say!(data_touchpoints),
            Self::DropOff => say!(data_drop_off),
            Self::Segments => say!(data_segments),
            Self::Register => say!(data_register),
            Self::Actions => say!(data_actions),
            Self::Scorecard => say!(data_scorecard),
            Self::Evidence => say!(data_evidence),
            Self::Notes => say!(data_notes),
        }
    }
}

/// A table of a map, as [`super::given`] gives it.
pub fn table(map: &Map, kind: TableKind, asked: &Asked) -> Table {
    let (heads, rows) = match kind {
        TableKind::Touchpoints => cards::touchpoints(map, asked),
        TableKind::DropOff => figures::drop_off(map, asked),
        TableKind::Segments => figures::segments(map, asked),
        TableKind::Register => plans::register(map),
        TableKind::Actions => plans::actions(map, asked),
        TableKind::Scorecard => figures::scorecard(map, asked),
        TableKind::Evidence => cards::evidence(map, asked),
        TableKind::Notes => cards::notes(map),
    };
    Table { name: kind.name(), heads, rows }
}

/// All tables of a map: the scorecard where there is one, the sticky notes where they are asked for.
pub fn book(map: &Map, asked: &Asked) -> Vec<Table> {
    let is_in = |kind: &TableKind| match kind {
        TableKind::Notes => asked.notes,
        TableKind::Scorecard => !map.metrics.is_empty(),
        TableKind::Touchpoints
        | TableKind::DropOff
        | TableKind::Segments
        | TableKind::Register
        | TableKind::Actions
        | TableKind::Evidence => true,
    };
    TableKind::ALL.into_iter().filter(is_in).map(|kind| table(map, kind, asked)).collect()
}

fn stage_name(map: &Map, stage: StageId) -> &str {
    map.stages.get(&stage).map_or("", |stage| stage.name.as_str())
}
