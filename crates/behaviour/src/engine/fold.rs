//! Folds customers' events into counts: stages reached, times between stages, which event follows which.
//!
//! A partition at a time: its events are dealt out to their customers ([`super::deal`]), and each customer's run is walked. What comes out are whole numbers and durations; no rate and no median is formed here.

use super::cells::Cells;
use super::codes::Numbers;
use super::deal::{Form, Partition, Wide, deal};
use super::event::Event;
use super::fold_plan::FoldPlan;
use super::walk::{Visit, walk};
use crate::error::BehaviourError;
use crate::progress::Progress;

/// The counts of all customers folded so far.
#[derive(Debug)]
pub struct Tally {
    pub segments: Vec<SegmentTally>,
    /// How often one event directly follows another, at `from * names + to`.
    pub follows: Cells,
    /// Customers with more than one segment.
    pub of_several_segments: u64,
    /// Rows with the customer, time, event and segment of another.
    pub repeated_rows: u64,
    /// Customers by event, where nothing else is asked of them.
    pub by_event: Vec<u64>,
    /// The customer for whom each event was last counted there, as a running number from 1.
    seen_event: Vec<u64>,
    /// The same for each reach group.
    seen: Vec<u64>,
    customers: u64,
    /// The customer being folded, stage by stage, and then the events of no stage.
    visits: Vec<Visit>,
    /// The memory of the partition being folded, kept, since the next one needs as much.
    room: Room,
}

/// Events of one partition, by customer, in the form that the log allows.
#[derive(Debug, Default)]
struct Room {
    tight: Vec<u64>,
    wide: Vec<Event>,
    own: Own,
}

/// Customers' numbers in one partition, and the events of one customer.
#[derive(Debug, Default)]
struct Own {
    numbers: Numbers,
    run: Vec<Event>,
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
    /// Who reached a stage and was seen again in an earlier one afterwards, at the place that [`pair`] gives to the two.
    pub back: Vec<u64>,
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
            back: vec![0; pair(plan.stages, 0)],
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
        add_each(&mut self.back, &other.back);
        add_each(&mut self.groups, &other.groups);
        self.then.merge(&other.then);
        self.touches.merge(&other.touches);
    }
}

impl Tally {
    pub fn new(plan: &FoldPlan) -> Tally {
        Tally {
            segments: (0..plan.segments).map(|_| SegmentTally::new(plan)).collect(),
            follows: Cells::new(plan.names() * plan.names(), DENSE_PAIRS),
            of_several_segments: 0,
            repeated_rows: 0,
            by_event: vec![0; plan.counted_names()],
            seen_event: vec![0; plan.counted_names()],
            seen: vec![0; plan.groups],
            customers: 0,
            visits: vec![Visit::default(); plan.stages + 1],
            room: Room::default(),
        }
    }

    /// Adds what another thread has counted.
    pub fn merge(&mut self, other: Tally) {
        self.follows.merge(&other.follows);
        self.of_several_segments += other.of_several_segments;
        self.repeated_rows += other.repeated_rows;
        add_each(&mut self.by_event, &other.by_event);
        self.segments.iter_mut().zip(other.segments).for_each(|(mine, theirs)| mine.merge(theirs));
    }

    /// Folds one partition.
    ///
    /// # Errors
    /// [`BehaviourError::Cancelled`].
    pub fn fold_partition(
        &mut self,
        partition: Partition,
        plan: &FoldPlan,
        progress: &Progress,
    ) -> Result<(), BehaviourError> {
        let mut room = std::mem::take(&mut self.room);
        let Room { tight, wide, own } = &mut room;
        let folded = match &plan.tight {
            Some(form) => self.fold_dealt(form, partition, plan, progress, tight, own),
            None => self.fold_dealt(&Wide, partition, plan, progress, wide, own),
        };
        self.room = room;
        folded
    }

    fn fold_dealt<F: Form>(
        &mut self,
        form: &F,
        mut partition: Partition,
        plan: &FoldPlan,
        progress: &Progress,
        dealt: &mut Vec<F::Kept>,
        Own { numbers, run }: &mut Own,
    ) -> Result<(), BehaviourError> {
        let ends = deal(&mut partition, form, numbers, dealt);
        drop(partition);
        let mut rest = dealt.as_mut_slice();
        let mut start = 0;
        for (nth, end) in ends.into_iter().enumerate() {
            if nth % CUSTOMERS_A_CHECK == 0 {
                progress.stop_if_cancelled()?;
            }
            let (kept, after) = std::mem::take(&mut rest).split_at_mut(end - start);
            (rest, start) = (after, end);
            form.sort(kept, plan.ties);
            run.clear();
            run.extend(kept.iter().map(|kept| form.event(*kept)));
            self.fold_customer(run, plan);
        }
        Ok(())
    }

    /// Folds the events of one customer, given in their order.
    fn fold_customer(&mut self, run: &[Event], plan: &FoldPlan) {
        let Some(first) = run.first() else { return };
        self.customers += 1;
        self.of_several_segments += u64::from(run.iter().any(|event| event.segment != first.segment));
        self.repeated_rows += repeated_rows(run);
        let pairs = run.iter().zip(run.iter().skip(1));
        self.follows.add_one_each(pairs.map(|(from, to)| usize::from(from.name) * plan.names() + usize::from(to.name)));
        if !self.by_event.is_empty() {
            self.count_events(run);
        }
        walk(run, plan, &mut self.visits);
        let Some(segment) = self.segments.get_mut(usize::from(first.segment)) else { return };
        segment.customers += 1;
        let visits = self.visits.get(..plan.stages).unwrap_or_default();
        segment.count_stages(run, plan, visits);
        segment.count_back(visits);
        segment.count_touches(run, plan, visits);
        if plan.groups > 0 {
            segment.count_groups(run, plan, &mut self.seen, self.customers);
        }
    }

    /// Counts the customer for each of their events once.
    fn count_events(&mut self, run: &[Event]) {
        for event in run {
            let at = usize::from(event.name);
            if let (Some(seen), Some(count)) = (self.seen_event.get_mut(at), self.by_event.get_mut(at))
                && *seen != self.customers
            {
                *seen = self.customers;
                *count += 1;
            }
        }
    }

    /// Rows by event: each is followed by another one of its customer or is the last.
    pub fn event_rows(&self, plan: &FoldPlan) -> Vec<u64> {
        let names = plan.names();
        let mut rows = vec![0; names];
        let mut count = |name: usize, n: u64| {
            if let Some(rows) = rows.get_mut(name) {
                *rows += n;
            }
        };
        self.follows.counted().into_iter().for_each(|(pair, n)| count(pair / names, n));
        for (place, n) in self.segments.iter().flat_map(|segment| segment.touches.counted()) {
            if place / names == Touched::Last as usize {
                count(place % names, n);
            }
        }
        rows
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
                    let then = run.get(arrival.at as usize + 1).map_or(plan.names(), |event| usize::from(event.name));
                    self.then.add(stage * (plan.names() + 1) + then, 1);
                }
            }
        }
    }

    fn count_back(&mut self, visits: &[Visit]) {
        for (to, earlier) in visits.iter().enumerate() {
            // Few are ever seen twice in a stage.
            if earlier.events < 2 {
                continue;
            }
            for (from, visit) in visits.iter().enumerate().skip(to + 1) {
                let is_back = visit.arrival.is_some_and(|arrival| earlier.is_seen_again_after(&arrival));
                if let (true, Some(count)) = (is_back, self.back.get_mut(pair(from, to))) {
                    *count += 1;
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
        if let Some(before) = run.get(converted.at.saturating_sub(1) as usize) {
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

/// The place of a stage and an earlier one among all such pairs.
pub fn pair(from: usize, to: usize) -> usize {
    from * from.saturating_sub(1) / 2 + to
}

/// How many events of a run in its order are another once more.
fn repeated_rows(run: &[Event]) -> u64 {
    run.chunk_by(|one, next| one.time == next.time).filter(|at_once| at_once.len() > 1).map(repeated_at_once).sum()
}

/// The same for events of one time, which may be in any order.
#[cold]
fn repeated_at_once(events: &[Event]) -> u64 {
    let mut names: Vec<(u16, u16)> = events.iter().map(|event| (event.name, event.segment)).collect();
    names.sort_unstable();
    names.windows(2).filter(|two| two.first() == two.last()).count() as u64
}

fn add_each(mine: &mut [u64], theirs: &[u64]) {
    mine.iter_mut().zip(theirs).for_each(|(mine, theirs)| *mine += theirs);
}
