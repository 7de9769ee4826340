//! A disk that is full, at fifty sizes around what the work takes: a file is the old one or the new one, what is said of it is true, and once
//! there is room again the work is on it.
//!
//! Told by a disk of our own that has room for so many bytes, always; and by a real one in memory, where the system lets an ordinary user mount it.

use super::work::{Work, found, much};
use std::cell::Cell;
use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use touchline::session::DiskReport;
use touchline::store::{Disk, DiskFile, Lies, Readers, RealDisk, StateFolder, load_map, to_text};

const SIZES: u64 = 50;
/// Saves twice.
const STAGE: usize = 10;
/// The real disk, and how large it is at first.
const FOLDER: &str = "TOUCHLINE_FULL_FOLDER";
/// Of the real disk, a page of memory apart.
const REAL_PAGE_KB: u64 = 4;

/// The real disk, of which a folder has room for so many bytes.
#[derive(Clone, Debug)]
struct SmallDisk {
    home: PathBuf,
    room: Arc<AtomicU64>,
}

#[derive(Debug)]
struct SmallFile {
    real: Box<dyn DiskFile>,
    disk: SmallDisk,
}

fn bytes_in(folder: &Path) -> u64 {
    let entries = std::fs::read_dir(folder).into_iter().flatten().flatten();
    let size = |entry: std::fs::DirEntry| match entry.metadata() {
        Ok(found) if found.is_dir() => bytes_in(&entry.path()),
        Ok(found) => found.len(),
        Err(_) => 0,
    };
    entries.map(size).sum()
}

impl SmallDisk {
    fn left(&self) -> u64 {
        self.room.load(Ordering::Relaxed).saturating_sub(bytes_in(&self.home))
    }
}

impl DiskFile for SmallFile {
    /// What there is room for is written, as a disk does.
    fn write(&mut self, bytes: &[u8]) -> io::Result<()> {
        let fits = usize::try_from(self.disk.left()).unwrap_or(usize::MAX);
        match bytes.get(..fits) {
            Some(part) if part.len() < bytes.len() => self.real.write(part).and(Err(ErrorKind::StorageFull.into())),
            _ => self.real.write(bytes),
        }
    }

    fn sync(&mut self) -> io::Result<()> {
        Ok(())
    }
}

impl Disk for SmallDisk {
    fn look(&self, path: &Path) -> io::Result<Lies> {
        RealDisk.look(path)
    }

    fn link(&self, path: &Path) -> io::Result<Option<PathBuf>> {
        RealDisk.link(path)
    }

    fn create(&self, path: &Path, readers: Readers<'_>) -> io::Result<Box<dyn DiskFile>> {
        if self.left() == 0 {
            return Err(ErrorKind::StorageFull.into());
        }
        Ok(Box::new(SmallFile { real: RealDisk.create(path, readers)?, disk: self.clone() }))
    }

    fn make_folder(&self, folder: &Path) -> io::Result<()> {
        RealDisk.make_folder(folder)
    }

    fn rename(&self, from: &Path, to: &Path) -> io::Result<()> {
        RealDisk.rename(from, to)
    }

    fn sync_folder(&self, _: &Path) -> io::Result<()> {
        Ok(())
    }

    fn remove(&self, path: &Path) -> io::Result<()> {
        RealDisk.remove(path)
    }
}

/// Works on a disk, which then gets room; how often something was said not to be kept.
fn work(state: StateFolder, file: &Path, make_room: &dyn Fn(), at: &str) -> usize {
    let (troubles, before) = (Cell::new(0), Cell::new(None));
    let mut told = |work: &Work, report: &DiskReport| {
        let now = std::fs::read_to_string(file).ok();
        match report {
            DiskReport::Saved { .. } => assert_eq!(now, Some(to_text(work.session.map())), "{at}: {report:?}"),
            DiskReport::SaveFailed { .. } => {
                assert_eq!(now, before.take(), "{at}: {report:?}");
                troubles.set(troubles.get() + 1);
            }
            DiskReport::DraftFailed { .. } | DiskReport::Failed { .. } => troubles.set(troubles.get() + 1),
            _ => {}
        }
        before.set(now);
    };
    let mut work = Work::begin(state, file.to_owned(), &mut told);
    work.go_on(STAGE, &mut told);
    if let Some(text) = std::fs::read_to_string(file).ok().filter(|text| !text.is_empty()) {
        assert!(touchline::store::from_bytes("", text.as_bytes()).is_ok(), "{at}: what is there is whole");
    }
    make_room();
    (0..3).for_each(|_| work.wait(&mut told));
    let kept = found(file, &work.state).unwrap_or_else(|wrong| panic!("{at}: {wrong}"));
    assert_eq!(kept.most, much(work.session.map()), "{at}: the work is on the disk");
    if file.exists() {
        load_map(file).unwrap();
    }
    troubles.get()
}

#[test]
fn a_disk_that_is_full_at_any_size_leaves_a_whole_file_and_a_true_message() {
    let whole = {
        let home = tempfile::tempdir().unwrap();
        let disk = SmallDisk { home: home.path().to_owned(), room: Arc::new(AtomicU64::new(u64::MAX)) };
        let state = StateFolder::on(Arc::new(disk), home.path().join("state"));
        assert_eq!(work(state, &home.path().join("map.ron"), &|| {}, "with room"), 0);
        bytes_in(home.path())
    };
    let mut troubled = 0;
    for nth in 0..SIZES {
        let home = tempfile::tempdir().unwrap();
        let room = Arc::new(AtomicU64::new(whole * nth / SIZES));
        let disk = SmallDisk { home: home.path().to_owned(), room: Arc::clone(&room) };
        let state = StateFolder::on(Arc::new(disk), home.path().join("state"));
        let make_room = || room.store(u64::MAX, Ordering::Relaxed);
        let at = format!("{} of {whole} bytes", whole * nth / SIZES);
        troubled += usize::from(work(state, &home.path().join("map.ron"), &make_room, &at) > 0);
    }
    assert!(troubled > SIZES as usize / 2, "most of them are too small: {troubled}");
}

#[test]
fn a_real_disk_that_is_full_leaves_a_whole_file_and_a_true_message() {
    if let Some(folder) = std::env::var_os(FOLDER) {
        let folder = PathBuf::from(folder);
        let make_room = || {
            let done = Command::new("mount").args(["-o", "remount,size=16m"]).arg(&folder).status();
            assert!(done.is_ok_and(|done| done.success()), "the disk is made larger");
        };
        work(StateFolder::at(folder.join("state")), &folder.join("map.ron"), &make_room, "a real disk");
        return println!("held");
    }
    let test = "full::a_real_disk_that_is_full_leaves_a_whole_file_and_a_true_message";
    for size in (1..=SIZES).map(|pages| pages * REAL_PAGE_KB) {
        let folder = tempfile::tempdir().unwrap();
        let mounted = format!("mount -t tmpfs -o size={size}k tmpfs \"$0\" && exec \"$@\"");
        let child = Command::new("unshare")
            .args(["-Urm", "sh", "-c", &mounted])
            .arg(folder.path())
            .arg(std::env::current_exe().unwrap())
            .args(["--exact", test, "--nocapture"])
            .env(FOLDER, folder.path())
            .output();
        let Some(child) = child.ok().filter(|child| !child.stdout.is_empty()) else {
            return eprintln!("skipped: no disk in memory can be mounted here");
        };
        let told = String::from_utf8_lossy(&child.stdout);
        assert!(told.contains("held"), "{size} KB: {told}");
    }
}
