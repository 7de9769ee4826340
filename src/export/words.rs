//! What a part of a scene says, for those who do not see it.

use super::raster::DEEPEST;
use crate::scene::{Item, Role};

/// All words in painting order, decoration left out.
pub(super) fn of(items: &[Item]) -> String {
    let mut words = Vec::new();
    collect_words(items, &mut words, 0);
    words.join(" ")
}

fn collect_words<'a>(items: &'a [Item], words: &mut Vec<&'a str>, depth: usize) {
    if depth > DEEPEST {
        return;
    }
    for item in items {
        match item {
            Item::Text(item) if !item.text.trim().is_empty() => words.push(item.text.trim()),
            Item::Group(group) => collect_words(&group.items, words, depth + 1),
            Item::Tagged(tagged) if tagged.role != Role::Artifact => collect_words(&tagged.items, words, depth + 1),
            Item::Text(_) | Item::Tagged(_) | Item::Rect(_) | Item::Path(_) | Item::Image(_) => {}
        }
    }
}
