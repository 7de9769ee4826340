//! Touchpoints that go on over several stages: one card each, in rows below the cells of its lane.

use super::place::Column;
use crate::model::{LaneId, Map, StageId, TouchpointId};
use std::collections::{BTreeMap, HashMap, HashSet};

/// A card that goes on over several stages, as far as they are shown here.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Span {
    pub id: TouchpointId,
    /// The first and the last of its columns, by their places among those that are shown.
    pub first: usize,
    pub last: usize,
    /// The row in which it stands; in each those that stand there overlap nowhere.
    pub row: usize,
}

/// The cards that go on over several stages.
#[derive(Debug, Default)]
pub(super) struct Spans {
    lanes: BTreeMap<LaneId, Vec<Span>>,
    ids: HashSet<TouchpointId>,
    /// The cells with a card that names a last stage, whether it comes after its own or not.
    cells: HashSet<(StageId, LaneId)>,
}

impl Spans {
    /// Those that so many stages from one on show.
    pub fn of(map: &Map, begins: usize, count: usize) -> Self {
        let lanes = all(map, begins, count);
        let ids = lanes.values().flatten().map(|span| span.id).collect();
        let named = map.touchpoints.values().filter(|card| card.until.is_some());
        Self { lanes, ids, cells: named.map(|card| (card.stage, card.lane)).collect() }
    }

    /// Of a lane, from left to right.
    pub fn in_lane(&self, lane: LaneId) -> &[Span] {
        self.lanes.get(&lane).map_or(&[], Vec::as_slice)
    }

    pub fn has(&self, id: TouchpointId) -> bool {
        self.ids.contains(&id)
    }

    /// Whether what a cell shows depends on the order of other stages.
    pub fn may_change(&self, stage: StageId, lane: LaneId) -> bool {
        self.cells.contains(&(stage, lane))
    }
}

/// The spans of every lane, from left to right, as far as so many stages from one on show them.
fn all(map: &Map, begins: usize, count: usize) -> BTreeMap<LaneId, Vec<Span>> {
    let mut lanes: BTreeMap<LaneId, Vec<Span>> = BTreeMap::new();
    let cards: Vec<_> = map.touchpoints.iter().filter(|(_, card)| card.until.is_some()).collect();
    if cards.is_empty() {
        return lanes;
    }
    let order: HashMap<StageId, usize> =
        map.stages_in_order().into_iter().enumerate().map(|(nth, (id, _))| (id, nth)).collect();
    let shown = begins..begins + count;
    let is_folded = |stage: StageId| map.stages.get(&stage).is_some_and(|stage| stage.folded);
    for (id, card) in cards {
        let Some(end) = map.end_of(card).filter(|_| !is_folded(card.stage)) else { continue };
        let Some((from, to)) = order.get(&card.stage).zip(order.get(&end)) else { continue };
        let (first, last) = ((*from).max(shown.start), (*to + 1).min(shown.end));
        if first < last {
            let span = Span { id: *id, first: first - begins, last: last - 1 - begins, row: 0 };
            lanes.entry(card.lane).or_default().push(span);
        }
    }
    for spans in lanes.values_mut() {
        let rank = |span: &Span| map.touchpoints.get(&span.id).map(|card| (card.stage, card.rank.clone()));
        spans.sort_by_cached_key(|span| (span.first, rank(span), span.id));
        // Each goes into the first row that is free from its first stage on.
        let mut ends: Vec<usize> = Vec::new();
        for span in spans {
            let free = ends.iter().position(|end| *end < span.first);
            span.row = free.unwrap_or(ends.len());
            match ends.get_mut(span.row) {
                Some(end) => *end = span.last,
                None => ends.push(span.last),
            }
        }
    }
    lanes
}

impl Span {
    /// Where it begins and how wide it is.
    pub fn across(&self, columns: &[Column]) -> Option<(f32, f32)> {
        let (first, last) = columns.get(self.first).zip(columns.get(self.last))?;
        let (x, _) = first.inner();
        let (end_x, end_width) = last.inner();
        Some((x, end_x + end_width - x))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::figures::sample;
    use crate::layout::{Lens, arrange_board};
    use crate::scene::{Kind, Rect, Tag};
    use crate::text::Shaper;
    use crate::theme::Theme;

    /// The sample with the first card of each of some stages going on over so many more.
    fn spanned(over: &[(usize, usize)]) -> (Map, Vec<TouchpointId>) {
        let mut map = sample::map().to_tables();
        let stages: Vec<StageId> = map.stages_in_order().into_iter().map(|(id, _)| id).collect();
        let mut cards = Vec::new();
        for (stage, more) in over {
            let (id, _) = map.touchpoints_of(stages[*stage])[0];
            map.touchpoints.get_mut(&id).unwrap().until = stages.get(stage + more).copied();
            cards.push(id);
        }
        (Map::new(map).unwrap(), cards)
    }

    #[test]
    fn a_card_that_goes_on_is_one_card_below_those_of_all_its_stages() {
        let (map, cards) = spanned(&[(0, 1), (1, 2), (3, 1)]);
        let board = arrange_board(&map, &Lens::default(), &Theme::light(), &Shaper::bundled(), 1136.0);
        let rect = |id: TouchpointId| board.rect_of(Tag::new(Kind::Touchpoint, id.0)).unwrap();
        let long: Vec<Rect> = cards.iter().map(|card| rect(*card)).collect();
        for ((first, last), rect) in [(0, 1), (1, 3), (3, 4)].into_iter().zip(&long) {
            let (first, last) = (board.columns[first], board.columns[last]);
            assert!((rect.x - first.x - 10.0).abs() < 0.01);
            assert!((rect.right() - (last.x + last.width - 10.0)).abs() < 0.01, "{rect:?} {last:?}");
        }
        assert!(long[0].y == long[2].y && long[1].y > long[0].bottom(), "a row is used again where it is free");
        let others = map.touchpoints.keys().filter(|id| !cards.contains(id)).map(|id| rect(*id));
        assert!(others.map(|rect| rect.bottom()).fold(0.0, f32::max) < long[0].y);
        let part = board.parts().find(Tag::new(Kind::Touchpoint, cards[1].0)).unwrap();
        assert!(part.label().contains(&map.stages_in_order()[3].1.name), "it is said how far it goes on");
    }

    #[test]
    fn a_stage_that_does_not_come_after_its_own_is_no_end() {
        let (map, cards) = spanned(&[(2, 0)]);
        let mut tables = map.to_tables();
        tables.touchpoints.get_mut(&cards[0]).unwrap().until = Some(map.stages_in_order()[0].0);
        let back = Map::new(tables).unwrap();
        assert!(all(&map, 0, 5).values().all(Vec::is_empty) && all(&back, 0, 5).values().all(Vec::is_empty));
        assert_eq!(back.end_of(&back.touchpoints[&cards[0]]), None);
    }

    #[test]
    fn a_band_of_stages_shows_its_part_of_a_card_that_goes_on() {
        let (map, cards) = spanned(&[(1, 2)]);
        let lane = map.lane_of(crate::model::LaneKind::Touchpoints).unwrap();
        let seen = |begins, count| all(&map, begins, count).get(&lane).cloned().unwrap_or_default();
        let span = |first, last| vec![Span { id: cards[0], first, last, row: 0 }];
        assert_eq!(seen(0, 5), span(1, 3));
        assert_eq!((seen(0, 3), seen(3, 2)), (span(1, 2), span(0, 0)));
        assert!(seen(4, 1).is_empty());
    }
}
