//! How wide each stage has to be so that no word in it is broken: that of its longest word, and what stands around it.
//!
//! Words that would fit in any case are told by how many letters they have, so that few are measured; and the cards of a stage
//! in which nothing changed are not gone through again.

use super::differs::Differs;
use super::dress::Dress;
use super::header;
use super::noted::ListLook;
use super::place::{CELL_MARGIN, NARROW};
use crate::model::*;
use crate::scene::{Color, FaceStyle};
use crate::text::{Shaper, TextStyle, is_wider_in_bytes, may_be_wider, unbroken};
use std::collections::HashMap;

/// No stage becomes wider for a word: what is longer still is taken apart.
const MOST: f32 = 360.0;
/// Around the words of a list: with and without a card around them.
const CARDED: f32 = 4.0 * CELL_MARGIN;
const BARE: f32 = 2.0 * CELL_MARGIN + 28.0;

/// The width that each stage needs, in map units.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Needs(HashMap<StageId, f32>);

impl Needs {
    /// Of all stages of a map.
    pub fn of(map: &Map, shaper: &Shaper, dress: &Dress) -> Self {
        let cards = |stage| cards(map, shaper, dress, stage, dress.column_least);
        Self::with(map, shaper, dress, cards)
    }

    fn with(map: &Map, shaper: &Shaper, dress: &Dress, mut cards: impl FnMut(StageId) -> f32) -> Self {
        let mut needs: HashMap<StageId, f32> = HashMap::new();
        for (id, stage) in &map.stages {
            let name = Measure::new(shaper, dress.stage_title, FaceStyle::Bold, header::AROUND);
            let goal = Measure::new(shaper, dress.detail, FaceStyle::Regular, header::AROUND);
            needs.insert(*id, goal.with(&stage.goal, name.with(&stage.name, cards(*id))));
        }
        for kind in ListKind::ALL {
            let ListLook { text: (size, face), is_bare, .. } = ListLook::of(*kind);
            let measure = Measure::new(shaper, size, face, if is_bare { BARE } else { CARDED });
            of_kind!(*kind, R => for record in R::table(map).values() {
                if let Some(need) = needs.get_mut(&record.stage()) {
                    *need = measure.with(record.text(), *need);
                }
            });
        }
        needs.values_mut().for_each(|need| *need = need.min(MOST));
        Self(needs)
    }

    /// At least what a stage has in any case; 0 where nothing is known.
    pub fn of_stage(&self, stage: StageId) -> f32 {
        self.0.get(&stage).copied().unwrap_or_default()
    }
}

/// What the cards of each stage needed in the layout before.
#[derive(Debug, Default)]
pub(super) struct KeptNeeds(HashMap<StageId, f32>);

impl KeptNeeds {
    /// The needs of a map that differs from the one before by so much.
    pub fn again(&mut self, map: &Map, shaper: &Shaper, differs: &Differs) -> Needs {
        let dress = Dress::roomy();
        let lanes: Vec<LaneId> = map.lanes.keys().copied().collect();
        let before = std::mem::take(&mut self.0);
        let kept = &mut self.0;
        Needs::with(map, shaper, &dress, |stage| {
            let same = before.get(&stage).filter(|_| !lanes.iter().any(|lane| differs.cell(stage, *lane)));
            let need = same.copied().unwrap_or_else(|| cards(map, shaper, &dress, stage, NARROW));
            kept.insert(stage, need);
            need
        })
    }
}

/// What the words on a stage's cards need beyond what it has in any case, in hidden lanes too.
fn cards(map: &Map, shaper: &Shaper, dress: &Dress, stage: StageId, least: f32) -> f32 {
    let around = 2.0 * CELL_MARGIN + dress.cards.text_at + dress.cards.text_end;
    let title = Measure::new(shaper, dress.card_title, FaceStyle::SemiBold, around);
    let detail = Measure::new(shaper, dress.detail, FaceStyle::Regular, around - 10.0);
    let ids = map.lanes.keys().flat_map(|lane| map.card_ids_in(stage, *lane));
    let cards = ids.filter_map(|id| map.touchpoints.get(id));
    cards.fold(least, |need, card| detail.with(&card.detail, title.with(&card.title, need)))
}

/// Words of one look, with what stands around them in their column.
struct Measure<'a> {
    shaper: &'a Shaper,
    style: TextStyle,
    around: f32,
}

impl<'a> Measure<'a> {
    fn new(shaper: &'a Shaper, size: f32, face: FaceStyle, around: f32) -> Self {
        Self { shaper, style: TextStyle::new(size, face, Color::default()), around }
    }

    /// What a column needs that needed so much without this text.
    fn with(&self, text: &str, need: f32) -> f32 {
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
            need.max(self.shaper.width(word, self.style) + self.around + 0.5)
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::figures::sample;

    #[test]
    fn a_stage_needs_the_width_of_its_longest_word_and_no_more_than_that() {
        let mut map = sample::map();
        let shaper = Shaper::bundled();
        let (stage, other) = (StageId(1), StageId(2));
        let card = map.touchpoints.values_mut().find(|card| card.stage == stage).unwrap();
        card.title = "Die Datenschutzgrundverordnung lesen".to_owned();
        map.stages.get_mut(&other).unwrap().name = "Zufriedenheitsbefragungen".to_owned();
        let needs = Needs::of(&map, &shaper, &Dress::roomy());
        let word = |text: &str, size, face| shaper.width(text, TextStyle::new(size, face, Color::default()));
        let card = word("Datenschutzgrundverordnung", 12.0, FaceStyle::SemiBold) + 75.5;
        let name = word("Zufriedenheitsbefragungen", 14.0, FaceStyle::Bold) + header::AROUND + 0.5;
        assert_eq!((needs.of_stage(stage), needs.of_stage(other)), (card, name));
        assert!(card > 204.0 && needs.of_stage(StageId(4)) < 204.0);
        map.stages.get_mut(&other).unwrap().name = "a".repeat(400);
        assert_eq!(Needs::of(&map, &shaper, &Dress::roomy()).of_stage(other), MOST);
    }
}
