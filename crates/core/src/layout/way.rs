//! What is known of a line between two cards before it is known where they lie.

use super::place::Column;
use crate::model::{ConnectorId, LaneId, StageId, StepId, TouchpointId};
use std::collections::BTreeMap;

/// Cards below each other: those of a stage, or, where its steps stand side by side, of one of them.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Strand {
    /// Its place from left to right on the whole board.
    pub place: usize,
    pub column: Column,
    /// Whether another strand of the stage stands left or right of it.
    pub has_beside: [bool; 2],
    /// Of a card that goes on over several stages, the strand in which it ends.
    pub last: Option<(usize, Column)>,
}

/// The strands of a board, by stage and step.
pub(super) type OnBoard = BTreeMap<(StageId, Option<StepId>), Strand>;

impl Strand {
    pub fn last_place(&self) -> usize {
        self.last.map_or(self.place, |(place, _)| place)
    }
}

/// A connector whose two cards are on the board.
#[derive(Debug)]
pub(super) struct Way {
    pub id: ConnectorId,
    /// Its two cards, and the strands in which they stand.
    pub cards: [TouchpointId; 2],
    pub strands: [Strand; 2],
    /// Of the first card.
    pub lane: LaneId,
    /// The places of the strands on whose sides that face each other it leaves and comes.
    pub places: (usize, usize),
    pub takes_channel: bool,
    /// Its place among the lines in the channel of its lane.
    pub track: usize,
}

/// What the connectors of a board are, before it is known where cards lie.
#[derive(Debug, Default)]
pub(super) struct Ways {
    /// Those whose cards are both on the board.
    pub all: Vec<Way>,
    /// How many connectors of cards that are seen in a lane have their other end where no card is seen: in what is folded or
    /// hidden, or on another page.
    pub out_of_sight: BTreeMap<LaneId, usize>,
    /// What they were found by, beside the map.
    pub strands: OnBoard,
    pub columns: Vec<Column>,
    /// Whether they are those of the layout before, and no card on which one ends may look different.
    pub as_before: bool,
}
