//! The scene's colours and gradients in egui's terms.

use super::Place;
use super::view::to_pos;
use crate::scene::{Color, Paint};
use egui::{Color32, Pos2, Vec2};

/// A scene's colour for egui, at an opacity of 0 … 1 on top of its own.
pub(super) fn faint(color: Color, opacity: f32) -> Color32 {
    let alpha = (f32::from(color.a) * opacity.clamp(0.0, 1.0)).round() as u8;
    Color32::from_rgba_unmultiplied(color.r, color.g, color.b, alpha)
}

/// The colour of a paint that has only one.
pub(super) fn flat(paint: &Paint, opacity: f32) -> Option<Color32> {
    match paint {
        Paint::Flat(color) => Some(faint(*color, opacity)),
        Paint::Gradient { .. } | Paint::Hatch { .. } => None,
    }
}

/// A linear gradient in screen space.
#[derive(Clone, Debug)]
pub(super) struct Ramp {
    from: Pos2,
    /// Direction divided by its squared length, so that a dot product is the offset.
    along: Vec2,
    stops: Vec<(f32, Color32)>,
}

impl Ramp {
    /// None when the paint is no gradient, or one without stops.
    pub(super) fn of(paint: &Paint, at: Place) -> Option<Self> {
        let Paint::Gradient { from, to, stops } = paint else {
            return None;
        };
        let (from, to) = (to_pos(at.transform.apply(*from)), to_pos(at.transform.apply(*to)));
        let along = to - from;
        let along = if along.length_sq() > 0.0 { along / along.length_sq() } else { Vec2::ZERO };
        let stops: Vec<_> = stops.iter().map(|(offset, color)| (*offset, faint(*color, at.opacity))).collect();
        (!stops.is_empty()).then_some(Self { from, along, stops })
    }

    pub(super) fn offset(&self, pos: Pos2) -> f32 {
        (pos - self.from).dot(self.along)
    }

    /// The offsets at which the colour bends.
    pub(super) fn bends(&self) -> impl Iterator<Item = f32> + '_ {
        self.stops.iter().map(|(offset, _)| *offset)
    }

    pub(super) fn color(&self, pos: Pos2) -> Color32 {
        let offset = self.offset(pos);
        let Some(first) = self.stops.first() else {
            return Color32::TRANSPARENT;
        };
        let mut below = *first;
        for stop in &self.stops {
            if offset < stop.0 {
                let span = stop.0 - below.0;
                let share = if span > 0.0 { ((offset - below.0) / span).clamp(0.0, 1.0) } else { 1.0 };
                return below.1.lerp_to_gamma(stop.1, share);
            }
            below = *stop;
        }
        below.1
    }
}
