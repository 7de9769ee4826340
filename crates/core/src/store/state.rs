//! The state folder: settings, recent files and drafts between two starts. Nothing of a map's content is in it but in
//! drafts and in what was copied last, and no row of a log.

use super::disk::{Disk, RealDisk, make_private, read_limited};
use super::drafts::{Draft, DraftId, Drafts, Grown, OpenDraft};
use super::error::StoreError;
use super::journal::{Entry, Room};
use super::locks::HeldFiles;
use super::recents::{Recents, RecentsChange};
use super::safe_write::private_write;
use super::settings::Settings;
use super::temporary::tidy;
use crate::model::Map;
use serde::Serialize;
use std::ffi::OsString;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use touchline_words::say;

/// Where the state lies instead, when this variable names a folder.
pub const STATE_VARIABLE: &str = "TOUCHLINE_STATE";
const RECENTS_FILE: &str = "recents.ron";
const SETTINGS_FILE: &str = "settings.ron";
/// Files of the state that are larger are not ours.
const SMALL_FILE_BYTES_MAX: usize = 256 * 1024;

/// The folder. Made when something is first written.
#[derive(Debug)]
pub struct StateFolder {
    disk: Arc<dyn Disk>,
    folder: PathBuf,
    drafts: Drafts,
    pub(super) held_files: HeldFiles,
}

impl StateFolder {
    /// The folder of `TOUCHLINE_STATE` (its value is `named`), else the system's own place for state
    /// (`~/.local/state/touchline` on Linux); without a home, a folder beside the program's working folder is not made
    /// up: `None`.
    pub fn of_user(named: Option<OsString>) -> Option<Self> {
        if let Some(folder) = named.filter(|folder| !folder.is_empty()) {
            return Some(Self::at(PathBuf::from(folder)));
        }
        use etcetera::BaseStrategy;
        let strategy = etcetera::choose_base_strategy().ok()?;
        let folder = strategy.state_dir().unwrap_or_else(|| strategy.data_dir());
        Some(Self::at(folder.join("touchline")))
    }

    /// A folder by its path.
    pub fn at(folder: PathBuf) -> Self {
        Self::on(Arc::new(RealDisk), folder)
    }

    /// A folder on a disk.
    pub fn on(disk: Arc<dyn Disk>, folder: PathBuf) -> Self {
        Self {
            drafts: Drafts::new(Arc::clone(&disk), folder.join("drafts")),
            held_files: HeldFiles::default(),
            disk,
            folder,
        }
    }

    /// Removes what a writer of a map file left beside it that was killed.
    pub fn tidy_beside(&self, map_file: &Path) {
        tidy(&*self.disk, map_file);
    }

    /// The disk on which all is written.
    pub fn disk(&self) -> &dyn Disk {
        &*self.disk
    }

    /// The same, for what outlives a call.
    pub(super) fn shared_disk(&self) -> &Arc<dyn Disk> {
        &self.disk
    }

    /// The same folder, for another part of the program.
    pub fn again(&self) -> Self {
        Self::on(Arc::clone(&self.disk), self.folder.clone())
    }

    /// Where the settings are kept.
    pub fn settings_file(&self) -> PathBuf {
        self.folder.join(SETTINGS_FILE)
    }

    /// The settings as they were left; by default when there are none or they cannot be read.
    pub fn settings(&self) -> Settings {
        Settings::read(&self.small_file(SETTINGS_FILE))
    }

    /// The recent files; none when the list cannot be read.
    pub fn recents(&self) -> Recents {
        Recents::read(&self.small_file(RECENTS_FILE))
    }

    /// Unsaved work that no other process works on, the newest first.
    pub fn drafts(&self) -> Vec<Draft> {
        self.drafts.list()
    }

    /// # Errors
    /// When the file cannot be written.
    pub fn write_settings(&self, settings: &Settings) -> Result<(), StoreError> {
        self.write_small_file(SETTINGS_FILE, settings)
    }

    /// # Errors
    /// When the file cannot be written.
    pub fn write_recents(&self, recents: &Recents) -> Result<(), StoreError> {
        self.write_small_file(RECENTS_FILE, recents)
    }

    /// Changes the list of recent files as it is on the disk by now: another window may have added to it; what it then holds.
    ///
    /// # Errors
    /// When the file cannot be written.
    pub fn change_recents(&self, change: &RecentsChange) -> Result<Recents, StoreError> {
        let _turn = self.turn(&self.file(RECENTS_FILE));
        let mut recents = self.recents();
        recents.change(change);
        self.write_recents(&recents)?;
        Ok(recents)
    }

    /// Unsaved work that nobody works on, and how much somebody works on.
    pub(super) fn drafts_free_and_open(&self) -> (Vec<Draft>, usize) {
        self.drafts.free_and_open()
    }

    pub(super) fn draft_file(&self, id: &DraftId, extension: &str) -> PathBuf {
        self.drafts.path(id, extension)
    }

    /// Writes a draft; another process's is never written over.
    ///
    /// # Errors
    /// When it belongs to another process or cannot be written.
    pub fn write_draft(&self, id: &DraftId, map: &Map, original: Option<&Grown>) -> Result<(), StoreError> {
        self.make()?;
        self.drafts.write(id, map, original)
    }

    /// Notes what was done to a map since its draft was written; it outlasts the program when this returns, and a power cut after
    /// [`Self::sync_journals`].
    ///
    /// # Errors
    /// When it cannot be written.
    pub fn append_journal(&self, id: &DraftId, entries: &[Entry]) -> Result<Room, StoreError> {
        self.drafts.append(id, entries)
    }

    /// Waits until all that was noted is on the disk; of drafts for which that failed, why.
    pub fn sync_journals(&self) -> Vec<(DraftId, StoreError)> {
        self.drafts.sync()
    }

    /// Reads a draft with the file that it came from; it stays free for others.
    ///
    /// # Errors
    /// When it cannot be read.
    pub fn read_draft(&self, id: &DraftId) -> Result<OpenDraft, StoreError> {
        self.drafts.read(id)
    }

    /// Takes a draft for this process, to work on it.
    ///
    /// # Errors
    /// When another process has it.
    pub fn take_draft(&self, id: &DraftId) -> Result<(), StoreError> {
        self.drafts.take(id)
    }

    /// # Errors
    /// When it cannot be removed.
    pub fn discard_draft(&self, id: &DraftId) -> Result<(), StoreError> {
        self.drafts.discard(id)
    }

    fn small_file(&self, name: &str) -> String {
        let bytes = read_limited(&self.folder.join(name), SMALL_FILE_BYTES_MAX).unwrap_or_default();
        String::from_utf8(bytes).unwrap_or_default()
    }

    fn write_small_file(&self, name: &str, value: &impl Serialize) -> Result<(), StoreError> {
        self.make()?;
        let style = ron::ser::PrettyConfig::new().new_line("\n").indentor("  ");
        let text = ron::ser::to_string_pretty(value, style).unwrap_or_default();
        private_write(&*self.disk, &self.folder.join(name), text.as_bytes())
    }

    /// A small file of the folder.
    pub(super) fn file(&self, name: &str) -> PathBuf {
        self.folder.join(name)
    }

    /// Makes the folder, for its owner alone.
    pub(super) fn make(&self) -> Result<(), StoreError> {
        make_private(&*self.disk, &self.folder).map_err(|error| StoreError::NotWritten {
            name: self.folder.display().to_string(),
            reason: error.to_string(),
            advice: say!(store_state_advice),
        })
    }
}
