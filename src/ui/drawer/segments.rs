//! The segments of the map, written in place.

use super::differ::Differ;
use super::parts::{empty_ui, heads_ui, table_ui};
use crate::edit;
use crate::figures::numbers;
use crate::model::{Field, RecordRef, Segment, SegmentId};
use crate::session::{Intent, New};
use crate::theme::Icon;
use crate::ui::inspector::Panel;
use crate::ui::widgets::{icon_button_ui, link_button_ui};
use egui::{Ui, UiBuilder};
use egui_extras::TableRow;
use touchline_words::say;

fn heads() -> [&'static str; 9] {
    [
        say!(ui_col_name),
        say!(ui_col_basis),
        say!(ui_col_size),
        say!(ui_col_children),
        say!(ui_col_regions),
        say!(field_lifecycle),
        say!(field_treatment),
        say!(ui_col_measured),
        "",
    ]
}

pub fn segments_ui(ui: &mut Ui, panel: &mut Panel<'_>, differ: &mut Differ, selection: &[RecordRef]) {
    let map = panel.map;
    let segments = map.segments_in_order();
    if segments.is_empty() {
        empty_ui(ui, say!(ui_drawer_segments_empty), None);
        add_ui(ui, panel);
        return;
    }
    ui.horizontal(|ui| {
        add_ui(ui, panel);
        differ.menu_ui(ui, map);
    });
    let (table_room, differ_room) = differ.split(map, ui.available_rect_before_wrap());
    if let Some(room) = table_room {
        ui.scope_builder(UiBuilder::new().max_rect(room), |ui| list_ui(ui, panel, selection));
    }
    if let Some(room) = differ_room {
        ui.scope_builder(UiBuilder::new().max_rect(room), |ui| differ.verdicts_ui(ui, panel));
    }
}

fn list_ui(ui: &mut Ui, panel: &mut Panel<'_>, selection: &[RecordRef]) {
    let segments = panel.map.segments_in_order();
    let widths = [112.0, 118.0, 52.0, 84.0, 60.0, 124.0, 132.0, 64.0, 104.0];
    let order: Vec<SegmentId> = segments.iter().map(|(id, _)| *id).collect();
    table_ui(ui, "segments", &heads(), &widths, |table| {
        table.header(24.0, |mut header| heads_ui(&mut header, &heads(), heads().len())).body(|body| {
            body.rows(28.0, segments.len(), |mut row| {
                let place = row.index();
                let Some((id, segment)) = segments.get(place) else { return };
                row.set_selected(selection.contains(&RecordRef::Segment(*id)));
                row_ui(&mut row, panel, *id, segment, &order);
            });
        });
    });
}

fn add_ui(ui: &mut Ui, panel: &mut Panel<'_>) {
    if !link_button_ui(ui, say!(ui_drawer_add_segment)).clicked() {
        return;
    }
    let map = panel.map;
    let (edit, id) = edit::add_segment(map, &New::segment_name(map), panel.ids);
    panel.edit(Some(edit));
    panel.intents.push(Intent::Select(RecordRef::Segment(id)));
}

fn row_ui(row: &mut TableRow<'_, '_>, panel: &mut Panel<'_>, id: SegmentId, segment: &Segment, order: &[SegmentId]) {
    let map = panel.map;
    let record = RecordRef::Segment(id);
    let name = &segment.name;
    row.col(|ui| panel.cell_ui(ui, record, Field::Title, &say!(ui_name_of, name), say!(ui_drawer_name_hint)));
    let label = say!(ui_drawer_basis_of, name);
    row.col(|ui| panel.chosen_cell_ui(ui, record, Field::Basis, &label, 112.0));
    row.col(|ui| panel.cell_ui(ui, record, Field::Size, &say!(ui_drawer_size_of, name), "–"));
    row.col(|ui| {
        let text = if segment.children { say!(ui_drawer_under_13) } else { "" };
        panel.switch_ui(ui, record, Field::Children, &say!(ui_drawer_holds_children, name), text);
    });
    row.col(|ui| panel.cell_ui(ui, record, Field::Regions, &say!(ui_drawer_regions_of, name), "–"));
    let label = say!(ui_drawer_lifecycle_of, name);
    row.col(|ui| panel.chosen_cell_ui(ui, record, Field::Lifecycle, &label, 118.0));
    row.col(|ui| panel.cell_ui(ui, record, Field::Treatment, &say!(ui_drawer_treatment_of, name), "–"));
    row.col(|ui| {
        let measured = map.measurement().and_then(|(_, measurement)| measurement.figures(Some(id)));
        ui.label(measured.map_or_else(|| numbers::NONE.to_owned(), |figures| numbers::count(figures.customers)));
    });
    row.col(|ui| order_ui(ui, panel, id, name, order));
}

/// Everything about it, up, down, away.
fn order_ui(ui: &mut Ui, panel: &mut Panel<'_>, id: SegmentId, name: &str, order: &[SegmentId]) {
    let map = panel.map;
    let place = order.iter().position(|other| *other == id).unwrap_or_default();
    let above = place.checked_sub(1).and_then(|above| order.get(above).copied());
    let has_below = place + 1 < order.len();
    ui.spacing_mut().item_spacing.x = 2.0;
    if icon_button_ui(ui, Icon::Info, &say!(ui_drawer_everything_about, name)).clicked() {
        panel.intents.push(Intent::Select(RecordRef::Segment(id)));
    }
    let up =
        ui.add_enabled_ui(above.is_some(), |ui| icon_button_ui(ui, Icon::ChevronUp, &say!(ui_drawer_move_up, name)));
    let down =
        ui.add_enabled_ui(has_below, |ui| icon_button_ui(ui, Icon::ChevronDown, &say!(ui_drawer_move_down, name)));
    if up.inner.clicked() {
        panel.edit(edit::move_segment(map, id, above));
    }
    if down.inner.clicked() {
        panel.edit(edit::move_segment(map, id, order.get(place + 2).copied()));
    }
    if icon_button_ui(ui, Icon::Close, &say!(ui_drawer_delete, name)).clicked() {
        panel.intents.push(Intent::Delete(vec![RecordRef::Segment(id)]));
    }
}
