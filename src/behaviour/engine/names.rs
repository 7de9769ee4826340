//! Numbers for names: each distinct event or segment gets a small number once, and rows carry the number.

use std::hash::BuildHasher;

use foldhash::fast::RandomState;
use hashbrown::HashTable;

/// Distinct names, numbered from 0 in the order of their first row.
#[derive(Debug, Default)]
pub struct Names {
    table: HashTable<u16>,
    names: Vec<Box<[u8]>>,
    bytes: usize,
    hasher: RandomState,
}

/// There are more distinct names, or longer ones, than a log of steps can have: the column must be another one.
#[derive(Debug, PartialEq, Eq)]
pub struct TooManyNames;

/// So many distinct names have a number.
pub const MAX_NAMES: usize = u16::MAX as usize;

/// All names together may be this long.
const MAX_BYTES: usize = 64 << 20;

impl Names {
    /// The number of a name.
    #[inline]
    pub fn number(&mut self, name: &[u8]) -> Result<u16, TooManyNames> {
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
        self.bytes += name.len();
        if self.names.len() >= MAX_NAMES || self.bytes > MAX_BYTES {
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
    pub fn of(threads: &[&Names]) -> Result<Merged, TooManyNames> {
        let order = |name: &[u8]| (name.is_empty(), name.to_vec());
        let mut names: Vec<_> = threads.iter().flat_map(|thread| thread.names.iter().cloned()).collect();
        names.sort_unstable_by(|a, b| (a.is_empty(), a).cmp(&(b.is_empty(), b)));
        names.dedup();
        if names.len() > MAX_NAMES {
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
        let (mut one, mut two) = (Names::default(), Names::default());
        for name in ["b", "", "a", "b"] {
            one.number(name.as_bytes()).unwrap();
        }
        for name in ["B", "a"] {
            two.number(name.as_bytes()).unwrap();
        }
        let merged = Merged::of(&[&one, &two]).unwrap();
        assert_eq!((0..4).map(|at| merged.text(at)).collect::<Vec<_>>(), ["B", "a", "b", ""]);
        assert_eq!(merged.places, [vec![2, 3, 1], vec![0, 1]]);
        assert_eq!(merged.find("b"), Some(2));
        assert_eq!(merged.find("c"), None);
    }

    #[test]
    fn a_million_different_steps_are_refused_and_not_kept() {
        let mut names = Names::default();
        let refused = (0..1_000_000).find(|n| names.number(format!("/page?id={n}").as_bytes()).is_err());
        assert_eq!(refused, Some(MAX_NAMES));
        assert_eq!(names.number(b"/page?id=7"), Ok(7));
    }
}
