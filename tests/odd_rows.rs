//! Whatever `inspect` tells of a row that was lost or guessed, each command tells that counts by it.

use std::collections::BTreeSet;
use std::path::Path;
use std::process::{Command, Output};

fn ask(folder: &Path, args: &[&str]) -> Output {
    let mut program = Command::new(env!("CARGO_BIN_EXE_touchline"));
    program.env("LC_ALL", "C").env("TOUCHLINE_STATE", folder.join("state")).current_dir(folder);
    program.args(args).output().unwrap()
}

/// The lines on which `inspect` finds something.
fn inspected(folder: &Path, file: &str) -> BTreeSet<u64> {
    let done = ask(folder, &["inspect", file, "--encoding", "UTF-8", "--json"]);
    let answer: serde_json::Value = serde_json::from_slice(&done.stdout).unwrap();
    answer["problems"].as_array().unwrap().iter().map(|problem| problem["line"].as_u64().unwrap()).collect()
}

/// The lines that a command names on standard error: `(line 7)`, `(lines 2, 3, …)`.
fn told(folder: &Path, args: &[&str]) -> BTreeSet<u64> {
    let done = ask(folder, args);
    let said = String::from_utf8(done.stderr).unwrap();
    let bracketed =
        said.split('(').filter_map(|rest| rest.strip_prefix("line")).filter_map(|rest| rest.split(')').next());
    bracketed
        .flat_map(|lines| lines.split(|c: char| !c.is_ascii_digit()).filter_map(|line| line.parse().ok()))
        .collect()
}

/// A file of so many plain rows, with odd ones among them.
fn write(folder: &Path, name: &str, header: &str, plain: impl Fn(u32) -> String, odd: &[&[u8]]) {
    let mut text = header.as_bytes().to_vec();
    for nth in 0..30 {
        text.extend(plain(nth).into_bytes());
        text.extend(odd.get(nth as usize).copied().unwrap_or_default());
    }
    std::fs::write(folder.join(name), text).unwrap();
}

#[test]
fn each_command_that_counts_tells_of_the_rows_that_inspect_finds_odd() {
    let folder = tempfile::tempdir().unwrap();
    let folder = folder.path();
    let event = |nth: u32| {
        format!("u{nth},{},2026-03-{:02} 10:00:00,web,fine\n", ["view", "buy"][nth as usize % 2], nth % 28 + 1)
    };
    let odd: [&[u8]; 9] = [
        b"u1,view,2026-03-01 10:00:00,web,\"big\" deal\n",
        b"u2,view,2026-03-01 10:00:00,web,\"never closed\n",
        b"u3,view,2026-03-01 10:00:00,web\n",
        b"u4,view,2026-03-01 10:00:00,web,fine,and more\n",
        b"u5,view,2026-03-01 10:00:00,web,caf\xE9\xE9\xE9\n",
        b"u6,view,2026-03-01 10:00:00,web,\0\n",
        b",view,2026-03-01 10:00:00,web,fine\n",
        b"u7,view,never,web,fine\n",
        b"user,event,time,segment,note\n",
    ];
    write(folder, "log.csv", "user,event,time,segment,note\n", event, &odd);
    let found = inspected(folder, "log.csv");
    assert_eq!(found.len(), odd.len(), "{found:?}");
    let columns = ["--case", "user", "--event", "event", "--time", "time", "--encoding", "UTF-8"];
    let stages = ["--stage", "A=view", "--stage", "B=buy"];
    std::fs::copy("examples/lumen-kids.ron", folder.join("map.ron")).unwrap();
    for args in [
        [&["funnel", "log.csv"], &columns[..], &stages].concat(),
        [&["compare", "log.csv", "--segment", "segment"], &columns[..], &stages].concat(),
        [&["measure", "map.ron", "log.csv"], &columns[..], &stages].concat(),
        [&["retention", "log.csv", "--case", "user", "--time", "time"], &columns[6..]].concat(),
    ] {
        let told = told(folder, &args);
        assert!(found.is_subset(&told), "{args:?} does not tell of {:?}", found.difference(&told).collect::<Vec<_>>());
    }

    let answer = |nth: u32| format!("{},web,fine\n", nth % 11);
    let odd: [&[u8]; 4] = [b"9,web,\"big\" deal\n", b"9,web\n", b"9,web,fine,and more\n", b"9,web,\"never closed\n"];
    write(folder, "answers.csv", "How likely are you to recommend us?,segment,comment\n", answer, &odd);
    let found = inspected(folder, "answers.csv");
    assert_eq!(found.len(), odd.len(), "{found:?}");
    for args in
        [&["read", "answers.csv"][..], &["measure", "map.ron", "answers.csv"], &["scorecard", "map.ron", "answers.csv"]]
    {
        assert!(found.is_subset(&told(folder, args)), "{args:?}");
    }

    let customer = |nth: u32| format!("u{nth},2026-01-{:02},2026-03-{:02},,yes\n", nth % 28 + 1, nth % 28 + 1);
    let odd: [&[u8]; 4] = [
        b"v1,2026-01-01,2026-03-02,2026-03-20,\"y\" es\n",
        b"v2,2026-01-01,2026-03-02,\n",
        b"v3,2026-01-01,2026-03-02,,yes,and more\n",
        b"v4,2026-01-01,2026-03-02,,\"yes\n",
    ];
    write(folder, "customers.csv", "user_id,signup_date,last_login,cancelled_on,consent\n", customer, &odd);
    let found = inspected(folder, "customers.csv");
    assert_eq!(found.len(), odd.len(), "{found:?}");
    for args in [&["at-risk", "customers.csv"][..], &["retention", "customers.csv"]] {
        assert!(found.is_subset(&told(folder, args)), "{args:?}");
    }
}
