//! A process that dies at any step of the disk while it takes over what an earlier one left behind, again and again, loses nothing of it.
//!
//! `TOUCHLINE_RECOVERY_KILLS` says how often, 40 times if it does not.

use super::work::{Much, Work, found, much};
use std::io;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use touchline::store::{Disk, DiskFile, Lies, Readers, RealDisk, StateFolder};

const WORKS_IN: &str = "TOUCHLINE_RECOVERING_FOLDER";
const DIES_AT: &str = "TOUCHLINE_DIES_AT";
const KILLS: usize = 40;
/// Work that no file holds: the last stages come after the last save.
const STAGES: usize = 13;

/// The real disk, at a step of which the process is gone.
#[derive(Clone, Debug)]
struct LastDisk {
    done: Arc<AtomicUsize>,
    dies_at: usize,
}

#[derive(Debug)]
struct LastFile {
    real: Box<dyn DiskFile>,
    disk: LastDisk,
}

impl LastDisk {
    fn is_last(&self) -> bool {
        self.done.fetch_add(1, Ordering::Relaxed) + 1 == self.dies_at
    }

    /// Nothing is closed, written or let go on the way.
    fn step(&self) {
        if self.is_last() {
            std::process::abort();
        }
    }
}

impl DiskFile for LastFile {
    fn write(&mut self, bytes: &[u8]) -> io::Result<()> {
        if self.disk.is_last() {
            drop(self.real.write(&bytes[..bytes.len() / 2]));
            std::process::abort();
        }
        self.real.write(bytes)
    }

    fn sync(&mut self) -> io::Result<()> {
        self.disk.step();
        Ok(())
    }
}

impl Disk for LastDisk {
    fn look(&self, path: &Path) -> io::Result<Lies> {
        RealDisk.look(path)
    }

    fn link(&self, path: &Path) -> io::Result<Option<PathBuf>> {
        RealDisk.link(path)
    }

    fn create(&self, path: &Path, readers: Readers<'_>) -> io::Result<Box<dyn DiskFile>> {
        self.step();
        Ok(Box::new(LastFile { real: RealDisk.create(path, readers)?, disk: self.clone() }))
    }

    fn make_folder(&self, folder: &Path) -> io::Result<()> {
        RealDisk.make_folder(folder)
    }

    fn rename(&self, from: &Path, to: &Path) -> io::Result<()> {
        self.step();
        RealDisk.rename(from, to)
    }

    fn sync_folder(&self, _: &Path) -> io::Result<()> {
        self.step();
        Ok(())
    }

    fn remove(&self, path: &Path) -> io::Result<()> {
        self.step();
        RealDisk.remove(path)
    }
}

#[test]
fn j1_whoever_dies_while_recovering_leaves_what_was_there() {
    if let Some(folder) = std::env::var_os(WORKS_IN) {
        let dies_at = std::env::var(DIES_AT).ok().and_then(|at| at.parse().ok()).unwrap_or(usize::MAX);
        return recover(Path::new(&folder), dies_at);
    }
    let kills = std::env::var("TOUCHLINE_RECOVERY_KILLS").ok().and_then(|kills| kills.parse().ok()).unwrap_or(KILLS);
    let mut died = 0;
    while died < kills {
        let folder = tempfile::tempdir().unwrap();
        let kept = left_behind(folder.path());
        let mut at = 1;
        while dies(folder.path(), at) {
            let found = found(&folder.path().join("map.ron"), &StateFolder::at(folder.path().join("state"))).unwrap();
            assert!(found.most >= kept, "died at step {at}: {kept:?} was kept, and {:?} is there", found.most);
            (died, at) = (died + 1, at + 1);
        }
        assert!(at > 3, "recovering writes something: {at}");
        let found = found(&folder.path().join("map.ron"), &StateFolder::at(folder.path().join("state"))).unwrap();
        assert!(found.most >= kept, "recovered after {at} deaths: {kept:?}, {:?}", found.most);
    }
}

/// Work that was killed: what of it was kept.
fn left_behind(folder: &Path) -> Much {
    let mut work = Work::begin(StateFolder::at(folder.join("state")), folder.join("map.ron"), &mut |_, _| {});
    (1..=STAGES).for_each(|nth| work.go_on(nth, &mut |_, _| {}));
    much(work.session.shown())
}

/// Whether a process that recovers dies at a step.
fn dies(folder: &Path, at: usize) -> bool {
    let test = "recovering::j1_whoever_dies_while_recovering_leaves_what_was_there";
    let done = Command::new(std::env::current_exe().unwrap())
        .args(["--exact", test, "--nocapture"])
        .env(WORKS_IN, folder)
        .env(DIES_AT, at.to_string())
        .output()
        .unwrap();
    let told = String::from_utf8_lossy(&done.stdout);
    assert!(!done.status.success() || told.contains("recovered"), "{told}");
    assert!(!told.contains("panicked") && !String::from_utf8_lossy(&done.stderr).contains("panicked"), "{done:?}");
    !done.status.success()
}

fn recover(folder: &Path, dies_at: usize) {
    let disk = LastDisk { done: Arc::default(), dies_at };
    let state = StateFolder::on(Arc::new(disk), folder.join("state"));
    let mut work = Work::after_a_crash(state, &folder.join("map.ron"), &mut |_, _| {}).unwrap();
    // What was taken over is written anew with the first thing that is done.
    work.go_on(STAGES + 1, &mut |_, _| {});
    println!("recovered");
}
