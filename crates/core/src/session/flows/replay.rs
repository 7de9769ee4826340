//! The day once more: every step of the history of the open map, one after the other, in a minute.
//!
//! A copy of the map is taken back to where the history begins, off the frame, and walks forwards from there. The open map, its
//! history and its selection know nothing of it.

use super::ReplayMsg;
use super::present::time;
use crate::edit::History;
use crate::figures::numbers;
use crate::model::{Map, RecordRef};
use crate::session::job::{Job, JobState};
use crate::session::{Cause, Effect, FullScreen, Session, Tone};
use std::cmp::Ordering;
use std::collections::BTreeSet;
use std::time::Duration;
use touchline_words::say;

/// So long a day takes.
pub const REPLAY_TAKES: Duration = Duration::from_secs(60);
/// No step is seen longer, so that few take less.
const A_STEP: Duration = Duration::from_millis(700);
/// No more steps are walked in a frame: a long history is caught up with in several.
const STEPS_A_FRAME: usize = 24;

/// A history that is being shown.
#[derive(Debug)]
pub struct Replay {
    /// Until it stands at its beginning.
    rewinding: Option<Job<Option<Film>>>,
    film: Option<Film>,
    steps: usize,
    /// What had been played before it was held last, and when it was let go.
    played: Duration,
    since: Option<Duration>,
    /// Plays only when it is let go.
    waits: bool,
}

/// A copy of the map with its history, somewhere between the first and the last step.
#[derive(Debug)]
struct Film {
    map: Map,
    history: History,
    /// Steps that were made so far.
    at: usize,
    /// What each step touched, and what it did in words.
    touched: Vec<BTreeSet<RecordRef>>,
    labels: Vec<String>,
}

impl Film {
    fn rewound(mut map: Map, mut history: History, is_cancelled: &dyn Fn() -> bool) -> Option<Self> {
        let (mut touched, mut labels) = (Vec::new(), Vec::new());
        while let Some(walked) = history.undo(&mut map).ok()? {
            touched.push(walked.touched);
            labels.push(walked.label);
            if is_cancelled() {
                return None;
            }
        }
        touched.reverse();
        labels.reverse();
        Some(Self { map, history, at: 0, touched, labels })
    }

    /// One step nearer to a place; whether there was one.
    fn walk(&mut self, to: usize) -> bool {
        let (walked, at) = match self.at.cmp(&to) {
            Ordering::Less => (self.history.redo(&mut self.map), self.at + 1),
            Ordering::Greater => (self.history.undo(&mut self.map), self.at - 1),
            Ordering::Equal => return false,
        };
        let is_walked = matches!(walked, Ok(Some(_)));
        self.at = if is_walked { at } else { self.at };
        is_walked
    }
}

impl Replay {
    /// How many steps there are.
    pub fn steps(&self) -> usize {
        self.steps
    }

    /// How many have been made; none while it is being taken back to its beginning.
    pub fn at(&self) -> usize {
        self.film.as_ref().map_or(0, |film| film.at)
    }

    /// The map after that step; `None` while it is being taken back.
    pub fn map(&self) -> Option<&Map> {
        self.film.as_ref().map(|film| &film.map)
    }

    /// What the step did, in words; nothing at the beginning.
    pub fn label(&self) -> &str {
        let film = self.film.as_ref();
        film.and_then(|film| film.labels.get(film.at.checked_sub(1)?)).map_or("", String::as_str)
    }

    /// How much has been played, and how long all takes, as they are read.
    pub fn times(&self, now: Duration) -> (String, String) {
        let takes = self.takes();
        (time(self.played(now).min(takes).as_secs()), time(takes.as_secs()))
    }

    /// Whether it was told to wait until it is let go.
    pub fn waits(&self) -> bool {
        self.waits
    }

    pub fn is_held(&self) -> bool {
        self.since.is_none()
    }

    /// Whether it stands at its end.
    pub fn is_over(&self) -> bool {
        self.film.as_ref().is_some_and(|film| film.at == self.steps)
    }

    /// Every record in which the maps after two steps can differ.
    pub fn touched_between(&self, one: usize, other: usize) -> BTreeSet<RecordRef> {
        let range = one.min(other)..one.max(other);
        let steps = self.film.as_ref().and_then(|film| film.touched.get(range)).unwrap_or_default();
        steps.iter().flatten().copied().collect()
    }

    /// How fast it goes, in words.
    pub fn pace(&self) -> String {
        if self.takes() < REPLAY_TAKES {
            return say!(present_pace_calm, secs = numbers::plain(A_STEP.as_secs_f64()));
        }
        say!(present_pace_minute, secs = numbers::plain(REPLAY_TAKES.as_secs_f64()))
    }

    /// How long all of it takes.
    fn takes(&self) -> Duration {
        REPLAY_TAKES.min(A_STEP * u32::try_from(self.steps).unwrap_or(u32::MAX).min(1_000))
    }

    fn played(&self, now: Duration) -> Duration {
        self.played + self.since.map_or(Duration::ZERO, |since| now.saturating_sub(since))
    }

    /// The step that is to be seen now.
    fn wanted(&self, now: Duration) -> usize {
        let share = self.played(now).as_secs_f64() / self.takes().as_secs_f64().max(0.001);
        ((share * self.steps as f64) as usize).min(self.steps)
    }

    /// Goes to a step and waits there.
    fn hold_at(&mut self, step: usize) {
        let step = step.min(self.steps);
        // The middle of the step, so that rounding leads to no other.
        let share = (step as f64 + 0.5) / self.steps.max(1) as f64;
        (self.played, self.since) = (self.takes().mul_f64(share), None);
    }

    /// When there is something else to see, from now; `None` while it is held.
    pub fn changes_in(&self, now: Duration) -> Option<Duration> {
        let Some(film) = &self.film else { return Some(Duration::from_millis(40)) };
        if film.at != self.wanted(now) {
            return Some(Duration::ZERO);
        }
        let each = self.takes() / u32::try_from(self.steps.max(1)).unwrap_or(u32::MAX);
        self.since.filter(|_| film.at < self.steps).map(|_| (each / 4).max(Duration::from_millis(16)))
    }
}

impl Session {
    /// Begins, or says that there is nothing to show.
    pub(in crate::session) fn replay(&mut self, effects: &mut Vec<Effect>) {
        let steps = self.history().undo_steps();
        if steps == 0 {
            self.say(Cause::Edit, Tone::Info, say!(session_nothing_to_replay));
            return;
        }
        let (map, history) = (self.map.map().clone(), self.history().clone());
        let rewinding =
            Job::start("take a history back", move |progress| Film::rewound(map, history, &|| progress.is_cancelled()));
        self.flows.replay = Some(Replay {
            rewinding: Some(rewinding),
            film: None,
            steps,
            played: Duration::ZERO,
            since: None,
            waits: false,
        });
        effects.push(Effect::FullScreen(FullScreen::Whole));
    }

    pub(in crate::session) fn replay_flow(&mut self, msg: ReplayMsg, effects: &mut Vec<Effect>) {
        let now = self.now;
        let Some(replay) = &mut self.flows.replay else { return };
        match msg {
            ReplayMsg::Wait if replay.waits => {}
            ReplayMsg::Wait => (replay.waits, replay.played, replay.since) = (true, Duration::ZERO, None),
            ReplayMsg::Hold if replay.film.is_none() => {}
            ReplayMsg::Hold if replay.is_over() => (replay.played, replay.since) = (Duration::ZERO, Some(now)),
            ReplayMsg::Hold => {
                let played = replay.played(now);
                (replay.played, replay.since) = (played, if replay.since.is_some() { None } else { Some(now) });
            }
            ReplayMsg::Next => replay.hold_at(replay.wanted(now) + 1),
            ReplayMsg::Back => replay.hold_at(replay.wanted(now).saturating_sub(1)),
            ReplayMsg::First => replay.hold_at(0),
            ReplayMsg::Last => replay.hold_at(replay.steps),
            ReplayMsg::End => {
                self.flows.replay = None;
                effects.push(Effect::FullScreen(FullScreen::AsBefore));
            }
        }
    }

    /// Walks on to the step of the moment.
    pub(in crate::session) fn tick_replay(&mut self, effects: &mut Vec<Effect>) {
        let now = self.now;
        let mut is_lost = self.on_start;
        let Some(replay) = &mut self.flows.replay else { return };
        match replay.rewinding.take().map(|job| (job.poll(), job)) {
            Some((JobState::Running, job)) => replay.rewinding = Some(job),
            Some((JobState::Done(Some(film)), _)) => {
                (replay.film, replay.since) = (Some(film), (!replay.waits).then_some(now));
            }
            Some((JobState::Done(None) | JobState::Lost, _)) => is_lost = true,
            None => {}
        }
        let wanted = replay.wanted(now);
        if let Some(film) = &mut replay.film {
            for _ in 0..STEPS_A_FRAME {
                if !film.walk(wanted) {
                    break;
                }
            }
        }
        if is_lost {
            self.flows.replay = None;
            effects.push(Effect::FullScreen(FullScreen::AsBefore));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::session::flows::Msg;
    use crate::session::flows::stories::until;
    use crate::session::stories::Story;
    use crate::session::{Command, Intent};

    fn press(story: &mut Story, msg: ReplayMsg) -> Vec<Effect> {
        story.act(Intent::Flow(Msg::Replay(msg)))
    }

    fn replay(story: &Story) -> &Replay {
        story.session.flows().replay().unwrap()
    }

    fn built() -> Story {
        let mut story = Story::new();
        story.stage("Awareness");
        story.card("Trailer");
        story.stage("Decision");
        story.card("Checkout");
        story
    }

    #[test]
    fn a_day_is_played_from_its_first_step_and_the_map_knows_nothing_of_it() {
        let mut story = built();
        let (map, state) = (story.session.map().clone(), story.session.history().state());
        let steps = story.session.history().undo_steps();
        assert_eq!(story.run(Command::Replay), [Effect::FullScreen(FullScreen::Whole)]);
        until(&mut story, |session| session.flows().replay().is_some_and(|replay| replay.map().is_some()));
        assert_eq!((replay(&story).steps(), replay(&story).at()), (steps, 0));
        assert!(replay(&story).map().unwrap().stages.is_empty());
        let begun = story.now;
        let mut seen = Vec::new();
        for tenth in 0..=600 {
            story.session.handle(Intent::Tick, begun + Duration::from_millis(100 * tenth));
            seen.push(replay(&story).at());
        }
        assert!(seen.is_sorted() && (0..=steps).all(|step| seen.contains(&step)), "{seen:?}");
        assert!(replay(&story).is_over() && *replay(&story).map().unwrap() == map);
        let few = seen.iter().position(|at| *at == steps).unwrap();
        assert!(few < 100, "few steps take less than a minute: {few}");
        assert_eq!(press(&mut story, ReplayMsg::End), [Effect::FullScreen(FullScreen::AsBefore)]);
        assert!(story.session.flows().replay().is_none());
        assert_eq!((story.session.map(), story.session.history().state()), (&map, state));
        assert!(story.session.is_enabled(Command::Undo));
    }

    #[test]
    fn it_is_held_and_stepped_both_ways() {
        let mut story = built();
        story.run(Command::Replay);
        until(&mut story, |session| session.flows().replay().is_some_and(|replay| replay.map().is_some()));
        press(&mut story, ReplayMsg::First);
        for (msg, at) in [(ReplayMsg::Next, 1), (ReplayMsg::Next, 2), (ReplayMsg::Back, 1), (ReplayMsg::First, 0)] {
            press(&mut story, msg);
            story.act(Intent::Tick);
            assert_eq!(replay(&story).at(), at, "{msg:?}");
            assert_eq!(replay(&story).label().is_empty(), at == 0);
            assert!(replay(&story).is_held() && replay(&story).changes_in(story.now).is_none());
        }
        press(&mut story, ReplayMsg::Last);
        story.act(Intent::Tick);
        assert!(replay(&story).is_over());
        assert!(!replay(&story).touched_between(0, replay(&story).steps()).is_empty());
        press(&mut story, ReplayMsg::Hold);
        story.session.handle(Intent::Tick, story.now);
        assert_eq!(replay(&story).at(), 0, "at its end it begins again");
    }

    #[test]
    fn many_steps_take_a_minute_and_each_of_them_as_long_as_the_others() {
        let mut story = Story::new();
        let steps = 150;
        (0..steps / 2).for_each(|nth| {
            story.stage(&format!("Stage {nth}"));
        });
        let steps = story.session.history().undo_steps().max(1);
        story.run(Command::Replay);
        until(&mut story, |session| session.flows().replay().is_some_and(|replay| replay.map().is_some()));
        let begun = story.now;
        let takes = replay(&story).takes();
        let each = takes / steps as u32;
        assert!(
            takes == REPLAY_TAKES.min(A_STEP * steps as u32) && replay(&story).times(begun).1 == time(takes.as_secs())
        );
        for step in 0..=steps {
            let middle = begun + each * step as u32 + each / 2;
            // A long history is caught up with in several frames.
            story.session.handle(Intent::Tick, middle);
            assert_eq!(replay(&story).at(), step.min(steps), "in the middle of a step");
        }
        assert!(takes >= Duration::from_secs(50), "{takes:?}");
        assert_eq!(
            replay(&story).times(begun + takes * 2).0,
            time(takes.as_secs()),
            "the time it takes is the time it says"
        );
    }

    #[test]
    fn it_waits_to_be_let_go_where_less_motion_is_wished_for() {
        let mut story = built();
        story.run(Command::Replay);
        press(&mut story, ReplayMsg::Wait);
        until(&mut story, |session| session.flows().replay().is_some_and(|replay| replay.map().is_some()));
        let begun = story.now;
        story.session.handle(Intent::Tick, begun + Duration::from_secs(90));
        assert!(replay(&story).at() == 0 && replay(&story).is_held());
        press(&mut story, ReplayMsg::Hold);
        let begun = story.now;
        // What the window says again each frame changes nothing any more.
        press(&mut story, ReplayMsg::Wait);
        story.session.handle(Intent::Tick, begun + Duration::from_secs(90));
        assert!(replay(&story).is_over());
    }

    #[test]
    fn a_map_that_nobody_touched_says_that_there_is_nothing_to_show() {
        let mut story = Story::new();
        assert_eq!(story.run(Command::Replay), []);
        assert!(story.session.flows().replay().is_none());
        assert_eq!(
            story.session.notices().last().map(|notice| notice.text.as_str()),
            Some(say!(session_nothing_to_replay))
        );
    }
}
