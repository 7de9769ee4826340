//! The leaks in money: what leaves at each stage, the largest sure loss first, and what the best segment's rate would keep.

use super::parts::{empty_ui, figure_ui, growing_table_ui, heads_ui, link_cell_ui};
use super::tsv;
use crate::behaviour::leaks::Range;
use crate::figures::{self, numbers};
use crate::figures::{LEAK_DEFINITION, LeakRow, leaks};
use crate::model::{Map, RecordRef};
use crate::scene::FaceStyle;
use crate::session::{Command, Intent};
use crate::theme::size;
use crate::ui::inspector::{Panel, outdated_text, remark_ui, source_text};
use crate::ui::style;
use crate::ui::widgets::{chip_ui, cut_words_ui, link_button_ui};
use egui::{Align, Layout, RichText, Ui, vec2};
use egui_extras::TableRow;
use touchline_words::say;

fn table_heads() -> [&'static str; 8] {
    [
        "#",
        say!(ui_col_stage),
        say!(ui_col_audience),
        say!(ui_col_lost_customers),
        say!(ui_col_rate),
        say!(ui_col_value_each),
        say!(ui_col_at_stake),
        say!(ui_col_recovered),
    ]
}

/// The same over the columns, where there is less room.
fn short_heads() -> [&'static str; 8] {
    [
        "#",
        say!(ui_col_stage),
        say!(ui_col_audience),
        say!(ui_col_lost),
        say!(ui_col_rate),
        say!(ui_col_value_each),
        say!(ui_col_at_stake),
        say!(ui_col_at_best_rate),
    ]
}

/// The place of the column that says who left.
const AUDIENCE: usize = 2;

/// So many columns of figures, the last ones.
const FIGURES: usize = 5;

/// Whose leaks are ranked.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Whose {
    #[default]
    All,
    Segments,
}

pub fn leaks_ui(ui: &mut Ui, panel: &mut Panel<'_>, whose: &mut Whose) {
    let map = panel.map;
    let Some((_, measurement)) = map.measurement() else {
        let hint = say!(ui_drawer_leaks_empty);
        let asked = empty_ui(ui, hint, Some((say!(ui_import_data), Intent::Command(Command::Import))));
        panel.intents.extend(asked);
        return;
    };
    let rows = leaks(map, &figures::small_groups(map));
    let of_segments = *whose == Whose::Segments;
    let rows: Vec<LeakRow> = rows.into_iter().filter(|row| row.segment.is_some() == of_segments).collect();
    let is_valued = rows.iter().any(|row| row.group.value.is_some());
    ui.allocate_ui_with_layout(vec2(ui.available_width(), 26.0), Layout::right_to_left(Align::Center), |ui| {
        link_button_ui(ui, say!(ui_how_counted)).on_hover_text(LEAK_DEFINITION.text());
        if link_button_ui(ui, say!(ui_copy_as_table)).clicked() {
            ui.ctx().copy_text(as_table(map, &rows));
        }
        ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
            ui.spacing_mut().item_spacing.x = 8.0;
            for (one, name) in [(Whose::All, say!(ui_all_audiences)), (Whose::Segments, say!(ui_drawer_by_segment))] {
                if chip_ui(ui, name, "", None, *whose == one).clicked() {
                    *whose = one;
                }
            }
            ui.add_space(4.0);
            let theme = style::theme(ui.ctx());
            if let Some(warning) = outdated_text(map, measurement) {
                let warning = RichText::new(warning).font(style::small()).color(style::color(theme.warn_ink));
                ui.add(egui::Label::new(warning).truncate());
            } else if is_valued {
                let source = RichText::new(source_text(measurement)).font(style::small());
                ui.add(egui::Label::new(source.color(style::color(theme.muted))).truncate());
            } else if link_button_ui(ui, say!(ui_drawer_say_value)).clicked() {
                panel.intents.push(Intent::Select(RecordRef::Map));
            }
        });
    });
    if rows.is_empty() {
        let hint = if of_segments { say!(ui_drawer_no_segment_measured) } else { say!(ui_drawer_one_stage_measured) };
        remark_ui(ui, hint);
        return;
    }
    // Who left needs no column where it is everybody.
    let columns = short_heads().into_iter().zip([22.0, 96.0, 104.0, 128.0, 92.0, 84.0, 148.0, 170.0]).enumerate();
    let columns = columns.filter(|(at, _)| of_segments || *at != AUDIENCE).map(|(_, column)| column);
    let (heads, widths): (Vec<&str>, Vec<f32>) = columns.unzip();
    let grows: Vec<usize> = (1..heads.len()).collect();
    growing_table_ui(ui, if of_segments { "leaks" } else { "leaks of all" }, &heads, &widths, &grows, |table| {
        let figures_from = heads.len() - FIGURES;
        table.header(24.0, |mut header| heads_ui(&mut header, &heads, figures_from)).body(|body| {
            body.rows(24.0, rows.len(), |mut row| {
                let Some(line) = rows.get(row.index()) else { return };
                row.set_selected(panel.lens.is_some() && line.segment == panel.lens);
                row_ui(&mut row, panel, line);
            });
        });
    });
}

fn row_ui(row: &mut TableRow<'_, '_>, panel: &mut Panel<'_>, line: &LeakRow) {
    let map = panel.map;
    let ink = |ui: &Ui| {
        let theme = style::theme(ui.ctx());
        style::color(if line.too_few { theme.muted } else { theme.ink })
    };
    row.col(|ui| {
        let rank = line.rank.map_or_else(|| numbers::NONE.to_owned(), |rank| rank.to_string());
        ui.label(RichText::new(rank).font(style::font(FaceStyle::SemiBold, size::UI)).color(ink(ui)));
    });
    row.col(|ui| {
        if link_cell_ui(ui, &line.stage_name, &say!(ui_drawer_show_stage, stage = line.stage_name)) {
            panel.intents.push(Intent::Select(RecordRef::Stage(line.stage)));
        }
    });
    if line.segment.is_some() {
        row.col(|ui| {
            let ink = ink(ui);
            cut_words_ui(ui, &line.audience, style::body(), ink);
        });
    }
    let texts = Texts::of(map, line);
    row.col(|ui| {
        figure_ui(ui, RichText::new(&texts.lost_of_count).color(ink(ui))).on_hover_text(&texts.counts);
    });
    for text in [&texts.rate, &texts.value] {
        row.col(|ui| {
            figure_ui(ui, RichText::new(text).color(ink(ui)));
        });
    }
    row.col(|ui| {
        let face = if line.rank.is_some() { FaceStyle::SemiBold } else { FaceStyle::Regular };
        let hover = texts.likely.as_deref().unwrap_or(&texts.counts);
        figure_ui(ui, RichText::new(&texts.at_stake).font(style::font(face, size::UI)).color(ink(ui)))
            .on_hover_text(hover);
    });
    row.col(|ui| {
        figure_ui(ui, RichText::new(&texts.recovered).color(ink(ui)));
    });
}

/// A row as it is written.
struct Texts {
    counts: String,
    lost: String,
    /// `2,473 (2,396–2,551)`: as counted, and the ends.
    lost_of_count: String,
    rate: String,
    value: String,
    at_stake: String,
    likely: Option<String>,
    recovered: String,
}

impl Texts {
    fn of(map: &Map, line: &LeakRow) -> Self {
        let currency = map.meta.currency.as_str();
        let none = || numbers::NONE.to_owned();
        let money = |range: Option<Range>| range.map(|range| numbers::money_range(currency, range.low, range.high));
        let (dropped, reached) = (numbers::count(line.group.dropped), numbers::count(line.group.reached));
        let lost = &line.leak.lost;
        let recovered = match &line.best {
            _ if line.too_few => none(),
            None if line.segment.is_some() => say!(ui_drawer_the_best_rate).to_owned(),
            None => none(),
            Some((_, name, kept)) => {
                let customers =
                    || say!(ui_drawer_customers, range = numbers::count_range(kept.customers.low, kept.customers.high));
                format!("{} · {name}", money(kept.money).unwrap_or_else(customers))
            }
        };
        Self {
            counts: say!(ui_drawer_left_of, dropped, reached),
            lost: numbers::count_range(lost.low, lost.high),
            lost_of_count: format!("{dropped} ({})", numbers::count_range(lost.low, lost.high)),
            rate: numbers::interval(&line.leak.rate),
            value: money(line.group.value).unwrap_or_else(none),
            at_stake: if line.too_few {
                let rule = figures::small_groups(map);
                let counted = map
                    .measurement()
                    .map_or(say!(ui_drawer_counted_customers), |(_, measured)| measured.rows_are.counted());
                let few = figures::few(rule, counted, line.group.reached, Some(line.group.dropped));
                few.unwrap_or_else(|| say!(ui_drawer_too_few_n, reached))
            } else {
                money(line.leak.at_stake).unwrap_or_else(none)
            },
            likely: line
                .leak
                .at_stake
                .map(|range| say!(ui_drawer_likely, money = numbers::money(currency, range.likely))),
            recovered,
        }
    }
}

/// The ranked rows for a spreadsheet; groups that are too small stay out.
fn as_table(map: &Map, rows: &[LeakRow]) -> String {
    let cells: Vec<Vec<String>> = rows
        .iter()
        .filter(|row| !row.too_few)
        .map(|row| {
            let texts = Texts::of(map, row);
            let rank = row.rank.map(|rank| rank.to_string()).unwrap_or_default();
            let (stage, audience) = (row.stage_name.clone(), row.audience.clone());
            vec![rank, stage, audience, texts.lost, texts.rate, texts.value, texts.at_stake, texts.recovered]
        })
        .collect();
    tsv::table(&table_heads(), &cells)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::behaviour::small_groups::SmallGroups;
    use crate::figures::sample;
    use crate::model::CustomerValue;

    #[test]
    fn the_table_for_a_spreadsheet_holds_no_small_group() {
        let mut map = sample::map();
        map.meta.value = Some(CustomerValue { low: 20.0, likely: 35.0, high: 60.0 });
        map.meta.currency = "EUR".to_owned();
        let rows = leaks(&map, &SmallGroups::default());
        let whole = as_table(&map, &rows);
        assert_eq!(whole.lines().count(), 1 + 8);
        assert!(
            whole.lines().nth(1).is_some_and(|first| first.starts_with("1\t") && first.contains("EUR ")),
            "{whole}"
        );
        let (first, counted) = (&rows[0], numbers::count(rows[0].group.dropped));
        let texts = Texts::of(&map, first);
        assert_eq!(texts.lost_of_count, format!("{counted} ({})", texts.lost), "what was counted stands in front");
        let strict = SmallGroups { customers: u64::MAX, in_a_cell: 5 };
        assert_eq!(as_table(&map, &leaks(&map, &strict)).lines().count(), 1);
    }
}
