//! Setting fields: one way for every kind of record.

use crate::model::*;
use std::collections::BTreeMap;

/// Changes one field of one record: `set::<Touchpoint>(map, id, Field::Channel, false, |t| t.channel = Channel::Email)`.
///
/// Edits of the same field that follow each other within a second become one step where they merge. `None` when the record
/// is not there or stays as it was.
pub fn set<R: Record>(map: &Map, id: R::Id, field: Field, merges: bool, change: impl FnOnce(&mut R)) -> Option<Edit> {
    changed(map, id, Verb::Set(field), change).map(|edit| Edit { merges, ..edit })
}

/// The same under another verb.
pub(super) fn changed<R: Record>(map: &Map, id: R::Id, verb: Verb, change: impl FnOnce(&mut R)) -> Option<Edit> {
    let before = R::table(map).get(&id)?;
    let mut after = before.clone();
    change(&mut after);
    (after != *before).then(|| Edit::new(verb, vec![R::at(id)], vec![R::change(id, Some(after))]))
}

/// Changes what is true of the map as a whole; see [`set`].
pub fn set_meta(map: &Map, field: Field, merges: bool, change: impl FnOnce(&mut Meta)) -> Option<Edit> {
    let mut after = map.meta.clone();
    change(&mut after);
    let edit = || Edit::new(Verb::Set(field), vec![RecordRef::Map], vec![Change::Meta(after.clone())]);
    (after != map.meta).then(|| Edit { merges, ..edit() })
}

/// Gives a record (or, with [`RecordRef::Map`], the map) a new title, name or text; ends are trimmed.
///
/// A lane and a metric take an empty name as "the kind's own name". A flag's text is the name of a custom rule.
pub fn rename(map: &Map, at: RecordRef, text: &str) -> Option<Edit> {
    fn named<R: Record>(map: &Map, id: R::Id, text: &str) -> Option<Edit> {
        let usual = R::table(map).get(&id)?.is_usual_title(text);
        let text = if usual { "" } else { text };
        R::IS_WRITTEN.then(|| set::<R>(map, id, Field::Title, false, |record| record.set_text(text.to_owned())))?
    }
    let text = text.trim();
    macro_rules! rename {
        ($($kind:ident, $id:ident, $table:ident, $name:tt, $text:ident, [$($spot:ident),*];)*) => {
            match at {
                RecordRef::Map => set_meta(map, Field::Title, false, |meta| meta.title = text.to_owned()),
                $(RecordRef::$kind(id) => named::<$kind>(map, id, text),)*
            }
        };
    }
    records!(rename)
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
