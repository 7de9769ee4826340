//! What a reader of slides may rely on, held against random maps.

use super::*;
use crate::figures::{Reader, sample, shown};
use crate::layout::Lens;
use crate::layout::laws::{lines, random_map};
use crate::model::*;
use crate::scene::{Kind, Rect, Transform};
use proptest::prelude::*;

/// Letters of a fallback face are a little taller.
const SLACK: f32 = 1.5;

/// Text that is too small, leaves the slide, or lies on other text. What is on the board is held by the board's own laws.
fn faults(slide: &Scene, is_board: bool) -> Vec<String> {
    let mut all = Vec::new();
    lines(&slide.items, Transform::IDENTITY, &mut all);
    let paper = Rect::from_size(slide.size).shrink(measures::MARGIN - 4.0);
    let mut faults = Vec::new();
    for (nth, (text, size, place)) in all.iter().enumerate() {
        // A card that is higher than a slide makes the board smaller.
        if *size < measures::CAPTION - 0.02 && !is_board {
            faults.push(format!("“{text}” is {size}"));
        }
        let is_in = place.x >= paper.x && place.right() <= paper.right() && place.y >= 20.0;
        if !is_in || place.bottom() > slide.size.height - 20.0 {
            faults.push(format!("“{text}” {place:?} leaves the slide"));
        }
        for (other, _, beside) in all.iter().skip(nth + 1).filter(|_| !is_board) {
            let inner = |rect: &Rect| Rect { y: rect.y + rect.height * 0.16, height: rect.height * 0.68, ..*rect };
            if inner(place).shrink(SLACK / 2.0).overlaps(&inner(beside).shrink(SLACK / 2.0)) {
                faults.push(format!("“{text}” {place:?} lies on “{other}” {beside:?}"));
            }
        }
    }
    faults
}

fn slides(map: &Map, segment: Option<SegmentId>, pages: &[DeckPage]) -> Vec<Scene> {
    let seen = Seen::from(Lens { segment, ..Lens::default() });
    arrange_deck(map, &seen, &Theme::light(), &Shaper::bundled(), pages, &Watch::default()).0
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn nothing_on_a_slide_is_small_cut_off_or_on_something_else(map in random_map(), segment in prop::option::of(0..3u64)) {
        let segment = segment.map(SegmentId).filter(|id| map.segments.contains_key(id));
        for page in DeckPage::of(&map) {
            for slide in slides(&map, segment, &[page]) {
                let faults = faults(&slide, page == DeckPage::Whole);
                prop_assert!(faults.is_empty(), "{page:?}\n{}", faults.join("\n"));
            }
        }
    }
}

#[test]
fn the_whole_map_is_legible() {
    for slide in slides(&sample::map(), None, &[DeckPage::Whole]) {
        assert_eq!(faults(&slide, false), [] as [String; 0]);
    }
}

/// All that is said on slides.
fn words(slides: &[Scene]) -> String {
    let mut all = Vec::new();
    slides.iter().for_each(|slide| lines(&slide.items, Transform::IDENTITY, &mut all));
    all.into_iter().map(|(text, ..)| text).collect::<Vec<_>>().join("\n")
}

#[test]
fn o1_the_rates_of_slides_are_those_of_the_table() {
    let map = sample::map();
    for (stage, _) in map.stages_in_order() {
        let said = words(&slides(&map, None, &[DeckPage::Stage(stage)]));
        let row = shown(&map, None, Reader::Client).into_iter().find(|row| row.stage == stage).unwrap();
        if row.rate.is_some() {
            assert!(said.contains(&row.text.rate) && said.contains(&row.text.interval), "{said}");
        }
    }
    let said = words(&slides(&map, None, &[DeckPage::Audiences]));
    for row in shown(&map, Some(sample::FAMILIES), Reader::Client).iter().filter(|row| row.rate.is_some()) {
        assert!(said.contains(&row.text.rate), "{} {said}", row.name);
    }
}

#[test]
fn the_slides_of_a_map_are_counted_through_and_each_has_a_claim() {
    let map = sample::map();
    let slides = slides(&map, None, &DeckPage::of(&map));
    for (nth, slide) in slides.iter().enumerate() {
        let said = words(std::slice::from_ref(slide));
        assert!(said.contains(&format!("{} / {}", nth + 1, slides.len())), "{said}");
        let parts = crate::scene::Parts::of(slide);
        let headings = parts.iter().filter(|part| part.tagged.role == crate::scene::Role::Heading(1)).count();
        assert_eq!(headings, 1, "{said}");
    }
}

#[test]
fn every_flag_and_action_of_the_map_is_on_a_slide() {
    let map = sample::map();
    let slides = slides(&map, None, &[DeckPage::Register, DeckPage::Roadmap]);
    let found: Vec<_> = slides
        .iter()
        .flat_map(|slide| {
            let parts = crate::scene::Parts::of(slide);
            parts.iter().map(|part| part.tag()).collect::<Vec<_>>()
        })
        .collect();
    let has = |kind: Kind, id: u64| found.iter().any(|tag| (tag.kind, tag.id) == (kind, id));
    assert!(map.flags.keys().all(|id| has(Kind::Flag, id.0)));
    assert!(map.actions.keys().all(|id| has(Kind::Action, id.0)));
}

#[test]
fn a_map_without_anything_is_a_cover_and_what_is_not_known() {
    let map = Map::default();
    assert_eq!(DeckPage::of(&map), [DeckPage::Cover, DeckPage::Method]);
    assert_eq!(slides(&map, None, &DeckPage::of(&map)).len(), 2);
}

#[test]
fn what_is_for_those_who_make_the_map_is_on_no_slide() {
    let mut map = sample::map();
    let note = Sticky { text: "for us alone".to_owned(), ..Sticky::default() };
    map.stickies.insert(StickyId(1), note);
    for measurement in map.measurements.values_mut() {
        measurement.source = "secret-client.csv".to_owned();
    }
    let slides = slides(&map, None, &DeckPage::of(&map));
    let said = format!("{slides:?}");
    assert!(!said.contains("for us alone") && !said.contains("secret-client"));
}
