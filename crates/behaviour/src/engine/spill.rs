//! Where events go that the memory has no room for: a file without a name that nobody else can open.
//!
//! The file has no name ([`crate::nameless`]). An event in it is a time and three numbers of this run, for its
//! customer, its name and its segment; no id and no name of the log is ever in it. Where the customer's number comes from the id
//! it is scrambled with a secret of this run ([`super::codes`]).
//!
//! # Limits
//! The limit is on events alone: customers (about 45 bytes each, where their ids have no codes), the last block of each partition and thread, and the
//! times between stages stay in memory whatever it is.

use std::fs::File;
use std::io::{Error, ErrorKind, Read, Seek, SeekFrom, Write};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Mutex, PoisonError};

use super::event::{PARCEL_BYTES, Parcel};
use crate::nameless::nameless;

/// How much memory the events of a run take, and the file for those over the limit.
#[derive(Debug)]
pub struct Spill {
    limit: u64,
    in_memory: AtomicU64,
    folder: PathBuf,
    file: Mutex<Option<File>>,
}

/// Events in the file.
#[derive(Clone, Copy, Debug)]
pub struct Stored {
    /// Bytes from the file's start.
    at: u64,
    pub events: usize,
}

impl Spill {
    /// Events up to `limit` bytes stay in memory.
    pub fn new(limit: u64, folder: PathBuf) -> Spill {
        Spill { limit, in_memory: AtomicU64::new(0), folder, file: Mutex::default() }
    }

    /// Counts events that memory was taken for; whether that is too much by now.
    pub fn took(&self, events: usize) -> bool {
        let bytes = (events * PARCEL_BYTES) as u64;
        self.in_memory.fetch_add(bytes, Ordering::Relaxed) + bytes > self.limit
    }

    /// Counts events whose memory was given back.
    pub fn gave_back(&self, events: usize) {
        self.in_memory.fetch_sub((events * PARCEL_BYTES) as u64, Ordering::Relaxed);
    }

    /// Puts events into the file.
    pub fn store(&self, events: &[Parcel]) -> Result<Stored, Error> {
        let mut bytes = Vec::with_capacity(events.len() * PARCEL_BYTES);
        events.iter().for_each(|event| bytes.extend_from_slice(&event.to_bytes()));
        let mut file = self.file.lock().unwrap_or_else(PoisonError::into_inner);
        let file = match &mut *file {
            Some(file) => file,
            none => none.insert(nameless(&self.folder)?),
        };
        let at = file.seek(SeekFrom::End(0))?;
        file.write_all(&bytes)?;
        Ok(Stored { at, events: events.len() })
    }

    /// Reads events back.
    pub fn load(&self, stored: Stored) -> Result<Vec<Parcel>, Error> {
        let mut bytes = vec![0; stored.events * PARCEL_BYTES];
        {
            let mut file = self.file.lock().unwrap_or_else(PoisonError::into_inner);
            let file = file.as_mut().ok_or(ErrorKind::NotFound)?;
            file.seek(SeekFrom::Start(stored.at))?;
            file.read_exact(&mut bytes)?;
        }
        let (events, _) = bytes.as_chunks::<PARCEL_BYTES>();
        Ok(events.iter().map(Parcel::from_bytes).collect())
    }

    /// The folder of the file.
    pub fn folder(&self) -> &Path {
        &self.folder
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::engine::event::Event;

    #[test]
    fn events_come_back_as_they_were_and_no_name_is_left() {
        let folder = tempfile::tempdir().unwrap();
        let spill = Spill::new(0, folder.path().to_owned());
        let event = |n: u16| {
            Parcel::numbered(Event { time: i64::from(n) - 7, customer: u32::MAX - u32::from(n), name: n, segment: !n })
        };
        let one: Vec<Parcel> = (0..50).map(event).collect();
        let two: Vec<Parcel> = (60..61).map(event).collect();
        let stored = [spill.store(&one).unwrap(), spill.store(&two).unwrap()];
        assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 0);
        assert_eq!(spill.load(stored[1]).unwrap(), two);
        assert_eq!(spill.load(stored[0]).unwrap(), one);
    }

    #[test]
    fn the_limit_is_on_what_is_in_memory() {
        let spill = Spill::new(32, PathBuf::new());
        assert!(!spill.took(2));
        assert!(spill.took(1));
        spill.gave_back(3);
        assert!(!spill.took(2));
    }

    #[test]
    fn a_folder_that_is_not_there_is_an_error() {
        let spill = Spill::new(0, PathBuf::from("/no such folder"));
        assert_eq!(spill.store(&[Parcel::default()]).unwrap_err().kind(), ErrorKind::NotFound);
    }
}
