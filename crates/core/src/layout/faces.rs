//! One face for each touchpoint that somebody feels something at, and what the curve through them is made of.
//!
//! In the editor the faces of a stage are laid in runs, and a run in which nothing changed is taken over whole. Where
//! faces only make room for another, what is felt and said at each is taken over.

use super::ahead;
use super::context::{Column, Context};
use super::pen;
use super::words;
use crate::figures::numbers;
use crate::model::{Emotion, Score, SegmentId, StageId, Touchpoint, TouchpointId};
use crate::scene::{Color, Group, Item, Kind, Label, Point, Rect, Role, Tag, Tagged, Transform};
use crate::theme::icons;
use std::collections::{BTreeSet, HashMap};
use std::sync::Arc;
use touchline_words::say;

/// Feelings within this much of 0.0 have a neutral face.
const NEUTRAL_TENTHS: i32 = 4;
/// Faces of a run.
const RUN: usize = 64;

/// What is felt at a touchpoint, wherever it stands.
#[derive(Debug)]
struct Feeling {
    id: TouchpointId,
    /// How high it is felt about zero by each whose line there is, see [`Felt::lines`].
    heights: Box<[Option<f32>]>,
    /// Whose feelings are their own.
    own: Box<[SegmentId]>,
    /// What the audience under the lens feels.
    seen: Option<Seen>,
    /// What all shall feel, where somebody said so.
    to_be: Option<ToBe>,
}

/// What shall be felt.
#[derive(Debug)]
struct ToBe {
    score: Score,
    label: Label,
}

/// Where it shall be felt otherwise, or is meant to stay as it is.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Target {
    pub id: TouchpointId,
    /// About zero.
    pub at: Point,
    /// What the audience under the lens feels now.
    pub now: Option<f32>,
    pub score: Option<(Score, Option<Score>)>,
    /// In words, where somebody said it; else it is as now.
    pub label: Option<Label>,
}

/// What is shown of a feeling.
#[derive(Debug)]
struct Seen {
    score: Score,
    /// The face in words.
    label: Label,
    /// The card and its score, as the curve is told.
    words: String,
}

impl Feeling {
    /// None where nobody feels anything.
    fn of(context: &Context, id: TouchpointId) -> Option<Self> {
        let card = context.map.touchpoints.get(&id)?;
        if card.emotion.is_none() && card.segment_emotions.is_empty() && card.to_be.is_none() {
            return None;
        }
        let others = context.map.segments.keys().map(|id| Some(*id));
        let height = |segment| felt(card, segment).map(|felt| height_of(context, felt.score, 0.0));
        let seen = felt(card, context.segment).map(|felt| Seen {
            score: felt.score,
            label: format!("{}, {}", context.card_name(card), words::feeling(context, felt.score, &felt.word)).into(),
            words: format!("{} {}", context.card_name(card), numbers::score(felt.score)),
        });
        Some(Self {
            id,
            heights: [context.segment, None].into_iter().chain(others).map(height).collect(),
            own: card.segment_emotions.keys().copied().collect(),
            seen,
            to_be: card.to_be.map(|score| ToBe {
                score,
                label: say!(layout_to_be_said, card = context.card_name(card), score = numbers::score(score)).into(),
            }),
        })
    }
}

/// A touchpoint's place on the curve.
struct Spot {
    feeling: Arc<Feeling>,
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
    /// One for each spot, where somebody said of any of them how it shall be felt.
    pub targets: Vec<Target>,
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
        let line = |nth: usize| {
            let height = |spot: &Spot| spot.feeling.heights.get(nth).copied().flatten();
            spots.iter().filter_map(|spot| Some(Point::new(spot.x, height(spot)?))).collect()
        };
        let seen = || spots.iter().filter_map(|spot| Some((spot, spot.feeling.seen.as_ref()?)));
        let words: Vec<&str> = seen().map(|(_, seen)| seen.words.as_str()).collect();
        let lowest = seen().min_by_key(|(_, seen)| seen.score);
        Self {
            lines: (0..context.map.segments.len() + 2).map(line).collect(),
            own: spots.iter().flat_map(|spot| spot.feeling.own.iter().copied()).collect(),
            lowest: lowest.map(|(spot, seen)| Lowest {
                id: spot.feeling.id,
                score: seen.score,
                x: spot.x,
                radius: radius(context, spot.room),
            }),
            targets: spots.iter().filter_map(|spot| target(context, spot)).collect(),
            radius: spots.first().map_or(0.0, |spot| radius(context, spot.room)),
            words: words.join(", ").into(),
        }
    }

    /// The points of a line, see [`Felt::lines`].
    pub fn line(&self, nth: usize) -> &[Point] {
        self.lines.get(nth).map_or(&[], Vec::as_slice)
    }

    /// Whether the curves and their ghosts run as through `other`.
    pub fn runs_as(&self, other: &Self) -> bool {
        self.lines == other.lines && self.own == other.own && self.targets == other.targets
    }

    /// Whether an audience has feelings of its own at some spot.
    pub fn has_own(&self, segment: SegmentId) -> bool {
        self.own.contains(&segment)
    }
}

/// Where the second curve runs by a spot: through what shall be felt there, else through what is.
fn target(context: &Context, spot: &Spot) -> Option<Target> {
    let Feeling { id, seen, to_be, .. } = &*spot.feeling;
    let now = seen.as_ref().map(|seen| height_of(context, seen.score, 0.0));
    let y = to_be.as_ref().map(|to_be| height_of(context, to_be.score, 0.0)).or(now)?;
    Some(Target {
        id: *id,
        at: Point::new(spot.x, y),
        now,
        score: to_be.as_ref().map(|to_be| (to_be.score, seen.as_ref().map(|seen| seen.score))),
        label: to_be.as_ref().map(|to_be| to_be.label.clone()),
    })
}

/// What is felt at each card of a stage in order, None where that is nothing.
type Feelings = Vec<(TouchpointId, Option<Arc<Feeling>>)>;

/// What is felt at each card of a stage, taken over from `before` where the card did not change.
fn feelings(context: &Context, stage: StageId, before: &Feelings) -> Feelings {
    let anew = |id| (id, Feeling::of(context, id).map(Arc::new));
    if before.is_empty() {
        let ids: Vec<TouchpointId> = context.card_ids_of(stage).collect();
        let felt = ahead::on_all_cores(context, ids.len(), |nth| ids.get(nth).map(|id| anew(*id)));
        return felt.into_iter().flatten().collect();
    }
    // Cards that did not change stand in the order in which they stood.
    let mut rest = before.as_slice();
    let feeling = |id| {
        if context.differs.card(id) {
            return anew(id);
        }
        match rest.iter().position(|(known, _)| *known == id) {
            Some(at) => {
                let known = rest.get(at).cloned();
                rest = rest.get(at + 1..).unwrap_or_default();
                known.unwrap_or_else(|| anew(id))
            }
            // Lanes changed places, or it came from another stage: what follows is looked for no longer.
            None => {
                rest = &[];
                anew(id)
            }
        }
    };
    context.card_ids_of(stage).map(feeling).collect()
}

/// Every touchpoint of a stage that anybody feels something at, spread over it in card order. Who is looked at makes no
/// difference, so that a face stays where it is when the lens changes.
fn spots(column: &Column, feelings: &Feelings) -> Vec<Spot> {
    spots_of_run(column, feelings, 0, usize::MAX)
}

/// `count` of them from the `first` on.
fn spots_of_run(column: &Column, feelings: &Feelings, first: usize, count: usize) -> Vec<Spot> {
    let felt = || feelings.iter().filter_map(|(_, feeling)| feeling.as_ref());
    let room = column.width / felt().count().max(1) as f32;
    let spot = |(nth, feeling): (usize, &Arc<Feeling>)| {
        let x = column.x + room * (nth as f32 + 0.5);
        Spot { feeling: Arc::clone(feeling), x, room }
    };
    felt().enumerate().skip(first).take(count).map(spot).collect()
}

/// What an audience feels at a card, when it comes by there at all.
pub(super) fn felt(card: &Touchpoint, segment: Option<SegmentId>) -> Option<&Emotion> {
    card.is_for(segment).then(|| card.emotion_of(segment)).flatten()
}

pub(super) fn height_of(context: &Context, score: Score, middle: f32) -> f32 {
    middle - score.value() * context.dress.feeling.units_per_score
}

fn radius(context: &Context, room: f32) -> f32 {
    (room * 0.46).clamp(3.0, context.dress.feeling.face)
}

fn color_of(context: &Context, score: Score) -> Color {
    match score.tenths() {
        tenths if tenths > NEUTRAL_TENTHS => context.theme.good,
        tenths if tenths < -NEUTRAL_TENTHS => context.theme.bad,
        _ => context.theme.neutral,
    }
}

/// The faces where they belong, for paper, with what the curve is made of at every stage of the map.
pub(super) fn on_paper(context: &Context, middle: f32) -> (Vec<Arc<Felt>>, Vec<Item>) {
    let spots_of = |column: &Column| spots(column, &feelings(context, column.stage, &Feelings::default()));
    let spots: Vec<Vec<Spot>> = context.all_columns().iter().map(spots_of).collect();
    let here = spots.get(context.band.stages.clone()).unwrap_or_default();
    let faces = here.iter().flatten().filter_map(|spot| face(context, spot, middle)).collect();
    (spots.iter().map(|spots| Arc::new(Felt::of(context, spots))).collect(), faces)
}

fn face(context: &Context, spot: &Spot, middle: f32) -> Option<Item> {
    let Feeling { id, seen, .. } = &*spot.feeling;
    let seen = seen.as_ref()?;
    let center = Point::new(spot.x, height_of(context, seen.score, middle));
    let radius = radius(context, spot.room);
    let bounds = Rect::new(center.x - radius - 1.0, center.y - radius - 1.0, 2.0 * radius + 2.0, 2.0 * radius + 2.0);
    let items = sign_of(context, seen.score, center, radius);
    Some(pen::tagged(Tag::new(Kind::Emotion, id.0), Role::Figure, seen.label.clone(), bounds, items))
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
    feelings: Feelings,
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
    mut before: Option<KeptStage>,
    signs: &mut HashMap<(i32, u32), Arc<[Item]>>,
) -> KeptStage {
    if before.as_mut().is_some_and(|before| renewed(context, before, signs))
        && let Some(stage) = before
    {
        return stage;
    }
    let (before, felt_before) = before.map_or_else(Default::default, |stage| (stage.runs, stage.feelings));
    let feelings = feelings(context, column.stage, &felt_before);
    let spots = spots(&column, &feelings);
    let mut before = before.into_iter();
    let runs: Vec<Arc<KeptRun>> = spots
        .chunks(RUN)
        .map(|spots| {
            let is_as = |run: &Arc<KeptRun>| {
                let ids = spots.iter().map(|spot| &spot.feeling.id);
                let room = spots.first().map_or(0.0, |spot| spot.room);
                run.room == room && run.ids.iter().eq(ids) && !run.ids.iter().any(|id| context.differs.card(*id))
            };
            // The runs before stand in the same order, so each is held against the one in its own place.
            before.next().filter(is_as).unwrap_or_else(|| Arc::new(run_of(context, column, spots, signs)))
        })
        .collect();
    let group = group_of(&runs);
    KeptStage { column, feelings, runs, group }
}

/// Draws those runs of the stage before again in which a face may be another. False: its cards are not those of before, or somebody
/// feels something at others of them, so that its faces stand elsewhere.
fn renewed(context: &Context, stage: &mut KeptStage, signs: &mut HashMap<(i32, u32), Arc<[Item]>>) -> bool {
    let ids = stage.feelings.iter().map(|(id, _)| *id);
    if !ids.eq(context.card_ids_of(stage.column.stage)) {
        return false;
    }
    let mut runs = BTreeSet::new();
    let mut nth = 0;
    for (id, feeling) in &mut stage.feelings {
        if context.differs.card(*id) {
            let now = Feeling::of(context, *id).map(Arc::new);
            if now.is_some() != feeling.is_some() {
                return false;
            }
            runs.extend(now.is_some().then_some(nth / RUN));
            *feeling = now;
        }
        nth += usize::from(feeling.is_some());
    }
    for run in &runs {
        let spots = spots_of_run(&stage.column, &stage.feelings, run * RUN, RUN);
        if let Some(kept) = stage.runs.get_mut(*run) {
            *kept = Arc::new(run_of(context, stage.column, &spots, signs));
        }
    }
    if !runs.is_empty() {
        stage.group = group_of(&stage.runs);
    }
    true
}

/// The faces of a stage as one.
fn group_of(runs: &[Arc<KeptRun>]) -> Option<Group> {
    let around =
        runs.iter().filter(|run| !run.items.is_empty()).map(|run| run.around).reduce(|all, run| all.union(&run));
    let group = |run: &Arc<KeptRun>| Group::placed(Transform::IDENTITY, Some(run.around), Arc::clone(&run.items));
    match runs {
        [only] => Some(group(only)),
        runs => around.map(|around| {
            let items = runs.iter().map(|run| Item::Group(group(run))).collect();
            Group::placed(Transform::IDENTITY, Some(around), items)
        }),
    }
}

fn run_of(context: &Context, column: Column, spots: &[Spot], signs: &mut HashMap<(i32, u32), Arc<[Item]>>) -> KeptRun {
    let mut around: Option<Rect> = None;
    let mut items = Vec::with_capacity(spots.len());
    for spot in spots {
        let Feeling { id, seen: Some(seen), .. } = &*spot.feeling else { continue };
        let radius = radius(context, spot.room);
        let sign = signs.entry((seen.score.tenths(), radius.to_bits()));
        let sign = sign.or_insert_with(|| sign_of(context, seen.score, Point::default(), radius).into());
        let bounds = Rect::new(-radius - 1.0, -radius - 1.0, 2.0 * radius + 2.0, 2.0 * radius + 2.0);
        let (tag, label) = (Tag::new(Kind::Emotion, id.0), seen.label.clone());
        let tagged = Tagged { tag, role: Role::Figure, label, bounds, items: Arc::clone(sign) };
        let transform = Transform::translate(spot.x - column.x, height_of(context, seen.score, 0.0));
        let place = transform.apply_rect(bounds);
        around = Some(around.map_or(place, |around| around.union(&place)));
        items.push(Item::Group(Group::placed(transform, Some(bounds), [Item::Tagged(tagged)].into())));
    }
    KeptRun {
        ids: spots.iter().map(|spot| spot.feeling.id).collect(),
        room: spots.first().map_or(0.0, |spot| spot.room),
        items: items.into(),
        around: around.unwrap_or_default(),
        felt: Arc::new(Felt::of(context, spots)),
    }
}
