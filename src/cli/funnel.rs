//! `touchline funnel`: stages reached and dropped in a log, without a map. Reads the file and writes nothing.

use std::io::Write;

use clap::Args;
use touchline_words::say;

use super::counting_flags::CountingFlags;
use super::doubts::{say_of_reading, say_what_is_in_doubt};
use super::exit::{Exit, Failure};
use super::json;
use super::log_arg::LogArg;
use super::memory_flag::MemoryFlag;
use super::table::{self, ColumnNames, TableFlags};
use super::{figures, stage_flag};
use crate::behaviour::clickhouse::Address;
use crate::behaviour::input::Input;
use crate::behaviour::plan::{Columns, Plan, StagePlan, Ties, check_stages};
use crate::behaviour::report::Report;
use crate::behaviour::roles::Role;

/// Measure drop-off between stages in a log of events.
#[derive(Args)]
#[command(after_help = "Example: touchline funnel viewing-events.csv --case customer_id --event event --time time \
    --stage 'Awareness=trailer_view|talent_post_view' --stage 'Trial=trial_start'\n\n\
    A customer reaches a stage at its earliest event that is not before the stage before was reached. Rows that cannot \
    be used are counted by reason on standard error.")]
pub struct Funnel {
    #[command(flatten)]
    log: LogArg,
    /// The column that says whose event it is
    #[arg(long, value_name = "COL", required = true)]
    case: Option<String>,
    /// The column with the event's name
    #[arg(long, value_name = "COL", required = true)]
    event: Option<String>,
    /// The column with the event's time; a time without a zone is UTC unless --zone says another
    #[arg(long, value_name = "COL", required = true)]
    time: Option<String>,
    /// The column with the customer's segment; figures are then given for each
    #[arg(long, value_name = "COL")]
    segment: Option<String>,
    /// A stage and the events that reach it, in the order of the stages; \| and \= stand for themselves
    #[arg(long = "stage", value_name = "NAME=event a|event b", required = true)]
    stages: Vec<String>,
    #[command(flatten)]
    counting: CountingFlags,
    #[command(flatten)]
    memory: MemoryFlag,
    #[command(flatten)]
    table: TableFlags,
    /// Write one JSON object instead of text
    #[arg(long)]
    json: bool,
}

impl Funnel {
    pub fn run(&self, out: &mut dyn Write) -> Result<(), Failure> {
        let Some(report) = self.report(out)? else { return Ok(()) };
        if self.json {
            json::write(out, || &report)?;
        } else {
            out.write_all(figures::text(&report).as_bytes())?;
        }
        Ok(())
    }

    /// Measures, and says on standard error what a reader of the figures has to know. Nothing where the question itself was
    /// asked for.
    pub fn report(&self, out: &mut dyn Write) -> Result<Option<Report>, Failure> {
        let stages = stage_flag::stages(&self.stages)?;
        check_stages(&stages)?;
        let address = table::address_of(&self.log)?;
        let ties = table::ties(self.counting.ties(), address.as_ref())?;
        let asked = match &address {
            Some(address) if self.table.is_offline() => self.offline(stages, ties, address, out)?,
            _ => Some(self.ask(stages, ties, address.as_ref())?),
        };
        let Some((plan, report)) = asked else { return Ok(None) };
        figures::warn(&report, &plan);
        Ok(Some(report))
    }

    pub fn has_segment(&self) -> bool {
        self.segment.is_some()
    }

    pub fn wants_json(&self) -> bool {
        self.json
    }

    /// Whether nothing is said of how a log is measured, so that the file may be a table of counts.
    pub fn names_nothing(&self) -> bool {
        self.column_names().is_empty() && self.stages.is_empty()
    }

    pub fn log(&self) -> &LogArg {
        &self.log
    }

    /// The columns that a log needs.
    fn columns(&self) -> Result<[&str; 3], Failure> {
        match (&self.case, &self.event, &self.time) {
            (Some(case), Some(event), Some(time)) if !self.stages.is_empty() => Ok([case, event, time]),
            _ => Err(Failure::new(Exit::Usage, say!(cli_columns_needed))),
        }
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

    fn ask(&self, stages: Vec<StagePlan>, ties: Ties, address: Option<&Address>) -> Result<(Plan, Report), Failure> {
        let input = self.table.open(&self.log, address, self.column_names())?;
        let plan = self.plan(stages, ties, &input)?;
        let report = figures::run(&plan, &input, &self.memory)?;
        table::say_dropped(&input);
        Ok((plan, report))
    }

    /// The question for somebody else, or the answer that they got.
    fn offline(
        &self,
        stages: Vec<StagePlan>,
        ties: Ties,
        address: &Address,
        out: &mut dyn Write,
    ) -> Result<Option<(Plan, Report)>, Failure> {
        let [case, event, time] = self.columns()?;
        let names = ColumnNames { case, event, time, segment: self.segment.as_deref() };
        let mut plan = table::plan(&self.log, stages, ties, self.counting.counting(None))?;
        let report = self.table.offline(&mut plan, address, &names, out)?;
        Ok(report.map(|report| (plan, report)))
    }

    fn plan(&self, stages: Vec<StagePlan>, ties: Ties, input: &Input) -> Result<Plan, Failure> {
        let found = table::recognise(input, &self.log, self.named_roles())?;
        let [case, event, time] = self.columns()?;
        let columns = Columns {
            case: found.column_named(case)?,
            event: found.column_named(event)?,
            time: found.column_of_dates(found.column_named(time)?),
            segment: self.segment.as_ref().map(|name| found.column_named(name)).transpose()?,
        };
        found.columns.get(columns.time).into_iter().for_each(say_what_is_in_doubt);
        say_of_reading(&found);
        let time = found.time_reader(input.sample(), columns.time);
        Ok(Plan {
            reading: found.reading(),
            columns,
            time,
            stages,
            reach: Vec::new(),
            ties,
            counting: self.counting.counting(Some(&time)),
        })
    }
}
