//! What the session asks of the world outside: disk, clipboard, dialogs, the view, the window's end.

use super::{Window, placing};
use crate::session::{Action, Dialog, Effect, FileAsk};
use egui::{Context, ViewportCommand};
use touchline_words::{Language, speak};

impl Window {
    pub(super) fn run_effect(&mut self, ctx: &Context, effect: Effect) {
        match effect {
            Effect::Disk(job) => self.worker.give(job),
            Effect::SetClipboard(text) => ctx.copy_text(text),
            Effect::AskPaste => ctx.send_viewport_cmd(ViewportCommand::RequestPaste),
            Effect::AskFile(ask) => self.dialogs.ask(ctx, ask),
            Effect::DataRead(path) => self.dialogs.remember_data(&path),
            Effect::Dialog(dialog) => self.open_dialog(ctx, dialog),
            Effect::Speak(choice) => speak(choice.chosen().unwrap_or_else(Language::of_system)),
            Effect::View(view) => self.panels.board.show(view),
            Effect::AnotherMap => self.panels.board.reset(),
            Effect::EditTitle(record) => self.panels.board.edit_title(record),
            Effect::Reveal(record) => self.panels.board.reveal(record),
            Effect::Close => self.close(ctx),
        }
        ctx.request_repaint();
    }

    fn open_dialog(&mut self, ctx: &Context, dialog: Dialog) {
        match dialog {
            Dialog::Palette => self.open_palette(ctx),
            Dialog::Shortcuts => self.boxes.shortcuts = true,
            Dialog::About => self.boxes.about = true,
            Dialog::ImportTable(address) => self.open_table(address),
            Dialog::ImportFiles(logs) => self.open_import(logs),
            Dialog::Export => self.open_export(),
        }
    }

    /// Files that a person chose, or that they chose none.
    pub(super) fn files_chosen(&mut self, ctx: &Context, ask: FileAsk, paths: Vec<std::path::PathBuf>) {
        match (ask, paths.first().cloned()) {
            (FileAsk::OpenCustomers, Some(path)) => self.open_at_risk(path),
            (FileAsk::Cohort(_), Some(path)) => self.save_cohort(path),
            (FileAsk::Export(..), Some(path)) => self.start_export(path),
            (FileAsk::Chart(_, format), Some(path)) => self.save_chart(format, path),
            (ask, _) => self.act(ctx, Action::FilesChosen { ask, paths }),
        }
    }

    fn close(&mut self, ctx: &Context) {
        if let Some(frame) = &self.frame {
            let stood = placing::stood(frame, self.session.settings());
            self.act(ctx, Action::WindowStood(stood));
        }
        self.closing = true;
        ctx.send_viewport_cmd(ViewportCommand::Close);
    }
}
