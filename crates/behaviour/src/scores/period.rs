//! Periods: the months of a column of times, or what a column of periods says.

use jiff::civil::Date;
use jiff::tz::TimeZone;

use super::score::{MOST_PERIODS, Period};
use crate::error::BehaviourError;
use crate::progress::Progress;
use crate::recognise::{Only, PeriodIs, Recognition};
use crate::records::Record;
use crate::shapes::header::{Header, PERIOD, is_time};
use crate::shapes::period::{PeriodOf, day_of};
use crate::source::Source;

const MONTHS: [&str; 12] = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

/// The column that tells a row's period: one that is called so, else the first of times.
pub fn column(recognition: &Recognition) -> Option<usize> {
    let header = Header::of(recognition);
    header.time(PERIOD).or_else(|| header.find(PERIOD)).or_else(|| recognition.columns.iter().position(is_time))
}

/// The periods of a file, the oldest first; those of text in the order of the file. Empty where no column tells them.
///
/// # Errors
/// The file cannot be read, or `progress` was told to stop.
pub fn periods(
    source: &Source,
    recognition: &Recognition,
    progress: &Progress,
) -> Result<Vec<(Only, Period)>, BehaviourError> {
    let Some(column) = column(recognition) else { return Ok(Vec::new()) };
    let mut of = PeriodOf::new(source, recognition, column);
    let mut rows = recognition.rows(source)?;
    let mut row = Record::default();
    let mut found: Vec<PeriodIs> = Vec::new();
    let mut last: Option<PeriodIs> = None;
    while rows.read(&mut row).map_err(|error| source.unreadable(&error))? {
        progress.stop_if_cancelled()?;
        let Some(period) = of.read(&row) else { continue };
        if last.as_ref() != Some(&period) && !recognition.is_header_again(&row) {
            if !found.contains(&period) && found.len() < 4 * MOST_PERIODS {
                found.push(period.clone());
            }
            last = Some(period);
        }
    }
    let known: Option<Vec<i32>> = found.iter().map(month_key).collect();
    if let Some(months) = known {
        let mut dated: Vec<(i32, PeriodIs)> = months.into_iter().zip(found).collect();
        dated.sort();
        found = dated.into_iter().map(|(_, period)| period).collect();
    }
    let first = found.len().saturating_sub(MOST_PERIODS);
    Ok(found.into_iter().skip(first).map(|period| (Only { column, period: period.clone() }, named(&period))).collect())
}

/// The month of a period, where it is one: also one written as `2026-08` or `Aug 2026`.
fn month_key(period: &PeriodIs) -> Option<i32> {
    match period {
        PeriodIs::Month(month) => Some(*month),
        PeriodIs::Text(text) => month_written(text),
    }
}

/// `2026-08`, `08/2026`, `Aug 2026`, `August 2026` as a month since the year 0.
pub fn month_written(text: &str) -> Option<i32> {
    let parts: Vec<&str> = text.split([' ', '-', '/', '.']).filter(|part| !part.is_empty()).collect();
    let [first, second] = parts[..] else { return None };
    let year = |text: &str| (text.len() == 4).then(|| text.parse::<i32>().ok()).flatten();
    let month = |text: &str| {
        let number = text.parse::<i32>().ok().filter(|number| (1..=12).contains(number) && text.len() <= 2);
        let named = || {
            let start: String = text.chars().take(3).collect();
            let place = MONTHS.iter().position(|name| name.eq_ignore_ascii_case(&start))?;
            (text.chars().count() <= 9).then_some(place as i32 + 1)
        };
        number.or_else(named)
    };
    let (year, month) = year(first).zip(month(second)).or_else(|| year(second).zip(month(first)))?;
    Some(year * 12 + month - 1)
}

fn named(period: &PeriodIs) -> Period {
    match (period, month_key(period)) {
        (_, Some(month)) => month_named(month),
        (PeriodIs::Text(text), None) => Period { label: text.chars().take(40).collect(), days: None, last_day: None },
        (PeriodIs::Month(_), None) => Period::default(),
    }
}

/// A whole month of the calendar.
pub fn month_named(month: i32) -> Period {
    let Some(first) = first_of(month) else { return Period::default() };
    let name = MONTHS.get(month.rem_euclid(12) as usize).copied().unwrap_or_default();
    Period {
        label: format!("{name} {}", month.div_euclid(12)),
        days: u16::try_from(first.days_in_month()).ok(),
        last_day: Some(first.last_of_month().to_string()),
    }
}

fn first_of(month: i32) -> Option<Date> {
    let year = i16::try_from(month.div_euclid(12)).ok()?;
    Date::new(year, i8::try_from(month.rem_euclid(12) + 1).ok()?, 1).ok()
}

/// The first moment of a month, in microseconds since 1970.
pub fn start_of(month: i32) -> Option<i64> {
    let first = first_of(month)?.to_zoned(TimeZone::UTC).ok()?;
    Some(first.timestamp().as_microsecond())
}

/// How many days of its month a moment's day is.
pub fn day_in_month(micros: i64) -> u16 {
    u16::try_from(day_of(micros).day()).unwrap_or(1)
}

/// The day of a moment, `2026-11-03`.
pub fn day_text(micros: i64) -> String {
    day_of(micros).to_string()
}
