//! What a layout is told: where each stage stands from left to right, which of them are shown, what for, how closely, and
//! without what.

use super::dress::Dress;
use super::thrift::Thrift;
use crate::model::{LaneId, StageId, StepId};
use crate::scene::Rect;
use std::ops::Range;

/// Width of the column that holds the lanes' titles.
pub(super) const LABEL_WIDTH: f32 = 112.0;
/// On the board stages nobody made narrower give way in a narrow view as far as this, before the board outgrows the view.
pub(super) const NARROW: f32 = 188.0;
/// A stage whose cards stand side by side has room for each as if it were so wide, at least.
pub(super) const NARROW_ROW: f32 = 158.5;
/// From a column's edge to a card's.
pub(super) const CELL_MARGIN: f32 = 10.0;

/// How wide a stage is that is folded to a strip.
pub(super) const STRIP: f32 = 88.0;

/// Between two steps of a stage that stand side by side.
pub(super) const BETWEEN_STEPS: f32 = 7.0;

/// Cards stand side by side where each can be this wide: two from some 300 of a stage's width, three from 450. On a page, which
/// is made smaller, each is to be a little wider.
const SIDE_BY_SIDE: f32 = 136.0;
const SIDE_BY_SIDE_ON_PAGE: f32 = 150.0;

/// What a layout is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Purpose {
    /// Hints and handles for hands.
    Editor,
    /// On paper by itself: it has to say whose it is.
    Alone,
    /// On a page that says whose it is.
    Framed,
    /// The river alone, beside the question that it answers.
    Preview,
}

impl Purpose {
    /// How narrow cards may become before they stop standing side by side.
    pub fn narrowest_card(self) -> f32 {
        match self {
            Self::Framed => SIDE_BY_SIDE_ON_PAGE,
            Self::Editor | Self::Alone | Self::Preview => SIDE_BY_SIDE,
        }
    }
}

/// A stage's place from left to right.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Column {
    pub stage: StageId,
    /// Which of the theme's stage colours.
    pub hue: usize,
    pub x: f32,
    pub width: f32,
}

impl Column {
    pub fn right(&self) -> f32 {
        self.x + self.width
    }

    /// Where a card begins and how wide it is.
    pub fn inner(&self) -> (f32, f32) {
        (self.x + CELL_MARGIN, (self.width - 2.0 * CELL_MARGIN).max(1.0))
    }
}

/// A place of a lane that belongs to a step, or to none.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct StepSpan {
    pub stage: StageId,
    pub lane: LaneId,
    pub step: Option<StepId>,
    pub rect: Rect,
}

/// Some of the stages, of all that there are: a wide map stands on a page in several bands, one below the other.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Band {
    /// By their places.
    pub stages: Range<usize>,
    pub of: usize,
}

/// What a board is laid out as.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Plan {
    pub columns: Vec<Column>,
    /// The stages of the other bands, where they would stand if this one went on to both sides.
    pub beyond: Vec<Column>,
    pub width: f32,
    pub band: Band,
    pub purpose: Purpose,
    pub dress: Dress,
    pub thrift: Thrift,
    /// Whether words may be taken apart so that cards stand side by side.
    pub apart: bool,
    /// How much higher each lane is than what it holds.
    pub air: f32,
}
