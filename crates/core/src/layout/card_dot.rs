//! How high on a card its dot is, below a picture where it has one: what stands at the card's edge keeps clear of it.

use super::context::Context;
use crate::images::Image;
use crate::model::Touchpoint;

/// The picture at the top of a card, and what is left around it.
pub(super) const PICTURE_HEIGHT: f32 = 72.0;
pub(super) const PICTURE_MARGIN: f32 = 6.0;

/// From the middle of the dot to its edge.
pub(super) const DOT: f32 = 4.0;

/// The middle of the dot on a card whose upper edge is known.
pub(super) fn dot_y(context: &Context, has_picture: bool, top: f32) -> f32 {
    top + picture_height(has_picture) + context.dress.cards.above + 5.5
}

/// Of the picture on a card, with what is left above it.
pub(super) fn picture_height(has_picture: bool) -> f32 {
    if has_picture { PICTURE_MARGIN + PICTURE_HEIGHT } else { 0.0 }
}

/// The picture that is seen on a card.
pub(super) fn picture_of<'c>(context: &Context, card: &'c Touchpoint) -> Option<&'c Image> {
    card.picture.as_ref().filter(|_| !context.thrift.details)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::figures::sample;
    use crate::layout::Lens;
    use crate::layout::board::{Built, build_page};
    use crate::layout::columns;
    use crate::layout::dress::Dress;
    use crate::layout::longest::Needs;
    use crate::layout::place::{Band, Plan};
    use crate::layout::thrift::Thrift;
    use crate::model::*;
    use crate::scene::{Item, Kind, PathSegment, Point, Role, Tag};
    use crate::text::Shaper;
    use crate::theme::Theme;

    /// The sample as a tight page has it: cards of a title alone, with a line from each to the next in order, and words on it.
    fn tight(words: &str) -> (Map, Built) {
        let mut tables = sample::map().to_tables();
        let cards: Vec<TouchpointId> = tables.touchpoints.keys().copied().collect();
        for (nth, (from, to)) in (0..).zip(cards.iter().zip(cards.iter().skip(3))) {
            let way = Connector { from: *from, to: *to, kind: ConnectorKind::Next, label: words.to_owned() };
            tables.connectors.insert(ConnectorId(nth), way);
        }
        let map = Map::new(tables).unwrap();
        let (shaper, theme, dress) = (Shaper::bundled(), Theme::light(), Dress::tight());
        let stages = columns::wanted(&map, &Needs::of(&map, &shaper, &dress), &dress);
        let band = Band { stages: 0..stages.len(), of: stages.len() };
        let thrift = Thrift { details: true, flags_on_cards: true, ..Thrift::default() };
        let plan = Plan::band(&stages, band, 900.0, dress, thrift);
        let built = build_page(&map, &Lens::default(), &theme, &shaper, plan);
        (map, built)
    }

    /// What is drawn of each line.
    fn lines(built: &Built) -> Vec<(ConnectorId, Vec<Item>)> {
        let parts = built.board.parts();
        let lines = parts.iter().filter(|part| part.tag().kind == Kind::Connector && part.tagged.role == Role::Figure);
        lines.map(|part| (ConnectorId(part.tag().id), part.tagged.items.to_vec())).collect()
    }

    fn middle(item: &Item) -> Option<Point> {
        let Item::Path(path) = item else { return None };
        let mut on = path.segments.iter().filter_map(|segment| match segment {
            PathSegment::Move(to) | PathSegment::Line(to) | PathSegment::Cubic(_, _, to) => Some(*to),
            PathSegment::Close => None,
        });
        let first = on.next()?;
        let (mut low, mut high) = (first, first);
        for point in on {
            low = Point::new(low.x.min(point.x), low.y.min(point.y));
            high = Point::new(high.x.max(point.x), high.y.max(point.y));
        }
        Some(Point::new((low.x + high.x) / 2.0, (low.y + high.y) / 2.0))
    }

    #[test]
    fn the_ring_of_a_line_keeps_clear_of_the_dot_at_the_edge_of_a_low_card() {
        let (map, built) = tight("");
        let air = Dress::tight().cards;
        let mut rings = 0;
        for (id, items) in lines(&built) {
            let Some(ring) = items.get(2).and_then(middle) else { continue };
            let from = map.connectors[&id].from;
            let card = built.board.parts().find(Tag::new(Kind::Touchpoint, from.0)).unwrap().rect;
            let dot = Point::new(card.right() - (air.text_end - 10.0), card.y + air.above + 5.5);
            let apart = (ring.x - dot.x).hypot(ring.y - dot.y);
            assert!(apart >= 2.0 * DOT + 1.5, "{apart} on {card:?}");
            assert!(ring.y <= card.bottom() - 2.0, "{ring:?} on {card:?}");
            rings += 1;
        }
        assert!(rings > 5);
    }

    #[test]
    fn words_on_a_line_stand_whole_on_a_page_or_not_at_all() {
        for (words, some) in
            [("to the next", true), (&"to the next and on ".repeat(4), true), (&"on ".repeat(200), false)]
        {
            let (_, built) = tight(words.trim());
            let texts: Vec<String> = lines(&built)
                .iter()
                .flat_map(|(_, items)| items)
                .filter_map(|item| if let Item::Text(line) = item { Some(line.text.to_string()) } else { None })
                .collect();
            assert_eq!(!texts.is_empty(), some, "{words}");
            assert!(texts.iter().all(|text| text == words.trim()), "{texts:?}");
        }
    }
}
