//! The map as a sheet: written for a spreadsheet, and taken back from it; and a sheet that came before its map.

use std::path::PathBuf;

use touchline_words::say;

use super::SheetsMsg;
use crate::session::commands::Command;
use crate::session::files::FileAsk;
use crate::session::job::{Job, JobState};
use crate::session::reads::reads_of;
use crate::session::sheet::write_sheet;
use crate::session::sheet_import::SheetImport;
use crate::session::{Cause, Effect, Session, Tone};

/// What is open or on its way.
#[derive(Debug, Default)]
pub(super) struct Sheets {
    import: Option<SheetImport>,
    /// A sheet that is being written, and what the person is told at the end.
    writing: Option<Job<Result<String, String>>>,
    mapless: Option<Mapless>,
}

/// The sheet of a map that is not open: it waits until one is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mapless {
    path: PathBuf,
    stages: Vec<String>,
}

impl Mapless {
    /// The file's name without its folder.
    pub fn file_name(&self) -> String {
        self.path.file_name().map_or_else(String::new, |name| name.to_string_lossy().into_owned())
    }

    /// The stages of its map, by their names.
    pub fn stages(&self) -> &[String] {
        &self.stages
    }
}

impl Sheets {
    pub(super) fn import(&self) -> Option<&SheetImport> {
        self.import.as_ref()
    }

    pub(super) fn mapless(&self) -> Option<&Mapless> {
        self.mapless.as_ref()
    }

    /// Whether something of it runs off the frame.
    pub(super) fn is_busy(&self) -> bool {
        self.writing.is_some() || self.import.as_ref().is_some_and(SheetImport::is_busy)
    }
}

impl Session {
    pub(super) fn sheets_flow(&mut self, msg: SheetsMsg, effects: &mut Vec<Effect>) {
        match msg {
            SheetsMsg::TakeOver => self.take_sheet_over(),
            SheetsMsg::OtherFile => effects.push(Effect::AskFile(FileAsk::OpenSheet)),
            SheetsMsg::Close => self.flows.sheets.import = None,
            SheetsMsg::OpenItsMap => self.run(Command::Open, effects),
            SheetsMsg::CloseMapless => self.flows.sheets.mapless = None,
        }
    }

    /// Asks where the sheet goes, called like the map.
    pub(in crate::session) fn ask_where_sheet_goes(&self, effects: &mut Vec<Effect>) {
        effects.push(Effect::AskFile(FileAsk::SaveSheet(self.suggested_name("xlsx"))));
    }

    /// Writes the map's sheet off the frame.
    pub(super) fn write_sheet(&mut self, path: PathBuf) {
        let (map, read) = (self.lent_map(), self.read());
        self.flows.sheets.writing =
            Some(Job::start_writing("write a sheet", move |_| match write_sheet(&map, &path, &reads_of(&read)) {
                Ok(()) => Ok(say!(app_sheet_exported, path = path.display())),
                Err(error) => Err(say!(app_sheet_not_written, error = error.to_string())),
            }));
    }

    /// Reads a sheet, to tell what it changes.
    pub(super) fn open_sheet(&mut self, path: PathBuf, effects: &mut Vec<Effect>) {
        effects.push(Effect::DataRead(path.clone()));
        let ids = self.new_ids();
        self.flows.sheets.import = Some(SheetImport::open(path, self.map(), ids));
    }

    /// Says which map a sheet is of, and waits until a map is open.
    pub(super) fn ask_for_map_of(&mut self, path: PathBuf, stages: Vec<String>) {
        self.flows.sheets.mapless = Some(Mapless { path, stages });
    }

    fn take_sheet_over(&mut self) {
        let Some(edit) = self.flows.sheets.import().and_then(SheetImport::edit).cloned() else { return };
        let Some(sheet) = self.flows.sheets.import.take() else { return };
        self.edit(edit);
        self.say(Cause::Sheet, Tone::Good, say!(app_sheet_taken_over, file = sheet.file_name()));
    }

    pub(super) fn tick_sheets(&mut self, effects: &mut Vec<Effect>) {
        if !self.on_start
            && let Some(mapless) = self.flows.sheets.mapless.take()
        {
            self.open_sheet(mapless.path, effects);
        }
        if let Some(sheet) = &mut self.flows.sheets.import {
            sheet.poll();
        }
        let (tone, said) = match self.flows.sheets.writing.as_ref().map(Job::poll) {
            None | Some(JobState::Running) => return,
            Some(JobState::Done(Ok(said))) => (Tone::Good, said),
            Some(JobState::Done(Err(why))) => (Tone::Bad, why),
            Some(JobState::Lost) => (Tone::Bad, say!(app_sheet_try_again).to_owned()),
        };
        self.flows.sheets.writing = None;
        self.say(Cause::Sheet, tone, said);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::edit::templates::Template;
    use crate::fields::{self, FieldKey};
    use crate::model::{Field, RecordRef};
    use crate::session::flows::Msg;
    use crate::session::flows::stories::until;
    use crate::session::stories::Story;
    use crate::session::{DiskReport, Intent, Opened, Origin, TextOf};
    use std::path::Path;

    fn say(story: &mut Story, msg: SheetsMsg) -> Vec<Effect> {
        story.act(Intent::Flow(Msg::Sheets(msg)))
    }

    fn chosen(story: &mut Story, ask: FileAsk, path: &Path) -> Vec<Effect> {
        story.act(Intent::FilesChosen { ask, paths: vec![path.to_owned()] })
    }

    /// A template's map, and its sheet as it was asked for.
    fn exported(path: &Path) -> Story {
        let mut story = Story::new();
        story.act(Intent::Template(Template::StreamingSubscriber));
        let [Effect::AskFile(ask)] = &story.run(Command::ExportSheet)[..] else { panic!("no file is asked for") };
        assert_eq!(ask.suggested(), Some(story.session.suggested_name("xlsx").as_str()));
        assert_eq!(chosen(&mut story, ask.clone(), path), []);
        until(&mut story, |session| !session.flows().is_busy());
        story
    }

    fn told(story: &Story) -> Option<(Tone, &str)> {
        story.session.notices().last().map(|notice| (notice.tone, notice.text.as_str()))
    }

    #[test]
    fn a_sheet_goes_out_is_edited_and_taken_back_in_one_step() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("board.csv");
        let mut story = exported(&path);
        assert_eq!(told(&story), Some((Tone::Good, say!(app_sheet_exported, path = path.display()).as_str())));
        let before = story.session.map().clone();

        assert_eq!(story.run(Command::ImportSheet), [Effect::AskFile(FileAsk::OpenSheet)]);
        assert_eq!(chosen(&mut story, FileAsk::OpenSheet, &path), [Effect::DataRead(path.clone())]);
        until(&mut story, |session| !session.flows().is_busy());
        assert_eq!(story.session.flows().sheet().unwrap().changes(), Some(&[][..]), "nobody edited it");
        say(&mut story, SheetsMsg::TakeOver);
        assert!(story.session.flows().sheet().is_some(), "there is nothing to take over");
        assert_eq!(say(&mut story, SheetsMsg::OtherFile), [Effect::AskFile(FileAsk::OpenSheet)]);
        say(&mut story, SheetsMsg::Close);
        assert!(story.session.flows().sheet().is_none() && story.session.map() == &before);

        let text = std::fs::read_to_string(&path).unwrap().replacen("Plans page", "Price page", 1);
        std::fs::write(&path, text).unwrap();
        chosen(&mut story, FileAsk::OpenSheet, &path);
        until(&mut story, |session| !session.flows().is_busy());
        assert_eq!(story.session.map(), &before, "nothing is taken over unasked");
        say(&mut story, SheetsMsg::TakeOver);
        assert!(story.session.map().touchpoints.values().any(|card| card.title == "Price page"));
        assert!(story.session.flows().sheet().is_none());
        assert_eq!(told(&story), Some((Tone::Good, say!(app_sheet_taken_over, file = "board.csv").as_str())));
        story.run(Command::Undo);
        assert_eq!(story.session.map(), &before);
    }

    #[test]
    fn what_was_written_since_a_sheet_was_read_is_not_taken_back_by_it() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("board.csv");
        let mut story = exported(&path);
        let text = std::fs::read_to_string(&path).unwrap().replacen("Plans page", "Price page", 1);
        std::fs::write(&path, text).unwrap();
        chosen(&mut story, FileAsk::OpenSheet, &path);
        until(&mut story, |session| !session.flows().is_busy());
        let card = story.session.map().touchpoints.iter().find(|(_, card)| card.title == "Plans page").unwrap().0;
        let key = FieldKey::one(RecordRef::Touchpoint(*card), Field::Doing);
        story.act(Intent::Write { of: TextOf::Field(key.clone()), text: "compares the plans".to_owned() });
        say(&mut story, SheetsMsg::TakeOver);
        let map = story.session.map();
        assert!(map.touchpoints.values().any(|card| card.title == "Price page"));
        assert_eq!(fields::read_shared(map, &key).as_deref(), Some("compares the plans"));
    }

    #[test]
    fn a_sheet_that_cannot_be_written_is_told() {
        let folder = tempfile::tempdir().unwrap();
        let story = exported(&folder.path().join("nowhere").join("board.csv"));
        assert!(matches!(told(&story), Some((Tone::Bad, why)) if why.contains("nowhere")), "{:?}", told(&story));
    }

    #[test]
    fn a_sheet_that_comes_before_its_map_waits_for_one_and_makes_none() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("board.csv");
        let map = exported(&path).session.map().clone();
        let fallen = || {
            let mut story = Story::new();
            story.run(Command::StartScreen);
            story.act(Intent::FilesCame(vec![path.clone()]));
            until(&mut story, |session| session.flows().mapless().is_some());
            story
        };
        let mut story = fallen();
        let mapless = story.session.flows().mapless().unwrap().clone();
        assert_eq!((mapless.file_name().as_str(), mapless.stages()[0].as_str()), ("board.csv", "Awareness"));
        assert!(story.session.on_start() && story.session.flows().sheet().is_none());
        assert_eq!(say(&mut story, SheetsMsg::OpenItsMap), [Effect::AskFile(FileAsk::OpenMap)]);
        assert!(story.session.flows().mapless().is_some(), "it waits until the map is there");
        let from = Origin::File(folder.path().join("map.ron"));
        let opened = Opened { map, from, written_unix_secs: None, beside: Vec::new(), unknown: Vec::new() };
        story.act(Intent::Disk(DiskReport::Opened(Box::new(opened))));
        until(&mut story, |session| session.flows().sheet().is_some_and(|sheet| !sheet.is_busy()));
        assert_eq!(story.session.flows().sheet().unwrap().changes(), Some(&[][..]));
        assert_eq!(story.session.flows().mapless(), None);

        let mut story = fallen();
        say(&mut story, SheetsMsg::CloseMapless);
        story.run(Command::New);
        story.act(Intent::Tick);
        assert!(story.session.flows().sheet().is_none(), "it was let be");
    }
}
