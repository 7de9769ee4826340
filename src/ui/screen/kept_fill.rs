//! Large areas, such as the one under a curve through a thousand faces: cut into triangles once, and then only moved, and
//! stretched a little as long as the zoom has not come to rest.
//!
//! The triangles are kept in the egui context for as long as they are painted, and a while longer.

use super::color::{Ramp, faint};
use super::fill::{colored, sliced};
use super::{Canvas, Place, outline};
use crate::scene::{Paint, PathItem, Transform};
use egui::{Id, Mesh, Shape, Vec2, vec2};
use std::sync::{Arc, Mutex};

/// An area of fewer segments is cut as quickly as it is looked for.
const MANY: usize = 96;
/// Areas that were not painted for this many passes are given back.
const KEPT_PASSES: u64 = 60;
/// While the zoom moves, what was cut for another one serves up to so many times its size: its soft edges are then as much
/// wider.
const STRETCH: f32 = 2.0;

#[derive(Clone, Default)]
struct Kept(Arc<Mutex<Vec<Area>>>);

/// An area with all that its triangles depend on, where it lies apart.
struct Area {
    item: PathItem,
    scale: f32,
    opacity: f32,
    pixels_per_point: f32,
    /// With the scene's corner at zero.
    mesh: Mesh,
    /// As it was painted last, and by how much moved.
    placed: Option<(Vec2, Arc<Mesh>)>,
    last_pass: u64,
}

impl Area {
    /// The triangles moved by `by`, `stretch` times as large.
    fn at(&mut self, by: Vec2, stretch: f32) -> Arc<Mesh> {
        if let Some((_, mesh)) = self.placed.as_ref().filter(|(last, _)| *last == by && stretch == 1.0) {
            return Arc::clone(mesh);
        }
        let mut mesh = self.mesh.clone();
        mesh.vertices.iter_mut().for_each(|vertex| vertex.pos = vertex.pos * stretch + by);
        let mesh = Arc::new(mesh);
        self.placed = (stretch == 1.0).then(|| (by, Arc::clone(&mesh)));
        mesh
    }
}

impl Canvas {
    /// Fills a large area from what was kept of it. False: it is not large, or of a kind that is not kept, and nothing was
    /// drawn.
    pub(super) fn kept_fill(&mut self, item: &PathItem, at: Place) -> bool {
        let Some(paint) = item.fill.as_ref().filter(|_| item.segments.len() >= MANY) else {
            return false;
        };
        let kept =
            self.painter.ctx().data_mut(|data| data.get_temp_mut_or_default::<Kept>(Id::unique("fills")).clone());
        let Ok(mut areas) = kept.0.lock() else { return false };
        let pass = self.painter.ctx().cumulative_pass_nr();
        let (scale, opacity, pixels_per_point) = (at.transform.scale, at.opacity, self.pixels_per_point);
        let settled = self.settled;
        let serves = |area: &Area| {
            let stretch = scale / area.scale;
            let is_near = !settled && (1.0 / STRETCH..=STRETCH).contains(&stretch);
            (area.opacity, area.pixels_per_point) == (opacity, pixels_per_point) && (stretch == 1.0 || is_near)
        };
        let found = areas.iter().position(|area| serves(area) && area.item == *item);
        let place = match found {
            Some(place) => place,
            None => {
                let Some(mesh) = self.cut(item, paint, Place { transform: Transform::scale(scale), ..at }) else {
                    return false;
                };
                areas.retain(|area| area.last_pass + KEPT_PASSES > pass);
                let item = item.clone();
                areas.push(Area { item, scale, opacity, pixels_per_point, mesh, placed: None, last_pass: pass });
                areas.len() - 1
            }
        };
        if let Some(area) = areas.get_mut(place) {
            area.last_pass = pass;
            let mesh = area.at(vec2(at.transform.x, at.transform.y), scale / area.scale);
            if !mesh.is_empty() {
                self.push(Shape::Mesh(mesh));
            }
        }
        true
    }

    /// The triangles of an area in their colours; none for a hatch.
    fn cut(&self, item: &PathItem, paint: &Paint, at: Place) -> Option<Mesh> {
        let mesh = || self.mesh(&outline::outlines(&item.segments, at.transform));
        match paint {
            Paint::Hatch { .. } => None,
            Paint::Gradient { .. } => Some(sliced(&mesh(), &Ramp::of(paint, at)?)),
            Paint::Flat(color) => Some(colored(mesh(), faint(*color, at.opacity))),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scene::{Color, PathSegment, Point};
    use crate::ui::screen::View;
    use egui::{Pos2, Rect, Shape, pos2};

    /// A band under a saw of so many teeth.
    fn band(teeth: usize, fill: Paint) -> PathItem {
        let tooth = |nth: usize| PathSegment::Line(Point::new(nth as f32, 20.0 + 15.0 * (nth % 2) as f32));
        let mut segments = vec![PathSegment::Move(Point::new(0.0, 60.0))];
        segments.extend((0..teeth).map(tooth));
        segments.extend([PathSegment::Line(Point::new(teeth as f32, 60.0)), PathSegment::Close]);
        PathItem { segments, fill: Some(fill), stroke: None }
    }

    fn triangles(ctx: &egui::Context, item: &PathItem, origin: Pos2) -> Mesh {
        painted(ctx, item, View::new(origin, 1.5))
    }

    fn painted(ctx: &egui::Context, item: &PathItem, view: View) -> Mesh {
        let painter = egui::Painter::new(
            ctx.clone(),
            egui::LayerId::background(),
            Rect::from_min_size(Pos2::ZERO, vec2(800.0, 600.0)),
        );
        let mut canvas = Canvas::new(painter, view);
        canvas.path(item, Place { transform: view.transform(), opacity: 1.0, plain: false });
        canvas.close_areas();
        let mut whole = Mesh::default();
        for shape in &canvas.shapes {
            let Shape::Mesh(mesh) = shape else { panic!("{shape:?}") };
            whole.append_ref(mesh);
        }
        whole
    }

    #[test]
    fn a_large_area_that_is_kept_is_the_one_that_would_be_cut_wherever_it_has_moved() {
        let ctx = egui::Context::default();
        let ramp = Paint::Gradient {
            from: Point::new(0.0, 0.0),
            to: Point::new(0.0, 60.0),
            stops: vec![(0.0, Color::hex(0x2E7D32)), (0.5, Color::hex(0xF9A825)), (1.0, Color::hex(0xC62828))],
        };
        for (fill, other) in [
            (ramp, Paint::Flat(Color::hex(0x336699))),
            (Paint::Flat(Color::hex(0x336699)), Paint::Flat(Color::hex(0x111111))),
        ] {
            let item = band(200, fill);
            for origin in [pos2(10.0, 10.0), pos2(-37.5, 4.25), pos2(10.0, 10.0)] {
                let (kept, anew) =
                    (triangles(&ctx, &item, origin), triangles(&egui::Context::default(), &item, origin));
                assert_eq!((kept.vertices.len(), &kept.indices), (anew.vertices.len(), &anew.indices));
                for (a, b) in kept.vertices.iter().zip(&anew.vertices) {
                    assert!(a.pos.distance(b.pos) < 0.01, "{:?} {:?}", a.pos, b.pos);
                    let off = a.color.to_array().iter().zip(b.color.to_array()).map(|(a, b)| a.abs_diff(b)).max();
                    assert!(off <= Some(1), "{:?} {:?}", a.color, b.color);
                }
            }
            // Another colour of the same outline is another area.
            let other = PathItem { fill: Some(other), ..item.clone() };
            assert_ne!(
                triangles(&ctx, &other, pos2(10.0, 10.0)).vertices,
                triangles(&ctx, &item, pos2(10.0, 10.0)).vertices
            );
        }
    }

    #[test]
    fn while_the_zoom_moves_what_was_cut_is_stretched_and_cut_again_once_it_is_far_from_it() {
        let ctx = egui::Context::default();
        let item = band(200, Paint::Flat(Color::hex(0x336699)));
        let first = triangles(&ctx, &item, pos2(10.0, 10.0));
        let moving = |zoom: f32| painted(&ctx, &item, View { settled: false, ..View::new(pos2(10.0, 10.0), zoom) });
        let stretched = moving(2.4);
        for (a, b) in stretched.vertices.iter().zip(&first.vertices) {
            let expected = pos2(10.0, 10.0) + (b.pos - pos2(10.0, 10.0)) * (2.4 / 1.5);
            assert!(a.pos.distance(expected) < 0.01, "{:?} {expected:?}", a.pos);
        }
        let far = moving(6.0);
        let anew = painted(&egui::Context::default(), &item, View::new(pos2(10.0, 10.0), 6.0));
        assert_eq!(far, anew);
        // At rest it is cut for where it stands.
        let rested = painted(&ctx, &item, View::new(pos2(10.0, 10.0), 2.4));
        assert_ne!(rested.vertices, stretched.vertices);
    }
}
