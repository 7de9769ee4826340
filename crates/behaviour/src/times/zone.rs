//! The zone of times that carry none: from the clock on a wall to the moment in UTC.
//!
//! A [`Zone`] is a table of stretches between two changes of its clocks, made once for each name from the system's database
//! of zones and kept while the program runs, so that it is copied like a number. A time that the clocks skipped is taken by
//! the offset before the change; of one that occurs twice the earlier moment is taken. Both are told by [`Occurs`].
//!
//! # Limits
//! The tables hold the years 1900 to 2100; a time outside is asked of the database each time, with the same answer.

use std::fmt;
use std::sync::{Mutex, OnceLock, PoisonError};

use jiff::tz::{AmbiguousOffset, TimeZone, db};
use jiff::{Timestamp, civil};
use touchline_words::direction::Listed;
use touchline_words::say;

/// The years 1900 to 2100 on any clock, in microseconds since 1970.
const FROM: i64 = -2_208_988_800_000_000;
const UNTIL: i64 = 4_133_980_800_000_000;
/// Changes are looked for a little further out, since a clock is ahead of UTC or behind it.
const MARGIN: i64 = 30 * super::units::DAY;

/// Names that are offered for one that is not known.
const NEAR: usize = 3;

/// A zone of the world, by its name in the IANA database.
#[derive(Clone, Copy)]
pub struct Zone(&'static Table);

struct Table {
    name: String,
    rules: TimeZone,
    /// In order and without gaps from [`FROM`] to [`UNTIL`], by the clock on the wall.
    stretches: Vec<Stretch>,
    /// For each [`SLICE`] of that time, the place of the first stretch that reaches into it.
    places: Vec<u16>,
}

/// The logarithm of a time of 12.7 days: most slices lie in one stretch.
const SLICE: u32 = 40;

/// How often a time on the clock occurs.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Occurs {
    #[default]
    Once,
    /// The clocks were put forward over it.
    Never,
    /// The clocks were put back over it.
    Twice,
}

/// Times on the clock from one to before another that are all as far ahead of UTC.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Stretch {
    from: i64,
    until: i64,
    /// Microseconds.
    ahead: i64,
    pub(super) occurs: Occurs,
}

/// Why a name gives no zone.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ZoneError {
    Unknown { name: String, near: Vec<String> },
    NoDatabase,
}

impl std::fmt::Display for ZoneError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Unknown { name, near } if near.is_empty() => f.write_str(&say!(log_no_zone, name)),
            Self::Unknown { name, near } => f.write_str(&say!(log_no_zone_near, name, near = near.listed(", "))),
            Self::NoDatabase => f.write_str(say!(log_no_zones)),
        }
    }
}

impl std::error::Error for ZoneError {}

impl Zone {
    /// The zone of a name such as `Europe/Berlin`; capitals do not matter.
    ///
    /// # Errors
    /// No zone has this name, or the machine knows none at all.
    pub fn named(name: &str) -> Result<Zone, ZoneError> {
        let name = name.trim();
        if name.eq_ignore_ascii_case("utc") {
            return Ok(Zone::of(&TimeZone::UTC, "UTC"));
        }
        let found = db().get(name).ok();
        match found.as_ref().and_then(|rules| Some((rules, rules.iana_name()?))) {
            Some((rules, known)) => Ok(Zone::of(rules, known)),
            None if Zone::names().len() < 2 => Err(ZoneError::NoDatabase),
            None => Err(ZoneError::Unknown { name: name.to_owned(), near: near(name) }),
        }
    }

    /// The zone that this machine's clock is set to, if it has a name.
    pub fn of_machine() -> Option<Zone> {
        let rules = TimeZone::try_system().ok()?;
        Zone::named(rules.iana_name()?).ok()
    }

    /// Every name of the database, in alphabetical order.
    pub fn names() -> &'static [String] {
        static NAMES: OnceLock<Vec<String>> = OnceLock::new();
        NAMES.get_or_init(|| {
            let mut names: Vec<String> = db().available().map(|name| name.as_str().to_owned()).collect();
            names.push("UTC".to_owned());
            names.sort_unstable();
            names.dedup();
            names
        })
    }

    pub fn name(self) -> &'static str {
        &self.0.name
    }

    /// The one table of a zone.
    fn of(rules: &TimeZone, name: &str) -> Zone {
        static TABLES: Mutex<Vec<&'static Table>> = Mutex::new(Vec::new());
        let mut tables = TABLES.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(table) = tables.iter().find(|table| table.name == name) {
            return Zone(table);
        }
        // Kept to the end of the program; there are no more of them than names.
        let table: &'static Table = Box::leak(Box::new(Table::of(rules, name)));
        tables.push(table);
        Zone(table)
    }

    /// The moment in UTC of a time on this zone's clock, both in microseconds since 1970. `last` is the stretch of the time
    /// before, and becomes that of this one.
    #[inline]
    pub(super) fn moment(self, clock: i64, last: &mut Stretch) -> i64 {
        if clock < last.from || clock >= last.until {
            *last = self.stretch_at(clock);
        }
        clock - last.ahead
    }

    /// The moment in UTC of a time on this zone's clock, once.
    pub fn moment_of(self, clock: i64) -> i64 {
        self.moment(clock, &mut Stretch::default())
    }

    /// The last moment of the day that begins at a midnight on this zone's clock.
    pub fn end_of_day(self, midnight: i64) -> i64 {
        self.moment_of(midnight.saturating_add(super::units::DAY)).saturating_sub(1)
    }

    /// What this zone's clock shows at a moment: for days and months of the calendar.
    pub fn clock(self, moment: i64) -> i64 {
        let ahead = Timestamp::from_microsecond(moment).map_or(0, |time| self.0.rules.to_offset(time).seconds());
        moment.saturating_add(i64::from(ahead) * 1_000_000)
    }

    /// A moment as this zone's clock shows it, RFC 3339; nothing where the calendar of that standard has no such moment.
    pub fn shown(self, moment: i64) -> Option<String> {
        let time = Timestamp::from_microsecond(moment).ok()?;
        Some(time.display_with_offset(self.0.rules.to_offset(time)).to_string())
    }

    fn stretch_at(self, clock: i64) -> Stretch {
        let Table { stretches, places, rules, .. } = self.0;
        let slice = usize::try_from((clock - FROM) >> SLICE).unwrap_or(usize::MAX);
        let first = places.get(slice).map_or(usize::MAX, |first| usize::from(*first));
        let found = stretches.get(first..).and_then(|rest| rest.iter().find(|stretch| clock < stretch.until));
        found.copied().unwrap_or_else(|| far_away(rules, clock))
    }
}

impl Table {
    fn of(rules: &TimeZone, name: &str) -> Table {
        let stretches = stretches(rules);
        let place = |start: i64| stretches.partition_point(|stretch| stretch.until <= start);
        let slices = ((UNTIL - FROM) >> SLICE) + 1;
        // Clocks change a few times a year: the places of two centuries are far from the most that there can be.
        let places =
            (0..slices).map(|slice| u16::try_from(place(FROM + (slice << SLICE))).unwrap_or(u16::MAX)).collect();
        Table { name: name.to_owned(), rules: rules.clone(), stretches, places }
    }
}

impl PartialEq for Zone {
    fn eq(&self, other: &Zone) -> bool {
        self.name() == other.name()
    }
}

impl Eq for Zone {}

impl fmt::Debug for Zone {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(to, "Zone({})", self.name())
    }
}

impl std::str::FromStr for Zone {
    type Err = ZoneError;

    fn from_str(name: &str) -> Result<Zone, ZoneError> {
        Zone::named(name)
    }
}

/// The stretches of a zone's clock.
fn stretches(rules: &TimeZone) -> Vec<Stretch> {
    let micros = |offset: jiff::tz::Offset| i64::from(offset.seconds()) * 1_000_000;
    let start = Timestamp::from_microsecond(FROM - MARGIN).unwrap_or(Timestamp::MIN);
    let mut found = Vec::new();
    let mut put = |from: i64, until: i64, ahead: i64, occurs: Occurs| {
        let (from, until) = (from.max(FROM), until.min(UNTIL));
        if from < until {
            found.push(Stretch { from, until, ahead, occurs });
        }
    };
    let (mut from, mut before) = (FROM, micros(rules.to_offset(start)));
    let changes = rules.following(start).map(|change| (change.timestamp().as_microsecond(), micros(change.offset())));
    for (at, after) in changes.take_while(|(at, _)| *at < UNTIL + MARGIN) {
        if after == before {
            continue;
        }
        let (odd, occurs) = match after > before {
            true => (at + before..at + after, Occurs::Never),
            false => (at + after..at + before, Occurs::Twice),
        };
        put(from, odd.start, before, Occurs::Once);
        put(odd.start.max(from), odd.end, before, occurs);
        (from, before) = (odd.end.max(from), after);
    }
    put(from, UNTIL, before, Occurs::Once);
    found
}

/// The stretch of one time outside the table.
#[cold]
fn far_away(rules: &TimeZone, clock: i64) -> Stretch {
    let asked = Timestamp::from_microsecond(clock).ok().map(|time| {
        let shown: civil::DateTime = TimeZone::UTC.to_datetime(time);
        rules.to_ambiguous_timestamp(shown).offset()
    });
    let (offset, occurs) = match asked {
        Some(AmbiguousOffset::Unambiguous { offset }) => (Some(offset), Occurs::Once),
        Some(AmbiguousOffset::Gap { before, .. }) => (Some(before), Occurs::Never),
        Some(AmbiguousOffset::Fold { before, .. }) => (Some(before), Occurs::Twice),
        // The last hours of the year 9999.
        None => (None, Occurs::Once),
    };
    let ahead = offset.map_or(0, |offset| i64::from(offset.seconds()) * 1_000_000);
    Stretch { from: clock, until: clock + 1, ahead, occurs }
}

/// The known names most like one: as a whole, or by the city alone.
fn near(name: &str) -> Vec<String> {
    let asked = name.to_lowercase().replace(' ', "_");
    let likeness = |known: &str| {
        let known = known.to_lowercase();
        let city = known.rsplit('/').next().unwrap_or_default();
        strsim::jaro_winkler(&asked, &known).max(strsim::jaro_winkler(&asked, city))
    };
    let mut scored: Vec<(f64, &String)> = Zone::names().iter().map(|known| (likeness(known), known)).collect();
    scored.sort_by(|a, b| b.0.total_cmp(&a.0).then(a.1.cmp(b.1)));
    scored.into_iter().filter(|(score, _)| *score > 0.8).take(NEAR).map(|(_, known)| known.clone()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// What jiff makes of a time on a clock.
    fn of_jiff(zone: Zone, clock: i64) -> (i64, Occurs) {
        let shown = TimeZone::UTC.to_datetime(Timestamp::from_microsecond(clock).unwrap());
        let asked = zone.0.rules.to_ambiguous_timestamp(shown);
        let occurs = match asked.offset() {
            AmbiguousOffset::Unambiguous { .. } => Occurs::Once,
            AmbiguousOffset::Gap { .. } => Occurs::Never,
            AmbiguousOffset::Fold { .. } => Occurs::Twice,
        };
        (asked.compatible().unwrap().as_microsecond(), occurs)
    }

    fn check_as_jiff(zone: Zone, clock: i64, last: &mut Stretch) {
        let moment = zone.moment(clock, last);
        assert_eq!((moment, last.occurs), of_jiff(zone, clock), "{zone:?} at {clock}");
    }

    #[test]
    fn every_zone_has_the_changes_that_jiff_has() {
        for name in Zone::names() {
            let zone = Zone::named(name).unwrap();
            let mut last = Stretch::default();
            for edge in zone.0.stretches.iter().map(|stretch| stretch.from) {
                for clock in [edge - 1, edge, edge + 1, edge + 1_800_000_000] {
                    check_as_jiff(zone, clock, &mut last);
                }
            }
        }
    }

    #[test]
    fn a_skipped_time_goes_by_the_offset_before_and_of_two_moments_the_earlier_counts() {
        let micros = |text: &str| text.parse::<Timestamp>().unwrap().as_microsecond();
        for (zone, clock, moment, occurs) in [
            ("Europe/Berlin", "2026-03-29T02:30:00Z", "2026-03-29T01:30:00Z", Occurs::Never),
            ("Europe/Berlin", "2026-10-25T02:30:00Z", "2026-10-25T00:30:00Z", Occurs::Twice),
            ("Europe/Berlin", "2026-10-25T03:00:00Z", "2026-10-25T02:00:00Z", Occurs::Once),
            ("america/new_york", "2026-03-08T02:00:00Z", "2026-03-08T07:00:00Z", Occurs::Never),
            ("America/New_York", "2026-11-01T01:59:59Z", "2026-11-01T05:59:59Z", Occurs::Twice),
            ("utc", "2026-11-01T01:59:59Z", "2026-11-01T01:59:59Z", Occurs::Once),
            ("Europe/Berlin", "2450-07-01T12:00:00Z", "2450-07-01T10:00:00Z", Occurs::Once),
        ] {
            let mut last = Stretch::default();
            let found = Zone::named(zone).unwrap().moment(micros(clock), &mut last);
            assert_eq!((found, last.occurs), (micros(moment), occurs), "{zone} {clock}");
        }
    }

    #[test]
    fn a_day_ends_where_the_next_begins_and_a_clock_shows_the_time_that_was_read() {
        let micros = |text: &str| text.parse::<Timestamp>().unwrap().as_microsecond();
        for (zone, midnight, end) in [
            ("Europe/Berlin", "2026-10-25T00:00:00Z", "2026-10-25T22:59:59.999999Z"),
            ("America/New_York", "2026-11-03T00:00:00Z", "2026-11-04T04:59:59.999999Z"),
            // The clocks of Havana go back from 1 to 0 o'clock, those of Beirut forward from 0 to 1.
            ("America/Havana", "2025-11-01T00:00:00Z", "2025-11-02T03:59:59.999999Z"),
            ("Asia/Beirut", "2025-03-29T00:00:00Z", "2025-03-29T21:59:59.999999Z"),
            ("UTC", "2026-11-03T00:00:00Z", "2026-11-03T23:59:59.999999Z"),
        ] {
            assert_eq!(Zone::named(zone).unwrap().end_of_day(micros(midnight)), micros(end), "{zone}");
        }
        let berlin = Zone::named("Europe/Berlin").unwrap();
        let shown = micros("2026-07-01T00:30:00Z");
        assert_eq!(berlin.clock(berlin.moment_of(shown)), shown);
        assert_eq!(berlin.clock(micros("2026-10-31T23:30:00Z")), micros("2026-11-01T00:30:00Z"));
    }

    #[test]
    fn an_unknown_name_lists_those_near_it() {
        let near = |name: &str| Zone::named(name).unwrap_err().to_string();
        assert!(near("Europe/Berln").contains("Europe/Berlin"), "{}", near("Europe/Berln"));
        assert!(near("berlin").contains("Europe/Berlin"), "{}", near("berlin"));
        assert!(near("new york").contains("America/New_York"), "{}", near("new york"));
        assert!(near("12").contains("named as in"), "{}", near("12"));
        assert!(Zone::named("").is_err());
    }

    #[test]
    fn a_name_has_one_table() {
        let (one, other) = (Zone::named("Europe/Berlin").unwrap(), Zone::named(" europe/berlin ").unwrap());
        assert!(std::ptr::eq(one.0, other.0));
        assert_eq!((one, one.name()), (other, "Europe/Berlin"));
    }

    proptest! {
        #[test]
        fn it_never_differs_from_jiff(
            nth in any::<prop::sample::Index>(),
            clocks in prop::collection::vec(-60_000_000_000_000_000..250_000_000_000_000_000_i64, 1..40),
        ) {
            let names = Zone::names();
            let zone = Zone::named(&names[nth.index(names.len())]).unwrap();
            let mut last = Stretch::default();
            clocks.iter().for_each(|clock| check_as_jiff(zone, *clock, &mut last));
            // Near to each other as well, so that the stretch before holds for some.
            clocks.iter().take(4).flat_map(|clock| (0..20).map(move |nth| clock % UNTIL + nth * 7_200_000_000 * 500))
                .for_each(|clock| check_as_jiff(zone, clock, &mut last));
        }
    }
}
