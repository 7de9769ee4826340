//! How it feels: the curve through the stage's faces, going on to its neighbours, and one other's as dashes.

use super::show::Show;
use super::tiles;
use crate::figures::numbers;
use crate::layout::curve::smooth;
use crate::layout::pen;
use crate::model::*;
use crate::scene::{
    Color, FaceStyle, Group, Item, Kind, Paint, PathSegment, Point, Rect, Role, Stroke, Tag, TextItem, Transform,
};
use crate::theme::icons;
use touchline_words::say;

/// From one score to the next where there is room for it.
const UNIT: f32 = 54.0;
/// Feelings within this much of 0.0 have a neutral face.
const NEUTRAL_TENTHS: i32 = 4;
const FACE: f32 = 25.0;
const LIT_FACE: f32 = 31.0;
const WORD: f32 = 28.0;
const LIT_WORD: f32 = 32.0;
const FADED: f32 = 0.40;
/// How much of the ground lies over what steps back.
const VEIL: f32 = 0.62;
/// Faces of a stage, at most; of more, the lowest of each few neighbours.
const MOST: usize = 48;
/// So many points of each neighbour the curve is drawn through, so that it does not bend at the seam.
const BEYOND: usize = 3;
/// From the highest face's middle to the edge, and from the lowest one's, under which a line of words has room.
const AIR: f32 = 34.0;
const AIR_BELOW: f32 = 56.0;

/// A feeling with its place.
#[derive(Clone)]
struct Spot {
    id: TouchpointId,
    nth: usize,
    x: f32,
    felt: Emotion,
}

/// Where feelings stand: the height of zero and of a score.
struct Scale {
    zero: f32,
    unit: f32,
}

impl Scale {
    /// The same for every stage of the map, so that the curve goes on.
    fn of(show: &Show, area: Rect) -> Self {
        let all = show.map.touchpoints.values();
        let scores =
            all.flat_map(|card| card.segment_emotions.values().chain(&card.emotion).map(|felt| felt.score.value()));
        let (low, high) = scores.fold((0.0_f32, 0.0_f32), |(low, high), score| (low.min(score), high.max(score)));
        let room = (area.height - AIR - AIR_BELOW).max(10.0);
        let unit = (room / (high - low).max(0.1)).min(UNIT);
        let above = (room - unit * (high - low)) / 2.0;
        Self { zero: area.y + AIR + above + unit * high, unit }
    }

    fn y(&self, score: Score) -> f32 {
        self.zero - score.value() * self.unit
    }
}

/// The middle line and the curves.
pub(super) fn behind(show: &Show) -> Vec<Item> {
    let Some(area) = show.moods() else { return Vec::new() };
    let scale = Scale::of(show, area);
    let slot = show.room.slot(area.y - 2.0, area.bottom() + 2.0);
    let theme = show.theme;
    let zero = [Point::new(slot.x, scale.zero), Point::new(slot.right(), scale.zero)];
    let zero = vec![PathSegment::Move(zero[0]), PathSegment::Line(zero[1])];
    let mut items = vec![pen::dashed(zero, theme.hairline.over(theme.neutral, 0.6), 1.5, 2.0, 8.0)];
    let by_height = Paint::Gradient {
        from: Point::new(0.0, scale.zero - 1.6 * scale.unit),
        to: Point::new(0.0, scale.zero + 1.6 * scale.unit),
        stops: vec![(0.0, theme.good), (0.5, theme.neutral), (1.0, theme.bad)],
    };
    let line = |segment| smooth(&through(show, segment, &scale));
    let other = other(show).map(line).filter(|line| !line.is_empty());
    items.extend(other.map(|line| {
        let dash = Some(crate::scene::Dash { on: 3.0, off: 10.0 });
        pen::stroked(line, Stroke { paint: by_height.clone(), width: 3.0, dash })
    }));
    let own = line(show.stand.segment);
    if !own.is_empty() {
        items.push(pen::stroked(own, Stroke { paint: by_height, width: 7.0, dash: None }));
    }
    items.extend(veils(show, slot));
    let clip = Some(slot);
    vec![Item::Group(Group { clip, ..Group::placed(Transform::IDENTITY, clip, items.into()) })]
}

/// The other whose feelings are shown beside: with all audiences the one that feels worst; with one, all.
fn other(show: &Show) -> Option<Option<SegmentId>> {
    if show.stand.segment.is_some() {
        return Some(None);
    }
    let own = show.map.touchpoints.values().flat_map(|card| &card.segment_emotions);
    own.min_by_key(|(id, felt)| (felt.score, **id)).map(|(id, _)| Some(*id))
}

/// What an audience feels at the cards of a stage that it meets, in order.
fn spots(show: &Show, stage: StageId, segment: Option<SegmentId>) -> Vec<Spot> {
    let felt = show.faces(stage).into_iter().enumerate().filter_map(|(nth, (id, x))| {
        let card = show.map.touchpoints.get(&id).filter(|card| card.is_for(segment))?;
        Some(Spot { id, nth, x, felt: card.emotion_of(segment)?.clone() })
    });
    let felt: Vec<Spot> = felt.collect();
    let each = felt.len().div_ceil(MOST).max(1);
    felt.chunks(each).filter_map(|few| few.iter().min_by_key(|spot| spot.felt.score).cloned()).collect()
}

/// The points of a curve over the stage, with the nearest of its neighbours'.
fn through(show: &Show, segment: Option<SegmentId>, scale: &Scale) -> Vec<Point> {
    let at = |stage: usize| {
        let away = (stage as f32 - show.place as f32) * show.room.pitch();
        let spots = show.stages.get(stage).map(|id| spots(show, *id, segment)).unwrap_or_default();
        spots.into_iter().map(move |spot| Point::new(spot.x + away, scale.y(spot.felt.score))).collect::<Vec<_>>()
    };
    let take = |points: &mut Vec<Point>, stages: &mut dyn Iterator<Item = usize>| {
        for stage in stages {
            if points.len() >= BEYOND {
                break;
            }
            points.extend(at(stage));
        }
    };
    let (mut before, mut behind) = (Vec::new(), Vec::new());
    let mut back = (0..show.place).rev();
    // Each stage before is put in front of those that are nearer.
    while before.len() < BEYOND {
        let Some(stage) = back.next() else { break };
        let mut further = at(stage);
        further.append(&mut before);
        before = further;
    }
    take(&mut behind, &mut (show.place + 1..show.stages.len()));
    before.extend(at(show.place));
    before.extend(behind);
    before
}

/// With a card in the spotlight, what leads to it and away from it steps back.
fn veils(show: &Show, slot: Rect) -> Vec<Item> {
    if show.stand.aside {
        return vec![pen::rounded(slot, 0.0, show.theme.surface.alpha(VEIL), None)];
    }
    let lit = show.stand.spotlight.and_then(|record| TouchpointId::try_from(record).ok());
    let spots = spots(show, show.stand.stage, show.stand.segment);
    let count = spots.len();
    let Some(spot) = lit.and_then(|lit| spots.into_iter().find(|spot| spot.id == lit)) else { return Vec::new() };
    let ground = show.theme.surface;
    let reach = (show.room.across() / count.max(1) as f32 * 0.75).clamp(90.0, 330.0);
    let stops = |near: bool| match near {
        true => vec![(0.0, ground.alpha(0.0)), (1.0, ground.alpha(VEIL))],
        false => vec![(0.0, ground.alpha(VEIL)), (1.0, ground.alpha(VEIL))],
    };
    let veil = |from: f32, to: f32, near: bool| {
        let rect = Rect::new(from.min(to), slot.y, (to - from).abs(), slot.height);
        let fill = Paint::Gradient { from: Point::new(from, 0.0), to: Point::new(to, 0.0), stops: stops(near) };
        Item::Rect(crate::scene::RectItem { rect, radius: 0.0, fill: Some(fill), stroke: None })
    };
    let mut items = Vec::new();
    for (end, side) in [(slot.x, -1.0_f32), (slot.right(), 1.0)] {
        let (near, far) = (spot.x + side * 60.0, spot.x + side * reach);
        let past = |x: f32| if side < 0.0 { x <= end } else { x >= end };
        items.push(veil(near, if past(far) { end } else { far }, true));
        if !past(far) {
            items.push(veil(far, end, false));
        }
    }
    items
}

/// The faces with their words, and the line from the card in the spotlight to its face.
pub(super) fn faces(show: &Show) -> Vec<Item> {
    let Some(area) = show.moods() else { return Vec::new() };
    let scale = Scale::of(show, area);
    let spots = spots(show, show.stand.stage, show.stand.segment);
    let lit = show.stand.spotlight.and_then(|record| TouchpointId::try_from(record).ok());
    let room = show.room.across() / spots.len().max(1) as f32;
    let points = through(show, show.stand.segment, &scale);
    let other = other(show).map(|segment| path(&through(show, segment, &scale))).unwrap_or_default();
    let mut taken = Taken { area, zero: scale.zero, curve: path(&points), other, words: Vec::new() };
    let radius = |spot: &Spot| if Some(spot.id) == lit { LIT_FACE } else { FACE.min(room * 0.42) };
    taken.words.extend(spots.iter().map(|spot| around(spot, &scale, radius(spot))));
    // The one in the spotlight has its words first, then the lowest, then the others as they come.
    let mut order: Vec<&Spot> = spots.iter().collect();
    order.sort_by_key(|spot| (Some(spot.id) != lit, spot.felt.score, spot.nth));
    let mut items = Vec::new();
    let lit_spot = spots.iter().find(|spot| Some(spot.id) == lit);
    items.extend(lit_spot.and_then(|spot| tie(show, spot, &scale)));
    let mut drawn = Vec::new();
    for spot in order {
        let is_lit = Some(spot.id) == lit;
        let mut face = sign(show, spot, &scale, radius(spot));
        face.extend(word(show, spot, &scale, radius(spot), is_lit, &mut taken));
        let face = tagged(show, spot, &scale, radius(spot), face);
        drawn.extend(if lit_spot.is_some() && !is_lit {
            pen::faded(vec![face], show.stepped_back(FADED))
        } else {
            vec![face]
        });
        if is_lit {
            drawn.extend(others(show, spot, &scale, &mut taken));
        }
    }
    items.extend(drawn);
    items
}

fn color(show: &Show, score: Score) -> (Color, Color) {
    let theme = show.theme;
    match score.tenths() {
        tenths if tenths > NEUTRAL_TENTHS => (theme.good, theme.good_ink),
        tenths if tenths < -NEUTRAL_TENTHS => (theme.bad, theme.bad_ink),
        _ => (theme.neutral, theme.neutral_ink),
    }
}

fn around(spot: &Spot, scale: &Scale, radius: f32) -> Rect {
    let y = scale.y(spot.felt.score);
    Rect::new(spot.x - radius, y - radius, 2.0 * radius, 2.0 * radius)
}

fn sign(show: &Show, spot: &Spot, scale: &Scale, radius: f32) -> Vec<Item> {
    let (line, _) = color(show, spot.felt.score);
    let center = Point::new(spot.x, scale.y(spot.felt.score));
    let face = icons::face(center, radius, spot.felt.score.value() / 3.0, line, show.theme.surface);
    face.into_iter().map(Item::Path).collect()
}

fn tagged(show: &Show, spot: &Spot, scale: &Scale, radius: f32, items: Vec<Item>) -> Item {
    let title = show.map.touchpoints.get(&spot.id).map_or("", |card| card.title.as_str());
    let word = if spot.felt.word.is_empty() { String::new() } else { format!(" {}", spot.felt.word) };
    let felt = say!(layout_say_emotion, score = numbers::score(spot.felt.score), word);
    let tag = Tag::new(Kind::Emotion, spot.id.0);
    pen::tagged(tag, Role::Figure, format!("{title}, {felt}"), around(spot, scale, radius), items)
}

/// From the card in the spotlight down to its face.
fn tie(show: &Show, spot: &Spot, scale: &Scale) -> Option<Item> {
    let card = tiles::lit_place(show)?;
    let (from, to) = (card.bottom() + 4.0, scale.y(spot.felt.score) - LIT_FACE);
    let x = spot.x;
    let start = x.clamp(card.x + 40.0, card.right() - 40.0);
    let bend = from + (to - from) * 0.4;
    let mut path = vec![PathSegment::Move(Point::new(start, from))];
    if (start - x).abs() > 1.0 {
        path.extend([PathSegment::Line(Point::new(start, bend)), PathSegment::Line(Point::new(x, bend))]);
    }
    path.push(PathSegment::Line(Point::new(x, to)));
    (to > from).then(|| pen::stroked(path, Stroke::solid(show.theme.accent, 2.0)))
}

/// What the words beside faces do not lie on.
struct Taken {
    area: Rect,
    curve: Vec<Point>,
    words: Vec<Rect>,
    /// The middle line and the other's dashes, which they may lie on where nothing else is free.
    zero: f32,
    other: Vec<Point>,
}

impl Taken {
    fn is_free(&self, place: Rect) -> bool {
        let inside = place.x >= self.area.x
            && place.right() <= self.area.right()
            && place.y >= self.area.y
            && place.bottom() <= self.area.bottom();
        inside && !self.words.iter().any(|other| other.overlaps(&place.shrink(-6.0))) && !meets(&self.curve, place)
    }

    /// The best of these places that is free, for a line of this width and height.
    fn place(&mut self, line: TextItem, corners: &[Point]) -> Option<TextItem> {
        let bounds = line.clone().at(Point::new(0.0, 0.0)).bounds();
        let at = |corner: &Point| Rect { x: corner.x, y: corner.y, ..bounds };
        let free = corners.iter().map(at).filter(|place| self.is_free(*place));
        let crossed = |place: &Rect| {
            let on_zero = self.zero >= place.y && self.zero <= place.bottom();
            2 * u8::from(meets(&self.other, *place)) + u8::from(on_zero)
        };
        let place = free.min_by_key(crossed)?;
        self.words.push(place);
        let ascent = line.ascent;
        Some(line.at(Point::new(place.x, place.y + ascent)))
    }
}

fn meets(curve: &[Point], place: Rect) -> bool {
    curve.iter().any(|point| place.shrink(-4.0).contains(*point))
}

/// The curve as points that are near to each other.
fn path(points: &[Point]) -> Vec<Point> {
    let mut all = Vec::new();
    let mut from = Point::default();
    for segment in smooth(points) {
        match segment {
            PathSegment::Move(to) | PathSegment::Line(to) => from = to,
            PathSegment::Cubic(a, b, to) => {
                let steps = ((to.x - from.x).abs() / 12.0).clamp(2.0, 160.0) as usize;
                all.extend((0..=steps).map(|step| {
                    let t = step as f32 / steps as f32;
                    let u = 1.0 - t;
                    let mix = |p: fn(Point) -> f32| {
                        u * u * u * p(from) + 3.0 * u * u * t * p(a) + 3.0 * u * t * t * p(b) + t * t * t * p(to)
                    };
                    Point::new(mix(|p| p.x), mix(|p| p.y))
                }));
                from = to;
            }
            PathSegment::Close => {}
        }
    }
    all
}

/// `wary −1.5`, where it lies on nothing.
fn word(show: &Show, spot: &Spot, scale: &Scale, radius: f32, is_lit: bool, taken: &mut Taken) -> Option<Item> {
    let (_, ink) = color(show, spot.felt.score);
    let (size, face) = if is_lit { (LIT_WORD, FaceStyle::Bold) } else { (WORD, FaceStyle::Medium) };
    let style = show.style(size, face).with_color(if is_lit { ink } else { show.theme.detail }).tabular();
    let score = numbers::score(spot.felt.score);
    let whole = if spot.felt.word.is_empty() { score.clone() } else { format!("{} {score}", spot.felt.word.trim()) };
    // The number alone where the word has no room.
    let said = [whole, score].into_iter().find_map(|said| {
        let line = show.shaper.line(&said, style);
        let corners = corners(spot, scale, radius, line.width, line.ascent + line.descent, is_lit);
        taken.place(line, &corners)
    });
    said.map(Item::Text)
}

/// Where the words of a face may stand, the best first.
fn corners(spot: &Spot, scale: &Scale, radius: f32, width: f32, height: f32, is_lit: bool) -> Vec<Point> {
    let (x, y) = (spot.x, scale.y(spot.felt.score));
    let (above, below) = (y - radius - height - 8.0, y + radius + 8.0);
    let (right, left) = (x + radius + 16.0, x - radius - 16.0 - width);
    let middle = x - width / 2.0;
    let (over_it, under_it) = (y - height - 5.0, y + 6.0);
    let (high, low) = (over_it - 14.0, under_it + 14.0);
    let beside = [(right, over_it), (right, under_it), (right, high), (left, over_it), (left, under_it), (left, high)];
    let beside = beside.into_iter().chain([(right, low), (left, low)]);
    let over = [(middle, above), (middle, below)];
    // The line to the card comes down on the face in the spotlight.
    let places: Vec<(f32, f32)> =
        if is_lit { beside.chain([over[1]]).collect() } else { over.into_iter().chain(beside).collect() };
    places.into_iter().map(|(x, y)| Point::new(x, y)).collect()
}

/// What the other audience feels at the card in the spotlight, where it has a feeling of its own there.
fn others(show: &Show, lit: &Spot, scale: &Scale, taken: &mut Taken) -> Vec<Item> {
    let Some(other) = other(show) else { return Vec::new() };
    let Some(card) = show.map.touchpoints.get(&lit.id).filter(|card| card.is_for(other)) else { return Vec::new() };
    let felt = match other {
        Some(id) => card.segment_emotions.get(&id),
        None => card.emotion.as_ref(),
    };
    let Some(felt) = felt.filter(|felt| felt.score != lit.felt.score) else { return Vec::new() };
    let (line, ink) = color(show, felt.score);
    let y = scale.y(felt.score);
    let name = match other.and_then(|id| show.map.segments.get(&id)) {
        Some(segment) => segment.name.clone(),
        None => say!(layout_legend_all).to_owned(),
    };
    let score = numbers::score(felt.score);
    let word = if felt.word.is_empty() { String::new() } else { format!(", {}", felt.word.trim()) };
    let ring = crate::scene::PathItem {
        segments: icons::circle(Point::new(lit.x, y), 9.0),
        fill: Some(Paint::Flat(show.theme.surface)),
        stroke: Some(Stroke::solid(line, 3.5)),
    };
    // Where it would lie on the face the words alone are enough.
    let is_apart = (y - scale.y(lit.felt.score)).abs() >= LIT_FACE + 12.0;
    let mut items = Vec::new();
    if is_apart {
        items.push(Item::Path(ring));
        taken.words.push(Rect::new(lit.x - 11.0, y - 11.0, 22.0, 22.0));
    }
    let style = show.style(WORD, FaceStyle::Medium).with_color(ink).tabular();
    let placed = [format!("{name} {score}{word}"), format!("{name} {score}")].into_iter().find_map(|said| {
        let line = show.shaper.line(&said, style);
        let height = line.ascent + line.descent;
        let beside = if is_apart { 24.0 } else { LIT_FACE + 16.0 };
        let (right, left) = (lit.x + beside, lit.x - beside - line.width);
        let heights = [y + 12.0, y - height / 2.0 + 8.0, y - height / 2.0, y - height - 12.0];
        let corners = heights.into_iter().flat_map(|y| [Point::new(right, y), Point::new(left, y)]);
        taken.place(line, &corners.collect::<Vec<_>>())
    });
    items.extend(placed.map(Item::Text));
    items
}
