//! The few formulas behind every figure: the Wilson interval of a share and the median of durations.
//!
//! Promise: one formula each, for the table, the map, the export and the command line alike, so that a rate is the same
//! rate to the last digit wherever it is read. Numbers in, numbers out: how a figure is worded or rounded is not known here.

/// The two-sided 95 % quantile of the standard normal distribution.
pub const Z_95: f64 = 1.959963984540054;

/// A share of customers with its 95 % interval, all three as fractions from 0 to 1.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Interval {
    /// The observed share.
    pub rate: f64,
    /// The lower end of the interval, at most `rate`.
    pub low: f64,
    /// The upper end of the interval, at least `rate`.
    pub high: f64,
}

/// The share `count / total` with its Wilson score interval at 95 %, without continuity correction
/// (Wilson 1927; Brown, Cai and DasGupta 2001, formula 4). `None` when nobody was counted or `count` exceeds `total`.
pub fn wilson(count: u64, total: u64) -> Option<Interval> {
    if total == 0 || count > total {
        return None;
    }
    let n = total as f64;
    let rate = count as f64 / n;
    let z2 = Z_95 * Z_95;
    let centre = (rate + z2 / (2.0 * n)) / (1.0 + z2 / n);
    let half = Z_95 / (1.0 + z2 / n) * (rate * (1.0 - rate) / n + z2 / (4.0 * n * n)).sqrt();
    // At 0 and at n of n the end of the interval is the rate itself; rounding must not put it beside.
    let low = if count == 0 { 0.0 } else { (centre - half).clamp(0.0, rate) };
    let high = if count == total { 1.0 } else { (centre + half).clamp(rate, 1.0) };
    Some(Interval { rate, low, high })
}

/// The median of whole microseconds, in seconds, by linear interpolation between order statistics (R-7, the default of
/// R, NumPy and pandas). `None` without values. The slice is reordered, not sorted.
pub fn median_secs(micros: &mut [i64]) -> Option<f64> {
    let upper_at = micros.len() / 2;
    if micros.is_empty() {
        return None;
    }
    let is_even = micros.len().is_multiple_of(2);
    let (below, upper, _) = micros.select_nth_unstable(upper_at);
    let upper = *upper;
    let lower = if is_even { below.iter().copied().max().unwrap_or(upper) } else { upper };
    // The halves are added as whole numbers, so that no microsecond is lost before the one division.
    Some((i128::from(lower) + i128::from(upper)) as f64 / 2e6)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Newcombe 1998 (Statistics in Medicine 17, 857–872), table I, method 3.
    #[test]
    fn wilson_agrees_with_published_values() {
        for (count, total, low, high) in
            [(81, 263, 0.2553, 0.3662), (15, 148, 0.0624, 0.1605), (0, 20, 0.0, 0.1611), (1, 29, 0.0061, 0.1718)]
        {
            let interval = wilson(count, total).unwrap();
            assert!((interval.low - low).abs() < 5e-5, "{count} of {total}: {interval:?}");
            assert!((interval.high - high).abs() < 5e-5, "{count} of {total}: {interval:?}");
            // The ends solve (p - x)^2 = z^2 x (1 - x) / n, which is how Wilson defines them.
            for end in [interval.low, interval.high] {
                let residual = (interval.rate - end).powi(2) - Z_95 * Z_95 * end * (1.0 - end) / total as f64;
                assert!(residual.abs() < 1e-15, "{count} of {total}: {residual}");
            }
        }
    }

    #[test]
    fn wilson_stays_inside_zero_and_one() {
        assert_eq!(wilson(0, 0), None);
        assert_eq!(wilson(3, 2), None);
        let none = wilson(0, 20).unwrap();
        assert_eq!((none.rate, none.low), (0.0, 0.0));
        assert!((none.high - 0.161125).abs() < 1e-6, "{none:?}");
        let all = wilson(20, 20).unwrap();
        assert_eq!((all.rate, all.high), (1.0, 1.0));
        assert!((all.low - 0.838875).abs() < 1e-6, "{all:?}");
        let huge = wilson(1, u64::MAX).unwrap();
        assert!(huge.low <= huge.rate && huge.rate <= huge.high);
    }

    #[test]
    fn median_interpolates_between_the_middle_two() {
        assert_eq!(median_secs(&mut []), None);
        assert_eq!(median_secs(&mut [5_000_000]), Some(5.0));
        assert_eq!(median_secs(&mut [4_000_000, 1_000_000]), Some(2.5));
        assert_eq!(median_secs(&mut [3, 1, 2]), Some(2e-6));
        assert_eq!(median_secs(&mut [9_000_000, 1_000_000, 3_000_000, 2_000_000]), Some(2.5));
        assert_eq!(median_secs(&mut [i64::MAX, i64::MAX]), Some(i64::MAX as f64 / 1e6));
    }
}
