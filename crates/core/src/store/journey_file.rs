//! A Mermaid user journey in a file, read as a map.

use super::{Loaded, StoreError};
use crate::edit::journey::{JOURNEY_BYTES_MAX, read_journey};
use crate::model::IdSource;
use std::io::Read;
use std::path::Path;

/// The map of a user journey that stands in a file.
///
/// # Errors
/// The file cannot be read, is no text, or holds what is no journey: in words, with the line.
pub fn load_journey(path: &Path) -> Result<Loaded, String> {
    let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
    let mut bytes = Vec::new();
    // One byte more than a journey has tells that there is more.
    let read = std::fs::File::open(path).and_then(|file| {
        let most = u64::try_from(JOURNEY_BYTES_MAX).unwrap_or(u64::MAX).saturating_add(1);
        file.take(most).read_to_end(&mut bytes)
    });
    read.map_err(|error| StoreError::Unreadable { name: name.clone(), reason: error.to_string() }.to_string())?;
    let text = String::from_utf8(bytes).map_err(|error| {
        let offset = error.utf8_error().valid_up_to();
        StoreError::NotText { name: name.clone(), offset }.to_string()
    })?;
    let journey = read_journey(&text).map_err(|error| format!("{name}: {error}"))?;
    Ok(Loaded { map: journey.to_map(&mut IdSource::random()).numbered(), unknown: Vec::new() })
}
