//! `touchline funnel` as a script meets it: what is on standard output, what on standard error, and the exit code.

use std::io::Write;
use std::process::{Command, Output, Stdio};

const LOG: &str = "who,what,when,where\n\
                   k,visit,2024-01-01 10:00:00,web\n\
                   k,order,2024-01-01 10:00:30,web\n\
                   m,visit,2024-01-02,app\n\
                   ,visit,2024-01-02,app\n";

const COLUMNS: [&str; 6] = ["--case", "who", "--event", "what", "--time", "when"];

fn funnel(log: &str, more: &[&str]) -> Output {
    let mut child = Command::new(env!("CARGO_BIN_EXE_touchline"))
        .env("LC_ALL", "C")
        .args(["funnel", "-"])
        .args(COLUMNS)
        .args(more)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    // A command that refuses its flags closes the pipe unread.
    let _ = child.stdin.take().unwrap().write_all(log.as_bytes());
    child.wait_with_output().unwrap()
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8(bytes.to_vec()).unwrap()
}

#[test]
fn json_alone_is_on_standard_output_and_rejected_rows_on_the_other() {
    let done = funnel(LOG, &["--segment", "where", "--stage", "Seen=visit", "--stage", "Bought=order|gift", "--json"]);
    assert_eq!(done.status.code(), Some(0));
    let out = text(&done.stdout);
    assert!(out.ends_with("}\n") && out.matches('\n').count() == 1);
    let json: serde_json::Value = serde_json::from_str(&out).unwrap();
    let keys: Vec<_> = out.match_indices("\":").filter_map(|(at, _)| out[..at].rsplit('"').next()).collect();
    assert_eq!(&keys[..4], ["rows", "read", "used", "rejected"]);
    assert_eq!(json["rows"]["reasons"][0]["first_lines"], serde_json::json!([5]));
    assert_eq!(json["segments"][0]["stages"][0]["reached"], 2);
    assert_eq!(json["segments"][0]["stages"][0]["median_secs_to_next"], 30.0);
    assert_eq!(json["segments"][1]["segment"], "app");
    assert_eq!(json["ties"], "file");
    let said = text(&done.stderr);
    assert!(said.contains("1 of 4 rows could not be used") && said.contains("warning: that is 25.0 %"), "{said}");
    assert!(said.contains("the event “gift” never occurs"), "{said}");
}

#[test]
fn an_event_that_is_named_with_an_accent_of_two_characters_is_not_told_as_missing() {
    let log = "who,what,when\nk,achat \u{e9},2024-01-01\nm,achat e\u{301},2024-01-02\n";
    for named in ["achat \u{e9}", "achat e\u{301}", " achat \u{e9}\u{a0}"] {
        let done = funnel(log, &["--stage", &format!("Bought={named}"), "--json"]);
        let json: serde_json::Value = serde_json::from_str(&text(&done.stdout)).unwrap();
        assert_eq!((&json["segments"][0]["stages"][0]["reached"], text(&done.stderr).as_str()), (&2.into(), ""));
    }
}

#[test]
fn page_addresses_for_events_are_grouped_and_told() {
    let mut log = "who,what,when\nk,order,2024-01-02\n".to_owned();
    (0..1500).for_each(|n| log += &format!("k,/page?{n},2024-01-01\n"));
    let stages = ["--stage", "Page=/page?1499", "--stage", "Bought=order", "--json"];
    let done = funnel(&log, &stages);
    let json: serde_json::Value = serde_json::from_str(&text(&done.stdout)).unwrap();
    assert_eq!(
        (&json["segments"][0]["stages"][1]["reached"], &json["other_events"]),
        (&1.into(), &serde_json::Value::Null)
    );
    let grouped = serde_json::json!([{"column": "event", "name": "/page", "different": 1499, "kinds": ["query"]}]);
    assert_eq!(json["grouped_names"], grouped);
    let said = text(&done.stderr);
    assert!(
        said.contains("1,499 different events look personal") && said.contains("“/page” (--keep-names=query shows"),
        "{said}"
    );
    assert_eq!(funnel(&log, &[&stages[..], &["--keep-names=names"]].concat()).status.code(), Some(2));
    let done = funnel(&log, &[&stages[..], &["--keep-names=mail,query"]].concat());
    let json: serde_json::Value = serde_json::from_str(&text(&done.stdout)).unwrap();
    assert_eq!(
        (&json["grouped_names"][0]["name"], &json["grouped_names"][0]["kinds"][0]),
        (&"/page?:id".into(), &"id".into())
    );
    let done = funnel(&log, &[&stages[..], &["--keep-names"]].concat());
    let json: serde_json::Value = serde_json::from_str(&text(&done.stdout)).unwrap();
    assert_eq!(json["segments"][0]["stages"][1]["reached"], 1);
    assert_eq!(json["other_events"], serde_json::json!({"different": 1501, "told_apart": 1001, "rows": 500}));
    let said = text(&done.stderr);
    assert!(said.contains("1,501 different events: 1,001 of them are told apart"), "{said}");
    assert!(said.contains("the other 500 rows are counted together as “(other events)”"), "{said}");
}

#[test]
fn a_second_file_gives_each_row_its_columns_by_an_id() {
    let folder = tempfile::tempdir().unwrap();
    let deals = folder.path().join("deals.csv");
    std::fs::write(&deals, "who;plan\nk;gold\nm;none yet\nx;silver\n").unwrap();
    let stages = ["--stage", "Seen=visit", "--stage", "Bought=order", "--json", "--segment", "plan"];
    let done = funnel(LOG, &[&stages[..], &["--join", deals.to_str().unwrap(), "--on", "who"]].concat());
    let json: serde_json::Value = serde_json::from_str(&text(&done.stdout)).unwrap();
    assert_eq!(
        (&json["segments"][1]["segment"], &json["segments"][1]["stages"][1]["reached"]),
        (&"gold".into(), &1.into())
    );
    let said = text(&done.stderr);
    assert!(said.contains("rows without a partner there: 1 of 4; its ids without a row here: 1 of 3"), "{said}");
    assert_eq!(json["rows"]["reasons"][0]["first_lines"], serde_json::json!([5]));
    assert_eq!(funnel(LOG, &[&stages[..], &["--on", "who"]].concat()).status.code(), Some(2));
}

#[test]
fn text_has_the_same_counts() {
    let done = funnel(LOG, &["--stage", "Seen=visit", "--stage", "Bought=order", "--ties", "name"]);
    let out = text(&done.stdout);
    assert!(out.contains("Seen          2        1  50.0 %"), "{out}");
    assert!(out.contains("by the event's name; for stages"), "{out}");
    assert!(out.contains("Left out  1 of 4 rows: 1 no customer"), "{out}");
}

#[test]
fn the_way_of_counting_is_chosen_by_flags_and_told() {
    let stages = ["--stage", "Bought=order", "--stage", "Seen=visit"];
    let reached = |more: &[&str]| {
        let done = funnel(LOG, &[&stages[..], &["--json"], more].concat());
        let json: serde_json::Value = serde_json::from_str(&text(&done.stdout)).unwrap();
        let stages = &json["segments"][0]["stages"];
        (stages[0]["reached"].as_u64().unwrap(), stages[1]["reached"].as_u64().unwrap(), json["counting"].clone())
    };
    let counting = serde_json::json!({"order": "ordered", "scope": "closed", "window_secs": null, "as_of": null});
    assert_eq!(reached(&[]), (1, 0, counting));
    assert_eq!(reached(&["--order", "any"]).1, 1);
    // m alone: k's visit is before its order.
    assert_eq!(reached(&["--scope", "open"]).1, 1);
    assert_eq!(reached(&["--scope", "open", "--order", "any"]).1, 2);
    assert_eq!(reached(&["--as-of", "2024-01-01", "--scope", "open", "--order", "any"]).1, 1);
    let (_, _, counting) = reached(&["--window", "30d"]);
    assert_eq!(counting["window_secs"], 2_592_000);
    let seen = ["--stage", "Seen=visit", "--stage", "Bought=order"];
    for (window, bought) in [("30s", "  Bought        1"), ("29s", "  Bought        0")] {
        let out = text(&funnel(LOG, &[&seen[..], &["--window", window]].concat()).stdout);
        assert!(out.contains(bought) && out.contains("Window"), "{out}");
    }
    let refused = funnel(LOG, &[&seen[..], &["--window", "soon"]].concat());
    assert_eq!(refused.status.code(), Some(2));
}

#[test]
fn a_log_that_outgrows_the_memory_is_told_before_and_gives_the_same_figures() {
    let row = |n: usize| {
        let (hour, minute, second) = (n / 3600, n / 60 % 60, n % 60);
        format!("k{},{},2024-01-01 {hour:02}:{minute:02}:{second:02},web\n", n % 3, ["visit", "order"][n % 2])
    };
    let log = format!("who,what,when,where\n{}", (0..30_000).map(row).collect::<String>());
    let stages = ["--stage", "Seen=visit", "--stage", "Bought=order", "--json"];
    let whole = funnel(&log, &stages);
    let spilled = funnel(&log, &[&stages[..], &["--memory-limit", "100k"]].concat());
    assert_eq!(text(&whole.stderr), "");
    let said = text(&spilled.stderr);
    assert!(said.contains("480 kB of memory, more than the limit of 100 kB"), "{said}");
    assert!(whole.status.success() && whole.stdout == spilled.stdout);
    assert_eq!(funnel(&log, &[&stages[..], &["--memory-limit", "lots"]].concat()).status.code(), Some(2));
}

#[test]
fn each_way_to_fail_has_its_exit_code() {
    let stage = ["--stage", "Seen=visit"];
    for (log, more, code, says) in [
        (LOG, vec!["--segment", "region", "--stage", "Seen=visit"], 2, "who, what, when, where"),
        (LOG, vec!["--stage", "A=visit", "--stage", "B=visit"], 2, "in two stages"),
        (LOG, vec!["--stage", "visit"], 2, "is no stage"),
        (LOG, vec![], 2, "--stage"),
        (LOG, vec!["--stage", "A=visit", "--speed"], 2, "--speed"),
        ("", stage.to_vec(), 3, "empty"),
        ("who,what,when,where\n", stage.to_vec(), 3, "no row"),
        ("who,what,when,where\n,visit,2024-01-01,web\n", stage.to_vec(), 3, "none of 1 rows"),
        ("<!DOCTYPE html><html><body>Sign in</body></html>", stage.to_vec(), 3, "touchline"),
    ] {
        let done = funnel(log, &more);
        let said = text(&done.stderr);
        assert_eq!(done.status.code(), Some(code), "{more:?}: {said}");
        assert!(said.contains(says), "{more:?}: {said}");
        assert!(done.stdout.is_empty());
    }
}

#[test]
fn a_missing_file_is_bad_input() {
    let done = Command::new(env!("CARGO_BIN_EXE_touchline"))
        .env("LC_ALL", "C")
        .args(["funnel", "no such log.csv", "--stage", "Seen=visit"])
        .args(COLUMNS)
        .output()
        .unwrap();
    assert_eq!(done.status.code(), Some(3));
    assert!(text(&done.stderr).contains("no such file"));
}

#[test]
fn the_time_between_start_and_completion_of_an_activity_is_told() {
    let mut log = "who,what,when,lifecycle:transition\n".to_owned();
    for (nth, minutes) in [10, 20, 30, 40].into_iter().enumerate() {
        log += &format!("k{nth},Review,2024-01-01 10:00:00,start\nk{nth},Review,2024-01-01 10:{minutes}:00,complete\n");
    }
    log += "k0,Pay,2024-01-01 11:00:00,start\n";
    let stages = ["--stage", "Seen=Review"];
    let json = |done: &Output| serde_json::from_str::<serde_json::Value>(&text(&done.stdout)).unwrap();
    // Nine of ten: 30 minutes and seven tenths of the way to 40.
    let expected = serde_json::json!([
        {"event": "Pay", "times": 0, "median_secs": null, "p90_secs": null, "only_started": 1, "only_completed": 0},
        {"event": "Review", "times": 4, "median_secs": 1500.0, "p90_secs": 2220.0, "only_started": 0, "only_completed": 0},
    ]);
    let done = funnel(&log, &[&stages[..], &["--json"]].concat());
    assert_eq!(json(&done)["activities"], expected, "{}", text(&done.stderr));
    let both = funnel(&log, &[&stages[..], &["--json", "--lifecycle", "all"]].concat());
    assert_eq!(json(&both)["activities"], serde_json::Value::Null);
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("log.csv");
    std::fs::write(&file, log.replacen("who,what,when", "user,event,time", 1)).unwrap();
    let inspect = |more: &[&str]| {
        let mut command = Command::new(env!("CARGO_BIN_EXE_touchline"));
        command.env("LC_ALL", "C").arg("inspect").arg(&file).args(more).output().unwrap()
    };
    assert_eq!(json(&inspect(&["--json"]))["activities"], expected);
    let is_row = |line: &str| line.split_whitespace().eq("Review 4 25 min 37 min 0 0".split(' '));
    for told in [text(&funnel(&log, &stages).stdout), text(&inspect(&[]).stdout)] {
        assert!(told.lines().any(is_row), "{told}");
    }
}
