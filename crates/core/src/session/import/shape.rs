//! A file that is no log of events: read as what it is, and laid over the map in one edit.
//!
//! What a file is says its header ([`Guess`]). Its figures are read off the frame; what they would do to the map is known
//! before anything is laid. A person who knows better chooses another shape, or a log.

use touchline_words::say;

use super::{Import, Job, take};
use crate::behaviour::error::BehaviourError;
use crate::behaviour::progress::Progress;
use crate::behaviour::recognise::Recognition;
use crate::behaviour::shapes::guess::{Guess, guess};
use crate::behaviour::shapes::{self, Shape, ShapeReport};
use crate::behaviour::source::Source;
use crate::measure::{self, Laid, Made};
use crate::model::{Date, Edit, IdSource, Map};

/// A file of another shape, as far as it is read.
#[derive(Debug, Default)]
pub(super) struct Other {
    guess: Option<Guess>,
    /// What a person says that it is.
    chosen: Option<Shape>,
    reading: Option<Job<Result<ShapeReport, BehaviourError>>>,
    report: Option<ShapeReport>,
    /// What laying the report over the map would do, or why it cannot be laid.
    laid: Option<Result<Laid, String>>,
    /// What laying it with stages made of its own would do, where the map has none of them.
    made: Option<Result<Made, String>>,
}

impl Import {
    /// What the file is by its columns; none of a table, or where nothing is recognised.
    pub fn guess(&self) -> Option<&Guess> {
        self.other.guess.as_ref()
    }

    /// What the file is read as: what was chosen, else what its columns say, else a log of events.
    pub fn shape(&self) -> Shape {
        let guessed = self.other.guess.as_ref().map(|guess| guess.shape);
        self.other.chosen.or(guessed).unwrap_or(Shape::EventLog)
    }

    /// What the file is read as, where that is no log of events.
    pub fn other_shape(&self) -> Option<Shape> {
        Some(self.shape()).filter(|shape| *shape != Shape::EventLog)
    }

    /// What the file says as what it is; none while it is read.
    pub fn shape_report(&self) -> Option<&ShapeReport> {
        self.other.report.as_ref().filter(|_| self.other_shape().is_some())
    }

    /// What laying it over the map would do, or why it cannot be laid.
    pub fn shape_laid(&self) -> Option<&Result<Laid, String>> {
        self.other.laid.as_ref().filter(|_| self.other_shape().is_some())
    }

    /// What laying it would do with stages made of its own, or why that cannot be; none where the map has some of them.
    pub fn shape_made(&self) -> Option<&Result<Made, String>> {
        self.other.made.as_ref().filter(|_| self.other_shape().is_some())
    }

    /// The edit that makes the file's stages and lays the file over them.
    ///
    /// # Errors
    /// The file has no stages of its own, or they cannot be shown on a map.
    pub fn finish_making_stages(&mut self, map: &Map, today: Date) -> Result<Edit, String> {
        let Some(report) = self.shape_report().cloned() else {
            return Err(say!(session_figures_not_ready).to_owned());
        };
        match measure::lay_making_stages(map, &report, today, &mut self.ids) {
            Some(made) => {
                made.map(|made| made.laid.edit).map_err(|error| say!(session_no_stages_made, error = error.to_string()))
            }
            None => Err(say!(session_no_stages_made_has).to_owned()),
        }
    }

    /// Reads the file as a shape, whatever its columns say. One whose columns do not fit says why, in
    /// [`Import::problem`].
    pub fn read_as(&mut self, shape: Shape, map: &Map) {
        if shape == self.shape() || self.table().is_some() {
            return;
        }
        self.other.chosen = Some(shape);
        self.problem = None;
        (self.counting, self.measuring, self.report) = (None, None, None);
        if !self.start_reading_shape(map) {
            self.start_counting(map);
        }
    }

    /// Looks at what the file is, and reads it if it is no log. Whether it is another shape.
    pub(super) fn start_reading_shape(&mut self, map: &Map) -> bool {
        let (Some(found), Some(source)) = (self.recognition.clone(), self.source().cloned()) else { return false };
        self.other = Other { guess: guess(&found), chosen: self.other.chosen, ..Other::default() };
        let Some(shape) = self.other_shape() else { return false };
        if shape != Shape::ChurnSignals {
            let map = map.clone();
            self.other.reading =
                Some(Job::start("read a table", move |progress| read(&map, &source, &found, shape, progress)));
        }
        true
    }

    /// The reading, while it runs.
    pub(super) fn shape_job(&self) -> Option<&Job<Result<ShapeReport, BehaviourError>>> {
        self.other.reading.as_ref()
    }

    /// Takes over what was read; whether anything changed.
    pub(super) fn poll_shape(&mut self, map: &Map) -> bool {
        let Some(result) = take(&mut self.other.reading) else { return false };
        match result.and_then(|result| result.map_err(|error| error.to_string())) {
            Ok(report) => {
                // Numbers and day of this record are never seen: only what it touches is told.
                let day = Date::new(2000, 1, 1);
                let laid = day.map(|day| measure::lay_shape(map, &report, day, &mut IdSource::seeded(0)));
                self.other.laid = laid.map(|laid| laid.map_err(|error| error.to_string()));
                let made = day.and_then(|day| measure::lay_making_stages(map, &report, day, &mut IdSource::seeded(0)));
                self.other.made = made.map(|made| made.map_err(|error| error.to_string()));
                self.other.report = Some(report);
            }
            Err(problem) => self.problem = Some(problem),
        }
        true
    }

    /// The edit that lays a file of another shape over the map; `None` for a log.
    pub(super) fn finish_shape(&mut self, map: &Map, today: Date) -> Option<Result<Edit, String>> {
        let report = self.shape_report()?.clone();
        let laid = measure::lay_shape(map, &report, today, &mut self.ids);
        Some(laid.map(|laid| laid.edit).map_err(|error| say!(session_nothing_laid, error = error.to_string())))
    }
}

/// Reads the file; where it has single records, they are counted by the stages of the map that its names mean.
fn read(
    map: &Map,
    source: &Source,
    recognition: &Recognition,
    shape: Shape,
    progress: &Progress,
) -> Result<ShapeReport, BehaviourError> {
    let report = shapes::read(source, recognition, shape, None, progress)?;
    let Some(total) = report.figures.funnel().and_then(|funnel| funnel.total()).filter(|_| shape.has_records()) else {
        return Ok(report);
    };
    let names: Vec<String> = total.stages.iter().map(|stage| stage.name.clone()).collect();
    let asked = measure::stages_asked(map, &names);
    if asked.is_empty() { Ok(report) } else { shapes::read(source, recognition, shape, Some(&asked), progress) }
}
