//! How a string is set, in the measures of the bundled family.

use super::language;
use crate::scene::{FaceStyle, TextStyle};
use parley::fontique::Language;

/// Inter's height above the baseline, as a share of the font size.
pub const ASCENT: f32 = 0.96875;
/// Inter's depth below the baseline, as a share of the font size.
pub const DESCENT: f32 = 0.2412;

/// What of a style, and of the language that is set in, changes how a text is set: all but its colour.
pub(super) type StyleKey = (u32, FaceStyle, bool, u32, Option<Language>, bool);

impl TextStyle {
    pub(super) fn key(&self) -> StyleKey {
        let (size, line_height) = (self.size.to_bits(), self.line_height.to_bits());
        (size, self.face, self.tabular, line_height, language::here(), language::is_turned_over())
    }

    /// The same style with sizes that can be shaped: finite and neither vanishing nor absurd.
    pub(super) fn sane(self) -> Self {
        let sane = |value: f32, fallback: f32, low: f32, high: f32| {
            if value.is_finite() { value.clamp(low, high) } else { fallback }
        };
        Self { size: sane(self.size, 12.0, 0.5, 1000.0), line_height: sane(self.line_height, 1.35, 0.5, 5.0), ..self }
    }

    /// Ascent in map units.
    pub(super) fn ascent(&self) -> f32 {
        ASCENT * self.size
    }

    /// Descent in map units.
    pub(super) fn descent(&self) -> f32 {
        DESCENT * self.size
    }
}
