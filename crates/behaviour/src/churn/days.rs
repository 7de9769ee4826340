//! Days as text, in UTC.

use jiff::civil::Date;
use jiff::tz::TimeZone;

/// The day of a moment in microseconds since 1970: `2024-06-30`.
pub fn text(micros: i64) -> String {
    let time = jiff::Timestamp::from_microsecond(micros).unwrap_or_default();
    time.to_zoned(TimeZone::UTC).date().to_string()
}

/// The last second of a day written as `2024-06-30`, in microseconds since 1970; `None` if it is no day.
pub fn end_of(text: &str) -> Option<i64> {
    let day: Date = text.trim().parse().ok()?;
    let end = day.at(23, 59, 59, 0).to_zoned(TimeZone::UTC).ok()?;
    Some(end.timestamp().as_microsecond())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_comes_back_from_its_end() {
        assert_eq!(end_of("2024-06-30").map(text).as_deref(), Some("2024-06-30"));
        assert_eq!(end_of("30 June"), None);
    }
}
