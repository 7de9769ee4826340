//! Stories of a map's life on the disk: saving, opening, drafts and closing. The disk is played by the test.

use crate::edit::templates::Template;
use crate::session::stories::{Story, save_to};
use crate::session::*;
use crate::store::{DraftId, Entry, StateFolder, UnknownField};
use std::path::PathBuf;

impl Story {
    /// Lets time pass a tick at a time; everything that is asked of the disk meanwhile.
    pub(super) fn wait(&mut self, seconds: u64) -> Vec<DiskJob> {
        let mut jobs = Vec::new();
        for _ in 0..seconds * 2 {
            self.now += Duration::from_millis(500);
            jobs.extend(disk_jobs(self.session.handle(Intent::Tick, self.now)));
            jobs.extend(self.session.journal());
        }
        jobs
    }

    pub(super) fn report(&mut self, report: DiskReport) -> Vec<Effect> {
        self.act(Intent::Disk(report))
    }

    /// The name under which the disk knows the open map.
    pub(super) fn id(&self) -> DraftId {
        self.session.document.id.clone()
    }

    fn saved(&mut self, path: PathBuf, state: u64) -> Vec<Effect> {
        self.report(DiskReport::Saved { of: self.id(), path, state, doubt: None })
    }

    fn draft_written(&mut self, number: u64) -> Vec<Effect> {
        self.report(DiskReport::DraftWritten { draft: self.id(), number })
    }

    fn draft_failed(&mut self, message: &str) -> Vec<Effect> {
        self.report(DiskReport::DraftFailed { draft: self.id(), message: message.to_owned() })
    }

    /// Plays a disk that works, in a folder of its own.
    pub(in crate::session) fn play(&mut self, effects: Vec<Effect>, folder: &StateFolder) -> Vec<Effect> {
        let mut left = Vec::new();
        for effect in effects {
            match effect {
                Effect::Disk(job) => {
                    if let Some(report) = job.run(folder, &self.seen) {
                        let further = self.report(report);
                        left.extend(self.play(further, folder));
                    }
                }
                other => left.push(other),
            }
        }
        left
    }
}

pub(super) fn disk_jobs(effects: Vec<Effect>) -> Vec<DiskJob> {
    effects
        .into_iter()
        .filter_map(|effect| match effect {
            Effect::Disk(job) => Some(job),
            _ => None,
        })
        .collect()
}

fn saved_state(jobs: &[DiskJob]) -> (PathBuf, u64) {
    match jobs {
        [DiskJob::Save { path, state, .. }] => (path.clone(), *state),
        other => panic!("{other:?}"),
    }
}

#[test]
fn an_edit_is_on_its_way_to_the_disk_at_once_and_the_next_ones_as_they_are_made() {
    let mut story = Story::new();
    assert_eq!((story.wait(20), story.session.journal()), (vec![], None));
    story.stage("Awareness");
    let Some(DiskJob::WriteDraft { map, original: None, writing: None, number: 1, .. }) = story.session.journal()
    else {
        panic!("no draft")
    };
    assert_eq!(*map, *story.session.map());
    assert_eq!(story.session.journal(), None);
    // What follows is noted, whether or not the draft is there already.
    let mut noted = (*map).clone();
    story.stage("Decision");
    story.run(Command::Undo);
    story.run(Command::Redo);
    let Some(DiskJob::Note { entries, number: 2, .. }) = story.session.journal() else { panic!("nothing is noted") };
    for entry in entries {
        let Entry::Made(edit) = entry else { panic!("{entry:?}") };
        noted.apply(edit).unwrap();
    }
    assert_eq!(noted, *story.session.map());
    story.draft_written(2);
    assert_eq!((story.wait(5), story.session.journal()), (vec![], None));
    // A journal that has become long begins again with the map whole.
    story.stage("Loyalty");
    assert!(matches!(story.session.journal(), Some(DiskJob::Note { number: 3, .. })));
    story.report(DiskReport::DraftFull(story.id()));
    let Some(DiskJob::WriteDraft { map, .. }) = story.session.journal() else { panic!("no draft") };
    assert_eq!(*map, *story.session.map());
}

#[test]
fn a_file_that_may_not_outlast_a_power_cut_is_saved_and_the_doubt_is_told() {
    let mut story = Story::new();
    story.stage("Awareness");
    let (path, state) = saved_state(&disk_jobs(story.act(save_to(PathBuf::from("/m.ron")))));
    story.report(DiskReport::Saved { of: story.id(), path, state, doubt: Some("perhaps".to_owned()) });
    assert_eq!(story.session.save_state(), SaveState::Saved);
    let told = story.session.notices().last().unwrap();
    assert_eq!((told.tone, told.text.as_str()), (Tone::Warning, "perhaps"));
}

#[test]
fn what_is_undone_back_to_the_file_leaves_no_draft() {
    let mut story = Story::new();
    story.stage("Awareness");
    story.wait(1);
    story.run(Command::Undo);
    assert_eq!(story.session.journal(), Some(DiskJob::DiscardDraft(story.id())));
    assert_eq!(story.wait(5), []);
    story.run(Command::Redo);
    assert!(matches!(story.session.journal(), Some(DiskJob::WriteDraft { .. })));
}

#[test]
fn a_draft_that_cannot_be_written_is_tried_again() {
    let mut story = Story::new();
    story.stage("Awareness");
    story.wait(4);
    story.draft_failed("the disk is full");
    let notice = story.session.notices().last().unwrap().clone();
    assert!(notice.text.contains("the disk is full"));
    assert!(matches!(story.wait(4)[..], [DiskJob::WriteDraft { .. }]));
    // Once put away, the same trouble is not said every few seconds.
    story.act(Intent::DismissNotice(notice.id));
    story.draft_failed("the disk is full");
    assert_eq!(story.session.notices(), []);
}

#[test]
fn saving_asks_for_a_name_once_and_drops_the_draft() {
    let mut story = Story::new();
    story.stage("Awareness");
    story.wait(4);
    story.draft_written(1);
    let effects = story.run(Command::Save);
    assert_eq!(effects, [Effect::AskFile(FileAsk::SaveMap("Untitled map.ron".to_owned()))]);
    let (path, state) = saved_state(&disk_jobs(story.act(save_to(PathBuf::from("/maps/lumen")))));
    assert_eq!(path, PathBuf::from("/maps/lumen.ron"));
    assert_eq!(story.session.save_state(), SaveState::Saving);
    let jobs = disk_jobs(story.saved(path.clone(), state));
    assert!(
        matches!(jobs[..], [DiskJob::ChangeRecents(_), DiskJob::Hold(Some(_)), DiskJob::DiscardDraft(_)]),
        "{jobs:?}"
    );
    assert_eq!(story.session.save_state(), SaveState::Saved);
    assert_eq!(story.session.recents().paths(), std::slice::from_ref(&path));

    story.stage("Decision");
    assert_eq!(story.session.save_state(), SaveState::Unsaved);
    assert_eq!(saved_state(&disk_jobs(story.run(Command::Save))).0, path);
}

#[test]
fn a_name_without_its_ending_never_replaces_a_file_that_nobody_was_asked_about() {
    let folder = tempfile::tempdir().unwrap();
    let state = StateFolder::at(folder.path().join("state"));
    std::fs::write(folder.path().join("map v1.2.ron"), "precious").unwrap();
    let mut story = Story::new();
    let effects = story.act(save_to(folder.path().join("map v1.2")));
    story.play(effects, &state);
    assert_eq!(std::fs::read(folder.path().join("map v1.2.ron")).unwrap(), b"precious");
    assert_eq!(story.session.save_state(), SaveState::Failed);
    let effects = story.act(save_to(folder.path().join("map v1.3")));
    story.play(effects, &state);
    assert_eq!(story.session.file_name(), "map v1.3.ron");
}

#[test]
fn an_edit_made_while_saving_is_still_unsaved_afterwards() {
    let mut story = Story::new();
    story.stage("Awareness");
    let (path, state) = saved_state(&disk_jobs(story.act(save_to(PathBuf::from("/m.ron")))));
    story.stage("Decision");
    story.saved(path, state);
    assert_eq!(story.session.save_state(), SaveState::Unsaved);
}

#[test]
fn a_save_that_fails_says_so_and_keeps_the_map_open() {
    let mut story = Story::new();
    story.stage("Awareness");
    story.run(Command::CloseWindow);
    story.act(Intent::Answer(Answer::Save));
    story.act(save_to(PathBuf::from("/m.ron")));
    let message = "/m.ron: not written (the disk is full)".to_owned();
    let failed = DiskReport::SaveFailed { of: story.id(), path: PathBuf::from("/m.ron"), message: message.clone() };
    let effects = story.report(failed);
    assert_eq!(effects, [], "the window stays open");
    assert_eq!(story.session.save_state(), SaveState::Failed);
    let notice = story.session.notices().last().unwrap();
    assert_eq!((notice.text.as_str(), notice.button), (message.as_str(), Some(Command::SaveAs)));
    story.wait(60);
    assert_eq!(story.session.notices().len(), 1, "a failure stays until it is dismissed");
}

#[test]
fn closing_asks_only_when_something_is_unsaved() {
    let mut story = Story::new();
    assert_eq!(story.run(Command::CloseWindow), [Effect::Close]);
    story.stage("Awareness");
    assert_eq!(story.run(Command::CloseWindow), []);
    assert_eq!(story.session.ask(), Some(Ask::Unsaved { title: "Untitled map".to_owned() }));
    story.act(Intent::Answer(Answer::Cancel));
    assert_eq!(story.session.ask(), None);

    story.run(Command::CloseWindow);
    assert_eq!(story.act(Intent::Answer(Answer::Discard)), [Effect::Close]);
    story.run(Command::CloseWindow);
    let jobs = disk_jobs(story.act(Intent::Answer(Answer::KeepDraft)));
    assert!(matches!(jobs[..], [DiskJob::WriteDraft { .. }]));
    assert_eq!(story.draft_written(1), [Effect::Close]);
}

#[test]
fn closing_with_save_closes_once_the_file_is_written() {
    let folder = tempfile::tempdir().unwrap();
    let state = StateFolder::at(folder.path().join("state"));
    let mut story = Story::new();
    story.stage("Awareness");
    story.run(Command::CloseWindow);
    let effects = story.act(Intent::Answer(Answer::Save));
    assert!(matches!(effects[..], [Effect::AskFile(FileAsk::SaveMap(_))]));
    let effects = story.act(save_to(folder.path().join("map.ron")));
    assert_eq!(story.play(effects, &state), [Effect::Close]);
    assert_eq!(crate::store::load_map(&folder.path().join("map.ron")).unwrap().map, *story.session.map());
}

#[test]
fn choosing_no_name_closes_nothing_later() {
    let mut story = Story::new();
    story.stage("Awareness");
    story.run(Command::CloseWindow);
    story.act(Intent::Answer(Answer::Save));
    story.act(Intent::FilesChosen { ask: FileAsk::OpenMap, paths: Vec::new() });
    let (path, state) = saved_state(&disk_jobs(story.act(save_to(PathBuf::from("/m.ron")))));
    let effects = story.saved(path, state);
    assert!(!effects.contains(&Effect::Close));
}

#[test]
fn a_file_that_cannot_be_opened_leaves_the_map_as_it_was() {
    let mut story = Story::new();
    story.stage("Awareness");
    story.act(save_to(PathBuf::from("/m.ron")));
    story.saved(PathBuf::from("/m.ron"), story.session.history().state());
    let before = story.session.map().clone();
    let path = PathBuf::from("/broken.ron");
    assert_eq!(disk_jobs(story.act(Intent::OpenPath(path.clone()))), [DiskJob::Open(path.clone())]);
    story.report(DiskReport::OpenFailed { path, message: "/broken.ron, line 3: cut off".to_owned() });
    assert_eq!(*story.session.map(), before);
    assert_eq!(story.session.notices().last().unwrap().tone, Tone::Bad);
    assert_eq!(story.session.file_name(), "m.ron");
}

#[test]
fn a_draft_written_while_the_save_dialog_is_open_does_not_leave_the_map() {
    let mut story = Story::new();
    story.stage("Awareness");
    story.run(Command::CloseWindow);
    assert!(matches!(story.act(Intent::Answer(Answer::Save))[..], [Effect::AskFile(FileAsk::SaveMap(_))]));
    let [DiskJob::WriteDraft { number, .. }] = story.wait(4)[..] else { panic!("no draft") };
    assert_eq!(story.draft_written(number), []);
    let (path, state) = saved_state(&disk_jobs(story.act(save_to(PathBuf::from("/m.ron")))));
    assert!(story.saved(path, state).contains(&Effect::Close));
}

#[test]
fn leaving_waits_for_a_save_that_is_under_way() {
    let mut story = Story::new();
    story.stage("Awareness");
    let (path, state) = saved_state(&disk_jobs(story.act(save_to(PathBuf::from("/m.ron")))));
    assert_eq!(story.run(Command::CloseWindow), []);
    assert_eq!(story.session.ask(), None);
    assert!(story.saved(path, state).contains(&Effect::Close));
}

#[test]
fn the_file_of_a_map_that_was_left_never_becomes_the_next_one_s() {
    let mut story = Story::new();
    story.stage("Awareness");
    story.run(Command::New);
    let (path, state) = saved_state(&disk_jobs(story.act(save_to(PathBuf::from("/m.ron")))));
    let of = story.id();
    story.act(Intent::Answer(Answer::Discard));
    story.report(DiskReport::Saved { of, path: path.clone(), state, doubt: None });
    assert_eq!(story.session.path(), None);
    assert_eq!(story.session.recents().paths(), [path]);
}

#[test]
fn work_done_while_another_map_is_read_is_asked_about() {
    let mut story = Story::new();
    let path = PathBuf::from("/slow.ron");
    story.act(Intent::OpenPath(path.clone()));
    story.stage("Awareness");
    let edited = story.session.map().clone();
    let map = Template::LiveEvent.build(&mut crate::model::IdSource::seeded(2));
    let opened = Opened {
        map,
        from: Origin::File(path.clone()),
        written_unix_secs: None,
        beside: Vec::new(),
        unknown: Vec::new(),
    };
    story.report(DiskReport::Opened(Box::new(opened)));
    assert_eq!(*story.session.map(), edited);
    assert!(matches!(story.session.ask(), Some(Ask::Unsaved { .. })));
    let jobs = disk_jobs(story.act(Intent::Answer(Answer::Discard)));
    assert!(matches!(&jobs[..], [DiskJob::WriteDraft { .. }, DiskJob::Open(opened)] if *opened == path), "{jobs:?}");
}

#[test]
fn what_another_program_wrote_into_the_file_is_not_replaced_unseen() {
    let folder = tempfile::tempdir().unwrap();
    let state = StateFolder::at(folder.path().join("state"));
    let file = folder.path().join("map.ron");
    let mut story = Story::new();
    let effects = story.act(save_to(file.clone()));
    story.play(effects, &state);
    story.stage("Awareness");
    let effects = story.run(Command::Save);
    story.play(effects, &state);
    assert_eq!(story.session.save_state(), SaveState::Saved);

    let theirs = crate::store::to_text(&Template::LiveEvent.build(&mut crate::model::IdSource::seeded(2)));
    std::fs::write(&file, &theirs).unwrap();
    story.stage("Decision");
    let effects = story.run(Command::Save);
    story.play(effects, &state);
    assert_eq!(story.session.save_state(), SaveState::Failed);
    let Some(Ask::Versions { path, occasion: Occasion::Saving, work, file: now }) = story.session.ask() else {
        panic!("{:?}", story.session.ask())
    };
    assert_eq!((path, work.written_unix_secs), (file.clone(), None));
    assert_eq!(work.counts.unwrap().stages, 2);
    assert!(now.written_unix_secs.is_some() && now.counts.unwrap().stages > 2);
    assert_eq!(story.act(Intent::Answer(Answer::Cancel)), []);
    assert_eq!(std::fs::read_to_string(&file).unwrap(), theirs);

    // By default it goes under another name; only when that is said it is replaced, and is this map's own again.
    let effects = story.run(Command::Save);
    story.play(effects, &state);
    assert!(matches!(story.act(Intent::Answer(Answer::Copy))[..], [Effect::AskFile(FileAsk::SaveMap(_))]));
    let effects = story.run(Command::Save);
    story.play(effects, &state);
    let effects = story.act(Intent::Answer(Answer::Work));
    story.play(effects, &state);
    assert_eq!(story.session.save_state(), SaveState::Saved);
    story.stage("Onboarding");
    let effects = story.run(Command::Save);
    story.play(effects, &state);
    assert_eq!(crate::store::load_map(&file).unwrap().map, *story.session.map());
}

#[test]
fn what_saving_would_drop_is_asked_about_before_it_is_opened() {
    let mut story = Story::new();
    let map = Template::LiveEvent.build(&mut crate::model::IdSource::seeded(2)).numbered();
    let fields = vec![UnknownField { path: "stages.0.colour".to_owned(), line: 12 }];
    let (path, unknown) = (PathBuf::from("/new.ron"), fields.clone());
    let from = Origin::File(path.clone());
    let opened = Opened { map: map.clone(), from, written_unix_secs: None, beside: Vec::new(), unknown };
    story.report(DiskReport::Opened(Box::new(opened.clone())));
    assert_eq!(story.session.ask(), Some(Ask::Unknown { path, fields }));
    story.act(Intent::Answer(Answer::Cancel));
    assert!(story.session.map().stages.is_empty());
    story.report(DiskReport::Opened(Box::new(opened)));
    story.act(Intent::Answer(Answer::OpenAnyway));
    assert_eq!(*story.session.map(), map);
}

#[test]
fn unsaved_work_of_an_earlier_run_opens_again_with_its_file() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("map.ron");
    let state = StateFolder::at(folder.path().join("state"));
    let mut story = Story::new();
    let effects = story.act(save_to(file.clone()));
    story.play(effects, &state);
    story.stage("Awareness");
    let edited = story.session.map().clone();
    for job in story.wait(4) {
        job.run(&state, &story.seen);
    }
    drop(state);

    // The next start, after a crash.
    let state = StateFolder::at(folder.path().join("state"));
    let mut story =
        Story { session: Session::new(Remembered::read(&state), crate::model::IdSource::seeded(9)), ..story };
    assert!(story.session.on_start());
    let draft = story.session.drafts()[0].clone();
    assert_eq!(draft.original.unwrap().path, file);
    let effects = story.act(Intent::OpenDraft(draft.id));
    story.play(effects, &state);
    assert_eq!(*story.session.map(), edited);
    assert_eq!(story.session.save_state(), SaveState::Unsaved);
    assert!(story.session.drafts().is_empty());

    let effects = story.run(Command::Save);
    story.play(effects, &state);
    assert_eq!(crate::store::load_map(&file).unwrap().map, edited);
    drop(state);
    assert_eq!(StateFolder::at(folder.path().join("state")).drafts(), []);
}

#[test]
fn a_log_dropped_on_the_window_is_imported_into_the_open_map() {
    let mut story = Story::new();
    let log = PathBuf::from("/logs/events.CSV");
    assert_eq!(story.act(Intent::OpenPath(log.clone())), [Effect::DataRead(log.clone())]);
    story.run(Command::StartScreen);
    assert_eq!(story.act(Intent::OpenPath(log)), []);
}

#[test]
fn a_journey_of_mermaid_opens_as_a_map_without_a_file_and_a_wrong_one_is_told_with_its_line() {
    let folder = tempfile::tempdir().unwrap();
    let state = StateFolder::at(folder.path().to_owned());
    let mut story = Story::new();
    let path = folder.path().join("day.mmd");
    std::fs::write(&path, "journey\n title My day\n section Morning\n  Make tea: 5: Me\n  Wait: 1: Me, Cat\n").unwrap();
    let effects = story.act(Intent::OpenPath(path.clone()));
    story.play(effects, &state);
    let map = story.session.map();
    assert_eq!((map.meta.title.as_str(), map.stages.len(), map.touchpoints.len()), ("My day", 1, 2));
    assert!(map.meta.id.is_some() && map.segments.len() == 2);
    assert_eq!(story.session.path(), None);
    story.run(Command::CloseWindow);
    assert_eq!(story.session.ask(), Some(Ask::Unsaved { title: "My day".to_owned() }), "it is nowhere kept yet");
    for (text, told) in [("journey\n section A\n Make tea: soon: Me\n", "3"), ("graph TD\n", "1")] {
        let mut story = Story::new();
        std::fs::write(&path, text).unwrap();
        let effects = story.act(Intent::OpenPath(path.clone()));
        story.play(effects, &state);
        assert!(story.session.map().stages.is_empty());
        let notice = story.session.notices().last().map(|notice| notice.text.clone()).unwrap_or_default();
        assert!(notice.contains("day.mmd") && notice.contains(told), "{notice}");
    }
}

#[test]
fn templates_and_the_sample_open_without_a_file() {
    let folder = tempfile::tempdir().unwrap();
    let state = StateFolder::at(folder.path().to_owned());
    let mut story = Story::new();
    story.act(Intent::Template(Template::LiveEvent));
    assert!(!story.session.map().stages.is_empty());
    assert_eq!((story.session.path(), story.session.on_start()), (None, false));
    let effects = story.run(Command::OpenSample);
    story.play(effects, &state);
    assert!(!story.session.map().touchpoints.is_empty());
    assert_eq!((story.session.path(), story.session.file_name()), (None, "Untitled".to_owned()));
    story.act(Intent::DiscardDraft(DraftId("none".to_owned())));
}
