//! The lane of the rules to meet: a stage's flags, those on its cards included.

use super::context::{Context, Strip, Uses};
use super::pennant::{self, FlagLook};
use super::shelf::{Drawn, Shelf};
use crate::model::StageId;
use crate::scene::{Group, Item, Point, Rect, Transform};

/// The flags of each stage, those on its cards included.
pub(super) fn lay(context: &Context, top: f32, shelf: &mut Shelf<StageId, Vec<FlagLook>>) -> Strip {
    let air = context.dress.list_air;
    let mut uses = Uses::default();
    let mut tallest: f32 = 0.0;
    let mut cells = Vec::new();
    for column in &context.columns {
        let flags = if context.is_folded(column.stage) { &[] } else { context.flags_of(column.stage) };
        let (x, width) = column.inner();
        let at = Point::new(x, top + 23.0 * air);
        if !context.is_editor() {
            let (items, height) = pennant::rows(context, &pennant::looks(flags), at, width, &mut uses);
            tallest = tallest.max(height);
            cells.push(items);
            continue;
        }
        let draw = |flags: &Vec<FlagLook>| {
            let mut uses = Uses::default();
            let (items, height) = pennant::rows(context, flags, Point::default(), width, &mut uses);
            Drawn { items: items.into(), bounds: Rect::new(0.0, 0.0, width, height), height, uses }
        };
        let is_as = |look: &Vec<_>| pennant::are_as(flags, look);
        let (drawn, _) = shelf.drawn(context.shaper, column.stage, (width, 0), is_as, || pennant::looks(flags), draw);
        tallest = tallest.max(drawn.height);
        uses.add(drawn.uses);
        let group = Group::placed(Transform::translate(at.x, at.y), Some(drawn.bounds), drawn.items.clone());
        cells.push(if drawn.items.is_empty() { Vec::new() } else { vec![Item::Group(group)] });
    }
    Strip { height: (tallest + 48.0 * air).max(context.dress.lane_least), cells, uses, ..Strip::default() }
}
