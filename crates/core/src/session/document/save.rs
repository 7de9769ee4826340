//! Saving: the map into its file, or into another that the person names.

use touchline_words::direction::as_name;
use touchline_words::say;

use super::leave::Course;
use super::version::Version;
use crate::session::commands::Command;
use crate::session::{Cause, DiskJob, Effect, FileAsk, Replace, Session, Tone};
use crate::store::{DraftId, RecentsChange};
use std::path::{Path, PathBuf};

/// What is under way between the map and its file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Filing {
    Idle,
    /// The disk has been given the map.
    Writing,
    /// It could not be written, which was said; nothing was edited since.
    Failed,
}

impl Filing {
    pub fn edited(&mut self) {
        if *self == Self::Failed {
            *self = Self::Idle;
        }
    }
}

impl Session {
    /// A name for another file of the map, with its ending.
    pub fn suggested_name(&self, ending: &str) -> String {
        let stem = |path: &Path| path.file_stem().map(|stem| stem.to_string_lossy().into_owned());
        let own = self.path().and_then(stem);
        let copy = self.document.copy_of.as_deref().and_then(stem).map(|stem| as_name(say!(session_recovered, stem)));
        format!("{}.{ending}", own.or(copy).unwrap_or_else(|| file_stem(&self.map.meta.title)))
    }

    pub(in crate::session) fn save(&mut self, effects: &mut Vec<Effect>) {
        match self.document.path.clone() {
            Some(path) => self.write_to(path, Replace::Own, effects),
            None => self.save_as(effects),
        }
    }

    pub(in crate::session) fn save_as(&mut self, effects: &mut Vec<Effect>) {
        let suggested = match self.path().and_then(Path::file_name) {
            Some(name) => name.to_string_lossy().into_owned(),
            None => self.suggested_name("ron"),
        };
        effects.push(Effect::AskFile(FileAsk::SaveMap(suggested)));
    }

    /// Saves under a chosen path. Where `.ron` has to be added, nobody was asked about a file of that name.
    pub(in crate::session) fn save_to(&mut self, path: PathBuf, effects: &mut Vec<Effect>) {
        let is_named = path.extension().is_some_and(|extension| extension.eq_ignore_ascii_case("ron"));
        if is_named {
            return self.write_to(path, Replace::Chosen, effects);
        }
        let mut named = path.into_os_string();
        named.push(".ron");
        let named = PathBuf::from(named);
        let is_own = self.document.path.as_ref() == Some(&named);
        self.write_to(named, if is_own { Replace::Own } else { Replace::Never }, effects);
    }

    pub(super) fn write_to(&mut self, path: PathBuf, replace: Replace, effects: &mut Vec<Effect>) {
        if self.document.filing == Filing::Writing {
            return;
        }
        self.document.filing = Filing::Writing;
        let (of, map, state) = (self.document.id.clone(), Box::new(self.map.map().clone()), self.map.history().state());
        effects.push(Effect::Disk(DiskJob::Save { of, path, map, state, replace, read: self.data.clone() }));
    }

    pub(super) fn saved(&mut self, of: &DraftId, path: PathBuf, state: u64, effects: &mut Vec<Effect>) {
        self.remember(&path, effects);
        if *of != self.document.id {
            // It was another map, left before the disk answered: its file is not this map's.
            return;
        }
        self.document.filing = Filing::Idle;
        self.document.copy_of = None;
        if self.document.path.as_ref() != Some(&path) {
            effects.push(Effect::Disk(DiskJob::Hold(Some(path.clone()))));
        }
        self.document.path = Some(path);
        self.map.mark_saved(state);
        self.notices.settle(&[Cause::Save, Cause::Draft], self.now);
        if self.is_kept() {
            self.drop_draft(effects);
        } else {
            // What was edited meanwhile grows from the file as it is now.
            self.renew_draft();
        }
        match std::mem::replace(&mut self.document.course, Course::Here) {
            Course::WhenSaved(next) | Course::AskedToKeep(next) if self.is_safe() => self.go(next, effects),
            // Edited while the file was being written, or a text could not be taken: ask again.
            Course::WhenSaved(next) => self.leave_for(next, effects),
            other => self.document.course = other,
        }
    }

    pub(super) fn save_failed(&mut self, of: &DraftId, message: String) {
        if *of == self.document.id {
            self.document.filing = Filing::Failed;
            if let Course::WhenSaved(_) = self.document.course {
                self.document.course = Course::Here;
            }
        }
        self.notices.push(Cause::Save, Tone::Bad, message, Some(Command::SaveAs), self.now);
    }

    /// Another program has written the file since it was opened: which of the two is to stand is asked.
    pub(super) fn save_conflict(&mut self, of: &DraftId, path: PathBuf, file: Version) {
        if *of != self.document.id {
            let message = say!(session_changed_outside, path = path.display());
            return self.say(Cause::Save, Tone::Bad, message);
        }
        self.document.filing = Filing::Failed;
        let next = match std::mem::replace(&mut self.document.course, Course::Here) {
            Course::WhenSaved(next) => Some(next),
            _ => None,
        };
        self.document.course = Course::AskedToReplace { path, file, next };
    }

    /// Puts the map's file in front of the recent ones.
    pub(super) fn remember(&mut self, path: &Path, effects: &mut Vec<Effect>) {
        self.change_recents(RecentsChange::Add(path.to_owned()), effects);
    }

    pub(in crate::session) fn pin_recent(&mut self, path: &Path, is_pinned: bool, effects: &mut Vec<Effect>) {
        self.change_recents(RecentsChange::Pin(path.to_owned(), is_pinned), effects);
    }

    pub(in crate::session) fn forget_recent(&mut self, path: &Path, effects: &mut Vec<Effect>) {
        self.change_recents(RecentsChange::Forget(path.to_owned()), effects);
    }

    fn change_recents(&mut self, change: RecentsChange, effects: &mut Vec<Effect>) {
        self.recents.change(&change);
        effects.push(Effect::Disk(DiskJob::ChangeRecents(change)));
    }
}

/// A title as the start of a file name.
fn file_stem(title: &str) -> String {
    let kept: String = title
        .chars()
        .map(|letter| if letter.is_control() || "/\\:*?\"<>|".contains(letter) { ' ' } else { letter })
        .take(80)
        .collect();
    let words: Vec<&str> = kept.split_whitespace().collect();
    let stem = words.join(" ");
    let stem = stem.trim_matches(|letter| letter == '.' || letter == ' ');
    if stem.is_empty() { say!(edit_untitled_map).to_owned() } else { stem.to_owned() }
}
