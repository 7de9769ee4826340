//! The dialog that imports a log: how the file is read, what its events are on the map, what the map will say.
//!
//! Shows an [`Import`], and gives back what is said about it as messages to the session ([`asks::Asks`]).

mod asks;
mod activities;
mod bindings;
mod cells;
mod columns;
mod counting;
mod database;
mod doubt;
mod foot;
mod preview;
mod reading;
mod result;
mod shape;
mod steps;
mod zone;

use egui::{Context, RichText, ScrollArea, Ui, vec2};
use touchline_words::say;

use super::style;
use super::widgets::{self, firm_box_ui, link_button_ui, muted_ui, room_ui, secondary_button_ui};
use crate::figures::numbers;
use crate::model::Map;
use crate::scene::Scene;
use crate::session::flows::ImportMsg;
use crate::session::import::Import;
use crate::session::{Intent, Session};
use crate::text::Shaper;
use asks::Asks;
pub use database::{DatabaseView, database_ui};
pub use steps::Step;

/// What the dialog itself remembers.
#[derive(Clone, Debug, Default)]
pub struct ImportView {
    /// The import of which the rest is remembered, by its number.
    of: u64,
    pub step: Step,
    /// The person looks at how the file is read.
    pub reading_open: bool,
    /// Whose stages are looked at, in a file of counts; everybody's where nobody is named.
    shape_segment: Option<String>,
    /// How stages are counted is asked for, and comes into sight.
    shows_counting: bool,
    /// What was asked about the dates of a file that is no log.
    asked_dates: Vec<doubt::AskedDates>,
    /// The river's picture, and the report, width and theme that it was made for.
    river: Option<((u64, u32, bool), Scene)>,
    /// What the file says that the map does not, and the report and segments that it was found for.
    changes: Option<result::Changes>,
    /// What laying it does to the figures that the map has, and what it was found for.
    replaces: Option<(foot::FoundFor, Option<String>)>,
    /// How high the river and what stands with it was in the last frame, and whether some event was bound; 0 before the
    /// first.
    river_height: (f32, bool),
    /// The frame in which it was opened: the lists of another file begin at their tops.
    opened: Option<u64>,
    /// The file was recognised once, and the step that it left something to say in is shown.
    begun: bool,
    /// How high it is what a file that is no log says, which the box fits.
    shape_height: f32,
    /// The same of the foot, which may say more than there is room for beside its buttons.
    foot_height: f32,
}

/// The largest size of what stands inside the box's margins, in logical pixels.
const LARGEST: egui::Vec2 = vec2(1072.0, 940.0);
/// The box's margins and the window that stays visible around it, on both sides together.
const AROUND: egui::Vec2 = vec2(48.0 + 40.0, 48.0 + 24.0);
/// The box's title and the space below it.
const TITLE: f32 = 34.0;
/// The buttons at the foot and the space above them.
const FOOT: f32 = 52.0;
/// Width of the box while there is no more to show than a message.
const UNANSWERED: f32 = 620.0;
/// Narrower than this, what stands side by side stands one below the other.
const SIDE_BY_SIDE: f32 = 860.0;
/// Between two things side by side.
const GAP: f32 = 28.0;
/// Between what scrolls and its bar.
const BAR_GAP: f32 = 10.0;
/// The list of columns.
const COLUMNS_WIDTH: f32 = 420.0;
/// The river keeps its place below a list that scrolls when there is at least this much height for both.
const PINNED: f32 = 400.0;
/// From this height on the changes stand there too; below, the lists need the room, and the result tells the changes.
const ROOMY: f32 = 560.0;
/// The least height of what a file that is no log says, while it is read.
const SHAPE_LEAST: f32 = 120.0;
/// Between that list and the river.
const LISTS_GAP: f32 = 12.0;

/// Shows the dialog over the window while an import is open, and gives back what was pressed.
pub fn import_ui(ctx: &Context, view: &mut ImportView, session: &Session, shaper: &Shaper) -> Vec<Intent> {
    let Some(open) = session.flows().import() else {
        *view = ImportView::default();
        return Vec::new();
    };
    if view.of != open.number() {
        *view = ImportView { of: open.number(), ..ImportView::default() };
    }
    let mut import = Asks::of(open.import());
    dialog_ui(ctx, &mut import, view, session.map(), shaper);
    import.into_actions()
}

fn dialog_ui(ctx: &Context, import: &mut Asks<'_>, view: &mut ImportView, map: &Map, shaper: &Shaper) {
    view.opened.get_or_insert_with(|| ctx.cumulative_pass_nr());
    if import.recognition().is_none() && (import.table().is_some() || import.problem().is_some()) {
        return unanswered_ui(ctx, import, view, map);
    }
    if import.recognition().is_some() && !std::mem::replace(&mut view.begun, true) && steps::is_ready(import) {
        // Nothing is left to say about the columns: they stand beside the events.
        view.step = Step::Bindings;
    }
    let size = (ctx.content_rect().size() - AROUND).min(LARGEST).max(vec2(280.0, 240.0));
    let boxed = firm_box_ui(ctx, "import", say!(ui_import_title), size.x, |ui| {
        let bottom = ui.cursor().top() + size.y - TITLE;
        head_ui(ui, import, view);
        if view.reading_open && import.recognition().is_some() {
            reading::reading_ui(ui, import);
        }
        if import.other_shape().is_none() {
            steps::steps_ui(ui, import, view);
        }
        let room = (bottom - FOOT.max(view.foot_height) - ui.cursor().top()).max(80.0);
        let room = if import.other_shape().is_some() { room.min(view.shape_height.max(SHAPE_LEAST)) } else { room };
        room_ui(ui, vec2(size.x, room), |ui| body_ui(ui, import, view, map, shaper));
        let top = ui.cursor().top();
        foot::foot_ui(ui, import, view, map);
        // What it says may take more lines than usual: the box stays as high as it is.
        let height = ui.min_rect().bottom() - top;
        if (height - view.foot_height).abs() > 0.5 {
            view.foot_height = height;
            ui.ctx().request_repaint();
        }
    });
    if boxed.closed {
        import.ask(ImportMsg::Close);
    }
}

/// A server that has not answered yet, or could not be reached, or a file that cannot be read: a box of the height that this takes.
fn unanswered_ui(ctx: &Context, import: &mut Asks<'_>, view: &mut ImportView, map: &Map) {
    let width = (ctx.content_rect().width() - AROUND.x).min(UNANSWERED);
    let boxed = firm_box_ui(ctx, "import unanswered", say!(ui_import_title), width, |ui| {
        head_ui(ui, import, view);
        ui.add_space(4.0);
        unread_ui(ui, import);
        foot::foot_ui(ui, import, view, map);
    });
    if boxed.closed {
        import.ask(ImportMsg::Close);
    }
}

/// What is read and how, in a line, and what to read instead.
fn head_ui(ui: &mut Ui, import: &mut Asks<'_>, view: &mut ImportView) {
    let theme = style::theme(ui.ctx());
    // The line belongs to the title above it.
    ui.add_space(-8.0);
    ui.horizontal(|ui| {
        let line = RichText::new(reading::summary(import)).font(style::body()).color(style::color(theme.muted));
        ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
            if import.recognition().is_some() {
                let label = if view.reading_open { say!(done) } else { say!(ui_import_change) };
                if link_button_ui(ui, label).clicked() {
                    view.reading_open = !view.reading_open;
                    // What is changed shows in the first rows.
                    view.step = Step::Columns;
                }
            }
            if view.step == Step::Columns && import.other_shape().is_none() {
                if import.recognition().is_some() {
                    ui.add_space(10.0);
                }
                let label = if import.table().is_some() {
                    say!(ui_import_another_address)
                } else {
                    say!(ui_import_database_instead)
                };
                if link_button_ui(ui, label).clicked() {
                    import.ask(ImportMsg::Database);
                }
            }
            ui.add_space(10.0);
            ui.with_layout(egui::Layout::left_to_right(egui::Align::Center), |ui| {
                ui.add(egui::Label::new(line).truncate());
            });
        });
    });
    // What the product cannot tell is read before any figure; how the file is read says it as well.
    let export = import.recognition().and_then(|found| found.export).filter(|_| !view.reading_open);
    if let Some(export) = export {
        muted_ui(ui, &say!(export_told, name = export.name(), cannot = export.cannot()));
    }
    ui.add_space(8.0);
}

fn body_ui(ui: &mut Ui, import: &mut Asks<'_>, view: &mut ImportView, map: &Map, shaper: &Shaper) {
    if import.recognition().is_none() {
        return scrolled(ui, "unread", |ui| unread_ui(ui, import));
    }
    if import.other_shape().is_some() {
        let height = scrolled(ui, "shape", |ui| {
            let top = ui.cursor().top();
            problem_ui(ui, import);
            shape::shape_ui(ui, import, &mut view.shape_segment, &mut view.asked_dates);
            ui.min_rect().bottom() - top
        });
        if !is_on_its_way(import) && (height - view.shape_height).abs() > 0.5 {
            view.shape_height = height;
            ui.ctx().request_repaint();
        }
        return;
    }
    match view.step {
        Step::Columns => scrolled(ui, "columns", |ui| {
            problem_ui(ui, import);
            columns::columns_ui(ui, import);
        }),
        Step::Bindings if ui.available_height() >= PINNED => {
            let is_roomy = ui.available_height() >= ROOMY;
            let bound = result::has_river(import);
            let least = if bound { result::RIVER_HEIGHT } else { result::SAID_HEIGHT };
            let river = if view.river_height.1 == bound { view.river_height.0.max(least) } else { least };
            let lists = (ui.available_height() - river - LISTS_GAP).max(100.0);
            let width = ui.available_width();
            ui.allocate_ui(vec2(width, lists), |ui| {
                ui.set_min_size(vec2(width, lists));
                scrolled(ui, ("bindings", view.opened), |ui| {
                    problem_ui(ui, import);
                    bindings_ui(ui, import, map, &mut view.shows_counting);
                });
            });
            ui.add_space(LISTS_GAP - ui.spacing().item_spacing.y);
            let top = ui.cursor().top();
            result::river_ui(ui, import, view, shaper);
            if is_roomy {
                result::changes_ui(ui, import, view);
            }
            let height = ui.min_rect().bottom() - top;
            if (height - view.river_height.0).abs() > 0.5 || view.river_height.1 != bound {
                view.river_height = (height, bound);
                ui.ctx().request_repaint();
            }
        }
        Step::Bindings => scrolled(ui, ("bindings and river", view.opened), |ui| {
            problem_ui(ui, import);
            bindings_ui(ui, import, map, &mut view.shows_counting);
            ui.add_space(16.0);
            result::river_ui(ui, import, view, shaper);
            result::changes_ui(ui, import, view);
        }),
        Step::Result => scrolled(ui, "result", |ui| {
            problem_ui(ui, import);
            result::river_ui(ui, import, view, shaper);
            result::changes_ui(ui, import, view);
            ui.add_space(12.0);
            result::table_ui(ui, import, map);
            activities::table_ui(ui, import);
        }),
    }
}

/// The events and segments, and beside them what the columns mean where there is room for both.
fn bindings_ui(ui: &mut Ui, import: &mut Asks<'_>, map: &Map, shows_counting: &mut bool) {
    if ui.available_width() < SIDE_BY_SIDE {
        zone::zone_ui(ui, import);
        bindings::bindings_ui(ui, import, map, shows_counting);
        bindings::segments_ui(ui, import, map);
        return;
    }
    let events = ui.available_width() - COLUMNS_WIDTH - GAP;
    ui.horizontal_top(|ui| {
        ui.spacing_mut().item_spacing.x = 0.0;
        cells::column_ui(ui, COLUMNS_WIDTH, |ui| {
            zone::zone_ui(ui, import);
            columns::list_ui(ui, import);
            bindings::segments_ui(ui, import, map);
        });
        ui.add_space(GAP);
        cells::column_ui(ui, events, |ui| bindings::bindings_ui(ui, import, map, shows_counting));
    });
}

/// What scrolls where it does not fit, with a bar that shows it without being pointed at.
fn scrolled<R>(ui: &mut Ui, id: impl std::hash::Hash + std::fmt::Debug, add: impl FnOnce(&mut Ui) -> R) -> R {
    let room = ui.available_height();
    ui.scope(|ui| {
        // The bar stands beside what scrolls, not on its right end.
        let scroll = &mut ui.spacing_mut().scroll;
        (scroll.floating, scroll.bar_inner_margin) = (false, BAR_GAP);
        let bar = style::color(style::theme(ui.ctx()).neutral);
        let ink = std::mem::replace(&mut ui.visuals_mut().widgets.inactive.fg_stroke.color, bar);
        let area = ScrollArea::vertical().id_salt(id).max_height(room).min_scrolled_height(room);
        let shown = area.auto_shrink([false, false]).show(ui, |ui| {
            ui.visuals_mut().widgets.inactive.fg_stroke.color = ink;
            add(ui)
        });
        shown.inner
    })
    .inner
}

/// The file could not be read, or is still being looked at.
fn unread_ui(ui: &mut Ui, import: &mut Asks<'_>) {
    if import.problem().is_none() {
        let doing = import.busy().map_or(say!(ui_import_looking), |busy| busy.doing);
        ui.horizontal(|ui| {
            ui.spinner();
            ui.label(RichText::new(format!("{doing}…")).font(style::body()));
        });
        return;
    }
    problem_ui(ui, import);
    if import.table().is_some() {
        return;
    }
    reading::reading_ui(ui, import);
    if secondary_button_ui(ui, say!(ui_choose_another_file)).clicked() {
        import.ask(ImportMsg::OtherFile);
    }
}

/// What keeps the import from going on, with what to do.
fn problem_ui(ui: &mut Ui, import: &mut Asks<'_>) {
    let Some(problem) = import.problem().map(str::to_owned) else { return };
    widgets::problem_ui(ui, &problem);
    if import.table().is_some() {
        ui.add_space(6.0);
        if link_button_ui(ui, say!(ui_import_try_again)).clicked() {
            import.ask(ImportMsg::TryAgain);
        }
    }
    ui.add_space(12.0);
}

/// Whether the figures of a file that is no log are being read. Until they are there nothing new is asked, so that what is answered stands still.
fn is_on_its_way(import: &Import) -> bool {
    import.shape_report().is_none() && import.busy().is_some()
}

/// `1,203,614`, for a number of rows.
fn rows_text(rows: u64) -> String {
    numbers::count(rows)
}
