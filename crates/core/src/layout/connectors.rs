//! Lines from one card to another, over the lanes: they follow their ends, cross no card, and carry a label.
//!
//! Where their way is, [`super::route`] says. A lane of cards is higher by the channel in which its longer lines run.

use super::card_dot::{DOT, dot_y, picture_of};
use super::context::Context;
use super::dress::Dress;
use super::lines::{self, KeptLines, Line};
use super::place::{BETWEEN_STEPS, CELL_MARGIN};
use super::route::{Run, Stop, corners, sides, tie_y, track};
use super::standing::{self, KeptStandings, Standing};
use super::strands::Strands;
use super::way::{Strand, Way, Ways};
use crate::model::*;
use crate::scene::{Item, Rect};
use std::collections::BTreeMap;
use std::ops::Range;

/// Between a ring and the sign at a card's edge, and between it and the card's corner.
const RING_GAP: f32 = 2.0;
const CORNER_GAP: f32 = 5.0;
/// Between two lines of a channel, which have room for their labels.
const STEP: f32 = 15.0;
/// Above and below the lines of a channel.
const AIR: f32 = 5.0;
/// No more lines of a lane stand apart.
const MOST_TRACKS: usize = 6;
/// How far from the border of two columns a line may run.
const SLACK: f32 = 6.5;
/// A card that is no further below another than the gap between two stands right below it, give or take this.
const ROW: f32 = 1.0;

/// How much higher a lane of cards is, for the lines that run below its cards.
pub(super) fn room(context: &Context, lane: LaneId) -> f32 {
    let lines = ways(context).all.iter().filter(|way| way.takes_channel && way.lane == lane).count();
    if lines == 0 { 0.0 } else { AIR + STEP * lines.min(MOST_TRACKS) as f32 }
}

/// See [`Ways::out_of_sight`].
pub(super) fn out_of_sight(context: &Context, lane: LaneId) -> usize {
    ways(context).out_of_sight.get(&lane).copied().unwrap_or_default()
}

fn leading_out(context: &Context) -> BTreeMap<LaneId, usize> {
    let map = context.map;
    let is_seen = |card: &Touchpoint| {
        let is_open = map.lanes.get(&card.lane).is_some_and(|lane| !lane.hidden && !lane.folded);
        let stage = context.columns.iter().any(|column| column.stage == card.stage);
        is_open && stage && !context.is_folded(card.stage)
    };
    let mut out = BTreeMap::new();
    for way in map.connectors.values() {
        let Some((from, to)) = map.touchpoints.get(&way.from).zip(map.touchpoints.get(&way.to)) else { continue };
        let lane = match (is_seen(from), is_seen(to)) {
            (true, false) => from.lane,
            (false, true) => to.lane,
            (true, true) | (false, false) => continue,
        };
        *out.entry(lane).or_default() += 1;
    }
    out
}

/// The connectors of the board.
fn ways<'a>(context: &'a Context) -> &'a Ways {
    context.ways.get_or_init(|| found(context))
}

/// Takes over the connectors of the layout before, where nothing was touched that they were found by.
pub(super) fn take_over(context: &Context, before: Option<Ways>) {
    let same = |ways: &Ways| {
        let lie_as_before = ways.columns == context.columns && context.spans.lie_as(&context.spans_before);
        lie_as_before && ways.strands == Strands::of(context).0
    };
    if let Some(before) = before.filter(|ways| !context.differs.ways() && same(ways)) {
        context.ways.get_or_init(|| Ways { as_before: true, ..before });
    }
}

fn found(context: &Context) -> Ways {
    let map = context.map;
    if map.connectors.is_empty() {
        return Ways::default();
    }
    let strands = Strands::of(context);
    let is_open = |card: &Touchpoint| map.lanes.get(&card.lane).is_some_and(|lane| !lane.hidden && !lane.folded);
    let mut tracks: BTreeMap<LaneId, usize> = BTreeMap::new();
    let mut ways = Vec::new();
    for (id, connector) in &map.connectors {
        let ends = map.touchpoints.get(&connector.from).zip(map.touchpoints.get(&connector.to));
        let Some((from, to)) = ends.filter(|(from, to)| is_open(from) && is_open(to)) else { continue };
        let Some((left, right)) = strands.at(context, connector.from, from).zip(strands.at(context, connector.to, to))
        else {
            continue;
        };
        let places = if right.place > left.last_place() {
            (left.last_place(), right.place)
        } else if right.last_place() < left.place {
            (left.place, right.last_place())
        } else {
            (left.place, left.place)
        };
        // Between a card and one below or above which it goes on, the line goes round.
        let is_over = places.0 == places.1 && (left.last.is_some() || right.last.is_some());
        let takes_channel = !connector.label.is_empty() || is_over || places.0.abs_diff(places.1) > 1;
        let next = tracks.entry(from.lane).or_default();
        let track = *next;
        *next += usize::from(takes_channel);
        let (cards, lane) = ([connector.from, connector.to], from.lane);
        ways.push(Way { id: *id, cards, strands: [left, right], lane, places, takes_channel, track });
    }
    let (out_of_sight, columns) = (leading_out(context), context.columns.clone());
    Ways { all: ways, out_of_sight, strands: strands.0, columns, as_before: false }
}

/// What the next layout may take over of the lines.
#[derive(Debug, Default)]
pub(super) struct KeptConnectors {
    pub ways: Option<Ways>,
    standings: KeptStandings,
    lines: KeptLines,
    laid_by: Option<LaidBy>,
}

/// What the lines were laid by, beside the ways and where cards stand: where lanes end, where lines pause, and the board.
type LaidBy = (BTreeMap<LaneId, f32>, Vec<Range<f32>>, Dress, f32);

impl KeptConnectors {
    /// Forgets what may look different with other fonts.
    pub fn forget(&mut self) {
        self.lines.forget();
        self.laid_by = None;
    }
}

/// The lines of a board of `items`, among which its lanes are; `ends` says where the lanes end.
/// Lines pause at the heights of `pauses`, where figures stand between two stages.
pub(super) fn lay(
    context: &Context,
    items: &[Item],
    ends: BTreeMap<LaneId, f32>,
    pauses: Vec<Range<f32>>,
    kept: &mut KeptConnectors,
) -> Vec<Item> {
    let ways = ways(context);
    let of_lanes = context.map.lanes.keys().flat_map(|lane| context.spans.in_lane(*lane));
    let long: Vec<TouchpointId> = of_lanes.map(|span| span.id).collect();
    if !ways.as_before {
        kept.standings.want(ways.all.iter().flat_map(|way| way.cards).chain(long.iter().copied()).collect());
    }
    let stand_as_before = standing::look(context, items, &mut kept.standings);
    let name = |id: TouchpointId| context.map.touchpoints.get(&id).map(|card| card.title.clone()).unwrap_or_default();
    let by = (ends, pauses, context.dress, context.width);
    if ways.as_before && stand_as_before && kept.laid_by.as_ref() == Some(&by) {
        let touched = ways.all.iter().filter(|way| way.cards.iter().any(|card| context.differs.card(*card)));
        let names = touched.map(|way| (way.id, way.cards.map(name))).collect();
        return kept.lines.renamed(context, &names);
    }
    let (ends, pauses, ..) = &by;
    let standing = kept.standings.all();
    let long: Vec<Rect> = long.iter().filter_map(|id| standing.get(id)).map(|long| long.rect).collect();
    let mut lines = Vec::new();
    for way in &ways.all {
        let ([from, to], [from_strand, to_strand]) = (way.cards, &way.strands);
        let stop = |id: TouchpointId, strand| {
            let card = context.map.touchpoints.get(&id)?;
            standing.get(&id).map(|standing| stop(context, card, *standing, strand))
        };
        let Some((from, to)) = stop(from, from_strand).zip(stop(to, to_strand)) else { continue };
        if let Some(run) = run(way, &from, &to, ends.get(&way.lane).copied()) {
            lines.push((way, from, to, run));
        }
    }
    // Lines that are tied to one side of a card stand apart there.
    let mut tied: BTreeMap<(TouchpointId, bool), usize> = BTreeMap::new();
    let ties = |way: &Way, from: &Stop, to: &Stop, run: Run| {
        let [first, second] = way.cards;
        sides(from, to, run).map(|(leaves, comes)| [(first, leaves), (second, comes)])
    };
    for (way, from, to, run) in &lines {
        ties(way, from, to, *run).into_iter().flatten().for_each(|tie| *tied.entry(tie).or_default() += 1);
    }
    let mut used: BTreeMap<(TouchpointId, bool), usize> = BTreeMap::new();
    kept.lines.meet(long, pauses, lines.len());
    let mut drawn = Vec::with_capacity(lines.len());
    for (nth, (way, mut from, mut to, run)) in lines.into_iter().enumerate() {
        if let Some([leaves, comes]) = ties(way, &from, &to, run) {
            for (tie, stop) in [(leaves, &mut from), (comes, &mut to)] {
                let count = tied.get(&tie).copied().unwrap_or(1);
                let place = used.entry(tie).or_default();
                stop.y = tie_y(stop, *place, count);
                *place += 1;
            }
        }
        let points = corners(&from, &to, run, track(nth));
        let Some(Connector { kind, label, from: _, to: _ }) = context.map.connectors.get(&way.id) else { continue };
        let (names, pauses) = (way.cards.map(name), kept.lines.pauses(way.id, &points));
        let line = Line { kind: *kind, label: label.clone(), names, points, pauses, within: context.width };
        drawn.push((way.id, line));
    }
    kept.laid_by = Some(by);
    lines::draw(context, drawn, &mut kept.lines)
}

fn stop(context: &Context, card: &Touchpoint, standing: Standing, strand: &Strand) -> Stop {
    let Standing { rect, is_walled, bottom } = standing;
    let gap_y = bottom + context.dress.cards.gap / 2.0;
    // At the board's end a line stays inside the column, and between two steps in the middle of their gap.
    let end = strand.last.map_or(strand.column, |(_, column)| column);
    let is_last = context.columns.last().is_some_and(|last| last.stage == end.stage);
    let (inside, slack) = if is_last { (CELL_MARGIN / 2.0, CELL_MARGIN / 4.0) } else { (0.0, SLACK) };
    let (column, y) = (strand.column, rect.center().y);
    let (mut gutters, mut slack) = ([column.x, end.right() - inside], [SLACK, slack]);
    let (x, width) = column.inner();
    let between = [x - BETWEEN_STEPS / 2.0, x + width + BETWEEN_STEPS / 2.0];
    for (side, middle) in between.into_iter().enumerate() {
        if let (true, Some(gutter), Some(slack)) =
            (strand.has_beside.get(side) == Some(&true), gutters.get_mut(side), slack.get_mut(side))
        {
            (*gutter, *slack) = (middle, BETWEEN_STEPS / 4.0);
        }
    }
    // Rings lie clear of the dot at the card's edge; at the same height on both sides, so that a line may be straight.
    let ring = lines::RING + lines::LINE / 2.0;
    let clear = dot_y(context, picture_of(context, card).is_some(), rect.y) + DOT + ring + RING_GAP;
    let lowest = rect.bottom() - CORNER_GAP;
    Stop { rect, y, ties: clear.min(lowest)..lowest, gutters, slack, is_walled, gap_y }
}

fn run(way: &Way, from: &Stop, to: &Stop, bottom: Option<f32>) -> Option<Run> {
    let (first, second) = way.places;
    if way.takes_channel {
        let y = bottom? - STEP * ((way.track % MOST_TRACKS) as f32 + 0.5);
        // To a card of the same stage or of one beside it, the line goes round the stage: its label has the stage's width.
        let leaves_right = second > first + 1;
        let comes_right = second + 1 < first || second == first;
        return Some(Run::Channel { y, leaves_right, comes_right });
    }
    let is_below = first == second
        && to.rect.y >= from.rect.bottom()
        && (to.rect.y - from.gap_y) < from.gap_y - from.rect.bottom() + ROW
        && (to.rect.center().x - from.rect.center().x).abs() < from.rect.width / 2.0;
    Some(if is_below { Run::Down } else { Run::Gutter { right: second >= first } })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::figures::sample;
    use crate::layout::lines::REACH;
    use crate::layout::{BoardCache, Lens, arrange_board, arrange_board_again};
    use crate::scene::{Kind, PathSegment, Role, Tag};
    use crate::text::Shaper;
    use crate::theme::Theme;
    use proptest::prelude::*;
    use std::collections::BTreeSet;
    use touchline_words::say;

    /// With so many steps in each stage, of which one card in five belongs to none.
    fn stepped(tables: &mut Tables, count: usize) {
        let stages: Vec<StageId> = tables.stages.keys().copied().collect();
        for (nth, stage) in (0..).zip(stages) {
            let steps: Vec<StepId> = (0..count as u64).map(|step| StepId(900 + 10 * nth + step)).collect();
            for (step, rank) in steps.iter().zip(Rank::spread(count)) {
                tables.steps.insert(*step, Step::new(stage, rank, "Weigh the price"));
            }
            for (place, card) in tables.touchpoints.values_mut().filter(|card| card.stage == stage).enumerate() {
                card.step = if place % 5 == 4 { None } else { steps.get(place % count.max(1)).copied() };
            }
        }
    }

    fn connected(pairs: &[(usize, usize, bool)], width: Option<u16>) -> Map {
        let mut tables = sample::map().to_tables();
        tables.stages.values_mut().for_each(|stage| stage.width = width);
        let cards: Vec<TouchpointId> = tables.touchpoints.keys().copied().collect();
        for (nth, (from, to, labelled)) in (0..).zip(pairs) {
            let (from, to) = (cards[from % cards.len()], cards[to % cards.len()]);
            let label = if *labelled { "9 % skip the checkout".to_owned() } else { String::new() };
            let way = Connector { from, to, kind: ConnectorKind::Next, label };
            if from != to {
                tables.connectors.insert(ConnectorId(nth), way);
            }
        }
        Map::new(tables).unwrap()
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(64))]

        /// Whatever is connected, no line and no label lies on a card, nor leaves the board.
        #[test]
        fn a_connector_crosses_no_card(
            pairs in prop::collection::vec((0..40_usize, 0..40_usize, any::<bool>()), 1..9),
            width in prop::option::of(prop_oneof![Just(150_u16), Just(330), Just(500)]),
            steps in 0..4_usize,
        ) {
            let mut tables = connected(&pairs, width).to_tables();
            stepped(&mut tables, steps);
            let map = Map::new(tables).unwrap();
            let board = arrange_board(&map, &Lens::default(), &Theme::light(), &Shaper::bundled(), 1400.0);
            let cards: Vec<Rect> =
                board.parts().iter().filter(|part| part.tag().kind == Kind::Touchpoint).map(|part| part.rect).collect();
            let pieces = board.parts().iter().filter(|part| part.tag().kind == Kind::Connector);
            for piece in pieces {
                // The line itself, without the room in which it is hit.
                let line = piece.rect.shrink(REACH);
                for card in &cards {
                    prop_assert!(!card.shrink(0.5).overlaps(&line.shrink(-0.01)), "{line:?} crosses {card:?}");
                }
                prop_assert!(line.x >= 0.0 && line.right() <= board.scene.size.width, "{line:?}");
            }
        }
    }

    #[test]
    fn a_lane_with_lines_below_its_cards_is_higher_and_every_connector_is_said_once() {
        let plain = sample::map();
        let map = connected(&[(0, 9, true), (1, 2, false)], None);
        let lay = |map: &Map| arrange_board(map, &Lens::default(), &Theme::light(), &Shaper::bundled(), 1136.0);
        let (before, after) = (lay(&plain), lay(&map));
        let lane = plain.lane_of(LaneKind::Touchpoints).unwrap();
        let high = |board: &crate::layout::Board| board.rows.iter().find(|row| row.lane == lane).unwrap().height;
        assert_eq!(high(&after) - high(&before), AIR + STEP);
        let said: Vec<String> = after
            .parts()
            .iter()
            .filter(|part| part.tag().kind == Kind::Connector && part.tagged.role == Role::Figure)
            .map(|part| part.label().into_owned())
            .collect();
        assert_eq!(said.len(), 2, "{said:?}");
    }

    #[test]
    fn what_is_written_on_a_card_finds_no_way_again() {
        let mut map = connected(&[(0, 9, true), (1, 2, false)], None);
        let mut kept = BoardCache::default();
        let mut lay = |map: &Map, touched: Option<&BTreeSet<RecordRef>>| {
            let theme = Theme::light();
            arrange_board_again(map, &Lens::default(), &theme, &Shaper::bundled(), 1136.0, &mut kept, touched);
            kept.connectors.ways.as_ref().is_some_and(|ways| ways.as_before)
        };
        assert!(!lay(&map, None));
        let ends: Vec<TouchpointId> = map.connectors.values().flat_map(|way| [way.from, way.to]).collect();
        let stages: Vec<StageId> = map.stages.keys().copied().collect();
        for card in map.touchpoints.keys().copied().collect::<Vec<TouchpointId>>() {
            let mut edit = |change: fn(&mut Touchpoint, StageId)| {
                let mut edited = map.touchpoints[&card].clone();
                let other = stages.iter().find(|stage| **stage != edited.stage).unwrap();
                change(&mut edited, *other);
                let edit = Edit::of(Verb::Move, vec![Change::Touchpoint(card, Some(edited))]);
                let touched = map.apply(edit).unwrap().touched;
                lay(&map, Some(&touched))
            };
            assert!(edit(|card, _| card.title.push_str(" again")));
            assert_eq!(edit(|card, other| card.stage = other), !ends.contains(&card));
        }
    }

    #[test]
    fn a_connector_whose_other_end_is_not_seen_is_told_beside_its_lane() {
        let mut tables = connected(&[(0, 9, true), (1, 2, false)], None).to_tables();
        let told = |tables: &Tables| {
            let map = Map::new(tables.clone()).unwrap();
            let board = arrange_board(&map, &Lens::default(), &Theme::light(), &Shaper::bundled(), 1136.0);
            let lane = map.lane_of(LaneKind::Touchpoints).unwrap();
            let row = board.parts().find(Tag::new(Kind::Lane, lane.0)).unwrap();
            let texts = row.tagged.items.iter().filter_map(|item| match item {
                Item::Paragraph(text) => Some(text.text.to_string()),
                _ => None,
            });
            texts.collect::<Vec<String>>()
        };
        let words = say!(layout_ways_out, count = 1);
        assert!(!told(&tables).contains(&words));
        let to = tables.connectors.values().find(|way| !way.label.is_empty()).unwrap().to;
        let stage = tables.touchpoints[&to].stage;
        tables.stages.get_mut(&stage).unwrap().folded = true;
        assert!(told(&tables).contains(&words), "{:?}", told(&tables));
    }

    #[test]
    fn between_cards_that_stand_close_there_is_a_head_without_a_ring() {
        let plain = sample::map();
        let cell = plain.touchpoints.values().map(|card| (card.stage, card.lane));
        let cell = cell.max_by_key(|(stage, lane)| plain.card_ids_in(*stage, *lane).len()).unwrap();
        let stacked = plain.card_ids_in(cell.0, cell.1);
        let place = |id: &TouchpointId| plain.touchpoints.keys().position(|key| key == id).unwrap();
        let (first, second, last) = (place(&stacked[0]), place(&stacked[1]), place(&stacked[2]));
        let map = connected(&[(first, second, false), (first, last, false)], None);
        let board = arrange_board(&map, &Lens::default(), &Theme::light(), &Shaper::bundled(), 1136.0);
        let shapes = |nth: u64| {
            let part = board.parts().iter().find(|part| part.tag() == Tag::new(Kind::Connector, nth)).unwrap();
            part.tagged.items.len()
        };
        assert_eq!((shapes(0), shapes(1)), (2, 3), "a line and its head, and one with a ring");
    }

    /// Of two lanes of cards with the losses between them.
    #[test]
    fn a_line_between_two_lanes_of_cards_pauses_where_losses_are_told() {
        let mut tables = sample::map().to_tables();
        let last = tables.lanes.values().map(|lane| lane.rank.clone()).max().unwrap();
        let lane = LaneId(77);
        let kind = LaneKind::Touchpoints;
        tables.lanes.insert(lane, Lane::new(Rank::between(Some(&last), None), kind));
        let (from, card) = tables.touchpoints.first_key_value().map(|(id, card)| (*id, card.clone())).unwrap();
        let to = TouchpointId(78);
        tables.touchpoints.insert(to, Touchpoint { lane, ..card });
        tables.connectors =
            BTreeMap::from([(ConnectorId(1), Connector { from, to, kind: ConnectorKind::Next, label: String::new() })]);
        let map = Map::new(tables).unwrap();
        let board = arrange_board(&map, &Lens::default(), &Theme::light(), &Shaper::bundled(), 1136.0);
        let losses = board.rows.iter().find(|row| row.kind == LaneKind::DropOff).unwrap();
        let line = board.parts().find(Tag::new(Kind::Connector, 1)).unwrap();
        let Some(Item::Path(path)) = line.tagged.items.first() else { panic!("no line") };
        let moves: Vec<f32> = path
            .segments
            .iter()
            .filter_map(|segment| if let PathSegment::Move(to) = segment { Some(to.y) } else { None })
            .collect();
        assert_eq!(moves.len(), 2, "{moves:?}");
        assert!((moves[1] - (losses.y + losses.height)).abs() < 0.01, "{moves:?} {losses:?}");
    }
}
