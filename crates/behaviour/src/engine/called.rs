//! The names of events and segments over all threads, as they are called in the figures: those that tell of persons by their kind.
//!
//! Names are decided about once they are all known, each different one once, so that no row costs anything. Only where many
//! names may as well be steps is the log read once more, for the rows of each.

use super::counting;
use super::fold::SegmentTally;
use super::fold_plan::FoldPlan;
use super::names::{MAX_NAMES, Merged};
use super::reading::{Gathering, too_many_names};
use super::tuning::Tuning;
use super::vocabulary::{MOST_EVENTS, TooMany, Vocabulary};
use crate::error::BehaviourError;
use crate::masking::{Grouped, Grouping, TEXT};
use crate::plan::{Plan, named};
use crate::progress::Progress;
use crate::source::Source;

/// So many segments with hardly two customers each are no segments.
const MANY_SEGMENTS: usize = 30;
/// Of those, the ones with fewer customers are one.
const FEW_CUSTOMERS: u64 = 5;

/// All names, and which of them became one.
#[derive(Debug)]
pub struct Called {
    pub events: Merged,
    pub segments: Merged,
    pub grouped: Vec<Grouped>,
}

impl Called {
    /// Brings the names of all threads together.
    ///
    /// # Errors
    /// There are too many; what keeps the log from being read once more.
    pub fn of(
        plan: &Plan,
        source: &Source,
        progress: &Progress,
        tuning: Tuning,
        gathered: &Gathering,
        vocabulary: &Vocabulary,
    ) -> Result<Called, BehaviourError> {
        let most_events = if matches!(vocabulary, Vocabulary::Open) { MOST_EVENTS } else { MAX_NAMES };
        let threads = &gathered.threads;
        let events = Merged::of(&threads.iter().map(|thread| &thread.events).collect::<Vec<_>>(), most_events);
        let segments = Merged::of(&threads.iter().map(|thread| &thread.segments).collect::<Vec<_>>(), MAX_NAMES);
        let events = events.map_err(|_| too_many_names(source, TooMany::events(most_events)))?;
        let segments = segments.map_err(|_| too_many_names(source, TooMany::SEGMENTS))?;
        if plan.reading.dialect.keep_names {
            return Ok(Called { events, segments, grouped: Vec::new() });
        }
        let mut grouped = Vec::new();
        let events = match vocabulary {
            // There they were called by their kind as they were read.
            Vocabulary::Counted | Vocabulary::Closed { .. } => events,
            Vocabulary::Open => {
                let grouping = if Grouping::needs_rows(events.names.iter().map(|name| &**name), &named(plan)) {
                    let counts = counting::count(plan, source, progress, tuning)?;
                    Grouping::of(counts.iter(), named(plan))
                } else {
                    Grouping::of_marks(named(plan))
                };
                renamed(events, &grouping, "event", &mut grouped)
            }
        };
        let segments = renamed(segments, &Grouping::default(), "segment", &mut grouped);
        Ok(Called { events, segments, grouped })
    }
}

fn renamed(names: Merged, grouping: &Grouping, column: &'static str, grouped: &mut Vec<Grouped>) -> Merged {
    grouped.extend(grouping.told(column, names.names.iter().map(|name| &**name)));
    names.renamed(|name| grouping.name_of(name).into())
}

/// Puts segments of one or a few customers together where nearly each customer has another one; the name by which the first of
/// them then goes, and how many they were.
pub fn gather_segments(plan: &FoldPlan, tallies: &mut [SegmentTally], segments: &Merged) -> Option<(usize, u64)> {
    let is_named = |at: usize| segments.names.get(at).is_some_and(|name| !name.is_empty());
    let filled = |(at, tally): &(usize, &SegmentTally)| is_named(*at) && tally.customers > 0;
    let customers: Vec<u64> = tallies.iter().enumerate().filter(filled).map(|(_, tally)| tally.customers).collect();
    if customers.len() < MANY_SEGMENTS || customers.iter().sum::<u64>() >= 2 * customers.len() as u64 {
        return None;
    }
    let is_small = |(at, tally): &(usize, &SegmentTally)| filled(&(*at, *tally)) && tally.customers < FEW_CUSTOMERS;
    let small: Vec<usize> = tallies.iter().enumerate().filter(is_small).map(|(at, _)| at).collect();
    let (first, others) = small.split_first()?;
    let mut all = tallies.get(*first)?.clone();
    for at in others {
        all.merge(std::mem::replace(tallies.get_mut(*at)?, SegmentTally::new(plan)));
    }
    *tallies.get_mut(*first)? = all;
    Some((*first, small.len() as u64))
}

/// How such a segment is told.
pub fn told_segments(different: u64) -> Grouped {
    Grouped { column: "segment", name: TEXT.to_owned(), different }
}
