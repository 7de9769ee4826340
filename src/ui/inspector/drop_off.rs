//! What leaves after a stage: the measured rate with its interval, and what people estimate.

use super::measured;
use super::measurement::card_ui as definition_ui;
use super::panel::{Panel, choice_ui, pair_ui, remark_ui};
use crate::fields::{FieldKey, card_text};
use crate::figures::definition::Definition;
use crate::figures::differences::TOO_FEW;
use crate::figures::numbers;
use crate::figures::{self, FigureRow};
use crate::model::{Estimate, Field, Map, Measurement, RecordRef, SegmentId, StageId};
use crate::scene::FaceStyle;
use crate::session::first_estimate;
use crate::theme::size;
use crate::ui::style;
use crate::ui::widgets::{field_label_ui, link_button_ui, words_ui};
use egui::{Align2, Rect, RichText, Sense, Stroke, StrokeKind, Ui, pos2, vec2};
use touchline_words::direction::Listed;
use touchline_words::say;

const CARD_HEIGHT: f32 = 66.0;
const PADDING: f32 = 12.0;
/// Events that are named of what people did after they dropped.
const NEXT_STEPS: usize = 3;

/// The measured card, or a line that says why there is none. Without an estimate of its own to edit.
pub fn drop_off_ui(ui: &mut Ui, panel: &Panel<'_>, stage: StageId, label: &str) {
    let map = panel.map;
    field_label_ui(ui, label);
    let rows = figures::rows(map, panel.lens);
    let place = rows.iter().position(|row| row.stage == stage);
    let Some(row) = place.and_then(|place| rows.get(place)) else { return };
    if place.is_none_or(|place| place + 1 >= rows.len()) {
        remark_ui(ui, say!(ui_inspector_last_stage));
        return;
    }
    match map.measurement() {
        Some((_, measurement)) if row.too_few && row.still_open > 0 => {
            remark_ui(ui, &open_words(row));
            remark_ui(ui, &measured::source_text(measurement));
        }
        Some(_) if row.too_few => remark_ui(
            ui,
            &match panel.lens {
                None => say!(ui_inspector_no_figure, few = row.few.as_deref().unwrap_or(TOO_FEW.text())),
                Some(_) => {
                    let few = row.few.as_deref().unwrap_or(TOO_FEW.text());
                    say!(ui_inspector_no_figure_of, audience = measured::audience(map, panel.lens), few)
                }
            },
        ),
        Some((_, measurement)) if row.rate.is_some() => {
            let definition = Definition::of(measurement, panel.lens);
            card_ui(ui, row, &measured::audience(map, panel.lens), &definition);
            if let Some(next) = measured_next(map, measurement, stage).filter(|_| row.median_secs.is_some()) {
                let p90 = row.p90_secs.map(|_| say!(ui_inspector_nine_in_ten, time = row.text.p90)).unwrap_or_default();
                remark_ui(ui, &say!(ui_inspector_median_to, next, time = row.text.median, p90));
            }
            let further = again(row).into_iter().chain(next_steps(map, measurement, panel.lens, stage));
            if row.still_open > 0 {
                remark_ui(ui, &open_words(row));
            }
            for words in further.filter(|_| !row.too_few) {
                remark_ui(ui, &words);
            }
            remark_ui(ui, &measured::source_text(measurement));
            if let Some(warning) = measured::outdated_text(map, measurement) {
                warning_ui(ui, warning);
            }
            egui::CollapsingHeader::new(RichText::new(say!(ui_how_counted)).font(style::small()))
                .id_salt(("definition", stage))
                .show_unindented(ui, |ui| definition_ui(ui, &definition));
        }
        Some(_) if row.reached.is_some_and(|reached| reached > 0) => {
            let reached = &row.text.reached;
            remark_ui(ui, &say!(ui_inspector_no_later_stage, reached));
        }
        Some(_) if row.is_measured() => remark_ui(ui, say!(ui_inspector_nobody_reached)),
        Some(_) => remark_ui(ui, say!(ui_inspector_not_in_measurement)),
        None if row.estimate.is_some() => remark_ui(ui, &say!(ui_inspector_estimated, estimate = row.text.estimate)),
        None => remark_ui(ui, say!(ui_inspector_not_measured)),
    }
}

/// The stage that the measurement had next, wherever it stands now; `None` where the map has it no longer.
fn measured_next<'a>(map: &'a Map, measurement: &Measurement, stage: StageId) -> Option<&'a str> {
    let place = measurement.stages.iter().position(|id| *id == stage)?;
    let next = measurement.stages.get(place + 1)?;
    map.stages.get(next).map(|next| next.name.as_str())
}

/// `Still open: 1,589 records, neither gone on nor lost`.
fn open_words(row: &FigureRow) -> String {
    say!(ui_inspector_still_open, count = numbers::count(row.still_open), counted = row.counted)
}

/// `Again: 312 · back from a later stage: 40`.
fn again(row: &FigureRow) -> Option<String> {
    (row.repeated > 0 || row.returned > 0).then(|| {
        let (repeated, returned) = (numbers::count(row.repeated), numbers::count(row.returned));
        say!(ui_inspector_again, repeated, returned)
    })
}

/// `Those who dropped then: nothing 61.2 %, support_chat 20.1 %, other events 18.7 %`.
fn next_steps(map: &Map, measurement: &Measurement, lens: Option<SegmentId>, stage: StageId) -> Option<String> {
    let place = measurement.stages.iter().position(|id| *id == stage)?;
    let figures = measurement.figures(lens)?;
    let (then, dropped) = (figures.then.get(place)?, figures.stages.get(place)?.dropped);
    if dropped == 0 || !map.is_current(measurement) {
        return None;
    }
    let nothing = (then.nothing > 0).then_some((say!(ui_inspector_then_nothing), then.nothing));
    let events = then.events.iter().map(|(event, count)| (event.as_str(), *count)).take(NEXT_STEPS);
    let named: Vec<(&str, u64)> = nothing.into_iter().chain(events).collect();
    let other = dropped.saturating_sub(named.iter().map(|(_, count)| count).sum());
    let all = named.into_iter().chain((other > 0).then_some((say!(ui_inspector_then_other), other)));
    let shares: Vec<String> =
        all.map(|(event, count)| format!("{event} {}", numbers::rate(count as f64 / dropped as f64))).collect();
    (!shares.is_empty()).then(|| say!(ui_inspector_then, shares = shares.listed(", ")))
}

/// What people think leaves after the stage, why, and at which card.
pub fn estimate_ui(ui: &mut Ui, panel: &mut Panel<'_>, id: StageId, estimate: Option<&Estimate>) {
    let map = panel.map;
    let record = RecordRef::Stage(id);
    let Some(estimate) = estimate else {
        if link_button_ui(ui, say!(ui_inspector_estimate_it)).clicked() {
            panel.edit(first_estimate(map, id));
        }
        return;
    };
    pair_ui(ui, |columns| {
        let [left, right] = columns else { return };
        panel.line_ui(
            left,
            record,
            Field::EstimatePercent,
            say!(ui_inspector_estimate),
            say!(ui_inspector_estimate_hint),
        );
        let mut cards = vec![None];
        cards.extend(map.touchpoints_of(id).into_iter().map(|(card, _)| Some(card)));
        if !cards.contains(&estimate.cause) {
            cards.push(estimate.cause);
        }
        let title = |card| card_title(panel, card);
        if let Some(cause) = choice_ui(right, say!(ui_inspector_cause), Some(estimate.cause), &cards, title) {
            let text = cause.map(|card| card_text(map, card)).unwrap_or_default();
            panel.set(&FieldKey::one(record, Field::EstimateCause), &text);
        }
    });
    panel.area_ui(ui, record, Field::EstimateReason, say!(ui_inspector_reason), say!(ui_inspector_reason_hint));
    if link_button_ui(ui, say!(ui_inspector_remove_estimate)).clicked() {
        panel.set(&FieldKey::one(record, Field::EstimatePercent), "");
    }
}

/// A card's title in a choice of cards.
pub fn card_title(panel: &Panel<'_>, card: Option<crate::model::TouchpointId>) -> String {
    card.and_then(|id| panel.map.touchpoints.get(&id))
        .map_or_else(|| say!(ui_inspector_no_card).to_owned(), |card| card.title.clone())
}

/// Rate, interval, n and audience over a bar on which the estimate is a tick.
fn card_ui(ui: &mut Ui, row: &FigureRow, audience: &str, definition: &Definition) {
    let Some(rate) = row.rate else { return };
    let theme = style::theme(ui.ctx());
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), CARD_HEIGHT), Sense::hover());
    let n = format!("n = {} · {audience}", row.text.reached);
    let words = say!(ui_inspector_dropped_measured, rate = row.text.rate, interval = row.text.interval, n);
    response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Label, true, &words));
    let painter = ui.painter().with_clip_rect(rect.intersect(ui.clip_rect()));
    // Where nobody is lost, nothing warns.
    let (ground, edge, ink) = match rate.rate > 0.0 {
        true => (theme.bad_ground, theme.bad.over(theme.surface, 0.3), theme.bad_ink),
        false => (theme.ground, theme.hairline, theme.ink),
    };
    painter.rect_filled(rect, 8.0, style::color(ground));
    let edge = Stroke::new(1.0, style::color(edge));
    painter.rect_stroke(rect, 8.0, edge, StrokeKind::Inside);

    let bold = style::font(FaceStyle::Bold, size::BIG_FIGURE);
    let figure = painter.layout_no_wrap(row.text.rate.clone(), bold, style::color(ink));
    let left = rect.left() + PADDING;
    let middle = rect.top() + 25.0;
    let figure_width = figure.size().x;
    painter.galley(pos2(left, middle - figure.size().y / 2.0), figure, style::color(ink));
    let beside = left + figure_width + 14.0;
    let line = |y: f32, text: String, face: FaceStyle, ink| {
        let font = style::font(face, size::UI_SMALL);
        painter.text(pos2(beside, y), Align2::LEFT_CENTER, text, font, style::color(ink));
    };
    line(
        middle - 7.5,
        say!(ui_inspector_interval_measured, interval = row.text.interval),
        FaceStyle::Medium,
        theme.ink,
    );
    line(middle + 7.5, n, FaceStyle::Regular, theme.detail);

    let bar = Rect::from_min_size(pos2(left, rect.bottom() - 17.0), vec2(rect.width() - 2.0 * PADDING, 5.0));
    let x_of = |share: f64| bar.left() + bar.width() * share.clamp(0.0, 1.0) as f32;
    painter.rect_filled(bar, 2.5, style::color(theme.bad.over(theme.bad_ground, 0.25)));
    painter.rect_filled(Rect::from_min_max(bar.min, pos2(x_of(rate.rate), bar.bottom())), 2.5, style::color(theme.bad));
    let whisker = Stroke::new(1.5, style::color(theme.ink));
    painter.hline(x_of(rate.low)..=x_of(rate.high), bar.center().y, whisker);
    if let Some(estimate) = row.estimate {
        painter.vline(x_of(estimate / 100.0), bar.top() - 3.0..=bar.bottom() + 3.0, whisker);
    }
    let estimate = row.estimate.map(|_| say!(ui_inspector_tick, estimate = row.text.estimate)).unwrap_or_default();
    response.on_hover_ui(|ui| {
        ui.label(format!("{words}.{estimate}"));
        ui.separator();
        definition_ui(ui, definition);
    });
}

fn warning_ui(ui: &mut Ui, text: &str) {
    let ink = style::theme(ui.ctx()).warn_ink;
    words_ui(ui, text, style::small(), style::color(ink));
}
