//! The file of a journal that this process writes.

use super::disk::{Disk, DiskFile, Readers, containing};
use super::fingerprint::Fingerprint;
use super::journal::{Entry, Head, Room};
use super::safe_write::{Durable, put};
use crate::model::IdSource;
use std::io;
use std::path::Path;

/// With more entries, or bytes, a draft is written whole, so that it is read again in the time of a blink.
const ENTRIES_MAX: u64 = 2_000;
const BYTES_MAX: usize = 5 * 1024 * 1024;

/// A journal with room for more.
#[derive(Debug)]
pub(super) struct JournalFile {
    file: Box<dyn DiskFile>,
    head: Head,
    /// The number of the next entry.
    next: u64,
    bytes: usize,
    /// Something was written that may not be on the disk yet.
    is_ahead: bool,
}

impl JournalFile {
    /// Puts an empty journal of a draft in the place of whatever was there. Its head is on the disk with its first entry, without
    /// which it says nothing.
    pub fn begin(disk: &dyn Disk, path: &Path, of: Fingerprint) -> io::Result<Self> {
        let head = Head { salt: IdSource::random().fresh(), of };
        let file = put(disk, path, &head.bytes(), Readers::OwnerAlone, Durable::WithWhatFollows)?;
        disk.sync_folder(containing(path))?;
        Ok(Self { file, head, next: 0, bytes: 0, is_ahead: false })
    }

    /// Gives entries to the system, in one piece. After an error what follows could not be read.
    pub fn append(&mut self, entries: &[Entry]) -> io::Result<Room> {
        let mut bytes = Vec::new();
        for entry in entries {
            let Some(entry) = self.head.entry(self.next, entry) else { return Ok(Room::Full) };
            bytes.extend(entry);
            self.next += 1;
        }
        self.file.write(&bytes)?;
        self.bytes += bytes.len();
        self.is_ahead = true;
        Ok(if self.next < ENTRIES_MAX && self.bytes < BYTES_MAX { Room::Left } else { Room::Full })
    }

    /// Waits until all of it is on the disk.
    pub fn sync(&mut self) -> io::Result<()> {
        if std::mem::take(&mut self.is_ahead) { self.file.sync() } else { Ok(()) }
    }
}
