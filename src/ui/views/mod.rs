//! The other views of the same map, in the board's place: what each shows is worked out by the session, drawn here as far as
//! it is seen, and asked for by the same intents.
//!
//! The view that is shown has the board's place in the order of focus, so that the keyboard stays where it is from view to view.

mod edit;
mod look;
mod outline;
mod roadmap;
mod switch;
mod table;

pub use switch::{switch_ui, switch_width};

use crate::model::RecordRef;
use crate::session::views::View;
use crate::session::{Intent, Session};
use crate::ui::board::choices::choice_list_ui;
use egui::Ui;
use outline::OutlinePanel;
use roadmap::RoadmapPanel;
use table::TablePanel;
use touchline_words::say;

/// What the views keep between frames.
#[derive(Default)]
pub struct ViewsPanel {
    outline: OutlinePanel,
    table: TablePanel,
    roadmap: RoadmapPanel,
    /// A list is open from which a rule or a lane is chosen.
    is_choosing: bool,
}

impl ViewsPanel {
    /// Opens the text of a record, as soon as its row is there; false where the view that is shown has none for it.
    pub fn edit_title(&mut self, session: &Session, record: RecordRef) -> bool {
        match session.view() {
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
    pub fn is_choosing_in_table(&self) -> bool {
        self.table.choosing.is_some()
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

/// Shows the view that is chosen in the rest of the panel, and gives back what was asked for; nothing for the board, which has
/// a panel of its own.
pub fn view_ui(ui: &mut Ui, panel: &mut ViewsPanel, session: &Session) -> Vec<Intent> {
    let middle = ui.available_rect_before_wrap();
    let mut intents = match session.view() {
        View::Board => return Vec::new(),
        View::Outline => panel.outline.show(ui, session),
        View::Table => panel.table.show(ui, session),
        View::Roadmap => panel.roadmap.show(ui, session),
    };
    // Where there is no board to ask over, it is asked in the middle.
    let was_choosing = std::mem::replace(&mut panel.is_choosing, session.choosing().is_some());
    if let Some(choice) = session.choosing() {
        let at = middle.center_top() + egui::vec2(-100.0, 60.0);
        intents.extend(choice_list_ui(ui, session, choice, at, !was_choosing));
    }
    intents
}

/// What the status bar says of the keys of a view; none for the board, which says what is under the pointer.
pub fn hint(view: View) -> Option<&'static str> {
    match view {
        View::Board => None,
        View::Outline => Some(say!(ui_outline_keys)),
        View::Table => Some(say!(ui_table_keys)),
        View::Roadmap => Some(say!(ui_roadmap_keys)),
    }
}
