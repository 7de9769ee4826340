//! The picture: the only thing that is ever painted, on screen and on paper.
//!
//! A [`Scene`] is a closed list of [`Item`]s in map units (1 unit = 1 logical pixel at 100 % zoom = 0.75 pt), y down.
//! Painters `match` on the items as plain functions, so that a new item is felt by the compiler everywhere.
//! A scene knows no map: a [`Tag`] carries the kind and number of the record a group was drawn from, which is
//! what hit-testing, alternative text and the PDF's structure are made of.

mod deck;
mod dimmed;
pub mod geometry;
mod label;
mod legible;
mod mirror;
mod page;
mod paragraph;
pub mod paint;
mod parts;
mod sieve;
pub mod tag;
pub mod text;

pub use deck::{Deck, Edition, Page, Scheme};
pub use dimmed::LASTS;
pub use geometry::{Point, Rect, Size, Transform};
pub use label::{Label, Listed};
pub use legible::Legibility;
pub use mirror::MirrorCache;
pub use page::{OWN_MM, PageSize, Sheet};
pub use paint::{Color, Dash, Fill, Paint, PathItem, PathSegment, RectItem, Stroke};
pub use paragraph::{Paragraph, TextStyle};
pub use parts::{Part, Parts};
pub use tag::{Kind, Role, Tag, TagFamily, Tagged};
pub use text::{Face, FaceStyle, Glyph, GlyphRun, TextItem};

use crate::images::Image;
use std::sync::Arc;

/// A finished picture.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Scene {
    /// Extent in map units; everything lies inside `Rect::from_size(size)`.
    pub size: Size,
    /// Painted in order, the first at the back.
    pub items: Vec<Item>,
    /// The document's title, for exports.
    pub title: String,
    /// BCP 47 language tag of the text, for exports.
    pub language: String,
}

/// One thing to paint.
#[derive(Clone, Debug, PartialEq)]
pub enum Item {
    Rect(RectItem),
    Path(PathItem),
    Text(TextItem),
    Paragraph(Paragraph),
    Image(ImageItem),
    Group(Group),
    Tagged(Tagged),
}

/// A picture that covers a rectangle with rounded corners: what reaches over it on two sides is cut off.
#[derive(Clone, Debug, PartialEq)]
pub struct ImageItem {
    pub rect: Rect,
    pub radius: f32,
    pub image: Image,
}

impl ImageItem {
    /// Where the whole picture lies, of which only what is in `rect` is seen.
    pub fn spread(&self) -> Rect {
        let Rect { x, y, width, height } = self.rect;
        let (width_px, height_px) = (self.image.width_px() as f32, self.image.height_px() as f32);
        let scale = (width / width_px).max(height / height_px);
        let (whole_width, whole_height) = (width_px * scale, height_px * scale);
        Rect::new(x + (width - whole_width) / 2.0, y + (height - whole_height) / 2.0, whole_width, whole_height)
    }
}

/// Items under one transform, clip and opacity. The items are shared, so that an unchanged cell costs nothing to reuse.
#[derive(Clone, Debug, PartialEq)]
pub struct Group {
    pub transform: Transform,
    /// A rectangle that holds all the items, but for half of the width of strokes along its edge, in the group's own
    /// space, before `transform`: a painter may pass over the group where the rectangle is not seen. None: not known.
    pub bounds: Option<Rect>,
    /// In the group's own space, before `transform`.
    pub clip: Option<Rect>,
    /// 0 … 1, applied to the group as a whole.
    pub opacity: f32,
    /// Which parts of a list these are, where their labels count them.
    pub list: Option<Listed>,
    pub items: Arc<[Item]>,
}

impl Group {
    /// Items moved by `transform`, wholly opaque, that lie within `bounds` before they are moved.
    pub fn placed(transform: Transform, bounds: Option<Rect>, items: Arc<[Item]>) -> Self {
        Self { transform, bounds, clip: None, opacity: 1.0, list: None, items }
    }
}
