//! What stands in the tables, and what never does.

use super::*;
use crate::export::{Cell, Table};
use crate::figures::{Reader, numbers, sample, shown};
use crate::model::{LaneKind, Map, Sticky, StickyId};

fn cells(tables: &[Table]) -> String {
    let mut text = String::new();
    for table in tables {
        table.heads.iter().for_each(|head| text.push_str(&format!("{head}\n")));
        for cell in table.rows.iter().flatten() {
            text.push_str(&format!("{cell:?}\n"));
        }
    }
    text
}

fn told(map: &Map, asked: &Asked) -> String {
    cells(&book(&given(map, asked), asked))
}

#[test]
fn every_row_is_as_long_as_its_heads_and_every_sheet_has_a_name_that_a_workbook_takes() {
    let map = sample::map();
    for asked in [Asked::default(), Asked { notes: true, former: true, segment: Some(sample::FAMILIES) }] {
        let given = given(&map, &asked);
        for kind in TableKind::ALL {
            let table = table(&given, kind, &asked);
            table.rows.iter().for_each(|row| assert_eq!(row.len(), table.heads.len(), "{kind:?}"));
        }
    }
    for language in touchline_words::Language::ALL {
        let names = touchline_words::in_language(language, || TableKind::ALL.map(TableKind::name));
        for (place, name) in names.iter().enumerate() {
            assert!(name.chars().count() <= 31 && !name.contains(['[', ']', ':', '*', '?', '/', '\\']), "{name}");
            assert!(!names[..place].contains(name), "{name} comes twice");
        }
    }
}

#[test]
fn o1_the_rate_in_the_table_is_the_rate_on_the_board() {
    let map = sample::map();
    let table = table(&given(&map, &Asked::default()), TableKind::DropOff, &Asked::default());
    let board: Vec<String> = shown(&map, None, Reader::Client).into_iter().map(|row| row.text.rate).collect();
    let rates: Vec<String> = table
        .rows
        .iter()
        .take(board.len())
        .map(|row| match &row[4] {
            Cell::Share(rate) => numbers::rate(*rate),
            Cell::Empty => numbers::NONE.to_owned(),
            other => panic!("{other:?}"),
        })
        .collect();
    assert_eq!(rates, board);
}

#[test]
fn nothing_of_a_hidden_lane_is_in_a_table() {
    let mut map = sample::map();
    let asked = Asked::default();
    let pains: Vec<String> = map.pain_points.values().map(|pain| pain.text.clone()).collect();
    let titles: Vec<String> = map.touchpoints.values().map(|card| card.title.clone()).collect();
    let actions: Vec<String> = map.actions.values().map(|action| action.title.clone()).collect();
    let all = told(&map, &asked);
    assert!(titles.iter().chain(&actions).all(|title| all.contains(title.as_str())) && !pains.is_empty());
    map.lanes.values_mut().for_each(|lane| lane.hidden = true);
    let left = told(&map, &asked);
    let gone = titles.iter().chain(&actions).filter(|title| !map.stages.values().any(|stage| stage.name == **title));
    gone.for_each(|title| assert!(!left.contains(title.as_str()), "{title}"));
    assert!(!left.contains("Share("), "no rate where the lane of drop-off is hidden");
    assert!(!left.contains("Number("), "no feeling where its lane is hidden");
    map.lanes.values_mut().for_each(|lane| lane.hidden = lane.kind == LaneKind::Compliance);
    let given = given(&map, &asked);
    assert!(given.flags.is_empty() && !given.touchpoints.is_empty() && !sample::map().flags.is_empty());
}

#[test]
fn what_is_internal_is_told_only_where_it_is_asked_for() {
    let mut map = sample::map();
    let card = *map.touchpoints.keys().next().unwrap();
    let card = map.touchpoints.get_mut(&card).unwrap();
    (card.owner, card.note) = ("canary-owner".to_owned(), "canary-note".to_owned());
    card.evidence = vec![crate::model::Evidence {
        kind: crate::model::EvidenceKind::Survey,
        name: "canary-file.csv".to_owned(),
        amount: "18".to_owned(),
    }];
    map.stickies.insert(StickyId(9), Sticky { text: "canary-sticky".to_owned(), ..Sticky::default() });
    for measurement in map.measurements.values_mut() {
        measurement.source = "canary-log.csv".to_owned();
    }
    map.actions.values_mut().for_each(|action| action.note = "canary-action".to_owned());
    let quiet = told(&map, &Asked::default());
    assert!(!quiet.contains("canary"), "{quiet}");
    let loud = told(&map, &Asked { notes: true, ..Asked::default() });
    for word in ["owner", "note", "file", "sticky", "log", "action"] {
        assert!(loud.contains(&format!("canary-{word}")), "{word}");
    }
}

#[test]
fn a_figure_of_too_few_is_in_no_table() {
    let mut map = sample::map();
    let (_, measurement) = map.measurement().unwrap();
    let figures = &measurement.segments[&sample::FAMILIES];
    let counts: Vec<u64> = figures.stages.iter().flat_map(|stage| [stage.reached, stage.dropped]).collect();
    map.meta.least_group.customers = figures.customers + 1;
    map.meta.least_group.in_a_cell = 1;
    let asked = Asked { segment: Some(sample::FAMILIES), ..Asked::default() };
    let table = table(&given(&map, &asked), TableKind::DropOff, &asked);
    assert!(!table.rows.is_empty());
    for cell in table.rows.iter().flatten() {
        if let Cell::Count(count) = cell {
            assert!(!counts.contains(count), "{count}");
        }
        assert!(!matches!(cell, Cell::Duration(_)), "{cell:?}");
    }
}

#[test]
fn the_tables_of_one_audience_are_of_what_it_meets() {
    let mut map = sample::map();
    let card = *map.touchpoints.keys().next().unwrap();
    let other = map.segments.keys().copied().find(|id| *id != sample::FAMILIES).unwrap();
    let title = map.touchpoints[&card].title.clone();
    map.touchpoints.get_mut(&card).unwrap().segments = vec![other];
    let asked = Asked { segment: Some(sample::FAMILIES), ..Asked::default() };
    let given = given(&map, &asked);
    let touchpoints = table(&given, TableKind::Touchpoints, &asked);
    let titles: Vec<_> = touchpoints.rows.iter().map(|row| row[3].clone()).collect();
    assert!(!titles.contains(&Cell::Text(title)) && !titles.is_empty());
    let drop_off = table(&given, TableKind::DropOff, &asked);
    let name = Cell::Text(map.segments[&sample::FAMILIES].name.clone());
    assert!(drop_off.rows.iter().all(|row| row[0] == name));
}
