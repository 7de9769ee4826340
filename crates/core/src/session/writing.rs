//! The text that a person is writing: it belongs to the session, so that there is no text outside the map.
//!
//! The window shows it in an editor and sends every change of it, letters that an input method is still composing
//! included. Before the session does anything else it puts what stands there into the map (see
//! [`super::Intent::is_writing`]): so it holds for each command, save, export and for closing that none of them can
//! miss a text. What the map cannot take is told, and stays with its field until it is mended or given up by Esc.

use touchline_words::say;

use super::text_of::TextOf;
use super::{Cause, Effect, Session, Tone};
use crate::edit::describe;
use crate::fields::{self, FieldKey, LETTERS_MAX};
use crate::figures::numbers;
use crate::model::{Edit, Map};

/// A text as it stands in its editor.
#[derive(Clone, Debug, PartialEq)]
struct Text {
    of: TextOf,
    text: String,
    /// What the map said when the text was last held against it; nothing right after it was taken.
    held: Option<String>,
    /// Whether the map was asked to take it as it stands.
    is_taken: bool,
    /// Why the map did not take it, and whether the person was told.
    problem: Option<String>,
    is_told: bool,
}

/// The text that is being written, and those that could not be taken.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Writing {
    open: Option<Text>,
    refused: Vec<Text>,
}

/// What a text becomes.
#[derive(Clone, Debug, PartialEq)]
pub enum Taken {
    Nothing,
    Edit { key: FieldKey, edit: Edit },
    Preset { from: String, to: String },
}

impl Writing {
    /// What stands in an editor, where it is not simply what the map says.
    pub fn text(&self, of: &TextOf) -> Option<&str> {
        self.find(of).map(|text| text.text.as_str())
    }

    /// Why the text of an editor is not in the map.
    pub fn problem(&self, of: &TextOf) -> Option<&str> {
        self.find(of)?.problem.as_deref()
    }

    fn find(&self, of: &TextOf) -> Option<&Text> {
        self.open.iter().chain(&self.refused).find(|text| text.of == *of)
    }

    /// Whether a text of a record is open.
    pub fn is_about(&self, record: crate::model::RecordRef) -> bool {
        self.open.as_ref().is_some_and(|open| open.of.is_about(record))
    }

    pub fn is_open(&self, of: &TextOf) -> bool {
        self.open.as_ref().is_some_and(|open| open.of == *of)
    }

    /// Takes up a change of a text. Another one that was open has to be taken before.
    pub fn write(&mut self, of: TextOf, text: String) {
        self.refused.retain(|refused| refused.of != of);
        self.open = Some(Text { of, text, held: None, is_taken: false, problem: None, is_told: false });
    }

    /// What the open text becomes, when something of it is not in the map yet.
    pub fn take(&mut self, map: &Map) -> Taken {
        let Some(open) = self.open.as_mut().filter(|open| !open.is_taken) else { return Taken::Nothing };
        open.is_taken = true;
        match &open.of {
            TextOf::Preset(from) if from == open.text.trim() => Taken::Nothing,
            TextOf::Preset(from) => Taken::Preset { from: from.clone(), to: open.text.clone() },
            TextOf::Field(key) => match fields::write(map, key, &open.text) {
                Ok(None) => Taken::Nothing,
                Ok(Some(edit)) => Taken::Edit { key: key.clone(), edit },
                Err(problem) => {
                    self.refuse(map, problem);
                    Taken::Nothing
                }
            },
        }
    }

    /// Notes why the open text cannot be taken.
    pub fn refuse(&mut self, map: &Map, problem: String) {
        if let Some(open) = &mut self.open {
            open.held = open.of.held(map);
            open.problem = Some(problem);
        }
    }

    /// What is wrong with the open text, once: in words for a person who may not see its field.
    pub fn tell(&mut self, map: &Map) -> Option<String> {
        let open = self.open.as_mut().filter(|open| !open.is_told)?;
        let problem = open.problem.as_ref()?;
        open.is_told = true;
        let of = match &open.of {
            TextOf::Field(key) => describe(map, &key.records),
            TextOf::Preset(name) => say!(session_preset_named, name),
        };
        Some(say!(session_not_taken, of, problem))
    }

    /// Ends the writing. A text that could not be taken stays with its field; an empty one is nothing to keep.
    pub fn close(&mut self) {
        if let Some(open) = self.open.take().filter(|open| open.problem.is_some() && !open.text.trim().is_empty()) {
            self.refused.push(open);
        }
    }

    /// Takes back what was written since it was last taken.
    pub fn drop_text(&mut self, of: &TextOf) {
        self.open = self.open.take().filter(|open| open.of != *of);
        self.refused.retain(|refused| refused.of != *of);
    }

    /// Follows the map after it changed, as by undo: a text of which nothing is unsaved says what the map says, and one
    /// that was refused goes when its field says something else now, or is gone.
    pub fn look_again(&mut self, map: &Map) {
        self.refused.retain(|refused| refused.of.is_there(map) && refused.of.held(map) == refused.held);
        self.open = self.open.take().filter(|open| open.of.is_there(map));
        let Some(open) = self.open.as_mut().filter(|open| open.is_taken && open.problem.is_none()) else { return };
        let held = open.of.held(map);
        if open.held.is_some() && open.held != held {
            open.text = held.clone().unwrap_or_default();
        }
        open.held = held;
    }

    /// Whether a text stands in an editor that the map was not asked to take yet.
    pub fn is_untaken(&self, map: &Map) -> bool {
        let differs = |open: &Text| !open.is_taken && open.of.held(map).as_deref() != Some(open.text.trim());
        self.open.as_ref().is_some_and(differs)
    }

    /// Whether a text could not be taken and waits to be mended.
    pub fn has_refused(&self) -> bool {
        !self.refused.is_empty() || self.open.as_ref().is_some_and(|open| open.problem.is_some())
    }

    /// The edit that would take the open text, where something of it is not in the map yet.
    pub(super) fn edit(&self, map: &Map) -> Option<Edit> {
        let Some(Text { of: TextOf::Field(key), text, is_taken: false, .. }) = &self.open else { return None };
        fields::write(map, key, text).ok().flatten()
    }
}

/// A text that has just been taken, and what its field said before.
pub(super) struct Kept {
    key: FieldKey,
    before: Option<String>,
    now: Option<String>,
}

impl Session {
    /// The text that is being written, for its editor.
    pub fn writing(&self) -> &Writing {
        &self.writing
    }

    pub(super) fn write(&mut self, of: TextOf, text: String, effects: &mut Vec<Effect>) {
        if !self.writing.is_open(&of) {
            // The editor of another text may not have said yet that it is left.
            self.end_open_text(effects);
        }
        let (text, left_out) = self.held_of(&of, text);
        if left_out > 0
            && let TextOf::Field(key) = &of
        {
            let (field, about) = (key.field.name(), describe(&self.map, &key.records));
            let (most, letters) = (numbers::count(LETTERS_MAX as u64), numbers::count(left_out as u64));
            let told = say!(session_text_cut, field, about, most, count = left_out, letters);
            self.say(Cause::Edit, Tone::Warning, told);
        }
        self.writing.write(of, text);
        self.document.edited();
        // What stands around it makes room while it is written.
        let edit = self.writing.edit(&self.map);
        let before = self.written.take();
        self.written = edit.and_then(|edit| self.proposed(edit, before));
    }

    /// What fits of a text, and how many letters of what came in do not.
    fn held_of(&self, of: &TextOf, text: String) -> (String, usize) {
        match of {
            TextOf::Field(key) => {
                let in_map = || of.held(&self.map).unwrap_or_default();
                let before = self.writing.text(of).map_or_else(in_map, str::to_owned);
                fields::held(key, &before, text)
            }
            // A preset's name is held against its own length where it is taken.
            TextOf::Preset(_) => (text, 0),
        }
    }

    pub(super) fn end_text(&mut self, of: &TextOf, effects: &mut Vec<Effect>) {
        let typed = self.writing.text(of).map(|text| !text.trim().is_empty());
        if typed == Some(false) && self.names_new(of) {
            return self.drop_text(of);
        }
        if self.writing.is_open(of) {
            self.end_open_text(effects);
        }
        self.end_naming(of, typed.is_some());
    }

    /// Gives up what stands in an editor; of a thing that was just added for it nothing stays behind.
    pub(super) fn drop_text(&mut self, of: &TextOf) {
        if self.writing.is_open(of) {
            let written = self.written.take();
            self.retire(written);
        }
        self.writing.drop_text(of);
        self.give_up_new(of);
    }

    fn end_open_text(&mut self, effects: &mut Vec<Effect>) {
        self.take_text(effects);
        self.tell_refused();
        self.writing.close();
    }

    /// Puts the open text into the map. A drag that is under way goes on over the map as it then is.
    pub(super) fn take_text(&mut self, effects: &mut Vec<Effect>) -> Option<Kept> {
        let written = self.written.take();
        self.retire(written);
        match self.writing.take(&self.map) {
            Taken::Nothing => None,
            Taken::Preset { from, to } => {
                if let Err(why) = self.rename_preset(&from, &to, effects) {
                    self.writing.refuse(&self.map, why);
                }
                None
            }
            Taken::Edit { key, edit } => {
                let before = fields::read_shared(&self.map, &key);
                let proposed = self.proposal.as_ref().map(|proposal| proposal.edit.clone());
                self.drop_proposal();
                let made = if self.is_unnamed(&key) { self.make_named(edit) } else { self.make(edit).map(|_| ()) };
                if let Err(error) = made {
                    self.writing.refuse(&self.map, error.to_string());
                }
                if let Some(edit) = proposed {
                    self.propose(edit);
                }
                let now = fields::read_shared(&self.map, &key);
                Some(Kept { key, before, now })
            }
        }
    }

    /// Says what could not be taken, where its field may be out of sight.
    pub(super) fn tell_refused(&mut self) {
        if let Some(text) = self.writing.tell(&self.map) {
            self.say(Cause::Edit, Tone::Warning, text);
        }
    }

    /// Writes a text again that an edit took back unknowingly, since it was made for the map as it was before.
    pub(super) fn keep_text(&mut self, kept: Option<Kept>) {
        let Some(Kept { key, before, now: Some(text) }) = kept else { return };
        let stale = before.as_deref() != Some(text.as_str()) && fields::read_shared(&self.map, &key) == before;
        if let (true, Ok(Some(edit))) = (stale, fields::write(&self.map, &key, &text)) {
            self.edit(edit);
        }
    }
}
