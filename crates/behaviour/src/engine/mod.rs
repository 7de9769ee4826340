//! The drop-off engine: one pass over a log of any size, in parallel, and the figures of its stages.
//!
//! The file is read in pieces of whole records ([`chunks`]); threads scan them side by side ([`scan`]), put each used row
//! away under its customer ([`rows`], [`codes`], [`customers`]), and then fold the customers partition by partition ([`fold`]). Where
//! quotes are not written by the book the whole stream is read again record by record ([`super::records`]); the rows that
//! both can read are the same. Customers are told apart by the bytes of their ids, never by a hash.
//!
//! The answer depends on the log and the plan alone: not on threads, pieces or the time of day.
//!
//! # Limits
//! 16 bytes of memory an event, until the events are moved to a file past a limit ([`spill`]); about 45 a customer where ids
//! have no codes; the times between stages. Of events the 1,000 most frequent and those of the plan are told apart, the others
//! counted together ([`vocabulary`]); 65,535 segments. A row whose field is longer than a megabyte is rejected.

pub mod activities;
mod blocks;
mod called;
mod cells;
mod chunks;
pub(crate) mod codes;
mod counting;
mod customers;
mod deal;
mod event;
mod figures;
mod first_segments;
mod fold;
mod fold_plan;
mod lobby;
mod marks;
mod names;
mod outbox;
mod parallel;
mod partitions;
mod reading;
mod rows;
mod scan;
mod spill;
#[cfg(test)]
mod tests;
mod tuning;
mod vocabulary;
mod walk;

use std::path::PathBuf;

use self::tuning::Tuning;
use self::vocabulary::{TooMany, Vocabulary};
use super::error::BehaviourError;
use super::masking::Grouping;
use super::memory::half_of_machine;
use super::nameless;
use super::plan::{self, Plan};
use super::progress::Progress;
use super::report::Report;
use super::source::Source;

/// Reads the log and answers the plan. Blocks until it is done, or until `progress` is told to cancel.
///
/// # Errors
/// [`BehaviourError::EventInTwoStages`] for the plan; for the source whatever keeps it from being read, that it changed
/// meanwhile, that it has no row or none that can be used; [`BehaviourError::Cancelled`].
pub fn run(plan: &Plan, source: &Source, progress: &Progress) -> Result<Report, BehaviourError> {
    run_within(plan, source, progress, half_of_machine())
}

/// What a run over a large log is going to need.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Forecast {
    /// About so many events.
    pub events: u64,
    /// Bytes for them, more than the memory that they may take.
    pub bytes: u64,
    /// Where the others will wait.
    pub folder: PathBuf,
}

/// Whether the events of a log will outgrow so many bytes of memory, judged by the rows at its start.
///
/// # Errors
/// The source cannot be read.
pub fn forecast(source: &Source, memory: u64) -> Result<Option<Forecast>, BehaviourError> {
    let head = source.head(1 << 20)?;
    let lines = memchr::memchr_iter(b'\n', &head).count() as u128;
    let events = lines * u128::from(source.size()) / (head.len() as u128).max(1);
    let events = u64::try_from(events).unwrap_or(u64::MAX);
    let bytes = events.saturating_mul(event::PARCEL_BYTES as u64);
    Ok((bytes > memory).then(|| Forecast { events, bytes, folder: nameless::folder() }))
}

/// The same with so many bytes of memory for events; those over it wait in a file that has no name and no id in it.
///
/// # Errors
/// Those of [`run`], and [`BehaviourError::NoRoom`].
pub fn run_within(plan: &Plan, source: &Source, progress: &Progress, memory: u64) -> Result<Report, BehaviourError> {
    let threads = std::thread::available_parallelism().map_or(2, usize::from).clamp(1, 64);
    let tuning = Tuning { threads, piece_bytes: 256 * 1024, carefully: false, coded: true, memory };
    let mut report = run_tuned(plan, source, progress, tuning)?;
    if let Some(lifecycle) = plan.reading.dialect.lifecycle {
        activities::add_to(&mut report, plan, source, lifecycle, progress)?;
    }
    Ok(report)
}

fn run_tuned(plan: &Plan, source: &Source, progress: &Progress, tuning: Tuning) -> Result<Report, BehaviourError> {
    plan.check()?;
    match figures_with(plan, source, progress, tuning, &Vocabulary::Open) {
        Err(BehaviourError::TooManyNames { column, .. }) if column == TooMany::events(0).column => {
            let counts = counting::count(plan, source, progress, tuning)?;
            let grouping = Grouping::of_events(counts.iter(), plan::named(plan), plan.reading.dialect.keep_names);
            let mut grouped = grouping.told("event", counts.iter().map(|(name, _)| name));
            let counts = counts.grouped(&grouping);
            let different = counts.len() as u64;
            let closed = Vocabulary::Closed { names: counts.most_frequent(plan), grouping: Box::new(grouping) };
            let mut report = figures_with(plan, source, progress, tuning, &closed)?;
            report.group_others(different);
            grouped.append(&mut report.grouped);
            Ok(Report { grouped, ..report })
        }
        answer => answer,
    }
}

fn figures_with(
    plan: &Plan,
    source: &Source,
    progress: &Progress,
    tuning: Tuning,
    vocabulary: &Vocabulary,
) -> Result<Report, BehaviourError> {
    let (gathered, registry) = reading::read(plan, source, progress, tuning, vocabulary)?;
    source.check_unchanged()?;
    let mut rows = figures::row_counts(&gathered);
    rows.place(source);
    let zone = figures::zone_note(plan, &gathered);
    figures::expect_used_rows(plan, &rows, source, &gathered)?;
    let called = called::Called::of(plan, source, &gathered, vocabulary)?;
    let log = partitions::Log::of(plan, gathered, &registry, called);
    let tally = log.fold(tuning.threads, &registry.spill, progress)?;
    let report = figures::report(plan, source, rows, &log, tally, tuning.threads, progress)?;
    Ok(Report { zone, ..report })
}
