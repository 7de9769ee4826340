//! `touchline measure`: a map's stages put to a log. Without `-o` nothing is written.

use std::io::Write;
use std::path::{Path, PathBuf};
use std::time::{SystemTime, UNIX_EPOCH};

use clap::Args;
use serde::Serialize;
use touchline_words::direction::Listed;
use touchline_words::say;

use super::counting_flags::CountingFlags;
use super::doubts::{refuse_open_dates, say_of_reading, say_what_is_in_doubt};
use super::exit::{Exit, Failure, tell};
use super::json;
use super::log_arg::LogArg;
use super::map_file::MapArg;
use super::memory_flag::MemoryFlag;
use super::read::shape_of;
use super::table::{self, ColumnNames, TableFlags};
use super::words::grouped;
use super::{changes, figures, log_arg, map_file, measure_shape, stage_flag, words};
use crate::behaviour::clickhouse::Address;
use crate::behaviour::error::BehaviourError;
use crate::behaviour::input::Input;
use crate::behaviour::plan::{Columns, Plan, StagePlan, Ties, check_stages};
use crate::behaviour::recognise::{Recognition, recognise};
use crate::behaviour::report::{EventCount, Report};
use crate::behaviour::roles::{Role, names_time};
use crate::behaviour::shapes::Shape;
use crate::behaviour::shapes::guess::guess;
use crate::behaviour::source::Source;
use crate::measure;
use crate::model::{Date, Map};
use crate::session::measuring::{MeasureError, Measuring};
use crate::session::reads::reads_of_args;
use crate::store::{Loaded, Reads};

/// Events that nothing is bound to, as many as the text shows.
const UNBOUND: usize = 20;

/// Measure a map's stages in a log of events, and lay the figures over the map.
#[derive(Args)]
#[command(after_help = "Example: touchline measure map.ron viewing-events.csv\n         \
    touchline measure map.ron log.csv --stage 'Sign-up=account made' -o measured.ron\n\n\
    The stages and the events bound to them are those of the map; --stage adds to them. Columns that are not named are \
    recognised, and standard error says which were taken. Stage counts, funnel exports, CRM stages, surveys and the other \
    files that `touchline read` knows are laid over the map by the names in them.")]
pub struct Measure {
    #[command(flatten)]
    on: MapArg,
    #[command(flatten)]
    log: LogArg,
    /// The column that says whose event it is
    #[arg(long, value_name = "COL")]
    case: Option<String>,
    /// The column with the event's name
    #[arg(long, value_name = "COL")]
    event: Option<String>,
    /// The column with the event's time; a time without a zone is UTC unless --zone says another
    #[arg(long, value_name = "COL")]
    time: Option<String>,
    /// The column with the customer's segment
    #[arg(long, value_name = "COL")]
    segment: Option<String>,
    /// Events to add to a stage, or a stage to add at the end; \| and \= stand for themselves
    #[arg(long = "stage", value_name = "NAME=event a|event b")]
    stages: Vec<String>,
    #[command(flatten)]
    counting: CountingFlags,
    #[command(flatten)]
    memory: MemoryFlag,
    #[command(flatten)]
    table: TableFlags,
    /// What the file is, where it is no log of events and its columns do not say it: survey, stage-counts, …
    #[arg(long, value_name = "NAME")]
    shape: Option<String>,
    /// Say what changed beyond chance against the figures that the map has, and which names match nothing
    #[arg(long)]
    changes: bool,
    /// Write the map with the figures laid over it into this file; an existing one is replaced
    #[arg(short = 'o', value_name = "NEW.ron")]
    output: Option<PathBuf>,
}

/// The figures and the events that nothing on the map is bound to.
#[derive(Serialize)]
struct Answer<'a> {
    #[serde(flatten)]
    report: &'a Report,
    unbound: &'a [EventCount],
    #[serde(skip_serializing_if = "Option::is_none")]
    changes: Option<changes::Answer<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    unmatched: Option<Vec<Missed<'a>>>,
}

/// An event of the log that nothing on the map is bound to, and the one on the map that looks most like it.
#[derive(Serialize)]
struct Missed<'a> {
    name: &'a str,
    nearest: Option<String>,
}

impl Measure {
    pub fn run(&self, out: &mut dyn Write) -> Result<(), Failure> {
        let stages = stage_flag::stages(&self.stages)?;
        check_stages(&stages)?;
        let reads = self.checked_paths()?;
        let mut measuring = self.load_map(&stages)?;
        let address = table::address_of(&self.log)?;
        let ties = table::ties(self.counting.ties(), address.as_ref())?;
        let asked = match &address {
            Some(address) if self.table.is_offline() => self.offline(&measuring, ties, address, out)?,
            _ => {
                let input = self.table.open(&self.log, address.as_ref(), self.column_names())?;
                if let Some((source, shape, recognition)) = self.other_shape(&input)? {
                    if self.output.is_some() {
                        refuse_open_dates(&recognition.columns)?;
                    }
                    self.log.how().say_zone_is_for_events();
                    let today = Date::from_unix_secs(now_secs()).ok_or(MeasureError::Clock)?;
                    let ask = measure_shape::Ask { shape, json: self.on.json, changes: self.changes, today };
                    measure_shape::run(&mut measuring, source, &recognition, &ask, out)?;
                    return match &self.output {
                        Some(output) => Ok(reads.save_map(output, measuring.map())?),
                        None => Ok(()),
                    };
                }
                let mut plan = self.plan(&measuring, ties, &input)?;
                let report = figures::run_by_seen_stages(&mut plan, &input, &self.memory)?;
                table::say_dropped(&input);
                Some((plan, report))
            }
        };
        let Some((plan, report)) = asked else { return Ok(()) };
        figures::warn(&report, &plan);
        let before = measuring.map().clone();
        if self.output.is_some() || self.changes {
            for segment in measuring.lay(&report, now_secs())? {
                let nearest = measure::nearest_segment(&before, &segment);
                let nearest = nearest.map(|name| say!(cli_nearest_name, name)).unwrap_or_default();
                tell(&say!(cli_no_segment, segment, nearest));
            }
        }
        if let Some(output) = &self.output {
            reads.save_map(output, measuring.map())?;
        }
        let unbound = report.unbound(&plan);
        let then = before.measurement().map(|(_, then)| then);
        let now = measuring.map().measurement().map(|(_, now)| now).filter(|_| self.changes);
        let told = now.map(|now| changes::ChangesFound::of(&before, then, now));
        if let Some(told) = &told {
            if then.is_none() {
                tell(say!(cli_no_figures_yet));
            }
            told.warn();
        }
        if self.on.json {
            return json::write(out, || {
                let changes = told.as_ref().map(changes::ChangesFound::answer);
                let unmatched = changes.is_some().then(|| unmatched(&before, &unbound));
                Answer { report: &report, unbound: &unbound, changes, unmatched }
            });
        }
        let near = if told.is_some() { near_text(&unmatched(&before, &unbound)) } else { String::new() };
        write!(out, "{}{}{near}", figures::text(&report), unbound_text(unbound))?;
        if let Some(told) = told {
            write!(out, "\n{}", told.text())?;
        }
        Ok(())
    }

    /// What the file is, if it is no log of events: as named, or by its columns where no flag speaks of a log's. A table on
    /// a server is a log.
    fn other_shape<'i>(&self, input: &'i Input) -> Result<Option<(&'i Source, Shape, Recognition)>, Failure> {
        let Input::File(source) = input else { return Ok(None) };
        let speaks_of_a_log =
            self.case.is_some() || self.event.is_some() || self.time.is_some() || !self.stages.is_empty();
        let named = self.shape.as_deref().map(Shape::of_word).transpose()?;
        if named.is_none() && speaks_of_a_log {
            return Ok(None);
        }
        let recognition = recognise(source, &self.log.overrides(Vec::new())?)?;
        let shape = match named {
            Some(shape) => shape,
            None if guess(&recognition).is_none_or(|found| found.shape == Shape::EventLog) => return Ok(None),
            None => shape_of(source, &recognition, None)?,
        };
        Ok(Some((source, shape, recognition)).filter(|_| shape != Shape::EventLog))
    }

    /// Everything that is read, held against what is to be written.
    fn checked_paths(&self) -> Result<Reads, Failure> {
        let usage = |message: &str| Err(Failure::new(Exit::Usage, message));
        if self.on.map == Path::new("-") && self.log.path() == "-" {
            return usage(say!(cli_one_stdin));
        }
        let named = [self.on.map.as_os_str(), self.log.path()].into_iter().chain(self.table.answer_file());
        let named = named.chain(self.log.how().joined());
        let reads = reads_of_args(named).and(log_arg::presets_file());
        let Some(output) = &self.output else { return Ok(reads) };
        if output == Path::new("-") {
            return usage(say!(cli_needs_file));
        }
        reads.refuse(output)?;
        Ok(reads)
    }

    /// The map with the events of the flags bound.
    fn load_map(&self, stages: &[StagePlan]) -> Result<Measuring, Failure> {
        let Loaded { map, unknown } = map_file::load(&self.on.map)?;
        if let (Some(field), true) = (unknown.first(), self.output.is_some()) {
            return Err(Failure::new(
                Exit::CouldNot,
                say!(cli_measure_unknown, path = self.on.map.display(), line = field.line, field = field.path),
            ));
        }
        let mut measuring = Measuring::of(map);
        measuring.bind_stages(stages)?;
        for (event, stages) in measuring.bound_twice() {
            let first = stages.first().cloned().unwrap_or_default();
            tell(&say!(cli_event_bound, event, stages = stages.listed(", "), first));
        }
        Ok(measuring)
    }

    fn named_roles(&self) -> [(Role, Option<&String>); 4] {
        [
            (Role::Case, self.case.as_ref()),
            (Role::Event, self.event.as_ref()),
            (Role::Time, self.time.as_ref()),
            (Role::Segment, self.segment.as_ref()),
        ]
    }

    fn column_names(&self) -> Vec<String> {
        self.named_roles().into_iter().filter_map(|(_, name)| name.cloned()).collect()
    }

    /// The question for somebody else, or the answer that they got. What a server is not asked has to be named.
    fn offline(
        &self,
        measuring: &Measuring,
        ties: Ties,
        address: &Address,
        out: &mut dyn Write,
    ) -> Result<Option<(Plan, Report)>, Failure> {
        let (Some(case), Some(event), Some(time)) = (&self.case, &self.event, &self.time) else {
            let message = say!(cli_name_columns);
            return Err(Failure::new(Exit::Usage, message));
        };
        let mut plan = table::plan(&self.log, Vec::new(), ties, self.counting.counting(None))?;
        self.ask_of(measuring, &mut plan)?;
        let names = ColumnNames { case, event, time, segment: self.segment.as_deref() };
        let report = self.table.offline(&mut plan, address, &names, out)?;
        Ok(report.map(|report| (plan, report)))
    }

    fn plan(&self, measuring: &Measuring, ties: Ties, input: &Input) -> Result<Plan, Failure> {
        let found = table::recognise(input, &self.log, self.named_roles())?;
        self.refuse_open_time(&found)?;
        let columns = self.columns(&found)?;
        let time = found.columns.get(columns.time);
        if self.output.is_some() {
            refuse_open_dates(time)?;
        }
        time.into_iter().for_each(say_what_is_in_doubt);
        say_of_reading(&found);
        let time = found.time_reader(input.sample(), columns.time);
        let mut plan = Plan {
            reading: found.reading(),
            columns,
            time,
            stages: Vec::new(),
            reach: Vec::new(),
            ties,
            counting: self.counting.counting(Some(&time)),
        };
        self.ask_of(measuring, &mut plan)?;
        Ok(plan)
    }

    /// # Errors
    /// Either of two joined files may have the event's time, and nobody has said which.
    fn refuse_open_time(&self, found: &Recognition) -> Result<(), Failure> {
        let named = found.open_time.map(|open| open.map(|at| found.columns.get(at).map_or("", |column| &column.name)));
        match named.filter(|_| self.time.is_none()) {
            None => Ok(()),
            Some([time, other]) => Err(Failure::new(Exit::BadInput, say!(cli_time_open, time, other))),
        }
    }

    /// Puts the map's stages into the plan.
    fn ask_of(&self, measuring: &Measuring, plan: &mut Plan) -> Result<(), Failure> {
        measuring.ask_of(plan).map_err(|_| {
            let advice = say!(cli_bind_one);
            Failure::new(Exit::Usage, say!(cli_no_event_bound, map = self.on.map.display(), advice))
        })
    }

    /// The columns that were named; for the others those that were recognised, which are said.
    fn columns(&self, found: &Recognition) -> Result<Columns, Failure> {
        let mut roles = found.roles;
        let mut given = [None; 4];
        for (place, (role, name)) in given.iter_mut().zip(self.named_roles()) {
            if let Some(name) = name {
                *place = Some(found.column_named(name)?);
                roles.give(role, *place);
            }
        }
        let [case, event, time, segment] = given;
        let missing = |role: Role| BehaviourError::RoleNotFound { role: role.name(), header: found.names() };
        let needed = |given: Option<usize>, role: Role| given.or(roles.column(role)).ok_or_else(|| missing(role));
        let columns = Columns {
            case: needed(case, Role::Case)?,
            event: needed(event, Role::Event)?,
            time: found.column_of_dates(needed(time.or_else(|| unread_time(found)), Role::Time)?),
            segment: segment.or(roles.segment),
        };
        let names = found.names();
        let taken = [
            (case, Role::Case, Some(columns.case)),
            (event, Role::Event, Some(columns.event)),
            (time, Role::Time, Some(columns.time)),
            (segment, Role::Segment, columns.segment),
        ];
        let taken: Vec<String> = taken
            .into_iter()
            .filter(|(given, ..)| given.is_none())
            .filter_map(|(_, role, column)| {
                Some(format!("{} {}", role.word(), say!(edit_quoted, text = names.get(column?)?)))
            })
            .collect();
        if !taken.is_empty() {
            tell(&say!(cli_columns_taken, columns = taken.listed(", ")));
        }
        Ok(columns)
    }
}

/// The column that is called a time, where none reads as one: then it is told which value does not.
fn unread_time(found: &Recognition) -> Option<usize> {
    let is_free = |at: usize| found.roles.time.is_none() && found.roles.of_column(at).is_none();
    found.columns.iter().enumerate().position(|(at, column)| is_free(at) && names_time(&column.name))
}

impl From<MeasureError> for Failure {
    fn from(error: MeasureError) -> Failure {
        match error {
            MeasureError::Question(question) => question.into(),
            other => Failure::new(Exit::CouldNot, other.to_string()),
        }
    }
}

/// The events that nothing is bound to, the most frequent first, each with the nearest event of the map.
fn unmatched<'a>(map: &Map, unbound: &'a [EventCount]) -> Vec<Missed<'a>> {
    let mut events: Vec<&EventCount> = unbound.iter().collect();
    events.sort_by_key(|event| std::cmp::Reverse(event.count));
    let missed =
        |event: &'a EventCount| Missed { name: &event.event, nearest: measure::nearest_event(map, &event.event) };
    events.into_iter().map(missed).collect()
}

fn near_text(unmatched: &[Missed]) -> String {
    let near = unmatched.iter().filter_map(|missed| {
        let nearest = missed.nearest.as_ref()?;
        Some(say!(cli_misspelt_line, name = words::plain(missed.name), nearest))
    });
    let lines: Vec<String> = near.take(UNBOUND).collect();
    if lines.is_empty() { String::new() } else { say!(cli_misspelt, lines = lines.concat()) }
}

fn unbound_text(mut unbound: Vec<EventCount>) -> String {
    if unbound.is_empty() {
        return String::new();
    }
    unbound.sort_by_key(|event| std::cmp::Reverse(event.count));
    let rows: Vec<_> = unbound.iter().take(UNBOUND).map(|event| [event.event.clone(), grouped(event.count)]).collect();
    say!(cli_unbound, count = grouped(unbound.len() as u64), table = words::table(&rows, &[1]))
}

/// Seconds since 1970, by the machine's clock.
#[expect(clippy::disallowed_methods, reason = "the command line is where the clock is read")]
fn now_secs() -> i64 {
    let since_1970 = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
    i64::try_from(since_1970.as_secs()).unwrap_or(i64::MAX)
}
