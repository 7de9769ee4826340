//! Stories of imports from a table on a server: to figures on a map, or to a clear message and an unchanged map.

use super::tests::{settled, today};
use super::*;
use crate::behaviour::clickhouse::{Access, Address};
use std::time::Duration;
use touchline_stand_in::{Reply, Server, ok, shop};

const PASSWORD: &str = "hunter2";

fn access() -> Access {
    Access::new(PASSWORD.to_owned(), Duration::from_secs(20))
}

fn address(server: &Server) -> Address {
    Address::parse(&server.url()).unwrap()
}

fn open(address: Address) -> Import {
    let map = crate::edit::empty_map(&mut IdSource::seeded(1));
    let mut import = Import::open_table(address, access(), IdSource::seeded(9));
    settled(&mut import, &map);
    import
}

#[test]
fn a_table_is_bound_measured_and_laid_like_a_file() {
    let mut map = crate::edit::empty_map(&mut IdSource::seeded(1));
    let server = shop();
    let mut import = open(address(&server));
    assert_eq!((import.problem(), import.missing_roles()), (None, vec![Role::Case, Role::Event]));
    assert_eq!((import.file_name().as_str(), import.source().is_none()), ("shop.log", true));
    let described = || server.heard.lock().unwrap().iter().filter(|(_, body)| body.starts_with("DESCRIBE")).count();
    for (column, role) in [(0, Role::Case), (1, Role::Event), (3, Role::Segment)] {
        import.give_role(column, Some(role));
        settled(&mut import, &map);
    }
    assert_eq!(described(), 1, "a correction asks the server for its columns no second time");
    let events: Vec<_> = import.events().iter().map(|row| (row.event.as_str(), row.rows)).collect();
    assert_eq!(events, [("a", 2), ("b", 1)]);
    let segments: Vec<_> = import.segments().iter().map(|row| (row.value.as_str(), row.customers, row.blank)).collect();
    assert_eq!(segments, [("web", 1, false), ("(none)", 1, true)]);
    import.make_stages_of_unbound(usize::MAX, &map);
    settled(&mut import, &map);
    assert_eq!(import.problem(), None);
    let before = map.clone();
    let undo = map.apply(import.finish(&map, today()).unwrap()).unwrap().inverse;
    let (_, measurement) = map.measurement().unwrap();
    assert_eq!(measurement.all.stages.iter().map(|stage| stage.reached).collect::<Vec<_>>(), [2, 1]);
    assert_eq!(measurement.source, "shop.log");
    let written = crate::store::to_text(&map);
    for secret in [PASSWORD, "ana@", "127.0.0.1"] {
        assert!(!written.contains(secret), "{secret} is in the map");
    }
    assert_eq!(import.preset_to_keep(today()), None);
    map.apply(undo).unwrap();
    assert_eq!(map, before);
}

#[test]
fn a_server_that_cannot_answer_is_told_as_on_the_command_line_and_changes_nothing() {
    let map = Map::default();
    let gone = std::net::TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().port();
    let gone = Address::parse(&format!("clickhouse://ana@127.0.0.1:{gone}/shop/log")).unwrap();
    let locked = Server::start(|_| Reply::Status("403 Forbidden", "Code: 516. DB::Exception: no".to_owned()));
    let page = Server::start(|_| ok("<html>Sign in</html>\n"));
    for (address, says) in [
        (gone, "no server answers there"),
        (address(&locked), "does not let this user in"),
        (address(&page), "no answer to a question of Touchline"),
    ] {
        let mut import = open(address);
        let problem = import.problem().unwrap_or_default().to_owned();
        assert!(problem.contains(says) && !problem.contains(PASSWORD), "{problem}");
        assert!(import.finish(&map, today()).is_err());
    }
}

#[test]
fn an_answer_that_lies_lays_nothing_and_can_be_asked_for_again() {
    let map = crate::edit::empty_map(&mut IdSource::seeded(1));
    let good = shop();
    let port = good.port;
    // A server that describes its table and then says nonsense.
    let liar = Server::start(move |statement| match statement {
        _ if statement.starts_with("DESCRIBE") => ok("who\tString\nwhat\tString\nwhen\tDateTime\n"),
        _ if statement.contains("LIMIT 1000") => ok("\"who\",\"what\",\"when\"\n\"k\",\"a\",\"2026-01-01 00:00:00\"\n"),
        _ => ok("0\t\tanother answer\n"),
    });
    assert_ne!(port, liar.port);
    let mut import = open(address(&liar));
    import.give_role(0, Some(Role::Case));
    settled(&mut import, &map);
    import.give_role(1, Some(Role::Event));
    settled(&mut import, &map);
    let problem = import.problem().unwrap_or_default().to_owned();
    assert!(problem.contains("no answer to a question of Touchline"), "{problem}");
    assert!(import.finish(&map, today()).is_err());
    import.try_again();
    assert_eq!(import.problem(), None);
    settled(&mut import, &map);
    assert_eq!(import.problem(), Some(problem.as_str()), "what was corrected holds, and the server still lies");
}

#[test]
fn an_import_that_is_dropped_asks_the_server_to_stop() {
    let silent = Server::start(|statement| match statement {
        _ if statement.starts_with("KILL") => ok(""),
        _ => Reply::Silence,
    });
    let heard = |what: &str| silent.heard.lock().unwrap().iter().any(|(_, body)| body.starts_with(what));
    let import = Import::open_table(address(&silent), access(), IdSource::seeded(9));
    while !heard("DESCRIBE") {
        std::thread::yield_now();
    }
    assert_eq!(import.busy(), Some(Busy { doing: "Asking the server", fraction: None, left: None }));
    drop(import);
    while !heard("KILL") {
        std::thread::yield_now();
    }
}
