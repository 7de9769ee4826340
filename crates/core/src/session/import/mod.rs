//! Importing a log: what a person corrects between choosing a file or a table and laying its figures over the map.
//!
//! Three steps: how the file is read ([`Import::recognition`]), what its events and segments are on the map
//! ([`EventRow`], [`SegmentRow`]), and the result. Everything long runs in a [`Job`]; [`Import::poll`] takes results over
//! and never waits. Rows are shown and forgotten: only counts leave through [`Import::finish`].

mod bind;
mod elsewhere;
mod goal;
mod lay;
mod origin;
pub mod preset;
mod shape;
mod zone;

pub use bind::{Binding, EventRow, SegmentRow, SegmentTarget};

use origin::Origin;
use shape::Other;
use std::path::PathBuf;
use std::time::Duration;
use touchline_words::say;

use super::job::{Job, JobState};
use super::sheet::is_map_sheet;
use super::told::told;
use crate::behaviour::error::BehaviourError;
use crate::behaviour::files::{CutBy, Opening};
use crate::behaviour::input::Input;
use crate::behaviour::memory::half_of_machine;
use crate::behaviour::plan::{Columns, Counting, Plan, Ties};
use crate::behaviour::recognise::{Overrides, Recognition};
use crate::behaviour::report::Report;
use crate::behaviour::roles::Role;
use crate::behaviour::times::zone::Zone;
use crate::model::{Date, IdSource, Map};
use crate::store::Preset;

/// Events that are listed to be bound; the rarer ones of a log with more are counted, and left out.
pub const LISTED_EVENTS: usize = 400;

/// Events of which stages are made at most, unless a person asks for all.
pub const MADE_STAGES: usize = 8;

/// An import under way.
#[derive(Debug)]
pub struct Import {
    origin: Origin,
    opening: Opening,
    presets: Vec<Preset>,
    /// The preset by which the file is read.
    preset: Option<Preset>,
    /// The number of the header as it is recognised without any correction.
    header: u64,
    ragged_accepted: bool,
    is_map_sheet: bool,
    input: Option<Input>,
    overrides: Overrides,
    /// The zone that was said last of times without one, of this file or of one before.
    zone: Option<Zone>,
    ties: Ties,
    counted: Counting,
    recognition: Option<Recognition>,
    other: Other,
    recognising: Option<Job<Result<Looked, BehaviourError>>>,
    counting: Option<Job<Result<Report, BehaviourError>>>,
    measuring: Option<Job<Result<Report, BehaviourError>>>,
    events: Vec<EventRow>,
    segments: Vec<SegmentRow>,
    /// Events past [`LISTED_EVENTS`].
    unlisted_events: usize,
    /// The figures, and the map that they were measured for: with what is made, and every event bound.
    report: Option<Report>,
    proposed: Option<Map>,
    /// Grows with every new report.
    generation: u64,
    problem: Option<String>,
    ids: IdSource,
}

/// Share of ragged rows above which a person is asked whether the file is read rightly.
const RAGGED_TO_ASK: f64 = 0.05;

/// What a file turned out to be.
#[derive(Debug)]
enum Looked {
    Data(Box<Opened>),
    MapSheet,
}

/// A file as it was recognised.
#[derive(Debug)]
struct Opened {
    input: Input,
    recognition: Recognition,
    /// Of a first look: the number of the header, and the preset that it matched.
    first_look: Option<(u64, Option<Preset>)>,
}

/// What a running import is busy with.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Busy {
    pub doing: &'static str,
    /// 0 … 1, where it is known.
    pub fraction: Option<f32>,
    /// How long the rest will take, where that can be told.
    pub left: Option<Duration>,
}

impl Import {
    /// Begins to recognise a file, a folder of logs, or several files as one log. Presets are ways in which files were
    /// read before; one whose header comes again is taken.
    pub fn open(paths: Vec<PathBuf>, presets: Vec<Preset>, ids: IdSource) -> Self {
        Self::open_in(None, paths, presets, ids)
    }

    /// Nothing read yet.
    fn new(origin: Origin, presets: Vec<Preset>, ids: IdSource) -> Self {
        Self {
            origin,
            opening: Opening::default(),
            presets,
            preset: None,
            header: 0,
            ragged_accepted: false,
            is_map_sheet: false,
            input: None,
            overrides: Overrides::default(),
            zone: None,
            ties: Ties::File,
            counted: Counting::default(),
            recognition: None,
            other: Other::default(),
            recognising: None,
            counting: None,
            measuring: None,
            events: Vec::new(),
            segments: Vec::new(),
            unlisted_events: 0,
            report: None,
            proposed: None,
            generation: 0,
            problem: None,
            ids,
        }
    }

    /// How the file is opened: which sheet, with or without duplicates.
    pub fn opening(&self) -> &Opening {
        &self.opening
    }

    /// Opens the file in another way; what was said about columns by their places holds no more for another sheet.
    pub fn reopen(&mut self, change: impl FnOnce(&mut Opening)) {
        let before = self.opening.clone();
        change(&mut self.opening);
        if self.opening.sheet != before.sheet {
            self.overrides = Overrides { zone: self.overrides.zone, ..Overrides::default() };
        }
        if self.opening != before {
            self.start_recognising(false);
        }
    }

    /// The preset by which the file is read, if one is.
    pub fn preset(&self) -> Option<&Preset> {
        self.preset.as_ref()
    }

    /// Reads the file as if there were no preset for it.
    pub fn forget_preset(&mut self) {
        if self.preset.take().is_some() {
            self.overrides = Overrides { zone: self.zone, ..Overrides::default() };
            self.opening = Opening::default();
            self.start_recognising(false);
        }
    }

    /// What was corrected, to be kept for the next file of this kind.
    pub fn preset_to_keep(&self, today: Date) -> Option<Preset> {
        if self.table().is_some() {
            return None;
        }
        let names = self.recognition.as_ref().map(Recognition::names).unwrap_or_default();
        let fixed = preset::by_places(self.fixed(), &names);
        let made = preset::of(&self.file_name(), self.header, &fixed, &self.opening, today)?;
        let name = self.preset.as_ref().map_or(made.name.clone(), |known| known.name.clone());
        Some(Preset { name, ..made })
    }

    /// Rows among the first that have another number of fields than the table, where they are so many that something must
    /// be wrong and nobody has yet said that it is not.
    pub fn ragged_in_doubt(&self) -> Option<(u64, u64)> {
        let found = self.recognition.as_ref()?;
        let many = found.ragged as f64 > found.rows_seen as f64 * RAGGED_TO_ASK;
        (many && !self.ragged_accepted).then_some((found.ragged, found.rows_seen))
    }

    /// Takes the ragged rows as they are.
    pub fn accept_ragged(&mut self) {
        self.ragged_accepted = true;
    }

    pub fn recognition(&self) -> Option<&Recognition> {
        self.recognition.as_ref()
    }

    pub fn overrides(&self) -> &Overrides {
        &self.overrides
    }

    pub fn ties(&self) -> Ties {
        self.ties
    }

    /// What it takes to have reached a stage.
    pub fn counted(&self) -> Counting {
        self.counted
    }

    /// The log's events, the most frequent first.
    pub fn events(&self) -> &[EventRow] {
        &self.events
    }

    pub fn unlisted_events(&self) -> usize {
        self.unlisted_events
    }

    /// The log's segments, by name; empty without a segment column.
    pub fn segments(&self) -> &[SegmentRow] {
        &self.segments
    }

    /// The figures for the bindings as they are; none while they are computed.
    pub fn report(&self) -> Option<&Report> {
        self.report.as_ref()
    }

    /// The map that [`Import::report`] was measured for.
    pub fn measured_map(&self) -> Option<&Map> {
        self.proposed.as_ref()
    }

    /// Another number with every new report.
    pub fn generation(&self) -> u64 {
        self.generation
    }

    /// What keeps the import from going on, with what to do.
    pub fn problem(&self) -> Option<&str> {
        self.problem.as_deref()
    }

    /// What is running, if anything.
    pub fn busy(&self) -> Option<Busy> {
        if self.recognising.is_some() {
            let doing =
                if self.table().is_some() { say!(session_asking_server) } else { say!(session_looking_at_file) };
            return Some(Busy { doing, fraction: None, left: None });
        }
        if let Some(job) = self.shape_job() {
            return Some(Busy {
                doing: say!(session_reading_file),
                fraction: Some(job.fraction()),
                left: job.time_left(),
            });
        }
        let (doing, job) = match (&self.counting, &self.measuring) {
            (Some(job), _) => (say!(session_counting_events), job),
            (None, Some(job)) => (say!(session_measuring), job),
            (None, None) => return None,
        };
        // A server says nothing before it has answered.
        let fraction = Some(job.fraction()).filter(|_| self.table().is_none());
        Some(Busy { doing, fraction, left: fraction.and_then(|_| job.time_left()) })
    }

    /// Roles that no column has yet, of those that the figures need.
    pub fn missing_roles(&self) -> Vec<Role> {
        let Some(recognition) = &self.recognition else { return Vec::new() };
        [Role::Case, Role::Event, Role::Time]
            .into_iter()
            .filter(|role| recognition.roles.column(*role).is_none())
            .collect()
    }

    /// Changes how the file is read, and reads its head again.
    pub fn correct(&mut self, change: impl FnOnce(&mut Overrides)) {
        let before = self.overrides.clone();
        change(&mut self.overrides);
        if self.overrides != before {
            self.start_recognising(false);
        }
    }

    /// Gives a role to a column (and takes it from another), or leaves a column out.
    pub fn give_role(&mut self, column: usize, role: Option<Role>) {
        let Some(recognition) = &self.recognition else { return };
        let mut roles = recognition.roles;
        // What was said a moment ago may not be read yet.
        self.overrides.roles.iter().for_each(|(role, column)| roles.give(*role, *column));
        match (role, roles.of_column(column)) {
            (Some(role), _) => roles.give(role, Some(column)),
            (None, Some(held)) => roles.give(held, None),
            (None, None) => return,
        }
        self.correct(|overrides| {
            overrides.roles = Role::ALL.into_iter().map(|role| (role, roles.column(role))).collect();
        });
    }

    /// Says which of two events at the same time comes first.
    pub fn set_ties(&mut self, ties: Ties, map: &Map) {
        if self.ties != ties {
            self.ties = ties;
            self.start_measuring(map);
        }
    }

    /// Says what it takes to have reached a stage.
    pub fn set_counted(&mut self, counted: Counting, map: &Map) {
        if self.counted != counted {
            self.counted = counted;
            self.start_measuring(map);
        }
    }

    /// Takes over what jobs have finished; whether anything changed. Call it once a frame.
    pub fn poll(&mut self, map: &Map) -> bool {
        let recognised = take(&mut self.recognising);
        let counted = take(&mut self.counting);
        let measured = take(&mut self.measuring);
        let read = self.poll_shape(map);
        let changed = read || recognised.is_some() || counted.is_some() || measured.is_some();
        if let Some(result) = recognised {
            match result.and_then(|result| result.map_err(|error| told(&error))) {
                Ok(Looked::MapSheet) => self.is_map_sheet = true,
                Ok(Looked::Data(opened)) => {
                    self.input = Some(opened.input);
                    self.recognition = Some(opened.recognition);
                    if let Some((header, preset)) = opened.first_look {
                        self.header = header;
                        if let Some(known) = &preset {
                            (self.overrides, self.opening) =
                                (preset::overrides_in(known, self.zone), preset::opening(known));
                        }
                        self.preset = preset;
                    }
                    if !self.start_reading_shape(map) {
                        self.start_counting(map);
                    }
                }
                Err(problem) => {
                    // What was recognised before the correction says nothing about the file as it is read now.
                    self.recognition = None;
                    self.problem = Some(problem);
                }
            }
        }
        if let Some(result) = counted {
            match result.and_then(|result| result.map_err(|error| told(&error))) {
                Ok(counts) => {
                    self.list(map, &counts);
                    self.start_measuring(map);
                }
                Err(problem) => self.problem = Some(problem),
            }
        }
        if let Some(result) = measured {
            match result.and_then(|result| result.map_err(|error| told(&error))) {
                Ok(report) => {
                    self.report = Some(report);
                    self.generation += 1;
                }
                Err(problem) => self.problem = Some(problem),
            }
        }
        changed
    }

    /// Looks at the file; at the first look, for a preset as well.
    fn start_recognising(&mut self, first_look: bool) {
        let (origin, overrides) = (self.origin.clone(), self.overrides.clone());
        let opening = Opening { cut_by: CutBy::of(&overrides), ..self.opening.clone() };
        let (presets, zone) = (self.presets.clone(), self.zone);
        // A server that has answered is not asked again for the same columns.
        let known = self.input.clone().filter(|input| matches!(input, Input::Table(_)));
        let is_alone = matches!(&origin, Origin::Files(paths) if paths.len() == 1);
        self.ragged_accepted = false;
        self.counting = None;
        self.measuring = None;
        self.report = None;
        self.problem = None;
        self.recognising = Some(Job::start("recognise a log", move |progress| {
            let input = known.map_or_else(|| origin.open(&opening, progress), Ok)?;
            if first_look && is_alone && matches!(&input, Input::File(source) if is_map_sheet(source)) {
                return Ok(Looked::MapSheet);
            }
            let recognition = input.recognise(&overrides)?;
            let data = |opened| Ok(Looked::Data(Box::new(opened)));
            if !first_look || matches!(input, Input::Table(_)) {
                return data(Opened { input, recognition, first_look: None });
            }
            let header = preset::header_number(&recognition);
            let Some(known) = preset::matching(&presets, &recognition).cloned() else {
                return data(Opened { input, recognition, first_look: Some((header, None)) });
            };
            // A preset that no longer fits the file is not worth a failure.
            let reopening = Opening { cut_by: CutBy::of(&preset::overrides(&known)), ..preset::opening(&known) };
            let again = origin
                .open(&reopening, progress)
                .and_then(|input| input.recognise(&preset::overrides_in(&known, zone)).map(|found| (input, found)));
            data(match again {
                Ok((input, recognition)) => Opened { input, recognition, first_look: Some((header, Some(known))) },
                Err(_) => Opened { input, recognition, first_look: Some((header, None)) },
            })
        }));
    }

    fn start_counting(&mut self, map: &Map) {
        let Some(mut plan) = self.plan() else { return };
        // What the map names is told apart, whatever it looks like.
        plan.reach = vec![lay::named_on(map)];
        let Some(input) = self.input.clone() else { return };
        self.counting = Some(Job::start("count events", move |progress| input.run(&plan, progress, half_of_machine())));
    }

    /// Measures again, for the map as it would be with the bindings.
    fn start_measuring(&mut self, map: &Map) {
        self.report = None;
        self.problem = None;
        let Some(mut plan) = self.plan() else { return };
        let Some(input) = self.input.clone() else { return };
        let proposed = match self.proposed(map) {
            Ok(proposed) => proposed,
            Err(problem) => {
                self.problem = Some(problem);
                return;
            }
        };
        lay::ask_of(&mut plan, &proposed);
        self.proposed = Some(proposed);
        self.measuring = Some(Job::start("measure a log", move |progress| {
            input.run_by_seen_stages(&mut plan, progress, half_of_machine())
        }));
    }

    /// The question without stages; `None` while a role is missing.
    fn plan(&self) -> Option<Plan> {
        let recognition = self.recognition.as_ref()?;
        let roles = recognition.roles;
        let column = roles.time?;
        let time = recognition.time_reader(self.input.as_ref()?.sample(), column);
        Some(Plan {
            reading: recognition.reading(),
            columns: Columns { case: roles.case?, event: roles.event?, time: column, segment: roles.segment },
            counting: self.counted.by_the_clock_of(&time),
            time,
            stages: Vec::new(),
            reach: Vec::new(),
            ties: self.ties,
        })
    }
}

/// The result of a finished job, taken out of its place.
fn take<T: Send + 'static>(job: &mut Option<Job<T>>) -> Option<Result<T, String>> {
    let result = match job.as_ref()?.poll() {
        JobState::Running => return None,
        JobState::Done(result) => Ok(result),
        JobState::Lost => Err(say!(session_import_stopped).to_owned()),
    };
    *job = None;
    Some(result)
}

#[cfg(test)]
mod made_tests;
#[cfg(test)]
mod scale_tests;
#[cfg(test)]
mod table_tests;
#[cfg(test)]
mod tests;
