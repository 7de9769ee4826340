//! Pulling blocks of the palette on a slow machine, where press and move fall into one frame.

use super::Block;
use super::tests::{World, card_at, cell_at, window};
use crate::model::LaneKind;
use egui::vec2;
use egui_kittest::Harness;
use egui_kittest::kittest::Queryable;
use touchline_words::say;

/// On a slow machine press and move come in one frame.
#[test]
fn the_block_that_was_pressed_is_taken_wherever_the_pointer_is_by_then() {
    for (over, lands) in [("Email", true), ("Find a block", true), ("board", true), ("Podcast / audio", false)] {
        let mut harness = window(true);
        let place = |harness: &Harness<World>, label: &str| harness.get_by_label(label).rect().center();
        let from = place(&harness, "Podcast / audio");
        let card = card_at(&harness, &harness.state().cards_in("Decision")[1].clone());
        let by_then = if over == "board" { card } else { place(&harness, over) };
        harness.event(egui::Event::PointerMoved(from));
        harness.drag_at(from);
        harness.event(egui::Event::PointerMoved(by_then));
        harness.run_steps(1);
        assert_eq!(harness.state().board.held().map(Block::name), lands.then_some("Podcast / audio"), "{over}");
        for step in 1..=3 {
            harness.hover_at(by_then + (card - by_then) * (step as f32 / 3.0));
            harness.run_steps(1);
        }
        harness.drop_at(card);
        harness.run_steps(4);
        assert!(harness.state().cards_in("Decision").contains(&"Podcast / audio".to_owned()), "{over}");
    }
}

/// A short move in the frame of the press, over the edge of the next block, and the drag in a later one.
#[test]
fn a_block_pressed_at_its_edge_is_taken_and_a_press_on_the_board_takes_none() {
    let mut harness = window(true);
    let from = harness.get_by_label(say!(channel_podcast)).rect().left_bottom() + vec2(40.0, -1.0);
    harness.event(egui::Event::PointerMoved(from));
    harness.drag_at(from);
    harness.event(egui::Event::PointerMoved(from + vec2(0.0, 5.0)));
    harness.run_steps(1);
    harness.hover_at(from + vec2(0.0, 30.0));
    harness.run_steps(1);
    assert_eq!(harness.state().board.held().map(Block::name), Some("Podcast / audio"));

    let mut harness = window(true);
    let block = harness.get_by_label(say!(channel_podcast)).rect().center();
    let from = cell_at(&harness, "Retention", LaneKind::Touchpoints);
    harness.event(egui::Event::PointerMoved(from));
    harness.drag_at(from);
    harness.event(egui::Event::PointerMoved(block));
    harness.run_steps(2);
    assert_eq!(harness.state().board.held(), None);
}

/// The click before it, the press and the first moves, all in the frame after a long one.
#[test]
fn a_press_beside_the_board_marks_nothing_on_it_however_late_it_is_heard() {
    for clicked in [true, false] {
        let mut harness = window(true);
        let beside = harness.get_by_label(say!(channel_podcast)).rect().left_bottom() + vec2(-4.0, 0.0);
        let empty = cell_at(&harness, "Retention", LaneKind::Touchpoints);
        let ground = cell_at(&harness, "Awareness", LaneKind::Thinking);
        if clicked {
            harness.event(egui::Event::PointerMoved(ground));
            harness.drag_at(ground);
            harness.drop_at(ground);
        }
        harness.event(egui::Event::PointerMoved(beside));
        harness.drag_at(beside);
        harness.event(egui::Event::PointerMoved(ground));
        harness.run_steps(1);
        harness.hover_at(empty);
        harness.run_steps(2);
        assert!(!harness.state().board.is_busy(), "after a click: {clicked}");
        harness.drop_at(empty);
        harness.run_steps(2);
        assert!(harness.state().session.selection().records().len() < 2, "after a click: {clicked}");
    }
}
