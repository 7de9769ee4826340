//! The box that fills metrics from a file: which figures it found, what they count, and which metric each goes to.

use egui::{Align, Context, Label, Layout, RichText, ScrollArea, Ui, vec2};
use touchline_words::direction::Listed;
use touchline_words::{Said, said, say};

use super::rows_told::rows_told;
use super::style;
use super::when;
use super::widgets::{
    bare_combo_ui, box_buttons_ui, default_button_ui, entry_ui, firm_box_ui, muted_ui, problem_ui, secondary_button_ui,
};
use crate::figures::numbers;
use crate::measure::Fillable;
use crate::model::{Map, MetricKind};
use crate::scene::FaceStyle;
use crate::session::flows::{FillFile, FillMsg, Msg};
use crate::session::{Intent, Session};
use crate::theme::size;

const WIDTH: f32 = 560.0;
/// What stands above and below the list, and the window around the box.
const AROUND: f32 = 236.0;
const CHOICE_WIDTH: f32 = 220.0;

/// Shows the box over the window while a file is open for the scorecard, and gives back what was pressed.
pub fn fill_ui(ctx: &Context, session: &Session) -> Vec<Intent> {
    let Some(file) = session.flows().fill() else { return Vec::new() };
    let (map, mut asked) = (session.map(), Vec::new());
    let room = ctx.content_rect().size();
    // Where nothing else is to be done, adding what the map lacks is the next step.
    let only = match file.lacking(map).as_slice() {
        [kind] if file.meant().is_empty() => Some(*kind),
        _ => None,
    };
    let boxed = firm_box_ui(ctx, "fill", say!(ui_fill_title), WIDTH.min(room.x - 88.0), |ui| {
        head_ui(ui, file);
        if let Some(problem) = file.problem() {
            problem_ui(ui, problem);
        } else if file.busy().is_some() {
            ui.horizontal(|ui| {
                ui.spinner();
                let left = file.time_left().map_or("…".to_owned(), |left| format!(", {}", when::time_left(left)));
                ui.label(RichText::new(say!(ui_fill_reading, left)).font(style::body()));
            });
        } else {
            let height = (room.y - AROUND).max(120.0);
            ScrollArea::vertical().max_height(height).auto_shrink([false, true]).show(ui, |ui| {
                list_ui(ui, file, map, &mut asked);
                asked.extend(lacking_ui(ui, file, map, only.is_none()).map(FillMsg::Add));
            });
        }
        box_buttons_ui(ui, |ui| {
            let decided = match only {
                Some(kind) => default_button_ui(ui, &add_label(kind)).then_some(FillMsg::Add(kind)),
                None => fill_button_ui(ui, file, map).then_some(FillMsg::Fill),
            };
            let other = secondary_button_ui(ui, say!(ui_fill_other_file)).clicked().then_some(FillMsg::OtherFile);
            ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
                let is_read = file.busy().is_none() && file.problem().is_none();
                if only.is_none() && is_read && file.edit(map).is_none() {
                    muted_ui(
                        ui,
                        match file.meant() {
                            [] => say!(ui_fill_add_metric),
                            _ => say!(ui_fill_nothing),
                        },
                    );
                }
            });
            decided.or(other)
        })
    });
    asked.extend(boxed.inner.or(boxed.closed.then_some(FillMsg::Close)));
    asked.into_iter().map(|msg| Intent::Flow(Msg::Fill(msg))).collect()
}

/// Lays the counts into the metrics, once there are some.
fn fill_button_ui(ui: &mut Ui, file: &FillFile, map: &Map) -> bool {
    let edit_is_there = file.edit(map).is_some();
    ui.add_enabled_ui(edit_is_there, |ui| default_button_ui(ui, say!(ui_fill_add_counts))).inner
}

fn add_label(kind: MetricKind) -> String {
    say!(ui_fill_add_kind, kind = kind.name())
}

/// The file, what it is, and how many rows were used.
fn head_ui(ui: &mut Ui, file: &FillFile) {
    ui.add_space(-8.0);
    let mut parts = vec![file.file_name()];
    if let Some((shape, scores)) = file.scores() {
        parts.push(shape.name().to_owned());
        parts.push(say!(ui_fill_rows, rows = numbers::count(scores.rows.used)));
        if scores.rows.rejected > 0 {
            parts.push(say!(ui_fill_not_used, rows = numbers::count(scores.rows.rejected)));
        }
    }
    let theme = style::theme(ui.ctx());
    let line = RichText::new(parts.listed(" · ")).font(style::body()).color(style::color(theme.muted));
    // Where rows were left out or are odd, the tooltip says why.
    let told = file.scores().map(|(_, scores)| rows_told(&scores.rows)).unwrap_or_default();
    let shown = ui.add(Label::new(line).truncate().show_tooltip_when_elided(told.is_empty()));
    if !told.is_empty() {
        shown.on_hover_text(told.join("\n"));
    }
    ui.add_space(14.0);
}

fn list_ui(ui: &mut Ui, file: &FillFile, map: &Map, asked: &mut Vec<FillMsg>) {
    for (place, fillable) in file.meant().iter().enumerate() {
        if place > 0 {
            ui.add_space(10.0);
            ui.separator();
            ui.add_space(10.0);
        }
        if let Some(choice) = metric_ui(ui, map, place, fillable) {
            asked.push(FillMsg::Mean(place, choice));
        }
    }
}

/// Metrics that the file could fill and the map lacks, to be added; the one that was asked for.
fn lacking_ui(ui: &mut Ui, file: &FillFile, map: &Map, are_asked: bool) -> Option<MetricKind> {
    let lacking = file.lacking(map);
    if lacking.is_empty() {
        return None;
    }
    if !file.meant().is_empty() {
        ui.add_space(12.0);
    }
    if !are_asked {
        muted_ui(ui, say!(ui_fill_has_counts));
        return None;
    }
    muted_ui(ui, say!(ui_fill_has_more_counts));
    ui.add_space(4.0);
    let asked = |ui: &mut Ui, kind: &MetricKind| secondary_button_ui(ui, &add_label(*kind)).clicked();
    ui.horizontal_wrapped(|ui| lacking.into_iter().filter(|kind| asked(ui, kind)).last()).inner
}

/// One metric: what fills it, for which periods, and what is counted. A choice that was made, if one was.
fn metric_ui(ui: &mut Ui, map: &Map, place: usize, fillable: &Fillable) -> Option<Option<usize>> {
    const NOTHING: Said = said::ui_fill_leave;
    let metric = map.metrics.get(&fillable.metric)?;
    let stage = map.stages.get(&metric.stage).map_or("", |stage| stage.name.as_str());
    let chosen = fillable.chosen.and_then(|at| fillable.choices.get(at));
    let mut asked = None;
    ui.push_id(("fill", place), |ui| {
        ui.allocate_ui_with_layout(
            vec2(ui.available_width(), style::CONTROL_HEIGHT),
            Layout::right_to_left(Align::Center),
            |ui| {
                ui.allocate_ui(vec2(CHOICE_WIDTH, style::CONTROL_HEIGHT), |ui| {
                    let shown = chosen.map_or(NOTHING.text(), |choice| choice.title());
                    bare_combo_ui(ui, &say!(ui_fill_what_fills, metric = metric.title()), shown, |ui| {
                        if entry_ui(ui, chosen.is_none(), NOTHING.text()).clicked() {
                            asked = Some(None);
                        }
                        for (at, choice) in fillable.choices.iter().enumerate() {
                            if entry_ui(ui, fillable.chosen == Some(at), choice.title()).clicked() {
                                asked = Some(Some(at));
                            }
                        }
                    });
                });
                ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
                    let title = RichText::new(metric.title()).font(style::font(FaceStyle::SemiBold, size::UI));
                    ui.add(Label::new(title).truncate());
                    muted_ui(ui, stage);
                });
            },
        );
        let theme = style::theme(ui.ctx());
        let small = |words: &str, ink| RichText::new(words).font(style::small()).color(style::color(ink));
        match chosen {
            Some(choice) => {
                let found = say!(ui_fill_found, periods = choice.periods(), newest = choice.newest(metric.kind));
                ui.add(Label::new(small(&found, theme.ink_soft)).wrap());
                ui.add(Label::new(small(&say!(ui_fill_counted, definition = choice.definition), theme.muted)).wrap());
            }
            None => {
                let scores = fillable.choices.len();
                let words = if scores == 1 { say!(ui_fill_one_score).to_owned() } else { say!(ui_fill_scores, scores) };
                ui.add(Label::new(small(&say!(ui_fill_say_which, words), theme.muted)).wrap());
            }
        }
    });
    asked
}
