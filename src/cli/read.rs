//! `touchline read`: what a file of any shape says, without a map. Reads the file and writes nothing.

use std::io::{IsTerminal, Write};
use std::sync::mpsc;
use std::time::Duration;

use clap::Args;
use touchline_words::say;

use super::doubts::{say_of_times, tell_grouped};
use super::exit::{Failure, Progress as ShownProgress, tell};
use super::json;
use super::log_arg::{FileArg, LogArg, ReadingFlags, say_dropped};
use super::{figures, shape_text};
use crate::behaviour::error::BehaviourError;
use crate::behaviour::plan::StagePlan;
use crate::behaviour::progress::Progress;
use crate::behaviour::recognise::Recognition;
use crate::behaviour::shapes::guess::guess;
use crate::behaviour::shapes::{self, Shape, ShapeReport};
use crate::behaviour::source::Source;
use crate::figures::numbers;

/// Print what a file says: stage counts, funnel exports, CRM stages, surveys, completion, themes, calendars.
#[derive(Args)]
#[command(after_help = "Example: touchline read ga4-funnel.csv\n         \
    touchline read answers.csv --shape survey --json\n\n\
    The shape of the file is recognised by its columns, and standard error says by which. Rows that cannot be used are \
    counted by reason on standard error.")]
pub struct Read {
    #[command(flatten)]
    file: FileArg,
    /// What the file is, where its columns do not say it: survey, stage-counts, ga4-funnel, …
    #[arg(long, value_name = "NAME")]
    shape: Option<String>,
    /// Write one JSON object instead of text
    #[arg(long)]
    json: bool,
}

impl Read {
    pub fn run(&self, out: &mut dyn Write) -> Result<(), Failure> {
        let named = self.shape.as_deref().map(Shape::of_word).transpose()?;
        let (source, recognition) = self.file.read(Vec::new())?;
        let found = read_but(&source, &recognition, self.file.how(), named, None)?;
        let Some((report, shape)) = found else { return Ok(()) };
        if self.json {
            json::write(out, || &report)?;
        } else {
            out.write_all(shape_text::text(&report, shape).as_bytes())?;
        }
        Ok(())
    }
}

/// What a table of counts, or of records from which people are counted, says; its rows and what is in doubt are told. Of a log of
/// events nothing.
pub fn counted(file: &LogArg) -> Result<Option<(ShapeReport, Shape)>, Failure> {
    let (source, recognition) = file.how().read(file.path(), Vec::new())?;
    read_but(&source, &recognition, file.how(), None, Some(Shape::EventLog))
}

/// A file of the shape that was named, or else is recognised; nothing of the shape that is left out.
fn read_but(
    source: &Source,
    recognition: &Recognition,
    how: &ReadingFlags,
    named: Option<Shape>,
    left_out: Option<Shape>,
) -> Result<Option<(ShapeReport, Shape)>, Failure> {
    let shape = shape_of(source, recognition, named)?;
    if left_out == Some(shape) {
        return Ok(None);
    }
    how.say_zone_is_for_events();
    say_of_times(recognition);
    let report = read(source, recognition, shape, None)?;
    say_dropped(source);
    say_of_answers(&report);
    figures::warn_of_rows(&report.rows);
    tell_grouped(&recognition.grouped);
    Ok(Some((report, shape)))
}

/// Says what a person has to know of what was read.
pub fn say_of_answers(report: &ShapeReport) {
    report.figures.told().iter().for_each(|told| tell(told));
}

/// The shape that was named, or the one that the columns show, which is said.
pub fn shape_of(source: &Source, recognition: &Recognition, named: Option<Shape>) -> Result<Shape, Failure> {
    if let Some(shape) = named {
        return Ok(shape);
    }
    let Some(found) = guess(recognition) else {
        return Err(BehaviourError::NoShape { name: source.name().to_owned(), header: recognition.names() }.into());
    };
    let other =
        found.runner_up.map_or(String::new(), |other| say!(cli_read_other, name = other.name(), word = other.word()));
    tell(&say!(cli_read_is, shape = found.shape.name(), reason = found.reason, other));
    Ok(found.shape)
}

/// Reads a file of a shape. Whoever sits at a terminal sees how far it is.
#[expect(clippy::disallowed_methods, reason = "the command says how far it is while it reads")]
pub fn read(
    source: &Source,
    recognition: &Recognition,
    shape: Shape,
    asked: Option<&[StagePlan]>,
) -> Result<ShapeReport, Failure> {
    let progress = Progress::default();
    if !std::io::stderr().is_terminal() {
        return Ok(shapes::read(source, recognition, shape, asked, &progress)?);
    }
    let (done, wait) = mpsc::channel();
    let watched = &progress;
    let report = std::thread::scope(|scope| {
        // The sender moves in, so that waiting ends with the reading, however that ends.
        scope.spawn(move || {
            let _ = done.send(shapes::read(source, recognition, shape, asked, watched));
        });
        let mut shown = ShownProgress::new();
        loop {
            match wait.recv_timeout(Duration::from_millis(100)) {
                Ok(report) => return report,
                Err(mpsc::RecvTimeoutError::Timeout) => {
                    let (read, total) = progress.bytes();
                    shown.show(&numbers::whole_rate(read as f64 / total.max(1) as f64));
                }
                // The reading cannot end without an answer but by a panic, which the scope passes on.
                Err(mpsc::RecvTimeoutError::Disconnected) => return Err(BehaviourError::Cancelled),
            }
        }
    })?;
    Ok(report)
}
