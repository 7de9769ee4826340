//! Moving the view by hand: wheel, pinch, space-drag, middle drag, scroll bars, and the edges while something is dragged.

use super::camera::Camera;
use crate::scene::{Rect as SceneRect, Size};
use crate::ui::style;
use egui::{CursorIcon, Id, Key, PointerButton, Rect, Sense, Ui, Vec2, pos2, vec2};

/// Width of a scroll bar, and how far from the view's edge it lies, in points.
const BAR_WIDTH: f32 = 6.0;
const BAR_MARGIN: f32 = 3.0;
/// Within this many points of the view's edge a drag pulls the board along.
const EDGE: f32 = 36.0;
/// Points a second that it is pulled at the very edge.
const EDGE_SPEED: f32 = 900.0;

/// Wheel, pinch and middle drag. True when the pointer was used for it.
pub fn scroll_and_zoom(ui: &Ui, camera: &mut Camera, area: Rect) -> bool {
    let now_secs = ui.input(|input| input.time);
    let (zoom, scroll, middle) = ui.input(|input| {
        let middle = input.pointer.button_down(PointerButton::Middle).then(|| input.pointer.delta());
        (input.zoom_delta(), input.smooth_scroll_delta(), middle)
    });
    if let Some(by) = middle {
        let pressed = ui.input(|input| input.pointer.press_origin());
        if pressed.is_some_and(|pos| area.contains(pos)) {
            camera.pan(by);
            ui.set_cursor_icon(CursorIcon::Grabbing);
            return true;
        }
    }
    let Some(pos) = ui.input(|input| input.pointer.hover_pos()).filter(|_| ui.rect_contains_pointer(area)) else {
        return false;
    };
    if zoom != 1.0 {
        camera.zoom_about(pos, area, zoom, now_secs);
    }
    if scroll != Vec2::ZERO {
        camera.pan(scroll);
    }
    false
}

/// While the space bar is down the whole view is a handle. True while it is.
pub fn space_drag_ui(ui: &mut Ui, camera: &mut Camera, area: Rect) -> bool {
    let held = ui.input(|input| input.key_down(Key::Space)) && !ui.text_edit_focused();
    let id = Id::unique("board pan");
    let panning = ui.is_being_dragged(id);
    if !held && !panning {
        return false;
    }
    let response = ui.interact(area, id, Sense::drag());
    if response.dragged() {
        camera.pan(response.drag_delta());
    }
    ui.set_cursor_icon(if panning { CursorIcon::Grabbing } else { CursorIcon::Grab });
    true
}

/// Pulls the board along when something is dragged to the view's edge, as far as there is more of it behind that edge.
pub fn pull_at_edges(ui: &Ui, camera: &mut Camera, area: Rect, size: Size) {
    let Some(pos) = ui.input(|input| input.pointer.latest_pos()).filter(|pos| area.contains(*pos)) else {
        return;
    };
    let view = camera.view(area);
    let board = view.rect_to_screen(SceneRect::from_size(size)).expand(16.0);
    let secs = ui.input(|input| input.stable_dt).min(0.05);
    // How near the low and the high edge are, and how much lies hidden behind each.
    let pull = |near: [f32; 2], hidden: [f32; 2]| {
        let [low, high] = near.map(|near| (EDGE - near).max(0.0) / EDGE * EDGE_SPEED * secs);
        low.min(hidden[0].max(0.0)) - high.min(hidden[1].max(0.0))
    };
    let by = vec2(
        pull([pos.x - area.left(), area.right() - pos.x], [area.left() - board.left(), board.right() - area.right()]),
        pull([pos.y - area.top(), area.bottom() - pos.y], [area.top() - board.top(), board.bottom() - area.bottom()]),
    );
    if by != Vec2::ZERO {
        camera.pan(by);
        ui.request_repaint();
    }
}

/// Thin bars at the right and lower edge, where the board is larger than the view.
pub fn scroll_bars_ui(ui: &mut Ui, camera: &mut Camera, area: Rect, size: Size) {
    let view = camera.view(area);
    let board = view.rect_to_screen(SceneRect::from_size(size));
    let margin = Vec2::splat(16.0);
    let reach = board.expand2(margin).union(area);
    for down in [false, true] {
        let along = |v: Vec2| if down { v.y } else { v.x };
        let (whole, seen) = (along(reach.size()), along(area.size()));
        if whole - seen < 1.0 {
            continue;
        }
        let room = seen - 2.0 * BAR_MARGIN - BAR_WIDTH;
        let length = (seen / whole * room).max(28.0).min(room);
        let start = along(area.min - reach.min) / (whole - seen) * (room - length) + BAR_MARGIN;
        let across = BAR_WIDTH + BAR_MARGIN;
        let bar = if down {
            Rect::from_min_size(pos2(area.right() - across, area.top() + start), vec2(BAR_WIDTH, length))
        } else {
            Rect::from_min_size(pos2(area.left() + start, area.bottom() - across), vec2(length, BAR_WIDTH))
        };
        let id = Id::unique("board scroll bar").with(down);
        let response = ui.interact(bar.expand(BAR_MARGIN), id, Sense::drag());
        if response.dragged() && room > length {
            let by = -response.drag_delta() * (whole - seen) / (room - length);
            camera.pan(if down { vec2(0.0, by.y) } else { vec2(by.x, 0.0) });
        }
        let theme = style::theme(ui.ctx());
        let strength = if response.hovered() || response.dragged() { 0.9 } else { 0.45 };
        let color = style::color(theme.neutral).gamma_multiply(strength);
        ui.painter().rect_filled(bar, BAR_WIDTH / 2.0, color);
    }
}
