//! The laws of bringing maps together, over random maps that two people went on with.

use super::*;
use crate::edit::random::{KINDS, Step, command, random_map};
use crate::fields;
use crate::fields::FieldKind;
use proptest::prelude::*;

fn steps(most: usize) -> impl Strategy<Value = Vec<Step>> {
    proptest::collection::vec((0..KINDS, any::<u64>()), 0..most)
}

fn gone_on(map: &Map, steps: &[Step], seed: u64) -> Map {
    let (mut map, mut ids) = (map.clone(), IdSource::seeded(seed));
    for step in steps {
        if let Some(edit) = command(&map, *step, &mut ids) {
            map = map.after(&edit).unwrap_or(map);
        }
    }
    map
}

/// All that people wrote into a map, text by text: what names another record says what that is called.
fn words(map: &Map) -> BTreeMap<(RecordRef, String), String> {
    let records = RecordKind::RECORDS.iter().flat_map(|kind| map.refs(*kind)).chain([RecordRef::Map]);
    let of = |at: RecordRef| {
        let said = fields::said(map, at, |field, kind| {
            let is_written = matches!(kind, FieldKind::Name | FieldKind::Line | FieldKind::Text | FieldKind::List);
            is_written && !matches!(field, Field::ShownStage | Field::ShownLane)
        });
        said.into_iter().map(move |(field, text)| ((at, format!("{field:?}")), text))
    };
    records.flat_map(of).collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(160))]

    #[test]
    fn what_one_side_did_alone_is_taken_whole(before in steps(50), since in steps(12)) {
        let base = random_map(&before).numbered();
        let other = gone_on(&base, &since, 0xFEED);
        for (ours, theirs) in [(&base, &other), (&other, &base), (&other, &other)] {
            let merged = merge_maps(&base, ours, theirs).unwrap();
            prop_assert_eq!(&merged.map, &other);
            prop_assert_eq!(merged.conflicts, Vec::new());
        }
    }

    #[test]
    fn two_sides_come_to_a_legal_map_in_which_nothing_that_either_wrote_is_missing(
        before in steps(50), ours in steps(12), theirs in steps(12)
    ) {
        let base = random_map(&before).numbered();
        let (ours, theirs) = (gone_on(&base, &ours, 0xFEED), gone_on(&base, &theirs, 0xBEEF));
        let merged = merge_maps(&base, &ours, &theirs).unwrap();
        prop_assert_eq!(merged.map.check(), Vec::new());
        let (was, there) = (words(&base), words(&merged.map));
        let all: Vec<&str> = there.values().map(String::as_str).collect();
        for side in [&ours, &theirs] {
            for (place, text) in words(side) {
                let is_new = was.get(&place) != Some(&text);
                let is_kept = there.get(&place) == Some(&text) || all.iter().any(|said| said.contains(text.trim()));
                let is_told = merged.conflicts.iter().any(|conflict| {
                    conflict.at == place.0 && !matches!(conflict.kind, ConflictKind::Field { .. })
                });
                prop_assert!(!is_new || is_kept || is_told, "{place:?} {text:?}");
            }
        }
        // Whoever brings it together, where they agree.
        if merged.conflicts.is_empty() {
            let turned = merge_maps(&base, &theirs, &ours).unwrap();
            prop_assert_eq!(turned.conflicts, Vec::new());
            prop_assert_eq!(turned.map.len(), merged.map.len());
        }
        for conflict in &merged.conflicts {
            prop_assert!(!merged.told(conflict).is_empty());
        }
        // It is one step of undo.
        if let Some(edit) = merged.edit(&ours) {
            let mut map = ours.clone();
            let inverse = map.apply(edit).unwrap().inverse;
            prop_assert_eq!(&map, &merged.map);
            map.apply(inverse).unwrap();
            prop_assert_eq!(&map, &ours);
        }
    }

    #[test]
    fn where_nobody_knows_the_beginning_every_record_of_both_is_there(
        before in steps(50), ours in steps(12), theirs in steps(12)
    ) {
        let base = random_map(&before).numbered();
        let (ours, theirs) = (gone_on(&base, &ours, 0xFEED), gone_on(&base, &theirs, 0xBEEF));
        let merged = merge_maps(&Tables::default(), &ours, &theirs).unwrap();
        for side in [&ours, &theirs] {
            for at in RecordKind::RECORDS.iter().flat_map(|kind| side.refs(*kind)) {
                prop_assert!(merged.map.contains(at), "{at}");
            }
        }
    }
}

/// A map with a stage and a card in it.
fn begun() -> (Map, StageId, TouchpointId) {
    let mut ids = IdSource::seeded(3);
    let map = crate::edit::empty_map(&mut ids);
    let (edit, stage) = crate::edit::add_stage(&map, "Awareness", None, &mut ids);
    let map = map.after(&edit).unwrap();
    let cell = crate::edit::Cell::new(stage, map.lane_of(LaneKind::Touchpoints).unwrap());
    let (edit, card) = crate::edit::add_touchpoint(&map, cell, None, Channel::Checkout, "Trailer", &mut ids).unwrap();
    (map.after(&edit).unwrap(), stage, card)
}

fn write(map: &Map, at: RecordRef, field: Field, text: &str) -> Map {
    let edit = fields::write(map, &fields::FieldKey::one(at, field), text).unwrap().unwrap();
    map.after(&edit).unwrap()
}

fn delete(map: &Map, at: RecordRef) -> Map {
    map.after(&crate::edit::remove(map, &[at]).unwrap().edit).unwrap()
}

#[test]
fn a_title_that_both_wrote_is_ours_and_theirs_is_a_note_at_the_card() {
    let (base, _, card) = begun();
    let at = RecordRef::from(card);
    let (ours, theirs) = (write(&base, at, Field::Title, "Teaser"), write(&base, at, Field::Title, "Trailer on TV"));
    let merged = merge_maps(&base, &ours, &theirs).unwrap();
    assert_eq!(merged.map.touchpoints[&card].title, "Teaser");
    let notes: Vec<&Sticky> = merged.map.stickies.values().collect();
    assert_eq!((notes.len(), notes[0].tied), (1, Some(NoteTie::Touchpoint(card))));
    assert!(notes[0].text.contains("Trailer on TV"), "{}", notes[0].text);
    let told = merged.told(&merged.conflicts[0]);
    assert!(told.contains("“Teaser”") && told.contains("“Trailer on TV”"), "{told}");
    // The same again is the same, to the number of the note.
    assert_eq!(merge_maps(&base, &ours, &theirs).unwrap(), merged);
}

#[test]
fn a_stage_that_we_deleted_comes_back_with_the_card_that_they_wrote_in_it() {
    let (base, stage, card) = begun();
    let ours = delete(&base, stage.into());
    let theirs = write(&base, card.into(), Field::Note, "Shown before the film");
    for (ours, theirs, told) in
        [(&ours, &theirs, ConflictKind::DeletedByUs), (&theirs, &ours, ConflictKind::DeletedByThem)]
    {
        let merged = merge_maps(&base, ours, theirs).unwrap();
        assert_eq!(merged.map.touchpoints[&card].note, "Shown before the film");
        assert_eq!(merged.map.stages[&stage].name, "Awareness");
        let kinds: Vec<(RecordRef, ConflictKind)> =
            merged.conflicts.into_iter().map(|conflict| (conflict.at, conflict.kind)).collect();
        assert_eq!(kinds, [(stage.into(), told.clone()), (card.into(), told)]);
    }
}
