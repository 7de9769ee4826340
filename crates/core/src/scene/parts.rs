//! Every tagged part of a picture in one list, found by its place or by its record without a walk through the picture.
//!
//! Parts keep the order in which they are painted. Where the picture has a group with bounds, such as a cell, its parts
//! are a block of their own, and a block is taken over from the list before when the group's items are the very same.
//! In a block, runs of neighbouring parts share a rectangle around them, so that a look at one place passes over the rest.

use super::sieve::{Sieve, Sieves};
use super::{Group, Item, Listed, Point, Rect, Scene, Tag, Tagged, Transform};
use std::borrow::Cow;
use std::collections::HashMap;
use std::sync::{Arc, OnceLock};

/// A group of fewer items is not worth a block.
const BLOCK_LEAST: usize = 16;
/// So many neighbouring parts share a rectangle.
const RUN: usize = 32;
/// What rounding may add to a rectangle around others, in map units.
const ROUNDING: f32 = 0.05;

/// A tagged part of a picture.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Part<'a> {
    pub tagged: &'a Tagged,
    /// From the space of the part's items to the scene's.
    pub transform: Transform,
    /// Where it is hit, in scene space.
    pub rect: Rect,
    /// The list that its label counts it in.
    list: Option<Listed>,
}

impl<'a> Part<'a> {
    pub fn tag(&self) -> Tag {
        self.tagged.tag
    }

    /// In words.
    pub fn label(&self) -> Cow<'a, str> {
        self.tagged.label.said(self.list)
    }
}

/// Every tagged part of a picture, back to front.
#[derive(Clone, Debug, Default)]
pub struct Parts {
    blocks: Vec<Placed>,
    /// Which blocks may hold a tag, made when one is first looked for.
    sieves: OnceLock<Sieves>,
}

/// A block where it lies in the scene.
#[derive(Clone, Debug)]
struct Placed {
    block: Arc<Block>,
    transform: Transform,
    /// Around all its parts, in scene space.
    around: Rect,
    list: Option<Listed>,
}

#[derive(Debug)]
struct Block {
    /// What the parts were found in; held, so that no other items can come to lie at the same address.
    items: Option<Arc<[Item]>>,
    /// Back to front, in the block's own space.
    entries: Vec<Entry>,
    /// Around each [`RUN`] of entries.
    runs: Vec<Rect>,
    /// Places of entries, by tag and then back to front.
    by_tag: Vec<u32>,
    sieve: Sieve,
}

#[derive(Debug)]
struct Entry {
    tagged: Tagged,
    transform: Transform,
    rect: Rect,
    /// The list of a group inside the block.
    list: Option<Listed>,
}

impl PartialEq for Parts {
    /// The same parts at the same places; how they are put into blocks does not count.
    fn eq(&self, other: &Self) -> bool {
        self.iter().eq(other.iter())
    }
}

impl Parts {
    /// The parts of a scene.
    pub fn of(scene: &Scene) -> Self {
        Self::again(scene, &Self::default())
    }

    /// The same, with the blocks of an earlier list where their items are still the very same.
    pub fn again(scene: &Scene, before: &Parts) -> Self {
        let known =
            before.blocks.iter().filter_map(|placed| Some((address(placed.block.items.as_ref()?), &placed.block)));
        let mut finder = Finder { known: known.collect(), blocks: Vec::new(), loose: Vec::new() };
        finder.walk(&scene.items, Transform::IDENTITY, None);
        finder.close();
        Self { blocks: finder.blocks, sieves: OnceLock::new() }
    }

    /// Back to front.
    pub fn iter(&self) -> impl Iterator<Item = Part<'_>> + '_ {
        self.blocks.iter().flat_map(|placed| placed.block.entries.iter().map(|entry| placed.part(entry)))
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        self.blocks.iter().map(|placed| placed.block.entries.len()).sum()
    }

    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// Every place where a record is drawn, back to front.
    pub fn all_of(&self, tag: Tag) -> impl Iterator<Item = Part<'_>> + '_ {
        let sieves = self.sieves.get_or_init(|| Sieves::of(self.blocks.iter().map(|placed| &placed.block.sieve)));
        let blocks = sieves.may_hold(tag).filter_map(|nth| self.blocks.get(nth));
        blocks.flat_map(move |placed| placed.block.of(tag).map(|entry| placed.part(entry)))
    }

    /// The first of them.
    pub fn find(&self, tag: Tag) -> Option<Part<'_>> {
        self.all_of(tag).next()
    }

    /// The frontmost part at a place, of those that `wanted` takes.
    pub fn hit(&self, pos_in_scene: Point, wanted: impl Fn(&Part) -> bool) -> Option<Part<'_>> {
        let at = Rect::new(pos_in_scene.x, pos_in_scene.y, 0.0, 0.0);
        let blocks = self.blocks.iter().rev().filter(|placed| touches(&placed.around, &at));
        let mut hits = blocks.flat_map(|placed| {
            let runs = placed.block.entries.chunks(RUN).zip(&placed.block.runs).rev();
            let runs = runs.filter(move |(_, around)| touches(&placed.transform.apply_rect(**around), &at));
            runs.flat_map(|(entries, _)| entries.iter().rev()).map(|entry| placed.part(entry))
        });
        hits.find(|part| part.rect.contains(pos_in_scene) && wanted(part))
    }

    /// The parts that share an area with a rectangle, back to front.
    pub fn overlapping(&self, rect: Rect) -> impl Iterator<Item = Part<'_>> + '_ {
        let blocks = self.blocks.iter().filter(move |placed| touches(&placed.around, &rect));
        let parts = blocks.flat_map(move |placed| {
            let runs = placed.block.entries.chunks(RUN).zip(&placed.block.runs);
            let runs = runs.filter(move |(_, around)| touches(&placed.transform.apply_rect(**around), &rect));
            runs.flat_map(|(entries, _)| entries).map(|entry| placed.part(entry))
        });
        parts.filter(move |part| part.rect.overlaps(&rect))
    }
}

impl Placed {
    fn new(block: Arc<Block>, transform: Transform, list: Option<Listed>) -> Self {
        let around = block.runs.iter().copied().reduce(|all, run| all.union(&run)).unwrap_or_default();
        Self { block, transform, around: transform.apply_rect(around), list }
    }

    fn part<'a>(&self, entry: &'a Entry) -> Part<'a> {
        Part {
            tagged: &entry.tagged,
            transform: self.transform.then(entry.transform),
            rect: self.transform.apply_rect(entry.rect),
            list: entry.list.or(self.list),
        }
    }
}

impl Block {
    fn new(items: Option<Arc<[Item]>>, entries: Vec<Entry>) -> Self {
        let around = |run: &[Entry]| {
            let rects = run.iter().map(|entry| entry.rect);
            rects.reduce(|all, rect| all.union(&rect)).unwrap_or_default().shrink(-ROUNDING)
        };
        let runs = entries.chunks(RUN).map(around).collect();
        let mut by_tag: Vec<u32> = (0..entries.len() as u32).collect();
        let tag_at = |at: &u32| entries.get(*at as usize).map(|entry| entry.tagged.tag);
        by_tag.sort_by_key(|at| (tag_at(at), *at));
        let sieve = Sieve::of(entries.iter().map(|entry| entry.tagged.tag));
        Self { items, entries, runs, by_tag, sieve }
    }

    /// The entries of a tag, back to front.
    fn of(&self, tag: Tag) -> impl Iterator<Item = &Entry> + '_ {
        let entry = |at: &u32| self.entries.get(*at as usize);
        let first = self.by_tag.partition_point(|at| entry(at).is_some_and(|entry| entry.tagged.tag < tag));
        let from_first = self.by_tag.get(first..).unwrap_or_default().iter();
        from_first.filter_map(entry).take_while(move |entry| entry.tagged.tag == tag)
    }
}

/// Puts the parts of a scene together, block by block.
struct Finder<'a> {
    known: HashMap<usize, &'a Arc<Block>>,
    blocks: Vec<Placed>,
    /// Parts since the last block, in scene space.
    loose: Vec<Entry>,
}

impl Finder<'_> {
    fn walk(&mut self, items: &[Item], transform: Transform, list: Option<Listed>) {
        for item in items {
            match item {
                Item::Tagged(tagged) => {
                    self.loose.push(entry(tagged, transform, list));
                    self.walk(&tagged.items, transform, list);
                }
                Item::Group(group) if is_block(group) => {
                    self.close();
                    let block = self.block(group);
                    self.blocks.push(Placed::new(block, transform.then(group.transform), group.list.or(list)));
                }
                Item::Group(group) => self.walk(&group.items, transform.then(group.transform), group.list.or(list)),
                Item::Rect(_) | Item::Path(_) | Item::Text(_) | Item::Paragraph(_) | Item::Image(_) => {}
            }
        }
    }

    /// The block of a group's items: that of the list before, or a new one.
    fn block(&self, group: &Group) -> Arc<Block> {
        if let Some(known) = self.known.get(&address(&group.items)) {
            return Arc::clone(known);
        }
        let mut entries = Vec::new();
        collect(&group.items, Transform::IDENTITY, None, &mut entries);
        Arc::new(Block::new(Some(Arc::clone(&group.items)), entries))
    }

    /// Makes a block of the loose parts.
    fn close(&mut self) {
        if !self.loose.is_empty() {
            let block = Block::new(None, std::mem::take(&mut self.loose));
            self.blocks.push(Placed::new(Arc::new(block), Transform::IDENTITY, None));
        }
    }
}

/// A group is a block, unless it is large enough to be made of several.
fn is_block(group: &Group) -> bool {
    let large = |group: &Group| group.bounds.is_some() && group.items.len() >= BLOCK_LEAST;
    let is_of_several = if let Some(Item::Group(first)) = group.items.first() { large(first) } else { false };
    large(group) && !is_of_several
}

fn collect(items: &[Item], transform: Transform, list: Option<Listed>, entries: &mut Vec<Entry>) {
    for item in items {
        match item {
            Item::Tagged(tagged) => {
                entries.push(entry(tagged, transform, list));
                collect(&tagged.items, transform, list, entries);
            }
            Item::Group(group) => {
                collect(&group.items, transform.then(group.transform), group.list.or(list), entries);
            }
            Item::Rect(_) | Item::Path(_) | Item::Text(_) | Item::Paragraph(_) | Item::Image(_) => {}
        }
    }
}

fn entry(tagged: &Tagged, transform: Transform, list: Option<Listed>) -> Entry {
    Entry { tagged: tagged.clone(), transform, rect: transform.apply_rect(tagged.bounds), list }
}

fn address(items: &Arc<[Item]>) -> usize {
    Arc::as_ptr(items).cast::<u8>() as usize
}

/// Whether two rectangles share a point, edges included.
fn touches(a: &Rect, b: &Rect) -> bool {
    a.x <= b.right() && b.x <= a.right() && a.y <= b.bottom() && b.y <= a.bottom()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scene::{Kind, Role};

    fn part(id: u64, rect: Rect) -> Item {
        let tag = Tag::new(Kind::Touchpoint, id);
        Item::Tagged(Tagged { tag, role: Role::Section, label: "card".into(), bounds: rect, items: [].into() })
    }

    /// A cell of cards under each other, in a group with bounds, with one card in front of it all.
    fn scene(cell: &Arc<[Item]>, at: Point) -> Scene {
        let bounds = Some(Rect::new(0.0, 0.0, 100.0, 1e6));
        let group = Group::placed(Transform::translate(at.x, at.y), bounds, Arc::clone(cell));
        let front = part(7, Rect::new(at.x + 50.0, at.y + 40.0, 20.0, 20.0));
        Scene { items: vec![Item::Group(group), front], ..Scene::default() }
    }

    fn cell(cards: u64) -> Arc<[Item]> {
        (0..cards).map(|nth| part(nth, Rect::new(0.0, nth as f32 * 50.0, 100.0, 46.0))).collect()
    }

    #[test]
    fn a_part_is_found_by_its_place_and_the_frontmost_counts() {
        let parts = Parts::of(&scene(&cell(1000), Point::new(10.0, 20.0)));
        let at = |x: f32, y: f32| parts.hit(Point::new(x, y), |_| true).map(|part| part.tag().id);
        assert_eq!(at(15.0, 20.0 + 500.0 * 50.0 + 1.0), Some(500));
        assert_eq!(at(15.0, 20.0 + 500.0 * 50.0 + 47.0), None, "between two cards");
        assert_eq!((at(62.0, 62.0), at(12.0, 62.0)), (Some(7), Some(0)));
        let behind = parts.hit(Point::new(62.0, 62.0), |part| part.rect.width > 20.0).unwrap();
        assert_eq!(behind.tag().id, 0);
    }

    #[test]
    fn parts_are_found_by_their_record_and_by_a_rectangle() {
        let parts = Parts::of(&scene(&cell(1000), Point::new(10.0, 20.0)));
        let rects: Vec<Rect> = parts.all_of(Tag::new(Kind::Touchpoint, 7)).map(|part| part.rect).collect();
        assert_eq!(rects, [Rect::new(10.0, 370.0, 100.0, 46.0), Rect::new(60.0, 60.0, 20.0, 20.0)]);
        let across = parts.overlapping(Rect::new(0.0, 20.0 + 49.0, 500.0, 102.0)).map(|part| part.tag().id);
        assert_eq!(across.collect::<Vec<_>>(), [1, 2, 3, 7]);
        assert_eq!((parts.len(), parts.iter().count()), (1001, 1001));
        assert!(parts.find(Tag::new(Kind::Stage, 7)).is_none());
    }

    #[test]
    fn the_parts_of_the_same_items_are_taken_over_to_where_they_are_now() {
        let kept = cell(1000);
        let before = Parts::of(&scene(&kept, Point::new(10.0, 20.0)));
        let moved = scene(&kept, Point::new(300.0, 0.0));
        let after = Parts::again(&moved, &before);
        assert!(Arc::ptr_eq(&before.blocks[0].block, &after.blocks[0].block));
        assert_eq!(after, Parts::of(&moved));
        assert_ne!(after, before);
        let other = scene(&cell(1000), Point::new(300.0, 0.0));
        assert!(!Arc::ptr_eq(&Parts::again(&other, &before).blocks[0].block, &before.blocks[0].block));
    }
}
