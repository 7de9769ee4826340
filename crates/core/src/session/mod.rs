//! One open map and what a person does with it. Headless: knows no window and no command line.
//!
//! The window reads the session and pushes [`Intent`]s; [`Session::handle`] gives back [`Effect`]s, what the world
//! outside has to do. Work on the disk is an effect too: its end comes back as an action, so that the session never
//! waits and every story can be told in a test without a disk, a window or a clock.

mod intent;
mod adding;
pub mod at_risk;
mod beside;
pub mod commands;
mod context;
#[cfg(test)]
mod commands_tests;
mod disk;
mod document;
pub mod drawing;
mod drawn;
pub mod edited;
mod editing;
pub mod export;
mod files;
mod format;
pub mod column;
pub mod filter;
mod filtered;
pub mod finder;
pub mod flows;
mod hints;
mod fuzzy;
pub mod import;
pub mod job;
pub mod left_out;
mod lines;
mod library;
mod library_msg;
pub mod measuring;
mod moment;
mod moving;
mod naming;
mod new;
mod notes;
mod notice;
mod panels;
mod pasting;
mod picture_copy;
mod pictured;
mod placing;
pub mod privacy;
pub mod reads;
mod running;
mod saved;
mod selection;
mod spare;
mod shortcut;
mod side_panel;
mod stages;
pub mod sheet;
pub mod sheet_import;
mod tags;
mod target;
mod text_of;
pub mod threads;
mod together;
pub mod tour;
mod told;
mod trail;
mod view;
pub mod views;
mod voting;
mod walk;
mod ways;
mod why;
pub mod window_place;
mod typed;
mod writing;

pub use commands::{COMMANDS, Command, CommandRow, Menu, Shortcut};
pub use context::Context;
pub use disk::{DiskJob, DraftOpening, Replace};
pub use document::{Ask, Counts, Occasion, SaveState, Version};
pub use drawn::lined_up;
pub use files::FileAsk;
pub use intent::{Answer, Beside, Dialog, DiskReport, DraftOf, Effect, FullScreen, Intent, Opened, Origin, Tone, Zoom};
pub use library_msg::LibraryMsg;
pub use moment::Moment;
pub use new::{New, Place, first_estimate};
pub use notice::{Cause, NOTICE_STAYS, Notice};
pub use pictured::{Clip, PictureFor, PictureFrom, is_picture};
pub use placing::{Block, CardEnd, Choice, Hand, Load, Release, USUAL_STAGES, block_like};
pub use selection::Selection;
pub use side_panel::SidePanel;
pub use tags::{cards_on_channel, cell_of, picture_place, record_of, tag_of};
pub use text_of::TextOf;
pub use together::Together;
pub use voting::{VOTES_EACH, VoteIn, Voting, VotingMsg};
pub use writing::{Taken, Writing};

use crate::edit::{Fragment, History, empty_map};
use crate::layout::Board;
use crate::model::{Edit, IdSource, Map, RecordRef, SegmentId};
use crate::store::{Draft, DraftId, Libraries, Recents, Settings};
use document::Document;
use edited::EditedMap;
use finder::Target;
use flows::Flows;
use naming::Unnamed;
use notice::Notices;
use placing::Placing;
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Duration;
use trail::Trail;
use view::View;

/// The open map with its history, what is selected of it, where it is kept, and what the window shows beside it.
#[derive(Debug)]
pub struct Session {
    map: EditedMap,
    selection: Selection,
    lens: Option<SegmentId>,
    /// Audiences whose curves lie side by side, in the order in which they were chosen.
    compared: Vec<SegmentId>,
    view: View,
    former: bool,
    proposal: Option<Proposal>,
    /// A copy of the map, for the next proposal.
    spare: Option<spare::Spare>,
    writing: Writing,
    /// The map with the text that is being written in it, where it says anything else.
    written: Option<Proposal>,
    /// What was added last to be named at once, and the state that the map was in then.
    unnamed: Option<Unnamed>,
    placing: Option<Placing>,
    /// The board as it was laid when the next command was asked for.
    lies: Option<Arc<Board>>,
    /// What is to be flagged, while the rule is being chosen.
    /// A pasted table waits to hear whether what has a place is taken.
    pasting: Option<pasting::Waiting>,
    /// The words that were put on the clipboard last, with the records behind them.
    copied: Option<(String, Fragment)>,
    choosing: Option<Choice>,
    /// What stands at the board's sides.
    sides: panels::Sides,
    voting: Option<Voting>,
    format: Option<format::Format>,
    document: Document,
    on_start: bool,
    /// A map was opened or made: the start screen leads back to it.
    has_map: bool,
    notices: Notices,
    /// Scripts of which it was told for this map that no font here has their letters.
    scripts_told: BTreeSet<&'static str>,
    flows: Flows,
    settings: Settings,
    recents: Recents,
    drafts: Vec<Draft>,
    libraries: Arc<Libraries>,
    /// How often they were read.
    libraries_stamp: u64,
    /// Drafts that go when the program ends.
    discarded: BTreeSet<DraftId>,
    /// Files and folders of data that were read: nothing is written over them.
    data: Vec<PathBuf>,
    /// What was used last, the newest first.
    used: Vec<Target>,
    ids: IdSource,
    revision: u64,
    /// The last stamp that was given to a map.
    stamps: u64,
    /// The stamp of the map as edited.
    map_stamp: u64,
    trail: Trail,
    now: Duration,
}

/// An edit that is shown before it is made, and the map as it would become.
#[derive(Debug)]
struct Proposal {
    edit: Edit,
    map: Map,
    /// What makes the map as edited of it again.
    back: Edit,
    stamp: u64,
    /// The stamp of the map as edited.
    of: u64,
}

/// What an earlier run left in the state folder.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Remembered {
    pub settings: Settings,
    pub recents: Recents,
    /// Unsaved work, offered on the start screen.
    pub drafts: Vec<Draft>,
    /// The report of a failure that ended an earlier run, of which nobody was told yet.
    pub report: Option<PathBuf>,
}

impl Session {
    /// A session on the start screen.
    pub fn new(remembered: Remembered, mut ids: IdSource) -> Self {
        let map = empty_map(&mut ids);
        let document = Document::untitled(&mut ids);
        let mut notices = Notices::default();
        if let Some(report) = &remembered.report {
            let text = touchline_words::say!(session_failed_before, path = report.display());
            notices.push(Cause::Open, Tone::Warning, text, None, Duration::ZERO);
        }
        Self {
            map: EditedMap::new(map, History::saved()),
            selection: Selection::default(),
            lens: None,
            compared: Vec::new(),
            view: View::default(),
            former: false,
            proposal: None,
            spare: None,
            writing: Writing::default(),
            written: None,
            unnamed: None,
            placing: None,
            lies: None,
            pasting: None,
            copied: None,
            choosing: None,
            sides: panels::Sides::default(),
            voting: None,
            format: None,
            document,
            on_start: true,
            has_map: false,
            notices,
            scripts_told: BTreeSet::new(),
            flows: Flows::default(),
            settings: remembered.settings,
            recents: remembered.recents,
            drafts: remembered.drafts,
            libraries: Arc::default(),
            libraries_stamp: 0,
            discarded: BTreeSet::new(),
            data: Vec::new(),
            used: Vec::new(),
            ids,
            revision: 0,
            stamps: 0,
            map_stamp: 0,
            trail: Trail::default(),
            now: Duration::ZERO,
        }
    }

    /// Does what is asked and says what the world outside has to do. `now` is the time since the program's start.
    pub fn handle(&mut self, action: Intent, now: Duration) -> Vec<Effect> {
        self.now = now;
        let mut effects = Vec::new();
        let learnt = self.settings.learnt.len();
        self.act(action, &mut effects);
        if self.settings.learnt.len() > learnt {
            effects.push(Effect::Disk(DiskJob::WriteSettings(self.settings.clone())));
        }
        self.look_at_filter();
        effects
    }

    fn act(&mut self, action: Intent, effects: &mut Vec<Effect>) {
        // Whatever is drawn may have changed; a tick alone changes nothing on the board.
        if action != Intent::Tick {
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
            Intent::Command(Command::Deselect) if choosing.is_some() => {}
            Intent::Command(command) => self.run(command, effects),
            Intent::Edit(edit) => {
                self.edit(edit);
                self.keep_text(kept);
            }
            Intent::Write { of, text } => self.write(of, text, effects),
            Intent::TakeText => _ = self.take_text(effects),
            Intent::EndText(of) => self.end_text(&of, effects),
            Intent::WriteLines { record, lines } => self.write_lines(record, lines, effects),
            Intent::DropText(of) => self.drop_text(&of),
            Intent::Propose(edit) => self.propose(edit),
            Intent::Commit => self.commit(),
            Intent::Cancel => self.drop_proposal(),
            Intent::Grab { load, from, board } => self.grab(load, from, board),
            Intent::Carry(hand) => self.carry(hand),
            Intent::LetGo => self.let_go(effects),
            Intent::CallOff => _ = self.call_off(),
            Intent::Lies(board) => self.lies = Some(board),
            Intent::Put(block) => self.put(block, effects),
            Intent::ChooseRule(regime) => {
                if let Some(Choice::Rule(on)) = choosing {
                    self.flag(on, regime, effects);
                }
            }
            Intent::Library(msg) => self.library_msg(msg, effects),
            Intent::Learnt(hint) => self.learnt(hint),
            Intent::Voting(msg) => self.voting_msg(msg),
            Intent::Outline(msg) => self.outline_msg(msg, effects),
            Intent::Table(msg) => self.table_msg(msg),
            Intent::Roadmap(msg) => self.roadmap_msg(msg),
            Intent::AskLane { before } => self.choosing = Some(Choice::Lane { before }),
            Intent::ChooseLane(kind) => {
                if let Some(Choice::Lane { before }) = choosing {
                    self.add(&New::Lane { kind, before }, Place::AtSelection, effects);
                }
            }
            Intent::Typed { letters, adds, since } => self.typed(letters, adds, since, effects),
            Intent::Width(width) => self.set_width(width),
            Intent::Seal => self.map.seal(),
            Intent::Add { new, at } => self.add(&new, at, effects),
            Intent::CopyTo { records, cell, before } => self.copy_to(&records, cell, before),
            Intent::Delete(records) => self.delete(&records, effects),
            Intent::LeaveArrows(arrows, board) => self.leave_arrows(&arrows, &board),
            Intent::Rename(record, text) => self.rename(record, text, effects),
            Intent::Paste(text) => self.paste(&text),
            Intent::PasteRecords(part) => self.paste_part(&part),
            Intent::Select(record) => self.select([record], false),
            Intent::GoTo(record) => self.go_to(record, effects),
            Intent::Used(target) => self.remember_use(target),
            Intent::Toggle(record) => self.toggle(record),
            Intent::SelectAll { records, extend } => self.select(records, extend),
            Intent::SelectCell(cell) => self.selection.set_cell(cell),
            Intent::Deselect => self.selection.clear(),
            Intent::Lens(lens) => self.lens = lens.filter(|id| self.map.segments.contains_key(id)),
            Intent::Compare(id) => self.compare(id),
            Intent::ShareViews(share) => self.share_views(share, effects),
            Intent::OpenPath(path) => self.open_path(path, effects),
            Intent::ImportFiles(logs) => self.import_files(logs, effects),
            Intent::ImportOnceOpen(logs) => self.import_once_open(logs),
            Intent::FillMetric(metric) => effects.push(Effect::AskFile(FileAsk::FillMetrics(Some(metric)))),
            Intent::Flow(msg) => {
                self.flow(msg, effects);
                self.keep_text(kept);
            }
            Intent::Template(template) => self.leave_for(document::Next::Template(template), effects),
            Intent::OpenDraft(draft) => self.leave_for(document::Next::Draft(draft), effects),
            Intent::DiscardDraft(draft) => self.discard_draft(draft),
            Intent::UndiscardDraft(draft) => self.undiscard_draft(&draft),
            Intent::BackToMap => self.on_start = !self.has_map,
            Intent::ForgetRecent(path) => self.forget_recent(&path, effects),
            Intent::PinRecent(path, is_pinned) => self.pin_recent(&path, is_pinned, effects),
            Intent::FilesChosen { ask, paths } => self.files_chosen(ask, paths, effects),
            Intent::FilesCame(paths) => self.files_came(paths, effects),
            Intent::Answer(answer) => self.answer(answer, effects),
            Intent::DismissNotice(id) => self.notices.dismiss(id),
            Intent::LettersMissing(letters) => self.tell_missing(letters),
            Intent::WindowStood(stood) => self.keep_window(stood, effects),
            Intent::Tick => self.tick(effects),
            Intent::Disk(report) => self.disk_report(report, effects),
        }
    }

    /// The map as edited, without a proposal or what stands in an editor.
    pub fn map(&self) -> &Map {
        self.map.map()
    }

    /// The map as it is now, for work on a thread.
    pub fn lent_map(&self) -> Arc<Map> {
        self.map.lent()
    }

    /// The map to draw: with the proposed edit, or the text that is being written, if there is one.
    pub fn shown(&self) -> &Map {
        self.laid_over().map_or(self.map.map(), |proposal| &proposal.map)
    }

    /// A number for the map to draw: equal numbers, equal map. Looking, selecting and the passing of time leave it as it is.
    pub fn shown_stamp(&self) -> u64 {
        self.laid_over().map_or(self.map_stamp, |proposal| proposal.stamp)
    }

    /// A number for the map as edited, without what is being written or carried: equal numbers, equal map.
    pub fn map_stamp(&self) -> u64 {
        self.map_stamp
    }

    fn laid_over(&self) -> Option<&Proposal> {
        self.proposal.as_ref().or(self.written.as_ref())
    }

    /// Every record in which the maps of two stamps can differ; None where that is not known any more.
    pub fn touched_between(&self, one_stamp: u64, other_stamp: u64) -> Option<BTreeSet<RecordRef>> {
        self.trail.between(one_stamp, other_stamp)
    }

    /// A stamp that no map had before.
    fn new_stamp(&mut self) -> u64 {
        self.stamps += 1;
        self.stamps
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
        self.map.history()
    }

    pub fn selection(&self) -> &Selection {
        &self.selection
    }

    /// The audience as whose the map is shown; all audiences for `None`.
    pub fn lens(&self) -> Option<SegmentId> {
        self.lens
    }

    /// The audiences whose curves lie side by side.
    pub fn compared(&self) -> &[SegmentId] {
        &self.compared
    }

    /// Whether the river shows the former period beside the newest, which needs one.
    pub fn former(&self) -> bool {
        self.former && self.map.former_measurement().is_some()
    }

    /// Whether the start screen stands before the map.
    pub fn on_start(&self) -> bool {
        self.on_start
    }

    /// Whether a map lies behind the start screen.
    pub fn can_go_back(&self) -> bool {
        self.on_start && self.has_map
    }

    /// The file of the map, when it has one.
    pub fn path(&self) -> Option<&Path> {
        self.document.path.as_deref()
    }

    /// Files or folders of data are going to be read: from now on nothing is written over them.
    pub fn will_read(&mut self, data: &[PathBuf]) {
        let new = data.iter().filter(|path| !self.data.contains(path));
        let new: Vec<PathBuf> = new.cloned().collect();
        self.data.extend(new);
    }

    /// Everything that no export is written over, as it was named: the map's file and the data that were read.
    pub fn read(&self) -> Vec<PathBuf> {
        self.document.path.iter().chain(&self.data).cloned().collect()
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

    /// Unsaved work that is still to be opened or discarded: of earlier runs, and of maps that were left.
    pub fn drafts(&self) -> &[Draft] {
        &self.drafts
    }

    /// New record numbers for a command of [`crate::edit`] that the window calls itself; no number comes twice.
    pub fn new_ids(&mut self) -> IdSource {
        IdSource::seeded(self.ids.fresh())
    }
}

#[cfg(test)]
mod lane_stories;
#[cfg(test)]
mod list_lane_stories;
#[cfg(test)]
mod picture_laws;
#[cfg(test)]
mod sequences;
#[cfg(test)]
mod stories;
#[cfg(test)]
mod writing_stories;
#[cfg(test)]
mod placing_stories;
