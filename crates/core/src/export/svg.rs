//! The SVG painter. Letters are outlines, so that the picture looks alike without our fonts, and every line carries its words;
//! or they are text with its font named, for whoever goes on writing in a drawing program.
//!
//! What is defined once is pointed at by `xlink:href`: Inkscape and others of its age do not follow SVG 2's plain `href`.
//!
//! # Limits
//! Groups deeper than 64 are left out. Emoji are pictures of 4× their size.

use super::raster::DEEPEST;
use super::shapes::{self, Shape};
use super::svg_defs::{Defs, attribute, num};
use super::svg_text::Fonts;
use super::words;
use crate::scene::{
    Color, Group, ImageItem, Item, Listed, Paint, PathSegment, Rect, RectItem, Role, Scene, Tagged, TextItem,
};
use crate::text::is_right_to_left;
use std::fmt::Write;

/// How an SVG has its letters.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Letters {
    /// As outlines: alike in every program.
    #[default]
    Outline,
    /// As text, which needs its font wherever it is shown.
    Live,
}

impl Letters {
    pub const ALL: [Self; 2] = [Self::Outline, Self::Live];

    /// As on the command line.
    pub fn name(self) -> &'static str {
        match self {
            Self::Outline => "outline",
            Self::Live => "live",
        }
    }
}

/// The scene as an SVG document, one map unit as one user unit.
pub fn svg(scene: &Scene, letters: Letters) -> String {
    let fonts = (letters == Letters::Live).then(|| Fonts::ending_right(is_right_to_left(&scene.language)));
    let said_in = words::said_in(&scene.language);
    let mut painter = Painter { defs: Defs::default(), body: String::new(), list: None, fonts, said_in };
    painter.items(&scene.items, 0);
    let (width, height) = (num(scene.size.width.max(0.0)), num(scene.size.height.max(0.0)));
    let language = if scene.language.is_empty() { "en" } else { &scene.language };
    format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" xmlns:xlink=\"http://www.w3.org/1999/xlink\" width=\"{width}\" height=\"{height}\" viewBox=\"0 0 {width} {height}\" \
         xml:lang=\"{}\" fill=\"none\" stroke-linecap=\"round\" stroke-linejoin=\"round\">\n<title>{}</title>\n\
         <defs>\n{}</defs>\n{}</svg>\n",
        attribute(language),
        attribute(&scene.title),
        painter.defs.finish(),
        painter.body
    )
}

/// Scenes that stand on one page: what they use together, and what each shows.
pub(super) fn drawn_together(scenes: &[&Scene]) -> (String, Vec<String>) {
    let mut defs = Defs::default();
    let mut bodies = Vec::with_capacity(scenes.len());
    for scene in scenes {
        let said_in = words::said_in(&scene.language);
        let mut painter = Painter { defs, body: String::new(), list: None, fonts: None, said_in };
        painter.items(&scene.items, 0);
        bodies.push(painter.body);
        defs = painter.defs;
    }
    (defs.finish(), bodies)
}

struct Painter {
    defs: Defs,
    body: String,
    /// The list that the labels of a group count their parts in.
    list: Option<Listed>,
    /// What faces are called, where letters are text.
    fonts: Option<Fonts>,
    /// The language of the program's words, where it is not the document's.
    said_in: Option<&'static str>,
}

impl Painter {
    fn items(&mut self, items: &[Item], depth: usize) {
        if depth > DEEPEST {
            return;
        }
        for item in items {
            match item {
                Item::Rect(item) => self.rect(item),
                Item::Path(item) => self.shape(Shape::of_path(item)),
                Item::Text(item) => self.text(item),
                Item::Paragraph(words) => words.lines.iter().for_each(|line| self.text(line)),
                Item::Image(item) => self.image(item),
                Item::Group(group) => self.group(group, depth),
                Item::Tagged(tagged) => self.tagged(tagged, depth),
            }
        }
    }

    fn tagged(&mut self, tagged: &Tagged, depth: usize) {
        let language = self.said_in.filter(|_| words::is_said(tagged));
        let language = language.map(|language| format!(" xml:lang=\"{language}\"")).unwrap_or_default();
        match tagged.role {
            Role::Artifact => self.push("<g aria-hidden=\"true\">"),
            Role::Figure => self.push(&format!("<g role=\"img\"{language}>")),
            Role::Heading(_) | Role::Paragraph | Role::Section => self.push(&format!("<g{language}>")),
        }
        let label = tagged.label.said(self.list);
        if tagged.role != Role::Artifact && !label.is_empty() {
            self.push(&format!("<title>{}</title>", attribute(&label)));
        }
        self.items(&tagged.items, depth + 1);
        self.push("</g>\n");
    }

    fn group(&mut self, group: &Group, depth: usize) {
        let opacity = shapes::sane_opacity(group.opacity);
        let Some(transform) = shapes::sane_transform(group.transform) else { return };
        if opacity == 0.0 {
            return;
        }
        let mut open = "<g".to_owned();
        if transform.x != 0.0 || transform.y != 0.0 {
            open += &format!(" transform=\"translate({} {})", num(transform.x), num(transform.y));
            open +=
                &if transform.scale == 1.0 { "\"".to_owned() } else { format!(" scale({})\"", num(transform.scale)) };
        } else if transform.scale != 1.0 {
            open += &format!(" transform=\"scale({})\"", num(transform.scale));
        }
        if opacity < 1.0 {
            open += &format!(" opacity=\"{}\"", num(opacity));
        }
        if let Some(clip) = group.clip {
            let Some(outline) = shapes::rect_path(clip, 0.0) else { return };
            open += &format!(" clip-path=\"url(#{})\"", self.defs.clip(&path_data(&outline)));
        }
        self.push(&(open + ">"));
        let outer = self.list;
        self.list = group.list.or(outer);
        self.items(&group.items, depth + 1);
        self.list = outer;
        self.push("</g>\n");
    }

    fn rect(&mut self, item: &RectItem) {
        let Some(shape) = Shape::of_rect(item) else { return };
        if matches!(shape.fill, Some(Paint::Hatch { .. })) {
            return self.shape(Some(shape));
        }
        let look = self.look(&shape);
        if look.is_empty() {
            return;
        }
        let rect = item.rect;
        let radius = item.radius.min(rect.width / 2.0).min(rect.height / 2.0);
        let radius = if radius > 0.0 { format!(" rx=\"{}\"", num(radius)) } else { String::new() };
        let (x, y, width, height) = (num(rect.x), num(rect.y), num(rect.width), num(rect.height));
        self.push(&format!("<rect x=\"{x}\" y=\"{y}\" width=\"{width}\" height=\"{height}\"{radius}{look}/>\n"));
    }

    fn shape(&mut self, shape: Option<Shape<'_>>) {
        let Some(shape) = shape else { return };
        let data = path_data(&shape.outline);
        if let Some(Paint::Hatch { line, ground, gap, width }) = shape.fill {
            self.push(&format!("<path d=\"{data}\"{}/>\n", color("fill", *ground)));
            self.hatch(&data, shape.bounds, *line, *gap, *width);
        }
        let look = self.look(&shape);
        if !look.is_empty() {
            self.push(&format!("<path d=\"{data}\"{look}/>\n"));
        }
    }

    /// Attributes of fill and line, without a hatch.
    fn look(&mut self, shape: &Shape<'_>) -> String {
        let mut look = match shape.fill {
            Some(Paint::Hatch { .. }) | None => String::new(),
            Some(fill) => self.paint("fill", fill),
        };
        let Some(pen) = &shape.pen else { return look };
        look += &self.paint("stroke", pen.paint);
        if pen.width != 1.0 {
            look += &format!(" stroke-width=\"{}\"", num(pen.width));
        }
        if let Some(dash) = pen.dash {
            look += &format!(" stroke-dasharray=\"{} {}\"", num(dash.on), num(dash.off));
        }
        look
    }

    /// Lines and a clip, since many readers of SVG draw patterns badly.
    fn hatch(&mut self, data: &str, bounds: Rect, line: Color, gap: f32, width: f32) {
        if !(width.is_finite() && width > 0.0) {
            return;
        }
        let mut lines = String::new();
        for (from, to) in super::hatch::hatch_lines(bounds, gap) {
            // Writing into a string cannot fail.
            let _ = write!(lines, "M{} {}L{} {}", num(from.x), num(from.y), num(to.x), num(to.y));
        }
        let clip = self.defs.clip(data);
        let ink = color("stroke", line);
        let width = num(width);
        self.push(&format!(
            "<path clip-path=\"url(#{clip})\" d=\"{lines}\" stroke-width=\"{width}\" stroke-linecap=\"butt\"{ink}/>\n"
        ));
    }

    fn paint(&mut self, attribute: &str, paint: &Paint) -> String {
        let Paint::Gradient { from, to, stops } = paint else { return color(attribute, shapes::flat(paint)) };
        match shapes::stops(*from, *to, stops) {
            Ok(stops) => format!(" {attribute}=\"url(#{})\"", self.defs.gradient(*from, *to, &stops)),
            Err(flat) => color(attribute, flat),
        }
    }

    fn text(&mut self, item: &TextItem) {
        let Some(pos) = shapes::tame_point(item.pos) else { return };
        if item.runs.is_empty() || item.color.a == 0 {
            return;
        }
        if let Some(fonts) = &mut self.fonts {
            let text = fonts.text(item, pos, &color("fill", item.color));
            return self.push(&text);
        }
        self.push(&format!("<g role=\"img\" aria-label=\"{}\"{}>", attribute(&item.text), color("fill", item.color)));
        for run in item.runs.iter() {
            let uses = self.defs.run(run, pos);
            self.push(&uses);
        }
        self.push("</g>\n");
    }

    fn image(&mut self, item: &ImageItem) {
        let (rect, spread) = (item.rect, item.spread());
        let finite = shapes::tame_point(crate::scene::Point::new(spread.x, spread.y)).is_some();
        let Some(outline) = shapes::rect_path(rect, item.radius) else { return };
        if !(finite && rect.width > 0.0 && rect.height > 0.0 && item.image.is_whole()) {
            return;
        }
        let picture = self.defs.picture(&item.image);
        let (x, y, width, height) = (num(spread.x), num(spread.y), num(spread.width), num(spread.height));
        let clip = match spread == rect && item.radius <= 0.0 {
            true => String::new(),
            false => format!(" clip-path=\"url(#{})\"", self.defs.clip(&path_data(&outline))),
        };
        // The picture is one unit wide and high, wherever it is shown.
        self.push(&format!(
            "<g{clip}><use xlink:href=\"#{picture}\" transform=\"matrix({width} 0 0 {height} {x} {y})\"/></g>\n"
        ));
    }

    fn push(&mut self, text: &str) {
        self.body.push_str(text);
    }
}

fn color(attribute: &str, color: Color) -> String {
    if color.a == 0 {
        return String::new();
    }
    let opaque = format!(" {attribute}=\"#{:02x}{:02x}{:02x}\"", color.r, color.g, color.b);
    if color.a == 255 {
        opaque
    } else {
        format!("{opaque} {attribute}-opacity=\"{}\"", num(f32::from(color.a) / 255.0))
    }
}

/// The path in SVG's notation.
fn path_data(segments: &[PathSegment]) -> String {
    let mut data = String::new();
    for segment in segments {
        // Writing into a string cannot fail.
        let _ = match segment {
            PathSegment::Move(to) => write!(data, "M{} {}", num(to.x), num(to.y)),
            PathSegment::Line(to) => write!(data, "L{} {}", num(to.x), num(to.y)),
            PathSegment::Cubic(a, b, to) => {
                write!(data, "C{} {} {} {} {} {}", num(a.x), num(a.y), num(b.x), num(b.y), num(to.x), num(to.y))
            }
            PathSegment::Close => write!(data, "Z"),
        };
    }
    data
}
