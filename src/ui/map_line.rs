//! The map's own line above the board: what it decides, who sees to it, and whether it is still held to be true.

use super::style;
use super::widgets::{Tone, pill_ui};
use crate::model::{Date, Map, RecordRef};
use crate::scene::FaceStyle;
use crate::session::Intent;
use crate::theme::size;
use crate::ui::screen::words::Words;
use egui::{Align, Frame, Layout, Margin, Role, Sense, Ui, WidgetInfo, vec2};
use touchline_words::say;

/// Height of the line with its margins, in logical pixels.
pub const HEIGHT: f32 = 30.0;
const LINE: f32 = 20.0;

/// Whether the map says anything of itself that the line shows.
pub fn is_needed(map: &Map) -> bool {
    !map.meta.decides.trim().is_empty() || !map.meta.owner.trim().is_empty() || map.meta.reviewed.is_some()
}

/// Shows the line; a click selects the map, where it is written.
pub fn map_line_ui(ui: &mut Ui, map: &Map, today: Date, intents: &mut Vec<Intent>) {
    let theme = style::theme(ui.ctx());
    Frame::new().inner_margin(Margin { left: 20, right: 20, top: 0, bottom: 10 }).show(ui, |ui| {
        ui.set_height(LINE);
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            ui.spacing_mut().item_spacing = vec2(12.0, 0.0);
            kept_ui(ui, map, today);
            let question = map.meta.decides.split_whitespace().collect::<Vec<_>>().join(" ");
            if question.is_empty() {
                return;
            }
            ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
                let said = say!(layout_page_decides, question);
                let font = style::font(FaceStyle::Medium, size::UI);
                let words = Words::new(ui.painter(), &said, font, style::color(theme.ink), ui.available_width());
                let (rect, response) = ui.allocate_exact_size(vec2(words.size().x, LINE), Sense::click());
                response.widget_info(|| WidgetInfo::labeled(Role::Button, true, &said));
                let at = rect.left_center() - vec2(0.0, words.size().y / 2.0);
                words.paint(ui.painter(), at);
                if response.on_hover_text(&said).clicked() {
                    intents.push(Intent::Select(RecordRef::Map));
                }
            });
        });
    });
}

/// Who sees to it, and the last review: one that does not hold any more stands out.
fn kept_ui(ui: &mut Ui, map: &Map, today: Date) {
    let muted = style::color(style::theme(ui.ctx()).muted);
    let words = |ui: &mut Ui, text: String| {
        let galley = ui.painter().layout_no_wrap(text, style::small(), muted);
        ui.label(galley);
    };
    if let Some(day) = map.meta.reviewed {
        let due = map.meta.review_due().filter(|due| today > *due);
        match due {
            Some(due) => _ = pill_ui(ui, &say!(ui_inspector_review_over, day = due.long()), Tone::Warn, Sense::hover()),
            None => words(ui, say!(layout_page_reviewed, day = day.long())),
        }
    }
    let owner = map.meta.owner.trim();
    if !owner.is_empty() {
        words(ui, say!(layout_page_owner, owner));
    }
}
