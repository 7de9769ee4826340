//! A table in the place of a log, as a script meets it where no server is asked: the printed question, an answer in a file.

use std::process::{Command, Output};

const ADDRESS: &str = "clickhouse://ana@127.0.0.1:8123/shop/log";
const COLUMNS: [&str; 8] = ["--case", "who", "--event", "what", "--time", "when", "--segment", "where"];
const STAGES: [&str; 4] = ["--stage", "Seen=visit", "--stage", "Bought=order"];

fn touchline(args: &[&str]) -> Output {
    let mut program = Command::new(env!("CARGO_BIN_EXE_touchline"));
    program.env("LC_ALL", "C");
    program.args(args).env("TOUCHLINE_CLICKHOUSE_PASSWORD", "hunter2").output().unwrap()
}

fn funnel(log: &str, more: &[&str]) -> Output {
    touchline(&[&["funnel", log], &COLUMNS[..], &STAGES, more].concat())
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8(bytes.to_vec()).unwrap()
}

#[test]
fn the_question_is_printed_and_no_server_is_asked() {
    let done = funnel(ADDRESS, &["--print-sql"]);
    let sql = text(&done.stdout);
    assert_eq!((done.status.code(), text(&done.stderr).as_str()), (Some(0), ""));
    assert!(sql.starts_with("SELECT\n") && sql.ends_with("FORMAT TabSeparated\n"), "{sql}");
    assert!(sql.contains("FROM `shop`.`log`\n") && sql.contains("toUnixTimestamp(`when`)"), "{sql}");
    assert!(!sql.contains("hunter2") && !sql.contains("ana"), "{sql}");
    let days = text(&funnel(ADDRESS, &["--print-sql", "--time-as", "date"]).stdout);
    assert!(days.contains("toUInt16(`when`)"), "{days}");
    assert_eq!(text(&funnel("clickhouse://elsewhere/shop/log", &["--print-sql"]).stdout), sql);
}

#[test]
fn an_answer_in_a_file_gives_figures() {
    let sql = text(&funnel(ADDRESS, &["--print-sql"]).stdout);
    let fingerprint = &sql.split_once("'touchline answer', '2 ").unwrap().1[..16];
    let lines = format!(
        "0\t\ttouchline answer\t2 {fingerprint}\t0\t0\t0\t0\t0\n1\t\t1\t\t2\t2\t2\t0\t0\n2\tweb\t\t\t2\t0\t0\t0\t0\n\
         4\t\t\t\t4\t1767225600000000\t1767225630000000\t0\t0\n5\tweb\t1\t\t2\t0\t0\t0\t0\n\
         5\tweb\t2\t\t1\t0\t0\t0\t0\n6\tweb\t1\t\t1\t30000000\t30000000\t30000000\t30000000\n\
         7\t\t1\t\t1\t30000000\t30000000\t30000000\t30000000\n9\t\tvisit\torder\t1\t0\t0\t0\t0\n\
         10\tweb\torder\t\t1\t0\t0\t0\t0\n10\tweb\tvisit\t\t1\t0\t0\t0\t0\n\
         11\tweb\tvisit\t\t2\t0\t0\t0\t0\n12\tweb\tvisit\t\t1\t0\t0\t0\t0\n13\tweb\tvisit\t\t1\t0\t0\t0\t0\n\
         16\tweb\t1\t\t1\t0\t0\t0\t0\n255\t\t\t\t14\t0\t0\t0\t0\n"
    );
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("answer.tsv");
    let read = |lines: &str, more: &[&str]| {
        std::fs::write(&file, lines).unwrap();
        funnel(ADDRESS, &[&["--from-result", file.to_str().unwrap()], more].concat())
    };
    let done = read(&lines, &["--json"]);
    assert_eq!(done.status.code(), Some(0), "{}", text(&done.stderr));
    assert!(text(&done.stderr).contains("\n  2: no customer\n"), "{}", text(&done.stderr));
    let json: serde_json::Value = serde_json::from_slice(&done.stdout).unwrap();
    assert_eq!(json["segments"][1]["stages"][0]["median_secs_to_next"], 30.0);
    assert_eq!(json["segments"][0]["stages"][0]["rate"], 0.5);
    assert_eq!((&json["source"]["file"], &json["ties"]), (&"shop.log".into(), &"name".into()));
    assert_eq!(json["rows"]["reasons"][0]["first_lines"], serde_json::json!([]));
    let shown = text(&read(&lines, &[]).stdout);
    assert!(shown.starts_with("shop.log: 3 of 5 rows used, 2026-01-01T00:00:00Z"), "{shown}");
    for (lines, says) in [
        (lines.replace("\n255\t\t\t\t14", "\n5\t\t"), "ends before its end"),
        (lines.replace("5\tweb\t2\t\t1\t", "5\tweb\t2\t\t9\t"), "does not add up"),
        (lines.replace(fingerprint, "0000000000000000"), "another question"),
        ("who,what\nk,visit\n".to_owned(), "no answer to a question"),
        (String::new(), "empty"),
    ] {
        let done = read(&lines, &["--json"]);
        assert_eq!((done.status.code(), done.stdout.len()), (Some(3), 0));
        assert!(text(&done.stderr).contains(says), "{}", text(&done.stderr));
    }
}

#[test]
fn each_way_to_fail_has_its_exit_code_and_no_password() {
    let map = concat!(env!("CARGO_MANIFEST_DIR"), "/examples/lumen-kids.ron");
    let nobody = std::net::TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().port();
    let nobody = format!("clickhouse://ana@127.0.0.1:{nobody}/shop/log");
    for (done, code, says) in [
        (funnel("clickhouse://ana:hunter2@127.0.0.1/shop/log", &[]), 2, "holds a password"),
        (funnel("clickhouse://127.0.0.1/shop", &[]), 2, "no table in it"),
        (funnel(ADDRESS, &["--print-sql", "--ties", "file"]), 2, "--ties name"),
        (funnel(ADDRESS, &["--print-sql", "--from-result", "x"]), 2, "--from-result"),
        (funnel("log.csv", &["--print-sql"]), 2, "go with a table"),
        (funnel("log.csv", &["--wait", "9"]), 2, "go with a table"),
        (funnel(ADDRESS, &["--swap-days", "--drop-duplicates"]), 2, "--swap-days, --drop-duplicates goes with"),
        (funnel(ADDRESS, &["--print-sql", "--lifecycle", "start"]), 2, "no server says which column"),
        (touchline(&["retention", ADDRESS]), 2, "only funnel, measure, compare and inspect ask"),
        (funnel(&nobody, &[]), 1, "no server answers there"),
        (funnel(ADDRESS, &["--from-result", "no such file"]), 3, "no such file"),
        (touchline(&["measure", map, ADDRESS, "--print-sql"]), 2, "--case, --event and --time"),
    ] {
        let said = text(&done.stderr);
        assert_eq!(done.status.code(), Some(code), "{said}");
        assert!(said.contains(says) && !said.contains("hunter2"), "{said}");
        assert!(done.stdout.is_empty());
    }
}
