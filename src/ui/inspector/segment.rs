//! A segment's fields.

use super::panel::{Panel, gap_ui, pair_ui, remark_ui};
use super::picture::{Shape, picture_ui};
use super::worth::worth_ui;
use crate::fields::FieldKey;
use crate::figures::numbers;
use crate::model::{Field, RecordRef, SegmentId};
use egui::Ui;
use touchline_words::say;

pub fn segment_ui(ui: &mut Ui, panel: &mut Panel<'_>, id: SegmentId) {
    let map = panel.map;
    let record = RecordRef::Segment(id);
    panel.heading_ui(ui, say!(kind_segment_title), record, say!(ui_inspector_segment_name));
    picture_ui(ui, panel, record, say!(ui_inspector_portrait), Shape::Round);
    gap_ui(ui);
    pair_ui(ui, |columns| {
        let [left, right] = columns else { return };
        panel.chosen_ui(left, &FieldKey::one(record, Field::Basis), say!(ui_col_basis));
        panel.line_ui(right, record, Field::Size, say!(ui_inspector_size), "21,904");
    });
    let measured = map.measurement().and_then(|(_, measurement)| measurement.figures(Some(id)));
    if let Some(figures) = measured {
        remark_ui(ui, &say!(ui_inspector_customers_in_log, n = numbers::count(figures.customers)));
    }
    let text = say!(ui_inspector_children);
    panel.switch_ui(ui, record, Field::Children, text, text);
    panel.line_ui(ui, record, Field::Regions, say!(ui_col_regions), say!(ui_inspector_regions_hint));
    panel.chosen_ui(ui, &FieldKey::one(record, Field::Lifecycle), say!(field_lifecycle));
    gap_ui(ui);
    panel.area_ui(ui, record, Field::Quote, say!(field_quote), say!(ui_inspector_quote_hint));
    panel.area_ui(ui, record, Field::Needs, say!(field_needs), say!(ui_inspector_needs_hint));
    panel.area_ui(ui, record, Field::Jobs, say!(field_jobs), say!(ui_inspector_jobs_hint));
    panel.area_ui(ui, record, Field::Treatment, say!(field_treatment), say!(ui_inspector_treatment_hint));
    gap_ui(ui);
    worth_ui(ui, panel, record);
    panel.area_ui(ui, record, Field::Values, say!(ui_inspector_values), say!(ui_inspector_values_hint));
    panel.area_ui(ui, record, Field::Note, say!(ui_inspector_notes), "");
    panel.delete_ui(ui, record);
}
