//! Counts the names of events where a log has more of them than are told apart.

use super::names::TooManyNames;
use super::reading::{read, too_many_names};
use super::tuning::Tuning;
use super::vocabulary::{MOST_COUNTED, NameCounts, TooMany, Vocabulary};
use crate::error::BehaviourError;
use crate::plan::Plan;
use crate::progress::Progress;
use crate::source::Source;

/// Reads the log and counts its events.
///
/// # Errors
/// Those of reading; [`BehaviourError::TooManyNames`] with [`MOST_COUNTED`] for the limit.
pub fn count(plan: &Plan, source: &Source, progress: &Progress, tuning: Tuning) -> Result<NameCounts, BehaviourError> {
    let (gathered, _) = read(plan, source, progress, tuning, &Vocabulary::Counted)?;
    let mut all = NameCounts::default();
    for (name, rows) in gathered.threads.into_iter().flat_map(|thread| thread.counted.counts) {
        let added = all.add(&name, rows);
        added.map_err(|TooManyNames| too_many_names(source, TooMany::events(MOST_COUNTED)))?;
    }
    Ok(all)
}
