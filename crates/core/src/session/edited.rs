//! The open map with its history: the one door through which it changes, for the window, the command line, imports, drags
//! and undo alike.
//!
//! It reads as the map itself. [`EditedMap::revision`] counts its changes, so that who made something of it can tell
//! whether that still holds.

use crate::edit::{self, History, Walked};
use crate::model::{Edit, Map, RecordRef, Refused};
use std::collections::BTreeSet;
use std::ops::Deref;
use std::sync::Arc;
use std::time::Duration;

/// A map and the steps that led to it.
#[derive(Debug)]
pub struct EditedMap {
    /// Lent to work that goes on elsewhere; an edit meanwhile leaves that as it was.
    map: Arc<Map>,
    history: History,
    revision: u64,
    /// Every edit that was made, undone or done again since somebody asked.
    made: Vec<Edit>,
}

impl EditedMap {
    pub fn new(map: Map, history: History) -> Self {
        Self { map: Arc::new(map), history, revision: 0, made: Vec::new() }
    }

    /// Makes an edit as one step; `now` is the time since the program's start. The records that were touched; `None` where
    /// it changes nothing, which leaves no step (law H3).
    ///
    /// # Errors
    /// The map would break a rule; it stays as it was.
    pub fn change(&mut self, edit: Edit, now: Duration) -> Result<Option<BTreeSet<RecordRef>>, Refused> {
        let Some(edit) = edit::effective(&self.map, edit) else { return Ok(None) };
        let applied = Arc::make_mut(&mut self.map).apply(edit.clone())?;
        self.history.push(applied.inverse, now);
        self.revision += 1;
        self.made.push(edit);
        Ok(Some(applied.touched))
    }

    /// Takes the last step back; see [`History::undo`].
    ///
    /// # Errors
    /// The map was changed past the history; both stay as they were.
    pub fn undo(&mut self) -> Result<Option<Walked>, Refused> {
        self.revision += 1;
        let edit = self.history.next_undo().cloned();
        let undone = self.history.undo(Arc::make_mut(&mut self.map))?;
        self.made.extend(edit);
        Ok(undone)
    }

    /// Makes the last undone step again; see [`History::redo`].
    ///
    /// # Errors
    /// The map was changed past the history; both stay as they were.
    pub fn redo(&mut self) -> Result<Option<Walked>, Refused> {
        self.revision += 1;
        let edit = self.history.next_redo().cloned();
        let redone = self.history.redo(Arc::make_mut(&mut self.map))?;
        self.made.extend(edit);
        Ok(redone)
    }

    /// Takes the last step back as if it had never been: nothing can make it again. The records that were touched.
    ///
    /// # Errors
    /// The map was changed past the history; both stay as they were.
    pub fn unmake(&mut self) -> Result<Option<BTreeSet<RecordRef>>, Refused> {
        let undone = self.undo()?;
        self.history.forget_redo();
        Ok(undone.map(|walked| walked.touched))
    }

    /// Puts another map in the place of this one, with its own history.
    pub fn replace(&mut self, map: Map, history: History) {
        (self.map, self.history) = (Arc::new(map), history);
        self.made.clear();
        self.revision += 1;
    }

    /// The edits that were made, undone and done again since this was asked last, in order: made upon the map as it was then, they
    /// give the map as it is.
    pub fn take_made(&mut self) -> Vec<Edit> {
        std::mem::take(&mut self.made)
    }

    pub fn map(&self) -> &Map {
        &self.map
    }

    /// The same for work on a thread, which it costs nothing to lend.
    pub fn lent(&self) -> Arc<Map> {
        Arc::clone(&self.map)
    }

    pub fn into_map(self) -> Map {
        Arc::unwrap_or_clone(self.map)
    }

    pub fn history(&self) -> &History {
        &self.history
    }

    /// Ends the present step: the next edit is one of its own.
    pub fn seal(&mut self) {
        self.history.seal();
    }

    /// Notes that the file now holds the state with this number.
    pub fn mark_saved(&mut self, state: u64) {
        self.history.mark_saved(state);
    }

    /// Grows with every change: equal numbers, equal map.
    pub fn revision(&self) -> u64 {
        self.revision
    }
}

impl Deref for EditedMap {
    type Target = Map;

    fn deref(&self) -> &Map {
        &self.map
    }
}
