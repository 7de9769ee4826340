//! The other views of the same map, in the board's place: what each shows is worked out by the session, drawn here as far as
//! it is seen, and asked for by the same intents.
//!
//! The view that is shown has the board's place in the order of focus, so that the keyboard stays where it is from view to view.

mod edit;
mod look;
mod outline;
mod switch;

pub use switch::{switch_ui, switch_width};

use crate::model::RecordRef;
use crate::session::views::View;
use crate::session::{Intent, Session};
use egui::Ui;
use outline::OutlinePanel;
use touchline_words::say;

/// What the views keep between frames.
#[derive(Default)]
pub struct ViewsPanel {
    outline: OutlinePanel,
}

impl ViewsPanel {
    /// Opens the text of a record, as soon as its row is there.
    pub fn edit_title(&mut self, record: RecordRef) {
        self.outline.edit(record);
    }

    /// Brings a record into sight.
    pub fn reveal(&mut self, record: RecordRef) {
        self.outline.reveal(record);
    }

    /// Puts the views back to their beginnings, for another map.
    pub fn reset(&mut self) {
        *self = Self::default();
    }
}

/// Shows the view that is chosen in the rest of the panel, and gives back what was asked for; nothing for the board, which has
/// a panel of its own.
pub fn view_ui(ui: &mut Ui, panel: &mut ViewsPanel, session: &Session) -> Vec<Intent> {
    match session.view() {
        View::Board => Vec::new(),
        View::Outline => panel.outline.show(ui, session),
    }
}

/// What the status bar says of the keys of a view; none for the board, which says what is under the pointer.
pub fn hint(view: View) -> Option<&'static str> {
    match view {
        View::Board => None,
        View::Outline => Some(say!(ui_outline_keys)),
    }
}
