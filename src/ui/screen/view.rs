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
    /// Whether a group is drawn item by item, however small it is.
    pub whole: bool,
    /// Where the scene is turned over on its way to the screen, for those who read from the right: the sum of the left and the
    /// right edge of what it is turned over in. Places in the scene are told as if it were not.
    pub turned_in: Option<f32>,
}

/// Text smaller than this many pixels cannot be read.
const READABLE_PX: f32 = 5.0;

impl View {
    pub const fn new(origin: Pos2, zoom: f32) -> Self {
        Self { origin, zoom, settled: true, words_from_px: READABLE_PX, whole: false, turned_in: None }
    }

    /// The same place with all words drawn, however small: for a page that is shown as it will be printed.
    pub const fn in_full(self) -> Self {
        Self { words_from_px: 1.0, ..self }.whole()
    }

    /// The same place with no group drawn as one area: for a small picture of a map of a few cards, whose words are bars.
    pub const fn whole(self) -> Self {
        Self { whole: true, ..self }
    }

    pub(super) fn transform(&self) -> Transform {
        Transform { scale: self.zoom, x: self.origin.x, y: self.origin.y }
    }

    /// For the picture of this scene that is turned over, as it is painted: `width` is the scene's.
    pub fn of_turned(self, width: f32) -> Self {
        let left = self.rect_to_screen(SceneRect::new(0.0, 0.0, width, 0.0)).left();
        match self.turned_in {
            Some(_) => Self { origin: pos2(left, self.origin.y), turned_in: None, ..self },
            None => self,
        }
    }

    /// The same with a place of the scene under a place on the screen.
    pub fn holding(self, pos_in_scene: Point, pos_on_screen: Pos2) -> Self {
        let from_corner = vec2(pos_in_scene.x, pos_in_scene.y) * self.zoom;
        Self { origin: self.turned(pos_on_screen) - from_corner, ..self }
    }

    pub fn to_screen(&self, pos_in_scene: Point) -> Pos2 {
        self.turned(to_pos(self.transform().apply(pos_in_scene)))
    }

    pub fn to_scene(&self, pos_on_screen: Pos2) -> Point {
        let from_corner = (self.turned(pos_on_screen) - self.origin) / self.zoom;
        Point::new(from_corner.x, from_corner.y)
    }

    pub fn rect_to_screen(&self, rect_in_scene: SceneRect) -> Rect {
        self.turned_rect(to_egui(self.transform().apply_rect(rect_in_scene)))
    }

    pub fn rect_to_scene(&self, rect_on_screen: Rect) -> SceneRect {
        let corner = (self.turned_rect(rect_on_screen).min - self.origin) / self.zoom;
        SceneRect::new(corner.x, corner.y, rect_on_screen.width() / self.zoom, rect_on_screen.height() / self.zoom)
    }

    fn turned(&self, pos: Pos2) -> Pos2 {
        self.turned_in.map_or(pos, |sum| pos2(sum - pos.x, pos.y))
    }

    fn turned_rect(&self, rect: Rect) -> Rect {
        let turned = |sum: f32| Rect::from_x_y_ranges(sum - rect.right()..=sum - rect.left(), rect.y_range());
        self.turned_in.map_or(rect, turned)
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
        for turned_in in [None, Some(1432.0)] {
            let view = View { turned_in, ..View::new(pos2(216.0, 72.0), 0.37) };
            let there = view.to_screen(Point::new(120.0, -40.0));
            let back = view.to_scene(there);
            assert!((back.x - 120.0).abs() < 1e-3 && (back.y + 40.0).abs() < 1e-3, "{back:?}");
            let rect = SceneRect::new(10.0, 20.0, 300.0, 40.0);
            let back = view.rect_to_scene(view.rect_to_screen(rect));
            assert!((back.x - rect.x).abs() < 1e-3 && (back.width - rect.width).abs() < 1e-3, "{back:?}");
            let held = view.holding(Point::new(120.0, -40.0), pos2(500.0, 300.0));
            assert!(held.to_screen(Point::new(120.0, -40.0)).distance(pos2(500.0, 300.0)) < 1e-3);
        }
    }

    #[test]
    fn a_picture_that_is_turned_over_lies_where_its_places_are_told_to_be() {
        let view = View { turned_in: Some(1432.0), ..View::new(pos2(236.0, 88.0), 0.8) };
        let (width, rect) = (900.0, SceneRect::new(112.0, 30.0, 204.0, 60.0));
        let painted = view.of_turned(width).rect_to_screen(rect.mirrored(width));
        assert!(painted.min.distance(view.rect_to_screen(rect).min) < 1e-3);
        assert!((view.rect_to_screen(SceneRect::new(0.0, 0.0, width, 10.0)).right() - (1432.0 - 236.0)).abs() < 1e-3);
    }
}
