//! A map before a room, in the window without a display.

use super::tests::{Seat, sit_down, sit_down_quick};
use crate::session::Command;
use crate::session::flows::{PRESENT_KEYS, Presenting};
use egui::accesskit::Role;
use egui::{Key, Modifiers};
use egui_kittest::kittest::Queryable;
use touchline_words::say;

fn presenting(mut seat: Seat) -> Seat {
    seat.click(say!(template_streaming));
    seat.press(Modifiers::NONE, Key::F5);
    seat
}

fn show(seat: &Seat) -> &Presenting {
    seat.session().flows().present().unwrap()
}

fn stage_name(seat: &Seat, nth: usize) -> String {
    seat.session().map().stages_in_order()[nth].1.name.clone()
}

/// What a screen reader hears of the stage that is looked at.
fn heard(seat: &Seat, nth: usize) -> bool {
    let count = seat.session().map().stages.len();
    let stage = stage_name(seat, nth);
    let words = format!("{}, {}", say!(kind_stage_said, stage), say!(layout_say_place, place = nth + 1, count));
    seat.harness.query_all_by_role(Role::Label).any(|node| node.value().is_some_and(|said| said.starts_with(&words)))
}

#[test]
fn keys_lead_a_room_and_none_of_them_changes_the_map() {
    let mut seat = presenting(sit_down());
    let before = seat.map();
    assert!(heard(&seat, 0));
    seat.press(Modifiers::NONE, Key::ArrowRight);
    assert!(heard(&seat, 1));
    // On the board these would add a stage, a card, a pain point, a question.
    for key in [Key::S, Key::T, Key::P, Key::Q, Key::Delete, Key::B, Key::B] {
        seat.press(Modifiers::NONE, key);
    }
    assert!(show(&seat).timer().is_shown() && show(&seat).has_notes() && !show(&seat).is_blank());
    seat.press(Modifiers::NONE, Key::Num3);
    seat.press(Modifiers::NONE, Key::Enter);
    assert!(heard(&seat, 2));
    seat.press(Modifiers::NONE, Key::Space);
    assert!(show(&seat).spotlight().is_some());
    seat.press(Modifiers::NONE, Key::Escape);
    assert!(show(&seat).spotlight().is_none());
    seat.press(Modifiers::NONE, Key::Escape);
    assert!(seat.session().flows().present().is_none());
    assert_eq!(seat.map(), before);
    assert!(seat.shows(say!(menu_view)), "the editor is back");
}

#[test]
fn a_screen_reader_clicks_a_bar_and_a_card() {
    let mut seat = presenting(sit_down());
    let count = seat.session().map().stages.len();
    let bar = format!(
        "{}, {}",
        say!(kind_stage_said, stage = stage_name(&seat, 1)),
        say!(layout_say_place, place = 2, count)
    );
    seat.harness.get_by_role_and_label(Role::Button, &bar).click_accesskit();
    seat.harness.run_steps(3);
    assert!(heard(&seat, 1));
    let stage = show(&seat).stage().unwrap();
    let (card, touchpoint) = seat.session().map().touchpoints_of(stage)[0];
    let (id, title) = (card, touchpoint.title.clone());
    let named = say!(kind_touchpoint_said, title);
    seat.harness.get_by(|node| node.label().is_some_and(|label| label.starts_with(&named))).click_accesskit();
    seat.harness.run_steps(3);
    assert_eq!(show(&seat).spotlight(), Some(id.into()));
}

#[test]
fn the_pointer_jumps_by_the_strip_and_by_a_neighbour() {
    let mut seat = presenting(sit_down());
    let at = |x: f32, y: f32| egui::pos2(x, y);
    let click = |seat: &mut Seat, pos: egui::Pos2| {
        seat.harness.hover_at(pos);
        seat.harness.run_steps(1);
        seat.harness.drag_at(pos);
        seat.harness.drop_at(pos);
        seat.harness.run_steps(3);
    };
    click(&mut seat, at(1430.0, 300.0));
    assert!(heard(&seat, 1), "the neighbour that looks in at the right");
    click(&mut seat, at(10.0, 300.0));
    assert!(heard(&seat, 0));
    let last = seat.session().map().stages.len() - 1;
    click(&mut seat, at(1320.0, 816.0));
    assert!(heard(&seat, last), "the last bar of the strip");
}

#[test]
fn the_presenter_sees_the_next_stage_and_what_was_noted() {
    let mut seat = presenting(sit_down());
    seat.press(Modifiers::NONE, Key::P);
    let heading = |words: &str| seat.shows(&words.to_uppercase());
    assert!(heading(say!(present_now)) && heading(say!(present_next)));
    let stage = show(&seat).stage().unwrap();
    let question = seat.session().map().questions_of(stage)[0].1.text.clone();
    assert!(seat.shows(&question));
    seat.click(say!(present_key_next));
    assert!(heard(&seat, 1));
}

#[test]
fn the_presenters_view_opens_with_the_next_block_and_what_time_it_is() {
    let mut seat = sit_down();
    seat.click(say!(template_workshop));
    let blocks: Vec<_> = seat.session().map().agenda_in_order().into_iter().map(|(_, block)| block.clone()).collect();
    seat.press(Modifiers::SHIFT, Key::F5);
    assert!(show(&seat).has_notes());
    let said = |block: &crate::model::AgendaBlock| {
        say!(present_then_block, title = block.title.trim(), minutes = block.minutes)
    };
    assert!(seat.shows(&said(&blocks[0])));
    seat.press(Modifiers::NONE, Key::N);
    assert!(seat.shows(&said(&blocks[1])) && !seat.shows(&said(&blocks[0])));
    let is_time = |text: &str| text.len() == 5 && text.as_bytes()[2] == b':';
    let times = seat.harness.query_all_by_role(Role::Label).filter_map(|node| node.value());
    assert!(times.into_iter().any(|text| is_time(&text)), "the time of day");
}

#[test]
fn a_room_that_looks_at_a_stage_costs_nothing() {
    let mut seat = presenting(sit_down());
    for _ in 0..4 {
        seat.harness.run_steps(20);
        seat.settle();
    }
    assert!(seat.harness.run_ok().is_some_and(|frames| frames <= 2), "nothing is drawn while nothing changes");
}

#[test]
fn nothing_glides_where_less_motion_is_wished_for() {
    let mut seat = presenting(sit_down_quick());
    let glides = |seat: &mut Seat| {
        seat.harness.key_press(Key::ArrowRight);
        seat.harness.run_steps(2);
        let now = std::time::Duration::from_secs_f64(seat.harness.ctx.input(|input| input.time));
        let reduced = crate::ui::style::reduced_motion(&seat.harness.ctx);
        show(seat).camera(seat.session().map(), now, reduced).fract() > 0.0
    };
    assert!(glides(&mut seat));
    let ctx = seat.harness.ctx.clone();
    seat.window().act(&ctx, crate::session::Intent::Command(Command::LessMotion));
    seat.harness.run_steps(60);
    assert!(!glides(&mut seat));
    assert!(seat.session().settings().less_motion);
}

#[test]
fn the_page_of_keys_lists_those_before_a_room() {
    let mut seat = sit_down();
    seat.press(Modifiers::NONE, Key::F1);
    for row in PRESENT_KEYS {
        assert!(seat.harness.query_all_by_label(row.name.text()).next().is_some(), "{}", row.name.text());
    }
}

#[test]
fn a_day_is_replayed_and_the_map_is_there_again() {
    let mut seat = sit_down();
    seat.click(say!(ui_start_new));
    for name in ["Awareness", "Decision", "Trial"] {
        seat.add_stage(name);
    }
    let (before, steps) = (seat.map(), seat.session().history().undo_steps());
    let ctx = seat.harness.ctx.clone();
    seat.window().act(&ctx, crate::session::Intent::Command(Command::Replay));
    let is_ready = |seat: &Seat| seat.session().flows().replay().is_some_and(|replay| replay.map().is_some());
    while !is_ready(&seat) {
        seat.harness.run_steps(1);
        std::thread::yield_now();
    }
    seat.press(Modifiers::NONE, Key::Home);
    assert!(seat.session().flows().replay().is_some_and(|replay| replay.at() == 0 && replay.steps() == steps));
    seat.press(Modifiers::NONE, Key::ArrowRight);
    assert!(seat.session().flows().replay().is_some_and(|replay| replay.at() == 1));
    let said = say!(present_step, at = 1, steps, label = seat.session().flows().replay().unwrap().label());
    assert!(seat.harness.query_all_by_role(Role::Label).any(|node| node.value().as_deref() == Some(said.as_str())));
    // On the board this would add a stage.
    seat.press(Modifiers::NONE, Key::S);
    seat.press(Modifiers::NONE, Key::Escape);
    assert!(seat.session().flows().replay().is_none());
    assert_eq!((seat.map(), seat.session().history().undo_steps()), (before, steps));
}

#[test]
fn an_agenda_is_made_in_the_maps_panel_and_drives_the_room() {
    let mut seat = sit_down();
    seat.click(say!(template_streaming));
    seat.harness.get_by_label(say!(kind_agenda_block_add)).scroll_to_me();
    seat.harness.run_steps(3);
    seat.click(say!(kind_agenda_block_add));
    let (id, block) = seat.session().map().agenda.iter().next().map(|(id, block)| (*id, block.clone())).unwrap();
    assert_eq!(block.minutes, 15);
    seat.press(Modifiers::NONE, Key::Escape);
    let ctx = seat.harness.ctx.clone();
    seat.window().act(&ctx, crate::session::Intent::Select(id.into()));
    seat.harness.run_steps(3);
    for (field, text) in [(say!(ui_inspector_minutes), "25"), (say!(ui_inspector_vote), "Which first?")] {
        seat.harness.get_by_role_and_label(Role::MultilineTextInput, field).focus();
        seat.harness.run_steps(1);
        seat.press(Modifiers::COMMAND, Key::A);
        seat.harness.event(egui::Event::Text(text.to_owned()));
        seat.harness.run_steps(1);
    }
    seat.press(Modifiers::NONE, Key::F5);
    seat.press(Modifiers::NONE, Key::N);
    assert_eq!(
        show(&seat).block(seat.session().map()).map(|block| block.minutes),
        Some(25),
        "what stands in a field is taken first"
    );
    seat.press(Modifiers::NONE, Key::V);
    let asked = say!(present_vote, question = "Which first?");
    assert!(seat.harness.query_by_role_and_label(Role::Heading, &asked).is_some());
}

#[test]
fn the_button_at_the_top_shows_the_map_to_a_room() {
    let mut seat = sit_down();
    seat.click(say!(template_streaming));
    seat.click(say!(cmd_present));
    assert!(seat.session().flows().present().is_some());
}
