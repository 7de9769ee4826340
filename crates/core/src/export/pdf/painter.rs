//! Paints one page, and says what is read of it.

use super::board::Board;
use super::ink::{pdf_fill, pdf_path, share};
use super::outline::Heading;
use super::stock::{Stock, StockFont};
use crate::export::raster::DEEPEST;
use crate::export::{hatch::hatch_lines, shapes, shapes::Shape, words};
use crate::scene::{
    Glyph, GlyphRun, Group, ImageItem, Item, Kind, Paint, PathSegment, Point, Rect, Role, Tagged, TextItem, Transform,
};
use crate::text::HYPHEN;
use krilla::geom::{Path, Point as PdfPoint, Size as PdfSize, Transform as PdfTransform};
use krilla::paint::{Fill, FillRule, LineCap, LineJoin, Stroke, StrokeDash};
use krilla::surface::Surface;
use krilla::tagging::{Artifact, ContentTag, Identifier, Node, SpanTag, Tag, TagGroup};
use krilla::text::{GlyphId, KrillaGlyph};
use std::num::NonZeroU16;
use touchline_words::say;

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
pub(super) enum Reading {
    /// Among headings and paragraphs: a line is a paragraph of its own.
    Blocks,
    /// In a heading or paragraph: a line is a part of it.
    Words,
    /// Not read.
    Silent,
}

pub(super) struct Painter<'a> {
    surface: Surface<'a>,
    stock: &'a mut Stock,
    mark: Mark,
    page: usize,
    headings: &'a mut Vec<Heading>,
    /// Levels by which the page's headings rise, so that its first is of level 1: a board alone has no title above it.
    rise: u8,
    /// What the part that is open is called: what it has in words for a reader who does not see its signs.
    said: String,
    /// The language of the program's words, where it is not the document's.
    said_in: Option<&'static str>,
}

impl<'a> Painter<'a> {
    /// A painter of page `page`, counted from 0; what is embedded once and what becomes a bookmark go to the document.
    /// `said_in` is the language of the program's words where it is not the document's.
    pub fn new(
        surface: Surface<'a>,
        stock: &'a mut Stock,
        page: usize,
        headings: &'a mut Vec<Heading>,
        said_in: Option<&'static str>,
    ) -> Painter<'a> {
        Painter { surface, stock, mark: Mark::None, page, headings, rise: 0, said: String::new(), said_in }
    }
}

impl Painter<'_> {
    /// Draws a whole page at `scale` points a unit; returns what is read of it.
    pub fn page(mut self, items: &[Item], scale: f32) -> Vec<Node> {
        let mut nodes = Vec::new();
        self.rise = highest_heading(items, 0).map_or(0, |level| level.saturating_sub(1));
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
        if let Some(board) = Board::of(items).filter(|_| reading == Reading::Blocks && self.mark != Mark::Unit) {
            return board.read(items, nodes, &mut |item, nodes| self.item(item, nodes, reading, to_page, depth));
        }
        items.iter().for_each(|item| self.item(item, nodes, reading, to_page, depth));
    }

    fn item(&mut self, item: &Item, nodes: &mut Vec<Node>, reading: Reading, to_page: Transform, depth: usize) {
        match item {
            Item::Rect(item) => self.shape(Shape::of_rect(item)),
            Item::Path(item) => self.shape(Shape::of_path(item)),
            Item::Text(item) => self.text(item, nodes, reading),
            Item::Paragraph(words) if reading == Reading::Blocks && self.mark != Mark::Unit => {
                let mut lines = Vec::new();
                words.lines.iter().for_each(|line| self.text(line, &mut lines, Reading::Words));
                if !lines.is_empty() {
                    nodes.push(TagGroup::with_children(Tag::P, lines).into());
                }
            }
            Item::Paragraph(words) => words.lines.iter().for_each(|line| self.text(line, nodes, reading)),
            Item::Image(item) => self.image(item),
            Item::Group(group) => self.group(group, nodes, reading, to_page, depth),
            Item::Tagged(tagged) => self.tagged(tagged, nodes, reading, to_page, depth),
        }
    }

    fn tagged(&mut self, tagged: &Tagged, nodes: &mut Vec<Node>, reading: Reading, to_page: Transform, depth: usize) {
        let inside = |painter: &mut Self, nodes: &mut Vec<Node>, reading| {
            painter.items(&tagged.items, nodes, reading, to_page, depth + 1);
        };
        if self.mark == Mark::Unit || reading == Reading::Silent {
            return inside(self, nodes, reading);
        }
        let label = tagged.label.to_string();
        let label = if label.trim().is_empty() { say!(export_part_of_map) } else { label.trim() };
        let mut children = Vec::new();
        let language = self.said_in.filter(|_| words::is_said(tagged)).map(str::to_owned);
        match (tagged.role, reading) {
            (Role::Artifact, _) => inside(self, nodes, Reading::Silent),
            (Role::Figure, _) => {
                let id = self.unit(ContentTag::Other, |painter| inside(painter, &mut Vec::new(), Reading::Silent));
                let figure = Tag::Figure(Some(label.to_owned())).with_lang(language);
                nodes.push(TagGroup::with_children(figure, vec![id.into()]).into());
            }
            // What has its title by itself is a heading with what stands below it.
            (Role::Heading(_), Reading::Blocks) if has_title(&tagged.items) => {
                let outer = std::mem::replace(&mut self.said, label.to_owned());
                inside(self, nodes, Reading::Blocks);
                self.said = outer;
            }
            (Role::Heading(level), Reading::Blocks) => {
                self.heading(level, label, label, to_page.apply_rect(tagged.bounds));
                inside(self, &mut children, Reading::Words);
                nodes.push(self.heading_node(level, label, children));
            }
            (Role::Paragraph, Reading::Blocks) => {
                inside(self, &mut children, Reading::Words);
                match title_level(tagged) {
                    Some(level) => {
                        let whole = if self.said.is_empty() { label.to_owned() } else { self.said.clone() };
                        self.heading(level, label, &whole, to_page.apply_rect(tagged.bounds));
                        nodes.push(self.heading_node(level, &whole, children));
                    }
                    // Its colour and its sign say the state, which a reader needs in words.
                    None if tagged.tag.kind == Kind::Flag => {
                        let words = Tag::P.with_actual_text(Some(label.to_owned()));
                        nodes.push(TagGroup::with_children(words, children).into());
                    }
                    None => nodes.push(TagGroup::with_children(Tag::P.with_lang(language), children).into()),
                }
            }
            (Role::Section, Reading::Blocks) => {
                let outer = std::mem::replace(&mut self.said, label.to_owned());
                inside(self, &mut children, Reading::Blocks);
                self.said = outer;
                nodes.push(TagGroup::with_children(Tag::Section, children).into());
            }
            (Role::Heading(_) | Role::Paragraph | Role::Section, _) => inside(self, nodes, reading),
        }
    }

    /// Marks where a heading stands; those of stages and lanes become bookmarks.
    fn heading(&mut self, level: u8, words: &str, whole: &str, place: Rect) {
        let level = self.level(level);
        let words = if words.is_empty() { whole } else { words };
        if level <= MOST_BOOKMARKED.saturating_sub(self.rise) {
            let pos = shapes::tame_point(Point::new(place.x, place.y)).unwrap_or_default();
            self.headings.push(Heading { level, words: words.to_owned(), page: self.page, pos });
        }
    }

    fn heading_node(&self, level: u8, whole: &str, children: Vec<Node>) -> Node {
        let level = NonZeroU16::new(u16::from(self.level(level))).unwrap_or(NonZeroU16::MIN);
        TagGroup::with_children(Tag::Hn(level, Some(whole.to_owned())), children).into()
    }

    /// A heading's level on this page.
    fn level(&self, level: u8) -> u8 {
        level.saturating_sub(self.rise).clamp(1, 6)
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
        // Of a part that is faded as a whole, its signs are told too.
        let words = if self.said.is_empty() || words.is_empty() { words } else { self.said.clone() };
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
        // A hyphen that a line ends in is no part of the word.
        let tag = SpanTag::empty().with_actual_text(item.text.strip_suffix(HYPHEN));
        let id = self.unit(ContentTag::Span(tag), |painter| painter.glyphs(item));
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
        let (rect, spread) = (item.rect, item.spread());
        let Some(corner) = shapes::tame_point(Point::new(spread.x, spread.y)) else { return };
        let Some(size) = PdfSize::from_wh(spread.width, spread.height) else { return };
        let outline = shapes::rect_path(rect, item.radius).as_deref().and_then(pdf_path);
        let Some(outline) = outline.filter(|_| rect.width > 0.0 && rect.height > 0.0) else { return };
        let Some(picture) = self.stock.picture(&item.image) else { return };
        self.within(
            |surface| surface.push_clip_path(&outline, &FillRule::NonZero),
            |surface| {
                surface.push_transform(&PdfTransform::from_translate(corner.x, corner.y));
                surface.draw_image(picture, size);
                surface.pop();
            },
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

/// Headings down to here become bookmarks: those of the page, its stages and its lanes.
const MOST_BOOKMARKED: u8 = 2;

/// The level of the highest heading of a page.
fn highest_heading(items: &[Item], depth: usize) -> Option<u8> {
    if depth > DEEPEST {
        return None;
    }
    let level = |item: &Item| match item {
        Item::Tagged(Tagged { role: Role::Heading(level), .. }) => Some(*level),
        Item::Tagged(tagged) => highest_heading(&tagged.items, depth + 1),
        Item::Group(group) => highest_heading(&group.items, depth + 1),
        Item::Rect(_) | Item::Path(_) | Item::Text(_) | Item::Paragraph(_) | Item::Image(_) => None,
    };
    items.iter().filter_map(level).min()
}

/// Whether a part's title stands in it by itself.
fn has_title(items: &[Item]) -> bool {
    items.iter().any(|item| matches!(item, Item::Tagged(tagged) if title_level(tagged).is_some()))
}

/// The level of a heading that a part's title is: stages and lanes stand under the page, cards in their cells. What people
/// think, what hurts and a sticky note are sentences and no titles.
fn title_level(tagged: &Tagged) -> Option<u8> {
    let is_of = |kind: Kind| tagged.tag.kind == Kind::Title && tagged.tag.other == kind as u64;
    if [Kind::Stage, Kind::Lane].into_iter().any(is_of) {
        return Some(2);
    }
    [Kind::Touchpoint, Kind::Action, Kind::Metric].into_iter().any(is_of).then_some(3)
}

/// A part of the paragraph that is open, or a paragraph of its own.
fn as_read(id: Identifier, reading: Reading) -> Node {
    match reading {
        Reading::Words => id.into(),
        Reading::Blocks | Reading::Silent => TagGroup::with_children(Tag::P, vec![id.into()]).into(),
    }
}
