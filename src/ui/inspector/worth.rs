//! What a customer is worth: three figures side by side, of the map or of a segment.

use super::panel::{Panel, remark_ui};
use crate::fields::FieldKey;
use crate::model::{CustomerValue, Field, RecordRef};
use crate::ui::widgets::field_label_ui;
use egui::Ui;
use touchline_words::say;

pub(super) fn worth_ui(ui: &mut Ui, panel: &mut Panel<'_>, record: RecordRef) {
    let map = panel.map;
    let currency = &map.meta.currency;
    let money = if currency.is_empty() { String::new() } else { format!(", {currency}") };
    ui.vertical(|ui| {
        ui.spacing_mut().item_spacing.y = 4.0;
        field_label_ui(ui, &say!(ui_inspector_value, money));
        ui.columns(3, |columns| {
            let [low, likely, high] = columns else { return };
            for (ui, field, hint) in [
                (low, Field::ValueLow, say!(ui_inspector_value_low)),
                (likely, Field::ValueLikely, say!(ui_inspector_value_likely)),
                (high, Field::ValueHigh, say!(ui_inspector_value_high)),
            ] {
                let label = say!(ui_inspector_value_of, hint);
                let look = super::typed::Look { label: &label, hint, rows: 1, kind: super::typed::LookKind::Boxed };
                panel.typed_ui(ui, &FieldKey::one(record, field), look);
            }
        });
    });
    if record != RecordRef::Map && value_of(panel, record).is_none() && map.meta.value.is_some() {
        remark_ui(ui, say!(ui_inspector_value_empty));
    }
}

fn value_of(panel: &Panel<'_>, record: RecordRef) -> Option<CustomerValue> {
    // Only segments have a worth of their own; for everything else the map's counts.
    if let RecordRef::Segment(id) = record { panel.map.segments.get(&id)?.value } else { panel.map.meta.value }
}
