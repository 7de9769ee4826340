//! Stories of the views in the whole window: keys that are commands on the board, and what each view does with them.

use super::tests::*;
use crate::model::RecordKind;
use crate::session::views::View;
use crate::session::{Command, Intent};
use egui::{Event, Key, Modifiers};
use egui_kittest::kittest::Queryable;
use touchline_words::say;

#[test]
fn the_views_are_chosen_by_keys_and_by_the_switch_and_what_is_selected_stays() {
    let mut seat = sit_down();
    seat.click(say!(template_streaming));
    seat.press(Modifiers::NONE, Key::Tab);
    let selected = seat.session().selection().records().to_vec();
    assert_eq!(selected.len(), 1);
    let keys =
        [(Key::Num2, View::Outline), (Key::Num3, View::Table), (Key::Num4, View::Roadmap), (Key::Num1, View::Board)];
    for (key, view) in keys {
        seat.press(Modifiers::COMMAND, key);
        assert_eq!((seat.session().view(), seat.session().is_on(view.command())), (view, Some(true)));
        assert_eq!(seat.session().selection().records(), selected);
    }
    for view in [View::Outline, View::Board] {
        seat.click(view.name());
        assert_eq!(seat.session().view(), view);
    }
}

#[test]
fn letters_find_in_the_outline_and_are_commands_on_the_board_again() {
    let mut seat = sit_down();
    seat.click(say!(template_streaming));
    seat.press(Modifiers::NONE, Key::Tab);
    seat.press(Modifiers::COMMAND, Key::Num2);
    let (steps, cards) = (seat.session().history().undo_steps(), seat.session().map().touchpoints.len());
    seat.press(Modifiers::NONE, Key::T);
    seat.harness.event(Event::Text("t".to_owned()));
    seat.harness.run_steps(3);
    assert_eq!(seat.session().history().undo_steps(), steps);
    // What the board has by Ctrl, undo and Delete hold here too.
    seat.press(Modifiers::NONE, Key::Delete);
    assert_eq!(seat.session().history().undo_steps(), steps + 1);
    seat.press(Modifiers::COMMAND, Key::Z);
    assert_eq!(seat.session().history().undo_steps(), steps);
    seat.press(Modifiers::COMMAND, Key::Num1);
    seat.press(Modifiers::NONE, Key::T);
    assert_eq!(seat.session().map().touchpoints.len(), cards + 1);
}

#[test]
fn a_card_is_made_below_in_the_outline_and_what_a_view_does_not_show_is_written_on_the_board() {
    let mut seat = sit_down();
    seat.click(say!(template_streaming));
    seat.press(Modifiers::NONE, Key::Tab);
    seat.press(Modifiers::COMMAND, Key::Num2);
    let card = seat.session().map().touchpoints_of(seat.session().map().stages_in_order()[0].0)[0].0;
    let ctx = seat.harness.ctx.clone();
    seat.window().act(&ctx, Intent::Select(card.into()));
    seat.harness.run_steps(3);
    seat.press(Modifiers::COMMAND, Key::ArrowDown);
    seat.harness.event(Event::Text("Tells a friend".to_owned()));
    seat.harness.run_steps(3);
    seat.press(Modifiers::NONE, Key::Enter);
    seat.press(Modifiers::NONE, Key::Escape);
    let new = seat.session().map().touchpoints.values().find(|card| card.title == "Tells a friend");
    assert!(new.is_some());
    seat.press(Modifiers::COMMAND, Key::Num4);
    seat.window().act(&ctx, Intent::Command(Command::AddStage));
    seat.harness.run_steps(4);
    assert_eq!(seat.session().view(), View::Board);
    assert_eq!(seat.session().selection().main().map(|record| record.kind()), Some(RecordKind::Stage));
}

#[test]
fn two_views_stand_side_by_side_over_one_selection_and_the_keyboard_goes_from_one_to_the_other() {
    let mut seat = sit_down();
    seat.click(say!(template_streaming));
    seat.press(Modifiers::COMMAND | Modifiers::SHIFT, Key::Num3);
    assert_eq!((seat.session().view(), seat.session().second()), (View::Board, Some(View::Table)));
    let zoom = seat.window().panels.board.zoom();
    seat.press(Modifiers::NONE, Key::F6);
    for _ in 0..2 {
        seat.press(Modifiers::NONE, Key::ArrowDown);
    }
    let card = seat.session().selection().only().expect("a row is selected");
    assert_eq!(card.kind(), RecordKind::Touchpoint);
    // Letters write the cell that the keyboard is in, and add nothing on the board.
    let cards = seat.session().map().touchpoints.len();
    seat.press(Modifiers::NONE, Key::T);
    seat.harness.event(Event::Text("T".to_owned()));
    seat.harness.run_steps(3);
    seat.press(Modifiers::NONE, Key::Enter);
    assert_eq!(seat.session().map().touchpoints.len(), cards);
    assert_eq!(crate::edit::title_of(seat.session().map(), card).as_deref(), Some("T"));
    // Back on the board the same card is selected, and a letter adds one.
    seat.press(Modifiers::NONE, Key::F6);
    assert_eq!(seat.session().selection().only(), Some(card));
    seat.press(Modifiers::COMMAND, Key::Plus);
    assert!(seat.window().panels.board.zoom() > zoom);
    seat.press(Modifiers::NONE, Key::T);
    assert_eq!(seat.session().map().touchpoints.len(), cards + 1);
    seat.press(Modifiers::NONE, Key::Escape);
    // The first view comes back beside what is shown in its place.
    seat.press(Modifiers::COMMAND, Key::Num3);
    assert_eq!((seat.session().view(), seat.session().second()), (View::Table, Some(View::Board)));
    seat.press(Modifiers::COMMAND | Modifiers::SHIFT, Key::Num1);
    assert_eq!(seat.session().second(), None);
}

#[test]
fn the_handle_between_two_views_is_moved_and_a_narrow_window_shows_one_and_says_so() {
    let mut seat = sit_down();
    seat.click(say!(template_streaming));
    seat.press(Modifiers::COMMAND | Modifiers::SHIFT, Key::Num2);
    let before = seat.session().settings().first_view_share;
    let handle = seat.harness.get_by_label(say!(ui_second_handle)).rect().center();
    seat.harness.hover_at(handle);
    seat.harness.run_steps(1);
    seat.harness.drag_at(handle);
    seat.harness.run_steps(1);
    let to = handle - egui::vec2(30.0, 0.0);
    seat.harness.hover_at(to);
    seat.harness.run_steps(2);
    seat.harness.drop_at(to);
    seat.harness.run_steps(2);
    let pulled = seat.session().settings().first_view_share;
    assert!(pulled < before, "{pulled}");
    seat.harness.get_by_label(say!(ui_second_handle)).focus();
    seat.harness.run_steps(2);
    seat.press(Modifiers::NONE, Key::ArrowRight);
    assert!(seat.session().settings().first_view_share > pulled);
    seat.harness.set_size(egui::vec2(700.0, 700.0));
    seat.harness.run_steps(3);
    let told = say!(ui_second_narrow, view = View::Outline.name());
    assert!(seat.harness.query_by_label(&told).is_some());
    seat.press(Modifiers::NONE, Key::F6);
    seat.harness.set_size(egui::vec2(1500.0, 800.0));
    seat.harness.run_steps(3);
    assert!(seat.harness.query_by_label(&told).is_none());
    assert!(seat.harness.query_by_label(say!(ui_second_handle)).is_some());
}
