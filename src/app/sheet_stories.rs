//! The map as a sheet as a person meets it: out to a file, edited there, and back in one step.

use super::tests::{Seat, sit_down};
use crate::session::Intent;
use egui::{Key, Modifiers};
use egui_kittest::kittest::Queryable;
use std::path::PathBuf;
use touchline_words::say;

/// A template's map, and the sheet that was exported of it.
fn exported(name: &str) -> (Seat, PathBuf) {
    let mut seat = sit_down();
    seat.click(say!(template_streaming));
    seat.click(say!(menu_file));
    seat.click(say!(cmd_export_sheet));
    let path = seat.folder.path().join(name);
    seat.type_over(say!(ui_path_path), &path.display().to_string());
    seat.click(say!(save));
    let start = std::time::Instant::now();
    while seat.harness.query_by_label_contains("Exported ").is_none() {
        assert!(start.elapsed().as_secs() < 60, "nothing is exported");
        seat.harness.run_steps(1);
    }
    (seat, path)
}

fn import(seat: &mut Seat, path: &std::path::Path) {
    seat.click(say!(menu_file));
    seat.click(say!(cmd_import_sheet));
    seat.type_over(say!(ui_path_path), &path.display().to_string());
    seat.click(say!(open));
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
    seat.until(say!(ui_sheet_same));
    assert!(!seat.shows(say!(ui_sheet_take_over)));
    seat.click(say!(close));
    assert!(!seat.shows(say!(ui_sheet_title)));
}

#[test]
fn what_a_sheet_changes_is_shown_and_taken_over_in_one_step() {
    let (mut seat, _) = exported("board.xlsx");
    let before = seat.map();
    let path = edited(&seat, "Plans page", "Price page");
    import(&mut seat, &path);
    seat.until(&say!(kind_touchpoint_said, title = "“Plans page”"));
    assert!(seat.shows("title: Plans page → Price page"));
    assert_eq!(seat.map(), before, "nothing is taken over unasked");
    seat.click(say!(ui_sheet_take_over));
    assert!(seat.map().touchpoints.values().any(|card| card.title == "Price page"));
    assert!(seat.shows(&say!(app_sheet_taken_over, file = "edited.csv")));
    seat.press(Modifiers::COMMAND, Key::Z);
    assert_eq!(seat.map(), before);
}

#[test]
fn a_wrong_cell_is_named_and_a_better_file_can_be_chosen() {
    let (mut seat, _) = exported("board.xlsx");
    let before = seat.map();
    let wrong = edited(&seat, "Website", "Pigeon post");
    import(&mut seat, &wrong);
    seat.until(say!(ui_choose_another_file));
    assert!(seat.harness.query_by_label_contains("“Pigeon post” cannot stand here").is_some());
    assert!(!seat.shows(say!(ui_sheet_take_over)));
    let right = edited(&seat, "Plans page", "Price page");
    seat.click(say!(ui_choose_another_file));
    seat.type_over(say!(ui_path_path), &right.display().to_string());
    seat.click(say!(open));
    seat.until(say!(ui_sheet_take_over));
    seat.click(say!(cancel));
    assert_eq!(seat.map(), before);
}

#[test]
fn many_faults_are_scrolled_and_leave_the_buttons_in_the_window() {
    let (mut seat, _) = exported("board.xlsx");
    let path = edited(&seat, "Website", "Pigeon post");
    let rows: String = (0..200).map(|nth| format!("Mood {nth},mood,mood {nth},fine,,,,\n")).collect();
    std::fs::write(&path, std::fs::read_to_string(&path).unwrap() + &rows).unwrap();
    import(&mut seat, &path);
    seat.until(say!(ui_choose_another_file));
    // The box finds its place by what it held the frame before.
    seat.harness.run_steps(3);
    let button = seat.harness.get_by_label(say!(cancel)).rect();
    let window = seat.harness.ctx.content_rect();
    assert!(window.contains_rect(button), "{button:?} in {window:?}");
    seat.click(say!(cancel));
    assert!(!seat.shows(say!(ui_sheet_title)));
}

/// However such a file comes, by dropping it or by the import of data, it is known.
#[test]
fn a_map_sheet_among_the_data_opens_as_a_sheet() {
    let (mut seat, path) = exported("board.xlsx");
    let ctx = seat.harness.ctx.clone();
    seat.window().act_all(&ctx, [Intent::OpenPath(path)]);
    seat.until(say!(ui_sheet_same));
    assert!(!seat.shows(say!(ui_import_title)));
}

/// A sheet says which map it is of, and no empty map is made for it; data still gets one.
#[test]
fn a_sheet_that_falls_on_the_start_screen_asks_for_its_map_and_makes_none() {
    let (exported, path) = exported("board.xlsx");
    let mut seat = sit_down();
    let ctx = seat.harness.ctx.clone();
    seat.window().act(&ctx, Intent::FilesCame(vec![path]));
    let start = std::time::Instant::now();
    while seat.harness.query_by_label_contains("board.xlsx is the sheet of a map").is_none() {
        assert!(start.elapsed().as_secs() < 60, "nothing is said");
        seat.harness.run_steps(1);
    }
    assert!(seat.harness.query_by_label_contains("with the stages Awareness, ").is_some());
    assert!(seat.session().on_start() && !seat.shows(say!(ui_sheet_title)));
    seat.click(say!(ui_mapless_open));
    let map = seat.file("map.ron", &crate::store::to_text(&exported.map()));
    seat.type_over(say!(ui_path_path), &map.display().to_string());
    seat.click(say!(open));
    seat.settle();
    seat.until(say!(ui_sheet_same));
    drop(exported);
    seat = sit_down();

    let log = seat.file("log.csv", &super::dialog_stories::log_text(','));
    seat.window().act(&ctx, Intent::FilesCame(vec![log]));
    seat.until(say!(ui_import_title));
    assert!(!seat.session().on_start());
}
