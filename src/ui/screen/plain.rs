//! What is only a few pixels high: plain areas in one mesh, so that a whole map of thousands of cards is painted at once.
//!
//! A group with bounds that is [`TINY_PX`] high or less is one area in the colour of its ground; up to [`SMALL_PX`] its
//! rectangles and bars of text are areas, and so are paths too small or too thin to show a shape. Larger paths are drawn
//! as ever.

use super::color::{faint, flat};
use super::outline;
use super::view::to_egui;
use super::{Canvas, Place};
use crate::scene::{Color, Group, Item, Paint, PathItem, Rect as SceneRect, RectItem};
use egui::{Color32, Mesh, Rect, Shape, Vec2};

/// A group of this many pixels or fewer is one area.
const TINY_PX: f32 = 3.0;
/// Up to so many pixels a group is drawn from areas.
const SMALL_PX: f32 = 8.0;
/// A path that is nowhere as large, or somewhere as thin, shows no shape.
const SHAPELESS_PX: f32 = 4.0;
const THIN_PX: f32 = 1.2;
/// How much of its edge's colour a card of a few pixels shows.
const EDGE: f32 = 0.55;
/// How much of the area of a small sign is ink.
const INK: f32 = 0.6;

impl Canvas {
    /// Draws a group that is small on the screen from plain areas. False: it is not small, and nothing was drawn.
    pub(super) fn plain_group(&mut self, group: &Group, bounds: SceneRect, at: Place) -> bool {
        let on_screen = to_egui(at.transform.apply_rect(bounds));
        let height = on_screen.height() * self.pixels_per_point;
        if self.whole || !self.is_small(on_screen.height()) {
            return false;
        }
        // A group of many is gone through, however low it is.
        if height <= TINY_PX && group.items.len() == 1 {
            if let Some(color) = tone(&group.items, at.opacity) {
                self.area(on_screen, color);
            }
            return true;
        }
        self.items(&group.items, Place { plain: true, ..at });
        true
    }

    /// Whether something of a height in points is drawn from plain areas.
    pub(super) fn is_small(&self, height: f32) -> bool {
        height * self.pixels_per_point <= SMALL_PX
    }

    pub(super) fn plain_rect(&mut self, item: &RectItem, rect: Rect, at: Place) {
        let color = |paint: &Option<Paint>| paint.as_ref().and_then(|paint| flat(paint, at.opacity));
        let edge = item.stroke.as_ref().and_then(|stroke| flat(&stroke.paint, at.opacity));
        let pixel = 1.0 / self.pixels_per_point;
        if let Some(edge) = edge {
            self.area(rect, edge.gamma_multiply(EDGE));
        }
        let inside = if edge.is_some() { rect.shrink(pixel * 0.5) } else { rect };
        if let Some(fill) = color(&item.fill).filter(|_| inside.is_positive()) {
            self.area(inside, fill);
        }
    }

    /// Draws a path as an area when no shape of it would show. False: it would, and nothing was drawn.
    pub(super) fn plain_path(&mut self, item: &PathItem, bounds: Rect, at: Place) -> bool {
        let sides = bounds.size() * self.pixels_per_point;
        if sides.max_elem() >= SHAPELESS_PX && sides.min_elem() >= THIN_PX {
            return false;
        }
        let fill = item.fill.as_ref().and_then(|paint| flat(paint, at.opacity));
        let line = item.stroke.as_ref().and_then(|stroke| flat(&stroke.paint, at.opacity));
        match (fill, line) {
            // A thin strip is all ink, a sign is not.
            (Some(fill), _) if sides.min_elem() < THIN_PX => self.area(bounds, fill),
            (Some(ink), _) | (None, Some(ink)) => self.area(bounds, ink.gamma_multiply(INK)),
            (None, None) => {}
        }
        true
    }

    /// An area without soft edges; one narrower than a pixel covers a pixel as much as it is wide.
    pub(super) fn area(&mut self, rect: Rect, color: Color32) {
        if !self.sees(rect) {
            return;
        }
        let pixel = 1.0 / self.pixels_per_point;
        let covered = rect.size().min(Vec2::splat(pixel)) / pixel;
        let rect = Rect::from_center_size(rect.center(), rect.size().max(Vec2::splat(pixel)));
        self.areas.add_colored_rect(rect, color.gamma_multiply(covered.x * covered.y));
    }

    /// Adds a shape in front of the areas so far.
    pub(super) fn push(&mut self, shape: Shape) {
        self.close_areas();
        self.shapes.push(shape);
    }

    pub(super) fn close_areas(&mut self) {
        if !self.areas.is_empty() {
            self.shapes.push(Shape::mesh(std::mem::take::<Mesh>(&mut self.areas)));
        }
    }
}

/// The colour of a thing from afar: that of what is drawn first, mixed with its edge's.
fn tone(items: &[Item], opacity: f32) -> Option<Color32> {
    match items.first()? {
        Item::Rect(RectItem { fill, stroke, .. }) => mixed(fill.as_ref(), stroke.as_ref().map(|s| &s.paint), opacity),
        Item::Path(PathItem { fill, stroke, .. }) => mixed(fill.as_ref(), stroke.as_ref().map(|s| &s.paint), opacity),
        Item::Text(text) => Some(faint(text.color, opacity * EDGE)),
        Item::Paragraph(words) => Some(faint(words.style.color, opacity * EDGE)),
        Item::Tagged(tagged) => tone(&tagged.items, opacity),
        Item::Group(group) => tone(&group.items, opacity * group.opacity),
        Item::Image(_) => None,
    }
}

fn mixed(fill: Option<&Paint>, edge: Option<&Paint>, opacity: f32) -> Option<Color32> {
    let color = |paint: Option<&Paint>| match paint? {
        Paint::Flat(color) => Some(*color),
        Paint::Hatch { ground, .. } => Some(*ground),
        Paint::Gradient { stops, .. } => stops.first().map(|(_, color)| *color),
    };
    let mixed: Option<Color> = match (color(fill), color(edge)) {
        (Some(fill), Some(edge)) => Some(edge.over(fill, EDGE)),
        (one, other) => one.or(other),
    };
    mixed.map(|color| faint(color, opacity))
}

/// The rectangle around a path on the screen, its stroke included.
pub(super) fn around(item: &PathItem, at: Place) -> Rect {
    let stroke_width = item.stroke.as_ref().map_or(0.0, |s| s.width) * at.transform.scale;
    outline::bounds(&item.segments, at.transform).expand(stroke_width / 2.0)
}
