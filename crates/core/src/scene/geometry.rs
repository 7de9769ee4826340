//! Points, sizes, rectangles and the two-number transforms of a scene, all in map units, y down.

/// A place.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Point {
    pub x: f32,
    pub y: f32,
}

/// Width and height, never negative in a finished scene.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Size {
    pub width: f32,
    pub height: f32,
}

/// An upright rectangle from its upper left corner.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Rect {
    pub x: f32,
    pub y: f32,
    pub width: f32,
    pub height: f32,
}

/// Scaling by one factor, then moving.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Transform {
    pub scale: f32,
    pub x: f32,
    pub y: f32,
}

impl Point {
    pub const fn new(x: f32, y: f32) -> Self {
        Self { x, y }
    }
}

impl Size {
    pub const fn new(width: f32, height: f32) -> Self {
        Self { width, height }
    }
}

impl Rect {
    pub const fn new(x: f32, y: f32, width: f32, height: f32) -> Self {
        Self { x, y, width, height }
    }

    pub fn from_size(size: Size) -> Self {
        Self::new(0.0, 0.0, size.width, size.height)
    }

    pub fn right(&self) -> f32 {
        self.x + self.width
    }

    pub fn bottom(&self) -> f32 {
        self.y + self.height
    }

    pub fn center(&self) -> Point {
        Point::new(self.x + self.width / 2.0, self.y + self.height / 2.0)
    }

    /// Left and top edges belong to the rectangle, right and bottom ones do not.
    pub fn contains(&self, point: Point) -> bool {
        point.x >= self.x && point.x < self.right() && point.y >= self.y && point.y < self.bottom()
    }

    /// Whether the two share an area.
    pub fn overlaps(&self, other: &Rect) -> bool {
        self.x < other.right() && other.x < self.right() && self.y < other.bottom() && other.y < self.bottom()
    }

    /// The smallest rectangle that holds both.
    pub fn union(&self, other: &Rect) -> Rect {
        let (x, y) = (self.x.min(other.x), self.y.min(other.y));
        Rect::new(x, y, self.right().max(other.right()) - x, self.bottom().max(other.bottom()) - y)
    }

    /// Smaller by `margin` on every side (larger when negative), never below zero width or height.
    pub fn shrink(&self, margin: f32) -> Rect {
        Rect::new(
            self.x + margin,
            self.y + margin,
            (self.width - 2.0 * margin).max(0.0),
            (self.height - 2.0 * margin).max(0.0),
        )
    }
}

impl Default for Transform {
    fn default() -> Self {
        Self::IDENTITY
    }
}

impl Transform {
    pub const IDENTITY: Self = Self { scale: 1.0, x: 0.0, y: 0.0 };

    pub const fn translate(x: f32, y: f32) -> Self {
        Self { scale: 1.0, x, y }
    }

    pub const fn scale(scale: f32) -> Self {
        Self { scale, x: 0.0, y: 0.0 }
    }

    /// The transform that applies `inner` first and `self` after it.
    pub fn then(&self, inner: Transform) -> Transform {
        Transform {
            scale: self.scale * inner.scale,
            x: self.x + self.scale * inner.x,
            y: self.y + self.scale * inner.y,
        }
    }

    pub fn apply(&self, point: Point) -> Point {
        Point::new(self.x + self.scale * point.x, self.y + self.scale * point.y)
    }

    pub fn apply_rect(&self, rect: Rect) -> Rect {
        Rect::new(
            self.x + self.scale * rect.x,
            self.y + self.scale * rect.y,
            self.scale * rect.width,
            self.scale * rect.height,
        )
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn then_applies_the_inner_transform_first() {
        let outer = Transform { scale: 2.0, x: 10.0, y: 0.0 };
        let inner = Transform::translate(3.0, 4.0);
        let both = outer.then(inner);
        assert_eq!(both.apply(Point::new(1.0, 1.0)), outer.apply(inner.apply(Point::new(1.0, 1.0))));
        assert_eq!(both.apply(Point::new(1.0, 1.0)), Point::new(18.0, 10.0));
    }
}
