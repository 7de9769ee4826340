//! Drafts: unsaved work in the state folder, one a document and process, safe from crashes of either.
//!
//! A draft is the map file itself, written by the same safe write, with a journal beside it of what was done since ([`super::journal`])
//! and a note that names the file it came
//! from, and what was in that file then: where it holds something else by now, the draft is of an older version of it.
//! Drafts of builds that did not note it have the times alone to go by. A process holds a lock on each of its drafts, so that another one offers only what nobody works on, and never
//! writes over it.

use super::disk::{Disk, for_owner_alone, make_private, read_limited};
use super::error::StoreError;
use super::files::{load_map, modified_unix_secs, write_draft};
use super::fingerprint::Fingerprint;
use super::journal::{Entry, JOURNAL_BYTES_MAX, Room, replay};
use super::journal_file::JournalFile;
use super::safe_write::private_write;
use super::text::Loaded;
use crate::model::{IdSource, Map, StageId};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use std::fs::{File, TryLockError};
use std::io;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use touchline_words::say;

/// A draft's name among all: random, written as 13 letters and digits.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct DraftId(pub String);

/// Unsaved work that an earlier run left behind.
#[derive(Clone, Debug, PartialEq)]
pub struct Draft {
    pub id: DraftId,
    /// The map's title.
    pub title: String,
    /// The file that it was opened from, if any, and what was in it.
    pub original: Option<Grown>,
    /// When it was written, in seconds since 1970.
    pub written_unix_secs: u64,
}

/// The file that a draft grew from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Grown {
    pub path: PathBuf,
    /// What was in it then; unknown for drafts of older builds.
    pub was: Option<Fingerprint>,
}

/// A draft that was read.
#[derive(Clone, Debug, PartialEq)]
pub struct OpenDraft {
    pub loaded: Loaded,
    pub original: Option<Grown>,
    pub written_unix_secs: u64,
}

impl Grown {
    /// Whether the file holds something else by now. One that is gone has not changed: it can be written again. Where it is
    /// unknown what was in it, one that was written after the draft may have changed. Looks at the disk.
    pub fn has_changed(&self, written_unix_secs: u64) -> bool {
        match self.was {
            Some(was) => Fingerprint::of_file(&self.path).is_some_and(|now| now != was),
            None => modified_unix_secs(&self.path).is_some_and(|secs| secs > written_unix_secs),
        }
    }
}

/// A new draft's name.
pub fn draft_id(ids: &mut IdSource) -> DraftId {
    DraftId(StageId(ids.fresh()).to_string())
}

/// What stands beside a draft.
#[derive(Debug, Default, Serialize, Deserialize)]
#[serde(default)]
struct Note {
    title: String,
    original: Option<PathBuf>,
    was: Option<Fingerprint>,
}

impl Note {
    fn grown(&self) -> Option<Grown> {
        self.original.clone().map(|path| Grown { path, was: self.was })
    }
}

/// As much of the map's title as a list of drafts shows.
const NOTE_TITLE_CHARS_MAX: usize = 500;
/// Notes are small; a larger one is not ours.
const NOTE_BYTES_MAX: usize = 64 * 1024;

/// The folder of drafts, and the locks that this process holds in it.
#[derive(Debug)]
pub(super) struct Drafts {
    disk: Arc<dyn Disk>,
    folder: PathBuf,
    held: Mutex<BTreeMap<DraftId, Held>>,
}

/// A draft of this process.
#[derive(Debug)]
struct Held {
    /// Locked as long as this stands.
    _lock: File,
    /// None until the draft is written by this process, and after something could not be written to it.
    journal: Option<JournalFile>,
}

impl Drafts {
    pub fn new(disk: Arc<dyn Disk>, folder: PathBuf) -> Self {
        Self { disk, folder, held: Mutex::new(BTreeMap::new()) }
    }

    /// Writes a draft; the first time under a name takes the name for this process.
    pub fn write(&self, id: &DraftId, map: &Map, original: Option<&Grown>) -> Result<(), StoreError> {
        make_private(&*self.disk, &self.folder).map_err(|error| not_kept(&self.folder, error))?;
        if !self.hold(id) {
            return Err(StoreError::NotWritten {
                name: self.path(id, "ron").display().to_string(),
                reason: say!(store_draft_in_use).to_owned(),
                advice: say!(store_draft_advice),
            });
        }
        // A path that is no UTF-8 cannot be written down, and a title need not be there to its end.
        let original = original.filter(|grown| grown.path.to_str().is_some());
        let note = Note {
            title: map.meta.title.chars().take(NOTE_TITLE_CHARS_MAX).collect(),
            original: original.map(|grown| grown.path.clone()),
            was: original.and_then(|grown| grown.was),
        };
        let note = ron::to_string(&note).unwrap_or_default();
        private_write(&*self.disk, &self.path(id, "note"), note.as_bytes())?;
        // From here on what stood in the old journal may be of another draft.
        if let Some(held) = self.held().get_mut(id) {
            held.journal = None;
        }
        let of = write_draft(&*self.disk, &self.path(id, "ron"), map)?;
        let path = self.path(id, "journal");
        let journal = JournalFile::begin(&*self.disk, &path, of).map_err(|error| not_kept(&path, error))?;
        if let Some(held) = self.held().get_mut(id) {
            held.journal = Some(journal);
        }
        Ok(())
    }

    /// Notes what was done to a map since its draft was written. The entries have been given to the system when this returns: they
    /// outlast the program, and a power cut once [`Self::sync`] has been called.
    pub fn append(&self, id: &DraftId, entries: &[Entry]) -> Result<Room, StoreError> {
        let mut drafts = self.held();
        let Some(held) = drafts.get_mut(id) else { return Ok(Room::Full) };
        let Some(journal) = &mut held.journal else { return Ok(Room::Full) };
        let appended = journal.append(entries);
        // Behind what is torn or left out nothing can be read.
        if !matches!(appended, Ok(Room::Left)) {
            held.journal = None;
        }
        appended.map_err(|error| not_kept(&self.path(id, "journal"), error))
    }

    /// Waits until every entry is on the disk; of drafts for which that failed, why.
    pub fn sync(&self) -> Vec<(DraftId, StoreError)> {
        let mut failed = Vec::new();
        for (id, held) in self.held().iter_mut() {
            let Some(Err(error)) = held.journal.as_mut().map(JournalFile::sync) else { continue };
            held.journal = None;
            failed.push((id.clone(), not_kept(&self.path(id, "journal"), error)));
        }
        failed
    }

    /// Every draft that no other process holds, the newest first. What a process left half done goes.
    pub fn list(&self) -> Vec<Draft> {
        self.tidy();
        let Ok(entries) = std::fs::read_dir(&self.folder) else { return Vec::new() };
        let mut drafts: Vec<Draft> = entries
            .flatten()
            .filter_map(|entry| {
                let path = entry.path();
                let stem = path.file_stem()?.to_str()?;
                let is_draft = path.extension().is_some_and(|ext| ext == "ron") && stem.parse::<StageId>().is_ok();
                is_draft.then(|| DraftId(stem.to_owned()))
            })
            .filter(|id| self.is_held(id) || self.is_free(id))
            .filter_map(|id| self.described(id))
            .collect();
        drafts.sort_by(|a, b| b.written_unix_secs.cmp(&a.written_unix_secs).then(a.id.cmp(&b.id)));
        drafts
    }

    /// Every draft that nobody works on, and how many somebody works on, this process too.
    pub fn free_and_open(&self) -> (Vec<Draft>, usize) {
        let free: Vec<Draft> = self.list().into_iter().filter(|draft| !self.is_held(&draft.id)).collect();
        let Ok(entries) = std::fs::read_dir(&self.folder) else { return (free, 0) };
        let is_map = |path: &Path| path.extension().is_some_and(|extension| extension == "ron");
        let all = entries.flatten().filter(|entry| is_map(&entry.path())).count();
        let open = all.saturating_sub(free.len());
        (free, open)
    }

    /// Removes what is of no draft and of no process: one was killed while it wrote a draft or took one away.
    fn tidy(&self) {
        let Ok(entries) = std::fs::read_dir(&self.folder) else { return };
        for entry in entries.flatten() {
            let name = entry.file_name();
            let Some((name, is_temporary)) =
                name.to_str().map(|name| (name.trim_start_matches('.'), name.ends_with(".tmp")))
            else {
                continue;
            };
            let Some(id) = name.split('.').next().filter(|id| id.parse::<StageId>().is_ok()) else { continue };
            let id = DraftId(id.to_owned());
            let is_left = is_temporary || !self.path(&id, "ron").exists();
            if is_left && self.is_free(&id) {
                drop(self.disk.remove(&entry.path()));
            }
        }
    }

    /// Reads a draft, which stays free for others.
    pub fn read(&self, id: &DraftId) -> Result<OpenDraft, StoreError> {
        let path = self.path(id, "ron");
        let Loaded { map, unknown } = load_map(&path)?;
        let map = match (Fingerprint::of_file(&path), read_limited(&self.path(id, "journal"), JOURNAL_BYTES_MAX)) {
            (Some(of), Ok(journal)) => replay(map, of, &journal),
            // Without a journal nothing was done since, or an older build wrote the draft.
            (None, _) | (_, Err(_)) => map,
        };
        let written_unix_secs = self.written_unix_secs(id).unwrap_or(0);
        Ok(OpenDraft { loaded: Loaded { map, unknown }, original: self.note(id).grown(), written_unix_secs })
    }

    /// Takes a draft for this process.
    pub fn take(&self, id: &DraftId) -> Result<(), StoreError> {
        let name = || self.path(id, "ron").display().to_string();
        if self.hold(id) { Ok(()) } else { Err(StoreError::InUse { name: name() }) }
    }

    /// Removes a draft; one that another process works on is left alone.
    pub fn discard(&self, id: &DraftId) -> Result<(), StoreError> {
        if !self.is_held(id) && !self.is_free(id) {
            return Ok(());
        }
        let path = self.path(id, "ron");
        let removed = self.disk.remove(&path);
        // Without the map the rest means nothing, whether or not it can be removed; the other way round a power cut would leave
        // a map of which nobody knows where it came from.
        drop(self.disk.sync_folder(&self.folder));
        for rest in ["journal", "note", "lock"] {
            drop(self.disk.remove(&self.path(id, rest)));
        }
        self.held().remove(id);
        match removed {
            Err(error) if error.kind() != std::io::ErrorKind::NotFound => Err(StoreError::NotWritten {
                name: path.display().to_string(),
                reason: error.to_string(),
                advice: say!(store_draft_remains),
            }),
            _ => Ok(()),
        }
    }

    pub(super) fn path(&self, id: &DraftId, extension: &str) -> PathBuf {
        self.folder.join(format!("{}.{extension}", id.0))
    }

    fn note(&self, id: &DraftId) -> Note {
        let bytes = read_limited(&self.path(id, "note"), NOTE_BYTES_MAX).unwrap_or_default();
        ron::de::from_bytes(&bytes).unwrap_or_default()
    }

    fn described(&self, id: DraftId) -> Option<Draft> {
        let note = self.note(&id);
        let written_unix_secs = self.written_unix_secs(&id)?;
        Some(Draft { id, original: note.grown(), title: note.title, written_unix_secs })
    }

    /// When the last of a draft was written.
    fn written_unix_secs(&self, id: &DraftId) -> Option<u64> {
        let whole = modified_unix_secs(&self.path(id, "ron"))?;
        Some(modified_unix_secs(&self.path(id, "journal")).map_or(whole, |since| since.max(whole)))
    }

    /// A panic leaves nothing half done behind this: every change is one assignment.
    fn held(&self) -> MutexGuard<'_, BTreeMap<DraftId, Held>> {
        self.held.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Locks a draft for this process, which lasts as long as it runs; whether it holds the lock.
    fn hold(&self, id: &DraftId) -> bool {
        let mut held = self.held();
        if held.contains_key(id) {
            return true;
        }
        let mut options = File::options();
        let options = for_owner_alone(options.create(true).truncate(false).write(true));
        let Ok(file) = options.open(self.path(id, "lock")) else { return false };
        if is_taken(&file) {
            return false;
        }
        held.insert(id.clone(), Held { _lock: file, journal: None });
        true
    }

    /// Whether this process works on a draft.
    fn is_held(&self, id: &DraftId) -> bool {
        self.held().contains_key(id)
    }

    /// Whether no process works on a draft.
    fn is_free(&self, id: &DraftId) -> bool {
        if self.is_held(id) {
            return false;
        }
        match File::options().write(true).open(self.path(id, "lock")) {
            Ok(file) => !is_taken(&file),
            Err(_) => true,
        }
    }
}

/// Tries to lock a file; whether another process has it. Where files cannot be locked at all, nobody has.
fn is_taken(file: &File) -> bool {
    matches!(file.try_lock(), Err(TryLockError::WouldBlock))
}

fn not_kept(path: &Path, error: io::Error) -> StoreError {
    StoreError::NotWritten {
        name: path.display().to_string(),
        reason: error.to_string(),
        advice: say!(store_draft_advice),
    }
}
