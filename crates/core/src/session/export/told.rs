//! Exporting what is no picture of the board: what the board says, as a file of a format.

use touchline_words::{Language, in_language, say};

use super::super::filtered;
use super::ExportSettings;
use crate::data::{self, Asked};
use crate::export::{self, ExportError, Format, Moment};
use crate::model::Map;

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
    in_language(language.unwrap_or_else(|| Language::of_document(&map.meta.language)), || {
        let (given, asked) = given(map, settings);
        match settings.format {
            Format::Xlsx => export::xlsx(&map.meta.title, &data::book(&given, &asked), made),
            Format::Csv => Ok(export::csv(&data::table(&given, settings.table, &asked))),
            format @ (Format::Pdf | Format::Png | Format::Svg) => Err(ExportError::NoPicture { format: format.name() }),
        }
    })
}

/// What will be in such a file, for whoever chooses it.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Contents {
    /// What it holds, and how much of it: `Touchpoints`, `12 rows`.
    pub parts: Vec<(String, String)>,
    /// How it begins, where it is text.
    pub text: String,
}

/// The lines of a text that are shown of it.
const LINES: usize = 60;

/// What will be in the file, in the language of the moment and the file's words in its own.
pub fn contents(map: &Map, settings: &ExportSettings) -> Contents {
    let tables = in_language(Language::of_document(&map.meta.language), || {
        let (given, asked) = given(map, settings);
        match settings.format {
            Format::Xlsx => data::book(&given, &asked),
            Format::Csv => vec![data::table(&given, settings.table, &asked)],
            Format::Pdf | Format::Png | Format::Svg => Vec::new(),
        }
    });
    let parts = tables.iter().map(|table| (table.name.to_owned(), say!(session_export_rows, count = table.rows.len())));
    let parts = parts.collect();
    let text = match (settings.format, tables.as_slice()) {
        (Format::Csv, [table]) => begun(&String::from_utf8_lossy(&export::csv(table))),
        _ => String::new(),
    };
    Contents { parts, text }
}

/// The first lines.
fn begun(text: &str) -> String {
    let text = text.trim_start_matches('\u{feff}');
    let mut lines: Vec<&str> = text.lines().take(LINES + 1).collect();
    if lines.len() > LINES {
        lines.truncate(LINES);
        lines.push("…");
    }
    lines.join("\n")
}

/// The map as it is given away by these settings.
fn given(map: &Map, settings: &ExportSettings) -> (Map, Asked) {
    // Whoever asks for the table of notes asks for notes.
    let is_of_notes = settings.format == Format::Csv && settings.table == data::TableKind::Notes;
    let asked = Asked { segment: settings.segment, former: settings.former, notes: settings.notes || is_of_notes };
    let left = filtered::left(map, settings.view, settings.state);
    (data::given(left.as_ref().unwrap_or(map), &asked), asked)
}
