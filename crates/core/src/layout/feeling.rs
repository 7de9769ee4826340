//! The feeling lane: a smooth curve through one face for each touchpoint that has an emotion, others' curves as ghosts.

use touchline_words::say;

use super::beside::Compared;
use super::compared;
use super::context::{Context, LABEL_WIDTH, Strip, Uses};
use super::curve::smooth;
use super::dress::FeelingAir;
use super::faces::{self, Felt, KeptFaces, height_of};
use super::pen;
use super::to_be;
use crate::model::SegmentId;
use crate::scene::{
    Color, FaceStyle, Group, Item, Kind, Label, Paint, PathSegment, Point, Rect, Role, Stroke, Tag, Tagged, Transform,
};
use crate::text::TextStyle;
use std::sync::Arc;

const REASON_WIDTH: f32 = 220.0;

/// What the next layout may take over of the lane.
#[derive(Debug, Default)]
pub(super) struct KeptFeeling {
    /// What the lane was laid with.
    air: Option<FeelingAir>,
    faces: KeptFaces,
    curve: Option<KeptCurve>,
}

/// The curves of the lane with what they were made from.
#[derive(Debug)]
struct KeptCurve {
    felt: Vec<Arc<Felt>>,
    /// Whose ghosts lie over whose.
    audiences: Vec<SegmentId>,
    /// Whose curves lie side by side, by their names.
    compared: (Compared, Vec<String>),
    width: f32,
    items: Arc<[Item]>,
    uses: Uses,
}

/// The lane in the `pass`th layout of a board that is laid again and again.
pub(super) fn lay(context: &Context, top: f32, kept: &mut KeptFeeling, pass: u64) -> Strip {
    let air = Some(context.dress.feeling);
    if kept.air != air {
        *kept = KeptFeeling { air, ..KeptFeeling::default() };
    }
    let middle = top + context.dress.feeling.middle;
    let zero = vec![
        PathSegment::Move(Point::new(LABEL_WIDTH + 6.0, middle)),
        PathSegment::Line(Point::new(context.width - 6.0, middle)),
    ];
    let mut under = vec![pen::dashed(zero, context.card_edge(), 1.0, 3.0, 4.0)];
    let mut over = Vec::new();
    let mut uses = Uses::default();
    let felt = if context.is_editor() {
        let felt = faces::placed(context, middle, &mut kept.faces, pass, &mut over);
        let curves = kept_curves(context, &felt, &mut kept.curve);
        uses.add(curves.uses);
        let bounds = Rect::new(0.0, -context.dress.feeling.middle, context.width, context.dress.feeling.least);
        let transform = Transform::translate(0.0, middle);
        under.push(Item::Group(Group::placed(transform, Some(bounds), Arc::clone(&curves.items))));
        felt
    } else {
        let (felt, faces) = faces::on_paper(context, middle);
        under.extend(curves(context, &felt, &lines(context, &felt, middle), middle, &mut uses));
        over = faces;
        felt
    };
    let (reason, bottom) = lowest_reason(context, &felt, middle);
    over.extend(reason);
    let height = (bottom - top + 12.0).max(context.dress.feeling.least);
    if uses.all_audiences_ghost {
        let style = context.detail();
        let words = context.shaper.line(say!(layout_legend_all), style);
        let words = words.ending_at(Point::new(context.width - 10.0, top + height - 6.0));
        let place = words.bounds();
        over.extend(context.borrowed(say!(layout_legend_all), place, vec![Item::Text(words)]));
    }
    let cells = context.columns.iter().map(|_| Vec::new()).collect();
    Strip { height, under, cells, over, uses, ..Strip::default() }
}

/// The lines of all spots, see [`Felt::line`].
fn lines(context: &Context, felt: &[Arc<Felt>], middle: f32) -> Vec<Vec<Point>> {
    let line = |nth| {
        let points = felt.iter().flat_map(|felt: &Arc<Felt>| felt.line(nth));
        points.map(|point| Point::new(point.x, middle + point.y)).collect()
    };
    (0..context.map.segments.len() + 2).map(line).collect()
}

/// The soft ground under the curve, the curves of others, and the curve, about a middle line.
fn curves(context: &Context, felt: &[Arc<Felt>], lines: &[Vec<Point>], middle: f32, uses: &mut Uses) -> Vec<Item> {
    let points = lines.first().map_or(&[][..], Vec::as_slice);
    let ghosts = ghosts(context, felt, lines, uses);
    let main = smooth(points);
    let mut items = Vec::new();
    if !main.is_empty() {
        items.push(soft_fill(context, &main, points, middle));
    }
    items.extend(ghosts);
    let wanted = to_be::lay(context, felt, middle);
    uses.to_be |= wanted.is_some();
    let (under, over) = wanted.unwrap_or_default();
    items.extend(under);
    let mut items = context.to_the_edge(items, middle - context.dress.feeling.middle);
    if context.is_editor() {
        // A long outline that is kept is not copied with what it says.
        items = vec![Item::Group(Group::placed(Transform::IDENTITY, None, items.into()))];
    }
    if !main.is_empty() {
        let bounds = Rect::new(
            LABEL_WIDTH,
            middle - context.dress.feeling.middle,
            context.width - LABEL_WIDTH,
            context.dress.feeling.least,
        );
        let curve = pen::stroked(main, Stroke { paint: by_height(context, middle, 1.0), width: 3.0, dash: None });
        items.push(pen::tagged(
            Tag::new(Kind::Figure, 0),
            Role::Figure,
            label(here(context, felt)),
            bounds,
            context.to_the_edge(vec![curve], bounds.y),
        ));
    }
    items.extend(over);
    let place = |id: SegmentId| context.map.segments.keys().position(|other| *other == id);
    let line = |id| place(id).and_then(|nth| lines.get(nth + 2)).cloned().unwrap_or_default();
    uses.compared |= !context.compared.is_empty();
    let shown = |point: &Point| point.x > LABEL_WIDTH && point.x < context.width;
    let face = |felt: &Arc<Felt>| Some((*felt.line(0).iter().rev().find(|point| shown(point))?, felt.radius));
    let last = felt.iter().rev().find_map(face).map(|(at, radius)| (Point::new(at.x, middle + at.y), radius + 1.0));
    items.extend(compared::lay(context, middle, last, line));
    items
}

/// What is felt at the stages that are shown, of that of all. In the editor, where none are elsewhere, a stage may have several.
fn here<'f>(context: &Context, felt: &'f [Arc<Felt>]) -> &'f [Arc<Felt>] {
    if context.beyond.is_empty() { felt } else { felt.get(context.band.stages.clone()).unwrap_or_default() }
}

/// The curve in words: where it is felt, and how.
fn label(felt: &[Arc<Felt>]) -> Label {
    let parts = felt.iter().map(|felt| &felt.words).filter(|words| !words.is_empty()).cloned().collect();
    Label::Listing { words: say!(layout_curve, spots = Label::PLACE).into(), parts }
}

/// The same about zero, taken over where no point of it changed.
fn kept_curves<'k>(context: &Context, felt: &[Arc<Felt>], kept: &'k mut Option<KeptCurve>) -> &'k KeptCurve {
    let every = |kept: &KeptCurve, same: fn(&Felt, &Felt) -> bool| {
        kept.felt.len() == felt.len() && kept.felt.iter().zip(felt).all(|(a, b)| Arc::ptr_eq(a, b) || same(a, b))
    };
    let audiences: Vec<SegmentId> = context.map.segments_in_order().into_iter().map(|(id, _)| id).collect();
    let names = context.compared.iter().filter_map(|id| context.map.segments.get(&id)).map(|one| one.name.clone());
    let compared = (context.compared, names.collect::<Vec<String>>());
    let same = |kept: &KeptCurve| {
        let alike = kept.width == context.width && kept.audiences == audiences && kept.compared == compared;
        alike && every(kept, Felt::runs_as)
    };
    match kept.take().filter(same) {
        Some(same) if every(&same, |a, b| a.words == b.words) => kept.insert(KeptCurve { felt: felt.to_vec(), ..same }),
        Some(same) => {
            let renamed = |item: &Item| {
                let Item::Tagged(curve) = item else { return item.clone() };
                // A ring on the second curve says its own card, and another curve its own audience.
                if curve.tag.kind != Kind::Figure || curve.tag.id != 0 {
                    return item.clone();
                }
                Item::Tagged(Tagged { label: label(felt), ..curve.clone() })
            };
            let items = same.items.iter().map(renamed).collect();
            kept.insert(KeptCurve { felt: felt.to_vec(), items, ..same })
        }
        None => {
            let mut uses = Uses::default();
            let items = curves(context, felt, &lines(context, felt, 0.0), 0.0, &mut uses).into();
            kept.insert(KeptCurve { felt: felt.to_vec(), audiences, compared, width: context.width, items, uses })
        }
    }
}

/// The curves of those who are not looked at, dashed. An audience without feelings of its own has none.
fn ghosts(context: &Context, felt: &[Arc<Felt>], lines: &[Vec<Point>], uses: &mut Uses) -> Vec<Item> {
    let mut items = Vec::new();
    let mut ghost = |nth: usize, color: Color, width: f32| {
        let path = lines.get(nth).map(|points| smooth(points)).unwrap_or_default();
        let is_drawn = !path.is_empty();
        if is_drawn {
            items.push(pen::dashed(path, color, width, 4.0, 4.0));
        }
        is_drawn
    };
    let faint = context.theme.neutral.over(context.theme.surface, 0.38);
    for (id, _) in context.map.segments_in_order() {
        let feels = felt.iter().any(|felt| felt.has_own(id));
        if feels && context.segment != Some(id) && !context.compared.contains(id) {
            let nth = context.map.segments.keys().position(|other| *other == id).map_or(usize::MAX, |nth| nth + 2);
            uses.other_segments_ghost |= ghost(nth, faint, 1.0);
        }
    }
    if context.segment.is_some() {
        uses.all_audiences_ghost = ghost(1, context.theme.neutral.over(context.theme.surface, 0.75), 1.5);
    }
    items
}

/// Good above, neutral at the middle, bad below; `strength` 0 … 1 at the ends.
fn by_height(context: &Context, middle: f32, strength: f32) -> Paint {
    let theme = context.theme;
    let reach = 3.0 * context.dress.feeling.units_per_score;
    Paint::Gradient {
        from: Point::new(0.0, middle - reach),
        to: Point::new(0.0, middle + reach),
        stops: vec![
            (0.0, theme.good.alpha(strength)),
            (0.25, theme.good.over(theme.neutral, 0.75).alpha(strength)),
            (0.5, theme.neutral.alpha(strength)),
            (0.75, theme.bad.over(theme.neutral, 0.75).alpha(strength)),
            (1.0, theme.bad.alpha(strength)),
        ],
    }
}

/// Between the curve and the middle line, fading towards it.
fn soft_fill(context: &Context, curve: &[PathSegment], points: &[Point], middle: f32) -> Item {
    let theme = context.theme;
    let reach = 3.0 * context.dress.feeling.units_per_score;
    let mut outline = curve.to_vec();
    let ends = points.last().into_iter().chain(points.first());
    outline.extend(ends.map(|end| PathSegment::Line(Point::new(end.x, middle))));
    outline.push(PathSegment::Close);
    let paint = Paint::Gradient {
        from: Point::new(0.0, middle - reach),
        to: Point::new(0.0, middle + reach),
        stops: vec![(0.0, theme.good.alpha(0.24)), (0.5, theme.surface.alpha(0.0)), (1.0, theme.bad.alpha(0.24))],
    };
    pen::filled(outline, paint)
}

/// The reason under the lowest face, where it feels bad, and how far down the lane is needed.
fn lowest_reason(context: &Context, felt: &[Arc<Felt>], middle: f32) -> (Vec<Item>, f32) {
    let lowest = |felt: &[Arc<Felt>]| felt.iter().filter_map(|felt| felt.lowest).min_by_key(|lowest| lowest.score);
    let worst = lowest(felt).map(|lowest| lowest.id);
    let felt = here(context, felt);
    let Some(lowest) = lowest(felt) else {
        return (Vec::new(), 0.0);
    };
    let face_bottom = height_of(context, lowest.score, middle) + lowest.radius + 1.0;
    let emotion = context
        .map
        .touchpoints
        .get(&lowest.id)
        .filter(|_| worst == Some(lowest.id))
        .and_then(|card| faces::felt(card, context.segment));
    let Some(emotion) = emotion.filter(|emotion| !emotion.reason.is_empty() && emotion.score.tenths() < 0) else {
        return (Vec::new(), face_bottom);
    };
    let style = TextStyle::new(context.dress.detail, FaceStyle::SemiBold, context.theme.bad_ink);
    let width = REASON_WIDTH.min(context.width - LABEL_WIDTH - 16.0).max(1.0);
    let words = context.ink().paragraph(&emotion.reason, style, width, 3);
    // Neighbouring faces may hang down to where the words want to stand.
    let (left, right) = (LABEL_WIDTH + 8.0, context.width - 8.0);
    let x = (lowest.x - words.size.width / 2.0).min(right - words.size.width).max(left);
    let is_near = |face: &Point, radius: f32| face.x + radius > x && face.x - radius < x + words.size.width;
    // From left to right, so that a run of faces is passed over by its ends.
    let reaches = |felt: &&Arc<Felt>| match felt.line(0) {
        [] => false,
        [first, .., last] => last.x + felt.radius > x && first.x - felt.radius < x + words.size.width,
        [only] => is_near(only, felt.radius),
    };
    let faces = felt.iter().filter(reaches).flat_map(|felt| felt.line(0).iter().map(|face| (face, felt.radius)));
    let near = faces.filter(|(face, radius)| is_near(face, *radius));
    let near_bottom = near.map(|(face, radius)| middle + face.y + radius).fold(face_bottom, f32::max);
    let y = near_bottom + 3.0;
    let lines = words.lines.iter().cloned().map(|line| {
        let baseline = y + line.pos.y;
        Item::Text(line.centered_at(Point::new(x + words.size.width / 2.0, baseline)))
    });
    (lines.collect(), y + words.size.height)
}
