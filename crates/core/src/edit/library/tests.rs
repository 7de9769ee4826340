//! Every library of the program, and what becomes of a text that is none.

use super::*;
use crate::edit::{Cell, add_listed, add_metric, add_stage, add_touchpoint, empty_map};
use crate::model::*;
use std::collections::BTreeSet;

fn own() -> Vec<(&'static str, Library)> {
    OWN.into_iter()
        .map(|(name, text)| (name, Library::read(text).unwrap_or_else(|error| panic!("{name}: {error:?}"))))
        .collect()
}

#[test]
fn every_library_is_read_and_is_whole_in_both_languages() {
    for (name, library) in own() {
        assert!(library.title.is_in_all(), "{name}");
        for item in &library.items {
            assert!(item.title.is_in_all() && item.about.is_in_all(), "{name}: {}", item.id);
            assert!(!item.tags.is_empty() && item.tags.iter().all(Words::is_in_all), "{name}: {}", item.id);
            if let Makes::Action { owner, effect, .. } = &item.makes {
                assert!(owner.is_in_all() && effect.is_in_all(), "{}", item.id);
            }
            let long = |words: &Words, most: usize| words.each().any(|text| text.chars().count() > most);
            assert!(!long(&item.title, 48) && !long(&item.about, 150), "{name}: {} is too long to be read", item.id);
        }
    }
    assert_eq!(built_in().len(), OWN.len());
}

#[test]
fn the_fifteen_friction_codes_are_there_once_and_others_name_none_but_them() {
    const CODES: [&str; 15] = [
        "DT01", "DT02", "DT03", "DT05", "DT06", "DT08", "DT09", "MD01", "MD02", "MD03", "MD06", "MD08", "CS01", "CS03",
        "CS06",
    ];
    let all = own();
    let codes = |library: &Library| -> Vec<String> {
        let lists = library.items.iter().filter(|item| !item.codes.is_empty()).map(|item| item.codes.as_str());
        lists.flat_map(|list| list.split(", ")).map(str::to_owned).collect()
    };
    for (name, library) in &all {
        let named = codes(library);
        if *name == "frictions" {
            assert_eq!(named, CODES);
            assert!(library.items.iter().all(|item| matches!(item.makes, Makes::PainPoint { .. })));
        } else {
            assert!(named.iter().all(|code| CODES.contains(&code.as_str())), "{name}: {named:?}");
        }
    }
    let met: BTreeSet<String> =
        all.iter().filter(|(name, _)| *name != "frictions").flat_map(|(_, library)| codes(library)).collect();
    assert_eq!(met.len(), CODES.len(), "something is offered against each of them: {met:?}");
}

#[test]
fn every_channel_and_every_metric_stands_in_a_library() {
    let all = own();
    let items = || all.iter().flat_map(|(_, library)| &library.items);
    for channel in Channel::ALL {
        let has = |item: &Item| matches!(item.makes, Makes::Touchpoint { channel: own, .. } if own == channel);
        assert!(items().any(has), "{channel:?}");
    }
    for kind in MetricKind::ALL {
        assert!(items().any(|item| item.makes == Makes::Metric { kind }), "{kind:?}");
    }
}

#[test]
fn an_item_becomes_a_record_with_all_that_it_says() {
    let mut ids = IdSource::seeded(1);
    let mut map = empty_map(&mut ids);
    let (edit, stage) = add_stage(&map, "Decision", None, &mut ids);
    map.apply(edit).unwrap();
    for (name, library) in built_in() {
        for item in library.items {
            let (mut edit, record) = match (&item.makes, item.makes.stands()) {
                (Makes::Metric { kind }, _) => {
                    let (edit, id) = add_metric(&map, stage, *kind, &mut ids).unwrap();
                    (edit, id.into())
                }
                (_, Stands::Card(channel)) => {
                    let cell = Cell::new(stage, map.lane_of(LaneKind::Touchpoints).unwrap());
                    let (edit, id) = add_touchpoint(&map, cell, None, channel, &item.text(), &mut ids).unwrap();
                    (edit, id.into())
                }
                (_, Stands::List(kind)) => add_listed(&map, kind, stage, None, &item.text(), &mut ids).unwrap(),
            };
            item.fill(&mut edit, record);
            let map = map.after(&edit).unwrap();
            assert_eq!(map.check(), [], "{name}: {}", item.id);
            match &item.makes {
                Makes::Touchpoint { .. } => {
                    let card = map.touchpoints.values().next().unwrap();
                    assert!(card.title == item.title.here() && card.note.contains(&*item.about.here()));
                    assert!(card.evidence.is_empty(), "a library claims no evidence");
                }
                Makes::PainPoint { severity } => {
                    let pain = map.pain_points.values().next().unwrap();
                    assert_eq!((&pain.codes, pain.severity), (&item.codes, *severity));
                }
                Makes::Action { horizon, .. } => {
                    let action = map.actions.values().next().unwrap();
                    assert!(action.horizon == *horizon && !action.owner.is_empty() && !action.effect.is_empty());
                    assert_eq!(action.codes, item.codes);
                }
                Makes::Insight => {
                    let remark = map.remarks.values().next().unwrap();
                    assert!(remark.text.ends_with(&*item.about.here()));
                    assert_eq!(remark.codes, item.codes);
                }
                Makes::Question => assert_eq!(map.questions.values().next().unwrap().text, item.title.here()),
                Makes::Metric { kind } => {
                    let metric = map.metrics.values().next().unwrap();
                    assert!(metric.kind == *kind && metric.name.is_empty(), "{} goes by its kind", item.id);
                }
            }
        }
    }
}

#[test]
fn items_are_found_by_title_sentence_tag_and_code_in_either_language() {
    let shelf = Shelf::new(built_in());
    let found =
        |search: &str| shelf.find(search).into_iter().map(|shelved| shelved.item.id.as_str()).collect::<Vec<_>>();
    assert_eq!(found("cultural friction"), ["cs01"]);
    assert_eq!(found("KULTURELLE reib"), ["cs01"]);
    assert!(found("ms07").is_empty() && found("zzz").is_empty());
    assert!(found("dt09").contains(&"dt09") && found("dt09").contains(&"ask-the-platform"));
    assert!(found("win-back").contains(&"winback-mail"), "a word with a hyphen");
    assert!(found("remote").contains(&"accessibility-check"), "by the sentence");
    assert_eq!(found("").len(), shelf.items().len());
    for shelved in shelf.items() {
        assert_eq!(shelf.item(shelved.id), Some(&shelved.item), "no two items are known as one");
        assert!(shelf.title_of(shelved).is_some());
    }
}

/// What is told of a text that is no library: the line, and words of the reason.
fn check_wrong(text: &str, line: usize, says: &str) {
    let (found, what) = match Library::read(text).unwrap_err() {
        LibraryError::Syntax(error) => (error.span.start.line, error.code.to_string()),
        LibraryError::Rule { offset, what } => (text[..offset].matches('\n').count() + 1, what),
    };
    assert!(what.contains(says), "{text}: {what}");
    assert_eq!(found, line, "{text}: {what}");
}

#[test]
fn what_is_no_library_says_where_and_why() {
    let item = |id: &str, more: &str| format!("  (id: \"{id}\", makes: Question, title: \"Why?\"{more}),\n");
    let file = |items: &str| format!("(title: \"Mine\", items: [\n{items}])");
    assert!(Library::read(&file(&item("a", ""))).is_ok());
    check_wrong(&file(&(item("a", "") + &item("a", ""))), 3, "“a”");
    check_wrong(&file(&item("a", ", colour: Red")), 2, "colour");
    check_wrong(&file(&item("", "")), 2, "id");
    check_wrong(&file(&item("a", ", about: (\"only one\", \"\")")), 2, "German");
    check_wrong(&file("  (id: \"a\", makes: Questions, title: \"Why?\"),\n"), 2, "Questions");
    check_wrong(&file("  (id: \"a\", makes: Touchpoint(), title: \"Why?\"),\n"), 2, "channel");
    check_wrong(&file("  (id: \"a\", makes: Question, title: \"\"),\n"), 2, "title");
    check_wrong(&file(&item("a", &format!(", about: \"{}\"", "x".repeat(3_000)))), 2, "2000");
    check_wrong(&file(&item("a", &format!(", tags: [{}]", "\"t\",".repeat(60)))), 2, "24");
    let many: String = (0..1_100).map(|nth| item(&nth.to_string(), "")).collect();
    check_wrong(&file(&many), 1, "1000");
}

#[test]
fn hostile_texts_are_refused_and_nothing_panics() {
    for text in ["", "\0", "(", "()", "[[[[", "(title: 7, items: [])", "(title: \"a\", items: 3)"] {
        assert!(Library::read(text).is_err(), "{text:?}");
    }
    assert!(Library::read(&"[".repeat(200_000)).is_err());
    assert!(Library::read(&"(title:".repeat(50_000)).is_err());
    assert!(
        Library::read(&format!("(title: \"a\", items: [(id: \"a\", makes: {}", "Action(".repeat(100_000))).is_err()
    );
    // Every cut of a good one.
    let good = EXAMPLE;
    for (end, _) in good.char_indices() {
        drop(Library::read(&good[..end]));
    }
}

#[test]
fn the_example_has_an_item_of_each_kind_and_stands_in_the_docs() {
    let library = Library::read(EXAMPLE).unwrap();
    let mut kinds: Vec<_> = library.items.iter().map(|item| std::mem::discriminant(&item.makes)).collect();
    kinds.dedup();
    assert_eq!(kinds.len(), 6);
    let page = include_str!("../../../../../docs/libraries.md");
    assert!(page.contains(EXAMPLE.trim()), "docs/libraries.md shows the example as it is");
}
