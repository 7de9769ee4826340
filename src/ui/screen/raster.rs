//! Textures: runs of text that egui would not set as they were shaped, drawn from their own
//! glyphs as the PNG painter draws them.
//!
//! They are kept in the egui context for as long as they are painted, and a while longer.

use crate::scene::{Color, GlyphRun, TextItem};
use egui::{ColorImage, Context, Id, Pos2, Rect, TextureHandle, TextureId, TextureOptions, Vec2, vec2};
use std::collections::HashMap;
use std::collections::hash_map::DefaultHasher;
use std::hash::{Hash, Hasher};
use std::sync::{Arc, Mutex};
use vello_cpu::color::AlphaColor;
use vello_cpu::kurbo::Affine;
use vello_cpu::peniko::{Blob, FontData};
use vello_cpu::{Glyph, Pixmap, RenderContext, Resources};

/// A texture that was not painted for this many passes is given back.
const KEPT_PASSES: u64 = 240;

/// No side of a run's texture is longer than this many pixels; a longer run is drawn smaller and stretched.
const LONGEST_SIDE_PX: f32 = 4096.0;

/// A run of text as a texture.
#[derive(Clone, Copy)]
pub(super) struct RunImage {
    pub(super) texture: TextureId,
    /// In pixels, from the run's start on the baseline.
    pub(super) rect: Rect,
}

#[derive(Clone, Default)]
struct Textures(Arc<Mutex<HashMap<u64, Kept>>>);

struct Kept {
    texture: TextureHandle,
    rect: Rect,
    last_pass: u64,
}

/// A run drawn from its own glyphs, `pixels_per_unit` large.
pub(super) fn run_texture(
    ctx: &Context,
    item: &TextItem,
    run: &GlyphRun,
    pixels_per_unit: f32,
    color: Color,
) -> Option<RunImage> {
    let glyphs: Vec<(u32, u32, u32)> = run.glyphs.iter().map(|g| (g.id, g.x.to_bits(), g.y.to_bits())).collect();
    let key = hash_of(&(&run.face.name, run.size.to_bits(), pixels_per_unit.to_bits(), color, glyphs));
    kept(ctx, key, || {
        let (image, rect) = drawn_run(item, run, pixels_per_unit, color)?;
        Some((image, rect))
    })
}

/// The run's pixels and their place in pixels from its start on the baseline.
fn drawn_run(item: &TextItem, run: &GlyphRun, pixels_per_unit: f32, color: Color) -> Option<(ColorImage, Rect)> {
    // Letters of other scripts reach further than the line's own height says.
    let margin = run.size * 0.6;
    let size = vec2(run.width, item.ascent + item.descent) + Vec2::splat(2.0 * margin);
    let scale = pixels_per_unit.min(LONGEST_SIDE_PX / size.max_elem().max(1.0));
    // The baseline falls on a whole pixel, so that the texture's rows are the screen's.
    let start_px = vec2((margin * scale).round(), ((margin + item.ascent) * scale).round());
    let side_px = (size * scale).ceil();
    // Both sides are held below `LONGEST_SIDE_PX` and a pixel.
    let (width, height) = (side_px.x as u16, side_px.y as u16);
    let mut pixmap = Pixmap::new(width, height);
    let (mut canvas, mut resources) = (RenderContext::new(width, height), Resources::new());
    canvas.set_transform(Affine::translate((f64::from(start_px.x), f64::from(start_px.y))));
    canvas.set_paint(AlphaColor::from_rgba8(color.r, color.g, color.b, color.a));
    let font = FontData::new(Blob::new(run.face.bytes.clone()), run.face.index);
    let glyphs = run.glyphs.iter().map(|g| Glyph { id: g.id, x: (g.x - run.x) * scale, y: g.y * scale });
    canvas.glyph_run(&mut resources, &font).font_size(run.size * scale).hint(false).fill_glyphs(glyphs);
    canvas.flush();
    canvas.render(&mut pixmap, &mut resources);
    let image = ColorImage::from_rgba_premultiplied([width.into(), height.into()], pixmap.data_as_u8_slice());
    let stretch = pixels_per_unit / scale;
    let rect = Rect::from_min_size(Pos2::ZERO - start_px * stretch, vec2(width.into(), height.into()) * stretch);
    Some((image, rect))
}

/// The texture under a key, made when it is not there.
fn kept(ctx: &Context, key: u64, make: impl FnOnce() -> Option<(ColorImage, Rect)>) -> Option<RunImage> {
    let textures = ctx.data_mut(|data| data.get_temp_mut_or_default::<Textures>(Id::unique("screen textures")).clone());
    let mut table = textures.0.lock().ok()?;
    let pass = ctx.cumulative_pass_nr();
    if let Some(kept) = table.get_mut(&key) {
        kept.last_pass = pass;
        return Some(RunImage { texture: kept.texture.id(), rect: kept.rect });
    }
    table.retain(|_, kept| kept.last_pass + KEPT_PASSES > pass);
    let (image, rect) = make()?;
    let texture = ctx.load_texture("scene", image, TextureOptions::LINEAR);
    let image = RunImage { texture: texture.id(), rect };
    table.insert(key, Kept { texture, rect, last_pass: pass });
    Some(image)
}

fn hash_of(value: &impl Hash) -> u64 {
    let mut hasher = DefaultHasher::new();
    value.hash(&mut hasher);
    hasher.finish()
}
