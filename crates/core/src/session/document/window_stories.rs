//! Stories of two windows on one file: the second says so, and what both save at once is lost by neither.

use crate::edit::add_stage;
use crate::model::{IdSource, Map};
use crate::session::stories::{Story, save_to};
use crate::session::*;
use crate::store::{Disk, DiskFile, Lies, Readers, RealDisk, RecentsChange, SeenFiles, StateFolder, load_map};
use std::io;
use std::path::{Path, PathBuf};
use std::sync::Barrier;

/// A state folder as another process opens it.
fn state(folder: &Path) -> StateFolder {
    StateFolder::at(folder.join("state"))
}

fn act(story: &mut Story, state: &StateFolder, intent: Intent) -> Vec<Effect> {
    let effects = story.act(intent);
    story.play(effects, state)
}

/// A window with a saved map of one stage, and the folder that it is in.
fn first_window() -> (tempfile::TempDir, StateFolder, Story) {
    let folder = tempfile::tempdir().unwrap();
    let state = state(folder.path());
    let mut story = Story::new();
    story.stage("Awareness");
    act(&mut story, &state, save_to(folder.path().join("map.ron")));
    (folder, state, story)
}

#[test]
fn a_file_that_another_window_shows_is_asked_about_and_opens_as_a_copy_first() {
    let (folder, one, mut first) = first_window();
    let path = folder.path().join("map.ron");
    let (other, mut second) = (state(folder.path()), Story::new());
    act(&mut second, &other, Intent::OpenPath(path.clone()));
    let Some(Ask::InUse { path: asked, holder }) = second.session.ask() else { panic!("{:?}", second.session.ask()) };
    assert_eq!((asked, holder.process), (path.clone(), std::process::id()));
    assert!(second.session.map().stages.is_empty());
    act(&mut second, &other, Intent::Answer(Answer::Copy));
    assert_eq!((second.session.path(), second.session.map().stages.len()), (None, 1));
    assert_eq!(second.session.suggested_name("ron"), "map (recovered).ron");

    // Opened all the same, both know it.
    act(&mut second, &other, Intent::OpenPath(path.clone()));
    act(&mut second, &other, Intent::Answer(Answer::Cancel));
    assert_eq!(second.session.path(), None);
    act(&mut second, &other, Intent::OpenPath(path.clone()));
    act(&mut second, &other, Intent::Answer(Answer::Work));
    assert_eq!(second.session.path(), Some(path.as_path()));
    assert!(second.session.notices().last().is_some_and(|notice| notice.text.contains("another window")));

    // Who saves second is asked.
    first.stage("Decision");
    act(&mut first, &one, Intent::Command(Command::Save));
    second.stage("Onboarding");
    act(&mut second, &other, Intent::Command(Command::Save));
    assert!(matches!(second.session.ask(), Some(Ask::Versions { occasion: Occasion::Saving, .. })));
}

#[test]
fn a_file_is_free_once_its_window_shows_another_map_or_is_gone() {
    let (folder, one, mut first) = first_window();
    let path = folder.path().join("map.ron");
    act(&mut first, &one, Intent::Command(Command::New));
    let (other, mut second) = (state(folder.path()), Story::new());
    act(&mut second, &other, Intent::OpenPath(path.clone()));
    assert_eq!((second.session.ask(), second.session.path()), (None, Some(path.as_path())));
    drop(other);
    act(&mut first, &one, Intent::OpenPath(path.clone()));
    assert_eq!((first.session.ask(), first.session.path()), (None, Some(path.as_path())));
}

/// A window that saves a map with one stage more over the file as it was; how that ended.
fn save(path: &Path, state: &StateFolder, name: &str, ids: u64, start: &Barrier) -> (DiskReport, Map) {
    let seen = SeenFiles::default();
    seen.look(path);
    let map = load_map(path).unwrap().map;
    let (edit, _) = add_stage(&map, name, None, &mut IdSource::seeded(ids));
    let map = map.after(&edit).unwrap();
    let of = crate::store::draft_id(&mut IdSource::seeded(ids));
    let job = DiskJob::Save {
        of,
        path: path.to_owned(),
        map: Box::new(map.clone()),
        state: 1,
        replace: Replace::Own,
        read: Vec::new(),
    };
    start.wait();
    (job.run(state, &seen).unwrap(), map)
}

#[test]
fn of_two_windows_that_save_at_the_very_same_time_one_saves_and_the_other_is_asked() {
    let (folder, _, _) = first_window();
    let path = folder.path().join("map.ron");
    for round in 0..40 {
        let start = Barrier::new(2);
        let window = |name: &'static str, ids: u64| {
            let (path, start, state) = (&path, &start, state(folder.path()));
            move || save(path, &state, name, ids, start)
        };
        let (one, other) = (window("Decision", 2 * round + 100), window("Onboarding", 2 * round + 101));
        let (one, other) = std::thread::scope(|threads| {
            let (one, other) = (threads.spawn(one), threads.spawn(other));
            (one.join().unwrap(), other.join().unwrap())
        });
        let is_saved = |report: &DiskReport| matches!(report, DiskReport::Saved { .. });
        let is_asked = |report: &DiskReport| matches!(report, DiskReport::SaveConflict { .. });
        let (saved, asked) = if is_saved(&one.0) { (one, other) } else { (other, one) };
        assert!(is_saved(&saved.0) && is_asked(&asked.0), "round {round}: {:?} and {:?}", saved.0, asked.0);
        assert_eq!(load_map(&path).unwrap().map, saved.1);
    }
}

#[test]
fn what_one_window_opened_stands_in_the_list_of_the_other() {
    let (folder, one, mut first) = first_window();
    let other = state(folder.path());
    other.change_recents(&RecentsChange::Add(PathBuf::from("/maps/theirs.ron"))).unwrap();
    first.stage("Decision");
    act(&mut first, &one, Intent::Command(Command::Save));
    let path = folder.path().join("map.ron");
    assert_eq!(first.session.recents().paths(), [path, PathBuf::from("/maps/theirs.ron")]);
}

#[test]
fn a_map_that_is_open_on_another_machine_is_asked_about_and_saved_all_the_same() {
    let (folder, one, mut first) = first_window();
    let path = folder.path().join("map.ron");
    act(&mut first, &one, Intent::Command(Command::New));
    let lock = folder.path().join(".~map.ron.touchline");
    assert!(!lock.exists(), "who shows another map lets this one go");
    std::fs::write(&lock, "touchline lock 1\nstudio-2\nother\nboot\n7\nwindow\n").unwrap();
    act(&mut first, &one, Intent::OpenPath(path.clone()));
    let Some(Ask::InUse { holder, .. }) = first.session.ask() else { panic!("{:?}", first.session.ask()) };
    assert_eq!(holder.machine.as_deref(), Some("studio-2"));
    act(&mut first, &one, Intent::Answer(Answer::Work));
    assert!(first.session.notices().last().is_some_and(|notice| notice.text.contains("studio-2")));
    first.stage("Decision");
    act(&mut first, &one, Intent::Command(Command::Save));
    assert_eq!((first.session.ask(), load_map(&path).unwrap().map.stages.len()), (None, 2));
    assert!(lock.exists(), "the other's lock is left to it");
}

/// The real disk, but that no file can be given other readers.
#[cfg(unix)]
#[derive(Debug)]
struct WithoutModes;

#[cfg(unix)]
impl Disk for WithoutModes {
    fn look(&self, path: &Path) -> io::Result<Lies> {
        RealDisk.look(path)
    }

    fn link(&self, path: &Path) -> io::Result<Option<PathBuf>> {
        RealDisk.link(path)
    }

    fn create(&self, path: &Path, _: Readers<'_>) -> io::Result<Box<dyn DiskFile>> {
        RealDisk.create(path, Readers::OwnerAlone)
    }

    fn make_folder(&self, folder: &Path) -> io::Result<()> {
        RealDisk.make_folder(folder)
    }

    fn rename(&self, from: &Path, to: &Path) -> io::Result<()> {
        RealDisk.rename(from, to)
    }

    fn sync_folder(&self, folder: &Path) -> io::Result<()> {
        RealDisk.sync_folder(folder)
    }

    fn remove(&self, path: &Path) -> io::Result<()> {
        RealDisk.remove(path)
    }
}

#[cfg(unix)]
#[test]
fn a_disk_that_refuses_the_readers_of_a_file_keeps_no_save_from_being_made_and_is_told_once() {
    use std::os::unix::fs::PermissionsExt;
    let (folder, one, mut first) = first_window();
    let path = folder.path().join("map.ron");
    drop(one);
    std::fs::set_permissions(&path, std::fs::Permissions::from_mode(0o664)).unwrap();
    let one = StateFolder::on(std::sync::Arc::new(WithoutModes), folder.path().join("state"));
    act(&mut first, &one, Intent::OpenPath(path.clone()));
    let told = |story: &Story| story.session.notices().iter().filter(|n| n.text.contains("let in again")).count();
    for stages in [2, 3] {
        first.stage("Decision");
        act(&mut first, &one, Intent::Command(Command::Save));
        assert_eq!(load_map(&path).unwrap().map.stages.len(), stages);
        assert_eq!(told(&first), usize::from(stages == 2), "after {stages} stages");
    }
}
