//! The curves of several audiences side by side: each with a colour, a dash and a mark of its own, and its name at its end.

use super::beside::COMPARED_MOST;
use super::context::{Context, LABEL_WIDTH};
use super::curve::smooth;
use super::pen;
use crate::model::SegmentId;
use crate::scene::{Color, Dash, FaceStyle, Item, Kind, Paint, PathItem, Point, Rect, Role, Stroke, Tag, TextItem};
use crate::text::TextStyle;
use crate::theme::icons;
use touchline_words::say;

const LINE: f32 = 2.0;
const MARK: f32 = 3.4;
/// From a curve’s end to its name, and from a name to the edge.
const BEFORE: f32 = 12.0;
const EDGE: f32 = 6.0;
/// A longer name ends in `…`.
const WIDEST: f32 = 150.0;
/// Between two names, one below the other.
const APART: f32 = 1.0;
const AROUND: f32 = 3.0;

/// How the nth curve is dashed; the first is whole.
pub fn dash(nth: usize) -> Option<Dash> {
    let dashes = [None, Some((7.0, 3.0)), Some((2.0, 3.0)), Some((12.0, 4.0)), Some((4.5, 4.5))];
    let dash = dashes.get(nth % dashes.len()).copied().flatten();
    dash.map(|(on, off)| Dash { on, off })
}

/// The nth curve’s mark around a place: a disc, a square, a triangle, a diamond, a ring.
pub fn mark(nth: usize, at: Point, color: Color, ground: Color) -> Item {
    let corner = |dx: f32, dy: f32| Point::new(at.x + dx * MARK, at.y + dy * MARK);
    let segments = match nth % COMPARED_MOST {
        1 => icons::outline(&[corner(-0.9, -0.9), corner(0.9, -0.9), corner(0.9, 0.9), corner(-0.9, 0.9)]),
        2 => icons::outline(&[corner(0.0, -1.25), corner(1.15, 0.85), corner(-1.15, 0.85)]),
        3 => icons::outline(&[corner(0.0, -1.3), corner(1.3, 0.0), corner(0.0, 1.3), corner(-1.3, 0.0)]),
        _ => icons::circle(at, MARK),
    };
    let is_ring = nth % COMPARED_MOST == 4;
    let fill = Some(Paint::Flat(if is_ring { ground } else { color }));
    Item::Path(PathItem { segments, fill, stroke: is_ring.then(|| Stroke::solid(color, 1.6)) })
}

/// The colour of the nth curve: one that text may have.
pub fn color(theme: &crate::theme::Theme, nth: usize) -> Color {
    theme.stage_ink(nth)
}

/// The curves with their marks and names about a middle line; `line` gives the points of an audience, `face` the last face on the
/// main curve with its radius.
pub(super) fn lay(
    context: &Context,
    middle: f32,
    face: Option<(Point, f32)>,
    line: impl Fn(SegmentId) -> Vec<Point>,
) -> Vec<Item> {
    let mut items = Vec::new();
    let mut names: Vec<(usize, Point, &str)> = Vec::new();
    for (nth, id) in context.compared.iter().enumerate() {
        let Some(segment) = context.map.segments.get(&id) else { continue };
        let points = line(id);
        let color = color(context.theme, nth);
        let mut drawn = Vec::new();
        let curve = smooth(&points);
        if !curve.is_empty() {
            drawn.push(pen::stroked(curve, Stroke { paint: Paint::Flat(color), width: LINE, dash: dash(nth) }));
        }
        drawn.extend(points.iter().map(|point| mark(nth, *point, color, context.theme.surface)));
        // The last point that this band shows.
        if let Some(end) = points.iter().rev().find(|point| point.x > LABEL_WIDTH && point.x < context.width) {
            names.push((nth, *end, &segment.name));
        }
        let bounds = Rect::new(
            LABEL_WIDTH,
            middle - context.dress.feeling.middle,
            context.width - LABEL_WIDTH,
            context.dress.feeling.least,
        );
        let said = say!(layout_curve_of, segment = segment.name);
        let drawn = context.to_the_edge(drawn, bounds.y);
        items.push(pen::tagged(Tag::new(Kind::Figure, id.0), Role::Figure, said, bounds, drawn));
    }
    items.extend(named(context, middle, face, names));
    items
}

/// Names at the ends of their curves, none over another and none over the last face: those that would be are moved up and down as
/// little as it takes.
fn named(context: &Context, middle: f32, face: Option<(Point, f32)>, ends: Vec<(usize, Point, &str)>) -> Vec<Item> {
    let size = context.dress.detail;
    let height = size * 1.35 + APART;
    let right = context.width - EDGE;
    let set = |(nth, end, name): (usize, Point, &str)| {
        let style = TextStyle::new(size, FaceStyle::SemiBold, color(context.theme, nth));
        let words = context.shaper.line_within(name, style, WIDEST.min(right - LABEL_WIDTH).max(1.0));
        let x = (end.x + BEFORE).min(right - words.width).max(LABEL_WIDTH);
        (end.y - height / 2.0, x, words)
    };
    let mut names: Vec<(f32, f32, TextItem)> = ends.into_iter().map(set).collect();
    names.sort_by(|a, b| a.0.total_cmp(&b.0));
    let top = middle - context.dress.feeling.middle;
    let bottom = top + context.dress.feeling.least;
    // What begins left of the face’s right edge goes above it or below it, as many as there is room for.
    let left = names.iter().map(|(_, x, _)| *x).fold(f32::INFINITY, f32::min);
    let face = face.filter(|(at, radius)| left - AROUND < at.x + radius);
    let (above, below) = match face {
        None => (0, names.len()),
        Some((at, radius)) => {
            let most = ((at.y - radius - top) / height).max(0.0) as usize;
            let least = names.len().saturating_sub(((bottom - at.y - radius) / height).max(0.0) as usize);
            let wanted = names.iter().filter(|(y, ..)| y + height / 2.0 <= at.y).count();
            let above = wanted.max(least).min(most);
            (above, names.len() - above)
        }
    };
    if let Some((at, radius)) = face {
        stack(names.get_mut(..above).unwrap_or_default(), (top, at.y - radius), height);
    }
    let from = face.map_or(top, |(at, radius)| at.y + radius);
    let rest = names.len() - below;
    stack(names.get_mut(rest..).unwrap_or_default(), (from, bottom), height);
    let mut items = Vec::new();
    for (y, x, words) in names {
        let place = Rect::new(x - AROUND, y, words.width + 2.0 * AROUND, height - APART);
        let baseline = place.center().y + (words.ascent - words.descent) / 2.0;
        items.push(pen::rounded(place, 3.0, context.theme.surface.alpha(0.85), None));
        items.push(Item::Text(words.at(Point::new(x, baseline))));
    }
    items
}

/// Downwards, each below the one before; then upwards again where the last would hang out.
fn stack(names: &mut [(f32, f32, TextItem)], (top, bottom): (f32, f32), height: f32) {
    let mut least = top;
    for (y, ..) in names.iter_mut() {
        *y = y.max(least);
        least = *y + height;
    }
    let mut most = bottom - height;
    for (y, ..) in names.iter_mut().rev() {
        *y = y.min(most);
        most = *y - height;
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::figures::sample;
    use crate::layout::{Compared, Lens, arrange_board};
    use crate::model::{Emotion, Map, Rank, Score, Segment};
    use crate::text::Shaper;
    use crate::theme::Theme;

    /// The sample with five audiences, who all feel the same at its end.
    fn map() -> (Map, Vec<SegmentId>) {
        let mut tables = sample::map().to_tables();
        for nth in tables.segments.len()..COMPARED_MOST {
            tables
                .segments
                .insert(SegmentId(5_000 + nth as u64), Segment::new(Rank::middle(), format!("People {nth}")));
        }
        let ids: Vec<SegmentId> = tables.segments.keys().copied().take(COMPARED_MOST).collect();
        for (nth, card) in tables.touchpoints.values_mut().enumerate() {
            let score = Score::from_tenths(nth as i32 % 7 * 10 - 30);
            let felt = || Emotion { score, word: String::new(), reason: String::new() };
            card.segment_emotions = ids.iter().map(|id| (*id, felt())).collect();
        }
        (Map::new(tables).unwrap(), ids)
    }

    /// Where the names of audiences stand.
    fn names(items: &[Item], wanted: &[&str], found: &mut Vec<(String, Rect)>) {
        for item in items {
            match item {
                Item::Text(line) if wanted.contains(&&*line.text) => found.push((line.text.to_string(), line.bounds())),
                Item::Group(group) => names(&group.items, wanted, found),
                Item::Tagged(tagged) => names(&tagged.items, wanted, found),
                Item::Rect(_) | Item::Path(_) | Item::Text(_) | Item::Paragraph(_) | Item::Image(_) => {}
            }
        }
    }

    #[test]
    fn five_curves_have_their_names_at_their_ends_and_no_name_lies_over_another() {
        let (map, ids) = map();
        let lens = Lens { compared: Compared::of(&ids), ..Lens::default() };
        for (theme, width) in [(Theme::light(), 1136.0), (Theme::dark(), 700.0), (Theme::contrast(), 1600.0)] {
            let board = arrange_board(&map, &lens, &theme, &Shaper::bundled(), width);
            let wanted: Vec<&str> = ids.iter().map(|id| map.segments[id].name.as_str()).collect();
            let mut found = Vec::new();
            names(&board.scene.items, &wanted, &mut found);
            assert_eq!(found.len(), COMPARED_MOST, "{found:?}");
            for (nth, (name, one)) in found.iter().enumerate() {
                assert!(one.right() <= board.scene.size.width, "{name} ends on the board");
                for (other, two) in found.iter().skip(nth + 1) {
                    let apart = one.bottom() <= two.y + 0.5 || two.bottom() <= one.y + 0.5;
                    assert!(apart, "{name} lies over {other}: {one:?} {two:?}");
                }
            }
            let faces = board.parts().iter().filter(|part| part.tag().kind == Kind::Emotion);
            let faces: Vec<Rect> = faces.map(|part| part.rect).collect();
            for (name, one) in &found {
                let free = faces.iter().all(|face| {
                    let (center, radius) = (face.center(), face.height / 2.0 - 2.0);
                    let apart = center.y + radius <= one.y + 1.0 || one.bottom() - 1.0 <= center.y - radius;
                    apart || center.x + radius <= one.x || one.right() <= center.x - radius
                });
                assert!(free, "{name} at {one:?} lies over a face of {faces:?}");
            }
            let said: Vec<String> = board.parts().iter().map(|part| part.label().into_owned()).collect();
            assert!(ids.iter().all(|id| said.contains(&say!(layout_curve_of, segment = map.segments[id].name))));
        }
    }

    #[test]
    fn no_two_curves_look_alike_without_their_colours() {
        let looks: Vec<_> = (0..COMPARED_MOST).map(|nth| format!("{:?}", dash(nth))).collect();
        for (nth, look) in looks.iter().enumerate() {
            assert!(!looks[nth + 1..].contains(look), "{look}");
        }
    }
}
