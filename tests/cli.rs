//! The command line as a script meets it: the built program, its exit codes, and what it writes where.

use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

use serde_json::Value;

const LOG: &str = "user,event,ts,plan\n\
    u1,home,2026-01-01 10:00:00,free\n\
    u1,buy,2026-01-01 10:01:30,free\n\
    u2,home,2026-01-02 09:00:00,paid\n\
    u3,home,2026-01-03 09:00:00,paid\n\
    u3,buy,2026-01-03 09:00:30,free\n";

const COLUMNS: [&str; 6] = ["--case", "user", "--event", "event", "--time", "ts"];
const STAGES: [&str; 4] = ["--stage", "See=home", "--stage", "Buy=buy|order"];

/// A folder with one log in it.
struct Desk {
    folder: tempfile::TempDir,
}

impl Desk {
    fn new() -> Desk {
        Desk { folder: tempfile::tempdir().unwrap() }
    }

    fn file(&self, name: &str, bytes: impl AsRef<[u8]>) -> PathBuf {
        let path = self.folder.path().join(name);
        std::fs::write(&path, bytes).unwrap();
        path
    }

    fn folder(&self, name: &str) -> PathBuf {
        let path = self.folder.path().join(name);
        std::fs::create_dir(&path).unwrap();
        path
    }
}

fn touchline() -> Command {
    let mut program = Command::new(env!("CARGO_BIN_EXE_touchline"));
    program.env("LC_ALL", "C");
    program
}

fn run(arguments: &[&str]) -> Output {
    touchline().args(arguments).stdin(Stdio::null()).output().unwrap()
}

/// Runs with this text on standard input.
fn run_piped(arguments: &[&str], text: &str) -> Output {
    let mut command = touchline();
    let command = command.args(arguments).stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut child = command.spawn().unwrap();
    child.stdin.take().unwrap().write_all(text.as_bytes()).unwrap();
    child.wait_with_output().unwrap()
}

fn funnel(log: &Path, more: &[&str]) -> Output {
    let log = log.to_str().unwrap();
    run(&[&["funnel", log][..], &COLUMNS, more].concat())
}

fn stdout(output: &Output) -> &str {
    std::str::from_utf8(&output.stdout).unwrap()
}

fn stderr(output: &Output) -> &str {
    std::str::from_utf8(&output.stderr).unwrap()
}

/// The result alone, with nothing said.
fn check_done(output: &Output) -> &str {
    assert_eq!((output.status.code(), stderr(output)), (Some(0), ""));
    stdout(output)
}

/// The exit code, a message that starts with the program's name and has these parts, and no result.
fn check_refused(output: &Output, code: i32, parts: &[&str]) {
    let message = stderr(output);
    assert_eq!(output.status.code(), Some(code), "{message}");
    assert!(message.starts_with("touchline: "), "{message}");
    assert_eq!(stdout(output), "");
    for part in parts {
        assert!(message.contains(part), "“{part}” is not in: {message}");
    }
}

fn json(output: &Output) -> Value {
    let text = stdout(output);
    assert!(text.ends_with("}\n") && !text.ends_with("\n\n") && !text.trim_end().contains('\n'), "{text}");
    serde_json::from_str(text).unwrap()
}

#[test]
fn help_and_version_are_results() {
    assert!(check_done(&run(&["--version"])).starts_with("touchline "));
    for command in ["export", "measure", "funnel", "compare", "retention", "at-risk", "inspect", "check"] {
        assert!(check_done(&run(&["--help"])).contains(command));
        let help = run(&[command, "--help"]);
        assert!(check_done(&help).contains("Example: touchline "), "{command}");
    }
}

#[test]
fn a_wrong_command_line_is_exit_2() {
    let desk = Desk::new();
    let log = desk.file("log.csv", LOG);
    let path = log.to_str().unwrap();
    check_refused(&run(&["inspect"]), 2, &["LOG.csv"]);
    check_refused(&run(&["inspect", path, "--colour"]), 2, &["--colour"]);
    check_refused(&run(&["inspect", path, path]), 2, &[]);
    check_refused(&run(&["funnel", path]), 2, &["--case"]);
    check_refused(&funnel(&log, &[]), 2, &["--stage"]);
    check_refused(&funnel(&log, &[&STAGES[..], &["--ties", "random"]].concat()), 2, &["random", "file", "name"]);
    check_refused(&funnel(&log, &["--stage", "home"]), 2, &["“home”", "NAME=event"]);
    check_refused(&funnel(&log, &["--stage", "A=home", "--stage", "A=buy"]), 2, &["two stages", "“A”"]);
    check_refused(&funnel(&log, &["--stage", "A=home", "--stage", "B=buy|home"]), 2, &["“home”", "“A”", "“B”"]);
}

#[test]
fn a_column_that_the_header_lacks_lists_the_header() {
    let desk = Desk::new();
    let log = desk.file("log.csv", LOG);
    let unknown = funnel(&log, &[&STAGES[..], &["--segment", "cohort"]].concat());
    check_refused(&unknown, 2, &["“cohort”", "user, event, ts, plan"]);
}

#[test]
fn bad_input_is_exit_3_and_is_called_what_it_is() {
    let desk = Desk::new();
    let missing = desk.folder.path().join("none.csv");
    for (path, part) in [
        (missing, "no such file"),
        (desk.folder("nothing"), "folder without a log"),
        (desk.file("empty.csv", ""), "empty"),
        (desk.file("blank.csv", "\n \n"), "empty"),
        (desk.file("header.csv", "user,event,ts\n"), "no row below it"),
        (desk.file("page.csv", "<!DOCTYPE html>\n<html><body>Log in</body></html>\n"), "web page"),
        (desk.file("book.csv", b"PK\x03\x04\x14\0\0\0\x08\0xl/workbook.xml"), "Excel workbook"),
        (desk.file("lines.csv", "{\"user\":1}\n{\"user\":2}\n"), "JSON"),
        (desk.file("table.csv", b"PAR1\x15\x04\x15\x10"), "Parquet"),
    ] {
        check_refused(&run(&["inspect", path.to_str().unwrap()]), 3, &[part]);
        check_refused(&funnel(&path, &STAGES), 3, &[part]);
    }
    let unusable = desk.file("unusable.csv", "user,event,ts\nu1,home,soon\nu2,home,later\n");
    check_refused(&funnel(&unusable, &STAGES), 3, &["could be used", "the time cannot be read"]);
}

/// Whatever display there may be where the tests run, this child has none.
fn run_without_display(arguments: &[&str]) -> Output {
    let mut command = touchline();
    ["DISPLAY", "WAYLAND_DISPLAY", "WAYLAND_SOCKET"].iter().for_each(|name| _ = command.env_remove(name));
    command.args(arguments).stdin(Stdio::null()).output().unwrap()
}

#[test]
fn without_a_display_the_window_is_exit_1_and_the_rest_works() {
    check_refused(&run_without_display(&[]), 1, &["display"]);
    let desk = Desk::new();
    let log = desk.file("log.csv", LOG);
    check_done(&run_without_display(&["inspect", log.to_str().unwrap()]));
}

#[test]
fn a_misspelt_command_or_a_missing_map_opens_no_window() {
    check_refused(&run_without_display(&["exprot"]), 3, &["exprot: no such file, and no command"]);
    let desk = Desk::new();
    let map = desk.file("map.ron", "");
    let map = map.to_str().unwrap();
    check_refused(&run_without_display(&[map, "none.csv"]), 3, &["none.csv"]);
    check_refused(&run_without_display(&[map, map, map]), 2, &[]);
}

#[test]
fn a_map_that_is_none_is_exit_3_and_one_from_the_future_exit_4() {
    let desk = Desk::new();
    let missing = desk.folder.path().join("none.ron");
    check_refused(&run(&["check", missing.to_str().unwrap()]), 3, &["none.ron"]);
    check_refused(&run(&["check", desk.folder.path().to_str().unwrap()]), 3, &[]);
    for (text, code, part) in [
        ("", 3, "empty"),
        ("user,event\n1,home\n", 3, "line 1"),
        ("(format: 1, meta: (", 3, "line 1"),
        ("(format: 4000, anything: [1, 2])", 4, "newer Touchline"),
    ] {
        let map = desk.file("map.ron", text);
        check_refused(&run(&["check", map.to_str().unwrap()]), code, &["map.ron", part]);
    }
}

#[test]
fn inspect_writes_the_json_of_the_contract() {
    let desk = Desk::new();
    let log = desk.file("log.csv", "Export of May;;;\nuser;event;ts;plan\nu1;a,b;3.11.2025 10:00;free\nu2;c;x;\n");
    let output = run(&["inspect", log.to_str().unwrap(), "--json"]);
    assert_eq!(output.status.code(), Some(0));
    assert_eq!(
        stdout(&output),
        concat!(
            r#"{"encoding":"UTF-8","delimiter":";","quote":"\"","preamble_lines":1,"header":true,"rows":2,"columns":["#,
            r#"{"name":"user","type":"text","format":null,"role":"case","blank":0,"distinct":2},"#,
            r#"{"name":"event","type":"text","format":null,"role":"event","blank":0,"distinct":2},"#,
            r#"{"name":"ts","type":"time","format":"03.11.2026 14:05","role":"time","blank":0,"distinct":2},"#,
            r#"{"name":"plan","type":"text","format":null,"role":"segment","blank":1,"distinct":1}],"#,
            r#""problems":[{"line":4,"column":"ts","reason":"the time cannot be read"}],"problem_count":1,"#,
            r#""shape":{"name":"event-log","reason":"the columns “user”, “event” and “ts” say who did what, and when","#,
            r#""runner_up":null}}"#,
            "\n"
        )
    );
}

#[test]
fn inspect_says_how_sure_the_encoding_is_and_in_which_other_the_letters_make_as_much_sense() {
    let desk = Desk::new();
    let of = |name: &str, rows: &[u8]| {
        let bytes = [b"user;event;ts\n", rows].concat();
        let log = desk.file(name, bytes);
        let answer = json(&run(&["inspect", log.to_str().unwrap(), "--json"]));
        ["encoding", "encoding_sure", "encoding_other"].map(|key| answer[key].as_str().unwrap_or("").to_owned())
    };
    // “ağaç”, “şişe” and “İstanbul” as DOS wrote them.
    let turkish = b"1;a\xA7a\x87;2026-01-02\n2;\x9Fi\x9Fe;2026-01-03\n3;\x98stanbul;2026-01-04\n";
    assert_eq!(of("turkish.csv", turkish)[0], "IBM857");
    // “lunedì”, or “lunedı”.
    assert_eq!(of("italian.csv", b"1;luned\x8D;2026-01-02\n2;marted\x8D;2026-01-03\n"), ["IBM850", "unsure", "IBM857"]);
    assert_eq!(of("plain.csv", "1;Café;2026-01-02\n".as_bytes()), ["UTF-8", "", ""]);
}

#[test]
fn inspect_lists_the_first_hundred_problems_and_counts_all() {
    let desk = Desk::new();
    let bad: String = (0..250).map(|at| format!("u{at},home,soon\nu{at},home,2026-01-01\n")).collect();
    let log = desk.file("log.csv", format!("user,event,ts\n{bad}"));
    let answer = json(&run(&["inspect", log.to_str().unwrap(), "--json"]));
    assert_eq!((answer["problem_count"].as_u64(), answer["problems"].as_array().map(Vec::len)), (Some(250), Some(100)));
    assert_eq!(answer["problems"][99]["line"], 200);
}

#[test]
fn inspect_as_text_names_columns_and_problems() {
    let desk = Desk::new();
    let log = desk.file("log.csv", format!("{LOG}u4,home\n"));
    let output = run(&["inspect", log.to_str().unwrap()]);
    let text = stdout(&output);
    // As every command that counts tells it.
    assert!(output.status.success() && stderr(&output).contains("1 of the first 6 rows have more or fewer fields"));
    for part in ["6 rows, UTF-8", "2026-11-03 14:05:22", "line 7: 2 fields where the table has 4", "free · paid"] {
        assert!(text.contains(part), "“{part}” is not in: {text}");
    }
}

#[test]
fn inspect_shows_shapes_of_ids_and_kinds_of_names_unless_a_person_says_so() {
    let folder = tempfile::tempdir().unwrap();
    let mut text = "user_id,event,time,contact\n".to_owned();
    (0..40).for_each(|n| {
        text += &format!("user_7{n:02},/reset?mail=ann{n}@example.org,2026-03-01 10:00:{n:02},ann{n}@example.org\n");
    });
    let path = folder.path().join("log.csv");
    std::fs::write(&path, text).unwrap();
    let path = path.to_str().unwrap();
    let output = run(&["inspect", path]);
    let told = stdout(&output);
    assert!(told.contains("user_999") && told.contains("/aaaaa?aaaa=aaa9@aaaaaaa.aaa"), "{told}");
    let everything = format!("{told}{}", stderr(&output));
    assert!(!everything.contains("user_700") && !everything.contains("@example"), "{everything}");
    assert!(stderr(&output).contains("40 different events look personal"), "{everything}");
    let answer = json(&run(&["inspect", path, "--json"]));
    assert!(answer["told"][0].as_str().unwrap().contains("“/reset”") && !answer.to_string().contains('@'), "{answer}");
    assert!(check_done(&run(&["inspect", path, "--keep-names"])).contains("user_700"));
}

#[test]
fn dates_in_doubt_are_spoken_of_on_standard_error() {
    let desk = Desk::new();
    let log = desk.file("log.csv", "user,event,date\nu1,home,03/04/2026\nu2,home,04/04/2026\n");
    let output = run(&["inspect", log.to_str().unwrap(), "--json"]);
    assert!(stderr(&output).starts_with("touchline: the dates of “date” can be read as 11/03/2026"));
    assert!(stderr(&output).contains("--dates day-first takes the other"), "{}", stderr(&output));
    assert_eq!(json(&output)["columns"][2]["type"], "time");
}

#[test]
fn a_dash_reads_standard_input() {
    assert_eq!(json(&run_piped(&["inspect", "-", "--json"], LOG))["rows"], 5);
    let answer = json(&run_piped(&[&["funnel", "-", "--json"][..], &COLUMNS, &STAGES].concat(), LOG));
    assert_eq!(answer["rows"]["used"], 5);
    check_refused(&run(&["inspect", "-"]), 3, &["standard input", "empty"]);
}

#[test]
fn funnel_counts_stages_by_segment() {
    let desk = Desk::new();
    let log = desk.file("log.csv", LOG);
    let output = funnel(&log, &[&STAGES[..], &["--segment", "plan", "--json"]].concat());
    let answer = json(&output);
    assert_eq!(stderr(&output), "touchline: the event “order” never occurs in the log\n");
    let figures = |at: usize| {
        let segment = &answer["segments"][at];
        let reached = |stage: usize| segment["stages"][stage]["reached"].as_u64().unwrap();
        (segment["segment"].as_str().unwrap().to_owned(), segment["total"] == true, reached(0), reached(1))
    };
    assert_eq!(figures(0), ("All".into(), true, 3, 2));
    assert_eq!(figures(1), ("free".into(), false, 1, 1));
    assert_eq!(figures(2), ("paid".into(), false, 2, 1));
    assert_eq!(answer["segments"][0]["stages"][0]["median_secs_to_next"], 60.0);
    assert_eq!(answer["segments"][0]["stages"][1]["rate"], Value::Null);
    assert_eq!((&answer["multi_segment_customers"], &answer["ties"]), (&1.into(), &"file".into()));
    assert_eq!(answer["source"]["file"], "log.csv");
}

#[test]
fn rejected_rows_are_exit_0_with_a_summary_and_past_5_percent_a_warning() {
    let desk = Desk::new();
    let good: String = (0..97).map(|at| format!("u{at},home,2026-01-01\n")).collect();
    let few = desk.file("few.csv", format!("user,event,ts\n{good}u97,home,soon\n-,home,2026-01-01\n"));
    let output = funnel(&few, &[&STAGES[..2], &["--json"]].concat());
    assert_eq!(output.status.code(), Some(0));
    assert!(stderr(&output).contains("2 of 99 rows could not be used"), "{}", stderr(&output));
    assert!(!stderr(&output).contains("warning"), "{}", stderr(&output));
    let reasons = &json(&output)["rows"]["reasons"];
    assert_eq!(reasons[0], serde_json::json!({"reason": "no customer", "count": 1, "first_lines": [100]}));
    let many = desk.file("many.csv", "user,event,ts\nu1,home,2026-01-01\nu2,home,soon\n");
    let output = funnel(&many, &[&STAGES[..2], &["--json"]].concat());
    assert_eq!(output.status.code(), Some(0));
    assert!(stderr(&output).contains("warning: that is 50.0 %"), "{}", stderr(&output));
}

#[test]
fn the_order_of_equal_times_is_the_files_or_the_names() {
    let desk = Desk::new();
    let log = desk.file("log.csv", "user,event,ts\nu1,home,2026-01-01\nu1,cart,2026-01-01\n");
    for (rule, from, to) in [("file", "home", "cart"), ("name", "cart", "home")] {
        let answer = json(&funnel(&log, &[&STAGES[..2], &["--json", "--ties", rule]].concat()));
        assert_eq!(answer["transitions"], serde_json::json!([{"from": from, "to": to, "count": 1}]));
        assert_eq!(answer["ties"], rule);
    }
}

#[test]
fn the_same_log_in_other_dress_gives_the_same_figures() {
    let desk = Desk::new();
    let plain = funnel(&desk.file("log.csv", LOG), &[&STAGES[..], &["--json"]].concat());
    let utf16: Vec<u8> = LOG.replace(',', "\t").encode_utf16().flat_map(u16::to_le_bytes).collect();
    let german =
        LOG.replace(',', ";").replace("2026-01-0", "0").replace(" 10:", ".01.2026 10:").replace(" 09:", ".01.2026 09:");
    let german = german.replace(";01", ";1");
    let quoted = LOG.lines().map(|line| format!("\"{}\"\r\n", line.replace(',', "\",\""))).collect::<String>();
    for (name, bytes) in [
        ("mark", [b"\xEF\xBB\xBF", LOG.as_bytes()].concat()),
        ("utf16", utf16),
        ("titles", format!("Export of May\n\n{LOG}").into_bytes()),
        ("sep", format!("sep=;\n{german}").into_bytes()),
        ("quoted", quoted.into_bytes()),
        ("carriage returns", LOG.replace('\n', "\r").into_bytes()),
    ] {
        let output = funnel(&desk.file("log.csv", bytes), &[&STAGES[..], &["--json"]].concat());
        assert_eq!(json(&output), json(&plain), "{name}");
    }
}

#[test]
fn a_reader_that_goes_away_is_no_error() {
    let mut command = touchline();
    let command = command.args(["inspect", "-"]).stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut child = command.spawn().unwrap();
    // The program writes only after it has read everything: by then nobody is there.
    drop(child.stdout.take());
    child.stdin.take().unwrap().write_all(LOG.as_bytes()).unwrap();
    let output = child.wait_with_output().unwrap();
    assert_eq!((output.status.code(), stderr(&output)), (Some(0), ""));
}

#[cfg(target_os = "linux")]
#[test]
fn a_result_that_cannot_be_written_is_exit_1() {
    let desk = Desk::new();
    let log = desk.file("log.csv", LOG);
    let full = std::fs::OpenOptions::new().write(true).open("/dev/full").unwrap();
    let output = touchline().args(["inspect", "--json"]).arg(&log).stdout(full).output().unwrap();
    check_refused(&output, 1, &["cannot be written"]);
}

#[test]
fn unsaved_work_is_listed_with_what_its_journal_has_and_written_to_a_file_of_its_own() {
    use touchline::edit::{add_stage, empty_map};
    use touchline::model::{Change, Edit, IdSource, Stage, Verb};
    use touchline::store::{Entry, StateFolder, draft_id, load_map};
    let desk = Desk::new();
    let state = desk.folder.path().join("state");
    let recover = |arguments: &[&str]| {
        touchline().env("TOUCHLINE_STATE", &state).arg("recover").args(arguments).output().unwrap()
    };
    let none = recover(&["--list"]);
    assert_eq!((none.status.code(), stdout(&none)), (Some(0), ""));
    assert_eq!(recover(&["-o", "x.ron"]).status.code(), Some(3));

    // A run that was killed while a name was being typed.
    let mut ids = IdSource::seeded(3);
    let (map, draft) = (empty_map(&mut ids), draft_id(&mut ids));
    let folder = StateFolder::at(state.clone());
    folder.write_draft(&draft, &map, None).unwrap();
    let (edit, stage) = add_stage(&map, "Awareness", None, &mut ids);
    let made = map.after(&edit).unwrap();
    let named = Stage { name: "Awareness, and mo".to_owned(), ..made.stages[&stage].clone() };
    let writing = Some(Edit::of(Verb::Begin, vec![Change::Stage(stage, Some(named))]));
    folder.append_journal(&draft, &[Entry::Made(edit), Entry::Writing(writing)]).unwrap();
    drop(folder);

    let listed = recover(&["--list"]);
    assert!(stdout(&listed).contains(&draft.0) && stdout(&listed).contains("1 stage"), "{}", stdout(&listed));
    let answer: Value = serde_json::from_slice(&recover(&["--list", "--json"]).stdout).unwrap();
    assert_eq!(
        (&answer["unsaved"][0]["id"], &answer["unsaved"][0]["stages"]),
        (&Value::from(draft.0.as_str()), &1.into())
    );
    let output = desk.folder.path().join("recovered.ron");
    let written = recover(&["-o", output.to_str().unwrap()]);
    assert_eq!(written.status.code(), Some(0), "{}", stderr(&written));
    assert_eq!(load_map(&output).unwrap().map.stages[&stage].name, "Awareness, and mo");
    let again = recover(&[&draft.0.to_lowercase(), "-o", output.to_str().unwrap()]);
    assert_eq!(again.status.code(), Some(2), "what is there is not written over");
    let other = recover(&["0000000000000", "-o", "other.ron"]);
    assert!(other.status.code() == Some(2) && stderr(&other).contains(&draft.0));
    assert_eq!(StateFolder::at(state).drafts().len(), 1, "it stays");
}
