//! What goes on in dialogs of the window: each a state that the session owns and messages alone change.
//!
//! A dialog reads its flow and says what was pressed as a [`Msg`]; what the world outside has to do for it goes out as an
//! effect. What takes long runs in a job of the flow's, and a tick takes its result over. So every story of these dialogs is
//! told without a window.

mod at_risk;
mod brand;
mod client_copy;
mod code_names;
mod contents;
mod databases;
mod deck;
mod dress;
mod export;
mod files;
mod fill;
mod filter;
mod forget;
mod import;
#[cfg(test)]
mod import_stories;
mod letters;
mod messages;
mod pictures;
mod present;
mod presets;
mod replay;
mod inside;
mod search;
mod sheets;
#[cfg(test)]
mod stories;
mod versions;

pub use at_risk::AtRiskOpen;
pub use client_copy::{ClientCopying, formats, treated};
pub use contents::ContentsOpen;
pub use databases::Asking;
pub use dress::Dress;
pub use export::Exporting;
pub use files::can_be_opened;
pub use fill::FillFile;
pub use filter::Filtering;
pub use forget::ForgetOpen;
pub use import::Importing;
pub use messages::{
    AtRiskMsg, BrandMsg, ClientCopyMsg, ContentsMsg, DatabasesMsg, DeckMsg, ExportMsg, FillMsg, FilterMsg, Fonts,
    ForgetMsg, ImportMsg, Msg, PicturesMsg, PresentMsg, PresetsMsg, ReplayMsg, SearchMsg, SheetsMsg, VersionsMsg,
};
pub use present::{Note, PRESENT_KEYS, PresentKey, Presenting, notes};
pub use presets::PresetsOpen;
pub use replay::Replay;
pub use search::{Hit, Search, places};
pub use sheets::Mapless;
pub use versions::{Looked, VersionsOpen};

use super::sheet_import::SheetImport;
use super::{Effect, Session};
use databases::Databases;
use files::Fallen;
use import::Imports;
use pictures::Coming;
use sheets::Sheets;
use std::path::PathBuf;
use std::time::Duration;

/// So often a flow is looked after while something of it runs off the frame.
const LOOKED_AFTER: Duration = Duration::from_millis(40);

/// The flows, and what is kept of them while their dialogs are closed.
#[derive(Debug, Default)]
pub struct Flows {
    pub(in crate::session) presets: Option<PresetsOpen>,
    databases: Databases,
    fill: Option<FillFile>,
    sheets: Sheets,
    export: Exporting,
    brand: brand::Coming,
    at_risk: Option<AtRiskOpen>,
    imports: Imports,
    fallen: Option<Fallen>,
    filter: Filtering,
    pictures: Vec<Coming>,
    search: Option<Search>,
    /// The one that was closed last: what was looked for stands there when it is opened again.
    looked_for: Option<Search>,
    present: Option<Presenting>,
    replay: Option<Replay>,
    versions: Option<VersionsOpen>,
    contents: Option<ContentsOpen>,
    client_copy: ClientCopying,
    forget: Option<ForgetOpen>,
    /// Data to import as soon as there is a map.
    for_next_map: Option<Vec<PathBuf>>,
    /// The number that was given last to what was opened.
    last_number: u64,
}

impl Flows {
    /// The list of presets, while it is open.
    pub fn presets(&self) -> Option<&PresetsOpen> {
        self.presets.as_ref()
    }

    /// The question for the address of a table, while it is open.
    pub fn database(&self) -> Option<&Asking> {
        self.databases.asking()
    }

    /// The file that is to fill the scorecard, while its dialog is open.
    pub fn fill(&self) -> Option<&FillFile> {
        self.fill.as_ref()
    }

    /// The sheet that is taken back, while its dialog is open.
    pub fn sheet(&self) -> Option<&SheetImport> {
        self.sheets.import()
    }

    /// The sheet that came before its map, while it waits for one.
    pub fn mapless(&self) -> Option<&Mapless> {
        self.sheets.mapless()
    }

    /// The export of the board, while its dialog is open.
    pub fn export(&self) -> Option<&Exporting> {
        Some(&self.export).filter(|export| export.is_open)
    }

    /// The file of customers, while its dialog is open.
    pub fn at_risk(&self) -> Option<&AtRiskOpen> {
        self.at_risk.as_ref()
    }

    /// The import, while its dialog is open.
    pub fn import(&self) -> Option<&Importing> {
        self.imports.open.as_ref()
    }

    /// The filter over the map.
    pub fn filter(&self) -> &Filtering {
        &self.filter
    }

    /// The search for words, while it is open.
    pub fn search(&self) -> Option<&Search> {
        self.search.as_ref()
    }

    /// The map before a room, while it is presented.
    pub fn present(&self) -> Option<&Presenting> {
        self.present.as_ref()
    }

    /// Whether something is shown to a room, in the place of the editor.
    pub fn shows_a_room(&self) -> bool {
        self.present.is_some() || self.replay.is_some()
    }

    /// The history, while it is shown.
    pub fn replay(&self) -> Option<&Replay> {
        self.replay.as_ref()
    }

    /// The versions of the map, while their list is open.
    pub fn versions(&self) -> Option<&VersionsOpen> {
        self.versions.as_ref()
    }

    /// What is in the map, while that is told.
    pub fn contents(&self) -> Option<&ContentsOpen> {
        self.contents.as_ref()
    }

    /// The copy for a client, while its dialog is open.
    pub fn client_copy(&self) -> Option<&ClientCopying> {
        Some(&self.client_copy).filter(|copying| copying.is_open)
    }

    /// What is kept beside the files, while its deletion is asked about.
    pub fn forget(&self) -> Option<&ForgetOpen> {
        self.forget.as_ref()
    }

    /// Another number than any before, by which a dialog knows that something else is open in it.
    fn new_number(&mut self) -> u64 {
        self.last_number += 1;
        self.last_number
    }

    /// Whether something runs off the frame that a tick will take over.
    pub fn is_busy(&self) -> bool {
        let fill = self.fill().is_some_and(|file| file.busy().is_some());
        let at_risk = self.at_risk().is_some_and(|open| open.file().busy().is_some());
        let import = self.import().is_some_and(|open| open.import().busy().is_some());
        let search = self.search().is_some_and(Search::is_busy) || self.filter.is_busy();
        let pictures = !self.pictures.is_empty();
        fill || at_risk
            || pictures
            || import
            || search
            || self.fallen.is_some()
            || self.databases.is_busy()
            || self.sheets.is_busy()
            || self.export.is_busy()
            || self.client_copy.is_busy()
            || self.contents().is_some_and(ContentsOpen::is_busy)
    }

    /// When to look after what runs off the frame, since the program's start.
    pub(super) fn next_tick(&self, now: Duration) -> Option<Duration> {
        self.is_busy().then(|| now + LOOKED_AFTER)
    }
}

impl Session {
    pub fn flows(&self) -> &Flows {
        &self.flows
    }

    /// Does what was pressed in a dialog.
    pub(super) fn flow(&mut self, msg: Msg, effects: &mut Vec<Effect>) {
        match msg {
            Msg::Presets(msg) => self.presets_flow(msg, effects),
            Msg::Databases(msg) => effects.extend(self.flows.databases.handle(msg)),
            Msg::Fill(msg) => self.fill_flow(msg, effects),
            Msg::Sheets(msg) => self.sheets_flow(msg, effects),
            Msg::Export(msg) => self.export_flow(msg, effects),
            Msg::Deck(msg) => self.deck_flow(msg),
            Msg::Brand(msg) => self.brand_flow(msg, effects),
            Msg::AtRisk(msg) => self.at_risk_flow(msg, effects),
            Msg::Import(msg) => self.import_flow(msg, effects),
            Msg::Filter(msg) => self.filter_flow(msg, effects),
            Msg::Search(msg) => self.search_flow(msg, effects),
            Msg::Present(msg) => self.present_flow(msg, effects),
            Msg::Pictures(msg) => self.pictures_flow(msg, effects),
            Msg::Replay(msg) => self.replay_flow(msg, effects),
            Msg::Versions(msg) => self.versions_flow(msg, effects),
            Msg::Contents(msg) => self.contents_flow(msg, effects),
            Msg::ClientCopy(msg) => self.client_copy_flow(msg, effects),
            Msg::Forget(msg) => self.forget_flow(msg, effects),
        }
    }

    /// Takes over what has ended off the frame.
    pub(super) fn tick_flows(&mut self, effects: &mut Vec<Effect>) {
        self.tick_files(effects);
        self.tick_import(effects);
        self.tick_sheets(effects);
        self.tick_pictures(effects);
        self.tick_exports(effects);
        self.tick_brand();
        self.tick_at_risk();
        self.tick_fill();
        self.flows.databases.look_after();
        self.tick_search();
        self.tick_present(effects);
        self.tick_replay(effects);
        self.tick_contents();
        self.tick_client_copy(effects);
    }
}
