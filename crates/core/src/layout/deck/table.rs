//! A table whose rows go on on a further slide under the same names.

use super::block::{Block, placed};
use super::desk::Desk;
use super::measures::ACROSS;
use crate::layout::pen;
use crate::scene::{Item, Rect, Role, Tag};

const HEAD: f32 = 30.0;
const AIR: f32 = 9.0;
/// Between two columns.
pub(super) const GUTTER: f32 = 16.0;

/// The left edge of a column and its width.
pub(super) type Span = (f32, f32);

pub(super) fn names(desk: &Desk, columns: &[(&str, Span)]) -> Block {
    let cell = |(name, (x, width)): &(&str, Span)| {
        placed(desk.words(Role::Paragraph, name, desk.label(), width - GUTTER, 1).items, *x, 0.0)
    };
    let mut items: Vec<Item> = columns.iter().map(cell).collect();
    items.push(desk.artifact(vec![desk.hairline(0.0, ACROSS, HEAD - 2.0)], Rect::new(0.0, HEAD - 2.0, ACROSS, 1.0)));
    Block { items, height: HEAD, ..Block::default() }
}

/// A row of what was drawn for its columns.
pub(super) fn row(desk: &Desk, tag: Tag, said: String, cells: Vec<(Block, Span)>) -> Block {
    let height = cells.iter().map(|(block, _)| block.height).fold(0.0, f32::max) + 2.0 * AIR;
    let mut items: Vec<Item> = cells.into_iter().map(|(block, (x, _))| placed(block.items, x, AIR)).collect();
    items.push(desk.artifact(vec![desk.hairline(0.0, ACROSS, height)], Rect::new(0.0, height, ACROSS, 1.0)));
    let part = pen::tagged(tag, Role::Section, said, Rect::new(0.0, 0.0, ACROSS, height), items);
    Block { items: vec![part], height, ..Block::default() }
}
