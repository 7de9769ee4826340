//! The shapes of a slide (ISO/IEC 29500-1, 19.3.1 and 20.1).

use super::ink::{fill, line, share};
use super::text;
use super::xml::Xml;
use crate::color::Scheme;
use crate::presentation::{Presentation, Slide};
use crate::shape::{
    Connector, Emu, Fill, Frame, Geometry, Group, Named, Picture, Shape, Site, Solid, Step, Text, Tie, Turn,
};
use std::collections::HashMap;

const MAIN: &str = "http://schemas.openxmlformats.org/presentationml/2006/main";
const DRAWING: &str = "http://schemas.openxmlformats.org/drawingml/2006/main";
const RELATED: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
/// What every part of slides is written in.
pub const SPACES: [(&str, &str); 3] = [("xmlns:a", DRAWING), ("xmlns:r", RELATED), ("xmlns:p", MAIN)];
/// The number of the group that all shapes of a slide stand in.
const ROOT: u32 = 1;
/// As far as a place may be (ISO/IEC 29500-1, 20.1.10.16).
const FURTHEST: Emu = 27_273_042_316_900;

/// What a slide is drawn with.
struct Pen<'a, F> {
    xml: Xml,
    scheme: &'a Scheme,
    language: &'a str,
    /// The numbers of shapes by their names, the first of a name.
    numbers: HashMap<&'a str, u32>,
    last: u32,
    /// Leads to a picture.
    picture: F,
}

/// Whether one of the shapes is a title.
pub fn has_title(shapes: &[Shape]) -> bool {
    shapes.iter().any(|shape| match shape {
        Shape::Solid(solid) => solid.is_title,
        Shape::Group(group) => has_title(&group.shapes),
        Shape::Picture(_) | Shape::Connector(_) => false,
    })
}

/// A slide's part; `picture` says by which name the part leads to a picture.
pub fn slide(presentation: &Presentation, slide: &Slide, picture: impl FnMut(&Picture) -> String) -> String {
    let mut pen = Pen {
        xml: Xml::part(),
        scheme: &presentation.scheme,
        language: &presentation.language,
        numbers: HashMap::new(),
        last: ROOT,
        picture,
    };
    let mut last = ROOT;
    number(&slide.shapes, &mut last, &mut pen.numbers);
    pen.xml.open("p:sld", &SPACES);
    pen.xml.open("p:cSld", &[]);
    if let Some(ground) = slide.ground {
        pen.xml.open("p:bg", &[]);
        pen.xml.open("p:bgPr", &[]);
        fill(&mut pen.xml, pen.scheme, &Fill::Flat(ground));
        pen.xml.empty("a:effectLst", &[]);
        pen.xml.close("p:bgPr");
        pen.xml.close("p:bg");
    }
    pen.xml.open("p:spTree", &[]);
    root(&mut pen.xml);
    slide.shapes.iter().for_each(|shape| pen.shape(shape));
    pen.xml.close("p:spTree");
    pen.xml.close("p:cSld");
    pen.xml.open("p:clrMapOvr", &[]);
    pen.xml.empty("a:masterClrMapping", &[]);
    pen.xml.close("p:clrMapOvr");
    pen.xml.close("p:sld");
    pen.xml.finish()
}

/// The group that all shapes of a part stand in.
pub fn root(xml: &mut Xml) {
    xml.open("p:nvGrpSpPr", &[]);
    xml.empty("p:cNvPr", &[("id", &ROOT.to_string()), ("name", "")]);
    xml.empty("p:cNvGrpSpPr", &[]);
    xml.empty("p:nvPr", &[]);
    xml.close("p:nvGrpSpPr");
    xml.open("p:grpSpPr", &[]);
    xml.open("a:xfrm", &[]);
    place(xml, "a:off", "a:ext", Frame::default());
    place(xml, "a:chOff", "a:chExt", Frame::default());
    xml.close("a:xfrm");
    xml.close("p:grpSpPr");
}

/// Gives numbers in the order in which shapes are written.
fn number<'a>(shapes: &'a [Shape], last: &mut u32, numbers: &mut HashMap<&'a str, u32>) {
    for shape in shapes {
        *last += 1;
        numbers.entry(shape.named().name.as_str()).or_insert(*last);
        if let Shape::Group(group) = shape {
            number(&group.shapes, last, numbers);
        }
    }
}

fn place(xml: &mut Xml, off: &str, ext: &str, frame: Frame) {
    let far = |place: Emu| place.clamp(-FURTHEST, FURTHEST).to_string();
    let long = |side: Emu| side.clamp(0, FURTHEST).to_string();
    xml.empty(off, &[("x", &far(frame.x)), ("y", &far(frame.y))]);
    xml.empty(ext, &[("cx", &long(frame.width)), ("cy", &long(frame.height))]);
}

impl<F: FnMut(&Picture) -> String> Pen<'_, F> {
    fn shape(&mut self, shape: &Shape) {
        match shape {
            Shape::Solid(solid) => self.solid(solid),
            Shape::Picture(picture) => self.picture(picture),
            Shape::Group(group) => self.group(group),
            Shape::Connector(connector) => self.connector(connector),
        }
    }

    /// What a shape is called, with the next number.
    fn named(&mut self, named: &Named) {
        self.last += 1;
        let Named { name, alt, decorative } = named;
        let number = self.last.to_string();
        // A shape without a name is not found in the list of shapes.
        let name = if name.is_empty() { format!("Shape {number}") } else { name.clone() };
        let mut attributes = vec![("id", number.as_str()), ("name", name.as_str())];
        if !alt.is_empty() && !decorative {
            attributes.push(("descr", alt));
        }
        if !decorative {
            return self.xml.empty("p:cNvPr", &attributes);
        }
        self.xml.open("p:cNvPr", &attributes);
        self.xml.raw(
            "<a:extLst><a:ext uri=\"{C183D7F6-B498-43B3-948B-1728B52AA6E4}\"><adec:decorative \
             xmlns:adec=\"http://schemas.microsoft.com/office/drawing/2017/decorative\" val=\"1\"/></a:ext></a:extLst>",
        );
        self.xml.close("p:cNvPr");
    }

    fn solid(&mut self, solid: &Solid) {
        self.xml.open("p:sp", &[]);
        self.xml.open("p:nvSpPr", &[]);
        self.named(&solid.named);
        if solid.is_title {
            self.xml.open("p:cNvSpPr", &[]);
            self.xml.empty("a:spLocks", &[("noGrp", "1")]);
            self.xml.close("p:cNvSpPr");
            self.xml.open("p:nvPr", &[]);
            self.xml.empty("p:ph", &[("type", "title")]);
            self.xml.close("p:nvPr");
        } else {
            // Words without a ground are a text box.
            let is_box = solid.text.is_some() && solid.fill == Fill::None && solid.line.is_none();
            self.xml.empty("p:cNvSpPr", if is_box { &[("txBox", "1")] } else { &[] });
            self.xml.empty("p:nvPr", &[]);
        }
        self.xml.close("p:nvSpPr");
        self.xml.open("p:spPr", &[]);
        let rising = solid.geometry == Geometry::Line { rising: true };
        self.xml.open("a:xfrm", if rising { &[("flipV", "1")] } else { &[] });
        place(&mut self.xml, "a:off", "a:ext", solid.frame);
        self.xml.close("a:xfrm");
        geometry(&mut self.xml, &solid.geometry, solid.frame);
        fill(&mut self.xml, self.scheme, &solid.fill);
        line(&mut self.xml, self.scheme, solid.line.as_ref());
        self.xml.close("p:spPr");
        // A shape that is no line has words, if none then none.
        let none = Text::default();
        if solid.text.is_some() || !matches!(solid.geometry, Geometry::Line { .. }) {
            let face = if solid.is_title { "+mj" } else { "+mn" };
            text::body(&mut self.xml, solid.text.as_ref().unwrap_or(&none), self.scheme, self.language, face);
        }
        self.xml.close("p:sp");
    }

    fn picture(&mut self, picture: &Picture) {
        self.xml.open("p:pic", &[]);
        self.xml.open("p:nvPicPr", &[]);
        self.named(&picture.named);
        self.xml.open("p:cNvPicPr", &[]);
        self.xml.empty("a:picLocks", &[("noChangeAspect", "1")]);
        self.xml.close("p:cNvPicPr");
        self.xml.empty("p:nvPr", &[]);
        self.xml.close("p:nvPicPr");
        let related = (self.picture)(picture);
        self.xml.open("p:blipFill", &[]);
        self.xml.empty("a:blip", &[("r:embed", &related)]);
        let [left, top, right, bottom] = picture.cut.map(share);
        self.xml.empty("a:srcRect", &[("l", &left), ("t", &top), ("r", &right), ("b", &bottom)]);
        self.xml.open("a:stretch", &[]);
        self.xml.empty("a:fillRect", &[]);
        self.xml.close("a:stretch");
        self.xml.close("p:blipFill");
        self.xml.open("p:spPr", &[]);
        self.xml.open("a:xfrm", &[]);
        place(&mut self.xml, "a:off", "a:ext", picture.frame);
        self.xml.close("a:xfrm");
        let outline = if picture.radius > 0 { Geometry::Round(picture.radius) } else { Geometry::Rect };
        geometry(&mut self.xml, &outline, picture.frame);
        self.xml.close("p:spPr");
        self.xml.close("p:pic");
    }

    fn group(&mut self, group: &Group) {
        self.xml.open("p:grpSp", &[]);
        self.xml.open("p:nvGrpSpPr", &[]);
        self.named(&group.named);
        self.xml.empty("p:cNvGrpSpPr", &[]);
        self.xml.empty("p:nvPr", &[]);
        self.xml.close("p:nvGrpSpPr");
        self.xml.open("p:grpSpPr", &[]);
        self.xml.open("a:xfrm", &[]);
        // What is in a group has the slide's own places.
        let frame = group.frame().unwrap_or_default();
        place(&mut self.xml, "a:off", "a:ext", frame);
        place(&mut self.xml, "a:chOff", "a:chExt", frame);
        self.xml.close("a:xfrm");
        self.xml.close("p:grpSpPr");
        group.shapes.iter().for_each(|shape| self.shape(shape));
        self.xml.close("p:grpSp");
    }

    fn connector(&mut self, connector: &Connector) {
        self.xml.open("p:cxnSp", &[]);
        self.xml.open("p:nvCxnSpPr", &[]);
        self.named(&connector.named);
        self.xml.open("p:cNvCxnSpPr", &[]);
        for (name, tie) in ["a:stCxn", "a:endCxn"].into_iter().zip(&connector.ties) {
            let found = tie.as_ref().and_then(|tie: &Tie| Some((self.numbers.get(tie.name.as_str())?, tie.site)));
            if let Some((number, site)) = found {
                // The sites of a rectangle, as PowerPoint counts them.
                let site = match site {
                    Site::Top => "0",
                    Site::Left => "1",
                    Site::Bottom => "2",
                    Site::Right => "3",
                };
                let number = number.to_string();
                self.xml.empty(name, &[("id", &number), ("idx", site)]);
            }
        }
        self.xml.close("p:cNvCxnSpPr");
        self.xml.empty("p:nvPr", &[]);
        self.xml.close("p:nvCxnSpPr");
        self.xml.open("p:spPr", &[]);
        let ((from_x, from_y), (to_x, to_y)) = (connector.from, connector.to);
        let (leftwards, upwards) = (to_x < from_x, to_y < from_y);
        let frame = connector.frame();
        let (mut attributes, mut laid) = (Vec::new(), frame);
        if let Turn::Down(_) = connector.turn {
            // The shape goes level, upright, level: turned by a quarter and turned over it goes the other way. Its frame is
            // the one before the turn, about the same middle.
            attributes.push(("rot", if upwards { "16200000" } else { "5400000" }));
            if leftwards == upwards {
                attributes.push(("flipV", "1"));
            }
            laid = Frame {
                x: frame.x + (frame.width - frame.height) / 2,
                y: frame.y + (frame.height - frame.width) / 2,
                width: frame.height,
                height: frame.width,
            };
        } else {
            if leftwards {
                attributes.push(("flipH", "1"));
            }
            if upwards {
                attributes.push(("flipV", "1"));
            }
        }
        self.xml.open("a:xfrm", &attributes);
        place(&mut self.xml, "a:off", "a:ext", laid);
        self.xml.close("a:xfrm");
        match connector.turn {
            Turn::Straight => preset(&mut self.xml, "straightConnector1", &[]),
            Turn::Across(turn) | Turn::Down(turn) => preset(&mut self.xml, "bentConnector3", &[("adj1", guide(turn))]),
            Turn::Around([first, level, second]) => {
                let guides = [("adj1", guide(first)), ("adj2", guide(level)), ("adj3", guide(second))];
                preset(&mut self.xml, "bentConnector5", &guides);
            }
        }
        line(&mut self.xml, self.scheme, Some(&connector.line));
        self.xml.close("p:spPr");
        self.xml.close("p:cxnSp");
    }
}

fn preset(xml: &mut Xml, name: &str, guides: &[(&str, i64)]) {
    xml.open("a:prstGeom", &[("prst", name)]);
    if guides.is_empty() {
        xml.empty("a:avLst", &[]);
    } else {
        xml.open("a:avLst", &[]);
        for (guide, value) in guides {
            xml.empty("a:gd", &[("name", guide), ("fmla", &format!("val {value}"))]);
        }
        xml.close("a:avLst");
    }
    xml.close("a:prstGeom");
}

/// A share of a side, as a guide has it.
fn guide(share: f32) -> i64 {
    (share * 100_000.0).round() as i64
}

fn geometry(xml: &mut Xml, geometry: &Geometry, frame: Frame) {
    match geometry {
        Geometry::Rect => preset(xml, "rect", &[]),
        Geometry::Ellipse => preset(xml, "ellipse", &[]),
        Geometry::Line { .. } => preset(xml, "line", &[]),
        Geometry::Round(radius) => {
            let shorter = frame.width.min(frame.height).max(1);
            preset(xml, "roundRect", &[("adj", (radius * 100_000 / shorter).clamp(0, 50_000))]);
        }
        Geometry::Path(steps) => path(xml, steps, frame),
    }
}

fn path(xml: &mut Xml, steps: &[Step], frame: Frame) {
    xml.open("a:custGeom", &[]);
    for list in ["a:avLst", "a:gdLst", "a:ahLst", "a:cxnLst"] {
        xml.empty(list, &[]);
    }
    xml.empty("a:rect", &[("l", "0"), ("t", "0"), ("r", "r"), ("b", "b")]);
    xml.open("a:pathLst", &[]);
    let side = |side: Emu| side.clamp(0, FURTHEST).to_string();
    xml.open("a:path", &[("w", &side(frame.width)), ("h", &side(frame.height))]);
    let point = |xml: &mut Xml, x: Emu, y: Emu| xml.empty("a:pt", &[("x", &x.to_string()), ("y", &y.to_string())]);
    for step in steps {
        match *step {
            Step::Move(x, y) => {
                xml.open("a:moveTo", &[]);
                point(xml, x, y);
                xml.close("a:moveTo");
            }
            Step::Line(x, y) => {
                xml.open("a:lnTo", &[]);
                point(xml, x, y);
                xml.close("a:lnTo");
            }
            Step::Cubic(points) => {
                xml.open("a:cubicBezTo", &[]);
                points.iter().for_each(|(x, y)| point(xml, *x, *y));
                xml.close("a:cubicBezTo");
            }
            Step::Close => xml.empty("a:close", &[]),
        }
    }
    xml.close("a:path");
    xml.close("a:pathLst");
    xml.close("a:custGeom");
}
