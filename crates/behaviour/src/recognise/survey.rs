//! The whole file looked through once: how many rows, what is in each column, and what is odd where.
//!
//! Memory stays bounded for a file of any size: different values are counted by their 64-bit hashes up to a limit, after
//! which the count is "at least", and only the first problems are listed while all are counted.
//!
//! # Limits
//! Two values in 2⁶⁴ may share a hash, so that a count of many millions could be one too low.

use std::hash::BuildHasher;

use foldhash::fast::FixedState;
use hashbrown::HashSet;
use touchline_words::say;

use super::column::{ColumnKind, Distinct};
use super::numbers::NumberKind;
use super::recognition::{Problem, Recognition};
use crate::error::BehaviourError;
use crate::names::trimmed;
use crate::nothing::is_no_value;
use crate::oddities::Odd;
use crate::records::{Flaw, Record};
use crate::source::{Place, Source};
use crate::times::{ColumnTime, DayCache, TimeProblem};
use crate::totals::{is_sum, is_total_word};

/// Problems that are listed.
pub const LISTED: usize = 100;

/// Hashes of different values that are held over all columns (eight bytes and a little each).
const HASHES: usize = 8_000_000;

/// Rows between two calls of the caller's progress.
const ROWS_BETWEEN_CALLS: u64 = 4096;

/// What the whole file holds.
#[derive(Clone, Debug, PartialEq)]
pub struct Survey {
    /// Records behind the header, without blank lines.
    pub rows: u64,
    pub blank_lines: u64,
    /// Those among them that are the header once more; no column counts them.
    pub repeated_headers: u64,
    /// Lines with rows of totals, as many as are listed; they are no rows, and no column counts them.
    pub totals: Vec<u64>,
    pub columns: Vec<ColumnSurvey>,
    /// The first [`LISTED`] problems in the order of the file.
    pub problems: Vec<Problem>,
    pub problem_count: u64,
}

/// What a column holds over the whole file.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct ColumnSurvey {
    pub kind: ColumnKind,
    /// Cells with nothing in them, those of rows that are too short included.
    pub blank: u64,
    pub distinct: Distinct,
    /// The earliest and latest time, in microseconds since 1970, for a column of times.
    pub first_last: Option<(i64, i64)>,
}

/// Looks through the whole file. `progress` is told the rows read so far now and then, and stops it by answering false.
///
/// # Errors
/// The file cannot be read to its end, or changed meanwhile; [`BehaviourError::Cancelled`] if `progress` said so.
pub fn survey(
    source: &Source,
    recognition: &Recognition,
    progress: &mut dyn FnMut(u64) -> bool,
) -> Result<Survey, BehaviourError> {
    let mut rows = recognition.rows(source)?;
    let mut tallies: Vec<Tally> = (0..recognition.columns.len()).map(|at| Tally::new(recognition, at)).collect();
    let mut inspector = Inspector::new(source, recognition);
    let mut survey = Survey {
        rows: 0,
        blank_lines: 0,
        repeated_headers: 0,
        totals: Vec::new(),
        columns: Vec::new(),
        problems: Vec::new(),
        problem_count: 0,
    };
    let mut row = Record::default();
    while rows.read(&mut row).map_err(|error| source.unreadable(&error))? {
        inspector.inspect(&row, &mut |problem| {
            survey.problem_count += 1;
            if survey.problems.len() < LISTED {
                survey.problems.push(problem());
            }
        });
        if inspector.is_totals(&row) {
            if survey.totals.len() < LISTED {
                survey.totals.push(source.place(row.line).line);
            }
            continue;
        }
        survey.rows += 1;
        if recognition.is_header_again(&row) {
            survey.repeated_headers += 1;
            continue;
        }
        for (at, tally) in tallies.iter_mut().enumerate() {
            tally.add(trimmed(row.field(at).unwrap_or_default()));
        }
        if survey.rows.is_multiple_of(ROWS_BETWEEN_CALLS) && !progress(survey.rows) {
            return Err(BehaviourError::Cancelled);
        }
    }
    survey.blank_lines = rows.blank_lines();
    survey.columns = tallies.iter().map(Tally::finish).collect();
    source.check_unchanged()?;
    Ok(survey)
}

/// What is odd in some rows.
pub(super) fn problems_of(source: &Source, recognition: &Recognition, rows: &[Record]) -> Vec<Problem> {
    let mut inspector = Inspector::new(source, recognition);
    let mut problems = Vec::new();
    for row in rows {
        inspector.inspect(row, &mut |problem| {
            if problems.len() < LISTED {
                problems.push(problem());
            }
        });
    }
    problems
}

/// Counts one column.
struct Tally {
    time: Option<ColumnTime>,
    number: NumberKind,
    /// Whether words such as NULL are nothing.
    null_words: bool,
    blank: u64,
    filled: u64,
    readable: u64,
    first_last: Option<(i64, i64)>,
    seen: HashSet<u64, FixedState>,
    most: usize,
    capped: bool,
    cache: DayCache,
}

impl Tally {
    fn new(recognition: &Recognition, at: usize) -> Tally {
        let column = recognition.columns.get(at).filter(|column| column.kind == ColumnKind::Time);
        Tally {
            time: column.and_then(|column| column.time).map(|pick| pick.time),
            number: NumberKind::default(),
            null_words: recognition.dialect.null_words,
            blank: 0,
            filled: 0,
            readable: 0,
            first_last: None,
            seen: HashSet::with_hasher(FixedState::default()),
            most: (HASHES / recognition.columns.len().max(1)).clamp(1000, 2_000_000),
            capped: false,
            cache: DayCache::default(),
        }
    }

    fn add(&mut self, cell: &[u8]) {
        if cell.is_empty() || (self.null_words && is_no_value(cell)) {
            self.blank += 1;
            return;
        }
        let hash = FixedState::default().hash_one(cell);
        if self.seen.len() < self.most {
            self.seen.insert(hash);
        } else if !self.capped {
            self.capped = !self.seen.contains(&hash);
        }
        self.number.add(cell);
        let Some(time) = self.time.filter(|_| !is_no_value(cell)) else { return };
        self.filled += 1;
        if let Ok(micros) = time.read(cell, &mut self.cache) {
            self.readable += 1;
            let (first, last) = self.first_last.unwrap_or((micros, micros));
            self.first_last = Some((micros.min(first), micros.max(last)));
        }
    }

    fn finish(&self) -> ColumnSurvey {
        let is_time = self.time.is_some() && (self.readable * 2 >= self.filled);
        ColumnSurvey {
            kind: if is_time { ColumnKind::Time } else { self.number.kind() },
            blank: self.blank,
            distinct: Distinct { count: self.seen.len(), capped: self.capped },
            first_last: self.first_last.filter(|_| is_time),
        }
    }
}

/// Finds what is odd in a row.
struct Inspector<'a> {
    source: &'a Source,
    recognition: &'a Recognition,
    times: Vec<(usize, ColumnTime, DayCache)>,
}

impl<'a> Inspector<'a> {
    fn new(source: &'a Source, recognition: &'a Recognition) -> Inspector<'a> {
        let columns = recognition.columns.iter().enumerate();
        let of_times =
            columns.filter(|(at, column)| column.kind == ColumnKind::Time || recognition.roles.time == Some(*at));
        let times = of_times.filter_map(|(at, column)| Some((at, column.time?.time, DayCache::default()))).collect();
        Inspector { source, recognition, times }
    }

    /// Whether a row is one of totals: in a log a customer called so without an event or a time, in other tables a first cell that says
    /// so and numbers behind it.
    fn is_totals(&mut self, row: &Record) -> bool {
        let roles = self.recognition.roles;
        let Some(case) = roles.case else {
            let mut filled = row.fields().map(trimmed).filter(|cell| !cell.is_empty());
            let is_called_so = filled.next().is_some_and(is_total_word);
            let mut numbers = 0;
            return is_called_so && filled.inspect(|_| numbers += 1).all(is_sum) && numbers > 0;
        };
        if !is_total_word(trimmed(row.field(case).unwrap_or_default())) {
            return false;
        }
        let event = roles.event.and_then(|at| row.field(at)).unwrap_or_default();
        let time = self.times.iter_mut().find(|(at, ..)| roles.time == Some(*at));
        is_sum(trimmed(event))
            || time.is_some_and(|(at, time, cache)| time.read(row.field(*at).unwrap_or_default(), cache).is_err())
    }

    /// Calls `found` with each problem; it is made only if the caller wants it.
    fn inspect(&mut self, row: &Record, found: &mut dyn FnMut(&mut dyn FnMut() -> Problem)) {
        let (source, recognition) = (self.source, self.recognition);
        let mut report = |column: Option<usize>, reason: &dyn Fn() -> String| {
            found(&mut || {
                let Place { file, line } = source.place(row.line);
                let column = column.and_then(|at| recognition.columns.get(at)).map(|column| column.name.clone());
                Problem { file, line, column, reason: reason() }
            });
        };
        if recognition.is_header_again(row) {
            report(None, &|| say!(reason_header_again).to_owned());
            return;
        }
        if let Some(flaw) = row.flaw.filter(|flaw| *flaw != Flaw::StrayQuote) {
            report(None, &|| flaw.to_string());
        }
        let (count, expected) = (row.width(), recognition.columns.len());
        for odd in recognition.odd_in(row) {
            match odd {
                Odd::FewerFields | Odd::MoreFields => report(None, &|| say!(log_ragged, count, expected)),
                // Those of rows that are none tell nothing.
                Odd::RoundedId => {}
                Odd::StrayQuote | Odd::InvalidBytes | Odd::NulByte => report(None, &|| odd.to_string()),
            }
        }
        if self.is_totals(row) {
            report(None, &|| say!(reason_totals).to_owned());
            return;
        }
        let is_nothing = |cell: &[u8]| cell.is_empty() || (recognition.dialect.null_words && is_no_value(cell));
        if let Some(case) = recognition.roles.case {
            let id = trimmed(row.field(case).unwrap_or_default());
            if is_nothing(id) {
                report(Some(case), &|| say!(reason_no_customer).to_owned());
            } else if Odd::in_id(id) {
                report(Some(case), &|| Odd::RoundedId.to_string());
            }
        }
        // Of a table without customers and times nobody counts events.
        let roles = recognition.roles;
        if let (Some(_), Some(event), Some(_)) = (roles.case, roles.event, roles.time)
            && is_nothing(trimmed(row.field(event).unwrap_or_default()))
        {
            report(Some(event), &|| say!(reason_no_event).to_owned());
        }
        for (at, time, cache) in &mut self.times {
            let cell = row.field(*at).unwrap_or_default();
            match time.read(cell, cache) {
                // Only the time of the event has to be there.
                Err(TimeProblem::Blank) if recognition.roles.time != Some(*at) => {}
                Err(problem) => report(Some(*at), &|| problem.to_string()),
                Ok(_) => {}
            }
        }
    }
}
