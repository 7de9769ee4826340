//! Lines along outlines: solid, dashed, coloured by place.

use super::color::{Ramp, faint, flat};
use super::outline::{Outline, dashes};
use super::{Canvas, Place};
use crate::scene::{Paint, Stroke};
use egui::epaint::{PathShape, PathStroke};
use egui::{Color32, Pos2, Shape};

/// Gradient lines are coloured at their points, so these lie no further apart than this, in points.
const GRADIENT_STEP: f32 = 6.0;

impl Canvas {
    pub(super) fn stroke_outlines(&mut self, outlines: &[Outline], stroke: &Stroke, at: Place) {
        let width = stroke.width * at.transform.scale;
        if width * self.pixels_per_point < 0.02 {
            return;
        }
        let ramp = Ramp::of(&stroke.paint, at);
        let color = match &stroke.paint {
            Paint::Hatch { line, .. } => faint(*line, at.opacity),
            paint => flat(paint, at.opacity).unwrap_or(Color32::TRANSPARENT),
        };
        for outline in outlines {
            let pieces = match stroke.dash {
                Some(dash) => dashes(outline, dash.on * at.transform.scale, dash.off * at.transform.scale),
                None => vec![outline.clone()],
            };
            for piece in pieces {
                match &ramp {
                    Some(ramp) => self.gradient_line(piece, width, ramp),
                    None => self.line(piece, PathStroke::new(width, color), color, stroke.dash.is_none()),
                }
            }
        }
    }

    fn gradient_line(&mut self, outline: Outline, width: f32, ramp: &Ramp) {
        let points = subdivided(&outline, GRADIENT_STEP);
        let colors = ramp.clone();
        let stroke = PathStroke::new_uv(width, move |_, pos| colors.color(pos));
        self.line(Outline::new(points, outline.closed), stroke, Color32::TRANSPARENT, false);
    }

    /// Round caps are dots on the ends; a see-through line goes without, as its dots would show.
    fn line(&mut self, outline: Outline, stroke: PathStroke, color: Color32, round_caps: bool) {
        let width = stroke.width;
        if let [dot] = outline.points.as_slice() {
            self.push(Shape::circle_filled(*dot, width / 2.0, color));
            return;
        }
        if round_caps && !outline.closed && color.is_opaque() && width * self.pixels_per_point > 1.2 {
            for end in [outline.points.first(), outline.points.last()].into_iter().flatten() {
                self.push(Shape::circle_filled(*end, width / 2.0, color));
            }
        }
        let (points, closed) = (outline.points, outline.closed);
        self.push(Shape::Path(PathShape { points, closed, fill: Color32::TRANSPARENT, stroke }));
    }
}

/// The outline's points, with more between those that lie further apart than `step`.
fn subdivided(outline: &Outline, step: f32) -> Vec<Pos2> {
    let mut points = Vec::new();
    for (start, end) in outline.pieces() {
        let count = (start.distance(end) / step).ceil().clamp(1.0, 2000.0) as usize;
        points.extend((0..count).map(|i| start.lerp(end, i as f32 / count as f32)));
    }
    if !outline.closed {
        points.extend(outline.points.last());
    }
    points
}
