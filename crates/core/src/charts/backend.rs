//! A drawing backend for plotters that writes scene items.
//!
//! Plotters counts in whole pixels and whole line widths, so a scene unit is [`PIXELS`] of its pixels; font sizes and widths
//! given to plotters are multiplied by it, too.
//!
//! # Limits
//! Text is drawn level, whatever rotation is asked for; bitmaps are left out.

use crate::scene::{Color, FaceStyle, Item, Paint, PathItem, PathSegment, Point, Rect, RectItem, Size, Stroke};
use crate::text::{Shaper, TextStyle};
use crate::theme::icons::{circle, outline};
use plotters::style::RGBColor;
use plotters_backend::text_anchor::{HPos, VPos};
use plotters_backend::{
    BackendColor, BackendCoord, BackendStyle, BackendTextStyle, DrawingBackend, DrawingErrorKind, FontStyle,
};
use std::convert::Infallible;

/// Plotters' pixels in one map unit.
pub(super) const PIXELS: f32 = 10.0;

type Drawn = Result<(), DrawingErrorKind<Infallible>>;

/// Adds what plotters draws to `items`.
pub(super) struct SceneBackend<'a> {
    items: &'a mut Vec<Item>,
    shaper: &'a Shaper,
    size: Size,
}

impl<'a> SceneBackend<'a> {
    pub fn new(items: &'a mut Vec<Item>, size: Size, shaper: &'a Shaper) -> Self {
        Self { items, shaper, size }
    }

    fn push_path(&mut self, segments: Vec<PathSegment>, style: &impl BackendStyle, fill: bool) {
        let color = scene_color(style.color());
        if color.a == 0 || segments.is_empty() {
            return;
        }
        let stroke = Stroke::solid(color, style.stroke_width() as f32 / PIXELS);
        let (fill, stroke) = if fill { (Some(Paint::Flat(color)), None) } else { (None, Some(stroke)) };
        self.items.push(Item::Path(PathItem { segments, fill, stroke }));
    }
}

/// From plotters' pixels to map units.
pub(super) fn unit_point((x, y): BackendCoord) -> Point {
    Point::new(x as f32 / PIXELS, y as f32 / PIXELS)
}

/// A colour of the theme, as plotters takes it.
pub(super) fn rgb(color: Color) -> RGBColor {
    RGBColor(color.r, color.g, color.b)
}

fn scene_color(color: BackendColor) -> Color {
    let (r, g, b) = color.rgb;
    Color { r, g, b, a: 255 }.alpha(color.alpha as f32)
}

fn text_style(style: &impl BackendTextStyle) -> TextStyle {
    let face = match style.style() {
        FontStyle::Normal => FaceStyle::Regular,
        FontStyle::Bold => FaceStyle::SemiBold,
        FontStyle::Oblique | FontStyle::Italic => FaceStyle::Italic,
    };
    TextStyle::new(style.size() as f32 / PIXELS, face, scene_color(style.color())).tabular()
}

impl DrawingBackend for SceneBackend<'_> {
    type ErrorType = Infallible;

    fn get_size(&self) -> (u32, u32) {
        ((self.size.width * PIXELS) as u32, (self.size.height * PIXELS) as u32)
    }

    fn ensure_prepared(&mut self) -> Drawn {
        Ok(())
    }

    fn present(&mut self) -> Drawn {
        Ok(())
    }

    fn draw_pixel(&mut self, point: BackendCoord, color: BackendColor) -> Drawn {
        let corner = unit_point(point);
        let rect = Rect::new(corner.x, corner.y, 1.0 / PIXELS, 1.0 / PIXELS);
        let fill = Some(Paint::Flat(scene_color(color)));
        self.items.push(Item::Rect(RectItem { rect, radius: 0.0, fill, stroke: None }));
        Ok(())
    }

    fn draw_line<S: BackendStyle>(&mut self, from: BackendCoord, to: BackendCoord, style: &S) -> Drawn {
        self.draw_path([from, to], style)
    }

    fn draw_rect<S: BackendStyle>(&mut self, from: BackendCoord, to: BackendCoord, style: &S, fill: bool) -> Drawn {
        let (a, b) = (unit_point(from), unit_point(to));
        let corners = [a, Point::new(b.x, a.y), b, Point::new(a.x, b.y)];
        self.push_path(outline(&corners), style, fill);
        Ok(())
    }

    fn draw_path<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(&mut self, path: I, style: &S) -> Drawn {
        let mut segments: Vec<PathSegment> = path.into_iter().map(unit_point).map(PathSegment::Line).collect();
        if let Some(first) = segments.first_mut()
            && let PathSegment::Line(start) = *first
        {
            *first = PathSegment::Move(start);
        }
        self.push_path(segments, style, false);
        Ok(())
    }

    fn draw_circle<S: BackendStyle>(&mut self, center: BackendCoord, radius: u32, style: &S, fill: bool) -> Drawn {
        self.push_path(circle(unit_point(center), radius as f32 / PIXELS), style, fill);
        Ok(())
    }

    fn fill_polygon<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(&mut self, corners: I, style: &S) -> Drawn {
        let corners: Vec<Point> = corners.into_iter().map(unit_point).collect();
        self.push_path(outline(&corners), style, true);
        Ok(())
    }

    fn draw_text<T: BackendTextStyle>(&mut self, text: &str, style: &T, pos: BackendCoord) -> Drawn {
        let line = self.shaper.line(text, text_style(style));
        let (at, anchor) = (unit_point(pos), style.anchor());
        let x = match anchor.h_pos {
            HPos::Left => at.x,
            HPos::Center => at.x - line.width / 2.0,
            HPos::Right => at.x - line.width,
        };
        let y = match anchor.v_pos {
            VPos::Top => at.y + line.ascent,
            VPos::Center => at.y + (line.ascent - line.descent) / 2.0,
            VPos::Bottom => at.y - line.descent,
        };
        self.items.push(Item::Text(line.at(Point::new(x, y))));
        Ok(())
    }

    fn estimate_text_size<T: BackendTextStyle>(
        &self,
        text: &str,
        style: &T,
    ) -> Result<(u32, u32), DrawingErrorKind<Infallible>> {
        let line = self.shaper.line(text, text_style(style));
        Ok(((line.width * PIXELS).ceil() as u32, ((line.ascent + line.descent) * PIXELS).ceil() as u32))
    }

    fn blit_bitmap(&mut self, _: BackendCoord, _: (u32, u32), _: &[u8]) -> Drawn {
        Ok(())
    }
}
