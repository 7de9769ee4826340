//! The files that were opened or saved last, newest first. Paths only: nothing of what is in them.

use serde::{Deserialize, Serialize};
use std::path::{Path, PathBuf};

/// How many are kept.
pub const RECENTS_MAX: usize = 20;

/// The list.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Recents {
    files: Vec<PathBuf>,
}

/// One file of the list.
#[derive(Clone, Debug, PartialEq)]
pub struct Recent {
    pub path: PathBuf,
    /// It is no longer there.
    pub missing: bool,
}

impl Recents {
    /// Reads the text of a list; what cannot be read is an empty list.
    pub(super) fn read(text: &str) -> Self {
        let mut recents: Self = ron::from_str(text).unwrap_or_default();
        recents.files.truncate(RECENTS_MAX);
        recents
    }

    /// The paths, newest first.
    pub fn paths(&self) -> &[PathBuf] {
        &self.files
    }

    /// Every file with whether it is still there. Looks at the disk: not for every frame.
    pub fn looked_up(&self) -> Vec<Recent> {
        self.files.iter().map(|path| Recent { path: path.clone(), missing: !path.is_file() }).collect()
    }

    /// Puts a file in front; one whose name is no UTF-8 cannot be written down and is left out.
    pub fn add(&mut self, path: &Path) {
        if path.to_str().is_none() {
            return;
        }
        self.files.retain(|other| other != path);
        self.files.insert(0, path.to_owned());
        self.files.truncate(RECENTS_MAX);
    }

    /// Takes a file off the list.
    pub fn remove(&mut self, path: &Path) {
        self.files.retain(|other| other != path);
    }
}
