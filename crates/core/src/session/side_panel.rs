//! The panels at the sides of the window: how wide each is, and where it is kept whether a person wants it.

use crate::store::Settings;

/// A panel at a side of the window.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SidePanel {
    Palette,
    Inspector,
    Tray,
}

impl SidePanel {
    pub const ALL: [Self; 3] = [Self::Palette, Self::Inspector, Self::Tray];

    /// In logical pixels.
    pub const fn width(self) -> f32 {
        match self {
            Self::Palette => 216.0,
            Self::Inspector => 288.0,
            Self::Tray => 220.0,
        }
    }

    /// Whether a person wants to see it.
    pub(super) fn wanted(self, settings: &mut Settings) -> &mut bool {
        match self {
            Self::Palette => &mut settings.palette,
            Self::Inspector => &mut settings.inspector,
            Self::Tray => &mut settings.tray,
        }
    }

    pub(super) fn is_wanted(self, settings: &Settings) -> bool {
        match self {
            Self::Palette => settings.palette,
            Self::Inspector => settings.inspector,
            Self::Tray => settings.tray,
        }
    }
}
