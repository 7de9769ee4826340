//! Drafts: unsaved work in the state folder, one file a document and process, safe from crashes of either.

use crate::model::{IdSource, StageId};
use std::path::PathBuf;

/// A draft's name among all: random, written as 13 letters and digits.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct DraftId(pub String);

/// Unsaved work that an earlier run left behind.
#[derive(Clone, Debug, PartialEq)]
pub struct Draft {
    pub id: DraftId,
    /// The map's title.
    pub title: String,
    /// The file that it was opened from, if any.
    pub original: Option<PathBuf>,
    /// When it was written, in seconds since 1970.
    pub written_unix_secs: u64,
}

/// A new draft's name.
pub fn draft_id(ids: &mut IdSource) -> DraftId {
    DraftId(StageId(ids.fresh()).to_string())
}
