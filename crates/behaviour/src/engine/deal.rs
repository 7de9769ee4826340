//! Deals the events of a partition out to their customers and puts each customer's in order.
//!
//! A sort without a comparison brings events to their customers; what is left to compare are the few of one customer. While
//! they are compared an event is one number, if times and names of the log fit into it.

use super::blocks::Blocks;
use super::codes::Numbers;
use super::event::Event;
use super::outbox::PieceStart;
use crate::plan::Ties;

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

/// Everything of one partition.
pub struct Partition<'a> {
    pub shares: Vec<Share<'a>>,
    /// The events in the order of the file.
    pub order: Vec<Stretch>,
    /// How many customers they are of, if their customers have numbers.
    pub customers: Option<usize>,
}

/// How an event is kept while it is dealt and put in order. Whose it is shows by where it lies.
pub trait Form {
    type Kept: Copy + Default;

    fn keep(&self, event: Event) -> Self::Kept;
    fn event(&self, kept: Self::Kept) -> Event;
    /// Puts a run in order: by time, then as the rule for ties says. `run` is in the order of the file.
    fn sort(&self, run: &mut [Self::Kept], ties: Ties);
}

/// An event in 64 bits: the time since the log's first in the highest, then name and segment, so that the order of the
/// numbers is that of the events.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Tight {
    first_time: i64,
    /// Bits for name and segment together.
    name_bits: u32,
    segment_bits: u32,
}

/// An event as it is.
#[derive(Clone, Copy, Debug)]
pub struct Wide;

impl Tight {
    /// Nothing where the times of a log and its numbers of names and segments need more bits.
    pub fn of(first_time: i64, last_time: i64, names: usize, segments: usize) -> Option<Tight> {
        let bits_for = |values: u64| u64::BITS - values.leading_zeros();
        let segment_bits = bits_for(segments.saturating_sub(1) as u64);
        let name_bits = bits_for(names.saturating_sub(1) as u64) + segment_bits;
        let span = last_time.checked_sub(first_time)?.try_into().ok()?;
        (bits_for(span) + name_bits <= u64::BITS).then_some(Tight { first_time, name_bits, segment_bits })
    }
}

impl Form for Tight {
    type Kept = u64;

    #[inline]
    fn keep(&self, event: Event) -> u64 {
        let since = event.time.wrapping_sub(self.first_time).cast_unsigned();
        // A shift by all bits would only come where every event has one time.
        let time = since.checked_shl(self.name_bits).unwrap_or_default();
        time | u64::from(event.name) << self.segment_bits | u64::from(event.segment)
    }

    #[inline]
    fn event(&self, kept: u64) -> Event {
        let below = |bits: u32| (1_u64 << bits) - 1;
        let since = kept >> self.name_bits;
        Event {
            time: since.cast_signed().wrapping_add(self.first_time),
            customer: 0,
            name: ((kept & below(self.name_bits)) >> self.segment_bits) as u16,
            segment: (kept & below(self.segment_bits)) as u16,
        }
    }

    #[inline]
    fn sort(&self, run: &mut [u64], ties: Ties) {
        match ties {
            Ties::File => run.sort_by_key(|kept| kept >> self.name_bits),
            Ties::Name => run.sort_unstable(),
        }
    }
}

impl Form for Wide {
    type Kept = Event;

    #[inline]
    fn keep(&self, event: Event) -> Event {
        event
    }

    #[inline]
    fn event(&self, kept: Event) -> Event {
        kept
    }

    fn sort(&self, run: &mut [Event], ties: Ties) {
        match ties {
            Ties::File => run.sort_by_key(|event| event.time),
            Ties::Name => run.sort_unstable_by_key(|event| (event.time, event.name, event.segment)),
        }
    }
}

/// Puts each event where its customer's events go, each customer's in the order of the file, and says where each
/// customer's end. First the events are counted, then each has its place.
pub fn deal<F: Form>(
    partition: &mut Partition,
    form: &F,
    numbers: &mut Numbers,
    dealt: &mut Vec<F::Kept>,
) -> Vec<usize> {
    let mut places = match partition.customers {
        Some(customers) => count(&partition.shares, customers),
        None => count_coded(&mut partition.shares, numbers),
    };
    let Partition { shares, order, .. } = partition;
    let mut total = 0;
    for place in &mut places {
        total += std::mem::replace(place, total);
    }
    if dealt.len() < total {
        dealt.resize(total, F::Kept::default());
    }
    for stretch in order {
        let Some(share) = shares.get(stretch.thread) else { continue };
        for events in share.events.range(stretch.from, stretch.upto) {
            for event in events {
                let event = event.event();
                let Some(place) = places.get_mut(event.customer as usize) else { continue };
                if let Some(slot) = dealt.get_mut(*place) {
                    // Every number was given out by the thread whose places these are.
                    let name = share.event_places.get(usize::from(event.name)).copied().unwrap_or_default();
                    let segment = share.segment_places.get(usize::from(event.segment)).copied().unwrap_or_default();
                    *slot = form.keep(Event { name, segment, ..event });
                }
                *place += 1;
            }
        }
    }
    places
}

/// Each customer's events.
fn count(shares: &[Share], customers: usize) -> Vec<usize> {
    let mut counts = vec![0; customers];
    for event in shares.iter().flat_map(|share| share.events.range(0, share.events.len())).flatten() {
        if let Some(count) = counts.get_mut(event.event().customer as usize) {
            *count += 1;
        }
    }
    counts
}

/// Gives the customers of coded events their numbers and counts each one's events.
fn count_coded(shares: &mut [Share], numbers: &mut Numbers) -> Vec<usize> {
    numbers.clear();
    let mut counts: Vec<usize> = Vec::new();
    for event in shares.iter_mut().flat_map(|share| share.events.each_mut()) {
        let number = numbers.number(*event);
        *event = event.with_number(number);
        match counts.get_mut(number as usize) {
            Some(count) => *count += 1,
            None => counts.push(1),
        }
    }
    counts
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

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn event() -> impl Strategy<Value = Event> {
        let time = prop_oneof![-3..3_i64, 1_700_000_000_000_000..1_700_000_000_000_003_i64, any::<i64>()];
        (time, 0..7_u16, 0..3_u16).prop_map(|(time, name, segment)| Event { time, customer: 0, name, segment })
    }

    proptest! {
        #[test]
        fn both_forms_keep_events_as_they_are_and_order_them_alike(
            events in proptest::collection::vec(event(), 1..40), ties in prop_oneof![Just(Ties::File), Just(Ties::Name)],
        ) {
            let first = events.iter().map(|event| event.time).min().unwrap_or_default();
            let last = events.iter().map(|event| event.time).max().unwrap_or_default();
            let mut wide = events.clone();
            Wide.sort(&mut wide, ties);
            if let Some(tight) = Tight::of(first, last, 7, 3) {
                let mut run: Vec<u64> = events.iter().map(|event| tight.keep(*event)).collect();
                prop_assert_eq!(&run.iter().map(|kept| tight.event(*kept)).collect::<Vec<_>>(), &events);
                tight.sort(&mut run, ties);
                prop_assert_eq!(run.into_iter().map(|kept| tight.event(kept)).collect::<Vec<_>>(), wide);
            }
        }
    }

    #[test]
    fn a_log_of_a_century_and_hundreds_of_names_fits_and_one_of_all_time_does_not() {
        let century = 100 * 366 * 86_400_000_000;
        assert!(Tight::of(-7, century, 500, 8).is_some());
        assert!(Tight::of(-7, century, 65_535, 65_535).is_none());
        assert!(Tight::of(i64::MIN, i64::MAX, 1, 1).is_none());
        assert!(Tight::of(0, i64::MAX, 2, 1).is_some());
        assert!(Tight::of(0, i64::MAX, 2, 2).is_none());
    }
}
