//! The window as a program: its loop, the session it holds, and everything that touches files, clipboard and desktop.
//!
//! Each frame the panels read the session and say what was asked for; the session answers with effects, and those are
//! run here. Nothing waits: disk, dialogs and fonts each have a thread.

mod boxes;
mod desktop;
mod diagnostics;
#[cfg(test)]
mod diagnostics_stories;
mod dialogs;
mod drops;
mod effects;
mod ending;
mod failure;
mod fault;
mod frame;
mod icon;
mod keys;
mod line_feed;
mod pictures;
mod placing;
mod recents;
mod second_start;
mod start;
mod system_fonts;
mod thumbnails;
mod tour;
mod turns;
mod typed;
mod worker;
mod writing;

#[cfg(test)]
mod at_risk_stories;
#[cfg(test)]
mod database_stories;
#[cfg(test)]
mod command_palette_stories;
#[cfg(test)]
mod deck_stories;
#[cfg(test)]
mod dialog_stories;
#[cfg(test)]
mod disk_stories;
#[cfg(test)]
mod ending_stories;
#[cfg(test)]
mod field_stories;
#[cfg(test)]
mod filter_stories;
#[cfg(test)]
mod hint_stories;
#[cfg(test)]
mod import_stories;
#[cfg(test)]
mod language_stories;
#[cfg(test)]
mod library_stories;
#[cfg(test)]
mod narrow_stories;
#[cfg(test)]
mod right_to_left_stories;
#[cfg(test)]
mod picture_stories;
#[cfg(test)]
mod present_stories;
#[cfg(test)]
mod privacy_stories;
#[cfg(test)]
mod search_stories;
#[cfg(test)]
mod sheet_stories;
#[cfg(test)]
mod tests;
#[cfg(test)]
mod tour_stories;
#[cfg(test)]
mod tray_stories;
#[cfg(test)]
mod turns_stories;
#[cfg(test)]
mod typed_stories;
#[cfg(test)]
mod version_stories;
#[cfg(test)]
mod views_stories;
#[cfg(test)]
mod writing_stories;

pub use start::{run, window};

use crate::model::IdSource;
use crate::session::threads::{self, Ending};
use crate::session::tour::leaves_tour;
use crate::session::{DiskReport, Intent, LibraryMsg, Remembered, Session};
use crate::store::{StateFolder, ThemeChoice};
use crate::text::Shaper;
use crate::theme::Theme;
use crate::ui::screen::{order, words};
use crate::ui::style;
use crate::ui::views::focus_of;
use boxes::Boxes;
use desktop::Desktop;
use dialogs::Dialogs;
use egui::{Context, ThemePreference};
use frame::Panels;
use recents::RecentRows;
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;
use thumbnails::Thumbnails;
use touchline_words::Language;
use turns::Standing;
use typed::Typed;
use worker::Worker;

/// What the window opens with.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Options {
    /// A map to open.
    pub map: Option<PathBuf>,
    /// A log of events to import.
    pub log: Option<PathBuf>,
    /// The language for this once; `None` for the one of the settings.
    pub language: Option<Language>,
}

/// The window: a session and all that it needs of the world.
pub struct Window {
    session: Session,
    worker: Worker,
    dialogs: Dialogs,
    boxes: Boxes,
    /// The tour, while somebody takes it: the session and the panels are then those of its practice map.
    touring: Option<tour::Touring>,
    panels: Panels,
    shaper: Arc<Shaper>,
    thumbnails: Thumbnails,
    recents: RecentRows,
    desktop: desktop::Asked,
    /// The window as the desktop has it; none where somebody else holds it, as in tests.
    frame: Option<Arc<winit::window::Window>>,
    /// What paints it, as it says itself.
    renderer: String,
    /// The window filled its screen when it was left, and has still to be told so.
    maximize: bool,
    /// The window has no frame yet, with which it may be too large for its screen.
    frameless: bool,
    /// Where windows find what another one copied.
    copied: Option<StateFolder>,
    /// The window took the whole screen before something was shown to a room; none while nothing is.
    was_full: Option<bool>,
    /// What the window's title bar says.
    shown_title: String,
    /// A map named at the start is still being read.
    opening: bool,
    /// A text field had the focus in the last frame.
    typing: bool,
    /// Letters struck on the board.
    typed: Typed,
    /// What keys asked for in a frame that also brought letters.
    asked_by_key: Vec<Intent>,
    /// The window was asked to close while something that was typed had not had its turn.
    to_close: bool,
    /// The system has asked the program to end.
    ended: Arc<AtomicBool>,
    /// The session has agreed to close.
    closing: bool,
    /// Tells the start of the program that the first frame is there.
    opened: Arc<AtomicBool>,
}

/// What the window finds outside.
struct Outside {
    /// Where drafts, settings and recent files are kept; without one, nothing is.
    folder: Option<StateFolder>,
    dialogs: Dialogs,
    desktop: desktop::Asked,
    /// The numbers of new records.
    ids: IdSource,
    frame: Option<Arc<winit::window::Window>>,
    ended: Arc<AtomicBool>,
    /// What paints the window, as it says itself.
    renderer: String,
}

impl Window {
    fn new(ctx: &Context, remembered: Remembered, outside: Outside, options: Options, opened: Arc<AtomicBool>) -> Self {
        let wake = ctx.clone();
        let maximize = outside.frame.is_some() && remembered.settings.window_maximized;
        let mut session = Session::new(remembered, outside.ids);
        let mut window = Self {
            panels: Panels::new(&mut session),
            session,
            copied: outside.folder.as_ref().map(StateFolder::again),
            worker: Worker::start(ctx, outside.folder),
            dialogs: outside.dialogs,
            boxes: Boxes::default(),
            touring: None,
            shaper: Arc::new(Shaper::with_system_fonts_later(
                |work| threads::start("system fonts", Ending::Left, work),
                move || wake.request_repaint(),
            )),
            thumbnails: Thumbnails::default(),
            recents: RecentRows::default(),
            desktop: outside.desktop,
            maximize,
            frameless: outside.frame.as_deref().is_some_and(|frame| !placing::has_frame(frame)),
            frame: outside.frame,
            renderer: outside.renderer,
            was_full: None,
            shown_title: String::new(),
            opening: options.map.is_some(),
            typing: false,
            typed: Typed::default(),
            asked_by_key: Vec::new(),
            to_close: false,
            ended: outside.ended,
            closing: false,
            opened,
        };
        ctx.options_mut(|options| {
            options.zoom_with_keyboard = false;
            // A notch of the wheel zooms by about a fifth.
            options.input_options.scroll_zoom_speed = 1.0 / 400.0;
            options.quit_shortcuts.clear();
            options.fallback_theme = egui::Theme::Light;
        });
        system_fonts::offer(ctx, &window.shaper);
        order::keep_in_order(ctx);
        turns::keep(ctx);
        window.dress(ctx);
        // Data that are named alone are taken as if they were dropped on the window.
        let data = options.log.map(|log| match &options.map {
            Some(_) => Intent::ImportOnceOpen(vec![log]),
            None => Intent::FilesCame(vec![log]),
        });
        if window.session.settings().library {
            window.act(ctx, Intent::Library(LibraryMsg::Read));
        }
        if let Some(map) = options.map {
            window.dialogs.remember_data(&map);
            window.act(ctx, Intent::OpenPath(map));
        }
        window.act_all(ctx, data);
        window
    }

    /// Has the session do something, and runs what it asks of the world.
    fn act(&mut self, ctx: &Context, action: Intent) {
        // What is said in a dialog shows in the next frame, since dialogs are drawn before it is done.
        if matches!(action, Intent::Flow(_) | Intent::FilesChosen { .. } | Intent::FilesCame(_)) {
            ctx.request_repaint();
        }
        if self.touring.is_some() && leaves_tour(&action) {
            self.end_tour(ctx);
        }
        let Some(action) = self.tell_own(action, now(ctx)) else { return };
        if let Intent::Command(command) = action
            && command.walks()
            && let Some(board) = self.panels.board.lies()
        {
            self.session.handle(Intent::Lies(board), now(ctx));
        }
        for effect in self.session.handle(action, now(ctx)) {
            if self.touring.is_none() || tour::is_for_practice(&effect) {
                self.run_effect(ctx, effect);
            }
        }
        if self.touring.is_none() {
            let noted = self.session.journal();
            noted.into_iter().for_each(|job| self.worker.give(job));
        }
    }

    fn act_all(&mut self, ctx: &Context, intents: impl IntoIterator<Item = Intent>) {
        for intent in intents {
            self.act(ctx, intent);
        }
    }

    /// Applies the theme that is chosen, and the desktop's where the choice is left to it.
    fn dress(&mut self, ctx: &Context) {
        let Desktop { dark, reduced_motion } = self.desktop.known();
        let (preference, dark) = match self.session.settings().theme {
            ThemeChoice::Light => (ThemePreference::Light, false),
            ThemeChoice::Dark => (ThemePreference::Dark, true),
            ThemeChoice::Contrast => (ThemePreference::Light, false),
            ThemeChoice::System => {
                let system = ctx.system_theme().map(|theme| theme == egui::Theme::Dark);
                (ThemePreference::System, system.or(dark).unwrap_or(false))
            }
        };
        if ctx.options(|options| options.theme_preference) != preference {
            ctx.set_theme(preference);
        }
        let theme = match self.session.settings().theme {
            ThemeChoice::Contrast => Theme::contrast(),
            ThemeChoice::System | ThemeChoice::Light | ThemeChoice::Dark if dark => Theme::dark(),
            ThemeChoice::System | ThemeChoice::Light | ThemeChoice::Dark => Theme::light(),
        };
        let scale = f32::from(self.session.settings().scale) / 100.0;
        if (ctx.zoom_factor() - scale).abs() > 0.001 {
            ctx.set_zoom_factor(scale);
        }
        style::apply(ctx, &theme, reduced_motion || self.session.settings().less_motion);
    }

    /// What has come in since the last frame: reports from the disk, files, keys, the passing of time.
    fn take_news(&mut self, ctx: &Context) {
        self.dress(ctx);
        let width = ctx.content_rect().width();
        if self.session.width() != width {
            self.act(ctx, Intent::Width(width));
        }
        words::offer(ctx, &self.shaper, &self.session.map().meta.language);
        if system_fonts::take_arrived(ctx, &self.shaper) {
            self.panels.board.fonts_changed();
            self.panels.present.fonts_changed();
            self.panels.replay = Default::default();
        }
        let missing = self.shaper.take_missing();
        if !missing.is_empty() {
            self.act(ctx, Intent::LettersMissing(missing));
        }
        if self.worker.is_wished_for() {
            self.act(ctx, Intent::Disk(DiskReport::WishedFor));
        }
        for report in self.worker.take_reports() {
            self.opening &= !matches!(report, DiskReport::Opened(_) | DiskReport::OpenFailed { .. });
            self.act(ctx, Intent::Disk(report));
        }
        let dropped = drops::dropped(ctx);
        if !dropped.is_empty() {
            let on = self.panels.board.picture_place(&self.session);
            self.act(ctx, pictures::dropped(dropped, on));
        }
        let shown = self.session.flows().shows_a_room();
        let adds = self.panels.word_adds(ctx, &self.session);
        let came_secs = turns::came_secs(ctx);
        let word = adds.and_then(|adds| self.typed.word(ctx, adds, self.typing, came_secs, &self.session));
        if let Some(word) = word {
            self.act(ctx, word);
        }
        self.take_tour_escape(ctx);
        let asked = match shown {
            false => {
                let shown = self.panels.views.shown(&self.session).into_iter();
                let views: Vec<_> = shown.map(|view| (focus_of(&self.session, view), view)).collect();
                keys::pressed(ctx, &views, self.typing, self.panels.are_choosing(&self.session))
            }
            true => keys::pressed_before_a_room(ctx),
        };
        if writing::comes_in(ctx) {
            // The letters of this frame reach their editor first, and the session before what is asked by key.
            self.asked_by_key.splice(..0, asked);
        } else {
            asked.into_iter().for_each(|action| self.key_action(ctx, action));
        }
        self.act(ctx, Intent::Tick);
        if let Some(next) = self.session.next_tick() {
            ctx.request_repaint_after(next.saturating_sub(now(ctx)) + Duration::from_millis(10));
        }
    }

    fn key_action(&mut self, ctx: &Context, action: Intent) {
        self.act(ctx, if let Intent::Paste(text) = action { self.pasted(text) } else { action });
    }

    /// What pasted text means: a path alone is a file, and the words that another window copied are its records.
    fn pasted(&self, text: String) -> Intent {
        if let Some(path) = drops::pasted(&text) {
            return Intent::FilesCame(vec![path]);
        }
        let elsewhere = self.copied.as_ref().filter(|_| !self.session.has_copied(&text));
        let records = elsewhere.and_then(|folder| folder.copied(&text));
        records.map_or(Intent::Paste(text), |part| Intent::PasteRecords(Box::new(part)))
    }

    /// Asks the session before the window goes away; it may have a question first.
    fn guard_close(&mut self, ctx: &Context) {
        if self.closing {
            return;
        }
        if self.ended.load(Ordering::Relaxed) {
            // The journal has what is not saved, and what stands in an editor.
            return self.close(ctx);
        }
        if ctx.input(|input| input.viewport().close_requested()) {
            ctx.send_viewport_cmd(egui::ViewportCommand::CancelClose);
            self.to_close = true;
        }
        if !self.to_close || turns::are_waiting(ctx) {
            return;
        }
        self.to_close = false;
        let close = Intent::Command(crate::session::Command::CloseWindow);
        if writing::comes_in(ctx) {
            self.asked_by_key.push(close);
        } else {
            self.act(ctx, close);
        }
    }

    /// One frame of the whole window.
    fn show(&mut self, ui: &mut egui::Ui) {
        let ctx = ui.ctx().clone();
        self.take_news(&ctx);
        let asked = self.frame_ui(ui);
        self.act_all(&ctx, asked);
        if writing::is_left(&ctx) {
            self.act(&ctx, Intent::TakeText);
        }
        // A desktop that ends its session closes no window first.
        if ctx.input(|input| input.events.contains(&egui::Event::WindowFocused(false))) {
            self.tell_stand(&ctx);
        }
        for action in std::mem::take(&mut self.asked_by_key) {
            self.key_action(&ctx, action);
        }
        self.boxes_ui(&ctx);
        self.name_window(&ctx);
        self.settle(&ctx);
        self.typing = ctx.text_edit_focused();
        let is_opening = self.panels.are_opening(&self.session);
        self.typed.keep_looking(&ctx);
        let goes_on_until = self.typed.goes_on_until(&self.session);
        let takes_words = self.panels.word_adds(&ctx, &self.session).is_some();
        turns::look(&ctx, Standing { is_typing: self.typing, is_opening, takes_words, goes_on_until });
    }

    /// What some desktops do not hear, or do not know, of a window that is not shown yet.
    fn settle(&mut self, ctx: &Context) {
        if std::mem::take(&mut self.maximize) {
            ctx.send_viewport_cmd(egui::ViewportCommand::Maximized(true));
            self.frameless = false;
        }
        let Some(frame) = self.frame.as_deref().filter(|_| self.frameless) else { return };
        let has_frame = placing::has_frame(frame);
        if has_frame {
            placing::put(frame, self.session.settings());
        }
        // Later the window stands where the person has put it.
        self.frameless = !has_frame && now(ctx) < SETTLES;
    }

    fn name_window(&mut self, ctx: &Context) {
        let title = frame::window_title(&self.session);
        if title != self.shown_title {
            ctx.send_viewport_cmd(egui::ViewportCommand::Title(title.clone()));
            self.shown_title = title;
        }
    }
}

/// So long the desktop may take to put a frame around the window.
const SETTLES: Duration = Duration::from_secs(3);

/// Time since the program's start.
fn now(ctx: &Context) -> Duration {
    Duration::try_from_secs_f64(ctx.input(|input| input.time)).unwrap_or_default()
}

impl eframe::App for Window {
    fn logic(&mut self, ctx: &Context, _frame: &mut eframe::Frame) {
        self.guard_close(ctx);
    }

    fn ui(&mut self, ui: &mut egui::Ui, _frame: &mut eframe::Frame) {
        self.show(ui);
        self.opened.store(true, Ordering::Relaxed);
    }

    fn clear_color(&self, visuals: &egui::Visuals) -> [f32; 4] {
        visuals.faint_bg_color.to_normalized_gamma_f32()
    }
}
