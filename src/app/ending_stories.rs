//! The program is asked for by others: a second start wishes to see its window, and the system asks it to end.

use super::tests::{Seat, sit_down};
use crate::session::{FileAsk, Intent};
use crate::store::StateFolder;
use egui::{ViewportCommand, ViewportId};
use std::path::PathBuf;
use std::sync::atomic::Ordering;

/// A window that shows a file.
fn begun() -> (Seat, PathBuf) {
    let mut seat = sit_down();
    seat.click(touchline_words::say!(ui_start_new));
    seat.add_stage("Awareness");
    let path = seat.folder.path().join("map.ron");
    let ctx = seat.harness.ctx.clone();
    let ask = FileAsk::SaveMap(String::new());
    seat.window().act(&ctx, Intent::FilesChosen { ask, paths: vec![path.clone()] });
    seat.settle();
    (seat, path)
}

/// Whether the window has asked this of the desktop in the last frame.
fn asks(seat: &Seat, command: &ViewportCommand) -> bool {
    let output = seat.harness.output().viewport_output.get(&ViewportId::ROOT);
    output.is_some_and(|output| output.commands.contains(command))
}

#[test]
fn a_window_comes_to_the_front_when_a_second_start_wishes_to_see_it() {
    let (mut seat, path) = begun();
    let second = StateFolder::at(seat.folder.path().join("state"));
    let wish = second.wish_to_see(&path).unwrap();
    let start = std::time::Instant::now();
    while !asks(&seat, &ViewportCommand::Focus) {
        assert!(start.elapsed() < std::time::Duration::from_secs(120), "it never comes");
        seat.harness.run_steps(1);
    }
    assert!(wish.is_heard());
    let told = seat.session().notices().last().unwrap().text.clone();
    assert_eq!(told, touchline_words::say!(session_wished_for, name = "map.ron"));
}

#[test]
fn a_window_that_the_system_asks_to_end_closes_without_a_question_and_leaves_only_its_work() {
    let (mut seat, path) = begun();
    let lock = path.with_file_name(".~map.ron.touchline");
    assert!(lock.exists());
    seat.add_stage("Decision");
    seat.window().ended.store(true, Ordering::Relaxed);
    seat.harness.run_steps(1);
    assert!(asks(&seat, &ViewportCommand::Close) && seat.session().ask().is_none());
    let Seat { harness, folder } = seat;
    drop(harness);
    assert!(!lock.exists(), "the lock beside the map goes with the window");
    let drafts = StateFolder::at(folder.path().join("state")).drafts();
    assert_eq!(drafts.len(), 1, "what is not saved is offered at the next start");
}
