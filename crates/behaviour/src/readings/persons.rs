//! Names that tell of persons, in events and segments.

use super::*;
use crate::masking::Kept;

fn log_of(line: impl Fn(Happened) -> String, more: impl Iterator<Item = String>) -> String {
    lines("user,event,time,segment", line) + &more.collect::<String>()
}

fn told(text: &str, overrides: &Overrides) -> Report {
    report(text, overrides).unwrap().1
}

fn names(report: &Report) -> Vec<&str> {
    report.events.iter().map(|event| event.event.as_str()).collect()
}

#[test]
fn addresses_in_one_off_events_go_nowhere_and_stages_stay() {
    let plain = |e: Happened| format!("u{},{},{},web", e.user, e.event, iso(e));
    let reset = (0..400).map(|n| match n % 25 {
        0 => format!("u{},/reset?mail=person{n}@example.org,2026-03-20 10:00:00,web\n", n % 12 + 1),
        _ => format!("u{},/user/{n}/edit,2026-03-20 11:00:00,web\n", n % 12 + 1),
    });
    let text = log_of(plain, reset);
    let report = told(&text, &Overrides::default());
    assert_eq!(names(&report), ["/reset", "/user/:id/edit", "buy", "signup", "view"]);
    let grouped: Vec<_> = report.grouped.iter().map(|group| (&*group.name, group.different)).collect();
    assert_eq!(grouped, [("/reset", 16), ("/user/:id/edit", 384)]);
    assert!(!format!("{report:?}").contains('@'));
    assert_eq!(report.segments[0].stages.iter().map(|stage| stage.reached).collect::<Vec<_>>(), [12, 8, 4]);
    assert_eq!(report.transitions.iter().map(|pair| pair.count).sum::<u64>(), 424 - 12);
    let kept = told(&text, &Overrides { keep_names: Kept::ALL, ..Overrides::default() });
    assert_eq!((names(&kept).len(), kept.grouped.len()), (403, 0));
}

#[test]
fn a_segment_for_each_customer_is_no_segment() {
    let mail = |e: Happened| format!("u{},{},{},u{}@example.org", e.user, e.event, iso(e), e.user);
    let report = told(&log_of(mail, std::iter::empty()), &Overrides::default());
    let segments: Vec<_> = report.segments.iter().map(|own| (own.segment.as_str(), own.customers)).collect();
    assert_eq!(segments, [("All", 12), (":mail", 12)]);
    assert_eq!(report.segments[1].stages[0].median_secs_to_next, Some(3600.0));
    let letters = |n: u32| [b'A' + (n % 26) as u8, b'a' + (n / 26) as u8].map(char::from).iter().collect::<String>();
    let web = |e: Happened| format!("u{},{},{},web", e.user, e.event, iso(e));
    let named = (100..140).map(|n| format!("u{n},view,2026-03-02 09:00:00,Person {}\n", letters(n)));
    let report = told(&log_of(web, named.clone()), &Overrides::default());
    let segments: Vec<_> = report.segments.iter().map(|own| (own.segment.as_str(), own.customers)).collect();
    assert_eq!(segments, [("All", 52), (":name", 40), ("web", 12)]);
    assert_eq!(report.grouped[0].different, 40);
    // Those whom the lists know, and those who are found among them, are told of once.
    let persons = ["Anna Schmidt", "Xo Qi", "John Smith", "Ying Tao", "Maria Lopez", "Ivo Maric"];
    let some = |e: Happened| format!("u{},{},{},{}", e.user, e.event, iso(e), persons[e.user as usize % 6]);
    let report = told(&log_of(some, std::iter::empty()), &Overrides::default());
    let grouped: Vec<_> = report.grouped.iter().map(|group| (&*group.name, group.different)).collect();
    assert_eq!((report.segments.len(), grouped), (2, vec![(":name", 6)]));
    let found = recognise(&source(log_of(some, std::iter::empty())), &Overrides::default()).unwrap();
    assert_eq!(found.columns[3].shown_samples(false), [":name"]);
    let kept = told(&log_of(web, named), &Overrides { keep_names: Kept::ALL, ..Overrides::default() });
    assert_eq!(kept.segments.len(), 42);
}

/// What could be somebody's, with the part of it that must be nowhere.
const PERSONAL: [(&str, &str); 24] = [
    ("Anna Schmidt", "Schmidt"),
    ("Call with Anna Schmidt", "Anna"),
    ("\"Schmidt, Anna\"", "Schmidt"),
    ("ANNA SCHMIDT", "SCHMIDT"),
    ("anna.schmidt92", "schmidt"),
    ("anna_schmidt", "schmidt"),
    ("Dr. Lindqvist", "Lindqvist"),
    ("Frau Prof. Anna Lindqvist", "Lindqvist"),
    ("A. Schmidt", "Schmidt"),
    ("Anna-Lena von der Heide", "Heide"),
    ("/team/anna-schmidt/edit", "schmidt"),
    ("/@somebody/likes", "somebody"),
    ("mailto:ann@example.org", "example.org"),
    ("+49 170 1234567", "1234567"),
    ("0170.123.45.67", "123.45"),
    ("06 12 34 56 78", "34 56"),
    ("rang 555-0199", "0199"),
    ("DE89 3704 0044 0532 0130 00", "3704"),
    ("4111-1111-1111-1111", "1111"),
    ("Hauptstraße 12a", "Hauptstr"),
    ("221B Baker Street", "Baker"),
    ("Rue de la Paix 12", "Paix"),
    ("customer 4711", "4711"),
    ("K-48213", "48213"),
];

#[test]
fn one_person_alone_goes_nowhere_as_event_or_segment_unless_somebody_says_so() {
    for (name, secret) in PERSONAL {
        let plain = |e: Happened| format!("u{},{},{},web", e.user, e.event, iso(e));
        let own = [("u1", name, "web"), ("u99", "view", name)];
        let own = own.map(|(user, event, segment)| format!("{user},{event},2026-03-20 10:00:00,{segment}\n"));
        let text = log_of(plain, own.into_iter());
        let report = told(&text, &Overrides::default());
        assert!(!format!("{report:?}").contains(secret), "{name}: {report:?}");
        let columns: Vec<_> = report.grouped.iter().map(|group| (group.column, group.different)).collect();
        assert_eq!(columns, [("event", 1), ("segment", 1)], "{name}");
        let source = source(&text);
        let found = recognise(&source, &Overrides::default()).unwrap();
        let shown: Vec<_> = found.columns.iter().flat_map(|column| column.shown_samples(false)).collect();
        assert!(!format!("{shown:?} {:?}", found.grouped).contains(secret), "{name}: {shown:?}");
        // Each kind that is told has its switch, and all of them together show the name.
        let kept: Kept = crate::masking::by_kind(&report.grouped).into_keys().collect();
        let kept = told(&text, &Overrides { keep_names: kept, ..Overrides::default() });
        assert!(kept.grouped.is_empty() && format!("{kept:?}").contains(secret), "{name}: {kept:?}");
    }
}

#[test]
fn an_event_that_a_stage_names_stays_and_the_kind_can_be_a_stage() {
    let page = |e: Happened| format!("u{},{},{},", e.user, e.event.replace("view", "/user/7"), iso(e));
    let text = log_of(page, std::iter::once("u1,/user/8,2026-03-20 10:00:00,\n".to_owned()));
    let reached = |event: &str| {
        let source = source(&text);
        let found = recognise(&source, &Overrides::default()).unwrap();
        let plan = Plan {
            reading: found.reading(),
            columns: Columns { case: 0, event: 1, time: 2, segment: None },
            time: found.time_reader(&source, 2),
            stages: vec![StagePlan { name: "A".to_owned(), events: vec![event.to_owned()] }],
            reach: Vec::new(),
            ties: Ties::File,
            counting: Counting::default(),
        };
        engine::run(&plan, &source, &Progress::default()).unwrap().segments[0].stages[0].reached
    };
    assert_eq!([reached("/user/7"), reached("/user/8"), reached("/user/:id")], [12, 1, 12]);
}

#[test]
fn a_value_that_is_no_time_is_shown_only_by_its_shape_where_it_is_an_id() {
    let said = refused(lines("time,event,user", |e| format!("person{}@example.org,{},{}", e.user, e.event, iso(e))));
    assert!(said.contains("“:mail”") && !said.contains('@'), "{said}");
}
