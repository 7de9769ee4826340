//! Dates of the calendar in text, with or without a clock behind them.
//!
//! Every function takes text without blanks at its ends and gives the time as it is written, or nothing.

use super::clock::{Cursor, clock_and_zone};
use super::day_cache::DayCache;
use super::units::{DAY, DayOrder, Written};

/// Days since 1970 of the dates that systems write for "no date".
pub(super) const YEAR_1: i64 = -719_162;
pub(super) const EXCEL_ZERO: i64 = -25_569;
pub(super) const END_OF_TIME: i64 = 2_932_896;

/// Years of the Buddhist calendar, in which 2569 is 2026: those of which logs tell, from 1990 to 2100.
const BUDDHIST: std::ops::RangeInclusive<i64> = 2533..=2643;

/// Days since 1970-01-01 in the Gregorian calendar, or nothing if there is no such day. Of the years before 1000 only the
/// first is one, which stands for "no date": the others are years of two digits in disguise.
pub(super) fn day_of(year: i64, month: i64, day: i64) -> Option<i64> {
    let year = if BUDDHIST.contains(&year) { year - 543 } else { year };
    if !(year == 1 || (1000..=9999).contains(&year))
        || !(1..=12).contains(&month)
        || day < 1
        || day > days_in(year, month)
    {
        return None;
    }
    // Howard Hinnant, "chrono-compatible low-level date algorithms", days_from_civil; years start in March.
    let shifted = if month <= 2 { year - 1 } else { year };
    let era = shifted.div_euclid(400);
    let year_of_era = shifted.rem_euclid(400);
    let day_of_year = (153 * ((month + 9) % 12) + 2) / 5 + day - 1;
    let day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;
    Some(era * 146_097 + day_of_era - 719_468)
}

fn days_in(year: i64, month: i64) -> i64 {
    match month {
        4 | 6 | 9 | 11 => 30,
        2 if year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) => 29,
        2 => 28,
        _ => 31,
    }
}

/// `2026-11-03`, with `/` or `.` as well, months and days of one digit, then a clock.
pub(super) fn iso(text: &[u8], cache: &mut DayCache) -> Option<Written> {
    if let Some((date, rest)) = text.split_at_checked(10) {
        if let Some(start) = cache.start_of(date) {
            return clock_and_zone(rest).map(|clock| clock.after(start));
        }
        let digits_end_here = rest.first().is_none_or(|byte| !byte.is_ascii_digit());
        if let Some(start) = iso_date(date).filter(|_| digits_end_here) {
            cache.remember(date, start);
            return clock_and_zone(rest).map(|clock| clock.after(start));
        }
    }
    let mut cursor = Cursor::new(text);
    let year = cursor.number(4, 4)?;
    let separator = cursor.one_of(b"-/.")?;
    let month = cursor.number(1, 2)?;
    cursor.one_of(&[separator])?;
    let day = cursor.number(1, 2)?;
    let clock = clock_and_zone(cursor.rest())?;
    Some(clock.after(day_of(year, month, day)? * DAY))
}

/// Exactly `2026-11-03`: microseconds of its midnight.
fn iso_date(date: &[u8]) -> Option<i64> {
    let [y1, y2, y3, y4, b'-', m1, m2, b'-', d1, d2] = *date else { return None };
    let digit = |byte: u8| byte.is_ascii_digit().then(|| i64::from(byte - b'0'));
    let year = digit(y1)? * 1000 + digit(y2)? * 100 + digit(y3)? * 10 + digit(y4)?;
    let day = day_of(year, digit(m1)? * 10 + digit(m2)?, digit(d1)? * 10 + digit(d2)?)?;
    Some(day * DAY)
}

/// `20261103`, `20261103T140522Z`, `20261103 14:05:22`, `20261103140522`.
pub(super) fn compact(text: &[u8]) -> Option<Written> {
    let (date, rest) = text.split_at_checked(8)?;
    let number = Cursor::new(date).number(8, 8)?;
    let start = day_of(number / 10_000, number / 100 % 100, number % 100)? * DAY;
    let digits = rest.strip_prefix(b"T").unwrap_or(rest);
    let run = digits.iter().take_while(|byte| byte.is_ascii_digit()).count();
    if run != 4 && run != 6 {
        return clock_and_zone(rest).map(|clock| clock.after(start));
    }
    // The clock without colons: put them in and read it as any other.
    let (clock, zone) = digits.split_at_checked(run)?;
    let with_colons = clock.chunks(2).collect::<Vec<_>>().join(&b':');
    clock_and_zone(&[b"T", with_colons.as_slice(), zone].concat()).map(|clock| clock.after(start))
}

/// `3.11.2026`, `11/3/26`, then a clock.
pub(super) fn numbers(text: &[u8], order: DayOrder, cache: &mut DayCache) -> Option<Written> {
    let end = text.iter().position(|byte| matches!(byte, b' ' | b'T' | b',')).unwrap_or(text.len());
    let (date, rest) = text.split_at_checked(end)?;
    if let Some(start) = cache.start_of(date) {
        return clock_and_zone(rest).map(|clock| clock.after(start));
    }
    let mut cursor = Cursor::new(date);
    let first = cursor.number(1, 2)?;
    let separator = cursor.one_of(b"/.-")?;
    let second = cursor.number(1, 2)?;
    cursor.one_of(&[separator])?;
    let (year, month, day) = match order {
        DayOrder::DayFirst => (year_of(&mut cursor)?, second, first),
        DayOrder::MonthFirst => (year_of(&mut cursor)?, first, second),
        DayOrder::YearFirst if date.get(2) == Some(&separator) => (of_two_digits(first), second, cursor.number(1, 2)?),
        DayOrder::YearFirst => return None,
    };
    if !cursor.rest().is_empty() {
        return None;
    }
    let start = day_of(year, month, day)? * DAY;
    cache.remember(date, start);
    clock_and_zone(rest).map(|clock| clock.after(start))
}

/// A year of four digits, or of two: 00 to 68 are 20xx, as POSIX has it.
fn year_of(cursor: &mut Cursor) -> Option<i64> {
    let before = cursor.rest().len();
    let year = cursor.number(2, 4)?;
    match before - cursor.rest().len() {
        4 => Some(year),
        2 => Some(of_two_digits(year)),
        _ => None,
    }
}

fn of_two_digits(year: i64) -> i64 {
    if year <= 68 { 2000 + year } else { 1900 + year }
}

/// `3 Nov 2026`, `Tue, 03-Nov-26`, `November 3, 2026`, `Nov 3 2026`, then a clock.
pub(super) fn month_name(text: &[u8]) -> Option<Written> {
    let mut cursor = Cursor::new(text);
    let mut month = None;
    let mut day = None;
    let year = loop {
        while cursor.one_of(b" ,-/.").is_some() {}
        let word = cursor.letters();
        if !word.is_empty() {
            match month_of(word) {
                Some(found) if month.is_none() => month = Some(found),
                // The weekday, before anything else, or the "th" of 5th.
                _ if (month.is_none() && day.is_none() && is_weekday(word)) || is_ordinal(word) => {}
                _ => return None,
            }
        } else if day.is_none() {
            day = Some(cursor.number(1, 2)?);
        } else {
            break year_of(&mut cursor)?;
        }
    };
    let clock = clock_and_zone(cursor.rest())?;
    Some(clock.after(day_of(year, month?, day?)? * DAY))
}

fn month_of(word: &[u8]) -> Option<i64> {
    const MONTHS: [&str; 12] = [
        "january",
        "february",
        "march",
        "april",
        "may",
        "june",
        "july",
        "august",
        "september",
        "october",
        "november",
        "december",
    ];
    let word = std::str::from_utf8(word).ok()?.to_ascii_lowercase();
    let at = MONTHS
        .iter()
        .position(|name| *name == word || (name.get(..3) == Some(&word)) || word == "sept" && *name == "september")?;
    Some(at as i64 + 1)
}

fn is_weekday(word: &[u8]) -> bool {
    const DAYS: [&str; 7] = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];
    let word = String::from_utf8_lossy(word).to_ascii_lowercase();
    DAYS.iter().any(|name| *name == word || name.get(..3) == Some(&word))
}

fn is_ordinal(word: &[u8]) -> bool {
    matches!(word, b"st" | b"nd" | b"rd" | b"th")
}
