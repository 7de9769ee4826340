//! The way of a line from one card to another on a board of columns: straight pieces with right angles that cross no card.
//!
//! Between columns there is a gutter without cards, below the cards of a lane a channel, and between two rows of cards a
//! gap: a line leaves its card sideways, or, where another card stands there, by the gap below its row; it runs along gutters
//! and the channel, and comes to the other card from the side. Pure: no map and no picture.

use crate::scene::{PathSegment, Point, Rect};
use std::ops::Range;

/// Between two lines that are tied to one side of a card, and the least at which their rings do not touch.
const TIE: f32 = 12.0;
const LEAST_TIE: f32 = 7.5;

/// A card that a line leaves or comes to.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Stop {
    pub rect: Rect,
    /// How high on its sides a line is tied to it.
    pub y: f32,
    /// Between which heights lines are: clear of the sign at its edge.
    pub ties: Range<f32>,
    /// Left and right edge of its column, in whose middle between two columns nothing stands.
    pub gutters: [f32; 2],
    /// How far from there a line may run.
    pub slack: [f32; 2],
    /// Whether another card of its row stands left or right of it.
    pub is_walled: [bool; 2],
    /// Half way between its row of cards and the next.
    pub gap_y: f32,
}

/// How a line runs.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Run {
    /// From a card to the one right below it.
    Down,
    /// Through one gutter: that on the right of the first card, or that on its left.
    Gutter { right: bool },
    /// Along the channel at a height: from the gutter on one side of the first card to that on one side of the other.
    Channel { y: f32, leaves_right: bool, comes_right: bool },
}

/// How far from a gutter's middle a line runs, so that several stand apart.
pub(super) fn track(nth: usize) -> f32 {
    const TRACKS: [f32; 5] = [0.0, -3.5, 3.5, -6.5, 6.5];
    TRACKS.get(nth % TRACKS.len()).copied().unwrap_or_default()
}

/// The corners of a line from card to card, both ends included. `shift` moves it within its gutters.
pub(super) fn corners(from: &Stop, to: &Stop, run: Run, shift: f32) -> Vec<Point> {
    let at = Point::new;
    let mut points = match run {
        Run::Down => {
            let x = from.rect.center().x;
            vec![at(x, from.rect.bottom()), at(x, to.rect.y)]
        }
        Run::Gutter { right } => {
            let x = gutter(from, right, shift);
            let comes_right = to.rect.center().x < x;
            let mut points = out(from, right, x);
            points.extend(out(to, comes_right, x).into_iter().rev());
            points
        }
        Run::Channel { y, leaves_right, comes_right } => {
            let (leaves, comes) = (gutter(from, leaves_right, shift), gutter(to, comes_right, shift));
            let mut points = out(from, leaves_right, leaves);
            points.extend([at(leaves, y), at(comes, y)]);
            points.extend(out(to, comes_right, comes).into_iter().rev());
            points
        }
    };
    straighten(&mut points);
    points
}

/// How high the nth of so many lines is tied to a side of a card. Lines for which there is no room apart share a place.
pub(super) fn tie_y(stop: &Stop, nth: usize, count: usize) -> f32 {
    let Range { start, end } = stop.ties;
    let gaps = count.saturating_sub(1) as f32;
    let step = TIE.min((end - start) / gaps.max(1.0));
    let step = if step < LEAST_TIE { 0.0 } else { step };
    let first = (stop.rect.center().y - step * gaps / 2.0).min(end - step * gaps).max(start);
    first + step * nth as f32
}

/// The sides on which a line leaves and comes, the right one for true; None where it runs straight down.
pub(super) fn sides(from: &Stop, to: &Stop, run: Run) -> Option<(bool, bool)> {
    match run {
        Run::Down => None,
        Run::Gutter { right } => Some((right, to.rect.center().x < gutter(from, right, 0.0))),
        Run::Channel { leaves_right, comes_right, .. } => Some((leaves_right, comes_right)),
    }
}

fn gutter(stop: &Stop, right: bool, shift: f32) -> f32 {
    let slack = stop.slack[usize::from(right)];
    stop.gutters[usize::from(right)] + shift.clamp(-slack, slack)
}

/// From a card's edge to a gutter.
fn out(stop: &Stop, right: bool, gutter_x: f32) -> Vec<Point> {
    let (rect, at) = (stop.rect, Point::new);
    if stop.is_walled[usize::from(right)] {
        let x = rect.center().x;
        return vec![at(x, rect.bottom()), at(x, stop.gap_y), at(gutter_x, stop.gap_y)];
    }
    let (x, y) = (if right { rect.right() } else { rect.x }, stop.y);
    vec![at(x, y), at(gutter_x, y)]
}

/// Takes out what lies on a straight line, or twice at the same place.
fn straighten(points: &mut Vec<Point>) {
    points.dedup_by(|a, b| (a.x - b.x).abs() < 0.01 && (a.y - b.y).abs() < 0.01);
    let mut nth = 1;
    while nth + 1 < points.len() {
        let (Some(before), Some(here), Some(after)) = (points.get(nth - 1), points.get(nth), points.get(nth + 1))
        else {
            return;
        };
        let along_x = (before.y - here.y).abs() < 0.01 && (here.y - after.y).abs() < 0.01;
        let along_y = (before.x - here.x).abs() < 0.01 && (here.x - after.x).abs() < 0.01;
        if along_x || along_y {
            points.remove(nth);
        } else {
            nth += 1;
        }
    }
}

/// The parts of a line that lie outside of some heights, from its beginning to its end; a line that only begins or ends there
/// does not pause.
pub(super) fn parted(points: &[Point], pauses: &[Range<f32>]) -> Vec<Vec<Point>> {
    let mut parts = Vec::new();
    let mut part: Vec<Point> = points.first().copied().into_iter().collect();
    for piece in points.windows(2) {
        let [a, b] = piece else { continue };
        let (top, bottom) = (a.y.min(b.y), a.y.max(b.y));
        let mut crossed: Vec<&Range<f32>> =
            pauses.iter().filter(|pause| top < pause.start && pause.end < bottom).collect();
        crossed.sort_by(|one, other| (one.start - a.y).abs().total_cmp(&(other.start - a.y).abs()));
        for pause in crossed {
            let (ends, begins) = if a.y < b.y { (pause.start, pause.end) } else { (pause.end, pause.start) };
            part.push(Point::new(a.x, ends));
            parts.push(std::mem::replace(&mut part, vec![Point::new(a.x, begins)]));
        }
        part.push(*b);
    }
    parts.push(part);
    parts
}

/// The same with round corners.
pub(super) fn rounded(points: &[Point], radius: f32) -> Vec<PathSegment> {
    let Some(first) = points.first() else { return Vec::new() };
    let mut segments = vec![PathSegment::Move(*first)];
    for three in points.windows(3) {
        let [before, corner, after] = three else { continue };
        let (to_before, to_after) = (away(corner, before), away(corner, after));
        let round = radius.min(to_before.2 / 2.0).min(to_after.2 / 2.0);
        let on = |way: (f32, f32, f32)| Point::new(corner.x + way.0 * round, corner.y + way.1 * round);
        let (start, end) = (on(to_before), on(to_after));
        // A quarter of a circle by a cubic (Riškus, 2006).
        let toward = |from: Point| {
            const KAPPA: f32 = 0.552_284_7;
            Point::new(from.x + (corner.x - from.x) * KAPPA, from.y + (corner.y - from.y) * KAPPA)
        };
        segments.push(PathSegment::Line(start));
        segments.push(PathSegment::Cubic(toward(start), toward(end), end));
    }
    segments.extend(points.last().map(|last| PathSegment::Line(*last)));
    segments
}

/// The direction to a point, and how far it is.
fn away(from: &Point, to: &Point) -> (f32, f32, f32) {
    let (x, y) = (to.x - from.x, to.y - from.y);
    let length = x.hypot(y);
    if length > 0.0 { (x / length, y / length, length) } else { (0.0, 0.0, 0.0) }
}

/// The longest level piece of a line: where it begins from the left, how long it is, and its height.
pub(super) fn longest_level(points: &[Point]) -> Option<(f32, f32, f32)> {
    let level = points.windows(2).filter_map(|two| match two {
        [a, b] if (a.y - b.y).abs() < 0.01 => Some((a.x.min(b.x), (a.x - b.x).abs(), a.y)),
        _ => None,
    });
    level.max_by(|a, b| a.1.total_cmp(&b.1))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn stop(x: f32, y: f32, walled: bool) -> Stop {
        let rect = Rect::new(x, y, 100.0, 40.0);
        Stop {
            rect,
            y: y + 20.0,
            ties: y..y + 40.0,
            gutters: [x - 10.0, x + 110.0],
            slack: [7.0; 2],
            is_walled: [false, walled],
            gap_y: y + 44.0,
        }
    }

    #[test]
    fn a_line_pauses_where_it_passes_and_not_where_it_ends() {
        let at = Point::new;
        let points = [at(0.0, 0.0), at(9.0, 0.0), at(9.0, 100.0), at(20.0, 100.0)];
        let parts = parted(&points, &[60.0..80.0, 20.0..40.0, 90.0..140.0]);
        let ends: Vec<(f32, f32)> = parts.iter().map(|part| (part[0].y, part[part.len() - 1].y)).collect();
        assert_eq!(ends, [(0.0, 20.0), (40.0, 60.0), (80.0, 100.0)]);
        let back: Vec<Point> = points.into_iter().rev().collect();
        let ends: Vec<f32> = parted(&back, &[60.0..80.0, 20.0..40.0]).iter().map(|part| part[0].y).collect();
        assert_eq!(ends, [100.0, 60.0, 20.0]);
    }

    #[test]
    fn lines_of_one_side_stand_apart_where_they_are_tied_and_share_a_place_where_that_is_too_low() {
        let tied = |ties: Range<f32>, count| {
            let stop = Stop { ties, ..stop(0.0, 0.0, false) };
            (0..count).map(|nth| tie_y(&stop, nth, count)).collect::<Vec<_>>()
        };
        assert_eq!(tied(0.0..40.0, 1), [20.0]);
        assert_eq!(tied(0.0..40.0, 3), [8.0, 20.0, 32.0]);
        assert_eq!(tied(20.0..36.0, 2), [20.0, 32.0]);
        assert_eq!(tied(24.0..36.0, 1), [24.0]);
        assert_eq!(tied(20.0..36.0, 4), [20.0; 4]);
    }

    #[test]
    fn a_line_has_right_angles_and_no_corner_too_many() {
        let (from, to) = (stop(10.0, 0.0, false), stop(130.0, 96.0, false));
        let points = corners(&from, &to, Run::Gutter { right: true }, 0.0);
        assert_eq!(
            points,
            [(110.0, 20.0), (120.0, 20.0), (120.0, 116.0), (130.0, 116.0)].map(|(x, y)| Point::new(x, y))
        );
        let level = corners(&from, &stop(130.0, 0.0, false), Run::Gutter { right: true }, 0.0);
        assert_eq!(level.len(), 2, "{level:?}");
        let run = Run::Channel { y: 200.0, leaves_right: true, comes_right: false };
        let walled = corners(&stop(10.0, 0.0, true), &stop(400.0, 0.0, false), run, 3.0);
        assert_eq!(walled.first(), Some(&Point::new(60.0, 40.0)), "it leaves below its row");
        assert!(walled.windows(2).all(|two| two[0].x == two[1].x || two[0].y == two[1].y), "{walled:?}");
        assert_eq!(longest_level(&walled), Some((123.0, 270.0, 200.0)));
        assert!(rounded(&walled, 8.0).len() > walled.len());
        assert_eq!(corners(&from, &stop(10.0, 48.0, false), Run::Down, 3.0).len(), 2);
    }
}
