//! Unpacks, and tells what broke off from what is damaged and from what the disk cannot give.
//!
//! # Limits
//! What becomes larger than [`LARGE_BYTES`] and then than [`MOST_TIMES`] times what it was packed is no table, and is left there.

use std::io::{ErrorKind, Read};

use touchline_words::Said;

use crate::error::BehaviourError;
use crate::source::Source;

/// What a reader unpacks, under a name. Whether it was cut off or is damaged is told apart from what the disk says.
pub fn unpack(archive: &Source, kind: Said, name: &str, packed: impl Read) -> Result<Source, BehaviourError> {
    let most = LARGE_BYTES.max(archive.size().saturating_mul(MOST_TIMES));
    unpack_within(archive, kind, name, packed, most)
}

fn unpack_within(
    archive: &Source,
    kind: Said,
    name: &str,
    packed: impl Read,
    most: u64,
) -> Result<Source, BehaviourError> {
    let mut watched = Watched { packed, left: most, failed: None };
    let read = Source::from_reader(name, &mut watched, archive.now());
    if watched.left == 0 {
        let size = most >> 20;
        return Err(BehaviourError::TooTight { name: archive.name().to_owned(), what: kind.text(), size });
    }
    let Some(failed) = watched.failed else { return read };
    let name = archive.name().to_owned();
    Err(match failed {
        ErrorKind::UnexpectedEof => BehaviourError::CutOff { name, what: kind.text() },
        ErrorKind::InvalidData | ErrorKind::InvalidInput | ErrorKind::Other => {
            BehaviourError::Damaged { name, what: kind.text() }
        }
        _ => return read,
    })
}

/// Whatever is packed may become so many bytes, and a log so many times what it was: logs come to ten or twenty.
const LARGE_BYTES: u64 = 512 << 20;
const MOST_TIMES: u64 = 200;

/// Remembers how a reading failed, and ends where too much comes.
struct Watched<R> {
    packed: R,
    /// Bytes that may still come.
    left: u64,
    failed: Option<ErrorKind>,
}

impl<R: Read> Read for Watched<R> {
    fn read(&mut self, out: &mut [u8]) -> std::io::Result<usize> {
        if self.left == 0 {
            return Err(ErrorKind::FileTooLarge.into());
        }
        let read = self.packed.read(out);
        let count = read.as_ref().map_or(0, |count| *count as u64);
        self.left = self.left.saturating_sub(count);
        if let Err(error) = &read
            && error.kind() != ErrorKind::Interrupted
        {
            self.failed = Some(error.kind());
        }
        read
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::time::SystemTime;
    use touchline_words::said;

    #[test]
    fn what_becomes_far_more_than_it_was_packed_is_left_there() {
        let archive = Source::from_bytes("a.csv.gz", vec![1], SystemTime::UNIX_EPOCH).unwrap();
        let unpacked = |most| unpack_within(&archive, said::log_kind_gzip, "a.csv", &[b'a'; 2 << 20][..], most);
        let refused = unpacked(1 << 20).unwrap_err();
        assert!(matches!(refused, BehaviourError::TooTight { size: 1, .. }), "{refused}");
        assert_eq!(unpacked(3 << 20).unwrap().size(), 2 << 20);
    }
}
