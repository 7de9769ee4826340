//! Who is who: customers get a number inside their partition, and each event goes to its customer's partition.
//!
//! A hash chooses the partition and the bucket and nothing else; whether two rows are of one customer is decided on the
//! bytes of the id, always. Rows wait in small batches, one a partition, so that looking ids up stays inside the cache, and
//! an event that is put away takes 16 bytes whatever the length of its customer's id.

use std::hash::BuildHasher;
use std::io::Error;
use std::sync::{Mutex, PoisonError};

use foldhash::fast::RandomState;

use super::spill::{Spill, Stored};

/// How many partitions there are: one for each value of a byte.
pub const PARTITIONS: usize = 256;

/// One used row.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
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

/// An id in three numbers. Of an id of 8 to 16 bytes, as most are, they hold every byte: two such ids are the same if and
/// only if their numbers are. Of any other id they are a hash, and the bytes decide.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Key {
    first: u64,
    last: u64,
    len: u32,
}

impl Key {
    fn holds_all_bytes(self) -> bool {
        (8..=16).contains(&self.len)
    }
}

/// Turns ids into keys and keys into hashes, differently in each run.
#[derive(Debug)]
struct Keyer {
    bytes: RandomState,
    seeds: [u64; 2],
}

impl Keyer {
    fn new() -> Keyer {
        let bytes = RandomState::default();
        let seeds = [bytes.hash_one(1_u8), bytes.hash_one(2_u8)];
        Keyer { bytes, seeds }
    }

    #[inline]
    fn key(&self, id: &[u8]) -> Key {
        // A field is shorter than a megabyte.
        let len = id.len() as u32;
        match (id.first_chunk(), id.last_chunk()) {
            (Some(first), Some(last)) if id.len() <= 16 => {
                Key { first: u64::from_ne_bytes(*first), last: u64::from_ne_bytes(*last), len }
            }
            _ => Key { first: self.bytes.hash_one(id), last: 0, len },
        }
    }

    /// One multiplication to twice the width, folded: each bit of the key moves every bit of the hash.
    #[inline]
    fn hash(&self, key: &Key) -> u64 {
        let [one, other] = self.seeds;
        let product = u128::from(key.first ^ one) * u128::from(key.last ^ other ^ u64::from(key.len));
        (product as u64) ^ (product >> 64) as u64
    }
}

/// The partition of a hash. The table inside looks at the lowest and the highest bits, so the partition takes others.
#[inline]
fn partition(hash: u64) -> usize {
    usize::from((hash >> 40) as u8)
}

/// The customers of one partition: a table of places, a power of two of them, at most three in four taken. A customer
/// stands at the place of its hash or at the next free one.
#[derive(Debug, Default)]
struct Customers {
    slots: Vec<Slot>,
    count: u32,
    /// The ids that their keys do not hold.
    ids: Vec<u8>,
}

/// A customer in the table: small, since millions of look-ups wait for it to come from memory, and never across two of the
/// stretches in which memory comes.
#[derive(Clone, Copy, Debug)]
#[repr(align(32))]
struct Slot {
    first: u64,
    /// The key's, if that holds all bytes; else where the id begins in `ids`.
    last_or_start: u64,
    len: u32,
    /// [`FREE`] where nobody stands.
    number: u32,
}

/// No customer's number.
const FREE: u32 = u32::MAX;

impl Slot {
    const EMPTY: Slot = Slot { first: 0, last_or_start: 0, len: 0, number: FREE };

    fn key(&self) -> Key {
        let key = Key { first: self.first, last: self.last_or_start, len: self.len };
        if key.holds_all_bytes() { key } else { Key { last: 0, ..key } }
    }

    #[inline]
    fn is_of(&self, key: &Key, id: &[u8], ids: &[u8]) -> bool {
        if (self.first, self.len) != (key.first, key.len) {
            return false;
        }
        let start = self.last_or_start as usize;
        if key.holds_all_bytes() {
            self.last_or_start == key.last
        } else {
            ids.get(start..start + id.len()) == Some(id)
        }
    }
}

impl Customers {
    const FEWEST: usize = 16;

    #[inline]
    fn place(&self, hash: u64) -> usize {
        hash as usize & self.slots.len().wrapping_sub(1)
    }

    /// Looks at the place of a hash without waiting for it, so that it is near when it is needed.
    #[inline]
    fn glance(&self, hash: u64) -> u32 {
        self.slots.get(self.place(hash)).map_or(FREE, |slot| slot.number)
    }

    /// The number of an id, a new one if it has not been here. The id may be left empty where the key holds its bytes.
    #[inline]
    fn number(&mut self, keyer: &Keyer, key: Key, id: &[u8]) -> u32 {
        let mut place = self.place(keyer.hash(&key));
        while let Some(slot) = self.slots.get(place) {
            if slot.number == FREE {
                break;
            }
            if slot.is_of(&key, id, &self.ids) {
                return slot.number;
            }
            place = (place + 1) & (self.slots.len() - 1);
        }
        self.add(keyer, key, id)
    }

    #[cold]
    fn add(&mut self, keyer: &Keyer, key: Key, id: &[u8]) -> u32 {
        if (self.count as usize + 1) * 4 > self.slots.len() * 3 {
            self.grow(keyer);
        }
        let last_or_start = if key.holds_all_bytes() { key.last } else { self.ids.len() as u64 };
        if !key.holds_all_bytes() {
            self.ids.extend_from_slice(id);
        }
        let slot = Slot { first: key.first, last_or_start, len: key.len, number: self.count };
        // A partition would need 64 GB of events for this to run over.
        self.count += 1;
        self.put(keyer, slot);
        slot.number
    }

    fn grow(&mut self, keyer: &Keyer) {
        let places = (self.slots.len() * 2).max(Customers::FEWEST);
        let old = std::mem::replace(&mut self.slots, vec![Slot::EMPTY; places]);
        old.into_iter().filter(|slot| slot.number != FREE).for_each(|slot| self.put(keyer, slot));
    }

    /// Puts a customer at the first free place from that of its hash on.
    fn put(&mut self, keyer: &Keyer, slot: Slot) {
        let mut place = self.place(keyer.hash(&slot.key()));
        while let Some(there) = self.slots.get_mut(place) {
            if there.number == FREE {
                *there = slot;
                return;
            }
            place = (place + 1) & (self.slots.len() - 1);
        }
    }
}

/// What all threads share: the customers, by partition.
pub struct Registry {
    partitions: Vec<Mutex<Customers>>,
    keyer: Keyer,
    pub spill: Spill,
}

impl Registry {
    pub fn new(spill: Spill) -> Registry {
        Registry { partitions: (0..PARTITIONS).map(|_| Mutex::default()).collect(), keyer: Keyer::new(), spill }
    }

    /// How many customers each partition has.
    pub fn counts(&self) -> Vec<usize> {
        self.partitions.iter().map(|part| part.lock().unwrap_or_else(PoisonError::into_inner).count as usize).collect()
    }
}

/// The events of one thread, by partition, in the order in which the thread read them.
pub struct Outbox<'r> {
    registry: &'r Registry,
    parts: Vec<Part>,
    pushed: Box<[u32; PARTITIONS]>,
    pieces: Vec<PieceStart>,
    /// Why events could not be put into the file; from then on they stay in memory.
    failure: Option<Error>,
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
    waiting: Vec<Event>,
    keys: Vec<Key>,
    /// One after the other, the ids that their keys do not hold.
    ids: Vec<u8>,
    events: Blocks,
}

/// Events in blocks of one size, so that growing copies nothing and wastes little.
#[derive(Debug, Default)]
pub struct Blocks {
    blocks: Vec<Block>,
    /// Those before this one are in the file.
    stored: usize,
}

/// Full but for the last.
#[derive(Debug)]
enum Block {
    Near(Vec<Event>),
    Far(Stored),
}

impl Block {
    fn len(&self) -> usize {
        match self {
            Block::Near(events) => events.len(),
            Block::Far(stored) => stored.events,
        }
    }
}

const BATCH: usize = 128;
const BLOCK: usize = 2048;

impl Blocks {
    /// The events from one place up to another, in order, as slices. Those in the file must have been brought back.
    pub fn range(&self, from: usize, upto: usize) -> impl Iterator<Item = &[Event]> {
        (from / BLOCK..upto.div_ceil(BLOCK)).map(move |at| {
            let (start, end) = (from.saturating_sub(at * BLOCK), (upto - at * BLOCK).min(BLOCK));
            match self.blocks.get(at) {
                Some(Block::Near(events)) => events.get(start..end).unwrap_or_default(),
                // They were brought back before anybody asks.
                Some(Block::Far(_)) | None => Default::default(),
            }
        })
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        self.blocks.iter().map(Block::len).sum()
    }

    /// Adds events. Gives back how many blocks were begun.
    fn extend(&mut self, mut events: &[Event]) -> usize {
        let before = self.blocks.len();
        while !events.is_empty() {
            let room = match self.blocks.last_mut() {
                Some(Block::Near(block)) if block.len() < BLOCK => block,
                _ => {
                    self.blocks.push(Block::Near(Vec::with_capacity(BLOCK)));
                    continue;
                }
            };
            let (now, later) = events.split_at((BLOCK - room.len()).min(events.len()));
            room.extend_from_slice(now);
            events = later;
        }
        self.blocks.len() - before
    }

    /// Puts the full blocks into the file. What cannot be put there stays.
    fn store(&mut self, spill: &Spill) -> Result<(), Error> {
        for block in self.blocks.iter_mut().skip(self.stored) {
            if let Block::Near(events) = block {
                if events.len() < BLOCK {
                    break;
                }
                *block = Block::Far(spill.store(events)?);
                spill.gave_back(BLOCK);
            }
            self.stored += 1;
        }
        Ok(())
    }

    /// Brings the blocks in the file back into memory.
    pub fn bring_back(&mut self, spill: &Spill) -> Result<(), Error> {
        for block in self.blocks.iter_mut().take(self.stored) {
            if let Block::Far(stored) = block {
                *block = Block::Near(spill.load(*stored)?);
            }
        }
        self.stored = 0;
        Ok(())
    }
}

impl<'r> Outbox<'r> {
    pub fn new(registry: &'r Registry) -> Outbox<'r> {
        let parts = (0..PARTITIONS).map(|_| Part::default()).collect();
        Outbox { registry, parts, pushed: Box::new([0; PARTITIONS]), pieces: Vec::new(), failure: None }
    }

    /// Says that what comes now is from the piece of the file with this index.
    pub fn begin_piece(&mut self, index: usize) {
        self.pieces.push(PieceStart { index, before: self.pushed.clone() });
    }

    /// Takes one used row. The numbers in `event` but the customer's are those of this thread.
    #[inline]
    pub fn push(&mut self, customer: &[u8], event: Event) {
        let keyer = &self.registry.keyer;
        let key = keyer.key(customer);
        let at = partition(keyer.hash(&key));
        // There is a part and a count for each value of a byte.
        let (part, pushed) = (&mut self.parts[at], &mut self.pushed[at]);
        *pushed = pushed.wrapping_add(1);
        part.waiting.push(event);
        part.keys.push(key);
        if !key.holds_all_bytes() {
            part.ids.extend_from_slice(customer);
        }
        if part.waiting.len() >= BATCH {
            let begun = part.settle(keyer, &self.registry.partitions[at]);
            if begun > 0 && self.registry.spill.took(begun * BLOCK) {
                self.make_room();
            }
        }
    }

    /// Puts what this thread has put away into the file.
    #[cold]
    fn make_room(&mut self) {
        let spill = &self.registry.spill;
        let stored = self.parts.iter_mut().try_for_each(|part| part.events.store(spill));
        self.failure = self.failure.take().or(stored.err());
    }

    /// Fails if events could not be put into the file.
    pub fn check(&mut self) -> Result<(), Error> {
        self.failure.take().map_or(Ok(()), Err)
    }

    /// Gives the last waiting rows their customer's numbers and hands over the events by partition.
    pub fn finish(mut self) -> (Vec<Blocks>, Vec<PieceStart>) {
        for (part, customers) in self.parts.iter_mut().zip(&self.registry.partitions) {
            part.settle(&self.registry.keyer, customers);
        }
        (self.parts.into_iter().map(|part| part.events).collect(), self.pieces)
    }
}

impl Part {
    /// Gives back how many blocks of events were begun.
    fn settle(&mut self, keyer: &Keyer, customers: &Mutex<Customers>) -> usize {
        let mut customers = customers.lock().unwrap_or_else(PoisonError::into_inner);
        // None of these waits for another, so that the memory brings many at once.
        let seen = self.keys.iter().fold(0, |seen, key| seen ^ customers.glance(keyer.hash(key)));
        std::hint::black_box(seen);
        let mut ids = self.ids.as_slice();
        for (event, key) in self.waiting.iter_mut().zip(&self.keys) {
            let len = if key.holds_all_bytes() { 0 } else { key.len as usize };
            let (id, rest) = ids.split_at_checked(len).unwrap_or_default();
            event.customer = customers.number(keyer, *key, id);
            ids = rest;
        }
        let begun = self.events.extend(&self.waiting);
        self.waiting.clear();
        self.keys.clear();
        self.ids.clear();
        begun
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_of_one_hash_stay_apart() {
        let keyer = Keyer::new();
        let mut customers = Customers::default();
        let key = |len| Key { first: 7, last: 0, len };
        assert_eq!(customers.number(&keyer, key(4), b"anna"), 0);
        assert_eq!(customers.number(&keyer, key(4), b"bert"), 1);
        assert_eq!(customers.number(&keyer, key(4), b"anna"), 0);
        assert_eq!(customers.number(&keyer, key(0), b""), 2);
        assert_eq!(customers.count, 3);
    }

    #[test]
    fn ids_are_the_same_only_if_all_bytes_are() {
        let keyer = Keyer::new();
        let mut all: Vec<Vec<u8>> = Vec::new();
        for len in 0..40_usize {
            all.push(vec![b'x'; len]);
            for at in 0..len {
                let mut other = vec![b'x'; len];
                other[at] = b'y';
                all.push(other);
            }
        }
        let mut customers = Customers::default();
        for _ in 0..2 {
            for (number, id) in all.iter().enumerate() {
                assert_eq!(customers.number(&keyer, keyer.key(id), id), number as u32);
            }
        }
    }

    #[test]
    fn events_keep_their_order_in_blocks_and_ranges() {
        let registry = Registry::new(Spill::new(u64::MAX, Default::default()));
        let mut outbox = Outbox::new(&registry);
        let total = 3 * BLOCK + 17;
        (0..total).for_each(|n| outbox.push(b"one", Event { time: n as i64, ..Event::default() }));
        let (parts, _) = outbox.finish();
        let blocks = parts.iter().find(|part| part.len() > 0).unwrap();
        assert_eq!(blocks.len(), total);
        assert!(
            blocks
                .range(0, total)
                .flatten()
                .enumerate()
                .all(|(n, event)| event.time == n as i64 && event.customer == 0)
        );
        for (from, upto) in [(0, 0), (5, BLOCK), (BLOCK - 1, BLOCK + 1), (BLOCK, 2 * BLOCK), (10, total)] {
            let times: Vec<_> = blocks.range(from, upto).flatten().map(|event| event.time).collect();
            assert_eq!(times, (from as i64..upto as i64).collect::<Vec<_>>());
        }
        assert_eq!(registry.counts().iter().sum::<usize>(), 1);
    }

    #[test]
    fn full_blocks_over_the_limit_wait_in_the_file_and_come_back_in_order() {
        let folder = tempfile::tempdir().unwrap();
        let registry = Registry::new(Spill::new(0, folder.path().to_owned()));
        let mut outbox = Outbox::new(&registry);
        let total = 3 * BLOCK + 17;
        (0..total).for_each(|n| outbox.push(b"one", Event { time: n as i64, ..Event::default() }));
        outbox.check().unwrap();
        let (mut parts, _) = outbox.finish();
        let blocks = parts.iter_mut().find(|part| part.len() > 0).unwrap();
        // The third was full only after the last block was begun.
        assert_eq!(blocks.stored, 2);
        assert_eq!(blocks.len(), total);
        blocks.bring_back(&registry.spill).unwrap();
        let times: Vec<_> = blocks.range(0, total).flatten().map(|event| event.time).collect();
        assert_eq!(times, (0..total as i64).collect::<Vec<_>>());
    }

    #[test]
    fn a_file_that_cannot_be_made_is_told_and_loses_nothing() {
        let registry = Registry::new(Spill::new(0, "/no such folder".into()));
        let mut outbox = Outbox::new(&registry);
        (0..2 * BLOCK).for_each(|n| outbox.push(b"one", Event { time: n as i64, ..Event::default() }));
        assert!(outbox.check().is_err());
        let (parts, _) = outbox.finish();
        assert_eq!(parts.iter().map(Blocks::len).sum::<usize>(), 2 * BLOCK);
    }
}
