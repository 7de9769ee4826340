//! The storyboard: pictures of a stage side by side, each as high as the others, with a line under it.

use touchline_words::say;

use super::context::{Column, Context, FADED, Uses};
use super::image::{print, size_in_row, told};
use super::noted::{ListLook, Noted};
use super::notes::is_meant;
use super::pen;
use super::stack::{Sketch, Stacking};
use crate::images::Image;
use crate::model::*;
use crate::scene::{FaceStyle, Item, Kind, PathSegment, Point, Rect};
use crate::theme::{Icon, size};

/// How high a picture is.
const HEIGHT: f32 = 96.0;
/// Pictures stand side by side where each can be this wide.
const NARROWEST: f32 = 84.0;
/// An empty frame is no wider.
const EMPTY_WIDTH: f32 = 128.0;
const RADIUS: f32 = 5.0;
const CAPTION_LINES: usize = 3;

/// What a frame's picture and its words are made from.
#[derive(Debug)]
pub(super) struct PictureLook {
    caption: String,
    image: Option<Image>,
    alt: String,
    is_meant: bool,
}

impl Noted for Picture {
    type Look = PictureLook;

    const PART: Kind = Kind::Picture;

    fn about() -> &'static str {
        say!(lane_storyboard_about)
    }

    fn block() -> ListLook {
        ListLook {
            name: say!(kind_picture_title),
            also: say!(kind_picture_also),
            hint: say!(kind_picture_hint),
            icon: Icon::Picture,
            color: |theme| theme.muted,
            is_bare: true,
            text: (size::DETAIL, FaceStyle::Regular),
            ground: |theme| theme.surface,
        }
    }

    fn stacking(_: &Context) -> (Stacking, f32) {
        (Stacking { top: 12.0, gap: 10.0, narrowest: NARROWEST, beside: true }, 24.0)
    }

    fn look(&self, context: &Context) -> PictureLook {
        let Picture { stage: _, rank: _, lane: _, caption, image, alt, segments } = self;
        PictureLook {
            caption: caption.trim().to_owned(),
            image: image.clone(),
            alt: alt.clone(),
            is_meant: is_meant(context, segments),
        }
    }

    fn is_as(&self, context: &Context, look: &PictureLook) -> bool {
        let PictureLook { caption, image, alt, is_meant: meant } = look;
        *caption == self.caption.trim()
            && *image == self.image
            && *alt == self.alt
            && *meant == is_meant(context, &self.segments)
    }

    fn label(look: &PictureLook, _: PictureId, _: &Context, _: &Column) -> String {
        let mut words = Vec::new();
        if !look.caption.is_empty() {
            words.push(say!(kind_picture_said, title = look.caption));
        }
        // Where there is neither, that is said too: nobody else would find out.
        match &look.image {
            None => words.push(say!(kind_picture_empty).to_owned()),
            Some(_) if look.alt.trim().is_empty() && !look.caption.is_empty() => {}
            Some(_) => words.push(if words.is_empty() { told(&look.alt) } else { look.alt.trim().to_owned() }),
        }
        words.join(", ")
    }

    fn draw(look: &PictureLook, id: PictureId, context: &Context, at: Rect) -> Sketch {
        let mut uses = Uses::default();
        let (mut items, shown) = match &look.image {
            Some(image) => {
                let (width, height) = size_in_row(image, at.width, HEIGHT);
                let place = Rect::new(at.x, at.y, width, height);
                let alt = if look.alt.trim().is_empty() { &look.caption } else { &look.alt };
                (print(context, image, alt, place), place)
            }
            None => empty(context, Rect::new(at.x, at.y, at.width.min(EMPTY_WIDTH), HEIGHT)),
        };
        let style = context.detail();
        let words = context.ink().paragraph(&look.caption, style, at.width.max(1.0), CAPTION_LINES);
        let words_y = shown.bottom() + 4.0;
        let (top, height) = match look.caption.is_empty() {
            // Where a caption is written that there is not yet: over the picture's lower edge.
            true => (shown.bottom() - style.line(), style.line()),
            false => (words_y, words.size.height),
        };
        if context.is_editor() || !look.caption.is_empty() {
            let title = Rect::new(at.x, top, at.width, height);
            items.push(pen::title(Kind::Picture, id.0, &look.caption, title, pen::set(&words, at.x, words_y)));
        }
        let bottom = if look.caption.is_empty() { shown.bottom() } else { words_y + words.size.height };
        let bounds = Rect::new(at.x, at.y, at.width, bottom - at.y);
        if !look.is_meant {
            uses.faded = true;
            items = pen::faded(items, FADED);
        }
        Sketch { items, bounds, height: bounds.height, uses }
    }
}

/// A frame that waits for its picture; on paper it is one to be drawn in.
fn empty(context: &Context, place: Rect) -> (Vec<Item>, Rect) {
    let ink = context.theme.muted;
    let (left, top, right, bottom) = (place.x, place.y, place.right(), place.bottom());
    let corners = [Point::new(right, top), Point::new(right, bottom), Point::new(left, bottom)];
    let mut edge = vec![PathSegment::Move(Point::new(left, top))];
    edge.extend(corners.map(PathSegment::Line));
    edge.push(PathSegment::Close);
    let mut items = vec![
        pen::rounded(place, RADIUS, context.theme.ground, None),
        pen::dashed(edge, context.card_edge(), 1.0, 4.0, 3.0),
    ];
    let sign = Rect::new(place.center().x - 9.0, place.center().y - 9.0, 18.0, 18.0);
    let icon = context.upright(Icon::Picture.path(sign, ink), sign);
    items.extend(context.sign(say!(kind_picture_empty), sign, vec![Item::Path(icon)]));
    (items, place)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::images::Pixels;
    use crate::layout::{Lens, arrange_board};
    use crate::scene::{Part, Tag};
    use crate::text::Shaper;
    use crate::theme::Theme;

    fn photo(color: u8) -> Image {
        Pixels::new(40, 30, [color, 90, 90, 255].repeat(1_200)).unwrap().image().unwrap()
    }

    #[test]
    fn pictures_stand_side_by_side_where_there_is_room_and_say_what_they_show() {
        let (mut map, stage, frames) = (Map::default(), StageId(1), [1, 2, 3].map(PictureId));
        map.stages.insert(stage, Stage { width: Some(220), ..Stage::new(Rank::middle(), "Awareness") });
        map.lanes.insert(LaneId(2), Lane::new(Rank::middle(), LaneKind::Storyboard));
        let empty = PictureId(4);
        for (nth, id) in frames.into_iter().chain([empty]).enumerate() {
            let rank = Rank::parse(["b", "c", "d", "e"][nth]).unwrap();
            let image = (id != empty).then(|| photo(nth as u8));
            map.pictures.insert(id, Picture { image, ..Picture::begun(stage, rank, String::new()) });
        }
        map.pictures.get_mut(&frames[1]).unwrap().alt = "A phone".to_owned();
        map.pictures.get_mut(&empty).unwrap().caption = "The poster".to_owned();

        let board = arrange_board(&map, &Lens::default(), &Theme::light(), &Shaper::bundled(), 0.0);
        let part = |id: PictureId| -> Part<'_> { board.parts().find(Tag::new(Kind::Picture, id.0)).unwrap() };
        let [one, two, three] = [0, 1, 2].map(|nth| part(frames[nth]));
        assert!(one.rect.y == two.rect.y && one.rect.right() < two.rect.x && three.rect.y > one.rect.bottom());
        assert_eq!(one.label(), say!(kind_picture_nothing_said));
        assert_eq!(two.label(), say!(kind_picture_said, title = "A phone"));
        let said = format!("{}, {}", say!(kind_picture_said, title = "The poster"), say!(kind_picture_empty));
        assert_eq!(part(empty).label(), said);
    }
}
