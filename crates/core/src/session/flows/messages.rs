//! What can be pressed and written in a dialog whose flow the session owns.

use crate::behaviour::churn::columns::ChurnRole;
use crate::behaviour::churn::rule::Rule;
use crate::behaviour::clickhouse::{Access, Address, Password};
use crate::behaviour::files::Opening;
use crate::behaviour::masking::Kept;
use crate::behaviour::plan::{Counting, Ties};
use crate::behaviour::recognise::Overrides;
use crate::behaviour::roles::Role;
use crate::behaviour::shapes::Shape;
use crate::behaviour::times::zone::Zone;
use crate::export::Format;
use crate::model::{Date, Filter, MetricId, MetricKind, Others, RecordRef, SavedViewId, StageId};
use crate::session::drawing::Drawing;
use crate::session::export::ExportSettings;
use crate::session::import::{Binding, SegmentTarget};
use crate::session::pictured::{PictureFor, PictureFrom};
use crate::session::privacy::{Replaces, What};
use crate::store::{ClientCopyChoices, VersionId};
use crate::text::Shaper;
use std::fmt;
use std::path::PathBuf;
use std::sync::Arc;

/// A message to one of the flows.
#[derive(Clone, Debug, PartialEq)]
pub enum Msg {
    Presets(PresetsMsg),
    Databases(DatabasesMsg),
    Fill(FillMsg),
    Sheets(SheetsMsg),
    Export(ExportMsg),
    Deck(DeckMsg),
    Brand(BrandMsg),
    AtRisk(AtRiskMsg),
    Import(ImportMsg),
    Filter(FilterMsg),
    Pictures(PicturesMsg),
    Search(SearchMsg),
    Present(PresentMsg),
    Replay(ReplayMsg),
    Versions(VersionsMsg),
    Contents(ContentsMsg),
    ClientCopy(ClientCopyMsg),
    Forget(ForgetMsg),
}

/// To what is told to be in the map.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ContentsMsg {
    /// Lists the places of this kind; how many texts there are for none.
    Choose(Option<What>),
    /// Selects what a place belongs to, and brings it into view.
    GoTo(RecordRef),
    /// Makes a copy for a client instead.
    Copy,
    Close,
}

/// To the copy for a client.
#[derive(Clone, Debug, PartialEq)]
pub enum ClientCopyMsg {
    Open,
    /// All that is chosen for it now.
    Choose(ClientCopyChoices),
    /// All that is written of code names now.
    WriteNames(String),
    /// Asks for a dictionary of code names.
    AskNames,
    /// Asks where the copy goes.
    Go,
    /// The files that are there already may be replaced.
    Replace,
    /// The fonts that an effect asked for: makes, writes and looks through.
    Write {
        path: PathBuf,
        fonts: Fonts,
        replaces: Replaces,
    },
    /// Stops what is being made.
    Cancel,
    /// Back from what was handed over to the choices.
    Again,
    /// Selects what a word was found in, and brings it into view.
    GoTo(RecordRef),
    Close,
}

/// To what is kept beside the files.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ForgetMsg {
    /// Only of the open map, or of all.
    OfMap(bool),
    /// Deletes what was told.
    Delete,
    Close,
}

/// To the versions of the map.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum VersionsMsg {
    /// Looks at one of them.
    Choose(VersionId),
    /// All that stands in the field for a name.
    Write(String),
    /// Keeps the map as it is now under that name.
    Keep,
    /// Opens the one that is looked at as a map without a file.
    OpenCopy,
    /// Makes the map what it was, as one step.
    GoBack,
    Close,
}

/// To the history that is being shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ReplayMsg {
    /// It does not play by itself: less motion is wished for. Only the first of them counts.
    Wait,
    /// Holds it or lets it go on; from its beginning where it is over.
    Hold,
    Next,
    Back,
    First,
    Last,
    End,
}

/// To the map before a room.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PresentMsg {
    Next,
    Back,
    First,
    Last,
    To(StageId),
    /// A figure of the number of a stage.
    Digit(u8),
    /// To the stage whose number was typed.
    Go,
    /// The next card in the spotlight, or the one before.
    LightNext,
    LightBack,
    /// This one in the spotlight, or none if it is there already.
    Light(RecordRef),
    Blank,
    /// The pointer as a light, or as it was.
    Point,
    /// The presenter's own window.
    Notes,
    /// Starts the timer, holds it, or lets it go on.
    Timer,
    PutTimerAway,
    /// To the next block of the agenda.
    NextBlock,
    /// The next block begins by itself when the time is up, or waits.
    GoOn,
    /// The question that is voted on, or the stage again.
    Vote,
    /// A minute more or less.
    Longer,
    Shorter,
    /// The pointer was moved: the hint comes back.
    Moved,
    /// Ends what is nearest: the spotlight, then all of it.
    End,
}

/// To the filter over the map.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FilterMsg {
    /// Shows its bar.
    Open,
    /// Puts its bar away, where nothing is asked.
    Close,
    /// All that is asked from now on.
    Set(Box<Filter>),
    /// What becomes of what does not meet it.
    Others(Others),
    /// Nothing is asked any more.
    Clear,
    /// Looks at the map as a saved view has it.
    Choose(SavedViewId),
    /// Saves what is looked at under a name, also anew under that of a saved view.
    Save(String),
    /// Opens a saved view in the inspector, to be renamed or deleted.
    Edit(SavedViewId),
}

/// To pictures and what shows them.
#[derive(Clone, Debug, PartialEq)]
pub enum PicturesMsg {
    /// Asks for a file.
    Ask(PictureFor),
    /// Pictures came, for this or for what is selected.
    Came { from: Vec<PictureFrom>, to: Option<PictureFor> },
    /// Takes the picture of a record away.
    Remove(RecordRef),
}

/// To the search for words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SearchMsg {
    /// Opens it, or makes it replace too.
    Open {
        replaces: bool,
    },
    /// All that is looked for now.
    Write(String),
    /// What is to stand in its place; nothing is replaced with `None`.
    WriteInstead(Option<String>),
    Next,
    Previous,
    /// Replaces the hit that is looked at, and goes to the next.
    Replace,
    /// Replaces all of them, as one step.
    ReplaceAll,
    Close,
}

/// To the presets that are kept.
#[derive(Clone, Debug, PartialEq)]
pub enum PresetsMsg {
    /// Deletes the preset of this name, until it is taken back.
    Delete(String),
    /// Takes back one of those that were deleted, by its place among them.
    TakeBack(usize),
    Close,
}

/// To the question for the address of a table.
#[derive(Clone, Debug, PartialEq)]
pub enum DatabasesMsg {
    /// Asks for an address, beginning with the one that was asked last.
    Ask,
    /// All that stands in the field now.
    Write(String),
    /// The password, as it stands in its field now.
    WritePassword(Password),
    /// Keep the password in the keyring once the server has let it in.
    Keep(bool),
    /// Take the password for the address out of the keyring.
    Forget,
    /// Imports the table at the address.
    Connect,
    Close,
}

/// To a file that is to fill the scorecard.
#[derive(Clone, Debug, PartialEq)]
pub enum FillMsg {
    /// Reads a file, for one metric or for all that it fills; as an import reads it, where one did.
    Open {
        path: PathBuf,
        metric: Option<MetricId>,
        read_as: Option<Box<(Opening, Overrides)>>,
    },
    /// Says which of the file's scores fills the metric at this place; `None` leaves it as it is.
    Mean(usize, Option<usize>),
    /// Puts a metric that the map lacks on it.
    Add(MetricKind),
    /// Lays the counts into the metrics.
    Fill,
    OtherFile,
    Close,
}

/// To an edited sheet of the map, and to the sheet of a map that is not open.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SheetsMsg {
    /// Makes the edit that the sheet asks for.
    TakeOver,
    OtherFile,
    Close,
    /// Lets the person choose the map that the sheet is of.
    OpenItsMap,
    /// Lets the sheet of a map that is not open be.
    CloseMapless,
}

/// To the exports of the board and of the chart.
#[derive(Clone, Debug, PartialEq)]
pub enum ExportMsg {
    /// All that is chosen for the board now.
    Choose(ExportSettings),
    /// The same as chosen, in this format.
    In(Format),
    /// Asks where the board goes.
    Go,
    /// Stops what is being painted.
    Cancel,
    Close,
    /// Asks where the chart of the drop-off table goes.
    Chart(Format),
    /// The fonts that an effect asked for: draws and paints what goes to the clipboard.
    Copy(Fonts),
    /// The fonts that an effect asked for: draws, paints and writes.
    Write {
        drawing: Drawing,
        path: PathBuf,
        fonts: Fonts,
    },
}

/// To the look of the client whose map it is.
#[derive(Clone, Debug, PartialEq)]
pub enum BrandMsg {
    /// Asks for a kit.
    Ask,
}

/// To the pages of the deck. A place counts those that the map has something for, from 0, those left out among them.
#[derive(Clone, Debug, PartialEq)]
pub enum DeckMsg {
    /// The pages are kept as they stand, so that words can be written on one.
    Keep(usize),
    /// A page comes before another.
    Move {
        nth: usize,
        before: usize,
    },
    Show {
        nth: usize,
        is_shown: bool,
    },
    /// The deck is as the map has it by itself.
    Forget,
}

/// The fonts of the window.
#[derive(Clone)]
pub struct Fonts(pub Arc<Shaper>);

impl PartialEq for Fonts {
    fn eq(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.0, &other.0)
    }
}

impl fmt::Debug for Fonts {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str("Fonts")
    }
}

/// To a file of customers that is asked who is about to leave.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AtRiskMsg {
    /// Holds this rule against it.
    Hold(Rule),
    /// Gives a role to a column, or to none.
    Give(ChurnRole, Option<usize>),
    /// Names of groups that tell of persons stay as they are, as far as they are of these kinds.
    Keep(Kept),
    /// One would step in at this stage or card.
    StepInAt(RecordRef),
    /// Puts an action there.
    Intervene,
    /// Asks where the cohort goes.
    SaveCohort,
    OtherFile,
    Close,
}

/// To the import of files or of a table.
#[derive(Clone, Debug, PartialEq)]
pub enum ImportMsg {
    /// Imports a table on a server, with what the server is asked with.
    Table(Address, Access),
    /// All that is said now about how the file is read.
    Correct(Box<Overrides>),
    /// All that is said now about how it is opened.
    Reopen(Opening),
    /// Asks for a second file, to be joined by an id.
    AskJoin,
    /// Joins this file by the column that both share.
    Join(PathBuf),
    /// Gives a role to the column at this place, or leaves the column out.
    GiveRole(usize, Option<Role>),
    /// Says in which zone times without one are.
    SetZone(Zone),
    /// Takes rows of another length than the others as they are.
    AcceptRagged,
    /// Reads the file as this, whatever its columns say.
    ReadAs(Shape),
    /// Asks a server again.
    TryAgain,
    /// Reads this kind of file by recognition alone again.
    ForgetPreset,
    /// Says what the event at this place counts as.
    Bind(usize, Binding),
    /// Makes stages of what nothing is bound to, among so many of the most frequent events.
    MakeStagesOf(usize),
    /// Makes stages of the events that happened too seldom for that, too.
    MakeStagesOfOneOffs,
    /// Says what the segment at this place is on the map.
    MatchSegment(usize, SegmentTarget),
    /// Has every segment that the map lacks join it as an audience, or leaves all of them out.
    LetAudiencesJoin(bool),
    /// Says what it takes to have reached a stage.
    Count(Counting),
    /// Says which of two events at the same time comes first.
    Order(Ties),
    /// Lays the figures over the map, today.
    Lay(Date),
    /// Makes the file's stages and lays the figures over them, today.
    MakeStages(Date),
    /// Holds the file against a scorecard instead.
    Scorecard,
    /// Asks the file how long customers stay instead.
    AtRisk,
    /// Asks for another file to read instead of this one.
    OtherFile,
    /// Asks for a table on a server to read instead.
    Database,
    Close,
}
