//! Files of every shape on the command line, and real ones that nobody here wrote held to figures computed elsewhere. Real
//! files are not part of the repository: without the variable `TOUCHLINE_REAL_DATA` there is nothing to hold against.

use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

use serde_json::Value;
use touchline_words::say;

fn touchline(arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_touchline"))
        .env("LC_ALL", "C")
        .args(arguments)
        .stdin(Stdio::null())
        .output()
        .unwrap()
}

fn json(arguments: &[&str]) -> Value {
    let output = touchline(arguments);
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    serde_json::from_slice(&output.stdout).unwrap()
}

fn stderr(output: &Output) -> String {
    String::from_utf8(output.stderr.clone()).unwrap()
}

/// A file with this text in a folder of its own.
fn file(text: &str) -> (tempfile::TempDir, PathBuf) {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("export.csv");
    std::fs::write(&path, text).unwrap();
    (folder, path)
}

const GA4: &str = "# Sign-up-Funnel exploration 1\n\
    Step,Active users,Completion rate,Abandonments,Abandonment rate\n\
    1. Visit,\"1,000\",40%,600,60%\n2. Sign-up,400,,,\n";

#[test]
fn a_rating_has_a_net_promoter_score_only_where_somebody_says_that_it_asks_to_recommend() {
    let question = "On a scale of 0-10, how would you rate us?";
    // 3 promoters, 1 passive, 4 detractors.
    let rows: String = [10, 9, 9, 8, 6, 0, 3, 5].iter().map(|score| format!("2026-03-01,{score},{score}\n")).collect();
    let (_folder, path) = file(&format!("day,\"{question}\",How satisfied are you (1-5)?\n{rows}"));
    let path = path.to_str().unwrap();
    let nps =
        |more: &[&str]| json(&[&["read", path, "--json"], more].concat())["survey"]["items"][0]["nps"]["nps"].clone();
    let said = |more: &[&str]| stderr(&touchline(&[&["read", path], more].concat()));
    assert_eq!(nps(&[]), Value::Null);
    let names = format!("“{question}”");
    assert!(said(&[]).contains(&say!(shape_told_no_nps, names)), "{}", said(&[]));
    assert_eq!(nps(&["--nps", question]), -12.5);
    assert_eq!(nps(&["--nps", &question.to_uppercase()]), -12.5);
    assert!(!said(&["--nps", question]).contains("--nps"));
    assert_eq!(nps(&["--nps", "another question"]), Value::Null);
    // A column of scores is named as its header has it, or by what is asked about.
    let (_folder, path) = file("touchpoint,rating\nApp,10\nApp,9\nApp,0\nShop,10\nShop,0\n");
    let path = path.to_str().unwrap();
    let both = |name: &str| {
        let answer = json(&["read", path, "--json", "--shape", "survey", "--nps", name]);
        [0, 1].map(|at| answer["survey"]["items"][at]["nps"]["nps"].as_f64().map(f64::round))
    };
    assert_eq!((both("rating"), both("Shop")), ([Some(33.0), Some(0.0)], [None, Some(0.0)]));
}

#[test]
fn answers_that_fit_several_scales_become_no_emotion_until_somebody_says_the_scale() {
    let rows = "App,5,fans\nApp,2,new\nShop,4,fans\nShop,1,fans\n";
    let (_folder, path) = file(&format!("touchpoint,rating,segment\n{rows}"));
    let path = path.to_str().unwrap();
    let survey =
        |more: &[&str]| json(&[&["read", path, "--json", "--shape", "survey"], more].concat())["survey"].clone();
    let open = survey(&[]);
    assert_eq!((&open["items"][0]["mean"], &open["items"][0]["emotion_tenths"]), (&3.5.into(), &Value::Null));
    assert_eq!((&open["items"][0]["satisfied"], &open["scales"][0]["name"]), (&Value::Null, &"rating".into()));
    let readings: Vec<_> =
        open["scales"][0]["readings"].as_array().unwrap().iter().map(|one| one["high"].clone()).collect();
    assert_eq!(readings, [5.0, 7.0, 5.0, 10.0, 10.0]);
    assert!(
        stderr(&touchline(&["read", path, "--shape", "survey"]))
            .contains("“rating”: 4 answers from 1 to 5 fit several scales")
    );
    for (said, emotion) in [("1-5", 8), ("rating=0-10", -9), ("RATING=1 to 7", -5)] {
        let survey = survey(&["--scale", said]);
        assert_eq!(survey["items"][0]["emotion_tenths"], emotion, "{said}");
    }
    assert_eq!(survey(&["--scale", "other=1-5"])["items"][0]["emotion_tenths"], Value::Null);
    // Answers of anybody about anything tell the scale of the column, in every row and segment: from 0, and over 5.
    let (_folder, path) = file(&format!("touchpoint,rating,segment\n{rows}Shop,9,new\nShop,0,new\n"));
    let answer = json(&["read", path.to_str().unwrap(), "--json", "--shape", "survey"]);
    let highs: Vec<_> =
        answer["survey"]["items"].as_array().unwrap().iter().map(|item| item["scale"]["high"].clone()).collect();
    assert_eq!(highs, vec![Value::from(10.0); 6]);
    assert!(touchline(&["read", "x.csv", "--scale", "five"]).status.code() == Some(2));
}

#[test]
fn inspect_names_the_shape_and_why() {
    let (_folder, path) = file(GA4);
    let path = path.to_str().unwrap();
    let answer = json(&["inspect", path, "--json"]);
    assert_eq!(answer["shape"]["name"], "ga4-funnel");
    assert_eq!(answer["shape"]["runner_up"], "stage-counts");
    assert!(answer["shape"]["reason"].as_str().unwrap().contains("“Active users”"), "{answer}");
    let text = touchline(&["inspect", path]);
    assert!(String::from_utf8_lossy(&text.stdout).contains("a GA4 funnel export: the columns “Step”"));
    let (_folder, path) = file("colour,weight\nred,5\n");
    assert_eq!(json(&["inspect", path.to_str().unwrap(), "--json"])["shape"], Value::Null);
}

#[test]
fn read_prints_the_figures_and_says_what_it_took_the_file_for() {
    let (_folder, path) = file(GA4);
    let path = path.to_str().unwrap();
    let output = touchline(&["read", path]);
    assert!(stderr(&output).contains("this is a GA4 funnel export: the columns"), "{}", stderr(&output));
    let text = String::from_utf8(output.stdout).unwrap();
    assert!(text.contains("Visit      1,000      600  60.0 %"), "{text}");
    let answer = json(&["read", path, "--json"]);
    assert_eq!(answer["funnel"]["segments"][0]["stages"][0]["dropped"], 600);
    let other = json(&["read", path, "--shape", "stage-counts", "--json"]);
    assert_eq!(other["shape"], "stage-counts");
}

#[test]
fn what_cannot_be_read_is_told_with_the_right_exit_code() {
    let (_folder, path) = file("colour,weight\nred,5\n");
    let path = path.to_str().unwrap();
    for (arguments, code, message) in [
        (vec!["read", path], 2, "name one with --shape"),
        (vec!["read", path, "--shape", "excel"], 2, "ga4-funnel"),
        (vec!["read", path, "--shape", "survey"], 2, "the header has: colour, weight"),
        (vec!["read", path, "--shape", "event-log"], 2, "measure it with funnel"),
        (vec!["read", "/nowhere/x.csv"], 3, "no such file"),
    ] {
        let output = touchline(&arguments);
        assert_eq!(output.status.code(), Some(code), "{arguments:?} {}", stderr(&output));
        assert!(stderr(&output).contains(message), "{arguments:?} {}", stderr(&output));
        assert!(output.stdout.is_empty());
    }
}

#[test]
fn no_name_in_a_file_steers_the_terminal() {
    let (_folder, path) = file("stage,entered,completed\n\u{1b}[31mSee,10,4\nBuy,4,4\n");
    let output = touchline(&["read", path.to_str().unwrap()]);
    assert!(output.status.success());
    assert!(!output.stdout.contains(&0x1b));
}

fn sample() -> String {
    format!("{}/examples/lumen-kids.ron", env!("CARGO_MANIFEST_DIR"))
}

#[test]
fn measure_lays_stage_counts_over_a_map_and_keeps_only_figures() {
    let text = "stage,entered,completed\nAwareness,900,300\nConsideration,300,100\nDecisoin,100,50\n";
    let (folder, path) = file(text);
    let new = folder.path().join("new.ron");
    let arguments = ["measure", &sample(), path.to_str().unwrap(), "-o", new.to_str().unwrap(), "--json"];
    let output = touchline(&arguments);
    let messages = stderr(&output);
    assert!(messages.contains("nothing on the map is called “Decisoin”; the nearest is “Decision”"), "{messages}");
    let answer: Value = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!(answer["unmatched"][0]["nearest"], "Decision");
    let map = touchline::store::load_map(&new).unwrap().map;
    let (_, measurement) = map.measurement().unwrap();
    let reached: Vec<u64> = measurement.all.stages.iter().map(|stage| stage.reached).collect();
    assert_eq!(reached, [900, 300]);
}

#[test]
fn a_file_that_the_map_knows_nothing_of_is_refused() {
    let (folder, path) = file("stage,entered,completed\nAlpha,900,300\nBeta,300,100\n");
    let new = folder.path().join("new.ron");
    let output = touchline(&["measure", &sample(), path.to_str().unwrap(), "-o", new.to_str().unwrap()]);
    assert_eq!(output.status.code(), Some(3), "{}", stderr(&output));
    assert!(stderr(&output).contains("it has: “Alpha”, “Beta”"), "{}", stderr(&output));
    assert!(!new.exists());
}

/// A real file, if there are any.
fn real(name: &str) -> Option<PathBuf> {
    let Some(folder) = std::env::var_os("TOUCHLINE_REAL_DATA") else {
        println!("skipped: TOUCHLINE_REAL_DATA names no folder");
        return None;
    };
    Some(Path::new(&folder).join(name))
}

fn real_json(name: &str) -> Option<Value> {
    Some(json(&["read", real(name)?.to_str().unwrap(), "--json"]))
}

fn expected(name: &str) -> Value {
    serde_json::from_slice(&std::fs::read(real(name).unwrap()).unwrap()).unwrap()
}

fn near(found: &Value, expected: &Value, what: &str) {
    let (found, expected) = (found.as_f64().unwrap(), expected.as_f64().unwrap());
    assert!((found - expected).abs() < 5e-11 * expected.abs().max(1.0), "{what}: {found}, not {expected}");
}

#[test]
fn a_real_survey_has_the_same_score_in_both_dresses() {
    for name in ["nps_sudzilla/input_01.csv", "nps_sudzilla/input_02.csv", "derived_encodings/nps_utf16le_tab.txt"] {
        let Some(answer) = real_json(name) else { return };
        assert_eq!(answer["shape"], "survey", "{name}");
        let expected = &expected("nps_sudzilla/expected.json")["input_01.csv"];
        let item = &answer["survey"]["items"][0];
        assert_eq!(item["name"], expected["header1"]);
        assert_eq!(item["answered"], expected["answered"]);
        for count in ["promoters", "passives", "detractors"] {
            assert_eq!(item["nps"][count], expected[count], "{name} {count}");
        }
        let nps = item["nps"]["nps"].as_f64().unwrap();
        assert_eq!((nps * 1e6).round() / 1e6, expected["nps"].as_f64().unwrap(), "{name}");
    }
}

#[test]
fn a_real_pipeline_gives_its_stages_days_and_win_rates() {
    let Some(answer) = real_json("crm_pipeline/sales_pipeline.csv") else { return };
    let expected = expected("crm_pipeline/expected.json");
    assert_eq!(answer["shape"], "pipeline");
    let pipeline = &answer["pipeline"];
    assert_eq!(pipeline["records"], expected["rows"]);
    for stage in pipeline["stages"].as_array().unwrap() {
        assert_eq!(stage["records"], expected["stage_counts"][stage["name"].as_str().unwrap()], "{stage}");
    }
    let reached = &expected["funnel_current_stage_at_least"];
    let stages = pipeline["funnel"]["segments"][0]["stages"].as_array().unwrap();
    assert_eq!(stages.len(), reached.as_object().unwrap().len());
    for stage in stages {
        assert_eq!(stage["reached"], reached[stage["name"].as_str().unwrap()], "{stage}");
    }
    let known = pipeline["known"]["segments"][0]["stages"].as_array().unwrap();
    let known: Vec<_> = known.iter().map(|s| (&s["reached"], &s["dropped"], &s["still_open"])).collect();
    let stage = |reached: u64, dropped: u64, open: u64| [reached, dropped, open].map(Value::from);
    let told = [stage(8_300, 0, 500), stage(6_711, 0, 1_589), stage(6_711, 2_473, 0)];
    for ([reached, dropped, open], found) in told.iter().zip(&known) {
        assert_eq!((reached, dropped, open), *found, "who stands open is not lost");
    }
    for days in pipeline["days"].as_array().unwrap() {
        let expected = &expected["days_engage_to_close"][days["stage"].as_str().unwrap()];
        assert_eq!(days["time"]["n"], expected["n"]);
        let in_days = |secs: &Value| Value::from(secs.as_f64().unwrap() / 86_400.0);
        near(&in_days(&days["time"]["median_secs"]), &expected["median"], "median");
        near(&in_days(&days["time"]["p90_secs"]), &expected["p90_linear"], "p90");
    }
    let by_product: Vec<&Value> =
        pipeline["win_rates"].as_array().unwrap().iter().filter(|rate| rate["column"] == "product").collect();
    let expected = expected["win_rate_by_product"].as_object().unwrap();
    assert_eq!(by_product.len(), expected.len());
    for rate in by_product {
        let expected = &expected[rate["value"].as_str().unwrap()];
        assert_eq!((&rate["share"]["count"], &rate["share"]["n"]), (&expected["won"], &expected["n"]), "{rate}");
        near(&rate["share"]["low"], &expected["wilson95"][0], "low");
        near(&rate["share"]["high"], &expected["wilson95"][1], "high");
    }
    let text = answer.to_string();
    assert!(!text.contains("Moses Frase") && !text.contains("1C1I7A6R"), "no agent and no record comes out");
}
