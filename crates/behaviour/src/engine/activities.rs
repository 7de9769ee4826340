//! How long activities take, in a log that has a row for the start of each and one for its completion.
//!
//! A completion belongs to the earliest start of its customer's activity that is not after it and has none yet. The log is read once
//! more for it. Activities are called as events are ([`crate::masking`]). A customer is in the segment of its first used event, as
//! everywhere; one without such an event is in none.
//!
//! # Limits
//! Of more than [`MOST_ROWS`] starts and completions, or more than [`MOST_NAMES`] activities, no times are known, since they are sorted
//! in memory; of the others the [`MOST_SHOWN`] that were completed most often are told, of all and of each segment. Customers are told apart by hashes of 64 bits.
//! Two of one activity that go on side by side for one customer are not told apart: the one that began first is taken to end first.

use std::borrow::Cow;
use std::collections::{BTreeMap, HashMap, VecDeque};
use std::hash::BuildHasher;

use foldhash::fast::FixedState;

use super::first_segments::{FirstSegments, Segment};
use super::reading;
use super::tuning::MAX_FIELD_BYTES;
use crate::error::BehaviourError;
use crate::lifecycle::{Lifecycle, Transition, step_of};
use crate::masking::Grouping;
use crate::names::{one_id, one_writing, trimmed};
use crate::nothing::is_no_value;
use crate::plan::{Columns, Counting, Plan, Ties, named};
use crate::progress::Progress;
use crate::quantile::p90_secs;
use crate::recognise::Recognition;
use crate::records::{Flaw, Record};
use crate::report::{Activities, ActivityTime, Report};
use crate::roles::Roles;
use crate::source::Source;
use crate::statistics::median_secs;
use crate::times::DayCache;
use crate::totals::{is_sum, is_total_word};

/// Starts and completions that are held, 24 bytes each.
const MOST_ROWS: usize = 8_000_000;
/// Different names of activities.
const MOST_NAMES: usize = 65_535;
/// Activities that are told.
const MOST_SHOWN: usize = 1_000;

/// What an activity is called, in its one writing.
type Name = Box<[u8]>;
/// What the log has to be sorted.
struct Ends {
    all: Vec<End>,
    /// The names of activities by their numbers.
    names: Vec<Name>,
    /// Where the log has segments.
    segments: FirstSegments,
}

/// How long activities take, of all and by segment.
struct Times {
    all: Vec<ActivityTime>,
    by_segment: BTreeMap<Segment, Vec<ActivityTime>>,
}

/// A start or a completion; in order they stand by customer, activity and time, a start before a completion of that time.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct End {
    customer: u64,
    activity: u32,
    micros: i64,
    completes: bool,
}

/// The same of a log as it was recognised; nothing where no column tells starts and completions apart.
///
/// # Errors
/// As of [`times`].
pub fn of_recognised(found: &Recognition, source: &Source, progress: &Progress) -> Result<Activities, BehaviourError> {
    let (Some(lifecycle), Roles { case: Some(case), event: Some(event), time: Some(time), segment }) =
        (found.dialect.lifecycle, found.roles)
    else {
        return Ok(Activities::NotTold);
    };
    let plan = Plan {
        reading: found.reading(),
        columns: Columns { case, event, time, segment },
        time: found.time_reader(source, time),
        stages: Vec::new(),
        reach: Vec::new(),
        ties: Ties::default(),
        counting: Counting::default(),
    };
    Ok(match times(&plan, source, lifecycle, progress)? {
        Some(times) => Activities::Known(times.all),
        None => Activities::TooMany,
    })
}

/// Puts the times of activities into the report of a log, those of each segment with its figures.
///
/// # Errors
/// The source cannot be read, or the work was stopped.
pub fn add_to(
    report: &mut Report,
    plan: &Plan,
    source: &Source,
    lifecycle: Lifecycle,
    progress: &Progress,
) -> Result<(), BehaviourError> {
    let Some(mut times) = times(plan, source, lifecycle, progress)? else {
        report.activities = Activities::TooMany;
        return Ok(());
    };
    report.activities = Activities::Known(times.all);
    for figures in report.segments.iter_mut().filter(|figures| !figures.total) {
        let name = if figures.is_blank { "" } else { &figures.segment };
        figures.activities = times.by_segment.remove(name.as_bytes()).unwrap_or_default();
    }
    Ok(())
}

/// The activities of a log, by name in byte order; nothing where they are too many.
fn times(
    plan: &Plan,
    source: &Source,
    lifecycle: Lifecycle,
    progress: &Progress,
) -> Result<Option<Times>, BehaviourError> {
    let Some(Ends { mut all, names, segments }) = ends_of(plan, source, lifecycle, progress)? else { return Ok(None) };
    let called = called(plan, lifecycle, &all, &names);
    let name_of = |event: u32| called.get(event as usize).map(|name| &**name).unwrap_or_default();
    let (segment_of, segments) = segments.finish(plan.reading.dialect.keep_names, name_of);
    let mut places: BTreeMap<&[u8], u32> = called.iter().map(|name| (&**name, 0)).collect();
    places.values_mut().zip(0..).for_each(|(place, nth)| *place = nth);
    let place_of: Vec<u32> = called.iter().map(|name| places.get(&**name).copied().unwrap_or_default()).collect();
    for end in &mut all {
        end.activity = place_of.get(end.activity as usize).copied().unwrap_or_default();
    }
    all.sort_unstable();
    progress.stop_if_cancelled()?;
    let mut paired: BTreeMap<u32, Paired> = places.values().map(|place| (*place, Paired::default())).collect();
    let mut by_segment: BTreeMap<&Segment, BTreeMap<u32, Paired>> = BTreeMap::new();
    for own in all.chunk_by(|a, b| (a.customer, a.activity) == (b.customer, b.activity)) {
        let Some(End { customer, activity, .. }) = own.first().copied() else { continue };
        paired.entry(activity).or_default().add(own);
        if let Some(segment) = segment_of.get(&customer).and_then(|segment| segments.get(*segment as usize)) {
            by_segment.entry(segment).or_default().entry(activity).or_default().add(own);
        }
    }
    let names: Vec<&[u8]> = places.into_keys().collect();
    let by_segment = by_segment.into_iter().map(|(segment, paired)| (segment.clone(), told(paired, &names))).collect();
    Ok(Some(Times { all: told(paired, &names), by_segment }))
}

/// What was found of activities, by name in byte order.
fn told(paired: BTreeMap<u32, Paired>, names: &[&[u8]]) -> Vec<ActivityTime> {
    let name = |place: u32| names.get(place as usize).copied().unwrap_or_default();
    let told = paired.into_iter().map(|(place, one)| one.told(String::from_utf8_lossy(name(place)).into_owned()));
    let mut told: Vec<ActivityTime> = told.collect();
    if told.len() > MOST_SHOWN {
        told.sort_by(|a, b| b.times.cmp(&a.times).then_with(|| a.event.cmp(&b.event)));
        told.truncate(MOST_SHOWN);
        told.sort_by(|a, b| a.event.cmp(&b.event));
    }
    told
}

/// All starts and completions of rows that could be used, and what each customer's segment is; nothing where they are too many.
fn ends_of(
    plan: &Plan,
    source: &Source,
    lifecycle: Lifecycle,
    progress: &Progress,
) -> Result<Option<Ends>, BehaviourError> {
    let (mut records, _) = reading::open(plan, source, progress)?;
    let (mut record, mut days, mut moment) = (Record::default(), DayCache::default(), Vec::new());
    let mut numbers = HashMap::<Name, u32>::new();
    let mut ends = Ends { all: Vec::new(), names: Vec::new(), segments: FirstSegments::new(plan.ties) };
    let hashes = FixedState::default();
    for count in 0_u64.. {
        if count % 4096 == 0 {
            progress.stop_if_cancelled()?;
        }
        if !records.read(&mut record).map_err(|error| source.unreadable(&error))? {
            break;
        }
        let step = record.field(lifecycle.column).and_then(step_of);
        let counts = record.field(lifecycle.column).is_none_or(|cell| lifecycle.counts(cell));
        let segment = plan.columns.segment.filter(|_| counts).map(|column| record.field(column).unwrap_or_default());
        if segment.is_none() && !matches!(step, Some(Some(_))) {
            continue;
        }
        let Some((case, event, micros)) = usable(plan, &record, &mut days, &mut moment) else { continue };
        let name = one_writing(event);
        let activity = match numbers.get(&*name) {
            Some(known) => *known,
            None if ends.names.len() == MOST_NAMES => return Ok(None),
            None => {
                let number = ends.names.len() as u32;
                ends.names.push((*name).into());
                numbers.insert((*name).into(), number);
                number
            }
        };
        let customer = hashes.hash_one(one_id(&one_writing(case)));
        if let Some(segment) = segment {
            let segment = if is_nothing(plan, segment) { Cow::default() } else { one_writing(segment) };
            ends.segments.take(customer, micros, activity, &segment);
        }
        let Some(Some(step)) = step else { continue };
        if ends.all.len() == MOST_ROWS {
            return Ok(None);
        }
        ends.all.push(End { customer, activity, micros, completes: step == Transition::Complete });
    }
    Ok(Some(ends))
}

/// Customer, event and time of a row, if it would be used as one that counts: by the rules of [`super::rows`].
fn usable<'r>(
    plan: &Plan,
    record: &'r Record,
    days: &mut DayCache,
    moment: &mut Vec<u8>,
) -> Option<(&'r [u8], &'r [u8], i64)> {
    match record.flaw {
        Some(Flaw::UnclosedQuote | Flaw::TooLong) => return None,
        Some(Flaw::StrayQuote) | None => {}
    }
    let (case, event) = (record.field(plan.columns.case)?, record.field(plan.columns.event)?);
    moment.clear();
    moment.extend_from_slice(trimmed(record.field(plan.columns.time)?));
    if let Some(clock) = plan.time.clock_column() {
        moment.push(b' ');
        moment.extend_from_slice(trimmed(record.field(clock).unwrap_or_default()));
    }
    let segment = plan.columns.segment.and_then(|column| record.field(column)).unwrap_or_default();
    let is_bad = |field: &[u8]| field.len() > MAX_FIELD_BYTES || is_damaged(field);
    if [case, event, moment, segment].into_iter().any(is_bad) || is_nothing(plan, case) || is_nothing(plan, event) {
        return None;
    }
    let time = if plan.counting.as_of.is_some() { plan.time.of_any_day() } else { plan.time };
    let micros = time.read(trimmed(moment), days).ok();
    if is_total_word(trimmed(case)) && (is_sum(trimmed(event)) || micros.is_none()) {
        return None;
    }
    micros.filter(|micros| *micros <= plan.counting.as_of.unwrap_or(i64::MAX)).map(|micros| (case, event, micros))
}

/// Whether a cell names nobody and nothing.
fn is_nothing(plan: &Plan, cell: &[u8]) -> bool {
    is_no_value(cell) && (plan.reading.dialect.null_words || trimmed(cell).is_empty())
}

/// Whether a decoder, or the file itself, has bytes there that are no text: such a row is not used.
fn is_damaged(cell: &[u8]) -> bool {
    std::str::from_utf8(cell).is_err() || memchr::memmem::find(cell, "\u{FFFD}".as_bytes()).is_some()
}

/// What each activity is called, by its number: as the events of the figures are, by the rows that count.
fn called(plan: &Plan, lifecycle: Lifecycle, ends: &[End], names: &[Name]) -> Vec<Name> {
    let mut rows = vec![0_u64; names.len()];
    for end in ends.iter().filter(|end| end.completes == (lifecycle.counted == Transition::Complete)) {
        rows.get_mut(end.activity as usize).into_iter().for_each(|rows| *rows += 1);
    }
    let counted = names.iter().map(|name| &**name).zip(rows);
    let grouping = Grouping::of_events(counted, named(plan), plan.reading.dialect.keep_names);
    names.iter().map(|name| grouping.name_of(name).as_ref().into()).collect()
}

/// What was found of one activity.
#[derive(Default)]
struct Paired {
    micros: Vec<i64>,
    only_started: u64,
    only_completed: u64,
}

impl Paired {
    /// Adds the ends of one customer, in their order.
    fn add(&mut self, own: &[End]) {
        let mut begun: VecDeque<i64> = VecDeque::new();
        for end in own {
            if !end.completes {
                begun.push_back(end.micros);
            } else if let Some(start) = begun.pop_front() {
                self.micros.push(end.micros.saturating_sub(start));
            } else {
                self.only_completed += 1;
            }
        }
        self.only_started += begun.len() as u64;
    }

    fn told(mut self, event: String) -> ActivityTime {
        ActivityTime {
            event,
            times: self.micros.len() as u64,
            median_secs: median_secs(&mut self.micros),
            p90_secs: p90_secs(&mut self.micros),
            only_started: self.only_started,
            only_completed: self.only_completed,
        }
    }
}
