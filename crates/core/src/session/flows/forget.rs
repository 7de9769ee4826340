//! What is kept beside the files so that nothing is lost, and its deletion: told first with its size, of the open map or of all, and only
//! deleted when that is asked for a second time. What a window has open and not saved stays, this window's too, and is told.

use super::ForgetMsg;
use crate::session::{Cause, DiskJob, Effect, Session, Tone};
use crate::store::{Draft, KeptOf, Recents, Recovery};
use touchline_words::say;

/// The open question.
#[derive(Clone, Debug, PartialEq)]
pub struct ForgetOpen {
    /// The open map, where it has a file.
    map: KeptOf,
    /// Only what is kept of it.
    of_map: bool,
    /// None until the disk has told.
    kept: Option<Recovery>,
    is_deleting: bool,
}

impl ForgetOpen {
    /// What there is; `None` while it is being looked up.
    pub fn kept(&self) -> Option<&Recovery> {
        self.kept.as_ref()
    }

    /// Whether it is only of the open map; None where that has no file, so that there is nothing to choose.
    pub fn of_map(&self) -> Option<bool> {
        self.map.is_some().then_some(self.of_map)
    }

    pub fn is_deleting(&self) -> bool {
        self.is_deleting
    }

    fn of(&self) -> KeptOf {
        self.map.clone().filter(|_| self.of_map)
    }
}

impl Session {
    pub(in crate::session) fn open_forget(&mut self, effects: &mut Vec<Effect>) {
        let map = self.path().filter(|_| !self.on_start()).map(|path| (self.map().meta.id, path.to_owned()));
        let open = ForgetOpen { of_map: map.is_some(), map, kept: None, is_deleting: false };
        effects.push(Effect::Disk(DiskJob::Kept(open.of())));
        self.flows.forget = Some(open);
    }

    pub(super) fn forget_flow(&mut self, msg: ForgetMsg, effects: &mut Vec<Effect>) {
        let Some(open) = &mut self.flows.forget else { return };
        match msg {
            ForgetMsg::OfMap(of_map) if open.of_map != of_map && !open.is_deleting => {
                (open.of_map, open.kept) = (of_map, None);
                effects.push(Effect::Disk(DiskJob::Kept(open.of())));
            }
            ForgetMsg::OfMap(_) => {}
            ForgetMsg::Delete if open.is_deleting => {}
            ForgetMsg::Delete => {
                if let Some(kept) = open.kept.clone().filter(|kept| !kept.is_empty()) {
                    open.is_deleting = true;
                    effects.push(Effect::Disk(DiskJob::Forget(Box::new(kept))));
                }
            }
            ForgetMsg::Close => self.flows.forget = None,
        }
    }

    /// The disk has told what is kept.
    pub(in crate::session) fn kept_told(&mut self, of: &KeptOf, kept: Recovery) {
        if let Some(open) = self.flows.forget.as_mut().filter(|open| open.of() == *of) {
            open.kept = Some(kept);
        }
    }

    /// It was deleted, or not all of it; what is left of lists is shown from now on.
    pub(in crate::session) fn forgotten(
        &mut self,
        what: &str,
        why_not: Option<String>,
        recents: Recents,
        drafts: Vec<Draft>,
    ) {
        self.flows.forget = None;
        self.recents = recents;
        self.drafts_listed(drafts);
        match why_not {
            None => self.say(Cause::Open, Tone::Good, say!(session_forgotten, what)),
            Some(why) => self.say(Cause::Open, Tone::Bad, why),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::MapId;
    use crate::session::flows::Msg;
    use crate::session::stories::{Story, save_to};
    use crate::session::{Command, DiskReport, Intent};
    use crate::store::StateFolder;

    /// Does what a story asks of the disk, and what that brings, to its end.
    fn say(story: &mut Story, state: &StateFolder, intent: Intent) {
        let mut todo = story.act(intent);
        todo.extend(story.session.journal().map(Effect::Disk));
        while let Some(effect) = todo.pop() {
            let Effect::Disk(job) = effect else { continue };
            if let Some(report) = job.run(state, &story.seen) {
                todo.extend(story.act(Intent::Disk(report)));
            }
        }
    }

    fn press(story: &mut Story, state: &StateFolder, msg: ForgetMsg) {
        say(story, state, Intent::Flow(Msg::Forget(msg)));
    }

    /// A window with a map that was saved and edited since, and the versions of another one.
    fn begun() -> (tempfile::TempDir, StateFolder, Story) {
        let folder = tempfile::tempdir().unwrap();
        let state = StateFolder::at(folder.path().join("state"));
        let mut story = Story::new();
        story.stage("Awareness");
        say(&mut story, &state, save_to(folder.path().join("map.ron")));
        let other = story.session.map().clone().as_another(MapId(77));
        state.keep_version(&other, Some(&folder.path().join("other.ron")), "").unwrap();
        story.stage("Decision");
        say(&mut story, &state, Intent::Tick);
        (folder, state, story)
    }

    #[test]
    fn what_is_kept_of_the_map_is_told_and_deleted_but_for_what_the_window_has_not_saved() {
        let (folder, state, mut story) = begun();
        say(&mut story, &state, Intent::Command(Command::Forget));
        let open = story.session.flows().forget().unwrap();
        assert_eq!(open.of_map(), Some(true));
        let kept = open.kept().unwrap();
        assert_eq!((kept.versions.len(), kept.drafts.len(), kept.open), (1, 0, 1), "{kept:?}");
        press(&mut story, &state, ForgetMsg::Delete);
        assert!(story.session.flows().forget().is_none());
        assert_eq!(story.session.notices().last().map(|notice| notice.tone), Some(Tone::Good));
        let left = state.recovery(None);
        assert_eq!((left.versions.len(), left.open), (1, 1), "the other map's version, and what is not saved");
        assert!(folder.path().join("map.ron").exists(), "a file that somebody named stays");
        // What was done since is in the journal still.
        assert_eq!(story.session.map().stages.len(), 2);
    }

    #[test]
    fn nothing_goes_before_it_is_asked_for_and_of_all_maps_only_where_that_is_chosen() {
        let (_folder, state, mut story) = begun();
        say(&mut story, &state, Intent::Command(Command::Forget));
        press(&mut story, &state, ForgetMsg::OfMap(false));
        assert_eq!(story.session.flows().forget().unwrap().kept().unwrap().versions.len(), 2);
        press(&mut story, &state, ForgetMsg::Close);
        assert_eq!(state.recovery(None).versions.len(), 2);
        say(&mut story, &state, Intent::Command(Command::Forget));
        press(&mut story, &state, ForgetMsg::OfMap(false));
        press(&mut story, &state, ForgetMsg::Delete);
        assert!(state.recovery(None).is_empty() && story.session.recents().in_order().is_empty());
    }

    #[test]
    fn what_the_disk_tells_of_another_choice_is_not_shown_as_this_ones() {
        let (_folder, state, mut story) = begun();
        say(&mut story, &state, Intent::Command(Command::Forget));
        story.act(Intent::Flow(Msg::Forget(ForgetMsg::OfMap(false))));
        let of = story.session.path().map(|path| (story.session.map().meta.id, path.to_owned()));
        story.act(Intent::Disk(DiskReport::Kept { of, kept: Box::default() }));
        assert!(story.session.flows().forget().unwrap().kept().is_none());
    }
}
