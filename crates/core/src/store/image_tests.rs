//! Pictures in the text of a map: each once, at its end, and told where they are missing.

use super::text::*;
use crate::edit::{Fragment, add_in_stage, add_pictures, add_stage, empty_map, set_image};
use crate::images::{IMAGE_BYTES_MAX, Image, Pixels};
use crate::model::*;

fn image(color: u8) -> Image {
    Pixels::new(2, 1, vec![color, 1, 2, 255, 3, 4, 5, 255]).unwrap().image().unwrap()
}

/// A map whose stage shows one picture twice, and another as its logo.
fn map() -> (Map, StageId) {
    let mut ids = IdSource::seeded(3);
    let mut map = empty_map(&mut ids);
    let (edit, stage) = add_stage(&map, "Awareness", None, &mut ids);
    map.apply(edit).unwrap();
    let (edit, _) = add_pictures(&map, stage, vec![image(9), image(9)], &mut ids).unwrap();
    map.apply(edit).unwrap();
    map.apply(set_image(&map, RecordRef::Map, Some(image(7))).unwrap()).unwrap();
    (map, stage)
}

fn refused(text: &str) -> String {
    from_bytes("map.ron", text.as_bytes()).unwrap_err().to_string()
}

#[test]
fn f1_a_picture_stands_once_at_the_end_and_comes_back_whole() {
    let (map, _) = map();
    let text = to_text(&map);
    let (records, images) = text.split_once("\n  images: {\n").unwrap();
    for (color, times) in [(9, 2), (7, 1)] {
        assert_eq!(records.matches(&image(color).id().to_string()).count(), times);
        assert_eq!(
            (records.matches(&image(color).text()).count(), images.matches(&image(color).text()).count()),
            (0, 1)
        );
    }
    assert!(text.ends_with(",\n  },\n)\n"), "nothing stands behind them");
    let loaded = from_bytes("map.ron", text.as_bytes()).unwrap();
    assert_eq!((&loaded.map, to_text(&loaded.map)), (&map, text));
    assert!(loaded.map.images().all(Image::is_whole) && loaded.map.images().count() == 3);
}

#[test]
fn a_picture_that_nothing_shows_any_more_is_gone_from_the_file_and_back_with_undo() {
    let (mut map, _) = map();
    let before = to_text(&map);
    let inverse = map.apply(set_image(&map, RecordRef::Map, None).unwrap()).unwrap().inverse;
    assert!(!to_text(&map).contains(&image(7).text()));
    map.apply(inverse).unwrap();
    assert_eq!(to_text(&map), before);
}

#[test]
fn the_clipboard_brings_pictures_along() {
    let (map, _) = map();
    let part = Fragment::of(&map, &map.refs(RecordKind::Picture)).unwrap();
    let read = part_from_text(&part_to_text(&part)).unwrap().unwrap();
    assert_eq!(read, part);
    assert!(read.records.images().all(Image::is_whole) && read.records.images().count() == 2);
}

#[test]
fn a_picture_that_is_missing_wrong_or_too_large_is_told() {
    let (map, _) = map();
    let text = to_text(&map);
    let (id, bytes) = (image(9).id().to_string(), image(9).text());
    let missing = refused(&text.replace(&format!("    \"{id}\": \"{bytes}\",\n"), ""));
    assert!(missing.contains(&id), "{missing}");
    // Under another name than their own, bytes are those of nobody.
    let swapped = refused(&text.replace(&format!("{id}\": \"{bytes}"), &format!("{id}\": \"{}", image(8).text())));
    assert!(swapped.contains(&id), "{swapped}");
    let damaged = refused(&text.replace(&bytes, &bytes[..bytes.len() - 5]));
    assert!(damaged.contains("64"), "{damaged}");
    let large = refused(&text.replace(&bytes, &"A".repeat(IMAGE_BYTES_MAX * 2)));
    assert!(large.contains("1048576"), "{large}");
    // What people write stays as short as ever.
    let words = refused(&text.replace("Awareness", &"A".repeat(IMAGE_BYTES_MAX)));
    assert!(words.contains("262144"), "{words}");
}

#[test]
fn bytes_in_the_place_of_a_name_are_taken_and_moved_to_the_end() {
    let (mut map, stage) = map();
    let (edit, frame) = add_in_stage::<Picture>(&map, stage, None, "Poster", &mut IdSource::seeded(8)).unwrap();
    map.apply(edit).unwrap();
    let text = to_text(&map);
    let drafted =
        text.replace("caption: \"Poster\",", &format!("caption: \"Poster\", image: Some(\"{}\"),", image(5).text()));
    let loaded = from_bytes("map.ron", drafted.as_bytes()).unwrap();
    assert_eq!(loaded.map.pictures[&frame].image, Some(image(5)));
    assert!(to_text(&loaded.map).split_once("\n  images: {").unwrap().1.contains(&image(5).text()));
}
