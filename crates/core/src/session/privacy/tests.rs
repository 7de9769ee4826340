//! What the copy for a client has, and what it has not.

use super::*;
use crate::edit::random::{KINDS, random_map};
use crate::figures::sample;
use crate::images::{Image, Pixels};
use crate::model::*;
use crate::store::{Reads, from_bytes, to_text};
use crate::text::Shaper;
use proptest::prelude::*;
use std::collections::BTreeSet;
use std::ops::ControlFlow;

/// What no client is to read.
const SECRETS: [&str; 10] = [
    "Name the budget only if asked",
    "Nobody outside may know",
    "drawn by hand",
    "Legal asked twice",
    "Product · Legal",
    "viewing_events.csv",
    "Interviews with Anna",
    "evt_paid",
    "ann.smith@example.org",
    "Lumen Kids+",
];

/// The sample with something internal of each kind.
fn map() -> Map {
    let mut map = sample::map().numbered();
    let note = |text: &str| Sticky { text: text.to_owned(), ..Sticky::default() };
    map.stickies.insert(StickyId(1), note("Nobody outside may know"));
    let drawing = Drawing { shape: Shape::Text, text: "drawn by hand".to_owned(), ..Drawing::default() };
    map.drawings.insert(DrawingId(1), Drawing { width: 100.0, height: 40.0, ..drawing });
    let card = map.touchpoints.get_mut(&TouchpointId(30)).unwrap();
    card.note = "Legal asked twice".to_owned();
    card.events.push("evt_paid".to_owned());
    card.detail = "ask ann.smith@example.org, +49 170 1234567".to_owned();
    card.evidence[0].name = "Interviews with Anna".to_owned();
    let page = DeckPage::new(Rank::middle(), Topic::Cover);
    map.deck_pages.insert(DeckPageId(1), DeckPage { notes: "Name the budget only if asked".to_owned(), ..page });
    let portrait = Pixels::new(2, 2, [90, 120, 200, 255].repeat(4)).unwrap().image().unwrap();
    map.segments.get_mut(&sample::FAMILIES).unwrap().portrait = Some(portrait);
    let view = SavedView::new(Rank::middle(), "Legal’s");
    let filter = Filter { owners: vec!["Product · Legal".to_owned()], ..Filter::default() };
    map.views.insert(SavedViewId(1), SavedView { filter, ..view });
    let (_, newest) = map.measurement().map(|(id, newest)| (id, newest.clone())).unwrap();
    let former = Measurement { taken: Date::new(2026, 8, 1).unwrap(), ..newest };
    map.measurements.insert(MeasurementId(2), former);
    map
}

fn choices() -> Choices {
    let aliases = Aliases::of([("Owl".to_owned(), "Lumen Kids+".to_owned())]);
    Choices { aliases, ..Choices::default() }
}

#[test]
fn a_copy_for_a_client_has_nothing_internal_and_all_else() {
    let map = map();
    let before = to_text(&map);
    assert!(SECRETS.iter().all(|secret| before.contains(secret)));
    let Scrubbed { map: copy, taken, sought } = scrub(&map, &choices()).unwrap();
    let text = to_text(&copy);
    for secret in SECRETS {
        assert!(!text.contains(secret), "{secret} in {text}");
    }
    assert_eq!(sought.in_map(&copy), []);
    assert!(sought.len() >= SECRETS.len(), "{sought:?}");
    assert_eq!(copy.meta.title, "Owl — Family subscriber journey");
    assert_eq!(copy.touchpoints[&TouchpointId(30)].detail, "ask [e-mail], [phone]");
    assert_eq!((copy.meta.id, copy.measurements.len()), (None, 1));
    assert!(copy.views[&SavedViewId(1)].filter.owners.is_empty(), "a filter by nobody would hide all");
    assert!(copy.segments.values().all(|segment| segment.portrait.is_none()));
    assert_eq!((copy.touchpoints.len(), copy.stages.len()), (map.touchpoints.len(), map.stages.len()));
    assert_eq!(to_text(&map), before, "the map is as it was");
    let parts: BTreeSet<Part> = taken.iter().map(|taken| taken.part).collect();
    let all = Part::KEPT.into_iter().chain([Part::Titles]).filter(|part| *part != Part::Cells);
    assert_eq!(parts, all.collect());
}

#[test]
fn what_is_kept_stays_and_what_goes_by_numbers_goes_by_the_same_everywhere() {
    let map = map();
    let kept = Choices { kept: Part::KEPT.into(), ..Choices::default() };
    let all = scrub(&map, &kept).unwrap();
    assert_eq!((&all.map, all.taken), (&map, vec![]));
    let numbered = Choices { numbered: [Part::Owners, Part::Sources].into(), ..Choices::default() };
    let copy = scrub(&map, &numbered).unwrap().map;
    let owners: BTreeSet<&str> = copy.actions.values().map(|action| action.owner.as_str()).collect();
    assert_eq!(owners, ["Team 1", "Team 2", "Team 3"].into());
    let legal = copy.actions[&ActionId(3)].owner.clone();
    assert_eq!(copy.views[&SavedViewId(1)].filter.owners, [legal]);
    assert!(copy.measurement().unwrap().1.source.starts_with("Source "));
    assert!(copy.touchpoints.values().all(|card| card.events.is_empty()), "a number says nothing to what reads logs");
}

#[test]
fn a_copy_that_still_tells_a_word_is_told_with_the_place() {
    let mut map = map();
    map.touchpoints.get_mut(&TouchpointId(31)).unwrap().title = "Decided by product - legal".to_owned();
    let folder = tempfile::tempdir().unwrap();
    let choices = choices();
    let order = |name: &str| Order {
        map: &map,
        choices: &choices,
        output: folder.path().join(name),
        also: &crate::export::Format::DRAWN,
        page: crate::scene::PageSize::Slide,
        reads: Reads::nothing(),
        replaces: Replaces::All,
        tells: false,
    };
    let shaper = Shaper::bundled();
    let done = hand_over(&order("client.ron"), &shaper, &|_| ControlFlow::Continue(())).unwrap();
    assert_eq!(done.files.len(), 7);
    let files: BTreeSet<&str> = done.found.iter().map(|found| found.file.as_str()).collect();
    assert_eq!(
        files,
        ["client.ron", "client.pdf", "client.pptx", "client.png", "client.webp", "client.svg", "client.html"].into(),
        "{:?}",
        done.found
    );
    assert!(done.found.iter().all(|found| found.word == "Product · Legal"));
    let [place] = done.places.as_slice() else { panic!("{:?}", done.places) };
    assert_eq!((place.at, place.field), (TouchpointId(31).into(), Field::Title));
    // The map as it is, exported as it is, has nearly all of the words: what is looked for can be seen.
    let kept = Choices { kept: Part::KEPT.into(), ..Choices::default() };
    let open = Order { choices: &kept, ..order("open.ron") };
    hand_over(&open, &shaper, &|_| ControlFlow::Continue(())).unwrap();
    for ending in ["pdf", "svg", "html", "ron"] {
        let bytes = crate::store::read_written(&folder.path().join(format!("open.{ending}"))).unwrap();
        let texts = crate::export::said(&bytes);
        // What is painted on a page of a PDF is read by its fonts.
        let texts: Vec<String> = texts.into_iter().filter(|text| ending != "pdf" || text.starts_with('\n')).collect();
        let sought = Sought::new(["Lumen Kids+", "Trial checkout"].map(str::to_owned));
        assert_eq!(sought.in_texts("", &texts).len(), 2, "{ending}");
    }
    // A name that tells a title is refused before anything is written.
    let refused = hand_over(&order("lumen-kids-client.ron"), &shaper, &|_| ControlFlow::Continue(())).unwrap_err();
    assert!(matches!(refused, NotHandedOver::NameTells { .. }), "{refused}");
    assert!(!folder.path().join("lumen-kids-client.ron").exists());
}

#[test]
fn a_picture_in_a_copy_says_nothing_beside_its_pixels() {
    let mut map = map();
    let clean = map.segments[&sample::FAMILIES].portrait.clone().unwrap();
    let mut bytes = clean.bytes().to_vec();
    bytes.extend(b"GPSLatitude Anna");
    map.touchpoints.get_mut(&TouchpointId(30)).unwrap().picture = Image::new(bytes);
    let Scrubbed { map: copy, taken, .. } = scrub(&map, &Choices { kept: Part::KEPT.into(), ..choices() }).unwrap();
    assert_eq!(copy.touchpoints[&TouchpointId(30)].picture.as_ref(), Some(&clean));
    let told: Vec<&Taken> = taken.iter().filter(|taken| taken.part == Part::Metadata).collect();
    assert!(told.len() == 1 && !told[0].text.is_empty(), "{told:?}");
}

/// The texts between quotation marks in a map's file.
fn quoted(text: &str) -> Vec<&str> {
    text.split('"').skip(1).step_by(2).collect()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 40, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn no_text_of_a_map_is_missing_where_all_are_shown(
        steps in proptest::collection::vec((0..KINDS, any::<u64>()), 0..80)
    ) {
        let mut tables = random_map(&steps).to_tables();
        tables.each_text(&mut |_, _, text| *text = "\u{2020}".to_owned());
        tables.change_images(&mut |image| image.name());
        let is_plain = |text: &str| text.chars().all(|letter| letter.is_ascii_alphanumeric() || "-_.:TZ()+ ".contains(letter));
        let text = to_text(&Map::new(tables.clone()).unwrap_or_default());
        // A reason may name a column behind its code.
        let others = quoted(&text).into_iter().map(|text| text.trim_end_matches("\u{2020}"));
        for text in others.filter(|text| !text.is_empty()) {
            prop_assert!(is_plain(text) && !text.contains("Trailer") && !text.contains("quoted"), "{text:?}");
        }
    }

    #[test]
    fn a_copy_of_any_map_is_a_map_without_the_words_that_were_taken(
        steps in proptest::collection::vec((0..KINDS, any::<u64>()), 0..80)
    ) {
        let map = random_map(&steps);
        let aliases = Aliases::of([("Owl".to_owned(), "Trailer".to_owned())]);
        if let Ok(Scrubbed { map: copy, taken, .. }) = scrub(&map, &Choices { aliases, ..Choices::default() }) {
            let text = to_text(&copy);
            prop_assert_eq!(&from_bytes("copy", text.as_bytes()).unwrap().map, &copy);
            let left = quoted(&text).into_iter().find(|text| text.contains("Trailer"));
            prop_assert!(left.is_none(), "{:?}", left);
            prop_assert!(copy.stickies.is_empty() && copy.actions.values().all(|action| action.owner.is_empty()));
            let again = scrub(&copy, &Choices::default()).unwrap();
            prop_assert!(again.taken.iter().all(|one| one.part == Part::Cells) || taken.is_empty(), "{:?}", again.taken);
        }
    }
}
