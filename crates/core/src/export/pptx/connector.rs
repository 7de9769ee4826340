//! Connectors: the pieces of a line from card to card as one line that is tied to both.

use super::{emu, ink};
use crate::export::shapes::Shape as Outline;
use crate::scene::{Item, Kind, Parts, PathSegment, Point, Rect, Role, Scene, Tag, Transform};
use crate::slides::{Connector, Named, Shape, Site, Solid, Tie, Turn};

/// A line ends this near a card that it is tied to, in map units.
const NEAR: f32 = 8.0;
/// Corners nearer to each other than this are one.
const SAME: f32 = 0.5;

/// Where a card stands on the slide, in map units.
pub struct Standing {
    tag: Tag,
    rect: Rect,
}

/// The cards of a scene that is shown at a scale.
pub fn standing(scene: &Scene, scale: f32) -> Vec<Standing> {
    let parts = Parts::of(scene);
    let cards = parts.iter().filter(|part| part.tag().kind == Kind::Touchpoint);
    let at = Transform::scale(scale);
    cards.map(|part| Standing { tag: part.tag(), rect: at.apply_rect(part.rect) }).collect()
}

/// The shapes of a connector that begins with `item`, and how many of the items behind it are pieces of it too. None where the
/// item is none, or where its way is one that no connector of slides goes: it is drawn as it is then.
pub fn of(
    item: &Item,
    behind: &[Item],
    standing: &[Standing],
    at: Transform,
    opacity: f32,
) -> Option<(Vec<Shape>, usize)> {
    let Item::Tagged(first) = item else { return None };
    if first.tag.kind != Kind::Connector || first.role != Role::Figure {
        return None;
    }
    let is_piece =
        |item: &&Item| matches!(item, Item::Tagged(piece) if piece.tag == first.tag && piece.items.is_empty());
    let more = behind.iter().take_while(is_piece).count();
    // The way, its head, its ring, and its words on their ground.
    let (Some(Item::Path(way)), Some(rest)) = (first.items.first(), first.items.get(2..)) else { return None };
    let points = corners(&way.segments)?;
    let turn = turn(&points)?;
    let outline = Outline::of_path(way)?;
    let line = ink::line(outline.pen.as_ref()?, outline.bounds, opacity, at.scale);
    let [(from, first_tie), (to, last_tie)] = [points.first()?, points.last()?].map(|end| {
        let end = at.apply(*end);
        ((emu(end.x), emu(end.y)), tie(end, at, standing))
    });
    let named = Named { name: format!("Connector {}", first.tag.id), alt: first.label.to_string(), decorative: false };
    let connector = Connector {
        named,
        from,
        to,
        turn,
        line: crate::slides::Line { ends: true, ..line },
        ties: [first_tie, last_tie],
    };
    Some((std::iter::once(Shape::Connector(connector)).chain(label(rest, at, opacity)).collect(), more))
}

/// The words over a line, on their ground.
fn label(items: &[Item], at: Transform, opacity: f32) -> Option<Shape> {
    let ground = items.iter().find_map(|item| if let Item::Rect(rect) = item { Some(rect) } else { None })?;
    let words = items.iter().find_map(|item| if let Item::Text(text) = item { Some(text) } else { None })?;
    let words = super::words::line(words, None, at, opacity)?;
    let outline = Outline::of_rect(ground)?;
    let fill = outline.fill.map(|fill| ink::fill(fill, outline.bounds, opacity)).unwrap_or_default();
    Some(Shape::Solid(Solid { fill, ..words }))
}

/// The corners of a way that pauses nowhere.
fn corners(segments: &[PathSegment]) -> Option<Vec<Point>> {
    let mut points: Vec<Point> = Vec::new();
    for (nth, segment) in segments.iter().enumerate() {
        match segment {
            PathSegment::Move(to) if nth == 0 => points.push(*to),
            PathSegment::Line(to) => points.push(*to),
            // A rounded corner lies where both its tangents meet.
            PathSegment::Cubic(a, _, to) => {
                let from = points.last().copied()?;
                let level = (a.y - from.y).abs() < (a.x - from.x).abs();
                let corner = if level { Point::new(to.x, from.y) } else { Point::new(from.x, to.y) };
                points.push(corner);
                points.push(*to);
            }
            PathSegment::Move(_) | PathSegment::Close => return None,
        }
    }
    // What lies on a straight line between two others is no corner.
    let mut kept: Vec<Point> = Vec::new();
    for point in points {
        let is_same = |a: f32, b: f32| (a - b).abs() < SAME;
        if kept.last().is_some_and(|last| is_same(last.x, point.x) && is_same(last.y, point.y)) {
            continue;
        }
        if let [.., before, last] = kept.as_slice() {
            let level = is_same(before.y, last.y) && is_same(last.y, point.y);
            let upright = is_same(before.x, last.x) && is_same(last.x, point.x);
            if level || upright {
                kept.pop();
            }
        }
        kept.push(point);
    }
    Some(kept)
}

fn turn(points: &[Point]) -> Option<Turn> {
    let (first, last) = (points.first()?, points.last()?);
    let (width, height) = (last.x - first.x, last.y - first.y);
    let across = |x: f32| (width.abs() > SAME).then(|| (x - first.x) / width);
    let down = |y: f32| (height.abs() > SAME).then(|| (y - first.y) / height);
    let level = |a: &Point, b: &Point| (a.y - b.y).abs() < SAME;
    match points {
        [_, _] => Some(Turn::Straight),
        [a, b, _, _] if level(a, b) => across(b.x).map(Turn::Across),
        [_, b, _, _] => down(b.y).map(Turn::Down),
        [a, b, c, d, _, _] if level(a, b) => Some(Turn::Around([across(b.x)?, down(c.y)?, across(d.x)?])),
        _ => None,
    }
}

/// The side of a card that an end of a line is at.
fn tie(end: Point, at: Transform, standing: &[Standing]) -> Option<Tie> {
    let reach = NEAR * at.scale;
    let off = |rect: &Rect| {
        let beyond = |place: f32, low: f32, high: f32| (low - place).max(place - high).max(0.0);
        beyond(end.x, rect.x, rect.right()).max(beyond(end.y, rect.y, rect.bottom()))
    };
    let nearest = standing.iter().min_by(|a, b| off(&a.rect).total_cmp(&off(&b.rect)))?;
    let Standing { tag, rect } = nearest;
    if off(rect) > reach {
        return None;
    }
    let sides = [
        (Site::Top, (end.y - rect.y).abs()),
        (Site::Left, (end.x - rect.x).abs()),
        (Site::Bottom, (end.y - rect.bottom()).abs()),
        (Site::Right, (end.x - rect.right()).abs()),
    ];
    let (site, _) = sides.into_iter().min_by(|(_, a), (_, b)| a.total_cmp(b))?;
    Some(Tie { name: format!("Touchpoint {}", tag.id), site })
}
