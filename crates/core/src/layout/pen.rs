//! The few strokes that the layout is drawn with: boxes, lines, dots, words, and tags around them.

use crate::scene::{
    Color, Dash, Group, Item, Kind, Label, Paint, PathItem, PathSegment, Point, Rect, RectItem, Role, Stroke, Tag,
    Tagged, TextItem, Transform,
};
use crate::text::{Paragraph, Shaper, TextStyle};
use crate::theme::icons;

/// Shapes words and gives them back as items.
#[derive(Clone, Copy)]
pub(super) struct Ink<'a> {
    pub shaper: &'a Shaper,
}

impl Ink<'_> {
    /// A line from `x`, ending in `…` past `max_width`.
    pub fn line(&self, text: &str, style: TextStyle, x: f32, baseline: f32, max_width: f32) -> TextItem {
        self.shaper.line_within(text, style, max_width).at(Point::new(x, baseline))
    }

    pub fn paragraph(&self, text: &str, style: TextStyle, width: f32, max_lines: usize) -> Paragraph {
        self.shaper.paragraph(text, style, width, Some(max_lines))
    }
}

/// A paragraph with its upper left corner at a place; nothing where it has no line.
pub(super) fn set(paragraph: &Paragraph, x: f32, y: f32) -> Vec<Item> {
    if paragraph.lines.is_empty() {
        return Vec::new();
    }
    vec![Item::Paragraph(paragraph.clone().moved(Point::new(x, y)))]
}

pub(super) fn rounded(rect: Rect, radius: f32, fill: Color, stroke: Option<(Color, f32)>) -> Item {
    Item::Rect(RectItem {
        rect,
        radius,
        fill: Some(Paint::Flat(fill)),
        stroke: stroke.map(|(color, width)| Stroke::solid(color, width)),
    })
}

pub(super) fn line(from: Point, to: Point, color: Color, width: f32) -> Item {
    stroked(vec![PathSegment::Move(from), PathSegment::Line(to)], Stroke::solid(color, width))
}

pub(super) fn dashed(segments: Vec<PathSegment>, color: Color, width: f32, on: f32, off: f32) -> Item {
    stroked(segments, Stroke { paint: Paint::Flat(color), width, dash: Some(Dash { on, off }) })
}

pub(super) fn stroked(segments: Vec<PathSegment>, stroke: Stroke) -> Item {
    Item::Path(PathItem { segments, fill: None, stroke: Some(stroke) })
}

pub(super) fn filled(segments: Vec<PathSegment>, fill: Paint) -> Item {
    Item::Path(PathItem { segments, fill: Some(fill), stroke: None })
}

/// Filled for evidence, a ring for an assumption.
pub(super) fn evidence_dot(center: Point, is_evidence: bool, good: Color, ring: Color, ground: Color) -> Item {
    let (radius, fill, stroke) =
        if is_evidence { (3.5, good, None) } else { (3.2, ground, Some(Stroke::solid(ring, 1.4))) };
    Item::Path(PathItem { segments: icons::circle(center, radius), fill: Some(Paint::Flat(fill)), stroke })
}

/// What stands before words in place of a figure that is not shown, so that nobody is recognised: a crossed ring, 8 wide.
pub(super) fn withheld(center: Point, color: Color) -> Vec<Item> {
    let reach = 2.5;
    let (from, to) = (Point::new(center.x - reach, center.y + reach), Point::new(center.x + reach, center.y - reach));
    let ring = stroked(icons::circle(center, 3.5), Stroke::solid(color, 1.1));
    vec![ring, line(from, to, color, 1.1)]
}

pub(super) fn tagged(tag: Tag, role: Role, label: impl Into<Label>, bounds: Rect, items: Vec<Item>) -> Item {
    Item::Tagged(Tagged { tag, role, label: label.into(), bounds, items: items.into() })
}

/// A line or paragraph that is edited in place.
pub(super) fn title(of: Kind, id: u64, text: &str, bounds: Rect, items: Vec<Item>) -> Item {
    tagged(Tag::pair(Kind::Title, id, of as u64), Role::Paragraph, text, bounds, items)
}

pub(super) fn faded(items: Vec<Item>, opacity: f32) -> Vec<Item> {
    vec![Item::Group(Group { opacity, ..Group::placed(Transform::IDENTITY, None, items.into()) })]
}

/// Items that belong together.
pub(super) fn group(items: Vec<Item>) -> Item {
    Item::Group(Group::placed(Transform::IDENTITY, None, items.into()))
}
