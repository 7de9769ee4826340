//! The deck as a person makes it: slides are left out and moved in the list beside the preview, and get words of one's own.

use super::tests::{Seat, sit_down};
use crate::model::{Change, Edit, RecordRef, Topic, Verb};
use crate::session::export::Pages;
use crate::session::flows::{ExportMsg, Msg};
use crate::session::{Command, Intent};
use egui::Role;
use egui_kittest::kittest::Queryable;
use touchline_words::say;

/// The export of a map with stages, as a deck.
fn begun() -> Seat {
    let mut seat = sit_down();
    seat.click(say!(template_streaming));
    act(&mut seat, Intent::Command(Command::Export));
    let settings = *seat.session().flows().export().unwrap().settings();
    let deck = crate::session::export::ExportSettings { pages: Pages::Deck, ..settings };
    act(&mut seat, Intent::Flow(Msg::Export(ExportMsg::Choose(deck))));
    seat
}

fn act(seat: &mut Seat, intent: Intent) {
    let ctx = seat.harness.ctx.clone();
    seat.window().act(&ctx, intent);
    seat.harness.run_steps(3);
}

/// The field under that label.
fn field<'a>(seat: &'a Seat, label: &'a str) -> egui_kittest::Node<'a> {
    seat.harness.get_by_role_and_label(Role::MultilineTextInput, label)
}

/// Lets frames pass until the page that is looked at can be given words.
fn until_laid(seat: &mut Seat, label: &str) {
    let start = std::time::Instant::now();
    while seat.harness.query_all_by_label(label).next().is_none() {
        assert!(start.elapsed() < std::time::Duration::from_secs(120), "it never comes");
        seat.harness.run_steps(1);
    }
}

#[test]
fn a_slide_is_left_out_by_its_tick_and_gets_a_headline_that_is_in_the_map_at_once() {
    let mut seat = begun();
    until_laid(&mut seat, say!(ui_slide_write));
    seat.click(&say!(ui_slide_shown, name = say!(deck_whole)));
    let kept = |seat: &Seat, of: Topic| {
        let pages = seat.session().map().deck_pages_in_order();
        pages.into_iter().find(|(_, page)| page.of == of).map(|(_, page)| page.clone())
    };
    assert!(kept(&seat, Topic::Whole).unwrap().left_out, "a tick keeps the deck");
    until_laid(&mut seat, say!(ui_slide_headline));
    field(&seat, say!(ui_slide_headline)).click();
    seat.harness.run_steps(2);
    field(&seat, say!(ui_slide_headline)).type_text("Where we lose them");
    seat.harness.run_steps(2);
    act(&mut seat, Intent::Flow(Msg::Export(ExportMsg::Close)));
    assert_eq!(kept(&seat, Topic::Cover).unwrap().headline, "Where we lose them");
    act(&mut seat, Intent::Command(Command::Undo));
    assert_eq!(kept(&seat, Topic::Cover).unwrap().headline, "");
    act(&mut seat, Intent::Command(Command::Undo));
    assert!(seat.session().map().deck_pages.is_empty());
}

#[test]
fn a_kept_slide_has_a_panel_with_all_of_its_words() {
    let mut seat = begun();
    until_laid(&mut seat, say!(ui_slide_write));
    seat.click(say!(ui_slide_write));
    act(&mut seat, Intent::Flow(Msg::Export(ExportMsg::Close)));
    let id = *seat.session().map().deck_pages.keys().next().unwrap();
    act(&mut seat, Intent::Select(RecordRef::DeckPage(id)));
    for label in [say!(ui_slide_headline), say!(ui_slide_name), say!(ui_slide_notes), say!(field_left_out)] {
        assert!(seat.harness.query_all_by_label(label).next().is_some(), "{label}");
    }
    let gone = Edit::new(Verb::Delete, vec![id.into()], vec![Change::DeckPage(id, None)]);
    act(&mut seat, Intent::Edit(gone));
    assert!(!seat.session().map().deck_pages.contains_key(&id));
}
