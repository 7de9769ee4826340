//! What a reader of slides may rely on, held against random maps.

use super::*;
use crate::figures::{Reader, sample, shown};
use crate::layout::Lens;
use crate::layout::laws::{lines, random_map};
use crate::model::*;
use crate::scene::{Color, Item, Kind, Rect, Transform};
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

/// A page as nobody keeps it.
fn plain(of: Topic) -> Planned {
    Planned { of, kept: None, is_left_out: false }
}

fn slides(map: &Map, segment: Option<SegmentId>, pages: &[Planned]) -> Vec<Scene> {
    let seen = Seen::from(Lens { segment, ..Lens::default() });
    let (laid, _) = arrange_deck(map, &seen, &Theme::light(), &Shaper::bundled(), pages, true, &Watch::default());
    laid.into_iter().map(|slide| slide.scene).collect()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn nothing_on_a_slide_is_small_cut_off_or_on_something_else(map in random_map(), segment in prop::option::of(0..3u64)) {
        let segment = segment.map(SegmentId).filter(|id| map.segments.contains_key(id));
        for page in Planned::shown(&map) {
            for slide in slides(&map, segment, &[page]) {
                let faults = faults(&slide, page.of == Topic::Whole);
                prop_assert!(faults.is_empty(), "{page:?}\n{}", faults.join("\n"));
            }
        }
    }
}

#[test]
fn the_whole_map_is_legible() {
    for slide in slides(&sample::map(), None, &[plain(Topic::Whole)]) {
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
        let said = words(&slides(&map, None, &[plain(Topic::Stage(stage))]));
        let row = shown(&map, None, Reader::Client).into_iter().find(|row| row.stage == stage).unwrap();
        if row.rate.is_some() {
            assert!(said.contains(&row.text.rate) && said.contains(&row.text.interval), "{said}");
        }
    }
    let said = words(&slides(&map, None, &[plain(Topic::Audiences)]));
    for row in shown(&map, Some(sample::FAMILIES), Reader::Client).iter().filter(|row| row.rate.is_some()) {
        assert!(said.contains(&row.text.rate), "{} {said}", row.name);
    }
}

#[test]
fn the_slides_of_a_map_are_counted_through_and_each_has_a_claim() {
    let map = sample::map();
    let slides = slides(&map, None, &Planned::shown(&map));
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
    let slides = slides(&map, None, &[plain(Topic::Register), plain(Topic::Roadmap)]);
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
    assert_eq!(Planned::shown(&map), [Topic::Cover, Topic::Method].map(plain));
    assert_eq!(slides(&map, None, &Planned::shown(&map)).len(), 2);
}

#[test]
fn what_is_for_those_who_make_the_map_is_on_no_slide() {
    let mut map = sample::map();
    let note = Sticky { text: "for us alone".to_owned(), ..Sticky::default() };
    map.stickies.insert(StickyId(1), note);
    for measurement in map.measurements.values_mut() {
        measurement.source = "secret-client.csv".to_owned();
    }
    let slides = slides(&map, None, &Planned::shown(&map));
    let said = format!("{slides:?}");
    assert!(!said.contains("for us alone") && !said.contains("secret-client"));
}

#[test]
fn a_slide_says_what_a_person_wrote_and_to_one_audience_what_is_measured_of_it() {
    let mut map = sample::map();
    let page = DeckPage {
        name: "Where it hurts".to_owned(),
        headline: "Ask for the birth date later".to_owned(),
        notes: "Pause here.\nName the budget.".to_owned(),
        ..DeckPage::new(Rank::middle(), Topic::Whole)
    };
    let kept = Change::DeckPage(DeckPageId(7), Some(page));
    map.apply(Edit::new(Verb::ArrangeDeck, Vec::new(), vec![kept])).unwrap();
    let planned = Planned::shown(&map);
    let laid = |segment: Option<SegmentId>, spoken: bool| {
        let seen = Seen::from(Lens { segment, ..Lens::default() });
        arrange_deck(&map, &seen, &Theme::light(), &Shaper::bundled(), &planned, spoken, &Watch::default()).0
    };
    let slides = laid(None, false);
    let whole = planned.iter().position(|page| page.of == Topic::Whole);
    let own = slides.iter().find(|slide| slide.part == whole).unwrap();
    assert_eq!(own.scene.first_heading(), "Ask for the birth date later");
    assert!(words(std::slice::from_ref(&own.scene)).contains("Where it hurts"));
    assert_eq!(own.notes.lines().count(), 2);
    let scenes: Vec<Scene> = slides.iter().map(|slide| slide.scene.clone()).collect();
    assert!(!words(&scenes).contains("Pause here"), "what is said stands on no slide");
    let spoken: Vec<Scene> =
        laid(None, true).into_iter().filter(|slide| slide.part.is_none()).map(|slide| slide.scene).collect();
    assert_eq!(spoken.len(), 1);
    let said = words(&spoken);
    assert!(
        said.contains("Pause here") && said.contains("Name the budget") && said.contains("Where it hurts"),
        "{said}"
    );
    let of_one = laid(Some(sample::FAMILIES), false);
    let own = of_one.iter().find(|slide| slide.part == whole).unwrap();
    assert_ne!(own.scene.first_heading(), "Ask for the birth date later", "it was written of all");
}

#[test]
fn a_deck_in_a_clients_look_has_its_footer_and_its_cover_and_stays_as_legible() {
    let mut map = sample::map();
    map.meta.brand =
        Brand { cover: Tint::parse("#F7C600"), footer: "Lumen · confidential".to_owned(), ..Brand::default() };
    for slide in slides(&map, None, &Planned::shown(&map)) {
        let said = words(std::slice::from_ref(&slide));
        assert!(said.contains("Lumen · confidential") && !said.contains("Prepared for"), "{said}");
        assert!(faults(&slide, false).iter().all(|fault| !fault.contains("confidential")));
    }
    let cover = &slides(&map, None, &[plain(Topic::Cover)])[0];
    let mut inks = Vec::new();
    inks_of(&cover.items, &mut inks);
    let white = Color::hex(0xFFFFFF);
    assert!(inks.iter().any(|(text, ink)| text.contains("Families leave") && *ink != white), "{inks:?}");
}

/// Every line with its colour.
fn inks_of(items: &[Item], found: &mut Vec<(String, Color)>) {
    for item in items {
        match item {
            Item::Text(line) => found.push((line.text.clone(), line.color)),
            Item::Paragraph(words) => found.extend(words.lines.iter().map(|line| (line.text.clone(), line.color))),
            Item::Group(group) => inks_of(&group.items, found),
            Item::Tagged(tagged) => inks_of(&tagged.items, found),
            Item::Rect(_) | Item::Path(_) | Item::Image(_) => {}
        }
    }
}
