//! The at-risk box as a person meets it, from a file of customers to an action on the map and a cohort in a file.

use super::Options;
use super::tests::{Seat, sit_down, window_with};
use crate::edit::templates::Template;
use crate::model::IdSource;
use egui::{Key, Modifiers};
use egui_kittest::kittest::Queryable;
use std::time::{Duration, Instant};
use touchline_words::say;

/// 40 silent customers of whom half cancelled, 40 active ones; every second one gave consent.
const CUSTOMERS: &str = include_str!("../../tests/fixtures/customers.csv");

/// Shows frames until something is there.
fn until(seat: &mut Seat, label: &str) {
    let start = Instant::now();
    while seat.harness.query_all_by_label_contains(label).next().is_none() {
        assert!(start.elapsed() < Duration::from_secs(60), "{label} does not come");
        seat.harness.run_steps(1);
        std::thread::yield_now();
    }
    seat.harness.run_steps(2);
}

fn asked() -> Seat {
    asked_of(CUSTOMERS)
}

fn asked_of(customers: &str) -> Seat {
    let mut seat = sit_down();
    let map = Template::StreamingSubscriber.build(&mut IdSource::seeded(4));
    let path = seat.folder.path().join("map.ron");
    std::fs::write(&path, crate::store::to_text(&map)).unwrap();
    let file = seat.folder.path().join("customers.csv");
    std::fs::write(&file, customers).unwrap();
    seat.harness = window_with(seat.folder.path(), Options { map: Some(path), ..Options::default() });
    seat.settle();
    seat.click(say!(menu_data));
    seat.click(say!(cmd_at_risk));
    seat.type_over(say!(ui_path_path), &file.display().to_string());
    seat.click(say!(open));
    until(&mut seat, &say!(ui_at_risk_of_customers, count = "80"));
    seat
}

#[test]
fn a_file_of_customers_is_asked_and_an_action_put_on_the_map_in_one_step() {
    let mut seat = asked();
    assert!(seat.shows("Half have left") || seat.shows(say!(ui_at_risk_fewer_than_half)));
    let before = seat.session().map().clone();
    seat.click(say!(ui_at_risk_intervene));
    let after = seat.session().map().clone();
    assert_eq!(after.actions.len(), before.actions.len() + 1);
    assert!(!format!("{after:?}").contains("canary"));
    seat.press(Modifiers::COMMAND, Key::Z);
    assert_eq!(*seat.session().map(), before, "one step back takes it away");
}

#[test]
fn the_cohort_is_saved_where_the_person_says() {
    let mut seat = asked();
    seat.click(say!(ui_at_risk_save_cohort));
    let place = seat.folder.path().join("mailing.csv");
    seat.type_over(say!(ui_path_path), &place.display().to_string());
    seat.click(say!(save));
    until(&mut seat, "customers written to");
    let text = std::fs::read_to_string(&place).unwrap();
    assert!(text.starts_with("user_id\ncanary20\n") && text.lines().count() == 11, "{text}");
}

#[test]
fn a_group_called_by_a_mail_address_is_shown_only_once_somebody_has_ticked_it() {
    let mut seat = asked_of(&CUSTOMERS.replace(",all\n", ",ann@example.org\n"));
    assert!(!seat.shows("ann@example.org") && seat.shows(":mail"));
    assert!(seat.shows(say!(ui_at_risk_shown)));
    let tick = say!(ui_import_show_counted, what = say!(log_holds_mail), count = "1");
    seat.click(&tick);
    until(&mut seat, "ann@example.org");
    assert!(!seat.shows(":mail"));
    seat.click(&say!(ui_import_show_kind, what = say!(log_holds_mail)));
    until(&mut seat, &tick);
    assert!(!seat.shows("ann@example.org"));
}
