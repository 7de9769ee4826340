//! The lines of a hatch: at 45°, rising to the right, at places that do not depend on the shape, so that neighbours meet.

use crate::scene::{Point, Rect};

/// More lines than this are a grey area in any case.
const MOST_LINES: f32 = 4_000.0;

/// Lines that cover `area`, `gap` apart.
pub(super) fn hatch_lines(area: Rect, gap: f32) -> Vec<(Point, Point)> {
    let reach = area.width + area.height;
    if !(reach.is_finite() && reach > 0.0) {
        return Vec::new();
    }
    let gap = if gap.is_finite() { gap.max(0.5) } else { 6.0 };
    // Along an axis, lines that are `gap` apart stand √2 times as far from one another.
    let step = (gap * std::f32::consts::SQRT_2).max(reach / MOST_LINES);
    // A line holds the points whose x + y is the same.
    let first = ((area.x + area.y) / step).floor();
    let count = (reach / step).ceil() as usize + 1;
    (0..count)
        .map(|nth| {
            let sum = (first + nth as f32) * step;
            (Point::new(sum - area.bottom(), area.bottom()), Point::new(sum - area.y, area.y))
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_cover_the_area_and_keep_their_places() {
        let lines = hatch_lines(Rect::new(10.0, 20.0, 30.0, 40.0), 5.0);
        let sums: Vec<f32> = lines.iter().map(|(from, _)| from.x + from.y).collect();
        let step = 5.0 * std::f32::consts::SQRT_2;
        assert!(sums[0] <= 30.0 && sums[sums.len() - 1] + step >= 100.0, "{sums:?}");
        assert!(sums.iter().all(|sum| ((sum / step).round() - sum / step).abs() < 1e-3));
        assert!(hatch_lines(Rect::new(0.0, 0.0, 0.0, 0.0), 5.0).is_empty());
        assert!(hatch_lines(Rect::new(0.0, 0.0, 1e6, 1e6), 0.0).len() < 5_000);
    }
}
