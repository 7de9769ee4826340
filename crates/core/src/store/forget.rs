//! What is kept so that nothing is lost, and how a person deletes it: unsaved work, versions, the list of recent files, reports,
//! and what was copied last. Of one map, or of all.
//!
//! Promise: unsaved work that a window has open stays, and is counted. Files that a person named are not touched.
//!
//! # Limits
//! Copies elsewhere, what a folder that is synchronised has kept, and the old blocks of a disk cannot be reached.

use super::drafts::{Draft, DraftId};
use super::error::StoreError;
use super::reads::is_same_file;
use super::recents::{Recents, RecentsChange};
use super::state::StateFolder;
use super::versions::VersionId;
use crate::model::MapId;
use std::path::{Path, PathBuf};

/// What is kept beside the files that a person named.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Recovery {
    /// Unsaved work that no window has open.
    pub drafts: Vec<DraftId>,
    /// Unsaved work that a window has open; it stays.
    pub open: usize,
    pub versions: Vec<VersionId>,
    /// Files in the list of recent ones.
    pub recents: Vec<PathBuf>,
    /// Reports of where the program failed, and what was copied last: of no one map.
    pub others: Vec<PathBuf>,
    pub bytes: u64,
}

/// Of which map something is kept, by its number and its file; of all of them where it is none.
pub type KeptOf = Option<(Option<MapId>, PathBuf)>;

impl Recovery {
    /// Whether there is nothing to delete.
    pub fn is_empty(&self) -> bool {
        let Self { drafts, open: _, versions, recents, others, bytes: _ } = self;
        drafts.is_empty() && versions.is_empty() && recents.is_empty() && others.is_empty()
    }
}

impl StateFolder {
    /// What is kept of a map that stands in a file, or of all of them. One that was never saved by this build has no number, and so no
    /// versions: it is known by its file.
    pub fn recovery(&self, of: Option<(Option<MapId>, &Path)>) -> Recovery {
        let (free, open) = self.drafts_free_and_open();
        let drafts: Vec<DraftId> =
            free.into_iter().filter(|draft| self.is_of(draft, of)).map(|draft| draft.id).collect();
        let maps = of.map_or_else(|| self.maps_with_versions(), |(map, _)| map.into_iter().collect());
        let kept = maps.into_iter().flat_map(|map| self.versions(map));
        let (versions, sizes): (Vec<VersionId>, Vec<u64>) = kept.map(|version| (version.id, version.bytes)).unzip();
        let is_of = |path: &PathBuf| of.is_none_or(|(_, file)| is_of_file(path, file));
        let recents = self.recents().in_order().into_iter().filter(is_of).collect();
        let others: Vec<PathBuf> = if of.is_some() { Vec::new() } else { self.of_no_map() };
        let size = |path: PathBuf| std::fs::metadata(path).map_or(0, |found| found.len());
        let of_drafts = drafts.iter().flat_map(|id| ["ron", "journal", "note"].map(|part| self.draft_file(id, part)));
        let bytes = sizes.into_iter().chain(of_drafts.map(size)).chain(others.iter().cloned().map(size)).sum();
        Recovery { drafts, open, versions, recents, others, bytes }
    }

    /// Deletes it; what cannot be deleted is tried to its end, and the first of it told.
    ///
    /// # Errors
    /// When something remains.
    pub fn forget(&self, recovery: &Recovery) -> Result<(), StoreError> {
        let mut remains = None;
        for draft in &recovery.drafts {
            // One that a window has taken meanwhile is left alone.
            remains = remains.or(self.discard_draft(draft).err());
        }
        recovery.versions.iter().for_each(|version| self.let_go(version));
        recovery.versions.iter().for_each(|version| self.remove_if_empty(version.map));
        let left = recovery.versions.iter().find(|version| self.has_version(version));
        let left = left.map(|version| self.versions_folder(version.map));
        let whole = self.recents().in_order().iter().all(|path| recovery.recents.contains(path));
        if whole && !recovery.recents.is_empty() {
            remains = remains.or(self.write_recents(&Recents::default()).err());
        } else {
            for path in &recovery.recents {
                remains = remains.or(self.change_recents(&RecentsChange::Forget(path.clone())).err());
            }
        }
        let failed = recovery.others.iter().find(|path| self.disk().remove(path).is_err() && path.exists()).cloned();
        match (remains, left.or(failed)) {
            (Some(error), _) => Err(error),
            (None, Some(path)) => Err(StoreError::NotWritten {
                name: path.display().to_string(),
                reason: touchline_words::say!(store_not_deleted).to_owned(),
                advice: touchline_words::say!(store_state_advice),
            }),
            (None, None) => Ok(()),
        }
    }

    /// Whether a draft is of the map, by its number or by the file that it grew from; of any where none is asked for.
    fn is_of(&self, draft: &Draft, of: Option<(Option<MapId>, &Path)>) -> bool {
        let Some((map, file)) = of else { return true };
        let is_from = draft.original.as_ref().is_some_and(|grown| is_of_file(&grown.path, file));
        is_from || map.is_some() && self.read_draft(&draft.id).is_ok_and(|read| read.loaded.map.meta.id == map)
    }

    /// Reports, and what was copied last.
    fn of_no_map(&self) -> Vec<PathBuf> {
        let copied = Some(self.copied_file()).filter(|path| path.exists());
        self.reports().into_iter().chain(copied).collect()
    }
}

/// Whether a path that was remembered means a file, by whatever name that is asked for.
fn is_of_file(kept: &Path, file: &Path) -> bool {
    kept == file || is_same_file(kept, file)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::edit::{add_stage, empty_map};
    use crate::model::{IdSource, Map};
    use crate::store::{Grown, draft_id};

    struct Kept {
        _folder: tempfile::TempDir,
        path: PathBuf,
        state: StateFolder,
        maps: [Map; 2],
    }

    /// A folder with two maps of which everything is kept.
    fn begun() -> Kept {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("state");
        let state = StateFolder::at(path.clone());
        let mut ids = IdSource::seeded(3);
        let maps = [0, 1].map(|_| {
            let map = empty_map(&mut ids).numbered();
            let (edit, _) = add_stage(&map, "Awareness", None, &mut ids);
            map.after(&edit).unwrap().as_another(MapId(ids.fresh()))
        });
        for (nth, map) in maps.iter().enumerate() {
            let file = folder.path().join(format!("{nth}.ron"));
            let other = StateFolder::at(path.clone());
            other.write_draft(&draft_id(&mut ids), map, None).unwrap();
            state.keep_version(map, Some(&file), "").unwrap();
            state.change_recents(&RecentsChange::Add(file)).unwrap();
        }
        state.keep_report("it failed").unwrap();
        Kept { _folder: folder, path, state, maps }
    }

    fn left(folder: &Path, found: &mut Vec<String>) {
        for entry in std::fs::read_dir(folder).unwrap().flatten() {
            let path = entry.path();
            if path.is_dir() {
                left(&path, found);
            } else {
                found.push(path.file_name().unwrap().to_string_lossy().into_owned());
            }
        }
    }

    #[test]
    fn all_that_is_kept_is_counted_and_nothing_of_it_is_there_afterwards() {
        let Kept { path, state, .. } = &begun();
        let all = state.recovery(None);
        assert_eq!((all.drafts.len(), all.versions.len(), all.recents.len(), all.others.len()), (2, 2, 2, 1));
        assert!(all.bytes > 500 && all.open == 0, "{all:?}");
        state.forget(&all).unwrap();
        assert!(state.recovery(None).is_empty());
        let mut files = Vec::new();
        left(path, &mut files);
        files.retain(|name| !name.ends_with(".turn"));
        assert_eq!(files, ["recents.ron"]);
        assert_eq!(state.recents(), Recents::default());
    }

    #[test]
    fn of_one_map_only_that_goes_and_what_a_window_has_open_stays() {
        let Kept { _folder, state, maps, path } = &begun();
        let file = _folder.path().join("0.ron");
        let of = state.recovery(Some((maps[0].meta.id, file.as_path())));
        assert_eq!((of.drafts.len(), of.versions.len(), of.recents.len(), of.others.len()), (1, 1, 1, 0));
        let window = StateFolder::at(path.clone());
        window.take_draft(&of.drafts[0]).unwrap();
        assert_eq!((state.recovery(None).drafts.len(), state.recovery(None).open), (1, 1));
        state.forget(&of).unwrap();
        let after = state.recovery(None);
        assert_eq!((after.drafts.len(), after.open, after.versions.len(), after.recents.len()), (1, 1, 1, 1));
    }

    #[test]
    fn of_a_map_without_a_number_what_grew_from_its_file_is_found_by_any_name_of_the_file() {
        let Kept { _folder, state, maps, path } = &begun();
        let (file, other) = (_folder.path().join("old.ron"), _folder.path().join("other.ron"));
        std::fs::write(&file, "x").unwrap();
        std::fs::write(&other, "y").unwrap();
        let mut old = maps[0].clone();
        old.meta.id = None;
        let window = StateFolder::at(path.clone());
        let grown = Grown { path: file.clone(), was: None };
        window.write_draft(&draft_id(&mut IdSource::seeded(9)), &old, Some(&grown)).unwrap();
        state.change_recents(&RecentsChange::Add(file)).unwrap();
        drop(window);
        let by_another_name = _folder.path().join("state").join("..").join("old.ron");
        let of = state.recovery(Some((None, by_another_name.as_path())));
        assert_eq!((of.drafts.len(), of.versions.len(), of.recents.len()), (1, 0, 1));
        assert!(state.recovery(Some((None, other.as_path()))).is_empty(), "nothing of other maps without a number");
    }
}
