//! The files that are written before they take the place of others: their names, and what becomes of one whose writer was killed.
//!
//! A writer holds a lock on its file, which ends with it. One that nobody holds is of nobody.

use super::disk::{Disk, containing};
use crate::model::IdSource;
use std::fs::File;
use std::path::Path;

/// As much of a name as is taken over, since a folder's limit is 255 bytes.
const NAME_CHARS_MAX: usize = 40;
const ENDING: &str = ".tmp";

/// `.map.ron.` for `map.ron`.
fn beginning(target: &Path) -> String {
    let name = target.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    format!(".{}.", name.chars().take(NAME_CHARS_MAX).collect::<String>())
}

/// `.map.ron.1f0c93a2.tmp` for `map.ron`.
pub(super) fn temporary_name(target: &Path) -> String {
    format!("{}{:08x}{ENDING}", beginning(target), IdSource::random().fresh() as u32)
}

/// Removes what was written to take the place of a file and is of nobody any more. What cannot be removed stays.
pub(super) fn tidy(disk: &dyn Disk, target: &Path) {
    let Ok(entries) = std::fs::read_dir(containing(target)) else { return };
    let beginning = beginning(target);
    let is_ours = |name: &str| {
        let number = name.strip_prefix(&beginning).and_then(|rest| rest.strip_suffix(ENDING));
        number.is_some_and(|number| number.len() == 8 && number.bytes().all(|byte| byte.is_ascii_hexdigit()))
    };
    for entry in entries.flatten() {
        let is_left = entry.file_name().to_str().is_some_and(is_ours) && is_of_nobody(&entry.path());
        if is_left {
            drop(disk.remove(&entry.path()));
        }
    }
}

/// Whether nobody holds a file; where files cannot be locked that is not known.
fn is_of_nobody(path: &Path) -> bool {
    let is_file = std::fs::symlink_metadata(path).is_ok_and(|found| found.is_file());
    is_file && File::open(path).is_ok_and(|file| file.try_lock().is_ok())
}

#[cfg(test)]
mod tests {
    use super::super::disk::{Readers, RealDisk};
    use super::*;

    #[test]
    fn what_a_killed_writer_left_goes_and_nothing_else() {
        let folder = tempfile::tempdir().unwrap();
        let at = |name: &str| folder.path().join(name);
        let held = at(".map.ron.00c0ffee.tmp");
        let writer = RealDisk.create(&held, Readers::OwnerAlone).unwrap();
        let others = [".map.ron.1f0c93a.tmp", ".other.ron.1f0c93a2.tmp", ".map.ron.1f0c93a2.tmp~", "map.ron"];
        for name in others.iter().chain(&[".map.ron.1f0c93a2.tmp"]) {
            std::fs::write(at(name), "x").unwrap();
        }
        tidy(&RealDisk, &at("map.ron"));
        assert!(held.exists() && others.iter().all(|name| at(name).exists()));
        assert!(!at(".map.ron.1f0c93a2.tmp").exists());
        drop(writer);
        tidy(&RealDisk, &at("map.ron"));
        assert!(!held.exists());
    }

    #[test]
    fn the_name_of_a_long_name_is_short_enough_for_a_folder() {
        let name = temporary_name(Path::new(&"ß".repeat(100)));
        assert!(name.len() < 255 && name.starts_with(".ßß"), "{name}");
    }
}
