//! One face for each touchpoint that somebody feels something at, and what the curve through them is made of.
//!
//! In the editor the faces of a stage are laid in runs, and a run in which nothing changed is taken over whole.

use super::context::{Column, Context};
use super::pen;
use super::words;
use crate::figures::numbers;
use crate::model::{Emotion, Score, SegmentId, StageId, Touchpoint, TouchpointId};
use crate::scene::{Color, Group, Item, Kind, Point, Rect, Role, Tag, Tagged, Transform};
use crate::theme::icons;
use std::collections::{BTreeSet, HashMap};
use std::sync::Arc;

/// Map units of one whole step of emotion.
pub(super) const UNITS_PER_SCORE: f32 = 19.0;
const FACE_RADIUS: f32 = 10.0;
/// Feelings within this much of 0.0 have a neutral face.
const NEUTRAL_TENTHS: i32 = 4;
/// Faces of a run.
const RUN: usize = 64;

/// A touchpoint's place on the curve.
pub(super) struct Spot<'a> {
    id: TouchpointId,
    card: &'a Touchpoint,
    x: f32,
    /// How much room it has before it meets its neighbour.
    room: f32,
}

/// What the curve is made of at some neighbouring spots.
#[derive(Debug)]
pub(super) struct Felt {
    /// For the audience under the lens, for all, and for each audience in the order of their numbers: a point, about
    /// zero, for each spot where it feels something.
    lines: Vec<Vec<Point>>,
    /// Whose feelings are their own at some spot.
    own: BTreeSet<SegmentId>,
    pub lowest: Option<Lowest>,
    /// Of each face.
    pub radius: f32,
    /// The feelings of the audience under the lens, in words.
    pub words: Arc<str>,
}

/// Where it is felt worst.
#[derive(Clone, Copy, Debug)]
pub(super) struct Lowest {
    pub id: TouchpointId,
    pub score: Score,
    pub x: f32,
    pub radius: f32,
}

impl Felt {
    fn of(context: &Context, spots: &[Spot]) -> Self {
        let others = context.map.segments.keys().map(|id| Some(*id));
        let lines = [context.segment, None].into_iter().chain(others);
        let line = |segment: Option<SegmentId>| {
            let point =
                |spot: &Spot| felt(spot.card, segment).map(|felt| Point::new(spot.x, height_of(felt.score, 0.0)));
            spots.iter().filter_map(point).collect()
        };
        let seen = || spots.iter().filter_map(|spot| felt(spot.card, context.segment).map(|felt| (spot, felt)));
        let words: Vec<String> =
            seen().map(|(spot, felt)| format!("{} {}", spot.card.title, numbers::score(felt.score))).collect();
        let lowest = seen().min_by_key(|(_, felt)| felt.score);
        Self {
            lines: lines.map(line).collect(),
            own: spots.iter().flat_map(|spot| spot.card.segment_emotions.keys().copied()).collect(),
            lowest: lowest.map(|(spot, felt)| Lowest {
                id: spot.id,
                score: felt.score,
                x: spot.x,
                radius: radius(spot.room),
            }),
            radius: spots.first().map_or(0.0, |spot| radius(spot.room)),
            words: words.join(", ").into(),
        }
    }

    /// The points of a line, see [`Felt::lines`].
    pub fn line(&self, nth: usize) -> &[Point] {
        self.lines.get(nth).map_or(&[], Vec::as_slice)
    }

    /// Whether an audience has feelings of its own at some spot.
    pub fn has_own(&self, segment: SegmentId) -> bool {
        self.own.contains(&segment)
    }
}

/// Every touchpoint of a stage that anybody feels something at, spread over it in card order. Who is looked at makes no
/// difference, so that a face stays where it is when the lens changes.
fn spots<'a>(context: &Context<'a>, column: &Column) -> Vec<Spot<'a>> {
    let feels = |(_, card): &(TouchpointId, &Touchpoint)| card.emotion.is_some() || !card.segment_emotions.is_empty();
    let cards: Vec<(TouchpointId, &Touchpoint)> = context.cards_of(column.stage).filter(feels).collect();
    let room = column.width / cards.len().max(1) as f32;
    let spot = |(nth, (id, card)): (usize, (TouchpointId, &'a Touchpoint))| Spot {
        id,
        card,
        x: column.x + room * (nth as f32 + 0.5),
        room,
    };
    cards.into_iter().enumerate().map(spot).collect()
}

/// What an audience feels at a card, when it comes by there at all.
pub(super) fn felt(card: &Touchpoint, segment: Option<SegmentId>) -> Option<&Emotion> {
    card.is_for(segment).then(|| card.emotion_of(segment)).flatten()
}

pub(super) fn height_of(score: Score, middle: f32) -> f32 {
    middle - score.value() * UNITS_PER_SCORE
}

fn radius(room: f32) -> f32 {
    (room * 0.46).clamp(3.0, FACE_RADIUS)
}

fn color_of(context: &Context, score: Score) -> Color {
    match score.tenths() {
        tenths if tenths > NEUTRAL_TENTHS => context.theme.good,
        tenths if tenths < -NEUTRAL_TENTHS => context.theme.bad,
        _ => context.theme.neutral,
    }
}

/// The faces where they belong, for paper, with what the curve is made of.
pub(super) fn on_paper(context: &Context, middle: f32) -> (Vec<Arc<Felt>>, Vec<Item>) {
    let spots: Vec<Vec<Spot>> = context.columns.iter().map(|column| spots(context, column)).collect();
    let faces = spots.iter().flatten().filter_map(|spot| face(context, spot, middle)).collect();
    (spots.iter().map(|spots| Arc::new(Felt::of(context, spots))).collect(), faces)
}

fn face(context: &Context, spot: &Spot, middle: f32) -> Option<Item> {
    let emotion = felt(spot.card, context.segment)?;
    let center = Point::new(spot.x, height_of(emotion.score, middle));
    let radius = radius(spot.room);
    let bounds = Rect::new(center.x - radius - 1.0, center.y - radius - 1.0, 2.0 * radius + 2.0, 2.0 * radius + 2.0);
    let items = sign_of(context, emotion.score, center, radius);
    Some(pen::tagged(Tag::new(Kind::Emotion, spot.id.0), Role::Figure, face_label(spot, emotion), bounds, items))
}

fn face_label(spot: &Spot, emotion: &Emotion) -> String {
    format!("{}, {}", spot.card.title, words::feeling(emotion.score, &emotion.word))
}

fn sign_of(context: &Context, score: Score, center: Point, radius: f32) -> Vec<Item> {
    let color = color_of(context, score);
    icons::face(center, radius, score.value() / 3.0, color, context.theme.surface).into_iter().map(Item::Path).collect()
}

/// The faces of the layout before.
#[derive(Debug, Default)]
pub(super) struct KeptFaces {
    stages: HashMap<StageId, KeptStage>,
    /// A face is drawn once for each score and size.
    signs: HashMap<(i32, u32), Arc<[Item]>>,
    /// Whose lines there are.
    segments: Vec<SegmentId>,
    /// The layout that they are of.
    pass: u64,
}

#[derive(Debug)]
struct KeptStage {
    column: Column,
    runs: Vec<Arc<KeptRun>>,
    /// With its corner where the stage begins on the middle line; None without a face.
    group: Option<Group>,
}

/// Some neighbouring faces of a stage.
#[derive(Debug)]
struct KeptRun {
    ids: Vec<TouchpointId>,
    room: f32,
    items: Arc<[Item]>,
    around: Rect,
    felt: Arc<Felt>,
}

/// The faces of each stage as a group with its corner on the middle line, taken over where none of them changed, with what
/// the curve is made of. `pass` counts the layouts.
pub(super) fn placed(
    context: &Context,
    middle: f32,
    kept: &mut KeptFaces,
    pass: u64,
    over: &mut Vec<Item>,
) -> Vec<Arc<Felt>> {
    let segments: Vec<SegmentId> = context.map.segments.keys().copied().collect();
    if kept.segments != segments || kept.pass + 1 < pass {
        kept.stages.clear();
    }
    (kept.segments, kept.pass) = (segments, pass);
    let mut before = std::mem::take(&mut kept.stages);
    let mut all = Vec::new();
    for column in &context.columns {
        let stage = match before.remove(&column.stage).filter(|stage| stage.column == *column) {
            Some(stage) if !context.stage_may_differ(column.stage) => stage,
            known => stage_of(context, *column, known, &mut kept.signs),
        };
        if let Some(group) = &stage.group {
            let transform = Transform::translate(column.x, middle);
            over.push(Item::Group(Group { transform, ..group.clone() }));
        }
        all.extend(stage.runs.iter().map(|run| Arc::clone(&run.felt)));
        kept.stages.insert(column.stage, stage);
    }
    all
}

fn stage_of(
    context: &Context,
    column: Column,
    before: Option<KeptStage>,
    signs: &mut HashMap<(i32, u32), Arc<[Item]>>,
) -> KeptStage {
    let spots = spots(context, &column);
    let mut before = before.into_iter().flat_map(|stage| stage.runs);
    let runs: Vec<Arc<KeptRun>> = spots
        .chunks(RUN)
        .map(|spots| {
            let is_as = |run: &Arc<KeptRun>| {
                let ids = spots.iter().map(|spot| &spot.id);
                let room = spots.first().map_or(0.0, |spot| spot.room);
                run.room == room && run.ids.iter().eq(ids) && !run.ids.iter().any(|id| context.lists.may_differ(*id))
            };
            // The runs before stand in the same order, so each is held against the one in its own place.
            before.next().filter(is_as).unwrap_or_else(|| Arc::new(run_of(context, column, spots, signs)))
        })
        .collect();
    let around =
        runs.iter().filter(|run| !run.items.is_empty()).map(|run| run.around).reduce(|all, run| all.union(&run));
    let group = |run: &Arc<KeptRun>| Group::placed(Transform::IDENTITY, Some(run.around), Arc::clone(&run.items));
    let group = match runs.as_slice() {
        [only] => Some(group(only)),
        runs => around.map(|around| {
            let items = runs.iter().map(|run| Item::Group(group(run))).collect();
            Group::placed(Transform::IDENTITY, Some(around), items)
        }),
    };
    KeptStage { column, runs, group }
}

fn run_of(context: &Context, column: Column, spots: &[Spot], signs: &mut HashMap<(i32, u32), Arc<[Item]>>) -> KeptRun {
    let mut around: Option<Rect> = None;
    let mut items = Vec::with_capacity(spots.len());
    for spot in spots {
        let Some(emotion) = felt(spot.card, context.segment) else { continue };
        let radius = radius(spot.room);
        let sign = signs.entry((emotion.score.tenths(), radius.to_bits()));
        let sign = sign.or_insert_with(|| sign_of(context, emotion.score, Point::default(), radius).into());
        let bounds = Rect::new(-radius - 1.0, -radius - 1.0, 2.0 * radius + 2.0, 2.0 * radius + 2.0);
        let label = face_label(spot, emotion).into();
        let tag = Tag::new(Kind::Emotion, spot.id.0);
        let tagged = Tagged { tag, role: Role::Figure, label, bounds, items: Arc::clone(sign) };
        let transform = Transform::translate(spot.x - column.x, height_of(emotion.score, 0.0));
        let place = transform.apply_rect(bounds);
        around = Some(around.map_or(place, |around| around.union(&place)));
        items.push(Item::Group(Group::placed(transform, Some(bounds), [Item::Tagged(tagged)].into())));
    }
    KeptRun {
        ids: spots.iter().map(|spot| spot.id).collect(),
        room: spots.first().map_or(0.0, |spot| spot.room),
        items: items.into(),
        around: around.unwrap_or_default(),
        felt: Arc::new(Felt::of(context, spots)),
    }
}
