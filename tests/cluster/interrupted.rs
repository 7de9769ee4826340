//! Ctrl+C and a wait that ends leave no question running on the server.

use std::process::{Command, Output, Stdio};

use super::shop::Shop;
use super::text;

/// Rows over which the server is busy for some seconds.
const MANY: &str = "INSERT INTO shop.many SELECT toString(number % 400000), toString(number % 7), \
                    toDateTime(1700000000 + number % 1000000) FROM system.numbers LIMIT 4000000";
/// So often the server is asked whether a question came or went.
const LOOKS: usize = 20_000;

pub fn check(shop: &Shop) {
    shop.ask("DROP TABLE IF EXISTS shop.many");
    shop.ask("CREATE TABLE shop.many (who String, what String, when DateTime) ENGINE = MergeTree() ORDER BY tuple()");
    shop.ask(MANY);
    for (user, password, stop) in
        [("default", "", "-INT"), ("default", "", "-TERM"), ("analyst", &*shop.password, "-INT")]
    {
        let said = stopped(shop, user, password, stop);
        assert!(said.contains("stopped before the end; nothing was changed"), "{user}, {stop}: {said}");
        assert!((0..LOOKS).any(|_| running(shop).is_empty()), "{user}, {stop}: the question is still there");
    }
    let slow = ask(shop, "default", "").args(["--wait", "1"]).output().unwrap();
    assert_eq!(slow.status.code(), Some(1), "{}", text(&slow.stderr));
    assert!(text(&slow.stderr).contains("no answer within 1 seconds"), "{}", text(&slow.stderr));
    assert!((0..LOOKS).any(|_| running(shop).is_empty()), "the question that took too long is still there");
    println!("stopped: nothing runs after Ctrl+C, a request to end, and a wait that ended");
}

fn ask(shop: &Shop, user: &str, password: &str) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_touchline"));
    command.env("LC_ALL", "C");
    let address = shop.address().replace("analyst", user).replace("/log", "/many");
    command.args([
        "funnel", &address, "--case", "who", "--event", "what", "--time", "when", "--stage", "One=1", "--stage",
        "Two=2",
    ]);
    command.env("TOUCHLINE_CLICKHOUSE_PASSWORD", password);
    command
}

/// The questions that the server works on.
fn running(shop: &Shop) -> String {
    shop.ask(
        "SELECT query_id FROM system.processes WHERE query_id LIKE 'touchline-%' AND query LIKE '%touchline answer%'",
    )
}

/// What the program says when it is stopped while the server works.
fn stopped(shop: &Shop, user: &str, password: &str, signal: &str) -> String {
    let child = ask(shop, user, password).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
    assert!((0..LOOKS).any(|_| !running(shop).is_empty()), "the question never came");
    println!("{signal}: runs before: {}", running(shop).trim());
    assert!(Command::new("kill").args([signal, &child.id().to_string()]).status().unwrap().success());
    let Output { status, stdout, stderr } = child.wait_with_output().unwrap();
    assert_eq!((status.code(), stdout.len()), (Some(1), 0), "{}", text(&stderr));
    text(&stderr)
}
