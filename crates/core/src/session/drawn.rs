//! Frames, arrows and words over the board: added by a command, and put in line with notes.

use super::naming::By;
use super::{Effect, Session};
use crate::edit::{self, Line};
use crate::layout::{Board, notes_across};
use crate::model::*;
use crate::scene::{Rect, Tag};
use crate::session::tag_of;
use touchline_words::say;

/// A new frame, and what it leaves around what it is drawn around; its title stands above that.
const FRAME: (f32, f32) = (360.0, 220.0);
const AROUND: f32 = 16.0;
const TITLE: f32 = 36.0;
/// About how high a note is.
const NOTE: f32 = 100.0;
const ARROW: f32 = 140.0;
const WORDS: f32 = 180.0;

impl Session {
    /// Around the selected notes and drawings that lie free, else over the selected stage.
    pub(super) fn add_frame(&mut self, effects: &mut Vec<Effect>) {
        let place = |record: &RecordRef| {
            if let Some(note) = StickyId::try_from(*record).ok().and_then(|id| self.map.stickies.get(&id)) {
                return note.is_free().then_some((note.x, note.y, note.x + NOTE_WIDTH, note.y + NOTE));
            }
            let drawing = DrawingId::try_from(*record).ok().and_then(|id| self.map.drawings.get(&id))?;
            Some((drawing.x, drawing.y, drawing.x + drawing.width, drawing.y + drawing.height.max(NOTE / 2.0)))
        };
        let around = self
            .selection
            .records()
            .iter()
            .filter_map(place)
            .reduce(|all, one| (all.0.min(one.0), all.1.min(one.1), all.2.max(one.2), all.3.max(one.3)));
        let across = notes_across(&self.map);
        let (x, y) = self.first_place(across.start);
        let (x, y, width, height) = around.map_or((x, y, FRAME.0, FRAME.1), |(left, top, right, bottom)| {
            (left - AROUND, top - TITLE, right - left + 2.0 * AROUND, bottom - top + TITLE + AROUND)
        });
        let text = say!(kind_frame_new).to_owned();
        self.add_drawn(Drawing { shape: Shape::Frame, x, y, width, height, text, ..Drawing::default() }, effects);
    }

    /// From one of two selected things to the other, in the order in which they were selected, else over the selected stage.
    pub(super) fn add_arrow(&mut self, effects: &mut Vec<Effect>) {
        let ends: Vec<ArrowEnd> =
            self.selection.records().iter().filter_map(|record| ArrowEnd::try_from(*record).ok()).collect();
        let (x, y) = self.first_place(notes_across(&self.map).start);
        let (from, to) = match ends.as_slice() {
            [from, to] => (Some(*from), Some(*to)),
            [from] => (Some(*from), None),
            _ => (None, None),
        };
        let place = |end: Option<ArrowEnd>| match end? {
            ArrowEnd::Sticky(id) => {
                let note = self.map.stickies.get(&id).filter(|note| note.is_free())?;
                Some((note.x, note.y))
            }
            ArrowEnd::Drawing(id) => self.map.drawings.get(&id).map(|drawing| (drawing.x, drawing.y)),
            ArrowEnd::Touchpoint(_) => None,
        };
        let begin = place(from).unwrap_or((x, y));
        let end = place(to).unwrap_or((begin.0 + ARROW + if from.is_some() { NOTE_WIDTH } else { 0.0 }, begin.1));
        let (width, height) = (end.0 - begin.0, end.1 - begin.1);
        let (x, y) = begin;
        self.add_drawn(Drawing { shape: Shape::Arrow, x, y, width, height, from, to, ..Drawing::default() }, effects);
    }

    pub(super) fn add_text(&mut self, effects: &mut Vec<Effect>) {
        let across = notes_across(&self.map);
        let place = edit::free_place(&self.map, self.first_place(across.start), "", &across);
        let (x, y) = self.place_of_words(place);
        let text = say!(kind_text_new).to_owned();
        self.add_drawn(Drawing { shape: Shape::Text, x, y, width: WORDS, text, ..Drawing::default() }, effects);
    }

    /// In the frame that is selected, below its title; else at a place, but not over the title of a frame, whose words they would
    /// cover.
    fn place_of_words(&self, (x, y): (f32, f32)) -> (f32, f32) {
        let selected = self.selection.only().and_then(|record| DrawingId::try_from(record).ok());
        let is_frame = |drawing: &&Drawing| drawing.shape == Shape::Frame;
        if let Some(frame) = selected.and_then(|id| self.map.drawings.get(&id)).filter(is_frame) {
            return (frame.x + AROUND, frame.y + TITLE + AROUND);
        }
        let covers = |frame: &&Drawing| {
            let across = frame.x - WORDS < x && x < frame.x + frame.width;
            across && frame.y - TITLE < y && y < frame.y + TITLE
        };
        let frames = self.map.drawings.values().filter(is_frame);
        let below = frames.filter(covers).map(|frame| frame.y + TITLE + AROUND).reduce(f32::max);
        (x, below.unwrap_or(y))
    }

    /// Whether two things are selected that can be put in line.
    pub(super) fn has_free_things(&self) -> bool {
        let kinds = [RecordKind::Sticky, RecordKind::Drawing];
        self.selection.records().iter().filter(|record| kinds.contains(&record.kind())).nth(1).is_some()
    }

    /// Where things lie knows the board that is drawn.
    pub(super) fn line_up(&self, line: Line, effects: &mut Vec<Effect>) {
        effects.push(Effect::LineUp(self.selection.records().to_vec(), line));
    }

    /// The arrows that an edit takes an end from, as they are before it.
    pub(super) fn loosened(&self, edit: &Edit) -> Vec<(DrawingId, Drawing)> {
        let loosened = |change: &Change| {
            let Change::Drawing(id, Some(after)) = change else { return None };
            let before = self.map.drawings.get(id)?;
            let is_loose = before.from.is_some() && after.from.is_none() || before.to.is_some() && after.to.is_none();
            is_loose.then(|| (*id, before.clone()))
        };
        edit.changes.iter().filter_map(loosened).collect()
    }

    /// Arrows that the last step took an end from stay where they were seen on the board before it, as a part of that step.
    pub(super) fn leave_arrows(&mut self, arrows: &[(DrawingId, Drawing)], board: &Board) {
        let lay = |(id, before): &(DrawingId, Drawing)| {
            let (begin, end) = board.arrow_ends(before);
            let (begin, end) = (board.sticky_place(begin), board.sticky_place(end));
            edit::lay_arrow(&self.map, *id, (begin.x, begin.y), (end.x, end.y))
        };
        let changes: Vec<Change> = arrows.iter().filter_map(lay).flat_map(|edit| edit.changes).collect();
        if changes.is_empty() || self.map.undo().is_err() {
            return;
        }
        let Some(mut whole) = self.map.history().next_redo().cloned() else { return };
        whole.changes.extend(changes);
        // Not as a new step: what was said of the last one, and offers to undo it, stands.
        match self.map.change(whole, self.now) {
            Ok(touched) => touched.into_iter().for_each(|touched| self.changed(touched)),
            Err(_) => _ = self.map.redo(),
        }
    }

    fn add_drawn(&mut self, drawing: Drawing, effects: &mut Vec<Effect>) {
        let is_written = drawing.shape != Shape::Arrow;
        let (edit, id) = edit::add_drawing(&self.map, drawing, &mut self.ids);
        let selected = self.selection.clone();
        if self.edit(edit) {
            self.map.seal();
            self.selection.set([id.into()]);
            effects.push(Effect::Reveal(id.into()));
            if is_written {
                self.name_at_once(id.into(), By::Command, selected, effects);
            }
        }
    }
}

/// Where a note or a drawing is drawn: all of it.
pub(super) fn whole(board: &Board, record: RecordRef) -> Option<Rect> {
    let parts = board.parts().all_of(tag_of(record)?);
    parts.map(|part| part.rect).reduce(|all, one| {
        let (x, y) = (all.x.min(one.x), all.y.min(one.y));
        Rect::new(x, y, all.right().max(one.right()) - x, all.bottom().max(one.bottom()) - y)
    })
}

/// Puts free notes, frames and words in line, as they lie on a board; a frame takes along what is in it. None where nothing
/// moves, or there are fewer than two.
pub fn lined_up(map: &Map, board: &Board, records: &[RecordRef], line: Line) -> Option<Edit> {
    let is_free = |record: &RecordRef| {
        if let Ok(id) = StickyId::try_from(*record) {
            return map.stickies.get(&id).is_some_and(Sticky::is_free);
        }
        let drawing = DrawingId::try_from(*record).ok().and_then(|id| map.drawings.get(&id));
        drawing.is_some_and(|drawing| drawing.shape != Shape::Arrow)
    };
    let free = records.iter().copied().filter(is_free);
    let found: Vec<(RecordRef, Rect)> = free.filter_map(|record| Some((record, whole(board, record)?))).collect();
    if found.len() < 2 {
        return None;
    }
    let rects: Vec<_> = found.iter().map(|(_, rect)| (rect.x, rect.y, rect.width, rect.height)).collect();
    let places = edit::in_line(&rects, line);
    let mut after = map.clone();
    let mut moved: Vec<(RecordRef, f32, f32)> = Vec::new();
    for ((record, rect), (x, y)) in found.iter().zip(places) {
        if (rect.x - x).abs() < 0.05 && (rect.y - y).abs() < 0.05 {
            continue;
        }
        let place = board.sticky_place(crate::scene::Point::new(x, y));
        match DrawingId::try_from(*record) {
            Ok(id) => {
                if let Some(next) =
                    edit::move_drawing(&after, id, place.x, place.y).and_then(|edit| after.after(&edit).ok())
                {
                    after = next;
                }
            }
            Err(_) => moved.push((*record, place.x, place.y)),
        }
    }
    if let Some(next) = edit::move_free(&after, &moved).and_then(|edit| after.after(&edit).ok()) {
        after = next;
    }
    let about = found.iter().map(|(record, _)| *record).collect();
    edit::effective(map, Edit::new(Verb::Move, about, map.difference(&after.to_tables())))
}

/// The thing that an arrow's end would follow at a place.
pub(super) fn end_at(board: &Board, own: DrawingId, pos: crate::scene::Point) -> Option<(ArrowEnd, Rect)> {
    let record = |tag: Tag| if tag.kind.is_thing() { crate::session::record_of(tag) } else { None };
    let own = RecordRef::from(own);
    let end = |tag: Tag| record(tag).filter(|record| *record != own).and_then(|record| ArrowEnd::try_from(record).ok());
    let (tag, rect) = board.hit(pos, |tag| end(tag).is_some())?;
    Some((end(tag)?, rect))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::layout::{Lens, arrange_board};
    use crate::session::stories::Story;
    use crate::session::{Command, Intent};
    use crate::text::Shaper;
    use crate::theme::Theme;
    use std::sync::Arc;

    #[test]
    fn an_arrow_whose_card_is_deleted_stays_where_it_was_seen_in_the_same_step() {
        let mut story = Story::new();
        story.stage("Awareness");
        let (first, second) = (story.card("Trailer"), story.card("Poster"));
        let records = vec![first.into(), second.into()];
        story.act(Intent::SelectAll { records, extend: false });
        story.run(Command::AddArrow);
        let arrow = DrawingId::try_from(story.session.selection().only().unwrap()).unwrap();
        let laid = |story: &Story| {
            arrange_board(story.session.map(), &Lens::default(), &Theme::light(), &Shaper::bundled(), 1136.0)
        };
        let board = Arc::new(laid(&story));
        let seen = whole(&board, arrow.into()).unwrap();
        let before = story.session.map().clone();
        let effects = story.act(Intent::Delete(vec![second.into()]));
        let asked = effects.into_iter().find_map(|effect| {
            let Effect::LeaveArrows(arrows) = effect else { return None };
            Some(arrows)
        });
        let said = story.session.notices().to_vec();
        story.act(Intent::LeaveArrows(asked.expect("it is asked where it is seen"), board));
        let map = story.session.map();
        assert_eq!((map.drawings[&arrow].from, map.drawings[&arrow].to), (Some(ArrowEnd::Touchpoint(first)), None));
        let now = whole(&laid(&story), arrow.into()).unwrap();
        assert!(
            (now.bottom() - seen.bottom()).abs() < 1.0 && (now.right() - seen.right()).abs() < 1.0,
            "{seen:?} {now:?}"
        );
        assert_eq!(story.session.notices().to_vec(), said, "what was said of the deletion stands");
        story.run(Command::Undo);
        assert_eq!(*story.session.map(), before, "one step");
    }

    #[test]
    fn words_that_are_added_to_a_frame_stand_below_its_title_and_none_cover_it() {
        let mut story = Story::new();
        story.stage("Awareness");
        story.run(Command::AddFrame);
        let frame = DrawingId::try_from(story.session.selection().only().unwrap()).unwrap();
        for selected in [true, false] {
            let chosen = if selected { Intent::Select(frame.into()) } else { Intent::Deselect };
            story.act(chosen);
            story.run(Command::AddText);
            let words = DrawingId::try_from(story.session.selection().only().unwrap()).unwrap();
            let map = story.session.map();
            let (frame, words) = (&map.drawings[&frame], &map.drawings[&words]);
            assert_eq!(words.shape, Shape::Text);
            assert!(words.y >= frame.y + TITLE || words.x >= frame.x + frame.width, "{words:?} on {frame:?}");
            assert!(!selected || words.y < frame.y + frame.height, "in it: {words:?} in {frame:?}");
        }
    }
}
