//! The frame of the window: which panel stands where. This is the one place where a panel is mounted.

use super::{Window, drops, now, placing};
use crate::session::views::View;
use crate::session::{Command, Intent, SaveState, Session, SidePanel};
use crate::text::{clean_line, is_right_to_left};
use crate::theme::Theme;
use crate::ui::audience_bar::{self, audience_bar_ui};
use crate::ui::board::{BoardPanel, board_ui};
use crate::ui::drawer::{self, Drawer, drawer_ui};
use crate::ui::filter_bar::{self, FilterBar, filter_bar_ui};
use crate::ui::inspector::{self, Inspector, inspector_ui};
use crate::ui::map_line::{self, map_line_ui};
use crate::ui::menu::MenuState;
use crate::ui::palette::{self, Palette, palette_ui};
use crate::ui::present::{NotesWindow, PresentPanel, ReplayPanel, present_ui, replay_ui};
use crate::ui::recovered::RecoveredAsk;
use crate::ui::spots::{self, Spot};
use crate::ui::start::{StartAsk, StartView, start_ui};
use crate::ui::status_bar::{self, ZoomAsk, status_bar_ui};
use crate::ui::style;
use crate::ui::top_bar::{self, TopBarView, top_bar_ui};
use crate::ui::tray::{self, Tray, tray_ui};
use crate::ui::views::{ViewsPanel, focus_of, split, switch_ui, switch_width, view_ui};
use crate::ui::when;
use crate::ui::widgets::{Side, edge_handle_ui};
use egui::{CentralPanel, Context, Frame, Margin, Panel, Ui, UiBuilder, vec2};
use touchline_words::say;

/// Space around the drawer, in logical pixels; the same as beside the board.
const MARGIN: i8 = 20;
/// As much of the map's title as the desktop is given.
const TITLE_CHARS_MAX: usize = 200;

/// The panels and what they keep between frames.
pub(super) struct Panels {
    pub board: BoardPanel,
    pub present: PresentPanel,
    pub replay: ReplayPanel,
    palette: Palette,
    inspector: Inspector,
    drawer: Drawer,
    /// Where the drawer begins, in this frame.
    pub drawer_top: Option<f32>,
    filter: FilterBar,
    pub tray: Tray,
    pub views: ViewsPanel,
}

impl Panels {
    pub fn new(session: &mut Session) -> Self {
        Self {
            board: BoardPanel::default(),
            present: PresentPanel::default(),
            replay: ReplayPanel::default(),
            palette: Palette::default(),
            inspector: Inspector::new(session.new_ids()),
            drawer: Drawer::new(session.new_ids()),
            drawer_top: None,
            filter: FilterBar::default(),
            tray: Tray::default(),
            views: ViewsPanel::default(),
        }
    }

    /// Whether a list is open from which something is chosen.
    pub fn are_choosing(&self, session: &Session) -> bool {
        session.choosing().is_some() || self.views.shows_choices(session)
    }

    /// What a word that is typed with no text open is made into, by the view that is looked at; nothing where that has the
    /// keyboard and does something else by letters, or while a room looks on.
    pub fn word_adds(&self, ctx: &Context, session: &Session) -> Option<Command> {
        let active = *self.views.active_first(session).first()?;
        let has_keys = ctx.memory(|memory| memory.has_focus(focus_of(session, active)));
        let takes_letters = has_keys && active.keys().is_some_and(|keys| keys.letters.is_some());
        let busy = takes_letters || self.views.shows_choices(session) || session.flows().shows_a_room();
        (!busy).then(|| self.views.word_adds(active))
    }

    /// Whether a text is about to take the keyboard.
    pub fn are_opening(&self, session: &Session) -> bool {
        let mut shown = self.views.shown(session).into_iter();
        let in_view = shown.any(|view| match view {
            View::Board => self.board.is_opening(),
            View::Outline | View::Table | View::Roadmap => self.views.is_opening(view),
        });
        in_view || session.shows_panel(SidePanel::Tray) && self.tray.is_opening()
    }
}

impl Window {
    /// Shows the start screen or the editor, and gives back what was asked for.
    pub(super) fn frame_ui(&mut self, ui: &mut Ui) -> Vec<Intent> {
        if !self.session.on_start() {
            self.thumbnails.rest();
        }
        self.panels.drawer_top = None;
        match self.session.on_start() {
            // A map is on its way: nothing is better than a start screen for the blink of an eye.
            true if self.opening => Vec::new(),
            true => self.start_screen_ui(ui),
            false if self.session.flows().present().is_some() => self.present_ui(ui),
            false if self.session.flows().replay().is_some() => {
                let now = now(ui.ctx());
                replay_ui(ui, &mut self.panels.replay, &self.session, &self.shaper, now)
            }
            false => self.editor_ui(ui),
        }
    }

    fn present_ui(&mut self, ui: &mut Ui) -> Vec<Intent> {
        let notes = NotesWindow { other_screen: self.frame.as_deref().and_then(placing::other_screen) };
        let now = now(ui.ctx());
        present_ui(ui, &mut self.panels.present, &self.session, &self.shaper, &notes, now)
    }

    fn start_screen_ui(&mut self, ui: &mut Ui) -> Vec<Intent> {
        let ctx = ui.ctx().clone();
        let view = StartView {
            recents: self.recents.rows(&ctx, self.session.recents()),
            drafts: self.session.drafts(),
            is_discarded: &|draft| self.session.is_discarded(draft),
            behind: self.session.can_go_back().then(|| self.session.map().meta.title.as_str()),
            thumbnails: self.thumbnails.pictures(&ctx, &style::theme(&ctx), &self.shaper),
            takes_drops: drops::are_taken(),
        };
        match start_ui(ui, &view) {
            None => Vec::new(),
            Some(StartAsk::NewMap) => vec![Intent::Command(Command::New)],
            Some(StartAsk::Open) => vec![Intent::Command(Command::Open)],
            Some(StartAsk::Import) => vec![Intent::Command(Command::Import)],
            Some(StartAsk::From(template)) => vec![Intent::Template(template)],
            Some(StartAsk::OpenRecent(path)) => vec![Intent::OpenPath(path)],
            Some(StartAsk::PinRecent(path, is_pinned)) => vec![Intent::PinRecent(path, is_pinned)],
            Some(StartAsk::ForgetRecent(path)) => vec![Intent::ForgetRecent(path)],
            Some(StartAsk::OpenSample) => vec![Intent::Command(Command::OpenSample)],
            Some(StartAsk::Tour) => vec![Intent::Command(Command::Tour)],
            Some(StartAsk::ShowShortcuts) => vec![Intent::Command(Command::Shortcuts)],
            Some(StartAsk::Recovered(RecoveredAsk::Open(draft))) => vec![Intent::OpenDraft(draft)],
            Some(StartAsk::Recovered(RecoveredAsk::Discard(draft))) => vec![Intent::DiscardDraft(draft)],
            Some(StartAsk::Recovered(RecoveredAsk::Undiscard(draft))) => vec![Intent::UndiscardDraft(draft)],
            Some(StartAsk::Back) => vec![Intent::BackToMap],
        }
    }

    fn editor_ui(&mut self, ui: &mut Ui) -> Vec<Intent> {
        let mut out = Vec::new();
        let theme = style::theme(ui.ctx());
        let flat = Frame::new().fill(style::color(theme.surface));
        let top = Panel::top("top").exact_size(top_bar::HEIGHT).resizable(false).frame(flat);
        top.show(ui, |ui| self.top_ui(ui, &mut out));
        let status = Panel::bottom("status").exact_size(status_bar::HEIGHT).resizable(false).frame(flat);
        status.show(ui, |ui| self.status_ui(ui, &mut out));
        if self.session.shows_panel(SidePanel::Palette) {
            let panel = Panel::left("palette").exact_size(palette::WIDTH).resizable(false).frame(flat);
            panel.show(ui, |ui| {
                spots::keep(ui.ctx(), Spot::Palette, ui.max_rect());
                out.extend(palette_ui(ui, &mut self.panels.palette, &self.session, &mut self.panels.board));
            });
        }
        if self.session.shows_panel(SidePanel::Inspector) {
            let panel = Panel::right("inspector").exact_size(inspector::WIDTH).resizable(false).frame(flat);
            panel.show(ui, |ui| self.inspector_ui(ui, &mut out));
        }
        if self.session.shows_panel(SidePanel::Tray) {
            let panel = Panel::right("tray").exact_size(tray::WIDTH).resizable(false).frame(flat);
            panel.show(ui, |ui| {
                out.extend(tray_ui(ui, &mut self.panels.tray, &self.session, &mut self.panels.board));
            });
        }
        let ground = Frame::new().fill(style::color(theme.ground));
        CentralPanel::no_frame().frame(ground).show(ui, |ui| self.middle_ui(ui, &theme, &mut out));
        out
    }

    fn top_ui(&self, ui: &mut Ui, out: &mut Vec<Intent>) {
        let session = &self.session;
        let view = TopBarView {
            title: &session.map().meta.title,
            writing: session.writing(),
            save_state: &save_line(session),
            menus: MenuState {
                can: &|command| session.is_enabled(command),
                name: &|command| session.command_name(command),
                is_on: &|command| session.is_on(command),
            },
        };
        top_bar_ui(ui, &view, out);
    }

    fn status_ui(&self, ui: &mut Ui, out: &mut Vec<Intent>) {
        let first = first_hint();
        let shown = self.panels.views.active_first(&self.session);
        let of_view = shown.first().and_then(|view| view.hint());
        let has_board = shown.contains(&View::Board);
        let of_board = self.panels.board.hint().filter(|_| has_board);
        let hint = of_board.or(of_view.as_deref()).unwrap_or(&first);
        let matches = self.session.matches().map(|found| (found.cards(), found.of_cards()));
        // Only the board is seen from nearer or further off.
        let zoom = has_board.then(|| self.panels.board.zoom());
        let asked = status_bar_ui(ui, self.session.map(), matches, hint, zoom);
        out.extend(asked.map(|ask| {
            Intent::Command(match ask {
                ZoomAsk::Out => Command::ZoomOut,
                ZoomAsk::In => Command::ZoomIn,
                ZoomAsk::Full => Command::ZoomActual,
                ZoomAsk::Fit => Command::Fit,
            })
        }));
    }

    fn inspector_ui(&mut self, ui: &mut Ui, out: &mut Vec<Intent>) {
        let session = &self.session;
        let inspector = &mut self.panels.inspector;
        let selection = session.selection().records();
        out.extend(inspector_ui(ui, inspector, session.map(), session.writing(), selection, session.lens()));
    }

    /// Audience bar, board, drawer.
    fn middle_ui(&mut self, ui: &mut Ui, theme: &Theme, out: &mut Vec<Intent>) {
        let middle = ui.max_rect();
        let bar = Panel::top("audience").exact_size(audience_bar::HEIGHT).resizable(false).show_separator_line(false);
        bar.frame(Frame::new()).show(ui, |ui| {
            let (session, mut asked) = (&self.session, None);
            let shown = self.panels.views.shown(session);
            let wide = ui.available_width();
            let switch = |ui: &mut Ui| asked = switch_ui(ui, &shown, wide);
            let width = switch_width(ui, &shown, wide);
            spots::keep(ui.ctx(), Spot::Audiences, ui.max_rect().shrink2(vec2(4.0, 8.0)));
            audience_bar_ui(ui, session, (width, switch), out);
            out.extend(asked);
        });
        if map_line::is_needed(ui.ctx(), &self.session) {
            let line = Panel::top("map line").exact_size(map_line::HEIGHT).resizable(false).show_separator_line(false);
            line.frame(Frame::new()).show(ui, |ui| map_line_ui(ui, &self.session, when::today(), out));
        }
        if self.session.flows().filter().is_shown() {
            let bar = Panel::top("filter").exact_size(filter_bar::HEIGHT).resizable(false).show_separator_line(false);
            bar.frame(Frame::new()).show(ui, |ui| {
                out.extend(filter_bar_ui(ui, &mut self.panels.filter, &self.session));
            });
        }
        self.drawer_ui(ui, middle.height(), theme, out);
        CentralPanel::no_frame().show(ui, |ui| {
            self.views_ui(ui, out);
        });
        // Beside the audiences nothing else lies at the edges; further down there are scroll bars.
        let beside = egui::Rect::from_min_size(middle.min, egui::vec2(middle.width(), audience_bar::HEIGHT));
        let mut handle = |side: Side, open: bool, name: &str, command: Command| {
            if edge_handle_ui(ui, beside, side, open, name).clicked() {
                out.push(Intent::Command(command));
            }
        };
        handle(
            Side::Left,
            self.session.shows_panel(SidePanel::Palette),
            say!(app_panel_palette),
            Command::TogglePalette,
        );
        handle(
            Side::Right,
            self.session.shows_panel(SidePanel::Inspector),
            say!(app_panel_inspector),
            Command::ToggleInspector,
        );
    }

    /// The view of the map, or two side by side with a handle between them.
    fn views_ui(&mut self, ui: &mut Ui, out: &mut Vec<Intent>) {
        let mut room = ui.available_rect_before_wrap();
        let share = self.session.settings().first_view_share;
        let is_turned = is_right_to_left(&self.session.map().meta.language);
        let second = self.session.second();
        let halves = second.and_then(|_| split::halves(room, share, is_turned));
        self.panels.views.set_narrow(halves.is_none());
        if let (Some(second), Some(halves)) = (second, halves) {
            self.view_in(ui, self.session.view(), halves.first, out);
            self.view_in(ui, second, halves.second, out);
            out.extend(split::handle_ui(ui, room, &halves, share, is_turned));
        } else {
            if let Some(second) = second {
                split::narrow_ui(ui, room.with_max_y(room.top() + split::LINE), second.name());
                room.min.y += split::LINE;
            }
            self.view_in(ui, self.session.view(), room, out);
        }
        self.panels.views.watch(ui.ctx(), &self.session);
    }

    fn view_in(&mut self, ui: &mut Ui, view: View, room: egui::Rect, out: &mut Vec<Intent>) {
        let (panels, session) = (&mut self.panels, &self.session);
        ui.scope_builder(UiBuilder::new().id_salt(view).max_rect(room), |ui| {
            ui.shrink_clip_rect(room);
            out.extend(match view {
                View::Board => board_ui(ui, &mut panels.board, session, &self.shaper),
                View::Outline | View::Table | View::Roadmap => view_ui(ui, &mut panels.views, session, view),
            });
        });
    }

    /// A card below the board, whose upper edge can be dragged.
    fn drawer_ui(&mut self, ui: &mut Ui, middle: f32, theme: &Theme, out: &mut Vec<Intent>) {
        let session = &self.session;
        let open = session.settings().drawer;
        let card = Frame::new()
            .fill(style::color(theme.surface))
            .stroke(style::hairline(theme))
            .corner_radius(style::CARD_RADIUS)
            .inner_margin(Margin::symmetric(16, 0))
            .outer_margin(Margin { left: MARGIN, right: MARGIN, top: 8, bottom: 10 });
        let panel = if open {
            let least = self.panels.drawer.least_height(session.settings().drawer_tab);
            let height = least..=(middle / 2.0).max(least);
            Panel::bottom("drawer").resizable(true).default_size(drawer::FIRST_HEIGHT).size_range(height)
        } else {
            Panel::bottom("folded drawer").resizable(false).exact_size(drawer::FOLDED_HEIGHT + 20.0)
        };
        let edge = ui.scope_id().with_salt(egui::IdSalt::new("drawer")).with("__resize");
        let shown = panel.show_separator_line(false).frame(card).show(ui, |ui| {
            let input = drawer::DrawerInput {
                map: session.map(),
                writing: session.writing(),
                selection: session.selection().records(),
                lens: session.lens(),
                tab: session.settings().drawer_tab,
                open,
                today: when::today(),
                shaper: &self.shaper,
            };
            // A child of its own: a table that wants more than the drawer has is cut, and pushes nothing out of the window.
            let room = ui.max_rect();
            let mut inside = ui.new_child(UiBuilder::new().max_rect(room));
            inside.shrink_clip_rect(room.expand2(vec2(f32::from(MARGIN), 0.0)));
            out.extend(drawer_ui(&mut inside, &mut self.panels.drawer, &input));
            ui.advance_cursor_after_rect(room);
        });
        self.panels.drawer_top = Some(shown.response.rect.top());
        // The toolkit names the edge in English alone.
        if open {
            ui.ctx().accesskit_node_builder(edge, |node| node.set_label(say!(app_drawer_edge)));
        }
    }
}

/// What the status bar says while nothing is under the pointer.
fn first_hint() -> String {
    let keys = |command: Command| command.keys().unwrap_or_default();
    let (card, all) = (keys(Command::AddTouchpoint), keys(Command::Shortcuts));
    say!(app_start_hint, card, all)
}

/// `saved · lumen-kids.ron`.
fn save_line(session: &Session) -> String {
    let name = session.file_name();
    match (session.save_state(), session.path().is_some()) {
        (SaveState::Saving, _) => say!(app_saving, name),
        (SaveState::Failed, true) => say!(app_not_saved, name),
        (SaveState::Saved, true) => say!(app_saved, name),
        (SaveState::Unsaved, true) => say!(app_edited, name),
        (SaveState::Saved, false) => say!(app_not_saved_yet).to_owned(),
        (SaveState::Unsaved | SaveState::Failed, false) => say!(app_edited_not_saved).to_owned(),
    }
}

/// What the title bar of the desktop says.
pub(super) fn window_title(session: &Session) -> String {
    if session.on_start() {
        return "Touchline".to_owned();
    }
    // The desktop takes no NUL and has room for one short line.
    let title: String = clean_line(session.map().meta.title.trim()).chars().take(TITLE_CHARS_MAX).collect();
    let title = if title.is_empty() { say!(ui_untitled_map) } else { &title };
    let mark = if session.save_state() == SaveState::Saved { "" } else { "• " };
    format!("{mark}{title} – Touchline")
}
