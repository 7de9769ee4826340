//! A picture turned over for a reader who begins at the right: what lies at the left comes to lie at the right, and every line of
//! text keeps its letters.
//!
//! Layout, placing and hit-testing know no such picture: a map is laid out as if it were read from the left, and turned over
//! once, as the last step before it is painted. Turned over twice it is as it was.

use super::{Group, Item, Paint, Paragraph, PathItem, PathSegment, Point, Rect, Scene, Stroke, Tagged, TextItem};
use std::collections::HashMap;
use std::sync::Arc;

/// Shared items that were turned over, so that what an edit left as it was is not turned again: the items are moved by the
/// group that holds them, whose place does not count.
#[derive(Clone, Debug, Default)]
pub struct MirrorCache {
    young: HashMap<usize, Turned>,
    old: HashMap<usize, Turned>,
}

#[derive(Clone, Debug)]
struct Turned {
    /// Held, so that no other items can come to lie at the same address.
    _of: Arc<[Item]>,
    items: Arc<[Item]>,
}

impl Scene {
    /// The picture turned over at its own width.
    pub fn mirrored(&self) -> Scene {
        self.mirrored_again(&mut MirrorCache::default())
    }

    /// The same, with what `kept` has of the picture before taken over.
    pub fn mirrored_again(&self, kept: &mut MirrorCache) -> Scene {
        kept.old = std::mem::take(&mut kept.young);
        let items = items(&self.items, self.size.width, kept);
        kept.old.clear();
        Scene { size: self.size, items, title: self.title.clone(), language: self.language.clone() }
    }
}

impl Rect {
    /// The rectangle turned over in a space of this width.
    pub fn mirrored(self, width: f32) -> Rect {
        Rect { x: width - self.x - self.width, ..self }
    }
}

impl Point {
    /// The place turned over in a space of this width.
    pub fn mirrored(self, width: f32) -> Point {
        Point { x: width - self.x, ..self }
    }
}

impl PathItem {
    /// The path turned over in a space of this width.
    pub fn mirrored(&self, width: f32) -> PathItem {
        let at = |point: Point| point.mirrored(width);
        let segment = |segment: &PathSegment| match *segment {
            PathSegment::Move(to) => PathSegment::Move(at(to)),
            PathSegment::Line(to) => PathSegment::Line(at(to)),
            PathSegment::Cubic(one, other, to) => PathSegment::Cubic(at(one), at(other), at(to)),
            PathSegment::Close => PathSegment::Close,
        };
        PathItem {
            segments: self.segments.iter().map(segment).collect(),
            fill: self.fill.as_ref().map(|fill| paint(fill, width)),
            stroke: self.stroke.as_ref().map(|line| stroke(line, width)),
        }
    }
}

fn items(all: &[Item], width: f32, kept: &mut MirrorCache) -> Vec<Item> {
    all.iter().map(|one| item(one, width, kept)).collect()
}

fn item(item: &Item, width: f32, kept: &mut MirrorCache) -> Item {
    match item {
        Item::Rect(rect) => {
            let mut turned = rect.clone();
            turned.rect = rect.rect.mirrored(width);
            turned.fill = rect.fill.as_ref().map(|fill| paint(fill, width));
            turned.stroke = rect.stroke.as_ref().map(|line| stroke(line, width));
            Item::Rect(turned)
        }
        Item::Path(path) => Item::Path(path.mirrored(width)),
        Item::Text(text) => Item::Text(line(text, width)),
        Item::Paragraph(words) => Item::Paragraph(paragraph(words, width)),
        Item::Image(image) => {
            let mut turned = image.clone();
            turned.rect = image.rect.mirrored(width);
            Item::Image(turned)
        }
        Item::Group(group) => Item::Group(self::group(group, width, kept)),
        Item::Tagged(tagged) => {
            let items = items(&tagged.items, width, kept).into();
            Item::Tagged(Tagged { bounds: tagged.bounds.mirrored(width), items, ..tagged.clone() })
        }
    }
}

/// What a group holds is turned over at its own zero, and the group's place in the space around it.
fn group(group: &Group, width: f32, kept: &mut MirrorCache) -> Group {
    let address = Arc::as_ptr(&group.items).cast::<u8>() as usize;
    let known = kept.young.get(&address).cloned().or_else(|| kept.old.remove(&address));
    let turned = known.unwrap_or_else(|| {
        let items = items(&group.items, 0.0, kept).into();
        Turned { _of: Arc::clone(&group.items), items }
    });
    let items = Arc::clone(&turned.items);
    kept.young.insert(address, turned);
    let mut transform = group.transform;
    transform.x = width - transform.x;
    let turned = |rect: Option<Rect>| rect.map(|rect| rect.mirrored(0.0));
    Group { transform, bounds: turned(group.bounds), clip: turned(group.clip), items, ..group.clone() }
}

fn line(line: &TextItem, width: f32) -> TextItem {
    let mut turned = line.clone();
    turned.pos.x = width - line.pos.x - line.width;
    turned
}

fn paragraph(words: &Paragraph, width: f32) -> Paragraph {
    let mut turned = words.clone();
    turned.pos.x = width - words.pos.x - words.size.width;
    turned.lines = words.lines.iter().map(|one| line(one, width)).collect();
    turned
}

fn stroke(stroke: &Stroke, width: f32) -> Stroke {
    Stroke { paint: paint(&stroke.paint, width), ..stroke.clone() }
}

/// A hatch stays as it is: its lines say what kind of area it is, and no direction.
fn paint(paint: &Paint, width: f32) -> Paint {
    match paint {
        Paint::Flat(_) | Paint::Hatch { .. } => paint.clone(),
        Paint::Gradient { from, to, stops } => {
            Paint::Gradient { from: from.mirrored(width), to: to.mirrored(width), stops: stops.clone() }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scene::{Color, Kind, Parts, Role, Size, Tag, Transform};

    fn part(id: u64, rect: Rect, items: Vec<Item>) -> Item {
        let tag = Tag::new(Kind::Touchpoint, id);
        Item::Tagged(Tagged { tag, role: Role::Section, label: "card".into(), bounds: rect, items: items.into() })
    }

    fn arrow() -> Item {
        let at = |x, y| Point::new(x, y);
        let segments = vec![
            PathSegment::Move(at(8.0, 0.0)),
            PathSegment::Line(at(24.0, 8.0)),
            PathSegment::Cubic(at(20.0, 10.0), at(14.0, 12.0), at(8.0, 16.0)),
            PathSegment::Close,
        ];
        let ramp = Paint::Gradient {
            from: at(8.0, 0.0),
            to: at(24.0, 0.0),
            stops: vec![(0.0, Color::hex(0x2E7D32)), (1.0, Color::hex(0xC62828))],
        };
        Item::Path(PathItem { segments, fill: Some(ramp), stroke: Some(Stroke::solid(Color::hex(0x111111), 1.0)) })
    }

    fn scene(shared: &Arc<[Item]>) -> Scene {
        let placed = |scale: f32, x: f32| {
            let bounds = Some(Rect::new(0.0, 0.0, 64.0, 32.0));
            Item::Group(Group::placed(Transform { scale, x, y: 5.0 }, bounds, Arc::clone(shared)))
        };
        let front = part(9, Rect::new(400.0, 2.0, 32.0, 32.0), vec![placed(0.5, 400.0)]);
        Scene {
            size: Size::new(512.0, 64.0),
            items: vec![placed(1.0, 16.0), placed(2.0, 128.0), front],
            ..Scene::default()
        }
    }

    #[test]
    fn a_picture_turned_over_twice_is_as_it_was_and_its_parts_lie_where_it_is_painted() {
        let shared: Arc<[Item]> = [part(1, Rect::new(8.0, 0.0, 24.0, 16.0), vec![arrow()])].into();
        let scene = scene(&shared);
        let turned = scene.mirrored();
        assert_ne!(turned, scene);
        assert_eq!(turned.mirrored(), scene);
        let width = scene.size.width;
        let places = |scene: &Scene| Parts::of(scene).iter().map(|part| (part.tag(), part.rect)).collect::<Vec<_>>();
        let expected: Vec<_> = places(&scene).into_iter().map(|(tag, rect)| (tag, rect.mirrored(width))).collect();
        assert_eq!(places(&turned), expected);
    }

    #[test]
    fn what_is_shared_is_turned_over_once_and_taken_over_to_where_it_is_next_time() {
        let shared: Arc<[Item]> = [arrow()].into();
        let mut kept = MirrorCache::default();
        let items = |scene: &Scene| match (&scene.items[0], &scene.items[1]) {
            (Item::Group(one), Item::Group(other)) => [Arc::clone(&one.items), Arc::clone(&other.items)],
            other => panic!("{other:?}"),
        };
        let [one, other] = items(&scene(&shared).mirrored_again(&mut kept));
        assert!(Arc::ptr_eq(&one, &other));
        let again = scene(&shared).mirrored_again(&mut kept);
        assert!(Arc::ptr_eq(&one, &items(&again)[0]));
        assert_eq!(again, scene(&shared).mirrored());
    }
}
