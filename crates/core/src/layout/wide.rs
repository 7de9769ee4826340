//! Words that are wider than their room. Those that would fit in any case are told by how many letters they have, so that few
//! are measured.

use crate::model::{Holds, Map, StageId};
use crate::scene::{Color, FaceStyle};
use crate::text::{Shaper, TextStyle, is_wider_in_bytes, may_be_wider, may_break_inside, unbroken};

/// No room becomes wider for a word: what is longer still is taken apart.
pub(super) const MOST: f32 = 360.0;

/// A stage of more cards is not made wider for a word of one of them, and so does not move where that one comes or goes.
const WIDENED: usize = 60;

/// How many cards the fullest cell of a stage has, of those that are shown.
pub(super) fn fullest(map: &Map, stage: StageId) -> usize {
    let lanes = map.lanes.iter().filter(|(_, lane)| !lane.hidden && lane.kind.holds() == Holds::Cards);
    lanes.map(|(lane, _)| map.card_ids_in(stage, *lane).len()).max().unwrap_or(0)
}

/// Whether a stage has so many cards that no word of one makes it wider: it is a block of several side by side in any case.
pub(super) fn is_crowd(map: &Map, stage: StageId) -> bool {
    fullest(map, stage) > WIDENED
}

/// Whether a word of a text would be broken in a room of a width, and not in a wider one.
pub(super) fn breaks(shaper: &Shaper, text: &str, style: TextStyle, width: f32) -> bool {
    let measure = Measure { shaper, style, around: 0.0 };
    measure.with(text, width) > width
}

/// Words of one look, with what stands around them in their column.
pub(super) struct Measure<'a> {
    shaper: &'a Shaper,
    style: TextStyle,
    around: f32,
}

impl<'a> Measure<'a> {
    pub fn new(shaper: &'a Shaper, size: f32, face: FaceStyle, around: f32) -> Self {
        Self { shaper, style: TextStyle::new(size, face, Color::default()), around }
    }

    /// What a column needs that needed so much without this text.
    pub fn with(&self, text: &str, need: f32) -> f32 {
        // No word is longer than the longest stretch without a blank: most texts are done with by that alone.
        let longest = text.as_bytes().split(|byte| *byte == b' ').map(<[u8]>::len).max().unwrap_or_default();
        if need >= MOST || !is_wider_in_bytes(longest, self.style.size, need - self.around) {
            return need;
        }
        unbroken(text).fold(need, |need, word| {
            let room = need - self.around;
            if need >= MOST || !may_be_wider(word, self.style.size, room) {
                return need;
            }
            // Rounding must not break what just fits.
            let width = if may_break_inside(word) { Shaper::width_of_longest } else { Shaper::width };
            need.max(width(self.shaper, word, self.style) + self.around + 0.5)
        })
    }
}
