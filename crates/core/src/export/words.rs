//! What a part of a scene says, for those who do not see it.

use super::raster::DEEPEST;
use crate::scene::{Item, Kind, Role, Tagged, TextItem};
use crate::text::HYPHEN;
use touchline_words::Language;

/// The language of what the program says on a document, where that is not the document's own: it has no catalogue for it.
pub(super) fn said_in(document: &str) -> Option<&'static str> {
    let is_own = document.trim().is_empty() || Language::of_locale(document.trim()).is_some();
    (!is_own).then(|| Language::of_document(document).code())
}

/// Whether a part's words are the program's: what a sign means, the line under a lane's title, the legend, definition and
/// imprint of a page.
pub(super) fn is_said(part: &Tagged) -> bool {
    part.role == Role::Figure || part.tag.kind == Kind::Figure || (part.tag.kind == Kind::Map && part.tag.id > 1)
}

/// All words in painting order, decoration left out.
pub(super) fn of(items: &[Item]) -> String {
    let mut words = Vec::new();
    collect_words(items, &mut words, 0);
    // A word that ends a line in a hyphen goes on in the next.
    words.join(" ").replace(&format!("{HYPHEN} "), "")
}

fn collect_words<'a>(items: &'a [Item], words: &mut Vec<&'a str>, depth: usize) {
    if depth > DEEPEST {
        return;
    }
    for item in items {
        match item {
            Item::Text(item) => push_words(words, item),
            Item::Paragraph(item) => item.lines.iter().for_each(|line| push_words(words, line)),
            Item::Group(group) => collect_words(&group.items, words, depth + 1),
            Item::Tagged(tagged) if tagged.role != Role::Artifact => collect_words(&tagged.items, words, depth + 1),
            Item::Tagged(_) | Item::Rect(_) | Item::Path(_) | Item::Image(_) => {}
        }
    }
}
fn push_words<'a>(words: &mut Vec<&'a str>, line: &'a TextItem) {
    let text = line.text.trim();
    if !text.is_empty() {
        words.push(text);
    }
}
