//! Exports of products, in small files of ours in their shapes: each is known by its name in `inspect` and says what it cannot tell.

use std::path::PathBuf;
use std::process::Command;

use serde_json::Value;
use touchline::behaviour::exports;
use touchline::behaviour::recognise::{Overrides, recognise};
use touchline::behaviour::source::Source;

fn fixture(word: &str) -> PathBuf {
    PathBuf::from(format!("{}/tests/fixtures/exports/{word}.csv", env!("CARGO_MANIFEST_DIR")))
}

fn inspect(word: &str, more: &[&str]) -> String {
    let done = Command::new(env!("CARGO_BIN_EXE_touchline"))
        .env("LC_ALL", "C")
        .arg("inspect")
        .arg(fixture(word))
        .args(more)
        .output()
        .unwrap();
    assert!(done.status.success(), "{word}: {}", String::from_utf8_lossy(&done.stderr));
    String::from_utf8(done.stdout).unwrap()
}

#[test]
fn each_export_has_a_file_in_its_shape_that_is_known_and_says_what_it_cannot_tell() {
    for export in exports::all() {
        let source = Source::open(&fixture(export.word)).unwrap();
        let found = recognise(&source, &Overrides::default()).unwrap();
        assert_eq!(found.export.map(|found| found.word), Some(export.word));
        assert!(found.told.iter().any(|told| told.contains(export.cannot())), "{}: {:?}", export.word, found.told);
        assert!(found.dialect.header && found.columns.len() > 1, "{}", export.word);
    }
}

#[test]
fn inspect_names_the_export_in_its_text_and_in_its_json() {
    assert!(inspect("hubspot-deals", &[]).contains(
        "  an export of HubSpot deals: HubSpot keeps only the last entry into a stage: loops are invisible here\n"
    ));
    let answer: Value = serde_json::from_str(&inspect("mixpanel-events", &["--json"])).unwrap();
    assert_eq!(answer["export"]["name"], "mixpanel-events");
    let roles: Vec<_> = answer["columns"].as_array().unwrap().iter().map(|column| column["role"].clone()).collect();
    assert_eq!(roles[..3], ["event", "time", "case"]);
    let answer: Value = serde_json::from_str(&inspect("ga4-funnel", &["--json"])).unwrap();
    assert_eq!((&answer["export"]["name"], &answer["shape"]["name"]), (&"ga4-funnel".into(), &"ga4-funnel".into()));
    let other = serde_json::from_str::<Value>(&inspect("qualtrics-answers", &["--json"])).unwrap();
    assert_eq!(other["columns"][5]["name"], "How satisfied are you\nwith the app?");
}

#[test]
fn the_report_of_a_campaign_counts_its_variants_by_stage() {
    let read = |text: &str, name: &str| -> Value {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join(name);
        std::fs::write(&file, text).unwrap();
        let mut command = Command::new(env!("CARGO_BIN_EXE_touchline"));
        let done = command.env("LC_ALL", "C").arg("read").arg(&file).arg("--json").output().unwrap();
        serde_json::from_slice(&done.stdout).unwrap_or_else(|_| panic!("{}", String::from_utf8_lossy(&done.stderr)))
    };
    let reached = |answer: &Value, segment: usize| -> Vec<u64> {
        let segment = &answer["funnel"]["segments"][segment];
        segment["stages"].as_array().unwrap().iter().map(|stage| stage["reached"].as_u64().unwrap()).collect()
    };
    let text = std::fs::read_to_string(fixture("mailchimp-report")).unwrap();
    let both = read(&text, "report.csv");
    assert_eq!(both["shape"], "stage-counts");
    assert_eq!(both["funnel"]["segments"][2]["segment"], "Combination 2");
    assert_eq!([reached(&both, 0), reached(&both, 2)], [[3501, 3484, 342, 64], [1750, 1742, 201, 44]]);
    // A campaign without variants has one block.
    let (one, _) = text.split_once("\"Combination 2 Stats\"").unwrap();
    let one = read(&one.replace("Combination 1", "Overall"), "report.csv");
    assert_eq!((one["funnel"]["segments"].as_array().unwrap().len(), reached(&one, 0)), (1, vec![1751, 1742, 141, 20]));
}
