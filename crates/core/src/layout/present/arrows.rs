//! Connectors between cards that are seen side by side, or one above the other: an arrow in the gap between them.

use super::show::Show;
use super::tiles;
use crate::layout::pen;
use crate::model::*;
use crate::scene::{Dash, Item, Kind, Paint, PathSegment, Point, Rect, Role, Stroke, Tag};
use touchline_words::say;

const LINE: f32 = 3.0;
const HEAD: f32 = 15.0;
/// From a card's edge to an arrow's ends.
const AIR: f32 = 4.0;
/// Cards that are further apart have something between them.
const FAR: f32 = 64.0;
/// Several arrows of a gap stand as far apart.
const APART: f32 = 30.0;

pub(super) fn lay(show: &Show) -> Vec<Item> {
    let mut items: Vec<Item> = Vec::new();
    let mut taken: Vec<Rect> = Vec::new();
    for (id, connector, from, to) in drawn(show) {
        let Some((start, end)) = between(from, to) else { continue };
        let is_level = (start.y - end.y).abs() < 0.5;
        let around = |start: Point, end: Point| {
            Rect::new(start.x.min(end.x), start.y.min(end.y), (start.x - end.x).abs(), (start.y - end.y).abs())
                .shrink(-HEAD * 0.6)
        };
        let moved = |by: f32| {
            let (x, y) = if is_level { (0.0, by) } else { (by, 0.0) };
            (Point::new(start.x + x, start.y + y), Point::new(end.x + x, end.y + y))
        };
        let free = [0.0, APART, -APART].map(moved).into_iter();
        let mut free = free.filter(|(start, end)| !taken.iter().any(|other| other.overlaps(&around(*start, *end))));
        let Some((start, end)) = free.next() else { continue };
        let place = around(start, end);
        taken.push(place);
        // What the row at the foot tells is heard there.
        let (role, said) = match is_told(show, connector) {
            true => (Role::Artifact, String::new()),
            false => (Role::Figure, said(show, connector)),
        };
        let arrow = arrow(show, connector.kind, start, end);
        let arrow = pen::tagged(Tag::new(Kind::Connector, id.0), role, said, place, arrow);
        let steps_back = tiles::lit(show).is_some() && !is_told(show, connector);
        items.extend(if steps_back { pen::faded(vec![arrow], show.stepped_back(tiles::FADED)) } else { vec![arrow] });
    }
    items
}

/// A connector in words.
pub(super) fn said(show: &Show, connector: &Connector) -> String {
    let name = |id| show.map.touchpoints.get(&id).map_or("", |card: &Touchpoint| card.title.as_str());
    let (from, to, kind) = (name(connector.from), name(connector.to), connector.kind.name());
    match connector.label.trim() {
        "" => say!(kind_connector_said, from, to, kind),
        label => say!(kind_connector_said_label, from, to, kind, label),
    }
}

/// Whether there is more to say of a connector than an arrow does: all of the card in the spotlight, else what has words.
pub(super) fn is_told(show: &Show, connector: &Connector) -> bool {
    let lit = tiles::lit(show).and_then(|lit| show.records.get(lit));
    match lit {
        Some(lit) => [connector.from, connector.to].iter().any(|card| RecordRef::Touchpoint(*card) == *lit),
        None => !connector.label.trim().is_empty(),
    }
}

/// The connectors whose cards are seen beside each other, with the places of both.
pub(super) fn drawn<'a>(show: &Show<'a>) -> Vec<(ConnectorId, &'a Connector, Rect, Rect)> {
    let seen = tiles::seen(show);
    let at = |card: TouchpointId| {
        let record = RecordRef::Touchpoint(card);
        seen.iter().find(|(seen, _)| *seen == record).map(|(_, place)| *place)
    };
    let all = show.map.connectors.iter();
    let placed = all.filter_map(|(id, way)| Some((*id, way, at(way.from)?, at(way.to)?)));
    placed.filter(|(_, _, from, to)| between(*from, *to).is_some()).collect()
}

/// From one card to the other through the gap between them, where they are neighbours.
fn between(from: Rect, to: Rect) -> Option<(Point, Point)> {
    let shared = |a: f32, b: f32, c: f32, d: f32| (b.min(d) > a.max(c)).then(|| (a.max(c) + b.min(d)) / 2.0);
    let gap = |a: f32, b: f32, c: f32, d: f32| match () {
        () if c >= b && c - b <= FAR => Some((b + AIR, c - AIR)),
        () if a >= d && a - d <= FAR => Some((a - AIR, d + AIR)),
        () => None,
    };
    let level = shared(from.y, from.bottom(), to.y, to.bottom());
    let upright = shared(from.x, from.right(), to.x, to.right());
    let across = level.zip(gap(from.x, from.right(), to.x, to.right()));
    let down = upright.zip(gap(from.y, from.bottom(), to.y, to.bottom()));
    let across = across.map(|(y, (start, end))| (Point::new(start, y), Point::new(end, y)));
    across.or(down.map(|(x, (start, end))| (Point::new(x, start), Point::new(x, end))))
}

pub(super) fn arrow(show: &Show, kind: ConnectorKind, start: Point, end: Point) -> Vec<Item> {
    let color = show.theme.detail;
    let dash = match kind {
        ConnectorKind::Next | ConnectorKind::LoopBack => None,
        ConnectorKind::Alternative => Some(Dash { on: 6.0, off: 4.0 }),
        ConnectorKind::DeviceHop => Some(Dash { on: 3.0, off: 4.0 }),
    };
    let length = ((end.x - start.x).powi(2) + (end.y - start.y).powi(2)).sqrt().max(0.1);
    let head = HEAD.min(length);
    let (x, y) = ((end.x - start.x) / length, (end.y - start.y) / length);
    let neck = Point::new(end.x - x * head, end.y - y * head);
    let side = |by: f32| Point::new(neck.x - y * by, neck.y + x * by);
    let tip = vec![
        PathSegment::Move(end),
        PathSegment::Line(side(head * 0.5)),
        PathSegment::Line(side(-head * 0.5)),
        PathSegment::Close,
    ];
    let line = vec![PathSegment::Move(start), PathSegment::Line(neck)];
    vec![
        pen::stroked(line, Stroke { paint: Paint::Flat(color), width: LINE, dash }),
        pen::filled(tip, Paint::Flat(color)),
    ]
}
