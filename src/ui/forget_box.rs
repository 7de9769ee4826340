//! The question whether what is kept beside the files may go: what there is, of the open map or of all, and what stays all the same.

use super::style;
use super::widgets::{box_buttons_ui, box_ui, chip_ui, danger_button_ui, muted_ui, secondary_button_ui, words_ui};
use crate::scene::FaceStyle;
use crate::session::flows::{ForgetMsg, ForgetOpen, Msg};
use crate::session::privacy::recovery_words;
use crate::session::{Intent, Session};
use crate::theme::size;
use egui::{Context, Ui, vec2};
use touchline_words::say;

const WIDTH: f32 = 520.0;
/// Of what is told, so that the buttons stay where they are.
const TOLD: f32 = 44.0;

/// Shows the question while it is open, and gives back what was pressed.
pub fn forget_ui(ctx: &Context, session: &Session) -> Vec<Intent> {
    let Some(open) = session.flows().forget() else { return Vec::new() };
    let mut msgs = Vec::new();
    let boxed = box_ui(ctx, "forget", say!(ui_forget_title), WIDTH, |ui| {
        let theme = style::theme(ui.ctx());
        words_ui(ui, say!(ui_forget_text), style::body(), style::color(theme.ink));
        ui.add_space(12.0);
        if let Some(of_map) = open.of_map() {
            ui.horizontal(|ui| {
                for (what, words) in [(true, say!(ui_forget_this)), (false, say!(ui_forget_all))] {
                    if chip_ui(ui, words, "", None, of_map == what).clicked() {
                        msgs.push(ForgetMsg::OfMap(what));
                    }
                }
            });
            ui.add_space(12.0);
        }
        kept_ui(ui, open);
        ui.add_space(8.0);
        muted_ui(ui, say!(privacy_out_of_reach));
        box_buttons_ui(ui, |ui| {
            let can = open.kept().is_some_and(|kept| !kept.is_empty()) && !open.is_deleting();
            let deletes = ui.add_enabled_ui(can, |ui| danger_button_ui(ui, say!(ui_forget_delete)).clicked()).inner;
            msgs.extend(deletes.then_some(ForgetMsg::Delete));
            msgs.extend(secondary_button_ui(ui, say!(cancel)).clicked().then_some(ForgetMsg::Close));
        });
    });
    msgs.extend(boxed.closed.then_some(ForgetMsg::Close));
    msgs.into_iter().map(|msg| Intent::Flow(Msg::Forget(msg))).collect()
}

/// What would go, and what stays.
fn kept_ui(ui: &mut Ui, open: &ForgetOpen) {
    let theme = style::theme(ui.ctx());
    let room = vec2(ui.available_width(), TOLD);
    ui.allocate_ui(room, |ui| {
        ui.set_min_size(room);
        ui.vertical(|ui| {
            let Some(kept) = open.kept() else {
                ui.spinner();
                return;
            };
            let words = if kept.is_empty() { say!(cli_recover_nothing_kept).to_owned() } else { recovery_words(kept) };
            words_ui(ui, &words, style::font(FaceStyle::SemiBold, size::UI), style::color(theme.ink));
            if kept.open > 0 {
                words_ui(ui, &say!(cli_recover_open, count = kept.open), style::body(), style::color(theme.ink_soft));
            }
        });
    });
}
