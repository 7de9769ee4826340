//! The WebP painter: the pixels of a PNG in fewer bytes, none of them lost.
//!
//! # Limits
//! All pixels are in memory at once, and a WebP records no resolution.

use super::png::{Raster, pixels};
use super::{ExportError, guarded};
use crate::images::{self, WEBP_SIDE_MAX_PX};
use crate::scene::Scene;
use std::ops::ControlFlow;

/// The scene as a WebP file. `progress` hears the finished share, 0 … 1; its break cancels.
pub fn webp(
    scene: &Scene,
    raster: Raster,
    progress: &mut dyn FnMut(f32) -> ControlFlow<()>,
) -> Result<Vec<u8>, ExportError> {
    let Raster { width_px, height_px, .. } = raster;
    if width_px.max(height_px) > WEBP_SIDE_MAX_PX {
        return Err(ExportError::TooLong { width_px, height_px, most: WEBP_SIDE_MAX_PX });
    }
    let rows = pixels(scene, raster, progress)?;
    guarded(|| images::webp(width_px, height_px, &rows).map_err(ExportError::Painter))
}
