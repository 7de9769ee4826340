//! Pages hold what they promise: text as large as can be, words whole, stages in bands, and a word for what is left out.

use super::shown::paragraphs;
use super::*;
use crate::figures::sample;
use crate::model::*;
use crate::scene::{Deck, Kind, Page, PageSize, Parts, Rect, Tag};
use crate::text::HYPHEN;

fn page(map: &Map, lens: Lens, size: PageSize) -> (Scene, Vec<LeftOut>) {
    arrange_leaf(map, &lens.into(), &Theme::light(), &Shaper::bundled(), &Leaf::single(size), &Watch::default())
}

fn smallest(scene: &Scene, size: PageSize) -> f32 {
    Deck::from(Page { size, scene: scene.clone(), ..Page::default() }).legibility().unwrap().smallest_pt
}

/// Lines that end in a word and have no hyphen there.
fn cut_words(scene: &Scene) -> Vec<String> {
    let mut found = Vec::new();
    paragraphs(&scene.items, &mut found);
    let mut cut = Vec::new();
    for words in found {
        for pair in words.lines.windows(2) {
            let [before, after] = pair else { continue };
            let (last, first) = (before.text.split_whitespace().next_back(), after.text.split_whitespace().next());
            let (Some(last), Some(first)) = (last, first) else { continue };
            let apart = format!("{last} {}", first.trim_end_matches([HYPHEN, '…']));
            let is_cut = last.ends_with(char::is_alphabetic)
                && first.starts_with(char::is_alphabetic)
                && !words.text.contains(&apart);
            cut.extend(is_cut.then(|| format!("{}|{}", before.text, after.text)));
        }
    }
    cut
}

/// A German map of so many stages, full of long words.
fn german(stages: u64) -> Map {
    let words = [
        "Bestätigungsmail",
        "Datenschutzgrundverordnung",
        "Rechtsschutzversicherungsgesellschaft",
        "Kündigungsbestätigungsschreiben",
        "Vergleichsportalrecherche",
    ];
    let word = |nth: u64| words[nth as usize % words.len()].to_owned();
    let mut map = Map::default();
    map.meta.language = "de".to_owned();
    map.meta.title = "Reise".to_owned();
    for (nth, kind) in LaneKind::ALL.into_iter().enumerate() {
        map.lanes.insert(LaneId(nth as u64), Lane::new(Rank::spread(LaneKind::ALL.len())[nth].clone(), kind));
    }
    map.lanes.get_mut(&LaneId(1)).unwrap().name = "Datenschutzgrundverordnung".to_owned();
    for (nth, rank) in Rank::spread(stages as usize).into_iter().enumerate() {
        let nth = nth as u64;
        let estimate = Some(Estimate { percent: 10.0, reason: String::new(), cause: None });
        let stage = Stage { goal: format!("Ohne {} leben", word(nth + 1)), estimate, ..Stage::new(rank, word(nth)) };
        map.stages.insert(StageId(nth), stage);
        for place in 0..2 {
            let id = nth * 2 + place;
            let mut card =
                Touchpoint::new(StageId(nth), LaneId(0), Rank::middle(), word(id + 2), Channel::ALL[id as usize % 20]);
            let score = Score::from_tenths((id as i32 * 7) % 30 - 15);
            card.emotion = Some(Emotion { score, word: String::new(), reason: String::new() });
            card.detail = format!("nach {} fragen", word(id));
            map.touchpoints.insert(TouchpointId(id), card);
        }
        let question = Question::begun(StageId(nth), Rank::middle(), format!("Wozu {}?", word(nth + 3)));
        map.questions.insert(QuestionId(nth), question);
        let action = Action::begun(StageId(nth), Rank::middle(), format!("{} kürzen", word(nth + 4)));
        map.actions.insert(ActionId(nth), action);
    }
    assert_eq!(map.check(), []);
    map
}

#[test]
fn the_sample_can_be_read_on_each_page_by_every_audience() {
    let map = sample::map();
    let audiences = map.segments.keys().map(|id| Some(*id)).chain([None]);
    for segment in audiences {
        for (size, least) in [(PageSize::A4, 6.5), (PageSize::A3, 6.5), (PageSize::Slide, 9.0)] {
            let (scene, _) = page(&map, Lens { segment, former: true, ..Lens::default() }, size);
            assert!(smallest(&scene, size) >= least, "{} on {size:?} for {segment:?}", smallest(&scene, size));
        }
    }
}

#[test]
fn empty_lanes_go_first_and_what_goes_is_named() {
    let mut map = sample::map();
    map.actions.clear();
    let actions = map.lanes[&map.lane_of(LaneKind::Actions).unwrap()].title().to_owned();
    let (scene, left_out) = page(&map, Lens::default(), PageSize::Slide);
    assert!(left_out.contains(&LeftOut::EmptyLanes(vec![actions])), "{left_out:?}");
    let lanes = Parts::of(&scene).iter().filter(|part| part.tag().kind == Kind::Lane).count();
    let gone: usize = left_out
        .iter()
        .map(|one| match one {
            LeftOut::EmptyLanes(lanes) | LeftOut::Lanes(lanes) => lanes.len(),
            LeftOut::Goals
            | LeftOut::FlagsOnCards
            | LeftOut::Details
            | LeftOut::Pictures
            | LeftOut::Words(_)
            | LeftOut::Apart(_) => 0,
        })
        .sum();
    assert_eq!(lanes + gone, map.lanes.len());
    // A small map has room for all, and a new one shows its lanes.
    let mut small = sample::map();
    small.stages.retain(|id, _| id.0 == 1);
    let kept = small.stages.clone();
    small.touchpoints.retain(|_, card| kept.contains_key(&card.stage));
    let cards = small.touchpoints.clone();
    small.flags.retain(|_, flag| match flag.on {
        FlagTarget::Touchpoint(card) => cards.contains_key(&card),
        FlagTarget::Stage(stage) => kept.contains_key(&stage),
    });
    for kind in ListKind::ALL {
        of_kind!(*kind, R => R::table_mut(&mut small).retain(|_, one| kept.contains_key(&one.stage())));
    }
    small.measurements.clear();
    assert_eq!(page(&small, Lens::default(), PageSize::A3).1, []);
}

#[test]
fn a_wide_map_stands_in_bands_with_its_headers_and_lanes_in_each() {
    let map = german(10);
    let (scene, _) = page(&map, Lens::default(), PageSize::A4);
    let parts = Parts::of(&scene);
    let of = |kind| parts.iter().filter(move |part| part.tag().kind == kind).map(|part| part.rect).collect::<Vec<_>>();
    let (stages, lanes) = (of(Kind::Stage), of(Kind::Lane));
    assert_eq!(stages.len(), 10, "each stage has one header");
    let rows: std::collections::BTreeSet<i32> = stages.iter().map(|rect| rect.y.round() as i32).collect();
    assert!(rows.len() > 1, "{rows:?}");
    let touchpoints = parts.iter().filter(|part| part.tag() == crate::scene::Tag::new(Kind::Lane, 0)).count();
    assert_eq!(touchpoints, rows.len(), "each band has its lanes: {lanes:?}");
    assert!(smallest(&scene, PageSize::A4) >= 6.5);
    let bottom = lanes.iter().map(|lane| lane.bottom()).fold(0.0, f32::max);
    assert!(bottom > scene.size.height * 0.8, "{bottom} of {}", scene.size.height);
    // What runs on is drawn up to the edge, and told of its own band alone.
    let curves = parts.iter().filter(|part| part.tag() == crate::scene::Tag::new(Kind::Figure, 0));
    assert!(curves.count() >= rows.len());
}

#[test]
fn no_word_is_cut_without_a_hyphen_on_board_and_paper() {
    for stages in [3, 10] {
        let map = german(stages);
        let board = arrange_board(&map, &Lens::default(), &Theme::light(), &Shaper::bundled(), 900.0);
        assert_eq!(cut_words(&board.scene), Vec::<String>::new());
        for column in &board.columns {
            assert!(column.width > 204.0, "as wide as its longest word: {column:?}");
        }
        for size in PageSize::ALL {
            assert_eq!(cut_words(&page(&map, Lens::default(), size).0), Vec::<String>::new(), "{stages} on {size:?}");
        }
    }
    // Where a person has made a stage narrow, and in the lanes' titles, hyphens help.
    let mut map = german(3);
    map.stages.values_mut().for_each(|stage| stage.width = Some(160));
    let board = arrange_board(&map, &Lens::default(), &Theme::light(), &Shaper::bundled(), 900.0);
    assert_eq!(cut_words(&board.scene), Vec::<String>::new());
    let mut found = Vec::new();
    paragraphs(&board.scene.items, &mut found);
    let lines = |text: &str| -> Vec<String> {
        let words = found.iter().filter(|words| &*words.text == text).max_by_key(|words| words.lines.len()).unwrap();
        words.lines.iter().map(|line| line.text.clone()).collect()
    };
    for word in ["Datenschutzgrundverordnung", "Bestätigungsmail", "Vergleichsportalrecherche"] {
        let lines = lines(word);
        assert!(lines.len() > 1 && lines[0].ends_with(HYPHEN), "{lines:?}");
        assert_eq!(lines.concat().replace(HYPHEN, ""), word);
    }
}

#[test]
fn a_map_of_very_many_cards_is_laid_out_for_a_page_by_few_tries() {
    let mut map = german(8);
    for nth in 0..500_u64 {
        let title = format!("Karte {nth} mit ein paar Wörtern");
        let card = Touchpoint::new(StageId(nth % 8), LaneId(0), Rank::middle(), title, Channel::Email);
        map.touchpoints.insert(TouchpointId(1000 + nth), card);
    }
    let shaper = Shaper::bundled();
    let room = bands::Room {
        map: &map,
        lens: &Lens::default(),
        theme: &Theme::light(),
        shaper: &shaper,
        size: crate::scene::Size::new(1038.0, 640.0),
        aim: 0.83,
        most: 1.0,
        watch: &Watch::default(),
    };
    let laid = bands::lay(&room);
    let size = laid.size();
    assert!(size.width * laid.scale <= 1038.1 && size.height * laid.scale <= 640.1);
    assert!(size.height * laid.scale > 560.0 || size.width * laid.scale > 1000.0, "it fills its room");
    assert!(room.watch.tried() <= 24, "{} layouts", room.watch.tried());
}

#[test]
fn a_map_that_is_too_large_for_a_page_goes_over_as_many_as_it_takes_for_its_text_to_be_read() {
    for (map, size) in [(german(10), PageSize::Slide), (german(24), PageSize::A4)] {
        let (alone, _) = page(&map, Lens::default(), size);
        assert!(smallest(&alone, size) < size.least_pt());
        let (scenes, left_out) =
            arrange_leaves(&map, &Lens::default().into(), &Theme::light(), &Shaper::bundled(), size, &Watch::default());
        assert!(scenes.len() > 1 && left_out.iter().all(|left| matches!(left, LeftOut::EmptyLanes(_))), "{left_out:?}");
        let mut cards = Vec::new();
        for (nth, scene) in scenes.iter().enumerate() {
            assert!(smallest(scene, size) >= size.least_pt(), "page {nth}: {}", smallest(scene, size));
            assert_eq!((cut_words(scene), Some(scene.size)), (Vec::new(), size.size()));
            let parts = Parts::of(scene);
            let page = Rect::from_size(scene.size);
            for part in parts.iter() {
                assert!(page.contains(part.rect.center()), "{:?} is not on page {nth}", part.tag());
            }
            let heads = |kind| parts.iter().filter(|part| part.tag().kind == kind).count();
            assert!(heads(Kind::Stage) > 0 && heads(Kind::Lane) > 0, "page {nth} has no names");
            let imprint = parts.find(Tag::new(Kind::Map, 3)).unwrap().label().into_owned();
            assert_eq!(imprint, format!("{} / {}", nth + 1, scenes.len()));
            cards.extend(parts.iter().map(|part| part.tag()).filter(|tag| tag.kind == Kind::Touchpoint));
        }
        assert_eq!(cards.len(), map.touchpoints.len(), "each card is on one page");
        cards.sort_by_key(|card| card.id);
        cards.dedup();
        assert_eq!(cards.len(), map.touchpoints.len());
    }
    let (scenes, _) = arrange_leaves(
        &sample::map(),
        &Lens::default().into(),
        &Theme::light(),
        &Shaper::bundled(),
        PageSize::A3,
        &Watch::default(),
    );
    assert_eq!(scenes, [page(&sample::map(), Lens::default(), PageSize::A3).0], "what fits on one page is on one");
}
