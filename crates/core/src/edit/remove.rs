//! Deleting records together with everything that depends on them, in one edit.
//!
//! What belongs to a deleted record goes with it: a stage's cards, questions, pain points, actions and flags, a lane's
//! cards, a card's flags. What only mentions it stays and forgets the mention: what a lane listed comes to another of its kind. A measurement loses the column of a
//! deleted stage and is marked as outdated.

use super::describe::what_goes;
use crate::model::*;
use std::collections::BTreeSet;

/// A deletion, and what to say about it.
#[derive(Clone, Debug, PartialEq)]
pub struct Removed {
    pub edit: Edit,
    /// `stage “Decision” and 4 touchpoints`: what was named, and the cards that go with it.
    pub what: String,
}

/// Deletes records and what depends on them. `None` when the map has none of them.
pub fn remove(map: &Tables, records: &[RecordRef]) -> Option<Removed> {
    let is_there = |record: &RecordRef| *record != RecordRef::Map && map.contains(*record);
    let named: Vec<RecordRef> = records.iter().copied().filter(is_there).collect();
    if named.is_empty() {
        return None;
    }
    let mut changes = without(map, named.iter().copied().collect());
    changes.extend(first_now(map, &named));
    let edit = Edit::new(Verb::Delete, named, changes);
    let what = what_goes(map, &edit);
    Some(Removed { edit, what })
}

/// Of lanes of which the first goes, the next is the first: it then holds what names none, wherever it stands later.
fn first_now(map: &Tables, gone: &[RecordRef]) -> Vec<Change> {
    let is_gone = |id: LaneId| gone.contains(&id.into());
    let firsts = map.lanes.iter().filter(|(id, lane)| !lane.further && is_gone(**id));
    let next = |kind: LaneKind| {
        let left = map.lanes.iter().filter(|(id, lane)| lane.kind == kind && !is_gone(**id));
        let (id, lane) = left.min_by_key(|(id, lane)| (lane.further, &lane.rank, **id))?;
        lane.further.then(|| Change::Lane(*id, Some(Lane { further: false, ..lane.clone() })))
    };
    let kinds: BTreeSet<LaneKind> = firsts.map(|(_, lane)| lane.kind).collect();
    kinds.into_iter().filter_map(next).collect()
}

/// The changes that take records away, with all that they held, and let the others forget them.
fn without(map: &Tables, mut gone: BTreeSet<RecordRef>) -> Vec<Change> {
    fn table<R: Record>(
        map: &Tables,
        gone: &BTreeSet<RecordRef>,
        fallen: &mut Vec<RecordRef>,
        changes: &mut Vec<Change>,
    ) {
        let mut changed = Vec::new();
        for (id, record) in R::table(map) {
            if gone.contains(&R::at(*id)) {
                changes.push(R::change(*id, None));
                continue;
            }
            let mut names_one = false;
            record.each_named(&mut |named| names_one |= gone.contains(&named));
            if !names_one {
                continue;
            }
            let mut record = record.clone();
            if record.rename(&mut |named| (!gone.contains(&named)).then_some(named)) {
                changed.push(R::change(*id, Some(record)));
            } else {
                fallen.push(R::at(*id));
            }
        }
        changes.append(&mut changed);
    }
    loop {
        let (mut fallen, mut changes) = (Vec::new(), Vec::new());
        macro_rules! tables {
            ($($kind:ident, $id:ident, $table:ident, $name:tt, $text:ident, [$($spot:ident),*];)*) => {
                $(table::<$kind>(map, &gone, &mut fallen, &mut changes);)*
            };
        }
        records!(tables);
        // What fell may have held others.
        if fallen.is_empty() {
            return changes;
        }
        gone.extend(fallen);
    }
}

#[cfg(test)]
mod tests {
    use super::super::*;
    use super::*;

    #[test]
    fn deleting_a_stage_takes_what_it_holds_and_says_so() {
        let mut ids = IdSource::seeded(1);
        let mut map = empty_map(&mut ids);
        let (edit, stage) = add_stage(&map, "Decision", None, &mut ids);
        map.apply(edit).unwrap();
        let lane = map.lane_of(LaneKind::Touchpoints).unwrap();
        for title in ["Trial checkout", "Plan page"] {
            let cell = Cell::new(stage, lane);
            let (edit, card) = add_touchpoint(&map, cell, None, Channel::Checkout, title, &mut ids).unwrap();
            map.apply(edit).unwrap();
            let (edit, _) = add_flag(&map, FlagTarget::Touchpoint(card), Regime::Gdpr, &mut ids).unwrap();
            map.apply(edit).unwrap();
        }
        let before = map.clone();
        let removed = remove(&map, &[RecordRef::Stage(stage)]).unwrap();
        assert_eq!(removed.what, "stage “Decision” and 2 touchpoints");
        let inverse = map.apply(removed.edit).unwrap().inverse;
        assert!(map.touchpoints.is_empty() && map.flags.is_empty() && map.stages.is_empty());
        map.apply(inverse).unwrap();
        assert_eq!(map, before);
        assert_eq!(remove(&map, &[RecordRef::Stage(StageId(77))]), None);
    }
}
