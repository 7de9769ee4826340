//! A band that goes on over several pages: its lanes from top to bottom, and a lane that is higher than a page from one page to
//! the next, each part under the headers of its stages.
//!
//! A record is never cut. What runs through all stages (the curve, the river) is not either: where it is higher than a page, the
//! page is made of it alone.

use touchline_words::say;

use super::Lens;
use super::board::{Built, Stack, assembled, height_of, lane_title, lanes_shown, row, strip};
use super::context::{Context, Strip, Uses};
use super::differs::Differs;
use super::geometry::RowSpan;
use super::header;
use super::kept::BoardCache;
use super::pen;
use super::place::Plan;
use crate::model::{Holds, Lane, LaneId, Map};
use crate::scene::{Group, Item, Point, Rect, Transform};
use crate::text::{Shaper, in_language};
use crate::theme::Theme;
use std::collections::VecDeque;
use std::sync::Arc;

/// A lane that is higher than a page begins on one that has so much of its height left.
const WORTH_BEGINNING: f32 = 0.4;

/// A band in parts, none of them higher than a page's room where that can be, in units of the board.
pub(super) fn in_parts(map: &Map, lens: &Lens, theme: &Theme, shaper: &Shaper, plan: Plan, full: f32) -> Vec<Built> {
    in_language(&map.meta.language, || {
        shaper.make_room(map.len());
        let context = Context::new(map, lens, theme, shaper, plan, (Differs::everything(), Arc::default()));
        let mut kept = BoardCache::default();
        kept.begin(theme, context.segment, &map.meta.language);
        let mut flow = Flow::new(&context, full);
        for (id, lane) in lanes_shown(&context) {
            flow.lane(id, lane, &mut kept);
        }
        flow.close();
        let notes = |nth| nth == 0 && context.notes;
        let parts = flow.parts.into_iter().enumerate();
        parts.map(|(nth, part)| assembled(&context, part, &mut kept, notes(nth))).collect()
    })
}

/// Some lanes of a band, each so much higher than what it holds; a chart's plan has it higher already.
pub(super) fn part(map: &Map, lens: &Lens, theme: &Theme, shaper: &Shaper, plan: Plan, of: &Part) -> Built {
    in_language(&map.meta.language, || {
        let air = plan.air;
        let context = Context::new(map, lens, theme, shaper, plan, (Differs::everything(), Arc::default()));
        let mut kept = BoardCache::default();
        kept.begin(theme, context.segment, &map.meta.language);
        let mut flow = Flow { air, ..Flow::new(&context, f32::INFINITY) };
        for (id, lane) in lanes_shown(&context).into_iter().filter(|(id, _)| of.lanes.contains(id)) {
            flow.lane(id, lane, &mut kept);
        }
        assembled(&context, flow.open, &mut kept, of.is_first && context.notes)
    })
}

/// Which part of a band.
pub(super) struct Part {
    pub lanes: Vec<LaneId>,
    pub is_first: bool,
}

struct Flow<'c, 'm> {
    context: &'c Context<'m>,
    /// Height of the room on a page.
    room: f32,
    /// How much higher each lane is than what it holds.
    air: f32,
    open: Stack,
    /// The names under which the lanes stand, which each part repeats.
    panel_top: f32,
    parts: Vec<Stack>,
}

impl<'c, 'm> Flow<'c, 'm> {
    fn new(context: &'c Context<'m>, room: f32) -> Self {
        let mut flow = Self { context, room, air: 0.0, open: Stack::default(), panel_top: 0.0, parts: Vec::new() };
        flow.begin();
        flow
    }

    fn begin(&mut self) {
        let header::Headers { items: headers, height: header_height, loops: _, names: _ } = header::lay(self.context);
        self.panel_top = header_height + self.context.dress.header.below;
        self.open = Stack { headers, header_height, bottom: self.panel_top, ..Stack::default() };
    }

    /// Ends a part; the next one has a page of its own.
    fn turn(&mut self) {
        self.close();
        self.begin();
    }

    fn close(&mut self) {
        let open = std::mem::take(&mut self.open);
        if !open.rows.is_empty() || self.parts.is_empty() {
            self.parts.push(open);
        }
    }

    fn is_empty(&self) -> bool {
        self.open.rows.is_empty()
    }

    fn lane(&mut self, id: LaneId, lane: &Lane, kept: &mut BoardCache) {
        let laid = strip(self.context, id, lane, self.open.bottom, kept);
        if laid.height <= 0.0 {
            return;
        }
        let height = self.height_of(id, lane, &laid);
        if height <= self.room - self.open.bottom {
            return self.put(id, lane, laid, false);
        }
        let is_long = height > self.room - self.panel_top && is_in_rows(&laid);
        let is_worth = self.room - self.open.bottom > WORTH_BEGINNING * self.room;
        if self.is_empty() || (is_long && is_worth) {
            return self.pieces(id, lane, laid);
        }
        self.turn();
        self.lane(id, lane, kept);
    }

    fn height_of(&self, id: LaneId, lane: &Lane, strip: &Strip) -> f32 {
        let (_, title_height) = lane_title(self.context, id, lane, strip.note.as_ref(), self.open.bottom, true);
        height_of(self.context, lane, strip, title_height)
    }

    /// A lane over as many pages as it takes.
    fn pieces(&mut self, id: LaneId, lane: &Lane, laid: Strip) {
        if !is_in_rows(&laid) {
            return self.put(id, lane, laid, false);
        }
        let mut rest = Rest::of(laid, self.open.bottom);
        let mut goes_on = false;
        loop {
            let here = rest.take(self.open.bottom, self.room - self.open.bottom);
            self.put(id, lane, here, goes_on);
            if rest.is_empty() {
                return;
            }
            self.turn();
            goes_on = true;
        }
    }

    /// Puts a lane that is laid from the end of the one before on.
    fn put(&mut self, id: LaneId, lane: &Lane, strip: Strip, goes_on: bool) {
        let (context, y) = (self.context, self.open.bottom);
        let again = goes_on.then(|| (say!(layout_goes_on).to_owned(), false));
        let (title, title_height) = lane_title(context, id, lane, again.as_ref().or(strip.note.as_ref()), y, !goes_on);
        let air = if lane.folded || is_chart(lane) { 0.0 } else { self.air };
        let height = height_of(context, lane, &strip, title_height) + air;
        if !self.is_empty() {
            let line = pen::line(Point::new(0.0, y), Point::new(context.width, y), context.theme.hairline, 1.0);
            self.open.lanes.push(line);
        }
        self.open.uses.add(strip.uses);
        self.open.lanes.push(row(context, id, lane, strip, title, Rect::new(0.0, y, context.width, height)));
        self.open.rows.push(RowSpan { lane: id, kind: lane.kind, y, height });
        self.open.bottom = y + height;
    }
}

/// Whether a lane is a picture of figures, which can be made higher itself.
pub(super) fn is_chart(lane: &Lane) -> bool {
    match lane.kind.holds() {
        Holds::Feelings | Holds::Losses => !lane.folded,
        Holds::Cards | Holds::Flags | Holds::Channels | Holds::List(_) => false,
    }
}

/// Whether a lane is nothing but records that stand under each other.
fn is_in_rows(strip: &Strip) -> bool {
    let mut items = strip.cells.iter().flatten();
    strip.under.is_empty() && strip.over.is_empty() && items.all(|item| bounds(item).is_some())
}

fn bounds(item: &Item) -> Option<Rect> {
    match item {
        Item::Tagged(tagged) => Some(tagged.bounds),
        Item::Rect(_) | Item::Path(_) | Item::Text(_) | Item::Paragraph(_) | Item::Image(_) | Item::Group(_) => None,
    }
}

/// What of a lane is not on a page yet.
struct Rest {
    cells: Vec<VecDeque<Item>>,
    /// The air above the first record and below the last.
    above: f32,
    below: f32,
    uses: Uses,
    note: Option<(String, bool)>,
}

impl Rest {
    /// All of a lane that was laid from `top` on.
    fn of(strip: Strip, top: f32) -> Self {
        let Strip { height, under: _, cells, over: _, steps: _, uses, note } = strip;
        let places = || cells.iter().flatten().filter_map(bounds);
        let above = places().map(|place| place.y - top).fold(f32::INFINITY, f32::min).clamp(0.0, height);
        let end = places().map(|place| place.bottom() - top).fold(0.0, f32::max);
        let below = (height - end).max(0.0);
        // Where steps stand side by side, what is on the right begins above what is on the left ends.
        let in_rows = |mut cell: Vec<Item>| {
            let top = |item: &Item| bounds(item).map_or(0.0, |place| place.y);
            cell.sort_by(|a, b| top(a).total_cmp(&top(b)));
            VecDeque::from(cell)
        };
        Self { cells: cells.into_iter().map(in_rows).collect(), above, below, uses, note }
    }

    fn is_empty(&self) -> bool {
        self.cells.iter().all(VecDeque::is_empty)
    }

    /// As many rows of each cell as have room in a height from `top` on, one at least.
    fn take(&mut self, top: f32, height: f32) -> Strip {
        let (first, last) = (top + self.above, top + height - self.below);
        let mut end = first;
        let mut taken = Vec::with_capacity(self.cells.len());
        for cell in &mut self.cells {
            let mut here = Vec::new();
            let down = cell.front().and_then(bounds).map_or(0.0, |place| first - place.y);
            while let Some(row) = next_row(cell) {
                let bottom = row.bottom + down;
                if bottom > last && !here.is_empty() {
                    break;
                }
                here.extend(cell.drain(..row.records));
                end = end.max(bottom);
            }
            let moved = Group::placed(Transform::translate(0.0, down), None, here.into());
            taken.push(if moved.items.is_empty() { Vec::new() } else { vec![Item::Group(moved)] });
        }
        let height = end + self.below - top;
        Strip { height, cells: taken, uses: self.uses, note: self.note.take(), ..Strip::default() }
    }
}

/// Records that begin at one height.
struct Row {
    records: usize,
    bottom: f32,
}

fn next_row(cell: &VecDeque<Item>) -> Option<Row> {
    let top = cell.front().and_then(bounds)?.y;
    let row = cell.iter().map_while(bounds).take_while(|place| place.y - top < 0.5);
    let (records, bottom) = row.fold((0, top), |(count, end), place| (count + 1, place.bottom().max(end)));
    Some(Row { records, bottom })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::figures::sample;
    use crate::layout::columns;
    use crate::layout::dress::Dress;
    use crate::layout::longest::Needs;
    use crate::layout::place::Band;
    use crate::layout::thrift::Thrift;
    use crate::model::{Rank, Step, StepId, Touchpoint, TouchpointId};
    use crate::scene::{Kind, Rect, Size};
    use std::collections::BTreeMap;

    /// The sample with so many more cards in its first cell.
    fn crowded(cards: usize) -> Map {
        let mut map = (*sample::map()).clone();
        let (_, first) = map.touchpoints.iter().next().map(|(id, card)| (*id, card.clone())).unwrap();
        for (rank, nth) in Rank::spread(cards).into_iter().zip(10_000..) {
            map.touchpoints
                .insert(TouchpointId(nth), Touchpoint { rank, title: format!("Card {nth}"), ..first.clone() });
        }
        Map::new(map).unwrap()
    }

    #[test]
    fn a_lane_that_is_higher_than_a_page_goes_on_with_every_card_once_and_none_of_them_cut() {
        for steps in [0, 3] {
            goes_on(&stepped(crowded(300), steps));
        }
    }

    /// With so many steps in the first stage, the cards of which are dealt out to them.
    fn stepped(map: Map, count: u64) -> Map {
        let mut tables = map.to_tables();
        let stage = map.stages_in_order()[0].0;
        let ids: Vec<StepId> = (0..count).map(|nth| StepId(700 + nth)).collect();
        for (id, rank) in ids.iter().zip(Rank::spread(ids.len())) {
            tables.steps.insert(*id, Step::new(stage, rank, "Weigh the price"));
        }
        for (nth, card) in tables.touchpoints.values_mut().filter(|card| card.stage == stage).enumerate() {
            card.step = ids.get(nth % (ids.len() + 1)).copied();
        }
        Map::new(tables).unwrap()
    }

    fn goes_on(map: &Map) {
        let (shaper, dress) = (Shaper::bundled(), Dress::roomy());
        let stages = columns::wanted(map, &Needs::of(map, &shaper, &dress), &dress);
        let band = Band { stages: 0..stages.len(), of: stages.len() };
        let plan = Plan::band(&stages, band, 1_400.0, dress, Thrift::default());
        let parts = in_parts(map, &Lens::default(), &Theme::light(), &shaper, plan, 900.0);
        assert!(parts.len() > 4, "{}", parts.len());
        let mut seen: BTreeMap<u64, usize> = BTreeMap::new();
        for (nth, part) in parts.iter().enumerate() {
            let Size { height, .. } = part.board.scene.size;
            assert!(height <= 900.0, "part {nth} is {height} high");
            assert_eq!(part.board.parts().iter().filter(|one| one.tag().kind == Kind::Stage).count(), stages.len());
            for one in part.board.parts().iter().filter(|one| one.tag().kind == Kind::Touchpoint) {
                *seen.entry(one.tag().id).or_default() += 1;
                assert!(one.rect.bottom() <= height, "{:?}", one.rect);
            }
        }
        assert_eq!(seen.keys().copied().collect::<Vec<_>>(), map.touchpoints.keys().map(|id| id.0).collect::<Vec<_>>());
        assert!(seen.values().all(|times| *times == 1));
        for part in &parts {
            let of_cards = part.board.parts().iter().filter(|one| one.tag().kind == Kind::Touchpoint);
            let rects: Vec<Rect> = of_cards.map(|one| one.rect.shrink(0.5)).collect();
            let apart = |(nth, rect): (usize, &Rect)| rects.iter().skip(nth + 1).all(|other| !rect.overlaps(other));
            assert!(rects.iter().enumerate().all(apart), "two cards of a page overlap");
        }
        let lanes: usize = parts.iter().map(|part| part.board.rows.len()).sum();
        assert!(lanes >= map.lanes.values().filter(|lane| !lane.hidden).count());
    }
}
