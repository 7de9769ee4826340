//! What a command reads, and the one way to write a file that a person named: never over anything of it.
//!
//! Two paths are one file when the system says so, whatever they are called: through links, hard links and folders, by
//! another spelling, or as what standard input was taken from. It is looked at twice, by whoever is about to read for long
//! ([`Reads::refuse`]) and again before the first byte is written.
//!
//! # Limits
//! Where files have no number that can be asked for (Windows), their whole paths are compared, so that a hard link is
//! another file there. Nothing guards the moment between looking and writing.

use touchline_words::say;

use super::disk::{Disk, RealDisk};
use super::error::StoreError;
use super::files::write_map;
use super::safe_write::{private_write, safe_write};
use crate::model::Map;
use std::io;
use std::path::{Path, PathBuf};

/// The files that a command reads.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Reads {
    files: Vec<PathBuf>,
    standard_input: bool,
}

impl Reads {
    /// Nothing is read.
    pub fn nothing() -> Self {
        Self::default()
    }

    /// These files too. A folder stands for itself alone: who reads what is in it names that.
    pub fn and(mut self, files: impl IntoIterator<Item = PathBuf>) -> Self {
        self.files.extend(files);
        self
    }

    /// Whatever standard input is taken from too.
    pub fn and_standard_input(mut self) -> Self {
        self.standard_input = true;
        self
    }

    /// Says no where `output` is one of the files. A path where nothing is yet is always free.
    ///
    /// # Errors
    /// [`StoreError::IsRead`].
    pub fn refuse(&self, output: &Path) -> Result<(), StoreError> {
        let Ok(found) = Identity::of(output) else { return Ok(()) };
        let is_read = |read: &&PathBuf| Identity::of(read).is_ok_and(|read| read == found);
        let read = match self.files.iter().find(is_read) {
            Some(read) => read.display().to_string(),
            None if self.standard_input && Identity::of_standard_input() == Some(found) => {
                say!(store_standard_input).to_owned()
            }
            None => return Ok(()),
        };
        Err(StoreError::IsRead { name: output.display().to_string(), read })
    }

    /// Writes a file whole, or, with an error, leaves what is there as it was.
    ///
    /// # Errors
    /// The file is one that is read, or it cannot be written.
    pub fn write(&self, output: &Path, bytes: &[u8]) -> Result<(), StoreError> {
        self.refuse(output)?;
        safe_write(&RealDisk, output, bytes)
    }

    /// The same for what holds persons: nobody but its owner can read it, whoever could read what was there.
    ///
    /// # Errors
    /// See [`Self::write`].
    pub fn write_private(&self, output: &Path, bytes: &[u8]) -> Result<(), StoreError> {
        self.refuse(output)?;
        private_write(&RealDisk, output, bytes)
    }

    /// Writes a map file in the same way.
    ///
    /// # Errors
    /// The file is one that is read, its text would not give the same map, or it cannot be written.
    pub fn save_map(&self, output: &Path, map: &Map) -> Result<(), StoreError> {
        self.refuse(output)?;
        write_map(&RealDisk, output, map)
    }

    /// Writes what a map file is to hold on a disk, [`super::file_text`].
    ///
    /// # Errors
    /// See [`Self::write`].
    pub fn write_on(&self, disk: &dyn Disk, output: &Path, bytes: &[u8]) -> Result<(), StoreError> {
        self.refuse(output)?;
        safe_write(disk, output, bytes)
    }
}

/// Whether two paths lead to one file that is there.
pub fn is_same_file(a: &Path, b: &Path) -> bool {
    matches!((Identity::of(a), Identity::of(b)), (Ok(a), Ok(b)) if a == b)
}

/// What makes a file that very file, whatever it is called.
#[derive(Debug, PartialEq, Eq)]
enum Identity {
    /// The disk and the file's number on it.
    #[cfg(unix)]
    Number { device: u64, file: u64 },
    /// Its whole path without a link in it.
    #[cfg(not(unix))]
    Path(PathBuf),
}

#[cfg(unix)]
impl Identity {
    fn of(path: &Path) -> io::Result<Self> {
        std::fs::metadata(path).map(|found| Self::of_metadata(&found))
    }

    /// `None` where it cannot be told.
    fn of_standard_input() -> Option<Self> {
        use std::os::fd::AsFd;
        let file = std::fs::File::from(io::stdin().as_fd().try_clone_to_owned().ok()?);
        file.metadata().ok().filter(std::fs::Metadata::is_file).map(|found| Self::of_metadata(&found))
    }

    fn of_metadata(found: &std::fs::Metadata) -> Self {
        use std::os::unix::fs::MetadataExt;
        Self::Number { device: found.dev(), file: found.ino() }
    }
}

#[cfg(not(unix))]
impl Identity {
    fn of(path: &Path) -> io::Result<Self> {
        std::fs::canonicalize(path).map(Self::Path)
    }

    fn of_standard_input() -> Option<Self> {
        None
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_is_known_by_every_one_of_its_names() {
        let folder = tempfile::tempdir().unwrap();
        let at = |name: &str| folder.path().join(name);
        std::fs::write(at("read.csv"), "precious").unwrap();
        std::fs::create_dir(at("in")).unwrap();
        let mut names = vec![at("read.csv"), at("in/../read.csv"), at("./read.csv")];
        #[cfg(unix)]
        {
            std::os::unix::fs::symlink(at("read.csv"), at("link.csv")).unwrap();
            std::os::unix::fs::symlink("link.csv", at("link to a link.csv")).unwrap();
            std::os::unix::fs::symlink(folder.path(), at("in/up")).unwrap();
            std::fs::hard_link(at("read.csv"), at("hard.csv")).unwrap();
            names.extend([at("link.csv"), at("link to a link.csv"), at("in/up/read.csv"), at("hard.csv")]);
        }
        for read in &names {
            let reads = Reads::nothing().and([at("other.csv"), read.clone()]);
            for output in &names {
                let refused = reads.write(output, b"new").unwrap_err();
                assert!(matches!(refused, StoreError::IsRead { .. }), "{refused}");
                assert!(refused.to_string().contains(&read.display().to_string()), "{refused}");
            }
        }
        assert_eq!(std::fs::read(at("read.csv")).unwrap(), b"precious");
    }

    #[cfg(unix)]
    #[test]
    fn what_holds_persons_is_read_by_its_owner_alone_even_where_others_could() {
        use std::os::unix::fs::PermissionsExt;
        let folder = tempfile::tempdir().unwrap();
        for name in ["new.csv", "open.csv"] {
            let path = folder.path().join(name);
            if name == "open.csv" {
                std::fs::write(&path, "old").unwrap();
                std::fs::set_permissions(&path, std::fs::Permissions::from_mode(0o644)).unwrap();
            }
            Reads::nothing().write_private(&path, b"mail").unwrap();
            assert_eq!(std::fs::metadata(&path).unwrap().permissions().mode() & 0o777, 0o600, "{name}");
            assert_eq!(std::fs::read(&path).unwrap(), b"mail");
        }
    }

    #[test]
    fn what_is_not_read_can_be_written() {
        let folder = tempfile::tempdir().unwrap();
        let at = |name: &str| folder.path().join(name);
        std::fs::write(at("read.csv"), "precious").unwrap();
        std::fs::write(at("old.csv"), "old").unwrap();
        let reads = Reads::nothing().and([at("read.csv"), at("gone.csv")]).and_standard_input();
        for output in ["old.csv", "new.csv", "gone.csv"] {
            reads.write(&at(output), b"new").unwrap();
        }
    }
}
