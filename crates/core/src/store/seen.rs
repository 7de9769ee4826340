//! Map files as this program last read or wrote them, so that what another program has written since is not replaced
//! unseen.
//!
//! # Limits
//! Files are compared by their [`Fingerprint`]; nothing guards the moment between looking and writing.

use super::fingerprint::Fingerprint;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, MutexGuard, PoisonError};

/// What was seen in which file. Those who write side by side know the same.
#[derive(Debug, Default)]
pub struct SeenFiles {
    files: Mutex<BTreeMap<PathBuf, Fingerprint>>,
}

impl SeenFiles {
    /// Remembers a file as it is now; one that cannot be read is forgotten.
    pub fn look(&self, path: &Path) {
        match Fingerprint::of_file(path) {
            Some(found) => self.remember(path, found),
            None => drop(self.files().remove(path)),
        }
    }

    /// Remembers a file as it was at another time, such as when a draft grew from it.
    pub fn remember(&self, path: &Path, was: Fingerprint) {
        self.files().insert(path.to_owned(), was);
    }

    /// What was seen in a file.
    pub fn known(&self, path: &Path) -> Option<Fingerprint> {
        self.files().get(path).copied()
    }

    /// Whether a file that was seen holds something else now. One that is gone can be written again.
    pub fn has_changed(&self, path: &Path) -> bool {
        let Some(seen) = self.known(path) else { return false };
        Fingerprint::of_file(path).is_some_and(|now| now != seen)
    }

    /// A panic leaves nothing half done behind this: every change is one assignment.
    fn files(&self) -> MutexGuard<'_, BTreeMap<PathBuf, Fingerprint>> {
        self.files.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
