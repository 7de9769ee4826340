//! Record numbers: random, written as 13 characters of Crockford base 32.

use serde::{Deserialize, Deserializer, Serialize, Serializer};
use std::fmt;
use std::hash::{BuildHasher, Hasher, RandomState};
use std::str::FromStr;
use touchline_words::say;

const ALPHABET: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/// A text that is no record number.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct IdError(pub String);

impl fmt::Display for IdError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", say!(ids_wrong, id = self.0))
    }
}

impl std::error::Error for IdError {}

/// Writes a number as 13 characters, the highest bits first.
pub fn to_base32(number: u64) -> String {
    (0..13)
        .rev()
        .map(|place| {
            let digit = (u128::from(number) >> (place * 5)) as usize & 31;
            // The mask keeps the digit below the alphabet's 32 letters.
            char::from(ALPHABET[digit])
        })
        .collect()
}

/// Reads 13 characters, lower case allowed.
///
/// # Errors
/// Any other length, a letter outside the alphabet, or a number past 64 bits.
pub fn from_base32(text: &str) -> Result<u64, IdError> {
    let wrong = || IdError(text.chars().take(40).collect());
    if text.len() != 13 {
        return Err(wrong());
    }
    let mut number: u128 = 0;
    for byte in text.bytes() {
        let digit = ALPHABET.iter().position(|letter| *letter == byte.to_ascii_uppercase()).ok_or_else(wrong)?;
        number = number << 5 | digit as u128;
    }
    u64::try_from(number).map_err(|_| wrong())
}

macro_rules! id {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(pub u64);

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(&to_base32(self.0))
            }
        }

        impl fmt::Debug for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                write!(f, "{}({})", stringify!($name), to_base32(self.0))
            }
        }

        impl FromStr for $name {
            type Err = IdError;

            fn from_str(text: &str) -> Result<Self, IdError> {
                from_base32(text).map(Self)
            }
        }

        impl Serialize for $name {
            fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.collect_str(self)
            }
        }

        impl<'de> Deserialize<'de> for $name {
            fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                let text = std::borrow::Cow::<'de, str>::deserialize(deserializer)?;
                text.parse().map_err(serde::de::Error::custom)
            }
        }
    };
}

macro_rules! ids {
    ($($kind:ident, $id:ident, $table:ident, $name:tt, $text:ident, [$($spot:ident),*];)*) => {
        $(id! {
            #[doc = concat!("The number of a [`", stringify!($kind), "`](super::", stringify!($kind), ").")]
            $id
        })*
    };
}

super::kinds::records!(ids);

id! {
    /// The number of a map: its own wherever its file goes and whatever that is called.
    MapId
}

impl MapId {
    /// The number of a map that has none yet, made of those of its lanes and stages: so every copy of an old file comes to the same.
    pub fn of(records: impl IntoIterator<Item = u64>) -> Self {
        // FNV-1a (Fowler, Noll, Vo, 1991), over numbers in the place of bytes.
        let mix = |hash: u64, number: u64| (hash ^ number).wrapping_mul(0x0000_0100_0000_01b3);
        Self(records.into_iter().fold(0xcbf2_9ce4_8422_2325, mix))
    }
}

/// Gives new record numbers: random in the program, repeatable in tests.
#[derive(Clone, Debug)]
pub struct IdSource {
    state: u64,
}

impl IdSource {
    /// Starts from the operating system's randomness.
    pub fn random() -> Self {
        Self { state: RandomState::new().build_hasher().finish() }
    }

    /// Gives the same numbers for the same seed.
    pub fn seeded(seed: u64) -> Self {
        Self { state: seed }
    }

    /// A number that was not given before (SplitMix64: a bijection of a counter, so no number comes twice).
    pub fn fresh(&mut self) -> u64 {
        self.state = self.state.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut z = self.state;
        z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        z ^ (z >> 31)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_survive_their_text() {
        let mut ids = IdSource::seeded(7);
        for number in [0, 1, u64::MAX, ids.fresh(), ids.fresh()] {
            let text = StageId(number).to_string();
            assert_eq!(text.len(), 13);
            assert_eq!(text.parse::<StageId>(), Ok(StageId(number)));
            assert_eq!(text.to_lowercase().parse::<StageId>(), Ok(StageId(number)));
        }
    }

    #[test]
    fn what_is_no_id_is_refused() {
        for text in ["", "123", "ZZZZZZZZZZZZZ", "0000000000I00", "00000000000000", "ÄÄÄÄÄÄa"] {
            assert!(text.parse::<StageId>().is_err(), "{text}");
        }
    }
}
