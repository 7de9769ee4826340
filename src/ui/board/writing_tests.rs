//! Titles that are being written on the board while something else is done.

use super::tests::*;
use crate::model::{LaneKind, RecordRef, TouchpointId};
use crate::session::{Command, Intent};
use egui::{Key, Rect, vec2};
use egui_kittest::Harness;
use egui_kittest::kittest::Queryable;
use touchline_words::say;

/// Opens the title of a card and types over it.
fn write_title(harness: &mut Harness<World>, title: &str, text: &str) -> TouchpointId {
    let card = harness.state().card(title);
    harness.state_mut().act(Intent::Select(RecordRef::Touchpoint(card)));
    harness.state_mut().act(Intent::Command(Command::EditTitle));
    harness.run_steps(3);
    harness.get_by_label(say!(ui_board_title_field)).type_text(text);
    harness.run_steps(1);
    card
}

#[test]
fn a_title_that_is_being_written_is_kept_when_a_block_is_dragged_next() {
    let mut harness = window(true);
    let card = write_title(&mut harness, "Review site", "Rating page");
    let from = harness.get_by_label(say!(channel_podcast)).rect().center();
    let to = cell_at(&harness, "Retention", LaneKind::Touchpoints);
    drag(&mut harness, from, to);
    assert_eq!(harness.state().session.map().touchpoints[&card].title, "Rating page");
    assert!(harness.state().cards_in("Retention").contains(&"Podcast / audio".to_owned()));
}

#[test]
fn a_title_that_is_being_written_is_kept_when_a_card_is_dragged_next() {
    for other in ["Review site", "another"] {
        let mut harness = window(true);
        let title = harness.state().cards_in("Awareness")[0].clone();
        let grabbed = if other == "another" { title } else { other.to_owned() };
        let from = card_at(&harness, &grabbed) + vec2(0.0, 14.0);
        let to = cell_at(&harness, "Retention", LaneKind::Touchpoints);
        let card = write_title(&mut harness, "Review site", "Rating page");
        drag(&mut harness, from, to);
        assert_eq!(harness.state().session.map().touchpoints[&card].title, "Rating page", "{grabbed} was dragged");
        assert!(harness.query_by_label(say!(ui_board_title_field)).is_none());
    }
}

#[test]
fn letters_that_are_still_being_composed_are_kept_too() {
    let mut harness = window(true);
    let card = write_title(&mut harness, "Review site", "Rating ");
    harness.event(egui::Event::Ime(egui::ImeEvent::Preedit { text: "páge".to_owned(), active_range_chars: None }));
    harness.run_steps(1);
    harness.state_mut().act(Intent::Command(Command::Save));
    assert_eq!(harness.state().session.map().touchpoints[&card].title, "Rating páge");
}

#[test]
fn what_is_composed_into_a_hebrew_title_is_in_the_map_as_it_was_typed() {
    let composing =
        |text: &str| egui::Event::Ime(egui::ImeEvent::Preedit { text: text.to_owned(), active_range_chars: None });
    for (end, title) in
        [(composing(""), "שלום עולם"), (egui::Event::Ime(egui::ImeEvent::Commit("חדש".to_owned())), "שלום חדש עולם")]
    {
        let mut harness = window(true);
        harness.ctx.set_missing_glyph_policy(egui::MissingGlyphPolicy::Tofu);
        let card = write_title(&mut harness, "Review site", "שלום עולם");
        harness.key_press(Key::Home);
        harness.run_steps(2);
        // In a line from the right, the left arrow goes on.
        (0..5).for_each(|_| {
            harness.key_press(Key::ArrowLeft);
            harness.run_steps(1);
        });
        for step in ["ח", "חד", "חדש "] {
            harness.event(composing(step));
            harness.run_steps(1);
            assert_eq!(harness.state().session.shown().touchpoints[&card].title, format!("שלום {step}עולם"));
        }
        harness.event(end);
        if title.contains("חדש") {
            harness.event(egui::Event::Text(" ".to_owned()));
        }
        harness.run_steps(2);
        assert_eq!(harness.state().session.shown().touchpoints[&card].title, title);
        harness.state_mut().act(Intent::Command(Command::Save));
        assert_eq!(harness.state().session.map().touchpoints[&card].title, title);
    }
}

#[test]
fn a_list_is_written_down_as_it_is_said() {
    let mut harness = window(true);
    let before = harness.state().cards_in("Awareness");
    let last = harness.state().card(before.last().unwrap());
    harness.state_mut().act(Intent::Select(RecordRef::Touchpoint(last)));
    harness.state_mut().act(Intent::Command(Command::AddTouchpoint));
    harness.run_steps(3);
    for (text, key) in [("Poster", Key::Enter), ("Word of mouth", Key::Tab), ("Preview", Key::Enter)] {
        harness.get_by_label(say!(ui_board_title_field)).type_text(text);
        harness.run_steps(1);
        harness.key_press(key);
        harness.run_steps(3);
    }
    harness.key_press(Key::Escape);
    harness.run_steps(3);
    let mut expected = before;
    expected.extend(["Poster", "Word of mouth", "Preview"].map(str::to_owned));
    assert_eq!(harness.state().cards_in("Awareness"), expected);
    assert!(harness.query_by_label(say!(ui_board_title_field)).is_none());
}

#[test]
fn tab_in_a_title_never_stands_in_another_to_be_overwritten() {
    let mut harness = window(true);
    let before = harness.state().session.map().touchpoints.len();
    write_title(&mut harness, "Review site", "Rating page");
    harness.key_press(Key::Tab);
    harness.run_steps(3);
    harness.get_by_label(say!(ui_board_title_field)).type_text("Star ratings");
    harness.key_press_modifiers(egui::Modifiers::SHIFT, Key::Tab);
    harness.run_steps(3);
    let map = harness.state().session.map();
    assert_eq!(map.touchpoints.len(), before + 1);
    let cards = harness.state().cards_in("Consideration");
    let place = cards.iter().position(|card| card == "Rating page").unwrap();
    assert_eq!(cards[place + 1], "Star ratings");
    assert!(harness.query_by_label(say!(ui_board_title_field)).is_none(), "back to the card before, to look at");
}

/// Where the editor stands, and the part of the board that holds what it writes.
fn editor_and_part(harness: &Harness<World>, record: RecordRef) -> (Rect, Rect) {
    let world = harness.state();
    let rect = world.board.ground.as_ref().unwrap().rects_of(record).next().unwrap();
    let field = harness.get_by_label(say!(ui_board_title_field)).rect();
    (field, world.board.camera.view(world.board.area.unwrap()).rect_to_screen(rect))
}

#[test]
fn what_is_written_into_grows_with_every_line_and_what_stands_below_makes_room() {
    let map = window(true).state().session.map().clone();
    let records: [RecordRef; 5] = [
        (*map.stages.keys().next().unwrap()).into(),
        (*map.touchpoints.keys().next().unwrap()).into(),
        (*map.questions.keys().next().unwrap()).into(),
        (*map.pain_points.keys().next().unwrap()).into(),
        (*map.actions.keys().next().unwrap()).into(),
    ];
    for record in records {
        let mut harness = window(true);
        harness.state_mut().act(Intent::Select(record));
        harness.state_mut().act(Intent::Command(Command::EditTitle));
        harness.run_steps(3);
        let steps = harness.state().session.history().state();
        let (_, before) = editor_and_part(&harness, record);
        let mut last = 0.0;
        for _ in 0..4 {
            harness.get_by_label(say!(ui_board_title_field)).type_text("seen with the children on the sofa ");
            harness.run_steps(2);
            let (field, part) = editor_and_part(&harness, record);
            // What is drawn in part only scrolls.
            let is_cut = harness.state().board.ground.as_ref().unwrap().is_cut(record);
            assert!(is_cut || field.bottom() <= part.bottom() + 1.0, "{record:?}: {field:?} over {part:?}");
            assert!(part.height() >= last, "{record:?} shrinks");
            last = part.height();
        }
        assert!(last > before.height() + 20.0, "{record:?}: {last} of {}", before.height());
        assert_eq!(harness.state().session.history().state(), steps, "a letter is no step");
        harness.key_press(Key::Escape);
        harness.run_steps(3);
        let world = harness.state();
        assert_eq!((world.session.shown(), world.session.map()), (&map, &map), "given up, nothing of it is left");
    }
}
