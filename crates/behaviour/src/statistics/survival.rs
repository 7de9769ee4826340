//! How long customers stay: the Kaplan–Meier curve with its band, and whether groups differ in it.
//!
//! As lifelines does it: Greenwood's variance, the band on the log(−log) scale (Kalbfleisch and Prentice 1980), the log-rank
//! test with the hypergeometric variance for any number of groups (Mantel 1966; Peto and Peto 1972).

use super::proportion::Z_95;
use super::tails::chi_square_tail;

/// One customer: how long it was seen, and whether it left then or was still there.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Subject {
    /// In any unit, at least 0.
    pub time: f64,
    /// It left at that time; otherwise it is known to have stayed at least so long.
    pub left: bool,
}

/// A Kaplan–Meier curve.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Survival {
    /// One a distinct time, upwards, after one at 0.
    pub steps: Vec<SurvivalStep>,
    pub subjects: u64,
    pub left: u64,
}

/// The curve from one time on.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct SurvivalStep {
    pub time: f64,
    /// Who was still seen just before that time.
    pub at_risk: u64,
    pub left: u64,
    /// Who was last seen, still there, at that time.
    pub censored: u64,
    /// The share that stays beyond that time, 0 … 1.
    pub share: f64,
    /// The ends of the band at 95 %.
    pub low: f64,
    pub high: f64,
}

impl Survival {
    /// The curve of these customers. Those with a time that is negative or no number are left out.
    pub fn of(subjects: &[Subject]) -> Survival {
        let mut sound: Vec<Subject> = sound(subjects).collect();
        sound.sort_by(|a, b| a.time.total_cmp(&b.time));
        let mut curve = Survival {
            steps: Vec::new(),
            subjects: sound.len() as u64,
            left: sound.iter().filter(|subject| subject.left).count() as u64,
        };
        if sound.is_empty() {
            return curve;
        }
        if sound.first().is_some_and(|first| first.time > 0.0) {
            let at_risk = curve.subjects;
            let start = SurvivalStep { time: 0.0, at_risk, left: 0, censored: 0, share: 1.0, low: 1.0, high: 1.0 };
            curve.steps.push(start);
        }
        let (mut at_risk, mut share, mut greenwood) = (curve.subjects, 1.0, 0.0);
        for same in sound.chunk_by(|a, b| a.time == b.time) {
            let left = same.iter().filter(|subject| subject.left).count() as u64;
            let censored = same.len() as u64 - left;
            let (n, d) = (at_risk as f64, left as f64);
            share *= (n - d) / n;
            // Infinite where nobody is left: the share is then 0 and has no band.
            greenwood += d / (n * (n - d));
            let (low, high) = band(share, greenwood);
            let time = same.first().map_or(0.0, |subject| subject.time);
            curve.steps.push(SurvivalStep { time, at_risk, left, censored, share, low, high });
            at_risk -= same.len() as u64;
        }
        curve
    }

    /// The share that stays beyond a time, with its band; all before the first step, and unknown after the last.
    pub fn at(&self, time: f64) -> Option<SurvivalStep> {
        let last = self.steps.last()?;
        let past = self.steps.partition_point(|step| step.time <= time);
        let beyond = time > last.time && last.share > 0.0;
        if beyond { None } else { self.steps.get(past.checked_sub(1)?).copied() }
    }

    /// The first time by which half have left; `None` if half never do while seen.
    pub fn median(&self) -> Option<f64> {
        self.time_at(0.5)
    }

    /// The first time at which no more than `share` stay. What rounding may have left above it counts as at it.
    pub fn time_at(&self, share: f64) -> Option<f64> {
        self.steps.iter().find(|step| step.share <= share + 1e-12).map(|step| step.time)
    }
}

fn sound(subjects: &[Subject]) -> impl Iterator<Item = Subject> {
    subjects.iter().copied().filter(|subject| subject.time.is_finite() && subject.time >= 0.0)
}

/// The ends of the band on the log(−log) scale; the share itself where nobody or everybody has left.
fn band(share: f64, greenwood: f64) -> (f64, f64) {
    if share >= 1.0 || share <= 0.0 {
        return (share, share);
    }
    let ln = share.ln();
    let half = Z_95 * greenwood.sqrt() / ln;
    let end = |half: f64| (-((-ln).ln() + half).exp()).exp();
    (end(-half), end(half))
}

/// Whether groups stay equally long.
#[derive(Clone, Debug, PartialEq)]
pub struct LogRank {
    pub statistic: f64,
    /// One fewer than groups.
    pub degrees: u32,
    pub p: f64,
    /// Per group: who left, and who would have left if all groups stayed alike.
    pub groups: Vec<(u64, f64)>,
}

/// The log-rank test over groups of customers. `None` for fewer than two groups with anybody in them, and where nobody left.
pub fn log_rank(groups: &[Vec<Subject>]) -> Option<LogRank> {
    let mut all: Vec<(Subject, usize)> =
        groups.iter().enumerate().flat_map(|(group, of)| sound(of).map(move |subject| (subject, group))).collect();
    all.sort_by(|a, b| a.0.time.total_cmp(&b.0.time));
    let mut at_risk = vec![0u64; groups.len()];
    for (_, group) in &all {
        if let Some(count) = at_risk.get_mut(*group) {
            *count += 1;
        }
    }
    let filled: Vec<usize> = (0..groups.len()).filter(|group| at_risk.get(*group).is_some_and(|n| *n > 0)).collect();
    if filled.len() < 2 || !all.iter().any(|(subject, _)| subject.left) {
        return None;
    }
    let k = filled.len();
    let mut observed = vec![0u64; groups.len()];
    let mut expected = vec![0.0; groups.len()];
    let mut variance = vec![vec![0.0; k]; k];
    for same in all.chunk_by(|a, b| a.0.time == b.0.time) {
        let left_in = |group: usize| same.iter().filter(|(subject, of)| subject.left && *of == group).count() as u64;
        let left = same.iter().filter(|(subject, _)| subject.left).count() as f64;
        let n: f64 = filled.iter().filter_map(|group| at_risk.get(*group)).map(|n| *n as f64).sum();
        if left > 0.0 {
            let of_hypergeometric = if n > 1.0 { left * (n - left) / (n - 1.0) / (n * n) } else { 0.0 };
            let shares: Vec<f64> = filled.iter().map(|g| at_risk.get(*g).copied().unwrap_or(0) as f64).collect();
            for (row, (group, here)) in variance.iter_mut().zip(filled.iter().zip(&shares)) {
                if let (Some(observed), Some(expected)) = (observed.get_mut(*group), expected.get_mut(*group)) {
                    *observed += left_in(*group);
                    *expected += left * here / n;
                }
                for (cell, there) in row.iter_mut().zip(&shares) {
                    *cell -= here * there * of_hypergeometric;
                }
            }
            for (at, here) in shares.iter().enumerate() {
                if let Some(cell) = variance.get_mut(at).and_then(|row| row.get_mut(at)) {
                    *cell += here * n * of_hypergeometric;
                }
            }
        }
        for (_, group) in same {
            if let Some(count) = at_risk.get_mut(*group) {
                *count -= 1;
            }
        }
    }
    let of = |group: &usize| Some((*observed.get(*group)?, *expected.get(*group)?));
    let excess: Vec<f64> = filled.iter().filter_map(of).map(|(seen, expected)| seen as f64 - expected).collect();
    let statistic = quadratic_form(variance, excess);
    let degrees = u32::try_from(k - 1).unwrap_or(u32::MAX);
    let counts = observed.into_iter().zip(expected).collect();
    Some(LogRank { statistic, degrees, p: chi_square_tail(statistic, degrees), groups: counts })
}

/// `xᵀ V⁻ x` for a symmetric matrix without negative directions, by elimination with the largest pivot first. What is left
/// without a pivot is in nobody's direction: the sum over all groups is always 0, so one of them never counts.
fn quadratic_form(mut v: Vec<Vec<f64>>, mut x: Vec<f64>) -> f64 {
    let largest = v.iter().enumerate().filter_map(|(at, row)| row.get(at)).fold(0.0_f64, |most, cell| most.max(*cell));
    let mut open: Vec<usize> = (0..x.len()).collect();
    let mut sum = 0.0;
    loop {
        let pivot_of = |at: usize| v.get(at).and_then(|row| row.get(at)).copied().unwrap_or(0.0);
        let Some((place, at)) = open.iter().copied().enumerate().max_by(|a, b| pivot_of(a.1).total_cmp(&pivot_of(b.1)))
        else {
            return sum;
        };
        let pivot = pivot_of(at);
        if pivot <= largest * 1e-10 {
            return sum;
        }
        open.swap_remove(place);
        let (row, value) = (v.get(at).cloned().unwrap_or_default(), x.get(at).copied().unwrap_or(0.0));
        sum += value * value / pivot;
        for other in &open {
            let factor = row.get(*other).copied().unwrap_or(0.0) / pivot;
            if let Some(value_there) = x.get_mut(*other) {
                *value_there -= factor * value;
            }
            for (cell, above) in v.get_mut(*other).into_iter().flatten().zip(&row) {
                *cell -= factor * above;
            }
        }
    }
}
