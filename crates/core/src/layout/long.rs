//! The cards of a lane that go on over several stages: in rows below the cells, one card each.
//!
//! In the editor they are one group, which is taken over as long as none of them may look different.

use super::context::{Column, Context, Uses};
use super::dress::Dress;
use super::shelf::{Drawn, Shelf};
use super::spans::Spans;
use super::stack::{Stacked, picture};
use crate::model::{LaneId, TouchpointId};
use crate::scene::{Group, Item, Label, Role, Tagged, Transform};
use std::collections::HashMap;
use std::sync::Arc;

/// The long cards of each lane in the layout before.
pub(super) type KeptLong = HashMap<LaneId, Rows>;

/// The rows of a lane from the place below its cells.
#[derive(Debug)]
pub(super) struct Rows {
    by: (Vec<Column>, Dress, bool),
    spans: Arc<Spans>,
    group: Group,
    height: f32,
    uses: Uses,
}

/// The rows of a lane from a height on, with where they end.
pub(super) fn rows<R: Stacked<Id = TouchpointId>>(
    context: &Context,
    lane: LaneId,
    top: f32,
    record: impl Fn(TouchpointId) -> Option<R>,
    shelf: &mut Shelf<TouchpointId, R::Look>,
    kept: &mut KeptLong,
) -> (Vec<Item>, f32, Uses) {
    let before = kept.remove(&lane);
    let spans = context.spans.in_lane(lane);
    if spans.is_empty() {
        return (Vec::new(), top, Uses::default());
    }
    if !context.is_editor() {
        return drawn(context, lane, top, record, shelf);
    }
    let by = || (context.columns.clone(), context.dress, context.hides_votes);
    let as_before = |rows: &Rows| {
        let touched = context.differs.cards();
        let untouched = touched.is_some_and(|cards| !cards.iter().any(|card| context.spans.of_card(*card).is_some()));
        untouched && Arc::ptr_eq(&rows.spans, &context.spans) && rows.by == by()
    };
    let rows = match before.filter(as_before) {
        Some(rows) => {
            shelf.took_over(spans.len());
            rows
        }
        None => {
            let (items, height, uses) = drawn(context, lane, 0.0, record, shelf);
            let places = items.iter().filter_map(|item| match item {
                Item::Group(group) => group.bounds.map(|bounds| group.transform.apply_rect(bounds)),
                Item::Tagged(_)
                | Item::Rect(_)
                | Item::Path(_)
                | Item::Text(_)
                | Item::Paragraph(_)
                | Item::Image(_) => None,
            });
            let around = places.reduce(|all, one| all.union(&one));
            let group = Group::placed(Transform::IDENTITY, around, items.into());
            Rows { by: by(), spans: Arc::clone(&context.spans), group, height, uses }
        }
    };
    let group = Group { transform: Transform::translate(0.0, top), ..rows.group.clone() };
    let (end, uses) = (top + rows.height, rows.uses);
    kept.insert(lane, rows);
    (vec![Item::Group(group)], end, uses)
}

/// The cards from a height on, and where the last row ends.
fn drawn<R: Stacked<Id = TouchpointId>>(
    context: &Context,
    lane: LaneId,
    top: f32,
    record: impl Fn(TouchpointId) -> Option<R>,
    shelf: &mut Shelf<TouchpointId, R::Look>,
) -> (Vec<Item>, f32, Uses) {
    let mut spans = context.spans.in_lane(lane).to_vec();
    spans.sort_by_key(|span| span.row);
    let gap = context.dress.cards.gap;
    let mut uses = Uses::default();
    let (mut items, mut y) = (Vec::with_capacity(spans.len()), top);
    for row in spans.chunk_by(|a, b| a.row == b.row) {
        let from = y + gap;
        let mut bottom = from;
        for span in row {
            let Some((x, width)) = span.across(&context.columns) else { continue };
            let Some((card, column)) = record(span.id).zip(context.columns.get(span.first)) else { continue };
            let draw = |look: &R::Look| picture::<R>(look, span.id, context, column, width);
            let is_as = |look: &R::Look| card.is_as(context, look);
            let (drawn, _) =
                shelf.drawn(context.shaper, span.id, (width, column.hue), is_as, || card.look(context), draw);
            let Drawn { items: inside, bounds, height, uses: used } = drawn.clone();
            uses.add(used);
            bottom = bottom.max(from + height);
            let say = |look: &R::Look| R::label(look, span.id, context, column, 0);
            // It has a picture since that was asked for just now.
            let said: Option<Label> = shelf.said(span.id, context.stage_name(column.stage), 0, say);
            let label = said.unwrap_or_else(|| say(&card.look(context))).said(None).into_owned().into();
            let tagged = Tagged { tag: card.tag(), role: Role::Section, label, bounds, items: inside };
            let moved = Transform::translate(x, from);
            items.push(Item::Group(Group::placed(moved, Some(bounds), [Item::Tagged(tagged)].into())));
        }
        y = bottom;
    }
    (items, y, uses)
}
