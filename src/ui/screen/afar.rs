//! Groups of much that is small on the screen: painted once as plain areas, and then only moved while the zoom stands.
//!
//! The areas are kept in the egui context for as long as they are painted, and a while longer.

use super::{Canvas, Place};
use crate::scene::{Group, Item, Rect as SceneRect, Transform};
use egui::{Id, Mesh, Rect, vec2};
use std::collections::HashMap;
use std::sync::{Arc, Mutex};

/// A group of fewer items is painted as quickly as it is looked for.
const MANY: usize = 16;
/// Areas that were not painted for this many passes are given back.
const KEPT_PASSES: u64 = 60;

#[derive(Clone, Default)]
struct Kept(Arc<Mutex<HashMap<Key, Areas>>>);

/// What the areas of a group's items depend on, where they lie apart.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
struct Key {
    items: usize,
    scale: u32,
    opacity: u32,
    pixels_per_point: u32,
    plain: bool,
}

struct Areas {
    /// Holds the items in memory, so that their address stays theirs.
    _items: Arc<[Item]>,
    /// With the group's corner at zero; none where more than plain areas is seen.
    mesh: Option<Arc<Mesh>>,
    last_pass: u64,
}

impl Canvas {
    /// Draws a group that is all plain areas from those that were kept. False: it may not be, and nothing was drawn.
    pub(super) fn kept_areas(&mut self, group: &Group, bounds: SceneRect, at: Place) -> bool {
        if !self.settled || self.whole || group.clip.is_some() || !self.is_of_small(group, bounds, at) {
            return false;
        }
        let kept = self.painter.ctx().data_mut(|data| data.get_temp_mut_or_default::<Kept>(Id::unique("afar")).clone());
        let Ok(mut table) = kept.0.lock() else { return false };
        let pass = self.painter.ctx().cumulative_pass_nr();
        let key = Key {
            items: Arc::as_ptr(&group.items).cast::<u8>() as usize,
            scale: at.transform.scale.to_bits(),
            opacity: at.opacity.to_bits(),
            pixels_per_point: self.pixels_per_point.to_bits(),
            plain: at.plain,
        };
        if !table.contains_key(&key) {
            table.retain(|_, areas| areas.last_pass + KEPT_PASSES > pass);
        }
        let areas = table.entry(key).or_insert_with(|| Areas {
            _items: Arc::clone(&group.items),
            mesh: self.areas_alone(group, bounds, at).map(Arc::new),
            last_pass: pass,
        });
        areas.last_pass = pass;
        let Some(mesh) = &areas.mesh else { return false };
        let first = self.areas.vertices.len();
        self.areas.append_ref(mesh);
        let by = vec2(at.transform.x, at.transform.y);
        self.areas.vertices.iter_mut().skip(first).for_each(|vertex| vertex.pos += by);
        true
    }

    /// Whether a group holds much, and that is small on the screen.
    fn is_of_small(&self, group: &Group, bounds: SceneRect, at: Place) -> bool {
        let scale = at.transform.scale;
        let first = group.items.first().filter(|_| group.items.len() >= MANY);
        let first = if let Some(Item::Group(first)) = first { first.bounds } else { None };
        let whole = Some(bounds).filter(|_| group.items.len() > 1);
        let is_small = |bounds: SceneRect| self.is_small(bounds.height * scale);
        first.is_some_and(|first| self.is_small(first.height * scale)) || whole.is_some_and(is_small)
    }

    /// The group drawn at zero, wherever it is seen; none when there is more to it than plain areas.
    fn areas_alone(&self, group: &Group, bounds: SceneRect, at: Place) -> Option<Mesh> {
        let painter = self.painter.clone();
        let mut apart = Canvas {
            painter,
            shapes: Vec::new(),
            areas: Mesh::default(),
            visible: Rect::EVERYTHING,
            settled: false,
            galleys: self.galleys.clone(),
            ..*self
        };
        let at = Place { transform: Transform::scale(at.transform.scale), ..at };
        if !apart.plain_group(group, bounds, at) {
            apart.items(&group.items, at);
        }
        apart.shapes.is_empty().then_some(apart.areas)
    }
}
