//! Which records stand in which list, in order: made once of all, then brought up to date by each edit, so that a large map
//! is not gone through for one cell.

use std::collections::{BTreeSet, HashMap};
use std::hash::Hash;

/// An edit of more records than these makes the lists anew when they are next asked for, which is then the quicker way.
const FOLLOWED_AT_MOST: usize = 100;

/// The records of each place, such as the cards of a cell, in order; a place without records may be missing.
#[derive(Clone, Debug)]
pub(super) struct InOrder<Place, Id> {
    lists: HashMap<Place, Vec<Id>>,
}

impl<Place: Copy + Eq + Hash, Id: Copy + Ord> InOrder<Place, Id> {
    /// Of all records with their places and what orders them there; records of one order stand in that of their ids.
    pub fn of<Order: Ord>(records: impl Iterator<Item = (Id, Place, Order)>) -> Self {
        let mut lists: HashMap<Place, Vec<(Order, Id)>> = HashMap::new();
        for (id, place, order) in records {
            lists.entry(place).or_default().push((order, id));
        }
        let sorted = lists.into_iter().map(|(place, mut list)| {
            list.sort_unstable();
            (place, list.into_iter().map(|(_, id)| id).collect())
        });
        Self { lists: sorted.collect() }
    }

    pub fn at(&self, place: Place) -> &[Id] {
        self.lists.get(&place).map_or(&[], Vec::as_slice)
    }

    /// Brings the lists up to date with an edit: `before` has each record that it touched, with the places at which it
    /// stood, and `now` tells where one stands and what orders it there. False, and the lists are of no use, when that
    /// would be a long way round.
    #[must_use]
    pub fn follow<Order: Ord>(
        &mut self,
        before: &[(Id, Option<Place>)],
        now: impl Fn(Id) -> Option<(Place, Order)>,
    ) -> bool {
        let moved: BTreeSet<Id> = before.iter().map(|(id, _)| *id).collect();
        if moved.len() > FOLLOWED_AT_MOST {
            return false;
        }
        // A record that was changed twice is named with both places; it stands in one of them.
        for (id, place) in before {
            if let Some(list) = place.and_then(|place| self.lists.get_mut(&place)) {
                list.retain(|other| other != id);
            }
        }
        for id in moved {
            let Some((place, order)) = now(id) else { continue };
            let list = self.lists.entry(place).or_default();
            let order = (Some(order), id);
            let at = list.partition_point(|other| (now(*other).map(|(_, order)| order), *other) < order);
            list.insert(at, id);
        }
        true
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
