//! The box that holds an at-risk rule against a file of customers: its columns, how long they stay, the rule with its
//! figures, and what is to be done.
//!
//! Shows an [`AtRiskOpen`], and gives back what was pressed as messages to it.

mod columns;
mod curve;
mod figures;

use egui::{Align, Context, Label, Layout, ProgressBar, RichText, ScrollArea, Ui, vec2};
use touchline_words::direction::Listed;
use touchline_words::{Said, said, say};

use super::rows_told::rows_told;
use super::style;
use super::when;
use super::widgets::{
    bare_combo_ui, entry_ui, firm_box_ui, muted_ui, primary_button_ui, problem_ui, room_ui, secondary_button_ui, tall,
};
use crate::behaviour::churn::days;
use crate::figures::numbers;
use crate::model::{Map, RecordRef};
use crate::session::at_risk::AtRiskFile;
use crate::session::flows::{AtRiskMsg, AtRiskOpen, Msg};
use crate::session::{Intent, Session};
use crate::text::Shaper;
use curve::Curve;

/// What the box itself remembers.
#[derive(Default)]
pub struct AtRiskView {
    /// The file of which the rest is remembered, by its number.
    of: u64,
    curve: Curve,
    /// It was drawn before: until then it is scrolled to its top.
    is_shown: bool,
}

/// The largest size of what stands inside the box's margins, in logical pixels.
const LARGEST: egui::Vec2 = vec2(1072.0, 752.0);
/// The box's margins and the window that stays visible around it, on both sides together.
const AROUND: egui::Vec2 = vec2(48.0 + 40.0, 48.0 + 24.0);
/// The box's title and the space below it.
const TITLE: f32 = 34.0;
/// The buttons at the foot and the space above them.
const FOOT: f32 = 52.0;
const COLUMNS_WIDTH: f32 = 268.0;
const GAP: f32 = 28.0;
/// What is missing for the rule alone.
const LACKS_SIGNALS: Said = said::ui_at_risk_lacks;

/// Shows the box over the window while a file of customers is asked, and gives back what was pressed.
pub fn at_risk_ui(ctx: &Context, view: &mut AtRiskView, session: &Session, shaper: &Shaper) -> Vec<Intent> {
    let Some(open) = session.flows().at_risk() else {
        *view = AtRiskView::default();
        return Vec::new();
    };
    if view.of != open.number() {
        *view = AtRiskView { of: open.number(), ..AtRiskView::default() };
    }
    let (file, map, mut asked) = (open.file(), session.map(), Vec::new());
    let size = (ctx.content_rect().size() - AROUND).min(LARGEST).max(vec2(280.0, 240.0));
    let boxed = firm_box_ui(ctx, "at risk", say!(ui_at_risk_title), size.x, |ui| {
        let bottom = ui.cursor().top() + size.y - TITLE;
        head_ui(ui, file);
        let room = vec2(size.x, (bottom - FOOT - ui.cursor().top()).max(80.0));
        room_ui(ui, room, |ui| body_ui(ui, file, view, map, shaper, &mut asked));
        foot_ui(ui, open, map, &mut asked);
    });
    asked.extend(boxed.closed.then_some(AtRiskMsg::Close));
    asked.into_iter().map(|msg| Intent::Flow(Msg::AtRisk(msg))).collect()
}

/// File, customers, day, and rows that were not used.
fn head_ui(ui: &mut Ui, file: &AtRiskFile) {
    ui.add_space(-8.0);
    let mut parts = vec![file.file_name()];
    if let Some(signals) = file.signals() {
        parts.push(say!(ui_at_risk_customers_used, count = numbers::count(signals.rows.used)));
        parts.extend(signals.as_of.map(|at| say!(ui_at_risk_as_of, day = days::text(at))));
        if signals.rows.rejected > 0 {
            parts.push(say!(ui_at_risk_rows_not_used, count = numbers::count(signals.rows.rejected)));
        }
    }
    let theme = style::theme(ui.ctx());
    let line = RichText::new(parts.listed(" · ")).font(style::body()).color(style::color(theme.muted));
    // Where rows were left out or are odd, the tooltip says why.
    let told = file.signals().map(|signals| rows_told(&signals.rows)).unwrap_or_default();
    let response = ui.add(Label::new(line).truncate().show_tooltip_when_elided(told.is_empty()));
    if !told.is_empty() {
        response.on_hover_text(told.join("\n"));
    }
    ui.add_space(10.0);
}

fn body_ui(
    ui: &mut Ui,
    file: &AtRiskFile,
    view: &mut AtRiskView,
    map: &Map,
    shaper: &Shaper,
    asked: &mut Vec<AtRiskMsg>,
) {
    if file.recognition().is_none() {
        return asked.extend(unread_ui(ui, file));
    }
    let is_new = !std::mem::replace(&mut view.is_shown, true);
    let right = (ui.available_width() - COLUMNS_WIDTH - GAP).max(200.0);
    let height = ui.available_height();
    ui.horizontal_top(|ui| {
        ui.spacing_mut().item_spacing.x = 0.0;
        let column = |ui: &mut Ui, width: f32, id: &str, add: &mut dyn FnMut(&mut Ui)| {
            ui.allocate_ui_with_layout(vec2(width, height), Layout::top_down(Align::Min), |ui| {
                ui.spacing_mut().item_spacing = vec2(8.0, 6.0);
                let area = ScrollArea::vertical().id_salt(id).max_height(height).auto_shrink([false, false]);
                let area = if is_new { area.vertical_scroll_offset(0.0) } else { area };
                area.show(ui, |ui| {
                    ui.set_width(width - 4.0);
                    add(ui);
                });
            });
        };
        column(ui, COLUMNS_WIDTH, "columns", &mut |ui| columns::columns_ui(ui, file, asked));
        ui.add_space(GAP);
        column(ui, right, "figures", &mut |ui| {
            if let Some(problem) = file.problem() {
                problem_ui(ui, problem);
                ui.add_space(12.0);
            }
            if file.lacks_signals() {
                muted_ui(ui, LACKS_SIGNALS.text());
                ui.add_space(6.0);
            }
            view.curve.curve_ui(ui, file, &map.meta.language, shaper);
            figures::figures_ui(ui, file, asked);
        });
    });
}

/// The file could not be read, or is still being looked at.
fn unread_ui(ui: &mut Ui, file: &AtRiskFile) -> Option<AtRiskMsg> {
    let Some(problem) = file.problem() else {
        ui.horizontal(|ui| {
            ui.spinner();
            ui.label(RichText::new(say!(ui_at_risk_looking)).font(style::body()));
        });
        return None;
    };
    problem_ui(ui, problem);
    ui.add_space(12.0);
    secondary_button_ui(ui, say!(ui_choose_another_file)).clicked().then_some(AtRiskMsg::OtherFile)
}

fn foot_ui(ui: &mut Ui, open: &AtRiskOpen, map: &Map, asked: &mut Vec<AtRiskMsg>) {
    let file = open.file();
    ui.add_space(FOOT - 36.0);
    let row = vec2(ui.available_width(), 36.0);
    ui.allocate_ui_with_layout(row, Layout::right_to_left(Align::Center), |ui| {
        ui.set_min_height(36.0);
        tall(ui, |ui| {
            let is_ready = file.signals().is_some();
            let has_cohort = file.has_cohort() && !file.is_saving();
            let save = ui.add_enabled_ui(has_cohort, |ui| primary_button_ui(ui, say!(ui_at_risk_save_cohort))).inner;
            if save.on_hover_text(say!(ui_at_risk_save_hint)).clicked() {
                asked.push(AtRiskMsg::SaveCohort);
            }
            let at = open.place(map);
            let step_in =
                ui.add_enabled_ui(is_ready && at.is_some(), |ui| secondary_button_ui(ui, say!(ui_at_risk_intervene)));
            if step_in.inner.on_hover_text(say!(ui_at_risk_intervene_hint)).clicked() {
                asked.push(AtRiskMsg::Intervene);
            }
            let chosen = ui.allocate_ui(vec2(190.0, 36.0), |ui| place_ui(ui, map, at)).inner;
            asked.extend(chosen.map(AtRiskMsg::StepInAt));
            muted_ui(ui, say!(ui_col_where));
        });
        ui.with_layout(Layout::left_to_right(Align::Center), |ui| said_ui(ui, open));
    });
}

/// The choice of the place; the one that was just picked.
fn place_ui(ui: &mut Ui, map: &Map, at: Option<(RecordRef, String)>) -> Option<RecordRef> {
    let shown = at.as_ref().map_or(say!(ui_at_risk_no_stage), |(_, name)| name.as_str());
    let mut picked = None;
    bare_combo_ui(ui, say!(ui_at_risk_where), shown, |ui| {
        for (id, stage) in map.stages_in_order() {
            let mut choice_ui = |record: RecordRef, label: &str| {
                let is_chosen = at.as_ref().is_some_and(|(at, _)| *at == record);
                if entry_ui(ui, is_chosen, label).clicked() {
                    picked = Some(record);
                }
            };
            choice_ui(RecordRef::Stage(id), &stage.name);
            for (card, touchpoint) in map.touchpoints_of(id) {
                choice_ui(RecordRef::Touchpoint(card), &format!("      {}", touchpoint.title));
            }
        }
    });
    picked
}

/// What is running, else what became of the cohort, else what becomes of the file.
fn said_ui(ui: &mut Ui, open: &AtRiskOpen) {
    let file = open.file();
    let theme = style::theme(ui.ctx());
    if let Some((doing, fraction)) = file.busy() {
        if let Some(fraction) = fraction {
            ui.add(ProgressBar::new(fraction).desired_width(120.0).desired_height(6.0));
        }
        match file.time_left() {
            Some(left) => muted_ui(ui, &format!("{doing}, {}", when::time_left(left))),
            None => muted_ui(ui, doing),
        };
        return;
    }
    let (said, ink) = match open.said() {
        Some(Ok(said)) => (said.as_str(), theme.good_ink),
        Some(Err(problem)) => (problem.as_str(), theme.bad_ink),
        None if file.lacks_signals() => (say!(ui_at_risk_name_columns), theme.muted),
        None => (say!(ui_at_risk_only_counts), theme.muted),
    };
    let said = RichText::new(said).font(style::small()).color(style::color(ink));
    ui.add(Label::new(said).wrap());
}
