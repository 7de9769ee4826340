//! What a pipe brings and memory has no room for: kept in a file without a name, enciphered.
//!
//! Rows of people are in it, so that nothing of it may lie on a disk in clear: the key (ChaCha20, RFC 8439) is made for the
//! one run and is in memory alone.
//!
//! # Limits
//! [`MOST_BYTES`], and [`KEPT_FREE`] stays free: what never ends would fill the disk.

use std::fs::File;
use std::io::{Error, ErrorKind, Read, Seek, SeekFrom, Write};
use std::path::Path;
use std::sync::Arc;

use chacha20::ChaCha20;
use chacha20::cipher::{KeyIvInit, StreamCipher, StreamCipherSeek};
use touchline_words::say;

use super::nameless::{free_bytes, nameless, read_at};

/// Bytes in a file that nobody else can read.
#[derive(Debug)]
pub struct Spool {
    file: File,
    key: Key,
    len: u64,
}

struct Key([u8; 32]);

impl std::fmt::Debug for Key {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("a key")
    }
}

/// So much is enciphered and written at once.
const PIECE: usize = 1 << 20;

/// A pipe that brings more may never end.
pub const MOST_BYTES: u64 = 16 << 30;
/// So much of the disk is left for others.
pub const KEPT_FREE: u64 = 1 << 30;
/// After so many bytes it is looked at how much is free.
const LOOKED_AFTER: u64 = 64 << 20;

impl Spool {
    /// Takes `begun` and then everything that the reader has.
    ///
    /// # Errors
    /// The reader's, in the outer result; those of the file, in the inner.
    pub fn fill(folder: &Path, begun: &[u8], reader: &mut dyn Read) -> Result<Result<Spool, Error>, Error> {
        Spool::fill_within(folder, begun, reader, MOST_BYTES, free_bytes)
    }

    fn fill_within(
        folder: &Path,
        begun: &[u8],
        reader: &mut dyn Read,
        most: u64,
        free: impl Fn(&File) -> Option<u64>,
    ) -> Result<Result<Spool, Error>, Error> {
        let mut key = Key([0; 32]);
        let made = getrandom::fill(&mut key.0).map_err(Error::from).and_then(|()| nameless(folder));
        let mut file = match made {
            Ok(file) => file,
            Err(error) => return Ok(Err(error)),
        };
        let (mut cipher, mut len) = (cipher(&key), 0);
        let mut all = begun.chain(reader);
        let mut piece = Vec::with_capacity(PIECE);
        loop {
            piece.clear();
            (&mut all).take(PIECE as u64).read_to_end(&mut piece)?;
            if piece.is_empty() {
                return Ok(Ok(Spool { file, key, len }));
            }
            len += piece.len() as u64;
            if len > most {
                return Err(Error::new(ErrorKind::FileTooLarge, say!(log_pipe_without_end, limit = most >> 30)));
            }
            let is_time_to_look = len % LOOKED_AFTER < piece.len() as u64;
            if is_time_to_look && free(&file).is_some_and(|free| free < KEPT_FREE) {
                let message = say!(log_pipe_fills_disk, folder = folder.display(), kept = KEPT_FREE >> 30);
                return Err(Error::new(ErrorKind::StorageFull, message));
            }
            let written =
                cipher.try_apply_keystream(&mut piece).map_err(|_| too_long()).and_then(|()| file.write_all(&piece));
            if let Err(error) = written {
                return Ok(Err(error));
            }
        }
    }

    /// How many bytes there are.
    pub fn len(&self) -> u64 {
        self.len
    }

    /// A reader of its own from the first byte.
    pub fn reader(spool: &Arc<Spool>) -> SpoolReader {
        SpoolReader { spool: Arc::clone(spool), cipher: cipher(&spool.key), at: 0 }
    }
}

fn cipher(key: &Key) -> ChaCha20 {
    // A key enciphers one file, once.
    ChaCha20::new(&key.0.into(), &[0; 12].into())
}

fn too_long() -> Error {
    Error::new(ErrorKind::FileTooLarge, say!(log_more_than_256_gb))
}

/// Reads a spool in clear.
pub struct SpoolReader {
    spool: Arc<Spool>,
    cipher: ChaCha20,
    at: u64,
}

impl Read for SpoolReader {
    fn read(&mut self, into: &mut [u8]) -> Result<usize, Error> {
        let len = read_at(&self.spool.file, into, self.at)?;
        let read = into.get_mut(..len).unwrap_or_default();
        self.cipher.try_seek(self.at).and_then(|()| self.cipher.try_apply_keystream(read)).map_err(|_| too_long())?;
        self.at += len as u64;
        Ok(len)
    }
}

impl Seek for SpoolReader {
    fn seek(&mut self, to: SeekFrom) -> Result<u64, Error> {
        let at = match to {
            SeekFrom::Start(at) => Some(at),
            SeekFrom::End(by) => self.spool.len.checked_add_signed(by),
            SeekFrom::Current(by) => self.at.checked_add_signed(by),
        };
        self.at = at.ok_or(ErrorKind::InvalidInput)?;
        Ok(self.at)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_put_in_comes_out_from_any_place_and_lies_nowhere_in_clear() {
        let folder = tempfile::tempdir().unwrap();
        let text: Vec<u8> = (0..100_000).flat_map(|n| format!("customer_{n}\n").into_bytes()).collect();
        let (begun, mut rest) = text.split_at(1000);
        let spool = Arc::new(Spool::fill(folder.path(), begun, &mut rest).unwrap().unwrap());
        assert_eq!(spool.len(), text.len() as u64);
        let mut back = Vec::new();
        Spool::reader(&spool).read_to_end(&mut back).unwrap();
        assert!(back == text);
        let mut reader = Spool::reader(&spool);
        for at in [1_048_575, 3, 63, 64, 1_000_001] {
            let mut some = [0; 100];
            assert_eq!(reader.seek(SeekFrom::Start(at as u64)).unwrap(), at as u64);
            reader.read_exact(&mut some).unwrap();
            assert_eq!(some, text[at..at + 100]);
        }
        assert_eq!(reader.seek(SeekFrom::End(0)).unwrap(), text.len() as u64);
        assert_eq!(reader.read(&mut [0; 9]).unwrap(), 0);
        let mut on_disk = vec![0; text.len()];
        read_at(&spool.file, &mut on_disk, 0).unwrap();
        assert!(memchr::memmem::find(&on_disk, b"customer_").is_none());
        assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 0);
    }

    #[test]
    fn a_pipe_that_never_ends_is_left_where_the_limit_is() {
        let folder = tempfile::tempdir().unwrap();
        let mut endless = std::io::repeat(b'a');
        let error = Spool::fill_within(folder.path(), b"", &mut endless, 3 << 20, |_| None).unwrap_err();
        assert_eq!(error.kind(), ErrorKind::FileTooLarge);
        assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 0);
        assert!(Spool::fill_within(folder.path(), b"", &mut &[b'a'; 9][..], 9, |_| None).unwrap().is_ok());
    }

    #[test]
    fn a_pipe_leaves_room_on_the_disk() {
        let folder = tempfile::tempdir().unwrap();
        let mut endless = std::io::repeat(b'a');
        let filling = |_: &File| Some(KEPT_FREE - 1);
        let error = Spool::fill_within(folder.path(), b"", &mut endless, 1 << 30, filling).unwrap_err();
        assert_eq!(error.kind(), ErrorKind::StorageFull);
        assert!(error.to_string().contains(&folder.path().display().to_string()), "{error}");
        assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 0);
        // And it is known how much there is.
        #[cfg(unix)]
        assert!(free_bytes(&nameless(folder.path()).unwrap()).is_some());
    }

    #[test]
    fn a_folder_that_is_not_there_is_the_files_error_and_not_the_readers() {
        assert!(Spool::fill(Path::new("/no such folder"), b"a", &mut &b"b"[..]).unwrap().is_err());
    }
}
