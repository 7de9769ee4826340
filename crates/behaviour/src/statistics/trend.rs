//! Whether a figure rises or falls over periods: the slope of a straight line through them.

use super::tails::{student_quantile, student_two_sided};

/// A straight line through the figures of successive periods, by ordinary least squares.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Trend {
    /// Change per unit of time.
    pub slope: f64,
    /// The ends of the slope's interval at 95 %, by Student's t with two degrees fewer than points.
    pub low: f64,
    pub high: f64,
    /// The line's value at time 0.
    pub intercept: f64,
    /// Two-sided, against a slope of 0.
    pub p: f64,
    pub points: usize,
}

impl Trend {
    /// Whether the whole interval lies above 0.
    pub fn rises(&self) -> bool {
        self.low > 0.0
    }

    /// Whether the whole interval lies below 0.
    pub fn falls(&self) -> bool {
        self.high < 0.0
    }
}

/// The trend through points of `(time, value)`. `None` for fewer than three points, for times that are all the same, and
/// for numbers that are not finite.
pub fn trend(points: &[(f64, f64)]) -> Option<Trend> {
    if points.len() < 3 || points.iter().any(|(x, y)| !x.is_finite() || !y.is_finite()) {
        return None;
    }
    let n = points.len() as f64;
    let mean_x = points.iter().map(|(x, _)| x / n).sum::<f64>();
    let mean_y = points.iter().map(|(_, y)| y / n).sum::<f64>();
    let spread: f64 = points.iter().map(|(x, _)| (x - mean_x).powi(2)).sum();
    if spread <= 0.0 || !spread.is_finite() {
        return None;
    }
    let slope = points.iter().map(|(x, y)| (x - mean_x) * (y - mean_y)).sum::<f64>() / spread;
    let intercept = mean_y - slope * mean_x;
    let residual = |(x, y): &(f64, f64)| (y - intercept - slope * x).powi(2);
    let degrees = u32::try_from(points.len() - 2).unwrap_or(u32::MAX);
    let error = (points.iter().map(residual).sum::<f64>() / f64::from(degrees) / spread).sqrt();
    // A line that meets every point has no error to divide by.
    let p = match error > 0.0 {
        true => student_two_sided(slope / error, degrees),
        false if slope == 0.0 => 1.0,
        false => 0.0,
    };
    let half = student_quantile(0.05, degrees) * error;
    let found = Trend { slope, low: slope - half, high: slope + half, intercept, p, points: points.len() };
    (found.low.is_finite() && found.high.is_finite()).then_some(found)
}
