//! What a picture says beside its pixels: where and when it was taken, by whom and with what. Pictures that came in by
//! [`super::taken_in`] say nothing of the kind; those of a map that somebody else wrote may.

use super::kept::Image;

/// What is kept of a PNG: what a painter needs. <https://www.w3.org/TR/png-3/#4Concepts.FormatTypes>
const PNG_KEPT: [&[u8]; 9] = [b"IHDR", b"PLTE", b"tRNS", b"IDAT", b"IEND", b"sRGB", b"gAMA", b"cHRM", b"iCCP"];
const PNG_HEAD: &[u8] = b"\x89PNG\r\n\x1a\n";

/// What a picture says beside its pixels.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Metadata {
    /// Bytes that are no picture.
    pub bytes: usize,
    /// Among them the place where it was taken.
    pub place: bool,
}

impl Image {
    /// What it says beside its pixels; `None` where it says nothing.
    pub fn beside_pixels(&self) -> Option<Metadata> {
        let parts = parts(self);
        let said = parts.iter().filter(|part| !part.is_picture);
        let bytes = said.clone().map(|part| part.bytes.len()).sum();
        let place = said.clone().any(|part| tells_place(part.bytes));
        (bytes > 0).then_some(Metadata { bytes, place })
    }

    /// The same pixels without anything said beside them.
    pub fn without_metadata(&self) -> Self {
        let parts = parts(self);
        if parts.iter().all(|part| part.is_picture) {
            return self.clone();
        }
        let kept = parts.iter().filter(|part| part.is_picture).flat_map(|part| part.bytes.iter().copied()).collect();
        Self::new(kept).unwrap_or_else(|| self.clone())
    }
}

/// A stretch of the file.
struct Part<'a> {
    bytes: &'a [u8],
    is_picture: bool,
}

/// The file in its order. What cannot be told apart is taken for the picture.
fn parts(image: &Image) -> Vec<Part<'_>> {
    let bytes = image.bytes();
    if image.is_jpeg() { jpeg_parts(bytes) } else { png_parts(bytes) }
}

fn png_parts(bytes: &[u8]) -> Vec<Part<'_>> {
    let (head, mut rest) = bytes.split_at(PNG_HEAD.len().min(bytes.len()));
    let mut parts = vec![Part { bytes: head, is_picture: true }];
    while let Some((chunk, name)) = png_chunk(rest) {
        parts.push(Part { bytes: chunk, is_picture: PNG_KEPT.contains(&name) });
        rest = rest.get(chunk.len()..).unwrap_or_default();
        if name == b"IEND" {
            // What stands behind the end is shown by nobody.
            parts.push(Part { bytes: rest, is_picture: false });
            return parts;
        }
    }
    parts.push(Part { bytes: rest, is_picture: true });
    parts
}

/// The first chunk, whole, and its name.
fn png_chunk(rest: &[u8]) -> Option<(&[u8], &[u8])> {
    let length = usize::try_from(u32::from_be_bytes(rest.get(..4)?.try_into().ok()?)).ok()?;
    Some((rest.get(..length.checked_add(12)?)?, rest.get(4..8)?))
}

/// Parts the next bytes from the rest.
fn take<'a>(parts: &mut Vec<Part<'a>>, rest: &mut &'a [u8], length: usize, is_picture: bool) {
    let (part, behind) = rest.split_at(length.min(rest.len()));
    parts.push(Part { bytes: part, is_picture });
    *rest = behind;
}

fn jpeg_parts(bytes: &[u8]) -> Vec<Part<'_>> {
    let (head, mut rest) = bytes.split_at(2.min(bytes.len()));
    let mut parts = vec![Part { bytes: head, is_picture: true }];
    while let [0xff, marker, ..] = *rest {
        if marker == 0xd9 {
            take(&mut parts, &mut rest, 2, true);
            // What stands behind the end is shown by nobody.
            let behind = rest.len();
            take(&mut parts, &mut rest, behind, false);
            return parts;
        }
        let &[_, _, high, low, ..] = rest else { break };
        let length = 2 + usize::from(u16::from_be_bytes([high, low]));
        // JFIF and Adobe's tell how the colours are meant; ICC profiles too.
        let is_colour = matches!(marker, 0xe0 | 0xee) || marker == 0xe2 && rest.get(4..).is_some_and(is_profile);
        take(&mut parts, &mut rest, length, !matches!(marker, 0xe0..=0xef | 0xfe) || is_colour);
        if marker == 0xda {
            let is_end = |pair: &[u8]| matches!(pair, [0xff, marker] if !matches!(marker, 0 | 0xff | 0xd0..=0xd7));
            let scan = rest.windows(2).position(is_end).unwrap_or(rest.len());
            take(&mut parts, &mut rest, scan, true);
        }
    }
    let left = rest.len();
    take(&mut parts, &mut rest, left, true);
    parts
}

fn is_profile(bytes: &[u8]) -> bool {
    bytes.starts_with(b"ICC_PROFILE\0")
}

/// Whether Exif among these bytes has a table of the place: an entry `0x8825` in one of its directories, of type 4 with one value.
/// <https://www.cipa.jp/std/documents/e/DC-X008-Translation-2019-E.pdf>, 4.6.3
fn tells_place(bytes: &[u8]) -> bool {
    let has = |entry: &[u8]| bytes.windows(entry.len()).any(|window| window == entry);
    has(b"\x88\x25\0\x04\0\0\0\x01") || has(b"\x25\x88\x04\0\x01\0\0\0") || has(b"GPSLatitude")
}

#[cfg(test)]
mod tests {
    use super::super::{NoFaces, taken_in};
    use super::*;
    use image_files::{ExtendedColorType, ImageEncoder};

    fn with_exif(is_jpeg: bool) -> Image {
        let pixels = [200_u8; 3 * 8 * 8];
        let exif = b"Exif\0\0MM\0\x2a\0\0\0\x08\0\x01\x88\x25\0\x04\0\0\0\x01\0\0\0\x1a\0\0\0\0Anna Schmidt".to_vec();
        let mut bytes = Vec::new();
        if is_jpeg {
            let encoder = image_files::codecs::jpeg::JpegEncoder::new(&mut bytes);
            encoder.write_image(&pixels, 8, 8, ExtendedColorType::Rgb8).unwrap();
            let length = (exif.len() as u16 + 2).to_be_bytes();
            bytes.splice(2..2, [&[0xff, 0xe1], length.as_slice(), &exif].concat());
        } else {
            let encoder = image_files::codecs::png::PngEncoder::new(&mut bytes);
            encoder.write_image(&pixels, 8, 8, ExtendedColorType::Rgb8).unwrap();
            let chunk = [&(exif.len() as u32).to_be_bytes(), b"eXIf".as_slice(), &exif, &[0; 4]].concat();
            bytes.splice(33..33, chunk);
        }
        bytes.extend(b"and behind the end");
        Image::new(bytes).unwrap()
    }

    #[test]
    fn a_picture_that_says_where_it_was_taken_is_told_and_says_nothing_without_it() {
        for is_jpeg in [true, false] {
            let image = with_exif(is_jpeg);
            let Metadata { bytes, place } = image.beside_pixels().unwrap();
            assert!(place && bytes > 60, "{bytes}");
            let clean = image.without_metadata();
            assert_eq!(clean.beside_pixels(), None);
            assert!(!clean.bytes().windows(4).any(|window| window == b"Anna"));
            assert_eq!(image.bytes().len() - bytes, clean.bytes().len());
            assert_eq!(clean.pixels(), image.pixels(), "it still is the picture");
            assert_eq!(taken_in(image.bytes(), &NoFaces).unwrap().image.beside_pixels(), None);
        }
    }
}
