//! The views of one map: the board, and beside it the outline, the table and the roadmap. What each of these shows, row by
//! row, is worked out here and kept while the map stays as it is; the window draws what of it is seen.
//!
//! Selection, lens, history and whatever is written are the session's, and so the same in every view.

mod cells;
mod moves;
mod outline;
mod roadmap;
mod side;
mod table;

#[cfg(test)]
mod filtered;

pub use cells::copied;
pub use outline::{Item, Outline, Row, Step, text_field, text_of};
pub use roadmap::{Roadmap, beside as horizon_beside};
pub use side::{reached, side_of};
pub use table::{Column, SortKey, Table, cell};

pub use super::view::{OutlineMsg, RoadmapMsg, TableMsg, View};

use super::{Command, Session, Shortcut};

impl View {
    /// The command that shows it.
    pub fn command(self) -> Command {
        match self {
            Self::Board => Command::ViewBoard,
            Self::Outline => Command::ViewOutline,
            Self::Table => Command::ViewTable,
            Self::Roadmap => Command::ViewRoadmap,
        }
    }

    /// Whether a key is the view's own while that has the keyboard: there, what would be a command on the board finds what
    /// is typed, walks the rows or works the one that is selected.
    pub fn keeps(self, keys: &Shortcut) -> bool {
        let is_function = keys.key.len() > 1 && keys.key.starts_with('F');
        let is_everywhere = is_function && keys.key != "F2" || matches!(keys.key, "Delete" | "Escape");
        let is_arrow = matches!(keys.key, "Left" | "Right" | "Up" | "Down");
        match self {
            Self::Board => false,
            Self::Outline | Self::Table => !keys.ctrl && !is_everywhere,
            // Letters add here as on the board.
            Self::Roadmap => !keys.ctrl && (is_arrow || matches!(keys.key, "Enter" | "F2" | "Tab")),
        }
    }
}

impl View {
    /// Whether what is copied and pasted is the view's own cells, and no records.
    pub fn keeps_clipboard(self) -> bool {
        self == Self::Table
    }
}

impl Session {
    /// How the map is looked at.
    pub fn view(&self) -> View {
        self.view
    }
}
