//! The PDF painter, the only file that knows the PDF crate: vector, selectable text in embedded subsets of its fonts,
//! title, language and date, a structure for those who listen (PDF/UA-1 where the text allows it), bookmarks.
//!
//! Structure: every line of text is a span in a heading or paragraph, a figure is one picture with its label as alternative
//! text, all other ink is an artifact. Reading order is painting order.
//!
//! # Limits
//! - Of a half-transparent group only the words are in the structure, as one paragraph.
//! - Where a glyph stands for no character (the empty box) the file is tagged but does not call itself PDF/UA.
//! - A page over 14,400 pt (5 m) is scaled down to that, the most that a PDF can hold.

use super::raster::DEEPEST;
use super::{Date, ExportError, guarded, hatch::hatch_lines, shapes, shapes::Shape, words};
use crate::scene::{
    Color, Face, Glyph, GlyphRun, Group, ImageItem, Item, Paint, PathSegment, Point, Rect, Role, Scene, Tagged,
    TextItem, Transform,
};
use krilla::configure::{Accessibility, ConfigurationBuilder};
use krilla::destination::XyzDestination;
use krilla::geom::{Path, PathBuilder, Point as PdfPoint, Size as PdfSize, Transform as PdfTransform};
use krilla::image::Image;
use krilla::metadata::{DateTime, Metadata};
use krilla::num::NormalizedF32;
use krilla::outline::{Outline, OutlineNode};
use krilla::page::PageSettings;
use krilla::paint::{Fill, FillRule, LineCap, LineJoin, LinearGradient, SpreadMethod, Stop, Stroke, StrokeDash};
use krilla::surface::Surface;
use krilla::tagging::{Artifact, ContentTag, Identifier, Node, SpanTag, Tag, TagGroup, TagTree};
use krilla::text::{Font, GlyphId, KrillaGlyph};
use krilla::{Document, SerializeSettings, color::rgb};
use skrifa::raw::TableProvider;
use skrifa::{FontRef, MetadataProvider};
use std::collections::HashMap;
use std::num::NonZeroU16;
use std::sync::Arc;

const POINTS_PER_UNIT: f32 = 0.75;
const LARGEST_PAGE_PT: f32 = 14_400.0;

/// One PDF page a scene, each as large as its scene at 0.75 pt a unit. Title and language are the first scene's.
pub fn pdf(pages: &[Scene], made: Date) -> Result<Vec<u8>, ExportError> {
    if pages.is_empty() {
        return Err(ExportError::Empty);
    }
    guarded(|| write(pages, made, true).or_else(|_| write(pages, made, false)))
}

/// `accessible`: refuse rather than break a rule of PDF/UA-1 that can be checked.
fn write(pages: &[Scene], made: Date, accessible: bool) -> Result<Vec<u8>, ExportError> {
    let mut settings = SerializeSettings { enable_tagging: true, ..SerializeSettings::default() };
    if accessible {
        let standard = ConfigurationBuilder::new().with_accessibility_validator(Accessibility::UA1);
        settings.configuration = standard.finish().map_err(|error| ExportError::Pdf(format!("{error:?}")))?;
    }
    let first = |part: fn(&Scene) -> &String, otherwise: &str| {
        let found = pages.first().map(|page| part(page).trim()).filter(|found| !found.is_empty());
        found.unwrap_or(otherwise).to_owned()
    };
    let title = first(|page| &page.title, "Customer journey map");
    let language = first(|page| &page.language, "en");
    let mut document = Document::new_with(settings);
    let mut stock = Stock::default();
    let mut tree = TagTree::new().with_lang(Some(language.clone()));
    let mut headings = Vec::new();
    for (number, scene) in pages.iter().enumerate() {
        let scale = page_scale(scene);
        let side = |units: f32| (units * scale).max(3.0);
        let Some(page) = PageSettings::from_wh(side(scene.size.width), side(scene.size.height)) else {
            return Err(ExportError::Empty);
        };
        let mut page = document.start_page_with(page);
        let surface = page.surface();
        let painter = Painter { surface, stock: &mut stock, mark: Mark::None, page: number, headings: &mut headings };
        painter.page(&scene.items, scale).into_iter().for_each(|node| tree.push(node));
        page.finish();
    }
    document.set_tag_tree(tree);
    document.set_outline(outline(&headings, &title));
    let date = DateTime::new(made.year).month(made.month).day(made.day).hour(made.hour);
    let date = date.minute(made.minute).second(made.second).utc_offset_hour(0).utc_offset_minute(0);
    let metadata = Metadata::new().title(title).language(language).creator("Touchline".to_owned()).creation_date(date);
    document.set_metadata(metadata);
    document.finish().map_err(|error| ExportError::Pdf(error.to_string()))
}

fn page_scale(scene: &Scene) -> f32 {
    let largest = scene.size.width.max(scene.size.height) * POINTS_PER_UNIT;
    if largest > LARGEST_PAGE_PT { POINTS_PER_UNIT * LARGEST_PAGE_PT / largest } else { POINTS_PER_UNIT }
}

/// A heading that becomes a bookmark.
struct Heading {
    level: u8,
    words: String,
    page: usize,
    /// In points from the page's upper left corner.
    pos: Point,
}

/// Bookmarks nested by level; the title alone where there are no headings.
fn outline(headings: &[Heading], title: &str) -> Outline {
    let mut outline = Outline::new();
    if headings.is_empty() {
        outline.push_child(OutlineNode::new(title.to_owned(), XyzDestination::new(0, PdfPoint::from_xy(0.0, 0.0))));
    }
    let mut rest = headings;
    while let Some(node) = outline_node(&mut rest) {
        outline.push_child(node);
    }
    outline
}

/// The first heading with all deeper ones that follow it.
fn outline_node(rest: &mut &[Heading]) -> Option<OutlineNode> {
    let (first, following) = rest.split_first()?;
    *rest = following;
    let place = XyzDestination::new(first.page, PdfPoint::from_xy(first.pos.x, first.pos.y));
    let mut node = OutlineNode::new(first.words.clone(), place).with_open(true);
    while rest.first().is_some_and(|next| next.level > first.level) {
        if let Some(child) = outline_node(rest) {
            node.push_child(child);
        }
    }
    Some(node)
}

/// Fonts and pictures, each embedded once.
#[derive(Default)]
struct Stock {
    fonts: HashMap<String, Option<StockFont>>,
    pictures: HashMap<usize, Image>,
}

#[derive(Clone)]
struct StockFont {
    font: Font,
    glyphs: u32,
    /// The glyph of U+0020, to end a line with.
    space: Option<u32>,
}

impl Stock {
    fn font(&mut self, face: &Face) -> Option<StockFont> {
        let load = || {
            let read = FontRef::from_index((*face.bytes).as_ref(), face.index).ok()?;
            let glyphs = u32::from(read.maxp().ok()?.num_glyphs());
            let space = read.charmap().map(' ').map(|glyph| glyph.to_u32());
            let font = Font::new(Arc::clone(&face.bytes).into(), face.index)?;
            Some(StockFont { font, glyphs, space })
        };
        self.fonts.entry(face.name.clone()).or_insert_with(load).clone()
    }

    fn picture(&mut self, image: &ImageItem) -> Option<Image> {
        let pixels = u64::from(image.width_px) * u64::from(image.height_px);
        if pixels == 0 || image.rgba.len() as u64 != pixels * 4 {
            return None;
        }
        let load = || Image::from_rgba8(image.rgba.to_vec(), image.width_px, image.height_px);
        Some(self.pictures.entry(image.rgba.as_ptr() as usize).or_insert_with(load).clone())
    }
}

/// What the ink that is being drawn counts as.
#[derive(Clone, Copy, PartialEq)]
enum Mark {
    None,
    /// An open artifact, which more decoration may join.
    Artifact,
    /// One unit of content, whatever is drawn.
    Unit,
}

/// Where text that is met belongs.
#[derive(Clone, Copy, PartialEq)]
enum Reading {
    /// Among headings and paragraphs: a line is a paragraph of its own.
    Blocks,
    /// In a heading or paragraph: a line is a part of it.
    Words,
    /// Not read.
    Silent,
}

struct Painter<'a> {
    surface: Surface<'a>,
    stock: &'a mut Stock,
    mark: Mark,
    page: usize,
    headings: &'a mut Vec<Heading>,
}

impl Painter<'_> {
    /// Draws a whole page at `scale` points a unit; returns what is read of it.
    fn page(mut self, items: &[Item], scale: f32) -> Vec<Node> {
        let mut nodes = Vec::new();
        self.surface.push_transform(&PdfTransform::from_scale(scale, scale));
        self.items(items, &mut nodes, Reading::Blocks, Transform::scale(scale), 0);
        self.end_artifact();
        self.surface.pop();
        self.surface.finish();
        nodes
    }

    /// Draws the items and puts what is read into `nodes`. `to_page` leads to points.
    fn items(&mut self, items: &[Item], nodes: &mut Vec<Node>, reading: Reading, to_page: Transform, depth: usize) {
        if depth > DEEPEST {
            return;
        }
        for item in items {
            match item {
                Item::Rect(item) => self.shape(Shape::of_rect(item)),
                Item::Path(item) => self.shape(Shape::of_path(item)),
                Item::Text(item) => self.text(item, nodes, reading),
                Item::Image(item) => self.image(item),
                Item::Group(group) => self.group(group, nodes, reading, to_page, depth),
                Item::Tagged(tagged) => self.tagged(tagged, nodes, reading, to_page, depth),
            }
        }
    }

    fn tagged(&mut self, tagged: &Tagged, nodes: &mut Vec<Node>, reading: Reading, to_page: Transform, depth: usize) {
        let inside = |painter: &mut Self, nodes: &mut Vec<Node>, reading| {
            painter.items(&tagged.items, nodes, reading, to_page, depth + 1);
        };
        if self.mark == Mark::Unit || reading == Reading::Silent {
            return inside(self, nodes, reading);
        }
        let label = if tagged.label.trim().is_empty() { "Part of the map" } else { tagged.label.trim() };
        let mut children = Vec::new();
        match (tagged.role, reading) {
            (Role::Artifact, _) => inside(self, nodes, Reading::Silent),
            (Role::Figure, _) => {
                let id = self.unit(ContentTag::Other, |painter| inside(painter, &mut Vec::new(), Reading::Silent));
                nodes.push(TagGroup::with_children(Tag::Figure(Some(label.to_owned())), vec![id.into()]).into());
            }
            (Role::Heading(level), Reading::Blocks) => {
                let level = level.clamp(1, 6);
                let pos = to_page.apply(Point::new(tagged.bounds.x, tagged.bounds.y));
                let pos = shapes::tame_point(pos).unwrap_or_default();
                self.headings.push(Heading { level, words: label.to_owned(), page: self.page, pos });
                inside(self, &mut children, Reading::Words);
                let level = NonZeroU16::new(u16::from(level)).unwrap_or(NonZeroU16::MIN);
                nodes.push(TagGroup::with_children(Tag::Hn(level, Some(label.to_owned())), children).into());
            }
            (Role::Paragraph, Reading::Blocks) => {
                inside(self, &mut children, Reading::Words);
                nodes.push(TagGroup::with_children(Tag::P, children).into());
            }
            (Role::Section, Reading::Blocks) => {
                inside(self, &mut children, Reading::Blocks);
                nodes.push(TagGroup::with_children(Tag::Section, children).into());
            }
            (Role::Heading(_) | Role::Paragraph | Role::Section, _) => inside(self, nodes, reading),
        }
    }

    fn group(&mut self, group: &Group, nodes: &mut Vec<Node>, reading: Reading, to_page: Transform, depth: usize) {
        let opacity = shapes::sane_opacity(group.opacity);
        let Some(transform) = shapes::sane_transform(group.transform) else { return };
        let clip = group.clip.map(|clip| shapes::rect_path(clip, 0.0).as_deref().and_then(pdf_path));
        if opacity == 0.0 || matches!(clip, Some(None)) {
            return;
        }
        let clip = clip.flatten();
        let Some(to_page) = shapes::sane_transform(to_page.then(transform)) else { return };
        let inside = |painter: &mut Self, nodes: &mut Vec<Node>, reading| {
            let row = PdfTransform::from_row(transform.scale, 0.0, 0.0, transform.scale, transform.x, transform.y);
            painter.surface.push_transform(&row);
            if let Some(clip) = &clip {
                painter.surface.push_clip_path(clip, &FillRule::NonZero);
            }
            painter.surface.push_opacity(share(opacity));
            painter.items(&group.items, nodes, reading, to_page, depth + 1);
            painter.end_artifact();
            painter.surface.pop();
            if clip.is_some() {
                painter.surface.pop();
            }
            painter.surface.pop();
        };
        if opacity == 1.0 || self.mark == Mark::Unit {
            self.end_artifact();
            return inside(self, nodes, reading);
        }
        // A transparent group is a stream of its own, which marks of the page cannot reach into: it is marked as a whole.
        let words = words::of(&group.items);
        if words.is_empty() || reading == Reading::Silent {
            self.unit(ContentTag::Artifact(Artifact::default()), |painter| inside(painter, &mut Vec::new(), reading));
            return;
        }
        let tag = ContentTag::Span(SpanTag::empty().with_actual_text(Some(&words)));
        let id = self.unit(tag, |painter| inside(painter, &mut Vec::new(), Reading::Silent));
        nodes.push(as_read(id, reading));
    }

    fn shape(&mut self, shape: Option<Shape<'_>>) {
        let Some((shape, path)) = shape.and_then(|shape| pdf_path(&shape.outline).map(|path| (shape, path))) else {
            return;
        };
        self.begin_artifact();
        if let Some(fill) = shape.fill {
            self.fill(&path, shape.bounds, fill);
        }
        let Some(pen) = shape.pen else { return };
        let dash = pen.dash.map(|dash| StrokeDash { array: vec![dash.on, dash.off], offset: 0.0 });
        let (line_cap, line_join) = (LineCap::Round, LineJoin::Round);
        let Fill { paint, opacity, .. } = pdf_fill(pen.paint);
        self.begin_artifact();
        self.surface.set_fill(None);
        let stroke = Stroke { paint, opacity, width: pen.width, line_cap, line_join, dash, ..Stroke::default() };
        self.surface.set_stroke(Some(stroke));
        self.surface.draw_path(&path);
    }

    fn fill(&mut self, path: &Path, bounds: Rect, fill: &Paint) {
        self.surface.set_stroke(None);
        let Paint::Hatch { line, ground, gap, width } = fill else {
            self.surface.set_fill(Some(pdf_fill(fill)));
            return self.surface.draw_path(path);
        };
        self.surface.set_fill(Some(pdf_fill(&Paint::Flat(*ground))));
        self.surface.draw_path(path);
        let segments = hatch_lines(bounds, *gap);
        let segments = segments.into_iter().flat_map(|(from, to)| [PathSegment::Move(from), PathSegment::Line(to)]);
        let Some(lines) = pdf_path(&segments.collect::<Vec<_>>()) else { return };
        if !(width.is_finite() && *width > 0.0) {
            return;
        }
        let Fill { paint, opacity, .. } = pdf_fill(&Paint::Flat(*line));
        let pen = Stroke { paint, opacity, width: *width, ..Default::default() };
        self.within(
            |surface| surface.push_clip_path(path, &FillRule::NonZero),
            |surface| {
                surface.set_fill(None);
                surface.set_stroke(Some(pen));
                surface.draw_path(&lines);
            },
        );
    }

    /// Decoration in a state of its own, which marks must not straddle.
    fn within(&mut self, push: impl FnOnce(&mut Surface<'_>), draw: impl FnOnce(&mut Surface<'_>)) {
        self.end_artifact();
        push(&mut self.surface);
        self.begin_artifact();
        draw(&mut self.surface);
        self.end_artifact();
        self.surface.pop();
    }

    fn text(&mut self, item: &TextItem, nodes: &mut Vec<Node>, reading: Reading) {
        if self.mark == Mark::Unit {
            return self.glyphs(item);
        }
        if item.runs.is_empty() || item.text.trim().is_empty() {
            return;
        }
        if reading == Reading::Silent {
            self.begin_artifact();
            return self.glyphs(item);
        }
        let id = self.unit(ContentTag::Span(SpanTag::empty()), |painter| painter.glyphs(item));
        nodes.push(as_read(id, reading));
    }

    fn glyphs(&mut self, item: &TextItem) {
        let Some(pos) = shapes::tame_point(item.pos) else { return };
        self.surface.set_stroke(None);
        self.surface.set_fill(Some(pdf_fill(&Paint::Flat(item.color))));
        // A line ends in a space, so that the next one does not run on from it when it is copied or read.
        let text = format!("{} ", item.text);
        for (nth, run) in item.runs.iter().enumerate() {
            let last = nth + 1 == item.runs.len() && !run.right_to_left;
            self.run(run, pos, &text, last);
        }
    }

    fn run(&mut self, run: &GlyphRun, pos: Point, text: &str, last: bool) {
        let Some(StockFont { font, glyphs: known, space }) = self.stock.font(&run.face) else { return };
        let usable =
            |glyph: &&Glyph| glyph.id < known && text.get(glyph.range.clone()).is_some_and(|text| !text.is_empty());
        let mut pen = run.x;
        let mut glyphs = Vec::with_capacity(run.glyphs.len() + 1);
        for glyph in shapes::sane_glyphs(run).filter(usable) {
            let (right, up) = ((glyph.x - pen) / run.size, -glyph.y / run.size);
            let (id, advance) = (GlyphId::new(glyph.id), glyph.advance / run.size);
            glyphs.push(KrillaGlyph::new(id, advance, right, up, 0.0, glyph.range.clone(), None));
            pen += glyph.advance;
        }
        if let Some(space) = space.filter(|_| last && !glyphs.is_empty()) {
            let range = text.len() - 1..text.len();
            glyphs.push(KrillaGlyph::new(GlyphId::new(space), 0.0, 0.0, 0.0, 0.0, range, None));
        }
        if glyphs.is_empty() {
            return;
        }
        let start = PdfPoint::from_xy(pos.x + run.x, pos.y);
        self.surface.draw_glyphs(start, &glyphs, font, text, run.size, false);
    }

    fn image(&mut self, item: &ImageItem) {
        let rect = item.rect;
        let Some(corner) = shapes::tame_point(Point::new(rect.x, rect.y)) else { return };
        let (Some(size), Some(picture)) = (PdfSize::from_wh(rect.width, rect.height), self.stock.picture(item)) else {
            return;
        };
        self.within(
            |surface| surface.push_transform(&PdfTransform::from_translate(corner.x, corner.y)),
            |surface| surface.draw_image(picture, size),
        );
    }

    /// Content that is read as one.
    fn unit(&mut self, tag: ContentTag<'_>, draw: impl FnOnce(&mut Self)) -> Identifier {
        self.end_artifact();
        let id = self.surface.start_tagged(tag);
        self.mark = Mark::Unit;
        draw(self);
        self.surface.end_tagged();
        self.mark = Mark::None;
        id
    }

    fn begin_artifact(&mut self) {
        if self.mark == Mark::None {
            self.surface.start_tagged(ContentTag::Artifact(Artifact::default()));
            self.mark = Mark::Artifact;
        }
    }

    fn end_artifact(&mut self) {
        if self.mark == Mark::Artifact {
            self.surface.end_tagged();
            self.mark = Mark::None;
        }
    }
}

/// A part of the paragraph that is open, or a paragraph of its own.
fn as_read(id: Identifier, reading: Reading) -> Node {
    match reading {
        Reading::Words => id.into(),
        Reading::Blocks | Reading::Silent => TagGroup::with_children(Tag::P, vec![id.into()]).into(),
    }
}

fn pdf_path(outline: &[PathSegment]) -> Option<Path> {
    let mut path = PathBuilder::new();
    for segment in outline {
        match *segment {
            PathSegment::Move(to) => path.move_to(to.x, to.y),
            PathSegment::Line(to) => path.line_to(to.x, to.y),
            PathSegment::Cubic(a, b, to) => path.cubic_to(a.x, a.y, b.x, b.y, to.x, to.y),
            PathSegment::Close => path.close(),
        }
    }
    path.finish()
}

/// Paint and opacity; a hatch counts as its line's colour.
fn pdf_fill(paint: &Paint) -> Fill {
    let flat = |color: Color| Fill {
        paint: pdf_color(color).into(),
        opacity: share(f32::from(color.a) / 255.0),
        rule: FillRule::NonZero,
    };
    let Paint::Gradient { from, to, stops } = paint else { return flat(shapes::flat(paint)) };
    let stops = match shapes::stops(*from, *to, stops) {
        Ok(stops) => stops,
        Err(color) => return flat(color),
    };
    let stop = |(offset, color): (f32, Color)| Stop {
        offset: share(offset),
        color: pdf_color(color).into(),
        opacity: share(f32::from(color.a) / 255.0),
    };
    let gradient = LinearGradient {
        x1: from.x,
        y1: from.y,
        x2: to.x,
        y2: to.y,
        transform: PdfTransform::identity(),
        spread_method: SpreadMethod::Pad,
        stops: stops.into_iter().map(stop).collect(),
        anti_alias: false,
    };
    Fill { paint: gradient.into(), opacity: NormalizedF32::ONE, rule: FillRule::NonZero }
}

fn pdf_color(color: Color) -> rgb::Color {
    rgb::Color::new(color.r, color.g, color.b)
}

fn share(value: f32) -> NormalizedF32 {
    NormalizedF32::new(value).unwrap_or(NormalizedF32::ONE)
}
