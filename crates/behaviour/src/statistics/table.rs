//! Pearson's chi-square test of a table of counts.

use super::tails::chi_square_tail;

/// Whether rows and columns of a table of counts have to do with each other.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct ChiSquare {
    pub statistic: f64,
    pub degrees: u32,
    pub p: f64,
    /// The smallest expected count; under 5 the approximation is doubtful.
    pub least_expected: f64,
}

/// Pearson's test without continuity correction. Rows and columns without a count are left out. `None` where fewer than
/// two rows or two columns are left.
pub fn chi_square(rows: &[Vec<u64>]) -> Option<ChiSquare> {
    let width = rows.iter().map(Vec::len).max().unwrap_or(0);
    let cell = |row: &[u64], at: usize| row.get(at).copied().unwrap_or(0) as f64;
    let row_sums: Vec<f64> = rows.iter().map(|row| (0..width).map(|at| cell(row, at)).sum()).collect();
    let column_sums: Vec<f64> = (0..width).map(|at| rows.iter().map(|row| cell(row, at)).sum()).collect();
    let filled = |sums: &[f64]| sums.iter().filter(|sum| **sum > 0.0).count();
    let (row_count, column_count) = (filled(&row_sums), filled(&column_sums));
    if row_count < 2 || column_count < 2 {
        return None;
    }
    let all: f64 = row_sums.iter().sum();
    let mut statistic = 0.0;
    let mut least_expected = f64::INFINITY;
    for (row, row_sum) in rows.iter().zip(&row_sums) {
        for (at, column_sum) in column_sums.iter().enumerate() {
            let expected = row_sum * column_sum / all;
            if expected > 0.0 {
                statistic += (cell(row, at) - expected).powi(2) / expected;
                least_expected = least_expected.min(expected);
            }
        }
    }
    let degrees = u32::try_from((row_count - 1) * (column_count - 1)).unwrap_or(u32::MAX);
    Some(ChiSquare { statistic, degrees, p: chi_square_tail(statistic, degrees), least_expected })
}
