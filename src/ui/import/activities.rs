//! How long activities take, where the log has a row for the start of each and one for its completion.

use egui::{RichText, Ui};
use egui_extras::{Column as TableColumn, TableBuilder};
use touchline_words::say;

use crate::behaviour::report::ActivityTime;
use crate::figures::numbers;
use crate::session::import::Import;
use crate::ui::style;
use crate::ui::widgets::{caption_ui, muted_ui};

/// Activities that are shown.
const SHOWN: usize = 20;

/// Those with the most pairs.
pub(super) fn table_ui(ui: &mut Ui, import: &Import) {
    let Some(activities) = import.report().map(|report| &report.activities) else { return };
    let shown = activities.most_frequent(SHOWN);
    if shown.is_empty() {
        return;
    }
    ui.add_space(8.0);
    caption_ui(ui, say!(ui_import_activities));
    rows_ui(ui, &shown);
    let more = activities.known().len().saturating_sub(SHOWN);
    if more > 0 {
        muted_ui(ui, &say!(ui_import_more_activities, more = numbers::count(more as u64)));
    }
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

fn rows_ui(ui: &mut Ui, shown: &[&ActivityTime]) {
    let muted = style::color(style::theme(ui.ctx()).muted);
    let aligned = |nth: usize| {
        let align = if nth == 0 { egui::Layout::left_to_right } else { egui::Layout::right_to_left };
        align(egui::Align::Center)
    };
    TableBuilder::new(ui)
        .id_salt("import activities")
        .vscroll(false)
        .column(TableColumn::remainder().at_least(120.0).clip(true))
        .columns(TableColumn::exact(100.0), 5)
        .header(24.0, |mut header| {
            for (nth, head) in heads().into_iter().enumerate() {
                header.col(|ui| {
                    let head = RichText::new(head).font(style::small()).color(muted);
                    ui.with_layout(aligned(nth), |ui| ui.label(head));
                });
            }
        })
        .body(|mut body| {
            for one in shown {
                body.row(22.0, |mut row| {
                    for (nth, text) in cells(one).into_iter().enumerate() {
                        row.col(|ui| {
                            let text = egui::Label::new(RichText::new(text).font(style::body())).truncate();
                            ui.with_layout(aligned(nth), |ui| ui.add(text));
                        });
                    }
                });
            }
        });
}
