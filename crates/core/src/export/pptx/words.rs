//! Words of the scene as words of slides: whole, in lines that are broken where they are edited.

use super::{frame, ink};
use crate::scene::{Color, FaceStyle, GlyphRun, Paragraph, Rect, TextItem, Transform};
use crate::slides::{Align, Anchor, Fill, Geometry, Named, Run, Solid, Text};
use crate::text::HYPHEN;

/// Points of a map unit.
const POINTS_PER_UNIT: f32 = 0.75;
/// Edges that are no further apart are one, in map units.
const NEAR: f32 = 1.0;
/// A line that takes more of its room than this is not broken.
const FULL: f32 = 0.93;
/// Words have this much more room than they take, in their own size: another face is wider.
const ROOM: f32 = 0.6;

/// A line at its place. One that ends where the part ends that it is `within`, and begins further in, ends there in any face.
pub fn line(item: &TextItem, within: Option<Rect>, at: Transform, opacity: f32) -> Option<Solid> {
    let first = item.runs.first()?;
    if item.text.trim().is_empty() {
        return None;
    }
    let (bold, italic) = look(first);
    let size = item.runs.iter().map(|run| run.size).fold(0.0, f32::max);
    let leading = item.ascent + item.descent;
    let run = run(item.text.clone(), size, (bold, italic), item.color, at, opacity);
    let right_to_left = item.runs.iter().all(|run| run.right_to_left);
    let bounds = item.bounds();
    let ends = |whole: Rect| (bounds.right() - whole.right()).abs() <= NEAR && bounds.x > whole.x + NEAR;
    let mut solid = boxed(vec![run], bounds, leading, right_to_left, false, at);
    if within.is_some_and(ends) {
        let paragraphs = solid.text.iter_mut().flat_map(|text| &mut text.paragraphs);
        paragraphs.for_each(|words| words.align = Align::Right);
    }
    Some(solid)
}

/// Words in their box, which is as wide as `right` lets it be.
pub fn paragraph(item: &Paragraph, right: Option<f32>, at: Transform, opacity: f32) -> Option<Solid> {
    let said = said(item);
    if said.trim().is_empty() {
        return None;
    }
    let style = &item.style;
    let (bold, italic) = match style.face {
        FaceStyle::Regular | FaceStyle::Medium => (false, false),
        FaceStyle::SemiBold | FaceStyle::Bold => (true, false),
        FaceStyle::Italic => (false, true),
    };
    let run = run(said, style.size, (bold, italic), style.color, at, opacity);
    let runs = || item.lines.iter().flat_map(|line| line.runs.iter());
    let right_to_left = runs().next().is_some() && runs().all(|run| run.right_to_left);
    let bounds = item.bounds();
    let own = bounds.width + ROOM * style.size;
    let room = right.map_or(own, |right| right - bounds.x).max(own);
    // A line that nearly fills its room would be broken by a face that is a little wider.
    let wraps = item.lines.len() > 1 || (right.is_some() && bounds.width < room * FULL);
    Some(boxed(vec![run], Rect { width: room, ..bounds }, style.line(), right_to_left, wraps, at))
}

/// All of the words, or those of the lines where these leave some out.
fn said(item: &Paragraph) -> String {
    if !item.is_cut() {
        return item.text.trim().to_owned();
    }
    item.lines.iter().fold(String::new(), |said, line| {
        // A hyphen that a line ends in is no part of the word.
        let said = said
            .strip_suffix(HYPHEN)
            .map_or_else(|| if said.is_empty() { String::new() } else { said.clone() + " " }, str::to_owned);
        said + line.text.trim()
    })
}

fn run(text: String, size: f32, (bold, italic): (bool, bool), color: Color, at: Transform, opacity: f32) -> Run {
    Run { text, size: hundredths(size * at.scale), bold, italic, ink: ink::ink(color, opacity) }
}

/// Map units as hundredths of a point.
pub fn hundredths(units: f32) -> u32 {
    (units * POINTS_PER_UNIT * 100.0).round().clamp(0.0, 1e6) as u32
}

fn boxed(runs: Vec<Run>, bounds: Rect, leading: f32, right_to_left: bool, wraps: bool, at: Transform) -> Solid {
    let words = crate::slides::Paragraph {
        runs,
        align: Align::Left,
        right_to_left,
        leading: hundredths(leading * at.scale),
        before: 0,
    };
    Solid {
        named: Named::default(),
        frame: frame(bounds, at),
        geometry: Geometry::Rect,
        fill: Fill::None,
        line: None,
        text: Some(Text { paragraphs: vec![words], insets: [0; 4], anchor: Anchor::Top, wraps, shrinks: false }),
        is_title: false,
    }
}

/// Whether a run is bold and whether it is italic: the program's own faces say so in their names.
fn look(run: &GlyphRun) -> (bool, bool) {
    let name = run.face.name.as_str();
    (name.contains("Bold"), name.contains("Italic"))
}
