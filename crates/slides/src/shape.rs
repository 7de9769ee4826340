//! What stands on a slide.

use crate::color::Ink;

/// English Metric Units: 914,400 an inch, 12,700 a point.
pub type Emu = i64;

/// One thing on a slide.
#[derive(Clone, Debug, PartialEq)]
pub enum Shape {
    Solid(Solid),
    Picture(Picture),
    Group(Group),
    Connector(Connector),
}

/// What a shape is called, and what it says to those who do not see it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Named {
    /// In the list of shapes; connectors find their ends by it.
    pub name: String,
    /// Its alternative text; where it has none its words are read.
    pub alt: String,
    /// It is passed over in reading.
    pub decorative: bool,
}

/// Where a shape lies.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Frame {
    pub x: Emu,
    pub y: Emu,
    pub width: Emu,
    pub height: Emu,
}

/// An outline with a fill, a line and words.
#[derive(Clone, Debug, PartialEq)]
pub struct Solid {
    pub named: Named,
    pub frame: Frame,
    pub geometry: Geometry,
    pub fill: Fill,
    pub line: Option<Line>,
    pub text: Option<Text>,
    /// The slide's title; a slide has one at most.
    pub is_title: bool,
}

/// An outline within a frame.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Geometry {
    Rect,
    /// Corners of this radius.
    Round(Emu),
    Ellipse,
    /// A straight line from one corner of the frame to the opposite one; `rising` from the lower left.
    Line {
        rising: bool,
    },
    /// From the frame's upper left corner.
    Path(Vec<Step>),
}

/// One step of an outline; each outline begins with `Move`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    Move(Emu, Emu),
    Line(Emu, Emu),
    /// Two control points, then the end.
    Cubic([(Emu, Emu); 3]),
    Close,
}

/// What an area is filled with.
#[derive(Clone, Debug, Default, PartialEq)]
pub enum Fill {
    #[default]
    None,
    Flat(Ink),
    /// From left to right, or down; stops are (0 … 1, colour) and rise.
    Gradient {
        stops: Vec<(f32, Ink)>,
        down: bool,
    },
    /// Rising lines over a ground.
    Hatch {
        line: Ink,
        ground: Ink,
    },
}

/// A line along an outline.
#[derive(Clone, Debug, PartialEq)]
pub struct Line {
    pub fill: Fill,
    pub width: Emu,
    pub dash: Option<Dash>,
    /// It begins in a dot and ends in the head of an arrow.
    pub ends: bool,
}

/// How a broken line is broken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Dash {
    Dots,
    Short,
    Long,
}

/// Words in a shape.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Text {
    pub paragraphs: Vec<Paragraph>,
    /// From the frame's left, top, right and bottom edge.
    pub insets: [Emu; 4],
    pub anchor: Anchor,
    /// Lines are broken at the frame's width.
    pub wraps: bool,
    /// Letters get smaller where the words have no room.
    pub shrinks: bool,
}

/// Where words stand in the height of their shape.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Anchor {
    #[default]
    Top,
    Middle,
    Bottom,
}

/// Words that begin on a line of their own.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Paragraph {
    pub runs: Vec<Run>,
    pub align: Align,
    pub right_to_left: bool,
    /// From one baseline to the next, in hundredths of a point.
    pub leading: u32,
    /// Above it, in hundredths of a point.
    pub before: u32,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Align {
    #[default]
    Left,
    Center,
    Right,
}

/// Words of one look.
#[derive(Clone, Debug, PartialEq)]
pub struct Run {
    /// A line break in it stays one.
    pub text: String,
    /// In hundredths of a point.
    pub size: u32,
    pub bold: bool,
    pub italic: bool,
    pub ink: Ink,
}

/// A picture that fills its frame; what reaches over it is cut off.
#[derive(Clone, Debug, PartialEq)]
pub struct Picture {
    pub named: Named,
    pub frame: Frame,
    /// Of its corners.
    pub radius: Emu,
    pub kind: PictureKind,
    pub bytes: Vec<u8>,
    /// So much is cut off on the left, top, right and bottom, 0 … 1.
    pub cut: [f32; 4],
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PictureKind {
    Png,
    Jpeg,
}

/// Shapes that are moved as one.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Group {
    pub named: Named,
    pub shapes: Vec<Shape>,
}

/// A line that follows the shapes which it ties.
#[derive(Clone, Debug, PartialEq)]
pub struct Connector {
    pub named: Named,
    pub from: (Emu, Emu),
    pub to: (Emu, Emu),
    pub turn: Turn,
    pub line: Line,
    /// What it is tied to at its beginning and at its end.
    pub ties: [Option<Tie>; 2],
}

/// How a connector comes from its beginning to its end.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Turn {
    Straight,
    /// Level, upright at this share of its width, level.
    Across(f32),
    /// Upright, level at this share of its height, upright.
    Down(f32),
    /// Level, upright at the first share of its width, level at the second of its height, upright at the third of its width, level.
    Around([f32; 3]),
}

/// A side of a shape of the same slide, by the shape's name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tie {
    pub name: String,
    pub site: Site,
}

/// A side of a rectangle.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Site {
    Top,
    Left,
    Bottom,
    Right,
}

impl Frame {
    pub fn right(&self) -> Emu {
        self.x + self.width
    }

    pub fn bottom(&self) -> Emu {
        self.y + self.height
    }

    /// The smallest frame around both.
    pub fn around(&self, other: &Frame) -> Frame {
        let (x, y) = (self.x.min(other.x), self.y.min(other.y));
        Frame { x, y, width: self.right().max(other.right()) - x, height: self.bottom().max(other.bottom()) - y }
    }
}

impl Shape {
    pub fn named(&self) -> &Named {
        match self {
            Shape::Solid(solid) => &solid.named,
            Shape::Picture(picture) => &picture.named,
            Shape::Group(group) => &group.named,
            Shape::Connector(connector) => &connector.named,
        }
    }

    pub fn named_mut(&mut self) -> &mut Named {
        match self {
            Shape::Solid(solid) => &mut solid.named,
            Shape::Picture(picture) => &mut picture.named,
            Shape::Group(group) => &mut group.named,
            Shape::Connector(connector) => &mut connector.named,
        }
    }

    /// Where it lies; a group around all that is in it, none where that is nothing.
    pub fn frame(&self) -> Option<Frame> {
        match self {
            Shape::Solid(solid) => Some(solid.frame),
            Shape::Picture(picture) => Some(picture.frame),
            Shape::Group(group) => group.frame(),
            Shape::Connector(connector) => Some(connector.frame()),
        }
    }
}

impl Group {
    /// Around all that is in it.
    pub fn frame(&self) -> Option<Frame> {
        self.shapes.iter().filter_map(Shape::frame).reduce(|a, b| a.around(&b))
    }
}

impl Connector {
    /// Between its ends.
    pub fn frame(&self) -> Frame {
        let ((from_x, from_y), (to_x, to_y)) = (self.from, self.to);
        let (x, y) = (from_x.min(to_x), from_y.min(to_y));
        Frame { x, y, width: (from_x - to_x).abs(), height: (from_y - to_y).abs() }
    }
}
