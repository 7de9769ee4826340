//! Any step of the disk fails, once or from then on: a file is the old one or the new one, what is said of it is true, and
//! the work is in memory and, once the disk works again, on it.

use super::work::{Work, found, much};
use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use touchline::session::DiskReport;
use touchline::store::{Disk, DiskFile, Lies, Readers, RealDisk, StateFolder, load_map, to_text};

/// A stage that brings a title and a save.
const STAGE: usize = 10;

#[derive(Clone, Copy, Debug, PartialEq)]
enum Until {
    /// It is asked again.
    Once,
    /// The disk is mended.
    Mended,
}

/// The real disk, of which the steps from a number on fail.
#[derive(Clone, Debug)]
struct FailingDisk(Arc<Steps>);

#[derive(Debug)]
struct Steps {
    fails_at: AtomicUsize,
    until: Until,
    with: ErrorKind,
    done: AtomicUsize,
    failed: AtomicUsize,
    /// Those without which nothing new is on the disk.
    costly: AtomicUsize,
}

impl FailingDisk {
    /// A step without which nothing new is on the disk.
    fn costly_step(&self) -> io::Result<()> {
        let done = self.step();
        self.0.costly.fetch_add(usize::from(done.is_err()), Ordering::Relaxed);
        done
    }

    fn step(&self) -> io::Result<()> {
        let Steps { fails_at, until, with, done, failed, .. } = &*self.0;
        let (nth, fails_at) = (done.fetch_add(1, Ordering::Relaxed) + 1, fails_at.load(Ordering::Relaxed));
        if nth == fails_at || (nth > fails_at && *until == Until::Mended) {
            failed.fetch_add(1, Ordering::Relaxed);
            return Err((*with).into());
        }
        Ok(())
    }
}

#[derive(Debug)]
struct FailingFile {
    real: Box<dyn DiskFile>,
    disk: FailingDisk,
    /// The lock beside the map, without which all goes on.
    is_advice: bool,
}

impl FailingFile {
    fn step(&self) -> io::Result<()> {
        if self.is_advice { self.disk.step() } else { self.disk.costly_step() }
    }
}

impl DiskFile for FailingFile {
    fn write(&mut self, bytes: &[u8]) -> io::Result<()> {
        match self.step() {
            Ok(()) => self.real.write(bytes),
            Err(error) => self.real.write(&bytes[..bytes.len() / 2]).and(Err(error)),
        }
    }

    /// Nothing is waited for: a process that ends loses nothing.
    fn sync(&mut self) -> io::Result<()> {
        self.step()
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
        let is_advice = path.extension().is_some_and(|ending| ending == "touchline");
        if is_advice { self.step() } else { self.costly_step() }?;
        Ok(Box::new(FailingFile { real: RealDisk.create(path, readers)?, disk: self.clone(), is_advice }))
    }

    /// Without a folder the file that is to lie in it fails, if it matters.
    fn make_folder(&self, folder: &Path) -> io::Result<()> {
        self.step().and_then(|()| RealDisk.make_folder(folder))
    }

    fn rename(&self, from: &Path, to: &Path) -> io::Result<()> {
        self.costly_step().and_then(|()| RealDisk.rename(from, to))
    }

    fn sync_folder(&self, _: &Path) -> io::Result<()> {
        self.step()
    }

    fn remove(&self, path: &Path) -> io::Result<()> {
        self.step().and_then(|()| RealDisk.remove(path))
    }
}

/// Works while a disk fails at a step; whether it came to that.
fn work(fails_at: usize, until: Until, with: ErrorKind, undisturbed: &str) -> bool {
    let at = format!("step {fails_at}, {until:?}, {with}");
    let home = tempfile::tempdir().unwrap();
    let (file, state) = (home.path().join("map.ron"), home.path().join("state"));
    let (done, failed, costly) = Default::default();
    let steps = Steps { fails_at: AtomicUsize::new(fails_at), until, with, done, failed, costly };
    let disk = FailingDisk(Arc::new(steps));
    let mut troubles = 0;
    let mut before = None;
    let mut told = |work: &Work, report: &DiskReport| {
        let now = std::fs::read_to_string(&file).ok();
        match report {
            DiskReport::Saved { doubt, .. } => {
                assert_eq!(now, Some(to_text(work.session.map())), "{at}: {report:?}");
                troubles += usize::from(doubt.is_some());
            }
            DiskReport::SaveFailed { .. } => {
                assert_eq!(now, before, "{at}: {report:?}");
                troubles += 1;
            }
            DiskReport::DraftFailed { .. } | DiskReport::Failed { .. } => troubles += 1,
            _ => {}
        }
        before = now;
    };
    let mut work = Work::begin(StateFolder::on(Arc::new(disk.clone()), state.clone()), file.clone(), &mut told);
    work.go_on(STAGE, &mut told);
    assert_eq!(to_text(work.session.map()), undisturbed, "{at}: the work is in memory");
    let failed = disk.0.failed.load(Ordering::Relaxed);
    // From here on it works.
    disk.0.fails_at.store(usize::MAX, Ordering::Relaxed);
    (0..3).for_each(|_| work.wait(&mut told));
    let kept = found(&file, &work.state).unwrap_or_else(|wrong| panic!("{at}: {wrong}"));
    assert_eq!(kept.most, much(work.session.map()), "{at}: the work is on the disk");
    assert!(disk.0.costly.load(Ordering::Relaxed) == 0 || troubles > 0, "{at}: nothing was said");
    if file.exists() {
        load_map(&file).unwrap();
    }
    failed > 0
}

#[test]
fn whatever_step_fails_and_how_the_work_is_kept_and_the_message_is_true() {
    let mut undisturbed = String::new();
    let home = tempfile::tempdir().unwrap();
    let mut work_of =
        Work::begin(StateFolder::at(home.path().join("state")), home.path().join("map.ron"), &mut |_, _| {});
    work_of.go_on(STAGE, &mut |_, _| {});
    undisturbed.push_str(&to_text(work_of.session.map()));
    let errors = [
        ErrorKind::StorageFull,
        ErrorKind::QuotaExceeded,
        ErrorKind::PermissionDenied,
        ErrorKind::ReadOnlyFilesystem,
        ErrorKind::InvalidInput,
        ErrorKind::Other,
    ];
    for with in errors {
        for until in [Until::Once, Until::Mended] {
            let steps = (1..).take_while(|fails_at| work(*fails_at, until, with, &undisturbed)).count();
            assert!(steps > 40, "{steps} steps, {until:?}, {with}");
        }
    }
}
