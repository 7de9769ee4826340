//! A ground and the words on it as one shape, so that whoever edits the words of a card edits the card.

use super::words::hundredths;
use crate::slides::{Emu, Fill, Frame, Geometry, Shape, Solid, Text};

/// How far apart the left edges of words that stand below each other may be, and how far words may reach over their ground.
const SLACK: Emu = 15_000;
/// So much of what it is the ground of a ground covers.
const COVERS: f64 = 0.9;
/// More room for a line than it took, as a share of it: another face is wider.
const ROOM: f64 = 0.05;
const EMU_PER_UNIT: f32 = 9_525.0;

/// Shapes with their places in the order in which they are painted.
type Placed<T> = Vec<(usize, T)>;

/// The shapes with the words that lie on the first of them in it, if that is the ground of a part in `whole`; and whether it is.
pub fn joined(shapes: Vec<Shape>, whole: Frame) -> (Vec<Shape>, bool) {
    let mut rest = shapes.into_iter();
    let Some(first) = rest.next() else { return (Vec::new(), false) };
    let mut ground = match first {
        Shape::Solid(ground) if is_ground(&ground, whole) => ground,
        other => return ([other].into_iter().chain(rest).collect(), false),
    };
    let (words, others) = parted(rest.collect(), &ground.frame);
    let (taken, left) = column(words);
    if let Some(text) = text(taken, &ground.frame) {
        ground.text = Some(text);
    }
    // What is not on the ground lies as it lay.
    let mut rest: Placed<Shape> = left.into_iter().map(|(nth, words)| (nth, Shape::Solid(words))).collect();
    rest.extend(others);
    rest.sort_by_key(|(nth, _)| *nth);
    let rest = rest.into_iter().map(|(_, shape)| shape);
    (std::iter::once(Shape::Solid(ground)).chain(rest).collect(), true)
}

/// The words that lie on the ground itself, and all else.
fn parted(shapes: Vec<Shape>, ground: &Frame) -> (Placed<Solid>, Placed<Shape>) {
    let (mut words, mut others): (Placed<Solid>, Placed<Shape>) = (Vec::new(), Vec::new());
    for (nth, shape) in shapes.into_iter().enumerate() {
        let is_covered =
            |frame: &Frame| others.iter().filter_map(|(_, shape)| shape.frame()).any(|other| lies_in(frame, &other));
        match shape {
            Shape::Solid(solid) if is_words(&solid) && lies_in(&solid.frame, ground) && !is_covered(&solid.frame) => {
                words.push((nth, solid));
            }
            other => others.push((nth, other)),
        }
    }
    words.sort_by_key(|(_, words)| (words.frame.y, words.frame.x));
    (words, others)
}

fn is_ground(solid: &Solid, whole: Frame) -> bool {
    let covers = |side: Emu, of: Emu| side as f64 >= of as f64 * COVERS;
    solid.text.is_none()
        && (solid.fill != Fill::None || solid.line.is_some())
        && !matches!(solid.geometry, Geometry::Line { .. })
        && covers(solid.frame.width, whole.width)
        && covers(solid.frame.height, whole.height)
}

/// Words without a ground of their own.
fn is_words(solid: &Solid) -> bool {
    solid.text.is_some() && solid.fill == Fill::None && solid.line.is_none() && !solid.is_title
}

fn wraps(words: &Solid) -> bool {
    words.text.as_ref().is_some_and(|text| text.wraps)
}

fn lies_in(inner: &Frame, outer: &Frame) -> bool {
    let grown = |side: Emu| side.saturating_add(SLACK);
    inner.x >= outer.x - SLACK
        && inner.y >= outer.y - SLACK
        && inner.bottom() <= grown(outer.bottom())
        && inner.x <= outer.right()
}

/// The words that stand below each other from the first on, each a list of those in its line, and the others.
fn column(words: Placed<Solid>) -> (Vec<Vec<Solid>>, Placed<Solid>) {
    let (mut lines, mut left): (Vec<Vec<Solid>>, Placed<Solid>) = (Vec::new(), Vec::new());
    for (nth, next) in words {
        let is_first = lines.len() == 1;
        let Some(line) = lines.last_mut() else {
            lines.push(vec![next]);
            continue;
        };
        let (Some(first), Some(last)) = (line.first().map(|words| words.frame), line.last().map(|words| words.frame))
        else {
            continue;
        };
        let bottom = line.iter().map(|words| words.frame.bottom()).max().unwrap_or_default();
        // A sign and its word, each in a face of another height.
        let (top, low) = (next.frame.y.max(first.y), next.frame.bottom().min(first.bottom()));
        let is_level = 2 * (low - top) > next.frame.height.min(first.height);
        let is_beside = is_first
            && is_level
            && line.iter().chain([&next]).all(|words| !wraps(words))
            && (next.frame.x - last.right()).abs() <= next.frame.height;
        if next.frame.y >= bottom - SLACK && (next.frame.x - first.x).abs() <= SLACK {
            lines.push(vec![next]);
        } else if is_beside {
            line.push(next);
        } else {
            left.push((nth, next));
        }
    }
    (lines, left)
}

fn text(lines: Vec<Vec<Solid>>, ground: &Frame) -> Option<Text> {
    let first = lines.first()?.first()?.frame;
    let right = lines.iter().flatten().map(|words| words.frame.right()).max()?;
    let room = ((right - first.x) as f64 * ROOM) as Emu;
    let mut paragraphs = Vec::new();
    let mut bottom: Option<Emu> = None;
    let wraps = lines.len() > 1 || lines.iter().flatten().any(wraps);
    for mut line in lines {
        line.sort_by_key(|words| words.frame.x);
        let (top, low) = (line.first()?.frame.y, line.iter().map(|words| words.frame.bottom()).max()?);
        let mut of_line = line.into_iter().filter_map(|words| words.text).flat_map(|text| text.paragraphs);
        let mut paragraph = of_line.next()?;
        for beside in of_line {
            if let Some(last) = paragraph.runs.last_mut() {
                last.text.push_str("\u{a0}\u{a0}");
            }
            paragraph.runs.extend(beside.runs);
        }
        let gap = bottom.map_or(0, |bottom| (top - bottom).max(0));
        paragraph.before = hundredths(gap as f32 / EMU_PER_UNIT);
        bottom = Some(low);
        paragraphs.push(paragraph);
    }
    let insets =
        [first.x - ground.x, first.y - ground.y, (ground.right() - right - room).max(0), 0].map(|inset| inset.max(0));
    Some(Text { paragraphs, insets, wraps, ..Text::default() })
}
