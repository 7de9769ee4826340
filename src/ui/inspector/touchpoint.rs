//! A touchpoint's fields.

use super::audience::audience_ui;
use super::drop_off::drop_off_ui;
use super::emotion::emotion_ui;
use super::evidence::evidence_ui;
use super::flags::flags_ui;
use super::panel::{Panel, choice_ui, gap_ui, remark_ui};
use crate::edit;
use crate::model::{Channel, Field, FlagTarget, Ownership, RecordRef, Touchpoint, TouchpointId};
use egui::Ui;
use touchline_words::say;

pub fn touchpoint_ui(ui: &mut Ui, panel: &mut Panel<'_>, id: TouchpointId, card: &Touchpoint) {
    let record = RecordRef::Touchpoint(id);
    panel.heading_ui(ui, say!(ui_inspector_touchpoint), record, say!(ui_inspector_touchpoint_title));
    channel_ui(ui, panel, id, card);
    panel.line_ui(ui, record, Field::Detail, say!(ui_inspector_detail), say!(ui_inspector_detail_hint));
    panel.line_ui(ui, record, Field::Doing, say!(ui_inspector_doing), say!(ui_inspector_doing_hint));
    gap_ui(ui);
    emotion_ui(ui, panel, id, card);
    gap_ui(ui);
    drop_off_ui(ui, panel, card.stage, say!(ui_inspector_drop_off_after));
    gap_ui(ui);
    flags_ui(ui, panel, FlagTarget::Touchpoint(id));
    gap_ui(ui);
    evidence_ui(ui, panel, id, card);
    gap_ui(ui);
    if let Some(segments) = audience_ui(ui, panel, Some(&card.segments)) {
        panel.edit(edit::set::<Touchpoint>(panel.map, id, Field::Audiences, false, |card| card.segments = segments));
    }
    gap_ui(ui);
    panel.area_ui(ui, record, Field::Events, say!(ui_inspector_events), say!(ui_inspector_events_hint));
    if let Some(reach) = super::measured::reach_text(panel.map, panel.lens, id) {
        remark_ui(ui, &reach);
    }
    panel.line_ui(ui, record, Field::Owner, say!(ui_col_owner), say!(ui_inspector_owner_hint));
    panel.area_ui(ui, record, Field::Note, say!(ui_inspector_notes), "");
    panel.delete_ui(ui, record);
}

fn channel_ui(ui: &mut Ui, panel: &mut Panel<'_>, id: TouchpointId, card: &Touchpoint) {
    let map = panel.map;
    ui.columns_const(|[left, right]| {
        let channel =
            choice_ui(left, say!(ui_inspector_channel), Some(card.channel), &Channel::ALL, |one| one.name().to_owned());
        if let Some(channel) = channel {
            panel.edit(edit::set::<Touchpoint>(map, id, Field::Channel, false, |card| card.channel = channel));
        }
        let owned = choice_ui(right, say!(ui_inspector_ownership), Some(card.ownership), &Ownership::ALL, |one| {
            one.name().to_owned()
        });
        if let Some(ownership) = owned {
            panel.edit(edit::set::<Touchpoint>(map, id, Field::Ownership, false, |card| card.ownership = ownership));
        }
    });
}
