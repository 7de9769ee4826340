//! The text of a question: one SELECT that folds a table on its server and gives back counts, never a row or an id.
//!
//! It runs on ClickHouse from 18.16 on, so it names no subquery ahead, has no window
//! functions and no newer functions. From the inside out:
//! each row is looked at as a file's row is ([`rows`]), rows are gathered by customer in their order, the stages are gone
//! through one by one ([`stages`]), each customer states facts, and facts are counted ([`facts`]). The innermost SELECT alone
//! names the table, with its GROUP BY, so that over a `Distributed` table the shards do the gathering. How rows are spread
//! over shards does not change the answer; by customer is fastest.
//!
//! The text depends on the plan, the table's name and the columns' kinds alone, so that printing it and asking it later
//! give the same text and the same fingerprint.

mod blank;
mod facts;
mod rows;
mod stages;
mod times;
mod written;

pub(super) use facts::{FORMAT_VERSION, Kind, MAGIC};
pub(super) use rows::REASONS;
pub(super) use written::{identifier, literal};

use super::error::ClusterError;
use super::table::Table;
use crate::plan::{Plan, Ties};

/// Each stage is a SELECT around the last; servers refuse more than a hundred inside one another.
const MOST_STAGES: usize = 60;

/// A question, ready to be sent or shown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Question {
    /// SQL in one statement without a semicolon, a newline at its end.
    pub text: String,
    /// 16 hexadecimal digits that stand in the answer's first line; another question has others.
    pub fingerprint: String,
}

/// Writes the question that a plan puts to a table.
///
/// # Errors
/// [`ClusterError::FileTies`], [`ClusterError::TooManyStages`], or [`ClusterError::Column`] for a column whose type cannot
/// be what the plan takes it for.
pub fn question(plan: &Plan, table: &Table) -> Result<Question, ClusterError> {
    if plan.ties == Ties::File {
        return Err(ClusterError::FileTies);
    }
    if plan.stages.len() > MOST_STAGES {
        return Err(ClusterError::TooManyStages { stages: plan.stages.len(), limit: MOST_STAGES });
    }
    let gathered = rows::gathered(plan, table)?;
    let walked = stages::walked(plan, &gathered);
    let counted = facts::counted(plan, &walked);
    // The question without its own fingerprint is what the fingerprint is of.
    let fingerprint = format!("{:016x}", fnv(facts::answer(&counted, "").as_bytes()));
    Ok(Question { text: facts::answer(&counted, &fingerprint), fingerprint })
}

/// FNV-1a of 64 bits (Fowler, Noll and Vo): tells questions apart, keeps no secret.
fn fnv(bytes: &[u8]) -> u64 {
    bytes.iter().fold(0xcbf2_9ce4_8422_2325, |hash, byte| (hash ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3))
}

#[cfg(test)]
pub(super) mod tests;
