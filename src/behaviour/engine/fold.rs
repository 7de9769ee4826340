//! Folds customers' events into counts: stages reached, times between stages, which event follows which.
//!
//! A partition at a time: its events are dealt out to their customers, each customer's run is put in order, and the run is
//! walked. What comes out are whole numbers and durations; no rate and no median is formed here.

use hashbrown::HashMap;

use super::customers::{Blocks, Event, PieceStart};
use crate::behaviour::plan::Ties;

/// The plan in numbers: names are places in the sorted list of all names.
#[derive(Debug)]
pub struct FoldPlan {
    pub ties: Ties,
    pub stages: usize,
    /// For each event, its stage.
    pub stage_of: Vec<Option<usize>>,
    /// For each event, the reach groups it belongs to.
    pub groups_of: Vec<Vec<usize>>,
    pub groups: usize,
    pub segments: usize,
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
    pub follows: Follows,
    /// Customers with more than one segment.
    pub of_several_segments: u64,
    /// The customer for whom each reach group was last counted, as a running number from 1.
    seen: Vec<u64>,
    customers: u64,
    /// The events of the partition being folded, by customer; kept, since the next one needs as much.
    dealt: Vec<Event>,
}

/// The counts of one segment.
#[derive(Clone, Debug, Default)]
pub struct SegmentTally {
    pub customers: u64,
    /// Customers by stage.
    pub reached: Vec<u64>,
    /// Microseconds from each stage to the next, of those who reached the next.
    pub to_next: Vec<Vec<i64>>,
    /// Customers by reach group.
    pub groups: Vec<u64>,
}

/// How often one event directly follows another.
#[derive(Debug)]
pub enum Follows {
    /// A square of counts, row by row.
    Dense { names: usize, counts: Vec<u64> },
    /// Only the pairs that occur, for so many names that their square would fill the memory.
    Sparse(HashMap<(u16, u16), u64>),
}

impl Follows {
    /// Names up to which the square is kept: two megabytes a thread.
    const DENSE: usize = 512;

    fn new(names: usize) -> Follows {
        if names <= Follows::DENSE {
            Follows::Dense { names, counts: vec![0; names * names] }
        } else {
            Follows::Sparse(HashMap::new())
        }
    }

    /// Adds each event of a run with the one that follows it.
    fn add_run(&mut self, run: &[Event]) {
        run.iter().zip(run.iter().skip(1)).for_each(|(from, to)| self.add(from.name, to.name, 1));
    }

    #[inline]
    fn add(&mut self, from: u16, to: u16, n: u64) {
        match self {
            Follows::Dense { names, counts } => {
                if let Some(count) = counts.get_mut(usize::from(from) * *names + usize::from(to)) {
                    *count += n;
                }
            }
            Follows::Sparse(pairs) => *pairs.entry((from, to)).or_default() += n,
        }
    }

    /// The pairs that occur with their counts, by from and to.
    pub fn pairs(&self) -> Vec<(u16, u16, u64)> {
        let mut pairs: Vec<_> = match self {
            Follows::Dense { names, counts } => {
                let pair = |at: usize, n: u64| ((at / names) as u16, (at % names) as u16, n);
                counts.iter().enumerate().filter(|(_, n)| **n > 0).map(|(at, n)| pair(at, *n)).collect()
            }
            Follows::Sparse(pairs) => pairs.iter().map(|((from, to), n)| (*from, *to, *n)).collect(),
        };
        pairs.sort_unstable();
        pairs
    }
}

impl Tally {
    pub fn new(plan: &FoldPlan) -> Tally {
        let segment = SegmentTally {
            customers: 0,
            reached: vec![0; plan.stages],
            to_next: vec![Vec::new(); plan.stages],
            groups: vec![0; plan.groups],
        };
        Tally {
            event_rows: vec![0; plan.stage_of.len()],
            segments: vec![segment; plan.segments],
            follows: Follows::new(plan.stage_of.len()),
            of_several_segments: 0,
            seen: vec![0; plan.groups],
            customers: 0,
            dealt: Vec::new(),
        }
    }

    /// Adds what another thread has counted.
    pub fn merge(&mut self, other: Tally) {
        add_each(&mut self.event_rows, &other.event_rows);
        other.follows.pairs().into_iter().for_each(|(from, to, n)| self.follows.add(from, to, n));
        self.of_several_segments += other.of_several_segments;
        for (mine, theirs) in self.segments.iter_mut().zip(other.segments) {
            mine.customers += theirs.customers;
            add_each(&mut mine.reached, &theirs.reached);
            add_each(&mut mine.groups, &theirs.groups);
            mine.to_next.iter_mut().zip(theirs.to_next).for_each(|(mine, mut theirs)| mine.append(&mut theirs));
        }
    }

    /// Folds one partition of so many customers. `order` names the events in the order of the file.
    pub fn fold_partition(&mut self, shares: Vec<Share>, order: &[Stretch], customers: usize, plan: &FoldPlan) {
        let mut dealt = std::mem::take(&mut self.dealt);
        let ends = deal(&shares, order, customers, &mut dealt);
        drop(shares);
        let mut rest = dealt.as_mut_slice();
        let mut start = 0;
        for end in ends {
            let (run, after) = std::mem::take(&mut rest).split_at_mut(end - start);
            (rest, start) = (after, end);
            self.fold_customer(run, plan);
        }
        self.dealt = dealt;
    }

    /// Folds the events of one customer, given in the order of the file.
    fn fold_customer(&mut self, run: &mut [Event], plan: &FoldPlan) {
        match plan.ties {
            Ties::File => run.sort_by_key(|event| event.time),
            Ties::Name => {
                run.sort_unstable_by_key(|event| (event.time, u32::from(event.name) << 16 | u32::from(event.segment)))
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
        self.follows.add_run(run);
        let Some(segment) = self.segments.get_mut(usize::from(first.segment)) else { return };
        segment.customers += 1;
        segment.walk_stages(run, plan);
        if plan.groups > 0 {
            segment.count_groups(run, plan, &mut self.seen, self.customers);
        }
    }
}

impl SegmentTally {
    /// Stage 1 is reached at its earliest event, each next one at its earliest event not before the last was reached. At
    /// one time all orders count as in order, whatever the tie rule.
    fn walk_stages(&mut self, run: &[Event], plan: &FoldPlan) {
        let stage_of = |event: &Event| plan.stage_of.get(usize::from(event.name)).copied().flatten();
        let mut rest = run;
        let mut previous: Option<i64> = None;
        for stage in 0..plan.stages {
            let Some(at) = rest.iter().position(|event| stage_of(event) == Some(stage)) else { return };
            let Some(reached) = rest.get(at).map(|event| event.time) else { return };
            if let Some(count) = self.reached.get_mut(stage) {
                *count += 1;
            }
            if let (Some(previous), Some(times)) =
                (previous, stage.checked_sub(1).and_then(|s| self.to_next.get_mut(s)))
            {
                times.push(reached.saturating_sub(previous));
            }
            previous = Some(reached);
            // Events at the same time stay in the rest, so that one that the tie rule put before still counts.
            let same_time = rest.iter().take(at).rev().take_while(|event| event.time == reached).count();
            rest = rest.get(at - same_time..).unwrap_or_default();
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
