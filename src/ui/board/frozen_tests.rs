//! Names that stay in sight while the board scrolls are the stages and lanes themselves: they are clicked, written and dragged.

use super::tests::{World, at, click, drag, undo, window};
use super::*;
use crate::model::{Change, Edit, LaneKind, Verb};
use crate::scene::{Kind, Tag};
use egui::{Modifiers, pos2, vec2};
use egui_kittest::Harness;
use egui_kittest::kittest::Queryable;

/// The template, close up and scrolled to its middle.
fn scrolled(zoom: f32, is_turned: bool) -> Harness<'static, World> {
    let mut harness = window(true);
    if is_turned {
        let mut meta = harness.state().session.map().meta.clone();
        "he".clone_into(&mut meta.language);
        let verb = Verb::Set(crate::model::Field::Language);
        harness.state_mut().act(Intent::Edit(Edit::of(verb, vec![Change::Meta(meta)])));
        harness.state_mut().board.reset();
        harness.run_steps(3);
    }
    let area = harness.state().board.area.unwrap();
    let camera = &mut harness.state_mut().board.camera;
    camera.zoom_about(area.center(), area, zoom, 0.0);
    camera.pan(vec2(0.0, -10_000.0));
    harness.run_steps(3);
    harness.state_mut().board.camera.pan(vec2(0.0, 300.0));
    harness.run_steps(3);
    harness
}

fn frozen(harness: &Harness<World>) -> Frozen {
    let board = &harness.state().board;
    let (ground, area) = (board.ground.clone().unwrap(), board.area.unwrap());
    Frozen::of(&ground, board.camera.view(area), area)
}

/// Where a stage's header is seen in its strip.
fn header(harness: &Harness<World>, stage: &str) -> Rect {
    let tag = Tag::new(Kind::Stage, harness.state().stage(stage).0);
    let place = harness.state().board.ground.as_ref().unwrap().board.rect_of(tag).unwrap();
    frozen(harness).rect_of(tag, place).expect("the stages' names stay in sight")
}

#[test]
fn a_stage_is_selected_renamed_and_moved_by_the_header_that_stayed() {
    for (zoom, is_turned) in [(1.2, false), (1.7, false), (0.9, true)] {
        let mut harness = scrolled(zoom, is_turned);
        let area = harness.state().board.area.unwrap();
        let seen = header(&harness, "Decision").intersect(area);
        assert!(seen.is_positive() && seen.top() < area.top() + 10.0, "{zoom}: {seen:?} in {area:?}");
        let pos = seen.center();
        click(&mut harness, pos, Modifiers::NONE);
        let decision = harness.state().stage("Decision");
        assert_eq!(harness.state().session.selection().only(), Some(RecordRef::Stage(decision)), "at {zoom}");

        let names = |harness: &Harness<World>| -> Vec<String> {
            let map = harness.state().session.map();
            map.stages_in_order().into_iter().map(|(_, stage)| stage.name.clone()).collect()
        };
        let before = names(&harness);
        let over = header(&harness, "Onboarding").intersect(area);
        let beyond = if is_turned { over.left() + 4.0 } else { over.right() - 4.0 };
        drag(&mut harness, pos, pos2(beyond, over.center().y));
        assert_ne!(names(&harness), before, "at {zoom}");
        undo(&mut harness);
        assert_eq!(names(&harness), before);
    }
}

#[test]
fn what_lies_under_the_names_is_not_taken_for_them() {
    let mut harness = scrolled(1.0, false);
    // A card that has scrolled under the headers.
    let board = &harness.state().board;
    let (view, area) = (board.camera.view(board.area.unwrap()), board.area.unwrap());
    let strip = area.top()..frozen(&harness).inner().top();
    let ground = board.ground.clone().unwrap();
    let mut parts = ground.board.parts().iter();
    let covered = parts.find(|part| {
        let seen = view.rect_to_screen(part.rect);
        part.tag().kind.is_thing() && part.tag().kind != Kind::Stage && strip.contains(&seen.center().y)
    });
    let pos = view.rect_to_screen(covered.expect("something lies under them").rect).center();
    click(&mut harness, pos, Modifiers::NONE);
    let only = harness.state().session.selection().only();
    assert!(matches!(only, Some(RecordRef::Stage(_)) | None), "{only:?}");
}

#[test]
fn a_lane_is_renamed_at_the_name_that_stayed() {
    let mut harness = scrolled(1.2, false);
    harness.state_mut().board.camera.pan(vec2(-400.0, 0.0));
    harness.run_steps(3);
    let (lane, row) = {
        let ground = harness.state().board.ground.clone().unwrap();
        let row = *ground.board.rows.iter().find(|row| row.kind == LaneKind::DropOff).unwrap();
        (row.lane, at(&harness, Tag::new(Kind::Lane, row.lane.0)))
    };
    let area = harness.state().board.area.unwrap();
    let inner = frozen(&harness).inner();
    assert!(inner.left() > area.left() + 100.0);
    let ground = harness.state().board.ground.clone().unwrap();
    let title = ground.board.title_of(Kind::Lane, lane.0).unwrap();
    let view = frozen(&harness).view_of(&ground, Tag::new(Kind::Lane, lane.0));
    let pos = view.rect_to_screen(title).center();
    assert!(pos.x > area.left() && pos.x < inner.left(), "{pos:?} beside {row:?}");
    (0..2).for_each(|_| click(&mut harness, pos, Modifiers::NONE));
    harness.run_steps(2);
    harness.event(egui::Event::Text("Who leaves".to_owned()));
    harness.run_steps(2);
    harness.key_press(egui::Key::Enter);
    harness.run_steps(3);
    assert_eq!(harness.state().session.map().lanes[&lane].title(), "Who leaves");
}

#[test]
fn what_is_brought_into_view_is_not_left_under_the_names() {
    let mut harness = scrolled(1.2, false);
    let card = harness.state().card(&harness.state().cards_in("Awareness")[0].clone());
    harness.state_mut().board.reveal(RecordRef::Touchpoint(card));
    harness.run_steps(40);
    let rect = {
        let board = &harness.state().board;
        let rect = board.ground.as_ref().unwrap().board.rect_of(Tag::new(Kind::Touchpoint, card.0)).unwrap();
        board.camera.view(board.area.unwrap()).rect_to_screen(rect)
    };
    assert!(frozen(&harness).inner().contains_rect(rect), "{rect:?}");
}

#[test]
fn a_click_on_the_small_board_brings_that_place_into_view() {
    for is_turned in [false, true] {
        let mut harness = scrolled(3.0, is_turned);
        let map = harness.get_by_label(say!(ui_board_minimap)).rect();
        let before = frozen(&harness);
        for pos in [map.left_top(), map.right_bottom()].map(|pos| pos + (map.center() - pos) * 0.1) {
            click(&mut harness, pos, Modifiers::NONE);
            let board = &harness.state().board;
            let (view, area) = (board.camera.view(board.area.unwrap()), board.area.unwrap());
            let whole = view.rect_to_screen(SceneRect::from_size(board.ground.as_ref().unwrap().board.scene.size));
            let corner = if pos.x < map.center().x { whole.left_top() } else { whole.right_bottom() };
            assert!(area.contains(corner), "{corner:?} is not in {area:?}");
        }
        assert_ne!(frozen(&harness), before);
    }
    let harness = window(true);
    assert!(harness.query_by_label(say!(ui_board_minimap)).is_none(), "all of it is in view");
}

#[test]
fn the_small_board_covers_nothing_while_most_of_the_board_is_in_view() {
    let mut seen = [0, 0];
    for zoom in [0.6, 0.8, 0.9, 1.0, 1.2, 1.5, 2.0, 3.0] {
        let harness = scrolled(zoom, false);
        let board = &harness.state().board;
        let area = board.area.unwrap();
        let scene = &board.ground.as_ref().unwrap().board.scene;
        let whole = board.camera.view(area).rect_to_screen(SceneRect::from_size(scene.size));
        let share = whole.intersect(area).area() / whole.area();
        let is_there = harness.query_by_label(say!(ui_board_minimap)).is_some();
        assert_eq!(is_there, share < 0.5, "{share} at {zoom}");
        seen[usize::from(is_there)] += 1;
    }
    assert!(seen.iter().all(|times| *times > 1), "{seen:?}");
}

#[test]
fn a_lane_is_dragged_by_its_name_and_made_higher_at_its_edge() {
    let mut harness = window(true);
    let order = |harness: &Harness<World>| -> Vec<LaneKind> {
        harness.state().session.map().lanes_in_order().into_iter().map(|(_, lane)| lane.kind).collect()
    };
    let before = order(&harness);
    let thinking = harness.state().session.map().lane_of(LaneKind::Thinking).unwrap();
    let name = at(&harness, Tag::pair(Kind::Title, thinking.0, Kind::Lane as u64)) - vec2(20.0, 0.0);
    let rows = harness.state().board.ground.as_ref().unwrap().board.rows.clone();
    let last = at(&harness, Tag::new(Kind::Lane, rows.last().unwrap().lane.0));
    drag(&mut harness, name, pos2(name.x, last.y + 10.0));
    assert_eq!(order(&harness).last(), Some(&LaneKind::Thinking));
    undo(&mut harness);
    assert_eq!(order(&harness), before);

    let height = |harness: &Harness<World>| harness.state().session.map().lanes[&thinking].height;
    let edge = at(&harness, Tag::new(Kind::LaneEdge, thinking.0));
    drag(&mut harness, edge, edge + vec2(0.0, 60.0));
    assert!(height(&harness).is_some_and(|height| height > 60));
    let edge = at(&harness, Tag::new(Kind::LaneEdge, thinking.0));
    (0..2).for_each(|_| click(&mut harness, edge, Modifiers::NONE));
    harness.run_steps(2);
    assert_eq!(height(&harness), None, "a double click fits it again");
}

#[test]
fn a_lane_is_added_where_the_hand_rests_and_under_the_last() {
    let mut harness = window(true);
    let lanes = |harness: &Harness<World>| harness.state().session.map().lanes_in_order().len();
    let (before, first) = (lanes(&harness), harness.state().board.ground.as_ref().unwrap().board.rows[0].lane);
    let edge = at(&harness, Tag::new(Kind::LaneEdge, first.0));
    harness.hover_at(edge);
    harness.run_steps(20);
    harness.get_by_label(say!(ui_board_add_lane_here)).click();
    harness.run_steps(3);
    let second = harness.state().board.ground.as_ref().unwrap().board.rows[1].lane;
    assert_eq!(harness.state().session.choosing(), Some(session::Choice::Lane { before: Some(second) }));
    // The first of the list has the focus.
    harness.key_press(egui::Key::Enter);
    harness.run_steps(3);
    let map = harness.state().session.map();
    assert_eq!((lanes(&harness), map.lanes_in_order()[1].1.kind), (before + 1, LaneKind::Touchpoints));
    // It is a second of its kind, and its name is written at once.
    harness.key_press(egui::Key::Enter);
    harness.run_steps(3);
    assert_eq!(lanes(&harness), before + 1);
    harness.get_by_label(say!(ui_board_add_lane)).click();
    harness.run_steps(3);
    assert_eq!(harness.state().session.choosing(), Some(session::Choice::Lane { before: None }));
    harness.key_press(egui::Key::Escape);
    harness.run_steps(3);
    assert_eq!((lanes(&harness), harness.state().session.choosing()), (before + 1, None));
}

#[test]
fn a_channel_selects_the_cards_that_are_on_it() {
    let mut harness = window(true);
    harness.state_mut().act(Intent::AskLane { before: None });
    harness.state_mut().act(Intent::ChooseLane(LaneKind::Channels));
    harness.run_steps(3);
    let (tag, cards) = {
        let world = harness.state();
        let ground = world.board.ground.clone().unwrap();
        let pills = ground.board.parts().iter().filter(|part| part.tag().kind == Kind::Channel);
        let tags: Vec<Tag> = pills.map(|part| part.tag()).collect();
        assert!(tags.len() >= world.session.map().stages.len(), "{tags:?}");
        (tags[0], session::cards_on_channel(world.session.map(), tags[0]))
    };
    let pos = at(&harness, tag);
    click(&mut harness, pos, Modifiers::NONE);
    assert!(!cards.is_empty());
    assert_eq!(harness.state().session.selection().touchpoints(), cards);
}

#[test]
fn a_lane_is_folded_and_opened_at_its_name() {
    let mut harness = window(true);
    let lane = harness.state().session.map().lane_of(LaneKind::Thinking).unwrap();
    let title = harness.state().session.map().lanes[&lane].title().to_owned();
    let pos = at(&harness, Tag::pair(Kind::Title, lane.0, Kind::Lane as u64));
    harness.hover_at(pos);
    harness.run_steps(3);
    harness.get_by_label(&say!(ui_board_fold, lane = title.as_str())).click();
    harness.run_steps(3);
    assert!(harness.state().session.map().lanes[&lane].folded);
    harness.get_by_label(&say!(ui_board_unfold, lane = title.as_str())).click();
    harness.run_steps(3);
    assert!(!harness.state().session.map().lanes[&lane].folded);
}

#[test]
fn a_stage_is_folded_and_opened_at_its_header() {
    let mut harness = window(true);
    let (stage, name) =
        harness.state().session.map().stages_in_order().first().map(|(id, s)| (*id, s.name.clone())).unwrap();
    let pos = at(&harness, Tag::new(Kind::Stage, stage.0));
    harness.hover_at(pos);
    harness.run_steps(3);
    harness.get_by_label(&say!(ui_board_fold, lane = name.as_str())).click();
    harness.run_steps(3);
    assert!(harness.state().session.map().stages[&stage].folded);
    harness.hover_at(egui::Pos2::ZERO);
    harness.run_steps(3);
    harness.get_by_label(&say!(ui_board_unfold, lane = name.as_str())).click();
    harness.run_steps(3);
    assert!(!harness.state().session.map().stages[&stage].folded);
}

#[test]
fn a_cluster_is_folded_and_opened_at_its_sign() {
    use crate::model::{CLUSTER_HEAD, NoteTie, Sticky, StickyId};
    let mut harness = window(true);
    let head = Sticky { x: 400.0, y: 300.0, text: "Logins".to_owned(), ..Sticky::default() };
    let note = Sticky { text: "Slow".to_owned(), tied: Some(NoteTie::Sticky(StickyId(1))), ..Sticky::default() };
    let changes = vec![Change::Sticky(StickyId(1), Some(head)), Change::Sticky(StickyId(2), Some(note))];
    harness.state_mut().act(Intent::Edit(Edit::of(Verb::Add, changes)));
    harness.run_steps(3);
    for folded in [true, false] {
        let board = harness.state().board.board().unwrap();
        let rect = board.rect_of(Tag::new(Kind::Sticky, 1)).unwrap();
        let area = harness.state().board.area.unwrap();
        let view = harness.state().board.camera.view(area);
        let sign = SceneRect { width: crate::layout::CLUSTER_SIGN, height: CLUSTER_HEAD, ..rect };
        click(&mut harness, view.rect_to_screen(sign).center(), Modifiers::NONE);
        let session = &harness.state().session;
        assert_eq!(session.map().stickies[&StickyId(1)].folded, folded);
        assert!(session.selection().is_empty(), "the sign alone is clicked");
    }
}
