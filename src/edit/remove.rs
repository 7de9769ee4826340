//! Deleting records together with everything that depends on them, in one edit.
//!
//! What belongs to a deleted record goes with it: a stage's cards, questions, pain points, actions and flags, a lane's
//! cards, a card's flags. What only mentions it stays and forgets the mention. A measurement loses the column of a
//! deleted stage and is marked as outdated.

use super::describe::{counted, describe, joined};
use super::difference::difference;
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
pub fn remove(map: &Map, records: &[RecordRef]) -> Option<Removed> {
    let mut after = map.clone();
    for record in records {
        remove_one(&mut after, *record);
    }
    let changes = difference(map, &after);
    let named: Vec<RecordRef> = records.iter().copied().filter(|record| exists(map, *record)).collect();
    if changes.is_empty() {
        return None;
    }
    let cards = named.iter().filter(|record| matches!(record, RecordRef::Touchpoint(_))).count();
    let cards_along = map.touchpoints.len().saturating_sub(after.touchpoints.len()).saturating_sub(cards);
    let mut parts = vec![describe(map, &named)];
    if cards_along > 0 {
        parts.push(counted(cards_along, "touchpoint"));
    }
    let what = joined(&parts);
    Some(Removed { edit: Edit::new(format!("Delete {what}"), changes), what })
}

/// Whether the map holds a record.
pub fn exists(map: &Map, record: RecordRef) -> bool {
    match record {
        RecordRef::Map => true,
        RecordRef::Stage(id) => map.stages.contains_key(&id),
        RecordRef::Lane(id) => map.lanes.contains_key(&id),
        RecordRef::Touchpoint(id) => map.touchpoints.contains_key(&id),
        RecordRef::Question(id) => map.questions.contains_key(&id),
        RecordRef::PainPoint(id) => map.pain_points.contains_key(&id),
        RecordRef::Action(id) => map.actions.contains_key(&id),
        RecordRef::Flag(id) => map.flags.contains_key(&id),
        RecordRef::Segment(id) => map.segments.contains_key(&id),
        RecordRef::Sticky(id) => map.stickies.contains_key(&id),
        RecordRef::Measurement(id) => map.measurements.contains_key(&id),
        RecordRef::Metric(id) => map.metrics.contains_key(&id),
    }
}

fn remove_one(map: &mut Map, record: RecordRef) {
    match record {
        // The map itself is not deleted.
        RecordRef::Map => {}
        RecordRef::Stage(id) => remove_stage(map, id),
        RecordRef::Lane(id) => {
            map.lanes.remove(&id);
            remove_touchpoints(map, |card| card.lane == id);
        }
        RecordRef::Touchpoint(id) => {
            if map.touchpoints.remove(&id).is_some() {
                forget_touchpoints(map);
            }
        }
        RecordRef::Question(id) => drop(map.questions.remove(&id)),
        RecordRef::PainPoint(id) => drop(map.pain_points.remove(&id)),
        RecordRef::Action(id) => drop(map.actions.remove(&id)),
        RecordRef::Flag(id) => drop(map.flags.remove(&id)),
        RecordRef::Segment(id) => remove_segment(map, id),
        RecordRef::Sticky(id) => drop(map.stickies.remove(&id)),
        RecordRef::Measurement(id) => drop(map.measurements.remove(&id)),
        RecordRef::Metric(id) => drop(map.metrics.remove(&id)),
    }
}

fn remove_stage(map: &mut Map, id: StageId) {
    if map.stages.remove(&id).is_none() {
        return;
    }
    map.questions.retain(|_, question| question.stage != id);
    map.pain_points.retain(|_, pain| pain.stage != id);
    map.actions.retain(|_, action| action.stage != id);
    map.metrics.retain(|_, metric| metric.stage != id);
    map.flags.retain(|_, flag| flag.on != FlagTarget::Stage(id));
    for measurement in map.measurements.values_mut() {
        remove_column(measurement, id);
    }
    map.measurements.retain(|_, measurement| !measurement.stages.is_empty());
    remove_touchpoints(map, |card| card.stage == id);
}

fn remove_column(measurement: &mut Measurement, id: StageId) {
    let Some(column) = measurement.stages.iter().position(|stage| *stage == id) else { return };
    measurement.stages.remove(column);
    measurement.outdated = true;
    for figures in std::iter::once(&mut measurement.all).chain(measurement.segments.values_mut()) {
        if column < figures.stages.len() {
            figures.stages.remove(column);
        }
        if column < figures.then.len() {
            figures.then.remove(column);
        }
        // How long it took to the stage that is gone says nothing of the one that comes next now.
        if let Some(before) = column.checked_sub(1).and_then(|before| figures.stages.get_mut(before)) {
            (before.median_secs, before.p90_secs) = (None, None);
        }
    }
}

fn remove_touchpoints(map: &mut Map, goes: impl Fn(&Touchpoint) -> bool) {
    map.touchpoints.retain(|_, card| !goes(card));
    forget_touchpoints(map);
}

/// Takes away flags on cards that are gone, and every mention of them.
fn forget_touchpoints(map: &mut Map) {
    let left: BTreeSet<TouchpointId> = map.touchpoints.keys().copied().collect();
    let gone = |card: &Option<TouchpointId>| card.is_some_and(|card| !left.contains(&card));
    map.flags.retain(|_, flag| match flag.on {
        FlagTarget::Touchpoint(card) => left.contains(&card),
        FlagTarget::Stage(_) => true,
    });
    for pain in map.pain_points.values_mut().filter(|pain| gone(&pain.touchpoint)) {
        pain.touchpoint = None;
    }
    for action in map.actions.values_mut().filter(|action| gone(&action.touchpoint)) {
        action.touchpoint = None;
    }
    for estimate in map.stages.values_mut().filter_map(|stage| stage.estimate.as_mut()) {
        if gone(&estimate.cause) {
            estimate.cause = None;
        }
    }
    for measurement in map.measurements.values_mut() {
        for figures in std::iter::once(&mut measurement.all).chain(measurement.segments.values_mut()) {
            figures.reach.retain(|card, _| left.contains(card));
        }
    }
}

fn remove_segment(map: &mut Map, id: SegmentId) {
    map.segments.remove(&id);
    for card in map.touchpoints.values_mut() {
        card.segments.retain(|segment| *segment != id);
        card.segment_emotions.remove(&id);
    }
    for question in map.questions.values_mut() {
        question.segments.retain(|segment| *segment != id);
    }
    for pain in map.pain_points.values_mut() {
        pain.segments.retain(|segment| *segment != id);
    }
    for measurement in map.measurements.values_mut() {
        measurement.segments.remove(&id);
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
            let cell = Cell { stage, lane };
            let (edit, card) = add_touchpoint(&map, cell, None, Channel::Checkout, title, &mut ids).unwrap();
            map.apply(edit).unwrap();
            let (edit, _) = add_flag(&map, FlagTarget::Touchpoint(card), Regime::Gdpr, &mut ids).unwrap();
            map.apply(edit).unwrap();
        }
        let before = map.clone();
        let removed = remove(&map, &[RecordRef::Stage(stage)]).unwrap();
        assert_eq!(removed.what, "stage “Decision” and 2 touchpoints");
        let inverse = map.apply(removed.edit).unwrap();
        assert!(map.touchpoints.is_empty() && map.flags.is_empty() && map.stages.is_empty());
        map.apply(inverse).unwrap();
        assert_eq!(map, before);
        assert_eq!(remove(&map, &[RecordRef::Stage(StageId(77))]), None);
    }
}
