//! The files that were opened or saved last, newest first. Paths only: nothing of what is in them.

use serde::{Deserialize, Serialize};
use std::path::{Path, PathBuf};

/// How many are kept.
pub const RECENTS_MAX: usize = 20;

/// The list.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Recents {
    files: Vec<PathBuf>,
    /// Those that stay at the top, in the order in which they were pinned.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pinned: Vec<PathBuf>,
}

/// What is done to the list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum RecentsChange {
    /// A file was opened or saved.
    Add(PathBuf),
    /// It stays at the top, or goes down again.
    Pin(PathBuf, bool),
    Forget(PathBuf),
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
        recents.pinned.truncate(RECENTS_MAX);
        recents
    }

    /// The paths as they were used, newest first.
    pub fn paths(&self) -> &[PathBuf] {
        &self.files
    }

    /// Every path: first those that are pinned, then the others, newest first.
    pub fn in_order(&self) -> Vec<PathBuf> {
        self.pinned.iter().chain(self.files.iter().filter(|path| !self.is_pinned(path))).cloned().collect()
    }

    pub fn is_pinned(&self, path: &Path) -> bool {
        self.pinned.iter().any(|pinned| pinned == path)
    }

    /// Keeps a file at the top, or lets it go down again.
    pub fn pin(&mut self, path: &Path, is_pinned: bool) {
        self.pinned.retain(|other| other != path);
        if is_pinned && path.to_str().is_some() && self.pinned.len() < RECENTS_MAX {
            self.pinned.push(path.to_owned());
        }
    }

    pub fn change(&mut self, change: &RecentsChange) {
        match change {
            RecentsChange::Add(path) => self.add(path),
            RecentsChange::Pin(path, is_pinned) => self.pin(path, *is_pinned),
            RecentsChange::Forget(path) => self.remove(path),
        }
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
        self.pinned.retain(|other| other != path);
        self.files.retain(|other| other != path);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store::StateFolder;

    #[test]
    fn two_windows_keep_one_list() {
        let folder = tempfile::tempdir().unwrap();
        let [one, other] = [0, 1].map(|_| StateFolder::at(folder.path().join("state")));
        let path = |name: &str| PathBuf::from(format!("/maps/{name}.ron"));
        one.change_recents(&RecentsChange::Add(path("a"))).unwrap();
        other.change_recents(&RecentsChange::Add(path("b"))).unwrap();
        other.change_recents(&RecentsChange::Pin(path("a"), true)).unwrap();
        let list = one.change_recents(&RecentsChange::Add(path("c"))).unwrap();
        assert_eq!(list.in_order(), [path("a"), path("c"), path("b")]);
        assert_eq!(one.change_recents(&RecentsChange::Forget(path("b"))).unwrap(), other.recents());
    }

    #[test]
    fn what_is_pinned_stays_at_the_top_whatever_is_opened_and_is_written_down() {
        let mut recents = Recents::default();
        let path = |nth: usize| PathBuf::from(format!("/maps/{nth}.ron"));
        recents.add(&path(0));
        recents.pin(&path(0), true);
        (1..RECENTS_MAX + 5).for_each(|nth| recents.add(&path(nth)));
        assert_eq!(recents.in_order()[..2], [path(0), path(RECENTS_MAX + 4)]);
        let again = Recents::read(&ron::to_string(&recents).unwrap());
        assert_eq!(again, recents);
        recents.pin(&path(0), false);
        assert!(!recents.in_order().contains(&path(0)), "it was used too long ago");
        recents.pin(&path(9), true);
        recents.remove(&path(9));
        assert!(!recents.in_order().contains(&path(9)));
        assert!(Recents::read("(files: [\"/maps/1.ron\"])").in_order() == [path(1)], "a list without pins is read");
    }
}
