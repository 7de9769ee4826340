//! Quantiles by linear interpolation between order statistics (R-7, the default of R, NumPy and pandas;
//! Hyndman and Fan 1996, definition 7).

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

/// The quantile `p` (0 … 1) of whole microseconds, in seconds. `None` without values or with a `p` outside 0 … 1. The slice
/// is reordered, not sorted.
pub fn quantile_secs(micros: &mut [i64], p: f64) -> Option<f64> {
    let (at, share) = place(micros.len(), p)?;
    let (_, lower, above) = micros.select_nth_unstable(at);
    let lower = *lower;
    let upper = above.iter().copied().min().unwrap_or(lower);
    // The step is taken as a whole number, so that nothing is lost between two times far from zero.
    let step = i128::from(upper) - i128::from(lower);
    Some((lower as f64 + share * step as f64) / 1e6)
}

/// The quantile `p` (0 … 1) of numbers that are sorted upwards. `None` without values or with a `p` outside 0 … 1.
pub fn quantile_sorted(values: &[f64], p: f64) -> Option<f64> {
    let (at, share) = place(values.len(), p)?;
    let lower = *values.get(at)?;
    let upper = values.get(at + 1).copied().unwrap_or(lower);
    Some(lower + share * (upper - lower))
}

/// Between which two order statistics a quantile lies: the lower one's place, and how far it is to the next.
fn place(len: usize, p: f64) -> Option<(usize, f64)> {
    if len == 0 || !(0.0..=1.0).contains(&p) {
        return None;
    }
    let exact = (len - 1) as f64 * p;
    let at = (exact.floor() as usize).min(len - 1);
    Some((at, exact - at as f64))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn median_interpolates_between_the_middle_two() {
        assert_eq!(median_secs(&mut []), None);
        assert_eq!(median_secs(&mut [5_000_000]), Some(5.0));
        assert_eq!(median_secs(&mut [4_000_000, 1_000_000]), Some(2.5));
        assert_eq!(median_secs(&mut [3, 1, 2]), Some(2e-6));
        assert_eq!(median_secs(&mut [9_000_000, 1_000_000, 3_000_000, 2_000_000]), Some(2.5));
        assert_eq!(median_secs(&mut [i64::MAX, i64::MAX]), Some(i64::MAX as f64 / 1e6));
    }

    /// `numpy.quantile([1, 2, 4, 8, 16, 32], p)` of NumPy 2, whose default is R-7.
    #[test]
    fn quantiles_agree_with_numpy() {
        let values = [1.0, 2.0, 4.0, 8.0, 16.0, 32.0];
        for (p, expected) in [(0.0, 1.0), (0.1, 1.5), (0.25, 2.5), (0.5, 6.0), (0.9, 24.0), (0.95, 28.0), (1.0, 32.0)] {
            assert!((quantile_sorted(&values, p).unwrap() - expected).abs() < 1e-12, "{p}");
            let mut micros = [32_000_000, 1_000_000, 16_000_000, 2_000_000, 8_000_000, 4_000_000];
            assert!((quantile_secs(&mut micros, p).unwrap() - expected).abs() < 1e-12, "{p}");
        }
        assert_eq!(quantile_secs(&mut [], 0.5), None);
        assert_eq!(quantile_secs(&mut [1], 1.5), None);
        assert_eq!(quantile_sorted(&[1.0], f64::NAN), None);
        assert_eq!(quantile_secs(&mut [i64::MIN, i64::MAX], 0.5), Some(-0.0));
    }
}
