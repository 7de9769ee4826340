//! Whose eyes the board is seen through: a chip for each audience with its size, and where the figures come from.

use super::style;
use super::widgets::{chip_ui, chip_width};
use crate::figures::definition::period_or_reading;
use crate::figures::numbers::count;
use crate::model::{Map, Segment, SegmentId};
use crate::scene::FaceStyle;
use crate::theme::size;
use egui::scroll_area::ScrollBarVisibility;
use egui::{Align, Frame, Layout, Margin, ScrollArea, Ui, vec2};
use std::sync::Arc;
use touchline_words::say;

/// Height of the bar with its margins, in logical pixels.
pub const HEIGHT: f32 = 56.0;

/// Between two chips.
const GAP: f32 = 8.0;

/// Between what stands before the chips and them.
const BEFORE_GAP: f32 = 20.0;

/// A chip before it is drawn.
struct Chip<'a> {
    lens: Option<SegmentId>,
    name: &'a str,
    figure: String,
}

/// Shows the chips, `lens` chosen (all audiences for `None`), and gives back the one that was clicked. What `before` shows stands
/// before them and is `before_width` wide.
pub fn audience_bar_ui(
    ui: &mut Ui,
    map: &Map,
    lens: Option<SegmentId>,
    before_width: f32,
    before: impl FnOnce(&mut Ui),
) -> Option<Option<SegmentId>> {
    let theme = style::theme(ui.ctx());
    let chips = chips(map);
    let mut clicked = None;
    Frame::new().inner_margin(Margin { left: 20, right: 20, top: 16, bottom: 16 }).show(ui, |ui| {
        ui.set_height(24.0);
        let label = label(ui.painter());
        let wide: f32 = chips.iter().map(|chip| GAP + chip_width(ui, chip.name, &chip.figure)).sum();
        let room = ui.available_width() - before_width - BEFORE_GAP - label.size().x - 12.0 - wide - 24.0;
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            // Chips go first; what is known of the source is said as fully as the rest of the width allows.
            let lines = source_lines(map).into_iter();
            let source = lines.map(|line| ui.painter().layout_no_wrap(line, style::small(), style::color(theme.muted)));
            if let Some(source) = source.into_iter().find(|line| line.size().x <= room) {
                let shown = ui.label(source);
                if let Some((_, measured)) = map.measurement() {
                    shown.on_hover_text(say!(ui_audience_laid_on, day = measured.taken.long()));
                }
                ui.add_space(8.0);
            }
            ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
                before(ui);
                ui.add_space(BEFORE_GAP - ui.spacing().item_spacing.x);
                clicked = chips_ui(ui, label, &chips, lens);
            });
        });
    });
    clicked
}

fn chips(map: &Map) -> Vec<Chip<'_>> {
    let all = Chip { lens: None, name: say!(ui_all), figure: figure(map, None, None) };
    let segments = map.segments_in_order().into_iter().map(|(id, segment)| Chip {
        lens: Some(id),
        name: &segment.name,
        figure: figure(map, Some(id), Some(segment)),
    });
    std::iter::once(all).chain(segments).collect()
}

fn label(painter: &egui::Painter) -> Arc<egui::Galley> {
    let ink = style::color(style::theme(painter.ctx()).muted);
    painter.layout_no_wrap(say!(ui_col_audience).to_owned(), style::font(FaceStyle::Medium, size::UI), ink)
}

fn chips_ui(
    ui: &mut Ui,
    label: Arc<egui::Galley>,
    chips: &[Chip<'_>],
    lens: Option<SegmentId>,
) -> Option<Option<SegmentId>> {
    let mut clicked = None;
    let row = ScrollArea::horizontal().scroll_bar_visibility(ScrollBarVisibility::AlwaysHidden);
    row.auto_shrink([false, true]).show(ui, |ui| {
        ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
            ui.set_height(24.0);
            ui.spacing_mut().item_spacing = vec2(GAP, 0.0);
            ui.label(label);
            ui.add_space(4.0);
            for chip in chips {
                let chosen = lens == chip.lens;
                if chip_ui(ui, chip.name, &chip.figure, chosen).clicked() {
                    // A second click takes the lens off again.
                    clicked = Some(if chosen { None } else { chip.lens });
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

/// `Data: viewing-events.csv · 20,747 rows · 4 Jan – 29 Jun 2024`, the days being those of the data; then shorter.
fn source_lines(map: &Map) -> Vec<String> {
    let Some((_, measured)) = map.measurement() else { return Vec::new() };
    let stale = if map.is_current(measured) { "" } else { say!(ui_audience_out_of_date) };
    let (source, rows, day) = (&measured.source, count(measured.rows_read), period_or_reading(measured));
    vec![
        say!(ui_audience_data, source, rows, day, stale),
        format!("{source} · {day}{stale}"),
        say!(ui_audience_rows, rows, day, stale),
        format!("{day}{stale}"),
    ]
}
