//! Stages put together and taken apart.

use super::place::{Places, places};
use crate::model::*;
use std::collections::{BTreeMap, BTreeSet};

/// Makes one stage of several: the leftmost, with all that the others hold behind what it holds.
///
/// It keeps its name, its colour and its width; its goal and note get the others' below, its events theirs, its period
/// covers all. Of a measurement the others' columns go, as with a stage that is deleted; where a customer could only come
/// to a stage through the one before, who left at any of them left at the one that they are now. `None` for fewer than two.
pub fn merge_stages(map: &Map, stages: &[StageId]) -> Option<Edit> {
    let order = map.stages_in_order();
    let mut merged = order.into_iter().map(|(id, _)| id).filter(|id| stages.contains(id));
    let into = merged.next()?;
    let gone: Vec<StageId> = merged.collect();
    gone.first()?;
    let mut after = map.to_tables();
    for stage in &gone {
        join(&mut after, into, *stage);
    }
    let about = std::iter::once(into).chain(gone).map(RecordRef::from).collect();
    Some(Edit::new(Verb::Merge, about, map.difference(&after)))
}

/// One stage of two.
fn join(map: &mut Tables, into: StageId, gone: StageId) {
    let Some(other) = map.stages.remove(&gone) else { return };
    macro_rules! bring {
        ($($kind:ident, $id:ident, $table:ident, $name:tt, $text:ident, [$($spot:ident),*];)*) => {
            $(bring::<$kind>(map, into, gone);)*
        };
    }
    records!(bring);
    for measurement in map.measurements.values_mut() {
        measurement.join_columns(into, gone);
    }
    let Some(stage) = map.stages.get_mut(&into) else { return };
    stage.goal = below(&stage.goal, &other.goal);
    stage.note = below(&stage.note, &other.note);
    let known: BTreeSet<&String> = stage.events.iter().collect();
    let missing: Vec<String> = other.events.iter().filter(|event| !known.contains(event)).cloned().collect();
    stage.events.extend(missing);
    stage.period = match (stage.period, other.period) {
        (Some(a), Some(b)) => Some(Period { from: a.from.min(b.from), to: a.to.max(b.to) }),
        (a, b) => a.or(b),
    };
    stage.zone = if stage.zone == other.zone { stage.zone } else { Zone::Unsaid };
    stage.pending |= other.pending;
    stage.estimate = match (stage.estimate.take(), other.estimate) {
        (Some(a), Some(b)) => Some(both(&a, &b)),
        (a, b) => a.or(b),
    };
}

/// Who leaves at one of two stages that follow each other: whoever does not stay at the first and at the second.
fn both(a: &Estimate, b: &Estimate) -> Estimate {
    let stay = (1.0 - a.percent / 100.0) * (1.0 - b.percent / 100.0);
    let percent = ((1.0 - stay) * 1000.0).round() / 10.0;
    Estimate { percent, reason: below(&a.reason, &b.reason), cause: a.cause.or(b.cause) }
}

/// Two texts, the second on a line of its own.
fn below(first: &str, second: &str) -> String {
    match (first.is_empty(), second.is_empty() || second == first) {
        (_, true) => first.to_owned(),
        (true, false) => second.to_owned(),
        (false, false) => format!("{first}\n{second}"),
    }
}

/// Brings all records of a kind from a stage behind those of another, lane by lane.
fn bring<R: Record>(map: &mut Tables, into: StageId, gone: StageId) {
    let (there, come) = (lists::<R>(map, into), lists::<R>(map, gone));
    for (lane, come) in come {
        let there = there.get(&lane).map_or(&[][..], Vec::as_slice);
        let Places { newcomers, renumbered } = places(there, None, come.len());
        let ranks = renumbered.into_iter().chain(come.into_iter().map(|(id, _)| id).zip(newcomers));
        for (id, rank) in ranks {
            let spot = R::table_mut(map).get_mut(&id).map(R::spot_mut);
            if let Some(own) = spot.and_then(|spot| spot.rank) {
                *own = rank;
            }
        }
    }
    // Whatever else names the stage, such as a flag, names the other from now on. A measurement has columns of both.
    if R::KIND == RecordKind::Measurement {
        return;
    }
    let renamed = |record: RecordRef| if record == gone.into() { into.into() } else { record };
    for record in R::table_mut(map).values_mut() {
        record.rename(&mut |named| Some(renamed(named)));
    }
}

/// A kind's records in a stage by their lane, in order; those of a kind that needs none have no lane.
fn lists<R: Record>(map: &Tables, stage: StageId) -> BTreeMap<Option<LaneId>, Vec<(R::Id, Rank)>> {
    let mut lists: BTreeMap<Option<LaneId>, Vec<(R::Id, Rank)>> = BTreeMap::new();
    for (id, record) in R::table(map) {
        let spot = record.spot();
        if let (Some(own), Some(rank)) = (spot.stage, spot.rank)
            && *own == stage
        {
            lists.entry(spot.lane.copied()).or_default().push((*id, rank.clone()));
        }
    }
    lists.values_mut().for_each(|list| list.sort_by(|a, b| a.1.cmp(&b.1).then(a.0.cmp(&b.0))));
    lists
}

/// Makes two stages of one: a card and those that come after it in its lane begin a new stage, with what is tied to them.
///
/// What is about the stage as a whole stays where it is, and so do the events of its log: what was measured is the first
/// stage's. `None` for the first card of a stage, and for one that is not there.
pub fn split_stage(map: &Map, at: TouchpointId, ids: &mut IdSource) -> Option<(Edit, StageId)> {
    let card = map.touchpoints.get(&at)?;
    let stage = map.stages.get(&card.stage)?;
    let order = map.card_ids_in(card.stage, card.lane);
    let from = order.iter().position(|id| *id == at)?;
    let moved: BTreeSet<TouchpointId> = order.iter().skip(from).copied().collect();
    if from == 0 {
        return None;
    }
    let stages = map.stages_in_order();
    let place = stages.iter().position(|(id, _)| *id == card.stage)?;
    let before = stages.get(place + 1).map(|(id, _)| *id);
    let list: Vec<(StageId, Rank)> = stages.iter().map(|(id, stage)| (*id, stage.rank.clone())).collect();
    let Places { newcomers, renumbered } = places(&list, before, 1);
    let id = StageId(ids.fresh());
    let new = Stage {
        color: stage.color,
        width: stage.width,
        zone: stage.zone,
        pending: stage.pending,
        ..Stage::new(newcomers.into_iter().next().unwrap_or_else(Rank::middle), format!("{} (2)", stage.name))
    };
    let mut after = map.to_tables();
    for (other, rank) in renumbered {
        if let Some(other) = after.stages.get_mut(&other) {
            other.rank = rank;
        }
    }
    after.stages.insert(id, new);
    macro_rules! part {
        ($($kind:ident, $id:ident, $table:ident, $name:tt, $text:ident, [$($spot:ident),*];)*) => {
            $(part::<$kind>(&mut after, &moved, id);)*
        };
    }
    records!(part);
    let loss = after.stages.get(&card.stage).and_then(|stage| stage.estimate.clone());
    // Who is thought to leave after the stage leaves after the last of the two; a measured loss stays with its counts.
    if map.measurement().is_none_or(|(_, measurement)| !measurement.stages.contains(&card.stage))
        && let (Some(old), true) = (after.stages.get_mut(&card.stage), loss.is_some())
    {
        old.estimate = None;
        after.stages.entry(id).and_modify(|new| new.estimate = loss);
    }
    Some((Edit::new(Verb::Split, vec![card.stage.into(), id.into()], map.difference(&after)), id))
}

/// Takes the cards, and what is tied to one of them, over into a stage; their order stays.
fn part<R: Record>(map: &mut Tables, moved: &BTreeSet<TouchpointId>, into: StageId) {
    for (id, record) in R::table_mut(map) {
        let own = TouchpointId::try_from(R::at(*id)).is_ok_and(|card| moved.contains(&card));
        let spot = record.spot_mut();
        let tied = spot.touchpoint.and_then(|card| *card).is_some_and(|card| moved.contains(&card));
        if let (Some(stage), true) = (spot.stage, own || tied) {
            *stage = into;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_people_think_leaves_is_put_together_too() {
        let leaves = |percent: f64| Estimate { percent, reason: format!("{percent}"), cause: None };
        let all = both(&leaves(50.0), &leaves(20.0));
        assert_eq!((all.percent, all.reason.as_str()), (60.0, "50\n20"));
        assert_eq!(below("same", "same"), "same");
    }
}
