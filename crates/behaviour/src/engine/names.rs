//! Numbers for names: each distinct event or segment gets a small number once, and rows carry the number.
//!
//! Logs have millions of rows and a dozen names, most of them short. A name of up to 32 bytes is a few numbers already, so the
//! few that keep coming are recognised by one comparison; the table of all names stands behind.

use std::hash::BuildHasher;

use foldhash::fast::RandomState;
use hashbrown::HashTable;

/// Distinct names, numbered from 0 in the order of their first row.
#[derive(Debug)]
pub struct Names {
    table: HashTable<u16>,
    names: Vec<Box<[u8]>>,
    bytes: usize,
    hasher: RandomState,
    recent: Recent,
    /// The number of the empty name, once it has one: a log without a column of segments asks for it at every row.
    empty: Option<u16>,
    /// So many may be told apart.
    most: usize,
    /// The number of every name that is not known, if none is to be added.
    others: Option<u16>,
}

/// Short names seen lately, each with its number, in a place that follows from the name.
#[derive(Debug)]
struct Recent(Box<[(Short, u16); RECENT]>);

/// So many places that the few names of a log rarely meet in one.
const RECENT: usize = 1024;

/// A name of 1 to 32 bytes as its length and two words that hold all of them; equal if and only if the names are.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct Short {
    len: usize,
    first: u128,
    last: u128,
}

impl Short {
    #[inline]
    fn of(name: &[u8]) -> Option<Short> {
        let len = name.len();
        if let (Some(first), Some(last), true) = (name.first_chunk(), name.last_chunk(), len <= 16) {
            return Some(Short {
                len,
                first: u64::from_le_bytes(*first).into(),
                last: u64::from_le_bytes(*last).into(),
            });
        }
        if let (Some(first), Some(last), true) = (name.first_chunk(), name.last_chunk(), (16..=32).contains(&len)) {
            return Some(Short { len, first: u128::from_le_bytes(*first), last: u128::from_le_bytes(*last) });
        }
        if let (Some(first), Some(last), true) = (name.first_chunk(), name.last_chunk(), len < 8) {
            let (first, last) = (u32::from_le_bytes(*first), u32::from_le_bytes(*last));
            return Some(Short { len, first: first.into(), last: last.into() });
        }
        match name {
            [first, .., last] if len < 4 => {
                let middle = name.get(len / 2).copied().unwrap_or_default();
                Some(Short { len, first: u128::from(*first) << 8 | u128::from(middle), last: u128::from(*last) })
            }
            [only] => Some(Short { len, first: u128::from(*only), last: 0 }),
            _ => None,
        }
    }

    #[inline]
    fn place(self) -> usize {
        // The low words differ between most names.
        let mixed = (self.first as u64 ^ (self.last as u64).rotate_left(32)).wrapping_mul(0x9E37_79B9_7F4A_7C15);
        (mixed >> 54) as usize
    }
}

impl Default for Recent {
    fn default() -> Recent {
        Recent(Box::new([(Short::default(), 0); RECENT]))
    }
}

/// There are more distinct names, or longer ones, than a log of steps can have: the column must be another one.
#[derive(Debug, PartialEq, Eq)]
pub struct TooManyNames;

/// So many distinct names have a number.
pub const MAX_NAMES: usize = u16::MAX as usize;

/// All names together may be this long.
const MAX_BYTES: usize = 64 << 20;

impl Names {
    /// No names, and room for so many.
    pub fn up_to(most: usize) -> Names {
        Names {
            table: HashTable::default(),
            names: Vec::new(),
            bytes: 0,
            hasher: RandomState::default(),
            recent: Recent::default(),
            empty: None,
            most: most.min(MAX_NAMES),
            others: None,
        }
    }

    /// These names alone; any other is the empty one.
    pub fn only(names: &[Box<[u8]>]) -> Result<Names, TooManyNames> {
        let mut all = Names::up_to(MAX_NAMES);
        names.iter().try_for_each(|name| all.look_up(name).map(drop))?;
        all.others = Some(all.look_up(b"")?);
        Ok(all)
    }

    /// The number of a name, if it was given out lately for a name written just so.
    #[inline]
    pub fn lately(&self, written: &[u8]) -> Option<u16> {
        let Some(short) = Short::of(written) else {
            return self.empty.filter(|_| written.is_empty());
        };
        // There is a place for each value of ten bits.
        let (known, number) = self.recent.0[short.place()];
        (known == short).then_some(number)
    }

    /// The number of a name, which has no blanks around it, for that it is `written` with them.
    pub fn number(&mut self, name: &[u8], written: &[u8]) -> Result<u16, TooManyNames> {
        let number = self.look_up(name)?;
        if let Some(short) = Short::of(written) {
            self.recent.0[short.place()] = (short, number);
        } else if written.is_empty() {
            self.empty = Some(number);
        }
        Ok(number)
    }

    fn look_up(&mut self, name: &[u8]) -> Result<u16, TooManyNames> {
        let hash = self.hasher.hash_one(name);
        let names = &self.names;
        let found = self.table.find(hash, |at| names.get(usize::from(*at)).is_some_and(|known| **known == *name));
        match found {
            Some(at) => Ok(*at),
            None => self.add(hash, name),
        }
    }

    #[cold]
    fn add(&mut self, hash: u64, name: &[u8]) -> Result<u16, TooManyNames> {
        if let Some(others) = self.others {
            return Ok(others);
        }
        self.bytes += name.len();
        if self.names.len() >= self.most || self.bytes > MAX_BYTES {
            return Err(TooManyNames);
        }
        let number = u16::try_from(self.names.len()).map_err(|_| TooManyNames)?;
        self.names.push(name.into());
        let (names, hasher) = (&self.names, &self.hasher);
        self.table
            .insert_unique(hash, number, |at| names.get(usize::from(*at)).map_or(0, |name| hasher.hash_one(&**name)));
        Ok(number)
    }
}

/// The names of several threads, brought together in byte order. An empty name comes last.
#[derive(Debug, Default)]
pub struct Merged {
    /// The names; an empty one stands for "none".
    pub names: Vec<Box<[u8]>>,
    /// For each thread, the place in `names` of each of its own numbers.
    pub places: Vec<Vec<u16>>,
}

impl Merged {
    /// Fails if they are more than `most`.
    pub fn of(threads: &[&Names], most: usize) -> Result<Merged, TooManyNames> {
        let order = |name: &[u8]| (name.is_empty(), name.to_vec());
        let mut names: Vec<_> = threads.iter().flat_map(|thread| thread.names.iter().cloned()).collect();
        names.sort_unstable_by(|a, b| (a.is_empty(), a).cmp(&(b.is_empty(), b)));
        names.dedup();
        if names.len() > most {
            return Err(TooManyNames);
        }
        let place = |name: &[u8]| {
            let at = names.binary_search_by_key(&order(name), |known| order(known)).unwrap_or_default();
            u16::try_from(at).map_err(|_| TooManyNames)
        };
        let places = threads.iter().map(|thread| thread.names.iter().map(|name| place(name)).collect());
        let places = places.collect::<Result<_, _>>()?;
        Ok(Merged { names, places })
    }

    /// What the threads have counted of each name, together.
    pub fn sums<'a>(&self, threads: impl Iterator<Item = &'a [u64]>) -> Vec<u64> {
        let mut sums = vec![0; self.names.len()];
        for (places, counts) in self.places.iter().zip(threads) {
            for (place, count) in places.iter().zip(counts) {
                if let Some(sum) = sums.get_mut(usize::from(*place)) {
                    *sum += count;
                }
            }
        }
        sums
    }

    /// The same with each name called otherwise; names that are called the same are one.
    pub fn renamed(self, called: impl Fn(&[u8]) -> Box<[u8]>) -> Merged {
        let called: Vec<Box<[u8]>> = self.names.iter().map(|name| called(name)).collect();
        if called == self.names {
            return self;
        }
        let mut names = called.clone();
        names.sort_unstable_by(|a, b| (a.is_empty(), a).cmp(&(b.is_empty(), b)));
        names.dedup();
        let order = |name: &[u8]| (name.is_empty(), name.to_vec());
        let place = |at: &u16| {
            let name: &[u8] = called.get(usize::from(*at)).map(|name| &**name).unwrap_or_default();
            // There are no more names than before.
            names.binary_search_by_key(&order(name), |known| order(known)).unwrap_or_default() as u16
        };
        let places = self.places.iter().map(|thread| thread.iter().map(place).collect()).collect();
        Merged { places, names }
    }

    /// The name at a place.
    pub fn text(&self, at: usize) -> String {
        self.names.get(at).map(|name| String::from_utf8_lossy(name).into_owned()).unwrap_or_default()
    }

    /// Where a name stands.
    pub fn find(&self, name: &str) -> Option<usize> {
        self.names.iter().position(|known| **known == *name.as_bytes())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_of_two_threads_meet_in_byte_order_with_the_empty_one_last() {
        let (mut one, mut two) = (Names::up_to(MAX_NAMES), Names::up_to(MAX_NAMES));
        for name in ["b", "", "a", "b"] {
            one.number(name.as_bytes(), name.as_bytes()).unwrap();
        }
        for name in ["B", "a"] {
            two.number(name.as_bytes(), name.as_bytes()).unwrap();
        }
        let merged = Merged::of(&[&one, &two], 4).unwrap();
        assert_eq!((0..4).map(|at| merged.text(at)).collect::<Vec<_>>(), ["B", "a", "b", ""]);
        assert_eq!(merged.places, [vec![2, 3, 1], vec![0, 1]]);
        assert_eq!(merged.find("b"), Some(2));
        assert_eq!(merged.find("c"), None);
        assert!(Merged::of(&[&one, &two], 3).is_err());
        assert_eq!(merged.sums([&[5, 7, 1][..], &[2, 4]].into_iter()), [2, 5, 5, 7]);
        let renamed = merged.renamed(|name| if name == b"B" || name == b"b" { (*b"z").into() } else { name.into() });
        assert_eq!((0..3).map(|at| renamed.text(at)).collect::<Vec<_>>(), ["a", "z", ""]);
        assert_eq!(renamed.places, [vec![1, 2, 0], vec![1, 0]]);
    }

    #[test]
    fn the_empty_name_is_known_again_by_its_number_alone() {
        let mut names = Names::up_to(MAX_NAMES);
        names.number(b"a", b"a").unwrap();
        assert_eq!(names.lately(b""), None);
        let empty = names.number(b"", b"").unwrap();
        assert_eq!((names.lately(b""), names.lately(b"a")), (Some(empty), Some(0)));
        assert_eq!(names.lately(&[b'x'; 40]), None);
    }

    #[test]
    fn short_names_are_equal_only_if_their_bytes_are() {
        let mut all: Vec<Vec<u8>> = Vec::new();
        for len in 0..40_usize {
            all.push(vec![b'a'; len]);
            for at in 0..len {
                let mut name = vec![b'a'; len];
                name[at] = b'b';
                all.push(name);
            }
        }
        let mut names = Names::up_to(MAX_NAMES);
        for _ in 0..2 {
            for (number, name) in all.iter().enumerate() {
                assert_eq!(names.number(name, name), Ok(number as u16));
                let is_known = name.len() <= 32;
                assert_eq!(names.lately(name), is_known.then_some(number as u16));
                assert_eq!(Short::of(name).is_some(), (1..=32).contains(&name.len()));
            }
        }
    }

    #[test]
    fn a_million_different_steps_are_refused_and_not_kept() {
        let mut names = Names::up_to(MAX_NAMES);
        let mut number = |name: &[u8]| names.number(name, name);
        let refused = (0..1_000_000).find(|n| number(format!("/page?id={n}").as_bytes()).is_err());
        assert_eq!(refused, Some(MAX_NAMES));
        assert_eq!(number(b"/page?id=7"), Ok(7));
    }

    #[test]
    fn names_that_are_not_among_those_given_are_one() {
        let mut names = Names::only(&[(*b"home").into(), (*b"cart").into()]).unwrap();
        for _ in 0..2 {
            let numbers = [&b"cart"[..], b"/page?1", b"home", b"/page?2"].map(|name| names.number(name, name).unwrap());
            assert_eq!(numbers, [1, 2, 0, 2]);
        }
    }
}
