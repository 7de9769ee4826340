//! The locks that this process has on the files that it shows: here, and beside the file.

use super::beside::{Beside, Owner};
use std::collections::BTreeMap;
use std::fs::File;
use std::path::PathBuf;
use std::sync::{Mutex, MutexGuard, OnceLock, PoisonError};

/// Each by its path; dropping one lets it go.
#[derive(Debug, Default)]
pub(super) struct HeldFiles {
    held: Mutex<BTreeMap<PathBuf, File>>,
    beside: Mutex<Option<Beside>>,
    here: OnceLock<Owner>,
}

impl HeldFiles {
    /// A panic leaves nothing half done behind this: every change is one assignment.
    pub fn locks(&self) -> MutexGuard<'_, BTreeMap<PathBuf, File>> {
        self.held.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// The lock beside the file that is shown.
    pub fn beside(&self) -> MutexGuard<'_, Option<Beside>> {
        self.beside.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Who this is, for whoever reads such a lock.
    pub fn here(&self) -> &Owner {
        self.here.get_or_init(Owner::here)
    }
}
