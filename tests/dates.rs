//! Dates that can be read in two orders, as a script meets them: told, read as it is said, and on no map before it is said.

use std::path::PathBuf;
use std::process::{Command, Output};

use touchline::edit::templates::Template;
use touchline::model::IdSource;
use touchline::store::save_map;

/// u1 orders two days after the first look, or two months.
const LOG: &str = "user,event,date\nu1,home,03/04/2026\nu1,order,05/04/2026\nu2,home,04/04/2026\n";
const SURVEY: &str = "id,date,How satisfied are you with checkout? (1-5)\n1,03/04/2026,4\n2,05/04/2026,5\n";
const STAGES: [&str; 4] = ["--stage", "Home=home", "--stage", "Order=order"];
const COLUMNS: [&str; 6] = ["--case", "user", "--event", "event", "--time", "date"];

struct Desk(tempfile::TempDir);

impl Desk {
    fn new() -> Desk {
        let desk = Desk(tempfile::tempdir().unwrap());
        save_map(&desk.path("map.ron"), &Template::StreamingSubscriber.build(&mut IdSource::seeded(7))).unwrap();
        for (name, file) in [("log.csv", LOG), ("survey.csv", SURVEY)] {
            std::fs::write(desk.path(name), file).unwrap();
        }
        desk
    }

    fn path(&self, name: &str) -> PathBuf {
        self.0.path().join(name)
    }

    fn run(&self, language: &str, args: &[&[&str]]) -> Output {
        let mut program = Command::new(env!("CARGO_BIN_EXE_touchline"));
        program.env("LC_ALL", "C").args(args.concat()).args(["--language", language]).current_dir(self.0.path());
        program.output().unwrap()
    }
}

fn said(output: &Output) -> String {
    String::from_utf8(output.stderr.clone()).unwrap()
}

fn json(output: &Output) -> serde_json::Value {
    serde_json::from_slice(&output.stdout).unwrap()
}

#[test]
fn the_order_that_is_named_is_the_one_that_is_read() {
    let desk = Desk::new();
    let took = |order: &[&str]| {
        let output = desk.run("en", &[&["funnel", "log.csv", "--json"], &COLUMNS, &STAGES, order]);
        (json(&output)["segments"][0]["stages"][0]["median_secs_to_next"].as_f64().unwrap(), said(&output))
    };
    let (days, months) = (2.0 * 86_400.0, 61.0 * 86_400.0);
    assert_eq!(took(&["--dates", "day-first"]), (days, String::new()));
    assert_eq!(took(&["--dates", "month-first"]), (months, String::new()));
    let (unasked, told) = took(&[]);
    assert_eq!(unasked, months);
    assert!(told.contains("--dates day-first takes the other"), "{told}");
    assert!(said(&desk.run("de", &[&["inspect", "log.csv"]])).contains("--dates day-first nimmt das andere"));
}

#[test]
fn where_the_dates_say_their_order_themselves_none_that_is_named_changes_it() {
    let desk = Desk::new();
    std::fs::write(desk.path("log.csv"), "user,event,date\nu1,home,03/04/2026\nu1,order,25/04/2026\n").unwrap();
    for order in ["day-first", "month-first", "year-first"] {
        let output = desk.run("en", &[&["inspect", "log.csv", "--json", "--dates", order]]);
        assert_eq!(json(&output)["columns"][2]["format"], "03/11/2026", "{order}");
    }
}

#[test]
fn no_map_takes_figures_by_dates_that_can_be_read_in_two_orders_before_one_is_chosen() {
    let desk = Desk::new();
    for (file, stages) in [("log.csv", &STAGES[..]), ("survey.csv", &[])] {
        for (language, part) in [("en", "nothing is written"), ("de", "nichts wird geschrieben")] {
            let refused = desk.run(language, &[&["measure", "map.ron", file, "-o", "new.ron"], stages]);
            let said = said(&refused);
            assert_eq!((refused.status.code(), refused.stdout.len()), (Some(3), 0), "{said}");
            for part in [part, "--dates month-first", "--dates day-first", "03/04/2026"] {
                assert!(said.contains(part), "“{part}” is not in: {said}");
            }
            assert!(!desk.path("new.ron").exists());
        }
    }
    let counted = desk.run("en", &[&["measure", "map.ron", "log.csv"], &STAGES]);
    assert_eq!(
        counted.status.code(),
        Some(0),
        "figures that are only shown are told with their doubt: {}",
        said(&counted)
    );
    let written =
        desk.run("en", &[&["measure", "map.ron", "log.csv", "-o", "new.ron", "--dates", "day-first"], &STAGES]);
    assert_eq!((written.status.code(), desk.path("new.ron").exists()), (Some(0), true), "{}", said(&written));
}
