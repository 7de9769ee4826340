//! One sheet of an Excel workbook as delimited text: the one that was asked for, or the one that holds the table.
//!
//! # Limits
//! `.xlsx` and `.xlsm` only. The text of a sheet is held in memory and may be [`MOST_BYTES`] long. Charts, hidden sheets
//! and formulas are left alone: a formula counts with the value that it had when the workbook was saved.

use std::io::{BufReader, Seek, SeekFrom};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::time::SystemTime;

use calamine::{Reader, SheetType, SheetVisible, Xlsx, XlsxError};
use touchline_words::say;

use super::sheet_text::{MOST_BYTES, Refused, SheetText};
use super::zip_guard;
use crate::alike::normalised;
use crate::error::BehaviourError;
use crate::recognise::{Overrides, recognise};
use crate::source::{ReadSeek, Source};

/// Rows by which sheets are compared, and how many sheets are.
const COMPARED_ROWS: usize = 200;
const COMPARED_SHEETS: usize = 60;

/// A sheet, read.
#[derive(Debug)]
pub struct Sheet {
    pub text: Vec<u8>,
    /// Which of `names` it is.
    pub name: String,
    /// All sheets that a person can choose.
    pub names: Vec<String>,
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
    let text = text_of(&mut book, &chosen, usize::MAX).map_err(|trouble| trouble.told(name, &chosen))?;
    let text = text.finish().map_err(|refused| Trouble::Refused(refused).told(name, &chosen))?;
    if text.is_empty() {
        return Err(BehaviourError::Empty { name: say!(log_workbook_sheet, name, chosen) });
    }
    Ok(Sheet { text, name: chosen, names })
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
        let Ok(head) = text_of(book, name, COMPARED_ROWS) else { continue };
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

fn text_of(book: &mut Book, sheet: &str, most_rows: usize) -> Result<SheetText, Trouble> {
    let mut cells = book.worksheet_cells_reader(sheet).map_err(Trouble::Xlsx)?;
    let mut text = SheetText::default();
    while let Some(cell) = cells.next_cell().map_err(Trouble::Xlsx)? {
        let (row, column) = cell.get_position();
        if row as usize >= most_rows {
            break;
        }
        text.add(row, column, cell.get_value()).map_err(Trouble::Refused)?;
    }
    Ok(text)
}

fn damaged(name: &str, error: &XlsxError) -> BehaviourError {
    let reason = match error {
        XlsxError::Password => say!(log_workbook_password).to_owned(),
        other => other.to_string(),
    };
    BehaviourError::Workbook { name: name.to_owned(), reason }
}
