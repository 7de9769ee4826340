//! `touchline compare`, `retention` and `at-risk` as a script meets them.

use std::io::Write;
use std::path::Path;
use std::process::{Command, Output, Stdio};

use serde_json::Value;
use touchline_words::say;

fn run(args: &[&str], input: &str) -> Output {
    let mut child = Command::new(env!("CARGO_BIN_EXE_touchline"))
        .env("LC_ALL", "C")
        .args(args)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    // A command that refuses its flags closes the pipe unread.
    let _ = child.stdin.take().unwrap().write_all(input.as_bytes());
    child.wait_with_output().unwrap()
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8(bytes.to_vec()).unwrap()
}

fn json(output: &Output) -> Value {
    assert_eq!(output.status.code(), Some(0), "{}", text(&output.stderr));
    let out = text(&output.stdout);
    assert!(out.ends_with("}\n") && out.matches('\n').count() == 1, "{out}");
    serde_json::from_str(&out).unwrap()
}

/// 100 fans of whom 70 leave, 100 families of whom 30 do, and 10 others.
fn log() -> String {
    let mut log = "who,what,when,where\n".to_owned();
    let mut customer = |name: &str, nth: usize, goes_on: bool| {
        log += &format!("{name}{nth},visit,2024-01-01,{name}\n");
        if goes_on {
            log += &format!("{name}{nth},order,2024-01-02,{name}\n");
        }
    };
    (0..100).for_each(|nth| customer("fans", nth, nth >= 70));
    (0..100).for_each(|nth| customer("families", nth, nth >= 30));
    (0..10).for_each(|nth| customer("others", nth, nth >= 5));
    log
}

const COMPARE: [&str; 14] = [
    "compare",
    "-",
    "--case",
    "who",
    "--event",
    "what",
    "--time",
    "when",
    "--segment",
    "where",
    "--stage",
    "Seen=visit",
    "--stage",
    "Bought=order",
];

#[test]
fn compare_names_the_stage_at_which_segments_differ_and_leaves_small_ones_out() {
    let answer = json(&run(&[&COMPARE[..], &["--json"]].concat(), &log()));
    assert_eq!((answer["tests"].as_u64(), answer["small_groups"]["customers"].as_u64()), (Some(1), Some(30)));
    let pair = &answer["pairs"][0];
    assert_eq!([&pair["first"], &pair["second"], &pair["verdict"]], ["families", "fans", "differ"]);
    let stage = &pair["stages"][0];
    assert!((stage["difference"].as_f64().unwrap() + 0.4).abs() < 1e-12);
    assert!(stage["p_holm"].as_f64().unwrap() < 1e-6);
    for pair in &answer["pairs"].as_array().unwrap()[1..] {
        assert_eq!((&pair["verdict"], &pair["stages"][0]["difference"]), (&"too_few".into(), &Value::Null));
    }
    let said = text(&run(&COMPARE, &log()).stdout);
    assert!(said.contains("differ at Seen, −40 points, −51 to −26"), "{said}");
    assert!(said.contains("too few to compare") && said.contains("Holm"), "{said}");
    let bold = json(&run(&[&COMPARE[..], &["--least-customers", "10", "--json"]].concat(), &log()));
    assert_eq!(bold["tests"], 3);
}

#[test]
fn compare_needs_segments() {
    let without: Vec<&str> = COMPARE.iter().copied().filter(|arg| !["--segment", "where"].contains(arg)).collect();
    let refused = run(&without, &log());
    assert_eq!(refused.status.code(), Some(2));
    assert!(text(&refused.stderr).contains("--segment"));
}

/// Two arms over two days: 2,000 came to each, and 300 of one and 390 of the other clicked.
fn arms(folder: &Path, header: &str, first: [&str; 2], second: [&str; 2]) {
    for (name, [before, rows]) in [("control_group.csv", first), ("test_group.csv", second)] {
        let rows: String = rows.split(' ').map(|row| format!("{before}{row}\n")).collect();
        std::fs::write(folder.join(name), format!("{header}\n{rows}")).unwrap();
    }
}

#[test]
fn arms_of_counts_are_compared_by_the_same_tests_as_segments() {
    let folder = tempfile::tempdir().unwrap();
    let answer = |header: &str, first: [&str; 2], second: [&str; 2]| {
        arms(folder.path(), header, first, second);
        let output = run(&["compare", folder.path().to_str().unwrap(), "--json"], "");
        (json(&output), text(&output.stderr))
    };
    let expect = |(answer, said): (Value, String), names: [&str; 2]| {
        let pair = &answer["pairs"][0];
        assert_eq!([&pair["first"], &pair["second"], &pair["verdict"]], [names[0], names[1], "differ"], "{said}");
        // 1,700 and 1,610 of 2,000 did not click.
        let stage = &pair["stages"][0];
        let [difference, low, high] = ["difference", "low", "high"].map(|name| stage[name].as_f64().unwrap());
        assert!((difference - 0.045).abs() < 1e-12 && low > 0.0 && high < 0.1 && low < high, "{stage}");
        assert_eq!((stage["test"].as_str(), answer["tests"].as_u64()), (Some("z"), Some(2)));
    };
    // By the names of the files, in a wide table and in a long one, and by a column that says the same or more.
    let (old, new) = ("2026-01-01,1000,140,20 2026-01-02,1000,160,10", "2026-01-01,1000,190,21 2026-01-02,1000,200,30");
    let found = answer("date,visits,clicks,orders", ["", old], ["", new]);
    assert!(found.1.contains("the files are read as segments") && found.1.contains("“control”, “test”"), "{}", found.1);
    expect(found, ["control", "test"]);
    let found = answer("arm,date,visits,clicks,orders", ["Old site,", old], ["New site,", new]);
    assert!(
        found.1.contains(&say!(shape_told_arms_column, names = "“control”, “test”", column = "“arm”")),
        "{}",
        found.1
    );
    assert!(!found.1.contains("files are read as segments"), "{}", found.1);
    expect(found, ["Old site", "New site"]);
    // A column that has the same values in both files adds to what the files say, or says nothing.
    let of_channels = |second: &str| {
        let rows = |first: &str, last: &str| format!("Mail,2026-01-01,{first} {second},2026-01-02,{last}");
        let (old, new) = (rows("1000,140,20", "1000,160,10"), rows("1000,190,21", "1000,200,30"));
        answer("variant,date,visits,clicks,orders", ["", &old], ["", &new])
    };
    let ((both, told), (same, told_of_same)) = (of_channels("Web"), of_channels("Mail"));
    let names = |answer: &Value| answer["pairs"].as_array().unwrap().len();
    assert!(told.contains(&say!(shape_told_arms_both, names = "“control”, “test”", column = "“variant”")), "{told}");
    assert_eq!(names(&both), 6, "four segments: {both}");
    assert!(told_of_same.contains(&say!(shape_told_arms, names = "“control”, “test”")), "{told_of_same}");
    assert_eq!(names(&same), 1, "{same}");
    let (old, new) = ("visit,2000 click,300 order,30", "visit,2000 click,390 order,51");
    expect(answer("stage,users", ["", old], ["", new]), ["control", "test"]);
    let said = text(&run(&["compare", folder.path().to_str().unwrap()], "").stdout);
    assert!(said.contains("control and test") && said.contains("differ at visit, +4 points"), "{said}");
}

#[test]
fn a_table_without_counts_of_segments_is_not_compared() {
    let refused = run(&["compare", "-"], &log());
    assert!(
        refused.status.code() == Some(2) && text(&refused.stderr).contains("--segment"),
        "{}",
        text(&refused.stderr)
    );
    let surveyed = run(&["compare", "-"], "touchpoint,score\nApp,9\nApp,10\nWeb,3\n");
    assert!(surveyed.status.code() == Some(2) && text(&surveyed.stderr).contains("--segment"));
    let half = run(&["compare", "-", "--case", "who"], &log());
    assert_eq!(half.status.code(), Some(2));
}

#[test]
fn files_of_periods_are_added_up() {
    let folder = tempfile::tempdir().unwrap();
    for (month, rows) in [("01", "visit,100\nclick,40\n"), ("02", "visit,50\nclick,30\nclick,9\n")] {
        std::fs::write(folder.path().join(format!("shop 2026-{month}.csv")), format!("stage,users\n{rows}")).unwrap();
    }
    let output = run(&["read", folder.path().to_str().unwrap(), "--json"], "");
    let answer = json(&output);
    assert_eq!(answer["funnel"]["segments"].as_array().unwrap().len(), 1);
    let reached: Vec<_> = (0..2).map(|at| answer["funnel"]["segments"][0]["stages"][at]["reached"].as_u64()).collect();
    assert_eq!(reached, [Some(150), Some(70)]);
    assert_eq!(answer["rows"]["reasons"][0]["first_files"][0], "shop 2026-02.csv");
    assert!(text(&output.stderr).contains("read as periods"), "{}", text(&output.stderr));
}

#[test]
fn retention_reads_numbers_dates_and_logs() {
    let rows: String =
        (0..40).map(|nth| format!("c{nth},{},{}\n", nth + 1, if nth % 2 == 0 { "yes" } else { "no" })).collect();
    let file = format!("id,months,gone\n{rows}c99,much,yes\n");
    let output = run(&["retention", "-", "--duration", "months", "--event", "gone", "--json"], &file);
    let answer = json(&output);
    assert_eq!((answer["unit"].as_str(), answer["rows"]["rejected"].as_u64()), (Some("months"), Some(1)));
    let all = &answer["groups"][0];
    assert_eq!(
        (all["customers"].as_u64(), all["left"].as_u64(), all["total"].as_bool()),
        (Some(40), Some(20), Some(true))
    );
    let first = &all["steps"][1];
    assert_eq!([&first["time"], &first["at_risk"], &first["share"]], [1.0, 40.0, 0.975]);
    assert!(text(&output.stderr).contains("the duration cannot be read"));
    let log = json(&run(&["retention", "-", "--case", "who", "--time", "when", "--group", "where", "--json"], &log()));
    assert_eq!(log["groups"].as_array().unwrap().len(), 4);
    assert_eq!(log["as_of"], "2024-01-02");
    let said = text(&run(&["retention", "-", "--duration", "months", "--event", "gone"], &file).stdout);
    assert!(said.contains("40 customers, 20 left; median") && said.contains("Kaplan–Meier"), "{said}");
}

#[test]
fn who_is_still_there_is_seen_up_to_the_latest_day_that_the_file_knows_of() {
    let rows: String = (0..40)
        .map(|nth| match nth % 2 {
            0 => format!("c{nth},2024-01-01,2024-01-11,2024-01-10\n"),
            _ => format!("c{nth},2024-01-01,,2024-03-{:02}\n", nth % 9 + 1),
        })
        .collect();
    let file =
        format!("customer_id,signup_date,cancelled_at,last_login\n{rows}c98,2024-01-01,,soon\nc99,2024-01-01,,\n");
    let by_flags = ["--start", "signup_date", "--end", "cancelled_at"];
    for flags in [&[][..], &by_flags] {
        let answer = json(&run(&[&["retention", "-", "--json"], flags].concat(), &file));
        let last = answer["groups"][0]["steps"].as_array().unwrap().last().unwrap().clone();
        // 60 days from the first of January of a leap year to the first of March, and eight more.
        assert_eq!(
            (&answer["as_of"], &last["time"], &last["censored"]),
            (&"2024-03-09".into(), &68.0.into(), &22.into())
        );
        assert_eq!(answer["rows"]["used"], 42, "a last login that cannot be read is no reason to leave a customer out");
    }
    let of_at_risk = json(&run(&["at-risk", "-", "--json"], &file));
    assert_eq!(of_at_risk["as_of"], "2024-03-09");
    // Without that column the day of the last cancellation is the latest; a day that is named goes before all.
    let without = file.replace("last_login", "colour");
    assert_eq!(json(&run(&["retention", "-", "--json"], &without))["as_of"], "2024-01-11");
    assert_eq!(json(&run(&["retention", "-", "--json", "--as-of", "2024-02-01"], &file))["as_of"], "2024-02-01");
}

#[test]
fn retention_says_which_flags_it_lacks() {
    for args in
        [&["retention", "-"][..], &["retention", "-", "--duration", "when"], &["retention", "-", "--as-of", "soon"]]
    {
        let refused = run(args, &log());
        assert_eq!(refused.status.code(), Some(2), "{args:?}: {}", text(&refused.stderr));
    }
}

/// 40 silent customers of whom half cancelled, 40 active ones of whom none did; every second one gave consent. The id of one
/// of them is a formula.
fn customers() -> String {
    include_str!("fixtures/customers.csv").replace("canary20", "=2+3")
}

#[test]
fn at_risk_holds_a_rule_against_cancellations() {
    let output = run(&["at-risk", "-", "--days", "21", "--as-of", "2024-06-30", "--json"], &customers());
    let answer = json(&output);
    let all = &answer["segments"][0];
    assert_eq!([&all["at_risk"], &all["cancelled"], &all["cohort"]], [40, 20, 10]);
    assert_eq!([&all["precision"], &all["recall"], &all["lead_days"]], [0.5, 1.0, 9.0]);
    assert_eq!(answer["as_of"], "2024-06-30");
    let said = text(&run(&["at-risk", "-", "--days", "21"], &customers()).stdout);
    assert!(said.contains("50.0 %, 35.2–64.8 %") && said.contains("no login for 21 days or more"), "{said}");
    assert!(!said.contains("canary"), "no customer is named: {said}");
}

#[test]
fn a_cohort_is_written_where_it_is_asked_and_holds_consent_alone() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("cohort.csv");
    let output = run(&["at-risk", "-", "--days", "21", "--cohort", path.to_str().unwrap()], &customers());
    assert_eq!(output.status.code(), Some(0));
    let cohort = std::fs::read_to_string(&path).unwrap();
    assert!(cohort.starts_with("user_id\n'=2+3\ncanary22\n"), "{cohort}");
    assert_eq!(cohort.lines().count(), 11);
    assert_eq!(files(folder.path()), 1, "nothing else is left there");
    assert!(text(&output.stderr).contains("10 at risk without consent"), "{}", text(&output.stderr));
    let piped = run(&["at-risk", "-", "--days", "21", "--cohort", "-"], &customers());
    assert_eq!(text(&piped.stdout), cohort);
    let both = ["at-risk", "-", "--days", "21", "--json", "--cohort"];
    let json = run(&[&both[..], &[path.to_str().unwrap()]].concat(), &customers());
    let json: serde_json::Value = serde_json::from_slice(&json.stdout).unwrap();
    assert_eq!((&json["segments"][0]["cohort"], std::fs::read_to_string(&path).unwrap()), (&10.into(), cohort.clone()));
    assert_eq!(run(&[&both[..], &["-"]].concat(), &customers()).status.code(), Some(2));
    let without = customers().replace("consent", "colour");
    let refused = run(&["at-risk", "-", "--cohort", path.to_str().unwrap()], &without);
    assert_eq!(refused.status.code(), Some(2));
    assert_eq!(std::fs::read_to_string(&path).unwrap(), cohort, "the old file stands");
}

fn files(folder: &Path) -> usize {
    std::fs::read_dir(folder).unwrap().count()
}

#[test]
fn at_risk_refuses_a_limit_on_what_the_file_does_not_tell() {
    let refused = run(&["at-risk", "-", "--fall", "20"], &customers());
    assert_eq!(refused.status.code(), Some(2));
    assert!(text(&refused.stderr).contains("--fall 0"), "{}", text(&refused.stderr));
    assert_eq!(run(&["at-risk", "-"], &log()).status.code(), Some(2));
    assert_eq!(run(&["at-risk", "-"], "").status.code(), Some(3));
}
