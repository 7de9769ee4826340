//! Notes that are tied: tabs on a stage's header and below a lane's name, lines at the foot of a card, small notes at the foot of a
//! cell.

use super::context::{Context, Strip};
use super::paper::{TAB, tab, tile};
use super::pen;
use super::place::Column;
use crate::model::{Holds, Lane, LaneId, NoteColor, NoteTie, RecordKind, StageId, Sticky, StickyId, TouchpointId};
use crate::scene::{Item, Rect};
use std::ops::Range;

/// Between notes.
const GAP: f32 = 6.0;
/// A small note in a cell: at least so wide, and so high.
const NARROWEST: f32 = 88.0;
const HIGH: f32 = 72.0;
/// Between what a cell holds and its notes, and below them.
const BELOW: f32 = 10.0;
/// Between a header's end and its tabs, and above the first.
const INSIDE: f32 = 12.0;
const ABOVE: f32 = 6.0;
/// Tabs of a stage stand in so many rows; where a row has no room for its share of them there are more.
const TAB_ROWS: usize = 3;
const WIDEST_TAB: f32 = 190.0;
const NARROWEST_TAB: f32 = 22.0;

/// The notes that are tied to something, where notes are shown.
fn at<'c, 'a>(context: &'c Context<'a>, tie: NoteTie) -> &'c [(StickyId, &'a Sticky)] {
    if context.notes { context.notes_at(tie) } else { &[] }
}

/// The tabs on the header of each stage, from `top`, that of the headers, and how much of their height they take; a header's tip is so
/// long.
pub(super) fn tabs(context: &Context, top: f32, tip: f32) -> (Vec<Vec<Item>>, f32) {
    let rows = context.columns.iter().map(|column| tab_rows(context, column, tip).1).max().unwrap_or(0);
    let height = if rows == 0 { 0.0 } else { ABOVE + rows as f32 * (TAB + 3.0) };
    let tabs = context.columns.iter().map(|column| on_header(context, column, top, tip)).collect();
    (tabs, height)
}

/// From where to where tabs stand on a header, and in how many rows.
fn tab_rows(context: &Context, column: &Column, tip: f32) -> (Range<f32>, usize) {
    let notes = at(context, NoteTie::Stage(column.stage)).len();
    let right = column.right() - tip - INSIDE;
    let room = (right - column.x - INSIDE).max(NARROWEST_TAB);
    let fit = ((room + 3.0) / (NARROWEST_TAB + 3.0)).max(1.0) as usize;
    (right - room..right, notes.min(TAB_ROWS).max(notes.div_ceil(fit)))
}

/// Puts the notes of a lane as a whole below its name, and says how much higher the name and what is under it are.
pub(super) fn below_name(context: &Context, lane: LaneId, room: Rect, items: &mut Vec<Item>) -> f32 {
    let notes = at(context, NoteTie::Lane(lane));
    let tab_at = |(nth, (id, note)): (usize, &(StickyId, &Sticky))| {
        tab(context, *id, note, Rect::new(room.x, room.y + ABOVE + nth as f32 * (TAB + 3.0), room.width, TAB))
    };
    items.extend(notes.iter().enumerate().map(tab_at));
    if notes.is_empty() { 0.0 } else { ABOVE + notes.len() as f32 * (TAB + 3.0) }
}

fn on_header(context: &Context, column: &Column, top: f32, tip: f32) -> Vec<Item> {
    let notes = at(context, NoteTie::Stage(column.stage));
    let (room, rows) = tab_rows(context, column, tip);
    let across = notes.len().div_ceil(rows.max(1)).max(1);
    let width = ((room.end - room.start + 3.0) / across as f32 - 3.0).min(WIDEST_TAB);
    let tab_at = |(nth, (id, note)): (usize, &(StickyId, &Sticky))| {
        let x = room.end - (nth % across + 1) as f32 * (width + 3.0) + 3.0;
        let y = top + ABOVE + (nth / across) as f32 * (TAB + 3.0);
        tab(context, *id, note, Rect::new(x, y, width, TAB))
    };
    notes.iter().enumerate().map(tab_at).collect()
}

/// Whether a lane is a picture that runs on through a stage that is folded.
fn runs_through(lane: &Lane) -> bool {
    match lane.kind.holds() {
        Holds::Feelings | Holds::Losses => true,
        Holds::Cards | Holds::Flags | Holds::Channels | Holds::List(_) => false,
    }
}

/// Puts the notes of a lane's cells below what these hold, in front of what else the lane has at its foot.
pub(super) fn below_cells(context: &Context, id: LaneId, lane: &Lane, top: f32, at_foot: f32, strip: &mut Strip) {
    if lane.folded || !context.notes {
        return;
    }
    let y = top + strip.height - at_foot;
    let mut lower: f32 = 0.0;
    for (nth, column) in context.columns.iter().enumerate() {
        let notes = at(context, NoteTie::Cell(column.stage, id));
        if notes.is_empty() {
            continue;
        }
        if context.is_folded(column.stage) {
            // What else is in the strip of a stage counts them itself; a curve or a river runs on through it.
            if runs_through(lane) {
                let (x, width) = column.inner();
                let words = words_inside(context, column.stage, id);
                let words = context.ink().paragraph(&words, context.detail(), width, 2);
                lower = lower.max(words.size.height + BELOW);
                strip.cells.resize_with(strip.cells.len().max(nth + 1), Vec::new);
                strip.cells.iter_mut().skip(nth).take(1).for_each(|cell| cell.extend(pen::set(&words, x, y)));
            }
            continue;
        }
        let (x, inner) = column.inner();
        let across = (((inner + GAP) / (NARROWEST + GAP)) as usize).clamp(1, notes.len().max(1));
        // A note by itself is no wider than two of them.
        let width = ((inner + GAP) / across as f32 - GAP).min(2.0 * NARROWEST);
        strip.cells.resize_with(strip.cells.len().max(nth + 1), Vec::new);
        let Some(cell) = strip.cells.get_mut(nth) else { continue };
        for (nth, (id, note)) in notes.iter().enumerate() {
            let (column, row) = ((nth % across) as f32, (nth / across) as f32);
            let rect = Rect::new(x + column * (width + GAP), y + row * (HIGH + GAP), width, HIGH);
            cell.push(tile(context, *id, note, rect));
        }
        let rows = notes.len().div_ceil(across) as f32;
        lower = lower.max(rows * (HIGH + GAP) - GAP + BELOW);
    }
    strip.height += lower;
}

/// How many notes are tied to a cell and to the cards in it, in words; nothing without one.
pub(super) fn words_inside(context: &Context, stage: StageId, lane: LaneId) -> String {
    let of_cards =
        context.map.card_ids_in(stage, lane).iter().map(|card| at(context, NoteTie::Touchpoint(*card)).len());
    match at(context, NoteTie::Cell(stage, lane)).len() + of_cards.sum::<usize>() {
        0 => String::new(),
        count => RecordKind::Sticky.counted(count),
    }
}

/// What the notes of a card are drawn from.
pub(super) type NoteLine = (StickyId, NoteColor, String, u16);

/// The notes that are tied to a card, as far as they are shown.
pub(super) fn lines(context: &Context, card: TouchpointId) -> Vec<NoteLine> {
    let votes = |note: &Sticky| if context.hides_votes { 0 } else { note.votes };
    let notes = at(context, NoteTie::Touchpoint(card)).iter();
    notes.map(|(id, note)| (*id, note.color, note.text.clone(), votes(note))).collect()
}

/// Whether a card's notes are drawn from these.
pub(super) fn are_as(context: &Context, card: TouchpointId, lines: &[NoteLine]) -> bool {
    let notes = at(context, NoteTie::Touchpoint(card));
    let votes = |note: &Sticky| if context.hides_votes { 0 } else { note.votes };
    notes.len() == lines.len()
        && notes.iter().zip(lines).all(|((id, note), line)| {
            (*id, note.color, note.text.as_str(), votes(note)) == (line.0, line.1, line.2.as_str(), line.3)
        })
}

/// The notes of a card below each other, and how high they are, 0 without one.
pub(super) fn on_card(context: &Context, lines: &[NoteLine], card: TouchpointId, at: Rect) -> (Vec<Item>, f32) {
    let line = |(nth, (id, color, text, votes)): (usize, &NoteLine)| {
        let tied = Some(NoteTie::Touchpoint(card));
        let note = Sticky { text: text.clone(), color: *color, votes: *votes, tied, ..Sticky::default() };
        tab(context, *id, &note, Rect::new(at.x, at.y + nth as f32 * (TAB + 3.0), at.width, TAB))
    };
    let items: Vec<Item> = lines.iter().enumerate().map(line).collect();
    let height = if lines.is_empty() { 0.0 } else { lines.len() as f32 * (TAB + 3.0) - 3.0 };
    (items, height)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::figures::sample;
    use crate::layout::{Board, Lens, arrange_board};
    use crate::model::*;
    use crate::scene::{Kind, Tag};
    use crate::text::Shaper;
    use crate::theme::Theme;

    fn laid(map: &Map) -> Board {
        arrange_board(map, &Lens::default(), &Theme::light(), &Shaper::bundled(), 1136.0)
    }

    /// The sample with so many notes at one place.
    fn with_notes(tie: NoteTie, count: u64) -> Map {
        let mut map = sample::map();
        for nth in 0..count {
            let text = format!("Remark {nth} that somebody made in the room");
            let note = Sticky { y: nth as f32, tied: Some(tie), text, votes: nth as u16, ..Sticky::default() };
            map.stickies.insert(StickyId(900 + nth), note);
        }
        map
    }

    fn notes(board: &Board, count: u64) -> Vec<Rect> {
        (0..count).map(|nth| board.rect_of(Tag::new(Kind::Sticky, 900 + nth)).unwrap()).collect()
    }

    fn are_apart(rects: &[Rect]) {
        for (nth, a) in rects.iter().enumerate() {
            assert!(rects.iter().skip(nth + 1).all(|b| !a.shrink(0.01).overlaps(&b.shrink(0.01))), "{rects:?}");
        }
    }

    #[test]
    fn the_notes_of_a_cell_are_tiled_at_its_foot_and_cover_no_card() {
        let map = sample::map();
        let stage = map.stages_in_order()[1].0;
        for (lane, record) in &map.lanes {
            let count = 5;
            let board = laid(&with_notes(NoteTie::Cell(stage, *lane), count));
            let rects = notes(&board, count);
            are_apart(&rects);
            let cell = board.cell_rect(stage, *lane).unwrap();
            assert!(rects.iter().all(|rect| cell.contains(rect.center()) && rect.bottom() <= cell.bottom()));
            let is_card = |kind: Kind| kind == Kind::Touchpoint || kind == Kind::Emotion;
            let cards: Vec<Rect> =
                board.parts().iter().filter(|part| is_card(part.tag().kind)).map(|part| part.rect).collect();
            let covered = rects.iter().any(|rect| cards.iter().any(|card| rect.shrink(0.5).overlaps(card)));
            assert!(!covered, "{:?}", record.kind);
            let before = laid(&map).cell_rect(stage, *lane).unwrap();
            assert!(cell.height > before.height + 2.0 * HIGH, "{:?}", record.kind);
        }
    }

    #[test]
    fn the_notes_of_a_card_stand_in_it_and_the_cards_below_make_room() {
        let map = sample::map();
        let lane = map.lane_of(LaneKind::Touchpoints).unwrap();
        let stage = map.stages_in_order()[0].0;
        let cards = map.card_ids_in(stage, lane).to_vec();
        let card = |board: &Board, nth: usize| board.rect_of(Tag::new(Kind::Touchpoint, cards[nth].0)).unwrap();
        let board = laid(&with_notes(NoteTie::Touchpoint(cards[0]), 3));
        let rects = notes(&board, 3);
        are_apart(&rects);
        let own = card(&board, 0);
        assert!(
            rects.iter().all(|rect| rect.x >= own.x && rect.right() <= own.right() && rect.bottom() < own.bottom())
        );
        assert!(own.height > card(&laid(&map), 0).height + 3.0 * TAB && card(&board, 1).y >= own.bottom());
    }

    #[test]
    fn the_notes_of_a_stage_are_tabs_on_its_header_that_end_inside_it_however_many() {
        for count in [1, 3, 4, 12, 80] {
            let map = sample::map();
            let stage = map.stages_in_order()[2].0;
            let board = laid(&with_notes(NoteTie::Stage(stage), count));
            let header = board.rect_of(Tag::new(Kind::Stage, stage.0)).unwrap();
            let tabs: Vec<Rect> =
                (0..count).filter_map(|nth| board.rect_of(Tag::new(Kind::Sticky, 900 + nth))).collect();
            are_apart(&tabs);
            assert_eq!(tabs.len(), count as usize, "each can be reached");
            let title = board.title_of(Kind::Stage, stage.0).unwrap();
            for tab in tabs {
                assert!(tab.y >= header.y && tab.bottom() <= title.y && tab.height == TAB, "{tab:?} {title:?}");
                assert!(tab.x >= header.x && tab.right() <= header.right() - INSIDE, "{tab:?} {header:?}");
            }
        }
    }

    #[test]
    fn the_notes_of_a_lane_stand_below_its_name_and_the_lane_is_as_high_as_they_are() {
        for count in [1, 9] {
            let map = sample::map();
            let lane = map.lane_of(LaneKind::Compliance).unwrap();
            let board = laid(&with_notes(NoteTie::Lane(lane), count));
            let row = *board.rows.iter().find(|row| row.lane == lane).unwrap();
            let title = board.title_of(Kind::Lane, lane.0).unwrap();
            let rects = notes(&board, count);
            are_apart(&rects);
            for rect in rects {
                assert!(rect.y >= title.bottom() && rect.bottom() < row.y + row.height, "{rect:?} in {row:?}");
                assert!(rect.right() < board.columns[0].x, "beside the cells: {rect:?}");
            }
        }
    }

    #[test]
    fn a_cluster_holds_its_notes_and_is_as_large_as_its_name_when_it_is_folded() {
        for (count, folded) in [(1, false), (4, false), (7, false), (300, false), (7, true)] {
            let mut map = with_notes(NoteTie::Sticky(StickyId(1_900)), count);
            let head = Sticky { x: 300.0, y: 200.0, text: "Logins".to_owned(), folded, ..Sticky::default() };
            map.stickies.insert(StickyId(1_900), head);
            let board = laid(&map);
            let whole = board.rect_of(Tag::new(Kind::Sticky, 1_900)).unwrap();
            let inside: Vec<Rect> =
                (0..count).filter_map(|nth| board.rect_of(Tag::new(Kind::Sticky, 900 + nth))).collect();
            are_apart(&inside);
            assert!(inside.iter().all(|rect| rect.right() <= whole.right() && rect.bottom() <= whole.bottom()));
            assert!(whole.right() <= board.scene.size.width && whole.bottom() <= board.scene.size.height);
            match folded {
                true => assert!(inside.is_empty() && whole.height == CLUSTER_HEAD),
                false => assert!(count > 50 || inside.len() == count as usize),
            }
        }
    }

    #[test]
    fn notes_are_not_on_a_page_that_is_to_have_none() {
        use crate::layout::{Leaf, Watch, arrange_leaf};
        use crate::scene::{PageSize, Parts};
        let map = sample::map();
        let (lane, stage) = (map.lane_of(LaneKind::Touchpoints).unwrap(), map.stages_in_order()[0].0);
        let card = map.card_ids_in(stage, lane)[0];
        for tie in [NoteTie::Stage(stage), NoteTie::Cell(stage, lane), NoteTie::Lane(lane), NoteTie::Touchpoint(card)] {
            let map = with_notes(tie, 1);
            let shown = |notes: bool| {
                let lens = Lens { notes, ..Lens::default() };
                let leaf = Leaf::single(PageSize::A3);
                let (scene, _) =
                    arrange_leaf(&map, &lens.into(), &Theme::light(), &Shaper::bundled(), &leaf, &Watch::default());
                Parts::of(&scene).find(Tag::new(Kind::Sticky, 900)).is_some()
            };
            assert!(shown(true) && !shown(false), "{tie:?}");
        }
    }
}
