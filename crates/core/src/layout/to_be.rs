//! How it shall be felt: a second curve, dashed, with a ring where somebody said so, the gap to how it is felt shaded, and the
//! widest gap with its number.

use super::context::{Context, LABEL_WIDTH};
use super::curve::smooth;
use super::faces::{Felt, Target};
use super::pen;
use crate::figures::numbers;
use crate::scene::{
    FaceStyle, Group, Item, Kind, Paint, PathItem, PathSegment, Point, Rect, Role, Stroke, Tag, Transform,
};
use crate::text::TextStyle;
use crate::theme::icons;
use std::sync::Arc;

const LINE: f32 = 1.6;
const RING: f32 = 3.4;
/// Of the accent, between the two curves.
const SHADE: f32 = 0.08;
/// A gap of less than this many tenths has no number.
const LEAST_TENTHS: i32 = 10;
const HEAD: f32 = 4.0;

/// What lies under the curve and what lies over it; nothing where nobody said how it shall be felt.
pub(super) fn lay(context: &Context, felt: &[Arc<Felt>], middle: f32) -> Option<(Vec<Item>, Vec<Item>)> {
    let targets: Vec<&Target> = felt.iter().flat_map(|felt| &felt.targets).collect();
    targets.iter().find(|target| target.label.is_some())?;
    let theme = context.theme;
    let on = |target: &Target, y: f32| Point::new(target.at.x, middle + y);
    let wanted: Vec<Point> = targets.iter().map(|target| on(target, target.at.y)).collect();
    let curve = smooth(&wanted);
    let both: Vec<&&Target> = targets.iter().filter(|target| target.now.is_some()).collect();
    let upper = smooth(&both.iter().map(|target| on(target, target.at.y)).collect::<Vec<Point>>());
    let lower = smooth(&both.iter().filter_map(|target| Some(on(target, target.now?))).collect::<Vec<Point>>());
    let mut under = Vec::new();
    if !upper.is_empty() {
        let mut gap = upper;
        gap.extend(back(&lower));
        gap.push(PathSegment::Close);
        under.push(pen::filled(gap, Paint::Flat(theme.accent.alpha(SHADE))));
    }
    if !curve.is_empty() {
        under.push(pen::dashed(curve, theme.accent, LINE, 5.0, 3.5));
    }
    let mut over: Vec<Item> = widest(context, &targets, middle);
    let mut rings = Vec::new();
    for target in &targets {
        let Some(label) = &target.label else { continue };
        let center = on(target, target.at.y);
        let ring = PathItem {
            segments: icons::circle(center, RING),
            fill: Some(Paint::Flat(theme.surface)),
            stroke: Some(Stroke::solid(theme.accent, LINE)),
        };
        let bounds = Rect::new(center.x, center.y, 0.0, 0.0).shrink(-RING - 2.5);
        let tag = Tag::new(Kind::ToBe, target.id.0);
        rings.push(pen::tagged(tag, Role::Figure, label.clone(), bounds, vec![Item::Path(ring)]));
    }
    if context.is_editor() {
        // Taken over as one where the curve that lies between them says something else.
        let air = context.dress.feeling;
        let around = Rect::new(0.0, middle - air.middle, context.width, air.least);
        over.push(Item::Group(Group::placed(Transform::IDENTITY, Some(around), rings.into())));
    } else {
        over.extend(rings);
    }
    Some((under, over))
}

/// A curve from its end to its beginning, drawn on from wherever one is.
fn back(curve: &[PathSegment]) -> Vec<PathSegment> {
    let end = |segment: &PathSegment| match segment {
        PathSegment::Move(point) | PathSegment::Line(point) | PathSegment::Cubic(_, _, point) => Some(*point),
        PathSegment::Close => None,
    };
    let mut path: Vec<PathSegment> = curve.last().and_then(end).map(PathSegment::Line).into_iter().collect();
    for pair in curve.windows(2).rev() {
        let [before, segment] = pair else { continue };
        let Some(to) = end(before) else { continue };
        path.push(match segment {
            PathSegment::Cubic(a, b, _) => PathSegment::Cubic(*b, *a, to),
            PathSegment::Move(_) | PathSegment::Line(_) | PathSegment::Close => PathSegment::Line(to),
        });
    }
    path
}

/// An arrow from how it is felt to how it shall be, where that is furthest, with how far that is.
fn widest(context: &Context, targets: &[&Target], middle: f32) -> Vec<Item> {
    let gap = |target: &&&Target| {
        let (to_be, now) = target.score?;
        Some((to_be.tenths() - now?.tenths()).abs())
    };
    let Some(target) =
        targets.iter().max_by_key(gap).filter(|target| gap(target).is_some_and(|gap| gap >= LEAST_TENTHS))
    else {
        return Vec::new();
    };
    let (Some(now), Some((to_be, Some(score)))) = (target.now, target.score) else { return Vec::new() };
    let color = context.theme.accent;
    let (x, from, to) = (target.at.x, middle + now, middle + target.at.y);
    let up = if to < from { -1.0 } else { 1.0 };
    let tip = to - up * (RING + 1.0);
    let line = pen::line(Point::new(x, from), Point::new(x, tip), color, 1.0);
    let head = icons::outline(&[
        Point::new(x, tip),
        Point::new(x - HEAD * 0.6, tip - up * HEAD),
        Point::new(x + HEAD * 0.6, tip - up * HEAD),
    ]);
    let by = crate::model::Score::from_tenths(to_be.tenths() - score.tenths());
    let words = numbers::score(by);
    let style = TextStyle::new(context.dress.detail, FaceStyle::SemiBold, context.theme.accent_ink);
    let text = context.shaper.line_within(&words, style, 60.0);
    let (width, height) = (text.width + 8.0, text.ascent + text.descent + 3.0);
    let right = x + 7.0 + width < context.width;
    let left = if right { x + 7.0 } else { (x - 7.0 - width).max(LABEL_WIDTH) };
    let place = Rect::new(left, (from + to) / 2.0 - height / 2.0, width, height);
    let baseline = place.center().y + (text.ascent - text.descent) / 2.0;
    vec![
        line,
        pen::filled(head, Paint::Flat(color)),
        pen::rounded(place, 3.0, context.theme.surface, Some((color, 0.8))),
        Item::Text(text.at(Point::new(left + 4.0, baseline))),
    ]
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::figures::sample;
    use crate::layout::{Lens, arrange_board};
    use crate::model::{Map, Score, TouchpointId};
    use crate::text::Shaper;
    use crate::theme::Theme;

    fn rings(map: &Map) -> Vec<(TouchpointId, f32, String)> {
        let board = arrange_board(map, &Lens::default(), &Theme::light(), &Shaper::bundled(), 1136.0);
        let rings = board.parts().iter().filter(|part| part.tag().kind == Kind::ToBe);
        rings.map(|part| (TouchpointId(part.tag().id), part.rect.center().y, part.label().into_owned())).collect()
    }

    #[test]
    fn a_card_that_shall_feel_better_has_a_ring_above_its_face_and_a_number_for_the_widest_gap() {
        let map = sample::map();
        assert!(rings(&map).is_empty());
        let mut tables = map.to_tables();
        let (id, now) = tables
            .touchpoints
            .iter()
            .filter_map(|(id, card)| Some((*id, card.emotion.as_ref()?.score)))
            .min_by_key(|(_, score)| *score)
            .unwrap();
        tables.touchpoints.get_mut(&id).unwrap().to_be = Some(Score::from_tenths(20));
        let map = Map::new(tables).unwrap();
        let rings = rings(&map);
        let board = arrange_board(&map, &Lens::default(), &Theme::light(), &Shaper::bundled(), 1136.0);
        let face = board.rect_of(Tag::new(Kind::Emotion, id.0)).unwrap().center().y;
        assert_eq!((rings.len(), rings[0].0), (1, id));
        assert!(rings[0].1 < face - 20.0 && rings[0].2.contains("+2.0"), "{rings:?} {face}");
        let gap = numbers::score(Score::from_tenths(20 - now.tenths()));
        assert!(format!("{:?}", board.scene.items).contains(&gap), "{gap}");
    }

    #[test]
    fn the_way_back_along_a_curve_ends_where_it_began() {
        let points = [(0.0, 0.0), (10.0, 5.0), (20.0, -3.0)].map(|(x, y)| Point::new(x, y));
        let back = back(&smooth(&points));
        assert_eq!(back.len(), 3);
        assert!(matches!(back[0], PathSegment::Line(end) if end == points[2]));
        assert!(matches!(back[2], PathSegment::Cubic(_, _, end) if end == points[0]));
    }
}
