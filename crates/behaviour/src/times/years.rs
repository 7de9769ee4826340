//! Days that are counted in other ways than by month and day of a year of our era: by the week of the ISO year (`2026-W31`,
//! `KW 31/2026`), and by the year of an emperor or a republic (`令和8年11月30日`, `R8.11.30`, `民國115年11月30日`).
//!
//! A week alone is its Monday. Weeks that are only called so (`Week 31`) begin on Sundays in one half of the world, and are not read.

use jiff::civil::{ISOWeekDate, Weekday};

use crate::digits::digit_of;

/// Eras by their names and letters, and the year before their first.
const ERAS: [(&str, i64); 15] = [
    ("令和", 2018),
    ("㋿", 2018),
    ("R", 2018),
    ("平成", 1988),
    ("㍻", 1988),
    ("H", 1988),
    ("昭和", 1925),
    ("㍼", 1925),
    ("S", 1925),
    ("大正", 1911),
    ("㍽", 1911),
    ("明治", 1867),
    ("㍾", 1867),
    ("民國", 1911),
    ("民国", 1911),
];

/// How a text counts its day, where that is a guess of which somebody has to know, and the day as it is read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Otherwise {
    Week(String),
    /// The era stands there as a letter.
    LetteredEra(String),
}

/// What is guessed of a text that counts its day otherwise; nothing where nothing is.
pub fn counted_otherwise(text: &str) -> Option<Otherwise> {
    let text = text.trim();
    let era = || of_era(text).filter(|_| text.starts_with(|c: char| c.is_ascii_alphabetic()));
    let week = day_of_week(text).filter(|found| !found.is_said).map(|found| Otherwise::Week(found.date));
    week.or_else(|| era().map(Otherwise::LetteredEra))
}

/// The date of a text that names a week of the year: `2026-07-27`; with the clock behind it where there is one.
pub(super) fn of_week(text: &str) -> Option<String> {
    let begins_clock = |(at, c): &(usize, char)| {
        let rest = text.get(at + 1..).unwrap_or_default();
        let colon = rest.find(':').filter(|colon| (1..=2).contains(colon));
        matches!(c, ' ' | 'T') && colon.is_some_and(|colon| rest.bytes().take(colon).all(|byte| byte.is_ascii_digit()))
    };
    match text.char_indices().find(begins_clock).and_then(|(at, _)| text.split_at_checked(at)) {
        Some((date, clock)) => Some(format!("{}{clock}", day_of_week(date)?.date)),
        None => day_of_week(text).map(|found| found.date),
    }
}

/// A day of a week of the year.
struct DayOfWeek {
    date: String,
    /// Whether the text says which of the week it is.
    is_said: bool,
}

fn day_of_week(text: &str) -> Option<DayOfWeek> {
    let is_mark = |c: char| matches!(c, '-' | '/' | '.' | ',' | ' ');
    if !text.contains(['W', 'w']) || !text.chars().all(|c| c.is_ascii_digit() || is_mark(c) || "KWkw".contains(c)) {
        return None;
    }
    let mut parts: Vec<&str> = Vec::new();
    let mut rest = text;
    while let Some(first) = rest.chars().next() {
        let alike = |c: char| !is_mark(c) && c.is_ascii_digit() == first.is_ascii_digit();
        let end = rest.find(|c| !alike(c)).unwrap_or(rest.len());
        let (part, behind) = rest.split_at_checked(end)?;
        parts.extend((!part.is_empty()).then_some(part));
        rest = behind.trim_start_matches(is_mark);
    }
    let is_week = |word: &str| word.eq_ignore_ascii_case("w") || word.eq_ignore_ascii_case("kw");
    let (year, week, day) = match parts.as_slice() {
        [year, word, week] if is_week(word) && year.len() == 4 && week.len() <= 2 => (year, *week, None),
        [year, word, both] if is_week(word) && year.len() == 4 && both.len() == 3 => {
            let (week, day) = both.split_at_checked(2)?;
            (year, week, Some(day))
        }
        [year, word, week, day] if is_week(word) && year.len() == 4 && week.len() <= 2 && day.len() == 1 => {
            (year, *week, Some(*day))
        }
        [word, week, year] | [week, word, year] if is_week(word) && year.len() == 4 && week.len() <= 2 => {
            (year, *week, None)
        }
        _ => return None,
    };
    let weekday = Weekday::from_monday_one_offset(day.unwrap_or("1").parse().ok()?).ok()?;
    let date = ISOWeekDate::new(year.parse().ok()?, week.parse().ok()?, weekday).ok()?.date();
    Some(DayOfWeek { date: date.to_string(), is_said: day.is_some() })
}

/// The same text with a year of our era in the place of one of another.
pub(super) fn of_era(text: &str) -> Option<String> {
    let (era, before) = ERAS.iter().find(|(era, _)| text.starts_with(era))?;
    let rest = text.strip_prefix(era)?.trim_start();
    let is_letter = era.is_ascii();
    let end = rest.find(|c| digit_of(c).is_none()).unwrap_or(rest.len());
    let (number, behind) = match rest.strip_prefix('元') {
        Some(behind) if !is_letter => ("1".to_owned(), behind),
        _ => {
            let (number, behind) = rest.split_at_checked(end)?;
            (number.chars().filter_map(digit_of).collect(), behind)
        }
    };
    let year: i64 = number.parse().ok().filter(|year| (1..=999).contains(year))?;
    // A letter may be any: only a whole date behind it makes it an era.
    let is_date = behind.starts_with(['.', '/', '-', '年']);
    let parts = behind.split(|c| digit_of(c).is_none()).filter(|part| !part.is_empty()).count();
    let is_whole = is_date && number.len() <= 2 && parts >= 2;
    (if is_letter { is_whole } else { is_date }).then(|| format!("{}{behind}", before + year))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_week_is_its_monday_and_a_day_of_it_that_day() {
        for (text, date) in [
            ("2026-W31", Some("2026-07-27")),
            ("2026W31", Some("2026-07-27")),
            ("2026-W31-4", Some("2026-07-30")),
            ("2026W314", Some("2026-07-30")),
            ("2020-W53-7", Some("2021-01-03")),
            ("2026-W01", Some("2025-12-29")),
            ("KW 31/2026", Some("2026-07-27")),
            ("31. KW 2026", Some("2026-07-27")),
            ("2026-w5", Some("2026-01-26")),
            ("2026-W31-4T14:05:22Z", Some("2026-07-30T14:05:22Z")),
            ("2026W314 9:05 PM", Some("2026-07-30 9:05 PM")),
            ("2026-W54", None),
            ("2026-W31-8", None),
            ("Week 31 2026", None),
            ("W31", None),
            ("31W2026W", None),
            ("2026-07-27", None),
        ] {
            assert_eq!(of_week(text).as_deref(), date, "{text}");
        }
        assert_eq!(counted_otherwise("R8.11.30"), Some(Otherwise::LetteredEra("2026.11.30".to_owned())));
        assert_eq!(counted_otherwise("2026-W31"), Some(Otherwise::Week("2026-07-27".to_owned())));
        assert_eq!([counted_otherwise("令和8年11月30日"), counted_otherwise("2026-W31-4")], [None, None]);
    }

    #[test]
    fn a_year_of_an_emperor_is_one_of_our_era() {
        for (text, date) in [
            ("令和8年11月30日", Some("2026年11月30日")),
            ("令和８年１１月３０日", Some("2026年１１月３０日")),
            ("令和元年5月1日", Some("2019年5月1日")),
            ("R8.11.30", Some("2026.11.30")),
            ("H31/4/30", Some("2019/4/30")),
            ("S64.1.7", Some("1989.1.7")),
            ("昭和64年1月7日", Some("1989年1月7日")),
            ("民國115年11月30日", Some("2026年11月30日")),
            ("R8", None),
            ("R8.11", None),
            ("Sale 8.11.30", None),
            ("RX8.11.30", None),
        ] {
            assert_eq!(of_era(text).as_deref(), date, "{text}");
        }
    }
}
