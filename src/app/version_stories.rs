//! The versions of a map as a person meets them: a save keeps one, the arrow keys walk their list, one is gone back to and that is taken
//! back, and a moment is given a name.

use super::tests::{Seat, sit_down};
use crate::session::{Command, FileAsk, Intent};
use egui::{Key, Modifiers};
use egui_kittest::kittest::{NodeT, Queryable};
use touchline_words::say;

/// A map that was saved with one stage, and then with two.
fn saved_twice() -> Seat {
    let mut seat = sit_down();
    seat.click(say!(ui_start_new));
    seat.add_stage("Awareness");
    let path = seat.folder.path().join("map.ron");
    let ctx = seat.harness.ctx.clone();
    let ask = FileAsk::SaveMap(String::new());
    seat.window().act(&ctx, Intent::FilesChosen { ask, paths: vec![path] });
    seat.settle();
    seat.add_stage("Decision");
    seat.press(Modifiers::COMMAND, Key::S);
    seat.settle();
    seat
}

fn run(seat: &mut Seat, command: Command) {
    let ctx = seat.harness.ctx.clone();
    seat.window().act(&ctx, Intent::Command(command));
    seat.settle();
}

fn stages(seat: &Seat) -> usize {
    seat.session().map().stages.len()
}

#[test]
fn a_person_looks_at_versions_by_keys_and_goes_back_to_one() {
    let mut seat = saved_twice();
    run(&mut seat, Command::Versions);
    let chosen = |seat: &Seat| {
        let nodes = seat.harness.query_all_by_role(egui::accesskit::Role::ListItem);
        let is_chosen: Vec<bool> = nodes.map(|row| row.accesskit_node().is_selected() == Some(true)).collect();
        is_chosen
    };
    assert_eq!(chosen(&seat), [true, false]);
    assert!(seat.shows(say!(ui_kept_same)));
    let newest = seat.harness.query_all_by_role(egui::accesskit::Role::ListItem).next().unwrap();
    newest.focus();
    seat.harness.run_steps(2);
    seat.press(Modifiers::NONE, Key::ArrowDown);
    seat.settle();
    assert_eq!(chosen(&seat), [false, true]);
    assert!(seat.shows(&say!(ui_kept_added, what = "stage “Decision”")));
    seat.click(say!(ui_kept_go_back));
    seat.settle();
    assert_eq!((stages(&seat), seat.shows(say!(ui_kept_title))), (1, false));
    seat.press(Modifiers::COMMAND, Key::Z);
    assert_eq!(stages(&seat), 2);
}

#[test]
fn a_moment_is_named_without_the_pointer() {
    let mut seat = saved_twice();
    seat.add_stage("Onboarding");
    run(&mut seat, Command::NameMoment);
    seat.harness.event(egui::Event::Text("As agreed".to_owned()));
    seat.harness.run_steps(2);
    seat.press(Modifiers::NONE, Key::Enter);
    seat.settle();
    let open = seat.session().flows().versions().unwrap();
    let told: Vec<_> = open.kept().unwrap().iter().map(|kept| (kept.note.name.as_str(), kept.note.stages)).collect();
    assert_eq!(told, [("As agreed", 3), ("", 2), ("", 1)]);
}
