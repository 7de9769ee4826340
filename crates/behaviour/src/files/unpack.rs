//! Unpacks, and tells what broke off from what is damaged and from what the disk cannot give.

use std::io::{ErrorKind, Read};

use touchline_words::Said;

use crate::error::BehaviourError;
use crate::source::Source;

/// What a reader unpacks, under a name. Whether it was cut off or is damaged is told apart from what the disk says.
pub fn unpack(archive: &Source, kind: Said, name: &str, packed: impl Read) -> Result<Source, BehaviourError> {
    let mut watched = Watched { packed, failed: None };
    let read = Source::from_reader(name, &mut watched, archive.now());
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

/// Remembers how a reading failed.
struct Watched<R> {
    packed: R,
    failed: Option<ErrorKind>,
}

impl<R: Read> Read for Watched<R> {
    fn read(&mut self, out: &mut [u8]) -> std::io::Result<usize> {
        let read = self.packed.read(out);
        if let Err(error) = &read
            && error.kind() != ErrorKind::Interrupted
        {
            self.failed = Some(error.kind());
        }
        read
    }
}
