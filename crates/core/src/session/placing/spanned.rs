//! An end of a card in hand: the card goes on over the stages up to where it is pulled.

use super::drag::{CardEnd, Release, changed};
use crate::edit;
use crate::layout::{Board, ColumnSpan};
use crate::model::{RecordRef, StageId, TouchpointId};
use crate::scene::Point;
use crate::session::Session;

impl Session {
    /// Either end snaps to the nearest border of stages, and neither passes the other.
    pub(super) fn end_pulled(&self, id: TouchpointId, end: CardEnd, board: &Board, pos: Point) -> Release {
        let map = self.map.map();
        let Some(card) = map.touchpoints.get(&id) else { return Release::default() };
        let place = |stage: StageId| board.columns.iter().position(|column| column.stage == stage);
        let (Some(first), Some(last)) = (place(card.stage), place(map.end_of(card).unwrap_or(card.stage))) else {
            return Release::default();
        };
        let border = |column: &ColumnSpan| match end {
            CardEnd::First => column.x,
            CardEnd::Last => column.x + column.width,
        };
        let away = |column: &&ColumnSpan| (border(column) - pos.x).abs();
        let nearest = board.columns.iter().min_by(|a, b| away(a).total_cmp(&away(b)));
        let Some(nearest) = nearest.and_then(|column| place(column.stage)) else { return Release::default() };
        let (first, last) = match end {
            CardEnd::First => (nearest.min(last), last),
            CardEnd::Last => (first, nearest.max(first)),
        };
        let over = board.columns.get(first..=last).unwrap_or_default();
        let landing = over.iter().filter_map(|column| board.cell_rect(column.stage, card.lane)).collect();
        let edit = match over {
            [only] => edit::span_to(map, id, only.stage, only.stage),
            [from, .., until] => edit::span_to(map, id, from.stage, until.stage),
            [] => None,
        };
        Release { landing, ..changed(edit, vec![RecordRef::Touchpoint(id)]) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::layout::{Lens, arrange_board};
    use crate::scene::{Kind, Tag};
    use crate::session::stories::Story;
    use crate::session::{Command, Hand, Intent, Load};
    use crate::text::Shaper;
    use crate::theme::Theme;
    use std::sync::Arc;

    fn laid(story: &Story) -> Arc<Board> {
        let map = story.session.map();
        Arc::new(arrange_board(map, &Lens::default(), &Theme::light(), &Shaper::bundled(), 1136.0))
    }

    /// An end of a card is pulled to a place; from which stage to which it goes then, by their places.
    fn pulled(story: &mut Story, id: TouchpointId, end: CardEnd, x: impl Fn(&Board) -> f32) -> (usize, usize) {
        let board = laid(story);
        let from = board.rect_of(Tag::new(Kind::Touchpoint, id.0)).unwrap().center();
        let hand = |x| Hand { pos_in_scene: Point::new(x, from.y), alt: false, loose: false, snap: 4.0, segment: None };
        story.act(Intent::Grab { load: Load::CardEnd(id, end), from, board: Arc::clone(&board) });
        // On its way the hand comes over other stages.
        story.act(Intent::Carry(Some(hand(board.columns[0].x))));
        story.act(Intent::Carry(Some(hand(x(&board)))));
        story.act(Intent::LetGo);
        let map = story.session.map();
        let order: Vec<StageId> = map.stages_in_order().into_iter().map(|(id, _)| id).collect();
        let place = |stage| order.iter().position(|id| *id == stage).unwrap();
        let card = &map.touchpoints[&id];
        (place(card.stage), place(map.end_of(card).unwrap_or(card.stage)))
    }

    #[test]
    fn an_end_that_is_pulled_snaps_to_stages_and_is_one_step() {
        let mut story = Story::new();
        story.act(Intent::Template(crate::edit::templates::Template::StreamingSubscriber));
        let first = story.session.map().stages_in_order()[1].0;
        let id = story.session.map().touchpoints_of(first)[0].0;
        let before = story.session.map().clone();
        let steps = story.session.history().undo_steps();
        let right = |nth: usize, off: f32| move |board: &Board| board.columns[nth].x + board.columns[nth].width + off;
        assert_eq!(pulled(&mut story, id, CardEnd::Last, right(2, -30.0)), (1, 2), "near the border is at it");
        assert_eq!(story.session.history().undo_steps(), steps + 1);
        assert_eq!(pulled(&mut story, id, CardEnd::Last, right(3, 20.0)), (1, 3));
        assert_eq!(pulled(&mut story, id, CardEnd::First, |board| board.columns[0].x - 400.0), (0, 3));
        assert_eq!(pulled(&mut story, id, CardEnd::First, right(4, 0.0)), (3, 3), "no end passes the other");
        assert_eq!(pulled(&mut story, id, CardEnd::Last, |board| board.columns[0].x), (3, 3));
        for _ in 0..4 {
            story.act(Intent::Command(Command::Undo));
        }
        assert_eq!(*story.session.map(), before);
    }
}
