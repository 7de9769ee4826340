//! Where the map is kept, and what stands on the disk of it: its file, its draft, and the way to another map.
//!
//! Each of the three is one state of few, so that no two of them can contradict each other: [`Filing`] for the file,
//! [`Drafting`] for the draft, [`Course`] for where the person is going. Whether the file holds the map as it is now, the
//! history knows.

mod ask;
mod draft;
mod leave;
mod open;
mod save;
mod together;
mod version;

pub use ask::{Ask, Occasion};
pub(super) use leave::Next;
pub use version::{Counts, Version};

use super::{Cause, DiskReport, Effect, Session, Tone};
use crate::model::{Edit, IdSource};
use crate::store::{DraftId, draft_id};
use draft::Drafting;
use leave::Course;
use save::Filing;
use std::path::{Path, PathBuf};
use std::time::Duration;
use touchline_words::say;

/// The file behind the map, and what is under way with it.
#[derive(Debug)]
pub(super) struct Document {
    /// Which map it is among all that this program had open. Its draft goes by that name, and what the disk reports of a
    /// map that was left is known by it.
    pub id: DraftId,
    pub path: Option<PathBuf>,
    /// The file of which it is a copy that has no file yet.
    copy_of: Option<PathBuf>,
    filing: Filing,
    drafting: Drafting,
    /// The text in an editor as it is noted in the journal.
    noted: Option<Edit>,
    /// The map's title as the list of drafts tells it.
    titled: String,
    course: Course,
}

/// How safe the map is, for the mark beside the title.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SaveState {
    /// As its file, or without a file and untouched.
    Saved,
    Saving,
    /// Edited since; a draft keeps the work.
    Unsaved,
    /// The last save failed; the notice says why.
    Failed,
}

impl Document {
    pub fn untitled(ids: &mut IdSource) -> Self {
        Self {
            id: draft_id(ids),
            path: None,
            copy_of: None,
            filing: Filing::Idle,
            drafting: Drafting::None,
            noted: None,
            titled: String::new(),
            course: Course::Here,
        }
    }

    /// Notes an edit.
    pub fn edited(&mut self) {
        self.filing.edited();
    }
}

impl Session {
    pub fn save_state(&self) -> SaveState {
        match self.document.filing {
            Filing::Writing => SaveState::Saving,
            Filing::Failed => SaveState::Failed,
            Filing::Idle if self.is_safe() => SaveState::Saved,
            Filing::Idle => SaveState::Unsaved,
        }
    }

    /// Whether the file holds the map, with all that is being written.
    fn is_safe(&self) -> bool {
        self.is_kept() && !self.writing.has_refused()
    }

    /// The same, but for texts that the map cannot take.
    fn is_kept(&self) -> bool {
        self.map.history().is_saved() && !self.writing.is_untaken(&self.map)
    }

    /// The file's name, or `Untitled`.
    pub fn file_name(&self) -> String {
        let name = self.path().and_then(Path::file_name);
        name.map_or(say!(session_untitled).to_owned(), |name| name.to_string_lossy().into_owned())
    }

    /// When [`super::Intent::Tick`] has something to do next, in time since the program's start.
    pub fn next_tick(&self) -> Option<Duration> {
        let flows = self.flows.next_tick(self.now);
        [self.document.drafting.due(), self.notices.next_to_go(), flows].into_iter().flatten().min()
    }

    pub(super) fn tick(&mut self, effects: &mut Vec<Effect>) {
        self.notices.pass(self.now);
        self.tick_flows(effects);
    }

    pub(super) fn disk_report(&mut self, report: DiskReport, effects: &mut Vec<Effect>) {
        match report {
            DiskReport::Saved { of, path, state, doubt } => {
                self.saved(&of, path, state, effects);
                doubt.into_iter().for_each(|doubt| self.say(Cause::Save, Tone::Warning, doubt));
            }
            DiskReport::SaveFailed { of, message, .. } => self.save_failed(&of, message),
            DiskReport::SaveConflict { of, path, file } => self.save_conflict(&of, path, file),
            DiskReport::Together { of, path, state, together } => {
                self.brought_together(&of, path, state, together, effects);
            }
            DiskReport::DraftWritten { draft, number } => self.draft_written(&draft, number, effects),
            DiskReport::DraftFull(draft) => self.draft_full(&draft),
            DiskReport::DraftFailed { draft, message } => self.draft_failed(&draft, &message),
            DiskReport::Drafts(drafts) => self.drafts_listed(drafts),
            DiskReport::Versions { of, versions } => self.versions_listed(of, versions, effects),
            DiskReport::Version { id, map } => self.version_read(&id, map),
            DiskReport::Recents(recents) => self.recents = recents,
            DiskReport::AlsoOpen { path, process, machine } => {
                let name = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
                let told = match machine {
                    Some(machine) => say!(session_also_open_elsewhere, name, machine),
                    None => say!(session_also_open, name, process),
                };
                self.say(Cause::Open, Tone::Warning, told);
            }
            DiskReport::Log(end) => {
                effects.push(Effect::CopyDiagnostics(end));
                self.say(Cause::Open, Tone::Good, say!(session_diagnostics_copied));
            }
            DiskReport::WishedFor => {
                effects.push(Effect::ComeForward);
                self.say(Cause::Open, Tone::Info, say!(session_wished_for, name = self.file_name()));
            }
            DiskReport::Kept { of, kept } => self.kept_told(&of, *kept),
            DiskReport::Forgotten { what, why_not, recents, drafts } => {
                self.forgotten(&what, why_not, recents, drafts);
            }
            DiskReport::Opened(opened) => self.opened(opened, effects),
            DiskReport::OpenFailed { message, .. } => self.open_failed(message),
            DiskReport::Libraries { libraries, asked } => self.libraries_read(libraries, asked, effects),
            DiskReport::Failed { message } => self.say(Cause::Open, Tone::Warning, message),
        }
    }
}

#[cfg(test)]
mod draft_stories;
#[cfg(test)]
mod stories;
#[cfg(test)]
mod together_stories;
#[cfg(test)]
mod window_stories;
