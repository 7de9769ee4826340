//! Text: one galley for each run that was shaped, at the run's own place, or a texture where egui would shape otherwise.
//!
//! Egui knows no right-to-left order and only the faces that are registered with it, so every other run, and one whose
//! galley comes out of another width, is drawn from its own glyphs by [`super::raster`].

use super::color::faint;
use super::view::to_pos;
use super::{Canvas, Place, raster};
use crate::scene::{GlyphRun, TextItem};
use egui::{Color32, Galley, Pos2, Rect, Shape, pos2, vec2};
use std::sync::Arc;

/// Text smaller than this many pixels is left out, where it would be a bar.
const VISIBLE_PX: f32 = 2.2;

/// A galley may be this much wider or narrower than its run, in map units, before the run is drawn from its glyphs.
const GALLEY_TOLERANCE: f32 = 0.5;

/// While the zoom moves, font sizes are taken from this many steps between a size and its double.
const MOVING_STEPS: f32 = 16.0;

impl Canvas {
    pub(super) fn text(&mut self, item: &TextItem, at: Place) {
        let scale = at.transform.scale;
        let baseline = to_pos(at.transform.apply(item.pos));
        let bounds = Rect::from_min_max(
            baseline - vec2(2.0, item.ascent * scale),
            baseline + vec2(item.width * scale + 2.0, item.descent * scale),
        );
        if !self.sees(bounds) {
            return;
        }
        let color = faint(item.color, at.opacity);
        let size_px = item.runs.first().map_or(0.0, |run| run.size) * scale * self.pixels_per_point;
        if size_px < self.words_from_px {
            if size_px >= VISIBLE_PX {
                self.bar(baseline, item.width * scale, size_px / self.pixels_per_point, color, at.plain);
            }
            return;
        }
        let snapped = pos2(baseline.x, self.to_pixel(baseline.y));
        for run in item.runs.iter() {
            self.run(item, run, snapped, scale, color);
        }
    }

    /// Text too small to read, as the grey that it is from afar.
    fn bar(&mut self, baseline: Pos2, width: f32, size: f32, color: Color32, plain: bool) {
        let rect = Rect::from_min_max(baseline - vec2(0.0, size * 0.5), baseline + vec2(width, 0.0));
        let color = color.gamma_multiply(0.35);
        if plain { self.area(rect, color) } else { self.push(Shape::rect_filled(rect, 0.0, color)) }
    }

    fn run(&mut self, item: &TextItem, run: &GlyphRun, baseline: Pos2, scale: f32, color: Color32) {
        let Some(text) = item.text.get(run.range.clone()) else { return };
        if text.trim().is_empty() {
            return;
        }
        let start = pos2(baseline.x + run.x * scale, baseline.y);
        if let Some(galley) = self.galley(run, text, scale) {
            let pos = pos2(start.x, start.y - baseline_of(&galley));
            self.push(Shape::galley(pos, galley, color));
        } else if let Some(image) =
            raster::run_texture(self.painter.ctx(), item, run, scale * self.pixels_per_point, item.color)
        {
            let corner = pos2(self.to_pixel(start.x), start.y);
            let rect = (image.rect / self.pixels_per_point).translate(corner.to_vec2());
            let opacity = f32::from(color.a()) / f32::from(item.color.a.max(1));
            let uv = Rect::from_min_max(pos2(0.0, 0.0), pos2(1.0, 1.0));
            self.push(Shape::image(image.texture, rect, uv, Color32::WHITE.gamma_multiply(opacity.min(1.0))));
        }
    }

    /// The run as egui would set it, when that is as it was shaped.
    fn galley(&self, run: &GlyphRun, text: &str, scale: f32) -> Option<Arc<Galley>> {
        if run.right_to_left || !run.face.bundled {
            return None;
        }
        let size = run.size * if self.settled { scale } else { stepped(scale) };
        let galley = self.galleys.get(&self.painter, &run.face, size, text)?;
        let width_in_scene = galley.intrinsic_size().x * run.size / size;
        ((width_in_scene - run.width).abs() <= GALLEY_TOLERANCE).then_some(galley)
    }

    fn to_pixel(&self, points: f32) -> f32 {
        (points * self.pixels_per_point).round() / self.pixels_per_point
    }
}

/// The next zoom below on a coarse row, so that letters never outgrow their place.
fn stepped(scale: f32) -> f32 {
    ((scale.log2() * MOVING_STEPS).floor() / MOVING_STEPS).exp2()
}

/// From a galley's top to its baseline.
fn baseline_of(galley: &Galley) -> f32 {
    galley.rows.first().and_then(|row| row.glyphs.first().map(|glyph| row.pos.y + glyph.pos.y)).unwrap_or(0.0)
}
