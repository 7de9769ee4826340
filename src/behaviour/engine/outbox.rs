//! Events on their way to their customers: rows wait in small batches, one a partition, so that looking ids up stays inside
//! the cache, and an event that is put away takes 16 bytes whatever the length of its customer's id.

use std::io::Error;
use std::sync::{Mutex, PoisonError};

use super::customers::{Customers, Key, Keyer, PARTITIONS, Registry, partition};
use super::spill::{Spill, Stored};

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

/// A used row whose customer has no number yet. Two of them lie in one stretch of memory.
#[derive(Clone, Copy, Debug, Default)]
#[repr(align(32))]
struct Waiting {
    key: Key,
    time: i64,
    name: u16,
    segment: u16,
}

/// The events of one thread, by partition, in the order in which the thread read them.
pub struct Outbox<'r> {
    registry: &'r Registry,
    /// [`BATCH`] places for each partition.
    waiting: Vec<Waiting>,
    /// How many of them are taken.
    filled: [u16; PARTITIONS],
    parts: Vec<Part>,
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
    pub before: Box<[u32]>,
}

/// What one partition has besides the rows that wait.
#[derive(Default)]
struct Part {
    /// One after the other, the ids of waiting rows that their keys do not hold.
    ids: Vec<u8>,
    events: Blocks,
}

/// Events in blocks of one size, so that growing copies nothing and wastes little.
#[derive(Debug, Default)]
pub struct Blocks {
    blocks: Vec<Block>,
    /// Those before this one are in the file.
    stored: usize,
    len: usize,
}

/// Full but for the last.
#[derive(Debug)]
enum Block {
    Near(Vec<Event>),
    Far(Stored),
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
        self.len
    }

    /// Adds events. Gives back how many blocks were begun.
    fn extend(&mut self, mut events: impl ExactSizeIterator<Item = Event>) -> usize {
        let before = self.blocks.len();
        self.len += events.len();
        while events.len() > 0 {
            match self.blocks.last_mut() {
                Some(Block::Near(block)) if block.len() < BLOCK => {
                    let room = BLOCK - block.len();
                    block.extend(events.by_ref().take(room));
                }
                _ => self.blocks.push(Block::Near(Vec::with_capacity(BLOCK))),
            }
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
        Outbox {
            registry,
            waiting: vec![Waiting::default(); PARTITIONS * BATCH],
            filled: [0; PARTITIONS],
            parts: (0..PARTITIONS).map(|_| Part::default()).collect(),
            pieces: Vec::new(),
            failure: None,
        }
    }

    /// Says that what comes now is from the piece of the file with this index.
    pub fn begin_piece(&mut self, index: usize) {
        let settled = self.parts.iter().map(|part| part.events.len() as u32);
        let before =
            settled.zip(&self.filled).map(|(settled, filled)| settled.wrapping_add((*filled).into())).collect();
        self.pieces.push(PieceStart { index, before });
    }

    /// Takes one used row. The numbers in `event` but the customer's are those of this thread.
    #[inline]
    pub fn push(&mut self, customer: &[u8], event: Event) {
        let keyer = &self.registry.keyer;
        let key = keyer.key(customer);
        let at = partition(keyer.hash(&key));
        // There is a count for each value of a byte, and a batch for each.
        let filled = &mut self.filled[at];
        let Event { time, name, segment, .. } = event;
        self.waiting[at * BATCH + usize::from(*filled)] = Waiting { key, time, name, segment };
        *filled += 1;
        let is_full = usize::from(*filled) == BATCH;
        if !key.holds_all_bytes() {
            self.parts[at].ids.extend_from_slice(customer);
        }
        if is_full {
            self.settle(at);
        }
    }

    /// Gives the waiting rows of a partition their customers' numbers and puts them away.
    fn settle(&mut self, at: usize) {
        let filled = std::mem::take(&mut self.filled[at]);
        let waiting = &self.waiting[at * BATCH..][..usize::from(filled)];
        let begun = self.parts[at].settle(waiting, &self.registry.keyer, &self.registry.partitions[at]);
        if begun > 0 && self.registry.spill.took(begun * BLOCK) {
            self.make_room();
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
        (0..PARTITIONS).for_each(|at| self.settle(at));
        (self.parts.into_iter().map(|part| part.events).collect(), self.pieces)
    }
}

impl Part {
    /// Gives back how many blocks of events were begun.
    fn settle(&mut self, waiting: &[Waiting], keyer: &Keyer, customers: &Mutex<Customers>) -> usize {
        let mut customers = customers.lock().unwrap_or_else(PoisonError::into_inner);
        // None of these waits for another, so that the memory brings many at once.
        let mut likely = [0; BATCH];
        for (likely, row) in likely.iter_mut().zip(waiting) {
            *likely = customers.likely(keyer.hash(&row.key));
        }
        let mut known = [false; BATCH];
        for ((known, likely), row) in known.iter_mut().zip(&likely).zip(waiting) {
            *known = customers.is_known(*likely, row.key);
        }
        let mut ids = self.ids.as_slice();
        let events = waiting.iter().zip(likely.iter().zip(&known)).map(|(row, (likely, known))| {
            let customer = if *known {
                *likely
            } else {
                let (id, rest) = ids.split_at_checked(row.key.bytes_beside()).unwrap_or_default();
                ids = rest;
                customers.number(keyer, row.key, id)
            };
            Event { time: row.time, customer, name: row.name, segment: row.segment }
        });
        let begun = self.events.extend(events);
        self.ids.clear();
        begun
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::behaviour::engine::spill::Spill;

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
        assert_eq!(blocks.stored, 3);
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
