//! A table on a ClickHouse server as a source like a file: the same plan, put as SQL, and the same report.
//!
//! [`sql`] writes the question, [`http`] carries it there and back, [`answer`] reads what came, and [`figures`] holds it
//! against itself and makes the report. Only counts, names of events and segments, and times between stages leave the
//! server; no row and no id does. Where somebody else has to ask, the question is printed and its answer read from a file.

pub mod address;
mod answer;
mod column;
mod error;
mod figures;
mod http;
mod keyring;
mod kinds;
mod source;
mod sql;
mod tab_separated;
mod table;
mod tls;
#[cfg(test)]
mod tests;

pub use address::{Address, is_address};
pub use column::{TableColumn, TypeKind};
pub use error::{ClusterError, PASSWORD_VARIABLE};
pub use http::{Access, Password, WAIT};
pub use keyring::{KeyringError, find_keyring, forget_password};
pub use source::TableSource;
pub use sql::{Question, question};
pub use table::Table;

use super::plan::Plan;
use super::report::Report;

/// A longer answer is none of a few stages and events, in bytes.
pub const MAX_ANSWER: u64 = 64 << 20;

/// Reads the answer to a plan's question. `name` is what messages call the answer: a file or a server.
///
/// # Errors
/// Those of [`question`]; for the answer that it is cut short, of another question, or does not add up.
pub fn read_answer(plan: &Plan, table: &Table, text: &[u8], name: &str) -> Result<Report, ClusterError> {
    let question = sql::question(plan, table)?;
    figures::report(plan, answer::lines(text, &question, name)?, &table.address.table_name(), name)
}
