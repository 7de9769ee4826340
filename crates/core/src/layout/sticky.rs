//! Sticky notes: free over the board, but never off it.
//!
//! A note's place is kept as if every stage had its usual width, so that it stays over the same stage when a window or a
//! page pulls the columns wider: [`to_scene`] and [`from_scene`] go between the two.

use touchline_words::say;

use super::columns::USUAL;
use super::context::{Context, LABEL_WIDTH, Uses};
use super::geometry::{Board, ColumnSpan};
use super::pen;
use super::shelf::{Drawn, Shelf};
use crate::model::{Map, NOTE_WIDTH, NoteColor, StageId, Sticky, StickyId};
use crate::scene::{FaceStyle, Group, Item, Kind, Paint, PathItem, Point, Rect, Role, Size, Tag, Transform};
use crate::text::{Paragraph, TextStyle};
use crate::theme::{Paper, icons, size};

const WIDTH: f32 = NOTE_WIDTH;
const MIN_HEIGHT: f32 = 64.0;
const PADDING: f32 = 10.0;
const FOLD: f32 = 12.0;
const MOST_LINES: usize = 14;
/// Of the line with the sign and the votes.
const FOOT: f32 = 16.0;
/// More votes than this are a number.
const MOST_DOTS: u16 = 5;
const DOT: f32 = 5.0;

/// What a note's picture is made from.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct NoteLook {
    text: String,
    color: NoteColor,
    votes: u16,
    /// Of the board, which no note is higher than.
    height: f32,
}

pub(super) fn lay(context: &Context, board: Size, shelf: &mut Shelf<StickyId, NoteLook>) -> Vec<Item> {
    let columns: Vec<ColumnSpan> =
        context.columns.iter().map(|c| ColumnSpan { stage: c.stage, x: c.x, width: c.width }).collect();
    let style = |sticky: &Sticky| {
        let ink = context.theme.note(sticky.color as usize).ink;
        TextStyle::new(size::CARD_TITLE, FaceStyle::Medium, ink)
    };
    let first = context.band.stages.start as f32 * USUAL;
    let most = most_lines(board, style(&Sticky::default()).line());
    let note = |(id, sticky): (&StickyId, &Sticky)| {
        let wanted = to_scene(&columns, Point::new(sticky.x - first, sticky.y));
        let place = |height: f32| {
            Point::new(wanted.x.min(board.width - WIDTH).max(0.0), wanted.y.min(board.height - height).max(0.0))
        };
        if !context.is_editor() {
            let words = context.ink().paragraph(&sticky.text, style(sticky), WIDTH - 2.0 * PADDING, most);
            return sheet_of_paper(context, *id, sticky, &words, board, place);
        }
        let draw = |_: &NoteLook| {
            let words = context.ink().paragraph(&sticky.text, style(sticky), WIDTH - 2.0 * PADDING, most);
            let item = sheet_of_paper(context, *id, sticky, &words, board, |_| Point::default());
            let height = height_of(&words, board);
            let bounds = Rect::new(0.0, 0.0, WIDTH, height);
            Drawn { items: [item].into(), bounds, height, uses: Uses::default() }
        };
        let Sticky { text, color, votes: _, x: _, y: _, parked: _ } = sticky;
        let votes = votes_seen(context, sticky);
        let look = || NoteLook { text: text.clone(), color: *color, votes, height: board.height };
        let is_as = |look: &NoteLook| {
            look.text == *text && (look.color, look.votes, look.height) == (*color, votes, board.height)
        };
        let (drawn, _) = shelf.drawn(context.shaper, *id, (WIDTH, 0), is_as, look, draw);
        let at = place(drawn.height);
        Item::Group(Group::placed(Transform::translate(at.x, at.y), Some(drawn.bounds), drawn.items.clone()))
    };
    context.map.stickies.iter().filter(|(_, sticky)| !sticky.parked && is_in_band(context, sticky)).map(note).collect()
}

/// Whether a note lies over the stages of a band: over its own, and with the first and last what is left and right of all.
fn is_in_band(context: &Context, sticky: &Sticky) -> bool {
    let (goes_before, follows) = context.band.is_cut();
    let edge = |stage: usize| LABEL_WIDTH + stage as f32 * USUAL;
    (!goes_before || sticky.x >= edge(context.band.stages.start))
        && (!follows || sticky.x < edge(context.band.stages.end))
}

/// How many lines of a height a note has on a board that may be low.
fn most_lines(board: Size, line: f32) -> usize {
    (((board.height - 2.0 * PADDING - FOOT) / line) as usize).clamp(1, MOST_LINES)
}

/// No higher than the board.
fn height_of(words: &Paragraph, board: Size) -> f32 {
    (words.size.height + 2.0 * PADDING + FOOT).max(MIN_HEIGHT).min(board.height)
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

/// A note in words: what it is about, what is on it, and its votes.
fn said(context: &Context, sticky: &Sticky) -> String {
    let words = say!(kind_sticky_said, text = sticky.text);
    let votes = Some(votes_seen(context, sticky))
        .filter(|votes| *votes > 0)
        .map(|votes| say!(layout_votes, count = usize::from(votes)));
    let about = (sticky.color != NoteColor::default()).then(|| sticky.color.name().to_owned());
    std::iter::once(words).chain(about).chain(votes).collect::<Vec<String>>().join(", ")
}

/// None while a room is still voting.
fn votes_seen(context: &Context, sticky: &Sticky) -> u16 {
    if context.hides_votes { 0 } else { sticky.votes }
}

/// The sign on the left, the votes on the right: dots, or a number where they are many.
fn foot(context: &Context, sticky: &Sticky, colors: Paper, rect: Rect) -> Vec<Item> {
    let style = TextStyle::new(size::DETAIL, FaceStyle::Bold, colors.sign);
    let middle = rect.bottom() - FOOT / 2.0 - 2.0;
    let line = |text: &str, x: f32| {
        let line = context.shaper.line_within(text, style, WIDTH);
        let baseline = middle + (line.ascent - line.descent) / 2.0;
        Item::Text(line.at(Point::new(x, baseline)))
    };
    let mut items = vec![line(sticky.color.sign(), rect.x + PADDING)];
    let right = rect.right() - PADDING - FOLD;
    let votes = votes_seen(context, sticky);
    if votes > MOST_DOTS {
        let dot = Point::new(right - 26.0, middle);
        items.push(pen::filled(icons::circle(dot, DOT / 2.0), Paint::Flat(colors.sign)));
        items.push(line(&votes.to_string(), right - 20.0));
    } else {
        items.extend((0..votes).map(|nth| {
            let center = Point::new(right - f32::from(nth) * (DOT + 2.0), middle);
            pen::filled(icons::circle(center, DOT / 2.0), Paint::Flat(colors.sign))
        }));
    }
    items
}

/// A sheet of paper with its lower right corner turned up.
fn paper(colors: Paper, rect: Rect) -> Vec<Item> {
    let at = Point::new;
    let (right, bottom) = (rect.right(), rect.bottom());
    let outline = icons::outline(&[
        at(rect.x, rect.y),
        at(right, rect.y),
        at(right, bottom - FOLD),
        at(right - FOLD, bottom),
        at(rect.x, bottom),
    ]);
    let corner = icons::outline(&[at(right, bottom - FOLD), at(right - FOLD, bottom - FOLD), at(right - FOLD, bottom)]);
    let stroke = crate::scene::Stroke::solid(colors.sign.over(colors.ground, 0.4), 1.0);
    vec![
        Item::Path(PathItem { segments: outline, fill: Some(Paint::Flat(colors.ground)), stroke: Some(stroke) }),
        pen::filled(corner, Paint::Flat(colors.sign.over(colors.ground, 0.3))),
    ]
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

/// The stage over which a note lies, or lay; the first or the last for one beside them all.
pub fn stage_of_note(map: &Map, note: &Sticky) -> Option<StageId> {
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
