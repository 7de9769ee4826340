//! The locks that this process has on the files that it shows.

use std::collections::BTreeMap;
use std::fs::File;
use std::path::PathBuf;
use std::sync::{Mutex, MutexGuard, PoisonError};

/// Each by its path; dropping one lets it go.
#[derive(Debug, Default)]
pub(super) struct HeldFiles {
    held: Mutex<BTreeMap<PathBuf, File>>,
}

impl HeldFiles {
    /// A panic leaves nothing half done behind this: every change is one assignment.
    pub fn locks(&self) -> MutexGuard<'_, BTreeMap<PathBuf, File>> {
        self.held.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
