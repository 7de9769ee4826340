//! Cells of a sheet as delimited text in which line n is row n of the sheet.
//!
//! Fields are parted by commas and quoted where they must be; every row is as wide as the widest, so that a short row is
//! not taken for a broken one, and a row without cells is a blank line. A line break inside a cell becomes a blank: lines
//! would no longer be rows otherwise.

use calamine::{DataRef, ExcelDateTime};

/// Rows and columns of the largest sheet that Excel itself can hold.
const MOST_ROWS: u32 = 1_048_576;
const MOST_COLUMNS: u32 = 16_384;

/// Bytes of text that one sheet may become.
pub const MOST_BYTES: usize = 256 << 20;

/// Whole numbers from here on were shortened to 15 digits by the spreadsheet, so that different ids may have become one.
const SHORTENED_FROM: f64 = 1e15;

/// Why a cell cannot be taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refused {
    /// Outside the largest sheet, or above or left of a cell that came before it.
    Misplaced,
    TooLong,
}

/// Text that grows cell by cell, row by row.
#[derive(Debug, Default)]
pub struct SheetText {
    text: Vec<u8>,
    /// Fields of each row that has ended; 0 for a row without cells.
    widths: Vec<u16>,
    /// Fields of the row that is being written.
    width: u32,
    widest: u32,
    cells: u64,
}

impl SheetText {
    /// Adds a cell by its place, counted from 0. Cells come row by row from left to right.
    pub fn add(&mut self, row: u32, column: u32, cell: &DataRef<'_>) -> Result<(), Refused> {
        let mut words = String::new();
        if !write_cell(cell, &mut words) {
            return Ok(());
        }
        let known = self.widths.len() as u32;
        if row >= MOST_ROWS || column >= MOST_COLUMNS || row < known || (row == known && column < self.width) {
            return Err(Refused::Misplaced);
        }
        while (self.widths.len() as u32) < row {
            self.end_row();
        }
        let first = u32::from(self.width == 0);
        let commas = column + 1 - self.width - first;
        if self.text.len() + commas as usize + words.len() * 2 > MOST_BYTES {
            return Err(Refused::TooLong);
        }
        self.text.extend(std::iter::repeat_n(b',', commas as usize));
        self.width = column + 1;
        self.cells += 1;
        push_field(&mut self.text, &words);
        Ok(())
    }

    /// Cells with something in them so far.
    pub fn cells(&self) -> u64 {
        self.cells
    }

    fn end_row(&mut self) {
        self.text.push(b'\n');
        self.widest = self.widest.max(self.width);
        // No row is wider than a sheet may be.
        self.widths.push(self.width as u16);
        self.width = 0;
    }

    /// The whole text, every row with cells as wide as the widest.
    pub fn finish(mut self) -> Result<Vec<u8>, Refused> {
        if self.width > 0 {
            self.end_row();
        }
        let missing = |width: &u16| if *width == 0 { 0 } else { (self.widest - u32::from(*width)) as usize };
        let padding: usize = self.widths.iter().map(missing).sum();
        let mut from = self.text.len();
        if from + padding > MOST_BYTES {
            return Err(Refused::TooLong);
        }
        let mut to = from + padding;
        self.text.resize(to, b',');
        // From the end on, so that each row moves over text that has moved already.
        for width in self.widths.iter().rev() {
            let before = self.text.get(..from.saturating_sub(1)).unwrap_or_default();
            let start = memchr::memrchr(b'\n', before).map_or(0, |at| at + 1);
            let gap = missing(width);
            let body = from - 1 - start;
            if gap > 0 {
                if let Some(hole) = self.text.get_mut(to - 1 - gap..to) {
                    hole.fill(b',');
                    if let Some(last) = hole.last_mut() {
                        *last = b'\n';
                    }
                }
                self.text.copy_within(start..start + body, to - 1 - gap - body);
            } else if to != from {
                self.text.copy_within(start..from, to - (from - start));
            }
            to -= from - start + gap;
            from = start;
            if from == to {
                break;
            }
        }
        Ok(self.text)
    }
}

/// A field as delimited text has it.
pub fn push_field(text: &mut Vec<u8>, words: &str) {
    let plain = !words.bytes().any(|byte| matches!(byte, b',' | b'"' | b'\n' | b'\r'));
    if plain {
        text.extend_from_slice(words.as_bytes());
        return;
    }
    text.push(b'"');
    let mut after_return = false;
    for byte in words.bytes() {
        match byte {
            b'"' => text.extend_from_slice(b"\"\""),
            b'\r' => text.push(b' '),
            b'\n' if after_return => {}
            b'\n' => text.push(b' '),
            other => text.push(other),
        }
        after_return = byte == b'\r';
    }
    text.push(b'"');
}

/// The cell as a person would type it; empty for one without content.
pub fn cell_text(cell: &DataRef<'_>) -> String {
    let mut words = String::new();
    write_cell(cell, &mut words);
    words
}

/// The cell as a person would type it; false for one without content.
fn write_cell(cell: &DataRef<'_>, words: &mut String) -> bool {
    match cell {
        DataRef::Empty => {}
        DataRef::String(text) => words.push_str(text),
        DataRef::SharedString(text) => words.push_str(text),
        DataRef::Int(number) => words.push_str(&number.to_string()),
        DataRef::Float(number) => words.push_str(&number_text(*number)),
        DataRef::Bool(yes) => words.push_str(if *yes { "TRUE" } else { "FALSE" }),
        DataRef::DateTime(moment) => words.push_str(&moment_text(moment)),
        DataRef::DateTimeIso(text) => words.push_str(text),
        DataRef::DurationIso(text) => words.push_str(&clock_text(text).unwrap_or_else(|| text.clone())),
        // #REF! and its kin are no value, and nobody's id.
        DataRef::Error(_) => words.push_str("N/A"),
    }
    !words.is_empty()
}

/// `PT09H05M00S` as `09:05:00`; nothing for a length of time that is not written so.
fn clock_text(text: &str) -> Option<String> {
    let (hours, rest) = text.strip_prefix("PT")?.split_once('H')?;
    let (minutes, rest) = rest.split_once('M')?;
    let secs = rest.strip_suffix('S')?.split('.').next()?;
    let [hours, minutes, secs] = [hours, minutes, secs].map(|part| part.parse::<u32>().ok());
    Some(format!("{:02}:{:02}:{:02}", hours?, minutes?, secs?))
}

/// A number without the ".0" that spreadsheets keep inside. What was shortened to 15 digits shows it, as `1.23E+17`.
fn number_text(number: f64) -> String {
    if number.fract() == 0.0 && number.abs() >= SHORTENED_FROM {
        return format!("{number:E}").replace('E', "E+");
    }
    // The sixteenth digit is none that anybody typed: 0.1 + 0.2 is shown as 0.3.
    let short: f64 = format!("{number:.14e}").parse().unwrap_or(number);
    format!("{short}")
}

/// `2026-11-03`, `2026-11-03 14:05:22`, `14:05:22` for a time without a day, `26:30:00` for a length of time.
fn moment_text(moment: &ExcelDateTime) -> String {
    let value = moment.as_f64();
    if !value.is_finite() || !(0.0..2_958_466.0).contains(&value) {
        // No date that Excel shows: the number stays, and whoever reads the column says that it is no time.
        return number_text(value);
    }
    if moment.is_duration() {
        let secs = (value * 86_400.0).round() as u64;
        return format!("{}:{:02}:{:02}", secs / 3600, secs / 60 % 60, secs % 60);
    }
    let (year, month, day, hour, minute, second, milli) = moment.to_ymd_hms_milli();
    let fraction = if milli == 0 { String::new() } else { format!(".{milli:03}") };
    let clock = format!("{hour:02}:{minute:02}:{second:02}{fraction}");
    match (value < 1.0, value.fract() == 0.0) {
        // Day 0 is no day of the calendar: a time of day alone, or Excel's "no date".
        (true, true) => "1899-12-30".to_owned(),
        (true, false) => clock,
        (false, true) => format!("{year:04}-{month:02}-{day:02}"),
        (false, false) => format!("{year:04}-{month:02}-{day:02} {clock}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use calamine::ExcelDateTimeType;

    fn text_of(cells: &[(u32, u32, DataRef<'_>)]) -> Result<String, Refused> {
        let mut sheet = SheetText::default();
        for (row, column, cell) in cells {
            sheet.add(*row, *column, cell)?;
        }
        Ok(String::from_utf8(sheet.finish()?).unwrap())
    }

    #[test]
    fn a_line_is_a_row_and_every_row_is_as_wide_as_the_widest() {
        let word = |text: &str| DataRef::String(text.to_owned());
        let cells = [
            (0, 0, word("Report")),
            (2, 0, word("user")),
            (2, 1, word("event")),
            (2, 2, word("n")),
            (3, 1, word("a, \"b\"\r\nc")),
            (4, 2, DataRef::Float(7.0)),
            (4, 4, DataRef::Empty),
        ];
        assert_eq!(text_of(&cells).unwrap(), "Report,,\n\nuser,event,n\n,\"a, \"\"b\"\" c\",\n,,7\n");
        assert_eq!(text_of(&[(0, 0, word("a")), (1, 1, word("b"))]).unwrap(), "a,\n,b\n");
        assert_eq!(text_of(&[]).unwrap(), "");
    }

    #[test]
    fn cells_out_of_order_and_out_of_bounds_are_refused() {
        let one = || DataRef::Int(1);
        for places in [[(1, 0), (0, 0)], [(0, 1), (0, 1)], [(0, 0), (MOST_ROWS, 0)], [(0, 0), (0, MOST_COLUMNS)]] {
            let cells = places.map(|(row, column)| (row, column, one()));
            assert_eq!(text_of(&cells), Err(Refused::Misplaced), "{places:?}");
        }
    }

    #[test]
    fn a_wide_row_among_a_million_short_ones_does_not_fill_the_memory() {
        let mut sheet = SheetText::default();
        for row in 0..100_000 {
            sheet.add(row, 0, &DataRef::Int(1)).unwrap();
        }
        sheet.add(100_000, MOST_COLUMNS - 1, &DataRef::Int(1)).unwrap();
        assert_eq!(sheet.finish(), Err(Refused::TooLong));
    }

    #[test]
    fn cells_are_as_a_person_would_type_them() {
        let moment = |value, kind| DataRef::DateTime(ExcelDateTime::new(value, kind, false));
        let day = |value| moment(value, ExcelDateTimeType::DateTime);
        for (cell, words) in [
            (DataRef::Float(1207.0), "1207"),
            (DataRef::Float(-0.5), "-0.5"),
            (DataRef::Float(0.1 + 0.2), "0.3"),
            (DataRef::Float(123_456_789_012_345.0), "123456789012345"),
            (DataRef::Float(123_456_789_012_345_678.0), "1.2345678901234568E+17"),
            (DataRef::Bool(true), "TRUE"),
            (DataRef::SharedString("007"), "007"),
            (day(46_329.0), "2026-11-03"),
            (day(46_329.587_060_185_2), "2026-11-03 14:05:22"),
            (day(0.25), "06:00:00"),
            (day(0.0), "1899-12-30"),
            (day(-3.0), "-3"),
            (moment(1.104_166_666_7, ExcelDateTimeType::TimeDelta), "26:30:00"),
            (DataRef::Error(calamine::CellErrorType::Ref), "N/A"),
            (DataRef::DurationIso("PT09H05M00S".to_owned()), "09:05:00"),
            (DataRef::DurationIso("P1D".to_owned()), "P1D"),
        ] {
            let mut found = String::new();
            write_cell(&cell, &mut found);
            assert_eq!(found, words);
        }
        let moment = ExcelDateTime::new(44_867.0, ExcelDateTimeType::DateTime, true);
        assert_eq!(moment_text(&moment), "2026-11-03", "with the epoch of the Macintosh");
    }
}
