//! How large sticky notes and clusters of them are, how far they may lie, and their colours.

use serde::{Deserialize, Serialize};
use touchline_words::say;

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
