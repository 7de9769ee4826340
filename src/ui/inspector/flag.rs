//! A compliance flag's fields.

use super::flags::tone_of;
use super::panel::{Panel, gap_ui, pair_ui};
use crate::edit;
use crate::fields::FieldKey;
use crate::model::{Field, Flag, FlagId, FlagTarget, RecordRef, Regime};
use crate::session::Intent;
use crate::ui::widgets::{caption_ui, link_button_ui, pennant_ui};
use egui::{Sense, Ui};
use touchline_words::say;

pub fn flag_ui(ui: &mut Ui, panel: &mut Panel<'_>, id: FlagId, flag: &Flag) {
    let record = RecordRef::Flag(id);
    caption_ui(ui, say!(kind_flag_title));
    ui.add_space(2.0);
    pennant_ui(ui, flag.status.sign(), flag.code(), tone_of(flag.status), Sense::hover());
    on_ui(ui, panel, flag.on);
    gap_ui(ui);
    panel.chosen_ui(ui, &FieldKey::one(record, Field::Regime), say!(ui_col_rule));
    if flag.regime == Regime::Custom {
        panel.line_ui(ui, record, Field::Custom, say!(ui_inspector_rule_name), say!(ui_inspector_rule_name_hint));
    }
    panel.chosen_ui(ui, &FieldKey::one(record, Field::FlagStatus), say!(ui_col_status));
    pair_ui(ui, |columns| {
        let [left, right] = columns else { return };
        panel.line_ui(left, record, Field::Owner, say!(ui_col_owner), say!(ui_inspector_who_clears));
        panel.line_ui(right, record, Field::Due, say!(ui_col_due), "2026-11-03");
    });
    panel.line_ui(ui, record, Field::FlagEvidence, say!(ui_col_evidence), say!(ui_inspector_flag_evidence_hint));
    panel.area_ui(ui, record, Field::Note, say!(ui_col_note), say!(ui_inspector_flag_note_hint));
    panel.delete_ui(ui, record);
}

/// The card or stage that the flag hangs on, which a click selects.
fn on_ui(ui: &mut Ui, panel: &mut Panel<'_>, on: FlagTarget) {
    let at = match on {
        FlagTarget::Touchpoint(card) => RecordRef::Touchpoint(card),
        FlagTarget::Stage(stage) => RecordRef::Stage(stage),
    };
    let Some(title) = edit::title_of(panel.map, at) else { return };
    if link_button_ui(ui, &say!(ui_inspector_flag_on, kind = at.kind().name(), title)).clicked() {
        panel.intents.push(Intent::Select(at));
    }
}
