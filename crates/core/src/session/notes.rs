//! Sticky notes in a workshop: written down in a row or parked, coloured, voted on, and sorted in among what the map holds.

use super::naming::By;
use super::side_panel::SidePanel;
use super::{Cause, Effect, Session, Tone, VoteIn, Voting, VotingMsg};
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
        let tie = match before.map(|note| self.map.note_place(note)) {
            Some(NotePlace::Tied(tie)) => Some(tie),
            Some(NotePlace::Parked | NotePlace::Free) | None => None,
        };
        let parks = self.shows_panel(SidePanel::Tray) && before.is_none_or(|note| note.parked);
        let tied = tie.and_then(|tie| edit::add_tied(&self.map, tie, text, &mut ids));
        let (edit, id) = if let Some((edit, id)) = tied {
            (colored(edit, color), id)
        } else if parks {
            edit::add_parked(&self.map, text, color, &mut ids)
        } else {
            let across = notes_across(&self.map);
            let near = before.map_or_else(|| self.first_place(across.start), |note| (note.x + STEP, note.y));
            let near = if near.0 + STEP > across.end { (across.start + FIRST.0, near.1) } else { near };
            let (x, y) = edit::free_place(&self.map, near, text, &across);
            let (edit, id) = edit::add_sticky(x, y, text, &mut ids);
            (colored(edit, color), id)
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
    pub(super) fn first_place(&self, left: f32) -> (f32, f32) {
        let order = self.map.stages_in_order();
        let selected = self.selected_stage().and_then(|stage| order.iter().position(|(id, _)| *id == stage));
        let width = (notes_across(&self.map).end - left) / order.len().max(3) as f32;
        (left + FIRST.0 + width * selected.unwrap_or(0) as f32, FIRST.1)
    }

    /// Turns the selected notes into records of a kind, each in the stage that it belongs to or lay over; those that never lay
    /// anywhere come into the first.
    pub(super) fn sort_notes(&mut self, into: Sorted, effects: &mut Vec<Effect>) {
        if self.map.stages.is_empty() {
            return self.say(Cause::Edit, Tone::Info, say!(session_sort_needs_stage));
        }
        let notes = self.selected_notes();
        let map = self.map.map();
        let first = map.stages_in_order().first().map(|(id, _)| *id);
        let sorted = edit::sort_notes(map, &notes, into, |note| stage_of_note(map, note).or(first), &mut self.ids);
        let Some((edit, made)) = sorted else { return };
        let arrows = self.loosened(&edit);
        if self.edit(edit) {
            if !arrows.is_empty() {
                effects.push(Effect::LeaveArrows(arrows));
            }
            effects.extend(made.first().copied().map(Effect::Reveal));
            self.selection.set(made);
        }
    }

    /// Whether all selected notes are parked: then parking puts them back on the board.
    fn all_are_parked(&self) -> bool {
        let is_parked = |note: &Sticky| self.map.note_place(note) == NotePlace::Parked;
        self.selected_notes().iter().all(|id| self.map.stickies.get(id).is_some_and(is_parked))
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
                self.open_panel(SidePanel::Tray, effects);
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

    /// Makes a cluster of the selected notes, and asks for its name.
    pub(super) fn cluster_notes(&mut self, effects: &mut Vec<Effect>) {
        let across = notes_across(&self.map);
        let near = edit::free_place(&self.map, self.first_place(across.start), "", &across);
        let (notes, selected, name) = (self.selected_notes(), self.selection.clone(), say!(kind_sticky_cluster_new));
        let mut ids = self.ids.clone();
        let Some((edit, head)) = edit::cluster(&self.map, &notes, near, name, &mut ids) else { return };
        self.ids = ids;
        if self.edit(edit) {
            self.map.seal();
            self.selection.set([head.into()]);
            effects.push(Effect::Reveal(head.into()));
            self.name_at_once(head.into(), By::Command, selected, effects);
        }
    }

    /// The cluster that the selected note heads or is in.
    fn selected_cluster(&self) -> Option<(StickyId, &Sticky)> {
        let id = StickyId::try_from(self.selection.main()?).ok()?;
        let head = match self.map.note_place(self.map.stickies.get(&id)?) {
            NotePlace::Tied(NoteTie::Sticky(head)) => head,
            NotePlace::Free if self.map.heads_cluster(id) => id,
            NotePlace::Free | NotePlace::Parked | NotePlace::Tied(_) => return None,
        };
        Some((head, self.map.stickies.get(&head)?))
    }

    pub(super) fn fold_cluster_name(&self) -> Said {
        let is_folded = self.selected_cluster().is_some_and(|(_, head)| head.folded);
        if is_folded { said::cmd_unfold_cluster } else { said::cmd_fold_cluster }
    }

    pub(super) fn fold_cluster(&mut self) {
        let edit = self.selected_cluster().and_then(|(id, head)| edit::fold_cluster(&self.map, id, !head.folded));
        match edit {
            Some(edit) => _ = self.edit(edit),
            None => self.say(Cause::Edit, Tone::Info, say!(session_no_cluster)),
        }
    }

    /// Ties the selected notes to the card, the stage or the lane that is selected with them.
    pub(super) fn tie_notes(&mut self) {
        let tie_to = |record: &RecordRef| {
            let card = TouchpointId::try_from(*record).map(NoteTie::Touchpoint);
            let stage = |record| StageId::try_from(record).map(NoteTie::Stage);
            card.or_else(stage).or_else(|record| LaneId::try_from(record).map(NoteTie::Lane)).ok()
        };
        let ties: Vec<NoteTie> = self.selection.records().iter().filter_map(tie_to).collect();
        let edit = match ties.as_slice() {
            [tie] => edit::tie_notes(&self.map, &self.selected_notes(), *tie),
            _ => None,
        };
        match edit {
            Some(edit) => _ = self.edit(edit),
            None => self.say(Cause::Edit, Tone::Info, say!(session_tie_needs_one)),
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

/// An edit that adds notes, with their colour.
fn colored(mut edit: Edit, color: NoteColor) -> Edit {
    for change in &mut edit.changes {
        if let Change::Sticky(_, Some(note)) = change {
            note.color = color;
        }
    }
    edit
}

impl Session {
    /// The vote that goes on.
    pub fn voting(&self) -> Option<Voting> {
        self.voting
    }

    /// Gives each selected note a dot, or takes one back, in one step. In a vote nobody gives more than they have.
    pub(super) fn vote(&mut self, gives: bool) {
        let (mut voting, mut changes, mut is_short, mut is_outside) = (self.voting, Vec::new(), false, false);
        for id in self.selected_notes() {
            let Some(note) = self.map.stickies.get(&id) else { continue };
            if !voting.is_none_or(|voting| self.takes_votes(voting, note)) {
                is_outside = true;
                continue;
            }
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
        if is_outside {
            self.say(Cause::Edit, Tone::Info, say!(session_vote_is_elsewhere));
        }
        if is_short {
            self.say(Cause::Edit, Tone::Info, say!(session_no_votes_left));
        }
    }

    /// Whether a vote is on a note: on all, on those of a lane and of its cards, or on those of a cluster.
    fn takes_votes(&self, voting: Voting, note: &Sticky) -> bool {
        let place = self.map.note_place(note);
        match voting.only {
            None => true,
            Some(VoteIn::Cluster(head)) => place == NotePlace::Tied(NoteTie::Sticky(head)),
            Some(VoteIn::Lane(lane)) => match place {
                NotePlace::Tied(NoteTie::Cell(_, own) | NoteTie::Lane(own)) => own == lane,
                NotePlace::Tied(NoteTie::Touchpoint(card)) => {
                    self.map.touchpoints.get(&card).is_some_and(|card| card.lane == lane)
                }
                NotePlace::Tied(NoteTie::Stage(_) | NoteTie::Sticky(_)) | NotePlace::Free | NotePlace::Parked => false,
            },
        }
    }

    /// What a vote would be on, as what is selected says: a lane, or a cluster.
    pub fn vote_place(&self) -> Option<(VoteIn, String)> {
        if let Some((head, note)) = self.selected_cluster() {
            return Some((VoteIn::Cluster(head), note.text.clone()));
        }
        let lane = self.selected_lane().or_else(|| self.selection.cell().map(|cell| cell.lane))?;
        Some((VoteIn::Lane(lane), self.map.lanes.get(&lane)?.title().to_owned()))
    }

    /// What the vote that goes on is on, in words; none for one on all notes.
    pub fn voted_on(&self) -> Option<String> {
        match self.voting?.only? {
            VoteIn::Lane(lane) => Some(self.map.lanes.get(&lane)?.title().to_owned()),
            VoteIn::Cluster(head) => Some(self.map.stickies.get(&head)?.text.clone()),
        }
    }

    /// All dots on all notes, while there is a vote.
    pub(super) fn dots_given(&self) -> Option<u64> {
        self.voting.map(|_| self.map.stickies.values().map(|note| u64::from(note.votes)).sum())
    }

    /// A dot that is taken back by undo is given back, and one that is given again by redo is gone again.
    pub(super) fn count_dots(&mut self, before: Option<u64>) {
        let after = self.dots_given();
        let (Some(voting), Some(before), Some(after)) = (&mut self.voting, before, after) else { return };
        let left = u64::from(voting.left) + before;
        let left = left.saturating_sub(after).min(u64::from(voting.each));
        voting.left = u8::try_from(left).unwrap_or(voting.each);
    }

    pub(super) fn voting_msg(&mut self, msg: VotingMsg) {
        match msg {
            VotingMsg::Begin(each) => self.voting = Some(Voting { each, left: each, only: None }),
            VotingMsg::BeginIn(each, only) => self.voting = Some(Voting { each, left: each, only: Some(only) }),
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

    #[test]
    fn a_vote_in_a_cluster_takes_dots_for_its_notes_alone_and_undo_gives_a_dot_back() {
        let mut story = Story::new();
        story.stage("Awareness");
        let notes = ["Slow", "Nosy", "Where?"].map(|text| note(&mut story, text));
        select(&mut story, &notes[..2]);
        story.run(Command::Cluster);
        let head = StickyId::try_from(story.session.selection().main().unwrap()).unwrap();
        story.act(Intent::Write { of: TextOf::title(head.into()), text: "Logins".to_owned() });
        story.act(Intent::EndText(TextOf::title(head.into())));
        assert!(story.session.map().heads_cluster(head));
        let (only, place) = story.session.vote_place().unwrap();
        assert_eq!(place, "Logins");
        story.act(Intent::Voting(VotingMsg::BeginIn(2, only)));
        select(&mut story, &notes);
        story.run(Command::VoteUp);
        let votes = |story: &Story| notes.map(|id| story.session.map().stickies[&id].votes);
        assert_eq!(votes(&story), [1, 1, 0]);
        assert_eq!(story.session.voting().unwrap().left, 0);
        assert!(story.session.notices().iter().any(|notice| notice.text == say!(session_vote_is_elsewhere)));
        story.run(Command::Undo);
        assert_eq!((votes(&story), story.session.voting().unwrap().left), ([0; 3], 2));
        story.run(Command::Redo);
        assert_eq!((votes(&story), story.session.voting().unwrap().left), ([1, 1, 0], 0));
    }

    #[test]
    fn notes_are_tied_to_the_card_that_is_selected_with_them_and_the_next_one_comes_beside() {
        let mut story = Story::new();
        story.stage("Awareness");
        let card = story.card("Trailer");
        let one = note(&mut story, "Too long");
        story.act(Intent::SelectAll { records: vec![one.into(), card.into()], extend: false });
        story.run(Command::TieNotes);
        let at = NoteTie::Touchpoint(card);
        assert_eq!(story.session.map().notes_at(at).len(), 1);
        select(&mut story, &[one]);
        let two = note(&mut story, "And loud");
        let order: Vec<StickyId> = story.session.map().notes_at(at).into_iter().map(|(id, _)| id).collect();
        assert_eq!(order, [one, two]);
        story.run(Command::ParkNotes);
        assert_eq!((story.session.map().notes_at(at).len(), story.session.map().parked_notes().len()), (1, 1));
    }
}
