//! The feeling lane: a smooth curve through one face for each touchpoint that has an emotion, others' curves as ghosts.

use super::curve::smooth;
use super::kept::{BoardCache, Drawn, Shelf};
use super::pen;
use super::sheet::{Column, LABEL_WIDTH, Sheet, Strip, Uses};
use super::words;
use crate::model::{Emotion, Score, SegmentId, StageId, Touchpoint, TouchpointId};
use crate::scene::{
    Color, FaceStyle, Group, Item, Kind, Paint, PathSegment, Point, Rect, Role, Stroke, Tag, Tagged, Transform,
};
use crate::text::TextStyle;
use crate::theme::{icons, size};
use std::collections::HashMap;
use std::sync::Arc;

/// Map units of one whole step of emotion.
pub(super) const UNITS_PER_SCORE: f32 = 19.0;
/// From the lane's top to the line of 0.0.
pub(super) const MIDDLE: f32 = 72.0;
const MIN_HEIGHT: f32 = 142.0;
const FACE_RADIUS: f32 = 10.0;
/// Feelings within this much of 0.0 have a neutral face.
const NEUTRAL_TENTHS: i32 = 4;
const REASON_WIDTH: f32 = 220.0;

/// A touchpoint's place on the curve.
struct Spot<'a> {
    id: TouchpointId,
    card: &'a Touchpoint,
    x: f32,
    /// How much room it has before it meets its neighbour.
    room: f32,
    column: Column,
}

impl Spot<'_> {
    fn look(&self, sheet: &Sheet) -> FaceLook {
        let felt = felt(self, sheet.segment);
        FaceLook { id: self.id, felt: felt.map(|felt| (self.card.title.clone(), felt.score, felt.word.clone())) }
    }

    /// Whether [`Spot::look`] would give the same.
    fn is_as(&self, sheet: &Sheet, look: &FaceLook) -> bool {
        let felt = felt(self, sheet.segment).map(|felt| (self.card.title.as_str(), felt.score, felt.word.as_str()));
        let before = look.felt.as_ref().map(|(title, score, word)| (title.as_str(), *score, word.as_str()));
        look.id == self.id && felt == before
    }
}

/// What a face's picture and its words are made from.
#[derive(Debug, PartialEq)]
pub(super) struct FaceLook {
    id: TouchpointId,
    /// The title, the score and its word; None where the audience under the lens does not come by.
    felt: Option<(String, Score, String)>,
}

/// The curves of the lane with what they were made from.
#[derive(Debug)]
pub(super) struct KeptCurve {
    /// Stages from left to right with the versions of their faces.
    faces: Vec<(StageId, u64)>,
    lines: Vec<Vec<Point>>,
    width: f32,
    items: Arc<[Item]>,
    uses: Uses,
}

pub(super) fn lay(sheet: &Sheet, top: f32, kept: &mut BoardCache) -> Strip {
    let middle = top + MIDDLE;
    let spots = spots(sheet);
    let zero = vec![
        PathSegment::Move(Point::new(LABEL_WIDTH + 6.0, middle)),
        PathSegment::Line(Point::new(sheet.width - 6.0, middle)),
    ];
    let mut under = vec![pen::dashed(zero, sheet.card_edge(), 1.0, 3.0, 4.0)];
    let mut over = Vec::new();
    let mut uses = Uses::default();
    if sheet.is_editor() {
        let versions = placed_faces(sheet, &spots, middle, &mut kept.faces, &mut over);
        let curves = kept_curves(sheet, &spots, versions, &mut kept.curve);
        uses.add(curves.uses);
        let bounds = Rect::new(0.0, -MIDDLE, sheet.width, MIN_HEIGHT);
        let transform = Transform::translate(0.0, middle);
        under.push(Item::Group(Group::placed(transform, Some(bounds), Arc::clone(&curves.items))));
    } else {
        under.extend(curves(sheet, &spots, middle, &mut uses));
        over = spots.iter().filter_map(|spot| face(sheet, spot, middle)).collect();
    }
    let (reason, bottom) = lowest_reason(sheet, &spots, middle);
    over.extend(reason);
    let height = (bottom - top + 12.0).max(MIN_HEIGHT);
    if uses.all_audiences_ghost {
        let style = sheet.detail();
        let words = sheet.shaper.line("all audiences", style);
        over.push(Item::Text(words.ending_at(Point::new(sheet.width - 10.0, top + height - 6.0))));
    }
    let cells = sheet.columns.iter().map(|_| Vec::new()).collect();
    Strip { height, under, cells, over, uses, note: None }
}

/// The soft ground under the curve, the curves of others, and the curve, about a middle line.
fn curves(sheet: &Sheet, spots: &[Spot], middle: f32, uses: &mut Uses) -> Vec<Item> {
    let points = points(spots, sheet.segment, middle);
    let ghosts = ghosts(sheet, spots, middle, uses);
    let main = smooth(&points);
    let mut items = Vec::new();
    if !main.is_empty() {
        items.push(soft_fill(sheet, &main, &points, middle));
    }
    items.extend(ghosts);
    if !main.is_empty() {
        let label = format!("Curve of feelings: {}", in_words(spots, sheet));
        let bounds = Rect::new(LABEL_WIDTH, middle - MIDDLE, sheet.width - LABEL_WIDTH, MIN_HEIGHT);
        let curve = pen::stroked(main, Stroke { paint: by_height(sheet, middle, 1.0), width: 3.0, dash: None });
        items.push(pen::tagged(Tag::new(Kind::Figure, 0), Role::Figure, label, bounds, vec![curve]));
    }
    items
}

/// The same about zero, taken over where no point and no word of it changed.
fn kept_curves<'k>(
    sheet: &Sheet,
    spots: &[Spot],
    faces: Vec<(StageId, u64)>,
    kept: &'k mut Option<KeptCurve>,
) -> &'k KeptCurve {
    let others = sheet.map.segments.keys().map(|id| Some(*id));
    let lines = [sheet.segment, None].into_iter().chain(others);
    let lines: Vec<Vec<Point>> = lines.map(|segment| points(spots, segment, 0.0)).collect();
    let same = |kept: &KeptCurve| kept.faces == faces && kept.lines == lines && kept.width == sheet.width;
    match kept.take().filter(same) {
        Some(same) => kept.insert(same),
        None => {
            let mut uses = Uses::default();
            let items = curves(sheet, spots, 0.0, &mut uses).into();
            kept.insert(KeptCurve { faces, lines, width: sheet.width, items, uses })
        }
    }
}

/// The faces of each stage as a group with its corner on the middle line, taken over where none of them changed; gives
/// which faces those are.
fn placed_faces(
    sheet: &Sheet,
    spots: &[Spot],
    middle: f32,
    shelf: &mut Shelf<StageId, Vec<FaceLook>>,
    over: &mut Vec<Item>,
) -> Vec<(StageId, u64)> {
    let mut signs = HashMap::new();
    let mut versions = Vec::new();
    for spots in spots.chunk_by(|a, b| a.column.stage == b.column.stage) {
        let Some(column) = spots.first().map(|spot| spot.column) else { continue };
        let is_as = |looks: &Vec<FaceLook>| {
            looks.len() == spots.len() && looks.iter().zip(spots).all(|(look, spot)| spot.is_as(sheet, look))
        };
        let look = || spots.iter().map(|spot| spot.look(sheet)).collect();
        let draw = || faces_of(sheet, column, spots, &mut signs);
        let (drawn, version) = shelf.drawn(sheet.shaper, column.stage, (column.width, 0), is_as, look, draw);
        versions.push((column.stage, version));
        let transform = Transform::translate(column.x, middle);
        over.push(Item::Group(Group::placed(transform, Some(drawn.bounds), Arc::clone(&drawn.items))));
    }
    versions
}

/// A face is drawn once for each score and size: `signs` holds them.
fn faces_of(sheet: &Sheet, column: Column, spots: &[Spot], signs: &mut HashMap<(i32, u32), Arc<[Item]>>) -> Drawn {
    let mut around: Option<Rect> = None;
    let mut items = Vec::with_capacity(spots.len());
    for spot in spots {
        let Some(emotion) = felt(spot, sheet.segment) else { continue };
        let radius = radius(spot);
        let sign = signs.entry((emotion.score.tenths(), radius.to_bits()));
        let sign = sign.or_insert_with(|| sign_of(sheet, emotion.score, Point::default(), radius).into());
        let bounds = Rect::new(-radius - 1.0, -radius - 1.0, 2.0 * radius + 2.0, 2.0 * radius + 2.0);
        let label = face_label(spot, emotion).into();
        let tag = Tag::new(Kind::Emotion, spot.id.0);
        let tagged = Tagged { tag, role: Role::Figure, label, bounds, items: Arc::clone(sign) };
        let transform = Transform::translate(spot.x - column.x, height_of(emotion.score, 0.0));
        let place = transform.apply_rect(bounds);
        around = Some(around.map_or(place, |around| around.union(&place)));
        items.push(Item::Group(Group::placed(transform, Some(bounds), [Item::Tagged(tagged)].into())));
    }
    Drawn { items: items.into(), bounds: around.unwrap_or_default(), height: 0.0, uses: Uses::default() }
}

/// Every touchpoint that anybody feels something at, spread over its stage in card order. Who is looked at makes no
/// difference, so that a face stays where it is when the lens changes.
fn spots<'a>(sheet: &Sheet<'a>) -> Vec<Spot<'a>> {
    let mut spots = Vec::new();
    for column in &sheet.columns {
        let cards: Vec<(TouchpointId, &Touchpoint)> = sheet
            .cards_of(column.stage)
            .iter()
            .copied()
            .filter(|(_, card)| card.emotion.is_some() || !card.segment_emotions.is_empty())
            .collect();
        let room = column.width / cards.len().max(1) as f32;
        for (nth, (id, card)) in cards.into_iter().enumerate() {
            spots.push(Spot { id, card, x: column.x + room * (nth as f32 + 0.5), room, column: *column });
        }
    }
    spots
}

/// What an audience feels at a spot, when it comes by there at all.
fn felt<'a>(spot: &Spot<'a>, segment: Option<SegmentId>) -> Option<&'a Emotion> {
    spot.card.is_for(segment).then(|| spot.card.emotion_of(segment)).flatten()
}

fn points(spots: &[Spot], segment: Option<SegmentId>, middle: f32) -> Vec<Point> {
    let point = |spot: &Spot| felt(spot, segment).map(|emotion| Point::new(spot.x, height_of(emotion.score, middle)));
    spots.iter().filter_map(point).collect()
}

fn height_of(score: Score, middle: f32) -> f32 {
    middle - score.value() * UNITS_PER_SCORE
}

/// The curves of those who are not looked at, dashed. An audience without feelings of its own has none.
fn ghosts(sheet: &Sheet, spots: &[Spot], middle: f32, uses: &mut Uses) -> Vec<Item> {
    let mut items = Vec::new();
    let mut ghost = |segment: Option<SegmentId>, color: Color, width: f32| {
        let path = smooth(&points(spots, segment, middle));
        let is_drawn = !path.is_empty();
        if is_drawn {
            items.push(pen::dashed(path, color, width, 4.0, 4.0));
        }
        is_drawn
    };
    let faint = sheet.theme.neutral.over(sheet.theme.surface, 0.38);
    for (id, _) in sheet.map.segments_in_order() {
        let feels = spots.iter().any(|spot| spot.card.segment_emotions.contains_key(&id));
        if feels && sheet.segment != Some(id) {
            uses.other_segments_ghost |= ghost(Some(id), faint, 1.0);
        }
    }
    if sheet.segment.is_some() {
        uses.all_audiences_ghost = ghost(None, sheet.theme.neutral.over(sheet.theme.surface, 0.75), 1.5);
    }
    items
}

/// Good above, neutral at the middle, bad below; `strength` 0 … 1 at the ends.
fn by_height(sheet: &Sheet, middle: f32, strength: f32) -> Paint {
    let theme = sheet.theme;
    let reach = 3.0 * UNITS_PER_SCORE;
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
fn soft_fill(sheet: &Sheet, curve: &[PathSegment], points: &[Point], middle: f32) -> Item {
    let theme = sheet.theme;
    let reach = 3.0 * UNITS_PER_SCORE;
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

fn color_of(sheet: &Sheet, score: Score) -> Color {
    match score.tenths() {
        tenths if tenths > NEUTRAL_TENTHS => sheet.theme.good,
        tenths if tenths < -NEUTRAL_TENTHS => sheet.theme.bad,
        _ => sheet.theme.neutral,
    }
}

fn radius(spot: &Spot) -> f32 {
    (spot.room * 0.46).clamp(3.0, FACE_RADIUS)
}

/// A face where it belongs.
fn face(sheet: &Sheet, spot: &Spot, middle: f32) -> Option<Item> {
    let emotion = felt(spot, sheet.segment)?;
    let center = Point::new(spot.x, height_of(emotion.score, middle));
    let radius = radius(spot);
    let bounds = Rect::new(center.x - radius - 1.0, center.y - radius - 1.0, 2.0 * radius + 2.0, 2.0 * radius + 2.0);
    let items = sign_of(sheet, emotion.score, center, radius);
    Some(pen::tagged(Tag::new(Kind::Emotion, spot.id.0), Role::Figure, face_label(spot, emotion), bounds, items))
}

fn face_label(spot: &Spot, emotion: &Emotion) -> String {
    format!("{}, {}", spot.card.title, words::feeling(emotion))
}

fn sign_of(sheet: &Sheet, score: Score, center: Point, radius: f32) -> Vec<Item> {
    let color = color_of(sheet, score);
    icons::face(center, radius, score.value() / 3.0, color, sheet.theme.surface).into_iter().map(Item::Path).collect()
}

/// The reason under the lowest face, where it feels bad, and how far down the lane is needed.
fn lowest_reason(sheet: &Sheet, spots: &[Spot], middle: f32) -> (Vec<Item>, f32) {
    let felt_spots = spots.iter().filter_map(|spot| felt(spot, sheet.segment).map(|emotion| (spot, emotion)));
    let Some((spot, emotion)) = felt_spots.min_by_key(|(_, emotion)| emotion.score) else { return (Vec::new(), 0.0) };
    let face_bottom = height_of(emotion.score, middle) + radius(spot) + 1.0;
    if emotion.reason.is_empty() || emotion.score.tenths() >= 0 {
        return (Vec::new(), face_bottom);
    }
    let style = TextStyle::new(size::DETAIL, FaceStyle::SemiBold, sheet.theme.bad_ink);
    let width = REASON_WIDTH.min(sheet.width - LABEL_WIDTH - 16.0).max(1.0);
    let words = sheet.ink().paragraph(&emotion.reason, style, width, 3);
    // Neighbouring faces may hang down to where the words want to stand.
    let (left, right) = (LABEL_WIDTH + 8.0, sheet.width - 8.0);
    let x = (spot.x - words.size.width / 2.0).min(right - words.size.width).max(left);
    let near =
        spots.iter().filter(|other| other.x + radius(other) > x && other.x - radius(other) < x + words.size.width);
    let near_bottom = near
        .filter_map(|other| felt(other, sheet.segment).map(|emotion| height_of(emotion.score, middle) + radius(other)))
        .fold(face_bottom, f32::max);
    let y = near_bottom + 3.0;
    let lines = words.lines.iter().cloned().map(|line| {
        let baseline = y + line.pos.y;
        Item::Text(line.centered_at(Point::new(x + words.size.width / 2.0, baseline)))
    });
    (lines.collect(), y + words.size.height)
}

fn in_words(spots: &[Spot], sheet: &Sheet) -> String {
    let words = spots.iter().filter_map(|spot| {
        felt(spot, sheet.segment).map(|emotion| format!("{} {}", spot.card.title, emotion.score.text()))
    });
    words.collect::<Vec<_>>().join(", ")
}
