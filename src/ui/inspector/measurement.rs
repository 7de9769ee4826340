//! A measurement: where it comes from, what could not be read, and how its figures are counted.

use super::measured::{audience, outdated_text};
use super::panel::{Panel, gap_ui, remark_ui};
use crate::figures::definition::{Definition, Point, period};
use crate::figures::differences::TOO_FEW;
use crate::figures::{numbers, rejections, small_groups};
use crate::model::{ActivityFigure, Map, Measurement, MeasurementId, RecordRef, RowsAre, SegmentId};
use crate::scene::FaceStyle;
use crate::theme::size;
use crate::ui::style;
use crate::ui::widgets::{caption_ui, field_label_ui, panel_title_ui};
use egui::text::{LayoutJob, TextFormat};
use egui::{Align, Layout, RichText, Ui};
use touchline_words::say;

pub fn measurement_ui(ui: &mut Ui, panel: &mut Panel<'_>, id: MeasurementId, measurement: &Measurement) {
    caption_ui(ui, say!(kind_measurement_title));
    panel_title_ui(ui, &measurement.source);
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
        named_ui(ui, &numbers::count(*count), &rejections::words(reason));
    }
    activities_ui(ui, panel.map, measurement, panel.lens);
    gap_ui(ui);
    field_label_ui(ui, say!(ui_inspector_how_counted));
    card_ui(ui, &Definition::of(measurement, None));
    panel.delete_ui(ui, RecordRef::Measurement(id));
}

/// How long activities take, for the audience in view or else for all.
fn activities_ui(ui: &mut Ui, map: &Map, measurement: &Measurement, lens: Option<SegmentId>) {
    if measurement.all.activities.is_empty() {
        return;
    }
    let own = measurement.figures(lens).filter(|figures| !figures.activities.is_empty());
    let who = if own.is_some() { lens } else { None };
    let figures = own.unwrap_or(&measurement.all);
    gap_ui(ui);
    field_label_ui(ui, say!(ui_inspector_activities));
    remark_ui(ui, &audience(map, who));
    let rule = small_groups(map);
    for ActivityFigure { event, times, median_secs, p90_secs } in &figures.activities {
        let said = match (median_secs, p90_secs) {
            (Some(median), Some(within)) if !rule.is_few(*times) && figures.customers >= rule.customers => {
                say!(
                    ui_inspector_activity,
                    median = numbers::duration(*median),
                    within = numbers::duration(*within),
                    pairs = numbers::count(*times)
                )
            }
            _ => TOO_FEW.text().to_owned(),
        };
        named_ui(ui, event, &said);
    }
}

/// What the figures mean, point by point.
pub fn card_ui(ui: &mut Ui, definition: &Definition) {
    for Point { about, words } in definition.points() {
        named_ui(ui, about, &words);
    }
}

/// A name, and behind it what is said of it, in as many lines as that takes.
fn named_ui(ui: &mut Ui, name: &str, said: &str) {
    let theme = style::theme(ui.ctx());
    let mut line = LayoutJob::default();
    let format = |face, ink| TextFormat::simple(style::font(face, size::UI_SMALL), style::color(ink));
    line.append(name, 0.0, format(FaceStyle::SemiBold, theme.ink));
    line.append(said, 6.0, format(FaceStyle::Regular, theme.detail));
    ui.add(egui::Label::new(line).wrap().halign(Align::LEFT));
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::IdSource;
    use crate::theme::Theme;
    use crate::ui::inspector::desk::{Desk, measured_map, window};
    use crate::ui::inspector::{Inspector, WIDTH, inspector_ui};
    use egui_kittest::kittest::Queryable;

    #[test]
    fn a_measurement_tells_how_long_the_activities_of_the_audience_take() {
        let mut map = measured_map();
        let measured = map.measurements.get_mut(&MeasurementId(1)).unwrap();
        let activity = |event: &str, times, median: f64| ActivityFigure {
            event: event.to_owned(),
            times,
            median_secs: Some(median),
            p90_secs: Some(2.0 * median),
        };
        measured.all.activities = vec![activity("Review", 900, 1800.0), activity("Audit", 4, 60.0)];
        measured.segments.get_mut(&SegmentId(1)).unwrap().activities = vec![activity("Review", 30, 600.0)];
        let said = |secs, pairs| {
            let (median, within) = (numbers::duration(secs), numbers::duration(2.0 * secs));
            say!(ui_inspector_activity, median, within, pairs = numbers::count(pairs))
        };
        let mut desk = Desk::new(map, Inspector::new(IdSource::seeded(9)));
        desk.selection = vec![RecordRef::Measurement(MeasurementId(1))];
        let mut harness = window(desk, [WIDTH, 1400.0], Theme::light(), |ui, desk| {
            inspector_ui(ui, &mut desk.panel, &desk.map, &desk.writing, &desk.selection, desk.lens)
        });
        harness.run();
        harness.get_by_label(say!(ui_inspector_activities));
        // How many rows were left out stands in view, however long the reason is.
        harness.get_by_label("14no readable time");
        harness.get_by_label(&format!("Review{}", said(1800.0, 900)));
        // Four times tell of few persons.
        harness.get_by_label(&format!("Audit{}", TOO_FEW.text()));
        harness.state_mut().lens = Some(SegmentId(1));
        harness.run_steps(2);
        harness.get_by_label(&format!("Review{}", said(600.0, 30)));
        assert!(harness.query_by_label_contains(&said(1800.0, 900)).is_none());
        // An audience of which nothing is known is told of as all.
        harness.state_mut().lens = Some(SegmentId(2));
        harness.run_steps(2);
        harness.get_by_label(&format!("Review{}", said(1800.0, 900)));
    }
}
