//! Icons as our own strokes on a grid of 16, and the few shapes that the board repeats: faces, pennants, the mark.
//!
//! They are paths and never letters of a font, so that every export can draw them and no reader stumbles over them.

use super::Theme;
use super::outline::parse;
use crate::scene::{Color, Paint, PathItem, PathSegment, Point, Rect, Stroke, Transform};
use std::f32::consts::FRAC_PI_2;
use std::sync::OnceLock;

/// Edge of the grid that icons are drawn on.
const GRID: f32 = 16.0;
/// Line width on that grid.
const LINE: f32 = 1.4;

macro_rules! icons {
    ($($(#[$doc:meta])* $name:ident $outline:literal)*) => {
        /// A stroke icon.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
        pub enum Icon { $($(#[$doc])* $name),* }

        impl Icon {
            /// Every icon, channels first.
            pub const ALL: &'static [Icon] = &[$(Icon::$name),*];

            /// In the path notation of SVG, on the grid.
            fn notation(self) -> &'static str {
                match self { $(Icon::$name => $outline),* }
            }
        }
    };
}

icons! {
    // Channels.
    PaidSocial "M2 4.5h8v7.5h-8zM10 7.2l4-2.5v7l-4-2.5"
    ConnectedTv "M2 3h12v8h-12zM5.5 13.5h5"
    Email "M2 4h12v8.5h-12zM2 4.5l6 4.5 6-4.5"
    Push "M4 11v-4a4 4 0 0 1 8 0v4l1.5 1.5h-11zM7 14.3h2"
    Influencer "M8 1.9l1.8 3.9 4.2.5-3.1 2.9.9 4.2-3.8-2.2-3.8 2.2.9-4.2-3.1-2.9 4.2-.5z"
    Podcast "M6 3.5a2 2 0 0 1 4 0v4a2 2 0 0 1-4 0zM3.8 7a4.2 4.2 0 0 0 8.4 0M8 11.3v3"
    Community "M5.5 3.3a2.1 2.1 0 1 1-.01 0M1.8 13q0-5 3.7-5t3.7 5M11.2 4.5a1.7 1.7 0 1 1-.01 0M10.9 8.3q3.4-.3 3.4 4.4"
    Press "M2.5 3.5h11v7.5h-6l-3 3v-3h-2z"
    ReviewSite "M1.5 8q6.5-8 13 0q-6.5 8-13 0M8 6.2a1.8 1.8 0 1 1-.01 0"
    InAppMessage "M4.8 1.8h6.4v12.4h-6.4zM7.3 12h1.4"
    Checkout "M2 3.8h12v8.4h-12zM2 6.8h12"
    Website "M8 2a6 6 0 1 1-.01 0M2 8h12M8 2q-4.6 6 0 12M8 2q4.6 6 0 12"
    LandingPage "M2.5 2.5h11v11h-11zM2.5 5.7h11M5 8.5h6M5 11h3.5"
    WebSearch "M7 2.8a4.2 4.2 0 1 1-.01 0M10.1 10.1l3.6 3.6"
    Event "M8 14q-4.6-4.6-4.6-7.4a4.6 4.6 0 0 1 9.2 0q0 2.8-4.6 7.4zM8 5a1.6 1.6 0 1 1-.01 0"
    Call "M3.2 2.5h2.6l1.2 3.2-1.6 1.2q1.3 2.5 3.7 3.7l1.2-1.6 3.2 1.2v2.6q-10 .9-10.3-10.3z"
    Trailer "M2 3h12v10h-12zM6.5 5.7v4.6l4-2.3z"
    Merchandise "M5.6 2.5l-3.6 2 1.3 3 1.5-.6v6.6h6.4v-6.6l1.5.6 1.3-3-3.6-2q-2.4 2-4.8 0z"
    Recommendation "M8 1.8l1.5 4.2 4.2 1.5-4.2 1.5-1.5 4.2-1.5-4.2-4.2-1.5 4.2-1.5zM12.8 11.3v2.8M11.4 12.7h2.8"
    Support "M3 9.5v-2a5 5 0 0 1 10 0v2M3 8h2v4h-2zM11 8h2v4h-2zM13 12q0 2.2-3.5 2.2"
    BoxOffice "M2 4.5h12v2.2a1.4 1.4 0 0 0 0 2.7v2.1h-12v-2.1a1.4 1.4 0 0 0 0-2.7zM9.5 5v1M9.5 7.5v1M9.5 10v1"
    WordOfMouth "M2 3h8v5.4h-4.4l-2 2v-2h-1.6zM12 6.3h2v5h-1.4v1.9l-1.9-1.9h-3.9"
    MobileApp "M4.8 1.8h6.4v12.4h-6.4zM6.8 4.2h2.4M8 12h.01"
    SmartTv "M2 3h12v8h-12zM5.5 13.5h5M6.8 5v4l3.2-2z"
    Advert "M2.5 6.5v3h2.3l6.2 3.2v-9.4l-6.2 3.2zM5 9.8l.9 3.7M13.2 6.4q1 1.6 0 3.2"
    OutOfHome "M2 2.8h12v6.7h-12zM5 9.5v4M11 9.5v4M4.5 6.2h7"
    Print "M2.5 3h9v10h-7.5a1.5 1.5 0 0 1-1.5-1.5zM11.5 6h2v5.5a1.5 1.5 0 0 1-1.8 1.5M5 6h4M5 8.5h4"
    Gaming "M4.6 5h6.8q2.6 0 2.6 4.2t-3.6 1.4h-4.8q-3.6 2.8-3.6-1.4t2.6-4.2zM5.6 6.8v2M4.6 7.8h2M10.6 7.8h.01"
    Partner "M5.5 4.5h-3v7h3M10.5 4.5h3v7h-3M5.5 8h5"
    Newsletter "M2.5 2.5h11v11h-11zM5 5.3h6v2.4h-6zM5 10.2h6M5 11.7h4"
    Other "M8 2a6 6 0 1 1-.01 0M5.3 8h.01M8 8h.01M10.7 8h.01"
    // Annotations and signs.
    Smile "M8 2a6 6 0 1 1-.01 0M6 6.6h.01M10 6.6h.01M5.3 9.3q2.7 2.8 5.4 0"
    Neutral "M8 2a6 6 0 1 1-.01 0M6 6.6h.01M10 6.6h.01M5.6 10h4.8"
    Frown "M8 2a6 6 0 1 1-.01 0M6 6.6h.01M10 6.6h.01M5.3 10.9q2.7-2.8 5.4 0"
    Question "M8 2a6 6 0 1 1-.01 0M6.2 6.4q.2-1.7 1.8-1.7t1.8 1.6q0 1-1 1.6t-.8 1.3M8 11.3h.01"
    Pain "M9 1.8l-5.3 7.4h3.6l-.8 5 5.8-7.4h-3.7z"
    Action "M8 2a6 6 0 1 1-.01 0M5.4 8.2l1.9 1.9 3.4-4"
    Flag "M3.5 14v-11.5M3.5 3h9l-2.2 2.8 2.2 2.8h-9"
    DropOff "M2 3.5q6.5 0 6.5 9.5M5.7 10.5l2.8 3 2.8-3M8 3.5h6"
    Sticky "M2.5 2.5h11v7.2l-3.8 3.8h-7.2zM13.5 9.7h-3.8v3.8"
    Emotion "M2 10q3-8 6-2.5t6-2.5"
    Picture "M2 3h12v10h-12zM2 11l3.6-4 3 3.2 2-2 3.4 3.6M10.8 5.2a1.1 1.1 0 1 1-.01 0"
    Metric "M2.5 13.5h11M4.5 11v-3M8 11v-7.5M11.5 11v-5"
    Stage "M2 4h8.8l3.2 4-3.2 4h-8.8l2.6-4z"
    Segment "M8 2.2a2.4 2.4 0 1 1-.01 0M3 13.8q0-5.3 5-5.3t5 5.3"
    // Interface.
    Search "M7 2.8a4.2 4.2 0 1 1-.01 0M10.1 10.1l3.6 3.6"
    Plus "M8 3v10M3 8h10"
    Minus "M3 8h10"
    Close "M4 4l8 8M12 4l-8 8"
    Check "M3.2 8.4l3.2 3.2 6.4-7"
    ChevronDown "M4 6.2l4 4 4-4"
    ChevronUp "M4 9.8l4-4 4 4"
    ChevronRight "M6.2 4l4 4-4 4"
    ChevronLeft "M9.8 4l-4 4 4 4"
    Undo "M5.5 3l-3 3 3 3M2.5 6h7a3.6 3.6 0 0 1 0 7.2h-3"
    Redo "M10.5 3l3 3-3 3M13.5 6h-7a3.6 3.6 0 0 0 0 7.2h3"
    Download "M8 2.5v7.5M4.8 7l3.2 3.2 3.2-3.2M2.8 13.3h10.4"
    Folder "M2 12.8v-9.3h4.2l1.5 1.7h6.3v7.6z"
    File "M4 2h5.2l2.8 2.8v9.2h-8zM9.2 2v2.8h2.8"
    Trash "M3 4.5h10M6 4.3v-1.8h4v1.8M4.3 4.5l.7 9h6l.7-9M6.8 7v4M9.2 7v4"
    Duplicate "M5.5 5.5h8v8h-8zM3.2 10.5h-.7v-8h8v.7"
    Pencil "M3 13l.7-3 7.1-7.1 2.3 2.3-7.1 7.1zM9.3 4.4l2.3 2.3"
    Drag "M6 4h.01M10 4h.01M6 8h.01M10 8h.01M6 12h.01M10 12h.01"
    More "M3.5 8h.01M8 8h.01M12.5 8h.01"
    Warning "M8 2.5l6.3 11h-12.6zM8 6.5v3.3M8 11.6h.01"
    Info "M8 2a6 6 0 1 1-.01 0M8 7.5v3.6M8 4.9h.01"
    Link "M6.7 9.3l2.6-2.6M7.5 4.7l1.4-1.4a2.7 2.7 0 0 1 3.8 3.8l-1.4 1.4M8.5 11.3l-1.4 1.4a2.7 2.7 0 0 1-3.8-3.8l1.4-1.4"
    /// From a stage back over the others to an earlier one.
    Loop "M13 13v-6.2a2.4 2.4 0 0 0-2.4-2.4h-5.2a2.4 2.4 0 0 0-2.4 2.4v6M0.6 10.4l2.4 2.6 2.4-2.6"
    /// Several that become one.
    Merge "M3 2.5v3a3 3 0 0 0 3 3h4a3 3 0 0 0 3-3v-3M8 8.5v5M5.6 11.2l2.4 2.6 2.4-2.6"
    /// What was saved to be looked at again.
    Bookmark "M4 2.2h8v11.6l-4-3.2-4 3.2z"
    Step "M2 12.5h4v-4h4v-4h4"
    Eye "M1.5 8q6.5-8 13 0q-6.5 8-13 0M8 6.2a1.8 1.8 0 1 1-.01 0"
    AlignLeft "M3 2v12M5.5 4h7v3h-7zM5.5 9h4v3h-4z"
    AlignTop "M2 3h12M4 5.5v7h3v-7zM9 5.5v4h3v-4z"
    Fit "M2.5 6v-3.5h3.5M10 2.5h3.5v3.5M13.5 10v3.5h-3.5M6 13.5h-3.5v-3.5"
    Panel "M2 3h12v10h-12zM10 3v10"
    Sun "M8 5a3 3 0 1 1-.01 0M8 1.5v1M8 13.5v1M1.5 8h1M13.5 8h1M3.4 3.4l.7.7M11.9 11.9l.7.7M12.6 3.4l-.7.7M4.1 11.9l-.7.7"
    Moon "M13 9.6a5.4 5.4 0 1 1-6.6-6.6a4.4 4.4 0 0 0 6.6 6.6z"
    Export "M8 10v-7.5M5.2 5.3l2.8-2.8 2.8 2.8M3 9v4.5h10v-4.5"
    Present "M4.5 2.8l8.5 5.2-8.5 5.2z"
    Table "M2 3h12v10h-12zM2 6.3h12M2 9.6h12M6.5 3v10"
}

impl Icon {
    /// The icon's line, fitted into the middle of `rect`.
    pub fn path(self, rect: Rect, color: Color) -> PathItem {
        let scale = rect.width.min(rect.height) / GRID;
        stroked(place(self.outline(), centered(rect, GRID, GRID, scale)), color, LINE * scale)
    }

    /// Its line on the grid, read once.
    fn outline(self) -> &'static [PathSegment] {
        static READ: [OnceLock<Vec<PathSegment>>; Icon::ALL.len()] = [const { OnceLock::new() }; Icon::ALL.len()];
        READ.get(self as usize).map_or(&[], |read| read.get_or_init(|| parse(self.notation()).0))
    }
}

/// A round face: `feeling` from -1 (frown) to 1 (smile), drawn in `color` on a disc of `ground`.
pub fn face(center: Point, radius: f32, feeling: f32, color: Color, ground: Color) -> Vec<PathItem> {
    let line = radius * 0.2;
    let disc = PathItem {
        segments: circle(center, radius),
        fill: Some(Paint::Flat(ground)),
        stroke: Some(Stroke::solid(color, line)),
    };
    let eye = |side: f32| circle(Point::new(center.x + side * radius * 0.34, center.y - radius * 0.24), radius * 0.12);
    let eyes = [eye(-1.0), eye(1.0)].concat();
    let feeling = if feeling.is_finite() { feeling.clamp(-1.0, 1.0) } else { 0.0 };
    let (half, corner, bend) = (radius * 0.46, center.y + radius * (0.36 - 0.1 * feeling), radius * 0.42 * feeling);
    let mouth = vec![
        PathSegment::Move(Point::new(center.x - half, corner)),
        PathSegment::Cubic(
            Point::new(center.x - half / 3.0, corner + bend),
            Point::new(center.x + half / 3.0, corner + bend),
            Point::new(center.x + half, corner),
        ),
    ];
    vec![
        disc,
        PathItem { segments: eyes, fill: Some(Paint::Flat(color)), stroke: None },
        stroked(mouth, color, line * 0.95),
    ]
}

/// A pennant: a ribbon with a notch at its right.
pub fn pennant(rect: Rect) -> Vec<PathSegment> {
    let notch = (rect.height * 0.31).min(rect.width / 2.0);
    outline(&[
        Point::new(rect.x, rect.y),
        Point::new(rect.right(), rect.y),
        Point::new(rect.right() - notch, rect.y + rect.height / 2.0),
        Point::new(rect.right(), rect.bottom()),
        Point::new(rect.x, rect.bottom()),
    ])
}

/// A stage header: an arrow to the right whose tip reaches `tip` past the rectangle; all but the first have the notch that
/// the header before points into.
pub fn stage_arrow(rect: Rect, tip: f32, first: bool) -> Vec<PathSegment> {
    let middle = rect.y + rect.height / 2.0;
    let mut points = vec![
        Point::new(rect.x, rect.y),
        Point::new(rect.right(), rect.y),
        Point::new(rect.right() + tip, middle),
        Point::new(rect.right(), rect.bottom()),
        Point::new(rect.x, rect.bottom()),
    ];
    if !first {
        points.push(Point::new(rect.x + tip, middle));
    }
    outline(&points)
}

/// The product's mark: an arc from a start to an end.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Mark;

impl Mark {
    /// Fitted into the middle of `rect`.
    pub fn paths(self, rect: Rect, theme: &Theme) -> Vec<PathItem> {
        let scale = rect.width.min(rect.height) / 22.0;
        let placed = centered(rect, 22.0, 22.0, scale);
        let dot = |x: f32, color: Color| PathItem {
            segments: circle(placed.apply(Point::new(x, 16.5)), 3.4 * scale),
            fill: Some(Paint::Flat(color)),
            stroke: None,
        };
        vec![
            stroked(place(&parse("M4 16.5c6-16 8-16 14 0").0, placed), theme.accent, 3.0 * scale),
            dot(4.0, theme.accent),
            dot(18.0, theme.bad),
        ]
    }
}

/// A closed circle of four cubics.
pub fn circle(center: Point, radius: f32) -> Vec<PathSegment> {
    let handle = radius * 4.0 / 3.0 * (FRAC_PI_2 / 4.0).tan();
    let at = |x: f32, y: f32| Point::new(center.x + x, center.y + y);
    vec![
        PathSegment::Move(at(radius, 0.0)),
        PathSegment::Cubic(at(radius, handle), at(handle, radius), at(0.0, radius)),
        PathSegment::Cubic(at(-handle, radius), at(-radius, handle), at(-radius, 0.0)),
        PathSegment::Cubic(at(-radius, -handle), at(-handle, -radius), at(0.0, -radius)),
        PathSegment::Cubic(at(handle, -radius), at(radius, -handle), at(radius, 0.0)),
        PathSegment::Close,
    ]
}

/// A closed outline with straight edges.
pub fn outline(points: &[Point]) -> Vec<PathSegment> {
    let step = |(nth, point): (usize, &Point)| match nth {
        0 => PathSegment::Move(*point),
        _ => PathSegment::Line(*point),
    };
    points.iter().enumerate().map(step).chain([PathSegment::Close]).collect()
}

fn centered(rect: Rect, width: f32, height: f32, scale: f32) -> Transform {
    let middle = rect.center();
    Transform { scale, x: middle.x - width * scale / 2.0, y: middle.y - height * scale / 2.0 }
}

fn place(outline: &[PathSegment], transform: Transform) -> Vec<PathSegment> {
    let place = |segment: &PathSegment| match *segment {
        PathSegment::Move(to) => PathSegment::Move(transform.apply(to)),
        PathSegment::Line(to) => PathSegment::Line(transform.apply(to)),
        PathSegment::Cubic(a, b, to) => PathSegment::Cubic(transform.apply(a), transform.apply(b), transform.apply(to)),
        PathSegment::Close => PathSegment::Close,
    };
    outline.iter().map(place).collect()
}

fn stroked(segments: Vec<PathSegment>, color: Color, width: f32) -> PathItem {
    PathItem { segments, fill: None, stroke: Some(Stroke::solid(color, width)) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_icon_is_read_whole_and_stays_on_its_grid() {
        for icon in Icon::ALL {
            let (segments, complete) = parse(icon.notation());
            assert!(complete && segments.len() > 1, "{icon:?}: {segments:?}");
            for segment in segments {
                let points = match segment {
                    PathSegment::Move(to) | PathSegment::Line(to) => vec![to],
                    PathSegment::Cubic(a, b, to) => vec![a, b, to],
                    PathSegment::Close => vec![],
                };
                let inside = |p: &Point| (0.0..=GRID).contains(&p.x) && (0.0..=GRID).contains(&p.y);
                assert!(points.iter().all(inside), "{icon:?} leaves the grid at {points:?}");
            }
        }
    }
}
