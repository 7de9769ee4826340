//! `touchline changes` after a second `touchline measure`, as a script meets it.

use std::path::Path;
use std::process::{Command, Output};

use serde_json::Value;
use touchline::model::{Estimate, Lane, LaneId, LaneKind, Map, Rank, Stage, StageId, Tables};
use touchline::store::{load_map, save_map};

fn run(folder: &Path, args: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_touchline")).env("LC_ALL", "C").args(args).current_dir(folder).output().unwrap()
}

/// A log of so many customers, of whom the last `lost` never sign up.
fn log(month: u32, customers: usize, lost: usize) -> String {
    let mut text = "user_id,event,timestamp\n".to_owned();
    for nth in 0..customers {
        text += &format!("u{nth},visit,2026-{month:02}-03 10:00:00\n");
        if nth >= lost {
            text += &format!("u{nth},sign_up,2026-{month:02}-04 10:00:00\n");
        }
    }
    text
}

fn map() -> Map {
    let mut map = Tables::default();
    map.meta.title = "Refresh".to_owned();
    map.lanes.insert(LaneId(1), Lane::new(Rank::middle(), LaneKind::DropOff));
    for (nth, (rank, (name, event))) in
        Rank::spread(2).into_iter().zip([("Visit", "visit"), ("Trial", "sign_up")]).enumerate()
    {
        let stage = Stage { events: vec![event.to_owned()], ..Stage::new(rank, name) };
        map.stages.insert(StageId(nth as u64 + 1), stage);
    }
    let visit = map.stages.get_mut(&StageId(1)).unwrap();
    visit.estimate = Some(Estimate { percent: 12.0, reason: String::new(), cause: None });
    Map::new(map).unwrap()
}

#[test]
fn a_second_period_is_held_against_the_first_and_nothing_else_moves() {
    let folder = tempfile::tempdir().unwrap();
    let at = folder.path();
    save_map(&at.join("map.ron"), &map()).unwrap();
    std::fs::write(at.join("may.csv"), log(5, 1_000, 120)).unwrap();
    std::fs::write(at.join("june.csv"), log(6, 1_000, 210)).unwrap();
    for (from, log, to) in [("map.ron", "may.csv", "one.ron"), ("one.ron", "june.csv", "two.ron")] {
        let done = run(at, &["measure", from, log, "-o", to]);
        assert_eq!(done.status.code(), Some(0), "{}", String::from_utf8_lossy(&done.stderr));
    }
    let once = run(at, &["changes", "one.ron"]);
    assert!(String::from_utf8_lossy(&once.stderr).contains("measured once"));

    let done = run(at, &["changes", "two.ron", "--json"]);
    assert_eq!(done.status.code(), Some(0));
    let answer: Value = serde_json::from_slice(&done.stdout).unwrap();
    let rate = &answer["rates"][0];
    assert_eq!((&rate["former_rate"], &rate["rate"]), (&Value::from(0.12), &Value::from(0.21)));
    assert_eq!((&rate["verdict"], &answer["periods_overlap"]), (&Value::from("changed"), &Value::from(false)));
    assert_eq!((&answer["former"]["file"], &answer["source"]["file"]), (&"may.csv".into(), &"june.csv".into()));
    let estimate = &answer["estimates"][0];
    assert_eq!((&estimate["estimate"], &estimate["disagrees"]), (&Value::from(0.12), &Value::from(true)));
    let text = String::from_utf8(run(at, &["changes", "two.ron"]).stdout).unwrap();
    assert!(text.contains("Visit, All audiences: the map says 12.0 %, the data now 21.0 % (18.6–23.6 %)"), "{text}");

    let mut two = load_map(&at.join("two.ron")).unwrap().map.to_tables();
    assert_eq!(two.measurements.len(), 2);
    two.measurements.clear();
    assert_eq!(two, map().to_tables(), "a refresh changes figures alone");
    let kept = std::fs::read_to_string(at.join("two.ron")).unwrap();
    assert!(!kept.contains("u17"), "no id of a log is kept");
}

/// A map that was measured in May, with a log of June and one of June that names events otherwise.
fn measured() -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    let at = folder.path();
    save_map(&at.join("map.ron"), &map()).unwrap();
    std::fs::write(at.join("may.csv"), log(5, 1_000, 120)).unwrap();
    std::fs::write(at.join("june.csv"), log(6, 1_000, 210) + "u1,sign_upp,2026-06-04 10:00:00\n").unwrap();
    assert_eq!(run(at, &["measure", "map.ron", "may.csv", "-o", "one.ron"]).status.code(), Some(0));
    folder
}

#[test]
fn measure_tells_what_changed_against_the_map_without_writing_anything() {
    let folder = measured();
    let at = folder.path();
    let before = std::fs::read_dir(at).unwrap().count();
    let done = run(at, &["measure", "one.ron", "june.csv", "--changes"]);
    let text = String::from_utf8(done.stdout).unwrap();
    assert!(text.contains("the map says 12.0 %, the data now 21.0 % (18.6–23.6 %)"), "{text}");
    assert!(text.contains("“sign_upp”, the nearest of the map is “sign_up”"), "{text}");
    assert_eq!(std::fs::read_dir(at).unwrap().count(), before);
    let answer: Value =
        serde_json::from_slice(&run(at, &["measure", "one.ron", "june.csv", "--changes", "--json"]).stdout).unwrap();
    assert_eq!(answer["changes"]["rates"][0]["verdict"], "changed");
    assert_eq!(
        (&answer["unmatched"][0]["name"], &answer["unmatched"][0]["nearest"]),
        (&"sign_upp".into(), &"sign_up".into())
    );
    let plain: Value = serde_json::from_slice(&run(at, &["measure", "one.ron", "june.csv", "--json"]).stdout).unwrap();
    assert!(plain.get("changes").is_none() && plain.get("unmatched").is_none(), "unasked, the answer is as it was");
    let first = run(at, &["measure", "map.ron", "june.csv", "--changes"]);
    assert!(String::from_utf8_lossy(&first.stderr).contains("the map holds no figures yet"));
}

#[test]
fn periods_counted_by_different_rules_are_not_said_to_have_changed() {
    let folder = measured();
    let at = folder.path();
    let done = run(at, &["measure", "one.ron", "june.csv", "--window", "30d", "-o", "two.ron"]);
    assert_eq!(done.status.code(), Some(0));
    let done = run(at, &["changes", "two.ron", "--json"]);
    let said = String::from_utf8_lossy(&done.stderr);
    assert!(
        said.contains("warning: the two periods were counted by different rules (window: none, now 30 d)"),
        "{said}"
    );
    let answer: Value = serde_json::from_slice(&done.stdout).unwrap();
    let rate = &answer["rates"][0];
    assert_eq!((&rate["verdict"], &rate["p_holm"]), (&"other_rules".into(), &Value::Null));
    assert_eq!(answer["other_rules"], serde_json::json!(["window: none, now 30 d"]));

    let svg = |name: &str, map: &str| {
        let done = run(at, &["export", map, "-o", name, "--former"]);
        (done.status.code(), String::from_utf8_lossy(&done.stderr).into_owned(), std::fs::read_to_string(at.join(name)))
    };
    let (code, _, text) = svg("two.svg", "two.ron");
    let text = text.unwrap();
    assert!(code == Some(0) && text.contains("in the former period 12.0 %"));
    let (code, said, _) = svg("one.svg", "one.ron");
    assert!(
        code == Some(2) && said.contains("--former: the map has no former period; a map that is measured again"),
        "{said}"
    );
}
