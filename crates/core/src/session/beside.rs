//! Keys that make a neighbour: Ctrl and an arrow add another of what is selected on that side of it, and its name is written at
//! once. Sideways is the stage beside, or, at the board's end, a new one.

use super::walk::Direction;
use super::{Choice, Effect, New, Place, Session};
use crate::edit::Cell;
use crate::model::*;

/// From a sticky note to one made beside it, in map units: its size and a little air.
const NOTE_STEP: (f32, f32) = (140.0, 104.0);

impl Session {
    pub(super) fn add_beside(&mut self, to: Direction, effects: &mut Vec<Effect>) {
        let to = to.on_board(&self.map);
        let Some(main) = self.selection.main() else {
            match self.selection.cell() {
                Some(cell) => self.add_in_cell(cell, to, effects),
                None if self.map.stages.is_empty() => self.add(&New::stage(), Place::BeforeStage(None), effects),
                None => {}
            }
            return;
        };
        match main.kind().family() {
            Family::Stage => {
                let Ok(stage) = StageId::try_from(main) else { return };
                match to {
                    Direction::Left | Direction::Right => self.add_stage_beside(stage, to, effects),
                    Direction::Down => self.add(&New::touchpoint(), Place::InStage(stage), effects),
                    Direction::Up => {}
                }
            }
            Family::Touchpoint => {
                if let Ok(card) = TouchpointId::try_from(main) {
                    self.add_card_beside(card, to, effects);
                }
            }
            Family::Listed(kind) => {
                let Some(stage) = super::adding::stage_of(&self.map, main) else { return };
                let lane = self.map.lane_listing(main);
                let place = |stage| match lane {
                    Some(lane) => Place::InCell { cell: Cell::new(stage, lane), before: None },
                    None => Place::InStage(stage),
                };
                match to {
                    Direction::Down => self.add(&New::listed(&self.map, kind), place(stage), effects),
                    Direction::Left | Direction::Right => match self.beside(stage, to) {
                        Some(beside) => self.add(&New::listed(&self.map, kind), place(beside), effects),
                        None => self.add_stage_beside(stage, to, effects),
                    },
                    Direction::Up => {}
                }
            }
            Family::Step => {
                let Some((id, stage)) =
                    StepId::try_from(main).ok().and_then(|id| Some((id, self.map.steps.get(&id)?.stage)))
                else {
                    return;
                };
                match to {
                    Direction::Left => self.add(&New::step(), Place::BeforeStep(stage, Some(id)), effects),
                    Direction::Right => {
                        let order = self.map.steps_of(stage);
                        let place = order.iter().position(|(one, _)| *one == id);
                        let next = place.and_then(|place| order.get(place + 1)).map(|(id, _)| *id);
                        self.add(&New::step(), Place::BeforeStep(stage, next), effects);
                    }
                    Direction::Down => {
                        let Some(lane) = self.map.lane_of(LaneKind::Touchpoints) else { return };
                        let cell = Cell { step: Some(id), ..Cell::new(stage, lane) };
                        self.add(&New::touchpoint(), Place::InCell { cell, before: None }, effects);
                    }
                    Direction::Up => {}
                }
            }
            Family::Sticky => {
                let note = StickyId::try_from(main).ok().and_then(|id| self.map.stickies.get(&id));
                if let Some(NotePlace::Tied(tie)) = note.map(|note| self.map.note_place(note)) {
                    return self.add(&New::sticky(), Place::Tied(tie), effects);
                }
                let Some((x, y)) = note.map(|note| (note.x, note.y)) else { return };
                let (wide, high) = NOTE_STEP;
                let (x, y) = match to {
                    Direction::Left => (x - wide, y),
                    Direction::Right => (x + wide, y),
                    Direction::Up => (x, y - high),
                    Direction::Down => (x, y + high),
                };
                self.add(&New::sticky(), Place::AtPoint { x, y }, effects);
            }
            Family::Lane => {
                let order: Vec<LaneId> = self.map.lanes_in_order().into_iter().map(|(id, _)| id).collect();
                let Some(place) = LaneId::try_from(main).ok().and_then(|id| order.iter().position(|one| *one == id))
                else {
                    return;
                };
                let before = match to {
                    Direction::Up => order.get(place),
                    Direction::Down => order.get(place + 1),
                    Direction::Left | Direction::Right => return,
                };
                self.choosing = Some(Choice::Lane { before: before.copied() });
            }
            // These stand nowhere on the board, or hang on something.
            Family::Segment
            | Family::Flag
            | Family::Connector
            | Family::Loop
            | Family::Drawing
            | Family::Map
            | Family::Measurement
            | Family::AgendaBlock
            | Family::SavedView
            | Family::DeckPage => {}
        }
    }

    /// Above or below a card, or at the end of its lane in the stage beside.
    fn add_card_beside(&mut self, card: TouchpointId, to: Direction, effects: &mut Vec<Effect>) {
        let Some(record) = self.map.touchpoints.get(&card) else { return };
        let cell = Cell::of(record);
        let cards = self.map.card_ids_in(cell.stage, cell.lane);
        let after = cards.iter().position(|id| *id == card).and_then(|place| cards.get(place + 1)).copied();
        let place = match to {
            Direction::Up => Place::InCell { cell, before: Some(card) },
            Direction::Down => Place::InCell { cell, before: after },
            Direction::Left | Direction::Right => match self.beside(cell.stage, to) {
                Some(stage) => Place::InCell { cell: Cell::new(stage, cell.lane), before: None },
                None => return self.add_stage_beside(cell.stage, to, effects),
            },
        };
        self.add(&New::touchpoint(), place, effects);
    }

    /// What the lane usually holds: here, or in the stage beside.
    fn add_in_cell(&mut self, cell: Cell, to: Direction, effects: &mut Vec<Effect>) {
        let stage = if to.sideways().is_some() { self.beside(cell.stage, to) } else { Some(cell.stage) };
        let Some(holds) = self.map.lanes.get(&cell.lane).map(|lane| lane.kind.holds()) else { return };
        let Some(stage) = stage else { return self.add_stage_beside(cell.stage, to, effects) };
        match holds {
            Holds::Cards => {
                let place = Place::InCell { cell: Cell::new(stage, cell.lane), before: None };
                self.add(&New::touchpoint(), place, effects);
            }
            Holds::List(kind) => {
                let place = Place::InCell { cell: Cell::new(stage, cell.lane), before: None };
                self.add(&New::listed(&self.map, kind), place, effects);
            }
            // A curve, a river and what is gathered from cards have nothing of their own.
            Holds::Feelings | Holds::Losses | Holds::Flags | Holds::Channels => {}
        }
    }

    fn add_stage_beside(&mut self, stage: StageId, to: Direction, effects: &mut Vec<Effect>) {
        let before = match to {
            Direction::Left => Some(stage),
            Direction::Right => self.beside(stage, to),
            Direction::Up | Direction::Down => return,
        };
        self.add(&New::stage(), Place::BeforeStage(before), effects);
    }

    /// The stage left or right of another.
    fn beside(&self, stage: StageId, to: Direction) -> Option<StageId> {
        let order = self.map.stages_in_order();
        let place = order.iter().position(|(id, _)| *id == stage)?;
        let beside = if to.sideways()? { place.checked_add(1)? } else { place.checked_sub(1)? };
        order.get(beside).map(|(id, _)| *id)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::session::stories::Story;
    use crate::session::{Command, Intent};

    fn select(story: &mut Story, record: impl Into<RecordRef>) {
        story.act(Intent::Select(record.into()));
    }

    #[test]
    fn five_stages_and_cards_are_made_by_ctrl_and_arrows_alone() {
        let mut story = Story::new();
        story.run(Command::BesideRight);
        for _ in 0..4 {
            story.run(Command::BesideRight);
        }
        assert_eq!(story.session.map().stages.len(), 5);
        story.run(Command::BesideDown);
        let card = story.session.selection().touchpoints()[0];
        let order = story.session.map().stages_in_order();
        assert_eq!(story.session.map().touchpoints[&card].stage, order[4].0, "in the stage that was made last");
        story.run(Command::BesideDown);
        select(&mut story, card);
        story.run(Command::BesideUp);
        story.run(Command::BesideLeft);
        let map = story.session.map();
        let lane = map.lane_of(LaneKind::Touchpoints).unwrap();
        let held: Vec<usize> = map.stages_in_order().iter().map(|(id, _)| map.card_ids_in(*id, lane).len()).collect();
        assert_eq!(held, [0, 0, 0, 1, 3]);
        assert_eq!(map.card_ids_in(map.stages_in_order()[4].0, lane)[1], card);
        select(&mut story, card);
        story.run(Command::BesideRight);
        assert_eq!(story.session.map().stages.len(), 6, "there was no stage to the right");
    }

    #[test]
    fn a_note_a_quote_and_a_lane_get_neighbours_too() {
        let mut story = Story::new();
        let (first, second) = (story.stage("Awareness"), story.stage("Decision"));
        select(&mut story, first);
        story.run(Command::Add(ListKind::Question));
        story.run(Command::BesideDown);
        story.run(Command::BesideRight);
        let map = story.session.map();
        let held = |stage| map.in_stage::<Question>(stage).len();
        assert_eq!((held(first), held(second)), (2, 1));
        let note = story.add(New::sticky());
        story.run(Command::BesideRight);
        let map = story.session.map();
        assert_eq!(map.stickies.len(), 2);
        let at = |record: RecordRef| StickyId::try_from(record).map(|id| map.stickies[&id].x).unwrap();
        assert_eq!(at(story.session.selection().main().unwrap()) - at(note), NOTE_STEP.0);
        let order: Vec<LaneId> = map.lanes_in_order().into_iter().map(|(id, _)| id).collect();
        select(&mut story, order[0]);
        story.run(Command::BesideDown);
        assert_eq!(story.session.choosing(), Some(Choice::Lane { before: Some(order[1]) }));
    }

    #[test]
    fn shift_and_arrows_let_the_selection_grow_and_shrink_and_digits_set_how_cards_are_felt() {
        let mut story = Story::new();
        story.stage("Awareness");
        let cards = ["Trailer", "Poster", "Mail"].map(|title| story.card(title));
        select(&mut story, cards[0]);
        story.run(Command::ExtendDown);
        story.run(Command::ExtendDown);
        assert_eq!(story.session.selection().touchpoints().len(), 3);
        story.run(Command::ExtendUp);
        let selected = story.session.selection();
        assert_eq!((selected.touchpoints().len(), selected.main()), (2, Some(cards[1].into())));
        story.run(Command::Feel2);
        let felt = |story: &Story, card: TouchpointId| {
            story.session.map().touchpoints[&card].emotion.as_ref().map(|emotion| emotion.score.tenths())
        };
        assert_eq!(cards.map(|card| felt(&story, card)), [Some(-20), Some(-20), None]);
        story.run(Command::Undo);
        assert_eq!(felt(&story, cards[0]), None);
    }

    #[test]
    fn a_stage_gets_its_steps_and_their_cards_by_keys() {
        let mut story = Story::new();
        let stage = story.stage("Decision");
        let card = story.card("Checkout");
        select(&mut story, card);
        story.run(Command::AddStep);
        let map = story.session.map();
        let first = map.steps_of(stage)[0].0;
        assert_eq!(map.touchpoints[&card].step, Some(first), "the first step has the cards that were there");
        story.run(Command::BesideRight);
        let steps: Vec<StepId> = story.session.map().steps_of(stage).into_iter().map(|(id, _)| id).collect();
        assert_eq!((steps.len(), steps[0]), (2, first));
        story.run(Command::BesideDown);
        let below = story.session.selection().touchpoints()[0];
        assert_eq!(story.session.map().touchpoints[&below].step, Some(steps[1]));
        select(&mut story, card);
        story.run(Command::MoveRight);
        let map = story.session.map();
        assert_eq!((map.touchpoints[&card].stage, map.touchpoints[&card].step), (stage, Some(steps[1])));
        select(&mut story, steps[1]);
        story.run(Command::MoveLeft);
        assert_eq!(story.session.map().steps_of(stage)[0].0, steps[1]);
        let undone = story.session.map().clone();
        story.run(Command::Undo);
        assert_ne!(*story.session.map(), undone);
        assert_eq!(story.session.map().steps_of(stage)[0].0, first);
    }

    #[test]
    fn a_card_goes_on_over_stages_by_keys_and_keeps_its_length_where_it_moves() {
        let mut story = Story::new();
        let stages: Vec<StageId> = ["A", "B", "C", "D"].map(|name| story.stage(name)).to_vec();
        select(&mut story, stages[0]);
        let card = story.card("Retargeting");
        let first = story.session.map().touchpoints[&card].stage;
        let place = |story: &Story| {
            let map = story.session.map();
            let place = |id| stages.iter().position(|stage| *stage == id).unwrap();
            let card = &map.touchpoints[&card];
            (place(card.stage), map.end_of(card).map(place))
        };
        assert_eq!(first, stages[0]);
        select(&mut story, card);
        story.run(Command::SpanLonger);
        story.run(Command::SpanLonger);
        assert_eq!(place(&story), (0, Some(2)));
        story.run(Command::MoveRight);
        assert_eq!(place(&story), (1, Some(3)));
        story.run(Command::MoveRight);
        assert_eq!(place(&story), (2, Some(3)), "as far as there are stages");
        story.run(Command::SpanLonger);
        story.run(Command::SpanShorter);
        assert_eq!(place(&story), (2, None));
        story.run(Command::Undo);
        assert_eq!(place(&story), (2, Some(3)));
    }
}
