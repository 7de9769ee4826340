//! The bar above what is selected: what it gives to all of it, and when it stays away.

use super::tests::*;
use crate::model::{Channel, Field, RecordRef};
use crate::session::{Command, Intent};
use egui::{Modifiers, vec2};
use egui_kittest::Harness;
use egui_kittest::kittest::Queryable;
use touchline_words::say;

fn field(field: Field) -> String {
    say!(ui_bar_field, field = field.name())
}

fn select(harness: &mut Harness<World>, titles: &[&str]) -> Vec<RecordRef> {
    let records: Vec<RecordRef> = titles.iter().map(|title| harness.state().card(title).into()).collect();
    harness.state_mut().act(Intent::SelectAll { records: records.clone(), extend: false });
    harness.run_steps(3);
    records
}

#[test]
fn several_cards_get_a_channel_and_a_feeling_in_one_step_each() {
    let mut harness = window(true);
    let titles: Vec<String> =
        harness.state().session.map().touchpoints.values().take(2).map(|card| card.title.clone()).collect();
    let records = select(&mut harness, &[titles[0].as_str(), titles[1].as_str()]);
    let steps = harness.state().session.history().undo_steps();
    harness.get_by_label(&field(Field::Channel)).click();
    harness.run_steps(3);
    // The palette has a block of that name.
    harness.query_all_by_label(Channel::Podcast.name()).last().unwrap().click();
    harness.run_steps(3);
    harness.get_by_label(&field(Field::Emotion(None))).click();
    harness.run_steps(3);
    harness.get_by_label(Command::Feel6.full_name()).click();
    harness.run_steps(3);
    let map = harness.state().session.map();
    for record in records {
        let card = &map.touchpoints[&crate::model::TouchpointId::try_from(record).unwrap()];
        let felt = card.emotion.as_ref().map(|emotion| emotion.score.tenths());
        assert_eq!((card.channel, felt), (Channel::Podcast, Some(20)));
    }
    assert_eq!(harness.state().session.history().undo_steps(), steps + 2);
}

#[test]
fn the_bar_is_gone_while_something_is_written_or_dragged_and_stands_over_no_header() {
    let mut harness = window(true);
    assert!(harness.query_by_label(say!(ui_bar_more)).is_none(), "nothing is selected");
    let card = select(&mut harness, &["Review site"])[0];
    // The headers are just above the first card: the bar stands below it.
    let more = harness.get_by_label(say!(ui_bar_more)).rect();
    let place = card_at(&harness, "Review site");
    assert!(more.top() > place.y, "{more:?} is below {place:?}");
    let tags = harness.state().session.map().stages_in_order().into_iter().map(|(stage, _)| stage.0);
    let headers: Vec<_> =
        tags.map(|id| at(&harness, crate::scene::Tag::new(crate::scene::Kind::Stage, id)).y).collect();
    assert!(headers.iter().all(|header| *header < more.top()), "{more:?} covers none of {headers:?}");
    harness.state_mut().act(Intent::Command(Command::EditTitle));
    harness.run_steps(3);
    assert!(harness.query_by_label(say!(ui_bar_more)).is_none());
    click(&mut harness, place + vec2(0.0, 300.0), Modifiers::NONE);
    harness.state_mut().act(Intent::Select(card));
    harness.run_steps(3);
    harness.hover_at(place);
    harness.run_steps(1);
    harness.drag_at(place);
    harness.run_steps(1);
    harness.hover_at(place + vec2(60.0, 30.0));
    harness.run_steps(2);
    assert!(harness.query_by_label(say!(ui_bar_more)).is_none());
    harness.drop_at(place);
    harness.run_steps(4);
    // A stage's bar stands below its header, which is at the top.
    let stage = harness.state().session.map().stages_in_order()[0].0;
    harness.state_mut().act(Intent::Select(stage.into()));
    harness.run_steps(3);
    let header = at(&harness, crate::scene::Tag::new(crate::scene::Kind::Stage, stage.0));
    assert!(harness.get_by_label(say!(ui_bar_more)).rect().center().y > header.y + 20.0);
    let merge = say!(ui_bar_command, command = say!(cmd_merge_stages));
    harness.get_by_label(&merge).click();
    harness.run_steps(3);
    assert_eq!(harness.state().session.selection().only(), Some(stage.into()));
}

#[test]
fn a_line_is_pulled_from_a_card_to_another_and_esc_leaves_none() {
    let mut harness = window(true);
    select(&mut harness, &["Review site"]);
    let port = harness.get_by_label(say!(ui_board_port)).rect().center();
    let other = harness.state().session.map().touchpoints.values().find(|card| card.title != "Review site").unwrap();
    let title = other.title.clone();
    let to = card_at(&harness, &title);
    drag(&mut harness, port, to);
    let (from, other) = (harness.state().card("Review site"), harness.state().card(&title));
    let ways: Vec<_> = harness.state().session.map().connectors.values().map(|way| (way.from, way.to)).collect();
    assert_eq!(ways, [(from, other)]);
    // Let go of over nothing it is gone.
    select(&mut harness, &["Review site"]);
    drag(&mut harness, port, port + vec2(4.0, 500.0));
    assert_eq!(harness.state().session.map().connectors.len(), 1);
}
