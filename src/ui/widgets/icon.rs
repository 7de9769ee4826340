//! The theme's icons and other small outlines, painted straight from their paths.
//!
//! # Limits
//! Fills have to be convex: the board's painter tessellates any outline, these are for the interface's few shapes.

use crate::scene::{Color, Paint, PathItem, PathSegment, Point, Rect as SceneRect};
use crate::theme::Icon;
use crate::ui::style;
use egui::{Painter, Pos2, Rect, Response, Sense, Shape, Stroke, Ui, Vec2, pos2};

/// Straight pieces that one cubic is drawn with; a curve of 20 pixels shows no corner at this.
const PIECES: u8 = 10;

/// An icon as a square of `size` logical pixels, without a meaning of its own.
pub fn icon_ui(ui: &mut Ui, icon: Icon, size: f32, color: Color) -> Response {
    let (rect, response) = ui.allocate_exact_size(Vec2::splat(size), Sense::hover());
    paint_icon(ui.painter(), icon, rect, color);
    response
}

/// The icon's line, fitted into the middle of `rect`.
pub fn paint_icon(painter: &Painter, icon: Icon, rect: Rect, color: Color) {
    paint_outline(painter, &icon.path(scene_rect(rect), color));
}

/// A path of the scene, in logical pixels.
pub fn paint_outline(painter: &Painter, item: &PathItem) {
    for (points, closed) in outlines(&item.segments) {
        if let (Some(Paint::Flat(fill)), true) = (&item.fill, closed) {
            painter.add(Shape::convex_polygon(points.clone(), style::color(*fill), Stroke::NONE));
        }
        let Some(line) = &item.stroke else { continue };
        let Paint::Flat(ink) = line.paint else { continue };
        let stroke = Stroke::new(line.width, style::color(ink));
        match points.as_slice() {
            [dot] | [dot, _] if is_dot(&points) => {
                painter.circle_filled(*dot, line.width * 0.6, stroke.color);
            }
            _ if closed => {
                painter.add(Shape::closed_line(points, stroke));
            }
            _ => {
                painter.add(Shape::line(points, stroke));
            }
        }
    }
}

/// A rectangle of the window as one of a scene.
pub fn scene_rect(rect: Rect) -> SceneRect {
    SceneRect::new(rect.left(), rect.top(), rect.width(), rect.height())
}

fn is_dot(points: &[Pos2]) -> bool {
    points.iter().all(|point| points.first().is_some_and(|first| first.distance(*point) < 0.1))
}

/// The outlines as points, and whether each is closed.
pub fn outlines(segments: &[PathSegment]) -> Vec<(Vec<Pos2>, bool)> {
    let mut outlines = Vec::new();
    let mut points: Vec<Pos2> = Vec::new();
    for segment in segments {
        match *segment {
            PathSegment::Move(to) => {
                if !points.is_empty() {
                    outlines.push((std::mem::take(&mut points), false));
                }
                points.push(at(to));
            }
            PathSegment::Line(to) => points.push(at(to)),
            PathSegment::Cubic(a, b, to) => {
                let from = points.last().copied().unwrap_or(at(a));
                let curve = [from, at(a), at(b), at(to)];
                points.extend((1..=PIECES).map(|piece| on_cubic(curve, f32::from(piece) / f32::from(PIECES))));
            }
            PathSegment::Close => outlines.push((std::mem::take(&mut points), true)),
        }
    }
    if !points.is_empty() {
        outlines.push((points, false));
    }
    outlines
}

fn at(point: Point) -> Pos2 {
    pos2(point.x, point.y)
}

fn on_cubic([p, a, b, q]: [Pos2; 4], t: f32) -> Pos2 {
    let u = 1.0 - t;
    let sum = p.to_vec2() * (u * u * u)
        + a.to_vec2() * (3.0 * u * u * t)
        + b.to_vec2() * (3.0 * u * t * t)
        + q.to_vec2() * (t * t * t);
    sum.to_pos2()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_icon_has_something_to_draw() {
        for icon in Icon::ALL {
            let path = icon.path(SceneRect::new(0.0, 0.0, 16.0, 16.0), Color::hex(0));
            let outlines = outlines(&path.segments);
            assert!(!outlines.is_empty() && outlines.iter().all(|(points, _)| points.len() > 1), "{icon:?}");
        }
    }

    #[test]
    fn a_curve_ends_where_the_path_says() {
        let end = Point::new(7.0, 9.0);
        let path = [
            PathSegment::Move(Point::new(0.0, 0.0)),
            PathSegment::Cubic(Point::new(1.0, 0.0), Point::new(5.0, 2.0), end),
        ];
        let outlines = outlines(&path);
        assert_eq!(outlines.first().and_then(|(points, _)| points.last().copied()), Some(pos2(7.0, 9.0)));
    }
}
