//! Delimiters, quotes, line ends and headers.

use super::*;

fn plain(event: Happened) -> [String; 3] {
    [format!("u{:02}", event.user), event.event.to_owned(), iso(event)]
}

/// The log with its three fields written by a function and parted by a delimiter.
fn parted(delimiter: &str, header: [&str; 3], field: impl Fn(&str) -> String) -> String {
    lines(&header.join(delimiter), |event| plain(event).map(|cell| field(&cell)).join(delimiter))
}

const HEADER: [&str; 3] = ["user", "event", "time"];

#[test]
fn a_few_odd_rows_do_not_choose_the_delimiter() {
    let log = parted(",", HEADER, str::to_owned);
    for odd in ["x\ty\nx\ty\n", "x;y\nx;y\n", "a|b\nc|d\n", "note: a\nnote: b\n", "x y\nz w\n"] {
        check_log(odd, format!("{log}{odd}"));
        let (header, rows) = log.split_once('\n').unwrap();
        check_log(odd, format!("{header}\n{odd}{rows}"));
    }
}

#[test]
fn quotes_behind_blanks_single_quotes_and_blanks_alone_are_read() {
    let quoted = |cell: &str| format!("\"{cell}\"");
    let single = |cell: &str| format!("'{cell}'");
    check_log("comma, blank, quote", parted(", ", HEADER, quoted));
    check_log("comma, blank", parted(", ", HEADER, str::to_owned));
    check_log("single quotes", parted(",", HEADER, single));
    check_log("single quotes, header too", parted(",", ["'user'", "'event'", "'time'"], single));
    check_log("semicolons and single quotes", parted(";", HEADER, single));
    check_log("blanks", parted(" ", ["\"user\"", "\"event\"", "\"time\""], quoted));
    check_log("typographic", parted(",", ["“user”", "“event”", "“time”"], |cell| format!("“{cell}”")));
    check_log("formulas", parted(",", HEADER, |cell| format!("=\"{cell}\"")));
    let text =
        lines("user,event,note,time", |event| format!("u{},{}, \"a, b\",{}", event.user, event.event, iso(event)));
    assert_eq!(check_log("one quoted field", text).preview[0].cells[2], "a, b");
}

#[test]
fn lines_in_quotes_and_escaped_delimiters_are_read() {
    let text = lines("\"user,event,time\"", |event| format!("\"{}\"", plain(event).join(",")));
    assert_eq!(check_log("whole lines", text).told.len(), 1);
    let text = lines("user,event,note,time", |event| format!("u{},{},a\\, b,{}", event.user, event.event, iso(event)));
    assert_eq!(check_log("backslashes", text).preview[0].cells[2], "a, b");
}

#[test]
fn every_line_end_and_every_width_of_character_is_read() {
    let log = parted(",", HEADER, str::to_owned);
    for end in ["\r", "\r\n"] {
        check_log(&format!("{end:?}"), log.replace('\n', end));
        let (first, second) = log.split_at(log.len() / 2);
        check_log(&format!("{end:?} in one half"), first.replace('\n', end) + second);
        check_log(&format!("{end:?} in the other"), first.to_owned() + &second.replace('\n', end));
    }
    for big in [false, true] {
        let wide = |c: char| if big { u32::from(c).to_be_bytes() } else { u32::from(c).to_le_bytes() };
        check_log("UTF-32", std::iter::once('\u{feff}').chain(log.chars()).flat_map(wide).collect::<Vec<u8>>());
    }
}

#[test]
fn a_title_of_as_many_fields_is_no_header() {
    let log = parted(",", HEADER, str::to_owned);
    let found = check_log("title", format!("Report,Events,Daily\nRange,2026-03-01,2026-03-12\n\n{log}"));
    assert_eq!(found.header_line, 4);
    check_log("one line", format!("Events,by day,all\n\n{log}"));
    check_log("fewer", format!("Events, all\n{log}"));
}

#[test]
fn rows_wider_than_their_header_are_told_and_their_names_moved_where_that_is_explained() {
    let with = |header: &str, line: fn(Happened) -> String| check_log(header, lines(header, line));
    let found = with("user,event,time", |e| format!("{},u{},{},{}", e.user * 100 + e.hour, e.user, e.event, iso(e)));
    assert_eq!(found.names(), ["index", "user", "event", "time"]);
    let found = with("user,event,amount,time", |e| format!("u{},{},12,50,{}", e.user, e.event, iso(e)));
    assert_eq!(found.names(), ["user", "event", "amount", "amount (2)", "time"]);
    assert!(found.told[0].contains("“amount” holds numbers with a comma"), "{:?}", found.told);
    with("user,event,amount,time", |e| format!("u{},{},{},5,{}", e.user, e.event, 1000 + e.day, iso(e)));
    let found = with("user,name,event,time", |e| format!("u{},Doe, J,{},{}", e.user, e.event, iso(e)));
    assert_eq!(found.names(), ["user", "name", "name (2)", "event", "time"]);
    with("user,event,city,time,ver", |e| format!("u{},{},Paris, FR,{},7", e.user, e.event, iso(e)));
    with("user;event;amount;time", |e| format!("u{};{};12;50;{}", e.user, e.event, iso(e)));
    let found = with("user,event,time", |e| format!("u{},{},{},note", e.user, e.event, iso(e)));
    assert_eq!(
        found.told,
        ["the rows have 4 fields and the header has 3: which of them the names belong to is not known"]
    );
    let r = lines("\"user\" \"event\" \"time\"", |e| {
        format!("\"{}\" \"u{}\" \"{}\" \"{}\"", e.user * 100 + e.hour, e.user, e.event, iso(e))
    });
    check_log("write.table", r);
}

#[test]
fn a_delimiter_at_the_end_of_each_line_is_no_wider_row() {
    let text = lines("user,event,time", |event| plain(event).join(",") + ",");
    assert_eq!(check_log("trailing", text).told, [""; 0]);
}

#[test]
fn signs_that_no_text_has_part_fields_below_a_title_too() {
    for delimiter in ["^", "~"] {
        for above in ["All of it\n\n", "# written by a program\n", "All of it\r\n\r\n"] {
            for quote in ["", "'", "\""] {
                let quoted = |cell: &str| format!("{quote}{cell}{quote}");
                let header = HEADER.map(quoted);
                let text = parted(delimiter, [&header[0], &header[1], &header[2]], quoted).replace("2026-03-", "R8.3.");
                let text = text.replace(":05:00", ":05");
                let found = check_log(&format!("{delimiter} {quote} {above:?}"), format!("{above}{text}"));
                assert_eq!(found.dialect.delimiter, delimiter.as_bytes()[0]);
            }
        }
    }
    // Ranges and roughly known numbers are no columns.
    for (header, sign) in [("estimate", "~"), ("range", "5~"), ("exponent", "x^")] {
        let text = format!("{header}\n") + &(10..40).map(|n| format!("{sign}{n}\n")).collect::<String>();
        let found = recognise(&source(text), &Overrides::default()).unwrap();
        assert_eq!(found.names(), [header]);
    }
}

#[test]
fn two_signs_together_part_fields_too() {
    for sign in ["::", "||"] {
        let found = check_log(sign, parted(sign, HEADER, str::to_owned));
        assert!(found.told.iter().any(|told| told.contains(sign)), "{:?}", found.told);
    }
}
