//! Workbooks and folders on the command line, as a script meets them.
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

use serde_json::{Value, json};
use touchline_stand_in::{rows, workbook};

const HEADER: [&str; 4] = ["user", "event", "ts", "plan"];

fn run(arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_touchline"))
        .env("LC_ALL", "C")
        .args(arguments)
        .stdin(Stdio::null())
        .output()
        .unwrap()
}

fn funnel(log: &Path, more: &[&str]) -> Output {
    let columns = ["--case", "user", "--event", "event", "--time", "ts", "--stage", "See=home", "--stage", "Buy=buy"];
    run(&[&["funnel", log.to_str().unwrap()][..], &columns, more].concat())
}

fn json_of(output: &Output) -> Value {
    assert_eq!(output.status.code(), Some(0), "{}", stderr(output));
    serde_json::from_slice(&output.stdout).unwrap()
}

fn stderr(output: &Output) -> &str {
    std::str::from_utf8(&output.stderr).unwrap()
}

fn written(folder: &Path, name: &str, bytes: impl AsRef<[u8]>) -> PathBuf {
    let path = folder.join(name);
    std::fs::write(&path, bytes).unwrap();
    path
}

/// Three see it, two buy; a title stands above, a total below, and another sheet before.
fn book() -> Vec<u8> {
    let table = rows(
        3,
        &[
            &HEADER,
            &["101", "home", "@46023.5", "free"],
            &["101", "buy", "@46023.6", "free"],
            &["102", "home", "@46024.25", "paid"],
            &["103", "home", "@46025", "paid"],
            &["103", "buy", "@46025.125", "paid"],
            &["", "5", "", ""],
        ],
    );
    let events = rows(1, &[&["Weekly export"]]) + &table;
    workbook(&[("Read me", &rows(1, &[&["Made for the meeting"], &["on Monday"]])), ("Events", &events)])
}

#[test]
fn a_workbook_gives_the_figures_of_the_same_log_as_text() {
    let folder = tempfile::tempdir().unwrap();
    let text = "user,event,ts,plan\n101,home,2026-01-01 12:00:00,free\n101,buy,2026-01-01 14:24:00,free\n\
                102,home,2026-01-02 06:00:00,paid\n103,home,2026-01-03,paid\n103,buy,2026-01-03 03:00:00,paid\n";
    let from_text = json_of(&funnel(&written(folder.path(), "log.csv", text), &["--segment", "plan", "--json"]));
    let output = funnel(&written(folder.path(), "log.xlsx", book()), &["--segment", "plan", "--json"]);
    let from_book = json_of(&output);
    for part in ["segments", "transitions", "multi_segment_customers"] {
        assert_eq!(from_book[part], from_text[part]);
    }
    assert_eq!(from_book["source"]["last_time"], from_text["source"]["last_time"]);
    let reason = json!([{"reason": "no customer", "count": 1, "first_lines": [9]}]);
    assert_eq!((&from_book["rows"]["used"], &from_book["rows"]["reasons"]), (&json!(5), &reason));
    assert!(stderr(&output).contains("the sheet “Events” was taken; the workbook has: Read me, Events"));
}

#[test]
fn inspect_names_the_sheets_and_one_can_be_chosen() {
    let folder = tempfile::tempdir().unwrap();
    let log = written(folder.path(), "log.xlsx", book());
    let log = log.to_str().unwrap();
    let found = json_of(&run(&["inspect", log, "--json"]));
    assert_eq!((&found["sheet"], &found["sheets"]), (&json!("Events"), &json!(["Read me", "Events"])));
    assert_eq!((&found["rows"], &found["preamble_lines"]), (&json!(6), &json!(2)));
    let refused = run(&["inspect", log, "--sheet", "Event"]);
    assert_eq!(refused.status.code(), Some(2));
    assert!(stderr(&refused).contains("no sheet or table “Event”; it has: Read me, Events"));
    let other = run(&["inspect", log, "--sheet", "read me"]);
    assert!(String::from_utf8_lossy(&other.stdout).contains("sheet “Read me”"), "{}", stderr(&other));
}

#[test]
fn a_folder_is_one_log_with_its_lines_told_by_file() {
    let folder = tempfile::tempdir().unwrap();
    written(folder.path(), "1.csv", "user,event,ts\nu1,home,2026-01-01\nu2,home,2026-01-01\n");
    written(folder.path(), "2.csv", "event;ts;user\nbuy;2026-01-02;u1\n\nbuy;soon;u2\nbuy;2026-01-02;u1\n");
    let output = funnel(folder.path(), &["--json"]);
    let report = json_of(&output);
    assert_eq!(report["segments"][0]["stages"][0]["reached"], 2);
    assert_eq!(report["segments"][0]["stages"][1]["reached"], 1);
    let reasons = &report["rows"]["reasons"];
    assert_eq!(
        *reasons,
        json!([{"reason": "the time cannot be read", "count": 1, "first_lines": [4], "first_files": ["2.csv"]}])
    );
    assert!(stderr(&output).contains("the time cannot be read (2.csv, line 4)"), "{}", stderr(&output));
    let found = json_of(&run(&["inspect", folder.path().to_str().unwrap(), "--json"]));
    assert_eq!(found["files"], json!(["1.csv", "2.csv"]));
    assert_eq!((&found["problems"][0]["line"], &found["problems"][0]["file"]), (&json!(4), &json!("2.csv")));
    assert_eq!(report["repeated_rows"], 1);
    assert!(
        stderr(&output).contains("1 row has the customer, event, time and segment of another"),
        "{}",
        stderr(&output)
    );
    let fewer = funnel(folder.path(), &["--json", "--drop-duplicates"]);
    assert_eq!(json_of(&fewer).get("repeated_rows"), None);
    assert!(stderr(&fewer).contains("1 row was an exact duplicate"), "{}", stderr(&fewer));
    assert_eq!(json_of(&fewer)["rows"]["read"], 4);
}

#[test]
fn files_with_other_columns_are_refused_with_the_difference() {
    let folder = tempfile::tempdir().unwrap();
    written(folder.path(), "1.csv", "user,event,ts\nu1,home,2026-01-01\n");
    written(folder.path(), "2.csv", "user,step,ts\nu1,home,2026-01-01\n");
    let refused = funnel(folder.path(), &[]);
    assert_eq!(refused.status.code(), Some(3));
    assert!(stderr(&refused).contains("“2.csv” has other columns than “1.csv”"), "{}", stderr(&refused));
    assert!(stderr(&refused).contains("it lacks “event” and has “step” besides"), "{}", stderr(&refused));
}
