//! Who leaves, when, and whether it could have been seen coming.
//!
//! Two questions to one file of customers, each answered in one scan: how long customers stay ([`retention`]), and whether
//! a rule on the days since the last login and the fall in completion marks those who go ([`signals`], [`rule`]). Only
//! counts leave a scan. The one thing that names customers is the cohort for a mailing ([`cohort`]), which is read anew,
//! holds those alone who gave consent, and is handed to whoever asked for it.

pub(super) mod cells;
pub mod cohort;
pub mod columns;
pub mod days;
pub mod retention;
pub mod rule;
pub(crate) mod scan;
pub mod signals;

#[cfg(test)]
mod tests;

/// The most groups that are told apart.
const MOST_GROUPS: usize = 1000;

const MICROS_A_DAY: i64 = 86_400_000_000;
