//! The boxes over the window, and when each is shown. This is the one place where a dialog is mounted.

use super::{Window, drops, now};
use crate::scene::FaceStyle;
use crate::session::finder::Target;
use crate::session::{Answer, Ask, Command, Intent};
use crate::store::UnknownField;
use crate::theme::size;
use crate::ui::at_risk::{AtRiskView, at_risk_ui};
use crate::ui::board;
use crate::ui::client_copy_box::client_copy_ui;
use crate::ui::close_box::{CloseChoice, close_box_ui};
use crate::ui::command_palette::{CommandPalette, Decided as Found, command_palette_ui};
use crate::ui::contents_box::contents_ui;
use crate::ui::export_box::{ExportView, export_ui};
use crate::ui::fill_box::fill_ui;
use crate::ui::forget_box::forget_ui;
use crate::ui::import::{DatabaseView, ImportView, database_ui, import_ui};
use crate::ui::in_use_box::in_use_box_ui;
use crate::ui::kept_versions_box::{KeptVersionsView, kept_versions_ui};
use crate::ui::keys_page::{PageAsk, about_ui, keys_page_ui};
use crate::ui::mapless_box::mapless_box_ui;
use crate::ui::notices::notices_ui;
use crate::ui::paste_box::paste_box_ui;
use crate::ui::presets_box::presets_box_ui;
use crate::ui::search_box::{SearchView, search_box_ui};
use crate::ui::sheet_box::sheet_box_ui;
use crate::ui::style;
use crate::ui::versions_box::versions_box_ui;
use crate::ui::widgets::{box_buttons_ui, box_ui, muted_ui, primary_button_ui, secondary_button_ui};
use egui::{Context, Id, RichText};
use std::path::Path;
use touchline_words::say;

/// Which boxes are open, beside those that the session or a file dialog asks for.
#[derive(Default)]
pub(super) struct Boxes {
    pub shortcuts: bool,
    pub about: bool,
    import: ImportView,
    database: DatabaseView,
    /// The command palette, and what had the keyboard before it.
    command_palette: Option<(CommandPalette, Option<Id>)>,
    /// What gets the keyboard back, in the frame after the palette.
    focus_back: Option<Id>,
    at_risk: AtRiskView,
    export: ExportView,
    search: SearchView,
    versions: KeptVersionsView,
}

impl Boxes {
    /// Whether the command palette is open.
    pub fn searches(&self) -> bool {
        self.command_palette.is_some()
    }
}

impl Window {
    pub(super) fn boxes_ui(&mut self, ctx: &Context) {
        let mut intents = Vec::new();
        notices_ui(ctx, self.session.notices(), self.notices_above(ctx), now(ctx), &mut intents);
        if let Some(answer) = self.session.ask().and_then(|ask| ask_ui(ctx, &ask)) {
            intents.push(Intent::Answer(answer));
        }
        for intent in intents {
            self.act(ctx, intent);
        }
        if let Some(asked) = self.boxes.shortcuts.then(|| keys_page_ui(ctx)).flatten() {
            self.boxes.shortcuts = false;
            if asked == PageAsk::Tour {
                self.act(ctx, Intent::Command(Command::Tour));
            }
        }
        if self.boxes.about && about_ui(ctx) {
            self.boxes.about = false;
        }
        let asked = presets_box_ui(ctx, &self.session);
        self.act_all(ctx, asked);
        let asked = kept_versions_ui(ctx, &mut self.boxes.versions, &self.session, &self.shaper);
        self.act_all(ctx, asked);
        for asked in
            [contents_ui(ctx, &self.session), client_copy_ui(ctx, &self.session), forget_ui(ctx, &self.session)]
        {
            self.act_all(ctx, asked);
        }
        let asked = import_ui(ctx, &mut self.boxes.import, &self.session, &self.shaper);
        self.act_all(ctx, asked);
        // After the import, so that the question lies over it.
        let asked = database_ui(ctx, &mut self.boxes.database, self.session.flows().database());
        self.act_all(ctx, asked);
        let asked = mapless_box_ui(ctx, &self.session);
        self.act_all(ctx, asked);
        let asked = sheet_box_ui(ctx, &self.session);
        self.act_all(ctx, asked);
        let asked = at_risk_ui(ctx, &mut self.boxes.at_risk, &self.session, &self.shaper);
        self.act_all(ctx, asked);
        let asked = fill_ui(ctx, &self.session);
        self.act_all(ctx, asked);
        let asked = export_ui(ctx, &mut self.boxes.export, &self.session, &self.shaper);
        self.act_all(ctx, asked);
        if let Some(board) = self.panels.board.area() {
            let asked = search_box_ui(ctx, &mut self.boxes.search, &self.session, board);
            self.act_all(ctx, asked);
        }
        self.command_palette_box_ui(ctx);
        self.tour_box_ui(ctx);
        // After the boxes that may ask for a file, so that the question lies over them.
        if let Some(path) = self.session.path() {
            self.dialogs.remember_map(path);
        }
        if let Some((ask, paths)) = self.dialogs.poll_ui(ctx) {
            self.act(ctx, Intent::FilesChosen { ask, paths });
        }
        drops::hover_ui(ctx);
    }
}

impl Window {
    /// How far above the window's foot notices stand: over the drawer, whose tabs and tables are pressed, else over the status bar.
    fn notices_above(&self, ctx: &Context) -> f32 {
        let foot = ctx.content_rect().bottom();
        let above_drawer = self.panels.drawer_top.map(|top| foot - top + 2.0);
        if self.session.on_start() { 24.0 } else { above_drawer.unwrap_or(4.0) }
    }

    pub(super) fn open_command_palette(&mut self, ctx: &Context) {
        self.boxes.command_palette = Some((CommandPalette::default(), ctx.memory(|memory| memory.focused())));
    }

    /// What is chosen goes the way of menus and keys, once the palette is gone and the keyboard is back where it was.
    fn command_palette_box_ui(&mut self, ctx: &Context) {
        let Some((mut view, before)) = self.boxes.command_palette.take() else {
            // What the command itself gave the keyboard to keeps it.
            let back = self.boxes.focus_back.take().filter(|_| ctx.memory(|memory| memory.focused().is_none()));
            back.into_iter().for_each(|id| ctx.memory_mut(|memory| memory.request_focus(id)));
            return;
        };
        let Some(decided) = command_palette_ui(ctx, &mut view, &self.session) else {
            self.boxes.command_palette = Some((view, before));
            return;
        };
        let goes = matches!(decided, Found::Do(Target::Record(_) | Target::Item(_)));
        self.boxes.focus_back = if goes { Some(board::focus_id()) } else { before };
        ctx.memory_mut(egui::Memory::stop_text_input);
        match decided {
            Found::Do(target) => {
                let asked = target.intents(&self.session);
                self.act_all(ctx, asked);
            }
            Found::Close => {}
        }
        ctx.request_repaint();
    }
}

fn ask_ui(ctx: &Context, ask: &Ask) -> Option<Answer> {
    match ask {
        Ask::Unsaved { title } => close_box_ui(ctx, title).map(|choice| match choice {
            CloseChoice::Save => Answer::Save,
            CloseChoice::KeepAsDraft => Answer::KeepDraft,
            CloseChoice::Discard => Answer::Discard,
            CloseChoice::Stay => Answer::Cancel,
        }),
        Ask::Unknown { path, fields } => unknown_box_ui(ctx, path, fields),
        Ask::Versions { path, occasion, work, file } => versions_box_ui(ctx, path, *occasion, work, file),
        Ask::InUse { path, holder } => in_use_box_ui(ctx, path, holder),
        Ask::Paste { records, left_out } => paste_box_ui(ctx, *records, left_out),
    }
}

/// Most unknown fields that are named.
const MOST_FIELDS: usize = 6;

/// A file from a newer version: what saving would drop is named before it is opened.
fn unknown_box_ui(ctx: &Context, path: &Path, fields: &[UnknownField]) -> Option<Answer> {
    let name = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    let boxed = box_ui(ctx, "unknown fields", say!(app_unknown_title), 460.0, |ui| {
        let text = say!(app_unknown_text, name);
        ui.label(RichText::new(text).font(style::body()));
        for field in fields.iter().take(MOST_FIELDS) {
            ui.label(
                RichText::new(say!(app_unknown_field, field = field.path, line = field.line))
                    .font(style::font(FaceStyle::Medium, size::UI_SMALL)),
            );
        }
        if fields.len() > MOST_FIELDS {
            muted_ui(ui, &say!(ui_and_more, n = fields.len() - MOST_FIELDS));
        }
        box_buttons_ui(ui, |ui| {
            let opened = primary_button_ui(ui, say!(app_unknown_open)).clicked().then_some(Answer::OpenAnyway);
            let cancelled = secondary_button_ui(ui, say!(cancel)).clicked().then_some(Answer::Cancel);
            opened.or(cancelled)
        })
    });
    boxed.inner.or(boxed.closed.then_some(Answer::Cancel))
}
