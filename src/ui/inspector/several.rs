//! Several records at once: the fields that all of them have.

use super::audience::audiences_ui;
use super::flags::regime_links_ui;
use super::panel::{Panel, choice_ui, gap_ui};
use crate::edit;
use crate::fields::{self, FieldKey};
use crate::model::{Field, FlagTarget, RecordKind, RecordRef, Regime, StageId, TouchpointId};
use crate::session::Intent;
use crate::ui::widgets::{caption_ui, danger_button_ui, field_label_ui, panel_title_ui};
use egui::Ui;
use std::collections::BTreeSet;
use touchline_words::say;

/// What may be chosen for several at once.
const CHOICES: [Field; 10] = [
    Field::Channel,
    Field::Ownership,
    Field::Belongs,
    Field::FlagStatus,
    Field::ActionStatus,
    Field::Horizon,
    Field::Severity,
    Field::Basis,
    Field::Zone,
    Field::NoteColor,
];

pub fn several_ui(ui: &mut Ui, panel: &mut Panel<'_>, records: &[RecordRef]) {
    caption_ui(ui, say!(ui_inspector_selection));
    panel_title_ui(ui, &edit::describe(panel.map, records));
    gap_ui(ui);
    let kinds: BTreeSet<RecordKind> = records.iter().map(|record| record.kind()).collect();
    let all_have = |field: Field| kinds.iter().all(|kind| fields::kind(*kind, field).is_some());
    let key = |field| FieldKey { records: records.to_vec(), field };
    for field in CHOICES.into_iter().filter(|field| all_have(*field)) {
        panel.chosen_ui(ui, &key(field), field.name());
    }
    stage_ui(ui, panel, records);
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
    flags_ui(ui, panel, records);
    gap_ui(ui);
    if danger_button_ui(ui, say!(ui_inspector_delete_selected)).clicked() {
        panel.intents.push(Intent::Delete(records.to_vec()));
    }
}

/// The stage in which all stand, or to which they move.
fn stage_ui(ui: &mut Ui, panel: &mut Panel<'_>, records: &[RecordRef]) {
    if !records.iter().all(|record| edit::stage_of(panel.map, *record).is_some()) {
        return;
    }
    let stages = panel.map.stages_in_order();
    let ids: Vec<StageId> = stages.iter().map(|(id, _)| *id).collect();
    let name = |id: StageId| panel.map.stages.get(&id).map(|stage| stage.name.clone()).unwrap_or_default();
    let now = edit::shared_stage(panel.map, records);
    if let Some(to) = choice_ui(ui, say!(kind_stage_title), now, &ids, name) {
        panel.edit(edit::move_to_stage(panel.map, records, to));
    }
}

/// Flags that all have, and links that open one of a regime on each that lacks it.
fn flags_ui(ui: &mut Ui, panel: &mut Panel<'_>, records: &[RecordRef]) {
    let target = |record: &RecordRef| {
        let stage = StageId::try_from(*record).map(FlagTarget::Stage);
        TouchpointId::try_from(*record).map(FlagTarget::Touchpoint).or(stage).ok()
    };
    let Some(on) = records.iter().map(target).collect::<Option<Vec<FlagTarget>>>() else { return };
    gap_ui(ui);
    field_label_ui(ui, say!(ui_inspector_compliance));
    if let Some(regime) = regime_links_ui(ui, |regime| {
        regime != Regime::Custom
            && on.iter().all(|on| panel.map.flags_on(*on).iter().any(|(_, flag)| flag.regime == regime))
    }) {
        let flags = edit::flag_all(panel.map, &on, regime, panel.ids);
        panel.edit(flags);
    }
}
