//! A table on a server, as it describes itself.

use super::address::Address;
use super::column::TableColumn;

/// A table with its columns.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Table {
    pub address: Address,
    /// In the order of the table; a plan's columns are places in this list.
    pub columns: Vec<TableColumn>,
}
