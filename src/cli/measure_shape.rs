//! `touchline measure` of a file that is no log of events: what it says, put to the stages and touchpoints of a map.

use std::io::Write;

use serde::Serialize;
use touchline_words::say;

use super::changes::{self, ChangesFound};
use super::doubts::{say_of_reading, say_of_times, tell_grouped};
use super::exit::{Exit, Failure, tell};
use super::json;
use super::log_arg::say_dropped;
use super::read::{read, say_of_answers};
use super::{figures, shape_text};
use crate::behaviour::plan::StagePlan;
use crate::behaviour::recognise::Recognition;
use crate::behaviour::shapes::{Shape, ShapeReport};
use crate::behaviour::source::Source;
use crate::measure::{Unmatched, stages_asked};
use crate::model::{Date, Map};
use crate::session::measuring::Measuring;

/// The figures, and the names of the file that the map lacks.
#[derive(Serialize)]
struct Answer<'a> {
    #[serde(flatten)]
    report: &'a ShapeReport,
    unmatched: Vec<Missed<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    changes: Option<changes::Answer<'a>>,
}

#[derive(Serialize)]
struct Missed<'a> {
    name: &'a str,
    nearest: Option<&'a str>,
}

/// What the file is, and what is to be told.
pub struct Ask {
    pub shape: Shape,
    pub json: bool,
    /// What changed against the figures that the map has.
    pub changes: bool,
    pub today: Date,
}

/// Reads the file, lays it over the map, and prints what it says. Writing the map is the caller's.
pub fn run(
    measuring: &mut Measuring,
    source: &Source,
    recognition: &Recognition,
    ask: &Ask,
    out: &mut dyn Write,
) -> Result<(), Failure> {
    let Ask { shape, json, changes, today } = *ask;
    let before = measuring.map().clone();
    say_of_reading(recognition);
    say_of_times(recognition);
    let report = read_for(measuring.map(), source, recognition, shape)?;
    say_dropped(source);
    say_of_answers(&report);
    figures::warn_of_rows(&report.rows);
    tell_grouped(&recognition.grouped);
    let unmatched = measuring
        .lay_shape(&report, today)
        .map_err(|error| Failure::new(Exit::BadInput, format!("{}: {error}", source.name())))?;
    for missed in &unmatched {
        let nearest = missed.nearest.as_ref().map_or(String::new(), |nearest| say!(cli_nearest, nearest));
        tell(&say!(cli_not_on_map, name = missed.name, nearest));
    }
    let then = before.measurement().map(|(_, then)| then);
    let now = measuring.map().measurement().map(|(_, now)| now);
    let told =
        now.filter(|_| changes && report.figures.funnel().is_some()).map(|now| ChangesFound::of(&before, then, now));
    match &told {
        Some(told) => told.warn(),
        None if changes => tell(say!(cli_no_stages_measured)),
        None => {}
    }
    if json {
        json::write(out, || Answer {
            report: &report,
            unmatched: unmatched.iter().map(missed).collect(),
            changes: told.as_ref().map(ChangesFound::answer),
        })?;
    } else {
        out.write_all(shape_text::text(&report, shape).as_bytes())?;
        if let Some(told) = told {
            write!(out, "\n{}", told.text())?;
        }
    }
    Ok(())
}

fn missed(missed: &Unmatched) -> Missed<'_> {
    Missed { name: &missed.name, nearest: missed.nearest.as_deref() }
}

/// Reads the file; where it has single records, it is counted by the stages of the map that its names mean.
fn read_for(map: &Map, source: &Source, recognition: &Recognition, shape: Shape) -> Result<ShapeReport, Failure> {
    let report = read(source, recognition, shape, None)?;
    let names: Vec<String> = match report.figures.funnel().and_then(|funnel| funnel.total()) {
        Some(total) if shape.has_records() => total.stages.iter().map(|stage| stage.name.clone()).collect(),
        _ => return Ok(report),
    };
    let asked: Vec<StagePlan> = stages_asked(map, &names);
    if asked.is_empty() { Ok(report) } else { read(source, recognition, shape, Some(&asked)) }
}
