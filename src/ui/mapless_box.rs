//! The box for the sheet of a map that is not open: which map that is, and the way to it.

use super::style;
use super::widgets::{box_buttons_ui, box_ui, default_button_ui, secondary_button_ui};
use crate::session::flows::{Msg, SheetsMsg};
use crate::session::{Intent, Session};
use crate::text::clean_line;
use egui::{Context, Label, RichText};
use touchline_words::direction::Listed;
use touchline_words::say;

const WIDTH: f32 = 480.0;
/// Stages that are named.
const NAMED: usize = 3;

/// Shows the box while the sheet of a map that is not open waits for it, and gives back what was pressed.
pub fn mapless_box_ui(ctx: &Context, session: &Session) -> Vec<Intent> {
    let Some(sheet) = session.flows().mapless() else { return Vec::new() };
    let boxed = box_ui(ctx, "mapless sheet", say!(ui_import_title), WIDTH, |ui| {
        ui.add(Label::new(RichText::new(said(&sheet.file_name(), sheet.stages())).font(style::body())).wrap());
        box_buttons_ui(ui, |ui| {
            let opened = default_button_ui(ui, say!(ui_mapless_open)).then_some(SheetsMsg::OpenItsMap);
            let cancelled = secondary_button_ui(ui, say!(cancel)).clicked().then_some(SheetsMsg::CloseMapless);
            opened.or(cancelled)
        })
    });
    let asked = boxed.inner.or(boxed.closed.then_some(SheetsMsg::CloseMapless));
    asked.map(|msg| Intent::Flow(Msg::Sheets(msg))).into_iter().collect()
}

fn said(file: &str, stages: &[String]) -> String {
    let named: Vec<String> = stages.iter().take(NAMED).map(|name| clean_line(name).into_owned()).collect();
    let of_stages = match (named.as_slice(), stages.len() > NAMED) {
        ([], _) => String::new(),
        (named, true) => say!(ui_mapless_stages_more, names = named.listed(", ")),
        (named, false) => say!(ui_mapless_stages, names = named.listed(", ")),
    };
    say!(ui_mapless_text, file, of_stages)
}
