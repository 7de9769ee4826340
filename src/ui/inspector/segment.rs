//! A segment's fields.

use super::panel::{Panel, check_ui, choice_ui, pair_ui, remark_ui};
use super::worth::worth_ui;
use crate::edit;
use crate::figures::numbers;
use crate::model::{Basis, Field, RecordRef, Segment, SegmentId};
use egui::Ui;
use touchline_words::say;

pub fn segment_ui(ui: &mut Ui, panel: &mut Panel<'_>, id: SegmentId, segment: &Segment) {
    let map = panel.map;
    let record = RecordRef::Segment(id);
    panel.heading_ui(ui, say!(ui_inspector_segment), record, say!(ui_inspector_segment_name));
    pair_ui(ui, |columns| {
        let [left, right] = columns else { return };
        if let Some(basis) = basis_ui(left, segment.basis) {
            panel.edit(edit::set::<Segment>(map, id, Field::Basis, false, |segment| segment.basis = basis));
        }
        panel.line_ui(right, record, Field::Size, say!(ui_inspector_size), "21,904");
    });
    let measured = map.measurement().and_then(|(_, measurement)| measurement.figures(Some(id)));
    if let Some(figures) = measured {
        remark_ui(ui, &say!(ui_inspector_customers_in_log, n = numbers::count(figures.customers)));
    }
    let text = say!(ui_inspector_children);
    if let Some(children) = check_ui(ui, segment.children, text, text) {
        panel.edit(edit::set::<Segment>(map, id, Field::Children, false, |segment| segment.children = children));
    }
    panel.line_ui(ui, record, Field::Regions, say!(ui_col_regions), say!(ui_inspector_regions_hint));
    worth_ui(ui, panel, record);
    panel.area_ui(ui, record, Field::Values, say!(ui_inspector_values), say!(ui_inspector_values_hint));
    panel.area_ui(ui, record, Field::Note, say!(ui_inspector_notes), "");
    panel.delete_ui(ui, record);
}

fn basis_ui(ui: &mut Ui, current: Basis) -> Option<Basis> {
    choice_ui(ui, say!(ui_col_basis), Some(current), &Basis::ALL, |one| one.name().to_owned())
}
