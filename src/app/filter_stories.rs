//! A filter is put over the map, is seen and heard, and is saved as a view: in the window, by its words.

use super::tests::*;
use crate::model::{Channel, Filter, RecordRef};
use crate::session::Command;
use crate::session::Intent;
use crate::session::flows::{FilterMsg, Msg};
use egui::{Event, Key, Modifiers};
use egui_kittest::kittest::{NodeT, Queryable};
use touchline_words::say;

fn act(seat: &mut Seat, intent: Intent) {
    let ctx = seat.harness.ctx.clone();
    seat.window().act(&ctx, intent);
    seat.harness.run_steps(6);
}

#[test]
fn a_filter_is_asked_for_with_a_key_typed_and_taken_off_by_its_chip() {
    let mut seat = sit_down();
    seat.click(say!(template_streaming));
    seat.press(Modifiers::COMMAND | Modifiers::SHIFT, Key::F);
    seat.harness.run_steps(4);
    let email = Channel::Email.name();
    seat.harness.event(Event::Text(email.to_owned()));
    seat.harness.run_steps(3);
    seat.press(Modifiers::NONE, Key::Enter);
    seat.harness.run_steps(4);
    let asked = Filter { channels: vec![Channel::Email], ..Filter::default() };
    assert_eq!(*seat.session().flows().filter().filter(), asked);
    // An empty line and Enter put the list away; the board has the keyboard again.
    seat.press(Modifiers::NONE, Key::Enter);
    seat.harness.run_steps(4);

    let map = seat.map();
    let unmet = |seat: &Seat, wanted: bool| {
        let cards = map.touchpoints.iter().filter(|(_, card)| (card.channel == Channel::Email) == wanted);
        let (id, card) = cards.map(|(id, card)| (*id, card.title.clone())).next().unwrap();
        let found = seat.harness.query_all(egui_kittest::kittest::By::new().label_contains(&card));
        let said = found.filter_map(|node| node.accesskit_node().description()).any(|said| said == say!(filter_unmet));
        assert_eq!(seat.session().meets_filter(RecordRef::Touchpoint(id)), wanted);
        said
    };
    assert!(unmet(&seat, false) && !unmet(&seat, true), "it is heard which card does not meet it");

    let name = say!(filter_chip, name = say!(filter_channel), values = email);
    seat.click(&say!(ui_filter_take_off, name));
    assert!(seat.session().flows().filter().filter().is_empty() && seat.session().matches().is_none());
    assert_eq!(seat.map(), map, "looking changes nothing");
}

#[test]
fn a_view_is_saved_renamed_in_the_inspector_and_chosen_from_the_menu_at_the_left() {
    let mut seat = sit_down();
    seat.click(say!(template_streaming));
    let filter = Filter { channels: vec![Channel::Email], ..Filter::default() };
    act(&mut seat, Intent::Flow(Msg::Filter(FilterMsg::Set(filter.clone()))));
    seat.click(say!(cmd_save_view));
    let id = seat.session().flows().filter().chosen().unwrap();
    assert_eq!(seat.session().selection().only(), Some(id.into()));
    act(&mut seat, Intent::Rename(id.into(), "Before legal review".to_owned()));
    seat.click(say!(ui_filter_clear));
    assert!(seat.session().matches().is_none());

    let closed = say!(ui_views_label, name = say!(ui_views));
    seat.click(&closed);
    seat.click("Before legal review");
    assert_eq!(*seat.session().flows().filter().filter(), filter);
    seat.click(&say!(ui_filter_others, others = say!(others_dimmed)));
    assert!(seat.session().seen().touchpoints.len() < seat.map().touchpoints.len(), "the others are hidden");
    assert!(seat.session().is_view_changed());
    let before = seat.session().history().undo_steps();
    seat.click(&say!(ui_views_update, name = "Before legal review"));
    assert_eq!(seat.session().history().undo_steps(), before + 1);
    act(&mut seat, Intent::Command(Command::Undo));
    assert!(seat.session().is_view_changed());
}

#[test]
fn what_the_map_decides_stands_above_the_board_and_a_review_that_is_overdue_stands_out() {
    use crate::model::{Change, Date, Edit, Field, Meta, Verb};
    let mut seat = sit_down();
    seat.click(say!(template_streaming));
    let write = |seat: &mut Seat, field: Field, set: fn(&mut Meta)| {
        let mut meta = seat.map().meta.clone();
        set(&mut meta);
        act(seat, Intent::Edit(Edit::of(Verb::Set(field), vec![Change::Meta(meta)])));
    };
    const QUESTION: &str = "Which offer comes first?";
    let line = say!(layout_page_decides, question = QUESTION);
    assert!(!seat.shows(&line));
    write(&mut seat, Field::Decides, |meta| meta.decides = QUESTION.to_owned());
    assert!(seat.shows(&line));
    let due = Date::new(2020, 3, 31).unwrap();
    let overdue = say!(ui_inspector_review_over, day = due.long());
    let told = |seat: &Seat| seat.harness.query_all_by_label(&overdue).count();
    assert_eq!(told(&seat), 0);
    write(&mut seat, Field::Reviewed, |meta| meta.reviewed = Date::new(2020, 1, 1));
    assert!(told(&seat) >= 1, "ninety days after the review");
}
