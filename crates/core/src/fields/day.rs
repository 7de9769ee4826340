//! A day as people write it: `2026-11-03`, `3.11.2026`, `3 Nov 2026`, `November 3, 2026`, `3. März 26`.
//!
//! Day and month are never guessed: `03/11/2026` is one day here and another there, so it is refused with both.

use touchline_words::say;

use crate::model::Date;

/// The first letters of the months in English and German, by which a longer word is known too.
const MONTHS: [&[&str]; 12] = [
    &["jan", "jän"],
    &["feb"],
    &["mar", "mär"],
    &["apr"],
    &["may", "mai"],
    &["jun"],
    &["jul"],
    &["aug"],
    &["sep"],
    &["oct", "okt"],
    &["nov"],
    &["dec", "dez"],
];

/// A day as people write it; none for what is no day, or may be two.
pub fn day_of(text: &str) -> Option<Date> {
    day(text).ok().flatten()
}

/// A day, or none for an empty text.
///
/// # Errors
/// It is no day, or may be two; in a sentence.
pub fn day(text: &str) -> Result<Option<Date>, String> {
    let text = text.trim();
    if text.is_empty() {
        return Ok(None);
    }
    let shown = || text.chars().take(20).collect::<String>();
    match read(text) {
        Read::Day(day) => Ok(Some(day)),
        Read::Either(one, other) => Err(say!(
            fields_either_day,
            shown = shown(),
            one = one.long(),
            other = other.long(),
            write = one.to_string()
        )),
        Read::None => Err(say!(fields_no_day, shown = shown())),
    }
}

enum Read {
    Day(Date),
    /// The day first, then the month first.
    Either(Date, Date),
    None,
}

fn read(text: &str) -> Read {
    if let Some(day) = Date::parse(text) {
        return Read::Day(day);
    }
    let parts: Vec<&str> = text
        .split(|letter: char| {
            letter.is_whitespace() || matches!(letter, '.' | '/' | '-' | ',' | '\u{2010}' | '\u{2011}')
        })
        .filter(|part| !part.is_empty())
        .collect();
    let [first, second, third] = parts[..] else { return Read::None };
    let day = |year, month, day| -> Option<Date> { Date::new(year?, month?, day?) };
    let found = match (month_name(first), month_name(second)) {
        // `Nov 3, 2026`.
        (Some(month), None) => day(year(third), Some(month), number(second)),
        // `3 Nov 2026`, and `2026 Nov 3`.
        (None, Some(month)) if first.len() == 4 => day(year(first), Some(month), number(third)),
        (None, Some(month)) => day(year(third), Some(month), number(first)),
        (Some(_), Some(_)) => None,
        (None, None) if first.len() == 4 => day(year(first), number(second), number(third)),
        (None, None) => {
            let day_first = day(year(third), number(second), number(first));
            // With dots it is the day everywhere.
            let month_first = day(year(third), number(first), number(second)).filter(|_| !text.contains('.'));
            match (day_first, month_first) {
                (Some(one), Some(other)) if one != other => return Read::Either(one, other),
                (one, other) => one.or(other),
            }
        }
    };
    found.map_or(Read::None, Read::Day)
}

/// 1 … 12; `3rd` is a number too.
fn number(part: &str) -> Option<u8> {
    let digits = part.trim_end_matches(|letter: char| letter.is_ascii_alphabetic());
    let is_ordinal = matches!(part.get(digits.len()..).unwrap_or_default(), "" | "st" | "nd" | "rd" | "th");
    (is_ordinal && digits.len() <= 2).then(|| digits.parse().ok())?
}

/// Two digits are of this century.
fn year(part: &str) -> Option<i16> {
    let year: i16 = part.bytes().all(|byte| byte.is_ascii_digit()).then(|| part.parse().ok())??;
    match part.len() {
        2 => Some(2000 + year),
        4 => Some(year),
        _ => None,
    }
}

fn month_name(part: &str) -> Option<u8> {
    let word = part.to_lowercase();
    if !word.chars().all(char::is_alphabetic) {
        return None;
    }
    let nth = MONTHS.iter().position(|names| names.iter().any(|name| word.starts_with(name)))?;
    u8::try_from(nth + 1).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_is_read_as_people_write_it() {
        let expected = Date::new(2026, 11, 3);
        for text in [
            "2026-11-03",
            " 2026-11-03 ",
            "3.11.2026",
            "03.11.26",
            "3. 11. 2026",
            "3 Nov 2026",
            "Nov 3, 2026",
            "November 3rd, 2026",
            "3. November 2026",
            "2026/11/3",
            "2026-11-3",
            "2026 Nov 3",
            "3-Nov-26",
        ] {
            assert_eq!(day(text), Ok(expected), "{text}");
        }
        assert_eq!(day("14. März 2026"), Ok(Date::new(2026, 3, 14)));
        assert_eq!(day("31/12/2026"), Ok(Date::new(2026, 12, 31)), "there is no month 31");
        assert_eq!(day("12/31/2026"), Ok(Date::new(2026, 12, 31)));
        assert_eq!(day("5/5/2026"), Ok(Date::new(2026, 5, 5)), "both readings are one");
        assert_eq!(day(" "), Ok(None));
    }

    #[test]
    fn what_may_be_two_days_is_asked_and_what_is_none_is_told() {
        let message = day("03/11/2026").unwrap_err();
        let (one, other) = (Date::new(2026, 11, 3).unwrap(), Date::new(2026, 3, 11).unwrap());
        assert!(message.contains(&one.long()) && message.contains(&other.long()), "{message}");
        for text in
            ["30.2.2026", "soon", "Q3 2026", "2026", "1.2", "1.2.3", "32 Nov 2026", "3 Nov", "a.b.c", "3.11.202"]
        {
            let message = day(text).unwrap_err();
            assert!(message.contains(text) && message.contains("2026-11-03"), "{message}");
        }
    }
}
