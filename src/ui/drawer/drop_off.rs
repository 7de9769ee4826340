//! The drop-off table: who reached each stage, who left, how fast the others went on; for every audience.

use super::chart::Chart;
use super::parts::{empty_ui, figure_ui, heads_ui, table_ui};
use super::touches;
use crate::behaviour::changes::Movement;
use crate::figures::definition::Definition;
use crate::figures::numbers;
use crate::figures::{self, FigureRow, Reader};
use crate::measure::{ChangeRow, Refresh, refresh};
use crate::model::{Map, Measurement, SegmentId};
use crate::scene::FaceStyle;
use crate::session::{Command, Intent};
use crate::text::Shaper;
use crate::theme::size;
use crate::ui::inspector::{Panel, definition_ui, outdated_text, source_text};
use crate::ui::style;
use crate::ui::widgets::{cut_words_ui, link_button_ui};
use egui::{Align, Layout, PopupCloseBehavior, RichText, Ui, UiBuilder, vec2};
use egui_extras::TableRow;
use touchline_words::{Said, said, say};

fn table_heads() -> [&'static str; 8] {
    [
        say!(ui_col_stage),
        say!(ui_col_audience),
        say!(ui_col_reached),
        say!(ui_col_dropped),
        say!(ui_col_rate),
        say!(ui_col_interval),
        say!(ui_col_median_to_next),
        say!(ui_col_within),
    ]
}

const STILL_OPEN: Said = said::ui_drawer_still_open_hint;

/// The card that says how the figures are counted, in logical pixels.
const CARD_WIDTH: f32 = 460.0;

pub fn drop_off_ui(ui: &mut Ui, panel: &mut Panel<'_>, chart: &mut Chart, touches_open: &mut bool, shaper: &Shaper) {
    let map = panel.map;
    let Some((_, measurement)) = map.measurement() else {
        let hint = say!(ui_drawer_drop_off_empty);
        let asked = empty_ui(ui, hint, Some((say!(ui_import_data), Intent::Command(Command::Import))));
        panel.intents.extend(asked);
        return;
    };
    panel.intents.extend(source_ui(ui, map, measurement, chart));
    let whole = ui.available_rect_before_wrap();
    let (table_room, chart_room) = chart.split(whole);
    if let Some(room) = table_room {
        let (stages, fold) = touches::split(room, measurement, *touches_open);
        ui.scope_builder(UiBuilder::new().max_rect(stages), |ui| figures_ui(ui, map, measurement, panel.lens));
        if let Some(fold) = fold {
            ui.scope_builder(UiBuilder::new().max_rect(fold), |ui| {
                touches::touches_ui(ui, map, measurement, panel.lens, touches_open);
            });
        }
    }
    if let Some(room) = chart_room {
        ui.scope_builder(UiBuilder::new().max_rect(room), |ui| chart.picture_ui(ui, map, shaper));
    }
}

fn figures_ui(ui: &mut Ui, map: &Map, measurement: &Measurement, lens: Option<SegmentId>) {
    let rows = rows(map, measurement);
    let hint = too_few_hint(map);
    let former = map.former_measurement().map(|(_, former)| former);
    let changed = former.map(|former| refresh(map, Some(former), measurement, &figures::small_groups(map)));
    let rules = changed.as_ref().and_then(Refresh::rules_warning);
    // Words that stand instead of an interval need more room than one.
    let interval = if rows.iter().any(|line| line.figures.few.is_some()) { 148.0 } else { 88.0 };
    let mut widths = vec![92.0, 104.0, 56.0, 56.0, 52.0, interval, 84.0, 74.0];
    let mut heads = table_heads().to_vec();
    if changed.is_some() {
        widths.extend([66.0, 110.0]);
        heads.extend([say!(ui_col_former), say!(ui_col_change)]);
    }
    let has_open = rows.iter().any(|line| line.figures.still_open > 0);
    if has_open {
        widths.push(64.0);
        heads.push(say!(ui_col_still_open));
    }
    table_ui(ui, "drop-off", &heads, &widths, |table| {
        table.header(24.0, |mut header| heads_ui(&mut header, &heads, 2)).body(|body| {
            body.rows(22.0, rows.len(), |mut row| {
                let Some(line) = rows.get(row.index()) else { return };
                row.set_selected(lens.is_some() && line.segment == lens);
                row_ui(&mut row, line, &hint);
                if let Some(changed) = &changed {
                    let same = |found: &&ChangeRow| found.segment == line.segment && found.stage == line.figures.stage;
                    change_ui(&mut row, changed.rates.iter().find(same), rules.as_deref());
                }
                if has_open {
                    row.col(|ui| {
                        let open = line.figures.still_open;
                        let text = if open > 0 { numbers::count(open) } else { numbers::NONE.to_owned() };
                        figure_ui(ui, text).on_hover_text(STILL_OPEN.text());
                    });
                }
            });
        });
    });
}

/// The former period's rate, and whether it differs beyond chance.
fn change_ui(row: &mut TableRow<'_, '_>, found: Option<&ChangeRow>, rules: Option<&str>) {
    let (former, words) = match found {
        None => (numbers::NONE.to_owned(), numbers::NONE.to_owned()),
        Some(found) => (numbers::rate(found.change.then.rate), change_words(found)),
    };
    row.col(|ui| {
        figure_ui(ui, former);
    });
    row.col(|ui| {
        let said = figure_ui(ui, words);
        if let Some(found) = found {
            said.on_hover_text(match rules {
                Some(rules) => say!(ui_drawer_change_note, words = found.words(), rules),
                None => found.words(),
            });
        }
    });
}

/// `+9.0 points`, `no change told`, `too few`.
fn change_words(found: &ChangeRow) -> String {
    match found.change.movement {
        Movement::Changed => say!(ui_drawer_points, points = numbers::signed(found.change.difference.points * 100.0)),
        Movement::NotTold => say!(ui_drawer_not_told).to_owned(),
        Movement::TooFew => say!(ui_drawer_too_few_change).to_owned(),
        Movement::OtherRules => say!(ui_drawer_other_rules).to_owned(),
    }
}

/// Why a figure is grey.
fn too_few_hint(map: &Map) -> String {
    let least = map.meta.least_group;
    say!(ui_drawer_too_few_hint, customers = numbers::count(least.customers), cell = numbers::count(least.in_a_cell))
}

/// One stage for one audience.
struct Line {
    segment: Option<SegmentId>,
    audience: String,
    /// The first of its stage, which alone carries the stage's name.
    is_first: bool,
    figures: FigureRow,
}

/// All audiences first, then every measured segment in the map's order, each with its figures.
pub fn audiences(map: &Map, measurement: &Measurement) -> Vec<(Option<SegmentId>, String, Vec<FigureRow>)> {
    let mut audiences = vec![(None, say!(ui_all_audiences).to_owned())];
    let measured = map.segments_in_order().into_iter().filter(|(id, _)| measurement.segments.contains_key(id));
    audiences.extend(measured.map(|(id, segment)| (Some(id), segment.name.clone())));
    audiences.into_iter().map(|(id, name)| (id, name, figures::shown(map, id, Reader::Analyst))).collect()
}

/// Stage by stage, all audiences first, then every measured segment in the map's order.
fn rows(map: &Map, measurement: &Measurement) -> Vec<Line> {
    let tables = audiences(map, measurement);
    let mut lines = Vec::new();
    for place in 0..map.stages.len() {
        for (nth, (segment, audience, rows)) in tables.iter().enumerate() {
            let Some(figures) = rows.get(place) else { continue };
            let (segment, audience) = (*segment, audience.clone());
            lines.push(Line { segment, audience, is_first: nth == 0, figures: figures.clone() });
        }
    }
    lines
}

fn row_ui(row: &mut TableRow<'_, '_>, line: &Line, too_few_hint: &str) {
    let text = &line.figures.text;
    row.set_overline(line.is_first);
    row.col(|ui| {
        if line.is_first {
            let ink = ui.visuals().text_color();
            cut_words_ui(ui, &line.figures.name, style::font(FaceStyle::SemiBold, size::UI), ink);
        }
    });
    row.col(|ui| {
        let soft = style::color(style::theme(ui.ctx()).ink_soft);
        cut_words_ui(ui, &line.audience, style::body(), soft);
    });
    let none = numbers::NONE.to_owned();
    let few = line.figures.few.as_ref();
    let reached = if line.figures.reached.is_some() { &text.reached } else { &none };
    // Where nobody or nearly nobody was lost, what there is to say is who still stands there.
    let open = line.figures.open_text().map(str::to_owned);
    let instead = few.map(|few| open.as_ref().unwrap_or(few));
    let (rate, interval) = instead.map_or((&text.rate, &text.interval), |words| (&none, words));
    for figure in [reached, &text.dropped, rate, interval, &text.median, &text.p90] {
        row.col(|ui| {
            if line.figures.too_few {
                let faint = style::theme(ui.ctx()).muted;
                figure_ui(ui, RichText::new(figure).color(style::color(faint))).on_hover_text(too_few_hint);
            } else {
                figure_ui(ui, figure);
            }
        });
    }
}

/// File, rows, dates and customers; beside it how they are counted, and what can be done with the chart.
fn source_ui(ui: &mut Ui, map: &Map, measurement: &Measurement, chart: &mut Chart) -> Option<Intent> {
    let mut asked_for = None;
    let customers = numbers::count(measurement.all.customers);
    let unread = measurement.rows_read.saturating_sub(measurement.rows_used);
    let unread = if unread == 0 { String::new() } else { say!(ui_drawer_rows_not_used, rows = numbers::count(unread)) };
    let source = source_text(measurement);
    let text = format!("{source} · n = {customers} {}{unread}", measurement.rows_are.counted());
    ui.allocate_ui_with_layout(vec2(ui.available_width(), 22.0), Layout::right_to_left(Align::Center), |ui| {
        asked_for = chart.menu_ui(ui);
        if map.former_measurement().is_some() && link_button_ui(ui, say!(ui_former_on_river)).clicked() {
            asked_for = Some(Intent::Command(Command::ToggleFormer));
        }
        let asked = link_button_ui(ui, say!(ui_how_counted));
        let definition = Definition::of(measurement, None);
        let card = |ui: &mut Ui| {
            ui.set_max_width(CARD_WIDTH);
            definition_ui(ui, &definition);
        };
        egui::Popup::menu(&asked).close_behavior(PopupCloseBehavior::CloseOnClickOutside).show(card);
        asked.on_hover_ui(card);
        ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
            let theme = style::theme(ui.ctx());
            if let Some(warning) = outdated_text(map, measurement) {
                let warning = RichText::new(warning).font(style::small()).color(style::color(theme.warn_ink));
                ui.add(egui::Label::new(warning).truncate());
            }
            let source = RichText::new(&text).font(style::small()).color(style::color(theme.muted));
            let laid = say!(ui_drawer_laid_on, text, day = measurement.taken.long());
            ui.add(egui::Label::new(source).truncate().show_tooltip_when_elided(false)).on_hover_text(laid);
        });
    });
    asked_for
}
