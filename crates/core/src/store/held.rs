//! Which map file is worked on by which program on this machine, and whose turn it is to write one.
//!
//! Both are locks in the state folder, by the file itself and not by what it is called: a save takes its *turn*, so that looking at what stands
//! in the file and writing it is one step among all windows; and a window *holds* the file that it shows, so that a second one says so.
//! A lock goes with its process, however that ends, so that nothing a killed program held stays held.
//!
//! # Limits
//! Programs with different state folders, on different machines or of different persons do not hear of each other by these locks, but by the one beside the
//! map ([`super::beside`]). Where files cannot be locked, everybody has the turn and nobody holds anything.

use super::beside::{Beside, Owner, owner_of};
use super::disk::{for_owner_alone, make_private, read_limited};
use super::fingerprint::Fingerprint;
use super::state::StateFolder;
use std::fs::{File, TryLockError};
use std::io::{Seek, SeekFrom, Write};
use std::path::{Path, PathBuf};

/// The turn to write, for as long as it stands.
#[derive(Debug)]
pub struct Turn {
    _lock: Option<File>,
}

/// Another program that shows a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Holder {
    /// What its machine is called, where that is another one.
    pub machine: Option<String>,
    /// The number of its process.
    pub process: u32,
    /// Since when, in seconds since 1970.
    pub since_unix_secs: u64,
}

impl StateFolder {
    /// Waits until no other program writes this file, or a list of this name in the state folder.
    pub fn turn(&self, of: &Path) -> Turn {
        let lock = self.lock_file(of, "turn").filter(|file| file.lock().is_ok());
        Turn { _lock: lock }
    }

    /// Who else shows a file, here or elsewhere.
    pub fn holder(&self, of: &Path) -> Option<Holder> {
        self.holder_here(of).or_else(|| {
            let here = self.held_files.here();
            owner_of(self.disk(), here, &whole(of)).map(|owner| self.elsewhere(&owner))
        })
    }

    fn elsewhere(&self, owner: &Owner) -> Holder {
        let machine = (!owner.is_of_same_machine(self.held_files.here())).then(|| owner.machine.clone());
        Holder { machine, process: owner.process, since_unix_secs: 0 }
    }

    pub(super) fn holder_here(&self, of: &Path) -> Option<Holder> {
        let path = self.lock_path(of, "open");
        if self.held_files.locks().contains_key(&path) {
            return None;
        }
        let file = File::options().write(true).open(&path).ok()?;
        let is_held = matches!(file.try_lock(), Err(TryLockError::WouldBlock));
        is_held.then(|| told(&path))
    }

    /// Holds a file for this process alone, and lets go those that it held before; who else has it, if somebody does.
    pub fn hold_file(&self, of: Option<&Path>) -> Option<Holder> {
        let other = self.hold_here(of);
        let mut beside = self.held_files.beside();
        // Whom a window on this machine was told of needs no second lock.
        let target = of.filter(|_| other.is_none()).map(whole);
        if beside.as_ref().is_some_and(|lock| target.as_deref().is_some_and(|target| lock.is_of(target))) {
            return None;
        }
        // The old one goes first, should it be the same by another name.
        *beside = None;
        *beside = target.map(|target| Beside::take(self.shared_disk(), self.held_files.here(), &target));
        other.or_else(|| beside.as_ref()?.other().map(|owner| self.elsewhere(&owner)))
    }

    /// Shows to other machines that the file is still open here; or sees whether it still is there. To be called at even times.
    pub fn beat(&self) {
        if let Some(lock) = &mut *self.held_files.beside() {
            lock.beat();
        }
    }

    fn hold_here(&self, of: Option<&Path>) -> Option<Holder> {
        let mut held = self.held_files.locks();
        let path = of.map(|of| self.lock_path(of, "open"));
        // Dropping a lock lets it go.
        held.retain(|other, _| Some(other) == path.as_ref());
        let (of, path) = (of?, path?);
        if held.contains_key(&path) {
            return None;
        }
        let mut file = self.lock_file(of, "open")?;
        match file.try_lock() {
            Ok(()) => {
                // A wish that was meant for another window.
                drop(std::fs::remove_file(path.with_extension("show")));
                // Who cannot be told goes without a number; the lock stands all the same.
                let words = format!("{}\n", std::process::id());
                let _ = file
                    .set_len(0)
                    .and_then(|()| file.seek(SeekFrom::Start(0)))
                    .and_then(|_| file.write_all(words.as_bytes()));
                held.insert(path, file);
                None
            }
            Err(TryLockError::WouldBlock) => Some(told(&path)),
            Err(TryLockError::Error(_)) => None,
        }
    }

    fn lock_file(&self, of: &Path, ending: &str) -> Option<File> {
        self.make().ok()?;
        make_private(self.disk(), &self.file("locks")).ok()?;
        let mut options = File::options();
        let options = for_owner_alone(options.create(true).truncate(false).write(true));
        options.open(self.lock_path(of, ending)).ok()
    }

    /// The locks of the files that this window shows.
    pub(super) fn held_locks(&self) -> Vec<PathBuf> {
        self.held_files.locks().keys().cloned().collect()
    }

    /// The lock of a file, whatever it is called.
    pub(super) fn lock_path(&self, of: &Path, ending: &str) -> PathBuf {
        let (_, hash) = Fingerprint::of(whole(of).as_os_str().as_encoded_bytes()).parts();
        self.file("locks").join(format!("{hash:016x}.{ending}"))
    }
}

/// A file, whatever it is called.
fn whole(of: &Path) -> PathBuf {
    std::fs::canonicalize(of).or_else(|_| std::path::absolute(of)).unwrap_or_else(|_| of.to_owned())
}

fn told(lock: &Path) -> Holder {
    let bytes = read_limited(lock, 1024).unwrap_or_default();
    let process = String::from_utf8(bytes).ok().and_then(|text| text.lines().next()?.parse().ok()).unwrap_or(0);
    Holder { machine: None, process, since_unix_secs: super::files::modified_unix_secs(lock).unwrap_or(0) }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn begun() -> (tempfile::TempDir, PathBuf, [StateFolder; 2]) {
        let folder = tempfile::tempdir().unwrap();
        let map = folder.path().join("map.ron");
        std::fs::write(&map, "x").unwrap();
        let state = || StateFolder::at(folder.path().join("state"));
        let both = [state(), state()];
        (folder, map, both)
    }

    #[test]
    fn a_file_is_held_by_one_until_it_lets_go_under_whatever_name_it_is_asked_for() {
        let (folder, map, [one, other]) = begun();
        assert_eq!((one.holder(&map), one.hold_file(Some(&map))), (None, None));
        let holder = other.holder(&map).unwrap();
        assert_eq!(holder.process, std::process::id());
        assert_eq!(other.hold_file(Some(&map)), Some(holder.clone()));
        assert_eq!(one.holder(&map), None, "it is its own");
        #[cfg(unix)]
        {
            let link = folder.path().join("link.ron");
            std::os::unix::fs::symlink(&map, &link).unwrap();
            assert_eq!(other.holder(&link), Some(holder.clone()));
        }
        let elsewhere = folder.path().join("other.ron");
        assert_eq!(one.hold_file(Some(&elsewhere)), None, "who shows another map lets this one go");
        assert_eq!((other.holder(&map), other.hold_file(Some(&map))), (None, None));
        one.hold_file(None);
        assert!(other.holder(&elsewhere).is_none() && one.holder(&map).is_some());
        drop(other);
        assert_eq!(one.holder(&map), None, "a process that ends lets go");
    }

    #[test]
    fn writers_wait_for_their_turn() {
        let (_folder, map, [one, other]) = begun();
        let turn = one.turn(&map);
        let (told, hears) = std::sync::mpsc::channel();
        std::thread::scope(|threads| {
            threads.spawn(|| {
                let _turn = other.turn(&map);
                told.send("other").unwrap();
            });
            assert!(hears.try_recv().is_err());
            drop(turn);
            assert_eq!(hears.recv(), Ok("other"));
        });
    }
}
