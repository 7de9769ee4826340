//! What work on the disk leaves in the log: what it was, how it ended, how long it took and how large the file was.

use super::{DiskJob, DiskReport};
use crate::store::{Event, How, StateFolder, What};
use std::path::PathBuf;
use std::time::Instant;

/// A piece of work that is being done.
pub(super) struct Begun {
    what: What,
    file: Option<PathBuf>,
    at: Instant,
}

impl Begun {
    #[expect(clippy::disallowed_methods, reason = "how long the disk takes is measured here")]
    pub fn of(job: &DiskJob) -> Self {
        let (what, file) = told(job);
        Self { what, file: file.cloned(), at: Instant::now() }
    }

    /// Logs how it ended. What is noted while one types is told where it failed alone, and what reads the log not at all.
    #[expect(clippy::disallowed_methods, reason = "the same")]
    pub fn log(self, report: Option<&DiskReport>, folder: &StateFolder) {
        let how = how(report);
        let is_quiet =
            self.what == What::ReadLog || matches!(self.what, What::Note | What::Hold | What::Know) && how == How::Done;
        if !is_quiet {
            let bytes = self.file.and_then(|file| std::fs::metadata(file).ok()).map(|found| found.len());
            folder.log(Event { what: self.what, how, took: self.at.elapsed(), bytes });
        }
    }
}

fn told(job: &DiskJob) -> (What, Option<&PathBuf>) {
    match job {
        DiskJob::Save { path, .. } => (What::Save, Some(path)),
        DiskJob::BringTogether { path, .. } => (What::BringTogether, Some(path)),
        DiskJob::Know(..) => (What::Know, None),
        DiskJob::WriteDraft { .. } => (What::WriteDraft, None),
        DiskJob::Note { .. } => (What::Note, None),
        DiskJob::DiscardDraft(_) => (What::DiscardDraft, None),
        DiskJob::ListDrafts => (What::ListDrafts, None),
        DiskJob::Open(path) => (What::Open, Some(path)),
        DiskJob::OpenDraft { .. } => (What::OpenDraft, None),
        DiskJob::OpenSample => (What::OpenSample, None),
        DiskJob::ListVersions(_) => (What::ListVersions, None),
        DiskJob::ReadVersion(_) => (What::ReadVersion, None),
        DiskJob::OpenVersion(_) => (What::OpenVersion, None),
        DiskJob::NameMoment { .. } => (What::NameMoment, None),
        DiskJob::WriteSettings(_) => (What::WriteSettings, None),
        DiskJob::ChangeRecents(_) => (What::ChangeRecents, None),
        DiskJob::Hold(_) => (What::Hold, None),
        DiskJob::ReadLog => (What::ReadLog, None),
        DiskJob::ReadLibraries { .. } => (What::ReadLibraries, None),
        DiskJob::KeepCopied { .. } => (What::KeepCopied, None),
    }
}

fn how(report: Option<&DiskReport>) -> How {
    match report {
        Some(DiskReport::SaveConflict { .. }) => How::Conflict,
        Some(DiskReport::AlsoOpen { .. }) => How::Taken,
        Some(DiskReport::Saved { doubt: Some(_), .. }) => How::Doubtful,
        Some(
            DiskReport::SaveFailed { .. }
            | DiskReport::DraftFailed { .. }
            | DiskReport::OpenFailed { .. }
            | DiskReport::Failed { .. }
            | DiskReport::Version { map: Err(_), .. }
            | DiskReport::Together { together: Err(_), .. },
        ) => How::Failed,
        None
        | Some(
            DiskReport::Saved { doubt: None, .. }
            | DiskReport::Together { together: Ok(_), .. }
            | DiskReport::DraftWritten { .. }
            | DiskReport::DraftFull(_)
            | DiskReport::Drafts(_)
            | DiskReport::Versions { .. }
            | DiskReport::Version { map: Ok(_), .. }
            | DiskReport::Opened(_)
            | DiskReport::Libraries { .. }
            | DiskReport::Recents(_)
            | DiskReport::Log(_),
        ) => How::Done,
    }
}
