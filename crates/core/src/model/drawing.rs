//! What is drawn free over the board: frames behind notes, arrows, and words.

use super::{DrawingId, StickyId, TouchpointId, is_default};
use serde::{Deserialize, Serialize};
use touchline_words::say;

/// A frame, an arrow or words that lie free over the board.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Drawing {
    #[serde(default, skip_serializing_if = "is_default")]
    pub shape: Shape,
    /// Upper left corner in map units from the board's, as a note's; of an arrow where it begins.
    pub x: f32,
    pub y: f32,
    /// How wide it is; of an arrow how far its end lies to the right.
    #[serde(default, skip_serializing_if = "is_default")]
    pub width: f32,
    /// How high a frame is; of an arrow how far its end lies below.
    #[serde(default, skip_serializing_if = "is_default")]
    pub height: f32,
    /// A frame's title, the words beside an arrow, or the words themselves.
    #[serde(default, skip_serializing_if = "is_default")]
    pub text: String,
    /// What an arrow begins at, wherever that is.
    #[serde(default, skip_serializing_if = "is_default")]
    pub from: Option<ArrowEnd>,
    /// What it points at.
    #[serde(default, skip_serializing_if = "is_default")]
    pub to: Option<ArrowEnd>,
}

/// What a drawing is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Shape {
    /// A rectangle with a title, behind notes.
    #[default]
    Frame,
    /// A line with a head, from one place or thing to another.
    Arrow,
    /// Words without paper.
    Text,
}

impl Shape {
    pub const ALL: [Self; 3] = [Self::Frame, Self::Arrow, Self::Text];

    pub fn name(self) -> &'static str {
        match self {
            Self::Frame => say!(shape_frame),
            Self::Arrow => say!(shape_arrow),
            Self::Text => say!(shape_text),
        }
    }
}

/// What an end of an arrow follows.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum ArrowEnd {
    Sticky(StickyId),
    Drawing(DrawingId),
    Touchpoint(TouchpointId),
}

/// How wide and high a frame may be, and how wide words; in map units.
pub const DRAWN_SIZE: std::ops::RangeInclusive<f32> = 24.0..=20_000.0;
