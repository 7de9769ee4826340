//! Looks at the head of a log and says how to read it: encoding, cut, columns, formats and roles, with a preview.
//!
//! Everything found is a proposal: [`Overrides`] fixes any part of it and the rest is found again around that. Only the
//! first [`HEAD_BYTES`] are read, so that it answers at once for a file of any size; what needs the whole file is in
//! [`survey`]. Nothing here is kept or written anywhere.

mod columns;
mod numbers;
pub mod reasons;
pub mod survey;

use std::collections::{BTreeMap, HashSet};

use super::dialect::{Dialect, column_named, column_names};
use super::encoding::{TextEncoding, Utf8Reader};
use super::error::BehaviourError;
use super::numbers::NumberPick;
use super::personal::Personal;
use super::records::{Record, Records};
use super::roles::{Role, Roles, guess};
use super::source::{Cut, Place, Source};
use super::times::pick::TimePick;
use super::times::zone::Zone;
use super::times::{ColumnTime, TimeFormat, TimeRules, locale};
use super::wrong_kind;
use reasons::{About, Reason};

/// How much of a file is looked at.
pub const HEAD_BYTES: usize = 256 * 1024;
/// Rows of the preview.
pub const PREVIEW_ROWS: usize = 50;
/// The most columns a table may have.
pub const MOST_COLUMNS: usize = 16_384;

/// What a person has fixed; everything else is recognised.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Overrides {
    /// A label of the WHATWG standard: `windows-1252`.
    pub encoding: Option<String>,
    /// An ASCII character.
    pub delimiter: Option<u8>,
    /// `Some(None)`: quotes are plain characters.
    pub quote: Option<Option<u8>>,
    pub preamble_lines: Option<u64>,
    pub header: Option<bool>,
    /// Names that the header is known to have. They find it where its looks do not.
    pub column_names: Vec<String>,
    /// The format of the times of a column, by its place.
    pub time_formats: BTreeMap<usize, TimeFormat>,
    /// The zone of times that carry none; UTC without it.
    pub zone: Option<Zone>,
    /// The column of a role, by its place; `None`: no column has it.
    pub roles: BTreeMap<Role, Option<usize>>,
}

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
    /// Of a file that is no log of events, the rows of this period alone.
    pub only: Option<Only>,
    /// The zone of times that carry none, where one was named.
    pub zone: Option<Zone>,
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

/// One column as its first rows show it.
#[derive(Clone, Debug)]
pub struct Column {
    pub name: String,
    pub kind: ColumnKind,
    /// How its values read as times, if any does; the kind says whether they are.
    pub time: Option<TimePick>,
    /// Cells with nothing in them.
    pub blank: u64,
    pub distinct: Distinct,
    /// The earliest and latest time, in microseconds since 1970, for a column of times.
    pub first_last: Option<(i64, i64)>,
    /// How its values read as numbers, for a column of integers or decimals.
    pub number: Option<NumberPick>,
    /// A few different values.
    pub samples: Vec<String>,
    /// What personal thing it seems to hold.
    pub personal: Option<Personal>,
}

/// What the values of a column are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ColumnKind {
    Text,
    Integer,
    Decimal,
    Time,
    Empty,
}

impl ColumnKind {
    /// The word of the command line's JSON.
    pub fn word(self) -> &'static str {
        match self {
            ColumnKind::Text => "text",
            ColumnKind::Integer => "integer",
            ColumnKind::Decimal => "decimal",
            ColumnKind::Time => "time",
            ColumnKind::Empty => "empty",
        }
    }
}

/// A number of different values; `capped` means at least so many.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Distinct {
    pub count: usize,
    pub capped: bool,
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

/// Recognises how to read a log.
///
/// # Errors
/// The source cannot be read, is no table of text, has a header and nothing else, or an override names what is not there.
pub fn recognise(source: &Source, overrides: &Overrides) -> Result<Recognition, BehaviourError> {
    let head = source.head(HEAD_BYTES)?;
    // The text of several files has another length than the files.
    let whole = head.len() < HEAD_BYTES || head.len() as u64 >= source.size();
    let encoding = text_encoding(source, &head, overrides)?;
    let text = table_text(source, encoding.decode(&head), whole)?;
    let dialect = match source.cut() {
        None => Dialect::of_text(&text, overrides),
        Some(Cut { delimiter, quote }) => {
            let fixed = Overrides { delimiter: Some(delimiter), quote: Some(quote), ..overrides.clone() };
            Dialect::of_text(&text, &fixed)
        }
    };
    let sample = read_sample(source, &text, &dialect, whole)?;
    let width = sample.width;
    let rules = TimeRules::for_file_of(source.modified()).with_locale(&locale()).in_zone(overrides.zone);
    let names = column_names(sample.header.as_ref(), width);
    let columns = columns::describe(&names, &sample.rows, overrides, rules);
    let rows_seen = sample.rows.len() as u64;
    let mut roles = guess(&columns, rows_seen);
    for (role, column) in &overrides.roles {
        // A column may have been fixed before another delimiter made fewer of them.
        roles.give(*role, column.filter(|at| *at < width));
    }
    let mut recognition = Recognition {
        encoding,
        dialect,
        header_line: sample.header.as_ref().map_or(0, |record| record.line),
        preview: sample.rows.iter().take(PREVIEW_ROWS).map(|row| preview_row(source, row)).collect(),
        header: sample.header,
        columns,
        roles,
        rows_seen,
        whole,
        problems: Vec::new(),
        ragged: sample.rows.iter().filter(|row| survey::is_ragged(row, width)).count() as u64,
        duplicates: duplicates_in(&sample.rows),
        reasons: Vec::new(),
        only: None,
        zone: overrides.zone,
    };
    recognition.reasons = reasons::reasons(source, &head, &sample.rows, &recognition, overrides);
    recognition.problems = survey::problems_of(source, &recognition, &sample.rows);
    Ok(recognition)
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

    /// How to read the times of a column; of one in which none was seen, year first.
    pub fn time_reader(&self, source: &Source, column: usize) -> ColumnTime {
        let rules = TimeRules::for_file_of(source.modified()).in_zone(self.zone);
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
        if self.dialect.header {
            records.read(&mut Record::default()).map_err(|error| source.unreadable(&error))?;
        }
        Ok(records)
    }

    /// Whether a row is the header once more, as where two exports were glued together.
    pub fn is_header_again(&self, row: &Record) -> bool {
        self.header.as_ref().is_some_and(|header| header.width() == row.width() && header.fields().eq(row.fields()))
    }
}

fn text_encoding(source: &Source, head: &[u8], overrides: &Overrides) -> Result<TextEncoding, BehaviourError> {
    if source.cut().is_some() {
        return Ok(TextEncoding::utf8());
    }
    let encoding = match &overrides.encoding {
        Some(label) => TextEncoding::named(label, head)?,
        None => TextEncoding::of_source(source, head)?,
    };
    let wrong = wrong_kind::of_bytes(head);
    // In UTF-16 every second byte looks like binary.
    let wrong = wrong.or_else(|| wrong_kind::of_binary(head).filter(|_| !encoding.is_utf16()));
    wrong.map_or(Ok(encoding), |wrong| Err(refused(source, wrong)))
}

/// The text of the head, cut at a line end, if it is a table's.
fn table_text(source: &Source, mut text: String, whole: bool) -> Result<String, BehaviourError> {
    if text.trim().is_empty() && whole {
        return Err(BehaviourError::Empty { name: source.name().to_owned() });
    }
    if let Some(wrong) = wrong_kind::of_text(&text).filter(|_| source.cut().is_none()) {
        return Err(refused(source, wrong));
    }
    if let Some(end) = text.rfind('\n').filter(|_| !whole) {
        text.truncate(end + 1);
    }
    Ok(text)
}

fn refused(source: &Source, wrong: wrong_kind::WrongKind) -> BehaviourError {
    BehaviourError::WrongKind { name: source.name().to_owned(), found: wrong.found.to_owned(), advice: wrong.advice }
}

struct Sample {
    header: Option<Record>,
    rows: Vec<Record>,
    width: usize,
}

/// The records of the head. The table is as wide as its header, or as its most frequent row if that is wider.
fn read_sample(source: &Source, text: &str, dialect: &Dialect, whole: bool) -> Result<Sample, BehaviourError> {
    let failed = |error: std::io::Error| source.unreadable(&error);
    let reader = if whole { Records::new } else { Records::of_head };
    let mut records = reader(text.as_bytes(), dialect.delimiter, dialect.quote);
    records.skip_lines(dialect.preamble_lines).map_err(failed)?;
    let mut record = Record::default();
    let mut header = None;
    if dialect.header && records.read(&mut record).map_err(failed)? {
        header = Some(record.clone());
    }
    let mut rows = Vec::new();
    while records.read(&mut record).map_err(failed)? {
        if header.as_ref().is_none_or(|header| !header.fields().eq(record.fields())) {
            rows.push(record.clone());
        }
    }
    let name = source.name().to_owned();
    if rows.is_empty() && whole {
        return match header {
            Some(header) => Err(BehaviourError::HeaderOnly { name, line: header.line }),
            None => Err(BehaviourError::Empty { name }),
        };
    }
    let width = width_of(header.as_ref(), &rows);
    if width > MOST_COLUMNS {
        return Err(BehaviourError::TooManyColumns { name, columns: width, limit: MOST_COLUMNS });
    }
    Ok(Sample { header, rows, width })
}

/// The header's width, unless most rows are wider.
fn width_of(header: Option<&Record>, rows: &[Record]) -> usize {
    let mut widths: Vec<usize> = rows.iter().map(Record::width).collect();
    widths.sort_unstable();
    let most = widths.chunk_by(|a, b| a == b).max_by_key(|run| run.len()).unwrap_or_default();
    let common = most.first().copied().filter(|_| header.is_none() || most.len() * 2 > rows.len());
    header.map_or(1, Record::width).max(common.unwrap_or(1))
}

fn duplicates_in(rows: &[Record]) -> u64 {
    let mut seen: HashSet<Vec<&[u8]>> = HashSet::with_capacity(rows.len());
    rows.iter().filter(|row| !seen.insert(row.fields().collect())).count() as u64
}

fn preview_row(source: &Source, record: &Record) -> PreviewRow {
    /// A cell is shown in a table: more than this of it helps nobody.
    const LONGEST: usize = 200;
    let cell = |field: &[u8]| String::from_utf8_lossy(field).chars().take(LONGEST).collect();
    let Place { file, line } = source.place(record.line);
    PreviewRow { file, line, cells: record.fields().map(cell).collect() }
}

#[cfg(test)]
mod tests;
