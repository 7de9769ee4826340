//! The handle that folds a panel away and brings it back.

use super::paint_focus;
use crate::ui::style;
use egui::{Response, Role, Sense, Shape, Stroke, Ui, Vec2, WidgetInfo, pos2};

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
    let label = if open { format!("Fold {name}") } else { format!("Unfold {name}") };
    response.widget_info(|| WidgetInfo::labeled(Role::Button, ui.is_enabled(), &label));
    if response.hovered() {
        ui.painter().rect_filled(rect, 5.0, style::color(theme.hover.over(theme.ink, 0.94)));
    }
    let towards = match (side, open) {
        (Side::Left, true) | (Side::Right, false) => Vec2::LEFT,
        (Side::Left, false) | (Side::Right, true) => Vec2::RIGHT,
        (Side::Bottom, true) => Vec2::DOWN,
        (Side::Bottom, false) => Vec2::UP,
    };
    let across = Vec2::new(towards.y, towards.x) * 4.0;
    let tip = rect.center() + towards * 2.0;
    let back = tip - towards * 4.0;
    let points = vec![back - across, tip, pos2(back.x + across.x, back.y + across.y)];
    ui.painter().add(Shape::line(points, Stroke::new(1.4, style::color(theme.muted))));
    paint_focus(ui.painter(), &response, rect, 5.0);
    response.on_hover_text(label)
}
