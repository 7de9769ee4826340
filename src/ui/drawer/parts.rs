//! What the drawer's tables share: look, headings that sort, and a line for an empty one.

use crate::scene::FaceStyle;
use crate::session::Intent;
use crate::theme::size;
use crate::ui::inspector::remark_ui;
use crate::ui::style;
use crate::ui::widgets::secondary_button_ui;
use egui::{Align, Layout, Response, RichText, Role, ScrollArea, Sense, Ui, WidgetInfo, vec2};
use egui_extras::{Column, TableBuilder, TableRow};
use std::cmp::Ordering;
use touchline_words::say;

/// By which column a table stands, and which way.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Sort {
    pub column: usize,
    pub descending: bool,
}

impl Sort {
    pub fn by(column: usize) -> Self {
        Self { column, descending: false }
    }

    pub fn directed(self, order: Ordering) -> Ordering {
        if self.descending { order.reverse() } else { order }
    }

    /// What a click on a heading makes of it.
    fn clicked(self, column: usize) -> Self {
        Self { column, descending: self.column == column && !self.descending }
    }
}

/// Between two columns, in logical pixels.
pub const GAP: f32 = 10.0;

/// Shows a table as wide as there is room. Columns are given by their headings, which are never cut, and by their least
/// width, which is also their share of the room; a table that does not fit is scrolled sideways.
pub fn table_ui<H: AsRef<str>>(
    ui: &mut Ui,
    id: &str,
    heads: &[H],
    least_widths: &[f32],
    add: impl FnOnce(TableBuilder<'_>),
) {
    let all: Vec<usize> = (0..least_widths.len()).collect();
    growing_table_ui(ui, id, heads, least_widths, &all, add);
}

/// The same, where only the columns `grows` take a share of the room, since the others always hold something short.
pub fn growing_table_ui<H: AsRef<str>>(
    ui: &mut Ui,
    id: &str,
    heads: &[H],
    least_widths: &[f32],
    grows: &[usize],
    add: impl FnOnce(TableBuilder<'_>),
) {
    let least_widths: Vec<f32> = (least_widths.iter().enumerate())
        .map(|(column, width)| heads.get(column).map_or(*width, |head| width.max(head_width(ui, head.as_ref()))))
        .collect();
    let gaps = GAP * least_widths.len() as f32;
    let (grown, still): (Vec<_>, Vec<_>) =
        least_widths.iter().enumerate().partition::<Vec<(usize, &f32)>, _>(|(column, _)| grows.contains(column));
    let sum = |columns: &[(usize, &f32)]| columns.iter().map(|(_, width)| **width).sum::<f32>();
    let stretch = ((ui.available_width() - gaps - 8.0 - sum(&still)) / sum(&grown).max(1.0)).max(1.0);
    ScrollArea::horizontal().id_salt(id).auto_shrink(false).show(ui, |ui| {
        ui.spacing_mut().item_spacing = vec2(GAP, 0.0);
        let mut table = TableBuilder::new(ui)
            .id_salt(id)
            .striped(false)
            .min_scrolled_height(0.0)
            .auto_shrink([false, false])
            .cell_layout(Layout::left_to_right(Align::Center));
        for (column, width) in least_widths.iter().enumerate() {
            let width = if grows.contains(&column) { (width * stretch).floor() } else { *width };
            table = table.column(Column::exact(width).clip(true));
        }
        add(table);
    });
}

/// How much room a heading takes, so that it can be read in every language.
fn head_width(ui: &Ui, head: &str) -> f32 {
    let text = egui::WidgetText::from(head_text(ui, head));
    text.into_galley(ui, Some(egui::TextWrapMode::Extend), f32::INFINITY, egui::TextStyle::Body).size().x.ceil()
}

/// Headings as they stand while a table is sorted.
pub fn sorted_heads(heads: &[&str], sort: Sort) -> Vec<String> {
    let arrow = |column| match (sort.column == column, sort.descending) {
        (false, _) => "",
        (true, false) => " ↑",
        (true, true) => " ↓",
    };
    heads.iter().enumerate().map(|(column, name)| format!("{name}{}", arrow(column))).collect()
}

/// Headings that sort: one click upwards, a second one downwards.
pub fn sort_heads_ui(header: &mut TableRow<'_, '_>, heads: &[&str], sort: &mut Sort) {
    for ((column, name), shown) in heads.iter().enumerate().zip(sorted_heads(heads, *sort)) {
        header.col(|ui| {
            let response = ui.add(egui::Label::new(head_text(ui, &shown)).sense(Sense::click()));
            response.widget_info(|| WidgetInfo::labeled(Role::Button, true, say!(ui_drawer_sort_by, name)));
            if response.on_hover_cursor(egui::CursorIcon::PointingHand).clicked() {
                *sort = sort.clicked(column);
            }
        });
    }
}

/// Headings that only name; those of figures stand at the right, as the figures do.
pub fn heads_ui(header: &mut TableRow<'_, '_>, heads: &[&str], figures_from: usize) {
    let figures: Vec<usize> = (figures_from..heads.len()).collect();
    mixed_heads_ui(header, heads, &figures);
}

/// The same, where the columns of figures do not stand together.
pub fn mixed_heads_ui(header: &mut TableRow<'_, '_>, heads: &[&str], figures: &[usize]) {
    for (column, name) in heads.iter().enumerate() {
        header.col(|ui| {
            let text = head_text(ui, name);
            if !figures.contains(&column) {
                ui.label(text)
            } else {
                figure_ui(ui, text)
            };
        });
    }
}

/// A figure, at the right of its cell.
pub fn figure_ui(ui: &mut Ui, text: impl Into<egui::WidgetText>) -> Response {
    ui.with_layout(Layout::right_to_left(Align::Center), |ui| ui.label(text)).inner
}

fn head_text(ui: &Ui, text: &str) -> RichText {
    let muted = style::theme(ui.ctx()).muted;
    RichText::new(text).font(style::font(FaceStyle::SemiBold, size::UI_SMALL)).color(style::color(muted))
}

/// How to begin, in one line, and a button that does it.
pub fn empty_ui(ui: &mut Ui, hint: &str, button: Option<(&str, Intent)>) -> Option<Intent> {
    ui.add_space(8.0);
    remark_ui(ui, hint);
    let (label, action) = button?;
    ui.add_space(4.0);
    secondary_button_ui(ui, label).clicked().then_some(action)
}

/// Words in a row that take the eye to a record; cut where there is no room, whole under the pointer.
pub fn link_cell_ui(ui: &mut Ui, text: &str, name: &str) -> bool {
    let ink = style::theme(ui.ctx()).accent_ink;
    let words = RichText::new(text).font(style::font(FaceStyle::Medium, size::UI)).color(style::color(ink));
    let response = ui.add(egui::Label::new(words).truncate().show_tooltip_when_elided(false).sense(Sense::click()));
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, name));
    response.on_hover_cursor(egui::CursorIcon::PointingHand).on_hover_text(text).clicked()
}
