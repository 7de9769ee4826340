//! The map before a room: which stage is looked at, what of it is in the spotlight, the camera between two stages, the timer.
//!
//! Presenting changes no map and needs none that is saved. Time comes from outside with every message, so that a whole
//! afternoon is told in a test.

mod keys;
mod notes;
mod timer;

pub use keys::{PRESENT_KEYS, PresentKey};
pub use notes::{Note, notes};
use timer::Timer;
pub(in crate::session::flows) use timer::time;

use super::PresentMsg;
use crate::layout::{Frame, Stand, spotlights};
use crate::model::*;
use crate::session::adding::stage_of;
use crate::session::{Effect, FullScreen, Session};
use std::time::Duration;
use touchline_words::say;

/// How long the camera glides from one stage to another.
pub const GLIDE: Duration = Duration::from_millis(420);
/// The hint on keys goes after this time without a move.
pub const HINT_STAYS: Duration = Duration::from_secs(4);
/// Figures that follow each other within this time are one number.
const ONE_NUMBER: Duration = Duration::from_secs(3);

/// A map that is being presented.
#[derive(Clone, Debug, PartialEq)]
pub struct Presenting {
    /// The stage that is looked at; none in a map without stages.
    stage: Option<StageId>,
    spotlight: Option<RecordRef>,
    glide: Option<Glide>,
    is_blank: bool,
    /// The pointer is a light, whether a button is pressed or not.
    is_pointing: bool,
    /// The presenter's own window is open.
    has_notes: bool,
    timer: Timer,
    /// The block of the agenda that is going on.
    block: Option<AgendaBlockId>,
    /// The next one begins by itself when the time is up.
    goes_on: bool,
    /// What is voted on stands in the place of the stage.
    is_voting: bool,
    /// A number that is being typed, to jump to the stage of this place.
    typed: Option<(usize, Duration)>,
    since: Duration,
    moved: Duration,
}

/// The camera on its way, in stages from the first.
#[derive(Clone, Copy, Debug, PartialEq)]
struct Glide {
    from: f32,
    to: f32,
    since: Duration,
}

impl Presenting {
    fn new(map: &Map, stage: Option<StageId>, now: Duration) -> Self {
        let first = map.stages_in_order().first().map(|(id, _)| *id);
        Self {
            stage: stage.or(first),
            spotlight: None,
            glide: None,
            is_blank: false,
            is_pointing: false,
            has_notes: false,
            timer: Timer::default(),
            block: None,
            goes_on: false,
            is_voting: false,
            typed: None,
            since: now,
            moved: now,
        }
    }

    pub fn stage(&self) -> Option<StageId> {
        self.stage
    }

    pub fn spotlight(&self) -> Option<RecordRef> {
        self.spotlight
    }

    pub fn is_blank(&self) -> bool {
        self.is_blank
    }

    pub fn is_pointing(&self) -> bool {
        self.is_pointing
    }

    pub fn has_notes(&self) -> bool {
        self.has_notes
    }

    /// The block of the agenda that is going on.
    pub fn block<'m>(&self, map: &'m Map) -> Option<&'m AgendaBlock> {
        map.agenda.get(&self.block?)
    }

    /// What the room votes on, while that is shown.
    pub fn question<'m>(&self, map: &'m Map) -> Option<&'m str> {
        self.vote(map).filter(|_| self.is_voting)
    }

    fn vote<'m>(&self, map: &'m Map) -> Option<&'m str> {
        self.block(map).map(|block| block.vote.trim()).filter(|vote| !vote.is_empty())
    }

    /// Whether the next block begins by itself.
    pub fn goes_on(&self) -> bool {
        self.goes_on
    }

    pub fn timer(&self) -> &Timer {
        &self.timer
    }

    /// How long it has been going on.
    pub fn elapsed(&self, now: Duration) -> Duration {
        now.saturating_sub(self.since)
    }

    /// The same, as it is read.
    pub fn elapsed_text(&self, now: Duration) -> String {
        timer::time(self.elapsed(now).as_secs())
    }

    /// The number that is being typed.
    pub fn typed(&self, now: Duration) -> Option<usize> {
        self.typed.filter(|(_, at)| now.saturating_sub(*at) <= ONE_NUMBER).map(|(number, _)| number)
    }

    /// How long ago the pointer moved or a key was pressed.
    pub fn still_for(&self, now: Duration) -> Duration {
        now.saturating_sub(self.moved)
    }

    /// Whether the hint on keys is shown.
    pub fn hints(&self, now: Duration) -> bool {
        now.saturating_sub(self.moved) < HINT_STAYS
    }

    /// Where the camera stands, in stages from the first.
    pub fn camera(&self, map: &Map, now: Duration, reduced_motion: bool) -> f32 {
        let rest = self.place(map) as f32;
        let Some(glide) = self.glide.filter(|glide| !reduced_motion && glide.to == rest) else { return rest };
        let share = now.saturating_sub(glide.since).as_secs_f32() / GLIDE.as_secs_f32();
        if share >= 1.0 {
            return rest;
        }
        // Slow at both ends.
        let eased = share * share * (3.0 - 2.0 * share);
        glide.from + (glide.to - glide.from) * eased
    }

    /// When the picture changes by itself, from now; `None` while it stands still.
    pub fn changes_in(&self, now: Duration, reduced_motion: bool) -> Option<Duration> {
        let gliding = self.glide.filter(|glide| !reduced_motion && now.saturating_sub(glide.since) < GLIDE);
        if gliding.is_some() {
            return Some(Duration::ZERO);
        }
        let left = |from: Duration, stays: Duration| (from + stays).checked_sub(now).filter(|left| !left.is_zero());
        let hint = left(self.moved, HINT_STAYS);
        let typed = self.typed.and_then(|(_, at)| left(at, ONE_NUMBER));
        let clock = self.timer.changes_in(now);
        [hint, typed, clock].into_iter().flatten().min()
    }

    /// The place of the stage that is looked at.
    fn place(&self, map: &Map) -> usize {
        let stages = map.stages_in_order();
        stages.iter().position(|(id, _)| Some(*id) == self.stage).unwrap_or(0)
    }

    /// How the stage that is looked at is shown.
    pub fn stand(&self, map: &Map, segment: Option<SegmentId>) -> Option<Stand> {
        let (stage, lane) = (self.stage?, self.lane(map));
        Some(Stand { segment, lane, spotlight: self.spotlight, timed: self.timer.is_shown(), ..Stand::at(stage) })
    }

    /// What stands still over the stages: `hint` is what is said while the hint is shown.
    pub fn frame(&self, hint: impl FnOnce() -> String, now: Duration) -> Frame {
        let typed = self.typed(now).map(|number| say!(present_typed, number));
        let hint = typed.or_else(|| self.hints(now).then(hint));
        Frame { stage: self.stage, clock: self.timer.clock(now), hint }
    }

    /// How a neighbour of it is shown.
    pub fn neighbour(&self, map: &Map, stage: StageId, segment: Option<SegmentId>) -> Stand {
        Stand { segment, lane: self.lane(map), aside: self.spotlight.is_some(), ..Stand::at(stage) }
    }

    /// The lane that the agenda has now.
    fn lane(&self, map: &Map) -> Option<LaneId> {
        self.block(map).and_then(|block| block.lane)
    }

    /// The block behind the present one; the first where none is going on.
    fn next_block(&self, map: &Map) -> Option<AgendaBlockId> {
        let order: Vec<AgendaBlockId> = map.agenda_in_order().into_iter().map(|(id, _)| id).collect();
        let here = self.block.and_then(|block| order.iter().position(|id| *id == block));
        order.get(here.map_or(0, |here| here + 1)).copied()
    }

    /// What comes behind the block that is going on.
    pub fn coming_block<'m>(&self, map: &'m Map) -> Option<&'m AgendaBlock> {
        map.agenda.get(&self.next_block(map)?)
    }

    /// Begins the next block with its time, its stage and its lane; behind the last there is none.
    fn begin_next_block(&mut self, map: &Map, now: Duration) {
        let Some((id, block)) = self.next_block(map).and_then(|id| Some((id, map.agenda.get(&id)?))) else { return };
        self.timer = Timer::begin(Duration::from_secs(60 * u64::from(block.minutes)), &block.title, now);
        (self.block, self.is_voting) = (Some(id), false);
        let place = map.stages_in_order().iter().position(|(id, _)| Some(*id) == block.stage);
        place.into_iter().for_each(|place| self.go_to_place(map, place, now));
        self.follow(map, None);
    }

    fn go_to_place(&mut self, map: &Map, place: usize, now: Duration) {
        let stages = map.stages_in_order();
        let Some((id, _)) = stages.get(place.min(stages.len().saturating_sub(1))) else { return };
        if self.stage == Some(*id) {
            return;
        }
        let from = self.camera(map, now, false);
        self.stage = Some(*id);
        self.spotlight = None;
        self.glide = Some(Glide { from, to: self.place(map) as f32, since: now });
    }

    /// Puts the next card, or the one before, into the spotlight; behind the last and before the first there is none.
    fn light(&mut self, map: &Map, segment: Option<SegmentId>, forwards: bool) {
        let Some(stand) = self.stand(map, segment) else { return };
        let all = spotlights(map, &stand);
        let here = self.spotlight.and_then(|lit| all.iter().position(|record| *record == lit));
        let next = match (here, forwards) {
            (None, true) => Some(0),
            (None, false) => all.len().checked_sub(1),
            (Some(here), true) => Some(here + 1),
            (Some(here), false) => here.checked_sub(1),
        };
        self.spotlight = next.and_then(|next| all.get(next).copied());
    }

    /// What the map has no more is looked at no more.
    fn follow(&mut self, map: &Map, segment: Option<SegmentId>) {
        if self.stage.is_none_or(|stage| !map.stages.contains_key(&stage)) {
            self.stage = map.stages_in_order().first().map(|(id, _)| *id);
            (self.spotlight, self.glide) = (None, None);
        }
        let stand = self.stand(map, segment).filter(|_| self.spotlight.is_some());
        let seen = stand.map(|stand| spotlights(map, &stand)).unwrap_or_default();
        self.spotlight = self.spotlight.filter(|record| seen.contains(record));
        self.block = self.block.filter(|block| map.agenda.contains_key(block));
    }
}

impl Session {
    /// Begins at the stage of what is selected, else at the first.
    pub(in crate::session) fn present(&mut self, effects: &mut Vec<Effect>) {
        let selected = self.selection.main().and_then(|record| stage_of(&self.map, record));
        let stage = selected.filter(|stage| self.map.stages.contains_key(stage));
        self.flows.present = Some(Presenting::new(&self.map, stage, self.now));
        effects.push(Effect::FullScreen(FullScreen::Whole));
    }

    /// The same with the presenter's window beside it.
    pub(in crate::session) fn present_with_notes(&mut self, effects: &mut Vec<Effect>) {
        self.present(effects);
        self.flows.present.as_mut().into_iter().for_each(|show| show.has_notes = true);
    }

    pub(in crate::session) fn present_flow(&mut self, msg: PresentMsg, effects: &mut Vec<Effect>) {
        let Some(mut show) = self.flows.present.take() else { return };
        let (map, segment, now) = (self.map.map(), self.lens, self.now);
        show.follow(map, segment);
        // Whatever is pressed gives a dark room its picture back.
        let was_blank = std::mem::take(&mut show.is_blank);
        let place = show.place(map);
        let typed = show.typed(now);
        show.typed = None;
        show.moved = now;
        match msg {
            PresentMsg::Next => show.go_to_place(map, place + 1, now),
            PresentMsg::Back => show.go_to_place(map, place.saturating_sub(1), now),
            PresentMsg::First => show.go_to_place(map, 0, now),
            PresentMsg::Last => show.go_to_place(map, usize::MAX, now),
            PresentMsg::To(stage) => {
                let stages = map.stages_in_order();
                if let Some(place) = stages.iter().position(|(id, _)| *id == stage) {
                    show.go_to_place(map, place, now);
                }
            }
            PresentMsg::Digit(digit) => {
                let number = typed.unwrap_or(0).saturating_mul(10).saturating_add(usize::from(digit.min(9)));
                show.typed = Some((number.min(9_999), now));
            }
            PresentMsg::Go => {
                if let Some(place) = typed.and_then(|number| number.checked_sub(1)) {
                    show.go_to_place(map, place, now);
                }
            }
            PresentMsg::LightNext => show.light(map, segment, true),
            PresentMsg::LightBack => show.light(map, segment, false),
            PresentMsg::Light(record) => {
                show.spotlight = Some(record).filter(|record| show.spotlight != Some(*record) && map.contains(*record));
            }
            PresentMsg::Blank => show.is_blank = !was_blank,
            PresentMsg::Point => show.is_pointing = !show.is_pointing,
            PresentMsg::Notes => show.has_notes = !show.has_notes,
            PresentMsg::Timer => show.timer.press(now),
            PresentMsg::PutTimerAway => {
                show.timer = Timer::default();
                (show.block, show.is_voting) = (None, false);
            }
            PresentMsg::NextBlock => show.begin_next_block(map, now),
            PresentMsg::GoOn => show.goes_on = !show.goes_on,
            PresentMsg::Vote => show.is_voting = !show.is_voting && show.vote(map).is_some(),
            PresentMsg::Longer => show.timer.change(true, now),
            PresentMsg::Shorter => show.timer.change(false, now),
            PresentMsg::Moved => show.is_blank = was_blank,
            PresentMsg::End => {
                // A light goes out first.
                let was_voting = std::mem::take(&mut show.is_voting);
                if show.spotlight.take().is_none() && !was_blank && !was_voting {
                    effects.push(Effect::FullScreen(FullScreen::AsBefore));
                    return;
                }
            }
        }
        self.flows.present = Some(show);
    }

    /// Nothing is presented of a map that was left.
    pub(in crate::session) fn tick_present(&mut self, effects: &mut Vec<Effect>) {
        if self.on_start && self.flows.present.take().is_some() {
            effects.push(Effect::FullScreen(FullScreen::AsBefore));
        }
        if let Some(mut show) = self.flows.present.take() {
            show.follow(self.map.map(), self.lens);
            let is_up = show.block.is_some() && show.timer.is_over(self.now);
            if is_up && show.goes_on {
                show.begin_next_block(self.map.map(), self.now);
            }
            self.flows.present = Some(show);
        }
    }
}

#[cfg(test)]
mod stories;
