//! One of two versions of a map, told by when it was written and what is in it.

use touchline_words::direction::Listed;
use touchline_words::say;

use crate::edit::Since;
use crate::model::{Map, MapId};
use crate::store::{Fingerprint, StateFolder, load_map, modified_unix_secs};
use std::path::Path;

/// A version.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Version {
    /// When it was written, in seconds since 1970; `None` for what stands in the window alone, or where nobody knows.
    pub written_unix_secs: Option<u64>,
    /// What is in it; `None` for a file that is no map (any more).
    pub counts: Option<Counts>,
    /// What was added, what is gone and what changed since it was last seen here, in words, where that is known.
    pub since: Box<[Option<String>; 3]>,
}

/// How much there is in a map.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Counts {
    pub stages: usize,
    pub cards: usize,
    /// Questions, pain points, actions, flags, notes and metrics.
    pub annotations: usize,
}

impl Version {
    pub fn of_map(map: &Map, written_unix_secs: Option<u64>) -> Self {
        Self { written_unix_secs, counts: Some(Counts::of(map)), since: Default::default() }
    }

    /// Reads the file, and holds it against the version of it that was known here, for which a map's number and what was in it go.
    pub fn of_file(path: &Path, known: Option<(MapId, Fingerprint)>, folder: &StateFolder) -> Self {
        let map = load_map(path).ok().map(|loaded| loaded.map.numbered());
        let was = known.and_then(|(id, was)| folder.version_of(id, was));
        let since = was.zip(map.as_ref()).map(|(was, map)| Since::between(&was, map).words(&was, map));
        let counts = map.as_ref().map(Counts::of);
        Self { written_unix_secs: modified_unix_secs(path), counts, since: Box::new(since.unwrap_or_default()) }
    }
}

impl Counts {
    pub fn of(map: &Map) -> Self {
        // What is no column, row, audience, card or figure is a note or a flag, whichever kinds there are.
        let others =
            map.stages.len() + map.lanes.len() + map.segments.len() + map.touchpoints.len() + map.measurements.len();
        let annotations = map.len().saturating_sub(others);
        Self { stages: map.stages.len(), cards: map.touchpoints.len(), annotations }
    }

    /// `5 stages, 1 card, 12 notes and flags`.
    pub fn words(self) -> String {
        [
            say!(session_stages_counted, count = self.stages),
            say!(cards_counted, count = self.cards),
            say!(session_annotations_counted, count = self.annotations),
        ]
        .listed(", ")
    }
}
