//! The screen that a room looks at, and where on it what stands.

use crate::scene::{Rect, Size};

/// No text is smaller, in the units of a [`Room`].
pub const LEAST: f32 = 26.0;

const WIDTH: f32 = 1680.0;
const HEIGHT: f32 = 1050.0;
/// Beside the content on each side.
pub(super) const MARGIN: f32 = 128.0;
/// As much of each neighbour looks in at the edge.
pub(super) const PEEK: f32 = 72.0;
/// Under the name of the stage.
pub(super) const TOP: f32 = 188.0;
/// Lower edge of the cards, the upper edge of the river and the end of a leak, from the room's foot.
const RIVER: f32 = 366.0;
const LEAK_END: f32 = 178.0;
/// How thick the river is of those who reach a stage.
pub(super) const FULL: f32 = 89.0;

/// A screen in units of its own: one is a pixel of a screen of 1680 × 1050, and a larger or smaller screen has as many of them
/// along the side that it is shorter of. Text is as large on it as on that one, seen from as far in screen heights.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Room {
    pub width: f32,
    pub height: f32,
}

impl Room {
    /// The room of a window of this size in points, and how many points a unit takes.
    pub fn of(width: f32, height: f32) -> (Self, f32) {
        let sane = |points: f32| if points.is_finite() { points.clamp(64.0, 32_768.0) } else { WIDTH };
        let (width, height) = (sane(width), sane(height));
        let scale = (width / WIDTH).min(height / HEIGHT);
        // A band of a screen is no room: what is wider than four to one is treated so.
        let wide = (width / scale).clamp(WIDTH, HEIGHT * 4.0);
        (Self { width: wide, height: (height / scale).max(HEIGHT) }, scale)
    }

    pub fn size(&self) -> Size {
        Size::new(self.width, self.height)
    }

    /// As wide, and lower.
    pub(super) fn less_high(self, by: f32) -> Self {
        Self { height: self.height - by, ..self }
    }

    /// From one stage to the next.
    pub fn pitch(&self) -> f32 {
        self.width - MARGIN - PEEK
    }

    pub(super) fn right(&self) -> f32 {
        self.width - MARGIN
    }

    /// From the left to the right edge of what a stage shows.
    pub(super) fn across(&self) -> f32 {
        self.width - 2.0 * MARGIN
    }

    /// What is higher here than on the usual screen.
    fn spare(&self) -> f32 {
        self.height - HEIGHT
    }

    pub(super) fn river(&self) -> f32 {
        self.height - RIVER
    }

    pub(super) fn leak_end(&self) -> f32 {
        self.height - LEAK_END
    }

    /// Where cards end that leave room for feelings.
    pub(super) fn cards_end(&self) -> f32 {
        420.0 + self.spare().max(0.0) * 0.35
    }

    /// What a stage has for itself from side to side: beyond, its neighbours begin.
    pub(super) fn slot(&self, top: f32, bottom: f32) -> Rect {
        let gutter = (MARGIN - PEEK) / 2.0;
        Rect::new(MARGIN - gutter, top, self.pitch(), bottom - top)
    }
}

impl Default for Room {
    fn default() -> Self {
        Self { width: WIDTH, height: HEIGHT }
    }
}
