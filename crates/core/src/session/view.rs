//! How the map is looked at, and what a view beside the board asks of the session.

use crate::model::RecordRef;
use touchline_words::say;

/// How the map is looked at.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum View {
    #[default]
    Board,
    /// Stage by stage with all that each holds, to be read and written by keys alone.
    Outline,
}

impl View {
    pub const ALL: [Self; 2] = [Self::Board, Self::Outline];

    pub fn name(self) -> &'static str {
        match self {
            Self::Board => say!(view_board),
            Self::Outline => say!(view_outline),
        }
    }
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
