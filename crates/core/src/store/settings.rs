//! What a person set about the window, kept in the state folder between starts.

use crate::model::ViewKind;
use serde::{Deserialize, Serialize};
use touchline_words::Language;
use touchline_words::say;

use super::presets::{self, Preset};

/// The window as it was left.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Settings {
    pub theme: ThemeChoice,
    /// How large the window's own words are, in percent: one of [`SCALES`].
    #[serde(skip_serializing_if = "is_usual_scale")]
    pub scale: u16,
    #[serde(skip_serializing_if = "LanguageChoice::is_of_system")]
    pub language: LanguageChoice,
    /// Whether nothing glides, beside what the system says.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub less_motion: bool,
    /// Whether the palette stands open on the left.
    pub palette: bool,
    /// Whether the palette shows the libraries in the place of the blocks.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub library: bool,
    /// Whether the inspector stands open on the right.
    pub inspector: bool,
    /// Whether the parking lot stands open beside the board.
    pub tray: bool,
    /// Whether the drawer stands open at the bottom.
    pub drawer: bool,
    pub drawer_tab: DrawerTab,
    /// The view beside the first, where there are two.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub second_view: Option<ViewKind>,
    /// How much of the width the first of two views has, in thousandths.
    #[serde(skip_serializing_if = "is_usual_share")]
    pub first_view_share: u16,
    /// Inner size of the window in logical pixels.
    pub window_width: f32,
    pub window_height: f32,
    /// Where it stood, as far as the desktop tells.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub window_place: Option<WindowPlace>,
    /// Whether it filled its screen.
    pub window_maximized: bool,
    /// How exports were read, the one kept last at the end.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub presets: Vec<Preset>,
    /// What a copy for a client is made without, and what goes out with it.
    #[serde(skip_serializing_if = "ClientCopyChoices::is_usual")]
    pub client_copy: ClientCopyChoices,
    /// What was done once, and is hinted at no more.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub learnt: Vec<Hint>,
}

/// Something that a board which has just been begun hints at.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Hint {
    Stage,
    Touchpoint,
    Face,
    Data,
}

impl Hint {
    /// Every one, in the order in which they are done.
    pub const ALL: [Self; 4] = [Self::Stage, Self::Touchpoint, Self::Face, Self::Data];
}

/// What is chosen for a copy that can be given to a client, by the words of the command line.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct ClientCopyChoices {
    /// What stays in it.
    pub kept: Vec<String>,
    /// What goes by numbers.
    pub numbered: Vec<String>,
    /// What is exported of it, by the endings.
    pub also: Vec<String>,
    /// Beside it a page that tells what left the room.
    pub page: bool,
}

impl ClientCopyChoices {
    fn is_usual(&self) -> bool {
        *self == Self::default()
    }
}

/// The place of the window's frame on a screen.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct WindowPlace {
    /// The screen's name.
    pub screen: String,
    /// From the screen's upper left corner to the frame's, in physical pixels.
    pub left: i32,
    pub top: i32,
}

/// How the window stood when it was left.
#[derive(Clone, Debug, PartialEq)]
pub struct WindowStood {
    /// Its inside in logical pixels.
    pub width: f32,
    pub height: f32,
    pub place: Option<WindowPlace>,
    pub maximized: bool,
}

/// Light, dark, or as the system has it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum ThemeChoice {
    #[default]
    System,
    Light,
    Dark,
    /// Light, with more contrast.
    Contrast,
}

/// The language of the window and of what it exports: one of ours, or the system's.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum LanguageChoice {
    #[default]
    System,
    English,
    German,
}

impl LanguageChoice {
    /// The language that was chosen; `None` where it is the system's.
    pub fn chosen(self) -> Option<Language> {
        match self {
            Self::System => None,
            Self::English => Some(Language::English),
            Self::German => Some(Language::German),
        }
    }

    fn is_of_system(&self) -> bool {
        *self == Self::System
    }
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
            Self::DropOff => say!(drawer_drop_off),
            Self::Segments => say!(drawer_segments),
            Self::Compliance => say!(drawer_compliance),
            Self::Actions => say!(drawer_actions),
            Self::Leaks => say!(drawer_leaks),
            Self::Scorecard => say!(drawer_scorecard),
        }
    }
}

/// How large the window's words can be, in percent.
pub const SCALES: [u16; 8] = [80, 90, 100, 110, 125, 150, 175, 200];

/// Two views have as much width each.
const USUAL_SHARE: u16 = 500;

fn is_usual_share(share: &u16) -> bool {
    *share == USUAL_SHARE
}

fn is_usual_scale(scale: &u16) -> bool {
    *scale == 100
}

/// Narrowest and shortest window that is kept, and the widest.
const WINDOW_PX: std::ops::RangeInclusive<f32> = 320.0..=16_384.0;

impl Default for Settings {
    fn default() -> Self {
        Self {
            theme: ThemeChoice::System,
            scale: 100,
            language: LanguageChoice::System,
            less_motion: false,
            palette: true,
            library: false,
            inspector: true,
            tray: false,
            drawer: false,
            drawer_tab: DrawerTab::DropOff,
            second_view: None,
            first_view_share: USUAL_SHARE,
            window_width: 1440.0,
            window_height: 900.0,
            window_place: None,
            window_maximized: false,
            presets: Vec::new(),
            client_copy: ClientCopyChoices::default(),
            learnt: Vec::new(),
        }
    }
}

impl Settings {
    /// Reads the text of a settings file; what cannot be read is as by default.
    pub(super) fn read(text: &str) -> Self {
        let mut settings: Self = ron::from_str(text).unwrap_or_default();
        settings.presets = presets::cleaned(std::mem::take(&mut settings.presets));
        settings.learnt.truncate(Hint::ALL.len());
        let usual = Self::default();
        if !SCALES.contains(&settings.scale) {
            settings.scale = usual.scale;
        }
        let legal = |px: f32| px.is_finite() && WINDOW_PX.contains(&px);
        if !legal(settings.window_width) || !legal(settings.window_height) {
            (settings.window_width, settings.window_height) = (usual.window_width, usual.window_height);
        }
        settings
    }
}
