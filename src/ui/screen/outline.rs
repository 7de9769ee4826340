//! Paths as rows of points on the screen: curves made straight, corners rounded, dashes cut.

use super::view::to_pos;
use crate::scene::{PathSegment, Transform};
use egui::{Pos2, Rect, pos2, vec2};

/// How far a straight piece may lie from its curve, in points.
const FLATNESS: f32 = 0.1;

/// Of a line that goes to and fro within such a width, in points, only its ends and its reach are seen.
const COLUMN: f32 = 0.5;
/// Outlines of fewer points are left as they are.
const MANY_POINTS: usize = 128;

/// Room for so many points is made at once where an outline has a curve.
const ROOM: usize = 16;

/// One outline of a path, in points on the screen.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Outline {
    pub(super) points: Vec<Pos2>,
    pub(super) closed: bool,
    /// Something follows the first point; a row of one point is then a dot.
    drawn: bool,
}

impl Outline {
    pub(super) fn new(points: Vec<Pos2>, closed: bool) -> Self {
        Self { drawn: points.len() > 1, points, closed }
    }

    /// Adds a point unless it lies on the last one.
    fn push(&mut self, point: Pos2) {
        self.drawn |= !self.points.is_empty();
        if self.points.last().is_none_or(|last| last.distance_sq(point) > 1e-4) {
            self.points.push(point);
        }
    }

    fn cubic(&mut self, start: Pos2, a: Pos2, b: Pos2, end: Pos2) {
        let bend = (start - a - (a - b)).length().max((a - b - (b - end)).length());
        // The error of n equal pieces is at most 6·bend / (8·n²).
        let pieces = (0.75 * bend / FLATNESS).sqrt().ceil().clamp(1.0, 200.0) as usize;
        // A circle is four curves: most outlines are given their room at once.
        self.points.reserve(pieces.max(ROOM));
        for piece in 1..=pieces {
            let t = piece as f32 / pieces as f32;
            let s = 1.0 - t;
            let sum = start.to_vec2() * (s * s * s)
                + a.to_vec2() * (3.0 * s * s * t)
                + b.to_vec2() * (3.0 * s * t * t)
                + end.to_vec2() * (t * t * t);
            self.push(sum.to_pos2());
        }
    }

    /// A closed outline that returns to its first point would have that point twice.
    fn finish(mut self, found: &mut Vec<Outline>) {
        if let (true, Some(first), Some(last)) = (self.closed, self.points.first(), self.points.last())
            && self.points.len() > 1
            && first.distance_sq(*last) <= 1e-4
        {
            self.points.pop();
        }
        if self.points.len() > MANY_POINTS {
            self.points = thinned(&self.points);
        }
        if self.drawn {
            found.push(self);
        }
    }

    /// Start and end of each straight piece, the closing one included.
    pub(super) fn pieces(&self) -> impl Iterator<Item = (Pos2, Pos2)> + '_ {
        let closing = self.points.last().copied().zip(self.points.first().copied()).filter(|_| self.closed);
        self.points.windows(2).filter_map(|pair| Some((*pair.first()?, *pair.last()?))).chain(closing)
    }
}

/// The points without those that no pixel shows: of each run in one column the first, the highest, the lowest and the last
/// (the M4 of Jugel, Jerzak, Hackenbroich and Markl, "M4: a visualization-oriented time series data aggregation", VLDB 2014).
fn thinned(points: &[Pos2]) -> Vec<Pos2> {
    let left = points.first().map_or(0.0, |first| first.x);
    let column = |point: &Pos2| ((point.x - left) / COLUMN).floor();
    let mut kept = Vec::with_capacity(points.len());
    for run in points.chunk_by(|a, b| column(a) == column(b)) {
        let by_height = |(_, a): &(usize, &Pos2), (_, b): &(usize, &Pos2)| a.y.total_cmp(&b.y);
        let highest = run.iter().enumerate().min_by(by_height).map_or(0, |(nth, _)| nth);
        let lowest = run.iter().enumerate().max_by(by_height).map_or(0, |(nth, _)| nth);
        let mut seen = [0, highest.min(lowest), highest.max(lowest), run.len() - 1];
        seen.sort_unstable();
        kept.extend(seen.chunk_by(|a, b| a == b).filter_map(|same| run.get(*same.first()?)));
    }
    kept
}

/// The rectangle that holds a path's points and control points, in its own space under a transform.
pub(super) fn bounds(segments: &[PathSegment], transform: Transform) -> Rect {
    let mut bounds = Rect::NOTHING;
    for segment in segments {
        match segment {
            PathSegment::Move(p) | PathSegment::Line(p) => bounds.extend_with(to_pos(*p)),
            PathSegment::Cubic(a, b, p) => [a, b, p].into_iter().for_each(|p| bounds.extend_with(to_pos(*p))),
            PathSegment::Close => {}
        }
    }
    let place = |pos: Pos2| pos2(transform.x + transform.scale * pos.x, transform.y + transform.scale * pos.y);
    Rect::from_min_max(place(bounds.min), place(bounds.max))
}

/// A path's outlines on the screen.
pub(super) fn outlines(segments: &[PathSegment], transform: Transform) -> Vec<Outline> {
    let place = |point| to_pos(transform.apply(point));
    let mut found = Vec::new();
    let mut open = Outline::default();
    let mut pen = Pos2::ZERO;
    // Where the next outline begins, if something follows: most end where they are closed.
    let mut start = None;
    for segment in segments {
        match *segment {
            PathSegment::Move(to) => {
                std::mem::take(&mut open).finish(&mut found);
                pen = place(to);
                start = Some(pen);
            }
            PathSegment::Line(to) => {
                start.take().into_iter().for_each(|start| open.push(start));
                pen = place(to);
                open.push(pen);
            }
            PathSegment::Cubic(a, b, to) => {
                start.take().into_iter().for_each(|start| open.push(start));
                let end = place(to);
                open.cubic(pen, place(a), place(b), end);
                pen = end;
            }
            PathSegment::Close => {
                open.closed = true;
                pen = start.or_else(|| open.points.first().copied()).unwrap_or(pen);
                std::mem::take(&mut open).finish(&mut found);
                start = Some(pen);
            }
        }
    }
    open.finish(&mut found);
    found
}

/// The outline of a rectangle with rounded corners, clockwise.
pub(super) fn rounded_rect(rect: Rect, radius: f32) -> Vec<Outline> {
    let radius = radius.min(rect.width() / 2.0).min(rect.height() / 2.0).max(0.0);
    let mut outline = Outline::new(Vec::new(), true);
    // A circle's quarter as one cubic.
    let reach = radius * 0.552_285;
    let corners = [
        (rect.right_top(), vec2(-1.0, 0.0), vec2(0.0, 1.0)),
        (rect.right_bottom(), vec2(0.0, -1.0), vec2(-1.0, 0.0)),
        (rect.left_bottom(), vec2(1.0, 0.0), vec2(0.0, -1.0)),
        (rect.left_top(), vec2(0.0, 1.0), vec2(1.0, 0.0)),
    ];
    for (corner, before, after) in corners {
        let (start, end) = (corner + before * radius, corner + after * radius);
        outline.push(start);
        if radius > 0.0 {
            outline.cubic(start, start - before * reach, end - after * reach, end);
        }
    }
    let mut found = Vec::new();
    outline.finish(&mut found);
    found
}

/// Cuts an outline into its dashes, `on` and `off` in points.
pub(super) fn dashes(outline: &Outline, on: f32, off: f32) -> Vec<Outline> {
    let mut found = Vec::new();
    if !(on > 0.0 && off > 0.0) || on + off < 0.5 {
        return vec![outline.clone()];
    }
    let (mut inked, mut left) = (true, on);
    let mut dash = Outline::default();
    for (start, end) in outline.pieces() {
        let length = start.distance(end);
        let mut gone = 0.0;
        if inked {
            dash.push(start);
        }
        while length - gone > left {
            gone += left;
            let corner = start.lerp(end, gone / length);
            if inked {
                dash.push(corner);
                std::mem::take(&mut dash).finish(&mut found);
            } else {
                dash.push(corner);
            }
            inked = !inked;
            left = if inked { on } else { off };
        }
        left -= length - gone;
        if inked {
            dash.push(end);
        }
    }
    dash.finish(&mut found);
    found
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scene::Point;

    #[test]
    fn dashes_have_their_lengths_and_turn_corners() {
        let line = Outline::new(vec![pos2(0.0, 0.0), pos2(10.0, 0.0), pos2(10.0, 10.0)], false);
        let found = dashes(&line, 4.0, 2.0);
        let lengths: Vec<f32> = found.iter().map(|d| d.pieces().map(|(a, b)| a.distance(b)).sum()).collect();
        assert_eq!(lengths, [4.0, 4.0, 4.0, 2.0]);
        assert_eq!(found[1].points, [pos2(6.0, 0.0), pos2(10.0, 0.0)]);
        assert_eq!(found[2].points, [pos2(10.0, 2.0), pos2(10.0, 6.0)]);
    }

    #[test]
    fn a_curve_stays_within_a_tenth_of_a_point_of_its_circle() {
        let found = rounded_rect(Rect::from_min_size(pos2(0.0, 0.0), vec2(200.0, 200.0)), 100.0);
        let center = pos2(100.0, 100.0);
        for (a, b) in found[0].pieces() {
            let middle = a.lerp(b, 0.5);
            assert!((middle.distance(center) - 100.0).abs() < 0.15, "{middle:?}");
        }
    }

    #[test]
    fn a_line_without_length_is_a_dot() {
        let here = Point::new(3.0, 3.0);
        let found = outlines(&[PathSegment::Move(here), PathSegment::Line(here)], Transform::IDENTITY);
        assert_eq!(found.iter().map(|o| o.points.len()).collect::<Vec<_>>(), [1]);
        assert!(outlines(&[PathSegment::Move(here)], Transform::IDENTITY).is_empty());
    }

    #[test]
    fn an_outline_after_close_starts_at_the_closed_ones_start() {
        let p = Point::new;
        let path = [
            PathSegment::Move(p(1.0, 1.0)),
            PathSegment::Line(p(5.0, 1.0)),
            PathSegment::Line(p(5.0, 5.0)),
            PathSegment::Close,
            PathSegment::Line(p(1.0, 9.0)),
        ];
        let found = outlines(&path, Transform::IDENTITY);
        assert_eq!(found.len(), 2);
        assert!(found[0].closed && !found[1].closed);
        assert_eq!(found[1].points, [pos2(1.0, 1.0), pos2(1.0, 9.0)]);
    }

    #[test]
    fn of_a_thousand_points_in_a_pixel_only_what_is_seen_is_left() {
        let waves =
            (0..20_000).map(|nth| Point::new(nth as f32, if nth % 2 == 0 { -50.0 } else { (nth % 700) as f32 }));
        let mut segments: Vec<PathSegment> = waves.map(PathSegment::Line).collect();
        segments.insert(0, PathSegment::Move(Point::new(0.0, 0.0)));
        let scale = Transform::scale(0.005);
        let found = outlines(&segments, scale);
        let [whole] = found.as_slice() else { panic!("{found:?}") };
        // A hundred points wide, each in two columns.
        assert!(whole.points.len() <= 4 * 202, "{}", whole.points.len());
        assert!(Rect::from_points(&whole.points).width() > 99.0);
        let (all, left) = (bounds(&segments, scale), Rect::from_points(&whole.points));
        assert!((all.min - left.min).length() < 0.01 && (all.max - left.max).length() < 0.01, "{all:?} {left:?}");
        let few = outlines(&segments[..100], scale);
        assert!(few[0].points.len() > 90);
    }
}
