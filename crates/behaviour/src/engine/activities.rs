//! How long activities take, in a log that has a row for the start of each and one for its completion.
//!
//! A completion belongs to the earliest start of its customer's activity that is not after it and has none yet. The log is read once
//! more for it. Activities are called as events are ([`crate::masking`]).
//!
//! # Limits
//! Of more than [`MOST_ROWS`] starts and completions, or more than [`MOST_NAMES`] activities, no times are known, since they are sorted
//! in memory; of the others the [`MOST_SHOWN`] that were completed most often are told. Customers are told apart by hashes of 64 bits.
//! Two of one activity that go on side by side for one customer are not told apart: the one that began first is taken to end first.

use std::collections::{BTreeMap, HashMap, VecDeque};
use std::hash::BuildHasher;

use foldhash::fast::FixedState;

use super::reading;
use crate::error::BehaviourError;
use crate::lifecycle::{Lifecycle, Transition, step_of};
use crate::masking::Grouping;
use crate::names::{one_id, one_writing, trimmed};
use crate::nothing::is_no_value;
use crate::plan::{Columns, Counting, Plan, Reading, Ties, named};
use crate::progress::Progress;
use crate::quantile::p90_secs;
use crate::recognise::Recognition;
use crate::records::Record;
use crate::report::{Activities, ActivityTime};
use crate::roles::Roles;
use crate::source::Source;
use crate::statistics::median_secs;
use crate::times::DayCache;

/// Starts and completions that are held, 24 bytes each.
const MOST_ROWS: usize = 8_000_000;
/// Different names of activities.
const MOST_NAMES: usize = 65_535;
/// Activities that are told.
const MOST_SHOWN: usize = 1_000;

/// What an activity is called, in its one writing.
type Name = Box<[u8]>;
/// All starts and completions, and the names of activities by their numbers.
type Ends = (Vec<End>, Vec<Name>);

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
        reading: Reading { encoding: found.encoding, dialect: found.dialect },
        columns: Columns { case, event, time, segment },
        time: found.time_reader(source, time),
        stages: Vec::new(),
        reach: Vec::new(),
        ties: Ties::default(),
        counting: Counting::default(),
    };
    times(&plan, source, lifecycle, progress)
}

/// The activities of a log, by name in byte order.
///
/// # Errors
/// The source cannot be read, or the work was stopped.
pub fn times(
    plan: &Plan,
    source: &Source,
    lifecycle: Lifecycle,
    progress: &Progress,
) -> Result<Activities, BehaviourError> {
    let Some((mut ends, names)) = ends_of(plan, source, lifecycle, progress)? else { return Ok(Activities::TooMany) };
    let called = called(plan, lifecycle, &ends, &names);
    let mut places: BTreeMap<&[u8], u32> = called.iter().map(|name| (&**name, 0)).collect();
    places.values_mut().zip(0..).for_each(|(place, nth)| *place = nth);
    let place_of: Vec<u32> = called.iter().map(|name| places.get(&**name).copied().unwrap_or_default()).collect();
    for end in &mut ends {
        end.activity = place_of.get(end.activity as usize).copied().unwrap_or_default();
    }
    ends.sort_unstable();
    progress.stop_if_cancelled()?;
    let mut paired: Vec<Paired> = places.keys().map(|_| Paired::default()).collect();
    for own in ends.chunk_by(|a, b| (a.customer, a.activity) == (b.customer, b.activity)) {
        let activity = own.first().and_then(|first| paired.get_mut(first.activity as usize));
        activity.into_iter().for_each(|activity| activity.add(own));
    }
    let told = places.keys().zip(paired).map(|(name, paired)| paired.told(String::from_utf8_lossy(name).into_owned()));
    let mut told: Vec<ActivityTime> = told.collect();
    if told.len() > MOST_SHOWN {
        told.sort_by(|a, b| b.times.cmp(&a.times).then_with(|| a.event.cmp(&b.event)));
        told.truncate(MOST_SHOWN);
        told.sort_by(|a, b| a.event.cmp(&b.event));
    }
    Ok(Activities::Known(told))
}

/// All starts and completions of rows that could be used, and the names of activities by their numbers; nothing where they are too many.
fn ends_of(
    plan: &Plan,
    source: &Source,
    lifecycle: Lifecycle,
    progress: &Progress,
) -> Result<Option<Ends>, BehaviourError> {
    let (mut records, _) = reading::open(plan, source, progress)?;
    let (mut record, mut ends, mut days) = (Record::default(), Vec::new(), DayCache::default());
    let (mut names, mut numbers) = (Vec::<Name>::new(), HashMap::<Name, u32>::new());
    let time = if plan.counting.as_of.is_some() { plan.time.of_any_day() } else { plan.time };
    let as_of = plan.counting.as_of.unwrap_or(i64::MAX);
    let is_nothing = |cell: &[u8]| is_no_value(cell) && (plan.reading.dialect.null_words || trimmed(cell).is_empty());
    let (hashes, mut moment) = (FixedState::default(), Vec::new());
    for count in 0_u64.. {
        if count % 4096 == 0 {
            progress.stop_if_cancelled()?;
        }
        if !records.read(&mut record).map_err(|error| source.unreadable(&error))? {
            break;
        }
        let Some(Some(step)) = record.field(lifecycle.column).and_then(step_of) else { continue };
        let (Some(case), Some(event)) = (record.field(plan.columns.case), record.field(plan.columns.event)) else {
            continue;
        };
        if is_nothing(case) || is_nothing(event) || is_damaged(case) || is_damaged(event) {
            continue;
        }
        moment.clear();
        moment.extend_from_slice(trimmed(record.field(plan.columns.time).unwrap_or_default()));
        if let Some(clock) = plan.time.clock_column() {
            moment.push(b' ');
            moment.extend_from_slice(trimmed(record.field(clock).unwrap_or_default()));
        }
        let Ok(micros) = time.read(trimmed(&moment), &mut days) else { continue };
        if micros > as_of {
            continue;
        }
        let name = one_writing(event);
        let activity = match numbers.get(&*name) {
            Some(known) => *known,
            None if names.len() == MOST_NAMES => return Ok(None),
            None => {
                let number = names.len() as u32;
                names.push((*name).into());
                numbers.insert((*name).into(), number);
                number
            }
        };
        if ends.len() == MOST_ROWS {
            return Ok(None);
        }
        let customer = hashes.hash_one(one_id(&one_writing(case)));
        ends.push(End { customer, activity, micros, completes: step == Transition::Complete });
    }
    Ok(Some((ends, names)))
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
