//! New things of the palette: where each lands, and what it is there.

use touchline_words::say;

use super::drag::{Hand, Release, STICKY_GRIP, card_at, card_before, card_slot, changed, landing_in, lane_near};
use super::notes::tie_at;
use super::{Block, block_like};
use crate::edit::Cell;
use crate::edit::library::Item;
use crate::layout::Board;
use crate::model::*;
use crate::scene::{Kind, Point, Rect, Tag};
use crate::session::new::{first_estimate, first_feeling};
use crate::session::{Cause, New, Place, Session, Tone};
use std::sync::Arc;

impl Session {
    /// What a block would become at the hand.
    pub(super) fn fresh(&self, block: Block, board: &Board, hand: Hand, ids: &mut IdSource) -> Option<Release> {
        let pos = hand.pos_in_scene;
        match block {
            Block::Emotion => {
                let (card, rect, edit) = match card_at(board, pos) {
                    Some((card, rect)) => (card, rect, self.first_feeling_at(card, hand.segment)),
                    None => self.felt_on_lane(board, pos, hand.segment)?,
                };
                Some(Release { landing: vec![rect], ..changed(edit, vec![RecordRef::Touchpoint(card)]) })
            }
            Block::DropOff => {
                let stage = board.stage_at(pos.x).filter(|stage| !self.is_last(*stage))?;
                let landing = landing_in(board, stage, LaneKind::DropOff, pos.y).into_iter().collect();
                Some(Release { landing, ..changed(self.first_estimate_of(stage), vec![RecordRef::Stage(stage)]) })
            }
            Block::Flag => {
                let (at, rect) = self.place_at(block, board, pos, false)?;
                // Nothing is proposed: a flag nobody chose a rule for does not exist.
                Some(Release { landing: vec![rect], flag: self.flag_target(at), ..Release::default() })
            }
            Block::Stage(_) | Block::Touchpoint(_) | Block::Listed(_) | Block::Sticky => {
                let (at, rect) = self.place_at(block, board, pos, hand.loose)?;
                let (edit, record) = self.added(&block.record(&self.map)?, at, ids)?;
                // A stage of the palette brings its name.
                let write = record.kind().is_named() && !matches!(block, Block::Stage(_));
                let landing = if rect.width > 0.0 { vec![rect] } else { Vec::new() };
                Some(Release { landing, write, ..changed(Some(edit), vec![record]) })
            }
        }
    }

    /// What an item of a library would become at the hand: it lands where a block of its kind does.
    pub(super) fn fresh_item(
        &self,
        item: &Arc<Item>,
        board: &Board,
        pos: Point,
        ids: &mut IdSource,
    ) -> Option<Release> {
        let (at, rect) = self.place_at(block_like(item), board, pos, false)?;
        let (edit, record) = self.added(&New::Item(Arc::clone(item)), at, ids)?;
        Some(Release { landing: vec![rect], ..changed(Some(edit), vec![record]) })
    }

    /// The place that a block takes at a point of the board, and what to light up.
    fn place_at(&self, block: Block, board: &Board, pos: Point, loose: bool) -> Option<(Place, Rect)> {
        let in_stage = |lane: LaneKind| {
            let stage = board.stage_at(pos.x)?;
            Some((Place::InStage(stage), landing_in(board, stage, lane, pos.y)?))
        };
        let in_list = |kind: LaneKind| {
            let (place, rect) = in_stage(kind)?;
            let cell = board.stage_at(pos.x).zip(lane_near(board, kind, pos.y));
            let of_cell = |(stage, lane)| Place::InCell { cell: Cell::new(stage, lane), before: None };
            Some((cell.map_or(place, of_cell), rect))
        };
        let on_card = || card_at(board, pos).map(|(card, rect)| (Place::OnCard(card), rect));
        let has_stages = !self.map.stages.is_empty();
        match block {
            Block::Stage(_) => {
                let slot = board.stage_slot_at(pos.x);
                Some((Place::BeforeStage(slot.before), slot.line))
            }
            Block::Sticky => {
                if let Some((tie, rect)) = tie_at(board, pos, !loose) {
                    return Some((Place::Tied(tie), rect));
                }
                let place = board.sticky_place(Point::new(pos.x - STICKY_GRIP, pos.y - STICKY_GRIP));
                Some((Place::AtPoint { x: place.x, y: place.y }, Rect::default()))
            }
            Block::Flag => on_card().or_else(|| in_stage(LaneKind::Compliance)),
            // The first stage comes along, wherever it is let go.
            Block::Touchpoint(_) | Block::Listed(_) if !has_stages => {
                Some((Place::AtSelection, Rect::from_size(board.scene.size)))
            }
            Block::Touchpoint(_) => {
                let slot = card_slot(board, pos)?;
                let cell = Cell { step: slot.step, ..Cell::new(slot.stage, slot.lane) };
                Some((Place::InCell { cell, before: card_before(&slot) }, slot.cell))
            }
            Block::Listed(kind) if kind.kind().is_tied() => on_card().or_else(|| in_list(kind.lane())),
            Block::Listed(kind) => in_list(kind.lane()),
            Block::Emotion | Block::DropOff => None,
        }
    }

    /// On the lane of feelings the first card of the stage that nothing is felt at yet is felt at, as high as the hand is.
    fn felt_on_lane(
        &self,
        board: &Board,
        pos: Point,
        segment: Option<SegmentId>,
    ) -> Option<(TouchpointId, Rect, Option<Edit>)> {
        let scale = board.feeling?;
        let row = board.rows.iter().find(|row| row.lane == scale.lane)?;
        let stage = board.stage_at(pos.x).filter(|_| (row.y..row.y + row.height).contains(&pos.y))?;
        let card = self.first_unfelt(stage, segment)?;
        let rect = board.rect_of(Tag::new(Kind::Touchpoint, card.0))?;
        let whole = ((scale.middle_y - pos.y) / scale.units_per_score).round();
        let score = Score::from_tenths(10 * whole as i32);
        Some((card, rect, first_feeling(&self.map, card, segment, score)))
    }

    /// The first card of a stage that nothing is felt at yet.
    fn first_unfelt(&self, stage: StageId, segment: Option<SegmentId>) -> Option<TouchpointId> {
        let cards = self.map.touchpoints_of(stage).into_iter();
        let mut unfelt = cards.filter(|(_, card)| card.is_for(segment) && card.emotion_of(segment).is_none());
        unfelt.next().map(|(id, _)| id)
    }

    /// Puts the selected card on the curve; in an empty place of a stage its first card that is not on it.
    pub(super) fn feel_here(&mut self) {
        let in_cell = || self.selection.cell().and_then(|cell| self.first_unfelt(cell.stage, self.lens));
        let Some(card) = self.selection.touchpoints().last().copied().or_else(in_cell) else {
            return self.say(Cause::Edit, Tone::Info, say!(session_emotion_needs_card));
        };
        if let Some(edit) = self.first_feeling_at(card, self.lens) {
            self.edit(edit);
        }
        self.select([RecordRef::Touchpoint(card)], false);
    }

    /// Gives the selected stage an estimate of who leaves after it.
    pub(super) fn estimate_here(&mut self) {
        let of_card = || Some(self.map.touchpoints.get(self.selection.touchpoints().last()?)?.stage);
        let selected = self.selection.main().and_then(|record| StageId::try_from(record).ok());
        let of_cell = || self.selection.cell().map(|cell| cell.stage);
        let Some(stage) = selected.or_else(of_cell).or_else(of_card) else {
            return self.say(Cause::Edit, Tone::Info, say!(session_estimate_needs_stage));
        };
        match self.first_estimate_of(stage) {
            Some(edit) => _ = self.edit(edit),
            None => self.select([RecordRef::Stage(stage)], false),
        }
    }

    fn first_feeling_at(&self, card: TouchpointId, segment: Option<SegmentId>) -> Option<Edit> {
        let feels = self.map.touchpoints.get(&card)?.emotion_of(segment).is_some();
        (!feels).then(|| first_feeling(&self.map, card, segment, Score::default())).flatten()
    }

    fn first_estimate_of(&self, stage: StageId) -> Option<Edit> {
        let there = self.map.stages.get(&stage)?.estimate.is_some();
        (!there).then(|| first_estimate(&self.map, stage)).flatten()
    }

    /// Nobody leaves after the last stage.
    fn is_last(&self, stage: StageId) -> bool {
        self.map.stages_in_order().last().is_some_and(|(last, _)| *last == stage)
    }
}
