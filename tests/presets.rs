//! Presets on the command line: what was corrected in the window reads the next export of its kind.

use std::path::Path;
use std::process::{Command, Output, Stdio};
use touchline::behaviour::files::Opening;
use touchline::behaviour::recognise::{Overrides, SaidScale, recognise};
use touchline::behaviour::roles::Role;
use touchline::behaviour::source::Source;
use touchline::session::import::preset;
use touchline::store::{Preset, Settings, StateFolder};

/// The customer is the second column, not the one that is called so; times are the month first.
const LOG: &str = "customer_id,who,event,time\na,k1,seen,05/03/2026\nb,k1,bought,06/03/2026\nc,k2,seen,07/03/2026\n";

fn touchline(state: &Path, arguments: &[&str]) -> Output {
    let mut program = Command::new(env!("CARGO_BIN_EXE_touchline"));
    program.env("LC_ALL", "C");
    program.args(arguments).env("TOUCHLINE_STATE", state).stdin(Stdio::null()).output().unwrap()
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8(bytes.to_vec()).unwrap()
}

fn json(output: &Output) -> serde_json::Value {
    assert_eq!(output.status.code(), Some(0), "{}", text(&output.stderr));
    serde_json::from_slice(&output.stdout).unwrap()
}

/// A state folder that keeps a preset for logs like this, as the window would.
fn kept(folder: &Path, log: &Path, name: &str) {
    let found = recognise(&Source::open(log).unwrap(), &Overrides::default()).unwrap();
    let preset = Preset {
        name: name.to_owned(),
        header: preset::header_number(&found),
        kept: "2026-11-03".to_owned(),
        roles: [(Role::Case.word().to_owned(), Some(1))].into_iter().collect(),
        ..Preset::default()
    };
    let settings = Settings { presets: vec![preset], ..Settings::default() };
    StateFolder::at(folder.to_owned()).write_settings(&settings).unwrap();
}

#[test]
fn inspect_names_the_preset_that_a_file_fits_and_reads_by_it_where_it_is_asked() {
    let folder = tempfile::tempdir().unwrap();
    let (state, log) = (folder.path().join("state"), folder.path().join("log.csv"));
    std::fs::write(&log, LOG).unwrap();
    let path = log.to_str().unwrap();
    let none = json(&touchline(&state, &["inspect", path, "--json"]));
    assert!(none.get("preset").is_none() && none["columns"][0]["role"] == "case", "{none}");

    kept(&state, &log, "Weekly export");
    let fits = json(&touchline(&state, &["inspect", path, "--json"]));
    assert_eq!(fits["preset"], "Weekly export");
    assert_eq!(fits["columns"][0]["role"], "case", "it is named, and not used unasked");
    let shown = text(&touchline(&state, &["inspect", path]).stdout);
    assert!(shown.contains("“Weekly export”; --preset does so here"), "{shown}");
    let read = json(&touchline(&state, &["inspect", path, "--preset", "Weekly export", "--json"]));
    assert_eq!((&read["preset"], &read["columns"][1]["role"]), (&"Weekly export".into(), &"case".into()));
    assert_eq!(read["columns"][0]["role"], serde_json::Value::Null);

    let other = folder.path().join("other.csv");
    std::fs::write(&other, "customer_id,event,time\na,seen,2026-03-05\n").unwrap();
    let other = json(&touchline(&state, &["inspect", other.to_str().unwrap(), "--json"]));
    assert!(other.get("preset").is_none(), "{other}");
}

#[test]
fn measure_counts_customers_by_the_preset_and_an_unknown_one_is_told() {
    let folder = tempfile::tempdir().unwrap();
    let (state, log) = (folder.path().join("state"), folder.path().join("log.csv"));
    std::fs::write(&log, LOG).unwrap();
    let path = log.to_str().unwrap();
    let map = concat!(env!("CARGO_MANIFEST_DIR"), "/examples/lumen-kids.ron");
    let measure = |more: &[&str]| {
        let stages = ["--stage", "Seen=seen", "--stage", "Bought=bought", "--json"];
        touchline(&state, &[&["measure", map, path], &stages[..], more].concat())
    };
    let unknown = measure(&["--preset", "Weekly export"]);
    assert_eq!((unknown.status.code(), unknown.stdout.len()), (Some(2), 0));
    assert!(text(&unknown.stderr).contains("none is kept yet"), "{}", text(&unknown.stderr));
    kept(&state, &log, "Weekly export");
    let unknown = measure(&["--preset", "Wekly export"]);
    assert_eq!(unknown.status.code(), Some(2));
    assert!(text(&unknown.stderr).contains("kept are: Weekly export"), "{}", text(&unknown.stderr));

    assert_eq!(json(&measure(&[]))["segments"][0]["customers"], 3);
    let by_preset = json(&measure(&["--preset", "Weekly export"]));
    assert_eq!(by_preset["segments"][0]["customers"], 2);
}

#[test]
fn the_scale_that_was_chosen_for_a_question_is_kept_by_its_place() {
    let folder = tempfile::tempdir().unwrap();
    let (state, survey) = (folder.path().join("state"), folder.path().join("survey.csv"));
    std::fs::write(&survey, "id,How satisfied are you with checkout?\n1,8\n2,9\n3,10\n").unwrap();
    let found = recognise(&Source::open(&survey).unwrap(), &Overrides::default()).unwrap();
    let said = SaidScale { of: Some("how satisfied are you with checkout?".to_owned()), low: 1.0, high: 10.0 };
    let fixed = preset::by_places(Overrides { scales: vec![said], ..Overrides::default() }, &found.names());
    let today = touchline::model::Date::new(2026, 11, 3).unwrap();
    let kept = preset::of("survey.csv", preset::header_number(&found), &fixed, &Opening::default(), today).unwrap();
    assert_eq!(kept.scales, [(1, (1.0, 10.0))].into_iter().collect());
    let settings = Settings { presets: vec![kept], ..Settings::default() };
    StateFolder::at(state.clone()).write_settings(&settings).unwrap();

    let path = survey.to_str().unwrap();
    let asked = touchline(&state, &["read", path, "--json"]);
    assert_eq!(
        json(&asked)["survey"]["items"][0]["scale"],
        serde_json::Value::Null,
        "nobody has said it for this file"
    );
    let told = text(&asked.stderr);
    assert!(told.contains("(1 to 10, 0 to 10"), "{told}");
    let read = json(&touchline(&state, &["read", path, "--json", "--preset", "survey"]));
    assert_eq!(
        (&read["survey"]["items"][0]["scale"]["low"], &read["survey"]["items"][0]["emotion_tenths"]),
        (&1.0.into(), &23.into())
    );
    let other = json(&touchline(&state, &["read", path, "--json", "--preset", "survey", "--scale", "0-10"]));
    assert_eq!(other["survey"]["items"][0]["scale"]["low"], 0.0, "what is said now goes before what was kept");
}
