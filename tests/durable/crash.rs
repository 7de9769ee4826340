//! The power goes at any moment of the work: what was said to be kept is there at the next start, and all of it can be read.
//!
//! `TOUCHLINE_CUTS` says how many power cuts are tried at each moment, 40 if it does not.

use super::power_cut::{Left, Power};
use super::traced::{Asked, FileId, Trace, TracedDisk};
use super::work::{Found, Much, Work, found, much};
use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use touchline::model::IdSource;
use touchline::session::DiskReport;
use touchline::store::StateFolder;

/// Cuts that are tried at each moment, where there are not fewer.
const CUTS: u64 = 40;
/// Enough for each barrier to hold something.
const STAGES: usize = 11;

/// What is asked of the disk while a person works, with paths below `/`.
fn traced() -> Vec<Asked> {
    let folder = tempfile::tempdir().unwrap();
    let trace = Trace::default();
    let state = StateFolder::on(Arc::new(TracedDisk(trace.clone())), folder.path().join("home/state"));
    let mut told = |work: &Work, report: &DiskReport| {
        if matches!(report, DiskReport::DraftWritten { .. } | DiskReport::Saved { doubt: None, .. }) {
            trace.add(Asked::Said(much(work.session.shown())));
        }
    };
    let mut work = Work::begin(state, folder.path().join("map.ron"), &mut told);
    (1..=STAGES).for_each(|nth| work.go_on(nth, &mut told));
    let at_root = |path: PathBuf| Path::new("/").join(path.strip_prefix(folder.path()).unwrap());
    let moved = |asked| match asked {
        Asked::MakeFolder(path) => Asked::MakeFolder(at_root(path)),
        Asked::Create(file, path) => Asked::Create(file, at_root(path)),
        Asked::Rename(from, to) => Asked::Rename(at_root(from), at_root(to)),
        Asked::SyncFolder(path) => Asked::SyncFolder(at_root(path)),
        Asked::Remove(path) => Asked::Remove(at_root(path)),
        other => other,
    };
    trace.asked().into_iter().map(moved).collect()
}

/// What the next start finds on a disk.
fn next_start(left: &Left) -> Result<Found, String> {
    let folder = tempfile::tempdir().unwrap();
    for (path, bytes) in left {
        let path = folder.path().join(path.strip_prefix("/").unwrap());
        match bytes {
            None => std::fs::create_dir(path).unwrap(),
            Some(bytes) => std::fs::write(path, bytes).unwrap(),
        }
    }
    let state = StateFolder::at(folder.path().join("home/state"));
    let first = found(&folder.path().join("map.ron"), &state)?;
    // One that ends at once and begins again finds the same.
    let again = found(&folder.path().join("map.ron"), &state)?;
    if first == again { Ok(first) } else { Err(format!("{first:?}, then {again:?}")) }
}

/// What the power cuts led to.
#[derive(Debug, Default)]
struct Cuts {
    tried: usize,
    /// Disks that differ among them.
    disks: usize,
    wrong: Option<String>,
}

/// Tries so many cuts at every moment, until something is wrong.
fn cut_at_every_moment(asked: &[Asked], tried: u64) -> Cuts {
    let (mut power, mut dice) = (Power::default(), IdSource::seeded(11));
    let (mut said, mut cuts) = (Much::default(), Cuts::default());
    let mut seen = HashMap::<Left, Result<Found, String>>::new();
    for (moment, asked) in asked.iter().enumerate() {
        power.step(asked);
        if let Asked::Said(much) = asked {
            said = said.max(*much);
        }
        for left in power.cuts(tried, &mut dice) {
            cuts.tried += 1;
            let found = match seen.get(&left) {
                Some(found) => found.clone(),
                None => {
                    let found = next_start(&left);
                    seen.insert(left, found.clone());
                    found
                }
            };
            if !found.as_ref().is_ok_and(|found| found.most >= said && found.strangers == 0) {
                cuts.wrong = Some(format!("at {moment}, {asked:?}: {said:?} was kept, and there is {found:?}"));
                return cuts;
            }
        }
        cuts.disks = seen.len();
    }
    cuts
}

/// What holds the order of things on the disk, in words.
fn barriers(asked: &[Asked]) -> Vec<(usize, String)> {
    let mut names = BTreeMap::<FileId, PathBuf>::new();
    let mut renamed = BTreeMap::<PathBuf, String>::new();
    let mut barriers = Vec::new();
    for (at, asked) in asked.iter().enumerate() {
        match asked {
            Asked::Create(file, path) => drop(names.insert(*file, path.clone())),
            Asked::Rename(from, to) => {
                names.values_mut().filter(|name| *name == from).for_each(|name| name.clone_from(to));
                renamed.insert(to.parent().unwrap().to_owned(), kind(to));
            }
            Asked::MakeFolder(path) => drop(renamed.insert(path.parent().unwrap().to_owned(), "folder".to_owned())),
            Asked::SyncFile(file) => barriers.push((at, format!("bytes of the {}", kind(&names[file])))),
            Asked::SyncFolder(folder) => barriers.push((at, format!("name of the {}", renamed[folder]))),
            Asked::Remove(path) => {
                drop(renamed.insert(path.parent().unwrap().to_owned(), format!("gone {}", kind(path))))
            }
            Asked::Write(..) | Asked::Said(_) => {}
        }
    }
    barriers
}

/// What a file is for; `new` is said of one that is written to take its place.
fn kind(path: &Path) -> String {
    let name = path.file_name().unwrap().to_str().unwrap();
    let parts = [
        (".touchline", "lock"),
        ("map.ron", "map"),
        (".ron", "draft"),
        (".journal", "journal"),
        (".note", "note"),
        (".lock", "lock"),
    ];
    let (_, of) = parts.into_iter().find(|(part, _)| name.contains(part)).unwrap();
    match path.ancestors().any(|folder| folder.ends_with("versions")) {
        true => "version".to_owned(),
        false if name.ends_with(".tmp") => format!("new {of}"),
        false => of.to_owned(),
    }
}

#[test]
fn j1_what_was_said_to_be_kept_is_there_after_a_power_cut_at_any_moment() {
    let more = std::env::var("TOUCHLINE_CUTS").ok().and_then(|cuts| cuts.parse().ok());
    let cuts = cut_at_every_moment(&traced(), more.unwrap_or(CUTS));
    assert_eq!(cuts.wrong, None);
    assert!(cuts.tried > 10_000 && cuts.disks > 500, "{cuts:?}");
}

#[test]
fn each_barrier_holds_something() {
    let asked = traced();
    let barriers = barriers(&asked);
    // A version is a copy of what stands in a file, and the lock beside it is advice.
    let is_held = |kind: &&str| !kind.contains("version") && !kind.contains("lock");
    let kinds = barriers.iter().map(|(_, kind)| kind.as_str()).filter(is_held);
    let kinds: BTreeSet<&str> = kinds.collect();
    let expected = [
        "bytes of the journal",
        "bytes of the new draft",
        "bytes of the new map",
        "bytes of the new note",
        "name of the draft",
        "name of the folder",
        "name of the gone draft",
        "name of the journal",
        "name of the map",
        "name of the note",
    ];
    assert_eq!(kinds, BTreeSet::from(expected));
    for kind in kinds {
        let is_gone = |at: usize| barriers.iter().any(|(of, other)| *of == at && other == kind);
        let without = asked.iter().enumerate().filter(|(at, _)| !is_gone(*at)).map(|(_, asked)| asked.clone());
        let cuts = cut_at_every_moment(&without.collect::<Vec<_>>(), CUTS);
        assert!(cuts.wrong.is_some(), "without the {kind} nothing was lost in {cuts:?}");
    }
}
