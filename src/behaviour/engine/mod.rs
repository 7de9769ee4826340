//! The drop-off engine: one pass over a log of any size, in parallel, and the figures of its stages.
//!
//! The file is read in pieces of whole records ([`chunks`]); threads scan them side by side ([`scan`]), put each used row
//! away under its customer ([`rows`], [`customers`]), and then fold the customers partition by partition ([`fold`]). Where
//! quotes are not written by the book the whole stream is read again record by record ([`super::records`]); the rows that
//! both can read are the same. Customers are told apart by the bytes of their ids, never by a hash.
//!
//! The answer depends on the log and the plan alone: not on threads, pieces or the time of day.
//!
//! # Limits
//! 16 bytes of memory an event and about 30 a customer. 65,535 distinct events and as many segments. A row whose field is
//! longer than a megabyte is rejected.

mod cells;
mod chunks;
mod customers;
mod figures;
mod fold;
mod marks;
mod names;
mod partitions;
mod reading;
mod rows;
mod scan;
#[cfg(test)]
mod tests;
mod walk;

use self::customers::Registry;
use super::error::BehaviourError;
use super::plan::Plan;
use super::progress::Progress;
use super::report::Report;
use super::source::Source;

/// A field longer than this is no value.
const MAX_FIELD_BYTES: usize = 1 << 20;

/// A record longer than this is not kept in memory.
const MAX_RECORD_BYTES: usize = 8 << 20;

/// How the work is cut; the answer does not depend on it.
#[derive(Clone, Copy, Debug)]
struct Tuning {
    threads: usize,
    /// A piece and what the scan of it touches should stay inside the cache of a core.
    piece_bytes: usize,
    /// Read record by record from the start.
    carefully: bool,
}

/// Reads the log and answers the plan. Blocks until it is done, or until `progress` is told to cancel.
///
/// # Errors
/// [`BehaviourError::EventInTwoStages`] for the plan; for the source whatever keeps it from being read, that it changed
/// meanwhile, that it has no row or none that can be used; [`BehaviourError::Cancelled`].
pub fn run(plan: &Plan, source: &Source, progress: &Progress) -> Result<Report, BehaviourError> {
    let threads = std::thread::available_parallelism().map_or(2, usize::from).clamp(1, 64);
    run_tuned(plan, source, progress, Tuning { threads, piece_bytes: 256 * 1024, carefully: false })
}

fn run_tuned(plan: &Plan, source: &Source, progress: &Progress, tuning: Tuning) -> Result<Report, BehaviourError> {
    plan.check()?;
    let mut registry = Registry::new();
    let in_pieces = match tuning.carefully {
        true => None,
        false => reading::in_pieces(plan, source, progress, tuning, &registry)?,
    };
    let gathered = match in_pieces {
        Some(gathered) => gathered,
        None => {
            registry = Registry::new();
            reading::carefully(plan, source, progress, &registry)?
        }
    };
    source.check_unchanged()?;
    let mut rows = figures::row_counts(&gathered);
    rows.place(source);
    figures::expect_used_rows(&rows, source, gathered.first_line)?;
    let log = partitions::Log::of(plan, source, gathered, &registry)?;
    let tally = log.fold(tuning.threads, progress)?;
    Ok(figures::report(plan, source, rows, &log, tally, tuning.threads))
}

/// Does the same work on several threads at once, this one among them, and gives back what each made of it.
fn in_parallel<T: Send>(threads: usize, work: impl Fn() -> T + Sync) -> Vec<T> {
    std::thread::scope(|scope| {
        // Where the system gives no further thread, those there are do all of it.
        let others: Vec<_> =
            (1..threads).map_while(|_| std::thread::Builder::new().spawn_scoped(scope, &work).ok()).collect();
        let mine = work();
        let theirs =
            others.into_iter().map(|other| other.join().unwrap_or_else(|panic| std::panic::resume_unwind(panic)));
        std::iter::once(mine).chain(theirs).collect()
    })
}
