//! A map as a sheet on disk, and an edited sheet put back onto its map.

use touchline_words::say;

use crate::behaviour::encoding::TextEncoding;
use crate::behaviour::error::BehaviourError;
use crate::behaviour::files::{self, Opening};
use crate::behaviour::progress::Progress;
use crate::behaviour::source::Source;
use crate::edit::quoted::{self, Quotes};
use crate::edit::sheet::{FIRST_CELL, FIRST_CELLS, SheetError, SheetErrors, read_sheet, sheet};
use crate::model::{Edit, IdSource, Map};
use crate::store::{self, Reads, SheetFormat, StoreError};
use std::io::Read;
use std::path::Path;
use std::sync::Arc;

/// So much of a file tells whether it is a sheet.
const HEAD_BYTES: usize = 64 * 1024;
/// Bytes of text of the longest sheet that is read.
const MOST_BYTES: u64 = 64 << 20;
/// Bytes of the largest file that is looked into before there is a map, to see whether it is a sheet.
const MOST_FILE_BYTES: u64 = 16 << 20;

/// Why a sheet could not be written or put back.
#[derive(Debug, thiserror::Error)]
pub enum SheetFileError {
    #[error("{}", say!(session_sheet_ending, path = path.display()))]
    Ending { path: std::path::PathBuf },
    #[error("{0}")]
    Cells(String),
    #[error(transparent)]
    Store(#[from] StoreError),
    #[error(transparent)]
    Source(#[from] BehaviourError),
    /// A line for each thing that is not understood.
    #[error("{}", error.0.iter().map(|error| format!("{name}: {error}")).collect::<Vec<_>>().join("\n"))]
    Sheet { name: String, error: SheetErrors },
    #[error("{name}: {reason}")]
    Text { name: String, reason: &'static str },
}

/// Writes a map's sheet. A file that exists is replaced only once the new one is complete.
///
/// # Errors
/// The ending is none of a sheet, a cell would be too long, or the file is one of `reads` or cannot be written.
pub fn write_sheet(map: &Map, path: &Path, reads: &Reads) -> Result<(), SheetFileError> {
    let format = SheetFormat::of_path(path).ok_or_else(|| SheetFileError::Ending { path: path.to_owned() })?;
    reads.refuse(path)?;
    let bytes = store::sheet_bytes(&sheet(map), format).map_err(SheetFileError::Cells)?;
    Ok(reads.write(path, &bytes)?)
}

/// What an edited sheet changes of the map that it was made of; `None` when nothing.
///
/// # Errors
/// The file cannot be read, is no sheet of a map, or a cell of it holds what it cannot.
pub fn edited_sheet(map: &Map, source: &Source, ids: &mut IdSource) -> Result<Option<Edit>, SheetFileError> {
    let rows = rows(source)?;
    read_sheet(map, &rows, ids).map_err(|error| SheetFileError::Sheet { name: place_of(source), error })
}

/// The file, and of a workbook the sheet in it.
fn place_of(source: &Source) -> String {
    match source.sheets() {
        Some(sheets) => say!(session_sheet_of, file = source.name(), sheet = sheets.chosen),
        None => source.name().to_owned(),
    }
}

/// Whether a table is a map that was written as a sheet, and no data: told by its first cells.
pub fn is_map_sheet(source: &Source) -> bool {
    stages_of_sheet(source).is_some()
}

/// The names of the stages in a map's sheet; `None` for any other table.
fn stages_of_sheet(source: &Source) -> Option<Vec<String>> {
    let head = source.head(HEAD_BYTES).ok()?;
    let text = TextEncoding::of_source(source, &head).ok()?.decode(&head);
    let line = text.trim_start_matches('\u{feff}').lines().next().unwrap_or_default();
    [',', ';', '\t'].into_iter().find_map(|delimiter| {
        let row = quoted::rows(line, delimiter, Quotes::First).into_iter().next()?;
        let mut cells = row.iter().map(|cell| cell.trim());
        let is_sheet = FIRST_CELLS.into_iter().all(|first| cells.next() == Some(first));
        // A name that a spreadsheet would take for a formula has an apostrophe before it.
        let names = cells.map(|name| name.strip_prefix('\'').unwrap_or(name).to_owned());
        is_sheet.then(|| names.filter(|name| !name.is_empty()).collect())
    })
}

/// The stages of the map that a file is the sheet of; `None` for any other file, and where it is stopped.
pub fn map_stages(path: &Path, stop: &Arc<Progress>) -> Option<Vec<String>> {
    SheetFormat::of_path(path)?;
    let size = std::fs::metadata(path).ok().filter(std::fs::Metadata::is_file)?.len();
    if size > MOST_FILE_BYTES {
        return None;
    }
    stages_of_sheet(&files::open_until(&[path.to_owned()], &Opening::default(), stop).ok()?)
}

/// The rows of a table of text, whatever its encoding and delimiter.
fn rows(source: &Source) -> Result<Vec<Vec<String>>, SheetFileError> {
    let wrong = |reason| SheetFileError::Text { name: source.name().to_owned(), reason };
    let head = source.head(64 * 1024)?;
    let encoding = TextEncoding::of_source(source, &head)?;
    let mut text = String::new();
    let mut reader = encoding.reader(source)?.take(MOST_BYTES + 1);
    reader.read_to_string(&mut text).map_err(|_| wrong(say!(session_sheet_no_text)))?;
    if text.len() as u64 > MOST_BYTES {
        return Err(wrong(say!(session_sheet_too_long)));
    }
    let text = text.trim_start_matches('\u{feff}');
    let delimiter = text.trim_start_matches('"').strip_prefix(FIRST_CELL).map(|rest| rest.trim_start_matches('"'));
    let delimiter = delimiter.and_then(|rest| rest.chars().next()).filter(|letter| [',', ';', '\t'].contains(letter));
    let delimiter =
        delimiter.ok_or_else(|| SheetFileError::Sheet { name: place_of(source), error: SheetError::NoSheet.into() })?;
    let rows = quoted::rows(text, delimiter, Quotes::First);
    // Spreadsheets end every row and fill it up to the longest.
    let is_cut = !text.ends_with('\n') && rows.last().map(Vec::len) < rows.first().map(Vec::len);
    if is_cut { Err(wrong(say!(session_sheet_cut))) } else { Ok(rows) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::edit::random::{KINDS, random_map};
    use proptest::prelude::*;
    use std::time::SystemTime;

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(60))]

        #[test]
        fn text_out_and_in_gives_an_equal_map(steps in prop::collection::vec((0..KINDS, any::<u64>()), 1..60)) {
            let map = random_map(&steps);
            let bytes = store::sheet_bytes(&sheet(&map), SheetFormat::Csv).unwrap();
            let text = String::from_utf8(bytes.clone()).unwrap();
            let source = Source::from_bytes("map.csv", bytes, SystemTime::now()).unwrap();
            if map.stages.is_empty() {
                return Ok(());
            }
            prop_assert_eq!(edited_sheet(&map, &source, &mut IdSource::seeded(5)).unwrap(), None);
            // The same as Excel saves it where the decimal mark is a comma: semicolons and UTF-16 with tabs.
            let rows = quoted::rows(text.trim_start_matches('\u{feff}'), ',', Quotes::First);
            prop_assert_eq!(&rows, &sheet(&map));
        }
    }

    #[test]
    fn what_is_no_sheet_is_told() {
        let map = random_map(&[(0, 1)]);
        for text in ["stage,users\nA,1\n", "\u{1}\u{2}", "Lane", "<html></html>"] {
            let source = Source::from_bytes("x.csv", text.as_bytes().to_vec(), SystemTime::now()).unwrap();
            let error = edited_sheet(&map, &source, &mut IdSource::seeded(5)).unwrap_err().to_string();
            assert!(error.contains("x.csv"), "{error}");
        }
    }

    #[test]
    fn a_sheet_that_was_cut_off_changes_nothing() {
        let map = random_map(&[(0, 1), (0, 2), (0, 3)]);
        let text = String::from_utf8(store::sheet_bytes(&sheet(&map), SheetFormat::Csv).unwrap()).unwrap();
        let edited = |text: &str| {
            let source = Source::from_bytes("map.csv", text.as_bytes().to_vec(), SystemTime::now()).unwrap();
            edited_sheet(&map, &source, &mut IdSource::seeded(5))
        };
        let second_row = text.find('\n').unwrap() + 1;
        let cut = &text[..second_row + text[second_row..].find(',').unwrap() + 3];
        assert!(edited(cut).unwrap_err().to_string().contains(say!(session_sheet_cut)), "{cut}");
        assert_eq!(edited(text.trim_end()).unwrap(), None, "a last row that is whole needs no end");
    }

    #[test]
    fn a_map_that_was_written_as_a_sheet_is_known_from_data() {
        let map = random_map(&[(0, 1)]);
        let bytes = store::sheet_bytes(&sheet(&map), SheetFormat::Csv).unwrap();
        let is = |bytes: Vec<u8>| is_map_sheet(&Source::from_bytes("x.csv", bytes, SystemTime::now()).unwrap());
        assert!(is(bytes.clone()));
        assert!(is(String::from_utf8(bytes).unwrap().replace(',', ";").into_bytes()), "as Excel saves it");
        for text in ["stage,users\nA,1\n", "Lane,Field\n1,2\n", "Lane,Field,Keys,x\n", "\u{1}"] {
            assert!(!is(text.as_bytes().to_vec()), "{text}");
        }
    }

    #[test]
    fn a_sheet_tells_the_stages_of_its_map() {
        let folder = tempfile::tempdir().unwrap();
        let map = crate::edit::templates::Template::LiveEvent.build(&mut IdSource::seeded(1));
        let names: Vec<String> = map.stages_in_order().into_iter().map(|(_, stage)| stage.name.clone()).collect();
        for name in ["map.xlsx", "map.csv"] {
            let path = folder.path().join(name);
            write_sheet(&map, &path, &Reads::nothing()).unwrap();
            assert_eq!(map_stages(&path, &Arc::default()).as_ref(), Some(&names), "{name}");
        }
        let data = folder.path().join("data.csv");
        std::fs::write(&data, "stage,users\nA,1\n").unwrap();
        for path in [data.as_path(), folder.path(), Path::new("/nowhere.csv")] {
            assert_eq!(map_stages(path, &Arc::default()), None);
        }
    }

    #[test]
    fn only_sheets_are_written() {
        let error = write_sheet(&Map::default(), Path::new("/tmp/map.pdf"), &Reads::nothing()).unwrap_err();
        assert!(error.to_string().contains(".xlsx or .csv"));
    }
}
