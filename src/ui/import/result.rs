//! What the map will say: the river, the figures of every segment, and what became of every row.

use egui::{Frame, Margin, RichText, ScrollArea, Ui, vec2};
use egui_extras::{Column as TableColumn, TableBuilder};
use touchline_words::say;

use super::{ImportView, Step, rows_text};
use crate::behaviour::changes::Movement;
use crate::behaviour::masking;
use crate::behaviour::report::Report;
use crate::behaviour::statistics;
use crate::figures::definition::Definition;
use crate::figures::numbers;
use crate::layout::{Lens, arrange_river};
use crate::measure::{self, Refresh};
use crate::model::Map;
use crate::scene::{FaceStyle, Scene};
use crate::session::import::{Binding, Import, SegmentRow, SegmentTarget};
use crate::text::Shaper;
use crate::theme::{Theme, size};
use crate::ui::inspector::{capital, definition_ui};
use crate::ui::rows_told::told_words;
use crate::ui::widgets::{caption_ui, link_button_ui, muted_ui};
use crate::ui::{screen, style};

/// From this width on, the definition stands beside the heading.
const DEFINITION_BESIDE: f32 = 640.0;
/// Narrower than this, the table scrolls sideways.
const TABLE: f32 = 860.0;

/// The panel and the rows below it, as high as they are with one line of rows.
pub(super) const RIVER_HEIGHT: f32 = 240.0;
/// The same while no event is bound and there is a sentence in place of the river.
pub(super) const SAID_HEIGHT: f32 = 110.0;
/// The river itself.
const RIVER: f32 = 150.0;
/// The sentence in its place.
const SAID: f32 = 22.0;

/// Whether there is, or soon will be, a river to show.
pub(super) fn has_river(import: &Import) -> bool {
    import.events().iter().any(|row| row.binding != Binding::Unused)
}

/// The panel that shows the river, and below it what became of every row.
pub(super) fn river_ui(ui: &mut Ui, import: &Import, view: &mut ImportView, shaper: &Shaper) {
    let theme = style::theme(ui.ctx());
    let frame = Frame::new()
        .fill(style::color(theme.ground))
        .stroke(style::hairline(&theme))
        .corner_radius(f32::from(style::CARD_RADIUS))
        .inner_margin(Margin::symmetric(16, 12));
    frame.show(ui, |ui| {
        ui.set_width(ui.available_width());
        panel_ui(ui, import, view, shaper);
    });
    ui.add_space(6.0);
    if let Some(report) = import.report() {
        rows_ui(ui, report);
    }
}

/// Sentences, and whether each is to be looked at; with what they were found for.
#[derive(Clone, Debug, PartialEq)]
pub struct Changes {
    made_for: (u64, Vec<SegmentTarget>),
    lines: Vec<(bool, String)>,
}

/// Room for the sentences; more of them are scrolled.
const CHANGES: f32 = 66.0;

/// What the newer file says that the map does not, before it is laid.
pub(super) fn changes_ui(ui: &mut Ui, import: &Import, view: &mut ImportView) {
    let made_for = (import.generation(), import.segments().iter().map(|row| row.target).collect::<Vec<_>>());
    if view.changes.as_ref().is_none_or(|found| found.made_for != made_for) {
        let lines = import.refresh().map(|found| lines(&found)).unwrap_or_default();
        view.changes = Some(Changes { made_for, lines });
    }
    let Some(found) = view.changes.as_ref().filter(|found| !found.lines.is_empty()) else { return };
    let theme = style::theme(ui.ctx());
    ui.add_space(6.0);
    caption_ui(ui, say!(ui_import_against));
    ScrollArea::vertical().id_salt("import changes").max_height(CHANGES).show(ui, |ui| {
        ui.set_width(ui.available_width());
        for (warns, line) in &found.lines {
            let ink = if *warns { theme.warn_ink } else { theme.muted };
            ui.add(egui::Label::new(RichText::new(line).font(style::body()).color(style::color(ink))).wrap());
        }
    });
}

/// What changed and what disagrees, a sentence each, and whether it is to be looked at.
fn lines(found: &Refresh) -> Vec<(bool, String)> {
    let mut lines: Vec<(bool, String)> = Vec::new();
    if let Some(rules) = found.rules_warning() {
        let mut letters = rules.chars();
        let first: String = letters.next().into_iter().flat_map(char::to_uppercase).collect();
        lines.push((true, format!("{first}{}.", letters.as_str())));
    }
    let changed = found.rates.iter().filter(|row| row.change.movement == Movement::Changed);
    lines.extend(changed.map(|row| (true, row.words())));
    let rest = found.rates.iter().filter(|row| row.change.movement != Movement::Changed).count();
    if rest > 0 && found.other_rules.is_empty() {
        lines.push((false, say!(ui_import_not_told, rest)));
    }
    let wrong = found.estimates.iter().filter(|row| row.disagrees);
    lines.extend(wrong.map(|row| (true, say!(ui_import_disagrees, words = row.words()))));
    if found.periods_overlap && !found.rates.is_empty() {
        lines.push((false, say!(ui_import_same_days).to_owned()));
    }
    lines
}

/// The river of all audiences as the board will draw it, at least `min_width` map units wide. Empty when the report was not
/// measured for the map.
fn river(report: &Report, map: &Map, theme: &Theme, shaper: &Shaper, min_width: f32) -> Scene {
    let said = measure::preview(report, map);
    said.map_or_else(Scene::default, |map| arrange_river(&map, &Lens::default(), theme, shaper, min_width))
}

fn panel_ui(ui: &mut Ui, import: &Import, view: &mut ImportView, shaper: &Shaper) {
    let theme = style::theme(ui.ctx());
    let heading = RichText::new(say!(ui_import_will_say)).font(style::font(FaceStyle::SemiBold, size::UI));
    let definition = import.report().map(measure::definition);
    let words = definition.as_ref().map(|d| say!(ui_import_wilson, counted = d.counted())).unwrap_or_default();
    let words = RichText::new(words).font(style::small()).color(style::color(theme.muted));
    if ui.available_width() < DEFINITION_BESIDE {
        ui.label(heading);
        explained_ui(ui, words, definition.as_ref());
        count_otherwise_ui(ui, view, definition.is_some());
    } else {
        ui.horizontal(|ui| {
            ui.label(heading);
            ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
                count_otherwise_ui(ui, view, definition.is_some());
                explained_ui(ui, words, definition.as_ref());
            });
        });
    }
    ui.add_space(4.0);
    let room = vec2(ui.available_width(), if has_river(import) { RIVER } else { SAID });
    ui.allocate_ui(room, |ui| {
        ui.set_min_size(room);
        if let Some(said) = no_river(import) {
            let said = RichText::new(said).font(style::body()).color(style::color(theme.muted));
            ui.add(egui::Label::new(said).wrap());
            return;
        }
        let (Some(report), Some(map)) = (import.report(), import.measured_map()) else { return };
        let key = (import.generation(), room.x.to_bits(), theme.dark);
        if view.river.as_ref().is_none_or(|(made_for, _)| *made_for != key) {
            view.river = Some((key, river(report, map, &theme, shaper, room.x)));
        }
        if let Some((_, scene)) = &view.river {
            screen::scene_ui(ui, scene, vec2(room.x, f32::INFINITY));
        }
    });
}

/// Leads to the choices of how stages are counted, which stand below the events.
fn count_otherwise_ui(ui: &mut Ui, view: &mut ImportView, is_counted: bool) {
    if is_counted && link_button_ui(ui, say!(ui_import_count_otherwise)).clicked() {
        (view.step, view.shows_counting) = (Step::Bindings, true);
    }
}

/// The definition in half a line, whole when hovered.
fn explained_ui(ui: &mut Ui, words: RichText, definition: Option<&Definition>) {
    let shown = ui.add(egui::Label::new(words).truncate().show_tooltip_when_elided(definition.is_none()));
    if let Some(definition) = definition {
        shown.on_hover_ui(|ui| definition_ui(ui, definition));
    }
}

/// What is said where there is no river to show.
fn no_river(import: &Import) -> Option<&'static str> {
    match import.report() {
        None if import.busy().is_some() => Some(say!(ui_import_measuring)),
        None => Some(say!(ui_import_no_figures)),
        Some(report) if !has_river(import) || report.total().is_none_or(|total| total.stages.is_empty()) => {
            Some(say!(ui_import_none_bound))
        }
        Some(_) => None,
    }
}

fn rows_ui(ui: &mut Ui, report: &Report) {
    let theme = style::theme(ui.ctx());
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = vec2(20.0, 4.0);
        let read = say!(ui_import_rows_read, rows = rows_text(report.rows.read));
        ui.label(RichText::new(read).font(style::font(FaceStyle::SemiBold, size::UI)));
        dotted_ui(ui, theme.good, &say!(ui_import_used, rows = rows_text(report.rows.used)));
        report.rows.reasons.iter().for_each(|told| dotted_ui(ui, theme.warn, &told_words(told)));
        report.rows.odd.iter().for_each(|told| dotted_ui(ui, theme.muted, &told_words(told)));
    });
    if report.rows.share_in_doubt().is_some() {
        let said = say!(ui_import_many_unused);
        let said = RichText::new(said).font(style::body()).color(style::color(theme.warn_ink));
        ui.add(egui::Label::new(said).wrap());
    }
    if let Some(others) = &report.other_events {
        let said = format!("{}.", capital(&others.words(numbers::count)));
        ui.add(egui::Label::new(RichText::new(said).font(style::body()).color(style::color(theme.warn_ink))).wrap());
    }
    if let Some(words) = report.activities.words() {
        muted_ui(ui, &format!("{}.", capital(words)));
    }
    if let Some(words) = report.not_measured_words() {
        muted_ui(ui, &format!("{}.", capital(&words)));
    }
    for words in masking::words(&report.grouped, numbers::count) {
        muted_ui(ui, &format!("{}.", capital(&words)));
    }
    for words in report.zone.iter().flat_map(|zone| zone.words(numbers::count)) {
        muted_ui(ui, &format!("{words}."));
    }
    if let Some(words) = report.repeated_words(numbers::count) {
        muted_ui(ui, &format!("{words}."));
    }
    if report.multi_segment_customers > 0 {
        let said = say!(ui_import_in_several, customers = numbers::count(report.multi_segment_customers));
        muted_ui(ui, &said);
    }
}

/// A dot and what it stands for, never parted by the end of a line.
fn dotted_ui(ui: &mut Ui, color: crate::scene::Color, text: &str) {
    let ink = style::color(style::theme(ui.ctx()).ink);
    let widest = (ui.max_rect().width() - 14.0).max(40.0);
    let galley = ui.painter().layout(text.to_owned(), style::body(), ink, widest);
    let (rect, response) = ui.allocate_exact_size(galley.size() + vec2(14.0, 0.0), egui::Sense::hover());
    response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Label, true, text));
    ui.painter().circle_filled(rect.left_top() + vec2(4.0, 8.0), 4.0, style::color(color));
    ui.painter().galley(rect.left_top() + vec2(14.0, 0.0), galley, ink);
}

fn heads() -> [&'static str; 8] {
    [
        say!(ui_col_segment),
        say!(ui_col_stage),
        say!(ui_col_reached),
        say!(ui_col_dropped),
        say!(ui_col_rate),
        say!(ui_col_interval),
        say!(ui_col_median_to_next),
        say!(ui_col_within),
    ]
}

/// Every segment's figures.
pub(super) fn table_ui(ui: &mut Ui, import: &Import, map: &Map) {
    let Some(report) = import.report() else { return };
    caption_ui(ui, say!(ui_import_figures));
    let name_of = |value: &str, total: bool| segment_name(import.segments(), map, value, total);
    ScrollArea::horizontal().id_salt("import figures").show(ui, |ui| {
        ui.set_min_width(TABLE);
        figures_ui(ui, report, &name_of);
    });
}

/// What a segment of the log is called on the map; all customers together as the window's language has it.
fn segment_name(rows: &[SegmentRow], map: &Map, value: &str, total: bool) -> String {
    if total {
        return say!(ui_all).to_owned();
    }
    match rows.iter().find(|row| row.value == value).map(|row| row.target) {
        Some(SegmentTarget::Match(id)) => {
            map.segments.get(&id).map_or_else(|| value.to_owned(), |segment| segment.name.clone())
        }
        Some(SegmentTarget::Ignore) => say!(ui_import_value_not_used, value),
        _ => value.to_owned(),
    }
}

fn figures_ui(ui: &mut Ui, report: &Report, name_of: &dyn Fn(&str, bool) -> String) {
    let theme = style::theme(ui.ctx());
    let aligned = |nth: usize| {
        let align = if nth < 2 { egui::Layout::left_to_right } else { egui::Layout::right_to_left };
        align(egui::Align::Center)
    };
    TableBuilder::new(ui)
        .id_salt("import figures")
        .vscroll(false)
        .column(TableColumn::remainder().at_least(120.0).clip(true))
        .column(TableColumn::remainder().at_least(120.0).clip(true))
        .columns(TableColumn::exact(100.0), 6)
        .header(24.0, |mut header| {
            for (nth, head) in heads().into_iter().enumerate() {
                header.col(|ui| {
                    let head = RichText::new(head).font(style::small()).color(style::color(theme.muted));
                    ui.with_layout(aligned(nth), |ui| ui.label(head));
                });
            }
        })
        .body(|mut body| {
            for figures in &report.segments {
                let segment = name_of(&figures.segment, figures.total);
                for (nth, stage) in figures.stages.iter().enumerate() {
                    body.row(22.0, |mut cells| {
                        let rate = stage.rate.and_then(|_| statistics::wilson(stage.dropped, stage.reached));
                        let texts = [
                            if nth == 0 { segment.clone() } else { String::new() },
                            stage.name.clone(),
                            numbers::count(stage.reached),
                            rate.as_ref().map_or_else(|| numbers::NONE.to_owned(), |_| numbers::count(stage.dropped)),
                            rate.as_ref().map_or_else(|| numbers::NONE.to_owned(), |rate| numbers::rate(rate.rate)),
                            rate.as_ref().map_or_else(|| numbers::NONE.to_owned(), numbers::interval),
                            stage.median_secs_to_next.map_or_else(|| numbers::NONE.to_owned(), numbers::duration),
                            stage.p90_secs_to_next.map_or_else(|| numbers::NONE.to_owned(), numbers::duration),
                        ];
                        for (nth, text) in texts.into_iter().enumerate() {
                            cells.col(|ui| {
                                let text = egui::Label::new(RichText::new(text).font(style::body())).truncate();
                                ui.with_layout(aligned(nth), |ui| ui.add(text));
                            });
                        }
                    });
                }
            }
        });
}

#[cfg(test)]
mod tests {
    use super::*;
    use touchline_words::{Language, in_language};

    #[test]
    fn all_customers_are_named_in_the_language_of_the_window_and_a_segment_that_is_called_so_keeps_its_name() {
        in_language(Language::German, || {
            assert_eq!(segment_name(&[], &Map::default(), "All", true), "Alle");
            assert_eq!(segment_name(&[], &Map::default(), "All", false), "All");
        });
    }
}
