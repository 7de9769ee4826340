//! What the other side wrote and ours stands in the place of, kept as notes.

use super::{ConflictKind, Merging};
use crate::edit::describe::title_of;
use crate::edit::tied::behind;
use crate::fields::LETTERS_MAX;
use crate::model::*;
use touchline_words::say;

/// As much of a text as a sentence about it shows.
const SHOWN_CHARS: usize = 60;
/// A copy of a note lies so far from it, in map units.
const BESIDE: f32 = 24.0;

/// A text in a sentence about it.
pub(super) fn one_line(text: &str) -> String {
    let line = text.split_whitespace().collect::<Vec<_>>().join(" ");
    let short: String = line.chars().take(SHOWN_CHARS).collect();
    match (line.is_empty(), short.len() < line.len()) {
        (true, _) => say!(merge_nothing).to_owned(),
        (false, true) => say!(merge_cut, text = short.trim_end()),
        (false, false) => say!(merge_quoted, text = short),
    }
}

/// Puts a note with the texts of the other side at every record of which both wrote a field.
pub(super) fn keep_notes(merging: &mut Merging<'_>) -> Vec<StickyId> {
    let mut notes = Vec::new();
    for (at, kinds) in &merging.conflicts {
        let lines = kinds.iter().filter_map(|kind| match kind {
            ConflictKind::Field { field, theirs, .. } if !theirs.is_empty() => Some((*field, theirs.as_str())),
            ConflictKind::Field { .. }
            | ConflictKind::Part(_)
            | ConflictKind::DeletedByUs
            | ConflictKind::DeletedByThem
            | ConflictKind::Rule(_) => None,
        });
        notes.extend(lines.map(|(field, theirs)| (*at, field, theirs.to_owned())));
    }
    let mut made = Vec::new();
    for (at, field, theirs) in notes {
        let note = note(&merging.tables, at, field, &theirs);
        let id = free_number(&merging.tables, at, &note.text);
        merging.tables.make(vec![Change::Sticky(id, Some(note))]);
        made.push(id);
    }
    made
}

fn note(tables: &Tables, at: RecordRef, field: Field, theirs: &str) -> Sticky {
    // A note is kept as what it is: a second one beside it.
    if let RecordRef::Sticky(id) = at
        && let Some(like) = tables.stickies.get(&id)
        && matches!(field, Field::StickyText | Field::Title)
    {
        let beside = |place: f32| (place + BESIDE).min(STICKY_REACH);
        return Sticky { x: beside(like.x), y: beside(like.y), text: theirs.to_owned(), votes: 0, ..like.clone() };
    }
    let tie = tie_of(tables, at);
    let place = title_of(tables, at).filter(|title| !title.is_empty() && tie.is_none());
    let text = match place {
        Some(title) => say!(merge_note_of, title, field = field.name(), theirs),
        None => say!(merge_note, field = field.name(), theirs),
    };
    let text = text.chars().take(LETTERS_MAX).collect();
    let y = tie.map_or(0.0, |tie| behind(tables, tie));
    Sticky { text, y, tied: tie, parked: tie.is_none(), color: NoteColor::Blue, ..Sticky::default() }
}

/// Where a note about a record stands; in the parking lot where it can stand nowhere.
fn tie_of(tables: &Tables, at: RecordRef) -> Option<NoteTie> {
    let stage = || tables.spot(at).and_then(|spot| spot.stage).map(|stage| NoteTie::Stage(*stage));
    let itself = StageId::try_from(at).map(NoteTie::Stage);
    let itself = itself.or_else(|at| LaneId::try_from(at).map(NoteTie::Lane));
    itself.or_else(|at| TouchpointId::try_from(at).map(NoteTie::Touchpoint)).ok().or_else(stage)
}

/// The same number whenever the same is brought together.
fn free_number(tables: &Tables, at: RecordRef, text: &str) -> StickyId {
    let bytes = at.number().unwrap_or_default().to_le_bytes().into_iter().chain(text.bytes());
    // FNV-1a (Fowler, Noll, Vo, 1991).
    let hash = bytes
        .fold(0xcbf2_9ce4_8422_2325, |hash: u64, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01b3));
    let mut ids = IdSource::seeded(hash);
    loop {
        let id = StickyId(ids.fresh());
        if !tables.stickies.contains_key(&id) {
            return id;
        }
    }
}
