//! Reads the path notation of SVG that our icons are written in, into segments.
//! <https://www.w3.org/TR/SVG11/paths.html#PathData>
//!
//! # Limits
//! The shorthand `S` is not read. What cannot be read ends the path; a test reads every icon.

use crate::scene::{PathSegment, Point};

/// The segments of a path, and whether all of it could be read.
pub(super) fn parse(notation: &str) -> (Vec<PathSegment>, bool) {
    let mut reader =
        Reader { rest: notation, pen: Point::default(), start: Point::default(), control: None, segments: Vec::new() };
    let complete = reader.read_all().is_some();
    (reader.segments, complete)
}

struct Reader<'a> {
    rest: &'a str,
    pen: Point,
    /// Where the outline began, for `Z`.
    start: Point,
    /// The last curve's control point, when the last step was `Q` or `T`.
    control: Option<Point>,
    segments: Vec<PathSegment>,
}

impl Reader<'_> {
    fn read_all(&mut self) -> Option<()> {
        let mut command = None;
        loop {
            self.skip_separators();
            let Some(next) = self.rest.chars().next() else { return Some(()) };
            if next.is_ascii_alphabetic() {
                self.rest = self.rest.get(1..)?;
                command = Some(next);
            }
            let step = command?;
            self.step(step)?;
            command = match step {
                'M' => Some('L'),
                'm' => Some('l'),
                'Z' | 'z' => None,
                other => Some(other),
            };
        }
    }

    fn step(&mut self, command: char) -> Option<()> {
        let origin = if command.is_ascii_lowercase() { self.pen } else { Point::default() };
        let control = self.control.take();
        match command.to_ascii_uppercase() {
            'M' => {
                self.pen = self.point(origin)?;
                self.start = self.pen;
                self.segments.push(PathSegment::Move(self.pen));
            }
            'L' => {
                let to = self.point(origin)?;
                self.line(to);
            }
            'H' => {
                let to = Point::new(origin.x + self.number()?, self.pen.y);
                self.line(to);
            }
            'V' => {
                let to = Point::new(self.pen.x, origin.y + self.number()?);
                self.line(to);
            }
            'C' => {
                let (a, b, to) = (self.point(origin)?, self.point(origin)?, self.point(origin)?);
                self.cubic(a, b, to);
            }
            'Q' => {
                let (control, to) = (self.point(origin)?, self.point(origin)?);
                self.quadratic(control, to);
            }
            'T' => {
                let mirrored = control.map_or(self.pen, |c| Point::new(2.0 * self.pen.x - c.x, 2.0 * self.pen.y - c.y));
                let to = self.point(origin)?;
                self.quadratic(mirrored, to);
            }
            'A' => self.arc(origin)?,
            'Z' => {
                self.segments.push(PathSegment::Close);
                self.pen = self.start;
            }
            _ => return None,
        }
        Some(())
    }

    fn line(&mut self, to: Point) {
        self.pen = to;
        self.segments.push(PathSegment::Line(to));
    }

    fn quadratic(&mut self, control: Point, to: Point) {
        let towards = |from: Point| {
            Point::new(from.x + (control.x - from.x) * 2.0 / 3.0, from.y + (control.y - from.y) * 2.0 / 3.0)
        };
        self.cubic(towards(self.pen), towards(to), to);
        self.control = Some(control);
    }

    fn cubic(&mut self, a: Point, b: Point, to: Point) {
        self.pen = to;
        self.segments.push(PathSegment::Cubic(a, b, to));
    }

    /// A circle's arc (both radii alike, no rotation) as cubics of at most a quarter turn.
    /// <https://www.w3.org/TR/SVG11/implnote.html#ArcConversionEndpointToCenter>
    fn arc(&mut self, origin: Point) -> Option<()> {
        let (radius, _, _) = (self.number()?, self.number()?, self.number()?);
        let (large, sweep) = (self.flag()?, self.flag()?);
        let (from, to) = (self.pen, self.point(origin)?);
        let (dx, dy) = (to.x - from.x, to.y - from.y);
        let chord = dx.hypot(dy);
        if chord == 0.0 || radius <= 0.0 {
            self.line(to);
            return Some(());
        }
        let radius = radius.max(chord / 2.0);
        let side = if large == sweep { -1.0 } else { 1.0 };
        let reach = side * (radius * radius - chord * chord / 4.0).max(0.0).sqrt() / chord;
        let center = Point::new((from.x + to.x) / 2.0 - dy * reach, (from.y + to.y) / 2.0 + dx * reach);
        let begin = (from.y - center.y).atan2(from.x - center.x);
        let mut turn = (to.y - center.y).atan2(to.x - center.x) - begin;
        if sweep && turn < 0.0 {
            turn += std::f32::consts::TAU;
        } else if !sweep && turn > 0.0 {
            turn -= std::f32::consts::TAU;
        }
        let parts = (turn.abs() / std::f32::consts::FRAC_PI_2).ceil().max(1.0);
        let step = turn / parts;
        let handle = radius * 4.0 / 3.0 * (step / 4.0).tan();
        for part in 0..parts as u32 {
            let a = begin + step * part as f32;
            let b = a + step;
            let on = |angle: f32| Point::new(center.x + radius * angle.cos(), center.y + radius * angle.sin());
            let (p, q) = (on(a), on(b));
            let end = if part + 1 == parts as u32 { to } else { q };
            self.cubic(
                Point::new(p.x - handle * a.sin(), p.y + handle * a.cos()),
                Point::new(q.x + handle * b.sin(), q.y - handle * b.cos()),
                end,
            );
        }
        Some(())
    }

    fn point(&mut self, origin: Point) -> Option<Point> {
        Some(Point::new(origin.x + self.number()?, origin.y + self.number()?))
    }

    fn flag(&mut self) -> Option<bool> {
        self.skip_separators();
        let flag = self.rest.chars().next()?;
        self.rest = self.rest.get(1..)?;
        match flag {
            '0' => Some(false),
            '1' => Some(true),
            _ => None,
        }
    }

    fn number(&mut self) -> Option<f32> {
        self.skip_separators();
        let mut dotted = false;
        let length = self
            .rest
            .char_indices()
            .find(|&(at, c)| match c {
                '-' | '+' => at > 0,
                '.' => std::mem::replace(&mut dotted, true),
                _ => !c.is_ascii_digit(),
            })
            .map_or(self.rest.len(), |(at, _)| at);
        let (number, rest) = self.rest.split_at_checked(length)?;
        self.rest = rest;
        number.parse().ok()
    }

    fn skip_separators(&mut self) {
        self.rest = self.rest.trim_start_matches([' ', ',']);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn relative_steps_and_packed_numbers_are_read() {
        let (segments, complete) = parse("M1 2l1.5.5-2-1h3V0z");
        assert!(complete);
        assert_eq!(
            segments,
            [
                PathSegment::Move(Point::new(1.0, 2.0)),
                PathSegment::Line(Point::new(2.5, 2.5)),
                PathSegment::Line(Point::new(0.5, 1.5)),
                PathSegment::Line(Point::new(3.5, 1.5)),
                PathSegment::Line(Point::new(3.5, 0.0)),
                PathSegment::Close,
            ]
        );
    }

    #[test]
    fn an_arc_keeps_its_distance_from_the_centre() {
        let (segments, _) = parse("M10 0A10 10 0 0 1 -10 0");
        let Some(PathSegment::Cubic(_, _, quarter)) = segments.get(1) else { panic!("{segments:?}") };
        assert!((quarter.x.hypot(quarter.y) - 10.0).abs() < 0.01, "{quarter:?}");
        assert!(quarter.y > 9.9, "swept clockwise, y down: {quarter:?}");
    }

    #[test]
    fn nonsense_is_said_to_be_incomplete() {
        assert!(!parse("M0 0 W 3").1);
        assert!(!parse("5 5").1);
    }
}
