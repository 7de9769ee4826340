//! Two maps that were one, brought together: what either side did is there, and where both did something else to the same, both are kept
//! and named.
//!
//! Every record is taken from the side that changed it; one that both changed is made part by part. What one side deleted and the other
//! changed, or names from something that it changed, stays. Where both gave a field another text, ours stands and theirs is a note at the
//! record. The outcome keeps all rules of a map.
//!
//! # Limits
//! Records are the same by their numbers. Of two who moved one record, or measured anew under one number, ours stands, and that is named.

mod kept;
mod record;

#[cfg(test)]
mod laws;

use self::record::{Both, both};
use super::compared::{Differences, written_fields};
use super::describe::title_of;
use crate::model::*;
use serde::Serialize;
use serde::de::DeserializeOwned;
use std::collections::{BTreeMap, BTreeSet};
use touchline_words::say;

/// Two maps brought together.
#[derive(Clone, Debug, PartialEq)]
pub struct Merged {
    pub map: Map,
    /// What both sides did something else to, in the order of the records.
    pub conflicts: Vec<Conflict>,
    /// Those that hold what the other side wrote, and that neither had.
    pub notes: Vec<StickyId>,
}

/// One thing that both sides did something else to.
#[derive(Clone, Debug, PartialEq)]
pub struct Conflict {
    pub at: RecordRef,
    pub kind: ConflictKind,
}

/// What each side did.
#[derive(Clone, Debug, PartialEq)]
pub enum ConflictKind {
    /// Both wrote a field: ours stands, theirs is kept beside it.
    Field { field: Field, ours: String, theirs: String },
    /// A part that no field says, by its name in the file: ours stands.
    Part(String),
    /// We deleted what they changed or use: it stays.
    DeletedByUs,
    /// They deleted what we changed or use: it stays.
    DeletedByThem,
    /// What they made of it breaks this rule in the map: ours stands.
    Rule(String),
}

impl Merged {
    /// A conflict as a sentence: what it is about, what stands and what else there was.
    pub fn told(&self, conflict: &Conflict) -> String {
        let kind = conflict.at.kind().name();
        let title = title_of(&self.map, conflict.at).unwrap_or_default();
        let about = if title.is_empty() { kind.to_owned() } else { say!(merge_about, kind, title) };
        match &conflict.kind {
            ConflictKind::Field { field, ours, theirs } => {
                say!(
                    merge_field,
                    about,
                    field = field.name(),
                    ours = kept::one_line(ours),
                    theirs = kept::one_line(theirs)
                )
            }
            ConflictKind::Part(name) if record::is_place(name) => say!(merge_place, about),
            ConflictKind::Part(name) => say!(merge_part, about, name = name.as_str()),
            ConflictKind::DeletedByUs => say!(merge_deleted_by_us, about),
            ConflictKind::DeletedByThem => say!(merge_deleted_by_them, about),
            ConflictKind::Rule(rule) => say!(merge_rule, about, rule = rule.as_str()),
        }
    }

    /// What of it ours lacks, but for the notes that neither had.
    pub fn taken(&self, ours: &Tables) -> Differences {
        let mut taken = Differences::between(ours, &self.map);
        taken.added.retain(|at| !StickyId::try_from(*at).is_ok_and(|id| self.notes.contains(&id)));
        taken
    }

    /// The edit that makes ours of it; `None` where it is ours.
    pub fn edit(&self, ours: &Map) -> Option<Edit> {
        let changes = ours.difference(&self.map);
        (!changes.is_empty()).then(|| Edit::of(Verb::BringTogether, changes))
    }
}

/// Brings two maps together that grew from one; where nobody knows it any more, `base` is a map without a record.
///
/// # Errors
/// The rules that cannot be kept together, such as of pictures that are too large in all.
pub fn merge_maps(base: &Tables, ours: &Map, theirs: &Map) -> Result<Merged, Vec<Problem>> {
    let mut merging = Merging { base, ours, theirs, tables: ours.to_tables(), conflicts: BTreeMap::new() };
    merging.take_records();
    merging.bring_back();
    merging.keep_rules();
    let notes = kept::keep_notes(&mut merging);
    let conflicts =
        merging.conflicts.into_iter().flat_map(|(at, kinds)| kinds.into_iter().map(move |kind| Conflict { at, kind }));
    let conflicts = conflicts.collect();
    Map::new(merging.tables).map(|map| Merged { map, conflicts, notes })
}

struct Merging<'a> {
    base: &'a Tables,
    ours: &'a Tables,
    theirs: &'a Tables,
    tables: Tables,
    conflicts: BTreeMap<RecordRef, Vec<ConflictKind>>,
}

/// A round mends what the one before broke.
const ROUNDS_MOST: usize = 16;

impl Merging<'_> {
    fn take_records(&mut self) {
        if self.ours.meta != self.theirs.meta && self.theirs.meta != self.base.meta {
            let Both { mut record, parts } = both(Some(&self.base.meta), &self.ours.meta, &self.theirs.meta);
            record.id = self.ours.meta.id.or(self.theirs.meta.id);
            self.tables.meta = record;
            self.told(RecordRef::Map, parts);
        }
        macro_rules! each {
            ($($kind:ident, $id:ident, $table:ident, $name:tt, $text:ident, $spot:tt;)*) => {
                $(self.take::<$kind>();)*
            };
        }
        records!(each);
        // A record that was made of both names its pictures only.
        let whole: BTreeMap<_, _> =
            [self.base, self.theirs, self.ours].into_iter().flat_map(Tables::each_image_once).collect();
        self.tables.fill_images(&whole);
    }

    fn take<R: Record + Serialize + DeserializeOwned>(&mut self) {
        let (base, ours, theirs) = (R::table(self.base), R::table(self.ours), R::table(self.theirs));
        let ids: BTreeSet<R::Id> = ours.keys().chain(theirs.keys()).copied().collect();
        for id in ids {
            let at = R::at(id);
            let takes = match (base.get(&id), ours.get(&id), theirs.get(&id)) {
                (was, ours, theirs) if ours == theirs || theirs == was => continue,
                (was, ours, theirs) if ours == was => theirs.cloned(),
                (_, Some(_), None) => {
                    self.conflict(at, ConflictKind::DeletedByThem);
                    continue;
                }
                (_, None, theirs) => {
                    self.conflict(at, ConflictKind::DeletedByUs);
                    theirs.cloned()
                }
                // Half of one measurement and half of another were measured by nobody.
                (_, Some(_), Some(_)) if R::KIND == RecordKind::Measurement => {
                    self.conflict(at, ConflictKind::Part(FIGURES.to_owned()));
                    continue;
                }
                (was, Some(ours), Some(theirs)) => {
                    let Both { record, parts } = both(was, ours, theirs);
                    self.told(at, parts);
                    Some(record)
                }
            };
            self.tables.make(vec![R::change(id, takes)]);
        }
    }

    /// Names what both sides changed of a record: the fields where those say it, else the parts.
    fn told(&mut self, at: RecordRef, mut parts: BTreeSet<String>) {
        if parts.is_empty() {
            return;
        }
        let was: BTreeMap<String, String> = written_fields(self.base, self.theirs, at)
            .into_iter()
            .map(|(field, was, _)| (format!("{field:?}"), was))
            .collect();
        let mut kinds = Vec::new();
        for (field, ours, theirs) in written_fields(self.ours, self.theirs, at) {
            // What they did not change is ours alone.
            let changed = was.get(&format!("{field:?}"));
            if changed.is_some_and(|was| *was != ours) {
                kinds.push(ConflictKind::Field { field, ours, theirs });
            }
        }
        let moved = parts.iter().any(|part| record::is_place(part));
        parts.retain(|part| !record::is_place(part));
        // Fields have told of the rest.
        if !kinds.is_empty() {
            parts.clear();
        }
        kinds.extend(moved.then(|| ConflictKind::Part(record::PLACE.to_owned())));
        kinds.extend(parts.into_iter().map(ConflictKind::Part));
        self.conflicts.entry(at).or_default().extend(kinds);
    }

    fn conflict(&mut self, at: RecordRef, kind: ConflictKind) {
        let kinds = self.conflicts.entry(at).or_default();
        if !kinds.contains(&kind) {
            kinds.push(kind);
        }
    }

    /// Brings back what one side deleted and the other still names.
    fn bring_back(&mut self) {
        loop {
            let missing = self.tables.missing();
            if missing.is_empty() {
                return;
            }
            for at in missing {
                let is_ours = self.ours.contains(at);
                let Some(from) = [self.ours, self.theirs, self.base].into_iter().find(|from| from.contains(at)) else {
                    return;
                };
                self.tables.make(vec![from.change_to(at)]);
                self.conflict(at, if is_ours { ConflictKind::DeletedByThem } else { ConflictKind::DeletedByUs });
            }
        }
    }

    /// Takes ours, or theirs where we have none, of what breaks a rule of the map.
    fn keep_rules(&mut self) {
        for _ in 0..ROUNDS_MOST {
            let problems = self.tables.check();
            if problems.is_empty() {
                return;
            }
            for Problem { at, what } in problems {
                let from = if self.ours.contains(at) { self.ours } else { self.theirs };
                self.tables.make(vec![from.change_to(at)]);
                self.conflict(at, ConflictKind::Rule(what));
            }
            self.bring_back();
        }
    }
}

/// What the figures of a measurement are called as one part.
const FIGURES: &str = "figures";
