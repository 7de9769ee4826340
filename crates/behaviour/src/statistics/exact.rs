//! Fisher's exact test of a two-by-two table.

use statrs::function::gamma::ln_gamma;

/// Tables with more entries than this are not summed one by one: the normal approximation is exact enough there.
const MOST_TABLES: u64 = 2_000_000;

/// How likely a table at most as probable as the one seen is, if both shares are one (Fisher 1935; two-sided as in R and
/// SciPy: by probability, not by doubling). Shares are given as `(count, total)` with count at most total. 1 for a table
/// with an empty margin, or with so many possible tables that the test has no business there.
pub fn fisher(a: (u64, u64), b: (u64, u64)) -> f64 {
    let (Some(all), Some(with)) = (a.1.checked_add(b.1), a.0.checked_add(b.0)) else { return 1.0 };
    if a.0 > a.1 || b.0 > b.1 || all == 0 {
        return 1.0;
    }
    // The first group's count runs over all tables with these margins.
    let (lowest, highest) = (with.saturating_sub(b.1), with.min(a.1));
    if highest - lowest > MOST_TABLES {
        return 1.0;
    }
    let ln_of = |count: u64| ln_choose(a.1, count) + ln_choose(b.1, with - count) - ln_choose(all, with);
    let seen = ln_of(a.0);
    // As much as rounding may set two equal tables apart.
    let at_most = seen + 1e-7;
    let sum: f64 = (lowest..=highest).map(ln_of).filter(|ln| *ln <= at_most).map(f64::exp).sum();
    sum.min(1.0)
}

fn ln_choose(n: u64, k: u64) -> f64 {
    let ln_factorial = |n: u64| ln_gamma(n as f64 + 1.0);
    ln_factorial(n) - ln_factorial(k) - ln_factorial(n - k)
}
