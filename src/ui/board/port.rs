//! The ring at the edge of a card that is selected alone: pulled to another card it connects the two.

use super::BoardPanel;
use super::parts::Frame;
use crate::model::TouchpointId;
use crate::ui::style;
use egui::{CursorIcon, Id, Pos2, Rect, Sense, Stroke, Ui, Vec2, WidgetInfo};
use touchline_words::say;

/// In points.
const RADIUS: f32 = 5.0;
/// How near it is taken.
const REACH: f32 = 9.0;
/// Cards of which a map unit is smaller than this are too small for it.
const LEAST_ZOOM: f32 = 0.45;

/// Where it stands at a card on the screen: at the side to which the map is read.
fn place(card: Rect, turned: bool) -> Pos2 {
    if turned { card.left_center() } else { card.right_center() }
}

impl BoardPanel {
    pub(super) fn port_ui(&mut self, ui: &Ui, frame: &Frame) {
        let selected = frame.session.selection().only().and_then(|record| TouchpointId::try_from(record).ok());
        let Some(card) = selected.filter(|_| !self.is_busy() && self.editor.is_none()) else { return };
        let rect = frame.shown.rects_of(card.into()).next().map(|rect| frame.view.rect_to_screen(rect));
        let Some(rect) = rect.filter(|_| frame.view.zoom >= LEAST_ZOOM) else { return };
        let middle = place(rect, frame.view.turned_in.is_some());
        if !frame.frozen.inner().intersect(frame.area).contains(middle) {
            return;
        }
        let theme = style::theme(ui.ctx());
        let reach = Rect::from_center_size(middle, Vec2::splat(2.0 * REACH));
        let response = ui.interact(reach, Id::unique("board port").with(card), Sense::drag());
        response.widget_info(|| WidgetInfo::labeled(egui::Role::Button, true, say!(ui_board_port)));
        let radius = if response.hovered() { RADIUS + 1.5 } else { RADIUS };
        ui.painter().circle(middle, radius, style::color(theme.surface), Stroke::new(1.8, style::color(theme.accent)));
        if response.drag_started() {
            let pos = frame.view.to_scene(middle);
            self.take_way(card, pos);
        }
        response.on_hover_cursor(CursorIcon::Crosshair).on_hover_text(say!(ui_board_port));
    }
}
