//! The paper of notes: a sheet with its sign and votes, a small one, and one of a single line.

use touchline_words::say;

use super::context::Context;
use super::pen;
use crate::model::{NoteColor, NotePlace, Sticky, StickyId};
use crate::scene::{FaceStyle, Item, Kind, Paint, PathItem, Point, Rect, Role, Tag};
use crate::text::TextStyle;
use crate::theme::{Paper, icons, size};

/// Of the corner that is turned up.
const FOLD: f32 = 12.0;
/// Of the line with the sign and the votes.
pub(super) const FOOT: f32 = 16.0;
/// From a note's left edge to its words.
pub(super) const PADDING: f32 = 10.0;
/// More votes than this are a number.
const MOST_DOTS: u16 = 5;
const DOT: f32 = 5.0;
/// Left and right of the words of a small note, and above them; how many lines it has.
const AROUND: f32 = 8.0;
const ABOVE: f32 = 6.0;
const LINES: usize = 3;
/// How high a note of one line is.
pub(super) const TAB: f32 = 20.0;
const TAB_RADIUS: f32 = 4.0;

/// How the words of a note are set.
pub(super) fn style(context: &Context, sticky: &Sticky) -> TextStyle {
    TextStyle::new(size::CARD_TITLE, FaceStyle::Medium, context.theme.note(sticky.color as usize).ink)
}

/// A small note, of three lines, in a place.
pub(super) fn tile(context: &Context, id: StickyId, sticky: &Sticky, rect: Rect) -> Item {
    let colors = context.theme.note(sticky.color as usize);
    let width = rect.width - 2.0 * AROUND;
    let words = context.ink().paragraph(&sticky.text, style(context, sticky), width, LINES);
    let mut items = paper(colors, rect);
    items.extend(foot(context, sticky, colors, rect));
    let at = Point::new(rect.x + AROUND, rect.y + ABOVE);
    let text_rect = Rect::new(at.x, at.y, width, rect.height - ABOVE - FOOT);
    items.push(pen::title(Kind::Sticky, id.0, &sticky.text, text_rect, pen::set(&words, at.x, at.y)));
    pen::tagged(Tag::new(Kind::Sticky, id.0), Role::Section, said(context, sticky), rect, items)
}

/// A note of one line, in a place.
pub(super) fn tab(context: &Context, id: StickyId, sticky: &Sticky, rect: Rect) -> Item {
    let colors = context.theme.note(sticky.color as usize);
    let edge = colors.sign.over(colors.ground, 0.4);
    let mut items = vec![pen::rounded(rect, TAB_RADIUS, colors.ground, Some((edge, 1.0)))];
    let middle = rect.center().y;
    let strong = TextStyle::new(size::DETAIL, FaceStyle::Bold, colors.sign);
    let line = |text: &str, style: TextStyle, x: f32, width: f32| {
        let line = context.shaper.line_within(text, style, width);
        (line.width, Item::Text(line.clone().at(Point::new(x, middle + (line.ascent - line.descent) / 2.0))))
    };
    let mut left = rect.x + 6.0;
    let (wide, sign) = line(sticky.color.sign(), strong, left, rect.width - 8.0);
    items.push(sign);
    left += wide + 5.0;
    let mut right = rect.right() - 6.0;
    let votes = votes_seen(context, sticky);
    if votes > 0 {
        let number = context.shaper.line_within(&votes.to_string(), strong, 40.0);
        right -= number.width;
        items.push(line(&votes.to_string(), strong, right, 40.0).1);
        right -= DOT / 2.0 + 3.0;
        items.push(pen::filled(icons::circle(Point::new(right, middle), DOT / 2.0), Paint::Flat(colors.sign)));
        right -= DOT / 2.0 + 4.0;
    }
    let width = right - left;
    if width > 12.0 {
        let style = TextStyle::new(size::DETAIL, FaceStyle::Medium, colors.ink);
        let text = context.ink().paragraph(&sticky.text, style, width, 1);
        let at = Point::new(left, middle - text.size.height / 2.0);
        let place = Rect::new(left, rect.y, width, rect.height);
        items.push(pen::title(Kind::Sticky, id.0, &sticky.text, place, pen::set(&text, at.x, at.y)));
    }
    pen::tagged(Tag::new(Kind::Sticky, id.0), Role::Section, said(context, sticky), rect, items)
}

/// A note in words: what it is about, what is on it, and its votes.
pub(super) fn said(context: &Context, sticky: &Sticky) -> String {
    let words = say!(kind_sticky_said, text = sticky.text);
    let votes = Some(votes_seen(context, sticky))
        .filter(|votes| *votes > 0)
        .map(|votes| say!(layout_votes, count = usize::from(votes)));
    let about = (sticky.color != NoteColor::default()).then(|| sticky.color.name().to_owned());
    let tied = match context.map.note_place(sticky) {
        // A page may show less of what it is tied to than that is called.
        NotePlace::Tied(tie) if context.is_editor() => Some(say!(layout_tied, place = context.map.tie_name(tie))),
        NotePlace::Tied(_) | NotePlace::Parked | NotePlace::Free => None,
    };
    std::iter::once(words).chain(about).chain(votes).chain(tied).collect::<Vec<String>>().join(", ")
}

/// None while a room is still voting.
pub(super) fn votes_seen(context: &Context, sticky: &Sticky) -> u16 {
    if context.hides_votes { 0 } else { sticky.votes }
}

/// The sign on the left, the votes on the right: dots, or a number where they are many.
pub(super) fn foot(context: &Context, sticky: &Sticky, colors: Paper, rect: Rect) -> Vec<Item> {
    let style = TextStyle::new(size::DETAIL, FaceStyle::Bold, colors.sign);
    let middle = rect.bottom() - FOOT / 2.0 - 2.0;
    let line = |text: &str, x: f32| {
        let line = context.shaper.line_within(text, style, rect.width);
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
pub(super) fn paper(colors: Paper, rect: Rect) -> Vec<Item> {
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
