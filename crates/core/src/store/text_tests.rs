//! What the text of a map keeps, and how every wrong one is told.

use super::*;
use crate::edit::random::{KINDS, random_map};
use crate::edit::templates::Template;
use crate::model::*;
use proptest::prelude::*;

fn sample_text() -> String {
    to_text(&Template::StreamingSubscriber.build(&mut IdSource::seeded(5)))
}

/// The message about a text; it names the file.
fn refused(text: &str) -> String {
    let message = from_bytes("map.ron", text.as_bytes()).unwrap_err().to_string();
    assert!(message.starts_with("map.ron"), "{message}");
    message
}

const HEAD: &str = "(\n  format: 1,\n  meta: (\n    title: \"T\",\n  ),\n";

#[test]
fn f1_loading_and_saving_a_template_gives_the_same_bytes() {
    for template in Template::ALL {
        let map = template.build(&mut IdSource::seeded(5));
        let text = to_text(&map);
        let loaded = from_bytes("map.ron", text.as_bytes()).unwrap();
        assert_eq!(loaded.map, map);
        assert_eq!(loaded.unknown, []);
        assert_eq!(to_text(&loaded.map), text);
    }
}

#[test]
fn f1_the_sample_is_as_touchline_writes_it() {
    let sample = include_str!("../../../../examples/lumen-kids.ron");
    let loaded = from_bytes("lumen-kids.ron", sample.as_bytes()).unwrap();
    assert_eq!(loaded.unknown, []);
    assert_eq!(to_text(&loaded.map), sample);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(60))]

    #[test]
    fn the_json_of_any_map_has_every_field_of_it(
        steps in proptest::collection::vec((0..KINDS, any::<u64>()), 0..70),
    ) {
        let map = random_map(&steps);
        let json = to_json(&map).unwrap();
        prop_assert_eq!(&super::text::from_json(&json), &map);
        prop_assert_eq!(to_json(&map).unwrap(), json);
    }

    #[test]
    fn f1_loading_and_saving_any_map_gives_the_same_bytes(
        steps in proptest::collection::vec((0..KINDS, any::<u64>()), 0..70),
    ) {
        let map = random_map(&steps);
        let text = to_text(&map);
        let loaded = from_bytes("map.ron", text.as_bytes()).unwrap();
        prop_assert_eq!(&loaded.map, &map);
        prop_assert_eq!(to_text(&loaded.map), text);
    }

    #[test]
    fn no_bytes_at_all_make_the_reader_panic(bytes in proptest::collection::vec(any::<u8>(), 0..300)) {
        drop(from_bytes("map.ron", &bytes));
    }

    #[test]
    fn no_damage_to_a_map_makes_the_reader_panic(
        place in any::<prop::sample::Index>(),
        junk in "[(){}\\[\\]:,\"'/*r#\\\\a0-9 ]{0,6}",
    ) {
        let mut text = sample_text();
        let mut at = place.index(text.len());
        while !text.is_char_boundary(at) {
            at -= 1;
        }
        text.insert_str(at, &junk);
        drop(from_bytes("map.ron", text.as_bytes()));
    }
}

#[test]
fn the_text_reads_as_the_contract_says() {
    let mut map = Map::default();
    map.meta.title = "Trial".to_owned();
    let stage = |rank: &str, name: &str| Stage::new(Rank::parse(rank).unwrap(), name);
    map.stages.insert(StageId(1), stage("n", "Second"));
    map.stages.insert(StageId(2), stage("b", "First"));
    map.lanes.insert(LaneId(1), Lane::new(Rank::middle(), LaneKind::Touchpoints));
    let mut card = Touchpoint::new(StageId(1), LaneId(1), Rank::middle(), "Two\nlines", Channel::Email);
    card.emotion = Some(Emotion { score: Score::from_tenths(-24), word: "lost".to_owned(), reason: String::new() });
    map.touchpoints.insert(TouchpointId(9), card);
    map.stickies.insert(StickyId(3), Sticky { x: 0.1, y: -20.0, text: "n".to_owned(), ..Sticky::default() });
    let expected = r#"// A customer journey map, made with Touchline. Comments are not kept when it is saved.
(
  format: 1,
  meta: (
    title: "Trial",
  ),
  stages: {
    "0000000000002": (
      rank: "b",
      name: "First",
    ),
    "0000000000001": (
      rank: "n",
      name: "Second",
    ),
  },
  lanes: {
    "0000000000001": (
      rank: "n",
      kind: Touchpoints,
    ),
  },
  touchpoints: {
    "0000000000009": (
      stage: "0000000000001",
      lane: "0000000000001",
      rank: "n",
      title: "Two\nlines",
      channel: Email,
      ownership: Owned,
      emotion: Some((
        score: -2.4,
        word: "lost",
      )),
    ),
  },
  stickies: {
    "0000000000003": (
      x: 0.1,
      y: -20.0,
      text: "n",
    ),
  },
)
"#;
    assert_eq!(to_text(&map), expected);
}

#[test]
fn a_map_cut_off_anywhere_is_refused_with_a_reason() {
    let every_kind: Vec<_> = (0..KINDS).map(|kind| (kind, 11)).collect();
    let text = to_text(&random_map(&every_kind));
    let whole = text.trim_end().len();
    for length in 0..whole {
        let error = from_bytes("map.ron", &text.as_bytes()[..length]).unwrap_err();
        assert_eq!(error.class(), StoreErrorClass::BadInput, "{length}: {error}");
    }
    for cut in ["title: \"", "format: 1,\n", "format: 1", "lanes: {\n"] {
        let end = text.find(cut).unwrap() + cut.len();
        let message = refused(&text[..end]);
        assert!(message.contains("cut off"), "{cut}: {message}");
    }
}

#[test]
fn a_byte_order_mark_and_windows_line_ends_do_no_harm() {
    let text = sample_text();
    let windows = format!("\u{feff}{}", text.replace('\n', "\r\n"));
    assert_eq!(to_text(&from_bytes("map.ron", windows.as_bytes()).unwrap().map), text);
}

#[test]
fn a_newer_map_is_told_apart_from_a_wrong_one() {
    let text = sample_text().replacen("format: 1", "format: 7", 1).replacen("stages: {", "scenes: [1, {", 1);
    let error = from_bytes("map.ron", text.as_bytes()).unwrap_err();
    assert_eq!(error.class(), StoreErrorClass::Newer);
    assert!(error.to_string().contains("file format 7"), "{error}");
}

#[test]
fn wrong_texts_are_told_with_line_and_reason() {
    let cases = [
        ("", "empty"),
        (" \n", "empty"),
        ("\0\0\0\0", "not a text"),
        ("{\"format\": 1}", "line 1"),
        ("(format: 0, meta: (title: \"\"))", "no map format 0"),
        ("(meta: (title: \"\"))", "format"),
        (&format!("{HEAD}  stages: {{\n    \"0000000000001\": (rank: 5, name: \"A\"),\n  }},\n)"), "line 7"),
        (&format!("{HEAD}  stages: {{\n    \"1\": (rank: \"n\", name: \"A\"),\n  }},\n)"), "is no record id"),
        (&format!("{HEAD}  stages: {{\n    \"0000000000001\": (rank: \"A\", name: \"A\"),\n  }},\n)"), "is no rank"),
        (&format!("{HEAD}  lanes: {{\n    \"0000000000001\": (rank: \"n\", kind: Wishes),\n  }},\n)"), "Wishes"),
        (&format!("{HEAD})\n(more: 1)"), "line 6, column 2: something stands behind the end"),
    ];
    for (text, expected) in cases {
        let message = refused(text);
        assert!(message.contains(expected), "{text}\n{message}");
    }
}

#[test]
fn an_id_that_comes_twice_is_refused() {
    let twice = "    \"0000000000001\": (rank: \"n\", name: \"A\"),\n".repeat(2);
    let message = refused(&format!("{HEAD}  stages: {{\n{twice}  }},\n)"));
    assert!(message.contains("0000000000001 comes twice") && message.contains("line 8"), "{message}");
}

#[test]
fn a_broken_rule_is_told_with_the_line_of_its_record() {
    let text = format!(
        "{HEAD}  stages: {{\n    \"0000000000001\": (\n      rank: \"n\", name: \"A\",\n      width: Some(9),\n    ),\n  }},\n)"
    );
    let message = refused(&text);
    assert!(message.contains("line 7: stage 0000000000001: is 9 wide"), "{message}");
}

#[test]
fn unknown_fields_are_named_with_their_line() {
    let text = format!(
        "{HEAD}  stages: {{\n    \"0000000000001\": (\n      rank: \"n\",\n      name: \"colour: red\",\n      \
         colour: \"red\",\n    ),\n  }},\n  weather: (sun: true),\n)"
    );
    let unknown = from_bytes("map.ron", text.as_bytes()).unwrap().unknown;
    let named: Vec<(&str, usize)> = unknown.iter().map(|field| (field.path.as_str(), field.line)).collect();
    assert_eq!(named, [("stages.0000000000001.colour", 10), ("weather", 13)]);
}

#[test]
fn a_file_made_to_fill_the_memory_is_refused() {
    let many = "\"0000000000001\":(),".repeat(RECORDS_MAX + 1);
    assert!(refused(&format!("{HEAD}stickies: {{{many}}})")).contains("200000 records"));
    let list = "\"\",".repeat(5_100_000);
    assert!(refused(&format!("{HEAD}nothing: [{list}])")).contains("values"));
    let long = "x".repeat(300_000);
    assert!(refused(&format!("{HEAD}nothing: \"{long}\")")).contains("bytes in one text"));
    let huge = vec![b' '; MAP_BYTES_MAX + 1];
    assert!(from_bytes("map.ron", &huge).unwrap_err().to_string().contains("129 MB"));
    for deep in ["(a:", "[", "{\"a\":", "/*"] {
        refused(&deep.repeat(100_000));
    }
}

#[test]
fn what_stands_in_a_file_does_not_steer_the_terminal() {
    let text = format!("{HEAD}  lanes: {{\n    \"0000000000001\": (rank: \"n\", kind: r#\u{1b}]0;x\u{7}),\n  }},\n)");
    assert!(!refused(&text).contains('\u{1b}'));
    let text = format!("{HEAD}  stages: {{ \"\u{1b}[31mred\": (rank: \"n\", name: \"\") }})");
    assert!(!refused(&text).contains('\u{1b}'));
}

#[test]
fn a_part_of_a_map_goes_through_the_clipboard() {
    let map = Template::LiveEvent.build(&mut IdSource::seeded(5));
    let stage = map.stages_in_order()[1].0;
    let part = crate::edit::Fragment::of(&map, &[RecordRef::Stage(stage)]).unwrap();
    let text = part_to_text(&part);
    assert_eq!(part_from_text(&text), Some(Ok(part)));
    assert_eq!(part_from_text("Trailer\nSite"), None);
    assert!(part_from_text(&text[..text.len() / 2]).unwrap().is_err());
}

#[test]
fn a_file_has_room_for_as_many_records_as_it_may_hold() {
    let mut map = Template::StreamingSubscriber.build(&mut IdSource::seeded(5));
    let usual = map.touchpoints.values().next().unwrap().clone();
    let some = RECORDS_MAX / 100;
    for nth in 0..some as u64 {
        let title = format!("Asks two friends what they watch {nth}");
        map.touchpoints.insert(TouchpointId(nth + 1), Touchpoint { title, ..usual.clone() });
    }
    // Half of the room is left for records that say more than these.
    assert!(to_text(&map).len() * 100 < MAP_BYTES_MAX / 2, "{}", to_text(&map).len());
}
