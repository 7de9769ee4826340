//! Names that look the same, and words for nothing.

use super::*;

#[test]
fn customers_and_events_are_the_same_however_an_accent_or_a_blank_is_written() {
    let odd = |event: Happened| event.user.is_multiple_of(2) && event.event != "view";
    for (plain, other) in [
        ("é", "e\u{301}"),
        ("", "\u{200b}"),
        ("", "\u{3000}"),
        ("", "\u{a0}"),
        ("", "\u{feff}"),
        ("", "\t"),
        ("한", "\u{1112}\u{1161}\u{11ab}"),
    ] {
        let text = lines("user,event,time", |event| {
            format!("{}u{:02},{},{}", if odd(event) { other } else { plain }, event.user, event.event, iso(event))
        });
        check_log(&format!("customer {other:?}"), text);
        let text = lines("user,event,time", |event| {
            format!("u{:02}{},{},{}", event.user, if odd(event) { other } else { plain }, event.event, iso(event))
        });
        check_log(&format!("customer at the end {other:?}"), text);
    }
    let text = lines("user,event,time", |event| {
        let marks = if odd(event) { ["", "\u{2009}"] } else { ["\u{a0}", "\u{200b}"] };
        format!("u{},{}{}{},{}", event.user, marks[0], event.event, marks[1], iso(event))
    });
    check_log("event", text);
}

#[test]
fn segments_and_stages_are_the_same_too() {
    let text = lines("user,event,time,segment", |event| {
        let segment = if event.user % 2 == 0 { "Que\u{301}bec" } else { "Québec\u{a0}" };
        format!("u{},{},{},{segment}", event.user, event.event, iso(event))
    });
    let (_, report) = report(&text, &Overrides::default()).unwrap();
    let names: Vec<_> = report.segments.iter().map(|segment| segment.segment.as_str()).collect();
    assert_eq!(names, ["All", "Québec"]);
    let stages = |event: &str| vec![StagePlan { name: "A".to_owned(), events: vec![event.to_owned()] }];
    let twice = [stages("é"), stages("e\u{301}")].concat();
    assert!(crate::plan::check_stages(&twice).is_err());
}

#[test]
fn a_header_is_found_by_its_very_name_first() {
    let before = |event: Happened| iso(Happened { day: event.day, hour: 23 - event.hour, ..event });
    let text = lines("user,Time,event,time", |event| {
        format!("u{},{},{},{}", event.user, before(event), event.event, iso(event))
    });
    check_log("capitals", text);
    let text = lines("user,time,event,time", |event| {
        format!("u{},{},{},{}", event.user, iso(event), event.event, before(event))
    });
    let found = check_log("twice", text);
    assert_eq!(found.names(), ["user", "time", "event", "time (2)"]);
    assert_eq!(found.told, ["two columns are called “time”: the later one is read as “time (2)”"]);
    let text =
        lines("user,e\u{301}ve\u{301}nement,time", |event| format!("u{},{},{}", event.user, event.event, iso(event)));
    assert_eq!(recognise(&source(text), &Overrides::default()).unwrap().column_named("événement").unwrap(), 1);
}

#[test]
fn an_id_that_a_spreadsheet_has_rounded_is_told_even_among_others() {
    for rounded in [12, 3] {
        let text = lines("user,event,time", |event| {
            let id =
                if event.user <= rounded { "1.23457E+15".to_owned() } else { format!("123456789012{:02}", event.user) };
            format!("{id},{},{}", event.event, iso(event))
        });
        let found = recognise(&source(text), &Overrides::default()).unwrap();
        assert!(found.problems[0].reason.starts_with("the id is damaged"), "{:?}", found.problems);
    }
}

#[test]
fn a_number_and_its_text_are_one_customer_and_shared_ids_are_told() {
    let text = lines("user,event,time", |e| {
        format!("{}{},{},{}", 1000 + e.user, if e.event == "signup" { ".0" } else { "" }, e.event, iso(e))
    });
    check_log("numbers", &text);
    let roles = [(crate::roles::Role::Case, Some(0))].into_iter().collect();
    let found = recognise(&source(text), &Overrides { roles, ..Overrides::default() }).unwrap();
    assert_eq!(found.told, ["“user”: ids such as 1234.0 and 1234 are one"]);
    for id in ["anonymous", "Unknown", "00000000-0000-0000-0000-000000000000"] {
        let text = lines("user,event,time", |e| format!("u{},{},{}", e.user, e.event, iso(e)))
            + &format!("{id},visit,2026-03-20\n{id},visit,2026-03-21\n");
        let found = recognise(&source(text), &Overrides::default()).unwrap();
        assert_eq!(
            found.told,
            [format!("“user”: 2 of the first 26 rows have the id “{id}”; they are counted as one customer")]
        );
    }
    let heavy: String = (0..90).map(|n| format!("x77y,visit,2026-03-20 10:00:{:02}\n", n % 60)).collect();
    let others: String = (0..40).map(|n| format!("k{n},visit,2026-03-20\n")).collect();
    let found = recognise(&source(format!("user,event,time\n{heavy}{others}")), &Overrides::default()).unwrap();
    assert!(found.told[0].contains("of the shape “a99a”") && !found.told[0].contains("x77y"), "{:?}", found.told);
}

#[test]
fn rows_of_totals_are_named_with_their_lines_and_are_no_rows() {
    let survey = |text: &str| {
        let source = source(text);
        let found = recognise(&source, &Overrides::default()).unwrap();
        let survey = crate::recognise::survey::survey(&source, &found, &mut |_| true).unwrap();
        (survey.rows, survey.totals, survey.problem_count)
    };
    let log = lines("user,event,time", |e| format!("u{},{},{}", e.user, e.event, iso(e))) + "Total,24,\n";
    assert_eq!(survey(&log), (24, vec![26], 1));
    assert_eq!(survey("Stage,People\nSee,10\nBuy,4\nTotal,14\n"), (2, vec![4], 1));
    assert_eq!(survey("Stage,Note\nSee,a\nTotal,wine\n"), (2, Vec::new(), 0));
}

#[test]
fn of_rows_for_the_start_and_the_completion_of_an_activity_one_counts() {
    let both = |word: [&str; 2]| {
        lines("case_id,user,event,time,lifecycle:transition", |e| {
            let row = |hour: u32, word: &str| {
                let time = iso(Happened { hour, ..e });
                format!("c{},u{},{},{time},{word}", e.user, e.user, e.event)
            };
            // Completions are an hour late, and so are all times between them.
            format!("{}\n{}", row(e.hour - 1, word[0]), row(e.hour, word[1]))
        })
    };
    let text = both(["start", "COMPLETE"]);
    let (found, told) = report(&text, &Overrides::default()).unwrap();
    assert_eq!(found.told.len(), 1, "{:?}", found.told);
    assert!(found.told[0].contains("24 and 24 rows of the first): the completions are counted"), "{:?}", found.told);
    assert_eq!((told.rows.used, told.rows.rejected, told.rows.share_in_doubt()), (24, 24, None));
    assert_eq!(told.rows.reasons[0].reason.to_string(), "the other end of an activity that is counted once");
    let with = |choice| report(&text, &Overrides { lifecycle: Some(choice), ..Overrides::default() }).unwrap().1;
    use crate::lifecycle::{Choice, Transition};
    assert_eq!(with(Choice::Only(Transition::Start)).source.first_time, "2026-03-01T08:05:00Z");
    assert_eq!(told.source.first_time, "2026-03-01T09:05:00Z");
    assert_eq!((with(Choice::All).rows.used, with(Choice::All).segments[0].stages[0].repeated), (48, 12));
    // Other words are no steps.
    let (found, told) = report(both(["start", "done by hand"]), &Overrides::default()).unwrap();
    assert_eq!((found.told.len(), told.rows.used), (0, 48));
}

#[test]
fn words_for_nothing_are_nobody_no_event_and_no_segment_unless_a_person_says_so() {
    let words = ["null", "NULL", "None", "nan", "NaN", "NA", "N/A", "\\N", "#N/A", "-", "(not set)", "n/a", "<NA>"];
    let nothing: String = words
        .iter()
        .map(|word| format!("{word},view,2026-03-01,x\nu1,{word},2026-03-01,x\nu1,view,2026-03-01,{word}\n"))
        .collect();
    let text = format!("user,event,time,segment\nu1,view,2026-03-01,\n{nothing}");
    let (_, told) = report(&text, &Overrides::default()).unwrap();
    assert_eq!((told.rows.used, told.rows.rejected), (14, 26));
    let segments: Vec<_> = told.segments.iter().map(|segment| (segment.segment.as_str(), segment.customers)).collect();
    assert_eq!(segments, [("All", 1), ("(none)", 1)]);
    let kept = Overrides { keep_null_words: true, ..Overrides::default() };
    let (_, told) = report(&text, &kept).unwrap();
    assert_eq!((told.rows.used, told.segments[0].customers), (40, 14));
}
