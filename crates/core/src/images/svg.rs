//! A drawing made of pixels. Nothing outside of its own text is read: no file, no address. Its words are set in the faces that are
//! given, whatever it asks for.

use super::error::PictureError;
use super::faces::Faces;
use super::kept::SIDE_MAX_PX;
use super::pixels::Pixels;
use super::svg_words::{Setting, are_few};
use resvg::tiny_skia::{Pixmap, Transform};
use resvg::usvg::roxmltree::{Document, ParsingOptions};
use resvg::usvg::{Group, ImageHrefResolver, Node, Options, Tree};

/// Longer texts are no drawing for a card.
const BYTES_MAX: usize = 8 * 1024 * 1024;
const NODES_MAX: u32 = 100_000;
/// Parts once each that is used again stands at its place.
const PARTS_MAX: usize = 30_000;
/// Effects that work on every pixel.
const EFFECTS_MAX: usize = 24;
/// A small drawing is made this large, so that it is sharp where a card shows it.
const SIDE_LEAST_PX: f32 = 1200.0;

/// The drawing's pixels, and whether something in it was left out.
pub(super) fn drawn(bytes: &[u8], faces: &dyn Faces) -> Result<(Pixels, bool), PictureError> {
    let broken = || PictureError::Broken("SVG");
    if bytes.len() > BYTES_MAX {
        return Err(PictureError::Drawing);
    }
    let text = std::str::from_utf8(bytes).map_err(|_| broken())?.trim_start_matches('\u{feff}');
    let reading = ParsingOptions { allow_dtd: true, nodes_limit: NODES_MAX, ..ParsingOptions::default() };
    let document = Document::parse_with_options(text, reading).map_err(|error| match error {
        resvg::usvg::roxmltree::Error::NodesLimitReached => PictureError::Drawing,
        _ => broken(),
    })?;
    let named = |name: &str| document.descendants().filter(|node| node.tag_name().name() == name).count();
    let effects = document.descendants().filter(|node| node.tag_name().name().starts_with("fe")).count();
    // Each of these may take minutes for a single pixel.
    let endless = ["feTurbulence", "feMorphology", "feConvolveMatrix"].into_iter().map(named).sum::<usize>();
    if effects > EFFECTS_MAX || endless > 0 {
        return Err(PictureError::Drawing);
    }
    let has_more = ["image", "foreignObject"].into_iter().map(named).sum::<usize>() > 0;
    let setting = Setting::new(faces, are_few(&document));
    let options = Options {
        image_href_resolver: ImageHrefResolver {
            resolve_data: Box::new(|_, _, _| None),
            resolve_string: Box::new(|_, _| None),
        },
        font_resolver: setting.resolver(),
        ..Options::default()
    };
    let tree = Tree::from_xmltree(&document, &options).map_err(|_| broken())?;
    let mut left = PARTS_MAX;
    if !has_room(tree.root(), &mut left) {
        return Err(PictureError::Drawing);
    }
    let (width, height) = (tree.size().width(), tree.size().height());
    let longer = width.max(height);
    let scale = longer.clamp(SIDE_LEAST_PX, SIDE_MAX_PX as f32) / longer;
    let side = |side: f32| ((side * scale).round() as u32).clamp(1, SIDE_MAX_PX);
    let (width_px, height_px) = (side(width), side(height));
    let mut pixmap = Pixmap::new(width_px, height_px).ok_or_else(broken)?;
    resvg::render(&tree, Transform::from_scale(scale, scale), &mut pixmap.as_mut());
    let mut rgba = Vec::with_capacity(pixmap.data().len());
    for pixel in pixmap.pixels() {
        let plain = pixel.demultiply();
        rgba.extend([plain.red(), plain.green(), plain.blue(), plain.alpha()]);
    }
    Pixels::new(width_px, height_px, rgba).map(|pixels| (pixels, has_more || setting.lacks())).ok_or_else(broken)
}

/// Whether a group has no more parts than are left; it takes them away. The reader holds how deep it is.
fn has_room(group: &Group, left: &mut usize) -> bool {
    group.children().iter().all(|node| {
        *left = left.saturating_sub(1);
        *left > 0
            && match node {
                Node::Group(group) => has_room(group, left),
                Node::Path(_) | Node::Image(_) | Node::Text(_) => true,
            }
    })
}
