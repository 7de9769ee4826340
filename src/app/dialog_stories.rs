//! The dialogs as a person meets them, from a file on disk to figures on the map and pages in a file.

use super::Options;
use super::tests::{Seat, sit_down, window_with};
use crate::edit::templates::Template;
use crate::export::Format;
use crate::model::{IdSource, Map, MetricKind};
use crate::session::{FileAsk, Intent};
use crate::store::{Preset, Settings, StateFolder};
use egui::{Key, Modifiers};
use egui_kittest::kittest::{NodeT, Queryable};
use std::fmt::Write as _;
use std::path::PathBuf;
use std::time::{Duration, Instant};
use touchline_words::say;

/// Ten customers hear of it, six see the plans, three check out under a misspelt name.
pub(super) fn log_text(delimiter: char) -> String {
    let mut text = String::from("customer_id,event,time,audience\n");
    for nth in 0..10 {
        let mut row = |event: &str, day: u8| {
            writeln!(text, "c{nth},{event},2026-10-{day:02} 10:00:{nth:02},tourists").unwrap();
        };
        row("awareness", 1);
        if nth < 6 {
            row("plans_page", 2);
        }
        if nth < 3 {
            row("trial_checkuot", 13);
        }
    }
    text.replace(',', &delimiter.to_string())
}

impl Seat {
    pub(super) fn file(&self, name: &str, text: &str) -> PathBuf {
        let path = self.folder.path().join(name);
        std::fs::write(&path, text).unwrap();
        path
    }

    pub(super) fn map(&self) -> Map {
        self.session().map().clone()
    }

    /// A template's map, with the import dialog open for a log.
    pub(super) fn importing(text: &str) -> Self {
        let mut seat = sit_down();
        let map = Template::StreamingSubscriber.build(&mut IdSource::seeded(4));
        let path = seat.file("map.ron", &crate::store::to_text(&map));
        let log = seat.file("log.csv", text);
        seat.harness = window_with(seat.folder.path(), Options { map: Some(path), ..Options::default() });
        seat.settle();
        seat.click(say!(ui_import_data));
        seat.type_over(say!(ui_path_path), &log.display().to_string());
        seat.click(say!(open));
        seat
    }

    /// Shows frames until something is there.
    pub(super) fn until(&mut self, label: &str) {
        self.until_so(label, |seat| seat.harness.query_all_by_label(label).next().is_some());
    }

    /// Shows frames until a button can be pressed.
    pub(super) fn until_open(&mut self, label: &str) {
        self.until_so(label, |seat| {
            let button = seat.harness.query_all_by_label(label).next();
            button.is_some_and(|button| !button.accesskit_node().is_disabled())
        });
    }

    /// Shows frames until something is said somewhere.
    pub(super) fn until_said(&mut self, words: &str) {
        self.until_so(words, |seat| seat.harness.query_all_by_label_contains(words).next().is_some());
    }

    fn until_so(&mut self, what: &str, is_so: impl Fn(&Self) -> bool) {
        let start = Instant::now();
        while !is_so(self) {
            assert!(start.elapsed() < Duration::from_secs(60), "{what} does not come");
            self.harness.run_steps(1);
            std::thread::yield_now();
        }
        self.harness.run_steps(2);
    }

    /// Whether a button is there and waits for something.
    pub(super) fn waits(&self, label: &str) -> bool {
        self.harness.query_by_label(label).is_some_and(|button| button.accesskit_node().is_disabled())
    }

    /// In the scorecard's box: sees to it that the map has a net promoter score.
    pub(super) fn add_net_promoter(&mut self) {
        if !self.map().metrics.values().any(|metric| metric.kind == MetricKind::NetPromoter) {
            self.until("Add “Net promoter score”");
            self.click("Add “Net promoter score”");
        }
        self.until(&say!(ui_fill_what_fills, metric = "Net promoter score"));
    }

    pub(super) fn choose(&mut self, choice: &str, entry: &str) {
        self.click(choice);
        self.click(entry);
    }

    /// The same in a long list, where the entry would have to be scrolled to for the pointer.
    pub(super) fn choose_far(&mut self, choice: &str, entry: &str) {
        self.click(choice);
        // What a reading brings meanwhile may have moved the list from under the pointer.
        if self.harness.query_by_label(entry).is_none() {
            self.click(choice);
        }
        self.harness.get_by_label(entry).click_accesskit();
        self.harness.run_steps(3);
    }

    /// A wheel turned over something.
    pub(super) fn scroll_over(&mut self, label: &str, by: f32) {
        let at = self.harness.get_by_label(label).rect().center();
        self.harness.event(egui::Event::PointerMoved(at));
        self.harness.event(egui::Event::MouseWheel {
            unit: egui::MouseWheelUnit::Point,
            delta: egui::vec2(0.0, by),
            phase: egui::TouchPhase::Move,
            source: egui::MouseWheelSource::Wheel,
            modifiers: Modifiers::NONE,
        });
        self.harness.run_steps(20);
    }
}

#[test]
fn a_log_is_bound_by_choosing_and_lies_over_the_map_in_one_step() {
    let mut seat = Seat::importing(&log_text(','));
    let before = seat.map();
    seat.until(&say!(ui_import_what_is, event = "trial_checkuot"));
    assert!(seat.shows("3 of 3 bound, 1 of them by the nearest name"));
    seat.click(&say!(ui_import_nearest, name = "Trial checkout"));
    assert!(!seat.shows(&say!(ui_import_nearest, name = "Trial checkout")), "what is right needs no mark");
    seat.choose_far(&say!(ui_import_what_is, event = "trial_checkuot"), "not used");
    seat.choose_far(&say!(ui_import_what_is, event = "trial_checkuot"), "    Trial checkout");
    seat.until_open(say!(ui_import_lay));
    seat.click(say!(ui_import_step_result));
    seat.click(say!(ui_import_lay));
    assert!(!seat.shows(say!(ui_import_title)));
    let after = seat.map();
    let (_, measurement) = after.measurement().unwrap();
    let reached: Vec<u64> = measurement.all.stages.iter().map(|figure| figure.reached).collect();
    assert_eq!(reached, [10, 6, 3]);
    seat.press(Modifiers::COMMAND, Key::Z);
    assert_eq!(seat.map(), before, "one step back takes all of it away");
}

/// Two presses of Enter from a file to its figures on the board, which shows them; new audiences can be left out before.
#[test]
fn a_log_lies_over_a_new_map_by_enter_alone_and_the_board_shows_its_figures() {
    let mut seat = sit_down();
    seat.harness.set_size(egui::vec2(1280.0, 720.0));
    seat.harness.run_steps(2);
    let log = seat.file("log.csv", &log_text(','));
    seat.click(say!(ui_import_data));
    assert!(seat.session().on_start(), "no map is made before there is a file");
    seat.type_over(say!(ui_path_path), &log.display().to_string());
    seat.press(Modifiers::NONE, Key::Enter);
    seat.until_open(say!(ui_import_make_all));
    seat.press(Modifiers::NONE, Key::Enter);
    seat.until_open(say!(ui_import_lay));
    seat.until_said(" the map as ");
    seat.click(say!(ui_import_leave_out));
    assert!(seat.shows(say!(ui_import_left_out)));
    seat.click(say!(ui_import_let_join));
    seat.click(say!(ui_import_leave_out));
    seat.press(Modifiers::NONE, Key::Enter);
    let map = seat.map();
    assert_eq!((map.stages.len(), map.segments.len()), (3, 0));
    seat.harness.run_steps(20);
    let lanes = seat.harness.query_all_by_label(say!(ui_block_drop_off)).map(|lane| lane.rect());
    let lane = lanes.max_by(|a, b| a.width().total_cmp(&b.width())).unwrap();
    let drawer = seat.harness.get_by_label(say!(cmd_show_drop_off)).rect();
    assert!(lane.width() > 300.0 && lane.bottom() < drawer.top(), "{lane} is hidden by {drawer}");
}

#[test]
fn a_survey_goes_on_into_the_scorecard_and_durations_to_the_at_risk_box() {
    let mut seat = Seat::importing("touchpoint,promoters,passives,detractors\nConference,8,9,22\n");
    seat.until(say!(ui_import_scorecard));
    seat.click(say!(ui_import_scorecard));
    assert!(!seat.shows(say!(ui_import_title)));
    seat.until(say!(ui_fill_title));
    seat.add_net_promoter();
    seat.click(say!(ui_fill_add_counts));
    assert!(seat.map().metrics.values().any(|metric| metric.readings.iter().any(|reading| reading.of == 39)));
    let mut seat = Seat::importing("T,E,group\n6.0,1,control\n13.0,1,control\n13.5,0,other\n19.0,1,other\n");
    seat.until(say!(ui_import_open_at_risk));
    seat.click(say!(ui_import_open_at_risk));
    assert!(!seat.shows(say!(ui_import_title)));
    seat.until(say!(ui_at_risk_title));
}

#[test]
fn a_long_list_of_events_begins_at_its_top_and_has_room_while_nothing_is_bound() {
    let mut log = String::from("customer_id,event,time\n");
    for nth in 0..40 {
        for _ in 0..=40 - nth {
            writeln!(log, "c{nth},zz{nth:02},2026-10-01 10:00:{nth:02}").unwrap();
        }
    }
    let mut seat = Seat::importing(&log);
    seat.until(&say!(ui_import_what_is, event = "zz00"));
    let y_of = |seat: &Seat, label: &str| seat.harness.get_by_label(label).rect().top();
    let (top, said) = (y_of(&seat, &say!(ui_import_what_is, event = "zz00")), y_of(&seat, say!(ui_import_will_say)));
    seat.scroll_over(&say!(ui_import_what_is, event = "zz03"), -300.0);
    assert!(y_of(&seat, &say!(ui_import_what_is, event = "zz00")) < top - 100.0, "it scrolls");
    seat.choose_far(&say!(ui_import_what_is, event = "zz12"), "+ new stage “zz12”");
    seat.until_open(say!(ui_import_lay));
    assert!(y_of(&seat, say!(ui_import_will_say)) < said - 80.0, "the river has its room once there is one");
    seat.click(say!(cancel));
    seat.click(say!(ui_import_data));
    let again = seat.folder.path().join("log.csv").display().to_string();
    seat.type_over(say!(ui_path_path), &again);
    seat.click(say!(open));
    seat.until(&say!(ui_import_what_is, event = "zz00"));
    // A line of words more or less above it is a few units.
    assert!(
        (y_of(&seat, &say!(ui_import_what_is, event = "zz00")) - top).abs() < 20.0,
        "another file begins at its top"
    );
}

#[test]
fn a_wrong_delimiter_is_corrected_in_the_dialog() {
    let mut seat = Seat::importing(&log_text(';'));
    seat.until(say!(ui_import_lay));
    seat.click(say!(ui_import_change));
    seat.choose(say!(ui_import_delimiter), "pipe");
    seat.until(&say!(ui_import_say_which_column, names = "customer and which is the event and which is the time"));
    assert!(seat.waits(say!(next)));
    seat.choose(say!(ui_import_delimiter), "semicolon");
    seat.until_open(say!(next));
    assert!(
        seat.shows(&say!(ui_import_meaning_of, column = "customer_id"))
            && seat.shows(&say!(ui_import_meaning_of, column = "audience"))
    );
}

#[test]
fn a_cancelled_import_leaves_the_map_as_it_was() {
    let mut seat = Seat::importing(&log_text(','));
    let before = seat.map();
    seat.until_open(say!(ui_import_lay));
    seat.click(say!(cancel));
    assert!(!seat.shows(say!(ui_import_title)));
    assert_eq!(seat.map(), before);
    assert!(seat.map().measurement().is_none());
}

#[test]
fn dates_that_read_both_ways_are_asked_about() {
    let log: String = log_text(',')
        .lines()
        .map(|line| line.replace("2026-10-0", "10/0").replace("2026-10-13", "10/03") + "\n")
        .collect();
    let log = log.replace(" 10:00", "/2026 10:00");
    let mut seat = Seat::importing(&log);
    seat.until(&say!(ui_import_two_ways, column = "time"));
    assert!(seat.waits(say!(next)) && seat.shows(say!(ui_import_say_dates)));
    let month_first = "month first: 10/01/2026 10:00:00 is 1 Oct 2026, 10/02/2026 10:00:00 is 2 Oct 2026, \
                       10/03/2026 10:00:00 is 3 Oct 2026";
    let day_first = "day first: 10/01/2026 10:00:00 is 10 Jan 2026, 10/02/2026 10:00:00 is 10 Feb 2026, \
                     10/03/2026 10:00:00 is 10 Mar 2026";
    assert!(seat.shows(day_first));
    seat.click(month_first);
    seat.until_open(say!(next));
    assert!(!seat.shows(&say!(ui_import_two_ways, column = "time")));
}

#[test]
fn the_zone_of_times_without_one_is_asked_once_and_holds_for_the_next_file() {
    const ASKED: &str = "Times without a zone are in";
    let mut seat = Seat::importing(&log_text(','));
    seat.until(ASKED);
    let chosen = |seat: &Seat| seat.harness.get_by_label(ASKED).value();
    assert_eq!(chosen(&seat).as_deref(), Some("UTC"));
    seat.click(ASKED);
    seat.harness.run_steps(2);
    seat.harness.get_by_label(say!(ui_import_find_zone)).type_text("new york");
    seat.harness.run_steps(2);
    assert!(!seat.shows("Europe/Berlin"));
    seat.click("America/New_York");
    assert!(!seat.shows(say!(ui_import_find_zone)), "the list closes");
    seat.until_said("year-month-day in America/New_York");
    assert_eq!(chosen(&seat).as_deref(), Some("America/New_York"));
    // By keys alone: what is typed, and Enter for the first that fits.
    seat.click(ASKED);
    seat.harness.run_steps(2);
    seat.harness.get_by_label(say!(ui_import_find_zone)).type_text("berlin");
    seat.harness.run_steps(2);
    seat.press(Modifiers::NONE, Key::Enter);
    seat.until_said("year-month-day in Europe/Berlin");
    assert_eq!(chosen(&seat).as_deref(), Some("Europe/Berlin"));
    seat.click(say!(cancel));

    let next = seat.file("next.csv", &log_text(',').replace("customer_id", "user_id"));
    let ctx = seat.harness.ctx.clone();
    seat.window().act(&ctx, Intent::OpenPath(next));
    seat.until(ASKED);
    assert_eq!(chosen(&seat).as_deref(), Some("Europe/Berlin"));
    let told = seat.file("told.csv", "customer_id,event,time\nk,awareness,2026-10-01T10:00:00Z\n");
    seat.window().act(&ctx, Intent::OpenPath(told));
    seat.until(say!(ui_import_lay));
    assert!(!seat.shows(ASKED), "its times say their zone");
}

#[test]
fn a_file_that_is_no_log_is_told_and_another_can_be_chosen() {
    let mut seat = Seat::importing("PK\u{3}\u{4}not a table\u{0}\u{0}");
    seat.until(say!(ui_choose_another_file));
    assert!(seat.shows(say!(ui_import_encoding)) && !seat.shows(say!(next)));
    let log = seat.file("right.csv", &log_text(','));
    seat.click(say!(ui_choose_another_file));
    seat.type_over(say!(ui_path_path), &log.display().to_string());
    seat.click(say!(open));
    seat.until(say!(ui_import_lay));
    assert!(!seat.shows(say!(ui_choose_another_file)));
}

#[test]
fn a_board_is_exported_to_a_pdf_at_a_typed_path() {
    let mut seat = sit_down();
    seat.click(say!(template_live));
    seat.click(say!(export));
    let path = seat.folder.path().join("deck.pdf");
    seat.click(say!(ui_export_go));
    seat.type_over(say!(ui_path_path), &path.display().to_string());
    seat.click(say!(save));
    seat.until(&format!("Exported {}", path.display()));
    assert!(std::fs::read(&path).unwrap().starts_with(b"%PDF-"));
    assert!(!seat.shows(say!(ui_export_go)));
}

#[test]
fn a_folder_that_is_gone_is_told_in_the_export_dialog() {
    let mut seat = sit_down();
    seat.click(say!(template_live));
    seat.click(say!(export));
    let gone = seat.folder.path().join("gone").join("deck.pdf");
    let ctx = seat.harness.ctx.clone();
    let ask = FileAsk::Export(String::new(), Format::Pdf);
    seat.window().act(&ctx, Intent::FilesChosen { ask, paths: vec![gone] });
    seat.window().act_all(&ctx, [Intent::Deselect]);
    let start = Instant::now();
    while seat.harness.query_by_label_contains("gone").is_none() {
        assert!(start.elapsed() < Duration::from_secs(60), "no message comes");
        seat.harness.run_steps(1);
        std::thread::yield_now();
    }
    assert!(seat.shows(say!(ui_export_go)), "the dialog stays, to try again");
}

#[test]
fn a_survey_fills_a_metric_from_the_scorecard_in_one_step() {
    let mut seat = sit_down();
    let mut map = Template::StreamingSubscriber.build(&mut IdSource::seeded(4));
    let edit = crate::edit::add_scorecard(&map, &mut IdSource::seeded(5)).unwrap();
    map.apply(edit).unwrap();
    let path = seat.folder.path().join("map.ron");
    std::fs::write(&path, crate::store::to_text(&map)).unwrap();
    let file = seat.folder.path().join("answers.csv");
    std::fs::write(&file, "touchpoint,promoters,passives,detractors\nSign-up,10,5,5\n").unwrap();
    seat.harness = window_with(seat.folder.path(), Options { map: Some(path), ..Options::default() });
    seat.settle();
    seat.click(say!(menu_data));
    seat.click(say!(cmd_fill_scorecard));
    seat.type_over(say!(ui_path_path), &file.display().to_string());
    seat.click(say!(open));
    let start = std::time::Instant::now();
    while seat.harness.query_all_by_label_contains("1 period, without a date").next().is_none() {
        assert!(start.elapsed() < std::time::Duration::from_secs(60), "the file is never read");
        seat.harness.run_steps(1);
        std::thread::yield_now();
    }
    seat.harness.run_steps(2);
    let before = seat.session().map().clone();
    seat.click(say!(ui_fill_add_counts));
    let filled = |map: &crate::model::Map| map.metrics.values().find(|metric| !metric.readings.is_empty()).cloned();
    let metric = filled(seat.session().map()).unwrap();
    assert_eq!(
        (metric.title(), metric.readings[0].count, metric.source.as_str()),
        ("Net promoter score", 10, "answers.csv")
    );
    seat.press(Modifiers::COMMAND, Key::Z);
    assert_eq!(*seat.session().map(), before);
}

#[test]
fn a_shape_is_chosen_by_its_name_and_every_segment_can_be_looked_at() {
    let counts =
        "stage,segment,entered\nAwareness,kids,60\nConsideration,kids,30\nAwareness,fans,41\nConsideration,fans,4\n";
    let mut seat = Seat::importing(counts);
    seat.until(&say!(ui_import_this_is, shape = "a table of stage counts"));
    seat.until("101");
    seat.choose(say!(ui_import_stages_of), "fans");
    assert!(seat.shows("41") && !seat.shows("101"));
    seat.choose_far(say!(ui_import_read_file_as), "Release calendar");
    seat.until(&say!(ui_import_shape_read_as, shape = "a release calendar"));
    let start = Instant::now();
    while seat.harness.query_by_label_contains("entered").is_none() {
        assert!(start.elapsed() < Duration::from_secs(60), "no refusal comes");
        seat.harness.run_steps(1);
    }
    assert!(!seat.shows(say!(ui_import_lay)));
    seat.choose_far(say!(ui_import_read_file_as), "Log of events");
    seat.until("WHAT EACH COLUMN MEANS");
    seat.choose_far(say!(ui_import_read_file_as), "Table of stage counts");
    seat.until(say!(ui_import_lay));
}

#[test]
fn presets_are_listed_renamed_deleted_and_taken_back() {
    let mut seat = sit_down();
    let preset = |name: &str, header| Preset {
        name: name.to_owned(),
        header,
        kept: "2026-11-03".to_owned(),
        ..Default::default()
    };
    let presets = vec![preset("GA4 export", 1), preset("CRM", 2)];
    let state = StateFolder::at(seat.folder.path().join("state"));
    state.write_settings(&Settings { presets, ..Settings::default() }).unwrap();
    seat.harness = window_with(seat.folder.path(), Options::default());
    seat.click(say!(ui_start_new));
    seat.click(say!(menu_data));
    seat.click(say!(cmd_presets));
    seat.type_over(&say!(ui_name_of, name = "GA4 export"), "Weekly");
    seat.press(Modifiers::NONE, Key::Enter);
    let names =
        |seat: &Seat| seat.session().settings().presets.iter().map(|preset| preset.name.clone()).collect::<Vec<_>>();
    assert_eq!(names(&seat), ["Weekly", "CRM"]);
    seat.type_over(&say!(ui_name_of, name = "Weekly"), "CRM");
    seat.press(Modifiers::NONE, Key::Enter);
    assert_eq!(names(&seat), ["Weekly", "CRM"], "a name that is taken is refused");
    assert!(seat.harness.query_by_label_contains("There is a preset “CRM” already").is_some());
    // The one kept last stands first.
    seat.harness.get_all_by_label(say!(delete)).next().unwrap().click();
    seat.harness.run_steps(3);
    assert_eq!(names(&seat), ["Weekly"]);
    seat.click(&say!(ui_presets_take_back, name = "CRM"));
    assert_eq!(names(&seat), ["Weekly", "CRM"]);
    seat.click(say!(close));
    assert!(!seat.shows(&say!(ui_name_of, name = "Weekly")));
}

#[test]
fn a_table_with_a_row_that_is_no_lane_is_asked_about_before_it_lands() {
    let mut seat = sit_down();
    seat.click(say!(template_streaming));
    let before = seat.map();
    let table = "\tAwareness\tAfterglow\nTouchpoints\tTrailer\tReunion\nWeather\train\t\n";
    seat.harness.event(egui::Event::Paste(table.to_owned()));
    seat.harness.run_steps(3);
    assert_eq!(seat.map(), before);
    assert!(seat.shows(say!(ui_paste_title)));
    let why = say!(edit_left_no_lane);
    assert!(seat.shows(&say!(ui_paste_cell, text = "rain", lane = "Weather", stage = "Awareness", why)));
    seat.click(&say!(ui_paste_rest, records = 3));
    assert!(!seat.shows(say!(ui_paste_title)));
    assert_eq!(seat.map().touchpoints.len(), before.touchpoints.len() + 2);
    assert_eq!(seat.map().stages.len(), before.stages.len() + 1);
    seat.press(Modifiers::COMMAND, Key::Z);
    assert_eq!(seat.map(), before);
}
