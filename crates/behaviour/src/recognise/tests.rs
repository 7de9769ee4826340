//! Each of the bad inputs that break importers, with the behaviour that is right.

use std::time::{Duration, SystemTime};

use proptest::prelude::*;

use super::reason::About;
use super::survey::{Survey, survey};
use super::*;
use crate::roles::Role;
use crate::times::DayOrder;
use crate::times::TimeFormat;
use touchline_words::say;

/// The files of these tests were written on 3 November 2026.
fn source_of(bytes: &[u8]) -> Result<Source, BehaviourError> {
    let written = SystemTime::UNIX_EPOCH + Duration::from_secs(1_793_714_722);
    Source::from_bytes("log.csv", bytes.to_vec(), written)
}

fn seen(bytes: &[u8]) -> (Recognition, Survey) {
    let source = source_of(bytes).unwrap();
    let recognition = recognise(&source, &Overrides::default()).unwrap();
    let survey = survey(&source, &recognition, &mut |_| true).unwrap();
    (recognition, survey)
}

fn recognised(text: &str) -> Recognition {
    seen(text.as_bytes()).0
}

/// What the first rows show: names, then rows, cells parted by `|`.
fn table(recognition: &Recognition) -> Vec<String> {
    let rows = recognition.preview.iter().map(|row| row.cells.join("|"));
    std::iter::once(recognition.names().join("|")).chain(rows).collect()
}

fn check_table(bytes: &[u8], expected: &[&str]) {
    let (recognition, _) = seen(bytes);
    assert_eq!(table(&recognition), expected, "{:?}", recognition.dialect);
}

fn check_refused(bytes: &[u8], part: &str) {
    let message = match source_of(bytes).and_then(|source| recognise(&source, &Overrides::default())) {
        Err(error) => error.to_string(),
        Ok(recognition) => panic!("read as {:?}", table(&recognition)),
    };
    assert!(message.contains(part), "{message}");
}

/// Problems as `line column: reason`.
fn problems(bytes: &[u8]) -> Vec<String> {
    let problems = seen(bytes).1.problems;
    problems.iter().map(|p| format!("{} {}: {}", p.line, p.column.as_deref().unwrap_or(""), p.reason)).collect()
}

fn role_names(recognition: &Recognition) -> String {
    let name = |role| recognition.roles.column(role).and_then(|at| recognition.columns.get(at)).map_or("", |c| &c.name);
    Role::ALL.map(name).join(" ")
}

#[test]
fn blank_rows_are_no_ids_that_come_again() {
    // As after a join in which a few rows alone have a partner: each id of it stands once.
    let row = |nth: u32| {
        format!("visit,2026-03-{:02},{}\n", nth % 28 + 1, if nth < 9 { format!("k{nth}77") } else { String::new() })
    };
    let found = recognised(&format!("what,at,ref\n{}", (0..90).map(row).collect::<String>()));
    assert_eq!(found.roles.case, None, "{:?}", found.because(About::Role(Role::Case)));
    let twice = recognised(&format!("what,at,ref\n{}", (0..90).map(|nth| row(nth % 9)).collect::<String>()));
    assert_eq!((twice.roles.case, twice.because(About::Role(Role::Case))), (Some(2), Some(say!(role_by_ids))));
}

#[test]
fn input_1_a_mark_is_not_glued_to_the_first_header() {
    let (recognition, _) = seen(b"\xEF\xBB\xBFcustomer_id,event\n1,home\n");
    assert_eq!(recognition.column_named("customer_id").unwrap(), 0);
}

#[test]
fn input_2_excels_unicode_text_is_tabs_in_utf16() {
    let text = "customer\tevent, name\nk1\thome\nk2\tcafé, bar\n";
    let little: Vec<u8> = text.encode_utf16().flat_map(u16::to_le_bytes).collect();
    let big: Vec<u8> = text.encode_utf16().flat_map(u16::to_be_bytes).collect();
    let expected = ["customer|event, name", "k1|home", "k2|café, bar"];
    check_table(&[b"\xFF\xFE".to_vec(), little.clone()].concat(), &expected);
    check_table(&little, &expected);
    check_table(&big, &expected);
}

#[test]
fn input_3_latin_text_is_decoded_and_no_row_is_lost() {
    let bytes = b"user;event;city\n1;caf\xE9;K\xF6ln\n2;na\xEFve;M\xFCnchen\n";
    check_table(bytes, &["user|event|city", "1|café|Köln", "2|naïve|München"]);
    assert_eq!(seen(bytes).0.encoding.name(), "windows-1252");
}

#[test]
fn input_4_semicolons_with_commas_in_text_and_header() {
    check_table(
        b"user;event, or step;note\n1;home, first;a,b,c\n2;cart;x\n3;buy, now;y,z\n",
        &["user|event, or step|note", "1|home, first|a,b,c", "2|cart|x", "3|buy, now|y,z"],
    );
    check_table(b"a;b\n\"1;2\";x,y\n3;\"z;,\"\n", &["a|b", "1;2|x,y", "3|z;,"]);
}

#[test]
fn input_5_tabs_with_decimal_commas() {
    let text = "user\tamount\tshare\n1\t120,5\t0,1\n2\t7,25\t0,3\n";
    let recognition = recognised(text);
    assert_eq!(table(&recognition), ["user|amount|share", "1|120,5|0,1", "2|7,25|0,3"]);
    assert_eq!(recognition.columns[1].kind, ColumnKind::Decimal);
}

#[test]
fn input_6_line_ends_inside_quotes_are_one_record_in_the_header_too() {
    let bytes = b"\"user\nid\",event\n1,\"home\npage\"\n2,cart\n";
    let (recognition, survey) = seen(bytes);
    assert_eq!((recognition.columns[0].name.as_str(), survey.rows), ("user\nid", 2));
    assert_eq!(recognition.column_named("user id").unwrap(), 0);
}

#[test]
fn input_7_the_separator_line_of_excel_is_obeyed_and_left_out() {
    let recognition = recognised("sep=;\nuser;a,b\n1;x,y\n");
    assert_eq!((recognition.dialect.delimiter, recognition.dialect.preamble_lines), (b';', 1));
    assert_eq!(table(&recognition), ["user|a,b", "1|x,y"]);
    assert_eq!(recognised("\"sep=|\"\nuser|event\n1|x\n").dialect.delimiter, b'|');
}

#[test]
fn input_8_title_lines_are_left_out_and_counted() {
    for (text, lines) in [
        ("Campaign report\n\nuser,event,ts\n1,home,2026-01-02\n2,cart,2026-01-03\n", 2),
        ("# ----\n# Free form\n# 20240101-20240131\n# ----\nuser,event,ts\n1,home,2026-01-02\n2,cart,2026-01-03\n", 4),
        ("Report,,\n\"From 1 May, to 3 May\",,\nuser,event,ts\n1,home,2026-01-02\n", 2),
        ("Period:,May\nuser,event,ts\n1,home,2026-01-02\n2,cart,2026-01-03\n", 1),
    ] {
        let recognition = recognised(text);
        assert_eq!((recognition.dialect.preamble_lines, recognition.header_line), (lines, lines + 1), "{text}");
        assert_eq!(role_names(&recognition), "user event ts ", "{text}");
    }
}

#[test]
fn input_9_a_total_row_without_a_customer_is_named() {
    let bytes = b"user,event,ts\n1,home,2026-01-02\n,Total,\n";
    assert_eq!(problems(bytes), ["3 user: no customer", "3 ts: the time is empty"]);
}

#[test]
fn input_9_a_total_row_with_its_word_where_the_customer_stands_is_named() {
    let bytes = b"user,event,ts\n1,home,2026-01-02\nTotal,412,2026-01-31\nGrand total,,\nTotal,home,2026-01-02\n";
    assert_eq!(problems(bytes), ["3 : a row of totals", "4 : a row of totals"]);
}

#[test]
fn input_10_blank_lines_are_counted_apart() {
    let (_, survey) = seen(b"\nuser,event\n\n1,home\n   \n2,cart\n\n\n");
    assert_eq!((survey.rows, survey.blank_lines, survey.problem_count), (2, 4, 0));
}

#[test]
fn input_11_ragged_rows_are_kept_and_named_with_their_line() {
    let bytes = b"user,event,ts\n1,home,2026-01-02\n2,cart\n3,buy,2026-01-02,x\n4,buy,2026-01-02,\n";
    assert_eq!(
        problems(bytes),
        ["3 : 2 fields where the table has 3", "3 ts: the time is empty", "4 : 4 fields where the table has 3"]
    );
    assert_eq!(seen(bytes).1.rows, 4);
}

#[test]
fn input_12_an_odd_quote_does_not_swallow_the_file() {
    let bytes = b"user,note,event\n1,\"5\" tall\",home\n2,\"a\",cart\n3,\"open,buy\n4,x,y\n5,\"b \\\" c\",z\n";
    let (recognition, survey) = seen(bytes);
    assert_eq!(table(&recognition)[1..], ["1|5\" tall|home", "2|a|cart", "3|\"open|buy", "4|x|y", "5|b \" c|z"]);
    assert_eq!((survey.rows, survey.problem_count), (5, 2));
    check_table(b"user,note\n1,'a, b'\n2,'c'\n3,'d, e'\n", &["user|note", "1|a, b", "2|c", "3|d, e"]);
}

#[test]
fn input_13_a_quote_never_closed_is_reported_where_it_opens() {
    let bytes = b"user,event\n1,home\n2,\"cart\n3,buy\n4,buy\n";
    assert_eq!(problems(bytes), ["3 : a quote is never closed"]);
    assert_eq!(seen(bytes).1.rows, 4);
}

#[test]
fn input_14_a_type_is_not_fixed_by_the_sample() {
    let mut text = "user,n,event\n".to_owned();
    (0..60_000).for_each(|at| text += &format!("{at},{at},home\n"));
    text += "x7,2.1,home\n";
    let (recognition, survey) = seen(text.as_bytes());
    assert!(!recognition.whole);
    assert_eq!(recognition.columns[0].kind, ColumnKind::Integer);
    assert_eq!([survey.columns[0].kind, survey.columns[1].kind], [ColumnKind::Text, ColumnKind::Decimal]);
    assert_eq!(survey.columns[0].distinct, Distinct { count: 60_001, capped: false });
}

#[test]
fn input_15_day_and_month_in_doubt_give_both_readings() {
    let recognition = recognised("user,event,date\n1,a,05/03/2024\n2,b,06/03/2024\n3,c,01/04/2024\n");
    let pick = recognition.columns[2].time.unwrap();
    assert_eq!(pick.time.format(), TimeFormat::Numbers(DayOrder::DayFirst));
    assert_eq!(pick.other.map(|other| other.format()), Some(TimeFormat::Numbers(DayOrder::MonthFirst)));
    let mut overrides = Overrides::default();
    overrides.time_formats.insert(2, TimeFormat::Numbers(DayOrder::MonthFirst));
    let source = source_of(b"user,event,date\n1,a,05/03/2024\n").unwrap();
    let pick = recognise(&source, &overrides).unwrap().columns[2].time.unwrap();
    assert_eq!((pick.time.name().as_str(), pick.other), ("11/03/2026", None));
}

#[test]
fn input_16_two_formats_in_a_column_are_read_where_no_doubt_is_left() {
    let bytes = b"user,event,date\n1,a,3/13/2024\n2,b,3/14/2024\n3,c,2024-03-15\n4,d,45366.43\n5,e,31/3/2024\n";
    assert_eq!(problems(bytes), ["6 date: the time cannot be read"]);
}

#[test]
fn input_17_counts_since_1970_are_told_by_their_size() {
    for (value, name) in [
        ("1710325274", "seconds since 1970"),
        ("1710325274000", "milliseconds since 1970"),
        ("1710325274000000", "microseconds since 1970"),
        ("1710325274000000000", "nanoseconds since 1970"),
    ] {
        let recognition = recognised(&format!("user,event,ts\n1,a,{value}\n"));
        assert_eq!(recognition.columns[2].time.unwrap().time.name(), name);
        assert_eq!(recognition.columns[2].first_last.map(|(first, _)| first), Some(1_710_325_274_000_000));
    }
    // Ten digits are a time only where the name says so.
    assert_eq!(recognised("user,event,ts\n1710325274,a,2024-03-13\n").columns[0].kind, ColumnKind::Integer);
}

#[test]
fn input_18_zones_and_narrow_blanks_are_one_moment() {
    let text =
        "user,event,ts\n1,a,2024-03-31T01:30:00+01:00\n2,b,2024-03-31T02:30:00+02:00\n3,c,2024-03-31T00:30:00Z\n";
    let column = &recognised(text).columns[2];
    assert_eq!(column.first_last.map(|(first, last)| last - first), Some(0));
    let text = "user,event,ts\n1,a,\"3/31/2024, 2:05:22\u{202f}PM\"\n2,b,3/31/2024 2:05:22PM\n";
    let column = &recognised(text).columns[2];
    assert_eq!(column.first_last.map(|(first, last)| last - first), Some(0));
}

#[test]
fn input_19_placeholders_and_the_future_do_not_stretch_the_time_of_the_log() {
    let bytes = b"user,event,ts\n1,a,2026-01-02\n2,b,0001-01-01\n3,c,1970-01-01 00:00:00\n4,d,9999-12-31\n5,e,2026-11-06\n6,f,2026-01-03\n";
    let (recognition, survey) = seen(bytes);
    assert_eq!(survey.problem_count, 4);
    assert_eq!(survey.problems[3].reason, "the time is more than two days ahead");
    let range = |text: &[u8]| TimeFormat::Iso.parse(text).unwrap();
    assert_eq!(recognition.columns[2].first_last, Some((range(b"2026-01-02"), range(b"2026-01-03"))));
    // In plain numbers nothing stands for "no date".
    assert_eq!(seen(b"user,event,time\n1,a,0\n1,b,17\n").1.problem_count, 0);
}

#[test]
fn input_20_damaged_and_missing_ids_are_named() {
    let bytes =
        b"user,event,ts\n1.23457E+17,a,2026-01-02\nNULL,a,2026-01-02\n(not set),a,2026-01-02\n007,a,2026-01-02\n";
    let found = problems(bytes);
    assert_eq!(found.len(), 3, "{found:?}");
    assert!(found[0].starts_with("2 user: the id is damaged"), "{found:?}");
    assert_eq!(found[1..], ["3 user: no customer", "4 user: no customer"]);
}

#[test]
fn rows_without_an_event_are_problems_of_a_log_and_of_nothing_else() {
    let log = b"user,event,ts\n1,view,2026-01-02\n2,-,2026-01-02\n3,,2026-01-02\n";
    assert_eq!(problems(log), ["3 event: no event", "4 event: no event"]);
    assert_eq!(problems(b"stage,users\nAware,12\n,7\n"), [""; 0]);
}

#[test]
fn ids_that_pandas_made_decimals_and_short_names_of_segments_are_known() {
    let log =
        "user,event,time,seg\n1001.0,view,2026-01-02,new\n1002.0,view,2026-01-03,old\n1001.0,buy,2026-01-04,new\n";
    assert_eq!(role_names(&recognised(log)), "user event time seg");
    let amounts = "amount,event,time\n10.0,view,2026-01-02\n12.0,view,2026-01-03\n10.0,buy,2026-01-04\n";
    assert_eq!(role_names(&recognised(amounts)), " event time ");
}

#[test]
fn dates_of_another_calendar_are_told() {
    let log = |year: &str| {
        format!("user,event,time\n1,view,{year}/12/05 09:05\n2,view,{year}/12/06 09:05\n1,buy,{year}/12/07 09:05\n")
    };
    let told = recognised(&log("1404")).told;
    assert!(told.iter().any(|words| words.contains("1404")), "{told:?}");
    assert_eq!(recognised(&log("2026")).told, [""; 0]);
}

#[test]
fn input_22_headers_that_repeat_lack_or_hide_something() {
    let recognition = recognised("user,Event,event,,ts\u{a0}x,\n1,a,b,c,2026-01-02,\n2,a,b,c,2026-01-02,\n");
    assert_eq!(recognition.names(), ["user", "Event", "event", "Column 4", "ts\u{a0}x", "Column 6"]);
    assert_eq!(recognition.columns[5].kind, ColumnKind::Empty);
    assert_eq!(recognition.column_named("TS X").unwrap(), 4);
    assert_eq!(recognition.column_named("event").unwrap(), 2);
    assert!(matches!(recognition.column_named("nope"), Err(BehaviourError::UnknownColumn { .. })));
    assert_eq!(recognised("use\u{ad}r,event\n1,a\n").column_named("user").unwrap(), 0);
    // A delimiter at the end of each line but the header's makes a column of its own.
    assert_eq!(recognised("user,event,n\n1,a,7,\n2,b,8,\n").names(), ["user", "event", "n", "Column 4"]);
}

#[test]
fn input_22_names_that_are_taken_already_cost_no_search_from_the_start() {
    let taken = (2..6_000).map(|nth| format!("a ({nth})"));
    let names: Vec<String> = std::iter::once("a".to_owned()).chain(taken).chain(vec!["a".to_owned(); 6_000]).collect();
    let row = vec!["x"; names.len()].join(",");
    let found = recognised(&format!("{}\n{row}\n{row}\n", names.join(",")));
    let different: HashSet<String> = found.names().into_iter().collect();
    assert_eq!(different.len(), names.len());
}

#[test]
fn input_22_without_a_header_the_first_row_is_a_row() {
    for text in ["u1,home,2026-01-02\nu2,cart,2026-01-03\n", "1,home\n2,cart\n", "u1,home,x\nu1,cart,x\n"] {
        let (recognition, survey) = seen(text.as_bytes());
        assert_eq!((recognition.header_line, survey.rows), (0, 2), "{text}");
        assert_eq!(recognition.columns[0].name, "Column 1");
    }
    let source = source_of(b"u1,home\nu2,cart\n").unwrap();
    let overrides = Overrides { header: Some(false), ..Overrides::default() };
    assert_eq!(recognise(&source, &overrides).unwrap().rows_seen, 2);
}

#[test]
fn a_header_is_known_by_its_words_and_by_what_stands_below_it() {
    // A value that is called like its column is no reason to take the header for a row.
    assert_eq!(recognised("user,event\nu1,event\nu2,cart\n").header_line, 1);
    assert_eq!(recognised("who,what,n\nann,what,1\nbo,cart,2\n").header_line, 1);
    // Names that are known find a header that does not look like one.
    let source = source_of(b"Log of 2026\n1;2;a b\nu1;u1;7\n").unwrap();
    let column_names = ["2".to_owned(), "A b".to_owned()].to_vec();
    let found = recognise(&source, &Overrides { column_names, ..Overrides::default() }).unwrap();
    assert_eq!((found.header_line, found.names()), (2, ["1", "2", "a b"].map(str::to_owned).to_vec()));
}

#[test]
fn input_23_a_header_in_the_middle_is_left_out() {
    let bytes = b"user,event\n1,a\n2,b\nuser,event\n3,c\n";
    let (_, survey) = seen(bytes);
    assert_eq!((survey.rows, survey.repeated_headers), (4, 1));
    assert_eq!(problems(bytes), ["4 : the header again"]);
}

#[test]
fn input_24_the_wrong_thing_is_called_what_it_is() {
    check_refused(b"\n\n<!DOCTYPE html><html>", "a web page");
    check_refused(b"PK\x03\x04\x14\0\0\0xl/workbook.xml", "an Excel workbook");
    check_refused(b"\x1F\x8B\x08\0\0", "a gzip archive");
    check_refused(b"PAR1\x15\x04\x15", "a Parquet file");
    check_refused(b"{\"user\":1}\n{\"user\":2}\n", "JSON");
    check_refused(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "a PNG picture");
    check_refused(b"\x00\x01\x02\x03\x04\x05\x06\x07", "binary");
    check_refused(b"user,event\n", "a header on line 1 and no row");
    check_refused(b"\xEF\xBB\xBF\n \n", "empty");
    assert!(matches!(source_of(b""), Err(BehaviourError::Empty { .. })));
}

#[test]
fn input_25_size_and_hostility() {
    let wide = (0..5000).map(|at| format!("c{at}")).collect::<Vec<_>>().join(",");
    let row = (0..5000).map(|at| at.to_string()).collect::<Vec<_>>().join(",");
    assert_eq!(recognised(&format!("{wide}\n{row}\n")).columns.len(), 5000);
    check_refused(format!("a{}\n1{}\n", ",b".repeat(20_000), ",2".repeat(20_000)).as_bytes(), "20001 columns");
    let huge = format!("user,note\n1,\"{}\"\n2,x\n", "long ".repeat(2_000_000));
    assert_eq!(seen(huge.as_bytes()).1.rows, 2);
    let nul = problems(b"user,event,ts\n1,ho\0me,2026-01-02\n2,cart,2026-01-03\n3,cart,2026-01-03\n");
    assert_eq!(nul, ["2 : a NUL byte in the text"]);
}

#[test]
fn roles_are_found_by_name_in_several_languages_and_by_content() {
    for (text, roles) in [
        ("customer_id,event,time,segment\n1,a,2026-01-02,x\n", "customer_id event time segment"),
        ("SessionID;Step;Occurred At\n1;a;2026-01-02\n", "SessionID Step Occurred At "),
        (
            "Kundennummer;Ereignis;Zeitstempel;Gruppe\nk1;a;2.1.2026;x\nk2;b;3.1.2026;y\n",
            "Kundennummer Ereignis Zeitstempel Gruppe",
        ),
        (
            "case:concept:name,concept:name,time:timestamp\n1,a,2026-01-02\n",
            "case:concept:name concept:name time:timestamp ",
        ),
        ("x,y,z\nu01,home,2026-01-02\nu01,cart,2026-01-02\nu02,home,2026-01-02\nu02,cart,2026-01-03\n", "x y z "),
    ] {
        assert_eq!(role_names(&recognised(text)), roles, "{text}");
    }
}

#[test]
fn what_is_fixed_by_hand_stays_and_the_rest_follows() {
    let source = source_of(b"title\na|b;c\n1|2;3\n").unwrap();
    let fixed =
        Overrides { delimiter: Some(b'|'), preamble_lines: Some(1), header: Some(true), ..Overrides::default() };
    assert_eq!(table(&recognise(&source, &fixed).unwrap()), ["a|b;c", "1|2;3"]);
    let mut fixed = Overrides { encoding: Some("latin1".into()), ..Overrides::default() };
    fixed.roles.insert(Role::Event, Some(1));
    fixed.roles.insert(Role::Case, None);
    let source = source_of("user,event,ts\n1,é,2026-01-02\n".as_bytes()).unwrap();
    let recognition = recognise(&source, &fixed).unwrap();
    assert_eq!(recognition.preview[0].cells[1], "Ã©");
    assert_eq!(role_names(&recognition), " event ts ");
}

/// What is said about a choice.
fn because(found: &Recognition, about: About) -> &str {
    found.because(about).unwrap_or("")
}

#[test]
fn every_choice_says_why() {
    let mut text = "Weekly\ncustomer_id;event;time;n\n".to_owned();
    (0..300).for_each(|n| text += &format!("c{};home;2026-01-02;{n}\n", n % 7));
    let found = recognised(&text);
    assert_eq!(because(&found, About::Delimiter), "4 fields in 300 of 300 rows looked at");
    assert!(because(&found, About::Encoding).contains("plain letters alone"));
    assert_eq!(because(&found, About::Preamble), "the first line is no row of the table");
    assert_eq!(because(&found, About::Header), "“customer_id”, “event”, “time” are what columns are called");
    assert_eq!(because(&found, About::Role(Role::Case)), "its name says so");
    assert_eq!(because(&found, About::Times), "300 of 300 values looked at read so");
    assert!(because(&recognised("user;x\n1;é\n"), About::Encoding).contains("as UTF-8 has them"));
    let source = source_of(b"user,event,ts\n1,a,05/03/2024\n").unwrap();
    let overrides = Overrides { delimiter: Some(b','), ..Overrides::default() };
    let found = recognise(&source, &overrides).unwrap();
    assert_eq!(because(&found, About::Delimiter), "you chose it");
    assert!(because(&found, About::Times).contains(", and as many as "));
}

#[test]
fn input_21_decimals_are_read_by_one_rule_for_the_column() {
    let found =
        recognised("user;amount;share;when\n1;1.696;0,88;2026-01-02\n2;2.000;--;2026-01-02\n3;(12);8,97%;2026-01-02\n");
    let read = |column: usize, cell: &str| found.columns[column].number.as_ref().unwrap().number.read(cell.as_bytes());
    assert_eq!(read(1, "1.696"), Ok(1696.0));
    assert_eq!((read(1, "(12)"), read(2, "0,88")), (Ok(-12.0), Ok(0.88)));
    assert!((read(2, "8,97%").unwrap() - 0.0897).abs() < 1e-12);
    assert!(found.columns[0].number.is_some() && found.columns[3].number.is_none());
}

#[test]
fn rows_that_are_ragged_or_come_again_are_counted() {
    let found = recognised("user,event,ts\n1,a,2026-01-02\n1,a,2026-01-02\n2,b\n3,c,2026-01-02,x\n4,c,2026-01-02,\n");
    assert_eq!((found.ragged, found.duplicates), (2, 1));
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, ..ProptestConfig::default() })]

    #[test]
    fn any_bytes_are_read_or_refused_without_a_panic(bytes in prop::collection::vec(any::<u8>(), 1..600)) {
        check_terminates(&bytes)?;
    }

    #[test]
    fn any_near_table_is_read_or_refused_without_a_panic(text in "([a-c1-9,;\"'\t |\\\\\r\n#./:é-]|\"\n|,,){1,200}") {
        check_terminates(text.as_bytes())?;
    }
}

#[test]
fn words_for_nothing_are_blank_cells_of_every_column_unless_they_are_kept() {
    let text =
        "user,event,time,segment\nk1,view,2026-03-01,NULL\nk2,n/a,2026-03-02,web\nk3,view,2026-03-03,-\nk4,view,,\n";
    let blanks = |overrides: &Overrides| {
        let source = source_of(text.as_bytes()).unwrap();
        let found = recognise(&source, overrides).unwrap();
        let whole = survey(&source, &found, &mut |_| true).unwrap();
        let of_head = found.columns.iter().map(|column| (column.blank, column.distinct.count)).collect::<Vec<_>>();
        let of_all = whole.columns.iter().map(|column| (column.blank, column.distinct.count)).collect::<Vec<_>>();
        assert_eq!(of_head, of_all);
        of_head
    };
    assert_eq!(blanks(&Overrides::default()), [(0, 4), (1, 1), (1, 3), (3, 1)]);
    let kept = Overrides { keep_null_words: true, ..Overrides::default() };
    assert_eq!(blanks(&kept), [(0, 4), (0, 2), (1, 3), (1, 3)]);
}

/// Recognises and surveys; both must agree on how many rows there are.
fn check_terminates(bytes: &[u8]) -> Result<(), TestCaseError> {
    let Ok(source) = source_of(bytes) else { return Ok(()) };
    let Ok(recognition) = recognise(&source, &Overrides::default()) else { return Ok(()) };
    let survey = survey(&source, &recognition, &mut |_| true).unwrap();
    prop_assert!(recognition.whole);
    prop_assert_eq!(recognition.rows_seen, survey.rows - survey.repeated_headers);
    prop_assert_eq!(recognition.columns.len(), survey.columns.len());
    Ok(())
}
