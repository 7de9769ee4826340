//! The signals of a file of customers, gathered in one scan into counts: how long each was silent, how far completion
//! fell, whether it cancelled, whether it may be written to.
//!
//! # Definitions
//! - *As of*: the latest last login or cancellation in the file, unless another day is given; never the day of reading.
//! - *Days since last login*: whole days from the last login to the as-of day, or to the cancellation if that came first, so
//!   that the silence after a cancellation is no sign of it. Where the file gives the days themselves, the days between
//!   cancellation and as-of day are taken off.
//! - *Fall in completion*: completion before less completion now, in whole points, rounded down. Values are percentages
//!   where one of them has a sign of percent or is over 1, else fractions.
//! - *Consent*: a clear yes in the consent column. Blank, unclear, or no such column: no consent.
//!
//! What is kept is a table of counts, in which no customer is told from another; ids are held for the scan alone.

use std::collections::BTreeMap;

use touchline_words::say;

use super::MICROS_A_DAY;
use super::cells::{flag, is_blank, is_percent, number};
use super::columns::{ChurnColumns, ChurnRole};
use super::scan::{GroupNames, Seen, cell, walk};
use crate::error::BehaviourError;
use crate::masking::Grouped;
use crate::progress::Progress;
use crate::reason::Reason;
use crate::recognise::{Column, ColumnKind, Recognition};
use crate::records::Record;
use crate::report::RowCounts;
use crate::source::Source;
use crate::times::{ColumnTime, DayCache};

/// The counts of one file.
#[derive(Clone, Debug)]
pub struct Signals {
    pub rows: RowCounts,
    /// Microseconds since 1970; `None` where the file has no date.
    pub as_of: Option<i64>,
    /// By name in byte order, those without one last. Empty where the file has no segment column.
    pub segments: Vec<String>,
    pub has_login: bool,
    pub has_completion: bool,
    pub has_consent: bool,
    /// Whether cancellations have a date, without which there is no lead time.
    pub has_cancel_dates: bool,
    /// Completion is written as percentages.
    pub(super) percent: bool,
    /// By silence, the unknown first, so that those who were silent long enough are the last.
    pub(super) cells: Vec<Cell>,
    /// Customers and cancellations of each segment; one of all where the file has no segment.
    pub(super) totals: Vec<(u64, u64)>,
    /// The longest silence and the deepest fall.
    pub(super) reach: (u32, i16),
    /// Names of segments that became that of their kind.
    pub grouped: Vec<Grouped>,
}

/// Customers that are alike in all that the rule asks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Cell {
    /// Place among the segments, of which there are 1000 at most.
    pub segment: u16,
    /// Whole days; `None` where it is not known.
    pub idle: Option<u32>,
    /// Whole points; `None` where it is not known.
    pub fall: Option<i16>,
    /// Rows that were held in memory: fewer than 2³².
    pub customers: u32,
    pub cancelled: u32,
    /// Of those still there, who gave consent.
    pub may_be_written_to: u32,
}

/// What one row says, before the as-of day is known.
#[derive(Clone, Copy, Debug)]
pub(super) struct Facts {
    last_login: Option<i64>,
    days: Option<f64>,
    before: Option<f64>,
    now: Option<f64>,
    cancelled: Option<Cancelled>,
    pub consent: bool,
}

#[derive(Clone, Copy, Debug)]
enum Cancelled {
    On(i64),
    /// Without a date.
    Sometime,
}

impl Facts {
    pub fn has_cancelled(&self) -> bool {
        self.cancelled.is_some()
    }

    /// Whole days of silence up to the as-of day or the cancellation.
    pub fn idle(&self, as_of: Option<i64>) -> Option<u32> {
        let end = match (self.cancelled, as_of) {
            (Some(Cancelled::On(at)), Some(as_of)) => Some(at.min(as_of)),
            (Some(Cancelled::On(at)), None) => Some(at),
            (_, as_of) => as_of,
        };
        let days = match (self.last_login, self.days) {
            (Some(last), _) => (end?.saturating_sub(last)).div_euclid(MICROS_A_DAY),
            (None, Some(days)) => {
                let after = match (self.cancelled, as_of) {
                    (Some(Cancelled::On(at)), Some(as_of)) => as_of.saturating_sub(at).max(0) / MICROS_A_DAY,
                    _ => 0,
                };
                (days.floor() as i64).saturating_sub(after)
            }
            (None, None) => return None,
        };
        Some(u32::try_from(days.max(0)).unwrap_or(u32::MAX))
    }

    /// Whole points that completion fell by, given how many points one of its units is.
    pub fn fall(&self, points: f64) -> Option<i16> {
        // What rounding took from a whole point is given back.
        let fell = (self.before? - self.now?) * points + 1e-9;
        Some(fell.floor().clamp(-1000.0, 1000.0) as i16)
    }
}

/// Reads rows into facts.
pub(super) struct Reader {
    columns: ChurnColumns,
    login: Option<ColumnTime>,
    cancelled: Option<ColumnTime>,
    day: DayCache,
    /// A completion was written with a sign of percent, or is over 1.
    pub percent: bool,
}

impl Reader {
    pub fn new(source: &Source, found: &Recognition, columns: ChurnColumns) -> Reader {
        let time = |role| columns.column(role).map(|at| found.time_reader(source, at));
        let dates = columns.column(ChurnRole::Cancelled).and_then(|at| found.columns.get(at)).is_some_and(is_dated);
        Reader {
            columns,
            login: time(ChurnRole::LastLogin),
            cancelled: time(ChurnRole::Cancelled).filter(|_| dates),
            day: DayCache::default(),
            percent: false,
        }
    }

    /// Whether cancellations are written as dates.
    pub fn dates_cancellations(&self) -> bool {
        self.cancelled.is_some()
    }

    /// What a row says.
    ///
    /// # Errors
    /// Something in it cannot be read, or it says nothing of a login where the file has such a column.
    pub fn facts(&mut self, row: &Record) -> Result<Facts, Reason> {
        let of = |role| cell(row, self.columns.column(role));
        let last_login = match (&self.login, of(ChurnRole::LastLogin)) {
            (None, _) => None,
            (Some(_), text) if is_blank(text) => None,
            (Some(time), text) => {
                Some(time.read_on_clock(text, &mut self.day).map_err(|_| Reason::LastLoginUnreadable)?)
            }
        };
        let days = match of(ChurnRole::DaysSince) {
            text if is_blank(text) => None,
            text => Some(number(text).filter(|days| *days >= 0.0).ok_or(Reason::DaysUnreadable)?),
        };
        let has_login = self.login.is_some() || self.columns.column(ChurnRole::DaysSince).is_some();
        if has_login && last_login.is_none() && days.is_none() {
            return Err(Reason::NoLastLogin);
        }
        let mut share = |role| -> Result<Option<f64>, Reason> {
            match of(role) {
                text if is_blank(text) => Ok(None),
                text => {
                    let value = number(text).ok_or(Reason::CompletionUnreadable)?;
                    self.percent |= is_percent(text) || value > 1.0;
                    Ok(Some(value))
                }
            }
        };
        let (before, now) = (share(ChurnRole::Before)?, share(ChurnRole::Now)?);
        let cancelled = match (&self.cancelled, of(ChurnRole::Cancelled)) {
            (_, text) if is_blank(text) => None,
            (Some(time), text) => {
                let at = time.read_on_clock(text, &mut self.day).map_err(|_| Reason::CancellationUnreadable)?;
                Some(Cancelled::On(at))
            }
            (None, text) => flag(text).ok_or(Reason::CancellationUnreadable)?.then_some(Cancelled::Sometime),
        };
        let consent = flag(of(ChurnRole::Consent)) == Some(true);
        Ok(Facts { last_login, days, before, now, cancelled, consent })
    }

    /// How many points one unit of completion is.
    pub fn points(&self) -> f64 {
        if self.percent { 1.0 } else { 100.0 }
    }
}

/// Whether a column of cancellations says when, and not only whether.
pub(super) fn is_dated(column: &Column) -> bool {
    match column.kind {
        // Nothing in its first rows: what may come later is a date.
        ColumnKind::Time | ColumnKind::Empty => true,
        ColumnKind::Text => column.time.is_some_and(|pick| pick.readable > 0 && pick.readable * 2 >= pick.filled),
        ColumnKind::Integer | ColumnKind::Decimal => false,
    }
}

/// Gathers the signals of a file in one scan. `as_of` sets the day up to which silence counts.
///
/// # Errors
/// No column says who the customer is, or none says anything of logins or completion; whatever keeps the file from being
/// read; too many segments; [`BehaviourError::Cancelled`].
pub fn signals(
    source: &Source,
    found: &Recognition,
    columns: &ChurnColumns,
    as_of: Option<i64>,
    progress: &Progress,
) -> Result<Signals, BehaviourError> {
    expect_columns(found, columns)?;
    let has = |role| columns.column(role).is_some();
    let mut reader = Reader::new(source, found, *columns);
    let (mut seen, mut names, mut too_many) = (Seen::default(), GroupNames::of(&found.dialect), None);
    let mut facts: Vec<(Facts, usize)> = Vec::new();
    let rows = walk(source, found, progress, &mut |row| {
        let fact = reader.facts(row)?;
        seen.take(cell(row, columns.column(ChurnRole::User)))?;
        match names.number(cell(row, columns.column(ChurnRole::Segment))) {
            Ok(segment) => facts.push((fact, segment)),
            Err(error) => too_many = Some(error),
        }
        Ok(())
    })?;
    drop(seen);
    if let Some(error) = too_many {
        return Err(error.of(source));
    }
    let as_of = as_of.or_else(|| facts.iter().filter_map(|(fact, _)| fact.latest()).max());
    let mut customers: Vec<u64> = Vec::new();
    for (_, number) in &facts {
        customers.resize(customers.len().max(number + 1), 0);
        if let Some(count) = customers.get_mut(*number) {
            *count += 1;
        }
    }
    let (in_order, grouped) = names.called(|number| customers.get(number).copied().unwrap_or_default());
    let mut place = vec![0; customers.len()];
    for (at, number) in in_order.iter().enumerate().flat_map(|(at, (_, of))| of.iter().map(move |number| (at, *number)))
    {
        if let Some(slot) = place.get_mut(number) {
            *slot = at;
        }
    }
    let points = reader.points();
    let mut cells: BTreeMap<(Option<u32>, Option<i16>, u16), Cell> = BTreeMap::new();
    let mut totals = vec![(0, 0); in_order.len().max(1)];
    for (fact, number) in facts {
        let at = place.get(number).copied().unwrap_or_default();
        let segment = u16::try_from(at).unwrap_or_default();
        let (idle, fall) = (fact.idle(as_of), fact.fall(points));
        let empty = Cell { segment, idle, fall, customers: 0, cancelled: 0, may_be_written_to: 0 };
        let cell = cells.entry((idle, fall, segment)).or_insert(empty);
        cell.customers += 1;
        cell.cancelled += u32::from(fact.has_cancelled());
        cell.may_be_written_to += u32::from(fact.consent && !fact.has_cancelled());
        if let Some((customers, cancelled)) = totals.get_mut(at) {
            *customers += 1;
            *cancelled += u64::from(fact.has_cancelled());
        }
    }
    let longest = cells.values().filter_map(|cell| cell.idle).max().unwrap_or(0);
    let deepest = cells.values().filter_map(|cell| cell.fall).max().unwrap_or(0).max(0);
    Ok(Signals {
        rows,
        as_of,
        segments: match has(ChurnRole::Segment) {
            true => in_order.into_iter().map(|(name, _)| name).collect(),
            false => Vec::new(),
        },
        has_login: has(ChurnRole::LastLogin) || has(ChurnRole::DaysSince),
        has_completion: has(ChurnRole::Before) && has(ChurnRole::Now),
        has_consent: has(ChurnRole::Consent),
        has_cancel_dates: has(ChurnRole::Cancelled) && reader.dates_cancellations(),
        percent: reader.percent,
        cells: cells.into_values().collect(),
        totals,
        grouped,
        reach: (longest, deepest),
    })
}

impl Facts {
    fn latest(&self) -> Option<i64> {
        let cancelled = match self.cancelled {
            Some(Cancelled::On(at)) => Some(at),
            _ => None,
        };
        self.last_login.max(cancelled)
    }
}

/// A file of customers says who they are, whether they left, and something by which that could be foreseen.
pub(super) fn expect_columns(found: &Recognition, columns: &ChurnColumns) -> Result<(), BehaviourError> {
    let missing = |role: &'static str| Err(BehaviourError::RoleNotFound { role, header: found.names() });
    if columns.column(ChurnRole::User).is_none() {
        return missing(ChurnRole::User.name());
    }
    if columns.column(ChurnRole::Cancelled).is_none() {
        return missing(say!(churn_day_of_cancellation));
    }
    if !columns.has_signal() {
        return missing(say!(churn_needs_signal));
    }
    Ok(())
}
