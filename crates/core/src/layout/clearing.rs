//! The lines between stages stop where words stand on them.

use super::context::Context;
use super::pen;
use crate::scene::{Item, Rect};

/// The stages' lines stop for words that stand on one; the loss that ends above them stays.
pub(super) fn clearing(context: &Context, words: Rect, top: f32) -> Option<Item> {
    let (left, right) = (words.x - 3.0, words.right() + 3.0);
    let above = words.y.max(top + context.dress.river.branch_end + 1.0);
    let is_crossed = context.columns.iter().skip(1).any(|column| left < column.x && column.x < right);
    let ground = Rect::new(left, above, right - left, (words.bottom() - above).max(0.0));
    is_crossed.then(|| pen::rounded(ground, 0.0, context.theme.surface, None))
}
