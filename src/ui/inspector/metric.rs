//! A metric's fields: what it says now, its target and where that comes from, its counts period by period.

use super::panel::{Panel, gap_ui, pair_ui, remark_ui};
use crate::edit;
use crate::fields::FieldKey;
use crate::fields::earlier_hint;
use crate::figures::scorecard;
use crate::figures::small_groups;
use crate::model::{Aim, Field, Map, Metric, MetricId, MetricKind, RecordRef};
use crate::scene::FaceStyle;
use crate::session::Intent;
use crate::theme::size;
use crate::ui::style;
use crate::ui::widgets::{link_button_ui, verdict_ui};
use egui::{RichText, Ui};
use touchline_words::say;

pub fn metric_ui(ui: &mut Ui, panel: &mut Panel<'_>, id: MetricId, metric: &Metric) {
    let record = RecordRef::Metric(id);
    panel.heading_ui(ui, say!(kind_metric_title), record, say!(kind_metric_text));
    panel.chosen_ui(ui, &FieldKey::one(record, Field::MetricKind), say!(ui_inspector_metric_kind));
    judgement_ui(ui, panel.map, id, metric);
    gap_ui(ui);
    counts_ui(ui, panel, id, metric);
    gap_ui(ui);
    if metric.aim() == Aim::Grow {
        remark_ui(ui, say!(ui_inspector_target_grow));
    } else {
        let usual = match metric.kind.usual_aim() {
            Aim::Below(target) | Aim::Above(target) => target.to_string(),
            Aim::Grow => String::new(),
        };
        let unit = if metric.kind.is_score() { say!(ui_inspector_points) } else { "%" };
        let side =
            if matches!(metric.aim(), Aim::Below(_)) { say!(ui_inspector_below) } else { say!(ui_inspector_above) };
        panel.line_ui(ui, record, Field::Target, &say!(ui_inspector_target, side, unit), &usual);
    }
    panel.area_ui(ui, record, Field::Benchmark, say!(ui_inspector_benchmark), metric.kind.benchmark());
    panel.area_ui(ui, record, Field::Definition, say!(ui_inspector_definition), metric.kind.definition());
    if let Some(label) = metric.kind.threshold() {
        panel.line_ui(ui, record, Field::Threshold, label, say!(ui_inspector_threshold_hint));
    }
    panel.line_ui(ui, record, Field::Source, say!(ui_inspector_source), say!(ui_inspector_source_hint));
    panel.area_ui(ui, record, Field::Note, say!(ui_inspector_notes), "");
    panel.delete_ui(ui, record);
}

/// The figure, its interval and the verdict.
fn judgement_ui(ui: &mut Ui, map: &Map, id: MetricId, metric: &Metric) {
    let row = scorecard::row(id, metric, small_groups(map));
    ui.horizontal(|ui| {
        ui.label(RichText::new(&row.text.figure).font(style::font(FaceStyle::Bold, size::BIG_FIGURE)));
        verdict_ui(ui, row.verdict, egui::Sense::hover());
    });
    if row.figure.is_some() {
        let interval = row
            .figure
            .and_then(|figure| figure.estimate())
            .map(|_| say!(ui_inspector_interval, interval = row.text.interval));
        remark_ui(ui, &format!("{}{}", interval.unwrap_or_default(), row.text.counted));
    }
    if row.too_few {
        remark_ui(ui, say!(ui_inspector_too_few_people));
    }
    if row.trend.is_some() {
        remark_ui(ui, &say!(ui_inspector_trend, trend = row.text.trend));
    }
    if row.trend_each.is_some_and(|each| each.slope <= 0.0) && row.trend.is_some_and(|all| all.slope > 0.0) {
        remark_ui(ui, say!(ui_inspector_hours_grow));
    }
}

/// The present period's counts, then the earlier ones as lines.
fn counts_ui(ui: &mut Ui, panel: &mut Panel<'_>, id: MetricId, metric: &Metric) {
    let record = RecordRef::Metric(id);
    let names = metric.kind.counts();
    pair_ui(ui, |columns| {
        let [left, right] = columns else { return };
        panel.line_ui(left, record, Field::ReadingCount, names.count, "0");
        panel.line_ui(right, record, Field::ReadingOf, names.of, "0");
    });
    pair_ui(ui, |columns| {
        let [left, right] = columns else { return };
        match (names.also, metric.kind.has_length()) {
            (Some(also), true) => {
                panel.line_ui(left, record, Field::ReadingAlso, also, "0");
                panel.line_ui(right, record, Field::ReadingDays, say!(ui_inspector_days), say!(ui_inspector_a_month));
            }
            (Some(also), false) => panel.line_ui(left, record, Field::ReadingAlso, also, "0"),
            (None, true) => {
                panel.line_ui(left, record, Field::ReadingDays, say!(ui_inspector_days), say!(ui_inspector_a_month))
            }
            (None, false) => {}
        }
    });
    pair_ui(ui, |columns| {
        let [left, right] = columns else { return };
        panel.line_ui(left, record, Field::ReadingPeriod, say!(ui_inspector_period), say!(ui_inspector_period_hint));
        panel.line_ui(right, record, Field::Date, say!(ui_inspector_as_of), "2026-11-03");
    });
    if metric.kind != MetricKind::TimeSpent && link_button_ui(ui, say!(ui_fill_from_file)).clicked() {
        panel.intents.push(Intent::FillMetric(id));
    }
    let next = edit::next_period(panel.map, id);
    if next.is_some() && link_button_ui(ui, say!(ui_inspector_next_period)).clicked() {
        panel.edit(next);
    }
    let hint = earlier_hint(metric.kind);
    let key = FieldKey::one(record, Field::EarlierPeriods);
    panel.named_field_ui(ui, &key, say!(ui_inspector_earlier_lines), say!(ui_inspector_earlier), &hint, 3);
}
