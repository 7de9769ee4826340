//! Middle and upper end of durations: median and 90th percentile by linear interpolation, in seconds.

use serde::Serialize;

use crate::quantile::p90_secs;
use crate::statistics::median_secs;

/// How long something takes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize)]
pub struct Spread {
    /// How many were timed.
    pub n: u64,
    pub median_secs: Option<f64>,
    pub p90_secs: Option<f64>,
}

impl Spread {
    /// Of durations in microseconds, which are reordered.
    pub fn of(micros: &mut [i64]) -> Spread {
        Spread { n: micros.len() as u64, median_secs: median_secs(micros), p90_secs: p90_secs(micros) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_are_those_of_numpy() {
        let mut micros: Vec<i64> = [1, 2, 3, 4, 10].iter().map(|secs| secs * 1_000_000).rev().collect();
        let spread = Spread::of(&mut micros);
        assert_eq!((spread.n, spread.median_secs), (5, Some(3.0)));
        assert!((spread.p90_secs.unwrap() - 7.6).abs() < 1e-9, "numpy.quantile([1, 2, 3, 4, 10], 0.9)");
        assert_eq!(Spread::of(&mut []), Spread::default());
        assert_eq!(Spread::of(&mut [5_000_000]).p90_secs, Some(5.0));
    }
}
