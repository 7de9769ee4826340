//! The flags that say how stages are counted, shared by the commands that measure.

use clap::{Args, ValueEnum};
use touchline_words::say;

use crate::behaviour::plan::{Counting, Scope, StageOrder, Ties};
use crate::behaviour::times::zone::Zone;
use crate::behaviour::times::{ColumnTime, DAY, TimeFormat};

/// What it takes to have reached a stage, and the order of events at the same time.
#[derive(Args)]
pub struct CountingFlags {
    /// What orders the events of a customer at the same time
    #[arg(long, value_name = "RULE", value_enum)]
    ties: Option<TieRule>,
    /// Whether a customer has to come to the stages in their order
    #[arg(long, value_name = "RULE", value_enum, default_value = "ordered")]
    order: OrderRule,
    /// Whether a customer has to have reached the stages before
    #[arg(long, value_name = "RULE", value_enum, default_value = "closed")]
    scope: ScopeRule,
    /// Time from the first stage reached within which a stage counts, both ends included: a number and s, m, h, d or w
    #[arg(long, value_name = "TIME", value_parser = seconds)]
    window: Option<u64>,
    /// Leave out rows of a later time, such as 2026-11-03 (with that day, in the zone of --zone) or 2026-11-03T14:00:00Z
    #[arg(long, value_name = "DATE", value_parser = as_of, allow_hyphen_values = true)]
    as_of: Option<AsOf>,
}

/// The last time that counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum AsOf {
    /// All of a day that begins at this midnight on the clock of the log's zone.
    Day(i64),
    /// A time on that clock.
    OnTheClock(i64),
    /// A moment.
    Moment(i64),
}

impl AsOf {
    /// Microseconds since 1970 in UTC.
    fn moment(self, zone: Option<Zone>) -> i64 {
        match (self, zone) {
            (AsOf::Day(midnight), Some(zone)) => zone.end_of_day(midnight),
            (AsOf::Day(midnight), None) => midnight + DAY - 1,
            (AsOf::OnTheClock(clock), Some(zone)) => zone.moment_of(clock),
            (AsOf::OnTheClock(moment), None) | (AsOf::Moment(moment), _) => moment,
        }
    }
}

#[derive(Clone, Copy, ValueEnum)]
enum TieRule {
    /// The order of the rows in the file, which decides if you name none
    File,
    /// The event's name in byte order, which depends on no order of rows; the only one that a table can have
    Name,
}

#[derive(Clone, Copy, ValueEnum)]
enum OrderRule {
    /// Each stage not before the last one reached
    Ordered,
    /// In any order: a stage is reached once it and those before it have an event
    Any,
}

#[derive(Clone, Copy, ValueEnum)]
enum ScopeRule {
    /// Only who reached a stage can reach the next, from the first on
    Closed,
    /// A customer may enter at any stage; one that is not reached is passed over
    Open,
}

impl CountingFlags {
    /// The tie rule that was named.
    pub fn ties(&self) -> Option<Ties> {
        self.ties.map(|rule| match rule {
            TieRule::File => Ties::File,
            TieRule::Name => Ties::Name,
        })
    }

    /// How stages are counted in a log with these times.
    pub fn counting(&self, time: Option<&ColumnTime>) -> Counting {
        let zone = time.and_then(ColumnTime::zone);
        Counting {
            order: match self.order {
                OrderRule::Ordered => StageOrder::Ordered,
                OrderRule::Any => StageOrder::Any,
            },
            scope: match self.scope {
                ScopeRule::Closed => Scope::Closed,
                ScopeRule::Open => Scope::Open,
            },
            window: self.window,
            as_of: self.as_of.map(|as_of| as_of.moment(zone)),
            zone: time.and_then(ColumnTime::assumed_zone),
        }
    }
}

/// `90m` as seconds.
fn seconds(text: &str) -> Result<u64, String> {
    let how = || say!(cli_no_time, text);
    let digits = text.trim_end_matches(|letter: char| letter.is_ascii_alphabetic());
    let unit = match text.get(digits.len()..) {
        Some("s") => 1,
        Some("m") => 60,
        Some("h") => 3_600,
        Some("d") => 86_400,
        Some("w") => 604_800,
        _ => return Err(how()),
    };
    let number: u64 = digits.parse().map_err(|_| how())?;
    // Beyond this no time of the calendar lies.
    number.checked_mul(unit).filter(|secs| *secs <= i64::MAX as u64 / 1_000_000).ok_or_else(how)
}

/// A day, a time on a clock, or a moment.
fn as_of(text: &str) -> Result<AsOf, String> {
    let how = || say!(cli_no_date, text);
    let (micros, has_zone) = TimeFormat::Iso.parse_with_zone(text.as_bytes()).ok_or_else(how)?;
    Ok(match has_zone {
        true => AsOf::Moment(micros),
        false if text.trim().len() == "2026-11-03".len() => AsOf::Day(micros),
        false => AsOf::OnTheClock(micros),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_window_is_a_number_and_its_unit() {
        let read: Vec<_> = ["45s", "90m", "24h", "30d", "2w", "0s"].map(seconds).into_iter().flatten().collect();
        assert_eq!(read, [45, 5_400, 86_400, 2_592_000, 1_209_600, 0]);
        for text in ["", "30", "d", "-1d", "1.5h", "30 d", "1y", "30D", "99999999999999999999s", "9999999999999w"] {
            assert!(seconds(text).is_err(), "{text}");
        }
    }

    #[test]
    fn a_day_is_taken_with_all_its_hours() {
        let moment = |text: &str, zone: Option<&str>| {
            as_of(text).map(|as_of| as_of.moment(zone.map(|name| Zone::named(name).unwrap())))
        };
        assert_eq!(moment("1970-01-02", None), Ok(2 * DAY - 1));
        assert_eq!(moment("1970-01-02T01:00:00Z", None), Ok(DAY + DAY / 24));
        assert_eq!(moment("1970-01-02T01:00:00", None), Ok(DAY + DAY / 24));
        let berlin = Some("Europe/Berlin");
        assert_eq!(moment("1970-01-02", berlin), Ok(2 * DAY - 1 - DAY / 24), "the day ends there first");
        assert_eq!(moment("1970-01-02T01:00:00Z", berlin), Ok(DAY + DAY / 24));
        assert_eq!(moment("1970-01-02T01:00:00", berlin), Ok(DAY));
        assert!(as_of("tomorrow").is_err());
    }
}
