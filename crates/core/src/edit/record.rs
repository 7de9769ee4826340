//! Changing a record where it is more than one field of the table, and putting changes together.

use crate::model::*;
use std::collections::BTreeMap;

/// Changes a record as a field of it: what the table of [`fields`](crate::fields) cannot say. `None` when the record is not
/// there or stays as it was.
pub fn set<R: Record>(map: &Map, id: R::Id, field: Field, change: impl FnOnce(&mut R)) -> Option<Edit> {
    changed(map, id, Verb::Set(field), change)
}

/// The same under another verb.
pub(super) fn changed<R: Record>(map: &Map, id: R::Id, verb: Verb, change: impl FnOnce(&mut R)) -> Option<Edit> {
    let before = R::table(map).get(&id)?;
    let mut after = before.clone();
    change(&mut after);
    (after != *before).then(|| Edit::new(verb, vec![R::at(id)], vec![R::change(id, Some(after))]))
}

/// Says when a group is too small for a figure of its own.
pub fn set_least_group(map: &Map, least_group: LeastGroup) -> Option<Edit> {
    set_of_map(map, Field::LeastGroup, |meta| meta.least_group = least_group)
}

/// Changes the map itself, as [`set`] changes a record.
pub(super) fn set_of_map(map: &Map, field: Field, change: impl FnOnce(&mut Meta)) -> Option<Edit> {
    let mut after = map.meta.clone();
    change(&mut after);
    (after != map.meta).then(|| Edit::new(Verb::Set(field), vec![RecordRef::Map], vec![Change::Meta(after)]))
}

/// Binds further events to a stage; those that it has stay as they are, also where another stage has them too.
pub fn add_events(map: &Map, id: StageId, events: &[String]) -> Option<Edit> {
    set::<Stage>(map, id, Field::Events, |stage| {
        let missing: Vec<String> = events.iter().filter(|event| !stage.events.contains(event)).cloned().collect();
        stage.events.extend(missing);
    })
}

/// Keeps only the last word about each record, in the order in which the records were first named.
pub(super) fn squashed(changes: Vec<Change>) -> Vec<Change> {
    let mut last: BTreeMap<RecordRef, usize> = BTreeMap::new();
    let mut kept: Vec<Change> = Vec::with_capacity(changes.len());
    for change in changes {
        let at = change.at();
        match last.get(&at).and_then(|place| kept.get_mut(*place)) {
            Some(earlier) => *earlier = change,
            None => {
                last.insert(at, kept.len());
                kept.push(change);
            }
        }
    }
    kept
}

/// The edit without the changes that change nothing; `None` when none is left (law H3).
pub fn effective(map: &Map, edit: Edit) -> Option<Edit> {
    let mut changes = squashed(edit.changes);
    changes.retain(|change| !change.says_nothing(map));
    (!changes.is_empty()).then_some(Edit { changes, ..edit })
}
