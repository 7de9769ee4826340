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

pub use super::column::{Column, cell};
pub use cells::copied;
pub use keys::{CLIPBOARD, ViewAct, ViewKey, ViewKeys, Way};
pub use outline::{Item, Outline, Row, text_field, text_of};
pub use roadmap::{Roadmap, beside as horizon_beside};
pub use side::{reached, side_of};
pub use table::{SortKey, Table};

pub use super::view::{OutlineMsg, RoadmapMsg, TableMsg, View};

use super::{Cause, Command, Effect, Session, Tone};
use touchline_words::say;

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

impl View {
    /// The command that shows it beside the first view.
    pub fn second_command(self) -> Command {
        match self {
            Self::Board => Command::SecondBoard,
            Self::Outline => Command::SecondOutline,
            Self::Table => Command::SecondTable,
            Self::Roadmap => Command::SecondRoadmap,
        }
    }
}

impl Session {
    /// How the map is looked at; of two views the first.
    pub fn view(&self) -> View {
        self.view
    }

    /// The view beside the first, which is another one.
    pub fn second(&self) -> Option<View> {
        self.settings.second_view.filter(|second| *second != self.view)
    }

    /// Whether a view is shown, as the first or beside it.
    pub fn shows(&self, view: View) -> bool {
        self.view == view || self.second() == Some(view)
    }

    /// Shows a view as the first; one that stands beside it changes places with it.
    pub(super) fn look_at(&mut self, view: View, effects: &mut Vec<Effect>) {
        let before = std::mem::replace(&mut self.view, view);
        if self.settings.second_view == Some(view) && before != view {
            self.set(effects, |settings| settings.second_view = Some(before));
        }
    }

    /// Shows a view beside the first, or no more where it is there; the first itself changes places with the other.
    pub(super) fn look_beside(&mut self, view: View, effects: &mut Vec<Effect>) {
        let second = match (self.second(), view == self.view) {
            (Some(other), true) => {
                self.view = other;
                Some(view)
            }
            (None, true) => {
                self.say(Cause::Edit, Tone::Info, say!(session_second_same, view = view.name()));
                None
            }
            (second, false) => (second != Some(view)).then_some(view),
        };
        self.set(effects, |settings| settings.second_view = second);
    }

    /// Gives the first of two views so many thousandths of the width.
    pub(super) fn share_views(&mut self, share: u16, effects: &mut Vec<Effect>) {
        let share = share.clamp(SHARE_LEAST, 1000 - SHARE_LEAST);
        self.set(effects, |settings| settings.first_view_share = share);
    }
}

/// The least of the width that the hand leaves to one of two views, in thousandths.
const SHARE_LEAST: u16 = 150;

#[cfg(test)]
mod tests {
    use super::*;
    use crate::session::stories::Story;
    use crate::session::{DiskJob, Intent};

    #[test]
    fn a_second_view_comes_changes_places_and_goes_and_is_remembered() {
        let mut story = Story::new();
        assert_eq!((story.session.view(), story.session.second()), (View::Board, None));
        let effects = story.run(Command::SecondTable);
        let kept = effects.iter().any(|effect| match effect {
            Effect::Disk(DiskJob::WriteSettings(settings)) => settings.second_view == Some(View::Table),
            _ => false,
        });
        assert!(kept, "{effects:?}");
        assert!(story.session.shows(View::Board) && story.session.shows(View::Table));
        story.run(Command::ViewTable);
        assert_eq!((story.session.view(), story.session.second()), (View::Table, Some(View::Board)));
        story.run(Command::SecondTable);
        assert_eq!((story.session.view(), story.session.second()), (View::Board, Some(View::Table)));
        story.run(Command::SecondOutline);
        assert_eq!(story.session.second(), Some(View::Outline));
        assert_eq!(story.session.is_on(Command::SecondOutline), Some(true));
        story.act(Intent::ShareViews(40));
        assert_eq!(story.session.settings().first_view_share, SHARE_LEAST, "none is pushed out of sight");
        story.run(Command::SecondOutline);
        assert_eq!(story.session.second(), None);
        assert!(!story.session.is_enabled(Command::OtherView));
        story.run(Command::SecondBoard);
        assert_eq!(story.session.second(), None);
        let told = story.session.notices().last().map(|notice| notice.text.clone());
        assert_eq!(told, Some(say!(session_second_same, view = View::Board.name())));
    }
}
