//! What is in hand over the board, from the grab to letting go, and what is placed at the selection.
//!
//! The window sends where the hand is; what that would do is proposed here, drawn from [`Session::shown`], and made once
//! when the hand lets go. Places are read from the board as it was when it was grabbed, so that what makes room does not
//! move the place it makes room for.

mod block;
mod chain;
mod drag;
mod drawn;
mod fresh;
mod named;
mod notes;
mod snap;
mod spanned;

pub use block::{Block, block_like};
pub use drag::{CardEnd, Hand, Load, Release};
pub use named::USUAL_STAGES;

use touchline_words::say;

use super::naming::By;
use super::{Cause, Effect, New, Place, Session, Tone};
use crate::layout::Board;
use crate::model::{Family, FlagTarget, IdSource, LaneId, LaneKind, RecordRef, Regime, TouchpointId};
use crate::scene::Point;
use std::sync::Arc;

/// What is in hand.
#[derive(Debug)]
pub(super) struct Placing {
    load: Load,
    /// Where it was grabbed, in scene space.
    from: Point,
    board: Arc<Board>,
    release: Release,
    /// The source of record numbers as it is once it is let go.
    ids: IdSource,
    /// What was selected before, to be selected again when it is called off.
    selected: Vec<RecordRef>,
}

/// What a person is asked to choose from a list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Choice {
    /// The rule that a flag stands for.
    Rule(FlagTarget),
    /// What a new lane shows; it goes before another, at the bottom for `None`.
    Lane { before: Option<LaneId> },
}

impl Session {
    /// What letting go would do now; `None` while nothing is in hand.
    pub fn placing(&self) -> Option<&Release> {
        self.placing.as_ref().map(|placing| &placing.release)
    }

    /// What is in hand, with all that moves along.
    pub fn in_hand(&self) -> Option<&Load> {
        self.placing.as_ref().map(|placing| &placing.load)
    }

    /// What a person is asked to choose.
    pub fn choosing(&self) -> Option<Choice> {
        self.choosing
    }

    pub(super) fn grab(&mut self, load: Load, from: Point, board: Arc<Board>) {
        self.proposal = None;
        let (ids, selected) = (self.ids.clone(), self.selection.records().to_vec());
        let load = match load {
            Load::Records(grabbed) => Load::Records(self.grabbed(grabbed)),
            other => other,
        };
        self.placing = Some(Placing { load, from, board, release: Release::default(), ids, selected });
    }

    /// What moves with records that are grabbed: all that is selected when they are among it, else themselves alone.
    fn grabbed(&mut self, grabbed: Vec<RecordRef>) -> Vec<RecordRef> {
        if !grabbed.iter().all(|record| self.selection.contains(*record)) {
            self.select(grabbed.clone(), false);
            return grabbed;
        }
        let others = self.selection.records().iter().filter(|other| moves(**other) && !grabbed.contains(other));
        grabbed.iter().chain(others).copied().collect()
    }

    /// Moves what is in hand; away from the board nothing lands.
    pub(super) fn carry(&mut self, hand: Option<Hand>) {
        let Some(mut placing) = self.placing.take() else { return };
        // New records keep their numbers from place to place.
        placing.ids = self.ids.clone();
        placing.release = match hand {
            Some(hand) => self.release(&placing.load, placing.from, &placing.board, hand, &mut placing.ids),
            None => Release::default(),
        };
        match placing.release.edit.clone() {
            Some(edit) => self.propose(edit),
            None => self.proposal = None,
        }
        if self.proposal.is_none() {
            // The map does not take it.
            placing.release.edit = None;
        }
        self.placing = Some(placing);
    }

    /// Makes what was proposed, selects it, and asks for its title where it has one to be written.
    pub(super) fn let_go(&mut self, effects: &mut Vec<Effect>) {
        let Some(Placing { release, ids, .. }) = self.placing.take() else { return };
        let Release { edit, select, write, flag, .. } = release;
        self.proposal = None;
        self.choosing = flag.map(Choice::Rule);
        if let Some(edit) = edit {
            let selected = self.selection.clone();
            self.ids = ids;
            self.edit(edit);
            self.map.seal();
            if let Some(record) = select.first().copied().filter(|record| write && self.map.contains(*record)) {
                self.name_at_once(record, By::Hand, selected, effects);
            }
        }
        if !select.is_empty() {
            self.select(select, false);
        }
    }

    /// Drops what is in hand; everything is as it was. Says whether there was anything.
    pub(super) fn call_off(&mut self) -> bool {
        let placing = self.placing.take();
        if let Some(Placing { selected, .. }) = &placing {
            self.proposal = None;
            self.select(selected.clone(), false);
        }
        placing.is_some()
    }

    /// Places a block at what is selected.
    pub(super) fn put(&mut self, block: Block, effects: &mut Vec<Effect>) {
        match block {
            Block::Flag => self.choose_rule(effects),
            Block::Emotion => self.feel_here(),
            Block::DropOff => self.estimate_here(),
            Block::Stage(_) | Block::Touchpoint(_) | Block::Listed(_) | Block::Sticky => {
                if let Some(new) = block.record(&self.map) {
                    self.add(&new, Place::AtSelection, effects);
                }
            }
        }
    }

    /// Asks which rule the selected card or stage has to meet. Until that is chosen there is no flag.
    pub(super) fn choose_rule(&mut self, effects: &mut Vec<Effect>) {
        let on = self.flag_target(Place::AtSelection);
        self.choosing = on.map(Choice::Rule);
        match on {
            Some(FlagTarget::Touchpoint(card)) => effects.push(Effect::Reveal(RecordRef::Touchpoint(card))),
            Some(FlagTarget::Stage(stage)) => effects.push(Effect::Reveal(RecordRef::Stage(stage))),
            None => self.say(Cause::Edit, Tone::Info, say!(session_flag_needs_stage)),
        }
    }

    /// Asks what the new lane shall show, below the one that is selected or that something selected stands in.
    pub(super) fn choose_lane(&mut self) {
        let below = self.lane_here();
        let order = self.map.lanes_in_order();
        let place = below.and_then(|lane| order.iter().position(|(id, _)| *id == lane));
        let before = place.and_then(|place| order.get(place + 1)).map(|(id, _)| *id);
        self.choosing = Some(Choice::Lane { before });
    }

    /// The lane that is selected, or in which what is selected stands.
    pub(super) fn lane_here(&self) -> Option<LaneId> {
        let of_record = self.selection.main().and_then(|record| self.lane_of(record));
        of_record.or_else(|| self.selection.cell().map(|cell| cell.lane))
    }

    /// The lane that a record is, or stands in.
    fn lane_of(&self, record: RecordRef) -> Option<LaneId> {
        let kind = |kind| self.map.lane_of(kind);
        match record.kind().family() {
            Family::Lane => LaneId::try_from(record).ok(),
            Family::Touchpoint => Some(self.map.touchpoints.get(&TouchpointId::try_from(record).ok()?)?.lane),
            Family::Listed(_) => self.map.lane_listing(record),
            Family::Flag => kind(LaneKind::Compliance),
            Family::Map
            | Family::Stage
            | Family::Segment
            | Family::Sticky
            | Family::Connector
            | Family::Loop
            | Family::Drawing
            | Family::Measurement
            | Family::AgendaBlock
            | Family::Step
            | Family::SavedView
            | Family::DeckPage => None,
        }
    }

    /// Flags with the rule that was chosen.
    pub(super) fn flag(&mut self, on: FlagTarget, regime: Regime, effects: &mut Vec<Effect>) {
        let at = match on {
            FlagTarget::Touchpoint(card) => Place::OnCard(card),
            FlagTarget::Stage(stage) => Place::InStage(stage),
        };
        self.add(&New::Flag { regime }, at, effects);
    }
}

/// Whether a record lies in a list of its stage, and goes to another with what is grabbed.
fn moves(record: RecordRef) -> bool {
    match record.kind().family() {
        Family::Touchpoint | Family::Listed(_) => true,
        Family::Map
        | Family::Stage
        | Family::Lane
        | Family::Flag
        | Family::Segment
        | Family::Sticky
        | Family::Connector
        | Family::Loop
        | Family::Drawing
        | Family::Measurement
        | Family::AgendaBlock
        | Family::Step
        | Family::SavedView
        | Family::DeckPage => false,
    }
}
