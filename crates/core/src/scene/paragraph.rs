//! Text that is broken into lines, kept as the whole that it is beside the lines that are painted.
//!
//! A painter of pictures paints the lines. What keeps text as text, such as a slide that is edited on or a page for a browser,
//! takes the words, their look and their box.

use std::sync::Arc;

use super::{Color, FaceStyle, Point, Rect, Size, TextItem};

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

    /// From one baseline to the next, in map units.
    pub fn line(&self) -> f32 {
        self.size * self.line_height
    }

    /// `line_height` is a multiple of the size.
    pub const fn with_line_height(self, line_height: f32) -> Self {
        Self { line_height, ..self }
    }
}

/// Words set in lines.
#[derive(Clone, Debug, PartialEq)]
pub struct Paragraph {
    /// All of it, with what no line had room for.
    pub text: Arc<str>,
    pub style: TextStyle,
    /// The upper left corner of its box.
    pub pos: Point,
    /// Never wider than was asked for; the height is a whole number of lines.
    pub size: Size,
    /// In the same space as `pos`.
    pub lines: Vec<TextItem>,
}

impl Paragraph {
    /// The same with the upper left corner of its box `by` further right and down.
    pub fn moved(mut self, by: Point) -> Self {
        for line in &mut self.lines {
            line.pos = Point::new(by.x + line.pos.x, by.y + line.pos.y);
        }
        Self { pos: Point::new(by.x + self.pos.x, by.y + self.pos.y), ..self }
    }

    /// Its box.
    pub fn bounds(&self) -> Rect {
        Rect::new(self.pos.x, self.pos.y, self.size.width, self.size.height)
    }

    /// Whether lines leave out words of it.
    pub fn is_cut(&self) -> bool {
        self.lines.last().is_some_and(|line| !self.text.trim_end().ends_with(line.text.trim_end()))
    }
}
