//! Stories of lanes: added between two, moved, made higher, folded, hidden, deleted.

use super::stories::Story;
use super::*;
use crate::layout::{Board, Lens, arrange_board};
use crate::model::{LANE_HEIGHT, LaneId, LaneKind, Map};
use crate::scene::{Kind, Point, Tag};
use crate::text::Shaper;
use crate::theme::Theme;
use std::sync::Arc;

/// A map with something in every lane.
fn template() -> Story {
    let mut story = Story::new();
    story.act(Intent::Template(crate::edit::templates::Template::StreamingSubscriber));
    story
}

fn board(map: &Map) -> Arc<Board> {
    Arc::new(arrange_board(map, &Lens::default(), &Theme::light(), &Shaper::bundled(), 1136.0))
}

fn kinds(map: &Map) -> Vec<LaneKind> {
    map.lanes_in_order().into_iter().map(|(_, lane)| lane.kind).collect()
}

/// Something is taken in hand at one place and let go at another.
fn drag(story: &mut Story, load: Load, from: Point, to: Point) {
    let board = board(story.session.map());
    story.act(Intent::Grab { load, from, board });
    let hand = Hand { pos_in_scene: to, alt: false, loose: false, snap: 4.0, segment: None };
    story.act(Intent::Carry(Some(hand)));
    story.act(Intent::LetGo);
}

#[test]
fn a_lane_is_added_between_two_and_goes_by_one_undo() {
    let mut story = template();
    let before = story.session.map().clone();
    let order = before.lanes_in_order();
    let second = order[1].0;
    story.act(Intent::AskLane { before: Some(second) });
    assert_eq!(story.session.choosing(), Some(Choice::Lane { before: Some(second) }));
    story.act(Intent::ChooseLane(LaneKind::Touchpoints));
    let map = story.session.map();
    assert_eq!(map.lanes.len(), before.lanes.len() + 1);
    assert_eq!((kinds(map)[1], map.lanes_in_order()[2].0), (LaneKind::Touchpoints, second));
    let new = map.lanes_in_order()[1].0;
    assert_eq!(story.session.selection().only(), Some(new.into()));
    story.act(Intent::Command(Command::Undo));
    assert_eq!(*story.session.map(), before);
}

#[test]
fn what_is_hidden_comes_back_where_it_was_asked_for_and_nothing_is_there_twice() {
    let mut story = template();
    let feeling = story.session.map().lane_of(LaneKind::Feeling).unwrap();
    story.act(Intent::Select(feeling.into()));
    story.act(Intent::Command(Command::HideLane));
    assert!(story.session.map().lanes[&feeling].hidden);
    story.act(Intent::AskLane { before: None });
    story.act(Intent::ChooseLane(LaneKind::Feeling));
    let map = story.session.map();
    assert!(!map.lanes[&feeling].hidden);
    assert_eq!(map.lanes_in_order().last().unwrap().0, feeling);
    let lanes = map.lanes.len();
    assert!(!crate::edit::lanes_to_add(map).contains(&LaneKind::Feeling));
    story.act(Intent::AskLane { before: None });
    story.act(Intent::ChooseLane(LaneKind::Feeling));
    assert_eq!(story.session.map().lanes.len(), lanes, "of feelings there is one lane");
    story.act(Intent::ChooseLane(LaneKind::Touchpoints));
    assert_eq!(story.session.map().lanes.len(), lanes, "nobody asked");
}

#[test]
fn a_command_adds_below_what_is_selected() {
    let mut story = template();
    let order = story.session.map().lanes_in_order().into_iter().map(|(id, _)| id).collect::<Vec<LaneId>>();
    let card = *story.session.map().touchpoints.keys().next().unwrap();
    story.act(Intent::Select(card.into()));
    story.act(Intent::Command(Command::AddLane));
    assert_eq!(story.session.choosing(), Some(Choice::Lane { before: Some(order[1]) }));
    story.act(Intent::Deselect);
    story.act(Intent::Command(Command::AddLane));
    assert_eq!(story.session.choosing(), Some(Choice::Lane { before: None }));
    story.act(Intent::Command(Command::Deselect));
    assert_eq!(story.session.choosing(), None);
}

#[test]
fn a_lane_is_dragged_to_another_place_by_its_name() {
    let mut story = template();
    let before = story.session.map().clone();
    let laid = board(&before);
    let (first, third) = (laid.rows[0], laid.rows[2]);
    let from = Point::new(30.0, first.y + 10.0);
    drag(&mut story, Load::Lane(first.lane), from, Point::new(30.0, third.y + third.height - 2.0));
    let after: Vec<LaneId> = story.session.map().lanes_in_order().into_iter().map(|(id, _)| id).collect();
    assert_eq!(after[2], first.lane);
    story.act(Intent::Command(Command::Undo));
    assert_eq!(*story.session.map(), before);
}

#[test]
fn a_lane_is_as_high_as_it_is_pulled_and_no_lower_than_what_it_holds() {
    for kind in [LaneKind::Thinking, LaneKind::Feeling, LaneKind::DropOff] {
        let mut story = template();
        let before = story.session.map().clone();
        let lane = before.lane_of(kind).unwrap();
        let row = |map: &Map| *board(map).rows.iter().find(|row| row.lane == lane).unwrap();
        let old = row(&before);
        let from = Point::new(30.0, old.y + old.height - 2.0);
        drag(&mut story, Load::LaneEdge(lane, old.height), from, Point::new(30.0, from.y + 90.0));
        let new = row(story.session.map());
        assert!((new.height - old.height - 90.0).abs() < 14.0, "{kind:?}: {} from {}", new.height, old.height);
        // What the lane shows is not cut, and nothing lies over anything.
        drag(&mut story, Load::LaneEdge(lane, new.height), from, Point::new(30.0, from.y - 2_000.0));
        let lowest = row(story.session.map());
        assert_eq!(lowest.height, old.height, "{kind:?}");
        assert_eq!(story.session.map().lanes[&lane].height, Some(*LANE_HEIGHT.start()));
        story.act(Intent::Select(lane.into()));
        story.act(Intent::Command(Command::FitLane));
        assert_eq!(story.session.map().lanes[&lane].height, None);
        (0..3).for_each(|_| drop(story.act(Intent::Command(Command::Undo))));
        assert_eq!(*story.session.map(), before);
    }
}

#[test]
fn a_folded_lane_of_every_kind_is_a_strip_with_a_value_a_stage() {
    let map = template().session.map().clone();
    for (id, lane) in map.lanes_in_order() {
        let mut story = template();
        story.act(Intent::Select(id.into()));
        story.act(Intent::Command(Command::FoldLane));
        let folded = story.session.map().clone();
        assert!(folded.lanes[&id].folded);
        let laid = board(&folded);
        let row = laid.rows.iter().find(|row| row.lane == id).unwrap();
        assert_eq!(row.height, 26.0, "{:?}", lane.kind);
        let inside =
            |tag: Tag| laid.parts().all_of(tag).any(|part| part.rect.y >= row.y && part.rect.bottom() <= row.y + 26.0);
        let cells = laid.columns.iter().filter(|column| inside(Tag::pair(Kind::Cell, column.stage.0, id.0)));
        assert_eq!(cells.count(), map.stages.len());
        assert!(laid.scene.size.height < board(&map).scene.size.height);
        story.act(Intent::Command(Command::FoldLane));
        assert_eq!(*story.session.map(), map, "and open again");
    }
}

#[test]
fn what_stands_in_a_lane_goes_with_it_and_comes_back() {
    let mut story = template();
    story.act(Intent::AskLane { before: None });
    story.act(Intent::ChooseLane(LaneKind::Touchpoints));
    let lane = story.session.map().lanes_in_order().last().unwrap().0;
    let stage = story.session.map().stages_in_order()[0].0;
    let cell = crate::edit::Cell::new(stage, lane);
    story.act(Intent::Add { new: New::touchpoint(), at: Place::InCell { cell, before: None } });
    let whole = story.session.map().clone();
    assert_eq!(whole.touchpoints_in(stage, lane).len(), 1);
    story.act(Intent::Select(lane.into()));
    story.act(Intent::Command(Command::Delete));
    assert!(!story.session.map().lanes.contains_key(&lane));
    assert!(story.session.map().check().is_empty());
    story.act(Intent::Command(Command::Undo));
    assert_eq!(*story.session.map(), whole);
}
