//! The handle that folds a panel away and brings it back.

use super::paint_focus;
use crate::ui::style;
use egui::{
    Area, CornerRadius, Id, Order, Painter, Rect, Response, Role, Sense, Shape, Stroke, StrokeKind, Ui, Vec2,
    WidgetInfo, pos2, vec2,
};
use touchline_words::say;

/// Where the panel stands in the window.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Side {
    Left,
    Right,
    Bottom,
}

/// A small chevron that points to where the panel would go; `name` is the panel's, for screen readers and the tooltip.
pub fn fold_handle_ui(ui: &mut Ui, side: Side, open: bool, name: &str) -> Response {
    let theme = style::theme(ui.ctx());
    let (rect, response) = ui.allocate_exact_size(Vec2::splat(20.0), Sense::click());
    let label = if open { say!(ui_fold, name) } else { say!(ui_unfold, name) };
    response.widget_info(|| WidgetInfo::labeled(Role::Button, ui.is_enabled(), &label));
    if response.hovered() {
        ui.painter().rect_filled(rect, 5.0, style::color(theme.hover.over(theme.ink, 0.94)));
    }
    paint_chevron(ui.painter(), rect, towards(side, open));
    paint_focus(ui.painter(), &response, rect, 5.0);
    response.on_hover_text(label)
}

/// A narrow handle at the edge of `beside`, halfway down, where the panel at that side begins.
pub fn edge_handle_ui(ui: &mut Ui, beside: Rect, side: Side, open: bool, name: &str) -> Response {
    let theme = style::theme(ui.ctx());
    let size = vec2(14.0, 32.0);
    let (x, corners) = match side {
        Side::Right => (beside.right() - size.x, CornerRadius { nw: 6, sw: 6, ne: 0, se: 0 }),
        Side::Left | Side::Bottom => (beside.left(), CornerRadius { nw: 0, sw: 0, ne: 6, se: 6 }),
    };
    let place = pos2(x, beside.center().y - size.y / 2.0);
    let area = Area::new(Id::unique(("edge handle", name))).order(Order::Middle).fixed_pos(place).constrain(false);
    let label = if open { say!(ui_fold, name) } else { say!(ui_unfold, name) };
    let response = area.show(ui.ctx(), |ui| {
        let (rect, response) = ui.allocate_exact_size(size, Sense::click());
        response.widget_info(|| WidgetInfo::labeled(Role::Button, true, &label));
        let lit = response.hovered() || response.has_focus() || !open;
        if lit {
            let edge = Stroke::new(1.0, style::color(theme.hairline));
            ui.painter().rect_filled(rect, corners, style::color(theme.surface));
            ui.painter().rect_stroke(rect, corners, edge, StrokeKind::Inside);
        }
        let faint = if lit { 1.0 } else { 0.55 };
        let mut painter = ui.painter().clone();
        painter.multiply_opacity(faint);
        paint_chevron(&painter, rect, towards(side, open));
        paint_focus(ui.painter(), &response, rect, 6.0);
        response
    });
    response.inner.on_hover_text(label)
}

fn towards(side: Side, open: bool) -> Vec2 {
    match (side, open) {
        (Side::Left, true) | (Side::Right, false) => Vec2::LEFT,
        (Side::Left, false) | (Side::Right, true) => Vec2::RIGHT,
        (Side::Bottom, true) => Vec2::DOWN,
        (Side::Bottom, false) => Vec2::UP,
    }
}

fn paint_chevron(painter: &Painter, rect: Rect, towards: Vec2) {
    let theme = style::theme(painter.ctx());
    let across = vec2(towards.y, towards.x) * 4.0;
    let tip = rect.center() + towards * 2.0;
    let back = tip - towards * 4.0;
    painter.add(Shape::line(vec![back - across, tip, back + across], Stroke::new(1.4, style::color(theme.muted))));
}
