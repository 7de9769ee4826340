//! What a room may rely on, held against random maps, screens and spotlights.

use super::*;
use crate::figures::sample;
use crate::layout::laws::{lines, random_map, texts_in_boxes};
use crate::model::*;
use crate::scene::{Kind, Parts, Rect, Tag, TagFamily, Transform};
use proptest::prelude::*;
use touchline_words::say;

/// Rounding, and what the letters of a fallback face are taller.
const SLACK: f32 = 1.5;

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
    (
        arrange_stage(map, stand, room, &Theme::light(), shaper),
        arrange_frame(map, &frame, room, &Theme::light(), shaper),
        room,
    )
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
    assert!(arrange_stage(&Map::default(), &none, room, &Theme::light(), &Shaper::bundled()).items.is_empty());
    let frame = arrange_frame(&Map::default(), &Frame::default(), room, &Theme::light(), &Shaper::bundled());
    assert!(of(&frame).is_empty());
}

#[test]
fn what_is_read_from_the_right_is_the_same_screen_turned_over() {
    let (mut map, shaper) = (sample::map(), Shaper::bundled());
    let stand = Stand::at(map.stages_in_order()[2].0);
    let mut rects = ["en", "he"].map(|language| {
        map.meta.language = language.to_owned();
        let scene = arrange_stage(&map, &stand, Room::default(), &Theme::light(), &shaper);
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
    let scene = arrange_stage(&map, &Stand::at(row.stage), Room::default(), &Theme::light(), &shaper);
    let texts: Vec<String> = of(&scene).into_iter().map(|(text, ..)| text).collect();
    assert!(texts.contains(&row.text.rate), "{texts:?}");
    assert!(texts.iter().any(|text| text.starts_with(&row.text.interval)), "{texts:?}");
    assert!(!texts.iter().any(|text| text.contains('±')));
}

/// The sample with all that a stage can have: steps, a card that goes on, loops, connectors, pictures, a stage to come.
fn rich() -> (Map, Vec<StageId>) {
    let mut map = sample::map().to_tables();
    let stages: Vec<StageId> = map.stages_in_order().into_iter().map(|(id, _)| id).collect();
    let photo = |red: u8, width: u32| {
        let pixels = crate::images::Pixels::new(width, 30, [red, 120, 90, 255].repeat(width as usize * 30));
        pixels.unwrap().image().unwrap()
    };
    for (nth, (id, name)) in (0..).zip([(1, "Check the rating"), (2, "Weigh the price")]) {
        map.steps.insert(StepId(id), Step::new(stages[1], Rank::spread(2)[nth].clone(), name));
    }
    let cards: Vec<Vec<TouchpointId>> =
        stages.iter().map(|stage| map.touchpoints_of(*stage).into_iter().map(|(id, _)| id).collect()).collect();
    for (nth, card) in cards[1].iter().enumerate() {
        map.touchpoints.get_mut(card).unwrap().step = Some(StepId(1 + (nth % 2) as u64));
    }
    let long = map.touchpoints.get_mut(&cards[0][0]).unwrap();
    long.until = Some(stages[2]);
    long.title = "Retargeting ads".to_owned();
    map.touchpoints.get_mut(&cards[2][0]).unwrap().picture = Some(photo(40, 40));
    for (id, (from, to)) in (1..).zip([(3, 1), (4, 2)]) {
        let label = if id == 1 { "gift code".to_owned() } else { String::new() };
        map.loops.insert(LoopId(id), Loop { from: stages[from], to: stages[to], label });
    }
    let connectors = [
        (cards[2][0], cards[2][1], "9 % skip the checkout", ConnectorKind::Alternative),
        (cards[1][0], cards[2][0], "", ConnectorKind::Next),
    ];
    for (id, (from, to, label, kind)) in (1..).zip(connectors) {
        map.connectors.insert(ConnectorId(id), Connector { from, to, kind, label: label.to_owned() });
    }
    for (nth, (caption, width)) in [("On the sofa", 40), ("The trailer", 54), ("", 20)].into_iter().enumerate() {
        let rank = Rank::spread(3)[nth].clone();
        let image = Some(photo(90 * nth as u8, width));
        map.pictures
            .insert(PictureId(nth as u64), Picture { image, ..Picture::begun(stages[2], rank, caption.to_owned()) });
    }
    let measured = map.measurements.values_mut().next().unwrap();
    let again = |column: usize| vec![measured.all.stages[column].reached / 4; column];
    measured.all.seen_again = (0..measured.stages.len()).map(again).collect();
    let to_come = map.stages.get_mut(&stages[4]).unwrap();
    (to_come.pending, to_come.zone) = (true, Zone::SelfService);
    map.stages.get_mut(&stages[2]).unwrap().folded = true;
    (Map::new(map).unwrap(), stages)
}

fn crowded() -> (Map, StageId) {
    let (map, stages) = rich();
    let mut map = map.to_tables();
    let like = map.touchpoints_of(stages[1])[0].1.clone();
    for (nth, rank) in Rank::spread(40).into_iter().enumerate() {
        let title = format!("Touchpoint {} of a long evening", nth + 1);
        map.touchpoints
            .insert(TouchpointId(5_000 + nth as u64), Touchpoint { rank, title, step: None, ..like.clone() });
    }
    map.connectors.retain(|id, _| id.0 == 1);
    map.touchpoints.values_mut().for_each(|card| card.until = None);
    for (nth, rank) in Rank::spread(14).into_iter().enumerate() {
        map.steps.insert(StepId(100 + nth as u64), Step::new(stages[1], rank, format!("Step number {nth}")));
    }
    map.touchpoints.get_mut(&TouchpointId(5_030)).unwrap().step = Some(StepId(112));
    (Map::new(map).unwrap(), stages[1])
}

/// What stands on a stage's screen.
fn told(map: &Map, stand: &Stand) -> (Scene, Vec<String>) {
    let scene = arrange_stage(map, stand, Room::default(), &Theme::light(), &Shaper::bundled());
    let texts = of(&scene).into_iter().map(|(text, ..)| text).collect();
    (scene, texts)
}

#[test]
fn a_stage_shows_steps_spans_pictures_ways_and_what_is_pending() {
    let (map, stages) = rich();
    let has = |texts: &[String], words: &str| texts.iter().any(|text| text.contains(words));
    let name = |place: usize| map.stages[&stages[place]].name.as_str();
    let (_, texts) = told(&map, &Stand::at(stages[1]));
    assert!(["Check the rating", "Weigh the price", "Retargeting"].iter().all(|words| has(&texts, words)), "{texts:?}");
    let over = format!("{} → {}", name(0), name(2));
    assert!(has(&texts, &over), "{texts:?}");
    let share = say!(layout_loop_share, share = "25.0 %");
    let back = format!("{} · {share} · gift code", say!(present_back_from, stage = name(3)));
    assert!(texts.contains(&back), "{texts:?}");
    let (_, texts) = told(&map, &Stand::at(stages[3]));
    assert!(has(&texts, &say!(present_back_to, stage = name(1))) && has(&texts, &share), "{texts:?}");
    let (_, texts) = told(&map, &Stand::at(stages[0]));
    assert!(has(&texts, &say!(layout_say_until, stage = name(2))), "{texts:?}");
    // A stage that the board folds is as whole as the others.
    let (scene, texts) = told(&map, &Stand::at(stages[2]));
    assert!(has(&texts, &say!(present_comes_from, stage = name(0))), "{texts:?}");
    assert!(has(&texts, "9 % skip the checkout") && has(&texts, "Retargeting"), "{texts:?}");
    let parts = Parts::of(&scene);
    let count = |kind: Kind| parts.iter().filter(|part| part.tag().kind == kind).count();
    assert_eq!((count(Kind::Picture), count(Kind::Touchpoint)), (3, 3));
    assert_eq!(count(Kind::Connector), 3, "an arrow, its words, and one from the stage before");
    let title = |card: TouchpointId| map.touchpoints[&card].title.as_str();
    let comes = format!("{} · {}", title(map.connectors[&ConnectorId(2)].from), name(1));
    assert!(texts.contains(&comes), "{texts:?}");
    let (_, texts) = told(&map, &Stand::at(stages[4]));
    assert!(has(&texts, say!(layout_pending)), "{texts:?}");
    // Where they do not stand in one row, it is told what leads to another stage; of the card that all look at too.
    let card = map.connectors[&ConnectorId(2)].from;
    let (_, texts) = told(&map, &Stand { spotlight: Some(card.into()), ..Stand::at(stages[1]) });
    assert!(has(&texts, &map.touchpoints[&map.connectors[&ConnectorId(2)].to].title), "{texts:?}");
}

#[test]
fn the_spotlight_goes_on_to_the_pictures_and_shows_one_as_large_as_there_is_room() {
    let (map, stages) = rich();
    let stand = Stand::at(stages[2]);
    let lights = spotlights(&map, &stand);
    assert_eq!(lights[lights.len() - 3..], [0, 1, 2].map(|nth| RecordRef::Picture(PictureId(nth))));
    let tag = Tag::new(crate::layout::part_of(ListKind::Picture), 0);
    let rect = |spotlight: Option<RecordRef>| {
        let (scene, texts) = told(&map, &Stand { spotlight, ..stand });
        let rect = Parts::of(&scene).find(tag).unwrap().rect;
        (rect, texts)
    };
    let ((small, texts), (large, with_words)) = (rect(None), rect(Some(PictureId(0).into())));
    assert!(large.height > 2.5 * small.height, "{small:?} {large:?}");
    assert!(with_words.iter().any(|text| text == "On the sofa") && !texts.iter().any(|text| text == "On the sofa"));
}

#[test]
fn of_a_stage_of_forty_cards_it_is_said_how_many_are_not_seen() {
    let (map, stage) = crowded();
    let stand = Stand::at(stage);
    let (all, (scene, texts)) = (spotlights(&map, &stand), told(&map, &stand));
    let seen = Parts::of(&scene).iter().filter(|part| part.tag().kind == Kind::Touchpoint).count();
    assert!(all.len() > 40 && texts.contains(&say!(present_more, count = all.len() - seen)), "{texts:?}");
    let steps = Parts::of(&scene).iter().filter(|part| part.tag().kind == Kind::Step).count();
    assert!(texts.contains(&say!(present_more_steps, count = map.steps_of(stage).len() - steps)), "{texts:?}");
    let lit = TouchpointId(5_030).into();
    let place = all.iter().position(|record| *record == lit).unwrap() + 1;
    let (_, texts) = told(&map, &Stand { spotlight: Some(lit), ..stand });
    let step = &map.steps[&StepId(112)].name;
    assert!(texts.contains(step) && texts.contains(&say!(present_place, place, count = all.len())), "{texts:?}");
}

#[test]
fn all_of_that_is_whole_at_every_size_and_in_german() {
    let (map, _) = rich();
    let (many, _) = crowded();
    let mut german = map.to_tables();
    german.meta.language = "de".to_owned();
    for size in [(1280.0, 720.0), (1680.0, 1050.0), (2560.0, 1440.0), (1080.0, 1920.0)] {
        check(&map, None, size);
        check(&many, None, size);
    }
    check(&Map::new(german).unwrap(), Some(sample::FAMILIES.0), (1280.0, 720.0));
}
