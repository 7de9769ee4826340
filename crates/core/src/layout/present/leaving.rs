//! Connectors that lead to another stage: under the cards an arrow from its card to the edge beyond which the other one stands,
//! with that one's name, or from there to its card.
//!
//! # Limits
//! One arrow for each edge, and only where the cards stand in one row and none stands out: what has no room is told in the row at
//! the foot.

use super::arrows::{arrow, is_told, said};
use super::show::Show;
use super::tiles;
use crate::layout::pen;
use crate::model::*;
use crate::scene::{FaceStyle, Item, Kind, PathSegment, Point, Rect, Role, Stroke, Tag, TextItem};

const WORDS: f32 = 26.0;
/// From a line to the words on it.
const BESIDE: f32 = 14.0;
/// Of the arrow behind the words, at least.
const SHORTEST: f32 = 60.0;
/// Words are not cut to less.
const LEAST: f32 = 120.0;
/// Where an arrow leaves its card, in parts of the card's width from the side that lies away from the edge.
const FROM: f32 = 0.25;
/// From the card down to the line.
const DOWN: f32 = 24.0;
const LINE: f32 = 3.0;

/// An arrow that is drawn.
pub(super) struct Leaving<'a> {
    pub id: ConnectorId,
    connector: &'a Connector,
    /// The edge to which, or from which, it leads: that of the later stages.
    is_right: bool,
    /// From the stage that is shown to the other, or towards it.
    goes_out: bool,
    /// Where it leaves its card, or comes to it.
    card: Point,
    words: TextItem,
}

/// The arrows that are drawn, those of the later stages before the others.
pub(super) fn drawn<'a>(show: &Show<'a>) -> Vec<Leaving<'a>> {
    if !show.leaves {
        return Vec::new();
    }
    let seen = tiles::side_by_side(show).unwrap_or_default();
    let at = |card: TouchpointId| seen.iter().find(|(record, _)| *record == card.into()).map(|(_, place)| *place);
    let slot = show.room.slot(0.0, 0.0);
    let style = show.style(WORDS, FaceStyle::Medium).with_color(show.theme.ink_soft);
    let of = |(id, way): (&ConnectorId, &'a Connector)| {
        let (card, other, goes_out) = match (at(way.from), at(way.to)) {
            (Some(card), None) => (card, way.to, true),
            (None, Some(card)) => (card, way.from, false),
            (Some(_), Some(_)) | (None, None) => return None,
        };
        let other = show.map.touchpoints.get(&other)?;
        let place = show.stages.iter().position(|stage| *stage == other.stage).filter(|place| *place != show.place)?;
        let is_right = place > show.place;
        // Where its words have more room than from its middle.
        let share = if is_right { FROM } else { 1.0 - FROM };
        let card = Point::new(card.x + card.width * share, card.bottom());
        let room = if is_right { slot.right() - card.x } else { card.x - slot.x } - 2.0 * BESIDE - SHORTEST;
        // Letters stand inside of what a stage has for itself.
        let room = room.min(show.room.across() - 2.0 * BESIDE);
        let name = format!("{} · {}", other.title, show.stage_name(place));
        // Without room for both, which card it is says more than where.
        let is_whole = show.shaper.line(&name, style).width <= room;
        let words = show.shaper.line_within(if is_whole { &name } else { &other.title }, style, room.max(0.0));
        (room >= LEAST).then_some(Leaving { id: *id, connector: way, is_right, goes_out, card, words })
    };
    let all: Vec<Leaving> = show.map.connectors.iter().filter_map(of).collect();
    let (right, left): (Vec<Leaving>, Vec<Leaving>) = all.into_iter().partition(|way| way.is_right);
    let right = right.into_iter().max_by(|a, b| a.card.x.total_cmp(&b.card.x));
    let left = left.into_iter().min_by(|a, b| a.card.x.total_cmp(&b.card.x));
    // Two that would cross are not drawn both.
    let cross = right.as_ref().zip(left.as_ref()).is_some_and(|(right, left)| left.card.x + BESIDE >= right.card.x);
    right.into_iter().chain(left.filter(|_| !cross)).collect()
}

pub(super) fn lay(show: &Show) -> Vec<Item> {
    drawn(show).into_iter().map(|way| laid(show, way)).collect()
}

fn laid(show: &Show, way: Leaving) -> Item {
    let (slot, y) = (show.room.slot(0.0, 0.0), way.card.y + DOWN);
    let color = show.theme.detail;
    let edge = if way.is_right { slot.right() - 4.0 } else { slot.x + 4.0 };
    let width = way.words.width;
    // The words stand where the line leaves its card.
    let (near, far) = match way.is_right {
        true => (way.card.x + BESIDE, way.card.x + 2.0 * BESIDE + width),
        false => (way.card.x - BESIDE - width, way.card.x - 2.0 * BESIDE - width),
    };
    let near = near.clamp(show.cards().x, (show.cards().right() - width).max(show.cards().x));
    let stem = Point::new(way.card.x, y);
    let top = Point::new(way.card.x, way.card.y + 3.0);
    let beside = Point::new(if way.is_right { near - 4.0 } else { near + width + 4.0 }, y);
    let bend = vec![PathSegment::Move(top), PathSegment::Line(stem), PathSegment::Line(beside)];
    let mut items = vec![];
    if way.goes_out {
        items.push(pen::stroked(bend, Stroke::solid(color, LINE)));
        items.extend(arrow(show, way.connector.kind, Point::new(far, y), Point::new(edge, y)));
    } else {
        let line = vec![PathSegment::Move(Point::new(edge, y)), PathSegment::Line(Point::new(far, y))];
        items.push(pen::stroked(line, Stroke::solid(color, LINE)));
        let level = vec![PathSegment::Move(beside), PathSegment::Line(stem)];
        items.push(pen::stroked(level, Stroke::solid(color, LINE)));
        items.extend(arrow(show, way.connector.kind, stem, top));
    }
    items.push(Item::Text(way.words.at(Point::new(near, y + WORDS * 0.36))));
    let (role, words) = match is_told(show, way.connector) {
        true => (Role::Artifact, String::new()),
        false => (Role::Figure, said(show, way.connector)),
    };
    let (left, right) = (way.card.x.min(edge), way.card.x.max(edge));
    let place = Rect::new(left, way.card.y, right - left, DOWN + WORDS * 0.7);
    pen::tagged(Tag::new(Kind::Connector, way.id.0), role, words, place, items)
}
