//! Shares of customers: the Wilson interval of one, and whether two differ.

use super::exact::fisher;
use super::tails::normal_two_sided;

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

/// How far one share lies from another, in fractions: 0.11 is eleven points.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Difference {
    /// The first share less the second.
    pub points: f64,
    /// The ends of the interval at 95 %.
    pub low: f64,
    pub high: f64,
}

/// The difference of the shares `a.0 / a.1` and `b.0 / b.1` with Newcombe's hybrid score interval at 95 % (Newcombe 1998,
/// Statistics in Medicine 17, 873–890, method 10). `None` when either share is none.
pub fn newcombe(a: (u64, u64), b: (u64, u64)) -> Option<Difference> {
    let (a, b) = (wilson(a.0, a.1)?, wilson(b.0, b.1)?);
    let points = a.rate - b.rate;
    let below = (a.rate - a.low).hypot(b.high - b.rate);
    let above = (a.high - a.rate).hypot(b.rate - b.low);
    Some(Difference { points, low: points - below, high: points + above })
}

/// Cohen's h, the difference of two shares on the arcsine scale (Cohen 1988, chapter 6): 0.2 is small, 0.5 medium, 0.8 large.
pub fn cohen_h(a: f64, b: f64) -> f64 {
    let phi = |share: f64| 2.0 * share.clamp(0.0, 1.0).sqrt().asin();
    phi(a) - phi(b)
}

/// Which test gave a p-value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ShareTest {
    /// The two-proportion z test with pooled variance.
    Z,
    /// Fisher's exact test.
    Fisher,
}

/// Whether two shares differ.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct TwoShares {
    pub difference: Difference,
    /// Cohen's h.
    pub h: f64,
    /// The pooled z; 0 where both shares are 0, or both are 1.
    pub z: f64,
    /// Two-sided.
    pub p: f64,
    pub test: ShareTest,
}

/// Compares the shares `a.0 / a.1` and `b.0 / b.1`: by the pooled two-proportion z test, or, where a cell of the table is
/// expected to hold fewer than 5 (Cochran 1954), by Fisher's exact test. `None` when either share is none.
pub fn two_shares(a: (u64, u64), b: (u64, u64)) -> Option<TwoShares> {
    let difference = newcombe(a, b)?;
    let z = pooled_z(a, b);
    let (p, test) = match least_expected(a, b) < 5.0 {
        true => (fisher(a, b), ShareTest::Fisher),
        false => (normal_two_sided(z), ShareTest::Z),
    };
    let share = |(count, total): (u64, u64)| count as f64 / total as f64;
    Some(TwoShares { difference, h: cohen_h(share(a), share(b)), z, p, test })
}

/// The z of the two-proportion test with pooled variance and no continuity correction; 0 where nothing varies.
pub fn pooled_z(a: (u64, u64), b: (u64, u64)) -> f64 {
    let (n, m) = (a.1 as f64, b.1 as f64);
    let pooled = (a.0 as f64 + b.0 as f64) / (n + m);
    let variance = pooled * (1.0 - pooled) * (1.0 / n + 1.0 / m);
    let z = (a.0 as f64 / n - b.0 as f64 / m) / variance.sqrt();
    if variance > 0.0 && z.is_finite() { z } else { 0.0 }
}

/// The smallest of the four counts that are expected if the shares are one.
fn least_expected(a: (u64, u64), b: (u64, u64)) -> f64 {
    let (n, m) = (a.1 as f64, b.1 as f64);
    let with = a.0 as f64 + b.0 as f64;
    let without = n + m - with;
    n.min(m) * with.min(without) / (n + m)
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

    /// Newcombe 1998 (Statistics in Medicine 17, 873–890), table II, method 10.
    #[test]
    fn differences_agree_with_published_values() {
        for (a, b, low, high) in [
            ((56, 70), (48, 80), 0.0524, 0.3339),
            ((9, 10), (3, 10), 0.1705, 0.8090),
            ((5, 56), (0, 29), -0.0381, 0.1926),
            ((10, 10), (0, 10), 0.6075, 1.0),
            ((10, 10), (0, 20), 0.6791, 1.0),
        ] {
            let found = newcombe(a, b).unwrap();
            assert!((found.low - low).abs() < 5e-5 && (found.high - high).abs() < 5e-5, "{a:?} {b:?}: {found:?}");
            let back = newcombe(b, a).unwrap();
            assert!((back.low + found.high).abs() < 1e-15 && (back.high + found.low).abs() < 1e-15);
        }
        assert_eq!(newcombe((1, 2), (0, 0)), None);
    }

    #[test]
    fn shares_that_cannot_vary_do_not_differ() {
        for (a, b) in [((0, 40), (0, 900)), ((40, 40), (900, 900))] {
            let found = two_shares(a, b).unwrap();
            assert_eq!((found.z, found.p, found.h), (0.0, 1.0, 0.0), "{a:?} {b:?}");
        }
        assert_eq!(two_shares((0, 0), (1, 2)), None);
        assert_eq!(two_shares((3, 2), (1, 2)), None);
    }

    #[test]
    fn few_expected_in_a_cell_call_for_the_exact_test() {
        assert_eq!(two_shares((1, 40), (3, 40)).unwrap().test, ShareTest::Fisher);
        assert_eq!(two_shares((5, 40), (5, 40)).unwrap().test, ShareTest::Z);
    }
}
