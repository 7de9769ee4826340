//! Tables as a workbook for Excel: a sheet each, with the head in sight, filters, and cells that are numbers, days and per cents.
//!
//! The same tables give the same bytes. A text is longer than a cell takes from 32,767 letters on, and refused.

use super::ExportError;
use super::format::Moment;
use super::table::{Cell, Table};
use rust_xlsxwriter::{DocProperties, ExcelDateTime, Format, FormatAlign, Workbook, Worksheet, XlsxError};
use touchline_words::formula::guarded;

/// The narrowest and the widest column, in letters; longer texts go on in further lines.
const WIDTH: std::ops::RangeInclusive<usize> = 8..=60;
/// What the sign of a filter takes of a head, in letters.
const FILTER_SIGN: usize = 3;
const SECS_A_DAY: f64 = 86_400.0;

/// The bytes of a workbook that holds the tables; `made` is the moment that stands in it.
///
/// # Errors
/// A text is longer than a cell, or there are more rows than a sheet takes.
pub fn xlsx(title: &str, tables: &[Table], made: Option<Moment>) -> Result<Vec<u8>, ExportError> {
    workbook(title, tables, made).map_err(|error| ExportError::Workbook(error.to_string()))
}

fn workbook(title: &str, tables: &[Table], made: Option<Moment>) -> Result<Vec<u8>, XlsxError> {
    let mut book = Workbook::new();
    // A workbook without a moment has that of its making, and never the same bytes again.
    let made = made.unwrap_or(Moment { year: 1980, month: 1, day: 1, hour: 0, minute: 0, second: 0 });
    let day = ExcelDateTime::from_ymd(made.year.max(1900), made.month, made.day)?;
    let made = day.and_hms(u16::from(made.hour), made.minute, made.second)?;
    book.set_properties(&DocProperties::new().set_title(title).set_creation_datetime(&made));
    for table in tables {
        fill(book.add_worksheet(), table)?;
    }
    book.save_to_buffer()
}

fn fill(sheet: &mut Worksheet, table: &Table) -> Result<(), XlsxError> {
    sheet.set_name(table.name)?;
    let looks = Looks::new();
    for (column, head) in table.heads.iter().enumerate() {
        let place = u16::try_from(column).map_err(|_| XlsxError::RowColumnLimitError)?;
        sheet.write_string_with_format(0, place, *head, &looks.head)?;
        let longest = table.rows.iter().filter_map(|row| row.get(column)).map(letters).max();
        let width = longest.unwrap_or_default().max(head.chars().count() + FILTER_SIGN);
        sheet.set_column_width(place, width.clamp(*WIDTH.start(), *WIDTH.end()) as f64)?;
    }
    for (at, row) in table.rows.iter().enumerate() {
        let line = u32::try_from(at + 1).map_err(|_| XlsxError::RowColumnLimitError)?;
        for (column, cell) in row.iter().enumerate() {
            let place = u16::try_from(column).map_err(|_| XlsxError::RowColumnLimitError)?;
            looks.write(sheet, line, place, cell)?;
        }
    }
    let last_row = u32::try_from(table.rows.len()).map_err(|_| XlsxError::RowColumnLimitError)?;
    let last_column = u16::try_from(table.heads.len().saturating_sub(1)).unwrap_or_default();
    sheet.autofilter(0, 0, last_row, last_column)?;
    sheet.set_freeze_panes(1, 0)?;
    sheet.set_repeat_rows(0, 0)?;
    sheet.set_landscape().set_print_fit_to_pages(1, 0);
    Ok(())
}

/// How many letters of a cell stand in its longest line.
fn letters(cell: &Cell) -> usize {
    match cell {
        Cell::Empty => 0,
        Cell::Text(text) => text.lines().map(|line| line.chars().count() + 2).max().unwrap_or_default(),
        Cell::Count(_) | Cell::Number(_) | Cell::Share(_) => 10,
        Cell::Duration(_) | Cell::Day(_) => 12,
    }
}

/// How the kinds of cells look.
struct Looks {
    head: Format,
    text: Format,
    count: Format,
    number: Format,
    share: Format,
    duration: Format,
    day: Format,
}

impl Looks {
    fn new() -> Self {
        let figure = |format: &str| Format::new().set_num_format(format).set_align(FormatAlign::Top);
        Self {
            head: Format::new().set_bold().set_text_wrap().set_align(FormatAlign::Top),
            text: Format::new().set_text_wrap().set_align(FormatAlign::Top),
            count: figure("#,##0"),
            number: figure("0.0"),
            share: figure("0.0%"),
            duration: figure("[h]:mm:ss"),
            day: figure("yyyy-mm-dd"),
        }
    }

    fn write(&self, sheet: &mut Worksheet, line: u32, place: u16, cell: &Cell) -> Result<(), XlsxError> {
        match cell {
            Cell::Empty => return Ok(()),
            // Guarded, too: the sheet may be saved as text and opened again.
            Cell::Text(text) => sheet.write_string_with_format(line, place, guarded(text), &self.text)?,
            Cell::Count(count) => sheet.write_number_with_format(line, place, *count as f64, &self.count)?,
            Cell::Number(number) => sheet.write_number_with_format(line, place, *number, &self.number)?,
            Cell::Share(share) => sheet.write_number_with_format(line, place, *share, &self.share)?,
            Cell::Duration(secs) => sheet.write_number_with_format(line, place, secs / SECS_A_DAY, &self.duration)?,
            Cell::Day(day) => {
                match u16::try_from(day.year()).map(|year| ExcelDateTime::from_ymd(year, day.month(), day.day())) {
                    Ok(Ok(date)) => sheet.write_datetime_with_format(line, place, &date, &self.day)?,
                    // Days before 1900 are none for Excel.
                    _ => sheet.write_string_with_format(line, place, day.to_string(), &self.text)?,
                }
            }
        };
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn table(text: String) -> Table {
        let row = vec![Cell::Text(text), Cell::Share(0.5), Cell::Duration(60.0), Cell::Count(7)];
        Table { name: "A", heads: vec!["Head"; row.len()], rows: vec![row] }
    }

    #[test]
    fn two_workbooks_of_one_table_are_the_same_bytes_and_a_moment_makes_another() {
        let tables = [table("=1+1".to_owned())];
        let made = |year| Some(Moment { year, month: 11, day: 3, hour: 1, minute: 2, second: 3 });
        let bytes = |made| xlsx("Title", &tables, made).unwrap();
        assert_eq!(bytes(None), bytes(None));
        assert_eq!(bytes(made(2026)), bytes(made(2026)));
        assert_ne!(bytes(made(2026)), bytes(made(2025)));
        assert!(bytes(None).starts_with(b"PK"));
    }

    #[test]
    fn a_text_that_no_cell_holds_is_told() {
        let refused = xlsx("", &[table("x".repeat(40_000))], None).unwrap_err().to_string();
        assert!(refused.contains("CSV"), "{refused}");
    }
}
