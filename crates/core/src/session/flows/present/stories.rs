//! Stories of a map before a room.

use super::*;
use crate::figures::sample;
use crate::session::flows::Msg;
use crate::session::flows::stories::opened;
use crate::session::stories::Story;
use crate::session::{Command, Intent};

fn press(story: &mut Story, msg: PresentMsg) -> Vec<Effect> {
    story.act(Intent::Flow(Msg::Present(msg)))
}

fn show(story: &Story) -> &Presenting {
    story.session.flows().present().unwrap()
}

fn stage(story: &Story) -> String {
    let id = show(story).stage().unwrap();
    story.session.map().stages[&id].name.clone()
}

fn started() -> Story {
    let mut story = opened(sample::map());
    assert_eq!(story.run(Command::Present), [Effect::FullScreen(FullScreen::Whole)]);
    story
}

#[test]
fn a_room_is_led_from_stage_to_stage_and_the_map_stays_as_it_was() {
    let mut story = started();
    let (map, steps) = (story.session.map().clone(), story.session.history().undo_steps());
    assert_eq!(stage(&story), "Awareness");
    let led = [
        (PresentMsg::Next, "Consideration"),
        (PresentMsg::Next, "Decision"),
        (PresentMsg::Last, "Retention"),
        (PresentMsg::Next, "Retention"),
        (PresentMsg::Back, "Onboarding"),
        (PresentMsg::First, "Awareness"),
        (PresentMsg::Back, "Awareness"),
    ];
    for (msg, there) in led {
        press(&mut story, msg);
        assert_eq!(stage(&story), there, "{msg:?}");
    }
    press(&mut story, PresentMsg::Digit(4));
    press(&mut story, PresentMsg::Go);
    assert_eq!(stage(&story), "Onboarding");
    // Three seconds are between two steps of a story: with a fourth they are two numbers.
    press(&mut story, PresentMsg::Digit(2));
    story.now += Duration::from_secs(4);
    press(&mut story, PresentMsg::Go);
    assert_eq!(stage(&story), "Onboarding", "nobody remembers what was typed long ago");
    assert_eq!(press(&mut story, PresentMsg::End), [Effect::FullScreen(FullScreen::AsBefore)]);
    assert!(story.session.flows().present().is_none());
    assert_eq!((story.session.map(), story.session.history().undo_steps()), (&map, steps));
}

#[test]
fn it_begins_where_the_selection_is() {
    let mut story = opened(sample::map());
    let decision = story.session.map().stages_in_order()[2].0;
    let card = story.session.map().touchpoints_of(decision)[0].0;
    story.act(Intent::Select(card.into()));
    story.run(Command::Present);
    assert_eq!(stage(&story), "Decision");
}

#[test]
fn the_spotlight_walks_through_the_cards_and_out_at_both_ends() {
    let mut story = started();
    let first = show(&story).stage().unwrap();
    let cards = spotlights(story.session.map(), &Stand::at(first));
    assert_eq!(cards.len(), 3);
    for nth in [Some(0), Some(1), Some(2), None, Some(0)] {
        press(&mut story, PresentMsg::LightNext);
        assert_eq!(show(&story).spotlight(), nth.map(|nth| cards[nth]));
    }
    press(&mut story, PresentMsg::LightBack);
    assert_eq!(show(&story).spotlight(), None);
    press(&mut story, PresentMsg::LightBack);
    assert_eq!(show(&story).spotlight(), Some(cards[2]));
    assert_eq!(press(&mut story, PresentMsg::End), [], "Esc puts the light out first");
    assert_eq!(show(&story).spotlight(), None);
    press(&mut story, PresentMsg::Light(cards[1]));
    press(&mut story, PresentMsg::Next);
    assert_eq!(show(&story).spotlight(), None, "another stage begins in daylight");
}

#[test]
fn a_lens_shows_what_its_audience_meets() {
    let mut story = opened(sample::map());
    let map = story.session.map();
    let met = |segment| {
        let stands = map.stages.keys().map(|stage| Stand { segment, ..Stand::at(*stage) });
        stands.map(|stand| spotlights(map, &stand).len()).sum::<usize>()
    };
    let all = met(None);
    assert_eq!(all, map.touchpoints.len());
    let other = map.segments.keys().find(|id| met(Some(**id)) < all).copied();
    let Some(other) = other else { return };
    story.act(Intent::Lens(Some(other)));
    story.run(Command::Present);
    assert_eq!(show(&story).stand(story.session.lens()).unwrap().segment, Some(other));
}

#[test]
fn the_camera_glides_and_stands_still_where_motion_is_reduced() {
    let mut story = started();
    press(&mut story, PresentMsg::Next);
    let (map, now) = (story.session.map(), story.now);
    let after = |ms| show(&story).camera(map, now + Duration::from_millis(ms), false);
    assert_eq!((after(0), after(420), after(5_000)), (0.0, 1.0, 1.0));
    assert!(after(100) > 0.0 && after(100) < after(210) && (after(210) - 0.5).abs() < 1e-3);
    assert_eq!(show(&story).camera(map, now, true), 1.0);
    assert_eq!(show(&story).changes_in(now, false), Some(Duration::ZERO));
    assert_eq!(show(&story).changes_in(now, true), Some(HINT_STAYS));
    assert_eq!(show(&story).changes_in(now + HINT_STAYS, false), None, "idle draws nothing");
    // Another step on the way begins where the camera is.
    let half = now + Duration::from_millis(210);
    story.session.handle(Intent::Flow(Msg::Present(PresentMsg::Next)), half);
    assert!((show(&story).camera(story.session.map(), half, false) - 0.5).abs() < 1e-3);
}

#[test]
fn the_hint_goes_and_comes_back_with_a_move_and_a_dark_room_wakes_at_a_key() {
    let mut story = started();
    assert!(show(&story).hints(story.now) && !show(&story).hints(story.now + HINT_STAYS));
    press(&mut story, PresentMsg::Blank);
    press(&mut story, PresentMsg::Moved);
    assert!(show(&story).is_blank(), "a hand on the table wakes nobody");
    press(&mut story, PresentMsg::Blank);
    assert!(!show(&story).is_blank());
    press(&mut story, PresentMsg::Blank);
    press(&mut story, PresentMsg::Next);
    assert!(!show(&story).is_blank());
    press(&mut story, PresentMsg::Blank);
    assert_eq!(press(&mut story, PresentMsg::End), []);
}

#[test]
fn a_map_without_stages_and_one_that_is_left_are_no_trouble() {
    let mut story = Story::new();
    story.run(Command::Present);
    for msg in [PresentMsg::Next, PresentMsg::LightNext, PresentMsg::Last, PresentMsg::Timer, PresentMsg::Digit(9)] {
        press(&mut story, msg);
    }
    assert_eq!((show(&story).stage(), show(&story).stand(None)), (None, None));
    story.run(Command::StartScreen);
    assert!(story.act(Intent::Tick).contains(&Effect::FullScreen(FullScreen::AsBefore)));
    assert!(story.session.flows().present().is_none());
    assert!(!story.session.is_enabled(Command::Present));
}

#[test]
fn a_stage_that_goes_while_it_is_shown_makes_room_for_the_first() {
    let mut story = started();
    press(&mut story, PresentMsg::Last);
    let last = show(&story).stage().unwrap();
    story.act(Intent::Delete(vec![last.into()]));
    story.act(Intent::Tick);
    assert_eq!(stage(&story), "Awareness");
}
