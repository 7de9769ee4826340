//! From a map to a picture: one pure pass that gives every part its place.
//!
//! [`arrange`] is a function of its arguments and nothing else (law S1): the same map, lens, theme, fonts and target give the
//! same scene, to the last glyph. It knows no window and no file format. [`arrange_board`] gives, beside the editor's scene,
//! the grid that hands need.
//!
//! # Limits
//! - A single text is shown up to some twelve lines and then ends in `…`; the label of its part has it whole.
//! - Sticky notes are kept on the board, however far away their place is.

mod ahead;
mod alone;
mod bands;
#[cfg(test)]
mod bands_tests;
mod behind;
mod beside;
mod board;
mod branded;
mod card_dot;
mod card_look;
mod cards;
mod channels;
mod clearing;
mod columns;
mod compared;
mod connectors;
mod context;
mod curve;
mod deck;
mod differs;
mod drawings;
mod dress;
mod faces;
mod feeling;
mod flow;
mod folded;
mod geometry;
mod header;
mod image;
mod index;
mod kept;
#[cfg(test)]
mod laws;
mod legend;
mod lines;
mod long;
mod longest;
mod loops;
mod look;
mod metrics;
mod names;
mod noted;
mod notes;
mod page;
mod paper;
mod pen;
mod pennant;
mod pennants;
#[cfg(test)]
mod pictures;
mod place;
mod plan;
mod present;
mod river;
mod route;
mod seen;
mod sheet;
mod shelf;
mod shown;
mod spans;
mod spread;
mod stack;
mod standing;
mod steps;
mod strands;
mod subtitle;
mod sticky;
mod tied;
mod storyboard;
mod thrift;
mod to_be;
mod unplaced;
mod watch;
mod way;
mod wide;
mod words;

pub use alone::arrange_river;
pub use beside::{COMPARED_MOST, Compared};
pub use board::{arrange_board, arrange_board_again};
pub use branded::{branded, color_of};
pub use compared::{color as compared_color, dash as compared_dash, mark as compared_mark};
pub use deck::{Laid, Planned, arrange_deck};
pub use geometry::{Board, ColumnSpan, FeelingScale, RowSpan, Slot, StageSlot};
pub use header::TIP as STAGE_TIP;
pub use kept::BoardCache;
pub use look::channel_icon;
pub use names::{Name, Names};
pub use noted::{ListLook, part_of};
pub use place::StepSpan;
pub use present::{
    Clock, Frame, LEAST as LEAST_PRESENTED, Room, Stand, arrange_frame, arrange_question, arrange_stage, spotlights,
};
pub use seen::Seen;
pub use sticky::{CLUSTER_SIGN, notes_across, stage_of_note};
pub use thrift::LeftOut;
pub use unplaced::unplaced;
pub use watch::Watch;

use crate::model::{Map, SegmentId};
use crate::scene::{PageSize, Scene};
use crate::text::{Shaper, is_right_to_left};
use crate::theme::Theme;

/// Through whose eyes the board is seen.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Lens {
    /// All audiences for `None`.
    pub segment: Option<SegmentId>,
    /// Beside each measured rate the one of the former period.
    pub former: bool,
    /// On a page, what was noted for those who make the map: the sticky notes, and the files that figures came from. The
    /// editor has its notes in any case.
    pub notes: bool,
    /// Audiences whose curves lie side by side in the lane of feelings.
    pub compared: Compared,
    /// While a room votes on notes, nobody sees how the others did.
    pub hides_votes: bool,
}

/// What the picture is for.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Target {
    /// The editor, where stages are pulled until the board is this wide, if they can be pulled that far.
    Board {
        min_width: f32,
    },
    Page(Leaf),
}

/// A page's paper, and its place in the document.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Leaf {
    pub size: PageSize,
    /// Counted from 1, of so many.
    pub number: u32,
    pub of: u32,
}

impl Leaf {
    /// The only page of its document.
    pub fn single(size: PageSize) -> Self {
        Self { size, number: 1, of: 1 }
    }
}

/// The picture of a map, as it is seen.
pub fn arrange(map: &Map, lens: &Lens, theme: &Theme, shaper: &Shaper, target: &Target) -> Scene {
    match target {
        Target::Board { min_width } => turned_over(arrange_board(map, lens, theme, shaper, *min_width).scene),
        Target::Page(page) => arrange_leaf(map, &(*lens).into(), theme, shaper, page, &Watch::default()).0,
    }
}

/// Whether a map is read from the right.
pub fn is_read_from_right(map: &Map) -> bool {
    is_right_to_left(&map.meta.language)
}

/// A finished picture as it is seen: of a map that is read from the right, turned over. Everything in here lays a map out as if
/// it were read from the left.
fn turned_over(scene: Scene) -> Scene {
    if is_right_to_left(&scene.language) { scene.mirrored() } else { scene }
}

/// A page of a map, and what is not on it although it is on the board.
pub fn arrange_leaf(
    map: &Map,
    seen: &Seen,
    theme: &Theme,
    shaper: &Shaper,
    leaf: &Leaf,
    watch: &Watch<'_>,
) -> (Scene, Vec<LeftOut>) {
    page::arrange_page(map, seen, theme, shaper, leaf, watch)
}

/// A map over as many pages as it takes for all of its text to be as large as it has to be on them, and what is not on them
/// although it is on the board.
pub fn arrange_leaves(
    map: &Map,
    seen: &Seen,
    theme: &Theme,
    shaper: &Shaper,
    size: PageSize,
    watch: &Watch<'_>,
) -> (Vec<Scene>, Vec<LeftOut>) {
    page::arrange_pages(map, seen, theme, shaper, size, watch)
}
