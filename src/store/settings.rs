//! What a person set about the window, kept in the state folder between starts.

use super::presets::{self, Preset};
use serde::{Deserialize, Serialize};

/// The window as it was left.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Settings {
    pub theme: ThemeChoice,
    /// Whether the palette stands open on the left.
    pub palette: bool,
    /// Whether the inspector stands open on the right.
    pub inspector: bool,
    /// Whether the drawer stands open at the bottom.
    pub drawer: bool,
    pub drawer_tab: DrawerTab,
    /// Inner size of the window in logical pixels.
    pub window_width: f32,
    pub window_height: f32,
    /// How exports were read, the one kept last at the end.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub presets: Vec<Preset>,
}

/// Light, dark, or as the system has it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum ThemeChoice {
    #[default]
    System,
    Light,
    Dark,
}

/// The tables in the drawer.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum DrawerTab {
    #[default]
    DropOff,
    Segments,
    Compliance,
    Actions,
    Leaks,
    Scorecard,
}

impl DrawerTab {
    pub const ALL: [Self; 6] =
        [Self::DropOff, Self::Leaks, Self::Scorecard, Self::Segments, Self::Compliance, Self::Actions];

    pub fn name(self) -> &'static str {
        match self {
            Self::DropOff => "Drop-off table",
            Self::Segments => "Segments",
            Self::Compliance => "Compliance register",
            Self::Actions => "Actions",
            Self::Leaks => "Leaks",
            Self::Scorecard => "Scorecard",
        }
    }
}

/// Narrowest and shortest window that is kept, and the widest.
const WINDOW_PX: std::ops::RangeInclusive<f32> = 320.0..=16_384.0;

impl Default for Settings {
    fn default() -> Self {
        Self {
            theme: ThemeChoice::System,
            palette: true,
            inspector: true,
            drawer: false,
            drawer_tab: DrawerTab::DropOff,
            window_width: 1440.0,
            window_height: 900.0,
            presets: Vec::new(),
        }
    }
}

impl Settings {
    /// Reads the text of a settings file; what cannot be read is as by default.
    pub(super) fn read(text: &str) -> Self {
        let mut settings: Self = ron::from_str(text).unwrap_or_default();
        settings.presets = presets::cleaned(std::mem::take(&mut settings.presets));
        let usual = Self::default();
        let legal = |px: f32| px.is_finite() && WINDOW_PX.contains(&px);
        if !legal(settings.window_width) || !legal(settings.window_height) {
            (settings.window_width, settings.window_height) = (usual.window_width, usual.window_height);
        }
        settings
    }
}
