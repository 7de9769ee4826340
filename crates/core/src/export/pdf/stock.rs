//! Fonts and pictures of a document, each embedded once.

use crate::images::ImageId;
use crate::scene::Face;
use krilla::image::Image;
use krilla::text::Font;
use skrifa::raw::TableProvider;
use skrifa::{FontRef, MetadataProvider};
use std::collections::HashMap;
use std::sync::Arc;

/// Fonts and pictures, each embedded once.
#[derive(Default)]
pub(super) struct Stock {
    fonts: HashMap<String, Option<StockFont>>,
    pictures: HashMap<ImageId, Option<Image>>,
}

#[derive(Clone)]
pub(super) struct StockFont {
    pub font: Font,
    pub glyphs: u32,
    /// The glyph of U+0020, to end a line with.
    pub space: Option<u32>,
}

impl Stock {
    pub fn font(&mut self, face: &Face) -> Option<StockFont> {
        let load = || {
            let read = FontRef::from_index((*face.bytes).as_ref(), face.index).ok()?;
            let glyphs = u32::from(read.maxp().ok()?.num_glyphs());
            let space = read.charmap().map(' ').map(|glyph| glyph.to_u32());
            let font = Font::new(Arc::clone(&face.bytes).into(), face.index)?;
            Some(StockFont { font, glyphs, space })
        };
        self.fonts.entry(face.name.clone()).or_insert_with(load).clone()
    }

    /// None where it is damaged.
    pub fn picture(&mut self, image: &crate::images::Image) -> Option<Image> {
        let load = || {
            // What a reader would stumble over is found here.
            image.pixels()?;
            let bytes = image.bytes().to_vec().into();
            if image.is_jpeg() { Image::from_jpeg(bytes, true) } else { Image::from_png(bytes, true) }.ok()
        };
        self.pictures.entry(image.id()).or_insert_with(load).clone()
    }
}
