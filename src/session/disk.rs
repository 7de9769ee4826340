//! Work on the disk that a session asks for: plain values, run off the frame.

use crate::model::Map;
use crate::store::{DraftId, Recents, Settings};
use std::path::PathBuf;

/// One piece of work.
#[derive(Clone, Debug, PartialEq)]
pub enum DiskJob {
    /// Writes a map to its file; `state` comes back with the report.
    Save {
        path: PathBuf,
        map: Map,
        state: u64,
    },
    /// Writes a map as a draft, with the path of the file it came from.
    WriteDraft {
        draft: DraftId,
        map: Map,
        original: Option<PathBuf>,
        state: u64,
    },
    DiscardDraft(DraftId),
    Open(PathBuf),
    OpenDraft(DraftId),
    OpenSample,
    WriteSettings(Settings),
    WriteRecents(Recents),
}
