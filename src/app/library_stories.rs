//! Stories of the libraries in the left panel: found, pulled onto the board, put by a key, and a person's own.

use super::tests::*;
use crate::model::ListKind;
use crate::session::{Command, Intent};
use egui::{Key, Modifiers, vec2};
use egui_kittest::kittest::Queryable;
use touchline_words::{Language, in_language, say};

fn open_library(seat: &mut Seat) {
    seat.click(say!(template_streaming));
    let ctx = seat.harness.ctx.clone();
    seat.window().act(&ctx, Intent::Command(Command::ShowLibrary));
    seat.settle();
}

#[test]
fn an_item_is_found_and_pulled_onto_a_stage_with_all_its_words_as_one_step() {
    let mut seat = sit_down();
    open_library(&mut seat);
    seat.type_over(say!(ui_library_find), "operational blind");
    let item = seat.harness.get_by_label("Operational blindness").rect().center();
    let (stage, name) = {
        let (id, stage) = seat.session().map().stages_in_order()[1];
        (id, stage.name.clone())
    };
    let steps = seat.session().history().undo_steps();
    let there = seat.harness.query_all_by_label_contains(&name).next().unwrap().rect().center();
    seat.drag(item, there + vec2(0.0, 200.0));
    let map = seat.session().map();
    let pain = map.pain_points.values().find(|pain| pain.codes == "DT06").expect("it landed");
    assert_eq!((pain.stage, pain.text.as_str()), (stage, "Operational blindness"));
    assert_eq!(seat.session().history().undo_steps(), steps + 1);
    assert!(seat.harness.query_all_by_label_contains("DT06").next().is_some(), "its code is said on the board");
}

#[test]
fn enter_in_the_search_and_on_a_row_puts_an_item_at_the_selected_stage() {
    let mut seat = sit_down();
    open_library(&mut seat);
    let count = |seat: &Seat, kind: ListKind| seat.session().map().refs(kind.kind()).len();
    let actions = count(&seat, ListKind::Action);
    seat.type_over(say!(ui_library_find), "second map workshop sketch");
    assert!(seat.shows(say!(ui_nothing_by_name)));
    seat.type_over(say!(ui_library_find), "sketch workshop");
    seat.press(Modifiers::NONE, Key::Enter);
    assert_eq!(count(&seat, ListKind::Action), actions + 1);
    seat.type_over(say!(ui_library_find), "beyond the credits");
    seat.type_over(say!(ui_library_find), "credits");
    let row = seat.harness.get_by_label("The journey goes on after the credits.");
    row.focus();
    seat.harness.run_steps(1);
    seat.press(Modifiers::NONE, Key::Enter);
    assert_eq!(count(&seat, ListKind::Remark), 1);
}

#[test]
fn the_search_among_blocks_says_what_the_library_has_and_leads_there() {
    let mut seat = sit_down();
    open_library(&mut seat);
    seat.click(say!(ui_palette_blocks));
    seat.type_over(say!(ui_palette_find), "silos");
    assert!(seat.shows(say!(ui_nothing_by_name)));
    seat.click(&say!(ui_library_there, count = 1));
    seat.settle();
    assert!(seat.session().settings().library && seat.shows("Systemic silos"));
}

#[test]
fn a_persons_own_libraries_are_there_and_a_broken_one_is_named() {
    let mut seat = sit_down();
    open_library(&mut seat);
    seat.click(say!(cmd_own_libraries));
    seat.settle();
    let folder = seat.folder.path().join("state/libraries");
    assert!(folder.join("example.ron").is_file());
    seat.type_over(say!(ui_library_find), "second door");
    assert!(seat.shows("Open a second door"));
    std::fs::write(folder.join("broken.ron"), "(title: \"Ours\", items: [\n(id: 3)])").unwrap();
    let ctx = seat.harness.ctx.clone();
    seat.window().act(&ctx, Intent::Command(Command::ShowLibrary));
    seat.settle();
    assert!(seat.harness.query_by_label_contains("broken.ron, line 2").is_some());
    assert!(seat.shows("Open a second door"), "the others are there all the same");
}

#[test]
fn the_library_speaks_german() {
    in_language(Language::German, || {
        let mut seat = sit_down();
        open_library(&mut seat);
        seat.type_over(say!(ui_library_find), "reibung");
        assert!(seat.shows("Kulturelle Reibung"));
        seat.press(Modifiers::NONE, Key::Enter);
        let map = seat.session().map();
        assert!(map.pain_points.values().any(|pain| pain.text == "Kulturelle Reibung" && pain.codes == "CS01"));
    });
}
