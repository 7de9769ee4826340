//! The views of one map: the board, and beside it the outline, the table and the roadmap. What each of these shows, row by
//! row, is worked out here and kept while the map stays as it is; the window draws what of it is seen.
//!
//! Selection, lens, history and whatever is written are the session's, and so the same in every view.

mod cells;
mod keys;
mod moves;
mod outline;
mod roadmap;
mod side;
mod table;

#[cfg(test)]
mod filtered;

pub use cells::copied;
pub use keys::{CLIPBOARD, ViewAct, ViewKey, ViewKeys, Way};
pub use outline::{Item, Outline, Row, text_field, text_of};
pub use roadmap::{Roadmap, beside as horizon_beside};
pub use side::{reached, side_of};
pub use table::{Column, SortKey, Table, cell};

pub use super::view::{OutlineMsg, RoadmapMsg, TableMsg, View};

use super::{Command, Session};

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
}

impl Session {
    /// How the map is looked at.
    pub fn view(&self) -> View {
        self.view
    }
}
