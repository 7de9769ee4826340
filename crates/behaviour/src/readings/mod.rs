//! One log in every dress that it comes in: whatever is put around its values, its figures stay the same.

mod cuts;
mod dates;
mod names;
mod persons;

use std::time::{Duration, SystemTime};

use crate::engine;
use crate::error::BehaviourError;
use crate::plan::{Columns, Counting, Plan, StagePlan, Ties};
use crate::progress::Progress;
use crate::recognise::{Overrides, Recognition, recognise};
use crate::report::Report;
use crate::source::Source;

/// The day of these tests, 1 December 2026.
fn source(bytes: impl AsRef<[u8]>) -> Source {
    let now = SystemTime::UNIX_EPOCH + Duration::from_secs(1_796_083_200);
    Source::from_bytes("log.csv", bytes.as_ref().to_vec(), now).unwrap()
}

/// One event: whose, which, and on which day of March 2026 and at which hour it happened, five minutes past.
#[derive(Clone, Copy)]
struct Happened {
    user: u32,
    event: &'static str,
    day: u32,
    hour: u32,
}

/// Twelve customers view, eight of them sign up an hour later, four buy four hours after that.
fn log() -> Vec<Happened> {
    let of = |user: u32| {
        let at = move |event, hour| Happened { user, event, day: user, hour };
        let all = [(true, at("view", 9)), (user <= 8, at("signup", 10)), (user <= 4, at("buy", 14))];
        all.into_iter().filter(|(happened, _)| *happened).map(|(_, event)| event)
    };
    (1..=12).flat_map(of).collect()
}

/// The log as lines under a header, each made by a function.
fn lines(header: &str, line: impl Fn(Happened) -> String) -> String {
    let rows = log().into_iter().map(|event| line(event) + "\n");
    std::iter::once(format!("{header}\n")).chain(rows).collect()
}

/// How a person writes a time of the log: `2026-03-01 09:05:00`.
fn iso(event: Happened) -> String {
    format!("2026-03-{:02} {:02}:05:00", event.day, event.hour)
}

fn report(bytes: impl AsRef<[u8]>, overrides: &Overrides) -> Result<(Recognition, Report), BehaviourError> {
    let source = source(bytes);
    let overrides =
        Overrides { column_names: ["user", "event", "time"].map(str::to_owned).to_vec(), ..overrides.clone() };
    let found = recognise(&source, &overrides)?;
    let column = |name: &str| found.column_named(name);
    let time = found.column_of_dates(column("time")?);
    let stage = |name: &str, event: &str| StagePlan { name: name.to_owned(), events: vec![event.to_owned()] };
    let plan = Plan {
        reading: found.reading(),
        columns: Columns { case: column("user")?, event: column("event")?, time, segment: column("segment").ok() },
        time: found.time_reader(&source, time),
        stages: vec![stage("A", "view"), stage("B", "signup"), stage("C", "buy")],
        reach: Vec::new(),
        ties: Ties::File,
        counting: Counting::default(),
    };
    let report = engine::run(&plan, &source, &Progress::default())?;
    Ok((found, report))
}

/// The log has the figures that it has, by whichever names it is asked, and `inspect` sees the same columns.
fn check_log(name: &str, bytes: impl AsRef<[u8]>) -> Recognition {
    let (found, report) = match report(&bytes, &Overrides::default()) {
        Ok(both) => both,
        Err(error) => panic!("{name}: {error}\n{}", String::from_utf8_lossy(bytes.as_ref())),
    };
    let all = &report.segments[0];
    let reached: Vec<u64> = all.stages.iter().map(|stage| stage.reached).collect();
    let medians: Vec<Option<f64>> = all.stages.iter().map(|stage| stage.median_secs_to_next).collect();
    let expected = (24, [12, 8, 4].as_slice(), [Some(3600.0), Some(14_400.0), None].as_slice());
    assert_eq!((report.rows.used, reached.as_slice(), medians.as_slice()), expected, "{name}: {:?}", report.rows);
    // Who names no column sees the same table.
    let unnamed = recognise(&source(bytes), &Overrides::default()).unwrap();
    assert_eq!((unnamed.names(), unnamed.header_line), (found.names(), found.header_line), "{name}");
    found
}

/// What is said when no row can be used.
fn refused(bytes: impl AsRef<[u8]>) -> String {
    match report(bytes, &Overrides::default()) {
        Ok((_, report)) => panic!("{:?}", report.rows),
        Err(error) => error.to_string(),
    }
}
