//! The command palette as a person meets it: opened by its key, searched by letters, used by keys, pointer and screen reader.

use super::tests::{Seat, sit_down};
use crate::model::{Change, Edit, RecordRef, Verb};
use crate::session::{COMMANDS, Command, Intent};
use egui::{Key, Modifiers, Role};
use egui_kittest::kittest::{NodeT, Queryable};
use touchline_words::say;

const FIELD: &str = "Command, setting, or anything by name";

fn opened() -> Seat {
    let mut seat = sit_down();
    seat.click(say!(template_streaming));
    seat.press(Modifiers::COMMAND, Key::K);
    seat
}

impl Seat {
    fn look_for(&mut self, text: &str) {
        self.harness.get_by_label(FIELD).type_text(text);
        self.harness.run_steps(3);
    }

    /// What is listed, and what of it is chosen.
    fn listed(&self) -> (Vec<String>, Option<String>) {
        let options: Vec<_> = self.harness.query_all_by_role(Role::ListBoxOption).collect();
        let name = |node: &egui_kittest::Node<'_>| node.accesskit_node().label().unwrap_or_default();
        let chosen = options.iter().find(|node| node.accesskit_node().is_selected() == Some(true)).map(name);
        (options.iter().map(name).collect(), chosen)
    }
}

#[test]
fn a_command_is_run_by_a_few_letters_and_taken_back_in_one_step() {
    let mut seat = opened();
    let before = seat.map();
    seat.look_for("add st");
    assert_eq!(seat.listed().1.as_deref(), Some("Add stage"));
    seat.press(Modifiers::NONE, Key::Enter);
    assert!(!seat.shows(FIELD));
    assert_eq!(seat.map().stages.len(), before.stages.len() + 1);
    // Its name is written at once, as after the menu and the key.
    seat.press(Modifiers::COMMAND, Key::A);
    seat.harness.event(egui::Event::Text("Win-back".to_owned()));
    seat.press(Modifiers::NONE, Key::Enter);
    assert!(seat.map().stages.values().any(|stage| stage.name == "Win-back"));
    // Enter begins the next; Esc ends it and leaves nothing of it.
    assert_eq!(seat.map().stages.len(), before.stages.len() + 2);
    seat.press(Modifiers::NONE, Key::Escape);
    assert_eq!(seat.map().stages.len(), before.stages.len() + 1);
    seat.press(Modifiers::COMMAND, Key::Z);
    assert_eq!(seat.map(), before);
}

#[test]
fn a_card_is_gone_to_by_what_its_owner_is_called_and_the_row_says_so() {
    let mut seat = opened();
    seat.press(Modifiers::NONE, Key::Escape);
    let (card, mut owned) = seat.map().touchpoints.iter().next().map(|(id, card)| (*id, card.clone())).unwrap();
    owned.owner = "Quillon Marsh".to_owned();
    let edit = Edit::of(Verb::Begin, vec![Change::Touchpoint(card, Some(owned))]);
    let ctx = seat.harness.ctx.clone();
    seat.window().act(&ctx, Intent::Edit(edit));
    seat.press(Modifiers::COMMAND, Key::K);
    seat.look_for("quillon");
    let option = seat.harness.query_all_by_role(Role::ListBoxOption).next().unwrap();
    let description = option.accesskit_node().description().unwrap_or_default();
    assert!(description.starts_with("Owner: Quillon Marsh, "), "{description}");
    seat.press(Modifiers::NONE, Key::Enter);
    assert_eq!(seat.session().selection().only(), Some(RecordRef::Touchpoint(card)));
}

#[test]
fn a_card_a_stage_and_a_segment_are_gone_to_by_name() {
    let mut seat = opened();
    seat.press(Modifiers::NONE, Key::Escape);
    let ctx = seat.harness.ctx.clone();
    seat.window().act(&ctx, Intent::Command(Command::AddSegment));
    seat.harness.run_steps(3);
    let map = seat.map();
    let segment = map.segments_in_order()[0].0;
    let (card, title) = map.touchpoints.iter().find(|(_, card)| card.title == "Plans page").unwrap();
    let stage = map.stages_in_order().last().unwrap().0;
    for (name, record) in [
        (title.title.clone(), RecordRef::Touchpoint(*card)),
        (map.stages[&stage].name.clone(), RecordRef::Stage(stage)),
        (map.segments[&segment].name.clone(), RecordRef::Segment(segment)),
    ] {
        seat.press(Modifiers::COMMAND, Key::K);
        seat.look_for(&name);
        assert_eq!(seat.listed().1, Some(format!("Go to {name}")));
        seat.press(Modifiers::NONE, Key::Enter);
        assert_eq!(seat.session().selection().only(), Some(record), "{name}");
    }
    assert_eq!(seat.map(), map, "nothing is changed by going somewhere");
    // The keyboard is the board's after that.
    seat.press(Modifiers::NONE, Key::Escape);
    seat.press(Modifiers::NONE, Key::Tab);
    assert_eq!(seat.session().selection().records().len(), 1);
}

#[test]
fn arrows_go_round_and_esc_or_the_same_key_leaves() {
    let mut seat = opened();
    seat.look_for("zoom");
    let (listed, chosen) = seat.listed();
    assert_eq!(chosen.as_ref(), listed.first());
    seat.press(Modifiers::NONE, Key::ArrowDown);
    assert_eq!(seat.listed().1.as_ref(), listed.get(1));
    seat.press(Modifiers::NONE, Key::ArrowUp);
    seat.press(Modifiers::NONE, Key::ArrowUp);
    assert_eq!(seat.listed().1.as_ref(), listed.last());
    seat.press(Modifiers::NONE, Key::ArrowDown);
    assert_eq!(seat.listed().1.as_ref(), listed.first());
    seat.press(Modifiers::NONE, Key::Escape);
    assert!(!seat.shows(FIELD));
    for shown in [true, false] {
        seat.press(Modifiers::COMMAND, Key::K);
        assert_eq!(seat.shows(FIELD), shown);
    }
    assert!(seat.session().selection().is_empty());
}

#[test]
fn what_cannot_be_used_is_listed_with_its_reason_and_does_nothing() {
    let mut seat = opened();
    seat.look_for("fit the selection");
    let described = |seat: &Seat| {
        let node = seat.harness.get_by_label(say!(cmd_fit_selection));
        (node.accesskit_node().is_disabled(), node.accesskit_node().description().unwrap_or_default())
    };
    assert_eq!(described(&seat), (true, "View, Shift+2, Select something first".to_owned()));
    seat.press(Modifiers::NONE, Key::Enter);
    assert!(seat.shows(FIELD));
}

#[test]
fn the_pointer_chooses_and_a_screen_reader_can() {
    let mut seat = opened();
    seat.look_for("dark theme");
    seat.click(say!(cmd_theme_dark));
    assert!(crate::ui::style::theme(&seat.harness.ctx).dark && !seat.shows(FIELD));
    seat.press(Modifiers::COMMAND, Key::K);
    // The last used stands first.
    assert_eq!(seat.listed().1.as_deref(), Some("Dark theme"));
    seat.look_for("light theme");
    seat.harness.get_by_label(say!(cmd_theme_light)).click_accesskit();
    seat.harness.run_steps(3);
    assert!(!crate::ui::style::theme(&seat.harness.ctx).dark);
}

#[test]
fn letters_and_enter_that_come_in_one_frame_use_what_the_letters_find() {
    let mut seat = opened();
    seat.harness.event(egui::Event::Text("dark theme".to_owned()));
    seat.press(Modifiers::NONE, Key::Enter);
    assert!(crate::ui::style::theme(&seat.harness.ctx).dark);
}

#[test]
fn every_command_is_in_it_on_the_start_screen_too_and_while_somebody_types() {
    let mut seat = sit_down();
    seat.press(Modifiers::COMMAND, Key::K);
    seat.look_for("new map");
    seat.press(Modifiers::NONE, Key::Enter);
    assert!(!seat.session().on_start());
    seat.click(say!(ui_top_title));
    seat.type_over(say!(ui_top_title), "Northshore");
    for row in COMMANDS {
        seat.press(Modifiers::COMMAND, Key::K);
        seat.look_for(row.name.text());
        let name = seat.session().full_name(row.command);
        assert!(seat.listed().0.contains(&name), "{name}");
        seat.press(Modifiers::COMMAND, Key::K);
    }
}

#[test]
fn one_of_a_thousand_cards_is_found_by_two_words_of_it() {
    let mut seat = opened();
    seat.press(Modifiers::NONE, Key::Escape);
    let mut map = seat.map();
    let (id, card) = map.touchpoints.iter().next().map(|(id, card)| (*id, card.clone())).unwrap();
    for nth in 0..1000_u64 {
        let mut card = card.clone();
        card.title = format!("Touchpoint with a rather long title, number {nth}, for a campaign");
        map.touchpoints.insert(crate::model::TouchpointId(id.0.wrapping_add(nth + 1)), card);
    }
    let mut session = crate::session::Session::new(Default::default(), crate::model::IdSource::seeded(1));
    let opened = crate::session::Opened {
        map,
        from: crate::session::Origin::Sample,
        written_unix_secs: None,
        beside: Vec::new(),
        unknown: Vec::new(),
    };
    let report = crate::session::DiskReport::Opened(Box::new(opened));
    session.handle(Intent::Disk(report), Default::default());
    let mut finder = crate::session::finder::Finder::default();
    finder.update(&session, "");
    finder.update(&session, "campaign number 77");
    let first = finder.found().first().and_then(|found| finder.entry(found)).map(|entry| entry.name.clone());
    assert_eq!(first.as_deref(), Some("Touchpoint with a rather long title, number 77, for a campaign"));
}

/// What is run by a few letters, chosen by its key.
fn choose(seat: &mut Seat, letters: &str, expected: &str) {
    seat.press(Modifiers::COMMAND, Key::K);
    seat.settle();
    seat.look_for(letters);
    assert_eq!(seat.listed().1.as_deref(), Some(expected), "{letters}");
    seat.press(Modifiers::NONE, Key::Enter);
    seat.harness.run_steps(4);
}

#[test]
fn an_item_of_a_library_an_audience_an_export_and_a_template_are_reached_by_keys_alone() {
    let mut seat = opened();
    seat.press(Modifiers::NONE, Key::Escape);
    let before = seat.map();
    choose(&mut seat, "operational blind", "Add Operational blindness");
    assert!(seat.map().pain_points.values().any(|pain| pain.codes == "DT06"));
    seat.press(Modifiers::COMMAND, Key::Z);
    assert_eq!(seat.map(), before, "one step of undo");
    let (id, name) = {
        let (id, segment) = before.segments_in_order()[0];
        (id, segment.name.clone())
    };
    choose(&mut seat, &format!("see it as {name}"), &format!("See it as {name}"));
    assert_eq!(seat.session().lens(), Some(id));
    choose(&mut seat, "svg", "Export as SVG");
    let export = seat.session().flows().export().expect("the box is open");
    assert_eq!(export.settings().format, crate::export::Format::Svg);
    seat.press(Modifiers::NONE, Key::Escape);
    choose(&mut seat, "template podcast", "New map from Podcast launch");
    let name = crate::edit::templates::Template::PodcastLaunch.name();
    assert!(seat.map().meta.title.starts_with(name), "{}", seat.map().meta.title);
}

#[test]
fn what_is_found_stands_in_groups_and_each_group_says_what_it_is() {
    let mut seat = opened();
    seat.settle();
    seat.look_for("the");
    let mut finder = crate::session::finder::Finder::default();
    finder.update(seat.session(), "the");
    let groups: Vec<_> =
        finder.found().iter().filter_map(|found| finder.entry(found)).map(|entry| entry.target.group()).collect();
    let mut once = groups.clone();
    once.dedup();
    assert!(once.len() > 2, "{once:?}");
    let mut names: Vec<&str> = once.iter().map(|group| group.name()).collect();
    assert_eq!(
        names.len(),
        {
            names.sort_unstable();
            names.dedup();
            names.len()
        },
        "no group stands twice"
    );
    let first = groups.first().unwrap().name();
    assert!(seat.harness.query_by_label(first).is_some(), "the caption is told to a screen reader");
}
