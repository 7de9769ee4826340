//! Moving the selection by keys: a stage sideways, cards and annotations between stages and within their list.

use super::Session;
use super::adding::stage_of;
use super::walk::Direction;
use crate::edit::{self, Cell};
use crate::model::*;

impl Session {
    pub(super) fn move_selection(&mut self, to: Direction) {
        let Some(main) = self.selection.main() else { return };
        let on_board = to.on_board(&self.map);
        let edit = match main.kind().family() {
            Family::Stage => StageId::try_from(main).ok().and_then(|stage| self.stage_moved(stage, on_board)),
            Family::Lane => LaneId::try_from(main).ok().and_then(|lane| self.lane_moved(lane, to)),
            Family::Segment => SegmentId::try_from(main).ok().and_then(|segment| self.segment_moved(segment, to)),
            Family::AgendaBlock => AgendaBlockId::try_from(main).ok().and_then(|block| self.block_moved(block, to)),
            Family::Step => StepId::try_from(main).ok().and_then(|step| self.step_moved(step, on_board)),
            Family::Sticky => StickyId::try_from(main).ok().and_then(|sticky| self.sticky_moved(sticky, on_board)),
            Family::Drawing => DrawingId::try_from(main).ok().and_then(|id| self.drawing_moved(id, on_board)),
            Family::Touchpoint => self.cards_moved(on_board),
            Family::Listed(_) => self.annotation_moved(main, on_board),
            // A flag hangs where it hangs, and the rest has no place on the board.
            Family::Flag
            | Family::Map
            | Family::Measurement
            | Family::Connector
            | Family::Loop
            | Family::SavedView
            | Family::DeckPage => None,
        };
        if let Some(edit) = edit {
            self.edit(edit);
        }
    }

    /// Lets the selected cards go on over one stage more, or one less.
    pub(super) fn span(&mut self, longer: bool) {
        if let Some(edit) = edit::span(&self.map, &self.selection.touchpoints(), longer) {
            self.edit(edit);
        }
    }

    fn stage_moved(&self, stage: StageId, to: Direction) -> Option<Edit> {
        let order: Vec<StageId> = self.map.stages_in_order().into_iter().map(|(id, _)| id).collect();
        edit::move_stage(&self.map, stage, swapped(&order, stage, to.sideways()?)?)
    }

    fn lane_moved(&self, lane: LaneId, to: Direction) -> Option<Edit> {
        let order: Vec<LaneId> = self.map.lanes_in_order().into_iter().map(|(id, _)| id).collect();
        edit::move_lane(&self.map, lane, swapped(&order, lane, to.upright()?)?)
    }

    fn segment_moved(&self, segment: SegmentId, to: Direction) -> Option<Edit> {
        let order: Vec<SegmentId> = self.map.segments_in_order().into_iter().map(|(id, _)| id).collect();
        edit::move_segment(&self.map, segment, swapped(&order, segment, to.sideways()?)?)
    }

    fn block_moved(&self, block: AgendaBlockId, to: Direction) -> Option<Edit> {
        let order: Vec<AgendaBlockId> = self.map.agenda_in_order().into_iter().map(|(id, _)| id).collect();
        edit::move_agenda_block(&self.map, block, swapped(&order, block, to.upright()?)?)
    }

    /// A step changes places with the next; at an end of its stage it goes to the stage beside.
    fn step_moved(&self, step: StepId, to: Direction) -> Option<Edit> {
        let stage = self.map.steps.get(&step)?.stage;
        let order: Vec<StepId> = self.map.steps_of(stage).into_iter().map(|(id, _)| id).collect();
        let forward = to.sideways()?;
        if let Some(before) = swapped(&order, step, forward) {
            return edit::move_step(&self.map, step, stage, before);
        }
        let beside = self.stage_beside(stage, to)?;
        let first = self.map.steps_of(beside).first().map(|(id, _)| *id);
        edit::move_step(&self.map, step, beside, first.filter(|_| forward))
    }

    fn sticky_moved(&self, sticky: StickyId, to: Direction) -> Option<Edit> {
        let note = self.map.stickies.get(&sticky)?;
        if let NotePlace::Tied(_) = self.map.note_place(note) {
            return edit::move_tied(&self.map, sticky, matches!(to, Direction::Right | Direction::Down));
        }
        let (x, y) = nudged(note.x, note.y, to);
        edit::move_sticky(&self.map, sticky, x, y)
    }

    fn drawing_moved(&self, id: DrawingId, to: Direction) -> Option<Edit> {
        let drawing = self.map.drawings.get(&id)?;
        let (x, y) = nudged(drawing.x, drawing.y, to);
        edit::move_drawing(&self.map, id, x, y)
    }

    fn cards_moved(&self, to: Direction) -> Option<Edit> {
        let cards = self.selection.touchpoints();
        let main = self.map.touchpoints.get(cards.last()?)?;
        if let Some(forward) = to.sideways() {
            return edit::move_touchpoints(&self.map, &cards, self.cell_beside(main, forward)?, None);
        }
        let cell = Cell::of(main);
        let step = self.map.step_of(main);
        let cell = Cell { step, ..cell };
        let of_step = self.map.touchpoints_in(cell.stage, cell.lane).into_iter();
        let order: Vec<TouchpointId> =
            of_step.filter(|(_, card)| self.map.step_of(card) == step).map(|(id, _)| id).collect();
        let moved: Vec<TouchpointId> = order.iter().copied().filter(|id| cards.contains(id)).collect();
        let before = match to {
            Direction::Up => {
                let first = order.iter().position(|id| moved.first() == Some(id))?;
                Some(*order.get(first.checked_sub(1)?)?)
            }
            _ => {
                let last = order.iter().position(|id| moved.last() == Some(id))?;
                order.get(last + 1)?;
                order.get(last + 2).copied()
            }
        };
        edit::move_touchpoints(&self.map, &moved, cell, before)
    }

    /// Where a card goes sideways: to the step beside its own, else to the stage beside.
    fn cell_beside(&self, card: &Touchpoint, forward: bool) -> Option<Cell> {
        let steps = |stage| self.map.steps_of(stage).into_iter().map(|(id, _)| id).collect::<Vec<StepId>>();
        let own = steps(card.stage);
        let place = self.map.step_of(card).and_then(|step| own.iter().position(|id| *id == step));
        let beside = match place {
            Some(place) if forward => own.get(place + 1),
            Some(place) => place.checked_sub(1).and_then(|place| own.get(place)),
            None => None,
        };
        let lane = card.lane;
        if let Some(step) = beside {
            return Some(Cell { step: Some(*step), ..Cell::new(card.stage, lane) });
        }
        let to = if forward { Direction::Right } else { Direction::Left };
        let stage = self.stage_beside(card.stage, to)?;
        let there = steps(stage);
        let step = if forward { there.first() } else { there.last() };
        Some(Cell { step: step.copied(), ..Cell::new(stage, lane) })
    }

    fn annotation_moved(&self, record: RecordRef, to: Direction) -> Option<Edit> {
        let map = &self.map;
        let stage = stage_of(map, record)?;
        let beside = match to.sideways() {
            Some(_) => Some(self.stage_beside(stage, to)?),
            None => None,
        };
        let (_, order) = map.listed_with(record)?;
        let before = if beside.is_some() { None } else { swapped(&order, record, to.upright()?)? };
        edit::move_listed(map, record, beside.unwrap_or(stage), before)
    }

    fn stage_beside(&self, stage: StageId, to: Direction) -> Option<StageId> {
        let order: Vec<StageId> = self.map.stages_in_order().into_iter().map(|(id, _)| id).collect();
        let place = order.iter().position(|id| *id == stage)?;
        let beside = if to.sideways()? { place.checked_add(1)? } else { place.checked_sub(1)? };
        order.get(beside).copied()
    }
}

/// A place a little further.
fn nudged(x: f32, y: f32, to: Direction) -> (f32, f32) {
    const STEP: f32 = 8.0;
    match to {
        Direction::Left => (x - STEP, y),
        Direction::Right => (x + STEP, y),
        Direction::Up => (x, y - STEP),
        Direction::Down => (x, y + STEP),
    }
}

/// Before which neighbour a record goes to change places with the next (`forward`) or the one before; `None` when it
/// stands at that end already.
fn swapped<I: Copy + PartialEq>(order: &[I], id: I, forward: bool) -> Option<Option<I>> {
    let place = order.iter().position(|other| *other == id)?;
    if forward {
        order.get(place + 1)?;
        Some(order.get(place + 2).copied())
    } else {
        Some(Some(*order.get(place.checked_sub(1)?)?))
    }
}
