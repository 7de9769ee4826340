//! `touchline leaks` as a script meets it: a measured map's losses in customers and money, ranked.

use std::path::Path;
use std::process::{Command, Output};

use serde_json::Value;
use touchline::behaviour::statistics::wilson;
use touchline::model::{
    CustomerValue, Date, Figures, Map, Measurement, MeasurementId, Rank, Segment, SegmentId, Stage, StageFigure,
    StageId, Tables, TieOrder,
};
use touchline::store::save_map;

/// Three stages; two segments that are large enough and one that is not.
fn map() -> Map {
    let mut map = Tables::default();
    map.meta.title = "Leaks".to_owned();
    for (nth, (rank, name)) in Rank::spread(3).into_iter().zip(["Visit", "Trial", "Paid"]).enumerate() {
        map.stages.insert(StageId(nth as u64 + 1), Stage::new(rank, name));
    }
    for (nth, (rank, name)) in Rank::spread(3).into_iter().zip(["Families", "Fans", "Press"]).enumerate() {
        map.segments.insert(SegmentId(nth as u64 + 1), Segment::new(rank, name));
    }
    let figures = |reached: [u64; 3]| {
        let next = [Some(reached[1]), Some(reached[2]), None];
        let stages = reached.iter().zip(next).map(|(reached, next)| StageFigure {
            reached: *reached,
            dropped: next.map_or(0, |next| reached - next),
            median_secs: None,
            ..StageFigure::default()
        });
        Figures {
            customers: reached[0],
            stages: stages.collect(),
            then: Vec::new(),
            seen_again: Vec::new(),
            reach: Default::default(),
            touches: Vec::new(),
            activities: Vec::new(),
        }
    };
    let measurement = Measurement {
        counting: Default::default(),
        source: "log.csv".to_owned(),
        taken: Date::new(2026, 11, 3).unwrap(),
        first_time: "2026-01-01T00:00:00Z".to_owned(),
        last_time: "2026-02-01T00:00:00Z".to_owned(),
        rows_read: 10_000,
        rows_used: 10_000,
        rows_are: touchline::model::RowsAre::Events,
        rejected: Vec::new(),
        ties: TieOrder::File,
        multi_segment_customers: 0,
        stages: (1..=3).map(StageId).collect(),
        outdated: false,
        all: figures([3_020, 1_910, 1_305]),
        segments: [
            (SegmentId(1), figures([2_000, 1_000, 600])),
            (SegmentId(2), figures([1_000, 900, 700])),
            (SegmentId(3), figures([20, 10, 5])),
        ]
        .into(),
    };
    map.measurements.insert(MeasurementId(1), measurement);
    Map::new(map).unwrap()
}

fn leaks(map: &Map, args: &[&str]) -> Output {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("map.ron");
    save_map(&path, map).unwrap();
    run(&path, args)
}

fn run(path: &Path, args: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_touchline")).env("LC_ALL", "C").arg("leaks").arg(path).args(args).output().unwrap()
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8(bytes.to_vec()).unwrap()
}

fn row<'a>(answer: &'a Value, stage: &str, segment: &str) -> &'a Value {
    let rows = answer["leaks"].as_array().unwrap();
    rows.iter().find(|row| row["stage"] == stage && row["segment"] == segment).unwrap()
}

#[test]
fn money_is_the_interval_times_the_value_and_small_groups_have_none() {
    let mut map = map().to_tables();
    map.meta.currency = "EUR".to_owned();
    map.meta.value = Some(CustomerValue { low: 20.0, likely: 35.0, high: 60.0 });
    map.segments.get_mut(&SegmentId(2)).unwrap().value = Some(CustomerValue { low: 100.0, likely: 100.0, high: 100.0 });
    let map = Map::new(map).unwrap();
    let done = leaks(&map, &["--json"]);
    assert_eq!((done.status.code(), text(&done.stderr)), (Some(0), String::new()));
    let answer: Value = serde_json::from_slice(&done.stdout).unwrap();
    assert_eq!((&answer["currency"], &answer["outdated"]), (&Value::from("EUR"), &Value::from(false)));

    let families = row(&answer, "Visit", "Families");
    let rate = wilson(1_000, 2_000).unwrap();
    assert_eq!(families["at_stake"]["low"], 2_000.0 * rate.low * 20.0);
    assert_eq!(families["at_stake"]["likely"], 35_000.0);
    assert_eq!(families["at_stake"]["high"], 2_000.0 * rate.high * 60.0);
    assert_eq!((&families["rank"], &families["best_segment"]), (&Value::from(1), &Value::from("Fans")));
    let kept = families["recovered"]["likely"].as_f64().unwrap();
    assert!((kept - 2_000.0 * (0.5 - 0.1) * 35.0).abs() < 1e-6, "{kept}");

    let fans = row(&answer, "Trial", "Fans");
    assert_eq!((&fans["value"]["likely"], &fans["best_segment"]), (&Value::from(100.0), &Value::Null));
    let press = row(&answer, "Visit", "Press");
    assert_eq!(
        (&press["too_few"], &press["rank"], &press["at_stake"]),
        (&Value::from(true), &Value::Null, &Value::Null)
    );
    let ranks: Vec<Option<u64>> = answer["leaks"].as_array().unwrap().iter().map(|row| row["rank"].as_u64()).collect();
    assert_eq!(ranks, [Some(1), Some(2), Some(1), Some(2), Some(3), Some(4), None, None]);
}

#[test]
fn without_a_value_the_customers_are_ranked_and_without_figures_nothing_is() {
    let done = leaks(&map(), &[]);
    assert_eq!(done.status.code(), Some(0));
    assert!(text(&done.stderr).contains("the customers lost are ranked"), "{}", text(&done.stderr));
    let out = text(&done.stdout);
    assert!(out.contains("Visit") && out.contains("too few") && out.contains("Ranked by the lower end"), "{out}");
    let mut bare = map().to_tables();
    bare.measurements.clear();
    let done = leaks(&Map::new(bare).unwrap(), &["--json"]);
    assert_eq!((done.status.code(), done.stdout.as_slice()), (Some(3), &[][..]));
    assert!(text(&done.stderr).contains("measure one first"), "{}", text(&done.stderr));
}
