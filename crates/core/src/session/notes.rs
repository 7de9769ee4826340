//! Sticky notes in a workshop: written down in a row or parked, coloured, voted on, and sorted in among what the map holds.

use super::naming::By;
use super::{Cause, Effect, Session, Tone, Voting, VotingMsg};
use crate::edit::{self, Sorted};
use crate::fields::{self, FieldKey};
use crate::layout::{notes_across, stage_of_note};
use crate::model::*;
use touchline_words::{Said, said, say};

/// From the first stage's left edge and the board's top to the first note, in map units.
const FIRST: (f32, f32) = (20.0, 160.0);
/// From a note's left edge to that of the next beside it.
const STEP: f32 = NOTE_WIDTH + 20.0;
impl Session {
    pub(super) fn selected_notes(&self) -> Vec<StickyId> {
        self.selection.records().iter().filter_map(|record| StickyId::try_from(*record).ok()).collect()
    }

    fn selected_note(&self) -> Option<&Sticky> {
        self.map.stickies.get(&StickyId::try_from(self.selection.main()?).ok()?)
    }

    /// A note of the colour of the selected one: in the parking lot where that is open and no note on the board is selected,
    /// else on the board, beside the selected one or over the selected stage.
    pub(super) fn add_note(&mut self, effects: &mut Vec<Effect>) {
        let mut ids = self.ids.clone();
        let before = self.selected_note();
        let color = before.map(|note| note.color).unwrap_or_default();
        let text = say!(kind_sticky_new);
        let parks = self.settings.tray && before.is_none_or(|note| note.parked);
        let (edit, id) = if parks {
            edit::add_parked(&self.map, text, color, &mut ids)
        } else {
            let across = notes_across(&self.map);
            let near = before.map_or_else(|| self.first_place(across.start), |note| (note.x + STEP, note.y));
            let near = if near.0 + STEP > across.end { (across.start + FIRST.0, near.1) } else { near };
            let (x, y) = edit::free_place(&self.map, near, text, &across);
            let (mut edit, id) = edit::add_sticky(x, y, text, &mut ids);
            for change in &mut edit.changes {
                if let Change::Sticky(_, Some(note)) = change {
                    note.color = color;
                }
            }
            (edit, id)
        };
        self.ids = ids;
        let selected = self.selection.clone();
        if self.edit(edit) {
            self.map.seal();
            self.selection.set([id.into()]);
            effects.push(Effect::Reveal(id.into()));
            self.name_at_once(id.into(), By::Command, selected, effects);
        }
    }

    /// Over the selected stage, else over the first.
    fn first_place(&self, left: f32) -> (f32, f32) {
        let order = self.map.stages_in_order();
        let selected = self.selected_stage().and_then(|stage| order.iter().position(|(id, _)| *id == stage));
        let width = (notes_across(&self.map).end - left) / order.len().max(3) as f32;
        (left + FIRST.0 + width * selected.unwrap_or(0) as f32, FIRST.1)
    }

    /// Turns the selected notes into records of a kind, each in the stage that it lies over; parked ones come into the first.
    pub(super) fn sort_notes(&mut self, into: Sorted, effects: &mut Vec<Effect>) {
        if self.map.stages.is_empty() {
            return self.say(Cause::Edit, Tone::Info, say!(session_sort_needs_stage));
        }
        let notes = self.selected_notes();
        let map = self.map.map();
        let sorted = edit::sort_notes(map, &notes, into, |note| stage_of_note(map, note), &mut self.ids);
        let Some((edit, made)) = sorted else { return };
        if self.edit(edit) {
            effects.extend(made.first().copied().map(Effect::Reveal));
            self.selection.set(made);
        }
    }

    /// Whether all selected notes are parked: then parking puts them back on the board.
    fn all_are_parked(&self) -> bool {
        self.selected_notes().iter().all(|id| self.map.stickies.get(id).is_some_and(|note| note.parked))
    }

    pub(super) fn park_name(&self) -> Said {
        if !self.selected_notes().is_empty() && self.all_are_parked() {
            said::cmd_unpark_notes
        } else {
            said::cmd_park_notes
        }
    }

    /// Into the parking lot, which is opened so that one sees where they are; or from there to free places of the board.
    pub(super) fn park_notes(&mut self, effects: &mut Vec<Effect>) {
        let notes = self.selected_notes();
        if !self.all_are_parked() {
            if let Some(edit) = edit::park(&self.map, &notes)
                && self.edit(edit)
            {
                self.set(effects, |settings| settings.tray = true);
            }
            return;
        }
        let across = notes_across(&self.map);
        let near = self.first_place(across.start);
        if let Some(edit) = edit::unpark(&self.map, &notes, near, &across)
            && self.edit(edit)
        {
            effects.extend(self.selection.main().map(Effect::Reveal));
        }
    }

    pub(super) fn color_notes(&mut self, color: NoteColor) {
        let records = self.selected_notes().into_iter().map(RecordRef::from).collect();
        let key = FieldKey { records, field: Field::NoteColor };
        if let Ok(Some(edit)) = fields::write(&self.map, &key, color.name()) {
            self.edit(edit);
        }
    }
}

impl Session {
    /// The vote that goes on.
    pub fn voting(&self) -> Option<Voting> {
        self.voting
    }

    /// Gives each selected note a dot, or takes one back, in one step. In a vote nobody gives more than they have.
    pub(super) fn vote(&mut self, gives: bool) {
        let (mut voting, mut changes, mut is_short) = (self.voting, Vec::new(), false);
        for id in self.selected_notes() {
            let Some(note) = self.map.stickies.get(&id) else { continue };
            let votes = if gives { note.votes.saturating_add(1) } else { note.votes.saturating_sub(1) };
            if votes == note.votes {
                continue;
            }
            if let Some(voting) = &mut voting {
                let has_room = if gives { voting.left > 0 } else { voting.left < voting.each };
                is_short |= gives && !has_room;
                if !has_room {
                    break;
                }
                voting.left = if gives { voting.left - 1 } else { voting.left + 1 };
            }
            changes.push(Change::Sticky(id, Some(Sticky { votes, ..note.clone() })));
        }
        if !changes.is_empty() && self.edit(Edit::of(Verb::Vote, changes)) {
            self.voting = voting;
        }
        if is_short {
            self.say(Cause::Edit, Tone::Info, say!(session_no_votes_left));
        }
    }

    pub(super) fn voting_msg(&mut self, msg: VotingMsg) {
        match msg {
            VotingMsg::Begin(each) => self.voting = Some(Voting { each, left: each }),
            VotingMsg::Next => self.voting.iter_mut().for_each(|voting| voting.left = voting.each),
            VotingMsg::Reveal => self.voting = None,
            VotingMsg::Clear => {
                let records = self.map.stickies.iter().filter(|(_, note)| note.votes > 0);
                let records: Vec<RecordRef> = records.map(|(id, _)| (*id).into()).collect();
                let key = FieldKey { records, field: Field::Votes };
                if let Ok(Some(edit)) = fields::write(&self.map, &key, "") {
                    self.edit(Edit { merges: false, ..edit });
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::session::stories::Story;
    use crate::session::{Command, Intent, TextOf, VotingMsg};

    /// Writes a note that was just asked for.
    fn note(story: &mut Story, text: &str) -> StickyId {
        story.run(Command::AddSticky);
        let new = story.session.selection().main().unwrap();
        let of = TextOf::title(new);
        story.act(Intent::Write { of: of.clone(), text: text.to_owned() });
        story.act(Intent::EndText(of));
        StickyId::try_from(new).unwrap()
    }

    fn select(story: &mut Story, notes: &[StickyId]) {
        let records = notes.iter().map(|id| (*id).into()).collect();
        story.act(Intent::SelectAll { records, extend: false });
    }

    #[test]
    fn notes_on_the_board_stand_in_a_row_and_in_the_lot_behind_each_other() {
        let mut story = Story::new();
        story.stage("Awareness");
        story.stage("Decision");
        story.act(Intent::Deselect);
        let row = ["Slow", "Nosy", "Where?"].map(|text| note(&mut story, text));
        let at = |story: &Story, id| {
            let note = &story.session.map().stickies[&id];
            (note.x, note.y)
        };
        let places = row.map(|id| at(&story, id));
        assert!(
            places.windows(2).all(|two| two[1].0 - two[0].0 >= NOTE_WIDTH || two[1].1 - two[0].1 > 80.0),
            "{places:?}"
        );
        story.act(Intent::Deselect);
        story.run(Command::ToggleTray);
        let lot = ["Who agrees?", "Later"].map(|text| note(&mut story, text));
        let parked: Vec<StickyId> = story.session.map().parked_notes().into_iter().map(|(id, _)| id).collect();
        assert_eq!(parked, lot);
        // Parked, and put back on the board.
        select(&mut story, &row);
        story.run(Command::ParkNotes);
        assert_eq!(story.session.map().parked_notes().len(), 5);
        story.run(Command::ParkNotes);
        assert_eq!(story.session.map().parked_notes().len(), 2);
        let places = row.map(|id| at(&story, id));
        assert!(places.windows(2).all(|two| two[0] != two[1]), "{places:?}");
        story.run(Command::Undo);
        assert_eq!(story.session.map().parked_notes().len(), 5, "one step put all three back");
    }

    #[test]
    fn a_note_takes_the_colour_of_the_one_before_it_and_becomes_a_pain_of_its_stage() {
        let mut story = Story::new();
        let (first, _) = (story.stage("Awareness"), story.stage("Decision"));
        story.act(Intent::Select(first.into()));
        let one = note(&mut story, "Three logins");
        story.run(Command::NotePink);
        let two = note(&mut story, "Nosy question");
        let color = |story: &Story, id| story.session.map().stickies[&id].color;
        assert_eq!((color(&story, one), color(&story, two)), (NoteColor::Pink, NoteColor::Pink));
        select(&mut story, &[one, two]);
        story.run(Command::SortPain);
        let map = story.session.map();
        assert_eq!((map.stickies.len(), map.pain_points.len()), (0, 2));
        assert!(map.pain_points.values().any(|pain| pain.stage == first && pain.text == "Three logins"));
        assert_eq!(story.session.selection().records().len(), 2);
    }

    #[test]
    fn nobody_gives_more_dots_than_they_have_and_the_next_person_has_all_again() {
        let mut story = Story::new();
        story.stage("Awareness");
        let one = note(&mut story, "Three logins");
        story.act(Intent::Voting(VotingMsg::Begin(2)));
        select(&mut story, &[one]);
        for _ in 0..3 {
            story.run(Command::VoteUp);
        }
        let votes = |story: &Story| story.session.map().stickies[&one].votes;
        assert_eq!((votes(&story), story.session.voting().unwrap().left), (2, 0));
        assert_eq!(story.session.notices().last().unwrap().text, say!(session_no_votes_left));
        story.run(Command::VoteDown);
        assert_eq!((votes(&story), story.session.voting().unwrap().left), (1, 1));
        story.act(Intent::Voting(VotingMsg::Next));
        story.run(Command::VoteUp);
        story.run(Command::VoteUp);
        assert_eq!(votes(&story), 3);
        story.act(Intent::Voting(VotingMsg::Reveal));
        assert_eq!(story.session.voting(), None);
        story.act(Intent::Voting(VotingMsg::Clear));
        assert_eq!(votes(&story), 0);
    }

    #[test]
    fn dots_for_several_notes_are_one_step_and_as_many_as_one_has() {
        let mut story = Story::new();
        story.stage("Awareness");
        let notes = ["Slow", "Nosy", "Where?"].map(|text| note(&mut story, text));
        select(&mut story, &notes);
        let votes = |story: &Story| notes.map(|id| story.session.map().stickies[&id].votes);
        story.run(Command::VoteUp);
        story.run(Command::VoteUp);
        assert_eq!(votes(&story), [2; 3]);
        story.run(Command::Undo);
        assert_eq!(votes(&story), [1; 3], "one step for all three");
        story.act(Intent::Voting(VotingMsg::Begin(2)));
        story.run(Command::VoteUp);
        assert_eq!(votes(&story).iter().sum::<u16>(), 5, "two dots for three notes");
        assert_eq!(story.session.voting().unwrap().left, 0);
        assert_eq!(story.session.notices().last().unwrap().text, say!(session_no_votes_left));
    }
}
