//! Sticky notes: free over the board, but never off it.
//!
//! A note's place is kept as if every stage had its usual width, so that it stays over the same stage when a window or a
//! page pulls the columns wider: [`to_scene`] and [`from_scene`] go between the two.

use touchline_words::say;

use super::columns::USUAL;
use super::context::{Column, Context, LABEL_WIDTH, Uses};
use super::geometry::{Board, ColumnSpan};
use super::paper::{FOOT, PADDING, foot, paper, said, style, tile, votes_seen};
use super::pen;
use super::shelf::{Drawn, Shelf};
use crate::model::{
    CLUSTER_GAP, CLUSTER_HEAD, CLUSTER_PADDING, CLUSTERED, Map, NOTE_WIDTH, NoteColor, NotePlace, NoteTie, StageId,
    Sticky, StickyId, cluster_across, cluster_size,
};
use crate::scene::{Group, Item, Kind, Point, Rect, Role, Size, Tag, Transform};
use crate::text::Paragraph;
use crate::theme::Icon;

const WIDTH: f32 = NOTE_WIDTH;
const MIN_HEIGHT: f32 = 64.0;
const MOST_LINES: usize = 14;
/// Lines of a cluster's name.
const HEAD_LINES: usize = 1;
/// Of the sign that a cluster is open or folded, and of its number.
const SIGN: f32 = 12.0;
const NUMBER: f32 = 34.0;
/// How wide the place of that sign is, at the left of a cluster's head.
pub const CLUSTER_SIGN: f32 = 2.0 * (CLUSTER_PADDING - 2.0) + SIGN;
const RADIUS: f32 = 9.0;

/// What a note's picture is made from.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct NoteLook {
    text: String,
    color: NoteColor,
    votes: u16,
    /// Of the board, which no note is higher than.
    height: f32,
}

/// The free notes of the layout before, as one.
#[derive(Debug)]
pub(super) struct KeptNotes {
    board: Size,
    columns: Vec<Column>,
    hides_votes: bool,
    group: Group,
    count: usize,
    /// The layout that they are of.
    pass: u64,
}

/// The free notes over a board, in the `pass`th layout of one that is laid again and again.
pub(super) fn lay(
    context: &Context,
    board: Size,
    shelf: &mut Shelf<StickyId, NoteLook>,
    kept: &mut Option<KeptNotes>,
    pass: u64,
) -> Vec<Item> {
    if !context.is_editor() {
        return laid(context, board, shelf);
    }
    let as_before = |notes: &KeptNotes| {
        let is_same =
            (notes.board, notes.hides_votes) == (board, context.hides_votes) && notes.columns == context.columns;
        is_same && notes.pass + 1 == pass && !context.differs.notes()
    };
    let notes = match kept.take().filter(as_before) {
        Some(notes) => {
            shelf.took_over(notes.count);
            KeptNotes { pass, ..notes }
        }
        None => {
            let items = laid(context, board, shelf);
            let places = items.iter().filter_map(|item| match item {
                Item::Group(group) => group.bounds.map(|bounds| group.transform.apply_rect(bounds)),
                Item::Tagged(cluster) => Some(cluster.bounds),
                Item::Rect(_) | Item::Path(_) | Item::Text(_) | Item::Paragraph(_) | Item::Image(_) => None,
            });
            let around = places.reduce(|all, one| all.union(&one));
            let (columns, hides_votes, count) = (context.columns.clone(), context.hides_votes, items.len());
            let group = Group::placed(Transform::IDENTITY, around, items.into());
            KeptNotes { board, columns, hides_votes, group, count, pass }
        }
    };
    let group = notes.group.clone();
    let is_empty = notes.count == 0;
    *kept = Some(notes);
    if is_empty { Vec::new() } else { vec![Item::Group(group)] }
}

/// Each free note where it lies.
fn laid(context: &Context, board: Size, shelf: &mut Shelf<StickyId, NoteLook>) -> Vec<Item> {
    let columns: Vec<ColumnSpan> =
        context.columns.iter().map(|c| ColumnSpan { stage: c.stage, x: c.x, width: c.width }).collect();
    let first = first_usual(context);
    let most = most_lines(board, style(context, &Sticky::default()).line());
    let clusters = context.map.clusters();
    let note = |(id, sticky): (&StickyId, &Sticky)| {
        let wanted = to_scene(&columns, Point::new(sticky.x - first, sticky.y));
        let place = |height: f32| {
            Point::new(wanted.x.min(board.width - WIDTH).max(0.0), wanted.y.min(board.height - height).max(0.0))
        };
        if let Some(notes) = clusters.get(id) {
            return cluster(context, (*id, sticky), notes, board, wanted);
        }
        if !context.is_editor() {
            let words = context.ink().paragraph(&sticky.text, style(context, sticky), WIDTH - 2.0 * PADDING, most);
            return sheet_of_paper(context, *id, sticky, &words, board, place);
        }
        let draw = |_: &NoteLook| {
            let words = context.ink().paragraph(&sticky.text, style(context, sticky), WIDTH - 2.0 * PADDING, most);
            let item = sheet_of_paper(context, *id, sticky, &words, board, |_| Point::default());
            let height = height_of(&words, board);
            let bounds = Rect::new(0.0, 0.0, WIDTH, height);
            Drawn { items: [item].into(), bounds, height, uses: Uses::default() }
        };
        let Sticky { text, color, votes: _, x: _, y: _, parked: _, tied: _, folded: _ } = sticky;
        let votes = votes_seen(context, sticky);
        let look = || NoteLook { text: text.clone(), color: *color, votes, height: board.height };
        let is_as = |look: &NoteLook| {
            look.text == *text && (look.color, look.votes, look.height) == (*color, votes, board.height)
        };
        let (drawn, _) = shelf.drawn(context.shaper, *id, (WIDTH, 0), is_as, look, draw);
        let at = place(drawn.height);
        Item::Group(Group::placed(Transform::translate(at.x, at.y), Some(drawn.bounds), drawn.items.clone()))
    };
    context
        .map
        .stickies
        .iter()
        .filter(|(_, sticky)| sticky.is_free() && is_in_band(context, sticky.x))
        .map(note)
        .collect()
}

/// Where the first stage of a band begins, as a note's own x is counted from the first of all.
pub(super) fn first_usual(context: &Context) -> f32 {
    context.band.stages.start as f32 * USUAL
}

/// Whether a note lies over the stages of a band: over its own, and with the first and last what is left and right of all.
pub(super) fn is_in_band(context: &Context, x: f32) -> bool {
    let (goes_before, follows) = context.band.is_cut();
    let edge = |stage: usize| LABEL_WIDTH + stage as f32 * USUAL;
    (!goes_before || x >= edge(context.band.stages.start)) && (!follows || x < edge(context.band.stages.end))
}

/// How many lines of a height a note has on a board that may be low.
fn most_lines(board: Size, line: f32) -> usize {
    (((board.height - 2.0 * PADDING - FOOT) / line) as usize).clamp(1, MOST_LINES)
}

/// No higher than the board.
fn height_of(words: &Paragraph, board: Size) -> f32 {
    (words.size.height + 2.0 * PADDING + FOOT).max(MIN_HEIGHT).min(board.height)
}

/// A cluster: its name and how many notes it has, and below them the notes side by side, as far as the board has room.
fn cluster(
    context: &Context,
    (id, head): (StickyId, &Sticky),
    notes: &[(StickyId, &Sticky)],
    board: Size,
    wanted: Point,
) -> Item {
    let (wide, high) = CLUSTERED;
    let most_across = (((board.width - 2.0 * CLUSTER_PADDING + CLUSTER_GAP) / (wide + CLUSTER_GAP)) as usize).max(1);
    let most_rows = (((board.height - CLUSTER_HEAD) / (high + CLUSTER_GAP)).max(0.0)) as usize;
    let across = cluster_across(notes.len()).max(notes.len().div_ceil(most_rows.max(1))).min(most_across);
    let rows = if head.folded { 0 } else { notes.len().div_ceil(across).min(most_rows) };
    let (width, height) = cluster_size(across, rows);
    let height = height.min(board.height);
    let (x, y) = (wanted.x.min(board.width - width).max(0.0), wanted.y.min(board.height - height).max(0.0));
    let rect = Rect::new(x, y, width, height);
    let theme = context.theme;
    let mut items = vec![pen::rounded(rect, RADIUS, theme.surface, Some((context.card_edge(), 1.2)))];

    let middle = y + CLUSTER_HEAD.min(height) / 2.0;
    let sign = if head.folded { Icon::ChevronRight } else { Icon::ChevronDown };
    let sign_at = Rect::new(x + CLUSTER_PADDING - 2.0, middle - SIGN / 2.0, SIGN, SIGN);
    items.push(Item::Path(sign.path(sign_at, theme.muted)));
    let seen = if head.folded { 0 } else { (rows * across).min(notes.len()) };
    let count = match notes.len() - seen {
        left_out if left_out > 0 && !head.folded => format!("{seen}/{}", notes.len()),
        _ => notes.len().to_string(),
    };
    let number = context.shaper.line_within(&count, context.detail_strong().tabular(), NUMBER);
    let baseline = middle + (number.ascent - number.descent) / 2.0;
    let number_x = rect.right() - CLUSTER_PADDING - 2.0 - number.width;
    items.push(Item::Text(number.at(Point::new(number_x, baseline))));
    let name_x = sign_at.right() + 4.0;
    let name_width = (number_x - 6.0 - name_x).max(10.0);
    let name = context.ink().paragraph(&head.text, context.card_title(), name_width, HEAD_LINES);
    let name_rect = Rect::new(name_x, y, name_width, CLUSTER_HEAD.min(height));
    let name_items = pen::set(&name, name_x, middle - name.size.height / 2.0);
    items.push(pen::title(Kind::Sticky, id.0, &head.text, name_rect, name_items));

    for (nth, (id, note)) in notes.iter().take(seen).enumerate() {
        let column = (nth % across) as f32;
        let row = (nth / across) as f32;
        let at = Rect::new(
            x + CLUSTER_PADDING + column * (wide + CLUSTER_GAP),
            y + CLUSTER_HEAD + row * (high + CLUSTER_GAP),
            wide,
            high,
        );
        items.push(tile(context, *id, note, at));
    }
    let label = say!(layout_cluster, name = head.text, count = notes.len());
    pen::tagged(Tag::new(Kind::Sticky, id.0), Role::Section, label, rect, items)
}

/// A note where `place` puts one of its height.
fn sheet_of_paper(
    context: &Context,
    id: StickyId,
    sticky: &Sticky,
    words: &Paragraph,
    board: Size,
    place: impl Fn(f32) -> Point,
) -> Item {
    let height = height_of(words, board);
    let Point { x, y } = place(height);
    let rect = Rect::new(x, y, WIDTH, height);
    let colors = context.theme.note(sticky.color as usize);
    let mut items = paper(colors, rect);
    items.extend(foot(context, sticky, colors, rect));
    let text_rect = Rect::new(x + PADDING, y + PADDING, WIDTH - 2.0 * PADDING, height - PADDING - FOOT);
    items.push(pen::title(Kind::Sticky, id.0, &sticky.text, text_rect, pen::set(words, x + PADDING, y + PADDING)));
    pen::tagged(Tag::new(Kind::Sticky, id.0), Role::Section, said(context, sticky), rect, items)
}

/// From a note's own place to the board's.
pub(super) fn to_scene(columns: &[ColumnSpan], place: Point) -> Point {
    let mut usual_x = LABEL_WIDTH;
    for column in columns {
        if place.x >= usual_x && place.x < usual_x + USUAL {
            return Point::new(column.x + (place.x - usual_x) / USUAL * column.width, place.y);
        }
        usual_x += USUAL;
    }
    let end = columns.last().map_or(LABEL_WIDTH, |last| last.x + last.width);
    if place.x < LABEL_WIDTH { place } else { Point::new(place.x - usual_x + end, place.y) }
}

/// Where notes lie over a map's stages: from the first one's edge to the last one's, as a note's own x is counted.
pub fn notes_across(map: &Map) -> std::ops::Range<f32> {
    LABEL_WIDTH..LABEL_WIDTH + USUAL * map.stages.len().max(3) as f32
}

/// The stage that a note belongs to: that of what it is tied to, else the one over which it lies; the first or the last for one
/// beside them all. None for a parked note that never lay anywhere.
pub fn stage_of_note(map: &Map, note: &Sticky) -> Option<StageId> {
    let note = match map.note_place(note) {
        NotePlace::Parked if note.x <= 0.0 => return None,
        NotePlace::Parked | NotePlace::Free => note,
        NotePlace::Tied(NoteTie::Stage(stage) | NoteTie::Cell(stage, _)) => return Some(stage),
        NotePlace::Tied(NoteTie::Lane(_)) => return map.stages_in_order().first().map(|(id, _)| *id),
        NotePlace::Tied(NoteTie::Touchpoint(card)) => return map.touchpoints.get(&card).map(|card| card.stage),
        NotePlace::Tied(NoteTie::Sticky(head)) => map.stickies.get(&head)?,
    };
    let stages = map.stages_in_order();
    let middle = note.x + WIDTH / 2.0 - LABEL_WIDTH;
    let place = (middle / USUAL).max(0.0) as usize;
    stages.get(place).or(stages.last()).map(|(id, _)| *id)
}

impl Board {
    /// What a sticky note's own `x` and `y` have to be for its upper left corner to lie at a place of this board.
    pub fn sticky_place(&self, pos_in_scene: Point) -> Point {
        from_scene(&self.columns, pos_in_scene)
    }
}

/// From a place on the board to a note's own.
fn from_scene(columns: &[ColumnSpan], pos_in_scene: Point) -> Point {
    let mut usual_x = LABEL_WIDTH;
    for column in columns {
        if pos_in_scene.x >= column.x && pos_in_scene.x < column.x + column.width {
            return Point::new(usual_x + (pos_in_scene.x - column.x) / column.width * USUAL, pos_in_scene.y);
        }
        usual_x += USUAL;
    }
    let end = columns.last().map_or(LABEL_WIDTH, |last| last.x + last.width);
    if pos_in_scene.x < LABEL_WIDTH { pos_in_scene } else { Point::new(pos_in_scene.x - end + usual_x, pos_in_scene.y) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::StageId;

    #[test]
    fn a_notes_place_survives_the_way_to_the_board_and_back() {
        let columns = [
            ColumnSpan { stage: StageId(1), x: LABEL_WIDTH, width: 300.0 },
            ColumnSpan { stage: StageId(2), x: LABEL_WIDTH + 300.0, width: 140.0 },
        ];
        for x in [-40.0, 0.0, 111.0, 112.0, 200.0, 316.0, 400.0, 519.0, 520.0, 900.0] {
            let there = to_scene(&columns, Point::new(x, 7.0));
            let back = from_scene(&columns, there);
            assert!((back.x - x).abs() < 0.01 && back.y == 7.0, "{x}: {there:?} {back:?}");
        }
        assert_eq!(to_scene(&columns, Point::new(LABEL_WIDTH + 102.0, 0.0)).x, LABEL_WIDTH + 150.0);
    }
}
