//! The versions of the map that were kept: looked at, gone back to, opened as a copy; and a moment that a person names.
//!
//! The list holds what is told of each; a version is read once it is looked at.

use super::VersionsMsg;
use crate::edit::{Since, go_back};
use crate::model::{Map, MapId};
use crate::session::commands::Command;
use crate::session::document::Next;
use crate::session::{Cause, DiskJob, Effect, Session, Tone};
use crate::store::{KeptVersion, VersionId};
use std::sync::Arc;
use touchline_words::say;

/// The open list.
#[derive(Clone, Debug, PartialEq)]
pub struct VersionsOpen {
    of: MapId,
    /// None until the disk has told.
    kept: Option<Vec<KeptVersion>>,
    looked: Option<Looked>,
    name: String,
    is_naming: bool,
}

/// The version that is looked at.
#[derive(Clone, Debug, PartialEq)]
pub struct Looked {
    pub id: VersionId,
    /// None while it is being read.
    pub read: Option<Result<Arc<Map>, String>>,
    /// What was added to the map since, what is gone and what changed; nothing until it is read.
    pub since: [Option<String>; 3],
    /// The map is not what the version is.
    pub differs: bool,
}

impl VersionsOpen {
    /// The versions, the newest first; `None` while they are being looked up.
    pub fn kept(&self) -> Option<&[KeptVersion]> {
        self.kept.as_deref()
    }

    pub fn looked(&self) -> Option<&Looked> {
        self.looked.as_ref()
    }

    /// What the version that is looked at is told by.
    pub fn looked_at(&self) -> Option<&KeptVersion> {
        let looked = self.looked.as_ref()?;
        self.kept.as_ref()?.iter().find(|kept| kept.id == looked.id)
    }

    /// What stands in the field for a name.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// It was opened to name the moment.
    pub fn is_naming(&self) -> bool {
        self.is_naming
    }

    /// So many bytes all of them take.
    pub fn bytes(&self) -> u64 {
        self.kept.iter().flatten().map(|kept| kept.bytes).sum()
    }
}

impl Session {
    pub(in crate::session) fn open_versions(&mut self, is_naming: bool, effects: &mut Vec<Effect>) {
        let Some(of) = self.map.meta.id else { return };
        let name = String::new();
        self.flows.versions = Some(VersionsOpen { of, kept: None, looked: None, name, is_naming });
        effects.push(Effect::Disk(DiskJob::ListVersions(of)));
    }

    pub(super) fn versions_flow(&mut self, msg: VersionsMsg, effects: &mut Vec<Effect>) {
        let is_of_map = self.flows.versions.as_ref().is_some_and(|open| Some(open.of) == self.map.meta.id);
        let Some(open) = &mut self.flows.versions else { return };
        match msg {
            // Another map came over the list: its versions are not that one's.
            VersionsMsg::Choose(_) | VersionsMsg::Keep | VersionsMsg::OpenCopy | VersionsMsg::GoBack if !is_of_map => {
                self.flows.versions = None;
            }
            VersionsMsg::Close => self.flows.versions = None,
            VersionsMsg::Write(name) => open.name = name,
            VersionsMsg::Choose(id) => open.look_at(id, effects),
            VersionsMsg::Keep if open.name.trim().is_empty() => {}
            VersionsMsg::Keep => {
                let name = std::mem::take(&mut open.name);
                let (map, path) = (self.map.lent(), self.document.path.clone());
                effects.push(Effect::Disk(DiskJob::NameMoment { map, path, name }));
            }
            VersionsMsg::OpenCopy => {
                if let Some(looked) = self.flows.versions.take().and_then(|open| open.looked) {
                    self.leave_for(Next::Version(looked.id), effects);
                }
            }
            VersionsMsg::GoBack => self.go_back(),
        }
    }

    /// Makes the map what the version that is looked at was; what it is now can be had back by undo.
    fn go_back(&mut self) {
        let Some(VersionsOpen { looked: Some(Looked { read: Some(Ok(then)), .. }), .. }) = self.flows.versions.take()
        else {
            return;
        };
        let Some(edit) = go_back(&self.map, &then) else { return };
        if self.edit(edit) {
            self.map.seal();
            self.notices.push(Cause::Edit, Tone::Good, say!(session_gone_back), Some(Command::Undo), self.now);
        }
    }

    pub(in crate::session) fn versions_listed(
        &mut self,
        of: MapId,
        versions: Vec<KeptVersion>,
        effects: &mut Vec<Effect>,
    ) {
        let Some(open) = self.flows.versions.as_mut().filter(|open| open.of == of) else { return };
        let looked = open.looked.take().map(|looked| looked.id);
        let shown = looked.filter(|id| versions.iter().any(|kept| kept.id == *id));
        let shown = shown.or_else(|| versions.first().map(|kept| kept.id.clone()));
        open.kept = Some(versions);
        if let Some(id) = shown {
            open.look_at(id, effects);
        }
    }

    pub(in crate::session) fn version_read(&mut self, id: &VersionId, map: Result<Box<Map>, String>) {
        let open = self.flows.versions.as_mut();
        let Some(looked) = open.and_then(|open| open.looked.as_mut()).filter(|looked| looked.id == *id) else { return };
        if let Ok(then) = &map {
            let since = Since::between(then, &self.map);
            (looked.since, looked.differs) = (since.words(then, &self.map), !since.is_nothing());
        }
        looked.read = Some(map.map(|map| Arc::new(*map)));
    }
}

impl VersionsOpen {
    fn look_at(&mut self, id: VersionId, effects: &mut Vec<Effect>) {
        if self.looked.as_ref().is_none_or(|looked| looked.id != id) {
            effects.push(Effect::Disk(DiskJob::ReadVersion(id.clone())));
            self.looked = Some(Looked { id, read: None, since: Default::default(), differs: false });
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::session::flows::Msg;
    use crate::session::stories::{Story, save_to};
    use crate::session::{Answer, Intent, SaveState};
    use crate::store::StateFolder;

    /// Does what a story asks of the disk, and what that brings, to its end.
    fn say(story: &mut Story, state: &StateFolder, intent: Intent) {
        let mut todo = story.act(intent);
        while let Some(effect) = todo.pop() {
            let Effect::Disk(job) = effect else { continue };
            if let Some(report) = job.run(state, &story.seen) {
                todo.extend(story.act(Intent::Disk(report)));
            }
        }
    }

    fn press(story: &mut Story, state: &StateFolder, msg: VersionsMsg) {
        say(story, state, Intent::Flow(Msg::Versions(msg)));
    }

    fn open(story: &Story) -> &VersionsOpen {
        story.session.flows().versions().unwrap()
    }

    /// A map that was saved with one stage and then with two.
    fn saved_twice() -> (tempfile::TempDir, StateFolder, Story) {
        let folder = tempfile::tempdir().unwrap();
        let state = StateFolder::at(folder.path().join("state"));
        let mut story = Story::new();
        story.stage("Awareness");
        say(&mut story, &state, save_to(folder.path().join("map.ron")));
        story.stage("Decision");
        say(&mut story, &state, Intent::Command(Command::Save));
        (folder, state, story)
    }

    #[test]
    fn a_person_goes_back_to_what_was_saved_before_and_takes_that_back_in_one_step() {
        let (_folder, state, mut story) = saved_twice();
        let before = story.session.map().clone();
        say(&mut story, &state, Intent::Command(Command::Versions));
        let kept = open(&story).kept().unwrap().to_vec();
        assert_eq!(kept.iter().map(|kept| kept.note.stages).collect::<Vec<_>>(), [2, 1]);
        assert!(!open(&story).looked().unwrap().differs, "the newest is what is saved");
        press(&mut story, &state, VersionsMsg::Choose(kept[1].id.clone()));
        let looked = open(&story).looked().unwrap();
        assert_eq!(looked.since, [Some("stage “Decision”".to_owned()), None, None]);
        let then = looked.read.clone().unwrap().unwrap();
        press(&mut story, &state, VersionsMsg::GoBack);
        assert_eq!((story.session.flows().versions(), story.session.map()), (None, &*then));
        assert_eq!(story.session.save_state(), SaveState::Unsaved, "the file is what it was");
        story.run(Command::Undo);
        assert_eq!((story.session.map(), story.session.save_state()), (&before, SaveState::Saved));
    }

    #[test]
    fn a_moment_is_named_as_it_is_in_the_window_saved_or_not() {
        let (_folder, state, mut story) = saved_twice();
        story.stage("Onboarding");
        say(&mut story, &state, Intent::Command(Command::NameMoment));
        assert!(open(&story).is_naming());
        press(&mut story, &state, VersionsMsg::Keep);
        assert_eq!(open(&story).kept().unwrap().len(), 2, "no name, no moment");
        press(&mut story, &state, VersionsMsg::Write("As agreed".to_owned()));
        press(&mut story, &state, VersionsMsg::Keep);
        let newest = &open(&story).kept().unwrap()[0];
        assert_eq!((newest.note.name.as_str(), newest.note.stages), ("As agreed", 3));
        assert_eq!((open(&story).name(), story.session.save_state()), ("", SaveState::Unsaved));
    }

    #[test]
    fn a_version_opens_as_a_map_without_a_file_and_unsaved_work_is_asked_about_first() {
        let (_folder, state, mut story) = saved_twice();
        story.stage("Onboarding");
        say(&mut story, &state, Intent::Command(Command::Versions));
        let first = open(&story).kept().unwrap()[1].id.clone();
        press(&mut story, &state, VersionsMsg::Choose(first));
        press(&mut story, &state, VersionsMsg::OpenCopy);
        assert!(story.session.ask().is_some() && story.session.map().stages.len() == 3);
        say(&mut story, &state, Intent::Answer(Answer::Save));
        assert_eq!((story.session.path(), story.session.map().stages.len()), (None, 1));
        assert_eq!(story.session.suggested_name("ron"), "map (recovered).ron");
        assert_eq!(story.session.save_state(), SaveState::Unsaved);
    }
}
