//! Changing the map: edits, proposals, undo, deleting, copying and pasting.

use touchline_words::say;

use super::commands::Command;
use super::walk::reading_order;
use super::{Cause, DiskJob, Effect, Proposal, Session, TextOf, Tone};
use crate::edit::{self, Cell, Fragment, Walked};
use crate::model::*;
use std::collections::BTreeSet;

impl Session {
    /// Makes an edit as one step; one that changes nothing leaves no step (law H3).
    /// Says whether the map has changed.
    pub(super) fn edit(&mut self, edit: Edit) -> bool {
        let label = edit::label(&self.map, &edit);
        match self.make(edit) {
            Ok(changed) => changed,
            Err(refused) => {
                self.refuse(&label, &refused);
                false
            }
        }
    }

    /// The same for a caller that tells itself what the map refuses.
    pub(super) fn make(&mut self, edit: Edit) -> Result<bool, Refused> {
        self.drop_proposal();
        self.learn(&edit);
        let Some(touched) = self.map.change(edit, self.now)? else { return Ok(false) };
        self.changed(touched);
        self.notices.withdraw(Command::Undo);
        Ok(true)
    }

    fn refuse(&mut self, label: &str, refused: &Refused) {
        let text = say!(session_refused, label, reason = refused.to_string());
        self.notices.push(Cause::Edit, Tone::Bad, text, None, self.now);
    }

    /// Looks after what depends on the map after it changed.
    pub(super) fn changed(&mut self, touched: BTreeSet<RecordRef>) {
        self.revision += 1;
        let before = self.map_stamp;
        self.map_stamp = self.new_stamp();
        self.trail.note(before, self.map_stamp, touched);
        self.selection.prune(&self.map);
        self.writing.look_again(&self.map);
        let written = self.written.take();
        self.retire(written);
        self.lens = self.lens.filter(|id| self.map.segments.contains_key(id));
        self.compared.retain(|id| self.map.segments.contains_key(id));
        self.document.edited();
        self.notices.settle(&[Cause::Edit], self.now);
    }

    pub(super) fn propose(&mut self, edit: Edit) {
        if self.proposal.as_ref().is_some_and(|proposal| proposal.edit == edit) {
            return;
        }
        let before = self.proposal.take();
        self.proposal = self.proposed(edit, before);
    }

    /// The map as an edit would make it, where it does not refuse that; `before` is what was proposed for this map last.
    pub(super) fn proposed(&mut self, edit: Edit, before: Option<Proposal>) -> Option<Proposal> {
        let stamp = self.new_stamp();
        self.retire(before);
        let mut map = self.spare();
        // A proposal that the map refuses is not shown; the board stays as it is.
        let Ok(Applied { inverse, touched }) = map.apply(edit.clone()) else {
            self.keep_spare(map, self.map_stamp);
            return None;
        };
        self.trail.note(self.map_stamp, stamp, touched);
        Some(Proposal { edit, map, back: inverse, stamp, of: self.map_stamp })
    }

    pub(super) fn drop_proposal(&mut self) {
        let proposal = self.proposal.take();
        self.retire(proposal);
    }

    pub(super) fn commit(&mut self) {
        let Some(edit) = self.proposal.as_ref().map(|proposal| proposal.edit.clone()) else { return };
        self.edit(edit);
        self.map.seal();
    }

    pub(super) fn undo(&mut self) {
        let back = self.history().next_undo().map(|edit| brought_back(&self.map, edit));
        let dots = self.dots_given();
        let undone = self.map.undo();
        self.walked(say!(session_undid), undone, back);
        self.count_dots(dots);
    }

    pub(super) fn redo(&mut self) {
        let back = self.history().next_redo().map(|edit| brought_back(&self.map, edit));
        let dots = self.dots_given();
        let redone = self.map.redo();
        self.walked(say!(session_did_again), redone, back);
        self.count_dots(dots);
    }

    fn walked(&mut self, verb: &str, outcome: Result<Option<Walked>, Refused>, back: Option<Vec<RecordRef>>) {
        self.drop_proposal();
        match outcome {
            Ok(None) => {}
            Ok(Some(Walked { label, touched })) => {
                self.changed(touched);
                if let Some(records) = back.filter(|records| !records.is_empty()) {
                    self.selection.set(records);
                }
                self.notices.withdraw(Command::Undo);
                self.notices.walked(Tone::Info, verb, &label, self.now);
            }
            Err(refused) => self.refuse(verb, &refused),
        }
    }

    pub(super) fn delete(&mut self, records: &[RecordRef], effects: &mut Vec<Effect>) {
        let next = self.neighbour_after(records);
        let Some(removed) = edit::remove(&self.map, records) else { return };
        let arrows = self.loosened(&removed.edit);
        if !self.edit(removed.edit) {
            return;
        }
        if !arrows.is_empty() {
            effects.push(Effect::LeaveArrows(arrows));
        }
        if self.selection.is_empty() {
            self.selection.set(next.filter(|record| self.map.contains(*record)));
        }
        let text = say!(session_deleted, what = removed.what);
        self.notices.push(Cause::Edit, Tone::Info, text, Some(Command::Undo), self.now);
    }

    pub(super) fn rename(&mut self, record: RecordRef, text: String, effects: &mut Vec<Effect>) {
        let of = TextOf::title(record);
        self.write(of.clone(), text, effects);
        self.end_text(&of, effects);
    }

    pub(super) fn copy(&mut self, effects: &mut Vec<Effect>) -> bool {
        let records = self.selection.records();
        let lanes: Vec<LaneId> = records.iter().filter_map(|record| LaneId::try_from(*record).ok()).collect();
        let part = match lanes.as_slice() {
            [] => Fragment::of(&self.map, records),
            lanes => Fragment::of_lanes(&self.map, lanes),
        };
        let Some(part) = part else {
            self.notices.push(Cause::Edit, Tone::Info, say!(session_not_copied), None, self.now);
            return false;
        };
        let words = part.words();
        effects.push(Effect::SetClipboard(words.clone()));
        effects.push(Effect::Disk(DiskJob::KeepCopied { words: words.clone(), part: Box::new(part.clone()) }));
        self.copied = Some((words, part));
        true
    }

    pub(super) fn cut(&mut self, effects: &mut Vec<Effect>) {
        let records = self.selection.records().to_vec();
        if self.copy(effects) {
            self.delete(&records, effects);
        }
    }

    pub(super) fn duplicate(&mut self) {
        let copied = edit::duplicate(&self.map, self.selection.records(), &mut self.ids);
        self.take_in(copied);
    }

    pub(super) fn copy_to(&mut self, records: &[RecordRef], cell: Cell, before: Option<TouchpointId>) {
        let mut ids = self.ids.clone();
        let copied = copied_to(&self.map, records, cell, before, &mut ids);
        self.ids = ids;
        self.take_in(copied);
    }

    pub(super) fn select(&mut self, records: impl IntoIterator<Item = RecordRef>, extend: bool) {
        let known: Vec<RecordRef> = records.into_iter().filter(|record| self.map.contains(*record)).collect();
        if extend { self.selection.extend(known) } else { self.selection.set(known) }
    }

    pub(super) fn toggle(&mut self, record: RecordRef) {
        if self.map.contains(record) {
            self.selection.toggle(record);
        }
    }

    /// Selects every card, annotation and note that is shown: what lies in a hidden lane is not touched unseen.
    pub(super) fn select_all(&mut self) {
        let shown: Vec<RecordRef> = reading_order(&self.map).into_iter().filter(lies_free).collect();
        self.selection.set(shown);
    }
}

fn copied_to(
    map: &Map,
    records: &[RecordRef],
    cell: Cell,
    before: Option<TouchpointId>,
    ids: &mut IdSource,
) -> Option<edit::Pasted> {
    edit::paste(map, &Fragment::of(map, records)?, Some(cell), before, ids)
}

/// The records that an edit brings into a map: only the stages when there are any, since they hold the rest.
fn brought_back(map: &Map, edit: &Edit) -> Vec<RecordRef> {
    let comes = |change: &&Change| !change.takes_away() && !map.contains(change.at());
    let mut records: Vec<RecordRef> = edit.changes.iter().filter(comes).map(Change::at).filter(is_selected).collect();
    if records.iter().any(|record| matches!(record, RecordRef::Stage(_))) {
        records.retain(|record| matches!(record, RecordRef::Stage(_)));
    }
    records
}

/// Whether a record lies on the board by itself: a stage holds others, and a flag hangs at its card.
fn lies_free(record: &RecordRef) -> bool {
    match record.kind().family() {
        Family::Touchpoint | Family::Listed(_) | Family::Sticky | Family::Drawing => true,
        Family::Map
        | Family::Stage
        | Family::Lane
        | Family::Flag
        | Family::Segment
        | Family::Connector
        | Family::Loop
        | Family::Measurement
        | Family::AgendaBlock
        | Family::Step
        | Family::SavedView
        | Family::DeckPage => false,
    }
}

/// Whether a record of the kind is selected when it comes back; the others are selected where they were asked for.
fn is_selected(record: &RecordRef) -> bool {
    match record.kind().family() {
        Family::Stage | Family::Step | Family::Touchpoint | Family::Listed(_) | Family::Sticky | Family::Drawing => {
            true
        }
        Family::Map
        | Family::Lane
        | Family::Segment
        | Family::Flag
        | Family::Connector
        | Family::Loop
        | Family::Measurement
        | Family::AgendaBlock
        | Family::SavedView
        | Family::DeckPage => false,
    }
}
