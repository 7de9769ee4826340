//! A card that is pulled by its ends.

use super::tests::{World, drag, undo, window};
use crate::scene::{Kind, Tag};
use egui::{CursorIcon, Rect, pos2};
use egui_kittest::Harness;

fn card(harness: &Harness<World>, title: &str) -> Rect {
    let board = &harness.state().board;
    let rect = board.ground.as_ref().unwrap().board.rect_of(Tag::new(Kind::Touchpoint, harness.state().card(title).0));
    board.camera.view(board.area.unwrap()).rect_to_screen(rect.unwrap())
}

/// The border at the right of a stage, by its place.
fn border(harness: &Harness<World>, nth: usize) -> f32 {
    let board = &harness.state().board;
    let column = board.ground.as_ref().unwrap().board.columns[nth];
    board.camera.view(board.area.unwrap()).to_screen(crate::scene::Point::new(column.x + column.width, 0.0)).x
}

#[test]
fn a_card_that_is_pulled_by_an_end_goes_on_over_the_next_stages_and_back_by_one_undo() {
    let mut harness = window(true);
    let title = harness.state().cards_in("Awareness")[0].clone();
    let before = harness.state().session.map().clone();
    let rect = card(&harness, &title);
    // Above the middle, where a line to another card begins once it is selected.
    let end = pos2(rect.right() - 2.0, rect.top() + 9.0);
    harness.hover_at(end);
    harness.run_steps(2);
    assert_eq!(harness.output().platform_output.cursor_icon, CursorIcon::ResizeHorizontal);
    harness.hover_at(rect.center());
    harness.run_steps(2);
    assert_ne!(harness.output().platform_output.cursor_icon, CursorIcon::ResizeHorizontal);
    let to = pos2(border(&harness, 2) - 12.0, end.y);
    drag(&mut harness, end, to);
    let until = |harness: &Harness<World>| {
        let map = harness.state().session.map();
        map.end_of(&map.touchpoints[&harness.state().card(&title)])
    };
    assert_eq!(until(&harness), Some(before.stages_in_order()[2].0), "near the border is at it");
    undo(&mut harness);
    assert_eq!(*harness.state().session.map(), before);
}
