//! Opening: a map, a draft or a log, and what is asked before another map takes the place of the present one.

use touchline_words::say;

use super::Document;
use super::draft::Drafting;
use super::leave::{Course, Fate, Leave, Next};
use crate::behaviour::files::folder::may_be_log;
use crate::edit::History;
use crate::model::{Map, MapId};
use crate::session::commands::Command;
use crate::session::{Beside, Cause, DiskJob, DraftOf, Effect, Opened, Origin, Session, Tone, Writing, Zoom};
use crate::store::VersionNote;
use std::path::PathBuf;

impl Session {
    /// Opens a path: a map, or a log to import.
    pub(in crate::session) fn open_path(&mut self, path: PathBuf, effects: &mut Vec<Effect>) {
        if !may_be_log(&path) {
            return self.leave_for(Next::Open(path), effects);
        }
        if self.may_import() {
            self.open_import(vec![path], effects);
        }
    }

    /// Imports several files as one log.
    pub(in crate::session) fn import_files(&mut self, logs: Vec<PathBuf>, effects: &mut Vec<Effect>) {
        if self.may_import() {
            self.open_import(logs, effects);
        }
    }

    /// Whether there is a map to import into; says so if not.
    fn may_import(&mut self) -> bool {
        if self.on_start {
            self.say(Cause::Data, Tone::Info, say!(session_open_before_import));
        }
        !self.on_start
    }

    pub(super) fn opened(&mut self, opened: Box<Opened>, effects: &mut Vec<Effect>) {
        self.take_text(effects);
        self.tell_refused();
        let here = self.map.history().state();
        let leave = match self.document.course {
            Course::Opening(leave) if leave.at == here => leave,
            _ if self.is_safe() => Leave { at: here, fate: Fate::Kept, has_chosen: false },
            // Edited while the disk was read: that work is asked about first.
            _ => {
                let next = match opened.from {
                    Origin::File(path) | Origin::CopyOf(path) | Origin::Journey(path) => Next::Open(path),
                    Origin::Sample => Next::Sample,
                    Origin::Version(id) => Next::Version(id),
                    Origin::Draft(draft, _) => Next::Draft(draft),
                };
                return self.leave_for(next, effects);
            }
        };
        let is_there = |beside: &&Beside| match beside {
            Beside::Draft { draft, .. } => !self.discarded.contains(draft),
            Beside::File { .. } | Beside::Window { .. } => true,
        };
        match opened.beside.iter().find(is_there).filter(|_| !leave.has_chosen).cloned() {
            Some(beside) => self.document.course = Course::AskedWhich(leave, opened, beside),
            None => self.look_into(leave, opened, effects),
        }
    }

    /// Takes a map that was read, unless saving it would drop something.
    pub(super) fn look_into(&mut self, leave: Leave, opened: Box<Opened>, effects: &mut Vec<Effect>) {
        if matches!(opened.from, Origin::File(_) | Origin::CopyOf(_)) && !opened.unknown.is_empty() {
            self.document.course = Course::AskedUnknown(leave, opened);
            return;
        }
        self.document.course = Course::Opening(leave);
        self.take_opened(*opened, effects);
    }

    pub(super) fn take_opened(&mut self, opened: Opened, effects: &mut Vec<Effect>) {
        match opened.from {
            Origin::File(path) => {
                self.remember(&path, effects);
                self.show(opened.map, Some(path.clone()), History::saved(), effects);
                let note = VersionNote::of(&self.map, Some(&path), "");
                effects.extend(self.map.meta.id.map(|id| Effect::Disk(DiskJob::KeepOpened(id, path, note))));
            }
            Origin::Sample => {
                // What one person makes of the sample is no version of what another does.
                let id = MapId(self.ids.fresh());
                self.show(opened.map.as_another(id), None, History::saved(), effects);
                self.say(Cause::Open, Tone::Info, say!(session_sample_opened));
            }
            Origin::CopyOf(path) => {
                self.show(opened.map, None, History::saved(), effects);
                self.document.copy_of = Some(path);
                self.say(Cause::Open, Tone::Info, say!(session_opened_copy));
            }
            Origin::Journey(_) => {
                self.show(opened.map, None, History::unsaved(), effects);
                self.say(Cause::Open, Tone::Good, say!(session_journey_opened));
            }
            Origin::Version(_) => {
                let copy_of = self.document.path.clone().or(self.document.copy_of.clone());
                self.show(opened.map, None, History::unsaved(), effects);
                self.document.copy_of = copy_of;
                self.say(Cause::Open, Tone::Good, say!(session_version_opened));
            }
            Origin::Draft(draft, of) => {
                self.drafts.retain(|found| found.id != draft);
                self.discarded.remove(&draft);
                let mut beside = None;
                let (path, copy_of) = match of {
                    DraftOf::Nothing => (None, None),
                    DraftOf::File(path) => (Some(path), None),
                    DraftOf::CopyOf(path) => (None, Some(path)),
                    DraftOf::Beside(path) => {
                        beside = Some(path.clone());
                        (Some(path), None)
                    }
                };
                let said = match copy_of {
                    Some(_) => say!(session_draft_copy),
                    None => say!(session_draft_again),
                };
                self.show(opened.map, path, History::unsaved(), effects);
                // The draft goes on under its own name until the map is saved or discarded.
                self.document.id = draft;
                self.document.copy_of = copy_of;
                self.document.drafting = Drafting::Kept;
                match beside {
                    Some(path) => self.bring_together(path, effects),
                    None => self.say(Cause::Open, Tone::Good, said),
                }
            }
        }
    }

    /// Puts a map in the place of the present one. Another version of the same map, known by its lanes, is fitted into view.
    pub(in crate::session) fn show(
        &mut self,
        map: Map,
        path: Option<PathBuf>,
        history: History,
        effects: &mut Vec<Effect>,
    ) {
        let is_another = !map.lanes.keys().any(|lane| self.map.lanes.contains_key(lane));
        effects.push(if is_another { Effect::AnotherMap } else { Effect::Zoom(Zoom::Fit) });
        let title = self.map.meta.title.clone();
        self.map.replace(map.numbered(), history);
        self.map_stamp = self.new_stamp();
        let new = Document { path, ..Document::untitled(&mut self.ids) };
        let left = std::mem::replace(&mut self.document, new);
        if self.document.path != left.path {
            effects.push(Effect::Disk(DiskJob::Hold(self.document.path.clone())));
        }
        self.forget_pictures();
        self.forget_brand();
        self.selection.clear();
        self.lens = None;
        self.compared.clear();
        self.forget_filter();
        self.former = false;
        (self.proposal, self.written) = (None, None);
        self.writing = Writing::default();
        self.placing = None;
        self.choosing = None;
        self.on_start = false;
        self.has_map = true;
        self.notices.withdraw(Command::Undo);
        self.notices.settle(&Cause::OF_A_MAP, self.now);
        self.scripts_told.clear();
        if matches!(left.course, Course::Opening(Leave { fate: Fate::Discarded, .. })) {
            self.discard_draft(left.id);
            let title = if title.trim().is_empty() { say!(edit_untitled_map) } else { title.trim() };
            let text = say!(session_discarded, title);
            self.notices.push(Cause::Open, Tone::Info, text, Some(Command::StartScreen), self.now);
        }
    }

    pub(super) fn open_failed(&mut self, message: String) {
        self.say(Cause::Open, Tone::Bad, message);
        if let Course::Opening(_) = self.document.course {
            self.document.course = Course::Here;
        }
    }
}
