//! The panels beside the board: which of them are wanted, and which have room. One that would leave the board too little to be
//! worked on folds by itself, and comes back when there is room; where only some have, those stand that were asked for last.

use super::side_panel::SidePanel;
use super::{Effect, Session};
use crate::store::Settings;

/// What the board keeps of the window's width, in logical pixels.
const BOARD_LEAST: f32 = 320.0;

/// What the panels have to share.
#[derive(Debug)]
pub(super) struct Sides {
    /// Of the window, in logical pixels; of one that has not said so, endless.
    width: f32,
    /// The panels as they were asked for, the last one first. All can be done from menus and keys that the palette does; what the
    /// inspector shows stands nowhere else.
    asked: [SidePanel; 3],
}

impl Default for Sides {
    fn default() -> Self {
        Self { width: f32::INFINITY, asked: [SidePanel::Inspector, SidePanel::Palette, SidePanel::Tray] }
    }
}

impl Sides {
    fn ask(&mut self, panel: SidePanel) {
        self.asked.sort_by_key(|other| *other != panel);
    }

    /// Of those that are wanted, the ones that have room.
    fn standing(&self, settings: &Settings) -> Vec<SidePanel> {
        let mut left = self.width - BOARD_LEAST;
        let mut standing = Vec::new();
        for panel in self.asked.into_iter().filter(|panel| panel.is_wanted(settings)) {
            // One there always is: who wants to see it in so narrow a window has asked for it.
            if panel.width() <= left || standing.is_empty() {
                left -= panel.width();
                standing.push(panel);
            }
        }
        standing
    }
}

impl Session {
    /// Whether a panel stands beside the board: it is wanted, and there is room.
    pub fn shows_panel(&self, panel: SidePanel) -> bool {
        self.sides.standing(&self.settings).contains(&panel)
    }

    /// How wide the window is, in logical pixels, as it has said.
    pub fn width(&self) -> f32 {
        self.sides.width
    }

    pub(super) fn set_width(&mut self, width: f32) {
        self.sides.width = width;
    }

    /// Shows a panel, in the place of others where there is no room for all.
    pub(super) fn open_panel(&mut self, panel: SidePanel, effects: &mut Vec<Effect>) {
        self.sides.ask(panel);
        self.set(effects, |settings| *panel.wanted(settings) = true);
    }

    /// Shows a panel, or puts it away where it stands.
    pub(super) fn toggle_panel(&mut self, panel: SidePanel, effects: &mut Vec<Effect>) {
        if self.shows_panel(panel) {
            return self.set(effects, |settings| *panel.wanted(settings) = false);
        }
        self.open_panel(panel, effects);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::session::stories::Story;
    use crate::session::{Command, Intent};
    use SidePanel::*;

    fn standing(story: &Story) -> Vec<SidePanel> {
        SidePanel::ALL.into_iter().filter(|panel| story.session.shows_panel(*panel)).collect()
    }

    #[test]
    fn panels_that_leave_the_board_too_little_fold_and_come_back_when_there_is_room() {
        let mut story = Story::new();
        assert_eq!(standing(&story), [Palette, Inspector]);
        for (width, expected) in [
            (1366.0 / 1.25, vec![Palette, Inspector]),
            (1024.0, vec![Palette, Inspector]),
            (1280.0 / 2.0, vec![Inspector]),
            (512.0, vec![Inspector]),
            (1280.0, vec![Palette, Inspector]),
        ] {
            story.act(Intent::Width(width));
            assert_eq!(standing(&story), expected, "{width}");
            let taken: f32 = standing(&story).into_iter().map(SidePanel::width).sum();
            assert!(width - taken >= BOARD_LEAST || expected.len() == 1, "{width}");
        }
    }

    #[test]
    fn one_that_is_asked_for_takes_the_place_of_another_and_what_is_wanted_is_kept() {
        let mut story = Story::new();
        story.act(Intent::Width(640.0));
        assert_eq!(standing(&story), [Inspector]);
        let name = |story: &Story| story.session.command_name(Command::TogglePalette);
        assert_eq!(name(&story), touchline_words::say!(cmd_toggle_palette_show), "it is not seen");
        story.run(Command::TogglePalette);
        assert_eq!(standing(&story), [Palette]);
        assert!(story.session.settings().palette && story.session.settings().inspector);
        assert_eq!(name(&story), touchline_words::say!(cmd_toggle_palette_hide));
        // Put away, it leaves its place to the other.
        story.run(Command::TogglePalette);
        assert_eq!(standing(&story), [Inspector]);
        story.run(Command::ToggleInspector);
        assert_eq!(standing(&story), []);
        story.act(Intent::Width(1440.0));
        assert_eq!(standing(&story), [], "what was put away stays away");
        story.run(Command::ToggleTray);
        assert_eq!(standing(&story), [Tray]);
    }
}
