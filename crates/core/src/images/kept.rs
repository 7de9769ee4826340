//! A picture as a map keeps it.

use super::base64::{base64, bytes as bytes_of};
use serde::de::Error as _;
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use sha2::{Digest, Sha256};
use std::fmt;
use std::sync::Arc;
use touchline_words::say;

/// No side of a picture has more pixels.
pub const SIDE_MAX_PX: u32 = 1600;
/// No picture has more bytes.
pub const IMAGE_BYTES_MAX: usize = 1024 * 1024;

/// The SHA-256 of a picture's bytes: the same on every machine, so that a file may name it.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct ImageId([u8; 32]);

impl ImageId {
    /// What [`ImageId`]'s text names; `None` for any other text.
    pub fn read(text: &str) -> Option<Self> {
        let mut id = [0; 32];
        if text.len() != 64 || !text.bytes().all(|digit| matches!(digit, b'0'..=b'9' | b'a'..=b'f')) {
            return None;
        }
        for (byte, at) in id.iter_mut().zip((0..64).step_by(2)) {
            *byte = u8::from_str_radix(text.get(at..at + 2)?, 16).ok()?;
        }
        Some(Self(id))
    }
}

/// 64 digits of base 16.
impl fmt::Display for ImageId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.iter().try_for_each(|byte| write!(f, "{byte:02x}"))
    }
}

impl fmt::Debug for ImageId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.iter().take(4).try_for_each(|byte| write!(f, "{byte:02x}"))
    }
}

impl Serialize for ImageId {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for ImageId {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        Self::read(&text).ok_or_else(|| D::Error::custom(say!(images_no_id)))
    }
}

/// A PNG or a JPEG of legal size, or the name alone of one that is kept elsewhere. Cheap to clone; two with the same bytes are
/// equal. As text it is its bytes in base 64, or its name where nothing more is known.
#[derive(Clone)]
pub struct Image {
    id: ImageId,
    whole: Option<Arc<Whole>>,
}

struct Whole {
    bytes: Vec<u8>,
    width_px: u32,
    height_px: u32,
    is_opaque: bool,
    is_jpeg: bool,
}

impl Image {
    /// `None` where the bytes do not begin as a PNG or JPEG of legal size does. Whether they go on so, [`Image::pixels`] finds out.
    pub fn new(bytes: Vec<u8>) -> Option<Self> {
        if bytes.len() > IMAGE_BYTES_MAX {
            return None;
        }
        let Head { width_px, height_px, is_opaque, is_jpeg } = png_head(&bytes).or_else(|| jpeg_head(&bytes))?;
        let legal = 1..=SIDE_MAX_PX;
        if !legal.contains(&width_px) || !legal.contains(&height_px) {
            return None;
        }
        let id = ImageId(Sha256::digest(&bytes).into());
        Some(Self { id, whole: Some(Arc::new(Whole { bytes, width_px, height_px, is_opaque, is_jpeg })) })
    }

    /// The picture of this name, without its bytes.
    pub fn named(id: ImageId) -> Self {
        Self { id, whole: None }
    }

    /// Its name alone, for a text that holds the bytes at another place.
    pub fn name(&self) -> Self {
        Self::named(self.id)
    }

    /// The bytes that [`Image::text`] wrote.
    pub fn read(text: &str) -> Option<Self> {
        Self::new(bytes_of(text)?)
    }

    /// Its bytes in base 64; its name where the bytes are kept elsewhere.
    pub fn text(&self) -> String {
        self.whole.as_ref().map_or_else(|| self.id.to_string(), |whole| base64(&whole.bytes))
    }

    pub fn id(&self) -> ImageId {
        self.id
    }

    /// Whether its bytes are known.
    pub fn is_whole(&self) -> bool {
        self.whole.is_some()
    }

    /// None where they are kept elsewhere.
    pub fn bytes(&self) -> &[u8] {
        self.whole.as_ref().map_or(&[], |whole| &whole.bytes)
    }

    /// 1 where the bytes are kept elsewhere, and never 0.
    pub fn width_px(&self) -> u32 {
        self.whole.as_ref().map_or(1, |whole| whole.width_px)
    }

    /// Likewise, its height.
    pub fn height_px(&self) -> u32 {
        self.whole.as_ref().map_or(1, |whole| whole.height_px)
    }

    /// Whether no pixel lets the ground through.
    pub fn is_opaque(&self) -> bool {
        self.whole.as_ref().is_none_or(|whole| whole.is_opaque)
    }

    /// A JPEG; else a PNG.
    pub fn is_jpeg(&self) -> bool {
        self.whole.as_ref().is_some_and(|whole| whole.is_jpeg)
    }
}

impl PartialEq for Image {
    fn eq(&self, other: &Self) -> bool {
        self.id == other.id
    }
}

impl Eq for Image {}

impl fmt::Debug for Image {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Image({} × {}, {:?})", self.width_px(), self.height_px(), self.id)
    }
}

impl Serialize for Image {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&self.text())
    }
}

impl<'de> Deserialize<'de> for Image {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        let image = ImageId::read(&text).map(Self::named).or_else(|| Self::read(&text));
        image.ok_or_else(|| D::Error::custom(say!(images_no_image)))
    }
}

struct Head {
    width_px: u32,
    height_px: u32,
    is_opaque: bool,
    is_jpeg: bool,
}

/// <https://www.w3.org/TR/png-3/#11IHDR>
fn png_head(bytes: &[u8]) -> Option<Head> {
    let rest = bytes.strip_prefix(b"\x89PNG\r\n\x1a\n\0\0\0\x0dIHDR")?;
    let number = |at: usize| Some(u32::from_be_bytes(rest.get(at..at + 4)?.try_into().ok()?));
    // Grey or colour without an alpha of each pixel; `tRNS` is not written here.
    let is_opaque = matches!(rest.get(9)?, 0 | 2);
    Some(Head { width_px: number(0)?, height_px: number(4)?, is_opaque, is_jpeg: false })
}

/// <https://www.w3.org/Graphics/JPEG/itu-t81.pdf>, B.2.2: the size stands in the frame's header, behind other segments.
fn jpeg_head(bytes: &[u8]) -> Option<Head> {
    let mut rest = bytes.strip_prefix(b"\xff\xd8")?;
    loop {
        let [0xff, marker, high, low, ..] = *rest else { return None };
        let length = usize::from(u16::from_be_bytes([high, low]));
        let segment = rest.get(4..2 + length)?;
        let is_frame = (0xc0..=0xcf).contains(&marker) && !matches!(marker, 0xc4 | 0xc8 | 0xcc);
        if let (true, [_, height_high, height_low, width_high, width_low, ..]) = (is_frame, segment) {
            let number = |high: u8, low: u8| u32::from(u16::from_be_bytes([high, low]));
            let (width_px, height_px) = (number(*width_high, *width_low), number(*height_high, *height_low));
            return Some(Head { width_px, height_px, is_opaque: true, is_jpeg: true });
        }
        rest = rest.get(2 + length..)?;
    }
}
/// A text as a page's policy names it: `sha256-…`, <https://www.w3.org/TR/CSP3/#source-list-syntax>.
pub fn integrity(text: &str) -> String {
    format!("sha256-{}", super::base64(&Sha256::digest(text.as_bytes())))
}
