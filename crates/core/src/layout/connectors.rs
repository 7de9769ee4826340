//! Lines from one card to another, over the lanes: they follow their ends, cross no card, and carry a label.
//!
//! Where their way is, [`super::route`] says. A lane of cards is higher by the channel in which its longer lines run.

use super::card_dot::{DOT, dot_y, picture_of};
use super::context::Context;
use super::pen;
use super::place::{BETWEEN_STEPS, CELL_MARGIN, LABEL_WIDTH};
use super::route::{Run, Stop, corners, longest_level, parted, rounded, sides, tie_y, track};
use super::strands::{Strand, Strands};
use crate::model::*;
use crate::scene::{Dash, Item, Kind, Paint, Parts, PathSegment, Point, Rect, Role, Stroke, Tag};
use crate::theme::icons;
use std::collections::{BTreeMap, HashMap};
use std::ops::Range;
use touchline_words::say;

const LINE: f32 = 1.5;
const CORNER: f32 = 8.0;
const HEAD: f32 = 7.0;
/// However short its last piece is.
const LEAST_HEAD: f32 = 5.0;
const RING: f32 = 2.6;
/// From the end of a line's level piece to a label beside it.
const BESIDE: f32 = 10.0;
/// A shorter line is a head alone.
const LEAST_RINGED: f32 = 2.0 * RING + HEAD;
/// Between a ring and the sign at a card's edge, and between it and the card's corner.
const RING_GAP: f32 = 2.0;
const CORNER_GAP: f32 = 5.0;
/// Between two lines of a channel, which have room for their labels.
const STEP: f32 = 15.0;
/// Above and below the lines of a channel.
const AIR: f32 = 5.0;
/// No more lines of a lane stand apart.
const MOST_TRACKS: usize = 6;
/// How near a line is hit, on both sides of it.
const REACH: f32 = 4.0;
/// How far from the border of two columns a line may run.
const SLACK: f32 = 6.5;
/// The places of no more cards than these are searched for one by one.
const SEARCHED: usize = 40;
/// Cards whose middles are no further apart stand in one row.
const ROW: f32 = 1.0;

/// How much higher a lane of cards is, for the lines that run below its cards.
pub(super) fn room(context: &Context, lane: LaneId) -> f32 {
    let counts = context.channels.get_or_init(|| {
        let mut counts: BTreeMap<LaneId, usize> = BTreeMap::new();
        ways(context).iter().filter(|way| way.takes_channel).for_each(|way| *counts.entry(way.lane).or_default() += 1);
        counts
    });
    counts.get(&lane).map_or(0.0, |count| AIR + STEP * (*count).min(MOST_TRACKS) as f32)
}

/// A connector whose two cards are on the board.
struct Way<'a> {
    id: ConnectorId,
    connector: &'a Connector,
    /// Of the first card.
    lane: LaneId,
    from: Strand,
    to: Strand,
    /// The places of the strands on whose sides that face each other it leaves and comes.
    places: (usize, usize),
    takes_channel: bool,
    /// Its place among the lines in the channel of its lane.
    track: usize,
}

fn ways<'a>(context: &'a Context) -> Vec<Way<'a>> {
    let map = context.map;
    if map.connectors.is_empty() {
        return Vec::new();
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
        let lane = from.lane;
        ways.push(Way { id: *id, connector, lane, from: left, to: right, places, takes_channel, track });
    }
    ways
}

/// The lines of a board whose cards lie as `parts` say; `channel_y` says where a lane of cards ends.
/// Lines pause at the heights of `pauses`, where figures stand between two stages.
pub(super) fn lay(
    context: &Context,
    parts: &Parts,
    channel_y: impl Fn(LaneId) -> Option<f32>,
    pauses: &[Range<f32>],
) -> Vec<Item> {
    let all = ways(context);
    let standing = standing(context, parts, &all);
    let of_lanes = context.map.lanes.keys().flat_map(|lane| context.spans.in_lane(*lane));
    let long: Vec<Rect> =
        of_lanes.filter_map(|span| Some(parts.find(Tag::new(Kind::Touchpoint, span.id.0))?.rect)).collect();
    let mut lines = Vec::new();
    for way in &all {
        let ends = stop(context, &standing, way.connector.from, &way.from).zip(stop(
            context,
            &standing,
            way.connector.to,
            &way.to,
        ));
        let Some((from, to)) = ends else { continue };
        if let Some(run) = run(way, &from, &to, channel_y(way.lane)) {
            lines.push((way, from, to, run));
        }
    }
    // Lines that are tied to one side of a card stand apart there.
    let mut tied: BTreeMap<(TouchpointId, bool), usize> = BTreeMap::new();
    let ties = |way: &Way, from: &Stop, to: &Stop, run: Run| {
        let sides = sides(from, to, run);
        sides.map(|(leaves, comes)| [(way.connector.from, leaves), (way.connector.to, comes)])
    };
    for (way, from, to, run) in &lines {
        ties(way, from, to, *run).into_iter().flatten().for_each(|tie| *tied.entry(tie).or_default() += 1);
    }
    let mut used: BTreeMap<(TouchpointId, bool), usize> = BTreeMap::new();
    let mut items = Vec::new();
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
        let reach = points.iter().fold(Rect::new(from.rect.x, from.rect.y, 0.0, 0.0), |reach, point| {
            reach.union(&Rect::new(point.x, point.y, 0.0, 0.0))
        });
        let under: Vec<Range<f32>> = long
            .iter()
            .filter(|rect| rect.y < reach.bottom() && rect.bottom() > reach.y)
            .filter(|rect| points.windows(2).any(|piece| runs_under(piece, rect)))
            .map(|rect| rect.y..rect.bottom())
            .chain(pauses.iter().cloned())
            .collect();
        items.extend(drawn(context, way, &points, &under));
    }
    items
}

/// Whether a piece of a line runs down where a card lies that goes on over several stages.
fn runs_under(piece: &[Point], card: &Rect) -> bool {
    let [a, b] = piece else { return false };
    let (top, bottom) = (a.y.min(b.y), a.y.max(b.y));
    (a.x - b.x).abs() < 0.01 && a.x > card.x && a.x < card.right() && top < card.bottom() && bottom > card.y
}

/// Where a card stands among the others of its cell.
#[derive(Clone, Copy)]
struct Standing {
    rect: Rect,
    /// Whether another card of its row stands left or right of it.
    is_walled: [bool; 2],
    /// Where its row ends.
    bottom: f32,
}

/// Of every card from which a line leaves, or to which one comes, with those beside it: a large cell is not gone through.
fn standing(context: &Context, parts: &Parts, ways: &[Way]) -> BTreeMap<TouchpointId, Standing> {
    let map = context.map;
    let ends: BTreeMap<TouchpointId, &Strand> =
        ways.iter().flat_map(|way| [(way.connector.from, &way.from), (way.connector.to, &way.to)]).collect();
    // Where many are asked for, one walk is quicker than as many searches.
    let all: Option<HashMap<TouchpointId, Rect>> = (ends.len() > SEARCHED).then(|| {
        let cards = parts.iter().filter(|part| part.tag().kind == Kind::Touchpoint);
        cards.map(|part| (TouchpointId(part.tag().id), part.rect)).collect()
    });
    let rect_of = |id: &TouchpointId| match &all {
        Some(all) => all.get(id).copied(),
        None => parts.find(Tag::new(Kind::Touchpoint, id.0)).map(|part| part.rect),
    };
    let standing = |(id, strand): (TouchpointId, &Strand)| {
        let card = map.touchpoints.get(&id)?;
        let rect = rect_of(&id)?;
        let alone = Standing { rect, is_walled: [false; 2], bottom: rect.bottom() };
        if strand.last.is_some() {
            return Some((id, alone));
        }
        let cell = map.card_ids_in(card.stage, card.lane);
        let order = |id: &TouchpointId| map.touchpoints.get(id).map(|card| (map.card_order(card), *id));
        let place = cell.partition_point(|other| order(other) < order(&id));
        // Cards of one row follow each other in their cell, those of another strand but for the row's ends.
        let is_of = |other: &&TouchpointId| {
            !strand.has_beside.contains(&true)
                || map.touchpoints.get(*other).is_some_and(|other| map.step_of(other) == map.step_of(card))
        };
        let in_row = |other: &Rect| (other.y - rect.y).abs() < ROW;
        let (before, after) = (cell.get(..place)?, cell.get(place + 1..)?);
        // One that goes on over stages stands elsewhere, whatever its place.
        let shown = |other: &&TouchpointId| context.spans.of_card(**other).is_none();
        let left = before.iter().rev().filter(shown).take_while(is_of).map_while(rect_of).take_while(in_row);
        let right = after.iter().filter(shown).take_while(is_of).map_while(rect_of).take_while(in_row);
        let beside: Vec<Rect> = left.chain(right).collect();
        let is_walled = [beside.iter().any(|other| other.x < rect.x), beside.iter().any(|other| other.x > rect.x)];
        let bottom = beside.iter().map(Rect::bottom).fold(rect.bottom(), f32::max);
        Some((id, Standing { rect, is_walled, bottom }))
    };
    ends.into_iter().filter_map(standing).collect()
}

fn stop(
    context: &Context,
    standing: &BTreeMap<TouchpointId, Standing>,
    id: TouchpointId,
    strand: &Strand,
) -> Option<Stop> {
    let Standing { rect, is_walled, bottom } = *standing.get(&id)?;
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
    let card = context.map.touchpoints.get(&id)?;
    let clear = dot_y(context, picture_of(context, card).is_some(), rect.y) + DOT + RING + LINE / 2.0 + RING_GAP;
    let lowest = rect.bottom() - CORNER_GAP;
    Some(Stop { rect, y, ties: clear.min(lowest)..lowest, gutters, slack, is_walled, gap_y })
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

fn drawn(context: &Context, way: &Way, points: &[Point], pauses: &[Range<f32>]) -> Vec<Item> {
    let theme = context.theme;
    let [.., before, tip] = points else { return Vec::new() };
    let Some(start) = points.first() else { return Vec::new() };
    let color = theme.detail;
    let dash = match way.connector.kind {
        ConnectorKind::Next | ConnectorKind::LoopBack => None,
        ConnectorKind::Alternative => Some(Dash { on: 5.0, off: 3.5 }),
        ConnectorKind::DeviceHop => Some(Dash { on: 1.5, off: 3.0 }),
    };
    let stroke = Stroke { paint: Paint::Flat(color), width: LINE, dash };
    let line = parted(points, pauses).iter().flat_map(|part| rounded(part, CORNER)).collect();
    let mut shapes = vec![pen::stroked(line, stroke)];
    shapes.push(pen::filled(head(*before, *tip), Paint::Flat(color)));
    let length: f32 = points
        .windows(2)
        .map(|two| match two {
            [a, b] => (a.x - b.x).abs() + (a.y - b.y).abs(),
            _ => 0.0,
        })
        .sum();
    // Between cards that stand close there is room for the head alone.
    if length >= LEAST_RINGED {
        let ring = crate::scene::PathItem {
            segments: icons::circle(*start, RING),
            fill: Some(Paint::Flat(theme.surface)),
            stroke: Some(Stroke::solid(color, LINE)),
        };
        shapes.push(Item::Path(ring));
    }
    shapes.extend(label(context, &way.connector.label, points));
    let tag = Tag::new(Kind::Connector, way.id.0);
    let mut items = Vec::new();
    for (nth, piece) in points.windows(2).enumerate() {
        let [a, b] = piece else { continue };
        let around = Rect::new(a.x.min(b.x), a.y.min(b.y), (a.x - b.x).abs(), (a.y - b.y).abs()).shrink(-REACH);
        // The first piece holds the picture and says what it is; the others are there to be hit.
        let (role, held, said) = match nth {
            0 => (Role::Figure, std::mem::take(&mut shapes), said(context, way)),
            _ => (Role::Artifact, Vec::new(), String::new()),
        };
        items.push(pen::tagged(tag, role, said, around, held));
    }
    items
}

/// In words: `Connector from A to B, next`.
fn said(context: &Context, way: &Way) -> String {
    let name = |id: TouchpointId| context.map.touchpoints.get(&id).map(|card| card.title.as_str()).unwrap_or_default();
    let Connector { from, to, kind, label } = way.connector;
    let (from, to, kind) = (name(*from), name(*to), kind.name());
    if label.is_empty() {
        say!(kind_connector_said, from, to, kind)
    } else {
        say!(kind_connector_said_label, from, to, kind, label)
    }
}

/// An arrow's head with its tip at a point.
fn head(before: Point, tip: Point) -> Vec<PathSegment> {
    let length = (tip.x - before.x).hypot(tip.y - before.y).max(0.01);
    let (x, y) = ((tip.x - before.x) / length, (tip.y - before.y) / length);
    let reach = HEAD.min(length.max(LEAST_HEAD));
    let back = Point::new(tip.x - x * reach, tip.y - y * reach);
    let side = reach * 0.48;
    icons::outline(&[
        tip,
        Point::new(back.x - y * side, back.y + x * side),
        Point::new(back.x + y * side, back.y - x * side),
    ])
}

/// On the longest level piece, over the ground; where that is too short, beside it, where the channel is free. What has no room
/// there either is left away, and cut where it is written.
fn label(context: &Context, words: &str, points: &[Point]) -> Vec<Item> {
    let Some((x, length, y)) = longest_level(points).filter(|_| !words.is_empty()) else { return Vec::new() };
    let style = context.detail().with_color(context.theme.ink_soft);
    let (mut line, room) = (context.shaper.line(words, style), length - 2.0 * (CORNER + 4.0));
    let (before, behind) = (x - BESIDE - line.width, x + length + BESIDE);
    let is_beside = line.width > room && behind + line.width <= context.width - CELL_MARGIN;
    let left = match () {
        () if is_beside => behind,
        () if line.width > room && before >= LABEL_WIDTH + CELL_MARGIN => before,
        () if line.width > room && !context.is_editor() => return Vec::new(),
        () => {
            line = context.shaper.line_within(words, style, room);
            x + (length - line.width) / 2.0
        }
    };
    if line.text.is_empty() {
        return Vec::new();
    }
    let (width, height) = (line.width, line.ascent + line.descent);
    let ground = Rect::new(left - 4.0, y - height / 2.0, width + 8.0, height);
    let baseline = y + (line.ascent - line.descent) / 2.0;
    vec![pen::rounded(ground, 2.0, context.theme.surface, None), Item::Text(line.at(Point::new(left, baseline)))]
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::figures::sample;
    use crate::layout::{Lens, arrange_board};
    use crate::text::Shaper;
    use crate::theme::Theme;
    use proptest::prelude::*;

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
