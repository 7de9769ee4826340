//! Times in every shape, read and refused.

use super::pick::pick;
use super::*;

/// 2026-11-03 14:05:22 UTC.
const MOMENT: i64 = 1_793_714_722_000_000;

fn rules() -> TimeRules {
    TimeRules { latest: Some(MOMENT + 30 * DAY), ..TimeRules::default() }
}

/// The texts are all the same moment, in this format.
fn check_moment(format: TimeFormat, texts: &[&str]) {
    for text in texts {
        assert_eq!(format.parse(text.as_bytes()), Some(MOMENT), "{text}");
    }
}

fn check_refused(format: TimeFormat, texts: &[&str]) {
    for text in texts {
        assert_eq!(format.parse(text.as_bytes()), None, "{text}");
    }
}

/// The picked format by its shown name, and the other reading if there is one.
fn check_pick(values: &[&str], name: &str, other: Option<&str>) {
    let cells: Vec<&[u8]> = values.iter().map(|v| v.as_bytes()).collect();
    let found = pick(&cells, &TimeFormat::ALL, rules()).expect("some format");
    assert_eq!((found.time.name().as_str(), found.other.map(|o| o.name()).as_deref()), (name, other), "{values:?}");
}

#[test]
fn year_first_with_every_joiner_fraction_and_zone() {
    check_moment(
        TimeFormat::Iso,
        &[
            "2026-11-03 14:05:22",
            "2026-11-03T14:05:22",
            "2026-11-03T14:05:22Z",
            "2026-11-03 14:05:22 UTC",
            "2026-11-03T16:05:22+02:00",
            "2026-11-03T10:35:22-0330",
            "2026-11-03 15:05:22+01",
            "2026-11-03 14:05:22.000",
            "2026-11-03 14:05:22,000000000",
            " 2026-11-03 2:05:22 PM ",
            "2026/11/3 14:05:22",
            "2026-11-03  14:05:22\u{a0}",
        ],
    );
    assert_eq!(TimeFormat::Iso.parse(b"2026-11-03 14:05:22.1234569"), Some(MOMENT + 123_456));
    assert_eq!(TimeFormat::Iso.parse(b"2026-11-03"), Some(MOMENT - 50_722_000_000));
    assert_eq!(TimeFormat::Iso.parse(b"2026-11-02 24:00"), TimeFormat::Iso.parse(b"2026-11-03 00:00"));
    assert_eq!(TimeFormat::Iso.parse(b"1969-12-31 23:59:59.5"), Some(-500_000));
    check_refused(
        TimeFormat::Iso,
        &[
            "",
            "2026-02-30",
            "2026-11-03x",
            "2026-11-031",
            "2026-11-03 25:00",
            "2026-11-03 14:60",
            "0000-00-00",
            "03.11.2026",
            "2026-11",
        ],
    );
}

#[test]
fn the_cache_changes_no_answer() {
    let mut cache = DayCache::default();
    for text in
        ["2026-11-03 14:05", "2026-11-03 14:06", "2026-11-04", "2026-11-03", "2026-11-0314:05", "2026-1-3 14:05"]
    {
        assert_eq!(TimeFormat::Iso.parse_cached(text.as_bytes(), &mut cache), TimeFormat::Iso.parse(text.as_bytes()));
    }
    let mut cache = DayCache::default();
    let format = TimeFormat::Numbers(DayOrder::DayFirst);
    for text in ["3.11.2026 14:05", "3.11.2026", "3.11.20", "3.11.2026 1", "4/11/26"] {
        assert_eq!(format.parse_cached(text.as_bytes(), &mut cache), format.parse(text.as_bytes()));
    }
}

#[test]
fn year_last_in_both_orders() {
    check_moment(
        TimeFormat::Numbers(DayOrder::MonthFirst),
        &[
            "11/3/2026 14:05:22",
            "11/03/2026 2:05:22 PM",
            "11/3/2026 2:05:22PM",
            "11/3/26 2:05:22 pm",
            "11/3/2026, 2:05:22\u{202f}PM",
            "11/3/2026 2:05:22 p.m.",
        ],
    );
    check_moment(
        TimeFormat::Numbers(DayOrder::DayFirst),
        &["03.11.2026 14:05:22", "3/11/2026 14:05:22", "3-11-26 14:05:22", "3.11.2026, 14:05:22"],
    );
    let midnight = TimeFormat::Numbers(DayOrder::MonthFirst).parse(b"11/3/2026 12:00 AM");
    assert_eq!(midnight, TimeFormat::Iso.parse(b"2026-11-03"));
    check_refused(
        TimeFormat::Numbers(DayOrder::MonthFirst),
        &["13/3/2026", "11/3/2026 13:00 PM", "11/3/202", "11/3-2026", "11/3"],
    );
}

#[test]
fn month_names_and_compact_dates() {
    check_moment(
        TimeFormat::MonthName,
        &[
            "3 Nov 2026 14:05:22",
            "03-Nov-26 14:05:22",
            "Nov 3, 2026, 2:05:22 PM",
            "November 3rd 2026 at 2:05:22 PM",
            "Tue, 3 Nov 2026 14:05:22 GMT",
        ],
    );
    check_refused(
        TimeFormat::MonthName,
        &["Nov", "3 Foo 2026", "Nov 31 2026", "Nov Nov 3 2026", "user 3 2026", "may", "3 4 2026"],
    );
    check_moment(TimeFormat::Compact, &["20261103T140522Z", "20261103140522", "20261103 14:05:22", "20261103T140522"]);
    check_refused(TimeFormat::Compact, &["20261332", "2026110", "202611031"]);
}

#[test]
fn numbers_since_1970_and_of_excel() {
    check_moment(TimeFormat::Epoch(EpochUnit::Seconds), &["1793714722", "1793714722.0"]);
    check_moment(TimeFormat::Epoch(EpochUnit::Millis), &["1793714722000", "1793714722000.00"]);
    check_moment(TimeFormat::Epoch(EpochUnit::Micros), &["1793714722000000"]);
    check_moment(TimeFormat::Epoch(EpochUnit::Nanos), &["1793714722000000000"]);
    assert_eq!(TimeFormat::Epoch(EpochUnit::Seconds).parse(b"1793714722.25"), Some(MOMENT + 250_000));
    assert_eq!(TimeFormat::Epoch(EpochUnit::Seconds).parse(b"-1"), Some(-1_000_000));
    check_moment(TimeFormat::ExcelSerial, &["46329.58706019", "46329.5870601852", "46329,58706"]);
    check_refused(TimeFormat::Epoch(EpochUnit::Seconds), &["", "1.79371E+09", "99999999999999999999", "12a", "."]);
    assert_eq!(TimeFormat::Count.parse(b"17"), Some(17_000_000));
    assert_eq!(TimeFormat::Count.parse(b"-1.5"), Some(-1_500_000));
    check_refused(TimeFormat::Count, &["1.5.2", "x"]);
}

#[test]
fn placeholders_and_the_future_are_refused_with_their_reason() {
    let column = ColumnTime::new(TimeFormat::Iso, b"2026-11-03", rules());
    let mut cache = DayCache::default();
    for (text, expected) in [
        ("0001-01-01 00:00:00", TimeProblem::Year1),
        ("1899-12-30", TimeProblem::ExcelZero),
        ("1970-01-01 00:00:00", TimeProblem::UnixZero),
        ("9999-12-31 23:59:59", TimeProblem::EndOfTime),
        ("2026-12-31", TimeProblem::Ahead),
        ("  ", TimeProblem::Blank),
        ("(not set)", TimeProblem::Blank),
        ("soon", TimeProblem::Unreadable),
    ] {
        assert_eq!(column.read(text.as_bytes(), &mut cache), Err(expected), "{text}");
    }
    assert!(column.read(b"1970-01-01 00:00:01", &mut cache).is_ok());
    let plain = ColumnTime::new(TimeFormat::Count, b"0", rules());
    assert_eq!(plain.read(b"0", &mut cache), Ok(0));
    let seconds = ColumnTime::new(TimeFormat::Epoch(EpochUnit::Seconds), b"1", rules());
    assert_eq!(seconds.read(b"0", &mut cache), Err(TimeProblem::UnixZero));
}

#[test]
fn a_second_format_in_a_column_is_read_only_if_its_shape_leaves_no_doubt() {
    let column = ColumnTime::new(TimeFormat::Numbers(DayOrder::MonthFirst), b"3/13/2024", rules());
    let mut cache = DayCache::default();
    let moment = TimeFormat::Iso.parse(b"2024-03-13 10:21:14").unwrap();
    for text in ["3/13/2024 10:21:14 AM", "2024-03-13T10:21:14", "13 Mar 2024 10:21:14", "45364.43141204"] {
        assert_eq!(column.read(text.as_bytes(), &mut cache), Ok(moment), "{text}");
    }
    for text in ["13/3/2024", "45364", "1710325274"] {
        assert_eq!(column.read(text.as_bytes(), &mut cache), Err(TimeProblem::Unreadable), "{text}");
    }
}

#[test]
fn the_format_of_a_column_is_found_by_elimination() {
    check_pick(&["2026-11-03 14:05:22", "", "2026-01-30 00:00:00"], "2026-11-03 14:05:22", None);
    check_pick(&["2026-11-03T14:05:22+02:00"], "2026-11-03T14:05:22+01:00", None);
    check_pick(&["2026-11-03"], "2026-11-03", None);
    check_pick(&["3/13/2024 10:21:14 AM", "3/2/2024 1:21:14 PM"], "11/03/2026 2:05:22 PM", None);
    check_pick(&["3/13/2024", "3/2/2024"], "11/03/2026", None);
    check_pick(&["13/3/2024", "3/2/2024"], "03/11/2026", None);
    check_pick(&["13.03.2024 10:21:14"], "03.11.2026 14:05:22", None);
    check_pick(&["1710325274000", "0"], "milliseconds since 1970", None);
    check_pick(&["1710325274", "1710325275"], "seconds since 1970", None);
    check_pick(&["1710325274000000"], "microseconds since 1970", None);
    check_pick(&["1710325274000000000"], "nanoseconds since 1970", None);
    check_pick(&["45364.43141204", "45364.43157407"], "Excel day number", None);
    check_pick(&["3 Nov 2025"], "3 Nov 2026", None);
    check_pick(&["1", "2", "306"], "plain numbers, read as seconds", None);
    let none: [&[u8]; 2] = [b"soon", b""];
    assert_eq!(pick(&none, &TimeFormat::ALL, rules()), None);
}

#[test]
fn day_first_and_month_first_are_both_handed_out_when_nothing_tells_them_apart() {
    check_pick(&["3/2/2024", "4/2/2024"], "11/03/2026", Some("03/11/2026"));
    check_pick(&["3-2-2024 10:00", "4-2-2024 10:00"], "03-11-2026 14:05", Some("11-03-2026 14:05"));
    // Points are never American, and a log runs forward: 5 January, 6 January, 1 February.
    check_pick(&["3.2.2024", "4.2.2024"], "03.11.2026", None);
    check_pick(&["5/1/2024", "6/1/2024", "1/2/2024"], "03/11/2026", Some("11/03/2026"));
    check_pick(&["2/2/2024", "3/3/2024"], "11/03/2026", None);
    // Not even a day that is still to come says which is meant: the same file would be read otherwise on another day.
    check_pick(&["12/5/2026", "12/5/2026"], "11/03/2026", Some("03/11/2026"));
}

#[test]
fn a_single_value_in_another_dress_is_no_date_of_a_plain_column() {
    let plain: Vec<String> = (0..60).map(|nth| format!("2026-01-{:02} 10:00:00", 1 + nth % 28)).collect();
    let values: Vec<&[u8]> = plain.iter().map(String::as_bytes).collect();
    let now = std::time::UNIX_EPOCH + std::time::Duration::from_secs(1_790_000_000);
    let rules = TimeRules::by_the_clock(now);
    let time = pick::pick(&values, &TimeFormat::ALL, rules).unwrap().time;
    let read = |time: &ColumnTime, cell: &str| time.read(cell.as_bytes(), &mut DayCache::default());
    // A year that systems write for "never", and none of the Thai calendar.
    assert_eq!(read(&time, "2400-01-01"), Err(TimeProblem::Ahead));
    assert_eq!(read(&time, "2026-01-01 10:00:00 CET"), Err(TimeProblem::Unreadable));

    let dressed: Vec<String> = plain.iter().map(|value| format!("{value} CET")).collect();
    let values: Vec<&[u8]> = dressed.iter().map(String::as_bytes).collect();
    let time = pick::pick(&values, &TimeFormat::ALL, rules).unwrap().time;
    assert!(read(&time, "2026-01-01 10:00:00 CET").is_ok() && read(&time, "2026-01-01 10:00:00").is_ok());
}
