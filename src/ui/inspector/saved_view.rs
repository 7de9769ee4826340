//! A saved view: its name, what it asks for, and what becomes of the others.

use super::panel::{Panel, gap_ui, remark_ui};
use crate::fields::FieldKey;
use crate::model::{Field, RecordRef, SavedView, SavedViewId};
use crate::session::Intent;
use crate::session::filter::chips;
use crate::session::flows::{FilterMsg, Msg};
use crate::ui::widgets::{field_label_ui, link_button_ui};
use egui::Ui;
use touchline_words::say;

pub fn saved_view_ui(ui: &mut Ui, panel: &mut Panel<'_>, id: SavedViewId, view: &SavedView) {
    let (map, record) = (panel.map, RecordRef::SavedView(id));
    panel.heading_ui(ui, say!(kind_saved_view_title), record, say!(ui_inspector_view_name));
    let lens = view.lens.and_then(|id| map.segments.get(&id)).map_or(say!(ui_all), |segment| segment.name.as_str());
    remark_ui(ui, &say!(ui_inspector_view_lens, lens));
    remark_ui(ui, &say!(ui_inspector_view_kind, view = view.view.name()));
    for chip in chips(map, &view.filter) {
        remark_ui(ui, &chip.said());
    }
    if !view.filter.is_empty() {
        panel.chosen_ui(ui, &FieldKey::one(record, Field::Others), say!(field_others));
    }
    gap_ui(ui);
    field_label_ui(ui, say!(ui_inspector_view_use));
    if link_button_ui(ui, say!(ui_inspector_view_show)).clicked() {
        panel.intents.push(Intent::Flow(Msg::Filter(FilterMsg::Choose(id))));
    }
    remark_ui(ui, say!(ui_inspector_view_remark));
    panel.delete_ui(ui, record);
}
