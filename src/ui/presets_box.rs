//! The presets that are kept: how exports were read, to be renamed or deleted.

use super::style;
use super::widgets::{
    bare_field_ui, box_buttons_ui, box_ui, danger_button_ui, link_button_ui, muted_ui, secondary_button_ui,
};
use crate::model::Date;
use crate::session::flows::{Msg, PresetsMsg};
use crate::session::{Intent, Session, TextOf, Writing};
use crate::store::Preset;
use egui::{Align, Context, Key, Layout, RichText, ScrollArea, Ui, vec2};
use touchline_words::direction::Listed;
use touchline_words::say;

const WIDTH: f32 = 560.0;
/// The list is at most so high, and leaves this much of the window to what stands around it.
const MOST_HEIGHT: f32 = 460.0;
const AROUND: f32 = 280.0;
/// Height of a row: a name to write in, and up to two lines below.
const ROW: f32 = 66.0;
const DELETE: f32 = 90.0;

/// Shows the presets while their list is open, the one kept last first, and gives back what was pressed and written.
pub fn presets_box_ui(ctx: &Context, session: &Session) -> Vec<Intent> {
    let mut intents = Vec::new();
    let Some(open) = session.flows().presets() else { return intents };
    let (presets, deleted) = (&session.settings().presets, open.deleted());
    let boxed = box_ui(ctx, "presets", say!(ui_presets_title), WIDTH, |ui| {
        let said = say!(ui_presets_text);
        ui.add(egui::Label::new(RichText::new(said).font(style::body())).wrap());
        ui.add_space(12.0);
        if presets.is_empty() && deleted.is_empty() {
            muted_ui(ui, say!(ui_presets_none));
        }
        let height = (ui.ctx().content_rect().height() - AROUND).clamp(120.0, MOST_HEIGHT);
        ScrollArea::vertical().id_salt("presets").max_height(height).auto_shrink([false, true]).show(ui, |ui| {
            ui.spacing_mut().item_spacing.y = 6.0;
            deleted_ui(ui, deleted, &mut intents);
            for preset in presets.iter().rev() {
                preset_ui(ui, preset, session.writing(), &mut intents);
            }
        });
        box_buttons_ui(ui, |ui| secondary_button_ui(ui, say!(close)).clicked())
    });
    if boxed.inner || boxed.closed {
        intents.push(said(PresetsMsg::Close));
    }
    intents
}

fn said(msg: PresetsMsg) -> Intent {
    Intent::Flow(Msg::Presets(msg))
}

fn deleted_ui(ui: &mut Ui, deleted: &[Preset], intents: &mut Vec<Intent>) {
    for (nth, preset) in deleted.iter().enumerate() {
        ui.horizontal(|ui| {
            ui.label(RichText::new(say!(ui_presets_deleted, name = preset.name)).font(style::body()));
            if link_button_ui(ui, &say!(ui_presets_take_back, name = preset.name)).clicked() {
                intents.push(said(PresetsMsg::TakeBack(nth)));
            }
        });
    }
}

fn preset_ui(ui: &mut Ui, preset: &Preset, writing: &Writing, intents: &mut Vec<Intent>) {
    let row = vec2(ui.available_width(), ROW);
    ui.allocate_ui_with_layout(row, Layout::left_to_right(Align::Min), |ui| {
        ui.set_min_height(ROW);
        let field = ui.available_width() - DELETE - 16.0;
        ui.allocate_ui_with_layout(vec2(field, ROW), Layout::top_down(Align::Min), |ui| {
            ui.set_width(field);
            name_ui(ui, writing, &preset.name, intents);
            muted_ui(ui, &describe(preset));
        });
        ui.add_space(16.0);
        ui.vertical(|ui| {
            if danger_button_ui(ui, say!(delete)).on_hover_text(say!(ui_presets_delete, name = preset.name)).clicked() {
                intents.push(said(PresetsMsg::Delete(preset.name.clone())));
            }
        });
    });
}

/// The name, to be written over.
fn name_ui(ui: &mut Ui, writing: &Writing, name: &str, intents: &mut Vec<Intent>) {
    let of = TextOf::Preset(name.to_owned());
    let before = writing.text(&of).unwrap_or(name);
    let mut text = before.to_owned();
    let response = ui.push_id(name, |ui| bare_field_ui(ui, &say!(ui_name_of, name), &mut text, "")).inner;
    let escaped = response.lost_focus() && ui.input(|input| input.key_pressed(Key::Escape));
    if !escaped && text != before {
        intents.push(Intent::Write { of: of.clone(), text });
    }
    if response.lost_focus() {
        intents.push(if escaped { Intent::DropText(of) } else { Intent::EndText(of) });
    }
}

/// `kept 3 Nov 2026 · windows-1252 · delimiter ; · 2 lines above the table · sheet “Events”`.
fn describe(preset: &Preset) -> String {
    let day = Date::parse(&preset.kept).map_or(preset.kept.clone(), Date::long);
    let delimiter = |delimiter: char| match delimiter {
        '\t' => say!(ui_presets_tabs).to_owned(),
        ' ' => say!(ui_presets_blanks).to_owned(),
        other => say!(ui_presets_between, other),
    };
    let roles: Vec<String> = preset
        .roles
        .iter()
        .filter_map(|(role, column)| {
            let role = match role.as_str() {
                "case" | "customer" => say!(ui_presets_customer),
                "event" => say!(ui_presets_event),
                "time" => say!(ui_presets_time),
                "segment" => say!(ui_presets_segment),
                other => other,
            };
            Some(say!(ui_presets_role_in, role, column = (*column)?.saturating_add(1)))
        })
        .collect();
    let parts = [
        Some(say!(ui_presets_kept, day)),
        preset.encoding.clone(),
        preset.delimiter.map(delimiter),
        preset.preamble_lines.map(|lines| say!(ui_presets_lines_above, lines)),
        preset.header_row.filter(|header| !header).map(|_| say!(ui_presets_no_header).to_owned()),
        (!roles.is_empty()).then(|| roles.listed(", ")),
        (!preset.times.is_empty()).then(|| say!(ui_presets_dates).to_owned()),
        preset.zone.as_ref().map(|zone| say!(ui_presets_zone, zone)),
        preset.sheet.as_ref().map(|sheet| say!(ui_presets_sheet, sheet)),
        preset.drop_duplicates.then(|| say!(ui_presets_duplicates).to_owned()),
    ];
    parts.into_iter().flatten().collect::<Vec<_>>().listed(" · ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_preset_says_what_it_fixes() {
        let preset = Preset {
            kept: "2026-11-03".to_owned(),
            delimiter: Some(';'),
            preamble_lines: Some(2),
            roles: [("case".to_owned(), Some(1)), ("segment".to_owned(), None)].into_iter().collect(),
            zone: Some("Europe/Berlin".to_owned()),
            sheet: Some("Events".to_owned()),
            ..Preset::default()
        };
        let said = "kept 3 Nov 2026 · “;” between columns · 2 lines above the table · customer in column 2 · times in \
                    Europe/Berlin · sheet “Events”";
        assert_eq!(describe(&preset), said);
    }
}
