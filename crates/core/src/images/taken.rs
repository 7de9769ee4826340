//! A picture from outside: looked at before it is unpacked, made small, written anew.

use super::error::{PictureError, Told};
use super::faces::Faces;
use super::kept::{IMAGE_BYTES_MAX, Image, SIDE_MAX_PX};
use super::kind::Kind;
use super::pixels::Pixels;
use super::svg;
use image_files::codecs::jpeg::{JpegDecoder, JpegEncoder};
use image_files::codecs::png::PngDecoder;
use image_files::codecs::webp::WebPDecoder;
use image_files::imageops::FilterType;
use image_files::metadata::Orientation;
use image_files::{
    DynamicImage, ExtendedColorType, ImageDecoder, ImageEncoder, ImageFormat, ImageResult, Limits, RgbaImage,
};
use std::io::Cursor;

/// Larger files are refused before they are looked at.
pub const FILE_BYTES_MAX: usize = 64 * 1024 * 1024;
/// Pictures of more pixels are refused before they are unpacked.
const PIXELS_MAX: u64 = 64_000_000;
/// What unpacking may take.
const MEMORY_MAX: u64 = 256 * 1024 * 1024;
const QUALITY: u8 = 86;
/// A PNG loses nothing, and is written unless a JPEG is so many times smaller.
const SMALLER: usize = 2;

/// A picture that was taken in.
#[derive(Clone, Debug, PartialEq)]
pub struct Taken {
    pub image: Image,
    /// What is to be told of it.
    pub told: Vec<Told>,
}

/// Reads a PNG, JPEG, WebP or SVG and writes it anew: turned as its camera says, with [`SIDE_MAX_PX`] pixels a side and
/// [`IMAGE_BYTES_MAX`] bytes at most, and with nothing but its pixels. The words of an SVG are set in these faces. Takes up to seconds.
///
/// # Errors
/// Any other file, one that is damaged, and one that is too large to be unpacked.
pub fn taken_in(bytes: &[u8], faces: &dyn Faces) -> Result<Taken, PictureError> {
    if bytes.is_empty() {
        return Err(PictureError::Empty);
    }
    let megabytes = |bytes: usize| (bytes as u64).div_ceil(1024 * 1024);
    if bytes.len() > FILE_BYTES_MAX {
        return Err(PictureError::Bytes { megabytes: megabytes(bytes.len()), most: megabytes(FILE_BYTES_MAX) });
    }
    let kind = Kind::of(bytes);
    match kind {
        Kind::Pixels(format) => {
            let (read, told) = unpacked(format, bytes).map_err(|error| of_kind(error, kind))?;
            written(read, told).ok_or(PictureError::Broken(kind.name()))
        }
        Kind::Svg => {
            let (pixels, left_out) = svg::drawn(bytes, faces)?;
            let told = if left_out { vec![Told::LeftOut] } else { Vec::new() };
            let image = RgbaImage::from_raw(pixels.width_px, pixels.height_px, pixels.rgba);
            image.and_then(|image| written(image, told)).ok_or(PictureError::Broken(kind.name()))
        }
        Kind::Other(_) | Kind::Unknown => Err(PictureError::Kind(kind.name())),
    }
}

/// What unpacking failed at.
enum Unpacking {
    Damaged,
    Pixels(u32, u32),
}

impl<E: std::error::Error> From<E> for Unpacking {
    fn from(_: E) -> Self {
        Self::Damaged
    }
}

fn of_kind(error: Unpacking, kind: Kind) -> PictureError {
    match error {
        Unpacking::Damaged => PictureError::Broken(kind.name()),
        Unpacking::Pixels(width, height) => {
            PictureError::Pixels { width, height, most_millions: PIXELS_MAX / 1_000_000 }
        }
    }
}

fn unpacked(format: ImageFormat, bytes: &[u8]) -> Result<(RgbaImage, Vec<Told>), Unpacking> {
    let from = Cursor::new(bytes);
    let first = |is_first: bool| if is_first { vec![Told::FirstOfMany] } else { Vec::new() };
    match format {
        ImageFormat::Jpeg => small(JpegDecoder::new(from)?, Vec::new()),
        ImageFormat::WebP => {
            let decoder = WebPDecoder::new(from)?;
            let told = first(decoder.has_animation());
            small(decoder, told)
        }
        _ => {
            let decoder = PngDecoder::with_limits(from, limits())?;
            let told = first(decoder.is_apng()?);
            small(decoder, told)
        }
    }
}

fn limits() -> Limits {
    let mut limits = Limits::default();
    limits.max_alloc = Some(MEMORY_MAX);
    limits
}

/// The pixels, turned and small enough.
fn small(mut decoder: impl ImageDecoder, mut told: Vec<Told>) -> Result<(RgbaImage, Vec<Told>), Unpacking> {
    let (width, height) = decoder.dimensions();
    let pixels = u64::from(width) * u64::from(height);
    if pixels > PIXELS_MAX || decoder.total_bytes() > MEMORY_MAX {
        return Err(Unpacking::Pixels(width, height));
    }
    decoder.set_limits(limits())?;
    let turned: ImageResult<Orientation> = decoder.orientation();
    let mut image = DynamicImage::from_decoder(decoder)?;
    if width.max(height) > SIDE_MAX_PX {
        image = image.resize(SIDE_MAX_PX, SIDE_MAX_PX, FilterType::Triangle);
    }
    // What the camera says of itself may be damaged while the picture is whole.
    image.apply_orientation(turned.unwrap_or(Orientation::NoTransforms));
    if width.max(height) > SIDE_MAX_PX {
        told.push(Told::Smaller { width: image.width(), height: image.height() });
    }
    Ok((image.into_rgba8(), told))
}

/// As few bytes as it takes: without loss where that costs little, else as a JPEG; what lets the ground through is made smaller
/// until it fits.
fn written(mut image: RgbaImage, mut told: Vec<Told>) -> Option<Taken> {
    loop {
        let (width, height) = image.dimensions();
        let pixels = Pixels::new(width, height, image.into_raw())?;
        let lossless = pixels.png()?;
        let is_opaque = pixels.rgba.chunks_exact(4).all(|pixel| pixel.last() == Some(&255));
        let jpeg = if is_opaque { jpeg(&pixels) } else { None };
        let best = match jpeg {
            Some(jpeg) if lossless.len() > IMAGE_BYTES_MAX || lossless.len() > jpeg.len() * SMALLER => jpeg,
            _ => lossless,
        };
        if let Some(image) = Image::new(best) {
            return Some(Taken { image, told });
        }
        let whole = DynamicImage::ImageRgba8(RgbaImage::from_raw(width, height, pixels.rgba)?);
        let less = |side: u32| (side * 3 / 4).max(1);
        image = whole.resize(less(width), less(height), FilterType::Triangle).into_rgba8();
        told.retain(|one| !matches!(one, Told::Smaller { .. }));
        told.push(Told::Smaller { width: image.width(), height: image.height() });
    }
}

/// The same for pixels that nothing had to be unpacked for, such as those of the clipboard.
///
/// # Errors
/// When there are too many.
pub fn taken_pixels(pixels: Pixels) -> Result<Taken, PictureError> {
    let Pixels { width_px: width, height_px: height, rgba } = pixels;
    if u64::from(width) * u64::from(height) > PIXELS_MAX {
        return Err(PictureError::Pixels { width, height, most_millions: PIXELS_MAX / 1_000_000 });
    }
    let whole = RgbaImage::from_raw(width, height, rgba).ok_or(PictureError::Empty)?;
    let (mut image, mut told) = (DynamicImage::ImageRgba8(whole), Vec::new());
    if width.max(height) > SIDE_MAX_PX {
        image = image.resize(SIDE_MAX_PX, SIDE_MAX_PX, FilterType::Triangle);
        told.push(Told::Smaller { width: image.width(), height: image.height() });
    }
    written(image.into_rgba8(), told).ok_or(PictureError::Empty)
}

fn jpeg(pixels: &Pixels) -> Option<Vec<u8>> {
    let mut bytes = Vec::new();
    let encoder = JpegEncoder::new_with_quality(&mut bytes, QUALITY);
    encoder.write_image(&pixels.rgb(), pixels.width_px, pixels.height_px, ExtendedColorType::Rgb8).ok()?;
    Some(bytes)
}
