//! Times without a zone: one moment in UTC each, and those that a clock skipped or showed twice counted.

use super::*;
use crate::recognise::{Overrides, recognise};
use crate::report::ZoneNote;
use crate::times::zone::Zone;

fn in_zone(zone: Option<&str>) -> Plan {
    let rules = TimeRules::default().in_zone(zone.map(|name| Zone::named(name).unwrap()));
    Plan { time: ColumnTime::new(TimeFormat::Iso, b"", rules), ..plan(&["One=a", "Two=b"], Ties::File) }
}

/// A log of one customer after the other: the times of `a` and of `b`.
fn log(pairs: &[(&str, &str)]) -> Source {
    let rows = pairs.iter().enumerate().map(|(nth, (a, b))| format!("k{nth},a,{a},x\nk{nth},b,{b},x\n"));
    source(format!("customer,event,time,segment\n{}", rows.collect::<String>()))
}

fn check_zone(zone: &str, pairs: &[(&str, &str)], in_gap: u64, twice: u64, median_secs: f64) -> Report {
    let report = run_every_way(&in_zone(Some(zone)), &log(pairs)).unwrap();
    assert_eq!(report.zone, Some(ZoneNote { name: zone.to_owned(), in_gap, twice }));
    assert_eq!(report.total().unwrap().stages[0].median_secs_to_next, Some(median_secs), "{zone}");
    report
}

#[test]
fn a_night_in_which_the_clocks_change_has_the_hours_that_it_had() {
    let night = [("2026-03-29 01:00:00", "2026-03-29 04:00:00")];
    let report = check_zone("Europe/Berlin", &night, 0, 0, 7_200.0);
    assert_eq!(report.source.first_time, "2026-03-29T00:00:00Z");
    check_zone("Europe/Berlin", &[("2026-10-25 01:00:00", "2026-10-25T04:00:00")], 0, 0, 14_400.0);
    check_zone("America/New_York", &[("2026-03-08 01:00", "2026-03-08 04:00")], 0, 0, 7_200.0);
    check_zone("UTC", &night, 0, 0, 10_800.0);
    let without = run_every_way(&in_zone(None), &log(&night)).unwrap();
    assert_eq!((without.zone, without.source.first_time.as_str()), (None, "2026-03-29T01:00:00Z"));
}

#[test]
fn times_that_the_clocks_skipped_or_showed_twice_are_counted() {
    let spring = [
        ("2026-03-29 02:00:00", "2026-03-29 03:00:00"),
        ("2026-03-29 01:59:59", "2026-03-29 02:59:59"),
        ("29 Mar 2026 2:30 AM", "2026-03-29 03:30"),
    ];
    check_zone("Europe/Berlin", &spring, 3, 0, 0.0);
    check_zone("Europe/Berlin", &[("2026-10-25 01:59:59", "2026-10-25 02:00:00")], 0, 1, 1.0);
    check_zone("Europe/Berlin", &[("2026-10-25 02:59:59", "2026-10-25 03:00:00")], 0, 1, 3_601.0);
    check_zone("America/New_York", &[("2026-11-01 01:30:00", "2026-11-01 02:30:00")], 0, 1, 7_200.0);
    check_zone("America/New_York", &[("2026-03-08 02:30:00", "2026-03-08 03:30:00")], 1, 0, 0.0);
}

#[test]
fn a_time_that_says_its_zone_and_one_since_1970_stay_as_they_are() {
    let said =
        [("2026-10-25T02:30:00+02:00", "2026-10-25T02:30:00+01:00"), ("2026-10-25 02:30Z", "2026-10-25 03:30 UTC")];
    let report = check_zone("Europe/Berlin", &said, 0, 0, 3_600.0);
    assert_eq!(report.source.first_time, "2026-10-25T00:30:00Z");
    // One of a kind after the other: what was said of the row before counts for no other.
    check_zone("Europe/Berlin", &[("2026-10-25 02:30:00", "2026-10-25T01:30:00Z")], 0, 1, 3_600.0);
    let rules = TimeRules::default().in_zone(Zone::named("Europe/Berlin").ok());
    let seconds = ColumnTime::new(TimeFormat::Epoch(crate::times::EpochUnit::Seconds), b"", rules);
    let plan = Plan { time: seconds, ..in_zone(None) };
    let report = run_every_way(&plan, &log(&[("1774747800", "1774747900")])).unwrap();
    assert_eq!(report.source.first_time, "2026-03-29T01:30:00Z");
}

#[test]
fn rows_that_are_not_used_count_in_no_gap_and_placeholders_stay_placeholders() {
    let text = "customer,event,time,segment\n\
                ,a,2026-03-29 02:30:00,x\n\
                k,a,1970-01-01 00:00:00,x\n\
                k,a,1970-01-01 01:00:00,x\n\
                k,a,0001-01-01 00:00:00,x\n\
                k,a,9999-12-31 23:59:59,x\n\
                k,a,2026-03-29 02:30:00,x\n";
    let report = run_every_way(&in_zone(Some("Europe/Berlin")), &source(text)).unwrap();
    assert_eq!((report.rows.used, report.rows.rejected), (1, 5));
    assert_eq!(report.zone.map(|zone| (zone.in_gap, zone.twice)), Some((1, 0)));
    let reasons: Vec<_> = report.rows.reasons.iter().map(|reason| (reason.reason.english(), reason.count)).collect();
    let expected = "the time is a placeholder (1970-01-01 00:00:00)".to_owned();
    assert!(reasons.contains(&(expected, 2)), "{reasons:?}");
}

#[test]
fn a_log_knows_whether_its_times_say_their_zone() {
    let zoneless = |time: &str| {
        let found = recognise(&log(&[(time, time)]), &Overrides::default()).unwrap();
        found.zoneless_column().map(|column| column.name.clone())
    };
    for time in ["2026-03-29 02:30:00", "3/29/2026 2:30 PM", "20260329T023000", "46110.5870601852"] {
        assert_eq!(zoneless(time).as_deref(), Some("time"), "{time}");
    }
    for time in ["2026-03-29T02:30:00Z", "2026-03-29 02:30:00 UTC", "2026-03-29", "1774747800"] {
        assert_eq!(zoneless(time), None, "{time}");
    }
}
