//! Files of other shapes on a map, from their text to one edit.

use super::*;
use crate::behaviour::progress::Progress;
use crate::behaviour::recognise::{Overrides, recognise};
use crate::behaviour::shapes::guess::guess;
use crate::behaviour::shapes::{self};
use crate::behaviour::source::Source;
use crate::edit::templates::Template;
use std::time::SystemTime;

fn map() -> Map {
    Template::StreamingSubscriber.build(&mut IdSource::seeded(1))
}

fn read(text: &str) -> ShapeReport {
    let source = Source::from_bytes("export.csv", text.as_bytes().to_vec(), SystemTime::now()).unwrap();
    let recognition = recognise(&source, &Overrides::default()).unwrap();
    let shape = guess(&recognition).unwrap().shape;
    shapes::read(&source, &recognition, shape, None, &Progress::default()).unwrap()
}

fn today() -> Date {
    Date::new(2026, 11, 3).unwrap()
}

fn lay(map: &Map, text: &str) -> Result<Laid, LayShapeError> {
    lay_shape(map, &read(text), today(), &mut IdSource::seeded(9))
}

/// The map with the file laid over it; taking that back gives the map as it was.
fn laid(map: &Map, text: &str) -> (Map, Laid) {
    let found = lay(map, text).unwrap();
    let mut after = map.clone();
    let undo = after.apply(found.edit.clone()).unwrap().inverse;
    let mut back = after.clone();
    back.apply(undo).unwrap();
    assert_eq!(back, *map);
    (after, found)
}

fn card(map: &Map, title: &str) -> (TouchpointId, Touchpoint) {
    map.touchpoints.iter().find(|(_, card)| card.title == title).map(|(id, card)| (*id, card.clone())).unwrap()
}

const COUNTS: &str = "stage,entered,completed,segment\n\
    Awareness,1000,400,Families under 12\nConsideration,400,300,Families under 12\nDecison,100,50,Families under 12\n\
    Awareness,500,100,Martians\nConsideration,100,90,Martians\n";

#[test]
fn stage_counts_become_the_measurement_and_names_that_miss_are_told() {
    let (after, found) = laid(&map(), COUNTS);
    let (_, measurement) = after.measurement().unwrap();
    let figures: Vec<(u64, u64)> = measurement.all.stages.iter().map(|stage| (stage.reached, stage.dropped)).collect();
    assert_eq!(figures, [(1_500, 1_000), (500, 0)]);
    assert_eq!((measurement.rows_are, measurement.rows_used, measurement.segments.len()), (RowsAre::Counts, 5, 1));
    let missed: Vec<_> = found.unmatched.iter().map(|miss| (miss.name.as_str(), miss.nearest.as_deref())).collect();
    assert_eq!(missed, [("Decison", Some("Decision")), ("Martians", None)]);
    let again = laid(&after, COUNTS).0;
    assert_eq!(again.measurements.len(), 1, "newer figures replace the older ones");
    assert_eq!(again.touchpoints, after.touchpoints);
}

#[test]
fn people_who_join_and_stages_that_come_twice_are_refused() {
    let joined = lay(&map(), "stage,users\nAwareness,10\nConsideration,20\n").unwrap_err();
    assert!(matches!(joined, LayShapeError::PeopleJoin { fewer: 10, more: 20, .. }), "{joined}");
    let twice = lay(&map(), "stage,users\nAwareness,10\nawareness ,9\n").unwrap_err();
    assert!(matches!(twice, LayShapeError::StageTwice { .. }), "{twice}");
    let nothing = lay(&map(), "stage,users\nAlpha,10\nBeta,9\n").unwrap_err();
    assert!(nothing.to_string().contains("“Alpha”, “Beta”"), "{nothing}");
}

#[test]
fn a_history_is_counted_by_the_stages_of_the_map() {
    let text = "record,stage,entered,left\n\
        1,Heard of us,2026-01-01,2026-01-03\n1,Awareness,2026-01-02,2026-01-03\n1,Decision,2026-01-05,\n2,Heard of us,2026-01-01,\n";
    let mut map = map();
    let first = map.stages_in_order()[0].0;
    map.stages.get_mut(&first).unwrap().events = vec!["Heard of us".to_owned()];
    let names = ["Heard of us", "Awareness", "Decision"].map(str::to_owned);
    let asked = stages_asked(&map, &names);
    assert_eq!(asked[0].events, ["Heard of us", "Awareness"]);
    let source = Source::from_bytes("deals.csv", text.as_bytes().to_vec(), SystemTime::now()).unwrap();
    let recognition = recognise(&source, &Overrides::default()).unwrap();
    let report =
        shapes::read(&source, &recognition, shapes::Shape::StageHistory, Some(&asked), &Progress::default()).unwrap();
    let found = lay_shape(&map, &report, today(), &mut IdSource::seeded(9)).unwrap();
    map.apply(found.edit).unwrap();
    let (_, measurement) = map.measurement().unwrap();
    assert_eq!(measurement.stages.len(), 2);
    let first = measurement.all.stages[0];
    assert_eq!((first.reached, first.dropped, first.median_secs), (2, 1, Some(4.0 * 86_400.0)));
}

#[test]
fn scores_become_emotions_with_the_survey_as_evidence() {
    let before = map();
    let (id, _) = card(&before, "Plans page");
    let (after, found) = laid(
        &before,
        "touchpoint,score,scale,segment,comment\n\
         plans_page,1,1-5,Families under 12,never\nplans_page,4,1-5,,stored\nPlans pag,3,1-5,,\n",
    );
    let card = &after.touchpoints[&id];
    assert_eq!(card.emotion.as_ref().unwrap().score.text(), "−0.8", "(2.5 − 1) / 4 · 6 − 3 in tenths");
    assert_eq!(card.segment_emotions.values().next().unwrap().score.text(), "−3.0");
    let evidence = card.evidence.iter().find(|evidence| evidence.name == "export.csv").unwrap();
    assert_eq!((evidence.kind, evidence.amount.as_str()), (EvidenceKind::Survey, "mean 2.5 of 1 to 5, 2 answers"));
    assert_eq!(found.unmatched[0].nearest.as_deref(), Some("Plans page"));
    let written = format!("{after:?}");
    assert!(!written.contains("never") && !written.contains("stored"), "comments stay in the file");
}

#[test]
fn a_question_is_about_the_touchpoint_that_it_names() {
    let (after, _) =
        laid(&map(), "\"On a scale of 0-10, how was the plans page?\",email\n10,a@example.org\n5,b@example.org\n");
    let (_, card) = card(&after, "Plans page");
    assert_eq!(card.emotion.unwrap().score.text(), "+1.5");
}

#[test]
fn themes_become_pain_points_once_with_tickets_as_evidence() {
    let text = "theme,touchpoint,count\nPrices unclear,Plans page,40\nToo many plans,Plans page,9\nSlow,Moon,5\n";
    let before = map();
    let (after, found) = laid(&before, text);
    let (id, card) = card(&after, "Plans page");
    let evidence = card.evidence.iter().find(|evidence| evidence.kind == EvidenceKind::SupportThemes).unwrap();
    assert_eq!(evidence.amount, "49 tickets: Prices unclear 40, Too many plans 9");
    let stage = card.stage;
    let pains: Vec<&str> = after
        .pain_points_of(stage)
        .into_iter()
        .filter(|(_, pain)| pain.touchpoint == Some(id))
        .map(|(_, pain)| pain.text.as_str())
        .collect();
    assert!(pains.ends_with(&["Prices unclear", "Too many plans"]), "{pains:?}");
    assert_eq!(found.unmatched.len(), 1);
    let again = lay(&after, text).unwrap();
    let mut twice = after.clone();
    twice.apply(again.edit).unwrap();
    assert_eq!(twice.pain_points, after.pain_points);
    assert_eq!(twice.touchpoints, after.touchpoints);
}

#[test]
fn completion_is_evidence_and_a_calendar_plans_stages() {
    let (after, _) = laid(&map(), "title,type,started,finished\nPlans page,film,200,50\n");
    let (_, card) = card(&after, "Plans page");
    assert!(card.evidence.iter().any(|evidence| evidence.amount == "25.0 % of 200 who started finished"));
    let (after, found) = laid(
        &map(),
        "title,milestone,date,territory\nLumen,Awareness,2099-01-05,DE\nLumen,Awareness,2099-01-01,AT\nLumen,Premiere,2099-02-01,DE\n",
    );
    let stage = after.stages_in_order()[0].1.clone();
    let period = stage.period.unwrap();
    assert_eq!((period.from.to_string(), period.to.to_string()), ("2099-01-01".to_owned(), "2099-01-05".to_owned()));
    assert_eq!(found.unmatched[0].name, "Premiere");
    let several =
        lay(&map(), "title,milestone,date\nLumen,Awareness,2026-01-05\nOrbit,Awareness,2026-01-09\n").unwrap_err();
    assert_eq!(several, LayShapeError::SeveralTitles);
}

#[test]
fn a_deal_that_stands_open_is_not_lost() {
    let deals = "deal,deal_stage,engage_date,close_date\n\
        1,Decision,2026-01-02,\n2,Decision,2026-01-03,\n3,Awareness,,\n4,Consideration,2026-01-03,\n\
        5,Won,2026-01-02,2026-01-05\n6,Lost,2026-01-02,2026-01-06\n7,Lost,2026-01-02,2026-01-07\n";
    let mut map = map();
    for (nth, name) in [(0, "Awareness"), (2, "Won")] {
        let id = map.stages_in_order()[nth].0;
        map.stages.get_mut(&id).unwrap().name = name.to_owned();
    }
    let skipped = map.stages_in_order()[1].0;
    map.stages.get_mut(&skipped).unwrap().name = "Elsewhere".to_owned();
    let (after, _) = laid(&map, deals);
    let (_, measurement) = after.measurement().unwrap();
    let figures: Vec<_> =
        measurement.all.stages.iter().map(|stage| (stage.reached, stage.dropped, stage.still_open)).collect();
    assert_eq!(figures, [(3, 2, 4), (1, 0, 0)], "those at stages that the map lacks are on their way");
    assert_eq!(measurement.all.customers, 7);
    let rows = crate::figures::rows(&after, None);
    assert_eq!((rows[0].counted, rows[0].still_open), ("records", 4));
    let definition = crate::figures::definition::Definition::of(measurement, None).text();
    assert!(definition.contains("n: 7 records") && definition.contains("Still open: 4 records"), "{definition}");
}

#[test]
fn who_stands_open_is_told_beside_the_loss_and_adds_up_with_it() {
    use crate::figures::{Reader, shown};
    let mut deals = "deal,deal_stage,engage_date,close_date\n".to_owned();
    for (stage, count) in [("Awareness", 40), ("Decision", 50), ("Won", 60), ("Lost", 70)] {
        let dates = match stage {
            "Awareness" => ",",
            "Decision" => "2026-01-02,",
            _ => "2026-01-02,2026-01-05",
        };
        (0..count).for_each(|nth| deals += &format!("{stage}{nth},{stage},{dates}\n"));
    }
    let mut map = map();
    for (nth, name) in [(0, "Awareness"), (1, "Decision"), (2, "Closed"), (3, "Won")] {
        let id = map.stages_in_order()[nth].0;
        map.stages.get_mut(&id).unwrap().name = name.to_owned();
    }
    let (after, _) = laid(&map, &deals);
    let texts = |map: &Map, reader| {
        let rows = shown(map, None, reader).into_iter().take(4);
        rows.map(|row| (row.text.reached, row.text.open, row.text.dropped)).collect::<Vec<_>>()
    };
    let row = |reached: &str, open: &str, dropped: &str| (reached.to_owned(), open.to_owned(), dropped.to_owned());
    // That none of 180 and of 130 was lost tells of nobody.
    let told =
        [row("220", "40 still open", "0"), row("180", "50 still open", "0"), row("130", "", "70"), row("60", "", "–")];
    assert_eq!(texts(&after, Reader::Analyst), told);
    assert_eq!(texts(&after, Reader::Client), told);
    let mut few = after.to_tables();
    for measurement in few.measurements.values_mut() {
        let stages = &mut measurement.all.stages;
        stages[0].dropped = 3;
        stages[1].reached = 127;
        (stages[2].reached, stages[2].dropped) = (127, 67);
    }
    let few = Map::new(few).unwrap();
    let open_or_lost = row("220", "43 still open or lost", "–");
    assert_eq!(texts(&few, Reader::Client)[..2], [open_or_lost, row("177", "50 still open", "0")]);
    let first = &shown(&few, None, Reader::Client)[0];
    assert_eq!((first.still_open, first.came()), (0, Some(220)));
    // All but a few stand open: how many came is told, and their rate is not.
    let mut open = after.to_tables();
    for measurement in open.measurements.values_mut() {
        let stages = &mut measurement.all.stages;
        (stages[0].reached, stages[0].still_open) = (20, 200);
        (stages[1].reached, stages[1].still_open) = (20, 0);
        (stages[2].reached, stages[2].dropped, stages[3].reached) = (20, 0, 20);
    }
    let open = Map::new(open).unwrap();
    for reader in [Reader::Analyst, Reader::Client] {
        let row = &shown(&open, None, reader)[0];
        assert_eq!((row.text.reached.as_str(), row.rate), ("220", None), "{reader:?}");
        assert!(row.too_few);
    }
}

#[test]
fn the_period_is_that_of_the_dates_that_were_used_or_none() {
    let days = |text: &str| {
        let (after, _) = laid(&map(), text);
        let (_, measurement) = after.measurement().unwrap();
        assert_eq!(measurement.taken, today());
        crate::figures::definition::period_or_reading(measurement)
    };
    let header = "deal,deal_stage,engage_date,close_date\n";
    // Nobody knows whether a deal that stands open was closed on the day that people expected.
    let pipeline =
        "1,Decision,2016-10-20,2025-01-01\n2,Won,2016-11-02,2017-12-30\n3,Lost,2016-12-02,2017-01-05\n4,Awareness,,\n";
    assert_eq!(days(&format!("{header}{pipeline}")), "20 Oct 2016 – 30 Dec 2017");
    let history = "record_id,stage,entered,left\n1,Awareness,2024-01-04,2024-02-01\n1,Consideration,2024-02-01,2024-06-29\n\
                   2,Awareness,2024-03-01,\n";
    assert_eq!(days(history), "4 Jan – 29 Jun 2024");
    let counts = "stage,entered,completed\nAwareness,100,40\nConsideration,40,10\n";
    assert_eq!(days(counts), format!("read {}", today().long()));
}
