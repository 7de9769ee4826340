//! How wide each stage is: what a person set, the rest spread over the width there is.

use super::dress::Dress;
use super::longest::Needs;
use super::place::{BETWEEN_STEPS, CELL_MARGIN, Column, LABEL_WIDTH, NARROW, NARROW_ROW, STRIP};
use super::steps::has_loose;
use super::wide::{fullest, is_crowd};
use crate::model::{Map, Stage, StageId};
use std::collections::HashMap;

/// A stage's width where nobody set one and nothing pulls.
pub(super) const USUAL: f32 = 204.0;
/// Stages are not pulled wider than this on screen.
const WIDEST: f32 = 360.0;

/// A stage with more cards than this in a cell is wide enough for two side by side, with more than the other for three, where
/// nobody set its width: a block, not a tower.
const CROWDED: [(usize, f32); 2] = [(18, 460.0), (6, 304.0)];

/// Of the cards side by side in such a stage, the widest that a long word makes them; one that needs more has a row of its own.
const WIDEST_CARD: f32 = 190.0;

/// A step that stands beside others is so wide at least where nobody set the stage's width.
const STEP: f32 = 138.5;
/// A stage is made wider for so many steps.
const WIDENED: usize = 8;

/// How to fill a width.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Fill {
    /// What a stage takes where nobody set a width.
    pub usual: f32,
    /// The board is to be at least this wide.
    pub min_width: f32,
    /// Nobody's stage is pulled past this.
    pub widest: f32,
    /// Whether stages with a width of their own are pulled as well, as on paper.
    pub pull_all: bool,
}

impl Fill {
    /// The editor's: stages fill a view of `min_width` where they can be pulled or narrowed that far.
    pub(super) fn view(map: &Map, needs: &Needs, min_width: f32) -> Self {
        // What a person or a stage's cards ask for is not narrowed.
        let steps = steps_ask(map);
        let asks = |id: StageId| {
            let need = needs.of_stage(id);
            crowded(map, needs, &steps, id).max(if need > NARROW { need } else { 0.0 })
        };
        let asked = map.stages.iter().map(|(id, stage)| set_width(stage).unwrap_or_else(|| asks(*id)));
        let asked: Vec<f32> = asked.collect();
        let free = asked.iter().filter(|width| **width == 0.0).count();
        let share = (min_width - LABEL_WIDTH - asked.iter().sum::<f32>()) / free.max(1) as f32;
        let usual = if min_width > 0.0 { share.clamp(NARROW, USUAL) } else { USUAL };
        Self { usual, min_width, widest: WIDEST, pull_all: false }
    }
}

/// How wide the stages with steps are where nobody set it, so that they stand side by side.
fn steps_ask(map: &Map) -> HashMap<StageId, f32> {
    let mut steps: HashMap<StageId, usize> = HashMap::new();
    for step in map.steps.values() {
        *steps.entry(step.stage).or_default() += 1;
    }
    let width = |(stage, count): (StageId, usize)| {
        let count = (count + usize::from(has_loose(map, stage))).min(WIDENED) as f32;
        (stage, count * STEP + (count - 1.0) * BETWEEN_STEPS + 2.0 * CELL_MARGIN)
    };
    steps.into_iter().map(width).collect()
}

/// The width that a stage's steps ask for, or its fullest cell of cards, more of it where they have long words; 0 for a usual
/// one.
fn crowded(map: &Map, needs: &Needs, steps: &HashMap<StageId, f32>, stage: StageId) -> f32 {
    if let Some(width) = steps.get(&stage) {
        return *width;
    }
    let most = fullest(map, stage);
    let Some((nth, (_, width))) = CROWDED.iter().enumerate().find(|(_, (cards, _))| most > *cards) else { return 0.0 };
    let need = if is_crowd(map, stage) { NARROW_ROW } else { needs.of_stage(stage).max(NARROW_ROW) };
    let across = (CROWDED.len() + 1 - nth) as f32;
    let card = (need - 2.0 * CELL_MARGIN).min(WIDEST_CARD);
    width.max(card * across + Dress::roomy().cards.gap * (across - 1.0) + 2.0 * CELL_MARGIN)
}

/// How wide a person wants a stage: as it was set, or, where it is folded, a strip.
fn set_width(stage: &Stage) -> Option<f32> {
    if stage.folded { Some(STRIP) } else { stage.width.map(f32::from) }
}

/// How wide a stage is to be on a page.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Wanted {
    pub column: Column,
    pub least: f32,
    pub usual: f32,
}

/// Stages of a page, each as wide as it has to be and as it usually is.
pub(super) fn wanted(map: &Map, needs: &Needs, dress: &Dress) -> Vec<Wanted> {
    let stages = map.stages_in_order().into_iter().enumerate();
    let steps = steps_ask(map);
    let wanted = |(nth, (id, stage)): (usize, (StageId, &Stage))| {
        let hue = stage.color.map_or(nth, usize::from);
        let column = Column { stage: id, hue, x: 0.0, width: 0.0 };
        let usual = set_width(stage).unwrap_or_else(|| USUAL.max(crowded(map, needs, &steps, id)));
        let least = if stage.folded { STRIP } else { dress.column_least.max(needs.of_stage(id)) };
        Wanted { column, least, usual }
    };
    stages.map(wanted).collect()
}

/// The stages' columns from left to right, and the board's width.
pub(super) fn columns(map: &Map, needs: &Needs, fill: Fill) -> (Vec<Column>, f32) {
    let stages = map.stages_in_order();
    let steps = steps_ask(map);
    let mut widths: Vec<(f32, bool)> = stages
        .iter()
        .map(|(id, stage)| match set_width(stage) {
            Some(width) => (width, fill.pull_all && !stage.folded),
            None => (fill.usual.max(crowded(map, needs, &steps, *id)).max(needs.of_stage(*id)), true),
        })
        .collect();
    pull(&mut widths, fill.min_width - LABEL_WIDTH, fill.widest);
    let mut x = LABEL_WIDTH;
    let columns = stages
        .into_iter()
        .zip(widths)
        .enumerate()
        .map(|(nth, ((id, stage), (width, _)))| {
            let column = Column { stage: id, hue: stage.color.map_or(nth, usize::from), x, width };
            x += width;
            column
        })
        .collect();
    (columns, x.max(LABEL_WIDTH + USUAL))
}

/// Widens what may be widened, each in proportion, until the sum is `wanted` or every one is at its widest.
fn pull(widths: &mut [(f32, bool)], wanted: f32, widest: f32) {
    // Each round either reaches the sum or takes at least one column out of the play.
    for _ in 0..=widths.len() {
        let missing = wanted - widths.iter().map(|(width, _)| width).sum::<f32>();
        let free: f32 = widths.iter().filter(|(width, free)| *free && *width < widest).map(|(width, _)| width).sum();
        if missing < 0.01 || free <= 0.0 {
            return;
        }
        let factor = 1.0 + missing / free;
        for (width, _) in widths.iter_mut().filter(|(width, free)| *free && *width < widest) {
            *width = (*width * factor).min(widest);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn free_columns_share_what_is_missing() {
        let mut widths = [(200.0, true), (140.0, false), (200.0, true)];
        pull(&mut widths, 700.0, 360.0);
        assert_eq!(widths.map(|(width, _)| width.round()), [280.0, 140.0, 280.0]);
        pull(&mut widths, 5000.0, 360.0);
        assert_eq!(widths.map(|(width, _)| width.round()), [360.0, 140.0, 360.0]);
    }

    #[test]
    fn stages_give_way_in_a_narrow_view_as_far_as_they_stay_readable() {
        let map = crate::figures::sample::map();
        let width_in =
            |view: f32| columns(&map, &Needs::default(), Fill::view(&map, &Needs::default(), view)).1.round();
        assert_eq!(width_in(1100.0), 1100.0);
        assert_eq!(width_in(600.0), LABEL_WIDTH + 5.0 * NARROW);
        assert_eq!(width_in(0.0), LABEL_WIDTH + 5.0 * USUAL);
        assert_eq!(width_in(1500.0), 1500.0);
    }

    #[test]
    fn a_long_word_makes_a_block_of_cards_wider_and_not_a_crowd() {
        let width = |cards: usize, title: &str| {
            let mut map = crate::figures::sample::map().to_tables();
            let (stage, mut card) = map.touchpoints.values().next().map(|card| (card.stage, card.clone())).unwrap();
            map.touchpoints.retain(|_, card| card.stage != stage);
            map.stages.values_mut().for_each(|stage| (stage.width, stage.estimate) = (None, None));
            for (nth, rank) in (0..).zip(crate::model::Rank::spread(cards)) {
                card.title = if nth == 0 { title.to_owned() } else { format!("Mail {nth}") };
                card.rank = rank;
                map.touchpoints.insert(crate::model::TouchpointId(9_000 + nth), card.clone());
            }
            map.flags.clear();
            map.actions.clear();
            map.pain_points.clear();
            let map = Map::new(map).unwrap();
            let needs = Needs::of(&map, &crate::text::Shaper::bundled(), &Dress::roomy());
            crowded(&map, &needs, &HashMap::new(), stage)
        };
        let word = "Recommendations of the Datenschutzgrundverordnung";
        assert!(width(30, word) > width(30, "Mail"));
        assert_eq!(width(200, word), width(200, "Mail"));
    }

    #[test]
    fn what_is_wide_enough_stays() {
        let mut widths = [(200.0, true), (140.0, false)];
        pull(&mut widths, 100.0, 360.0);
        assert_eq!(widths, [(200.0, true), (140.0, false)]);
    }
}
