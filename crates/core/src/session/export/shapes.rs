//! What the slides promise, of the sample's deck and of maps that are laid out as one page.

use super::*;
use crate::export::{pptx, presentation};
use crate::figures::sample;
use crate::model::{Connector, ConnectorId, ConnectorKind, Map, TouchpointId};
use crate::slides::{Frame, Geometry, Presentation, Shape, Solid, Turn};

fn deck(map: &Map) -> Deck {
    let settings = ExportSettings { format: Format::Pptx, page: PageSize::A3, ..ExportSettings::default() };
    document(map, &settings, &Shaper::bundled(), &Watch::default()).0
}

fn slides(map: &Map) -> Presentation {
    presentation(&deck(map), None)
}

/// Every shape with how deep it stands in groups.
fn all<'a>(shapes: &'a [Shape], depth: usize, found: &mut Vec<(usize, &'a Shape)>) {
    for shape in shapes {
        found.push((depth, shape));
        if let Shape::Group(group) = shape {
            all(&group.shapes, depth + 1, found);
        }
    }
}

fn said(shape: &Shape) -> String {
    let Shape::Solid(Solid { text: Some(text), .. }) = shape else { return String::new() };
    let line = |words: &crate::slides::Paragraph| words.runs.iter().map(|run| run.text.as_str()).collect::<String>();
    text.paragraphs.iter().map(line).collect::<Vec<_>>().join("\n")
}

#[test]
fn a_card_is_one_shape_with_its_words_and_a_stage_a_group_of_its_cards() {
    let map = sample::map();
    let slides = slides(&map);
    let mut shapes = Vec::new();
    all(&slides.slides[0].shapes, 0, &mut shapes);
    for (id, card) in &map.touchpoints {
        let name = format!("Touchpoint {}", id.0);
        let (_, found) = shapes.iter().find(|(_, shape)| shape.named().name == name).unwrap();
        assert!(said(found).starts_with(&card.title), "{name}: {}", said(found));
        let Shape::Solid(Solid { geometry, fill, .. }) = found else { panic!() };
        assert!(matches!(geometry, Geometry::Round(_)) && *fill != crate::slides::Fill::None);
        let stage = format!("Stage {}, all of it", card.stage.0);
        let (_, stage) = shapes.iter().find(|(_, shape)| shape.named().name == stage).unwrap();
        let Shape::Group(stage) = stage else { panic!() };
        let mut held = Vec::new();
        all(&stage.shapes, 0, &mut held);
        assert!(held.iter().any(|(_, shape)| shape.named().name == name), "{name} is not in its stage");
    }
}

/// Of a shape with words and no ground of its own, whether anything that is painted after it and filled lies on all of it.
#[test]
fn no_words_lie_under_a_ground_that_was_painted_before_them() {
    let slides = slides(&sample::map());
    let mut shapes = Vec::new();
    all(&slides.slides[0].shapes, 0, &mut shapes);
    let holds = |outer: &Frame, inner: &Frame| {
        outer.x <= inner.x && outer.y <= inner.y && outer.right() >= inner.right() && outer.bottom() >= inner.bottom()
    };
    for (nth, (_, words)) in shapes.iter().enumerate() {
        let Shape::Solid(Solid { text: Some(_), frame, .. }) = words else { continue };
        let hides = shapes.iter().skip(nth + 1).find(|(_, later)| match later {
            Shape::Solid(later) => later.fill != crate::slides::Fill::None && holds(&later.frame, frame),
            _ => false,
        });
        assert!(hides.is_none(), "{:?} lies under {hides:?}", said(words));
    }
}

#[test]
fn a_connector_is_tied_to_its_cards_wherever_its_way_is_one_that_slides_know() {
    let mut tables = sample::map().to_tables();
    let cards: Vec<TouchpointId> = tables.touchpoints.keys().copied().collect();
    let pairs = [(0, 3), (3, 5), (5, 6), (6, 8), (1, 9)];
    for (nth, (from, to)) in (0..).zip(pairs) {
        let way = Connector { from: cards[from], to: cards[to], kind: ConnectorKind::Next, label: "9 % go".to_owned() };
        tables.connectors.insert(ConnectorId(nth), way);
    }
    let map = Map::new(tables).unwrap();
    let slides = slides(&map);
    let mut shapes = Vec::new();
    all(&slides.slides[0].shapes, 0, &mut shapes);
    for (nth, (from, to)) in pairs.into_iter().enumerate() {
        let name = format!("Connector {nth}");
        let found = shapes.iter().find(|(_, shape)| shape.named().name == name);
        let Some((_, Shape::Connector(line))) = found else { panic!("{name} is no connector: {found:?}") };
        let ends = line.ties.each_ref().map(|tie| tie.as_ref().map(|tie| tie.name.clone()));
        let cards = [from, to].map(|card| Some(format!("Touchpoint {}", cards[card].0)));
        assert_eq!(ends, cards, "{name}");
        assert!(line.turn == Turn::Straight || line.line.ends, "{name}");
    }
}

#[test]
fn a_board_that_is_read_from_the_right_is_the_other_one_turned_over() {
    let map = sample::map();
    let mut tables = map.to_tables();
    tables.meta.language = "ar".to_owned();
    let turned = slides(&Map::new(tables).unwrap());
    let width = turned.size.0;
    let mut shapes = Vec::new();
    all(&turned.slides[0].shapes, 0, &mut shapes);
    let (first, last) = (map.stages_in_order()[0].0, map.stages_in_order().last().unwrap().0);
    let place = |id: crate::model::StageId| {
        let name = format!("Stage {}", id.0);
        shapes.iter().find(|(_, shape)| shape.named().name == name).unwrap().1.frame().unwrap()
    };
    assert!(place(first).x > place(last).x && place(first).right() <= width);
}

#[test]
fn colours_follow_the_scheme_but_for_those_that_mean_something() {
    let bytes = pptx(&deck(&sample::map()), None).unwrap();
    let parts = crate::slides::parts(&bytes).unwrap();
    let (_, text) = parts.into_iter().find(|(name, _)| name == "ppt/slides/slide1.xml").unwrap();
    let text = String::from_utf8(text).unwrap();
    let own: std::collections::BTreeSet<&str> =
        text.match_indices("srgbClr val=\"").map(|(at, found)| &text[at + found.len()..][..6]).collect();
    let (by_scheme, by_itself) = (text.matches("schemeClr").count(), text.matches("srgbClr").count());
    assert!(by_scheme > 2 * by_itself, "{by_scheme} by the scheme, {by_itself} by themselves: {own:?}");
    // Each of those by themselves is a red, an amber or a green.
    for color in own {
        let [r, g, b] = [0, 2, 4].map(|at| i32::from_str_radix(&color[at..at + 2], 16).unwrap());
        assert!(b < r.max(g), "{color}");
    }
}

#[test]
fn words_in_the_last_column_of_a_table_begin_where_they_did() {
    let mut tables = sample::map().to_tables();
    tables.flags.values_mut().for_each(|flag| flag.evidence = "Rider of 2 September".to_owned());
    let map = Map::new(tables).unwrap();
    let settings = ExportSettings { format: Format::Pptx, pages: Pages::Deck, ..ExportSettings::default() };
    let (deck, _) = document(&map, &settings, &Shaper::bundled(), &Watch::default());
    let slides = presentation(&deck, None);
    let mut seen = 0;
    for slide in &slides.slides {
        let mut shapes = Vec::new();
        all(&slide.shapes, 0, &mut shapes);
        for (_, shape) in shapes.iter().filter(|(_, shape)| said(shape) == "Rider of 2 September") {
            let Shape::Solid(Solid { text: Some(text), .. }) = shape else { continue };
            assert_eq!(text.paragraphs[0].align, crate::slides::Align::Left);
            seen += 1;
        }
    }
    assert_eq!(seen, map.flags.len());
}
