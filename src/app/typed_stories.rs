//! Stories of letters that are struck while no text is open.

use super::tests::*;
use crate::model::RecordKind;
use crate::session::views::View;
use crate::session::{Command, Intent};
use egui::{Event, Key, Modifiers};
use egui_kittest::kittest::Queryable;
use touchline_words::say;

/// A letter as a keyboard brings it, and so many frames after it.
fn strike(seat: &mut Seat, letter: char, frames: usize) {
    let key = match letter {
        ' ' => Key::Space,
        letter => Key::from_name(&letter.to_uppercase().to_string()).unwrap(),
    };
    let modifiers = if letter.is_uppercase() { Modifiers::SHIFT } else { Modifiers::NONE };
    let event = |pressed| Event::Key { key, physical_key: Some(key), pressed, repeat: false, modifiers };
    let events = [event(true), Event::Text(letter.to_string()), event(false)];
    seat.harness.input_mut().events.extend(events);
    seat.harness.run_steps(frames);
}

/// What the map has more than before, and the title of what is selected.
fn added(seat: &mut Seat, do_it: impl Fn(&mut Seat)) -> (usize, usize, usize, String) {
    let before = seat.session().map().clone();
    do_it(seat);
    seat.press(Modifiers::NONE, Key::Escape);
    seat.press(Modifiers::NONE, Key::Escape);
    let map = seat.session().map();
    let new = map.touchpoints.iter().find(|(id, _)| !before.touchpoints.contains_key(id));
    let title = new.map(|(_, card)| card.title.clone()).unwrap_or_default();
    let more = |now: usize, before: usize| now - before;
    (
        more(map.touchpoints.len(), before.touchpoints.len()),
        more(map.stages.len(), before.stages.len()),
        map.flags.len().abs_diff(before.flags.len()),
        title,
    )
}

#[test]
fn a_word_typed_on_the_board_is_a_touchpoint_whatever_its_first_letter_does() {
    for word in ["sees", "hello", "Eve", "flag"] {
        for frames in [0, 1, 4] {
            let mut seat = at_the_board();
            let done = added(&mut seat, |seat| {
                word.chars().for_each(|letter| strike(seat, letter, frames));
                seat.harness.run_steps(30);
                seat.press(Modifiers::NONE, Key::Enter);
            });
            assert_eq!(done, (1, 0, 0, word.to_owned()), "{frames} frames between two letters");
        }
    }
}

#[test]
fn a_word_typed_on_the_board_is_whole_where_a_frame_takes_half_a_second() {
    for word in ["Call them", "sees", "flag", "note"] {
        for in_frame in [1, 2, 3, 20] {
            let mut seat = at_the_board_paced(0.5);
            let letters: Vec<char> = word.chars().collect();
            let done = added(&mut seat, |seat| {
                for letters in letters.chunks(in_frame) {
                    letters.iter().for_each(|letter| strike(seat, *letter, 0));
                    seat.harness.run_steps(1);
                }
                seat.harness.run_steps(30);
                seat.press(Modifiers::NONE, Key::Enter);
            });
            assert_eq!(done, (1, 0, 0, word.to_owned()), "{in_frame} letters come in a frame");
        }
    }
}

#[test]
fn a_title_written_after_its_command_has_been_answered_is_no_word_with_it_however_slow_the_frames() {
    let mut seat = at_the_board_paced(0.5);
    let done = added(&mut seat, |seat| {
        strike(seat, 's', 3);
        "end".chars().for_each(|letter| strike(seat, letter, 1));
        seat.harness.run_steps(3);
        seat.press(Modifiers::NONE, Key::Enter);
    });
    assert_eq!(done, (0, 1, 0, String::new()));
    assert!(seat.session().map().stages.values().any(|stage| stage.name == "end"));
}

#[test]
fn a_letter_alone_is_a_command_and_what_follows_it_after_a_while_is_its_title() {
    let mut seat = at_the_board();
    let done = added(&mut seat, |seat| {
        strike(seat, 's', 30);
        for letter in "end".chars() {
            strike(seat, letter, 3);
        }
        seat.press(Modifiers::NONE, Key::Enter);
    });
    assert_eq!(done, (0, 1, 0, String::new()));
    let done = added(&mut seat, |seat| {
        strike(seat, 't', 3);
        for letter in "Mail".chars() {
            strike(seat, letter, 3);
        }
        seat.press(Modifiers::NONE, Key::Enter);
    });
    assert_eq!(done, (1, 0, 0, "Mail".to_owned()), "a capital begins a title");
}

/// What a view shows, with the keyboard in it or nowhere, and what a word that is struck there becomes.
#[test]
fn a_word_typed_over_any_view_is_written_into_something_new_and_runs_no_command() {
    for view in View::ALL {
        for has_keys in [true, false] {
            // There letters find, or write the cell that the keyboard is in.
            if has_keys && view.keys().is_some_and(|keys| keys.letters.is_some()) {
                continue;
            }
            let mut seat = at_the_board();
            let ctx = seat.harness.ctx.clone();
            seat.window().act(&ctx, Intent::Command(view.command()));
            seat.harness.run_steps(6);
            let place = crate::ui::views::focus_of(seat.session(), view);
            ctx.memory_mut(|memory| if has_keys { memory.request_focus(place) } else { memory.surrender_focus(place) });
            seat.harness.run_steps(2);
            let (before, steps) = (seat.session().map().clone(), seat.session().history().undo_steps());
            for letter in "stnf".chars() {
                strike(&mut seat, letter, 4);
            }
            seat.harness.run_steps(20);
            seat.press(Modifiers::NONE, Key::Enter);
            seat.press(Modifiers::NONE, Key::Escape);
            let kind = if view == View::Roadmap { RecordKind::Action } else { RecordKind::Touchpoint };
            let map = seat.session().map();
            let new: Vec<_> = map.refs(kind).into_iter().filter(|record| !before.contains(*record)).collect();
            let titles: Vec<_> = new.iter().filter_map(|record| crate::edit::title_of(map, *record)).collect();
            assert_eq!(titles, ["stnf"], "{view:?}, with the keyboard in it: {has_keys}");
            assert_eq!(map.len(), before.len() + 1, "{view:?}");
            assert_eq!(seat.session().history().undo_steps(), steps + 1, "{view:?}");
        }
    }
}

#[test]
fn a_word_typed_while_a_button_has_the_keyboard_runs_no_command_either() {
    let mut seat = at_the_board();
    seat.harness.get_by_label(say!(export)).focus();
    seat.harness.run_steps(2);
    let done = added(&mut seat, |seat| {
        "stnf".chars().for_each(|letter| strike(seat, letter, 2));
        seat.harness.run_steps(20);
        seat.press(Modifiers::NONE, Key::Enter);
    });
    assert_eq!(done, (1, 0, 0, "stnf".to_owned()));
}

#[test]
fn letters_that_find_nothing_in_the_outline_say_how_a_row_is_written() {
    let mut seat = at_the_board();
    seat.press(Modifiers::COMMAND, Key::Num2);
    let before = seat.session().map().clone();
    for letter in "xqz".chars() {
        strike(&mut seat, letter, 2);
    }
    assert_eq!(*seat.session().map(), before);
    let keys = Command::BesideDown.keys().unwrap();
    assert!(seat.shows(&say!(ui_outline_not_found, letters = "xqz", keys)));
}
