//! How wide each stage has to be so that no word in it is broken: that of its longest word, and what stands around it.
//!
//! Words that would fit in any case are told by how many letters they have, so that few are measured; and the cards of a stage
//! in which nothing changed are not gone through again.

use super::differs::Differs;
use super::dress::Dress;
use super::header;
use super::noted::ListLook;
use super::place::{CELL_MARGIN, NARROW_ROW};
use super::wide::{MOST, Measure, is_crowd};
use crate::model::*;
use crate::scene::FaceStyle;
use crate::text::Shaper;
use std::collections::HashMap;

/// Around the words of a list: with and without a card around them.
const CARDED: f32 = 4.0 * CELL_MARGIN;
const BARE: f32 = 2.0 * CELL_MARGIN + 28.0;

/// The width that each stage needs, in map units.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Needs(HashMap<StageId, f32>);

impl Needs {
    /// Of all stages of a map.
    pub fn of(map: &Map, shaper: &Shaper, dress: &Dress) -> Self {
        let words = CardWords::new(shaper, dress);
        Self::with(map, shaper, dress, |stage| words.of_stage(map, stage, dress.column_least).width)
    }

    fn with(map: &Map, shaper: &Shaper, dress: &Dress, mut cards: impl FnMut(StageId) -> f32) -> Self {
        let mut needs: HashMap<StageId, f32> = HashMap::new();
        for (id, stage) in &map.stages {
            let name = Measure::new(shaper, dress.stage_title, FaceStyle::Bold, header::AROUND);
            let goal = Measure::new(shaper, dress.detail, FaceStyle::Regular, header::AROUND);
            needs.insert(*id, goal.with(&stage.goal, name.with(&stage.name, cards(*id))));
        }
        let words = Measure::new(shaper, dress.detail, FaceStyle::SemiBold, BARE);
        for step in map.steps.values() {
            if let Some(need) = needs.get_mut(&step.stage) {
                *need = words.with(&step.name, *need);
            }
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

/// What the cards of a stage need, and the one that needs most; none where what the stage has in any case is enough.
#[derive(Clone, Copy, Debug, PartialEq)]
struct Need {
    width: f32,
    by: Option<TouchpointId>,
}

/// What the cards of each stage needed in the layout before.
#[derive(Debug, Default)]
pub(super) struct KeptNeeds(HashMap<StageId, Need>);

impl KeptNeeds {
    /// The needs of a map that differs from the one before by so much.
    pub fn again(&mut self, map: &Map, shaper: &Shaper, differs: &Differs) -> Needs {
        let dress = Dress::roomy();
        let lanes: Vec<LaneId> = map.lanes.keys().copied().collect();
        let words = CardWords::new(shaper, &dress);
        let before = std::mem::take(&mut self.0);
        let kept = &mut self.0;
        Needs::with(map, shaper, &dress, |stage| {
            let need = match before.get(&stage).zip(differs.cards()) {
                _ if is_crowd(map, stage) => Need { width: NARROW_ROW, by: None },
                Some((same, _)) if !lanes.iter().any(|lane| differs.cell(stage, *lane)) => *same,
                // The card that needs most is as it was: only those that changed can need more.
                Some((last, changed)) if last.by.is_none_or(|by| !changed.contains(&by)) => {
                    let is_here = |id: &&TouchpointId| map.touchpoints.get(id).is_some_and(|card| card.stage == stage);
                    words.need(map, changed.iter().filter(is_here).copied(), *last)
                }
                _ => words.of_stage(map, stage, NARROW_ROW),
            };
            kept.insert(stage, need);
            need.width
        })
    }
}

/// What the words on a stage's cards need beyond what it has in any case, in hidden lanes too.
struct CardWords<'a> {
    title: Measure<'a>,
    detail: Measure<'a>,
}

impl<'a> CardWords<'a> {
    fn new(shaper: &'a Shaper, dress: &Dress) -> Self {
        let around = 2.0 * CELL_MARGIN + dress.cards.text_at + dress.cards.text_end;
        let title = Measure::new(shaper, dress.card_title, FaceStyle::SemiBold, around);
        Self { title, detail: Measure::new(shaper, dress.detail, FaceStyle::Regular, around - 10.0) }
    }

    fn of_stage(&self, map: &Map, stage: StageId, least: f32) -> Need {
        let ids = map.lanes.keys().flat_map(|lane| map.card_ids_in(stage, *lane)).copied();
        self.need(map, ids, Need { width: least, by: None })
    }

    fn need(&self, map: &Map, ids: impl Iterator<Item = TouchpointId>, least: Need) -> Need {
        let cards = ids.filter_map(|id| Some((id, map.touchpoints.get(&id)?)));
        cards.fold(least, |need, (id, card)| {
            let width = self.detail.with(&card.detail, self.title.with(&card.title, need.width));
            if width > need.width { Need { width, by: Some(id) } } else { need }
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::figures::sample;
    use crate::scene::Color;
    use crate::text::TextStyle;

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

    #[test]
    fn a_line_without_spaces_is_as_many_words_as_its_script_has_in_it() {
        let shaper = Shaper::bundled();
        let need = |title: &str| {
            let mut map = sample::map();
            let card = map.touchpoints.values_mut().find(|card| card.stage == StageId(1)).unwrap();
            card.title = title.to_owned();
            Needs::of(&map, &shaper, &Dress::roomy()).of_stage(StageId(1))
        };
        for title in ["หน้าชำระเงินของการทดลองใช้ฟรีสำหรับครอบครัว", "子どもの誕生日を聞かれると家族は申し込みをやめてしまう"]
        {
            assert_eq!(need(title), need("Mail"), "{title}");
        }
    }

    #[test]
    fn what_is_known_of_the_layout_before_gives_the_same_needs_as_all_cards() {
        let (mut map, shaper) = (sample::map(), Shaper::bundled());
        let (mut kept, mut differs) = (KeptNeeds::default(), Differs::default());
        differs.follow(&map, None);
        kept.again(&map, &shaper, &differs);
        let stages: Vec<StageId> = map.stages.keys().copied().collect();
        let cards: Vec<TouchpointId> = map.touchpoints.keys().copied().collect();
        let titles = ["Mail", "Datenschutzgrundverordnung", "Zufriedenheitsbefragungen lesen", "Recommendations"];
        for step in 0..80 {
            let id = cards[step * 5 % cards.len()];
            let mut card = map.touchpoints[&id].clone();
            (card.stage, card.title) = (stages[step * 3 % stages.len()], titles[step * 7 % titles.len()].to_owned());
            let edit = Edit::of(Verb::Move, vec![Change::Touchpoint(id, Some(card))]);
            let touched = map.apply(edit).unwrap().touched;
            differs.follow(&map, Some(&touched));
            let fresh = KeptNeeds::default().again(&map, &shaper, &Differs::everything());
            assert_eq!(kept.again(&map, &shaper, &differs), fresh, "step {step}");
        }
        // Another map of the same stages, of which nothing is known.
        map.touchpoints.values_mut().for_each(|card| card.title = "Recommendations of the neighbourhood".to_owned());
        let fresh = KeptNeeds::default().again(&map, &shaper, &Differs::everything());
        differs.follow(&map, None);
        assert_eq!(kept.again(&map, &shaper, &differs), fresh);
    }
}
