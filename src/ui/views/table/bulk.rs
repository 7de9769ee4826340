//! What is done to several checked rows at once: what they share, or that they differ, and what all are to be.

use super::super::shell::Pane;
use crate::edit;
use crate::fields::{self, FieldKey, FieldKind};
use crate::model::{Field, RecordKind, RecordRef, StageId};
use crate::scene::FaceStyle;
use crate::session::{Command, Intent, Session};
use crate::theme::size;
use crate::ui::style;
use crate::ui::widgets::{Tone, bare_combo_ui, danger_button_ui, entry_ui, muted_ui, pill_ui};
use egui::scroll_area::ScrollBarVisibility;
use egui::{RichText, ScrollArea, Sense, Ui, vec2};
use touchline_words::say;

/// In points.
pub const HEIGHT: f32 = 44.0;
const CHOICE: f32 = 118.0;

/// The checked records of a kind.
pub fn checked(session: &Session, kind: RecordKind) -> Vec<RecordRef> {
    session.selection().records().iter().copied().filter(|record| record.kind() == kind).collect()
}

/// What stands in the bar. Each change is one step of undo.
pub fn bulk_ui(ui: &mut Ui, pane: Pane<'_>, records: &[RecordRef], intents: &mut Vec<Intent>) {
    pill_ui(ui, &say!(ui_table_checked, n = records.len()), Tone::Accent, Sense::hover());
    let deletes = Command::Delete.name();
    ui.with_layout(pane.layout_from_end(), |ui| {
        if danger_button_ui(ui, deletes).clicked() {
            intents.push(Intent::Delete(records.to_vec()));
        }
        ui.with_layout(pane.layout(), |ui| choices_ui(ui, pane, records, intents));
    });
}

fn choices_ui(ui: &mut Ui, pane: Pane<'_>, records: &[RecordRef], intents: &mut Vec<Intent>) {
    let session = pane.session;
    let row = ScrollArea::horizontal().id_salt("table bulk").scroll_bar_visibility(ScrollBarVisibility::AlwaysHidden);
    row.auto_shrink([false, true]).show(ui, |ui| {
        ui.with_layout(pane.layout(), |ui| {
            ui.set_height(HEIGHT - 8.0);
            stage_ui(ui, session, records, intents);
            for field in choices(records) {
                choice_ui(ui, session, &FieldKey { records: records.to_vec(), field }, intents);
            }
            muted_ui(ui, say!(ui_table_esc));
        });
    });
}

/// The fields of a kind that are one of a few.
fn choices(records: &[RecordRef]) -> Vec<Field> {
    let Some(kind) = records.first().map(|record| record.kind()) else { return Vec::new() };
    // A piece of evidence is one of a list, which may be longer for one than for another.
    let is_choice = |(field, kind): &(Field, FieldKind)| {
        matches!(kind, FieldKind::Choice(_) | FieldKind::Switch) && !matches!(field, Field::EvidenceKind(_))
    };
    fields::all(kind).into_iter().filter(is_choice).map(|(field, _)| field).collect()
}

fn label(ui: &mut Ui, text: &str) {
    let ink = style::color(style::theme(ui.ctx()).ink);
    ui.label(RichText::new(text).font(style::font(FaceStyle::Medium, size::UI)).color(ink));
}

fn choice_ui(ui: &mut Ui, session: &Session, key: &FieldKey, intents: &mut Vec<Intent>) {
    let Some(names) = key.records.first().and_then(|record| fields::choices(record.kind(), key.field)) else { return };
    let now = fields::chosen(session.map(), key);
    let shown = now.and_then(|place| names.get(place)).copied().unwrap_or(say!(ui_table_mixed));
    let mut chosen = None;
    label(ui, key.field.name());
    ui.allocate_ui(vec2(CHOICE, style::CONTROL_HEIGHT), |ui| {
        bare_combo_ui(ui, &say!(ui_table_of_all, name = key.field.name()), shown, |ui| {
            for (place, name) in names.iter().enumerate() {
                if entry_ui(ui, now == Some(place), *name).clicked() {
                    chosen = Some(place);
                }
            }
        });
    });
    intents.extend(chosen.and_then(|place| fields::choose(session.map(), key, place)).map(Intent::Edit));
}

fn stage_ui(ui: &mut Ui, session: &Session, records: &[RecordRef], intents: &mut Vec<Intent>) {
    let map = session.map();
    if !records.iter().all(|record| edit::stage_of(map, *record).is_some()) {
        return;
    }
    let now = edit::shared_stage(map, records);
    let shown = now.map_or_else(|| say!(ui_table_mixed).to_owned(), |id| fields::stage_text(map, id));
    let mut chosen: Option<StageId> = None;
    let name = RecordKind::Stage.name();
    label(ui, say!(ui_col_stage));
    ui.allocate_ui(vec2(CHOICE, style::CONTROL_HEIGHT), |ui| {
        bare_combo_ui(ui, &say!(ui_table_of_all, name), &shown, |ui| {
            for (id, stage) in map.stages_in_order() {
                if entry_ui(ui, now == Some(id), stage.name.clone()).clicked() {
                    chosen = Some(id);
                }
            }
        });
    });
    intents.extend(chosen.and_then(|to| edit::move_to_stage(map, records, to)).map(Intent::Edit));
}
