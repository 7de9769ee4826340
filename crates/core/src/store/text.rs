//! The map as the text of a file, and back.
//!
//! Promise (law F1): a text that [`to_text`] wrote gives the same bytes when it is read and written again. Reading never
//! panics, whatever the bytes are, and tells where in the text something is wrong.
//!
//! # Limits
//! 128 MB, 200,000 records, five million values, 256 KB in one text but a picture; comments are not kept.

use super::error::{PlacedProblem, StoreError};
use super::misread::misread;
use super::outline::{Outline, Places, line_and_column, outline};
use crate::edit::Fragment;
use crate::images::{IMAGE_BYTES_MAX, Image, ImageId};
use crate::model::*;
use ron::error::Error as RonError;
use serde::de::{MapAccess, Visitor};
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use std::collections::BTreeMap;
use std::fmt;
use std::marker::PhantomData;
use touchline_words::say;

/// The format that this version writes, and the newest that it reads.
pub const FORMAT: u64 = 1;
/// Larger files are refused.
pub const MAP_BYTES_MAX: usize = 128 * 1024 * 1024;
/// Files with more records are refused.
pub const RECORDS_MAX: usize = 200_000;
/// Files with more values in all their lists and records are refused.
const VALUES_MAX: usize = 5_000_000;
/// Files with a longer text are refused: no board has room for it, and no window the time.
const TEXT_BYTES_MAX: usize = 256 * 1024;

/// The bytes of a picture in base 64.
const IMAGE_TEXT_MAX: usize = IMAGE_BYTES_MAX.div_ceil(3) * 4;

const HEAD: &str = "// A customer journey map, made with Touchline. Comments are not kept when it is saved.\n";
/// The first line of a part of a map on the clipboard.
const PART_HEAD: &str = "// Part of a customer journey map, copied from Touchline (format 1)\n";

/// A map as read.
#[derive(Clone, Debug, PartialEq)]
pub struct Loaded {
    pub map: Map,
    /// What this version does not know; saving would drop it.
    pub unknown: Vec<UnknownField>,
}

/// A field of the file that this version does not know.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UnknownField {
    /// Where it is in the map, such as `stages.0G3….colour`.
    pub path: String,
    pub line: usize,
}

/// The text of a map file.
pub fn to_text(map: &Map) -> String {
    written(HEAD, map)
}

/// The map as JSON: the same fields and tables as in its file, all of them, by the schema in `docs/map.schema.json`. A choice that
/// holds something is an object with its name, such as `{"Touchpoint": "3V9K…"}`.
///
/// # Errors
/// None that a map can have: each record is plain data with text keys.
pub fn to_json(map: &Map) -> std::io::Result<String> {
    let images = map.each_image_once();
    let named = (!images.is_empty()).then(|| map.with_images_named());
    let file = Written::of(named.as_ref().unwrap_or(map), images);
    Ok(serde_json::to_string_pretty(&file)? + "\n")
}

/// What [`to_json`] wrote, for the tests of it.
#[cfg(test)]
pub(super) fn from_json(json: &str) -> Map {
    Map::new(serde_json::from_str::<File>(json).unwrap().into_tables()).unwrap()
}

/// Reads the text of a map file; `name` stands in errors.
///
/// # Errors
/// Anything that is not a whole, legal map of a known format.
pub fn from_bytes(name: &str, bytes: &[u8]) -> Result<Loaded, StoreError> {
    let text = checked_text(name, bytes)?;
    let look = checked_outline(name, text)?;
    let (file, paths) = parsed(name, text)?;
    let map = Map::new(file.into_tables()).map_err(|problems| {
        let places = Places::of(text, &look);
        let placed = |problem: Problem| PlacedProblem { line: line_of(&places, problem.at), problem };
        StoreError::Broken { name: name.to_owned(), problems: problems.into_iter().map(placed).collect() }
    })?;
    let places = if paths.is_empty() { Places::default() } else { Places::of(text, &look) };
    let unknown =
        paths.into_iter().map(|path| UnknownField { line: line_of_field(text, &places, &path), path }).collect();
    Ok(Loaded { map, unknown })
}

/// The text of a part of a map, for the clipboard.
pub fn part_to_text(part: &Fragment) -> String {
    written(PART_HEAD, &part.records)
}

/// Reads a part of a map from the clipboard; `None` when the text is no such part at all.
pub fn part_from_text(text: &str) -> Option<Result<Fragment, StoreError>> {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    if text.lines().next() != Some(PART_HEAD.trim_end()) {
        return None;
    }
    let name = say!(store_clipboard);
    let part = checked_text(name, text.as_bytes())
        .and_then(|text| checked_outline(name, text).map(|_| text))
        .and_then(|text| parsed(name, text))
        .map(|(file, _)| Fragment { records: file.into_tables() });
    Some(part)
}

pub(super) fn checked_text<'a>(name: &str, bytes: &'a [u8]) -> Result<&'a str, StoreError> {
    let name = || name.to_owned();
    if bytes.len() > MAP_BYTES_MAX {
        let megabytes = |bytes: usize| (bytes as u64).div_ceil(1024 * 1024);
        return Err(StoreError::TooLarge {
            name: name(),
            megabytes: megabytes(bytes.len()),
            limit: megabytes(MAP_BYTES_MAX),
        });
    }
    let text = std::str::from_utf8(bytes)
        .map_err(|error| StoreError::NotText { name: name(), offset: error.valid_up_to() })?;
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    if text.trim().is_empty() {
        return Err(StoreError::Empty { name: name() });
    }
    if let Some(offset) = text.find('\0') {
        return Err(StoreError::NotText { name: name(), offset });
    }
    Ok(text)
}

fn checked_outline<'a>(name: &str, text: &'a str) -> Result<Outline<'a>, StoreError> {
    let look = outline(text, RECORDS_MAX);
    let name = name.to_owned();
    match look.format {
        Some(found) if found > FORMAT => Err(StoreError::Newer { name, found, known: FORMAT }),
        _ if look.too_many_records => Err(StoreError::TooMany { name, what: say!(store_records), limit: RECORDS_MAX }),
        _ if look.values > VALUES_MAX => Err(StoreError::TooMany { name, what: say!(store_values), limit: VALUES_MAX }),
        _ if look.longest_image > IMAGE_TEXT_MAX => {
            Err(StoreError::TooMany { name, what: say!(store_image_bytes), limit: IMAGE_BYTES_MAX })
        }
        _ if look.longest_text > TEXT_BYTES_MAX => {
            Err(StoreError::TooMany { name, what: say!(store_text_bytes), limit: TEXT_BYTES_MAX })
        }
        _ => Ok(look),
    }
}

/// Parses a text; also the paths of the fields that were passed over.
fn parsed(name: &str, text: &str) -> Result<(File, Vec<String>), StoreError> {
    let at = |error: ron::error::SpannedError| syntax_error(name, text, &error);
    let mut unknown = Vec::new();
    let mut deserializer = ron::Deserializer::from_str(text).map_err(at)?;
    let file: File = serde_ignored::deserialize(&mut deserializer, |path| unknown.push(path.to_string()))
        .map_err(|error| at(deserializer.span_error(error)))?;
    deserializer.end().map_err(|error| at(deserializer.span_error(error)))?;
    if file.format != FORMAT {
        let (line, column) = line_and_column(text, text.find("format").unwrap_or(0));
        return Err(StoreError::Syntax {
            name: name.to_owned(),
            line,
            column,
            what: say!(store_no_format, format = file.format),
            advice: say!(store_correct_advice),
        });
    }
    Ok((file, unknown))
}

fn syntax_error(name: &str, text: &str, error: &ron::error::SpannedError) -> StoreError {
    let place = error.span.start;
    // Lines and columns of the parser count from 1, the column in characters.
    let (line, column) = (place.line, place.col);
    let (last_line, _) = line_and_column(text, text.trim_end().len());
    let (end_line, end_column) = (error.span.end.line, error.span.end.col);
    let ends =
        text.lines().nth(end_line.saturating_sub(1)).is_none_or(|whole| end_column > whole.trim_end().chars().count());
    let open_at_end = matches!(
        error.code,
        RonError::Eof | RonError::ExpectedStringEnd | RonError::UnclosedBlockComment | RonError::UnclosedLineComment
    );
    let cut_off = open_at_end || (end_line >= last_line && ends);
    let what = match &error.code {
        _ if cut_off => say!(store_ends_early).to_owned(),
        RonError::TrailingCharacters => say!(store_behind_end).to_owned(),
        other => misread(other),
    };
    let advice = if cut_off { say!(store_cut_off_advice) } else { say!(store_correct_advice) };
    StoreError::Syntax { name: name.to_owned(), line, column, what, advice }
}

/// The line on which a record starts.
fn line_of(places: &Places<'_>, at: RecordRef) -> Option<usize> {
    let (table, id) = (at.kind().table()?, at.number().map(to_base32)?);
    places.offset_of(table, &id).map(|offset| places.line_at(offset))
}

/// The line of a field that was passed over: the first of its name behind its record's key.
fn line_of_field(text: &str, places: &Places<'_>, path: &str) -> usize {
    let mut parts = path.split('.');
    let (table, id) = (parts.next().unwrap_or(""), parts.next().unwrap_or(""));
    let field = path.rsplit('.').next().unwrap_or(path);
    let start = places.offset_of(table, id).unwrap_or(0);
    let rest = text.get(start..).unwrap_or("");
    let is_field = |place: usize| {
        let before = rest.get(..place).and_then(|before| before.chars().next_back());
        let after = rest.get(place + field.len()..).unwrap_or("");
        before.is_none_or(|letter| !letter.is_alphanumeric() && letter != '_' && letter != '"')
            && after.trim_start().starts_with(':')
    };
    let place = rest.match_indices(field).map(|(place, _)| place).find(|place| is_field(*place)).unwrap_or(0);
    places.line_at(start + place)
}

/// The file's fields, in the order in which they are written, and the same with their records in reading order.
macro_rules! file {
    ($($kind:ident, $id:ident, $table:ident, $name:tt, $text:ident, $spot:tt;)*) => {
        #[derive(Deserialize)]
        #[serde(rename = "Map")]
        struct File {
            format: u64,
            meta: Meta,
            $(
                #[serde(default, deserialize_with = "table")]
                $table: BTreeMap<$id, $kind>,
            )*
            #[serde(default, deserialize_with = "table")]
            images: BTreeMap<ImageId, Image>,
        }

        impl File {
            /// A picture that nothing shows is let go; one that is not in the file is missed by the rules.
            fn into_tables(self) -> Tables {
                let mut tables = Tables { meta: self.meta, $($table: self.$table),* };
                tables.fill_images(&self.images);
                tables
            }
        }

        #[derive(Serialize)]
        struct Written<'a> {
            format: u64,
            meta: &'a Meta,
            $(
                #[serde(skip_serializing_if = "Rows::is_empty")]
                $table: Rows<'a, $id, $kind>,
            )*
            /// At the end, since nobody reads them.
            #[serde(skip_serializing_if = "BTreeMap::is_empty")]
            images: BTreeMap<ImageId, Image>,
        }

        impl<'a> Written<'a> {
            /// `tables` name their pictures alone.
            fn of(tables: &'a Tables, images: BTreeMap<ImageId, Image>) -> Self {
                Self { format: FORMAT, meta: &tables.meta, $($table: rows::<$kind>(tables),)* images }
            }
        }
    };
}

records!(file);

/// Reads a table and refuses an id that comes twice.
fn table<'de, D, K, V>(deserializer: D) -> Result<BTreeMap<K, V>, D::Error>
where
    D: Deserializer<'de>,
    K: Deserialize<'de> + Ord + fmt::Display,
    V: Deserialize<'de>,
{
    struct Table<K, V>(PhantomData<(K, V)>);

    impl<'de, K: Deserialize<'de> + Ord + fmt::Display, V: Deserialize<'de>> Visitor<'de> for Table<K, V> {
        type Value = BTreeMap<K, V>;

        fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
            f.write_str(say!(store_table_expected))
        }

        fn visit_map<A: MapAccess<'de>>(self, mut access: A) -> Result<Self::Value, A::Error> {
            let mut records = BTreeMap::new();
            while let Some(id) = access.next_key::<K>()? {
                if records.contains_key(&id) {
                    return Err(serde::de::Error::custom(say!(store_id_twice, id = id.to_string())));
                }
                let record = access.next_value()?;
                records.insert(id, record);
            }
            Ok(records)
        }
    }

    deserializer.deserialize_map(Table(PhantomData))
}

struct Rows<'a, K, V>(Vec<(K, &'a V)>);

impl<K, V> Rows<'_, K, V> {
    fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

impl<K: Serialize, V: Serialize> Serialize for Rows<'_, K, V> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self.0.iter().map(|(id, record)| (id, record)))
    }
}

/// A table's records in reading order: by stage, lane, rank, or what else their place is; equal ones by id.
fn rows<R: Record>(tables: &Tables) -> Rows<'_, R::Id, R> {
    // A part of a map may name stages that it does not hold: those come by their id, in front.
    let place = |record: &'_ R| {
        let spot = record.spot();
        let stage = spot.stage.map(|id| (tables.stages.get(id).map(|stage| stage.rank.clone()), *id));
        let lane = spot.lane.map(|id| (tables.lanes.get(id).map(|lane| lane.rank.clone()), *id));
        (stage, lane, spot.rank.cloned(), spot.on.copied(), spot.taken.copied())
    };
    let mut rows: Vec<(R::Id, &R)> = R::table(tables).iter().map(|(id, record)| (*id, record)).collect();
    rows.sort_by_cached_key(|(id, record)| (place(record), *id));
    Rows(rows)
}

fn written(head: &str, tables: &Tables) -> String {
    let images = tables.each_image_once();
    // Only a map with pictures is copied.
    let named = (!images.is_empty()).then(|| tables.with_images_named());
    let file = Written::of(named.as_ref().unwrap_or(tables), images);
    let style = ron::ser::PrettyConfig::new().new_line("\n").indentor("  ").struct_names(false);
    // Every record is plain data with text keys, which RON can always write; were it not so, reading it back would
    // find out before anything is saved.
    let body = ron::ser::to_string_pretty(&file, style).unwrap_or_default();
    format!("{head}{body}\n")
}
