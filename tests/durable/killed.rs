//! A process that is killed at any moment, in the middle of a word, of a save or of its start after a kill, leaves behind what it
//! said was kept.
//!
//! `TOUCHLINE_KILLS` says how many are killed, 60 if it does not.

use super::work::{Much, Work, found, much};
use std::ffi::OsString;
use std::io::{BufRead, BufReader, Write};
use std::path::Path;
use std::process::{Command, Stdio};
use touchline::model::IdSource;
use touchline::session::DiskReport;
use touchline::store::StateFolder;

/// The folder of the process that is to be killed.
const WORKS_IN: &str = "TOUCHLINE_KILLED_FOLDER";
const KILLS: usize = 60;
/// So many follow one another over the same work.
const IN_A_ROW: usize = 3;

#[test]
fn j1_what_was_said_to_be_kept_is_there_after_a_kill_at_any_moment() {
    if let Some(folder) = std::env::var_os(WORKS_IN) {
        return work(Path::new(&folder));
    }
    let kills = std::env::var("TOUCHLINE_KILLS").ok().and_then(|kills| kills.parse().ok()).unwrap_or(KILLS);
    let mut dice = IdSource::seeded(5);
    let mut in_a_draft = 0;
    for row in 0..kills.div_ceil(IN_A_ROW) {
        let folder = tempfile::tempdir().unwrap();
        let state = StateFolder::at(folder.path().join("state"));
        let mut kept = Much::default();
        for kill in 0..IN_A_ROW {
            let after = 1 + dice.fresh() % 120;
            kept = kept.max(killed_after(folder.path(), after as usize));
            let found = found(&folder.path().join("map.ron"), &state).unwrap().most;
            assert!(found >= kept, "row {row}, kill {kill} after {after}: {kept:?} was kept, and {found:?} is there");
            in_a_draft += state.drafts().len().min(1);
        }
        for draft in state.drafts() {
            state.take_draft(&draft.id).unwrap();
            state.discard_draft(&draft.id).unwrap();
        }
        assert_eq!(names(&folder.path().join("state/drafts")), Vec::<OsString>::new(), "row {row}");
        let map = folder.path().join("map.ron");
        state.tidy_beside(&map);
        // Who opens the map next takes over the lock that a killed process left beside it, and removes it.
        assert_eq!(state.hold_file(Some(&map)), None, "row {row}");
        state.hold_file(None);
        let beside = names(folder.path());
        assert!(beside.iter().all(|name| ["map.ron", "state"].contains(&name.to_str().unwrap())), "{beside:?}");
    }
    assert!(in_a_draft > kills / 4, "most are killed with work that no file holds: {in_a_draft}");
}

fn names(folder: &Path) -> Vec<OsString> {
    std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().file_name()).collect()
}

/// What a process said was kept that was killed once it had said so many times.
fn killed_after(folder: &Path, times: usize) -> Much {
    let test = "killed::j1_what_was_said_to_be_kept_is_there_after_a_kill_at_any_moment";
    let mut child = Command::new(std::env::current_exe().unwrap())
        .args(["--exact", test, "--nocapture"])
        .env(WORKS_IN, folder)
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    let said = BufReader::new(child.stdout.take().unwrap()).lines().map_while(Result::ok);
    let mut kept = (0, 0);
    let mut seen = 0;
    for line in said {
        let Some((stages, letters)) = line.strip_prefix("kept ").and_then(|line| line.split_once(' ')) else {
            continue;
        };
        kept = (stages.parse().unwrap(), letters.parse().unwrap());
        seen += 1;
        if seen == times {
            // What it says from here on is read, too: it was said before it died.
            child.kill().unwrap();
        }
    }
    child.wait().unwrap();
    assert!(seen >= times, "it worked until it was killed");
    kept
}

/// Works until it is killed, and says what is kept.
fn work(folder: &Path) {
    let mut told = |work: &Work, report: &DiskReport| {
        if matches!(report, DiskReport::DraftWritten { .. }) {
            let (stages, letters) = much(work.session.shown());
            println!("kept {stages} {letters}");
            std::io::stdout().flush().unwrap();
        }
    };
    let state = || StateFolder::at(folder.join("state"));
    let file = folder.join("map.ron");
    let work = Work::after_a_crash(state(), &file, &mut told);
    let mut work = work.unwrap_or_else(|| Work::begin(state(), file, &mut told));
    // Longer than anybody waits.
    let stages = work.session.map().stages.len();
    (stages + 1..stages + 1_000).for_each(|nth| work.go_on(nth, &mut told));
}
