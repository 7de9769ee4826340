//! The names of events and segments over all threads, as they are called in the figures: those that tell of persons by their kind.
//!
//! Names are decided about once they are all known, each different one once, by the rows that were counted of it.

use std::collections::BTreeMap;

use super::fold::SegmentTally;
use super::fold_plan::FoldPlan;
use super::names::{MAX_NAMES, Merged};
use super::reading::{Gathering, too_many_names};
use super::vocabulary::{MOST_EVENTS, TooMany, Vocabulary};
use crate::error::BehaviourError;
use crate::masking::{Grouped, Grouping, Kept, PERSON};
use crate::plan::{Plan, named};
use crate::source::Source;

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
        gathered: &Gathering,
        vocabulary: &Vocabulary,
    ) -> Result<Called, BehaviourError> {
        let most_events = if matches!(vocabulary, Vocabulary::Open) { MOST_EVENTS } else { MAX_NAMES };
        let threads = &gathered.threads;
        let events = Merged::of(&threads.iter().map(|thread| &thread.events).collect::<Vec<_>>(), most_events);
        let segments = Merged::of(&threads.iter().map(|thread| &thread.segments).collect::<Vec<_>>(), MAX_NAMES);
        let events = events.map_err(|_| too_many_names(source, TooMany::events(most_events)))?;
        let segments = segments.map_err(|_| too_many_names(source, TooMany::SEGMENTS))?;
        let kept = plan.reading.dialect.keep_names;
        let mut grouped = Vec::new();
        let events = match vocabulary {
            // There they were called by their kind as they were read.
            Vocabulary::Counted | Vocabulary::Closed { .. } => events,
            Vocabulary::Open => {
                let rows = events.sums(threads.iter().map(|thread| thread.event_rows.as_slice()));
                let names = events.names.iter().zip(rows).map(|(name, rows)| (&**name, rows));
                let grouping = Grouping::of_events(names, named(plan), kept);
                renamed(events, &grouping, "event", &mut grouped)
            }
        };
        let segments = renamed(segments, &Grouping::of_marks(kept), "segment", &mut grouped);
        Ok(Called { events, segments, grouped })
    }
}

fn renamed(names: Merged, grouping: &Grouping, column: &'static str, grouped: &mut Vec<Grouped>) -> Merged {
    grouped.extend(grouping.told(column, names.names.iter().map(|name| &**name)));
    names.renamed(|name| grouping.name_of(name).into())
}

/// Segments that are called otherwise now that their customers are counted, by their places, and what is told of it.
pub type Renamed = (BTreeMap<usize, String>, Vec<Grouped>);

/// Puts segments together of which there is one for nearly each customer, or many of one kind: into the first that is called so.
/// `grouped` are those that became one before.
pub fn gather_segments(
    plan: &FoldPlan,
    tallies: &mut [SegmentTally],
    segments: &Merged,
    grouped: &[Grouped],
    kept: Kept,
) -> Renamed {
    let persons =
        grouped.iter().find(|one| one.column == "segment" && one.name == PERSON).map_or(0, |one| one.different);
    let persons = usize::try_from(persons).unwrap_or(usize::MAX);
    let customers = |at: usize| tallies.get(at).map_or(0, |tally| tally.customers);
    let names: Vec<(usize, &[u8], u64)> =
        segments.names.iter().enumerate().map(|(at, name)| (at, &**name, customers(at))).collect();
    let filled = || names.iter().filter(|(_, name, customers)| !name.is_empty() && *customers > 0);
    let grouping = Grouping::of_segments(filled().map(|(_, name, customers)| (*name, *customers)), kept, persons);
    let told = grouping.told("segment", filled().map(|(_, name, _)| *name));
    if told.is_empty() {
        return Renamed::default();
    }
    let is_renamed = |name: &&[u8]| grouping.name_of(name) != *name;
    let mut first: BTreeMap<Vec<u8>, usize> =
        filled().filter(|(_, name, _)| !is_renamed(name)).map(|(at, name, _)| (name.to_vec(), *at)).collect();
    let mut called = BTreeMap::new();
    for (at, name, _) in filled().filter(|(_, name, _)| is_renamed(name)) {
        let kind = grouping.name_of(name).into_owned();
        let text = String::from_utf8_lossy(&kind).into_owned();
        match first.get(&kind) {
            None => {
                called.insert(*at, text);
                first.insert(kind, *at);
            }
            Some(into) => {
                let Some(own) = tallies.get_mut(*at) else { continue };
                let own = std::mem::replace(own, SegmentTally::new(plan));
                if let Some(all) = tallies.get_mut(*into) {
                    all.merge(own);
                }
            }
        }
    }
    (called, told)
}
