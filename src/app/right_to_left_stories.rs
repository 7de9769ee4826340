//! The window over a map and files of Hebrew names: whatever box, list or panel names them, their words stand in order.

use super::Options;
use super::tests::{Seat, sit_down, window_of_any_letters};
use crate::edit::templates::Template;
use crate::model::{IdSource, Map, RecordKind};
use crate::session::{COMMANDS, Command, Intent};
use crate::store::DrawerTab;
use crate::ui::drawer::shows;
use crate::ui::screen::order::is_out_of_order;
use egui::{Key, Modifiers, pos2};
use egui_kittest::kittest::NodeT;
use std::fmt::Write as _;
use touchline_words::say;

/// Nobody but a person or a file writes it.
const NAME: &str = "הורים חדשים";

/// Every name of the template in Hebrew, with figures in it.
fn hebrew() -> Map {
    let mut map = Template::StreamingSubscriber.build(&mut IdSource::seeded(4));
    map.meta.language = "he".to_owned();
    map.meta.title = format!("{NAME} 2026");
    let mut nth = 0;
    let mut name = |text: &mut String| {
        nth += 1;
        *text = format!("{NAME} {nth}:30");
    };
    map.stages.values_mut().for_each(|stage| name(&mut stage.name));
    map.touchpoints.values_mut().for_each(|card| name(&mut card.title));
    map.segments.values_mut().for_each(|segment| name(&mut segment.name));
    map.lanes.values_mut().for_each(|lane| name(&mut lane.name));
    map.questions.values_mut().for_each(|question| name(&mut question.text));
    map.pain_points.values_mut().for_each(|pain| name(&mut pain.text));
    map.actions.values_mut().for_each(|action| name(&mut action.title));
    map
}

fn opened() -> Seat {
    let mut seat = sit_down();
    let path = seat.folder.path().join(format!("{NAME} 3.ron"));
    std::fs::write(&path, crate::store::to_text(&hebrew())).unwrap();
    seat.harness = window_of_any_letters(seat.folder.path(), Options { map: Some(path), ..Options::default() });
    seat.settle();
    seat
}

/// Looks at the frame; true where a screen reader meets the name.
fn look(seat: &Seat, what: &str) -> bool {
    for clipped in &seat.harness.output().shapes {
        assert!(!is_out_of_order(&clipped.shape), "{what}: {:?}", clipped.shape);
    }
    let names = |node: egui_kittest::Node<'_>| {
        let node = node.accesskit_node();
        [node.label(), node.value()].iter().flatten().any(|said| said.contains(NAME))
    };
    seat.harness.root().children_recursive().any(names)
}

fn act(seat: &mut Seat, action: Intent) {
    let ctx = seat.harness.ctx.clone();
    seat.window().act_all(&ctx, [action]);
    seat.harness.run_steps(3);
}

#[test]
fn every_panel_and_every_box_that_a_command_opens_has_its_words_in_order() {
    let mut seat = opened();
    assert!(look(&seat, "the board"));
    for tab in DrawerTab::ALL {
        act(&mut seat, Intent::Command(shows(tab)));
        look(&seat, "the drawer");
    }
    let map = seat.session().map().clone();
    for record in RecordKind::RECORDS.iter().flat_map(|kind| map.refs(*kind)) {
        act(&mut seat, Intent::Select(record));
        look(&seat, "the inspector");
    }
    let languages = [Command::LanguageSystem, Command::LanguageEnglish, Command::LanguageGerman];
    for row in COMMANDS.iter().filter(|row| !languages.contains(&row.command)) {
        let mut seat = opened();
        act(&mut seat, Intent::Command(row.command));
        seat.settle();
        look(&seat, row.name.text());
    }
}

#[test]
fn the_start_the_import_and_what_shows_under_the_pointer_have_their_words_in_order() {
    let mut seat = opened();
    seat.harness = window_of_any_letters(seat.folder.path(), Options::default());
    seat.settle();
    assert!(look(&seat, "the start"), "the map is among the recent ones");
    let mut log = String::from("לקוח,אירוע של לקוח,time\n");
    for nth in 0..90 {
        writeln!(log, "{},{NAME} {}:30,2026-10-01 10:{:02}:00", nth % 40, nth % 3, nth % 60).unwrap();
    }
    let path = seat.folder.path().join(format!("{NAME} 4.csv"));
    std::fs::write(&path, log).unwrap();
    let mut seat = opened();
    let path = {
        let here = seat.folder.path().join(format!("{NAME} 4.csv"));
        std::fs::copy(path, &here).unwrap();
        here
    };
    seat.click(say!(ui_import_data));
    seat.type_over(say!(ui_path_path), &path.display().to_string());
    assert!(look(&seat, "the path"));
    seat.click(say!(open));
    seat.until_said(NAME);
    for _ in 0..200 {
        seat.harness.run_steps(1);
        look(&seat, "the import");
    }
    // Every part of the box under the pointer, with its tooltip.
    let nodes = seat.harness.root().children_recursive();
    let places: Vec<_> = nodes.filter_map(|node| node.accesskit_node().bounding_box()).collect();
    for place in places.into_iter().step_by(3) {
        let place = pos2(((place.x0 + place.x1) / 2.0) as f32, ((place.y0 + place.y1) / 2.0) as f32);
        seat.harness.hover_at(place);
        seat.harness.run_steps(4);
        look(&seat, "a tooltip");
    }
    seat.press(Modifiers::NONE, Key::Escape);
    look(&seat, "the board");
}
