//! The ninth decile of times between stages.
//!
//! By linear interpolation between order statistics (R-7, the default of R, NumPy and pandas), as the median in
//! [`super::statistics::median_secs`]. Whole microseconds go in, and one division gives seconds, so that every back end
//! comes to the same digits.

/// The 90th percentile of whole microseconds, in seconds. `None` without values. The slice is reordered, not sorted.
pub fn p90_secs(micros: &mut [i64]) -> Option<f64> {
    let tenths = micros.len().checked_sub(1)? * 9;
    let (_, lower, above) = micros.select_nth_unstable(tenths / 10);
    let lower = *lower;
    let upper = above.iter().min().copied().unwrap_or(lower);
    p90_between(lower, upper, micros.len() as u64)
}

/// The same of `count` values of which only the two about it are known, those with the places `9 (count - 1) / 10`, counted
/// from 0 and rounded down, and the next, or the same where there is no next.
pub fn p90_between(lower: i64, upper: i64, count: u64) -> Option<f64> {
    let share = i128::from(count.checked_sub(1)?) * 9 % 10;
    Some((i128::from(lower) * (10 - share) + i128::from(upper) * share) as f64 / 1e7)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// `numpy.quantile(values, 0.9)` of NumPy 2.2, values in microseconds.
    #[test]
    fn it_is_the_quantile_of_numpy() {
        assert_eq!(p90_secs(&mut []), None);
        assert_eq!(p90_secs(&mut [5_000_000]), Some(5.0));
        assert_eq!(p90_secs(&mut [3_000_000, 1_000_000]), Some(2.8));
        assert_eq!(p90_secs(&mut [9, 1, 4, 7]), Some(8.4e-6));
        assert_eq!(p90_secs(&mut (0..=10).rev().map(|n| n * 1_000_000).collect::<Vec<_>>()), Some(9.0));
        assert_eq!(p90_secs(&mut (0..12).map(|n| n * n * 1_000_000).collect::<Vec<_>>()), Some(98.1));
        assert_eq!(p90_secs(&mut [i64::MAX, i64::MAX]), Some(i64::MAX as f64 / 1e6));
        assert_eq!((p90_between(1, 2, 0), p90_between(7, 9, 4)), (None, Some(8.4e-6)));
    }
}
