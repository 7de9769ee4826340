//! A measurement: where it comes from, what could not be read, and how its figures are counted.

use super::measured::outdated_text;
use super::panel::{Panel, gap_ui, remark_ui};
use crate::figures::definition::{Definition, Point, period};
use crate::figures::{numbers, rejections};
use crate::model::{Measurement, MeasurementId, RecordRef, RowsAre};
use crate::scene::FaceStyle;
use crate::theme::size;
use crate::ui::style;
use crate::ui::widgets::{caption_ui, field_label_ui, title_ui};
use egui::text::{LayoutJob, TextFormat};
use egui::{Align, Layout, RichText, Ui};
use touchline_words::say;

pub fn measurement_ui(ui: &mut Ui, panel: &mut Panel<'_>, id: MeasurementId, measurement: &Measurement) {
    caption_ui(ui, say!(kind_measurement_title));
    title_ui(ui, &measurement.source);
    if let Some(warning) = outdated_text(panel.map, measurement) {
        remark_ui(ui, warning);
    }
    gap_ui(ui);
    fact_ui(ui, say!(ui_inspector_laid), &measurement.taken.long());
    let is_log = measurement.rows_are == RowsAre::Events;
    if is_log {
        fact_ui(ui, say!(ui_inspector_first_event), &measurement.first_time);
        fact_ui(ui, say!(ui_inspector_last_event), &measurement.last_time);
    }
    if let Some(days) = period(measurement).filter(|_| !is_log) {
        fact_ui(ui, say!(ui_inspector_dates), &days);
    }
    let counted = if measurement.rows_are == RowsAre::Records {
        say!(ui_inspector_records)
    } else {
        say!(ui_inspector_customers)
    };
    fact_ui(ui, counted, &numbers::count(measurement.all.customers));
    if is_log {
        fact_ui(ui, say!(ui_inspector_in_several), &numbers::count(measurement.multi_segment_customers));
    }
    fact_ui(ui, say!(ui_inspector_rows_read), &numbers::count(measurement.rows_read));
    fact_ui(ui, say!(ui_inspector_rows_used), &numbers::count(measurement.rows_used));
    gap_ui(ui);
    field_label_ui(ui, say!(ui_inspector_rows_unused));
    if measurement.rejected.is_empty() {
        remark_ui(ui, say!(none));
    }
    for (reason, count) in &measurement.rejected {
        fact_ui(ui, &rejections::words(reason), &numbers::count(*count));
    }
    gap_ui(ui);
    field_label_ui(ui, say!(ui_inspector_how_counted));
    card_ui(ui, &Definition::of(measurement, None));
    panel.delete_ui(ui, RecordRef::Measurement(id));
}

/// What the figures mean, point by point.
pub fn card_ui(ui: &mut Ui, definition: &Definition) {
    let theme = style::theme(ui.ctx());
    for Point { about, words } in definition.points() {
        let mut line = LayoutJob::default();
        let format = |face, ink| TextFormat::simple(style::font(face, size::UI_SMALL), style::color(ink));
        line.append(about, 0.0, format(FaceStyle::SemiBold, theme.ink));
        line.append(&words, 6.0, format(FaceStyle::Regular, theme.detail));
        ui.add(egui::Label::new(line).wrap().halign(Align::LEFT));
    }
}

/// A name, and what it is, at the right.
pub fn fact_ui(ui: &mut Ui, name: &str, what: &str) {
    let theme = style::theme(ui.ctx());
    ui.horizontal(|ui| {
        ui.label(RichText::new(name).font(style::small()).color(style::color(theme.muted)));
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            ui.add(egui::Label::new(RichText::new(what).font(style::body())).truncate());
        });
    });
}
