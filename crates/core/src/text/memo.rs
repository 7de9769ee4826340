//! Remembers what was shaped, as much as the map at hand needs and no more: two generations, the older dropped when the
//! younger is full.

use foldhash::{HashMap, HashMapExt};
use std::hash::Hash;

/// Values by a small key and a string. Holds at most twice `generation` entries and, of each, a hundred bytes of strings
/// on the average.
pub(super) struct Memo<K, V> {
    young: HashMap<K, HashMap<Box<str>, V>>,
    old: HashMap<K, HashMap<Box<str>, V>>,
    entries: usize,
    bytes: usize,
    /// Entries that the younger generation takes.
    generation: usize,
}

/// Entries of a generation where nobody has asked for more.
const GENERATION_LEAST: usize = 20_000;
/// As many are never passed, whatever is asked for.
const GENERATION_MOST: usize = 1_000_000;
/// Bytes of strings that an entry has room for, on the average.
const BYTES_EACH: usize = 100;

impl<K: Hash + Eq + Copy, V: Clone> Memo<K, V> {
    pub fn new() -> Self {
        Self { young: HashMap::new(), old: HashMap::new(), entries: 0, bytes: 0, generation: GENERATION_LEAST }
    }

    /// Makes a generation so large that `entries` are found again when they are all asked for in turn.
    pub fn make_room(&mut self, entries: usize) {
        self.generation = entries.clamp(GENERATION_LEAST, GENERATION_MOST);
    }

    /// What was kept; an entry of the older generation is taken over into the younger.
    pub fn find(&mut self, key: K, text: &str) -> Option<V> {
        if let Some(value) = self.young.get(&key).and_then(|texts| texts.get(text)) {
            return Some(value.clone());
        }
        let value = self.old.get_mut(&key)?.remove(text)?;
        self.keep(key, text, value.clone());
        Some(value)
    }

    pub fn keep(&mut self, key: K, text: &str, value: V) {
        if self.entries >= self.generation || self.bytes >= self.generation * BYTES_EACH {
            self.old = std::mem::take(&mut self.young);
            self.entries = 0;
            self.bytes = 0;
        }
        self.entries += 1;
        self.bytes += text.len();
        self.young.entry(key).or_default().insert(text.into(), value);
    }

    /// Forgets every string that `stays` does not take.
    pub fn retain(&mut self, stays: impl Fn(&str) -> bool) {
        for texts in self.young.values_mut().chain(self.old.values_mut()) {
            texts.retain(|text, _| stays(text));
        }
        self.entries = self.young.values().map(HashMap::len).sum();
        self.bytes = self.young.values().flat_map(HashMap::keys).map(|text| text.len()).sum();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_used_survives_and_the_rest_is_bounded() {
        let mut memo = Memo::new();
        memo.keep(1, "kept", 0);
        for n in 0..3 * GENERATION_LEAST {
            memo.keep(2, &n.to_string(), n);
            assert_eq!(memo.find(1, "kept"), Some(0), "after {n}");
        }
        let held: usize = memo.young.values().chain(memo.old.values()).map(HashMap::len).sum();
        assert!(held <= 2 * GENERATION_LEAST, "{held}");
        assert_eq!(memo.find(2, "0"), None);
        memo.retain(|text| text != "kept");
        assert_eq!(memo.find(1, "kept"), None);
        let last = 3 * GENERATION_LEAST - 1;
        assert_eq!(memo.find(2, &last.to_string()), Some(last));
    }

    #[test]
    fn a_pass_over_all_that_a_large_map_says_finds_everything_the_second_time() {
        let mut memo = Memo::new();
        let texts = 3 * GENERATION_LEAST;
        memo.make_room(texts);
        (0..texts).for_each(|n| memo.keep(1, &n.to_string(), n));
        assert!((0..texts).all(|n| memo.find(1, &n.to_string()) == Some(n)));
        // A smaller map gives the room back.
        memo.make_room(10);
        (0..3 * GENERATION_LEAST).for_each(|n| memo.keep(2, &n.to_string(), n));
        let held: usize = memo.young.values().chain(memo.old.values()).map(HashMap::len).sum();
        assert!(held <= 2 * GENERATION_LEAST, "{held}");
    }
}
