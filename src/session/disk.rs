//! Work on the disk that a session asks for: plain values, run off the frame.

use super::{DiskReport, Opened, Origin, Remembered};
use crate::model::Map;
use crate::store::{DraftId, Loaded, Recents, Settings, StateFolder, StoreError, from_bytes, load_map, save_map};
use std::path::PathBuf;

/// The map that the sample command opens.
const SAMPLE: &[u8] = include_bytes!("../../examples/lumen-kids.ron");

/// One piece of work.
#[derive(Clone, Debug, PartialEq)]
pub enum DiskJob {
    /// Writes a map to its file; `state` comes back with the report. Without `replace`, a file that is there already
    /// is left alone.
    Save {
        path: PathBuf,
        map: Box<Map>,
        state: u64,
        replace: bool,
    },
    /// Writes a map as a draft, with the path of the file it came from.
    WriteDraft {
        draft: DraftId,
        map: Box<Map>,
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

impl DiskJob {
    /// Does the work; waits for the disk, so not on the frame. Jobs are to be run in the order in which they were asked
    /// for. The report goes back as [`super::Action::Disk`].
    pub fn run(self, folder: &StateFolder) -> Option<DiskReport> {
        let kept = |done: Result<(), StoreError>| done.err().map(|e| DiskReport::Failed { message: e.to_string() });
        match self {
            Self::Save { path, replace: false, .. } if path.exists() => {
                let message = format!("{}: there is such a file already; choose another name", path.display());
                Some(DiskReport::SaveFailed { path, message })
            }
            Self::Save { path, map, state, .. } => Some(match save_map(&path, &map) {
                Ok(()) => DiskReport::Saved { path, state },
                Err(error) => DiskReport::SaveFailed { path, message: error.to_string() },
            }),
            Self::WriteDraft { draft, map, original, state } => {
                Some(match folder.write_draft(&draft, &map, original.as_deref()) {
                    Ok(()) => DiskReport::DraftWritten { state },
                    Err(error) => DiskReport::DraftFailed { message: error.to_string() },
                })
            }
            Self::DiscardDraft(draft) => kept(folder.discard_draft(&draft)),
            Self::Open(path) => {
                // A path that is remembered has to be found from any working folder.
                let path = std::path::absolute(&path).unwrap_or(path);
                Some(opened(load_map(&path), Origin::File(path.clone()), path))
            }
            Self::OpenDraft(draft) => Some(match folder.open_draft(&draft) {
                Ok((loaded, original)) => opened(Ok(loaded), Origin::Draft(draft, original), PathBuf::new()),
                Err(error) => DiskReport::OpenFailed { path: PathBuf::new(), message: error.to_string() },
            }),
            Self::OpenSample => Some(opened(from_bytes("the sample map", SAMPLE), Origin::Sample, PathBuf::new())),
            Self::WriteSettings(settings) => kept(folder.write_settings(&settings)),
            Self::WriteRecents(recents) => kept(folder.write_recents(&recents)),
        }
    }
}

fn opened(loaded: Result<Loaded, StoreError>, from: Origin, path: PathBuf) -> DiskReport {
    match loaded {
        Ok(Loaded { map, unknown }) => DiskReport::Opened(Box::new(Opened { map, from, unknown })),
        Err(error) => DiskReport::OpenFailed { path, message: error.to_string() },
    }
}

impl Remembered {
    /// What the state folder holds, read at the start.
    pub fn read(folder: &StateFolder) -> Self {
        Self { settings: folder.settings(), recents: folder.recents(), drafts: folder.drafts() }
    }
}
