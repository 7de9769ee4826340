//! The tour of a minute: seven things to do on a practice map, which lies in a session of its own, so that nothing of the
//! person's work is touched. A step is over as soon as its thing was done.

use touchline_words::say;

use super::side_panel::SidePanel;
use super::{Command, Intent, Menu, Remembered, Session};
use crate::edit::History;
use crate::edit::templates::Template;
use crate::model::{Change, Edit, Score, SegmentId, TouchpointId, Verb};

/// What is tried.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TourStep {
    Stage,
    Touchpoint,
    Face,
    Audience,
    Undo,
    Find,
    Data,
}

impl TourStep {
    pub const ALL: [Self; 7] =
        [Self::Stage, Self::Touchpoint, Self::Face, Self::Audience, Self::Undo, Self::Find, Self::Data];

    pub fn title(self) -> &'static str {
        match self {
            Self::Stage => say!(tour_stage),
            Self::Touchpoint => say!(tour_touchpoint),
            Self::Face => say!(tour_face),
            Self::Audience => say!(tour_audience),
            Self::Undo => say!(tour_undo),
            Self::Find => say!(tour_find),
            Self::Data => say!(tour_data),
        }
    }

    /// How it is done.
    pub fn how(self) -> String {
        let keys = |command: Command| command.keys().unwrap_or_default();
        match self {
            Self::Stage => say!(tour_stage_how, keys = keys(Command::AddStage)),
            Self::Touchpoint => say!(tour_touchpoint_how, keys = keys(Command::AddTouchpoint)),
            Self::Face => say!(tour_face_how).to_owned(),
            Self::Audience => say!(tour_audience_how, keys = keys(Command::NextLens)),
            Self::Undo => say!(tour_undo_how, keys = keys(Command::Undo)),
            Self::Find => say!(tour_find_how, keys = keys(Command::Find)),
            Self::Data => say!(tour_data_how, keys = keys(Command::Shortcuts)),
        }
    }
}

/// What of the practice map tells that a step was done.
#[derive(Clone, Debug, PartialEq)]
struct Seen {
    stages: usize,
    cards: usize,
    felt: Vec<(TouchpointId, Option<Score>)>,
    lens: Option<SegmentId>,
    undo: usize,
}

impl Seen {
    fn of(practice: &Session) -> Self {
        let map = practice.map();
        let felt = map.touchpoints.iter().map(|(id, card)| (*id, card.emotion.as_ref().map(|felt| felt.score)));
        Self {
            stages: map.stages.len(),
            cards: map.touchpoints.len(),
            felt: felt.collect(),
            lens: practice.lens(),
            undo: practice.history().undo_steps(),
        }
    }
}

/// How far somebody has come.
#[derive(Debug)]
pub struct Tour {
    at: usize,
    seen: Seen,
    /// The practice map as it was looked at last.
    revision: u64,
}

impl Tour {
    pub fn begin(practice: &Session) -> Self {
        Self { at: 0, seen: Seen::of(practice), revision: practice.revision() }
    }

    pub fn step(&self) -> TourStep {
        TourStep::ALL.get(self.at).copied().unwrap_or(TourStep::Data)
    }

    /// The place of the step, from 0.
    pub fn at(&self) -> usize {
        self.at
    }

    pub fn is_last(&self) -> bool {
        self.at + 1 >= TourStep::ALL.len()
    }

    /// Goes on; false where there is no further step.
    pub fn next(&mut self, practice: &Session) -> bool {
        if self.is_last() {
            return false;
        }
        self.at += 1;
        self.seen = Seen::of(practice);
        true
    }

    /// Goes back to the step before.
    pub fn back(&mut self, practice: &Session) {
        self.at = self.at.saturating_sub(1);
        self.seen = Seen::of(practice);
    }

    /// Looks whether what the step asks for was done, and goes on then; `searches` is whether the command palette is open. True
    /// when it went on.
    pub fn look(&mut self, practice: &Session, searches: bool) -> bool {
        if practice.revision() == self.revision && !searches {
            return false;
        }
        self.revision = practice.revision();
        let now = Seen::of(practice);
        let was = &self.seen;
        let done = match self.step() {
            TourStep::Stage => now.stages > was.stages,
            TourStep::Touchpoint => now.cards > was.cards,
            // A card that comes or goes has changed no face.
            TourStep::Face => now.felt.len() == was.felt.len() && now.felt != was.felt,
            TourStep::Audience => now.lens != was.lens,
            TourStep::Undo => now.undo < was.undo,
            TourStep::Find => searches,
            TourStep::Data => false,
        };
        if done {
            self.next(practice);
        } else if self.step() == TourStep::Undo || now.felt.len() != was.felt.len() {
            // What is undone is what was done last.
            self.seen = now;
        }
        done
    }
}

impl Session {
    /// A session with a practice map, which looks as this one does and keeps nothing.
    pub fn practice(&mut self) -> Self {
        let mut settings = self.settings.clone();
        (settings.palette, settings.library, settings.tray, settings.drawer) = (true, false, false, false);
        let remembered = Remembered { settings, ..Remembered::default() };
        let mut practice = Self::new(remembered, self.new_ids());
        practice.open_panel(SidePanel::Palette, &mut Vec::new());
        practice.libraries = self.libraries.clone();
        let map = Template::StreamingSubscriber.build(&mut practice.ids);
        let meta = crate::model::Meta { title: say!(tour_map).to_owned(), ..map.meta.clone() };
        let named = map.after(&Edit::of(Verb::Begin, vec![Change::Meta(meta)]));
        // What it asks of the window, that does at the beginning of the tour.
        practice.show(named.unwrap_or(map), None, History::saved(), &mut Vec::new());
        practice
    }
}

/// Whether an intent is about the person's own work or its files: it ends the tour, and is done there.
pub fn leaves_tour(intent: &Intent) -> bool {
    match intent {
        Intent::Command(command) => {
            let row = command.row();
            row.menu == Menu::File || row.menu == Menu::Data && row.group == Command::Import.row().group
        }
        Intent::OpenPath(_)
        | Intent::ImportFiles(_)
        | Intent::ImportOnceOpen(_)
        | Intent::Template(_)
        | Intent::OpenDraft(_)
        | Intent::FilesCame(_)
        | Intent::WindowStood(_) => true,
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::RecordRef;
    use crate::session::stories::Story;
    use crate::session::{New, Place};

    /// The thing of a step.
    type Done = Box<dyn Fn(&mut Story)>;

    fn practising() -> (Story, Tour) {
        let mut own = Story::new();
        let session = own.session.practice();
        let story = Story { session, now: own.now, seen: Default::default() };
        let tour = Tour::begin(&story.session);
        (story, tour)
    }

    #[test]
    fn each_step_is_over_once_its_thing_was_done_and_not_before() {
        let (mut story, mut tour) = practising();
        assert!(!story.session.map().stages.is_empty() && !story.session.on_start());
        assert_eq!(story.session.map().meta.title, say!(tour_map));
        let card = *story.session.map().touchpoints.keys().next().unwrap();
        let mut steps: Vec<(TourStep, Done)> = vec![
            (TourStep::Stage, Box::new(|story| drop(story.run(Command::AddStage)))),
            (TourStep::Touchpoint, Box::new(|story| drop(story.run(Command::AddTouchpoint)))),
            (
                TourStep::Face,
                Box::new(move |story| {
                    story.act(Intent::Select(RecordRef::Touchpoint(card)));
                    story.run(Command::EmotionUp);
                }),
            ),
            (TourStep::Audience, Box::new(|story| drop(story.run(Command::NextLens)))),
            (TourStep::Undo, Box::new(|story| drop(story.run(Command::Undo)))),
        ];
        for (step, doing) in steps.drain(..) {
            assert_eq!(tour.step(), step);
            story.act(Intent::Deselect);
            assert!(!tour.look(&story.session, false), "{step:?}: nothing was done");
            doing(&mut story);
            assert!(tour.look(&story.session, false), "{step:?} was done");
        }
        assert_eq!(tour.step(), TourStep::Find);
        assert!(!tour.look(&story.session, false));
        assert!(tour.look(&story.session, true));
        assert!(tour.is_last() && !tour.look(&story.session, true) && !tour.next(&story.session));
    }

    #[test]
    fn a_step_back_waits_for_its_thing_again() {
        let (mut story, mut tour) = practising();
        story.run(Command::AddStage);
        assert!(tour.look(&story.session, false));
        tour.back(&story.session);
        assert_eq!(tour.step(), TourStep::Stage);
        assert!(!tour.look(&story.session, false), "the stage of before does not count");
        story.act(Intent::Add { new: New::stage(), at: Place::BeforeStage(None) });
        assert!(tour.look(&story.session, false));
    }

    #[test]
    fn a_practice_leaves_the_own_map_settings_and_drafts_alone() {
        let mut own = Story::new();
        own.stage("Mine");
        let (map, settings) = (own.session.map().clone(), own.session.settings().clone());
        let session = own.session.practice();
        let mut practice = Story { session, now: own.now, seen: Default::default() };
        practice.run(Command::AddStage);
        assert!(practice.session.drafts().is_empty() && practice.session.path().is_none());
        assert_eq!((own.session.map(), own.session.settings()), (&map, &settings));
        let lanes = practice.session.map().lanes.keys();
        assert!(lanes.into_iter().all(|lane| !map.lanes.contains_key(lane)), "no number of a record is there twice");
    }

    #[test]
    fn what_is_about_files_ends_the_tour() {
        for command in [Command::Save, Command::Open, Command::New, Command::CloseWindow, Command::Import] {
            assert!(leaves_tour(&Intent::Command(command)), "{command:?}");
        }
        for command in [Command::AddStage, Command::Undo, Command::Find, Command::NextLens, Command::Shortcuts] {
            assert!(!leaves_tour(&Intent::Command(command)), "{command:?}");
        }
    }
}
