//! Paints a [`Scene`] with egui, at any zoom and pixel density: the picture on screen is the picture on paper.
//!
//! [`paint`] draws a scene where a [`View`] puts it; [`scene_ui`] gives it a place in a panel, as large as it fits.
//! What lies outside the clip rectangle is skipped, and detail falls away with size. Nothing here knows a map.
//!
//! # Limits
//! A group's opacity is laid on each of its items, so that overlapping items inside a faint group shine through.

mod afar;
mod color;
mod fill;
mod galleys;
mod image;
mod kept_fill;
pub mod order;
mod outline;
mod plain;
mod raster;
mod still;
mod stroke;
mod text;
mod view;
pub mod words;

pub use still::Still;
pub use view::View;

use crate::images::Image;
use crate::scene::{Group, ImageItem, Item, RectItem, Scene, Transform};
use color::flat;
use egui::{Color32, CornerRadius, Mesh, Painter, Rect, Response, Sense, Shape, StrokeKind, Ui, Vec2};
use galleys::Galleys;

/// Below this zoom a rectangle has neither outline nor rounding, and small paths are left out.
const PLAIN_BELOW: f32 = 0.08;

/// Draws everything of the scene that the painter's clip rectangle shows.
pub fn paint(painter: &Painter, scene: &Scene, view: View) {
    let at = Place { transform: view.transform(), opacity: 1.0, plain: false };
    let mut canvas = Canvas::new(painter.clone(), view);
    canvas.items(&scene.items, at);
    canvas.flush();
}

/// Draws the whole scene into the next place of a panel, scaled down to `max_size` where it is larger.
pub fn scene_ui(ui: &mut Ui, scene: &Scene, max_size: Vec2) -> Response {
    let zoom = (max_size.x / scene.size.width.max(1.0)).min(max_size.y / scene.size.height.max(1.0)).clamp(0.01, 1.0);
    let size = Vec2::new(scene.size.width, scene.size.height) * zoom;
    let (rect, response) = ui.allocate_exact_size(size, Sense::hover());
    paint(&ui.painter_at(rect), scene, View::new(rect.min, zoom));
    response
}

/// Draws a picture over a place on the screen, its corners rounded; what reaches over it is cut off.
pub fn image_at(painter: &Painter, image: &Image, place: Rect, radius: f32) {
    let rect = crate::scene::Rect::new(0.0, 0.0, place.width(), place.height());
    let items = vec![Item::Image(ImageItem { rect, radius, image: image.clone() })];
    let scene = Scene { size: crate::scene::Size::new(rect.width, rect.height), items, ..Scene::default() };
    paint(painter, &scene, View::new(place.min, 1.0));
}

/// How an item's space lies on the screen.
#[derive(Clone, Copy)]
struct Place {
    transform: Transform,
    opacity: f32,
    /// Inside something so small that plain areas stand for what it holds.
    plain: bool,
}

/// Gathers shapes for one clip rectangle.
struct Canvas {
    painter: Painter,
    shapes: Vec<Shape>,
    /// Plain areas in front of the shapes so far.
    areas: Mesh,
    /// What the clip rectangle shows, with a margin for strokes.
    visible: Rect,
    pixels_per_point: f32,
    settled: bool,
    words_from_px: f32,
    /// No group becomes an area, however small.
    whole: bool,
    galleys: Galleys,
    /// Whether a picture is seen that is not ready yet, or not as sharp as it will be.
    awaits_pictures: bool,
}

impl Canvas {
    fn new(painter: Painter, view: View) -> Self {
        let (visible, pixels_per_point) = (painter.clip_rect().expand(4.0), painter.pixels_per_point());
        Self {
            shapes: Vec::new(),
            areas: Mesh::default(),
            visible,
            pixels_per_point,
            settled: view.settled,
            words_from_px: view.words_from_px,
            whole: view.whole,
            galleys: Galleys::of(&painter),
            awaits_pictures: false,
            painter,
        }
    }

    /// A canvas of the same kind over a part of this one.
    fn clipped_to(&self, clip: egui::Rect) -> Self {
        let painter = self.painter.with_clip_rect(clip);
        let visible = clip.expand(4.0);
        let (shapes, areas, galleys) = (Vec::new(), Mesh::default(), self.galleys.clone());
        Self { visible, painter, shapes, areas, galleys, ..*self }
    }

    fn flush(&mut self) {
        self.close_areas();
        self.painter.extend(self.shapes.drain(..));
    }

    fn items(&mut self, items: &[Item], at: Place) {
        for item in items {
            match item {
                Item::Rect(rect) => self.rect(rect, at),
                Item::Path(path) => self.path(path, at),
                Item::Text(text) => self.text(text, at),
                Item::Paragraph(words) => words.lines.iter().for_each(|line| self.text(line, at)),
                Item::Image(image) => self.image(image, at),
                Item::Group(group) => self.group(group, at),
                Item::Tagged(tagged) => self.items(&tagged.items, at),
            }
        }
    }

    fn group(&mut self, group: &Group, at: Place) {
        let inner = Place {
            transform: at.transform.then(group.transform),
            opacity: at.opacity * group.opacity.clamp(0.0, 1.0),
            plain: at.plain,
        };
        let seen = |bounds| self.sees(view::to_egui(inner.transform.apply_rect(bounds)));
        if inner.opacity <= 0.0 || !group.bounds.is_none_or(seen) {
            return;
        }
        if let Some(bounds) = group.bounds
            && (self.kept_areas(group, bounds, inner) || self.plain_group(group, bounds, inner))
        {
            return;
        }
        let Some(clip) = group.clip else {
            return self.items(&group.items, inner);
        };
        let clip = view::to_egui(inner.transform.apply_rect(clip)).intersect(self.painter.clip_rect());
        if !clip.is_positive() {
            return;
        }
        self.flush();
        let mut clipped = self.clipped_to(clip);
        clipped.items(&group.items, inner);
        clipped.flush();
        self.awaits_pictures |= clipped.awaits_pictures;
    }

    fn rect(&mut self, item: &RectItem, at: Place) {
        let rect = view::to_egui(at.transform.apply_rect(item.rect));
        if !self.sees(rect) {
            return;
        }
        if at.plain {
            return self.plain_rect(item, rect, at);
        }
        let scale = at.transform.scale;
        let plain = scale < PLAIN_BELOW;
        let radius = if plain { 0.0 } else { item.radius * scale };
        let fill = match &item.fill {
            None => Color32::TRANSPARENT,
            Some(paint) => match flat(paint, at.opacity) {
                Some(color) => color,
                None => {
                    self.fill_paint(&outline::rounded_rect(rect, radius), paint, at);
                    Color32::TRANSPARENT
                }
            },
        };
        let solid = item.stroke.as_ref().filter(|_| !plain).filter(|s| s.dash.is_none());
        let edge = solid.and_then(|s| Some(egui::Stroke::new(s.width * scale, flat(&s.paint, at.opacity)?)));
        let stroke = edge.unwrap_or(egui::Stroke::NONE);
        if fill != Color32::TRANSPARENT || !stroke.is_empty() {
            let corner = CornerRadius::from(radius);
            self.push(egui::epaint::RectShape::new(rect, corner, fill, stroke, StrokeKind::Middle).into());
        }
        if let (None, Some(stroke), false) = (edge, &item.stroke, plain) {
            self.stroke_outlines(&outline::rounded_rect(rect, radius), stroke, at);
        }
    }

    /// Whether a rectangle on the screen can be seen; empty and broken ones cannot.
    fn sees(&self, rect: Rect) -> bool {
        rect.is_finite() && rect.width() >= 0.0 && rect.height() >= 0.0 && self.visible.intersects(rect)
    }
}

#[cfg(test)]
mod tests;
