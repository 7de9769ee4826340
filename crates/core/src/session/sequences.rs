//! Random work with everything that there is to do, undone and done again in between: whichever way the map is then reached, it is the same.
//!
//! `TOUCHLINE_SEQUENCES` says how many such days of work are tried, 100 if it does not.

use super::edited::EditedMap;
use crate::edit::random::{KINDS, command, random_map};
use crate::edit::{History, merge_maps};
use crate::model::{IdSource, Map};
use crate::store::{Entry, Room, StateFolder, draft_id, from_bytes, to_text};
use std::time::Duration;

const SEQUENCES: u64 = 100;
/// As many things are done at most.
const STEPS: u64 = 200;
/// Of so many things one is undone, and one done again.
const UNDONE: u64 = 8;

/// The map with a draft of it on the disk, to whose journal all is noted.
struct Work<'a> {
    edited: EditedMap,
    state: &'a StateFolder,
    draft: crate::store::DraftId,
    now: Duration,
}

impl Work<'_> {
    fn note(&mut self) {
        let entries: Vec<Entry> = self.edited.take_made().into_iter().map(Entry::Made).collect();
        if !entries.is_empty() && self.state.append_journal(&self.draft, &entries).unwrap() == Room::Full {
            self.state.write_draft(&self.draft, &self.edited, None).unwrap();
        }
        self.now += Duration::from_secs(10);
    }

    fn undo(&mut self) -> bool {
        let is_undone = self.edited.undo().unwrap().is_some();
        self.note();
        is_undone
    }

    fn redo(&mut self) -> bool {
        let is_redone = self.edited.redo().unwrap().is_some();
        self.note();
        is_redone
    }

    /// The map as the next start finds it.
    fn replayed(&self) -> Map {
        self.state.read_draft(&self.draft).unwrap().loaded.map
    }
}

#[test]
fn undone_and_done_again_saved_and_loaded_and_read_from_its_journal_the_map_is_the_same() {
    let asked = std::env::var("TOUCHLINE_SEQUENCES").ok().and_then(|asked| asked.parse().ok());
    let folder = tempfile::tempdir().unwrap();
    let state = StateFolder::at(folder.path().join("state"));
    for sequence in 0..asked.unwrap_or(SEQUENCES) {
        let mut dice = IdSource::seeded(sequence);
        let mut ids = IdSource::seeded(0xFEED);
        let start = random_map(&[]);
        let draft = draft_id(&mut dice);
        state.write_draft(&draft, &start, None).unwrap();
        let edited = EditedMap::new(start.clone(), History::saved());
        let mut work = Work { edited, state: &state, draft, now: Duration::ZERO };
        for _ in 0..1 + dice.fresh() % STEPS {
            match dice.fresh() % UNDONE {
                0 => _ = work.undo(),
                1 => _ = work.redo(),
                _ => {
                    let step = ((dice.fresh() % KINDS as u64) as usize, dice.fresh());
                    if let Some(edit) = command(&work.edited, step, &mut ids) {
                        work.edited.change(edit, work.now).unwrap();
                        work.note();
                    }
                }
            }
        }
        while work.redo() {}
        let end = (*work.edited).clone();
        assert_eq!(work.replayed(), end, "{sequence}: the journal");
        let text = to_text(&end);
        let loaded = from_bytes("saved", text.as_bytes()).unwrap().map;
        assert_eq!(loaded, end, "{sequence}: saved and loaded");
        assert_eq!(to_text(&loaded), text, "{sequence}: to the byte");
        // Brought together with the map from which it grew, and with itself.
        let whole = |ours: &Map, theirs: &Map| {
            let merged = merge_maps(&start, ours, theirs).unwrap();
            assert_eq!(merged.conflicts, [], "{sequence}: brought together");
            merged.map
        };
        assert_eq!(whole(&end, &start), end, "{sequence}: brought together with the beginning");
        assert_eq!(whole(&start, &end), end, "{sequence}: brought into the beginning");
        assert_eq!(whole(&end, &end), end, "{sequence}: brought together with itself");
        while work.undo() {}
        assert_eq!(to_text(&work.edited), to_text(&start), "{sequence}: all undone");
        assert_eq!(work.replayed(), start, "{sequence}: all undone, in the journal");
        while work.redo() {}
        assert_eq!(to_text(&work.edited), text, "{sequence}: all done again");
        assert_eq!(work.replayed(), end, "{sequence}: all done again, in the journal");
        state.discard_draft(&work.draft).unwrap();
    }
}
