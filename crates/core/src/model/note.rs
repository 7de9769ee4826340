//! Sticky notes: where they lie or what they are tied to, and their colours.

use super::linked::{Linked, Names};
use super::titled::called_by;
use super::{LaneId, RecordRef, StageId, StickyId, Tables, TouchpointId, is_default};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use touchline_words::say;

/// A note that lies free over the board, or in the parking lot.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Sticky {
    /// Upper left corner in map units from the board's; for a parked note, where it lay or will lie.
    pub x: f32,
    pub y: f32,
    pub text: String,
    #[serde(default, skip_serializing_if = "is_default")]
    pub color: NoteColor,
    /// In the parking lot: not on the board.
    #[serde(default, skip_serializing_if = "is_default")]
    pub parked: bool,
    /// What it stands at and goes along with, unless it is parked; it then stands in the order of `y`.
    #[serde(default, skip_serializing_if = "is_default")]
    pub tied: Option<NoteTie>,
    /// A cluster that it heads shows its name alone.
    #[serde(default, skip_serializing_if = "is_default")]
    pub folded: bool,
    /// Dots that the people in the room gave it.
    #[serde(default, skip_serializing_if = "is_default")]
    pub votes: u16,
}

called_by!(Sticky: text);

impl Sticky {
    /// Whether it lies free over the board.
    pub fn is_free(&self) -> bool {
        !self.parked && self.tied.is_none()
    }
}

/// What a note is tied to: it stands there, and goes where that goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum NoteTie {
    Stage(StageId),
    /// Where a stage and a lane cross.
    Cell(StageId, LaneId),
    Touchpoint(TouchpointId),
    /// A lane as a whole: it stands at its name.
    Lane(LaneId),
    /// The cluster that a free note heads.
    Sticky(StickyId),
}

/// A note whose place is gone goes to the parking lot.
impl Linked for Sticky {
    fn each_named(&self, visit: &mut dyn FnMut(RecordRef)) {
        match self.tied {
            None => {}
            Some(NoteTie::Stage(stage)) => visit(stage.into()),
            Some(NoteTie::Cell(stage, lane)) => {
                visit(stage.into());
                visit(lane.into());
            }
            Some(NoteTie::Touchpoint(card)) => visit(card.into()),
            Some(NoteTie::Lane(lane)) => visit(lane.into()),
            Some(NoteTie::Sticky(head)) => visit(head.into()),
        }
    }

    fn rename(&mut self, to: &mut dyn FnMut(RecordRef) -> Option<RecordRef>) -> bool {
        let Some(mut tie) = self.tied else { return true };
        let stays = match &mut tie {
            NoteTie::Stage(stage) => stage.rename(to),
            NoteTie::Cell(stage, lane) => stage.rename(to) & lane.rename(to),
            NoteTie::Touchpoint(card) => card.rename(to),
            NoteTie::Lane(lane) => lane.rename(to),
            NoteTie::Sticky(head) => head.rename(to),
        };
        self.tied = stays.then_some(tie);
        self.parked |= !stays;
        true
    }
}

/// Where a note is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NotePlace {
    Parked,
    Tied(NoteTie),
    /// Over the board, at its own place.
    Free,
}

impl Tables {
    /// Where a note is. One of a cluster whose head does not lie on the board is in the parking lot.
    pub fn note_place(&self, note: &Sticky) -> NotePlace {
        if note.parked {
            return NotePlace::Parked;
        }
        match note.tied {
            None => NotePlace::Free,
            Some(NoteTie::Sticky(head)) if !self.stickies.get(&head).is_some_and(Sticky::is_free) => NotePlace::Parked,
            Some(tie) => NotePlace::Tied(tie),
        }
    }

    /// What is tied to something, in order.
    pub fn notes_at(&self, tie: NoteTie) -> Vec<(StickyId, &Sticky)> {
        let mut notes: Vec<(StickyId, &Sticky)> = self
            .stickies
            .iter()
            .filter(|(_, note)| note.tied == Some(tie) && self.note_place(note) == NotePlace::Tied(tie))
            .map(|(id, note)| (*id, note))
            .collect();
        notes.sort_by(|a, b| a.1.y.total_cmp(&b.1.y).then(a.0.cmp(&b.0)));
        notes
    }

    /// What a note is tied to, in words.
    pub fn tie_name(&self, tie: NoteTie) -> String {
        let stage = |id: StageId| self.stages.get(&id).map(|stage| stage.name.clone()).unwrap_or_default();
        let lane = |id: LaneId| self.lanes.get(&id).map(|lane| lane.title().to_owned()).unwrap_or_default();
        match tie {
            NoteTie::Stage(id) => stage(id),
            NoteTie::Cell(id, of) => format!("{}, {}", stage(id), lane(of)),
            NoteTie::Lane(id) => lane(id),
            NoteTie::Touchpoint(card) => self.touchpoints.get(&card).map(|card| card.title.clone()).unwrap_or_default(),
            NoteTie::Sticky(head) => self.stickies.get(&head).map(|note| note.text.clone()).unwrap_or_default(),
        }
    }

    /// The notes of every cluster, in order, by the one that heads it.
    pub fn clusters(&self) -> BTreeMap<StickyId, Vec<(StickyId, &Sticky)>> {
        let mut clusters: BTreeMap<StickyId, Vec<(StickyId, &Sticky)>> = BTreeMap::new();
        for (id, note) in &self.stickies {
            if let NotePlace::Tied(NoteTie::Sticky(head)) = self.note_place(note) {
                clusters.entry(head).or_default().push((*id, note));
            }
        }
        clusters.values_mut().for_each(|notes| notes.sort_by(|a, b| a.1.y.total_cmp(&b.1.y).then(a.0.cmp(&b.0))));
        clusters
    }

    /// Whether other notes are tied to a note.
    pub fn heads_cluster(&self, id: StickyId) -> bool {
        let is_free = self.stickies.get(&id).is_some_and(Sticky::is_free);
        is_free && self.stickies.values().any(|note| !note.parked && note.tied == Some(NoteTie::Sticky(id)))
    }
}

/// How far from the board's corner a sticky note may lie, in map units.
pub const STICKY_REACH: f32 = 100_000.0;

/// How wide a note is on the board, in map units.
pub const NOTE_WIDTH: f32 = 150.0;

/// A note in a cluster, what is between two and around them, and the line with the cluster's name; in map units.
pub const CLUSTERED: (f32, f32) = (96.0, 72.0);
pub const CLUSTER_GAP: f32 = 8.0;
pub const CLUSTER_PADDING: f32 = 8.0;
pub const CLUSTER_HEAD: f32 = 30.0;

/// How many notes stand side by side in a cluster of so many.
pub fn cluster_across(count: usize) -> usize {
    match count {
        0..=4 => 2,
        5..=9 => 3,
        _ => 4,
    }
}

/// How large a cluster of so many columns and rows of notes is, in map units.
pub fn cluster_size(across: usize, rows: usize) -> (f32, f32) {
    let (wide, high) = CLUSTERED;
    let width = 2.0 * CLUSTER_PADDING + across as f32 * (wide + CLUSTER_GAP) - CLUSTER_GAP;
    let notes = if rows == 0 { 0.0 } else { rows as f32 * (high + CLUSTER_GAP) };
    (width, CLUSTER_HEAD + notes)
}

/// The colours of notes in a workshop and what they stand for; each has a sign too.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum NoteColor {
    /// Something to do, or whatever comes to mind.
    #[default]
    Yellow,
    /// A question.
    Blue,
    /// What hurts.
    Pink,
    /// A chance or an idea.
    Green,
}

impl NoteColor {
    pub const ALL: [Self; 4] = [Self::Yellow, Self::Blue, Self::Pink, Self::Green];

    pub fn name(self) -> &'static str {
        match self {
            Self::Yellow => say!(note_yellow),
            Self::Blue => say!(note_blue),
            Self::Pink => say!(note_pink),
            Self::Green => say!(note_green),
        }
    }

    /// What tells the colours apart where they cannot be seen.
    pub fn sign(self) -> &'static str {
        match self {
            Self::Yellow => "→",
            Self::Blue => "?",
            Self::Pink => "!",
            Self::Green => "+",
        }
    }
}
