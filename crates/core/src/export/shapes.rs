//! What the painters share: outlines of rectangles, bounds, and taming of numbers that no picture can use.

use crate::scene::{
    Color, Dash, Glyph, GlyphRun, Paint, PathItem, PathSegment, Point, Rect, RectItem, Stroke, TextItem, Transform,
};

/// Farther from the origin nothing is drawn; keeps the arithmetic of every painter sound.
const FARTHEST: f32 = 1e6;
/// Pixels or points a unit at which nothing sensible is drawn any more.
const LARGEST_SCALE: f32 = 1e4;
/// More dashes than this on one line are a solid line.
const MOST_DASHES: f32 = 20_000.0;

/// A rectangle or path that every painter can take as it is.
pub(super) struct Shape<'a> {
    pub outline: Vec<PathSegment>,
    /// Of all points, control points too; the line's width not counted.
    pub bounds: Rect,
    pub fill: Option<&'a Paint>,
    pub pen: Option<Pen<'a>>,
}

/// A line that leaves ink.
pub(super) struct Pen<'a> {
    pub paint: &'a Paint,
    pub width: f32,
    pub dash: Option<Dash>,
}

impl<'a> Shape<'a> {
    /// None when there is nothing to draw.
    pub fn of_rect(item: &'a RectItem) -> Option<Self> {
        Self::new(rect_path(item.rect, item.radius)?, &item.fill, &item.stroke)
    }

    /// None when there is nothing to draw.
    pub fn of_path(item: &'a PathItem) -> Option<Self> {
        Self::new(sane_path(&item.segments)?, &item.fill, &item.stroke)
    }

    fn new(outline: Vec<PathSegment>, fill: &'a Option<Paint>, stroke: &'a Option<Stroke>) -> Option<Self> {
        let bounds = bounds(&outline)?;
        let pen = stroke.as_ref().and_then(|stroke| pen(stroke, bounds));
        (fill.is_some() || pen.is_some()).then_some(Self { outline, bounds, fill: fill.as_ref(), pen })
    }
}

/// The outline of a rectangle whose corners are rounded by `radius`.
pub(super) fn rect_path(rect: Rect, radius: f32) -> Option<Vec<PathSegment>> {
    let finite = [rect.x, rect.y, rect.width, rect.height].iter().all(|value| value.is_finite());
    if !finite || rect.width < 0.0 || rect.height < 0.0 {
        return None;
    }
    let (x, y, right, bottom) = (tame(rect.x), tame(rect.y), tame(rect.right()), tame(rect.bottom()));
    let radius = if radius.is_finite() { radius.max(0.0) } else { 0.0 };
    let radius = radius.min((right - x) / 2.0).min((bottom - y) / 2.0);
    let line = |x, y| PathSegment::Line(Point::new(x, y));
    if radius <= 0.0 {
        let corners = [line(right, y), line(right, bottom), line(x, bottom)];
        return Some(
            [PathSegment::Move(Point::new(x, y))].into_iter().chain(corners).chain([PathSegment::Close]).collect(),
        );
    }
    // A quarter circle as a cubic: the handle's length as a share of the radius.
    let handle = radius * (1.0 - 0.552_285);
    let arc = |ax, ay, bx, by, cx, cy| PathSegment::Cubic(Point::new(ax, ay), Point::new(bx, by), Point::new(cx, cy));
    Some(vec![
        PathSegment::Move(Point::new(x + radius, y)),
        line(right - radius, y),
        arc(right - handle, y, right, y + handle, right, y + radius),
        line(right, bottom - radius),
        arc(right, bottom - handle, right - handle, bottom, right - radius, bottom),
        line(x + radius, bottom),
        arc(x + handle, bottom, x, bottom - handle, x, bottom - radius),
        line(x, y + radius),
        arc(x, y + handle, x + handle, y, x + radius, y),
        PathSegment::Close,
    ])
}

/// A path that every painter can take: begins with a move, finite and not too far away. None when nothing is left of it.
fn sane_path(segments: &[PathSegment]) -> Option<Vec<PathSegment>> {
    let mut sane = Vec::with_capacity(segments.len());
    let mut open = false;
    for segment in segments {
        let segment = match *segment {
            PathSegment::Move(to) => PathSegment::Move(tame_point(to)?),
            PathSegment::Line(to) => PathSegment::Line(tame_point(to)?),
            PathSegment::Cubic(a, b, to) => PathSegment::Cubic(tame_point(a)?, tame_point(b)?, tame_point(to)?),
            PathSegment::Close => PathSegment::Close,
        };
        match segment {
            PathSegment::Move(_) => open = true,
            PathSegment::Line(to) | PathSegment::Cubic(_, _, to) if !open => {
                sane.push(PathSegment::Move(to));
                open = true;
            }
            PathSegment::Close if !open => continue,
            PathSegment::Close => open = false,
            PathSegment::Line(_) | PathSegment::Cubic(..) => {}
        }
        sane.push(segment);
    }
    (sane.len() > 1).then_some(sane)
}

/// The box of all points, control points too.
fn bounds(segments: &[PathSegment]) -> Option<Rect> {
    let mut low = Point::new(f32::INFINITY, f32::INFINITY);
    let mut high = Point::new(f32::NEG_INFINITY, f32::NEG_INFINITY);
    let mut add = |p: &Point| {
        low = Point::new(low.x.min(p.x), low.y.min(p.y));
        high = Point::new(high.x.max(p.x), high.y.max(p.y));
    };
    for segment in segments {
        match segment {
            PathSegment::Move(to) | PathSegment::Line(to) => add(to),
            PathSegment::Cubic(a, b, to) => [a, b, to].into_iter().for_each(&mut add),
            PathSegment::Close => {}
        }
    }
    (low.x <= high.x && low.y <= high.y).then(|| Rect::new(low.x, low.y, high.x - low.x, high.y - low.y))
}

/// Where a line of text may leave ink: its box and a margin for what hangs over.
pub(super) fn text_bounds(item: &TextItem) -> Rect {
    let margin = item.runs.iter().map(|run| run.size).fold(0.0, f32::max);
    item.bounds().shrink(-margin)
}

/// Width and dash of a line that can be drawn; None when it leaves no ink.
fn pen(stroke: &Stroke, bounds: Rect) -> Option<Pen<'_>> {
    if !(stroke.width.is_finite() && stroke.width > 0.0) {
        return None;
    }
    let dash = stroke.dash.filter(|dash| {
        let period = dash.on + dash.off;
        let sound = dash.on.is_finite() && dash.off.is_finite() && dash.on >= 0.0 && dash.off > 0.0;
        sound && (bounds.width + bounds.height) * 4.0 / period < MOST_DASHES
    });
    Some(Pen { paint: &stroke.paint, width: stroke.width.min(FARTHEST), dash })
}

/// A line's colour where only one colour can be used.
pub(super) fn flat(paint: &Paint) -> Color {
    match paint {
        Paint::Flat(color) | Paint::Hatch { line: color, .. } => *color,
        Paint::Gradient { stops, .. } => stops.last().map_or(Color::TRANSPARENT, |(_, color)| *color),
    }
}

/// A gradient's stops in order, offsets inside 0 … 1; a flat colour where there is nothing to blend.
pub(super) fn stops(from: Point, to: Point, stops: &[(f32, Color)]) -> Result<Vec<(f32, Color)>, Color> {
    let mut last = 0.0;
    let sane: Vec<_> = stops
        .iter()
        .map(|(offset, color)| {
            last = if offset.is_finite() { offset.clamp(last, 1.0) } else { last };
            (last, *color)
        })
        .collect();
    let apart = tame_point(from).is_some() && tame_point(to).is_some() && from != to;
    if sane.len() < 2 || !apart {
        return Err(sane.last().map_or(Color::TRANSPARENT, |(_, color)| *color));
    }
    Ok(sane)
}

/// The glyphs of a run that can be drawn; none when its size cannot.
pub(super) fn sane_glyphs(run: &GlyphRun) -> impl Iterator<Item = &Glyph> + Clone {
    let near = |value: f32| value.abs() <= FARTHEST;
    let drawn = run.size > 1e-3 && run.size <= LARGEST_SCALE && near(run.x);
    run.glyphs.iter().filter(move |glyph| drawn && near(glyph.x) && near(glyph.y) && near(glyph.advance))
}

/// A transform that can be drawn with; None when it shrinks everything to nothing or makes it endless.
pub(super) fn sane_transform(transform: Transform) -> Option<Transform> {
    let finite = transform.scale.is_finite() && transform.x.is_finite() && transform.y.is_finite();
    (finite && transform.scale > 1e-6 && transform.scale < LARGEST_SCALE).then(|| Transform {
        scale: transform.scale,
        x: tame(transform.x),
        y: tame(transform.y),
    })
}

/// 0 … 1.
pub(super) fn sane_opacity(opacity: f32) -> f32 {
    if opacity.is_finite() { opacity.clamp(0.0, 1.0) } else { 1.0 }
}

pub(super) fn tame_point(point: Point) -> Option<Point> {
    (point.x.is_finite() && point.y.is_finite()).then(|| Point::new(tame(point.x), tame(point.y)))
}

fn tame(value: f32) -> f32 {
    value.clamp(-FARTHEST, FARTHEST)
}
