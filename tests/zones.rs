//! Times without a zone as a script meets them: `--zone` on every command that reads a log.

use std::path::Path;
use std::process::{Command, Output, Stdio};
use touchline::behaviour::recognise::{Overrides, recognise};
use touchline::behaviour::source::Source;
use touchline::session::import::preset;
use touchline::store::{Preset, Settings, StateFolder};

/// Two nights: the clocks of Berlin go forward on 29 March, and back on 25 October.
const LOG: &str = "customer_id,event,time\n\
                   k,visit,2026-03-29 01:00:00\n\
                   k,order,2026-03-29 03:30:00\n\
                   m,visit,2026-03-29 02:30:00\n\
                   n,visit,2026-10-25 02:10:00\n\
                   o,visit,2026-10-25 02:20:00\n";
const STAGES: [&str; 4] = ["--stage", "Seen=visit", "--stage", "Bought=order"];
const COLUMNS: [&str; 6] = ["--case", "customer_id", "--event", "event", "--time", "time"];

struct Desk(tempfile::TempDir);

impl Desk {
    fn with(text: &str) -> Desk {
        let desk = Desk(tempfile::tempdir().unwrap());
        std::fs::write(desk.log(), text).unwrap();
        desk
    }

    fn log(&self) -> String {
        self.0.path().join("log.csv").display().to_string()
    }

    fn state(&self) -> std::path::PathBuf {
        self.0.path().join("state")
    }

    fn run(&self, arguments: &[&str]) -> Output {
        let mut program = Command::new(env!("CARGO_BIN_EXE_touchline"));
        program.env("LC_ALL", "C");
        program.args(arguments).env("TOUCHLINE_STATE", self.state()).stdin(Stdio::null()).output().unwrap()
    }

    fn funnel(&self, more: &[&str]) -> Output {
        self.run(&[&["funnel", &self.log()], &COLUMNS[..], &STAGES[..], more].concat())
    }
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8(bytes.to_vec()).unwrap()
}

fn json(output: &Output) -> serde_json::Value {
    assert_eq!(output.status.code(), Some(0), "{}", text(&output.stderr));
    serde_json::from_slice(&output.stdout).unwrap()
}

#[test]
fn a_named_zone_makes_moments_of_times_and_counts_those_that_its_clocks_skipped_or_showed_twice() {
    let desk = Desk::with(LOG);
    let done = desk.funnel(&["--zone", "europe/berlin", "--json"]);
    let report = json(&done);
    assert_eq!(report["zone"], serde_json::json!({"name": "Europe/Berlin", "in_gap": 1, "twice": 2}));
    assert!(text(&done.stdout).ends_with("\"zone\":{\"name\":\"Europe/Berlin\",\"in_gap\":1,\"twice\":2}}\n"));
    assert_eq!(report["segments"][0]["stages"][0]["median_secs_to_next"], 5_400.0);
    assert_eq!(report["source"]["first_time"], "2026-03-29T00:00:00Z");
    let said = text(&done.stderr);
    assert!(said.contains("1 row has a time that the clocks of Europe/Berlin skipped"), "{said}");
    assert!(said.contains("2 rows have a time that the clocks of Europe/Berlin showed twice"), "{said}");
    let shown = text(&desk.funnel(&["--zone", "Europe/Berlin"]).stdout);
    assert!(shown.contains("UTC; times without a zone were read in Europe/Berlin; as of the last event"), "{shown}");

    let plain = desk.funnel(&["--json"]);
    let report = json(&plain);
    assert!(report.get("zone").is_none() && plain.stderr.is_empty(), "{}", text(&plain.stderr));
    assert_eq!(report["segments"][0]["stages"][0]["median_secs_to_next"], 9_000.0);
    let shown = text(&desk.funnel(&[]).stdout);
    assert!(shown.contains("UTC; times without a zone were read as UTC; as of the last event"), "{shown}");
}

#[test]
fn an_unknown_zone_lists_those_near_it_and_a_table_has_its_own() {
    let desk = Desk::with(LOG);
    let unknown = desk.funnel(&["--zone", "Europe/Berln"]);
    assert_eq!((unknown.status.code(), unknown.stdout.len()), (Some(2), 0));
    assert!(text(&unknown.stderr).contains("near it are Europe/Berlin"), "{}", text(&unknown.stderr));
    let address = "clickhouse://reader@127.0.0.1:1/shop/events";
    let map = concat!(env!("CARGO_MANIFEST_DIR"), "/examples/lumen-kids.ron");
    for arguments in [
        [&["funnel", address, "--print-sql", "--zone", "UTC"], &COLUMNS[..], &STAGES[..]].concat(),
        [&["measure", map, address, "--zone", "UTC"], &COLUMNS[..]].concat(),
        vec!["inspect", address, "--zone", "UTC"],
    ] {
        let refused = desk.run(&arguments);
        assert_eq!((refused.status.code(), refused.stdout.len()), (Some(2), 0), "{arguments:?}");
        assert!(text(&refused.stderr).contains("have their zone there"), "{}", text(&refused.stderr));
    }
}

#[test]
fn inspect_tells_that_times_have_no_zone_and_how_to_say_it() {
    let desk = Desk::with(LOG);
    let open = desk.run(&["inspect", &desk.log(), "--json"]);
    assert!(json(&open).get("zone").is_none());
    assert!(open.stderr.is_empty(), "{}", text(&open.stderr));
    let shown = text(&desk.run(&["inspect", &desk.log()]).stdout);
    let tells = "zone: the times of “time” have none, and are read as UTC; --zone Europe/Berlin says another";
    assert!(shown.contains(tells), "{shown}");
    let named = desk.run(&["inspect", &desk.log(), "--json", "--zone", "America/New_York"]);
    assert_eq!(json(&named)["zone"], "America/New_York");
    assert!(named.stderr.is_empty(), "{}", text(&named.stderr));
    let shown = text(&desk.run(&["inspect", &desk.log(), "--zone", "America/New_York"]).stdout);
    assert!(shown.contains("zone: the times of “time” have none, and are read in America/New_York"), "{shown}");

    let told = Desk::with("customer_id,event,time\nk,visit,2026-03-29T01:00:00+02:00\nm,visit,2026-03-29T01:00:00Z\n");
    let shown = text(&told.run(&["inspect", &told.log()]).stdout);
    assert!(!shown.contains("zone"), "{shown}");
    let days = Desk::with("stage,customers,date\nTrial,100,2026-03-29\nPaid,40,2026-03-29\n");
    let read = days.run(&["read", &days.log(), "--zone", "Europe/Berlin"]);
    assert!(text(&read.stderr).contains("--zone Europe/Berlin is for the times of events"), "{}", text(&read.stderr));
}

#[test]
fn a_preset_keeps_the_zone_and_the_flag_goes_before_it() {
    let desk = Desk::with(LOG);
    let found = recognise(&Source::open(Path::new(&desk.log())).unwrap(), &Overrides::default()).unwrap();
    let preset = Preset {
        name: "Weekly export".to_owned(),
        header: preset::header_number(&found),
        kept: "2026-11-03".to_owned(),
        zone: Some("Europe/Berlin".to_owned()),
        ..Preset::default()
    };
    let settings = Settings { presets: vec![preset], ..Settings::default() };
    StateFolder::at(desk.state()).write_settings(&settings).unwrap();
    let zone = |more: &[&str]| json(&desk.funnel(more)).get("zone").cloned();
    assert_eq!(zone(&["--json"]), None, "it is not used unasked");
    assert_eq!(zone(&["--json", "--preset", "Weekly export"]).unwrap()["name"], "Europe/Berlin");
    assert_eq!(zone(&["--json", "--preset", "Weekly export", "--zone", "UTC"]).unwrap()["name"], "UTC");
    let map = concat!(env!("CARGO_MANIFEST_DIR"), "/examples/lumen-kids.ron");
    let log = desk.log();
    let measured = [&["measure", map, &log, "--json", "--zone", "Europe/Berlin"], &STAGES[..]].concat();
    assert_eq!(json(&desk.run(&measured))["zone"]["twice"], 2);
    let compared = [&["compare", &log, "--zone", "Europe/Berlin"], &COLUMNS[..], &["--segment", "event"], &STAGES[..]];
    let compared = desk.run(&compared.concat());
    assert_eq!(compared.status.code(), Some(0), "{}", text(&compared.stderr));
    assert!(text(&compared.stderr).contains("showed twice"), "{}", text(&compared.stderr));
}

#[test]
fn a_map_keeps_the_zone_that_was_assumed_and_periods_read_in_another_are_told() {
    let desk = Desk::with(LOG);
    let (log, map) = (desk.log(), concat!(env!("CARGO_MANIFEST_DIR"), "/examples/lumen-kids.ron"));
    let path = |name: &str| desk.0.path().join(name).display().to_string();
    let measure = |from: &str, to: &str, log: &str, more: &[&str]| {
        let done = desk.run(&[&["measure", from, log, "-o", to], &STAGES[..], more].concat());
        assert_eq!(done.status.code(), Some(0), "{}", text(&done.stderr));
        std::fs::read_to_string(to).unwrap()
    };
    let (utc, berlin) = (path("utc.ron"), path("berlin.ron"));
    let day = ["--as-of", "2026-10-25", "--zone", "America/New_York"];
    assert!(measure(map, &utc, &log, &[]).contains("zone: Some(\"UTC\")"));
    let text_of = measure(map, &berlin, &log, &day);
    assert!(text_of.contains("zone: Some(\"America/New_York\")"), "{text_of}");
    assert!(text_of.contains("as_of: Some(\"2026-10-25T23:59:59.999999-04:00\")"), "a day of that clock: {text_of}");
    assert_eq!(text(&desk.run(&["check", &berlin]).stdout), "ok\n");

    // A later period, read in another zone, is not held against it.
    let later = path("later.csv");
    std::fs::write(&later, LOG.replace("2026-10-25", "2026-11-01")).unwrap();
    let both = path("both.ron");
    measure(&utc, &both, &later, &["--zone", "Europe/Berlin"]);
    let told = text(&desk.run(&["changes", &both]).stderr);
    assert!(told.contains("zone of times without one: UTC, now Europe/Berlin"), "{told}");

    // Where every time tells its zone, none is assumed, and nothing differs.
    let zoned = path("zoned.csv");
    let moments: Vec<String> =
        LOG.lines().map(|line| format!("{line}{}", if line.ends_with("time") { "" } else { "Z" })).collect();
    std::fs::write(&zoned, moments.join("\n").replace("2026-10-25", "2026-11-02")).unwrap();
    let third = path("third.ron");
    let kept = measure(&both, &third, &zoned, &[]);
    assert_eq!(kept.matches("zone: Some(").count(), 1, "that of the period before");
    let told = text(&desk.run(&["changes", &third]).stderr);
    assert!(!told.contains("zone of times"), "{told}");
}
