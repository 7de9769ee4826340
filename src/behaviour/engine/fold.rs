//! Folds customers' events into counts: stages reached, times between stages, which event follows which.
//!
//! A partition at a time: its events are dealt out to their customers, each customer's run is put in order, and the run is
//! walked. What comes out are whole numbers and durations; no rate and no median is formed here.

use super::cells::Cells;
use super::customers::{Blocks, Event, PieceStart};
use super::walk::{Visit, walk};
use crate::behaviour::error::BehaviourError;
use crate::behaviour::plan::{Counting, Ties};
use crate::behaviour::progress::Progress;

/// The plan in numbers: names are places in the sorted list of all names.
#[derive(Debug)]
pub struct FoldPlan {
    pub ties: Ties,
    pub counting: Counting,
    /// The window, if there is one.
    pub window_micros: Option<i64>,
    pub stages: usize,
    /// For each event, its stage.
    pub stage_of: Vec<Option<usize>>,
    /// For each event, the reach groups it belongs to.
    pub groups_of: Vec<Vec<usize>>,
    pub groups: usize,
    pub segments: usize,
}

impl FoldPlan {
    /// The stage of an event.
    #[inline]
    pub fn stage(&self, event: &Event) -> Option<usize> {
        self.stage_of.get(usize::from(event.name)).copied().flatten()
    }

    fn names(&self) -> usize {
        self.stage_of.len()
    }
}

/// One thread's events of one partition, with the places of its names in the sorted lists.
pub struct Share<'a> {
    pub events: Blocks,
    pub event_places: &'a [u16],
    pub segment_places: &'a [u16],
}

/// A stretch of one thread's events that stood together in the file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Stretch {
    pub thread: usize,
    pub from: usize,
    pub upto: usize,
}

/// The counts of all customers folded so far.
#[derive(Debug)]
pub struct Tally {
    /// Rows by event.
    pub event_rows: Vec<u64>,
    pub segments: Vec<SegmentTally>,
    /// How often one event directly follows another, at `from * names + to`.
    pub follows: Cells,
    /// Customers with more than one segment.
    pub of_several_segments: u64,
    /// The customer for whom each reach group was last counted, as a running number from 1.
    seen: Vec<u64>,
    customers: u64,
    /// The customer being folded, stage by stage.
    visits: Vec<Visit>,
    /// The events of the partition being folded, by customer; kept, since the next one needs as much.
    dealt: Vec<Event>,
}

/// The counts of one segment.
#[derive(Clone, Debug)]
pub struct SegmentTally {
    pub customers: u64,
    /// Customers by stage.
    pub reached: Vec<u64>,
    /// Microseconds from each stage to the next, of those who reached both.
    pub to_next: Vec<Vec<i64>>,
    /// By stage: who reached it and has two events of it or more.
    pub repeated: Vec<u64>,
    /// By stage: who reached it and came back to it from a later one.
    pub returned: Vec<u64>,
    /// The next event of those who dropped, at `stage * (names + 1) + name`; `names` in the place of a name is nothing.
    pub then: Cells,
    /// First and last touches, at `touch * names + name`, with `touch` the place of the field in [`TOUCHES`].
    pub touches: Cells,
    /// Customers by reach group.
    pub groups: Vec<u64>,
}

/// How an event may have touched a customer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Touched {
    First,
    Last,
    FirstOfConverted,
    LastBeforeConverted,
}

/// All of them, in the order in which they are counted.
pub const TOUCHES: [Touched; 4] =
    [Touched::First, Touched::Last, Touched::FirstOfConverted, Touched::LastBeforeConverted];

/// So many customers are folded in far less than a tenth of a second.
const CUSTOMERS_A_CHECK: usize = 4096;

/// Counts of pairs of names are kept whole up to this: two megabytes a thread.
const DENSE_PAIRS: usize = 512 * 512;

/// The same for all segments together.
const DENSE_SEGMENTS: usize = 512 * 512;

impl SegmentTally {
    pub fn new(plan: &FoldPlan) -> SegmentTally {
        let (names, dense) = (plan.names(), DENSE_SEGMENTS / plan.segments.max(1));
        SegmentTally {
            customers: 0,
            reached: vec![0; plan.stages],
            to_next: vec![Vec::new(); plan.stages],
            repeated: vec![0; plan.stages],
            returned: vec![0; plan.stages],
            then: Cells::new(plan.stages * (names + 1), dense),
            touches: Cells::new(TOUCHES.len() * names, dense),
            groups: vec![0; plan.groups],
        }
    }

    /// Adds what was counted elsewhere.
    pub fn merge(&mut self, other: SegmentTally) {
        self.add_counts(&other);
        self.to_next.iter_mut().zip(other.to_next).for_each(|(mine, mut theirs)| mine.append(&mut theirs));
    }

    /// Adds all but the times to the next stage.
    pub fn add_counts(&mut self, other: &SegmentTally) {
        self.customers += other.customers;
        add_each(&mut self.reached, &other.reached);
        add_each(&mut self.repeated, &other.repeated);
        add_each(&mut self.returned, &other.returned);
        add_each(&mut self.groups, &other.groups);
        self.then.merge(&other.then);
        self.touches.merge(&other.touches);
    }
}

impl Tally {
    pub fn new(plan: &FoldPlan) -> Tally {
        Tally {
            event_rows: vec![0; plan.stage_of.len()],
            segments: (0..plan.segments).map(|_| SegmentTally::new(plan)).collect(),
            follows: Cells::new(plan.names() * plan.names(), DENSE_PAIRS),
            of_several_segments: 0,
            seen: vec![0; plan.groups],
            customers: 0,
            visits: vec![Visit::default(); plan.stages],
            dealt: Vec::new(),
        }
    }

    /// Adds what another thread has counted.
    pub fn merge(&mut self, other: Tally) {
        add_each(&mut self.event_rows, &other.event_rows);
        self.follows.merge(&other.follows);
        self.of_several_segments += other.of_several_segments;
        self.segments.iter_mut().zip(other.segments).for_each(|(mine, theirs)| mine.merge(theirs));
    }

    /// Folds one partition of so many customers. `order` names the events in the order of the file.
    ///
    /// # Errors
    /// [`BehaviourError::Cancelled`].
    pub fn fold_partition(
        &mut self,
        shares: Vec<Share>,
        order: &[Stretch],
        customers: usize,
        plan: &FoldPlan,
        progress: &Progress,
    ) -> Result<(), BehaviourError> {
        let mut dealt = std::mem::take(&mut self.dealt);
        let ends = deal(&shares, order, customers, &mut dealt);
        drop(shares);
        let mut rest = dealt.as_mut_slice();
        let mut start = 0;
        for (nth, end) in ends.into_iter().enumerate() {
            if nth % CUSTOMERS_A_CHECK == 0 {
                progress.stop_if_cancelled()?;
            }
            let (run, after) = std::mem::take(&mut rest).split_at_mut(end - start);
            (rest, start) = (after, end);
            self.fold_customer(run, plan);
        }
        self.dealt = dealt;
        Ok(())
    }

    /// Folds the events of one customer, given in the order of the file.
    fn fold_customer(&mut self, run: &mut [Event], plan: &FoldPlan) {
        match plan.ties {
            Ties::File => run.sort_by_key(|event| event.time),
            Ties::Name => {
                // One wide number compares without a branch. The first bit of a time is its sign.
                run.sort_unstable_by_key(|event| {
                    let time = u128::from(event.time.cast_unsigned() ^ 1 << 63);
                    time << 32 | u128::from(event.name) << 16 | u128::from(event.segment)
                })
            }
        }
        let Some(first) = run.first() else { return };
        self.customers += 1;
        self.of_several_segments += u64::from(run.iter().any(|event| event.segment != first.segment));
        for event in run.iter() {
            if let Some(rows) = self.event_rows.get_mut(usize::from(event.name)) {
                *rows += 1;
            }
        }
        for (from, to) in run.iter().zip(run.iter().skip(1)) {
            self.follows.add(usize::from(from.name) * plan.names() + usize::from(to.name), 1);
        }
        walk(run, plan, &mut self.visits);
        let Some(segment) = self.segments.get_mut(usize::from(first.segment)) else { return };
        segment.customers += 1;
        segment.count_stages(run, plan, &self.visits);
        segment.count_touches(run, plan, &self.visits);
        if plan.groups > 0 {
            segment.count_groups(run, plan, &mut self.seen, self.customers);
        }
    }
}

impl SegmentTally {
    fn count_stages(&mut self, run: &[Event], plan: &FoldPlan, visits: &[Visit]) {
        let mut counted =
            self.reached.iter_mut().zip(&mut self.repeated).zip(&mut self.returned).zip(&mut self.to_next);
        for (stage, visit) in visits.iter().enumerate() {
            let Some((((reached, repeated), returned), to_next)) = counted.next() else { return };
            let Some(arrival) = visit.arrival else { continue };
            *reached += 1;
            *repeated += u64::from(visit.events > 1);
            *returned += u64::from(visit.has_returned);
            let Some(next) = visits.get(stage + 1) else { return };
            match next.arrival {
                Some(next) => to_next.push(next.time.saturating_sub(arrival.time)),
                None => {
                    let then = run.get(arrival.at + 1).map_or(plan.names(), |event| usize::from(event.name));
                    self.then.add(stage * (plan.names() + 1) + then, 1);
                }
            }
        }
    }

    fn count_touches(&mut self, run: &[Event], plan: &FoldPlan, visits: &[Visit]) {
        let (Some(first), Some(last)) = (run.first(), run.last()) else { return };
        let mut touch = |how: Touched, event: &Event| {
            self.touches.add(how as usize * plan.names() + usize::from(event.name), 1);
        };
        touch(Touched::First, first);
        touch(Touched::Last, last);
        let Some(converted) = visits.last().and_then(|visit| visit.arrival) else { return };
        touch(Touched::FirstOfConverted, first);
        if let Some(before) = run.get(converted.at.saturating_sub(1)) {
            touch(Touched::LastBeforeConverted, before);
        }
    }

    fn count_groups(&mut self, run: &[Event], plan: &FoldPlan, seen: &mut [u64], customer: u64) {
        for event in run {
            for group in plan.groups_of.get(usize::from(event.name)).into_iter().flatten() {
                let at = *group;
                if let (Some(seen), Some(count)) = (seen.get_mut(at), self.groups.get_mut(at))
                    && *seen != customer
                {
                    *seen = customer;
                    *count += 1;
                }
            }
        }
    }
}

/// Puts each event where its customer's events go, each customer's in the order of the file, and says where each
/// customer's end. First the events are counted, then each has its place: a sort without a comparison.
fn deal(shares: &[Share], order: &[Stretch], customers: usize, dealt: &mut Vec<Event>) -> Vec<usize> {
    let mut places = vec![0_usize; customers];
    for share in shares {
        for event in share.events.range(0, share.events.len()).flatten() {
            if let Some(count) = places.get_mut(event.customer as usize) {
                *count += 1;
            }
        }
    }
    let mut total = 0;
    for place in &mut places {
        total += std::mem::replace(place, total);
    }
    if dealt.len() < total {
        dealt.resize(total, Event::default());
    }
    for stretch in order {
        let Some(share) = shares.get(stretch.thread) else { continue };
        for events in share.events.range(stretch.from, stretch.upto) {
            for event in events {
                let Some(place) = places.get_mut(event.customer as usize) else { continue };
                if let Some(slot) = dealt.get_mut(*place) {
                    // Every number was given out by the thread whose places these are.
                    let name = share.event_places.get(usize::from(event.name)).copied().unwrap_or_default();
                    let segment = share.segment_places.get(usize::from(event.segment)).copied().unwrap_or_default();
                    *slot = Event { name, segment, ..*event };
                }
                *place += 1;
            }
        }
    }
    places
}

/// The order of the file in one partition: the pieces of all threads by their index. `pieces` holds, for each thread, the
/// pieces it read and how many events each partition had before; `totals` the events each thread has in this partition.
pub fn file_order(
    pieces: &[Vec<PieceStart>],
    by_index: &[(usize, usize)],
    partition: usize,
    totals: &[usize],
) -> Vec<Stretch> {
    let before = |thread: usize, at: usize| {
        let counts = pieces.get(thread).and_then(|own| own.get(at)).and_then(|piece| piece.before.get(partition));
        counts.map(|count| *count as usize)
    };
    let total = |thread: usize| totals.get(thread).copied().unwrap_or_default();
    by_index
        .iter()
        .map(|&(thread, at)| Stretch {
            thread,
            from: before(thread, at).unwrap_or_default(),
            upto: before(thread, at + 1).unwrap_or_else(|| total(thread)),
        })
        .filter(|stretch| stretch.from < stretch.upto)
        .collect()
}

/// For each piece in the order of the file: the thread that read it, and where it stands among that thread's pieces.
pub fn pieces_by_index(pieces: &[Vec<PieceStart>]) -> Vec<(usize, usize)> {
    let mut all: Vec<(usize, usize, usize)> = pieces
        .iter()
        .enumerate()
        .flat_map(|(thread, own)| own.iter().enumerate().map(move |(at, piece)| (piece.index, thread, at)))
        .collect();
    all.sort_unstable();
    all.into_iter().map(|(_, thread, at)| (thread, at)).collect()
}

fn add_each(mine: &mut [u64], theirs: &[u64]) {
    mine.iter_mut().zip(theirs).for_each(|(mine, theirs)| *mine += theirs);
}
