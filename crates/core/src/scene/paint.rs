//! Colours, fills and strokes, and the two shapes that take them.

use super::{Point, Rect};

/// Straight sRGB with alpha.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Color {
    pub r: u8,
    pub g: u8,
    pub b: u8,
    pub a: u8,
}

impl Color {
    pub const TRANSPARENT: Self = Self { r: 0, g: 0, b: 0, a: 0 };

    /// From `0xRRGGBB`, opaque.
    pub const fn hex(rgb: u32) -> Self {
        Self { r: (rgb >> 16) as u8, g: (rgb >> 8) as u8, b: rgb as u8, a: 255 }
    }

    /// The same colour at an opacity of 0 … 1.
    pub fn alpha(self, opacity: f32) -> Self {
        Self { a: (f32::from(self.a) * opacity.clamp(0.0, 1.0)).round() as u8, ..self }
    }

    /// This colour laid at `share` (0 … 1) over an opaque `ground`; opaque.
    pub fn over(self, ground: Color, share: f32) -> Self {
        let mix = |top: u8, below: u8| {
            (f32::from(below) + (f32::from(top) - f32::from(below)) * share.clamp(0.0, 1.0)).round() as u8
        };
        Self { r: mix(self.r, ground.r), g: mix(self.g, ground.g), b: mix(self.b, ground.b), a: 255 }
    }
}

/// What fills an area.
#[derive(Clone, Debug, PartialEq)]
pub enum Paint {
    Flat(Color),
    /// Linear between two points in the item's space; stops are (offset 0 … 1, colour), offsets rising.
    Gradient {
        from: Point,
        to: Point,
        stops: Vec<(f32, Color)>,
    },
    /// Parallel lines at 45° over a ground.
    Hatch {
        line: Color,
        ground: Color,
        gap: f32,
        width: f32,
    },
}

/// A fill, nonzero winding.
pub type Fill = Paint;

/// Dash and gap lengths in map units.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Dash {
    pub on: f32,
    pub off: f32,
}

/// A line centred on the outline; round joins and caps. A gradient colours a line by place; a hatch counts as its line colour.
#[derive(Clone, Debug, PartialEq)]
pub struct Stroke {
    pub paint: Paint,
    pub width: f32,
    pub dash: Option<Dash>,
}

impl Stroke {
    pub fn solid(color: Color, width: f32) -> Self {
        Self { paint: Paint::Flat(color), width, dash: None }
    }
}

/// A rectangle with rounded corners.
#[derive(Clone, Debug, PartialEq)]
pub struct RectItem {
    pub rect: Rect,
    pub radius: f32,
    pub fill: Option<Fill>,
    pub stroke: Option<Stroke>,
}

/// A path of one or more outlines.
#[derive(Clone, Debug, PartialEq)]
pub struct PathItem {
    pub segments: Vec<PathSegment>,
    pub fill: Option<Fill>,
    pub stroke: Option<Stroke>,
}

/// One step of a path; every outline starts with `Move`.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum PathSegment {
    Move(Point),
    Line(Point),
    /// Two control points, then the end.
    Cubic(Point, Point, Point),
    Close,
}
