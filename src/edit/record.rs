//! Setting fields: one way for every kind of record.

use crate::model::*;
use std::collections::BTreeMap;

/// What every kind of record has in common: its table in the map, its change, and the text it goes by.
pub trait Record: Clone + PartialEq {
    type Id: Copy + Ord;
    /// The map's table of this kind.
    fn table(map: &Map) -> &BTreeMap<Self::Id, Self>;
    /// The change that puts `record` under `id`, or takes away what is there.
    fn change(id: Self::Id, record: Option<Self>) -> Change;
    /// The record's name among all kinds.
    fn at(id: Self::Id) -> RecordRef;
    /// The text that a person edits in place.
    fn text(&self) -> &str;
    fn set_text(&mut self, text: String);
}

macro_rules! record {
    ($kind:ident, $id:ident, $table:ident, $text:ident) => {
        impl Record for $kind {
            type Id = $id;

            fn table(map: &Map) -> &BTreeMap<$id, Self> {
                &map.$table
            }

            fn change(id: $id, record: Option<Self>) -> Change {
                Change::$kind(id, record)
            }

            fn at(id: $id) -> RecordRef {
                RecordRef::$kind(id)
            }

            fn text(&self) -> &str {
                &self.$text
            }

            fn set_text(&mut self, text: String) {
                self.$text = text;
            }
        }
    };
}

record!(Stage, StageId, stages, name);
record!(Lane, LaneId, lanes, name);
record!(Touchpoint, TouchpointId, touchpoints, title);
record!(Question, QuestionId, questions, text);
record!(PainPoint, PainPointId, pain_points, text);
record!(Action, ActionId, actions, title);
record!(Flag, FlagId, flags, custom);
record!(Segment, SegmentId, segments, name);
record!(Sticky, StickyId, stickies, text);
record!(Measurement, MeasurementId, measurements, source);
record!(Metric, MetricId, metrics, name);

/// Changes fields of one record: `set::<Touchpoint>(map, id, "Set channel", None, |t| t.channel = Channel::Email)`.
///
/// Edits under the same `merge` key that follow each other within a second become one step. `None` when the record is
/// not there or stays as it was.
pub fn set<R: Record>(
    map: &Map,
    id: R::Id,
    label: impl Into<String>,
    merge: Option<&str>,
    change: impl FnOnce(&mut R),
) -> Option<Edit> {
    let before = R::table(map).get(&id)?;
    let mut after = before.clone();
    change(&mut after);
    if after == *before {
        return None;
    }
    let edit = Edit::new(label, vec![R::change(id, Some(after))]);
    Some(match merge {
        Some(key) => edit.merging(format!("{key} {}", R::at(id))),
        None => edit,
    })
}

/// Changes what is true of the map as a whole; see [`set`].
pub fn set_meta(
    map: &Map,
    label: impl Into<String>,
    merge: Option<&str>,
    change: impl FnOnce(&mut Meta),
) -> Option<Edit> {
    let mut after = map.meta.clone();
    change(&mut after);
    if after == map.meta {
        return None;
    }
    let edit = Edit::new(label, vec![Change::Meta(after)]);
    Some(match merge {
        Some(key) => edit.merging(key),
        None => edit,
    })
}

/// Gives a record (or, with [`RecordRef::Map`], the map) a new title, name or text; ends are trimmed.
///
/// A lane and a metric take an empty name as "the kind's own name". A flag's text is the name of a custom rule.
pub fn rename(map: &Map, at: RecordRef, text: &str) -> Option<Edit> {
    fn named<R: Record>(map: &Map, id: R::Id, text: &str) -> Option<Edit> {
        let label = format!("Rename {}", R::at(id).kind());
        set::<R>(map, id, label, None, |record| record.set_text(text.to_owned()))
    }
    let text = text.trim();
    match at {
        RecordRef::Map => set_meta(map, "Rename map", None, |meta| meta.title = text.to_owned()),
        RecordRef::Stage(id) => named::<Stage>(map, id, text),
        RecordRef::Lane(id) => {
            let own = map.lanes.get(&id).is_some_and(|lane| lane.kind.name() == text);
            named::<Lane>(map, id, if own { "" } else { text })
        }
        RecordRef::Touchpoint(id) => named::<Touchpoint>(map, id, text),
        RecordRef::Question(id) => named::<Question>(map, id, text),
        RecordRef::PainPoint(id) => named::<PainPoint>(map, id, text),
        RecordRef::Action(id) => named::<Action>(map, id, text),
        RecordRef::Flag(id) => named::<Flag>(map, id, text),
        RecordRef::Segment(id) => named::<Segment>(map, id, text),
        RecordRef::Sticky(id) => named::<Sticky>(map, id, text),
        RecordRef::Metric(id) => {
            let own = map.metrics.get(&id).is_some_and(|metric| metric.kind.name() == text);
            named::<Metric>(map, id, if own { "" } else { text })
        }
        // A measurement's source is a fact, not a title.
        RecordRef::Measurement(_) => None,
    }
}

/// The record that a change writes.
pub(super) fn changed(change: &Change) -> RecordRef {
    match change {
        Change::Meta(_) => RecordRef::Map,
        Change::Stage(id, _) => RecordRef::Stage(*id),
        Change::Lane(id, _) => RecordRef::Lane(*id),
        Change::Touchpoint(id, _) => RecordRef::Touchpoint(*id),
        Change::Question(id, _) => RecordRef::Question(*id),
        Change::PainPoint(id, _) => RecordRef::PainPoint(*id),
        Change::Action(id, _) => RecordRef::Action(*id),
        Change::Flag(id, _) => RecordRef::Flag(*id),
        Change::Segment(id, _) => RecordRef::Segment(*id),
        Change::Sticky(id, _) => RecordRef::Sticky(*id),
        Change::Measurement(id, _) => RecordRef::Measurement(*id),
        Change::Metric(id, _) => RecordRef::Metric(*id),
    }
}

/// Whether a change says what the map holds already.
fn says_nothing(map: &Map, change: &Change) -> bool {
    fn same<R: Record>(map: &Map, id: R::Id, record: &Option<R>) -> bool {
        R::table(map).get(&id) == record.as_ref()
    }
    match change {
        Change::Meta(meta) => map.meta == *meta,
        Change::Stage(id, record) => same(map, *id, record),
        Change::Lane(id, record) => same(map, *id, record),
        Change::Touchpoint(id, record) => same(map, *id, record),
        Change::Question(id, record) => same(map, *id, record),
        Change::PainPoint(id, record) => same(map, *id, record),
        Change::Action(id, record) => same(map, *id, record),
        Change::Flag(id, record) => same(map, *id, record),
        Change::Segment(id, record) => same(map, *id, record),
        Change::Sticky(id, record) => same(map, *id, record),
        Change::Measurement(id, record) => same(map, *id, record),
        Change::Metric(id, record) => same(map, *id, record),
    }
}

/// Keeps only the last word about each record, in the order in which the records were first named.
pub(super) fn squashed(changes: Vec<Change>) -> Vec<Change> {
    let mut last: BTreeMap<RecordRef, usize> = BTreeMap::new();
    let mut kept: Vec<Change> = Vec::with_capacity(changes.len());
    for change in changes {
        let at = changed(&change);
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
    changes.retain(|change| !says_nothing(map, change));
    (!changes.is_empty()).then_some(Edit { changes, ..edit })
}
