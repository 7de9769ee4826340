//! Middle and upper end of durations: median and 90th percentile by linear interpolation, in seconds.

use serde::Serialize;

/// How long something takes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize)]
pub struct Spread {
    /// How many were timed.
    pub n: u64,
    pub median_secs: Option<f64>,
    pub p90_secs: Option<f64>,
}

impl Spread {
    /// Of durations in microseconds, which are put into order.
    pub fn of(micros: &mut [i64]) -> Spread {
        micros.sort_unstable();
        Spread { n: micros.len() as u64, median_secs: quantile(micros, 1, 2), p90_secs: quantile(micros, 9, 10) }
    }
}

/// The quantile `part / whole` of sorted values: R-7, the default of R, NumPy and pandas.
fn quantile(sorted: &[i64], part: usize, whole: usize) -> Option<f64> {
    let steps = sorted.len().checked_sub(1)? as u128 * part as u128;
    let (below, rest) = ((steps / whole as u128) as usize, (steps % whole as u128) as f64 / whole as f64);
    let low = *sorted.get(below)?;
    let high = sorted.get(below + 1).copied().unwrap_or(low);
    // Seconds and the fraction between them apart, so that no microsecond is lost in a large number.
    Some(low as f64 / 1e6 + (i128::from(high) - i128::from(low)) as f64 * rest / 1e6)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn quantiles_are_those_of_r_7() {
        let mut micros: Vec<i64> = [1, 2, 3, 4, 10].iter().map(|secs| secs * 1_000_000).rev().collect();
        let spread = Spread::of(&mut micros);
        assert_eq!((spread.n, spread.median_secs), (5, Some(3.0)));
        assert!((spread.p90_secs.unwrap() - 7.6).abs() < 1e-9, "numpy.quantile([1, 2, 3, 4, 10], 0.9)");
        assert_eq!(Spread::of(&mut []), Spread::default());
        assert_eq!(Spread::of(&mut [5_000_000]).p90_secs, Some(5.0));
    }
}
