//! A map's sheet as a file: a workbook for Excel, or text with commas.

use crate::edit::sheet::{BEFORE_STAGES, choices_of, is_machine_row, is_number_row};
use rust_xlsxwriter::{DataValidation, Format, FormatAlign, Workbook, XlsxError};
use std::path::Path;
use touchline_words::formula::quoted;
use touchline_words::say;

/// Widths of the columns, in letters.
const LANE_WIDTH: f64 = 16.0;
const FIELD_WIDTH: f64 = 20.0;
const STAGE_WIDTH: f64 = 34.0;
/// The longest list of words that a workbook offers in a cell.
const LIST_LETTERS: usize = 255;

/// How a sheet is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SheetFormat {
    Xlsx,
    Csv,
}

impl SheetFormat {
    /// The format of a file by its ending; `None` for any other.
    pub fn of_path(path: &Path) -> Option<SheetFormat> {
        let ending = path.extension()?.to_string_lossy().to_lowercase();
        match ending.as_str() {
            "xlsx" => Some(SheetFormat::Xlsx),
            "csv" => Some(SheetFormat::Csv),
            _ => None,
        }
    }
}

/// The bytes of a file that holds these rows.
///
/// # Errors
/// A text is longer than a cell of a workbook may be, or there are more stages than it has columns; in words.
pub fn sheet_bytes(rows: &[Vec<String>], format: SheetFormat) -> Result<Vec<u8>, String> {
    match format {
        SheetFormat::Csv => Ok(csv(rows)),
        SheetFormat::Xlsx => workbook(rows).map_err(|error| say!(store_workbook_limit, error = error.to_string())),
    }
}

/// UTF-8 with its mark, by which Excel knows it, and lines as RFC 4180 has them.
fn csv(rows: &[Vec<String>]) -> Vec<u8> {
    let mut text = String::from("\u{feff}");
    for row in rows {
        for (at, cell) in row.iter().enumerate() {
            if at > 0 {
                text.push(',');
            }
            text.push_str(&quoted(cell));
        }
        text.push_str("\r\n");
    }
    text.into_bytes()
}

fn workbook(rows: &[Vec<String>]) -> Result<Vec<u8>, XlsxError> {
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    sheet.set_name(say!(store_sheet_name))?;
    let head = Format::new().set_bold().set_text_wrap().set_align(FormatAlign::Top);
    let soft = Format::new().set_font_color(0x6B_70_80).set_align(FormatAlign::Top);
    let body = Format::new().set_text_wrap().set_align(FormatAlign::Top);
    for (at, row) in rows.iter().enumerate() {
        let line = u32::try_from(at).map_err(|_| XlsxError::RowColumnLimitError)?;
        let is_numbers = is_number_row(row);
        for (column, cell) in row.iter().enumerate() {
            let place = u16::try_from(column).map_err(|_| XlsxError::RowColumnLimitError)?;
            let format = match (at, column) {
                (0, _) => &head,
                (_, column) if column < BEFORE_STAGES => &soft,
                _ => &body,
            };
            let number = cell.parse::<f64>().ok().filter(|_| is_numbers && column >= BEFORE_STAGES);
            if let Some(number) = number.filter(|number| number.is_finite()) {
                sheet.write_number_with_format(line, place, number, format)?;
            } else if !cell.is_empty() {
                sheet.write_string_with_format(line, place, cell, format)?;
            }
            sheet.set_column_width(place, [LANE_WIDTH, FIELD_WIDTH].get(column).copied().unwrap_or(STAGE_WIDTH))?;
        }
        if let (Some(choices), Ok(last)) = (choices_of(row), u16::try_from(row.len().saturating_sub(1))) {
            // A list of words may be 255 letters long; a longer one is left to be typed.
            let letters = choices.iter().map(|choice| choice.chars().count() + 1).sum::<usize>();
            let first = BEFORE_STAGES as u16;
            if letters <= LIST_LETTERS && last >= first {
                let list = DataValidation::new().allow_list_strings(&choices)?;
                sheet.add_data_validation(line, first, line, last, &list)?;
            }
        }
        if is_machine_row(row) {
            sheet.set_row_hidden(line)?;
        }
    }
    sheet.set_column_hidden(2)?;
    sheet.set_freeze_panes(1, 3)?;
    book.save_to_buffer()
}
