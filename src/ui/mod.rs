//! What the window shows: bars, panels, the board and its boxes. Reads the session, and says what was asked for; holds no rule.

pub mod screen;
pub mod style;
pub mod widgets;
pub mod import;
