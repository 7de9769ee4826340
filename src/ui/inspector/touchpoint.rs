//! A touchpoint's fields.

use super::audience::audiences_ui;
use super::drop_off::drop_off_ui;
use super::emotion::{emotion_ui, to_be_ui};
use super::evidence::evidence_ui;
use super::flags::flags_ui;
use super::panel::{Panel, gap_ui, pair_ui, remark_ui};
use super::picture::{Shape, picture_ui};
use super::step::{own_step_ui, until_ui};
use crate::fields::FieldKey;
use crate::model::{Field, FlagTarget, RecordRef, Touchpoint, TouchpointId};
use egui::Ui;
use touchline_words::say;

pub fn touchpoint_ui(ui: &mut Ui, panel: &mut Panel<'_>, id: TouchpointId, card: &Touchpoint) {
    let record = RecordRef::Touchpoint(id);
    panel.heading_ui(ui, say!(kind_touchpoint_title), record, say!(ui_inspector_touchpoint_title));
    pair_ui(ui, |columns| {
        let [left, right] = columns else { return };
        panel.chosen_ui(left, &FieldKey::one(record, Field::Channel), say!(ui_inspector_channel));
        panel.chosen_ui(right, &FieldKey::one(record, Field::Ownership), say!(ui_inspector_ownership));
    });
    own_step_ui(ui, panel, id, card);
    until_ui(ui, panel, id, card);
    panel.line_ui(ui, record, Field::Detail, say!(ui_inspector_detail), say!(ui_inspector_detail_hint));
    panel.line_ui(ui, record, Field::Doing, say!(ui_inspector_doing), say!(ui_inspector_doing_hint));
    gap_ui(ui);
    picture_ui(ui, panel, record, say!(field_image), Shape::Whole);
    gap_ui(ui);
    emotion_ui(ui, panel, id, card);
    to_be_ui(ui, panel, id, card);
    panel.chosen_ui(ui, &FieldKey::one(record, Field::Belongs), say!(field_belongs));
    gap_ui(ui);
    drop_off_ui(ui, panel, card.stage, say!(ui_inspector_drop_off_after));
    gap_ui(ui);
    flags_ui(ui, panel, FlagTarget::Touchpoint(id));
    gap_ui(ui);
    evidence_ui(ui, panel, id, card);
    gap_ui(ui);
    audiences_ui(ui, panel, &[record]);
    gap_ui(ui);
    panel.area_ui(ui, record, Field::Events, say!(ui_inspector_events), say!(ui_inspector_events_hint));
    if let Some(reach) = super::measured::reach_text(panel.map, panel.lens, id) {
        remark_ui(ui, &reach);
    }
    panel.line_ui(ui, record, Field::Owner, say!(ui_col_owner), say!(ui_inspector_owner_hint));
    panel.area_ui(ui, record, Field::Note, say!(ui_inspector_notes), "");
    panel.delete_ui(ui, record);
}
