//! A column of the table: a field of one kind of record, or the stage that a record stands in; and what its cells say.

use crate::fields;
use crate::model::*;
use touchline_words::say;

/// What stands in a column.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Column {
    Field(Field),
    /// The stage that a card or a note stands in; of a flag, that of what it hangs on.
    Stage,
}

impl Column {
    pub fn name(self) -> &'static str {
        match self {
            Self::Field(field) => field.name(),
            Self::Stage => say!(ui_col_stage),
        }
    }

    pub fn field(self) -> Option<Field> {
        if let Self::Field(field) = self { Some(field) } else { None }
    }
}

/// What a cell says.
pub fn cell(map: &Tables, record: RecordRef, column: Column) -> String {
    match column {
        Column::Field(field) => fields::read(map, record, field).unwrap_or_default(),
        Column::Stage => {
            stage_of(map, record).and_then(|id| map.stages.get(&id)).map(|it| it.name.clone()).unwrap_or_default()
        }
    }
}

/// The stage that a record stands in; of a flag, that of what it hangs on.
pub fn stage_of(map: &Tables, record: RecordRef) -> Option<StageId> {
    let spot = map.spot(record)?;
    spot.stage.copied().or_else(|| match *spot.on? {
        FlagTarget::Stage(stage) => Some(stage),
        FlagTarget::Touchpoint(card) => map.touchpoints.get(&card).map(|card| card.stage),
    })
}
