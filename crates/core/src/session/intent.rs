//! Everything that a person (or a finished piece of work outside) can ask of a session, and what the session asks back.

use super::commands::Command;
use super::disk::DiskJob;
use super::document::Version;
use super::drawing::Drawing;
use super::files::FileAsk;
use super::flows::{Msg, PresentMsg};
use super::library_msg::LibraryMsg;
use super::moment::Moment;
use super::new::{New, Place};
use super::placing::{Block, Hand, Load};
use super::privacy::Replaces;
use super::target::Target;
use super::text_of::TextOf;
use super::together::Together;
use super::view::{OutlineMsg, RoadmapMsg, TableMsg};
use super::voting::VotingMsg;
use crate::behaviour::clickhouse::{Access, Address};
use crate::edit::templates::Template;
use crate::edit::{Cell, Fragment, Line};
use crate::images::Pixels;
use crate::layout::Board;
use crate::model::*;
use crate::scene::Point;
use crate::store::{
    Draft, DraftId, Hint, Holder, KeptOf, KeptVersion, LanguageChoice, Libraries, Recents, Recovery, UnknownField,
    VersionId, WindowStood,
};
use std::path::PathBuf;
use std::sync::Arc;

/// What is asked of a session.
#[derive(Clone, Debug, PartialEq)]
pub enum Intent {
    /// A row of the table of commands, from a menu, a key or a button.
    Command(Command),

    /// Makes an edit that one of the commands of [`crate::edit`] gave for [`super::Session::map`].
    Edit(Edit),
    /// Shows an edit as if it were made, until `Commit` or `Cancel`; a further proposal takes its place.
    Propose(Edit),
    /// Makes the proposed edit, as one step.
    Commit,
    /// Drops the proposed edit.
    Cancel,
    /// A change of a text in its editor: all that stands in it now, with letters that are still being composed.
    Write {
        of: TextOf,
        text: String,
    },
    /// Puts the text that is being written into the map and goes on writing, as after a pause.
    TakeText,
    /// Ends the writing of a title with the first of several lines, and makes one more of its kind of each further one.
    WriteLines {
        record: RecordRef,
        lines: Vec<String>,
    },
    /// Ends the writing of a text.
    EndText(TextOf),
    /// Takes back what was written of a text since it was last taken, and ends the writing.
    DropText(TextOf),
    /// Takes something in hand at a place of the scene, over the board as it lies there.
    Grab {
        load: Load,
        from: Point,
        board: Arc<Board>,
    },
    /// Letters typed while no text was open: what they did as commands since then is taken back, and they begin the title of
    /// what is added.
    Typed {
        letters: String,
        adds: Command,
        since: Moment,
    },
    /// Moves what is in hand; `None` away from the board, where nothing lands.
    Carry(Option<Hand>),
    /// Makes what the move proposed, as one step.
    LetGo,
    /// Puts back what is in hand.
    CallOff,
    /// How the board lies, told before a command that walks it: cards may stand side by side.
    Lies(Arc<Board>),
    /// Places a block of the palette at what is selected.
    Put(Block),
    /// Gives the first of two views so many thousandths of the width.
    ShareViews(u16),
    /// Shows a hint no more.
    Learnt(Hint),
    /// What is asked about the libraries.
    Library(LibraryMsg),
    /// Flags what [`super::Session::choosing`] says.
    ChooseRule(Regime),
    /// Asks what a new lane before another shall show; at the bottom for `None`.
    AskLane {
        before: Option<LaneId>,
    },
    /// What the outline asks for.
    Outline(OutlineMsg),
    /// What the table asks for.
    Table(TableMsg),
    /// What the roadmap asks for.
    Roadmap(RoadmapMsg),
    /// Begins, goes on with or ends a vote on sticky notes.
    Voting(VotingMsg),
    /// Adds the lane that [`super::Session::choosing`] asks for.
    ChooseLane(LaneKind),
    /// Ends the present undo step: the next edit is one of its own, even under the same merge key.
    Seal,
    /// Adds a record, selects it, and asks the window to edit its title.
    Add {
        new: New,
        at: Place,
    },
    /// Copies records to a cell before one of its cards (or to its end), as Alt-drag does, and selects the copies.
    CopyTo {
        records: Vec<RecordRef>,
        cell: Cell,
        before: Option<TouchpointId>,
    },
    /// Deletes records, with what depends on them.
    Delete(Vec<RecordRef>),
    /// Arrows that the last step took an end from, as they were before it, and the board on which they were seen then.
    LeaveArrows(Vec<(DrawingId, crate::model::Drawing)>, Arc<Board>),
    /// Gives a record a new title, name or text.
    Rename(RecordRef, String),
    /// What the clipboard held: records of a map, rows of a spreadsheet or lines.
    Paste(String),
    /// The records behind words that another window copied.
    PasteRecords(Box<Fragment>),

    /// Selects one record.
    Select(RecordRef),
    /// Selects a record and brings it into view.
    GoTo(RecordRef),
    /// What the command palette led to, which stands among the last used from now on.
    Used(Target),
    /// Adds a record to the selection, or takes it out.
    Toggle(RecordRef),
    /// Selects records, beside those already selected when `extend`.
    SelectAll {
        records: Vec<RecordRef>,
        extend: bool,
    },
    /// Selects an empty place.
    SelectCell(Cell),
    Deselect,
    /// Shows the map as one audience lives it; all audiences for `None`.
    Lens(Option<SegmentId>),
    /// Lays an audience’s curve beside those of others, or takes it off again.
    Compare(SegmentId),

    /// Opens a map, or a log to import, by its path.
    OpenPath(PathBuf),
    /// Imports several files as one log.
    ImportFiles(Vec<PathBuf>),
    /// The same, as soon as there is a map to lay them over.
    ImportOnceOpen(Vec<PathBuf>),
    /// Ask for a file that fills a metric.
    FillMetric(MetricId),
    /// What was pressed in a dialog.
    Flow(Msg),
    /// Starts from a template.
    Template(Template),
    /// Goes on with a draft of the list.
    OpenDraft(DraftId),
    /// Lets a draft go when the program ends.
    DiscardDraft(DraftId),
    /// Keeps a draft that was to go.
    UndiscardDraft(DraftId),
    /// Goes from the start screen back to the open map.
    BackToMap,
    /// Takes a file off the list of recent ones.
    ForgetRecent(PathBuf),
    /// Keeps a file at the top of the list, or lets it go down again.
    PinRecent(PathBuf, bool),
    /// The files that a person chose for what they were asked; none when they chose none. Only logs may be several.
    FilesChosen {
        ask: FileAsk,
        paths: Vec<PathBuf>,
    },
    /// Files that were dropped on the window, or pasted as a path.
    FilesCame(Vec<PathBuf>),
    /// The answer to [`super::Session::ask`].
    Answer(Answer),
    DismissNotice(u64),
    /// Letters came up that no font here has.
    LettersMissing(Vec<char>),
    /// How wide the window is now, in logical pixels.
    Width(f32),
    /// How the window stands, to be kept for the next start.
    WindowStood(WindowStood),
    /// Time passes: writes drafts, lets notices go. At least once a second, or as [`super::Session::next_tick`] says.
    Tick,

    /// The work that an [`Effect::Disk`] asked for has ended.
    Disk(DiskReport),
}

impl Intent {
    /// What adds to a cell what its lane usually holds.
    pub fn usual_in(lane: LaneKind) -> Self {
        match lane.holds() {
            // A channel comes with its card.
            Holds::Cards | Holds::Channels => Self::Command(Command::AddTouchpoint),
            Holds::List(kind) => Self::Command(Command::Add(kind)),
            Holds::Flags => Self::Command(Command::AddFlag),
            Holds::Feelings => Self::Put(Block::Emotion),
            Holds::Losses => Self::Put(Block::DropOff),
        }
    }

    /// Whether this belongs to writing, or comes by itself while a person writes. All else takes the text first.
    pub fn is_writing(&self) -> bool {
        matches!(
            self,
            Self::Write { .. }
                | Self::TakeText
                | Self::EndText(_)
                | Self::DropText(_)
                | Self::Tick
                | Self::Disk(_)
                | Self::DismissNotice(_)
                | Self::LettersMissing(_)
                | Self::Width(_)
        )
    }
}

impl From<PresentMsg> for Intent {
    fn from(msg: PresentMsg) -> Self {
        Self::Flow(Msg::Present(msg))
    }
}

/// How a piece of work on the disk ended.
#[derive(Clone, Debug, PartialEq)]
pub enum DiskReport {
    /// The file holds the state with this number, of the map with that draft.
    Saved {
        of: DraftId,
        path: PathBuf,
        state: u64,
        /// Why it may not outlast a power cut, where that is not sure.
        doubt: Option<String>,
    },
    SaveFailed {
        of: DraftId,
        path: PathBuf,
        message: String,
    },
    /// Nothing was written, since another program has written the file meanwhile: this is in it.
    SaveConflict {
        of: DraftId,
        path: PathBuf,
        file: Version,
    },
    /// The map with this state brought together with what its file holds now, or why that cannot be.
    Together {
        of: DraftId,
        path: PathBuf,
        state: u64,
        together: Result<Box<Together>, String>,
    },
    /// All that was given to the draft up to this number is on the disk.
    DraftWritten {
        draft: DraftId,
        number: u64,
    },
    /// Its journal has no room for what was given: the draft has to be written whole.
    DraftFull(DraftId),
    DraftFailed {
        draft: DraftId,
        message: String,
    },
    /// Every draft that no other process works on.
    Drafts(Vec<Draft>),
    /// The versions of a map, the newest first.
    Versions {
        of: MapId,
        versions: Vec<KeptVersion>,
    },
    /// One of them, or why it could not be read.
    Version {
        id: VersionId,
        map: Result<Box<Map>, String>,
    },
    Opened(Box<Opened>),
    OpenFailed {
        path: PathBuf,
        message: String,
    },
    /// The libraries as they are now; `asked` is whether a person wanted to know where their own lie.
    Libraries {
        libraries: Arc<Libraries>,
        asked: bool,
    },
    /// The list of recent files, with what other windows put there.
    Recents(Recents),
    /// The file that is shown is shown by another window too, of this process.
    AlsoOpen {
        path: PathBuf,
        process: u32,
        /// What the machine is called, where it is another one.
        machine: Option<String>,
    },
    /// A second start was given the file that is shown here.
    WishedFor,
    /// The end of the log.
    Log(String),
    /// What is kept beside the files, of a map or of all.
    Kept {
        of: KeptOf,
        kept: Box<Recovery>,
    },
    /// That was deleted, in words, or why not all of it; and the lists as they are now.
    Forgotten {
        what: String,
        why_not: Option<String>,
        recents: Recents,
        drafts: Vec<Draft>,
    },
    /// Something small could not be kept, such as the settings.
    Failed {
        message: String,
    },
}

/// A map that was read.
#[derive(Clone, Debug, PartialEq)]
pub struct Opened {
    pub map: Map,
    pub from: Origin,
    /// When its file or draft was written, in seconds since 1970, where that is known.
    pub written_unix_secs: Option<u64>,
    /// Other versions of it that were found, the newest first.
    pub beside: Vec<Beside>,
    /// Fields of the file that this version does not know; saving would drop them.
    pub unknown: Vec<UnknownField>,
}

/// Where an opened map comes from.
#[derive(Clone, Debug, PartialEq)]
pub enum Origin {
    File(PathBuf),
    Draft(DraftId, DraftOf),
    /// Opens as an untitled copy.
    Sample,
    /// A file, opened as a copy of it without a file.
    CopyOf(PathBuf),
    /// The same.
    Version(VersionId),
    /// A user journey as Mermaid has it, as a map without a file.
    Journey(PathBuf),
}

/// What the map of a draft belongs to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum DraftOf {
    /// No file yet.
    Nothing,
    /// The file from which it was made, and to which it is saved.
    File(PathBuf),
    /// No file: it opens as a copy of this one.
    CopyOf(PathBuf),
    /// A file that has changed since, with which it is to be brought together.
    Beside(PathBuf),
}

/// Another version of a map that was read.
#[derive(Clone, Debug, PartialEq)]
pub enum Beside {
    /// A draft with unsaved work on the file that was opened.
    Draft { draft: DraftId, path: PathBuf, version: Version, file_changed: bool },
    /// The file that was opened is shown by another window.
    Window { path: PathBuf, holder: Holder },
    /// The file of the draft that was opened, which has changed since.
    File { path: PathBuf, version: Version },
}

/// An answer to a question of the session's.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Answer {
    Save,
    KeepDraft,
    Discard,
    OpenAnyway,
    /// What of a table has a place.
    PasteRest,
    /// Of two versions, a copy of the unsaved work under a name of its own.
    Copy,
    /// Of two versions, the unsaved work, in the place of the file.
    Work,
    /// Of two versions, the file.
    File,
    /// Of two versions, both brought together.
    Together,
    Cancel,
}

/// How a notice sounds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tone {
    Info,
    Good,
    Warning,
    Bad,
}

/// What a session asks of the world outside.
#[derive(Clone, Debug, PartialEq)]
pub enum Effect {
    /// Work on the disk: [`DiskJob::run`] off the frame, its report comes back as [`Intent::Disk`].
    Disk(DiskJob),
    SetClipboard(String),
    /// Read the clipboard; its text comes back as [`Intent::Paste`].
    AskPaste,
    /// Let the person choose a file; comes back as [`Intent::FilesChosen`].
    AskFile(FileAsk),
    /// Data are read from this file or folder: the next question for data starts there.
    DataRead(PathBuf),
    /// Give the fonts that a document is drawn with for a file; comes back as [`super::flows::ExportMsg::Write`].
    LendFonts {
        drawing: Drawing,
        path: PathBuf,
    },
    /// Lend the fonts to a picture for the clipboard; as [`super::flows::ExportMsg::Copy`].
    LendFontsToCopy,
    /// Lend the fonts to a copy for a client; as [`super::flows::ClientCopyMsg::Write`].
    LendFontsToClientCopy {
        path: PathBuf,
        replaces: Replaces,
    },
    /// A picture for other programs.
    SetClipboardPicture(Arc<Pixels>),
    /// Ask a server for the table at this address, with what was typed or else what the environment lets in; comes back as
    /// [`super::flows::ImportMsg::Table`].
    AskServer(Address, Access),
    Dialog(Dialog),
    Zoom(Zoom),
    /// Copy what somebody who helps has to know: the program, the system, and this end of the log.
    CopyDiagnostics(String),
    /// Bring the keyboard into the other of two views.
    OtherView,
    /// Bring the window to the front, or else ask for the eye.
    ComeForward,
    FullScreen(FullScreen),
    /// Another map stands in the place of the one before: it is read from its beginning, at its own size.
    AnotherMap,
    /// Edit the title of a record in place.
    EditTitle(RecordRef),
    /// Puts records in line, as they lie on the board.
    LineUp(Vec<RecordRef>, Line),
    /// Say where these arrows are seen, which have lost what they followed; as [`Intent::LeaveArrows`].
    LeaveArrows(Vec<(DrawingId, crate::model::Drawing)>),
    /// Bring a record into view.
    Reveal(RecordRef),
    /// Bring a lane into view where it crosses these stages.
    RevealLane {
        lane: LaneId,
        stages: Vec<StageId>,
    },
    /// Say everything in this language from now on.
    Speak(LanguageChoice),
    /// Close the window.
    Close,
}

/// A dialog of the window's own.
#[derive(Clone, Debug, PartialEq)]
pub enum Dialog {
    /// Every command and place by a few letters of its name.
    CommandPalette,
    Shortcuts,
    /// The tour on a practice map.
    Tour,
    About,
}

/// How much of the screen the window takes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FullScreen {
    /// All of it, or as it was.
    Toggle,
    /// All of it, for as long as something is shown to a room.
    Whole,
    /// As before that.
    AsBefore,
}

/// A change of the zoom, which the session does not keep.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Zoom {
    In,
    Out,
    Actual,
    Fit,
    FitSelection,
}
