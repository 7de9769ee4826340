//! Where rows wait for their customers' numbers, in small batches, one a partition, so that looking ids up stays inside the
//! cache.

use std::sync::{Mutex, PoisonError};

use super::blocks::Blocks;
use super::customers::{Customers, Key, Keyer, PARTITIONS, partition};
use super::event::{Event, Parcel};

/// A used row whose customer has no number yet. Two of them lie in one stretch of memory.
#[derive(Clone, Copy, Debug, Default)]
#[repr(align(32))]
struct Waiting {
    key: Key,
    time: i64,
    name: u16,
    segment: u16,
}

/// Rows that wait for their customers' numbers.
pub struct Lobby {
    /// [`BATCH`] places for each partition.
    waiting: Vec<Waiting>,
    /// How many of them are taken.
    filled: [u16; PARTITIONS],
    /// By partition, one after the other, the ids of waiting rows that their keys do not hold.
    ids: Vec<Vec<u8>>,
}

/// So many rows wait for each partition.
const BATCH: usize = 128;

impl Default for Lobby {
    fn default() -> Lobby {
        Lobby {
            waiting: vec![Waiting::default(); PARTITIONS * BATCH],
            filled: [0; PARTITIONS],
            ids: vec![Vec::new(); PARTITIONS],
        }
    }
}

impl Lobby {
    /// How many rows of a partition wait.
    pub fn waiting(&self, partition: usize) -> u32 {
        self.filled.get(partition).copied().unwrap_or_default().into()
    }

    /// Lets a row wait. Gives back its partition if now as many wait there as may.
    #[inline]
    pub fn take(&mut self, keyer: &Keyer, customer: &[u8], event: Event) -> Option<usize> {
        let key = keyer.key(customer);
        let at = partition(keyer.hash(&key));
        // There is a count for each value of a byte, and a batch for each.
        let filled = &mut self.filled[at];
        let Event { time, name, segment, .. } = event;
        self.waiting[at * BATCH + usize::from(*filled)] = Waiting { key, time, name, segment };
        *filled += 1;
        let is_full = usize::from(*filled) == BATCH;
        if !key.holds_all_bytes() {
            self.ids[at].extend_from_slice(customer);
        }
        is_full.then_some(at)
    }

    /// Gives the waiting rows of a partition their customers' numbers and puts them away. Gives back how many blocks of events
    /// were begun.
    pub fn settle(&mut self, at: usize, keyer: &Keyer, customers: &Mutex<Customers>, events: &mut Blocks) -> usize {
        let filled = std::mem::take(&mut self.filled[at]);
        let waiting = &self.waiting[at * BATCH..][..usize::from(filled)];
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
        let mut ids = self.ids[at].as_slice();
        let begun = events.extend(waiting.iter().zip(likely.iter().zip(&known)).map(|(row, (likely, known))| {
            let customer = if *known {
                *likely
            } else {
                let (id, rest) = ids.split_at_checked(row.key.bytes_beside()).unwrap_or_default();
                ids = rest;
                customers.number(keyer, row.key, id)
            };
            Parcel::numbered(Event { time: row.time, customer, name: row.name, segment: row.segment })
        }));
        self.ids[at].clear();
        begun
    }
}
