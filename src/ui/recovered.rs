//! Unsaved work that no file has, to go on with or to let go; what was let go can be had back until the program ends.

use super::style;
use super::when::when;
use super::widgets::{cut_words_ui, danger_button_ui, primary_button_ui, secondary_button_ui};
use crate::scene::FaceStyle;
use crate::store::{Draft, DraftId};
use crate::theme::size;
use egui::{CornerRadius, Frame, RichText, Stroke, Ui};
use touchline_words::{Said, said, say};

/// What is to become of a draft.
#[derive(Clone, Debug, PartialEq)]
pub enum RecoveredAsk {
    Open(DraftId),
    Discard(DraftId),
    Undiscard(DraftId),
}

/// A card for each draft, the newest first.
pub fn recovered_ui(ui: &mut Ui, drafts: &[Draft], is_discarded: &dyn Fn(&DraftId) -> bool) -> Option<RecoveredAsk> {
    let mut newest_first: Vec<&Draft> = drafts.iter().collect();
    newest_first.sort_by_key(|draft| std::cmp::Reverse(draft.written_unix_secs));
    let mut ask = None;
    for draft in newest_first {
        ui.push_id(&draft.id.0, |ui| ask = draft_ui(ui, draft, is_discarded(&draft.id)).or(ask.take()));
        ui.add_space(8.0);
    }
    ask
}

fn draft_ui(ui: &mut Ui, draft: &Draft, discarded: bool) -> Option<RecoveredAsk> {
    let theme = style::theme(ui.ctx());
    let mut ask = None;
    Frame::new()
        .fill(style::color(theme.surface))
        .stroke(Stroke::new(1.0, style::color(theme.warn)))
        .corner_radius(CornerRadius::same(style::CARD_RADIUS))
        .inner_margin(16.0)
        .show(ui, |ui| {
            ui.set_width(ui.available_width());
            ui.spacing_mut().item_spacing.x = 8.0;
            let strong = style::font(FaceStyle::SemiBold, size::UI);
            let title = if draft.title.trim().is_empty() { say!(ui_untitled_map) } else { draft.title.trim() };
            cut_words_ui(ui, title, strong, style::color(theme.ink));
            ui.label(
                RichText::new(if discarded { GOES.text().to_owned() } else { line(draft) })
                    .font(style::small())
                    .color(style::color(theme.muted)),
            );
            ui.add_space(4.0);
            ui.horizontal(|ui| {
                if discarded {
                    if secondary_button_ui(ui, say!(ui_recovered_undo)).clicked() {
                        ask = Some(RecoveredAsk::Undiscard(draft.id.clone()));
                    }
                    return;
                }
                if primary_button_ui(ui, say!(ui_recovered_go_on)).clicked() {
                    ask = Some(RecoveredAsk::Open(draft.id.clone()));
                }
                if danger_button_ui(ui, say!(discard)).clicked() {
                    ask = Some(RecoveredAsk::Discard(draft.id.clone()));
                }
            });
        });
    ask
}

/// What is said of a draft that was discarded.
const GOES: Said = said::ui_recovered_goes;

fn line(draft: &Draft) -> String {
    let written = i64::try_from(draft.written_unix_secs).map(when).unwrap_or_default();
    match draft.original.as_ref().and_then(|grown| grown.path.file_name()) {
        Some(name) => say!(ui_recovered_unsaved, name = name.to_string_lossy(), written),
        None => say!(ui_recovered_never_saved, written),
    }
}
