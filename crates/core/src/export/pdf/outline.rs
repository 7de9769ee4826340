//! Bookmarks, from the headings that a document's pages have.

use crate::scene::Point;
use krilla::destination::XyzDestination;
use krilla::geom::Point as PdfPoint;
use krilla::outline::{Outline, OutlineNode};

/// A heading that becomes a bookmark.
pub(super) struct Heading {
    pub level: u8,
    pub words: String,
    pub page: usize,
    /// In points from the page's upper left corner.
    pub pos: Point,
}

/// Bookmarks nested by level; the title alone where there are no headings.
pub(super) fn outline(headings: &[Heading], title: &str) -> Outline {
    let mut outline = Outline::new();
    if headings.is_empty() {
        outline.push_child(OutlineNode::new(title.to_owned(), XyzDestination::new(0, PdfPoint::from_xy(0.0, 0.0))));
    }
    let mut rest = headings;
    while let Some(node) = outline_node(&mut rest) {
        outline.push_child(node);
    }
    outline
}

/// The first heading with all deeper ones that follow it.
fn outline_node(rest: &mut &[Heading]) -> Option<OutlineNode> {
    let (first, following) = rest.split_first()?;
    *rest = following;
    let place = XyzDestination::new(first.page, PdfPoint::from_xy(first.pos.x, first.pos.y));
    let mut node = OutlineNode::new(first.words.clone(), place).with_open(true);
    while rest.first().is_some_and(|next| next.level > first.level) {
        if let Some(child) = outline_node(rest) {
            node.push_child(child);
        }
    }
    Some(node)
}
