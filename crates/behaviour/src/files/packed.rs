//! A log that is packed: gzip around it, or a ZIP archive with tables in it.

use flate2::read::MultiGzDecoder;
use touchline_words::said;

use super::book::Kind;
use super::opening::Opening;
use super::tables;
use super::unpack::unpack;
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
