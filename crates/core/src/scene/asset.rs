//! Pixels that items show, known by what they hold: two pictures with the same pixels are one, wherever they came from.

use std::fmt;
use std::sync::Arc;

use sha2::{Digest, Sha256};

/// The SHA-256 of a picture's size and pixels: the same on every machine, so that a file may name it.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct AssetId([u8; 32]);

impl AssetId {
    /// 64 digits of base 16.
    pub fn text(&self) -> String {
        self.0.iter().map(|byte| format!("{byte:02x}")).collect()
    }
}

impl fmt::Debug for AssetId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "AssetId({})", &self.text()[..12])
    }
}

/// Straight (not premultiplied) RGBA pixels. Cheap to clone.
#[derive(Clone)]
pub struct Asset {
    id: AssetId,
    width_px: u32,
    height_px: u32,
    rgba: Arc<[u8]>,
}

impl Asset {
    /// `rgba` holds `width_px * height_px * 4` bytes, rows from the top; `None` where it does not, or where there is no pixel.
    pub fn new(width_px: u32, height_px: u32, rgba: Arc<[u8]>) -> Option<Self> {
        let bytes = (u64::from(width_px) * u64::from(height_px)).saturating_mul(4);
        if bytes == 0 || rgba.len() as u64 != bytes {
            return None;
        }
        let mut hash = Sha256::new();
        hash.update(width_px.to_le_bytes());
        hash.update(height_px.to_le_bytes());
        hash.update(&rgba);
        Some(Self { id: AssetId(hash.finalize().into()), width_px, height_px, rgba })
    }

    pub fn id(&self) -> AssetId {
        self.id
    }

    pub fn width_px(&self) -> u32 {
        self.width_px
    }

    pub fn height_px(&self) -> u32 {
        self.height_px
    }

    /// Rows from the top, four bytes a pixel.
    pub fn rgba(&self) -> &[u8] {
        &self.rgba
    }
}

impl PartialEq for Asset {
    fn eq(&self, other: &Self) -> bool {
        self.id == other.id
    }
}

impl fmt::Debug for Asset {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Asset({} × {}, {:?})", self.width_px, self.height_px, self.id)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_same_pixels_are_one_asset_and_other_shapes_of_them_another() {
        let asset = |width, height| Asset::new(width, height, vec![7; 32].into()).unwrap();
        assert_eq!(asset(4, 2), asset(4, 2));
        assert_ne!(asset(4, 2).id(), asset(2, 4).id());
        assert_eq!(asset(4, 2).id().text().len(), 64);
    }

    #[test]
    fn bytes_that_are_no_picture_of_that_size_are_refused() {
        let pixels: Arc<[u8]> = vec![0; 16].into();
        assert!(Asset::new(2, 2, Arc::clone(&pixels)).is_some());
        for (width, height) in [(0, 0), (0, 4), (2, 3), (u32::MAX, u32::MAX)] {
            assert!(Asset::new(width, height, Arc::clone(&pixels)).is_none(), "{width} × {height}");
        }
    }
}
