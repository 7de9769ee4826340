//! A table on a server as a person meets it in the window: from an address to figures on the map.

use super::dialog_stories::log_text;
use super::tests::{Seat, sit_down};
use egui_kittest::kittest::Queryable;
use touchline_stand_in::{Reply, Server, ok, shop};

const FIELD: &str = "Address of the table";

/// A template's map with the box for an address open.
fn asked() -> Seat {
    let mut seat = sit_down();
    seat.click("New empty map");
    seat.click("Data");
    seat.click("Import from a database…");
    seat
}

fn connect(seat: &mut Seat, address: &str) {
    seat.type_over(FIELD, address);
    seat.click("Connect");
}

#[test]
fn a_table_is_bound_and_laid_over_the_map_in_one_step() {
    let mut seat = asked();
    let before = seat.map();
    let server = shop();
    connect(&mut seat, &server.url());
    seat.until("Say which column is the customer and which is the event.");
    seat.choose("Meaning of where", "Segment");
    seat.until("Meaning of who");
    seat.choose("Meaning of who", "Customer");
    seat.until("Say which column is the event.");
    seat.choose("Meaning of what", "Event");
    seat.until_open("Next");
    seat.click("Next");
    seat.until("What a is on the map");
    seat.click("Make a stage of every event");
    seat.until_open("Lay over the map");
    seat.click("Lay over the map");
    assert!(seat.shows("shop.log lies over the map"));
    let measured = seat.map();
    let (_, measurement) = measured.measurement().unwrap();
    assert_eq!(measurement.source, "shop.log");
    seat.click("Edit");
    seat.harness.get_by_label_contains("Undo: Import").click();
    seat.harness.run_steps(3);
    assert_eq!(seat.map(), before);
}

#[test]
fn what_is_no_address_is_told_in_the_box_and_a_password_in_it_is_refused() {
    let mut seat = asked();
    for (address, says) in [
        ("log.csv", "it does not begin with clickhouse://"),
        ("clickhouse://a:b@h/d/t", "the address holds a password"),
    ] {
        connect(&mut seat, address);
        assert!(seat.harness.query_by_label_contains(says).is_some(), "{address}");
        assert!(seat.shows("Connect"));
    }
    seat.click("Cancel");
    assert!(!seat.shows(FIELD));
}

#[test]
fn a_server_that_refuses_is_told_and_another_address_can_be_given() {
    let mut seat = asked();
    let before = seat.map();
    let locked = Server::start(|_| Reply::Status("403 Forbidden", "Code: 516. DB::Exception: no".to_owned()));
    connect(&mut seat, &locked.url());
    seat.until("Try again");
    assert!(seat.harness.query_by_label_contains("does not let this user in").is_some());
    assert!(!seat.shows("Next") && !seat.shows("Encoding"));
    let height =
        seat.harness.get_by_label("Cancel").rect().bottom() - seat.harness.get_by_label("Import data").rect().top();
    assert!(height < 260.0, "the box is {height} high for a message");
    seat.click("Another address…");
    let server = shop();
    connect(&mut seat, &server.url());
    seat.until("Meaning of who");
    seat.click("Cancel");
    assert!(!seat.shows("Import data"));
    assert_eq!(seat.map(), before);
}

#[test]
fn a_slow_server_can_be_left_and_a_database_is_offered_beside_a_file() {
    let mut seat = Seat::importing(&log_text(','));
    seat.until("Lay over the map");
    let before = seat.map();
    let silent = Server::start(|statement| if statement.starts_with("KILL") { ok("") } else { Reply::Silence });
    seat.click("1 Columns");
    seat.click("A database instead…");
    connect(&mut seat, &silent.url());
    assert!(seat.harness.query_all_by_label("Asking the server…").next().is_some());
    seat.click("Cancel");
    assert!(!seat.shows("Import data"));
    assert_eq!(seat.map(), before);
}
