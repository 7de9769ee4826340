//! Places at exact positions: rows whose parts stand in the same columns from top to bottom.

use egui::{Align, Color32, FontId, Label, Layout, Rect, Response, RichText, Sense, Ui, UiBuilder, vec2};

use crate::ui::style;
use crate::ui::widgets::caption_ui;

/// A row of a height, as wide as there is room. What stands in it does not move what follows.
pub(super) fn row_ui(ui: &mut Ui, height: f32) -> Rect {
    ui.allocate_exact_size(vec2(ui.available_width(), height), Sense::hover()).0
}

/// A caption over a column, and a remark at the column's other end.
pub(super) fn caption_row_ui(ui: &mut Ui, caption: &str, remark: &str) {
    let muted = style::color(style::theme(ui.ctx()).muted);
    let row = row_ui(ui, 18.0);
    in_place_ui(ui, row, Layout::left_to_right(Align::Center), |ui| caption_ui(ui, caption));
    if !remark.is_empty() {
        text_ui(ui, part(row, row.width() / 2.0, row.width()), Align::Max, remark, style::small(), muted);
    }
}

/// The part of a row between two distances from its left edge.
pub(super) fn part(row: Rect, from: f32, to: f32) -> Rect {
    Rect::from_x_y_ranges(row.left() + from..=row.left() + to.max(from), row.y_range())
}

/// A line of text in a place, shortened where it is too long.
pub(super) fn text_ui(ui: &mut Ui, place: Rect, align: Align, text: &str, font: FontId, ink: Color32) -> Response {
    let layout = match align {
        Align::Max => Layout::right_to_left(Align::Center),
        Align::Min | Align::Center => Layout::left_to_right(Align::Center),
    };
    in_place_ui(ui, place, layout, |ui| ui.add(Label::new(RichText::new(text).font(font).color(ink)).truncate()))
}

/// A control in a place.
pub(super) fn control_ui<R>(ui: &mut Ui, place: Rect, add: impl FnOnce(&mut Ui) -> R) -> R {
    in_place_ui(ui, place, Layout::left_to_right(Align::Center), add)
}

fn in_place_ui<R>(ui: &mut Ui, place: Rect, layout: Layout, add: impl FnOnce(&mut Ui) -> R) -> R {
    let mut inner = ui.new_child(UiBuilder::new().max_rect(place).layout(layout));
    add(&mut inner)
}

/// A column of a fixed width in a row of columns.
pub(super) fn column_ui(ui: &mut Ui, width: f32, add: impl FnOnce(&mut Ui)) {
    let room = vec2(width, ui.available_height());
    ui.allocate_ui_with_layout(room, Layout::top_down(Align::Min), |ui| {
        ui.set_width(width);
        ui.spacing_mut().item_spacing = vec2(8.0, 6.0);
        add(ui);
    });
}
