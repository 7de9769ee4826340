//! Which cards stand in which cell, in order: made once of a map, then brought up to date by what an edit touched, so that
//! a large map is not gone through for one card.

use crate::model::{FlagId, FlagTarget, LaneId, Map, RecordRef, StageId, TouchpointId};
use std::collections::{BTreeSet, HashMap, HashSet};

/// The cards of each cell from top to bottom.
#[derive(Debug, Default)]
pub(super) struct CardLists {
    cells: HashMap<(StageId, LaneId), Vec<TouchpointId>>,
    places: HashMap<TouchpointId, (StageId, LaneId)>,
    /// The cards that flags hang on.
    flagged: HashMap<FlagId, TouchpointId>,
    changed: Changed,
}

/// What may look different from the layout before.
#[derive(Debug, Default)]
struct Changed {
    /// Nothing is known of the layout before.
    all: bool,
    cards: HashSet<TouchpointId>,
    cells: HashSet<(StageId, LaneId)>,
}

impl CardLists {
    /// Brings the lists up to date with a map that differs from the one before by what was touched alone; None: by anything.
    pub fn follow(&mut self, map: &Map, touched: Option<&BTreeSet<RecordRef>>) {
        let Some(touched) = touched else {
            *self = Self::of(map);
            return;
        };
        self.changed = Changed::default();
        let mut moved: Vec<TouchpointId> = Vec::new();
        for record in touched {
            if let Ok(card) = TouchpointId::try_from(*record) {
                self.take_out(card);
                moved.push(card);
            } else if let Ok(flag) = FlagId::try_from(*record) {
                let before = self.flagged.remove(&flag);
                let now = map.flags.get(&flag).and_then(|flag| card_of(flag.on));
                self.flagged.extend(now.map(|card| (flag, card)));
                self.changed.cards.extend(before.into_iter().chain(now));
            }
        }
        for card in moved {
            self.put_in(map, card);
        }
        let flagged = self.changed.cards.iter().filter_map(|card| self.places.get(card));
        self.changed.cells.extend(flagged);
    }

    fn of(map: &Map) -> Self {
        let mut cells: HashMap<(StageId, LaneId), Vec<_>> = HashMap::new();
        for (id, card) in &map.touchpoints {
            cells.entry((card.stage, card.lane)).or_default().push((&card.rank, *id));
        }
        let sorted = cells.into_iter().map(|(at, mut cards)| {
            cards.sort_unstable();
            (at, cards.into_iter().map(|(_, id)| id).collect())
        });
        Self {
            cells: sorted.collect(),
            places: map.touchpoints.iter().map(|(id, card)| (*id, (card.stage, card.lane))).collect(),
            flagged: map.flags.iter().filter_map(|(id, flag)| Some((*id, card_of(flag.on)?))).collect(),
            changed: Changed { all: true, ..Changed::default() },
        }
    }

    fn take_out(&mut self, card: TouchpointId) {
        self.changed.cards.insert(card);
        let Some(place) = self.places.remove(&card) else { return };
        self.changed.cells.insert(place);
        if let Some(cards) = self.cells.get_mut(&place) {
            cards.retain(|other| *other != card);
        }
    }

    fn put_in(&mut self, map: &Map, card: TouchpointId) {
        let Some(record) = map.touchpoints.get(&card) else { return };
        let place = (record.stage, record.lane);
        let cards = self.cells.entry(place).or_default();
        let order = (Some(&record.rank), card);
        let at = cards.partition_point(|other| (map.touchpoints.get(other).map(|other| &other.rank), *other) < order);
        cards.insert(at, card);
        self.places.insert(card, place);
        self.changed.cells.insert(place);
    }

    /// A cell's cards from top to bottom.
    pub fn cards_in(&self, stage: StageId, lane: LaneId) -> &[TouchpointId] {
        self.cells.get(&(stage, lane)).map_or(&[], Vec::as_slice)
    }

    /// Whether a card's picture and words may be others than in the layout before.
    pub fn may_differ(&self, card: TouchpointId) -> bool {
        self.changed.all || self.changed.cards.contains(&card)
    }

    /// Whether that holds of a card of a cell, or the cell has others than before.
    pub fn cell_may_differ(&self, stage: StageId, lane: LaneId) -> bool {
        self.changed.all || self.changed.cells.contains(&(stage, lane))
    }
}

fn card_of(target: FlagTarget) -> Option<TouchpointId> {
    match target {
        FlagTarget::Touchpoint(card) => Some(card),
        FlagTarget::Stage(_) => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::figures::sample;
    use crate::model::{Change, Edit, Verb};

    fn is_as_map(lists: &CardLists, map: &Map) {
        for stage in map.stages.keys() {
            for lane in map.lanes.keys() {
                let cards: Vec<TouchpointId> =
                    map.touchpoints_in(*stage, *lane).into_iter().map(|(id, _)| id).collect();
                assert_eq!(lists.cards_in(*stage, *lane), cards);
            }
        }
    }

    #[test]
    fn lists_that_follow_edits_are_those_of_the_map() {
        let mut map = sample::map();
        let mut lists = CardLists::default();
        lists.follow(&map, None);
        is_as_map(&lists, &map);
        let stages: Vec<StageId> = map.stages.keys().copied().collect();
        let cards: Vec<TouchpointId> = map.touchpoints.keys().copied().collect();
        for step in 0..60 {
            // Two cards go to the place of a third, or come to stand beside it.
            let third = map.touchpoints[&cards[step * 7 % cards.len()]].clone();
            let changes = [step % cards.len(), step * 5 % cards.len()].map(|nth| {
                let mut card = map.touchpoints[&cards[nth]].clone();
                (card.stage, card.rank) = (stages[step * 3 % stages.len()], third.rank.clone());
                Change::Touchpoint(cards[nth], Some(card))
            });
            let touched = map.apply(Edit::of(Verb::Move, changes.into())).unwrap().touched;
            lists.follow(&map, Some(&touched));
            is_as_map(&lists, &map);
            let differ = cards.iter().filter(|card| lists.may_differ(**card)).count();
            assert!(differ == touched.len(), "{differ} of {touched:?}");
        }
        assert!(stages.iter().any(|stage| map.lanes.keys().any(|lane| !lists.cell_may_differ(*stage, *lane))));
    }

    #[test]
    fn a_flag_that_moves_is_looked_for_on_both_cards() {
        let mut map = sample::map();
        let mut lists = CardLists::default();
        lists.follow(&map, None);
        let (id, flag) = map.flags.iter().find(|(_, flag)| card_of(flag.on).is_some()).unwrap();
        let (id, mut flag) = (*id, flag.clone());
        let before = card_of(flag.on).unwrap();
        let now = *map.touchpoints.keys().find(|card| **card != before).unwrap();
        flag.on = FlagTarget::Touchpoint(now);
        let touched = map.apply(Edit::of(Verb::Move, vec![Change::Flag(id, Some(flag))])).unwrap().touched;
        lists.follow(&map, Some(&touched));
        let differ: Vec<TouchpointId> =
            map.touchpoints.keys().copied().filter(|card| lists.may_differ(*card)).collect();
        assert_eq!(differ.len(), 2);
        assert!(differ.contains(&before) && differ.contains(&now));
    }
}
