//! What the session asks of the world outside: disk, clipboard, dialogs, the view, the window's end.

use super::dialogs::FileAsk;
use super::{Window, drops, placing};
use crate::session::flows::{FillMsg, Msg};
use crate::session::{Action, Dialog, Effect};
use egui::{Context, ViewportCommand};
use touchline_words::{Language, speak};

impl Window {
    pub(super) fn run_effect(&mut self, ctx: &Context, effect: Effect) {
        match effect {
            Effect::Disk(job) => self.worker.give(job),
            Effect::SetClipboard(text) => ctx.copy_text(text),
            Effect::AskPaste => ctx.send_viewport_cmd(ViewportCommand::RequestPaste),
            Effect::PickOpen => self.dialogs.ask(ctx, FileAsk::OpenMap),
            Effect::PickSave { suggested } => self.dialogs.ask(ctx, FileAsk::SaveMap(suggested)),
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
            Dialog::Import(None) => self.dialogs.ask(ctx, FileAsk::OpenLog),
            Dialog::Import(Some(log)) => self.open_import(vec![log]),
            Dialog::ImportTable(address) => self.open_table(address),
            Dialog::ImportFiles(logs) => self.open_import(logs),
            Dialog::AtRisk => self.dialogs.ask(ctx, FileAsk::OpenCustomers),
            Dialog::Fill(metric) => self.dialogs.ask(ctx, FileAsk::FillMetrics(metric)),
            Dialog::Export => self.open_export(),
            Dialog::ExportSheet => self.ask_sheet_path(ctx),
            Dialog::ImportSheet => self.dialogs.ask(ctx, FileAsk::OpenSheet),
        }
    }

    /// Files that a person chose, or that they chose none. Only logs may be several.
    pub(super) fn files_chosen(&mut self, ctx: &Context, ask: FileAsk, paths: Vec<std::path::PathBuf>) {
        if ask == FileAsk::OpenLog && !paths.is_empty() {
            let asked = drops::importing(paths, &self.session);
            return self.take_files(ctx, asked);
        }
        match (ask, paths.into_iter().next()) {
            (FileAsk::OpenMap, Some(path)) => self.act(ctx, Action::OpenPath(path)),
            (FileAsk::SaveMap(_), Some(path)) => self.act(ctx, Action::SaveTo(path)),
            (FileAsk::SaveSheet(_), Some(path)) => self.start_sheet(path),
            (FileAsk::OpenSheet, Some(path)) => self.open_sheet(path),
            (FileAsk::OpenCustomers, Some(path)) => self.open_at_risk(path),
            (FileAsk::FillMetrics(metric), Some(path)) => {
                let open = FillMsg::Open { path, metric, read_as: None };
                self.act(ctx, Action::Flow(Msg::Fill(open)));
            }
            (FileAsk::Cohort(_), Some(path)) => self.save_cohort(path),
            (FileAsk::Export(..), Some(path)) => self.start_export(path),
            (FileAsk::Chart(_, format), Some(path)) => self.save_chart(format, path),
            (
                FileAsk::Export(..)
                | FileAsk::Chart(..)
                | FileAsk::OpenCustomers
                | FileAsk::FillMetrics(_)
                | FileAsk::Cohort(_)
                | FileAsk::SaveSheet(_)
                | FileAsk::OpenSheet,
                None,
            ) => {}
            (FileAsk::OpenMap | FileAsk::SaveMap(_), None) | (FileAsk::OpenLog, _) => {
                self.act(ctx, Action::PickCancelled)
            }
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
