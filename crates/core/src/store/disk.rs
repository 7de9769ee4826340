//! The disk: the few steps that writing is made of, so that tests let any of them fail, and reading up to a size.

use touchline_words::say;

use super::error::StoreError;
use std::fmt;
use std::fs::{File, OpenOptions, TryLockError};
use std::io::{self, Read, Write};
use std::path::{Path, PathBuf};

/// What lies under a path.
#[derive(Clone, Debug, PartialEq)]
pub enum Lies {
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

/// The few things that writing needs of a disk. Nothing of it is sure to outlast a power cut before it is synced: a file's bytes by
/// [`DiskFile::sync`], its name by [`Disk::sync_folder`].
pub trait Disk: fmt::Debug + Send + Sync {
    /// What lies under a path, links followed.
    fn look(&self, path: &Path) -> io::Result<Lies>;
    /// Where a link leads; `None` when the path is no link.
    fn link(&self, path: &Path) -> io::Result<Option<PathBuf>>;
    /// Makes a file that must not exist, and holds it as long as it is open.
    fn create(&self, path: &Path, readers: Readers<'_>) -> io::Result<Box<dyn DiskFile>>;
    /// Makes a folder for its owner alone; one that is there already is left as it is.
    fn make_folder(&self, folder: &Path) -> io::Result<()>;
    fn rename(&self, from: &Path, to: &Path) -> io::Result<()>;
    fn sync_folder(&self, folder: &Path) -> io::Result<()>;
    fn remove(&self, path: &Path) -> io::Result<()>;
}

/// A file that is written.
pub trait DiskFile: fmt::Debug + Send {
    /// Gives all of the bytes to the system, behind what is there.
    fn write(&mut self, bytes: &[u8]) -> io::Result<()>;
    /// Waits until the disk has what was given.
    fn sync(&mut self) -> io::Result<()>;
}

/// The operating system's.
#[derive(Clone, Copy, Debug, Default)]
pub struct RealDisk;

impl Disk for RealDisk {
    fn look(&self, path: &Path) -> io::Result<Lies> {
        match std::fs::metadata(path) {
            Ok(found) if found.is_file() => Ok(Lies::File { read_only: found.permissions().readonly() }),
            Ok(found) if found.is_dir() => Ok(Lies::Directory),
            Ok(_) => Ok(Lies::Other),
            Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(Lies::Missing),
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

    fn create(&self, path: &Path, readers: Readers<'_>) -> io::Result<Box<dyn DiskFile>> {
        loop {
            let file = create_new(path, readers)?;
            // Where files cannot be locked nobody takes one for left over. Who holds it now may just have done so.
            let is_held = match file.try_lock() {
                Err(TryLockError::WouldBlock) => file.lock().is_err() || path.try_exists()?,
                Ok(()) | Err(TryLockError::Error(_)) => path.try_exists()?,
            };
            if is_held {
                return Ok(Box::new(file));
            }
        }
    }

    fn make_folder(&self, folder: &Path) -> io::Result<()> {
        let mut builder = std::fs::DirBuilder::new();
        #[cfg(unix)]
        std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
        match builder.create(folder) {
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists => Ok(()),
            made => made,
        }
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

fn create_new(path: &Path, readers: Readers<'_>) -> io::Result<File> {
    let mut options = OpenOptions::new();
    options.write(true).create_new(true);
    match readers {
        Readers::OwnerAlone => for_owner_alone(&mut options).open(path),
        Readers::Of(like) => match std::fs::metadata(like) {
            Ok(old) => {
                // Where a disk keeps no such thing, the work is saved all the same, and nobody reads it who could not before.
                let file = for_owner_alone(&mut options).open(path)?;
                if file.metadata()?.permissions() != old.permissions() {
                    drop(file.set_permissions(old.permissions()));
                }
                #[cfg(unix)]
                keep_attributes(like, &file);
                Ok(file)
            }
            Err(_) => options.open(path),
        },
    }
}

/// Takes over what a file has beside its mode: lists of who may read it, and what people and their programs noted about it. What
/// the disk refuses is left.
#[cfg(unix)]
fn keep_attributes(like: &Path, file: &File) {
    use xattr::FileExt;
    for name in xattr::list(like).into_iter().flatten() {
        if let Ok(Some(value)) = xattr::get(like, &name) {
            drop(file.set_xattr(name, &value));
        }
    }
}

impl DiskFile for File {
    fn write(&mut self, bytes: &[u8]) -> io::Result<()> {
        self.write_all(bytes)
    }

    fn sync(&mut self) -> io::Result<()> {
        self.sync_data()
    }
}

/// What is made by these options is read by its owner alone, where the system knows owners.
pub(super) fn for_owner_alone(options: &mut OpenOptions) -> &mut OpenOptions {
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(options, 0o600);
    options
}

/// Makes a folder, and those it lies in, for its owner alone; one that is new is on the disk when this returns. One that others
/// can look into is closed to them.
pub(super) fn make_private(disk: &dyn Disk, folder: &Path) -> io::Result<()> {
    let missing = |folder: &&Path| !folder.as_os_str().is_empty() && !folder.is_dir();
    let new: Vec<&Path> = folder.ancestors().take_while(missing).collect();
    for folder in new.into_iter().rev() {
        disk.make_folder(folder)?;
        disk.sync_folder(containing(folder))?;
    }
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        let found = std::fs::metadata(folder)?.permissions();
        if found.mode() & 0o077 != 0 {
            std::fs::set_permissions(folder, std::fs::Permissions::from_mode(found.mode() & !0o077))?;
        }
    }
    Ok(())
}

/// The folder in which a file lies.
pub(super) fn containing(path: &Path) -> &Path {
    match path.parent() {
        Some(folder) if folder.as_os_str().is_empty() => Path::new("."),
        Some(folder) => folder,
        None => Path::new("."),
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
