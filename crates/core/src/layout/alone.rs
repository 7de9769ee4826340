//! The river by itself, under the names of its stages: what an import will say before it is laid over the map.

use super::Lens;
use super::columns::Fill;
use super::context::{Context, LABEL_WIDTH, Purpose};
use super::differs::Differs;
use super::longest::Needs;
use super::pen;
use super::place::Plan;
use super::river;
use super::turned_over;
use crate::model::Map;
use crate::scene::{FaceStyle, Group, Item, Kind, Rect, Role, Scene, Size, Tag, Transform};
use crate::text::{Shaper, TextStyle, in_language};
use crate::theme::{Theme, size};
use std::sync::Arc;

/// Narrowest stage that still holds its figures.
const NARROWEST: f32 = 112.0;
/// Where the lane begins, under the names.
const NAMES: f32 = 16.0;
/// From a column's left edge to the band's beginning.
const INSET: f32 = 7.0;

/// The river of a lens, `min_width` map units wide or wider where the stages need it. Empty without stages.
pub fn arrange_river(map: &Map, lens: &Lens, theme: &Theme, shaper: &Shaper, min_width: f32) -> Scene {
    if map.stages.is_empty() {
        return Scene::default();
    }
    turned_over(in_language(&map.meta.language, || laid(map, lens, theme, shaper, min_width)))
}

/// The same as it is before it is turned over for a map that is read from the right.
pub(super) fn laid(map: &Map, lens: &Lens, theme: &Theme, shaper: &Shaper, min_width: f32) -> Scene {
    let left = LABEL_WIDTH + INSET;
    let min_width = if min_width.is_finite() { min_width } else { 0.0 };
    let fill = Fill { usual: NARROWEST, min_width: min_width + left, widest: f32::MAX, pull_all: true };
    let mut tables = map.to_tables();
    // A width that a person gave a stage is for the board. Taking it away breaks no rule.
    tables.stages.values_mut().for_each(|stage| stage.width = None);
    let map = Map::new(tables).unwrap_or_default();
    let context = Context::new(
        &map,
        lens,
        theme,
        shaper,
        Plan::whole(&map, &Needs::default(), fill, Purpose::Preview),
        (Differs::default(), Arc::default()),
    );
    let width = context.width;

    let mut items: Vec<Item> = names(&context);
    let strip = river::lay(&context, NAMES);
    items.extend(strip.under);
    items.extend(strip.cells.into_iter().flatten());
    items.extend(strip.over);
    let size = Size::new(width - left, NAMES + strip.height);
    let moved = Group::placed(Transform::translate(-left, 0.0), None, items.into());
    Scene { size, items: vec![Item::Group(moved)], title: map.meta.title.clone(), language: map.meta.language.clone() }
}

fn names(context: &Context) -> Vec<Item> {
    let name = |column: &super::context::Column| {
        let style = TextStyle::new(size::CARD_TITLE, FaceStyle::SemiBold, context.theme.stage_ink(column.hue));
        let inset = if column.x > LABEL_WIDTH { 0.0 } else { INSET };
        // The numbers under the names stand as far in as the names.
        let x = column.x + inset + INSET;
        let text = context.stage_name(column.stage);
        let line = context.ink().line(text, style, x, NAMES + 2.0, (column.right() - x - 6.0).max(0.0));
        let bounds = Rect::new(column.x, 0.0, column.width, NAMES + 6.0);
        pen::tagged(Tag::new(Kind::Stage, column.stage.0), Role::Paragraph, text, bounds, vec![Item::Text(line)])
    };
    context.columns.iter().map(name).collect()
}
