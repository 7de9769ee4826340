//! No command speaks to a network, but to a database that is named as its log: each one, watched from outside by strace.
//!
//! Skipped, and said so, where there is no strace or it may not watch.

use std::collections::BTreeSet;
use std::path::Path;
use std::process::{Command, Stdio};

use touchline::edit::templates::Template;
use touchline::model::IdSource;
use touchline::store::to_text;

const COUNTS: &str = "stage,users\nAwareness,100\nDecision,40\n";
const CUSTOMERS: &str = include_str!("fixtures/customers.csv");
const TABLE: &str = "clickhouse://user@127.0.0.1:9/shop/events";

/// A hundred customers in two audiences, of whom each next one goes a step less far, on two days.
fn log() -> String {
    let steps = ["awareness", "plans_page", "paid"];
    let row = |customer: usize| {
        let audience = if customer.is_multiple_of(2) { "families" } else { "others" };
        let of = move |(day, step)| format!("c{customer},{step},2026-10-0{} 10:00:00,{audience}\n", day + 1);
        steps.iter().take(1 + customer % 3).enumerate().map(of).collect::<String>()
    };
    format!("customer_id,event,time,audience\n{}", (0..100).map(row).collect::<String>())
}

/// What is run of each command, in a folder with a map, a log, counts and customers.
const RUNS: [&str; 28] = [
    "export map.ron -o map.pdf",
    "export map.ron -o map.png",
    "export map.ron -o map.svg",
    "export map.ron -o map.xlsx",
    "export map.ron -o map.csv --table register",
    "export map.ron -o map.json",
    "export map.ron -o map.md",
    "export map.ron -o map.mmd",
    "export map.ron -o map.canvas",
    "check map.ron",
    "recover --list",
    "contents map.ron --json",
    "scrub map.ron -o client.ron --also pdf,png,svg",
    "sheet map.ron -o sheet.csv",
    "sheet map.ron -o sheet.xlsx",
    "inspect log.csv --json",
    "funnel log.csv --case customer_id --event event --time time --segment audience --stage See=awareness --stage Pay=paid",
    "compare log.csv --case customer_id --event event --time time --segment audience --stage See=awareness --stage Pay=paid",
    "retention log.csv --case customer_id --event event --time time",
    "read counts.csv",
    "measure map.ron log.csv --stage Awareness=awareness --stage Decision=paid -o measured.ron",
    "leaks measured.ron",
    "changes measured.ron",
    "diff map.ron measured.ron",
    "merge map.ron map.ron measured.ron -o merged.ron",
    "scorecard map.ron",
    "at-risk customers.csv",
    "export measured.ron -o measured.pdf",
];

/// Runs the program under strace: what it asked of sockets, and whether it ended well.
fn watched(folder: &Path, arguments: &str) -> (String, Option<i32>, String) {
    let trace = folder.join("trace");
    let output = Command::new("strace")
        .args(["-f", "-qq", "-e", "trace=%network", "-o"])
        .arg(&trace)
        .arg(env!("CARGO_BIN_EXE_touchline"))
        .args(arguments.split(' '))
        .current_dir(folder)
        .env("TOUCHLINE_STATE", folder.join("state"))
        .env("LC_ALL", "C")
        .stdin(Stdio::null())
        .output()
        .unwrap();
    let told = String::from_utf8_lossy(&output.stderr).into_owned();
    (std::fs::read_to_string(trace).unwrap_or_default(), output.status.code(), told)
}

fn can_be_watched() -> bool {
    let tried = Command::new("strace").args(["-f", "-qq", "-o", "/dev/null", "true"]).output();
    tried.is_ok_and(|tried| tried.status.success())
}

/// The names of all commands, as the program lists them.
fn commands() -> BTreeSet<String> {
    let help = Command::new(env!("CARGO_BIN_EXE_touchline")).args(["--language", "en", "--help"]).output().unwrap();
    let help = String::from_utf8(help.stdout).unwrap();
    let listed = help.lines().skip_while(|line| *line != "Commands:").skip(1).take_while(|line| !line.is_empty());
    listed.filter_map(|line| line.split_whitespace().next()).map(str::to_owned).collect()
}

#[test]
fn no_command_opens_a_socket_but_for_a_database_that_is_named() {
    let run: BTreeSet<String> = RUNS.iter().filter_map(|run| run.split(' ').next()).map(str::to_owned).collect();
    assert_eq!(run, commands(), "each command is watched");
    if !can_be_watched() {
        return eprintln!("skipped: there is no strace here, or it may not watch");
    }
    let desk = tempfile::tempdir().unwrap();
    let map = Template::StreamingSubscriber.build(&mut IdSource::seeded(4));
    for (name, text) in
        [("map.ron", to_text(&map).as_str()), ("log.csv", &log()), ("counts.csv", COUNTS), ("customers.csv", CUSTOMERS)]
    {
        std::fs::write(desk.path().join(name), text).unwrap();
    }
    for run in RUNS {
        let (asked, code, told) = watched(desk.path(), run);
        assert_eq!(code, Some(0), "{run}: {told}");
        assert_eq!(asked, "", "{run}");
    }
    // What is looked for can be seen.
    let (asked, code, _) = watched(desk.path(), &format!("inspect {TABLE}"));
    assert!(asked.contains("AF_INET") && asked.contains("127.0.0.1"), "{asked}");
    assert_ne!(code, Some(0));
}
