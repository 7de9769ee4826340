//! The laws of editing, over random sequences of every command on random maps.

use super::random::{KINDS, Step, command, random_map};
use super::*;
use crate::model::*;
use proptest::prelude::*;
use std::collections::BTreeSet;
use std::time::Duration;

fn steps(most: usize) -> impl Strategy<Value = Vec<Step>> {
    proptest::collection::vec((0..KINDS, any::<u64>()), 0..most)
}

/// New numbers that no step of [`random_map`] has given.
fn further_ids() -> IdSource {
    IdSource::seeded(0xFEED)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(120))]

    #[test]
    fn e1_every_command_and_its_inverse_restore_the_map(before in steps(60), step in (0..KINDS, any::<u64>())) {
        let mut map = random_map(&before);
        let original = map.clone();
        if let Some(edit) = command(&map, step, &mut further_ids()) {
            let inverse = map.apply(edit).unwrap().inverse;
            let edited = map.clone();
            let again = map.apply(inverse).unwrap().inverse;
            prop_assert_eq!(&map, &original);
            map.apply(again).unwrap();
            prop_assert_eq!(&map, &edited);
        }
    }

    #[test]
    fn an_edit_is_data_and_survives_its_text(before in steps(60), step in (0..KINDS, any::<u64>())) {
        let map = random_map(&before);
        if let Some(edit) = command(&map, step, &mut further_ids()) {
            let text = ron::to_string(&edit).unwrap();
            prop_assert_eq!(ron::from_str::<Edit>(&text).unwrap(), edit);
        }
    }

    #[test]
    fn the_rules_of_what_was_touched_are_the_rules_of_the_whole_map(
        before in steps(40), step in (0..KINDS, any::<u64>()), broken in 0..4_usize
    ) {
        let map = random_map(&before);
        let mut edit = command(&map, step, &mut further_ids()).unwrap_or(Edit::of(Verb::Begin, Vec::new()));
        let first = |ids: Vec<RecordRef>| ids.into_iter().next();
        let gone = match broken {
            0 => first(map.stages.keys().map(|id| (*id).into()).collect()),
            1 => first(map.lanes.keys().map(|id| (*id).into()).collect()),
            2 => first(map.segments.keys().map(|id| (*id).into()).collect()),
            _ => first(map.touchpoints.keys().map(|id| (*id).into()).collect()),
        };
        // Taken away without what hangs on it: legal only where nothing does.
        edit.changes.extend(gone.and_then(Change::without));
        let mut whole = map.to_tables();
        whole.make(edit.changes.clone());
        prop_assert_eq!(map.after(&edit).is_ok(), whole.check().is_empty());
    }

    #[test]
    fn e2_a_command_with_a_broken_change_leaves_no_trace(before in steps(40), step in (0..KINDS, any::<u64>())) {
        let mut map = random_map(&before);
        let original = map.clone();
        let mut edit = command(&map, step, &mut further_ids()).unwrap_or(Edit::of(Verb::Begin, Vec::new()));
        let lost = Touchpoint::new(StageId(3), LaneId(4), Rank::middle(), "Lost", Channel::Email);
        edit.changes.push(Change::Touchpoint(TouchpointId(5), Some(lost)));
        prop_assert!(map.apply(edit).is_err());
        prop_assert_eq!(map, original);
    }

    #[test]
    fn e4_every_command_yields_a_map_that_keeps_the_rules(all in steps(80)) {
        // The commands' edits are unwrapped inside: none is ever refused.
        let map = random_map(&all);
        prop_assert_eq!(map.check(), []);
        for list in map.stages.keys().flat_map(|stage| map.lanes.keys().map(move |lane| (*stage, *lane))) {
            let cell = map.touchpoints_in(list.0, list.1);
            let ranks: BTreeSet<&Rank> = cell.iter().map(|(_, card)| &card.rank).collect();
            prop_assert_eq!(ranks.len(), cell.len(), "two cards share a place");
            prop_assert!(cell.windows(2).all(|pair| map.card_order(pair[0].1) < map.card_order(pair[1].1)));
            prop_assert!(cell.iter().all(|(_, card)| card.rank.as_str().len() <= RANK_MAX_LETTERS));
        }
    }

    #[test]
    fn e5_equal_commands_on_equal_maps_give_equal_maps(all in steps(40)) {
        prop_assert_eq!(random_map(&all), random_map(&all));
    }

    #[test]
    fn h1_undo_reaches_every_earlier_map_and_redo_walks_back(all in steps(40)) {
        let mut map = random_map(&[]);
        let mut ids = further_ids();
        let (mut history, mut earlier) = (History::saved(), vec![map.clone()]);
        for (nth, step) in all.into_iter().enumerate() {
            let Some(edit) = command(&map, step, &mut ids) else { continue };
            let inverse = map.apply(edit).unwrap().inverse;
            // Far enough apart that nothing merges.
            history.push(inverse, Duration::from_secs(nth as u64 * 10));
            earlier.push(map.clone());
        }
        for expected in earlier.iter().rev().skip(1) {
            prop_assert!(history.undo(&mut map).unwrap().is_some());
            prop_assert_eq!(&map, expected);
        }
        prop_assert!(history.undo(&mut map).unwrap().is_none());
        prop_assert!(history.is_saved());
        for expected in earlier.iter().skip(1) {
            prop_assert!(history.redo(&mut map).unwrap().is_some());
            prop_assert_eq!(&map, expected);
        }
        prop_assert!(history.redo(&mut map).unwrap().is_none());
    }

    #[test]
    fn h1_merged_steps_are_undone_as_one(all in steps(30)) {
        let mut map = random_map(&[]);
        let mut ids = further_ids();
        let mut history = History::unsaved();
        let original = map.clone();
        for step in all {
            let Some(edit) = command(&map, step, &mut ids) else { continue };
            let one_gesture = Edit { verb: Verb::Move, about: Vec::new(), ..edit }.merging();
            let inverse = map.apply(one_gesture).unwrap().inverse;
            history.push(inverse, Duration::ZERO);
        }
        let steps = history.undo_steps();
        prop_assert!(steps <= 1);
        history.undo(&mut map).unwrap();
        prop_assert_eq!(map, original);
    }

    #[test]
    fn h3_a_command_that_changes_nothing_gives_no_edit(before in steps(60), step in (0..KINDS, any::<u64>())) {
        let map = random_map(&before);
        if let Some(edit) = command(&map, step, &mut further_ids()) {
            prop_assert!(effective(&map, edit.clone()).is_some(), "{edit:?} changes nothing");
        }
    }

    #[test]
    fn moved_cards_stand_together_before_the_card_in_the_order_they_had(
        before in steps(60),
        picks in proptest::collection::vec(any::<prop::sample::Index>(), 1..5),
        target in any::<prop::sample::Index>(),
    ) {
        let mut map = random_map(&before);
        let cards: Vec<TouchpointId> =
            map.stages_in_order().into_iter().flat_map(|(stage, _)| map.touchpoints_of(stage)).map(|(id, _)| id).collect();
        prop_assume!(!cards.is_empty());
        let mut moved: Vec<TouchpointId> = picks.iter().map(|pick| *pick.get(&cards)).collect();
        moved.sort_by_key(|id| cards.iter().position(|card| card == id));
        moved.dedup();
        let before = *target.get(&cards);
        let cell = Cell { step: map.step_of(&map.touchpoints[&before]), ..Cell::of(&map.touchpoints[&before]) };
        if let Some(edit) = move_touchpoints(&map, &moved, cell, Some(before)) {
            map.apply(edit).unwrap();
        }
        let now: Vec<TouchpointId> = map.touchpoints_in(cell.stage, cell.lane).into_iter().map(|(id, _)| id).collect();
        let start = now.iter().position(|id| *id == moved[0]).unwrap();
        prop_assert_eq!(&now[start..start + moved.len()], &moved[..]);
        if !moved.contains(&before) {
            prop_assert_eq!(now.get(start + moved.len()), Some(&before));
        }
    }
}

#[test]
fn a_cell_is_renumbered_before_its_ranks_grow_long() {
    let mut ids = IdSource::seeded(1);
    let mut map = random_map(&[]);
    let (stage, lane) = (map.stages_in_order()[0].0, map.lane_of(LaneKind::Touchpoints).unwrap());
    let cell = Cell::new(stage, lane);
    let mut expected = Vec::new();
    let mut before = None;
    for nth in 0..200 {
        let (edit, id) = add_touchpoint(&map, cell, before, Channel::Email, &format!("{nth}"), &mut ids).unwrap();
        map.apply(edit).unwrap();
        // Always into the gap before the card that came last.
        let at = before.and_then(|b| expected.iter().position(|other| *other == b)).unwrap_or(expected.len());
        expected.insert(at, id);
        if nth % 2 == 0 {
            before = Some(id);
        }
    }
    let now: Vec<TouchpointId> = map.touchpoints_in(stage, lane).into_iter().map(|(id, _)| id).collect();
    assert_eq!(now, expected);
    assert!(map.touchpoints.values().all(|card| card.rank.as_str().len() <= RANK_MAX_LETTERS));
}

#[test]
fn deleting_a_measured_stage_takes_its_column_and_says_that_the_figures_are_old() {
    let mut map = random_map(&[(KINDS - 1, 5)]);
    let (id, _) = map.measurement().unwrap();
    let stage = map.stages_in_order()[0].0;
    map.apply(remove(&map, &[RecordRef::Stage(stage)]).unwrap().edit).unwrap();
    let measurement = &map.measurements[&id];
    assert!(measurement.outdated && !map.is_current(measurement));
    assert_eq!((measurement.stages.len(), measurement.all.stages.len(), measurement.all.then.len()), (1, 1, 1));
}

#[test]
fn the_time_to_a_deleted_stage_is_not_told_as_the_time_to_another() {
    let mut map = random_map(&[(KINDS - 1, 5)]);
    let (id, measurement) = map.measurement().unwrap();
    let mut measurement = measurement.clone();
    measurement.all.stages.iter_mut().for_each(|stage| (stage.median_secs, stage.p90_secs) = (Some(1.0), Some(2.0)));
    map.measurements.insert(id, measurement);
    let last = map.stages_in_order().last().unwrap().0;
    map.apply(remove(&map, &[RecordRef::Stage(last)]).unwrap().edit).unwrap();
    let left = &map.measurements[&id].all.stages[0];
    assert_eq!((left.median_secs, left.p90_secs), (None, None));
}

#[test]
fn a_copied_stage_brings_all_it_holds_and_points_at_its_own_cards() {
    let mut ids = further_ids();
    let mut map = random_map(&[]);
    let stage = map.stages_in_order()[0].0;
    let cell = Cell::new(stage, map.lane_of(LaneKind::Touchpoints).unwrap());
    let (edit, card) = add_touchpoint(&map, cell, None, Channel::Email, "Mail", &mut ids).unwrap();
    map.apply(edit).unwrap();
    let (edit, _) = add_in_stage::<PainPoint>(&map, stage, Some(card), "Too many", &mut ids).unwrap();
    map.apply(edit).unwrap();
    let estimate = Estimate { percent: 20.0, reason: String::new(), cause: Some(card) };
    map.apply(set::<Stage>(&map, stage, Field::Estimate, |stage| stage.estimate = Some(estimate)).unwrap()).unwrap();

    let copied = duplicate(&map, &[RecordRef::Stage(stage)], &mut ids).unwrap();
    map.apply(copied.edit).unwrap();
    let [RecordRef::Stage(copy)] = copied.new[..] else { panic!("{:?}", copied.new) };
    assert_eq!(map.stages_in_order()[1].0, copy);
    let own = map.touchpoints_of(copy)[0].0;
    assert_ne!(own, card);
    assert_eq!(map.pain_points_of(copy)[0].1.touchpoint, Some(own));
    assert_eq!(map.stages[&copy].estimate.as_ref().unwrap().cause, Some(own));
}
