//! The inspector used as a person would, headless.

use super::desk::*;
use super::*;
use crate::model::*;
use crate::theme::Theme;
use egui_kittest::Harness;
use egui_kittest::kittest::Queryable;
use touchline_words::say;

type Window<'a> = Harness<'a, Desk<Inspector>>;

fn inspect<'a>(map: Map, selection: Vec<RecordRef>) -> Window<'a> {
    let mut desk = Desk::new(map, Inspector::new(IdSource::seeded(9)));
    desk.selection = selection;
    let mut harness = window(desk, [WIDTH, 1400.0], Theme::light(), |ui, desk| {
        inspector_ui(ui, &mut desk.panel, &desk.map, &desk.writing, &desk.selection, desk.lens)
    });
    harness.run();
    harness
}

fn card<'a>() -> Window<'a> {
    inspect(small_map(), vec![RecordRef::Touchpoint(TouchpointId(1))])
}

fn touchpoint<'h>(harness: &'h Window<'_>) -> &'h Touchpoint {
    &harness.state().map.touchpoints[&TouchpointId(1)]
}

/// One undo takes the map back to how it was.
fn check_one_step(harness: &mut Window<'_>, before: &Map) {
    assert_eq!(harness.state().history.undo_steps(), 1);
    harness.state_mut().undo();
    assert_eq!(harness.state().map, *before);
    harness.run();
}

#[test]
fn a_typed_title_is_one_step_at_enter() {
    let mut harness = card();
    let before = harness.state().map.clone();
    write(&mut harness, say!(ui_inspector_touchpoint_title), "Trial checkout, step 1");
    assert_eq!(harness.state().map, before, "nothing is changed while it is typed");
    harness.key_press(egui::Key::Enter);
    harness.run_steps(2);
    assert_eq!(touchpoint(&harness).title, "Trial checkout, step 1");
    check_one_step(&mut harness, &before);
}

#[test]
fn a_pause_in_typing_hands_the_text_over() {
    let mut harness = card();
    write(&mut harness, say!(ui_inspector_doing), "Creates a child profile");
    harness.run_steps(30);
    assert_eq!(touchpoint(&harness).doing, "Creates a child profile");
    assert_eq!(harness.state().history.undo_steps(), 1);
}

#[test]
fn esc_takes_back_what_was_typed() {
    let mut harness = card();
    let before = harness.state().map.clone();
    write(&mut harness, say!(ui_inspector_detail), "slip");
    harness.key_press(egui::Key::Escape);
    harness.run_steps(40);
    assert_eq!(harness.state().map, before);
}

#[test]
fn text_is_kept_when_the_selection_moves_on_while_it_is_typed() {
    let mut harness = card();
    write(&mut harness, say!(ui_inspector_notes), "Ask for an age band");
    harness.state_mut().select(RecordRef::Touchpoint(TouchpointId(2)));
    harness.run_steps(3);
    assert_eq!(touchpoint(&harness).note, "Ask for an age band");
    assert_eq!(harness.state().map.touchpoints[&TouchpointId(2)].note, "");
}

#[test]
fn undo_from_outside_shows_in_a_focused_field() {
    let mut harness = card();
    write(&mut harness, say!(ui_inspector_detail), "child profile + e-mail");
    harness.run_steps(30);
    harness.state_mut().undo();
    harness.run_steps(2);
    let shown = harness.get_by_role_and_label(egui::Role::MultilineTextInput, "Detail").value();
    assert_eq!(shown.as_deref(), Some(""));
}

#[test]
fn an_audience_is_switched_on_and_off() {
    let mut harness = card();
    let before = harness.state().map.clone();
    click(&mut harness, "Superfans");
    assert_eq!(touchpoint(&harness).segments, [SegmentId(2)]);
    click(&mut harness, "Families");
    assert_eq!(touchpoint(&harness).segments, [SegmentId(1), SegmentId(2)], "in the order of the map");
    harness.state_mut().undo();
    check_one_step(&mut harness, &before);
}

#[test]
fn a_face_is_dragged_to_an_emotion_in_one_step() {
    let mut harness = card();
    let before = harness.state().map.clone();
    let scale = harness.get_by_role_and_label(egui::Role::Slider, "Emotion").rect();
    harness.drag_at(scale.center());
    harness.run_steps(1);
    for share in [0.4, 0.3, 0.2] {
        harness.hover_at(egui::pos2(scale.left() + share * scale.width(), scale.center().y));
        harness.run_steps(1);
        assert_eq!(harness.state().map, before, "nothing is changed while it is held");
    }
    harness.drop_at(egui::pos2(scale.left() + 0.2 * scale.width(), scale.center().y));
    harness.run_steps(2);
    assert_eq!(touchpoint(&harness).emotion.as_ref().map(|emotion| emotion.score), Some(Score::from_tenths(-20)));
    check_one_step(&mut harness, &before);
}

#[test]
fn esc_leaves_a_dragged_face_where_it_was() {
    let mut harness = card();
    let before = harness.state().map.clone();
    let scale = harness.get_by_role_and_label(egui::Role::Slider, "Emotion").rect();
    harness.drag_at(scale.center());
    harness.run_steps(1);
    harness.hover_at(scale.left_center());
    harness.run_steps(2);
    harness.key_press(egui::Key::Escape);
    harness.run_steps(2);
    harness.drop_at(scale.left_center());
    harness.run_steps(3);
    assert_eq!(harness.state().map, before);
}

#[test]
fn keys_set_an_emotion_by_whole_steps_and_with_alt_by_tenths() {
    let mut harness = card();
    harness.get_by_role_and_label(egui::Role::Slider, "Emotion").focus();
    harness.run_steps(2);
    harness.key_press(egui::Key::ArrowLeft);
    harness.run_steps(2);
    harness.key_press_modifiers(egui::Modifiers::ALT, egui::Key::ArrowLeft);
    harness.run_steps(2);
    assert_eq!(touchpoint(&harness).emotion.as_ref().map(|emotion| emotion.score.tenths()), Some(-11));
    write(&mut harness, say!(ui_inspector_in_a_word), "frustrated");
    harness.key_press(egui::Key::Enter);
    harness.run_steps(2);
    assert_eq!(touchpoint(&harness).emotion.as_ref().map(|emotion| emotion.word.as_str()), Some("frustrated"));
    click(&mut harness, say!(ui_inspector_feels_otherwise));
    click(&mut harness, &say!(ui_inspector_own_emotion, name = "Superfans"));
    assert_eq!(touchpoint(&harness).segment_emotions.len(), 1);
    harness.get_by_role_and_label(egui::Role::Slider, "Emotion of Superfans");
}

#[test]
fn a_flag_is_added_and_given_a_status_and_a_due_date() {
    let mut harness = card();
    let before = harness.state().map.clone();
    click(&mut harness, &say!(ui_inspector_add_flag_of, code = "COPPA"));
    let (id, _) = harness.state().map.flags_on(FlagTarget::Touchpoint(TouchpointId(1)))[0];
    assert!(
        harness.query_by_label(&say!(ui_inspector_add_flag_of, code = "COPPA")).is_none(),
        "a rule is flagged once"
    );
    click(&mut harness, &say!(ui_inspector_flag_facts, code = "COPPA", status = "o", colon = "p", facts = "en"));
    assert_eq!(harness.state().selection, [RecordRef::Flag(id)]);
    click(&mut harness, say!(ui_col_status));
    click(&mut harness, "? in review");
    assert_eq!(harness.state().map.flags[&id].status, FlagStatus::InReview);
    write(&mut harness, say!(ui_col_due), "2026-12-05");
    harness.key_press(egui::Key::Enter);
    harness.run_steps(2);
    assert_eq!(harness.state().map.flags[&id].due, Date::new(2026, 12, 5));
    assert_eq!(harness.state().history.undo_steps(), 3);
    for _ in 0..3 {
        harness.state_mut().undo();
    }
    assert_eq!(harness.state().map, before);
}

#[test]
fn a_wrong_date_stays_in_its_field_with_what_to_do() {
    let mut harness = card();
    click(&mut harness, &say!(ui_inspector_add_flag_of, code = "FTC"));
    let (id, _) = harness.state().map.flags_on(FlagTarget::Touchpoint(TouchpointId(1)))[0];
    harness.state_mut().selection = vec![RecordRef::Flag(id)];
    harness.run_steps(2);
    write(&mut harness, say!(ui_col_due), "31.2.2026");
    harness.key_press(egui::Key::Enter);
    harness.run_steps(2);
    assert_eq!(harness.state().map.flags[&id].due, None);
    harness.get_by_label_contains("is no day. Write it as 2026-11-03");
    // It waits there while something else is looked at.
    harness.state_mut().select(RecordRef::Touchpoint(TouchpointId(2)));
    harness.run_steps(2);
    harness.state_mut().select(RecordRef::Flag(id));
    harness.run_steps(2);
    harness.get_by_label_contains("is no day. Write it as 2026-11-03");
    write(&mut harness, say!(ui_col_due), "2026-12-05");
    harness.key_press(egui::Key::Enter);
    harness.run_steps(2);
    assert_eq!(harness.state().map.flags[&id].due, Date::new(2026, 12, 5));
    assert!(harness.query_by_label_contains("is no day").is_none());
}

#[test]
fn evidence_is_added_named_and_removed() {
    let mut harness = card();
    let before = harness.state().map.clone();
    harness.get_by_label_contains("An assumption");
    click(&mut harness, say!(ui_inspector_add_evidence));
    click(&mut harness, say!(ui_inspector_add_evidence));
    assert_eq!(touchpoint(&harness).evidence.len(), 2);
    write(&mut harness, &say!(ui_inspector_evidence_amount, nth = "2"), "18");
    click(&mut harness, &say!(ui_inspector_remove_evidence, nth = "1"));
    let left = &touchpoint(&harness).evidence;
    assert_eq!(left.iter().map(|piece| piece.kind).collect::<Vec<_>>(), [EvidenceKind::SessionRecordings]);
    while harness.state().history.undo_steps() > 1 {
        harness.state_mut().undo();
    }
    check_one_step(&mut harness, &before);
}

#[test]
fn several_cards_are_given_an_owner_and_an_audience_in_one_step_each() {
    let mut map = small_map();
    map.touchpoints.get_mut(&TouchpointId(2)).unwrap().owner = "CRM".to_owned();
    let both = vec![RecordRef::Touchpoint(TouchpointId(1)), RecordRef::Touchpoint(TouchpointId(2))];
    let mut harness = inspect(map, both);
    let before = harness.state().map.clone();
    write(&mut harness, say!(ui_col_owner), "Growth");
    harness.key_press(egui::Key::Enter);
    harness.run_steps(2);
    assert!(harness.state().map.touchpoints.values().all(|card| card.owner == "Growth"));
    check_one_step(&mut harness, &before);
    click(&mut harness, "Families");
    assert!(harness.state().map.touchpoints.values().all(|card| card.segments == [SegmentId(1)]));
    check_one_step(&mut harness, &before);
    write(&mut harness, Field::Emotion(None).name(), "-2");
    harness.key_press(egui::Key::Enter);
    harness.run_steps(2);
    let felt = |card: &Touchpoint| card.emotion.as_ref().is_some_and(|felt| felt.score.tenths() == -20);
    assert!(harness.state().map.touchpoints.values().all(felt));
    check_one_step(&mut harness, &before);
    click(&mut harness, &say!(ui_inspector_add_flag_of, code = Regime::Ftc.code()));
    let map = &harness.state().map;
    assert!(
        map.touchpoints
            .keys()
            .all(|card| map.flags_on(FlagTarget::Touchpoint(*card)).iter().any(|(_, flag)| flag.regime == Regime::Ftc))
    );
    check_one_step(&mut harness, &before);
}

#[test]
fn the_heading_over_many_kinds_of_records_was_cut_in_a_word() {
    let map = crate::figures::sample::map();
    let all: Vec<RecordRef> = RecordKind::RECORDS.iter().flat_map(|kind| map.refs(*kind)).collect();
    let told = crate::edit::describe(&map, &all);
    let line = inspect(map.clone(), all[..2].to_vec()).get_by_label(&crate::edit::describe(&map, &all[..2])).rect();
    let lines = inspect(map, all).get_by_label(&told).rect();
    assert!(lines.height() > 1.5 * line.height() && lines.right() <= WIDTH, "{told}: {lines:?}, one is {line:?}");
}

#[test]
fn a_long_text_scrolls_in_its_field() {
    let mut map = small_map();
    let card = map.touchpoints.get_mut(&TouchpointId(1)).unwrap();
    (card.title, card.note) = ("Sees the trailer again ".repeat(300), "A line that says something\n".repeat(300));
    let harness = inspect(map, vec![RecordRef::Touchpoint(TouchpointId(1))]);
    let owner = harness.get_all_by_label(say!(ui_col_owner)).last().unwrap().rect();
    assert!(owner.bottom() < 1080.0, "what stands below the title is near it: {owner:?}");
}

#[test]
fn the_inspector_shows_the_measured_drop_off_as_the_table_writes_it() {
    let mut harness = inspect(measured_map(), vec![RecordRef::Touchpoint(TouchpointId(1))]);
    harness.get_by_label_contains("15.0 % dropped off, 14.5–15.5 % measured, n = 20,000 · All audiences");
    harness.state_mut().lens = Some(SegmentId(1));
    harness.run_steps(2);
    harness.get_by_label_contains("22.6 % dropped off, 21.6–23.6 % measured, n = 6,790 · Families");
    harness.get_by_label(&say!(ui_inspector_median_to, next = "Onboarding", time = "4", p90 = " min 10 s"));
    harness.get_by_label(&say!(ui_inspector_reached_by, reach = "3,395", all = "21,904", audience = "Families"));
}

#[test]
fn a_time_is_named_after_the_stage_that_it_was_measured_to() {
    let mut map = measured_map();
    let last = map.stages[&StageId(2)].clone();
    let rank = crate::model::Rank::between(Some(&last.rank), None);
    map.stages.insert(StageId(99), crate::model::Stage { name: "Renewal".to_owned(), rank, ..last });
    let (_, measurement) = map.measurement().unwrap();
    let moved = crate::edit::move_stage(&map, measurement.stages[1], Some(measurement.stages[0]));
    map.apply(moved.unwrap()).unwrap();
    let mut harness = inspect(map, vec![RecordRef::Touchpoint(TouchpointId(1))]);
    harness.state_mut().lens = Some(SegmentId(1));
    harness.run_steps(2);
    harness.get_by_label(&say!(ui_inspector_median_to, next = "Onboarding", time = "4", p90 = " min 10 s"));
}

#[test]
fn the_last_stage_that_a_log_measures_says_who_reached_it() {
    let mut map = measured_map();
    let (edit, _) = crate::edit::add_stage(&map, "Renewal", None, &mut IdSource::seeded(3));
    map.apply(edit).unwrap();
    let harness = inspect(map, vec![RecordRef::Stage(StageId(2))]);
    harness.get_by_label_contains("17,000 reached it; the log measures no later stage");
}

#[test]
fn every_kind_of_record_has_its_fields_and_every_field_a_name() {
    let mut map = measured_map();
    let rank = Rank::middle();
    let (stage, text) = (StageId(1), "Why my child’s birthday?".to_owned());
    map.questions.insert(
        QuestionId(1),
        Question { lane: None, stage, rank: rank.clone(), text: text.clone(), segments: vec![] },
    );
    let pain = PainPoint {
        lane: None,
        stage,
        rank: rank.clone(),
        text,
        severity: Severity::High,
        touchpoint: None,
        segments: vec![SegmentId(1)],
        codes: String::new(),
    };
    map.pain_points.insert(PainPointId(1), pain);
    let action = crate::model::Action {
        lane: None,
        stage,
        rank,
        title: "Age-gate".to_owned(),
        owner: String::new(),
        horizon: Horizon::Medium,
        status: crate::model::ActionStatus::default(),
        due: None,
        touchpoint: Some(TouchpointId(1)),
        effort: String::new(),
        effect: String::new(),
        note: String::new(),
        codes: String::new(),
    };
    map.actions.insert(ActionId(1), action);
    map.stickies.insert(StickyId(1), Sticky { x: 0.0, y: 0.0, text: "Ask legal".to_owned(), ..Sticky::default() });
    map.flags.insert(FlagId(1), Flag::new(FlagTarget::Stage(stage), Regime::Custom));
    map.metrics.insert(MetricId(1), Metric::new(stage, Rank::middle(), MetricKind::NetChurn));
    for (record, field) in [
        (RecordRef::Map, "Finding"),
        (RecordRef::Stage(stage), "Goal of the customer"),
        (RecordRef::Lane(LaneId(2)), "Show lane Feeling"),
        (RecordRef::Question(QuestionId(1)), "Question"),
        (RecordRef::PainPoint(PainPointId(1)), "Card that hurts"),
        (RecordRef::Action(ActionId(1)), "Expected effect"),
        (RecordRef::Flag(FlagId(1)), "Name of the rule"),
        (RecordRef::Segment(SegmentId(1)), "Size, customers"),
        (RecordRef::Sticky(StickyId(1)), "Text"),
        (RecordRef::Measurement(MeasurementId(1)), "Delete measurement"),
        (RecordRef::Metric(MetricId(1)), "Earlier periods"),
    ] {
        for theme in [Theme::light(), Theme::dark()] {
            let mut desk = Desk::new(map.clone(), Inspector::new(IdSource::seeded(9)));
            desk.selection = vec![record];
            let mut harness = window(desk, [WIDTH, 1400.0], theme, |ui, desk| {
                inspector_ui(ui, &mut desk.panel, &desk.map, &desk.writing, &desk.selection, desk.lens)
            });
            harness.run();
            assert!(harness.query_all_by_label(field).next().is_some(), "{record:?}: {field}");
            assert_eq!(harness.state().history.undo_steps(), 0, "{record:?}: looking changes nothing");
        }
    }
}

#[test]
fn a_stage_is_planned_estimated_and_coloured() {
    let mut harness = inspect(small_map(), vec![RecordRef::Stage(StageId(1))]);
    let before = harness.state().map.clone();
    click(&mut harness, say!(ui_inspector_estimate_it));
    write(&mut harness, say!(ui_inspector_estimate), "30");
    harness.key_press(egui::Key::Enter);
    harness.run_steps(2);
    write(&mut harness, say!(ui_inspector_planned_from), "2026-11-03");
    harness.key_press(egui::Key::Enter);
    harness.run_steps(2);
    click(&mut harness, &say!(ui_inspector_colour_nth, nth = "4"));
    let stage = &harness.state().map.stages[&StageId(1)];
    assert_eq!(stage.estimate.as_ref().map(|estimate| estimate.percent), Some(30.0));
    assert_eq!(stage.period.map(|period| period.from), Date::new(2026, 11, 3));
    assert_eq!(stage.color, Some(3));
    assert_eq!(harness.state().history.undo_steps(), 4);
    for _ in 0..4 {
        harness.state_mut().undo();
    }
    assert_eq!(harness.state().map, before);
}

#[test]
fn lanes_are_hidden_renamed_and_moved() {
    let mut harness = inspect(small_map(), vec![]);
    click(&mut harness, &say!(ui_inspector_show_lane, title = "Feeling"));
    assert!(harness.state().map.lanes[&LaneId(2)].hidden);
    click(&mut harness, &say!(ui_inspector_lane_up, title = "Feeling"));
    assert_eq!(harness.state().map.lanes_in_order()[0].0, LaneId(2));
    write(&mut harness, &say!(ui_inspector_lane_name, kind = "Feeling"), "Mood");
    harness.key_press(egui::Key::Enter);
    harness.run_steps(2);
    assert_eq!(harness.state().map.lanes[&LaneId(2)].title(), "Mood");
    assert_eq!(harness.state().history.undo_steps(), 3);
}

#[test]
fn a_lane_is_folded_and_given_a_height_beside_its_name() {
    let mut harness = inspect(small_map(), vec![RecordRef::Lane(LaneId(2))]);
    click(&mut harness, say!(field_folded));
    assert!(harness.state().map.lanes[&LaneId(2)].folded);
    write(&mut harness, say!(field_height), "300");
    harness.key_press(egui::Key::Enter);
    harness.run_steps(2);
    assert_eq!(harness.state().map.lanes[&LaneId(2)].height, Some(300));
}

#[test]
fn a_customers_worth_is_said_for_the_map_and_for_a_segment() {
    let mut harness = inspect(small_map(), vec![]);
    for (label, text) in [("Currency", "EUR"), ("Value per customer, low", "20"), ("Value per customer, high", "60")] {
        write(&mut harness, label, text);
        harness.key_press(egui::Key::Enter);
        harness.run_steps(2);
    }
    let meta = &harness.state().map.meta;
    assert_eq!((meta.currency.as_str(), meta.value.map(|value| value.high)), ("EUR", Some(60.0)));
    let mut harness = inspect(small_map(), vec![RecordRef::Segment(SegmentId(1))]);
    write(&mut harness, &say!(ui_inspector_value, money = ", likely"), "1,204.50");
    harness.key_press(egui::Key::Enter);
    harness.run_steps(2);
    let value = harness.state().map.segments[&SegmentId(1)].value;
    assert_eq!(value, Some(CustomerValue::exact(1204.5)));
}

#[test]
fn a_metric_is_counted_period_by_period_and_judged_at_once() {
    let mut map = small_map();
    map.metrics.insert(MetricId(1), Metric::new(StageId(1), Rank::middle(), MetricKind::Community));
    let mut harness = inspect(map, vec![RecordRef::Metric(MetricId(1))]);
    harness.get_by_label("no value yet –");
    for (label, text) in [("Active users", "1,000"), ("Took part", "201"), ("Period", "Oct 2026")] {
        write(&mut harness, label, text);
        harness.key_press(egui::Key::Enter);
        harness.run_steps(2);
    }
    harness.get_by_label("20.1 %");
    harness.get_by_label("needs a trend –");
    let earlier = "Aug 2026; 100; 1,000\nSep 2026; 150; 1,000";
    write(&mut harness, say!(ui_inspector_earlier), earlier);
    focus(&mut harness, say!(metric_count_active_users));
    harness.get_by_label("met ✓");
    let readings = |harness: &Harness<'_, Desk<Inspector>>| harness.state().map.metrics[&MetricId(1)].readings.len();
    assert_eq!(readings(&harness), 3);
    click(&mut harness, say!(ui_inspector_next_period));
    assert_eq!(readings(&harness), 4);
    harness.get_by_label("met ✓");
}

#[test]
fn typing_goes_from_field_to_field_by_tab_and_replaces_what_stands_there() {
    let mut harness = inspect(small_map(), Vec::new());
    focus(&mut harness, &say!(ui_inspector_value, money = ", low"));
    for text in ["20", "35", "60"] {
        harness.event(egui::Event::Text(text.to_owned()));
        harness.run_steps(2);
        harness.key_press(egui::Key::Tab);
        harness.run_steps(3);
    }
    let value = harness.state().map.meta.value.unwrap();
    assert_eq!((value.low, value.likely, value.high), (20.0, 35.0, 60.0));
}
