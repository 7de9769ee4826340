//! The views under a filter, told by a small map and held against random ones.

use super::{Outline, Roadmap, Table};
use crate::edit::random::{KINDS, random_map};
use crate::model::*;
use crate::session::filter::{Matches, Sieve};
use proptest::prelude::*;
use std::collections::BTreeSet;

const TRAILER: RecordRef = RecordRef::Touchpoint(TouchpointId(10));
const MAIL: RecordRef = RecordRef::Touchpoint(TouchpointId(11));
const FIRST: RecordRef = RecordRef::Step(StepId(20));
const SECOND: RecordRef = RecordRef::Step(StepId(21));
const LATER: RecordRef = RecordRef::Action(ActionId(30));
const NOW: RecordRef = RecordRef::Action(ActionId(31));

/// A stage of two steps with a podcast in the first, with an action about it, and a mail in the second, with another; and a
/// stage with nothing in it.
fn map() -> Map {
    let (stage, lane) = (StageId(1), LaneId(2));
    let mut tables = Tables::default();
    tables.stages.insert(stage, Stage::new(Rank::middle(), "Trial"));
    tables.stages.insert(StageId(3), Stage::new(Rank::middle(), "Empty"));
    tables.lanes.insert(lane, Lane::new(Rank::middle(), LaneKind::Touchpoints));
    tables.steps.insert(StepId(20), Step::new(stage, Rank::middle(), "Hear of it"));
    tables.steps.insert(StepId(21), Step::new(stage, Rank::middle(), "Read of it"));
    let card = Touchpoint::new(stage, lane, Rank::middle(), "Trailer", Channel::Podcast);
    let mail = Touchpoint { channel: Channel::Email, title: "Mail".to_owned(), ..card.clone() };
    for (id, card, step, action) in [(10, card, 20, 30), (11, mail, 21, 31)] {
        tables.touchpoints.insert(TouchpointId(id), Touchpoint { step: Some(StepId(step)), ..card });
        let begun = Action::begun(stage, Rank::middle(), "Do better".to_owned());
        tables.actions.insert(ActionId(action), Action { touchpoint: Some(TouchpointId(id)), ..begun });
    }
    Map::new(tables).unwrap()
}

fn emails() -> Filter {
    Filter { channels: vec![Channel::Email], ..Filter::default() }
}

fn rows(outline: &Outline) -> Vec<(RecordRef, bool)> {
    outline.rows().iter().filter_map(|row| Some((row.item.record()?, row.is_dimmed))).collect()
}

#[test]
fn the_outline_leaves_out_what_does_not_match_or_dims_it_where_it_stands() {
    let map = map();
    let matches = Matches::of(&map, &emails());
    let mut outline = Outline::default();
    outline.follow(&map, 1, Sieve::default());
    let every: Vec<RecordRef> = rows(&outline).into_iter().map(|(record, _)| record).collect();

    let dimmed = Sieve::new(&matches, Others::Dimmed, 7);
    assert!(outline.follow(&map, 1, dimmed) && !outline.follow(&map, 1, dimmed), "kept by map and filter");
    let shown = rows(&outline);
    assert_eq!(shown.iter().map(|(record, _)| *record).collect::<Vec<_>>(), every);
    let back: Vec<RecordRef> = shown.iter().filter(|(_, is_dimmed)| *is_dimmed).map(|(record, _)| *record).collect();
    assert_eq!(back, [FIRST, TRAILER, LATER, StageId(3).into()], "a step steps back with the cards in it");

    assert!(outline.follow(&map, 1, Sieve::new(&matches, Others::Hidden, 8)));
    let left: Vec<RecordRef> = rows(&outline).into_iter().map(|(record, _)| record).collect();
    assert_eq!(left, [StageId(1).into(), SECOND, MAIL, NOW, LaneId(2).into()]);
    let stage = outline.rows()[0];
    assert_eq!((stage.holds, stage.place, stage.beside), (1, 1, 1), "counted as they are seen");

    assert!(outline.follow(&map, 1, Sieve::new(&matches, Others::Hidden, 8).keeping(Some(LATER))));
    let (card, action) = (outline.row_of(TRAILER), outline.row_of(LATER));
    assert!(card.is_some() && action == card.map(|row| row + 1), "what is written stays, and what it stands in");
}

#[test]
fn the_table_puts_what_does_not_match_last_or_leaves_it_out() {
    let map = map();
    let matches = Matches::of(&map, &emails());
    let mut table = Table::of(RecordKind::Touchpoint);
    for (others, stamp, rows) in [(Others::Dimmed, 7, vec![MAIL, TRAILER]), (Others::Hidden, 8, vec![MAIL])] {
        let sieve = Sieve::new(&matches, others, stamp);
        assert!(table.follow(&map, 1, sieve) && !table.follow(&map, 1, sieve));
        assert_eq!((table.rows(), table.met(), table.all()), (&rows[..], 1, 2));
    }
    // Whichever way they are sorted.
    table.sort_by(0, false);
    table.sort_by(0, false);
    table.follow(&map, 1, Sieve::new(&matches, Others::Dimmed, 9));
    assert_eq!((table.rows(), table.keys()[0].descending), (&[MAIL, TRAILER][..], true));
    table.follow(&map, 1, Sieve::new(&matches, Others::Dimmed, 9).keeping(Some(TRAILER)));
    assert_eq!((table.rows(), table.met()), (&[TRAILER, MAIL][..], 2), "what is written stays where it is");
    let mut steps = Table::of(RecordKind::Step);
    steps.follow(&map, 1, Sieve::new(&matches, Others::Hidden, 8));
    assert_eq!(steps.rows(), [SECOND]);
}

#[test]
fn the_roadmap_dims_what_does_not_match_where_it_stands_or_leaves_it_out() {
    let map = map();
    let matches = Matches::of(&map, &emails());
    let mut roadmap = Roadmap::default();
    roadmap.follow(&map, 1, Sieve::new(&matches, Others::Dimmed, 7));
    assert!(roadmap.place_of(LATER).is_some() && roadmap.is_dimmed(LATER) && !roadmap.is_dimmed(NOW));
    roadmap.follow(&map, 1, Sieve::new(&matches, Others::Hidden, 8));
    assert!(roadmap.place_of(LATER).is_none() && roadmap.place_of(NOW).is_some());
    roadmap.follow(&map, 1, Sieve::default());
    assert!(roadmap.place_of(LATER).is_some() && !roadmap.is_dimmed(LATER));
}

proptest! {
    #[test]
    fn what_is_left_in_the_outline_meets_the_filter_or_holds_what_does(
        steps in proptest::collection::vec((0..KINDS, any::<u64>()), 0..50),
        channel in 0..Channel::ALL.len(),
    ) {
        let map = random_map(&steps);
        let channel = Channel::ALL[channel];
        let filter = Filter { channels: vec![channel], ..Filter::default() };
        let matches = Matches::of(&map, &filter);
        let mut outline = Outline::default();
        outline.follow(&map, 1, Sieve::new(&matches, Others::Hidden, 1));
        let left: BTreeSet<RecordRef> = rows(&outline).into_iter().map(|(record, _)| record).collect();
        for id in map.touchpoints.keys() {
            prop_assert_eq!(left.contains(&(*id).into()), matches.meets((*id).into()));
        }
        for record in left.iter().filter(|record| record.kind() != RecordKind::Step) {
            prop_assert!(matches.meets(*record), "{:?}", record);
        }
    }
}
