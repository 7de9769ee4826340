//! Things whose title is asked for as they are added: both are one step of undo, and where no title comes, nothing of the
//! step stays behind.

use super::{Effect, Selection, Session, TextOf};
use crate::fields::FieldKey;
use crate::model::{Edit, RecordRef, Refused};

/// How a thing came.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum By {
    /// By a key, a menu or the entry before it: all that is wanted of it is its title.
    Command,
    /// Dragged to its place, under the name of its block.
    Hand,
    /// The last of lines that were pasted, with its line: it stays, whatever comes of its title.
    Lines,
}

/// A thing that was just added, until its title is written.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Unnamed {
    record: RecordRef,
    by: By,
    /// The history's state right after it was added.
    began: u64,
    /// The state with as much of its title as was taken so far.
    state: u64,
    /// What was selected before.
    selected: Selection,
}

impl Session {
    /// Asks for the title of what was just added; written, it belongs to the step that added it.
    pub(super) fn name_at_once(&mut self, record: RecordRef, by: By, selected: Selection, effects: &mut Vec<Effect>) {
        let state = self.map.history().state();
        self.unnamed = Some(Unnamed { record, by, began: state, state, selected });
        effects.push(Effect::EditTitle(record));
    }

    /// The last of lines that were pasted is being named, and Enter begins the next.
    pub(super) fn name_last(&mut self, record: RecordRef, effects: &mut Vec<Effect>) {
        let state = self.map.history().state();
        let selected = self.selection.clone();
        self.unnamed = Some(Unnamed { record, by: By::Lines, began: 0, state, selected });
        effects.push(Effect::EditTitle(record));
    }

    /// Whether a record was just added and its title is still to be written, or being written.
    pub fn is_new(&self, record: RecordRef) -> bool {
        self.unnamed().is_some_and(|unnamed| unnamed.record == record)
    }

    /// Whether something of the title of a new record was written.
    pub fn is_begun(&self, record: RecordRef) -> bool {
        let written = self.writing.text(&TextOf::title(record)).is_some_and(|text| !text.trim().is_empty());
        written || self.unnamed().is_some_and(|unnamed| unnamed.record == record && unnamed.state != unnamed.began)
    }

    /// What was added by the last step, while that is in no file.
    fn unnamed(&self) -> Option<&Unnamed> {
        let history = self.map.history();
        self.unnamed.as_ref().filter(|unnamed| unnamed.state == history.state() && !history.is_saved())
    }

    /// Whether a text is the title of what the last step added.
    pub(super) fn is_unnamed(&self, key: &FieldKey) -> bool {
        self.names_new(&TextOf::Field(key.clone()))
    }

    /// Makes the step that added something again, with its title in it.
    pub(super) fn make_named(&mut self, title: Edit) -> Result<(), Refused> {
        self.map.undo()?;
        let Some(mut whole) = self.map.history().next_redo().cloned() else { return self.make(title).map(|_| ()) };
        whole.changes.extend(title.changes);
        whole.merges = false;
        let made = self.make(whole);
        match &made {
            Ok(_) => {
                let state = self.map.history().state();
                self.unnamed.iter_mut().for_each(|unnamed| unnamed.state = state);
            }
            // Without the title, which is told: the thing itself comes back.
            Err(_) => _ = self.map.redo()?,
        }
        made.map(|_| ())
    }

    /// Whether a text is the title of a thing that was just added.
    pub(super) fn names_new(&self, of: &TextOf) -> bool {
        self.unnamed().is_some_and(|unnamed| TextOf::title(unnamed.record) == *of)
    }

    /// The editor of a title was left. A title that is written again later is a step of its own; a thing that came by a
    /// command, and of which nothing was written, goes again.
    pub(super) fn end_naming(&mut self, of: &TextOf, is_typed: bool) {
        let Some(unnamed) = self.unnamed().filter(|unnamed| TextOf::title(unnamed.record) == *of) else { return };
        // A lane that has a name, since it is another of its kind, need not be given one.
        let has_name = self.is_numbered_lane(unnamed.record);
        if unnamed.by == By::Command && unnamed.state == unnamed.began && !is_typed && !has_name {
            return self.give_up_new(of);
        }
        self.unnamed = None;
    }

    /// Takes the step back that added what a title is of, as if it had not been.
    pub(super) fn give_up_new(&mut self, of: &TextOf) {
        if !self.names_new(of) {
            return;
        }
        let Some(Unnamed { selected, by, .. }) = self.unnamed.take() else { return };
        if by == By::Lines {
            return;
        }
        if let Ok(Some(touched)) = self.map.unmake() {
            self.changed(touched);
            self.selection = selected;
            self.selection.prune(&self.map);
        }
    }
}
