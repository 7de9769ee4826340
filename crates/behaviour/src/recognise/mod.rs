//! Looks at the head of a log and says how to read it: encoding, cut, columns, formats and roles, with a preview.
//!
//! Everything found is a proposal: [`Overrides`] fixes any part of it and the rest is found again around that. Only the
//! first [`HEAD_BYTES`] are read, so that it answers at once for a file of any size; what needs the whole file is in
//! [`survey`]. Nothing here is kept or written anywhere.

mod apart;
mod column;
mod columns;
mod cut_off;
mod doubled;
mod grouped;
mod headers;
mod nearly_same;
mod numbers;
mod overrides;
mod partner_time;
mod reason;
pub mod reasons;
mod recognition;
mod shared_ids;
pub mod survey;
mod told;
mod wider;

pub use column::{Column, ColumnKind, Distinct};
pub use overrides::{Overrides, SaidScale};
use wider::wider;

pub use recognition::{Only, PeriodIs, PreviewRow, Problem, Recognition};

use std::collections::HashSet;

use super::dialect::{Dialect, cells_of, column_names};
use super::encoding::TextEncoding;
use super::error::BehaviourError;
use super::exports;
use super::mend::Mend;
use super::oddities::Odd;
use super::records::{Record, Records};
use super::roles::{Role, guess};
use super::source::{Cut, Place, Source};
use super::times::TimeRules;
use super::wrong_kind;

/// How much of a file is looked at.
pub const HEAD_BYTES: usize = 256 * 1024;
/// Rows of the preview.
pub const PREVIEW_ROWS: usize = 50;
/// The most columns a table may have.
pub const MOST_COLUMNS: usize = 16_384;

/// Recognises how to read a log.
///
/// # Errors
/// The source cannot be read, is no table of text, has a header and nothing else, or an override names what is not there.
pub fn recognise(source: &Source, overrides: &Overrides) -> Result<Recognition, BehaviourError> {
    let head = source.head(HEAD_BYTES)?;
    // The text of several files has another length than the files.
    let whole = head.len() < HEAD_BYTES || head.len() as u64 >= source.size();
    let mut encoding = text_encoding(source, &head, overrides)?;
    let mut text = table_text(source, encoding.decode(&head), whole)?;
    if source.cut().is_none() {
        encoding = encoding.mended(Mend::of_text(&text));
        text = encoding.mend().text(&text);
    }
    let dialect = match source.cut() {
        None => Dialect::of_text(&text, overrides),
        Some(Cut { delimiter, quote }) => {
            let fixed = Overrides { delimiter: Some(delimiter), quote: Some(quote), ..overrides.clone() };
            Dialect::of_text(&text, &fixed)
        }
    };
    let sample = read_sample(source, &text, &dialect, whole)?;
    let width = sample.width;
    let rules = TimeRules::by_the_clock(source.now()).in_zone(overrides.zone);
    let wider = sample.header.as_ref().and_then(|header| Some((header, wider(header, &sample.rows, width)?)));
    let named = |header: &[String]| column_names(header, width, |at| source.is_hidden_column(at));
    let names = match (wider, &sample.header) {
        (Some((header, wider)), _) => named(&wider.names(header)),
        (None, Some(header)) => named(&headers::names(header, &sample.below)),
        (None, None) => named(&[]),
    };
    let mut told =
        told::told(!sample.below.is_empty(), &encoding, sample.header.as_ref(), &names, wider.map(|(_, wider)| wider));
    told.extend(told::hidden(source, &names));
    let mut columns = columns::describe(&names, &sample.rows, overrides, rules);
    told.extend(told::numbers_in_words(&columns, &sample.rows));
    told.extend(told::other_calendars(&columns));
    let rows_seen = sample.rows.len() as u64;
    let mut roles = guess(&columns);
    let export = export_of(sample.header.as_ref(), &sample.below, &source.file_name());
    told.extend(export.map(|found| found.words()));
    let export = export.and_then(|found| found.export());
    for (role, column) in export.iter().flat_map(|export| export.roles_in(&names)) {
        roles.give(role, Some(column));
    }
    for (role, column) in &overrides.roles {
        // A column may have been fixed before another delimiter made fewer of them.
        roles.give(*role, column.filter(|at| *at < width));
    }
    let (time_told, open_time) = partner_time::settle(&columns, &mut roles, source.partner(), overrides);
    told.extend(time_told);
    told.extend(cut_off::told(source, &encoding, &dialect, &sample)?);
    told.extend(apart::join(&mut columns, &sample.rows, &mut roles));
    if let (Some(case), Some(_), Some(_)) = (roles.case, roles.event, roles.time) {
        told.extend(shared_ids::told(&sample.rows, case, columns.get(case).map_or("", |column| &column.name)));
        for role in [Role::Case, Role::Event, Role::Segment] {
            let column = roles.column(role).and_then(|at| Some((at, columns.get(at)?)));
            told.extend(column.and_then(|(at, column)| nearly_same::told(&sample.rows, role, at, &column.name)));
        }
        told.extend(told::plain_times(&columns, roles));
        told.extend(told::old_dates(&columns, roles));
    }
    let mut dialect = dialect;
    if let Some((lifecycle, sentence)) = doubled::find(&columns, &sample.rows, roles, overrides.lifecycle) {
        dialect.lifecycle = lifecycle;
        told.push(sentence);
    }
    let grouped = grouped::judge(&mut columns, &sample.rows, roles, overrides.keep_names);
    let scales = overrides.scales_in(&columns);
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
        ragged: sample.rows.iter().filter(|row| is_ragged(row, width)).count() as u64,
        duplicates: duplicates_in(&sample.rows),
        reasons: Vec::new(),
        told,
        export,
        grouped,
        only: None,
        zone: overrides.zone,
        recommends: overrides.recommends.clone(),
        scales,
        open_time,
    };
    recognition.reasons = reasons::reasons(source, &head, &sample.rows, &recognition, overrides);
    recognition.problems = survey::problems_of(source, &recognition, &sample.rows);
    Ok(recognition)
}

/// The export that the header is of, by all of its rows, and for a few by the name of the file.
fn export_of(header: Option<&Record>, below: &[Record], file: &str) -> Option<exports::Found> {
    let rows: Vec<Vec<String>> = header.into_iter().chain(below).map(cells_of).collect();
    exports::find(&rows, file)
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
    // Who names an encoding has looked at the letters.
    let wrong = wrong.or_else(|| wrong_kind::of_mainframe(head).filter(|_| overrides.encoding.is_none()));
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
    /// What belongs to the header below it.
    below: Vec<Record>,
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
    let mut below = dialect.read_header(&mut records).map_err(failed)?;
    let header = if below.is_empty() { None } else { Some(below.remove(0)) };
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
    Ok(Sample { header, below, rows, width })
}

/// The header's width, unless most rows are wider.
fn width_of(header: Option<&Record>, rows: &[Record]) -> usize {
    let mut widths: Vec<usize> = rows.iter().map(Record::width).collect();
    widths.sort_unstable();
    let most = widths.chunk_by(|a, b| a == b).max_by_key(|run| run.len()).unwrap_or_default();
    let common = most.first().copied().filter(|_| header.is_none() || most.len() * 2 > rows.len());
    header.map_or(1, Record::width).max(common.unwrap_or(1))
}

/// Whether a row lacks fields that the table has, or has something in fields that it lacks.
fn is_ragged(row: &Record, width: usize) -> bool {
    Odd::in_width(width, row.width(), |at| row.field(at)).is_some()
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
