//! Which cards stand in which cell of the board, in order: made once of a map, then brought up to date by each edit, so
//! that a large map is not gone through for one cell.

use super::{Change, LaneId, StageId, Tables, Touchpoint, TouchpointId};
use std::collections::{BTreeSet, HashMap};

/// An edit of more cards than these makes the lists anew when they are next asked for, which is then the quicker way.
const FOLLOWED_AT_MOST: usize = 100;

/// The cards of each cell from top to bottom; a cell without cards may be missing.
#[derive(Clone, Debug, Default)]
pub(super) struct Cells {
    cards: HashMap<(StageId, LaneId), Vec<TouchpointId>>,
}

impl Cells {
    pub fn of(tables: &Tables) -> Self {
        let mut cells: HashMap<(StageId, LaneId), Vec<_>> = HashMap::new();
        for (id, card) in &tables.touchpoints {
            cells.entry((card.stage, card.lane)).or_default().push((&card.rank, *id));
        }
        let sorted = cells.into_iter().map(|(cell, mut cards)| {
            cards.sort_unstable();
            (cell, cards.into_iter().map(|(_, id)| id).collect())
        });
        Self { cards: sorted.collect() }
    }

    /// A cell's cards from top to bottom.
    pub fn cards_in(&self, stage: StageId, lane: LaneId) -> &[TouchpointId] {
        self.cards.get(&(stage, lane)).map_or(&[], Vec::as_slice)
    }

    /// Brings the lists up to date with tables on which the changes were made that `inverse` takes back. False, and the
    /// lists are of no use, when that would be a long way round.
    #[must_use]
    pub fn follow(&mut self, tables: &Tables, inverse: &[Change]) -> bool {
        let moved: BTreeSet<TouchpointId> =
            inverse.iter().filter_map(|change| TouchpointId::try_from(change.at()).ok()).collect();
        if moved.len() > FOLLOWED_AT_MOST {
            return false;
        }
        // A record that was changed twice is named with both places; it stands in one of them.
        for change in inverse {
            if let Change::Touchpoint(id, Some(before)) = change
                && let Some(cards) = self.cards.get_mut(&(before.stage, before.lane))
            {
                cards.retain(|other| other != id);
            }
        }
        for id in moved {
            if let Some(card) = tables.touchpoints.get(&id) {
                self.put_in(tables, id, card);
            }
        }
        true
    }

    fn put_in(&mut self, tables: &Tables, id: TouchpointId, card: &Touchpoint) {
        let cards = self.cards.entry((card.stage, card.lane)).or_default();
        let order = (Some(&card.rank), id);
        let rank_of = |other: &TouchpointId| tables.touchpoints.get(other).map(|other| &other.rank);
        let place = cards.partition_point(|other| (rank_of(other), *other) < order);
        cards.insert(place, id);
    }
}

#[cfg(test)]
mod tests {
    use crate::model::*;

    /// The lists of a map's cells are as its tables have them.
    fn assert_in_order(map: &Map) {
        for stage in map.stages.keys() {
            for lane in map.lanes.keys() {
                assert_eq!(map.touchpoints_in(*stage, *lane), map.to_tables().touchpoints_in(*stage, *lane));
            }
        }
    }

    /// Two stages and a lane with so many cards, under the numbers that follow.
    fn map(cards: u64) -> (Map, [StageId; 2], LaneId) {
        let (stages, lane) = ([StageId(1), StageId(2)], LaneId(3));
        let mut changes = vec![
            Change::Stage(stages[0], Some(Stage::new(Rank::middle(), "Hears"))),
            Change::Stage(stages[1], Some(Stage::new(Rank::middle(), "Comes"))),
            Change::Lane(lane, Some(Lane::new(Rank::middle(), LaneKind::Touchpoints))),
        ];
        for (id, rank) in (10..).zip(Rank::spread(cards as usize)) {
            let card = Touchpoint::new(stages[0], lane, rank, format!("Card {id}"), Channel::Email);
            changes.push(Change::Touchpoint(TouchpointId(id), Some(card)));
        }
        let mut map = Map::default();
        map.apply(Edit::of(Verb::Add, changes)).unwrap();
        (map, stages, lane)
    }

    #[test]
    fn cells_follow_cards_that_change_places_in_one_edit_and_back() {
        let (mut map, stages, lane) = map(5);
        assert_in_order(&map);
        let (first, last) = (map.touchpoints[&TouchpointId(10)].clone(), map.touchpoints[&TouchpointId(14)].clone());
        let changes = vec![
            Change::Touchpoint(TouchpointId(10), Some(Touchpoint { stage: stages[1], ..first.clone() })),
            Change::Touchpoint(TouchpointId(10), Some(Touchpoint { rank: last.rank.clone(), ..first.clone() })),
            Change::Touchpoint(TouchpointId(14), Some(Touchpoint { rank: first.rank, ..last })),
            Change::Touchpoint(TouchpointId(12), None),
        ];
        let inverse = map.apply(Edit::of(Verb::Move, changes)).unwrap().inverse;
        assert_in_order(&map);
        let order: Vec<u64> = map.touchpoints_in(stages[0], lane).into_iter().map(|(id, _)| id.0).collect();
        assert_eq!(order, [14, 11, 13, 10]);
        map.apply(inverse).unwrap();
        assert_in_order(&map);
    }

    #[test]
    fn cells_follow_an_edit_of_many_cards_and_pass_over_a_refused_one() {
        let (mut map, stages, lane) = map(300);
        assert_in_order(&map);
        let moved = |(id, card): (&TouchpointId, &Touchpoint)| {
            Change::Touchpoint(*id, Some(Touchpoint { stage: stages[1], ..card.clone() }))
        };
        let changes: Vec<Change> = map.touchpoints.iter().map(moved).collect();
        let inverse = map.apply(Edit::of(Verb::Move, changes.clone())).unwrap().inverse;
        assert_in_order(&map);
        assert_eq!(map.touchpoints_in(stages[1], lane).len(), 300);
        map.apply(inverse).unwrap();
        let refused = changes.into_iter().take(3).chain([Change::Lane(lane, None)]).collect();
        map.apply(Edit::of(Verb::Delete, refused)).unwrap_err();
        assert_in_order(&map);
        assert_eq!(map.touchpoints_in(stages[0], lane).len(), 300);
    }
}
