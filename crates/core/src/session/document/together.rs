//! What another program has written into the file comes into the open map, as one step that undo takes back.

use crate::edit::{ConflictKind, Merged};
use crate::model::{Date, RecordRef, Tables};
use crate::session::commands::Command;
use crate::session::together::{Base, With};
use crate::session::{Cause, DiskJob, Effect, Session, Together, Tone};
use crate::store::DraftId;
use std::collections::BTreeSet;
use std::path::PathBuf;
use touchline_words::direction::Listed;
use touchline_words::say;

/// So many of what both did something else to are told in words; the notes on the board tell all.
const TOLD_MOST: usize = 3;

/// `2 added, 1 changed`.
fn taken_words(merged: &Merged, ours: &Tables) -> String {
    let taken = merged.taken(ours);
    let counted = |count: usize, words: fn(usize) -> String| (count > 0).then(|| words(count));
    let parts = [
        counted(taken.added.len(), |count| say!(session_together_added, count)),
        counted(taken.removed.len(), |count| say!(session_together_removed, count)),
        counted(taken.changed_records().len(), |count| say!(session_together_changed, count)),
    ];
    let parts: Vec<String> = parts.into_iter().flatten().collect();
    if parts.is_empty() { say!(session_together_nothing).to_owned() } else { parts.listed(", ") }
}

impl Session {
    /// What somebody did to a copy of the map comes into it.
    pub(in crate::session) fn take_over(&mut self, path: PathBuf, effects: &mut Vec<Effect>) {
        self.take_text(effects);
        self.bring_together_with(path, With::Copy, effects);
    }

    /// What somebody wrote into the map's own file comes into it.
    pub(super) fn bring_together(&self, path: PathBuf, effects: &mut Vec<Effect>) {
        self.bring_together_with(path, With::Own, effects);
    }

    fn bring_together_with(&self, path: PathBuf, with: With, effects: &mut Vec<Effect>) {
        let (of, map, state) = (self.document.id.clone(), Box::new(self.map.map().clone()), self.map.history().state());
        effects.push(Effect::Disk(DiskJob::BringTogether { of, path, with, map, state }));
    }

    pub(super) fn brought_together(
        &mut self,
        of: &DraftId,
        path: PathBuf,
        state: u64,
        together: Result<Box<Together>, String>,
        effects: &mut Vec<Effect>,
    ) {
        if *of != self.document.id {
            return;
        }
        let Together { merged, with, file, base } = match together {
            Ok(together) => *together,
            Err(message) => return self.say(Cause::Save, Tone::Bad, message),
        };
        if state != self.map.history().state() {
            // Edited meanwhile.
            return self.bring_together_with(path, with, effects);
        }
        let taken = taken_words(&merged, &self.map);
        let edit = merged.edit(&self.map);
        if edit.is_some_and(|edit| !self.edit(edit)) {
            return;
        }
        self.map.seal();
        if with == With::Own {
            effects.push(Effect::Disk(DiskJob::Know(path, file)));
        }
        let mut lines = vec![say!(session_together, taken)];
        match base {
            Base::Known => {}
            Base::Nearest { unix_secs } => {
                let day = i64::try_from(unix_secs).ok().and_then(Date::from_unix_secs).map(|day| day.long());
                lines.push(say!(session_together_nearest, day = day.unwrap_or_default()));
            }
            Base::Unknown => lines.push(say!(session_together_without_base).to_owned()),
        }
        lines.extend(merged.conflicts.iter().take(TOLD_MOST).map(|conflict| merged.told(conflict)));
        if let Some(more) = merged.conflicts.len().checked_sub(TOLD_MOST).filter(|more| *more > 0) {
            lines.push(say!(session_together_more, more));
        }
        // Where somebody has to look is selected.
        let odd = merged.conflicts.iter().filter(|conflict| !matches!(conflict.kind, ConflictKind::Part(_)));
        let odd: BTreeSet<RecordRef> = odd.map(|conflict| conflict.at).filter(|at| *at != RecordRef::Map).collect();
        let tone = if merged.conflicts.is_empty() { Tone::Good } else { Tone::Warning };
        if !odd.is_empty() {
            self.selection.set(odd);
        }
        self.notices.push(Cause::Edit, tone, lines.join("\n"), Some(Command::Undo), self.now);
    }
}
