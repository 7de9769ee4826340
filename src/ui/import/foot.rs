//! The foot of the dialog: the button that goes on, always in its place, and beside it what runs, what is still missing for
//! it, or what becomes of the rows.

use egui::{Align, Layout, ProgressBar, RichText, Ui, vec2};
use touchline_words::direction::Listed;
use touchline_words::{Said, said, say};

use super::asks::Asks;
use super::bindings::make_label;
use super::doubt::in_doubt;
use super::{FOOT, ImportView, Step, result, shape, steps};
use crate::behaviour::shapes::Shape;
use crate::model::Map;
use crate::session::flows::ImportMsg;
use crate::session::import::{Import, MADE_STAGES};
use crate::ui::inspector::capital;
use crate::ui::style;
use crate::ui::when;
use crate::ui::widgets::{default_button_ui, link_button_ui, secondary_button_ui, tall};

/// Audiences that are named.
const NAMED: usize = 3;

/// What goes on from here.
#[derive(Clone, Debug, PartialEq)]
enum Going {
    /// To the next step.
    Next,
    /// With this asked of the import.
    Ask(ImportMsg),
}

/// A button that goes on, and what is missing for it.
#[derive(Clone, Debug, PartialEq)]
struct Button {
    label: String,
    going: Going,
    missing: Option<&'static str>,
}

impl Button {
    fn new(label: impl Into<String>, going: Going) -> Self {
        Self { label: label.into(), going, missing: None }
    }

    /// It waits while figures are on their way, and says nothing of it: the progress stands there.
    fn unless(self, missing: Option<&'static str>) -> Self {
        Self { missing, ..self }
    }
}

const LAY: Said = said::ui_import_lay;
const SCORECARD: Said = said::ui_import_scorecard;
/// Figures that are on their way.
const WAITING: &str = "";

pub(super) fn foot_ui(ui: &mut Ui, import: &mut Asks<'_>, view: &mut ImportView, map: &Map) {
    let mut pressed = None;
    let mut cancelled = false;
    let (first, others) = buttons(import, view.step, map);
    let replaces = replaces(import, view, map);
    ui.add_space(FOOT - 36.0);
    let row = vec2(ui.available_width(), 36.0);
    ui.allocate_ui_with_layout(row, Layout::right_to_left(Align::Center), |ui| {
        ui.set_min_height(36.0);
        tall(ui, |ui| {
            if let Some(button) = &first {
                let is_open = button.missing.is_none();
                if ui.add_enabled_ui(is_open, |ui| default_button_ui(ui, &button.label)).inner {
                    pressed = Some(button.going.clone());
                }
            }
            for button in &others {
                if secondary_button_ui(ui, &button.label).clicked() {
                    pressed = Some(button.going.clone());
                }
            }
            cancelled = secondary_button_ui(ui, say!(cancel)).clicked();
        });
        ui.add_space(8.0);
        ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
            said_ui(ui, import, view.step, first.as_ref().and_then(|button| button.missing), replaces.as_deref());
        });
    });
    match pressed {
        Some(Going::Next) => view.step = Step::Bindings,
        Some(Going::Ask(msg)) => import.ask(msg),
        None if cancelled => import.ask(ImportMsg::Close),
        None => {}
    }
}

/// The figures that it was found for what is replaced: another report, or the file read as something else.
pub(super) type FoundFor = (u64, bool, Option<Shape>, bool);

/// `Replaces the figures of shop_eu.csv, …`, where laying does so.
fn replaces(import: &Import, view: &mut ImportView, map: &Map) -> Option<String> {
    let is_read = import.shape_report().is_some();
    let found_for = (import.generation(), import.report().is_some(), import.other_shape(), is_read);
    if view.replaces.as_ref().is_none_or(|(before, _)| *before != found_for) {
        let words = import.replaces(map, when::today()).map(|words| format!("{}.", capital(&words)));
        view.replaces = Some((found_for, words));
    }
    let is_at_columns = view.step == Step::Columns && import.other_shape().is_none();
    view.replaces.as_ref().and_then(|(_, words)| words.clone()).filter(|_| !is_at_columns)
}

/// The button that Enter presses, and those beside it.
fn buttons(import: &Import, step: Step, map: &Map) -> (Option<Button>, Vec<Button>) {
    if import.recognition().is_none() {
        return (None, Vec::new());
    }
    if let Some(shape) = import.other_shape() {
        return shape_buttons(import, shape);
    }
    let lay = Button::new(LAY.text(), Going::Ask(ImportMsg::Lay(when::today())));
    if step == Step::Columns {
        let at_risk = Button::new(AT_RISK.text(), Going::Ask(ImportMsg::AtRisk));
        return match import.looks_like_durations() {
            true => (Some(at_risk), Vec::new()),
            false => (Some(Button::new(say!(next), Going::Next).unless(unready(import))), Vec::new()),
        };
    }
    let all = import.events().len();
    if map.stages.is_empty() && all > 0 && !result::has_river(import) {
        let button = |most: usize| Button::new(make_label(import, most), Going::Ask(ImportMsg::MakeStagesOf(most)));
        // A journey of more steps than that in a row is none that people go.
        let made = all - import.one_offs().len();
        let every = (made <= MOST_AT_ONCE).then(|| button(all));
        return match made > MADE_STAGES {
            true => (Some(button(MADE_STAGES)), every.into_iter().collect()),
            false => (every, Vec::new()),
        };
    }
    let missing = match import.report() {
        None => Some(WAITING),
        Some(_) if !result::has_river(import) => Some(say!(ui_import_no_stage_yet)),
        Some(_) => None,
    };
    (Some(lay.unless(missing)), Vec::new())
}

/// Of so many events at most stages are made by one press.
const MOST_AT_ONCE: usize = 12;

/// How the at-risk box is called here.
const AT_RISK: Said = said::ui_import_open_at_risk;

fn shape_buttons(import: &Import, shape: Shape) -> (Option<Button>, Vec<Button>) {
    let leave = |label: &str, msg| Button::new(label, Going::Ask(msg));
    if shape == Shape::ChurnSignals {
        let there = import.only_file().map(|_| leave(AT_RISK.text(), ImportMsg::AtRisk));
        return (there, Vec::new());
    }
    let lay = leave(LAY.text(), ImportMsg::Lay(when::today()));
    let scorecard = import.is_for_scorecard().then(|| leave(SCORECARD.text(), ImportMsg::Scorecard));
    if !shape::is_read_surely(import) {
        let goes_on = match import.shape_laid() {
            Some(Err(_)) => scorecard.unwrap_or(lay),
            _ => lay,
        };
        return (Some(goes_on.unless(Some(say!(ui_import_say_dates)))), Vec::new());
    }
    match (import.shape_laid(), import.shape_made()) {
        (Some(_), Some(Ok(made))) => {
            let label = match made.stages.len() {
                1 => say!(ui_import_make_stage).to_owned(),
                count => say!(ui_import_make_stages, count),
            };
            (Some(leave(&label, ImportMsg::MakeStages(when::today()))), scorecard.into_iter().collect())
        }
        (Some(Ok(_)), _) => (Some(lay), scorecard.into_iter().collect()),
        (Some(Err(_)), _) if scorecard.is_some() => (scorecard, Vec::new()),
        (Some(Err(_)), _) => (Some(lay.unless(Some(say!(ui_import_why_above)))), Vec::new()),
        (None, _) if import.problem().is_some() => (None, Vec::new()),
        (None, _) => (Some(lay.unless(Some(WAITING))), Vec::new()),
    }
}

/// What the columns still leave open.
fn unready(import: &Import) -> Option<&'static str> {
    match import.recognition() {
        _ if steps::is_ready(import) => None,
        Some(found) if found.open_time.is_some() => Some(say!(ui_import_say_time)),
        Some(found) if in_doubt(found).is_some() => Some(say!(ui_import_say_dates)),
        Some(_) if import.ragged_in_doubt().is_some() => Some(say!(ui_import_say_delimiter)),
        _ => Some(say!(ui_import_say_columns)),
    }
}

/// What is missing, else what is running, else which figures are replaced or what becomes of the rows, and who joins the map.
fn said_ui(ui: &mut Ui, import: &mut Asks<'_>, step: Step, missing: Option<&'static str>, replaces: Option<&str>) {
    let theme = style::theme(ui.ctx());
    let line = |ui: &mut Ui, said: &str, ink| {
        ui.add(egui::Label::new(RichText::new(said).font(style::small()).color(style::color(ink))).wrap());
    };
    if let Some(missing) = missing.filter(|missing| !missing.is_empty()) {
        return line(ui, missing, theme.warn_ink);
    }
    if import.busy().is_some() {
        return busy_ui(ui, import);
    }
    let said = match step {
        Step::Columns if import.table().is_some() => {
            say!(ui_import_server_asked)
        }
        Step::Columns => say!(ui_import_file_read),
        Step::Bindings | Step::Result => {
            say!(ui_import_only_figures)
        }
    };
    let said = replaces.unwrap_or(said);
    let is_log = import.other_shape().is_none() && step != Step::Columns;
    let (joining, left) = (import.new_audiences(true), import.new_audiences(false));
    let (audiences, button, join) = match (joining.is_empty(), left.is_empty()) {
        (false, _) => (joins(&joining), say!(ui_import_leave_out), false),
        (true, false) => (say!(ui_import_left_out).to_owned(), say!(ui_import_let_join), true),
        (true, true) => return line(ui, said, theme.muted),
    };
    if !is_log {
        return line(ui, said, theme.muted);
    }
    ui.vertical(|ui| {
        ui.spacing_mut().item_spacing.y = 2.0;
        line(ui, said, theme.muted);
        ui.horizontal(|ui| {
            ui.add(egui::Label::new(RichText::new(audiences).font(style::small())).truncate());
            if link_button_ui(ui, button).clicked() {
                import.ask(ImportMsg::LetAudiencesJoin(join));
            }
        });
    });
}

/// `desktop, mobile and tablet join the map as new audiences.`
fn joins(names: &[&str]) -> String {
    let shown: Vec<&str> = names.iter().take(NAMED).copied().collect();
    match (shown.as_slice(), names.len().saturating_sub(NAMED)) {
        ([one], 0) => say!(ui_import_joins, one),
        ([firsts @ .., last], 0) => say!(ui_import_join, names = firsts.listed(", "), last),
        (shown, more) => say!(ui_import_join_more, names = shown.listed(", "), more),
    }
}

fn busy_ui(ui: &mut Ui, import: &Import) {
    let Some(busy) = import.busy() else { return };
    let theme = style::theme(ui.ctx());
    ui.label(RichText::new(format!("{}…", busy.doing)).font(style::body()));
    if let Some(fraction) = busy.fraction {
        let percent = format!("{:.0} %", f64::from(fraction) * 100.0);
        let said = busy.left.map_or(percent.clone(), |left| format!("{percent} · {}", when::time_left(left)));
        let said = RichText::new(said).font(style::small());
        ui.visuals_mut().extreme_bg_color = style::color(theme.hairline);
        let bar = ProgressBar::new(fraction).desired_width(160.0).desired_height(6.0);
        ui.add(bar.fill(style::color(theme.accent)));
        ui.label(said.color(style::color(theme.muted)));
    } else if import.recognition().is_some() {
        ui.add(egui::Spinner::new().size(14.0));
    }
}

#[cfg(test)]
mod tests {
    use super::joins;

    #[test]
    fn who_joins_the_map_is_named_as_far_as_there_is_room() {
        assert_eq!(joins(&["kids"]), "kids joins the map as a new audience.");
        assert_eq!(joins(&["kids", "fans"]), "kids and fans join the map as new audiences.");
        assert_eq!(joins(&["a", "b", "c", "d", "e"]), "a, b, c and 2 more join the map as new audiences.");
    }
}
