//! The PNG painter: strips of the picture are drawn on all cores and written in order, so that memory stays small.
//!
//! What the scene leaves open is white. Colours are sRGB, 8 bit, without alpha; the resolution is recorded.

use super::raster::{Stock, Tile, draw_tile};
use super::{ExportError, UNITS_PER_INCH, guarded};
use crate::scene::{PageSize, Scene, Size};
use std::collections::BTreeMap;
use std::io::Write;
use std::ops::ControlFlow;
use std::sync::atomic::{AtomicBool, AtomicU32, Ordering};
use std::sync::mpsc::{Receiver, SyncSender, sync_channel};

/// Pixels in all that are still made: half an hour of nobody's life.
const MOST_PIXELS: u64 = 1 << 30;
/// Bytes of one strip, four a pixel.
const STRIP_BYTES: u32 = 8 << 20;
/// The rasteriser counts columns in 16 bits.
const TILE_WIDTH: u32 = 16_384;
const METRES_PER_INCH: f32 = 0.0254;

/// The size of a picture in pixels.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Raster {
    pub width_px: u32,
    pub height_px: u32,
    /// Pixels a map unit.
    pub scale: f32,
}

impl Raster {
    /// A picture of something `size` map units large at `scale` pixels a unit, at least one pixel.
    pub fn scaled(size: Size, scale: f32) -> Self {
        let px = |units: f32| (units * scale).ceil().clamp(1.0, 1e9) as u32;
        Self { width_px: px(size.width), height_px: px(size.height), scale }
    }

    /// The pixels that belong to a page; `scale` counts for [`PageSize::Fit`] alone, whose scene is `size` large.
    pub fn for_page(page: PageSize, size: Size, scale: f32) -> Self {
        match (page.size_px(), page.size()) {
            (Some((width_px, height_px)), Some(page)) => {
                let scale = (width_px as f32 / page.width).max(height_px as f32 / page.height);
                Self { width_px, height_px, scale }
            }
            _ => Self::scaled(size, scale),
        }
    }

    /// Pixels an inch.
    pub fn dpi(&self) -> f32 {
        self.scale * UNITS_PER_INCH
    }
}

/// The scene as a PNG file in memory.
pub fn png(scene: &Scene, raster: Raster) -> Result<Vec<u8>, ExportError> {
    let mut bytes = Vec::new();
    write_png(scene, raster, &mut bytes, &mut |_| ControlFlow::Continue(()))?;
    Ok(bytes)
}

/// Writes the scene as a PNG file. `progress` hears the finished share, 0 … 1, a few times a second; its break cancels.
pub fn write_png(
    scene: &Scene,
    raster: Raster,
    out: &mut dyn Write,
    progress: &mut dyn FnMut(f32) -> ControlFlow<()>,
) -> Result<(), ExportError> {
    checked(raster)?;
    let mut info = png::Info::with_size(raster.width_px, raster.height_px);
    info.color_type = png::ColorType::Rgb;
    info.bit_depth = png::BitDepth::Eight;
    let per_metre = (raster.dpi() / METRES_PER_INCH).round() as u32;
    info.pixel_dims = Some(png::PixelDimensions { xppu: per_metre, yppu: per_metre, unit: png::Unit::Meter });
    let mut encoder = png::Encoder::with_info(out, info).map_err(write_error)?;
    encoder.set_source_srgb(png::SrgbRenderingIntent::Perceptual);
    encoder.set_compression(png::Compression::Balanced);
    encoder.set_filter(png::Filter::Adaptive);
    let mut writer = encoder.write_header().map_err(write_error)?;
    let mut stream = writer.stream_writer_with_size(1 << 18).map_err(write_error)?;
    draw_strips(scene, raster, &mut |strip| Ok(stream.write_all(strip)?), progress)?;
    stream.finish().map_err(write_error)
}

/// The scene as rows of pixels of three bytes: red, green, blue. `progress` as of [`write_png`].
pub fn pixels(
    scene: &Scene,
    raster: Raster,
    progress: &mut dyn FnMut(f32) -> ControlFlow<()>,
) -> Result<Vec<u8>, ExportError> {
    checked(raster)?;
    let mut rows = Vec::new();
    draw_strips(
        scene,
        raster,
        &mut |strip| {
            rows.extend_from_slice(strip);
            Ok(())
        },
        progress,
    )?;
    Ok(rows)
}

/// Whether a picture of that size can be painted.
fn checked(raster: Raster) -> Result<(), ExportError> {
    let (width_px, height_px) = (u64::from(raster.width_px), u64::from(raster.height_px));
    if width_px * height_px > MOST_PIXELS {
        return Err(ExportError::TooLarge { width_px, height_px, most: MOST_PIXELS });
    }
    let is_empty = width_px == 0 || height_px == 0 || !(raster.scale.is_finite() && raster.scale > 0.0);
    if is_empty { Err(ExportError::Empty) } else { Ok(()) }
}

fn write_error(error: png::EncodingError) -> ExportError {
    match error {
        png::EncodingError::IoError(error) => ExportError::Write(error),
        other => ExportError::Painter(other.to_string()),
    }
}

type Strip = Result<Vec<u8>, ExportError>;

/// Draws strips on all cores and hands them on from top to bottom.
#[expect(clippy::disallowed_methods, reason = "a large picture is painted on all cores")]
fn draw_strips(
    scene: &Scene,
    raster: Raster,
    write: &mut dyn FnMut(&[u8]) -> Result<(), ExportError>,
    progress: &mut dyn FnMut(f32) -> ControlFlow<()>,
) -> Result<(), ExportError> {
    let stock = Stock::of(&scene.items);
    // Whole multiples of the rasteriser's own rows of tiles.
    let rows = (STRIP_BYTES / 4 / raster.width_px / 16 * 16).clamp(16, 512);
    let count = raster.height_px.div_ceil(rows);
    let workers = std::thread::available_parallelism().map_or(1, usize::from).min(8).min(count as usize);
    let (next, stop) = (AtomicU32::new(0), AtomicBool::new(false));
    let (sender, receiver) = sync_channel(workers);
    std::thread::scope(|scope| {
        for _ in 0..workers {
            let sender = sender.clone();
            let (stock, next, stop) = (&stock, &next, &stop);
            scope.spawn(move || work(scene, stock, raster, rows, next, stop, &sender));
        }
        drop(sender);
        let result = collect(receiver, count, write, progress);
        stop.store(true, Ordering::Relaxed);
        result
    })
}

/// Draws one strip after the other until there are no more, or nobody wants them.
fn work(
    scene: &Scene,
    stock: &Stock,
    raster: Raster,
    rows: u32,
    next: &AtomicU32,
    stop: &AtomicBool,
    sender: &SyncSender<(u32, Strip)>,
) {
    while !stop.load(Ordering::Relaxed) {
        let nth = next.fetch_add(1, Ordering::Relaxed);
        let top = nth.saturating_mul(rows);
        if top >= raster.height_px {
            return;
        }
        let height = rows.min(raster.height_px - top);
        let strip = guarded(|| Ok(draw_strip(scene, stock, raster, top, height)));
        if sender.send((nth, strip)).is_err() {
            return;
        }
    }
}

/// Rows of the picture from `top`, three bytes a pixel.
fn draw_strip(scene: &Scene, stock: &Stock, raster: Raster, top: u32, height: u32) -> Vec<u8> {
    let width = raster.width_px as usize;
    let mut strip = vec![255; width * height as usize * 3];
    for left in (0..raster.width_px).step_by(TILE_WIDTH as usize) {
        let tile_width = TILE_WIDTH.min(raster.width_px - left);
        // Neither passes 16 bits: a tile is at most `TILE_WIDTH` wide and a strip at most 512 high.
        let tile = Tile { x: left, y: top, width: tile_width as u16, height: height as u16 };
        let pixels = draw_tile(&scene.items, stock, raster.scale, tile);
        let rows = pixels.data_as_u8_slice().chunks_exact(tile_width as usize * 4);
        for (row, target) in rows.zip(strip.chunks_exact_mut(width * 3)) {
            let target = target.chunks_exact_mut(3).skip(left as usize);
            for (pixel, target) in row.chunks_exact(4).zip(target) {
                if let ([r, g, b, _], [tr, tg, tb]) = (pixel, target) {
                    (*tr, *tg, *tb) = (*r, *g, *b);
                }
            }
        }
    }
    strip
}

/// Brings the strips into order.
fn collect(
    receiver: Receiver<(u32, Strip)>,
    count: u32,
    write: &mut dyn FnMut(&[u8]) -> Result<(), ExportError>,
    progress: &mut dyn FnMut(f32) -> ControlFlow<()>,
) -> Result<(), ExportError> {
    let mut early: BTreeMap<u32, Vec<u8>> = BTreeMap::new();
    let mut wanted = 0;
    for (nth, strip) in receiver {
        early.insert(nth, strip?);
        while let Some(strip) = early.remove(&wanted) {
            write(&strip)?;
            wanted += 1;
            if progress(wanted as f32 / count as f32).is_break() {
                return Err(ExportError::Cancelled);
            }
        }
    }
    if wanted == count { Ok(()) } else { Err(ExportError::Painter("a strip is missing".to_owned())) }
}
