//! A day of the proleptic Gregorian calendar, as people write it in plans.

use serde::{Deserialize, Deserializer, Serialize, Serializer};
use std::borrow::Cow;
use std::fmt;
use touchline_words::{Said, said, say};

/// A day. Always a real one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Date {
    year: i16,
    month: u8,
    day: u8,
}

const MONTHS: [Said; 12] = [
    said::month_jan,
    said::month_feb,
    said::month_mar,
    said::month_apr,
    said::month_may,
    said::month_jun,
    said::month_jul,
    said::month_aug,
    said::month_sep,
    said::month_oct,
    said::month_nov,
    said::month_dec,
];

impl Date {
    /// The day, when there is such a one in the years 1 … 9999.
    pub fn new(year: i16, month: u8, day: u8) -> Option<Self> {
        let legal =
            (1..=9999).contains(&year) && (1..=12).contains(&month) && (1..=days_in(year, month)).contains(&day);
        legal.then_some(Self { year, month, day })
    }

    /// Reads `2026-11-03`.
    pub fn parse(text: &str) -> Option<Self> {
        let text = text.trim();
        let mut parts = text.split('-');
        let (year, month, day) = (parts.next()?, parts.next()?, parts.next()?);
        if parts.next().is_some() || year.len() != 4 || month.len() != 2 || day.len() != 2 {
            return None;
        }
        if !text.bytes().all(|b| b.is_ascii_digit() || b == b'-') {
            return None;
        }
        Self::new(year.parse().ok()?, month.parse().ok()?, day.parse().ok()?)
    }

    /// The day (UTC) of a number of seconds since 1970.
    pub fn from_unix_secs(secs: i64) -> Option<Self> {
        // Days to civil date, after Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms".
        let days = secs.div_euclid(86_400).checked_add(719_468)?;
        let era = days.div_euclid(146_097);
        let day_of_era = days.rem_euclid(146_097);
        let year_of_era = (day_of_era - day_of_era / 1460 + day_of_era / 36_524 - day_of_era / 146_096) / 365;
        let day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
        let month_from_march = (5 * day_of_year + 2) / 153;
        let day = day_of_year - (153 * month_from_march + 2) / 5 + 1;
        let month = if month_from_march < 10 { month_from_march + 3 } else { month_from_march - 9 };
        let year = year_of_era + era * 400 + i64::from(month <= 2);
        Self::new(i16::try_from(year).ok()?, u8::try_from(month).ok()?, u8::try_from(day).ok()?)
    }

    /// Whole days from 1970-01-01, before it below zero.
    pub fn days_since_1970(self) -> i64 {
        // Years begin in March, so that the leap day is the last of its year.
        let year = i64::from(self.year()) - i64::from(self.month() <= 2);
        let month = (i64::from(self.month()) + 9) % 12;
        let day_of_year = (153 * month + 2) / 5 + i64::from(self.day()) - 1;
        365 * year + year.div_euclid(4) - year.div_euclid(100) + year.div_euclid(400) + day_of_year - 719_468
    }

    pub fn year(self) -> i16 {
        self.year
    }

    pub fn month(self) -> u8 {
        self.month
    }

    pub fn day(self) -> u8 {
        self.day
    }

    /// `3 Nov 2026`.
    pub fn long(self) -> String {
        say!(date_long, short = self.short(), year = self.year.to_string())
    }

    /// `3 Nov`.
    pub fn short(self) -> String {
        // The month is 1 … 12 by construction.
        say!(date_short, day = self.day.to_string(), month = MONTHS[usize::from(self.month) - 1].text())
    }
}

/// A text in which no line ends inside a date that [`Date::long`] or [`Date::short`] wrote: their blanks are ones that hold.
pub fn with_whole_dates(text: &str) -> Cow<'_, str> {
    const HOLDS: char = '\u{A0}';
    let mut whole = Cow::Borrowed(text);
    for month in MONTHS {
        let name = format!(" {}", month.text());
        let mut from = 0;
        while let Some(at) = whole.get(from..).and_then(|rest| rest.find(&name)).map(|at| from + at) {
            let after = at + name.len();
            let begins =
                whole.get(..at).unwrap_or_default().trim_end_matches('.').ends_with(|c: char| c.is_ascii_digit());
            let mut rest = whole.get(after..).unwrap_or_default().chars();
            let next = rest.next();
            let is_word = next.is_some_and(char::is_alphanumeric);
            let has_year = next == Some(' ') && rest.next().is_some_and(|c| c.is_ascii_digit());
            from = after;
            if begins && !is_word {
                let text = whole.to_mut();
                if has_year {
                    text.replace_range(after..=after, HOLDS.encode_utf8(&mut [0; 2]));
                }
                text.replace_range(at..=at, HOLDS.encode_utf8(&mut [0; 2]));
                from += 1;
            }
        }
    }
    whole
}

fn days_in(year: i16, month: u8) -> u8 {
    match month {
        4 | 6 | 9 | 11 => 30,
        2 if year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) => 29,
        2 => 28,
        _ => 31,
    }
}

impl fmt::Display for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-{:02}-{:02}", self.year, self.month, self.day)
    }
}

impl Serialize for Date {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Date {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        Self::parse(&text).ok_or_else(|| {
            let shown: String = text.chars().take(40).collect();
            serde::de::Error::custom(say!(date_wrong, shown))
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_are_real_ones() {
        assert_eq!(Date::parse("2026-11-03").map(Date::long), Some("3 Nov 2026".to_owned()));
        assert_eq!(Date::parse("2024-02-29").map(|d| d.to_string()), Some("2024-02-29".to_owned()));
        for wrong in ["2026-02-29", "2026-13-01", "26-01-01", "2026-1-1", "", "2026-11-03x", "+026-11-03"] {
            assert_eq!(Date::parse(wrong), None, "{wrong}");
        }
    }

    #[test]
    fn no_line_ends_inside_a_date() {
        for language in [touchline_words::Language::English, touchline_words::Language::German] {
            touchline_words::in_language(language, || {
                for day in (1..=12).filter_map(|month| Date::new(2026, month, 7)) {
                    let (long, short) = (day.long(), day.short());
                    let held = |date: &str| date.replace(' ', "\u{a0}");
                    let text = format!("saved on {long}, then {short}; 30 of 40 {long}.");
                    let whole = format!("saved on {}, then {}; 30 of 40 {}.", held(&long), held(&short), held(&long));
                    assert_eq!(with_whole_dates(&text), whole);
                }
            });
        }
        for none in ["in Nov 2026", "7 Novels", "Mai", "", "no date, 3 of 4"] {
            assert!(matches!(with_whole_dates(none), Cow::Borrowed(same) if same == none), "{none}");
        }
    }

    #[test]
    fn days_since_1970_go_back_to_seconds() {
        for days in [0, 1, 58, 59, 60, 11_016, 19_782, 20_760, 36_584, 40_000] {
            let day = Date::from_unix_secs(days * 86_400).unwrap();
            assert_eq!(day.days_since_1970(), days, "{day}");
        }
    }

    #[test]
    fn days_from_seconds() {
        assert_eq!(Date::from_unix_secs(0), Date::new(1970, 1, 1));
        assert_eq!(Date::from_unix_secs(-1), Date::new(1969, 12, 31));
        assert_eq!(Date::from_unix_secs(1_793_664_000), Date::new(2026, 11, 3));
        assert_eq!(Date::from_unix_secs(951_782_400), Date::new(2000, 2, 29));
        assert_eq!(Date::from_unix_secs(i64::MAX), None);
    }
}
