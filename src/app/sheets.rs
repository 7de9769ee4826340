//! The map as a sheet: written for a spreadsheet, and taken back from it.

use super::Window;
use super::dialogs::FileAsk;
use crate::session::job::{Job, JobState};
use crate::session::reads::reads_of;
use crate::session::sheet::{map_stages, write_sheet};
use crate::session::sheet_import::SheetImport;
use crate::session::{Action, Command, Tone};
use crate::store::SheetFormat;
use crate::ui::mapless_box::{Decided, mapless_box_ui};
use crate::ui::sheet_box::{Decided as SheetDecided, sheet_box_ui};
use egui::Context;
use std::path::PathBuf;
use std::time::Duration;
use touchline_words::say;

/// What is open or on its way.
#[derive(Default)]
pub(super) struct Sheets {
    import: Option<SheetImport>,
    /// A sheet that is being written, and what the person is told at the end.
    writing: Option<Job<Result<String, String>>>,
    /// A file that fell on the start screen and may be a sheet.
    fallen: Option<Fallen>,
    /// A sheet that came before its map, and the map's stages.
    mapless: Option<(PathBuf, Vec<String>)>,
}

/// A file that is looked into before an empty map is made for it.
struct Fallen {
    path: PathBuf,
    /// What it asks for unless it is a sheet.
    asked: Vec<Action>,
    stages: Job<Option<Vec<String>>>,
}

impl Window {
    /// Asks where the sheet goes, called like the map.
    pub(super) fn ask_sheet_path(&mut self, ctx: &Context) {
        let name = self.session.suggested_name("xlsx");
        self.dialogs.ask(ctx, FileAsk::SaveSheet(name));
    }

    /// Writes the map's sheet off the frame.
    pub(super) fn start_sheet(&mut self, path: PathBuf) {
        let (map, read) = (self.session.map().clone(), self.session.read());
        self.boxes.sheets.writing =
            Some(Job::start_writing("write a sheet", move |_| match write_sheet(&map, &path, &reads_of(&read)) {
                Ok(()) => Ok(say!(app_sheet_exported, path = path.display())),
                Err(error) => Err(say!(app_sheet_not_written, error = error.to_string())),
            }));
    }

    /// Files that came by hand. A sheet belongs to a map: on the start screen no map is made for it.
    pub(super) fn take_files(&mut self, ctx: &Context, asked: Vec<Action>) {
        let alone = match asked.as_slice() {
            [Action::Command(Command::New), Action::OpenPath(path)] => Some(path.clone()),
            [Action::Command(Command::New), Action::ImportFiles(paths)] => match paths.as_slice() {
                [path] => Some(path.clone()),
                _ => None,
            },
            _ => None,
        };
        match alone.filter(|path| SheetFormat::of_path(path).is_some()) {
            Some(path) => {
                let file = path.clone();
                let stages = Job::start("look into a file", move |_| map_stages(&file));
                self.boxes.sheets.fallen = Some(Fallen { path, asked, stages });
            }
            None => self.act_all(ctx, asked),
        }
    }

    fn take_fallen(&mut self, ctx: &Context) {
        let Some(fallen) = self.boxes.sheets.fallen.take() else { return };
        match fallen.stages.poll() {
            JobState::Running => {
                ctx.request_repaint_after(Duration::from_millis(30));
                self.boxes.sheets.fallen = Some(fallen);
            }
            // A map was opened meanwhile: the file is for that one.
            _ if !self.session.on_start() => self.act(ctx, Action::OpenPath(fallen.path)),
            JobState::Done(Some(stages)) => self.boxes.sheets.mapless = Some((fallen.path, stages)),
            JobState::Done(None) | JobState::Lost => self.act_all(ctx, fallen.asked),
        }
    }

    /// A sheet that came before its map waits until a map is open.
    fn mapless_ui(&mut self, ctx: &Context) {
        let Some((path, stages)) = self.boxes.sheets.mapless.take() else { return };
        if !self.session.on_start() {
            return self.open_sheet(path);
        }
        let file = path.file_name().map_or_else(String::new, |name| name.to_string_lossy().into_owned());
        let decided = mapless_box_ui(ctx, &file, &stages);
        if decided != Some(Decided::Cancel) {
            self.boxes.sheets.mapless = Some((path, stages));
        }
        if decided == Some(Decided::OpenMap) {
            self.act(ctx, Action::Command(Command::Open));
        }
    }

    /// Reads a sheet, to tell what it changes.
    pub(super) fn open_sheet(&mut self, path: PathBuf) {
        self.dialogs.remember_data(&path);
        let ids = self.session.new_ids();
        self.boxes.sheets.import = Some(SheetImport::open(path, self.session.map(), ids));
    }

    pub(super) fn sheets_ui(&mut self, ctx: &Context) {
        self.take_fallen(ctx);
        self.mapless_ui(ctx);
        match self.boxes.sheets.writing.as_ref().map(Job::poll) {
            None => {}
            Some(JobState::Running) => ctx.request_repaint_after(Duration::from_millis(50)),
            Some(ended) => {
                self.boxes.sheets.writing = None;
                let told = match ended {
                    JobState::Done(Ok(said)) => Action::Notify(Tone::Good, said),
                    JobState::Done(Err(why)) => Action::Notify(Tone::Bad, why),
                    JobState::Running | JobState::Lost => {
                        Action::Notify(Tone::Bad, say!(app_sheet_try_again).to_owned())
                    }
                };
                self.act(ctx, told);
            }
        }
        let Some(mut sheet) = self.boxes.sheets.import.take() else { return };
        match sheet_box_ui(ctx, &mut sheet) {
            None => self.boxes.sheets.import = Some(sheet),
            Some(SheetDecided::Cancel) => {}
            Some(SheetDecided::OtherFile) => {
                self.boxes.sheets.import = Some(sheet);
                self.dialogs.ask(ctx, FileAsk::OpenSheet);
            }
            Some(SheetDecided::TakeOver) => {
                if let Some(edit) = sheet.edit().cloned() {
                    let said = say!(app_sheet_taken_over, file = sheet.file_name());
                    self.act_all(ctx, [Action::Edit(edit), Action::Notify(Tone::Good, said)]);
                }
            }
        }
    }
}
