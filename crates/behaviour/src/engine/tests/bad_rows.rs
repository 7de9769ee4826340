//! Logs as they really come: what cannot be used is counted with its reason and its line, and costs nothing else.

use super::*;
use crate::engine::vocabulary::{MOST_COUNTED, NameCounts};
use crate::report::OTHER_EVENTS;

const HEADER: &str = "customer,event,time,segment\n";

/// Used rows, then each reason with its count and lines.
fn check_rows(text: impl AsRef<[u8]>, used: u64, reasons: &[&str]) -> Report {
    check_plan(&plan(&["One=a", "Two=b"], Ties::File), text, used, reasons)
}

fn check_plan(plan: &Plan, text: impl AsRef<[u8]>, used: u64, reasons: &[&str]) -> Report {
    let report = run_every_way(plan, &source(text)).unwrap();
    let found: Vec<_> =
        report.rows.reasons.iter().map(|r| format!("{} {} {:?}", r.reason, r.count, r.first_lines)).collect();
    assert_eq!((report.rows.used, found.as_slice()), (used, reasons.map_owned().as_slice()));
    assert_eq!(report.rows.read, report.rows.used + report.rows.rejected);
    report
}

trait MapOwned {
    fn map_owned(&self) -> Vec<String>;
}

impl MapOwned for &[&str] {
    fn map_owned(&self) -> Vec<String> {
        self.iter().map(|text| (*text).to_owned()).collect()
    }
}

#[test]
fn rows_that_cannot_be_used_are_counted_by_reason_with_their_lines() {
    let rows = "k,a,2024-01-01,x\n,a,2024-01-01,x\nk,,2024-01-01,x\nk,a,yesterday,x\nk,a\n\nnull,a,2024-01-01,x\n\
                N/A,a,2024-01-01,\n(not set),a,2024-01-01,\nk,b,,x\n-,a,2024-01-01,x\n , a,2024-01-01,x\n";
    check_rows(
        format!("{HEADER}{rows}"),
        1,
        &[
            "no customer 6 [3, 8, 9, 10, 12]",
            "no event 1 [4]",
            "the time is empty 1 [11]",
            "the time cannot be read 1 [5]",
            "too few fields 1 [6]",
        ],
    );
}

#[test]
fn a_row_without_its_last_field_has_no_segment_and_one_with_more_is_kept() {
    let report = check_rows(format!("{HEADER}k,a,2024-01-01\nm,a,2024-01-01,x,y,z\n"), 2, &[]);
    assert_eq!(report.segments.iter().map(|s| s.segment.as_str()).collect::<Vec<_>>(), ["All", "x", "(none)"]);
}

#[test]
fn lines_inside_quotes_count_as_lines_of_the_file() {
    let rows = "k,a,2024-01-01,\"x\ny\nz\"\nk,a,never,x\n\"k\nl\",a,soon,x\n\n\nk,b,2024-01-02,x\n,b,2024-01-02,x\n";
    check_rows(format!("{HEADER}{rows}"), 2, &["no customer 1 [11]", "the time cannot be read 2 [5, 6]"]);
}

#[test]
fn an_unclosed_quote_costs_its_own_line() {
    let rows = "k,a,2024-01-01,x\nk,a,2024-01-02,\"x\nk,b,2024-01-03,x\nm,a,2024-01-01,x\n";
    let report = check_rows(format!("{HEADER}{rows}"), 3, &["a quote is never closed 1 [3]"]);
    assert_eq!(counts(&report.segments[0].stages), "2/1 1/0");
    check_rows(format!("{HEADER}k,a,2024-01-01,x\n\"k,b,2024-01-02"), 1, &["a quote is never closed 1 [3]"]);
}

#[test]
fn a_stray_quote_spoils_nothing() {
    let rows = "k,a,2024-01-01,5\" screen\nk,b,2024-01-02,\"7\" screen\"\nm,a,2024-01-01,\"x\"\n";
    let report = check_rows(format!("{HEADER}{rows}"), 3, &[]);
    let names: Vec<_> = report.segments.iter().map(|s| s.segment.as_str()).collect();
    assert_eq!(names, ["All", "5\" screen", "x"]);
}

#[test]
fn a_header_that_comes_again_is_no_row() {
    let rows = format!("{HEADER}k,a,2024-01-01,x\n{HEADER}k,b,2024-01-02,x\n");
    check_rows(rows, 2, &["the header again 1 [3]"]);
}

#[test]
fn a_total_at_the_foot_is_no_customer() {
    let rows = "k,a,2024-01-01,x\n,,,\nTotal\n,1,2024-01-01,\n";
    check_rows(format!("{HEADER}{rows}"), 1, &["no customer 2 [3, 5]", "too few fields 1 [4]"]);
}

#[test]
fn a_row_of_totals_is_no_customer_called_total() {
    let rows = "k,a,2024-01-01,x\nTotal,412,2024-01-31,\nGrand total:,,,\nsumme,a,,\nTotal,a,2024-01-02,x\n";
    let report = check_rows(format!("{HEADER}{rows}"), 2, &["a row of totals 3 [3, 4, 5]"]);
    // A customer may be called so.
    assert_eq!(report.segments[0].customers, 2);
}

#[test]
fn bytes_that_are_no_text_are_not_replaced_in_silence() {
    let text =
        [HEADER.as_bytes(), b"k,a,2024-01-01,x\nk\xFF,a,2024-01-01,x\nm,\xC3,2024-01-01,x\n\xC3\xA9,a,2024-01-01,x\n"];
    check_rows(text.concat(), 2, &["bytes that are no text in this encoding 2 [3, 4]"]);
}

#[test]
fn other_encodings_take_the_same_path() {
    let rows = "customer;event;time;segment\r\nk;a;2024-01-01;Köln\r\nk;b;2024-01-02;Köln\r\n";
    let utf16: Vec<u8> = rows.encode_utf16().flat_map(u16::to_le_bytes).collect();
    let latin: Vec<u8> = rows.chars().map(|c| c as u8).collect();
    let marked = [&[0xEF, 0xBB, 0xBF], rows.as_bytes()].concat();
    for bytes in [utf16, latin, marked] {
        let mut plan = plan(&["One=a", "Two=b"], Ties::File);
        plan.reading.encoding = TextEncoding::of_bytes(&bytes, true);
        plan.reading.dialect.delimiter = b';';
        let report = check_plan(&plan, bytes, 2, &[]);
        assert_eq!(report.segments[1].segment, "Köln", "{:?}", plan.reading.encoding);
    }
}

#[test]
fn lines_before_the_header_are_left_out_and_counted_as_lines() {
    let mut plan = plan(&["One=a"], Ties::File);
    plan.reading.dialect.preamble_lines = 2;
    check_plan(
        &plan,
        format!("Report \"7\n\n{HEADER}k,a,2024-01-01,x\nk,a,no,x\n"),
        1,
        &["the time cannot be read 1 [5]"],
    );
    plan.reading.dialect.header = false;
    check_plan(&plan, "a\nb\nk,a,2024-01-01,x\n", 1, &[]);
}

#[test]
fn a_field_of_ten_megabytes_and_nul_bytes_are_survived() {
    let long = "x".repeat(10 << 20);
    let rows =
        format!("{HEADER}k\0,a,2024-01-01,\0\nk,{long},2024-01-01,x\nk,a,2024-01-02,\"{long}\"\nk\0,b,2024-01-02,\n");
    let plan = plan(&["One=a", "Two=b"], Ties::File);
    let tuning = Tuning { threads: 2, piece_bytes: 1 << 16, carefully: false, coded: true, memory: u64::MAX };
    let report = run_tuned(&plan, &source(rows), &Progress::default(), tuning).unwrap();
    assert_eq!(report.rows.used, 2);
    assert_eq!(report.rows.reasons[0].reason, crate::reason::Reason::OverLongField);
    assert_eq!(report.rows.reasons[0].first_lines, [3, 4]);
    assert_eq!(counts(&report.segments[0].stages), "1/0 1/0");
}

#[test]
fn five_thousand_columns_are_walked_over() {
    let wide = ",".repeat(5_000);
    check_rows(format!("{HEADER}k,a,2024-01-01,x{wide}\nk,b,2024-01-02,x{wide}\n"), 2, &[]);
}

#[test]
fn of_too_many_different_steps_the_rest_is_grouped_and_those_of_the_plan_are_not() {
    let mut text = HEADER.to_owned();
    text.push_str("k,/page?7,2024-01-01,x\nk,b,2024-01-03,x\nl,/page?7,2024-01-01,y\nl,/page?8,2024-01-02,y\n");
    // Pages 0 to 998 have two rows and more, the other 4,001 one.
    let pages = (0..5_000).flat_map(|n| std::iter::repeat_n(n, if n < 999 { 2 } else { 1 }));
    pages.for_each(|n| text.push_str(&format!("m,/page?{n},2024-01-{:02},x\n", 2 + n % 20)));
    let asked = plan(&["One=/page?7", "Two=b", "Three=/page?4999"], Ties::Name);
    let mut plan = asked.clone();
    plan.reading.dialect.keep_names = crate::masking::Kept::ALL;
    let report = run_every_way(&plan, &source(&text)).unwrap();
    let told_apart = report.events.iter().map(|event| event.event.as_str()).collect::<Vec<_>>();
    assert_eq!(told_apart.len(), 1002);
    assert!(
        ["/page?0", "/page?7", "/page?998", "/page?1000", "/page?4999", "b"]
            .iter()
            .all(|event| told_apart.contains(event))
    );
    let others = report.other_events.unwrap();
    assert_eq!((others.different, others.told_apart, others.rows), (5_001, 1002, 3_999));
    assert_eq!(report.rows.used, 4 + 5_000 + 999);
    let rows: u64 = report.events.iter().map(|event| event.count).sum();
    assert_eq!(rows + others.rows, report.rows.used);
    // k comes to stage two; l goes on to a page; m never comes to b.
    assert_eq!(counts(&report.segments[0].stages), "3/2 1/1 0/0");
    let others =
        report.transitions.iter().filter(|pair| pair.from == OTHER_EVENTS.text() || pair.to == OTHER_EVENTS.text());
    assert!(others.count() > 10);
    assert_eq!(report.transitions.iter().map(|pair| pair.count).sum::<u64>(), report.rows.used - 3);
    assert!(report.transitions.is_sorted_by_key(|pair| (pair.from.clone(), pair.to.clone())));
    // By themselves the pages are one.
    let report = run_every_way(&asked, &source(text)).unwrap();
    let events: Vec<_> = report.events.iter().map(|event| (event.event.as_str(), event.count)).collect();
    assert_eq!(events, [("/page", 5_997), ("/page?4999", 1), ("/page?7", 4), ("b", 1)]);
    assert_eq!(counts(&report.segments[0].stages), "3/2 1/1 0/0");
    assert_eq!((report.grouped[0].name.as_str(), report.grouped[0].different), ("/page", 4_998));
    assert_eq!(report.other_events, None);
}

#[test]
fn a_column_in_which_every_row_differs_is_no_column_of_events() {
    let mut counts = NameCounts::default();
    let refused = (0..).find(|n| counts.add(format!("{n}").as_bytes(), 1).is_err());
    assert_eq!(refused, Some(MOST_COUNTED));
    assert!(counts.add(b"0", 1).is_ok());
}

#[test]
fn a_log_without_rows_or_without_usable_ones_says_which() {
    let plan = plan(&["One=a"], Ties::File);
    assert!(matches!(run_every_way(&plan, &source(HEADER)), Err(BehaviourError::HeaderOnly { .. })));
    let refused = run_every_way(&plan, &source(format!("{HEADER},a,2024-01-01,\nk,a,x,\nk,a,y,\n")));
    let Err(BehaviourError::NoUsableRow { read: 3, reason, line: 3, .. }) = refused else { panic!("{refused:?}") };
    assert!(reason.starts_with("the time cannot be read, such as “x”: not as a date"), "{reason}");
}

#[test]
fn a_file_that_shrinks_while_it_is_read_is_an_error_and_no_crash() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("log.csv");
    std::fs::write(&path, format!("{HEADER}k,a,2024-01-01,x\nk,b,2024-01-02,x\n")).unwrap();
    let source = Source::open(&path).unwrap();
    std::fs::write(&path, format!("{HEADER}k,a,2024-01-01,x\n")).unwrap();
    let stopped = crate::engine::run(&plan(&["One=a"], Ties::File), &source, &Progress::default());
    assert!(matches!(stopped, Err(BehaviourError::Changed { .. })), "{stopped:?}");
}

#[test]
fn rows_that_count_though_something_in_them_is_odd_are_told_with_their_lines() {
    let plan = Plan {
        reading: Reading { width: Some(4), ..plan(&["One=a"], Ties::File).reading },
        ..plan(&["One=a"], Ties::File)
    };
    let odd = |rows: &[u8]| {
        let report = run_every_way(&plan, &source([HEADER.as_bytes(), rows].concat())).unwrap();
        report
            .rows
            .odd
            .iter()
            .map(|told| format!("{:?} {} {:?}", told.reason, told.count, told.first_lines))
            .collect::<Vec<_>>()
    };
    let rows = "k,a,2024-01-01,x\nk,a,2024-01-02\nm,a,2024-01-01,x,,\nm,a,2024-01-02,x,y\nk,a,never,x,y\n1.2E+07,a,2024-01-01,x\n";
    assert_eq!(odd(rows.as_bytes()), ["FewerFields 1 [3]", "MoreFields 1 [5]", "RoundedId 1 [7]"]);
    let quoted = "k,a,2024-01-01,\"x\ny\"\nm,a,2024-01-02,\"x\",\"y\"\nm,\"a\",2024-01-03\n";
    assert_eq!(odd(quoted.as_bytes()), ["FewerFields 1 [5]", "MoreFields 1 [4]"]);
    let stray = "k,a,2024-01-01,\"7\" screen\"\nm,a,2024-01-01,x\nk,b,2024-01-02,\"big\" deal\n";
    assert_eq!(odd(stray.as_bytes()), ["StrayQuote 2 [2, 4]"]);
    let bytes = [&b"k,a,2024-01-01,x,caf\xE9\n"[..], b"m,a,2024-01-01,x\0\n", b"n,a,2024-01-01,\"x\n\"\n"].concat();
    assert_eq!(odd(&bytes), ["MoreFields 1 [2]", "InvalidBytes 1 [2]", "NulByte 1 [3]"]);
}
