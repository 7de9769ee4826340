//! The tables of what is measured: drop-off, segments, the scorecard. Each figure comes from `figures`, as an export may show it.

use super::super::Asked;
use super::stage_name;
use crate::export::Cell;
use crate::figures::scorecard::{Figure, MetricRow, rows};
use crate::figures::{FigureRow, Reader, customers_shown, numbers, rate_in, shown};
use crate::model::{Map, SegmentId};
use touchline_words::say;

type Rows = (Vec<&'static str>, Vec<Vec<Cell>>);

/// A row for each audience and stage: all audiences first, then each that was measured, in the map's order.
pub fn drop_off(map: &Map, asked: &Asked) -> Rows {
    let mut heads = vec![
        say!(ui_col_audience),
        say!(ui_col_stage),
        say!(ui_col_reached),
        say!(ui_col_dropped),
        say!(ui_col_rate),
        say!(data_low),
        say!(data_high),
        say!(ui_col_median_to_next),
        say!(ui_col_within),
        say!(ui_col_still_open),
        say!(field_estimate),
    ];
    let former = map.former_measurement().map(|(_, former)| former).filter(|_| asked.former);
    if former.is_some() {
        heads.push(say!(ui_col_former));
    }
    let mut rows = Vec::new();
    for (segment, name) in audiences(map, asked.segment) {
        for line in shown(map, segment, Reader::Client) {
            let mut row = figures(&name, &line);
            if let Some(former) = former {
                row.push(Cell::of(rate_in(map, former, segment, line.stage, Reader::Client), Cell::Share));
            }
            rows.push(row);
        }
    }
    (heads, rows)
}

/// Of which audiences there are figures; of one that is asked for its own alone.
fn audiences(map: &Map, asked: Option<SegmentId>) -> Vec<(Option<SegmentId>, String)> {
    let measured = |id: SegmentId| map.measurement().is_some_and(|(_, figures)| figures.segments.contains_key(&id));
    let named = map.segments_in_order().into_iter().filter(|(id, _)| measured(*id));
    let named = named.map(|(id, segment)| (Some(id), segment.name.clone()));
    let all = (None, say!(figures_all_audiences).to_owned());
    std::iter::once(all).chain(named).filter(|(id, _)| asked.is_none() || *id == asked).collect()
}

fn figures(audience: &str, line: &FigureRow) -> Vec<Cell> {
    let text = &line.text;
    // Where a figure is left out, the words that stand on the page stand here too.
    let or_words = |cell: Option<Cell>, words: &str| {
        cell.unwrap_or_else(|| if words == numbers::NONE { Cell::Empty } else { Cell::text(words) })
    };
    let rate = line.rate.as_ref();
    vec![
        Cell::text(audience),
        Cell::text(&line.name),
        or_words(line.came().map(Cell::Count), &text.reached),
        or_words(line.dropped.map(Cell::Count), &text.dropped),
        or_words(rate.map(|rate| Cell::Share(rate.rate)), &text.rate),
        Cell::of(rate, |rate| Cell::Share(rate.low)),
        Cell::of(rate, |rate| Cell::Share(rate.high)),
        Cell::of(line.median_secs, Cell::Duration),
        Cell::of(line.p90_secs, Cell::Duration),
        Cell::of(Some(line.still_open).filter(|open| *open > 0), Cell::Count),
        Cell::of(line.estimate, |percent| Cell::Share(percent / 100.0)),
    ]
}

/// A row for each audience, in the map's order.
pub fn segments(map: &Map, asked: &Asked) -> Rows {
    let mut heads = vec![
        say!(ui_col_name),
        say!(ui_col_basis),
        say!(ui_col_size),
        say!(data_children),
        say!(ui_col_regions),
        say!(field_lifecycle),
        say!(field_treatment),
        say!(field_needs),
        say!(field_jobs),
        say!(field_quote),
        say!(ui_col_measured),
    ];
    if asked.notes {
        heads.push(say!(ui_col_note));
    }
    let segments = map.segments_in_order().into_iter();
    let asked_for = segments.filter(|(id, _)| asked.segment.is_none_or(|segment| segment == *id));
    let rows = asked_for.map(|(id, segment)| {
        let measured = match customers_shown(map, Some(id)) {
            None => Cell::Empty,
            Some(Ok(customers)) => Cell::Count(customers),
            Some(Err(words)) => Cell::text(words),
        };
        let mut row = vec![
            Cell::text(&segment.name),
            Cell::text(segment.basis.name()),
            Cell::of(segment.size, Cell::Count),
            Cell::text(if segment.children { say!(ui_drawer_under_13) } else { "" }),
            Cell::text(&segment.regions),
            Cell::text(segment.lifecycle.name()),
            Cell::text(&segment.treatment),
            Cell::text(&segment.needs),
            Cell::text(&segment.jobs),
            Cell::text(&segment.quote),
            measured,
        ];
        if asked.notes {
            row.push(Cell::text(&segment.note));
        }
        row
    });
    (heads, rows.collect())
}

/// A row for each metric, judged, stage by stage.
pub fn scorecard(map: &Map, asked: &Asked) -> Rows {
    let mut heads = vec![
        say!(ui_col_metric),
        say!(ui_col_stage),
        say!(ui_col_value),
        say!(data_low),
        say!(data_high),
        say!(ui_col_verdict),
        say!(ui_col_counted),
        say!(ui_col_target),
        say!(ui_col_target_source),
        say!(ui_col_trend),
        say!(data_as_of),
    ];
    if asked.notes {
        heads.push(say!(ui_col_note));
    }
    let told = |words: &str| if words == numbers::NONE { Cell::Empty } else { Cell::text(words) };
    let rows = rows(map).into_iter().map(|(_, metric, row)| {
        let row = row.withheld();
        let [value, low, high] = value(&row);
        let mut cells = vec![
            Cell::text(metric.title()),
            Cell::text(stage_name(map, metric.stage)),
            value,
            low,
            high,
            Cell::text(&row.text.verdict),
            told(&row.text.counted),
            told(&row.text.target),
            Cell::text(metric.benchmark()),
            told(&row.text.trend),
            Cell::of(metric.as_of, Cell::Day),
        ];
        if asked.notes {
            cells.push(Cell::text(&metric.note));
        }
        cells
    });
    (heads, rows.collect())
}

/// A figure with the ends of its interval.
fn value(row: &MetricRow) -> [Cell; 3] {
    match row.figure {
        None if row.text.figure == numbers::NONE => [Cell::Empty, Cell::Empty, Cell::Empty],
        None => [Cell::text(&row.text.figure), Cell::Empty, Cell::Empty],
        Some(Figure::Share(found)) => [found.value, found.low, found.high].map(Cell::Share),
        Some(Figure::Score(found)) => [found.value, found.low, found.high].map(Cell::Number),
        Some(Figure::Hours { total, .. }) => [Cell::Number(total), Cell::Empty, Cell::Empty],
    }
}
