//! How a log is read, and what its first rows show.

use super::column::{Column, ColumnKind};
use super::overrides::SaidScale;
use super::reason::{About, Reason};
use crate::dialect::{Dialect, column_named};
use crate::encoding::{TextEncoding, Utf8Reader};
use crate::error::BehaviourError;
use crate::exports::Export;
use crate::masking::Grouped;
use crate::names::trimmed;
use crate::oddities::Odd;
use crate::plan::Reading;
use crate::records::{Record, Records};
use crate::roles::Roles;
use crate::source::Source;
use crate::times::zone::Zone;
use crate::times::{ColumnTime, TimeFormat, TimeRules};

/// How a log is read, and what its first rows show.
#[derive(Clone, Debug)]
pub struct Recognition {
    pub encoding: TextEncoding,
    pub dialect: Dialect,
    /// The line of the header, counted from 1; 0 without one.
    pub header_line: u64,
    /// The header's record, to leave out where it comes again.
    pub header: Option<Record>,
    pub columns: Vec<Column>,
    pub roles: Roles,
    /// The first rows.
    pub preview: Vec<PreviewRow>,
    /// Rows behind the columns' counts.
    pub rows_seen: u64,
    /// Whether those are all rows of the file.
    pub whole: bool,
    /// What is odd in the rows seen, with the line.
    pub problems: Vec<Problem>,
    /// Rows among those seen that have too few fields, or too many with something in them.
    pub ragged: u64,
    /// Rows among those seen that are the same as an earlier one in every field.
    pub duplicates: u64,
    /// Why it is read so.
    pub reasons: Vec<Reason>,
    /// What was guessed about the file as a whole and a person has to know before any figure.
    pub told: Vec<String>,
    /// The product's export that it is by its header.
    pub export: Option<&'static Export>,
    /// Names of events and segments in the rows seen that tell of persons, or of which there is one for nearly each row.
    pub grouped: Vec<Grouped>,
    /// Of a file that is no log of events, the rows of this period alone.
    pub only: Option<Only>,
    /// The zone of times that carry none, where one was named.
    pub zone: Option<Zone>,
    /// Questions of which a person has said that they ask whether one would recommend.
    pub recommends: Vec<String>,
    /// Scales that a person has named.
    pub scales: Vec<SaidScale>,
    /// Of joined files, the columns that may as well be the event's time, while nobody has chosen: the one that was taken first.
    pub open_time: Option<[usize; 2]>,
}

/// The rows whose period, told by a column, is this one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Only {
    pub column: usize,
    pub period: PeriodIs,
}

/// What a period is in a column.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum PeriodIs {
    /// A month of the calendar, counted from January of the year 0: the column holds times in it.
    Month(i32),
    /// What is written there.
    Text(String),
}

/// A row as text.
#[derive(Clone, Debug, PartialEq)]
pub struct PreviewRow {
    /// The file, where the log is several.
    pub file: Option<String>,
    pub line: u64,
    pub cells: Vec<String>,
}

/// Something odd in a row. The row may still be of use.
#[derive(Clone, Debug, PartialEq)]
pub struct Problem {
    /// The file, where the log is several.
    pub file: Option<String>,
    pub line: u64,
    /// The column's name, if it is about one cell.
    pub column: Option<String>,
    pub reason: String,
}

impl Recognition {
    /// Why a choice was made; nothing where there was none to make.
    pub fn because(&self, about: About) -> Option<&str> {
        self.reasons.iter().find(|reason| reason.about == about).map(|reason| reason.because.as_str())
    }

    /// The columns' names in order.
    pub fn names(&self) -> Vec<String> {
        self.columns.iter().map(|column| column.name.clone()).collect()
    }

    /// The place of a column by its name: the very name, or the only one that looks the same.
    pub fn column_named(&self, name: &str) -> Result<usize, BehaviourError> {
        column_named(&self.names(), name)
    }

    /// The column that has the dates, where the one that was named has only the times of day.
    pub fn column_of_dates(&self, named: usize) -> usize {
        let has_clock_there = |column: &Column| column.time.is_some_and(|pick| pick.time.clock_column() == Some(named));
        self.columns.iter().position(has_clock_there).unwrap_or(named)
    }

    /// How to read the times of a column; of one in which none was seen, year first.
    pub fn time_reader(&self, source: &Source, column: usize) -> ColumnTime {
        let rules = TimeRules::by_the_clock(source.now()).in_zone(self.zone);
        let found = self.columns.get(column).and_then(|column| column.time);
        found.map_or_else(|| ColumnTime::new(TimeFormat::Iso, b"", rules), |pick| pick.time)
    }

    /// The column of times, where there are times of day without a zone in it.
    pub fn zoneless_column(&self) -> Option<&Column> {
        let column = self.columns.get(self.roles.time?)?;
        let is_zoneless = column.kind == ColumnKind::Time && column.time.is_some_and(|pick| pick.time.is_zoneless());
        is_zoneless.then_some(column)
    }

    /// Reads all rows of the table from the first one behind the header on.
    pub fn rows(&self, source: &Source) -> Result<Records<Utf8Reader>, BehaviourError> {
        let text = self.encoding.reader(source)?;
        let mut records = self.dialect.records(text).map_err(|error| source.unreadable(&error))?;
        self.dialect.read_header(&mut records).map_err(|error| source.unreadable(&error))?;
        Ok(records)
    }

    /// How the bytes of the file become records.
    pub fn reading(&self) -> Reading {
        Reading { encoding: self.encoding, dialect: self.dialect, width: Some(self.columns.len()) }
    }

    /// What is odd in a row that counts all the same.
    pub fn odd_in<'a>(&'a self, row: &'a Record) -> impl Iterator<Item = Odd> + 'a {
        let id = self.roles.case.and_then(|case| row.field(case)).map(trimmed);
        let rounded = id.filter(|id| Odd::in_id(id)).map(|_| Odd::RoundedId);
        Odd::in_record(row, self.columns.len(), self.encoding.is_utf8()).chain(rounded)
    }

    /// Whether a row is the header once more, as where two exports were glued together.
    pub fn is_header_again(&self, row: &Record) -> bool {
        self.header.as_ref().is_some_and(|header| header.width() == row.width() && header.fields().eq(row.fields()))
    }
}
