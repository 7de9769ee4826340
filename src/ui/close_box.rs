//! What closing asks when there is something that is not saved: save it, keep it as a draft, or let it go.

use super::widgets::{box_buttons_ui, box_ui, danger_button_ui, primary_button_ui, secondary_button_ui};
use crate::ui::style;
use egui::{Context, Key, RichText};

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
    let name = if title.trim().is_empty() { "this map" } else { title.trim() };
    let boxed = box_ui(ctx, "close box", "Close without saving?", 440.0, |ui| {
        let text = format!(
            "“{name}” has changes that are in no file yet. Kept as a draft, they stay on this computer and are offered at the \
             next start; discarded, they are gone when Touchline is closed."
        );
        ui.label(RichText::new(text).font(style::body()));
        box_buttons_ui(ui, |ui| {
            let mut choice = None;
            if primary_button_ui(ui, "Save").clicked() || ui.input(|input| input.key_pressed(Key::Enter)) {
                choice = Some(CloseChoice::Save);
            }
            if secondary_button_ui(ui, "Keep as draft").clicked() {
                choice = Some(CloseChoice::KeepAsDraft);
            }
            if secondary_button_ui(ui, "Cancel").clicked() {
                choice = Some(CloseChoice::Stay);
            }
            ui.with_layout(egui::Layout::left_to_right(egui::Align::Center), |ui| {
                if danger_button_ui(ui, "Discard").clicked() {
                    choice = Some(CloseChoice::Discard);
                }
            });
            choice
        })
    });
    boxed.inner.or(boxed.closed.then_some(CloseChoice::Stay))
}
