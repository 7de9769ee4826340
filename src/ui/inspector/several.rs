//! Several records at once: the fields that all of them have.

use super::audience::audiences_ui;
use super::panel::{Panel, gap_ui};
use crate::edit;
use crate::fields::{self, FieldKey};
use crate::model::{Field, RecordKind, RecordRef};
use crate::session::Intent;
use crate::ui::widgets::{caption_ui, danger_button_ui, title_ui};
use egui::Ui;
use std::collections::BTreeSet;
use touchline_words::say;

/// What may be chosen for several at once.
const CHOICES: [Field; 6] =
    [Field::Channel, Field::Ownership, Field::FlagStatus, Field::Horizon, Field::Severity, Field::Basis];

pub fn several_ui(ui: &mut Ui, panel: &mut Panel<'_>, records: &[RecordRef]) {
    caption_ui(ui, say!(ui_inspector_selection));
    title_ui(ui, &edit::describe(panel.map, records));
    gap_ui(ui);
    let kinds: BTreeSet<RecordKind> = records.iter().map(|record| record.kind()).collect();
    let all_have = |field: Field| kinds.iter().all(|kind| fields::kind(*kind, field).is_some());
    let key = |field| FieldKey { records: records.to_vec(), field };
    for field in CHOICES.into_iter().filter(|field| all_have(*field)) {
        panel.chosen_ui(ui, &key(field), field.name());
    }
    if all_have(Field::Audiences) {
        gap_ui(ui);
        audiences_ui(ui, panel, records);
        gap_ui(ui);
    }
    for (field, label, hint) in [
        (Field::Emotion(None), Field::Emotion(None).name(), "−3 … +3"),
        (Field::Owner, say!(ui_col_owner), say!(ui_inspector_owner_hint)),
        (Field::Due, say!(ui_col_due), "2026-11-03"),
        (Field::Note, say!(ui_inspector_notes), ""),
    ] {
        if all_have(field) {
            let rows = if field == Field::Note { 3 } else { 1 };
            panel.field_ui(ui, &key(field), label, hint, rows);
        }
    }
    gap_ui(ui);
    if danger_button_ui(ui, say!(ui_inspector_delete_selected)).clicked() {
        panel.intents.push(Intent::Delete(records.to_vec()));
    }
}
