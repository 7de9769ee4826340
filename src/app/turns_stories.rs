//! Stories of several titles that come in one frame, from a quick hand or from a program that types.

use super::tests::*;
use crate::model::{Field, Map, RecordRef};
use crate::session::views::View;
use crate::session::{Command, Intent, SaveState};
use egui::{Event, ImeEvent, Key, Modifiers, ViewportEvent, ViewportId};
use egui_kittest::kittest::Queryable;
use touchline_words::say;

/// A map with the title of a new card open, and as it was before.
fn at_a_title() -> (Seat, Map) {
    let mut seat = at_the_board();
    let before = seat.session().map().clone();
    seat.press(Modifiers::NONE, Key::T);
    seat.harness.run_steps(20);
    (seat, before)
}

fn pressed(key: Key, modifiers: Modifiers) -> [Event; 2] {
    [true, false].map(|pressed| Event::Key { key, physical_key: Some(key), pressed, repeat: false, modifiers })
}

fn text(text: &str) -> Vec<Event> {
    vec![Event::Text(text.to_owned())]
}

fn paste(text: &str) -> Vec<Event> {
    vec![Event::Paste(text.to_owned())]
}

fn composed(text: &str) -> Vec<Event> {
    let first: String = text.chars().take(1).collect();
    vec![
        Event::Ime(ImeEvent::Preedit { text: first, active_range_chars: None }),
        Event::Ime(ImeEvent::Preedit { text: text.to_owned(), active_range_chars: None }),
        Event::Ime(ImeEvent::Commit(text.to_owned())),
    ]
}

fn key(key: Key) -> Vec<Event> {
    pressed(key, Modifiers::NONE).into()
}

/// A click.
fn press_at(place: egui::Pos2) -> Vec<Event> {
    let button = |pressed| {
        let (button, modifiers) = (egui::PointerButton::Primary, Modifiers::NONE);
        Event::PointerButton { pos: place, button, pressed, modifiers }
    };
    vec![Event::PointerMoved(place), button(true), button(false)]
}

/// As a keyboard brings it, letter by letter.
fn struck(text: &str) -> Vec<Event> {
    let one = |letter: char| {
        let modifiers = if letter.is_uppercase() { Modifiers::SHIFT } else { Modifiers::NONE };
        let [down, up] = match letter {
            '\n' => return key(Key::Enter),
            ' ' => pressed(Key::Space, modifiers),
            letter => pressed(Key::from_name(&letter.to_uppercase().to_string()).unwrap(), modifiers),
        };
        vec![down, Event::Text(letter.to_string()), up]
    };
    text.chars().flat_map(one).collect()
}

/// All of it in one frame, and time for it to be taken.
fn at_once(seat: &mut Seat, events: impl IntoIterator<Item = Vec<Event>>) {
    seat.harness.input_mut().events.extend(events.into_iter().flatten());
    seat.harness.run_steps(24);
}

/// The titles of the records that are new since `before`, in the order in which they stand.
fn new_titles(seat: &Seat, before: &Map) -> Vec<String> {
    let map = seat.session().map();
    let cards = map.touchpoints.iter().filter(|(id, _)| !before.touchpoints.contains_key(id));
    let mut cards: Vec<_> = cards.map(|(_, card)| (card.rank.clone(), card.title.clone())).collect();
    cards.sort();
    cards.into_iter().map(|(_, title)| title).collect()
}

#[test]
fn three_titles_in_one_frame_are_three_cards() {
    let enter = || key(Key::Enter);
    let three = ["Alpha", "Beta", "Gamma"];
    for write in [text, paste, composed] {
        let (mut seat, before) = at_a_title();
        at_once(&mut seat, [write("Alpha"), enter(), write("Beta"), enter(), write("Gamma")]);
        assert_eq!(seat.harness.get_by_label(say!(ui_board_title_field)).value().as_deref(), Some("Gamma"));
        at_once(&mut seat, [enter(), enter()]);
        assert_eq!(new_titles(&seat, &before), three);
        assert!(!seat.shows(say!(ui_board_title_field)), "nothing written ends it");
    }
}

/// What is typed, and the titles that come of it.
type Case = (&'static str, Vec<Vec<Event>>, &'static [&'static str]);

#[test]
fn each_key_that_ends_a_title_does_so_in_its_turn() {
    let again = |modifiers, of: Key| pressed(of, modifiers).to_vec();
    let (none, ctrl) = (Modifiers::NONE, Modifiers::COMMAND);
    let cases: [Case; 8] = [
        ("Tab", vec![text("Alpha"), again(none, Key::Tab), text("Beta"), again(none, Key::Tab)], &["Alpha", "Beta"]),
        ("Ctrl+Enter", vec![text("Alpha"), again(ctrl, Key::Enter), text("Beta"), key(Key::Enter)], &["Alpha", "Beta"]),
        ("Esc", vec![text("Alpha"), key(Key::Enter), text("Beta"), key(Key::Escape)], &["Alpha"]),
        ("Esc, a word", vec![text("Alpha"), key(Key::Escape), text("Beta"), key(Key::Enter)], &["Beta"]),
        ("two Enters", vec![text("Alpha"), key(Key::Enter), key(Key::Enter)], &["Alpha"]),
        (
            "two Enters, a word",
            vec![text("Alpha"), key(Key::Enter), key(Key::Enter), text("Beta"), key(Key::Enter)],
            &["Alpha", "Beta"],
        ),
        (
            "a paste in the middle",
            vec![text("Al"), paste("pha"), key(Key::Enter), text("Be"), paste("t"), text("a"), key(Key::Enter)],
            &["Alpha", "Beta"],
        ),
        (
            "composed in the middle",
            vec![text("Al "), composed("pha"), key(Key::Enter), composed("Be"), text("ta"), key(Key::Enter)],
            &["Al pha", "Beta"],
        ),
    ];
    for (name, events, expected) in cases {
        let (mut seat, before) = at_a_title();
        at_once(&mut seat, events);
        at_once(&mut seat, [key(Key::Escape)]);
        assert_eq!(new_titles(&seat, &before), expected, "{name}");
    }
}

#[test]
fn lines_that_are_struck_on_the_board_are_cards_whatever_frames_they_come_in() {
    let lines = "sees the ad\nEve opens it\nt\nflag flag\nnn\n";
    for in_frame in [1, 2, 3, 7, 1000] {
        let mut seat = at_the_board();
        let before = seat.session().map().clone();
        let letters: Vec<char> = lines.chars().collect();
        for letters in letters.chunks(in_frame) {
            seat.harness.input_mut().events.extend(struck(&letters.iter().collect::<String>()));
            seat.harness.run_steps(1);
        }
        seat.harness.run_steps(60);
        at_once(&mut seat, [key(Key::Escape)]);
        assert_eq!(new_titles(&seat, &before), ["sees the ad", "Eve opens it", "t", "flag flag", "nn"], "{in_frame}");
    }
}

#[test]
fn a_command_between_words_opens_what_the_words_after_it_are_for() {
    let (mut seat, before) = at_a_title();
    at_once(&mut seat, [text("Alpha"), pressed(Key::F, Modifiers::COMMAND).into(), text("Beta")]);
    assert_eq!(new_titles(&seat, &before), ["Alpha"], "the title is kept, and begins no other");
    assert_eq!(seat.harness.get_by_label(say!(ui_search_field)).value().as_deref(), Some("Beta"));
}

#[test]
fn rows_of_the_outline_are_written_as_quickly() {
    let mut seat = at_the_board();
    let before = seat.session().map().clone();
    let ctx = seat.harness.ctx.clone();
    seat.window().act_all(&ctx, [Intent::Command(View::Outline.command()), Intent::Command(Command::AddTouchpoint)]);
    seat.harness.run_steps(6);
    at_once(&mut seat, [text("Alpha"), key(Key::Enter), text("Beta"), key(Key::Enter), text("Gamma"), key(Key::Enter)]);
    at_once(&mut seat, [key(Key::Escape)]);
    assert_eq!(new_titles(&seat, &before), ["Alpha", "Beta", "Gamma"]);
}

#[test]
fn cells_of_the_table_are_written_as_quickly() {
    let mut seat = at_the_board();
    let card = seat.session().selection().only().unwrap();
    let ctx = seat.harness.ctx.clone();
    seat.window().act_all(&ctx, [Intent::Command(View::Table.command()), Intent::Command(Command::EditTitle)]);
    seat.harness.run_steps(6);
    let down = || key(Key::ArrowDown);
    at_once(&mut seat, [text("Alpha"), key(Key::Enter), down(), key(Key::Enter), text("Beta"), key(Key::Enter)]);
    let titles: Vec<_> = seat.session().map().touchpoints.values().map(|card| card.title.as_str()).collect();
    assert!(titles.contains(&"Alpha") && titles.contains(&"Beta"), "{titles:?}");
    let RecordRef::Touchpoint(card) = card else { panic!("{card:?}") };
    assert_eq!(seat.session().map().touchpoints[&card].title, "Alpha");
}

#[test]
fn a_window_that_is_closed_meanwhile_asks_with_all_that_was_typed() {
    let (mut seat, before) = at_a_title();
    let window = seat.harness.input_mut().viewports.entry(ViewportId::ROOT).or_default();
    window.events.push(ViewportEvent::Close);
    at_once(&mut seat, [text("Alpha"), key(Key::Enter), text("Beta")]);
    assert!(seat.shows(say!(ui_close_title)), "{:?} {:?}", seat.session().save_state(), seat.session().ask());
    assert_eq!(seat.session().save_state(), SaveState::Unsaved);
    assert_eq!(new_titles(&seat, &before), ["Alpha", "Beta"]);
}

#[test]
fn letters_struck_on_a_cell_of_the_table_are_all_in_it() {
    let mut seat = at_the_board();
    let card = seat.session().selection().only().unwrap();
    let ctx = seat.harness.ctx.clone();
    seat.window().act_all(&ctx, [Intent::Command(View::Table.command()), Intent::Command(Command::EditTitle)]);
    seat.harness.run_steps(6);
    at_once(&mut seat, [key(Key::Escape), struck("Rating page two\n")]);
    let RecordRef::Touchpoint(card) = card else { panic!("{card:?}") };
    assert_eq!(seat.session().map().touchpoints[&card].title, "Rating page two");
}

#[test]
fn a_filter_of_the_table_keeps_the_keyboard_when_its_first_letter_opens_the_bar_above() {
    let mut seat = at_the_board();
    let ctx = seat.harness.ctx.clone();
    seat.window().act(&ctx, Intent::Command(View::Table.command()));
    seat.harness.run_steps(3);
    let label = say!(ui_table_words, name = Field::Title.name());
    seat.harness.get_by_label(&label).focus();
    seat.harness.run_steps(2);
    let before = seat.map();
    for letter in ["s", "i", "g"] {
        seat.harness.event(Event::Text(letter.to_owned()));
        seat.harness.run_steps(3);
    }
    let field = seat.harness.get_by_label(&label);
    assert_eq!((field.value().as_deref(), field.is_focused()), (Some("sig"), true));
    assert_eq!(seat.map(), before);
}

#[test]
fn a_press_and_the_keys_behind_it_are_about_one_thing_in_whatever_frame_they_come() {
    let mut seat = at_the_board();
    let card = |seat: &Seat| {
        let (id, card) = seat.session().map().touchpoints.iter().last().unwrap();
        (*id, card.title.clone())
    };
    let (id, title) = card(&seat);
    // Else the bar of what is selected may stand over the card.
    seat.press(Modifiers::NONE, Key::Escape);
    assert!(seat.session().selection().is_empty());
    let place = seat.harness.query_all_by_label_contains(&title).next().unwrap().rect().center();
    at_once(&mut seat, [press_at(place), key(Key::F2), text("Alpha"), key(Key::Enter)]);
    assert_eq!(card(&seat), (id, "Alpha".to_owned()));
    // A field of the inspector, from the title that is open on the board.
    let field =
        seat.harness.get_by_role_and_label(egui::Role::MultilineTextInput, say!(ui_inspector_detail)).rect().center();
    at_once(&mut seat, [key(Key::F2), text("Beta"), press_at(field), text("Noted"), key(Key::Enter)]);
    assert_eq!(card(&seat), (id, "Beta".to_owned()));
    let detail = &seat.session().map().touchpoints[&id].detail;
    assert!(detail.contains("Noted"), "{detail}");
}

#[test]
fn a_row_of_the_table_is_pressed_and_written_at_once() {
    let mut seat = at_the_board();
    let ctx = seat.harness.ctx.clone();
    seat.window().act(&ctx, Intent::Command(View::Table.command()));
    seat.harness.run_steps(6);
    let (id, title) =
        seat.session().map().touchpoints.iter().next().map(|(id, card)| (*id, card.title.clone())).unwrap();
    let named = say!(ui_table_cell, column = Field::Title.name(), text = &title);
    let place = seat.harness.get_by_label(&named).rect().center();
    let steps = seat.session().map().steps.len();
    at_once(&mut seat, [press_at(place), key(Key::F2), struck("Table typed\n")]);
    assert_eq!(seat.session().map().touchpoints[&id].title, "Table typed");
    assert_eq!(seat.session().map().steps.len(), steps, "no letter was a command");
}

#[test]
fn letters_are_no_commands_while_a_list_is_open() {
    let mut seat = at_the_board();
    let ctx = seat.harness.ctx.clone();
    seat.window().act(&ctx, Intent::Command(View::Table.command()));
    seat.harness.run_steps(6);
    let (title, channel) =
        seat.session().map().touchpoints.values().next().map(|card| (card.title.clone(), card.channel)).unwrap();
    let before = seat.session().map().clone();
    let row = say!(ui_table_cell, column = Field::Title.name(), text = &title);
    let row = seat.harness.get_by_label(&row).rect();
    let named = say!(ui_table_cell, column = Field::Channel.name(), text = channel.name());
    let of_channel = seat.harness.query_all_by_label(&named).map(|cell| cell.rect());
    let place = of_channel.into_iter().find(|cell| cell.center().y == row.center().y).unwrap().center();
    at_once(&mut seat, [press_at(place), key(Key::F2), struck("Table n")]);
    assert_eq!(*seat.session().map(), before, "no letter has added anything");
}
