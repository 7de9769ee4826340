//! What is kept of what the program did: after a whole job in the window, no word of the map, of a log, or of any file's name
//! stands in it, nor in what is copied for whoever helps.

use super::tests::{Seat, sit_down};
use crate::session::{Command, FileAsk, Intent};
use egui::{Key, Modifiers};
use std::path::{Path, PathBuf};
use touchline_words::say;

/// Words that nothing but a person's own work can bring.
const CANARIES: [&str; 6] = ["Zaunkoenig", "Rotkehlchen", "Dompfaff", "Stieglitz", "k4711", "ana@example.org"];

fn act(seat: &mut Seat, intent: Intent) {
    let ctx = seat.harness.ctx.clone();
    seat.window().act(&ctx, intent);
    seat.settle();
}

/// What lies in a folder of the state, as text.
fn told(seat: &Seat, folder: &str) -> String {
    let entries = std::fs::read_dir(seat.folder.path().join("state").join(folder));
    let files = entries.into_iter().flatten().flatten().map(|entry| entry.path());
    files.map(|file| String::from_utf8(std::fs::read(file).unwrap()).unwrap()).collect()
}

fn assert_silent(text: &str) {
    for canary in CANARIES {
        assert!(!text.to_lowercase().contains(&canary.to_lowercase()), "{canary} stands in:\n{text}");
    }
}

fn worked() -> Seat {
    let mut seat = sit_down();
    seat.click(say!(ui_start_new));
    seat.add_stage("Zaunkoenig");
    seat.add_stage("Rotkehlchen");
    let path = seat.folder.path().join("Dompfaff.ron");
    act(&mut seat, Intent::FilesChosen { ask: FileAsk::SaveMap(String::new()), paths: vec![path.clone()] });
    let log = seat.folder.path().join("Stieglitz.csv");
    let rows =
        "customer_id,event,time\nk4711,ana@example.org,2026-01-01 10:00:00\nk4712,Zaunkoenig,2026-01-01 10:00:00\n";
    std::fs::write(&log, rows).unwrap();
    act(&mut seat, Intent::FilesChosen { ask: FileAsk::OpenLog, paths: vec![log] });
    seat.press(Modifiers::NONE, Key::Escape);
    // Files that are not there, are no maps, or changed meanwhile.
    act(&mut seat, Intent::OpenPath(PathBuf::from("/no such folder/Stieglitz.ron")));
    std::fs::write(&path, "Rotkehlchen").unwrap();
    seat.add_stage("Dompfaff");
    act(&mut seat, Intent::Command(Command::Save));
    seat
}

#[test]
fn the_log_tells_what_was_done_and_not_a_word_of_what_it_was_done_to() {
    let seat = worked();
    let log = told(&seat, "logs");
    for line in ["Save Done, ", "Open Failed NotFound, ", "Save Conflict, ", " bytes"] {
        assert!(log.contains(line), "{line} is missing in:\n{log}");
    }
    assert_silent(&log);
    let home: &Path = seat.folder.path();
    assert!(!log.contains(home.to_str().unwrap()));
}

#[test]
fn what_is_copied_for_whoever_helps_says_the_build_the_system_and_what_was_done_last() {
    let mut seat = worked();
    let ctx = seat.harness.ctx.clone();
    seat.window().act(&ctx, Intent::Command(Command::CopyDiagnostics));
    let copied = (0..200).find_map(|_| {
        seat.harness.run_steps(1);
        let commands = &seat.harness.output().platform_output.commands;
        commands.iter().find_map(|command| match command {
            egui::OutputCommand::CopyText(text) => Some(text.clone()),
            _ => None,
        })
    });
    let copied = copied.expect("something is copied");
    assert!(copied.starts_with(concat!("Touchline ", env!("CARGO_PKG_VERSION"), " on ")), "{copied}");
    for part in ["renderer: a painter of the test", "window: ", "language: en", "Save Done, "] {
        assert!(copied.contains(part), "{part} is missing in:\n{copied}");
    }
    assert_silent(&copied);
    assert!(seat.shows(say!(session_diagnostics_copied)));
}
