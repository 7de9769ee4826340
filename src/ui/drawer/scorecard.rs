//! The scorecard: every metric of the map against its target, with the interval that the verdict rests on.

use super::parts::{empty_ui, figure_ui, growing_table_ui, link_cell_ui, mixed_heads_ui};
use super::tsv;
use crate::behaviour::scorecard::Verdict;
use crate::edit;
use crate::figures::scorecard::{MetricRow, rows};
use crate::model::{Map, Metric, MetricId, RecordRef};
use crate::session::{Command, Intent};
use crate::ui::inspector::{Panel, remark_ui};
use crate::ui::style;
use crate::ui::widgets::{link_button_ui, secondary_button_ui, verdict_ui};
use egui::{Align, Layout, RichText, Sense, Ui, vec2};
use egui_extras::TableRow;
use touchline_words::direction::Listed;
use touchline_words::{Said, said, say};

fn heads() -> [&'static str; 9] {
    [
        say!(ui_col_metric),
        say!(ui_col_value),
        say!(ui_col_verdict),
        say!(ui_col_interval),
        say!(ui_col_counted),
        say!(ui_col_target),
        say!(ui_col_target_source),
        say!(ui_col_stage),
        say!(ui_col_trend),
    ]
}
/// The columns of figures.
const FIGURES: [usize; 4] = [1, 3, 4, 8];

/// How verdicts are found, for whoever asks.
const DEFINITION: Said = said::ui_drawer_scorecard_definition;

pub fn scorecard_ui(ui: &mut Ui, panel: &mut Panel<'_>, selection: &[RecordRef]) {
    let map = panel.map;
    let lines = rows(map);
    let is_lacking = edit::lacks_of_scorecard(map);
    if lines.is_empty() {
        let hint = say!(ui_drawer_scorecard_empty);
        empty_ui(ui, hint, None);
        ui.add_space(4.0);
        if is_lacking && secondary_button_ui(ui, say!(ui_drawer_add_scorecard)).clicked() {
            let edit = edit::add_scorecard(map, panel.ids);
            panel.edit(edit);
        }
        return;
    }
    ui.allocate_ui_with_layout(vec2(ui.available_width(), 22.0), Layout::right_to_left(Align::Center), |ui| {
        link_button_ui(ui, say!(ui_drawer_how_judged)).on_hover_text(DEFINITION.text());
        if link_button_ui(ui, say!(ui_copy_as_table)).clicked() {
            ui.ctx().copy_text(as_table(map, &lines));
        }
        let fills = say!(ui_drawer_fill_hint);
        if link_button_ui(ui, say!(ui_fill_from_file)).on_hover_text(fills).clicked() {
            panel.intents.push(Intent::Command(Command::FillScorecard));
        }
        let what = say!(ui_drawer_add_others_hint);
        if is_lacking && link_button_ui(ui, say!(ui_drawer_add_others)).on_hover_text(what).clicked() {
            let edit = edit::add_scorecard(map, panel.ids);
            panel.edit(edit);
        }
        ui.with_layout(Layout::left_to_right(Align::Center), |ui| remark_ui(ui, &summary(&lines)));
    });
    let widths = [178.0, 76.0, 112.0, 104.0, 112.0, 116.0, 150.0, 90.0, 170.0];
    growing_table_ui(ui, "scorecard", &heads(), &widths, &[0, 6, 7, 8], |table| {
        table.header(24.0, |mut header| mixed_heads_ui(&mut header, &heads(), &FIGURES)).body(|body| {
            body.rows(26.0, lines.len(), |mut row| {
                let Some((id, metric, judged)) = lines.get(row.index()) else { return };
                row.set_selected(selection.contains(&RecordRef::Metric(*id)));
                row_ui(&mut row, panel, *id, metric, judged);
            });
        });
    });
}

/// `7 metrics · 2 met · 1 not met · …`, of what there is.
fn summary(lines: &[(MetricId, &Metric, MetricRow)]) -> String {
    let count = |verdict: Option<Verdict>| lines.iter().filter(|(_, _, row)| row.verdict == verdict).count();
    let metrics =
        if lines.len() == 1 { say!(ui_drawer_metric_one).to_owned() } else { say!(ui_drawer_metrics, n = lines.len()) };
    let named = Verdict::ALL.into_iter().map(|verdict| (count(Some(verdict)), verdict.words()));
    let named = named.chain([(count(None), say!(ui_drawer_without_value))]).filter(|(count, _)| *count > 0);
    std::iter::once(metrics)
        .chain(named.map(|(count, words)| format!("{count} {words}")))
        .collect::<Vec<_>>()
        .listed(" · ")
}

fn row_ui(row: &mut TableRow<'_, '_>, panel: &mut Panel<'_>, id: MetricId, metric: &Metric, judged: &MetricRow) {
    let (text, title) = (&judged.text, metric.title());
    let mut is_asked = false;
    row.col(|ui| is_asked |= link_cell_ui(ui, title, &say!(ui_drawer_show, title)));
    let figure_cell_ui = |ui: &mut Ui, figure: &str| {
        figure_ui(ui, figure).on_hover_text(metric.definition());
    };
    row.col(|ui| figure_cell_ui(ui, &text.figure));
    row.col(|ui| is_asked |= verdict_ui(ui, judged.verdict, Sense::click()).clicked());
    row.col(|ui| figure_cell_ui(ui, &text.interval));
    row.col(|ui| figure_cell_ui(ui, &text.counted));
    row.col(|ui| soft_ui(ui, &text.target));
    row.col(|ui| soft_ui(ui, metric.benchmark()));
    row.col(|ui| soft_ui(ui, stage_name(panel.map, metric)));
    row.col(|ui| figure_cell_ui(ui, &text.trend));
    if is_asked {
        panel.intents.push(Intent::Select(RecordRef::Metric(id)));
    }
}

/// Words that are cut where there is no room, whole under the pointer.
fn soft_ui(ui: &mut Ui, text: &str) {
    let soft = style::color(style::theme(ui.ctx()).ink_soft);
    let label = egui::Label::new(RichText::new(text).color(soft)).truncate().show_tooltip_when_elided(false);
    ui.add(label).on_hover_text(text);
}

fn stage_name<'a>(map: &'a Map, metric: &Metric) -> &'a str {
    map.stages.get(&metric.stage).map_or("", |stage| stage.name.as_str())
}

fn as_table(map: &Map, lines: &[(MetricId, &Metric, MetricRow)]) -> String {
    let cells: Vec<Vec<String>> = lines
        .iter()
        .map(|(_, metric, row)| {
            let text = &row.text;
            let judged = [metric.title(), &text.figure, &text.verdict, &text.interval, &text.counted];
            let against = [&text.target, metric.benchmark(), stage_name(map, metric), &text.trend];
            judged.into_iter().chain(against).map(str::to_owned).collect()
        })
        .collect();
    tsv::table(&heads(), &cells)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{MetricKind, Rank, Reading, Stage, StageId};

    #[test]
    fn the_scorecard_is_summed_up_and_goes_to_a_spreadsheet() {
        let mut map = Map::default();
        map.stages.insert(StageId(1), Stage::new(Rank::middle(), "Retention"));
        for (nth, (kind, count, of)) in
            [(MetricKind::GrossChurn, 400, 10_000), (MetricKind::Satisfaction, 41, 50), (MetricKind::Community, 0, 0)]
                .into_iter()
                .enumerate()
        {
            let mut metric = Metric::new(StageId(1), Rank::middle(), kind);
            metric.readings = vec![Reading { count, of, ..Reading::default() }];
            map.metrics.insert(MetricId(nth as u64), metric);
        }
        let lines = rows(&map);
        assert_eq!(summary(&lines), "3 metrics · 1 met · 1 cannot tell · 1 without a value");
        let text = as_table(&map, &lines);
        let first = "Subscription churn, gross\t4.0 %\tmet\t";
        let target = "\tbelow 5 % a month\trule of thumb";
        assert!(
            text.lines()
                .nth(1)
                .is_some_and(|line| line.starts_with(first) && line.contains(target) && line.contains("\tRetention\t")),
            "{text}"
        );
    }
}
