//! The formulas behind every figure: intervals of shares, tests of differences, quantiles, survival, trends.
//!
//! Promise: one formula each, for the table, the map, the export and the command line alike, so that a rate is the same
//! rate to the last digit wherever it is read. Numbers in, numbers out: how a figure is worded or rounded is not known here.
//! `benches/statistics.py` computes the same with SciPy, statsmodels and lifelines; its values stand in the tests.

mod exact;
mod proportion;
mod quantile;
mod several;
mod survival;
mod table;
mod tails;
mod trend;

pub use exact::fisher;
pub use proportion::{
    Difference, Interval, ShareTest, TwoShares, Z_95, cohen_h, newcombe, pooled_z, two_shares, wilson,
};
pub use quantile::{median_secs, quantile_secs, quantile_sorted};
pub use several::holm;
pub use survival::{LogRank, Subject, Survival, SurvivalStep, log_rank};
pub use table::{ChiSquare, chi_square};
pub use tails::{chi_square_tail, normal_two_sided, student_quantile, student_two_sided};
pub use trend::{Trend, trend};

#[cfg(test)]
mod tests;
