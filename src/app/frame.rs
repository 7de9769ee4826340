//! The frame of the window: which panel stands where. This is the one place where a panel is mounted.

use super::picture::{BoardPanel, board_ui};
use super::{Window, drops};
use crate::model::Map;
use crate::session::{Action, Command, SaveState, Session};
use crate::store::{DrawerTab, ThemeChoice};
use crate::ui::audience_bar::{self, audience_bar_ui};
use crate::ui::drawer::{self, Drawer, drawer_ui};
use crate::ui::inspector::{self, Inspector, inspector_ui};
use crate::ui::menu::MenuState;
use crate::ui::recovered::RecoveredAsk;
use crate::ui::start::{StartAsk, StartView, start_ui};
use crate::ui::status_bar::{self, ZoomAsk, status_bar_ui};
use crate::ui::style;
use crate::ui::top_bar::{self, TopBarView, top_bar_ui};
use crate::ui::when;
use crate::ui::widgets::{Side, fold_handle_ui};
use egui::{CentralPanel, Frame, Margin, Panel, Rect, Ui, UiBuilder, pos2, vec2};

const PALETTE_WIDTH: f32 = 216.0;
/// A folded panel leaves room for its handle.
const FOLDED: f32 = 28.0;
/// What the status bar says while nothing is under the pointer.
const FIRST_HINT: &str = "Drag a block onto the map, or press T for a touchpoint · F1 lists every key";

/// The panels and what they keep between frames.
#[derive(Default)]
pub(super) struct Panels {
    pub board: BoardPanel,
    inspector: Inspector,
    drawer: Drawer,
}

impl Panels {
    /// Hands over what is being typed in a panel.
    pub fn flush(&mut self, map: &Map) -> Vec<Action> {
        let mut typed = self.inspector.flush(map);
        typed.extend(self.drawer.flush(map));
        typed
    }
}

impl Window {
    /// Shows the start screen or the editor, and gives back what was asked for.
    pub(super) fn frame_ui(&mut self, ui: &mut Ui) -> Vec<Action> {
        if self.session.on_start() { self.start_screen_ui(ui) } else { self.editor_ui(ui) }
    }

    fn start_screen_ui(&mut self, ui: &mut Ui) -> Vec<Action> {
        let ctx = ui.ctx().clone();
        let view = StartView {
            recents: self.recents.rows(&ctx, self.session.recents().paths()),
            drafts: self.session.drafts(),
            thumbnails: self.thumbnails.pictures(&ctx, &style::theme(&ctx), &self.shaper),
            takes_drops: drops::are_taken(),
        };
        match start_ui(ui, &view) {
            None => Vec::new(),
            Some(StartAsk::NewMap) => vec![Action::Command(Command::New)],
            Some(StartAsk::Open) => vec![Action::Command(Command::Open)],
            Some(StartAsk::ImportCsv) => vec![Action::Command(Command::New), Action::Command(Command::Import)],
            Some(StartAsk::From(template)) => vec![Action::Template(template)],
            Some(StartAsk::OpenRecent(path)) => vec![Action::OpenPath(path)],
            Some(StartAsk::ForgetRecent(path)) => vec![Action::ForgetRecent(path)],
            Some(StartAsk::OpenSample) => vec![Action::Command(Command::OpenSample)],
            Some(StartAsk::ShowShortcuts) => vec![Action::Command(Command::Shortcuts)],
            Some(StartAsk::Recovered(RecoveredAsk::Open(draft))) => vec![Action::OpenDraft(draft)],
            Some(StartAsk::Recovered(RecoveredAsk::Discard(draft))) => vec![Action::DiscardDraft(draft)],
        }
    }

    fn editor_ui(&mut self, ui: &mut Ui) -> Vec<Action> {
        let mut out = Vec::new();
        let theme = style::theme(ui.ctx());
        let flat = Frame::new().fill(style::color(theme.surface));
        let bar = |id: &'static str, height: f32| match id {
            "status" => Panel::bottom(id).exact_size(height).resizable(false).frame(flat),
            _ => Panel::top(id).exact_size(height).resizable(false).frame(flat),
        };
        bar("top", top_bar::HEIGHT).show(ui, |ui| self.top_ui(ui, &mut out));
        bar("status", status_bar::HEIGHT).show(ui, |ui| self.status_ui(ui, &mut out));
        self.palette_ui(ui, flat, &mut out);
        self.inspector_ui(ui, flat, &mut out);
        let ground = Frame::new().fill(style::color(theme.ground));
        CentralPanel::no_frame().frame(ground).show(ui, |ui| self.middle_ui(ui, &mut out));
        out
    }

    fn top_ui(&self, ui: &mut Ui, out: &mut Vec<Action>) {
        let session = &self.session;
        let view = TopBarView {
            title: &session.map().meta.title,
            save_state: &save_line(session),
            menus: MenuState {
                can: &|command| session.is_enabled(command),
                name: &|command| session.command_name(command),
                is_on: &|command| is_on(session, command),
            },
        };
        top_bar_ui(ui, &view, out);
    }

    fn status_ui(&self, ui: &mut Ui, out: &mut Vec<Action>) {
        let hint = self.panels.board.hint().unwrap_or(FIRST_HINT);
        let asked = status_bar_ui(ui, self.session.map(), hint, self.panels.board.zoom());
        out.extend(asked.map(|ask| {
            Action::Command(match ask {
                ZoomAsk::Out => Command::ZoomOut,
                ZoomAsk::In => Command::ZoomIn,
                ZoomAsk::Full => Command::ZoomActual,
                ZoomAsk::Fit => Command::Fit,
            })
        }));
    }

    fn palette_ui(&mut self, ui: &mut Ui, flat: Frame, out: &mut Vec<Action>) {
        let open = self.session.settings().palette;
        let width = if open { PALETTE_WIDTH } else { FOLDED };
        Panel::left("palette").exact_size(width).resizable(false).frame(flat).show(ui, |ui| {
            if !open {
                return fold_ui(ui, Side::Left, open, "palette", Command::TogglePalette, out);
            }
        });
    }

    fn inspector_ui(&mut self, ui: &mut Ui, flat: Frame, out: &mut Vec<Action>) {
        let open = self.session.settings().inspector;
        let width = if open { inspector::WIDTH } else { FOLDED };
        Panel::right("inspector").exact_size(width).resizable(false).frame(flat).show(ui, |ui| {
            fold_ui(ui, Side::Right, open, "inspector", Command::ToggleInspector, out);
            if open {
                let (map, selection) = (self.session.map(), self.session.selection().records());
                out.extend(inspector_ui(ui, &mut self.panels.inspector, map, selection, self.session.lens()));
            }
        });
    }

    /// Audience bar, board, drawer.
    fn middle_ui(&mut self, ui: &mut Ui, out: &mut Vec<Action>) {
        let bar = Panel::top("audience").exact_size(audience_bar::HEIGHT).resizable(false).show_separator_line(false);
        bar.frame(Frame::new()).show(ui, |ui| {
            out.extend(audience_bar_ui(ui, self.session.shown(), self.session.lens()).map(Action::Lens));
        });
        self.drawer_ui(ui, out);
        CentralPanel::no_frame().show(ui, |ui| {
            out.extend(board_ui(ui, &mut self.panels.board, &self.session, &self.shaper));
        });
    }
}

impl Window {
    /// A card below the board, whose upper edge can be dragged.
    fn drawer_ui(&mut self, ui: &mut Ui, out: &mut Vec<Action>) {
        let theme = style::theme(ui.ctx());
        let session = &self.session;
        let open = session.settings().drawer;
        let card = Frame::new()
            .fill(style::color(theme.surface))
            .stroke(style::hairline(&theme))
            .corner_radius(style::CARD_RADIUS)
            .inner_margin(Margin::symmetric(16, 0))
            .outer_margin(Margin { left: 20, right: 20, top: 0, bottom: 10 });
        let panel = if open {
            let most = (ui.ctx().content_rect().height() / 2.0).max(drawer::MIN_HEIGHT);
            let height = drawer::MIN_HEIGHT..=most;
            Panel::bottom("drawer").resizable(true).default_size(drawer::FIRST_HEIGHT).size_range(height)
        } else {
            Panel::bottom("folded drawer").resizable(false).exact_size(drawer::FOLDED_HEIGHT)
        };
        panel.show_separator_line(false).frame(card).show(ui, |ui| {
            let view = drawer::View {
                map: session.map(),
                selection: session.selection().records(),
                lens: session.lens(),
                tab: session.settings().drawer_tab,
                open,
                today: when::today(),
            };
            out.extend(drawer_ui(ui, &mut self.panels.drawer, &view));
        });
    }
}

fn fold_ui(ui: &mut Ui, side: Side, open: bool, name: &str, command: Command, out: &mut Vec<Action>) {
    let rect = ui.max_rect();
    // Open, the handle stands in the corner at the panel's inner edge, clear of what the panel shows.
    let x = match (open, side) {
        (false, _) => rect.center().x,
        (true, Side::Left) => rect.left() + 20.0,
        (true, _) => rect.right() - 20.0,
    };
    let place = Rect::from_center_size(pos2(x, rect.top() + 22.0), vec2(20.0, 20.0));
    let clicked =
        ui.scope_builder(UiBuilder::new().max_rect(place), |ui| fold_handle_ui(ui, side, open, name).clicked());
    if clicked.inner {
        out.push(Action::Command(command));
    }
}

fn is_on(session: &Session, command: Command) -> Option<bool> {
    let settings = session.settings();
    let tab = |tab| Some(settings.drawer && settings.drawer_tab == tab);
    match command {
        Command::ThemeSystem => Some(settings.theme == ThemeChoice::System),
        Command::ThemeLight => Some(settings.theme == ThemeChoice::Light),
        Command::ThemeDark => Some(settings.theme == ThemeChoice::Dark),
        Command::ShowDropOff => tab(DrawerTab::DropOff),
        Command::ShowSegments => tab(DrawerTab::Segments),
        Command::ShowCompliance => tab(DrawerTab::Compliance),
        Command::ShowActions => tab(DrawerTab::Actions),
        _ => None,
    }
}

/// `saved · lumen-kids.ron`.
fn save_line(session: &Session) -> String {
    let name = session.file_name();
    match (session.save_state(), session.path().is_some()) {
        (SaveState::Saving, _) => format!("saving… · {name}"),
        (SaveState::Failed, true) => format!("not saved · {name}"),
        (SaveState::Saved, true) => format!("saved · {name}"),
        (SaveState::Unsaved, true) => format!("edited · {name}"),
        (SaveState::Saved, false) => "not saved yet".to_owned(),
        (SaveState::Unsaved | SaveState::Failed, false) => "edited · not saved yet".to_owned(),
    }
}

/// What the title bar of the desktop says.
pub(super) fn window_title(session: &Session) -> String {
    if session.on_start() {
        return "Touchline".to_owned();
    }
    let title = session.map().meta.title.trim();
    let title = if title.is_empty() { "Untitled map" } else { title };
    let mark = if session.save_state() == SaveState::Saved { "" } else { "• " };
    format!("{mark}{title} – Touchline")
}
