//! Pictures before a room: beside the stage's name, on cards, and as large as the screen has room for.

use super::room::MARGIN;
use super::show::Show;
use crate::images::Image;
use crate::layout::image::{said, size_in_row, told, whole_within};
use crate::layout::{part_of, pen};
use crate::model::*;
use crate::scene::{Color, FaceStyle, ImageItem, Item, Kind, Point, Rect, Role, Tag};
use crate::text::TextStyle;
use touchline_words::say;

/// Behind what lets the ground through: signs are drawn for white paper.
const PLATE: Color = Color::hex(0xFFFFFF);
const RADIUS: f32 = 10.0;
/// In the row beside the name.
const TOP: f32 = 26.0;
const HEIGHT: f32 = 146.0;
const WIDEST: f32 = 270.0;
const GAP: f32 = 20.0;
/// How much of the head pictures take, beside the name alone and beside name and timer.
const SHARE: f32 = 0.48;
const SHARE_TIMED: f32 = 0.27;
const MORE: f32 = 28.0;
const CAPTION: f32 = 30.0;
const CAPTION_LINES: usize = 2;

/// One picture within a place, with a hairline around it.
fn print(show: &Show, image: &Image, place: Rect) -> Vec<Item> {
    let mut items = Vec::new();
    if !image.is_opaque() {
        items.push(pen::rounded(place, RADIUS, PLATE, None));
    }
    items.push(Item::Image(ImageItem { rect: place, radius: RADIUS, image: image.clone() }));
    items.push(pen::outlined(place, RADIUS, show.theme.neutral, 1.5));
    items
}

/// What a frame of the storyboard is for those who do not see it.
fn label(picture: &Picture) -> String {
    let caption = picture.caption.trim();
    match caption.is_empty() {
        true => told(&picture.alt),
        false => say!(kind_picture_said, title = caption),
    }
}

/// The pictures of the storyboard at the right of the head, up to `end`, and where they begin; what has no room is counted.
pub(super) fn in_head(show: &Show, end: f32) -> (Vec<Item>, f32) {
    let pictures: Vec<_> = show.records.iter().skip(show.tiles).filter_map(|record| shown(show, *record)).collect();
    if pictures.is_empty() || show.lit_picture().is_some() {
        return (Vec::new(), end);
    }
    let share = if show.stand.timed { SHARE_TIMED } else { SHARE };
    let room = (end - MARGIN) * share;
    let style = show.style(MORE, FaceStyle::Medium).with_color(show.theme.detail);
    let counted = |left: usize| show.shaper.line(&say!(present_more, count = left), style);
    let widths: Vec<f32> = pictures.iter().map(|(.., image)| size_in_row(image, WIDEST, HEIGHT).0 + GAP).collect();
    let taken = |count: usize| {
        let left = pictures.len() - count;
        widths.iter().take(count).sum::<f32>() + if left > 0 { counted(left).width + GAP } else { 0.0 }
    };
    let fit = (1..=pictures.len()).rev().find(|count| taken(*count) <= room).unwrap_or(1);
    let begins = end - (taken(fit) - GAP);
    let mut items = Vec::new();
    let mut x = begins;
    for (id, picture, image) in pictures.iter().take(fit) {
        let (width, height) = size_in_row(image, WIDEST, HEIGHT);
        let place = Rect::new(x, TOP + (HEIGHT - height) / 2.0, width, height);
        let tag = Tag::new(part_of(ListKind::Picture), id.0);
        items.push(pen::tagged(tag, Role::Figure, label(picture), place, print(show, image, place)));
        x += width + GAP;
    }
    if fit < pictures.len() {
        let line = counted(pictures.len() - fit).at(Point::new(x, TOP + HEIGHT / 2.0 + MORE * 0.36));
        let (words, place) = (line.text.clone(), line.bounds());
        items.push(show.said(&words, place, vec![Item::Text(line)]));
    }
    (items, begins)
}

fn shown<'a>(show: &Show<'a>, record: RecordRef) -> Option<(PictureId, &'a Picture, &'a Image)> {
    let id = PictureId::try_from(record).ok()?;
    let picture = show.map.pictures.get(&id)?;
    Some((id, picture, picture.image.as_ref()?))
}

/// The picture that all look at, with its line below.
pub(super) fn large(show: &Show, place: Rect) -> Option<Item> {
    let (id, picture, image) = show.lit_picture()?;
    let style = TextStyle::new(CAPTION, FaceStyle::Regular, show.theme.ink).with_line_height(1.28);
    let words = show.ink().paragraph(picture.caption.trim(), style, place.width, CAPTION_LINES);
    let below = if words.lines.is_empty() { 0.0 } else { words.size.height + 14.0 };
    let (width, height) = whole_within(image, place.width, (place.height - below).max(40.0));
    let print_place = Rect::new(place.center().x - width / 2.0, place.y, width, height);
    let mut items = print(show, image, print_place);
    items.extend(pen::set(&words, place.center().x - words.size.width / 2.0, print_place.bottom() + 12.0));
    let tag = Tag::new(part_of(ListKind::Picture), id.0);
    Some(pen::tagged(tag, Role::Figure, label(picture), place, items))
}

/// The picture on a tile, at the end of its room, and how much of the room's width it takes.
pub(super) fn on_tile(show: &Show, record: RecordRef, room: Rect) -> (Option<Item>, f32) {
    let card = TouchpointId::try_from(record).ok().and_then(|id| show.map.touchpoints.get(&id));
    let frame = PictureId::try_from(record).ok().and_then(|id| show.map.pictures.get(&id));
    let on_card = card.and_then(|card| Some((card.picture.as_ref()?, card.picture_alt.as_str(), 0.27)));
    let found = on_card.or(frame.and_then(|frame| Some((frame.image.as_ref()?, frame.alt.as_str(), 0.55))));
    let Some((image, alt, share)) = found else { return (None, 0.0) };
    let (width, height) = size_in_row(image, room.width * share, room.height);
    let place = Rect::new(room.right() - width, room.y + (room.height - height) / 2.0, width, height);
    let tag = Tag::new(Kind::Figure, 0);
    (Some(pen::tagged(tag, Role::Figure, said(alt), place, print(show, image, place))), width + GAP)
}
