//! Who is who: customers get a number inside their partition, and each event goes to its customer's partition.
//!
//! A hash chooses the partition and the bucket and nothing else; whether two rows are of one customer is decided on the
//! bytes of the id, always. Rows wait in small batches, one a partition, so that looking ids up stays inside the cache, and
//! an event that is put away takes 16 bytes whatever the length of its customer's id.

use std::hash::BuildHasher;
use std::sync::{Mutex, PoisonError};

use foldhash::fast::RandomState;
use hashbrown::HashTable;

/// How many partitions there are: one for each value of a byte.
pub const PARTITIONS: usize = 256;

/// One used row.
#[derive(Clone, Copy, Debug, Default)]
pub struct Event {
    /// Microseconds since 1970, UTC.
    pub time: i64,
    /// The customer's number in the partition.
    pub customer: u32,
    /// The number of the event's name.
    pub name: u16,
    /// The number of the segment's name.
    pub segment: u16,
}

/// The customers of one partition.
#[derive(Debug, Default)]
pub struct Customers {
    table: HashTable<Slot>,
    ids: Vec<u8>,
    ends: Vec<usize>,
}

#[derive(Debug)]
struct Slot {
    hash: u32,
    number: u32,
}

impl Slot {
    /// Spreads the kept half of the hash over the bits that the table looks at.
    fn spread(hash: u32) -> u64 {
        u64::from(hash).wrapping_mul(0x9E37_79B9_7F4A_7C15)
    }
}

impl Customers {
    /// How many customers there are.
    pub fn count(&self) -> usize {
        self.ends.len()
    }

    /// The number of an id, a new one if it has not been here.
    fn number(&mut self, hash: u32, id: &[u8]) -> u32 {
        let (ids, ends) = (&self.ids, &self.ends);
        let is_same = |slot: &Slot| slot.hash == hash && id_at(ids, ends, slot.number) == Some(id);
        if let Some(slot) = self.table.find(Slot::spread(hash), is_same) {
            return slot.number;
        }
        // A partition would need 64 GB of events for this to run over.
        let number = ends.len() as u32;
        self.ids.extend_from_slice(id);
        self.ends.push(self.ids.len());
        self.table.insert_unique(Slot::spread(hash), Slot { hash, number }, |slot| Slot::spread(slot.hash));
        number
    }
}

fn id_at<'a>(ids: &'a [u8], ends: &[usize], number: u32) -> Option<&'a [u8]> {
    let at = number as usize;
    let start = if at == 0 { 0 } else { *ends.get(at - 1)? };
    ids.get(start..*ends.get(at)?)
}

/// What all threads share: the customers, by partition.
pub struct Registry {
    partitions: Vec<Mutex<Customers>>,
    hasher: RandomState,
}

impl Registry {
    pub fn new() -> Registry {
        Registry { partitions: (0..PARTITIONS).map(|_| Mutex::default()).collect(), hasher: RandomState::default() }
    }

    /// How many customers each partition has.
    pub fn counts(&self) -> Vec<usize> {
        self.partitions.iter().map(|part| part.lock().unwrap_or_else(PoisonError::into_inner).count()).collect()
    }
}

/// The events of one thread, by partition, in the order in which the thread read them.
pub struct Outbox<'r> {
    registry: &'r Registry,
    parts: Vec<Part>,
    pushed: Box<[u32; PARTITIONS]>,
    pieces: Vec<PieceStart>,
}

/// Where a piece of the file begins among the events of the thread that read it.
#[derive(Clone, Debug)]
pub struct PieceStart {
    /// The piece's place in the file.
    pub index: usize,
    /// How many events each partition had before it.
    pub before: Box<[u32; PARTITIONS]>,
}

/// Rows that wait for their customer's number, and events that have it.
#[derive(Default)]
struct Part {
    /// `customer` holds half of the hash as yet.
    waiting: Vec<Event>,
    /// The ids of the waiting, each behind its length in four bytes.
    ids: Vec<u8>,
    events: Blocks,
}

/// Events in blocks of one size, so that growing copies nothing and wastes little.
#[derive(Debug, Default)]
pub struct Blocks(Vec<Vec<Event>>);

const BATCH: usize = 128;
const BLOCK: usize = 2048;

impl Blocks {
    /// All events in order.
    pub fn iter(&self) -> impl Iterator<Item = &Event> {
        self.0.iter().flatten()
    }

    /// The events from one place up to another, in order.
    pub fn range(&self, from: usize, upto: usize) -> impl Iterator<Item = &Event> {
        (from / BLOCK..upto.div_ceil(BLOCK)).flat_map(move |at| {
            let (start, end) = (from.saturating_sub(at * BLOCK), (upto - at * BLOCK).min(BLOCK));
            self.0.get(at).and_then(|block| block.get(start..end)).unwrap_or_default()
        })
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        self.0.iter().map(Vec::len).sum()
    }

    fn extend(&mut self, mut events: &[Event]) {
        while !events.is_empty() {
            let room = self.0.last().map_or(0, |block| BLOCK - block.len());
            if room == 0 {
                self.0.push(Vec::with_capacity(BLOCK));
            }
            let n = if room == 0 { BLOCK } else { room }.min(events.len());
            let (now, later) = events.split_at(n);
            if let Some(block) = self.0.last_mut() {
                block.extend_from_slice(now);
            }
            events = later;
        }
    }
}

impl<'r> Outbox<'r> {
    pub fn new(registry: &'r Registry) -> Outbox<'r> {
        let parts = (0..PARTITIONS).map(|_| Part::default()).collect();
        Outbox { registry, parts, pushed: Box::new([0; PARTITIONS]), pieces: Vec::new() }
    }

    /// Says that what comes now is from the piece of the file with this index.
    pub fn begin_piece(&mut self, index: usize) {
        self.pieces.push(PieceStart { index, before: self.pushed.clone() });
    }

    /// Takes one used row. The numbers in `event` but the customer's are those of this thread.
    #[inline]
    pub fn push(&mut self, customer: &[u8], event: Event) {
        let hash = self.registry.hasher.hash_one(customer);
        let at = usize::from((hash >> 56) as u8);
        // There is a part and a count for each value of a byte.
        let (part, pushed) = (&mut self.parts[at], &mut self.pushed[at]);
        *pushed = pushed.wrapping_add(1);
        part.waiting.push(Event { customer: hash as u32, ..event });
        part.ids.extend_from_slice(&(customer.len() as u32).to_ne_bytes());
        part.ids.extend_from_slice(customer);
        if part.waiting.len() >= BATCH {
            part.settle(&self.registry.partitions[at]);
        }
    }

    /// Gives the last waiting rows their customer's numbers and hands over the events by partition.
    pub fn finish(mut self) -> (Vec<Blocks>, Vec<PieceStart>) {
        for (part, customers) in self.parts.iter_mut().zip(&self.registry.partitions) {
            part.settle(customers);
        }
        (self.parts.into_iter().map(|part| part.events).collect(), self.pieces)
    }
}

impl Part {
    fn settle(&mut self, customers: &Mutex<Customers>) {
        let mut customers = customers.lock().unwrap_or_else(PoisonError::into_inner);
        let mut ids = self.ids.as_slice();
        for event in &mut self.waiting {
            let (len, rest) = ids.split_first_chunk::<4>().unwrap_or((&[0; 4], &[]));
            let (id, rest) = rest.split_at_checked(u32::from_ne_bytes(*len) as usize).unwrap_or_default();
            event.customer = customers.number(event.customer, id);
            ids = rest;
        }
        self.events.extend(&self.waiting);
        self.waiting.clear();
        self.ids.clear();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_of_one_hash_stay_apart() {
        let mut customers = Customers::default();
        assert_eq!(customers.number(7, b"anna"), 0);
        assert_eq!(customers.number(7, b"bert"), 1);
        assert_eq!(customers.number(7, b"anna"), 0);
        assert_eq!(customers.number(7, b""), 2);
        assert_eq!(customers.count(), 3);
    }

    #[test]
    fn events_keep_their_order_in_blocks_and_ranges() {
        let registry = Registry::new();
        let mut outbox = Outbox::new(&registry);
        let total = 3 * BLOCK + 17;
        (0..total).for_each(|n| outbox.push(b"one", Event { time: n as i64, ..Event::default() }));
        let (parts, _) = outbox.finish();
        let blocks = parts.iter().find(|part| part.len() > 0).unwrap();
        assert_eq!(blocks.len(), total);
        assert!(blocks.iter().enumerate().all(|(n, event)| event.time == n as i64 && event.customer == 0));
        for (from, upto) in [(0, 0), (5, BLOCK), (BLOCK - 1, BLOCK + 1), (BLOCK, 2 * BLOCK), (10, total)] {
            let times: Vec<_> = blocks.range(from, upto).map(|event| event.time).collect();
            assert_eq!(times, (from as i64..upto as i64).collect::<Vec<_>>());
        }
        assert_eq!(registry.counts().iter().sum::<usize>(), 1);
    }
}
