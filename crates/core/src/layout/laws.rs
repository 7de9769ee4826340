//! The laws of the layout, held against random maps.

use super::*;
use crate::figures::sample;
use crate::model::*;
use crate::scene::{Item, Kind, Parts, PathSegment, Rect, Sheet, Size, Tag, TagFamily, TextItem, Transform};
use proptest::prelude::*;

/// Rounding of coordinates, and what a fallback glyph may be taller.
const SLACK: f32 = 0.6;

fn words() -> impl Strategy<Value = String> {
    prop_oneof![
        Just(String::new()),
        "[a-zA-Z ,.]{1,30}",
        "[a-z]{40,160}",
        Just("Donaudampfschifffahrtsgesellschaftskapitänsmützenabzeichenverordnung".to_owned()),
        Just("הורים עוזבים כאן כי שואלים תאריך לידה של ילד".to_owned()),
        Just("مرحبا بالعالم mixed with English \u{202e}and an override".to_owned()),
        Just("👨‍👩‍👧‍👦 family 👍🏽 2️⃣ 🇩🇪".to_owned()),
        Just("भाषा 字体 ฟอนต์\nzweite Zeile\r\n\tdritte".to_owned()),
        "\\PC{0,60}",
        "([a-z]{1,9} ){20,60}",
    ]
}

#[derive(Clone, Debug)]
struct CardSeed {
    stage: usize,
    lane: usize,
    title: String,
    detail: String,
    flags: Vec<(u8, u8, String)>,
    tenths: Option<i32>,
    reason: String,
    segment: Option<u8>,
}

fn card() -> impl Strategy<Value = CardSeed> {
    let flags = prop::collection::vec((0..8u8, 0..4u8, words()), 0..9);
    let feeling = (prop::option::of(-30..=30), words(), prop::option::of(0..3u8));
    (0..40usize, 0..3usize, words(), words(), flags, feeling).prop_map(
        |(stage, lane, title, detail, flags, (tenths, reason, segment))| CardSeed {
            stage,
            lane,
            title,
            detail,
            flags,
            tenths,
            reason,
            segment,
        },
    )
}

/// A stage's name, goal, width, estimate and share of those who stay.
type StageSeed = (String, String, Option<u16>, Option<f64>, f64);

pub(super) fn random_map() -> impl Strategy<Value = Map> {
    let stage = (words(), words(), prop::option::of(140..640u16), prop::option::of(0.0..=100.0f64), 0.0..=1.0f64);
    let notes = prop::collection::vec((0..40usize, 0..=ListKind::ALL.len() + 4, words(), words()), 0..18);
    let all = (
        prop::collection::vec(stage, 0..14),
        prop::collection::vec(card(), 0..24),
        notes,
        prop::option::of(0..3_000_000u64),
        prop::collection::vec(any::<bool>(), LaneKind::ALL.len() + 2),
        words(),
        prop::sample::select(vec!["en", "he", "ar-EG"]),
    );
    all.prop_map(|(stages, cards, notes, customers, hidden, title, language)| {
        let mut map = Map::default();
        map.meta.language = language.to_owned();
        map.meta.title = title.clone();
        map.meta.finding = title;
        for nth in 0..3 {
            map.segments.insert(SegmentId(nth), Segment::new(Rank::middle(), format!("Segment {nth}")));
        }
        let kinds = LaneKind::ALL.into_iter().chain([LaneKind::Touchpoints, LaneKind::Touchpoints]);
        for (nth, (kind, hidden)) in kinds.zip(hidden).enumerate() {
            // The random cards stand in the lanes that hold cards.
            let hidden = hidden && kind.holds() != Holds::Cards && nth % 2 == 1;
            map.lanes.insert(LaneId(nth as u64), Lane { hidden, ..Lane::new(Rank::middle(), kind) });
        }
        add_stages(&mut map, &stages, customers);
        if !stages.is_empty() {
            cards.into_iter().enumerate().for_each(|(nth, seed)| add_card(&mut map, nth, seed, stages.len()));
            notes.into_iter().enumerate().for_each(|(nth, seed)| add_note(&mut map, nth, seed, stages.len()));
        }
        assert_eq!(map.check(), [], "the generator makes maps that keep the rules");
        map
    })
}

fn add_stages(map: &mut Map, stages: &[StageSeed], customers: Option<u64>) {
    let ranks = Rank::spread(stages.len());
    for (nth, (rank, (name, goal, width, percent, _))) in ranks.into_iter().zip(stages).enumerate() {
        let estimate = percent.map(|percent| Estimate { percent, reason: name.clone(), cause: None });
        let stage = Stage { goal: goal.clone(), width: *width, estimate, ..Stage::new(rank, name) };
        map.stages.insert(StageId(nth as u64), stage);
    }
    let Some(customers) = customers else { return };
    let mut reached = customers;
    let mut figures = Vec::new();
    for (nth, (.., stay)) in stages.iter().enumerate() {
        let next = (reached as f64 * stay) as u64;
        let dropped = if nth + 1 == stages.len() { 0 } else { reached - next };
        figures.push(StageFigure { reached, dropped, median_secs: Some(stay * 1e5), ..StageFigure::default() });
        reached = next;
    }
    let all = Figures {
        customers,
        stages: figures,
        then: Vec::new(),
        seen_again: Vec::new(),
        reach: Default::default(),
        touches: Vec::new(),
        activities: Vec::new(),
    };
    let mut measurement = sample::map().measurements.remove(&MeasurementId(1)).unwrap();
    measurement.stages = (0..stages.len() as u64).map(StageId).collect();
    measurement.segments = [(SegmentId(1), all.clone())].into();
    measurement.all = all;
    // The same day under a smaller number: the former period.
    map.measurements.insert(MeasurementId(0), measurement.clone());
    map.measurements.insert(MeasurementId(1), measurement);
}

fn add_card(map: &mut Map, nth: usize, seed: CardSeed, stages: usize) {
    let id = TouchpointId(nth as u64);
    let further = LaneKind::ALL.len() as u64;
    let lane = LaneId([0, further, further + 1][seed.lane]);
    let channel = Channel::ALL[nth % Channel::ALL.len()];
    let mut card = Touchpoint::new(StageId((seed.stage % stages) as u64), lane, Rank::middle(), seed.title, channel);
    card.detail = seed.detail;
    let feeling =
        |tenths| Emotion { score: Score::from_tenths(tenths), word: String::new(), reason: seed.reason.clone() };
    card.emotion = seed.tenths.map(feeling);
    if let Some(segment) = seed.segment.map(|segment| SegmentId(segment.into())) {
        card.segments.push(segment);
        card.segment_emotions.insert(segment, feeling(nth as i32 * 7 % 30 - 15));
    }
    map.touchpoints.insert(id, card);
    for (place, (regime, status, custom)) in seed.flags.into_iter().enumerate() {
        let on = if place == 8 { FlagTarget::Stage(StageId(0)) } else { FlagTarget::Touchpoint(id) };
        let status = FlagStatus::ALL[usize::from(status)];
        let flag = Flag { custom, status, ..Flag::new(on, Regime::ALL[usize::from(regime)]) };
        map.flags.insert(FlagId((nth * 100 + place) as u64), flag);
    }
}

/// A note of any kind: filled as the sample's first, where it has one, with other words.
fn add_note(map: &mut Map, nth: usize, (stage, kind, text, other): (usize, usize, String, String), stages: usize) {
    fn begin<R: InStage>(map: &mut Map, stage: StageId, number: u64, text: String) {
        let sample = R::table(&sample::map()).values().next().cloned();
        let mut note = sample.unwrap_or_else(|| R::begun(stage, Rank::middle(), String::new()));
        note.put(stage, Rank::middle());
        note.set_text(text);
        let spot = note.spot_mut();
        spot.touchpoint.into_iter().for_each(|card| *card = None);
        spot.segments.into_iter().for_each(Vec::clear);
        R::table_mut(map).insert(number.into(), note);
    }
    let (stage, number) = (StageId((stage % stages) as u64), nth as u64);
    let Some(kind) = ListKind::ALL.get(kind) else {
        let x = nth as f32 * 300.0 - 1000.0;
        let shape = Shape::ALL[nth % 3];
        let end = map.stickies.keys().next().map(|id| ArrowEnd::Sticky(*id));
        let drawing = Drawing { shape, x, y: -x, width: 300.0, height: 200.0, text: text.clone(), from: end, to: None };
        map.drawings.insert(DrawingId(number), drawing);
        let cells = LaneKind::ALL.len() as u64;
        let card = map.touchpoints.keys().nth(nth % map.touchpoints.len().max(1)).copied();
        let tied = match nth % 7 {
            6 => Some(NoteTie::Lane(LaneId(number % cells))),
            0 => Some(NoteTie::Stage(stage)),
            1 => Some(NoteTie::Cell(stage, LaneId(number % cells))),
            2 => card.map(NoteTie::Touchpoint),
            3 => map.stickies.iter().find(|(_, note)| note.is_free()).map(|(id, _)| NoteTie::Sticky(*id)),
            _ => None,
        };
        map.stickies.insert(StickyId(number), Sticky { x, y: -x, text, tied, votes: nth as u16, ..Sticky::default() });
        return;
    };
    of_kind!(*kind, R => begin::<R>(map, stage, number, text));
    // What else of them is long, or changes their shape.
    if let Some(action) = map.actions.get_mut(&ActionId(number)) {
        (action.owner, action.due) = (other, Date::new(2026, 12, 24));
    } else if let Some(metric) = map.metrics.get_mut(&MetricId(number)) {
        metric.kind = MetricKind::ALL[nth % MetricKind::ALL.len()];
        metric.benchmark = other.clone();
        let counts = Reading { period: other, count: number / 2, of: number * number * 999, ..Reading::default() };
        metric.readings = vec![counts];
    } else if let Some(pain) = map.pain_points.get_mut(&PainPointId(number)) {
        pain.severity = Severity::High;
    }
}

fn target() -> impl Strategy<Value = Target> {
    let page = |size| Target::Page(Leaf::single(size));
    prop_oneof![
        (0.0..3000.0f32).prop_map(|min_width| Target::Board { min_width }),
        Just(page(PageSize::Fit)),
        Just(page(PageSize::A4)),
        Just(page(PageSize::A3)),
        Just(page(PageSize::Slide)),
        Just(page(PageSize::Screen)),
        Just(page(PageSize::Upright(Sheet::A4))),
        Just(page(PageSize::Upright(Sheet::A0))),
        Just(page(PageSize::Lying(Sheet::A5))),
        Just(page(PageSize::Own { width_mm: 1_200, height_mm: 110 })),
    ]
}

/// Every line of text with its size and its place.
pub(super) fn lines(items: &[Item], at: Transform, found: &mut Vec<(String, f32, Rect)>) {
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

/// Every text with the rectangle of the innermost tagged part around it, in scene space.
pub(super) fn texts_in_boxes(
    items: &[Item],
    transform: Transform,
    around: (Tag, Rect),
    found: &mut Vec<(String, Rect, (Tag, Rect))>,
) {
    for item in items {
        match item {
            Item::Text(line) => found.push((line.text.clone(), transform.apply_rect(line.bounds()), around)),
            Item::Paragraph(words) => {
                let lines = words.lines.iter();
                found.extend(lines.map(|line| (line.text.clone(), transform.apply_rect(line.bounds()), around)));
            }
            Item::Group(group) => texts_in_boxes(&group.items, transform.then(group.transform), around, found),
            Item::Tagged(tagged) => {
                let inner = (tagged.tag, transform.apply_rect(tagged.bounds));
                texts_in_boxes(&tagged.items, transform, inner, found);
            }
            Item::Rect(_) | Item::Path(_) | Item::Image(_) => {}
        }
    }
}

fn lies_in(inner: Rect, outer: Rect) -> bool {
    inner.x >= outer.x - SLACK
        && inner.y >= outer.y - SLACK
        && inner.right() <= outer.right() + SLACK
        && inner.bottom() <= outer.bottom() + SLACK
}

/// Two cards that share an area, or a text that leaves the part it belongs to, in words.
fn faults(scene: &Scene) -> Vec<String> {
    let mut faults = Vec::new();
    let list = Parts::of(scene);
    let parts: Vec<(Tag, Rect)> = list.iter().map(|part| (part.tag(), part.rect)).collect();
    let is_card = |kind: Kind| kind.family() == TagFamily::Touchpoint || kind.family() == TagFamily::Listed;
    let cards: Vec<&(Tag, Rect)> = parts.iter().filter(|(tag, _)| is_card(tag.kind)).collect();
    for (nth, (tag, rect)) in cards.iter().enumerate() {
        for (other, beside) in cards.iter().skip(nth + 1) {
            if rect.shrink(0.01).overlaps(&beside.shrink(0.01)) {
                faults.push(format!("{tag:?} {rect:?} overlaps {other:?} {beside:?}"));
            }
        }
        let cell = parts.iter().find(|(tag, cell)| tag.kind == Kind::Cell && cell.contains(rect.center()));
        if cell.is_none_or(|(_, cell)| !lies_in(*rect, *cell)) {
            faults.push(format!("{tag:?} {rect:?} leaves its cell {cell:?}"));
        }
    }
    let whole = Rect::from_size(scene.size);
    let mut texts = Vec::new();
    let nothing = (Tag::new(Kind::Map, u64::MAX), whole);
    texts_in_boxes(&scene.items, Transform::IDENTITY, nothing, &mut texts);
    for (text, bounds, (tag, around)) in texts {
        if !lies_in(bounds, around) {
            faults.push(format!("“{text}” {bounds:?} leaves {tag:?} {around:?}"));
        }
    }
    for (tag, rect) in &parts {
        if !lies_in(*rect, whole) {
            faults.push(format!("{tag:?} {rect:?} leaves the scene {:?}", scene.size));
        }
    }
    faults
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn s3_no_two_cards_overlap_and_no_text_leaves_its_box(
        map in random_map(), segment in prop::option::of(0..3u64), target in target()
    ) {
        let lens = Lens { segment: segment.map(SegmentId), former: segment == Some(1), notes: true, ..Lens::default() };
        let scene = arrange(&map, &lens, &Theme::light(), &Shaper::bundled(), &target);
        let faults = faults(&scene);
        prop_assert!(faults.is_empty(), "{target:?}\n{}", faults.join("\n"));
    }

    #[test]
    fn s1_the_same_map_is_the_same_scene(map in random_map(), target in target()) {
        let lens = Lens::default();
        let shaper = Shaper::bundled();
        let first = arrange(&map, &lens, &Theme::dark(), &shaper, &target);
        // Once with a memory of what was shaped, once without.
        prop_assert_eq!(&first, &arrange(&map, &lens, &Theme::dark(), &shaper, &target));
        prop_assert_eq!(&first, &arrange(&map, &lens, &Theme::dark(), &Shaper::bundled(), &target));
    }
}

#[test]
fn s3_the_check_sees_what_is_wrong() {
    let shaper = Shaper::bundled();
    let scene = arrange(&sample::map(), &Lens::default(), &Theme::light(), &shaper, &Target::Board { min_width: 0.0 });
    assert_eq!(faults(&scene), Vec::<String>::new());
    let twice = Scene { items: [scene.items.clone(), scene.items.clone()].concat(), ..scene.clone() };
    assert!(faults(&twice).iter().any(|fault| fault.contains("overlaps")));
    let cut = Scene { size: Size::new(300.0, 300.0), ..scene };
    assert!(faults(&cut).iter().any(|fault| fault.contains("leaves")));
}

#[test]
fn a_map_that_is_read_from_the_right_is_the_same_picture_turned_over() {
    let (shaper, theme) = (Shaper::bundled(), Theme::light());
    let mut map = sample::map();
    for size in [None, Some(PageSize::Fit), Some(PageSize::A4), Some(PageSize::Slide)] {
        let target = size.map_or(Target::Board { min_width: 1136.0 }, |size| Target::Page(Leaf::single(size)));
        let mut places = ["en", "he"].map(|language| {
            language.clone_into(&mut map.meta.language);
            let scene = arrange(&map, &Lens::default(), &theme, &shaper, &target);
            assert_eq!(faults(&scene), Vec::<String>::new(), "{size:?}, {language}");
            let things = |tag: Tag| tag.kind.is_thing() || tag.kind == Kind::Cell;
            let parts = Parts::of(&scene);
            let rects: Vec<_> =
                parts.iter().filter(|part| things(part.tag())).map(|part| (part.tag(), part.rect)).collect();
            (rects, scene.size.width)
        });
        let [(from_left, width), (from_right, other_width)] = &mut places;
        assert_eq!(width, other_width, "{size:?}");
        assert_eq!(from_left.len(), from_right.len(), "{size:?}");
        for ((tag, rect), (other, turned)) in from_left.iter().zip(from_right) {
            let away = rect.mirrored(*width).x - turned.x;
            assert!(tag == other && away.abs() < 0.1 && rect.y == turned.y, "{size:?} {tag:?} {rect:?} {turned:?}");
        }
    }
}

#[test]
fn a_card_of_a_hebrew_map_stands_at_the_right_of_its_stage_with_its_sign_as_it_is() {
    let shaper = Shaper::bundled();
    let mut map = sample::map();
    let sign = |map: &Map| {
        let scene = arrange(map, &Lens::default(), &Theme::light(), &shaper, &Target::Board { min_width: 0.0 });
        let parts = Parts::of(&scene);
        let part = parts.iter().find(|part| part.tag().kind == Kind::Touchpoint).unwrap();
        let paths = part.tagged.items.iter().filter_map(|item| match item {
            Item::Path(path) => Some((part.tagged.bounds, path.segments.clone())),
            Item::Rect(_) | Item::Text(_) | Item::Paragraph(_) | Item::Image(_) | Item::Group(_) | Item::Tagged(_) => {
                None
            }
        });
        paths.collect::<Vec<_>>()
    };
    let shape = |(bounds, segments): &(Rect, Vec<PathSegment>), from_right: bool| {
        let at = |x: f32| if from_right { bounds.right() - x } else { x - bounds.x };
        segments
            .iter()
            .filter_map(|segment| match segment {
                PathSegment::Move(to) | PathSegment::Line(to) | PathSegment::Cubic(_, _, to) => Some(at(to.x)),
                PathSegment::Close => None,
            })
            .fold((f32::MAX, f32::MIN), |(low, high), x| (low.min(x), high.max(x)))
    };
    let from_left = sign(&map);
    "he".clone_into(&mut map.meta.language);
    let from_right = sign(&map);
    // The edge in the stage's colour, then the channel's sign: as far from the side at which the card begins.
    for nth in 0..2 {
        let (one, other) = (shape(&from_left[nth], false), shape(&from_right[nth], true));
        assert!((one.0 - other.0).abs() < 0.5 && (one.1 - other.1).abs() < 0.5, "{nth}: {one:?} {other:?}");
    }
    let drawn = |(bounds, segments): &(Rect, Vec<PathSegment>)| match segments.first() {
        Some(PathSegment::Move(to)) => to.x - bounds.x,
        other => panic!("{other:?}"),
    };
    let (left, right) = (shape(&from_left[1], false), shape(&from_right[1], false));
    assert!(
        (drawn(&from_left[1]) - left.0 - (drawn(&from_right[1]) - right.0)).abs() < 0.5,
        "the sign is not turned over"
    );
}
