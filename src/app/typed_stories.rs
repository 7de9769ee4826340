//! Stories of letters that are struck on the board while no text is open.

use super::tests::*;
use egui::{Event, Key, Modifiers};

/// A letter as a keyboard brings it, and so many frames after it.
fn strike(seat: &mut Seat, letter: char, frames: usize) {
    let key = Key::from_name(&letter.to_uppercase().to_string()).unwrap();
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
