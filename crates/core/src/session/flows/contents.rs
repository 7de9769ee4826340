//! What is in the map, looked through before it is given to somebody: told by kind, and each place is gone to.
//!
//! It is read off the frame, and again where the map becomes another one meanwhile.

use super::{ClientCopyMsg, ContentsMsg, Msg};
use crate::session::job::{Job, JobState};
use crate::session::privacy::{Contents, Item, What};
use crate::session::{Effect, Session};

/// The open box.
#[derive(Debug)]
pub struct ContentsOpen {
    /// None while the map is looked through for the first time.
    read: Option<Contents>,
    job: Option<Job<Contents>>,
    /// Of the map that was read, or is being read.
    stamp: u64,
    chosen: Option<What>,
}

impl ContentsOpen {
    /// What was found; `None` while it is being looked for.
    pub fn read(&self) -> Option<&Contents> {
        self.read.as_ref()
    }

    /// The kind whose places are listed; none where it is the texts that are counted.
    pub fn chosen(&self) -> Option<What> {
        self.chosen
    }

    /// The places of the kind that is chosen. Those that say the same are one, with how many they are.
    pub fn places(&self) -> Vec<(&Item, usize)> {
        let mut places: Vec<(&Item, usize)> = Vec::new();
        let items = self.read.iter().zip(self.chosen).flat_map(|(contents, what)| contents.of_kind(what));
        for item in items {
            match places.last_mut().filter(|(last, _)| *last == item) {
                Some((_, count)) => *count += 1,
                None => places.push((item, 1)),
            }
        }
        places
    }

    pub(super) fn is_busy(&self) -> bool {
        self.job.is_some()
    }
}

impl Session {
    pub(in crate::session) fn open_contents(&mut self) {
        let (job, stamp) = (Some(self.read_contents()), self.map_stamp());
        self.flows.contents = Some(ContentsOpen { read: None, job, stamp, chosen: None });
    }

    fn read_contents(&self) -> Job<Contents> {
        let map = self.lent_map();
        Job::start("look through the map", move |_| Contents::of(&map))
    }

    pub(super) fn contents_flow(&mut self, msg: ContentsMsg, effects: &mut Vec<Effect>) {
        let Some(open) = &mut self.flows.contents else { return };
        match msg {
            ContentsMsg::Choose(what) => open.chosen = what,
            ContentsMsg::GoTo(record) => {
                self.flows.contents = None;
                self.go_to(record, effects);
            }
            ContentsMsg::Copy => {
                self.flows.contents = None;
                self.flow(Msg::ClientCopy(ClientCopyMsg::Open), effects);
            }
            ContentsMsg::Close => self.flows.contents = None,
        }
    }

    pub(super) fn tick_contents(&mut self) {
        let stamp = self.map_stamp();
        let is_other = self.flows.contents.as_ref().is_some_and(|open| open.stamp != stamp);
        let again = is_other.then(|| self.read_contents());
        let Some(open) = &mut self.flows.contents else { return };
        if let Some(again) = again {
            (open.job, open.stamp) = (Some(again), stamp);
        }
        match open.job.as_ref().map(Job::poll) {
            Some(JobState::Done(read)) => {
                // The first kind that there is, as long as nobody has chosen another that is still there.
                let counts = read.counts();
                let is_there = open.chosen.is_some_and(|what| counts.contains_key(&what));
                if !is_there && (open.read.is_none() || open.chosen.is_some()) {
                    open.chosen = counts.keys().next().copied();
                }
                (open.read, open.job) = (Some(read), None);
            }
            Some(JobState::Lost) => open.job = None,
            Some(JobState::Running) | None => {}
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::figures::sample;
    use crate::model::{Sticky, StickyId, TouchpointId};
    use crate::session::flows::stories::{opened, until};
    use crate::session::privacy::Part;
    use crate::session::stories::Story;
    use crate::session::{Command, Intent};

    fn say(story: &mut Story, msg: ContentsMsg) -> Vec<Effect> {
        story.act(Intent::Flow(Msg::Contents(msg)))
    }

    fn read(story: &mut Story) {
        until(story, |session| !session.flows().is_busy());
    }

    fn open(story: &Story) -> &ContentsOpen {
        story.session.flows().contents().unwrap()
    }

    /// A map with a note on which an address stands.
    fn story() -> Story {
        let mut map = sample::map();
        let note = |text: &str| Sticky { text: text.to_owned(), ..Sticky::default() };
        map.stickies.insert(StickyId(1), note("for us alone"));
        map.touchpoints.get_mut(&TouchpointId(30)).unwrap().detail = "ann@example.org".to_owned();
        opened(map)
    }

    #[test]
    fn what_is_in_the_map_is_told_by_kind_and_a_place_is_gone_to() {
        let mut story = story();
        story.run(Command::Contents);
        assert!(open(&story).read().is_none());
        read(&mut story);
        assert_eq!(open(&story).chosen(), Some(What::Left(Part::Notes)), "the first kind that there is");
        assert_eq!(open(&story).places()[0].0.text, "for us alone");
        say(&mut story, ContentsMsg::Choose(Some(What::Left(Part::Addresses))));
        let at = open(&story).places()[0].0.at;
        assert_eq!(at, TouchpointId(30).into());
        let effects = say(&mut story, ContentsMsg::GoTo(at));
        assert_eq!(effects, [Effect::Reveal(at)]);
        assert_eq!(story.session.selection().only(), Some(at));
        assert!(story.session.flows().contents().is_none(), "it makes room for what is gone to");
    }

    #[test]
    fn a_map_that_becomes_another_meanwhile_is_looked_through_again() {
        let mut story = story();
        story.run(Command::Contents);
        read(&mut story);
        story.act(Intent::Delete(vec![StickyId(1).into()]));
        story.act(Intent::Tick);
        read(&mut story);
        let contents = open(&story).read().unwrap();
        assert!(!contents.counts().contains_key(&What::Left(Part::Notes)));
        assert_ne!(open(&story).chosen(), Some(What::Left(Part::Notes)), "what is gone is not listed");
        say(&mut story, ContentsMsg::Close);
        assert!(story.session.flows().contents().is_none());
    }
}
