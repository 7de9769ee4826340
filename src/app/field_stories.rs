//! Stories of fields whose words are not the map's: what is looked for, a path, an address, a filter. While one of them is
//! written, no key and no press loses what stands in it; and none of it comes into the map. `tests/house` holds that each file
//! that has such a field is named here.

use super::tests::*;
use crate::model::Field;
use crate::session::{COMMANDS, Command};
use egui::{Event, Key, Modifiers};
use egui_kittest::kittest::{NodeT, Queryable};
use touchline_words::say;

/// What is written into each.
const WORDS: &str = "Zzq";

/// A field of the window.
struct Tried {
    file: &'static str,
    label: String,
    open: fn(&mut Seat),
}

fn run(seat: &mut Seat, command: Command) {
    let ctx = seat.harness.ctx.clone();
    seat.window().act(&ctx, crate::session::Intent::Command(command));
    seat.harness.run_steps(4);
}

fn fields() -> Vec<Tried> {
    let words = Field::Title.name();
    let field = |file, label: &str, open| Tried { file, label: label.to_owned(), open };
    vec![
        field("src/ui/palette/mod.rs", say!(ui_palette_find), |seat| {
            if !seat.shows(say!(ui_palette_find)) {
                run(seat, Command::TogglePalette);
            }
        }),
        field("src/ui/search_box.rs", say!(ui_search_field), |seat| run(seat, Command::Search)),
        field("src/ui/search_box.rs", say!(ui_search_instead), |seat| run(seat, Command::Replace)),
        field("src/ui/views/table/filters.rs", &say!(ui_table_words, name = words), |seat| {
            run(seat, Command::ViewTable)
        }),
        field("src/ui/filter_bar.rs", say!(ui_filter_seek), |seat| run(seat, Command::Filter)),
        field("src/ui/command_palette.rs", say!(ui_command_field), |seat| run(seat, Command::Find)),
        field("src/ui/path_box.rs", say!(ui_path_path), |seat| run(seat, Command::Open)),
        field("src/ui/kept_versions_box.rs", say!(ui_kept_name), |seat| run(seat, Command::NameMoment)),
        field("src/ui/import/database.rs", say!(ui_database_address), |seat| run(seat, Command::ImportDatabase)),
    ]
}

/// A map with the field open, and something in it.
fn written(field: &Tried) -> Seat {
    let mut seat = sit_down();
    seat.click(say!(template_live));
    (field.open)(&mut seat);
    seat.harness.get_by_label(&field.label).focus();
    seat.harness.run_steps(2);
    seat.press(Modifiers::COMMAND, Key::A);
    seat.harness.event(Event::Text(WORDS.to_owned()));
    seat.harness.run_steps(2);
    assert_eq!(value(&seat, field).as_deref(), Some(WORDS), "{}", field.label);
    seat
}

fn value(seat: &Seat, field: &Tried) -> Option<String> {
    seat.harness.query_by_label(&field.label).and_then(|node| node.accesskit_node().value())
}

#[test]
fn no_key_that_works_while_typing_loses_what_stands_in_a_field_that_is_not_the_maps() {
    for field in fields() {
        let mut seat = written(&field);
        for row in COMMANDS.iter().filter(|row| row.while_typing) {
            // The key that opens the palette closes it.
            if row.command == Command::Find && field.file.ends_with("command_palette.rs") {
                continue;
            }
            let title = seat.session().map().meta.title.clone();
            let keys = row.shortcuts[0];
            let command = keys.ctrl;
            let held = Modifiers { ctrl: command, command, shift: keys.shift, alt: keys.alt, mac_cmd: false };
            seat.press(held, Key::from_name(keys.key).unwrap());
            // What a map is filtered by goes with the map.
            if seat.session().map().meta.title != title && field.file.ends_with("filters.rs") {
                seat = written(&field);
                continue;
            }
            let told = format!("{} in {}: {:?}", field.label, field.file, row.command);
            let came_over = value(&seat, &field).is_none() || seat.window().closing;
            if came_over {
                // What came over it is put away, or what it stands in is brought back.
                seat.press(Modifiers::NONE, Key::Escape);
                (field.open)(&mut seat);
            }
            assert_eq!(value(&seat, &field).as_deref(), Some(WORDS), "{told}");
            let in_map = format!("{:?}", **seat.session().map()).contains(WORDS);
            assert!(!in_map, "{told}");
            if came_over || !seat.harness.ctx.text_edit_focused() {
                seat = written(&field);
            }
        }
    }
}

#[test]
fn a_press_beside_a_box_in_which_something_was_written_closes_it_with_nothing() {
    for field in fields() {
        let mut seat = written(&field);
        let status = egui::pos2(500.0, 892.0);
        seat.harness.hover_at(status);
        seat.harness.drag_at(status);
        seat.harness.run_steps(1);
        seat.harness.drop_at(status);
        seat.harness.run_steps(3);
        // A list of what can be asked closes: what is looked for in it is no work.
        let closes = ["src/ui/filter_bar.rs", "src/ui/command_palette.rs"].contains(&field.file);
        let stands = value(&seat, &field);
        assert!(closes || stands.as_deref() == Some(WORDS), "{}: {stands:?}", field.label);
    }
}
