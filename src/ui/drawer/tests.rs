//! The drawer used as a person would, headless.

use super::*;
use crate::edit;
use crate::model::*;
use crate::session::{Command, Intent};
use crate::text::Shaper;
use crate::theme::Theme;
use crate::ui::inspector::desk::*;
use egui_kittest::Harness;
use egui_kittest::kittest::Queryable;
use touchline_words::say;

type Window<'a> = Harness<'a, Desk<Drawer>>;

fn drawer<'a>(map: Map, tab: &str) -> Window<'a> {
    let desk = Desk::new(map, Drawer::new(IdSource::seeded(9)));
    let shaper = Shaper::bundled();
    let mut harness = window(desk, [1100.0, 700.0], Theme::dark(), move |ui, desk| {
        let (map, writing, selection, lens) = (&desk.map, &desk.writing, &desk.selection[..], desk.lens);
        let (tab, open, today) = (desk.tab, true, Date::new(2026, 11, 22).unwrap());
        drawer_ui(
            ui,
            &mut desk.panel,
            &DrawerInput { map, writing, selection, lens, tab, open, today, shaper: &shaper },
        )
    });
    harness.run();
    click(&mut harness, tab);
    harness
}

fn flagged_map() -> Map {
    let mut map = small_map();
    let card = FlagTarget::Touchpoint(TouchpointId(1));
    let due = Date::new(2026, 11, 20);
    map.flags.insert(FlagId(1), Flag { due, ..Flag::new(card, Regime::Coppa) });
    map.flags.insert(FlagId(2), Flag { status: FlagStatus::Cleared, due, ..Flag::new(card, Regime::Gdpr) });
    map
}

fn enter(harness: &mut Window<'_>) {
    harness.key_press(egui::Key::Enter);
    harness.run_steps(2);
}

#[test]
fn a_segment_is_made_written_moved_and_deleted_in_its_row() {
    let mut harness = drawer(small_map(), "Segments");
    let before = harness.state().map.clone();
    click(&mut harness, say!(ui_drawer_add_segment));
    assert_eq!(harness.state().map.segments.len(), 3);
    write(&mut harness, &say!(ui_drawer_size_of, name = "New segment"), "21,904");
    enter(&mut harness);
    write(&mut harness, &say!(ui_name_of, name = "New segment"), "Lapsed");
    enter(&mut harness);
    click(&mut harness, &say!(ui_drawer_holds_children, name = "Lapsed"));
    click(&mut harness, &say!(ui_drawer_move_up, name = "Lapsed"));
    let order: Vec<String> =
        harness.state().map.segments_in_order().into_iter().map(|(_, segment)| segment.name.clone()).collect();
    assert_eq!(order, ["Families", "Lapsed", "Superfans"]);
    let lapsed = harness.state().map.segments.values().find(|segment| segment.name == "Lapsed").unwrap();
    assert_eq!((lapsed.size, lapsed.children), (Some(21_904), true));
    click(&mut harness, &say!(undo_delete, what = "Lapsed"));
    assert_eq!(harness.state().history.undo_steps(), 6, "a step each");
    for _ in 0..6 {
        harness.state_mut().undo();
    }
    assert_eq!(harness.state().map, before);
}

#[test]
fn a_segment_is_shown_whole_from_its_row() {
    let mut harness = drawer(small_map(), "Segments");
    click(&mut harness, &say!(ui_drawer_everything_about, name = "Superfans"));
    let map = &harness.state().map;
    let superfans = map.segments_in_order().into_iter().find(|(_, segment)| segment.name == "Superfans").unwrap().0;
    assert_eq!(harness.state().selection, [RecordRef::Segment(superfans)]);
}

#[test]
fn two_segments_do_not_share_a_name() {
    let mut harness = drawer(small_map(), "Segments");
    write(&mut harness, &say!(ui_name_of, name = "Superfans"), "Families");
    enter(&mut harness);
    harness.get_by_label(&say!(fields_segment_taken, name = "Families"));
    assert_eq!(harness.state().history.undo_steps(), 0);
}

#[test]
fn the_register_sets_a_status_in_place_and_names_what_is_overdue() {
    let mut harness = drawer(flagged_map(), "Compliance register");
    let before = harness.state().map.clone();
    harness.get_by_label(&say!(ui_drawer_flags_counted, flags = "2", open = "1", late = "1"));
    harness.get_by_label(say!(ui_drawer_overdue));
    click(&mut harness, &say!(ui_drawer_flag_status, code = "COPPA", place = "Trial checkout · Decision"));
    harness.get_all_by_label("? in review").next().unwrap().click_accesskit();
    harness.run_steps(3);
    assert_eq!(harness.state().map.flags[&FlagId(1)].status, FlagStatus::InReview);
    click(&mut harness, &say!(ui_drawer_show_flag, code = "COPPA", place = "Trial checkout · Decision"));
    assert_eq!(harness.state().selection, [RecordRef::Flag(FlagId(1))]);
    assert_eq!(harness.state().history.undo_steps(), 1);
    harness.state_mut().undo();
    assert_eq!(harness.state().map, before);
}

#[test]
fn the_register_is_copied_for_a_spreadsheet() {
    let mut harness = drawer(flagged_map(), "Compliance register");
    harness.get_by_label(say!(ui_copy_as_table)).click_accesskit();
    harness.step();
    let copied = harness.output().platform_output.commands.iter().find_map(|command| match command {
        egui::OutputCommand::CopyText(text) => Some(text.clone()),
        _ => None,
    });
    let text = copied.expect("the table is on the clipboard");
    assert!(text.contains("COPPA (children under 13)\tTrial checkout · Decision\topen"), "{text}");
}

#[test]
fn the_table_shows_every_audience_of_every_stage_with_source_and_interval() {
    let mut harness = drawer(measured_map(), "Drop-off table");
    for text in ["22.6 %", "21.6–23.6 %", "6,790", "1,533", "14.5–15.5 %"] {
        assert_eq!(harness.query_all_by_label(text).count(), 1, "{text}");
    }
    harness.get_by_label_contains("viewing-events.csv · 1,203,614 rows · 1 Sep – 2 Nov 2026 · n = 48,210 customers");
    harness.get_by_label_contains("14 rows not used");
    harness.state_mut().lens = Some(SegmentId(1));
    harness.run_steps(2);
}

#[test]
fn an_action_is_written_in_its_row() {
    let mut map = small_map();
    let (edit, id) =
        edit::add_in_stage::<crate::model::Action>(&map, StageId(1), None, "Age-gate", &mut IdSource::seeded(1))
            .unwrap();
    map.apply(edit).unwrap();
    let mut harness = drawer(map, "Actions");
    write(&mut harness, &say!(ui_drawer_due_of, title = "Age-gate"), "soon");
    enter(&mut harness);
    harness.get_by_label_contains("“soon” is no day");
    write(&mut harness, &say!(ui_drawer_due_of, title = "Age-gate"), "2026-12-05");
    enter(&mut harness);
    write(&mut harness, &say!(ui_drawer_owner_of, title = "Age-gate"), "Product");
    enter(&mut harness);
    let action = &harness.state().map.actions[&id];
    assert_eq!((action.due, action.owner.as_str()), (Date::new(2026, 12, 5), "Product"));
    click(&mut harness, &say!(undo_show, about = "Age-gate"));
    assert_eq!(harness.state().selection, [RecordRef::Action(id)]);
}

#[test]
fn an_empty_table_says_how_to_begin_and_offers_it() {
    let mut map = small_map();
    map.segments.clear();
    let mut harness = drawer(map, "Drop-off table");
    click(&mut harness, say!(ui_import_data));
    assert_eq!(harness.state().asked, [Intent::Command(Command::Import)]);
    click(&mut harness, say!(drawer_segments));
    click(&mut harness, say!(ui_drawer_add_segment));
    assert_eq!(harness.state().map.segments.len(), 1);
    click(&mut harness, say!(drawer_compliance));
    harness.get_by_label_contains("add a flag under Compliance");
    click(&mut harness, say!(drawer_actions));
    click(&mut harness, say!(ui_drawer_add_action));
    assert_eq!(harness.state().map.actions.len(), 1);
}

#[test]
fn leaks_are_ranked_for_all_audiences_and_for_segments() {
    let mut map = measured_map();
    map.meta.currency = "EUR".to_owned();
    map.meta.value = Some(CustomerValue { low: 20.0, likely: 35.0, high: 60.0 });
    let mut harness = drawer(map, "Leaks");
    // 3,000 of 20,000: 14.51–15.50 % of the customers, times 20 and 60.
    harness.get_by_label("EUR 58,047–186,019");
    assert!(harness.query_by_label(&say!(ui_drawer_too_few_n, reached = "12")).is_none());
    click(&mut harness, say!(ui_drawer_by_segment));
    harness.get_by_label(say!(ui_drawer_the_best_rate));
    click(&mut harness, &say!(ui_drawer_show_stage, stage = "Decision"));
    assert_eq!(harness.state().selection, [RecordRef::Stage(StageId(1))]);
}

#[test]
fn without_a_value_the_leaks_lead_to_where_it_is_said() {
    let mut harness = drawer(measured_map(), "Leaks");
    click(&mut harness, say!(ui_drawer_say_value));
    assert_eq!(harness.state().selection, [RecordRef::Map]);
}

#[test]
fn a_scorecard_is_begun_counted_and_judged() {
    let mut harness = drawer(small_map(), "Scorecard");
    click(&mut harness, say!(ui_drawer_add_scorecard));
    assert_eq!(harness.state().map.metrics.len(), 7);
    harness.get_by_label("7 metrics · 7 without a value");
    let churn = |map: &Map| {
        let found = map.metrics.iter().find(|(_, metric)| metric.kind == MetricKind::GrossChurn);
        found.map(|(id, _)| *id).unwrap()
    };
    let id = churn(&harness.state().map);
    let reading = Reading { count: 400, of: 10_000, ..Reading::default() };
    let edit = edit::set::<Metric>(&harness.state().map, id, Field::Readings, |metric| metric.readings = vec![reading]);
    harness.state_mut().handle(vec![Intent::Edit(edit.unwrap())]);
    harness.run_steps(2);
    harness.get_by_label("7 metrics · 1 met · 6 without a value");
    click(&mut harness, &say!(undo_show, about = "Subscription churn, gross"));
    assert_eq!(harness.state().selection, [RecordRef::Metric(id)]);
    harness.state_mut().undo();
    harness.state_mut().undo();
    assert_eq!(harness.state().map, small_map());
}

/// A second measured segment, of which so many left.
fn two_measured_segments(reached: u64, dropped: u64) -> Map {
    let mut map = measured_map();
    let stages = vec![
        StageFigure { reached, dropped, median_secs: Some(9.0), ..StageFigure::default() },
        StageFigure { reached: reached - dropped, ..StageFigure::default() },
    ];
    let figures = Figures {
        customers: reached,
        stages,
        then: Vec::new(),
        seen_again: Vec::new(),
        reach: Default::default(),
        touches: Vec::new(),
        activities: Vec::new(),
    };
    map.measurements.get_mut(&MeasurementId(1)).unwrap().segments.insert(SegmentId(2), figures);
    map
}

#[test]
fn two_segments_that_differ_are_told_with_stage_points_and_interval() {
    let mut harness = drawer(two_measured_segments(5_000, 500), "Segments");
    harness.run_steps(2);
    click(&mut harness, say!(ui_drawer_which_differ));
    harness.get_by_label(&say!(ui_drawer_pairs_differ, differing = "1", all = "1"));
    harness.get_by_label(&say!(
        figures_points_between,
        sign = "d",
        size = "iffer at Decision, +13",
        low = "11",
        high = "14"
    ));
    click(&mut harness, say!(ui_drawer_show_segments));
    harness.get_by_label(&say!(ui_name_of, name = "Families"));
}

#[test]
fn equal_segments_are_proposed_for_merging_and_small_ones_left_alone() {
    let mut harness = drawer(two_measured_segments(6_790, 1_520), "Segments");
    harness.run_steps(2);
    click(&mut harness, say!(ui_drawer_which_differ));
    harness.get_by_label(say!(figures_alike));
    harness.state_mut().map = two_measured_segments(29, 10);
    harness.run_steps(2);
    harness.get_by_label(say!(figures_too_few_to_compare));
    harness.state_mut().map.meta.least_group = LeastGroup { customers: 20, in_a_cell: 5 };
    harness.run_steps(2);
    harness.get_by_label(say!(figures_alike));
}

#[test]
fn first_and_last_events_stand_behind_a_fold_and_few_are_no_figure() {
    let mut map = measured_map();
    let touch = |event: &str, first| TouchFigure { event: event.to_owned(), first, last: 3, ..TouchFigure::default() };
    for measurement in map.measurements.values_mut() {
        measurement.all.touches = vec![touch("trailer_view", 1_777)];
    }
    let mut harness = drawer(map, "Drop-off table");
    harness.get_by_label(say!(ui_col_within));
    assert!(harness.query_by_label("trailer_view").is_none());
    click(&mut harness, say!(ui_drawer_touches));
    harness.run_steps(2);
    harness.get_by_label("trailer_view");
    harness.get_by_label("1,777");
    harness.get_by_label(say!(ui_drawer_too_few_change));
    click(&mut harness, say!(ui_drawer_touches));
    harness.run_steps(2);
    assert!(harness.query_by_label("trailer_view").is_none());
}

#[test]
fn the_table_follows_the_rule_of_the_board_and_says_which_half_of_it() {
    let harness = drawer(two_measured_segments(586, 1), "Drop-off table");
    harness.get_by_label(&say!(figures_fewer_left, cell = "5"));
    harness.get_by_label("586");
    assert!(harness.query_by_label("0.2 %").is_none());
    let harness = drawer(two_measured_segments(586, 585), "Drop-off table");
    harness.get_by_label(&say!(figures_fewer_stayed, cell = "5"));
    let harness = drawer(two_measured_segments(29, 10), "Drop-off table");
    assert!(harness.query_all_by_label(&say!(figures_fewer, customers = "30", counted = "customers")).count() > 0);
    assert!(harness.query_by_label("29").is_none());
}

#[test]
fn the_scorecard_shows_its_values_beside_the_metrics() {
    let mut harness = drawer(small_map(), "Scorecard");
    click(&mut harness, say!(ui_drawer_add_scorecard));
    harness.run_steps(2);
    let left = |label: &str| harness.get_by_label(label).rect().left();
    assert!(left("Metric") < left("Value") && left("Value") < left("Verdict"));
    assert!(left("Verdict") < left("Target") && left("Target") < left("Source of the target"));
}

#[test]
fn a_cut_text_has_one_tooltip() {
    let mut map = measured_map();
    let name = "a_very_long_name_of_an_event_".repeat(12);
    let touch = TouchFigure { event: name.clone(), first: 1_777, last: 3, ..TouchFigure::default() };
    map.measurements.values_mut().for_each(|measured| measured.all.touches = vec![touch.clone()]);
    let mut harness = drawer(map, "Drop-off table");
    click(&mut harness, say!(ui_drawer_touches));
    harness.run_steps(2);
    harness.get_by_label(&name).hover();
    harness.run_steps(60);
    assert_eq!(harness.query_all_by_label(&name).count(), 2, "the label and one tooltip");
}
