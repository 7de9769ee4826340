//! The lock beside a map: a small file by which windows on other machines, and of other persons, hear that a map is open.
//!
//! [`super::held`] is heard on one machine alone. On a share or in a folder that is kept in step, a file `.~NAME.touchline` beside the map says
//! which machine shows it, and grows by a letter with each beat of the window. Whoever comes second is asked, and watches: a lock whose beat
//! stands still for as long as [`STILL`] beats was left behind, and is taken over. No clocks are compared, so none has to be right. One that a dead process
//! of this machine left is taken over at once.
//!
//! The lock is advice: what is seen in the file before it is written is the guard. So nothing here waits or keeps a save from being made, and where
//! none can be written, as in a folder that is read alone, there is none, and nobody is troubled.

use super::disk::{Disk, DiskFile, Lies, Readers, containing, read_limited};
use super::fingerprint::Fingerprint;
use std::hash::{BuildHasher, RandomState};
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// How many beats a lock stands still before it counts as left behind.
const STILL: u32 = 4;
/// A lock is not longer: months of beats.
const BYTES_MAX: usize = 1 << 20;
/// So much of a machine's name is told.
const NAME_LETTERS: usize = 64;
/// What a lock begins with.
const HEAD: &str = "touchline lock 1";

/// Whose a lock is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Owner {
    /// What its machine is called, where that is known.
    pub machine: String,
    /// The machine itself, whatever it is called.
    identity: String,
    /// Since its machine was started.
    boot: String,
    pub process: u32,
    /// One window of one run.
    session: String,
}

impl Owner {
    /// This process, with a name for this run that no other has.
    pub fn here() -> Owner {
        let read = |path: &str| {
            let bytes = read_limited_of_system(path);
            String::from_utf8_lossy(&bytes).trim().to_owned()
        };
        let machine = told(&read("/proc/sys/kernel/hostname"));
        let (_, identity) = Fingerprint::of(format!("{machine}\n{}", read("/etc/machine-id")).as_bytes()).parts();
        let (_, boot) = Fingerprint::of(read("/proc/sys/kernel/random/boot_id").as_bytes()).parts();
        let session = format!("{:016x}", RandomState::new().hash_one(0));
        let (identity, boot) = (format!("{identity:016x}"), format!("{boot:016x}"));
        Owner { machine, identity, boot, process: std::process::id(), session }
    }

    fn words(&self) -> String {
        let Self { machine, identity, boot, process, session } = self;
        format!("{HEAD}\n{machine}\n{identity}\n{boot}\n{process}\n{session}\n")
    }

    fn read(text: &str) -> Option<Owner> {
        let mut lines = text.lines();
        (lines.next() == Some(HEAD)).then_some(())?;
        let machine = told(lines.next()?);
        let mut word = || lines.next().map(str::to_owned);
        let (identity, boot, process, session) = (word()?, word()?, word()?.parse().ok()?, word()?);
        Some(Owner { machine, identity, boot, process, session })
    }

    pub fn is_of_same_machine(&self, other: &Owner) -> bool {
        self.identity == other.identity
    }

    /// Whether it is of this machine, and gone.
    fn is_dead(&self, here: &Owner) -> bool {
        let was_here = self.is_of_same_machine(here) && cfg!(target_os = "linux");
        was_here && (self.boot != here.boot || !Path::new("/proc").join(self.process.to_string()).exists())
    }
}

/// Fit to be shown: what a stranger wrote steers no terminal.
fn told(name: &str) -> String {
    name.chars().filter(|letter| !letter.is_control()).take(NAME_LETTERS).collect()
}

fn read_limited_of_system(path: &str) -> Vec<u8> {
    // Files of the system tell no length.
    std::fs::read(path).unwrap_or_default()
}

/// The lock that this window has, or watches.
#[derive(Debug)]
pub(super) struct Beside {
    disk: Arc<dyn Disk>,
    here: Owner,
    path: PathBuf,
    /// The map, whose readers may read the lock.
    target: PathBuf,
    state: State,
}

#[derive(Debug)]
enum State {
    Ours(Box<dyn DiskFile>),
    /// Another's: what stood there at the last beat, and how often it was the same since.
    Watched {
        seen: Vec<u8>,
        still: u32,
    },
    /// There can be none here.
    Without,
}

impl Beside {
    /// Takes the lock of a map, or begins to watch another's.
    pub(super) fn take(disk: &Arc<dyn Disk>, here: &Owner, target: &Path) -> Beside {
        let (path, target) = (path_of(target), target.to_owned());
        let mut lock = Beside { disk: Arc::clone(disk), here: here.clone(), path, target, state: State::Without };
        lock.try_take();
        lock
    }

    fn try_take(&mut self) {
        if let Some(owner) = self.read().as_deref().and_then(owner_in)
            && owner.is_dead(&self.here)
        {
            // Another may just have done the same.
            drop(self.disk.remove(&self.path));
        }
        self.state = match self.disk.create(&self.path, Readers::Of(&self.target)) {
            Ok(mut file) => match file.write(self.here.words().as_bytes()).and_then(|()| file.sync()) {
                Ok(()) => State::Ours(file),
                Err(_) => {
                    // A lock that says nothing would be in others' way.
                    drop(self.disk.remove(&self.path));
                    State::Without
                }
            },
            Err(_) => self.read().map_or(State::Without, |seen| State::Watched { seen, still: 0 }),
        };
    }

    fn read(&self) -> Option<Vec<u8>> {
        read_limited(&self.path, BYTES_MAX).ok()
    }

    /// Shows that the window is still there; or looks whether the other's is, and takes the lock over where it is not. To be called
    /// at even times.
    pub(super) fn beat(&mut self) {
        let now = self.read();
        match &mut self.state {
            State::Ours(file) => {
                let is_ours = now.as_deref().and_then(owner_in).is_some_and(|owner| owner == self.here);
                if !is_ours {
                    // Somebody took it away, or over.
                    self.try_take();
                } else if now.is_some_and(|now| now.len() < BYTES_MAX) {
                    // A beat that is not written is none; the next one may be.
                    drop(file.write(b".").and_then(|()| file.sync()));
                }
            }
            State::Watched { seen, still } => match now {
                None => self.try_take(),
                Some(now) if now == *seen => {
                    *still += 1;
                    if *still >= STILL {
                        drop(self.disk.remove(&self.path));
                        self.try_take();
                    }
                }
                Some(now) => (*seen, *still) = (now, 0),
            },
            State::Without => {}
        }
    }

    /// Whose it is, where it is not this window's.
    pub(super) fn other(&self) -> Option<Owner> {
        match &self.state {
            State::Watched { seen, .. } => owner_in(seen),
            State::Ours(_) | State::Without => None,
        }
    }

    pub(super) fn is_of(&self, target: &Path) -> bool {
        self.target == target
    }
}

impl Drop for Beside {
    fn drop(&mut self) {
        if matches!(self.state, State::Ours(_))
            && self.read().as_deref().and_then(owner_in).is_some_and(|owner| owner == self.here)
        {
            // What stays is known as left behind: its process is gone.
            drop(self.disk.remove(&self.path));
        }
    }
}

fn owner_in(lock: &[u8]) -> Option<Owner> {
    Owner::read(&String::from_utf8_lossy(lock))
}

/// Who else shows a map, as its lock says; not one that is known to be gone.
pub(super) fn owner_of(disk: &dyn Disk, here: &Owner, target: &Path) -> Option<Owner> {
    let path = path_of(target);
    matches!(disk.look(&path), Ok(Lies::File { .. })).then_some(())?;
    let owner = owner_in(&read_limited(&path, BYTES_MAX).ok()?)?;
    (owner != *here && !owner.is_dead(here)).then_some(owner)
}

fn path_of(target: &Path) -> PathBuf {
    let mut name = std::ffi::OsString::from(".~");
    name.push(target.file_name().unwrap_or_default());
    name.push(".touchline");
    containing(target).join(name)
}

#[cfg(test)]
mod tests {
    use super::super::disk::RealDisk;
    use super::*;

    struct Desk {
        folder: tempfile::TempDir,
        map: PathBuf,
    }

    fn desk() -> Desk {
        let folder = tempfile::tempdir().unwrap();
        let map = folder.path().join("map.ron");
        std::fs::write(&map, "x").unwrap();
        Desk { folder, map }
    }

    impl Desk {
        fn take(&self, owner: &Owner) -> Beside {
            let disk: Arc<dyn Disk> = Arc::new(RealDisk);
            Beside::take(&disk, owner, &self.map)
        }

        fn lock(&self) -> PathBuf {
            self.folder.path().join(".~map.ron.touchline")
        }

        /// Who would be asked about when somebody opened the map.
        fn asks(&self, who: &Owner) -> Option<String> {
            owner_of(&RealDisk, who, &self.map).map(|owner| owner.machine)
        }
    }

    fn elsewhere() -> Owner {
        Owner { machine: "studio-2".to_owned(), identity: "other".to_owned(), ..Owner::here() }
    }

    fn left_behind() -> Owner {
        Owner { process: u32::MAX - 1, ..Owner::here() }
    }

    #[test]
    fn a_map_that_is_open_elsewhere_is_known_by_its_lock_which_goes_with_its_window() {
        let (desk, here, there) = (desk(), Owner::here(), elsewhere());
        let lock = desk.take(&there);
        assert_eq!((desk.asks(&here).as_deref(), desk.asks(&there)), (Some("studio-2"), None));
        let words = std::fs::read_to_string(desk.lock()).unwrap();
        assert!(!words.contains(desk.folder.path().to_str().unwrap()), "{words}");
        drop(lock);
        assert_eq!((desk.asks(&here), desk.lock().exists()), (None, false));
    }

    #[test]
    fn what_a_killed_process_of_this_machine_left_is_taken_over_at_once() {
        if !cfg!(target_os = "linux") {
            return;
        }
        let (desk, here) = (desk(), Owner::here());
        for dead in [left_behind(), Owner { boot: "before".to_owned(), ..Owner::here() }] {
            std::mem::forget(desk.take(&dead));
            assert_eq!(desk.asks(&here), None, "nobody is asked for");
            let ours = desk.take(&here);
            assert_eq!(ours.other(), None);
            assert_eq!(desk.asks(&elsewhere()), Some(here.machine.clone()));
        }
    }

    #[test]
    fn a_lock_of_another_machine_is_kept_while_it_beats_and_taken_over_once_it_stands_still_whatever_its_clock_says() {
        let (desk, here, there) = (desk(), Owner::here(), elsewhere());
        let mut theirs = desk.take(&there);
        let mut ours = desk.take(&here);
        // Their clock is ten years off.
        let file = std::fs::File::options().write(true).open(desk.lock()).unwrap();
        file.set_modified(std::time::UNIX_EPOCH).unwrap();
        for _ in 0..STILL * 3 {
            theirs.beat();
            ours.beat();
            assert_eq!(ours.other().map(|owner| owner.machine).as_deref(), Some("studio-2"));
        }
        for nth in 1..=STILL {
            ours.beat();
            assert_eq!(ours.other().is_none(), nth == STILL, "after {nth} beats");
        }
        assert_eq!(desk.asks(&there), Some(here.machine.clone()));
        // The other wakes up, sees that, and lets it be.
        theirs.beat();
        ours.beat();
        assert_eq!(theirs.other(), Some(here));
        drop(theirs);
        assert!(desk.lock().exists(), "it is not theirs any more");
        drop(ours);
        assert!(!desk.lock().exists());
    }

    #[test]
    fn a_lock_that_somebody_deleted_comes_back_and_one_that_says_nothing_is_taken_over() {
        let (desk, here) = (desk(), Owner::here());
        let mut ours = desk.take(&here);
        std::fs::remove_file(desk.lock()).unwrap();
        ours.beat();
        assert!(desk.asks(&elsewhere()).is_some());
        drop(ours);
        std::fs::write(desk.lock(), "").unwrap();
        assert_eq!(desk.asks(&here), None);
        let mut ours = desk.take(&here);
        (0..STILL).for_each(|_| ours.beat());
        assert!(desk.asks(&elsewhere()).is_some());
    }

    #[test]
    fn where_no_lock_can_be_written_there_is_none() {
        let disk: Arc<dyn Disk> = Arc::new(RealDisk);
        let mut lock = Beside::take(&disk, &Owner::here(), Path::new("/dev/null/map.ron"));
        lock.beat();
        assert!(matches!(lock.state, State::Without) && lock.other().is_none());
    }

    #[test]
    fn a_name_that_would_steer_a_terminal_is_told_without_that() {
        let strange = Owner { machine: "a\u{1b}[31m".to_owned(), ..elsewhere() };
        assert_eq!(Owner::read(&strange.words()).unwrap().machine, "a[31m");
        assert_eq!(Owner::read("touchline lock 2\n"), None);
    }
}
