//! Exporting what is no picture of the board: what the board says, as a file of a format.

use touchline_words::{Language, in_language, say};

use super::super::filtered;
use super::ExportSettings;
use crate::data::{self, Asked, TableKind};
use crate::edit::journey::{Journey, written_journey};
use crate::export::{self, ExportError, Format, Moment, Table};
use crate::model::Map;
use crate::store;

/// The bytes of a file that is not drawn, in a language, or in the map's own where none is named; `made` is the moment that stands
/// in it.
///
/// # Errors
/// A text is longer than the format takes, or the format is a picture.
pub fn bytes(
    map: &Map,
    settings: &ExportSettings,
    language: Option<Language>,
    made: Option<Moment>,
) -> Result<Vec<u8>, ExportError> {
    match said(map, settings, language)? {
        Said::Book(tables) => export::xlsx(&map.meta.title, &tables, made),
        Said::Table(table) => Ok(export::csv(&table)),
        Said::Text(text) => Ok(text.into_bytes()),
    }
}

/// What a file says.
enum Said {
    Book(Vec<Table>),
    Table(Table),
    Text(String),
}

/// What will be in the file. JSON has the whole map, as its own file has; all else what may be given away.
fn said(map: &Map, settings: &ExportSettings, language: Option<Language>) -> Result<Said, ExportError> {
    in_language(language.unwrap_or_else(|| Language::of_document(&map.meta.language)), || {
        if settings.format == Format::Json {
            return Ok(Said::Text(store::to_json(map)?));
        }
        // Whoever asks for the table of notes asks for notes.
        let is_of_notes = settings.format == Format::Csv && settings.table == TableKind::Notes;
        let notes = settings.notes || is_of_notes;
        let asked = Asked { segment: settings.segment, former: settings.former, notes };
        let left = filtered::left(map, settings.view, settings.state);
        let given = data::given(left.as_ref().unwrap_or(map), &asked);
        match settings.format {
            Format::Xlsx => Ok(Said::Book(data::book(&given, &asked))),
            Format::Csv => Ok(Said::Table(data::table(&given, settings.table, &asked))),
            Format::Markdown => Ok(Said::Text(data::summary(&given, &asked))),
            Format::Mermaid => Ok(Said::Text(written_journey(&Journey::of(&given, asked.segment)))),
            Format::Canvas => Ok(Said::Text(data::canvas(&given, &asked).to_text()?)),
            format @ (Format::Pdf
            | Format::Pptx
            | Format::Png
            | Format::Webp
            | Format::Svg
            | Format::Html
            | Format::Json) => Err(ExportError::NoPicture { format: format.name() }),
        }
    })
}

/// What will be in such a file, for whoever chooses it.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Contents {
    /// The tables that it holds, and how much of each: `Touchpoints`, `12 rows`.
    pub parts: Vec<(String, String)>,
    /// How it begins, where it is text.
    pub text: String,
}

/// The lines of a text that are shown of it, and the letters of a line.
const LINES: usize = 60;
const LETTERS: usize = 400;

/// What will be in the file.
pub fn contents(map: &Map, settings: &ExportSettings) -> Contents {
    let part = |table: &Table| (table.name.to_owned(), say!(session_export_rows, count = table.rows.len()));
    match said(map, settings, None) {
        Ok(Said::Book(tables)) => Contents { parts: tables.iter().map(part).collect(), text: String::new() },
        Ok(Said::Table(table)) => {
            let text = begun(&String::from_utf8_lossy(&export::csv(&table)));
            Contents { parts: vec![part(&table)], text }
        }
        Ok(Said::Text(text)) => Contents { parts: Vec::new(), text: begun(&text) },
        Err(problem) => Contents { parts: Vec::new(), text: problem.to_string() },
    }
}

/// The first lines.
fn begun(text: &str) -> String {
    let text = text.trim_start_matches('\u{feff}');
    let cut = |line: &str| match line.char_indices().nth(LETTERS) {
        Some((end, _)) => format!("{}…", line.get(..end).unwrap_or_default()),
        None => line.to_owned(),
    };
    let mut lines: Vec<String> = text.lines().take(LINES + 1).map(cut).collect();
    if lines.len() > LINES {
        lines.truncate(LINES);
        lines.push("…".to_owned());
    }
    lines.join("\n")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::figures::sample;
    use crate::model::{Sticky, StickyId};

    fn settings(format: Format) -> ExportSettings {
        ExportSettings { format, ..ExportSettings::default() }
    }

    #[test]
    fn two_exports_of_one_map_are_the_same_bytes_and_a_picture_is_none_of_them() {
        let map = sample::map();
        for format in Format::ALL {
            let made = super::super::dated(&map, None);
            let file = bytes(&map, &settings(format), None, made);
            match format.is_drawn() {
                true => assert!(file.is_err(), "{format:?}"),
                false => assert_eq!(file.unwrap(), bytes(&map, &settings(format), None, made).unwrap(), "{format:?}"),
            }
        }
    }

    #[test]
    fn a_file_of_words_is_in_the_map_s_language_or_in_the_one_that_is_named() {
        let mut map = sample::map();
        let of = |map: &Map, language| {
            String::from_utf8(bytes(map, &settings(Format::Csv), language, None).unwrap()).unwrap()
        };
        assert!(of(&map, None).contains("Stage,") && of(&map, Some(Language::German)).contains("Phase,"));
        map.meta.language = "de".to_owned();
        assert!(of(&map, None).contains("Phase,"));
        let json = |language| bytes(&map, &settings(Format::Json), language, None).unwrap();
        assert_eq!(json(None), json(Some(Language::English)), "what programs read knows no language");
    }

    #[test]
    fn sticky_notes_go_out_where_they_are_asked_for_and_with_the_whole_map() {
        let mut map = sample::map();
        map.stickies.insert(StickyId(9), Sticky { text: "canary".to_owned(), ..Sticky::default() });
        for format in Format::ALL.into_iter().filter(|format| !format.is_drawn() && *format != Format::Xlsx) {
            let file = String::from_utf8(bytes(&map, &settings(format), None, None).unwrap()).unwrap();
            assert_eq!(file.contains("canary"), format == Format::Json, "{format:?}");
        }
        let notes = ExportSettings { table: TableKind::Notes, ..settings(Format::Csv) };
        let file = String::from_utf8(bytes(&map, &notes, None, None).unwrap()).unwrap();
        assert!(file.contains("canary"));
    }

    #[test]
    fn what_is_told_of_a_file_is_what_is_in_it() {
        let map = sample::map();
        let book = contents(&map, &settings(Format::Xlsx));
        let rows = say!(session_export_rows, count = map.touchpoints.len());
        assert_eq!(book.parts.first(), Some(&(TableKind::Touchpoints.name().to_owned(), rows)));
        assert_eq!(book.parts.len(), 6 + usize::from(!map.metrics.is_empty()));
        for format in [Format::Csv, Format::Json, Format::Markdown, Format::Mermaid, Format::Canvas] {
            let file = String::from_utf8(bytes(&map, &settings(format), None, None).unwrap()).unwrap();
            let told = contents(&map, &settings(format)).text;
            let first = told.lines().next().unwrap().trim_end_matches('…');
            assert!(file.trim_start_matches('\u{feff}').starts_with(first), "{format:?}: {first}");
            assert!(told.lines().count() <= LINES + 1);
        }
    }
}
