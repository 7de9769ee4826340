//! The edit between two maps: how a command that works on a copy says what it did.

use super::Record;
use crate::model::*;

/// The changes that make `after` of `before`.
pub(super) fn difference(before: &Map, after: &Map) -> Vec<Change> {
    fn table<R: Record>(before: &Map, after: &Map, changes: &mut Vec<Change>) {
        for id in R::table(before).keys().filter(|id| !R::table(after).contains_key(id)) {
            changes.push(R::change(*id, None));
        }
        for (id, record) in R::table(after) {
            if R::table(before).get(id) != Some(record) {
                changes.push(R::change(*id, Some(record.clone())));
            }
        }
    }
    let mut changes = Vec::new();
    if before.meta != after.meta {
        changes.push(Change::Meta(after.meta.clone()));
    }
    table::<Stage>(before, after, &mut changes);
    table::<Lane>(before, after, &mut changes);
    table::<Segment>(before, after, &mut changes);
    table::<Touchpoint>(before, after, &mut changes);
    table::<Question>(before, after, &mut changes);
    table::<PainPoint>(before, after, &mut changes);
    table::<Action>(before, after, &mut changes);
    table::<Flag>(before, after, &mut changes);
    table::<Sticky>(before, after, &mut changes);
    table::<Measurement>(before, after, &mut changes);
    table::<Metric>(before, after, &mut changes);
    changes
}
