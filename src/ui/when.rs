//! Moments as people say them: `today 09:12`, `yesterday`, `12 Nov`, `12 Nov 2025`.

use crate::model::Date;
use jiff::tz::TimeZone;
use jiff::{Timestamp, Zoned};

/// A moment in seconds since 1970, as said now and here.
pub fn when(unix_secs: i64) -> String {
    let Ok(moment) = Timestamp::from_second(unix_secs) else { return String::new() };
    said(&moment.to_zoned(TimeZone::system()), &Zoned::now())
}

/// Today, here.
pub fn today() -> Date {
    let day = Zoned::now().date();
    let part = |number: i8| u8::try_from(number).unwrap_or(1);
    // A clock may be set outside the years that a map knows; the first day of 1970 then stands for it, and it is a day.
    let known = Date::new(day.year(), part(day.month()), part(day.day())).or(Date::from_unix_secs(0));
    known.expect("1970-01-01 is a day")
}

fn said(moment: &Zoned, now: &Zoned) -> String {
    let (day, today) = (moment.date(), now.date());
    if day == today {
        return moment.strftime("today %H:%M").to_string();
    }
    if today.yesterday().is_ok_and(|yesterday| day == yesterday) {
        return "yesterday".to_owned();
    }
    let pattern = if day.year() == today.year() { "%-d %b" } else { "%-d %b %Y" };
    moment.strftime(pattern).to_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check_said(moment: &str, expected: &str) {
        let zoned = |text: &str| text.parse::<jiff::civil::DateTime>().unwrap().to_zoned(TimeZone::UTC).unwrap();
        assert_eq!(said(&zoned(moment), &zoned("2026-01-01T10:00:00")), expected, "{moment}");
    }

    #[test]
    fn the_nearer_a_day_the_shorter_it_is_said() {
        check_said("2026-01-01T09:12:59", "today 09:12");
        check_said("2025-12-31T23:59:00", "yesterday");
        check_said("2025-11-12T08:00:00", "12 Nov 2025");
        check_said("2026-03-02T08:00:00", "2 Mar");
    }
}
