//! Order as a place between two others: a string of `a` … `z` that never ends in `a`, compared letter by letter.

use serde::{Deserialize, Deserializer, Serialize, Serializer};
use touchline_words::say;

/// A record's place among its neighbours.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Rank(String);

/// Past this many letters a command gives the whole cell new ranks.
pub const RANK_MAX_LETTERS: usize = 16;
/// More than this is refused when a file is read.
const RANK_READ_MAX_LETTERS: usize = 64;

impl Rank {
    /// A place in the middle of nowhere, for the first record of a list.
    pub fn middle() -> Self {
        Self("n".to_owned())
    }

    /// The text, when it is a rank.
    pub fn parse(text: &str) -> Option<Self> {
        let legal = !text.is_empty()
            && text.len() <= RANK_READ_MAX_LETTERS
            && text.bytes().all(|b| b.is_ascii_lowercase())
            && !text.ends_with('a');
        legal.then(|| Self(text.to_owned()))
    }

    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// A place after `low` and before `high`; `None` is the open end. When the two are not in order, a place after `low`.
    pub fn between(low: Option<&Rank>, high: Option<&Rank>) -> Self {
        let low = low.map_or(&[][..], |rank| rank.0.as_bytes());
        let high = high.map(|rank| rank.0.as_bytes()).filter(|high| *high > low);
        let mut letters = Vec::new();
        let mut high = high;
        let mut place = 0;
        loop {
            // Missing letters count as the one before `a` at the low end and the one after `z` at the open high end.
            let from = low.get(place).map_or(0, |b| b - b'a');
            let to = match high {
                Some(high) => high.get(place).map_or(0, |b| b - b'a'),
                None => 26,
            };
            if to > from + 1 {
                letters.push(b'a' + (from + to) / 2);
                break;
            }
            letters.push(b'a' + from);
            if to == from + 1 {
                high = None;
            }
            place += 1;
        }
        Self(letters.into_iter().map(char::from).collect())
    }

    /// `count` short ranks, evenly spread, in order.
    pub fn spread(count: usize) -> Vec<Self> {
        let mut letters = 1;
        while 26_usize.saturating_pow(letters) < (count + 1).saturating_mul(2) && letters < 12 {
            letters += 1;
        }
        let whole = 26_u128.pow(letters);
        (1..=count as u128)
            .map(|nth| {
                let mut number = nth * whole / (count as u128 + 1);
                let mut text = vec![b'a'; letters as usize];
                for letter in text.iter_mut().rev() {
                    *letter = b'a' + (number % 26) as u8;
                    number /= 26;
                }
                while text.len() > 1 && text.last() == Some(&b'a') {
                    text.pop();
                }
                Self(text.into_iter().map(char::from).collect())
            })
            .collect()
    }
}

impl Serialize for Rank {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&self.0)
    }
}

impl<'de> Deserialize<'de> for Rank {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        Self::parse(&text).ok_or_else(|| {
            serde::de::Error::custom(say!(
                rank_wrong,
                rank = text.chars().take(40).collect::<String>(),
                most = RANK_READ_MAX_LETTERS
            ))
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn spread_is_in_order_and_short() {
        for count in [0, 1, 2, 5, 12, 13, 25, 26, 500, 20_000] {
            let ranks = Rank::spread(count);
            assert_eq!(ranks.len(), count);
            assert!(ranks.windows(2).all(|pair| pair[0] < pair[1]), "{count}");
            assert!(
                ranks.iter().all(|rank| Rank::parse(rank.as_str()).is_some() && rank.as_str().len() <= 4),
                "{count}"
            );
        }
    }

    proptest! {
        #[test]
        fn between_is_between(places in proptest::collection::vec(any::<prop::sample::Index>(), 1..200)) {
            let mut ranks: Vec<Rank> = Vec::new();
            for place in places {
                let at = place.index(ranks.len() + 1);
                let low = at.checked_sub(1).and_then(|i| ranks.get(i)).cloned();
                let rank = Rank::between(low.as_ref(), ranks.get(at));
                prop_assert!(low.is_none_or(|low| low < rank));
                prop_assert!(ranks.get(at).is_none_or(|high| rank < *high));
                prop_assert!(!rank.as_str().ends_with('a'));
                ranks.insert(at, rank);
            }
        }
    }
}
