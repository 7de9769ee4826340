//! How a string is set: size, face, colour, figures, distance between lines.

use crate::scene::{Color, FaceStyle};

/// Inter's height above the baseline, as a share of the font size.
pub const ASCENT: f32 = 0.96875;
/// Inter's depth below the baseline, as a share of the font size.
pub const DESCENT: f32 = 0.2412;

/// The look of one string. Cheap to copy.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct TextStyle {
    /// Font size in map units.
    pub size: f32,
    pub face: FaceStyle,
    pub color: Color,
    /// Figures of one width, so that columns of numbers stand under each other.
    pub tabular: bool,
    /// From one baseline to the next, as a multiple of `size`.
    pub line_height: f32,
}

impl TextStyle {
    /// Proportional figures, lines 1.35 apart.
    pub const fn new(size: f32, face: FaceStyle, color: Color) -> Self {
        Self { size, face, color, tabular: false, line_height: 1.35 }
    }

    pub const fn tabular(self) -> Self {
        Self { tabular: true, ..self }
    }

    pub const fn with_color(self, color: Color) -> Self {
        Self { color, ..self }
    }

    /// `line_height` is a multiple of the size.
    pub const fn with_line_height(self, line_height: f32) -> Self {
        Self { line_height, ..self }
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
