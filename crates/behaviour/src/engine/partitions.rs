//! From gathered rows to counts: names brought together, then the partitions folded on all threads.

use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Mutex, PoisonError};

use super::blocks::Blocks;
use super::called::Called;
use super::customers::{PARTITIONS, Registry, Whose};
use super::deal::{Partition, Share, Stretch, Tight, file_order, pieces_by_index};
use super::fold::Tally;
use super::fold_plan::FoldPlan;
use super::names::Merged;
use super::outbox::PieceStart;
use super::parallel::in_parallel;
use super::reading::{Gathering, no_room};
use super::spill::Spill;
use crate::error::BehaviourError;
use crate::masking::Grouped;
use crate::names::one_name;
use crate::plan::{Plan, Ties};
use crate::progress::Progress;

/// A log that has been read, ready to be folded once.
pub struct Log {
    pub events: Merged,
    pub segments: Merged,
    /// Names that became one.
    pub grouped: Vec<Grouped>,
    pub first_time: i64,
    pub last_time: i64,
    pub plan: FoldPlan,
    /// By partition, the events of each thread; taken out when they are folded, which frees their memory.
    partitions: Vec<Mutex<Vec<Blocks>>>,
    /// By partition, where customers have numbers.
    customers: Option<Vec<usize>>,
    /// By thread: its pieces, and how many events each partition had before each.
    pieces: Vec<Vec<PieceStart>>,
}

impl Log {
    pub fn of(plan: &Plan, gathered: Gathering, registry: &Registry, called: Called) -> Log {
        let threads = gathered.threads;
        let Called { events, segments, grouped } = called;
        let first_time = threads.iter().map(|thread| thread.tally.first_time).min().unwrap_or_default();
        let last_time = threads.iter().map(|thread| thread.tally.last_time).max().unwrap_or_default();
        let tight = Tight::of(first_time, last_time, events.names.len(), segments.names.len());
        let mut log = Log {
            plan: FoldPlan { tight, ..in_numbers(plan, &events, &segments) },
            events,
            segments,
            grouped,
            first_time,
            last_time,
            partitions: (0..PARTITIONS).map(|_| Mutex::default()).collect(),
            customers: matches!(registry.whose, Whose::Numbered(_)).then(|| registry.counts()),
            pieces: Vec::new(),
        };
        for thread in threads {
            for (partition, events) in log.partitions.iter_mut().zip(thread.parts) {
                partition.get_mut().unwrap_or_else(PoisonError::into_inner).push(events);
            }
            log.pieces.push(thread.pieces);
        }
        log
    }

    /// Folds all partitions and frees the events.
    pub fn fold(&self, threads: usize, spill: &Spill, progress: &Progress) -> Result<Tally, BehaviourError> {
        progress.begin_folding(PARTITIONS as u64);
        let by_index = match self.plan.ties {
            Ties::File => pieces_by_index(&self.pieces),
            Ties::Name => Vec::new(),
        };
        let next = AtomicUsize::new(0);
        let tallies = in_parallel(threads, || {
            let mut tally = Tally::new(&self.plan);
            loop {
                let at = next.fetch_add(1, Ordering::Relaxed);
                let Some(partition) = self.partitions.get(at) else { return Ok(tally) };
                progress.stop_if_cancelled()?;
                let mut blocks = std::mem::take(&mut *partition.lock().unwrap_or_else(PoisonError::into_inner));
                let back = blocks.iter_mut().try_for_each(|blocks| blocks.bring_back(spill));
                back.map_err(|error| no_room(spill, &error))?;
                self.fold_partition(&mut tally, at, blocks, &by_index, progress)?;
                progress.folded_part();
            }
        });
        let mut total = Tally::new(&self.plan);
        for tally in tallies {
            total.merge(tally?);
        }
        Ok(total)
    }

    fn fold_partition(
        &self,
        tally: &mut Tally,
        at: usize,
        blocks: Vec<Blocks>,
        by_index: &[(usize, usize)],
        progress: &Progress,
    ) -> Result<(), BehaviourError> {
        let totals: Vec<usize> = blocks.iter().map(Blocks::len).collect();
        let order = match self.plan.ties {
            Ties::File => file_order(&self.pieces, by_index, at, &totals),
            // Names decide between equal times: the order of the file does not matter.
            Ties::Name => {
                let whole = |(thread, total): (usize, &usize)| Stretch { thread, from: 0, upto: *total };
                totals.iter().enumerate().map(whole).collect()
            }
        };
        let places = self.events.places.iter().zip(&self.segments.places);
        let shares = blocks
            .into_iter()
            .zip(places)
            .map(|(events, (event_places, segment_places))| Share { events, event_places, segment_places })
            .collect();
        let customers = self.customers.as_ref().map(|counts| counts.get(at).copied().unwrap_or_default());
        tally.fold_partition(Partition { shares, order, customers }, &self.plan, progress)
    }
}

/// The plan with places in the sorted lists for names.
fn in_numbers(plan: &Plan, events: &Merged, segments: &Merged) -> FoldPlan {
    let mut stage_of = vec![plan.stages.len(); events.names.len()];
    let mut groups_of = vec![Vec::new(); events.names.len()];
    for (stage, events_of_stage) in plan.stages.iter().map(|stage| &stage.events).enumerate() {
        for at in events_of_stage.iter().filter_map(|event| events.find(&one_name(event))) {
            if let Some(place) = stage_of.get_mut(at) {
                *place = stage;
            }
        }
    }
    for (group, events_of_group) in plan.reach.iter().map(|group| &group.events).enumerate() {
        for at in events_of_group.iter().filter_map(|event| events.find(&one_name(event))) {
            if let Some(groups) = groups_of.get_mut(at) {
                groups.push(group);
            }
        }
    }
    FoldPlan {
        ties: plan.ties,
        counting: plan.counting,
        window_micros: plan
            .counting
            .window
            .map(|secs| i64::try_from(secs).unwrap_or(i64::MAX).saturating_mul(1_000_000)),
        stages: plan.stages.len(),
        stage_of,
        groups_of,
        groups: plan.reach.len(),
        segments: segments.names.len(),
        tight: None,
    }
}
