//! Steps: the fields of one, and those of a stage in its panel.

use super::panel::{Panel, choice_ui, gap_ui, remark_ui};
use crate::edit;
use crate::fields::{FieldKey, stage_text, step_text};
use crate::model::{Field, RecordKind, RecordRef, StageId, Step, StepId, Touchpoint, TouchpointId};
use crate::session::{Command, Intent};
use crate::ui::widgets::{field_label_ui, link_button_ui};
use egui::Ui;
use touchline_words::say;

pub fn step_ui(ui: &mut Ui, panel: &mut Panel<'_>, id: StepId, step: &Step) {
    let (map, record) = (panel.map, RecordRef::Step(id));
    panel.heading_ui(ui, say!(kind_step_title), record, say!(ui_inspector_step_name));
    let stages: Vec<StageId> = map.stages_in_order().into_iter().map(|(id, _)| id).collect();
    let name = |stage: StageId| stage_text(map, stage);
    if let Some(to) = choice_ui(ui, say!(kind_stage_title), Some(step.stage), &stages, name) {
        panel.edit(edit::move_step(map, id, to, None));
    }
    let cards = map.touchpoints.values().filter(|card| map.step_of(card) == Some(id)).count();
    gap_ui(ui);
    remark_ui(ui, &RecordKind::Touchpoint.counted(cards));
    remark_ui(ui, say!(ui_inspector_step_remark));
    panel.delete_ui(ui, record);
}

/// A stage's steps one after the other.
pub fn steps_ui(ui: &mut Ui, panel: &mut Panel<'_>, stage: StageId) {
    field_label_ui(ui, say!(ui_inspector_steps));
    for (id, step) in panel.map.steps_of(stage) {
        ui.push_id(id, |ui| {
            if link_button_ui(ui, &step.name).clicked() {
                panel.intents.push(Intent::Select(RecordRef::Step(id)));
            }
        });
    }
    if link_button_ui(ui, say!(kind_step_add)).clicked() {
        panel.intents.push(Intent::Command(Command::AddStep));
    }
}

/// Until which stage a card goes on; nothing where no stage comes after its own.
pub fn until_ui(ui: &mut Ui, panel: &mut Panel<'_>, id: TouchpointId, card: &Touchpoint) {
    let map = panel.map;
    let after = map.stages_in_order().into_iter().map(|(id, _)| id).skip_while(|stage| *stage != card.stage).skip(1);
    let ends: Vec<Option<StageId>> = std::iter::once(None).chain(after.map(Some)).collect();
    if ends.len() < 2 {
        return;
    }
    let name = |stage: Option<StageId>| match stage {
        Some(stage) => stage_text(map, stage),
        None => say!(ui_inspector_here_alone).to_owned(),
    };
    if let Some(end) = choice_ui(ui, say!(ui_inspector_until), Some(map.end_of(card)), &ends, name) {
        let text = end.map(|stage| stage_text(map, stage)).unwrap_or_default();
        panel.set(&FieldKey::one(id.into(), Field::Until), &text);
    }
}

/// To which step a card belongs; nothing where its stage has none.
pub fn own_step_ui(ui: &mut Ui, panel: &mut Panel<'_>, id: TouchpointId, card: &Touchpoint) {
    let map = panel.map;
    let steps = map.steps_of(card.stage);
    if steps.is_empty() {
        return;
    }
    let steps: Vec<Option<StepId>> = steps.into_iter().map(|(id, _)| Some(id)).chain([None]).collect();
    let name = |step: Option<StepId>| match step {
        Some(id) => step_text(map, id),
        None => say!(ui_inspector_no_step).to_owned(),
    };
    if let Some(step) = choice_ui(ui, say!(kind_step_title), Some(map.step_of(card)), &steps, name) {
        let text = step.map(|id| step_text(map, id)).unwrap_or_default();
        panel.set(&FieldKey::one(id.into(), Field::Step), &text);
    }
}
