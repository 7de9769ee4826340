//! The map itself, shown when nothing is selected: what it is, its lanes, its measurements.

use super::agenda::agenda_ui;
use super::brand::brand_ui;
use super::panel::{Panel, check_ui, gap_ui, pair_ui, remark_ui};
use super::picture::{Shape, picture_ui};
use super::worth::worth_ui;
use crate::edit;
use crate::fields::FieldKey;
use crate::figures::definition::period_or_reading;
use crate::model::{Date, Field, Lane, LaneId, Map, RecordRef};
use crate::session::Intent;
use crate::theme::Icon;
use crate::ui::when;
use crate::ui::widgets::{Tone, caption_ui, field_label_ui, icon_button_ui, link_button_ui, pill_ui};
use egui::{Align, Layout, Sense, Ui};
use touchline_words::say;

pub fn map_ui(ui: &mut Ui, panel: &mut Panel<'_>) {
    let record = RecordRef::Map;
    panel.heading_ui(ui, say!(ui_inspector_map), record, say!(ui_inspector_map_title));
    panel.area_ui(ui, record, Field::Finding, say!(ui_inspector_finding), say!(ui_inspector_finding_hint));
    panel.area_ui(ui, record, Field::Decides, say!(field_decides), say!(ui_inspector_decides_hint));
    pair_ui(ui, |columns| {
        let [left, right] = columns else { return };
        panel.line_ui(left, record, Field::Owner, say!(ui_col_owner), say!(ui_inspector_map_owner_hint));
        panel.line_ui(right, record, Field::Reviewed, say!(field_reviewed), "2026-11-03");
    });
    review_ui(ui, panel.map, when::today());
    panel.line_ui(ui, record, Field::Client, say!(ui_inspector_client), say!(ui_inspector_client_hint));
    pair_ui(ui, |columns| {
        let [left, right] = columns else { return };
        panel.chosen_ui(left, &FieldKey::one(record, Field::State), say!(ui_inspector_shows));
        panel.line_ui(right, record, Field::Date, say!(ui_inspector_date), "2026-11-03");
    });
    pair_ui(ui, |columns| {
        let [left, right] = columns else { return };
        panel.line_ui(left, record, Field::Language, say!(ui_inspector_language), "en");
        panel.line_ui(right, record, Field::Currency, say!(ui_inspector_currency), say!(ui_inspector_currency_hint));
    });
    worth_ui(ui, panel, record);
    picture_ui(ui, panel, record, say!(kind_picture_logo), Shape::Whole);
    brand_ui(ui, panel);
    panel.area_ui(ui, record, Field::Note, say!(ui_inspector_notes), "");
    gap_ui(ui);
    field_label_ui(ui, say!(ui_inspector_lanes));
    lanes_ui(ui, panel, None);
    agenda_ui(ui, panel);
    measurements_ui(ui, panel);
}

/// Until when the last review holds, or since when a new one is overdue.
fn review_ui(ui: &mut Ui, map: &Map, today: Date) {
    let Some(due) = map.meta.review_due().filter(|_| map.meta.reviewed.is_some()) else { return };
    if today > due {
        pill_ui(ui, &say!(ui_inspector_review_over, day = due.long()), Tone::Warn, Sense::hover());
    } else {
        remark_ui(ui, &say!(ui_inspector_review_due, day = due.long()));
    }
}

/// The lanes from top to bottom, or only one of them.
fn lanes_ui(ui: &mut Ui, panel: &mut Panel<'_>, only: Option<LaneId>) {
    let map = panel.map;
    let lanes = map.lanes_in_order();
    for (place, (id, lane)) in lanes.iter().enumerate() {
        if only.is_some_and(|only| only != *id) {
            continue;
        }
        let at = |place: usize| lanes.get(place).map(|(id, _)| *id);
        let above = place.checked_sub(1).and_then(at);
        let below = at(place + 1).map(|_| at(place + 2));
        ui.push_id(id, |ui| lane_ui(ui, panel, *id, lane, above, below));
    }
}

/// A lane that is selected: its row of the list, alone.
pub fn one_lane_ui(ui: &mut Ui, panel: &mut Panel<'_>, id: LaneId) {
    caption_ui(ui, say!(kind_lane_title));
    gap_ui(ui);
    lanes_ui(ui, panel, Some(id));
    gap_ui(ui);
    let record = RecordRef::Lane(id);
    panel.switch_ui(ui, record, Field::Folded, say!(field_folded), say!(field_folded));
    panel.line_ui(ui, record, Field::Height, say!(field_height), say!(ui_inspector_width_hint));
}

/// Shown or not, its name, and its place. `above` is the lane that it would go before; `below` the same downwards.
fn lane_ui(
    ui: &mut Ui,
    panel: &mut Panel<'_>,
    id: LaneId,
    lane: &Lane,
    above: Option<LaneId>,
    below: Option<Option<LaneId>>,
) {
    let map = panel.map;
    let title = lane.title();
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = 2.0;
        if let Some(shown) = check_ui(ui, !lane.hidden, &say!(ui_inspector_show_lane, title), "") {
            panel.edit(edit::show_lane(map, id, shown));
        }
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            let up = ui.add_enabled_ui(above.is_some(), |ui| {
                icon_button_ui(ui, Icon::ChevronUp, &say!(ui_inspector_lane_up, title))
            });
            let down = ui.add_enabled_ui(below.is_some(), |ui| {
                icon_button_ui(ui, Icon::ChevronDown, &say!(ui_inspector_lane_down, title))
            });
            if up.inner.clicked() {
                panel.edit(edit::move_lane(map, id, above));
            }
            if let (true, Some(before)) = (down.inner.clicked(), below) {
                panel.edit(edit::move_lane(map, id, before));
            }
            ui.with_layout(Layout::top_down(Align::Min), |ui| {
                panel.cell_ui(
                    ui,
                    RecordRef::Lane(id),
                    Field::Title,
                    &say!(ui_inspector_lane_name, kind = lane.kind.name()),
                    "",
                );
            });
        });
    });
}

fn measurements_ui(ui: &mut Ui, panel: &mut Panel<'_>) {
    let map = panel.map;
    if map.measurements.is_empty() {
        return;
    }
    gap_ui(ui);
    field_label_ui(ui, say!(ui_inspector_measurements));
    for (id, measurement) in map.measurements.iter().rev() {
        if link_button_ui(ui, &format!("{} · {}", measurement.source, period_or_reading(measurement))).clicked() {
            panel.intents.push(Intent::Select(RecordRef::Measurement(*id)));
        }
    }
}
