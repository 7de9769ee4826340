//! Stories of drafts: found at the next start, over files that have changed, discarded and brought back. The disk is a
//! folder of the test's own.

use super::stories::disk_jobs;
use crate::edit::templates::Template;
use crate::model::{IdSource, Map};
use crate::session::stories::{Story, save_to};
use crate::session::*;
use crate::store::{DraftId, SeenFiles, StateFolder, load_map, to_text};
use std::path::PathBuf;

/// A folder with a map's file and a state folder.
struct Desk {
    folder: tempfile::TempDir,
}

impl Desk {
    fn new() -> Self {
        Self { folder: tempfile::tempdir().unwrap() }
    }

    fn state(&self) -> StateFolder {
        StateFolder::at(self.folder.path().join("state"))
    }

    fn file(&self) -> PathBuf {
        self.folder.path().join("map.ron")
    }

    /// A run of the program that ends in a crash, with work on the file that only a draft holds.
    fn crashed_run(&self) -> Map {
        let state = self.state();
        let mut story = Story::new();
        story.do_it(save_to(self.file()), &state);
        story.stage("Awareness");
        for job in story.wait(4) {
            job.run(&state, &story.seen);
        }
        story.session.map().clone()
    }

    /// What another program writes into the file.
    fn change_file(&self) -> Map {
        let map = Template::LiveEvent.build(&mut IdSource::seeded(2)).numbered();
        std::fs::write(self.file(), to_text(&map)).unwrap();
        map
    }

    /// The next start.
    fn started(&self) -> (Story, StateFolder) {
        let state = self.state();
        let session = Session::new(Remembered::read(&state), IdSource::seeded(9));
        (Story { session, now: std::time::Duration::ZERO, seen: SeenFiles::default() }, state)
    }
}

impl Story {
    /// Does something on a disk that works; what is left for the window.
    fn do_it(&mut self, action: Intent, state: &StateFolder) -> Vec<Effect> {
        let mut effects = self.act(action);
        effects.extend(self.session.journal().map(Effect::Disk));
        self.play(effects, state)
    }

    fn first_draft(&self) -> DraftId {
        self.session.drafts()[0].id.clone()
    }

    fn said(&self) -> &str {
        &self.session.notices().last().unwrap().text
    }
}

fn versions(story: &Story) -> (Occasion, Version, Version) {
    match story.session.ask() {
        Some(Ask::Versions { occasion, work, file, .. }) => (occasion, work, file),
        other => panic!("{other:?}"),
    }
}

#[test]
fn a_draft_over_a_file_that_has_changed_is_asked_about_and_opens_as_a_copy() {
    let desk = Desk::new();
    let work = desk.crashed_run();
    let theirs = desk.change_file();
    let (mut story, state) = desk.started();
    let draft = story.first_draft();
    story.do_it(Intent::OpenDraft(draft.clone()), &state);
    let (occasion, ours, file) = versions(&story);
    assert_eq!((occasion, ours.counts), (Occasion::Draft, Some(Counts::of(&work))));
    assert_eq!(file.counts, Some(Counts::of(&theirs)));
    assert!(ours.written_unix_secs.is_some() && file.written_unix_secs.is_some());
    assert!(story.session.on_start(), "nothing is open before the answer");

    story.do_it(Intent::Answer(Answer::Copy), &state);
    assert_eq!((story.session.map(), story.session.path()), (&work, None));
    assert_eq!(story.session.suggested_name("ron"), "map (recovered).ron");
    assert!(
        matches!(&story.run(Command::Save)[..], [Effect::AskFile(FileAsk::SaveMap(suggested))] if suggested == "map (recovered).ron")
    );
    let copy = desk.folder.path().join("map (recovered).ron");
    story.do_it(save_to(copy.clone()), &state);
    assert_eq!(load_map(&copy).unwrap().map, work);
    assert_eq!(load_map(&desk.file()).unwrap().map, theirs, "the file is as the other program left it");
    drop(state);
    assert_eq!(desk.state().drafts(), []);
}

#[test]
fn a_draft_over_a_file_that_has_changed_replaces_it_only_when_that_is_said() {
    let desk = Desk::new();
    let work = desk.crashed_run();
    desk.change_file();
    let (mut story, state) = desk.started();
    story.do_it(Intent::OpenDraft(story.first_draft()), &state);
    story.do_it(Intent::Answer(Answer::Cancel), &state);
    assert!(story.session.on_start() && story.session.drafts().len() == 1, "a question unanswered changes nothing");
    story.do_it(Intent::OpenDraft(story.first_draft()), &state);
    story.do_it(Intent::Answer(Answer::Work), &state);
    assert_eq!(story.session.path(), Some(desk.file().as_path()));
    story.do_it(Intent::Command(Command::Save), &state);
    assert_eq!(load_map(&desk.file()).unwrap().map, work);
}

#[test]
fn the_file_can_be_opened_in_the_place_of_its_draft_which_stays() {
    let desk = Desk::new();
    desk.crashed_run();
    let theirs = desk.change_file();
    let (mut story, state) = desk.started();
    story.do_it(Intent::OpenDraft(story.first_draft()), &state);
    story.do_it(Intent::Answer(Answer::File), &state);
    assert_eq!((story.session.ask(), story.session.map()), (None, &theirs));
    assert_eq!(state.drafts().len(), 1);
}

#[test]
fn a_draft_of_an_older_build_goes_by_the_times_of_the_files() {
    let desk = Desk::new();
    let work = desk.crashed_run();
    let note = std::fs::read_dir(desk.folder.path().join("state/drafts")).unwrap();
    let note = note.map(|entry| entry.unwrap().path()).find(|path| path.extension().is_some_and(|ext| ext == "note"));
    std::fs::write(note.unwrap(), format!("(title:\"x\",original:Some({:?}))", desk.file().display().to_string()))
        .unwrap();
    desk.change_file();
    let touch = |secs: u64| {
        let file = std::fs::File::options().write(true).open(desk.file()).unwrap();
        file.set_modified(std::time::UNIX_EPOCH + std::time::Duration::from_secs(secs)).unwrap();
    };
    for (secs, is_asked) in [(9_999_999_999, true), (1_000_000, false)] {
        touch(secs);
        let (mut story, state) = desk.started();
        story.do_it(Intent::OpenDraft(story.first_draft()), &state);
        assert_eq!(story.session.ask().is_some(), is_asked, "{secs}");
        assert_eq!(*story.session.map() == work, !is_asked);
    }
}

#[test]
fn a_file_that_became_no_map_is_not_replaced_unseen_either() {
    let desk = Desk::new();
    desk.crashed_run();
    std::fs::write(desk.file(), "no map").unwrap();
    let (mut story, state) = desk.started();
    story.do_it(Intent::OpenDraft(story.first_draft()), &state);
    assert_eq!(versions(&story).2.counts, None);
    story.do_it(Intent::Answer(Answer::File), &state);
    assert!(story.said().contains("map.ron") && story.session.on_start());
}

#[test]
fn the_draft_is_told_when_its_file_is_opened_by_name() {
    let desk = Desk::new();
    let work = desk.crashed_run();
    let (mut story, state) = desk.started();
    story.do_it(Intent::OpenPath(desk.file()), &state);
    let (occasion, ours, file) = versions(&story);
    assert_eq!((occasion, ours.counts), (Occasion::File { changed: false }, Some(Counts::of(&work))));
    assert_eq!(file.counts.unwrap().stages, 0);
    story.do_it(Intent::Answer(Answer::Work), &state);
    assert_eq!((story.session.map(), story.session.path()), (&work, Some(desk.file().as_path())));
    story.do_it(Intent::Command(Command::Save), &state);
    assert_eq!((story.session.ask(), story.session.save_state()), (None, SaveState::Saved));
    assert_eq!(load_map(&desk.file()).unwrap().map, work);
}

#[cfg(unix)]
#[test]
fn the_draft_is_told_under_every_name_of_its_file() {
    let desk = Desk::new();
    desk.crashed_run();
    let theirs = desk.change_file();
    let link = desk.folder.path().join("link.ron");
    std::os::unix::fs::symlink(desk.file(), &link).unwrap();
    let (mut story, state) = desk.started();
    story.do_it(Intent::OpenPath(link.clone()), &state);
    assert_eq!(versions(&story).0, Occasion::File { changed: true });
    story.do_it(Intent::Answer(Answer::File), &state);
    assert_eq!((story.session.map(), story.session.path()), (&theirs, Some(link.as_path())));
}

#[test]
fn a_draft_that_holds_what_its_file_holds_is_not_worth_a_question() {
    let desk = Desk::new();
    let work = desk.crashed_run();
    std::fs::write(desk.file(), to_text(&work)).unwrap();
    let (mut story, state) = desk.started();
    story.do_it(Intent::OpenPath(desk.file()), &state);
    assert_eq!((story.session.ask(), story.session.map()), (None, &work));
}

#[test]
fn a_discarded_draft_can_be_had_back_until_the_program_ends() {
    let desk = Desk::new();
    let work = desk.crashed_run();
    let (mut story, state) = desk.started();
    let draft = story.first_draft();
    story.do_it(Intent::DiscardDraft(draft.clone()), &state);
    assert!(story.session.is_discarded(&draft) && story.session.drafts().len() == 1, "it is shown as discarded");
    story.do_it(Intent::UndiscardDraft(draft.clone()), &state);
    story.do_it(Intent::OpenDraft(draft.clone()), &state);
    assert_eq!(*story.session.map(), work);

    // Discarded for good, it is not told with its file, and is gone after the end.
    drop(state);
    let (mut story, state) = desk.started();
    story.do_it(Intent::DiscardDraft(draft), &state);
    story.do_it(Intent::OpenPath(desk.file()), &state);
    assert_eq!(story.session.ask(), None);
    assert_eq!(state.drafts().len(), 1);
    assert_eq!(story.do_it(Intent::Command(Command::CloseWindow), &state), [Effect::Close]);
    assert_eq!(state.drafts(), []);
}

#[test]
fn a_map_that_was_left_by_discarding_can_be_had_back_until_the_program_ends() {
    let desk = Desk::new();
    let state = desk.state();
    let mut story = Story::new();
    story.stage("Awareness");
    let work = story.session.map().clone();
    let id = story.id();
    story.do_it(Intent::Template(Template::LiveEvent), &state);
    story.do_it(Intent::Answer(Answer::Discard), &state);
    assert!(story.said().contains("until Touchline is closed it can be brought back"));
    assert_eq!(story.session.notices().last().unwrap().button, Some(Command::StartScreen));

    story.do_it(Intent::Command(Command::StartScreen), &state);
    assert_eq!(story.first_draft(), id);
    assert!(story.session.is_discarded(&id));
    story.do_it(Intent::UndiscardDraft(id.clone()), &state);
    story.do_it(Intent::OpenDraft(id), &state);
    assert_eq!(*story.session.map(), work);

    // Closing is the end of it.
    story.do_it(Intent::Command(Command::CloseWindow), &state);
    assert_eq!(story.do_it(Intent::Answer(Answer::Discard), &state), [Effect::Close]);
    assert_eq!(state.drafts(), []);
}

#[test]
fn a_map_stays_whole_when_it_was_to_be_discarded_for_one_that_cannot_be_opened() {
    let desk = Desk::new();
    let state = desk.state();
    let mut story = Story::new();
    story.stage("Awareness");
    let id = story.id();
    story.do_it(Intent::OpenPath(desk.folder.path().join("gone.ron")), &state);
    story.do_it(Intent::Answer(Answer::Discard), &state);
    assert_eq!(story.session.map().stages.len(), 1);
    assert!(!story.session.is_discarded(&id));
    drop(state);
    assert_eq!(desk.state().drafts().len(), 1, "its draft is there");
}

#[test]
fn templates_and_drafts_lists_every_draft_and_leads_back_to_the_map() {
    let desk = Desk::new();
    desk.crashed_run();
    let (mut story, state) = desk.started();
    assert!(!story.session.can_go_back(), "there is no map behind the first start screen");
    story.do_it(Intent::Command(Command::New), &state);
    story.stage("Kept as a draft");
    let kept = story.id();
    story.do_it(Intent::Template(Template::LiveEvent), &state);
    story.do_it(Intent::Answer(Answer::KeepDraft), &state);
    story.stage("Open");
    for job in story.wait(4) {
        job.run(&state, &story.seen);
    }
    let (open, map) = (story.id(), story.session.map().clone());
    story.do_it(Intent::Command(Command::StartScreen), &state);
    let listed: Vec<DraftId> = story.session.drafts().iter().map(|draft| draft.id.clone()).collect();
    assert_eq!(listed.len(), 2, "the one of the earlier run and the one that was kept");
    assert!(listed.contains(&kept) && !listed.contains(&open));
    assert!(story.session.can_go_back());
    story.do_it(Intent::BackToMap, &state);
    assert_eq!((story.session.on_start(), story.session.map()), (false, &map));
}

#[test]
fn what_becomes_of_unsaved_work_is_asked_once_on_the_way_to_another_map() {
    let desk = Desk::new();
    let theirs = desk.change_file();
    let state = desk.state();
    let mut story = Story::new();
    story.stage("Awareness");
    story.do_it(Intent::Command(Command::Open), &state);
    assert_eq!(story.do_it(Intent::Answer(Answer::Discard), &state), [Effect::AskFile(FileAsk::OpenMap)]);
    story.do_it(Intent::OpenPath(desk.file()), &state);
    assert_eq!((story.session.ask(), story.session.map()), (None, &theirs));

    // Whoever chooses no file stays, and is asked again the next time.
    story.stage("Decision");
    story.do_it(Intent::Command(Command::Open), &state);
    story.do_it(Intent::Answer(Answer::Discard), &state);
    story.do_it(Intent::FilesChosen { ask: FileAsk::OpenMap, paths: Vec::new() }, &state);
    story.do_it(Intent::Command(Command::New), &state);
    assert!(matches!(story.session.ask(), Some(Ask::Unsaved { .. })));
}

#[test]
fn what_the_disk_reports_of_a_map_that_was_left_changes_nothing_of_the_next_one() {
    let mut story = Story::new();
    story.stage("Awareness");
    let [DiskJob::WriteDraft { draft, number, .. }] = &story.wait(4)[..] else { panic!("no draft") };
    let (draft, number) = (draft.clone(), *number);
    story.act(Intent::Template(Template::LiveEvent));
    story.act(Intent::Answer(Answer::Discard));
    story.stage("Decision");
    story.report(DiskReport::DraftWritten { draft: draft.clone(), number });
    story.report(DiskReport::SaveFailed { of: draft, path: PathBuf::from("/m.ron"), message: "full".to_owned() });
    assert_eq!(story.session.save_state(), SaveState::Unsaved);
    assert!(matches!(story.wait(4)[..], [DiskJob::WriteDraft { .. }]), "the new map's draft is still owed");
}

#[test]
fn two_windows_do_not_go_on_with_one_draft() {
    let desk = Desk::new();
    desk.crashed_run();
    let (mut one, first) = desk.started();
    let (mut two, second) = desk.started();
    let draft = one.first_draft();
    one.do_it(Intent::OpenDraft(draft.clone()), &first);
    two.do_it(Intent::OpenDraft(draft), &second);
    assert!(two.said().contains("open in another window") && two.session.on_start());
    assert_eq!(disk_jobs(two.run(Command::StartScreen)), [DiskJob::ListDrafts]);
}

#[test]
fn a_draft_of_what_was_edited_during_a_save_grows_from_the_saved_file_and_has_the_title() {
    let desk = Desk::new();
    let state = desk.state();
    let mut story = Story::new();
    story.do_it(save_to(desk.file()), &state);
    story.do_it(Intent::Command(Command::AddStage), &state);
    // The save is under way, and something is edited before its end is reported.
    let saving = disk_jobs(story.run(Command::Save));
    let reports: Vec<_> = saving.into_iter().filter_map(|job| job.run(&state, &story.seen)).collect();
    story.do_it(Intent::Command(Command::AddStage), &state);
    for report in reports {
        story.do_it(Intent::Disk(report), &state);
    }
    story.do_it(Intent::Rename(crate::model::RecordRef::Map, "Lumen".to_owned()), &state);
    let work = story.session.map().clone();
    drop((story, state));
    let (mut story, state) = desk.started();
    assert_eq!(story.session.drafts()[0].title, "Lumen");
    let draft = story.first_draft();
    story.do_it(Intent::OpenDraft(draft), &state);
    assert_eq!((story.session.ask(), story.session.path()), (None, Some(desk.file().as_path())));
    assert_eq!(*story.session.map(), work);
}

#[test]
fn j1_every_edit_undo_and_letter_is_there_after_a_crash() {
    let desk = Desk::new();
    let state = desk.state();
    let mut story = Story::new();
    story.do_it(save_to(desk.file()), &state);
    let stage = story.stage("Awareness");
    let mut recovered = Vec::new();
    let steps = [
        Intent::Tick,
        Intent::Add { new: New::Stage { name: "Decision".to_owned() }, at: Place::AtSelection },
        Intent::Command(Command::Undo),
        Intent::Command(Command::Redo),
        Intent::Rename(crate::model::RecordRef::Stage(stage), "Hearing of it".to_owned()),
        Intent::Command(Command::Undo),
    ];
    for step in steps {
        story.do_it(step, &state);
        // What another start finds, while this one still runs.
        let draft = story.id();
        recovered.push(state.read_draft(&draft).unwrap().loaded.map == *story.session.map());
    }
    assert_eq!(recovered, [true; 6]);
    // Letters in an editor, each as it is typed.
    let of = TextOf::title(crate::model::RecordRef::Stage(stage));
    for text in ["H", "He", "Hea"] {
        story.do_it(Intent::Write { of: of.clone(), text: text.to_owned() }, &state);
        assert_eq!(state.read_draft(&story.id()).unwrap().loaded.map.stages[&stage].name, text);
    }
    story.do_it(Intent::DropText(of), &state);
    assert_eq!(state.read_draft(&story.id()).unwrap().loaded.map, *story.session.map());
    drop((story, state));
    assert_eq!(desk.state().drafts().len(), 1);
}
