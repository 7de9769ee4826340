//! One sheet of a workbook as delimited text: the one that was asked for, or the one that holds the table.
//!
//! # Limits
//! The text of a sheet is held in memory and may be [`MOST_BYTES`] long. Charts, hidden sheets
//! and formulas are left alone: a formula counts with the value that it had when the workbook was saved.

use std::collections::{BTreeMap, HashMap};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::time::SystemTime;

use calamine::{DataRef, Dimensions};
use touchline_words::say;
use zip::ZipArchive;

use super::book::{Book, Kind, MOST_OLD_BYTES, check_repeats};
use super::hidden::{Hidden, hidden};
use super::sheet_text::{MOST_BYTES, Refused, SheetText, cell_text};
use super::swapped_dates::{SwappedDates, swapped_back};
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
    /// Rows and columns that do not show, and are read all the same.
    pub hidden: Hidden,
    /// Columns, counted from 0, in which a spreadsheet has swapped days and months, each with the dates in it.
    pub swapped: Vec<(u32, u32)>,
}

/// What a person says of the workbook.
#[derive(Clone, Copy, Debug)]
pub struct Asked<'a> {
    pub sheet: Option<&'a str>,
    /// Days and months go back to each other's places where a spreadsheet has swapped them.
    pub swap_days: bool,
}

/// Reads a sheet by its name, or the one that looks most like a table.
///
/// # Errors
/// The workbook is damaged, hostile or of another kind, or has no such sheet, or none with anything in it.
pub fn read(name: &str, source: &Source, kind: Kind, asked: Asked) -> Result<Sheet, BehaviourError> {
    let damaged = |reason: String| BehaviourError::Workbook { name: name.to_owned(), reason };
    check(source, kind)?.map_err(damaged)?;
    let reader = source.reader()?;
    // A reader of other people's formats: whatever surprises it must not end the program.
    let read = catch_unwind(AssertUnwindSafe(|| read_checked(name, kind, reader, asked)));
    let read = read.unwrap_or_else(|_| Err(damaged(say!(log_workbook_contradicts).to_owned())))?;
    let hidden = hidden(kind, source.reader()?, &read.name);
    Ok(Sheet { hidden, ..read })
}

/// Whether the file can be held at all; the reason why not.
fn check(source: &Source, kind: Kind) -> Result<Result<(), String>, BehaviourError> {
    let mut reader = source.reader()?;
    Ok(match kind {
        Kind::Xlsx => zip_guard::check(&mut reader),
        Kind::Xls if source.size() > MOST_OLD_BYTES => Err(say!(log_workbook_too_large, limit = MOST_OLD_BYTES >> 20)),
        Kind::Xls => Ok(()),
        Kind::Ods => zip_guard::check(&mut reader).and_then(|()| {
            let mut archive = ZipArchive::new(source.reader().map_err(|error| error.to_string())?)
                .map_err(|error| error.to_string())?;
            let mut content = archive.by_name("content.xml").map_err(|error| error.to_string())?;
            check_repeats(&mut content)
        }),
    })
}

fn read_checked(name: &str, kind: Kind, reader: Box<dyn ReadSeek>, asked: Asked) -> Result<Sheet, BehaviourError> {
    let damaged = |reason: String| BehaviourError::Workbook { name: name.to_owned(), reason };
    let mut book = Book::open(kind, reader).map_err(damaged)?;
    let names = book.sheet_names();
    let chosen = match asked.sheet {
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
    let mut read = text_of(&mut book, &chosen, usize::MAX, &[]).map_err(|trouble| trouble.told(name, &chosen))?;
    let swapped = read.swapped.clone();
    if asked.swap_days && !swapped.is_empty() {
        let columns: Vec<u32> = swapped.iter().map(|(column, _)| *column).collect();
        read = text_of(&mut book, &chosen, usize::MAX, &columns).map_err(|trouble| trouble.told(name, &chosen))?;
    }
    let text = read.text.finish().map_err(|refused| Trouble::Refused(refused).told(name, &chosen))?;
    if text.is_empty() {
        return Err(BehaviourError::Empty { name: say!(log_workbook_sheet, name, chosen) });
    }
    Ok(Sheet { text, name: chosen, names, merged: read.merged, hidden: Hidden::default(), swapped })
}

/// The sheet in whose first rows most roles of a log are found; among equals the one with more cells, then the first.
fn table_sheet(book: &mut Book, names: &[String]) -> Option<String> {
    let mut best: Option<(u64, &String)> = None;
    for name in names.iter().take(COMPARED_SHEETS) {
        let Ok(head) = text_of(book, name, COMPARED_ROWS, &[]) else { continue };
        let cells = head.text.cells();
        let roles = head.text.finish().ok().map_or(0, roles_in);
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
    Damaged(String),
    Refused(Refused),
}

impl From<String> for Trouble {
    fn from(reason: String) -> Trouble {
        Trouble::Damaged(reason)
    }
}

impl Trouble {
    fn told(self, name: &str, sheet: &str) -> BehaviourError {
        match self {
            Trouble::Damaged(reason) => BehaviourError::Workbook { name: name.to_owned(), reason },
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

/// A sheet as text, and what was seen in its cells.
struct Read {
    text: SheetText,
    /// Cells that have the value of one above with which they are merged.
    merged: u64,
    /// Columns in which days and months are swapped, each with its dates.
    swapped: Vec<(u32, u32)>,
}

/// The text of a sheet, with days and months swapped back in some columns.
fn text_of(book: &mut Book, sheet: &str, most_rows: usize, swap_back: &[u32]) -> Result<Read, Trouble> {
    // What is merged stands behind all rows: for a look at the first ones the sheet is not gone through.
    let regions = if most_rows == usize::MAX { book.merged(sheet) } else { Vec::new() };
    let mut merged = Merged::of(&regions, most_rows);
    let (mut text, mut swapped) = (SheetText::default(), SwappedDates::default());
    book.cells(sheet, |(row, column), value| -> Result<bool, Trouble> {
        if row as usize >= most_rows {
            return Ok(false);
        }
        merged.fill_before((row, column), &mut text)?;
        let back = if swap_back.contains(&column) { swapped_back(value) } else { None };
        swapped.look(column, value);
        let value = back.as_ref().unwrap_or(value);
        merged.note((row, column), value);
        text.add(row, column, value).map_err(Trouble::Refused)?;
        Ok(true)
    })?;
    let merged = merged.fill_before((u32::MAX, 0), &mut text)?;
    Ok(Read { text, merged, swapped: swapped.columns() })
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
