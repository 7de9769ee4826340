//! Map files by their path.

use super::disk::{Disk, RealDisk, read_limited};
use super::error::StoreError;
use super::fingerprint::Fingerprint;
use super::safe_write::{private_write, safe_write};
use super::text::{Loaded, MAP_BYTES_MAX, from_bytes, to_text};
use crate::images::FILE_BYTES_MAX;
use crate::model::Map;
use std::path::{Path, PathBuf};
use std::time::UNIX_EPOCH;

/// Reads a map file.
///
/// # Errors
/// When the file cannot be read, or is not a whole, legal map of a known format.
pub fn load_map(path: &Path) -> Result<Loaded, StoreError> {
    let bytes = read_limited(path, MAP_BYTES_MAX)?;
    from_bytes(&path.display().to_string(), &bytes)
}

/// Whether a file holds these bytes, as the disk gives them back.
///
/// # Errors
/// When it cannot be read, or is larger than any map.
pub fn holds(path: &Path, bytes: &[u8]) -> Result<bool, StoreError> {
    Ok(read_limited(path, MAP_BYTES_MAX)? == bytes)
}

/// The bytes of a file that may be a picture, whatever is in it.
///
/// # Errors
/// When the file cannot be read, or is larger than any picture that is taken.
pub fn read_picture(path: &Path) -> Result<Vec<u8>, StoreError> {
    read_limited(path, FILE_BYTES_MAX)
}

/// No file that the program writes is larger.
const WRITTEN_BYTES_MAX: usize = 1024 * 1024 * 1024;

/// The bytes of a file that was just written, to see what is in it.
///
/// # Errors
/// When the file cannot be read.
pub fn read_written(path: &Path) -> Result<Vec<u8>, StoreError> {
    read_limited(path, WRITTEN_BYTES_MAX)
}

/// Those of the paths at which something stands already.
pub fn those_there<'a>(paths: impl IntoIterator<Item = &'a PathBuf>) -> Vec<PathBuf> {
    paths.into_iter().filter(|path| path.symlink_metadata().is_ok()).cloned().collect()
}

/// Writes a map file where nothing was read: afterwards it holds the map, or, with an error, exactly what it held before.
/// Who has read something writes by [`super::Reads::save_map`].
///
/// # Errors
/// When the text would not give the same map, or the file cannot be written.
pub fn save_map(path: &Path, map: &Map) -> Result<(), StoreError> {
    write_map(&RealDisk, path, map)
}

pub(super) fn write_map(disk: &dyn Disk, path: &Path, map: &Map) -> Result<(), StoreError> {
    safe_write(disk, path, file_text(path, map)?.as_bytes())
}

/// The same for a draft, which nobody but its owner is to read: what then stands in the file.
pub(super) fn write_draft(disk: &dyn Disk, path: &Path, map: &Map) -> Result<Fingerprint, StoreError> {
    let text = file_text(path, map)?;
    private_write(disk, path, text.as_bytes())?;
    Ok(Fingerprint::of(text.as_bytes()))
}

/// The text that a file is to hold, which was read back and gave the same map.
///
/// # Errors
/// When it would not give the same map, or be too large to be read; `path` stands in the message.
pub fn file_text(path: &Path, map: &Map) -> Result<String, StoreError> {
    let text = to_text(map);
    let name = path.display().to_string();
    match from_bytes(&name, text.as_bytes()) {
        Ok(loaded) if loaded.map == *map => Ok(text),
        // Too large a map is told as such.
        Err(error @ (StoreError::TooLarge { .. } | StoreError::TooMany { .. })) => Err(error),
        _ => Err(StoreError::NotTheSame { name }),
    }
}

/// Who may read and write a file, where it is there.
pub fn readers_of(path: &Path) -> Option<std::fs::Permissions> {
    std::fs::metadata(path).ok().map(|found| found.permissions())
}

/// When a file was written, in seconds since 1970; `None` where nobody knows.
pub fn modified_unix_secs(path: &Path) -> Option<u64> {
    let modified = std::fs::metadata(path).and_then(|found| found.modified()).ok()?;
    modified.duration_since(UNIX_EPOCH).ok().map(|since| since.as_secs())
}
