//! A process that is killed at any moment, in the middle of a word or of a save, leaves behind what it said was kept.
//!
//! `TOUCHLINE_KILLS` says how many are killed, 60 if it does not.

use std::io::{BufRead, BufReader, Write};
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::Duration;
use touchline::edit::add_stage;
use touchline::model::{IdSource, Map, RecordRef, StageId};
use touchline::session::{Command as Do, DiskReport, Effect, FileAsk, Intent, Remembered, Session, TextOf};
use touchline::store::{SeenFiles, StateFolder, load_map};

/// The folder of the process that is to be killed.
const WORKS_IN: &str = "TOUCHLINE_KILLED_FOLDER";
const KILLS: usize = 60;
/// After so many stages the map is saved.
const SAVED_AFTER: usize = 5;

/// How much is in a map: stages, and letters of the last one's name.
fn much(map: &Map) -> (usize, usize) {
    let last = map.stages_in_order().last().map_or(0, |(_, stage)| stage.name.len());
    (map.stages.len(), last)
}

#[test]
fn j1_what_was_said_to_be_kept_is_there_after_a_kill_at_any_moment() {
    if let Some(folder) = std::env::var_os(WORKS_IN) {
        return work(Path::new(&folder));
    }
    let kills = std::env::var("TOUCHLINE_KILLS").ok().and_then(|kills| kills.parse().ok()).unwrap_or(KILLS);
    let mut dice = IdSource::seeded(5);
    let mut in_a_draft = 0;
    for kill in 0..kills {
        let folder = tempfile::tempdir().unwrap();
        let after = 1 + dice.fresh() % 120;
        let kept = killed_after(folder.path(), after as usize);
        // The next start.
        let state = StateFolder::at(folder.path().join("state"));
        let saved = load_map(&folder.path().join("map.ron")).map(|loaded| much(&loaded.map)).unwrap_or_default();
        let drafts = state.drafts();
        let drafted = drafts.iter().map(|draft| much(&state.read_draft(&draft.id).unwrap().loaded.map)).max();
        in_a_draft += drafts.len();
        let found = saved.max(drafted.unwrap_or_default());
        assert!(found >= kept, "kill {kill} after {after}: {kept:?} was kept, and {found:?} is there");
        for draft in drafts {
            state.take_draft(&draft.id).unwrap();
            state.discard_draft(&draft.id).unwrap();
        }
        let left = std::fs::read_dir(folder.path().join("state/drafts"));
        let left: Vec<_> = left.unwrap().map(|entry| entry.unwrap().file_name()).collect();
        assert_eq!(left, Vec::<std::ffi::OsString>::new(), "kill {kill} after {after}");
    }
    assert!(in_a_draft > kills / 4, "most are killed with work that no file holds: {in_a_draft}");
}

/// What a process said was kept that was killed once it had said so many times.
fn killed_after(folder: &Path, times: usize) -> (usize, usize) {
    let test = "j1_what_was_said_to_be_kept_is_there_after_a_kill_at_any_moment";
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

/// Adds stages and types their names letter by letter, and saves now and then, until it is killed.
fn work(folder: &Path) {
    let state = StateFolder::at(folder.join("state"));
    let (seen, mut ids) = (SeenFiles::default(), IdSource::seeded(3));
    let mut session = Session::new(Remembered::default(), IdSource::random());
    let mut now = Duration::ZERO;
    let mut act = |session: &mut Session, intent: Intent| {
        now += Duration::from_millis(40);
        let mut todo = session.handle(intent, now);
        todo.extend(session.journal().map(Effect::Disk));
        while let Some(effect) = todo.pop() {
            let Effect::Disk(job) = effect else { continue };
            let Some(report) = job.run(&state, &seen) else { continue };
            let is_kept = matches!(report, DiskReport::DraftWritten { .. });
            todo.extend(session.handle(Intent::Disk(report), now));
            todo.extend(session.journal().map(Effect::Disk));
            if is_kept {
                let map = session.shown();
                let (stages, letters) = much(map);
                println!("kept {stages} {letters}");
                std::io::stdout().flush().unwrap();
            }
        }
    };
    act(&mut session, Intent::Command(Do::New));
    let path = folder.join("map.ron");
    act(&mut session, Intent::FilesChosen { ask: FileAsk::SaveMap(String::new()), paths: vec![path] });
    for nth in 1.. {
        let (edit, stage): (_, StageId) = add_stage(session.map(), "", None, &mut ids);
        act(&mut session, Intent::Edit(edit));
        let of = TextOf::title(RecordRef::Stage(stage));
        let name = format!("Awareness {nth}");
        for letters in 1..=name.len() {
            act(&mut session, Intent::Write { of: of.clone(), text: name[..letters].to_owned() });
        }
        act(&mut session, Intent::EndText(of));
        if nth % SAVED_AFTER == 0 {
            act(&mut session, Intent::Command(Do::Save));
        }
    }
}
