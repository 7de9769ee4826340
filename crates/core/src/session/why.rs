//! Errors of the disk in words for a person, and by their kind for the log, which takes no words.

use crate::store::{StoreError, Why};
use std::cell::Cell;

/// The words of a piece of work, which remembers of what kind its last error was.
#[derive(Debug, Default)]
pub struct Words {
    why: Cell<Option<Why>>,
}

impl Words {
    pub fn of(&self, error: &StoreError) -> String {
        self.why.set(Some(error.into()));
        error.to_string()
    }

    /// For an error that has its words already.
    pub fn because(&self, why: Why, words: String) -> String {
        self.why.set(Some(why));
        words
    }

    pub fn why(&self) -> Option<Why> {
        self.why.get()
    }
}
