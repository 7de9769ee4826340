//! How a picture lies in the room that it has: large, with little cut off, and on a light plate where the ground shines through.

use super::context::Context;
use super::pen;
use crate::images::Image;
use crate::model::Map;
use crate::scene::{Color, ImageItem, Item, Kind, Point, Rect, Role, Size, Tag};
use crate::theme::Theme;
use touchline_words::say;

/// No more of a picture is cut off to fill its room.
const CUT_MOST: f32 = 0.4;
/// Behind what lets the ground through: signs are drawn for white paper.
const PLATE: Color = Color::hex(0xFFFFFF);
const RADIUS: f32 = 5.0;
const LOGO: Size = Size { width: 150.0, height: 36.0 };

/// What a picture shows, in words.
pub(super) fn said(alt: &str) -> &str {
    let alt = alt.trim();
    if alt.is_empty() { say!(kind_picture_nothing_said) } else { alt }
}

/// The same within the words of what shows the picture.
pub(super) fn told(alt: &str) -> String {
    let alt = alt.trim();
    if alt.is_empty() { said(alt).to_owned() } else { say!(kind_picture_said, title = alt) }
}

/// A picture that fills a rectangle; where too much would be cut off, it stands in its middle, whole.
pub(super) fn filling(context: &Context, image: &Image, alt: &str, room: Rect) -> Vec<Item> {
    if cut_off(image, room) <= CUT_MOST && image.is_opaque() {
        return drawn(context, image, alt, room);
    }
    let plate = if image.is_opaque() { context.theme.column_line } else { PLATE };
    let mut items = vec![pen::rounded(room, RADIUS, plate, None)];
    let inside = room.shrink(if image.is_opaque() { 0.0 } else { 4.0 });
    let (width, height) = whole_within(image, inside.width, inside.height);
    let place = Rect::new(room.center().x - width / 2.0, room.center().y - height / 2.0, width, height);
    items.extend(drawn(context, image, alt, place));
    items
}

/// How large a picture is that is as high as a row, where that is not too wide; then it is cut a little, or less high.
pub(super) fn size_in_row(image: &Image, width: f32, height: f32) -> (f32, f32) {
    let natural = height * aspect(image);
    if natural <= width {
        return (natural.max(width.min(height * 0.4)), height);
    }
    let room = Rect::new(0.0, 0.0, width, height);
    if image.is_opaque() && cut_off(image, room) <= CUT_MOST {
        (width, height)
    } else {
        whole_within(image, width, height)
    }
}

/// A picture with a hairline around it, on a plate where it lets the ground through.
pub(super) fn print(context: &Context, image: &Image, alt: &str, place: Rect) -> Vec<Item> {
    let mut items = Vec::new();
    if !image.is_opaque() {
        items.push(pen::rounded(place, RADIUS, PLATE, None));
    }
    items.extend(drawn(context, image, alt, place));
    items.push(pen::outlined(place, RADIUS, context.card_edge(), 1.0));
    items
}

fn drawn(context: &Context, image: &Image, alt: &str, rect: Rect) -> Vec<Item> {
    let item = Item::Image(ImageItem { rect, radius: RADIUS, image: image.clone() });
    context.sign(said(alt), rect, vec![item])
}

/// The map's logo with its right upper corner at a place, as high as a page's title, and how wide it is.
pub(super) fn logo(map: &Map, theme: &Theme, corner: Point) -> Option<(Item, Size)> {
    let image = map.meta.logo.as_ref()?;
    let (width, height) = whole_within(image, LOGO.width, LOGO.height);
    let place = Rect::new(corner.x - width, corner.y, width, height);
    let client = map.meta.client.trim();
    let label =
        if client.is_empty() { say!(kind_picture_logo).to_owned() } else { say!(kind_picture_logo_said, client) };
    let mut items = Vec::new();
    if theme.dark && !image.is_opaque() {
        items.push(pen::rounded(place.shrink(-3.0), RADIUS, PLATE, None));
    }
    items.push(Item::Image(ImageItem { rect: place, radius: 0.0, image: image.clone() }));
    Some((pen::tagged(Tag::new(Kind::Figure, 0), Role::Figure, label, place, items), Size::new(width, height)))
}

/// How large a picture is where all of it is to be seen.
pub(super) fn whole_within(image: &Image, width: f32, height: f32) -> (f32, f32) {
    let aspect = aspect(image);
    // No side is thinner than a line that can be seen.
    if width / height > aspect { ((height * aspect).max(2.0), height) } else { (width, (width / aspect).max(2.0)) }
}

fn aspect(image: &Image) -> f32 {
    image.width_px() as f32 / image.height_px() as f32
}

/// The share of a picture that is not seen where it covers a room.
fn cut_off(image: &Image, room: Rect) -> f32 {
    let (own, wanted) = (aspect(image), room.width / room.height);
    1.0 - (own / wanted).min(wanted / own)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::images::Pixels;

    #[test]
    fn in_a_row_a_picture_keeps_its_shape_unless_it_is_far_wider_than_its_room() {
        let image = |width: u32, height: u32| {
            let pixels = Pixels::new(width, height, [90, 90, 90, 255].repeat((width * height) as usize));
            pixels.unwrap().image().unwrap()
        };
        for ((width, height), expected) in [
            ((40, 30), (128.0, 96.0)),
            ((20, 40), (48.0, 96.0)),
            // A little is cut off, or it is made less high.
            ((60, 20), (200.0, 96.0)),
            ((200, 20), (200.0, 20.0)),
            // Never a thread.
            ((1, 200), (38.4, 96.0)),
        ] {
            let size = size_in_row(&image(width, height), 200.0, 96.0);
            assert!(
                (size.0 - expected.0).abs() < 0.01 && (size.1 - expected.1).abs() < 0.01,
                "{width} × {height}: {size:?}"
            );
        }
    }
}
