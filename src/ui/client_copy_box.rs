//! The dialog that makes a copy for a client: what it is made without, code names, what goes out with it; then whether what was left out is
//! really in none of the files, or where it stands.

use super::style;
use super::widgets::{
    box_buttons_ui, box_ui, capital, caption_ui, chip_ui, default_button_ui, good_ui, link_button_ui, muted_ui,
    primary_button_ui, problem_ui, question_ui, secondary_button_ui, show_scroll_bar, text_area_ui, tick, words_ui,
};
use crate::export::Format;
use crate::figures::numbers;
use crate::session::flows::{ClientCopyMsg, ClientCopying, Msg, formats, treated};
use crate::session::privacy::{HandedOver, Handing, Part, Treat, found_in, left_out, proof};
use crate::session::{Intent, Session};
use crate::store::ClientCopyChoices;
use egui::{Context, ProgressBar, ScrollArea, Ui, vec2};
use std::path::Path;
use touchline_words::direction::Listed;
use touchline_words::say;

const WIDTH: f32 = 560.0;
/// What the box leaves of the window.
const AROUND: f32 = 190.0;
const HIGHEST: f32 = 620.0;
/// Code names that are seen at once.
const NAMES: usize = 3;

/// Shows the dialog while it is open, and gives back what was pressed and written.
pub fn client_copy_ui(ctx: &Context, session: &Session) -> Vec<Intent> {
    let Some(copying) = session.flows().client_copy() else { return Vec::new() };
    let height = (ctx.content_rect().height() - AROUND).clamp(160.0, HIGHEST);
    let mut msgs = Vec::new();
    let boxed = box_ui(ctx, "copy for a client", say!(ui_copy_title), WIDTH, |ui| {
        show_scroll_bar(ui);
        let area = ScrollArea::vertical().id_salt("copy for a client").max_height(height).min_scrolled_height(height);
        area.auto_shrink([false, true]).show(ui, |ui| {
            ui.set_width(ui.available_width() - 12.0);
            ui.spacing_mut().item_spacing.y = 6.0;
            match copying.done() {
                Some(done) => done_ui(ui, done, &mut msgs),
                None => {
                    let free = copying.busy().is_none();
                    ui.add_enabled_ui(free, |ui| choices_ui(ui, copying, &session.settings().client_copy, &mut msgs));
                    message_ui(ui, copying, &mut msgs);
                }
            }
        });
        box_buttons_ui(ui, |ui| buttons_ui(ui, copying, &mut msgs));
    });
    msgs.extend(boxed.closed.then_some(ClientCopyMsg::Close));
    msgs.into_iter().map(|msg| Intent::Flow(Msg::ClientCopy(msg))).collect()
}

fn buttons_ui(ui: &mut Ui, copying: &ClientCopying, msgs: &mut Vec<ClientCopyMsg>) {
    if copying.busy().is_some() {
        msgs.extend(secondary_button_ui(ui, say!(cancel)).clicked().then_some(ClientCopyMsg::Cancel));
    } else if copying.done().is_some() {
        msgs.extend(primary_button_ui(ui, say!(close)).clicked().then_some(ClientCopyMsg::Close));
        msgs.extend(secondary_button_ui(ui, say!(ui_copy_again)).clicked().then_some(ClientCopyMsg::Again));
    } else {
        let can = copying.names_read().is_ok() && !copying.reads_names();
        let goes = ui.add_enabled_ui(can, |ui| default_button_ui(ui, say!(ui_copy_go))).inner;
        msgs.extend(goes.then_some(ClientCopyMsg::Go));
        msgs.extend(secondary_button_ui(ui, say!(close)).clicked().then_some(ClientCopyMsg::Close));
    }
}

fn choices_ui(ui: &mut Ui, copying: &ClientCopying, before: &ClientCopyChoices, msgs: &mut Vec<ClientCopyMsg>) {
    let mut chosen = before.clone();
    muted_ui(ui, say!(ui_copy_text));
    ui.add_space(8.0);
    caption_ui(ui, say!(ui_copy_leave_out));
    parts_ui(ui, &mut chosen);
    ui.add_space(8.0);
    names_ui(ui, copying, msgs);
    ui.add_space(8.0);
    caption_ui(ui, say!(ui_copy_also));
    let out = formats(&chosen);
    ui.horizontal(|ui| {
        for format in Format::DRAWN {
            if chip_ui(ui, format.name(), "", None, out.contains(&format)).clicked() {
                toggle(&mut chosen.also, format.extension());
            }
        }
    });
    ui.add_space(4.0);
    ui.add(tick(&mut chosen.page, say!(ui_copy_page))).on_hover_text(say!(ui_copy_page_hint));
    if chosen != *before {
        msgs.push(ClientCopyMsg::Choose(chosen));
    }
}

/// What is left out, in two columns, and below each other what stands in the place of names.
fn parts_ui(ui: &mut Ui, chosen: &mut ClientCopyChoices) {
    let choices = treated(chosen);
    let column = (ui.available_width() - 16.0) / 2.0;
    egui::Grid::new("parts of a copy").num_columns(2).spacing(vec2(16.0, 4.0)).min_col_width(column).show(ui, |ui| {
        for (nth, part) in Part::KEPT.into_iter().enumerate() {
            let mut is_out = choices.treat(part) != Treat::Keep;
            if ui.add(tick(&mut is_out, &capital(part.words()))).changed() {
                toggle(&mut chosen.kept, part.name());
            }
            if nth % 2 == 1 {
                ui.end_row();
            }
        }
        ui.end_row();
        for (part, words) in [(Part::Owners, say!(ui_copy_teams)), (Part::Sources, say!(ui_copy_numbered))] {
            let mut is_numbered = choices.treat(part) == Treat::Number;
            let can = choices.treat(part) != Treat::Keep;
            if ui.add_enabled(can, tick(&mut is_numbered, words)).changed() {
                toggle(&mut chosen.numbered, part.name());
            }
        }
    });
}

fn toggle(names: &mut Vec<String>, name: &str) {
    match names.iter().position(|known| known == name) {
        Some(place) => _ = names.remove(place),
        None => names.push(name.to_owned()),
    }
}

fn names_ui(ui: &mut Ui, copying: &ClientCopying, msgs: &mut Vec<ClientCopyMsg>) {
    let mut names = copying.names().to_owned();
    text_area_ui(ui, say!(ui_copy_names), &mut names, NAMES);
    if names != copying.names() {
        msgs.push(ClientCopyMsg::WriteNames(names));
    }
    ui.horizontal(|ui| {
        if copying.reads_names() {
            ui.spinner();
        } else if link_button_ui(ui, say!(ui_copy_names_file)).clicked() {
            msgs.push(ClientCopyMsg::AskNames);
        }
    });
    match copying.names_read() {
        Ok(0) => {}
        Ok(count) => _ = muted_ui(ui, &say!(ui_copy_names_count, count)),
        Err(problem) => problem_ui(ui, &problem),
    }
}

/// What went wrong, what has to be asked, or how far it is.
fn message_ui(ui: &mut Ui, copying: &ClientCopying, msgs: &mut Vec<ClientCopyMsg>) {
    if let Some(problem) = copying.problem() {
        ui.add_space(6.0);
        problem_ui(ui, problem);
    }
    if !copying.there().is_empty() {
        let files: Vec<String> = copying.there().iter().map(|path| name(path)).collect();
        ui.add_space(6.0);
        question_ui(ui, &say!(ui_copy_there, files = files.listed(", ")), false, |ui| {
            ui.add_space(4.0);
            msgs.extend(secondary_button_ui(ui, say!(ui_copy_replace)).clicked().then_some(ClientCopyMsg::Replace));
        });
    }
    let Some(at) = copying.busy() else { return };
    ui.add_space(6.0);
    let theme = style::theme(ui.ctx());
    let (words, share) = match at {
        Handing::Copying => (say!(ui_copy_copying).to_owned(), 0.0),
        Handing::Drawing(share) => {
            (say!(ui_copy_drawing, percent = numbers::fixed(f64::from(share) * 100.0, 0)), share * 0.9)
        }
        Handing::Writing => (say!(ui_copy_writing).to_owned(), 0.9),
        Handing::Reading => (say!(ui_copy_reading).to_owned(), 0.95),
    };
    words_ui(ui, &words, style::body(), style::color(theme.ink));
    ui.visuals_mut().extreme_bg_color = style::color(theme.hairline);
    let bar = ProgressBar::new(share).desired_width(ui.available_width()).desired_height(6.0);
    ui.add(bar.fill(style::color(theme.accent)));
}

/// What was handed over: the proof first, then where a word stands all the same, the files, and what they are without.
fn done_ui(ui: &mut Ui, done: &HandedOver, msgs: &mut Vec<ClientCopyMsg>) {
    let ink = style::color(style::theme(ui.ctx()).ink_soft);
    if done.found.is_empty() {
        good_ui(ui, &proof(done));
    } else {
        problem_ui(ui, &[proof(done).as_str(), say!(ui_copy_found_text)].listed(". "));
        for (word, files) in found_in(done) {
            words_ui(ui, &say!(ui_copy_found, word = word.as_str(), files), style::body(), ink);
            for place in done.places.iter().filter(|place| place.word == word) {
                let kind = capital(place.at.kind().name());
                let told = [kind.as_str(), &place.title, place.field.name()];
                let told: Vec<&str> = told.into_iter().filter(|words| !words.is_empty()).collect();
                if link_button_ui(ui, &told.listed(" · ")).clicked() {
                    msgs.push(ClientCopyMsg::GoTo(place.at));
                }
            }
        }
    }
    ui.add_space(8.0);
    caption_ui(ui, say!(ui_copy_files));
    for path in &done.files {
        words_ui(ui, &path.display().to_string(), style::body(), ink);
    }
    if let Some(page) = &done.page {
        muted_ui(ui, &say!(ui_copy_not_for_client, file = name(page)));
    }
    let rows = left_out(done);
    if !rows.is_empty() {
        ui.add_space(8.0);
        caption_ui(ui, say!(ui_copy_left_out));
        for row in rows {
            words_ui(ui, &row, style::body(), ink);
        }
    }
}

fn name(path: &Path) -> String {
    path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default()
}
