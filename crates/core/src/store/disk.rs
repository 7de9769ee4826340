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

use super::error::StoreError;
use crate::model::IdSource;
use std::fs::{File, OpenOptions};
use std::io::{self, Read, Write};
use std::path::{Path, PathBuf};

/// What lies under a path.
#[derive(Clone, Debug, PartialEq)]
pub enum Entry {
    Missing,
    File {
        read_only: bool,
    },
    Directory,
    /// A pipe, a device, a socket.
    Other,
}

/// Who may read a new file.
#[derive(Clone, Copy, Debug)]
pub enum Readers<'a> {
    /// Whoever may read this one, where it exists.
    Of(&'a Path),
    /// Its owner and nobody else.
    OwnerAlone,
}

/// The few things that writing needs of a disk.
pub trait Disk {
    /// What lies under a path, links followed.
    fn look(&self, path: &Path) -> io::Result<Entry>;
    /// Where a link leads; `None` when the path is no link.
    fn link(&self, path: &Path) -> io::Result<Option<PathBuf>>;
    /// Makes a file that must not exist, with these bytes, on the disk when it returns.
    fn write_new(&self, path: &Path, bytes: &[u8], readers: Readers<'_>) -> io::Result<()>;
    fn rename(&self, from: &Path, to: &Path) -> io::Result<()>;
    fn sync_folder(&self, folder: &Path) -> io::Result<()>;
    fn remove(&self, path: &Path) -> io::Result<()>;
}

/// The operating system's.
#[derive(Clone, Copy, Debug, Default)]
pub struct RealDisk;

impl Disk for RealDisk {
    fn look(&self, path: &Path) -> io::Result<Entry> {
        match std::fs::metadata(path) {
            Ok(found) if found.is_file() => Ok(Entry::File { read_only: found.permissions().readonly() }),
            Ok(found) if found.is_dir() => Ok(Entry::Directory),
            Ok(_) => Ok(Entry::Other),
            Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(Entry::Missing),
            Err(error) => Err(error),
        }
    }

    fn link(&self, path: &Path) -> io::Result<Option<PathBuf>> {
        match std::fs::symlink_metadata(path) {
            Ok(found) if found.is_symlink() => std::fs::read_link(path).map(Some),
            Ok(_) => Ok(None),
            Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
            Err(error) => Err(error),
        }
    }

    fn write_new(&self, path: &Path, bytes: &[u8], readers: Readers<'_>) -> io::Result<()> {
        let mut options = OpenOptions::new();
        options.write(true).create_new(true);
        let mut file = match readers {
            Readers::OwnerAlone => for_owner_alone(&mut options).open(path)?,
            Readers::Of(like) => {
                let file = options.open(path)?;
                if let Ok(old) = std::fs::metadata(like) {
                    file.set_permissions(old.permissions())?;
                }
                file
            }
        };
        file.write_all(bytes)?;
        file.sync_all()
    }

    fn rename(&self, from: &Path, to: &Path) -> io::Result<()> {
        std::fs::rename(from, to)
    }

    fn sync_folder(&self, folder: &Path) -> io::Result<()> {
        // Elsewhere a folder cannot be opened as a file, and the rename is durable by itself.
        if cfg!(unix) { File::open(folder)?.sync_all() } else { Ok(()) }
    }

    fn remove(&self, path: &Path) -> io::Result<()> {
        std::fs::remove_file(path)
    }
}

/// What is made by these options is read by its owner alone, where the system knows owners.
pub(super) fn for_owner_alone(options: &mut OpenOptions) -> &mut OpenOptions {
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(options, 0o600);
    options
}

/// Makes a folder, and those it lies in, for its owner alone. One that others can look into is closed to them.
pub(super) fn make_private(folder: &Path) -> io::Result<()> {
    let mut builder = std::fs::DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    {
        use std::os::unix::fs::{DirBuilderExt, PermissionsExt};
        builder.mode(0o700).create(folder)?;
        let found = std::fs::metadata(folder)?.permissions();
        if found.mode() & 0o077 != 0 {
            std::fs::set_permissions(folder, std::fs::Permissions::from_mode(found.mode() & !0o077))?;
        }
        Ok(())
    }
    #[cfg(not(unix))]
    builder.create(folder)
}

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

fn write_whole(disk: &dyn Disk, path: &Path, bytes: &[u8], is_private: bool) -> Result<(), StoreError> {
    let failed = |error: io::Error| not_written(path, &error);
    let target = followed(disk, path).map_err(failed)?;
    refuse_unwritable(disk.look(&target).map_err(failed)?, path)?;
    let folder = match target.parent() {
        Some(folder) if folder.as_os_str().is_empty() => Path::new("."),
        Some(folder) => folder,
        None => Path::new("."),
    };
    let temporary = folder.join(temporary_name(&target));
    let readers = if is_private { Readers::OwnerAlone } else { Readers::Of(&target) };
    let written = disk.write_new(&temporary, bytes, readers).and_then(|()| disk.rename(&temporary, &target));
    if let Err(error) = written {
        // The old file is whole; a temporary file that cannot be removed either does no harm.
        drop(disk.remove(&temporary));
        return Err(failed(error));
    }
    // From here on the new file is there, and the old one is not.
    disk.sync_folder(folder).map_err(|error| {
        let (reason, _) = told(&error);
        StoreError::PerhapsNotKept { name: path.display().to_string(), reason }
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

fn refuse_unwritable(entry: Entry, path: &Path) -> Result<(), StoreError> {
    let refused = |reason: &str, advice| {
        Err(StoreError::NotWritten { name: path.display().to_string(), reason: reason.to_owned(), advice })
    };
    match entry {
        Entry::Missing | Entry::File { read_only: false } => Ok(()),
        Entry::File { read_only: true } => refused(say!(store_read_only), say!(store_read_only_advice)),
        Entry::Directory => refused(say!(store_is_folder), say!(store_is_folder_advice)),
        Entry::Other => refused(say!(store_is_pipe), say!(store_is_pipe_advice)),
    }
}

/// `.map.ron.1f0c93a2.tmp` beside the file.
fn temporary_name(target: &Path) -> String {
    let name = target.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    // Long names are cut, since the folder's limit is 255 bytes.
    let short: String = name.chars().take(40).collect();
    format!(".{short}.{:08x}.tmp", IdSource::random().fresh() as u32)
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

/// Reads a file up to a size.
///
/// # Errors
/// When there is none, it is a folder or a device, it cannot be read, or it is larger than `limit` bytes.
pub(super) fn read_limited(path: &Path, limit: usize) -> Result<Vec<u8>, StoreError> {
    let name = || path.display().to_string();
    let unreadable = |error: io::Error| match error.kind() {
        io::ErrorKind::NotFound => StoreError::NotFound { name: name() },
        io::ErrorKind::PermissionDenied => {
            StoreError::Unreadable { name: name(), reason: say!(store_permission_denied).to_owned() }
        }
        _ => StoreError::Unreadable { name: name(), reason: error.to_string() },
    };
    // Looked at before it is opened, since opening a pipe waits for its writer.
    let found = std::fs::metadata(path).map_err(unreadable)?;
    if found.is_dir() {
        return Err(StoreError::Directory { name: name() });
    }
    if !found.is_file() {
        return Err(StoreError::NotAFile { name: name() });
    }
    let too_large = |bytes: u64| StoreError::TooLarge {
        name: name(),
        megabytes: bytes.div_ceil(1024 * 1024),
        limit: (limit / (1024 * 1024)) as u64,
    };
    if found.len() > limit as u64 {
        return Err(too_large(found.len()));
    }
    let mut bytes = Vec::with_capacity(found.len() as usize);
    File::open(path).and_then(|file| file.take(limit as u64 + 1).read_to_end(&mut bytes)).map_err(unreadable)?;
    if bytes.len() > limit {
        return Err(too_large(bytes.len() as u64));
    }
    Ok(bytes)
}
