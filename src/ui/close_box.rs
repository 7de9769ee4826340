//! What closing asks when there is something that is not saved: save it, keep it as a draft, or let it go.

use super::widgets::{box_buttons_ui, box_ui, danger_button_ui, primary_button_ui, secondary_button_ui};
use crate::ui::style;
use egui::{Context, Key, RichText};
use touchline_words::say;

/// What a person chose.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CloseChoice {
    Save,
    KeepAsDraft,
    Discard,
    /// Go on working.
    Stay,
}

/// Shows the box for a map of that title, until something is chosen.
pub fn close_box_ui(ctx: &Context, title: &str) -> Option<CloseChoice> {
    let name = if title.trim().is_empty() { say!(ui_close_this_map) } else { title.trim() };
    let boxed = box_ui(ctx, "close box", say!(ui_close_title), 440.0, |ui| {
        let text = say!(ui_close_text, name);
        ui.label(RichText::new(text).font(style::body()));
        box_buttons_ui(ui, |ui| {
            let mut choice = None;
            if primary_button_ui(ui, say!(save)).clicked() || ui.input(|input| input.key_pressed(Key::Enter)) {
                choice = Some(CloseChoice::Save);
            }
            if secondary_button_ui(ui, say!(ui_close_keep)).clicked() {
                choice = Some(CloseChoice::KeepAsDraft);
            }
            if secondary_button_ui(ui, say!(cancel)).clicked() {
                choice = Some(CloseChoice::Stay);
            }
            ui.with_layout(egui::Layout::left_to_right(egui::Align::Center), |ui| {
                if danger_button_ui(ui, say!(discard)).clicked() {
                    choice = Some(CloseChoice::Discard);
                }
            });
            choice
        })
    });
    boxed.inner.or(boxed.closed.then_some(CloseChoice::Stay))
}
