//! A workbook of any of three kinds, opened: its sheets and their cells, each with its place.
//!
//! `.xlsx` is read cell by cell; `.xls` and `.ods` are held in memory as a whole, which their guards bound.

use std::io::{BufReader, Read};

use calamine::{Data, DataRef, Dimensions, Ods, Range, Reader, Sheet, SheetType, SheetVisible, Xls, Xlsx, XlsxError};
use touchline_words::say;

use super::tags::{attribute, each_tag, is_element};
use crate::error::BehaviourError;
use crate::source::{ReadSeek, Source};

type Input = BufReader<Box<dyn ReadSeek>>;

/// The largest `.xls`; the format has 65,536 rows to a sheet.
pub const MOST_OLD_BYTES: u64 = 256 << 20;

/// How old workbooks begin, and new ones with a password.
const COMPOUND: &[u8] = b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1";

/// Which kind of workbook a file is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    Xlsx,
    Xls,
    Ods,
}

impl Kind {
    /// Of a file; nothing for what is no workbook.
    ///
    /// # Errors
    /// The file cannot be read.
    pub fn of_source(source: &Source) -> Result<Option<Kind>, BehaviourError> {
        let head = source.head(64 * 1024)?;
        let is_compound = head.starts_with(COMPOUND);
        let Some(kind) = Kind::of(&head).or(is_compound.then_some(Kind::Xls)) else { return Ok(None) };
        if !is_compound {
            return Ok(Some(kind));
        }
        // The names of what is in it stand where its head says, which may be far behind.
        let number =
            |at: usize| head.get(at..at + 4).and_then(|bytes| Some(u32::from_le_bytes(bytes.try_into().ok()?)));
        let at = (u64::from(number(48).unwrap_or(0)) + 1) * 512;
        let names = [head, source.block(at, 4096)?].concat();
        Ok(Kind::of(&names))
    }

    /// By the first bytes of a file; nothing for what is no workbook.
    pub fn of(head: &[u8]) -> Option<Kind> {
        let holds = |name: &[u8]| memchr::memmem::find(head, name).is_some();
        let holds_wide = |name: &str| holds(&name.encode_utf16().flat_map(u16::to_le_bytes).collect::<Vec<u8>>());
        if head.starts_with(COMPOUND) {
            let is_book = holds_wide("Workbook") || holds_wide("Book");
            return (is_book && !holds_wide("EncryptedPackage")).then_some(Kind::Xls);
        }
        if !head.starts_with(b"PK\x03\x04") {
            return None;
        }
        if holds(b"mimetypeapplication/vnd.oasis.opendocument.spreadsheet") {
            return Some(Kind::Ods);
        }
        let is_xlsx = (holds(b"xl/") || holds(b"[Content_Types].xml")) && !holds(b"word/");
        is_xlsx.then_some(Kind::Xlsx)
    }
}

/// A workbook. What goes wrong is told in words.
pub enum Book {
    Xlsx(Box<Xlsx<Input>>),
    Xls(Box<Xls<Input>>),
    Ods(Box<Ods<Input>>),
}

impl Book {
    pub fn open(kind: Kind, reader: Box<dyn ReadSeek>) -> Result<Book, String> {
        let reader = BufReader::new(reader);
        match kind {
            Kind::Xlsx => Xlsx::new(reader).map(|book| Book::Xlsx(Box::new(book))).map_err(xlsx_words),
            Kind::Xls => Xls::new(reader).map(|book| Book::Xls(Box::new(book))).map_err(|error| match error {
                calamine::XlsError::Password => say!(log_workbook_password).to_owned(),
                other => other.to_string(),
            }),
            Kind::Ods => Ods::new(reader).map(|book| Book::Ods(Box::new(book))).map_err(|error| match error {
                calamine::OdsError::Password => say!(log_workbook_password).to_owned(),
                other => other.to_string(),
            }),
        }
    }

    /// Sheets of cells that show; all of them if none does.
    pub fn sheet_names(&self) -> Vec<String> {
        let all: &[Sheet] = match self {
            Book::Xlsx(book) => book.sheets_metadata(),
            Book::Xls(book) => book.sheets_metadata(),
            Book::Ods(book) => book.sheets_metadata(),
        };
        let sheets: Vec<&Sheet> = all.iter().filter(|sheet| sheet.typ == SheetType::WorkSheet).collect();
        let shown: Vec<&Sheet> =
            sheets.iter().copied().filter(|sheet| sheet.visible == SheetVisible::Visible).collect();
        let some = if shown.is_empty() { sheets } else { shown };
        some.into_iter().map(|sheet| sheet.name.clone()).collect()
    }

    /// Cells that are merged with others; of an OpenDocument nothing is known of them.
    pub fn merged(&mut self, sheet: &str) -> Vec<Dimensions> {
        match self {
            Book::Xlsx(book) => book.merge_cells_by_sheet_name(sheet).unwrap_or_default(),
            Book::Xls(book) => book.merge_cells_by_sheet_name(sheet).unwrap_or_default(),
            Book::Ods(_) => Vec::new(),
        }
    }

    /// Gives the cells of a sheet to `take` row by row from left to right, until it says no.
    ///
    /// # Errors
    /// What keeps the sheet from being read, in words; an error of `take` is passed on.
    pub fn cells<E: From<String>>(
        &mut self,
        sheet: &str,
        mut take: impl FnMut((u32, u32), &DataRef<'_>) -> Result<bool, E>,
    ) -> Result<(), E> {
        match self {
            Book::Xlsx(book) => {
                let failed = |error: XlsxError| E::from(xlsx_words(error));
                let mut cells = book.worksheet_cells_reader(sheet).map_err(failed)?;
                while let Some(cell) = cells.next_cell().map_err(failed)? {
                    if !take(cell.get_position(), cell.get_value())? {
                        break;
                    }
                }
                Ok(())
            }
            Book::Xls(book) => {
                let range = book.worksheet_range(sheet).map_err(|error| E::from(error.to_string()))?;
                cells_of(&range, &mut take)
            }
            Book::Ods(book) => {
                let range = book.worksheet_range(sheet).map_err(|error| E::from(error.to_string()))?;
                cells_of(&range, &mut take)
            }
        }
    }
}

fn xlsx_words(error: XlsxError) -> String {
    match error {
        XlsxError::Password => say!(log_workbook_password).to_owned(),
        other => other.to_string(),
    }
}

fn cells_of<E>(
    range: &Range<Data>,
    take: &mut impl FnMut((u32, u32), &DataRef<'_>) -> Result<bool, E>,
) -> Result<(), E> {
    let (first_row, first_column) = range.start().unwrap_or_default();
    for (row, column, value) in range.used_cells() {
        // No sheet of these kinds has more rows or columns than fit.
        let place = (first_row + row as u32, first_column + column as u32);
        if !take(place, &borrowed(value))? {
            break;
        }
    }
    Ok(())
}

fn borrowed(value: &Data) -> DataRef<'_> {
    match value {
        Data::Int(number) => DataRef::Int(*number),
        Data::Float(number) => DataRef::Float(*number),
        Data::String(text) => DataRef::SharedString(text),
        Data::Bool(yes) => DataRef::Bool(*yes),
        Data::DateTime(moment) => DataRef::DateTime(*moment),
        Data::DateTimeIso(text) => DataRef::DateTimeIso(text.clone()),
        Data::DurationIso(text) => DataRef::DurationIso(text.clone()),
        Data::Error(error) => DataRef::Error(error.clone()),
        Data::Empty => DataRef::Empty,
    }
}

/// Cells that a sheet of an OpenDocument may have, from its first to its last with content.
const MOST_CELLS: u64 = 20_000_000;

/// Holds the content of an OpenDocument to that, since a few letters may stand for millions of cells.
///
/// # Errors
/// The reason, in words.
pub fn check_repeats(content: &mut dyn Read) -> Result<(), String> {
    let repeated =
        |tag: &[u8], name: &str| attribute(tag, name).map_or(1, |count| count.parse().unwrap_or(u64::MAX / 2));
    let (mut rows, mut columns, mut width, mut most) = (0_u64, 0_u64, 0_u64, 0_u64);
    each_tag(content, &mut |tag| {
        if is_element(tag, b"table") {
            (rows, columns, width) = (0, 0, 0);
        } else if is_element(tag, b"table-row") {
            rows = rows.saturating_add(repeated(tag, "number-rows-repeated"));
            columns = 0;
        } else if is_element(tag, b"table-cell") || is_element(tag, b"covered-table-cell") {
            columns = columns.saturating_add(repeated(tag, "number-columns-repeated"));
            if attribute(tag, "value-type").is_some() || attribute(tag, "formula").is_some() {
                width = width.max(columns);
                most = most.max(rows.saturating_mul(width));
            }
        }
    })?;
    if most > MOST_CELLS { Err(say!(log_workbook_repeats, limit = MOST_CELLS)) } else { Ok(()) }
}
