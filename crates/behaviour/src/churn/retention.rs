//! How long customers stay, for all and by group, and whether the groups differ.
//!
//! # Definitions
//! - *Time*: a column of numbers in whatever unit it is in; or whole days from the day a customer came to the day it
//!   cancelled, or to the as-of day if it is still there; or whole days from a customer's first to its last event in a log.
//! - *Days* are those of the calendar, in the zone that was named: from 23:00 to 01:00 is one day.
//! - *Left*: a yes in the event column; or a day of cancellation; or, in a log, no event in so many days up to the as-of
//!   day, itself among them.
//! - *As of*: the latest day on which a customer of the file came, left or was last seen, unless another day is given; never the day of reading.
//! - *Median*: the first time by which half have left; unknown where half never do while they are seen.
//! - Groups with fewer customers than the rule for small groups asks, or with fewer who left, are neither shown nor tested.

use hashbrown::HashMap;
use hashbrown::hash_map::Entry;
use touchline_words::say;

use super::MICROS_A_DAY;
use super::cells::{flag, is_blank, number};
use super::columns::{ChurnColumns, ChurnRole};
use super::scan::{GroupNames, Seen, cell, walk};
use super::signals::is_dated;
use crate::engine::codes::{Code, Coder};
use crate::error::BehaviourError;
use crate::masking::Grouped;
use crate::names::one_id;
use crate::progress::Progress;
use crate::reason::Reason;
use crate::recognise::Recognition;
use crate::report::RowCounts;
use crate::small_groups::SmallGroups;
use crate::source::Source;
use crate::statistics::{LogRank, Subject, Survival, log_rank};
use crate::times::{DayCache, TimeProblem};

/// Where time and leaving stand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stay {
    /// A number of anything, and whether the customer left then. One customer a row.
    Measured { duration: usize, event: usize },
    /// The day a customer came, and the day it left, if it did; and when it was last seen, where the file says so. One customer a row.
    Dated { start: usize, end: usize, seen: Option<usize> },
    /// A log: the customer and the time of each event; gone is who was silent for so many days at its end.
    Log { case: usize, time: usize, gone_after: u32 },
}

/// What is asked of a file.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Question {
    pub stay: Stay,
    /// Tells customers apart, so that one who stands on two rows counts once. Without it every row is a customer.
    pub user: Option<usize>,
    pub group: Option<usize>,
    /// Microseconds since 1970.
    pub as_of: Option<i64>,
    pub small_groups: SmallGroups,
}

impl Question {
    /// The question that a file of customers answers by its recognised columns; `None` if they do not say how long
    /// customers stayed.
    pub fn of(found: &Recognition, columns: &ChurnColumns) -> Option<Question> {
        let end = columns.column(ChurnRole::Cancelled)?;
        let is_dated = found.columns.get(end).is_some_and(is_dated);
        let stay = match (columns.column(ChurnRole::Start), columns.column(ChurnRole::Tenure)) {
            (Some(start), _) if is_dated => Stay::Dated { start, end, seen: last_seen(found, columns, [start, end]) },
            (_, Some(duration)) => Stay::Measured { duration, event: end },
            _ => return None,
        };
        Some(Question {
            stay,
            user: columns.column(ChurnRole::User),
            group: columns.column(ChurnRole::Segment),
            as_of: None,
            small_groups: SmallGroups::default(),
        })
    }
}

/// How long the customers of a file stay.
#[derive(Clone, Debug)]
pub struct Retention {
    pub rows: RowCounts,
    /// `days`, or the name of the column that measures.
    pub unit: String,
    pub as_of: Option<i64>,
    /// All first, then the groups by name in byte order, those without one last.
    pub groups: Vec<GroupCurve>,
    /// Over all groups that are large enough; `None` for fewer than two of them.
    pub log_rank: Option<LogRank>,
    /// Names of groups that became that of their kind.
    pub grouped: Vec<Grouped>,
}

/// One group's curve.
#[derive(Clone, Debug)]
pub struct GroupCurve {
    pub name: String,
    pub total: bool,
    pub customers: u64,
    pub left: u64,
    /// Too small to be shown or tested; the curve is then empty.
    pub too_few: bool,
    pub curve: Survival,
}

/// Answers the question in one scan.
///
/// # Errors
/// Whatever keeps the file from being read; no row that can be used; too many groups; [`BehaviourError::Cancelled`].
pub fn retention(
    source: &Source,
    found: &Recognition,
    question: &Question,
    progress: &Progress,
) -> Result<Retention, BehaviourError> {
    let mut gathered = match question.stay {
        Stay::Measured { duration, event } => measured(source, found, question, duration, event, progress),
        Stay::Dated { start, end, seen } => dated(source, found, question, DatedColumns { start, end, seen }, progress),
        Stay::Log { case, time, gone_after } => {
            log(source, found, question, LogColumns { case, time, gone_after }, progress)
        }
    }?;
    let of = |number: usize| gathered.subjects.get(number).map_or(0, |subjects| subjects.len() as u64);
    let (called, grouped) = gathered.names.called(of);
    let mut taken = |number: usize| gathered.subjects.get_mut(number).map(std::mem::take).unwrap_or_default();
    let by_group: Vec<(String, Vec<Subject>)> = match question.group {
        None => Vec::new(),
        Some(_) => called
            .into_iter()
            .map(|(name, numbers)| (name, numbers.into_iter().flat_map(&mut taken).collect()))
            .collect(),
    };
    let all: Vec<Subject> = match question.group {
        None => std::mem::take(&mut gathered.subjects).into_iter().flatten().collect(),
        Some(_) => by_group.iter().flat_map(|(_, subjects)| subjects.iter().copied()).collect(),
    };
    let mut groups = vec![curve_of("All".to_owned(), &all, None)];
    groups.extend(by_group.iter().map(|(name, of)| curve_of(name.clone(), of, Some(question.small_groups))));
    let tested: Vec<Vec<Subject>> = by_group
        .into_iter()
        .filter(|(_, subjects)| !is_small(subjects, question.small_groups))
        .map(|(_, subjects)| subjects)
        .collect();
    Ok(Retention {
        rows: gathered.rows,
        unit: match question.stay {
            Stay::Measured { duration, .. } => {
                found.columns.get(duration).map(|column| column.name.clone()).unwrap_or_default()
            }
            _ => say!(churn_days).to_owned(),
        },
        as_of: gathered.as_of,
        groups,
        log_rank: log_rank(&tested),
        grouped,
    })
}

fn is_small(subjects: &[Subject], rule: SmallGroups) -> bool {
    let left = subjects.iter().filter(|subject| subject.left).count() as u64;
    (subjects.len() as u64) < rule.customers || rule.is_few(left)
}

fn curve_of(name: String, subjects: &[Subject], rule: Option<SmallGroups>) -> GroupCurve {
    let too_few = rule.is_some_and(|rule| is_small(subjects, rule));
    GroupCurve {
        name,
        total: rule.is_none(),
        customers: subjects.len() as u64,
        left: subjects.iter().filter(|subject| subject.left).count() as u64,
        too_few,
        curve: if too_few { Survival::default() } else { Survival::of(subjects) },
    }
}

/// Customers by the number of their group.
struct Gathered {
    rows: RowCounts,
    as_of: Option<i64>,
    names: GroupNames,
    subjects: Vec<Vec<Subject>>,
}

/// Takes up rows one by one.
struct Gathering {
    seen: Seen,
    names: GroupNames,
    too_many: bool,
}

impl Gathering {
    fn of(found: &Recognition) -> Gathering {
        Gathering { seen: Seen::default(), names: GroupNames::of(&found.dialect), too_many: false }
    }

    /// The number of the row's group, if its customer has not stood on a row before.
    fn group(&mut self, row: &crate::records::Record, question: &Question) -> Result<usize, Reason> {
        if question.user.is_some() {
            self.seen.take(cell(row, question.user))?;
        }
        self.group_number(cell(row, question.group))
    }

    fn group_number(&mut self, name: &[u8]) -> Result<usize, Reason> {
        self.names.number(name).map_err(|_| {
            self.too_many = true;
            Reason::TooManyGroups
        })
    }

    fn finish(
        self,
        source: &Source,
        rows: Result<RowCounts, BehaviourError>,
        as_of: Option<i64>,
        found: impl IntoIterator<Item = (usize, Subject)>,
    ) -> Result<Gathered, BehaviourError> {
        let rows = rows?;
        if self.too_many {
            return Err(super::scan::TooManyGroups.of(source));
        }
        let mut subjects: Vec<Vec<Subject>> = Vec::new();
        for (group, subject) in found {
            if subjects.len() <= group {
                subjects.resize_with(group + 1, Vec::new);
            }
            if let Some(of_group) = subjects.get_mut(group) {
                of_group.push(subject);
            }
        }
        Ok(Gathered { rows, as_of, names: self.names, subjects })
    }
}

fn measured(
    source: &Source,
    found: &Recognition,
    question: &Question,
    duration: usize,
    event: usize,
    progress: &Progress,
) -> Result<Gathered, BehaviourError> {
    let mut gathering = Gathering::of(found);
    let mut subjects = Vec::new();
    let is_date = found.columns.get(event).is_some_and(is_dated);
    let rows = walk(source, found, progress, &mut |row| {
        let time = match cell(row, Some(duration)) {
            text if is_blank(text) => return Err(Reason::NoDuration),
            text => number(text).filter(|time| *time >= 0.0).ok_or(Reason::DurationUnreadable)?,
        };
        let left = match cell(row, Some(event)) {
            // A day of leaving, or none.
            text if is_date => !is_blank(text),
            text if is_blank(text) => return Err(Reason::LeavingUnsaid),
            text => flag(text).ok_or(Reason::LeavingUnclear)?,
        };
        subjects.push((gathering.group(row, question)?, Subject { time, left }));
        Ok(())
    });
    gathering.finish(source, rows, None, subjects)
}

/// The column that says when a customer was last seen, if it has times and is none of these.
pub fn last_seen(found: &Recognition, columns: &ChurnColumns, taken: [usize; 2]) -> Option<usize> {
    let at = columns.column(ChurnRole::LastLogin).filter(|at| !taken.contains(at))?;
    found.columns.get(at).is_some_and(is_dated).then_some(at)
}

struct DatedColumns {
    start: usize,
    end: usize,
    seen: Option<usize>,
}

fn dated(
    source: &Source,
    found: &Recognition,
    question: &Question,
    DatedColumns { start, end, seen }: DatedColumns,
    progress: &Progress,
) -> Result<Gathered, BehaviourError> {
    let (came, left) = (found.time_reader(source, start), found.time_reader(source, end));
    let last = seen.map(|seen| found.time_reader(source, seen));
    let [mut day, mut other_day, mut third_day] = [(); 3].map(|()| DayCache::default());
    // Who was seen on a day was there to leave on it: the file knows of all days up to its latest.
    let mut latest_seen: Option<i64> = None;
    let mut gathering = Gathering::of(found);
    let mut stays: Vec<(usize, i64, Option<i64>)> = Vec::new();
    let rows = walk(source, found, progress, &mut |row| {
        let came = came.read_on_clock(cell(row, Some(start)), &mut day).map_err(|_| Reason::CameUnreadable)?;
        let left = match cell(row, Some(end)) {
            text if is_blank(text) => None,
            text => Some(left.read_on_clock(text, &mut other_day).map_err(|_| Reason::CancellationUnreadable)?),
        };
        if left.is_some_and(|left| left < came) {
            return Err(Reason::LeftBeforeCame);
        }
        stays.push((gathering.group(row, question)?, came, left));
        let seen = last.and_then(|last| last.read_on_clock(cell(row, seen), &mut third_day).ok());
        latest_seen = latest_seen.max(seen);
        Ok(())
    });
    let latest = stays.iter().map(|(_, came, left)| left.unwrap_or(*came)).max().max(latest_seen);
    let as_of = question.as_of.or(latest);
    let subject = |(group, came, left): (usize, i64, Option<i64>)| {
        let until = as_of.unwrap_or(came);
        // Who left after the as-of day was still there on it, and who came after it is not in the question.
        let left = left.filter(|left| *left <= until);
        let time = days_between(came, left.unwrap_or(until)) as f64;
        (group, Subject { time, left: left.is_some() })
    };
    gathering.finish(source, rows, as_of, stays.into_iter().map(subject).filter(|(_, subject)| subject.time >= 0.0))
}

/// How many midnights lie between two times on a clock; fewer than none where the second is of an earlier day.
fn days_between(first: i64, last: i64) -> i64 {
    last.div_euclid(MICROS_A_DAY) - first.div_euclid(MICROS_A_DAY)
}

struct LogColumns {
    case: usize,
    time: usize,
    gone_after: u32,
}

fn log(
    source: &Source,
    found: &Recognition,
    question: &Question,
    columns: LogColumns,
    progress: &Progress,
) -> Result<Gathered, BehaviourError> {
    let reader = found.time_reader(source, columns.time);
    let mut day = DayCache::default();
    let mut gathering = Gathering::of(found);
    let mut spans = Spans::default();
    let rows = walk(source, found, progress, &mut |row| {
        let id = one_id(cell(row, Some(columns.case)));
        if is_blank(id) {
            return Err(Reason::NoCustomer);
        }
        let at = reader
            .read_on_clock(cell(row, Some(columns.time)), &mut day)
            .map_err(|_| Reason::Time(TimeProblem::Unreadable))?;
        let group = gathering.group_number(cell(row, question.group))?;
        spans.take(id, Span { first: at, last: at, group });
        Ok(())
    });
    let spans = spans.finish();
    let as_of = question.as_of.or_else(|| spans.iter().map(|span| span.last).max());
    let gone_after = i64::from(columns.gone_after);
    let subject = |span: Span| {
        let time = days_between(span.first, span.last) as f64;
        (span.group, Subject { time, left: as_of.is_some_and(|as_of| days_between(span.last, as_of) >= gone_after) })
    };
    gathering.finish(source, rows, as_of, spans.into_iter().map(subject))
}

/// First and last event of a customer, and the group on the first.
struct Span {
    first: i64,
    last: i64,
    group: usize,
}

impl Span {
    fn join(&mut self, other: Span) {
        if other.first < self.first {
            (self.first, self.group) = (other.first, other.group);
        }
        self.last = self.last.max(other.last);
    }
}

/// The spans of all customers. Where an id has a code, its events are laid aside and looked up a block at a time, since a
/// look waits for the memory: many can wait at once, as long as nothing is done between them.
struct Spans {
    coder: Coder,
    coded: HashMap<Code, Span>,
    aside: Vec<(Code, Span)>,
    /// Customers whose ids have none.
    named: HashMap<Box<[u8]>, Span>,
}

/// Events that are laid aside at most.
const ASIDE: usize = 1024;

impl Default for Spans {
    fn default() -> Self {
        let (coded, named) = (HashMap::new(), HashMap::new());
        Self { coder: Coder::new(), coded, aside: Vec::with_capacity(ASIDE), named }
    }
}

impl Spans {
    fn take(&mut self, id: &[u8], event: Span) {
        if let Some(code) = self.coder.code(id) {
            self.aside.push((code, event));
            if self.aside.len() >= ASIDE {
                self.settle();
            }
        } else if let Some(span) = self.named.get_mut(id) {
            span.join(event);
        } else {
            self.named.insert(id.into(), event);
        }
    }

    fn settle(&mut self) {
        for (code, event) in self.aside.drain(..) {
            match self.coded.entry(code) {
                Entry::Occupied(span) => span.into_mut().join(event),
                Entry::Vacant(free) => {
                    free.insert(event);
                }
            }
        }
    }

    fn finish(mut self) -> Vec<Span> {
        self.settle();
        self.coded.into_values().chain(self.named.into_values()).collect()
    }
}
