//! A smooth curve through points from left to right that never swings past them.

use crate::scene::{PathSegment, Point};

/// The curve's path through points whose `x` rises: monotone cubic interpolation (Fritsch and Carlson 1980), so that between
/// two points it stays between their heights. Without a second point there is no curve.
pub fn smooth(points: &[Point]) -> Vec<PathSegment> {
    let (Some(first), true) = (points.first(), points.len() > 1) else { return Vec::new() };
    let slopes = slopes(points);
    let mut path = vec![PathSegment::Move(*first)];
    for (pair, ends) in points.windows(2).zip(slopes.windows(2)) {
        let ([from, to], [leaving, arriving]) = (pair, ends) else { continue };
        let third = (to.x - from.x) / 3.0;
        path.push(PathSegment::Cubic(
            Point::new(from.x + third, from.y + leaving * third),
            Point::new(to.x - third, to.y - arriving * third),
            *to,
        ));
    }
    path
}

/// The curve's slope at each point: level at peaks, valleys and both ends, else the harmonic mean of its neighbours' slopes.
fn slopes(points: &[Point]) -> Vec<f32> {
    let chords: Vec<(f32, f32)> = points
        .windows(2)
        .map(|pair| match pair {
            [from, to] if to.x > from.x => (to.x - from.x, (to.y - from.y) / (to.x - from.x)),
            _ => (0.0, 0.0),
        })
        .collect();
    let inner = chords.windows(2).map(|pair| match pair {
        // Fritsch and Butland's weighted mean keeps each piece monotone.
        [(left, a), (right, b)] if a * b > 0.0 => {
            let (heavy, light) = (2.0 * right + left, right + 2.0 * left);
            (heavy + light) / (heavy / a + light / b)
        }
        _ => 0.0,
    });
    std::iter::once(0.0).chain(inner).chain(std::iter::once(0.0)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_curve_meets_every_point_and_never_swings_past() {
        let heights = [3.0, 0.5, 1.0, -1.0, -2.4, -1.2, 1.5, 2.1, 0.9, -1.7];
        let points: Vec<Point> = heights.iter().enumerate().map(|(i, y)| Point::new(i as f32 * 50.0, *y)).collect();
        let path = smooth(&points);
        assert_eq!(path.len(), points.len());
        for (segment, pair) in path.iter().skip(1).zip(points.windows(2)) {
            let PathSegment::Cubic(a, b, end) = segment else { panic!("{segment:?}") };
            assert_eq!(*end, pair[1]);
            let (low, high) = (pair[0].y.min(pair[1].y), pair[0].y.max(pair[1].y));
            for step in 0..=20 {
                let t = step as f32 / 20.0;
                let u = 1.0 - t;
                let y = u * u * u * pair[0].y + 3.0 * u * u * t * a.y + 3.0 * u * t * t * b.y + t * t * t * end.y;
                assert!(y >= low - 1e-4 && y <= high + 1e-4, "{y} outside {low}…{high}");
            }
        }
    }

    #[test]
    fn one_point_is_no_curve() {
        assert!(smooth(&[]).is_empty());
        assert!(smooth(&[Point::new(1.0, 1.0)]).is_empty());
    }
}
