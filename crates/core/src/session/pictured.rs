//! Pictures that come, and what they are for.

use crate::images::Pixels;
use crate::model::{RecordRef, StageId};
use std::fmt;
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// Endings of what is a picture, though not each is read: a sentence says what to do about the others.
const ENDINGS: [&str; 13] =
    ["png", "jpg", "jpeg", "webp", "svg", "gif", "bmp", "tif", "tiff", "heic", "heif", "avif", "ico"];

/// Where a picture is meant to go.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PictureFor {
    /// What shows one: a card, a frame, a segment, the map.
    Record(RecordRef),
    /// The storyboard of a stage.
    Stage(StageId),
}

/// Where a picture comes from.
#[derive(Clone, Debug, PartialEq)]
pub enum PictureFrom {
    File(PathBuf),
    Clipboard(Clip),
}

/// Pixels of the clipboard, which are put in order off the frame.
#[derive(Clone)]
pub struct Clip(Arc<dyn Fn() -> Option<Pixels> + Send + Sync>);

impl Clip {
    pub fn new(pixels: impl Fn() -> Option<Pixels> + Send + Sync + 'static) -> Self {
        Self(Arc::new(pixels))
    }

    /// None where there is nothing.
    pub fn pixels(&self) -> Option<Pixels> {
        (self.0)()
    }
}

impl fmt::Debug for Clip {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Clip")
    }
}

impl PartialEq for Clip {
    fn eq(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.0, &other.0)
    }
}

/// Whether a path is called like a picture.
pub fn is_picture(path: &Path) -> bool {
    let ending = path.extension().map(|ending| ending.to_string_lossy().to_lowercase()).unwrap_or_default();
    ENDINGS.contains(&ending.as_str())
}
