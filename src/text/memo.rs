//! Remembers what was shaped, without growing: two generations, the older dropped when the younger is full.

use std::collections::HashMap;
use std::hash::Hash;

/// Values by a small key and a string. Holds at most twice `GENERATION` entries and twice `GENERATION_BYTES` of strings.
pub(super) struct Memo<K, V> {
    young: HashMap<K, HashMap<Box<str>, V>>,
    old: HashMap<K, HashMap<Box<str>, V>>,
    entries: usize,
    bytes: usize,
}

const GENERATION: usize = 20_000;
const GENERATION_BYTES: usize = 2 << 20;

impl<K: Hash + Eq + Copy, V: Clone> Memo<K, V> {
    pub fn new() -> Self {
        Self { young: HashMap::new(), old: HashMap::new(), entries: 0, bytes: 0 }
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
        if self.entries >= GENERATION || self.bytes >= GENERATION_BYTES {
            self.old = std::mem::take(&mut self.young);
            self.entries = 0;
            self.bytes = 0;
        }
        self.entries += 1;
        self.bytes += text.len();
        self.young.entry(key).or_default().insert(text.into(), value);
    }

    pub fn clear(&mut self) {
        *self = Self::new();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_used_survives_and_the_rest_is_bounded() {
        let mut memo = Memo::new();
        memo.keep(1, "kept", 0);
        for n in 0..3 * GENERATION {
            memo.keep(2, &n.to_string(), n);
            assert_eq!(memo.find(1, "kept"), Some(0), "after {n}");
        }
        let held: usize = memo.young.values().chain(memo.old.values()).map(HashMap::len).sum();
        assert!(held <= 2 * GENERATION, "{held}");
        assert_eq!(memo.find(2, "0"), None);
        memo.clear();
        assert_eq!(memo.find(1, "kept"), None);
    }
}
