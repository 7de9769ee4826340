//! The few strokes that the layout is drawn with: boxes, lines, dots, words, and tags around them.

use crate::figures::numbers;
use crate::scene::{
    Color, Dash, Group, Item, Kind, Label, Paint, PathItem, PathSegment, Point, Rect, RectItem, Role, Stroke, Tag,
    Tagged, TextItem, Transform,
};
use crate::text::{HYPHEN, Paragraph, Shaper, TextStyle};
use crate::theme::icons;
use touchline_words::say;

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

    /// Lines that end in `…` past `max_lines`, with the number of letters left out where those are many.
    pub fn paragraph(&self, text: &str, style: TextStyle, width: f32, max_lines: usize) -> Paragraph {
        let mut shown = self.shaper.paragraph(text, style, width, Some(max_lines));
        let reads_left = |line: &TextItem| line.runs.iter().any(|run| run.right_to_left);
        if !shown.is_cut() || shown.lines.iter().any(reads_left) {
            return shown;
        }
        // With the number, less of the last line has room, and more is left out.
        let mut told = 0;
        for _ in 0..4 {
            let left_out = left_out(&shown);
            let (Some(last), true) = (shown.lines.last_mut(), left_out >= MANY_LETTERS && left_out != told) else {
                break;
            };
            told = left_out;
            let kept = last.text.split('…').next().unwrap_or_default();
            let end = format!("… {}", say!(layout_letters_more, count = numbers::count(left_out as u64)));
            let line = self.shaper.line_ending_in(kept, &end, style, width).at(last.pos);
            if !line.runs.is_empty() {
                *last = line;
            }
        }
        shown
    }
}

/// So many letters that are not shown are told by their number.
const MANY_LETTERS: usize = 100;

/// How many letters of a text its lines do not show.
fn left_out(shown: &Paragraph) -> usize {
    let seen = |letter: &char| !letter.is_whitespace() && *letter != HYPHEN;
    let letters = |text: &str| text.chars().filter(seen).count();
    let last = shown.lines.last().and_then(|line| line.text.split('…').next()).map_or(0, letters);
    let before = shown.lines.iter().rev().skip(1).map(|line| letters(&line.text)).sum::<usize>();
    let mut rest = shown.text.trim_end().chars();
    let mut to_pass = last + before;
    while to_pass > 0 && rest.next().inspect(|letter| to_pass -= usize::from(seen(letter))).is_some() {}
    rest.as_str().chars().count()
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

/// The edge of a rectangle, without anything in it.
pub(super) fn outlined(rect: Rect, radius: f32, color: Color, width: f32) -> Item {
    Item::Rect(RectItem { rect, radius, fill: None, stroke: Some(Stroke::solid(color, width)) })
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scene::FaceStyle;

    #[test]
    fn a_text_of_which_much_is_left_out_says_how_many_letters() {
        let shaper = Shaper::bundled();
        let (ink, style) = (Ink { shaper: &shaper }, TextStyle::new(12.0, FaceStyle::Regular, Color::hex(0)));
        let text = "word ".repeat(1_000);
        let shown = ink.paragraph(&text, style, 150.0, 3);
        assert!(shown.is_cut());
        let parts: Vec<&str> = shown.lines.iter().map(|line| line.text.split('…').next().unwrap().trim()).collect();
        let kept = parts.join(" ");
        assert!(text.starts_with(&kept), "{kept}");
        let left_out = text.trim_end().chars().count() - kept.chars().count();
        let told = format!("… {}", say!(layout_letters_more, count = numbers::count(left_out as u64)));
        assert!(shown.lines.last().unwrap().text.ends_with(&told), "{told} {shown:?}");
        assert!(shown.lines.iter().all(|line| line.width <= 150.5));
        let little = ink.paragraph(&"word ".repeat(30), style, 150.0, 3);
        assert!(little.is_cut() && little.lines.last().unwrap().text.ends_with('…'), "{little:?}");
        assert!(!ink.paragraph("word word", style, 150.0, 3).is_cut());
    }
}
