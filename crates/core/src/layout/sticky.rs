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
use crate::model::{Sticky, StickyId};
use crate::scene::{FaceStyle, Group, Item, Kind, Paint, PathItem, Point, Rect, Role, Size, Tag, Transform};
use crate::text::{Paragraph, TextStyle};
use crate::theme::{icons, size};

const WIDTH: f32 = 150.0;
const MIN_HEIGHT: f32 = 64.0;
const PADDING: f32 = 10.0;
const FOLD: f32 = 12.0;
const MOST_LINES: usize = 14;

pub(super) fn lay(context: &Context, board: Size, shelf: &mut Shelf<StickyId, (String, f32)>) -> Vec<Item> {
    let columns: Vec<ColumnSpan> =
        context.columns.iter().map(|c| ColumnSpan { stage: c.stage, x: c.x, width: c.width }).collect();
    let style = TextStyle::new(size::CARD_TITLE, FaceStyle::Medium, context.theme.sticky_ink);
    let first = context.band.stages.start as f32 * USUAL;
    let note = |(id, sticky): (&StickyId, &Sticky)| {
        let wanted = to_scene(&columns, Point::new(sticky.x - first, sticky.y));
        let place = |height: f32| {
            Point::new(wanted.x.min(board.width - WIDTH).max(0.0), wanted.y.min(board.height - height).max(0.0))
        };
        if !context.is_editor() {
            let words = context.ink().paragraph(&sticky.text, style, WIDTH - 2.0 * PADDING, MOST_LINES);
            return sheet_of_paper(context, *id, sticky, &words, board, place);
        }
        let draw = |_: &(String, f32)| {
            let words = context.ink().paragraph(&sticky.text, style, WIDTH - 2.0 * PADDING, MOST_LINES);
            let item = sheet_of_paper(context, *id, sticky, &words, board, |_| Point::default());
            let height = height_of(&words, board);
            let bounds = Rect::new(0.0, 0.0, WIDTH, height);
            Drawn { items: [item].into(), bounds, height, uses: Uses::default() }
        };
        let look = || (sticky.text.clone(), board.height);
        let is_as = |(text, height): &(String, f32)| *text == sticky.text && *height == board.height;
        let (drawn, _) = shelf.drawn(context.shaper, *id, (WIDTH, 0), is_as, look, draw);
        let at = place(drawn.height);
        Item::Group(Group::placed(Transform::translate(at.x, at.y), Some(drawn.bounds), drawn.items.clone()))
    };
    context.map.stickies.iter().filter(|(_, sticky)| is_in_band(context, sticky)).map(note).collect()
}

/// Whether a note lies over the stages of a band: over its own, and with the first and last what is left and right of all.
fn is_in_band(context: &Context, sticky: &Sticky) -> bool {
    let (goes_before, follows) = context.band.is_cut();
    let edge = |stage: usize| LABEL_WIDTH + stage as f32 * USUAL;
    (!goes_before || sticky.x >= edge(context.band.stages.start))
        && (!follows || sticky.x < edge(context.band.stages.end))
}

/// No higher than the board.
fn height_of(words: &Paragraph, board: Size) -> f32 {
    (words.size.height + 2.0 * PADDING + 4.0).max(MIN_HEIGHT).min(board.height)
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
    let mut items = paper(context, rect);
    let text_rect = Rect::new(x + PADDING, y + PADDING, WIDTH - 2.0 * PADDING, height - 2.0 * PADDING);
    items.push(pen::title(Kind::Sticky, id.0, &sticky.text, text_rect, pen::set(words, x + PADDING, y + PADDING)));
    pen::tagged(Tag::new(Kind::Sticky, id.0), Role::Section, say!(kind_sticky_said, text = sticky.text), rect, items)
}

/// A sheet of paper with its lower right corner turned up.
fn paper(context: &Context, rect: Rect) -> Vec<Item> {
    let theme = context.theme;
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
    let stroke = crate::scene::Stroke::solid(theme.sticky.over(theme.sticky_ground, 0.55), 1.0);
    vec![
        Item::Path(PathItem { segments: outline, fill: Some(Paint::Flat(theme.sticky_ground)), stroke: Some(stroke) }),
        pen::filled(corner, Paint::Flat(theme.sticky.over(theme.sticky_ground, 0.45))),
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
