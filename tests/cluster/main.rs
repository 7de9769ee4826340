//! The engine on a file and a ClickHouse cluster on the same rows give the same figures, to the digit.
//!
//! Runs where `TOUCHLINE_CLUSTER` names the HTTP ports of two servers on 127.0.0.1 that know each other as the cluster
//! `both`, as `tests/cluster/run.sh` starts them; elsewhere it says that it was skipped. The rows lie on both servers, each
//! customer's together in one table and anywhere in the other.

mod interrupted;
mod logs;
mod shop;

use std::path::Path;
use std::process::{Command, Output};

use logs::{Log, Times, example, random};
use serde_json::Value;
use shop::{Sharding, Shop};
use touchline::behaviour::clickhouse::{Access, Address, TableSource, WAIT};
use touchline::behaviour::input::Input;
use touchline::behaviour::plan::{Columns, Counting, Plan, ReachGroup, Scope, StageOrder, StagePlan, Ties};
use touchline::behaviour::progress::Progress;
use touchline::behaviour::recognise::Overrides;
use touchline::behaviour::roles::Role;
use touchline::behaviour::source::Source;
use touchline::model::IdSource;
use touchline::session::import::Import;

const STAGES: [&str; 8] =
    ["--stage", "One=a|it's", "--stage", "Two=b|Größe \\| x", "--stage", "Three=c\\\\d|tab\there", "--stage", "Four=e"];

fn touchline(args: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_touchline")).env("LC_ALL", "C").args(args).output().unwrap()
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8(bytes.to_vec()).unwrap()
}

/// The JSON of a command that ends well, without what a file has and a table has not: lines, a name, a time of writing.
fn figures(args: &[&str]) -> Value {
    let done = touchline(args);
    assert_eq!(done.status.code(), Some(0), "{args:?}: {}", text(&done.stderr));
    comparable(&text(&done.stdout))
}

fn comparable(json: &str) -> Value {
    let mut figures: Value = serde_json::from_str(json).unwrap();
    figures["source"]["file"] = Value::Null;
    for reason in figures["rows"]["reasons"].as_array_mut().unwrap() {
        reason["first_lines"] = Value::Null;
        if reason["reason"] == "the time is more than two days after the file was written" {
            reason["reason"] = Value::from("the time is more than two days ahead");
        }
    }
    figures
}

/// Compares two values: numbers to the digit, times between stages to a millionth of a second.
fn check_equal(file: &Value, table: &Value, at: &str) {
    match (file, table) {
        (Value::Object(a), Value::Object(b)) => {
            assert_eq!(a.keys().collect::<Vec<_>>(), b.keys().collect::<Vec<_>>(), "{at}");
            a.iter().for_each(|(name, value)| check_equal(value, &b[name], &format!("{at}.{name}")));
        }
        (Value::Array(a), Value::Array(b)) => {
            assert_eq!(a.len(), b.len(), "{at}: {file} and {table}");
            a.iter().zip(b).enumerate().for_each(|(nth, (a, b))| check_equal(a, b, &format!("{at}[{nth}]")));
        }
        (Value::Number(a), Value::Number(b)) if at.contains("secs") => {
            assert!((a.as_f64().unwrap() - b.as_f64().unwrap()).abs() <= 1e-6, "{at}: {a} and {b}");
        }
        _ => assert_eq!(file, table, "{at}"),
    }
}

fn check_log(shop: &Shop, folder: &Path, name: &str, log: &Log, stages: &[&str], more: &[&str]) {
    let file = folder.join("log.csv");
    std::fs::write(&file, log.csv()).unwrap();
    let columns = ["--case", "who", "--event", "what", "--time", "when"];
    let asked = [&columns[..], stages, more, &["--ties", "name", "--json"]].concat();
    let of_file = figures(&[&["funnel", file.to_str().unwrap()], &asked[..]].concat());
    assert!(of_file["rows"]["used"].as_u64().unwrap() > 0);
    for sharding in [Sharding::ByCustomer, Sharding::Anywhere] {
        shop.load(log, sharding);
        let of_table = figures(&[&["funnel", &shop.address()], &asked[..]].concat());
        check_equal(&of_file, &of_table, &format!("{name}, {sharding:?}"));
    }
    let rejected = &of_file["rows"]["rejected"];
    println!("equal: {name}, {} rows, {rejected} rejected, sharded both ways", log.rows.len());
}

#[test]
fn the_engine_and_the_cluster_give_the_same_figures() {
    let Some(shop) = Shop::of_environment() else {
        println!("skipped: TOUCHLINE_CLUSTER names no servers; see tests/cluster/run.sh");
        return;
    };
    let folder = tempfile::tempdir().unwrap();
    let viewing = [
        "--stage",
        "Awareness=trailer_view|talent_post_view",
        "--stage",
        "Trial=trial_start",
        "--stage",
        "Habit=episode_complete",
    ];
    let segment = ["--segment", "where"];
    check_log(&shop, folder.path(), "viewing-events.csv", &example(), &viewing, &segment);
    for (times, name) in Times::ALL {
        for seed in 1..=3 {
            let log = random(seed, times);
            check_log(&shop, folder.path(), &format!("{name}, seed {seed}"), &log, &STAGES, &segment);
        }
        let log = random(4, times);
        check_log(&shop, folder.path(), &format!("{name}, one stage"), &log, &STAGES[..2], &segment);
        check_log(&shop, folder.path(), &format!("{name}, no segments"), &log, &STAGES, &[]);
    }
    check_every_counting(&shop, folder.path());
    check_printed(&shop, folder.path());
    check_map(&shop, folder.path());
    check_import(&shop, folder.path());
    check_refusals(&shop);
    interrupted::check(&shop);
}

/// The window's import lists the same events and segments, and measures the same, from a file and from a table.
fn check_import(shop: &Shop, folder: &Path) {
    let log = example();
    let file = folder.join("log.csv");
    std::fs::write(&file, log.csv()).unwrap();
    shop.load(&log, Sharding::Anywhere);
    let map = touchline::edit::empty_map(&mut IdSource::seeded(1));
    let address = Address::parse(&shop.address()).unwrap();
    let imports = [
        Import::open(vec![file], Vec::new(), IdSource::seeded(2)),
        Import::open_table(address, Access::of_environment(WAIT), IdSource::seeded(2)),
    ];
    let settle = |import: &mut Import| {
        // As the window does in its frames, between which it lets others work.
        while import.busy().is_some() {
            import.poll(&map);
            std::thread::yield_now();
        }
        assert_eq!(import.problem(), None);
    };
    let [of_file, of_table] = imports.map(|mut import| {
        settle(&mut import);
        for (column, role) in [Role::Case, Role::Event, Role::Time, Role::Segment].into_iter().enumerate() {
            import.give_role(column, Some(role));
            settle(&mut import);
        }
        import.set_ties(Ties::Name, &map);
        settle(&mut import);
        let events: Vec<_> = import.events().iter().map(|row| (row.event.clone(), row.rows)).collect();
        let segments: Vec<_> =
            import.segments().iter().map(|row| (row.value.clone(), row.customers, row.blank)).collect();
        assert!(events.len() > 2 && segments.len() > 1);
        import.make_stages_of_unbound(usize::MAX, &map);
        settle(&mut import);
        let mut json = Vec::new();
        import.report().unwrap().write_json(&mut json).unwrap();
        (events, segments, comparable(&text(&json)))
    });
    assert_eq!((&of_file.0, &of_file.1), (&of_table.0, &of_table.1));
    check_equal(&of_file.2, &of_table.2, "the window's import");
    println!("equal: the window's import, {} events bound to stages", of_file.0.len());
}

/// Every order, scope, window and as-of date, by the library, so that none depends on a flag.
fn check_every_counting(shop: &Shop, folder: &Path) {
    let file = folder.join("log.csv");
    for seed in [7, 8] {
        let log = random(seed, Times::Moments);
        std::fs::write(&file, log.csv()).unwrap();
        shop.load(&log, Sharding::Anywhere);
        let address = Address::parse(&shop.address()).unwrap();
        let progress = Progress::default();
        let access = Access::of_environment(WAIT);
        let inputs = [
            Input::File(Source::open(&file).unwrap()),
            Input::Table(TableSource::open(address, access, &progress).unwrap()),
        ];
        for (order, scope, window, as_of) in countings() {
            let [of_file, of_table] = inputs.each_ref().map(|input| {
                let found = input.recognise(&Overrides::default()).unwrap();
                let plan = Plan {
                    reading: found.reading(),
                    columns: Columns { case: 0, event: 1, time: 2, segment: Some(3) },
                    time: found.time_reader(input.sample(), 2),
                    stages: stages(),
                    reach: vec![ReachGroup { events: vec!["unbound".into(), "it's".into()] }],
                    ties: Ties::Name,
                    counting: Counting { order, scope, window, as_of, zone: None },
                };
                let report = input.run(&plan, &progress, 1 << 30).unwrap();
                let beside = format!("{:?}", report.segments.iter().map(|own| &own.reach).collect::<Vec<_>>());
                let mut json = Vec::new();
                report.write_json(&mut json).unwrap();
                (comparable(&text(&json)), beside, report.events)
            });
            let name = format!("seed {seed}, {order:?}, {scope:?}, window {window:?}, as of {as_of:?}");
            check_equal(&of_file.0, &of_table.0, &name);
            assert_eq!((of_file.1, of_file.2), (of_table.1, of_table.2), "{name}");
        }
        println!("equal: ordered and any order, closed and open, with windows and as-of dates, seed {seed}");
    }
}

fn countings() -> Vec<(StageOrder, Scope, Option<u64>, Option<i64>)> {
    let mut all = Vec::new();
    for order in [StageOrder::Ordered, StageOrder::Any] {
        for scope in [Scope::Closed, Scope::Open] {
            // No window, none but the same moment, two days, and longer than time is.
            for window in [None, Some(0), Some(172_800), Some(u64::MAX)] {
                // 2026-01-10 00:00:00 in UTC, or no limit.
                let as_of = (window == Some(172_800)).then_some(1_768_003_200_000_000);
                all.push((order, scope, window, as_of));
            }
        }
    }
    all
}

fn stages() -> Vec<StagePlan> {
    let stage = |name: &str, events: &[&str]| StagePlan {
        name: name.to_owned(),
        events: events.iter().map(|event| (*event).to_owned()).collect(),
    };
    vec![
        stage("One", &["a", "it's"]),
        stage("Two", &["b"]),
        stage("Three", &["e", "two\nlines"]),
        stage("Four", &["f,\"g\""]),
    ]
}

/// The printed question, asked by somebody else, gives the same figures; cut short or of another question, none.
fn check_printed(shop: &Shop, folder: &Path) {
    let log = random(5, Times::Moments);
    shop.load(&log, Sharding::Anywhere);
    let address = shop.address();
    let asked = |more: &[&str]| {
        let columns = ["--case", "who", "--event", "what", "--time", "when", "--segment", "where"];
        touchline(&[&["funnel", &address], &columns[..], &STAGES, &["--json"], more].concat())
    };
    let printed = asked(&["--print-sql"]);
    assert_eq!(printed.status.code(), Some(0), "{}", text(&printed.stderr));
    let answer = shop.ask(&text(&printed.stdout));
    let file = folder.join("answer.tsv");
    std::fs::write(&file, &answer).unwrap();
    let from_result = ["--from-result", file.to_str().unwrap()];
    let read = asked(&from_result);
    assert_eq!(read.status.code(), Some(0), "{}", text(&read.stderr));
    check_equal(&comparable(&text(&asked(&[]).stdout)), &comparable(&text(&read.stdout)), "printed");

    std::fs::write(&file, &answer[..answer.len() * 2 / 3]).unwrap();
    let cut = asked(&from_result);
    assert_eq!((cut.status.code(), cut.stdout.len()), (Some(3), 0));
    assert!(text(&cut.stderr).contains("ends before its end"), "{}", text(&cut.stderr));
    std::fs::write(&file, &answer).unwrap();
    let other = asked(&[&from_result[..], &["--stage", "Five=f"]].concat());
    assert_eq!((other.status.code(), other.stdout.len()), (Some(3), 0));
    assert!(text(&other.stderr).contains("another question"), "{}", text(&other.stderr));
    println!("equal: the question printed, asked by hand, and its answer read from a file");
}

/// A map is measured over a table as over a file, and holds the same figures after.
fn check_map(shop: &Shop, folder: &Path) {
    let log = random(6, Times::Moments);
    shop.load(&log, Sharding::ByCustomer);
    let file = folder.join("log.csv");
    std::fs::write(&file, log.csv()).unwrap();
    let map = Path::new(env!("CARGO_MANIFEST_DIR")).join("examples/lumen-kids.ron");
    let measured = |log: &str, to: &str| {
        let to = folder.join(to);
        let columns = ["--case", "who", "--event", "what", "--time", "when", "--segment", "where", "--ties", "name"];
        let stage = ["--stage", "One more=a", "--json", "-o", to.to_str().unwrap()];
        let figures = figures(&[&["measure", map.to_str().unwrap(), log], &columns[..], &stage].concat());
        (figures, std::fs::read_to_string(to).unwrap())
    };
    let (of_file, _) = measured(file.to_str().unwrap(), "of-file.ron");
    let (of_table, map) = measured(&shop.address(), "of-table.ron");
    check_equal(&of_file, &of_table, "measure");
    assert!(map.contains("shop.log") && !map.contains("clickhouse://") && !map.contains("analyst"));
    println!("equal: a map measured over both");
}

/// What a server refuses is said, with its exit code, and no password with it.
fn check_refusals(shop: &Shop) {
    let columns = ["--case", "who", "--event", "what", "--time", "when", "--stage", "One=a"];
    for (address, more, code, says) in [
        (shop.address(), vec!["--ties", "file"], 2, "let their names decide"),
        (shop.address().replace("/log", "/nothing"), vec![], 3, "the server says: Code: 60"),
        (shop.address(), vec!["--segment", "nowhere"], 2, "who, what, when, where"),
        (shop.address().replace("analyst", "stranger"), vec![], 1, "does not let this user in"),
        (shop.address().replace("analyst@", ""), vec![], 1, "does not let this user in"),
    ] {
        let done = touchline(&[&["funnel", &address], &columns[..], &more].concat());
        let said = text(&done.stderr);
        assert_eq!(done.status.code(), Some(code), "{address}: {said}");
        assert!(said.contains(says) && !said.contains(&shop.password), "{address}: {said}");
        assert!(done.stdout.is_empty());
    }
    println!("refused as it should be: ties by file, an unknown table, column and user");
}
