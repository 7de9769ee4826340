//! A map that is read from the right under a person's hands: what is seen at the left lies on, and the hand means what it sees.

use super::tests::{World, at, card_at, cell_at, drag, undo, window};
use super::*;
use crate::model::{Change, Edit, LaneKind, Verb};
use crate::scene::{Kind, Tag};
use crate::session::{Command, Selection};
use egui::vec2;
use egui_kittest::Harness;

/// The template as it stands for those who read from the right.
fn turned() -> Harness<'static, World> {
    let mut harness = window(true);
    let mut meta = harness.state().session.map().meta.clone();
    "he".clone_into(&mut meta.language);
    harness.state_mut().act(Intent::Edit(Edit::of(Verb::Set(crate::model::Field::Language), vec![Change::Meta(meta)])));
    harness.state_mut().board.reset();
    harness.run_steps(3);
    harness
}

fn stages(harness: &Harness<World>) -> Vec<(String, Tag)> {
    let map = harness.state().session.map();
    let tag =
        |(id, stage): (crate::model::StageId, &crate::model::Stage)| (stage.name.clone(), Tag::new(Kind::Stage, id.0));
    map.stages_in_order().into_iter().map(tag).collect()
}

#[test]
fn the_board_begins_at_the_upper_right_and_goes_on_to_the_left() {
    let harness = turned();
    let area = harness.state().board.area.unwrap();
    let xs: Vec<f32> = stages(&harness).into_iter().map(|(_, tag)| at(&harness, tag).x).collect();
    assert!(xs.windows(2).all(|pair| pair[0] > pair[1]), "{xs:?}");
    let board = &harness.state().board;
    let ground = board.ground.clone().unwrap();
    let whole = board.camera.view(area).rect_to_screen(SceneRect::from_size(ground.board.scene.size));
    assert!((area.right() - whole.right() - 20.0).abs() < 0.5, "{whole:?} in {area:?}");
}

#[test]
fn a_card_goes_where_the_hand_lets_it_go_and_back_by_one_undo() {
    let mut harness = turned();
    let before = harness.state().session.map().clone();
    let title = harness.state().cards_in("Awareness")[0].clone();
    let (from, to) = (card_at(&harness, &title), cell_at(&harness, "Retention", LaneKind::Touchpoints));
    assert!(to.x < from.x);
    drag(&mut harness, from, to);
    assert!(harness.state().cards_in("Retention").contains(&title));
    undo(&mut harness);
    assert_eq!(*harness.state().session.map(), before);
}

#[test]
fn a_stages_edge_is_at_its_left_and_is_pulled_to_the_left() {
    let mut harness = turned();
    let (_, first) = stages(&harness)[0].clone();
    let edge = at(&harness, Tag::new(Kind::StageEdge, first.id));
    assert!(edge.x < at(&harness, first).x);
    let width = harness.state().board.ground.as_ref().unwrap().board.columns[0].width;
    drag(&mut harness, edge, edge - vec2(60.0, 0.0));
    let map = harness.state().session.map();
    let stage = map.stages_in_order()[0].1;
    assert!(stage.width.is_some_and(|wide| f32::from(wide) > width + 20.0), "{:?} from {width}", stage.width);
}

#[test]
fn arrows_walk_by_what_is_seen() {
    let mut harness = turned();
    let first = harness.state().session.map().stages_in_order()[0].0;
    let second = harness.state().session.map().stages_in_order()[1].0;
    harness.state_mut().act(Intent::Select(RecordRef::Stage(first)));
    let main = |harness: &Harness<World>| Selection::main(harness.state().session.selection());
    harness.state_mut().act(Intent::Command(Command::WalkLeft));
    assert_eq!(main(&harness), Some(RecordRef::Stage(second)));
    harness.state_mut().act(Intent::Command(Command::WalkRight));
    assert_eq!(main(&harness), Some(RecordRef::Stage(first)));
    harness.state_mut().act(Intent::Command(Command::MoveLeft));
    assert_eq!(harness.state().session.map().stages_in_order()[1].0, first, "it went to the left, which is on");
}

#[test]
fn the_wheel_and_the_zoom_move_what_is_seen() {
    let mut harness = turned();
    let area = harness.state().board.area.unwrap();
    let (_, first) = stages(&harness)[0].clone();
    let (before, pointer) = (at(&harness, first), area.center());
    let camera = &mut harness.state_mut().board.camera;
    camera.pan(vec2(-30.0, 0.0));
    assert!((at(&harness, first).x - (before.x - 30.0)).abs() < 0.01);
    let camera = &mut harness.state_mut().board.camera;
    let under = camera.view(area).to_scene(pointer);
    camera.zoom_about(pointer, area, 1.5, 0.0);
    assert!(camera.view(area).to_screen(under).distance(pointer) < 0.01);
}
