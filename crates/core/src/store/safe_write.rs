//! Writing files so that the old one or the new one is there, whatever happens, and never half of one.
//!
//! A temporary file in the same folder is written and synced, then takes the place of the old one, then the folder is
//! synced: every barrier left out can lose the file in a power cut. Links are followed, the file's mode is kept, and the
//! old file is not touched before the new one is whole. The order is written against [`Disk`], so that tests let any
//! step of it fail.
//!
//! # Limits
//! A file with several hard links gets one of its own.

use touchline_words::say;

use super::disk::{Disk, DiskFile, Lies, Readers, containing};
use super::error::StoreError;
use super::temporary::{temporary_name, tidy};
use std::io;
use std::path::{Path, PathBuf};

/// A chain of links longer than this leads nowhere.
const LINKS_MAX: usize = 40;

/// Writes a file whole: afterwards it holds `bytes`, or, with an error, exactly what it held before; but with
/// [`StoreError::PerhapsNotKept`] it holds `bytes`, which a power cut may take.
///
/// # Errors
/// When the path is a folder, a device or read-only, or the disk did not let us.
pub fn safe_write(disk: &dyn Disk, path: &Path, bytes: &[u8]) -> Result<(), StoreError> {
    write_whole(disk, path, bytes, false)
}

/// The same for what nobody but its owner is to read, whoever could read the old one.
///
/// # Errors
/// See [`safe_write`].
pub(super) fn private_write(disk: &dyn Disk, path: &Path, bytes: &[u8]) -> Result<(), StoreError> {
    write_whole(disk, path, bytes, true)
}

/// The same for two files of one folder, one after the other; that the disk keeps their names is waited for once.
///
/// # Errors
/// See [`safe_write`].
pub(super) fn private_write_both(
    disk: &dyn Disk,
    (first, first_bytes): (&Path, &[u8]),
    (second, second_bytes): (&Path, &[u8]),
) -> Result<(), StoreError> {
    written(disk, first, first_bytes, true)?;
    write_whole(disk, second, second_bytes, true)
}

fn write_whole(disk: &dyn Disk, path: &Path, bytes: &[u8], is_private: bool) -> Result<(), StoreError> {
    let target = written(disk, path, bytes, is_private)?;
    tidy(disk, &target);
    // From here on the new file is there, and the old one is not.
    disk.sync_folder(containing(&target)).map_err(|error| {
        let (reason, _) = told(&error);
        StoreError::PerhapsNotKept { name: path.display().to_string(), reason }
    })
}

/// All but that the disk keeps the name, and where it was written.
fn written(disk: &dyn Disk, path: &Path, bytes: &[u8], is_private: bool) -> Result<PathBuf, StoreError> {
    let failed = |error: io::Error| not_written(path, &error);
    let target = followed(disk, path).map_err(failed)?;
    refuse_unwritable(disk.look(&target).map_err(failed)?, path)?;
    let readers = if is_private { Readers::OwnerAlone } else { Readers::Of(&target) };
    put(disk, &target, bytes, readers, Durable::BeforeItsName).map_err(failed)?;
    Ok(target)
}

/// When the bytes of a new file are on the disk for sure.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Durable {
    /// Before it takes the place of the old one.
    BeforeItsName,
    /// With what is written to it next, and synced: until then it means nothing.
    WithWhatFollows,
}

/// Puts a new file in the place of an old one, and gives it back to write on; or, with an error, leaves the old one as it was.
/// The folder is not synced.
pub(super) fn put(
    disk: &dyn Disk,
    target: &Path,
    bytes: &[u8],
    readers: Readers<'_>,
    durable: Durable,
) -> io::Result<Box<dyn DiskFile>> {
    let temporary = containing(target).join(temporary_name(target));
    let put = || {
        let mut file = disk.create(&temporary, readers)?;
        file.write(bytes)?;
        if durable == Durable::BeforeItsName {
            file.sync()?;
        }
        disk.rename(&temporary, target)?;
        Ok(file)
    };
    put().inspect_err(|_| {
        // The old file is whole; a temporary file that cannot be removed either does no harm.
        drop(disk.remove(&temporary));
    })
}

fn followed(disk: &dyn Disk, path: &Path) -> io::Result<PathBuf> {
    let mut target = path.to_owned();
    for _ in 0..LINKS_MAX {
        match disk.link(&target)? {
            None => return Ok(target),
            Some(next) => target = target.parent().unwrap_or(Path::new("")).join(next),
        }
    }
    Err(io::Error::other(say!(store_links_circle)))
}

fn refuse_unwritable(lies: Lies, path: &Path) -> Result<(), StoreError> {
    let refused = |reason: &str, advice| {
        Err(StoreError::NotWritten { name: path.display().to_string(), reason: reason.to_owned(), advice })
    };
    match lies {
        Lies::Missing | Lies::File { read_only: false } => Ok(()),
        Lies::File { read_only: true } => refused(say!(store_read_only), say!(store_read_only_advice)),
        Lies::Directory => refused(say!(store_is_folder), say!(store_is_folder_advice)),
        Lies::Other => refused(say!(store_is_pipe), say!(store_is_pipe_advice)),
    }
}

fn not_written(path: &Path, error: &io::Error) -> StoreError {
    let (reason, advice) = told(error);
    StoreError::NotWritten { name: path.display().to_string(), reason, advice }
}

/// What went wrong, and what to do where nothing has changed.
fn told(error: &io::Error) -> (String, &'static str) {
    match error.kind() {
        io::ErrorKind::NotFound => (say!(store_no_folder).to_owned(), say!(store_no_folder_advice)),
        io::ErrorKind::PermissionDenied | io::ErrorKind::ReadOnlyFilesystem => {
            (say!(store_not_allowed).to_owned(), say!(store_elsewhere_advice))
        }
        io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded => {
            (say!(store_disk_full).to_owned(), say!(store_disk_full_advice))
        }
        _ => (error.to_string(), say!(store_unchanged_advice)),
    }
}
