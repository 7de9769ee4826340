//! What a map says without its picture: as tables, as a summary, as nodes and edges for other programs.
//!
//! Promise: what the map hides is in none of it: nothing of a lane that is hidden, no figure that rests on too few, and notes
//! only where they are asked for. Pure functions of a map; what they make becomes a file in `export`.

mod board;
mod edition;
mod given;
mod summary;
mod tables;
mod told;
#[cfg(test)]
mod tests;

pub use board::canvas;
pub use edition::edition;
pub use given::given;
pub use summary::summary;
pub use tables::{TableKind, book, table};

use crate::model::SegmentId;

/// What is asked of a map, beside the map.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Asked {
    /// What this audience meets, and its figures; all audiences when none.
    pub segment: Option<SegmentId>,
    /// With the rates of the former period.
    pub former: bool,
    /// With notes, owners of cards, and the names of what evidence is from.
    pub notes: bool,
}
