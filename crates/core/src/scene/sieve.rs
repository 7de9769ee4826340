//! Which of many sets of tags may hold a tag, without a look into each: Bloom's filter with one hash (Bloom, 1970), kept
//! bit by bit over all sets, so that one look tells of sixty-four of them.
//!
//! A record is looked for in every block of a large board, and fifty that are chosen are looked for in each frame.

use super::Tag;

/// Bits of a sieve: more than the tags of a block of cards.
const BITS: usize = 512;
const WORD: usize = u64::BITS as usize;

/// What may be in one set of tags.
#[derive(Debug, Default)]
pub struct Sieve([u64; BITS / WORD]);

impl Sieve {
    pub fn of(tags: impl IntoIterator<Item = Tag>) -> Self {
        let mut sieve = Self::default();
        for bit in tags.into_iter().map(bit_of) {
            sieve.0.iter_mut().skip(bit / WORD).take(1).for_each(|word| *word |= 1 << (bit % WORD));
        }
        sieve
    }
}

/// The bit of a tag, by its number multiplied with the golden ratio: the upper bits are then spread.
fn bit_of(tag: Tag) -> usize {
    (tag.id.wrapping_mul(0x9e37_79b9_7f4a_7c15) >> (u64::BITS - BITS.ilog2())) as usize
}

/// The sieves of many sets: for each bit, the sets in whose sieve it stands.
#[derive(Clone, Debug, Default)]
pub struct Sieves {
    /// Words of each bit.
    words: usize,
    sets: Vec<u64>,
}

impl Sieves {
    /// Of sets that are counted from 0 in their order.
    pub fn of<'a>(sieves: impl ExactSizeIterator<Item = &'a Sieve>) -> Self {
        let words = sieves.len().div_ceil(WORD);
        let mut sets = vec![0; words * BITS];
        for (nth, sieve) in sieves.enumerate() {
            for bit in ones(&sieve.0) {
                if let Some(word) = sets.get_mut(bit * words + nth / WORD) {
                    *word |= 1 << (nth % WORD);
                }
            }
        }
        Self { words, sets }
    }

    /// The sets that may hold a tag, in their order: all that do, and a few that do not.
    pub fn may_hold(&self, tag: Tag) -> impl Iterator<Item = usize> + '_ {
        let first = bit_of(tag) * self.words;
        ones(self.sets.get(first..first + self.words).unwrap_or_default())
    }
}

/// The places of the bits that are set, from the lowest.
fn ones(words: &[u64]) -> impl Iterator<Item = usize> + '_ {
    words.iter().enumerate().flat_map(|(nth, word)| {
        let rest = std::iter::successors(Some(*word), |rest| Some(rest & rest.wrapping_sub(1)));
        rest.take_while(|rest| *rest != 0).map(move |rest| nth * WORD + rest.trailing_zeros() as usize)
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scene::Kind;

    #[test]
    fn a_set_that_holds_a_tag_is_always_named_and_most_others_are_not() {
        let tag = |id: u64| Tag::new(Kind::Touchpoint, id);
        let sieves: Vec<Sieve> = (0..300_u64).map(|set| Sieve::of((0..32).map(|one| tag(set * 32 + one)))).collect();
        let all = Sieves::of(sieves.iter());
        let mut named = 0;
        for id in 0..300 * 32 {
            let sets: Vec<usize> = all.may_hold(tag(id)).collect();
            assert!(sets.contains(&((id / 32) as usize)), "{id}");
            assert!(sets.is_sorted());
            named += sets.len();
        }
        assert!(named < 300 * 32 * 300 / 10, "{named}");
        assert_eq!(Sieves::of([].iter()).may_hold(tag(1)).count(), 0);
    }
}
