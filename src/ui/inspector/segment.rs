//! A segment's fields.

use super::panel::{Panel, check_ui, choice_ui, pair_ui, remark_ui};
use super::worth::worth_ui;
use crate::edit;
use crate::figures::numbers;
use crate::model::{Basis, Field, RecordRef, Segment, SegmentId};
use egui::Ui;

pub fn segment_ui(ui: &mut Ui, panel: &mut Panel<'_>, id: SegmentId, segment: &Segment) {
    let map = panel.map;
    let record = RecordRef::Segment(id);
    panel.heading_ui(ui, "Segment", record, "Segment name");
    pair_ui(ui, |columns| {
        let [left, right] = columns else { return };
        if let Some(basis) = basis_ui(left, segment.basis) {
            panel.edit(edit::set::<Segment>(map, id, Field::Basis, false, |segment| segment.basis = basis));
        }
        panel.line_ui(right, record, Field::Size, "Size, customers", "21,904");
    });
    let measured = map.measurement().and_then(|(_, measurement)| measurement.figures(Some(id)));
    if let Some(figures) = measured {
        remark_ui(ui, &format!("{} customers in the measured log", numbers::count(figures.customers)));
    }
    let text = "Holds children under 13";
    if let Some(children) = check_ui(ui, segment.children, text, text) {
        panel.edit(edit::set::<Segment>(map, id, Field::Children, false, |segment| segment.children = children));
    }
    panel.line_ui(ui, record, Field::Regions, "Regions", "such as US, DE");
    worth_ui(ui, panel, record);
    panel.area_ui(ui, record, Field::Values, "Names in logs, one a line", "beside its own name");
    panel.area_ui(ui, record, Field::Note, "Notes", "");
    panel.delete_ui(ui, record);
}

fn basis_ui(ui: &mut Ui, current: Basis) -> Option<Basis> {
    choice_ui(ui, "Basis", Some(current), &Basis::ALL, |one| one.name().to_owned())
}
