//! Where the map is kept: opening, saving, drafts, and leaving a map that is not saved.

use super::commands::Command;
use super::{Answer, Dialog, DiskJob, DiskReport, Effect, Opened, Origin, Replace, Session, Tone, Writing};
use crate::behaviour::files::folder::may_be_log;
use crate::edit::templates::Template;
use crate::edit::{History, empty_map};
use crate::model::{IdSource, Map};
use crate::store::{DraftId, UnknownField, draft_id};
use std::path::{Path, PathBuf};
use std::time::Duration;

/// A draft is asked for this long after the first edit that no draft holds; with the pace of ticks and the time to
/// write, it is on the disk within five seconds.
const DRAFT_AFTER: Duration = Duration::from_secs(2);

/// The file behind the map, and what is under way with it.
#[derive(Debug)]
pub(super) struct Document {
    pub path: Option<PathBuf>,
    pub draft: DraftId,
    /// Where to go once the map is safe.
    pub next: Option<Next>,
    ask: Option<Ask>,
    /// Read, but it has fields that saving would drop: waits for an answer.
    opened: Option<Box<Opened>>,
    saving: bool,
    save_failed: bool,
    writing_draft: bool,
    /// The last draft could not be written, which was said.
    draft_failed: bool,
    /// The person chose to leave once a draft holds the map.
    leaves_with_draft: bool,
    /// The state that the map was in when another one was asked of the disk.
    opening_at: Option<u64>,
    /// When the first edit was made that no draft holds.
    undrafted_since: Option<Duration>,
    has_draft: bool,
}

/// Where to go from the present map.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Next {
    Close,
    New,
    Template(Template),
    Sample,
    PickOpen,
    Open(PathBuf),
    Draft(DraftId),
}

/// A question that the window puts to the person, answered by [`super::Action::Answer`].
#[derive(Clone, Debug, PartialEq)]
pub enum Ask {
    /// The map has unsaved edits: Save, Keep as draft, Discard or Cancel.
    Unsaved { title: String },
    /// The file holds what this version does not know and would drop when saving: Open anyway or Cancel.
    Unknown { path: PathBuf, fields: Vec<UnknownField> },
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
            path: None,
            draft: draft_id(ids),
            next: None,
            ask: None,
            opened: None,
            saving: false,
            save_failed: false,
            writing_draft: false,
            draft_failed: false,
            leaves_with_draft: false,
            opening_at: None,
            undrafted_since: None,
            has_draft: false,
        }
    }

    /// Notes an edit.
    pub fn edited(&mut self, now: Duration) {
        self.save_failed = false;
        self.undrafted_since.get_or_insert(now);
    }
}

impl Session {
    /// The question that waits for an answer.
    pub fn ask(&self) -> Option<&Ask> {
        self.document.ask.as_ref()
    }

    pub fn save_state(&self) -> SaveState {
        match () {
            () if self.document.saving => SaveState::Saving,
            () if self.document.save_failed => SaveState::Failed,
            () if self.is_safe() => SaveState::Saved,
            () => SaveState::Unsaved,
        }
    }

    /// Whether the file holds the map, with all that is being written.
    fn is_safe(&self) -> bool {
        self.is_kept() && !self.writing.has_refused()
    }

    /// The same, but for texts that the map cannot take.
    fn is_kept(&self) -> bool {
        self.history.is_saved() && !self.writing.is_untaken(&self.map)
    }

    /// The file's name, or `Untitled`.
    pub fn file_name(&self) -> String {
        let name = self.path().and_then(Path::file_name);
        name.map_or("Untitled".to_owned(), |name| name.to_string_lossy().into_owned())
    }

    /// A name for another file of the map, with its ending.
    pub fn suggested_name(&self, ending: &str) -> String {
        let stem = self.path().and_then(Path::file_stem).map(|stem| stem.to_string_lossy().into_owned());
        format!("{}.{ending}", stem.unwrap_or_else(|| file_stem(&self.map.meta.title)))
    }

    /// When [`super::Action::Tick`] has something to do next, in time since the program's start.
    pub fn next_tick(&self) -> Option<Duration> {
        let draft = self.document.undrafted_since.filter(|_| !self.document.writing_draft).map(|at| at + DRAFT_AFTER);
        [draft, self.notices.next_to_go()].into_iter().flatten().min()
    }

    pub(super) fn tick(&mut self, effects: &mut Vec<Effect>) {
        self.notices.pass(self.now);
        let due = self.document.undrafted_since.is_some_and(|since| self.now.saturating_sub(since) >= DRAFT_AFTER);
        if !due || self.document.writing_draft {
            return;
        }
        if self.is_kept() {
            // Undone back to what the file holds: there is nothing to keep.
            self.document.undrafted_since = None;
            self.drop_draft(effects);
        } else {
            self.write_draft(effects);
        }
    }

    fn write_draft(&mut self, effects: &mut Vec<Effect>) {
        self.document.undrafted_since = None;
        self.document.writing_draft = true;
        self.document.has_draft = true;
        effects.push(Effect::Disk(DiskJob::WriteDraft {
            draft: self.document.draft.clone(),
            map: Box::new(self.writing.over(&self.map)),
            original: self.document.path.clone(),
            state: self.history.state(),
        }));
    }

    fn drop_draft(&mut self, effects: &mut Vec<Effect>) {
        if std::mem::take(&mut self.document.has_draft) {
            effects.push(Effect::Disk(DiskJob::DiscardDraft(self.document.draft.clone())));
        }
    }

    /// Opens a path: a map, or a log to import.
    pub(super) fn open_path(&mut self, path: PathBuf, effects: &mut Vec<Effect>) {
        if !may_be_log(&path) {
            return self.leave_for(Next::Open(path), effects);
        }
        if self.may_import() {
            effects.push(Effect::Dialog(Dialog::Import(Some(path))));
        }
    }

    /// Imports several files as one log.
    pub(super) fn import_files(&mut self, logs: Vec<PathBuf>, effects: &mut Vec<Effect>) {
        if self.may_import() {
            effects.push(Effect::Dialog(Dialog::ImportFiles(logs)));
        }
    }

    /// Whether there is a map to import into; says so if not.
    fn may_import(&mut self) -> bool {
        if self.on_start {
            self.say(Tone::Info, "Open or make a map first, then import the log into it");
        }
        !self.on_start
    }

    /// Goes on to another map or closes, once the present one is safe.
    pub(super) fn leave_for(&mut self, next: Next, effects: &mut Vec<Effect>) {
        self.take_text(effects);
        self.tell_refused();
        self.proposal = None;
        self.document.leaves_with_draft = false;
        if self.document.saving {
            // What the save brings says whether there is anything to ask.
            self.document.next = Some(next);
            return;
        }
        if self.is_safe() {
            return self.go(next, effects);
        }
        self.document.next = Some(next);
        self.document.ask = Some(Ask::Unsaved { title: self.map.meta.title.clone() });
    }

    pub(super) fn answer(&mut self, answer: Answer, effects: &mut Vec<Effect>) {
        let Some(ask) = self.document.ask.take() else { return };
        match (ask, answer) {
            (Ask::Unsaved { .. }, Answer::Save) => self.save(effects),
            (Ask::Unsaved { .. }, Answer::KeepDraft) => {
                self.document.leaves_with_draft = true;
                self.write_draft(effects);
            }
            (Ask::Unsaved { .. }, Answer::Discard) => {
                self.drop_draft(effects);
                self.go_on(effects);
            }
            (Ask::Unknown { .. }, Answer::OpenAnyway) => {
                if let Some(opened) = self.document.opened.take() {
                    self.take_opened(*opened, effects);
                }
            }
            (Ask::Unsaved { .. } | Ask::Unknown { .. }, _) => {
                self.document.next = None;
                self.document.opened = None;
            }
        }
    }

    /// Goes where the person wanted to before the map had to be made safe.
    fn go_on(&mut self, effects: &mut Vec<Effect>) {
        if let Some(next) = self.document.next.take() {
            self.go(next, effects);
        }
    }

    fn go(&mut self, next: Next, effects: &mut Vec<Effect>) {
        self.document.ask = None;
        self.document.opening_at = Some(self.history.state());
        match next {
            Next::Close => effects.push(Effect::Close),
            Next::New => {
                let map = empty_map(&mut self.ids);
                self.show(map, None, History::saved());
            }
            Next::Template(template) => {
                let map = template.build(&mut self.ids);
                self.show(map, None, History::saved());
                effects.push(Effect::View(super::View::Fit));
            }
            Next::Sample => effects.push(Effect::Disk(DiskJob::OpenSample)),
            Next::PickOpen => effects.push(Effect::PickOpen),
            Next::Open(path) => effects.push(Effect::Disk(DiskJob::Open(path))),
            Next::Draft(draft) => effects.push(Effect::Disk(DiskJob::OpenDraft(draft))),
        }
    }

    /// Puts another map in the place of the present one.
    fn show(&mut self, map: Map, path: Option<PathBuf>, history: History) {
        self.map = map;
        self.history = history;
        self.document = Document { path, ..Document::untitled(&mut self.ids) };
        self.selection.clear();
        self.lens = None;
        self.former = false;
        self.proposal = None;
        self.writing = Writing::default();
        self.placing = None;
        self.choosing = None;
        self.on_start = false;
        self.notices.withdraw(Command::Undo);
    }

    fn take_opened(&mut self, opened: Opened, effects: &mut Vec<Effect>) {
        match opened.from {
            Origin::File(path) => {
                self.remember(&path, effects);
                self.show(opened.map, Some(path), History::saved());
            }
            Origin::Sample => {
                self.show(opened.map, None, History::saved());
                self.say(Tone::Info, "The sample opened as an untitled copy; all its names are fictional");
            }
            Origin::Draft(draft, original) => {
                self.drafts.retain(|found| found.id != draft);
                self.show(opened.map, original, History::unsaved());
                // The draft goes on under its own name until the map is saved or discarded.
                self.document.draft = draft;
                self.document.has_draft = true;
                self.say(Tone::Good, "The draft is open again; save it to keep it");
            }
        }
        effects.push(Effect::View(super::View::Fit));
    }

    fn remember(&mut self, path: &Path, effects: &mut Vec<Effect>) {
        self.recents.add(path);
        effects.push(Effect::Disk(DiskJob::WriteRecents(self.recents.clone())));
    }

    pub(super) fn forget_recent(&mut self, path: &Path, effects: &mut Vec<Effect>) {
        self.recents.remove(path);
        effects.push(Effect::Disk(DiskJob::WriteRecents(self.recents.clone())));
    }

    pub(super) fn discard_found_draft(&mut self, draft: &DraftId, effects: &mut Vec<Effect>) {
        self.drafts.retain(|found| found.id != *draft);
        effects.push(Effect::Disk(DiskJob::DiscardDraft(draft.clone())));
    }

    pub(super) fn save(&mut self, effects: &mut Vec<Effect>) {
        match self.document.path.clone() {
            Some(path) => self.write_to(path, Replace::Own, effects),
            None => self.save_as(effects),
        }
    }

    pub(super) fn save_as(&mut self, effects: &mut Vec<Effect>) {
        let suggested = match self.path().and_then(Path::file_name) {
            Some(name) => name.to_string_lossy().into_owned(),
            None => format!("{}.ron", file_stem(&self.map.meta.title)),
        };
        effects.push(Effect::PickSave { suggested });
    }

    /// Saves under a chosen path. Where `.ron` has to be added, nobody was asked about a file of that name.
    pub(super) fn save_to(&mut self, path: PathBuf, effects: &mut Vec<Effect>) {
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

    fn write_to(&mut self, path: PathBuf, replace: Replace, effects: &mut Vec<Effect>) {
        if self.document.saving {
            return;
        }
        self.document.saving = true;
        let (map, state) = (Box::new(self.map.clone()), self.history.state());
        effects.push(Effect::Disk(DiskJob::Save { path, map, state, replace }));
    }

    pub(super) fn disk_report(&mut self, report: DiskReport, effects: &mut Vec<Effect>) {
        match report {
            DiskReport::Saved { path, state } => {
                self.remember(&path, effects);
                if !std::mem::take(&mut self.document.saving) {
                    // It was another map, left before the disk answered: its file is not this map's.
                    return;
                }
                self.document.save_failed = false;
                self.history.mark_saved(state);
                self.document.path = Some(path);
                if self.is_kept() {
                    self.document.undrafted_since = None;
                    self.drop_draft(effects);
                }
                if self.is_safe() {
                    self.go_on(effects);
                } else if let Some(next) = self.document.next.take() {
                    // Edited while the file was being written, or a text could not be taken: ask again.
                    self.leave_for(next, effects);
                }
            }
            DiskReport::SaveFailed { message, .. } => {
                if std::mem::take(&mut self.document.saving) {
                    self.document.save_failed = true;
                    self.document.next = None;
                }
                self.notices.push(Tone::Bad, message, Some(Command::SaveAs), self.now);
            }
            DiskReport::DraftWritten { state } => {
                self.document.writing_draft = false;
                self.document.draft_failed = false;
                if self.document.leaves_with_draft && state == self.history.state() {
                    self.go_on(effects);
                }
            }
            DiskReport::DraftFailed { message } => {
                self.document.writing_draft = false;
                let leaves = std::mem::take(&mut self.document.leaves_with_draft);
                if leaves {
                    self.document.next = None;
                }
                self.document.undrafted_since = Some(self.now);
                // It is tried again every few seconds, and said once.
                if leaves || !std::mem::replace(&mut self.document.draft_failed, true) {
                    self.say(Tone::Warning, format!("The unsaved work could not be kept as a draft: {message}"));
                }
            }
            DiskReport::Opened(opened) => self.opened(opened, effects),
            DiskReport::OpenFailed { message, .. } => {
                self.say(Tone::Bad, message);
                if !self.is_kept() {
                    // The map stays after all, and its draft may be gone.
                    self.document.undrafted_since.get_or_insert(self.now);
                }
            }
            DiskReport::Failed { message } => self.say(Tone::Warning, message),
        }
    }

    fn opened(&mut self, opened: Box<Opened>, effects: &mut Vec<Effect>) {
        self.take_text(effects);
        let untouched = self.document.opening_at == Some(self.history.state());
        if !untouched && !self.history.is_saved() {
            // Edited while the disk was read: that work is asked about first.
            let next = match opened.from {
                Origin::File(path) => Next::Open(path),
                Origin::Sample => Next::Sample,
                Origin::Draft(draft, _) => Next::Draft(draft),
            };
            return self.leave_for(next, effects);
        }
        match (&opened.from, opened.unknown.is_empty()) {
            (Origin::File(path), false) => {
                self.document.ask = Some(Ask::Unknown { path: path.clone(), fields: opened.unknown.clone() });
                self.document.opened = Some(opened);
            }
            _ => self.take_opened(*opened, effects),
        }
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
    if stem.is_empty() { "Untitled map".to_owned() } else { stem.to_owned() }
}
