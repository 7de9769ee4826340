//! Tails of distributions. The special functions are statrs's; what is outside their range is decided here.
//!
//! A probability below what a number can hold is 0; whoever prints one says so.

use statrs::function::beta::checked_beta_reg;
use statrs::function::erf::erfc;
use statrs::function::gamma::checked_gamma_ur;

/// The two-sided tail of the standard normal distribution: how likely a value at least as far from 0 as `z` is.
pub fn normal_two_sided(z: f64) -> f64 {
    if z.is_nan() {
        return 1.0;
    }
    erfc(z.abs() / std::f64::consts::SQRT_2).clamp(0.0, 1.0)
}

/// The upper tail of the chi-square distribution with `degrees` degrees of freedom; 1 for a statistic that is no positive
/// number or without a degree of freedom.
pub fn chi_square_tail(statistic: f64, degrees: u32) -> f64 {
    if statistic.is_nan() || statistic <= 0.0 || degrees == 0 {
        return 1.0;
    }
    // Beyond this every tail with so few degrees is under the smallest number there is.
    if statistic > 1e6 && f64::from(degrees) < statistic / 4.0 {
        return 0.0;
    }
    if statistic.is_infinite() {
        return 0.0;
    }
    // What the function does not take is a statistic as good as 0.
    checked_gamma_ur(f64::from(degrees) / 2.0, statistic / 2.0).unwrap_or(1.0).clamp(0.0, 1.0)
}

/// The two-sided tail of Student's t distribution with `degrees` degrees of freedom, which are at least 1.
pub fn student_two_sided(t: f64, degrees: u32) -> f64 {
    if t.is_nan() {
        return 1.0;
    }
    let degrees = f64::from(degrees.max(1));
    let x = degrees / (degrees + t * t);
    if x <= 0.0 {
        return 0.0;
    }
    checked_beta_reg(degrees / 2.0, 0.5, x.min(1.0)).unwrap_or(1.0).clamp(0.0, 1.0)
}

/// The t beyond which, on both sides together, the share `two_sided` of Student's distribution lies, by halving.
/// `two_sided` is brought between 1e-12 and 1.
pub fn student_quantile(two_sided: f64, degrees: u32) -> f64 {
    let wanted = two_sided.clamp(1e-12, 1.0);
    let (mut low, mut high) = (0.0_f64, 1.0_f64);
    while student_two_sided(high, degrees) > wanted && high < 1e13 {
        high *= 2.0;
    }
    for _ in 0..200 {
        let middle = low.midpoint(high);
        if middle <= low || middle >= high {
            break;
        }
        match student_two_sided(middle, degrees) > wanted {
            true => low = middle,
            false => high = middle,
        }
    }
    low.midpoint(high)
}
