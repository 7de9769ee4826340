//! The box that takes an edited sheet back into the map: what it changes, record by record, before anything changes.

use super::style;
use super::widgets::{
    box_buttons_ui, box_ui, capital, default_button_ui, link_button_ui, muted_ui, problem_ui, secondary_button_ui,
};
use crate::edit::sheet::{Fate, FieldChange, SheetChange};
use crate::scene::FaceStyle;
use crate::session::flows::{Msg, SheetsMsg};
use crate::session::{Intent, Session};
use crate::theme::size;
use egui::text::LayoutJob;
use egui::{Context, Frame, Label, Margin, RichText, ScrollArea, TextFormat, Ui};
use touchline_words::say;

const WIDTH: f32 = 620.0;
/// The list of changes, or of faults, is at most so high, and leaves this much of the window to what stands around it.
const MOST_HEIGHT: f32 = 420.0;
const AROUND: f32 = 300.0;
/// Records that are listed.
const SHOWN: usize = 200;
/// Letters of a text that are shown.
const LETTERS: usize = 90;

/// Shows the box while an edited sheet is open, and gives back what was pressed.
pub fn sheet_box_ui(ctx: &Context, session: &Session) -> Vec<Intent> {
    let Some(sheet) = session.flows().sheet() else { return Vec::new() };
    let boxed = box_ui(ctx, "sheet", say!(ui_sheet_title), WIDTH, |ui| {
        muted_ui(ui, &sheet.file_name());
        ui.add_space(10.0);
        match (sheet.problem(), sheet.changes()) {
            (Some(problem), _) => return refused_ui(ui, problem),
            (None, None) => {
                ui.horizontal(|ui| {
                    ui.spinner();
                    ui.label(RichText::new(say!(ui_sheet_reading)).font(style::body()));
                });
            }
            (None, Some([])) => {
                let said = say!(ui_sheet_same);
                ui.label(RichText::new(said).font(style::body()));
            }
            (None, Some(changes)) => changes_ui(ui, changes),
        }
        box_buttons_ui(ui, |ui| {
            let taken = sheet.edit().is_some() && default_button_ui(ui, say!(ui_sheet_take_over));
            let word = if sheet.changes() == Some(&[]) { say!(close) } else { say!(cancel) };
            let cancelled = secondary_button_ui(ui, word).clicked();
            taken.then_some(SheetsMsg::TakeOver).or(cancelled.then_some(SheetsMsg::Close))
        })
    });
    let asked = boxed.inner.or(boxed.closed.then_some(SheetsMsg::Close));
    asked.map(|msg| Intent::Flow(Msg::Sheets(msg))).into_iter().collect()
}

/// Why it cannot be taken over.
fn refused_ui(ui: &mut Ui, problem: &str) -> Option<SheetsMsg> {
    let (area, height) = (ScrollArea::vertical().id_salt("sheet faults"), list_height(ui));
    area.max_height(height).auto_shrink([false, true]).show(ui, |ui| problem_ui(ui, problem));
    ui.add_space(8.0);
    muted_ui(ui, say!(ui_sheet_refused));
    box_buttons_ui(ui, |ui| {
        let cancelled = secondary_button_ui(ui, say!(cancel)).clicked();
        ui.add_space(8.0);
        let other = link_button_ui(ui, say!(ui_choose_another_file)).clicked();
        other.then_some(SheetsMsg::OtherFile).or(cancelled.then_some(SheetsMsg::Close))
    })
}

/// How high a list may be that is scrolled.
fn list_height(ui: &Ui) -> f32 {
    (ui.ctx().content_rect().height() - AROUND).clamp(100.0, MOST_HEIGHT)
}

fn changes_ui(ui: &mut Ui, changes: &[SheetChange]) {
    let said = match changes.len() {
        1 => say!(ui_sheet_one_changes).to_owned(),
        count => say!(ui_sheet_some_change, count),
    };
    ui.add(Label::new(RichText::new(said).font(style::body())).wrap());
    ui.add_space(10.0);
    let theme = style::theme(ui.ctx());
    let height = list_height(ui);
    let frame = Frame::new().stroke(style::hairline(&theme)).corner_radius(7).inner_margin(Margin::symmetric(14, 10));
    frame.show(ui, |ui| {
        ui.set_width(ui.available_width());
        ScrollArea::vertical().id_salt("sheet changes").max_height(height).auto_shrink([false, true]).show(ui, |ui| {
            ui.spacing_mut().item_spacing.y = 3.0;
            for (nth, change) in changes.iter().take(SHOWN).enumerate() {
                if nth > 0 {
                    ui.add_space(6.0);
                }
                change_ui(ui, change);
            }
            if changes.len() > SHOWN {
                ui.add_space(6.0);
                muted_ui(ui, &say!(ui_and_more, n = changes.len() - SHOWN));
            }
        });
    });
}

fn change_ui(ui: &mut Ui, change: &SheetChange) {
    let theme = style::theme(ui.ctx());
    let (said, ink) = match &change.fate {
        Fate::Made(stage) if stage.is_empty() => (say!(ui_sheet_new, record = change.record), theme.good_ink),
        Fate::Made(stage) => (say!(ui_sheet_new_in, record = change.record, stage), theme.good_ink),
        Fate::Gone => (say!(ui_sheet_gone, record = change.record), theme.bad_ink),
        Fate::Changed(_) => (capital(&change.record), theme.ink),
    };
    let font = style::font(FaceStyle::Medium, size::UI);
    ui.add(Label::new(RichText::new(said).font(font).color(style::color(ink))).truncate());
    if let Fate::Changed(fields) = &change.fate {
        fields.iter().for_each(|field| field_ui(ui, field));
    }
}

/// `title: Plans page → Price page`.
fn field_ui(ui: &mut Ui, field: &FieldChange) {
    let theme = style::theme(ui.ctx());
    let text = |text: &Option<String>| match text.as_deref() {
        None | Some("") => say!(ui_sheet_nothing).to_owned(),
        Some(text) => cut(text),
    };
    let mut job = LayoutJob::default();
    let mut add = |text: &str, ink: crate::scene::Color| {
        let format = TextFormat { font_id: style::small(), color: style::color(ink), ..TextFormat::default() };
        job.append(text, 0.0, format);
    };
    add(&format!("{}: ", field.field), theme.muted);
    add(&text(&field.before), theme.muted);
    add(" → ", theme.muted);
    add(&text(&field.after), theme.ink);
    ui.add(Label::new(job).wrap());
}

fn cut(text: &str) -> String {
    let line: String =
        text.chars().map(|letter| if letter.is_control() { ' ' } else { letter }).take(LETTERS).collect();
    if text.chars().nth(LETTERS).is_some() { format!("{}…", line.trim_end()) } else { line }
}
