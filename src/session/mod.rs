//! One open map and what a person does with it. Headless: knows no window and no command line.
//!
//! The window reads the session and pushes [`Action`]s; [`Session::handle`] gives back [`Effect`]s, what the world
//! outside has to do. Work on the disk is an effect too: its end comes back as an action, so that the session never
//! waits and every story can be told in a test without a disk, a window or a clock.

mod action;
mod adding;
pub mod at_risk;
pub mod commands;
mod disk;
mod document;
mod editing;
pub mod export;
pub mod fields;
pub mod fill;
pub mod finder;
mod fuzzy;
pub mod import;
pub mod job;
pub mod measure;
mod moving;
mod new;
mod notice;
mod placing;
mod running;
mod selection;
pub mod sheet;
pub mod sheet_import;
mod tags;
mod told;
mod walk;
mod writing;

pub use action::{Action, Answer, Dialog, DiskReport, Effect, New, Opened, Origin, Place, Tone, View};
pub use commands::{COMMANDS, Command, CommandRow, Context, Menu, Shortcut};
pub use disk::{DiskJob, Replace};
pub use document::{Ask, SaveState};
pub use new::first_estimate;
pub use notice::{NOTICE_STAYS, Notice};
pub use placing::{Block, Hand, Load, Outcome};
pub use selection::Selection;
pub use tags::{cell_of, record_of, tag_of};
pub use writing::{Taken, TextOf, Writing};

use crate::edit::{History, empty_map};
use crate::model::{Edit, FlagTarget, IdSource, Map, RecordRef, SegmentId};
use crate::store::{Draft, Recents, Settings, keep_preset};
use document::Document;
use finder::Target;
use notice::Notices;
use placing::Placing;
use std::path::Path;
use std::time::Duration;

/// The open map with its history, what is selected of it, where it is kept, and what the window shows beside it.
#[derive(Debug)]
pub struct Session {
    map: Map,
    history: History,
    selection: Selection,
    lens: Option<SegmentId>,
    former: bool,
    proposal: Option<Proposal>,
    writing: Writing,
    /// What was added last to be named at once, and the state that the map was in then.
    unnamed: Option<(RecordRef, u64)>,
    placing: Option<Placing>,
    /// What is to be flagged, while the rule is being chosen.
    choosing: Option<FlagTarget>,
    document: Document,
    on_start: bool,
    notices: Notices,
    settings: Settings,
    recents: Recents,
    drafts: Vec<Draft>,
    /// What was used last, the newest first.
    used: Vec<Target>,
    ids: IdSource,
    revision: u64,
    now: Duration,
}

/// An edit that is shown before it is made, and the map as it would become.
#[derive(Debug)]
struct Proposal {
    edit: Edit,
    map: Map,
}

/// What an earlier run left in the state folder.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Remembered {
    pub settings: Settings,
    pub recents: Recents,
    /// Unsaved work, offered on the start screen.
    pub drafts: Vec<Draft>,
}

impl Session {
    /// A session on the start screen.
    pub fn new(remembered: Remembered, mut ids: IdSource) -> Self {
        let map = empty_map(&mut ids);
        let document = Document::untitled(&mut ids);
        Self {
            map,
            history: History::saved(),
            selection: Selection::default(),
            lens: None,
            former: false,
            proposal: None,
            writing: Writing::default(),
            unnamed: None,
            placing: None,
            choosing: None,
            document,
            on_start: true,
            notices: Notices::default(),
            settings: remembered.settings,
            recents: remembered.recents,
            drafts: remembered.drafts,
            used: Vec::new(),
            ids,
            revision: 0,
            now: Duration::ZERO,
        }
    }

    /// Does what is asked and says what the world outside has to do. `now` is the time since the program's start.
    pub fn handle(&mut self, action: Action, now: Duration) -> Vec<Effect> {
        self.now = now;
        let mut effects = Vec::new();
        self.act(action, &mut effects);
        effects
    }

    fn act(&mut self, action: Action, effects: &mut Vec<Effect>) {
        // Whatever is drawn may have changed; a tick alone changes nothing on the board.
        if action != Action::Tick {
            self.revision += 1;
        }
        // There is no text outside the map: what stands in an editor goes first.
        let (mut kept, mut choosing) = (None, None);
        if !action.is_writing() {
            kept = self.take_text(effects);
            self.tell_refused();
            // Whatever else is done, no flag is made of a rule that nobody chose.
            choosing = self.choosing.take();
        }
        match action {
            Action::Command(Command::Deselect) if choosing.is_some() => {}
            Action::Command(command) => self.run(command, effects),
            Action::Edit(edit) => {
                self.edit(edit);
                self.keep_text(kept);
            }
            Action::Write { of, text } => self.write(of, text, effects),
            Action::TakeText => _ = self.take_text(effects),
            Action::EndText(of) => self.end_text(&of, effects),
            Action::DropText(of) => self.writing.drop_text(&of),
            Action::Propose(edit) => self.propose(edit),
            Action::Commit => self.commit(),
            Action::Cancel => self.proposal = None,
            Action::Grab { load, from, board } => self.grab(load, from, board),
            Action::Carry(hand) => self.carry(hand),
            Action::LetGo => self.let_go(effects),
            Action::CallOff => _ = self.call_off(),
            Action::Put(block) => self.put(block, effects),
            Action::ChooseRule(regime) => {
                if let Some(on) = choosing {
                    self.flag(on, regime, effects);
                }
            }
            Action::Seal => self.history.seal(),
            Action::Add { new, at } => self.add(&new, at, effects),
            Action::CopyTo { records, cell, before } => self.copy_to(&records, cell, before),
            Action::Delete(records) => self.delete(&records),
            Action::Rename(record, text) => self.rename(record, text, effects),
            Action::Paste(text) => self.paste(&text),
            Action::Select(record) => self.select([record], false),
            Action::GoTo(record) => self.go_to(record, effects),
            Action::Toggle(record) => self.toggle(record),
            Action::SelectAll { records, extend } => self.select(records, extend),
            Action::SelectCell(cell) => self.selection.set_cell(cell),
            Action::Deselect => self.selection.clear(),
            Action::Lens(lens) => self.lens = lens.filter(|id| self.map.segments.contains_key(id)),
            Action::OpenPath(path) => self.open_path(path, effects),
            Action::ImportFiles(logs) => self.import_files(logs, effects),
            Action::FillMetric(metric) => effects.push(Effect::Dialog(Dialog::Fill(Some(metric)))),
            Action::KeepPreset(preset) => self.set(effects, |settings| keep_preset(&mut settings.presets, preset)),
            Action::ForgetPreset(name) => {
                self.set(effects, |settings| settings.presets.retain(|preset| preset.name != name));
            }
            Action::Template(template) => self.leave_for(document::Next::Template(template), effects),
            Action::OpenDraft(draft) => self.leave_for(document::Next::Draft(draft), effects),
            Action::DiscardDraft(draft) => self.discard_found_draft(&draft, effects),
            Action::ForgetRecent(path) => self.forget_recent(&path, effects),
            Action::SaveTo(path) => self.save_to(path, effects),
            Action::PickCancelled => self.document.next = None,
            Action::Answer(answer) => self.answer(answer, effects),
            Action::DismissNotice(id) => self.notices.dismiss(id),
            Action::Notify(tone, text) => self.notices.push(tone, text, None, self.now),
            Action::WindowSize { width, height } => self.keep_window_size(width, height, effects),
            Action::Tick => self.tick(effects),
            Action::Disk(report) => self.disk_report(report, effects),
        }
    }

    /// The map as edited, without a proposal.
    pub fn map(&self) -> &Map {
        &self.map
    }

    /// The map to draw: with the proposed edit, if there is one.
    pub fn shown(&self) -> &Map {
        self.proposal.as_ref().map_or(&self.map, |proposal| &proposal.map)
    }

    /// The edit that is proposed at present.
    pub fn proposal(&self) -> Option<&Edit> {
        self.proposal.as_ref().map(|proposal| &proposal.edit)
    }

    /// A number that grows with everything that may change the picture: equal numbers, equal picture.
    pub fn revision(&self) -> u64 {
        self.revision
    }

    pub fn history(&self) -> &History {
        &self.history
    }

    pub fn selection(&self) -> &Selection {
        &self.selection
    }

    /// The audience as whose the map is shown; all audiences for `None`.
    pub fn lens(&self) -> Option<SegmentId> {
        self.lens
    }

    /// Whether the river shows the former period beside the newest, which needs one.
    pub fn former(&self) -> bool {
        self.former && self.map.former_measurement().is_some()
    }

    /// Whether the start screen stands before the map.
    pub fn on_start(&self) -> bool {
        self.on_start
    }

    /// The file of the map, when it has one.
    pub fn path(&self) -> Option<&Path> {
        self.document.path.as_deref()
    }

    pub fn notices(&self) -> &[Notice] {
        self.notices.shown()
    }

    pub fn settings(&self) -> &Settings {
        &self.settings
    }

    pub fn recents(&self) -> &Recents {
        &self.recents
    }

    /// Unsaved work of earlier runs that is still to be opened or discarded.
    pub fn drafts(&self) -> &[Draft] {
        &self.drafts
    }

    /// New record numbers for a command of [`crate::edit`] that the window calls itself; no number comes twice.
    pub fn new_ids(&mut self) -> IdSource {
        IdSource::seeded(self.ids.fresh())
    }
}

#[cfg(test)]
mod document_stories;
#[cfg(test)]
mod stories;
#[cfg(test)]
mod writing_stories;
#[cfg(test)]
mod placing_stories;
