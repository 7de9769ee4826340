//! Metrics against targets: a figure with its 95 % interval, and whether it meets the target, does not, or cannot be told.
//!
//! Promise: *met* and *not met* are said only where the whole interval lies on one side of the target. Numbers in, numbers
//! out; what the metrics are called and what is counted stands in the map.

use super::statistics::{Interval, Z_95, trend, wilson};
use serde::Serialize;
use touchline_words::say;

/// Days of a mean month of the Gregorian calendar.
pub const MONTH_DAYS: f64 = 30.436875;

/// A figure with the ends of its 95 % interval: a fraction 0 … 1, or points −100 … 100.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct Estimate {
    pub value: f64,
    pub low: f64,
    pub high: f64,
}

impl From<Interval> for Estimate {
    fn from(interval: Interval) -> Self {
        Self { value: interval.rate, low: interval.low, high: interval.high }
    }
}

/// On which side of its target a figure is wanted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Wanted {
    Below,
    Above,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Verdict {
    Met,
    NotMet,
    /// The interval straddles the target.
    CannotTell,
    /// Whether it grows shows only over three periods or more.
    NeedsTrend,
}

impl Verdict {
    pub const ALL: [Self; 4] = [Self::Met, Self::NotMet, Self::CannotTell, Self::NeedsTrend];

    pub fn words(self) -> &'static str {
        match self {
            Self::Met => say!(shape_verdict_met),
            Self::NotMet => say!(shape_verdict_not_met),
            Self::CannotTell => say!(shape_verdict_cannot_tell),
            Self::NeedsTrend => say!(shape_verdict_needs_trend),
        }
    }
}

/// A share of customers, with its Wilson interval. `None` when nobody was counted or more than all.
pub fn share(count: u64, of: u64) -> Option<Estimate> {
    wilson(count, of).map(Estimate::from)
}

/// A share lost in a period of so many days, as the share that the same pace loses in a month: 1 − (1 − share)^(month ÷
/// days). The ends of the interval go the same way, since the formula is monotone. `None` without days.
pub fn monthly(lost: Estimate, days: f64) -> Option<Estimate> {
    if !(days.is_finite() && days > 0.0) {
        return None;
    }
    let month = |share: f64| 1.0 - (1.0 - share).powf(MONTH_DAYS / days);
    Some(Estimate { value: month(lost.value), low: month(lost.low), high: month(lost.high) })
}

/// The net promoter score in points: per cent promoters less per cent detractors, with the adjusted Wald interval (Rocks
/// 2016, The American Statistician 70, 365–372: ¾ added to promoters and detractors, 3 to the answers). `None` without
/// answers, or when the two are more than all.
pub fn net_promoter(promoters: u64, detractors: u64, answers: u64) -> Option<Estimate> {
    if answers == 0 || promoters.checked_add(detractors)? > answers {
        return None;
    }
    let score = |promoters: f64, detractors: f64, answers: f64| 100.0 * (promoters - detractors) / answers;
    let value = score(promoters as f64, detractors as f64, answers as f64);
    let (p, d, n) = (promoters as f64 + 0.75, detractors as f64 + 0.75, answers as f64 + 3.0);
    let (middle, difference) = (score(p, d, n), (p - d) / n);
    let half = 100.0 * Z_95 * (((p + d) / n - difference * difference) / n).sqrt();
    // The interval stands around the adjusted score; where that is far from the plain one, it is stretched to hold it.
    let low = (middle - half).clamp(-100.0, value);
    let high = (middle + half).clamp(value, 100.0);
    Some(Estimate { value, low, high })
}

/// Whether a figure meets a level.
pub fn against_level(figure: &Estimate, target: f64, wanted: Wanted) -> Verdict {
    let (met, missed) = match wanted {
        Wanted::Below => (figure.high < target, figure.low >= target),
        Wanted::Above => (figure.low > target, figure.high <= target),
    };
    match (met, missed) {
        (true, _) => Verdict::Met,
        (_, true) => Verdict::NotMet,
        _ => Verdict::CannotTell,
    }
}

/// What a row of periods does. Units are those of the values, a period.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct Growth {
    pub periods: usize,
    /// Of a straight line by least squares, with its 95 % interval.
    pub slope: f64,
    pub low: f64,
    pub high: f64,
    /// The newest value less the one before.
    pub last_change: f64,
}

/// How the values of equally long periods, oldest first, grow; `None` for fewer than three. Three leave one degree of
/// freedom, and Student's t is then 12.7: only a nearly straight line is told from chance, as it should be.
pub fn growth(values: &[f64]) -> Option<Growth> {
    let [.., before, last] = values else { return None };
    let points: Vec<(f64, f64)> = values.iter().enumerate().map(|(place, value)| (place as f64, *value)).collect();
    let line = trend(&points)?;
    Some(Growth { periods: line.points, slope: line.slope, low: line.low, high: line.high, last_change: last - before })
}

/// Whether values of periods, oldest first, grow.
pub fn against_growth(values: &[f64]) -> (Verdict, Option<Growth>) {
    let Some(found) = growth(values) else { return (Verdict::NeedsTrend, None) };
    let slope = Estimate { value: found.slope, low: found.low, high: found.high };
    (against_level(&slope, 0.0, Wanted::Above), Some(found))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_verdict_needs_the_whole_interval() {
        for (count, of, target, wanted, verdict) in [
            (40, 1_000, 0.05, Wanted::Below, Verdict::CannotTell),
            (400, 10_000, 0.05, Wanted::Below, Verdict::Met),
            (600, 10_000, 0.05, Wanted::Below, Verdict::NotMet),
            (850, 1_000, 0.80, Wanted::Above, Verdict::Met),
            (815, 1_000, 0.80, Wanted::Above, Verdict::CannotTell),
            (700, 1_000, 0.80, Wanted::Above, Verdict::NotMet),
        ] {
            let figure = share(count, of).unwrap();
            assert_eq!(against_level(&figure, target, wanted), verdict, "{count} of {of}");
        }
        assert_eq!(share(3, 2), None);
    }

    /// 39 answers, 8 promoters and 22 detractors: −35.9 by the survey's publisher. The ends by hand from the formula.
    #[test]
    fn the_net_promoter_score_has_its_adjusted_wald_interval() {
        let score = net_promoter(8, 22, 39).unwrap();
        assert!((score.value + 35.897_436).abs() < 1e-6, "{score:?}");
        let middle: f64 = (8.75 - 22.75) / 42.0;
        let half = 1.959_963_984_540_054 * (((8.75 + 22.75) / 42.0 - middle * middle) / 42.0).sqrt();
        assert!((score.low - 100.0 * (middle - half)).abs() < 1e-9, "{score:?}");
        assert!((score.high - 100.0 * (middle + half)).abs() < 1e-9, "{score:?}");
        assert_eq!(net_promoter(5, 5, 9), None);
        assert_eq!(net_promoter(0, 0, 0), None);
        assert_eq!(net_promoter(u64::MAX, 2, 9), None);
    }

    #[test]
    fn a_quarters_churn_is_told_by_the_month() {
        let quarter = Estimate { value: 0.142_625, low: 0.1, high: 0.2 };
        let month = monthly(quarter, 3.0 * MONTH_DAYS).unwrap();
        assert!((month.value - 0.05).abs() < 1e-9, "{month:?}");
        assert!(month.low < month.value && month.value < month.high);
        assert_eq!(monthly(quarter, MONTH_DAYS).map(|same| (same.value * 1e9).round()), Some(142_625_000.0));
        assert_eq!(monthly(quarter, 0.0), None);
    }

    #[test]
    fn growth_needs_three_periods_and_a_slope_that_is_no_chance() {
        assert_eq!(against_growth(&[1.0, 2.0]).0, Verdict::NeedsTrend);
        assert_eq!(against_growth(&[1.0, 2.0, 3.1]).0, Verdict::Met);
        assert_eq!(against_growth(&[3.0, 2.0, 0.9]).0, Verdict::NotMet);
        assert_eq!(against_growth(&[1.0, 5.0, 2.0, 4.0]).0, Verdict::CannotTell);
        assert_eq!(against_growth(&[2.0, 2.0, 2.0]).0, Verdict::NotMet);
    }

    proptest! {
        #[test]
        fn scores_stay_in_their_range(p in 0u64..500, d in 0u64..500, more in 0u64..500) {
            if let Some(score) = net_promoter(p, d, p + d + more) {
                prop_assert!(-100.0 <= score.low && score.low <= score.value, "{:?}", score);
                prop_assert!(score.value <= score.high && score.high <= 100.0, "{:?}", score);
            }
        }
    }
}
