//! Outlines and colours as a PDF has them.

use crate::export::shapes;
use crate::scene::{Color, Paint, PathSegment};
use krilla::color::rgb;
use krilla::geom::{Path, PathBuilder, Transform as PdfTransform};
use krilla::num::NormalizedF32;
use krilla::paint::{Fill, FillRule, LinearGradient, SpreadMethod, Stop};

pub(super) fn pdf_path(outline: &[PathSegment]) -> Option<Path> {
    let mut path = PathBuilder::new();
    for segment in outline {
        match *segment {
            PathSegment::Move(to) => path.move_to(to.x, to.y),
            PathSegment::Line(to) => path.line_to(to.x, to.y),
            PathSegment::Cubic(a, b, to) => path.cubic_to(a.x, a.y, b.x, b.y, to.x, to.y),
            PathSegment::Close => path.close(),
        }
    }
    path.finish()
}

/// Paint and opacity; a hatch counts as its line's colour.
pub(super) fn pdf_fill(paint: &Paint) -> Fill {
    let flat = |color: Color| Fill {
        paint: pdf_color(color).into(),
        opacity: share(f32::from(color.a) / 255.0),
        rule: FillRule::NonZero,
    };
    let Paint::Gradient { from, to, stops } = paint else { return flat(shapes::flat(paint)) };
    let stops = match shapes::stops(*from, *to, stops) {
        Ok(stops) => stops,
        Err(color) => return flat(color),
    };
    let stop = |(offset, color): (f32, Color)| Stop {
        offset: share(offset),
        color: pdf_color(color).into(),
        opacity: share(f32::from(color.a) / 255.0),
    };
    let gradient = LinearGradient {
        x1: from.x,
        y1: from.y,
        x2: to.x,
        y2: to.y,
        transform: PdfTransform::identity(),
        spread_method: SpreadMethod::Pad,
        stops: stops.into_iter().map(stop).collect(),
        anti_alias: false,
    };
    Fill { paint: gradient.into(), opacity: NormalizedF32::ONE, rule: FillRule::NonZero }
}

fn pdf_color(color: Color) -> rgb::Color {
    rgb::Color::new(color.r, color.g, color.b)
}

pub(super) fn share(value: f32) -> NormalizedF32 {
    NormalizedF32::new(value).unwrap_or(NormalizedF32::ONE)
}
