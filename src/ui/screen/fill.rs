//! Areas: any outlines, concave and holed too, with soft edges, in one colour, a gradient or a hatch.

use super::color::{Ramp, faint};
use super::outline::{self, Outline};
use super::{Canvas, PLAIN_BELOW, Place, plain};
use crate::scene::{Paint, PathItem};
use egui::epaint::{Mesh, Vertex};
use egui::{Color32, Pos2, Rect, Shape, Vec2, pos2, vec2};
use lyon_tessellation::math::point;
use lyon_tessellation::path::Path;
use lyon_tessellation::{BuffersBuilder, FillOptions, FillTessellator, FillVertex, VertexBuffers};

impl Canvas {
    pub(super) fn path(&mut self, item: &PathItem, at: Place) {
        let bounds = plain::around(item, at);
        if !self.sees(bounds) || at.plain && self.plain_path(item, bounds, at) {
            return;
        }
        if at.transform.scale < PLAIN_BELOW && bounds.width().max(bounds.height()) < 6.0 {
            return;
        }
        let is_filled = self.kept_fill(item, at);
        if is_filled && item.stroke.is_none() {
            return;
        }
        let outlines = outline::outlines(&item.segments, at.transform);
        if let Some(paint) = item.fill.as_ref().filter(|_| !is_filled) {
            self.fill_paint(&outlines, paint, at);
        }
        if let Some(stroke) = &item.stroke {
            self.stroke_outlines(&outlines, stroke, at);
        }
    }

    pub(super) fn fill_paint(&mut self, outlines: &[Outline], paint: &Paint, at: Place) {
        match paint {
            Paint::Flat(color) => self.fill_flat(outlines, faint(*color, at.opacity)),
            Paint::Gradient { .. } => {
                if let Some(ramp) = Ramp::of(paint, at) {
                    let mesh = self.mesh(outlines);
                    self.push_mesh(sliced(&mesh, &ramp));
                }
            }
            Paint::Hatch { line, ground, gap, width } => {
                self.fill_flat(outlines, faint(*ground, at.opacity));
                let stroke = egui::Stroke::new(width * at.transform.scale, faint(*line, at.opacity));
                let origin = pos2(at.transform.x, at.transform.y);
                for points in hatch_lines(outlines, origin, gap * at.transform.scale, self.visible) {
                    self.push(Shape::LineSegment { points, stroke });
                }
            }
        }
    }

    fn fill_flat(&mut self, outlines: &[Outline], color: Color32) {
        if color == Color32::TRANSPARENT {
            return;
        }
        if let [only] = outlines
            && is_convex(&only.points)
        {
            self.push(Shape::convex_polygon(only.points.clone(), color, egui::Stroke::NONE));
            return;
        }
        self.push_mesh(colored(self.mesh(outlines), color));
    }

    pub(super) fn push_mesh(&mut self, mesh: Mesh) {
        if !mesh.is_empty() {
            self.push(Shape::mesh(mesh));
        }
    }

    /// Triangles of the area, nonzero winding, white inside, and a rim one pixel wide that fades to clear.
    pub(super) fn mesh(&self, outlines: &[Outline]) -> Mesh {
        let half_pixel = 0.5 / self.pixels_per_point;
        let turn: f32 = outlines.iter().map(|o| twice_area(&o.points)).sum::<f32>().signum();
        let mut path = Path::builder();
        let mut mesh = Mesh::default();
        for outline in outlines {
            let points = &outline.points;
            if points.len() < 3 {
                continue;
            }
            let normals = normals(points);
            // In a clockwise outline (y down, area above zero) the left-hand normal points outwards.
            let shifted = |by: f32| points.iter().zip(&normals).map(move |(p, n)| *p + *n * by * turn);
            let inner: Vec<Pos2> = shifted(-half_pixel).collect();
            let Some(first) = inner.first() else { continue };
            path.begin(point(first.x, first.y));
            inner.iter().skip(1).for_each(|p| {
                path.line_to(point(p.x, p.y));
            });
            path.end(true);
            rim(&mut mesh, &inner, &shifted(half_pixel).collect::<Vec<_>>());
        }
        let mut inside: VertexBuffers<Pos2, u32> = VertexBuffers::new();
        let options = FillOptions::non_zero().with_tolerance(0.05);
        let mut sink = BuffersBuilder::new(&mut inside, |v: FillVertex<'_>| pos2(v.position().x, v.position().y));
        // A path too tangled for the tessellator is left without its inside; its rim still shows.
        if FillTessellator::new().tessellate_path(&path.build(), &options, &mut sink).is_ok() {
            let start = mesh.vertices.len() as u32;
            mesh.vertices.extend(inside.vertices.iter().map(|pos| Vertex::untextured(*pos, Color32::WHITE)));
            mesh.indices.extend(inside.indices.iter().map(|index| start + index));
        }
        mesh
    }
}

/// The mesh in one colour.
pub(super) fn colored(mut mesh: Mesh, color: Color32) -> Mesh {
    for vertex in &mut mesh.vertices {
        // White stands for inside, clear for the soft edge's outer rim.
        vertex.color = if vertex.color == Color32::WHITE { color } else { Color32::TRANSPARENT };
    }
    mesh
}

/// Joins two rings of equal length, white to clear.
fn rim(mesh: &mut Mesh, inner: &[Pos2], outer: &[Pos2]) {
    let (start, count) = (mesh.vertices.len() as u32, inner.len() as u32);
    for (near, far) in inner.iter().zip(outer) {
        mesh.vertices.push(Vertex::untextured(*near, Color32::WHITE));
        mesh.vertices.push(Vertex::untextured(*far, Color32::TRANSPARENT));
    }
    for i in 0..count {
        let (a, b) = (start + 2 * i, start + 2 * ((i + 1) % count));
        mesh.indices.extend([a, a + 1, b, a + 1, b + 1, b]);
    }
}

/// Twice the signed area, above zero when clockwise (y down).
fn twice_area(points: &[Pos2]) -> f32 {
    let next = points.iter().cycle().skip(1);
    points.iter().zip(next).map(|(a, b)| a.x * b.y - b.x * a.y).sum()
}

/// At each point of a ring, the normal that moves both neighbouring edges by one; held to three at spikes.
fn normals(points: &[Pos2]) -> Vec<Vec2> {
    let count = points.len();
    let edge = |from: Pos2, to: Pos2| {
        let along = (to - from).normalized();
        vec2(along.y, -along.x)
    };
    let ring = points.iter().cycle();
    let previous = ring.clone().skip(count.saturating_sub(1));
    let next = ring.clone().skip(1);
    let around = previous.zip(points).zip(next);
    around
        .map(|((before, here), after)| {
            let sum = edge(*before, *here) + edge(*here, *after);
            let squared = (sum * 0.5).length_sq();
            sum * 0.5 / squared.max(0.33)
        })
        .collect()
}

fn is_convex(points: &[Pos2]) -> bool {
    let count = points.len();
    let ring = || points.iter().cycle();
    let turns = ring().zip(ring().skip(1)).zip(ring().skip(2)).take(count);
    let (mut left, mut right) = (false, false);
    // A star turns always the same way, but more than once round.
    let mut direction_changes = 0;
    let mut last_sign = 0.0_f32;
    for ((a, b), c) in turns {
        let (u, v) = (*b - *a, *c - *b);
        let cross = u.x * v.y - u.y * v.x;
        left |= cross < -1e-3;
        right |= cross > 1e-3;
        if u.x != 0.0 && u.x.signum() != last_sign {
            direction_changes += 1;
            last_sign = u.x.signum();
        }
    }
    count >= 3 && !(left && right) && direction_changes <= 3
}

/// Cuts a mesh where the gradient bends, and colours every point, so that what lies between is exact.
pub(super) fn sliced(mesh: &Mesh, ramp: &Ramp) -> Mesh {
    let mut bounds = vec![f32::NEG_INFINITY];
    bounds.extend(ramp.bends());
    bounds.push(f32::INFINITY);
    let mut out = Mesh::default();
    for triangle in mesh.triangles() {
        let corners: Vec<(Pos2, f32)> = triangle
            .iter()
            .filter_map(|index| mesh.vertices.get(*index as usize))
            .map(|v| (v.pos, if v.color == Color32::WHITE { 1.0 } else { 0.0 }))
            .collect();
        for band in bounds.windows(2) {
            let &[low, high] = band else { continue };
            let above = cut(&corners, |pos| ramp.offset(pos) - low);
            let inside = cut(&above, |pos| high - ramp.offset(pos));
            if inside.len() < 3 {
                continue;
            }
            let start = out.vertices.len() as u32;
            for (pos, share) in &inside {
                out.vertices.push(Vertex::untextured(*pos, ramp.color(*pos).gamma_multiply(*share)));
            }
            for i in 1..inside.len() as u32 - 1 {
                out.indices.extend([start, start + i, start + i + 1]);
            }
        }
    }
    out
}

/// The part of a convex polygon where `height` is not below zero; each corner carries a number that is kept in proportion.
fn cut(corners: &[(Pos2, f32)], height: impl Fn(Pos2) -> f32) -> Vec<(Pos2, f32)> {
    let mut kept = Vec::with_capacity(corners.len() + 1);
    let next = corners.iter().cycle().skip(1);
    for (a, b) in corners.iter().zip(next) {
        let (ha, hb) = (height(a.0), height(b.0));
        if ha >= 0.0 {
            kept.push(*a);
        }
        if (ha < 0.0) != (hb < 0.0) && ha.is_finite() && hb.is_finite() {
            let share = ha / (ha - hb);
            kept.push((a.0.lerp(b.0, share), a.1 + (b.1 - a.1) * share));
        }
    }
    kept
}

/// Lines at 45° (rising to the right) `gap` apart, cut to the area's inside. They stand still on the scene: `origin` is
/// where its corner lies.
fn hatch_lines(outlines: &[Outline], origin: Pos2, gap: f32, visible: Rect) -> Vec<[Pos2; 2]> {
    let mut lines = Vec::new();
    let height = |pos: Pos2| (pos - origin).x + (pos - origin).y;
    let reach = outlines.iter().flat_map(|o| &o.points).map(|p| height(*p));
    let (low, high) = reach.fold((f32::INFINITY, f32::NEG_INFINITY), |(l, h), x| (l.min(x), h.max(x)));
    let (seen_low, seen_high) = (height(visible.min), height(visible.max));
    let step = gap * std::f32::consts::SQRT_2;
    if step < 0.7 || !low.is_finite() {
        return lines;
    }
    let (low, high) = (low.max(seen_low), high.min(seen_high));
    let mut level = (low / step).ceil() * step;
    while level < high {
        // Where edges cross the level, with the direction they cross in.
        let mut crossings: Vec<(f32, i32, Pos2)> = Vec::new();
        for (a, b) in outlines.iter().flat_map(closed_pieces) {
            let (ha, hb) = (height(a) - level, height(b) - level);
            if (ha < 0.0) != (hb < 0.0) {
                let pos = a.lerp(b, ha / (ha - hb));
                crossings.push((pos.x, if ha < 0.0 { 1 } else { -1 }, pos));
            }
        }
        crossings.sort_by(|a, b| a.0.total_cmp(&b.0));
        let mut winding = 0;
        for pair in crossings.windows(2) {
            let &[start, end] = pair else { continue };
            winding += start.1;
            if winding != 0 {
                lines.push([start.2, end.2]);
            }
        }
        level += step;
    }
    lines
}

fn closed_pieces(outline: &Outline) -> impl Iterator<Item = (Pos2, Pos2)> + '_ {
    outline.points.iter().copied().zip(outline.points.iter().copied().cycle().skip(1))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ui::screen::View;

    fn outline(points: &[(f32, f32)]) -> Outline {
        Outline::new(points.iter().map(|(x, y)| pos2(*x, *y)).collect(), true)
    }

    /// The ink of a mesh, a fading rim counting by its mean.
    fn ink(mesh: &Mesh) -> f32 {
        let triangles = mesh.indices.chunks_exact(3);
        triangles
            .map(|t| {
                let [a, b, c] = [t[0], t[1], t[2]].map(|i| mesh.vertices[i as usize]);
                let (u, v) = (b.pos - a.pos, c.pos - a.pos);
                let share: f32 = [a, b, c].iter().map(|v| f32::from(v.color.a()) / 255.0).sum::<f32>() / 3.0;
                (u.x * v.y - u.y * v.x).abs() / 2.0 * share
            })
            .sum()
    }

    fn canvas() -> Canvas {
        let ctx = egui::Context::default();
        let layer = egui::LayerId::background();
        Canvas::new(
            egui::Painter::new(ctx, layer, Rect::from_min_size(Pos2::ZERO, vec2(800.0, 600.0))),
            View::new(Pos2::ZERO, 1.0),
        )
    }

    #[test]
    fn a_concave_area_and_one_with_a_hole_are_filled_as_large_as_they_are() {
        let corner = outline(&[(0.0, 0.0), (100.0, 0.0), (100.0, 40.0), (40.0, 40.0), (40.0, 100.0), (0.0, 100.0)]);
        assert!((ink(&canvas().mesh(&[corner])) - 6400.0).abs() < 10.0);
        let frame = [
            outline(&[(0.0, 0.0), (100.0, 0.0), (100.0, 100.0), (0.0, 100.0)]),
            outline(&[(20.0, 20.0), (20.0, 80.0), (80.0, 80.0), (80.0, 20.0)]),
        ];
        assert!((ink(&canvas().mesh(&frame)) - 6400.0).abs() < 10.0);
    }

    #[test]
    fn a_gradient_is_right_at_every_point_of_its_mesh_and_cut_where_it_bends() {
        let mesh = canvas().mesh(&[outline(&[(0.0, 0.0), (100.0, 0.0), (100.0, 50.0), (0.0, 50.0)])]);
        let paint = Paint::Gradient {
            from: crate::scene::Point::new(0.0, 0.0),
            to: crate::scene::Point::new(100.0, 0.0),
            stops: vec![
                (0.0, crate::scene::Color::hex(0xFF0000)),
                (0.5, crate::scene::Color::hex(0x00FF00)),
                (1.0, crate::scene::Color::hex(0x0000FF)),
            ],
        };
        let at = Place { transform: crate::scene::Transform::IDENTITY, opacity: 1.0, plain: false };
        let colored = sliced(&mesh, &Ramp::of(&paint, at).unwrap());
        assert!((ink(&colored) - ink(&mesh)).abs() < 1.0);
        for t in colored.indices.chunks_exact(3) {
            let xs = [t[0], t[1], t[2]].map(|i| colored.vertices[i as usize].pos.x);
            let crosses = xs.iter().any(|x| *x < 49.9) && xs.iter().any(|x| *x > 50.1);
            assert!(!crosses, "a triangle spans the bend: {xs:?}");
        }
        let middle = colored.vertices.iter().filter(|v| (v.pos.x - 50.0).abs() < 0.01 && v.color.a() == 255);
        assert!(middle.clone().count() > 0 && middle.clone().all(|v| v.color == Color32::from_rgb(0, 255, 0)));
    }

    #[test]
    fn hatch_lines_stay_inside_a_concave_area() {
        let corner = outline(&[(0.0, 0.0), (100.0, 0.0), (100.0, 40.0), (40.0, 40.0), (40.0, 100.0), (0.0, 100.0)]);
        let visible = Rect::from_min_size(Pos2::ZERO, vec2(800.0, 600.0));
        let lines = hatch_lines(&[corner], Pos2::ZERO, 5.0, visible);
        assert!(lines.len() > 20);
        for [start, end] in lines {
            let middle = start.lerp(end, 0.5);
            assert!(middle.x <= 40.01 || middle.y <= 40.01, "{middle:?}");
            assert!(((end.x - start.x) + (end.y - start.y)).abs() < 0.01, "at 45°: {start:?} {end:?}");
        }
    }

    #[test]
    fn a_star_is_not_taken_for_convex() {
        let star: Vec<Pos2> = (0..5)
            .map(|i| (i as f32 * 4.0 * std::f32::consts::PI / 5.0).sin_cos())
            .map(|(x, y)| pos2(50.0 + 40.0 * x, 50.0 + 40.0 * y))
            .collect();
        assert!(!is_convex(&star));
        assert!(is_convex(&[pos2(0.0, 0.0), pos2(10.0, 0.0), pos2(10.0, 10.0), pos2(0.0, 10.0)]));
    }
}
