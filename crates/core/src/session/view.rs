//! How the map is looked at, and what a view beside the board asks of the session.

pub use crate::model::ViewKind as View;
use crate::model::{Field, Horizon, RecordRef};

/// What is asked of the table that changes the map.
#[derive(Clone, Debug, PartialEq)]
pub enum TableMsg {
    /// Puts a spreadsheet's cells into these rows and columns, from the first of each on; what stands in no field is none.
    Paste { records: Vec<RecordRef>, fields: Vec<Option<Field>>, text: String },
}

/// What is asked of the roadmap that changes the map.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RoadmapMsg {
    /// An action is for another time; of what hurts, one is made for that time.
    Put { record: RecordRef, horizon: Horizon },
}

/// What is asked of the outline that changes the map.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OutlineMsg {
    /// One row up, or one down.
    Move { record: RecordRef, up: bool },
    /// To the last card of its stage.
    Indent(RecordRef),
    /// To its stage.
    Outdent(RecordRef),
    /// One more of the kind below, with its text open.
    Another(RecordRef),
}
