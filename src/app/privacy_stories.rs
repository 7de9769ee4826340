//! What leaves the room as a person meets it: what is in the map is told and gone to, a copy for a client is written and proved, and what is
//! kept beside the files is told before it is deleted.

use super::tests::{Seat, sit_down};
use crate::model::{IdSource, RecordRef};
use crate::session::{Command, FileAsk, Intent};
use egui::{Key, Modifiers, Role};
use egui_kittest::kittest::{NodeT, Queryable};
use touchline_words::say;

/// A map with a note for us alone, saved.
fn begun() -> Seat {
    let mut seat = sit_down();
    seat.click(say!(template_live));
    let (edit, _) = crate::edit::add_sticky(40.0, 40.0, "for us alone", &mut IdSource::seeded(77));
    act(&mut seat, Intent::Edit(edit));
    let path = seat.folder.path().join("map.ron");
    act(&mut seat, Intent::FilesChosen { ask: FileAsk::SaveMap(String::new()), paths: vec![path] });
    seat.settle();
    seat
}

fn act(seat: &mut Seat, intent: Intent) {
    let ctx = seat.harness.ctx.clone();
    seat.window().act(&ctx, intent);
    seat.harness.run_steps(3);
}

/// Lets frames pass until something off the frame has ended.
fn wait(seat: &mut Seat) {
    let start = std::time::Instant::now();
    while seat.session().flows().is_busy() {
        assert!(start.elapsed() < std::time::Duration::from_secs(120), "it never comes");
        seat.harness.run_steps(1);
    }
    seat.harness.run_steps(3);
}

#[test]
fn what_is_in_the_map_is_told_by_kind_and_a_click_leads_to_the_place() {
    let mut seat = begun();
    act(&mut seat, Intent::Command(Command::Contents));
    wait(&mut seat);
    let rows: Vec<String> =
        seat.harness.query_all_by_role(Role::ListItem).filter_map(|row| row.accesskit_node().label()).collect();
    assert!(rows[0].starts_with("Notes") && rows.last().unwrap().starts_with(say!(ui_contents_texts)), "{rows:?}");
    let is_place = |label: String| label.starts_with("for us alone, ");
    let rows = seat.harness.query_all_by_role(Role::Button);
    rows.into_iter().find(|row| row.accesskit_node().label().is_some_and(is_place)).unwrap().click();
    seat.harness.run_steps(3);
    assert!(!seat.shows(say!(ui_contents_title)));
    assert!(matches!(seat.session().selection().only(), Some(RecordRef::Sticky(_))));
}

#[test]
fn a_copy_is_written_by_keys_and_told_to_be_clean() {
    let mut seat = begun();
    act(&mut seat, Intent::Command(Command::ClientCopy));
    seat.click(say!(ui_copy_page));
    seat.press(Modifiers::NONE, Key::Escape);
    assert!(!seat.shows(say!(ui_copy_title)));
    act(&mut seat, Intent::Command(Command::ClientCopy));
    assert!(seat.session().settings().client_copy.page, "what was chosen is kept");
    seat.harness.get_by_label(say!(ui_copy_names)).focus();
    seat.harness.run_steps(1);
    seat.harness.get_by_label(say!(ui_copy_names)).type_text("Owl = ");
    seat.harness.run_steps(3);
    let goes = |seat: &Seat| !seat.harness.get_by_label(say!(ui_copy_go)).accesskit_node().is_disabled();
    assert!(!goes(&seat), "half a code name");
    seat.harness.get_by_label(say!(ui_copy_names)).type_text("Northshore");
    seat.harness.run_steps(3);
    assert!(goes(&seat));
    seat.click(say!(ui_copy_go));
    // The box that asks for a place stands over this one; the place is given past it.
    seat.press(Modifiers::NONE, Key::Escape);
    let path = seat.folder.path().join("owl.ron");
    act(&mut seat, Intent::FilesChosen { ask: FileAsk::ClientCopy(String::new()), paths: vec![path.clone()] });
    wait(&mut seat);
    let done = seat.session().flows().client_copy().unwrap().done().unwrap();
    assert!(done.found.is_empty() && done.page.as_ref().unwrap().exists(), "{done:?}");
    let proof = crate::session::privacy::proof(done);
    assert!(seat.shows(&proof) && path.exists());
    seat.click(say!(ui_copy_again));
    assert!(seat.shows(say!(ui_copy_go)));
}

#[test]
fn what_is_kept_beside_the_files_is_told_before_it_goes() {
    let mut seat = begun();
    act(&mut seat, Intent::Command(Command::Forget));
    seat.settle();
    let kept = seat.session().flows().forget().unwrap().kept().unwrap().clone();
    assert_eq!(kept.versions.len(), 1);
    assert!(seat.shows(&crate::session::privacy::recovery_words(&kept)));
    seat.click(say!(ui_forget_all));
    seat.settle();
    seat.click(say!(cancel));
    assert!(!seat.shows(say!(ui_forget_title)));
    act(&mut seat, Intent::Command(Command::Forget));
    seat.settle();
    seat.click(say!(ui_forget_delete));
    seat.settle();
    assert!(!seat.shows(say!(ui_forget_title)));
    act(&mut seat, Intent::Command(Command::Versions));
    seat.settle();
    assert!(seat.shows(say!(ui_kept_none)));
}
