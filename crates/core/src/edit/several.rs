//! What is done to several records at once, as one step: they move to a stage, or are flagged.

use super::place::{Places, places};
use super::{Cell, move_touchpoints};
use crate::model::*;
use std::collections::BTreeMap;

/// The stage that cards and notes of stages share; `None` where they stand in several.
pub fn shared_stage(map: &Map, records: &[RecordRef]) -> Option<StageId> {
    let mut stages = records.iter().map(|record| stage_of(map, *record));
    let first = stages.next()??;
    stages.all(|stage| stage == Some(first)).then_some(first)
}

/// The stage in which a card or a note of a stage stands; `None` for what stands in none, and for what is gone.
pub fn stage_of(map: &Map, record: RecordRef) -> Option<StageId> {
    if let RecordRef::Touchpoint(id) = record {
        return map.touchpoints.get(&id).map(|card| card.stage);
    }
    let kind = record.kind().listed()?;
    of_kind!(kind, R => R::table(map).get(&<R as Record>::Id::try_from(record).ok()?).map(InStage::stage))
}

/// Moves cards and notes to the end of a stage, each in its lane, in the order of the board; those that stand there stay.
pub fn move_to_stage(map: &Map, records: &[RecordRef], to: StageId) -> Option<Edit> {
    let moved: Vec<RecordRef> =
        records.iter().copied().filter(|record| stage_of(map, *record).is_some_and(|stage| stage != to)).collect();
    let mut cards: BTreeMap<LaneId, Vec<TouchpointId>> = BTreeMap::new();
    for id in moved.iter().filter_map(|record| TouchpointId::try_from(*record).ok()) {
        cards.entry(map.touchpoints.get(&id)?.lane).or_default().push(id);
    }
    let mut changes = Vec::new();
    for (lane, cards) in cards {
        changes.extend(move_touchpoints(map, &cards, Cell::new(to, lane), None)?.changes);
    }
    for kind in ListKind::ALL {
        of_kind!(*kind, R => changes.extend(listed::<R>(map, &moved, to)));
    }
    (!changes.is_empty()).then(|| Edit::new(Verb::Move, moved, changes))
}

fn listed<R: InStage>(map: &Map, moved: &[RecordRef], to: StageId) -> Vec<Change> {
    let found = moved.iter().filter_map(|record| {
        let id = <R as Record>::Id::try_from(*record).ok()?;
        Some((id, R::table(map).get(&id)?))
    });
    let mut found: Vec<(R::Id, &R)> = found.collect();
    let rank_of = |stage| map.stages.get(&stage).map(|stage| stage.rank.clone());
    found.sort_by_cached_key(|(id, record)| (rank_of(record.stage()), record.rank().clone(), *id));
    let there: Vec<(R::Id, Rank)> =
        map.in_stage::<R>(to).into_iter().map(|(id, record)| (id, record.rank().clone())).collect();
    let Places { newcomers, renumbered } = places(&there, None, found.len());
    let renumbered = renumbered.into_iter().filter_map(|(id, rank)| Some((id, R::table(map).get(&id)?, rank)));
    let newcomers = found.into_iter().zip(newcomers).map(|((id, record), rank)| (id, record, rank));
    let put = |(id, record, rank): (R::Id, &R, Rank)| {
        let mut record = record.clone();
        record.put(to, rank);
        R::change(id, Some(record))
    };
    renumbered.chain(newcomers).map(put).collect()
}

/// Opens a flag of a regime on each of these that has none of it; `None` where all have one.
pub fn flag_all(map: &Map, on: &[FlagTarget], regime: Regime, ids: &mut IdSource) -> Option<Edit> {
    let lacks = |on: &&FlagTarget| !map.flags_on(**on).iter().any(|(_, flag)| flag.regime == regime);
    let flags = on.iter().filter(lacks).map(|on| Flag::new(*on, regime));
    let changes: Vec<Change> = flags.map(|flag| Change::Flag(FlagId(ids.fresh()), Some(flag))).collect();
    (!changes.is_empty()).then(|| Edit::of(Verb::Add, changes))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::edit::{add_in_stage, add_stage, add_touchpoint, empty_map};

    fn map() -> (Map, [StageId; 3], Vec<RecordRef>, IdSource) {
        let mut ids = IdSource::seeded(9);
        let mut map = empty_map(&mut ids);
        let lane = *map.lanes.iter().find(|(_, lane)| lane.kind == LaneKind::Touchpoints).unwrap().0;
        let mut records = Vec::new();
        let stages = ["Awareness", "Decision", "Loyalty"].map(|name| {
            let (edit, stage) = add_stage(&map, name, None, &mut ids);
            map.apply(edit).unwrap();
            for title in ["Trailer", "Poster"] {
                let (edit, card) = add_touchpoint(
                    &map,
                    Cell::new(stage, lane),
                    None,
                    Channel::Email,
                    &format!("{title} of {name}"),
                    &mut ids,
                )
                .unwrap();
                map.apply(edit).unwrap();
                records.push(card.into());
                let (edit, pain) = add_in_stage::<PainPoint>(&map, stage, None, "Slow", &mut ids).unwrap();
                map.apply(edit).unwrap();
                records.push(pain.into());
            }
            stage
        });
        (map, stages, records, ids)
    }

    #[test]
    fn cards_and_notes_move_to_a_stage_in_one_step_and_keep_their_order() {
        let (map, [first, _, last], records, _) = map();
        assert_eq!(shared_stage(&map, &records), None);
        assert_eq!(shared_stage(&map, &records[..4]), Some(first));
        let edit = move_to_stage(&map, &records, last).unwrap();
        assert_eq!(edit.about.len(), 8, "those of the last stage stay");
        let mut after = map.clone();
        let applied = after.apply(edit).unwrap();
        assert_eq!(shared_stage(&after, &records), Some(last));
        let titles: Vec<_> = after.touchpoints_of(last).into_iter().map(|(_, card)| card.title.as_str()).collect();
        let expected = ["Loyalty", "Awareness", "Decision"]
            .map(|name| [format!("Trailer of {name}"), format!("Poster of {name}")]);
        assert_eq!(titles, expected.concat());
        assert_eq!(after.in_stage::<PainPoint>(last).len(), 6);
        assert_eq!(after.check(), []);
        assert_eq!(move_to_stage(&after, &records, last), None);
        after.apply(applied.inverse).unwrap();
        assert_eq!(after, map);
    }

    #[test]
    fn a_flag_comes_on_each_that_lacks_it() {
        let (mut map, [first, ..], records, mut ids) = map();
        let mut on: Vec<FlagTarget> = records
            .iter()
            .filter_map(|record| TouchpointId::try_from(*record).ok())
            .map(FlagTarget::Touchpoint)
            .collect();
        on.push(FlagTarget::Stage(first));
        let (edit, _) = crate::edit::add_flag(&map, on[0], Regime::Ftc, &mut ids).unwrap();
        map.apply(edit).unwrap();
        let edit = flag_all(&map, &on, Regime::Ftc, &mut ids).unwrap();
        assert_eq!(edit.changes.len(), on.len() - 1);
        map.apply(edit).unwrap();
        assert!(on.iter().all(|on| map.flags_on(*on).len() == 1));
        assert_eq!(flag_all(&map, &on, Regime::Ftc, &mut ids), None);
    }
}
