//! Pennants: a compliance flag as colour, sign and code, alone or in rows that break like words.

use super::context::{Context, Uses};
use super::pen;
use super::words;
use crate::model::{Flag, FlagId, FlagStatus};
use crate::scene::{Color, FaceStyle, Item, Kind, Paint, Paragraph, PathItem, Point, Rect, Role, Size, Stroke, Tag};
use crate::text::{Shaper, TextStyle};
use crate::theme::{Theme, icons, size};

const HEIGHT: f32 = 16.0;
const GAP: f32 = 5.0;
const LINE_GAP: f32 = 4.0;
const SIGN_AT: f32 = 5.0;
const CODE_AT: f32 = 15.0;
/// Behind the code, the notch included.
const TAIL: f32 = 10.0;

/// Edge, text and ground of a status.
pub(super) fn colors(theme: &Theme, status: FlagStatus) -> (Color, Color, Color) {
    match status {
        FlagStatus::Open => (theme.bad, theme.bad_ink, theme.bad_ground),
        FlagStatus::InReview => (theme.warn, theme.warn_ink, theme.warn_ground),
        FlagStatus::Cleared => (theme.good, theme.good_ink, theme.good_ground),
        FlagStatus::NotApplicable => (theme.neutral, theme.neutral_ink, theme.neutral_ground),
    }
}

/// A pennant of a status and a word with its upper left corner at a place, and its width, `max_width` at most.
pub(super) fn sign(
    theme: &Theme,
    shaper: &Shaper,
    status: FlagStatus,
    word: &str,
    at: Point,
    max_width: f32,
) -> (Vec<Item>, f32) {
    let (edge, ink, ground) = colors(theme, status);
    let style = TextStyle::new(size::DETAIL, FaceStyle::Bold, ink);
    let baseline = at.y + 11.8;
    let room = (max_width - CODE_AT - TAIL).max(0.0);
    let code = shaper.line_within(word, style, room).at(Point::new(at.x + CODE_AT, baseline));
    let width = CODE_AT + code.width + TAIL;
    // What is cut knows the whole, so that the rest of it is not in a page's file either.
    let is_cut = code.text != word;
    let code = match is_cut {
        true => {
            let (pos, size) = (Point::new(at.x + CODE_AT, at.y), Size::new(code.width, HEIGHT));
            Item::Paragraph(Paragraph { text: word.into(), style, pos, size, lines: vec![code] })
        }
        false => Item::Text(code),
    };
    let ribbon = PathItem {
        segments: icons::pennant(Rect::new(at.x, at.y, width, HEIGHT)),
        fill: Some(Paint::Flat(ground)),
        stroke: Some(Stroke::solid(edge, 1.0)),
    };
    // The signs differ in width; each stands in the middle of its place.
    let sign = shaper.line(status.sign(), style).centered_at(Point::new(at.x + SIGN_AT + 3.5, baseline));
    (vec![Item::Path(ribbon), Item::Text(sign), code], width)
}

/// What a flag's pennant and its words are made from: its status, and the code of its rule.
pub(super) type FlagLook = (FlagId, FlagStatus, String);

/// Flags in rows inside `width`, the upper left corner at a place. Gives the items and the height, 0 without flags.
pub(super) fn rows(context: &Context, flags: &[FlagLook], at: Point, width: f32, uses: &mut Uses) -> (Vec<Item>, f32) {
    let mut items = Vec::new();
    let mut pen = at;
    for (id, status, code) in flags {
        let draw = |at| sign(context.theme, context.shaper, *status, code, at, width);
        let (mut drawn, mut taken) = draw(pen);
        if pen.x > at.x && pen.x + taken > at.x + width {
            pen = Point::new(at.x, pen.y + HEIGHT + LINE_GAP);
            (drawn, taken) = draw(pen);
        }
        mark(uses, *status);
        let bounds = Rect::new(pen.x, pen.y, taken, HEIGHT);
        items.push(pen::tagged(Tag::new(Kind::Flag, id.0), Role::Paragraph, words::flag(*status, code), bounds, drawn));
        pen.x += taken + GAP;
    }
    let height = if flags.is_empty() { 0.0 } else { pen.y + HEIGHT - at.y };
    (items, height)
}

/// What the pennants of flags are drawn from.
pub(super) fn looks(flags: &[(FlagId, &Flag)]) -> Vec<FlagLook> {
    let look = |(id, flag): &(FlagId, &Flag)| {
        // Every field is named: a new one is shown or it is not, and that is said here.
        let Flag { on: _, regime: _, custom: _, status, owner: _, due: _, evidence: _, note: _ } = flag;
        (*id, *status, flag.code().to_owned())
    };
    flags.iter().map(look).collect()
}

/// Whether [`looks`] would give the same.
pub(super) fn are_as(flags: &[(FlagId, &Flag)], looks: &[FlagLook]) -> bool {
    let now = flags.iter().map(|(id, flag)| (*id, flag.status, flag.code()));
    now.eq(looks.iter().map(|(id, status, code)| (*id, *status, code.as_str())))
}

fn mark(uses: &mut Uses, status: FlagStatus) {
    for (used, other) in uses.flags.iter_mut().zip(FlagStatus::ALL) {
        *used |= status == other;
    }
}
