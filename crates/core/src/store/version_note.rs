//! What stands beside a version of a map: its name, and what it was.

use crate::model::Map;
use serde::{Deserialize, Serialize};
use std::path::{Path, PathBuf};

/// As much of a title and of a name as is kept.
pub(super) const NAME_CHARS_MAX: usize = 500;

/// What stands beside a version.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct VersionNote {
    /// What a person called the moment.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub name: String,
    /// The map’s title.
    pub title: String,
    /// The file that it was saved to.
    pub path: Option<PathBuf>,
    pub stages: usize,
    pub cards: usize,
    /// All that is written beside them: notes, questions, flags and the like.
    pub others: usize,
}

impl VersionNote {
    /// About a map as it is now.
    pub fn of(map: &Map, path: Option<&Path>, name: &str) -> Self {
        let cut = |text: &str| text.trim().chars().take(NAME_CHARS_MAX).collect();
        let (stages, cards) = (map.stages.len(), map.touchpoints.len());
        // A path that is no UTF-8 cannot be written down.
        let path = path.filter(|path| path.to_str().is_some()).map(Path::to_owned);
        let frame = stages + map.lanes.len() + map.segments.len() + map.measurements.len();
        let others = map.len().saturating_sub(frame + cards);
        Self { name: cut(name), title: cut(&map.meta.title), path, stages, cards, others }
    }
}
