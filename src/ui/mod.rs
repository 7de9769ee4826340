//! What the window shows: bars, panels, the board and its boxes. Reads the session, and says what was asked for; holds no rule.

pub mod at_risk;
pub mod audience_bar;
pub mod board;
pub mod close_box;
pub mod command_palette;
pub mod drawer;
pub mod export_box;
pub mod fill_box;
pub mod import;
pub mod inspector;
pub mod mapless_box;
pub mod menu;
pub mod notices;
pub mod palette;
pub mod path_box;
pub mod presets_box;
pub mod recovered;
pub mod screen;
pub mod sheet_box;
pub mod shortcuts_sheet;
pub mod start;
pub mod status_bar;
pub mod style;
pub mod top_bar;
pub mod when;
pub mod widgets;
