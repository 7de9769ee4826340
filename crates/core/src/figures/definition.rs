//! What a drop-off figure means, in words: the one place that makes them, for the command line, the window and pages.
//!
//! Tools differ in silence on every one of these points, so each has a line: whoever reads two figures side by side can
//! tell whether they may be compared. The rules themselves are `behaviour`'s; here they only become words.

use touchline_words::direction::Listed;
use touchline_words::say;

use super::numbers;
use super::rejections::words;
use crate::model::{Counting, Date, FunnelScope, Measurement, Rejection, RowsAre, SegmentId, StageOrder, TieOrder};

/// Everything that a reader must know of a set of figures.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Definition {
    pub rows_are: RowsAre,
    pub counting: Counting,
    pub ties: TieOrder,
    /// Customers that the figures are of.
    pub customers: u64,
    /// Records that stand open at a stage, in neither of its counts.
    pub still_open: u64,
    /// Customers whose rows name more than one segment; `None` where the log was not parted into segments.
    pub of_several_segments: Option<u64>,
    /// The file's name.
    pub source: String,
    /// First and last time of a used row, ISO 8601 UTC.
    pub first_time: String,
    pub last_time: String,
    pub rows_read: u64,
    pub rows_used: u64,
    /// Rows left out: reason and count.
    pub rejected: Vec<(Rejection, u64)>,
}

/// One point: what it is about, and how it was decided.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Point {
    pub about: &'static str,
    pub words: String,
}

impl Definition {
    /// What the figures of an audience (all audiences for `None`) mean.
    pub fn of(measurement: &Measurement, segment: Option<SegmentId>) -> Definition {
        let is_parted = !measurement.segments.is_empty() || measurement.multi_segment_customers > 0;
        Definition {
            rows_are: measurement.rows_are,
            counting: measurement.counting.clone(),
            ties: measurement.ties,
            customers: measurement.figures(segment).map_or(0, |figures| figures.customers),
            still_open: measurement
                .figures(segment)
                .map_or(0, |figures| figures.stages.iter().map(|stage| stage.still_open).sum()),
            of_several_segments: is_parted.then_some(measurement.multi_segment_customers),
            source: measurement.source.clone(),
            first_time: measurement.first_time.clone(),
            last_time: measurement.last_time.clone(),
            rows_read: measurement.rows_read,
            rows_used: measurement.rows_used,
            rejected: measurement.rejected.clone(),
        }
    }

    /// In half a line: `customers in order, first event at or after the stage before`.
    pub fn counted(&self) -> String {
        match self.rows_are {
            RowsAre::Events => self.events_counted(),
            RowsAre::Counts => say!(figures_def_counts).to_owned(),
            RowsAre::Records if self.still_open > 0 => say!(figures_def_records_came).to_owned(),
            RowsAre::Records => say!(figures_def_records_entered).to_owned(),
        }
    }

    fn events_counted(&self) -> String {
        let mut words = match (self.counting.order, self.counting.scope) {
            (StageOrder::Ordered, FunnelScope::Closed) => say!(figures_def_ordered_closed).to_owned(),
            (StageOrder::Ordered, FunnelScope::Open) => say!(figures_def_ordered_open).to_owned(),
            (StageOrder::Any, FunnelScope::Closed) => say!(figures_def_any_closed).to_owned(),
            (StageOrder::Any, FunnelScope::Open) => say!(figures_def_any_open).to_owned(),
        };
        if let Some(secs) = self.counting.window_secs {
            words.push_str(&say!(figures_def_within, time = numbers::duration(secs as f64)));
        }
        if let Some(as_of) = &self.counting.as_of {
            words.push_str(&say!(figures_def_as_of, day = day(as_of)));
        }
        words
    }

    /// In one line, for legends and notes.
    pub fn short(&self) -> String {
        say!(figures_def_title, counted = self.counted())
    }

    /// Every point, the most general first.
    pub fn points(&self) -> Vec<Point> {
        match self.rows_are {
            RowsAre::Events => self.points_of_events(),
            RowsAre::Counts => self.points_of_totals(say!(figures_def_people), say!(figures_def_people_counted)),
            RowsAre::Records if self.still_open > 0 => {
                self.points_of_totals(say!(figures_def_records), say!(figures_def_records_known))
            }
            RowsAre::Records => self.points_of_totals(say!(figures_def_records), say!(figures_def_records_later)),
        }
    }

    fn points_of_totals(&self, unit: &str, counted: &str) -> Vec<Point> {
        let point = |about, words: String| Point { about, words };
        let n = numbers::count(self.customers);
        let n = if self.rows_are == RowsAre::Records { say!(figures_def_n_records, n) } else { n };
        let (of, rate) = match self.still_open > 0 {
            true => (say!(figures_def_rate_gone), say!(figures_def_formula_open)),
            false => (say!(figures_def_rate_reached), say!(figures_def_formula)),
        };
        let mut points = vec![
            point(say!(figures_point_unit), unit.to_owned()),
            point("n", format!("{n}; {of}")),
            point(say!(figures_point_counted), counted.to_owned()),
            point(say!(figures_point_rate), say!(figures_def_with_interval, rate)),
            point(
                say!(figures_point_source),
                say!(figures_def_source_rows, source = self.source, rows = numbers::count(self.rows_read)),
            ),
            point(say!(figures_point_left_out), self.left_out()),
        ];
        if !self.first_time.is_empty() {
            let dates = say!(figures_def_dates_file, first = day(&self.first_time), last = day(&self.last_time));
            points.insert(4, point(say!(figures_point_dates), dates));
        }
        if self.still_open > 0 {
            let open = numbers::count(self.still_open);
            let words = say!(figures_def_open, open);
            points.insert(3, point(say!(figures_point_open), words));
        }
        points
    }

    fn points_of_events(&self) -> Vec<Point> {
        let point = |about, words: String| Point { about, words };
        vec![
            point(say!(figures_point_unit), say!(figures_def_customers).to_owned()),
            point("n", say!(figures_def_n, n = numbers::count(self.customers))),
            point(say!(figures_point_order), self.order().to_owned()),
            point(say!(figures_point_funnel), self.scope().to_owned()),
            point(say!(figures_point_window), self.window()),
            point(say!(figures_point_dropped), say!(figures_def_dropped).to_owned()),
            point(say!(figures_point_times), say!(figures_def_times).to_owned()),
            point(say!(figures_point_ties), self.ties().to_owned()),
            point(say!(figures_point_segment), self.segment()),
            point(say!(figures_point_dates), self.dates()),
            point(
                say!(figures_point_source),
                say!(figures_def_source_rows, source = self.source, rows = numbers::count(self.rows_read)),
            ),
            point(say!(figures_point_left_out), self.left_out()),
        ]
    }

    /// All points, one a line.
    pub fn text(&self) -> String {
        let lines: Vec<String> =
            self.points().into_iter().map(|Point { about, words }| format!("{about}: {words}")).collect();
        lines.join("\n")
    }

    fn order(&self) -> &'static str {
        match self.counting.order {
            StageOrder::Ordered => {
                say!(figures_def_order_ordered)
            }
            StageOrder::Any => {
                say!(figures_def_order_any)
            }
        }
    }

    fn scope(&self) -> &'static str {
        match self.counting.scope {
            FunnelScope::Closed => say!(figures_def_scope_closed),
            FunnelScope::Open => say!(figures_def_scope_open),
        }
    }

    fn window(&self) -> String {
        match self.counting.window_secs {
            None => say!(figures_def_no_window).to_owned(),
            Some(secs) => {
                let time = numbers::duration(secs as f64);
                say!(figures_def_window, time)
            }
        }
    }

    fn ties(&self) -> &'static str {
        match self.ties {
            TieOrder::File => {
                say!(figures_def_ties_file)
            }
            TieOrder::Name => {
                say!(figures_def_ties_name)
            }
        }
    }

    fn segment(&self) -> String {
        match self.of_several_segments {
            None => say!(figures_def_no_segment).to_owned(),
            Some(0) => say!(figures_def_segment_none).to_owned(),
            Some(1) => say!(figures_def_segment_one).to_owned(),
            Some(n) => {
                say!(figures_def_segment_several, n = numbers::count(n))
            }
        }
    }

    fn dates(&self) -> String {
        let until = match &self.counting.as_of {
            None => say!(figures_def_as_of_last).to_owned(),
            Some(as_of) => say!(figures_def_as_of_day, as_of),
        };
        let zone = match self.counting.zone.as_deref() {
            None => String::new(),
            Some("UTC") => say!(figures_def_utc).to_owned(),
            Some(zone) => say!(figures_def_zone, zone),
        };
        say!(figures_def_events, first = day(&self.first_time), last = day(&self.last_time), zone, until)
    }

    fn left_out(&self) -> String {
        let left_out = self.rows_read.saturating_sub(self.rows_used);
        if left_out == 0 {
            return say!(figures_def_no_row).to_owned();
        }
        let reasons: Vec<String> =
            self.rejected.iter().map(|(why, count)| format!("{} {}", numbers::count(*count), words(why))).collect();
        let rows = say!(figures_def_rows, left_out = numbers::count(left_out), read = numbers::count(self.rows_read));
        if reasons.is_empty() { rows } else { format!("{rows}: {}", reasons.listed(", ")) }
    }
}

/// In what the rules differ by which two sets of figures were counted, a phrase each: `order: in any order, now in order`.
/// Empty where the two may be compared.
///
/// Each period is counted as of its own end. So an as-of day differs where the one has it and the other has not, or where
/// the times that the two look back over differ by more than a fifth.
pub fn different_rules(then: &Measurement, now: &Measurement) -> Vec<String> {
    let (was, is) = (&then.counting, &now.counting);
    let mut found = Vec::new();
    let mut differ = |about: &str, was: String, is: String| {
        if was != is {
            found.push(say!(figures_def_differs, about, was, is));
        }
    };
    let unit = |rows: RowsAre| match rows {
        RowsAre::Events => say!(figures_unit_events),
        RowsAre::Counts => say!(figures_def_people),
        RowsAre::Records => say!(figures_unit_records),
    };
    differ(say!(figures_differs_unit), unit(then.rows_are).to_owned(), unit(now.rows_are).to_owned());
    if (then.rows_are, now.rows_are) != (RowsAre::Events, RowsAre::Events) {
        return found;
    }
    let order = |order: StageOrder| match order {
        StageOrder::Ordered => say!(figures_in_order),
        StageOrder::Any => say!(figures_in_any_order),
    };
    differ(say!(figures_differs_order), order(was.order).to_owned(), order(is.order).to_owned());
    let scope = |scope: FunnelScope| match scope {
        FunnelScope::Closed => say!(figures_closed),
        FunnelScope::Open => say!(figures_open),
    };
    differ(say!(figures_differs_funnel), scope(was.scope).to_owned(), scope(is.scope).to_owned());
    let window = |secs: Option<u64>| {
        secs.map_or_else(|| say!(figures_def_no_window).to_owned(), |secs| numbers::duration(secs as f64))
    };
    differ(say!(figures_differs_window), window(was.window_secs), window(is.window_secs));
    let ties = |ties: TieOrder| match ties {
        TieOrder::File => say!(figures_ties_file),
        TieOrder::Name => say!(figures_ties_name),
    };
    differ(say!(figures_differs_ties), ties(then.ties).to_owned(), ties(now.ties).to_owned());
    // Where a log tells its zones, or nobody noted them, there is nothing to differ.
    if let (Some(was), Some(is)) = (&was.zone, &is.zone) {
        differ(say!(figures_differs_zone), was.clone(), is.clone());
    }
    let as_of = |as_of: &Option<String>| as_of.as_deref().map_or(say!(figures_last_event), day).to_owned();
    let spans = days_seen(then).zip(days_seen(now));
    let same_length = spans.is_none_or(|(was, is)| (was - is).abs() <= was.max(is) / 5.0);
    if was.as_of.is_some() != is.as_of.is_some() || (was.as_of.is_some() && !same_length) {
        differ(say!(figures_differs_as_of), as_of(&was.as_of), as_of(&is.as_of));
    }
    found
}

/// Days from a measurement's first event to the end that it was counted to.
fn days_seen(measurement: &Measurement) -> Option<f64> {
    let days = |time: &str| Date::parse(day(time)).map(Date::days_since_1970);
    let end = measurement.counting.as_of.as_deref().unwrap_or(&measurement.last_time);
    let (first, end) = (days(&measurement.first_time)?, days(end)?);
    Some((end - first) as f64 + 1.0)
}

/// The days that the data of a measurement are of: `4 Jan – 29 Jun 2024`. `None` where its rows have no time.
pub fn period(measurement: &Measurement) -> Option<String> {
    let day = |time: &str| time.get(..10).and_then(Date::parse);
    Some(days(day(&measurement.first_time)?, day(&measurement.last_time)?))
}

/// From a day to a day: `4 Jan – 29 Jun 2024`.
pub fn days(first: Date, last: Date) -> String {
    if first == last {
        return last.long();
    }
    let first = if first.year() == last.year() { first.short() } else { first.long() };
    format!("{first} – {}", last.long())
}

/// The days that the data are of; where its rows have no time, the day on which it was read: `read 22 Nov 2026`.
pub fn period_or_reading(measurement: &Measurement) -> String {
    period(measurement).unwrap_or_else(|| say!(figures_read_on, day = measurement.taken.long()))
}

/// The day of an ISO time.
fn day(time: &str) -> &str {
    time.split('T').next().unwrap_or(time)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn definition() -> Definition {
        Definition {
            customers: 4_400,
            of_several_segments: Some(12),
            source: "log.csv".into(),
            first_time: "2026-08-03T09:00:00Z".into(),
            last_time: "2026-11-03T22:00:00Z".into(),
            rows_read: 20_747,
            rows_used: 20_729,
            rejected: [("no customer", 14), ("the time cannot be read", 4)]
                .map(|(why, count)| (Rejection::of_words(why), count))
                .into(),
            ..Definition::default()
        }
    }

    #[test]
    fn every_point_on_which_tools_differ_is_told() {
        assert_eq!(
            definition().text(),
            "Unit: customers; rows with the same id are one customer\n\
             n: 4,400 customers; each rate is of those who reached its stage\n\
             Order: in order: a stage is reached at its earliest event that is not before the last stage was reached\n\
             Funnel: closed: only who reached a stage can reach the next, from the first on\n\
             Window: none\n\
             Dropped: reached the stage and not the next one; rate = dropped ÷ reached, with its 95 % Wilson interval\n\
             Times: from stage to stage, over those who reached both; median and 90th percentile by linear interpolation \
             (R-7)\n\
             Ties: events of a customer at the same time: the order in the file; for stages they count as in order\n\
             Segment: that of the customer's first used event; 12 customers have several\n\
             Dates: events 2026-08-03 to 2026-11-03, UTC; as of the last event\n\
             Source: log.csv, 20,747 rows\n\
             Left out: 18 of 20,747 rows: 14 no customer, 4 the time cannot be read"
        );
    }

    #[test]
    fn periods_that_were_counted_by_different_rules_are_told_with_the_rule() {
        let map = crate::figures::sample::map();
        let then = map.measurement().unwrap().1;
        let now = |counting: Counting| Measurement {
            counting,
            first_time: "2026-11-03T00:00:00Z".to_owned(),
            last_time: "2027-02-03T00:00:00Z".to_owned(),
            ..then.clone()
        };
        assert_eq!(different_rules(then, &now(Counting::default())), [""; 0]);
        let all = Counting {
            order: StageOrder::Any,
            scope: FunnelScope::Open,
            window_secs: Some(30 * 86_400),
            as_of: Some("2027-01-01T00:00:00Z".to_owned()),
            zone: Some("Europe/Berlin".to_owned()),
        };
        let then_in_utc = Counting { zone: Some("UTC".to_owned()), ..then.counting.clone() };
        let then_in_utc = Measurement { counting: then_in_utc, ..then.clone() };
        let named = Measurement { ties: TieOrder::Name, ..now(all) };
        let expected = [
            "order: in order, now in any order",
            "funnel: closed, now open",
            "window: none, now 30 d",
            "ties: the order in the file, now by the event's name",
            "as of: the last event, now 2027-01-01",
        ];
        assert_eq!(different_rules(then, &named), expected, "nobody noted the zone of the one before");
        let told = different_rules(&then_in_utc, &named);
        assert_eq!(told.get(4).map(String::as_str), Some("zone of times without one: UTC, now Europe/Berlin"));
        assert_eq!(told.len(), 6);
        let counts = Measurement { rows_are: RowsAre::Counts, ..then.clone() };
        assert_eq!(
            different_rules(then, &counts),
            ["unit: customers with events, now people, as the file counts them"]
        );
        let as_of = |first: &str, day: &str| Measurement {
            counting: Counting { as_of: Some(day.to_owned()), ..Counting::default() },
            first_time: first.to_owned(),
            ..then.clone()
        };
        let (october, september) = (as_of("2026-10-01", "2026-10-31"), as_of("2026-09-01", "2026-09-30"));
        assert_eq!(different_rules(&september, &october), [""; 0], "each month as of its own end");
        assert_eq!(different_rules(&october, &as_of("2026-10-01", "2026-10-08")).len(), 1);
    }

    #[test]
    fn each_setting_changes_the_words() {
        let plain = definition();
        let as_of = Some("2026-10-01T00:00:00Z".to_owned());
        let settings = [
            Counting { order: StageOrder::Any, ..Counting::default() },
            Counting { scope: FunnelScope::Open, ..Counting::default() },
            Counting { order: StageOrder::Any, scope: FunnelScope::Open, ..Counting::default() },
            Counting { window_secs: Some(30 * 86_400), ..Counting::default() },
            Counting { as_of, ..Counting::default() },
        ];
        for (zone, words) in
            [("UTC", "UTC; times without a zone were read as UTC;"), ("Europe/Berlin", "read in Europe/Berlin;")]
        {
            let counting = Counting { zone: Some(zone.to_owned()), ..Counting::default() };
            let text = Definition { counting, ..plain.clone() }.text();
            assert!(text.contains(words), "{text}");
        }
        for counting in settings {
            let other = Definition { counting: counting.clone(), ..plain.clone() };
            assert_ne!(other.short(), plain.short(), "{counting:?}");
            assert_ne!(other.text(), plain.text(), "{counting:?}");
        }
        assert_ne!(Definition { ties: TieOrder::Name, ..plain.clone() }.text(), plain.text());
        let window = Counting { window_secs: Some(30 * 86_400), ..Counting::default() };
        let short = Definition { counting: window, ..plain.clone() }.short();
        assert!(short.contains("within 30 d"), "{short}");
        let mut measured = crate::figures::sample::map().measurement().unwrap().1.clone();
        let mut of = |first: &str, last: &str| {
            (measured.first_time, measured.last_time) = (first.to_owned(), last.to_owned());
            period(&measured)
        };
        assert_eq!(of("2024-01-04T09:00:00Z", "2024-06-29T00:00:00Z").unwrap(), "4 Jan – 29 Jun 2024");
        assert_eq!(of("2023-12-04T09:00:00Z", "2024-06-29T00:00:00Z").unwrap(), "4 Dec 2023 – 29 Jun 2024");
        assert_eq!(of("", ""), None);
        (measured.first_time, measured.last_time) = (String::new(), String::new());
        assert_eq!(period_or_reading(&measured), format!("read {}", measured.taken.long()));
        for rows_are in [RowsAre::Counts, RowsAre::Records] {
            let other = Definition { rows_are, ..plain.clone() };
            assert!(other.short() != plain.short() && !other.text().contains("Ties"), "{rows_are:?}");
        }
        let whole = Definition { rows_used: 20_747, of_several_segments: None, ..plain };
        assert!(whole.text().ends_with("Left out: no row"));
        assert!(whole.text().contains("Segment: none"));
    }
}
