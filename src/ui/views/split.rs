//! Two views side by side: how the room is divided between them, and the handle in between, which the hand pulls and arrows move.

use crate::session::Intent;
use crate::theme::size;
use crate::ui::style;
use egui::{CursorIcon, Id, Key, Rect, Response, Role, Sense, Stroke, Ui, pos2, vec2};
use touchline_words::say;

/// A view of less width shows too little of the map, in points.
const LEAST: f32 = 340.0;
const HANDLE: f32 = 10.0;
/// What an arrow moves the handle by, in thousandths of the width.
const STEP: u16 = 20;
/// Of the line that says that there is no room.
pub const LINE: f32 = 24.0;

/// Where two views and the handle between them stand.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Halves {
    pub first: Rect,
    pub second: Rect,
    handle: Rect,
}

/// Divides a room, so many thousandths for the first view, which stands where reading begins; none where it is too narrow for two.
pub fn halves(room: Rect, share: u16, is_turned: bool) -> Option<Halves> {
    let wide = room.width() - HANDLE;
    if wide < 2.0 * LEAST {
        return None;
    }
    let first = (wide * f32::from(share) / 1000.0).clamp(LEAST, wide - LEAST);
    let left = if is_turned { wide - first } else { first };
    let handle = Rect::from_min_size(pos2(room.left() + left, room.top()), vec2(HANDLE, room.height()));
    let (left, right) = (room.with_max_x(handle.left()), room.with_min_x(handle.right()));
    let (first, second) = if is_turned { (right, left) } else { (left, right) };
    Some(Halves { first, second, handle })
}

/// Shows the handle and gives back where it was put.
pub fn handle_ui(ui: &Ui, room: Rect, halves: &Halves, share: u16, is_turned: bool) -> Option<Intent> {
    let id = Id::unique("between two views");
    let response = ui.interact(halves.handle, id, Sense::click_and_drag());
    tell(&response, share);
    let theme = style::theme(ui.ctx());
    let is_lit = response.hovered() || response.dragged() || response.has_focus();
    let ink = if is_lit { theme.accent } else { theme.hairline };
    let length = if is_lit { room.height() - 20.0 } else { 36.0 };
    let middle = halves.handle.center();
    let stroke = Stroke::new(if is_lit { 2.0 } else { 3.0 }, style::color(ink));
    ui.painter().vline(middle.x, middle.y - length / 2.0..=middle.y + length / 2.0, stroke);
    let by_hand = response.dragged().then(|| response.interact_pointer_pos()).flatten().map(|pos| {
        let from_start = if is_turned { room.right() - pos.x } else { pos.x - room.left() };
        ((from_start - HANDLE / 2.0) / (room.width() - HANDLE) * 1000.0).clamp(0.0, 1000.0) as u16
    });
    let by_key = response.has_focus().then(|| arrows(ui, share, is_turned)).flatten();
    let asked = by_hand.or(by_key).or(response.double_clicked().then_some(500));
    response.on_hover_cursor(CursorIcon::ResizeHorizontal);
    asked.filter(|asked| *asked != share).map(Intent::ShareViews)
}

fn tell(response: &Response, share: u16) {
    response.ctx.accesskit_node_builder(response.id, |node| {
        node.set_role(Role::Splitter);
        node.set_label(say!(ui_second_handle));
        node.set_numeric_value(f64::from(share) / 10.0);
    });
}

fn arrows(ui: &Ui, share: u16, is_turned: bool) -> Option<u16> {
    ui.memory_mut(|memory| {
        let filter = egui::EventFilter { horizontal_arrows: true, ..Default::default() };
        memory.set_focus_lock_filter(Id::unique("between two views"), filter);
    });
    let (left, right) = ui.input(|input| (input.key_pressed(Key::ArrowLeft), input.key_pressed(Key::ArrowRight)));
    match (left, right) {
        (true, false) if !is_turned => Some(share.saturating_sub(STEP)),
        (false, true) if is_turned => Some(share.saturating_sub(STEP)),
        (true, false) | (false, true) => Some(share + STEP),
        (true, true) | (false, false) => None,
    }
}

/// Says that the room is too narrow for the second view.
pub fn narrow_ui(ui: &Ui, line: Rect, second: &str) {
    let theme = style::theme(ui.ctx());
    let font = style::font(crate::scene::FaceStyle::Regular, size::UI_SMALL);
    let told = say!(ui_second_narrow, view = second);
    let id = Id::unique("too narrow for two views");
    let response = ui.interact(line, id, Sense::hover());
    response.widget_info(|| egui::WidgetInfo::labeled(Role::Label, true, &told));
    let at = line.left_center() + vec2(22.0, 0.0);
    ui.painter().text(at, egui::Align2::LEFT_CENTER, &told, font, style::color(theme.warn_ink));
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_of_two_views_has_room_enough_and_the_first_stands_where_reading_begins() {
        let room = Rect::from_min_size(pos2(216.0, 100.0), vec2(776.0, 500.0));
        for share in [0, 200, 500, 900, 1000] {
            let halves = halves(room, share, false).unwrap();
            assert!(halves.first.width() >= LEAST && halves.second.width() >= LEAST, "{halves:?}");
            assert_eq!((halves.first.left(), halves.second.right()), (room.left(), room.right()));
            let turned = super::halves(room, share, true).unwrap();
            assert_eq!((turned.first.right(), turned.second.left()), (room.right(), room.left()));
            assert!((turned.first.width() - halves.first.width()).abs() < 0.1);
        }
        assert_eq!(halves(room.with_max_x(room.left() + 2.0 * LEAST), 500, false), None);
    }
}
