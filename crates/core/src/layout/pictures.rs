//! What the board says, as text: snapshots of scenes with the places of their parts.

use super::*;
use crate::figures::sample;
use crate::model::{Change, Edit, Estimate, LaneKind, MapState, StageId, Verb};
use crate::scene::{Item, Kind, Listed, Parts, Point, Rect, Sheet, Transform};
use std::fmt::Write;

/// Tagged parts and lines of text, indented by what holds them, places in whole units.
fn listed(scene: &Scene) -> String {
    let mut text = format!("{} × {}\n", scene.size.width.round(), scene.size.height.round());
    list(&scene.items, Transform::IDENTITY, None, 0, &mut text);
    text
}

fn list(items: &[Item], transform: Transform, listed: Option<Listed>, depth: usize, text: &mut String) {
    let indent = "  ".repeat(depth);
    for item in items {
        match item {
            Item::Text(line) => {
                let pos = transform.apply(line.pos);
                writeln!(text, "{indent}{:.0} {:.0} “{}”", pos.x, pos.y, line.text).unwrap();
            }
            Item::Paragraph(words) => {
                for line in &words.lines {
                    let pos = transform.apply(line.pos);
                    writeln!(text, "{indent}{:.0} {:.0} “{}”", pos.x, pos.y, line.text).unwrap();
                }
            }
            Item::Group(group) => {
                let inner = transform.then(group.transform);
                if group.opacity < 1.0 {
                    writeln!(text, "{indent}faded to {}", group.opacity).unwrap();
                }
                list(&group.items, inner, group.list.or(listed), depth, text);
            }
            Item::Tagged(tagged) => {
                let rect = transform.apply_rect(tagged.bounds);
                let place = format!("{:.0} {:.0} {:.0}×{:.0}", rect.x, rect.y, rect.width, rect.height);
                let tag = tagged.tag;
                let label = tagged.label.said(listed);
                writeln!(text, "{indent}{:?} {} {} [{place}] {label}", tag.kind, tag.id, tag.other).unwrap();
                list(&tagged.items, transform, listed, depth + 1, text);
            }
            Item::Rect(_) | Item::Path(_) | Item::Image(_) => {}
        }
    }
}

fn of(map: &Map, lens: Lens, target: &Target) -> String {
    listed(&arrange(map, &lens, &Theme::light(), &Shaper::bundled(), target))
}

/// Two stages of the sample, so that a person can read the snapshot.
fn small() -> Map {
    let mut map = sample::map();
    map.stages.retain(|id, _| matches!(id.0, 2 | 3));
    let kept = map.stages.clone();
    map.touchpoints.retain(|_, card| kept.contains_key(&card.stage));
    map.questions.retain(|_, question| kept.contains_key(&question.stage));
    map.actions.retain(|_, action| kept.contains_key(&action.stage));
    let cards = map.touchpoints.clone();
    map.flags.retain(|_, flag| matches!(flag.on, crate::model::FlagTarget::Touchpoint(id) if cards.contains_key(&id)));
    for measurement in map.measurements.values_mut() {
        measurement.stages = vec![StageId(2), StageId(3)];
        for figures in std::iter::once(&mut measurement.all).chain(measurement.segments.values_mut()) {
            figures.stages = figures.stages[1..3].to_vec();
            figures.stages[1] = crate::model::StageFigure { dropped: 0, median_secs: None, ..figures.stages[1] };
        }
    }
    assert_eq!(map.check(), []);
    map
}

#[test]
fn a_small_board_under_a_lens() {
    let lens = Lens { segment: Some(sample::FAMILIES), ..Lens::default() };
    insta::assert_snapshot!(of(&small(), lens, &Target::Board { min_width: 0.0 }));
}

#[test]
fn a_small_slide() {
    insta::assert_snapshot!(of(
        &small(),
        Lens::default(),
        &Target::Page(Leaf { size: PageSize::Slide, number: 2, of: 9 })
    ));
}

#[test]
fn pages_have_the_sizes_of_their_paper() {
    for (size, width, height) in [
        (PageSize::A4, 841.89, 595.28),
        (PageSize::A3, 1190.55, 841.89),
        (PageSize::Slide, 960.0, 540.0),
        (PageSize::Upright(Sheet::A0), 2383.94, 3370.39),
        (PageSize::Upright(Sheet::Letter), 612.0, 792.0),
        (PageSize::Own { width_mm: 254, height_mm: 127 }, 720.0, 360.0),
    ] {
        let scene = arrange(
            &sample::map(),
            &Lens::default(),
            &Theme::light(),
            &Shaper::bundled(),
            &Target::Page(Leaf::single(size)),
        );
        assert!((scene.size.width * 0.75 - width).abs() < 0.01 && (scene.size.height * 0.75 - height).abs() < 0.01);
    }
}

#[test]
fn an_empty_map_is_a_board_and_a_page() {
    for target in [Target::Board { min_width: 0.0 }, Target::Page(Leaf::single(PageSize::A4))] {
        let scene = arrange(&Map::default(), &Lens::default(), &Theme::light(), &Shaper::bundled(), &target);
        assert!(scene.size.width > 0.0 && scene.size.height > 0.0, "{:?}", scene.size);
    }
}

#[test]
fn a_hidden_lane_is_left_out() {
    let mut map = sample::map();
    let actions = map.lane_of(LaneKind::Actions).unwrap();
    map.lanes.get_mut(&actions).unwrap().hidden = true;
    let text = of(&map, Lens::default(), &Target::Board { min_width: 0.0 });
    assert!(!text.contains("Disclose in first line") && text.contains("Trial checkout"));
}

#[test]
fn without_figures_the_river_is_a_hint_on_screen_and_absent_on_paper() {
    let mut map = sample::map();
    map.measurements.clear();
    map.stages.values_mut().for_each(|stage| stage.estimate = None);
    let target = Target::Board { min_width: 0.0 };
    assert!(of(&map, Lens::default(), &target).contains("Import data to see where customers leave"));
    let slide = of(&map, Lens::default(), &Target::Page(Leaf::single(PageSize::Slide)));
    assert!(!slide.contains("Drop-off") && !slide.contains("Import data"), "{slide}");
}

/// Grounds and texts of losses in the order in which they are painted.
fn painted(items: &[Item], transform: Transform, is_loss: bool, found: &mut Vec<(Rect, bool)>) {
    for item in items {
        match item {
            Item::Rect(ground) => found.push((transform.apply_rect(ground.rect), false)),
            Item::Text(line) if is_loss => found.push((transform.apply_rect(line.bounds()), true)),
            Item::Group(group) => painted(&group.items, transform.then(group.transform), is_loss, found),
            Item::Tagged(tagged) => {
                painted(&tagged.items, transform, is_loss || tagged.tag.kind == Kind::DropOff, found);
            }
            Item::Text(_) | Item::Paragraph(_) | Item::Path(_) | Item::Image(_) => {}
        }
    }
}

#[test]
fn no_line_between_stages_runs_through_the_words_of_a_loss() {
    let map = sample::map();
    let target = Target::Board { min_width: 1100.0 };
    let scene = arrange(&map, &Lens::default(), &Theme::light(), &Shaper::bundled(), &target);
    let parts = Parts::of(&scene);
    let borders: Vec<f32> =
        parts.iter().filter(|part| part.tag().kind == Kind::Stage).map(|part| part.rect.x).collect();
    let mut found = Vec::new();
    painted(&scene.items, Transform::IDENTITY, false, &mut found);
    let mut crossed = 0;
    for (nth, (words, _)) in found.iter().enumerate().filter(|(_, (_, is_text))| *is_text) {
        for border in borders.iter().filter(|border| words.x < **border && **border < words.right()) {
            crossed += 1;
            let covers =
                |(ground, is_text): &(Rect, bool)| !is_text && ground.contains(Point::new(*border, words.center().y));
            let own = found[..nth].iter().rev().take(8).find(|one| covers(one));
            assert!(own.is_some_and(|(ground, _)| ground.height < 40.0), "{words:?} at {border}");
        }
    }
    assert!(crossed > 0, "no loss of the sample stands on a border");
}

#[test]
fn an_estimate_alone_is_said_to_be_one() {
    let mut map = sample::map();
    map.measurements.clear();
    let text = of(&map, Lens::default(), &Target::Board { min_width: 0.0 });
    assert!(text.contains("“−35 %”") && text.contains("“estimated”") && !text.contains("“measured"), "{text}");
    let stage = map.stages.get_mut(&StageId(3)).unwrap();
    stage.estimate = Some(Estimate { percent: 0.0, reason: String::new(), cause: None });
    assert!(of(&map, Lens::default(), &Target::Board { min_width: 0.0 }).contains("“0 %”"));
}

#[test]
fn figures_of_other_stages_say_that_they_are_old() {
    let mut map = sample::map();
    map.measurements.values_mut().for_each(|measurement| measurement.outdated = true);
    let text = of(&map, Lens::default(), &Target::Board { min_width: 0.0 });
    assert!(text.contains("Measured before"), "{text}");
}

#[test]
fn a_page_says_whose_map_it_is_and_as_of_when() {
    let mut map = sample::map();
    let meta = crate::model::Meta { state: MapState::ToBe, ..map.meta.clone() };
    map.apply(Edit::of(Verb::Begin, vec![Change::Meta(meta)])).unwrap();
    let lens = Lens { segment: Some(sample::FAMILIES), ..Lens::default() };
    let text = of(&map, lens, &Target::Page(Leaf { size: PageSize::Slide, number: 2, of: 9 }));
    let subtitle =
        "Lumen Kids+ — Family subscriber journey  ·  Families under 12, 21,904 customers  ·  to be, 3 Nov 2026";
    assert!(text.contains(subtitle) && text.contains("Prepared for Lumen  ·  2 / 9"), "{text}");
}

#[test]
fn o1_a_segment_of_too_few_has_no_figure_on_the_board_and_on_paper() {
    let mut map = small();
    for figures in map.measurements.values_mut().flat_map(|measurement| measurement.segments.values_mut()) {
        let median_secs = Some(777.0);
        figures.stages = vec![
            crate::model::StageFigure { reached: 40, dropped: 3, median_secs, ..Default::default() },
            crate::model::StageFigure { reached: 12, ..Default::default() },
        ];
    }
    let lens = Lens { segment: Some(sample::FAMILIES), ..Lens::default() };
    for target in [Target::Board { min_width: 0.0 }, Target::Page(Leaf::single(PageSize::Slide))] {
        let text = of(&map, lens, &target);
        let words = match target {
            Target::Board { .. } => ["“fewer than 5 left”", "no figure: fewer than 5 left"],
            Target::Page(_) => ["“too few to show”", "too few customers for a figure"],
        };
        assert!(words.iter().all(|words| text.contains(words)), "{text}");
        assert!(text.contains("“40”") && !text.contains("“12”") && !text.contains("7.5 %"), "{text}");
        assert!(!text.contains("12 min"), "{text}");
        let all = of(&map, Lens::default(), &target);
        assert!(!all.contains("too few"), "{all}");
    }
    map.meta.least_group = crate::model::LeastGroup { customers: 10, in_a_cell: 0 };
    let text = of(&map, lens, &Target::Board { min_width: 0.0 });
    assert!(text.contains("“−7.5 %”") && text.contains("“12”") && !text.contains("too few"), "{text}");
    map.meta.least_group = crate::model::LeastGroup { customers: 100, in_a_cell: 5 };
    map.stages.values_mut().for_each(|stage| stage.estimate = None);
    let text = of(&map, lens, &Target::Board { min_width: 0.0 });
    assert!(text.contains("Too few customers of Families under 12"), "{text}");
}

/// Two stages; the counts of all audiences and of segments, who reached the first and who of those dropped.
fn counted(all: (u64, u64), segments: &[(u64, u64)]) -> Map {
    let mut map = small();
    map.stages.values_mut().for_each(|stage| stage.estimate = None);
    let ids: Vec<crate::model::SegmentId> = map.segments_in_order().into_iter().map(|(id, _)| id).collect();
    let figures = |(reached, dropped): (u64, u64)| crate::model::Figures {
        customers: reached,
        stages: vec![
            crate::model::StageFigure { reached, dropped, median_secs: Some(777.0), ..Default::default() },
            crate::model::StageFigure { reached: reached - dropped, ..Default::default() },
        ],
        then: Vec::new(),
        seen_again: Vec::new(),
        reach: Default::default(),
        touches: Vec::new(),
        activities: Vec::new(),
    };
    for measurement in map.measurements.values_mut() {
        measurement.all = figures(all);
        measurement.segments = ids.iter().copied().zip(segments.iter().copied().map(figures)).collect();
    }
    assert_eq!(map.check(), []);
    map
}

#[test]
fn o1_a_total_of_too_few_has_no_figure_and_says_why() {
    let map = counted((45, 20), &[]);
    let text = of(&map, Lens::default(), &Target::Board { min_width: 0.0 });
    assert!(text.contains("“45”") && text.contains("“−44.4 %”") && !text.contains("“25”"), "{text}");
    for page in [Leaf::single(PageSize::Slide), Leaf::single(PageSize::Fit)] {
        let text = of(&map, Lens::default(), &Target::Page(page));
        assert!(text.contains("“45”") && text.contains("“left out”") && text.contains("“too few to show”"), "{text}");
        assert!(!text.contains("44.4") && !text.contains("12 min"), "25 would follow: {text}");
        assert!(text.contains("so that nobody is recognised") && text.contains("30 customers"), "{text}");
        assert!(text.contains("worked out from it") && text.contains("subtraction"), "{text}");
    }
    let text = of(&map, Lens::default(), &Target::Page(Leaf::single(PageSize::Slide)));
    assert!(text.contains("not shown: too few people"), "the legend names the sign: {text}");
    let map = counted((20, 8), &[]);
    let text = of(&map, Lens::default(), &Target::Board { min_width: 0.0 });
    assert!(text.contains("no stage was reached by 30 or more") && !text.contains("40.0"), "{text}");
    let text = of(&map, Lens::default(), &Target::Page(Leaf::single(PageSize::Slide)));
    assert!(
        text.contains("Too few customers for figures") && text.contains("all audiences, too few customers to show"),
        "{text}"
    );
    assert!(!text.contains("40.0") && !text.contains("20 customers") && !text.contains("“20”"), "{text}");
}

#[test]
fn the_former_period_is_exported_with_its_legend_its_source_and_a_warning_of_other_rules() {
    let mut map = small();
    let (_, newest) = map.measurement().map(|(id, newest)| (id, newest.clone())).unwrap();
    let mut then = newest.clone();
    (then.source, then.taken) = ("last_year.csv".to_owned(), crate::model::Date::new(2025, 11, 3).unwrap());
    then.all.stages[0].dropped -= 1_000;
    map.measurements.insert(crate::model::MeasurementId(99), then);
    let pages = [Leaf::single(PageSize::Slide), Leaf::single(PageSize::Fit)];
    let lens = Lens { former: true, ..Lens::default() };
    for page in pages {
        let text = of(&map, lens, &Target::Page(page));
        let noted = of(&map, Lens { notes: true, ..lens }, &Target::Page(page));
        assert!(text.contains("“was ") && text.contains("the rate of the former period, 1,203,614 events"), "{text}");
        assert!(
            noted.contains("the rate of the former period, last_year.csv") && !text.contains("last_year"),
            "{text}"
        );
        assert!(!text.contains("different rules"), "{text}");
        assert!(!of(&map, Lens::default(), &Target::Page(page)).contains("former"));
    }
    assert!(of(&map, lens, &Target::Page(pages[0])).contains("former period”"), "the legend");
    let newest = map.measurements.values_mut().find(|measured| measured.source != "last_year.csv").unwrap();
    newest.counting.window_secs = Some(86_400);
    let text = of(&map, lens, &Target::Page(pages[0]));
    assert!(text.contains("counted by different rules and not to be compared (window: none, now 1 d)"), "{text}");
    let text = of(&map, lens, &Target::Board { min_width: 0.0 });
    assert!(text.contains("former period"), "{text}");
}

#[test]
fn o1_an_export_leaves_out_what_tells_of_a_segment_of_too_few() {
    let map = counted((920, 400), &[(20, 10), (300, 140), (600, 250)]);
    let ids: Vec<crate::model::SegmentId> = map.segments_in_order().into_iter().map(|(id, _)| id).collect();
    let seen_by = |nth: usize, target: &Target| {
        let segment = ids.get(nth).copied();
        of(&map, Lens { segment, ..Lens::default() }, target)
    };
    let (board, page) = (Target::Board { min_width: 0.0 }, Target::Page(Leaf::single(PageSize::Slide)));
    assert!(seen_by(1, &board).contains("“−46.7 %”"), "the board is the analyst's");
    let text = seen_by(1, &page);
    assert!(text.contains("Superfans are left out: a figure of too few could be worked out from them"), "{text}");
    assert!(text.contains("Superfans, number of customers left out"), "{text}");
    assert!(!text.contains("46.7") && !text.contains("“300”") && !text.contains("“160”"), "{text}");
    for (nth, rate) in [(2, "“−41.7 %”"), (9, "“−43.5 %”")] {
        assert!(seen_by(nth, &page).contains(rate));
    }
}

#[test]
fn a_metric_of_too_few_people_is_grey_on_the_board_and_left_out_on_paper() {
    use crate::model::{Metric, MetricId, MetricKind, Rank, Reading};
    let counted = |of: u64| {
        let mut map = counted((4_500, 2_000), &[]);
        let stage = map.stages_in_order()[0].0;
        let readings = vec![Reading { count: 17, of, ..Reading::default() }];
        let metric = Metric { readings, ..Metric::new(stage, Rank::middle(), MetricKind::Satisfaction) };
        map.metrics.insert(MetricId(77), metric);
        map.lanes.insert(crate::model::LaneId(78), crate::model::Lane::new(Rank::middle(), LaneKind::Metrics));
        map
    };
    let (board, paper) = (Target::Board { min_width: 0.0 }, Target::Page(Leaf::single(PageSize::Fit)));
    for target in [&board, &paper] {
        let text = of(&counted(40), Lens::default(), target);
        assert!(text.contains("“42.5 %”") && !text.contains("too few"), "{text}");
        assert_eq!(text.contains("17 of 40"), target == &board, "no page shows of how many");
    }
    let text = of(&counted(29), Lens::default(), &board);
    assert!(text.contains("“58.6 %”") && text.contains("too few, 17 of 29"), "{text}");
    let text = of(&counted(29), Lens::default(), &paper);
    assert!(text.contains("“too few to show”") && text.contains("fewer than 30 customers"), "{text}");
    assert!(!text.contains("58.6") && !text.contains("17 of 29"), "{text}");
}
