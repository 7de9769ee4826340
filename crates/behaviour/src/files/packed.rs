//! A log that is packed: gzip around it, or a ZIP archive with tables in it.

use std::io::{ErrorKind, Read};

use flate2::read::MultiGzDecoder;
use touchline_words::{Said, said};

use super::book::Kind;
use super::opening::Opening;
use super::tables;
use crate::error::BehaviourError;
use crate::source::Source;

/// The log inside, or the source itself where nothing is packed in it. Of an archive with several tables the one that was asked for,
/// or all that have the same columns.
///
/// # Errors
/// What is packed cannot be unpacked.
pub fn unpacked(source: Source, opening: &Opening) -> Result<Source, BehaviourError> {
    let head = source.head(4)?;
    if head.starts_with(b"\x1F\x8B") {
        let log = unpack(&source, said::log_kind_gzip, source.name(), MultiGzDecoder::new(source.reader()?))?;
        source.check_unchanged()?;
        return Ok(log);
    }
    if !head.starts_with(b"PK\x03\x04") || Kind::of_source(&source)?.is_some() {
        return Ok(source);
    }
    tables::in_archive(source, opening)
}

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
