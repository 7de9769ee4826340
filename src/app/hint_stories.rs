//! Stories of the hints on a board that has just been begun: one after the other, each gone for good once its thing was done.

use super::tests::*;
use crate::session::{Command, Intent};
use crate::store::{Hint, StateFolder};
use crate::ui::board::hint_text as text;
use egui::{Key, Modifiers, vec2};
use egui_kittest::kittest::Queryable;
use touchline_words::{Language, in_language, say};

fn shows(seat: &Seat, hint: Hint) -> bool {
    seat.harness.query_all_by_label(&text(hint)).next().is_some()
}

#[test]
fn hints_go_once_their_thing_was_done_and_stay_away_on_the_next_start() {
    let mut seat = sit_down();
    seat.click(say!(ui_start_new));
    // In the middle of an empty board stands what comes later, too.
    assert!(shows(&seat, Hint::Touchpoint) && shows(&seat, Hint::Face) && shows(&seat, Hint::Data));
    seat.add_stage("Begin");
    assert!(shows(&seat, Hint::Touchpoint) && !shows(&seat, Hint::Face), "one at a time");
    seat.press(Modifiers::NONE, Key::T);
    assert!(
        !shows(&seat, Hint::Touchpoint) && !shows(&seat, Hint::Face),
        "nothing is hinted at while a title is written"
    );
    seat.harness.event(egui::Event::Text("Poster".to_owned()));
    seat.press(Modifiers::NONE, Key::Enter);
    seat.press(Modifiers::NONE, Key::Escape);
    let card = *seat.session().map().touchpoints.keys().next().expect("a card");
    assert!(shows(&seat, Hint::Face));
    let ctx = seat.harness.ctx.clone();
    seat.window().act(&ctx, Intent::Select(card.into()));
    seat.press(Modifiers::NONE, Key::Num2);
    assert!(!shows(&seat, Hint::Face) && shows(&seat, Hint::Data));
    seat.click(say!(ui_hint_away));
    assert!(!shows(&seat, Hint::Data));
    seat.settle();
    let kept = StateFolder::at(seat.folder.path().join("state")).settings();
    assert_eq!(kept.learnt.len(), Hint::ALL.len(), "kept in the settings");
    // Another new map has nothing but its first step.
    seat.window().act(&ctx, Intent::Command(Command::New));
    seat.harness.run_steps(4);
    assert!(Hint::ALL.into_iter().all(|hint| hint == Hint::Stage || !shows(&seat, hint)));
}

#[test]
fn a_template_hints_at_nothing_and_a_small_window_has_room() {
    in_language(Language::German, || {
        let mut seat = sit_down();
        seat.harness.set_size(vec2(1280.0, 720.0));
        seat.harness.run_steps(2);
        seat.click(say!(template_streaming));
        assert!(Hint::ALL.into_iter().all(|hint| !shows(&seat, hint)));
        let ctx = seat.harness.ctx.clone();
        seat.window().act(&ctx, Intent::Command(Command::New));
        seat.settle();
        seat.window().act(&ctx, Intent::Answer(crate::session::Answer::Discard));
        seat.harness.run_steps(4);
        seat.add_stage("Anfang");
        let window = seat.harness.ctx.content_rect();
        for label in [text(Hint::Touchpoint).as_str(), say!(ui_hint_away)] {
            let rects: Vec<_> = seat.harness.query_all_by_label(label).map(|node| node.rect()).collect();
            assert!(!rects.is_empty() && rects.iter().all(|rect| window.contains_rect(*rect)), "{label}: {rects:?}");
        }
    });
}
