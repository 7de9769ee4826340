//! Stories of several lanes of one kind: a list beside another, with records of its own.

use super::stories::Story;
use super::*;
use crate::edit::sheet::{read_sheet, sheet, sheet_changes};
use crate::edit::{self, Cell, Fragment, add_in_stage, land_lanes, lanes_to_add};
use crate::layout::{Board, Lens, arrange_board};
use crate::model::*;
use crate::scene::{Kind, Point, Tag};
use crate::text::Shaper;
use crate::theme::Theme;
use std::sync::Arc;

fn board(map: &Map) -> Arc<Board> {
    Arc::new(arrange_board(map, &Lens::default(), &Theme::light(), &Shaper::bundled(), 1136.0))
}

/// A map with its first lane of a kind, a further one below it, and its first stage.
fn two(kind: LaneKind) -> (Story, StageId, [LaneId; 2]) {
    let mut story = Story::new();
    story.act(Intent::Template(crate::edit::templates::Template::StreamingSubscriber));
    if story.session.map().lane_of(kind).is_none() {
        story.act(Intent::AskLane { before: None });
        story.act(Intent::ChooseLane(kind));
    }
    let first = story.session.map().lane_of(kind).unwrap();
    story.act(Intent::AskLane { before: Some(first) });
    story.act(Intent::ChooseLane(kind));
    let order = story.session.map().lanes_in_order();
    let place = order.iter().position(|(id, _)| *id == first).unwrap();
    let further = order[place - 1].0;
    let stage = story.session.map().stages_in_order()[0].0;
    (story, stage, [first, further])
}

fn held(story: &Story, kind: ListKind, stage: StageId, lane: LaneId) -> Vec<RecordRef> {
    story.session.map().listed_in_lane(kind, stage, lane)
}

fn actions(story: &Story, stage: StageId, lane: LaneId) -> Vec<RecordRef> {
    held(story, ListKind::Action, stage, lane)
}

/// An action that is added where a person says.
fn added(story: &mut Story, stage: StageId, lane: LaneId) -> RecordRef {
    story.act(Intent::SelectCell(Cell::new(stage, lane)));
    story.act(Intent::Command(Command::Add(ListKind::Action)));
    story.session.selection().only().unwrap()
}

#[test]
fn a_list_of_every_kind_stands_beside_another_and_holds_what_is_added_to_it() {
    for kind in ListKind::ALL {
        let (mut story, stage, [first, further]) = two(kind.lane());
        let map = story.session.map();
        let names = [first, further].map(|id| map.lanes[&id].title().to_owned());
        assert_ne!(names[0], names[1], "{kind:?}: two lanes are told apart");
        let whole = board(map);
        let before = held(&story, *kind, stage, first);
        story.act(Intent::SelectCell(Cell::new(stage, further)));
        story.act(Intent::Command(Command::Add(*kind)));
        let new = story.session.selection().only().unwrap();
        assert_eq!(held(&story, *kind, stage, further), [new], "{kind:?}");
        assert_eq!(held(&story, *kind, stage, first), before, "{kind:?}");
        let laid = board(story.session.map());
        let cell = laid.cell_rect(stage, further).unwrap();
        let part = laid.rect_of(Tag::new(crate::layout::part_of(*kind), new.number().unwrap())).unwrap();
        assert!(cell.contains(part.center()), "{kind:?}: {part:?} in {cell:?}");
        assert_eq!(laid.rows.len(), whole.rows.len());
        // One more, beside the one that is selected now.
        story.act(Intent::Command(Command::BesideDown));
        assert_eq!(held(&story, *kind, stage, further).len(), 2, "{kind:?}");
    }
}

#[test]
fn lanes_that_gather_what_stands_elsewhere_stay_one_of_a_kind() {
    let (story, ..) = two(LaneKind::Actions);
    let more = lanes_to_add(story.session.map());
    for kind in LaneKind::ALL {
        let is_own = matches!(kind.holds(), Holds::Cards | Holds::List(_));
        let is_there = story.session.map().lane_of(kind).is_some();
        assert_eq!(more.contains(&kind), is_own || !is_there, "{kind:?}");
    }
}

#[test]
fn a_lane_that_changes_places_with_the_first_takes_nothing_of_it_along() {
    let (mut story, stage, [first, further]) = two(LaneKind::Actions);
    let (of_first, new) = (actions(&story, stage, first), added(&mut story, stage, further));
    story.act(Intent::Select(further.into()));
    for _ in 0..3 {
        story.act(Intent::Command(Command::MoveDown));
        assert_eq!((actions(&story, stage, first), actions(&story, stage, further)), (of_first.clone(), vec![new]));
    }
}

#[test]
fn what_a_lane_lists_comes_to_the_other_when_it_goes_and_back_by_undo() {
    for gone in [0, 1] {
        let (mut story, stage, lanes) = two(LaneKind::Actions);
        added(&mut story, stage, lanes[1]);
        let whole = story.session.map().clone();
        story.act(Intent::Select(lanes[gone].into()));
        story.act(Intent::Command(Command::Delete));
        let left = lanes[1 - gone];
        assert_eq!(actions(&story, stage, left).len(), whole.actions_of(stage).len());
        assert!(!story.session.map().lanes[&left].further, "what is left is the first");
        story.act(Intent::Command(Command::Undo));
        assert_eq!(*story.session.map(), whole);
    }
}

#[test]
fn an_action_is_dragged_from_one_lane_to_the_other_as_one_step() {
    let (mut story, stage, [first, further]) = two(LaneKind::Actions);
    let action = added(&mut story, stage, further);
    let before = story.session.map().clone();
    let laid = board(&before);
    let from = laid.rect_of(Tag::new(Kind::Action, action.number().unwrap())).unwrap().center();
    let cell = laid.cell_rect(stage, first).unwrap();
    let to = Point::new(from.x, cell.bottom() - 2.0);
    story.act(Intent::Grab { load: Load::Records(vec![action]), from, board: laid });
    story.act(Intent::Carry(Some(Hand { pos_in_scene: to, alt: false, loose: false, snap: 4.0, segment: None })));
    story.act(Intent::LetGo);
    assert_eq!(actions(&story, stage, first).last(), Some(&action));
    assert!(actions(&story, stage, further).is_empty());
    story.act(Intent::Command(Command::Undo));
    assert_eq!(*story.session.map(), before);
}

#[test]
fn a_block_of_the_palette_lands_in_the_lane_under_the_hand() {
    let (mut story, stage, [_, further]) = two(LaneKind::Actions);
    let laid = board(story.session.map());
    let to = laid.cell_rect(stage, further).unwrap().center();
    story.act(Intent::Grab { load: Load::Block(Block::Listed(ListKind::Action)), from: to, board: laid });
    story.act(Intent::Carry(Some(Hand { pos_in_scene: to, alt: false, loose: false, snap: 4.0, segment: None })));
    story.act(Intent::LetGo);
    assert_eq!(actions(&story, stage, further).len(), 1);
}

#[test]
fn a_table_of_lanes_and_stages_finds_each_lane_by_its_name() {
    let (mut story, stage, [first, further]) = two(LaneKind::Actions);
    let map = story.session.map();
    let (stage_name, of_first) = (map.stages[&stage].name.clone(), actions(&story, stage, first).len());
    let names = [first, further].map(|id| map.lanes[&id].title().to_owned());
    story.act(Intent::Paste(format!("\t{stage_name}\n{}\tOne\n{}\tTwo\n", names[0], names[1])));
    let last = |lane| {
        let record = *actions(&story, stage, lane).last().unwrap();
        crate::fields::read(story.session.map(), record, Field::Title).unwrap()
    };
    assert_eq!((last(first), last(further)), ("One".to_owned(), "Two".to_owned()));
    assert_eq!(actions(&story, stage, first).len(), of_first + 1);
}

#[test]
fn a_copied_list_lands_in_a_lane_of_its_own_beside_one_that_is_in_use() {
    let (mut story, stage, [_, further]) = two(LaneKind::Actions);
    added(&mut story, stage, further);
    let map = story.session.map();
    let part = Fragment::of_lanes(map, &[further]).unwrap();
    assert_eq!(part.records.actions.len(), 1, "what the other lane holds stays there");
    let pasted = land_lanes(map, &part, Some(further), &mut IdSource::seeded(4)).pasted.unwrap();
    let after = map.after(&pasted.edit).unwrap();
    let Some(RecordRef::Lane(new)) = pasted.new.first().copied() else { panic!("{:?}", pasted.new) };
    assert!(after.lanes[&new].further && after.lanes.len() == map.lanes.len() + 1);
    assert_eq!(after.listed_in_lane(ListKind::Action, stage, new).len(), 1);
    assert_eq!(after.listed_in_lane(ListKind::Action, stage, further).len(), 1);
}

#[test]
fn a_sheet_has_a_block_for_each_lane_and_takes_what_changes_lanes() {
    let (mut story, stage, [first, further]) = two(LaneKind::Actions);
    let action = added(&mut story, stage, further);
    let map = story.session.map().clone();
    let rows = sheet(&map);
    assert_eq!(read_sheet(&map, &rows, &mut IdSource::seeded(2)).unwrap(), None, "it reads back as it is");
    let name = map.lanes[&further].title().to_owned();
    assert!(rows.iter().any(|row| row[0] == name && row[2] == format!("action {further} 1 title")));
    // The lane as a field: the inspector, the table and what is done to several.
    let key = crate::fields::FieldKey::one(action, Field::Lane);
    assert_eq!(crate::fields::read(&map, action, Field::Lane), Some(name));
    let first_name = map.lanes[&first].title().to_owned();
    let moved = crate::fields::write(&map, &key, &first_name).unwrap().unwrap();
    let after = map.after(&moved).unwrap();
    assert_eq!(after.lane_listing(action), Some(first));
    assert_eq!(sheet_changes(&map, &moved).len(), 1);
    assert!(crate::fields::write(&map, &key, "Nowhere").is_err());
}

#[test]
fn notes_become_what_the_lane_holds_that_they_are_tied_to() {
    let (mut story, stage, [_, further]) = two(LaneKind::PainPoints);
    let tie = NoteTie::Cell(stage, further);
    story.act(Intent::Add { new: New::sticky(), at: Place::Tied(tie) });
    story.act(Intent::Command(Command::SortPain));
    assert_eq!(held(&story, ListKind::PainPoint, stage, further).len(), 1);
}

#[test]
fn what_is_written_by_others_without_a_lane_stands_in_the_first() {
    let (story, stage, [first, further]) = two(LaneKind::Actions);
    let map = story.session.map();
    let (edit, id) = add_in_stage::<Action>(map, stage, None, "Age-gate", &mut IdSource::seeded(3)).unwrap();
    let after = map.after(&edit).unwrap();
    assert_eq!((after.actions[&id].lane, after.lane_listing(id.into())), (None, Some(first)));
    assert!(edit::move_between(&after, id.into(), (stage, further), None).is_some());
    let cards = after.lane_of(LaneKind::Touchpoints).unwrap();
    assert!(edit::move_between(&after, id.into(), (stage, cards), None).is_none());
}
