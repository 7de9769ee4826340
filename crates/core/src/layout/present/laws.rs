//! What a room may rely on, held against random maps, screens and spotlights.

use super::*;
use crate::figures::sample;
use crate::layout::laws::{random_map, texts_in_boxes};
use crate::model::*;
use crate::scene::{Item, Kind, Parts, Rect, Tag, TagFamily, TextItem, Transform};
use proptest::prelude::*;

/// Rounding, and what the letters of a fallback face are taller.
const SLACK: f32 = 1.5;

/// Every line of text with its size and its place.
fn lines(items: &[Item], at: Transform, found: &mut Vec<(String, f32, Rect)>) {
    let line = |line: &TextItem, found: &mut Vec<(String, f32, Rect)>| {
        let size = line.runs.iter().map(|run| run.size * at.scale).fold(f32::INFINITY, f32::min);
        if !line.text.trim().is_empty() {
            found.push((line.text.clone(), size, at.apply_rect(line.bounds())));
        }
    };
    for item in items {
        match item {
            Item::Text(text) => line(text, found),
            Item::Paragraph(words) => words.lines.iter().for_each(|text| line(text, found)),
            Item::Group(group) => lines(&group.items, at.then(group.transform), found),
            Item::Tagged(tagged) => lines(&tagged.items, at, found),
            Item::Rect(_) | Item::Path(_) | Item::Image(_) => {}
        }
    }
}

fn of(scene: &Scene) -> Vec<(String, f32, Rect)> {
    let mut found = Vec::new();
    lines(&scene.items, Transform::IDENTITY, &mut found);
    found
}

/// Text that is too small, leaves the content or its card, or lies on other text; cards that overlap.
fn faults(screen: &Scene, frame: &Scene, room: Room) -> Vec<String> {
    let mut faults = Vec::new();
    let all: Vec<(String, f32, Rect)> = of(screen).into_iter().chain(of(frame)).collect();
    let content = Rect::new(room::MARGIN, 0.0, room.across(), room.height).shrink(-SLACK - 3.0);
    for (nth, (text, size, place)) in all.iter().enumerate() {
        if *size < LEAST - 0.01 {
            faults.push(format!("“{text}” is {size}"));
        }
        let inside = place.x >= content.x && place.right() <= content.right() && place.y >= -SLACK * 3.0;
        if !inside || place.bottom() > room.height + SLACK {
            faults.push(format!("“{text}” {place:?} leaves the content"));
        }
        for (other, _, beside) in all.iter().skip(nth + 1) {
            // From one baseline to the next letters are as high as that, and their boxes a little higher.
            let inner = |rect: &Rect| Rect { y: rect.y + rect.height * 0.16, height: rect.height * 0.68, ..*rect };
            if inner(place).shrink(0.5).overlaps(&inner(beside).shrink(0.5)) {
                faults.push(format!("“{text}” {place:?} lies on “{other}” {beside:?}"));
            }
        }
    }
    let is_card = |kind: Kind| matches!(kind.family(), TagFamily::Touchpoint | TagFamily::Listed);
    let parts = Parts::of(screen);
    let cards: Vec<(Tag, Rect)> =
        parts.iter().filter(|part| is_card(part.tag().kind)).map(|part| (part.tag(), part.rect)).collect();
    for (nth, (tag, rect)) in cards.iter().enumerate() {
        let others = cards.iter().skip(nth + 1).filter(|(_, other)| rect.shrink(0.1).overlaps(&other.shrink(0.1)));
        faults.extend(others.map(|(other, _)| format!("{tag:?} overlaps {other:?}")));
    }
    let mut boxed = Vec::new();
    let nothing = (Tag::new(Kind::Map, u64::MAX), Rect::from_size(screen.size));
    texts_in_boxes(&screen.items, Transform::IDENTITY, nothing, &mut boxed);
    for (text, place, (tag, around)) in boxed.into_iter().filter(|(.., (tag, _))| is_card(tag.kind)) {
        let around = around.shrink(-SLACK * 3.0);
        let is_in = place.x >= around.x && place.right() <= around.right();
        if !is_in || place.y < around.y || place.bottom() > around.bottom() {
            faults.push(format!("“{text}” {place:?} leaves {tag:?} {around:?}"));
        }
    }
    faults
}

fn stands(map: &Map, segment: Option<u64>) -> Vec<Stand> {
    let mut stands = Vec::new();
    for (nth, (stage, _)) in map.stages_in_order().into_iter().enumerate() {
        let lane = map.lanes.keys().nth(nth).copied().filter(|_| nth % 3 == 2);
        let all = Stand { segment: segment.map(SegmentId), lane, timed: nth % 2 == 1, ..Stand::at(stage) };
        stands.push(all);
        let lit = spotlights(map, &all).into_iter();
        stands.extend(lit.map(|record| Stand { spotlight: Some(record), ..all }));
    }
    stands
}

fn screen(map: &Map, stand: &Stand, size: (f32, f32), shaper: &Shaper) -> (Scene, Scene, Room) {
    let (room, _) = Room::of(size.0, size.1);
    let clock = Clock {
        time: "+112:40".to_owned(),
        left: 0.3,
        is_over: true,
        is_paused: true,
        block: "Kritische Momente und alles, was sonst noch schiefgehen kann".to_owned(),
    };
    let hint = Some("keys ".repeat(30));
    let frame = Frame { stage: Some(stand.stage), clock: stand.timed.then_some(clock), hint };
    (arrange_stage(map, stand, room, shaper), arrange_frame(map, &frame, room, shaper), room)
}

#[track_caller]
fn check(map: &Map, segment: Option<u64>, size: (f32, f32)) {
    let shaper = Shaper::bundled();
    for stand in stands(map, segment) {
        let (screen, frame, room) = screen(map, &stand, size, &shaper);
        let faults = faults(&screen, &frame, room);
        assert!(faults.is_empty(), "{stand:?} {size:?}\n{}", faults.join("\n"));
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn nothing_is_small_cut_off_or_on_something_else(
        map in random_map(),
        segment in prop::option::of(0..3u64),
        size in prop::sample::select(vec![
            (1680.0, 1050.0), (1280.0, 720.0), (2560.0, 1080.0), (1080.0, 1920.0), (640.0, 400.0), (f32::NAN, -1.0),
        ])
    ) {
        let shaper = Shaper::bundled();
        for stand in stands(&map, segment) {
            let (screen, frame, room) = screen(&map, &stand, size, &shaper);
            let faults = faults(&screen, &frame, room);
            prop_assert!(faults.is_empty(), "{stand:?} {size:?}\n{}", faults.join("\n"));
        }
    }
}

#[test]
fn the_check_sees_what_is_wrong() {
    let map = sample::map();
    let stand = stands(&map, None)[0];
    let (scene, frame, room) = screen(&map, &stand, (1680.0, 1050.0), &Shaper::bundled());
    assert_eq!(faults(&scene, &frame, room), Vec::<String>::new());
    let twice = Scene { items: [scene.items.clone(), scene.items.clone()].concat(), ..scene.clone() };
    let told = faults(&twice, &frame, room);
    assert!(told.iter().any(|fault| fault.contains("overlaps")) && told.iter().any(|fault| fault.contains("lies on")));
    let small = crate::scene::Group::placed(Transform::scale(0.5), None, scene.items.clone().into());
    let small = Scene { items: vec![Item::Group(small)], ..scene };
    let told = faults(&small, &frame, room);
    assert!(told.iter().any(|fault| fault.contains("leaves")) && told.iter().any(|fault| fault.contains(" is 13")));
}

#[test]
fn every_screen_of_the_sample_is_whole_at_every_size() {
    for size in [(1680.0, 1050.0), (1280.0, 720.0), (2560.0, 1440.0), (3440.0, 1440.0), (1080.0, 1920.0)] {
        check(&sample::map(), None, size);
        check(&sample::map(), Some(sample::FAMILIES.0), size);
    }
}

#[test]
fn forty_stages_long_words_and_no_stage_at_all_are_whole() {
    let mut map = sample::map();
    let long = "Donaudampfschifffahrtsgesellschaftskapitänsmützenabzeichenverordnung";
    for (nth, rank) in Rank::spread(40).into_iter().enumerate() {
        let stage = Stage { goal: long.repeat(3), ..Stage::new(rank, format!("{long} {nth}")) };
        map.stages.insert(StageId(2_000 + nth as u64), stage);
    }
    map.touchpoints.values_mut().for_each(|card| {
        card.title = long.to_owned();
        card.detail = long.repeat(4);
    });
    map.meta.language = "de".to_owned();
    check(&map, None, (1680.0, 1050.0));
    let room = Room::default();
    let none = Stand::at(StageId(7));
    assert!(arrange_stage(&Map::default(), &none, room, &Shaper::bundled()).items.is_empty());
    let frame = arrange_frame(&Map::default(), &Frame::default(), room, &Shaper::bundled());
    assert!(of(&frame).is_empty());
}

#[test]
fn what_is_read_from_the_right_is_the_same_screen_turned_over() {
    let (mut map, shaper) = (sample::map(), Shaper::bundled());
    let stand = Stand::at(map.stages_in_order()[2].0);
    let mut rects = ["en", "he"].map(|language| {
        map.meta.language = language.to_owned();
        let scene = arrange_stage(&map, &stand, Room::default(), &shaper);
        let cards = |part: &crate::scene::Part<'_>| part.tag().kind == Kind::Touchpoint;
        Parts::of(&scene).iter().filter(cards).map(|part| (part.tag(), part.rect)).collect::<Vec<_>>()
    });
    let [left, right] = &mut rects;
    assert_eq!(left.len(), 2);
    for ((tag, one), (other, turned)) in left.iter().zip(right) {
        assert!(tag == other && (one.mirrored(1680.0).x - turned.x).abs() < 0.1);
    }
}

#[test]
fn the_leak_is_as_thick_as_its_loss_and_the_rate_is_the_one_of_the_table() {
    let (map, shaper) = (sample::map(), Shaper::bundled());
    let rows = crate::figures::shown(&map, None, crate::figures::Reader::Client);
    let row = rows.iter().find(|row| row.rate.is_some_and(|rate| rate.rate > 0.1)).unwrap();
    let scene = arrange_stage(&map, &Stand::at(row.stage), Room::default(), &shaper);
    let texts: Vec<String> = of(&scene).into_iter().map(|(text, ..)| text).collect();
    assert!(texts.contains(&row.text.rate), "{texts:?}");
    assert!(texts.iter().any(|text| text.starts_with(&row.text.interval)), "{texts:?}");
    assert!(!texts.iter().any(|text| text.contains('±')));
}
