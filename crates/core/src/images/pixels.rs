//! A picture's pixels, for whoever paints them.

use super::kept::{IMAGE_BYTES_MAX, Image, SIDE_MAX_PX};
use image_files::{ExtendedColorType, ImageEncoder, ImageFormat, ImageReader, Limits};
use std::io::Cursor;

/// Straight (not premultiplied) RGBA pixels, rows from the top.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pixels {
    pub width_px: u32,
    pub height_px: u32,
    /// Four bytes a pixel.
    pub rgba: Vec<u8>,
}

impl Pixels {
    /// `None` where the bytes are not `width_px * height_px * 4`, or where there is no pixel.
    pub fn new(width_px: u32, height_px: u32, rgba: Vec<u8>) -> Option<Self> {
        let bytes = (u64::from(width_px) * u64::from(height_px)).saturating_mul(4);
        (bytes > 0 && rgba.len() as u64 == bytes).then_some(Self { width_px, height_px, rgba })
    }

    /// The pixels as a PNG that loses nothing.
    pub fn png(&self) -> Option<Vec<u8>> {
        let mut bytes = Vec::new();
        let is_opaque = self.rgba.chunks_exact(4).all(|pixel| pixel.last() == Some(&255));
        let encoder = image_files::codecs::png::PngEncoder::new(&mut bytes);
        let (width, height) = (self.width_px, self.height_px);
        let written = if is_opaque {
            encoder.write_image(&self.rgb(), width, height, ExtendedColorType::Rgb8)
        } else {
            encoder.write_image(&self.rgba, width, height, ExtendedColorType::Rgba8)
        };
        written.ok().map(|()| bytes)
    }

    /// The pixels as a picture, where it is small enough for one.
    pub fn image(&self) -> Option<Image> {
        Image::new(self.png()?)
    }

    /// Without the alpha.
    pub(super) fn rgb(&self) -> Vec<u8> {
        let mut rgb = Vec::with_capacity(self.rgba.len() / 4 * 3);
        for pixel in self.rgba.chunks_exact(4) {
            rgb.extend(pixel.iter().take(3));
        }
        rgb
    }
}

impl Image {
    /// Takes milliseconds, so not in a frame. `None` where the bytes are damaged, or kept elsewhere.
    pub fn pixels(&self) -> Option<Pixels> {
        let format = if self.is_jpeg() { ImageFormat::Jpeg } else { ImageFormat::Png };
        let mut reader = ImageReader::with_format(Cursor::new(self.bytes()), format);
        let mut limits = Limits::default();
        limits.max_image_width = Some(SIDE_MAX_PX);
        limits.max_image_height = Some(SIDE_MAX_PX);
        // Sixteen bits a channel at most, and as much again for the way there.
        limits.max_alloc = Some(u64::from(SIDE_MAX_PX) * u64::from(SIDE_MAX_PX) * 16 + IMAGE_BYTES_MAX as u64);
        reader.limits(limits);
        let read = reader.decode().ok()?.into_rgba8();
        let (width, height) = (read.width(), read.height());
        Pixels::new(width, height, read.into_raw())
    }
}

impl Pixels {
    /// Half as wide and high, each pixel the mean of four: what a painter takes that has less room.
    pub fn halved(&self) -> Self {
        let (width, height) = ((self.width_px / 2).max(1), (self.height_px / 2).max(1));
        let mut rgba = Vec::with_capacity(width as usize * height as usize * 4);
        for y in 0..height {
            for x in 0..width {
                // A pixel that is not seen says nothing of the mean's colour.
                let mut sum = [0u32; 4];
                for (right, down) in [(0, 0), (1, 0), (0, 1), (1, 1)] {
                    let [r, g, b, a] = self.at(2 * x + right, 2 * y + down);
                    for (sum, value) in sum.iter_mut().zip([r * a, g * a, b * a, a]) {
                        *sum += value;
                    }
                }
                let [r, g, b, a] = sum;
                // A mean of bytes is a byte.
                let mean = |sum: u32| (sum + a / 2).checked_div(a).unwrap_or(0) as u8;
                rgba.extend([mean(r), mean(g), mean(b), ((a + 2) / 4) as u8]);
            }
        }
        Self { width_px: width, height_px: height, rgba }
    }

    /// Nothing outside.
    fn at(&self, x: u32, y: u32) -> [u32; 4] {
        let (x, y) = (x.min(self.width_px - 1) as usize, y.min(self.height_px - 1) as usize);
        let at = (y * self.width_px as usize + x) * 4;
        match self.rgba.get(at..at + 4) {
            Some([r, g, b, a]) => [*r, *g, *b, *a].map(u32::from),
            _ => [0; 4],
        }
    }
}
