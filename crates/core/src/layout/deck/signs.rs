//! The signs of the board at the size of a slide: pennants, dots, faces, boxes.

use super::block::Block;
use super::desk::Desk;
use super::measures::CAPTION;
use crate::layout::{pen, pennant, words};
use crate::model::{Flag, FlagId, Score};
use crate::scene::{Color, Group, Item, Kind, Point, Rect, Role, Tag, Transform};
use crate::theme::{Theme, icons, size};
use touchline_words::say;

/// A pennant's letters are captions.
const PENNANT: f32 = CAPTION / size::DETAIL + 0.001;
pub(super) const PENNANT_HEIGHT: f32 = 16.0 * PENNANT;
const GAP: f32 = 8.0;
/// A feeling so near the middle is neither good nor bad, in tenths.
const NEUTRAL: i32 = 3;

/// A flag's pennant with the word of its rule, `max_width` at most, and its width.
pub(super) fn pennant(desk: &Desk, id: FlagId, flag: &Flag, word: &str, max_width: f32) -> (Item, f32) {
    let room = max_width / PENNANT;
    let (items, width) = pennant::sign(desk.theme, desk.shaper, flag.status, word, Point::default(), room);
    let bounds = Rect::new(0.0, 0.0, width * PENNANT, PENNANT_HEIGHT);
    let scaled = Item::Group(Group::placed(Transform::scale(PENNANT), None, items.into()));
    let said = words::flag(flag.status, flag.code());
    (pen::tagged(Tag::new(Kind::Flag, id.0), Role::Paragraph, said, bounds, vec![scaled]), width * PENNANT)
}

/// Pennants in rows.
pub(super) fn pennants(desk: &Desk, flags: &[(FlagId, &Flag)], width: f32) -> Block {
    let (mut items, mut x, mut y) = (Vec::new(), 0.0, 0.0);
    for (id, flag) in flags {
        let (sign, taken) = pennant(desk, *id, flag, flag.code(), width);
        if x > 0.0 && x + taken > width {
            (x, y) = (0.0, y + PENNANT_HEIGHT + GAP);
        }
        items.push(super::block::placed(vec![sign], x, y));
        x += taken + GAP;
    }
    let height = if items.is_empty() { 0.0 } else { y + PENNANT_HEIGHT };
    Block { items, height, ..Block::default() }
}

/// The line and the letters of a feeling.
pub(super) fn feeling(theme: &Theme, score: Score) -> (Color, Color) {
    match score.tenths() {
        tenths if tenths > NEUTRAL => (theme.good, theme.good_ink),
        tenths if tenths < -NEUTRAL => (theme.bad, theme.bad_ink),
        _ => (theme.neutral, theme.neutral_ink),
    }
}

pub(super) fn face(theme: &Theme, center: Point, radius: f32, score: Score) -> Vec<Item> {
    let face = icons::face(center, radius, score.value() / 3.0, feeling(theme, score).0, theme.surface);
    face.into_iter().map(Item::Path).collect()
}

/// A block in a box with air around it; `ground` and `edge` are its colours.
pub(super) fn boxed(inside: Block, width: f32, air: f32, ground: Color, edge: Color) -> Block {
    let height = inside.height + 2.0 * air;
    let rect = Rect::new(0.0, 0.0, width, height);
    let mut items = vec![pen::rounded(rect.shrink(0.5), 8.0, ground, Some((edge, 1.0)))];
    items.push(super::block::placed(inside.items, air, air));
    Block { items, height, ..Block::default() }
}

/// `Product · Legal  ·  due 5 Dec 2026  ·  2 weeks`: a line breaks after a dot.
pub(super) fn by_whom(parts: impl IntoIterator<Item = Option<String>>) -> String {
    let said = parts.into_iter().flatten().filter(|part| !part.trim().is_empty());
    said.collect::<Vec<_>>().join("\u{a0}\u{a0}·  ")
}

/// `due 5 Dec 2026`, in one line.
pub(super) fn due(day: crate::model::Date) -> String {
    say!(deck_due, day = day.long()).replace(' ', "\u{a0}")
}

/// Who does something, until when, with how much work.
pub(super) fn of_action(action: &crate::model::Action) -> String {
    let due = action.due.map(due);
    by_whom([Some(action.owner.trim().to_owned()), due, Some(action.effort.trim().to_owned())])
}
