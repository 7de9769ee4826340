//! How long activities take, where the log has a row for the start of each and one for its completion.

use egui::{RichText, Ui};
use egui_extras::{Column as TableColumn, TableBuilder};
use touchline_words::say;

use crate::behaviour::report::{ActivityTime, Report, SegmentFigures};
use crate::figures::{group_name, numbers};
use crate::session::import::Import;
use crate::ui::style;
use crate::ui::widgets::{caption_ui, muted_ui};

/// Activities that are shown.
const SHOWN: usize = 20;

/// Those with the most pairs, of all customers and by segment.
pub(super) fn table_ui(ui: &mut Ui, import: &Import) {
    let Some(report) = import.report() else { return };
    let activities = &report.activities;
    let shown = activities.most_frequent(SHOWN);
    if shown.is_empty() {
        return;
    }
    ui.add_space(8.0);
    caption_ui(ui, say!(ui_import_activities));
    rows_ui(ui, "import activities", 1, &heads(), &shown.into_iter().map(cells).collect::<Vec<_>>());
    let more = activities.known().len().saturating_sub(SHOWN);
    if more > 0 {
        muted_ui(ui, &say!(ui_import_more_activities, more = numbers::count(more as u64)));
    }
    let by_segment = by_segment(report);
    if !by_segment.is_empty() {
        ui.add_space(8.0);
        caption_ui(ui, say!(ui_import_activities_by_segment));
        rows_ui(ui, "import activities by segment", 2, &heads_by_segment(), &by_segment);
    }
}

/// The same by segment, where there are some.
fn by_segment(report: &Report) -> Vec<[String; 5]> {
    let row = |(own, one): (&SegmentFigures, &ActivityTime)| {
        let [event, times, median, within, ..] = cells(one);
        [event, group_name(&own.segment).to_owned(), times, median, within]
    };
    report.activities_by_segment(SHOWN).into_iter().map(row).collect()
}

fn heads_by_segment() -> [&'static str; 5] {
    [say!(ui_col_activity), say!(ui_col_segment), say!(ui_col_pairs), say!(ui_col_median), say!(ui_col_within)]
}

fn heads() -> [&'static str; 6] {
    [
        say!(ui_col_activity),
        say!(ui_col_pairs),
        say!(ui_col_median),
        say!(ui_col_within),
        say!(ui_col_only_started),
        say!(ui_col_only_completed),
    ]
}

fn cells(one: &ActivityTime) -> [String; 6] {
    let time = |secs: Option<f64>| secs.map_or_else(|| numbers::NONE.to_owned(), numbers::duration);
    let [times, started, completed] = [one.times, one.only_started, one.only_completed].map(numbers::count);
    [one.event.clone(), times, time(one.median_secs), time(one.p90_secs), started, completed]
}

/// A table of which so many columns are words, the others figures.
fn rows_ui<const N: usize>(ui: &mut Ui, name: &str, words: usize, heads: &[&str; N], rows: &[[String; N]]) {
    let muted = style::color(style::theme(ui.ctx()).muted);
    let aligned = |nth: usize| {
        let align = if nth < words { egui::Layout::left_to_right } else { egui::Layout::right_to_left };
        align(egui::Align::Center)
    };
    TableBuilder::new(ui)
        .id_salt(name)
        .vscroll(false)
        .columns(TableColumn::remainder().at_least(120.0).clip(true), words)
        .columns(TableColumn::exact(100.0), N.saturating_sub(words))
        .header(24.0, |mut header| {
            for (nth, head) in heads.iter().enumerate() {
                header.col(|ui| {
                    let head = RichText::new(*head).font(style::small()).color(muted);
                    ui.with_layout(aligned(nth), |ui| ui.label(head));
                });
            }
        })
        .body(|mut body| {
            for texts in rows {
                body.row(22.0, |mut row| {
                    for (nth, text) in texts.iter().enumerate() {
                        row.col(|ui| {
                            let text = egui::Label::new(RichText::new(text).font(style::body())).truncate();
                            ui.with_layout(aligned(nth), |ui| ui.add(text));
                        });
                    }
                });
            }
        });
}
