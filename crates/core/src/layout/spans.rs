//! Touchpoints that go on over several stages: one card each, in rows below the cells of its lane.

use super::place::Column;
use crate::model::{LaneId, Map, StageId, TouchpointId};
use std::collections::{BTreeMap, BTreeSet, HashMap};

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

/// The cards of a map that go on over several stages.
#[derive(Debug, Default)]
pub(super) struct Spans {
    /// Of every lane, from left to right.
    lanes: BTreeMap<LaneId, Vec<Span>>,
    of_cards: HashMap<TouchpointId, Span>,
    /// By the cell in which they begin.
    cells: HashMap<(StageId, LaneId), Begun>,
}

/// The cards of a cell that say that they go on.
#[derive(Debug, Default, PartialEq, Eq)]
struct Begun {
    /// Those that do, by their numbers.
    long: Vec<TouchpointId>,
    /// Whether others stand in the cell as if they did not, since there is no stage to go on to.
    has_short: bool,
}

impl Spans {
    /// Those of the cards that say that they go on, of all lanes, as far as so many stages from one on show them.
    pub fn of(map: &Map, long: Vec<TouchpointId>, begins: usize, count: usize) -> Self {
        let mut spans = Self::default();
        let cards: Vec<_> = long.into_iter().filter_map(|id| Some((id, map.touchpoints.get(&id)?))).collect();
        if cards.is_empty() {
            return spans;
        }
        let order: HashMap<StageId, usize> =
            map.stages_in_order().into_iter().enumerate().map(|(nth, (id, _))| (id, nth)).collect();
        let shown = begins..begins + count;
        let is_folded = |stage: StageId| map.stages.get(&stage).is_some_and(|stage| stage.folded);
        for (id, card) in cards {
            let across = map.end_of(card).filter(|_| !is_folded(card.stage)).and_then(|end| {
                let (from, to) = order.get(&card.stage).zip(order.get(&end))?;
                let (first, last) = ((*from).max(shown.start), (*to + 1).min(shown.end));
                (first < last).then(|| (first - begins, last - 1 - begins))
            });
            let begun = spans.cells.entry((card.stage, card.lane)).or_default();
            match across {
                Some((first, last)) => {
                    begun.long.push(id);
                    spans.lanes.entry(card.lane).or_default().push(Span { id, first, last, row: 0 });
                }
                None => begun.has_short = true,
            }
        }
        for lane in spans.lanes.values_mut() {
            let rank = |span: &Span| map.touchpoints.get(&span.id).map(|card| (card.stage, card.rank.clone()));
            lane.sort_by_cached_key(|span| (span.first, rank(span), span.id));
            into_rows(lane);
        }
        spans.of_cards = spans.lanes.values().flatten().map(|span| (span.id, *span)).collect();
        spans
    }

    pub fn in_lane(&self, lane: LaneId) -> &[Span] {
        self.lanes.get(&lane).map_or(&[], Vec::as_slice)
    }

    pub fn of_card(&self, id: TouchpointId) -> Option<Span> {
        self.of_cards.get(&id).copied()
    }

    /// The cards of a cell that go on over several stages, by their numbers.
    pub fn begun_in(&self, stage: StageId, lane: LaneId) -> &[TouchpointId] {
        self.cells.get(&(stage, lane)).map_or(&[], |begun| begun.long.as_slice())
    }

    /// Whether the same cards go on over the same stages in the same rows.
    pub fn lie_as(&self, other: &Spans) -> bool {
        self.lanes == other.lanes
    }

    /// Whether a cell of which no card changed holds the same ones as in the layout before, and they look the same.
    pub fn leave_as_before(&self, before: &Spans, stage: StageId, lane: LaneId) -> bool {
        let (now, before) = (self.cells.get(&(stage, lane)), before.cells.get(&(stage, lane)));
        // One that goes on to a stage and is not shown so tells of that stage, which may have another name now.
        now == before && now.is_none_or(|begun| !begun.has_short)
    }
}

/// Puts each of a lane's spans into the first row that is free from its first stage on: as they come from left to right, a row
/// that has become free stays so until it is taken.
fn into_rows(lane: &mut [Span]) {
    let (mut rows, mut free, mut taken) = (0, BTreeSet::new(), BTreeSet::new());
    for span in lane {
        while let Some((end, row)) = taken.pop_first() {
            if end >= span.first {
                taken.insert((end, row));
                break;
            }
            free.insert(row);
        }
        span.row = free.pop_first().unwrap_or(rows);
        rows = rows.max(span.row + 1);
        taken.insert((span.last, span.row));
    }
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
    use crate::layout::differs::Differs;
    use crate::layout::{Lens, arrange_board};
    use crate::model::{Connector, ConnectorId, ConnectorKind, Stage};
    use crate::scene::{Item, Kind, PathSegment, Point, Rect, Tag};
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
        let none = |map: &Map| Spans::of(map, Differs::everything().long(map), 0, 5).of_cards.is_empty();
        assert!(none(&map) && none(&back));
        assert_eq!(back.end_of(&back.touchpoints[&cards[0]]), None);
    }

    #[test]
    fn a_band_of_stages_shows_its_part_of_a_card_that_goes_on() {
        let (map, cards) = spanned(&[(1, 2)]);
        let lane = map.lane_of(crate::model::LaneKind::Touchpoints).unwrap();
        let seen =
            |begins, count| Spans::of(&map, Differs::everything().long(&map), begins, count).in_lane(lane).to_vec();
        let span = |first, last| vec![Span { id: cards[0], first, last, row: 0 }];
        assert_eq!(seen(0, 5), span(1, 3));
        assert_eq!((seen(0, 3), seen(3, 2)), (span(1, 2), span(0, 0)));
        assert!(seen(4, 1).is_empty());
    }

    #[test]
    fn no_two_cards_of_a_row_overlap_and_each_stands_as_high_as_it_can() {
        let mut lane: Vec<Span> = (0..400_usize)
            .map(|nth| (nth * 7 % 60, nth * 13 % 9))
            .map(|(first, more)| Span { id: TouchpointId(1), first, last: first + more, row: 0 })
            .collect();
        lane.sort_by_key(|span| span.first);
        into_rows(&mut lane);
        for (nth, span) in lane.iter().enumerate() {
            let before = &lane[..nth];
            let is_taken = |row| before.iter().any(|other| other.row == row && other.last >= span.first);
            assert!(!is_taken(span.row) && (0..span.row).all(is_taken), "{span:?}");
        }
    }

    #[test]
    fn a_line_is_not_drawn_over_a_card_that_goes_on_not_even_over_one_from_which_it_leaves() {
        let (map, cards) = spanned(&[(1, 2)]);
        let mut tables = map.to_tables();
        let first = |stage: &(StageId, &Stage)| map.touchpoints_of(stage.0)[0].0;
        let firsts: Vec<TouchpointId> = map.stages_in_order().iter().map(first).collect();
        assert_eq!(firsts[1], cards[0]);
        // From it and to it, from one of its stages and past it.
        let pairs = [(1, 2), (1, 3), (3, 1), (0, 2)];
        let ways = pairs.map(|(from, to)| (firsts[from], firsts[to]));
        let way = |from, to| Connector { from, to, kind: ConnectorKind::Next, label: String::new() };
        tables.connectors = (0..).map(ConnectorId).zip(ways.map(|(from, to)| way(from, to))).collect();
        let map = Map::new(tables).unwrap();
        let board = arrange_board(&map, &Lens::default(), &Theme::light(), &Shaper::bundled(), 1136.0);
        let card = board.rect_of(Tag::new(Kind::Touchpoint, cards[0].0)).unwrap().shrink(0.5);
        let mut count = 0;
        for nth in 0..pairs.len() as u64 {
            let line = board.parts().find(Tag::new(Kind::Connector, nth)).unwrap();
            let Some(Item::Path(path)) = line.tagged.items.first() else { panic!("no line") };
            let mut at = Point::new(0.0, 0.0);
            for segment in &path.segments {
                let to = match segment {
                    PathSegment::Move(to) | PathSegment::Line(to) | PathSegment::Cubic(_, _, to) => *to,
                    PathSegment::Close => continue,
                };
                if matches!(segment, PathSegment::Line(_)) {
                    let piece = Rect::new(at.x.min(to.x), at.y.min(to.y), (to.x - at.x).abs(), (to.y - at.y).abs());
                    assert!(!piece.shrink(-0.01).overlaps(&card), "{nth}: {piece:?} over {card:?}");
                    count += 1;
                }
                at = to;
            }
        }
        assert!(count > pairs.len());
    }
}
