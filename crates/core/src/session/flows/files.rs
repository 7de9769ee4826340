//! Files that a person chose for what was asked, dropped on the window or pasted, and what becomes of them.

use std::path::{Path, PathBuf};

use touchline_words::say;

use super::{FillMsg, ImportMsg, Msg};
use crate::behaviour::files::folder::may_be_log;
use crate::session::commands::Command;
use crate::session::drawing::Drawing;
use crate::session::files::FileAsk;
use crate::session::job::{Job, JobState};
use crate::session::pictured::{PictureFrom, is_picture};
use crate::session::sheet::map_stages;
use crate::session::{Cause, Effect, Session, Tone};
use crate::store::SheetFormat;

/// The ending of maps.
const MAP: &str = "ron";

/// A file that came on the start screen and may be a sheet: it is looked into before an empty map is made for it.
#[derive(Debug)]
pub(super) struct Fallen {
    path: PathBuf,
    stages: Job<Option<Vec<String>>>,
}

/// Whether a path is called like a map or a picture, or may be a log, so that it can be opened. Looks at the disk for a folder.
pub fn can_be_opened(path: &Path) -> bool {
    is_map(path) || is_picture(path) || may_be_log(path)
}

fn is_map(path: &Path) -> bool {
    path.extension().is_some_and(|ending| ending.eq_ignore_ascii_case(MAP))
}

impl Session {
    /// Does with files what they were asked for; none where the question was closed.
    pub(in crate::session) fn files_chosen(&mut self, ask: FileAsk, paths: Vec<PathBuf>, effects: &mut Vec<Effect>) {
        match (ask, paths.first().cloned()) {
            (FileAsk::OpenMap, Some(path)) => self.open_path(path, effects),
            (FileAsk::SaveMap(_), Some(path)) => self.save_to(path, effects),
            (FileAsk::TakeOver, Some(path)) => self.take_over(path, effects),
            (FileAsk::OpenMap | FileAsk::SaveMap(_) | FileAsk::OpenLog, None) => self.pick_cancelled(),
            (FileAsk::OpenLog, Some(path)) if paths.len() == 1 && is_map(&path) => self.open_path(path, effects),
            (FileAsk::OpenLog, Some(_)) => self.take_data(paths, effects),
            (FileAsk::JoinLog, Some(path)) => self.flow(Msg::Import(ImportMsg::Join(path)), effects),
            (FileAsk::SaveSheet(_), Some(path)) => self.write_sheet(path),
            (FileAsk::OpenSheet, Some(path)) => self.open_sheet(path, effects),
            (FileAsk::OpenCustomers, Some(path)) => self.open_at_risk(path, effects),
            (FileAsk::Cohort(_), Some(path)) => self.save_cohort(path),
            (FileAsk::Export(..), Some(path)) => self.export_to(path, effects),
            (FileAsk::ClientCopy(_), Some(path)) => self.client_copy_to(path, effects),
            (FileAsk::CodeNames, Some(path)) => self.code_names_from(path),
            (FileAsk::OpenBrand, Some(path)) => self.dress_from(path),
            (FileAsk::Chart(_, format), Some(path)) => {
                effects.push(Effect::LendFonts { drawing: Drawing::Chart(format), path });
            }
            (FileAsk::FillMetrics(metric), Some(path)) => {
                self.flow(Msg::Fill(FillMsg::Open { path, metric, read_as: None }), effects);
            }
            (FileAsk::OpenPicture(to), Some(_)) => {
                self.take_pictures(paths.into_iter().map(PictureFrom::File).collect(), Some(to));
            }
            (
                FileAsk::TakeOver
                | FileAsk::SaveSheet(_)
                | FileAsk::JoinLog
                | FileAsk::OpenSheet
                | FileAsk::OpenPicture(_)
                | FileAsk::OpenCustomers
                | FileAsk::FillMetrics(_)
                | FileAsk::Cohort(_)
                | FileAsk::Export(..)
                | FileAsk::ClientCopy(_)
                | FileAsk::CodeNames
                | FileAsk::OpenBrand
                | FileAsk::Chart(..),
                None,
            ) => {}
        }
    }

    /// Opens what was dropped on the window or pasted as a path: a map, or the data of a log.
    pub(in crate::session) fn files_came(&mut self, paths: Vec<PathBuf>, effects: &mut Vec<Effect>) {
        match paths.as_slice() {
            [] => {}
            pictures if pictures.iter().all(|path| is_picture(path)) => {
                self.take_pictures(paths.into_iter().map(PictureFrom::File).collect(), None);
            }
            [path] if may_be_log(path) => self.take_data(paths, effects),
            [path] if is_map(path) => self.open_path(path.clone(), effects),
            [_] => self.say(Cause::Open, Tone::Warning, say!(app_drop_map)),
            logs if logs.iter().all(|path| may_be_log(path)) => self.take_data(paths, effects),
            _ => self.say(Cause::Open, Tone::Warning, say!(app_drop_one)),
        }
    }

    /// Imports data. On the start screen they get an empty map to lie over, unless they are the sheet of a map.
    fn take_data(&mut self, paths: Vec<PathBuf>, effects: &mut Vec<Effect>) {
        match paths.as_slice() {
            [path] if self.on_start && SheetFormat::of_path(path).is_some() => {
                let file = path.clone();
                let stages = Job::start("look into a file", move |stop| map_stages(&file, stop));
                self.flows.fallen = Some(Fallen { path: path.clone(), stages });
            }
            _ => self.import_over_a_map(paths, effects),
        }
    }

    fn import_over_a_map(&mut self, paths: Vec<PathBuf>, effects: &mut Vec<Effect>) {
        if self.on_start {
            self.run(Command::New, effects);
        }
        self.import_files(paths, effects);
    }

    /// Imports data as soon as there is a map to lay them over.
    pub(in crate::session) fn import_once_open(&mut self, logs: Vec<PathBuf>) {
        self.flows.for_next_map = Some(logs);
    }

    /// Goes on with a file that was looked into, and with data that waited for a map.
    pub(super) fn tick_files(&mut self, effects: &mut Vec<Effect>) {
        if !self.on_start
            && let Some(logs) = self.flows.for_next_map.take()
        {
            self.import_files(logs, effects);
        }
        let Some(fallen) = self.flows.fallen.take() else { return };
        match fallen.stages.poll() {
            JobState::Running => self.flows.fallen = Some(fallen),
            // A sheet belongs to a map, and no empty one is made for it.
            JobState::Done(Some(stages)) if self.on_start => self.ask_for_map_of(fallen.path, stages),
            // A map was opened meanwhile: the file is for that one.
            JobState::Done(_) | JobState::Lost => self.import_over_a_map(vec![fallen.path], effects),
        }
    }

    /// Data are going to be read: nothing is written over them, and the next question for data starts there.
    pub(super) fn reads_data(&mut self, files: &[PathBuf], effects: &mut Vec<Effect>) {
        self.will_read(files);
        effects.extend(files.first().cloned().map(Effect::DataRead));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::session::flows::stories::until;
    use crate::session::stories::Story;
    use crate::session::{DiskJob, Intent};

    /// What becomes of files that come by hand.
    #[derive(Clone, Copy, Debug, PartialEq)]
    enum Becomes {
        Nothing,
        Opened,
        Imported,
        Told,
    }

    fn becomes(story: &mut Story, action: Intent) -> Becomes {
        let told = story.session.notices().len();
        let mut effects = story.act(action);
        effects.extend(until(story, |session| !session.flows().is_busy()));
        let is_opening = |effect: &Effect| matches!(effect, Effect::Disk(DiskJob::Open(_)));
        let is_importing = |effect: &Effect| matches!(effect, Effect::DataRead(_));
        match effects.as_slice() {
            effects if effects.iter().any(is_importing) => Becomes::Imported,
            effects if effects.iter().any(is_opening) => Becomes::Opened,
            [] if story.session.notices().len() > told => Becomes::Told,
            [] => Becomes::Nothing,
            effects => panic!("{effects:?}"),
        }
    }

    /// Files come on the start screen; data make an empty map to lie over, and nothing else makes one.
    #[track_caller]
    fn check_came(paths: &[&str], expected: Becomes) {
        let mut story = Story::new();
        story.run(Command::StartScreen);
        let action = Intent::FilesCame(paths.iter().map(PathBuf::from).collect());
        assert_eq!(becomes(&mut story, action), expected, "{paths:?}");
        assert_eq!(story.session.on_start(), expected != Becomes::Imported, "{paths:?}");
    }

    #[test]
    fn a_map_opens_a_log_is_imported_and_anything_else_is_told() {
        check_came(&[], Becomes::Nothing);
        check_came(&["/a/map.RON"], Becomes::Opened);
        check_came(&["/a/log.csv"], Becomes::Imported);
        check_came(&["/a/photo.jpg"], Becomes::Told);
        check_came(&["/a/map.ron", "/a/log.csv"], Becomes::Told);
        check_came(&["/a/1.csv", "/a/2.xlsx"], Becomes::Imported);
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().display().to_string();
        check_came(&[&path], Becomes::Told);
        std::fs::write(folder.path().join("1.csv"), "a,b\n1,2\n").unwrap();
        check_came(&[&path], Becomes::Imported);
    }

    #[test]
    fn a_map_that_is_chosen_among_the_data_is_opened_and_nothing_chosen_changes_nothing() {
        let chosen = |ask: FileAsk, paths: &[&str]| {
            let paths = paths.iter().map(PathBuf::from).collect();
            becomes(&mut Story::new(), Intent::FilesChosen { ask, paths })
        };
        assert_eq!(chosen(FileAsk::OpenLog, &["/a/map.ron"]), Becomes::Opened);
        assert_eq!(chosen(FileAsk::OpenLog, &["/a/log.dat"]), Becomes::Imported, "whoever chooses it as data knows");
        assert_eq!(chosen(FileAsk::OpenLog, &["/a/1.csv", "/a/map.ron"]), Becomes::Imported);
        assert_eq!(chosen(FileAsk::OpenMap, &["/a/map.ron"]), Becomes::Opened);
        for ask in [FileAsk::OpenLog, FileAsk::OpenMap, FileAsk::OpenSheet, FileAsk::FillMetrics(None)] {
            assert_eq!(chosen(ask, &[]), Becomes::Nothing);
        }
    }

    #[test]
    fn data_that_were_named_at_the_start_wait_for_a_map() {
        let mut story = Story::new();
        story.run(Command::StartScreen);
        assert_eq!(story.act(Intent::ImportOnceOpen(vec![PathBuf::from("/a/log.csv")])), []);
        story.act(Intent::Tick);
        assert!(story.session.flows().import().is_none() && story.session.notices().is_empty());
        story.run(Command::New);
        story.act(Intent::Tick);
        let number = story.session.flows().import().unwrap().number();
        story.act(Intent::Tick);
        assert_eq!(story.session.flows().import().unwrap().number(), number, "once");
    }

    #[test]
    fn a_file_that_is_looked_into_while_a_map_opens_is_for_that_map() {
        let mut story = Story::new();
        story.run(Command::StartScreen);
        story.act(Intent::FilesCame(vec![PathBuf::from("/a/log.csv")]));
        story.stage("Awareness");
        story.act(Intent::BackToMap);
        let map = story.session.map().clone();
        let effects = until(&mut story, |session| !session.flows().is_busy());
        assert!(effects.iter().any(|effect| matches!(effect, Effect::DataRead(_))), "{effects:?}");
        assert_eq!(story.session.flows().import().unwrap().import().file_name(), "log.csv");
        assert_eq!(story.session.map(), &map);
    }
}
