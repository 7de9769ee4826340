//! Writing while the disk fails, and the state folder between two runs.

use super::disk::read_limited;
use super::safe_write::safe_write;
use super::*;
use crate::edit::{empty_map, templates::Template};
use crate::model::{IdSource, Map};
use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

/// The real disk, on which the operation with a number fails; writing then leaves half of what it was given.
#[derive(Debug)]
struct FailingDisk(Arc<Steps>);

#[derive(Debug)]
struct Steps {
    fails_at: usize,
    done: AtomicUsize,
}

impl Steps {
    fn step(&self) -> io::Result<()> {
        let nth = self.done.fetch_add(1, Ordering::Relaxed) + 1;
        if nth == self.fails_at { Err(io::ErrorKind::StorageFull.into()) } else { Ok(()) }
    }
}

impl FailingDisk {
    fn step(&self) -> io::Result<()> {
        self.0.step()
    }
}

#[derive(Debug)]
struct FailingFile {
    file: Box<dyn DiskFile>,
    steps: Arc<Steps>,
}

impl DiskFile for FailingFile {
    fn write(&mut self, bytes: &[u8]) -> io::Result<()> {
        match self.steps.step() {
            Ok(()) => self.file.write(bytes),
            Err(error) => self.file.write(&bytes[..bytes.len() / 2]).and(Err(error)),
        }
    }

    fn sync(&mut self) -> io::Result<()> {
        self.steps.step().and_then(|()| self.file.sync())
    }
}

impl Disk for FailingDisk {
    fn look(&self, path: &Path) -> io::Result<Lies> {
        self.step().and_then(|()| RealDisk.look(path))
    }

    fn link(&self, path: &Path) -> io::Result<Option<PathBuf>> {
        self.step().and_then(|()| RealDisk.link(path))
    }

    fn create(&self, path: &Path, readers: Readers<'_>) -> io::Result<Box<dyn DiskFile>> {
        self.step()?;
        Ok(Box::new(FailingFile { file: RealDisk.create(path, readers)?, steps: Arc::clone(&self.0) }))
    }

    fn make_folder(&self, folder: &Path) -> io::Result<()> {
        self.step().and_then(|()| RealDisk.make_folder(folder))
    }

    fn rename(&self, from: &Path, to: &Path) -> io::Result<()> {
        self.step().and_then(|()| RealDisk.rename(from, to))
    }

    fn sync_folder(&self, folder: &Path) -> io::Result<()> {
        self.step().and_then(|()| RealDisk.sync_folder(folder))
    }

    fn remove(&self, path: &Path) -> io::Result<()> {
        self.step().and_then(|()| RealDisk.remove(path))
    }
}

fn names(folder: &Path) -> Vec<String> {
    let mut names: Vec<String> =
        std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
    names.sort();
    names
}

#[test]
fn whatever_step_fails_the_file_holds_the_old_bytes_or_the_new_ones() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("map.ron");
    let (mut failures, mut doubts) = (0, 0);
    for fails_at in 1.. {
        std::fs::write(&path, "old").unwrap();
        let disk = FailingDisk(Arc::new(Steps { fails_at, done: AtomicUsize::new(0) }));
        match safe_write(&disk, &path, b"the new bytes") {
            Err(error) => {
                failures += 1;
                let held = std::fs::read(&path).unwrap();
                // Only when the folder's sync failed is the new file there already, and that is said.
                let is_there = matches!(error, StoreError::PerhapsNotKept { .. });
                let expected: &[u8] = if is_there { b"the new bytes" } else { b"old" };
                assert_eq!(held, expected, "step {fails_at}: {error}");
                doubts += usize::from(is_there);
                assert!(error.to_string().contains("disk is full"), "{error}");
                assert_eq!(names(folder.path()), ["map.ron"], "step {fails_at} left something behind");
            }
            Ok(()) => break,
        }
    }
    assert_eq!(doubts, 1, "the folder is synced once");
    assert!(failures >= 4, "only {failures} steps can fail?");
    assert_eq!(std::fs::read(&path).unwrap(), b"the new bytes");
}

#[test]
fn what_is_no_writable_file_is_refused_in_words() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("map.ron");
    let message = |path: &Path| safe_write(&RealDisk, path, b"x").unwrap_err().to_string();
    assert!(message(folder.path()).contains("this is a folder"));
    assert!(message(&folder.path().join("none/map.ron")).contains("its folder is not there"));
    std::fs::write(&path, "old").unwrap();
    let mut permissions = std::fs::metadata(&path).unwrap().permissions();
    permissions.set_readonly(true);
    std::fs::set_permissions(&path, permissions).unwrap();
    assert!(message(&path).contains("read-only"));
    assert_eq!(std::fs::read(&path).unwrap(), b"old");
}

#[cfg(unix)]
#[test]
fn what_people_noted_about_a_file_stays_when_it_is_saved() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("map.ron");
    std::fs::write(&path, "old").unwrap();
    // A list of who may read it, in the form of acl(5): user 1234 may, beside its owner.
    let list = [
        2_u32,
        0x0006_0001,
        u32::MAX,
        0x0004_0002,
        1234,
        0x0004_0004,
        u32::MAX,
        0x0004_0010,
        u32::MAX,
        0x0020,
        u32::MAX,
    ];
    let list: Vec<u8> = list.iter().flat_map(|part| part.to_le_bytes()).collect();
    let mut kept = Vec::new();
    for (name, value) in [("user.client", b"Lumen".as_slice()), ("system.posix_acl_access", &list)] {
        match xattr::set(&path, name, value) {
            Ok(()) => kept.push((name, value)),
            Err(refused) => eprintln!("skipped: {name} is not kept on this disk: {refused}"),
        }
    }
    safe_write(&RealDisk, &path, b"new").unwrap();
    assert_eq!(std::fs::read(&path).unwrap(), b"new");
    for (name, value) in kept {
        assert_eq!(xattr::get(&path, name).unwrap().as_deref(), Some(value), "{name}");
    }
}

#[cfg(unix)]
#[test]
fn links_are_followed_and_the_mode_is_kept() {
    use std::os::unix::fs::{PermissionsExt, symlink};
    let folder = tempfile::tempdir().unwrap();
    let (real, link, chain) =
        (folder.path().join("real.ron"), folder.path().join("link.ron"), folder.path().join("chain.ron"));
    std::fs::write(&real, "old").unwrap();
    std::fs::set_permissions(&real, std::fs::Permissions::from_mode(0o640)).unwrap();
    symlink("real.ron", &link).unwrap();
    symlink(&link, &chain).unwrap();
    safe_write(&RealDisk, &chain, b"new").unwrap();
    assert!(std::fs::symlink_metadata(&chain).unwrap().is_symlink());
    assert_eq!(std::fs::read(&real).unwrap(), b"new");
    assert_eq!(std::fs::metadata(&real).unwrap().permissions().mode() & 0o777, 0o640);

    let dangling = folder.path().join("dangling.ron");
    symlink("later.ron", &dangling).unwrap();
    safe_write(&RealDisk, &dangling, b"new").unwrap();
    assert_eq!(std::fs::read(folder.path().join("later.ron")).unwrap(), b"new");
    symlink("b", folder.path().join("a")).unwrap();
    symlink("a", folder.path().join("b")).unwrap();
    assert!(safe_write(&RealDisk, &folder.path().join("a"), b"x").is_err());
}

#[test]
fn folders_missing_files_and_huge_ones_are_not_read() {
    let folder = tempfile::tempdir().unwrap();
    let message = |path: &Path| load_map(path).unwrap_err().to_string();
    assert!(message(folder.path()).contains("this is a folder"));
    assert!(message(&folder.path().join("none.ron")).contains("no such file"));
    let huge = folder.path().join("huge.ron");
    std::fs::File::create(&huge).unwrap().set_len(10 << 30).unwrap();
    assert!(message(&huge).contains("10240 MB"), "{}", message(&huge));
    assert!(read_limited(&huge, 10).is_err());
    if cfg!(target_os = "linux") {
        assert!(message(Path::new("/dev/zero")).contains("a pipe or a device"));
    }
}

#[test]
fn a_saved_map_is_the_same_when_it_is_opened() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("map.ron");
    let map = Template::LiveEvent.build(&mut IdSource::seeded(4));
    save_map(&path, &map).unwrap();
    assert_eq!(load_map(&path).unwrap().map, map);
    assert_eq!(names(folder.path()), ["map.ron"]);
}

fn titled(title: &str) -> Map {
    let mut map = empty_map(&mut IdSource::seeded(1));
    map.meta.title = title.to_owned();
    map
}

#[test]
fn a_draft_is_offered_once_nobody_works_on_it() {
    let folder = tempfile::tempdir().unwrap();
    let id = draft_id(&mut IdSource::seeded(1));
    let first = StateFolder::at(folder.path().join("state"));
    let second = StateFolder::at(folder.path().join("state"));
    let original = Grown { path: "/maps/lumen.ron".into(), was: Some(Fingerprint::of(b"then")) };
    first.write_draft(&id, &titled("One"), Some(&original)).unwrap();

    // While the first process runs, the second neither offers the draft nor writes over it.
    assert_eq!((first.drafts().len(), second.drafts().len()), (1, 0));
    assert!(second.write_draft(&id, &titled("Two"), None).is_err());
    assert!(second.take_draft(&id).unwrap_err().to_string().contains("open in another window"));
    drop(first);

    let found = second.drafts();
    assert_eq!(found.len(), 1);
    assert_eq!((found[0].title.as_str(), found[0].original.as_ref()), ("One", Some(&original)));
    let opened = second.read_draft(&id).unwrap();
    assert_eq!((opened.loaded.map.meta.title.as_str(), opened.original), ("One", Some(original)));
    second.take_draft(&id).unwrap();
    assert_eq!(StateFolder::at(folder.path().join("state")).drafts(), [], "no longer offered elsewhere");

    second.discard_draft(&id).unwrap();
    drop(second);
    let third = StateFolder::at(folder.path().join("state"));
    assert_eq!(third.drafts(), []);
    assert_eq!(names(&folder.path().join("state/drafts")), Vec::<String>::new());
}

#[test]
fn settings_and_recent_files_are_remembered_and_damage_is_ignored() {
    let folder = tempfile::tempdir().unwrap();
    let state = StateFolder::at(folder.path().to_owned());
    assert_eq!((state.settings(), state.recents()), (Settings::default(), Recents::default()));
    let settings = Settings { theme: ThemeChoice::Dark, palette: false, ..Settings::default() };
    state.write_settings(&settings).unwrap();
    assert_eq!(state.settings(), settings);

    let mut recents = Recents::default();
    for nth in 0..RECENTS_MAX + 5 {
        recents.add(Path::new(&format!("/maps/{nth}.ron")));
    }
    recents.add(Path::new("/maps/20.ron"));
    state.write_recents(&recents).unwrap();
    assert_eq!(state.recents().paths().len(), RECENTS_MAX);
    assert_eq!(state.recents().paths()[0], Path::new("/maps/20.ron"));
    assert!(state.recents().looked_up().iter().all(|recent| recent.missing));

    for name in ["settings.ron", "recents.ron"] {
        std::fs::write(folder.path().join(name), "(files: [1, 2").unwrap();
    }
    assert_eq!((state.settings(), state.recents()), (Settings::default(), Recents::default()));
    std::fs::write(folder.path().join("settings.ron"), "(window_width: NaN, window_height: 5.0)").unwrap();
    assert_eq!(state.settings(), Settings::default());
}

#[cfg(unix)]
#[test]
fn a_path_that_is_no_utf8_does_not_cost_the_other_recent_files_or_a_draft() {
    use std::os::unix::ffi::OsStrExt;
    let odd = Path::new(std::ffi::OsStr::from_bytes(b"/maps/\xff.ron"));
    let folder = tempfile::tempdir().unwrap();
    let state = StateFolder::at(folder.path().to_owned());
    let mut recents = Recents::default();
    recents.add(Path::new("/maps/a.ron"));
    recents.add(odd);
    state.write_recents(&recents).unwrap();
    assert_eq!(state.recents().paths(), [Path::new("/maps/a.ron")]);

    let mut ids = IdSource::seeded(3);
    let map = Template::LiveEvent.build(&mut ids);
    let odd = Grown { path: odd.to_owned(), was: None };
    state.write_draft(&draft_id(&mut ids), &map, Some(&odd)).unwrap();
    drop(state);
    let draft = StateFolder::at(folder.path().to_owned()).drafts().remove(0);
    assert_eq!((draft.title, draft.original), (map.meta.title.clone(), None));
}

/// A draft is of the file as it was when the work on it began: by its content where that was noted, else by the times.
#[test]
fn a_draft_knows_whether_its_file_has_changed_since() {
    let folder = tempfile::tempdir().unwrap();
    let state = StateFolder::at(folder.path().join("state"));
    let file = folder.path().join("map.ron");
    std::fs::write(&file, "then").unwrap();
    let mut ids = IdSource::seeded(5);
    let mut outdated = |was: Option<Fingerprint>, path: &Path| {
        let id = draft_id(&mut ids);
        state.write_draft(&id, &titled("One"), Some(&Grown { path: path.to_owned(), was })).unwrap();
        let opened = state.read_draft(&id).unwrap();
        opened.original.unwrap().has_changed(opened.written_unix_secs)
    };
    let was = Fingerprint::of_file(&file);
    assert!(!outdated(was, &file));
    std::fs::write(&file, "now").unwrap();
    assert!(outdated(was, &file));
    assert!(!outdated(was, &folder.path().join("gone.ron")), "what is gone can be written again");

    // Written by a build that noted no content: the file's own time against the draft's.
    let at = |secs: u64| std::time::UNIX_EPOCH + std::time::Duration::from_secs(secs);
    let set = |secs: u64| std::fs::File::options().write(true).open(&file).unwrap().set_modified(at(secs)).unwrap();
    set(1_000_000);
    assert!(!outdated(None, &file));
    set(9_999_999_999);
    assert!(outdated(None, &file));
}

#[test]
fn the_note_of_an_older_build_is_read() {
    let folder = tempfile::tempdir().unwrap();
    let state = StateFolder::at(folder.path().to_owned());
    let id = draft_id(&mut IdSource::seeded(6));
    state.write_draft(&id, &titled("One"), None).unwrap();
    let note = folder.path().join("drafts").join(format!("{}.note", id.0));
    std::fs::write(note, "(title:\"One\",original:Some(\"/maps/a.ron\"))").unwrap();
    let draft = state.drafts().remove(0);
    assert_eq!((draft.title.as_str(), draft.original), ("One", Some(Grown { path: "/maps/a.ron".into(), was: None })));
}

#[test]
fn a_long_journal_asks_for_the_map_whole_and_takes_nothing_until_it_is() {
    let folder = tempfile::tempdir().unwrap();
    let state = StateFolder::at(folder.path().to_owned());
    let map = Template::LiveEvent.build(&mut IdSource::seeded(1));
    let id = draft_id(&mut IdSource::seeded(2));
    assert_eq!(
        state.append_journal(&id, &[crate::store::Entry::Writing(None)]),
        Ok(Room::Full),
        "there is no draft yet"
    );
    state.write_draft(&id, &map, None).unwrap();
    let entries = vec![crate::store::Entry::Writing(None); 1_999];
    assert_eq!(state.append_journal(&id, &entries), Ok(Room::Left));
    assert_eq!(state.append_journal(&id, &entries[..1]), Ok(Room::Full));
    assert_eq!(state.append_journal(&id, &entries[..1]), Ok(Room::Full), "what is behind a full one could be missed");
    state.write_draft(&id, &map, None).unwrap();
    assert_eq!(state.append_journal(&id, &entries[..1]), Ok(Room::Left));
    assert_eq!(state.sync_journals(), []);
    assert_eq!(state.read_draft(&id).unwrap().loaded.map, map);
}

#[cfg(unix)]
#[test]
fn the_state_is_read_by_its_owner_alone_even_where_its_folder_stood_open() {
    use std::os::unix::fs::PermissionsExt;
    let folder = tempfile::tempdir().unwrap();
    let open = folder.path().join("state");
    std::fs::create_dir(&open).unwrap();
    std::fs::set_permissions(&open, std::fs::Permissions::from_mode(0o755)).unwrap();
    let state = StateFolder::at(open.clone());
    let id = draft_id(&mut IdSource::seeded(2));
    state.write_draft(&id, &empty_map(&mut IdSource::seeded(1)), None).unwrap();
    state.write_settings(&Settings::default()).unwrap();
    let mode = |path: &Path| std::fs::metadata(path).unwrap().permissions().mode() & 0o777;
    assert_eq!((mode(&open), mode(&open.join("drafts"))), (0o700, 0o700));
    let drafts = names(&open.join("drafts"));
    assert_eq!(drafts.len(), 4, "{drafts:?}");
    for file in drafts.iter().map(|name| open.join("drafts").join(name)).chain([open.join("settings.ron")]) {
        assert_eq!(mode(&file), 0o600, "{}", file.display());
    }
}

#[test]
fn whatever_step_of_a_lock_beside_a_map_fails_the_map_is_as_it_was_and_nobody_waits() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("map.ron");
    let mut failures = 0;
    for fails_at in 1.. {
        std::fs::write(&path, "old").unwrap();
        let steps = Arc::new(Steps { fails_at, done: AtomicUsize::new(0) });
        let state = StateFolder::on(Arc::new(FailingDisk(Arc::clone(&steps))), folder.path().join("state"));
        assert_eq!(state.hold_file(Some(&path)), None, "step {fails_at}");
        state.beat();
        state.hold_file(None);
        drop(state);
        assert_eq!(std::fs::read_to_string(&path).unwrap(), "old");
        if steps.done.load(Ordering::Relaxed) < fails_at {
            break;
        }
        failures += 1;
        // What could not be removed would be known as left behind once this process is gone.
        drop(std::fs::remove_file(folder.path().join(".~map.ron.touchline")));
    }
    assert!(failures >= 6, "{failures}");
    assert_eq!(names(folder.path()), ["map.ron", "state"]);
}
