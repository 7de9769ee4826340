//! Stories of the tour: walked by doing, by its buttons and by keys alone, skipped, found again, and the own work untouched.

use super::tests::*;
use crate::session::tour::TourStep;
use crate::session::{Command, Intent};
use crate::store::{DraftId, StateFolder};
use crate::ui::spots::{self, Spot};
use egui::{Key, Modifiers, vec2};
use egui_kittest::kittest::{NodeT, Queryable};
use touchline_words::{Language, in_language, say};

fn act(seat: &mut Seat, intent: Intent) {
    let ctx = seat.harness.ctx.clone();
    seat.window().act(&ctx, intent);
    seat.harness.run_steps(6);
}

fn on_tour(seat: &Seat) -> bool {
    seat.session().map().meta.title == say!(tour_map)
}

fn shows_step(seat: &Seat, step: TourStep) -> bool {
    seat.shows(step.title())
}

#[test]
fn the_tour_is_walked_by_doing_and_leaves_the_own_work_as_it_was() {
    let mut seat = sit_down();
    seat.click(say!(ui_start_new));
    seat.add_stage("My own stage");
    let (own, steps) = (seat.session().map().clone(), seat.session().history().undo_steps());
    let settings = seat.session().settings().clone();
    act(&mut seat, Intent::Command(Command::Tour));
    assert!(on_tour(&seat) && shows_step(&seat, TourStep::Stage));
    seat.add_stage("Renewal");
    assert!(shows_step(&seat, TourStep::Touchpoint), "the stage was added");
    act(&mut seat, Intent::Command(Command::AddTouchpoint));
    seat.press(Modifiers::NONE, Key::Escape);
    assert!(shows_step(&seat, TourStep::Face));
    let card = *seat.session().map().touchpoints.iter().find(|(_, card)| card.emotion.is_some()).unwrap().0;
    act(&mut seat, Intent::Select(card.into()));
    act(&mut seat, Intent::Command(Command::EmotionDown));
    assert!(shows_step(&seat, TourStep::Audience));
    act(&mut seat, Intent::Command(Command::NextLens));
    assert!(shows_step(&seat, TourStep::Undo));
    act(&mut seat, Intent::Command(Command::Undo));
    assert!(shows_step(&seat, TourStep::Find));
    for changed in [Command::TogglePalette, Command::ToggleDrawer, Command::LessMotion] {
        act(&mut seat, Intent::Command(changed));
    }
    act(&mut seat, Intent::Command(Command::Find));
    seat.press(Modifiers::NONE, Key::Escape);
    assert!(shows_step(&seat, TourStep::Data), "Esc closed the palette, and not the tour");
    seat.click(say!(ui_tour_done));
    assert_eq!((seat.session().map(), seat.session().history().undo_steps()), (&own, steps));
    assert!(!shows_step(&seat, TourStep::Data));
    assert_eq!(*seat.session().settings(), settings, "how the window is set is as it was");
}

#[test]
fn the_tour_is_walked_by_its_buttons_with_keys_alone_and_skipped_by_escape() {
    let mut seat = sit_down();
    assert!(seat.session().on_start());
    seat.click(say!(cmd_tour));
    assert!(on_tour(&seat));
    for step in TourStep::ALL {
        assert!(shows_step(&seat, step), "{step:?}");
        assert!(seat.shows(&say!(
            ui_tour_count,
            nth = TourStep::ALL.iter().position(|other| *other == step).unwrap() + 1,
            of = 7
        )));
        seat.press(Modifiers::NONE, Key::Enter);
    }
    assert!(seat.session().on_start(), "the tour ends where it began");
    seat.click(say!(cmd_tour));
    seat.press(Modifiers::NONE, Key::Enter);
    seat.click(say!(ui_tour_back));
    assert!(shows_step(&seat, TourStep::Stage));
    seat.press(Modifiers::NONE, Key::Escape);
    assert!(seat.session().on_start());
}

#[test]
fn escape_belongs_to_what_is_being_written_first() {
    let mut seat = sit_down();
    seat.click(say!(cmd_tour));
    seat.press(Modifiers::NONE, Key::S);
    seat.press(Modifiers::NONE, Key::Escape);
    assert!(on_tour(&seat), "it closed the name of the new stage");
    seat.press(Modifiers::NONE, Key::Escape);
    assert!(!on_tour(&seat));
}

#[test]
fn what_is_about_files_ends_the_tour_and_is_done_to_the_own_map() {
    let mut seat = sit_down();
    seat.click(say!(ui_start_new));
    seat.add_stage("Mine");
    act(&mut seat, Intent::Command(Command::Tour));
    act(&mut seat, Intent::Command(Command::AddStage));
    act(&mut seat, Intent::Command(Command::Export));
    assert!(!on_tour(&seat) && seat.session().flows().export().is_some());
    assert!(seat.session().map().stages.values().any(|stage| stage.name == "Mine"));
}

#[test]
fn nothing_of_the_practice_is_kept_and_own_drafts_are_written_meanwhile() {
    let mut seat = sit_down();
    seat.click(say!(ui_start_new));
    seat.add_stage("Mine");
    act(&mut seat, Intent::Command(Command::Tour));
    act(&mut seat, Intent::Command(Command::AddStage));
    seat.press(Modifiers::NONE, Key::Escape);
    seat.settle();
    let state = StateFolder::at(seat.folder.path().join("state"));
    let drafts = std::fs::read_dir(seat.folder.path().join("state/drafts")).unwrap();
    let ids = drafts
        .filter_map(|entry| entry.unwrap().file_name().into_string().unwrap().strip_suffix(".ron").map(str::to_owned));
    let maps: Vec<_> = ids.map(|id| state.read_draft(&DraftId(id)).unwrap().loaded.map).collect();
    assert_eq!(maps.len(), 1, "the own map's draft alone");
    assert!(maps[0].stages.values().any(|stage| stage.name == "Mine") && maps[0].meta.title != say!(tour_map));
}

#[test]
fn the_tour_is_found_in_the_menu_of_help_in_the_palette_and_on_the_page_of_keys() {
    let mut seat = sit_down();
    seat.click(say!(ui_start_new));
    act(&mut seat, Intent::Command(Command::Shortcuts));
    let links = seat.harness.query_all_by_label(say!(cmd_tour)).collect::<Vec<_>>();
    let link = links.into_iter().rfind(|node| {
        node.accesskit_node().role() == egui::accesskit::Role::Button
            || node.accesskit_node().role() == egui::accesskit::Role::Link
    });
    link.expect("a link on the page").click();
    seat.harness.run_steps(4);
    assert!(on_tour(&seat));
    seat.press(Modifiers::NONE, Key::Escape);
    act(&mut seat, Intent::Command(Command::Find));
    for letter in "60 sec".chars() {
        seat.harness.event(egui::Event::Text(letter.to_string()));
    }
    seat.harness.run_steps(3);
    seat.press(Modifiers::NONE, Key::Enter);
    seat.harness.run_steps(4);
    assert!(on_tour(&seat));
    seat.press(Modifiers::NONE, Key::Enter);
    assert!(shows_step(&seat, TourStep::Touchpoint), "the first call-out has the keyboard");
    assert_eq!(Command::Tour.row().menu, crate::session::Menu::Help);
}

#[test]
fn call_outs_fit_a_small_window_and_large_words_in_both_languages() {
    for (language, scale) in [(Language::English, 100), (Language::German, 100), (Language::German, 200)] {
        in_language(language, || {
            let mut seat = sit_down();
            seat.harness.set_size(if scale == 200 { vec2(2560.0, 1440.0) } else { vec2(1280.0, 720.0) });
            seat.harness.run_steps(2);
            seat.click(say!(cmd_tour));
            for _ in 100..scale {
                act(&mut seat, Intent::Command(Command::ScaleUp));
            }
            for step in TourStep::ALL {
                seat.harness.run_steps(4);
                let window = seat.harness.ctx.content_rect();
                if step == TourStep::Touchpoint {
                    seat.harness.run_steps(40);
                    let blocks = spots::place(&seat.harness.ctx, Spot::Touchpoints).expect("the touchpoints in sight");
                    assert!(window.contains_rect(blocks) && blocks.height() > 60.0, "{blocks:?}");
                }
                let next = if step == TourStep::Data { say!(ui_tour_done) } else { say!(ui_tour_next) };
                for label in [step.title(), next, say!(ui_tour_skip)] {
                    let rect = seat.harness.get_by_label(label).rect();
                    assert!(window.contains_rect(rect), "{label}: {rect:?} in {window:?}");
                }
                seat.click(next);
            }
            assert!(!on_tour(&seat));
        });
    }
}
