//! The other views of the same map, in the board's place: what each shows is worked out by the session, drawn here as far as
//! it is seen, and asked for by the same intents.
//!
//! The view that is shown has the board's place in the order of focus, so that the keyboard stays where it is from view to view.

mod edit;
mod look;
mod outline;
mod roadmap;
mod shell;
mod switch;
mod table;

pub use switch::{switch_ui, switch_width};

use crate::model::RecordRef;
use crate::session::views::View;
use crate::session::{Intent, Session};
use crate::ui::board::choices::choice_list_ui;
use crate::ui::board::focus_id;
use egui::Ui;
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
    let pane = Pane::new(session, focus_id());
    let mut intents = match session.view() {
        View::Board => return Vec::new(),
        View::Outline => panel.outline.show(ui, pane),
        View::Table => panel.table.show(ui, pane),
        View::Roadmap => panel.roadmap.show(ui, pane),
    };
    // Where there is no board to ask over, it is asked in the middle.
    let was_choosing = std::mem::replace(&mut panel.is_choosing, session.choosing().is_some());
    if let Some(choice) = session.choosing() {
        let at = middle.center_top() + egui::vec2(-100.0, 60.0);
        intents.extend(choice_list_ui(ui, session, choice, at, !was_choosing));
    }
    intents
}
