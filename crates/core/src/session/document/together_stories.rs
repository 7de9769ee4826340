//! Stories of a map that a colleague saved meanwhile: both are brought together, in the open map and from a draft.

use super::stories::disk_jobs;
use crate::edit::add_stage;
use crate::fields::{FieldKey, write};
use crate::model::{Edit, Field, IdSource, Map, StageId};
use crate::session::stories::{Story, save_to};
use crate::session::*;
use crate::store::{SeenFiles, StateFolder, load_map, save_map};
use std::path::PathBuf;
use std::time::Duration;

struct Desk {
    folder: tempfile::TempDir,
    state: StateFolder,
    story: Story,
    stage: StageId,
}

impl Desk {
    /// A map with a stage, saved, with something done since.
    fn begun() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let state = StateFolder::at(folder.path().join("state"));
        let mut desk = Self { folder, state, story: Story::new(), stage: StageId(0) };
        desk.story.stage("Awareness");
        desk.stage = *desk.story.session.map().stages.keys().next().unwrap();
        desk.act(save_to(desk.file()));
        desk
    }

    fn file(&self) -> PathBuf {
        self.folder.path().join("map.ron")
    }

    fn act(&mut self, action: Intent) {
        let mut effects = self.story.act(action);
        effects.extend(self.story.session.journal().map(Effect::Disk));
        self.story.play(effects, &self.state);
        // What came back from the disk may have been an edit.
        let noted = self.story.session.journal().map(Effect::Disk).into_iter().collect();
        self.story.play(noted, &self.state);
    }

    fn write(&mut self, text: &str) {
        let edit = written(self.story.session.map(), self.stage, text);
        self.act(Intent::Edit(edit));
    }

    /// What a colleague makes of the file as it is.
    fn colleague(&self, with: impl FnOnce(&Map) -> Edit) {
        let map = load_map(&self.file()).unwrap().map;
        save_map(&self.file(), &map.after(&with(&map)).unwrap()).unwrap();
    }

    fn names(&self) -> Vec<&str> {
        self.story.session.map().stages_in_order().iter().map(|(_, stage)| stage.name.as_str()).collect()
    }

    fn said(&self) -> &str {
        &self.story.session.notices().last().unwrap().text
    }

    /// The program is gone; the next start.
    fn crash(&mut self) {
        for job in self.story.wait(4) {
            job.run(&self.state, &self.story.seen);
        }
        self.state = StateFolder::at(self.folder.path().join("state"));
        let session = Session::new(Remembered::read(&self.state), IdSource::seeded(9));
        self.story = Story { session, now: Duration::ZERO, seen: SeenFiles::default() };
    }
}

fn written(map: &Map, stage: StageId, text: &str) -> Edit {
    write(map, &FieldKey::one(stage.into(), Field::Title), text).unwrap().unwrap()
}

fn further_stage(map: &Map) -> Edit {
    add_stage(map, "Loyalty", None, &mut IdSource::seeded(77)).0
}

#[test]
fn what_a_colleague_saved_meanwhile_comes_into_the_open_map_as_one_step_and_is_saved_with_it() {
    let mut desk = Desk::begun();
    desk.write("Discovery");
    desk.colleague(further_stage);
    desk.act(Intent::Command(Command::Save));
    match desk.story.session.ask() {
        Some(Ask::Versions { occasion: Occasion::Saving, file, .. }) => {
            assert_eq!(*file.since, [Some("stage “Loyalty”".to_owned()), None, None]);
        }
        other => panic!("{other:?}"),
    }
    desk.act(Intent::Answer(Answer::Together));
    assert_eq!((desk.story.session.ask(), desk.names()), (None, vec!["Discovery", "Loyalty"]));
    assert!(desk.said().contains("1 added"), "{}", desk.said());
    // Undo takes it back as a whole, and redo brings it again.
    desk.act(Intent::Command(Command::Undo));
    assert_eq!(desk.names(), ["Discovery"]);
    desk.act(Intent::Command(Command::Redo));
    desk.act(Intent::Command(Command::Save));
    assert_eq!(desk.story.session.ask(), None, "the file is known by now");
    assert_eq!(&load_map(&desk.file()).unwrap().map, desk.story.session.map());
}

#[test]
fn where_both_wrote_a_name_it_is_told_selected_and_kept_in_a_note() {
    let mut desk = Desk::begun();
    desk.write("Discovery");
    let stage = desk.stage;
    desk.colleague(|map| written(map, stage, "First contact"));
    desk.act(Intent::Command(Command::Save));
    desk.act(Intent::Answer(Answer::Together));
    assert_eq!(desk.names(), ["Discovery"]);
    assert!(desk.said().contains("“First contact”"), "{}", desk.said());
    assert_eq!(desk.story.session.selection().records(), [stage.into()]);
    assert!(desk.story.session.map().stickies.values().any(|note| note.text.contains("First contact")));
}

#[test]
fn unsaved_work_after_a_crash_is_brought_together_with_what_a_colleague_saved_since() {
    let mut desk = Desk::begun();
    desk.write("Discovery");
    desk.crash();
    desk.colleague(further_stage);
    let draft = desk.story.session.drafts()[0].id.clone();
    desk.act(Intent::OpenDraft(draft));
    assert!(matches!(desk.story.session.ask(), Some(Ask::Versions { occasion: Occasion::Draft, .. })));
    desk.act(Intent::Answer(Answer::Together));
    assert_eq!(desk.names(), ["Discovery", "Loyalty"]);
    assert!(!desk.said().contains("not known"), "what both grew from was kept: {}", desk.said());
    desk.act(Intent::Command(Command::Save));
    assert_eq!(desk.story.session.ask(), None);
    assert_eq!(&load_map(&desk.file()).unwrap().map, desk.story.session.map());
    assert_eq!(desk.state.drafts(), []);
}

#[test]
fn what_is_done_while_both_are_brought_together_is_not_lost() {
    let mut desk = Desk::begun();
    desk.write("Discovery");
    desk.colleague(further_stage);
    desk.act(Intent::Command(Command::Save));
    let asked = desk.story.act(Intent::Answer(Answer::Together));
    let reports: Vec<DiskReport> =
        disk_jobs(asked).into_iter().filter_map(|job| job.run(&desk.state, &desk.story.seen)).collect();
    desk.write("Discovery of the show");
    for report in reports {
        desk.act(Intent::Disk(report));
    }
    assert_eq!(desk.names(), ["Discovery of the show", "Loyalty"]);
}

#[test]
fn a_file_that_holds_another_map_by_now_is_not_mixed_in() {
    let mut desk = Desk::begun();
    desk.write("Discovery");
    let other = crate::edit::templates::Template::LiveEvent.build(&mut IdSource::seeded(2)).numbered();
    save_map(&desk.file(), &other).unwrap();
    desk.act(Intent::Command(Command::Save));
    desk.act(Intent::Answer(Answer::Together));
    assert_eq!(desk.names(), ["Discovery"]);
    assert_eq!(desk.said(), touchline_words::say!(session_together_another));
    assert_eq!(load_map(&desk.file()).unwrap().map, other);
}

#[test]
fn what_a_client_did_to_a_copy_comes_into_the_map_which_went_on_meanwhile() {
    let mut desk = Desk::begun();
    // Sent as it was saved; the client adds a stage, and we go on and save twice.
    let sent = load_map(&desk.file()).unwrap().map;
    let copy = desk.folder.path().join("from the client.ron");
    save_map(&copy, &sent.after(&further_stage(&sent)).unwrap()).unwrap();
    for text in ["Discovery", "Discovery of the show"] {
        desk.write(text);
        desk.act(Intent::Command(Command::Save));
    }
    desk.act(Intent::FilesChosen { ask: FileAsk::TakeOver, paths: vec![copy.clone()] });
    assert_eq!(desk.names(), ["Discovery of the show", "Loyalty"]);
    assert!(desk.said().contains("1 added") && desk.said().contains("nearest"), "{}", desk.said());
    assert_eq!(desk.story.session.map().stickies.len(), 0, "nobody wrote what the other wrote");
    desk.act(Intent::Command(Command::Save));
    assert_eq!(desk.story.session.ask(), None, "the copy is no file of ours");
    // An unchanged copy brings nothing.
    save_map(&copy, &sent).unwrap();
    let before = desk.story.session.map().clone();
    desk.act(Intent::FilesChosen { ask: FileAsk::TakeOver, paths: vec![copy] });
    assert_eq!(desk.story.session.map(), &before);
}

#[test]
fn what_a_colleague_saved_before_the_first_edit_here_is_held_against_the_map_as_it_was_opened() {
    let mut desk = Desk::begun();
    desk.write("Discovery");
    desk.act(Intent::Command(Command::Save));
    let stage = desk.stage;
    // Another start, in which the map is only looked at while the colleague works.
    desk.crash();
    std::fs::remove_dir_all(desk.folder.path().join("state")).unwrap();
    desk.act(Intent::OpenPath(desk.file()));
    desk.colleague(|map| written(map, stage, "First contact"));
    desk.colleague(further_stage);
    desk.act(Intent::Edit(add_stage(desk.story.session.map(), "Trial", None, &mut IdSource::seeded(78)).0));
    desk.act(Intent::Command(Command::Save));
    desk.act(Intent::Answer(Answer::Together));
    let mut names = desk.names();
    names.sort_unstable();
    assert_eq!(names, ["First contact", "Loyalty", "Trial"]);
    assert_eq!(desk.story.session.map().stickies.len(), 0, "only they wrote that name");
}
