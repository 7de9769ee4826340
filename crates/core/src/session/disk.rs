//! Work on the disk that a session asks for: plain values, run off the frame.

use touchline_words::{Language, language, say};

use super::privacy::recovery_words;
use super::saved::save;
use super::together::{With, bring_together};
use super::why::Words;
use super::{Beside, DiskReport, DraftOf, Opened, Origin, Remembered, Version};
use crate::edit::Fragment;
use crate::model::{Edit, Map, MapId};
use crate::store::{
    DraftId, Entry, Event, Fingerprint, Grown, How, KeptOf, Loaded, OpenDraft, RecentsChange, Recovery, Room,
    SeenFiles, Settings, StateFolder, StoreError, VersionId, VersionNote, What, Why, from_bytes, is_same_file,
    load_journey, load_map, modified_unix_secs,
};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Instant;

/// The map that the sample command opens.
fn sample() -> &'static [u8] {
    match language() {
        Language::English | Language::Pseudo => include_bytes!("../../../../examples/lumen-kids.ron"),
        Language::German => include_bytes!("../../../../examples/lumen-kids.de.ron"),
    }
}

/// One piece of work.
#[derive(Clone, Debug, PartialEq)]
pub enum DiskJob {
    /// Writes a map to a file; `of` and `state` come back with the report.
    Save {
        of: DraftId,
        path: PathBuf,
        map: Box<Map>,
        state: u64,
        replace: Replace,
        /// What was read beside the map, and is never written over.
        read: Vec<PathBuf>,
    },
    /// Brings a map together with what a file holds now, which somebody else has written.
    BringTogether {
        of: DraftId,
        path: PathBuf,
        with: With,
        map: Box<Map>,
        state: u64,
    },
    /// Remembers what a file holds as known: it is in the map by now.
    Know(PathBuf, Fingerprint),
    /// Writes a map as a draft, with the path of the file it came from, and begins its journal with the text that is being written.
    /// Reports of it and of what is noted later come back with `number`.
    WriteDraft {
        draft: DraftId,
        map: Arc<Map>,
        writing: Option<Edit>,
        original: Option<PathBuf>,
        number: u64,
    },
    /// Notes what was done since the draft was written.
    Note {
        draft: DraftId,
        entries: Vec<Entry>,
        number: u64,
    },
    DiscardDraft(DraftId),
    ListDrafts,
    Open(PathBuf),
    /// Keeps what stands in the file of a map that was just opened, as what it will have grown from.
    KeepOpened(MapId, PathBuf, VersionNote),
    OpenDraft {
        draft: DraftId,
        how: DraftOpening,
    },
    OpenSample,
    /// Lists the versions of a map.
    ListVersions(MapId),
    ReadVersion(VersionId),
    /// Opens a version as a map without a file.
    OpenVersion(VersionId),
    /// Keeps a map as it is, under a name that a person gave the moment, and lists its versions.
    NameMoment {
        map: Arc<Map>,
        path: Option<PathBuf>,
        name: String,
    },
    WriteSettings(Settings),
    ChangeRecents(RecentsChange),
    /// Shows this file alone from now on, or none.
    Hold(Option<PathBuf>),
    /// Reads the end of what was done, for whoever is asked for help.
    ReadLog,
    /// Logs what was done elsewhere, with the size of its file.
    Log {
        event: Event,
        file: Option<PathBuf>,
    },
    /// Looks what is kept beside the files.
    Kept(KeptOf),
    /// Deletes it.
    Forget(Box<Recovery>),
    /// Reads the libraries, with a folder for a person's own made first where it is asked for.
    ReadLibraries {
        make: bool,
    },
    /// Keeps the records behind words on the clipboard for other windows.
    KeepCopied {
        words: String,
        part: Box<Fragment>,
    },
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

/// How a draft is opened whose file may have changed since it was made.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DraftOpening {
    /// Where the file has changed, the draft is only looked at, and both versions are told.
    Careful,
    /// As a map without a file.
    Copy,
    /// To be saved in the place of the file, whatever it holds now.
    Over,
    /// To be brought together with what the file holds now.
    Beside,
}

impl DiskJob {
    /// Whether it is done by who keeps the drafts, in the order in which it is asked for, so that it never waits for a save.
    pub fn is_of_drafts(&self) -> bool {
        matches!(self, Self::WriteDraft { .. } | Self::Note { .. } | Self::DiscardDraft(_))
    }

    /// One job for two that follow each other, where the disk need not be waited for twice; else both.
    pub fn with(self, next: Self) -> (Self, Option<Self>) {
        match (self, next) {
            (
                Self::Note { draft, mut entries, .. },
                Self::Note { draft: next_draft, entries: next_entries, number },
            ) if draft == next_draft => {
                entries.extend(next_entries);
                (Self::Note { draft, entries, number }, None)
            }
            (job, next) => (job, Some(next)),
        }
    }

    /// Does the work and logs it; `seen` are the files as earlier jobs left them. It waits for the disk, so not on the frame. Jobs are
    /// to be run in the order in which they were asked for. The report goes back as [`super::Intent::Disk`].
    pub fn run(self, folder: &StateFolder, seen: &SeenFiles) -> Option<DiskReport> {
        if let Self::Log { event, file } = self {
            folder.log(Event { bytes: file.as_deref().and_then(size_of), ..event });
            return None;
        }
        let (begun, words) = (Begun::of(&self), Words::default());
        let report = self.done(folder, seen, &words);
        begun.log(report.as_ref(), words.why(), folder);
        report
    }

    fn done(self, folder: &StateFolder, seen: &SeenFiles, words: &Words) -> Option<DiskReport> {
        // Looking at what stands in the file and writing it is one step among all windows.
        let _turn = if let Self::Save { path, .. } = &self { Some(folder.turn(path)) } else { None };
        let kept = |done: Result<(), StoreError>| done.err().map(|e| DiskReport::Failed { message: words.of(&e) });
        match self {
            Self::Save { of, path, map, replace: Replace::Own, .. } if seen.has_changed(&path) => {
                let file = Version::of_file(&path, map.meta.id.zip(seen.known(&path)), folder);
                Some(DiskReport::SaveConflict { of, path, file })
            }
            Self::Save { of, path, replace: Replace::Never, .. } if path.exists() => {
                let message = say!(session_file_exists, path = path.display());
                Some(DiskReport::SaveFailed { of, path, message })
            }
            Self::Save { of, path, map, state, read, .. } => {
                Some(match save(&path, &map, &read, folder, seen, words) {
                    Ok(doubt) => DiskReport::Saved { of, path, state, doubt },
                    Err(message) => DiskReport::SaveFailed { of, path, message },
                })
            }
            Self::BringTogether { of, path, with, map, state } => {
                let together = bring_together(&path, with, &map, folder, seen, words).map(Box::new);
                Some(DiskReport::Together { of, path, state, together })
            }
            Self::Know(path, was) => {
                seen.remember(&path, was);
                None
            }
            Self::WriteDraft { draft, map, writing, original, number } => {
                let original = original.map(|path| Grown { was: seen.known(&path), path });
                // A copy is made here, so that the next edit need not make one while this is written.
                let map = Arc::unwrap_or_clone(map);
                let written = folder.write_draft(&draft, &map, original.as_ref());
                Some(match (written, writing) {
                    (Err(error), _) => DiskReport::DraftFailed { draft, message: words.of(&error) },
                    (Ok(()), None) => DiskReport::DraftWritten { draft, number },
                    (Ok(()), writing) => note(draft, &[Entry::Writing(writing)], number, folder, words),
                })
            }
            Self::Note { draft, entries, number } => Some(note(draft, &entries, number, folder, words)),
            Self::DiscardDraft(draft) => kept(folder.discard_draft(&draft)),
            // No map fails to open for it.
            Self::KeepOpened(id, path, note) => {
                drop(folder.keep_opened(id, &path, seen, note));
                None
            }
            Self::ListDrafts => Some(DiskReport::Drafts(folder.drafts())),
            Self::Open(path) => Some(open(path, folder, seen, words)),
            Self::OpenDraft { draft, how } => {
                Some(open_draft(draft, how, folder, seen).unwrap_or_else(|error| not_opened(&error, words)))
            }
            Self::OpenSample => Some(match from_bytes(say!(session_sample_name), sample()) {
                Ok(loaded) => opened(loaded, Origin::Sample, None, Vec::new()),
                Err(error) => not_opened(&error, words),
            }),
            Self::ListVersions(of) => Some(DiskReport::Versions { of, versions: folder.versions(of) }),
            Self::ReadVersion(id) => {
                let map = folder.read_version(&id).map(|loaded| Box::new(numbered(loaded).map));
                Some(DiskReport::Version { id, map: map.map_err(|error| words.of(&error)) })
            }
            Self::OpenVersion(id) => Some(match folder.read_version(&id).map(numbered) {
                Ok(loaded) => opened(loaded, Origin::Version(id), None, Vec::new()),
                Err(error) => not_opened(&error, words),
            }),
            Self::NameMoment { map, path, name } => {
                let of = map.meta.id?;
                Some(match folder.keep_version(&map, path.as_deref(), &name) {
                    Ok(()) => DiskReport::Versions { of, versions: folder.versions(of) },
                    Err(error) => DiskReport::Failed { message: words.of(&error) },
                })
            }
            Self::WriteSettings(settings) => kept(folder.write_settings(&settings)),
            Self::ReadLibraries { make } => Some(match make.then(|| folder.make_libraries()) {
                Some(Err(error)) => DiskReport::Failed { message: words.of(&error) },
                None | Some(Ok(())) => DiskReport::Libraries { libraries: Arc::new(folder.libraries()), asked: make },
            }),
            Self::ChangeRecents(change) => Some(match folder.change_recents(&change) {
                Ok(recents) => DiskReport::Recents(recents),
                Err(error) => DiskReport::Failed { message: words.of(&error) },
            }),
            Self::Hold(path) => {
                let also = folder.hold_file(path.as_deref())?;
                Some(DiskReport::AlsoOpen { path: path?, process: also.process, machine: also.machine })
            }
            // It was logged before.
            Self::Log { .. } => None,
            Self::ReadLog => Some(DiskReport::Log(folder.log_tail())),
            Self::Kept(of) => {
                let kept = Box::new(folder.recovery(of.as_ref().map(|(map, path)| (*map, path.as_path()))));
                Some(DiskReport::Kept { of, kept })
            }
            Self::Forget(recovery) => {
                let why_not = folder.forget(&recovery).err().map(|error| words.of(&error));
                let (what, recents, drafts) = (recovery_words(&recovery), folder.recents(), folder.drafts());
                Some(DiskReport::Forgotten { what, why_not, recents, drafts })
            }
            Self::KeepCopied { words, part } => kept(folder.keep_copied(&words, &part)),
        }
    }
}

/// Notes entries, and waits until the disk has them.
fn note(draft: DraftId, entries: &[Entry], number: u64, folder: &StateFolder, words: &Words) -> DiskReport {
    let noted = folder.append_journal(&draft, entries).and_then(|room| {
        let failed = folder.sync_journals().into_iter().find(|(failed, _)| *failed == draft);
        failed.map_or(Ok(room), |(_, error)| Err(error))
    });
    match noted {
        Ok(Room::Left) => DiskReport::DraftWritten { draft, number },
        Ok(Room::Full) => DiskReport::DraftFull(draft),
        Err(error) => DiskReport::DraftFailed { draft, message: words.of(&error) },
    }
}

/// Opens a file, and looks for unsaved work on it.
fn open(path: PathBuf, folder: &StateFolder, seen: &SeenFiles, words: &Words) -> DiskReport {
    // A path that is remembered has to be found from any working folder.
    let path = std::path::absolute(&path).unwrap_or(path);
    if path.extension().is_some_and(|ending| ending.eq_ignore_ascii_case("mmd")) {
        return match load_journey(&path) {
            Ok(loaded) => opened(loaded, Origin::Journey(path), None, Vec::new()),
            Err(message) => DiskReport::OpenFailed { path, message },
        };
    }
    seen.look(&path);
    match load_map(&path).map(numbered) {
        Ok(loaded) => {
            folder.tidy_beside(&path);
            let window = folder.holder(&path).map(|holder| Beside::Window { path: path.clone(), holder });
            let beside = window.into_iter().chain(drafts_of(&path, &loaded.map, folder)).collect();
            let written = modified_unix_secs(&path);
            opened(loaded, Origin::File(path), written, beside)
        }
        Err(error) => DiskReport::OpenFailed { path, message: words.of(&error) },
    }
}

/// The drafts of a file that hold something else than it does, the newest first.
fn drafts_of(path: &Path, map: &Map, folder: &StateFolder) -> Vec<Beside> {
    let is_of = |grown: &Grown| grown.path == path || is_same_file(&grown.path, path);
    let found = folder.drafts().into_iter().filter(|draft| draft.original.as_ref().is_some_and(is_of));
    found
        .filter_map(|draft| {
            let read = folder.read_draft(&draft.id).ok()?;
            let read = OpenDraft { loaded: numbered(read.loaded), ..read };
            let read = Some(read).filter(|read| read.loaded.map != *map)?;
            Some(Beside::Draft {
                draft: draft.id,
                path: path.to_owned(),
                version: Version::of_map(&read.loaded.map, Some(read.written_unix_secs)),
                file_changed: read.original.is_some_and(|grown| grown.has_changed(read.written_unix_secs)),
            })
        })
        .collect()
}

/// Opens a draft and takes it for this process, unless something has to be asked first.
fn open_draft(
    draft: DraftId,
    how: DraftOpening,
    folder: &StateFolder,
    seen: &SeenFiles,
) -> Result<DiskReport, StoreError> {
    let OpenDraft { loaded, original, written_unix_secs } = folder.read_draft(&draft)?;
    if let Some(grown) = &original {
        folder.tidy_beside(&grown.path);
    }
    let loaded = numbered(loaded);
    let written = Some(written_unix_secs);
    let of = match (original, how) {
        (None, _) => DraftOf::Nothing,
        (Some(grown), DraftOpening::Copy) => DraftOf::CopyOf(grown.path),
        (Some(grown), DraftOpening::Careful) if is_overtaken(&grown, written_unix_secs, &loaded.map) => {
            let known = loaded.map.meta.id.zip(grown.was);
            let beside =
                Beside::File { version: Version::of_file(&grown.path, known, folder), path: grown.path.clone() };
            let from = Origin::Draft(draft, DraftOf::File(grown.path));
            return Ok(opened(loaded, from, written, vec![beside]));
        }
        (Some(grown), DraftOpening::Beside) => {
            if let Some(was) = grown.was {
                seen.remember(&grown.path, was);
            }
            DraftOf::Beside(grown.path)
        }
        (Some(grown), DraftOpening::Careful | DraftOpening::Over) => {
            // What the file holds now has been weighed against the draft, by its content or by the person.
            seen.look(&grown.path);
            DraftOf::File(grown.path)
        }
    };
    folder.take_draft(&draft)?;
    Ok(opened(loaded, Origin::Draft(draft, of), written, Vec::new()))
}

/// Whether the file of a draft holds something else by now than it did, and than the draft does.
fn is_overtaken(grown: &Grown, written_unix_secs: u64, map: &Map) -> bool {
    grown.has_changed(written_unix_secs) && !load_map(&grown.path).map(numbered).is_ok_and(|now| now.map == *map)
}

/// A map of an older build is given its number as it is read, so that versions of it are held against each other without.
fn numbered(loaded: Loaded) -> Loaded {
    Loaded { map: loaded.map.numbered(), ..loaded }
}

fn opened(loaded: Loaded, from: Origin, written_unix_secs: Option<u64>, beside: Vec<Beside>) -> DiskReport {
    let Loaded { map, unknown } = loaded;
    DiskReport::Opened(Box::new(Opened { map, from, written_unix_secs, beside, unknown }))
}

fn not_opened(error: &StoreError, words: &Words) -> DiskReport {
    DiskReport::OpenFailed { path: PathBuf::new(), message: words.of(error) }
}

impl Remembered {
    /// What the state folder holds, read at the start.
    pub fn read(folder: &StateFolder) -> Self {
        let (settings, recents, drafts) = (folder.settings(), folder.recents(), folder.drafts());
        Self { settings, recents, drafts, report: folder.take_report() }
    }
}

/// A piece of work that is being done, for the log: what it is, how large its file, how long it takes.
struct Begun {
    what: What,
    file: Option<PathBuf>,
    at: Instant,
}

impl Begun {
    #[expect(clippy::disallowed_methods, reason = "how long the disk takes is measured here")]
    fn of(job: &DiskJob) -> Self {
        let (what, file) = told(job);
        Self { what, file: file.cloned(), at: Instant::now() }
    }

    /// Logs how it ended. What is noted while one types is told where it failed alone, and what reads the log not at all.
    #[expect(clippy::disallowed_methods, reason = "the same")]
    fn log(self, report: Option<&DiskReport>, why: Option<Why>, folder: &StateFolder) {
        let how = how(report);
        let is_quiet =
            self.what == What::ReadLog || matches!(self.what, What::Note | What::Hold | What::Know) && how == How::Done;
        if !is_quiet {
            let bytes = self.file.as_deref().and_then(size_of);
            let why = why.filter(|_| how != How::Done);
            folder.log(Event { what: self.what, how, why, took: self.at.elapsed(), bytes });
        }
    }
}

fn size_of(file: &Path) -> Option<u64> {
    std::fs::metadata(file).ok().map(|found| found.len())
}

fn told(job: &DiskJob) -> (What, Option<&PathBuf>) {
    match job {
        DiskJob::Save { path, .. } => (What::Save, Some(path)),
        DiskJob::BringTogether { path, .. } => (What::BringTogether, Some(path)),
        DiskJob::Know(..) => (What::Know, None),
        DiskJob::KeepOpened(_, path, _) => (What::KeepOpened, Some(path)),
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
        DiskJob::Log { event, .. } => (event.what, None),
        DiskJob::Kept(_) => (What::Kept, None),
        DiskJob::Forget(_) => (What::Forget, None),
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
            | DiskReport::Forgotten { why_not: Some(_), .. }
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
            | DiskReport::Kept { .. }
            | DiskReport::Forgotten { why_not: None, .. }
            | DiskReport::WishedFor
            | DiskReport::Log(_),
        ) => How::Done,
    }
}
