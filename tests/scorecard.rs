//! `touchline scorecard` as a script meets it: metrics held against their targets, and the map that keeps them.

use std::process::{Command, Output};

use serde_json::Value;
use touchline::behaviour::statistics::wilson;
use touchline::model::{
    Lane, LaneId, LaneKind, Map, Metric, MetricId, MetricKind, Rank, Reading, Stage, StageId, Tables,
};
use touchline::store::{from_bytes, save_map, to_text};

/// Count, of how many, and the third count.
type Counts = (u64, u64, u64);

fn map(metrics: &[(MetricKind, &[Counts])]) -> Map {
    let mut map = Tables::default();
    map.meta.title = "Scorecard".to_owned();
    map.stages.insert(StageId(1), Stage::new(Rank::middle(), "Retention"));
    map.lanes.insert(LaneId(1), Lane::new(Rank::middle(), LaneKind::Metrics));
    for ((nth, (kind, readings)), rank) in metrics.iter().enumerate().zip(Rank::spread(metrics.len())) {
        let reading = |counts: &Counts| {
            let (count, of, also) = *counts;
            Reading { count, of, also, ..Reading::default() }
        };
        let metric =
            Metric { readings: readings.iter().map(reading).collect(), ..Metric::new(StageId(1), rank, *kind) };
        map.metrics.insert(MetricId(nth as u64), metric);
    }
    Map::new(map).unwrap()
}

fn scorecard(map: &Map, args: &[&str]) -> Output {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("map.ron");
    save_map(&path, map).unwrap();
    Command::new(env!("CARGO_BIN_EXE_touchline"))
        .env("LC_ALL", "C")
        .arg("scorecard")
        .arg(path)
        .args(args)
        .output()
        .unwrap()
}

#[test]
fn each_metric_has_its_interval_and_its_verdict() {
    let map = map(&[
        (MetricKind::GrossChurn, &[(600, 10_000, 0)]),
        (MetricKind::NetPromoter, &[(8, 39, 22)]),
        (MetricKind::Community, &[(100, 1_000, 0), (150, 1_000, 0), (201, 1_000, 0)]),
        (MetricKind::TimeSpent, &[(9_000, 100, 0)]),
        (MetricKind::Satisfaction, &[]),
    ]);
    let done = scorecard(&map, &["--json"]);
    assert_eq!((done.status.code(), done.stderr.as_slice()), (Some(0), &[][..]));
    let answer: Value = serde_json::from_slice(&done.stdout).unwrap();
    let of = |nth: usize, field: &str| answer["metrics"][nth][field].clone();
    let churn = wilson(600, 10_000).unwrap();
    assert_eq!((of(0, "value"), of(0, "low"), of(0, "high")), (churn.rate.into(), churn.low.into(), churn.high.into()));
    assert_eq!((of(0, "verdict"), of(0, "target")), ("not_met".into(), 0.05.into()));
    assert_eq!((of(1, "unit"), of(1, "target"), of(1, "verdict")), ("points".into(), 30.0.into(), "not_met".into()));
    assert_eq!((of(2, "verdict"), of(2, "aim"), of(2, "target")), ("met".into(), "grow".into(), Value::Null));
    assert_eq!((of(3, "value"), of(3, "per_active")), (9_000.0.into(), 90.0.into()));
    assert_eq!((of(3, "verdict"), of(4, "verdict")), ("needs_trend".into(), Value::Null));
    let benchmark = of(0, "benchmark");
    assert!(benchmark.as_str().is_some_and(|text| text.contains("Aug 2024")), "{benchmark}");

    let text = String::from_utf8(scorecard(&map, &[]).stdout).unwrap();
    assert!(text.contains("not met") && text.contains("below 5 % a month") && text.contains("−35.9"), "{text}");
}

#[test]
fn a_map_keeps_its_metrics_to_the_byte_and_refuses_counts_that_cannot_be() {
    let map = map(&[(MetricKind::NetChurn, &[(600, 10_000, 110), (590, 10_000, 100)])]);
    let text = to_text(&map);
    let loaded = from_bytes("map.ron", text.as_bytes()).unwrap();
    assert_eq!((&loaded.map, loaded.unknown.len()), (&map, 0));
    assert_eq!(to_text(&loaded.map), text);
    let wrong = text.replace("count: 600", "count: 16000");
    let message = from_bytes("map.ron", wrong.as_bytes()).unwrap_err().to_string();
    assert!(message.contains("counts 16000 cancelled of 10000 subscribers at start"), "{message}");
    let without = to_text(&{
        let mut map = map.to_tables();
        map.metrics.clear();
        Map::new(map).unwrap()
    });
    assert!(!without.contains("metrics"), "a map without metrics is written as before");
}

#[test]
fn files_fill_the_metrics_that_they_have_counts_for_period_by_period() {
    let folder = tempfile::tempdir().unwrap();
    let (new, survey) = (folder.path().join("new.ron"), folder.path().join("answers.csv"));
    let completion = folder.path().join("completion.csv");
    let mut text = "touchpoint,nps,date\n".to_owned();
    for (month, promoters) in [(8, 20), (9, 30), (10, 40)] {
        for nth in 0..50 {
            let score = if nth < promoters { 10 } else { 2 };
            text += &format!("Sign-up,{score},2026-{month:02}-{:02}\n", nth % 28 + 1);
        }
    }
    std::fs::write(&survey, text).unwrap();
    std::fs::write(&completion, "title,type,started,finished\nAurora,episodic,1000,800\nCirrus,film,40,36\n").unwrap();
    let map = map(&[(MetricKind::NetPromoter, &[]), (MetricKind::EpisodicCompletion, &[(1, 2, 0)])]);
    let paths = [survey.to_str().unwrap(), completion.to_str().unwrap(), "-o", new.to_str().unwrap(), "--json"];
    let done = scorecard(&map, &paths);
    let said = String::from_utf8_lossy(&done.stderr);
    assert_eq!(done.status.code(), Some(0), "{said}");
    assert!(said.contains("Net promoter score: 3 periods, Aug 2026 to Oct 2026, from Sign-up"), "{said}");
    let answer: Value = serde_json::from_slice(&done.stdout).unwrap();
    assert_eq!(answer["metrics"][0]["value"], 60.0);
    assert_eq!(
        (&answer["metrics"][0]["trend"]["periods"], &answer["metrics"][0]["source"]),
        (&3.into(), &"answers.csv".into())
    );
    assert_eq!(answer["metrics"][0]["as_of"], "2026-10-31");
    assert_eq!(answer["metrics"][1]["periods"][1]["count"], 800);
    assert_eq!(answer["filled"][1]["definition"], "finished, of those who started, as the file counts them");
    let kept = touchline::store::load_map(&new).unwrap().map;
    assert_eq!(kept.metrics[&MetricId(0)].readings.len(), 3);
    assert_eq!(kept.metrics[&MetricId(0)].readings[2].count, 40);

    let themes = folder.path().join("themes.csv");
    std::fs::write(&themes, "theme,touchpoint,count\nlogin,Sign-up,12\n").unwrap();
    let done = scorecard(&map, &[themes.to_str().unwrap()]);
    assert_eq!((done.status.code(), done.stdout.as_slice()), (Some(3), &[][..]));
}
