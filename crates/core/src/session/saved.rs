//! A save, off the frame: the file is written, read back, and kept as a version.

use super::reads::reads_of;
use super::why::Words;
use crate::model::Map;
use crate::store::{Fingerprint, SeenFiles, StateFolder, StoreError, Why, file_text, holds, readers_of};
use std::path::{Path, PathBuf};
use touchline_words::say;

/// Saves a map with its version: `Ok` when the file holds it, with what is in doubt about it.
pub(super) fn save(
    path: &Path,
    map: &Map,
    read: &[PathBuf],
    folder: &StateFolder,
    seen: &SeenFiles,
    words: &Words,
) -> Result<Option<String>, String> {
    let readers = readers_of(path);
    let text = file_text(path, map).map_err(|error| words.of(&error))?;
    let before = map.meta.id.map_or(Ok(()), |id| folder.keep_what_stands(id, path));
    let doubt = match reads_of(read).write_on(folder.disk(), path, text.as_bytes()) {
        // The file is the new one, whatever a power cut may do to it.
        Err(doubt @ StoreError::PerhapsNotKept { .. }) => Some(words.of(&doubt)),
        written => written.map(|()| None).map_err(|error| words.of(&error))?,
    };
    if let Err(other) = read_back(path, text.as_bytes()) {
        seen.look(path);
        return Err(words.because(Why::ReadBack, other));
    }
    let fingerprint = Fingerprint::of(text.as_bytes());
    seen.remember(path, fingerprint);
    // No save fails for its version.
    let kept = before.and_then(|()| folder.keep_version_as(map, (&text, fingerprint), Some(path)));
    let doubt = doubt.or(kept.err().map(|error| say!(session_version_not_kept, error = error.to_string())));
    // Told once: the next save finds the file as this one left it.
    let is_other = readers.is_some_and(|before| readers_of(path).is_some_and(|now| now != before));
    Ok(doubt.or_else(|| is_other.then(|| say!(session_readers_not_kept, path = path.display()))))
}

/// Whether a file holds what was written, as the disk gives it back: only then it is said to be saved.
fn read_back(path: &Path, written: &[u8]) -> Result<(), String> {
    let advice = say!(session_read_back_advice);
    match holds(path, written) {
        Ok(true) => Ok(()),
        Ok(false) => Err(say!(session_read_back_other, path = path.display(), advice)),
        Err(error) => Err(say!(session_read_back_failed, path = path.display(), error = error.to_string(), advice)),
    }
}
