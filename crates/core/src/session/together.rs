//! A map and what another program has written into its file, brought together off the frame.

use crate::edit::{Merged, merge_maps};
use crate::model::{Map, Tables};
use crate::store::{Fingerprint, Loaded, SeenFiles, StateFolder, load_map};
use std::path::Path;
use touchline_words::say;

/// A map and what its file holds now, brought together.
#[derive(Clone, Debug, PartialEq)]
pub struct Together {
    pub merged: Merged,
    /// What the file holds.
    pub file: Fingerprint,
    /// Nobody knows any more what both grew from.
    pub is_without_base: bool,
}

/// Brings a map together with what a file holds now; what both grew from is the version of what was known of the file.
///
/// # Errors
/// Why that cannot be, in a sentence.
pub(super) fn bring_together(
    path: &Path,
    ours: &Map,
    folder: &StateFolder,
    seen: &SeenFiles,
) -> Result<Together, String> {
    let was = seen.known(path);
    // Read before the map is, so that what is written meanwhile is seen at the next save.
    let file = Fingerprint::of_file(path).ok_or_else(|| say!(session_together_gone, path = path.display()))?;
    let Loaded { map: theirs, unknown } = load_map(path).map_err(|error| error.to_string())?;
    let theirs = theirs.numbered();
    if let Some(field) = unknown.first() {
        return Err(say!(session_together_unknown, line = field.line, field = field.path.as_str()));
    }
    if ours.meta.id != theirs.meta.id {
        return Err(say!(session_together_another).to_owned());
    }
    let base = was.zip(ours.meta.id).and_then(|(was, id)| folder.version_of(id, was));
    let tables = base.as_ref().map_or_else(Tables::default, |base| base.to_tables());
    let merged = merge_maps(&tables, ours, &theirs).map_err(|problems| {
        let why = problems.first().map(ToString::to_string).unwrap_or_default();
        say!(session_together_cannot, why)
    })?;
    Ok(Together { merged, file, is_without_base: base.is_none() })
}
