//! `touchline measure` as a script meets it: the map's question put to a log, and the map with figures written on request.

use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use touchline::edit::templates::Template;
use touchline::model::{IdSource, Map};
use touchline::store::{load_map, save_map};

const LOG: &str = "user_id,event,timestamp,platform\n\
                   k,trailer,2024-01-01 10:00:00,web\n\
                   k,sign up,2024-01-01 10:00:30,web\n\
                   m,trailer,2024-01-02 10:00:00,app\n\
                   n,trailer,2024-01-02 11:00:00,app\n\
                   n,newsletter,2024-01-02 11:00:00,app\n";

struct Desk {
    folder: tempfile::TempDir,
    stages: Vec<String>,
}

impl Desk {
    fn new() -> Desk {
        let folder = tempfile::tempdir().unwrap();
        let map = Template::StreamingSubscriber.build(&mut IdSource::seeded(7));
        let stages = map.stages_in_order().into_iter().map(|(_, stage)| stage.name.clone()).collect();
        save_map(&folder.path().join("map.ron"), &map).unwrap();
        std::fs::write(folder.path().join("log.csv"), LOG).unwrap();
        Desk { folder, stages }
    }

    fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    fn map(&self, name: &str) -> Map {
        load_map(&self.path(name)).unwrap().map
    }

    /// Measures with two stages of the map bound by flags.
    fn measure(&self, more: &[&str]) -> Output {
        let [one, two] = [format!("{}=trailer", self.stages[0]), format!("{}=sign up", self.stages[1])];
        self.run(&[&["map.ron", "log.csv", "--stage", &one, "--stage", &two], more].concat())
    }

    fn run(&self, args: &[&str]) -> Output {
        let program = env!("CARGO_BIN_EXE_touchline");
        Command::new(program)
            .env("LC_ALL", "C")
            .arg("measure")
            .args(args)
            .current_dir(self.folder.path())
            .output()
            .unwrap()
    }
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8(bytes.to_vec()).unwrap()
}

fn files(folder: &Path) -> Vec<String> {
    let names =
        std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().file_name().to_string_lossy().into_owned());
    let mut names: Vec<_> = names.collect();
    names.sort();
    names
}

#[test]
fn columns_are_recognised_and_named_and_nothing_is_written() {
    let desk = Desk::new();
    let before = std::fs::read(desk.path("map.ron")).unwrap();
    let done = desk.measure(&["--json"]);
    let said = text(&done.stderr);
    assert_eq!(done.status.code(), Some(0), "{said}");
    assert!(said.contains("case “user_id”, event “event”, time “timestamp”, segment “platform”"), "{said}");
    let json: serde_json::Value = serde_json::from_slice(&done.stdout).unwrap();
    assert_eq!(json["segments"][0]["stages"][0]["reached"], 3);
    assert_eq!(json["segments"][0]["stages"][0]["dropped"], 2);
    assert_eq!(json["unbound"], serde_json::json!([{"event": "newsletter", "count": 1}]));
    assert!(text(&done.stdout).ends_with("\"unbound\":[{\"event\":\"newsletter\",\"count\":1}]}\n"));
    assert_eq!(std::fs::read(desk.path("map.ron")).unwrap(), before);
    assert_eq!(files(desk.folder.path()), ["log.csv", "map.ron"]);
}

/// Law P1: no row of an imported file, and no id from it, is written anywhere.
#[test]
fn p1_the_map_that_is_written_holds_counts_and_no_customer() {
    let desk = Desk::new();
    let log = LOG.replace("\nk,", "\nkatharina-7731,").replace("\nn,", "\nnobody-9942,");
    std::fs::write(desk.path("log.csv"), log).unwrap();
    let done = desk.measure(&["-o", "new.ron"]);
    assert_eq!(done.status.code(), Some(0), "{}", text(&done.stderr));
    let map = desk.map("new.ron");
    let (_, measured) = map.measurement().unwrap();
    assert_eq!((measured.source.as_str(), measured.rows_read, measured.rows_used), ("log.csv", 5, 5));
    assert_eq!((measured.all.customers, measured.all.stages[0].reached, measured.all.stages[0].dropped), (3, 3, 2));
    assert_eq!(measured.all.stages[0].median_secs, Some(30.0));
    assert!(desk.map("map.ron").measurement().is_none());
    let written = std::fs::read_to_string(desk.path("new.ron")).unwrap();
    assert!(!written.contains("katharina") && !written.contains("nobody-9942"));
    assert_eq!(files(desk.folder.path()), ["log.csv", "map.ron", "new.ron"]);
}

#[test]
fn measuring_again_replaces_the_figures() {
    let desk = Desk::new();
    desk.measure(&["-o", "new.ron"]);
    let again = desk.run(&["new.ron", "log.csv", "-o", "newer.ron", "--ties", "name"]);
    assert_eq!(again.status.code(), Some(0), "{}", text(&again.stderr));
    assert_eq!(desk.map("newer.ron").measurements.len(), 1);
}

#[test]
fn each_way_to_fail_has_its_exit_code() {
    let desk = Desk::new();
    std::fs::write(desk.path("newer.ron"), "(\n    format: 99,\n)\n").unwrap();
    std::fs::write(desk.path("noise.ron"), "this is no map").unwrap();
    std::fs::create_dir(desk.path("folder")).unwrap();
    let stage = format!("{}=trailer", desk.stages[0]);
    for (args, code, says) in [
        (vec!["map.ron", "log.csv"], 2, "no stage of the map has an event"),
        (vec!["map.ron", "log.csv", "--stage", &stage, "--stage", "Other=trailer"], 2, "in two stages"),
        (vec!["map.ron", "log.csv", "--stage", &stage, "--case", "nobody"], 2, "user_id, event"),
        (vec!["-", "-", "--stage", &stage], 2, "standard input"),
        (vec!["map.ron", "log.csv", "--stage", &stage, "-o", "log.csv"], 2, "log.csv is that very file and is read"),
        (vec!["none.ron", "log.csv", "--stage", &stage], 3, "no such file"),
        (vec!["noise.ron", "log.csv", "--stage", &stage], 3, "noise.ron"),
        (vec!["map.ron", "folder", "--stage", &stage], 3, "folder"),
        (vec!["newer.ron", "log.csv", "--stage", &stage], 4, "newer Touchline"),
        (vec!["map.ron", "log.csv", "--stage", &stage, "-o", "folder"], 1, "folder"),
    ] {
        let done = desk.run(&args);
        let said = text(&done.stderr);
        assert_eq!(done.status.code(), Some(code), "{args:?}: {said}");
        assert!(said.contains(says), "{args:?}: {said}");
        assert!(done.stdout.is_empty(), "{args:?}");
    }
    assert_eq!(std::fs::read_to_string(desk.path("log.csv")).unwrap(), LOG);
}

#[test]
fn a_stage_of_which_the_log_has_no_event_is_not_measured_and_said() {
    let desk = Desk::new();
    let [one, two, three] = [0, 1, 2].map(|nth| desk.stages[nth].clone());
    let flags = [format!("{one}=billboard"), format!("{two}=trailer"), format!("{three}=sign up")];
    let flags: Vec<&str> = flags.iter().flat_map(|flag| ["--stage", flag.as_str()]).collect();
    let done = desk.run(&[&["map.ron", "log.csv", "--json", "-o", "new.ron"], &flags[..]].concat());
    let json: serde_json::Value = serde_json::from_slice(&done.stdout).unwrap();
    assert_eq!(json["not_measured"], serde_json::json!([one]));
    let reached: Vec<_> =
        json["segments"][0]["stages"].as_array().unwrap().iter().map(|s| s["reached"].clone()).collect();
    assert_eq!(reached, [3, 1]);
    let told = text(&done.stderr);
    assert!(told.contains(&format!("the stage “{one}” is not measured: the log has none of its events")), "{told}");
    assert_eq!(desk.map("new.ron").measurement().unwrap().1.stages.len(), 2);
}

#[test]
fn how_long_activities_take_is_kept_in_the_map_for_all_and_for_each_segment() {
    let desk = Desk::new();
    let mut map = desk.map("map.ron");
    let web = touchline::model::SegmentId(7);
    map.segments.clear();
    map.segments.insert(web, touchline::model::Segment::new(touchline::model::Rank::spread(1)[0].clone(), "web"));
    map.touchpoints.values_mut().for_each(|card| card.segments.clear());
    map.touchpoints.values_mut().for_each(|card| card.segment_emotions.clear());
    save_map(&desk.path("map.ron"), &map).unwrap();
    let row = |customer: &str, minute: u32, segment: &str, step: &str| {
        format!("{customer},trailer,2024-01-01 10:{minute:02}:00,{segment},{step}\n")
    };
    let log: String = [("a", 10, "web"), ("b", 20, "web"), ("c", 50, "app")]
        .map(|(who, until, segment)| row(who, 0, segment, "start") + &row(who, until, segment, "complete"))
        .concat();
    std::fs::write(desk.path("log.csv"), format!("user_id,event,timestamp,platform,lifecycle:transition\n{log}"))
        .unwrap();
    let done = desk.measure(&["-o", "new.ron", "--json"]);
    assert_eq!(done.status.code(), Some(0), "{}", text(&done.stderr));
    let json: serde_json::Value = serde_json::from_slice(&done.stdout).unwrap();
    let told = |of: &serde_json::Value| (of[0]["times"].as_u64(), of[0]["median_secs"].as_f64());
    assert_eq!(told(&json["activities"]), (Some(3), Some(1200.0)));
    let own = json["segments"].as_array().unwrap().iter().map(|own| told(&own["activities"]));
    assert_eq!(own.collect::<Vec<_>>(), [(None, None), (Some(1), Some(3000.0)), (Some(2), Some(900.0))]);
    let map = desk.map("new.ron");
    let (_, measured) = map.measurement().unwrap();
    let kept = |figures: &touchline::model::Figures| {
        figures
            .activities
            .iter()
            .map(|one| (one.event.clone(), one.times, one.median_secs, one.p90_secs))
            .collect::<Vec<_>>()
    };
    assert_eq!(kept(&measured.all), [("trailer".to_owned(), 3, Some(1200.0), Some(2640.0))]);
    assert_eq!(kept(&measured.segments[&web]), [("trailer".to_owned(), 2, Some(900.0), Some(1140.0))]);
    let table = text(&desk.measure(&[]).stdout);
    for row in ["trailer web 2 15 min 19 min", "trailer app 1 50 min 50 min"] {
        assert!(table.lines().any(|line| line.split_whitespace().eq(row.split(' '))), "{table}");
    }
}
