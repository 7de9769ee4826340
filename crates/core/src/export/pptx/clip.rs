//! What a group cuts off, cut off: slides know no window that others are seen through.

use crate::scene::{
    Group, ImageItem, Item, Paint, Paragraph, PathItem, PathSegment, Point, Rect, RectItem, Tagged, TextItem,
};
use std::sync::Arc;

/// So many straight pieces are a curve that is cut.
const PIECES: usize = 16;
/// Deeper than this nothing is drawn.
const DEEPEST: usize = 64;

/// The items as far as they lie in a rectangle of their own space.
pub fn within(items: &[Item], clip: Rect) -> Vec<Item> {
    all(items, clip, 0)
}

fn all(items: &[Item], clip: Rect, depth: usize) -> Vec<Item> {
    if depth > DEEPEST {
        return Vec::new();
    }
    items.iter().flat_map(|item| one(item, clip, depth)).collect()
}

fn one(item: &Item, clip: Rect, depth: usize) -> Vec<Item> {
    match item {
        Item::Rect(rect) => cut_rect(rect, clip).into_iter().map(Item::Rect).collect(),
        Item::Path(path) => cut_path(path, clip),
        Item::Text(line) => is_seen(text_middle(line), clip).then(|| item.clone()).into_iter().collect(),
        Item::Paragraph(words) => is_seen(middle(words), clip).then(|| item.clone()).into_iter().collect(),
        Item::Image(image) => cut_image(image, clip).into_iter().map(Item::Image).collect(),
        Item::Group(group) => {
            let inner = group.transform;
            if !(inner.scale.is_finite() && inner.scale > 0.0) {
                return Vec::new();
            }
            let place = |x: f32, y: f32| ((x - inner.x) / inner.scale, (y - inner.y) / inner.scale);
            let ((x, y), (right, bottom)) = (place(clip.x, clip.y), place(clip.right(), clip.bottom()));
            let items = all(&group.items, Rect::new(x, y, right - x, bottom - y), depth + 1);
            vec![Item::Group(Group { items: items.into(), ..group.clone() })]
        }
        Item::Tagged(tagged) => {
            let items: Arc<[Item]> = all(&tagged.items, clip, depth + 1).into();
            let bounds = common(tagged.bounds, clip);
            match bounds {
                Some(bounds) if !items.is_empty() => vec![Item::Tagged(Tagged { bounds, items, ..tagged.clone() })],
                _ => Vec::new(),
            }
        }
    }
}

fn text_middle(line: &TextItem) -> Point {
    line.bounds().center()
}

fn middle(words: &Paragraph) -> Point {
    words.bounds().center()
}

fn is_seen(point: Point, clip: Rect) -> bool {
    clip.contains(point)
}

/// What both have, with an area or not.
fn common(a: Rect, b: Rect) -> Option<Rect> {
    let (x, y) = (a.x.max(b.x), a.y.max(b.y));
    let (right, bottom) = (a.right().min(b.right()), a.bottom().min(b.bottom()));
    (right >= x && bottom >= y).then(|| Rect::new(x, y, right - x, bottom - y))
}

fn cut_rect(item: &RectItem, clip: Rect) -> Option<RectItem> {
    let rect = common(item.rect, clip)?;
    // A cut edge is straight.
    let radius = if rect == item.rect { item.radius } else { 0.0 };
    Some(RectItem { rect, radius, ..item.clone() })
}

fn cut_image(item: &ImageItem, clip: Rect) -> Option<ImageItem> {
    (common(item.rect, clip)? == item.rect).then(|| item.clone())
}

fn cut_path(item: &PathItem, clip: Rect) -> Vec<Item> {
    let rows = rows(&item.segments);
    let is_inside =
        |point: &Point| point.x >= clip.x && point.x <= clip.right() && point.y >= clip.y && point.y <= clip.bottom();
    if rows.iter().flat_map(|(row, _)| row).all(is_inside) {
        return vec![Item::Path(item.clone())];
    }
    let mut found = Vec::new();
    if let Some(fill) = &item.fill {
        let areas: Vec<PathSegment> = rows.iter().flat_map(|(row, _)| closed(&area(row, clip))).collect();
        found.extend(piece(areas, Some(fill.clone()), item, false));
    }
    if item.stroke.is_some() {
        let lines: Vec<PathSegment> = rows.iter().flat_map(|(row, is_closed)| lines(row, *is_closed, clip)).collect();
        found.extend(piece(lines, None, item, true));
    }
    found
}

fn piece(segments: Vec<PathSegment>, fill: Option<Paint>, of: &PathItem, has_stroke: bool) -> Option<Item> {
    let stroke = of.stroke.clone().filter(|_| has_stroke);
    (!segments.is_empty()).then_some(Item::Path(PathItem { segments, fill, stroke }))
}

/// The outlines of a path as rows of points, and whether each is closed.
fn rows(segments: &[PathSegment]) -> Vec<(Vec<Point>, bool)> {
    let mut rows: Vec<(Vec<Point>, bool)> = Vec::new();
    for segment in segments {
        let last = rows.last().and_then(|(row, _)| row.last().copied());
        match (*segment, rows.last_mut()) {
            (PathSegment::Move(to), _) => rows.push((vec![to], false)),
            (PathSegment::Line(to), Some((row, _))) => row.push(to),
            (PathSegment::Cubic(a, b, to), Some((row, _))) => {
                let from = last.unwrap_or(to);
                row.extend((1..=PIECES).map(|nth| on_curve([from, a, b, to], nth as f32 / PIECES as f32)));
            }
            (PathSegment::Close, Some((_, is_closed))) => *is_closed = true,
            (PathSegment::Line(_) | PathSegment::Cubic(..) | PathSegment::Close, None) => {}
        }
    }
    rows
}

fn on_curve([from, a, b, to]: [Point; 4], t: f32) -> Point {
    let s = 1.0 - t;
    let mix = |from: f32, a: f32, b: f32, to: f32| {
        from * s * s * s + a * 3.0 * s * s * t + b * 3.0 * s * t * t + to * t * t * t
    };
    Point::new(mix(from.x, a.x, b.x, to.x), mix(from.y, a.y, b.y, to.y))
}

/// An area within the rectangle, side by side (Sutherland and Hodgman, "Reentrant polygon clipping", CACM 1974).
fn area(row: &[Point], clip: Rect) -> Vec<Point> {
    let sides: [(bool, f32, f32); 4] =
        [(true, clip.x, 1.0), (true, clip.right(), -1.0), (false, clip.y, 1.0), (false, clip.bottom(), -1.0)];
    let mut points = row.to_vec();
    for (is_across, edge, sign) in sides {
        let along = |point: Point| if is_across { point.x } else { point.y };
        let inside = |point: Point| (along(point) - edge) * sign >= 0.0;
        let mut kept = Vec::with_capacity(points.len() + 4);
        let mut before = points.last().copied();
        for point in points {
            if let Some(before) = before.filter(|before| inside(*before) != inside(point)) {
                kept.push(between(before, point, (edge - along(before)) / (along(point) - along(before))));
            }
            if inside(point) {
                kept.push(point);
            }
            before = Some(point);
        }
        points = kept;
    }
    points
}

fn between(a: Point, b: Point, share: f32) -> Point {
    Point::new(a.x + (b.x - a.x) * share, a.y + (b.y - a.y) * share)
}

fn closed(points: &[Point]) -> Vec<PathSegment> {
    let Some((first, rest)) = points.split_first().filter(|(_, rest)| rest.len() > 1) else { return Vec::new() };
    let rest = rest.iter().map(|point| PathSegment::Line(*point));
    std::iter::once(PathSegment::Move(*first)).chain(rest).chain([PathSegment::Close]).collect()
}

/// A line within the rectangle, piece by piece (Liang and Barsky, "A new concept and method for line clipping", TOG 1984).
fn lines(row: &[Point], is_closed: bool, clip: Rect) -> Vec<PathSegment> {
    let closing = row.last().copied().zip(row.first().copied()).filter(|_| is_closed);
    let pieces = row.iter().copied().zip(row.iter().copied().skip(1)).chain(closing);
    let (mut found, mut pen): (Vec<PathSegment>, Option<Point>) = (Vec::new(), None);
    for (from, to) in pieces {
        let Some((start, end)) = cut_line(from, to, clip) else {
            pen = None;
            continue;
        };
        if pen != Some(start) {
            found.push(PathSegment::Move(start));
        }
        found.push(PathSegment::Line(end));
        pen = Some(end);
    }
    found
}

fn cut_line(from: Point, to: Point, clip: Rect) -> Option<(Point, Point)> {
    let (mut begins, mut ends) = (0.0_f32, 1.0_f32);
    let (dx, dy) = (to.x - from.x, to.y - from.y);
    let sides =
        [(-dx, from.x - clip.x), (dx, clip.right() - from.x), (-dy, from.y - clip.y), (dy, clip.bottom() - from.y)];
    for (towards, room) in sides {
        if towards == 0.0 {
            if room < 0.0 {
                return None;
            }
        } else if towards < 0.0 {
            begins = begins.max(room / towards);
        } else {
            ends = ends.min(room / towards);
        }
    }
    (begins <= ends).then(|| {
        let start = if begins > 0.0 { between(from, to, begins) } else { from };
        (start, if ends < 1.0 { between(from, to, ends) } else { to })
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scene::{Color, Stroke};
    use proptest::prelude::*;

    fn point() -> impl Strategy<Value = Point> {
        (-50.0_f32..150.0, -50.0_f32..150.0).prop_map(|(x, y)| Point::new(x, y))
    }

    fn path() -> impl Strategy<Value = PathItem> {
        let segment = prop_oneof![
            point().prop_map(PathSegment::Line),
            (point(), point(), point()).prop_map(|(a, b, to)| PathSegment::Cubic(a, b, to)),
            Just(PathSegment::Close),
        ];
        (point(), prop::collection::vec(segment, 1..6), any::<bool>()).prop_map(|(from, segments, filled)| PathItem {
            segments: std::iter::once(PathSegment::Move(from)).chain(segments).collect(),
            fill: filled.then_some(Paint::Flat(Color::hex(0x123456))),
            stroke: Some(Stroke::solid(Color::hex(0), 1.0)),
        })
    }

    proptest! {
        #[test]
        fn nothing_of_a_path_is_left_outside_and_what_lies_inside_is_as_it_was(path in path()) {
            let clip = Rect::new(0.0, 0.0, 100.0, 100.0);
            for item in within(&[Item::Path(path.clone())], clip) {
                let Item::Path(cut) = item else { panic!() };
                for (row, _) in rows(&cut.segments) {
                    for point in row {
                        let near = clip.shrink(-0.01);
                        prop_assert!(near.contains(point), "{point:?}");
                    }
                }
            }
            let whole = Rect::new(-500.0, -500.0, 1000.0, 1000.0);
            prop_assert_eq!(within(&[Item::Path(path.clone())], whole), vec![Item::Path(path)]);
        }
    }

    #[test]
    fn a_line_that_leaves_and_comes_back_is_two() {
        let at = Point::new;
        let segments = vec![
            PathSegment::Move(at(10.0, 10.0)),
            PathSegment::Line(at(200.0, 10.0)),
            PathSegment::Line(at(200.0, 20.0)),
            PathSegment::Line(at(10.0, 20.0)),
        ];
        let path = PathItem { segments, fill: None, stroke: Some(Stroke::solid(Color::hex(0), 1.0)) };
        let cut = within(&[Item::Path(path)], Rect::new(0.0, 0.0, 100.0, 100.0));
        let [Item::Path(cut)] = cut.as_slice() else { panic!("{cut:?}") };
        assert_eq!(cut.segments.iter().filter(|segment| matches!(segment, PathSegment::Move(_))).count(), 2);
    }
}
