//! Stories of the parking lot: notes written down as they are said, pulled onto the board and back, voted on.

use super::tests::*;
use crate::model::{NoteColor, NotePlace, RecordRef, StickyId};
use crate::session::{Command, Intent, VotingMsg};
use crate::ui::tray::WIDTH;
use egui::{Event, Key, Modifiers, Pos2, vec2};
use egui_kittest::kittest::Queryable;
use touchline_words::{Language, in_language, say};

fn act(seat: &mut Seat, intent: Intent) {
    let ctx = seat.harness.ctx.clone();
    seat.window().act(&ctx, intent);
    seat.harness.run_steps(6);
}

/// Ten remarks of a room: each is written and Enter begins the next.
fn remarks(seat: &mut Seat, count: usize) {
    act(seat, Intent::Deselect);
    act(seat, Intent::Command(Command::AddSticky));
    for nth in 1..=count {
        seat.harness.event(Event::Text(format!("Remark {nth}")));
        seat.harness.run_steps(2);
        seat.press(Modifiers::NONE, Key::Enter);
        seat.harness.run_steps(4);
    }
    seat.press(Modifiers::NONE, Key::Escape);
    seat.harness.run_steps(4);
}

fn parked(seat: &Seat) -> Vec<StickyId> {
    seat.session().map().parked_notes().into_iter().map(|(id, _)| id).collect()
}

fn note_at(seat: &Seat, text: &str) -> Pos2 {
    seat.harness.get_by_label(&say!(kind_sticky_said, text)).rect().center()
}

#[test]
fn ten_remarks_are_parked_by_the_keyboard_alone_and_each_is_one_step() {
    let mut seat = sit_down();
    seat.click(say!(template_streaming));
    act(&mut seat, Intent::Command(Command::ToggleTray));
    let steps = seat.session().history().undo_steps();
    remarks(&mut seat, 10);
    let texts: Vec<String> =
        seat.session().map().parked_notes().into_iter().map(|(_, note)| note.text.clone()).collect();
    assert_eq!(texts, (1..=10).map(|nth| format!("Remark {nth}")).collect::<Vec<_>>());
    assert_eq!(seat.session().history().undo_steps(), steps + 10);
}

#[test]
fn a_note_is_pulled_onto_the_board_by_hand_and_parked_again() {
    let mut seat = sit_down();
    seat.click(say!(template_streaming));
    act(&mut seat, Intent::Command(Command::ToggleTray));
    remarks(&mut seat, 2);
    let notes = parked(&seat);
    let (from, board) = (note_at(&seat, "Remark 1"), seat.window().panels.board.area().unwrap());
    seat.drag(from, board.center());
    assert_eq!(parked(&seat), [notes[1]]);
    // It lies there, or is tied to what it was let go over.
    let map = seat.session().map();
    assert_ne!(map.note_place(&map.stickies[&notes[0]]), NotePlace::Parked);
    assert!(seat.session().selection().contains(RecordRef::from(notes[0])));
    act(&mut seat, Intent::Command(Command::ParkNotes));
    assert_eq!(parked(&seat), [notes[1], notes[0]]);
    act(&mut seat, Intent::Command(Command::Undo));
    assert_eq!(parked(&seat), [notes[1]]);
}

#[test]
fn dots_are_given_by_a_key_struck_again_and_again_and_hidden_until_they_are_revealed() {
    let mut seat = sit_down();
    seat.click(say!(template_streaming));
    act(&mut seat, Intent::Command(Command::ToggleTray));
    remarks(&mut seat, 1);
    let note = parked(&seat)[0];
    act(&mut seat, Intent::Select(note.into()));
    act(&mut seat, Intent::Voting(VotingMsg::Begin(2)));
    for _ in 0..3 {
        let event = |pressed| Event::Key {
            key: Key::V,
            physical_key: Some(Key::V),
            pressed,
            repeat: false,
            modifiers: Modifiers::NONE,
        };
        seat.harness.input_mut().events.extend([event(true), Event::Text("v".to_owned()), event(false)]);
        seat.harness.run_steps(1);
    }
    seat.harness.run_steps(6);
    assert_eq!(seat.session().map().stickies[&note].votes, 2, "nobody has more than two");
    let left = say!(ui_tray_left, left = 0_usize, each = 2_usize);
    assert!(seat.harness.query_by_label(&left).is_some());
    seat.click(say!(ui_tray_reveal));
    assert_eq!(seat.session().voting(), None);
    seat.press(Modifiers::ALT, Key::Num4);
    assert_eq!(seat.session().map().stickies[&note].color, NoteColor::Green);
}

/// All that the lot says stands inside it and apart, while nobody votes and in a vote.
#[test]
fn the_lot_holds_its_words_in_either_language_and_in_a_low_window() {
    for (language, height) in
        [(Language::English, 900.0), (Language::German, 900.0), (Language::German, 480.0), (Language::German, 380.0)]
    {
        in_language(language, || {
            let mut seat = sit_down();
            seat.click(say!(template_streaming));
            act(&mut seat, Intent::Command(Command::ToggleTray));
            remarks(&mut seat, 1);
            let note = parked(&seat)[0];
            act(&mut seat, Intent::Select(note.into()));
            act(&mut seat, Intent::Command(Command::VoteUp));
            seat.harness.set_size(vec2(1280.0, height));
            seat.harness.run_steps(8);
            let rect = |seat: &Seat, label: &str| seat.harness.get_by_label(label).rect();
            let (fewer, begins) = (say!(ui_tray_fewer_dots), say!(ui_tray_vote, each = 3_usize));
            let (fewer, begins) = (rect(&seat, fewer), rect(&seat, &begins));
            assert!(begins.right() <= fewer.left(), "{language:?} {height}: {begins:?} {fewer:?}");
            let clears = rect(&seat, say!(ui_tray_clear));
            let end = height - 26.0;
            assert!(clears.bottom() <= end, "{language:?} {height}: {clears:?}");
            let head = rect(&seat, say!(cmd_toggle_tray));
            act(&mut seat, Intent::Voting(VotingMsg::Begin(3)));
            assert_eq!(rect(&seat, say!(cmd_toggle_tray)), head, "{language:?} {height}: the lot is as wide as before");
            let (next, reveal) = (rect(&seat, say!(ui_tray_next_person)), rect(&seat, say!(ui_tray_reveal)));
            assert!(!next.intersects(reveal), "{next:?} {reveal:?}");
            let right = head.left() - 10.0 + WIDTH;
            for button in [next, reveal] {
                assert!(button.right() <= right && button.bottom() <= end, "{language:?} {height}: {button:?} {right}");
            }
        });
    }
}

/// As in a small window whose words are large.
#[test]
fn what_is_said_of_saving_ends_before_the_buttons_beside_it() {
    in_language(Language::German, || {
        let mut seat = sit_down();
        seat.click(say!(template_streaming));
        let mut shown = 0;
        for width in [853.0, 900.0, 930.0, 1000.0, 1100.0] {
            seat.harness.set_size(vec2(width, 480.0));
            seat.harness.run_steps(4);
            let said = [say!(app_not_saved_yet), say!(app_edited_not_saved)];
            let Some(state) = said.into_iter().find_map(|state| seat.harness.query_by_label(state)) else { continue };
            let import = seat.harness.get_by_label(say!(ui_import_data)).rect();
            assert!(state.rect().right() <= import.left(), "{width}: {:?} {import:?}", state.rect());
            shown += 1;
        }
        assert!(shown > 1, "{shown}");
    });
}
