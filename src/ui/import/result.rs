//! What the map will say: the river, the figures of every segment, and what became of every row.

use egui::{RichText, Ui, vec2};
use egui_extras::{Column as TableColumn, TableBuilder};

use super::bindings::rule_ui;
use super::{ImportView, rows_text};
use crate::behaviour::report::Report;
use crate::behaviour::statistics;
use crate::layout::numbers;
use crate::model::Map;
use crate::overlay;
use crate::session::import::Import;
use crate::text::Shaper;
use crate::ui::widgets::{caption_ui, heading_ui};
use crate::ui::{screen, style};

/// The definition that stands beside the figures.
const DEFINITION: &str = "customers in order, first event at or after the stage before · 95 % Wilson interval";

pub(super) fn river_ui(ui: &mut Ui, import: &Import, view: &mut ImportView, shaper: &Shaper) {
    let theme = style::theme(ui.ctx());
    rule_ui(ui);
    ui.add_space(8.0);
    ui.horizontal(|ui| {
        heading_ui(ui, "What the map will say");
        ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
            ui.label(RichText::new(DEFINITION).font(style::small()).color(style::color(theme.muted)));
        });
    });
    ui.add_space(8.0);
    let Some(report) = import.report() else {
        let said = if import.busy().is_some() { "Measuring…" } else { "No figures yet." };
        ui.label(RichText::new(said).font(style::body()).color(style::color(theme.muted)));
        return;
    };
    if report.total().is_none_or(|total| total.stages.is_empty()) {
        let said = "No event is bound to a stage yet. Choose above what the events are, and the drop-off shows here.";
        ui.label(RichText::new(said).font(style::body()).color(style::color(theme.muted)));
        return;
    }
    let Some(map) = import.measured_map() else { return };
    let key = (import.generation(), ui.available_width().to_bits(), theme.dark);
    if view.river.as_ref().is_none_or(|(made_for, _)| *made_for != key) {
        view.river = Some((key, overlay::preview(report, map, &theme, shaper, ui.available_width())));
    }
    if let Some((_, scene)) = &view.river {
        screen::scene_ui(ui, scene, vec2(ui.available_width(), 400.0));
    }
    ui.add_space(8.0);
    rows_ui(ui, report);
}

fn rows_ui(ui: &mut Ui, report: &Report) {
    let theme = style::theme(ui.ctx());
    ui.horizontal_wrapped(|ui| {
        let read = format!("{} rows read", rows_text(report.rows.read));
        ui.label(RichText::new(read).font(style::body()).strong());
        dot_ui(ui, theme.good);
        ui.label(RichText::new(format!("{} used", rows_text(report.rows.used))).font(style::body()));
        for reason in &report.rows.reasons {
            dot_ui(ui, theme.warn);
            let lines: Vec<String> = reason.first_lines.iter().map(|line| numbers::count(*line)).collect();
            let dots = if reason.count > reason.first_lines.len() as u64 { " …" } else { "" };
            let said = format!("{} {} (lines {}{dots})", rows_text(reason.count), reason.reason, lines.join(", "));
            ui.label(RichText::new(said).font(style::body()));
        }
    });
    if report.rows.rejected * 20 > report.rows.read {
        let said = "More than 5 % of the rows could not be used. Look at how the file is read before you rely on these figures.";
        ui.label(RichText::new(said).font(style::body()).color(style::color(theme.warn_ink)));
    }
    if report.multi_segment_customers > 0 {
        let said = format!(
            "{} customers have rows in several segments; each counts in the one of the first event.",
            numbers::count(report.multi_segment_customers)
        );
        ui.label(RichText::new(said).font(style::small()).color(style::color(theme.muted)));
    }
}

fn dot_ui(ui: &mut Ui, color: crate::scene::Color) {
    let (rect, _) = ui.allocate_exact_size(vec2(16.0, 16.0), egui::Sense::hover());
    ui.painter().circle_filled(rect.center(), 4.0, style::color(color));
}

/// Every segment's figures.
pub(super) fn table_ui(ui: &mut Ui, import: &Import, map: &Map) {
    let Some(report) = import.report() else { return };
    let theme = style::theme(ui.ctx());
    caption_ui(ui, "Figures");
    let heads = ["Segment", "Stage", "Reached", "Dropped", "Rate", "95 % interval", "Median to next"];
    let name_of = |value: &str, total: bool| {
        let row = import.segments().iter().find(|row| !total && row.value == value);
        match row.map(|row| row.target) {
            Some(crate::session::import::SegmentTarget::Match(id)) => {
                map.segments.get(&id).map_or_else(|| value.to_owned(), |segment| segment.name.clone())
            }
            Some(crate::session::import::SegmentTarget::Ignore) => format!("{value} (not used)"),
            _ => value.to_owned(),
        }
    };
    TableBuilder::new(ui)
        .id_salt("import figures")
        .vscroll(false)
        .column(TableColumn::remainder().at_least(120.0).clip(true))
        .column(TableColumn::remainder().at_least(120.0).clip(true))
        .columns(TableColumn::exact(110.0), 5)
        .header(24.0, |mut header| {
            for head in heads {
                header.col(|ui| {
                    ui.label(RichText::new(head).font(style::small()).color(style::color(theme.muted)));
                });
            }
        })
        .body(|mut body| {
            for figures in &report.segments {
                let segment = name_of(&figures.segment, figures.total);
                for (nth, stage) in figures.stages.iter().enumerate() {
                    body.row(22.0, |mut cells| {
                        let rate = stage.rate.and_then(|_| statistics::wilson(stage.dropped, stage.reached));
                        let texts = [
                            if nth == 0 { segment.clone() } else { String::new() },
                            stage.name.clone(),
                            numbers::count(stage.reached),
                            rate.as_ref().map_or_else(|| numbers::NONE.to_owned(), |_| numbers::count(stage.dropped)),
                            rate.as_ref().map_or_else(|| numbers::NONE.to_owned(), |rate| numbers::rate(rate.rate)),
                            rate.as_ref().map_or_else(|| numbers::NONE.to_owned(), numbers::interval),
                            stage.median_secs_to_next.map_or_else(|| numbers::NONE.to_owned(), numbers::duration),
                        ];
                        for text in texts {
                            cells.col(|ui| {
                                ui.add(egui::Label::new(RichText::new(text).font(style::body())).truncate());
                            });
                        }
                    });
                }
            }
        });
}
