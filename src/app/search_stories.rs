//! Words are found and replaced by the keyboard alone.

use super::tests::sit_down;
use crate::session::Command;
use egui::{Key, Modifiers};
use touchline_words::say;

#[test]
fn tab_goes_from_what_is_looked_for_to_what_replaces_it_and_never_first_to_a_button_that_replaces_all() {
    let mut seat = sit_down();
    seat.click(say!(template_streaming));
    let before = seat.map();
    let name = before.stages_in_order()[0].1.name.clone();
    seat.press(Modifiers::COMMAND, Key::H);
    seat.harness.event(egui::Event::Text(name.clone()));
    seat.harness.run_steps(3);
    assert!(!seat.session().flows().search().unwrap().hits().is_empty());
    // Over the three small buttons behind the field.
    for _ in 0..4 {
        seat.press(Modifiers::NONE, Key::Tab);
    }
    seat.harness.event(egui::Event::Text("First".to_owned()));
    seat.harness.run_steps(3);
    assert_eq!(seat.session().flows().search().unwrap().instead(), Some("First"));
    assert_eq!(seat.map(), before, "nothing is replaced on the way");
    seat.press(Modifiers::NONE, Key::Tab);
    seat.press(Modifiers::NONE, Key::Enter);
    assert!(seat.session().flows().search().unwrap().hits().is_empty());
    seat.press(Modifiers::NONE, Key::Escape);
    seat.press(Modifiers::COMMAND, Key::Z);
    assert!(seat.session().is_enabled(Command::Redo), "one step takes all of it back");
    assert_eq!(seat.map(), before);
}
