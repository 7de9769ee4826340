//! What is in a file, as a number short enough to be kept: equal numbers, equal files.
//!
//! It stands in the note beside a draft, so it has to be the same in every build and on every machine.
//!
//! # Limits
//! Two files of one length have the same number by chance once in 2⁶⁴; nothing guards against one that is made so.

use super::disk::read_limited;
use super::text::MAP_BYTES_MAX;
use serde::{Deserialize, Serialize};
use std::path::Path;

/// A file's length and the 64-bit FNV-1a hash of its bytes (Fowler, Noll, Vo, 1991).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Fingerprint {
    bytes: u64,
    hash: u64,
}

impl Fingerprint {
    pub fn of(bytes: &[u8]) -> Self {
        const START: u64 = 0xcbf2_9ce4_8422_2325;
        const PRIME: u64 = 0x0000_0100_0000_01b3;
        let hash = bytes.iter().fold(START, |hash, byte| (hash ^ u64::from(*byte)).wrapping_mul(PRIME));
        Self { bytes: bytes.len() as u64, hash }
    }

    /// Its length and its hash, as [`Self::from_parts`] takes them.
    pub(super) const fn parts(self) -> (u64, u64) {
        (self.bytes, self.hash)
    }

    pub(super) const fn from_parts(bytes: u64, hash: u64) -> Self {
        Self { bytes, hash }
    }

    /// Of a file as it is now; `None` for one that cannot be read or is larger than any map.
    pub fn of_file(path: &Path) -> Option<Self> {
        read_limited(path, MAP_BYTES_MAX).ok().map(|bytes| Self::of(&bytes))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The published values of FNV-1a for these texts.
    #[test]
    fn the_number_is_the_same_in_every_build() {
        for (text, hash) in
            [("", 0xcbf2_9ce4_8422_2325), ("a", 0xaf63_dc4c_8601_ec8c), ("foobar", 0x8594_4171_f739_67e8)]
        {
            assert_eq!(Fingerprint::of(text.as_bytes()), Fingerprint { bytes: text.len() as u64, hash }, "{text}");
        }
    }
}
