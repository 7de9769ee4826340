//! Whose eyes the board is seen through: a chip for each audience with its size, and where the figures come from.

use super::screen::{self, View};
use super::style;
use super::views_menu::{self, views_menu_ui};
use super::widgets::{chip_ui, chip_width};
use crate::figures::definition::period_or_reading;
use crate::figures::numbers::count;
use crate::images::Image;
use crate::layout::{compared_color, compared_dash, compared_mark};
use crate::model::{Map, Segment, SegmentId};
use crate::scene::{FaceStyle, Point, Scene};
use crate::session::{Intent, Session};
use crate::theme::size;
use egui::scroll_area::ScrollBarVisibility;
use egui::{Align, Frame, Layout, Margin, Pos2, ScrollArea, Shape, Stroke, Ui, pos2, vec2};
use std::sync::Arc;
use touchline_words::say;

/// Height of the bar with its margins, in logical pixels.
pub const HEIGHT: f32 = 56.0;

/// Between two chips.
const GAP: f32 = 8.0;

/// Between what stands before the chips and them.
const BEFORE_GAP: f32 = 20.0;

/// Room from which what the chips are stands before them; in less there are more of them.
const LABELLED_FROM: f32 = 300.0;

/// A chip before it is drawn.
struct Chip<'a> {
    lens: Option<SegmentId>,
    name: &'a str,
    figure: String,
    portrait: Option<&'a Image>,
}

/// Shows the saved views and the chips, the lens chosen. What `before` shows stands between them and is as wide as it says.
pub fn audience_bar_ui(
    ui: &mut Ui,
    session: &Session,
    (before_width, before): (f32, impl FnOnce(&mut Ui)),
    intents: &mut Vec<Intent>,
) {
    let map = session.shown();
    let theme = style::theme(ui.ctx());
    let chips = chips(map);
    let mut clicked = None;
    Frame::new().inner_margin(Margin { left: 20, right: 20, top: 12, bottom: 12 }).show(ui, |ui| {
        ui.set_height(32.0);
        let label = label(ui.painter());
        let wide: f32 = chips.iter().map(|chip| GAP + chip_width(ui, chip.name, &chip.figure, chip.portrait)).sum();
        let room = ui.available_width() - label.size().x - 12.0 - wide - 24.0 - views_menu::width(ui, session) - 16.0;
        let room = room - before_width - BEFORE_GAP;
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
                ui.spacing_mut().item_spacing.x = 16.0;
                views_menu_ui(ui, session, intents);
                before(ui);
                ui.add_space(BEFORE_GAP - ui.spacing().item_spacing.x);
                let label = (ui.available_width() >= LABELLED_FROM).then_some(label);
                clicked = chips_ui(ui, label, &chips, session);
            });
        });
    });
    intents.extend(clicked);
}

fn chips(map: &Map) -> Vec<Chip<'_>> {
    let all = Chip { lens: None, name: say!(ui_all), figure: figure(map, None, None), portrait: None };
    let segments = map.segments_in_order().into_iter().map(|(id, segment)| Chip {
        lens: Some(id),
        name: &segment.name,
        figure: figure(map, Some(id), Some(segment)),
        portrait: segment.portrait.as_ref(),
    });
    std::iter::once(all).chain(segments).collect()
}

fn label(painter: &egui::Painter) -> Arc<egui::Galley> {
    let ink = style::color(style::theme(painter.ctx()).muted);
    painter.layout_no_wrap(say!(ui_col_audience).to_owned(), style::font(FaceStyle::Medium, size::UI), ink)
}

fn chips_ui(ui: &mut Ui, label: Option<Arc<egui::Galley>>, chips: &[Chip<'_>], session: &Session) -> Option<Intent> {
    let mut clicked = None;
    let row = ScrollArea::horizontal().scroll_bar_visibility(ScrollBarVisibility::AlwaysHidden);
    row.auto_shrink([false, true]).show(ui, |ui| {
        ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
            ui.set_height(32.0);
            ui.spacing_mut().item_spacing = vec2(GAP, 0.0);
            if let Some(label) = label {
                ui.label(label);
                ui.add_space(4.0);
            }
            for chip in chips {
                let chosen = session.lens() == chip.lens;
                let beside = chip.lens.and_then(|id| session.compared().iter().position(|one| *one == id));
                let shown = chip_ui(ui, chip.name, &chip.figure, chip.portrait, chosen);
                if let Some(nth) = beside {
                    underline(ui, shown.rect, nth);
                }
                let hint = if beside.is_some() { say!(ui_audience_compare_off) } else { say!(ui_audience_compare) };
                let shown = if chip.lens.is_some() { shown.on_hover_text(hint) } else { shown };
                if shown.clicked() {
                    let with_ctrl = ui.input(|input| input.modifiers.command);
                    clicked = Some(match chip.lens.filter(|_| with_ctrl) {
                        Some(id) => Intent::Compare(id),
                        // A second click takes the lens off again.
                        None => Intent::Lens(if chosen { None } else { chip.lens }),
                    });
                }
            }
        });
    });
    clicked
}

/// Below a chip the line and the mark that its curve has in the lane of feelings.
fn underline(ui: &Ui, chip: egui::Rect, nth: usize) {
    let theme = style::theme(ui.ctx());
    let color = compared_color(&theme, nth);
    let (from, to) = (pos2(chip.left() + 12.0, chip.bottom() + 4.0), pos2(chip.right() - 12.0, chip.bottom() + 4.0));
    let stroke = Stroke::new(2.0, style::color(color));
    match compared_dash(nth) {
        Some(dash) => ui.painter().extend(Shape::dashed_line(&[from, to], stroke, dash.on, dash.off)),
        None => _ = ui.painter().line_segment([from, to], stroke),
    }
    let middle = Point::new(chip.center().x, from.y);
    let scene = Scene { items: vec![compared_mark(nth, middle, color, theme.ground)], ..Scene::default() };
    screen::paint(ui.painter(), &scene, View::new(Pos2::ZERO, 1.0));
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
