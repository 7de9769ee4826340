//! The fields of every kind of record, as one table: which there are, of what kind each is, how it is read and how it is
//! written. Inspector, sheet, find and whatever else names a field go through it.
//!
//! Promise: what [`read`] gives, [`write`] takes, and a text that cannot be taken is answered with a sentence that says
//! what was expected. Nothing here knows a window or a file.

mod day;
mod key;
mod length;
mod meta;
mod metric;
mod named;
mod parse;
mod rows;
mod shapes;
mod tints;
mod touchpoint;
mod worth;

pub use day::day_of;
pub use key::FieldKey;
pub use length::{LETTERS_MAX, held};
pub use metric::earlier_hint;
pub use named::{audiences_text, card_text, lane_text, stage_text, step_text};
pub use parse::{STAGE_COLORS, score};

use crate::model::*;

/// What a field holds, and so what may be written into it.
#[derive(Clone, Copy, Debug)]
pub enum FieldKind {
    /// A name that the record cannot do without.
    Name,
    /// One line.
    Line,
    /// Several lines.
    Text,
    /// A list, an entry a line.
    List,
    /// A number, with what it counts in.
    Number,
    /// A day such as `2026-11-03`.
    Day,
    /// One of a few, by its name.
    Choice(fn() -> Vec<&'static str>),
    /// Yes or no.
    Switch,
    /// Audiences by their names, one a line; empty for all.
    Audiences,
    /// A card of the same stage by its title, or none.
    Card,
}

/// A row of the table: a field of one kind of record.
struct Row<R: 'static> {
    field: Field,
    kind: FieldKind,
    /// The text; `None` where this record has no such field, as the word of a feeling that nobody gave.
    get: fn(&R, Asked<'_>) -> Option<String>,
    set: fn(&mut R, Typed<'_>) -> Result<(), String>,
}

/// What is asked for: a field, which may stand for a place or an audience, in a map whose names are known.
#[derive(Clone, Copy)]
struct Asked<'a> {
    field: Field,
    map: &'a Tables,
}

/// A text on its way into a field.
struct Typed<'a> {
    text: String,
    field: Field,
    at: RecordRef,
    map: &'a Tables,
}

/// A kind of record with its rows.
#[diagnostic::on_unimplemented(
    message = "nothing says which fields a `{Self}` has",
    label = "has no `impl Fields`",
    note = "`impl Fields for {Self}` goes into crates/core/src/fields/rows.rs"
)]
trait Fields: Record + 'static {
    const ROWS: &'static [Row<Self>];
    /// The field that the board shows, and that is written there.
    const TITLE: Field = Field::Title;

    /// The fields of this record that a row stands for: one, but where it stands for places of a list or for audiences.
    fn each(&self, row: Field, with: &mut dyn FnMut(Field)) {
        with(row);
    }

    /// What has to hold of the record after any of its fields was written.
    fn settled(self) -> Result<Self, String> {
        Ok(self)
    }
}

/// The row of a field; one row serves all places of a list and all audiences.
fn row<R>(rows: &'static [Row<R>], field: Field) -> Option<&'static Row<R>> {
    rows.iter().find(|row| std::mem::discriminant(&row.field) == std::mem::discriminant(&field))
}

/// What a record holds in a field; `None` when the record is gone or has no such field.
pub fn read(tables: &Tables, record: RecordRef, field: Field) -> Option<String> {
    fn of<R: Fields>(tables: &Tables, id: R::Id, field: Field) -> Option<String> {
        let record = R::table(tables).get(&id)?;
        row(R::ROWS, field).and_then(|row| (row.get)(record, Asked { field, map: tables }))
    }
    macro_rules! dispatch {
        ($($kind:ident, $id:ident, $table:ident, $name:tt, $text:ident, $spot:tt;)*) => {
            match record {
                RecordRef::Map => {
                    row(meta::META, field).and_then(|row| (row.get)(&tables.meta, Asked { field, map: tables }))
                }
                $(RecordRef::$kind(id) => of::<$kind>(tables, id, field),)*
            }
        };
    }
    records!(dispatch)
}

/// Every field of a record that says something, of those that are wanted and in the order of the table, with what it says:
/// also each place of a list, and each audience that feels for itself.
pub fn said(tables: &Tables, record: RecordRef, wanted: impl Fn(Field, FieldKind) -> bool) -> Vec<(Field, String)> {
    let mut said = Vec::new();
    let mut take = |field: Field, text: Option<String>| {
        said.extend(text.filter(|text| !text.is_empty()).map(|text| (field, text)));
    };
    macro_rules! dispatch {
        ($($kind:ident, $id:ident, $table:ident, $name:tt, $text:ident, $spot:tt;)*) => {
            match record {
                RecordRef::Map => {
                    for row in meta::META.iter().filter(|row| wanted(row.field, row.kind)) {
                        take(row.field, (row.get)(&tables.meta, Asked { field: row.field, map: tables }));
                    }
                }
                $(RecordRef::$kind(id) => {
                    let Some(record) = tables.$table.get(&id) else { return said };
                    for row in $kind::ROWS.iter().filter(|row| wanted(row.field, row.kind)) {
                        record.each(row.field, &mut |field| take(field, (row.get)(record, Asked { field, map: tables })));
                    }
                })*
            }
        };
    }
    records!(dispatch);
    said
}

/// The field by which the board shows a record of a kind, and in which its text is written there.
pub fn title(kind: RecordKind) -> Field {
    macro_rules! dispatch {
        ($($kind:ident, $id:ident, $table:ident, $name:tt, $text:ident, $spot:tt;)*) => {
            match kind {
                RecordKind::Map => Field::Title,
                $(RecordKind::$kind => <$kind as Fields>::TITLE,)*
            }
        };
    }
    records!(dispatch)
}

/// The fields of a kind of record in the order of the table, with what each holds. Those that stand for a place of a list
/// or for an audience come once, for the first place and all audiences.
pub fn all(kind: RecordKind) -> Vec<(Field, FieldKind)> {
    fn of<R>(rows: &'static [Row<R>]) -> Vec<(Field, FieldKind)> {
        rows.iter().map(|row| (row.field, row.kind)).collect()
    }
    macro_rules! dispatch {
        ($($kind:ident, $id:ident, $table:ident, $name:tt, $text:ident, $spot:tt;)*) => {
            match kind {
                RecordKind::Map => of(meta::META),
                $(RecordKind::$kind => of($kind::ROWS),)*
            }
        };
    }
    records!(dispatch)
}

/// What a field of a kind of record holds; `None` when the kind has no such field.
pub fn kind(kind: RecordKind, field: Field) -> Option<FieldKind> {
    let same = |known: &Field| std::mem::discriminant(known) == std::mem::discriminant(&field);
    all(kind).into_iter().find(|(known, _)| same(known)).map(|(_, kind)| kind)
}

/// What may be chosen in a field of a kind of record, where that is a short list.
pub fn choices(kind: RecordKind, field: Field) -> Option<Vec<&'static str>> {
    match self::kind(kind, field)? {
        FieldKind::Choice(names) => Some(names()),
        FieldKind::Switch => Some([false, true].map(parse::switch_text).to_vec()),
        FieldKind::Name
        | FieldKind::Line
        | FieldKind::Text
        | FieldKind::List
        | FieldKind::Number
        | FieldKind::Day
        | FieldKind::Audiences
        | FieldKind::Card => None,
    }
}

/// The text that several records share in a field; `None` when they differ.
pub fn read_shared(tables: &Tables, key: &FieldKey) -> Option<String> {
    let mut texts = key.records.iter().map(|record| read(tables, *record, key.field));
    let first = texts.next()??;
    texts.all(|text| text.as_deref() == Some(first.as_str())).then_some(first)
}

/// The edit that puts a text into a field; `None` when the field says that already.
///
/// # Errors
/// What is wrong with the text, as a sentence for the person who typed it.
pub fn write(tables: &Tables, key: &FieldKey, text: &str) -> Result<Option<Edit>, String> {
    let mut changes = Vec::new();
    for record in &key.records {
        if read(tables, *record, key.field).as_deref() != Some(text) {
            changes.extend(write_one(tables, *record, key.field, text)?);
        }
    }
    changes.retain(|change: &Change| !change.says_nothing(tables));
    Ok((!changes.is_empty()).then(|| Edit::new(Verb::Set(key.field), key.records.clone(), changes)))
}

/// The edit that chooses one of [`choices`] by its place; `None` when it is chosen already, or there is no such place.
pub fn choose(tables: &Tables, key: &FieldKey, place: usize) -> Option<Edit> {
    let names = choices(key.records.first()?.kind(), key.field)?;
    // What is offered can be taken; a record that is gone takes nothing.
    write(tables, key, names.get(place)?).ok().flatten()
}

/// Which of [`choices`] the records of a field share; `None` when they differ, or none is chosen.
pub fn chosen(tables: &Tables, key: &FieldKey) -> Option<usize> {
    let text = read_shared(tables, key)?;
    choices(key.records.first()?.kind(), key.field)?.iter().position(|name| *name == text)
}

/// The change that puts a text into a field of one record; `None` when the record is gone or has no such field.
///
/// # Errors
/// What is wrong with the text, as a sentence for the person who wrote it.
pub fn write_one(tables: &Tables, record: RecordRef, field: Field, text: &str) -> Result<Option<Change>, String> {
    fn of<R: Fields>(tables: &Tables, id: R::Id, field: Field, text: String) -> Result<Option<Change>, String> {
        let (Some(record), Some(row)) = (R::table(tables).get(&id), row(R::ROWS, field)) else { return Ok(None) };
        let mut record = record.clone();
        (row.set)(&mut record, Typed { text, field, at: R::at(id), map: tables })?;
        Ok(Some(R::change(id, Some(record.settled()?))))
    }
    let text = clean(field, text);
    length::fits(tables, record, field, &text)?;
    macro_rules! dispatch {
        ($($kind:ident, $id:ident, $table:ident, $name:tt, $text:ident, $spot:tt;)*) => {
            match record {
                RecordRef::Map => write_meta(tables, field, text),
                $(RecordRef::$kind(id) => of::<$kind>(tables, id, field, text),)*
            }
        };
    }
    records!(dispatch)
}

fn write_meta(tables: &Tables, field: Field, text: String) -> Result<Option<Change>, String> {
    let Some(row) = row(meta::META, field) else { return Ok(None) };
    let mut meta = tables.meta.clone();
    (row.set)(&mut meta, Typed { text, field, at: RecordRef::Map, map: tables })?;
    Ok(Some(Change::Meta(meta)))
}

/// Blanks around a text say nothing; a one-line field holds no line ends.
fn clean(field: Field, text: &str) -> String {
    let text = text.trim();
    if field.is_multiline() || field == Field::Title { text.to_owned() } else { text.replace(['\n', '\r'], " ") }
}

#[cfg(test)]
mod tests {
    use super::*;
    use touchline_words::{Language, in_language};

    fn map() -> Map {
        let (stage, lane) = (StageId(1), LaneId(2));
        let mut tables = Tables::default();
        tables.stages.insert(stage, Stage::new(Rank::middle(), "Decision"));
        tables.lanes.insert(lane, Lane::new(Rank::middle(), LaneKind::Touchpoints));
        let card = Touchpoint::new(stage, lane, Rank::middle(), "Trial checkout", Channel::Checkout);
        tables.touchpoints.insert(TouchpointId(3), card);
        for (id, name) in [(4, "Families"), (5, "Superfans")] {
            tables.segments.insert(SegmentId(id), Segment::new(Rank::middle(), name));
        }
        tables.metrics.insert(MetricId(6), Metric::new(stage, Rank::middle(), MetricKind::NetChurn));
        Map::new(tables).unwrap()
    }

    #[test]
    fn what_a_field_says_can_be_written_into_it() {
        let map = map();
        for record in [StageId(1).into(), LaneId(2).into(), TouchpointId(3).into(), SegmentId(4).into(), RecordRef::Map]
        {
            for (field, _) in all(record.kind()) {
                let Some(text) = read(&map, record, field) else { continue };
                let key = FieldKey::one(record, field);
                // An untitled map has no title to write back.
                if !text.is_empty() {
                    assert_eq!(write(&map, &key, &text), Ok(None), "{field:?} of {record}");
                }
            }
        }
    }

    #[test]
    fn a_filled_map_can_be_written_back_field_by_field_in_every_language() {
        let map = crate::figures::sample::map();
        for language in Language::ALL {
            in_language(language, || {
                for record in RecordKind::RECORDS.iter().flat_map(|kind| map.refs(*kind)) {
                    for (field, _) in all(record.kind()) {
                        let Some(text) = read(&map, record, field).filter(|text| !text.is_empty()) else { continue };
                        let key = FieldKey::one(record, field);
                        assert_eq!(
                            write(&map, &key, &text),
                            Ok(None),
                            "{field:?} of {record} says {text} in {language:?}"
                        );
                    }
                }
            });
        }
    }

    #[test]
    fn the_name_of_a_kind_is_no_name_in_whatever_language_it_is_written() {
        let map = map();
        let key = FieldKey::one(LaneId(2).into(), Field::Title);
        for language in Language::ALL {
            let usual = in_language(language, || LaneKind::Touchpoints.name());
            assert_eq!(write(&map, &key, usual), Ok(None), "{usual}");
        }
    }

    #[test]
    fn what_the_board_shows_of_a_record_is_one_of_its_fields() {
        for kind in RecordKind::RECORDS {
            let is_there = super::kind(*kind, title(*kind)).is_some();
            assert_eq!(is_there, *kind != RecordKind::Measurement, "{kind:?}");
        }
    }

    #[test]
    fn a_name_is_needed_and_two_audiences_are_not_called_alike() {
        let map = map();
        for record in [StageId(1).into(), TouchpointId(3).into(), SegmentId(4).into()] {
            assert!(write(&map, &FieldKey::one(record, Field::Title), "  ").unwrap_err().contains("name is needed"));
        }
        let taken = write(&map, &FieldKey::one(SegmentId(4).into(), Field::Title), "Superfans");
        assert!(taken.unwrap_err().contains("Another segment"));
        let own = FieldKey::one(LaneId(2).into(), Field::Title);
        assert_eq!(write(&map, &own, ""), Ok(None), "an unnamed lane goes by its kind");
        assert_eq!(write(&map, &own, "Touchpoints"), Ok(None));
    }

    #[test]
    fn every_choice_can_be_chosen_by_its_place_and_has_a_name_of_its_own_in_every_language() {
        let map = crate::figures::sample::map();
        for language in Language::ALL {
            in_language(language, || {
                for record in RecordKind::RECORDS.iter().flat_map(|kind| map.refs(*kind)).chain([RecordRef::Map]) {
                    for (field, _) in all(record.kind()) {
                        let key = FieldKey::one(record, field);
                        let Some(names) = choices(record.kind(), field) else { continue };
                        if read(&map, record, field).is_none() {
                            continue;
                        }
                        for place in 0..names.len() {
                            let edit = choose(&map, &key, place);
                            let after = edit.and_then(|edit| map.after(&edit).ok()).unwrap_or_else(|| map.clone());
                            assert_eq!(chosen(&after, &key), Some(place), "{field:?} of {record} in {language:?}");
                        }
                        assert_eq!(choose(&map, &key, names.len()), None);
                    }
                }
            });
        }
    }

    #[test]
    fn what_a_record_says_is_what_its_fields_say_one_by_one_with_places_and_audiences() {
        let (map, card) = (map(), RecordRef::from(TouchpointId(3)));
        let write = |map: &Map, field, text: &str| {
            let edit = write(map, &FieldKey::one(card, field), text).unwrap().unwrap();
            map.after(&edit).unwrap()
        };
        let families = Some(SegmentId(4));
        let map = write(&map, Field::Emotion(None), "1");
        let map = write(&map, Field::EmotionReason(None), "it is quick");
        let map = write(&map, Field::Emotion(families), "−2");
        let reason = read(&map, card, Field::EmotionReason(families));
        assert_eq!(reason.as_deref(), Some("it is quick"), "an audience begins with what all feel");
        let map = write(&map, Field::EmotionReason(families), "it asks too much");
        let said = said(&map, card, |_, _| true);
        for (field, text) in &said {
            assert_eq!(read(&map, card, *field).as_ref(), Some(text), "{field:?}");
        }
        let says = |field| said.iter().any(|(known, _)| *known == field);
        assert!(says(Field::EmotionReason(None)) && says(Field::EmotionReason(families)) && says(Field::Channel));
        assert!(!says(Field::Note), "what is empty says nothing");
        let gone = Field::Emotion(Some(SegmentId(99)));
        assert_eq!(
            super::write(&map, &FieldKey::one(card, gone), "1"),
            Ok(None),
            "an audience that is gone feels nothing"
        );
    }

    #[test]
    fn a_choice_is_taken_by_its_name_whatever_its_capitals() {
        let map = map();
        let key = FieldKey::one(TouchpointId(3).into(), Field::Channel);
        let edit = write(&map, &key, "Podcast / AUDIO").unwrap().unwrap();
        assert_eq!(map.after(&edit).unwrap().touchpoints[&TouchpointId(3)].channel, Channel::Podcast);
        let wrong = write(&map, &key, "smoke signals").unwrap_err();
        assert!(wrong.contains(Channel::Podcast.name()), "{wrong}");
        let listed = choices(RecordKind::Touchpoint, Field::Channel).unwrap();
        assert_eq!(listed.len(), Channel::ALL.len());
        assert_eq!(choices(RecordKind::Touchpoint, Field::Title), None);
    }
}
