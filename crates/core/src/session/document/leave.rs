//! The way from one map to another or out of the program, on which nothing is lost unasked.

use super::version::Version;
use crate::edit::templates::Template;
use crate::edit::{History, empty_map};
use crate::session::{Answer, Beside, DiskJob, DraftOpening, Effect, FileAsk, Opened, Origin, Replace, Session};
use crate::store::{DraftId, VersionId};
use std::path::PathBuf;

/// Where to go from the present map.
#[derive(Clone, Debug, PartialEq)]
pub(in crate::session) enum Next {
    Close,
    New,
    Template(Template),
    Sample,
    PickOpen,
    Open(PathBuf),
    Draft(DraftId),
    Version(VersionId),
}

/// Where the person is on the way from the present map.
#[derive(Debug)]
pub(super) enum Course {
    /// At work on it.
    Here,
    /// Asked what is to become of the unsaved edits, before going there.
    AskedToKeep(Next),
    /// Goes there once the file holds the map.
    WhenSaved(Next),
    /// Goes there once the draft holds the map.
    WhenDrafted(Next),
    /// Another map is being read.
    Opening(Leave),
    /// Another map was read, and there is another version of it: asked which.
    AskedWhich(Leave, Box<Opened>, Beside),
    /// Another map was read, of which saving would drop something: asked whether to open it.
    AskedUnknown(Leave, Box<Opened>),
    /// The map is to be saved over a file that has changed, then perhaps left: asked whether.
    AskedToReplace { path: PathBuf, file: Version, next: Option<Next> },
}

/// The present map as it was when another one was asked of the disk.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Leave {
    /// The number of its state.
    pub at: u64,
    /// What becomes of its unsaved edits.
    pub fate: Fate,
    /// Which version of the other map is to be opened was asked already.
    pub has_chosen: bool,
}

/// What becomes of a map that is left.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Fate {
    /// Its file or a draft holds it.
    Kept,
    /// A draft holds it until the program ends.
    Discarded,
}

impl Session {
    /// Goes on to another map or closes, once the present one is safe.
    pub(in crate::session) fn leave_for(&mut self, next: Next, effects: &mut Vec<Effect>) {
        self.take_text(effects);
        self.tell_refused();
        (self.proposal, self.pasting) = (None, None);
        if self.document.filing == super::save::Filing::Writing {
            // What the save brings says whether there is anything to ask.
            self.document.course = Course::WhenSaved(next);
            return;
        }
        if self.is_safe() {
            return self.go(next, effects);
        }
        match self.document.course {
            // What becomes of just this work was asked when the person set out.
            Course::Opening(leave) if leave.at == self.map.history().state() => self.go_with(next, leave.fate, effects),
            _ => self.document.course = Course::AskedToKeep(next),
        }
    }

    /// The person chose no file: whatever waited for one does not happen.
    pub(in crate::session) fn pick_cancelled(&mut self) {
        if let Course::WhenSaved(_) | Course::Opening(_) = self.document.course {
            self.document.course = Course::Here;
        }
    }

    pub(in crate::session) fn answer(&mut self, answer: Answer, effects: &mut Vec<Effect>) {
        if matches!(self.document.course, Course::Here)
            && let Some(waiting) = self.pasting.take()
        {
            return self.answer_pasting(waiting, answer);
        }
        match std::mem::replace(&mut self.document.course, Course::Here) {
            Course::AskedToKeep(next) => self.answer_keep(next, answer, effects),
            Course::AskedUnknown(leave, opened) => {
                if answer == Answer::OpenAnyway {
                    self.document.course = Course::Opening(leave);
                    self.take_opened(*opened, effects);
                }
            }
            Course::AskedWhich(leave, opened, beside) => self.answer_which(leave, opened, beside, answer, effects),
            Course::AskedToReplace { path, next, .. } => {
                self.document.course = next.map_or(Course::Here, Course::WhenSaved);
                match answer {
                    Answer::Copy => self.save_as(effects),
                    Answer::Work => self.write_to(path, Replace::Chosen, effects),
                    // It is looked at before it is saved, and before the person goes anywhere.
                    Answer::Together => {
                        self.document.course = Course::Here;
                        self.bring_together(path, effects);
                    }
                    Answer::Save
                    | Answer::KeepDraft
                    | Answer::Discard
                    | Answer::OpenAnyway
                    | Answer::PasteRest
                    | Answer::File
                    | Answer::Cancel => self.document.course = Course::Here,
                }
            }
            // Nothing was asked.
            other @ (Course::Here | Course::WhenSaved(_) | Course::WhenDrafted(_) | Course::Opening(_)) => {
                self.document.course = other;
            }
        }
    }

    fn answer_keep(&mut self, next: Next, answer: Answer, effects: &mut Vec<Effect>) {
        match answer {
            Answer::Save => {
                self.document.course = Course::WhenSaved(next);
                self.save(effects);
            }
            Answer::KeepDraft => {
                self.go_when_drafted(next, effects);
            }
            Answer::Discard if next == Next::Close => self.go_with(next, Fate::Discarded, effects),
            Answer::Discard => {
                // Kept until the program ends, should the person think better of it.
                self.complete_draft(effects);
                self.go_with(next, Fate::Discarded, effects);
            }
            Answer::OpenAnyway
            | Answer::PasteRest
            | Answer::Copy
            | Answer::Work
            | Answer::File
            | Answer::Together
            | Answer::Cancel => {}
        }
    }

    fn answer_which(
        &mut self,
        leave: Leave,
        opened: Box<Opened>,
        beside: Beside,
        answer: Answer,
        effects: &mut Vec<Effect>,
    ) {
        if let Beside::Window { path, .. } = beside {
            let from = match answer {
                Answer::Copy => Origin::CopyOf(path),
                Answer::Work => opened.from.clone(),
                Answer::Save
                | Answer::KeepDraft
                | Answer::Discard
                | Answer::OpenAnyway
                | Answer::PasteRest
                | Answer::File
                | Answer::Together
                | Answer::Cancel => return,
            };
            let leave = Leave { has_chosen: true, ..leave };
            return self.look_into(leave, Box::new(Opened { from, ..*opened }), effects);
        }
        let draft = match (&beside, &opened.from) {
            (Beside::Draft { draft, .. }, _) | (Beside::File { .. }, Origin::Draft(draft, _)) => draft.clone(),
            // A file stands beside drafts alone.
            (Beside::File { .. } | Beside::Window { .. }, _) => return,
        };
        let mut ask = |job| {
            self.document.course = Course::Opening(Leave { has_chosen: true, ..leave });
            effects.push(Effect::Disk(job));
        };
        match (answer, beside) {
            (_, Beside::Window { .. }) => {}
            (Answer::Copy, _) => ask(DiskJob::OpenDraft { draft, how: DraftOpening::Copy }),
            (Answer::Work, _) => ask(DiskJob::OpenDraft { draft, how: DraftOpening::Over }),
            (Answer::Together, _) => ask(DiskJob::OpenDraft { draft, how: DraftOpening::Beside }),
            // The file was read already.
            (Answer::File, Beside::Draft { .. }) => self.look_into(leave, opened, effects),
            (Answer::File, Beside::File { path, .. }) => ask(DiskJob::Open(path)),
            (
                Answer::Save
                | Answer::KeepDraft
                | Answer::Discard
                | Answer::OpenAnyway
                | Answer::PasteRest
                | Answer::Cancel,
                Beside::Draft { .. } | Beside::File { .. },
            ) => {}
        }
    }

    /// Goes where the person wanted to before the map had to be made safe.
    pub(super) fn go_on(&mut self, effects: &mut Vec<Effect>) {
        match std::mem::replace(&mut self.document.course, Course::Here) {
            Course::WhenSaved(next) | Course::WhenDrafted(next) => self.go(next, effects),
            other => self.document.course = other,
        }
    }

    pub(super) fn go(&mut self, next: Next, effects: &mut Vec<Effect>) {
        self.go_with(next, Fate::Kept, effects);
    }

    fn go_with(&mut self, next: Next, fate: Fate, effects: &mut Vec<Effect>) {
        self.document.course = Course::Opening(Leave { at: self.map.history().state(), fate, has_chosen: false });
        match next {
            Next::Close => {
                self.document.course = Course::Here;
                if fate == Fate::Discarded {
                    self.drop_draft(effects);
                }
                self.purge_discarded(effects);
                effects.push(Effect::Close);
            }
            Next::New => {
                let map = empty_map(&mut self.ids);
                self.show(map, None, History::saved(), effects);
            }
            Next::Template(template) => {
                let map = template.build(&mut self.ids);
                self.show(map, None, History::saved(), effects);
            }
            Next::Sample => effects.push(Effect::Disk(DiskJob::OpenSample)),
            Next::PickOpen => effects.push(Effect::AskFile(FileAsk::OpenMap)),
            Next::Version(id) => effects.push(Effect::Disk(DiskJob::OpenVersion(id))),
            Next::Open(path) => effects.push(Effect::Disk(DiskJob::Open(path))),
            Next::Draft(draft) => {
                effects.push(Effect::Disk(DiskJob::OpenDraft { draft, how: DraftOpening::Careful }));
            }
        }
    }
}
