//! A map and what another program has written into its file, brought together off the frame.

use super::why::Words;
use crate::edit::{Merged, merge_maps};
use crate::model::{Map, MapId, Tables};
use crate::store::{Fingerprint, KeptVersion, Loaded, SeenFiles, StateFolder, load_map};
use std::cmp::Reverse;
use std::path::Path;
use touchline_words::say;

/// A map and what its file holds now, brought together.
#[derive(Clone, Debug, PartialEq)]
pub struct Together {
    pub merged: Merged,
    pub with: With,
    /// What the file holds.
    pub file: Fingerprint,
    pub base: Base,
}

/// What a map is brought together with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum With {
    /// Its own file, which has changed.
    Own,
    /// A copy of it, which goes its own way.
    Copy,
}

/// What both grew from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Base {
    /// What the file held when this program last saw it.
    Known,
    /// The kept version that the copy is nearest to, of that time.
    Nearest { unix_secs: u64 },
    /// Nobody knows any more.
    Unknown,
}

/// Brings a map together with what a file holds now; what both grew from is the version of what was known of the file.
///
/// # Errors
/// Why that cannot be, in a sentence.
pub(super) fn bring_together(
    path: &Path,
    with: With,
    ours: &Map,
    folder: &StateFolder,
    seen: &SeenFiles,
    words: &Words,
) -> Result<Together, String> {
    let was = seen.known(path);
    // Read before the map is, so that what is written meanwhile is seen at the next save.
    let file = Fingerprint::of_file(path).ok_or_else(|| say!(session_together_gone, path = path.display()))?;
    let Loaded { map: theirs, unknown } = load_map(path).map_err(|error| words.of(&error))?;
    let theirs = theirs.numbered();
    if let Some(field) = unknown.first() {
        return Err(say!(session_together_unknown, line = field.line, field = field.path.as_str()));
    }
    if ours.meta.id != theirs.meta.id {
        return Err(say!(session_together_another).to_owned());
    }
    let (tables, base) = match with {
        With::Own => {
            let known = was.zip(ours.meta.id).and_then(|(was, id)| folder.version_of(id, was));
            known.map(|base| (base.to_tables(), Base::Known))
        }
        With::Copy => ours.meta.id.and_then(|id| nearest(folder, id, &theirs)),
    }
    .unwrap_or_else(|| (Tables::default(), Base::Unknown));
    let merged = merge_maps(&tables, ours, &theirs).map_err(|problems| {
        let why = problems.first().map(ToString::to_string).unwrap_or_default();
        say!(session_together_cannot, why)
    })?;
    Ok(Together { merged, with, file, base })
}

/// The kept version from which a copy differs in the fewest records; of several the newest.
fn nearest(folder: &StateFolder, id: MapId, copy: &Map) -> Option<(Tables, Base)> {
    let read = |version: KeptVersion| {
        let map = folder.read_version(&version.id).ok()?.map.numbered();
        Some((map.difference(copy).len(), version.id.unix_secs(), map))
    };
    let versions = folder.versions(id).into_iter().filter_map(read);
    let (_, unix_secs, map) = versions.min_by_key(|(differences, unix_secs, _)| (*differences, Reverse(*unix_secs)))?;
    Some((map.to_tables(), Base::Nearest { unix_secs }))
}
