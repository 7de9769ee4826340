//! Colours, fills and lines of the scene as those of slides.

use super::emu;
use crate::export::shapes::{Pen, flat, stops};
use crate::scene::{self, Color, Paint, Point, Rect};
use crate::slides::{Dash, Fill, Ink, Line, Rgb, Scheme};

pub fn rgb(color: Color) -> Rgb {
    Rgb { r: color.r, g: color.g, b: color.b }
}

/// A colour at its own opacity and that of what it is in.
pub fn ink(color: Color, opacity: f32) -> Ink {
    Ink { color: rgb(color), opacity: f32::from(color.a) / 255.0 * opacity }
}

/// The document's scheme: the text, the grounds and the stages' colours. Those with a meaning, as red has, are no part of it, and
/// stay what they mean.
pub fn scheme(of: &scene::Scheme) -> Scheme {
    let [one, two, three, four, five, six] = of.accents;
    let accents = [one, two, three, four, five, six].map(rgb);
    let [text, ground, text_two, ground_two] = [of.text, of.ground, of.text_two, of.ground_two].map(rgb);
    let [link, ..] = accents;
    Scheme { text, ground, text_two, ground_two, accents, link, visited_link: text_two }
}

/// A fill of what lies in `bounds`.
pub fn fill(paint: &Paint, bounds: Rect, opacity: f32) -> Fill {
    match paint {
        Paint::Flat(color) if color.a == 0 => Fill::None,
        Paint::Flat(color) => Fill::Flat(ink(*color, opacity)),
        Paint::Hatch { line, ground, .. } => Fill::Hatch { line: ink(*line, opacity), ground: ink(*ground, opacity) },
        Paint::Gradient { from, to, stops: given } => match stops(*from, *to, given) {
            Ok(stops) => gradient(*from, *to, &stops, bounds, opacity),
            Err(color) => Fill::Flat(ink(color, opacity)),
        },
    }
}

/// The stops where they come to lie in `bounds`, between whose edges a slide's gradient runs.
fn gradient(from: Point, to: Point, stops: &[(f32, Color)], bounds: Rect, opacity: f32) -> Fill {
    let down = (to.y - from.y).abs() > (to.x - from.x).abs();
    let (begins, ends, edge, side) = match down {
        true => (from.y, to.y, bounds.y, bounds.height),
        false => (from.x, to.x, bounds.x, bounds.width),
    };
    let place = |offset: f32| (begins + (ends - begins) * offset - edge) / side.max(0.01);
    let mut placed: Vec<(f32, Color)> = stops.iter().map(|(offset, color)| (place(*offset), *color)).collect();
    if begins > ends {
        placed.reverse();
    }
    let at = |edge: f32| -> Color {
        let behind = placed.iter().position(|(place, _)| *place >= edge).unwrap_or(placed.len());
        let color = |nth: usize| placed.get(nth).map(|(_, color)| *color);
        match (behind.checked_sub(1).and_then(|nth| placed.get(nth)), placed.get(behind)) {
            (Some((a, first)), Some((b, second))) => {
                let share = (edge - a) / (b - a).max(1e-6);
                Color { a: 255, ..second.over(*first, share) }
            }
            (None, _) => color(0).unwrap_or(Color::TRANSPARENT),
            (Some((_, last)), None) => *last,
        }
    };
    let inner = placed.iter().filter(|(place, _)| *place > 0.0 && *place < 1.0).copied();
    let all = [(0.0, at(0.0))].into_iter().chain(inner).chain([(1.0, at(1.0))]);
    Fill::Gradient { stops: all.map(|(place, color)| (place, ink(color, opacity))).collect(), down }
}

/// A line at a scale; the lines of a hatch are its colour.
pub fn line(pen: &Pen<'_>, bounds: Rect, opacity: f32, scale: f32) -> Line {
    let dash = pen.dash.map(|dash| match dash.on / pen.width {
        ..1.5 => Dash::Dots,
        1.5..3.2 => Dash::Short,
        _ => Dash::Long,
    });
    let fill = match pen.paint {
        Paint::Hatch { .. } => Fill::Flat(ink(flat(pen.paint), opacity)),
        Paint::Flat(_) | Paint::Gradient { .. } => fill(pen.paint, bounds, opacity),
    };
    Line { fill, width: emu(pen.width * scale), dash, ends: false }
}
