//! What can be asked about the libraries.

use crate::edit::library::Item;
use std::sync::Arc;

/// What is asked about the libraries.
#[derive(Clone, Debug, PartialEq)]
pub enum LibraryMsg {
    /// Shows them in the left panel, or the blocks.
    Show(bool),
    /// Read them, anew where they were read already.
    Read,
    /// Read them, where they were not read yet.
    ReadOnce,
    /// Make the folder for a person's own, and say where it is.
    OwnFolder,
    /// Puts an item at what is selected.
    Put(Arc<Item>),
}
