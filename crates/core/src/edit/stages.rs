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
    for way in map.loops.values_mut() {
        for end in [&mut way.from, &mut way.to].into_iter().filter(|end| **end == gone) {
            *end = into;
        }
    }
    map.loops.retain(|_, way| way.from != way.to);
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

/// Folds stages to narrow strips, or opens them again.
pub fn fold_stages(map: &Map, stages: &[StageId], folded: bool) -> Option<Edit> {
    let fold = |id: &StageId| {
        let stage = map.stages.get(id).filter(|stage| stage.folded != folded)?;
        Some((*id, Stage { folded, ..stage.clone() }))
    };
    let (ids, changes): (Vec<RecordRef>, Vec<Change>) =
        stages.iter().filter_map(fold).map(|(id, stage)| (RecordRef::from(id), Change::Stage(id, Some(stage)))).unzip();
    let verb = if folded { Verb::Fold } else { Verb::Unfold };
    (!ids.is_empty()).then(|| Edit::new(verb, ids, changes))
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
    part_steps(&mut after, card.stage, id);
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

/// A step goes along when every card of it does; a card that goes without its step belongs to none from then on.
fn part_steps(map: &mut Tables, from: StageId, into: StageId) {
    let own: Vec<StepId> = map.steps_of(from).into_iter().map(|(id, _)| id).collect();
    for id in own {
        let stages: BTreeSet<StageId> =
            map.touchpoints.values().filter(|card| card.step == Some(id)).map(|card| card.stage).collect();
        if stages.len() == 1
            && stages.contains(&into)
            && let Some(step) = map.steps.get_mut(&id)
        {
            step.stage = into;
        }
    }
    for id in map.touchpoints.keys().copied().collect::<Vec<_>>() {
        let Some(card) = map.touchpoints.get(&id).filter(|card| card.stage == into) else { continue };
        let step = map.step_of(card);
        if let Some(card) = map.touchpoints.get_mut(&id) {
            card.step = step;
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

    /// Three stages; a step in the first that has all of its four cards but one; and the cards of the step.
    fn stepped() -> (Map, StageId, StepId, Vec<TouchpointId>) {
        let mut ids = IdSource::seeded(5);
        let mut map = crate::edit::empty_map(&mut ids);
        let stages = ["Awareness", "Decision", "Retention"].map(|name| {
            let (edit, id) = crate::edit::add_stage(&map, name, None, &mut ids);
            map.apply(edit).unwrap();
            id
        });
        let (stage, lane) = (stages[0], map.lane_of(LaneKind::Touchpoints).unwrap());
        for title in ["Trailer", "Poster", "Mail", "Call"] {
            let cell = crate::edit::Cell::new(stage, lane);
            let (edit, _) = crate::edit::add_touchpoint(&map, cell, None, Channel::Email, title, &mut ids).unwrap();
            map.apply(edit).unwrap();
        }
        let (edit, step) = crate::edit::add_step(&map, stage, "Believe", None, &mut ids).unwrap();
        map.apply(edit).unwrap();
        let cards = map.card_ids_in(stage, lane).to_vec();
        assert!(cards.iter().all(|card| map.touchpoints[card].step == Some(step)), "the first step has all");
        let cell = crate::edit::Cell::new(stage, lane);
        let edit = crate::edit::move_touchpoints(&map, &cards[..1], cell, None).unwrap();
        map.apply(edit).unwrap();
        (map, stage, step, cards[1..].to_vec())
    }

    #[test]
    fn a_step_goes_with_its_cards_and_leaves_them_in_their_stage_when_it_is_deleted() {
        let (mut map, stage, step, own) = stepped();
        let other = map.stages_in_order()[2].0;
        let edit = crate::edit::move_step(&map, step, other, None).unwrap();
        let before = map.clone();
        let inverse = map.apply(edit).unwrap().inverse;
        assert!(own.iter().all(|card| map.touchpoints[card].stage == other));
        assert!(own.iter().all(|card| map.step_of(&map.touchpoints[card]) == Some(step)));
        map.apply(inverse).unwrap();
        assert_eq!(map, before);
        let removed = crate::edit::remove(&map, &[step.into()]).unwrap();
        map.apply(removed.edit).unwrap();
        assert!(own.iter().all(|card| map.touchpoints[card].stage == stage && map.touchpoints[card].step.is_none()));
    }

    #[test]
    fn where_steps_changed_places_a_card_that_moves_is_all_that_moves() {
        let (mut map, stage, step, own) = stepped();
        let lane = map.lane_of(LaneKind::Touchpoints).unwrap();
        let cell = |step| crate::edit::Cell { stage, lane, step: Some(step) };
        let (edit, doubt) =
            crate::edit::add_step(&map, stage, "Doubt", None, &mut crate::model::IdSource::seeded(9)).unwrap();
        map.apply(edit).unwrap();
        map.apply(crate::edit::move_touchpoints(&map, &own[2..], cell(doubt), None).unwrap()).unwrap();
        map.apply(crate::edit::move_step(&map, doubt, stage, Some(step)).unwrap()).unwrap();
        assert_eq!(map.card_ids_in(stage, lane)[..3], [own[2], own[0], own[1]]);
        let edit = crate::edit::move_touchpoints(&map, &own[1..2], cell(step), Some(own[0])).unwrap();
        assert_eq!(edit.changes.len(), 1, "{edit:?}");
        map.apply(edit).unwrap();
        assert_eq!(map.card_ids_in(stage, lane)[..3], [own[2], own[1], own[0]]);
    }

    #[test]
    fn the_cards_of_a_step_keep_their_order_and_their_length_in_another_stage() {
        let (mut map, stage, step, own) = stepped();
        let lane = map.lane_of(LaneKind::Touchpoints).unwrap();
        // Not in the order of their ids, and the last goes on over one stage more.
        let cell = crate::edit::Cell { stage, lane, step: Some(step) };
        let least = *own.iter().min().unwrap();
        map.apply(crate::edit::move_touchpoints(&map, &[least], cell, None).unwrap()).unwrap();
        map.apply(crate::edit::span(&map, &[least], true).unwrap()).unwrap();
        let order: Vec<TouchpointId> = map.card_ids_in(stage, lane)[..own.len()].to_vec();
        assert_eq!(order.last(), Some(&least));
        let stages: Vec<StageId> = map.stages_in_order().into_iter().map(|(id, _)| id).collect();
        assert_eq!(map.end_of(&map.touchpoints[&least]), Some(stages[1]));
        map.apply(crate::edit::move_step(&map, step, stages[1], None).unwrap()).unwrap();
        assert_eq!(map.card_ids_in(stages[1], lane), order);
        assert_eq!(map.end_of(&map.touchpoints[&least]), Some(stages[2]));
    }

    #[test]
    fn a_stage_that_is_merged_split_or_copied_takes_its_steps_along() {
        let (map, stage, step, own) = stepped();
        let order = map.stages_in_order();
        let merged = map.after(&merge_stages(&map, &[order[0].0, order[1].0]).unwrap()).unwrap();
        assert!(own.iter().all(|card| merged.step_of(&merged.touchpoints[card]) == Some(step)));
        let mut ids = IdSource::seeded(9);
        let copied = crate::edit::duplicate(&map, &[stage.into()], &mut ids).unwrap();
        let with_copy = map.after(&copied.edit).unwrap();
        let StageId(copy) = StageId::try_from(copied.new[0]).unwrap();
        let of_copy = with_copy.steps_of(StageId(copy));
        let is_own = |card: &&Touchpoint| with_copy.step_of(card) == Some(of_copy[0].0);
        assert_eq!((of_copy.len(), with_copy.touchpoints.values().filter(is_own).count()), (1, own.len()));
        // All of its cards go to the new stage, and the step with them; a part of them leaves it.
        let lane = map.lane_of(LaneKind::Touchpoints).unwrap();
        let all = map.card_ids_in(stage, lane).to_vec();
        assert_eq!(all[..own.len()], own, "those of a step come first");
        let (edit, new) = split_stage(&map, own[1], &mut ids).unwrap();
        let split = map.after(&edit).unwrap();
        assert_eq!(split.steps[&step].stage, stage);
        assert!(split.touchpoints.values().all(|card| card.stage != new || card.step.is_none()));
    }
}
