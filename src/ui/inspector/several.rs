//! Several records at once: the fields that all of them have.

use super::audience::audience_ui;
use super::panel::{Panel, choice_ui, gap_ui};
use crate::edit;
use crate::fields::FieldKey;
use crate::model::*;
use crate::session::Action as Ask;
use crate::ui::widgets::{caption_ui, link_button_ui, title_ui};
use egui::Ui;
use touchline_words::say;

pub fn several_ui(ui: &mut Ui, panel: &mut Panel<'_>, records: &[RecordRef]) {
    caption_ui(ui, say!(ui_inspector_selection));
    title_ui(ui, &edit::describe(panel.map, records));
    gap_ui(ui);
    touchpoints_ui(ui, panel, records);
    flags_ui(ui, panel, records);
    actions_ui(ui, panel, records);
    pains_ui(ui, panel, records);
    audiences_ui(ui, panel, records);
    segments_ui(ui, panel, records);
    for (field, label, hint) in [
        (Field::Owner, say!(ui_col_owner), say!(ui_inspector_owner_hint)),
        (Field::Due, say!(ui_col_due), "2026-11-03"),
        (Field::Note, say!(ui_inspector_notes), ""),
    ] {
        if records.iter().all(|record| crate::fields::read(panel.map, *record, field).is_some()) {
            let rows = if field == Field::Note { 3 } else { 1 };
            panel.field_ui(ui, &FieldKey { records: records.to_vec(), field }, label, hint, rows);
        }
    }
    gap_ui(ui);
    if link_button_ui(ui, say!(ui_inspector_delete_selected)).clicked() {
        panel.actions.push(Ask::Delete(records.to_vec()));
    }
}

/// The records when all are of one kind.
fn all_of<'a, R: Record + 'a>(map: &'a Map, records: &[RecordRef]) -> Vec<(R::Id, &'a R)> {
    let ids = records.iter().filter_map(|record| R::Id::try_from(*record).ok());
    let found: Vec<(R::Id, &R)> = ids.filter_map(|id| Some((id, R::table(map).get(&id)?))).collect();
    if found.len() == records.len() { found } else { Vec::new() }
}

/// What all have in common in a field; `None` when they differ.
fn shared<R, T: PartialEq>(found: &[(impl Copy, &R)], field: impl Fn(&R) -> T) -> Option<T> {
    let mut values = found.iter().map(|(_, record)| field(record));
    let first = values.next()?;
    values.all(|value| value == first).then_some(first)
}

/// One edit that changes every record.
fn set_all<R: Record>(map: &Map, field: Field, found: &[(R::Id, &R)], change: impl Fn(&mut R)) -> Option<Edit> {
    let changes = found.iter().map(|(id, record)| {
        let mut record = (*record).clone();
        change(&mut record);
        R::change(*id, Some(record))
    });
    edit::effective(map, Edit::of(Verb::Set(field), changes.collect()))
}

fn touchpoints_ui(ui: &mut Ui, panel: &mut Panel<'_>, records: &[RecordRef]) {
    let map = panel.map;
    let cards = all_of::<Touchpoint>(map, records);
    if cards.is_empty() {
        return;
    }
    let channel =
        choice_ui(ui, say!(ui_inspector_channel), shared(&cards, |card| card.channel), &Channel::ALL, |one| {
            one.name().into()
        });
    if let Some(channel) = channel {
        panel.edit(set_all(map, Field::Channel, &cards, |card| card.channel = channel));
    }
    let now = shared(&cards, |card| card.ownership);
    if let Some(ownership) = choice_ui(ui, say!(ui_inspector_ownership), now, &Ownership::ALL, |one| one.name().into())
    {
        panel.edit(set_all(map, Field::Ownership, &cards, |card| card.ownership = ownership));
    }
    gap_ui(ui);
    let now = shared(&cards, |card| card.segments.clone());
    if let Some(segments) = audience_ui(ui, panel, now.as_deref()) {
        panel.edit(set_all(map, Field::Audiences, &cards, |card| card.segments.clone_from(&segments)));
    }
    gap_ui(ui);
}

fn flags_ui(ui: &mut Ui, panel: &mut Panel<'_>, records: &[RecordRef]) {
    let map = panel.map;
    let flags = all_of::<Flag>(map, records);
    if flags.is_empty() {
        return;
    }
    let now = shared(&flags, |flag| flag.status);
    if let Some(status) = choice_ui(ui, say!(ui_col_status), now, &FlagStatus::ALL, super::flag::status_text) {
        panel.edit(set_all(map, Field::FlagStatus, &flags, |flag| flag.status = status));
    }
}

fn actions_ui(ui: &mut Ui, panel: &mut Panel<'_>, records: &[RecordRef]) {
    let map = panel.map;
    let actions = all_of::<Action>(map, records);
    if actions.is_empty() {
        return;
    }
    let now = shared(&actions, |action| action.horizon);
    if let Some(horizon) = choice_ui(ui, say!(ui_col_horizon), now, &Horizon::ALL, |one| one.name().into()) {
        panel.edit(set_all(map, Field::Horizon, &actions, |action| action.horizon = horizon));
    }
}

fn pains_ui(ui: &mut Ui, panel: &mut Panel<'_>, records: &[RecordRef]) {
    let map = panel.map;
    let pains = all_of::<PainPoint>(map, records);
    if pains.is_empty() {
        return;
    }
    let now = shared(&pains, |pain| pain.severity);
    if let Some(severity) = choice_ui(ui, say!(ui_inspector_severity), now, &Severity::ALL, |one| one.name().into()) {
        panel.edit(set_all(map, Field::Severity, &pains, |pain| pain.severity = severity));
    }
}

/// Whom the records are for, where all are of one kind that is a list in a stage and for somebody.
fn audiences_ui(ui: &mut Ui, panel: &mut Panel<'_>, records: &[RecordRef]) {
    if let Some(kind) = records.first().and_then(|record| record.kind().listed()) {
        of_kind!(kind, R => audiences_of_ui::<R>(ui, panel, records));
    }
}

fn audiences_of_ui<R: InStage>(ui: &mut Ui, panel: &mut Panel<'_>, records: &[RecordRef]) {
    let map = panel.map;
    let found = all_of::<R>(map, records);
    if found.iter().all(|(_, record)| record.spot().segments.is_none()) {
        return;
    }
    let now = shared(&found, |record| record.spot().segments.cloned()).flatten();
    if let Some(segments) = audience_ui(ui, panel, now.as_deref()) {
        panel.edit(set_all(map, Field::Audiences, &found, |record| {
            if let Some(held) = record.spot_mut().segments {
                held.clone_from(&segments);
            }
        }));
    }
}

fn segments_ui(ui: &mut Ui, panel: &mut Panel<'_>, records: &[RecordRef]) {
    let map = panel.map;
    let segments = all_of::<Segment>(map, records);
    if segments.is_empty() {
        return;
    }
    let now = shared(&segments, |segment| segment.basis);
    if let Some(basis) = choice_ui(ui, say!(ui_col_basis), now, &Basis::ALL, |one| one.name().into()) {
        panel.edit(set_all(map, Field::Basis, &segments, |segment| segment.basis = basis));
    }
}
