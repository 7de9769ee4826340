//! Whose eyes the board is seen through: a chip for each audience with its size, and where the figures come from.

use super::style;
use super::widgets::chip_ui;
use crate::layout::numbers::count;
use crate::model::{Map, Segment, SegmentId};
use crate::scene::FaceStyle;
use crate::theme::size;
use egui::{Align, Frame, Layout, Margin, RichText, ScrollArea, Ui, scroll_area::ScrollBarVisibility, vec2};

/// Height of the bar with its margins, in logical pixels.
pub const HEIGHT: f32 = 56.0;

/// Shows the chips, `lens` chosen (all audiences for `None`), and gives back the one that was clicked.
pub fn audience_bar_ui(ui: &mut Ui, map: &Map, lens: Option<SegmentId>) -> Option<Option<SegmentId>> {
    let theme = style::theme(ui.ctx());
    let mut clicked = None;
    Frame::new().inner_margin(Margin { left: 20, right: 20, top: 16, bottom: 16 }).show(ui, |ui| {
        ui.set_height(24.0);
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            if let Some(source) = source_line(map) {
                ui.label(RichText::new(source).font(style::small()).color(style::color(theme.muted)));
                ui.add_space(8.0);
            }
            ui.with_layout(Layout::left_to_right(Align::Center), |ui| clicked = chips_ui(ui, map, lens));
        });
    });
    clicked
}

fn chips_ui(ui: &mut Ui, map: &Map, lens: Option<SegmentId>) -> Option<Option<SegmentId>> {
    let theme = style::theme(ui.ctx());
    let mut clicked = None;
    let chips = ScrollArea::horizontal().scroll_bar_visibility(ScrollBarVisibility::AlwaysHidden);
    chips.auto_shrink([false, true]).show(ui, |ui| {
        ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
            ui.set_height(24.0);
            let font = style::font(FaceStyle::Medium, size::UI);
            ui.label(RichText::new("Audience").font(font).color(style::color(theme.muted)));
            ui.add_space(10.0);
            ui.spacing_mut().item_spacing = vec2(8.0, 0.0);
            if chip_ui(ui, "All", &figure(map, None, None), lens.is_none()).clicked() {
                clicked = Some(None);
            }
            for (id, segment) in map.segments_in_order() {
                let chip = chip_ui(ui, &segment.name, &figure(map, Some(id), Some(segment)), lens == Some(id));
                if chip.clicked() {
                    // A second click takes the lens off again.
                    clicked = Some(if lens == Some(id) { None } else { Some(id) });
                }
            }
        });
    });
    clicked
}

/// Customers that were measured, else the size that people gave, else nothing.
fn figure(map: &Map, id: Option<SegmentId>, segment: Option<&Segment>) -> String {
    let measured = map.measurement().filter(|(_, m)| map.is_current(m)).and_then(|(_, m)| m.figures(id));
    let known = measured.map(|figures| figures.customers).or(segment.and_then(|segment| segment.size));
    known.map(count).unwrap_or_default()
}

/// `Data: viewing-events.csv · 20,747 rows · 3 Nov 2026`.
fn source_line(map: &Map) -> Option<String> {
    let (_, measured) = map.measurement()?;
    let stale = if map.is_current(measured) { "" } else { " · out of date" };
    Some(format!("Data: {} · {} rows · {}{stale}", measured.source, count(measured.rows_read), measured.taken.long()))
}
