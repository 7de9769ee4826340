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
    assert_eq!(show(&story).stand(story.session.map(), story.session.lens()).unwrap().segment, Some(other));
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
    assert_eq!((show(&story).stage(), show(&story).stand(story.session.map(), None)), (None, None));
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

/// An agenda of two blocks: five minutes of pains at the third stage with a vote, then one minute of nothing.
fn with_agenda() -> Story {
    let mut map = sample::map();
    let (stage, lane) = (map.stages_in_order()[2].0, map.lane_of(LaneKind::PainPoints));
    let ranks = Rank::spread(2);
    let vote = "Which hurts most?".to_owned();
    let pains = AgendaBlock { stage: Some(stage), lane, vote, ..AgendaBlock::new(ranks[0].clone(), "Pains", 5) };
    map.agenda.insert(AgendaBlockId(1), pains);
    map.agenda.insert(AgendaBlockId(2), AgendaBlock::new(ranks[1].clone(), "Break", 1));
    let mut story = opened(map);
    story.run(Command::Present);
    story
}

#[test]
fn the_agenda_drives_timer_stage_and_lane_block_by_block() {
    let mut story = with_agenda();
    let clock = |story: &Story| show(story).timer().clock(story.now).unwrap();
    press(&mut story, PresentMsg::NextBlock);
    assert_eq!(
        (stage(&story).as_str(), clock(&story).time.as_str(), clock(&story).block.as_str()),
        ("Decision", "5:00", "Pains")
    );
    press(&mut story, PresentMsg::LightNext);
    assert!(matches!(show(&story).spotlight(), Some(RecordRef::PainPoint(_))), "the lane's records are what is lit");
    press(&mut story, PresentMsg::Vote);
    assert_eq!(show(&story).question(story.session.map()), Some("Which hurts most?"));
    press(&mut story, PresentMsg::End);
    assert_eq!(show(&story).question(story.session.map()), None);
    // Time that is up is told, and waits for the facilitator.
    story.now += Duration::from_secs(400);
    story.act(Intent::Tick);
    assert!(clock(&story).is_over && clock(&story).time.starts_with('+'));
    press(&mut story, PresentMsg::NextBlock);
    assert_eq!(clock(&story).block, "Break");
    press(&mut story, PresentMsg::Vote);
    assert_eq!(show(&story).question(story.session.map()), None, "nothing is voted on in a break");
    press(&mut story, PresentMsg::NextBlock);
    assert_eq!(clock(&story).block, "Break", "it is the last");
    press(&mut story, PresentMsg::PutTimerAway);
    press(&mut story, PresentMsg::NextBlock);
    assert_eq!(clock(&story).block, "Pains", "the day begins again");
}

#[test]
fn the_next_block_begins_by_itself_where_that_is_wished_for() {
    let mut story = with_agenda();
    press(&mut story, PresentMsg::GoOn);
    press(&mut story, PresentMsg::NextBlock);
    story.now += Duration::from_secs(301);
    story.act(Intent::Tick);
    assert_eq!(show(&story).timer().clock(story.now).unwrap().block, "Break");
}
