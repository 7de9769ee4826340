//! Moments and spans as people say them: `today 09:12`, `yesterday`, `12 Nov 2025`, `about 12 s left`.

use crate::model::Date;
use jiff::tz::TimeZone;
use jiff::{Timestamp, Zoned};
use std::time::Duration;
use touchline_words::say;

/// A moment in seconds since 1970, as said now and here.
#[expect(clippy::disallowed_methods, reason = "says a moment as people here and now would")]
pub fn when(unix_secs: i64) -> String {
    let Ok(moment) = Timestamp::from_second(unix_secs) else { return String::new() };
    said(&moment.to_zoned(TimeZone::system()), &Zoned::now(), MINUTES)
}

/// The same with the time of day, whichever day it is: `yesterday 18:40`, `12 Nov 09:12`.
pub fn moment(unix_secs: i64) -> String {
    moment_by(unix_secs, MINUTES)
}

/// The same to the second, for what is of one minute with another: `today 09:12:40`.
pub fn moment_to_the_second(unix_secs: i64) -> String {
    moment_by(unix_secs, SECONDS)
}

/// How a clock is read, as `strftime` says it.
const MINUTES: &str = "%H:%M";
const SECONDS: &str = "%H:%M:%S";

#[expect(clippy::disallowed_methods, reason = "says a moment as people here and now would")]
fn moment_by(unix_secs: i64, clock: &str) -> String {
    let Ok(moment) = Timestamp::from_second(unix_secs) else { return String::new() };
    let (moment, now) = (moment.to_zoned(TimeZone::system()), Zoned::now());
    let said = said(&moment, &now, clock);
    if moment.date() == now.date() {
        return said;
    }
    say!(ui_when_day_at, day = said, time = moment.strftime(clock).to_string())
}

/// Today, here.
#[expect(clippy::disallowed_methods, reason = "asks for today, here")]
pub fn today() -> Date {
    day_of(Zoned::now().date())
}

/// The time of day, here: `14:05`.
#[expect(clippy::disallowed_methods, reason = "says what time it is where the window stands")]
pub fn time_of_day() -> String {
    Zoned::now().strftime("%H:%M").to_string()
}

fn day_of(day: jiff::civil::Date) -> Date {
    let part = |number: i8| u8::try_from(number).unwrap_or(1);
    // A clock may be set outside the years that a map knows; the first day of 1970 then stands for it, and it is a day.
    let known = Date::new(day.year(), part(day.month()), part(day.day())).or(Date::from_unix_secs(0));
    known.expect("1970-01-01 is a day")
}

/// How long something will still take: `about 12 s left`, `about 4 min left`. Coarser the longer it is.
pub fn time_left(left: Duration) -> String {
    let secs = left.as_secs_f64();
    let text = match secs {
        ..1.5 => "1 s".to_owned(),
        ..19.5 => format!("{secs:.0} s"),
        ..57.5 => format!("{:.0} s", (secs / 5.0).round() * 5.0),
        ..5_400.0 => say!(ui_when_minutes, minutes = format!("{:.0}", (secs / 60.0).max(1.0))),
        _ => format!("{:.0} h", secs / 3_600.0),
    };
    say!(ui_when_left, text)
}

fn said(moment: &Zoned, now: &Zoned, clock: &str) -> String {
    let (day, today) = (moment.date(), now.date());
    if day == today {
        return say!(ui_when_today, time = moment.strftime(clock).to_string());
    }
    if today.yesterday().is_ok_and(|yesterday| day == yesterday) {
        return say!(ui_when_yesterday).to_owned();
    }
    let said = day_of(day);
    if day.year() == today.year() { said.short() } else { said.long() }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check_said(moment: &str, expected: &str) {
        let zoned = |text: &str| text.parse::<jiff::civil::DateTime>().unwrap().to_zoned(TimeZone::UTC).unwrap();
        assert_eq!(said(&zoned(moment), &zoned("2026-01-01T10:00:00"), MINUTES), expected, "{moment}");
    }

    #[test]
    fn the_longer_it_takes_the_coarser_it_is_said() {
        for (secs, expected) in
            [(0.2, "1 s"), (12.3, "12 s"), (43.0, "45 s"), (58.0, "1 min"), (250.0, "4 min"), (9_000.0, "2 h")]
        {
            assert_eq!(time_left(Duration::from_secs_f64(secs)), format!("about {expected} left"));
        }
    }

    #[test]
    fn the_nearer_a_day_the_shorter_it_is_said() {
        check_said("2026-01-01T09:12:59", "today 09:12");
        let moment = "2026-01-01T09:12:59[UTC]".parse::<Zoned>().unwrap();
        assert_eq!(said(&moment, &moment, SECONDS), "today 09:12:59");
        check_said("2025-12-31T23:59:00", "yesterday");
        check_said("2025-11-12T08:00:00", "12 Nov 2025");
        check_said("2026-03-02T08:00:00", "2 Mar");
        touchline_words::in_language(touchline_words::Language::German, || {
            check_said("2025-10-12T08:00:00", "12. Okt. 2025");
            check_said("2026-03-02T08:00:00", "2. März");
        });
    }
}
