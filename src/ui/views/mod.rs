//! The other views of the same map, in the board's place: what each shows is worked out by the session, drawn here as far as
//! it is seen, and asked for by the same intents.
//!
//! The view that is shown has the board's place in the order of focus, so that the keyboard stays where it is from view to view.

mod edit;
mod look;
mod outline;
mod roadmap;
mod shell;
pub mod split;
mod switch;
mod table;

pub use switch::{switch_ui, switch_width};

use crate::model::{ListKind, RecordRef};
use crate::session::views::View;
use crate::session::{Command, Intent, Session};
use crate::ui::board::choices::choice_list_ui;
use crate::ui::board::focus_id;
use egui::{Context, Id, Ui};
use outline::OutlinePanel;
use roadmap::RoadmapPanel;
use shell::Pane;
use table::TablePanel;

/// What the views keep between frames.
#[derive(Default)]
pub struct ViewsPanel {
    outline: OutlinePanel,
    table: TablePanel,
    roadmap: RoadmapPanel,
    /// A list is open from which a rule or a lane is chosen.
    is_choosing: bool,
    /// The view that has the keyboard, or had it last.
    active: View,
    /// There is no room for the second view.
    is_narrow: bool,
}

impl ViewsPanel {
    /// The views that are shown, the first one first.
    pub fn shown(&self, session: &Session) -> Vec<View> {
        std::iter::once(session.view()).chain(session.second().filter(|_| !self.is_narrow)).collect()
    }

    /// Keeps in mind whether two views have room.
    pub fn set_narrow(&mut self, is_narrow: bool) {
        self.is_narrow = is_narrow;
    }

    /// Keeps in mind which of the views has the keyboard.
    pub fn watch(&mut self, ctx: &Context, session: &Session) {
        let focused = ctx.memory(|memory| memory.focused());
        let shown = self.shown(session);
        if let Some(view) = shown.iter().find(|view| focused == Some(focus_of(session, **view))) {
            self.active = *view;
        }
        if !shown.contains(&self.active) {
            self.active = session.view();
        }
    }

    /// The view that has the keyboard, or had it last; then the other one.
    pub fn active_first(&self, session: &Session) -> Vec<View> {
        let mut shown = self.shown(session);
        shown.sort_by_key(|view| *view != self.active);
        shown
    }

    /// Brings the keyboard into the other of two views.
    pub fn go_to_other(&mut self, ctx: &Context, session: &Session) {
        if let Some(other) = self.active_first(session).get(1) {
            self.active = *other;
            ctx.memory_mut(|memory| memory.request_focus(focus_of(session, *other)));
        }
    }

    /// Opens the text of a record in a view, as soon as its row is there; false where the view has none for it, as the board,
    /// which has a panel of its own.
    pub fn edit_title(&mut self, session: &Session, view: View, record: RecordRef) -> bool {
        match view {
            View::Board => return false,
            View::Outline => self.outline.edit(record),
            View::Table => self.table.edit(session, record),
            View::Roadmap => return self.roadmap.edit(record),
        }
        true
    }

    /// Whether a text of a view is about to take the keyboard.
    pub fn is_opening(&self, view: View) -> bool {
        match view {
            View::Board => false,
            View::Outline => self.outline.is_opening(),
            View::Table => self.table.is_opening(),
            View::Roadmap => self.roadmap.is_opening(),
        }
    }

    /// Whether a cell of the table is open that takes one of a few.
    pub fn shows_choices(&self, session: &Session) -> bool {
        self.table.choosing.is_some() && self.shown(session).contains(&View::Table)
    }

    /// What a word that is typed over a view becomes the title of: one more of what its rows are.
    pub fn word_adds(&self, view: View) -> Command {
        match view {
            View::Board | View::Outline => Command::AddTouchpoint,
            View::Table => Command::that_adds(self.table.kind()).unwrap_or(Command::AddTouchpoint),
            View::Roadmap => Command::Add(ListKind::Action),
        }
    }

    /// Brings a record into sight.
    pub fn reveal(&mut self, record: RecordRef) {
        self.outline.reveal(record);
        self.roadmap.reveal(record);
    }

    /// Puts the views back to their beginnings, for another map.
    pub fn reset(&mut self) {
        *self = Self::default();
    }
}

/// The place of a view in the order of focus. The board has its own; without it the first view has that, so that the keyboard
/// stays where it is from view to view.
pub fn focus_of(session: &Session, view: View) -> Id {
    let is_first = if session.shows(View::Board) { view == View::Board } else { view == session.view() };
    if is_first { focus_id() } else { Id::unique("touchline second view") }
}

/// Shows a view of rows in the rest of the panel, and gives back what was asked for; nothing for the board.
pub fn view_ui(ui: &mut Ui, panel: &mut ViewsPanel, session: &Session, view: View) -> Vec<Intent> {
    let middle = ui.available_rect_before_wrap();
    let pane = Pane::new(session, focus_of(session, view));
    let mut intents = match view {
        View::Board => return Vec::new(),
        View::Outline => panel.outline.show(ui, pane),
        View::Table => panel.table.show(ui, pane),
        View::Roadmap => panel.roadmap.show(ui, pane),
    };
    // Where there is no board to ask over, it is asked in the middle of the first view.
    let asks = view == session.view() && !panel.shown(session).contains(&View::Board);
    let was_choosing = std::mem::replace(&mut panel.is_choosing, asks && session.choosing().is_some());
    if let Some(choice) = session.choosing().filter(|_| asks) {
        let at = middle.center_top() + egui::vec2(-100.0, 60.0);
        intents.extend(choice_list_ui(ui, session, choice, at, !was_choosing));
    }
    intents
}
