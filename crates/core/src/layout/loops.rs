//! Loops: ways from a stage back to an earlier one, in tracks above the stages' headers, with the share of those who come back
//! where a log says it.

use super::context::{Column, Context, LABEL_WIDTH};
use super::lines::{LINE, RING, head};
use super::pen;
use super::place::CELL_MARGIN;
use super::route::rounded;
use crate::figures::came_back;
use crate::model::*;
use crate::scene::{Item, Kind, Paint, PathItem, Point, Rect, Role, Stroke, Tag};
use crate::theme::icons;
use std::collections::BTreeMap;
use std::ops::Range;
use touchline_words::say;

/// Of the first track, and of each further one.
const FIRST: f32 = 26.0;
const FURTHER: f32 = 14.0;
/// From the headers up to the line of the first track.
const RISE: f32 = 14.0;
const CORNER: f32 = 6.0;
/// Where a line comes to a stage and where it leaves one, in parts of its width, and how far those of several stand apart.
const COMES: f32 = 0.5;
const LEAVES: f32 = 0.72;
const APART: f32 = 9.0;
/// How near a line is hit.
const REACH: f32 = 4.0;

/// The loops above the headers, and how much lower they make them.
#[derive(Default)]
pub(super) struct Tracks {
    pub items: Vec<Item>,
    pub height: f32,
}

/// A loop where it leaves and comes, and its track, counted from the headers up.
struct Way<'a> {
    id: LoopId,
    loop_: &'a Loop,
    from_x: f32,
    to_x: f32,
    track: usize,
}

pub(super) fn lay(context: &Context) -> Tracks {
    let ways = ways(context);
    let Some(highest) = ways.iter().map(|way| way.track).max() else { return Tracks::default() };
    let height = FIRST + FURTHER * highest as f32;
    let items = ways.iter().flat_map(|way| drawn(context, way, &free_of(context, way, &ways), height)).collect();
    Tracks { items: context.to_the_edge(items, 0.0), height }
}

/// The loops that can be seen here: short ones below those that reach over them.
fn ways<'a>(context: &Context<'a>) -> Vec<Way<'a>> {
    let mut ends: BTreeMap<StageId, usize> = BTreeMap::new();
    let mut ways: Vec<Way<'a>> = Vec::new();
    let columns = |way: &Loop| context.column_of(way.from).zip(context.column_of(way.to));
    let mut loops: Vec<(LoopId, &Loop, &Column, &Column)> =
        context.map.loops.iter().filter_map(|(id, way)| columns(way).map(|(from, to)| (*id, way, from, to))).collect();
    loops.sort_by(|a, b| {
        let span = |from: &Column, to: &Column| (from.x - to.x).abs();
        span(a.2, a.3).total_cmp(&span(b.2, b.3)).then(a.0.cmp(&b.0))
    });
    for (id, loop_, from, to) in loops {
        let mut apart = |stage| {
            let nth = ends.entry(stage).or_default();
            *nth += 1;
            (*nth - 1) as f32 * APART
        };
        let at = |column: &Column, share: f32, apart: f32| {
            let x = column.x + column.width * share + apart;
            x.clamp(column.x + CELL_MARGIN, (column.right() - CELL_MARGIN).max(column.x + CELL_MARGIN))
        };
        let (from_x, to_x) = (at(from, LEAVES, apart(loop_.from)), at(to, COMES, apart(loop_.to)));
        let (left, right) = (from_x.min(to_x), from_x.max(to_x));
        if right <= LABEL_WIDTH || left >= context.width {
            continue;
        }
        let is_taken = |track: &usize| {
            let over = |way: &Way| way.from_x.min(way.to_x) < right && way.from_x.max(way.to_x) > left;
            ways.iter().any(|way| way.track == *track && over(way))
        };
        let track = (0..).find(|track| !is_taken(track)).unwrap_or_default();
        ways.push(Way { id, loop_, from_x, to_x, track });
    }
    ways
}

/// The longest piece of a loop's level that is seen and that no loop of a higher track crosses on its way down: where its words
/// have room.
fn free_of(context: &Context, way: &Way, ways: &[Way]) -> Range<f32> {
    let left = way.from_x.min(way.to_x).max(LABEL_WIDTH);
    let right = way.from_x.max(way.to_x).min(context.width);
    let higher = ways.iter().filter(|other| other.track > way.track).flat_map(|other| [other.from_x, other.to_x]);
    let mut ends: Vec<f32> = higher.filter(|x| (left..right).contains(x)).chain([left, right]).collect();
    ends.sort_by(f32::total_cmp);
    let pieces = ends.windows(2).filter_map(|two| if let [a, b] = two { Some(*a..*b) } else { None });
    pieces.max_by(|a, b| (a.end - a.start).total_cmp(&(b.end - b.start))).unwrap_or(left..left)
}

/// In pieces, as a connector is: the first holds the picture and says what it is, the others are there to be hit.
fn drawn(context: &Context, way: &Way, free: &Range<f32>, height: f32) -> Vec<Item> {
    let y = height - RISE - FURTHER * way.track as f32;
    let start = Point::new(way.from_x, height - RING);
    let points = [start, Point::new(way.from_x, y), Point::new(way.to_x, y), Point::new(way.to_x, height)];
    let color = context.theme.detail;
    let [_, _, before, tip] = points;
    let mut shapes = vec![
        pen::stroked(rounded(&points, CORNER), Stroke::solid(color, LINE)),
        pen::filled(head(before, tip), Paint::Flat(color)),
        Item::Path(PathItem {
            segments: icons::circle(start, RING),
            fill: Some(Paint::Flat(context.ground)),
            stroke: Some(Stroke::solid(color, LINE)),
        }),
    ];
    let share = came_back(context.map, context.segment, context.reader(), way.loop_).percent();
    let share = share.map(|share| say!(layout_loop_share, share)).unwrap_or_default();
    // What was measured is not cut for want of room.
    let words: Vec<&str> = [share.as_str(), &way.loop_.label].into_iter().filter(|words| !words.is_empty()).collect();
    let words = words.join(" · ");
    shapes.extend(label(context, free, &words, y));
    let mut items = Vec::new();
    for (nth, piece) in points.windows(2).enumerate() {
        let [a, b] = piece else { continue };
        let around = Rect::new(a.x.min(b.x), a.y.min(b.y), (a.x - b.x).abs(), (a.y - b.y).abs()).shrink(-REACH);
        let (role, held, said) = match nth {
            0 => (Role::Figure, std::mem::take(&mut shapes), said(context, way.loop_, &words)),
            _ => (Role::Artifact, Vec::new(), String::new()),
        };
        items.push(pen::tagged(Tag::new(Kind::Loop, way.id.0), role, said, around, held));
    }
    items
}

fn said(context: &Context, loop_: &Loop, words: &str) -> String {
    let (from, to) = (context.stage_name(loop_.from), context.stage_name(loop_.to));
    if words.is_empty() { say!(kind_loop_said, from, to) } else { say!(kind_loop_said_label, from, to, label = words) }
}

/// In the middle of a piece of the line, over the ground.
fn label(context: &Context, free: &Range<f32>, words: &str, y: f32) -> Vec<Item> {
    let room = free.end - free.start - 2.0 * (CORNER + 4.0);
    if words.is_empty() {
        return Vec::new();
    }
    let style = context.detail().with_color(context.theme.ink_soft);
    let line = context.shaper.line_within(words, style, room);
    if line.text.is_empty() {
        return Vec::new();
    }
    let (width, height) = (line.width, line.ascent + line.descent);
    let x = (free.start + free.end - width) / 2.0;
    let ground = Rect::new(x - 4.0, y - height / 2.0, width + 8.0, height);
    let baseline = y + (line.ascent - line.descent) / 2.0;
    vec![pen::rounded(ground, 2.0, context.ground, None), Item::Text(line.at(Point::new(x, baseline)))]
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::figures::sample;
    use crate::layout::{Lens, arrange_board};
    use crate::text::Shaper;
    use crate::theme::Theme;

    /// The sample with a loop for each pair of stages, counted from the left.
    fn looped(pairs: &[(usize, usize)]) -> Map {
        let mut map = sample::map().to_tables();
        let stages: Vec<StageId> = map.stages_in_order().into_iter().map(|(id, _)| id).collect();
        for (nth, (from, to)) in (0..).zip(pairs) {
            let label = format!("reason {nth}");
            map.loops.insert(LoopId(nth), Loop { from: stages[*from], to: stages[*to], label });
        }
        Map::new(map).unwrap()
    }

    #[test]
    fn loops_run_above_the_headers_each_in_a_track_of_its_own_where_they_would_cross() {
        let lay = |map: &Map| arrange_board(map, &Lens::default(), &Theme::light(), &Shaper::bundled(), 1136.0);
        let (plain, one) = (lay(&sample::map()), lay(&looped(&[(3, 1)])));
        assert_eq!(one.header.height - plain.header.height, FIRST);
        let stage = looped(&[]).stages_in_order()[1].0;
        let header = |board: &crate::layout::Board| board.rect_of(Tag::new(Kind::Stage, stage.0)).unwrap();
        assert_eq!(header(&one).y - header(&plain).y, FIRST);
        let nested = lay(&looped(&[(4, 0), (3, 1), (1, 0)]));
        assert_eq!(nested.header.height - plain.header.height, FIRST + 2.0 * FURTHER);
        let level = |nth: u64| {
            let pieces: Vec<Rect> = nested.parts().all_of(Tag::new(Kind::Loop, nth)).map(|part| part.rect).collect();
            assert_eq!(pieces.len(), 3);
            pieces[1]
        };
        let (outer, inner) = (level(0), level(1));
        assert!(outer.y < inner.y && outer.x < inner.x && outer.right() > inner.right());
        // No words lie where another loop comes down.
        let words = |nth: u64| {
            let part = nested.parts().find(Tag::new(Kind::Loop, nth)).unwrap();
            part.tagged
                .items
                .iter()
                .find_map(|item| if let Item::Text(text) = item { Some(text.bounds()) } else { None })
        };
        for (nth, others) in [(1, vec![0]), (2, vec![0, 1])] {
            let Some(words) = words(nth) else { continue };
            let arms =
                others.iter().flat_map(|other| nested.parts().all_of(Tag::new(Kind::Loop, *other)).map(|p| p.rect));
            assert!(arms.into_iter().all(|arm| !arm.shrink(REACH - 1.0).overlaps(&words)), "{words:?}");
        }
        let row = nested.rows.first().unwrap();
        assert!(inner.bottom() < header(&nested).y + REACH && header(&nested).bottom() <= row.y);
    }

    #[test]
    fn a_loop_says_how_many_come_back_where_a_log_has_it() {
        let mut map = looped(&[(3, 1)]);
        let lay = |map: &Map| {
            let board = arrange_board(map, &Lens::default(), &Theme::light(), &Shaper::bundled(), 1136.0);
            board.parts().find(Tag::new(Kind::Loop, 0)).unwrap().label().into_owned()
        };
        let before = lay(&map);
        let (id, mut measured) = map.measurements.iter().next().map(|(id, one)| (*id, one.clone())).unwrap();
        let way = map.loops[&LoopId(0)].clone();
        let place = |wanted| measured.stages.iter().position(|stage| *stage == wanted).unwrap();
        let (from, to) = (place(way.from), place(way.to));
        measured.all.seen_again = (0..measured.stages.len()).map(|column| vec![0; column]).collect();
        measured.all.seen_again[from][to] = measured.all.stages[from].reached / 4;
        let edit = Edit::of(Verb::Move, vec![Change::Measurement(id, Some(measured))]);
        map.apply(edit).unwrap();
        let after = lay(&map);
        let share = came_back(&map, None, crate::figures::Reader::Analyst, &way).percent().unwrap();
        assert!(after.contains(share.as_str()) && !before.contains(share.as_str()), "{before} {after}");
    }
}
