//! The import dialog as a newcomer meets it: lists by keyboard, questions that stay, what a second file replaces.

use super::Options;
use super::dialog_stories::log_text;
use super::tests::{Seat, sit_down, window_with};
use egui::{Key, Modifiers};
use egui_kittest::kittest::{NodeT, Queryable};
use std::fmt::Write as _;
use touchline_words::say;

impl Seat {
    fn says(&self, words: &str) -> bool {
        self.harness.query_all_by_label_contains(words).next().is_some()
    }
}

fn answer(seat: &mut Seat, reading: &str) {
    seat.harness.query_all_by_label_contains(reading).next().unwrap().click();
    seat.harness.run_steps(3);
}

#[test]
fn dates_of_a_survey_that_read_both_ways_are_asked_about_before_anything_is_laid() {
    let mut text = String::from("Timestamp,How likely are you to recommend us?\n");
    for nth in 0..20 {
        writeln!(text, "{:02}/{:02}/2024,{}", 1 + nth % 3, 4 + nth % 5, nth % 11).unwrap();
    }
    let mut seat = Seat::importing(&text);
    seat.until(&say!(ui_import_two_ways, column = "Timestamp"));
    assert!(seat.waits(say!(ui_import_scorecard)) && !seat.shows(say!(ui_import_lay)));
    assert!(seat.says(", dates asked about below") && !seat.says(", dates month first"));
    let place = |seat: &Seat| seat.harness.get_by_label(say!(ui_import_scorecard)).rect();
    let before = place(&seat);
    answer(&mut seat, "day first: ");
    seat.until_open(say!(ui_import_scorecard));
    assert!(seat.shows(&say!(ui_import_two_ways, column = "Timestamp")), "it can be corrected");
    assert!((place(&seat).top() - before.top()).abs() < 1.0, "the button stays where the next click goes");
    assert!(seat.says(", dates day first"));
    answer(&mut seat, "month first: ");
    seat.until_said(", dates month first");
    seat.until_open(say!(ui_import_scorecard));
    assert!((place(&seat).top() - before.top()).abs() < 1.0);
    seat.click(say!(ui_import_scorecard));
    seat.add_net_promoter();
    assert!(seat.harness.query_all_by_label_contains("Jan 2024 to Mar 2024").next().is_some());
}

/// Forty events, the most frequent first.
fn long_log() -> String {
    let mut log = String::from("customer_id,event,time\n");
    for nth in 0..40 {
        for _ in 0..=40 - nth {
            writeln!(log, "c{nth},zz{nth:02},2026-10-01 10:00:{nth:02}").unwrap();
        }
    }
    log
}

#[test]
fn a_list_closes_when_an_entry_is_picked_by_keyboard_or_when_its_choice_is_scrolled_away() {
    let mut seat = Seat::importing(&long_log());
    seat.until(&say!(ui_import_what_is, event = "zz00"));
    let (choice, made) = ("What zz01 is on the map", "+ new stage “zz01”");
    seat.harness.get_by_label(choice).focus();
    seat.press(Modifiers::NONE, Key::Enter);
    assert!(seat.shows(made));
    for letter in ["t", "r", "i"] {
        seat.harness.event(egui::Event::Text(letter.to_owned()));
        seat.harness.run_steps(2);
    }
    let entries = seat.harness.query_all_by_label_contains("Tri");
    let focused = entries.filter(|entry| entry.accesskit_node().is_focused());
    let focused: Vec<_> = focused.filter_map(|entry| entry.accesskit_node().label()).collect();
    assert_eq!(focused.len(), 1, "letters go to the first entry that begins so");
    assert!(focused[0].trim().to_lowercase().starts_with("tri"), "{focused:?}");
    seat.press(Modifiers::NONE, Key::Enter);
    assert!(!seat.shows(made), "the list is closed");
    assert!(seat.harness.get_by_label(choice).accesskit_node().is_focused(), "the keyboard is back at the choice");
    assert!(seat.shows(say!(ui_import_title)));
    let bound = seat.harness.get_by_label(choice).accesskit_node().value();
    assert!(bound.is_some_and(|bound| bound.contains(focused[0].trim())));
    seat.click(&say!(ui_import_what_is, event = "zz00"));
    assert!(seat.shows(&say!(ui_import_plus_new_stage, event = "zz00")));
    seat.scroll_over(&say!(ui_import_what_is, event = "zz00"), -300.0);
    assert!(!seat.shows(&say!(ui_import_plus_new_stage, event = "zz00")), "a list does not float beside nothing");
}

#[test]
fn a_file_that_fills_no_scorecard_is_told_what_would_and_no_flag() {
    let mut seat = sit_down();
    seat.click(say!(ui_start_new));
    let file = seat.file("odd.csv", "colour,weight\nred,1\nblue,2\n");
    seat.click(say!(menu_data));
    seat.click(say!(cmd_fill_scorecard));
    seat.type_over(say!(ui_path_path), &file.display().to_string());
    seat.click(say!(open));
    seat.until_said("A scorecard is filled by surveys");
    assert!(!seat.says("--"));
}

#[test]
fn a_second_file_says_whose_figures_it_replaces_before_and_after_it_is_laid() {
    let mut seat = Seat::importing(&log_text(','));
    seat.until_open(say!(ui_import_lay));
    assert!(!seat.says("Replaces the figures"), "there are none yet");
    seat.click(say!(ui_import_lay));
    let newer = seat.file("shop_us.csv", &log_text(',').replace("2026-10", "2026-11"));
    seat.click(say!(cmd_import));
    seat.type_over(say!(ui_path_path), &newer.display().to_string());
    seat.click(say!(open));
    seat.until_open(say!(ui_import_lay));
    assert!(seat.says("Replaces the figures of log.csv, which stay as the former period."));
    seat.click(say!(ui_import_lay));
    let said = "shop_us.csv lies over the map and replaces the figures of log.csv, which stay as the former period";
    assert!(seat.says(said));
    assert_eq!(seat.map().former_measurement().unwrap().1.source, "log.csv");
}

#[test]
fn how_stages_are_counted_is_a_link_away_from_the_definition_of_the_preview() {
    let mut seat = Seat::importing(&long_log());
    seat.until(&say!(ui_import_what_is, event = "zz00"));
    seat.choose_far(&say!(ui_import_what_is, event = "zz00"), "+ new stage “zz00”");
    seat.choose_far(&say!(ui_import_what_is, event = "zz01"), "+ new stage “zz01”");
    seat.until_open(say!(ui_import_lay));
    let y_of = |seat: &Seat, label: &str| seat.harness.get_by_label(label).rect().bottom();
    let order = |seat: &Seat| {
        let choices =
            seat.harness.query_all_by_label(say!(ui_import_stages_reached)).map(|choice| choice.rect().bottom());
        choices.fold(0.0, f32::max)
    };
    assert!(order(&seat) > y_of(&seat, say!(ui_import_will_say)), "it is below a long list");
    seat.click(say!(ui_import_count_otherwise));
    seat.harness.run_steps(60);
    assert!(order(&seat) < y_of(&seat, say!(ui_import_will_say)), "it is in sight");
    seat.click(say!(ui_import_step_result));
    seat.click(say!(ui_import_count_otherwise));
    assert!(seat.says("Stages are reached"), "it leads back to the step that has it");
}

#[test]
fn what_a_product_cannot_tell_is_said_before_any_figure() {
    let deals = include_str!("../../tests/fixtures/exports/hubspot-deals.csv");
    let mut seat = Seat::importing(deals);
    seat.until_said(say!(export_hubspot_cannot));
    seat.until_said(say!(export_hubspot));
}

#[test]
fn data_that_are_named_alone_at_the_start_are_imported_over_a_new_map() {
    let mut seat = sit_down();
    let log = seat.file("log.csv", &log_text(','));
    seat.harness = window_with(seat.folder.path(), Options { log: Some(log), ..Options::default() });
    seat.until(say!(ui_import_title));
    assert!(!seat.session().on_start() && seat.session().map().stages.is_empty());
    seat.until_said("log.csv");
}
