//! The map as a sheet: written for a spreadsheet, and taken back from it.

use super::Window;
use super::dialogs::FileAsk;
use crate::session::job::{Job, JobState};
use crate::session::sheet::write_sheet;
use crate::session::sheet_import::SheetImport;
use crate::session::{Action, Tone};
use crate::ui::sheet_box::{Decided, sheet_box_ui};
use egui::Context;
use std::path::PathBuf;
use std::time::Duration;

/// What is open or on its way.
#[derive(Default)]
pub(super) struct Sheets {
    import: Option<SheetImport>,
    /// A sheet that is being written, and what the person is told at the end.
    writing: Option<Job<Result<String, String>>>,
}

impl Window {
    /// Asks where the sheet goes, called like the map.
    pub(super) fn ask_sheet_path(&mut self, ctx: &Context) {
        let name = self.session.suggested_name("xlsx");
        self.dialogs.ask(ctx, FileAsk::SaveSheet(name));
    }

    /// Writes the map's sheet off the frame.
    pub(super) fn start_sheet(&mut self, path: PathBuf) {
        let map = self.session.map().clone();
        self.boxes.sheets.writing = Some(Job::start(move |_| match write_sheet(&map, &path) {
            Ok(()) => Ok(format!(
                "Exported {}. Edit it, and take it back with Import sheet… in the File menu",
                path.display()
            )),
            Err(error) => Err(format!("The sheet was not written: {error}")),
        }));
    }

    /// Reads a sheet, to tell what it changes.
    pub(super) fn open_sheet(&mut self, path: PathBuf) {
        self.dialogs.remember_folder(&path);
        let ids = self.session.new_ids();
        self.boxes.sheets.import = Some(SheetImport::open(path, self.session.map(), ids));
    }

    pub(super) fn sheets_ui(&mut self, ctx: &Context) {
        match self.boxes.sheets.writing.as_ref().map(Job::poll) {
            None => {}
            Some(JobState::Running) => ctx.request_repaint_after(Duration::from_millis(50)),
            Some(ended) => {
                self.boxes.sheets.writing = None;
                let told = match ended {
                    JobState::Done(Ok(said)) => Action::Notify(Tone::Good, said),
                    JobState::Done(Err(why)) => Action::Notify(Tone::Bad, why),
                    JobState::Running | JobState::Lost => {
                        Action::Notify(Tone::Bad, "The sheet was not written. Try it again.".to_owned())
                    }
                };
                self.act(ctx, told);
            }
        }
        let Some(mut sheet) = self.boxes.sheets.import.take() else { return };
        match sheet_box_ui(ctx, &mut sheet) {
            None => self.boxes.sheets.import = Some(sheet),
            Some(Decided::Cancel) => {}
            Some(Decided::OtherFile) => {
                self.boxes.sheets.import = Some(sheet);
                self.dialogs.ask(ctx, FileAsk::OpenSheet);
            }
            Some(Decided::TakeOver) => {
                if let Some(edit) = sheet.edit().cloned() {
                    let said = format!("{} is taken over", sheet.file_name());
                    self.act_all(ctx, [Action::Edit(edit), Action::Notify(Tone::Good, said)]);
                }
            }
        }
    }
}
