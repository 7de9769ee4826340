//! Stories of text that is being written in the window while something else is asked for.

use super::tests::*;
use crate::model::{RecordRef, TouchpointId};
use crate::session::{COMMANDS, Command, FileAsk, Intent, SaveState};
use crate::store::load_map;
use egui::{Key, Modifiers, Role};
use egui_kittest::kittest::Queryable;
use touchline_words::say;

/// A map in a file, and a card whose title is being written over.
fn writing(seat: &mut Seat, text: &str) -> TouchpointId {
    let ctx = seat.harness.ctx.clone();
    let card = *seat.session().map().touchpoints.keys().next().unwrap();
    let asked = [Intent::Select(RecordRef::Touchpoint(card)), Intent::Command(Command::EditTitle)];
    seat.window().act_all(&ctx, asked);
    seat.harness.run_steps(3);
    seat.harness.get_by_label(say!(ui_board_title_field)).type_text(text);
    seat.harness.run_steps(2);
    card
}

fn saved_seat() -> (Seat, std::path::PathBuf) {
    let mut seat = sit_down();
    seat.click(say!(template_live));
    let path = seat.folder.path().join("live.ron");
    let ctx = seat.harness.ctx.clone();
    seat.window().act(&ctx, Intent::FilesChosen { ask: FileAsk::SaveMap(String::new()), paths: vec![path.clone()] });
    seat.settle();
    assert_eq!(seat.session().save_state(), SaveState::Saved);
    (seat, path)
}

fn title(seat: &Seat, card: TouchpointId) -> &str {
    &seat.session().map().touchpoints[&card].title
}

#[test]
fn ctrl_s_saves_the_title_that_is_being_written() {
    let (mut seat, path) = saved_seat();
    let card = writing(&mut seat, "Rating page");
    assert_eq!(seat.session().save_state(), SaveState::Unsaved, "what is typed is not in the file");
    seat.press(Modifiers::COMMAND, Key::S);
    seat.settle();
    assert_eq!(seat.session().save_state(), SaveState::Saved);
    assert_eq!(load_map(&path).unwrap().map.touchpoints[&card].title, "Rating page");
}

#[test]
fn letters_of_the_same_frame_are_in_the_file() {
    let (mut seat, path) = saved_seat();
    let card = writing(&mut seat, "Rating");
    seat.harness.event(egui::Event::Text(" page".to_owned()));
    seat.press(Modifiers::COMMAND, Key::S);
    seat.settle();
    assert_eq!(load_map(&path).unwrap().map.touchpoints[&card].title, "Rating page");
}

#[test]
fn ctrl_q_asks_while_a_title_is_being_written() {
    let (mut seat, path) = saved_seat();
    let card = writing(&mut seat, "Rating page");
    seat.press(Modifiers::COMMAND, Key::Q);
    assert!(seat.shows(say!(ui_close_title)) && !seat.window().closing);
    seat.click(say!(save));
    seat.settle();
    assert!(seat.window().closing);
    assert_eq!(load_map(&path).unwrap().map.touchpoints[&card].title, "Rating page");
}

#[test]
fn a_window_that_loses_the_focus_or_its_size_has_the_title_already() {
    let (mut seat, _) = saved_seat();
    let card = writing(&mut seat, "Rating page");
    seat.harness.event(egui::Event::WindowFocused(false));
    seat.harness.run_steps(1);
    assert_eq!(title(&seat, card), "Rating page");
    seat.harness.get_by_label(say!(ui_board_title_field)).type_text(" two");
    seat.harness.run_steps(1);
    seat.harness.set_size(egui::vec2(1200.0, 800.0));
    seat.harness.run_steps(1);
    assert_eq!(title(&seat, card), "Rating page two");
}

#[test]
fn no_key_that_works_while_typing_loses_the_title() {
    for row in COMMANDS.iter().filter(|row| row.while_typing) {
        let (mut seat, _) = saved_seat();
        let card = writing(&mut seat, "Rating page");
        let ctx = seat.harness.ctx.clone();
        seat.window().act(&ctx, Intent::Command(row.command));
        seat.harness.run_steps(2);
        assert_eq!(title(&seat, card), "Rating page", "{:?}", row.command);
    }
}

#[test]
fn fields_of_a_panel_and_the_maps_title_are_taken_by_a_press_elsewhere() {
    let (mut seat, _) = saved_seat();
    seat.click(say!(ui_top_title));
    let fields = [
        ("Title of the map", Role::TextInput, "Northshore 2027"),
        ("Finding", Role::MultilineTextInput, "Half leave before the finale"),
        ("Client", Role::MultilineTextInput, "Northshore"),
    ];
    for (field, role, text) in fields {
        seat.harness.get_by_role_and_label(role, field).focus();
        seat.harness.run_steps(1);
        seat.press(Modifiers::COMMAND, Key::A);
        seat.harness.event(egui::Event::Text(text.to_owned()));
        seat.harness.run_steps(1);
        let status = egui::pos2(700.0, 892.0);
        seat.harness.drag_at(status);
        seat.harness.run_steps(1);
        let meta = &seat.session().map().meta;
        assert!([&meta.title, &meta.finding, &meta.client].contains(&&text.to_owned()), "{field}");
        seat.harness.drop_at(status);
        seat.harness.run_steps(1);
    }
}
