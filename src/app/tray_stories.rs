//! Stories of the parking lot: notes written down as they are said, pulled onto the board and back, voted on.

use super::tests::*;
use crate::model::{NoteColor, RecordRef, StickyId};
use crate::session::{Command, Intent, VotingMsg};
use egui::{Event, Key, Modifiers, Pos2, pos2, vec2};
use egui_kittest::kittest::Queryable;
use touchline_words::say;

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

fn drag(seat: &mut Seat, from: Pos2, to: Pos2) {
    seat.harness.hover_at(from);
    seat.harness.run_steps(1);
    seat.harness.drag_at(from);
    seat.harness.run_steps(1);
    for step in 1..=4 {
        seat.harness.hover_at(from + (to - from) * (step as f32 / 4.0));
        seat.harness.run_steps(2);
    }
    seat.harness.drop_at(to);
    seat.harness.run_steps(6);
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
fn a_note_is_pulled_onto_the_board_and_parked_again_by_hand() {
    let mut seat = sit_down();
    seat.click(say!(template_streaming));
    act(&mut seat, Intent::Command(Command::ToggleTray));
    remarks(&mut seat, 2);
    let notes = parked(&seat);
    let (from, board) = (note_at(&seat, "Remark 1"), seat.window().panels.board.area().unwrap());
    drag(&mut seat, from, board.center());
    assert_eq!(parked(&seat), [notes[1]]);
    let placed = &seat.session().map().stickies[&notes[0]];
    assert!(!placed.parked && placed.x > 0.0);
    assert!(seat.session().selection().contains(RecordRef::from(notes[0])));
    // Back: the whole panel takes it.
    let tray = seat.harness.get_by_label(say!(cmd_toggle_tray)).rect().center();
    drag(&mut seat, board.center() + vec2(4.0, 4.0), pos2(tray.x, board.center().y));
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
