//! The ends of a card: pulled by the pointer, the card goes on over the stages up to there.

use crate::model::TouchpointId;
use crate::scene::{Kind, Part};
use crate::session::CardEnd;
use crate::ui::screen::View;
use egui::{Color32, Painter, Pos2, Rect, pos2};

/// How near an end is taken, in points.
const REACH: f32 = 6.0;
/// A card that is narrower or lower on the screen is only moved.
const NARROWEST: f32 = 48.0;
const LOWEST: f32 = 18.0;
/// Of the bar that marks an end, in points.
const BAR: f32 = 3.0;

/// The end of a card at a place on the screen.
pub fn end_at(view: &View, part: &Part, pos: Pos2) -> Option<(TouchpointId, CardEnd)> {
    if part.tag().kind != Kind::Touchpoint {
        return None;
    }
    let rect = view.rect_to_screen(part.rect);
    if rect.width() < NARROWEST || rect.height() < LOWEST {
        return None;
    }
    let id = TouchpointId(part.tag().id);
    let (left, right) = ends(view);
    let is_left = pos.x <= rect.left() + REACH;
    (is_left || pos.x >= rect.right() - REACH).then_some((id, if is_left { left } else { right }))
}

/// Which end stands at the left and which at the right of the screen.
fn ends(view: &View) -> (CardEnd, CardEnd) {
    if view.turned_in.is_some() { (CardEnd::Last, CardEnd::First) } else { (CardEnd::First, CardEnd::Last) }
}

/// A bar at each end of a card.
pub fn paint_ends(painter: &Painter, card: Rect, color: Color32) {
    if card.width() < NARROWEST || card.height() < LOWEST {
        return;
    }
    let high = (card.height() * 0.4).clamp(8.0, 28.0);
    for x in [card.left(), card.right()] {
        let bar = Rect::from_center_size(pos2(x, card.center().y), egui::vec2(BAR, high));
        painter.rect_filled(bar, BAR / 2.0, color);
    }
}
