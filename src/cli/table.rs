//! A table on a server in the place of the log: the address, the flags that go with it, and the two ways to have somebody
//! else ask: print the question, read the answer.

use std::ffi::{OsStr, OsString};
use std::io::{Read, Write};
use std::path::Path;
use std::time::Duration;

use clap::{Args, ValueEnum};
use touchline_words::say;

use super::exit::{Exit, Failure, tell};
use super::interrupt::stopped_by_ctrl_c;
use super::log_arg::{self, LogArg};
use crate::behaviour::clickhouse::{
    Access, Address, ClusterError, MAX_ANSWER, Table, TableColumn, TableSource, TypeKind, WAIT, is_address, question,
    read_answer,
};
use crate::behaviour::dialect::Dialect;
use crate::behaviour::encoding::TextEncoding;
use crate::behaviour::error::BehaviourError;
use crate::behaviour::input::Input;
use crate::behaviour::lifecycle::Choice;
use crate::behaviour::plan::{Columns, Counting, Plan, Reading, StagePlan, Ties};
use crate::behaviour::recognise::{Overrides, Recognition};
use crate::behaviour::report::Report;
use crate::behaviour::roles::Role;
use crate::behaviour::source::Source;
use crate::behaviour::times::{ColumnTime, EpochUnit, TimeFormat, TimeRules};

/// The flags that a table has and a file has not.
#[derive(Args)]
pub struct TableFlags {
    /// With a table: write the question as SQL, for somebody else to ask, and ask no server
    #[arg(long)]
    print_sql: bool,
    /// With a table: read the answer to that question instead of asking; - reads standard input
    #[arg(long, value_name = "FILE", conflicts_with = "print_sql")]
    from_result: Option<OsString>,
    /// With --print-sql and --from-result: what the time column is [default: datetime]
    #[arg(long, value_name = "TYPE", value_enum)]
    time_as: Option<TimeAs>,
    /// With a table: how long an answer may take [default: 600]
    #[arg(long, value_name = "SECONDS", value_parser = clap::value_parser!(u64).range(1..=86_400))]
    wait: Option<u64>,
}

/// What the time column of a table is.
#[derive(Clone, Copy, ValueEnum)]
enum TimeAs {
    /// DateTime
    Datetime,
    /// DateTime64
    Datetime64,
    /// Date
    Date,
    /// Date32
    Date32,
    /// String, the year first
    Text,
    /// A whole number of seconds since 1970
    Seconds,
    /// Of milliseconds
    Millis,
    /// Of microseconds
    Micros,
    /// Of nanoseconds
    Nanos,
}

/// The names of the columns that a command was given.
pub struct ColumnNames<'a> {
    pub case: &'a str,
    pub event: &'a str,
    pub time: &'a str,
    pub segment: Option<&'a str>,
}

/// What is done with a question that no server is asked.
enum Offline<'a> {
    Print,
    Read(&'a OsStr),
}

/// The address in the place of a log, if it is one.
///
/// # Errors
/// An address that cannot be read; a zone for a table, whose columns have their own; flags of a file.
pub fn address_of(log: &LogArg) -> Result<Option<Address>, Failure> {
    let Some(text) = log.path().to_str().filter(|text| is_address(text)) else { return Ok(None) };
    let address = Address::parse(text).map_err(BehaviourError::Cluster)?;
    if log.how().zone().is_some() {
        let message = say!(cli_zone_of_file);
        return Err(Failure::new(Exit::Usage, message));
    }
    log.how().refuse_for_table()?;
    Ok(Some(address))
}

/// Says how to read a log: a file by the flags and presets that there are for files, a table by its columns. What is told of a file
/// (whose rows are whose, which of them double an event) is told by the columns that were named.
///
/// # Errors
/// Those of recognising it, and of a preset that cannot be read.
pub fn recognise(input: &Input, log: &LogArg, named: [(Role, Option<&String>); 4]) -> Result<Recognition, Failure> {
    let mut overrides = match input {
        Input::File(_) => log.overrides(named.iter().filter_map(|(_, name)| name.cloned()).collect())?,
        Input::Table(_) => {
            Overrides { keep_names: log.how().keep_names(), lifecycle: log.how().lifecycle(), ..Overrides::default() }
        }
    };
    let found = input.recognise(&overrides)?;
    if let Input::Table(_) = input {
        return Ok(found);
    }
    let mut is_other = false;
    for (role, name) in named {
        // A name that is not there is told by whoever needs it.
        let Some(Ok(column)) = name.map(|name| found.column_named(name)) else { continue };
        let column = if role == Role::Time { found.column_of_dates(column) } else { column };
        if found.roles.column(role) != Some(column) {
            overrides.roles.insert(role, Some(column));
            is_other = true;
        }
    }
    Ok(if is_other { input.recognise(&overrides)? } else { found })
}

/// Says how many rows were left out as duplicates, now that the log has been read.
pub fn say_dropped(input: &Input) {
    if let Input::File(source) = input {
        log_arg::say_dropped(source);
    }
}

/// Says, before anything is sent, that it can be read on the way.
pub fn say_if_open(address: &Address) {
    if address.is_open_to_others() {
        tell(&say!(database_open, server = address.server()));
    }
}

/// The tie rule: the one that was named, else the one that the log can have.
pub fn ties(named: Option<Ties>, address: Option<&Address>) -> Result<Ties, Failure> {
    match (named, address) {
        (Some(Ties::File), Some(_)) => Err(BehaviourError::Cluster(ClusterError::FileTies).into()),
        (Some(ties), _) => Ok(ties),
        (None, Some(_)) => Ok(Ties::Name),
        (None, None) => Ok(Ties::File),
    }
}

impl TableFlags {
    /// Opens a file whose header is known to have these columns, or asks the server of an address for its table.
    ///
    /// # Errors
    /// Whatever keeps either from being opened; flags of a table with a file.
    pub fn open(&self, log: &LogArg, address: Option<&Address>, columns: Vec<String>) -> Result<Input, Failure> {
        match address {
            Some(address) => {
                let wait = self.wait.map_or(WAIT, Duration::from_secs);
                say_if_open(address);
                let access = Access::of_environment(wait).ending_with_question();
                Ok(Input::Table(TableSource::open(address.clone(), access, stopped_by_ctrl_c())?))
            }
            None if self.wait.is_some() || self.is_offline() || self.time_as.is_some() => {
                Err(Failure::new(Exit::Usage, say!(cli_table_flags)))
            }
            None => Ok(Input::File(log.open(columns)?)),
        }
    }

    /// The file with the answer, where it is read from one.
    pub fn answer_file(&self) -> Option<&OsStr> {
        self.from_result.as_deref()
    }

    /// Whether no server is to be asked.
    pub fn is_offline(&self) -> bool {
        self.print_sql || self.from_result.is_some()
    }

    /// Prints the question, or reads its answer. `plan` lacks only what the columns are; it is filled in. Gives back the
    /// report where there is one.
    ///
    /// # Errors
    /// A question that cannot be put, a file that cannot be read, an answer that cannot be used.
    pub fn offline(
        &self,
        plan: &mut Plan,
        address: &Address,
        columns: &ColumnNames,
        out: &mut dyn Write,
    ) -> Result<Option<Report>, Failure> {
        let (table, time) = self.table(address, columns);
        plan.columns = Columns { case: 0, event: 1, time: 2, segment: columns.segment.map(|_| 3) };
        plan.time = time;
        let what = self.from_result.as_deref().map_or(Offline::Print, Offline::Read);
        match what {
            Offline::Print => {
                let question = question(plan, &table).map_err(BehaviourError::Cluster)?;
                out.write_all(question.text.as_bytes())?;
                Ok(None)
            }
            Offline::Read(file) => {
                let (name, text) = answer_in(file)?;
                Ok(Some(read_answer(plan, &table, &text, &name).map_err(BehaviourError::Cluster)?))
            }
        }
    }

    /// The table as the flags describe it.
    fn table(&self, address: &Address, columns: &ColumnNames) -> (Table, ColumnTime) {
        let (kind, format) = match self.time_as.unwrap_or(TimeAs::Datetime) {
            TimeAs::Datetime => (TypeKind::DateTime, TimeFormat::Iso),
            TimeAs::Datetime64 => (TypeKind::DateTime64, TimeFormat::Iso),
            TimeAs::Date => (TypeKind::Date, TimeFormat::Iso),
            TimeAs::Date32 => (TypeKind::Date32, TimeFormat::Iso),
            TimeAs::Text => (TypeKind::Text, TimeFormat::Iso),
            TimeAs::Seconds => (TypeKind::Integer, TimeFormat::Epoch(EpochUnit::Seconds)),
            TimeAs::Millis => (TypeKind::Integer, TimeFormat::Epoch(EpochUnit::Millis)),
            TimeAs::Micros => (TypeKind::Integer, TimeFormat::Epoch(EpochUnit::Micros)),
            TimeAs::Nanos => (TypeKind::Integer, TimeFormat::Epoch(EpochUnit::Nanos)),
        };
        let column = |name: &str, kind: TypeKind| TableColumn { name: name.to_owned(), kind };
        let mut all = vec![column(columns.case, TypeKind::Text), column(columns.event, TypeKind::Text)];
        all.push(column(columns.time, kind));
        all.extend(columns.segment.map(|name| column(name, TypeKind::Text)));
        (Table { address: address.clone(), columns: all }, ColumnTime::new(format, b"", TimeRules::default()))
    }
}

/// A plan for a table whose columns are not known yet.
pub fn plan(log: &LogArg, stages: Vec<StagePlan>, ties: Ties, counting: Counting) -> Result<Plan, Failure> {
    if log.how().lifecycle().is_some_and(|choice| choice != Choice::All) {
        return Err(Failure::new(Exit::Usage, say!(cli_lifecycle_offline).to_owned()));
    }
    let dialect = Dialect { keep_names: log.how().keep_names(), ..Dialect::PLAIN };
    Ok(Plan {
        reading: Reading { encoding: TextEncoding::named("UTF-8", b"")?, dialect, width: None },
        columns: Columns { case: 0, event: 1, time: 2, segment: None },
        time: ColumnTime::new(TimeFormat::Iso, b"", TimeRules::default()),
        stages,
        reach: Vec::new(),
        ties,
        counting,
    })
}

/// An answer out of a file, with the file's name.
fn answer_in(file: &OsStr) -> Result<(String, Vec<u8>), Failure> {
    let mut text = Vec::new();
    let (name, read) = if file == "-" {
        let read = std::io::stdin().lock().take(MAX_ANSWER + 1).read_to_end(&mut text);
        (say!(cli_standard_input).to_owned(), read)
    } else {
        let path = Path::new(file);
        // Proves that there is a file, and that it is one and not empty.
        let source = Source::open(path)?;
        let read = source.reader()?.take(MAX_ANSWER + 1).read_to_end(&mut text);
        (path.display().to_string(), read)
    };
    read.map_err(|error| BehaviourError::Unreadable { name: name.clone(), reason: error.to_string() })?;
    if text.len() as u64 > MAX_ANSWER {
        return Err(BehaviourError::Cluster(ClusterError::TooLong { name, limit: MAX_ANSWER >> 20 }).into());
    }
    Ok((name, text))
}
