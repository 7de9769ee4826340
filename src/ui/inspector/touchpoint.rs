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

pub fn touchpoint_ui(ui: &mut Ui, panel: &mut Panel<'_>, id: TouchpointId, card: &Touchpoint) {
    let record = RecordRef::Touchpoint(id);
    panel.heading_ui(ui, "Touchpoint", record, "Touchpoint title");
    channel_ui(ui, panel, id, card);
    panel.line_ui(ui, record, Field::Detail, "Detail", "second line of the card");
    panel.line_ui(ui, record, Field::Doing, "Doing", "what the customer does");
    gap_ui(ui);
    emotion_ui(ui, panel, id, card);
    gap_ui(ui);
    drop_off_ui(ui, panel, card.stage, "Drop-off after this stage");
    gap_ui(ui);
    flags_ui(ui, panel, FlagTarget::Touchpoint(id));
    gap_ui(ui);
    evidence_ui(ui, panel, id, card);
    gap_ui(ui);
    if let Some(segments) = audience_ui(ui, panel, Some(&card.segments)) {
        panel.edit(edit::set::<Touchpoint>(panel.map, id, Field::Audiences, false, |card| card.segments = segments));
    }
    gap_ui(ui);
    panel.area_ui(ui, record, Field::Events, "Bound events, one a line", "event names of the log");
    if let Some(reach) = super::measured::reach_text(panel.map, panel.lens, id) {
        remark_ui(ui, &reach);
    }
    panel.line_ui(ui, record, Field::Owner, "Owner", "who answers for it");
    panel.area_ui(ui, record, Field::Note, "Notes", "");
    panel.delete_ui(ui, record);
}

fn channel_ui(ui: &mut Ui, panel: &mut Panel<'_>, id: TouchpointId, card: &Touchpoint) {
    let map = panel.map;
    ui.columns_const(|[left, right]| {
        let channel = choice_ui(left, "Channel", Some(card.channel), &Channel::ALL, |one| one.name().to_owned());
        if let Some(channel) = channel {
            panel.edit(edit::set::<Touchpoint>(map, id, Field::Channel, false, |card| card.channel = channel));
        }
        let owned = choice_ui(right, "Ownership", Some(card.ownership), &Ownership::ALL, |one| one.name().to_owned());
        if let Some(ownership) = owned {
            panel.edit(edit::set::<Touchpoint>(map, id, Field::Ownership, false, |card| card.ownership = ownership));
        }
    });
}
