//! A table on a server as a person meets it in the window: from an address to figures on the map.

use super::dialog_stories::log_text;
use super::tests::{Seat, sit_down};
use egui_kittest::kittest::Queryable;
use touchline_stand_in::{Reply, Server, ok, shop};
use touchline_words::say;

const FIELD: &str = "Address of the table";

/// A template's map with the box for an address open.
fn asked() -> Seat {
    let mut seat = sit_down();
    seat.click(say!(ui_start_new));
    seat.click(say!(menu_data));
    seat.click(say!(cmd_import_database));
    seat
}

fn connect(seat: &mut Seat, address: &str) {
    seat.type_over(FIELD, address);
    seat.click(say!(ui_database_connect));
}

#[test]
fn a_table_is_bound_and_laid_over_the_map_in_one_step() {
    let mut seat = asked();
    let before = seat.map();
    let server = shop();
    connect(&mut seat, &server.url());
    seat.until(&say!(ui_import_say_which_column, names = "customer and which is the event"));
    seat.choose(&say!(ui_import_meaning_of, column = "where"), "Segment");
    seat.until(&say!(ui_import_meaning_of, column = "who"));
    seat.choose(&say!(ui_import_meaning_of, column = "who"), "Customer");
    seat.until(&say!(ui_import_say_which_column, names = "event"));
    seat.choose(&say!(ui_import_meaning_of, column = "what"), "Event");
    seat.until_open(say!(next));
    seat.click(say!(next));
    seat.until(&say!(ui_import_what_is, event = "a"));
    seat.click(say!(ui_import_make_all));
    seat.until_open(say!(ui_import_lay));
    seat.click(say!(ui_import_lay));
    assert!(seat.shows("shop.log lies over the map"));
    let measured = seat.map();
    let (_, measurement) = measured.measurement().unwrap();
    assert_eq!(measurement.source, "shop.log");
    seat.click(say!(menu_edit));
    seat.harness.get_by_label_contains("Undo: Import").click();
    seat.harness.run_steps(3);
    assert_eq!(seat.map(), before);
}

#[test]
fn what_is_no_address_is_told_in_the_box_and_a_password_in_it_is_refused() {
    let mut seat = asked();
    for (address, says) in [
        ("log.csv", "it does not begin with clickhouses://"),
        ("clickhouse://a:b@h/d/t", "the address holds a password"),
    ] {
        connect(&mut seat, address);
        assert!(seat.harness.query_by_label_contains(says).is_some(), "{address}");
        assert!(seat.shows(say!(ui_database_connect)));
    }
    seat.click(say!(cancel));
    assert!(!seat.shows(FIELD));
}

#[test]
fn a_password_that_is_typed_goes_to_the_server_and_into_no_file() {
    let mut seat = asked();
    let server = shop();
    seat.type_over(say!(ui_database_password_field), "hunter2-of-the-vault");
    connect(&mut seat, &server.url());
    seat.until(&say!(ui_import_meaning_of, column = "who"));
    let heard = server.heard.lock().unwrap();
    assert!(heard.iter().all(|(head, _)| head.contains("hunter2-of-the-vault")) && !heard.is_empty());
    seat.settle();
    let mut folders = vec![seat.folder.path().to_owned()];
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(folder).unwrap().flatten() {
            match entry.file_type().unwrap().is_dir() {
                true => folders.push(entry.path()),
                false => {
                    let bytes = std::fs::read(entry.path()).unwrap();
                    assert!(!String::from_utf8_lossy(&bytes).contains("hunter2"), "{:?}", entry.path());
                }
            }
        }
    }
}

#[test]
fn a_server_elsewhere_in_the_open_is_told_in_the_box_before_one_connects() {
    let mut seat = asked();
    seat.type_over(FIELD, "clickhouse://ana@db.example.org/shop/log");
    assert!(seat.shows(&say!(ui_database_open, server = "db.example.org:8123")));
    seat.type_over(FIELD, "clickhouses://ana@db.example.org/shop/log");
    assert!(!seat.shows(&say!(ui_database_open, server = "db.example.org:8443")));
}

#[test]
fn a_server_that_refuses_is_told_and_another_address_can_be_given() {
    let mut seat = asked();
    let before = seat.map();
    let locked = Server::start(|_| Reply::Status("403 Forbidden", "Code: 516. DB::Exception: no".to_owned()));
    connect(&mut seat, &locked.url());
    seat.until(say!(ui_import_try_again));
    assert!(seat.harness.query_by_label_contains("does not let this user in").is_some());
    assert!(!seat.shows(say!(next)) && !seat.shows(say!(ui_import_encoding)));
    let height = seat.harness.get_by_label(say!(cancel)).rect().bottom()
        - seat.harness.get_by_label(say!(ui_import_title)).rect().top();
    assert!(height < 260.0, "the box is {height} high for a message");
    seat.click(say!(ui_import_another_address));
    let server = shop();
    connect(&mut seat, &server.url());
    seat.until(&say!(ui_import_meaning_of, column = "who"));
    seat.click(say!(cancel));
    assert!(!seat.shows(say!(ui_import_title)));
    assert_eq!(seat.map(), before);
}

#[test]
fn a_slow_server_can_be_left_and_a_database_is_offered_beside_a_file() {
    let mut seat = Seat::importing(&log_text(','));
    seat.until(say!(ui_import_lay));
    let before = seat.map();
    let silent = Server::start(|statement| if statement.starts_with("KILL") { ok("") } else { Reply::Silence });
    seat.click(say!(ui_import_step_columns));
    seat.click(say!(ui_import_database_instead));
    connect(&mut seat, &silent.url());
    assert!(seat.harness.query_all_by_label("Asking the server…").next().is_some());
    seat.click(say!(cancel));
    assert!(!seat.shows(say!(ui_import_title)));
    assert_eq!(seat.map(), before);
}
