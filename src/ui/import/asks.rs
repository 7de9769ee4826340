//! The import as its dialog has it: read as it stands, and changed by messages to the session alone.

use crate::behaviour::files::Opening;
use crate::behaviour::recognise::Overrides;
use crate::session::Intent;
use crate::session::flows::{ImportMsg, Msg};
use crate::session::import::Import;
use std::ops::Deref;

/// An import that is shown, and what is asked of it in this frame.
pub(super) struct Asks<'a> {
    import: &'a Import,
    asked: Vec<ImportMsg>,
}

impl<'a> Asks<'a> {
    pub fn of(import: &'a Import) -> Self {
        Self { import, asked: Vec::new() }
    }

    /// Asks something of it, or of the session for it.
    pub fn ask(&mut self, msg: ImportMsg) {
        self.asked.push(msg);
    }

    /// Changes how the file is read.
    pub fn correct(&mut self, change: impl FnOnce(&mut Overrides)) {
        let mut overrides = self.import.overrides().clone();
        change(&mut overrides);
        self.ask(ImportMsg::Correct(Box::new(overrides)));
    }

    /// Changes how the file is opened.
    pub fn reopen(&mut self, change: impl FnOnce(&mut Opening)) {
        let mut opening = self.import.opening().clone();
        change(&mut opening);
        self.ask(ImportMsg::Reopen(opening));
    }

    pub fn into_actions(self) -> Vec<Intent> {
        self.asked.into_iter().map(|msg| Intent::Flow(Msg::Import(msg))).collect()
    }
}

impl Deref for Asks<'_> {
    type Target = Import;

    fn deref(&self) -> &Import {
        self.import
    }
}
