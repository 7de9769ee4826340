//! One sheet of an Excel workbook as delimited text: the one that was asked for, or the one that holds the table.
//!
//! # Limits
//! `.xlsx` and `.xlsm` only. The text of a sheet is held in memory and may be [`MOST_BYTES`] long. Charts, hidden sheets
//! and formulas are left alone: a formula counts with the value that it had when the workbook was saved.

use std::collections::{BTreeMap, HashMap};
use std::io::{BufReader, Seek, SeekFrom};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::time::SystemTime;

use calamine::{DataRef, Dimensions, Reader, SheetType, SheetVisible, Xlsx, XlsxError};
use touchline_words::say;

use super::sheet_text::{MOST_BYTES, Refused, SheetText, cell_text};
use super::zip_guard;
use crate::alike::normalised;
use crate::error::BehaviourError;
use crate::recognise::{Overrides, recognise};
use crate::source::{ReadSeek, Source};

/// Rows by which sheets are compared, and how many sheets are.
const COMPARED_ROWS: usize = 200;
const COMPARED_SHEETS: usize = 60;

/// Merged cells that are filled.
const MOST_MERGED: usize = 2_000_000;

/// A sheet, read.
#[derive(Debug)]
pub struct Sheet {
    pub text: Vec<u8>,
    /// Which of `names` it is.
    pub name: String,
    /// All sheets that a person can choose.
    pub names: Vec<String>,
    /// Cells that have their value from one above with which they are merged.
    pub merged: u64,
}

type Book = Xlsx<BufReader<Box<dyn ReadSeek>>>;

/// Whether a file that begins like this is an archive that may be a workbook.
pub fn may_be_workbook(head: &[u8]) -> bool {
    let holds = |name: &[u8]| memchr::memmem::find(head, name).is_some();
    head.starts_with(b"PK\x03\x04") && (holds(b"xl/") || holds(b"[Content_Types].xml")) && !holds(b"word/")
}

/// Reads a sheet by its name, or the one that looks most like a table.
///
/// # Errors
/// The workbook is damaged, hostile or of another kind, or has no such sheet, or none with anything in it.
pub fn read(name: &str, mut reader: Box<dyn ReadSeek>, sheet: Option<&str>) -> Result<Sheet, BehaviourError> {
    let damaged = |reason: String| BehaviourError::Workbook { name: name.to_owned(), reason };
    zip_guard::check(&mut reader).map_err(damaged)?;
    reader.seek(SeekFrom::Start(0)).map_err(|error| damaged(error.to_string()))?;
    // A reader of other people's formats: whatever surprises it must not end the program.
    let read = catch_unwind(AssertUnwindSafe(|| read_checked(name, reader, sheet)));
    read.unwrap_or_else(|_| Err(damaged(say!(log_workbook_contradicts).to_owned())))
}

fn read_checked(name: &str, reader: Box<dyn ReadSeek>, sheet: Option<&str>) -> Result<Sheet, BehaviourError> {
    let failed = |error: XlsxError| damaged(name, &error);
    let mut book: Book = Xlsx::new(BufReader::new(reader)).map_err(failed)?;
    let names = sheet_names(&book);
    let chosen = match sheet {
        Some(wanted) => {
            let found = names.iter().find(|known| *known == wanted);
            let alike = || names.iter().find(|known| normalised(known) == normalised(wanted));
            found.or_else(alike).cloned().ok_or_else(|| BehaviourError::UnknownSheet {
                sheet: wanted.to_owned(),
                name: name.to_owned(),
                sheets: names.clone(),
            })?
        }
        None => table_sheet(&mut book, &names).ok_or_else(|| BehaviourError::Empty { name: name.to_owned() })?,
    };
    let (text, merged) = text_of(&mut book, &chosen, usize::MAX).map_err(|trouble| trouble.told(name, &chosen))?;
    let text = text.finish().map_err(|refused| Trouble::Refused(refused).told(name, &chosen))?;
    if text.is_empty() {
        return Err(BehaviourError::Empty { name: say!(log_workbook_sheet, name, chosen) });
    }
    Ok(Sheet { text, name: chosen, names, merged })
}

/// Sheets of cells that show; all of them if none does.
fn sheet_names(book: &Book) -> Vec<String> {
    let sheets: Vec<_> = book.sheets_metadata().iter().filter(|sheet| sheet.typ == SheetType::WorkSheet).collect();
    let shown: Vec<_> = sheets.iter().filter(|sheet| sheet.visible == SheetVisible::Visible).collect();
    let some = if shown.is_empty() { sheets.iter().collect() } else { shown };
    some.into_iter().map(|sheet| sheet.name.clone()).collect()
}

/// The sheet in whose first rows most roles of a log are found; among equals the one with more cells, then the first.
fn table_sheet(book: &mut Book, names: &[String]) -> Option<String> {
    let mut best: Option<(u64, &String)> = None;
    for name in names.iter().take(COMPARED_SHEETS) {
        let Ok((head, _)) = text_of(book, name, COMPARED_ROWS) else { continue };
        let cells = head.cells();
        let roles = head.finish().ok().map_or(0, roles_in);
        let score = roles * 1_000_000 + cells.min(999_999);
        if cells > 0 && best.is_none_or(|(most, _)| score > most) {
            best = Some((score, name));
        }
    }
    // A sheet that cannot be read shows its error only if no other can be.
    best.map(|(_, name)| name).or(names.first()).cloned()
}

/// How many roles of a log a text seems to have columns for.
#[expect(clippy::disallowed_methods, reason = "the moment goes into nothing that is told")]
fn roles_in(text: Vec<u8>) -> u64 {
    let source = Source::from_table(text, SystemTime::now());
    let found = source.and_then(|source| recognise(&source, &Overrides::default()));
    found.map_or(0, |found| {
        let roles = found.roles;
        [roles.case, roles.event, roles.time].iter().flatten().count() as u64
    })
}

enum Trouble {
    Xlsx(XlsxError),
    Refused(Refused),
}

impl Trouble {
    fn told(self, name: &str, sheet: &str) -> BehaviourError {
        match self {
            Trouble::Xlsx(error) => damaged(name, &error),
            Trouble::Refused(Refused::Misplaced) => {
                BehaviourError::Workbook { name: name.to_owned(), reason: say!(log_workbook_misplaced, sheet) }
            }
            Trouble::Refused(Refused::TooLong) => BehaviourError::Workbook {
                name: name.to_owned(),
                reason: say!(log_workbook_too_long, sheet, limit = MOST_BYTES >> 20),
            },
        }
    }
}

/// The text of a sheet, and how many of its cells have the value of one above with which they are merged.
fn text_of(book: &mut Book, sheet: &str, most_rows: usize) -> Result<(SheetText, u64), Trouble> {
    let mut merged = Merged::of(&book.merge_cells_by_sheet_name(sheet).unwrap_or_default(), most_rows);
    let mut cells = book.worksheet_cells_reader(sheet).map_err(Trouble::Xlsx)?;
    let mut text = SheetText::default();
    while let Some(cell) = cells.next_cell().map_err(Trouble::Xlsx)? {
        let (row, column) = cell.get_position();
        if row as usize >= most_rows {
            break;
        }
        merged.fill_before((row, column), &mut text)?;
        merged.note((row, column), cell.get_value());
        text.add(row, column, cell.get_value()).map_err(Trouble::Refused)?;
    }
    let filled = merged.fill_before((u32::MAX, 0), &mut text)?;
    Ok((text, filled))
}

/// Cells below one with which they are merged: they have its value, which the file keeps once.
struct Merged {
    /// The cells in order, each with the one whose value it has.
    cells: BTreeMap<(u32, u32), (u32, u32)>,
    values: HashMap<(u32, u32), String>,
    filled: u64,
}

impl Merged {
    fn of(regions: &[Dimensions], most_rows: usize) -> Merged {
        let most_rows = u32::try_from(most_rows).unwrap_or(u32::MAX);
        let (mut cells, mut values) = (BTreeMap::new(), HashMap::new());
        for region in regions {
            // A title over several columns is no value of each of them.
            let rows = region.start.0.saturating_add(1)..=region.end.0.min(most_rows.saturating_sub(1));
            let below = rows.take(MOST_MERGED.saturating_sub(cells.len()));
            let before = cells.len();
            cells.extend(below.map(|row| ((row, region.start.1), region.start)));
            if cells.len() > before {
                values.insert(region.start, String::new());
            }
        }
        Merged { cells, values, filled: 0 }
    }

    /// Keeps the value of a cell that others have too.
    fn note(&mut self, place: (u32, u32), value: &DataRef<'_>) {
        if let Some(known) = self.values.get_mut(&place) {
            *known = cell_text(value);
        }
        // What has a value of its own keeps it.
        if !matches!(value, DataRef::Empty) {
            self.cells.remove(&place);
        }
    }

    /// Adds the merged cells before a place; how many there were so far.
    fn fill_before(&mut self, place: (u32, u32), text: &mut SheetText) -> Result<u64, Trouble> {
        while let Some(first) = self.cells.first_entry().filter(|first| *first.key() < place) {
            let ((row, column), anchor) = first.remove_entry();
            let value = self.values.get(&anchor).cloned().unwrap_or_default();
            self.filled += u64::from(!value.is_empty());
            text.add(row, column, &DataRef::String(value)).map_err(Trouble::Refused)?;
        }
        Ok(self.filled)
    }
}

fn damaged(name: &str, error: &XlsxError) -> BehaviourError {
    let reason = match error {
        XlsxError::Password => say!(log_workbook_password).to_owned(),
        other => other.to_string(),
    };
    BehaviourError::Workbook { name: name.to_owned(), reason }
}
