//! What an edited sheet changes, in words: for whoever decides whether to take it over.

use touchline_words::{Said, said};

use super::fields::{Kind, Named, stage_field, stage_rows};
use crate::edit::describe::describe;
use crate::model::*;
use std::collections::BTreeSet;

/// A record that changes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SheetChange {
    /// `touchpoint “Plans page”`, as it is called before; a new one as it is called then.
    pub record: String,
    pub fate: Fate,
}

/// What becomes of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fate {
    /// It is new, in the stage of this name.
    Made(String),
    Gone,
    /// Fields with what they held and what they will hold; a stage or a place among its like is a field too.
    Changed(Vec<FieldChange>),
}

/// A field, and its text before and after; `None` where nothing is written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FieldChange {
    pub field: &'static str,
    pub before: Option<String>,
    pub after: Option<String>,
}

/// The records that an edit of a sheet makes, takes away and changes: stages first, then lane by lane, and what goes with those
/// that are taken away.
pub fn sheet_changes(before: &Map, edit: &Edit) -> Vec<SheetChange> {
    let Ok(after) = before.after(edit) else { return Vec::new() };
    let mut changes = stage_changes(before, &after);
    let lanes = after.lanes_in_order();
    let kinds = lanes.iter().filter_map(|(id, _)| Kind::of_lane(&after, *id));
    let mut seen = BTreeSet::new();
    // One lane stands for all of its kind: a record that goes from one to another is one change.
    for kind in kinds.filter(|kind| seen.insert(kind.record(0).kind())) {
        let (was, is) = (kind.all_ids(before), kind.all_ids(&after));
        for id in was.difference(&is) {
            changes.push(SheetChange { record: describe(before, &[kind.record(*id)]), fate: Fate::Gone });
        }
        for id in &is {
            let fate = match was.contains(id) {
                true => Fate::Changed(field_changes(kind, *id, before, &after)),
                false => Fate::Made(stage_name(&after, kind.place(&after, *id).map(|(stage, _)| stage))),
            };
            let named = if was.contains(id) { before } else { &after };
            if fate != Fate::Changed(Vec::new()) {
                changes.push(SheetChange { record: describe(named, &[kind.record(*id)]), fate });
            }
        }
    }
    for kind in RecordKind::RECORDS.iter().filter(|kind| **kind != RecordKind::Stage && !seen.contains(kind)) {
        let gone = before.refs(*kind).into_iter().filter(|record| !after.contains(*record));
        let along = gone.filter(|record| !is_in_a_cell(before, &after, *record));
        changes.extend(along.map(|record| SheetChange { record: describe(before, &[record]), fate: Fate::Gone }));
    }
    changes
}

/// Whether a record is a word in a cell of what stays: a flag, whose row says that it goes.
fn is_in_a_cell(before: &Map, after: &Map, record: RecordRef) -> bool {
    let flag = FlagId::try_from(record).ok().and_then(|id| before.flags.get(&id));
    flag.is_some_and(|flag| after.contains(flag.on.into()))
}

fn stage_changes(before: &Map, after: &Map) -> Vec<SheetChange> {
    let order = |map: &Map| map.stages_in_order().into_iter().map(|(id, _)| id).collect::<Vec<_>>();
    let place =
        |map: &Map, id: StageId| order(map).iter().position(|other| *other == id).map(|at| (at + 1).to_string());
    // A stage moves where those that were there already stand in another order.
    let kept: Vec<StageId> = order(after).into_iter().filter(|id| before.stages.contains_key(id)).collect();
    let moved = kept != order(before);
    let mut changes = Vec::new();
    for (id, stage) in after.stages_in_order() {
        let record = [RecordRef::Stage(id)];
        let Some(was) = before.stages.get(&id) else {
            changes.push(SheetChange { record: describe(after, &record), fate: Fate::Made(String::new()) });
            continue;
        };
        let mut fields = Vec::new();
        let mut field = |name: Said, before: Option<String>, after: Option<String>| {
            if before != after {
                fields.push(FieldChange { field: name.text(), before, after });
            }
        };
        let some = |text: &str| Some(text.to_owned()).filter(|text| !text.is_empty());
        field(said::sheet_field_name, some(&was.name), some(&stage.name));
        for Named { name, shown, .. } in stage_rows() {
            field(name, some(&stage_field(before, id, shown)), some(&stage_field(after, id, shown)));
        }
        if moved {
            field(said::sheet_field_place, place(before, id), place(after, id));
        }
        if !fields.is_empty() {
            changes.push(SheetChange { record: describe(before, &record), fate: Fate::Changed(fields) });
        }
    }
    changes
}

fn field_changes(kind: Kind, id: u64, before: &Map, after: &Map) -> Vec<FieldChange> {
    let mut fields = Vec::new();
    let mut field = |name: Said, before: Option<String>, after: Option<String>| {
        if before != after {
            fields.push(FieldChange { field: name.text(), before, after });
        }
    };
    for Named { name, shown, .. } in kind.rows() {
        field(name, kind.get(before, id, shown), kind.get(after, id, shown));
    }
    let stage = |map: &Map| kind.place(map, id).map(|(stage, _)| stage);
    let (was, is) = (stage(before), stage(after));
    if was != is {
        field(said::sheet_field_stage, Some(stage_name(before, was)), Some(stage_name(after, is)));
    }
    let lane = |map: &Map| {
        let record = kind.record(id);
        let of_card =
            || TouchpointId::try_from(record).ok().and_then(|id| map.touchpoints.get(&id)).map(|card| card.lane);
        map.lanes.get(&of_card().or_else(|| map.lane_listing(record))?).map(|lane| lane.title().to_owned())
    };
    field(said::sheet_field_lane, lane(before), lane(after));
    let kept = |map: &Map, other: &Map| {
        let there = is.map(|stage| kind.beside(map, id, stage)).unwrap_or_default();
        let beside: Vec<u64> = there
            .into_iter()
            .filter(|one| kind.place(other, *one).is_some_and(|(stage, _)| Some(stage) == is))
            .collect();
        beside.iter().position(|one| *one == id).map(|at| (at + 1).to_string())
    };
    if was == is {
        field(said::sheet_field_place, kept(before, after), kept(after, before));
    }
    fields
}

fn stage_name(map: &Map, stage: Option<StageId>) -> String {
    stage.and_then(|id| map.stages.get(&id)).map_or_else(String::new, |stage| stage.name.clone())
}

impl Kind {
    /// Every record of a kind, whatever its lane.
    fn all_ids(self, map: &Map) -> BTreeSet<u64> {
        map.refs(self.record(0).kind()).into_iter().filter_map(RecordRef::number).collect()
    }

    /// The records among which one stands in a stage, from top to bottom.
    fn beside(self, map: &Map, id: u64, stage: StageId) -> Vec<u64> {
        let record = self.record(id);
        let card = TouchpointId::try_from(record).ok().and_then(|id| map.touchpoints.get(&id));
        let lane = card.map(|card| card.lane).or_else(|| map.lane_listing(record));
        lane.and_then(|lane| Kind::of_lane(map, lane)).unwrap_or(self).ids(map, stage)
    }
}
