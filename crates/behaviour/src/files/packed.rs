//! A log that is packed: gzip around it, or a ZIP archive with one log in it.

use std::path::Path;

use flate2::read::MultiGzDecoder;
use zip::ZipArchive;

use super::folder::is_called_like_log;
use crate::error::BehaviourError;
use crate::source::Source;

/// The log inside, or the source itself where nothing is packed in it. Of an archive with several logs, which is meant nobody
/// can tell: it stays as it is.
///
/// # Errors
/// What is packed cannot be unpacked.
pub fn unpacked(source: Source) -> Result<Source, BehaviourError> {
    let head = source.head(4)?;
    if head.starts_with(b"\x1F\x8B") {
        let mut inside = MultiGzDecoder::new(source.reader()?);
        let log = Source::from_reader(source.name(), &mut inside, source.now())?;
        source.check_unchanged()?;
        return Ok(log);
    }
    if !head.starts_with(b"PK\x03\x04") {
        return Ok(source);
    }
    let Ok(mut archive) = ZipArchive::new(source.reader()?) else { return Ok(source) };
    let is_log = |name: &String| {
        let path = Path::new(name);
        is_called_like_log(path) && !name.starts_with("__MACOSX")
    };
    let names = archive.file_names().filter_map(|name| Some(name.ok()?.into_owned()));
    let logs: Vec<String> = names.filter(is_log).collect();
    let [only] = logs.as_slice() else { return Ok(source) };
    let damaged = |error: zip::result::ZipError| BehaviourError::Unreadable {
        name: source.name().to_owned(),
        reason: error.to_string(),
    };
    let mut inside = archive.by_name(only).map_err(damaged)?;
    let log = Source::from_reader(source.name(), &mut inside, source.now())?;
    source.check_unchanged()?;
    Ok(log)
}
