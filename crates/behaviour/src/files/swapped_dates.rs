//! Columns of a sheet in which a spreadsheet program has read days as months.
//!
//! A program that takes `03/01/2026` for the third of January makes a date of it, and leaves `27/03/2026` as text, since
//! there is no month 27. What is left of such a column has no date past the twelfth, and no text up to it: that is how it is known.

use std::collections::BTreeMap;

use calamine::{DataRef, ExcelDateTime};

/// So many dates and texts prove it.
const DATES: u32 = 3;
const TEXTS: u32 = 2;

/// What stands in one column.
#[derive(Clone, Copy, Debug, Default)]
struct Seen {
    /// Dates up to the twelfth of a month, and past it.
    low: u32,
    high: u32,
    /// Texts that are dates with the day first alone, with the month first alone, and others.
    day_first: u32,
    month_first: u32,
    other: u32,
}

impl Seen {
    fn is_swapped(&self) -> bool {
        let texts = self.day_first.max(self.month_first);
        self.high == 0
            && self.other == 0
            && self.day_first.min(self.month_first) == 0
            && self.low >= DATES
            && texts >= TEXTS
    }
}

/// Looks at cells one by one.
#[derive(Debug, Default)]
pub struct SwappedDates(BTreeMap<u32, Seen>);

impl SwappedDates {
    pub fn look(&mut self, column: u32, cell: &DataRef<'_>) {
        let day = match cell {
            DataRef::DateTime(moment) if !moment.is_duration() && moment.as_f64() >= 1.0 => moment.to_ymd_hms_milli().2,
            DataRef::DateTimeIso(text) => text.get(8..10).and_then(|day| day.parse().ok()).unwrap_or(0),
            DataRef::String(text) => return self.text(column, text),
            DataRef::SharedString(text) => return self.text(column, text),
            _ => return,
        };
        let seen = self.0.entry(column).or_default();
        *(if (1..=12).contains(&day) { &mut seen.low } else { &mut seen.high }) += 1;
    }

    fn text(&mut self, column: u32, text: &str) {
        let Some((first, second)) = numbers(text) else { return };
        let seen = self.0.entry(column).or_default();
        let place = match (first, second) {
            (13..=31, 1..=12) => &mut seen.day_first,
            (1..=12, 13..=31) => &mut seen.month_first,
            _ => &mut seen.other,
        };
        *place += 1;
    }

    /// The columns, counted from 0, each with its dates.
    pub fn columns(&self) -> Vec<(u32, u32)> {
        self.0.iter().filter(|(_, seen)| seen.is_swapped()).map(|(column, seen)| (*column, seen.low)).collect()
    }
}

/// The first two numbers of a date with its year behind them: `27/03/2026 09:00`.
fn numbers(text: &str) -> Option<(u32, u32)> {
    let date = text.trim().split([' ', 'T']).next()?;
    let mut parts = date.split(['/', '.', '-']).map(|part| part.parse::<u32>().ok());
    let (first, second, year) = (parts.next()??, parts.next()??, parts.next()??);
    ((1900..=2100).contains(&year) || (year < 100 && date.len() >= 6)).then_some((first, second))
}

/// A date of such a column as it was meant, with the year first: a date with its day and month in each other's places, a text as it
/// stands there. Nothing for what is none.
pub fn swapped_back(cell: &DataRef<'_>) -> Option<DataRef<'static>> {
    match cell {
        DataRef::DateTime(moment) => moment_back(moment).map(DataRef::DateTimeIso),
        DataRef::DateTimeIso(text) => {
            let (year, month, day, rest) = (text.get(..4)?, text.get(5..7)?, text.get(8..10)?, text.get(10..)?);
            day.parse::<u32>().ok().filter(|day| (1..=12).contains(day))?;
            Some(DataRef::DateTimeIso(format!("{year}-{day}-{month}{rest}")))
        }
        DataRef::String(text) => text_back(text).map(DataRef::DateTimeIso),
        DataRef::SharedString(text) => text_back(text).map(DataRef::DateTimeIso),
        _ => None,
    }
}

/// `27/03/2026 09:00` as `2026-03-27 09:00`; one of its numbers is past the twelfth.
fn text_back(text: &str) -> Option<String> {
    let text = text.trim();
    let date = text.split([' ', 'T']).next()?;
    let (first, second) = numbers(text)?;
    let year: u32 = date.split(['/', '.', '-']).nth(2)?.parse().ok()?;
    let year = if year < 100 { year + 2000 } else { year };
    let (day, month) = if first > 12 { (first, second) } else { (second, first) };
    Some(format!("{year:04}-{month:02}-{day:02}{}", text.get(date.len()..).unwrap_or_default()))
}

fn moment_back(moment: &ExcelDateTime) -> Option<String> {
    let (year, month, day, hour, minute, second, milli) = moment.to_ymd_hms_milli();
    let is_date = !moment.is_duration() && moment.as_f64() >= 1.0 && (1..=12).contains(&day);
    let clock = format!("{hour:02}:{minute:02}:{second:02}");
    let clock = if milli == 0 { clock } else { format!("{clock}.{milli:03}") };
    let has_clock = moment.as_f64().fract() != 0.0;
    is_date.then(|| {
        format!("{year:04}-{day:02}-{month:02}{}", if has_clock { format!(" {clock}") } else { String::new() })
    })
}

/// The letters of a column: 0 is `A`, 26 is `AA`.
pub fn letters(column: u32) -> String {
    let last = char::from(b'A' + (column % 26) as u8);
    match column / 26 {
        0 => last.to_string(),
        before => letters(before - 1) + &last.to_string(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use calamine::ExcelDateTimeType;

    fn date(day: f64) -> DataRef<'static> {
        DataRef::DateTime(ExcelDateTime::new(day, ExcelDateTimeType::DateTime, false))
    }

    fn columns(dates: &[f64], texts: &[&'static str]) -> usize {
        let mut seen = SwappedDates::default();
        dates.iter().for_each(|day| seen.look(2, &date(*day)));
        texts.iter().for_each(|text| seen.look(2, &DataRef::SharedString(text)));
        seen.columns().len()
    }

    #[test]
    fn a_column_is_swapped_if_no_date_is_past_the_twelfth_and_no_text_before() {
        // 3 January, 3 February and 3 March 2026, which were 1, 2 and 3 March.
        let low = [46_025.375, 46_056.375, 46_084.375];
        assert_eq!(columns(&low, &["13/03/2026 09:00", "28.3.2026"]), 1);
        assert_eq!(columns(&low, &["3/13/26", "3/28/26"]), 1);
        assert_eq!(columns(&low, &["13/03/2026"]), 0);
        assert_eq!(columns(&low, &["13/03/2026", "03/13/2026"]), 0);
        assert_eq!(columns(&low, &["13/03/2026", "14/03/2026", "05/03/2026"]), 0);
        assert_eq!(columns(&[46_025.0, 46_056.0, 46_084.0, 46_100.0], &["13/03/2026", "14/03/2026"]), 0);
        assert_eq!(columns(&low, &["late", "13 shops"]), 0);
    }

    #[test]
    fn what_is_swapped_back_is_the_day_that_was_meant() {
        let back = |cell: &DataRef<'_>| swapped_back(cell).map(|cell| format!("{cell:?}"));
        assert_eq!(back(&date(46_025.375)).unwrap(), "DateTimeIso(\"2026-03-01 09:00:00\")");
        assert_eq!(back(&date(46_025.0)).unwrap(), "DateTimeIso(\"2026-03-01\")");
        let iso = DataRef::DateTimeIso("2026-01-03T09:00:00".to_owned());
        assert_eq!(back(&iso).unwrap(), "DateTimeIso(\"2026-03-01T09:00:00\")");
        let text = back(&DataRef::SharedString("27/3/26 09:00")).unwrap();
        assert_eq!(text, "DateTimeIso(\"2026-03-27 09:00\")");
        assert!(back(&date(46_050.0)).is_none() && back(&DataRef::Int(3)).is_none());
        assert_eq!([0, 25, 26, 701, 702].map(letters), ["A", "Z", "AA", "ZZ", "AAA"]);
    }
}
