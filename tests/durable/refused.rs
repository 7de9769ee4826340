//! Folders and files that an ordinary user may not write, or not in the usual way: what is there stays whole, and the person is told.
//!
//! Who may do everything is no ordinary user: there the test runs once more as nobody, or says that it is skipped.

use std::ffi::OsStr;
use std::fs::{self, Permissions};
use std::os::unix::ffi::OsStrExt;
use std::os::unix::fs::{PermissionsExt, symlink};
use std::path::{Path, PathBuf};
use std::process::Command;
use touchline::edit::{add_stage, empty_map};
use touchline::model::IdSource;
use touchline::store::{StoreError, save_map, to_text};

const AS_NOBODY: &str = "TOUCHLINE_AS_NOBODY";
const NOBODY: &str = "65534";

/// What is laid out in a folder before a save, and where it is saved to.
type LaidOut = fn(&Path) -> PathBuf;

fn mode(path: &Path, mode: u32) {
    fs::set_permissions(path, Permissions::from_mode(mode)).unwrap();
}

fn with_old(folder: &Path) -> PathBuf {
    let path = folder.join("map.ron");
    fs::write(&path, "old").unwrap();
    path
}

/// Each with whether it is saved; none where either is right.
const CASES: [(&str, Option<bool>, LaidOut); 14] = [
    ("a new file in a folder that may not be written", Some(false), |folder| {
        mode(folder, 0o555);
        folder.join("map.ron")
    }),
    ("a file in a folder that may not be written", None, |folder| {
        let path = with_old(folder);
        mode(folder, 0o555);
        path
    }),
    ("a file in a folder that may not be listed", Some(true), |folder| {
        let path = with_old(folder);
        mode(folder, 0o333);
        path
    }),
    ("a file in a folder that is closed", Some(false), |folder| {
        let path = with_old(folder);
        mode(folder, 0o000);
        path
    }),
    ("a file that is read-only", Some(false), |folder| {
        let path = with_old(folder);
        mode(&path, 0o444);
        path
    }),
    ("a file that may be written and not read", None, |folder| {
        let path = with_old(folder);
        mode(&path, 0o200);
        path
    }),
    ("a folder that is not there", Some(false), |folder| folder.join("gone/map.ron")),
    ("a name that is a folder's", Some(false), |folder| {
        fs::create_dir(folder.join("map.ron")).unwrap();
        folder.join("map.ron")
    }),
    ("a file in the place of the folder", Some(false), |folder| {
        fs::write(folder.join("file"), "old").unwrap();
        folder.join("file/map.ron")
    }),
    ("a name of 255 bytes", Some(true), |folder| folder.join(format!("{}.ron", "m".repeat(251)))),
    ("a name of 256 bytes", Some(false), |folder| folder.join(format!("{}.ron", "m".repeat(252)))),
    ("a name that is no UTF-8", Some(true), |folder| folder.join(OsStr::from_bytes(b"m\xff.ron"))),
    ("a link into a folder that may not be written", Some(false), |folder| {
        fs::create_dir(folder.join("closed")).unwrap();
        mode(&folder.join("closed"), 0o555);
        symlink(folder.join("closed/map.ron"), folder.join("link.ron")).unwrap();
        folder.join("link.ron")
    }),
    ("a link to itself", Some(false), |folder| {
        symlink(folder.join("link.ron"), folder.join("link.ron")).unwrap();
        folder.join("link.ron")
    }),
];

#[test]
fn what_may_not_be_written_stays_whole_and_is_told() {
    let closed = tempfile::tempdir().unwrap();
    fs::write(closed.path().join("closed"), "").unwrap();
    mode(&closed.path().join("closed"), 0o000);
    if fs::read(closed.path().join("closed")).is_err() {
        return saved_in_each();
    }
    if std::env::var_os(AS_NOBODY).is_some() {
        return eprintln!("skipped: nobody may do everything here");
    }
    let child = Command::new("setpriv")
        .args(["--reuid", NOBODY, "--regid", NOBODY, "--clear-groups"])
        .arg(std::env::current_exe().unwrap())
        .args(["--exact", "refused::what_may_not_be_written_stays_whole_and_is_told", "--nocapture"])
        .env(AS_NOBODY, "")
        .env("TMPDIR", std::env::temp_dir())
        .output();
    match child.ok().filter(|child| !child.stdout.is_empty()) {
        Some(child) => assert!(child.status.success(), "{}", String::from_utf8_lossy(&child.stdout)),
        None => eprintln!("skipped: nobody else can run this here"),
    }
}

fn saved_in_each() {
    let mut ids = IdSource::seeded(3);
    let empty = empty_map(&mut ids);
    let map = empty.after(&add_stage(&empty, "Awareness", None, &mut ids).0).unwrap();
    for (case, expected, laid_out) in CASES {
        let folder = tempfile::tempdir().unwrap();
        let path = laid_out(folder.path());
        // What stands there and is perhaps not yet on the disk is written.
        let saved = match save_map(&path, &map) {
            Err(StoreError::PerhapsNotKept { .. }) => Ok(()),
            other => other,
        };
        // From here on everything may be looked at.
        for folder in [folder.path().to_owned(), folder.path().join("closed")].iter().filter(|path| path.exists()) {
            mode(folder, 0o755);
        }
        if path.is_file() {
            mode(&path, 0o644);
        }
        assert!(expected.is_none_or(|expected| expected == saved.is_ok()), "{case}: {saved:?}");
        match &saved {
            Ok(()) => assert_eq!(fs::read_to_string(&path).unwrap(), to_text(&map), "{case}"),
            Err(error) => {
                assert!(error.to_string().len() > 20, "{case}: {error}");
                assert!(!path.is_file() || fs::read(&path).unwrap() == b"old", "{case}: it is as it was");
            }
        }
        let left = fs::read_dir(folder.path())
            .unwrap()
            .flatten()
            .filter(|entry| entry.file_name().as_bytes().ends_with(b".tmp"));
        assert_eq!(left.count(), 0, "{case}: nothing is left beside it");
    }
}
