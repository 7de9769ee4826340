//! Adding records from the palette, the menu or a key, at a place or at the selection.

use super::naming::By;
use super::{Effect, New, Place, Session};
use crate::edit::{self, Cell};
use crate::model::*;

impl Session {
    pub(super) fn add(&mut self, new: &New, at: Place, effects: &mut Vec<Effect>) {
        self.drop_proposal();
        let mut ids = self.ids.clone();
        let Some((mut edit, record)) = self.added(new, at, &mut ids) else { return };
        // In a stage that is folded nobody would see it, nor could its name be written there.
        let stage = self.tried(&edit, |after| stage_of(after, record)).flatten();
        let open = stage.and_then(|stage| edit::fold_stages(&self.map, &[stage], false));
        edit.changes.extend(open.into_iter().flat_map(|open| open.changes));
        self.ids = ids;
        // A lane that was hidden keeps the name that it had.
        let is_new = !self.map.contains(record);
        let selected = self.selection.clone();
        self.edit(edit);
        self.map.seal();
        if self.map.contains(record) {
            self.selection.set([record]);
            effects.push(Effect::Reveal(record));
            // An item of a library brings its name.
            if (record.kind().is_named() || is_new && self.is_numbered_lane(record)) && !matches!(new, New::Item(_)) {
                self.name_at_once(record, By::Command, selected, effects);
            }
        }
    }

    /// Whether it is a lane that has a name so as to be told from another.
    pub(super) fn is_numbered_lane(&self, record: RecordRef) -> bool {
        let lane = LaneId::try_from(record).ok().and_then(|id| self.map.lanes.get(&id));
        lane.is_some_and(|lane| !lane.name.is_empty())
    }

    pub(super) fn added(&self, new: &New, at: Place, ids: &mut IdSource) -> Option<(Edit, RecordRef)> {
        let (mut edit, record) = self.added_somewhere(new, at, ids)?;
        if let Some(lane) = self.lane_at(at) {
            edit::added_to_lane(&self.map, &mut edit, record, lane);
        }
        Some((edit, record))
    }

    /// The lane of a place, where it has one.
    fn lane_at(&self, at: Place) -> Option<LaneId> {
        match at {
            Place::InCell { cell, .. } => Some(cell.lane),
            Place::AtSelection => self.lane_here(),
            Place::BeforeStage(_)
            | Place::BeforeStep(..)
            | Place::InStage(_)
            | Place::OnCard(_)
            | Place::Tied(_)
            | Place::AtPoint { .. } => None,
        }
    }

    fn added_somewhere(&self, new: &New, at: Place, ids: &mut IdSource) -> Option<(Edit, RecordRef)> {
        let map = &self.map;
        match new {
            New::Stage { name } => {
                let (edit, id) = edit::add_stage(map, name, self.before_stage(at), ids);
                Some((edit, RecordRef::Stage(id)))
            }
            New::Segment { name } => {
                let (edit, id) = edit::add_segment(map, name, ids);
                Some((edit, RecordRef::Segment(id)))
            }
            New::AgendaBlock { title } => {
                let (edit, id) = edit::add_agenda_block(map, title, ids);
                Some((edit, RecordRef::AgendaBlock(id)))
            }
            New::Sticky { text } => {
                if let Place::Tied(tie) = at {
                    let (edit, id) = edit::add_tied(map, tie, text, ids)?;
                    return Some((edit, RecordRef::Sticky(id)));
                }
                let (x, y) = match at {
                    Place::AtPoint { x, y } => (x, y),
                    // Notes added one after the other lie like cards of a fan.
                    _ => {
                        let step = 24.0 * (map.stickies.len() % 12) as f32;
                        (240.0 + step, 160.0 + step)
                    }
                };
                let (edit, id) = edit::add_sticky(x, y, text, ids);
                Some((edit, RecordRef::Sticky(id)))
            }
            New::Lane { kind, before } => {
                let (edit, id) = edit::bring_lane(map, *kind, *before, ids)?;
                Some((edit, RecordRef::Lane(id)))
            }
            New::Item(item) => self.added_item(item, at, ids),
            New::Flag { regime } => {
                let (edit, id) = edit::add_flag(map, self.flag_target(at)?, *regime, ids)?;
                Some((edit, RecordRef::Flag(id)))
            }
            New::Step { .. } | New::Touchpoint { .. } | New::Listed { .. } | New::Metric { .. } => {
                self.added_in_stage(new, at, ids)
            }
        }
    }

    /// Adds what needs a stage; on a map without one, the stage comes along in the same edit.
    fn added_in_stage(&self, new: &New, at: Place, ids: &mut IdSource) -> Option<(Edit, RecordRef)> {
        if !self.map.stages.is_empty() {
            return self.added_to(&self.map, new, at, ids);
        }
        let (stage_edit, first) = self.added(&New::stage(), Place::BeforeStage(None), ids)?;
        let RecordRef::Stage(stage) = first else { return None };
        let map = self.map.after(&stage_edit).ok()?;
        let (edit, record) = self.added_to(&map, new, Place::InStage(stage), ids)?;
        let changes = stage_edit.changes.into_iter().chain(edit.changes).collect();
        Some((Edit { changes, ..edit }, record))
    }

    fn added_to(&self, map: &Map, new: &New, at: Place, ids: &mut IdSource) -> Option<(Edit, RecordRef)> {
        let stage = self.stage_at(map, at)?;
        let card = match at {
            Place::OnCard(card) => Some(card),
            Place::AtSelection => self.selected_card(),
            _ => None,
        };
        match new {
            New::Listed { kind, text } => edit::add_listed(map, *kind, stage, card, text, ids),
            New::Step { name } => {
                let before = match at {
                    Place::BeforeStep(_, before) => before,
                    Place::AtSelection => self.step_after_selected(map, stage),
                    _ => None,
                };
                let (edit, id) = edit::add_step(map, stage, name, before, ids)?;
                Some((edit, RecordRef::Step(id)))
            }
            New::Metric { kind } => {
                let (edit, id) = edit::add_metric(map, stage, *kind, ids)?;
                Some((edit, RecordRef::Metric(id)))
            }
            New::Touchpoint { channel, title } => {
                let (cell, before) = match at {
                    Place::InCell { cell, before } => (cell, before),
                    Place::AtSelection => self.card_place(map)?,
                    _ => (Cell::new(stage, map.lane_of(LaneKind::Touchpoints)?), None),
                };
                let (mut edit, id) = edit::add_touchpoint(map, cell, before, *channel, title, ids)?;
                // What is added to one state of the map belongs to that one.
                for change in &mut edit.changes {
                    if let (Change::Touchpoint(at, Some(card)), Some(state)) = (change, self.state())
                        && *at == id
                    {
                        card.belongs = state.into();
                    }
                }
                Some((edit, RecordRef::Touchpoint(id)))
            }
            New::Stage { .. }
            | New::Segment { .. }
            | New::AgendaBlock { .. }
            | New::Sticky { .. }
            | New::Lane { .. }
            | New::Item(_)
            | New::Flag { .. } => None,
        }
    }

    fn before_stage(&self, at: Place) -> Option<StageId> {
        match at {
            Place::BeforeStage(before) => before,
            Place::AtSelection => {
                let order = self.map.stages_in_order();
                let selected = self.selected_stage()?;
                let place = order.iter().position(|(id, _)| *id == selected)?;
                order.get(place + 1).map(|(id, _)| *id)
            }
            Place::InCell { cell, .. } => Some(cell.stage),
            Place::InStage(stage) | Place::BeforeStep(stage, _) => Some(stage),
            Place::OnCard(card) => self.map.touchpoints.get(&card).map(|card| card.stage),
            Place::AtPoint { .. } | Place::Tied(_) => None,
        }
    }

    /// The step behind the one that is selected, or that the selected card belongs to; none for the end.
    fn step_after_selected(&self, map: &Map, stage: StageId) -> Option<StepId> {
        let main = self.selection.main()?;
        let own = |card: TouchpointId| map.step_of(map.touchpoints.get(&card)?);
        let step = StepId::try_from(main).ok().or_else(|| own(TouchpointId::try_from(main).ok()?))?;
        let order = map.steps_of(stage);
        let place = order.iter().position(|(id, _)| *id == step)?;
        order.get(place + 1).map(|(id, _)| *id)
    }

    fn stage_at(&self, map: &Map, at: Place) -> Option<StageId> {
        let stage = match at {
            Place::AtSelection => self.selected_stage().or_else(|| last_stage(map)),
            Place::BeforeStage(before) => before.or_else(|| last_stage(map)),
            Place::InCell { cell, .. } => Some(cell.stage),
            Place::InStage(stage) | Place::BeforeStep(stage, _) => Some(stage),
            Place::OnCard(card) => map.touchpoints.get(&card).map(|card| card.stage),
            Place::AtPoint { .. } | Place::Tied(_) => last_stage(map),
        };
        stage.filter(|stage| map.stages.contains_key(stage))
    }

    pub(super) fn flag_target(&self, at: Place) -> Option<FlagTarget> {
        match at {
            Place::OnCard(card) => Some(FlagTarget::Touchpoint(card)),
            Place::AtSelection => {
                let main = self.selection.main();
                let card = self.selected_card().map(FlagTarget::Touchpoint);
                let flag = || self.map.flags.get(&FlagId::try_from(main?).ok()?).map(|flag| flag.on);
                card.or_else(flag).or_else(|| self.stage_at(&self.map, at).map(FlagTarget::Stage))
            }
            _ => self.stage_at(&self.map, at).map(FlagTarget::Stage),
        }
    }

    fn selected_card(&self) -> Option<TouchpointId> {
        TouchpointId::try_from(self.selection.main()?).ok()
    }

    /// The stage of the main selected record, or of the selected cell.
    pub(super) fn selected_stage(&self) -> Option<StageId> {
        let Some(main) = self.selection.main() else { return self.selection.cell().map(|cell| cell.stage) };
        stage_of(&self.map, main)
    }

    /// Where a new or pasted card goes: behind the selected card, into the selected cell, else to the end of the
    /// selected stage, else of the last one.
    fn card_place(&self, map: &Map) -> Option<(Cell, Option<TouchpointId>)> {
        if let Some((id, card)) = self.selected_card().and_then(|id| Some((id, map.touchpoints.get(&id)?))) {
            let cell = map.touchpoints_in(card.stage, card.lane);
            let place = cell.iter().position(|(other, _)| *other == id)?;
            let before = cell.get(place + 1).map(|(other, _)| *other);
            return Some((Cell::of(card), before));
        }
        let holds_cards = |id: LaneId| map.lanes.get(&id).is_some_and(|lane| lane.kind == LaneKind::Touchpoints);
        if let Some(cell) = self.selection.cell().filter(|cell| holds_cards(cell.lane)) {
            return Some((cell, None));
        }
        let step = self.selection.main().and_then(|record| StepId::try_from(record).ok());
        if let Some((step, stage)) = step.and_then(|id| Some((id, map.steps.get(&id)?.stage))) {
            let lane = map.lane_of(LaneKind::Touchpoints)?;
            return Some((Cell { step: Some(step), ..Cell::new(stage, lane) }, None));
        }
        let selected = self.selection.main().and_then(|record| LaneId::try_from(record).ok());
        let lane = selected.filter(|lane| holds_cards(*lane)).or_else(|| map.lane_of(LaneKind::Touchpoints))?;
        let stage = self.selected_stage().or_else(|| last_stage(map))?;
        Some((Cell::new(stage, lane), None))
    }

    /// The place for pasted cards.
    pub(super) fn paste_place(&self) -> (Option<Cell>, Option<TouchpointId>) {
        match self.card_place(&self.map) {
            Some((cell, before)) => (Some(cell), before),
            None => (None, None),
        }
    }
}

fn last_stage(map: &Map) -> Option<StageId> {
    map.stages_in_order().last().map(|(id, _)| *id)
}

/// The stage that a record lies in; a stage lies in itself.
pub(super) fn stage_of(map: &Map, record: RecordRef) -> Option<StageId> {
    let spot = map.spot(record)?;
    if let Ok(stage) = StageId::try_from(record) {
        return Some(stage);
    }
    spot.stage.copied().or_else(|| match *spot.on? {
        FlagTarget::Stage(stage) => Some(stage),
        FlagTarget::Touchpoint(card) => map.touchpoints.get(&card).map(|card| card.stage),
    })
}
