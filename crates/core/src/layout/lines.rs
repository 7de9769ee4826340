//! The lines of connectors as they are drawn, each kept by what it was drawn from, so that an edit draws again only those that
//! it moved.

use super::context::Context;
use super::pen;
use super::place::{CELL_MARGIN, LABEL_WIDTH};
use super::route::{longest_level, parted, rounded};
use crate::model::*;
use crate::scene::{Dash, Group, Item, Kind, Paint, PathItem, PathSegment, Point, Rect, Role, Stroke, Tag, Transform};
use crate::theme::icons;
use std::collections::HashMap;
use std::ops::Range;

use touchline_words::say;

pub(super) const LINE: f32 = 1.5;
const CORNER: f32 = 8.0;
const HEAD: f32 = 7.0;
/// However short its last piece is.
const LEAST_HEAD: f32 = 5.0;
pub(super) const RING: f32 = 2.6;
/// From the end of a line's level piece to a label beside it.
const BESIDE: f32 = 10.0;
/// A shorter line is a head alone.
const LEAST_RINGED: f32 = 2.0 * RING + HEAD;
/// How near a line is hit, on both sides of it.
pub(super) const REACH: f32 = 4.0;
/// How far what belongs to a line reaches from it: its head, its ring.
const AROUND: f32 = 5.0;
/// In the editor so many lines are a group, which is taken over as a whole.
const RUN: usize = 16;

/// What a line is drawn from.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Line {
    pub kind: ConnectorKind,
    pub label: String,
    /// Of its first card and its second.
    pub names: [String; 2],
    /// Its corners, with both ends.
    pub points: Vec<Point>,
    /// At these heights it pauses.
    pub pauses: Vec<Range<f32>>,
    /// Of the board.
    pub within: f32,
}

/// The lines of the layout before, in groups.
#[derive(Debug, Default)]
pub(super) struct KeptLines {
    runs: HashMap<ConnectorId, KeptRun>,
    /// The first line of each, in order.
    order: Vec<ConnectorId>,
    met: Met,
}

/// Where lines with these corners pause, as long as what they may meet lies where it lay.
#[derive(Debug, Default)]
struct Met {
    cards: Vec<Rect>,
    heights: Vec<Range<f32>>,
    lines: HashMap<ConnectorId, (Vec<Point>, Vec<Range<f32>>)>,
}

/// Some lines, by the first of them.
#[derive(Debug)]
struct KeptRun {
    lines: Vec<(ConnectorId, Line)>,
    drawn: Vec<Drawn>,
    group: Group,
}

/// A line's picture, and all that it covers.
#[derive(Debug, Default)]
struct Drawn {
    items: Vec<Item>,
    around: Rect,
}

impl KeptLines {
    /// What lines may meet from now on: cards that go on over several stages, and heights at which figures stand between two
    /// stages. `lines` says how many ask.
    pub fn meet(&mut self, cards: Vec<Rect>, heights: &[Range<f32>], lines: usize) {
        if self.met.cards != cards || self.met.heights != heights || self.met.lines.len() > 2 * lines + RUN {
            self.met = Met { cards, heights: heights.to_vec(), lines: HashMap::new() };
        }
    }

    /// Where a line pauses: where it runs down under one of the cards, and at the heights that it passes.
    pub fn pauses(&mut self, id: ConnectorId, points: &[Point]) -> Vec<Range<f32>> {
        if let Some((_, pauses)) = self.met.lines.get(&id).filter(|(known, _)| known == points) {
            return pauses.clone();
        }
        let pauses = self.met.by(points);
        self.met.lines.insert(id, (points.to_vec(), pauses.clone()));
        pauses
    }

    /// The groups of the layout before where nothing is another than the names of the cards on which some lines end.
    pub fn renamed(&mut self, context: &Context, names: &HashMap<ConnectorId, [String; 2]>) -> Vec<Item> {
        let mut groups = Vec::with_capacity(self.order.len());
        for first in &self.order {
            let Some(mut run) = self.runs.remove(first) else { continue };
            let differ = |(id, line): &(ConnectorId, Line)| names.get(id).is_some_and(|names| *names != line.names);
            if run.lines.iter().any(differ) {
                let mut lines = run.lines.clone();
                for (id, line) in &mut lines {
                    line.names = names.get(id).unwrap_or(&line.names).clone();
                }
                run = again(context, lines, Some(run));
            }
            groups.push(Item::Group(run.group.clone()));
            self.runs.insert(*first, run);
        }
        groups
    }

    /// Forgets all: their labels may look different with other fonts.
    pub fn forget(&mut self) {
        self.runs.clear();
    }
}

impl Met {
    fn by(&self, points: &[Point]) -> Vec<Range<f32>> {
        let top = points.iter().map(|point| point.y).fold(f32::INFINITY, f32::min);
        let bottom = points.iter().map(|point| point.y).fold(f32::NEG_INFINITY, f32::max);
        let is_met = |from: f32, to: f32| from < bottom && to > top;
        let under = self.cards.iter().filter(|card| is_met(card.y, card.bottom()));
        let under = under.filter(|card| points.windows(2).any(|piece| runs_under(piece, card)));
        let heights = self.heights.iter().filter(|height| is_met(height.start, height.end)).cloned();
        under.map(|card| card.y..card.bottom()).chain(heights).collect()
    }
}

/// Whether a piece of a line runs down where a card lies that goes on over several stages.
fn runs_under(piece: &[Point], card: &Rect) -> bool {
    let [a, b] = piece else { return false };
    let (top, bottom) = (a.y.min(b.y), a.y.max(b.y));
    (a.x - b.x).abs() < 0.01 && a.x > card.x && a.x < card.right() && top < card.bottom() && bottom > card.y
}

/// The lines of a board. In the editor they are groups, and one of which every line is as before is the very same.
pub(super) fn draw(context: &Context, lines: Vec<(ConnectorId, Line)>, kept: &mut KeptLines) -> Vec<Item> {
    if !context.is_editor() {
        return lines.iter().flat_map(|(id, line)| drawn(context, *id, line).items).collect();
    }
    let mut before = std::mem::take(&mut kept.runs);
    kept.order.clear();
    let mut groups = Vec::with_capacity(lines.len().div_ceil(RUN));
    let mut lines = lines.into_iter();
    loop {
        let lines: Vec<(ConnectorId, Line)> = lines.by_ref().take(RUN).collect();
        let Some((first, _)) = lines.first() else { break };
        let first = *first;
        let run = match before.remove(&first) {
            Some(run) if run.lines == lines => run,
            run => again(context, lines, run),
        };
        groups.push(Item::Group(run.group.clone()));
        kept.order.push(first);
        kept.runs.insert(first, run);
    }
    groups
}

/// A group of lines, of which those are taken over that are as before.
fn again(context: &Context, lines: Vec<(ConnectorId, Line)>, before: Option<KeptRun>) -> KeptRun {
    let mut known: HashMap<ConnectorId, (Line, Drawn)> = before
        .into_iter()
        .flat_map(|run| run.lines.into_iter().zip(run.drawn))
        .map(|((id, line), drawn)| (id, (line, drawn)))
        .collect();
    let drawn = lines.iter().map(|(id, line)| match known.remove(id) {
        Some((before, drawn)) if before == *line => drawn,
        _ => drawn(context, *id, line),
    });
    let drawn: Vec<Drawn> = drawn.collect();
    let items = drawn.iter().flat_map(|line| &line.items).cloned().collect();
    let around = drawn.iter().map(|line| line.around).reduce(|all, one| all.union(&one));
    KeptRun { lines, drawn, group: Group::placed(Transform::IDENTITY, around, items) }
}

fn drawn(context: &Context, id: ConnectorId, line: &Line) -> Drawn {
    let Line { kind, label: words, names: _, points, pauses, within: _ } = line;
    let theme = context.theme;
    let ([start, ..], [.., before, tip]) = (points.as_slice(), points.as_slice()) else { return Drawn::default() };
    let color = theme.detail;
    let dash = match kind {
        ConnectorKind::Next | ConnectorKind::LoopBack => None,
        ConnectorKind::Alternative => Some(Dash { on: 5.0, off: 3.5 }),
        ConnectorKind::DeviceHop => Some(Dash { on: 1.5, off: 3.0 }),
    };
    let stroke = Stroke { paint: Paint::Flat(color), width: LINE, dash };
    let way = parted(points, pauses).iter().flat_map(|part| rounded(part, CORNER)).collect();
    let mut shapes = vec![pen::stroked(way, stroke)];
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
        let ring = PathItem {
            segments: icons::circle(*start, RING),
            fill: Some(Paint::Flat(theme.surface)),
            stroke: Some(Stroke::solid(color, LINE)),
        };
        shapes.push(Item::Path(ring));
    }
    let (label_place, words) = label(context, words, points);
    shapes.extend(words);
    let tag = Tag::new(Kind::Connector, id.0);
    let mut items = Vec::new();
    let mut covered = label_place.unwrap_or(Rect::new(start.x, start.y, 0.0, 0.0));
    for (nth, piece) in points.windows(2).enumerate() {
        let [a, b] = piece else { continue };
        let around = Rect::new(a.x.min(b.x), a.y.min(b.y), (a.x - b.x).abs(), (a.y - b.y).abs()).shrink(-REACH);
        // The first piece holds the picture and says what it is; the others are there to be hit.
        let (role, held, said) = match nth {
            0 => (Role::Figure, std::mem::take(&mut shapes), said(line)),
            _ => (Role::Artifact, Vec::new(), String::new()),
        };
        covered = covered.union(&around.shrink(-AROUND));
        items.push(pen::tagged(tag, role, said, around, held));
    }
    Drawn { items, around: covered }
}

/// In words: `Connector from A to B, next`.
fn said(line: &Line) -> String {
    let Line { kind, label, names: [from, to], points: _, pauses: _, within: _ } = line;
    let (from, to, kind) = (from.as_str(), to.as_str(), kind.name());
    if label.is_empty() {
        say!(kind_connector_said, from, to, kind)
    } else {
        say!(kind_connector_said_label, from, to, kind, label)
    }
}

/// An arrow's head with its tip at a point.
pub(super) fn head(before: Point, tip: Point) -> Vec<PathSegment> {
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
/// there either is left away, and cut where it is written. With the place that it covers.
fn label(context: &Context, words: &str, points: &[Point]) -> (Option<Rect>, Vec<Item>) {
    let none = (None, Vec::new());
    let Some((x, length, y)) = longest_level(points).filter(|_| !words.is_empty()) else { return none };
    let style = context.detail().with_color(context.theme.ink_soft);
    let (mut line, room) = (context.shaper.line(words, style), length - 2.0 * (CORNER + 4.0));
    let (before, behind) = (x - BESIDE - line.width, x + length + BESIDE);
    let is_beside = line.width > room && behind + line.width <= context.width - CELL_MARGIN;
    let left = match () {
        () if is_beside => behind,
        () if line.width > room && before >= LABEL_WIDTH + CELL_MARGIN => before,
        () if line.width > room && !context.is_editor() => return none,
        () => {
            line = context.shaper.line_within(words, style, room);
            x + (length - line.width) / 2.0
        }
    };
    if line.text.is_empty() {
        return none;
    }
    let (width, height) = (line.width, line.ascent + line.descent);
    let ground = Rect::new(left - 4.0, y - height / 2.0, width + 8.0, height);
    let baseline = y + (line.ascent - line.descent) / 2.0;
    let words = Item::Text(line.at(Point::new(left, baseline)));
    (Some(ground), vec![pen::rounded(ground, 2.0, context.theme.surface, None), words])
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::figures::sample;
    use crate::layout::{BoardCache, Lens, arrange_board_again};
    use crate::model::{Change, Edit, Map, Verb};
    use crate::text::Shaper;
    use crate::theme::Theme;
    use std::collections::BTreeSet;
    use std::sync::Arc;

    /// Each connector's own picture on a board of `map`, the lines being laid by what is kept.
    fn pictures(map: &Map, kept: &mut BoardCache) -> HashMap<u64, Arc<[Item]>> {
        let board = arrange_board_again(map, &Lens::default(), &Theme::light(), &Shaper::bundled(), 1136.0, kept, None);
        let own = board.parts().iter().filter(|part| part.tag().kind == Kind::Connector && !part.label().is_empty());
        own.map(|part| (part.tag().id, Arc::clone(&part.tagged.items))).collect()
    }

    #[test]
    fn only_the_lines_are_drawn_again_that_say_or_run_another_way() {
        let mut tables = sample::map().to_tables();
        let cards: Vec<TouchpointId> = tables.touchpoints.keys().copied().collect();
        let pairs = cards.iter().enumerate().flat_map(|(nth, from)| cards.iter().skip(nth + 1).map(|to| (*from, *to)));
        for (nth, (from, to)) in (0..).zip(pairs) {
            let connector = Connector { from, to, kind: ConnectorKind::Next, label: String::new() };
            tables.connectors.insert(ConnectorId(nth), connector);
        }
        let map = Map::new(tables).unwrap();
        let mut kept = BoardCache::default();
        let before = pictures(&map, &mut kept);
        assert!(before.len() > 2 * RUN, "{} lines", before.len());
        let mut card = map.touchpoints[&cards[3]].clone();
        card.title = card.title.to_uppercase();
        let edited = map.after(&Edit::of(Verb::Move, vec![Change::Touchpoint(cards[3], Some(card))])).unwrap();
        let after = pictures(&edited, &mut kept);
        let again = |id: &&u64| !Arc::ptr_eq(&before[*id], &after[*id]);
        let drawn: BTreeSet<u64> = before.keys().filter(again).copied().collect();
        let tied = map.connectors.iter().filter(|(_, line)| [line.from, line.to].contains(&cards[3]));
        assert_eq!(drawn, tied.map(|(id, _)| id.0).collect(), "those to the card and from it");
        assert_eq!(after, pictures(&edited, &mut BoardCache::default()));
    }
}
