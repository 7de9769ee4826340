//! A line of text as glyphs that are already chosen and placed. Nobody who paints it shapes it again.

use super::{Color, Point, Rect};
use std::fmt;
use std::ops::Range;
use std::sync::Arc;

/// A font file (or one face of a collection) that glyph numbers refer to.
pub struct Face {
    /// Unique among the faces of the process: bundled faces have fixed names, such as `Inter-SemiBold`.
    pub name: String,
    /// The whole font file.
    pub bytes: Arc<dyn AsRef<[u8]> + Send + Sync>,
    /// Which face of a collection file; 0 in ordinary files.
    pub index: u32,
    /// Ships with the program; everything else came from the system.
    pub bundled: bool,
}

impl fmt::Debug for Face {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Face({})", self.name)
    }
}

impl PartialEq for Face {
    fn eq(&self, other: &Self) -> bool {
        self.name == other.name
    }
}

/// Weight and slant of the bundled family.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum FaceStyle {
    Regular,
    Medium,
    SemiBold,
    Bold,
    Italic,
}

/// One line of text.
#[derive(Clone, Debug, PartialEq)]
pub struct TextItem {
    pub text: String,
    /// Left end of the baseline.
    pub pos: Point,
    pub color: Color,
    /// Advance of the whole line.
    pub width: f32,
    /// Above the baseline, positive.
    pub ascent: f32,
    /// Below the baseline, positive.
    pub descent: f32,
    /// From left to right as seen.
    pub runs: Arc<[GlyphRun]>,
}

/// A piece of a line in one face, size and direction.
#[derive(Clone, Debug, PartialEq)]
pub struct GlyphRun {
    pub face: Arc<Face>,
    /// Font size in map units.
    pub size: f32,
    /// Bytes of [`TextItem::text`].
    pub range: Range<usize>,
    /// From the line's left end to the run's.
    pub x: f32,
    pub width: f32,
    pub right_to_left: bool,
    pub glyphs: Vec<Glyph>,
}

/// One glyph of a run.
#[derive(Clone, Debug, PartialEq)]
pub struct Glyph {
    pub id: u32,
    /// From the line's left end and baseline (y down), offsets included.
    pub x: f32,
    pub y: f32,
    pub advance: f32,
    /// Bytes of [`TextItem::text`] that the glyph stands for; glyphs of one cluster share it.
    pub range: Range<usize>,
}

impl TextItem {
    /// The same line with the left end of its baseline at `pos`.
    pub fn at(self, pos: Point) -> Self {
        Self { pos, ..self }
    }

    /// The same line with its right end at `right`.
    pub fn ending_at(self, right: Point) -> Self {
        let pos = Point::new(right.x - self.width, right.y);
        self.at(pos)
    }

    /// The same line with its middle at `middle.x`.
    pub fn centered_at(self, middle: Point) -> Self {
        let pos = Point::new(middle.x - self.width / 2.0, middle.y);
        self.at(pos)
    }

    /// From ascent to descent, over the whole advance.
    pub fn bounds(&self) -> Rect {
        Rect::new(self.pos.x, self.pos.y - self.ascent, self.width, self.ascent + self.descent)
    }
}
