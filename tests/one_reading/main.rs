//! One table gives one answer, however it is written down, wherever and by whomever it is read: by each command that takes a
//! file of data, and in the window's session.
#![expect(clippy::disallowed_methods, reason = "waits for real threads, up to a deadline")]

mod recognised;
mod written;

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::{Duration, Instant};

use proptest::prelude::*;
use proptest::test_runner::RngSeed;
use serde_json::Value;
use touchline::edit::templates::Template;
use touchline::model::{IdSource, Map, Metric, MetricId, MetricKind, Rank};
use touchline::session::at_risk::AtRiskFile;
use touchline::session::flows::{FillMsg, Msg};
use touchline::session::import::Import;
use touchline::session::{Intent, Session};
use touchline::store::save_map;

use written::{Clock, Writing};

const EVENTS: [&str; 3] = ["Vorschau angesehen", "im Forum größer", "im Café bezahlt"];
const SEGMENTS: [&str; 2] = ["Familien", "Gäste"];
const NOTES: [&str; 6] = ["", "plain", "a, b", "c; d", "say \"hi\"", "two\nlines"];
const HEADER: [&str; 5] = ["Kunde", "event", "time", "segment", "note"];

/// A row of a log: customer, event, minute, segment, note.
type Row = (usize, usize, u64, usize, usize);

fn log() -> impl Strategy<Value = Vec<Row>> {
    let row = (0_usize..25, 0..EVENTS.len(), 0_u64..40_000, 0..SEGMENTS.len(), 0..NOTES.len());
    proptest::collection::vec(row, 4..70).prop_map(|rows| {
        // Whatever else there is, each event and segment is there.
        let all = (0..12).map(|nth| (30 + nth, nth % 3, 60 * nth as u64, nth % 2, nth % 6));
        all.chain(rows).collect()
    })
}

fn cells(rows: &[Row], clock: Clock) -> Vec<Vec<String>> {
    let row = |(customer, event, minute, segment, note): &Row| {
        let time = clock.time(minute / 1440, minute % 1440);
        let fields = [&*format!("k{customer}"), EVENTS[*event], &time, SEGMENTS[*segment], NOTES[*note]];
        fields.map(str::to_owned).to_vec()
    };
    std::iter::once(HEADER.map(str::to_owned).to_vec()).chain(rows.iter().map(row)).collect()
}

/// What is right: who reached each stage, and the customers of each segment.
#[derive(Debug, PartialEq)]
struct Figures {
    rows: u64,
    reached: Vec<u64>,
    customers: BTreeMap<String, u64>,
}

impl Figures {
    fn counted(rows: &[Row]) -> Figures {
        let mut reached = vec![0; EVENTS.len()];
        let mut customers: BTreeMap<String, u64> = BTreeMap::new();
        for customer in rows.iter().map(|row| row.0).collect::<BTreeSet<_>>() {
            let own: Vec<&Row> = rows.iter().filter(|row| row.0 == customer).collect();
            // The first of equal times is the first in the file.
            let first = own.iter().min_by_key(|row| row.2).unwrap();
            *customers.entry(SEGMENTS[first.3].to_owned()).or_default() += 1;
            let mut since = 0;
            for (stage, reached) in reached.iter_mut().enumerate() {
                let times = own.iter().filter(|row| row.1 == stage && row.2 >= since).map(|row| row.2);
                let Some(arrival) = times.min() else { break };
                since = arrival;
                *reached += 1;
            }
        }
        Figures { rows: rows.len() as u64, reached, customers }
    }

    fn of_json(answer: &Value) -> Figures {
        let segments = answer["segments"].as_array().unwrap();
        let count = |value: &Value| value.as_u64().unwrap();
        let own = segments.iter().skip(1);
        Figures {
            rows: count(&answer["rows"]["used"]),
            reached: segments[0]["stages"].as_array().unwrap().iter().map(|stage| count(&stage["reached"])).collect(),
            customers: own.map(|one| (one["segment"].as_str().unwrap().to_owned(), count(&one["customers"]))).collect(),
        }
    }

    fn of_window(import: &Import) -> Figures {
        let report = import.report().expect("figures");
        let own = report.segments.iter().filter(|figures| !figures.total);
        Figures {
            rows: report.rows.used,
            reached: report.total().unwrap().stages.iter().map(|stage| stage.reached).collect(),
            customers: own.map(|figures| (figures.segment.clone(), figures.customers)).collect(),
        }
    }
}

/// A map whose first stages are reached by the events, with metrics that a log and a file of customers fill.
fn map() -> Map {
    let mut map = Template::StreamingSubscriber.build(&mut IdSource::seeded(1));
    let stages: Vec<_> = map.stages_in_order().into_iter().map(|(id, _)| id).collect();
    map.metrics.clear();
    for (nth, kind) in [MetricKind::Community, MetricKind::GrossChurn].into_iter().enumerate() {
        map.metrics.insert(MetricId(nth as u64), Metric::new(stages[0], Rank::middle(), kind));
    }
    for (id, event) in stages.into_iter().zip(EVENTS) {
        map.stages.get_mut(&id).unwrap().events = vec![event.to_owned()];
    }
    map
}

/// A folder with a table in one writing, and a map.
struct Desk {
    folder: tempfile::TempDir,
    path: PathBuf,
    writing: Writing,
}

impl Desk {
    fn with(writing: &Writing, rows: &[Vec<String>]) -> Desk {
        let folder = tempfile::tempdir().unwrap();
        let path = writing.put(folder.path(), rows);
        save_map(&folder.path().join("map.ron"), &map()).unwrap();
        Desk { folder, path, writing: writing.clone() }
    }

    fn program(&self, args: &[&str]) -> Command {
        let mut program = Command::new(env!("CARGO_BIN_EXE_touchline"));
        program.env("LC_ALL", self.writing.language).env("TZ", self.writing.zone).args(args);
        program.env("TOUCHLINE_STATE", self.folder.path().join("state")).current_dir(self.folder.path());
        program
    }

    /// What a command answers to the table, whatever that file is called.
    fn asked(&self, command: &str, args: &[&str]) -> Value {
        let name = self.path.file_name().unwrap().to_str().unwrap();
        let map: &[&str] = if ["measure", "scorecard"].contains(&command) { &["map.ron"] } else { &[] };
        let all = [&[command], map, &[name], args, &["--json"]].concat();
        let done = self.program(&all).output().unwrap();
        assert!(done.status.success(), "{all:?}: {}", String::from_utf8_lossy(&done.stderr));
        let answer = String::from_utf8(done.stdout).unwrap().replace(name, "table.csv");
        serde_json::from_str(&answer).unwrap()
    }
}

fn imported(path: &Path, map: &Map) -> Import {
    let mut import = Import::open(vec![path.to_owned()], Vec::new(), IdSource::seeded(9));
    let start = Instant::now();
    while import.busy().is_some() {
        import.poll(map);
        std::thread::yield_now();
        assert!(start.elapsed() < Duration::from_secs(60), "the import does not end");
    }
    import
}

fn is_answered(file: &AtRiskFile) -> bool {
    file.busy().is_none()
}

/// What a file says to the scorecard of the window's session: what is measured, period, count, of how many.
fn scores_in_window(path: &Path) -> Vec<(String, u64, u64)> {
    let mut session = Session::new(Default::default(), IdSource::seeded(3));
    let open = FillMsg::Open { path: path.to_owned(), metric: None, read_as: None };
    session.handle(Intent::Flow(Msg::Fill(open)), Duration::ZERO);
    let start = Instant::now();
    while session.flows().fill().unwrap().busy().is_some() {
        session.handle(Intent::Tick, Duration::ZERO);
        std::thread::yield_now();
        assert!(start.elapsed() < Duration::from_secs(60), "the file is never read");
    }
    let (_, scores) = session.flows().fill().unwrap().scores().expect("scores");
    scores.scores.iter().map(|score| (score.period.label.clone(), score.count, score.of)).collect()
}

/// The same as the command tells it.
fn scores_told(answer: &Value) -> Vec<(String, u64, u64)> {
    let periods = answer["filled"].as_array().unwrap().iter().flat_map(|metric| metric["periods"].as_array().unwrap());
    let count = |value: &Value| value.as_u64().unwrap();
    periods.map(|one| (one["period"].as_str().unwrap().to_owned(), count(&one["count"]), count(&one["of"]))).collect()
}

/// One customer of a file of customers: the days of coming, of the last login and of leaving, consent, segment.
#[derive(Clone, Debug)]
struct Customer {
    came: u64,
    seen: u64,
    left: Option<u64>,
    consents: bool,
    segment: usize,
}

fn customers() -> impl Strategy<Value = Vec<Customer>> {
    let one = (0_u64..60, 0_u64..30, prop::option::of(0_u64..40), any::<bool>(), 0..SEGMENTS.len());
    let one = one.prop_map(|(came, seen, left, consents, segment)| {
        let seen = came + seen;
        Customer { came, seen: seen.min(88), left: left.map(|left| (seen + left).min(89)), consents, segment }
    });
    proptest::collection::vec(one, 40..90).prop_map(|mut all| {
        // Whatever else there is, somebody was there on the last day, and days are told from months.
        all.push(Customer { came: 20, seen: 89, left: None, consents: true, segment: 0 });
        all.push(Customer { came: 14, seen: 20, left: Some(50), consents: true, segment: 1 });
        all
    })
}

fn customer_cells(all: &[Customer], clock: Clock) -> Vec<Vec<String>> {
    let header = ["user_id", "signup_date", "last_login", "cancelled_on", "consent", "segment"];
    let row = |(nth, one): (usize, &Customer)| {
        let left = one.left.map(|day| clock.day(day)).unwrap_or_default();
        let consents = if one.consents { "yes" } else { "no" };
        let days = [clock.day(one.came), clock.day(one.seen), left];
        let [came, seen, left] = days;
        vec![format!("u{nth}"), came, seen, left, consents.to_owned(), SEGMENTS[one.segment].to_owned()]
    };
    std::iter::once(header.map(str::to_owned).to_vec()).chain(all.iter().enumerate().map(row)).collect()
}

/// A table of three stages, with a note on each.
fn counts_cells(names: &[String], counts: &[u64]) -> Vec<Vec<String>> {
    let header = ["stage", "entered", "note"].map(str::to_owned).to_vec();
    let notes = ["größer, als gedacht", "für Gäste; später", "café"];
    let row = |((name, count), note): ((&String, &u64), &str)| vec![name.clone(), count.to_string(), note.to_owned()];
    std::iter::once(header).chain(names.iter().zip(counts).zip(notes).map(row)).collect()
}

/// Silent for two weeks or more, up to the cancellation or the last day of the file.
fn is_at_risk(one: &Customer) -> bool {
    one.left.unwrap_or(89).saturating_sub(one.seen) >= 14
}

/// Which of the tests below asks a command. A command that is not in the list is refused by
/// [`every_command_that_reads_data_is_held_to_its_answer`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Held {
    /// By the test of logs.
    Logs,
    /// By the tests of logs and of customers.
    LogsAndCustomers,
    /// By the test of customers.
    Customers,
    /// By the test of counts.
    Counts,
    /// It reads maps, and sheets made of maps.
    ReadsNoData,
}

const COMMANDS: [(&str, Held); 18] = [
    ("inspect", Held::LogsAndCustomers),
    ("funnel", Held::Logs),
    ("compare", Held::Logs),
    ("measure", Held::Logs),
    ("retention", Held::LogsAndCustomers),
    ("scorecard", Held::LogsAndCustomers),
    ("at-risk", Held::Customers),
    ("read", Held::Counts),
    ("leaks", Held::ReadsNoData),
    ("changes", Held::ReadsNoData),
    ("check", Held::ReadsNoData),
    ("export", Held::ReadsNoData),
    ("sheet", Held::ReadsNoData),
    ("recover", Held::ReadsNoData),
    ("diff", Held::ReadsNoData),
    ("merge", Held::ReadsNoData),
    ("contents", Held::ReadsNoData),
    ("scrub", Held::ReadsNoData),
];

/// The commands that one of the tests asks, in the order above.
fn held_by(any_of: &[Held]) -> Vec<&'static str> {
    COMMANDS.iter().filter(|(_, held)| any_of.contains(held)).map(|(name, _)| *name).collect()
}

/// The program's own list of commands is the one above, and a command that offers the flags of a file's reading is asked.
#[test]
fn every_command_that_reads_data_is_held_to_its_answer() {
    let help = |args: &[&str]| {
        let done = Command::new(env!("CARGO_BIN_EXE_touchline")).env("LC_ALL", "C").args(args).output().unwrap();
        String::from_utf8(done.stdout).unwrap()
    };
    let all = help(&["--help"]);
    let listed = all.split("Commands:").nth(1).unwrap().split("\n\n").next().unwrap();
    let listed: BTreeSet<&str> = listed.lines().filter_map(|line| line.split_whitespace().next()).collect();
    assert_eq!(listed, COMMANDS.iter().map(|(name, _)| *name).collect::<BTreeSet<_>>());
    for (name, held) in COMMANDS {
        let help = help(&[name, "--help"]);
        let reads = ["--zone", "--drop-duplicates", "--keep-names", "--join", "--sheet", "--preset"];
        let offered: Vec<&str> = reads.into_iter().filter(|flag| help.contains(flag)).collect();
        match held {
            Held::ReadsNoData => assert!(offered.is_empty(), "{name} reads data"),
            _ => assert_eq!(offered, reads, "{name} reads files in a way of its own"),
        }
    }
}

proptest! {
    // The same tables and writings in every run; another number tries others.
    #![proptest_config(ProptestConfig { cases: 6, failure_persistence: None, rng_seed: RngSeed::Fixed(1), ..ProptestConfig::default() })]

    #[test]
    fn a_log_gives_the_same_figures_however_it_is_written_and_whoever_reads_it(rows in log(), writing in Writing::any()) {
        let plain = Desk::with(&Writing::PLAIN, &cells(&rows, Clock::Iso));
        let other = Desk::with(&writing, &cells(&rows, writing.clock));
        let right = Figures::counted(&rows);

        let columns = ["--case", "Kunde", "--event", "event", "--time", "time", "--segment", "segment"];
        let stages = EVENTS.map(|event| format!("{event}={event}"));
        let stages: Vec<&str> = stages.iter().flat_map(|stage| ["--stage", stage.as_str()]).collect();
        let funnel = [&columns[..], &stages].concat();
        for command in held_by(&[Held::Logs, Held::LogsAndCustomers]) {
            let args: Vec<&str> = match command {
                "funnel" => funnel.clone(),
                "compare" => [&funnel[..], &["--least-customers", "1", "--least-cell", "0"]].concat(),
                "retention" => ["--case", "Kunde", "--time", "time", "--group", "segment", "--gone-after", "7"].to_vec(),
                _ => Vec::new(),
            };
            let (answer, as_plain) = (other.asked(command, &args), plain.asked(command, &args));
            match command {
                "inspect" => {
                    prop_assert_eq!(answer["rows"].as_u64(), Some(rows.len() as u64), "{}", answer);
                    let names = answer["columns"].as_array().unwrap().iter().map(|one| one["name"].as_str().unwrap());
                    prop_assert_eq!(names.collect::<Vec<_>>(), HEADER);
                    prop_assert_eq!(&answer["problem_count"], 0, "{}", answer);
                    continue;
                }
                "funnel" | "measure" => prop_assert_eq!(&Figures::of_json(&answer), &right),
                "compare" => prop_assert_eq!(answer["pairs"].as_array().unwrap().len(), 1, "{}", answer),
                "retention" => {
                    let groups = answer["groups"].as_array().unwrap().iter().skip(1);
                    let of = groups.map(|one| (one["group"].as_str().unwrap().to_owned(), one["customers"].as_u64().unwrap()));
                    prop_assert_eq!(of.collect::<BTreeMap<_, _>>(), right.customers.clone());
                }
                "scorecard" => {
                    let all = rows.iter().map(|row| row.0).collect::<BTreeSet<_>>().len() as u64;
                    let forum = rows.iter().filter(|row| row.1 == 1).map(|row| row.0).collect::<BTreeSet<_>>().len() as u64;
                    let told = scores_told(&answer);
                    prop_assert_eq!(told.iter().map(|(_, count, of)| (*count, *of)).collect::<Vec<_>>(), [(forum, all)]);
                    prop_assert_eq!(scores_in_window(&other.path), told);
                }
                other => panic!("{other} is asked and its answer is held to nothing"),
            }
            prop_assert_eq!(&answer, &as_plain, "{} answers {:?} otherwise", command, writing);
        }
        let again = other.asked("funnel", &[&funnel[..], &["--drop-duplicates"]].concat());
        prop_assert_eq!(&Figures::of_json(&again).reached, &right.reached);
        prop_assert_eq!(&Figures::of_window(&imported(&other.path, &map())), &right);
    }

    #[test]
    fn a_file_of_customers_gives_the_same_figures_however_it_is_written_and_whoever_reads_it(
        all in customers(),
        writing in Writing::any(),
    ) {
        let plain = Desk::with(&Writing::PLAIN, &customer_cells(&all, Clock::Iso));
        let other = Desk::with(&writing, &customer_cells(&all, writing.clock));
        let count = |is: &dyn Fn(&Customer) -> bool| all.iter().filter(|one| is(one)).count() as u64;
        let left = count(&|one| one.left.is_some());
        for command in held_by(&[Held::Customers, Held::LogsAndCustomers]) {
            let args: &[&str] = if command == "retention" {
                &["--start", "signup_date", "--end", "cancelled_on", "--group", "segment"]
            } else {
                &[]
            };
            let (answer, as_plain) = (other.asked(command, args), plain.asked(command, args));
            match command {
                "inspect" => {
                    prop_assert_eq!(answer["rows"].as_u64(), Some(all.len() as u64), "{}", answer);
                    prop_assert_eq!(answer["shape"]["name"].as_str(), Some("churn-signals"), "{}", answer);
                    prop_assert_eq!(&answer["problem_count"], 0, "{}", answer);
                    continue;
                }
                "at-risk" => {
                    let total = &answer["segments"][0];
                    let figures = ["customers", "cancelled", "at_risk", "cohort"].map(|name| total[name].as_u64().unwrap());
                    let cohort = count(&|one| is_at_risk(one) && one.left.is_none() && one.consents);
                    prop_assert_eq!(figures, [all.len() as u64, left, count(&is_at_risk), cohort]);
                }
                "retention" => {
                    let groups = answer["groups"].as_array().unwrap();
                    prop_assert_eq!(groups[0]["customers"].as_u64(), Some(all.len() as u64));
                    prop_assert_eq!(groups[0]["left"].as_u64(), Some(left));
                    prop_assert_eq!(groups.len(), 3);
                }
                "scorecard" => {
                    let told = scores_told(&answer);
                    prop_assert!(!told.is_empty(), "{}", answer);
                    prop_assert_eq!(scores_in_window(&other.path), told);
                }
                other => panic!("{other} is asked and its answer is held to nothing"),
            }
            prop_assert_eq!(&answer, &as_plain, "{} answers {:?} otherwise", command, writing);
        }
        let mut file = AtRiskFile::open(other.path.clone());
        let start = Instant::now();
        while !is_answered(&file) {
            file.poll();
            std::thread::yield_now();
            prop_assert!(start.elapsed() < Duration::from_secs(60), "the file is never read");
        }
        file.count(Default::default());
        let figures = &file.figures().expect("figures").all;
        prop_assert_eq!([figures.customers, figures.cancelled, figures.at_risk], [all.len() as u64, left, count(&is_at_risk)]);
        prop_assert_eq!(file.retention().expect("a curve").groups[0].left, left);
    }

    #[test]
    fn counts_of_stages_are_the_same_however_they_are_written_and_whoever_reads_them(
        counts in proptest::collection::vec(40_u64..5_000, 3),
        writing in Writing::any(),
    ) {
        let mut counts = counts;
        counts.sort_unstable_by(|a, b| b.cmp(a));
        let map = map();
        let names: Vec<String> = map.stages_in_order().into_iter().take(3).map(|(_, stage)| stage.name.clone()).collect();
        let desk = Desk::with(&writing, &counts_cells(&names, &counts));

        let found = desk.asked("inspect", &[]);
        prop_assert_eq!(found["shape"]["name"].as_str(), Some("stage-counts"), "{}", found);
        let reached = |answer: &Value| -> Vec<u64> {
            let stages = answer["funnel"]["segments"][0]["stages"].as_array().unwrap_or_else(|| panic!("{answer}"));
            stages.iter().map(|stage| stage["reached"].as_u64().unwrap()).collect()
        };
        for command in held_by(&[Held::Counts]).into_iter().chain(["measure"]) {
            prop_assert_eq!(&reached(&desk.asked(command, &[])), &counts);
        }
        let import = imported(&desk.path, &map);
        let funnel = import.shape_report().and_then(|report| report.figures.funnel().cloned());
        let stages = funnel.and_then(|funnel| funnel.total().map(|total| total.stages.clone())).unwrap();
        prop_assert_eq!(stages.iter().map(|stage| stage.came()).collect::<Vec<_>>(), counts);
    }
}
