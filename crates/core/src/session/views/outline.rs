//! The outline: every record of a map once, as a tree in the order in which the map is read. Under a stage its cards, under a
//! card what is about it, then what is about the stage as a whole; below the stages what stands in none, kind by kind.
//!
//! The rows are made anew when the map, the filter or what is folded changes, and at no other time. Where a filter hides what
//! does not meet it, what holds a row that stays stays too.
//!
//! # Limits
//! What is about the map itself, its title and its like, is no row: the inspector has it while nothing is selected.

use super::Way;
use crate::edit::title_of;
use crate::model::*;
use crate::session::filter::{Sieve, SieveKey, Sifted};
use std::collections::{BTreeMap, BTreeSet};

/// What stands in a row.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Item {
    Record(RecordRef),
    /// What the records below are that stand in no stage.
    Head(RecordKind),
}

impl Item {
    pub fn record(self) -> Option<RecordRef> {
        if let Self::Record(record) = self { Some(record) } else { None }
    }
}

/// One row.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Row {
    pub item: Item,
    /// How far in it stands, the first level being 0.
    pub depth: u8,
    /// How many rows it holds on the next level, whether they are seen or not.
    pub holds: usize,
    pub is_folded: bool,
    /// Its place among the rows beside it, counted from 1, and how many those are.
    pub place: usize,
    pub beside: usize,
    /// It does not meet the filter, and steps back.
    pub is_dimmed: bool,
    /// Which colour its stage has, by its place among the stages or as it was given.
    pub hue: usize,
}

/// Rows of a page.
const PAGE: usize = 20;

/// The outline of a map, as it is folded.
#[derive(Clone, Debug, Default)]
pub struct Outline {
    folded: BTreeSet<RecordRef>,
    /// Of the map and the filter that the rows are made from; none when they are to be made anew.
    stamp: Option<(u64, SieveKey)>,
    rows: Vec<Row>,
}

impl Outline {
    /// Brings the rows up to date with a map and the filter over it; equal stamps, equal map. True when they were made anew.
    pub fn follow(&mut self, map: &Map, stamp: u64, sieve: Sieve<'_>) -> bool {
        let now = Some((stamp, sieve.key()));
        if self.stamp == now {
            return false;
        }
        self.stamp = now;
        self.folded.retain(|record| map.contains(*record));
        self.rows = rows(map, &self.folded, &sieve.over(map));
        true
    }

    pub fn rows(&self) -> &[Row] {
        &self.rows
    }

    /// The row of a record, where that is not folded away.
    pub fn row_of(&self, record: RecordRef) -> Option<usize> {
        self.rows.iter().position(|row| row.item == Item::Record(record))
    }

    /// Folds what a record holds, or unfolds it.
    pub fn fold(&mut self, record: RecordRef, is_folded: bool) {
        let changed = if is_folded { self.folded.insert(record) } else { self.folded.remove(&record) };
        if changed {
            self.stamp = None;
        }
    }

    /// Unfolds what a record stands in, so that it is seen.
    pub fn unfold_to(&mut self, map: &Map, record: RecordRef) {
        let mut at = record;
        while let Some(parent) = parent_of(map, at) {
            self.fold(parent, false);
            at = parent;
        }
    }

    /// The record that a step leads to; the first one where nothing is stood on.
    pub fn stepped(&self, from: Option<RecordRef>, way: Way) -> Option<RecordRef> {
        let at = from.and_then(|record| self.row_of(record));
        let records = |rows: &[Row]| rows.iter().filter_map(|row| row.item.record()).collect::<Vec<_>>();
        let (above, below) = match at {
            Some(at) => (records(self.rows.get(..at)?), records(self.rows.get(at + 1..)?)),
            None => (Vec::new(), records(&self.rows)),
        };
        let nth_below = |nth: usize| below.get(nth).or(below.last()).copied();
        match (way, at) {
            (Way::First, _) => self.rows.iter().find_map(|row| row.item.record()),
            (Way::Last, _) => self.rows.iter().rev().find_map(|row| row.item.record()),
            (Way::Up, Some(_)) => above.last().copied(),
            (Way::PageUp, Some(_)) => above.iter().rev().nth(PAGE - 1).or(above.first()).copied(),
            (Way::PageDown, Some(_)) => nth_below(PAGE - 1),
            (Way::Down, _) | (Way::Up | Way::PageUp | Way::PageDown, None) => nth_below(0),
            (Way::Before | Way::Behind, _) => None,
        }
    }

    /// What ← does: folds what is open, else leads to what the record stands in.
    pub fn fold_or_parent(&mut self, map: &Map, record: RecordRef) -> Option<RecordRef> {
        let row = self.rows.get(self.row_of(record)?)?;
        if row.holds > 0 && !row.is_folded {
            self.fold(record, true);
            return None;
        }
        parent_of(map, record)
    }

    /// What → does: unfolds what is folded, else leads to the first row in it.
    pub fn unfold_or_child(&mut self, record: RecordRef) -> Option<RecordRef> {
        let at = self.row_of(record)?;
        let row = *self.rows.get(at)?;
        if row.is_folded {
            self.fold(record, false);
            return None;
        }
        if row.holds == 0 { None } else { self.rows.get(at + 1)?.item.record() }
    }

    /// The next record from a row on, around the end, that says what was typed: one that begins so goes before one that has it
    /// further on. `is_longer` says that a letter was added to what was found there, which then is looked at first.
    pub fn typed(&self, map: &Map, from: Option<RecordRef>, letters: &str, is_longer: bool) -> Option<RecordRef> {
        let wanted = letters.to_lowercase();
        let start = from.and_then(|record| self.row_of(record)).map_or(0, |at| if is_longer { at } else { at + 1 });
        let (before, after) = self.rows.split_at_checked(start)?;
        let mut within = None;
        for record in after.iter().chain(before).filter_map(|row| row.item.record()) {
            let text = text_of(map, record).to_lowercase();
            if text.starts_with(&wanted) {
                return Some(record);
            }
            if within.is_none() && text.contains(&wanted) {
                within = Some(record);
            }
        }
        within
    }
}

/// The field that is written in a record's row: its name, or for a flag what its rule asks for; none where it has no text.
pub fn text_field(map: &Tables, record: RecordRef) -> Option<Field> {
    let kind = record.kind();
    let field = if kind == RecordKind::Flag { Field::Note } else { crate::fields::title(kind) };
    crate::fields::read(map, record, field).map(|_| field)
}

/// What a record's row says: what is written there, or what it goes by.
pub fn text_of(map: &Tables, record: RecordRef) -> String {
    if let RecordRef::Flag(id) = record {
        return map.flags.get(&id).map(|flag| flag.note.clone()).unwrap_or_default();
    }
    title_of(map, record).unwrap_or_default()
}

/// What a record stands in; none for one of the first level.
pub(super) fn parent_of(map: &Tables, record: RecordRef) -> Option<RecordRef> {
    if record.kind() == RecordKind::Stage {
        return None;
    }
    if let RecordRef::Touchpoint(id) = record {
        let card = map.touchpoints.get(&id)?;
        return Some(map.step_of(card).map_or(RecordRef::Stage(card.stage), RecordRef::Step));
    }
    let spot = map.spot(record)?;
    match spot.on {
        Some(FlagTarget::Touchpoint(card)) => return Some(RecordRef::Touchpoint(*card)),
        Some(FlagTarget::Stage(stage)) => return Some(RecordRef::Stage(*stage)),
        None => {}
    }
    let card = spot.touchpoint.copied().flatten().filter(|card| map.touchpoints.contains_key(card));
    card.map(RecordRef::Touchpoint).or(spot.stage.copied().map(RecordRef::Stage))
}

/// What each stage and card holds beside cards, in order.
type Parts = BTreeMap<RecordRef, Vec<RecordRef>>;

fn parts(map: &Map) -> Parts {
    let mut parts = Parts::new();
    let mut put = |map: &Map, records: Vec<RecordRef>| {
        for record in records {
            if let Some(parent) = parent_of(map, record) {
                parts.entry(parent).or_default().push(record);
            }
        }
    };
    put(map, ranked(map, RecordKind::Step));
    for kind in ListKind::ALL {
        put(map, ranked(map, kind.kind()));
        // Flags stand between what hurts and what is done about it.
        if *kind == ListKind::PainPoint {
            let mut flags: Vec<(FlagTarget, Regime, FlagId)> =
                map.flags.iter().map(|(id, flag)| (flag.on, flag.regime, *id)).collect();
            flags.sort_unstable();
            put(map, flags.into_iter().map(|(_, _, id)| RecordRef::Flag(id)).collect());
        }
    }
    parts
}

/// The records of a kind lane by lane and by their ranks, those without one by their numbers.
fn ranked(map: &Tables, kind: RecordKind) -> Vec<RecordRef> {
    let lane = |record| map.lanes.get(&map.lane_listing(record)?).map(|lane| &lane.rank);
    let place = |record| (lane(record), map.spot(record).and_then(|spot| spot.rank), record);
    let mut records: Vec<(Option<&Rank>, Option<&Rank>, RecordRef)> = map.refs(kind).into_iter().map(place).collect();
    records.sort();
    records.into_iter().map(|(.., record)| record).collect()
}

fn rows(map: &Map, folded: &BTreeSet<RecordRef>, sifted: &Sifted<'_>) -> Vec<Row> {
    let mut parts = parts(map);
    for about in parts.values_mut() {
        // Whether a step stays is told by its cards.
        about.retain(|record| record.kind() == RecordKind::Step || !sifted.is_hidden(*record));
    }
    let is_gone = |record: RecordRef, holds: usize| holds == 0 && sifted.is_hidden(record);
    let none = Vec::new();
    let of = |record: RecordRef| parts.get(&record).unwrap_or(&none);
    let mut rows = Vec::with_capacity(map.len());
    let record = |rows: &mut Vec<Row>, at: RecordRef, depth, holds, (place, beside), hue| {
        let is_folded = holds > 0 && folded.contains(&at);
        let is_dimmed = sifted.is_dimmed(at);
        rows.push(Row { item: Item::Record(at), depth, holds, is_folded, place, beside, is_dimmed, hue });
        !is_folded
    };
    let lanes = map.lanes_in_order();
    // A stage has the colour of its place on the map, also where others are left out.
    let stages = map.stages_in_order().into_iter().enumerate().map(|(nth, (stage, said))| {
        let cards = lanes.iter().flat_map(|(lane, _)| map.card_ids_in(stage, *lane)).copied();
        let stays = |card: &TouchpointId| !is_gone((*card).into(), of((*card).into()).len());
        (stage, said.color.map_or(nth, usize::from), cards.filter(stays).collect::<Vec<_>>())
    });
    let stays = |(stage, _, cards): &(StageId, usize, Vec<TouchpointId>)| {
        let parts = of((*stage).into()).iter().filter(|part| !sifted.is_hidden(**part)).count();
        !is_gone((*stage).into(), cards.len() + parts)
    };
    let stages: Vec<(StageId, usize, Vec<TouchpointId>)> = stages.filter(stays).collect();
    for (nth, (stage, hue, cards)) in stages.iter().enumerate() {
        let hue = *hue;
        let mut loose: Vec<TouchpointId> = Vec::new();
        let mut of_steps: BTreeMap<RecordRef, Vec<TouchpointId>> = BTreeMap::new();
        for card in cards {
            match parent_of(map, (*card).into()) {
                Some(step) if step.kind() == RecordKind::Step => of_steps.entry(step).or_default().push(*card),
                Some(_) | None => loose.push(*card),
            }
        }
        // Its steps with their cards, the cards of none, and what is about the stage.
        let (mut steps, notes): (Vec<RecordRef>, Vec<RecordRef>) =
            of((*stage).into()).iter().partition(|part| part.kind() == RecordKind::Step);
        steps.retain(|step| !is_gone(*step, of_steps.get(step).map_or(0, Vec::len)));
        let holds = steps.len() + loose.len() + notes.len();
        if !record(&mut rows, (*stage).into(), 0, holds, (nth + 1, stages.len()), hue) {
            continue;
        }
        let stand = |rows: &mut Vec<Row>, card: TouchpointId, depth, place| {
            let about = of(card.into());
            if record(rows, card.into(), depth, about.len(), place, hue) {
                for (nth, part) in about.iter().enumerate() {
                    record(rows, *part, depth + 1, 0, (nth + 1, about.len()), hue);
                }
            }
        };
        for (nth, step) in steps.iter().enumerate() {
            let cards = of_steps.remove(step).unwrap_or_default();
            if record(&mut rows, *step, 1, cards.len(), (nth + 1, holds), hue) {
                for (nth, card) in cards.iter().enumerate() {
                    stand(&mut rows, *card, 2, (nth + 1, cards.len()));
                }
            }
        }
        for (nth, card) in loose.iter().enumerate() {
            stand(&mut rows, *card, 1, (steps.len() + nth + 1, holds));
        }
        for (nth, note) in notes.iter().enumerate() {
            record(&mut rows, *note, 1, 0, (steps.len() + loose.len() + nth + 1, holds), hue);
        }
    }
    for kind in RecordKind::RECORDS.iter().filter(|kind| stands_alone(**kind)) {
        let mut records = ranked(map, *kind);
        records.retain(|record| !sifted.is_hidden(*record));
        if !records.is_empty() {
            let (holds, beside) = (records.len(), records.len());
            let (item, is_folded, is_dimmed) = (Item::Head(*kind), false, false);
            rows.push(Row { item, depth: 0, holds, is_folded, place: 1, beside: 1, is_dimmed, hue: 0 });
            for (nth, at) in records.into_iter().enumerate() {
                record(&mut rows, at, 1, 0, (nth + 1, beside), 0);
            }
        }
    }
    rows
}

/// Whether records of a kind stand in no stage and on no card.
fn stands_alone(kind: RecordKind) -> bool {
    let in_a_stage = [RecordKind::Stage, RecordKind::Step, RecordKind::Touchpoint, RecordKind::Flag].contains(&kind);
    !in_a_stage && kind.listed().is_none()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::figures::sample;
    use std::collections::BTreeSet;

    fn outline(map: &Map) -> Outline {
        let mut outline = Outline::default();
        outline.follow(map, 1, Sieve::default());
        outline
    }

    #[test]
    fn every_record_has_one_row_and_the_parts_of_a_card_stand_below_it() {
        let map = sample::map();
        let outline = outline(&map);
        let shown: Vec<RecordRef> = outline.rows().iter().filter_map(|row| row.item.record()).collect();
        let all: BTreeSet<RecordRef> = RecordKind::RECORDS.iter().flat_map(|kind| map.refs(*kind)).collect();
        assert_eq!(shown.len(), all.len());
        assert_eq!(shown.iter().copied().collect::<BTreeSet<_>>(), all);
        for (at, row) in outline.rows().iter().enumerate() {
            let Some(parent) = row.item.record().and_then(|record| parent_of(&map, record)) else { continue };
            let above = outline.rows()[..at].iter().rev().find(|other| other.depth < row.depth).unwrap();
            assert_eq!(above.item, Item::Record(parent));
            assert!(row.place >= 1 && row.place <= row.beside, "{row:?}");
        }
    }

    #[test]
    fn what_is_folded_is_passed_over_and_found_again() {
        let map = sample::map();
        let mut outline = outline(&map);
        let (stage, _) = map.stages_in_order()[0];
        let next = map.stages_in_order()[1].0;
        let card = map.touchpoints_of(stage)[0].0;
        assert_eq!(outline.unfold_or_child(stage.into()), Some(card.into()));
        assert_eq!(outline.fold_or_parent(&map, stage.into()), None);
        assert!(outline.follow(&map, 1, Sieve::default()), "folding makes the rows anew");
        assert!(!outline.follow(&map, 1, Sieve::default()), "and only once");
        assert_eq!(outline.stepped(Some(stage.into()), Way::Down), Some(next.into()));
        assert_eq!(outline.stepped(Some(next.into()), Way::Up), Some(stage.into()));
        assert_eq!(outline.row_of(card.into()), None);
        outline.unfold_to(&map, card.into());
        outline.follow(&map, 1, Sieve::default());
        assert!(outline.row_of(card.into()).is_some());
        assert_eq!(outline.fold_or_parent(&map, card.into()).or(parent_of(&map, card.into())), Some(stage.into()));
    }

    #[test]
    fn steps_end_at_the_ends_and_pass_over_headings() {
        let map = sample::map();
        let outline = outline(&map);
        let first = outline.stepped(None, Way::Down);
        assert_eq!(first, Some(map.stages_in_order()[0].0.into()));
        assert_eq!(outline.stepped(first, Way::Up), None);
        let last = outline.stepped(first, Way::Last).unwrap();
        assert_eq!(outline.stepped(Some(last), Way::Down), None);
        let mut at = first;
        let mut met = 0;
        while let Some(next) = outline.stepped(at, Way::PageDown) {
            (at, met) = (Some(next), met + 1);
        }
        assert_eq!((at, met > 0), (Some(last), true));
    }

    #[test]
    fn letters_that_are_typed_find_the_next_row_that_begins_so_and_go_round() {
        let map = sample::map();
        let outline = outline(&map);
        let (card, title) = map.touchpoints.iter().map(|(id, card)| (*id, card.title.clone())).next_back().unwrap();
        let begins: String = title.chars().take(4).collect();
        let found = outline.typed(&map, None, &begins.to_uppercase(), false).unwrap();
        assert!(text_of(&map, found).to_lowercase().starts_with(&begins.to_lowercase()));
        assert_eq!(outline.typed(&map, Some(card.into()), &title, true), Some(card.into()), "it stays while it fits");
        assert_eq!(outline.typed(&map, Some(card.into()), &title, false), Some(card.into()), "and goes round");
        assert_eq!(outline.typed(&map, None, "no row says this", false), None);
    }
}
