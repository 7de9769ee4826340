//! Notes in hand: where they are let go of they are tied, come together with others, or lie free.

use super::chain::chain;
use super::drag::{Hand, Release, STICKY_GRIP, card_at, changed, copied};
use super::snap::snapped;
use crate::edit;
use crate::layout::Board;
use crate::model::*;
use crate::scene::{Kind, Point, Rect, Tag};
use crate::session::Session;
use touchline_words::say;

/// What a note would be tied to at a place of the board, and what to light up: a card, a lane by its name, a stage by its header,
/// a cell.
pub(super) fn tie_at(board: &Board, pos: Point, in_cell: bool) -> Option<(NoteTie, Rect)> {
    if let Some((card, rect)) = card_at(board, pos) {
        return Some((NoteTie::Touchpoint(card), rect));
    }
    // The name of a lane stands for all of it, whether or not a note would be tied to a cell.
    if let Some(name) = board.names().lanes.iter().find(|name| name.place.contains(pos)) {
        let lane = LaneId(name.tag.id);
        return Some((NoteTie::Lane(lane), name.place));
    }
    let stage = board.stage_at(pos.x)?;
    if (board.header.y..board.header.bottom()).contains(&pos.y) {
        return Some((NoteTie::Stage(stage), board.rect_of(Tag::new(Kind::Stage, stage.0))?));
    }
    let row = board.row_at(pos.y).filter(|_| in_cell)?;
    Some((NoteTie::Cell(stage, row.lane), board.cell_rect(stage, row.lane)?))
}

/// Another note at a place.
fn note_at(board: &Board, own: StickyId, pos: Point) -> Option<(StickyId, Rect)> {
    let (tag, rect) = board.hit(pos, |tag| tag.kind == Kind::Sticky && tag.id != own.0)?;
    Some((StickyId(tag.id), rect))
}

impl Session {
    /// What letting go of a note would do.
    pub(super) fn sticky_pulled(
        &self,
        id: StickyId,
        board: &Board,
        hand: Hand,
        from: Point,
        ids: &mut IdSource,
    ) -> Release {
        let map = self.map.map();
        let pos = hand.pos_in_scene;
        let Some(note) = map.stickies.get(&id) else { return Release::default() };
        let is_head = map.heads_cluster(id);
        if !is_head
            && !hand.alt
            && let Some((other, rect)) = note_at(board, id, pos)
        {
            return put_to(id, note, other, rect, map, ids);
        }
        let in_cell = note.is_free() == hand.loose;
        let tie = tie_at(board, pos, in_cell).filter(|_| !is_head);
        let (records, copies) = copied(&[RecordRef::Sticky(id)], map, hand.alt, ids);
        let Some(RecordRef::Sticky(new)) = records.first().copied() else {
            return Release::default();
        };
        if let Some((tie, rect)) = tie {
            let edit = chain(map, copies, &[&|map: &Map| edit::tie_notes(map, &[new], tie)]);
            return Release { landing: vec![rect], ..changed(edit, records) };
        }
        let held = board.rect_of(Tag::new(Kind::Sticky, id.0)).filter(|_| note.is_free());
        let Some(rect) = held else {
            // It comes from the parking lot or from what it was tied to, and hangs at the hand.
            let place = board.sticky_place(Point::new(pos.x - STICKY_GRIP, pos.y - STICKY_GRIP));
            let edit = chain(map, copies, &[&|map: &Map| edit::move_sticky(map, new, place.x, place.y)]);
            return changed(edit, records);
        };
        let wanted = Rect::new(rect.x + pos.x - from.x, rect.y + pos.y - from.y, rect.width, rect.height);
        let (placed, guides) = snapped(board, Tag::new(Kind::Sticky, id.0), wanted, hand.snap);
        let place = board.sticky_place(Point::new(placed.x, placed.y));
        let edit = chain(map, copies, &[&|map: &Map| edit::move_sticky(map, new, place.x, place.y)]);
        Release { guides, ..changed(edit, records) }
    }
}

/// A note on another one: they come together, or stand at the same.
fn put_to(id: StickyId, note: &Sticky, other: StickyId, rect: Rect, map: &Map, ids: &mut IdSource) -> Release {
    let landing = vec![rect];
    let at = map.stickies.get(&other).map(|other| map.note_place(other));
    if let Some(NotePlace::Tied(tie @ (NoteTie::Stage(_) | NoteTie::Cell(..) | NoteTie::Touchpoint(_)))) = at {
        return Release { landing, ..changed(edit::tie_notes(map, &[id], tie), vec![id.into()]) };
    }
    let is_in = |head| note.tied == Some(NoteTie::Sticky(head)) && !note.parked;
    if is_in(other) || at.is_some_and(|at| matches!(at, NotePlace::Tied(NoteTie::Sticky(head)) if is_in(head))) {
        return changed(None, vec![id.into()]);
    }
    let Some((edit, head)) = edit::put_together(map, &[id], other, say!(kind_sticky_cluster_new), ids) else {
        return changed(None, vec![id.into()]);
    };
    let select = vec![head.unwrap_or(id).into()];
    Release { landing, write: head.is_some(), ..changed(Some(edit), select) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::edit::Cell;
    use crate::layout::{Lens, arrange_board};
    use crate::session::stories::Story;
    use crate::session::{Command, Intent, Load};
    use crate::text::Shaper;
    use crate::theme::Theme;
    use std::sync::Arc;

    fn laid(story: &Story) -> Arc<Board> {
        let map = story.session.map();
        Arc::new(arrange_board(map, &Lens::default(), &Theme::light(), &Shaper::bundled(), 1136.0))
    }

    /// A note that is pulled to a place of the board; where it is then.
    fn pulled(story: &mut Story, id: StickyId, to: impl Fn(&Board) -> Point, loose: bool) -> NotePlace {
        let board = laid(story);
        let from = board.rect_of(Tag::new(Kind::Sticky, id.0)).map_or(Point::default(), |rect| rect.center());
        let hand = Hand { pos_in_scene: to(&board), alt: false, loose, snap: 0.0, segment: None };
        let steps = story.session.history().undo_steps();
        story.act(Intent::Grab { load: Load::Sticky(id), from, board });
        story.act(Intent::Carry(Some(hand)));
        story.act(Intent::LetGo);
        assert!(story.session.history().undo_steps() <= steps + 1, "one step");
        let map = story.session.map();
        map.note_place(&map.stickies[&id])
    }

    fn parked(story: &mut Story, text: &str) -> StickyId {
        let mut ids = IdSource::seeded(text.len() as u64);
        let (edit, id) = edit::add_parked(story.session.map(), text, NoteColor::Blue, &mut ids);
        story.act(Intent::Edit(edit));
        id
    }

    #[test]
    fn a_note_is_tied_to_the_card_the_stage_or_the_cell_that_it_is_let_go_over() {
        let mut story = Story::new();
        let stage = story.stage("Awareness");
        let card = story.card("Trailer");
        let lane = story.session.map().lane_of(LaneKind::PainPoints).unwrap();
        let note = parked(&mut story, "Who agrees?");
        let on_card = |board: &Board| board.rect_of(Tag::new(Kind::Touchpoint, card.0)).unwrap().center();
        let on_stage = |board: &Board| board.rect_of(Tag::new(Kind::Stage, stage.0)).unwrap().center();
        let in_cell = |board: &Board| board.cell_rect(stage, lane).unwrap().center();
        assert_eq!(pulled(&mut story, note, in_cell, false), NotePlace::Tied(NoteTie::Cell(stage, lane)));
        assert_eq!(pulled(&mut story, note, on_card, false), NotePlace::Tied(NoteTie::Touchpoint(card)));
        assert_eq!(pulled(&mut story, note, on_stage, false), NotePlace::Tied(NoteTie::Stage(stage)));
        let on_name = |board: &Board| {
            let name = board.names().lanes.iter().find(|name| name.tag.id == lane.0).unwrap();
            Point::new(name.place.x + 20.0, name.place.center().y)
        };
        assert_eq!(pulled(&mut story, note, on_name, false), NotePlace::Tied(NoteTie::Lane(lane)));
        // With Shift it lies free, and what lies free stays so until it is let go over a thing.
        assert_eq!(pulled(&mut story, note, in_cell, true), NotePlace::Free);
        assert_eq!(pulled(&mut story, note, in_cell, false), NotePlace::Free);
        assert_eq!(pulled(&mut story, note, in_cell, true), NotePlace::Tied(NoteTie::Cell(stage, lane)));
        // It goes where its cell goes, and to the lot when that is gone.
        story.act(Intent::Select(stage.into()));
        story.run(Command::Delete);
        assert_eq!(story.session.map().parked_notes().len(), 1);
        story.run(Command::Undo);
        let map = story.session.map();
        assert_eq!(map.note_place(&map.stickies[&note]), NotePlace::Tied(NoteTie::Cell(stage, lane)));
    }

    #[test]
    fn a_note_that_is_let_go_over_another_makes_a_cluster_whose_name_is_written_at_once() {
        let mut story = Story::new();
        let stage = story.stage("Awareness");
        let lane = story.session.map().lane_of(LaneKind::Touchpoints).unwrap();
        let cell = Cell::new(stage, lane);
        let notes = ["Slow", "Nosy one", "Where is it?"].map(|text| parked(&mut story, text));
        let free = |board: &Board| board.cell_rect(cell.stage, cell.lane).unwrap().center();
        assert_eq!(pulled(&mut story, notes[0], free, true), NotePlace::Free);
        let first = notes[0];
        let on_first = move |board: &Board| board.rect_of(Tag::new(Kind::Sticky, first.0)).unwrap().center();
        let NotePlace::Tied(NoteTie::Sticky(head)) = pulled(&mut story, notes[1], on_first, false) else {
            panic!("not together")
        };
        assert!(story.session.is_new(head.into()) && story.session.selection().contains(head.into()));
        story.act(Intent::Deselect);
        assert_eq!(pulled(&mut story, notes[2], on_first, false), NotePlace::Tied(NoteTie::Sticky(head)));
        assert_eq!(story.session.map().notes_at(NoteTie::Sticky(head)).len(), 3);
        // Over one of its own it stays; pulled out it leaves.
        let second = notes[1];
        let on_second = move |board: &Board| board.rect_of(Tag::new(Kind::Sticky, second.0)).unwrap().center();
        assert_eq!(pulled(&mut story, notes[2], on_second, false), NotePlace::Tied(NoteTie::Sticky(head)));
        let beside = |board: &Board| Point::new(board.scene.size.width - 5.0, board.scene.size.height - 5.0);
        assert_eq!(pulled(&mut story, notes[2], beside, true), NotePlace::Free);
        assert_eq!(story.session.map().notes_at(NoteTie::Sticky(head)).len(), 2);
    }
}
