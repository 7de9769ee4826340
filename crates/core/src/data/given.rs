//! The map as it may be known to whoever is given it.

use super::Asked;
use crate::model::*;

/// The map without what it hides, without what is internal unless that is asked for, and without what the asked audience does
/// not meet.
pub fn given(map: &Map, asked: &Asked) -> Map {
    let left = map.without(|record| {
        is_hidden(map, record) || is_for_others(map, record, asked.segment) || is_note(record) && !asked.notes
    });
    let mut tables = left.to_tables();
    if hides(map, Holds::Feelings) {
        for card in tables.touchpoints.values_mut() {
            (card.emotion, card.to_be) = (None, None);
            card.segment_emotions.clear();
        }
    }
    if hides(map, Holds::Losses) {
        tables.stages.values_mut().for_each(|stage| stage.estimate = None);
    }
    if !asked.notes {
        tables.meta.note.clear();
        tables.stages.values_mut().for_each(|stage| stage.note.clear());
        tables.segments.values_mut().for_each(|segment| segment.note.clear());
        tables.actions.values_mut().for_each(|action| action.note.clear());
        tables.backstages.values_mut().for_each(|step| step.note.clear());
        tables.metrics.values_mut().for_each(|metric| metric.note.clear());
        for card in tables.touchpoints.values_mut() {
            card.note.clear();
            card.owner.clear();
            // A source may be the name of a file, of a client or of a person.
            card.evidence.iter_mut().for_each(|evidence| evidence.name.clear());
        }
    }
    // Texts and feelings may always be empty.
    Map::new(tables).unwrap_or(left)
}

/// Whether every lane that would show something is hidden.
fn hides(map: &Map, what: Holds) -> bool {
    let mut lanes = map.lanes.values().filter(|lane| lane.kind.holds() == what).peekable();
    lanes.peek().is_some() && lanes.all(|lane| lane.hidden)
}

fn is_hidden(map: &Map, record: RecordRef) -> bool {
    let is_hidden_lane = |lane: LaneId| map.lanes.get(&lane).is_some_and(|lane| lane.hidden);
    if let Ok(card) = TouchpointId::try_from(record) {
        return map.touchpoints.get(&card).is_some_and(|card| is_hidden_lane(card.lane));
    }
    let kind = record.kind();
    map.lane_listing(record).is_some_and(is_hidden_lane)
        || kind == RecordKind::Flag && hides(map, Holds::Flags)
        || kind == RecordKind::Measurement && hides(map, Holds::Losses)
}

/// Whether a card or a record of a list is for audiences that are not asked for.
fn is_for_others(map: &Map, record: RecordRef, segment: Option<SegmentId>) -> bool {
    let Some(segment) = segment else { return false };
    if let Ok(card) = TouchpointId::try_from(record) {
        return map.touchpoints.get(&card).is_some_and(|card| !card.is_for(Some(segment)));
    }
    if record.kind().listed().is_none() {
        return false;
    }
    let audiences = map.spot(record).and_then(|spot| spot.segments);
    audiences.is_some_and(|segments| !segments.is_empty() && !segments.contains(&segment))
}

fn is_note(record: RecordRef) -> bool {
    record.kind() == RecordKind::Sticky || record.kind() == RecordKind::Drawing
}
