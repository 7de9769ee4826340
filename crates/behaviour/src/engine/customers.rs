//! Who is who, where ids have no codes ([`super::codes`]): a customer gets a number inside its partition.
//!
//! A hash chooses the partition and the bucket and nothing else; whether two rows are of one customer is decided on the
//! bytes of the id, always.

use std::hash::BuildHasher;
use std::sync::{Mutex, PoisonError};

use foldhash::fast::RandomState;

use super::codes::Coder;
use super::spill::Spill;

/// How many partitions there are: one for each value of a byte.
pub const PARTITIONS: usize = 256;

/// An id in two numbers. Of an id of 8 to 16 bytes, as most are, they hold every byte: two such ids are the same if and
/// only if their numbers are. Of any other id they are a hash and the length, and the bytes decide.
///
/// The highest byte of the second number tells which: 8 to 15 is the length of an id whose bytes are all there, more is
/// the last byte of one of 16, and 0 is a hash.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Key {
    first: u64,
    rest: u64,
}

/// Bits for the length of an id, which is at most a megabyte.
const LEN_BITS: u32 = 21;

impl Key {
    #[inline]
    pub fn holds_all_bytes(self) -> bool {
        self.rest >> 56 != 0
    }

    /// The bytes that have to be kept beside the key.
    #[inline]
    pub fn bytes_beside(self) -> usize {
        if self.holds_all_bytes() { 0 } else { self.rest as usize }
    }

    /// The key of an id that is kept beside it, with the place where it begins. A partition would need eight terabytes of
    /// ids for that to run over.
    fn with_start(self, start: usize) -> Key {
        Key { rest: self.rest | (((start as u64) << LEN_BITS) & ((1 << 56) - 1)), ..self }
    }

    fn start(self) -> usize {
        (self.rest >> LEN_BITS) as usize
    }

    fn without_start(self) -> Key {
        if self.holds_all_bytes() { self } else { Key { rest: self.rest & ((1 << LEN_BITS) - 1), ..self } }
    }
}

/// Turns ids into keys and keys into hashes, differently in each run.
#[derive(Debug)]
pub struct Keyer {
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
    pub fn key(&self, id: &[u8]) -> Key {
        if let (Some(first), Some(last)) = (id.first_chunk(), id.last_chunk()) {
            let (first, last) = (u64::from_le_bytes(*first), u64::from_le_bytes(*last));
            match id.len() {
                // What both have, all eight bytes perhaps, is shifted out; the length goes where that leaves room.
                len @ ..=15 => return Key { first, rest: last >> 1 >> (127 - 8 * len) | (len as u64) << 56 },
                16 if last >> 56 > 15 => return Key { first, rest: last },
                _ => {}
            }
        }
        // A field is shorter than a megabyte.
        Key { first: self.bytes.hash_one(id), rest: id.len() as u64 }
    }

    /// One multiplication to twice the width, folded: each bit of the key moves every bit of the hash.
    #[inline]
    pub fn hash(&self, key: &Key) -> u64 {
        let [one, other] = self.seeds;
        let product = u128::from(key.first ^ one) * u128::from(key.rest ^ other);
        (product as u64) ^ (product >> 64) as u64
    }
}

/// The partition of a hash. The table inside looks at the lowest bits, so the partition takes others.
#[inline]
pub fn partition(hash: u64) -> usize {
    usize::from((hash >> 40) as u8)
}

/// The customers of one partition: their keys by number, and a table of places, a power of two of them, at most three in
/// five taken, that finds the number. A customer stands at the place of its hash or at the next free one.
#[derive(Debug, Default)]
pub struct Customers {
    places: Vec<Place>,
    keys: Vec<Key>,
    /// The ids that their keys do not hold.
    ids: Vec<u8>,
}

/// A place in the table: small, since millions of look-ups wait for it to come from memory.
#[derive(Clone, Copy, Debug)]
struct Place {
    /// A part of the hash: another one is of another customer, and the key need not come from memory.
    tag: u32,
    /// [`FREE`] where nobody stands.
    number: u32,
}

/// No customer's number.
const FREE: u32 = u32::MAX;

/// The part of a hash that has to do with neither partition nor place, but in the largest of tables.
#[inline]
fn tag(hash: u64) -> u32 {
    (hash >> 32) as u32
}

impl Customers {
    const FEWEST: usize = 16;

    #[inline]
    fn place(&self, hash: u64) -> usize {
        hash as usize & self.places.len().wrapping_sub(1)
    }

    /// Who stands at the place of a hash, if it may be the customer looked for; else [`FREE`]. To be asked for many before
    /// the first is needed, so that memory brings them together.
    #[inline]
    pub fn likely(&self, hash: u64) -> u32 {
        let place = self.places.get(self.place(hash)).copied().unwrap_or(Place { tag: 0, number: FREE });
        if place.tag == tag(hash) { place.number } else { FREE }
    }

    /// Whether that is the customer of a key, as far as the key alone can tell.
    #[inline]
    pub fn is_known(&self, likely: u32, key: Key) -> bool {
        self.keys.get(likely as usize) == Some(&key) && key.holds_all_bytes()
    }

    /// The number of an id, a new one if it has not been here. The id may be left empty where the key holds its bytes.
    #[inline]
    pub fn number(&mut self, keyer: &Keyer, key: Key, id: &[u8]) -> u32 {
        let hash = keyer.hash(&key);
        let mut at = self.place(hash);
        while let Some(place) = self.places.get(at) {
            if place.number == FREE {
                break;
            }
            if place.tag == tag(hash) && self.is_of(place.number, key, id) {
                return place.number;
            }
            at = (at + 1) & (self.places.len() - 1);
        }
        self.add(keyer, key, id)
    }

    #[inline]
    fn is_of(&self, number: u32, key: Key, id: &[u8]) -> bool {
        let Some(known) = self.keys.get(number as usize) else { return false };
        match key.holds_all_bytes() {
            true => *known == key,
            false => {
                let start = known.start();
                known.without_start() == key && self.ids.get(start..start + id.len()) == Some(id)
            }
        }
    }

    #[cold]
    fn add(&mut self, keyer: &Keyer, key: Key, id: &[u8]) -> u32 {
        if (self.keys.len() + 1) * 5 > self.places.len() * 3 {
            self.grow(keyer);
        }
        // A partition would need 64 GB of events for this to run over.
        let number = self.keys.len() as u32;
        self.put(keyer.hash(&key), number);
        if key.holds_all_bytes() {
            self.keys.push(key);
        } else {
            self.keys.push(key.with_start(self.ids.len()));
            self.ids.extend_from_slice(id);
        }
        number
    }

    fn grow(&mut self, keyer: &Keyer) {
        let places = (self.places.len() * 2).max(Customers::FEWEST);
        self.places.clear();
        self.places.resize(places, Place { tag: 0, number: FREE });
        for number in 0..self.keys.len() {
            if let Some(key) = self.keys.get(number) {
                self.put(keyer.hash(&key.without_start()), number as u32);
            }
        }
    }

    /// Puts a customer at the first free place from that of its hash on.
    fn put(&mut self, hash: u64, number: u32) {
        let mut at = self.place(hash);
        while let Some(there) = self.places.get_mut(at) {
            if there.number == FREE {
                *there = Place { tag: tag(hash), number };
                return;
            }
            at = (at + 1) & (self.places.len() - 1);
        }
    }
}

/// What all threads share: the customers, by partition.
pub struct Registry {
    pub partitions: Vec<Mutex<Customers>>,
    pub whose: Whose,
    pub spill: Spill,
}

/// How an event that is put away tells whose it is.
pub enum Whose {
    /// By the code of the id; nobody is looked up.
    Coded(Coder),
    /// By the number that a table gives to the id's key.
    Numbered(Keyer),
}

impl Registry {
    pub fn new(spill: Spill, coded: bool) -> Registry {
        let whose = if coded { Whose::Coded(Coder::new()) } else { Whose::Numbered(Keyer::new()) };
        Registry { partitions: (0..PARTITIONS).map(|_| Mutex::default()).collect(), whose, spill }
    }

    /// How many customers each partition has.
    pub fn counts(&self) -> Vec<usize> {
        self.partitions.iter().map(|part| part.lock().unwrap_or_else(PoisonError::into_inner).keys.len()).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_of_one_hash_stay_apart() {
        let keyer = Keyer::new();
        let mut customers = Customers::default();
        let key = |len| Key { first: 7, rest: len };
        assert_eq!(customers.number(&keyer, key(4), b"anna"), 0);
        assert_eq!(customers.number(&keyer, key(4), b"bert"), 1);
        assert_eq!(customers.number(&keyer, key(4), b"anna"), 0);
        assert_eq!(customers.number(&keyer, key(0), b""), 2);
        assert_eq!(customers.keys.len(), 3);
    }

    #[test]
    fn ids_are_the_same_only_if_all_bytes_are() {
        let keyer = Keyer::new();
        let mut all: Vec<Vec<u8>> = Vec::new();
        for len in 0..40_usize {
            // The last byte of an id of 16 may look like a length.
            for byte in [b'x', 8, 15, 16] {
                all.push(vec![byte; len]);
                for at in 0..len {
                    let mut other = vec![byte; len];
                    other[at] = b'y';
                    all.push(other);
                }
            }
        }
        all.sort();
        all.dedup();
        let mut customers = Customers::default();
        for _ in 0..2 {
            for (number, id) in all.iter().enumerate() {
                assert_eq!(customers.number(&keyer, keyer.key(id), id), number as u32);
            }
        }
    }

    #[test]
    fn most_ids_are_held_by_their_keys() {
        let keyer = Keyer::new();
        for id in ["user_123", "cust_92638670", "0123456789abcdef"] {
            assert_eq!(keyer.key(id.as_bytes()).bytes_beside(), 0, "{id}");
        }
        for id in ["", "anna", "5f0c1b9e-77a0-4c0e-9a58-3a1f7f3f5a11", "a@example.com.invalid"] {
            assert_eq!(keyer.key(id.as_bytes()).bytes_beside(), id.len(), "{id}");
        }
    }
}
