//! What is asked where a file is to be opened that another window shows: as a copy, all the same, or not at all.

use super::style;
use super::when::when;
use super::widgets::{box_buttons_ui, firm_box_ui, primary_button_ui, secondary_button_ui, words_ui};
use crate::session::Answer;
use crate::store::Holder;
use egui::{Context, Key};
use std::path::Path;
use touchline_words::say;

/// Shows the box until something is chosen. The first button is the safe one, and Enter presses it.
pub fn in_use_box_ui(ctx: &Context, path: &Path, holder: &Holder) -> Option<Answer> {
    let name = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    let since = i64::try_from(holder.since_unix_secs).map(when).unwrap_or_default();
    let boxed = firm_box_ui(ctx, "in use", say!(ui_in_use_title), 560.0, |ui| {
        let text = match &holder.machine {
            Some(machine) => say!(ui_in_use_elsewhere, name, machine = machine.as_str()),
            None if holder.since_unix_secs == 0 => say!(ui_in_use_other, name, process = holder.process),
            None => say!(ui_in_use_text, name, since, process = holder.process),
        };
        words_ui(ui, &text, style::body(), ui.visuals().text_color());
        box_buttons_ui(ui, |ui| {
            let copy = primary_button_ui(ui, say!(ui_kept_open_copy)).clicked();
            let same = secondary_button_ui(ui, say!(ui_in_use_open)).clicked();
            let cancelled = secondary_button_ui(ui, say!(cancel)).clicked();
            // Enter is the first button's, unless another one has the keyboard and takes it.
            let copy = copy || !same && !cancelled && ui.input(|input| input.key_pressed(Key::Enter));
            let chosen = [(copy, Answer::Copy), (same, Answer::Work), (cancelled, Answer::Cancel)];
            chosen.into_iter().find(|(is, _)| *is).map(|(_, answer)| answer)
        })
    });
    boxed.inner.or(boxed.closed.then_some(Answer::Cancel))
}
