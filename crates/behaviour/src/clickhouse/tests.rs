//! A server that is down, slow, refuses or lies gets a clear message and gives no figures; a good one gives a report.

use std::time::{Duration, Instant};

use super::sql::tests::{plan, table};
use super::*;
use crate::error::BehaviourError;
use crate::lifecycle::{Choice, Lifecycle, Transition};
use crate::progress::Progress;
use crate::recognise::Overrides;
use crate::report::Activities;
use crate::roles::Role;
use touchline_stand_in::{DESCRIPTION, LINES, Reply, SAMPLE, Server, ok};
use touchline_words::say;

fn asked() -> Plan {
    Plan { reach: Vec::new(), ..plan(&["One=a", "Two=b"]) }
}

/// An answer with its head and end.
fn answer(lines: &str) -> String {
    let question = question(&asked(), &table(TypeKind::DateTime)).unwrap();
    let (head, end) = (format!("0\t\ttouchline answer\t2 {}", question.fingerprint), lines.lines().count());
    format!("{head}\t0\t0\t0\t0\t0\n{lines}255\t\t\t\t{end}\t0\t0\t0\t0\n")
}

/// A server that describes its table and shows a sample as it should, and answers the question by `reply`.
fn server(reply: impl Fn() -> Reply + Send + Sync + 'static) -> Server {
    Server::start(move |statement| match statement {
        _ if statement.starts_with("DESCRIBE") => ok(DESCRIPTION),
        _ if statement.contains("LIMIT 1000") => ok(SAMPLE),
        _ if statement.starts_with("KILL") => ok(""),
        _ => reply(),
    })
}

fn address(server: &Server) -> Address {
    Address::parse(&server.url()).unwrap()
}

fn access() -> Access {
    Access::new("hunter2".to_owned(), Duration::from_secs(20))
}

fn run(server: &Server, access: Access) -> Result<Report, BehaviourError> {
    let progress = Progress::default();
    TableSource::open(address(server), access, &progress)?.run(&asked(), &progress)
}

/// What is said when the question is answered like this; never the password.
fn said(reply: impl Fn() -> Reply + Send + Sync + 'static) -> String {
    let error = run(&server(reply), access()).unwrap_err();
    let said = error.to_string();
    assert!(!format!("{said} {error:?}").contains("hunter2"), "{said}");
    said
}

#[test]
fn a_table_is_recognised_and_answers_like_a_file() {
    let server = server(|| ok(answer(LINES)));
    let progress = Progress::default();
    let source = TableSource::open(address(&server), access(), &progress).unwrap();
    let found = source.recognise(&Overrides::default()).unwrap();
    assert_eq!(found.names(), ["who", "what", "when", "where"]);
    assert_eq!(
        [found.roles.case, found.roles.event, found.roles.time].map(|role| role.is_some()),
        [false, false, true]
    );
    let roles = [(Role::Case, Some(0)), (Role::Event, Some(1))].into_iter().collect();
    let found = source.recognise(&Overrides { roles, ..Overrides::default() }).unwrap();
    assert_eq!((found.roles.case, found.roles.event, found.roles.time), (Some(0), Some(1), Some(2)));
    assert_eq!(found.preview[0].cells, ["k1", "a", "2026-01-01 00:00:00", "web"]);

    let report = source.run(&asked(), &progress).unwrap();
    let mut json = Vec::new();
    report.write_json(&mut json).unwrap();
    let json: serde_json::Value = serde_json::from_slice(&json).unwrap();
    assert_eq!(json["rows"]["used"], 3);
    assert_eq!(json["rows"]["reasons"][0]["reason"], "no customer");
    let names: Vec<_> = report.segments.iter().map(|own| (own.segment.as_str(), own.customers)).collect();
    assert_eq!(names, [("All", 2), ("web", 1), ("(none)", 1)]);
    let first = &report.segments[0].stages[0];
    assert_eq!((first.reached, first.dropped, first.rate, first.median_secs_to_next), (2, 1, Some(0.5), Some(10.0)));
    assert_eq!((first.p90_secs_to_next, first.repeated, first.returned), (Some(10.0), 1, 0));
    assert_eq!((first.dropped_then.nothing, first.dropped_then.other), (1, 0));
    let touch = &report.segments[0].touches[0];
    assert_eq!((touch.event.as_str(), touch.first, touch.last, touch.last_before_converted), ("a", 2, 1, 1));
    assert_eq!(report.source.file, "shop.log");
    assert_eq!(report.source.first_time, "2026-01-01T00:00:00Z");
    let events: Vec<_> = report.events.iter().map(|event| (event.event.as_str(), event.count)).collect();
    assert_eq!(events, [("a", 2), ("b", 1)]);
    let heard = server.heard.lock().unwrap();
    assert!(heard.iter().all(|(head, body)| {
        let head = head.to_lowercase();
        head.contains("x-clickhouse-user: ana")
            && head.contains("x-clickhouse-key: hunter2")
            && !body.contains("hunter2")
    }));
    assert!(heard.iter().all(|(head, _)| !head.lines().next().unwrap_or_default().contains("hunter2")));
}

#[test]
fn segments_that_are_mail_addresses_are_called_by_their_kind() {
    let own = ["2", "5", "6", "10", "11", "12", "13", "14", "15", "16"];
    let line = |line: &str| {
        let fields: Vec<&str> = line.split('\t').collect();
        let mail = match fields.as_slice() {
            [kind, "web", ..] if own.contains(kind) => "ann@example.org",
            [kind, "", ..] if own.contains(kind) => "bo@example.org",
            [_, other, ..] => other,
            _ => "",
        };
        let fields: Vec<&str> =
            fields.iter().enumerate().map(|(at, field)| if at == 1 { mail } else { field }).collect();
        fields.join("\t") + "\n"
    };
    let lines: String = LINES.lines().map(line).collect();
    let report = run(&server(move || ok(answer(&lines))), access()).unwrap();
    let names: Vec<_> = report.segments.iter().map(|own| (own.segment.as_str(), own.customers)).collect();
    assert_eq!(names, [("All", 2), (":mail", 2)]);
    let stage = |segment: usize| report.segments[segment].stages[0].clone();
    assert_eq!((stage(1).reached, stage(1).dropped, stage(1).rate), (2, 1, Some(0.5)));
    assert_eq!([stage(0), stage(1)].map(|stage| stage.median_secs_to_next), [Some(10.0), None]);
    assert_eq!(report.grouped.iter().map(|group| (&*group.name, group.different)).collect::<Vec<_>>(), [(":mail", 2)]);
    assert!(!format!("{report:?}").contains("example.org"));
}

#[test]
fn a_server_that_is_down_is_told_as_such() {
    let gone = std::net::TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().port();
    let address = Address::parse(&format!("clickhouse://127.0.0.1:{gone}/shop/log")).unwrap();
    let error = TableSource::open(address, access(), &Progress::default()).unwrap_err();
    assert!(matches!(error, BehaviourError::Cluster(ClusterError::Down { .. })), "{error:?}");
    let address = Address::parse("clickhouse://no-such-host.invalid/shop/log").unwrap();
    let error = TableSource::open(address, access(), &Progress::default()).unwrap_err();
    assert!(matches!(error, BehaviourError::Cluster(ClusterError::Down { .. })), "{error:?}");
}

#[test]
fn a_server_that_is_slow_is_not_waited_for_beyond_the_limit() {
    let access = Access::new(String::new(), Duration::from_millis(1_500));
    let error = run(&server(|| Reply::Silence), access).unwrap_err();
    assert!(matches!(error, BehaviourError::Cluster(ClusterError::Slow { seconds: 1, .. })), "{error:?}");
}

#[test]
fn a_server_that_refuses_is_quoted_in_one_line() {
    let refused = |status: &'static str, body: &'static str| said(move || Reply::Status(status, body.to_owned()));
    let denied = "Code: 193, e.displayText() = DB::Exception: Wrong password for user ana\nstack";
    for said in [
        refused("401 Unauthorized", ""),
        refused("403 Forbidden", "no"),
        refused("500 Internal Server Error", denied),
        refused("200 OK", denied),
        refused("403 Forbidden", "Code: 516. DB::Exception: ana: Authentication failed. (AUTHENTICATION_FAILED)"),
    ] {
        assert!(said.contains("does not let this user in") && !said.contains('\n'), "{said}");
    }
    let missing = "Code: 60. DB::Exception: Table shop.log doesn't exist. (UNKNOWN_TABLE) password hunter2";
    for said in [refused("404 Not Found", missing), refused("500 Internal Server Error", missing)] {
        assert!(said.contains("the server says: Code: 60. DB::Exception: Table shop.log doesn't exist"), "{said}");
    }
    let late =
        said(|| ok(format!("{LINES}Code: 241. DB::Exception: Memory limit exceeded. (MEMORY_LIMIT_EXCEEDED)\n")));
    assert!(late.contains("the server says: Code: 241"), "{late}");
}

#[test]
fn what_is_no_clickhouse_is_told_as_such() {
    for reply in [
        ("404 Not Found", "<html>nothing here</html>"),
        ("502 Bad Gateway", ""),
        ("302 Found", "elsewhere"),
        ("204 No Content", ""),
    ] {
        let said = said(move || Reply::Status(reply.0, reply.1.to_owned()));
        assert!(said.contains("is no ClickHouse (status"), "{said}");
    }
    let ssh = said(|| Reply::Raw(b"SSH-2.0-OpenSSH_9.2\r\n".to_vec()));
    assert!(ssh.contains("no ClickHouse"), "{ssh}");
    let page = said(|| ok("<html>Sign in</html>\n"));
    assert!(page.contains("no answer to a question of Touchline"), "{page}");
    let redirect = server(|| {
        Reply::Raw(b"HTTP/1.1 302 Found\r\nLocation: http://127.0.0.1:1/\r\nContent-Length: 0\r\n\r\n".to_vec())
    });
    assert!(run(&redirect, access()).unwrap_err().to_string().contains("status 302"));
}

#[test]
fn an_answer_that_is_cut_or_never_ends_gives_no_figures() {
    let broken = said(|| Reply::Raw(b"HTTP/1.1 200 OK\r\nContent-Length: 500\r\n\r\n0\t\ttouch".to_vec()));
    assert!(broken.contains("broke before the answer was whole"), "{broken}");
    let closed = said(|| Reply::Raw(Vec::new()));
    assert!(closed.contains("broke before the answer was whole") || closed.contains("no ClickHouse"), "{closed}");
    let cut = answer(LINES);
    let cut = cut[..cut.len() - 40].to_owned();
    let cut = said(move || ok(cut.clone()));
    assert!(cut.contains("ends before its end"), "{cut}");
    let endless = said(|| Reply::Endless("9\t\ta\tb\t1\t0\t0\t0\t0\n"));
    assert!(endless.contains("longer than 64 MB"), "{endless}");
}

#[test]
fn a_table_with_names_that_a_file_would_have_as_one_is_refused() {
    let said = said(|| ok(answer(&format!("{LINES}1\t\t14\t\t3\t0\t0\t0\t0\n"))));
    assert!(said.contains("3 rows have names with accents apart") && said.contains("normalizeUTF8NFC"), "{said}");
}

#[test]
fn a_table_of_starts_and_completions_is_recognised_by_its_first_rows() {
    let description = format!("{DESCRIPTION}step\tString\t\t\n");
    let sample = "\"who\",\"what\",\"when\",\"where\",\"step\"\n\"k1\",\"a\",\"2026-01-01 00:00:00\",\"web\",\"start\"\n\
                  \"k1\",\"a\",\"2026-01-01 00:00:10\",\"web\",\"complete\"\n";
    let server = Server::start(move |statement| match statement {
        _ if statement.starts_with("DESCRIBE") => ok(description.clone()),
        _ => ok(sample),
    });
    let source = TableSource::open(address(&server), access(), &Progress::default()).unwrap();
    let roles = [(Role::Case, Some(0)), (Role::Event, Some(1))].into();
    let mut overrides = Overrides { roles, ..Overrides::default() };
    let found = source.recognise(&overrides).unwrap();
    assert_eq!(found.dialect.lifecycle, Some(Lifecycle { column: 4, counted: Transition::Complete }));
    overrides.lifecycle = Some(Choice::All);
    assert_eq!(source.recognise(&overrides).unwrap().dialect.lifecycle, None);
}

#[test]
fn how_long_activities_take_is_told_as_not_worked_out_of_a_table() {
    let mut table = table(TypeKind::DateTime);
    table.columns.push(TableColumn { name: "step".to_owned(), kind: TypeKind::Text });
    let read = |plan: &Plan| {
        let own = question(plan, &table).unwrap().fingerprint;
        let other = question(&asked(), &self::table(TypeKind::DateTime)).unwrap().fingerprint;
        let answer = answer(LINES).replace(&other, &own);
        read_answer(plan, &table, answer.as_bytes(), "answer.tsv").unwrap().activities
    };
    assert_eq!(read(&asked()), Activities::NotTold);
    let mut with_steps = asked();
    with_steps.reading.dialect.lifecycle = Some(Lifecycle { column: 4, counted: Transition::Complete });
    assert_eq!(read(&with_steps), Activities::NotOnServer);
    assert_eq!(read(&with_steps).words(), Some(say!(log_activities_not_on_server)));
}

#[test]
fn an_answer_that_lies_is_refused_whole() {
    for (line, other) in [
        // More reached than there are, or than reached the stage before.
        ("5\t\t1\t\t1\t", "5\t\t1\t\t7\t"),
        ("5\tweb\t2\t\t1\t", "5\tweb\t2\t\t2\t"),
        // Times that nobody took, or that run backwards.
        ("6\tweb\t1\t\t1\t10000000\t", "6\tweb\t1\t\t3\t10000000\t"),
        ("6\tweb\t1\t\t1\t10000000\t", "6\tweb\t1\t\t1\t-10000000\t"),
        ("7\t\t1\t\t1\t10000000\t10000000\t", "7\t\t1\t\t1\t10000000\t9000000\t"),
        ("7\t\t1\t\t1\t", "7\t\t2\t\t1\t"),
        ("7\t\t1\t\t1\t", "7\t\t3\t\t1\t"),
        // Customers without a last event, a stage and a reason that were not asked for.
        ("10\t\ta\t\t1\t", "10\t\ta\t\t2\t"),
        ("5\t\t1\t\t1\t", "5\t\t9\t\t1\t"),
        ("1\t\t1\t\t1\t", "1\t\t99\t\t1\t"),
        ("10\tweb\tb\t\t1\t", "10\t\ta\t\t1\t"),
        ("10\tweb\tb\t\t1\t", "10\tweb\t\t\t1\t"),
        // First events of nobody, more returns than customers, and drop-outs who are not all.
        ("11\tweb\ta\t\t1\t", "11\tweb\ta\t\t2\t"),
        ("12\tweb\ta\t\t1\t", "12\tweb\ta\t\t0\t"),
        ("13\tweb\ta\t\t1\t", "13\tapp\ta\t\t1\t"),
        ("14\t\t1\t\t1\t", "15\t\t1\t\t5\t"),
        ("16\t\t1\t\t1\t", "16\t\t1\t\t2\t"),
        ("16\t\t1\t\t1\t", "16\t\t2\t\t1\t"),
        // Counts whose sum is no count.
        ("9\t\ta\tb\t1\t", "9\t\ta\tb\t18446744073709551615\t"),
        // No span of time, or one that runs backwards.
        ("4\t\t\t\t4\t1767225600000000\t", "4\t\t\t\t4\t1867225600000000\t"),
        ("4\t\t\t\t4\t", "3\t\t\t\t4\t"),
        ("9\t\ta\tb\t1\t", "9\t\t\tb\t1\t"),
    ] {
        assert!(LINES.contains(line));
        let lines = answer(&LINES.replacen(line, other, 1));
        let said = said(move || ok(lines.clone()));
        assert!(said.contains("does not add up"), "{other}: {said}");
    }
    assert!(run(&server(|| ok(answer(LINES))), access()).is_ok());
}

#[test]
fn a_table_without_rows_or_without_usable_ones_is_told() {
    let none = said(|| ok(answer("")));
    assert!(none.contains("shop.log: the table has no row"), "{none}");
    let unusable = said(|| ok(answer("1\t\t1\t\t3\t0\t0\t0\t0\n1\t\t4\t\t5\t0\t0\t0\t0\n")));
    assert!(unusable.contains("none of 8 rows could be used; most often: the time cannot be read"), "{unusable}");
    let header = Server::start(|statement| ok(if statement.starts_with("DESC") { DESCRIPTION } else { "\"who\"\n" }));
    assert!(run(&header, access()).unwrap_err().to_string().contains("has no row"));
}

#[test]
fn to_stop_is_answered_at_once_and_the_server_is_asked_to_stop_too() {
    let server = server(|| Reply::Silence);
    let progress = Progress::default();
    let source = TableSource::open(address(&server), access(), &progress).unwrap();
    let stopped = std::thread::scope(|scope| {
        let running = scope.spawn(|| source.run(&asked(), &progress));
        wait_for(&server, |body| body.contains("touchline answer"));
        progress.cancel();
        running.join().unwrap()
    });
    assert!(matches!(stopped, Err(BehaviourError::Cancelled)));
    wait_for(&server, |body| body.starts_with("KILL QUERY WHERE query_id = 'touchline-"));
    assert!(matches!(source.run(&asked(), &progress), Err(BehaviourError::Cancelled)));
}

#[test]
fn a_process_that_ends_says_where_the_server_could_not_be_stopped() {
    for (reply, expected) in
        [("Code: 164, e.displayText() = DB::Exception: no right", Some("could not be stopped")), ("", None)]
    {
        let server = Server::start(move |statement| match statement {
            _ if statement.starts_with("DESCRIBE") => ok(DESCRIPTION),
            _ if statement.contains("LIMIT 1000") => ok(SAMPLE),
            _ if statement.starts_with("KILL") && reply.is_empty() => ok(""),
            _ if statement.starts_with("KILL") => Reply::Status("500 Internal Server Error", reply.to_owned()),
            _ => Reply::Silence,
        });
        let progress = Progress::default();
        let source = TableSource::open(address(&server), access().ending_with_question(), &progress).unwrap();
        let stopped = std::thread::scope(|scope| {
            let running = scope.spawn(|| source.run(&asked(), &progress));
            wait_for(&server, |body| body.contains("touchline answer"));
            progress.cancel();
            running.join().unwrap()
        });
        let said = stopped.unwrap_err().to_string();
        assert_eq!(expected.is_some_and(|words| said.contains(words)), expected.is_some(), "{said}");
        assert_eq!(said.contains("stopped before the end"), expected.is_none(), "{said}");
    }
}

fn wait_for(server: &Server, wanted: impl Fn(&str) -> bool) {
    let start = Instant::now();
    while !server.heard.lock().unwrap().iter().any(|(_, body)| wanted(body)) {
        assert!(start.elapsed() < Duration::from_secs(60), "the server was not asked");
        std::thread::yield_now();
    }
}

#[test]
fn no_password_is_shown_by_what_is_printed_for_debugging() {
    assert!(!format!("{:?}", access()).contains("hunter2"));
}

#[test]
fn names_that_only_look_the_same_are_told_and_a_number_and_its_text_are_one_customer() {
    let apart = SAMPLE.replace("k1", "Que\u{301}bec");
    let server = Server::start(move |statement| match statement {
        _ if statement.starts_with("DESCRIBE") => ok(DESCRIPTION),
        _ => ok(apart.clone()),
    });
    let source = TableSource::open(address(&server), access(), &Progress::default()).unwrap();
    let roles = [(Role::Case, Some(0)), (Role::Event, Some(1))].into_iter().collect();
    let found = source.recognise(&Overrides { roles, ..Overrides::default() }).unwrap();
    assert!(found.told.iter().any(|told| told.starts_with("“who” has names with accents")), "{:?}", found.told);
    let question = question(&asked(), &table(TypeKind::DateTime)).unwrap();
    assert!(question.text.contains(r"'^([0-9]+)\\.0$', '\\1')"), "{}", question.text);
}
