//! What the session asks of the world outside: disk, clipboard, dialogs, the view, the window's end.

use super::{Window, diagnostics, placing};
use crate::model::{NotePlace, RecordRef, StickyId};
use crate::session::flows::{ClientCopyMsg, ExportMsg, Fonts, ImportMsg, Msg, PresentMsg, Presenting};
use crate::session::views::View;
use crate::session::{Command, Dialog, Effect, FullScreen, Intent, SidePanel, lined_up};
use egui::{Context, UserAttentionType, ViewportCommand};
use std::sync::Arc;
use touchline_words::{Language, speak};

impl Window {
    pub(super) fn run_effect(&mut self, ctx: &Context, effect: Effect) {
        match effect {
            Effect::Disk(job) => self.worker.give(job),
            Effect::SetClipboard(text) => ctx.copy_text(text),
            Effect::LendFontsToCopy => {
                let fonts = Fonts(Arc::clone(&self.shaper));
                self.act(ctx, Intent::Flow(Msg::Export(ExportMsg::Copy(fonts))));
            }
            Effect::LendFontsToClientCopy { path, replaces } => {
                let fonts = Fonts(Arc::clone(&self.shaper));
                self.act(ctx, Intent::Flow(Msg::ClientCopy(ClientCopyMsg::Write { path, fonts, replaces })));
            }
            Effect::SetClipboardPicture(pixels) => {
                let size = [pixels.width_px as usize, pixels.height_px as usize];
                ctx.copy_image(egui::ColorImage::from_rgba_unmultiplied(size, &pixels.rgba));
            }
            Effect::AskPaste => ctx.send_viewport_cmd(ViewportCommand::RequestPaste),
            Effect::AskFile(ask) => self.dialogs.ask(ctx, ask),
            Effect::DataRead(path) => self.dialogs.remember_data(&path),
            Effect::AskServer(address, access) => {
                let table = ImportMsg::Table(address, access.or_of_environment());
                self.act(ctx, Intent::Flow(Msg::Import(table)));
            }
            Effect::LendFonts { drawing, path } => {
                let fonts = Fonts(Arc::clone(&self.shaper));
                self.act(ctx, Intent::Flow(Msg::Export(ExportMsg::Write { drawing, path, fonts })));
            }
            Effect::Dialog(dialog) => self.open_dialog(ctx, dialog),
            Effect::Speak(choice) => speak(choice.chosen().unwrap_or_else(Language::of_system)),
            Effect::Zoom(zoom) if self.shows(View::Board) => self.panels.board.show(zoom),
            Effect::Zoom(_) => {}
            Effect::CopyDiagnostics(end) => ctx.copy_text(diagnostics::text(ctx, &self.renderer, &end)),
            Effect::ComeForward => {
                ctx.send_viewport_cmd(ViewportCommand::Minimized(false));
                ctx.send_viewport_cmd(ViewportCommand::Focus);
                // Where a desktop lets no window come to the front by itself, it is marked there.
                ctx.send_viewport_cmd(ViewportCommand::RequestUserAttention(UserAttentionType::Informational));
            }
            Effect::OtherView => self.panels.views.go_to_other(ctx, &self.session),
            Effect::FullScreen(full) => self.full_screen(ctx, full),
            Effect::AnotherMap => {
                self.panels.board.reset();
                self.panels.views.reset();
            }
            Effect::EditTitle(record) if self.is_parked(record) => self.panels.tray.edit(record),
            Effect::EditTitle(record) => self.edit_in_view(ctx, record),
            Effect::LineUp(records, line) => {
                let edit =
                    self.panels.board.board().and_then(|board| lined_up(self.session.map(), &board, &records, line));
                if let Some(edit) = edit {
                    self.act(ctx, Intent::Edit(edit));
                }
            }
            Effect::LeaveArrows(arrows) => {
                // The board that was drawn last shows them as they were.
                if let Some(board) = self.panels.board.board() {
                    self.act(ctx, Intent::LeaveArrows(arrows, board));
                }
            }
            Effect::Reveal(record) => {
                self.panels.board.reveal(record);
                self.panels.views.reveal(record);
            }
            Effect::RevealLane { lane, stages } => self.panels.board.reveal_lane(lane, stages),
            Effect::Close => self.close(ctx),
        }
        ctx.request_repaint();
    }

    /// Whether a view is on the screen.
    pub(super) fn shows(&self, view: View) -> bool {
        self.panels.views.shown(&self.session).contains(&view)
    }

    /// In the view that has the keyboard, else in the one beside it; what neither shows is written on the board.
    fn edit_in_view(&mut self, ctx: &Context, record: RecordRef) {
        for view in self.panels.views.active_first(&self.session) {
            if view == View::Board {
                return self.panels.board.edit_title(record);
            }
            if self.panels.views.edit_title(&self.session, view, record) {
                return;
            }
        }
        self.act(ctx, Intent::Command(Command::ViewBoard));
        self.panels.board.edit_title(record);
    }

    /// A note in the parking lot is written there, where that stands open.
    fn is_parked(&self, record: RecordRef) -> bool {
        let note = StickyId::try_from(record).ok().and_then(|id| self.session.map().stickies.get(&id));
        self.session.shows_panel(SidePanel::Tray)
            && note.is_some_and(|note| self.session.map().note_place(note) == NotePlace::Parked)
    }

    fn open_dialog(&mut self, ctx: &Context, dialog: Dialog) {
        match dialog {
            Dialog::CommandPalette => self.open_command_palette(ctx),
            Dialog::Shortcuts => self.boxes.shortcuts = true,
            Dialog::Tour => self.begin_tour(ctx),
            Dialog::About => self.boxes.about = true,
        }
    }

    /// Takes the whole screen, or gives it back.
    fn full_screen(&mut self, ctx: &Context, full: FullScreen) {
        let is_full = ctx.input(|input| input.viewport().fullscreen.unwrap_or(false));
        let wanted = match full {
            FullScreen::Toggle => !is_full,
            FullScreen::Whole => {
                self.was_full.get_or_insert(is_full);
                let has_notes = self.session.flows().present().is_some_and(Presenting::has_notes);
                let has_other = self.frame.as_deref().is_some_and(|frame| placing::other_screen(frame).is_some());
                if has_other && !has_notes {
                    self.act(ctx, PresentMsg::Notes.into());
                }
                true
            }
            FullScreen::AsBefore => self.was_full.take().unwrap_or(false),
        };
        ctx.send_viewport_cmd(ViewportCommand::Fullscreen(wanted));
    }

    /// Has the session remember how the window stands.
    pub(super) fn tell_stand(&mut self, ctx: &Context) {
        if let Some(frame) = &self.frame {
            let stood = placing::stood(frame, self.session.settings());
            self.act(ctx, Intent::WindowStood(stood));
        }
    }

    pub(super) fn close(&mut self, ctx: &Context) {
        self.tell_stand(ctx);
        self.closing = true;
        ctx.send_viewport_cmd(ViewportCommand::Close);
    }
}
