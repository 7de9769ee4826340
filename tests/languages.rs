//! The command line in every language: what people read is in theirs, what programs read is the same in all.

use std::path::PathBuf;
use std::process::{Command, Output, Stdio};

fn sample(name: &str) -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("examples").join(name)
}

fn run_in(locale: &str, arguments: &[&str]) -> Output {
    let mut program = Command::new(env!("CARGO_BIN_EXE_touchline"));
    program.env("LC_ALL", locale).args(arguments).stdin(Stdio::null()).output().unwrap()
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8(bytes.to_vec()).unwrap()
}

#[test]
fn machine_output_and_exit_codes_know_no_language() {
    let (map, log) = (sample("lumen-kids.ron"), sample("viewing-events.csv"));
    let (map, log) = (map.to_str().unwrap(), log.to_str().unwrap());
    let funnel = ["funnel", log, "--stage", "Seen=trailer_view", "--stage", "Trial=trial_start", "--json"];
    let commands: [&[&str]; 8] = [
        &funnel,
        &[
            "compare",
            log,
            "--segment",
            "segment",
            "--stage",
            "Seen=trailer_view",
            "--stage",
            "Trial=trial_start",
            "--json",
        ],
        &["measure", map, log, "--json"],
        &["inspect", log, "--json"],
        &["read", log, "--json"],
        &["leaks", map, "--json"],
        &["scorecard", map, "--json"],
        &["changes", map, "--json"],
    ];
    for command in commands {
        let (english, german) = (run_in("C", command), run_in("de_DE.UTF-8", command));
        assert_eq!(english.status.code(), german.status.code(), "{command:?}");
        assert_eq!(text(&english.stdout), text(&german.stdout), "{command:?}");
    }
    let missing = ["funnel", "no-such-log.csv"];
    assert_eq!(run_in("C", &missing).status.code(), run_in("de", &missing).status.code());
}

#[test]
fn people_are_answered_in_the_language_of_the_flag_else_in_that_of_the_system() {
    let map = sample("lumen-kids.ron");
    let leaks = ["leaks", map.to_str().unwrap()];
    let german = text(&run_in("de_AT.UTF-8", &leaks).stdout);
    assert!(german.contains("Auf dem Spiel") && !german.contains("At stake"), "{german}");
    assert_eq!(german, text(&run_in("C", &[&leaks[..], &["--language", "de"]].concat()).stdout));
    let english = text(&run_in("de_AT.UTF-8", &[&leaks[..], &["--language=en"]].concat()).stdout);
    assert_eq!(english, text(&run_in("C", &leaks).stdout));
    assert_eq!(
        english,
        text(&run_in("fr_FR.UTF-8", &leaks).stdout),
        "a language without a catalogue is answered in English"
    );
}

#[test]
fn what_is_named_stands_in_the_quotation_marks_of_the_language() {
    let (map, log) = (sample("lumen-kids.ron"), sample("viewing-events.csv"));
    let (map, log) = (map.to_str().unwrap(), log.to_str().unwrap());
    for command in [&["measure", map, log][..], &["inspect", log], &["scorecard", map]] {
        let said = |locale| {
            let output = run_in(locale, command);
            text(&output.stdout) + &text(&output.stderr)
        };
        // The mark that closes in English is none of German.
        assert!(!said("de_DE.UTF-8").contains('”'), "{command:?}: {}", said("de_DE.UTF-8"));
    }
    assert!(text(&run_in("de_DE.UTF-8", &["measure", map, log]).stderr).contains("case „customer_id“"));
}

#[test]
fn help_is_in_the_language_and_an_unknown_one_is_a_wrong_command_line() {
    let german = text(&run_in("C", &["funnel", "--help", "--language", "de"]).stdout);
    assert!(german.contains("Ereignis"), "{german}");
    let unknown = run_in("C", &["check", "map.ron", "--language", "tlh"]);
    assert_eq!(unknown.status.code(), Some(2));
    assert!(text(&unknown.stderr).contains("“tlh” is no language of Touchline"), "{}", text(&unknown.stderr));
}

/// Words that only English answers of the command line have.
const ENGLISH: [&str; 22] = [
    "Usage",
    "Commands",
    "Arguments",
    "Options",
    "OPTIONS",
    "COMMAND",
    "default",
    "possible",
    "Print",
    "help",
    "unexpected",
    "required",
    "provided",
    "invalid",
    "value",
    "argument",
    "cannot",
    "tip",
    "similar",
    "exists",
    "information",
    "found",
];

#[test]
fn a_wrong_command_line_and_the_help_are_told_in_the_language_alone() {
    let cases: [(&[&str], i32); 9] = [
        (&["--help"], 0),
        (&["funnel", "--help"], 0),
        (&["retention", "-h"], 0),
        (&["funnel", "x", "--tise", "file"], 2),
        (&["funnel"], 2),
        (&["funnel", "x", "--ties", "foo"], 2),
        (&["export", "a", "-o", "a.pdf", "--scale", "zz"], 2),
        (&["a", "b", "funle"], 2),
        (&["funnel", "a", "--case", "a", "--case", "b"], 2),
    ];
    for (arguments, code) in cases {
        let english = run_in("C", arguments);
        let by_flag = run_in("C", &[&["--language", "de"], arguments].concat());
        for german in [run_in("de_DE.UTF-8", arguments), by_flag] {
            assert_eq!(german.status.code(), Some(code), "{arguments:?}");
            assert_eq!(english.status.code(), Some(code), "{arguments:?}");
            let said = text(&german.stdout) + &text(&german.stderr);
            // What stands behind a dash is a flag's name.
            let flagless = said.replace("--help", "").replace("--version", "");
            let words: Vec<&str> = flagless.split(|letter: char| !letter.is_alphabetic()).collect();
            let left: Vec<_> = ENGLISH.iter().filter(|word| words.contains(word)).collect();
            assert!(left.is_empty(), "{left:?} in the answer to {arguments:?}:\n{said}");
            assert!(said.contains("Aufruf:") || said.contains("Mehr dazu"), "{said}");
        }
    }
    let machine = ["funnel", "x", "--ties", "foo", "--json"];
    assert_eq!(text(&run_in("de_DE.UTF-8", &machine).stderr), text(&run_in("C", &machine).stderr));
}

#[test]
fn those_without_a_segment_and_all_together_are_called_so_in_the_language() {
    let folder = tempfile::tempdir().unwrap();
    let log = folder.path().join("log.csv");
    let rows = "id,event,time,seg\n1,a,2026-01-01,x\n2,a,2026-01-01,\n2,b,2026-01-02,\n1,b,2026-01-02,x\n";
    std::fs::write(&log, rows).unwrap();
    let funnel = ["funnel", log.to_str().unwrap(), "--case", "id", "--event", "event", "--time", "time"];
    let funnel = [&funnel[..], &["--segment", "seg", "--stage", "A=a", "--stage", "B=b"]].concat();
    let (english, german) = (text(&run_in("C", &funnel).stdout), text(&run_in("de", &funnel).stdout));
    assert!(english.contains("\nAll: 2 customers\n") && english.contains("\n(none): 1 customer\n"), "{english}");
    assert!(german.contains("\nAlle: 2 Kunden\n") && german.contains("\n(ohne): 1 Kunde\n"), "{german}");
    let rows =
        "customer,last_login,cancelled,consent\n1,2026-01-01,,yes\n2,2026-02-01,2026-02-20,yes\n3,2026-02-27,,yes\n";
    let customers = folder.path().join("customers.csv");
    std::fs::write(&customers, rows).unwrap();
    let at_risk = ["at-risk", customers.to_str().unwrap()];
    let (english, german) = (text(&run_in("C", &at_risk).stdout), text(&run_in("de", &at_risk).stdout));
    assert!(english.contains("\n  All ") && german.contains("\n  Alle "), "{english}\n{german}");
}
