//! Where a scene lies on the screen.

use crate::scene::{Point, Rect as SceneRect, Transform};
use egui::{Pos2, Rect, pos2, vec2};

/// A scene's place on the screen: where its upper left corner is, and how many points one map unit takes.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct View {
    pub origin: Pos2,
    pub zoom: f32,
    /// False while the zoom is changing: font sizes are then taken from a coarse row, so that a pinch does not fill
    /// the glyph atlas.
    pub settled: bool,
    /// Text smaller than this many pixels is drawn as a bar.
    pub words_from_px: f32,
}

/// Text smaller than this many pixels cannot be read.
const READABLE_PX: f32 = 5.0;

impl View {
    pub const fn new(origin: Pos2, zoom: f32) -> Self {
        Self { origin, zoom, settled: true, words_from_px: READABLE_PX }
    }

    /// The same place with all words drawn, however small: for a page that is shown as it will be printed.
    pub const fn in_full(self) -> Self {
        Self { words_from_px: 1.0, ..self }
    }

    /// Whether all words are drawn, however small.
    pub(super) fn is_in_full(&self) -> bool {
        self.words_from_px < READABLE_PX
    }

    pub(super) fn transform(&self) -> Transform {
        Transform { scale: self.zoom, x: self.origin.x, y: self.origin.y }
    }

    pub fn to_screen(&self, pos_in_scene: Point) -> Pos2 {
        to_pos(self.transform().apply(pos_in_scene))
    }

    pub fn to_scene(&self, pos_on_screen: Pos2) -> Point {
        let from_corner = (pos_on_screen - self.origin) / self.zoom;
        Point::new(from_corner.x, from_corner.y)
    }

    pub fn rect_to_screen(&self, rect_in_scene: SceneRect) -> Rect {
        to_egui(self.transform().apply_rect(rect_in_scene))
    }

    pub fn rect_to_scene(&self, rect_on_screen: Rect) -> SceneRect {
        let corner = self.to_scene(rect_on_screen.min);
        SceneRect::new(corner.x, corner.y, rect_on_screen.width() / self.zoom, rect_on_screen.height() / self.zoom)
    }
}

pub(super) fn to_pos(point: Point) -> Pos2 {
    pos2(point.x, point.y)
}

pub(super) fn to_egui(rect: SceneRect) -> Rect {
    Rect::from_min_size(pos2(rect.x, rect.y), vec2(rect.width, rect.height))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_point_on_the_screen_finds_its_way_back() {
        let view = View::new(pos2(216.0, 72.0), 0.37);
        let there = view.to_screen(Point::new(120.0, -40.0));
        let back = view.to_scene(there);
        assert!((back.x - 120.0).abs() < 1e-3 && (back.y + 40.0).abs() < 1e-3, "{back:?}");
    }
}
