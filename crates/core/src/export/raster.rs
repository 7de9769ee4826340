//! Draws one tile of a scene in pixels. The tile is all that is held in memory, so the picture may be as large as it likes.

use super::hatch::hatch_lines;
use super::shapes::{self, Shape};
use crate::images::ImageId;
use crate::scene::{Color, Face, Group, ImageItem, Item, Paint, PathSegment, Point, Rect, TextItem, Transform};
use std::collections::HashMap;
use std::sync::Arc;
use vello_cpu::color::{AlphaColor, PremulRgba8, Srgb};
use vello_cpu::kurbo::{Affine, BezPath, Cap, Join, Stroke};
use vello_cpu::peniko::{Blob, ColorStop, Extend, FontData, Gradient, ImageQuality, ImageSampler, color::DynamicColor};
use vello_cpu::{Glyph, Image, ImageSource, Pixmap, RenderContext, Resources};

/// A group inside a group inside … is drawn down to here.
pub(super) const DEEPEST: usize = 64;
/// Fonts and pictures of a scene in the rasteriser's form, made once and shared by all tiles.
#[derive(Default)]
pub(super) struct Stock {
    fonts: HashMap<String, FontData>,
    /// Each with what it is at a half of its size, at a quarter and so on.
    pictures: HashMap<ImageId, Vec<Arc<Pixmap>>>,
}

impl Stock {
    pub fn of(items: &[Item]) -> Self {
        let mut stock = Self::default();
        stock.collect(items, 0);
        stock
    }

    fn collect(&mut self, items: &[Item], depth: usize) {
        if depth > DEEPEST {
            return;
        }
        for item in items {
            match item {
                Item::Text(line) => self.add_faces(line),
                Item::Paragraph(words) => words.lines.iter().for_each(|line| self.add_faces(line)),
                Item::Image(image) => self.add_picture(image),
                Item::Group(group) => self.collect(&group.items, depth + 1),
                Item::Tagged(tagged) => self.collect(&tagged.items, depth + 1),
                Item::Rect(_) | Item::Path(_) => {}
            }
        }
    }

    fn add_faces(&mut self, line: &TextItem) {
        line.runs.iter().for_each(|run| self.add_face(&run.face));
    }

    fn add_face(&mut self, face: &Face) {
        if !self.fonts.contains_key(&face.name) {
            let font = FontData::new(Blob::new(Arc::clone(&face.bytes)), face.index);
            self.fonts.insert(face.name.clone(), font);
        }
    }

    fn add_picture(&mut self, image: &ImageItem) {
        self.pictures.entry(image.image.id()).or_insert_with(|| sizes(&image.image));
    }
}

/// Down to this many pixels a side a picture is kept smaller too.
const SMALLEST_PX: u32 = 24;

/// A picture's pixels, and those of smaller ones; none where it is damaged.
fn sizes(image: &crate::images::Image) -> Vec<Arc<Pixmap>> {
    let premultiplied = |pixel: &[u8]| {
        let [r, g, b, a] = *pixel else { return PremulRgba8 { r: 0, g: 0, b: 0, a: 0 } };
        AlphaColor::<Srgb>::from_rgba8(r, g, b, a).premultiply().to_rgba8()
    };
    let mut sizes = Vec::new();
    let mut left = image.pixels();
    while let Some(pixels) = left {
        let (Ok(width), Ok(height)) = (u16::try_from(pixels.width_px), u16::try_from(pixels.height_px)) else { break };
        let colors = pixels.rgba.chunks_exact(4).map(premultiplied).collect();
        sizes.push(Arc::new(Pixmap::from_parts(colors, width, height)));
        left = (pixels.width_px.min(pixels.height_px) >= 2 * SMALLEST_PX).then(|| pixels.halved());
    }
    sizes
}

/// Part of the picture, in pixels from its upper left corner.
#[derive(Clone, Copy, Debug)]
pub(super) struct Tile {
    pub x: u32,
    pub y: u32,
    pub width: u16,
    pub height: u16,
}

/// Draws what lies in the tile on white. `scale` is pixels a unit.
pub(super) fn draw_tile(items: &[Item], stock: &Stock, scale: f32, tile: Tile) -> Pixmap {
    let mut brush = Brush {
        context: RenderContext::new(tile.width, tile.height),
        resources: Resources::new(),
        stock,
        area: Rect::new(0.0, 0.0, f32::from(tile.width), f32::from(tile.height)),
    };
    brush.context.set_paint(color(Color::hex(0xFFFFFF)));
    let paper = vello_cpu::kurbo::Rect::new(0.0, 0.0, f64::from(tile.width), f64::from(tile.height));
    brush.context.fill_rect(&paper);
    let to_tile = Transform { scale, x: -(tile.x as f32), y: -(tile.y as f32) };
    brush.items(items, to_tile, 0);
    let mut pixels = Pixmap::new(tile.width, tile.height);
    brush.context.flush();
    brush.context.render(&mut pixels, &mut brush.resources);
    pixels
}

struct Brush<'a> {
    context: RenderContext,
    resources: Resources,
    stock: &'a Stock,
    area: Rect,
}

impl Brush<'_> {
    fn items(&mut self, items: &[Item], transform: Transform, depth: usize) {
        if depth > DEEPEST {
            return;
        }
        for item in items {
            match item {
                Item::Rect(item) => self.shape(Shape::of_rect(item), transform),
                Item::Path(item) => self.shape(Shape::of_path(item), transform),
                Item::Text(item) => self.text(item, transform),
                Item::Paragraph(words) => words.lines.iter().for_each(|line| self.text(line, transform)),
                Item::Image(item) => self.image(item, transform),
                Item::Group(group) => self.group(group, transform, depth),
                Item::Tagged(tagged) => self.items(&tagged.items, transform, depth + 1),
            }
        }
    }

    fn group(&mut self, group: &Group, outer: Transform, depth: usize) {
        let opacity = shapes::sane_opacity(group.opacity);
        let Some(transform) = shapes::sane_transform(outer.then(group.transform)) else { return };
        if opacity == 0.0 {
            return;
        }
        let clip = group.clip.map(|clip| transform.apply_rect(clip));
        if clip.is_some_and(|clip| !clip.overlaps(&self.area)) {
            return;
        }
        let layered = opacity < 1.0;
        self.context.set_transform(Affine::IDENTITY);
        if let Some(clip) = clip {
            let x = |value: f32| f64::from(value.clamp(-10.0, self.area.width + 10.0));
            let y = |value: f32| f64::from(value.clamp(-10.0, self.area.height + 10.0));
            let clip = vello_cpu::kurbo::Rect::new(x(clip.x), y(clip.y), x(clip.right()), y(clip.bottom()));
            self.context.push_clip_layer(&vello_cpu::kurbo::Shape::to_path(&clip, 0.1));
        }
        if layered {
            self.context.push_opacity_layer(opacity);
        }
        self.items(&group.items, transform, depth + 1);
        if layered {
            self.context.pop_layer();
        }
        if clip.is_some() {
            self.context.pop_layer();
        }
    }

    fn shape(&mut self, shape: Option<Shape<'_>>, transform: Transform) {
        let Some(shape) = shape else { return };
        let reach = shape.pen.as_ref().map_or(0.0, |pen| pen.width);
        if !self.sees(shape.bounds.shrink(-reach), transform) {
            return;
        }
        let path = bezier(&shape.outline);
        self.context.set_transform(affine(transform));
        if let Some(fill) = shape.fill {
            self.fill(&path, shape.bounds, fill);
        }
        if let Some(pen) = shape.pen {
            let mut stroke = Stroke::new(f64::from(pen.width)).with_join(Join::Round).with_caps(Cap::Round);
            if let Some(dash) = pen.dash {
                stroke = stroke.with_dashes(0.0, [f64::from(dash.on), f64::from(dash.off)]);
            }
            self.context.set_stroke(stroke);
            self.set_paint(pen.paint);
            self.context.stroke_path(&path);
        }
    }

    fn fill(&mut self, path: &BezPath, bounds: Rect, fill: &Paint) {
        let Paint::Hatch { line, ground, gap, width } = fill else {
            self.set_paint(fill);
            self.context.fill_path(path);
            return;
        };
        self.context.set_paint(color(*ground));
        self.context.fill_path(path);
        if !(width.is_finite() && *width > 0.0) {
            return;
        }
        let mut lines = BezPath::new();
        for (from, to) in hatch_lines(bounds, *gap) {
            lines.move_to(point(from));
            lines.line_to(point(to));
        }
        self.context.push_clip_layer(path);
        self.context.set_paint(color(*line));
        self.context.set_stroke(Stroke::new(f64::from(*width)).with_caps(Cap::Butt));
        self.context.stroke_path(&lines);
        self.context.pop_layer();
    }

    /// A hatch counts as its line's colour.
    fn set_paint(&mut self, paint: &Paint) {
        match paint {
            Paint::Flat(_) | Paint::Hatch { .. } => self.context.set_paint(color(shapes::flat(paint))),
            Paint::Gradient { from, to, stops } => match shapes::stops(*from, *to, stops) {
                Ok(stops) => {
                    let stop = |(offset, stop): &(f32, Color)| ColorStop {
                        offset: *offset,
                        color: DynamicColor::from_alpha_color(color(*stop)),
                    };
                    let stops: Vec<ColorStop> = stops.iter().map(stop).collect();
                    let gradient = Gradient::new_linear(point(*from), point(*to)).with_stops(&stops[..]);
                    self.context.set_paint(gradient.with_extend(Extend::Pad));
                }
                Err(flat) => self.context.set_paint(color(flat)),
            },
        }
    }

    fn text(&mut self, item: &TextItem, transform: Transform) {
        let Some(pos) = shapes::tame_point(item.pos) else { return };
        if item.color.a == 0 || !self.sees(shapes::text_bounds(item), transform) {
            return;
        }
        self.context.set_transform(affine(transform.then(Transform::translate(pos.x, pos.y))));
        self.context.set_paint(color(item.color));
        for run in item.runs.iter() {
            let Some(font) = self.stock.fonts.get(&run.face.name) else { continue };
            let glyphs = shapes::sane_glyphs(run).map(|glyph| Glyph { id: glyph.id, x: glyph.x, y: glyph.y });
            self.context.glyph_run(&mut self.resources, font).font_size(run.size).hint(false).fill_glyphs(glyphs);
        }
    }

    fn image(&mut self, item: &ImageItem, transform: Transform) {
        let Some(sizes) = self.stock.pictures.get(&item.image.id()) else { return };
        let (rect, spread) = (item.rect, item.spread());
        let stretched = rect.width > 0.0 && rect.height > 0.0;
        let Some(outline) = shapes::rect_path(rect, item.radius).filter(|_| stretched && self.sees(rect, transform))
        else {
            return;
        };
        // The smallest that has a pixel for each that is painted.
        let width_px = spread.width * transform.scale;
        let enough = sizes.iter().rev().find(|pixmap| f32::from(pixmap.width()) >= width_px);
        let Some(pixmap) = enough.or(sizes.first()) else { return };
        let stretch = Affine::translate((f64::from(spread.x), f64::from(spread.y)))
            * Affine::scale_non_uniform(
                f64::from(spread.width) / f64::from(pixmap.width()),
                f64::from(spread.height) / f64::from(pixmap.height()),
            );
        self.context.set_transform(affine(transform));
        self.context.set_paint_transform(stretch);
        self.context.set_paint(Image {
            image: ImageSource::Pixmap(Arc::clone(pixmap)),
            sampler: ImageSampler { quality: ImageQuality::Medium, ..ImageSampler::default() },
        });
        self.context.fill_path(&bezier(&outline));
        self.context.reset_paint_transform();
    }

    /// Whether a part of the scene leaves ink in this tile. A pixel is added for what anti-aliasing spreads.
    fn sees(&self, bounds: Rect, transform: Transform) -> bool {
        transform.apply_rect(bounds).shrink(-1.0).overlaps(&self.area)
    }
}

fn affine(transform: Transform) -> Affine {
    let scale = f64::from(transform.scale);
    Affine::new([scale, 0.0, 0.0, scale, f64::from(transform.x), f64::from(transform.y)])
}

fn point(point: Point) -> vello_cpu::kurbo::Point {
    vello_cpu::kurbo::Point::new(f64::from(point.x), f64::from(point.y))
}

fn color(color: Color) -> AlphaColor<Srgb> {
    AlphaColor::from_rgba8(color.r, color.g, color.b, color.a)
}

fn bezier(outline: &[PathSegment]) -> BezPath {
    let mut path = BezPath::new();
    for segment in outline {
        match *segment {
            PathSegment::Move(to) => path.move_to(point(to)),
            PathSegment::Line(to) => path.line_to(point(to)),
            PathSegment::Cubic(a, b, to) => path.curve_to(point(a), point(b), point(to)),
            PathSegment::Close => path.close_path(),
        }
    }
    path
}

/// A glyph drawn as a picture, straight RGBA.
pub(super) struct GlyphPicture {
    pub rgba: Vec<u8>,
    pub width_px: u32,
    pub height_px: u32,
    /// Font size that it was drawn at.
    pub em_px: f32,
    /// Where the glyph's origin is.
    pub left_px: f32,
    pub baseline_px: f32,
}

/// A glyph of a colour font at 64 px, in a square of two ems, for painters that cannot draw it themselves.
pub(super) fn glyph_picture(face: &Face, glyph: u32) -> Option<GlyphPicture> {
    const EM: u16 = 64;
    let font = FontData::new(Blob::new(Arc::clone(&face.bytes)), face.index);
    let side = 2 * EM;
    let (left, baseline) = (f32::from(EM) * 0.25, f32::from(EM) * 1.4);
    let mut context = RenderContext::new(side, side);
    let mut resources = Resources::new();
    let glyphs = std::iter::once(Glyph { id: glyph, x: left, y: baseline });
    context.glyph_run(&mut resources, &font).font_size(f32::from(EM)).hint(false).fill_glyphs(glyphs);
    let mut pixels = Pixmap::new(side, side);
    context.flush();
    context.render(&mut pixels, &mut resources);
    let straight = pixels.take_unpremultiplied();
    let rgba: Vec<u8> = straight.iter().flat_map(|pixel| [pixel.r, pixel.g, pixel.b, pixel.a]).collect();
    let (width_px, height_px) = (u32::from(side), u32::from(side));
    rgba.chunks_exact(4).any(|pixel| pixel.last() != Some(&0)).then_some(GlyphPicture {
        rgba,
        width_px,
        height_px,
        em_px: f32::from(EM),
        left_px: left,
        baseline_px: baseline,
    })
}
