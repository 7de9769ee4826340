//! Where a log comes from: a file on disk, or bytes that came through a pipe and are held in memory.
//!
//! Opening proves that the thing exists, can be read, is no folder and is not empty; nothing else is known about it yet.
//! A file is only ever opened for reading. The size and time of modification of the moment of opening are kept, so that a
//! file which changes under the reader is noticed at the end ([`Source::check_unchanged`]).
//!
//! # Limits
//! What comes through a pipe is held whole in memory.

use std::ffi::OsStr;
use std::fs::File;
use std::io::{Cursor, ErrorKind, Read, Seek, SeekFrom};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::SystemTime;

use super::error::BehaviourError;

/// One log, opened: not empty, readable, of known size.
#[derive(Clone, Debug)]
pub struct Source {
    name: String,
    body: Body,
    size: u64,
    modified: SystemTime,
}

#[derive(Clone, Debug)]
enum Body {
    File(PathBuf),
    Memory(Arc<[u8]>),
}

/// A reader that can also go to a byte position: a file or memory.
pub trait ReadSeek: Read + Seek + Send {}
impl<T: Read + Seek + Send> ReadSeek for T {}

impl Source {
    /// Opens a file. A pipe under a path is read to its end and held in memory.
    pub fn open(path: &Path) -> Result<Source, BehaviourError> {
        let name = path.display().to_string();
        let meta = std::fs::metadata(path).map_err(|error| match error.kind() {
            ErrorKind::NotFound | ErrorKind::NotADirectory => BehaviourError::NotFound { path: path.to_owned() },
            _ => BehaviourError::Unreadable { name: name.clone(), reason: error.to_string() },
        })?;
        if meta.is_dir() {
            return Err(BehaviourError::Directory { path: path.to_owned() });
        }
        if is_device(&meta) {
            let advice = "give a CSV file, or - to read what a pipe brings";
            return Err(BehaviourError::WrongKind { name, found: "a device".to_owned(), advice });
        }
        let modified = meta.modified().unwrap_or_else(|_| SystemTime::now());
        let mut file = File::open(path).map_err(|error| unreadable(&name, &error))?;
        if meta.is_file() {
            if meta.len() == 0 {
                return Err(BehaviourError::Empty { name });
            }
            return Ok(Source { name, body: Body::File(path.to_owned()), size: meta.len(), modified });
        }
        Source::from_reader(&name, &mut file, modified)
    }

    /// What a command-line argument names: a path, or `-` for standard input.
    pub fn from_arg(arg: &OsStr) -> Result<Source, BehaviourError> {
        if arg == "-" {
            return Source::from_reader("standard input", &mut std::io::stdin().lock(), SystemTime::now());
        }
        Source::open(Path::new(arg))
    }

    /// Reads everything there is and holds it. `modified` stands for the file's own time of modification.
    pub fn from_reader(name: &str, reader: &mut dyn Read, modified: SystemTime) -> Result<Source, BehaviourError> {
        let mut bytes = Vec::new();
        reader.read_to_end(&mut bytes).map_err(|error| unreadable(name, &error))?;
        Source::from_bytes(name, bytes, modified)
    }

    /// A log that is already in memory.
    pub fn from_bytes(name: &str, bytes: Vec<u8>, modified: SystemTime) -> Result<Source, BehaviourError> {
        if bytes.is_empty() {
            return Err(BehaviourError::Empty { name: name.to_owned() });
        }
        let size = bytes.len() as u64;
        Ok(Source { name: name.to_owned(), body: Body::Memory(bytes.into()), size, modified })
    }

    /// The path as given, or `standard input`: for messages.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// The name without its folders: what may be kept with the figures.
    pub fn file_name(&self) -> String {
        match &self.body {
            Body::File(path) => {
                path.file_name().map_or_else(|| self.name.clone(), |n| n.to_string_lossy().into_owned())
            }
            Body::Memory(_) => self.name.rsplit('/').next().unwrap_or(&self.name).to_owned(),
        }
    }

    /// Bytes, when it was opened.
    pub fn size(&self) -> u64 {
        self.size
    }

    /// When the file was last written, as of opening; now for a pipe.
    pub fn modified(&self) -> SystemTime {
        self.modified
    }

    /// A reader of its own from the first byte. Each call opens anew, so that threads can read side by side.
    pub fn reader(&self) -> Result<Box<dyn ReadSeek>, BehaviourError> {
        match &self.body {
            Body::File(path) => Ok(Box::new(File::open(path).map_err(|error| self.unreadable(&error))?)),
            Body::Memory(bytes) => Ok(Box::new(Cursor::new(Arc::clone(bytes)))),
        }
    }

    /// The first `max` bytes, or all there are if they are fewer.
    pub fn head(&self, max: usize) -> Result<Vec<u8>, BehaviourError> {
        self.block(0, max)
    }

    /// Up to `max` bytes from the position `at`.
    pub fn block(&self, at: u64, max: usize) -> Result<Vec<u8>, BehaviourError> {
        let mut reader = self.reader()?;
        let mut block = Vec::new();
        reader
            .seek(SeekFrom::Start(at))
            .and_then(|_| reader.take(max as u64).read_to_end(&mut block))
            .map_err(|error| self.unreadable(&error))?;
        Ok(block)
    }

    /// An error of reading this source.
    pub fn unreadable(&self, error: &std::io::Error) -> BehaviourError {
        unreadable(&self.name, error)
    }

    /// Fails if the file on disk is no longer the one that was opened: of another size, or written since.
    pub fn check_unchanged(&self) -> Result<(), BehaviourError> {
        let Body::File(path) = &self.body else { return Ok(()) };
        let meta = std::fs::metadata(path).map_err(|error| self.unreadable(&error))?;
        let written_since = meta.modified().is_ok_and(|now| now != self.modified);
        if meta.len() != self.size || written_since {
            return Err(BehaviourError::Changed { name: self.name.clone(), before: self.size, now: meta.len() });
        }
        Ok(())
    }
}

/// Something that may never end, such as a terminal or `/dev/zero`.
fn is_device(meta: &std::fs::Metadata) -> bool {
    #[cfg(unix)]
    {
        use std::os::unix::fs::FileTypeExt;
        let kind = meta.file_type();
        kind.is_char_device() || kind.is_block_device()
    }
    #[cfg(not(unix))]
    {
        let _ = meta;
        false
    }
}

fn unreadable(name: &str, error: &std::io::Error) -> BehaviourError {
    BehaviourError::Unreadable { name: name.to_owned(), reason: error.to_string() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_folder_a_missing_file_and_an_empty_one_are_told_apart() {
        let folder = tempfile::tempdir().unwrap();
        assert!(matches!(Source::open(folder.path()), Err(BehaviourError::Directory { .. })));
        assert!(matches!(Source::open(&folder.path().join("no.csv")), Err(BehaviourError::NotFound { .. })));
        let empty = folder.path().join("empty.csv");
        std::fs::write(&empty, "").unwrap();
        assert!(matches!(Source::open(&empty), Err(BehaviourError::Empty { .. })));
    }

    #[cfg(unix)]
    #[test]
    fn a_device_that_never_ends_is_refused_at_once() {
        assert!(matches!(Source::open(Path::new("/dev/zero")), Err(BehaviourError::WrongKind { .. })));
    }

    #[test]
    fn a_file_truncated_while_read_is_noticed() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("log.csv");
        std::fs::write(&path, "a,b\n1,2\n").unwrap();
        let source = Source::open(&path).unwrap();
        assert_eq!(source.head(3).unwrap(), b"a,b");
        assert_eq!(source.block(4, 100).unwrap(), b"1,2\n");
        assert!(source.check_unchanged().is_ok());
        std::fs::write(&path, "a,b\n").unwrap();
        assert!(matches!(source.check_unchanged(), Err(BehaviourError::Changed { before: 8, now: 4, .. })));
    }

    #[test]
    fn bytes_in_memory_read_like_a_file() {
        let source = Source::from_bytes("pipe/x.csv", b"a\n1\n".to_vec(), SystemTime::UNIX_EPOCH).unwrap();
        assert_eq!(source.file_name(), "x.csv");
        assert_eq!(source.block(2, 9).unwrap(), b"1\n");
    }
}
