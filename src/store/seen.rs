//! Map files as this program last read or wrote them, so that what another program has written since is not replaced
//! unseen.
//!
//! # Limits
//! Files are compared by a 64-bit hash of what is in them; nothing guards the moment between looking and writing.

use super::disk::read_limited;
use super::text::MAP_BYTES_MAX;
use std::collections::BTreeMap;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::path::{Path, PathBuf};

/// What was seen in which file.
#[derive(Debug, Default)]
pub struct SeenFiles {
    hashes: BTreeMap<PathBuf, u64>,
}

impl SeenFiles {
    /// Remembers a file as it is now; one that cannot be read is forgotten.
    pub fn look(&mut self, path: &Path) {
        match hash(path) {
            Some(hash) => self.hashes.insert(path.to_owned(), hash),
            None => self.hashes.remove(path),
        };
    }

    /// Whether a file that was seen holds something else now. One that is gone can be written again.
    pub fn has_changed(&self, path: &Path) -> bool {
        let Some(seen) = self.hashes.get(path) else { return false };
        hash(path).is_some_and(|now| now != *seen)
    }
}

fn hash(path: &Path) -> Option<u64> {
    let bytes = read_limited(path, MAP_BYTES_MAX).ok()?;
    let mut hasher = DefaultHasher::new();
    bytes.hash(&mut hasher);
    Some(hasher.finish())
}
