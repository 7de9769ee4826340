//! Undo and redo: inverse edits on two stacks.
//!
//! The history does not hold the map; it is told of every applied edit's inverse and gives back the edits that walk
//! back and forth. Selecting is no step and clears nothing (law H2).
//!
//! # Limits
//! The last [`HISTORY_STEPS`] steps are kept.

use super::describe::label;
use super::record::squashed;
use crate::model::{Applied, Edit, Map, RecordRef, Refused};
use std::collections::BTreeSet;
use std::collections::VecDeque;
use std::time::Duration;

/// How many steps can be undone.
pub const HISTORY_STEPS: usize = 1_000;
/// Edits that merge become one step when they follow each other within this time.
pub const MERGE_WITHIN: Duration = Duration::from_secs(1);

/// One step: the edit that takes it back (in the undo stack) or makes it again (in the redo stack), and the number of
/// the state that this leads to.
#[derive(Clone, Debug)]
struct Step {
    edit: Edit,
    leads_to: u64,
}

/// A step that was undone or made again.
#[derive(Clone, Debug, PartialEq)]
pub struct Walked {
    /// What it did, in words.
    pub label: String,
    pub touched: BTreeSet<RecordRef>,
}

/// What can be undone and redone.
#[derive(Clone, Debug, Default)]
pub struct History {
    undo: VecDeque<Step>,
    redo: Vec<Step>,
    /// Every state that the map was in has a number; this is the present one's.
    state: u64,
    newest_state: u64,
    saved_state: Option<u64>,
    last_edit: Duration,
}

impl History {
    /// A history without steps, of a map that is as its file.
    pub fn saved() -> Self {
        Self { saved_state: Some(0), ..Self::default() }
    }

    /// A history without steps, of a map that is in no file.
    pub fn unsaved() -> Self {
        Self::default()
    }

    /// Notes an edit that was applied by its inverse; `now` is the time since the program's start. Clears redo.
    pub fn push(&mut self, inverse: Edit, now: Duration) {
        self.redo.clear();
        let soon = now.saturating_sub(self.last_edit) <= MERGE_WITHIN;
        self.last_edit = now;
        let before = self.state;
        self.newest_state += 1;
        self.state = self.newest_state;
        let is_saved = self.saved_state == Some(before);
        match self.undo.back_mut() {
            Some(last) if soon && !is_saved && inverse.merges_with(&last.edit) => {
                let mut changes = inverse.changes;
                changes.append(&mut last.edit.changes);
                last.edit.changes = squashed(changes);
            }
            _ => self.undo.push_back(Step { edit: inverse, leads_to: before }),
        }
        if self.undo.len() > HISTORY_STEPS {
            self.undo.pop_front();
        }
    }

    /// Takes the last step back. What was undone; `None` without a step.
    ///
    /// # Errors
    /// When the map was changed past the history; map and history stay as they were.
    pub fn undo(&mut self, map: &mut Map) -> Result<Option<Walked>, Refused> {
        let Some(step) = self.undo.back() else { return Ok(None) };
        let label = label(map, &step.edit);
        let Applied { inverse, touched } = map.apply(step.edit.clone())?;
        let leads_to = step.leads_to;
        self.undo.pop_back();
        self.redo.push(Step { edit: inverse, leads_to: self.state });
        self.state = leads_to;
        Ok(Some(Walked { label, touched }))
    }

    /// Makes the last undone step again; see [`History::undo`].
    ///
    /// # Errors
    /// When the map was changed past the history; map and history stay as they were.
    pub fn redo(&mut self, map: &mut Map) -> Result<Option<Walked>, Refused> {
        let Some(step) = self.redo.last() else { return Ok(None) };
        let label = label(map, &step.edit);
        let Applied { inverse, touched } = map.apply(step.edit.clone())?;
        let leads_to = step.leads_to;
        self.redo.pop();
        self.undo.push_back(Step { edit: inverse, leads_to: self.state });
        self.state = leads_to;
        Ok(Some(Walked { label, touched }))
    }

    /// Forgets the step that was undone last, as if it had never been made.
    pub fn forget_redo(&mut self) {
        self.redo.pop();
    }

    /// Ends the present step: the next edit is one of its own, whatever it is about.
    pub fn seal(&mut self) {
        if let Some(last) = self.undo.back_mut() {
            last.edit.merges = false;
        }
    }

    /// The edit that undo would apply, to see what it brings back.
    pub fn next_undo(&self) -> Option<&Edit> {
        self.undo.back().map(|step| &step.edit)
    }

    /// The edit that redo would apply.
    pub fn next_redo(&self) -> Option<&Edit> {
        self.redo.last().map(|step| &step.edit)
    }

    /// The number of the state that the map is in: equal numbers, equal maps.
    pub fn state(&self) -> u64 {
        self.state
    }

    /// Notes that the file now holds the state with this number.
    pub fn mark_saved(&mut self, state: u64) {
        self.saved_state = Some(state);
    }

    /// Whether the map is as its file.
    pub fn is_saved(&self) -> bool {
        self.saved_state == Some(self.state)
    }

    /// How many steps can be undone.
    pub fn undo_steps(&self) -> usize {
        self.undo.len()
    }
}

#[cfg(test)]
mod tests {
    use super::super::{add_stage, empty_map, set};
    use super::*;
    use crate::model::*;

    fn renamed(map: &mut Map, history: &mut History, id: StageId, name: &str, at_ms: u64) {
        let edit = set::<Stage>(map, id, Field::Title, |stage| stage.name = name.to_owned()).unwrap().merging();
        let inverse = map.apply(edit).unwrap().inverse;
        history.push(inverse, Duration::from_millis(at_ms));
    }

    fn started() -> (Map, History, StageId) {
        let mut ids = IdSource::seeded(1);
        let mut map = empty_map(&mut ids);
        let (edit, id) = add_stage(&map, "Start", None, &mut ids);
        map.apply(edit).unwrap();
        (map, History::saved(), id)
    }

    #[test]
    fn typing_without_a_pause_is_one_step() {
        let (mut map, mut history, id) = started();
        let before = map.clone();
        for (name, at_ms) in [("A", 0), ("Aw", 400), ("Awa", 900)] {
            renamed(&mut map, &mut history, id, name, at_ms);
        }
        assert_eq!(history.undo_steps(), 1);
        renamed(&mut map, &mut history, id, "Aware", 5_000);
        assert_eq!(history.undo_steps(), 2);
        history.undo(&mut map).unwrap();
        assert_eq!(map.stages[&id].name, "Awa");
        history.undo(&mut map).unwrap();
        assert_eq!(map, before);
        assert!(history.is_saved());
    }

    #[test]
    fn a_save_between_two_keys_is_a_place_to_undo_to() {
        let (mut map, mut history, id) = started();
        renamed(&mut map, &mut history, id, "A", 0);
        history.mark_saved(history.state());
        renamed(&mut map, &mut history, id, "Aw", 100);
        assert!(!history.is_saved());
        history.undo(&mut map).unwrap();
        assert!(history.is_saved());
        assert_eq!(map.stages[&id].name, "A");
    }

    #[test]
    fn the_oldest_steps_are_forgotten() {
        let (mut map, mut history, id) = started();
        for step in 0..HISTORY_STEPS as u64 + 10 {
            renamed(&mut map, &mut history, id, &format!("Stage {step}"), step * 2_000);
        }
        assert_eq!(history.undo_steps(), HISTORY_STEPS);
    }
}
