//! Work on the disk that a session asks for: plain values, run off the frame.

use super::{DiskReport, Opened, Origin, Remembered};
use crate::model::Map;
use crate::store::{
    DraftId, Loaded, Recents, SeenFiles, Settings, StateFolder, StoreError, from_bytes, load_map, save_map,
};
use std::path::{Path, PathBuf};

/// The map that the sample command opens.
const SAMPLE: &[u8] = include_bytes!("../../examples/lumen-kids.ron");

/// One piece of work.
#[derive(Clone, Debug, PartialEq)]
pub enum DiskJob {
    /// Writes a map to a file; `state` comes back with the report.
    Save {
        path: PathBuf,
        map: Box<Map>,
        state: u64,
        replace: Replace,
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

/// Which file that is there already a save may replace.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Replace {
    /// None: nobody was asked about a file of that name.
    Never,
    /// The map's own, as long as nobody else has written it since it was read.
    Own,
    /// Whatever it holds: a person chose it.
    Chosen,
}

impl DiskJob {
    /// Does the work; `seen` are the files as earlier jobs left them. It waits for the disk, so not on the frame. Jobs are to be run in the order in which they were asked
    /// for. The report goes back as [`super::Action::Disk`].
    pub fn run(self, folder: &StateFolder, seen: &mut SeenFiles) -> Option<DiskReport> {
        let kept = |done: Result<(), StoreError>| done.err().map(|e| DiskReport::Failed { message: e.to_string() });
        match self {
            Self::Save { path, replace: Replace::Own, .. } if seen.has_changed(&path) => {
                let message = format!(
                    "{}: not written, since another program has changed it since it was opened here; save under another \
                     name to keep both, or choose the same name to replace it",
                    path.display()
                );
                Some(DiskReport::SaveFailed { path, message })
            }
            Self::Save { path, replace: Replace::Never, .. } if path.exists() => {
                let message = format!("{}: there is such a file already; choose another name", path.display());
                Some(DiskReport::SaveFailed { path, message })
            }
            Self::Save { path, map, state, .. } => {
                let saved = save_map(&path, &map).map_err(|error| error.to_string()).and_then(|()| {
                    seen.look(&path);
                    read_back(&path, &map)
                });
                Some(match saved {
                    Ok(()) => DiskReport::Saved { path, state },
                    Err(message) => DiskReport::SaveFailed { path, message },
                })
            }
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
                seen.look(&path);
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

/// Whether a file holds a map, as the disk gives it back: only then it is said to be saved.
fn read_back(path: &Path, map: &Map) -> Result<(), String> {
    let advice = "the work is still open here; save it under another name or on another disk";
    match load_map(path) {
        Ok(read) if read.map == *map => Ok(()),
        Ok(_) => Err(format!("{}: written, but it reads back as another map; {advice}", path.display())),
        Err(error) => Err(format!("{}: written, but it cannot be read back ({error}); {advice}", path.display())),
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
