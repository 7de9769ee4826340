//! The wish to see the window that shows a file: a second start of the program makes it, and the window that has the file hears it.
//!
//! It is an empty file beside the lock by which that window holds the map ([`super::held`]), which the window takes away once it has heard. So
//! nothing has to listen for other programs, and a wish says nothing but that it is there.

use super::disk::for_owner_alone;
use super::state::StateFolder;
use std::fs::File;
use std::path::{Path, PathBuf};

/// A wish that stands until it is heard, or dropped.
#[derive(Debug)]
pub struct Wish {
    path: PathBuf,
}

impl Wish {
    /// Whether the window has heard it.
    pub fn is_heard(&self) -> bool {
        !self.path.exists()
    }
}

impl Drop for Wish {
    fn drop(&mut self) {
        // No window is to come forward when nobody waits any more.
        drop(std::fs::remove_file(&self.path));
    }
}

impl StateFolder {
    /// Wishes to see the window on this machine that shows a file. `None` where there is none, or it cannot be told.
    pub fn wish_to_see(&self, of: &Path) -> Option<Wish> {
        self.holder_here(of)?;
        let path = self.lock_path(of, WISH);
        let mut options = File::options();
        for_owner_alone(options.create(true).truncate(true).write(true)).open(&path).ok()?;
        Some(Wish { path })
    }

    /// Whether somebody wishes to see this window; that is heard by asking.
    pub fn is_wished_for(&self) -> bool {
        self.held_locks().iter().any(|lock| std::fs::remove_file(lock.with_extension(WISH)).is_ok())
    }
}

/// The ending of a wish.
pub(super) const WISH: &str = "show";

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_window_hears_who_wishes_to_see_it_once_and_nobody_else_does() {
        let folder = tempfile::tempdir().unwrap();
        let (map, other) = (folder.path().join("map.ron"), folder.path().join("other.ron"));
        std::fs::write(&map, "x").unwrap();
        std::fs::write(&other, "x").unwrap();
        let state = || StateFolder::at(folder.path().join("state"));
        let (window, second) = (state(), state());
        assert!(second.wish_to_see(&map).is_none(), "nobody shows it");
        window.hold_file(Some(&map));
        assert!(!window.is_wished_for());
        let wish = second.wish_to_see(&map).unwrap();
        assert!(!wish.is_heard() && second.wish_to_see(&other).is_none());
        #[cfg(unix)]
        {
            use std::os::unix::fs::PermissionsExt;
            assert_eq!(std::fs::metadata(&wish.path).unwrap().permissions().mode() & 0o777, 0o600);
        }
        assert!(window.is_wished_for() && wish.is_heard() && !window.is_wished_for());
        drop(second.wish_to_see(&map).unwrap());
        assert!(!window.is_wished_for(), "nobody waits any more");
        // What a second start that was killed left behind is not for who shows the file later.
        std::mem::forget(second.wish_to_see(&map).unwrap());
        drop(window);
        let later = state();
        later.hold_file(Some(&map));
        assert!(!later.is_wished_for());
    }
}
