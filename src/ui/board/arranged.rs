//! The board laid out for one map, lens, theme and width; kept until one of them changes.

use crate::layout::{Board, Lens, arrange_board};
use crate::model::Map;
use crate::model::RecordRef;
use crate::scene::{Item, Kind, Rect, Role, Tag, Tagged, TextItem, Transform};
use crate::session::{record_of, tag_of};
use crate::text::Shaper;
use crate::theme::Theme;
use std::sync::Arc;

/// A board with what it was made from and what can be pointed at.
#[derive(Debug)]
pub struct Arranged {
    /// Shared with the session while something is placed on it.
    pub board: Arc<Board>,
    /// Back to front.
    pub parts: Vec<Part>,
    map: Map,
    lens: Lens,
    theme: Theme,
    width: f32,
}

/// A tagged part of the picture.
#[derive(Clone, Debug, PartialEq)]
pub struct Part {
    pub tag: Tag,
    /// In scene space.
    pub rect: Rect,
    /// In words, for screen readers.
    pub label: String,
    pub role: Role,
}

impl Arranged {
    pub fn new(map: &Map, lens: Lens, theme: &Theme, shaper: &Shaper, width: f32) -> Self {
        let board = arrange_board(map, &lens, theme, shaper, width);
        let mut parts = Vec::new();
        each_tagged(&board.scene.items, Transform::IDENTITY, &mut |tagged, transform| {
            let rect = transform.apply_rect(tagged.bounds);
            parts.push(Part { tag: tagged.tag, rect, label: tagged.label.clone(), role: tagged.role });
        });
        Self { board: Arc::new(board), parts, map: map.clone(), lens, theme: *theme, width }
    }

    /// Whether arranging these again would give the same.
    pub fn is_of(&self, map: &Map, lens: Lens, theme: &Theme, width: f32) -> bool {
        self.lens == lens && self.theme == *theme && self.width == width && self.map == *map
    }

    /// Every place where a record is drawn; a flag is drawn on its card and in its lane.
    pub fn rects_of(&self, record: RecordRef) -> impl Iterator<Item = Rect> + '_ {
        let tag = tag_of(record);
        self.parts.iter().filter(move |part| Some(part.tag) == tag).map(|part| part.rect)
    }

    /// The records whose own part lies in or across a rectangle, in reading order.
    pub fn records_in(&self, rect: Rect) -> Vec<RecordRef> {
        let free = |kind| {
            use Kind::*;
            matches!(kind, Touchpoint | Question | PainPoint | Action | Sticky | Metric)
        };
        let held = self.parts.iter().filter(|part| free(part.tag.kind) && part.rect.overlaps(&rect));
        held.filter_map(|part| record_of(part.tag)).collect()
    }

    /// The items of a record's own part, with where they lie.
    pub fn tagged(&self, tag: Tag) -> Option<(Tagged, Transform)> {
        let mut found = None;
        each_tagged(&self.board.scene.items, Transform::IDENTITY, &mut |tagged, transform| {
            if tagged.tag == tag && found.is_none() {
                found = Some((tagged.clone(), transform));
            }
        });
        found
    }

    /// Where a record's title is written and its first line, if it has one.
    pub fn title(&self, record: RecordRef) -> Option<(Rect, Option<TextItem>)> {
        let tag = tag_of(record)?;
        let (tagged, transform) = self.tagged(Tag::pair(Kind::Title, tag.id, tag.kind as u64))?;
        let line =
            tagged.items.iter().find_map(|item| if let Item::Text(text) = item { Some(text.clone()) } else { None });
        let line = line.map(|text| TextItem { pos: transform.apply(text.pos), ..text });
        Some((transform.apply_rect(tagged.bounds), line))
    }
}

fn each_tagged(items: &[Item], transform: Transform, visit: &mut impl FnMut(&Tagged, Transform)) {
    for item in items {
        match item {
            Item::Tagged(tagged) => {
                visit(tagged, transform);
                each_tagged(&tagged.items, transform, visit);
            }
            Item::Group(group) => each_tagged(&group.items, transform.then(group.transform), visit),
            Item::Rect(_) | Item::Path(_) | Item::Text(_) | Item::Image(_) => {}
        }
    }
}
