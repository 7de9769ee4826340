//! What is asked before a table or lanes are pasted of which something has no place on the map.

use super::widgets::{box_buttons_ui, box_ui, default_button_ui, muted_ui, secondary_button_ui};
use crate::edit::matrix::{LeftOut, Why};
use crate::session::Answer;
use crate::ui::style;
use egui::{Context, Label, RichText, ScrollArea};
use touchline_words::say;

/// So high may the list be, in logical pixels; a longer one is scrolled.
const LIST_HEIGHT: f32 = 260.0;
const ROW_HEIGHT: f32 = 20.0;

/// Shows the box until something is chosen.
pub fn paste_box_ui(ctx: &Context, records: usize, left_out: &[LeftOut]) -> Option<Answer> {
    let boxed = box_ui(ctx, "paste a table", say!(ui_paste_title), 560.0, |ui| {
        ui.label(RichText::new(say!(ui_paste_text, records, cells = left_out.len())).font(style::body()));
        ui.add_space(6.0);
        let list = ScrollArea::vertical().max_height(LIST_HEIGHT).auto_shrink([false, true]);
        list.show_rows(ui, ROW_HEIGHT, left_out.len(), |ui, rows| {
            for cell in left_out.get(rows).unwrap_or_default() {
                let (text, why) = (cell.text.as_str(), cell.why.words());
                let said = say!(ui_paste_cell, text, lane = cell.lane, stage = cell.stage, why);
                ui.add(Label::new(RichText::new(&said).font(style::small())).truncate()).on_hover_text(&said);
            }
        });
        if records == 0 {
            let lacks_stages = left_out.iter().all(|left| left.why == Why::NoSuchStage);
            muted_ui(ui, if lacks_stages { say!(ui_paste_no_stage) } else { say!(ui_paste_nothing) });
        }
        box_buttons_ui(ui, |ui| {
            let label = say!(ui_paste_rest, records);
            let pasted = records > 0 && default_button_ui(ui, &label);
            let cancelled = secondary_button_ui(ui, say!(cancel)).clicked();
            pasted.then_some(Answer::PasteRest).or(cancelled.then_some(Answer::Cancel))
        })
    });
    boxed.inner.or(boxed.closed.then_some(Answer::Cancel))
}
