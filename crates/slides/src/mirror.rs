//! Shapes turned over for a reader who begins at the right: what lies at the left comes to lie at the right, and every line keeps
//! its letters.

use crate::presentation::Slide;
use crate::shape::{
    Align, Connector, Emu, Fill, Frame, Geometry, Group, Line, Picture, Shape, Site, Solid, Step, Text, Tie,
};

impl Slide {
    /// The slide turned over at a width.
    pub fn mirrored(self, width: Emu) -> Slide {
        Slide { shapes: self.shapes.into_iter().map(|shape| shape.mirrored(width)).collect(), ..self }
    }
}

impl Shape {
    /// The shape turned over on a slide of this width.
    pub fn mirrored(self, width: Emu) -> Shape {
        match self {
            Shape::Solid(solid) => Shape::Solid(Solid {
                frame: solid.frame.mirrored(width),
                geometry: solid.geometry.mirrored(solid.frame.width),
                fill: solid.fill.mirrored(),
                line: solid.line.map(Line::mirrored),
                text: solid.text.map(Text::mirrored),
                ..solid
            }),
            Shape::Picture(picture) => {
                let [left, top, right, bottom] = picture.cut;
                let (frame, cut) = (picture.frame.mirrored(width), [right, top, left, bottom]);
                Shape::Picture(Picture { frame, cut, ..picture })
            }
            Shape::Group(group) => {
                let shapes = group.shapes.into_iter().map(|shape| shape.mirrored(width)).collect();
                Shape::Group(Group { shapes, ..group })
            }
            Shape::Connector(connector) => {
                let at = |(x, y): (Emu, Emu)| (width - x, y);
                let (from, to) = (at(connector.from), at(connector.to));
                let ties = connector.ties.map(|tie| tie.map(Tie::mirrored));
                Shape::Connector(Connector { from, to, ties, line: connector.line.mirrored(), ..connector })
            }
        }
    }
}

impl Frame {
    fn mirrored(self, width: Emu) -> Frame {
        Frame { x: width - self.right(), ..self }
    }
}

impl Geometry {
    fn mirrored(self, width: Emu) -> Geometry {
        let at = |(x, y): (Emu, Emu)| (width - x, y);
        let step = |step: Step| match step {
            Step::Move(x, y) => Step::Move(width - x, y),
            Step::Line(x, y) => Step::Line(width - x, y),
            Step::Cubic(points) => Step::Cubic(points.map(at)),
            Step::Close => Step::Close,
        };
        match self {
            Geometry::Line { rising } => Geometry::Line { rising: !rising },
            Geometry::Path(steps) => Geometry::Path(steps.into_iter().map(step).collect()),
            same @ (Geometry::Rect | Geometry::Round(_) | Geometry::Ellipse) => same,
        }
    }
}

impl Fill {
    fn mirrored(self) -> Fill {
        match self {
            Fill::Gradient { stops, down: false } => Fill::Gradient {
                stops: stops.into_iter().rev().map(|(at, ink)| (1.0 - at, ink)).collect(),
                down: false,
            },
            same => same,
        }
    }
}

impl Line {
    fn mirrored(self) -> Line {
        Line { fill: self.fill.mirrored(), ..self }
    }
}

impl Text {
    fn mirrored(mut self) -> Text {
        let [left, top, right, bottom] = self.insets;
        for paragraph in &mut self.paragraphs {
            paragraph.align = match paragraph.align {
                Align::Left => Align::Right,
                Align::Center => Align::Center,
                Align::Right => Align::Left,
            };
        }
        Text { insets: [right, top, left, bottom], ..self }
    }
}

impl Tie {
    fn mirrored(self) -> Tie {
        let site = match self.site {
            Site::Left => Site::Right,
            Site::Right => Site::Left,
            same @ (Site::Top | Site::Bottom) => same,
        };
        Tie { site, ..self }
    }
}
