//! The dialog that imports a log: how the file is read, what its events are on the map, what the map will say.
//!
//! Shows and corrects an [`Import`]; everything long runs there, off the frame. Gives back what the person decided.

mod bindings;
mod columns;
mod reading;
mod result;

use egui::{Context, Id, Modal, ProgressBar, RichText, ScrollArea, Ui, vec2};

use super::style;
use super::widgets::{link_button_ui, primary_button_ui, secondary_button_ui, tabs_ui, title_ui};
use crate::layout::numbers;
use crate::model::Map;
use crate::scene::Scene;
use crate::session::import::Import;
use crate::text::Shaper;

/// Which step shows.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Step {
    #[default]
    Columns,
    Bindings,
    Result,
}

/// What the dialog itself remembers.
#[derive(Clone, Debug, Default)]
pub struct ImportView {
    pub step: Step,
    /// The person looks at how the file is read.
    pub reading_open: bool,
    /// The river's picture, and the report, width and theme that it was made for.
    river: Option<((u64, u32, bool), Scene)>,
}

/// What the person decided.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outcome {
    Cancel,
    /// Lay the figures over the map.
    Lay,
}

const STEPS: [Step; 3] = [Step::Columns, Step::Bindings, Step::Result];

/// Shows the dialog over the window, until it gives back an outcome.
pub fn import_ui(
    ctx: &Context,
    import: &mut Import,
    view: &mut ImportView,
    map: &Map,
    shaper: &Shaper,
) -> Option<Outcome> {
    import.poll(map);
    if import.busy().is_some() {
        ctx.request_repaint_after(std::time::Duration::from_millis(50));
    }
    let room = ctx.content_rect().size();
    let size = vec2((room.x - 96.0).min(1120.0), (room.y - 96.0).min(800.0));
    let shown = Modal::new(Id::unique("import")).show(ctx, |ui| {
        ui.set_width(size.x);
        ui.set_height(size.y);
        head_ui(ui, import, view);
        if view.reading_open {
            reading::reading_ui(ui, import);
        }
        steps_ui(ui, import, view);
        let foot = 72.0;
        let room = (ui.available_height() - foot).max(120.0);
        ScrollArea::vertical().max_height(room).min_scrolled_height(room).auto_shrink([false, false]).show(ui, |ui| {
            body_ui(ui, import, view, map, shaper);
        });
        foot_ui(ui, import, view)
    });
    let closed = shown.should_close().then_some(Outcome::Cancel);
    shown.inner.or(closed)
}

fn head_ui(ui: &mut Ui, import: &Import, view: &mut ImportView) {
    let theme = style::theme(ui.ctx());
    title_ui(ui, "Import behaviour");
    ui.horizontal(|ui| {
        let line = reading::summary(import);
        ui.label(RichText::new(line).font(style::body()).color(style::color(theme.muted)));
        if import.recognition().is_some() || import.problem().is_some() {
            ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
                let label = if view.reading_open { "Done" } else { "Change…" };
                if link_button_ui(ui, label).clicked() {
                    view.reading_open = !view.reading_open;
                }
            });
        }
    });
    ui.add_space(8.0);
}

fn steps_ui(ui: &mut Ui, import: &Import, view: &mut ImportView) {
    let ready = import.recognition().is_some() && import.missing_roles().is_empty();
    let names: &[&str] = if ready { &["1 Columns", "2 Steps to stages", "3 Result"] } else { &["1 Columns"] };
    if !ready {
        view.step = Step::Columns;
    }
    let current = STEPS.iter().position(|step| *step == view.step).unwrap_or(0);
    if let Some(step) = tabs_ui(ui, names, current).and_then(|clicked| STEPS.get(clicked)) {
        view.step = *step;
    }
    ui.add_space(12.0);
}

fn body_ui(ui: &mut Ui, import: &mut Import, view: &mut ImportView, map: &Map, shaper: &Shaper) {
    let theme = style::theme(ui.ctx());
    if let Some(problem) = import.problem() {
        ui.label(RichText::new(problem).font(style::body()).color(style::color(theme.bad_ink)));
        ui.add_space(8.0);
    }
    if import.recognition().is_none() {
        if import.busy().is_some() {
            ui.horizontal(|ui| {
                ui.spinner();
                ui.label("Looking at the file…");
            });
        }
        return;
    }
    match view.step {
        Step::Columns => columns::columns_ui(ui, import),
        Step::Bindings => {
            bindings::bindings_ui(ui, import, map);
            ui.add_space(16.0);
            result::river_ui(ui, import, view, shaper);
        }
        Step::Result => {
            result::river_ui(ui, import, view, shaper);
            ui.add_space(16.0);
            result::table_ui(ui, import, map);
        }
    }
}

fn foot_ui(ui: &mut Ui, import: &mut Import, view: &mut ImportView) -> Option<Outcome> {
    let theme = style::theme(ui.ctx());
    let mut outcome = None;
    ui.separator();
    ui.horizontal(|ui| {
        ui.set_height(36.0);
        match import.busy() {
            Some(busy) => {
                ui.label(RichText::new(format!("{}…", busy.doing)).font(style::body()));
                if let Some(fraction) = busy.fraction {
                    ui.add(ProgressBar::new(fraction).desired_width(180.0).show_percentage());
                }
            }
            None => {
                let said = "Only these figures are kept in the map. No row and no customer id is stored anywhere.";
                ui.label(RichText::new(said).font(style::small()).color(style::color(theme.muted)));
            }
        }
        ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
            if view.step == Step::Columns {
                let ready = import.missing_roles().is_empty() && import.recognition().is_some();
                if ready && primary_button_ui(ui, "Next").clicked() {
                    view.step = Step::Bindings;
                }
            } else if import.report().is_some() && primary_button_ui(ui, "Lay over the map").clicked() {
                outcome = Some(Outcome::Lay);
            }
            if secondary_button_ui(ui, "Cancel").clicked() {
                outcome = Some(Outcome::Cancel);
            }
            if view.step == Step::Bindings && secondary_button_ui(ui, "See the result").clicked() {
                view.step = Step::Result;
            }
        });
    });
    outcome
}

/// `1,203,614`, for a number of rows.
fn rows_text(rows: u64) -> String {
    numbers::count(rows)
}
