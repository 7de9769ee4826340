//! Pixels as a WebP that loses nothing.

use image_files::codecs::webp::WebPEncoder;
use image_files::{ExtendedColorType, ImageEncoder};

/// No side of a WebP has more pixels (RFC 9649, 3.4).
pub const WEBP_SIDE_MAX_PX: u32 = 16_384;

/// Rows of pixels of three bytes, red, green and blue, as a file.
///
/// # Errors
/// A side is longer than [`WEBP_SIDE_MAX_PX`], or there are other than three bytes a pixel: why, in the encoder's words.
pub fn webp(width_px: u32, height_px: u32, rgb: &[u8]) -> Result<Vec<u8>, String> {
    let wanted = u64::from(width_px) * u64::from(height_px) * 3;
    if rgb.len() as u64 != wanted {
        return Err(format!("{} bytes for {wanted}", rgb.len()));
    }
    let mut bytes = Vec::new();
    let encoder = WebPEncoder::new_lossless(&mut bytes);
    encoder.write_image(rgb, width_px, height_px, ExtendedColorType::Rgb8).map_err(|error| error.to_string())?;
    Ok(bytes)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_pixel_is_read_back_and_what_is_too_long_is_refused() {
        let rgb: Vec<u8> = (0..7 * 5 * 3).map(|nth| (nth * 29 % 256) as u8).collect();
        let file = webp(7, 5, &rgb).unwrap();
        let read = image_files::load_from_memory(&file).unwrap().to_rgb8();
        assert_eq!((read.dimensions(), read.into_raw()), ((7, 5), rgb));
        assert!(webp(7, 5, &[0; 9]).is_err());
        let side = WEBP_SIDE_MAX_PX + 1;
        assert!(webp(side, 1, &vec![0; side as usize * 3]).is_err());
    }
}
