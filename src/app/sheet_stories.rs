//! The map as a sheet as a person meets it: out to a file, edited there, and back in one step.

use super::tests::{Seat, sit_down};
use egui::{Key, Modifiers};
use egui_kittest::kittest::Queryable;
use std::path::PathBuf;

/// A template's map, and the sheet that was exported of it.
fn exported(name: &str) -> (Seat, PathBuf) {
    let mut seat = sit_down();
    seat.click("Streaming subscriber");
    seat.click("File");
    seat.click("Export as sheet…");
    let path = seat.folder.path().join(name);
    seat.type_over("Path", &path.display().to_string());
    seat.click("Save");
    let start = std::time::Instant::now();
    while seat.harness.query_by_label_contains("Exported ").is_none() {
        assert!(start.elapsed().as_secs() < 60, "nothing is exported");
        seat.harness.run_steps(1);
    }
    (seat, path)
}

fn import(seat: &mut Seat, path: &std::path::Path) {
    seat.click("File");
    seat.click("Import sheet…");
    seat.type_over("Path", &path.display().to_string());
    seat.click("Open");
}

/// The same sheet as text, edited.
fn edited(seat: &Seat, from: &str, to: &str) -> PathBuf {
    let path = seat.folder.path().join("edited.csv");
    crate::session::sheet::write_sheet(&seat.map(), &path, &crate::store::Reads::nothing()).unwrap();
    let text = std::fs::read_to_string(&path).unwrap().replacen(from, to, 1);
    std::fs::write(&path, text).unwrap();
    path
}

#[test]
fn a_sheet_that_nobody_edited_is_told_to_change_nothing() {
    let (mut seat, path) = exported("board.xlsx");
    assert!(std::fs::read(&path).unwrap().starts_with(b"PK"));
    import(&mut seat, &path);
    seat.until("The sheet says the same as the map. There is nothing to take over.");
    assert!(!seat.shows("Take over"));
    seat.click("Close");
    assert!(!seat.shows("Import a sheet"));
}

#[test]
fn what_a_sheet_changes_is_shown_and_taken_over_in_one_step() {
    let (mut seat, _) = exported("board.xlsx");
    let before = seat.map();
    let path = edited(&seat, "Plans page", "Price page");
    import(&mut seat, &path);
    seat.until("Touchpoint “Plans page”");
    assert!(seat.shows("title: Plans page → Price page"));
    assert_eq!(seat.map(), before, "nothing is taken over unasked");
    seat.click("Take over");
    assert!(seat.map().touchpoints.values().any(|card| card.title == "Price page"));
    assert!(seat.shows("edited.csv is taken over"));
    seat.press(Modifiers::COMMAND, Key::Z);
    assert_eq!(seat.map(), before);
}

#[test]
fn a_wrong_cell_is_named_and_a_better_file_can_be_chosen() {
    let (mut seat, _) = exported("board.xlsx");
    let before = seat.map();
    let wrong = edited(&seat, "Website", "Pigeon post");
    import(&mut seat, &wrong);
    seat.until("Choose another file…");
    assert!(seat.harness.query_by_label_contains("“Pigeon post” cannot stand here").is_some());
    assert!(!seat.shows("Take over"));
    let right = edited(&seat, "Plans page", "Price page");
    seat.click("Choose another file…");
    seat.type_over("Path", &right.display().to_string());
    seat.click("Open");
    seat.until("Take over");
    seat.click("Cancel");
    assert_eq!(seat.map(), before);
}

/// However such a file comes, by dropping it or by the import of data, it is known.
#[test]
fn a_map_sheet_among_the_data_opens_as_a_sheet() {
    let (mut seat, path) = exported("board.xlsx");
    let ctx = seat.harness.ctx.clone();
    seat.window().act_all(&ctx, [crate::session::Action::OpenPath(path)]);
    seat.until("The sheet says the same as the map. There is nothing to take over.");
    assert!(!seat.shows("Import data"));
}

/// A sheet says which map it is of, and no empty map is made for it; data still gets one.
#[test]
fn a_sheet_that_falls_on_the_start_screen_asks_for_its_map_and_makes_none() {
    let (exported, path) = exported("board.xlsx");
    let mut seat = sit_down();
    let ctx = seat.harness.ctx.clone();
    let asked = super::drops::opening(&path, seat.session());
    seat.window().take_files(&ctx, asked);
    let start = std::time::Instant::now();
    while seat.harness.query_by_label_contains("board.xlsx is the sheet of a map").is_none() {
        assert!(start.elapsed().as_secs() < 60, "nothing is said");
        seat.harness.run_steps(1);
    }
    assert!(seat.harness.query_by_label_contains("with the stages Awareness, ").is_some());
    assert!(seat.session().on_start() && !seat.shows("Import a sheet"));
    seat.click("Open its map…");
    let map = seat.file("map.ron", &crate::store::to_text(&exported.map()));
    seat.type_over("Path", &map.display().to_string());
    seat.click("Open");
    seat.settle();
    seat.until("The sheet says the same as the map. There is nothing to take over.");
    drop(exported);
    seat = sit_down();

    let log = seat.file("log.csv", &super::dialog_stories::log_text(','));
    let asked = super::drops::opening(&log, seat.session());
    seat.window().take_files(&ctx, asked);
    seat.until("Import data");
    assert!(!seat.session().on_start());
}
