//! One real log against figures that pandas and pm4py gave. Needs a folder that is not part of the repository:
//! `TOUCHLINE_REAL_DATA=/path cargo test real_log`.

use std::path::PathBuf;

use serde_json::Value;

use super::*;
use crate::engine::run;
use crate::recognise::{Overrides, recognise};

fn folder() -> Option<PathBuf> {
    let folder = std::env::var_os("TOUCHLINE_REAL_DATA").map(PathBuf::from);
    if folder.is_none() {
        println!("skipped: TOUCHLINE_REAL_DATA names no folder");
    }
    folder
}

const STAGES: [&str; 5] = ["home", "product_view", "add_to_cart", "payment_details", "purchase"];

fn figures_of(path: &std::path::Path, segment: Option<&str>) -> Report {
    let source = Source::open(path).unwrap();
    let found = recognise(&source, &Overrides::default()).unwrap();
    let column = |name: &str| found.column_named(name).unwrap();
    let time = column("timestamp");
    let plan = Plan {
        reading: found.reading(),
        columns: Columns { case: column("user_id"), event: column("event"), time, segment: segment.map(column) },
        time: found.time_reader(&source, time),
        stages: STAGES.map(|name| StagePlan { name: name.into(), events: vec![name.into()] }).to_vec(),
        reach: Vec::new(),
        ties: Ties::File,
        counting: Counting::default(),
    };
    run(&plan, &source, &Progress::default()).unwrap()
}

fn check_funnel(report: &Report, expected: &Value, tolerance_secs: f64) {
    for funnel in expected.as_array().unwrap() {
        let name = funnel["segment"].as_str().unwrap();
        let is_it = |s: &&crate::report::SegmentFigures| {
            if name == "(all)" { s.total } else { !s.total && s.segment == name }
        };
        let found = report.segments.iter().find(is_it).unwrap();
        for (stage, expected) in found.stages.iter().zip(funnel["stages"].as_array().unwrap()) {
            assert_eq!(stage.reached, expected["entered"].as_u64().unwrap(), "{name} {}", stage.name);
            let Some(dropped) = expected["dropped"].as_u64() else { continue };
            assert_eq!(stage.dropped, dropped, "{name} {}", stage.name);
            let near = |found: Option<f64>, expected: &Value, within: f64| {
                let difference = (found.unwrap() - expected.as_f64().unwrap()).abs();
                assert!(difference <= within, "{name} {}: {found:?} for {expected}", stage.name);
            };
            near(stage.rate, &expected["drop_rate"], 1e-9);
            near(stage.low, &expected["drop_wilson95"][0], 1e-9);
            near(stage.high, &expected["drop_wilson95"][1], 1e-9);
            near(stage.median_secs_to_next, &expected["median_s"], tolerance_secs);
        }
    }
}

#[test]
fn a_real_clickstream_gives_the_figures_of_pandas() {
    let Some(folder) = folder() else { return };
    let expected = std::fs::read_to_string(folder.join("ecom_clickstream/expected.json")).unwrap();
    let expected: Value = serde_json::from_str(&expected).unwrap();
    let log = folder.join("ecom_clickstream/ecom.csv");
    let report = figures_of(&log, Some("platform"));
    assert_eq!(report.segments[0].customers, expected["cases"].as_u64().unwrap());
    assert_eq!(report.multi_segment_customers, expected["users_with_more_than_one_platform"].as_u64().unwrap());
    check_funnel(&report, &expected["funnel_all"], 1e-9);
    check_funnel(&report, &expected["funnel_by_platform"], 1e-9);
    check_funnel(&figures_of(&log, Some("acquisition_channel")), &expected["funnel_by_channel"], 1e-9);
    let pair = |t: &crate::report::Transition| (t.from.clone(), t.to.clone(), t.count);
    let text = |value: &Value| value.as_str().unwrap().to_owned();
    let mut pairs: Vec<_> = expected["dfg"]
        .as_array()
        .unwrap()
        .iter()
        .map(|pair| (text(&pair[0]), text(&pair[1]), pair[2].as_u64().unwrap()))
        .collect();
    pairs.sort();
    assert_eq!(report.transitions.iter().map(pair).collect::<Vec<_>>(), pairs);
}

#[test]
fn the_same_log_in_other_dresses_gives_the_same_figures() {
    let Some(folder) = folder() else { return };
    let expected = std::fs::read_to_string(folder.join("ecom_clickstream/expected.json")).unwrap();
    let expected: Value = serde_json::from_str(&expected).unwrap();
    for (name, tolerance_secs) in [
        ("ecom_epoch_ms.csv", 1e-9),
        ("ecom_eu_dots_semicolon.csv", 1e-9),
        ("ecom_us_ampm.csv", 1.0),
        ("ecom_excel_serial.csv", 1.0),
    ] {
        let report = figures_of(&folder.join("derived_encodings").join(name), Some("platform"));
        check_funnel(&report, &expected["funnel_by_platform"], tolerance_secs);
    }
}
