//! The days and months of a zone as a script meets them: `--as-of`, and figures that are counted by the day or the month.

use std::path::PathBuf;
use std::process::{Command, Output, Stdio};

use touchline::model::{Lane, LaneId, LaneKind, Map, Metric, MetricId, MetricKind, Rank, Stage, StageId, Tables};
use touchline::store::save_map;

const BERLIN: [&str; 2] = ["--zone", "Europe/Berlin"];

struct Desk(tempfile::TempDir);

impl Desk {
    fn new() -> Desk {
        Desk(tempfile::tempdir().unwrap())
    }

    fn path(&self, name: &str) -> PathBuf {
        self.0.path().join(name)
    }

    fn file(&self, name: &str, text: &str) -> String {
        std::fs::write(self.path(name), text).unwrap();
        self.path(name).display().to_string()
    }

    fn run(&self, arguments: &[&str]) -> Output {
        let mut program = Command::new(env!("CARGO_BIN_EXE_touchline"));
        program.env("LC_ALL", "C");
        let state = self.path("state");
        program.args(arguments).env("TOUCHLINE_STATE", state).stdin(Stdio::null()).output().unwrap()
    }

    fn json(&self, arguments: &[&str]) -> serde_json::Value {
        let done = self.run(&[arguments, &["--json"]].concat());
        assert_eq!(done.status.code(), Some(0), "{arguments:?}: {}", String::from_utf8_lossy(&done.stderr));
        serde_json::from_slice(&done.stdout).unwrap()
    }

    fn text(&self, arguments: &[&str]) -> String {
        String::from_utf8(self.run(arguments).stdout).unwrap()
    }
}

#[test]
fn an_as_of_day_is_the_day_of_the_zone() {
    let desk = Desk::new();
    // The last two are of 4 November in Berlin, and the last one in UTC.
    let log = desk.file(
        "log.csv",
        "customer_id,event,time\na,visit,2026-11-03T22:30:00Z\nb,visit,2026-11-03T23:30:00Z\nc,visit,2026-11-04T00:30:00Z\n",
    );
    let funnel =
        ["funnel", &log, "--case", "customer_id", "--event", "event", "--time", "time", "--stage", "Seen=visit"];
    let used = |more: &[&str]| desk.json(&[&funnel[..], more].concat())["rows"]["used"].clone();
    assert_eq!(used(&["--as-of", "2026-11-03"]), 2);
    assert_eq!(used(&[&["--as-of", "2026-11-03"], &BERLIN[..]].concat()), 1);
    assert_eq!(used(&[&["--as-of", "2026-11-04 00:30"], &BERLIN[..]].concat()), 2, "a time on the clock there");
    assert_eq!(used(&[&["--as-of", "2026-11-03T22:30:00Z"], &BERLIN[..]].concat()), 1, "a moment is one anywhere");
}

#[test]
fn retention_counts_days_by_the_clock_of_the_zone() {
    let desk = Desk::new();
    // From the evening of 28 March to half an hour after midnight of the 31st in Berlin, where the clocks go forward.
    let file = desk.file("stays.csv", "came,left\n2026-03-28T22:30:00Z,2026-03-30T22:30:00Z\n");
    let retention = ["retention", &file, "--start", "came", "--end", "left"];
    let longest = |more: &[&str]| desk.json(&[&retention[..], more].concat())["groups"][0]["median"].clone();
    assert_eq!((longest(&[]), longest(&BERLIN)), (2.0.into(), 3.0.into()));
    let named = desk.json(&[&retention[..], &BERLIN].concat());
    assert_eq!((&named["zone"], &named["as_of"]), (&"Europe/Berlin".into(), &"2026-03-31".into()));
    let plain = desk.json(&retention);
    assert_eq!((plain.get("zone"), &plain["as_of"]), (None, &"2026-03-30".into()));
    let words = "Days begin and end in Europe/Berlin, where times without a zone were read.\n";
    assert!(desk.text(&[&retention[..], &BERLIN].concat()).ends_with(words));
    assert!(!desk.text(&retention).contains("Days begin"));
}

#[test]
fn at_risk_counts_silence_by_the_clock_of_the_zone() {
    let desk = Desk::new();
    let file = desk.file(
        "customers.csv",
        "user_id,last_login,cancelled_on\na,2026-11-01T00:30:00Z,\nb,2026-11-01T23:30:00Z,\nc,2026-11-15T23:30:00Z,\n",
    );
    let at_risk = ["at-risk", &file, "--days", "14"];
    let marked = |more: &[&str]| desk.json(&[&at_risk[..], more].concat())["segments"][0]["at_risk"].clone();
    let day = ["--as-of", "2026-11-15"];
    assert_eq!((marked(&day), marked(&[&day[..], &BERLIN].concat())), (2.into(), 1.into()));
    let named = desk.json(&[&at_risk[..], &BERLIN].concat());
    assert_eq!((&named["zone"], &named["as_of"]), (&"Europe/Berlin".into(), &"2026-11-16".into()));
    assert!(desk.text(&[&at_risk[..], &BERLIN].concat()).contains("\nDays begin and end in Europe/Berlin"));
}

#[test]
fn the_scorecard_counts_months_of_the_zone() {
    let desk = Desk::new();
    let mut map = Tables::default();
    map.stages.insert(StageId(1), Stage::new(Rank::middle(), "Community"));
    map.lanes.insert(LaneId(1), Lane::new(Rank::middle(), LaneKind::Metrics));
    map.metrics.insert(MetricId(1), Metric::new(StageId(1), Rank::middle(), MetricKind::Community));
    save_map(&desk.path("map.ron"), &Map::new(map).unwrap()).unwrap();
    let map = desk.path("map.ron").display().to_string();
    let log = desk.file(
        "log.csv",
        "customer_id,event,time\na,visit,2026-10-05T12:00:00Z\nb,forum_post,2026-10-31T23:30:00Z\nc,visit,2026-11-18T12:00:00Z\n",
    );
    let filled = |more: &[&str]| desk.json(&[&["scorecard", &map, &log], more].concat())["filled"][0].clone();
    let counts = |filled: &serde_json::Value| {
        let of = |nth: usize| (filled["periods"][nth]["count"].clone(), filled["periods"][nth]["of"].clone());
        [of(0), of(1)]
    };
    let pair = |count: u64, of: u64| (count.into(), of.into());
    assert_eq!(counts(&filled(&[])), [pair(1, 2), pair(0, 1)], "all of it in October");
    let berlin = filled(&BERLIN);
    assert_eq!(counts(&berlin), [pair(0, 1), pair(1, 2)], "half an hour into November there");
    let words = "months begin and end in Europe/Berlin, where times without a zone were read";
    assert!(berlin["definition"].as_str().unwrap().ends_with(words), "{berlin}");
}
